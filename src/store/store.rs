//! The store: catalog, rows, index entries, sequences. [`Store::apply`] is its only mutator.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::arena::{Arena, Slot};
use super::change::Change;
use super::entries::{self, Cursor, Entries};
use super::record::{self, Other, Record};
use super::rows::{RowCursor, Rows};
use crate::catalog::{Catalog, Index, NameKey, NameRule, Object, ObjectId, SequenceState};
use crate::order::sort_by_number;
use crate::value::{Value, ValueRef};

/// The hash of a key that a probe computed, so that adding the row need not compute it again.
#[derive(Clone, Copy, Debug)]
pub struct KeyHash {
    /// The index.
    pub index: ObjectId,
    /// The hash of the row's key in it.
    pub hash: u64,
}

/// A key to look up: columns of a row, or values.
#[derive(Clone, Copy, Debug)]
pub enum KeyRef<'a> {
    /// These columns of this row, whose values are borrowed.
    Borrowed(&'a [ValueRef<'a>], &'a [usize]),
    /// These columns of this row.
    Columns(&'a [Value], &'a [usize]),
    /// These values.
    Values(&'a [Value]),
}

impl<'a> KeyRef<'a> {
    /// Its values in order.
    pub fn iter(self) -> impl Iterator<Item = ValueRef<'a>> {
        let length = match self {
            KeyRef::Borrowed(_, columns) | KeyRef::Columns(_, columns) => columns.len(),
            KeyRef::Values(values) => values.len(),
        };
        (0..length).map(move |i| match self {
            KeyRef::Borrowed(row, columns) => row[columns[i]],
            KeyRef::Columns(row, columns) => row[columns[i]].borrow(),
            KeyRef::Values(values) => values[i].borrow(),
        })
    }

    /// Whether a part is NULL.
    pub fn has_null(self) -> bool {
        self.iter().any(ValueRef::is_null)
    }

    /// Copies it.
    pub fn to_values(self) -> Vec<Value> {
        self.iter().map(ValueRef::to_value).collect()
    }
}

#[derive(Debug, Default)]
struct TableData {
    rows: Rows,
    /// Rows that indexes find by way of an earlier version: their rowids and its.
    versions: FxHashMap<i64, i64>,
    /// Indexes of the table, oldest first.
    indexes: Vec<ObjectId>,
}

/// A database's content.
#[derive(Debug)]
pub struct Store {
    catalog: Catalog,
    arena: Arena,
    tables: Vec<Option<TableData>>,
    indexes: Vec<Option<Entries>>,
    sequences: Vec<Option<SequenceState>>,
    buffer: Vec<u8>,
}

impl Store {
    /// An empty store whose objects are named by this rule.
    pub fn new(rule: NameRule) -> Store {
        Store {
            catalog: Catalog::new(rule),
            arena: Arena::default(),
            tables: Vec::new(),
            indexes: Vec::new(),
            sequences: Vec::new(),
            buffer: Vec::new(),
        }
    }

    /// The definitions.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// A number for an object about to be created.
    pub fn new_id(&mut self) -> ObjectId {
        self.catalog.new_id()
    }

    /// Bytes held by rows, with about what indexes and undo take for them.
    pub fn bytes(&self) -> usize {
        self.arena.used()
    }

    /// Encodes a row and gives it a place. It is in no table until a [`Change::Row`] says so.
    pub fn place(&mut self, rowid: i64, values: &[Value]) -> Slot {
        self.buffer.clear();
        record::write(&mut self.buffer, rowid, values.iter().map(Value::borrow));
        self.arena.put(&self.buffer)
    }

