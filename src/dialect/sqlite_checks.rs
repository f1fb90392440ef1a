//! SQLite: which checks a write makes, in which order, and what each violation does.
//!
//! Source: insert.c, `sqlite3GenerateConstraintChecks`; upsert.c; the order of indexes from
//! build.c, `sqlite3CreateIndex`. Compared with SQLite 3.54.

use crate::catalog::{Index, IndexOrigin, Table};
use crate::error::Result;
use crate::plan::conflict::{Action, Origin, Scope, When, used_columns};
use crate::plan::rules::{ArmTarget, PlannedCheck, Subject, WriteContext};
use crate::syntax::conflict::{ArmAction, OrClause, Resolution};
use crate::types::{Strict, Type};

/// The checks of a write.
pub(super) fn checks(context: &WriteContext<'_>) -> Result<Vec<PlannedCheck>> {
    let mut checks = Vec::new();
    // Generated columns are computed from values that have been brought to their types.
    let generated = context.table.columns.iter().any(|c| c.generated.is_some());
    let columns: Vec<usize> = (0..context.table.columns.len()).collect();
    let stored = |column: usize| context.table.columns[column].generated.as_ref().map(|g| g.stored);
    let given = |column: usize| stored(column).is_none();
    if generated {
        types(context, &mut checks, &columns, &given);
        // Virtual ones are judged as they are computed.
        let order = crate::plan::dml::generated_order(context.table);
        types(context, &mut checks, &order, &|column| stored(column) == Some(false));
    }
    not_null(context, &mut checks);
    let table_checks = table_checks(context);
    let order = uniqueness_order(context);
    // Types are enforced together with affinity: before the first CHECK or, where there is none,
    // before the first index (insert.c, `bAffinityDone`).
    let rowid_first = table_checks.is_empty() && order.first() == Some(&Subject::Rowid);
    let (before, after) = order.split_at(usize::from(rowid_first));
    let unique = |subject: &Subject| unique_check(context, *subject);
    checks.extend(before.iter().map(unique));
    if !generated {
        types(context, &mut checks, &columns, &given);
    }
    types(context, &mut checks, &columns, &|column| stored(column) == Some(true));
    checks.extend(table_checks);
    checks.extend(after.iter().map(unique));
    Ok(checks)
}

/// STRICT types of some of these columns. An error undoes the statement whatever clause there is (1.2).
fn types(
    context: &WriteContext<'_>,
    checks: &mut Vec<PlannedCheck>,
    columns: &[usize],
    meant: &dyn Fn(usize) -> bool,
) {
    let table = context.table;
    for column in columns.iter().copied().filter(|column| meant(*column)) {
        let ty = &table.columns[column].ty;
        let enforced = matches!(ty, Type::Affinity(_, Some(strict)) if *strict != Strict::Any);
        if enforced && !is_rowid_key(table, column) && is_changed(context, column) {
            let stop = Action::Stop(Scope::Statement);
            checks.push(planned(Subject::Type(column), stop, Origin::Default, "ABORT"));
        }
    }
}

/// CHECK, in the order of declaration.
fn table_checks(context: &WriteContext<'_>) -> Vec<PlannedCheck> {
    let table = context.table;
    let names = crate::catalog::NameRule::IgnoreCase;
    let mut checks = Vec::new();
    if context.settings.ignore_checks {
        return checks;
    }
    for (number, check) in table.checks.iter().enumerate() {
        let used = used_columns(&check.expr, table, names);
        if context.changed.is_none() || used.iter().any(|c| is_changed(context, *c)) {
            // REPLACE has no meaning for CHECK and acts as ABORT (lang_conflict.html).
            let (mut action, origin, word) = decide(context, None, "ABORT");
            if action == Action::DeleteOther {
                action = Action::Stop(Scope::Statement);
            }
            checks.push(planned(Subject::Check(number), action, origin, word));
        }
    }
    checks
}

