//! What takes the place of NULL where a check says so: a default, or the zero of a type.

use std::rc::Rc;

use super::NewRow;
use super::note::{decide, passed};
use super::violation::null_in;
use crate::error::{ErrorKind, Result};
use crate::exec::expr::{self, Env};
use crate::exec::{Cx, write};
use crate::plan::conflict::{Action, Check, CheckKind, ConflictPlan};
use crate::plan::dml::Target;
use crate::plan::node::Expr;
use crate::trace::StepKind;
use crate::value::Value;

/// What is stored in the place of a NULL that is coerced, for a column whose turn it is (MySQL).
pub(in crate::exec) fn coerce_null(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    column: usize,
) -> Result<Option<Value>> {
    let of_column = |check: &Check| {
        check.action == Action::Coerce
            && matches!(&check.kind, CheckKind::NotNull { column: c, .. } if *c == column)
    };
    let Some(number) = plan.checks.iter().position(of_column) else { return Ok(None) };
    let CheckKind::NotNull { default: Some(default), .. } = &plan.checks[number].kind else {
        return Ok(None);
    };
    passed(cx, plan, number, false);
    decide(cx, plan, number, None);
    let value = expr::eval(cx, default, &Env::of(&[]))?;
    cx.warn("Warning", null_in(target, column));
    let name = target.table.columns[column].name.clone();
    cx.emit(None, || StepKind::Default { column: name, value: value.clone() });
    Ok(Some(value))
}

/// Puts the default in the place of NULL. False when there is none, or it is NULL itself.
pub(super) fn put_default(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    row: &mut NewRow,
    column: usize,
    default: Option<&Expr>,
    check: &Check,
) -> Result<bool> {
    let Some(default) = default else { return Ok(false) };
    let value = expr::eval(cx, default, &Env::of(&row.values))?;
    let definition = &target.table.columns[column];
    let value = write::assign(cx, target, column, value, row.mode)?;
    if value.is_null() {
        return Ok(false);
    }
    if check.action == Action::Coerce {
        let kind = ErrorKind::NotNull {
            table: target.table.name.to_string(),
            column: definition.name.to_string(),
            row: Vec::new(),
        };
        cx.warn("Warning", kind);
    }
    cx.emit(None, || StepKind::Default { column: definition.name.clone(), value: value.clone() });
    row.values[column] = value;
    write::compute_generated(cx, target, &mut row.values)?;
    Ok(true)
}
