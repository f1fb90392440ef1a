//! Writes a row of an INSERT whose values are parameters and constants, which are borrowed, where the
//! plan says that this is all there is to it (`plan::direct`). It looks for the same rows in the way as
//! [`super::conflict::place_row`], in the same order; what comes of one that it may not decide, and
//! of a value that has to be changed first, it leaves to that.

use super::Cx;
use super::write::{self, Tally};
use crate::error::Result;
use crate::plan::direct::{Direct, Given, Hit, Key, NewValue, Probe};
use crate::plan::dml::{Cell, Target, Update};
use crate::plan::node::Expr;
use crate::store::{Change, KeyHash, KeyRef, Other, Slot};
use crate::value::{Value, ValueRef};

/// Widest rows that are written so.
const WIDTH: usize = 16;

/// Writes a row of VALUES. None when it has to take the ordinary way; nothing was then done.
pub fn insert(
    cx: &mut Cx<'_>,
    target: &Target,
    direct: &Direct,
    cells: &[Cell],
    params: &[ValueRef<'_>],
) -> Option<Tally> {
    if cx.store.bytes() > cx.limits.memory || cx.work.pinned.is_some() {
        return None;
    }
    let mut row = [ValueRef::Null; WIDTH];
    let row = row.get_mut(..direct.columns.len())?;
    for (number, given) in direct.columns.iter().enumerate() {
        let expr = match given {
            Given::Cell(position) => match cells.get(*position) {
                Some(Cell::Expr(expr)) => expr,
                Some(Cell::Default) | None => return None,
            },
            Given::Expr(expr) => expr,
        };
        row[number] = value_of(expr, params)?;
        if !target.as_is[number].holds(row[number]) {
            return None;
        }
    }
    if direct.not_null.iter().any(|column| row[*column].is_null()) {
        return None;
    }
    let (rowid, fresh) = rowid_of(cx, target, row)?;
    let mut hashes = std::mem::take(&mut cx.work.hashes);
    hashes.clear();
    // Nothing goes before all has been looked at, so that the ordinary way stays open.
    let mut gone: Vec<Slot> = Vec::new();
    let mut found = None;
    for probe in &direct.probes {
        match look(cx, target, probe, row, (rowid, fresh), &mut hashes) {
            // One row may have several of the keys.
            Some(slot) if gone.contains(&slot) => {}
            Some(slot) if matches!(probe.hit, Hit::Delete) => gone.push(slot),
            Some(slot) => {
                found = Some((slot, probe));
                break;
            }
            None => {}
        }
    }
    let done = match found {
        None => {
            let table = target.table.id;
            for slot in &gone {
                let rowid = cx.store.record(*slot).rowid();
                cx.write(&Change::Row { table, rowid, before: Some(*slot), after: None }, &[]);
            }
            let after = Some(cx.store.place_borrowed(rowid, row));
            cx.write(&Change::Row { table, rowid, before: None, after }, &hashes);
            cx.state.last_insert_id = rowid;
            Some(match gone.len() as u64 {
                0 => Tally { inserted: 1, ..Tally::default() },
                deleted => Tally { replaced: 1, deleted, ..Tally::default() },
            })
        }
        // What goes before another row in the way decides, the ordinary way settles.
        Some(_) if !gone.is_empty() => None,
        Some((slot, probe)) => match &probe.hit {
            Hit::Ordinary | Hit::Delete => None,
            Hit::Skip => Some(Tally { ignored: 1, ..Tally::default() }),
            Hit::Update(set) => {
                // Of the keys that were looked for only the one that hit is the other row's too.
                let shared = match probe.key {
                    Key::Rowid => &[],
                    Key::Unique { .. } => &hashes[hashes.len().saturating_sub(1)..],
                };
                update(cx, target, slot, set, row, params, shared)
            }
        },
    };
    cx.work.hashes = hashes;
    done
}

fn value_of<'a>(expr: &'a Expr, params: &[ValueRef<'a>]) -> Option<ValueRef<'a>> {
    match expr {
        Expr::Param(number) => params.get((*number as usize).checked_sub(1)?).copied(),
        Expr::Const(value) => Some(value.borrow()),
        _ => None,
    }
}

/// The row's rowid, and whether it was chosen here: one past the greatest.
fn rowid_of(cx: &Cx<'_>, target: &Target, row: &mut [ValueRef<'_>]) -> Option<(i64, bool)> {
    let key = target.table.rowid_key.map(|key| key.column);
    match key.map(|column| row[column]) {
        Some(ValueRef::Int(rowid)) => Some((rowid, false)),
        None | Some(ValueRef::Null) => {
            let last = cx.store.last_rowid(target.table.id);
            let rowid = last.map_or(Some(1), |last| last.checked_add(1))?;
            if let Some(column) = key {
                row[column] = ValueRef::Int(rowid);
            }
            Some((rowid, true))
        }
        Some(_) => None,
    }
}

/// The row in the way of one probe.
fn look(
    cx: &Cx<'_>,
    target: &Target,
    probe: &Probe,
    row: &[ValueRef<'_>],
    (rowid, fresh): (i64, bool),
    hashes: &mut Vec<KeyHash>,
) -> Option<Slot> {
    match &probe.key {
        Key::Rowid if fresh => None,
        Key::Rowid => cx.store.row(target.table.id, rowid),
        Key::Unique { index, columns, nulls_distinct } => {
            let key = KeyRef::Borrowed(row, columns);
            if *nulls_distinct && key.has_null() {
                return None;
            }
            let hash = cx.store.hash_key(*index, key);
            hashes.push(KeyHash { index: *index, hash });
            cx.store.find(*index, hash, key, None)
        }
    }
}

/// DO UPDATE of the row in the way.
fn update(
    cx: &mut Cx<'_>,
    target: &Target,
    slot: Slot,
    set: &[(usize, NewValue)],
    row: &[ValueRef<'_>],
    params: &[ValueRef<'_>],
    hashes: &[KeyHash],
) -> Option<Tally> {
    let mut values = [(0, Other::Column(0)); WIDTH];
    let values = values.get_mut(..set.len())?;
    let own = cx.store.record(slot);
    for ((column, new), place) in set.iter().zip(values.iter_mut()) {
        let (value, other) = match new {
            NewValue::Proposed(from) => (row[*from], Other::Value(row[*from])),
            NewValue::Own(from) => (own.value(*from), Other::Column(*from)),
            NewValue::Expr(expr) => {
                let value = value_of(expr, params)?;
                (value, Other::Value(value))
            }
        };
        let null = value.is_null() && target.table.columns[*column].not_null.is_some();
        if null || !target.as_is[*column].holds(value) {
            return None;
        }
        *place = (*column, other);
    }
    let rowid = own.rowid();
    let after = Some(cx.store.place_changed(slot, values));
    let change = Change::Row { table: target.table.id, rowid, before: Some(slot), after };
    cx.write(&change, hashes);
    Some(Tally { updated: 1, ..Tally::default() })
}

/// Changes a row of an UPDATE that sets no key. False when it has to take the ordinary way; nothing was
/// then done.
///
/// # Errors
/// What computing a value raises.
pub fn update_row(
    cx: &mut Cx<'_>,
    plan: &Update,
    reads: &[usize],
    (rowid, slot): (i64, Slot),
) -> Result<bool> {
    let target = &plan.target;
    if cx.work.pinned.is_some() {
        return Ok(false);
    }
    let record = cx.store.record(slot);
    let mut row = vec![Value::Null; target.table.columns.len() + 1];
    for column in reads.iter().copied() {
        row[column] = match column == target.table.columns.len() {
            true => Value::Int(rowid),
            false => record.value(column).to_value(),
        };
    }
    let mut new = Vec::with_capacity(plan.set.len());
    for (column, expr) in &plan.set {
        let value = write::eval_in_frame(cx, expr, &row)?;
        let value = write::assign(cx, target, *column, value, plan.mode)?;
        if value.is_null() && target.table.columns[*column].not_null.is_some() {
            return Ok(false);
        }
        new.push((*column, value));
    }
    let mut values = [(0, Other::Column(0)); WIDTH];
    let Some(values) = values.get_mut(..new.len()) else { return Ok(false) };
    for (place, (column, value)) in values.iter_mut().zip(&new) {
        *place = (*column, Other::Value(value.borrow()));
    }
    let after = Some(cx.store.place_changed(slot, values));
    let change = Change::Row { table: target.table.id, rowid, before: Some(slot), after };
    cx.write(&change, &[]);
    Ok(true)
}