    /// As [`Store::place`], for values that are borrowed.
    pub fn place_borrowed(&mut self, rowid: i64, values: &[ValueRef<'_>]) -> Slot {
        self.buffer.clear();
        record::write(&mut self.buffer, rowid, values.iter().copied());
        self.arena.put(&self.buffer)
    }

    /// Gives a place to a row like one that is there, but for some of its values.
    pub fn place_changed(&mut self, like: Slot, set: &[(usize, Other<'_>)]) -> Slot {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        record::write_changed(&mut buffer, self.record(like), &mut |column| {
            set.iter().rev().find(|(changed, _)| *changed == column).map(|(_, other)| *other)
        });
        let slot = self.arena.put(&buffer);
        self.buffer = buffer;
        slot
    }

    /// Gives a place back. Nothing may refer to it any more.
    pub fn release(&mut self, slot: Slot) {
        let length = self.record(slot).length();
        self.arena.free(slot, length);
    }

    /// Applies a change. `hashes` may hold what probes of the new row have computed.
    pub fn apply(&mut self, change: &Change, hashes: &[KeyHash]) {
        match change {
            Change::Row { table, rowid, before, after } => {
                self.apply_row(*table, *rowid, *before, *after, hashes);
            }
            Change::Entry { index, slot, key, added } => {
                let entries = slot_of(&mut self.indexes, *index);
                let Some(entries) = entries.as_mut() else { return };
                if *added {
                    let hash = hashes.iter().find(|h| h.index == *index).map(|h| h.hash);
                    entries.add(&self.arena, *slot, hash, Some(key.clone()));
                } else {
                    entries.remove(&self.arena, *slot);
                }
            }
            Change::Object { key, before, after } => self.apply_object(key, before, after),
            Change::Sequence { id, after, .. } => *slot_of(&mut self.sequences, *id) = *after,
        }
    }

    fn apply_row(
        &mut self,
        table: ObjectId,
        rowid: i64,
        before: Option<Slot>,
        after: Option<Slot>,
        hashes: &[KeyHash],
    ) {
        let data = slot_of(&mut self.tables, table).get_or_insert_default();
        for index in &data.indexes {
            let Some(entries) = slot_of(&mut self.indexes, *index).as_mut() else { continue };
            if !entries.is_plain() {
                continue;
            }
            if let (Some(before), Some(after)) = (before, after)
                && entries.same_key(&self.arena, before, after)
            {
                let hash = hashes.iter().find(|h| h.index == *index).map(|h| h.hash);
                entries.repoint(&self.arena, before, after, hash);
                continue;
            }
            if let Some(slot) = before {
                entries.remove(&self.arena, slot);
            }
            if let Some(slot) = after {
                let hash = hashes.iter().find(|h| h.index == *index).map(|h| h.hash);
                entries.add(&self.arena, slot, hash, None);
            }
        }
        match after {
            Some(slot) => data.rows.set(rowid, slot),
            None => data.rows.remove(rowid),
        }
    }

    fn apply_object(&mut self, key: &NameKey, before: &Option<Object>, after: &Option<Object>) {
        let before_index = as_index(before);
        let after_index = as_index(after);
        if let Some(index) = before_index
            && after_index.is_none_or(|a| a.id != index.id)
            && let Some(data) = slot_of(&mut self.tables, index.table)
        {
            data.indexes.retain(|id| *id != index.id);
        }
        if let Some(index) = after_index {
            let data = slot_of(&mut self.tables, index.table).get_or_insert_default();
            if !data.indexes.contains(&index.id) {
                data.indexes.push(index.id);
                sort_by_number(&mut data.indexes, &mut |id| i64::from(*id));
            }
            match slot_of(&mut self.indexes, index.id) {
                Some(entries) => entries.set_definition(index.clone()),
                none => *none = Some(Entries::new(index.clone())),
            }
        }
        if let Some(Object::Table(table)) = after {
            slot_of(&mut self.tables, table.id).get_or_insert_default();
        }
        self.catalog.set(key.clone(), after.clone());
    }

    /// Fills a new plain index from its table's rows. Computed keys are added as entry changes.
    pub fn fill_index(&mut self, index: ObjectId) {
        let Some(entries) = self.indexes.get_mut(index as usize).and_then(Option::as_mut) else {
            return;
        };
        let table = entries.definition().table;
        let Some(data) = self.tables.get(table as usize).and_then(Option::as_ref) else { return };
        if !entries.is_plain() {
            return;
        }
        entries.clear();
        for slot in data.rows.slots() {
            entries.add(&self.arena, slot, None, None);
        }
    }

    /// Fills a new unique index of plain columns. The least key that comes twice is given back, as
    /// databases find it that sort, and as the first row has it; keys with a NULL are distinct where
    /// the index says so.
    ///
    /// # Errors
    /// The first key that is there twice.
    pub fn fill_index_checked(
        &mut self,
        index: ObjectId,
        columns: &[usize],
    ) -> Result<(), (Vec<Value>, Vec<Value>)> {
        let Some(entries) = self.indexes.get_mut(index as usize).and_then(Option::as_mut) else {
            return Ok(());
        };
        let definition = entries.definition().clone();
        let data = self.tables.get(definition.table as usize).and_then(Option::as_ref);
        entries.clear();
        let mut least: Option<(Vec<Value>, Vec<Value>)> = None;
        for slot in data.iter().flat_map(|d| d.rows.slots()) {
            let key_at = |slot| -> Vec<Value> {
                let record = Record::new(self.arena.at(slot));
                columns.iter().map(|c| record.value(*c).to_value()).collect()
            };
            let key = key_at(slot);
            let hash = entries::hash_key(&definition.terms, key.iter().map(Value::borrow));
            let distinct = definition.nulls_distinct && key.iter().any(Value::is_null);
            let found = entries.find(&self.arena, hash, KeyRef::Values(&key), None);
            if let Some(other) = found.filter(|_| !distinct) {
                let below = |(least, _): &(Vec<Value>, Vec<Value>)| {
                    let pairs = key.iter().zip(least).zip(&definition.terms);
                    let mut orders = pairs.map(|((a, b), term)| {
                        crate::value::compare(a.borrow(), b.borrow(), term.collation)
                    });
                    orders.find(|o| o.is_ne()).is_some_and(|o| o.is_lt())
                };
                if least.as_ref().is_none_or(below) {
                    least = Some((key, key_at(other)));
                }
                continue;
            }
            entries.add(&self.arena, slot, Some(hash), None);
        }
        least.map_or(Ok(()), Err)
    }

    /// Gives back the storage of objects that the catalog no longer has.
    pub(super) fn drop_orphans(&mut self) {
        let mut live = vec![false; self.tables.len().max(self.indexes.len())];
        for (_, object) in self.catalog.objects() {
            match object {
                Object::Table(table) => mark(&mut live, table.id),
                Object::Index(index) => mark(&mut live, index.id),
                _ => {}
            }
        }
        for (id, data) in self.tables.iter_mut().enumerate() {
            if live.get(id) == Some(&false)
                && let Some(data) = data.take()
            {
                for slot in data.rows.slots() {
                    let length = Record::new(self.arena.at(slot)).length();
                    self.arena.free(slot, length);
                }
            }
        }
        for (id, entries) in self.indexes.iter_mut().enumerate() {
            if live.get(id) == Some(&false) {
                *entries = None;
            }
        }
    }

    pub(super) fn arena(&self) -> &Arena {
        &self.arena
    }

    /// Places of a table's rows in rowid order.
    pub(super) fn slots(&self, table: ObjectId) -> impl Iterator<Item = Slot> {
        self.data(table).into_iter().flat_map(|d| d.rows.slots())
    }

    fn data(&self, table: ObjectId) -> Option<&TableData> {
        self.tables.get(table as usize)?.as_ref()
    }

    pub(super) fn entries(&self, index: ObjectId) -> Option<&Entries> {
        self.indexes.get(index as usize)?.as_ref()
    }

    /// Number of rows of a table.
    pub fn count(&self, table: ObjectId) -> usize {
        self.data(table).map_or(0, |d| d.rows.len())
    }

    /// The row at a place.
    #[inline(always)]
    pub fn record(&self, slot: Slot) -> Record<'_> {
        Record::new(self.arena.at(slot))
    }

