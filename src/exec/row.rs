//! One row is stored, changed or removed with its index entries, triggers and foreign keys.

use std::rc::Rc;

use super::conflict::{self, NewRow, Placed};
use super::expr::{self, Env};
use super::insert::{begin_row, rowid_of};
use super::trigger::{self, Fired, Rows};
use super::update::found_again;
use super::write::{OnWritten, assign, compute_generated, eval_in_frame};
use super::{Cx, counted, foreign, sequence};
use crate::catalog::ObjectId;
use crate::error::{ErrorKind, Result};
use crate::plan::conflict::ConflictPlan;
use crate::plan::dml::Target;
use crate::plan::rules::{Counting, Mode};
use crate::plan::trigger::Event;
use crate::store::{Change, KeyHash, Slot};
use crate::syntax::ast::TriggerTime;
use crate::trace::{Ended, FrameKind, StepKind};
use crate::value::{Value, ValueRef};

/// New values for a row.
pub(super) struct RowUpdate<'a> {
    /// The row's rowid.
    pub(super) rowid: i64,
    /// Its place.
    pub(super) slot: Slot,
    /// Its values and rowid.
    pub(super) old: &'a [Value],
    /// The new values and rowid.
    pub(super) new: Vec<Value>,
    /// What happens to values that do not fit.
    pub(super) mode: Mode,
    /// The columns that change.
    pub(super) changed: &'a [usize],
}

/// A stored row: its values, then its rowid.
pub(super) fn read_row(cx: &Cx<'_>, slot: Slot) -> Vec<Value> {
    let record = cx.store.record(slot);
    let mut values: Vec<Value> = record.values().map(ValueRef::to_value).collect();
    values.push(Value::Int(record.rowid()));
    values
}

/// Stores a row and its computed index entries, in the place of another if it replaces one.
pub(super) fn store_row(
    cx: &mut Cx<'_>,
    target: &Target,
    rowid: i64,
    values: &[Value],
    replaces: Option<(i64, Slot)>,
    hashes: &[KeyHash],
) -> Result<()> {
    let table = target.table.id;
    refuse_pinned(cx, table)?;
    let keys = computed_keys(cx, target, values)?;
    if let Some((_, old)) = replaces {
        remove_entries(cx, target, old);
    }
    let slot = cx.store.place(rowid, &values[..target.table.columns.len()]);
    let before = match replaces {
        Some((old, before)) if old != rowid => {
            cx.write(&Change::Row { table, rowid: old, before: Some(before), after: None }, &[]);
            None
        }
        Some((_, before)) => Some(before),
        None => None,
    };
    cx.write(&Change::Row { table, rowid, before, after: Some(slot) }, hashes);
    for (index, key) in keys {
        cx.write(&Change::Entry { index, slot, key, added: true }, hashes);
    }
    Ok(())
}

/// The keys of a row in the indexes whose entries do not follow from it, where it is in them.
fn computed_keys(
    cx: &mut Cx<'_>,
    target: &Target,
    values: &[Value],
) -> Result<Vec<(u32, Rc<[Value]>)>> {
    let mut keys = Vec::new();
    for index in &target.computed {
        if let Some(filter) = &index.filter {
            cx.state.asked_now = false;
            let holds = expr::eval_condition(cx, filter, &Env::of(values))?;
            expr::must_be_pure(cx, filter, "an index")?;
            if holds != Some(true) {
                continue;
            }
        }
        let key = conflict::compute_key(cx, &index.key, &index.prefixes, values)?;
        keys.push((index.index, Rc::from(key)));
    }
    Ok(keys)
}

fn remove_entries(cx: &mut Cx<'_>, target: &Target, slot: Slot) {
    for index in &target.computed {
        if cx.store.has_entry(index.index, slot) {
            let key = Rc::from(cx.store.key_of(index.index, slot));
            cx.write(&Change::Entry { index: index.index, slot, key, added: false }, &[]);
        }
    }
}

/// Deletes a row with its triggers and what its foreign keys ask for. False when it stays. `gone` is set
/// once it is gone, whatever fails after that.
///
/// # Errors
/// Children that may not be left alone; what triggers raise.
pub(super) fn delete_row(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    rowid: i64,
    then: Option<OnWritten<'_>>,
    gone: &mut bool,
) -> Result<bool> {
    delete_with(cx, target, rowid, (true, false), then, gone)
}

/// Deletes a row that REPLACE has in its way; whether its triggers fire is in the plan.
pub(super) fn delete_replaced(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    rowid: i64,
    pins: bool,
) -> Result<bool> {
    let pins = pins
        && target.counting == Counting::Written
        && target.triggers.iter().any(|t| t.event == Event::Delete);
    delete_with(cx, target, rowid, (target.replace_fires, pins), None, &mut false)
}

