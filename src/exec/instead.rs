//! Writes to views: each row goes to the INSTEAD OF triggers and nowhere else.

use super::Cx;
use super::trigger::{self, Fired, Rows};
use super::write::{self, Outcome};
use crate::error::Result;
use crate::plan::dml::{Cell, Source};
use crate::plan::instead::{Instead, InsteadSource};
use crate::plan::node::Expr;
use crate::plan::trigger::Event;
use crate::syntax::ast::TriggerTime;
use crate::types::{Affinity, Type};
use crate::value::Value;

/// Runs a write to a view.
///
/// # Errors
/// What its triggers raise.
pub fn run_instead(cx: &mut Cx<'_>, plan: &Instead, outcome: &mut Outcome) -> Result<()> {
    match &plan.source {
        InsteadSource::New(source, columns) => {
            for given in new_rows(cx, source)? {
                let value = |at: &Option<usize>| at.map_or(Value::Null, |at| given[at].clone());
                let new: Vec<Value> = columns.iter().map(value).collect();
                fire(cx, plan, None, Some(new), outcome)?;
            }
        }
        InsteadSource::Old(node, places, set) => {
            for source in write::collect(cx, node)? {
                let old: Vec<Value> = places.iter().map(|at| source[*at].clone()).collect();
                let new = match plan.event {
                    Event::Update => {
                        let mut new = old.clone();
                        for (column, expr) in set {
                            new[*column] = write::eval_in_frame(cx, expr, &source)?;
                        }
                        // An INSERT's are taken as they are (insert.c and update.c).
                        let seen = !plan.target.triggers.is_empty();
                        let all = affinities(plan).filter(|_| seen);
                        for (value, affinity) in new.iter_mut().zip(all) {
                            *value = affinity.apply(std::mem::take(value));
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
    let raw = new.clone().or_else(|| old.clone());
    // A view's rows have no rowid.
    for row in [&mut old, &mut new].into_iter().flatten() {
        // Columns of triggers that are REAL never give an integer (expr.c, TK_TRIGGER).
        row.iter_mut().zip(affinities(plan)).for_each(|(value, of)| never_integer(value, of));
        row.push(Value::Null);
    }
    let rows = Rows { old: old.as_deref(), new: new.as_deref(), changed: &plan.changed };
    let time = TriggerTime::InsteadOf;
    let changed = match trigger::fire(cx, &plan.target, time, plan.event, rows)? {
        Fired::Ignore => return Ok(()),
        Fired::Row(row) => Some(row),
        Fired::GoOn => None,
    };
    outcome.matched += 1;
    outcome.changes += i64::from(plan.counted);
    let (Some(returning), Some(row)) = (&plan.returning, changed.or(raw)) else { return Ok(()) };
    let mut out = Vec::with_capacity(returning.exprs.len());
    for expr in &returning.exprs {
        let mut value = write::eval_in_frame(cx, expr, &row)?;
        // Of RETURNING only results that are such columns do not (trigger.c, codeReturningTrigger).
        if let Expr::Column { up: 0, index } = expr {
            let affinity = affinities(plan).nth(*index as usize);
            never_integer(&mut value, affinity.unwrap_or(Affinity::Blob));
        }
        out.push(value);
    }
    outcome.rows.push(out);
    Ok(())
}

/// The affinities of the view's columns, in SQLite.
fn affinities(plan: &Instead) -> impl Iterator<Item = Affinity> {
    plan.target.table.columns.iter().map(|column| match column.ty {
        Type::Affinity(affinity, _) => affinity,
        _ => Affinity::Blob,
    })
}

fn never_integer(value: &mut Value, affinity: Affinity) {
    if let (Affinity::Real, Value::Int(n)) = (affinity, &*value) {
        *value = Value::Real(*n as f64);
    }
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