/// NOT NULL, left to right; then columns that take a default, which may be NULL too; then those that
/// are generated.
fn not_null(context: &WriteContext<'_>, checks: &mut Vec<PlannedCheck>) {
    let table = context.table;
    let mut defaults = Vec::new();
    for generated in [false, true] {
        for (column, definition) in table.columns.iter().enumerate() {
            let Some(not_null) = &definition.not_null else { continue };
            if definition.generated.is_some() != generated
                || !is_changed(context, column)
                || is_rowid_key(table, column)
            {
                continue;
            }
            let (mut action, origin, word) = decide(context, not_null.on_conflict, "ABORT");
            if action == Action::DeleteOther {
                // REPLACE puts the default in the place of NULL; without one it aborts.
                action = match definition.default {
                    Some(_) => Action::UseDefault,
                    None => Action::Stop(Scope::Statement),
                };
            }
            let filled = action == Action::UseDefault;
            let check = planned(Subject::NotNull(column), action, origin, word);
            if filled { &mut defaults } else { &mut *checks }.push(check);
        }
        checks.append(&mut defaults);
    }
}

/// The rowid and the unique indexes, in the order in which they are looked at.
fn uniqueness_order(context: &WriteContext<'_>) -> Vec<Subject> {
    let table = context.table;
    // A rowid that the engine chooses is not looked for (insert.c, `pkChng`).
    let rowid = !table.without_rowid
        && match context.changed {
            Some(changed) => changed.contains(&table.columns.len()),
            None => context.rowid_given,
        };
    let overridden = overriding(context).is_some() || context.arms == [ArmTarget::Any];
    // A rowid whose own clause is REPLACE waits until nothing else can stop the row.
    let rowid_last = rowid
        && !overridden
        && !context.indexes.is_empty()
        && unique_check(context, Subject::Rowid).action == Action::DeleteOther;
    let mut order = Vec::new();
    let mut rowid_waits = rowid && !rowid_last;
    if has_target(context) {
        // Targets come first, in the order written; the rowid at its own or after the last.
        for arm in context.arms {
            match arm {
                ArmTarget::Any => break,
                ArmTarget::Rowid => {
                    order.extend(rowid_waits.then_some(Subject::Rowid));
                    rowid_waits = false;
                }
                ArmTarget::Indexes(ids) => {
                    let named = context.indexes.iter().position(|i| ids.contains(&i.id));
                    let subject = named.map(Subject::Index);
                    order.extend(subject.filter(|s| !order.contains(s)));
                }
            }
        }
    }
    order.extend(rowid_waits.then_some(Subject::Rowid));
    // Newest first, as SQLite links them, those whose own clause is REPLACE after the others.
    for replaces in [false, true] {
        for (number, index) in context.indexes.iter().enumerate().rev() {
            let own = index.on_conflict.is_some_and(|c| c.resolution == Resolution::Replace);
            let subject = Subject::Index(number);
            if index.unique && own == replaces && !order.contains(&subject) {
                order.push(subject);
            }
        }
    }
    order.extend(rowid_last.then_some(Subject::Rowid));
    order.retain(|subject| match subject {
        Subject::Index(number) => index_is_changed(context, &context.indexes[*number]),
        _ => true,
    });
    order
}

fn unique_check(context: &WriteContext<'_>, subject: Subject) -> PlannedCheck {
    for (number, arm) in context.arms.iter().enumerate() {
        let takes = match (arm, subject) {
            (ArmTarget::Any, _) | (ArmTarget::Rowid, Subject::Rowid) => true,
            (ArmTarget::Indexes(ids), Subject::Index(index)) => {
                ids.contains(&context.indexes[index].id)
            }
            _ => false,
        };
        if takes {
            let clause = &context.on_conflict.arms[number];
            let origin = Origin::Statement(clause.span);
            return match clause.action {
                ArmAction::Nothing => {
                    planned(subject, Action::Skip { warn: false }, origin, "DO NOTHING")
                }
                ArmAction::Update { .. } => planned(
                    subject,
                    Action::UpdateOther(update_number(context, number)),
                    origin,
                    "DO UPDATE",
                ),
            };
        }
    }
    let own = match subject {
        Subject::Index(index) => context.indexes[index].on_conflict,
        _ => context.table.rowid_key.and_then(|k| k.on_conflict),
    };
    let (action, origin, word) = decide(context, own, "ABORT");
    planned(subject, action, origin, word)
}

