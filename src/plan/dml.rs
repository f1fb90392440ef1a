//! INSERT, UPDATE and DELETE as plans: where values come from, what is checked, what comes back.

use std::rc::Rc;

use super::conflict::{self, ConflictPlan};
use super::direct::Direct;
use super::foreign::{ForeignChild, ForeignParent};
use super::node::{Expr, Node, QueryPlan, ResultColumn};
use super::reactions::Reactions;
use super::rules::{AsIs, Assign, Counting, LastId, Mode};
use super::scope::{Scope, ScopeItem};
use super::trigger::{Event, TriggerUse};
use super::{PlanRules, Planner};
use crate::catalog::{Object, ObjectId, Table, Term};
use crate::error::{ErrorKind, Refusal, Result};
use crate::syntax::ast;
use crate::syntax::conflict::{OrClause, Resolution};

/// How rows of one table are written, whatever the statement.
#[derive(Debug)]
pub struct Target {
    /// The table.
    pub table: Rc<Table>,
    /// Brings a value to a column.
    pub assign: Assign,
    /// The values that each column stores as they are.
    pub as_is: Vec<AsIs>,
    /// Generated columns in an order in which each sees those that it uses.
    pub generated: Vec<(usize, Expr)>,
    /// Columns that an UPDATE brings up to date unless it sets them: ON UPDATE (MySQL).
    pub stamped: Vec<(usize, Expr)>,
    /// Indexes whose keys are computed or that are partial.
    pub computed: Vec<ComputedIndex>,
    /// How changed rows are counted.
    pub counting: Counting,
    /// What the session's last id is.
    pub last_id: LastId,
    /// Triggers that the statement fires, in firing order.
    pub triggers: Vec<TriggerUse>,
    /// Rows that REPLACE deletes fire their delete triggers.
    pub replace_fires: bool,
    /// Its foreign keys.
    pub children: Vec<ForeignChild>,
    /// Foreign keys that refer to it.
    pub parents: Vec<ForeignParent>,
    /// What its rows must satisfy to stay in the view that they are written through, and whose
    /// condition it is.
    pub view_checks: Vec<(Rc<str>, Expr)>,
    /// A changed row is a new version after all others (PostgreSQL).
    pub updates_move: bool,
    /// The columns that indexes look at, where changed rows move.
    pub keyed: Vec<usize>,
    /// What follows a row waits for the end of the statement (PostgreSQL).
    pub follows_at_end: bool,
    /// An UPDATE takes the old row away before the keys of the new one are looked at.
    pub old_goes_first: bool,
    /// A row that REPLACE would delete is changed in its place (MySQL).
    pub replaces_in_place: bool,
}

/// An index whose entries do not follow from the row alone.
#[derive(Debug)]
pub struct ComputedIndex {
    /// Its number.
    pub index: ObjectId,
    /// The key from the row.
    pub key: Vec<Expr>,
    /// Prefix lengths of the key's terms.
    pub prefixes: Vec<Option<u32>>,
    /// The WHERE of a partial index.
    pub filter: Option<Expr>,
}

/// A planned INSERT.
#[derive(Debug)]
pub struct Insert {
    /// The table.
    pub target: Rc<Target>,
    /// The rows.
    pub source: Source,
    /// Where each column's value comes from.
    pub columns: Vec<ColumnSource>,
    /// How many fields each row of a file had (LOAD DATA); empty for any other statement.
    pub fields: Vec<usize>,
    /// The columns in the order in which their values are computed.
    pub order: Vec<usize>,
    /// Values of VALUES may look at columns to their left; these are what columns hold before
    /// (MySQL). Empty where none does.
    pub initial: Vec<Expr>,
    /// The table has triggers, of whatever kind.
    pub triggered: bool,
    /// Columns that get no value are seen to before any row (MySQL, unless the table has triggers).
    pub defaults_first: bool,
    /// Columns of the query after those that are written, for an upsert (MySQL).
    pub beside: usize,
    /// Position in the source of a value for the hidden rowid.
    pub rowid: Option<usize>,
    /// What is checked.
    pub conflict: Rc<ConflictPlan>,
    /// What happens to values that do not fit.
    pub mode: Mode,
    /// DO UPDATE of the row with the same rowid sees values as they were given: no check before it has
    /// brought them to the columns' types (SQLite; insert.c, bAffinityDone).
    pub raw: bool,
    /// A row that this statement wrote may not be updated by it (PostgreSQL).
    pub touch_once: bool,
    /// It writes one row and nothing else, so that its parents are looked for before it is written
    /// (SQLite).
    pub parents_first: bool,
    /// Rows of its query are written as they come, those before an error too.
    pub until_error: bool,
    /// RETURNING.
    pub returning: Option<Returning>,
    /// IGNORE.
    pub ignores: bool,
    /// How its row is written where nothing else is to be done.
    pub direct: Option<Direct>,
}

