//! Writes the row of an INSERT whose values are borrowed parameters and constants, where the plan says
//! that this is all there is to it (`plan::direct`). It looks for the same rows in the way as
//! [`super::conflict::place_row`], in the same order; what comes of one that it may not decide, and
//! of a value that has to be changed first, it leaves to that.

use super::Cx;
use super::write::Tally;
use crate::plan::direct::{Direct, Given, Hit, Key, NewValue, Probe};
use crate::plan::dml::Target;
use crate::store::{Change, KeyHash, KeyRef, Other, Slot};
use crate::value::ValueRef;

/// Widest rows that are written so.
const WIDTH: usize = 16;

/// Writes the row. None when it has to take the ordinary way; nothing was then done.
pub fn insert(
    cx: &mut Cx<'_>,
    target: &Target,
    direct: &Direct,
    params: &[ValueRef<'_>],
) -> Option<Tally> {
    let mut row = [ValueRef::Null; WIDTH];
    let row = row.get_mut(..direct.columns.len())?;
    for (number, given) in direct.columns.iter().enumerate() {
        row[number] = value_of(given, params)?;
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
    let mut found = None;
    for probe in &direct.probes {
        if let Some(slot) = look(cx, target, probe, row, (rowid, fresh), &mut hashes) {
            found = Some((slot, &probe.hit));
            break;
        }
    }
    let done = match found {
        None => {
            let slot = cx.store.place_borrowed(rowid, row);
            let change =
                Change::Row { table: target.table.id, rowid, before: None, after: Some(slot) };
            cx.write(&change, &hashes);
            cx.state.last_insert_id = rowid;
            Some(Tally { inserted: 1, ..Tally::default() })
        }
        Some((_, Hit::Ordinary)) => None,
        Some((_, Hit::Skip)) => Some(Tally { ignored: 1, ..Tally::default() }),
        Some((slot, Hit::Update(set))) => update(cx, target, slot, set, row, params, &hashes),
    };
    cx.work.hashes = hashes;
    done
}

fn value_of<'a>(given: &'a Given, params: &[ValueRef<'a>]) -> Option<ValueRef<'a>> {
    match given {
        Given::Param(number) => params.get(*number).copied(),
        Given::Const(value) => Some(value.borrow()),
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
            NewValue::Given(given) => {
                let value = value_of(given, params)?;
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
    // Of the keys looked for, those of the row in the way are its own.
    let known = hashes.len().saturating_sub(1);
    cx.write(&change, hashes.get(known..).unwrap_or_default());
    Some(Tally { updated: 1, ..Tally::default() })
}
