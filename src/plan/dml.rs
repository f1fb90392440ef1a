//! INSERT, UPDATE and DELETE as plans: where values come from, what is checked, what comes back.

use std::rc::Rc;

use super::conflict::{self, ConflictPlan};
use super::direct::{self, Direct};
use super::expr::Bound;
use super::foreign::{ForeignChild, ForeignParent};
use super::node::{Access, Expr, Node, QueryPlan, ResultColumn};
use super::rules::{AsIs, Assign, Counting, LastId, Mode};
use super::scope::{Scope, ScopeItem};
use super::trigger::{Event, TriggerUse};
use super::{Late, PlanRules, Planner};
use crate::catalog::{ObjectId, Table, Term};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::{OnConflict, OrClause, Resolution};

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
    /// A changed row is a new version after all others (PostgreSQL).
    pub updates_move: bool,
    /// The columns that indexes look at, where changed rows move.
    pub keyed: Vec<usize>,
    /// What follows a row waits for the end of the statement (PostgreSQL).
    pub follows_at_end: bool,
    /// An UPDATE takes the old row away before the keys of the new one are looked at.
    pub old_goes_first: bool,
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
    /// A row that this statement wrote may not be updated by it (PostgreSQL).
    pub touch_once: bool,
    /// It writes one row and nothing else, so that its parents are looked for before it is written
    /// (SQLite).
    pub parents_first: bool,
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
    /// RETURNING.
    pub returning: Option<Returning>,
}

/// How many tables may follow one another by triggers and foreign keys.
const MAX_PROGRAMS: usize = 100;

