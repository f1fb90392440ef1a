//! INSERTs of one row that need no row to be built: every value is a parameter or a constant, and
//! what can be in the way are keys of whole columns. Found here once; `exec::direct` writes their rows
//! from borrowed parameters. A row for which anything else would happen takes the ordinary way.

use super::conflict::{Action, CheckKind, ConflictPlan, UpdateArm, When};
use super::dml::{Cell, ColumnDefault, Insert, Source, Target};
use super::node::Expr;
use super::rules::LastId;
use crate::catalog::ObjectId;
use crate::value::Value;

/// How the row of such an INSERT is written.
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
    /// This parameter, from 0.
    Param(usize),
    /// This value, which the column stores as it is.
    Const(Value),
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
    Given(Given),
}

/// How an INSERT's row is written directly, if it can be.
pub(super) fn of(insert: &Insert) -> Option<Direct> {
    let target = &*insert.target;
    let Source::Rows(rows) = &insert.source else { return None };
    let [cells] = &rows[..] else { return None };
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
    for (number, column) in insert.columns.iter().enumerate() {
        let given = match column.given.and_then(|at| cells.get(at)) {
            Some(Cell::Expr(expr)) => given(expr, target, number)?,
            Some(Cell::Default) | None => match &column.default {
                ColumnDefault::Null => Given::Const(Value::Null),
                ColumnDefault::Expr(expr @ Expr::Const(_)) => given(expr, target, number)?,
                _ => return None,
            },
        };
        columns.push(given);
    }
    let mut direct = Direct { columns, not_null: Vec::new(), probes: Vec::new() };
    add_checks(&mut direct, &insert.conflict, target)?;
    Some(direct)
}

/// Nothing follows from a row of this table but its plain index entries.
fn is_alone(target: &Target) -> bool {
    target.triggers.is_empty()
        && target.children.is_empty()
        && target.parents.is_empty()
        && target.generated.is_empty()
        && target.computed.is_empty()
}

fn given(expr: &Expr, target: &Target, column: usize) -> Option<Given> {
    match expr {
        Expr::Param(number) => Some(Given::Param((*number as usize).checked_sub(1)?)),
        Expr::Const(value) if target.as_is[column].holds(value.borrow()) => {
            Some(Given::Const(value.clone()))
        }
        _ => None,
    }
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
            Action::UpdateOther(arm) => update(&plan.arms[arm], target).unwrap_or(Hit::Ordinary),
            _ => Hit::Ordinary,
        };
        direct.probes.push(Probe { key, hit });
    }
    Some(())
}

/// A DO UPDATE of columns that no key looks at.
fn update(arm: &UpdateArm, target: &Target) -> Option<Hit> {
    let keyless = |plan: &ConflictPlan| {
        plan.checks.iter().all(|check| matches!(check.kind, CheckKind::NotNull { .. }))
    };
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
            expr => NewValue::Given(given(expr, target, *column)?),
        };
        set.push((*column, value));
    }
    Some(Hit::Update(set))
}