    /// The place of a row.
    pub fn row(&self, table: ObjectId, rowid: i64) -> Option<Slot> {
        self.data(table)?.rows.get(rowid)
    }

    /// The greatest rowid of a table.
    pub fn last_rowid(&self, table: ObjectId) -> Option<i64> {
        self.data(table)?.rows.last()
    }

    /// The rowid after all others, for a row that follows them.
    pub fn next_place(&mut self, table: ObjectId) -> i64 {
        let next = self.last_rowid(table).map_or(1, |last| last + 1);
        if let Some(data) = slot_of(&mut self.tables, table) {
            data.versions.remove(&next);
        }
        next
    }

    /// Notes that a row is a new version of another that indexes find by way of the first.
    pub fn note_version(&mut self, table: ObjectId, old: i64, new: i64) {
        let first = self.first_version(table, old);
        if let Some(data) = slot_of(&mut self.tables, table) {
            data.versions.insert(new, first);
            // An undo may bring old versions back, so they are forgotten now and then only.
            if data.versions.len() > 2 * data.rows.len() + 1000 {
                let TableData { versions, rows, .. } = data;
                versions.retain(|rowid, _| rows.get(*rowid).is_some());
            }
        }
    }

    /// The rowid by which indexes find a row.
    pub fn first_version(&self, table: ObjectId, rowid: i64) -> i64 {
        let known = self.data(table).and_then(|d| d.versions.get(&rowid));
        known.copied().unwrap_or(rowid)
    }

    /// The first row whose rowid is at least `from`.
    pub fn at_or_after(&self, table: ObjectId, from: i64) -> Option<(i64, Slot)> {
        self.data(table)?.rows.at_or_after(from)
    }

    /// The row at a cursor over rowids, which moves on.
    pub fn next_row(&self, table: ObjectId, cursor: &mut RowCursor) -> Option<(i64, Slot)> {
        self.data(table)?.rows.next(cursor)
    }

    /// The last row whose rowid is at most `from`.
    pub fn at_or_before(&self, table: ObjectId, from: i64) -> Option<(i64, Slot)> {
        self.data(table)?.rows.at_or_before(from)
    }

    /// The rowid of the nth row in rowid order.
    pub fn nth_rowid(&self, table: ObjectId, n: usize) -> Option<i64> {
        self.data(table)?.rows.nth(n)
    }

