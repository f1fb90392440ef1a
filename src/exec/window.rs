//! Computes window functions: all rows are gathered, and for each call ordered by its PARTITION BY
//! and ORDER BY. Rows come out in the order of the first call.

use std::cmp::Ordering;
use std::ops::Range;

use super::expr::{Env, eval, eval_condition};
use super::query::{Sink, each as each_of, keep};
use super::sort::compare_key;
use super::{Cx, Flow};
use crate::error::{ErrorKind, Result};
use crate::order::sorted_places;
use crate::plan::node::{Node, SortKey};
use crate::plan::window::{Named, WindowCall, WindowFrame, WindowFunction};
use crate::syntax::ast::{Exclude, FrameBound, FrameUnit};
use crate::value::Value;

pub(super) fn each(
    cx: &mut Cx<'_>,
    (input, calls): (&Node, &[WindowCall]),
    outer: Option<&Env<'_>>,
    own: &mut usize,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    each_of(cx, input, outer, &mut Vec::new(), &mut |cx, row| {
        *own += keep(cx, rows.len(), row)?;
        rows.push(row.to_vec());
        Ok(Flow::Continue)
    })?;
    let mut columns = Vec::with_capacity(calls.len());
    // The last call is computed first; what ties keeps its order.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    for call in calls.iter().rev() {
        columns.push(compute(cx, call, &rows, &mut order, outer)?);
    }
    columns.reverse();
    for at in order {
        cx.tick()?;
        let mut row = std::mem::take(&mut rows[at]);
        for (call, values) in calls.iter().zip(&mut columns) {
            let value = std::mem::take(&mut values[at]);
            match row.get_mut(call.index) {
                Some(place) => *place = value,
                None => row.push(value),
            }
        }
        if sink(cx, &mut row)? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

/// Puts the rows into the order of a call and gives its value for each.
fn compute(
    cx: &mut Cx<'_>,
    call: &WindowCall,
    rows: &[Vec<Value>],
    order: &mut Vec<usize>,
    outer: Option<&Env<'_>>,
) -> Result<Vec<Value>> {
    let (mut keys, mut args) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    let mut taken = Vec::with_capacity(rows.len());
    for row in rows {
        cx.tick()?;
        let env = Env { row, outer };
        let mut key = Vec::with_capacity(call.keys.len());
        for term in &call.keys {
            key.push(eval(cx, &term.expr, &env)?);
        }
        keys.push(key);
        let mut values = Vec::with_capacity(call.args.len());
        for arg in &call.args {
            values.push(eval(cx, arg, &env)?);
        }
        args.push(values);
        taken.push(match &call.filter {
            Some(filter) => eval_condition(cx, filter, &env)? == Some(true),
            None => true,
        });
    }
    let compare = |a: usize, b: usize, from: usize, to: usize| {
        let terms = call.keys[from..to].iter().enumerate();
        let mut orders =
            terms.map(|(at, term)| compare_key(&keys[a][from + at], &keys[b][from + at], term));
        orders.find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
    };
    let (partition, all) = (call.partition, call.keys.len());
    let before = std::mem::take(order);
    let places = sorted_places(rows.len(), &mut |a, b| compare(before[a], before[b], 0, all));
    order.extend(places.into_iter().map(|place| before[place]));
    let mut values = vec![Value::Null; rows.len()];
    let mut start = 0;
    while start < order.len() {
        let same = |at: &&usize| compare(order[start], **at, 0, partition).is_eq();
        let end = start + order[start..].iter().take_while(same).count();
        let part = &order[start..end];
        let ties = |a: usize, b: usize| compare(part[a], part[b], partition, all).is_eq();
        let mut frames = Frames::new(cx, call, part, &keys, outer, &ties)?;
        match &call.function {
            WindowFunction::Named(function, check) => {
                for (at, place) in part.iter().enumerate() {
                    cx.tick()?;
                    check(*function, &args[*place]).map_err(ErrorKind::nowhere)?;
                    frames.find(at);
                    values[*place] = named(*function, at, part, &args, &frames);
                }
            }
            WindowFunction::Aggregate(aggregate) => {
                let mut running = (aggregate.function.start)(aggregate.collation);
                let mut value = running.result().map_err(ErrorKind::nowhere)?;
                let mut known: Range<usize> = 0..0;
                for (at, place) in part.iter().enumerate() {
                    frames.find(at);
                    let own = frames.own.clone();
                    // A frame that has only grown takes its new rows.
                    let grown = own.start == known.start && own.end >= known.end;
                    if !grown || frames.skips() {
                        running = (aggregate.function.start)(aggregate.collation);
                        known = own.start..own.start;
                    }
                    let mut changed = !grown || frames.skips();
                    for rows in frames.rows(at, known.end) {
                        for other in rows {
                            cx.tick()?;
                            changed = true;
                            if taken[part[other]] {
                                running.step(&args[part[other]]).map_err(ErrorKind::nowhere)?;
                            }
                        }
                    }
                    if changed {
                        value = running.result().map_err(ErrorKind::nowhere)?;
                    }
                    known = own;
                    values[*place] = value.clone();
                }
            }
        }
        start = end;
    }
    Ok(values)
}

/// The value of a function for the row at a place of its partition.
fn named(
    function: Named,
    at: usize,
    part: &[usize],
    args: &[Vec<Value>],
    frames: &Frames<'_>,
) -> Value {
    let int = |n: usize| Value::Int(n as i64);
    let count = part.len();
    let peers = frames.peers(frames.group);
    let of = |row: usize, arg: usize| args[part[row]].get(arg).cloned().unwrap_or_default();
    let number = |arg: usize| match args[part[at]].get(arg) {
        Some(Value::Int(n)) => Some(*n),
        Some(Value::Real(x)) => Some(*x as i64),
        _ => None,
    };
    match function {
        Named::RowNumber => int(at + 1),
        Named::Rank => int(peers.start + 1),
        Named::DenseRank => int(frames.group + 1),
        Named::PercentRank if count == 1 => Value::Real(0.0),
        Named::PercentRank => Value::Real(peers.start as f64 / (count - 1) as f64),
        Named::CumeDist => Value::Real(peers.end as f64 / count as f64),
        Named::Ntile => match number(0) {
            Some(buckets @ 1..) => {
                let buckets = usize::try_from(buckets).unwrap_or(usize::MAX);
                let (size, more) = (count / buckets, count % buckets);
                let large = more * (size + 1);
                match at < large {
                    true => int(at / (size + 1) + 1),
                    false => int(more + (at - large) / size.max(1) + 1),
                }
            }
            _ => Value::Null,
        },
        Named::Lag | Named::Lead => {
            let by = if args[part[at]].len() > 1 { number(1) } else { Some(1) };
            let Some(by) = by else { return Value::Null };
            let by = if function == Named::Lag { by.saturating_neg() } else { by };
            match usize::try_from(by.saturating_add(at as i64)).ok().filter(|row| *row < count) {
                Some(row) => of(row, 0),
                None => of(at, 2),
            }
        }
        Named::FirstValue => frames.row(at, 0).map_or(Value::Null, |row| of(row, 0)),
        Named::LastValue => {
            let rows = frames.rows(at, frames.own.start);
            rows.into_iter().flatten().next_back().map_or(Value::Null, |row| of(row, 0))
        }
        Named::NthValue => {
            let n = number(1).and_then(|n| usize::try_from(n.checked_sub(1)?).ok());
            let row = n.and_then(|n| frames.row(at, n));
            row.map_or(Value::Null, |row| of(row, 0))
        }
    }
}

/// The frame of one row after the other.
struct Frames<'a> {
    frame: Option<&'a WindowFrame>,
    /// The offsets of both bounds.
    offsets: [Value; 2],
    key: Option<&'a SortKey>,
    /// The values of the first ORDER BY term.
    sorted: Vec<Value>,
    /// Where each group of rows that are the same to ORDER BY begins, and the end of the last.
    starts: Vec<usize>,
    /// The group of the present row.
    group: usize,
    /// The present row's frame.
    own: Range<usize>,
}