/// The number of an arm among those that update.
fn update_number(context: &WriteContext<'_>, arm: usize) -> usize {
    let arms = &context.on_conflict.arms[..arm];
    arms.iter().filter(|a| matches!(a.action, ArmAction::Update { .. })).count()
}

fn has_target(context: &WriteContext<'_>) -> bool {
    context.arms.first().is_some_and(|arm| *arm != ArmTarget::Any)
}

/// The clause that overrides those of the constraints: the outer statement's inside a trigger,
/// else the statement's own; ABORT in the update part of an upsert (lang_UPSERT.html).
fn overriding(context: &WriteContext<'_>) -> Option<OrClause> {
    context.inherited_or.or(context.on_conflict.or)
}

/// What a violation does: statement clause, else constraint clause, else ABORT.
fn decide(
    context: &WriteContext<'_>,
    own: Option<OrClause>,
    default: &'static str,
) -> (Action, Origin, &'static str) {
    if context.upsert_update {
        return (Action::Stop(Scope::Statement), Origin::Default, default);
    }
    let (clause, origin) = match (overriding(context), own) {
        (Some(or), _) => (or, Origin::Statement(or.span)),
        (None, Some(own)) => (own, Origin::Constraint(own.span)),
        (None, None) => return (Action::Stop(Scope::Statement), Origin::Default, default),
    };
    let (action, word) = match clause.resolution {
        Resolution::Rollback => (Action::Stop(Scope::Transaction), "ROLLBACK"),
        Resolution::Abort => (Action::Stop(Scope::Statement), "ABORT"),
        Resolution::Fail => (Action::Stop(Scope::Nothing), "FAIL"),
        Resolution::Ignore => (Action::Skip { warn: false }, "IGNORE"),
        Resolution::Replace => (Action::DeleteOther, "REPLACE"),
    };
    (action, origin, word)
}

fn planned(subject: Subject, action: Action, origin: Origin, word: &'static str) -> PlannedCheck {
    PlannedCheck { subject, action, origin, word, when: When::Row }
}

/// The primary key of a table WITHOUT ROWID, which the table is kept by.
fn is_own_key(table: &Table, index: &Index) -> bool {
    table.without_rowid && index.origin == IndexOrigin::PrimaryKey
}

fn is_rowid_key(table: &Table, column: usize) -> bool {
    table.rowid_key.is_some_and(|k| k.column == column)
}

/// Whether a column (or, one past the last, the rowid) can be different after the write.
fn is_changed(context: &WriteContext<'_>, column: usize) -> bool {
    context.changed.is_none_or(|changed| changed.contains(&column))
}

/// An UPDATE checks an index only when a column of its key or its WHERE changes, or the rowid.
fn index_is_changed(context: &WriteContext<'_>, index: &Index) -> bool {
    use crate::catalog::{NameRule, Term};
    let uses = |expr| used_columns(expr, context.table, NameRule::IgnoreCase);
    let table = context.table;
    // A new primary key of a table WITHOUT ROWID is part of all its indexes.
    let moves = table.without_rowid && table.primary_key.iter().any(|c| is_changed(context, *c));
    moves
        || context.all_indexes && !is_own_key(table, index)
        || is_changed(context, table.columns.len())
        || index.terms.iter().any(|t| match &t.term {
            Term::Column(c) => is_changed(context, *c),
            Term::Expr(expr, _) => uses(expr).iter().any(|c| is_changed(context, *c)),
        })
        || index
            .filter
            .as_ref()
            .is_some_and(|(f, _)| uses(f).iter().any(|c| is_changed(context, *c)))
}
