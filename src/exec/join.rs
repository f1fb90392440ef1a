//! Joins: nested loops, in which the right side may be found by the left side's values, and hash
//! joins, which read the right side once.

use hashbrown::HashTable;

use super::expr::{Env, eval, eval_condition};
use super::query::{Sink, compare_rows, each as each_of, hash_row, keep};
use super::{Cx, Flow, scan};
use crate::collation::{BINARY, Collation};
use crate::error::Result;
use crate::order::{sort_by, sort_by_number};
use crate::plan::node::{Expr, Join, Node};
use crate::value::{Value, compare};

pub(super) fn each(
    cx: &mut Cx<'_>,
    join: &Join,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    each_of(cx, &join.left, outer, row, &mut |cx, row| {
        let mut matched = false;
        let mut meet = |cx: &mut Cx<'_>, row: &mut Vec<Value>| {
            if !holds(cx, join.on.as_ref(), row, outer)? {
                return Ok(Flow::Continue);
            }
            matched = true;
            sink(cx, row)
        };
        // A table is asked without a detour: this is done once for each row of the left side.
        let flow = match &join.right {
            Node::Scan(scan) => scan::each(cx, scan, outer, row, &mut meet)?,
            node => each_of(cx, node, outer, row, &mut meet)?,
        };
        if flow == Flow::Stop || matched || !join.keep_left {
            return Ok(flow);
        }
        without_partner(cx, join, row, sink)
    })
}

/// A row of the left side goes on with NULLs.
fn without_partner(
    cx: &mut Cx<'_>,
    join: &Join,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let base = row.len();
    row.resize(base + join.width, Value::Null);
    let flow = sink(cx, row);
    row.truncate(base);
    flow
}

fn holds(
    cx: &mut Cx<'_>,
    condition: Option<&Expr>,
    row: &[Value],
    outer: Option<&Env<'_>>,
) -> Result<bool> {
    match condition {
        Some(condition) => Ok(eval_condition(cx, condition, &Env { row, outer })? == Some(true)),
        None => Ok(true),
    }
}

/// The rows of the right side by their keys; rows of one key are linked in their order.
#[derive(Default)]
struct Table {
    rows: Vec<Value>,
    count: usize,
    keys: Vec<Value>,
    next: Vec<u32>,
    /// Hash, first row, last row.
    heads: HashTable<(u64, u32, u32)>,
    /// In which order they were read, where they were sorted since.
    read: Vec<usize>,
}

const END: u32 = u32::MAX;