impl<'a> Frames<'a> {
    fn new(
        cx: &mut Cx<'_>,
        call: &'a WindowCall,
        part: &[usize],
        keys: &[Vec<Value>],
        outer: Option<&Env<'_>>,
        ties: &dyn Fn(usize, usize) -> bool,
    ) -> Result<Frames<'a>> {
        let frame = call.frame.as_ref();
        let mut offsets = [Value::Null, Value::Null];
        let key = call.keys.get(call.partition);
        let mut sorted = Vec::new();
        for (at, offset) in offsets.iter_mut().enumerate() {
            if let Some(frame) = frame
                && let Some(expr) = &frame.bounds[at].1
            {
                *offset = eval(cx, expr, &Env { row: &[], outer })?;
                (frame.check)(frame.unit, at == 0, offset).map_err(ErrorKind::nowhere)?;
                if frame.unit == FrameUnit::Range && sorted.is_empty() {
                    sorted.extend(part.iter().map(|row| keys[*row][call.partition].clone()));
                }
            }
        }
        let mut starts: Vec<usize> =
            (0..part.len()).filter(|a| *a == 0 || !ties(a - 1, *a)).collect();
        starts.push(part.len());
        Ok(Frames { frame, offsets, key, sorted, starts, group: 0, own: 0..0 })
    }

    fn skips(&self) -> bool {
        self.frame.is_some_and(|frame| frame.exclude != Exclude::Nothing)
    }

    /// The rows of a group.
    fn peers(&self, group: usize) -> Range<usize> {
        self.starts[group]..self.starts[group + 1]
    }

    /// Goes on to a row.
    fn find(&mut self, at: usize) {
        if self.starts[self.group + 1] <= at {
            self.group += 1;
        }
        let Some(frame) = self.frame else {
            self.own = 0..self.peers(self.group).end;
            return;
        };
        let count = self.starts.last().copied().unwrap_or(0);
        let start = self.bound(at, frame, 0).min(count);
        self.own = start..self.bound(at, frame, 1).clamp(start, count);
    }

    /// The row where the frame begins, or the one behind its end.
    fn bound(&self, at: usize, frame: &WindowFrame, end: usize) -> usize {
        let first = end == 0;
        let last = self.starts.len() - 1;
        let count = self.starts[last];
        let (kind, unit) = (frame.bounds[end].0, frame.unit);
        let offset = match &self.offsets[end] {
            Value::Int(n) => usize::try_from(*n).unwrap_or(usize::MAX),
            Value::Real(x) => *x as usize,
            _ => 0,
        };
        let side = |rows: Range<usize>| if first { rows.start } else { rows.end };
        let place = |row: usize| side(row..row.saturating_add(1));
        match (kind, unit) {
            (FrameBound::First, _) => 0,
            (FrameBound::Last, _) => count,
            (FrameBound::Current, FrameUnit::Rows) => place(at),
            (FrameBound::Preceding, FrameUnit::Rows) => at.checked_sub(offset).map_or(0, place),
            (FrameBound::Following, FrameUnit::Rows) => place(at.saturating_add(offset)),
            (FrameBound::Current, _) => side(self.peers(self.group)),
            (_, FrameUnit::Range) => self.range(at, kind, first, end),
            (FrameBound::Preceding, FrameUnit::Groups) => {
                self.group.checked_sub(offset).map_or(0, |group| side(self.peers(group)))
            }
            (FrameBound::Following, FrameUnit::Groups) => {
                let group = self.group.saturating_add(offset);
                if group < last { side(self.peers(group)) } else { count }
            }
        }
    }

    /// The bound that lies so far from a row's sort key. Keys that are no numbers stay themselves
    /// (window.c, windowCodeRangeTest).
    fn range(&self, at: usize, kind: FrameBound, first: bool, end: usize) -> usize {
        let Some(key) = self.key else { return at };
        let back = (kind == FrameBound::Preceding) != key.descending;
        let whole = |value: &Value| match value {
            Value::Int(n) => Some(*n),
            _ => None,
        };
        let number = |value: &Value| match value {
            Value::Int(n) => Some(*n as f64),
            Value::Real(x) => Some(*x),
            _ => None,
        };
        let (own, by) = (&self.sorted[at], &self.offsets[end]);
        let exact = whole(own).zip(whole(by));
        let exact = exact.and_then(|(a, b)| if back { a.checked_sub(b) } else { a.checked_add(b) });
        let near = number(own).zip(number(by)).map(|(a, b)| if back { a - b } else { a + b });
        let limit = match (exact, near) {
            (Some(n), _) => Value::Int(n),
            (None, Some(x)) => Value::Real(x),
            (None, None) => own.clone(),
        };
        self.sorted.partition_point(|row| {
            let order = compare_key(row, &limit, key);
            if first { order.is_lt() } else { order.is_le() }
        })
    }

    /// The rows of the frame from one of them on, but for those that EXCLUDE leaves out.
    fn rows(&self, at: usize, from: usize) -> [Range<usize>; 3] {
        let Range { start, end } = self.own;
        let peers = self.peers(self.group);
        let (out, kept) = match self.frame.map_or(Exclude::Nothing, |frame| frame.exclude) {
            Exclude::Nothing => (end..end, end..end),
            Exclude::Row => (at..at + 1, end..end),
            Exclude::Group => (peers, end..end),
            Exclude::Ties => (peers, at..at + 1),
        };
        let within = |rows: Range<usize>| {
            rows.start.clamp(start.max(from), end.max(from))
                ..rows.end.clamp(start.max(from), end.max(from))
        };
        [within(start..out.start), within(kept), within(out.end..end)]
    }

    /// A row of the frame by its number.
    fn row(&self, at: usize, number: usize) -> Option<usize> {
        self.rows(at, self.own.start).into_iter().flatten().nth(number)
    }
}
