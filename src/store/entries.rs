//! An index's entries: a hash table of keys that answers "is this key taken", and a sorted list
//! that answers ranges, built when first asked for and kept up from then on.
//!
//! Neither copies a key of plain columns: both hold places of rows and read the key there. Keys
//! that are computed (expressions, prefixes) are kept beside.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use super::arena::{Arena, Slot};
use super::record::Record;
use super::store::KeyRef;
use crate::catalog::{Index, KeyTerm};
use crate::order::sort_by;
use crate::value::{self, Value, ValueRef};

/// Places of rows by key.
#[derive(Debug)]
pub(super) struct Entries {
    definition: Rc<Index>,
    /// Columns of the key, when it is plain.
    columns: Option<Vec<usize>>,
    /// Of unique indexes only. The first number is half of the key's hash.
    hashed: HashTable<(u32, u32)>,
    /// Computed keys by place.
    computed: HashMap<u32, Rc<[Value]>, BuildHasherDefault<FxHasher>>,
    sorted: RefCell<Option<Vec<Vec<u32>>>>,
}

/// Slots of a block of the sorted list.
const BLOCK: usize = 512;

/// The hash of a key.
pub(super) fn hash_key<'a>(terms: &[KeyTerm], key: impl Iterator<Item = ValueRef<'a>>) -> u64 {
    let mut hasher = FxHasher::default();
    for (term, value) in terms.iter().zip(key) {
        value::hash_value(value, term.collation, &mut hasher);
    }
    hasher.finish()
}

impl Entries {
    pub(super) fn new(definition: Rc<Index>) -> Entries {
        let columns = if definition.is_plain() { definition.columns() } else { None };
        Entries {
            definition,
            columns,
            hashed: HashTable::new(),
            computed: HashMap::default(),
            sorted: RefCell::new(None),
        }
    }

    pub(super) fn definition(&self) -> &Rc<Index> {
        &self.definition
    }

    /// Takes a new definition of the same index (renamed, moved columns).
    pub(super) fn set_definition(&mut self, definition: Rc<Index>) {
        self.columns = if definition.is_plain() { definition.columns() } else { None };
        self.definition = definition;
    }

    /// Whether the entries follow from the rows alone.
    pub(super) fn is_plain(&self) -> bool {
        self.columns.is_some()
    }

    /// Whether this row has an entry here.
    pub(super) fn contains(&self, slot: Slot) -> bool {
        self.is_plain() || self.computed.contains_key(&slot.raw())
    }

    /// The key of a row that has an entry.
    pub(super) fn key_of(&self, arena: &Arena, slot: Slot) -> Vec<Value> {
        self.with_key(arena, slot, |key| key.map(ValueRef::to_value).collect())
    }

