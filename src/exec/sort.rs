//! Sorts rows; ties keep their order.

use std::cmp::Ordering;

use super::expr::{Env, eval};
use super::query::{Sink, each as each_of, keep, limit_of, weight};
use super::{Cx, Flow};
use crate::collation::{Collation, Fold};
use crate::error::Result;
use crate::order::sorted_places;
use crate::plan::node::{Expr, Node, SortKey};
use crate::value::{self, Value};

/// The parts of a sort node.
pub(super) struct Sort<'n> {
    pub(super) input: &'n Node,
    pub(super) keys: &'n [SortKey],
    pub(super) width: usize,
    pub(super) limit: Option<&'n Expr>,
    pub(super) ties: bool,
}

pub(super) fn each(
    cx: &mut Cx<'_>,
    sort: &Sort<'_>,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    own: &mut usize,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let base = row.len();
    let limit = limit_of(cx, sort.limit, &Env { row: &[], outer })?;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut columns = 0;
    each_of(cx, sort.input, outer, row, &mut |cx, row| {
        let mut kept = row[base..].to_vec();
        columns = kept.len();
        add_keys(cx, sort.keys, &mut kept, outer)?;
        *own += keep(cx, rows.len(), &kept)?;
        rows.push(kept);
        if let Some(limit) = limit
            && !sort.ties
            && rows.len() as u64 >= limit.saturating_mul(2).saturating_add(256)
        {
            order(&mut rows, sort.keys, columns);
            rows.truncate(limit as usize);
            let left = rows.iter().map(|row| weight(row)).sum();
            cx.kept -= *own - left;
            *own = left;
        }
        Ok(Flow::Continue)
    })?;
    order(&mut rows, sort.keys, columns);
    if let Some(limit) = limit.filter(|_| sort.ties) {
        let mut end = usize::try_from(limit).unwrap_or(usize::MAX).min(rows.len());
        let places = places(sort.keys, columns);
        let alike = |a: &[Value], b: &[Value]| compare(a, b, sort.keys, &places).is_eq();
        while (1..rows.len()).contains(&end) && alike(&rows[end - 1], &rows[end]) {
            end += 1;
        }
        rows.truncate(end);
    }
    let width = sort.width.min(columns);
    for kept in rows {
        cx.tick()?;
        row.extend(kept.into_iter().take(width));
        let flow = sink(cx, row);
        row.truncate(base);
        if flow? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

/// Appends the keys that are not columns of the row already.
pub(super) fn add_keys(
    cx: &mut Cx<'_>,
    keys: &[SortKey],
    row: &mut Vec<Value>,
    outer: Option<&Env<'_>>,
) -> Result<()> {
    for key in keys {
        if column(key).is_none() {
            let value = eval(cx, &key.expr, &Env { row, outer })?;
            row.push(value);
        }
    }
    Ok(())
}

fn column(key: &SortKey) -> Option<usize> {
    match key.expr {
        Expr::Column { up: 0, index } => Some(index as usize),
        _ => None,
    }
}

/// Where the keys stand in rows of this many columns that have their computed keys after them.
fn places(keys: &[SortKey], columns: usize) -> Vec<usize> {
    let mut computed = columns;
    let place = |key: &SortKey| {
        column(key).unwrap_or_else(|| {
            computed += 1;
            computed - 1
        })
    };
    keys.iter().map(place).collect()
}

/// Sorts rows of this many columns that have their computed keys after them.
pub(super) fn order(rows: &mut Vec<Vec<Value>>, keys: &[SortKey], columns: usize) {
    let places = places(keys, columns);
    let (Some(first), Some(place)) = (keys.first(), places.first()) else { return };
    let marks: Vec<u64> = rows.iter().map(|row| mark(&row[*place], first)).collect();
    let order = sorted_places(rows.len(), &mut |a, b| {
        let whole = || compare(&rows[a], &rows[b], keys, &places);
        marks[a].cmp(&marks[b]).then_with(whole)
    });
    let mut unsorted = std::mem::take(rows);
    rows.extend(order.into_iter().map(|at| std::mem::take(&mut unsorted[at])));
}

/// The start of a key as a number, so that most rows are told apart without looking at them.
fn mark(value: &Value, key: &SortKey) -> u64 {
    match (value.is_null(), key.nulls_first) {
        (true, true) => 0,
        (true, false) => u64::MAX,
        (false, _) => {
            let start = start(value, key.collation);
            if key.descending { !start } else { start }
        }
    }
}

/// A number that is never greater for a lesser value, and neither the least nor the greatest.
pub(super) fn start(value: &Value, collation: &Collation) -> u64 {
    let real = |x: f64| {
        let bits = x.to_bits();
        let ordered = if bits >> 63 == 1 { !bits } else { bits | 1 << 63 };
        1 << 62 | ordered >> 2
    };
    match value {
        Value::Null => 1,
        Value::Int(n) => real(*n as f64),
        Value::Real(x) if *x == 0.0 => real(0.0),
        Value::Real(x) if !x.is_nan() => real(*x),
        Value::Text(text) if collation.fold == Fold::None && !collation.pad => {
            let mut bytes = [0; 8];
            let length = text.len().min(8);
            bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
            2 << 62 | u64::from_be_bytes(bytes) >> 2
        }
        Value::Text(_) => 2 << 62,
        Value::Blob(_) => 3 << 62,
        Value::Bool(_) => 1,
        Value::Other(ops, bytes) => (ops.number)(bytes).map_or((2 << 62) - 1, real),
        Value::Real(_) => (2 << 62) - 1,
    }
}

fn compare(a: &[Value], b: &[Value], keys: &[SortKey], places: &[usize]) -> Ordering {
    for (key, place) in keys.iter().zip(places) {
        let order = compare_key(&a[*place], &b[*place], key);
        if order != Ordering::Equal {
            return order;
        }
    }
    Ordering::Equal
}

pub(super) fn compare_key(a: &Value, b: &Value, key: &SortKey) -> Ordering {
    match (a.is_null(), b.is_null()) {
        (true, true) => Ordering::Equal,
        (true, false) if key.nulls_first => Ordering::Less,
        (true, false) => Ordering::Greater,
        (false, true) if key.nulls_first => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => {
            let order = value::compare(a.borrow(), b.borrow(), key.collation);
            if key.descending { order.reverse() } else { order }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::start;
    use crate::collation::{BINARY, NOCASE};
    use crate::types::decimal::Decimal;
    use crate::value::{Value, compare};

    #[test]
    fn marks_never_contradict_the_order_of_values() {
        let mut values = vec![Value::Null, Value::Bool(false), Value::Bool(true)];
        for n in [i64::MIN, -2, -1, 0, 1, 2, 1 << 53, i64::MAX] {
            values.push(Value::Int(n));
        }
        for x in [f64::NEG_INFINITY, -1.5, -0.0, 0.0, 1e-300, 1.5, 1e300, f64::INFINITY] {
            values.push(Value::Real(x));
        }
        for text in ["", "a", "A", "abcdefgh", "abcdefghi", "b", "é", "zzzzzzzzz"] {
            values.push(Value::text(text));
        }
        for number in ["-3.5", "0", "7"] {
            values.extend(Decimal::parse(number).map(|d| d.to_value()));
        }
        values.push(Value::Blob([1, 2].into()));
        for collation in [&BINARY, &NOCASE] {
            for a in &values {
                for b in &values {
                    if compare(a.borrow(), b.borrow(), collation).is_lt() {
                        assert!(start(a, collation) <= start(b, collation), "{a:?} {b:?}");
                    }
                }
            }
        }
    }
}