/// The rows of an INSERT.
#[derive(Debug)]
pub enum Source {
    /// VALUES; DEFAULT VALUES is one row without cells.
    Rows(Vec<Vec<Cell>>),
    /// A query, collected before the first write.
    Query(Box<QueryPlan>),
}

/// A cell of VALUES.
#[derive(Debug)]
pub enum Cell {
    /// A value.
    Expr(Expr),
    /// DEFAULT.
    Default,
}

/// Where a column's value comes from.
#[derive(Debug)]
pub struct ColumnSource {
    /// Position in the source's rows, when the statement gives one.
    pub given: Option<usize>,
    /// What stands there otherwise.
    pub default: ColumnDefault,
}

/// The value of a column that the statement does not give.
#[derive(Debug)]
pub enum ColumnDefault {
    /// NULL.
    Null,
    /// An expression.
    Expr(Expr),
    /// The next value of a sequence.
    Sequence {
        /// Which.
        id: ObjectId,
        /// Its name, for the trace.
        name: Rc<str>,
        /// NULL and 0 ask for it too, and a statement reserves values for all its rows (MySQL).
        reserved: bool,
    },
    /// There must be a value: it is an error to give none.
    Required,
    /// There must be a value; this one is stored with a warning (MySQL's IGNORE).
    Implicit(crate::value::Value),
    /// Computed from the others.
    Generated,
}

/// RETURNING.
#[derive(Debug)]
pub struct Returning {
    /// The values, over the row as it is now (columns, then rowid) and what stands beside it.
    pub exprs: Vec<Expr>,
    /// The result columns.
    pub columns: Vec<ResultColumn>,
    /// The rows before and after the change are looked at too.
    pub both: bool,
}

/// A planned UPDATE.
#[derive(Debug)]
pub struct Update {
    /// The table.
    pub target: Rc<Target>,
    /// The rows to update.
    pub source: Node,
    /// Position of the table's first column in the source's rows; its rowid is after its columns.
    pub offset: usize,
    /// The source has other tables beside, so its rows are kept whole.
    pub joined: bool,
    /// Rows are gathered and then written in the order of their keys.
    pub gathered: bool,
    /// The other tables that the same rows of a join change (MySQL).
    pub also: Vec<Update>,
    /// New values by column, over the source's row.
    pub set: Vec<(usize, Expr)>,
    /// A new value for the hidden rowid.
    pub set_rowid: Option<Expr>,
    /// Later assignments see earlier ones (MySQL).
    pub sequential: bool,
    /// The columns that change.
    pub changed: Vec<usize>,
    /// What is checked.
    pub conflict: Rc<ConflictPlan>,
    /// What happens to values that do not fit.
    pub mode: Mode,
    /// RETURNING.
    pub returning: Option<Returning>,
    /// The columns that new values are computed from, where that is all there is to a row.
    pub direct: Option<Vec<usize>>,
}