    fn with_key<R>(
        &self,
        arena: &Arena,
        slot: Slot,
        read: impl FnOnce(&mut dyn Iterator<Item = ValueRef<'_>>) -> R,
    ) -> R {
        match &self.columns {
            Some(columns) => {
                let record = Record::new(arena.at(slot));
                read(&mut columns.iter().map(|c| record.value(*c)))
            }
            None => {
                let key = self.computed.get(&slot.raw());
                read(&mut key.into_iter().flat_map(|k| k.iter()).map(Value::borrow))
            }
        }
    }

    /// Another row than `except` that has this key. A key with a NULL in it that makes it distinct must
    /// not be looked up.
    pub(super) fn find(
        &self,
        arena: &Arena,
        hash: u64,
        key: KeyRef<'_>,
        except: Option<Slot>,
    ) -> Option<Slot> {
        let half = half(hash);
        let except = except.map_or(u32::MAX, Slot::raw);
        // Most keys are one column.
        let only = match (self.columns.as_deref(), &self.definition.terms[..]) {
            (Some([column]), [term]) => key.iter().next().map(|value| (*column, value, term)),
            _ => None,
        };
        let same = |(h, raw): &(u32, u32)| {
            *h == half
                && *raw != except
                && match only {
                    Some((column, value, term)) => {
                        let record = Record::new(arena.at(Slot::from_raw(*raw)));
                        record.compare_with(column, value, term.collation)
                    }
                    None => self.compare_key(arena, Slot::from_raw(*raw), &mut key.iter()),
                }
                .is_eq()
        };
        self.hashed.find(spread(half), same).map(|(_, raw)| Slot::from_raw(*raw))
    }

    /// Adds a row. `computed` is its key where the index is not plain.
    pub(super) fn add(
        &mut self,
        arena: &Arena,
        slot: Slot,
        hash: Option<u64>,
        computed: Option<Rc<[Value]>>,
    ) {
        if let Some(key) = computed {
            self.computed.insert(slot.raw(), key);
        }
        if self.definition.unique {
            let half = half(hash.unwrap_or_else(|| self.hash_of(arena, slot)));
            self.hashed.insert_unique(spread(half), (half, slot.raw()), |(h, _)| spread(*h));
        }
        let Some(mut sorted) = self.sorted.take() else { return };
        let at = self.place(&sorted, arena, slot);
        insert_at(&mut sorted, at, slot.raw());
        self.sorted.replace(Some(sorted));
    }

    /// Whether two rows have the same key here, byte for byte.
    pub(super) fn same_key(&self, arena: &Arena, a: Slot, b: Slot) -> bool {
        let (a, b) = (Record::new(arena.at(a)), Record::new(arena.at(b)));
        let ties = self.definition.ties.iter().map(|(column, ..)| column);
        a.rowid() == b.rowid()
            && self.columns.iter().flatten().chain(ties).all(|c| a.encoded(*c) == b.encoded(*c))
    }

    /// Lets the entry of one row point to another that has the same key, whose hash may be known.
    pub(super) fn repoint(&mut self, arena: &Arena, from: Slot, to: Slot, hash: Option<u64>) {
        if self.definition.unique {
            let half = half(hash.unwrap_or_else(|| self.hash_of(arena, from)));
            if let Some(entry) = self.hashed.find_mut(spread(half), |e| e.1 == from.raw()) {
                entry.1 = to.raw();
            }
        }
        let Some(mut sorted) = self.sorted.take() else { return };
        let (block, at) = self.place(&sorted, arena, from);
        if let Some(raw) = sorted.get_mut(block).and_then(|b| b.get_mut(at)) {
            *raw = to.raw();
        }
        self.sorted.replace(Some(sorted));
    }

    /// Removes all.
    pub(super) fn clear(&mut self) {
        self.hashed.clear();
        self.computed.clear();
        self.sorted.replace(None);
    }

    /// Number of computed keys, when keys are computed.
    pub(super) fn computed_count(&self) -> Option<usize> {
        self.columns.is_none().then_some(self.computed.len())
    }

    /// Removes a row.
    pub(super) fn remove(&mut self, arena: &Arena, slot: Slot) {
        if self.definition.unique {
            let half = half(self.hash_of(arena, slot));
            if let Ok(entry) = self.hashed.find_entry(spread(half), |e| e.1 == slot.raw()) {
                entry.remove();
            }
        }
        if let Some(mut sorted) = self.sorted.take() {
            let (block, at) = self.place(&sorted, arena, slot);
            if sorted.get(block).and_then(|b| b.get(at)) == Some(&slot.raw()) {
                sorted[block].remove(at);
                if sorted[block].is_empty() {
                    sorted.remove(block);
                }
            }
            self.sorted.replace(Some(sorted));
        }
        self.computed.remove(&slot.raw());
    }

    /// The position in index order of a row that has an entry, or would have.
    pub(super) fn position(
        &self,
        arena: &Arena,
        slots: &dyn Fn() -> Vec<u32>,
        slot: Slot,
    ) -> usize {
        self.sort(arena, slots);
        let sorted = self.sorted.borrow();
        let Some(sorted) = sorted.as_ref() else { return 0 };
        let (block, at) = self.place(sorted, arena, slot);
        sorted[..block.min(sorted.len())].iter().map(Vec::len).sum::<usize>() + at
    }

    /// Rows in index order from the first whose key is not before `from`; `from` may be shorter
    /// than a key. With `after`, from the first whose key is past `from`.
    pub(super) fn seek(
        &self,
        arena: &Arena,
        slots: &dyn Fn() -> Vec<u32>,
        from: &[Value],
        after: bool,
    ) -> Cursor {
        self.sort(arena, slots);
        let sorted = self.sorted.borrow();
        let Some(sorted) = sorted.as_ref() else { return Cursor { block: 0, at: 0 } };
        let before = |raw: &u32| {
            let order = self.compare_prefix(arena, Slot::from_raw(*raw), from);
            order == Ordering::Less || (after && order == Ordering::Equal)
        };
        let block = sorted.partition_point(|b| b.last().is_some_and(before));
        let at = sorted.get(block).map_or(0, |b| b.partition_point(before));
        Cursor { block, at }
    }

    /// The row at a cursor, which moves on.
    pub(super) fn next(&self, cursor: &mut Cursor) -> Option<Slot> {
        let sorted = self.sorted.borrow();
        let sorted = sorted.as_ref()?;
        loop {
            let block = sorted.get(cursor.block)?;
            if let Some(raw) = block.get(cursor.at) {
                cursor.at += 1;
                return Some(Slot::from_raw(*raw));
            }
            *cursor = Cursor { block: cursor.block + 1, at: 0 };
        }
    }

    /// The row before a cursor, which moves back.
    pub(super) fn previous(&self, cursor: &mut Cursor) -> Option<Slot> {
        let sorted = self.sorted.borrow();
        let sorted = sorted.as_ref()?;
        while cursor.at == 0 {
            cursor.block = cursor.block.checked_sub(1)?;
            cursor.at = sorted.get(cursor.block).map_or(0, Vec::len);
        }
        cursor.at -= 1;
        sorted.get(cursor.block)?.get(cursor.at).map(|raw| Slot::from_raw(*raw))
    }

    /// The cursor past the last row.
    pub(super) fn end(&self, arena: &Arena, slots: &dyn Fn() -> Vec<u32>) -> Cursor {
        self.sort(arena, slots);
        let sorted = self.sorted.borrow();
        Cursor { block: sorted.as_ref().map_or(0, Vec::len), at: 0 }
    }

    /// Compares the key of a row with the start of a key, in index order.
    pub(super) fn compare_prefix(&self, arena: &Arena, slot: Slot, from: &[Value]) -> Ordering {
        self.compare_key(arena, slot, &mut from.iter().map(Value::borrow))
    }

    fn compare_key<'a>(
        &self,
        arena: &Arena,
        slot: Slot,
        key: &mut dyn Iterator<Item = ValueRef<'a>>,
    ) -> Ordering {
        let (record, computed) = (Record::new(arena.at(slot)), self.computed.get(&slot.raw()));
        for ((at, value), term) in key.enumerate().zip(&self.definition.terms) {
            let order = match (&self.columns, computed) {
                (Some(columns), _) => record.compare_with(columns[at], value, term.collation),
                (None, Some(stored)) => value::compare(stored[at].borrow(), value, term.collation),
                (None, None) => return Ordering::Equal,
            };
            if order != Ordering::Equal {
                return directed(order, term);
            }
        }
        Ordering::Equal
    }

