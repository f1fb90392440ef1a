//! What will be checked when a row is written, in which order, and what each violation does:
//! [`OnConflict`] + table + rules → [`ConflictPlan`].

mod arbiter;
mod arm;
mod columns;

use std::rc::Rc;

pub use columns::{same_expr, used_columns};
pub(super) use columns::{uses_any, walk_columns};

use super::dml::Target;
use super::node::Expr;
use super::rules::{ArmTarget, PlannedCheck, Subject, WriteContext};
use super::scope::{Scope as Names, ScopeItem};
use super::{Late, Planner};
use crate::catalog::{Index, IndexOrigin, ObjectId, Table, Term};
use crate::collation::Collation;
use crate::error::{ErrorKind, KeyKind, Result};
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::{ArmAction, OnConflict, OrClause, Resolution};
use crate::types::{Strict, Type};

/// The checks of one kind of write to one table, in the order in which they run.
#[derive(Debug)]
pub struct ConflictPlan {
    /// The table's name.
    pub table: Rc<str>,
    /// The checks.
    pub checks: Vec<Check>,
    /// DO UPDATE and ON DUPLICATE KEY UPDATE, referred to by [`Action::UpdateOther`].
    pub arms: Vec<UpdateArm>,
    /// A row whose foreign keys are violated is left out with a warning (MySQL's IGNORE).
    pub skips_foreign: bool,
    /// The text that the words of constraints stand in, and where it began in what their spans
    /// count from.
    pub definition: (Rc<str>, u32),
}

impl ConflictPlan {
    /// Whether a row in the way may be deleted.
    pub fn may_delete(&self) -> bool {
        self.checks.iter().any(|c| c.action == Action::DeleteOther)
    }
}

/// One check.
#[derive(Debug)]
pub struct Check {
    /// What is looked at.
    pub kind: CheckKind,
    /// The constraint's name, where it has one.
    pub constraint: Option<Rc<str>>,
    /// Names of the columns (or texts of the expressions) that it is about.
    pub columns: Vec<Rc<str>>,
    /// When it is judged.
    pub when: When,
    /// What a violation does.
    pub action: Action,
    /// Whose word that is.
    pub origin: Origin,
    /// The word for it, as the dialect writes it: `ABORT`, `IGNORE`, `DO UPDATE`.
    pub word: &'static str,
}

impl Check {
    /// It looks for a key in a unique index.
    pub fn is_unique(&self) -> bool {
        matches!(self.kind, CheckKind::Unique(_))
    }
}

/// What a check looks at.
#[derive(Debug)]
pub enum CheckKind {
    /// NOT NULL of a column. `default` is what [`Action::UseDefault`] puts there.
    NotNull {
        /// The column.
        column: usize,
        /// The default.
        default: Option<Expr>,
    },
    /// The type that a STRICT table enforces.
    Type {
        /// The column.
        column: usize,
        /// The type.
        strict: Strict,
    },
    /// A condition over the row; false violates, NULL does not.
    Check {
        /// The condition.
        condition: Expr,
        /// Its text.
        text: Rc<str>,
        /// The domain that it belongs to.
        domain: Option<Rc<str>>,
    },
    /// The rowid is free.
    Rowid {
        /// INTEGER PRIMARY KEY, or the hidden rowid.
        kind: KeyKind,
    },
    /// The key is free in a unique index.
    Unique(UniqueCheck),
    /// An exclusion constraint: no other row for which all operators hold.
    Exclusion {
        /// The constraint's index.
        index: ObjectId,
        /// The values that are compared, from one row.
        key: Vec<Expr>,
        /// The condition over the stored row and the new row after it.
        condition: Expr,
    },
    /// A deferrable constraint that the statement takes for an arbiter: a row that comes to it
    /// ends the statement (PostgreSQL).
    Unusable,
}

/// A probe of a unique index.
#[derive(Debug)]
pub struct UniqueCheck {
    /// The index.
    pub index: ObjectId,
    /// Its name.
    pub name: Rc<str>,
    /// The key's values from the row.
    pub key: Vec<Expr>,
    /// Columns of the key when all its terms are whole columns: the fast path.
    pub plain: Option<Vec<usize>>,
    /// Prefix lengths of its terms, where they have one.
    pub prefixes: Vec<Option<u32>>,
    /// Collations of its terms.
    pub collations: Vec<&'static Collation>,
    /// The WHERE of a partial index.
    pub filter: Option<Expr>,
    /// Keys with a NULL are distinct.
    pub nulls_distinct: bool,
    /// What kind of key, for the error.
    pub kind: KeyKind,
    /// Whether a term is an expression.
    pub expression: bool,
}

