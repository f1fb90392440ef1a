//! The bytes of a row: length, rowid, then each value as a tag and what the tag calls for.

use std::cmp::Ordering;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::collation::Collation;
use crate::types::OTHERS;
use crate::value::{ValueRef, compare, hash_value};

const NULL: u8 = 0;
const INT1: u8 = 1;
const INT2: u8 = 2;
const INT4: u8 = 3;
const INT8: u8 = 4;
const REAL: u8 = 5;
const FALSE: u8 = 6;
const TRUE: u8 = 7;
/// The bytes behind each tag so far.
const LENGTHS: [u8; TEXT as usize] = [0, 1, 2, 4, 8, 8, 0, 0];
const TEXT: u8 = 8;
const BLOB: u8 = 9;
const OTHER: u8 = 10;
/// Texts of up to 127 bytes carry their length in the tag.
const SHORT_TEXT: u8 = 128;

/// Writes a record into an empty buffer.
pub(super) fn write<'a>(
    buffer: &mut Vec<u8>,
    rowid: i64,
    values: impl Iterator<Item = ValueRef<'a>>,
) {
    buffer.extend_from_slice(&[0; 4]);
    write_varint(buffer, zigzag(rowid));
    for value in values {
        write_value(buffer, value);
    }
    let length = buffer.len() as u32;
    buffer[..4].copy_from_slice(&length.to_le_bytes());
}

/// What stands in a changed row where another value stood.
#[derive(Clone, Copy, Debug)]
pub enum Other<'a> {
    /// This value.
    Value(ValueRef<'a>),
    /// What the row had in this column.
    Column(usize),
}

/// Writes a record like another into an empty buffer, but for the columns that `other` knows of. What
/// stays is copied as it is encoded.
pub(super) fn write_changed<'a>(
    buffer: &mut Vec<u8>,
    old: Record<'_>,
    other: &mut dyn FnMut(usize) -> Option<Other<'a>>,
) {
    let mut values = old.values();
    buffer.extend_from_slice(&values.bytes[..values.at]);
    let mut column = 0;
    while values.at < values.bytes.len() {
        let from = values.at;
        values.skip_values(1);
        match other(column) {
            Some(Other::Value(value)) => write_value(buffer, value),
            Some(Other::Column(own)) => buffer.extend_from_slice(old.encoded(own)),
            None => buffer.extend_from_slice(&values.bytes[from..values.at]),
        }
        column += 1;
    }
    let length = buffer.len() as u32;
    buffer[..4].copy_from_slice(&length.to_le_bytes());
}

fn write_value(buffer: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => buffer.push(NULL),
        ValueRef::Int(n) => write_int(buffer, n),
        ValueRef::Real(x) => {
            buffer.push(REAL);
            buffer.extend_from_slice(&x.to_le_bytes());
        }
        ValueRef::Bool(b) => buffer.push(if b { TRUE } else { FALSE }),
        ValueRef::Text(s) => {
            if s.len() < 128 {
                buffer.push(SHORT_TEXT | s.len() as u8);
            } else {
                buffer.push(TEXT);
                write_varint(buffer, s.len() as u64);
            }
            buffer.extend_from_slice(s.as_bytes());
        }
        ValueRef::Blob(b) => {
            buffer.push(BLOB);
            write_varint(buffer, b.len() as u64);
            buffer.extend_from_slice(b);
        }
        ValueRef::Other(ops, bytes) => {
            buffer.push(OTHER);
            buffer.push(ops.id);
            write_varint(buffer, bytes.len() as u64);
            buffer.extend_from_slice(bytes);
        }
    }
}

fn write_int(buffer: &mut Vec<u8>, n: i64) {
    if let Ok(n) = i8::try_from(n) {
        buffer.extend_from_slice(&[INT1, n as u8]);
    } else if let Ok(n) = i16::try_from(n) {
        buffer.push(INT2);
        buffer.extend_from_slice(&n.to_le_bytes());
    } else if let Ok(n) = i32::try_from(n) {
        buffer.push(INT4);
        buffer.extend_from_slice(&n.to_le_bytes());
    } else {
        buffer.push(INT8);
        buffer.extend_from_slice(&n.to_le_bytes());
    }
}

fn write_varint(buffer: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        buffer.push(n as u8 | 0x80);
        n >>= 7;
    }
    buffer.push(n as u8);
}

fn zigzag(n: i64) -> u64 {
    ((n << 1) ^ (n >> 63)) as u64
}

fn unzigzag(n: u64) -> i64 {
    (n >> 1) as i64 ^ -((n & 1) as i64)
}

/// A stored row. Reading a value walks the ones before it, which is cheap for short rows and
/// needs no table of offsets.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    bytes: &'a [u8],
}

