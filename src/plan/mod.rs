//! From tree to plan: names become positions, and every decision that schema and statement settle
//! is written down, so that `exec` only obeys. Reads the catalog, never rows.

mod access;
pub mod alter;
mod alter_check;
mod alter_constraint;
pub mod alter_domain;
mod alter_order;
pub mod alter_text;
mod call;
mod column_names;
mod compare;
mod compound;
pub mod conflict;
mod constant;
mod copy;
mod cost;
mod cover;
pub mod create_index;
pub mod cte;
pub mod ddl;
mod delete;
mod depend;
mod dependent;
mod derived_constants;
pub mod direct;
pub mod dml;
mod drop;
mod explain;
mod explain_subquery;
pub mod expr;
mod expr_rules;
mod first_error;
mod flatten;
pub mod foreign;
mod from;
pub mod function;
pub mod group;
mod insert;
pub mod instead;
mod join_names;
mod join_order;
mod join_terms;
mod join_wanted;
pub mod link;
pub mod merge;
mod needed;
pub mod node;
mod order;
mod outer_join;
mod own_table;
pub mod parameters;
mod partial;
pub mod procedure;
pub mod query;
mod reactions;
mod references;
mod routine;
mod row_items;
pub mod rules;
pub mod scope;
mod several;
mod similar;
mod solver;
mod table;
pub mod trigger;
mod update;
mod upsert_source;
mod user_type;
mod view;
mod view_names;
pub mod window;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::catalog::{Catalog, ObjectId, Table};
use crate::syntax::ast;

pub(crate) use call::OUTER;
pub use rules::PlanRules;

/// What planning needs beside the statement.
pub struct Planner<'a> {
    /// The definitions.
    pub catalog: &'a Catalog,
    /// The dialect's decisions.
    pub rules: &'static PlanRules,
    /// The text that the statement's spans point into.
    pub text: &'a str,
    /// Where that text begins in what the spans count from.
    pub base: u32,
    /// The session's settings that change plans.
    pub settings: &'a Settings,
    /// What planning of this statement gathers.
    pub state: PlanState,
}

/// Settings of a session that change plans.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// How deep expressions, queries and views may nest.
    pub depth: usize,
    /// SQLite's `PRAGMA foreign_keys`.
    pub foreign_keys: bool,
    /// What SET CONSTRAINTS said in this transaction, in order: a name, or none for all, and whether
    /// the check is put off to the commit.
    pub constraints: Vec<(Option<Rc<str>>, bool)>,
    /// SQLite's `PRAGMA defer_foreign_keys`.
    pub defer_foreign_keys: bool,
    /// SQLite's `PRAGMA recursive_triggers`.
    pub recursive_triggers: bool,
    /// SQLite's `PRAGMA case_sensitive_like`.
    pub case_sensitive_like: bool,
    /// MySQL's strict mode.
    pub strict: bool,
    /// MySQL's sql_mode, which says the same and more.
    pub sql_mode: Rc<str>,
    /// Without ONLY_FULL_GROUP_BY columns that are not grouped by have some row's value (MySQL).
    pub loose_groups: bool,
    /// A transaction begins by itself and must be committed (MySQL's autocommit=0).
    pub manual_commit: bool,
    /// SQLite's `PRAGMA ignore_check_constraints`.
    pub ignore_checks: bool,
    /// SQLite's PRAGMAs that change nothing here and were set.
    pub pragmas: Vec<(&'static str, i64)>,
    /// SQLite's attached databases, in order.
    pub attached: Vec<Rc<str>>,
    /// The files that SQLite's databases stand for, by the names of these; without a name what was
    /// in one is lost.
    pub files: Vec<(Rc<str>, Rc<str>)>,
    /// The schema of bare names where it may change, empty when there is none (MySQL's USE).
    pub database: Option<Rc<str>>,
    /// The databases that were made, each with the collation of its tables (MySQL).
    pub databases: Vec<(Rc<str>, Rc<str>)>,
    /// What LOCK TABLES locked, and whether to write (MySQL).
    pub locks: Vec<(Rc<str>, bool)>,
}