impl Planner<'_> {
    /// COPY: an INSERT of its lines, each field a literal.
    pub(super) fn plan_copy(&mut self, copy: &ast::Copy) -> Result<super::Plan> {
        let table = self.must_writable(&copy.table)?;
        let names: Vec<&str> = match copy.columns.is_empty() {
            true => {
                let plain = table.columns.iter().filter(|c| c.generated.is_none());
                plain.map(|c| &*c.name).collect()
            }
            false => copy.columns.iter().map(|c| &*c.text).collect(),
        };
        let span = copy.table.name.span;
        let ident = |name: &&str| ast::Ident { text: Rc::from(*name), quote: None, span };
        let literal = |field: &Option<Rc<str>>| {
            let text = field.clone().map_or(ast::Literal::Null, ast::Literal::Text);
            ast::Expr { kind: ast::ExprKind::Literal(text), span }
        };
        let mut rows = Vec::with_capacity(copy.lines.len());
        for line in &copy.lines {
            if line.len() != names.len() {
                let missing = names.get(line.len()).map(|name| name.to_string());
                return Err(ErrorKind::CopyFields { missing }.nowhere());
            }
            rows.push(line.iter().map(literal).collect());
        }
        let insert = ast::Insert {
            with: None,
            table: copy.table.clone(),
            alias: None,
            columns: Some(names.iter().map(ident).collect()),
            overriding: Some(ast::Overriding::System),
            source: ast::InsertSource::Values(rows),
            row_alias: None,
            on_conflict: OnConflict { or: None, arms: Vec::new() },
            returning: None,
            verb: span,
            load: None,
        };
        // Fields have no place in the statement.
        let planned = self.plan_insert(&insert).map_err(crate::error::Error::elsewhere)?;
        Ok(super::Plan::Insert(Box::new(planned)))
    }

    /// Plans an INSERT or REPLACE.
    ///
    /// # Errors
    /// Unknown names, wrong number of values, a conflict target that nothing matches.
    pub fn plan_insert(&mut self, insert: &ast::Insert) -> Result<Insert> {
        if let Some(through) = self.insert_through(insert)? {
            return self.plan_insert(&through);
        }
        let table = self.must_writable(&insert.table)?;
        let beside = match self.rules.write.sequential_set {
            true => self.columns_beside(insert, &table)?,
            false => None,
        };
        let insert = beside.as_ref().map_or(insert, |b| &b.insert);
        self.state.beside = beside.as_ref().map_or(0, |b| b.width);
        let mut events = vec![Event::Insert];
        let single = matches!(&insert.source, ast::InsertSource::Values(rows) if rows.len() == 1)
            || insert.source == ast::InsertSource::DefaultValues;
        let watched = insert.returning.is_some() || self.has_triggers(table.id, Event::Insert);
        if !single || watched {
            self.state.reach.many.set(true);
        }
        let (given, rowid) = self.insert_columns(insert, &table)?;
        self.note_counted(&table);
        let several = matches!(&insert.source, ast::InsertSource::Values(rows) if rows.len() > 1);
        self.state.also = vec![ScopeItem::of_table(&table, None, 0)];
        let (source, width) = match several {
            true => self.seeing_before(&table, |p| p.plan_source_rows(insert, &table, &given))?,
            false => self.plan_source_rows(insert, &table, &given)?,
        };
        self.state.also.clear();
        let on_conflict = &insert.on_conflict;
        let lenient = self.is_lenient(on_conflict.or);
        let mut columns = Vec::with_capacity(table.columns.len());
        for column in 0..table.columns.len() {
            // Of a column that is listed twice the first counts, but of the rowid the last.
            let is_given = |g: &Option<usize>| *g == Some(column);
            let position = match table.rowid_key.is_some_and(|k| k.column == column) {
                true => given.iter().rposition(is_given),
                false => given.iter().position(is_given),
            };
            let position = position.filter(|p| *p < width);
            // OVERRIDING USER VALUE: what is given for an identity does not count.
            let identity = table.columns[column].identity.as_ref().is_some_and(|i| !i.serial);
            let ignored = identity && insert.overriding == Some(ast::Overriding::User);
            let position = position.filter(|_| !ignored);
            let mut default = self.column_default(&table, column, lenient)?;
            // What a BEFORE trigger puts there need not be given (MySQL).
            if matches!(default, ColumnDefault::Required | ColumnDefault::Implicit(_))
                && position.is_none()
                && self.trigger_assigns(&table, &table.columns[column].name)
            {
                default = ColumnDefault::Null;
            }
            columns.push(ColumnSource { given: position, default });
        }
        self.check_generated(insert, &table, &columns, &source)?;
        let mut order: Vec<usize> = (0..columns.len()).collect();
        if self.rules.write.sequential_set {
            // Those that are listed, as they are listed; then the others.
            let last = columns.len();
            sort_by_number(&mut order, &mut |c| columns[*c].given.unwrap_or(last) as i64);
        }
        let alias = insert.alias.as_ref().map_or(&*table.name, |a| &a.text);
        let key = table.rowid_key.map(|k| k.column);
        let rowid_given = width > 0
            && (given.contains(&None) || key.is_some_and(|column| given.contains(&Some(column))));
        if rowid_given {
            self.state.reach.abort.set(true);
        }
        let initial = match &source {
            Source::Rows(rows) if reads_row(rows) => self.initial_values(&table)?,
            _ => Vec::new(),
        };
        let more = beside.as_ref().map_or(&[][..], |b| &b.items);
        let queried = matches!(source, Source::Query(_));
        let triggered = !self.catalog.triggers_of(table.id).is_empty();
        let defaults_first = self.rules.write.sequential_set && (queried || !triggered);
        let conflict = match single {
            true => self.plan_insert_conflict(insert, &table, alias, rowid_given, more)?,
            false => self.seeing_before(&table, |p| {
                p.plan_insert_conflict(insert, &table, alias, rowid_given, more)
            })?,
        };
        if conflict.may_delete() {
            events.push(Event::Delete);
        }
        let target = self.plan_target(
            &table,
            &events,
            None,
            self.state.inherited_or.or(insert.on_conflict.or),
        )?;
        let parents_first = !self.state.reach.many.get() && self.state.frame.is_none();
        let alone = self.rules.write.returning_sees_table_alone;
        let scope = self.table_scope(&table, Some(if alone { &*table.name } else { alias }));
        let updates = insert
            .on_conflict
            .arms
            .iter()
            .any(|arm| arm.action != crate::syntax::conflict::ArmAction::Nothing);
        let updates = updates && !self.rules.write.changed_rows.is_empty();
        self.state.unseen = updates.then(|| Rc::from(self.rules.write.proposed_row));
        if updates {
            let name = Some(self.rules.write.proposed_row);
            self.state.also = vec![ScopeItem::of_table(&table, name, 0)];
        }
        let returning = self.plan_changed(insert.returning.as_deref(), &table, scope)?;
        self.state.also.clear();
        self.state.unseen = None;
        let may_touch_twice = self.rules.write.may_touch_twice;
        let mut planned = Insert {
            target,
            source,
            columns,
            order,
            initial,
            triggered,
            defaults_first,
            beside: beside.as_ref().map_or(0, |b| b.width),
            rowid,
            touch_once: !may_touch_twice && !conflict.arms.is_empty(),
            parents_first,
            conflict: Rc::new(conflict),
            mode: self.settings.mode(lenient),
            returning,
            ignores: on_conflict.or.is_some_and(|or| or.resolution == Resolution::Ignore),
            direct: None,
        };
        planned.direct = direct::of(&planned);
        Ok(planned)
    }

    /// Whether values that do not fit are stored all the same.
    fn note_counted(&self, table: &Rc<Table>) {
        let mut counted = self.state.reach.counted.borrow_mut();
        if table.autoincrement && !counted.iter().any(|t| t.id == table.id) {
            counted.push(table.clone());
        }
    }

    fn is_lenient(&self, or: Option<OrClause>) -> bool {
        let ignore = or.is_some_and(|or| or.resolution == Resolution::Ignore);
        self.rules.write.ignore_is_lenient && (ignore || !self.settings.strict)
    }

    /// A table that rows can be written to.
    pub(super) fn must_writable(&mut self, name: &ast::ObjectName) -> Result<Rc<Table>> {
        self.must_table(name)
    }

    /// The columns that the source's values go to, none standing for the hidden rowid, and the
    /// position of a value for that.
    pub(super) fn insert_columns(
        &self,
        insert: &ast::Insert,
        table: &Table,
    ) -> Result<(Vec<Option<usize>>, Option<usize>)> {
        let Some(names) = &insert.columns else {
            let visible = 0..table.columns.len();
            let settable = visible.filter(|c| {
                table.columns[*c].generated.is_none() || !self.rules.write.skip_generated
            });
            return Ok((settable.map(Some).collect(), None));
        };
        let mut given: Vec<Option<usize>> = Vec::new();
        let mut rowid = None;
        for name in names {
            match table.column(&name.text, self.rules.column_names) {
                Some(column) => {
                    if given.contains(&Some(column)) && self.rules.write.repeated_column_is_error {
                        let name = name.text.to_string();
                        return Err(ErrorKind::RepeatedColumn { name }.at(name_span(names)));
                    }
                    given.push(Some(column));
                }
                None if self.is_rowid_name(&name.text) && !table.without_rowid => {
                    rowid = Some(given.len());
                    given.push(None);
                }
                None => {
                    let (name, span) = (name.text.to_string(), name.span);
                    let table = Some(self.written_target(insert, table));
                    return Err(ErrorKind::NoSuchColumn { name, table }.at(span));
                }
            }
        }
        Ok((given, rowid))
    }

    /// An INSERT's table in errors: SQLite shows its alias or its schema where they are written.
    fn written_target(&self, insert: &ast::Insert, table: &Table) -> String {
        let written = self.rules.ddl.texts_are_edited;
        match (&insert.alias, &insert.table.schema) {
            (Some(alias), _) if written => alias.text.to_string(),
            (None, Some(schema)) if written => [&*schema.text, ".", &*table.name].concat(),
            _ => table.name.to_string(),
        }
    }

    /// The rows of an INSERT and how many values each has.
    pub(super) fn plan_source_rows(
        &mut self,
        insert: &ast::Insert,
        table: &Table,
        given: &[Option<usize>],
    ) -> Result<(Source, usize)> {
        let expected = given.len();
        match &insert.source {
            ast::InsertSource::DefaultValues => Ok((Source::Rows(vec![Vec::new()]), 0)),
            ast::InsertSource::Values(rows) => {
                let frame = self.state.frame.clone();
                let own =
                    self.rules.write.sequential_set.then(|| ScopeItem::of_table(table, None, 0));
                let scope = Scope::new(own.into_iter().collect(), frame.as_deref());
                let mut planned = Vec::with_capacity(rows.len());
                let mut width = expected;
                if (self.rules.write.equal_rows || self.rules.write.short_rows)
                    && let Some(odd) = rows.iter().find(|r| r.len() != rows[0].len())
                {
                    let span = odd.first().map_or(insert.verb, |e| e.span);
                    return Err(ErrorKind::ValuesColumns.at(span));
                }
                let outer = std::mem::replace(&mut self.state.clause, "VALUES");
                for (number, row) in rows.iter().enumerate() {
                    let extra = row.get(expected).map(|e| e.span);
                    let counted = self.check_count(insert, table, expected, row.len(), extra);
                    let mut counted = counted.map_err(|error| error.of_row(number + 1));
                    // Rows of a file that are too short or too long are told of under IGNORE.
                    if let Err(error) = &counted
                        && let ErrorKind::LoadedFields { .. } = *error.kind
                        && insert.on_conflict.or.is_some_and(|o| o.resolution == Resolution::Ignore)
                    {
                        for _ in row.len()..expected.max(row.len() + 1) {
                            let fewer = row.len() < expected;
                            let row = number + 1;
                            self.state.notes.push(ErrorKind::LoadedFields { fewer, row });
                        }
                        counted = Ok(());
                    }
                    counted?;
                    let loaded = insert.load.is_some();
                    width = if loaded { expected } else { row.len() };
                    let mut cells = Vec::with_capacity(row.len());
                    for (at, expr) in row.iter().take(width).enumerate() {
                        cells.push(match &expr.kind {
                            ast::ExprKind::Default => Cell::Default,
                            _ => Cell::Expr(self.bind_for(given.get(at), table, expr, &scope)?),
                        });
                    }
                    while loaded && cells.len() < width {
                        let column = given.get(cells.len()).copied().flatten();
                        let column = column.map(|c| &table.columns[c]);
                        let zero = column.filter(|c| c.default.is_some() || c.not_null.is_some());
                        cells.push(Cell::Expr(Expr::Const(zero.map_or(
                            crate::value::Value::Null,
                            self.rules.write.implicit_default,
                        ))));
                    }
                    planned.push(cells);
                }
                self.state.clause = outer;
                // Rows that look at tables are all read before the first is written (insert.c,
                // readsTable); the dialect that has it so has no DEFAULT here.
                let reads = rows.len() > 1 && rows.iter().flatten().any(has_subquery);
                if self.rules.write.equal_rows && reads {
                    let expr = |cell| match cell {
                        Cell::Expr(expr) => expr,
                        Cell::Default => Expr::Const(crate::value::Value::Null),
                    };
                    let rows = planned.into_iter().map(|row| row.into_iter().map(expr).collect());
                    let (node, columns) = (Node::Values(rows.collect()), Vec::new());
                    return Ok((Source::Query(Box::new(QueryPlan { node, columns })), width));
                }
                Ok((Source::Rows(planned), width))
            }
            ast::InsertSource::Query(query) => {
                let frame = self.state.frame.clone();
                let plan = self.plan_query(query, frame.as_deref())?;
                let width = plan.columns.len() - std::mem::take(&mut self.state.beside);
                let extra = item_span(query, expected).unwrap_or(query.span);
                self.check_count(insert, table, expected, width, Some(extra))?;
                self.check_query(table, given, query, &plan.columns)?;
                Ok((Source::Query(Box::new(plan)), width))
            }
        }
    }

    /// The value of an expression for a column, none standing for the hidden rowid.
    fn bind_for(
        &mut self,
        column: Option<&Option<usize>>,
        table: &Table,
        expr: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<Expr> {
        let bound = self.bind(expr, scope)?;
        let Some(Some(column)) = column else { return Ok(bound.expr) };
        let converted = (self.rules.write.convert)(&table.columns[*column], bound);
        self.converted(converted, expr.span)
    }

    /// What converting gave; of a constant that does not fit only what is found late.
    fn converted(
        &mut self,
        converted: std::result::Result<Expr, ErrorKind>,
        span: Span,
    ) -> Result<Expr> {
        match converted {
            Err(ErrorKind::Constant(kind)) => {
                self.late(Late::Constant, kind.nowhere());
                Ok(Expr::Const(crate::value::Value::Null))
            }
            converted => converted.map_err(|kind| kind.at(span)),
        }
    }

    fn check_count(
        &self,
        insert: &ast::Insert,
        table: &Table,
        columns: usize,
        values: usize,
        span: Option<Span>,
    ) -> Result<()> {
        let listed = insert.columns.is_some();
        // In MySQL a row of nothing is one of defaults.
        let nothing = values == 0 && !listed && self.rules.write.null_takes_sequence;
        let short = self.rules.write.short_rows && !listed && values < columns;
        if columns == values || short || nothing {
            return Ok(());
        }
        if insert.load.is_some() {
            return Err(ErrorKind::LoadedFields { fewer: values < columns, row: 0 }.nowhere());
        }
        let table = self.written_target(insert, table);
        let kind = ErrorKind::ValueCount { table, columns, values, listed };
        // Too few values are reported at the first column that has none.
        let missing = insert.columns.as_ref().and_then(|names| names.get(values)).map(|n| n.span);
        Err(kind.at(span.or(missing).unwrap_or(insert.table.name.span)))
    }

    /// The columns of an INSERT's query must be ones that can be stored.
    fn check_query(
        &mut self,
        table: &Table,
        given: &[Option<usize>],
        query: &ast::Query,
        results: &[ResultColumn],
    ) -> Result<()> {
        for (at, (column, result)) in given.iter().zip(results).enumerate() {
            let Some(column) = column else { continue };
            let literal = item(query, at).filter(|e| matches!(e.kind, ast::ExprKind::Literal(_)));
            let bound = match literal {
                Some(literal) => self.bind(literal, &Scope::default())?,
                None => {
                    let expr = Expr::Column { up: 0, index: at as u32 };
                    let span = item_span(query, at);
                    Bound { span, ..Bound::new(expr, result.ty.clone()) }
                }
            };
            let span = item_span(query, at).unwrap_or(query.span);
            let converted = (self.rules.write.convert)(&table.columns[*column], bound);
            self.converted(converted, span)?;
        }
        Ok(())
    }

    fn column_default(
        &mut self,
        table: &Table,
        column: usize,
        lenient: bool,
    ) -> Result<ColumnDefault> {
        let definition = &table.columns[column];
        if definition.generated.is_some() {
            return Ok(ColumnDefault::Generated);
        }
        if let Some(identity) = &definition.identity {
            let sequence = self.catalog.sequence_by_id(identity.sequence);
            let name = sequence.map_or_else(|| Rc::from(""), |s| s.name.clone());
            let reserved = self.rules.write.null_takes_sequence;
            return Ok(ColumnDefault::Sequence { id: identity.sequence, name, reserved });
        }
        if let Some(default) = &definition.default {
            let bound = self.bind_stored(&default.expr, &Scope::default(), &default.text)?;
            let bound = Bound::new(bound, definition.ty.clone());
            let converted = (self.rules.write.convert_default)(definition, bound);
            return Ok(ColumnDefault::Expr(converted.map_err(ErrorKind::nowhere)?));
        }
        // The first label is the default of an ENUM that may not be NULL.
        if let (crate::types::Type::Enum(_), Some(_)) = (&definition.ty, &definition.not_null)
            && self.rules.write.missing_default_is_error
        {
            let first = (self.rules.write.implicit_default)(definition);
            return Ok(ColumnDefault::Expr(Expr::Const(first)));
        }
        let required = self.rules.write.missing_default_is_error && definition.not_null.is_some();
        Ok(match (required, lenient) {
            (true, false) => ColumnDefault::Required,
            (true, true) => {
                ColumnDefault::Implicit((self.rules.write.implicit_default)(definition))
            }
            (false, _) => ColumnDefault::Null,
        })
    }

    /// Whether a BEFORE INSERT trigger of a table sets a column of the new row.
    fn trigger_assigns(&self, table: &Table, column: &str) -> bool {
        self.catalog.triggers_of(table.id).iter().any(|trigger| {
            let definition = &trigger.definition;
            matches!(definition.time, ast::TriggerTime::Before)
                && definition.events.iter().any(|e| matches!(e, ast::TriggerEvent::Insert))
                && matches!(&definition.body, ast::TriggerBody::Block(body) if assigns(body, column))
        })
    }

    /// What columns hold before a row's values are computed: their defaults.
    fn initial_values(&mut self, table: &Table) -> Result<Vec<Expr>> {
        let mut values = Vec::with_capacity(table.columns.len());
        for (number, column) in table.columns.iter().enumerate() {
            values.push(match self.column_default(table, number, true)? {
                ColumnDefault::Expr(expr) => expr,
                ColumnDefault::Null => Expr::Const(crate::value::Value::Null),
                _ => Expr::Const((self.rules.write.implicit_default)(column)),
            });
        }
        Ok(values)
    }

    /// A value may not be given for a generated column, nor for an identity that is ALWAYS.
    fn check_generated(
        &mut self,
        insert: &ast::Insert,
        table: &Table,
        columns: &[ColumnSource],
        source: &Source,
    ) -> Result<()> {
        for (number, (source_of, column)) in columns.iter().zip(&table.columns).enumerate() {
            let Some(position) = source_of.given else { continue };
            let always = column.identity.as_ref().is_some_and(|i| i.always);
            if column.generated.is_none() && !always {
                continue;
            }
            let all_default = match source {
                Source::Rows(rows) => {
                    rows.iter().all(|r| matches!(r.get(position), Some(Cell::Default)))
                }
                Source::Query(_) => false,
            };
            if all_default || (always && insert.overriding.is_some()) {
                continue;
            }
            let span = match &insert.columns {
                Some(names) => names[position].span,
                None => insert.table.name.span,
            };
            let column = table.columns[number].name.to_string();
            let table = table.name.to_string();
            let kind =
                ErrorKind::AlwaysGenerated { table, column, identity: always, update: false };
            self.late(Late::Column, kind.at(span));
        }
        Ok(())
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
            scope.items.push(ScopeItem::system(&[(name, ty())], scope.width()));
        }
        let around = self.state.frame.clone();
        let scope = Scope::new(scope.items, around.as_deref());
        let width = scope.items.get(before).map_or(0, |item| item.offset) as u32;
        let outer = std::mem::replace(&mut self.state.clause, "RETURNING");
        let (exprs, columns) = self.plan_items(items, &scope)?;
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
        for column in generated_order(table) {
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
        // Rows that REPLACE deletes fire triggers by a setting alone.
        let replace_fires = self.rules.write.replace_fires || self.settings.recursive_triggers;
        let fired: Vec<Event> = events
            .iter()
            .copied()
            .filter(|e| *e != Event::Delete || events.len() == 1 || replace_fires)
            .collect();
        let mut triggers = Vec::new();
        for event in fired {
            // What a row that REPLACE deletes fires runs under REPLACE.
            let replaced = event == Event::Delete && events.len() > 1;
            let or = match (replaced, or) {
                (true, or) => Some(OrClause {
                    resolution: Resolution::Replace,
                    span: or.map_or(crate::span::Span::default(), |or| or.span),
                }),
                (false, or) => or,
            };
            triggers.extend(self.plan_triggers(table, &[event], changed, or)?);
        }
        let set = changed;
        // Rows that are deleted are looked at by every key.
        let changed = changed.filter(|_| !events.contains(&Event::Delete));
        let concerned = changed.is_none_or(|c| self.needs_foreign_keys(table, c));
        let children = match concerned {
            true => self.plan_children(table, changed)?,
            false => Vec::new(),
        };
        let parents = match concerned {
            true => self.plan_parents(table, events, changed, set)?,
            false => Vec::new(),
        };
        let PlanRules { write, .. } = self.rules;
        Ok(Rc::new(Target {
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
            old_goes_first: set.is_some_and(|c| self.old_goes_first(table, c)),
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
    fn bind_stored(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        _text: &Rc<str>,
    ) -> Result<Expr> {
        Ok(self.bind(expr, scope)?.expr)
    }

    /// Plans an UPDATE.
    ///
    /// # Errors
    /// Unknown names, a column set twice where that is an error.
    pub fn plan_update(&mut self, update: &ast::Update) -> Result<Update> {
        if let Some(through) = self.update_through(update)? {
            return self.plan_update(&through);
        }
        let ast::FromItem::Table { name, .. } = &update.table else {
            return self.plan_joined_update(update);
        };
        let table = self.must_writable(name)?;
        let from = beside(update.table.clone(), update.from.as_ref(), name.name.span);
        self.plan_update_of(update, &update.set, table, (&from, None))
    }

    /// An UPDATE of the first table of `from`, or of the one of a name.
    pub(super) fn plan_update_of(
        &mut self,
        update: &ast::Update,
        assignments: &[ast::Assignment],
        table: Rc<Table>,
        (from, label): (&ast::FromItem, Option<&str>),
    ) -> Result<Update> {
        let frame = self.state.frame.clone();
        let joined = label.is_some() || update.from.is_some();
        let planned = self.plan_source(from, update.filter.as_ref(), frame.as_deref());
        if planned.is_err() && !joined && self.rules.ddl.texts_are_edited {
            // SQLite looks at SET before it looks at WHERE.
            let (_, scope) = self.plan_source(from, None, frame.as_deref())?;
            for assignment in assignments {
                self.bind_assignment(assignment, &table, &scope)?;
            }
        }
        let (mut source, scope) = planned?;
        let names = self.rules.table_names;
        let own = label.and_then(|l| scope.items.iter().find(|item| names.same(&item.name, l)));
        let offset = own.map_or(0, |item| item.offset);
        // What SET reads does not count where it is read from the one table (update.c).
        if !joined {
            self.settle(&mut source, &scope);
        }
        let mut set = Vec::new();
        let mut set_rowid = None;
        for assignment in assignments {
            let bound =
                self.seeing_before(&table, |p| p.bind_assignment(assignment, &table, &scope))?;
            for (name, expr) in bound {
                match name {
                    Some(column) => set.push((column, expr)),
                    None => set_rowid = Some(expr),
                }
            }
        }
        if joined {
            self.settle(&mut source, &scope);
        }
        let source =
            self.plan_limited(source, &update.order_by, &update.limit, &update.offset, &scope)?;
        let lenient = self.is_lenient(update.or);
        self.refuse_assigned_twice(&table, &set);
        let changed = self.changed_columns(&table, &set, set_rowid.is_some());
        let on_conflict = OnConflict { or: update.or, arms: Vec::new() };
        let checked = self.checked_columns(&table, &changed);
        let conflict = self.plan_checks(&table, &on_conflict, Some(&checked), false, false)?;
        let or = self.state.inherited_or.or(update.or);
        let target = match conflict.may_delete() {
            true => {
                let events = [Event::Update, Event::Delete];
                self.plan_target(&table, &events, Some(&checked), or)?
            }
            false => self.plan_target(&table, &[Event::Update], Some(&checked), or)?,
        };
        let rekeys = changed.contains(&table.columns.len())
            || table.without_rowid && table.primary_key.iter().any(|c| changed.contains(c));
        self.note_rows(&source, &target, changed.contains(&table.columns.len()));
        let one_pass = !joined
            && update.returning.is_none()
            && !rekeys
            && !conflict.may_delete()
            && self.may_take_one_pass(&source, &target, update.filter.as_ref(), &changed);
        let own_scope = match self.rules.write.returning_sees_table_alone {
            true => self.table_scope(&table, Some(&table.name)),
            false => Scope::new(scope.items, None),
        };
        let returning = self.plan_changed(update.returning.as_deref(), &table, own_scope)?;
        let mut planned = Update {
            target,
            source,
            offset,
            joined,
            gathered: self.rules.write.gathers_rows && !one_pass,
            also: Vec::new(),
            set,
            set_rowid,
            sequential: self.rules.write.sequential_set,
            changed,
            conflict: Rc::new(conflict),
            mode: self.settings.mode(lenient),
            returning,
            direct: None,
        };
        if planned.gathered && !planned.joined {
            forget_order(&mut planned.source);
        }
        planned.direct = direct::of_update(&planned);
        Ok(planned)
    }

    /// Whether nothing can disturb the scan, so that each row is written as it is found
    /// (update.c and delete.c, ONEPASS_MULTI).
    fn may_take_one_pass(
        &self,
        source: &Node,
        target: &Target,
        filter: Option<&ast::Expr>,
        changed: &[usize],
    ) -> bool {
        use super::node::Access;
        let scanned = match source {
            Node::Scan(scan) => match &scan.access {
                Access::Index { index, .. } | Access::IndexIn { index, .. } => Some(*index),
                _ => None,
            },
            _ => return false,
        };
        let indexes = self.catalog.indexes_of(target.table.id);
        let moves = indexes.iter().filter(|i| Some(i.id) == scanned).any(|index| {
            index.terms.iter().any(|term| match &term.term {
                Term::Column(column) => changed.contains(column),
                Term::Expr(..) => true,
            })
        });
        let alone =
            target.triggers.is_empty() && target.children.is_empty() && target.parents.is_empty();
        alone && !moves && !filter.is_some_and(has_subquery)
    }

    /// Notes whether an UPDATE or DELETE may write more than one row.
    fn note_rows(&self, source: &Node, target: &Target, rowid: bool) {
        use super::node::Access;
        let one = matches!(source, Node::Scan(scan)
            if matches!(scan.access, Access::Rowid(_) | Access::Unique { .. }));
        let alone =
            target.triggers.is_empty() && target.children.is_empty() && target.parents.is_empty();
        let reach = &self.state.reach;
        reach.many.set(reach.many.get() || !one || !alone);
        reach.abort.set(reach.abort.get() || rowid);
    }

    /// The columns that assignments change: those set, and generated columns that use them. The
    /// number of columns stands for the hidden rowid.
    pub(super) fn changed_columns(
        &self,
        table: &Table,
        set: &[(usize, Expr)],
        rowid: bool,
    ) -> Vec<usize> {
        self.with_generated(table, set.iter().map(|(c, _)| *c).collect(), rowid)
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

    /// A column that SET names twice (PostgreSQL; in MySQL and SQLite the last one counts).
    pub(super) fn refuse_assigned_twice(&mut self, table: &Table, set: &[(usize, Expr)]) {
        let rules = &self.rules.write;
        if rules.sequential_set || !rules.repeated_column_is_error {
            return;
        }
        let twice = |(at, (column, _)): (usize, &(usize, Expr))| {
            set[..at].iter().any(|(earlier, _)| earlier == column).then_some(*column)
        };
        if let Some(column) = set.iter().enumerate().find_map(twice) {
            let name = table.columns.get(column).map(|c| c.name.to_string()).unwrap_or_default();
            self.late(Late::Column, ErrorKind::AssignedTwice { name }.nowhere());
        }
    }

    /// One assignment as (column, value) pairs; none stands for the hidden rowid.
    pub(super) fn bind_assignment(
        &mut self,
        assignment: &ast::Assignment,
        table: &Table,
        scope: &Scope<'_>,
    ) -> Result<Vec<(Option<usize>, Expr)>> {
        let mut columns = Vec::new();
        for name in &assignment.columns {
            if let Some(qualifier) = name.table.as_ref().filter(|_| !self.rules.write.qualified_set)
            {
                let (column, table) = (qualifier.text.to_string(), table.name.to_string());
                let aliased = scope.items.first().is_some_and(|i| *i.name == *qualifier.text)
                    || scope.items.last().is_some_and(|i| *i.name == *qualifier.text);
                return Err(ErrorKind::QualifiedSet { column, table, aliased }.at(qualifier.span));
            }
            let mut column = table.column(&name.name.text, self.rules.column_names);
            // The rowid's other names mean the column that it is.
            if column.is_none() && self.is_rowid_name(&name.name.text) {
                column = table.rowid_key.map(|key| key.column);
            }
            if let Some(c) = column
                && (table.columns[c].generated.is_some()
                    || table.columns[c].identity.as_ref().is_some_and(|i| i.always))
                && !matches!(assignment.value.kind, ast::ExprKind::Default)
            {
                let identity = table.columns[c].generated.is_none();
                let column = table.columns[c].name.to_string();
                let table = table.name.to_string();
                let kind = ErrorKind::AlwaysGenerated { table, column, identity, update: true };
                self.late(Late::Column, kind.at(name.name.span));
            }
            if column.is_none() && (table.without_rowid || !self.is_rowid_name(&name.name.text)) {
                let written = name.name.text.to_string();
                if self.rules.write.system_columns.contains(&&*written) {
                    return Err(ErrorKind::SystemColumn { name: written }.at(name.name.span));
                }
                // SQLite looks at what a column is set to first (update.c).
                if self.rules.ddl.texts_are_edited {
                    self.bind(&assignment.value, scope)?;
                }
                let of = self.rules.write.update_names_table.then(|| table.name.to_string());
                return Err(ErrorKind::NoSuchColumn { name: written, table: of }.at(name.name.span));
            }
            columns.push(column);
        }
        let outer = std::mem::replace(&mut self.state.clause, "UPDATE");
        let values = self.bind_values(assignment, table, &columns, scope)?;
        self.state.clause = outer;
        Ok(columns.into_iter().zip(values).collect())
    }

    fn bind_values(
        &mut self,
        assignment: &ast::Assignment,
        table: &Table,
        columns: &[Option<usize>],
        scope: &Scope<'_>,
    ) -> Result<Vec<Expr>> {
        let exprs = match &assignment.value.kind {
            ast::ExprKind::Row(exprs) if assignment.row => exprs.as_slice(),
            ast::ExprKind::Paren(inner)
                if assignment.row && columns.len() == 1 && !self.rules.ddl.views_are_planned =>
            {
                std::slice::from_ref(&**inner)
            }
            // One value in parentheses is no row (parse_target.c, transformMultiAssignRef).
            kind if assignment.row
                && self.rules.ddl.views_are_planned
                && !matches!(kind, ast::ExprKind::Subquery(_)) =>
            {
                let mut inner = &assignment.value;
                while let ast::ExprKind::Paren(within) = &inner.kind {
                    inner = within;
                }
                return Err(ErrorKind::NoRowSource.at(inner.span));
            }
            ast::ExprKind::Subquery(query) if assignment.row && columns.len() > 1 => {
                let bound = self.bind_row_query(query, columns.len(), scope);
                return bound.map_err(|error| match &*error.kind {
                    ErrorKind::SubqueryColumns { found, .. } => {
                        let (columns, values) = (columns.len(), *found);
                        ErrorKind::AssignmentCount { columns, values }.at(assignment.span)
                    }
                    _ => error,
                });
            }
            _ => std::slice::from_ref(&assignment.value),
        };
        if exprs.len() != columns.len() {
            let (columns, values) = (columns.len(), exprs.len());
            return Err(ErrorKind::AssignmentCount { columns, values }.at(assignment.span));
        }
        let mut values = Vec::new();
        for (expr, column) in exprs.iter().zip(columns) {
            values.push(match (&expr.kind, column) {
                (ast::ExprKind::Default, Some(c)) => match self.column_default(table, *c, true)? {
                    ColumnDefault::Expr(expr) => expr,
                    ColumnDefault::Implicit(_) if self.settings.strict => {
                        let column = table.columns[*c].name.to_string();
                        return Err(ErrorKind::NoDefault { column }.at(expr.span));
                    }
                    ColumnDefault::Implicit(value) => Expr::Const(value),
                    ColumnDefault::Sequence { name, reserved: false, .. } => {
                        let name = Expr::Const(crate::value::Value::Text(name));
                        Expr::Call(&super::function::NEXT_VALUE, Rc::from([name]))
                    }
                    _ => Expr::Const(crate::value::Value::Null),
                },
                (_, column) => self.bind_for(Some(column), table, expr, scope)?,
            });
        }
        Ok(values)
    }

    /// Plans a DELETE.
    ///
    /// # Errors
    /// Unknown names.
    pub fn plan_delete(&mut self, delete: &ast::Delete) -> Result<Delete> {
        if let Some(through) = self.delete_through(delete)? {
            return self.plan_delete(&through);
        }
        if let (true, Some(from)) = (self.rules.write.sequential_set, &delete.using) {
            return self.plan_joined_delete(delete, from);
        }
        let [name] = &delete.targets[..] else {
            return Err(ErrorKind::unsupported("DELETE from several tables").nowhere());
        };
        let table = self.must_writable(name)?;
        let target = self.plan_target(&table, &[Event::Delete], None, None)?;
        let frame = self.state.frame.clone();
        let own = ast::FromItem::Table {
            name: name.clone(),
            alias: delete.alias.clone(),
            columns: Vec::new(),
            indexed: delete.indexed.clone(),
        };
        let from = beside(own, delete.using.as_ref(), name.name.span);
        let (mut source, scope) =
            self.plan_source(&from, delete.filter.as_ref(), frame.as_deref())?;
        self.settle(&mut source, &scope);
        let mut source =
            self.plan_limited(source, &delete.order_by, &delete.limit, &delete.offset, &scope)?;
        self.note_rows(&source, &target, false);
        let one_pass = delete.returning.is_none()
            && self.may_take_one_pass(&source, &target, delete.filter.as_ref(), &[]);
        let gathered = self.rules.write.gathers_rows && !one_pass;
        let own_scope = match self.rules.write.returning_sees_table_alone {
            true => self.table_scope(&table, Some(&table.name)),
            false => Scope::new(scope.items, None),
        };
        let returning = self.plan_changed(delete.returning.as_deref(), &table, own_scope)?;
        let joined = delete.using.is_some();
        if gathered && !joined {
            forget_order(&mut source);
        }
        let ignores = delete.ignore.is_some();
        let also = Vec::new();
        Ok(Delete { target, source, offset: 0, joined, gathered, also, ignores, returning })
    }

    /// ORDER BY and LIMIT around the rows of an UPDATE or DELETE.
    fn plan_limited(
        &mut self,
        source: Node,
        order_by: &[ast::OrderTerm],
        limit: &Option<ast::Expr>,
        offset: &Option<ast::Expr>,
        scope: &Scope<'_>,
    ) -> Result<Node> {
        let mut node = source;
        if !order_by.is_empty() {
            let keys = self.bind_order(order_by, scope)?;
            node = Node::Sort { input: Box::new(node), keys, width: scope.width(), limit: None };
        }
        if limit.is_none() && offset.is_none() {
            return Ok(node);
        }
        let empty = Scope::default();
        let mut bind = |e: &Option<ast::Expr>| match e {
            Some(e) => self.bind(e, &empty).map(|b| Some(b.expr)),
            None => Ok(None),
        };
        let (limit, offset) = (bind(limit)?, bind(offset)?);
        Ok(Node::Limit { input: Box::new(node), limit, offset })
    }
}

/// Whether any value looks at a column of the row itself.
fn reads_row(rows: &[Vec<Cell>]) -> bool {
    let mut found = false;
    for cell in rows.iter().flatten() {
        if let Cell::Expr(expr) = cell {
            expr.visit(&mut |e| found |= matches!(e, Expr::Column { up: 0, .. }));
        }
    }
    found
}

/// The expression of a query's result column, where it is written out.
fn item(query: &ast::Query, at: usize) -> Option<&ast::Expr> {
    let ast::SetExpr::Select(select) = &query.body else { return None };
    let written = |i: &ast::SelectItem| matches!(i, ast::SelectItem::Expr { .. });
    if !select.items.iter().take(at + 1).all(written) {
        return None;
    }
    match select.items.get(at)? {
        ast::SelectItem::Expr { expr, .. } => Some(expr),
        ast::SelectItem::Star(_) | ast::SelectItem::TableStar(..) => None,
    }
}

fn item_span(query: &ast::Query, at: usize) -> Option<Span> {
    let ast::SetExpr::Select(select) = &query.body else { return None };
    // From the first star on, columns are the star's.
    let star = select.items.iter().take(at + 1).find_map(|item| match item {
        ast::SelectItem::Star(span) | ast::SelectItem::TableStar(_, span) => Some(*span),
        ast::SelectItem::Expr { .. } => None,
    });
    star.or_else(|| item(query, at).map(|e| e.span))
}

/// Whether an expression has a query in it.
pub(super) fn has_subquery(expr: &ast::Expr) -> bool {
    use ast::ExprKind as Kind;
    matches!(expr.kind, Kind::Exists(_) | Kind::Subquery(_) | Kind::InQuery { .. })
        || expr.children().into_iter().any(has_subquery)
}

/// A table with those of FROM or USING beside it.
pub(super) fn beside(
    table: ast::FromItem,
    others: Option<&ast::FromItem>,
    span: Span,
) -> ast::FromItem {
    let Some(others) = others else { return table };
    ast::FromItem::Join(Box::new(ast::Join {
        left: table,
        right: others.clone(),
        kind: ast::JoinKind::Inner,
        natural: false,
        constraint: ast::JoinConstraint::None,
        span,
    }))
}

/// Generated columns, each after those that it uses.
pub(super) fn generated_order(table: &Table) -> Vec<usize> {
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
    // A round without progress means a cycle, which CREATE refuses.
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

/// Rows that are gathered before the first is written need not come in an index's order; one that looks
/// up the values of a query is followed for nothing else.
fn forget_order(source: &mut Node) {
    let Node::Scan(scan) = source else { return };
    let whole = matches!(&scan.access, Access::Index { equal, low, high, .. }
        if equal.is_empty() && low.is_none() && high.is_none());
    let mut looks_up = false;
    if let Some(filter) = &scan.filter {
        filter.visit(&mut |expr| looks_up |= matches!(expr, Expr::InQuery(_)));
    }
    if whole && looks_up && !scan.fixed {
        scan.access = Access::Full;
    }
}

fn name_span(names: &[ast::Ident]) -> Span {
    names.last().map(|n| n.span).unwrap_or_default()
}

fn assigns(body: &[ast::ProcStatement], column: &str) -> bool {
    use ast::ProcStatement as Step;
    body.iter().any(|step| match step {
        Step::Assign { target, .. } => {
            target.table.as_ref().is_some_and(|row| row.text.eq_ignore_ascii_case("NEW"))
                && target.name.text.eq_ignore_ascii_case(column)
        }
        Step::If { branches, otherwise } => {
            branches.iter().any(|(_, body)| assigns(body, column)) || assigns(otherwise, column)
        }
        Step::Block { body, .. } | Step::Loop(_, body) => assigns(body, column),
        _ => false,
    })
}
