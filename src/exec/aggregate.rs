//! Groups rows by hash and runs the aggregates of each group.

use std::cmp::Ordering;

use super::expr::{Env, eval, eval_condition};
use super::query::{RowSet, Sink, each as each_of, keep};
use super::{Cx, Flow, sort};
use crate::collation::{BINARY, Collation};
use crate::error::{ErrorKind, Result};
use crate::functions::aggregate::COUNT_ROWS;
use crate::order::sorted_places;
use crate::plan::function::Accumulator;
use crate::plan::node::{Access, AggregateCall, AggregateNode, Expr, GroupOutput, Node};
use crate::value::{self, Value};

pub(super) fn each(
    cx: &mut Cx<'_>,
    node: &AggregateNode,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    own: &mut usize,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    if let Some(count) = whole_count(cx, node) {
        let base = row.len();
        row.extend(node.outputs.iter().map(|_| Value::Int(count)));
        let flow = sink(cx, row);
        row.truncate(base);
        return flow;
    }
    let mut collations: Vec<&'static Collation> = node.keys.iter().map(|(_, c)| *c).collect();
    let width = node.keys.len();
    // How many of its keys a group is without stands behind them.
    collations.extend(node.rollup.then_some(&BINARY));
    let mut keys = RowSet::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut args = Vec::new();
    let mut key = Vec::with_capacity(node.keys.len());
    each_of(cx, &node.input, outer, &mut Vec::new(), &mut |cx, input| {
        let env = Env { row: input, outer };
        let key = match &node.keys[..] {
            [(expr, _)] if let Some(column) = column_of(expr, env.row) => column,
            exprs => {
                key.clear();
                for (expr, _) in exprs {
                    key.push(eval(cx, expr, &env)?);
                }
                &key
            }
        };
        if node.rollup {
            let mut key = key.to_vec();
            key.push(Value::Int(0));
            for level in 0..=width {
                if level > 0 {
                    key[width - level] = Value::Null;
                    key[width] = Value::Int(level as i64);
                }
                let (at, new) = keys.place(&key, &collations);
                if new {
                    *own += keep(cx, groups.len(), &key)?;
                    groups.push(Group::new(node));
                }
                groups[at].step(cx, node, &env, &mut args, own)?;
            }
            return Ok(Flow::Continue);
        }
        let known = if node.keys.is_empty() { groups.len().checked_sub(1) } else { None };
        let (at, new) = match known {
            Some(at) => (at, false),
            None => keys.place(key, &collations),
        };
        if new {
            *own += keep(cx, groups.len(), key)?;
            groups.push(Group::new(node));
        }
        // A row that min() or max() picks gives the keys as well: equal ones may look different.
        if groups[at].step(cx, node, &env, &mut args, own)? && !new {
            for (kept, (expr, _)) in keys.rows[at].iter_mut().zip(&node.keys) {
                *kept = eval(cx, expr, &env)?;
            }
        }
        Ok(Flow::Continue)
    })?;
    if groups.is_empty() && node.always {
        keys.rows.push(Vec::new());
        groups.push(Group::new(node));
    }
    let order = match (collations.first(), &node.sorted) {
        (Some(first), Some(descending)) => {
            let rows = &keys.rows;
            let marks: Vec<u64> = rows.iter().map(|row| sort::start(&row[0], first)).collect();
            sorted_places(groups.len(), &mut |a, b| {
                let (x, y) = if descending[0] { (b, a) } else { (a, b) };
                let pairs = || rows[a].iter().zip(&rows[b]).zip(&collations).zip(descending);
                let whole = || {
                    let mut orders = pairs().map(|(((a, b), collation), descending)| {
                        let order = value::compare(a.borrow(), b.borrow(), collation);
                        if *descending { order.reverse() } else { order }
                    });
                    orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
                };
                marks[x].cmp(&marks[y]).then_with(whole)
            })
        }
        _ if node.rollup => {
            let order = rolled_up(&keys.rows, &collations);
            keys.rows.iter_mut().for_each(|row| row.truncate(width));
            order
        }
        _ => (0..groups.len()).collect(),
    };
    let base = row.len();
    for at in order {
        cx.tick()?;
        row.append(&mut keys.rows[at]);
        let flow = groups[at].finish(node, row).and_then(|()| sink(cx, row));
        row.truncate(base);
        if flow? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

/// Groups by their keys, each before the one that it is part of.
fn rolled_up(rows: &[Vec<Value>], collations: &[&'static Collation]) -> Vec<usize> {
    let width = collations.len() - 1;
    let kept = |row: &[Value]| width - crate::functions::int(&row[width]) as usize;
    sorted_places(rows.len(), &mut |a, b| {
        let (a, b) = (&rows[a], &rows[b]);
        let shared = kept(a).min(kept(b));
        let pairs = a.iter().zip(b).zip(collations).take(shared);
        let mut orders = pairs.map(|((a, b), c)| value::compare(a.borrow(), b.borrow(), c));
        let order = orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal);
        order.then(kept(b).cmp(&kept(a)))
    })
}

/// `SELECT count(*)` of a whole table, which the store knows.
fn whole_count(cx: &Cx<'_>, node: &AggregateNode) -> Option<i64> {
    let Node::Scan(scan) = &node.input else { return None };
    let counts = |output: &GroupOutput| match output {
        GroupOutput::Call(call) => counts_rows(call),
        GroupOutput::Bare(_) | GroupOutput::Room => false,
    };
    let whole = matches!(scan.access, Access::Full) && scan.filter.is_none();
    let all = whole && node.keys.is_empty() && node.outputs.iter().all(counts);
    let all = all && !scan.as_before;
    all.then(|| cx.store.count(scan.table) as i64)
}

fn counts_rows(call: &AggregateCall) -> bool {
    std::ptr::eq(call.function, &COUNT_ROWS) && call.filter.is_none() && !call.distinct
}

/// A column of the row itself, where it stands.
fn column_of<'r>(expr: &Expr, row: &'r [Value]) -> Option<&'r [Value]> {
    match expr {
        Expr::Column { up: 0, index } => row.get(*index as usize).map(std::slice::from_ref),
        _ => None,
    }
}