/// A planned DELETE.
#[derive(Debug)]
pub struct Delete {
    /// The table.
    pub target: Rc<Target>,
    /// The rows to delete.
    pub source: Node,
    /// As in [`Update`].
    pub offset: usize,
    /// As in [`Update`].
    pub joined: bool,
    /// As in [`Update`].
    pub gathered: bool,
    /// The other tables from which the same rows of a join delete (MySQL).
    pub also: Vec<Delete>,
    /// A row that its children keep stays, with a warning (MySQL's IGNORE).
    pub ignores: bool,
    /// The LIMIT, which then counts only what is deleted.
    pub limit: Option<Expr>,
    /// RETURNING.
    pub returning: Option<Returning>,
}

/// How many tables may follow one another by triggers and foreign keys.
const MAX_PROGRAMS: usize = 100;

impl Planner<'_> {
    /// Whether values that do not fit are stored all the same.
    pub(super) fn note_counted(&self, table: &Rc<Table>) {
        let mut counted = self.state.reach.counted.borrow_mut();
        if table.autoincrement && !counted.iter().any(|t| t.id == table.id) {
            counted.push(table.clone());
        }
    }

    pub(super) fn is_lenient(&self, or: Option<OrClause>) -> bool {
        let ignore = or.is_some_and(|or| or.resolution == Resolution::Ignore);
        self.rules.write.ignore_is_lenient && (ignore || !self.settings.strict)
    }

    /// A table that rows can be written to.
    pub(super) fn must_writable(&mut self, name: &ast::ObjectName) -> Result<Rc<Table>> {
        if let (Some(Object::Sequence(sequence)), true) =
            (self.relation(name), self.rules.expr.whole_rows)
        {
            return Err(Refusal::SequenceChanged.of(&[&sequence.name]).nowhere());
        }
        self.must_table(name)
    }

    /// RETURNING over the rows of a scope and, where the dialect has them, the row before and the
    /// row after the change: `old` and `new`, which stand after all others.
    pub(super) fn plan_changed(
        &mut self,
        items: Option<&[ast::SelectItem]>,
        table: &Table,
        scope: Scope<'static>,
    ) -> Result<Option<Returning>> {
        let Some(items) = items else { return Ok(None) };
        let of_table = |i: &ast::SelectItem| matches!(i, ast::SelectItem::TableStar(..));
        if self.rules.write.returning_sees_table_alone && items.iter().any(of_table) {
            let message = "RETURNING may not use \"TABLE.*\" wildcards";
            return Err(super::alter_text::message(message));
        }
        self.seeing_before(table, |p| p.plan_returning(items, table, scope)).map(Some)
    }

    fn plan_returning(
        &mut self,
        items: &[ast::SelectItem],
        table: &Table,
        mut scope: Scope<'static>,
    ) -> Result<Returning> {
        let before = scope.items.len();
        for name in self.rules.write.changed_rows {
            let mut item = ScopeItem::of_table(table, Some(name), scope.width());
            item.qualified_only = true;
            scope.items.push(item);
        }
        let lock = self
            .rules
            .write
            .lock_column
            .filter(|(name, _)| table.column(name, self.rules.column_names).is_none());
        if let Some((name, ty)) = lock {
            let own = scope.items.iter().find(|i| i.table == Some(table.id));
            let (of, schema) = own.map(|i| (i.name.clone(), i.schema.clone())).unwrap_or_default();
            let column = ScopeItem::system(&[(name, ty())], scope.width());
            scope.items.push(ScopeItem { name: of, schema, ..column });
        }
        let around = self.state.frame.clone();
        let scope = Scope::new(scope.items, around.as_deref());
        let width = scope.items.get(before).map_or(0, |item| item.offset) as u32;
        let outer = std::mem::replace(&mut self.state.clause, "RETURNING");
        if self.rules.write.returning_sees_table_alone {
            self.state.returning_of = Some(Rc::new(table.clone()));
        }
        let planned = self.plan_items(items, &scope);
        self.state.returning_of = None;
        let (exprs, columns) = planned?;
        self.state.clause = outer;
        let mut both = false;
        let looks = |e: &Expr| matches!(e, Expr::Column { up: 0, index } if *index >= width);
        for expr in exprs.iter().filter(|_| width > 0) {
            expr.visit(&mut |e| both |= looks(e) || e.is_correlated());
        }
        Ok(Returning { exprs, columns, both })
    }

    /// How rows of a table are written by a statement that brings these events about. `changed`
    /// are the columns that its UPDATE changes; `or` is the clause that its triggers run under.
    ///
    /// # Errors
    /// A generated column or an index expression that cannot be bound.
    pub fn plan_target(
        &mut self,
        table: &Rc<Table>,
        events: &[Event],
        changed: Option<&[usize]>,
        or: Option<OrClause>,
    ) -> Result<Rc<Target>> {
        self.state.programs_deep += 1;
        if self.state.programs_deep > MAX_PROGRAMS {
            return Err(ErrorKind::Limit { what: "depth" }.nowhere());
        }
        let target = self.plan_target_at(table, events, changed, or);
        self.state.programs_deep -= 1;
        target
    }

    fn plan_target_at(
        &mut self,
        table: &Rc<Table>,
        events: &[Event],
        changed: Option<&[usize]>,
        or: Option<OrClause>,
    ) -> Result<Rc<Target>> {
        let scope = self.table_scope(table, None);
        let mut generated = Vec::new();
        let order = generated_order(table);
        let in_loop = |c: &usize| table.columns[*c].generated.is_some() && !order.contains(c);
        if events.iter().any(|e| *e != Event::Delete)
            && let Some(column) = (0..table.columns.len()).rev().find(in_loop)
        {
            let name = table.columns[column].name.to_string();
            return Err(ErrorKind::GeneratedLoop { name }.nowhere());
        }
        for column in order {
            if let Some(definition) = &table.columns[column].generated {
                generated
                    .push((column, self.bind_stored(&definition.expr, &scope, &definition.text)?));
            }
        }
        let mut stamped = Vec::new();
        for (column, definition) in table.columns.iter().enumerate() {
            if let (Some(stamp), Some(changed)) = (&definition.on_update, changed)
                && !changed.contains(&column)
            {
                stamped.push((column, self.bind(stamp, &Scope::default())?.expr));
            }
        }
        let mut computed = Vec::new();
        for index in self.catalog.indexes_of(table.id).iter().filter(|i| !i.is_plain()) {
            computed.push(self.plan_computed(index, &scope)?);
        }
        let Reactions { triggers, replace_fires, children, parents } =
            self.plan_reactions(table, events, changed, or)?;
        let view_checks = match self.state.view_checks.is_empty() {
            true => Vec::new(),
            false => self.bind_conditions(table)?,
        };
        let PlanRules { write, .. } = self.rules;
        let replaces_in_place = write.replaces_in_place
            && parents.is_empty()
            && !triggers.iter().any(|t| t.event == Event::Delete);
        Ok(Rc::new(Target {
            view_checks,
            table: table.clone(),
            assign: write.assign,
            as_is: table.columns.iter().map(write.as_is).collect(),
            generated,
            stamped,
            computed,
            counting: write.counting,
            last_id: write.last_id,
            triggers,
            replace_fires,
            updates_move: write.updates_move,
            keyed: if write.updates_move { self.keyed_columns(table) } else { Vec::new() },
            follows_at_end: write.follows_at_end,
            old_goes_first: changed.is_some_and(|c| self.old_goes_first(table, c)),
            replaces_in_place,
            children,
            parents,
        }))
    }

    /// The columns that indexes of a table look at.
    fn keyed_columns(&self, table: &Table) -> Vec<usize> {
        let mut keyed = Vec::new();
        for index in self.catalog.indexes_of(table.id) {
            let mut add = |expr: &ast::Expr| {
                keyed.extend(conflict::used_columns(expr, table, self.rules.column_names));
            };
            for term in &index.terms {
                if let Term::Expr(expr, _) = &term.term {
                    add(expr);
                }
            }
            if let Some((filter, _)) = &index.filter {
                add(filter);
            }
            keyed.extend(index.terms.iter().filter_map(crate::catalog::KeyTerm::term_column));
            keyed.extend(index.include.iter());
        }
        keyed
    }

    /// The key and the membership of an index whose entries are computed.
    ///
    /// # Errors
    /// An expression that cannot be bound.
    pub fn plan_computed(
        &mut self,
        index: &crate::catalog::Index,
        scope: &Scope<'_>,
    ) -> Result<ComputedIndex> {
        let mut key = Vec::with_capacity(index.terms.len());
        for term in &index.terms {
            key.push(match &term.term {
                Term::Column(c) => Expr::Column { up: 0, index: *c as u32 },
                Term::Expr(expr, text) => self.bind_stored(expr, scope, text)?,
            });
        }
        let filter = match &index.filter {
            Some((expr, _)) => Some(self.bind_condition(expr, scope)?),
            None => None,
        };
        let prefixes = index.terms.iter().map(|t| t.prefix).collect();
        Ok(ComputedIndex { index: index.id, key, prefixes, filter })
    }

    /// The scope of a table's row: its columns, then its rowid.
    pub fn table_scope(&self, table: &Table, alias: Option<&str>) -> Scope<'static> {
        let mut scope = Scope::default();
        scope.items.push(ScopeItem::of_table(table, alias, 0));
        scope
    }

    /// Binds an expression that the catalog keeps.
    pub(super) fn bind_stored(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        _text: &Rc<str>,
    ) -> Result<Expr> {
        Ok(self.bind(expr, scope)?.expr)
    }

    /// The columns that an UPDATE may change: all where a BEFORE trigger may.
    pub(super) fn checked_columns(&self, table: &Table, changed: &[usize]) -> Vec<usize> {
        let triggers = self.catalog.triggers_of(table.id);
        let before = |t: &std::rc::Rc<crate::catalog::Trigger>| {
            t.enabled && t.definition.each_row && t.definition.time == ast::TriggerTime::Before
        };
        match self.rules.write.triggers_change_rows && triggers.iter().any(before) {
            true => (0..table.columns.len()).collect(),
            false => changed.to_vec(),
        }
    }

    /// Changed columns, the rowid where its column changes or `rowid` says so, and the generated
    /// columns that use them.
    pub(super) fn with_generated(
        &self,
        table: &Table,
        mut changed: Vec<usize>,
        rowid: bool,
    ) -> Vec<usize> {
        if rowid || table.rowid_key.is_some_and(|k| changed.contains(&k.column)) {
            changed.push(table.columns.len());
        }
        for column in generated_order(table) {
            let uses = table.columns[column].generated.as_ref().is_some_and(|g| {
                conflict::uses_any(&g.expr, table, &changed, self.rules.column_names)
            });
            if uses {
                changed.push(column);
            }
        }
        changed
    }
}

