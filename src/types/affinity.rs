//! SQLite's type affinity (datatype3.html): which a declared type has and what it does to values.

use std::rc::Rc;

use super::number;
use crate::value::Value;

/// The five affinities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Affinity {
    /// BLOB, formerly NONE: values stay as they are.
    Blob,
    /// TEXT: numbers become text.
    Text,
    /// NUMERIC: text that reads as a number becomes one.
    Numeric,
    /// INTEGER: as NUMERIC; differs in CAST.
    Integer,
    /// REAL: as NUMERIC, integers become reals.
    Real,
}

impl Affinity {
    /// The affinity of a declared type (datatype3.html, section 3.1).
    pub fn of_declared(declared: &str) -> Affinity {
        let upper = declared.to_ascii_uppercase();
        let has = |part| upper.contains(part);
        if has("INT") {
            Affinity::Integer
        } else if has("CHAR") || has("CLOB") || has("TEXT") {
            Affinity::Text
        } else if has("BLOB") || upper.is_empty() {
            Affinity::Blob
        } else if has("REAL") || has("FLOA") || has("DOUB") {
            Affinity::Real
        } else {
            Affinity::Numeric
        }
    }

    /// What CAST makes of a value (vdbemem.c, sqlite3VdbeMemCast).
    pub fn cast(self, value: Value) -> Value {
        match (self, value) {
            (_, Value::Null) => Value::Null,
            (Affinity::Text, Value::Blob(bytes)) => Value::text(&String::from_utf8_lossy(&bytes)),
            (Affinity::Text, value) => Affinity::Text.apply(value),
            (Affinity::Blob, value @ Value::Blob(_)) => value,
            (Affinity::Blob, value) => match Affinity::Text.apply(value) {
                Value::Text(text) => Value::Blob(Rc::from(text.as_bytes())),
                other => other,
            },
            (affinity, Value::Blob(bytes)) => {
                affinity.cast(Value::text(&String::from_utf8_lossy(&bytes)))
            }
            (Affinity::Integer, Value::Real(x)) => Value::Int(number::real_to_int(x)),
            (Affinity::Integer, Value::Text(text)) => Value::Int(number::leading_int(&text)),
            (Affinity::Real, Value::Int(n)) => Value::Real(n as f64),
            (Affinity::Real, Value::Text(text)) => Value::Real(number::leading_real(&text)),
            (Affinity::Numeric, Value::Text(text)) => match number::leading_number(&text) {
                // Here only reals up to 2^51 become integers (util.c, sqlite3RealSameAsInt).
                Value::Real(x) if x.abs() >= 2_251_799_813_685_248.0 => Value::Real(x),
                number => integral(number),
            },
            (_, value) => value,
        }
    }

    /// Whether it makes numbers of text.
    pub fn is_numeric(self) -> bool {
        matches!(self, Affinity::Numeric | Affinity::Integer | Affinity::Real)
    }

    /// What a value becomes in a column of this affinity.
    pub fn apply(self, value: Value) -> Value {
        match (self, value) {
            (Affinity::Blob, value) => value,
            (Affinity::Text, Value::Int(n)) => Value::Text(Rc::from(number::int_text(n))),
            (Affinity::Text, Value::Real(x)) => Value::Text(Rc::from(number::real_text(x))),
            (Affinity::Real, Value::Int(n)) => Value::Real(n as f64),
            (Affinity::Real, Value::Text(s)) => match number::whole_text_number(&s) {
                Some(Value::Int(n)) => Value::Real(n as f64),
                Some(number) => number,
                None => Value::Text(s),
            },
            (Affinity::Numeric | Affinity::Integer, Value::Text(s)) => {
                match number::whole_text_number(&s) {
                    Some(number) => integral(number),
                    None => Value::Text(s),
                }
            }
            (Affinity::Numeric | Affinity::Integer, value @ Value::Real(_)) => integral(value),
            (_, value) => value,
        }
    }
}

/// A real that is exactly an integer becomes one (vdbe.c, sqlite3VdbeIntegerAffinity).
fn integral(value: Value) -> Value {
    match value {
        Value::Real(x) => match number::exact_int(x) {
            Some(n) => Value::Int(n),
            None => Value::Real(x),
        },
        other => other,
    }
}
