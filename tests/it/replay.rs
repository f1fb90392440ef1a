//! Replays a trace over its base, as the player in the page does.

use std::collections::BTreeMap;

use onconflict::catalog::Object;
use onconflict::store::Store;
use onconflict::trace::{Trace, TracedChange};
use onconflict::value::Value;

type Rows = BTreeMap<(String, i64), Vec<Value>>;
type Entries = BTreeMap<(u32, String), Vec<(Vec<Value>, i64)>>;

/// The entries of every index, in order, before a trace.
pub(crate) struct Start(Entries);

impl Start {
    pub(crate) fn of(store: &Store) -> Start {
        let mut entries = Entries::new();
        for (_, object) in store.catalog().objects() {
            let Object::Index(index) = object else { continue };
            let list = entries.entry((index.table, index.name.to_string())).or_default();
            let mut cursor = store.seek(index.id, &[], false);
            while let Some(slot) = store.next_entry(index.id, &mut cursor) {
                list.push((store.key_of(index.id, slot), store.record(slot).rowid()));
            }
        }
        Start(entries)
    }
}

/// Applies all changes and compares the touched tables and their indexes with the store.
///
/// A table that was dropped or made anew in between is left out: its changes are of definitions.
pub(crate) fn agrees(trace: &Trace, start: &Start, store: &Store) -> Result<(), String> {
    if !trace.is_complete()
        || trace.changes.iter().any(|c| matches!(c, TracedChange::Object { .. }))
    {
        return Ok(());
    }
    let mut rows: Rows = BTreeMap::new();
    for base in &trace.base {
        rows.insert((base.table.to_string(), base.rowid), base.row.clone());
    }
    let mut touched: Rows = BTreeMap::new();
    for change in &trace.changes {
        let TracedChange::Row { table, rowid, before, after } = change else { continue };
        let key = (table.to_string(), *rowid);
        let had = rows.remove(&key);
        if !same_row(had.as_deref(), before.as_deref()) {
            return Err(format!("row {key:?}: the change says it was {before:?}, it was {had:?}"));
        }
        touched.insert(key.clone(), Vec::new());
        if let Some(after) = after {
            rows.insert(key, after.clone());
        }
    }
    for shape in &trace.tables {
        let Some(table) = store.catalog().table_by_id(shape.id) else { continue };
        for (name, rowid) in touched.keys().filter(|(name, _)| *name == *table.name) {
            let stored = store.row(shape.id, *rowid).map(|slot| {
                store.record(slot).values().map(|v| v.to_value()).collect::<Vec<Value>>()
            });
            let replayed = rows.get(&(name.clone(), *rowid));
            if !same_row(stored.as_deref(), replayed.map(Vec::as_slice)) {
                return Err(format!("{name} {rowid}: stored {stored:?}, replayed {replayed:?}"));
            }
        }
    }
    entries_agree(trace, start, store)
}

/// Every entry goes in and out where the change says, and at the end the indexes are the store's.
fn entries_agree(trace: &Trace, start: &Start, store: &Store) -> Result<(), String> {
    let mut entries = start.0.clone();
    for change in &trace.changes {
        let TracedChange::Entry { table, index, key, rowid, added, position } = change else {
            continue;
        };
        let list = entries.entry((*table, index.to_string())).or_default();
        if *added {
            if *position > list.len() {
                return Err(format!("{index}: position {position} of {}", list.len()));
            }
            list.insert(*position, (key.clone(), *rowid));
        } else {
            match list.get(*position) {
                Some((_, found)) if found == rowid => list.remove(*position),
                found => return Err(format!("{index}: {found:?} at {position}, not row {rowid}")),
            };
        }
    }
    let now = Start::of(store);
    let rowids = |list: &[(Vec<Value>, i64)]| list.iter().map(|e| e.1).collect::<Vec<_>>();
    for (index, list) in &entries {
        // DETACH takes tables away as they are; nothing is deleted.
        let gone = !store.catalog().tables().any(|table| table.id == index.0);
        if gone && start.0.get(index).is_some_and(|before| rowids(before) == rowids(list)) {
            continue;
        }
        let stored = now.0.get(index).map(|l| rowids(l)).unwrap_or_default();
        if rowids(list) != stored {
            return Err(format!("{}: replayed {:?}, stored {stored:?}", index.1, rowids(list)));
        }
    }
    Ok(())
}

fn same_row(a: Option<&[Value]>, b: Option<&[Value]>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is_identical(b)),
        (Some(_), None) | (None, Some(_)) => false,
    }
}
