//! PostgreSQL's enums: a label and its place among the labels, by which values sort
//! (datatype-enum).

use super::EnumType;
use crate::value::{TypeOps, Value};

/// Every enum.
pub static ENUM: TypeOps = TypeOps {
    id: super::id::ENUM,
    name: "enum",
    compare: |a, b| a.get(..4).cmp(&b.get(..4)),
    hash_key: |bytes| bytes.to_vec(),
    text: |bytes| String::from_utf8_lossy(bytes.get(4..).unwrap_or_default()).into_owned(),
    number: |_| None,
};

/// The value of a label; none when the type does not have it.
pub fn value(ty: &EnumType, label: &str) -> Option<Value> {
    let at = ty.labels.iter().position(|known| **known == *label)?;
    let mut bytes = ty.places.get(at)?.to_be_bytes().to_vec();
    bytes.extend(label.as_bytes());
    Some(Value::Other(&ENUM, bytes.into()))
}

/// What labels sort by when a type is made: there is room between them.
pub fn places(count: usize) -> Vec<u32> {
    (1..=count as u32).map(|at| at << ROOM).collect()
}

/// Between labels: so often may one be put before the same other.
const ROOM: u32 = 16;

/// A place between two; none when there is no room left. Without a right one it is the last.
pub fn between(left: Option<u32>, right: Option<u32>) -> Option<u32> {
    let left = left.unwrap_or(0);
    let Some(right) = right else { return left.checked_add(1 << ROOM) };
    (right - left > 1).then_some(left + (right - left) / 2)
}