    /// An index by number.
    pub fn index(&self, index: ObjectId) -> Option<&Rc<Index>> {
        self.entries(index).map(Entries::definition)
    }

    /// The indexes of a table, oldest first.
    pub fn indexes(&self, table: ObjectId) -> impl Iterator<Item = &Rc<Index>> {
        let ids = self.data(table).map_or(&[][..], |d| &d.indexes);
        ids.iter().filter_map(|id| self.entries(*id)).map(Entries::definition)
    }

    /// The hash of a key under an index's collations.
    pub fn hash_key(&self, index: ObjectId, key: KeyRef<'_>) -> u64 {
        let Some(entries) = self.entries(index) else { return 0 };
        entries::hash_key(&entries.definition().terms, key.iter())
    }

    /// Another row than `except` that has this key. This is the probe of a uniqueness check.
    pub fn find(
        &self,
        index: ObjectId,
        hash: u64,
        key: KeyRef<'_>,
        except: Option<Slot>,
    ) -> Option<Slot> {
        self.entries(index)?.find(&self.arena, hash, key, except)
    }

    /// The row that has this key, which has no NULL.
    pub fn row_of(&self, index: ObjectId, key: KeyRef<'_>) -> Option<Slot> {
        self.find(index, self.hash_key(index, key), key, None)
    }

    /// Whether a row has an entry in an index.
    pub fn has_entry(&self, index: ObjectId, slot: Slot) -> bool {
        self.entries(index).is_some_and(|e| e.contains(slot))
    }

    /// The key of a row in an index.
    pub fn key_of(&self, index: ObjectId, slot: Slot) -> Vec<Value> {
        self.entries(index).map_or_else(Vec::new, |e| e.key_of(&self.arena, slot))
    }

    /// Number of entries of an index.
    pub fn entry_count(&self, index: ObjectId) -> usize {
        let Some(entries) = self.entries(index) else { return 0 };
        entries.computed_count().unwrap_or_else(|| self.count(entries.definition().table))
    }

    /// The place in index order that a row's entry has.
    pub fn position(&self, index: ObjectId, slot: Slot) -> usize {
        let Some(entries) = self.entries(index) else { return 0 };
        entries.position(&self.arena, &|| self.raw_slots(entries), slot)
    }

    /// A cursor at the first entry whose key is not before `from`, or with `after` past it.
    pub fn seek(&self, index: ObjectId, from: &[Value], after: bool) -> Cursor {
        match self.entries(index) {
            Some(entries) => entries.seek(&self.arena, &|| self.raw_slots(entries), from, after),
            None => Cursor::default(),
        }
    }

    /// A cursor past the last entry.
    pub fn seek_end(&self, index: ObjectId) -> Cursor {
        match self.entries(index) {
            Some(entries) => entries.end(&self.arena, &|| self.raw_slots(entries)),
            None => Cursor::default(),
        }
    }

    /// The entry at a cursor, which moves on.
    pub fn next_entry(&self, index: ObjectId, cursor: &mut Cursor) -> Option<Slot> {
        self.entries(index)?.next(cursor)
    }

    /// The entry before a cursor, which moves back.
    pub fn previous_entry(&self, index: ObjectId, cursor: &mut Cursor) -> Option<Slot> {
        self.entries(index)?.previous(cursor)
    }

    /// Compares the key of a row with the start of a key, in index order.
    pub fn compare_key(&self, index: ObjectId, slot: Slot, key: &[Value]) -> std::cmp::Ordering {
        match self.entries(index) {
            Some(entries) => entries.compare_prefix(&self.arena, slot, key),
            None => std::cmp::Ordering::Equal,
        }
    }

    /// Where a sequence stands.
    pub fn sequence(&self, id: ObjectId) -> Option<SequenceState> {
        self.sequences.get(id as usize).copied().flatten()
    }

    fn raw_slots(&self, entries: &Entries) -> Vec<u32> {
        let data = self.data(entries.definition().table);
        data.map_or_else(Vec::new, |d| d.rows.slots().map(Slot::raw).collect())
    }
}

fn as_index(object: &Option<Object>) -> Option<&Rc<Index>> {
    match object {
        Some(Object::Index(index)) => Some(index),
        _ => None,
    }
}

fn mark(live: &mut [bool], id: ObjectId) {
    if let Some(flag) = live.get_mut(id as usize) {
        *flag = true;
    }
}

/// The place of a number in a list that grows as needed.
fn slot_of<T>(list: &mut Vec<Option<T>>, id: ObjectId) -> &mut Option<T> {
    let id = id as usize;
    if list.len() <= id {
        list.resize_with(id + 1, || None);
    }
    &mut list[id]
}
