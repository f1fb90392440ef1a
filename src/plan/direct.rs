//! INSERTs that need no row to be built: where every value is a parameter or a constant, and what can
//! be in the way are keys of whole columns. Found here once; `exec::direct` writes such rows from
//! borrowed values. A row for which anything else would happen takes the ordinary way.

use super::conflict::{Action, CheckKind, ConflictPlan, UpdateArm, When};
use super::dml::{ColumnDefault, Insert, Source, Target, Update};
use super::node::Expr;
use super::rules::LastId;
use crate::catalog::ObjectId;
use crate::value::Value;

/// How the rows of such an INSERT are written.
#[derive(Debug)]
pub struct Direct {
    /// What each column gets.
    pub columns: Vec<Given>,
    /// The columns in which a NULL calls for the ordinary way.
    pub not_null: Vec<usize>,
    /// What is looked for, in the order of the plan's checks.
    pub probes: Vec<Probe>,
}

/// Where a value comes from.
#[derive(Debug)]
pub enum Given {
    /// What the row of VALUES has here, if that is a parameter or a constant.
    Cell(usize),
    /// A parameter or a constant.
    Expr(Expr),
}

/// A look for a row in the way.
#[derive(Debug)]
pub struct Probe {
    /// Where.
    pub key: Key,
    /// What happens when there is one.
    pub hit: Hit,
}

/// What a probe looks for.
#[derive(Debug)]
pub enum Key {
    /// The rowid, unless it was chosen just now.
    Rowid,
    /// These columns in this index.
    Unique {
        /// The index.
        index: ObjectId,
        /// The columns.
        columns: Vec<usize>,
        /// Keys with a NULL are distinct.
        nulls_distinct: bool,
    },
}

/// What a row in the way leads to.
#[derive(Debug)]
pub enum Hit {
    /// The ordinary way.
    Ordinary,
    /// The row is left out.
    Skip,
    /// The row in the way goes.
    Delete,
    /// These columns of the row in the way get other values.
    Update(Vec<(usize, NewValue)>),
}

/// The value that a column of the row in the way gets.
#[derive(Debug)]
pub enum NewValue {
    /// What the row that came has in this column.
    Proposed(usize),
    /// What the row in the way has in this column.
    Own(usize),
    /// A parameter or a constant.
    Expr(Expr),
}

/// How an INSERT's rows are written directly, if it can be.
pub(super) fn of(insert: &Insert) -> Option<Direct> {
    let target = &*insert.target;
    let Source::Rows(_) = &insert.source else { return None };
    let plain = !insert.triggered
        && is_alone(target)
        && target.last_id == LastId::Rowid
        && !target.table.without_rowid
        && !target.table.autoincrement
        && !target.updates_move
        && insert.initial.is_empty()
        && insert.beside == 0
        && insert.rowid.is_none()
        && !insert.touch_once
        && insert.returning.is_none();
    if !plain {
        return None;
    }
    let mut columns = Vec::new();
    for column in &insert.columns {
        columns.push(match (column.given, &column.default) {
            (Some(position), _) => Given::Cell(position),
            (None, ColumnDefault::Null) => Given::Expr(Expr::Const(Value::Null)),
            (None, ColumnDefault::Expr(expr @ Expr::Const(_))) => Given::Expr(expr.clone()),
            (None, _) => return None,
        });
    }
    let mut direct = Direct { columns, not_null: Vec::new(), probes: Vec::new() };
    add_checks(&mut direct, &insert.conflict, target)?;
    Some(direct)
}

/// The columns of a row that an UPDATE computes new values from, where no key looks at what it sets and
/// nothing follows from it.
pub(super) fn of_update(update: &Update) -> Option<Vec<usize>> {
    let target = &*update.target;
    let width = target.table.columns.len();
    let key = target.table.rowid_key.map(|key| key.column);
    let plain = is_alone(target)
        && target.stamped.is_empty()
        && target.last_id == LastId::Rowid
        && !target.table.without_rowid
        && !update.joined
        && update.set_rowid.is_none()
        && update.returning.is_none()
        && update.set.iter().all(|(column, _)| *column < width && Some(*column) != key)
        && keyless(&update.conflict);
    let reads = |column: &usize| update.set.iter().any(|(_, expr)| expr.looks_at(*column));
    plain.then(|| (0..=width).filter(reads).collect())
}

/// Only NULLs are checked.
fn keyless(plan: &ConflictPlan) -> bool {
    plan.checks.iter().all(|check| matches!(check.kind, CheckKind::NotNull { .. }))
}

/// Nothing follows from a row of this table but its plain index entries.
fn is_alone(target: &Target) -> bool {
    target.triggers.is_empty()
        && target.view_checks.is_empty()
        && target.children.is_empty()
        && target.parents.is_empty()
        && target.generated.is_empty()
        && target.computed.is_empty()
}

fn add_checks(direct: &mut Direct, plan: &ConflictPlan, target: &Target) -> Option<()> {
    for check in &plan.checks {
        let key = match &check.kind {
            CheckKind::NotNull { column, .. } => {
                direct.not_null.push(*column);
                continue;
            }
            CheckKind::Rowid { .. } => Key::Rowid,
            CheckKind::Unique(unique) => {
                let columns = unique.plain.clone()?;
                if unique.filter.is_some() {
                    return None;
                }
                let nulls_distinct = unique.nulls_distinct;
                Key::Unique { index: unique.index, columns, nulls_distinct }
            }
            CheckKind::Type { .. }
            | CheckKind::Check { .. }
            | CheckKind::Exclusion { .. }
            | CheckKind::Unusable => return None,
        };
        if check.when != When::Row {
            return None;
        }
        let hit = match check.action {
            Action::Skip { warn: false } => Hit::Skip,
            Action::DeleteOther => Hit::Delete,
            Action::UpdateOther(arm) => update(&plan.arms[arm], target).unwrap_or(Hit::Ordinary),
            _ => Hit::Ordinary,
        };
        direct.probes.push(Probe { key, hit });
    }
    Some(())
}

/// A DO UPDATE of columns that no key looks at.
fn update(arm: &UpdateArm, target: &Target) -> Option<Hit> {
    let plain = arm.filter.is_none()
        && !arm.sequential
        && is_alone(&arm.target)
        && arm.target.stamped.is_empty()
        && keyless(&arm.plan);
    if !plain {
        return None;
    }
    let width = target.table.columns.len();
    let key = target.table.rowid_key.map(|key| key.column);
    let mut set = Vec::new();
    for (column, expr) in &arm.set {
        if *column >= width || Some(*column) == key {
            return None;
        }
        // Of two rows, each with its rowid after its columns, the proposed one comes second.
        let value = match expr {
            Expr::Column { up: 0, index } => {
                let (row, column) = (*index as usize / (width + 1), *index as usize % (width + 1));
                match row {
                    _ if column == width => return None,
                    0 => NewValue::Own(column),
                    _ => NewValue::Proposed(column),
                }
            }
            expr @ (Expr::Param(_) | Expr::Const(_)) => NewValue::Expr(expr.clone()),
            _ => return None,
        };
        set.push((*column, value));
    }
    Some(Hit::Update(set))
}
