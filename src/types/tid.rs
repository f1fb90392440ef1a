//! PostgreSQL's tid: where a row version stands (storage-page-layout). The engine's rows stand on one
//! page.

use crate::value::{TypeOps, Value};

/// tid.
pub static TID: TypeOps = TypeOps {
    id: super::id::TID,
    name: "tid",
    compare: |a, b| a.cmp(b),
    hash_key: |bytes| bytes.to_vec(),
    text: |bytes| {
        let number = bytes.iter().fold(0u64, |n, byte| n << 8 | u64::from(*byte));
        format!("(0,{number})")
    },
    number: |_| None,
};

/// The place of a row by its number.
pub fn value(number: i64) -> Value {
    Value::Other(&TID, number.to_be_bytes().as_slice().into())
}