    /// The places in the hash table.
    pub(super) fn hashed_slots(&self) -> BTreeSet<u32> {
        self.hashed.iter().map(|(_, raw)| *raw).collect()
    }

    /// The places that have a computed key.
    pub(super) fn computed_slots(&self) -> BTreeSet<u32> {
        let mut slots = BTreeSet::new();
        slots.extend(self.computed.keys());
        slots
    }

    /// The sorted list, once it was asked for.
    pub(super) fn listed(&self) -> Option<Vec<u32>> {
        self.sorted.borrow().as_ref().map(|blocks| blocks.concat())
    }

    /// Whether the sorted list is in order.
    pub(super) fn is_sorted(&self, arena: &Arena) -> bool {
        let listed = self.listed().unwrap_or_default();
        listed.windows(2).all(|pair| {
            let [a, b] = [Slot::from_raw(pair[0]), Slot::from_raw(pair[1])];
            self.compare_rows(arena, a, b) != Ordering::Greater
        })
    }

    fn hash_of(&self, arena: &Arena, slot: Slot) -> u64 {
        let Some(columns) = &self.columns else {
            return self.with_key(arena, slot, |key| hash_key(&self.definition.terms, key));
        };
        let (record, mut hasher) = (Record::new(arena.at(slot)), FxHasher::default());
        for (column, term) in columns.iter().zip(&self.definition.terms) {
            record.hash(*column, term.collation, &mut hasher);
        }
        hasher.finish()
    }

