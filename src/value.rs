//! One value for three dialects, owned ([`Value`]) or borrowed from a stored row ([`ValueRef`]),
//! with the order in which databases sort values and the hash that goes with equality.

use std::cmp::Ordering;
use std::hash::Hasher;
use std::rc::Rc;

use rustc_hash::FxHasher;

use crate::collation::Collation;

/// A value.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// NULL.
    #[default]
    Null,
    /// A 64-bit integer.
    Int(i64),
    /// A double; never NaN.
    Real(f64),
    /// Text.
    Text(Rc<str>),
    /// Bytes.
    Blob(Rc<[u8]>),
    /// A boolean (PostgreSQL).
    Bool(bool),
    /// Any other type: its operations and its encoded bytes.
    Other(&'static TypeOps, Rc<[u8]>),
}

/// A value that borrows its bytes.
#[derive(Clone, Copy, Debug)]
pub enum ValueRef<'a> {
    /// NULL.
    Null,
    /// A 64-bit integer.
    Int(i64),
    /// A double; never NaN.
    Real(f64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
    /// A boolean.
    Bool(bool),
    /// Any other type.
    Other(&'static TypeOps, &'a [u8]),
}

/// What the engine needs to know of a type that is not built into [`Value`]. Each such type is
/// one file under `types/` with one static of this.
pub struct TypeOps {
    /// Number in stored rows, an index into `types::OTHERS`.
    pub id: u8,
    /// The type's name.
    pub name: &'static str,
    /// Order of two encoded values.
    pub compare: fn(&[u8], &[u8]) -> Ordering,
    /// The bytes to hash, equal for equal values.
    pub hash_key: fn(&[u8]) -> Vec<u8>,
    /// As the database prints it.
    pub text: fn(&[u8]) -> String,
    /// As a double, for arithmetic with other numbers; none when it is no number.
    pub number: fn(&[u8]) -> Option<f64>,
}

impl std::fmt::Debug for TypeOps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Value {
    /// A text value.
    pub fn text(text: &str) -> Value {
        Value::Text(Rc::from(text))
    }

    /// A real, or NULL for NaN, which no database here stores as such in SQLite.
    pub fn real(number: f64) -> Value {
        if number.is_nan() { Value::Null } else { Value::Real(number) }
    }

    /// Borrows it.
    #[inline(always)]
    pub fn borrow(&self) -> ValueRef<'_> {
        match self {
            Value::Null => ValueRef::Null,
            Value::Int(n) => ValueRef::Int(*n),
            Value::Real(x) => ValueRef::Real(*x),
            Value::Text(s) => ValueRef::Text(s),
            Value::Blob(b) => ValueRef::Blob(b),
            Value::Bool(b) => ValueRef::Bool(*b),
            Value::Other(ops, bytes) => ValueRef::Other(ops, bytes),
        }
    }

    /// Whether it is NULL.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// Bytes that it holds beside itself.
    pub fn bytes(&self) -> usize {
        match self {
            Value::Null | Value::Int(_) | Value::Real(_) | Value::Bool(_) => 0,
            Value::Text(text) => text.len(),
            Value::Blob(bytes) | Value::Other(_, bytes) => bytes.len(),
        }
    }

    /// Same type and same value, NULL being the same as NULL: what "unchanged" means.
    pub fn is_identical(&self, other: &Value) -> bool {
        self.borrow().is_identical(other.borrow())
    }
}

impl<'a> ValueRef<'a> {
    /// Copies it.
    pub fn to_value(self) -> Value {
        match self {
            ValueRef::Null => Value::Null,
            ValueRef::Int(n) => Value::Int(n),
            ValueRef::Real(x) => Value::Real(x),
            ValueRef::Text(s) => Value::Text(Rc::from(s)),
            ValueRef::Blob(b) => Value::Blob(Rc::from(b)),
            ValueRef::Bool(b) => Value::Bool(b),
            ValueRef::Other(ops, bytes) => Value::Other(ops, Rc::from(bytes)),
        }
    }

    /// Whether it is NULL.
    pub fn is_null(self) -> bool {
        matches!(self, ValueRef::Null)
    }

    /// Same type and same value, NULL being the same as NULL.
    pub fn is_identical(self, other: ValueRef<'_>) -> bool {
        self.class() == other.class()
            && match (self, other) {
                (ValueRef::Int(a), ValueRef::Int(b)) => a == b,
                (ValueRef::Int(_), _) | (_, ValueRef::Int(_)) => false,
                (a, b) => compare(a, b, &crate::collation::BINARY) == Ordering::Equal,
            }
    }

