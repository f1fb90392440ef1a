//! PostgreSQL's regclass: the number of a table, index or sequence that prints as its name
//! (datatype-oid).

use crate::value::{TypeOps, Value};

/// regclass.
pub static OBJECT: TypeOps = TypeOps {
    id: super::id::OBJECT,
    name: "regclass",
    compare: |a, b| number(a).cmp(&number(b)),
    hash_key: |bytes| number(bytes).to_le_bytes().to_vec(),
    text: |bytes| String::from_utf8_lossy(bytes.get(4..).unwrap_or_default()).into_owned(),
    number: |bytes| Some(f64::from(number(bytes))),
};

fn number(bytes: &[u8]) -> u32 {
    bytes.get(..4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The value of an object.
pub fn value(id: u32, name: &str) -> Value {
    let mut bytes = id.to_le_bytes().to_vec();
    bytes.extend(name.as_bytes());
    Value::Other(&OBJECT, bytes.into())
}
