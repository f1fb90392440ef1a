//! MERGE: all rows are joined first, then each is given to the first branch that takes it.

use super::insert;
use super::row;
use super::row::RowUpdate;
use super::update;
use super::write::{self, Beside, Outcome, Run};
use super::{Cx, sequence, trigger};
use crate::error::{ErrorKind, Result};
use crate::plan::merge::{Act, Branch, Merge};
use crate::plan::rules::Mode;
use crate::plan::trigger::Event;
use crate::syntax::ast::{MergeWhen, TriggerTime};
use crate::value::Value;

/// Runs a MERGE.
///
/// # Errors
/// A violation; a row that would be changed twice.
pub fn run_merge(cx: &mut Cx<'_>, plan: &Merge, outcome: &mut Outcome) -> Result<()> {
    let mut run = Run::new(outcome, plan.returning.as_ref(), plan.target.counting);
    let result = fire(cx, plan, TriggerTime::Before)
        .and_then(|()| merge_all(cx, plan, &mut run))
        .and_then(|()| fire(cx, plan, TriggerTime::After));
    *outcome = run.outcome;
    write::end_statement(cx, result)
}

/// Fires the triggers of the statements that its branches are.
fn fire(cx: &mut Cx<'_>, plan: &Merge, time: TriggerTime) -> Result<()> {
    let mut events = [Event::Insert, Event::Update, Event::Delete];
    if time == TriggerTime::After {
        events.reverse();
    }
    for event in events {
        let of = |branch: &&Branch| match &branch.act {
            Act::Insert(_) => event == Event::Insert,
            Act::Update { .. } => event == Event::Update,
            Act::Delete => event == Event::Delete,
            Act::Nothing => false,
        };
        let mut branches = plan.branches.iter().filter(of).peekable();
        if branches.peek().is_none() {
            continue;
        }
        let mut columns = Vec::new();
        for branch in branches {
            if let Act::Update { changed, .. } = &branch.act {
                columns.extend_from_slice(changed);
            }
        }
        trigger::fire_statement(cx, &plan.target, time, event, &columns)?;
    }
    Ok(())
}

fn merge_all(cx: &mut Cx<'_>, plan: &Merge, run: &mut Run<'_>) -> Result<()> {
    let width = plan.target.table.columns.len();
    let rowid_at = plan.offset + width;
    let rows = write::collect(cx, &plan.source)?;
    // All are found before any is changed.
    let others = match &plan.unmatched {
        Some(unmatched) => write::collect(cx, unmatched)?,
        None => Vec::new(),
    };
    if plan.unmatched.is_some() {
        return merge_outer(cx, plan, rows, others, run);
    }
    for (number, row) in rows.iter().enumerate() {
        cx.ordinal = number + 1;
        let when = match row.get(rowid_at) {
            Some(Value::Int(_)) => MergeWhen::Matched,
            _ => MergeWhen::NotMatchedByTarget,
        };
        merge_row(cx, plan, when, row, run)?;
    }
    Ok(())
}

/// With branches for rows that no source row matches, the table's rows come first in their order,
/// then the source rows that match none, as a full join by hash gives them.
fn merge_outer(
    cx: &mut Cx<'_>,
    plan: &Merge,
    rows: Vec<Vec<Value>>,
    others: Vec<Vec<Value>>,
    run: &mut Run<'_>,
) -> Result<()> {
    let width = plan.target.table.columns.len();
    let rowid_of = |row: &[Value], at: usize| match row.get(at) {
        Some(Value::Int(rowid)) => Some(*rowid),
        _ => None,
    };
    let mut ordinal = 0;
    let mut next = |cx: &mut Cx<'_>| {
        ordinal += 1;
        cx.ordinal = ordinal;
    };
    for own in others {
        let rowid = rowid_of(&own, width);
        let mut any = false;
        for row in rows.iter().filter(|row| rowid_of(row, plan.offset + width) == rowid) {
            any = true;
            next(cx);
            merge_row(cx, plan, MergeWhen::Matched, row, run)?;
        }
        if !any {
            let mut row = vec![Value::Null; plan.offset];
            row.extend(own);
            next(cx);
            merge_row(cx, plan, MergeWhen::NotMatchedBySource, &row, run)?;
        }
    }
    for row in rows.iter().filter(|row| rowid_of(row, plan.offset + width).is_none()) {
        next(cx);
        merge_row(cx, plan, MergeWhen::NotMatchedByTarget, row, run)?;
    }
    Ok(())
}

fn merge_row(
    cx: &mut Cx<'_>,
    plan: &Merge,
    when: MergeWhen,
    row: &[Value],
    run: &mut Run<'_>,
) -> Result<()> {
    cx.tick()?;
    for branch in plan.branches.iter().filter(|b| b.when == when) {
        let taken = match &branch.filter {
            Some(filter) => write::holds_in_frame(cx, filter, row)?,
            None => true,
        };
        if taken {
            return act(cx, plan, branch, row, run);
        }
    }
    run.outcome.tally.unchanged += 1;
    Ok(())
}

fn act(
    cx: &mut Cx<'_>,
    plan: &Merge,
    branch: &Branch,
    row: &[Value],
    run: &mut Run<'_>,
) -> Result<()> {
    let target = &plan.target;
    let width = target.table.columns.len();
    let around = &row[..plan.offset];
    let beside = Beside { around, ..Beside::default() };
    if let Act::Insert(insert) = &branch.act {
        let mut ids = sequence::Ids::new(cx, insert);
        cx.state.merge_action = "INSERT";
        let rowid = insert::insert_one(cx, insert, (row, around), run, &mut ids);
        if let Some(rowid) = rowid? {
            cx.work.touched.insert((target.table.id, rowid));
        }
        return Ok(());
    }
    if matches!(branch.act, Act::Nothing) {
        run.outcome.tally.unchanged += 1;
        return Ok(());
    }
    let Some(Value::Int(rowid)) = row.get(plan.offset + width) else { return Ok(()) };
    if !cx.work.touched.insert((target.table.id, *rowid)) {
        return Err(ErrorKind::SecondTouch { merge: true }.nowhere());
    }
    let Some(slot) = cx.store.row(target.table.id, *rowid) else { return Ok(()) };
    let old = row::read_row(cx, slot);
    match &branch.act {
        Act::Nothing | Act::Insert(_) => Ok(()),
        Act::Delete => {
            cx.state.merge_action = "DELETE";
            let gone = run.write(target, beside, |then| {
                row::delete_row(cx, target, *rowid, then, &mut false)
            });
            if gone? {
                run.outcome.tally.deleted += 1;
                run.outcome.changes += 1;
            }
            Ok(())
        }
        Act::Update { set, changed, conflict } => {
            let mut new = old.clone();
            for (column, expr) in set {
                let value = write::eval_in_frame(cx, expr, row)?;
                new[*column] = write::assign(cx, target, *column, value, Mode::STRICT)?;
            }
            let (rowid, mode) = (*rowid, Mode::STRICT);
            let update = RowUpdate { rowid, slot, old: &old, new, mode, changed };
            cx.state.merge_action = "UPDATE";
            let placed = run
                .write(target, beside, |then| row::update_row(cx, target, conflict, update, then));
            update::count_update(run, placed?);
            Ok(())
        }
    }
}