/// A hash join. `own` is what the rows that it keeps count for.
pub(super) fn each_hashed(
    cx: &mut Cx<'_>,
    join: &Join,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    own: &mut usize,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let base = row.len();
    let collations: Vec<_> = join.hash.iter().map(|(_, _, c)| *c).collect();
    let table = read_right(cx, join, outer, base, own, &collations)?;
    let mut matched = vec![false; if join.keep_right { table.count } else { 0 }];
    let mut key = Vec::with_capacity(join.hash.len());
    let flow = each_of(cx, &join.left, outer, row, &mut |cx, row| {
        key.clear();
        for (left, _, _) in &join.hash {
            key.push(eval(cx, left, &Env { row, outer })?);
        }
        let mut any = false;
        let mut at = table.first(&key, &collations);
        while at != END {
            let found = at as usize;
            at = table.next[found];
            if !table.has_key(found, &key, &collations) {
                continue;
            }
            cx.tick()?;
            let start = row.len();
            row.extend_from_slice(&table.rows[found * join.width..(found + 1) * join.width]);
            let mut flow = Ok(Flow::Continue);
            match holds(cx, join.on.as_ref(), row, outer) {
                Ok(true) => {
                    any = true;
                    if join.keep_right {
                        matched[found] = true;
                    }
                    flow = sink(cx, row);
                }
                Ok(false) => {}
                Err(error) => flow = Err(error),
            }
            row.truncate(start);
            if flow? == Flow::Stop {
                return Ok(Flow::Stop);
            }
        }
        if any || !join.keep_left {
            return Ok(Flow::Continue);
        }
        without_partner(cx, join, row, sink)
    })?;
    if flow == Flow::Stop || !join.keep_right {
        return Ok(flow);
    }
    // They come as the right side was read.
    let mut alone: Vec<usize> = (0..table.count).filter(|at| !matched[*at]).collect();
    if !table.read.is_empty() {
        sort_by_number(&mut alone, &mut |at| table.read[*at] as i64);
    }
    for found in alone {
        row.resize(base + join.left_width, Value::Null);
        row.extend_from_slice(&table.rows[found * join.width..(found + 1) * join.width]);
        let flow = sink(cx, row);
        row.truncate(base);
        if flow? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

fn read_right(
    cx: &mut Cx<'_>,
    join: &Join,
    outer: Option<&Env<'_>>,
    base: usize,
    own: &mut usize,
    collations: &[&'static Collation],
) -> Result<Table> {
    let mut table = Table::default();
    // Positions are those of the joined row, so the left side's place is kept free.
    let start = base + join.left_width;
    let mut buffer = vec![Value::Null; start];
    let mut rows = Vec::new();
    if !join.sorted.is_empty() {
        each_of(cx, &join.right, outer, &mut buffer, &mut |cx, row| {
            *own += keep(cx, rows.len(), &row[start..])?;
            rows.push((rows.len(), row[start..].to_vec()));
            Ok(Flow::Continue)
        })?;
        sort_by(&mut rows, &mut |(_, a), (_, b)| {
            let mut orders =
                join.sorted.iter().map(|c| compare(a[*c].borrow(), b[*c].borrow(), &BINARY));
            orders.find(|o| o.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
    }
    table.read = rows.iter().map(|(number, _)| *number).collect();
    let mut add = |cx: &mut Cx<'_>, row: &mut Vec<Value>| {
        *own += keep(cx, table.count, &row[start..])?;
        let first_key = table.keys.len();
        for (_, right, _) in &join.hash {
            table.keys.push(eval(cx, right, &Env { row, outer })?);
        }
        table.rows.extend_from_slice(&row[start..start + join.width]);
        table.link(first_key, collations);
        Ok(Flow::Continue)
    };
    if join.sorted.is_empty() {
        each_of(cx, &join.right, outer, &mut buffer, &mut add)?;
    }
    for (_, row) in rows {
        buffer.truncate(start);
        buffer.extend(row);
        add(cx, &mut buffer)?;
    }
    Ok(table)
}

impl Table {
    /// Links the row just added behind those of the same hash. A NULL equals nothing.
    fn link(&mut self, first_key: usize, collations: &[&'static Collation]) {
        let at = self.count as u32;
        self.count += 1;
        self.next.push(END);
        let key = &self.keys[first_key..];
        if key.iter().any(Value::is_null) {
            return;
        }
        let hash = hash_row(key, collations);
        match self.heads.find_mut(hash, |(h, _, _)| *h == hash) {
            Some((_, _, last)) => {
                self.next[*last as usize] = at;
                *last = at;
            }
            None => {
                self.heads.insert_unique(hash, (hash, at, at), |(hash, _, _)| *hash);
            }
        }
    }

    fn first(&self, key: &[Value], collations: &[&'static Collation]) -> u32 {
        if key.iter().any(Value::is_null) {
            return END;
        }
        let hash = hash_row(key, collations);
        self.heads.find(hash, |(h, _, _)| *h == hash).map_or(END, |(_, first, _)| *first)
    }

    fn has_key(&self, at: usize, key: &[Value], collations: &[&'static Collation]) -> bool {
        let own = &self.keys[at * key.len()..(at + 1) * key.len()];
        compare_rows(own, key, collations).is_eq()
    }
}