impl Settings {
    /// How values are brought to columns (MySQL's sql_mode).
    pub(crate) fn mode(&self, lenient: bool) -> rules::Mode {
        let without = |flag| !self.sql_mode.contains(flag);
        let (zero, zero_parts) = (without("NO_ZERO_DATE"), without("NO_ZERO_IN_DATE"));
        rules::Mode { strict: !lenient, zero, zero_parts }
    }

    /// Nothing may be written (SQLite's `PRAGMA query_only`).
    pub(crate) fn query_only(&self) -> bool {
        self.has_pragma("query_only")
    }

    /// A statement that writes answers with a row that counts (SQLite's `PRAGMA count_changes`).
    pub(crate) fn counts_changes(&self) -> bool {
        self.has_pragma("count_changes")
    }

    fn has_pragma(&self, wanted: &str) -> bool {
        self.pragmas.iter().any(|(name, value)| *name == wanted && *value != 0)
    }

    /// A 0 in an AUTO_INCREMENT column is not another word for the next number.
    pub(crate) fn zero_is_a_number(&self) -> bool {
        self.sql_mode.contains("NO_AUTO_VALUE_ON_ZERO")
    }

    /// When a deferrable constraint is judged now.
    pub fn deferred(&self, name: &str, declared: ast::Deferrable) -> ast::Deferrable {
        let about = |(of, _): &&(Option<Rc<str>>, bool)| of.as_deref().is_none_or(|of| of == name);
        match (declared, self.constraints.iter().rev().find(about)) {
            (ast::Deferrable::No, _) => ast::Deferrable::No,
            (_, Some((_, true))) => ast::Deferrable::Deferred,
            (_, Some((_, false))) => ast::Deferrable::Immediate,
            (declared, None) => declared,
        }
    }
}

/// What planning of one statement gathers.
#[derive(Default)]
pub struct PlanState {
    /// Constants are computed as the statement is planned (PostgreSQL).
    pub folds: bool,
    /// A part of the condition that is bound is false.
    pub settled: bool,
    /// What only planning finds is not told of: the statement is to be run later (PREPARE).
    pub analyzed: bool,
    /// What is known of the parameters of a statement that is prepared by itself.
    pub parameters: Option<parameters::Parameters>,
    /// What the stars of a view's query stand for, where that is asked for.
    pub(crate) stars: Option<view_names::Stars>,
    /// What names mean, where that is asked for.
    pub(crate) references: Option<Rc<references::References>>,
    /// Depth of nested queries, against the limit.
    pub depth: usize,
    /// Queries in FROM are no longer flattened: one could not be.
    pub unflattened: bool,
    /// What EXPLAIN QUERY PLAN has to know of queries.
    pub explained: Option<Box<explain_subquery::Explained>>,
    /// How many queries around are being looked through for their first error.
    pub errors_deep: usize,
    /// The query of a view that is being made, which may have no variables (MySQL).
    pub making_view: bool,
    /// Depth of nested expressions, against the limit.
    pub nested: usize,
    /// How many writes of triggers and foreign keys this one follows from.
    pub programs_deep: usize,
    /// The height of the highest common table expression that was looked at.
    pub tallest: usize,
    /// The OR clause of the statement that fired the trigger whose program is being planned.
    pub inherited_or: Option<crate::syntax::conflict::OrClause>,
    /// OLD and NEW, while a trigger's program is being planned.
    pub frame: Option<Rc<scope::Scope<'static>>>,
    /// What the statement and the programs that it runs may do.
    pub reach: Rc<Reach>,
    /// Programs of triggers that are planned or being planned.
    pub programs: Rc<RefCell<Vec<trigger::KnownProgram>>>,
    /// Child tables whose foreign-key actions are planned or being planned.
    pub children: Rc<RefCell<Vec<foreign::KnownChildren>>>,
    /// The program that was begun last for the statement, of a trigger or an action, where it is the
    /// SET NULL of a foreign key: child table, key number.
    pub last_action: Rc<Cell<Option<(ObjectId, usize)>>>,
    /// A trigger's program is being planned.
    pub in_trigger: bool,
    /// Columns of an INSERT's query that it does not write.
    pub beside: usize,
    /// What is being planned fires no triggers.
    pub silent: bool,
    /// Warnings.
    pub notes: Vec<crate::error::ErrorKind>,
    /// The clause whose condition is being bound, for errors.
    pub clause: &'static str,
    /// What the statement has beside its scopes, for names that are almost right.
    pub also: Vec<scope::ScopeItem>,
    /// Tables of the rows that the statement changed, in a trigger's program.
    pub transitions: Vec<procedure::TransitionTable>,
    /// What the rows must satisfy that are written through a view, and whose condition it is.
    pub view_checks: Vec<(Rc<str>, ast::Expr)>,
    /// A table of the statement that what is being bound does not see.
    pub unseen: Option<Rc<str>>,
    /// The alias under which a conflict target knows its table.
    pub target_alias: Option<Rc<str>>,
    /// The statement is given no parameters, and may name none.
    pub no_params: bool,
    /// Whether RETURNING of a MERGE is planned, which alone tells of its actions.
    pub merges: bool,
    /// The error that is found once all names are, and how late (see [`Late`]).
    pub late: Option<(Late, crate::error::Error)>,
    /// Tables that the statement or those of its WITH write, where there are such.
    pub written: Vec<crate::catalog::ObjectId>,
    /// Those of them that are looked at.
    pub snapshots: RefCell<Vec<crate::catalog::ObjectId>>,
    /// Writes of the statement's WITH.
    pub writes: Vec<Rc<node::Node>>,
    /// The table whose changed rows RETURNING shows (SQLite).
    pub returning_of: Option<Rc<crate::catalog::Table>>,
    /// A table is emptied to be dropped: foreign keys that do not fit do not matter.
    pub dropping: bool,
    /// The schema in which alone a bare name is looked up: that of a view or trigger (SQLite).
    pub home: Option<Rc<str>>,
    /// Views that are being planned, outermost first.
    pub views: Vec<crate::catalog::ObjectId>,
    /// Something that is planned may give another value when it is computed again.
    pub varies: bool,
    /// Common table expressions in sight, innermost last.
    pub common: Vec<cte::Common>,
    /// Names that what the statement drops leaves to what it makes.
    pub leaving: RefCell<Vec<crate::catalog::NameKey>>,
    /// Number of the next kept query.
    pub next_shared: usize,
    /// Number of the next recursive query.
    pub next_working: usize,
}

