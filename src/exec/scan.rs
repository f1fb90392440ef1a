//! Finds the rows of a table by the plan's access path.

use std::cmp::Ordering;

use super::expr::{Env, eval, eval_condition, param, stored_value};
use super::query::Sink;
use super::sort::start;
use super::{Cx, Flow};
use crate::collation::Collation;
use crate::error::Result;
use crate::order::{sort_by, sort_by_number};
use crate::plan::node::{Access, Expr, Scan};
use crate::store::{KeyRef, RowCursor, Slot};
use crate::value::{self, Value, ValueRef};

/// Passes each row on behind what `row` holds. Its place is made once: what no column is read into stays
/// NULL.
pub(super) fn each(
    cx: &mut Cx<'_>,
    scan: &Scan,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    if let Some(gate) = &scan.gate
        && eval_condition(cx, gate, &Env { row, outer })? != Some(true)
    {
        return Ok(Flow::Continue);
    }
    let base = row.len();
    row.resize_with(base + scan.columns + 1, Value::default);
    let flow = each_found(cx, scan, outer, row, sink);
    while row.len() > base {
        let Some(value) = row.pop() else { break };
        let_go(value);
    }
    flow
}

/// Most values own nothing, and are let go of without a call.
fn let_go(value: Value) {
    if matches!(value, Value::Null | Value::Int(_) | Value::Real(_) | Value::Bool(_)) {
        std::mem::forget(value);
    }
}

fn each_found(
    cx: &mut Cx<'_>,
    scan: &Scan,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let width = row.len();
    let mut visit = |cx: &mut Cx<'_>, row: &mut Vec<Value>, rowid, slot| {
        visit(cx, scan, outer, (row, width), (rowid, slot), sink)
    };
    if scan.as_before {
        let known = cx.work.before.iter().rev().find(|(table, _)| *table == scan.table);
        let rows = known.map(|(_, rows)| rows.clone()).unwrap_or_default();
        let mut rows = rows.to_vec();
        if scan.in_table_order {
            sort_by_number(&mut rows, &mut |(rowid, _)| cx.store.first_version(scan.table, *rowid));
        }
        for (rowid, slot) in rows {
            if visit(cx, row, rowid, slot)? == Flow::Stop {
                return Ok(Flow::Stop);
            }
        }
        return Ok(Flow::Continue);
    }
    if scan.in_table_order && matches!(scan.access, Access::Index { .. } | Access::IndexIn { .. }) {
        let mut found = Vec::new();
        let mut note = |_: &mut Cx<'_>, _: &mut Vec<Value>, rowid, slot| {
            found.push((rowid, slot));
            Ok(Flow::Continue)
        };
        by_access(cx, scan, &scan.access, outer, row, &mut note)?;
        sort_by_number(&mut found, &mut |(rowid, _)| cx.store.first_version(scan.table, *rowid));
        for (rowid, slot) in found {
            if visit(cx, row, rowid, slot)? == Flow::Stop {
                return Ok(Flow::Stop);
            }
        }
        return Ok(Flow::Continue);
    }
    by_access(cx, scan, &scan.access, outer, row, &mut visit)
}

