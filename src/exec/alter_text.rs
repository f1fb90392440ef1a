//! Carries out ALTER TABLE: other definitions in the place of the old ones, and other rows where
//! their shape changes.

use super::Cx;
use super::expr::{self, Env};
use super::row;
use crate::catalog::Table;
use crate::error::{Error, ErrorKind, Report, Result};
use crate::plan::alter_text::{AlterText, RowChange};
use crate::plan::node::Expr;
use crate::store::Change;
use crate::value::Value;

/// Runs an ALTER TABLE.
///
/// # Errors
/// A new column that the rows there are may not have.
pub(super) fn run(cx: &mut Cx<'_>, plan: &AlterText) -> Result<()> {
    if let Some(message) = plan.empty
        && cx.store.count(plan.old.id) > 0
    {
        return Err(refusal(message));
    }
    for (key, object) in plan.removed.iter().rev() {
        let (key, before) = (key.clone(), Some(object.clone()));
        cx.write(&Change::Object { key, before, after: None }, &[]);
    }
    for (key, object) in &plan.added {
        let (key, after) = (key.clone(), Some(object.clone()));
        cx.write(&Change::Object { key, before: None, after }, &[]);
    }
    reshape(cx, plan)?;
    // The entries of an index are those of rows in one shape, so that it is made anew.
    for index in &plan.indexes {
        super::ddl::create_index(cx, index)?;
    }
    if plan.old.name != plan.new.name {
        cx.move_in_book(&plan.old, Some(&plan.new.name));
    }
    Ok(())
}

/// Rows of the new shape in the place of the old ones.
fn reshape(cx: &mut Cx<'_>, plan: &AlterText) -> Result<()> {
    let table = plan.old.id;
    if matches!(plan.rows, RowChange::Keep) && plan.checks.is_empty() {
        return Ok(());
    }
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = cx.store.at_or_after(table, from) {
        cx.tick()?;
        let mut row = row::read_row(cx, slot);
        match &plan.rows {
            RowChange::Keep => {
                for check in &plan.checks {
                    if expr::eval_condition(cx, check, &Env::of(&row))? == Some(false) {
                        let (table, constraint) = (plan.new.name.to_string(), String::new());
                        return Err(ErrorKind::CheckBroken { table, constraint }.nowhere());
                    }
                }
                let Some(next) = rowid.checked_add(1) else { break };
                from = next;
                continue;
            }
            RowChange::Add(default) => {
                row.pop();
                row.push(new_value(cx, &plan.new, default, &row)?);
                row.push(Value::Int(rowid));
                check_row(cx, plan, &row)?;
                row.pop();
            }
            RowChange::Drop(column) => {
                row.pop();
                row.remove(*column);
            }
        }
        let after = Some(cx.store.place(rowid, &row));
        cx.write(&Change::Row { table, rowid, before: Some(slot), after }, &[]);
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    Ok(())
}

fn new_value(cx: &mut Cx<'_>, table: &Table, default: &Expr, row: &[Value]) -> Result<Value> {
    let value = expr::eval(cx, default, &Env::of(row))?;
    Ok(match table.columns.last().map(|c| &c.ty) {
        Some(crate::types::Type::Affinity(affinity, _)) => affinity.apply(value),
        _ => value,
    })
}

fn check_row(cx: &mut Cx<'_>, plan: &AlterText, row: &[Value]) -> Result<()> {
    for check in &plan.checks {
        if expr::eval_condition(cx, check, &Env::of(row))? == Some(false) {
            return Err(refusal("CHECK constraint failed"));
        }
    }
    let column = row.len() - 2;
    match &plan.new.columns[column].ty {
        _ if plan.new.columns[column].not_null.is_some() && row[column].is_null() => {
            Err(refusal("NOT NULL constraint failed"))
        }
        crate::types::Type::Affinity(_, Some(strict)) if !strict.accepts(&row[column]) => {
            Err(refusal("type mismatch on DEFAULT"))
        }
        _ => Ok(()),
    }
}

fn refusal(message: &str) -> Error {
    let (code, message) = ("SQLITE_ERROR".to_string(), message.to_string());
    let report = Report { code, errno: 1, message, ..Report::default() };
    ErrorKind::Report(Box::new(report)).nowhere()
}
