//! Writes to views: each row goes to the INSTEAD OF triggers and nowhere else.

use super::Cx;
use super::trigger::{self, Fired, Rows};
use super::write::{self, Outcome};
use crate::error::Result;
use crate::plan::dml::{Cell, Source};
use crate::plan::instead::{Instead, InsteadSource};
use crate::plan::trigger::Event;
use crate::syntax::ast::TriggerTime;
use crate::value::Value;

/// Runs a write to a view.
///
/// # Errors
/// What its triggers raise.
pub fn run_instead(cx: &mut Cx<'_>, plan: &Instead, outcome: &mut Outcome) -> Result<()> {
    let width = plan.target.table.columns.len();
    match &plan.source {
        InsteadSource::New(source, columns) => {
            for given in new_rows(cx, source)? {
                let value = |at: &Option<usize>| at.map_or(Value::Null, |at| given[at].clone());
                let new: Vec<Value> = columns.iter().map(value).collect();
                fire(cx, plan, None, Some(new), outcome)?;
            }
        }
        InsteadSource::Old(node, set) => {
            for source in write::collect(cx, node)? {
                let old = source[..width].to_vec();
                let new = match plan.event {
                    Event::Update => {
                        let mut new = old.clone();
                        for (column, expr) in set {
                            new[*column] = write::eval_in_frame(cx, expr, &source)?;
                        }
                        Some(new)
                    }
                    Event::Insert | Event::Delete => None,
                };
                fire(cx, plan, Some(old), new, outcome)?;
            }
        }
    }
    Ok(())
}

fn fire(
    cx: &mut Cx<'_>,
    plan: &Instead,
    mut old: Option<Vec<Value>>,
    mut new: Option<Vec<Value>>,
    outcome: &mut Outcome,
) -> Result<()> {
    cx.tick()?;
    cx.ordinal += 1;
    outcome.records += 1;
    // A view's rows have no rowid.
    for row in [&mut old, &mut new].into_iter().flatten() {
        row.push(Value::Null);
    }
    let rows = Rows { old: old.as_deref(), new: new.as_deref(), changed: &plan.changed };
    let time = TriggerTime::InsteadOf;
    match trigger::fire(cx, &plan.target, time, plan.event, rows)? {
        Fired::Ignore => return Ok(()),
        Fired::Row(row) => new = Some(row),
        Fired::GoOn => {}
    }
    outcome.matched += 1;
    outcome.changes += i64::from(plan.counted);
    let (Some(returning), Some(row)) = (&plan.returning, new.or(old)) else { return Ok(()) };
    let mut out = Vec::with_capacity(returning.exprs.len());
    for expr in &returning.exprs {
        out.push(write::eval_in_frame(cx, expr, &row)?);
    }
    outcome.rows.push(out);
    Ok(())
}

fn new_rows(cx: &mut Cx<'_>, source: &Source) -> Result<Vec<Vec<Value>>> {
    let rows = match source {
        Source::Query(query) => return write::collect(cx, &query.node),
        Source::Rows(rows) => rows,
    };
    let mut all = Vec::with_capacity(rows.len());
    for cells in rows {
        let mut values = Vec::with_capacity(cells.len());
        for cell in cells {
            values.push(match cell {
                Cell::Expr(expr) => write::eval_in_frame(cx, expr, &[])?,
                Cell::Default => Value::Null,
            });
        }
        all.push(values);
    }
    Ok(all)
}
