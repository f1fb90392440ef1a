//! UPDATE: rows are found first, then changed one after another.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::conflict::Placed;
use super::expr::Env;
use super::row::{RowUpdate, read_row, update_row};
use super::trigger;
use super::write::{Beside, Nulls, Outcome, Run, assign, end_statement, eval_in_frame};
use super::{Cx, Flow, direct, query};
use crate::catalog::{IndexOrigin, ObjectId};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::plan::dml::{Target, Update};
use crate::plan::node::Node;
use crate::plan::rules::Counting;
use crate::plan::trigger::Event;
use crate::store::KeyRef;
use crate::syntax::ast::TriggerTime;
use crate::value::Value;

/// Runs an UPDATE.
///
/// # Errors
/// As `insert::run_insert`.
pub(super) fn run_update(cx: &mut Cx<'_>, plan: &Update, outcome: &mut Outcome) -> Result<()> {
    let target = &plan.target;
    let counting = target.counting;
    let mut run = Run::new(outcome, plan.returning.as_ref(), counting);
    let strict = std::mem::replace(&mut cx.work.strict, plan.mode.strict);
    let result = update_all(cx, plan, &mut run).map_err(|e| e.of_row(cx.ordinal));
    cx.work.strict = strict;
    let result = result.and_then(|()| {
        trigger::fire_statement(cx, target, TriggerTime::After, Event::Update, &plan.changed)
    });
    *outcome = run.outcome;
    outcome.changes += std::mem::take(&mut cx.work.uncounted);
    end_statement(cx, result)
}

fn update_all(cx: &mut Cx<'_>, plan: &Update, run: &mut Run<'_>) -> Result<()> {
    let target = &plan.target;
    trigger::fire_statement(cx, target, TriggerTime::Before, Event::Update, &plan.changed)?;
    let rows = rows_to_update(cx, plan)?;
    let mut more = Vec::with_capacity(plan.also.len());
    for other in &plan.also {
        more.push(rows_to_update(cx, other)?);
    }
    update_rows(cx, plan, rows, run)?;
    for (other, rows) in plan.also.iter().zip(more) {
        update_rows(cx, other, rows, run)?;
    }
    Ok(())
}

pub(super) type FoundRows = Vec<(i64, Option<Vec<Value>>)>;

fn rows_to_update(cx: &mut Cx<'_>, plan: &Update) -> Result<FoundRows> {
    let gathered = plan.gathered.then_some(&*plan.target);
    let rowid_at = plan.offset + plan.target.table.columns.len();
    found_rows(cx, &plan.source, rowid_at, plan.joined, gathered)
}

fn update_rows(cx: &mut Cx<'_>, plan: &Update, rows: FoundRows, run: &mut Run<'_>) -> Result<()> {
    let target = &plan.target;
    let (width, offset) = (target.table.columns.len(), plan.offset);
    let keys = if plan.gathered { keys_of(cx, target, &rows) } else { Vec::new() };
    for (number, (rowid, source)) in rows.into_iter().enumerate() {
        cx.tick()?;
        cx.ordinal = number + 1;
        let Some(rowid) = found_again(cx, target, keys.get(number), rowid) else { continue };
        // A row that an earlier one of this statement has replaced is no longer there.
        let Some(slot) = cx.store.row(target.table.id, rowid) else { continue };
        run.outcome.matched += 1;
        let reads = plan.direct.as_ref().filter(|_| cx.trace.is_none());
        if let Some(reads) = reads
            && direct::update_row(cx, plan, reads, (rowid, slot))?
        {
            let changed = true;
            count_update(run, Placed::Updated { rowid, changed, deleted: 0 });
            continue;
        }
        let mut old = read_row(cx, slot);
        let mut new = old.clone();
        let own = old.len();
        match source {
            // What was gathered is not looked at again, whatever has happened to the row since.
            Some(source) if plan.gathered => old = source,
            // The other tables' columns stand around its own.
            Some(source) => {
                old.extend_from_slice(source.get(offset + own..).unwrap_or(&[]));
                old.splice(..0, source.into_iter().take(offset));
            }
            None => {}
        }
        let mut nulls = Nulls::of(target, Event::Update);
        let warned = cx.work.warnings.len();
        for (column, expr) in &plan.set {
            let value = eval_in_frame(cx, expr, &old)?;
            let value = assign(cx, target, *column, value, plan.mode);
            let value = nulls.settle(cx, target, &plan.conflict, *column, value);
            if value.is_err() {
                number_warnings(cx, plan, rowid, warned);
            }
            new[*column] = value?;
            if plan.sequential {
                old[offset + *column] = new[*column].clone();
            }
        }
        nulls.check(target, &new)?;
        if let Some(expr) = &plan.set_rowid {
            new[width] = eval_in_frame(cx, expr, &old)?;
        }
        let beside = old.split_off(offset + own);
        let before;
        let old = if plan.sequential || plan.joined && plan.gathered {
            before = read_row(cx, slot);
            &before[..]
        } else {
            &old[..]
        };
        let update = RowUpdate { rowid, slot, old, new, mode: plan.mode, changed: &plan.changed };
        let beside = Beside { after: &beside, ..Beside::default() };
        let placed =
            run.write(target, beside, |then| update_row(cx, target, &plan.conflict, update, then));
        if placed.is_err() || cx.work.warnings.len() > warned {
            number_warnings(cx, plan, rowid, warned);
        }
        count_update(run, placed?);
    }
    Ok(())
}

