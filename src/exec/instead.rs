//! Writes to views: each row goes to the INSTEAD OF triggers and nowhere else.

use super::Cx;
use super::trigger::{self, Fired, Rows};
use super::write::{self, Beside, Outcome, Run};
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
    let counting = plan.target.counting;
    let mut run = Run::new(outcome, plan.returning.as_ref(), counting);
    let done = run_rows(cx, plan, &mut run);
    *outcome = run.outcome;
    done
}

fn run_rows(cx: &mut Cx<'_>, plan: &Instead, run: &mut Run<'_>) -> Result<()> {
    let width = plan.target.table.columns.len();
    match &plan.source {
        InsteadSource::New(source, columns) => {
            for given in new_rows(cx, source)? {
                let value = |at: &Option<usize>| at.map_or(Value::Null, |at| given[at].clone());
                let mut new: Vec<Value> = columns.iter().map(value).collect();
                new.push(Value::Null);
                fire(cx, plan, (None, Some(new)), &[], run)?;
            }
        }
        InsteadSource::Old(node, set) => {
            for mut source in write::collect(cx, node)? {
                // A view's rows have no rowid.
                source.insert(width, Value::Null);
                let old = source[..=width].to_vec();
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
                fire(cx, plan, (Some(old), new), &source[width + 1..], run)?;
            }
        }
    }
    Ok(())
}

fn fire(
    cx: &mut Cx<'_>,
    plan: &Instead,
    (old, new): (Option<Vec<Value>>, Option<Vec<Value>>),
    after: &[Value],
    run: &mut Run<'_>,
) -> Result<()> {
    cx.tick()?;
    cx.ordinal += 1;
    run.outcome.records += 1;
    // Columns of triggers that are REAL never give an integer (expr.c, TK_TRIGGER).
    let seen = |row: &Option<Vec<Value>>| {
        let mut row = row.clone()?;
        row.iter_mut().zip(affinities(plan)).for_each(|(value, of)| never_integer(value, of));
        Some(row)
    };
    let (before, now) = (seen(&old), seen(&new));
    let rows = Rows { old: before.as_deref(), new: now.as_deref(), changed: &plan.changed };
    let time = TriggerTime::InsteadOf;
    let (old, new) = match trigger::fire(cx, &plan.target, time, plan.event, rows)? {
        Fired::Ignore => return Ok(()),
        Fired::Row(_) if plan.event == Event::Delete => (old, new),
        Fired::Row(row) => (old, Some(row)),
        Fired::GoOn => (old, new),
    };
    run.outcome.matched += 1;
    run.outcome.changes += i64::from(plan.counted);
    let beside = Beside { after, ..Beside::default() };
    run.returned(cx, &plan.target, beside, old.as_deref(), new.as_deref())?;
    // Of RETURNING only results that are such columns do not (trigger.c, codeReturningTrigger).
    if let (Some(returning), Some(row)) = (&plan.returning, run.outcome.rows.last_mut()) {
        for (value, expr) in row.iter_mut().zip(&returning.exprs) {
            if let Expr::Column { up: 0, index } = expr {
                let affinity = affinities(plan).nth(*index as usize);
                never_integer(value, affinity.unwrap_or(Affinity::Blob));
            }
        }
    }
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
