//! A table's rowids in order, each with the place of its row: sorted blocks, cheap to append to.

use super::arena::Slot;

/// Entries of a block.
const BLOCK: usize = 512;

#[derive(Debug, Default)]
struct Block {
    /// The first of its rowids, beside the other blocks' firsts so that looking for a block reads
    /// one stretch of memory.
    first: i64,
    rowids: Vec<i64>,
    slots: Vec<u32>,
}

impl Block {
    /// Where a rowid is, or would be. Rowids mostly have no gaps, so it is looked for first where it
    /// would be without any.
    fn find(&self, rowid: i64) -> Result<usize, usize> {
        if self.rowids.last().is_none_or(|last| *last < rowid) {
            return Err(self.rowids.len());
        }
        let guess = rowid.wrapping_sub(self.first) as usize;
        if self.rowids.get(guess) == Some(&rowid) {
            return Ok(guess);
        }
        self.rowids.binary_search(&rowid)
    }

    fn insert(&mut self, place: usize, rowid: i64, slot: Slot) {
        self.rowids.insert(place, rowid);
        self.slots.insert(place, slot.raw());
        self.first = self.rowids[0];
    }
}

/// A place among rows in rowid order.
#[derive(Clone, Copy, Debug, Default)]
pub struct RowCursor {
    from: i64,
    block: usize,
    at: usize,
    last: Option<i64>,
}

impl RowCursor {
    /// Before the first rowid that is at least `from`.
    pub fn from(from: i64) -> RowCursor {
        RowCursor { from, ..RowCursor::default() }
    }
}

/// Rowid → slot, ordered by rowid.
#[derive(Debug, Default)]
pub(super) struct Rows {
    blocks: Vec<Block>,
    count: usize,
}

impl Rows {
    /// Number of rows.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The greatest rowid.
    pub(super) fn last(&self) -> Option<i64> {
        self.blocks.last()?.rowids.last().copied()
    }

    /// The row of a rowid.
    pub(super) fn get(&self, rowid: i64) -> Option<Slot> {
        let block = &self.blocks[self.block_of(rowid)?];
        let at = block.find(rowid).ok()?;
        Some(Slot::from_raw(block.slots[at]))
    }

    /// Adds or replaces.
    pub(super) fn set(&mut self, rowid: i64, slot: Slot) {
        let at = match self.block_of(rowid) {
            Some(at) => at,
            None => {
                self.blocks.push(Block::default());
                0
            }
        };
        let last = at + 1 == self.blocks.len();
        let block = &mut self.blocks[at];
        match block.find(rowid) {
            Ok(found) => block.slots[found] = slot.raw(),
            Err(place) => {
                self.count += 1;
                if block.rowids.len() == BLOCK {
                    let block = self.split(at, last && place == BLOCK);
                    return self.insert(block, rowid, slot);
                }
                block.insert(place, rowid, slot);
            }
        }
    }

    /// Splits a full block and says which half comes next: half and half, but when appending to
    /// the very end all stay, so that blocks filled in order are full.
    fn split(&mut self, at: usize, appending: bool) -> usize {
        let keep = if appending { BLOCK } else { BLOCK / 2 };
        let block = &mut self.blocks[at];
        let mut new = Block {
            first: i64::MAX,
            rowids: Vec::with_capacity(BLOCK),
            slots: Vec::with_capacity(BLOCK),
        };
        new.rowids.extend(block.rowids.drain(keep..));
        new.slots.extend(block.slots.drain(keep..));
        new.first = new.rowids.first().copied().unwrap_or(i64::MAX);
        self.blocks.insert(at + 1, new);
        at
    }

    fn insert(&mut self, at: usize, rowid: i64, slot: Slot) {
        let next = self.blocks.get(at + 1);
        let into_next = next.is_some_and(|b| b.rowids.is_empty() || b.first <= rowid);
        let block = &mut self.blocks[at + usize::from(into_next)];
        let place = block.rowids.partition_point(|r| *r < rowid);
        block.insert(place, rowid, slot);
    }

