//! PostgreSQL's ranges over integers, dates and timestamps (rangetypes). Ranges over discrete
//! elements are kept in the canonical form `[low,high)`.

use std::cmp::Ordering;

use super::Type;
use super::datetime::{DATE, TIMESTAMP, TIMESTAMPTZ};
use crate::value::{TypeOps, Value};

/// Every range type.
pub static RANGE: TypeOps = TypeOps {
    id: super::id::RANGE,
    name: "range",
    compare: |a, b| Range::decode(a).order(&Range::decode(b)),
    hash_key: |bytes| bytes.to_vec(),
    text: |bytes| Range::decode(bytes).text(),
    number: |_| None,
};

/// A range; a bound that is not there is infinite.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// What it is a range of.
    pub of: Element,
    /// It contains nothing.
    pub empty: bool,
    /// Lower bound and whether it belongs to the range.
    pub low: Option<(i64, bool)>,
    /// Upper bound and whether it belongs to the range.
    pub high: Option<(i64, bool)>,
}

/// What a range is a range of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// integer.
    Int4,
    /// bigint.
    Int8,
    /// date.
    Date,
    /// timestamp.
    Timestamp,
    /// timestamptz.
    Timestamptz,
}

impl Element {
    const ALL: [Element; 5] =
        [Element::Int4, Element::Int8, Element::Date, Element::Timestamp, Element::Timestamptz];

    /// The element that a type is.
    pub fn of(ty: &Type) -> Option<Element> {
        Some(match ty {
            Type::Int { bits: 32, .. } => Element::Int4,
            Type::Int { bits: 64, .. } => Element::Int8,
            Type::Date => Element::Date,
            Type::Timestamp { zone: false, .. } => Element::Timestamp,
            Type::Timestamp { zone: true, .. } => Element::Timestamptz,
            _ => return None,
        })
    }

    fn is_discrete(self) -> bool {
        !matches!(self, Element::Timestamp | Element::Timestamptz)
    }

    /// A bound as a value.
    pub fn value(self, bound: i64) -> Value {
        match self {
            Element::Int4 | Element::Int8 => Value::Int(bound),
            Element::Date => super::datetime::value(&DATE, bound),
            Element::Timestamp => super::datetime::value(&TIMESTAMP, bound),
            Element::Timestamptz => super::datetime::value(&TIMESTAMPTZ, bound),
        }
    }

    /// A value as a bound.
    pub fn bound(value: &Value) -> Option<i64> {
        match value {
            Value::Int(n) => Some(*n),
            other => super::datetime::number_of(other),
        }
    }

    fn text(self, bound: i64) -> String {
        match self.value(bound) {
            Value::Other(ops, bytes) => match (ops.text)(&bytes) {
                text if text.contains(' ') => format!("\"{text}\""),
                text => text,
            },
            _ => bound.to_string(),
        }
    }
}

impl Range {
    /// A range in canonical form; none when the lower bound is above the upper.
    pub fn new(of: Element, low: Option<(i64, bool)>, high: Option<(i64, bool)>) -> Option<Range> {
        let (mut low, mut high) = (low, high);
        if let (Some((a, _)), Some((b, _))) = (low, high)
            && a > b
        {
            return None;
        }
        if of.is_discrete() {
            low = low.map(|(n, included)| (if included { n } else { n.saturating_add(1) }, true));
            high =
                high.map(|(n, included)| (if included { n.saturating_add(1) } else { n }, false));
        }
        let empty = match (low, high) {
            (Some((a, from)), Some((b, to))) => a > b || a == b && !(from && to),
            _ => false,
        };
        if empty {
            (low, high) = (None, None);
        }
        Some(Range { of, empty, low, high })
    }

    /// As a value.
    pub fn value(&self) -> Value {
        let bound = |b: &Option<(i64, bool)>| b.map_or((0, 0u8), |(n, inc)| (n, 1 + u8::from(inc)));
        let ((low, low_kind), (high, high_kind)) = (bound(&self.low), bound(&self.high));
        let mut bytes = vec![self.of as u8, u8::from(self.empty), low_kind, high_kind];
        bytes.extend(low.to_le_bytes());
        bytes.extend(high.to_le_bytes());
        Value::Other(&RANGE, bytes.into())
    }