/// The row that is at hand once triggers have run: in a table without rowids the one that has its
/// primary key now, be it another (delete.c and update.c, after the BEFORE triggers).
fn row_now(cx: &Cx<'_>, target: &Target, rowid: i64, old: &[Value]) -> Option<(i64, Slot)> {
    let table = &target.table;
    if !table.without_rowid {
        return cx.store.row(table.id, rowid).map(|slot| (rowid, slot));
    }
    let key: Vec<Value> = table.primary_key.iter().map(|c| old[*c].clone()).collect();
    let rowid = found_again(cx, target, Some(&key), rowid)?;
    cx.store.row(table.id, rowid).map(|slot| (rowid, slot))
}

/// The error for a table that is pinned.
fn refuse_pinned(cx: &Cx<'_>, table: ObjectId) -> Result<()> {
    match cx.work.pinned == Some(table) {
        true => Err(ErrorKind::TablePinned.nowhere()),
        false => Ok(()),
    }
}

fn delete_with(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    rowid: i64,
    (fires, pins): (bool, bool),
    then: Option<OnWritten<'_>>,
    gone: &mut bool,
) -> Result<bool> {
    let table = target.table.id;
    let Some(slot) = cx.store.row(table, rowid) else { return Ok(false) };
    let watched = !target.triggers.is_empty()
        || !target.parents.is_empty()
        || !target.children.is_empty()
        || then.is_some();
    let old = watched.then(|| read_row(cx, slot));
    let rows = Rows { old: old.as_deref(), new: None, changed: &[] };
    let outer = cx.work.pinned;
    if fires {
        cx.work.pinned = if pins { Some(table) } else { outer };
        let fired = trigger::fire(cx, target, TriggerTime::Before, Event::Delete, rows);
        cx.work.pinned = outer;
        if matches!(fired?, Fired::Ignore) {
            return Ok(false);
        }
    }
    // A trigger may have deleted or changed the row.
    let now = match &old {
        Some(old) => row_now(cx, target, rowid, old),
        None => Some((rowid, slot)),
    };
    let Some((rowid, slot)) = now else {
        return match target.updates_move {
            true => Err(ErrorKind::ChangedByTrigger { delete: true }.nowhere()),
            false => Ok(false),
        };
    };
    refuse_pinned(cx, table)?;
    foreign::check_now(cx, target, Some(slot), None)?;
    if let Some(old) = &old {
        counted::removed(cx, target, old, false)?;
    }
    cx.emit(None, || StepKind::Delete { table: target.table.name.clone(), rowid });
    remove_entries(cx, target, slot);
    cx.write(&Change::Row { table, rowid, before: Some(slot), after: None }, &[]);
    *gone = true;
    if pins && cx.store.count(table) > 0 {
        cx.work.pinned = Some(table);
    }
    let mut done = match &old {
        Some(old) => foreign::row_gone(cx, target, old, None),
        None => Ok(()),
    };
    if done.is_ok() && (fires || then.is_some()) {
        done = trigger::fire_after(cx, target, Event::Delete, rows, then);
    }
    cx.work.pinned = outer;
    done.map(|()| true)
}

/// Changes a row.
///
/// # Errors
/// A violation whose action is to stop.
pub(super) fn update_row(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    update: RowUpdate<'_>,
    then: Option<OnWritten<'_>>,
) -> Result<Placed> {
    let RowUpdate { rowid, slot, old, mut new, mode, changed: columns } = update;
    let width = target.table.columns.len();
    if let Some(key) = target.table.rowid_key {
        new[width] = new[key.column].clone();
    }
    let Some(new_rowid) = rowid_of(new[width].clone())? else {
        return Err(ErrorKind::RowidType.nowhere());
    };
    new[width] = Value::Int(new_rowid);
    if let Some(key) = target.table.rowid_key {
        new[key.column] = Value::Int(new_rowid);
    }
    compute_generated(cx, target, &mut new)?;
    let changed = !old.iter().zip(&new).all(|(a, b)| a.is_identical(b));
    if changed && !target.stamped.is_empty() {
        for (column, expr) in &target.stamped {
            let value = eval_in_frame(cx, expr, &[])?;
            new[*column] = assign(cx, target, *column, value, mode)?;
        }
        compute_generated(cx, target, &mut new)?;
    }
    if cx.trace.is_some() {
        begin_row(cx, target, new[..width].to_vec(), Some(rowid));
    }
    // MySQL leaves an equal row alone, once BEFORE triggers have had it.
    if !changed && target.counting == Counting::Mysql && target.triggers.is_empty() {
        cx.emit(None, || StepKind::End(FrameKind::Row, Ended::Unchanged));
        return Ok(Placed::Updated { rowid, changed, deleted: 0 });
    }
    let update = RowUpdate { rowid, slot, old, new, mode, changed: columns };
    let placed = place_update(cx, target, plan, update, new_rowid, then);
    let ended = match &placed {
        Ok(Placed::Skipped | Placed::Refused) => Ended::Ignored,
        Ok(Placed::Updated { changed: false, .. }) => Ended::Unchanged,
        Ok(_) => Ended::Updated,
        Err(_) => Ended::Failed,
    };
    cx.emit(None, || StepKind::End(FrameKind::Row, ended));
    let changed = changed || target.counting == Counting::Mysql;
    Ok(match placed? {
        Placed::Written { rowid, deleted, .. } => Placed::Updated { rowid, changed, deleted },
        other => other,
    })
}