/// Whether an expression has a query in it.
pub(super) fn has_subquery(expr: &ast::Expr) -> bool {
    use ast::ExprKind as Kind;
    expr.has(&|e| matches!(e.kind, Kind::Exists(_) | Kind::Subquery(_) | Kind::InQuery { .. }))
}

/// Generated columns, each after those that it uses.
pub fn generated_order(table: &Table) -> Vec<usize> {
    let is_generated = |column: &usize| table.columns[*column].generated.is_some();
    let mut waiting: Vec<(usize, Vec<usize>)> = Vec::new();
    for (column, definition) in table.columns.iter().enumerate() {
        let Some(generated) = &definition.generated else { continue };
        let rule = crate::catalog::NameRule::IgnoreCase;
        let mut used = conflict::used_columns(&generated.expr, table, rule);
        used.retain(is_generated);
        waiting.push((column, used));
    }
    let mut order: Vec<usize> = Vec::new();
    let mut done = vec![false; table.columns.len()];
    // A round without progress means a loop, whose columns are left out.
    loop {
        let before = order.len();
        for (column, used) in &waiting {
            if !done[*column] && used.iter().all(|other| done[*other]) {
                done[*column] = true;
                order.push(*column);
            }
        }
        if order.len() == before {
            return order;
        }
    }
}
