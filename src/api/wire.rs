//! Values as flat numbers and bytes, written and read on both sides without any other form between:
//! parameters on their way in, rows on their way out. `www/lib/values.ts` is the other side.
//!
//! Each value has a tag (a byte) and a number (eight bytes); texts stand one after the other, and so
//! do blobs. A text's or blob's number is its length.

use crate::value::ValueRef;

/// NULL.
const NULL: u8 = 0;
/// An integer that a double holds: the number is that double.
const INT: u8 = 1;
/// A real: the number is the double.
const REAL: u8 = 2;
/// Any integer: the number is its 64 bits.
const BIG: u8 = 3;
/// A text.
const TEXT: u8 = 4;
/// A blob.
const BLOB: u8 = 5;
/// False.
const FALSE: u8 = 6;
/// True.
const TRUE: u8 = 7;

/// Where parameters are put: numbers, and then in one list tags, texts and blobs.
#[derive(Debug, Default)]
pub struct Input {
    /// Numbers.
    pub numbers: Vec<u64>,
    /// Tags, texts, blobs.
    pub bytes: Vec<u8>,
}

/// How much of an [`Input`] is filled.
#[derive(Clone, Copy, Debug)]
pub struct Filled {
    /// Number of values.
    pub count: usize,
    /// Bytes of texts.
    pub text: usize,
    /// Lengths of texts are bytes rather than UTF-16 units.
    pub bytes: bool,
}

impl Input {
    /// Makes room.
    pub fn reserve(&mut self, numbers: usize, bytes: usize) {
        if self.numbers.len() < numbers {
            self.numbers.resize(numbers, 0);
        }
        if self.bytes.len() < bytes {
            self.bytes.resize(bytes, 0);
        }
    }

    /// Reads what was put there.
    pub fn read(&self, filled: Filled) -> Reader<'_> {
        let Filled { count, text, bytes } = filled;
        let (tags, rest) = self.bytes.split_at(count.min(self.bytes.len()));
        let (texts, blobs) = rest.split_at(text.min(rest.len()));
        let texts = std::str::from_utf8(texts).unwrap_or_default();
        let slots = tags.iter().copied().zip(self.numbers.iter().copied());
        Reader { slots, texts, blobs, bytes }
    }
}

type Slots<'a> = std::iter::Zip<
    std::iter::Copied<std::slice::Iter<'a, u8>>,
    std::iter::Copied<std::slice::Iter<'a, u64>>,
>;

/// Values read in order.
#[derive(Debug)]
pub struct Reader<'a> {
    slots: Slots<'a>,
    texts: &'a str,
    blobs: &'a [u8],
    bytes: bool,
}

impl<'a> Iterator for Reader<'a> {
    type Item = ValueRef<'a>;

    fn next(&mut self) -> Option<ValueRef<'a>> {
        let (tag, number) = self.slots.next()?;
        let double = f64::from_bits(number);
        Some(match tag {
            INT => ValueRef::Int(double as i64),
            REAL => ValueRef::Real(double),
            BIG => ValueRef::Int(number as i64),
            TEXT => {
                let length = if self.bytes {
                    double as usize
                } else {
                    bytes_of(self.texts, double as usize)
                };
                let (text, rest) = self.texts.split_at_checked(length).unwrap_or_default();
                self.texts = rest;
                ValueRef::Text(text)
            }
            BLOB => {
                let (blob, rest) = self.blobs.split_at_checked(double as usize).unwrap_or_default();
                self.blobs = rest;
                ValueRef::Blob(blob)
            }
            FALSE => ValueRef::Bool(false),
            TRUE => ValueRef::Bool(true),
            _ => ValueRef::Null,
        })
    }
}

/// The number of bytes of the first so many UTF-16 units.
fn bytes_of(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, letter) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(letter.len_utf16());
    }
    text.len()
}

/// Rows on their way out. A text's number is its length in UTF-16 units, since JavaScript takes the
/// joined texts apart after decoding them at once.
#[derive(Debug, Default)]
pub struct Output {
    /// Numbers.
    pub numbers: Vec<u64>,
    /// Tags.
    pub tags: Vec<u8>,
    /// Texts.
    pub text: String,
    /// Blobs.
    pub blobs: Vec<u8>,
}

impl Output {
    /// Forgets what was written.
    pub fn clear(&mut self) {
        self.numbers.clear();
        self.tags.clear();
        self.text.clear();
        self.blobs.clear();
    }

    /// Whether every text is ASCII.
    pub fn is_ascii(&self) -> bool {
        self.text.is_ascii()
    }

    /// Writes a value.
    pub fn write(&mut self, value: ValueRef<'_>) {
        let (tag, number) = match value {
            ValueRef::Null => (NULL, 0),
            ValueRef::Int(n) if super::cell::is_safe(n) => (INT, (n as f64).to_bits()),
            ValueRef::Int(n) => (BIG, n as u64),
            ValueRef::Real(x) => (REAL, x.to_bits()),
            ValueRef::Text(text) => self.text(text),
            ValueRef::Blob(bytes) => {
                self.blobs.extend_from_slice(bytes);
                (BLOB, (bytes.len() as f64).to_bits())
            }
            ValueRef::Bool(truth) => (if truth { TRUE } else { FALSE }, 0),
            ValueRef::Other(ops, bytes) => self.text(&(ops.text)(bytes)),
        };
        self.tags.push(tag);
        self.numbers.push(number);
    }

    fn text(&mut self, text: &str) -> (u8, u64) {
        self.text.push_str(text);
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        (TEXT, (units as f64).to_bits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_any_script_are_taken_apart() {
        let joined = "aä😀b";
        let mut input = Input::default();
        input.reserve(4, 64);
        let lengths = [1.0, 1.0, 2.0, 1.0];
        for (slot, length) in input.numbers.iter_mut().zip(lengths) {
            *slot = f64::to_bits(length);
        }
        input.bytes[..4].fill(TEXT);
        input.bytes[4..4 + joined.len()].copy_from_slice(joined.as_bytes());
        let filled = Filled { count: 4, text: joined.len(), bytes: false };
        let texts: Vec<String> = input.read(filled).map(|value| format!("{value:?}")).collect();
        assert_eq!(texts, [r#"Text("a")"#, r#"Text("ä")"#, r#"Text("😀")"#, r#"Text("b")"#]);
    }

    #[test]
    fn a_length_past_the_end_is_an_empty_text() {
        let mut input = Input::default();
        input.reserve(1, 4);
        input.numbers[0] = f64::to_bits(99.0);
        input.bytes[0] = TEXT;
        let mut values = input.read(Filled { count: 1, text: 2, bytes: true });
        assert!(matches!(values.next(), Some(ValueRef::Text(text)) if text.is_empty()));
    }
}
