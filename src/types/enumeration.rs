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
    let place = ty.labels.iter().position(|known| **known == *label)?;
    let mut bytes = (place as u32).to_be_bytes().to_vec();
    bytes.extend(label.as_bytes());
    Some(Value::Other(&ENUM, bytes.into()))
}
