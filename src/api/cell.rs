//! A value in plain JSON, written so that nothing is lost.

use serde::Serialize;

use crate::value::{Value, ValueRef};

/// A value in plain JSON. A number is an integer; a real says so, since JSON cannot tell 1 from 1.0.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(untagged)]
pub enum Cell {
    /// NULL.
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer that a JavaScript number holds exactly.
    Number(i64),
    /// Text.
    Text(String),
    /// A real in decimal.
    Real {
        /// Its shortest exact form.
        real: String,
    },
    /// An integer beyond ±2^53.
    Int {
        /// Its decimal digits.
        int: String,
    },
    /// Bytes.
    Blob {
        /// Two hexadecimal digits a byte.
        blob: String,
    },
    /// Any other type.
    Other {
        /// The type's name.
        r#type: &'static str,
        /// As the database prints it.
        text: String,
    },
}

/// The greatest integer up to which every integer is a JavaScript number.
pub const MAX_SAFE: i64 = (1 << 53) - 1;

/// Whether a JavaScript number holds this integer exactly.
pub fn is_safe(n: i64) -> bool {
    (-MAX_SAFE..=MAX_SAFE).contains(&n)
}

impl Cell {
    /// An integer.
    pub fn int(n: i64) -> Cell {
        if is_safe(n) { Cell::Number(n) } else { Cell::Int { int: n.to_string() } }
    }
}

impl From<ValueRef<'_>> for Cell {
    fn from(value: ValueRef<'_>) -> Cell {
        match value {
            ValueRef::Null => Cell::Null,
            ValueRef::Bool(b) => Cell::Bool(b),
            ValueRef::Int(n) => Cell::int(n),
            ValueRef::Real(x) => Cell::Real { real: real(x) },
            ValueRef::Text(s) => Cell::Text(s.to_owned()),
            ValueRef::Blob(bytes) => Cell::Blob { blob: hex(bytes) },
            ValueRef::Other(ops, bytes) => {
                Cell::Other { r#type: ops.name, text: (ops.text)(bytes) }
            }
        }
    }
}

/// Rows and keys as cells.
pub fn cells(values: &[Value]) -> Vec<Cell> {
    values.iter().map(|v| v.borrow().into()).collect()
}

/// A double in the shortest decimal form that reads back as the same double, in JavaScript too.
pub fn real(x: f64) -> String {
    if x.is_infinite() {
        return if x > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    format!("{x:?}")
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |n: u8| DIGITS[usize::from(n)] as char;
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost() {
        assert_eq!(Cell::int(MAX_SAFE), Cell::Number(MAX_SAFE));
        assert_eq!(Cell::int(i64::MIN), Cell::Int { int: "-9223372036854775808".to_owned() });
        assert_eq!((real(1.0), real(-0.0)), ("1.0".to_owned(), "-0.0".to_owned()));
        assert_eq!((real(1e300), real(f64::NEG_INFINITY)), ("1e300".into(), "-Infinity".into()));
        assert_eq!(hex(&[0, 255, 16]), "00ff10");
    }
}