impl<'a> Record<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Record<'a> {
        Record { bytes }
    }

    /// Bytes of the whole record.
    #[inline(always)]
    pub(super) fn length(self) -> usize {
        let mut length = [0; 4];
        length.copy_from_slice(&self.bytes[..4]);
        u32::from_le_bytes(length) as usize
    }

    /// Its rowid.
    #[inline(always)]
    pub fn rowid(self) -> i64 {
        let mut at = 4;
        unzigzag(read_varint(self.bytes, &mut at))
    }

    /// One value; NULL past the last.
    #[inline(always)]
    pub fn value(self, column: usize) -> ValueRef<'a> {
        let mut values = self.values();
        values.skip_values(column);
        values.next().unwrap_or(ValueRef::Null)
    }

    /// The bytes of one value, the same for the same value.
    #[inline(always)]
    pub(super) fn encoded(self, column: usize) -> &'a [u8] {
        let mut values = self.values();
        values.skip_values(column);
        let from = values.at;
        values.skip_values(1);
        &values.bytes[from..values.at]
    }

    /// The bytes of a text; none for a value of another kind.
    #[inline(always)]
    pub(super) fn text(self, column: usize) -> Option<&'a [u8]> {
        text_of(self.encoded(column))
    }

    /// How two records compare in a column. Equal bytes are equal values, and texts that compare by
    /// their bytes need not be read as texts.
    pub(super) fn compare(self, other: Record<'_>, column: usize, by: &Collation) -> Ordering {
        let (a, b) = (self.encoded(column), other.encoded(column));
        if a == b {
            return Ordering::Equal;
        }
        match (text_of(a), text_of(b)) {
            (Some(a), Some(b)) if by.is_bytes() => a.cmp(b),
            _ => compare(self.value(column), other.value(column), by),
        }
    }

    /// How a column compares with a value.
    #[inline(always)]
    pub(super) fn compare_with(
        self,
        column: usize,
        value: ValueRef<'_>,
        by: &Collation,
    ) -> Ordering {
        match (self.text(column), value) {
            (Some(own), ValueRef::Text(text)) if by.is_bytes() => own.cmp(text.as_bytes()),
            _ => compare(self.value(column), value, by),
        }
    }

    /// Adds a column to the hash of a key, as [`crate::value::hash_value`] does.
    #[inline(always)]
    pub(super) fn hash(self, column: usize, by: &Collation, hasher: &mut FxHasher) {
        match self.text(column) {
            Some(text) if by.is_bytes() => hasher.write(text),
            _ => hash_value(self.value(column), by, hasher),
        }
    }

    /// All values in order.
    #[inline(always)]
    pub fn values(self) -> Values<'a> {
        let mut at = 4;
        read_varint(self.bytes, &mut at);
        Values { bytes: &self.bytes[..self.length()], at }
    }
}

/// Iterates over the values of a record.
pub struct Values<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Values<'a> {
    type Item = ValueRef<'a>;

    fn next(&mut self) -> Option<ValueRef<'a>> {
        let tag = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match tag {
            NULL => ValueRef::Null,
            INT1 => ValueRef::Int(i64::from(i8::from_le_bytes(self.take()))),
            INT2 => ValueRef::Int(i64::from(i16::from_le_bytes(self.take()))),
            INT4 => ValueRef::Int(i64::from(i32::from_le_bytes(self.take()))),
            INT8 => ValueRef::Int(i64::from_le_bytes(self.take())),
            REAL => ValueRef::Real(f64::from_le_bytes(self.take())),
            FALSE => ValueRef::Bool(false),
            TRUE => ValueRef::Bool(true),
            BLOB => ValueRef::Blob(self.sized()),
            OTHER => {
                let [id] = self.take();
                ValueRef::Other(OTHERS[id as usize], self.sized())
            }
            TEXT => text(self.sized()),
            short => {
                let length = (short & 0x7f) as usize;
                self.at += length;
                text(&self.bytes[self.at - length..self.at])
            }
        })
    }
}

impl<'a> Values<'a> {
    /// The next value, if it is a short integer, as most are that conditions look at; no value is then
    /// passed over otherwise.
    pub fn next_int(&mut self) -> Option<i64> {
        let (n, length) = match *self.bytes.get(self.at..)? {
            [INT1, a, ..] => (i64::from(a as i8), 2),
            [INT2, a, b, ..] => (i64::from(i16::from_le_bytes([a, b])), 3),
            [INT4, a, b, c, d, ..] => (i64::from(i32::from_le_bytes([a, b, c, d])), 5),
            _ => return None,
        };
        self.at += length;
        Some(n)
    }

    /// Passes over values without reading them.
    pub fn skip_values(&mut self, count: usize) {
        for _ in 0..count {
            let Some(tag) = self.bytes.get(self.at) else { return };
            self.at += 1;
            self.at += match *tag {
                tag if tag >= SHORT_TEXT => usize::from(tag & 0x7f),
                tag if tag < TEXT => usize::from(LENGTHS[usize::from(tag)]),
                tag => {
                    self.at += usize::from(tag == OTHER);
                    read_varint(self.bytes, &mut self.at) as usize
                }
            };
        }
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.copy_from_slice(&self.bytes[self.at..self.at + N]);
        self.at += N;
        bytes
    }

    fn sized(&mut self) -> &'a [u8] {
        let length = read_varint(self.bytes, &mut self.at) as usize;
        self.at += length;
        &self.bytes[self.at - length..self.at]
    }
}

/// The bytes of an encoded text.
#[inline(always)]
fn text_of(encoded: &[u8]) -> Option<&[u8]> {
    match encoded.split_first()? {
        (&TEXT, rest) => {
            let mut at = 0;
            read_varint(rest, &mut at);
            rest.get(at..)
        }
        (tag, rest) => (*tag >= SHORT_TEXT).then_some(rest),
    }
}

fn text(bytes: &[u8]) -> ValueRef<'_> {
    ValueRef::Text(std::str::from_utf8(bytes).expect("text was written from a str"))
}

fn read_varint(bytes: &[u8], at: &mut usize) -> u64 {
    let mut n = 0;
    let mut shift = 0;
    loop {
        let byte = bytes[*at];
        *at += 1;
        n |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return n;
        }
        shift += 7;
    }
}
