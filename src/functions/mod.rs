//! Scalar and aggregate functions, shared where dialects agree. Which names a dialect gives them
//! and which types they take is in `dialect`.

pub mod aggregate;
pub mod arithmetic;
pub mod date;
pub mod decimal_aggregate;
pub mod exact;
pub mod format;
pub mod info;
pub mod json;
mod json5;
pub mod like;
pub mod math;
pub mod md5;
pub mod mysql_text;
pub mod regex;
pub mod regex_groups;
pub mod text;

use std::borrow::Cow;

use crate::types::number;
use crate::value::Value;

/// A value as text: numbers as SQLite prints them, blobs as the text they hold.
pub fn text_of(value: &Value) -> String {
    text(value).into_owned()
}

/// As [`text_of`], without copying texts.
pub fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::Int(n) => Cow::Owned(number::int_text(*n)),
        Value::Real(x) => Cow::Owned(number::real_text(*x)),
        Value::Text(text) => Cow::Borrowed(text),
        Value::Blob(bytes) => String::from_utf8_lossy(bytes),
        Value::Bool(b) => Cow::Borrowed(if *b { "t" } else { "f" }),
        Value::Other(ops, bytes) => Cow::Owned((ops.text)(bytes)),
    }
}

/// A value as an integer: text by its start, reals cut off.
pub fn int(value: &Value) -> i64 {
    match value {
        Value::Null => 0,
        Value::Int(n) => *n,
        Value::Real(x) => number::real_to_int(*x),
        Value::Bool(b) => i64::from(*b),
        other => number::leading_int(&text(other)),
    }
}

/// A value as a real: text by its start.
pub fn real(value: &Value) -> f64 {
    match value {
        Value::Null => 0.0,
        Value::Int(n) => *n as f64,
        Value::Real(x) => *x,
        Value::Bool(b) => f64::from(u8::from(*b)),
        Value::Other(ops, bytes) => (ops.number)(bytes).unwrap_or(0.0),
        other => number::leading_real(&text(other)),
    }
}

/// A value as a number: text and blobs by their start.
pub fn numeric(value: &Value) -> Value {
    match value {
        Value::Text(text) => number::leading_number(text),
        Value::Blob(bytes) => number::leading_number(&String::from_utf8_lossy(bytes)),
        Value::Bool(b) => Value::Int(i64::from(*b)),
        other => other.clone(),
    }
}