/// When a check is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// For each row, before it is written.
    Row,
    /// At the end of the statement.
    StatementEnd,
    /// At commit.
    Commit,
}

/// What a violation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ends the statement with an error. ABORT, FAIL and ROLLBACK differ in what is undone.
    Stop(Scope),
    /// Leaves the row out: IGNORE, DO NOTHING.
    Skip {
        /// With a warning (MySQL).
        warn: bool,
    },
    /// Puts the default in the place of NULL: SQLite's REPLACE on NOT NULL.
    UseDefault,
    /// Stores a value of the right type and warns: MySQL's IGNORE.
    Coerce,
    /// Deletes the row in the way: REPLACE.
    DeleteOther,
    /// Updates the row in the way: DO UPDATE, ON DUPLICATE KEY UPDATE. The number of the arm.
    UpdateOther(usize),
}

pub use crate::error::Undo as Scope;

/// Whose word an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The statement's, at these words.
    Statement(Span),
    /// The constraint's, at these words of the text that made it.
    Constraint(Span),
    /// Nobody's: the default.
    Default,
}

impl Origin {
    /// Its name in a trace.
    pub fn name(self) -> &'static str {
        match self {
            Origin::Statement(_) => "statement",
            Origin::Constraint(_) => "constraint",
            Origin::Default => "default",
        }
    }
}

/// A DO UPDATE. Its expressions see the row in the way (columns, rowid) and after it the row
/// that was to be inserted (columns, rowid).
#[derive(Debug)]
pub struct UpdateArm {
    /// How the table is written by it.
    pub target: Rc<Target>,
    /// New values by column.
    pub set: Vec<(usize, Expr)>,
    /// The columns that change.
    pub changed: Vec<usize>,
    /// Later assignments see earlier ones (MySQL).
    pub sequential: bool,
    /// The WHERE.
    pub filter: Option<Expr>,
    /// The checks of the update.
    pub plan: Rc<ConflictPlan>,
    /// The clause.
    pub span: Span,
}

/// Whether an error about a conflict target is found only when indexes are looked at.
fn is_late(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::NoArbiter { .. })
}