    /// The range that a value is.
    pub fn from_value(value: &Value) -> Option<Range> {
        match value {
            Value::Other(ops, bytes) if ops.id == RANGE.id => Some(Range::decode(bytes)),
            _ => None,
        }
    }

    fn decode(bytes: &[u8]) -> Range {
        let byte = |n: usize| bytes.get(n).copied().unwrap_or(0);
        let bound = |kind: u8, at: usize| {
            let number = bytes.get(at..at + 8).and_then(|b| b.try_into().ok());
            (kind > 0).then(|| (number.map_or(0, i64::from_le_bytes), kind == 2))
        };
        let of = Element::ALL.get(usize::from(byte(0))).copied().unwrap_or(Element::Int8);
        Range { of, empty: byte(1) != 0, low: bound(byte(2), 4), high: bound(byte(3), 12) }
    }

    /// As PostgreSQL prints it.
    pub fn text(&self) -> String {
        if self.empty {
            return "empty".to_string();
        }
        let (open, low) = match self.low {
            Some((n, included)) => (if included { '[' } else { '(' }, self.of.text(n)),
            None => ('(', String::new()),
        };
        let (close, high) = match self.high {
            Some((n, included)) => (if included { ']' } else { ')' }, self.of.text(n)),
            None => (')', String::new()),
        };
        format!("{open}{low},{high}{close}")
    }

    /// Empty ranges first, then by lower, then by upper bound.
    fn order(&self, other: &Range) -> Ordering {
        let low = |r: &Range| r.low.map(|(n, included)| (n, !included));
        let high = |r: &Range| r.high.map_or((true, 0, false), |(n, inc)| (false, n, inc));
        let by_empty = other.empty.cmp(&self.empty);
        by_empty.then_with(|| low(self).cmp(&low(other))).then_with(|| high(self).cmp(&high(other)))
    }

    /// `&&`: whether they have an element in common.
    pub fn overlaps(&self, other: &Range) -> bool {
        let reaches = |a: &Range, b: &Range| match (a.low, b.high) {
            (Some((low, from)), Some((high, to))) => low < high || low == high && from && to,
            _ => true,
        };
        !self.empty && !other.empty && reaches(self, other) && reaches(other, self)
    }

    /// `@>` an element.
    pub fn contains(&self, n: i64) -> bool {
        let above = self.low.is_none_or(|(low, included)| low < n || low == n && included);
        let below = self.high.is_none_or(|(high, included)| n < high || n == high && included);
        !self.empty && above && below
    }

    /// `@>` a range.
    pub fn contains_range(&self, other: &Range) -> bool {
        if other.empty || self.empty {
            return other.empty;
        }
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some((a, from)), Some((b, also))) => a < b || a == b && (from || !also),
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some((a, to)), Some((b, also))) => a > b || a == b && (to || !also),
        };
        low && high
    }
}

/// What stands between the brackets of a range's text.
pub struct Written<'a> {
    /// Lower bound; none when it is left out.
    pub low: Option<&'a str>,
    /// Upper bound.
    pub high: Option<&'a str>,
    /// `[` rather than `(`.
    pub low_included: bool,
    /// `]` rather than `)`.
    pub high_included: bool,
}

/// Takes `[low,high)` apart; the detail of PostgreSQL's error when it is not written so.
///
/// # Errors
/// What is missing.
pub fn parse(text: &str) -> Result<Option<Written<'_>>, &'static str> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("empty") {
        return Ok(None);
    }
    let low_included = text.starts_with('[');
    if !low_included && !text.starts_with('(') {
        return Err("Missing left parenthesis or bracket.");
    }
    let Some((low, rest)) = text[1..].split_once(',') else {
        return Err("Missing comma after lower bound.");
    };
    let high_included = rest.ends_with(']');
    if !high_included && !rest.ends_with(')') {
        return Err("Unexpected end of input.");
    }
    let high = &rest[..rest.len() - 1];
    if high.contains(',') {
        return Err("Too many commas.");
    }
    Ok(Some(Written { low: given(low), high: given(high), low_included, high_included }))
}

fn given(bound: &str) -> Option<&str> {
    let bound = bound.trim().trim_matches('"');
    (!bound.is_empty()).then_some(bound)
}