/// Errors that are found once all names of a statement are, earliest first (PostgreSQL's rewriter
/// and planner).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Late {
    /// A column that may not be given a value.
    Column,
    /// A constant that does not fit.
    Constant,
    /// A conflict target that nothing matches.
    Arbiter,
}

/// What a statement may do, together with the programs that it runs. SQLite keeps a journal only
/// for a statement that may write several rows and that a check may abort (vdbeaux.c,
/// `usesStmtJournal`); an error of another kind then finds nothing to go back by.
#[derive(Debug, Default)]
pub struct Reach {
    /// It may write more than one row.
    pub many: Cell<bool>,
    /// A check may abort it.
    pub abort: Cell<bool>,
    /// Tables with AUTOINCREMENT that it may add rows to.
    pub counted: RefCell<Vec<Rc<Table>>>,
    /// It locks rows, by these words.
    pub locks: Cell<Option<&'static str>>,
}

/// A planned statement.
#[derive(Debug)]
pub enum Plan {
    /// A query.
    Query(node::QueryPlan),
    /// INSERT, REPLACE.
    Insert(Box<dml::Insert>),
    /// UPDATE.
    Update(Box<dml::Update>),
    /// DELETE.
    Delete(Box<dml::Delete>),
    /// MERGE.
    Merge(Box<merge::Merge>),
    /// A statement with others in its WITH.
    With(Box<With>),
    /// A write to a view.
    Instead(Box<instead::Instead>),
    /// A block of statements (PostgreSQL's DO).
    Do(Rc<procedure::Program>),
    /// A call of a procedure.
    Call(Box<node::Expr>),
    /// A change of definitions.
    Ddl(ddl::Ddl),
}

/// A statement with others in its WITH, or that looks at what it writes. Those others run with it, once, whether it reads them or not.
#[derive(Debug)]
pub struct With {
    /// The statement.
    pub main: Plan,
    /// Those of its WITH.
    pub writes: Vec<Rc<node::Node>>,
    /// The tables that any of them writes and looks at: all see them as they were before.
    pub written: Vec<crate::catalog::ObjectId>,
}

impl Plan {
    /// The statement itself, without those of its WITH.
    pub fn main(&self) -> &Plan {
        match self {
            Plan::With(with) => with.main.main(),
            plan => plan,
        }
    }

