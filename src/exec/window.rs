//! Computes window functions: all rows are gathered, and for each call ordered by its PARTITION BY
//! and ORDER BY. Rows come out in the order of the first call.

use std::cmp::Ordering;

use super::expr::{Env, eval};
use super::query::{Sink, each as each_of, keep};
use super::sort::compare_key;
use super::{Cx, Flow};
use crate::error::Result;
use crate::order::sorted_places;
use crate::plan::node::Node;
use crate::plan::window::{Named, WindowCall, WindowFunction};
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
        row.extend(columns.iter_mut().map(|values| std::mem::take(&mut values[at])));
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
        match &call.function {
            WindowFunction::Named(function, check) => {
                for (at, place) in part.iter().enumerate() {
                    check(*function, &args[*place]).map_err(crate::error::ErrorKind::nowhere)?;
                    values[*place] = named(*function, at, part, &args, &ties);
                }
            }
            WindowFunction::Aggregate(aggregate) => {
                let mut at = 0;
                while at < part.len() {
                    let peers = (at..part.len()).take_while(|b| ties(at, *b)).count();
                    // An aggregate that has given its result takes no more rows.
                    let mut state = (aggregate.function.start)(aggregate.collation);
                    for place in &part[..at + peers] {
                        cx.tick()?;
                        state.step(&args[*place]).map_err(crate::error::ErrorKind::nowhere)?;
                    }
                    let value = state.finish().map_err(crate::error::ErrorKind::nowhere)?;
                    for place in &part[at..at + peers] {
                        values[*place] = value.clone();
                    }
                    at += peers;
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
    ties: &dyn Fn(usize, usize) -> bool,
) -> Value {
    let int = |n: usize| Value::Int(n as i64);
    let count = part.len();
    let first_peer = (0..=at).rev().take_while(|a| ties(*a, at)).last().unwrap_or(at);
    let last_peer = (at..count).take_while(|a| ties(*a, at)).last().unwrap_or(at);
    let of = |row: usize, arg: usize| args[part[row]].get(arg).cloned().unwrap_or_default();
    let number = |arg: usize| match args[part[at]].get(arg) {
        Some(Value::Int(n)) => Some(*n),
        Some(Value::Real(x)) => Some(*x as i64),
        _ => None,
    };
    match function {
        Named::RowNumber => int(at + 1),
        Named::Rank => int(first_peer + 1),
        Named::DenseRank => int(1 + (1..=at).filter(|a| !ties(*a - 1, *a)).count()),
        Named::PercentRank if count == 1 => Value::Real(0.0),
        Named::PercentRank => Value::Real(first_peer as f64 / (count - 1) as f64),
        Named::CumeDist => Value::Real((last_peer + 1) as f64 / count as f64),
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
        Named::FirstValue => of(0, 0),
        Named::LastValue => of(last_peer, 0),
        Named::NthValue => match number(1).and_then(|n| usize::try_from(n.checked_sub(1)?).ok()) {
            Some(row) if row <= last_peer => of(row, 0),
            _ => Value::Null,
        },
    }
}