    /// Storage classes in the order in which SQLite sorts them (datatype3.html, section 4.1):
    /// NULL, numbers, text, blobs. The types that SQLite does not have sort among themselves.
    fn class(self) -> u8 {
        match self {
            ValueRef::Null => 0,
            ValueRef::Bool(_) => 1,
            ValueRef::Int(_) | ValueRef::Real(_) => 2,
            ValueRef::Other(ops, _) => 3 + ops.id,
            ValueRef::Text(_) => 254,
            ValueRef::Blob(_) => 255,
        }
    }
}

/// The order of two values, text under a collation; NULL equals NULL and comes first.
pub fn compare(a: ValueRef<'_>, b: ValueRef<'_>, collation: &Collation) -> Ordering {
    match (a, b) {
        (ValueRef::Int(a), ValueRef::Int(b)) => a.cmp(&b),
        (ValueRef::Real(a), ValueRef::Real(b)) => compare_real(a, b),
        (ValueRef::Int(a), ValueRef::Real(b)) => compare_int_real(a, b),
        (ValueRef::Real(a), ValueRef::Int(b)) => compare_int_real(b, a).reverse(),
        (ValueRef::Text(a), ValueRef::Text(b)) => collation.compare(a, b),
        (ValueRef::Blob(a), ValueRef::Blob(b)) => a.cmp(b),
        (ValueRef::Bool(a), ValueRef::Bool(b)) => a.cmp(&b),
        (ValueRef::Other(p, a), ValueRef::Other(q, b)) if p.id == q.id => (p.compare)(a, b),
        (ValueRef::Other(p, a), ValueRef::Int(_) | ValueRef::Real(_)) => {
            compare_numbers((p.number)(a), as_f64(b)).unwrap_or_else(|| a_class_first(p, 2))
        }
        (ValueRef::Int(_) | ValueRef::Real(_), ValueRef::Other(q, b)) => {
            compare_numbers(as_f64(a), (q.number)(b))
                .unwrap_or_else(|| a_class_first(q, 2).reverse())
        }
        (a, b) => a.class().cmp(&b.class()),
    }
}

fn a_class_first(ops: &TypeOps, other: u8) -> Ordering {
    (3 + ops.id).cmp(&other)
}

fn as_f64(value: ValueRef<'_>) -> Option<f64> {
    match value {
        ValueRef::Int(n) => Some(n as f64),
        ValueRef::Real(x) => Some(x),
        _ => None,
    }
}

fn compare_numbers(a: Option<f64>, b: Option<f64>) -> Option<Ordering> {
    Some(compare_real(a?, b?))
}

/// Doubles in order, the two zeros equal and NaN last (PostgreSQL, datatype-numeric).
fn compare_real(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

/// Compares without loss: 2^53 + 1 differs from the double nearest to it, as in SQLite
/// (vdbeaux.c, sqlite3IntFloatCompare).
fn compare_int_real(a: i64, b: f64) -> Ordering {
    if b.is_nan() || b >= 9_223_372_036_854_775_808.0 {
        return Ordering::Less;
    }
    if b < -9_223_372_036_854_775_808.0 {
        return Ordering::Greater;
    }
    let whole = b as i64;
    a.cmp(&whole).then_with(|| compare_real(0.0, b - whole as f64))
}

/// Adds a value to the hash of a key, so that values that [`compare`] calls equal hash alike.
pub fn hash_value(value: ValueRef<'_>, collation: &Collation, hasher: &mut FxHasher) {
    match value {
        ValueRef::Null => hasher.write_u8(0),
        ValueRef::Int(n) => hasher.write_i64(n),
        ValueRef::Real(x) => {
            let whole = x as i64;
            if whole as f64 == x && whole != i64::MAX {
                hasher.write_i64(whole);
            } else {
                hasher.write_u64(x.to_bits());
            }
        }
        ValueRef::Text(s) => collation.hash(s, hasher),
        ValueRef::Blob(b) => hasher.write(b),
        ValueRef::Bool(b) => hasher.write_u8(b as u8),
        ValueRef::Other(ops, bytes) => hasher.write(&(ops.hash_key)(bytes)),
    }
}