    /// The table that it writes.
    pub fn written(&self) -> Option<&Rc<Table>> {
        Some(match self.main() {
            Plan::Insert(insert) => &insert.target.table,
            Plan::Update(update) => &update.target.table,
            Plan::Delete(delete) => &delete.target.table,
            _ => return None,
        })
    }

    /// The columns of the rows that it gives; none when it gives none.
    pub fn columns(&self) -> Option<&[node::ResultColumn]> {
        let returning = match self.main() {
            Plan::Query(query) => return Some(&query.columns),
            Plan::Insert(insert) => insert.returning.as_ref(),
            Plan::Update(update) => update.returning.as_ref(),
            Plan::Delete(delete) => delete.returning.as_ref(),
            Plan::Merge(merge) => merge.returning.as_ref(),
            Plan::Instead(instead) => instead.returning.as_ref(),
            Plan::Ddl(ddl::Ddl::AlterText(alter)) => {
                return alter.shown.as_ref().map(std::slice::from_ref);
            }
            Plan::With(..) | Plan::Do(_) | Plan::Call(_) | Plan::Ddl(_) => None,
        };
        returning.map(|r| &r.columns[..])
    }
}

impl Planner<'_> {
    /// The text of a span of the statement.
    pub fn text_of(&self, span: crate::span::Span) -> Rc<str> {
        let span = crate::span::Span {
            start: span.start.saturating_sub(self.base),
            end: span.end.saturating_sub(self.base),
            ..span
        };
        Rc::from(span.of(self.text))
    }

    /// Plans a statement that reads or writes rows or definitions. Transactions, pragmas and the
    /// like are the session's.
    ///
    /// # Errors
    /// Names that are not there, wrong types, features that are not there.
    pub fn plan(&mut self, statement: &ast::Statement) -> crate::error::Result<Plan> {
        let outer = std::mem::take(&mut self.state.writes);
        let before = self.state.written.clone();
        let looked_at = self.state.snapshots.take();
        self.note_written(statement);
        use ast::StatementKind as Kind;
        let runs = matches!(
            &statement.kind,
            Kind::Query(_) | Kind::Insert(_) | Kind::Update(_) | Kind::Delete(_) | Kind::Merge(_)
        );
        let folds = runs && self.rules.expr.constants_first;
        let outer_folds = std::mem::replace(&mut self.state.folds, folds);
        let plan = self.plan_kind(statement);
        self.state.folds = outer_folds;
        let writes = std::mem::replace(&mut self.state.writes, outer);
        self.state.written = before;
        // What a statement around writes as well is seen as it was before that one.
        let around = &self.state.written;
        let found = self.state.snapshots.replace(looked_at);
        let (outer, written): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|t| around.contains(t));
        self.state.snapshots.borrow_mut().extend(outer);
        let plan = match (plan, self.state.late.take()) {
            (Ok(_), Some((when, error))) if when == Late::Column || !self.state.analyzed => {
                Err(error)
            }
            (plan, _) => plan,
        };
        match plan {
            Ok(main) if !writes.is_empty() || !written.is_empty() => {
                Ok(Plan::With(Box::new(With { main, writes, written })))
            }
            plan => plan,
        }
    }

    /// Plans a part of a write whose subqueries see the table as it was before the statement, where
    /// the dialect has them so (PostgreSQL).
    pub(super) fn seeing_before<T>(
        &mut self,
        table: &Table,
        plan: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let versions = self.rules.write.updates_move;
        if versions {
            self.state.written.push(table.id);
        }
        let planned = plan(self);
        if versions {
            self.state.written.pop();
        }
        planned
    }

    /// EXPLAIN: a query of the plan's lines.
    fn plan_explain(
        &mut self,
        options: &[Rc<str>],
        statement: &ast::Statement,
    ) -> crate::error::Result<Plan> {
        let Some(explain) = self.rules.explain else {
            let kind = crate::error::ErrorKind::unsupported("EXPLAIN");
            return Err(kind.at(statement.span));
        };
        let lines = explain(self, statement, options)?;
        let line = |line: String| vec![node::Expr::Const(crate::value::Value::text(&line))];
        let column = node::ResultColumn::computed("QUERY PLAN", crate::types::Type::Text);
        let node = node::Node::Values(lines.into_iter().map(line).collect());
        Ok(Plan::Query(node::QueryPlan { node, columns: vec![column] }))
    }

    /// Notes an error that is found late.
    pub(super) fn late(&mut self, when: Late, error: crate::error::Error) {
        if self.state.late.as_ref().is_none_or(|(known, _)| when < *known) {
            self.state.late = Some((when, error));
        }
    }

    /// Notes which tables a statement and those of its WITH write, if it has such.
    fn note_written(&mut self, statement: &ast::Statement) {
        let Some((Some(with), _)) = with_and_target(&statement.kind) else { return };
        let bodies = with.tables.iter().map(|t| &t.body.kind);
        let writes = |kind: &&ast::StatementKind| !matches!(kind, ast::StatementKind::Query(_));
        if !bodies.clone().any(|kind| writes(&kind)) {
            return;
        }
        for kind in bodies.chain([&statement.kind]).filter(writes) {
            let target = with_and_target(kind).and_then(|(_, target)| target);
            if let Some(crate::catalog::Object::Table(table)) =
                target.and_then(|name| self.relation(name))
            {
                let id = table.id;
                self.state.written.push(id);
            }
        }
    }

    fn plan_kind(&mut self, statement: &ast::Statement) -> crate::error::Result<Plan> {
        use ast::StatementKind as Kind;
        match &statement.kind {
            Kind::Query(query) => {
                let frame = self.state.frame.clone();
                self.plan_query(query, frame.as_deref()).map(Plan::Query)
            }
            Kind::Insert(insert) => {
                self.with_common(insert.with.as_ref(), |planner| {
                    match planner.view_as_table(&insert.table, trigger::Event::Insert)? {
                        Some(view) => planner.instead_of_insert(insert, &view).map(instead),
                        None => planner.plan_insert(insert).map(|p| Plan::Insert(Box::new(p))),
                    }
                })
            }
            Kind::Update(update) => self.with_common(update.with.as_ref(), |planner| {
                if let ast::FromItem::Table { name, .. } = &update.table
                    && let Some(view) = planner.view_as_table(name, trigger::Event::Update)?
                {
                    return planner.instead_of_update(update, name, &view).map(instead);
                }
                planner.plan_update(update).map(|p| Plan::Update(Box::new(p)))
            }),
            Kind::Delete(delete) => self.with_common(delete.with.as_ref(), |planner| {
                if let [name] = &delete.targets[..]
                    && let Some(view) = planner.view_as_table(name, trigger::Event::Delete)?
                {
                    return planner.instead_of_delete(delete, name, &view).map(instead);
                }
                planner.plan_delete(delete).map(|p| Plan::Delete(Box::new(p)))
            }),
            Kind::Merge(merge) => self.with_common(merge.with.as_ref(), |planner| {
                planner.plan_merge(merge).map(|p| Plan::Merge(Box::new(p)))
            }),
            Kind::Explain { query_plan: true, statement, .. } => self.explain(statement),
            Kind::Copy(copy) => self.plan_copy(copy),
            Kind::Explain { options, statement, .. } => self.plan_explain(options, statement),
            Kind::Call(call) => self.plan_call(call),
            Kind::Do(body) => self.plan_do(body, statement.span).map(|p| Plan::Do(Rc::new(p))),
            _ => self.plan_ddl(statement).map(Plan::Ddl),
        }
    }
}

/// The WITH of a statement and the table that it writes.
fn with_and_target(
    kind: &ast::StatementKind,
) -> Option<(Option<&ast::With>, Option<&ast::ObjectName>)> {
    use ast::StatementKind as Kind;
    Some(match kind {
        Kind::Query(query) => (query.with.as_ref(), None),
        Kind::Insert(insert) => (insert.with.as_ref(), Some(&insert.table)),
        Kind::Update(update) => {
            let ast::FromItem::Table { name, .. } = &update.table else { return None };
            (update.with.as_ref(), Some(name))
        }
        Kind::Delete(delete) => (delete.with.as_ref(), delete.targets.first()),
        Kind::Merge(merge) => (merge.with.as_ref(), Some(&merge.table)),
        _ => return None,
    })
}

fn instead(plan: instead::Instead) -> Plan {
    Plan::Instead(Box::new(plan))
}
