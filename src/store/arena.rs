//! Rows as bytes in large blocks. A row's place is a [`Slot`]; freed places are used again for
//! rows of the same size, so that updating a table for ever does not grow it.
//!
//! A record is its length, its rowid and one encoded value after another; see `record`.

/// The place of a row: block number and offset in units of eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(u32);

/// Bytes of a block; 2^15 units of eight.
const BLOCK: usize = 1 << 18;
const UNIT: usize = 8;
/// What a row takes beside its record: its place by rowid and in an index, and what takes it back
/// (measured: 72 bytes a row of a table with one unique index, in one transaction).
const BESIDE: usize = 72;
const UNITS_BITS: u32 = 15;
/// Sizes (in units) up to which freed places are kept by exact size.
const CLASSES: usize = 512;

impl Slot {
    /// As a plain number, for compact tables.
    pub(super) fn raw(self) -> u32 {
        self.0
    }

    /// From a plain number.
    pub(super) fn from_raw(raw: u32) -> Slot {
        Slot(raw)
    }
}

/// The blocks.
#[derive(Debug, Default)]
pub(super) struct Arena {
    /// Ordinary blocks grow up to `BLOCK` bytes; a record larger than that has a block alone.
    blocks: Vec<Vec<u8>>,
    /// Block that is being filled.
    current: usize,
    /// Freed places by size in units, for small sizes.
    free: Vec<Vec<u32>>,
    /// Freed places of larger sizes: sizes in order, each with its places.
    large: Vec<(usize, Vec<u32>)>,
    used: usize,
}

impl Arena {
    /// Puts a record somewhere.
    pub(super) fn put(&mut self, record: &[u8]) -> Slot {
        let units = record.len().div_ceil(UNIT);
        self.used += units * UNIT + BESIDE;
        if let Some(raw) = self.freed(units) {
            let (block, offset) = place(raw);
            self.blocks[block][offset..offset + record.len()].copy_from_slice(record);
            return Slot(raw);
        }
        let size = units * UNIT;
        let full = |block: &Vec<u8>| block.len() + size > BLOCK;
        if self.blocks.get(self.current).is_none_or(full) {
            // The first block grows by doubling, so that a small database stays small.
            let capacity = if self.blocks.is_empty() { size.max(1024) } else { size.max(BLOCK) };
            self.blocks.push(Vec::with_capacity(capacity));
            self.current = self.blocks.len() - 1;
        }
        let block = &mut self.blocks[self.current];
        let offset = block.len();
        block.extend_from_slice(record);
        block.resize(offset + size, 0);
        Slot((self.current as u32) << UNITS_BITS | (offset / UNIT) as u32)
    }

    /// The bytes from a record's start on.
    #[inline(always)]
    pub(super) fn at(&self, slot: Slot) -> &[u8] {
        let (block, offset) = place(slot.0);
        &self.blocks[block][offset..]
    }

    /// Frees a record of this many bytes.
    pub(super) fn free(&mut self, slot: Slot, length: usize) {
        let units = length.div_ceil(UNIT);
        self.used -= units * UNIT + BESIDE;
        if units >= CLASSES {
            match self.large_class(units) {
                Ok(at) => self.large[at].1.push(slot.0),
                Err(at) => self.large.insert(at, (units, vec![slot.0])),
            }
            return;
        }
        if self.free.len() <= units {
            self.free.resize_with(units + 1, Vec::new);
        }
        self.free[units].push(slot.0);
    }

    fn freed(&mut self, units: usize) -> Option<u32> {
        if units < CLASSES {
            return self.free.get_mut(units)?.pop();
        }
        let at = self.large_class(units).ok()?;
        self.large[at].1.pop()
    }

    /// Where a large size stands, or would.
    fn large_class(&self, units: usize) -> Result<usize, usize> {
        self.large.binary_search_by_key(&units, |(size, _)| *size)
    }

    /// Bytes held by rows, with what they take beside.
    pub(super) fn used(&self) -> usize {
        self.used
    }
}

fn place(raw: u32) -> (usize, usize) {
    ((raw >> UNITS_BITS) as usize, (raw as usize & ((1 << UNITS_BITS) - 1)) * UNIT)
}