    /// Removes a rowid.
    pub(super) fn remove(&mut self, rowid: i64) {
        let Some(at) = self.block_of(rowid) else { return };
        let block = &mut self.blocks[at];
        let Ok(found) = block.find(rowid) else { return };
        block.rowids.remove(found);
        block.slots.remove(found);
        self.count -= 1;
        match block.rowids.first() {
            Some(first) => block.first = *first,
            None => drop(self.blocks.remove(at)),
        }
    }

    /// The first rowid that is at least `from`, and its row.
    pub(super) fn at_or_after(&self, from: i64) -> Option<(i64, Slot)> {
        let mut at = self.block_of(from)?;
        let mut place = self.blocks[at].rowids.partition_point(|r| *r < from);
        if place == self.blocks[at].rowids.len() {
            (at, place) = (at + 1, 0);
        }
        let block = self.blocks.get(at)?;
        Some((*block.rowids.get(place)?, Slot::from_raw(block.slots[place])))
    }

    /// The last rowid that is at most `from`, and its row.
    pub(super) fn at_or_before(&self, from: i64) -> Option<(i64, Slot)> {
        let mut at = self.block_of(from)?;
        let mut place = self.blocks[at].rowids.partition_point(|r| *r <= from);
        if place == 0 {
            at = at.checked_sub(1)?;
            place = self.blocks[at].rowids.len();
        }
        let block = &self.blocks[at];
        Some((*block.rowids.get(place - 1)?, Slot::from_raw(block.slots[place - 1])))
    }

    /// The row after the one that a cursor gave last, at first the first from `from` on. Walking
    /// on costs no search unless rows came or went meanwhile.
    pub(super) fn next(&self, cursor: &mut RowCursor) -> Option<(i64, Slot)> {
        let here = |c: &RowCursor| self.blocks.get(c.block)?.rowids.get(c.at).copied();
        if cursor.last.is_none() || here(cursor) != cursor.last {
            let from = match cursor.last {
                Some(last) => last.checked_add(1)?,
                None => cursor.from,
            };
            cursor.block = self.block_of(from)?;
            cursor.at = self.blocks[cursor.block].rowids.partition_point(|r| *r < from);
        } else {
            cursor.at += 1;
        }
        if cursor.at >= self.blocks[cursor.block].rowids.len() {
            (cursor.block, cursor.at) = (cursor.block + 1, 0);
        }
        let block = self.blocks.get(cursor.block)?;
        let rowid = *block.rowids.get(cursor.at)?;
        cursor.last = Some(rowid);
        Some((rowid, Slot::from_raw(block.slots[cursor.at])))
    }

    /// The nth row in rowid order.
    pub(super) fn nth(&self, mut n: usize) -> Option<i64> {
        for block in &self.blocks {
            if n < block.rowids.len() {
                return Some(block.rowids[n]);
            }
            n -= block.rowids.len();
        }
        None
    }

    /// All places in rowid order.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        self.blocks.iter().flat_map(|b| b.slots.iter().map(|raw| Slot::from_raw(*raw)))
    }

    /// The block that has or would take a rowid.
    fn block_of(&self, rowid: i64) -> Option<usize> {
        let last = self.blocks.len().checked_sub(1)?;
        if self.blocks[last].first <= rowid {
            return Some(last);
        }
        // Blocks that were filled in order have no gaps either.
        let guess = (rowid.wrapping_sub(self.blocks[0].first) as u64 / BLOCK as u64) as usize;
        if let Some([block, next]) = self.blocks.get(guess..guess.saturating_add(2))
            && (block.first..next.first).contains(&rowid)
        {
            return Some(guess);
        }
        let after = self.blocks.partition_point(|b| b.first <= rowid);
        Some(after.saturating_sub(1))
    }
}