    fn sort(&self, arena: &Arena, slots: &dyn Fn() -> Vec<u32>) {
        if self.sorted.borrow().is_some() {
            return;
        }
        let mut all = match &self.columns {
            Some(_) => slots(),
            None => self.computed.keys().copied().collect(),
        };
        sort_by(&mut all, &mut |a, b| {
            self.compare_rows(arena, Slot::from_raw(*a), Slot::from_raw(*b))
        });
        let blocks = all.chunks(BLOCK / 2).map(<[u32]>::to_vec).collect();
        self.sorted.replace(Some(blocks));
    }

    fn place(&self, sorted: &[Vec<u32>], arena: &Arena, slot: Slot) -> (usize, usize) {
        let before =
            |raw: &u32| self.compare_rows(arena, Slot::from_raw(*raw), slot) == Ordering::Less;
        let block = sorted.partition_point(|b| b.last().is_some_and(before));
        let block = block.min(sorted.len().saturating_sub(1));
        (block, sorted.get(block).map_or(0, |b| b.partition_point(before)))
    }

    /// Rows in the order of their keys, equal keys in the order of their rowids.
    fn compare_rows(&self, arena: &Arena, a: Slot, b: Slot) -> Ordering {
        if a == b {
            return Ordering::Equal;
        }
        let (one, other) = (Record::new(arena.at(a)), Record::new(arena.at(b)));
        let mut orders = self.definition.terms.iter().enumerate().map(|(at, term)| {
            let order = match &self.columns {
                Some(columns) => one.compare(other, columns[at], term.collation),
                None => {
                    let key = |slot: Slot| {
                        let key = self.computed.get(&slot.raw()).and_then(|key| key.get(at));
                        key.map_or(ValueRef::Null, Value::borrow)
                    };
                    value::compare(key(a), key(b), term.collation)
                }
            };
            directed(order, term)
        });
        let by_key = orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal);
        by_key.then_with(|| {
            for (column, collation, descends) in &self.definition.ties {
                let order = one.compare(other, *column, collation);
                if order != Ordering::Equal {
                    return if *descends { order.reverse() } else { order };
                }
            }
            one.rowid().cmp(&other.rowid())
        })
    }
}

/// A place between two entries in index order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cursor {
    block: usize,
    at: usize,
}

fn directed(order: Ordering, term: &KeyTerm) -> Ordering {
    if term.descending { order.reverse() } else { order }
}

fn half(hash: u64) -> u32 {
    (hash >> 32) as u32 ^ hash as u32
}

/// The table takes its bucket from the low bits and its tag from the high ones.
fn spread(half: u32) -> u64 {
    u64::from(half).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn insert_at(sorted: &mut Vec<Vec<u32>>, (block, at): (usize, usize), raw: u32) {
    let Some(found) = sorted.get_mut(block) else {
        sorted.push(vec![raw]);
        return;
    };
    found.insert(at, raw);
    if found.len() > BLOCK {
        let half = found.split_off(BLOCK / 2);
        sorted.insert(block + 1, half);
    }
}