impl Planner<'_> {
    /// The checks of an INSERT and the updates that it may turn into.
    ///
    /// # Errors
    /// A conflict target that nothing matches; names in SET and WHERE that are not there.
    pub(super) fn plan_insert_conflict(
        &mut self,
        insert: &ast::Insert,
        table: &Rc<Table>,
        alias: &str,
        rowid_given: bool,
        beside: &[ScopeItem],
    ) -> Result<ConflictPlan> {
        self.state.target_alias = insert.alias.as_ref().map(|alias| alias.text.clone());
        let mut plan = self.plan_checks(table, &insert.on_conflict, None, rowid_given, false)?;
        let updates = insert.on_conflict.arms.iter().filter_map(|arm| match &arm.action {
            ArmAction::Update { set, filter } => Some((arm, set, filter)),
            ArmAction::Nothing => None,
        });
        for (number, (arm, set, filter)) in updates.enumerate() {
            // An arm that no check leads to is not even looked at (upsert.c).
            let meant = |check: &Check| check.action == Action::UpdateOther(number);
            if self.rules.write.one_arbiter && !plan.checks.iter().any(meant) {
                continue;
            }
            let planned = plan.arms.len();
            plan.arms.push(self.plan_arm(
                insert,
                table,
                alias,
                (arm, set, filter.as_ref()),
                beside,
            )?);
            for check in plan.checks.iter_mut().filter(|c| c.action == Action::UpdateOther(number))
            {
                check.action = Action::UpdateOther(planned);
            }
        }
        Ok(plan)
    }

    /// The checks of a write. `changed` are the columns that an UPDATE changes.
    pub(super) fn plan_checks(
        &mut self,
        table: &Rc<Table>,
        on_conflict: &OnConflict,
        changed: Option<&[usize]>,
        rowid_given: bool,
        upsert_update: bool,
    ) -> Result<ConflictPlan> {
        // Checks are looked at when the first row comes to them.
        let folds = std::mem::take(&mut self.state.folds);
        let indexes = self.catalog.indexes_of(table.id);
        let mut arms = Vec::new();
        let several = on_conflict.arms.len() > 1;
        for (number, arm) in on_conflict.arms.iter().enumerate() {
            let number = several.then_some(number + 1);
            let resolved = self.resolve_target(arm, number, table, &indexes);
            arms.push(match resolved {
                Err(error) if !self.rules.write.one_arbiter && is_late(&error.kind) => {
                    self.late(Late::Arbiter, error);
                    ArmTarget::Indexes(Vec::new())
                }
                resolved => resolved?,
            });
        }
        let inherited_or: Option<OrClause> = self.state.inherited_or;
        let counted = self.settings.foreign_keys && self.rules.write.foreign_keys_are_counted;
        let context = WriteContext {
            table,
            settings: self.settings,
            indexes: &indexes,
            on_conflict,
            arms: &arms,
            inherited_or,
            changed,
            many: self.state.reach.many.get(),
            rowid_given,
            upsert_update,
            all_indexes: counted && changed.is_some_and(|c| self.old_goes_first(table, c)),
        };
        let planned = (self.rules.write.checks)(&context)?;
        self.note_reach(table, changed.is_some(), &planned);
        let scope = self.table_scope(table, None);
        let mut checks = Vec::with_capacity(planned.len());
        for check in planned {
            checks.push(self.plan_check(check, table, &indexes, &scope)?);
        }
        let definition = (table.text.clone(), table.base);
        let ignores = on_conflict.or.is_some_and(|or| or.resolution == Resolution::Ignore);
        self.state.folds = folds;
        Ok(ConflictPlan {
            table: table.name.clone(),
            checks,
            arms: Vec::new(),
            skips_foreign: ignores && self.rules.write.ignore_is_lenient,
            definition,
        })
    }

    /// Notes what the checks of a write may do to the statement (insert.c,
    /// `sqlite3MayAbort` and `sqlite3MultiWrite`).
    fn note_reach(&self, table: &Table, update: bool, planned: &[PlannedCheck]) {
        let reach = &self.state.reach;
        for check in planned {
            let typed = matches!(check.subject, Subject::Type(_));
            let aborts = check.action == Action::Stop(Scope::Statement) && !typed;
            if aborts || check.action == Action::UseDefault {
                reach.abort.set(true);
            }
            // What triggers and foreign keys put back into the way is an error, whatever the clause
            // ("Recheck all uniqueness constraints").
            if check.action == Action::DeleteOther && self.may_cascade(table) {
                reach.abort.set(true);
            }
            let replaces = check.action == Action::DeleteOther && !update;
            if replaces && check.subject == Subject::Rowid {
                let indexed = !self.catalog.indexes_of(table.id).is_empty();
                reach.many.set(reach.many.get() || indexed || self.may_cascade(table));
            } else if replaces && self.may_cascade(table) {
                reach.many.set(true);
            }
        }
    }

    /// Whether deleting a row of the table can do more than that.
    fn may_cascade(&self, table: &Table) -> bool {
        let refers = |t: &Rc<Table>| {
            t.foreign_keys.iter().any(|k| k.refers(t, table, self.rules.table_names))
        };
        let deletes = |t: &Rc<crate::catalog::Trigger>| {
            t.definition.events.iter().any(|e| matches!(e, ast::TriggerEvent::Delete))
        };
        self.settings.recursive_triggers && self.catalog.triggers_of(table.id).iter().any(deletes)
            || self.settings.foreign_keys
                && (!table.foreign_keys.is_empty() || self.catalog.tables().any(refers))
    }

    fn plan_check(
        &mut self,
        planned: PlannedCheck,
        table: &Table,
        indexes: &[Rc<Index>],
        scope: &Names<'_>,
    ) -> Result<Check> {
        let name_of = |c: usize| table.columns[c].name.clone();
        let (kind, constraint, columns) = match planned.subject {
            Subject::NotNull(column) => {
                let definition = &table.columns[column];
                let default = match &definition.default {
                    _ if planned.action == Action::Coerce => {
                        Some(Expr::Const((self.rules.write.implicit_default)(definition)))
                    }
                    Some(default) => Some(self.bind(&default.expr, &Names::default())?.expr),
                    None => None,
                };
                let name = definition.not_null.as_ref().and_then(|n| n.name.clone());
                (CheckKind::NotNull { column, default }, name, vec![name_of(column)])
            }
            Subject::Type(column) => {
                let strict = match table.columns[column].ty {
                    Type::Affinity(_, Some(strict)) => strict,
                    _ => Strict::Any,
                };
                (CheckKind::Type { column, strict }, None, vec![name_of(column)])
            }
            Subject::Check(number) => {
                let check = &table.checks[number];
                let condition = self.bind_condition(&check.expr, scope)?;
                let used = used_columns(&check.expr, table, self.rules.column_names);
                let (text, domain) = (check.text.clone(), check.domain.clone());
                let kind = CheckKind::Check { condition, text, domain };
                (kind, check.name.clone(), used.into_iter().map(name_of).collect())
            }
            Subject::Rowid => {
                let (kind, name) = match table.rowid_key {
                    Some(key) => (KeyKind::IntegerPrimaryKey, name_of(key.column)),
                    None => (KeyKind::Rowid, Rc::from("rowid")),
                };
                (CheckKind::Rowid { kind }, None, vec![name])
            }
            Subject::Unusable(number) => {
                (CheckKind::Unusable, Some(indexes[number].name.clone()), Vec::new())
            }
            Subject::Index(number) if indexes[number].exclusion.is_some() => {
                let index = &indexes[number];
                let condition = self.plan_exclusion(index, table)?.unwrap_or(Expr::Held);
                let key = self.plan_computed(index, scope)?.key;
                let columns = super::create_index::term_texts(&index.terms, table);
                let kind = CheckKind::Exclusion { index: index.id, key, condition };
                (kind, Some(index.name.clone()), columns)
            }
            Subject::Index(number) => {
                let index = &indexes[number];
                let unique = self.plan_unique(index, table, scope)?;
                let columns = index.terms.iter().map(|t| match &t.term {
                    Term::Column(c) => name_of(*c),
                    Term::Expr(_, text) => text.clone(),
                });
                let columns = columns.collect();
                (CheckKind::Unique(unique), Some(index.name.clone()), columns)
            }
        };
        let PlannedCheck { action, origin, word, when, .. } = planned;
        Ok(Check { kind, constraint, columns, when, action, origin, word })
    }

    /// When a row excludes another: all operators hold between them and both are in the index.
    pub(super) fn plan_exclusion(&mut self, index: &Index, table: &Table) -> Result<Option<Expr>> {
        let Some(operators) = &index.exclusion else { return Ok(None) };
        let stored = self.table_scope(table, None);
        let mut proposed = Names::default();
        proposed.items.push(ScopeItem::of_table(table, None, table.columns.len() + 1));
        let mut all = Vec::new();
        for (term, operator) in index.terms.iter().zip(operators) {
            let expr = match &term.term {
                Term::Column(column) => {
                    super::alter::column_expr(&table.columns[*column].name, index.span)
                }
                Term::Expr(expr, _) => expr.clone(),
            };
            let (left, right) = (self.bind(&expr, &stored)?, self.bind(&expr, &proposed)?);
            let rules = &self.rules.expr;
            let made = match super::expr::comparison(*operator) {
                Some(compare) => (rules.compare)(compare, left, right),
                None => (rules.binary)(*operator, left, right)
                    .and_then(|bound| (rules.condition)(bound, "EXCLUDE")),
            };
            all.push(made.map_err(|kind| kind.at(index.span))?);
        }
        if let Some((filter, _)) = &index.filter {
            all.push(self.bind_condition(filter, &stored)?);
            all.push(self.bind_condition(filter, &proposed)?);
        }
        Ok(Some(Expr::And(all.into())))
    }

    fn plan_unique(
        &mut self,
        index: &Index,
        table: &Table,
        scope: &Names<'_>,
    ) -> Result<UniqueCheck> {
        let computed = self.plan_computed(index, scope)?;
        let hidden_key = index.origin == IndexOrigin::PrimaryKey;
        Ok(UniqueCheck {
            index: index.id,
            name: index.name.clone(),
            plain: if index.is_plain() { index.columns() } else { None },
            key: computed.key,
            prefixes: computed.prefixes,
            collations: index.terms.iter().map(|t| t.collation).collect(),
            filter: computed.filter,
            nulls_distinct: index.nulls_distinct && !(hidden_key && table.without_rowid),
            kind: if hidden_key { KeyKind::PrimaryKey } else { KeyKind::Unique },
            expression: index.terms.iter().any(|t| matches!(t.term, Term::Expr(..))),
        })
    }
}