/// Visits the rows that the access path finds.
fn by_access(
    cx: &mut Cx<'_>,
    scan: &Scan,
    access: &Access,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    visit: &mut Visit<'_>,
) -> Result<Flow> {
    match access {
        Access::Several(ways) => {
            let mut seen = rustc_hash::FxHashSet::default();
            for way in ways {
                let mut once =
                    |cx: &mut Cx<'_>, row: &mut Vec<Value>, rowid, slot| match seen.insert(rowid) {
                        true => visit(cx, row, rowid, slot),
                        false => Ok(Flow::Continue),
                    };
                if by_access(cx, scan, way, outer, row, &mut once)? == Flow::Stop {
                    return Ok(Flow::Stop);
                }
            }
            Ok(Flow::Continue)
        }
        Access::Full => each_between(cx, scan, (i64::MIN, i64::MAX), row, visit),
        Access::Rowid(key) => {
            let key = eval(cx, key, &Env { row, outer })?;
            let Some(rowid) = as_rowid(&key) else { return Ok(Flow::Continue) };
            match cx.store.row(scan.table, rowid) {
                Some(slot) => visit(cx, row, rowid, slot),
                None => Ok(Flow::Continue),
            }
        }
        Access::RowidIn(list) => {
            let mut rowids = Vec::with_capacity(list.len());
            for value in list_values(cx, scan, list, &Env { row, outer })? {
                rowids.extend(as_rowid(&value));
            }
            sort_by_number(&mut rowids, &mut |rowid| *rowid);
            rowids.dedup();
            if scan.reverse {
                rowids.reverse();
            }
            for rowid in rowids {
                if let Some(slot) = cx.store.row(scan.table, rowid)
                    && visit(cx, row, rowid, slot)? == Flow::Stop
                {
                    return Ok(Flow::Stop);
                }
            }
            Ok(Flow::Continue)
        }
        Access::IndexIn { whole, sorted, index, equal, list, collation, .. } => {
            let env = Env { row, outer };
            let Some(mut equal) = eval_key(cx, equal, &env)? else { return Ok(Flow::Continue) };
            let mut values = list_values(cx, scan, list, &env)?;
            values.retain(|value| !value.is_null());
            if *sorted {
                values = in_order(values, collation);
                // Values are tried in the order of the index.
                let term = cx.store.index(*index).and_then(|i| i.terms.get(equal.len()));
                if term.is_some_and(|t| t.descending) != scan.reverse {
                    values.reverse();
                }
            }
            let whole = *whole && equal.iter().all(|v| !v.is_null());
            for value in values {
                if whole {
                    equal.push(value);
                    let slot = cx.store.row_of(*index, KeyRef::Values(&equal));
                    equal.pop();
                    if let Some(slot) = slot {
                        let rowid = cx.store.record(slot).rowid();
                        if visit(cx, row, rowid, slot)? == Flow::Stop {
                            return Ok(Flow::Stop);
                        }
                    }
                    continue;
                }
                let mut equal = equal.clone();
                equal.push(value);
                let (reverse, descending) = (scan.reverse, false);
                let range = Range { equal, low: None, high: None, reverse, descending };
                if each_in_index(cx, *index, &range, row, visit)? == Flow::Stop {
                    return Ok(Flow::Stop);
                }
            }
            Ok(Flow::Continue)
        }
        Access::RowidRange { low, high } => {
            let low = bound(cx, low.as_ref(), Side::Low, &Env { row, outer })?;
            let high = bound(cx, high.as_ref(), Side::High, &Env { row, outer })?;
            match (low, high) {
                (Some(low), Some(high)) => each_between(cx, scan, (low, high), row, visit),
                _ => Ok(Flow::Continue),
            }
        }
        Access::Unique { index, key } => match find_unique(cx, *index, key, &Env { row, outer })? {
            Some(slot) => {
                let rowid = cx.store.record(slot).rowid();
                visit(cx, row, rowid, slot)
            }
            None => Ok(Flow::Continue),
        },
        Access::Index { index, equal, low, high, .. } => {
            let env = Env { row, outer };
            let Some(equal) = eval_key(cx, equal, &env)? else { return Ok(Flow::Continue) };
            let (Some(low), Some(high)) =
                (index_bound(cx, low.as_ref(), &env)?, index_bound(cx, high.as_ref(), &env)?)
            else {
                return Ok(Flow::Continue);
            };
            let term = cx.store.index(*index).and_then(|i| i.terms.get(equal.len()));
            let descending = term.is_some_and(|t| t.descending);
            let (low, high) = if descending { (high, low) } else { (low, high) };
            let range = Range { equal, low, high, reverse: scan.reverse, descending };
            each_in_index(cx, *index, &range, row, visit)
        }
    }
}

/// The row that has this key. A column or parameter that is the whole key is looked at where it is.
fn find_unique(cx: &mut Cx<'_>, index: u32, key: &[Expr], env: &Env<'_>) -> Result<Option<Slot>> {
    let whole = match key {
        [Expr::Column { up, index }] => env.get(*up, *index).borrow(),
        [Expr::Param(n)] => param(cx, *n).borrow(),
        [Expr::Stored(stored)] => stored_value(cx, stored, env),
        _ => {
            let key = eval_key(cx, key, env)?;
            return Ok(key.and_then(|key| cx.store.row_of(index, KeyRef::Values(&key))));
        }
    };
    if whole.is_null() {
        return Ok(None);
    }
    Ok(cx.store.row_of(index, KeyRef::Borrowed(&[whole], &[0])))
}

type Visit<'v> = dyn FnMut(&mut Cx<'_>, &mut Vec<Value>, i64, Slot) -> Result<Flow> + 'v;

