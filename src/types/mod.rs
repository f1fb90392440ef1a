//! Types: their names, how values are brought into them, and the values that are not built in.

pub mod affinity;
pub mod array;
pub mod calendar;
pub mod datetime;
pub mod decimal;
pub mod enumeration;
pub mod fold;
pub mod interval;
pub mod jsonb;
pub mod number;
pub mod object;
pub mod range;
pub mod tid;
pub mod uuid;

use std::rc::Rc;

use crate::value::TypeOps;

pub use affinity::Affinity;

/// The type of a column or an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// SQLite: an affinity, and in a STRICT table the type that is enforced.
    Affinity(Affinity, Option<Strict>),
    /// boolean.
    Bool,
    /// Integers.
    Int {
        /// Width: 8, 16, 24, 32 or 64.
        bits: u8,
        /// MySQL's UNSIGNED.
        unsigned: bool,
    },
    /// numeric, DECIMAL.
    Decimal {
        /// Digits in all and after the point, when declared.
        precision: Option<(u16, u16)>,
    },
    /// real, FLOAT.
    Float4,
    /// double precision.
    Float8,
    /// text without a limit.
    Text,
    /// varchar(n).
    Varchar(u32),
    /// char(n).
    Char(u32),
    /// bytea, BLOB, VARBINARY(n), BINARY(n).
    Bytes {
        /// Greatest length.
        limit: Option<u32>,
        /// Padded to it (BINARY).
        fixed: bool,
    },
    /// date.
    Date,
    /// time.
    Time,
    /// timestamp, DATETIME, TIMESTAMP.
    Timestamp {
        /// With time zone.
        zone: bool,
        /// Digits of the second's fraction.
        fraction: u8,
    },
    /// interval.
    Interval,
    /// uuid.
    Uuid,
    /// json.
    Json,
    /// jsonb; MySQL's JSON.
    Jsonb,
    /// An array.
    Array(Rc<Type>),
    /// A range of this type.
    Range(Rc<Type>),
    /// An enum and its labels in order.
    Enum(Rc<EnumType>),
    /// MySQL's SET and its labels.
    Set(Rc<EnumType>),
    /// PostgreSQL's types for names and numbers of objects, by their name in `pg_type`: `name`,
    /// `char`, `oid`, `regclass`.
    Catalog(&'static str),
    /// A literal whose type the context decides.
    Unknown,
}

/// The type of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumType {
    /// What its labels sort by, where that is not their order (PostgreSQL).
    pub places: Vec<u32>,
    /// Its name; empty for MySQL's inline enums.
    pub name: Rc<str>,
    /// Its labels in order.
    pub labels: Vec<Rc<str>>,
}

/// What a STRICT table enforces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strict {
    /// INT and INTEGER.
    Int,
    /// REAL.
    Real,
    /// TEXT.
    Text,
    /// BLOB.
    Blob,
    /// ANY.
    Any,
}

impl Strict {
    /// Whether a value may be stored under this type (stricttables.html).
    pub fn accepts(self, value: &crate::value::Value) -> bool {
        use crate::value::Value;
        match (self, value) {
            (_, Value::Null) | (Strict::Any, _) => true,
            (Strict::Int, Value::Int(_))
            | (Strict::Real, Value::Real(_))
            | (Strict::Text, Value::Text(_))
            | (Strict::Blob, Value::Blob(_)) => true,
            (Strict::Int | Strict::Real | Strict::Text | Strict::Blob, _) => false,
        }
    }
}

/// Numbers of the types behind `Value::Other`, which stored rows use.
mod id {
    pub(super) const DATE: u8 = 0;
    pub(super) const TIME: u8 = 1;
    pub(super) const TIMESTAMP: u8 = 2;
    pub(super) const TIMESTAMPTZ: u8 = 3;
    pub(super) const INTERVAL: u8 = 4;
    pub(super) const UUID: u8 = 5;
    pub(super) const RANGE: u8 = 6;
    pub(super) const ENUM: u8 = 7;
    pub(super) const OBJECT: u8 = 8;
    pub(super) const DECIMAL: u8 = 9;
    pub(super) const TID: u8 = 10;
    pub(super) const ARRAY: u8 = 11;
}

/// The types behind `Value::Other`, by those numbers.
pub static OTHERS: &[&TypeOps] = &[
    &datetime::DATE,
    &datetime::TIME,
    &datetime::TIMESTAMP,
    &datetime::TIMESTAMPTZ,
    &interval::INTERVAL,
    &uuid::UUID,
    &range::RANGE,
    &enumeration::ENUM,
    &object::OBJECT,
    &decimal::DECIMAL,
    &tid::TID,
    &array::ARRAY,
];
