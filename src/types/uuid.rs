//! PostgreSQL's uuid: sixteen bytes (datatype-uuid).

use crate::value::{TypeOps, Value};

/// uuid.
pub static UUID: TypeOps = TypeOps {
    id: super::id::UUID,
    name: "uuid",
    compare: |a, b| a.cmp(b),
    hash_key: |bytes| bytes.to_vec(),
    text: |bytes| {
        let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
        let parts = [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)];
        parts.join("-")
    },
    number: |_| None,
};

/// Reads 32 hexadecimal digits with hyphens after any group of four, in braces or not.
pub fn parse(text: &str) -> Option<Value> {
    let inner = match text.strip_prefix('{') {
        Some(rest) => rest.strip_suffix('}')?,
        None => text,
    };
    let mut digits = Vec::with_capacity(32);
    for letter in inner.chars() {
        match letter.to_digit(16) {
            Some(digit) => digits.push(digit as u8),
            None if letter == '-' && digits.len() % 4 == 0 && !digits.is_empty() => {}
            None => return None,
        }
    }
    let bytes: Vec<u8> =
        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect();
    (digits.len() == 32).then(|| Value::Other(&UUID, bytes.into()))
}