/// BEFORE UPDATE, the checks and the write, the foreign keys, AFTER UPDATE.
fn place_update(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    update: RowUpdate<'_>,
    new_rowid: i64,
    then: Option<OnWritten<'_>>,
) -> Result<Placed> {
    let RowUpdate { mut rowid, mut slot, old, mut new, mode, changed } = update;
    let mut new_rowid = new_rowid;
    if trigger::any(target, TriggerTime::Before, Event::Update) {
        conflict::check_types(cx, target, plan, &as_new_row(new.clone(), new_rowid))?;
        let rows = Rows { old: Some(old), new: Some(&new), changed };
        match trigger::fire(cx, target, TriggerTime::Before, Event::Update, rows)? {
            Fired::Ignore => return Ok(Placed::Skipped),
            Fired::Row(row) => {
                let rowid = std::mem::take(&mut new[target.table.columns.len()]);
                new = row;
                new[target.table.columns.len()] = rowid;
                compute_generated(cx, target, &mut new)?;
            }
            Fired::GoOn => {}
        }
        // The trigger may have changed the row: columns that the UPDATE does not set are read
        // again, and a row that is gone is left alone (update.c).
        let Some((now, place)) = row_now(cx, target, rowid, old) else {
            return match target.updates_move {
                true => Err(ErrorKind::ChangedByTrigger { delete: false }.nowhere()),
                false => Ok(Placed::Skipped),
            };
        };
        if now != rowid {
            (rowid, new_rowid) = (now, now);
            new[target.table.columns.len()] = Value::Int(now);
        }
        if place != slot {
            slot = place;
            let present = read_row(cx, slot);
            for column in (0..target.table.columns.len()).filter(|c| !changed.contains(c)) {
                new[column] = present[column].clone();
            }
            compute_generated(cx, target, &mut new)?;
        }
    }
    if target.counting == Counting::Mysql && old.iter().zip(&new).all(|(a, b)| a.is_identical(b)) {
        after_update(cx, target, old, &new, changed, then)?;
        return Ok(Placed::Updated { rowid, changed: false, deleted: 0 });
    }
    if target.updates_move {
        new_rowid = cx.store.next_place(target.table.id);
        new[target.table.columns.len()] = Value::Int(new_rowid);
    }
    // A version with the same keys is found by way of the first (heap-only tuples).
    let same_keys =
        target.updates_move && target.keyed.iter().all(|c| old[*c].is_identical(&new[*c]));
    let replaces = Some((rowid, slot));
    let counts = !target.children.is_empty() || !target.parents.is_empty();
    let before = (counts && !target.triggers.is_empty()).then(|| old.to_vec());
    let row = NewRow { replaces, before, mode, ..as_new_row(new, new_rowid) };
    let pending = cx.pending.len();
    let placed = conflict::place_row(cx, target, plan, row, None)?;
    if let Placed::Written { rowid, .. } = placed {
        sequence::updated(cx, target, rowid, changed);
    }
    if same_keys {
        cx.store.note_version(target.table.id, rowid, new_rowid);
    }
    let alone = then.is_none()
        && target.triggers.is_empty()
        && target.children.is_empty()
        && target.parents.is_empty()
        && target.view_checks.is_empty();
    if let Placed::Written { rowid, .. } = placed
        && !alone
        && let Some(slot) = cx.store.row(target.table.id, rowid)
    {
        let written = read_row(cx, slot);
        conflict::check_views(cx, target, &written)?;
        let done = after_update(cx, target, old, &written, changed, then);
        // FAIL keeps the row, which then counts.
        cx.work.uncounted += i64::from(done.is_err());
        done?;
        if target.follows_at_end {
            cx.sort_pending(pending);
        }
    }
    Ok(placed)
}

/// New values of a row that is there.
fn as_new_row(values: Vec<Value>, rowid: i64) -> NewRow {
    NewRow {
        values,
        beside: Vec::new(),
        raw: Vec::new(),
        rowid,
        fresh: false,
        replaces: None,
        before: None,
        mode: Mode::STRICT,
        touch_once: false,
        parents_first: false,
    }
}

/// What follows a row that was changed: its foreign keys, AFTER UPDATE.
fn after_update(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    old: &[Value],
    new: &[Value],
    changed: &[usize],
    then: Option<OnWritten<'_>>,
) -> Result<()> {
    foreign::row_gone(cx, target, old, Some(new))?;
    foreign::row_written(cx, target, Some(old), new)?;
    let rows = Rows { old: Some(old), new: Some(new), changed };
    trigger::fire_after(cx, target, Event::Update, rows, then)
}