/// Rows with rowids within bounds, both included.
fn each_between(
    cx: &mut Cx<'_>,
    scan: &Scan,
    (low, high): (i64, i64),
    row: &mut Vec<Value>,
    visit: &mut Visit<'_>,
) -> Result<Flow> {
    if scan.reverse {
        let mut at = high;
        loop {
            let found = cx.store.at_or_before(scan.table, at);
            let Some((rowid, slot)) = found.filter(|(rowid, _)| *rowid >= low) else {
                return Ok(Flow::Continue);
            };
            if visit(cx, row, rowid, slot)? == Flow::Stop {
                return Ok(Flow::Stop);
            }
            let Some(next) = rowid.checked_sub(1) else { return Ok(Flow::Continue) };
            at = next;
        }
    }
    let mut cursor = RowCursor::from(low);
    while let Some((rowid, slot)) = cx.store.next_row(scan.table, &mut cursor) {
        if rowid > high {
            break;
        }
        if visit(cx, row, rowid, slot)? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

/// A stretch of an index: an equal start, then bounds (value, included) on the next term.
struct Range {
    equal: Vec<Value>,
    /// Where it begins in the order of the index.
    low: Option<(Value, bool)>,
    /// Where it ends.
    high: Option<(Value, bool)>,
    /// It is read from its end.
    reverse: bool,
    /// The term after the equal start descends, so that its NULLs come last.
    descending: bool,
}

impl Range {
    /// Where it begins. No comparison holds for NULLs.
    fn from(&self) -> Option<(Vec<Value>, bool)> {
        match (&self.low, &self.high) {
            (Some((value, included)), _) => Some((self.with(value), *included)),
            (None, Some(_)) if !self.descending => Some((self.with(&Value::Null), false)),
            (None, _) => None,
        }
    }

    /// Where it ends.
    fn to(&self) -> Option<(Vec<Value>, bool)> {
        match (&self.high, &self.low) {
            (Some((value, included)), _) => Some((self.with(value), *included)),
            (None, Some(_)) if self.descending => Some((self.with(&Value::Null), false)),
            (None, _) => None,
        }
    }

    /// The equal start and one more value.
    fn with(&self, value: &Value) -> Vec<Value> {
        let mut key = self.equal.clone();
        key.push(value.clone());
        key
    }
}

/// As [`each_in_index`], from the end.
fn each_backwards(
    cx: &mut Cx<'_>,
    index: u32,
    range: &Range,
    row: &mut Vec<Value>,
    visit: &mut Visit<'_>,
) -> Result<Flow> {
    let mut cursor = match range.to() {
        Some((to, included)) => cx.store.seek(index, &to, included),
        None if range.equal.is_empty() => cx.store.seek_end(index),
        None => cx.store.seek(index, &range.equal, true),
    };
    let from = range.from();
    while let Some(slot) = cx.store.previous_entry(index, &mut cursor) {
        if cx.store.compare_key(index, slot, &range.equal) != Ordering::Equal {
            break;
        }
        if is_past(cx, index, slot, from.as_ref(), Ordering::Greater) {
            break;
        }
        let rowid = cx.store.record(slot).rowid();
        if visit(cx, row, rowid, slot)? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

fn each_in_index(
    cx: &mut Cx<'_>,
    index: u32,
    range: &Range,
    row: &mut Vec<Value>,
    visit: &mut Visit<'_>,
) -> Result<Flow> {
    if range.reverse {
        return each_backwards(cx, index, range, row, visit);
    }
    let mut cursor = match range.from() {
        Some((from, included)) => cx.store.seek(index, &from, !included),
        None => cx.store.seek(index, &range.equal, false),
    };
    let to = range.to();
    while let Some(slot) = cx.store.next_entry(index, &mut cursor) {
        if cx.store.compare_key(index, slot, &range.equal) != Ordering::Equal {
            break;
        }
        if is_past(cx, index, slot, to.as_ref(), Ordering::Less) {
            break;
        }
        let rowid = cx.store.record(slot).rowid();
        if visit(cx, row, rowid, slot)? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

/// Whether an entry lies past a bound (key, included) that entries inside are on this side of.
fn is_past(
    cx: &Cx<'_>,
    index: u32,
    slot: Slot,
    bound: Option<&(Vec<Value>, bool)>,
    inside: Ordering,
) -> bool {
    bound.is_some_and(|(key, included)| match cx.store.compare_key(index, slot, key) {
        Ordering::Equal => !included,
        order => order != inside,
    })
}

/// Puts a row at the end of the first `width` values, at first what the filter looks at, and passes it on
/// when the filter holds.
fn visit(
    cx: &mut Cx<'_>,
    scan: &Scan,
    outer: Option<&Env<'_>>,
    (row, width): (&mut Vec<Value>, usize),
    (rowid, slot): (i64, Slot),
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    cx.tick()?;
    let base = width - 1 - scan.columns;
    let [first, then] = &*scan.steps;
    fill(cx, slot, first, &mut row[base..]);
    row[width - 1] = Value::Int(rowid);
    if let Some(filter) = &scan.filter
        && eval_condition(cx, filter, &Env { row, outer })? != Some(true)
    {
        return Ok(Flow::Continue);
    }
    fill(cx, slot, then, &mut row[base..]);
    let flow = sink(cx, row);
    if row.len() > width {
        row.truncate(width);
    }
    flow
}

/// Puts columns of a record into their places.
fn fill(cx: &Cx<'_>, slot: Slot, steps: &[(u16, u16)], row: &mut [Value]) {
    if steps.is_empty() {
        return;
    }
    let mut values = cx.store.record(slot).values();
    for (skip, column) in steps {
        values.skip_values(usize::from(*skip));
        let value = match values.next_int() {
            Some(n) => Value::Int(n),
            None => values.next().map_or(Value::Null, ValueRef::to_value),
        };
        let_go(std::mem::replace(&mut row[usize::from(*column)], value));
    }
}

/// The values in order, each once.
fn in_order(values: Vec<Value>, collation: &Collation) -> Vec<Value> {
    type Marked = (u64, Value);
    let order = |a: &Marked, b: &Marked| {
        let whole = || value::compare(a.1.borrow(), b.1.borrow(), collation);
        a.0.cmp(&b.0).then_with(whole)
    };
    let mut marked: Vec<Marked> = values.into_iter().map(|v| (start(&v, collation), v)).collect();
    sort_by(&mut marked, &mut |a, b| order(a, b));
    marked.dedup_by(|a, b| order(a, b) == Ordering::Equal);
    marked.into_iter().map(|(_, value)| value).collect()
}

/// A key without NULLs; a key with one matches nothing.
fn eval_key(cx: &mut Cx<'_>, key: &[Expr], env: &Env<'_>) -> Result<Option<Vec<Value>>> {
    let mut values = Vec::with_capacity(key.len());
    for expr in key {
        let value = eval(cx, expr, env)?;
        if value.is_null() && !expr.is_nothing() {
            return Ok(None);
        }
        values.push(value);
    }
    Ok(Some(values))
}

/// The values of a list, all of a query where one stands in it, which is not kept where the scan is the
/// first of the statement and so is run once.
fn list_values(cx: &mut Cx<'_>, scan: &Scan, list: &[Expr], env: &Env<'_>) -> Result<Vec<Value>> {
    let once = env.outer.is_none() && env.row.len() == scan.columns + 1;
    let mut values = Vec::with_capacity(list.len());
    for expr in list {
        match expr {
            Expr::InQuery(test) => {
                values.append(&mut super::query::in_values(cx, test, env, once)?)
            }
            expr => values.push(eval(cx, expr, env)?),
        }
    }
    Ok(values)
}

/// A bound of an index range: none (inside) without a bound, none (outside) for NULL.
#[allow(clippy::type_complexity, reason = "two kinds of nothing, told apart at once")]
fn index_bound(
    cx: &mut Cx<'_>,
    bound: Option<&(Expr, bool)>,
    env: &Env<'_>,
) -> Result<Option<Option<(Value, bool)>>> {
    let Some((expr, included)) = bound else { return Ok(Some(None)) };
    let value = eval(cx, expr, env)?;
    Ok((!value.is_null() || expr.is_nothing()).then_some(Some((value, *included))))
}

/// The rowid that a value equals.
fn as_rowid(value: &Value) -> Option<i64> {
    match value {
        Value::Int(n) => Some(*n),
        Value::Real(x) => crate::types::number::exact_int(*x),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Low,
    High,
}

/// The outermost rowid within a bound; none when there is none.
fn bound(
    cx: &mut Cx<'_>,
    bound: Option<&(Expr, bool)>,
    side: Side,
    env: &Env<'_>,
) -> Result<Option<i64>> {
    let open = if side == Side::Low { i64::MIN } else { i64::MAX };
    let Some((expr, included)) = bound else { return Ok(Some(open)) };
    let bound = match eval(cx, expr, env)? {
        Value::Real(x) if x as i64 as f64 == x && x < i64::MAX as f64 => Value::Int(x as i64),
        bound => bound,
    };
    Ok(match (bound, side) {
        (Value::Null, _) => None,
        (Value::Int(n), _) if *included => Some(n),
        (Value::Int(n), Side::Low) => n.checked_add(1),
        (Value::Int(n), Side::High) => n.checked_sub(1),
        (Value::Real(x), Side::Low) => {
            whole(if *included { x.ceil() } else { x.floor() + 1.0 }, side)
        }
        (Value::Real(x), Side::High) => {
            whole(if *included { x.floor() } else { x.ceil() - 1.0 }, side)
        }
        // Text and blobs come after every number.
        (_, Side::Low) => None,
        (_, Side::High) => Some(open),
    })
}

fn whole(x: f64, side: Side) -> Option<i64> {
    match side {
        Side::Low if x >= 9_223_372_036_854_775_808.0 => None,
        Side::High if x < -9_223_372_036_854_775_808.0 => None,
        Side::Low | Side::High => Some(x as i64),
    }
}
