//! DO UPDATE and ON DUPLICATE KEY UPDATE.

use std::rc::Rc;

use super::{NewRow, Placed};
use crate::error::{ErrorKind, Result};
use crate::exec::{Cx, row, sequence, write};
use crate::plan::conflict::ConflictPlan;
use crate::plan::dml::Target;
use crate::plan::node::Expr;
use crate::plan::trigger::Event;
use crate::trace::StepKind;
use crate::types::{Affinity, Type};
use crate::value::Value;

/// DO UPDATE, ON DUPLICATE KEY UPDATE: changes the row in the way instead.
pub(super) fn update_other(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    (arm, other): (usize, i64),
    proposed: NewRow,
    then: Option<write::OnWritten<'_>>,
) -> Result<Placed> {
    let arm = &plan.arms[arm];
    let Some(slot) = cx.store.row(target.table.id, other) else { return Ok(Placed::Skipped) };
    if proposed.touch_once && cx.work.touched.contains(&(target.table.id, other)) {
        return Err(ErrorKind::SecondTouch { merge: false }.at(arm.span));
    }
    let width = target.table.columns.len();
    let mode = proposed.mode;
    let mut both = row::read_row(cx, slot);
    let mut given = proposed.values;
    let key = target.table.rowid_key.map(|key| key.column);
    for (column, value) in proposed.raw.into_iter().enumerate() {
        if Some(column) == key || value.is_null() {
            continue;
        }
        // A column of REAL reads whole numbers as real ones all the same (expr.c, OP_RealAffinity).
        given[column] = match (value, &target.table.columns[column].ty) {
            (Value::Int(n), Type::Affinity(Affinity::Real, _)) => Value::Real(n as f64),
            (value, _) => value,
        };
    }
    both.extend(given);
    both.extend(proposed.beside);
    if let Some(filter) = &arm.filter {
        let holds = write::holds_in_frame(cx, filter, &both)?;
        cx.emit(Some(arm.span), || StepKind::Filter { passed: holds });
        if !holds {
            return Ok(Placed::Filtered);
        }
    }
    // Where each assignment sees those before it, the row before them is kept apart.
    let kept = arm.sequential.then(|| both[..=width].to_vec());
    let mut new = both[..=width].to_vec();
    let mut nulls = write::Nulls::of(&arm.target, Event::Update);
    for (column, expr) in &arm.set {
        let mut value = write::eval_in_frame(cx, expr, &both)?;
        if *column < width {
            // NULL asks for a number, which only the row that is inserted gets (MySQL;
            // field_conv.cc, `set_field_to_null_with_conversions`).
            if arm.sequential && value.is_null() && target.table.columns[*column].identity.is_some()
            {
                value = Value::Int(0);
            }
            // What the same column of either row holds fits, but for zero dates.
            let dated =
                matches!(target.table.columns[*column].ty, Type::Date | Type::Timestamp { .. });
            let own = |index: u32| !dated && index as usize % (width + 1) == *column;
            let value = match expr {
                Expr::Column { up: 0, index } if arm.sequential && own(*index) => Ok(value),
                _ => write::assign(cx, target, *column, value, mode),
            };
            new[*column] = nulls.settle(cx, target, &arm.plan, *column, value)?;
        } else {
            new[width] = value;
        }
        if arm.sequential {
            both[*column] = new[*column].clone();
        }
    }
    nulls.check(&arm.target, &new)?;
    let proposed = sequence::id_in(target, &new);
    let old = kept.as_deref().unwrap_or(&both[..=width]);
    let update = row::RowUpdate { rowid: other, slot, old, new, mode, changed: &arm.changed };
    let placed = row::update_row(cx, &arm.target, &arm.plan, update, then)?;
    cx.work.proposed_id = proposed;
    Ok(placed)
}