/// Warnings and errors of an UPDATE in MySQL tell the number of the row among those that were looked
/// at, whether WHERE held for them or not (sql_update.cc, inc_current_row_for_condition).
fn number_warnings(cx: &mut Cx<'_>, plan: &Update, rowid: i64, from: usize) {
    let Node::Scan(scan) = &plan.source else { return };
    let target = &plan.target;
    if target.counting != Counting::Mysql || scan.filter.is_none() {
        return;
    }
    // Where the key may change the rows that match are gathered first (`used_key_is_modified`; a
    // BEFORE trigger counts as changing what it names).
    let is_key = |i: &&Rc<crate::catalog::Index>| i.origin == IndexOrigin::PrimaryKey;
    let key = cx.store.indexes(target.table.id).find(is_key).and_then(|i| i.columns());
    if key.is_some_and(|key| key.iter().any(|c| plan.changed.contains(c)))
        || trigger::any(target, TriggerTime::Before, Event::Update)
    {
        return;
    }
    let all = crate::plan::node::Scan { filter: None, ..scan.clone() };
    let (at, trace) = (plan.offset + plan.target.table.columns.len(), cx.trace.take());
    let (mut count, mut found) = (0, false);
    let done = query::run(cx, &Node::Scan(all), None, &mut |_, row| {
        count += 1;
        found = matches!(row.get(at), Some(Value::Int(own)) if *own == rowid);
        Ok(if found { Flow::Stop } else { Flow::Continue })
    });
    cx.trace = trace;
    if done.is_ok() && found {
        cx.ordinal = count;
        cx.work.warnings[from..].iter_mut().for_each(|warning| warning.2 = count);
    }
}

/// An UPDATE counts a changed row once in every dialect.
pub(super) fn count_update(run: &mut Run<'_>, placed: Placed) {
    let tally = &mut run.outcome.tally;
    match placed {
        Placed::Updated { changed: false, .. } if run.counting == Counting::Mysql => {
            tally.unchanged += 1;
        }
        Placed::Updated { deleted, .. } | Placed::Written { deleted, .. } => {
            tally.updated += 1;
            tally.deleted += deleted as u64;
            run.outcome.changes += 1;
        }
        Placed::Skipped | Placed::Refused | Placed::Filtered => tally.ignored += 1,
    }
}

/// The rowids that a source gives, each once, with the source's whole row when it is joined. Of
/// several rows for one rowid the last counts where they are gathered, else the first.
pub(super) fn found_rows(
    cx: &mut Cx<'_>,
    source: &Node,
    rowid_at: usize,
    joined: bool,
    gathered: Option<&Target>,
) -> Result<Vec<(i64, Option<Vec<Value>>)>> {
    let mut rows: Vec<(i64, Option<Vec<Value>>)> = Vec::new();
    let mut seen: FxHashMap<i64, usize> = FxHashMap::default();
    let frame = cx.work.frame.clone();
    let outer = frame.as_deref().map(|f| Env::of(f));
    query::run(cx, source, outer.as_ref(), &mut |cx, row| {
        let Some(&Value::Int(rowid)) = row.get(rowid_at) else { return Ok(Flow::Continue) };
        if !joined {
            rows.push((rowid, None));
        } else {
            let next = rows.len();
            let at = *seen.entry(rowid).or_insert(next);
            if at == next {
                rows.push((rowid, Some(row.to_vec())));
            } else if gathered.is_some() {
                rows[at].1 = Some(row.to_vec());
            }
        }
        if rows.len() > cx.limits.rows {
            return Err(ErrorKind::Limit { what: "rows" }.nowhere());
        }
        Ok(Flow::Continue)
    })?;
    if let Some(target) = gathered {
        in_key_order(cx, target, &mut rows);
        // A list of keys may name one twice.
        rows.dedup_by_key(|(rowid, _)| *rowid);
    }
    Ok(rows)
}

/// Sorts rows by rowid, or by the primary key where that is what rows are kept by.
fn in_key_order<T>(cx: &Cx<'_>, target: &Target, rows: &mut [(i64, T)]) {
    let table = &target.table;
    match primary_index(cx, target) {
        None => sort_by_number(rows, &mut |(rowid, _)| *rowid),
        Some(key) => sort_by_number(rows, &mut |(rowid, _)| {
            let slot = cx.store.row(table.id, *rowid);
            slot.map_or(-1, |slot| cx.store.position(key, slot) as i64)
        }),
    }
}

/// The primary keys of rows that are kept by them and may be others by the time they are written:
/// it is the key that is then looked for (update.c and delete.c, WITHOUT ROWID).
pub(super) fn keys_of<T>(cx: &Cx<'_>, target: &Target, rows: &[(i64, T)]) -> Vec<Vec<Value>> {
    let table = &target.table;
    let Some(index) = primary_index(cx, target) else { return Vec::new() };
    let key = |(rowid, _): &(i64, T)| match cx.store.row(table.id, *rowid) {
        Some(slot) => cx.store.key_of(index, slot),
        None => Vec::new(),
    };
    rows.iter().map(key).collect()
}

/// The rowid that a row has now, when it is looked for by its key.
pub(super) fn found_again(
    cx: &Cx<'_>,
    target: &Target,
    key: Option<&Vec<Value>>,
    rowid: i64,
) -> Option<i64> {
    let Some(key) = key else { return Some(rowid) };
    let index = primary_index(cx, target)?;
    let hash = cx.store.hash_key(index, KeyRef::Values(key));
    let slot = cx.store.find(index, hash, KeyRef::Values(key), None)?;
    Some(cx.store.record(slot).rowid())
}

/// The index of the primary key where rows are kept by it.
fn primary_index(cx: &Cx<'_>, target: &Target) -> Option<ObjectId> {
    let table = &target.table;
    let mut indexes = cx.store.indexes(table.id);
    let key = indexes.find(|i| i.origin == IndexOrigin::PrimaryKey);
    key.filter(|_| table.without_rowid).map(|i| i.id)
}