struct Group {
    outputs: Vec<Output>,
    rows: u64,
    /// What the call that picks the row has said last.
    took: bool,
}

enum Output {
    /// `count(*)`.
    Count(i64),
    Call {
        state: Box<dyn Accumulator>,
        /// DISTINCT: what was there already.
        seen: Option<Box<RowSet>>,
        /// ORDER BY inside: arguments and keys, kept to the end.
        kept: Vec<Vec<Value>>,
    },
    Bare(Value),
}

impl Group {
    fn new(node: &AggregateNode) -> Group {
        let output = |output: &GroupOutput| match output {
            GroupOutput::Call(call) if counts_rows(call) => Output::Count(0),
            GroupOutput::Call(call) => Output::Call {
                state: (call.function.start)(call.collation),
                seen: call.distinct.then(Box::default),
                kept: Vec::new(),
            },
            GroupOutput::Bare(_) | GroupOutput::Room => Output::Bare(Value::Null),
        };
        Group { outputs: node.outputs.iter().map(output).collect(), rows: 0, took: false }
    }

    fn step(
        &mut self,
        cx: &mut Cx<'_>,
        node: &AggregateNode,
        env: &Env<'_>,
        args: &mut Vec<Value>,
        own: &mut usize,
    ) -> Result<bool> {
        let mut takes_row = self.rows == 0;
        self.rows += 1;
        for (output, plan) in self.outputs.iter_mut().zip(&node.outputs) {
            if let Output::Count(count) = output {
                *count += 1;
                continue;
            }
            let (Output::Call { state, seen, kept }, GroupOutput::Call(call)) = (output, plan)
            else {
                continue;
            };
            if let Some(filter) = &call.filter
                && eval_condition(cx, filter, env)? != Some(true)
            {
                continue;
            }
            let args = match &call.args[..] {
                [arg] if let Some(column) = column_of(arg, env.row) => column,
                exprs => {
                    args.clear();
                    for arg in exprs {
                        args.push(eval(cx, arg, env)?);
                    }
                    &args[..]
                }
            };
            if let Some(seen) = seen {
                if !seen.insert(args, &vec![call.collation; args.len()]) {
                    // min(DISTINCT) and max(DISTINCT) are not asked again (SQLite; select.c,
                    // updateAccumulator).
                    takes_row |= call.picks_row && self.took;
                    continue;
                }
                *own += keep(cx, seen.rows.len(), args)?;
            }
            if !call.order_by.is_empty() {
                let row = with_keys(cx, call, args, env)?;
                *own += keep(cx, kept.len(), &row)?;
                kept.push(row);
                continue;
            }
            let took = state.step(args).map_err(ErrorKind::nowhere)?;
            if call.picks_row {
                self.took = took;
                takes_row = took;
            }
        }
        if takes_row {
            for (output, plan) in self.outputs.iter_mut().zip(&node.outputs) {
                if let (Output::Bare(value), GroupOutput::Bare(column)) = (output, plan) {
                    *value = env.row[*column as usize].clone();
                }
            }
        }
        Ok(takes_row)
    }

    fn finish(&mut self, node: &AggregateNode, row: &mut Vec<Value>) -> Result<()> {
        for (output, plan) in self.outputs.iter_mut().zip(&node.outputs) {
            match (output, plan) {
                (Output::Call { state, kept, .. }, GroupOutput::Call(call)) => {
                    let width = call.args.len();
                    sort::order(kept, &over_kept(call), width);
                    for args in kept.iter() {
                        state.step(&args[..width]).map_err(ErrorKind::nowhere)?;
                    }
                    row.push(state.result().map_err(ErrorKind::nowhere)?);
                }
                (Output::Count(count), _) => row.push(Value::Int(*count)),
                (Output::Bare(value), _) => row.push(std::mem::take(value)),
                (Output::Call { .. }, GroupOutput::Bare(_) | GroupOutput::Room) => {}
            }
        }
        Ok(())
    }
}

/// An aggregate's arguments and after them its sort keys.
fn with_keys(
    cx: &mut Cx<'_>,
    call: &AggregateCall,
    args: &[Value],
    env: &Env<'_>,
) -> Result<Vec<Value>> {
    let mut kept = args.to_vec();
    for key in &call.order_by {
        kept.push(eval(cx, &key.expr, env)?);
    }
    Ok(kept)
}

/// The sort keys as columns of what [`with_keys`] keeps.
fn over_kept(call: &AggregateCall) -> Vec<crate::plan::node::SortKey> {
    let place = |(at, key): (usize, &crate::plan::node::SortKey)| {
        let index = (call.args.len() + at) as u32;
        let mut key = key.clone();
        key.expr = crate::plan::node::Expr::Column { up: 0, index };
        key
    };
    call.order_by.iter().enumerate().map(place).collect()
}
