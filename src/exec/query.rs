//! Runs queries: each node pushes its rows into a sink, which may say stop.
//!
//! A query level has one row buffer. Sources append their columns to it, call the sink and take
//! them off again; a projection works on a buffer of its own and appends its results to the one
//! it was given, so that a derived table's rows land where its reader wants them.

use std::cmp::Ordering;
use std::hash::Hasher;
use std::rc::Rc;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use super::expr::{Env, eval, eval_condition};
use super::write::{self, Outcome};
use super::{Cx, Flow, aggregate, join, recursive, scan, sort, window};
use crate::collation::Collation;
use crate::error::{ErrorKind, Result};
use crate::order::sort_by;
use crate::plan::node::{CompoundOp, Expr, InQuery, Keep, Node};
use crate::value::{self, Value};

/// What takes rows: the buffer, whose new values start where the node began.
pub(super) type Sink<'s> = dyn FnMut(&mut Cx<'_>, &mut Vec<Value>) -> Result<Flow> + 's;

/// Runs a query and gives each row to the sink.
///
/// # Errors
/// What expressions raise; limits.
pub fn run(
    cx: &mut Cx<'_>,
    node: &Node,
    outer: Option<&Env<'_>>,
    sink: &mut dyn FnMut(&mut Cx<'_>, &[Value]) -> Result<Flow>,
) -> Result<Flow> {
    let mut row = Vec::new();
    each(cx, node, outer, &mut row, &mut |cx, row| sink(cx, row))
}

/// Appends each row of a node to the buffer and calls the sink.
pub(super) fn each(
    cx: &mut Cx<'_>,
    node: &Node,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    match node {
        Node::One => sink(cx, row),
        Node::Scan(scan) => scan::each(cx, scan, outer, row, sink),
        Node::Values(rows) => {
            let env = Env { row: &[], outer };
            for values in rows {
                cx.tick()?;
                let flow = with_values(cx, values, &env, row, sink)?;
                if flow == Flow::Stop {
                    return Ok(Flow::Stop);
                }
            }
            Ok(Flow::Continue)
        }
        Node::Derived { query, lateral: false, .. } => each(cx, query, outer, row, sink),
        Node::Derived { query, lateral: true, .. } => {
            let beside = row.clone();
            each(cx, query, Some(&Env { row: &beside, outer }), row, sink)
        }
        Node::Shared { id, query, keep, .. } => {
            if let Some(rows) = kept(cx, *id) {
                return push_all(cx, &rows, row, sink);
            }
            match keep.get() {
                Keep::No => each(cx, query, outer, row, sink),
                Keep::Rows => each_kept(cx, *id, query, outer, row, sink),
                Keep::First => {
                    each_kept(cx, *id, query, outer, row, &mut |_, _| Ok(Flow::Continue))?;
                    let rows = kept(cx, *id).unwrap_or_default();
                    push_all(cx, &rows, row, sink)
                }
            }
        }
        Node::WorkingTable { id, .. } => {
            let rows = cx.work.working.get(*id).cloned().flatten().unwrap_or_default();
            push_all(cx, &rows, row, sink)
        }
        Node::Recursive(recursive) => {
            giving_back(cx, &mut |cx, own| recursive::each(cx, recursive, outer, row, own, sink))
        }
        Node::Write { plan, .. } => {
            let mut outcome = Outcome::default();
            write::run_write(cx, plan, &mut outcome)?;
            push_all(cx, &outcome.rows, row, sink)
        }
        Node::Function { call, args, numbered, .. } => {
            let mut values = Vec::with_capacity(args.len());
            for arg in args {
                values.push(eval(cx, arg, &Env { row, outer })?);
            }
            let mut rows = call(cx, &values).map_err(ErrorKind::nowhere)?;
            if *numbered {
                for (at, row) in rows.iter_mut().enumerate() {
                    row.push(Value::Int(at as i64 + 1));
                }
            }
            push_all(cx, &rows, row, sink)
        }
        Node::Program { call, numbered, .. } => {
            let mut rows = super::expr::program_rows(cx, call, &Env { row, outer })?;
            if *numbered {
                for (at, row) in rows.iter_mut().enumerate() {
                    row.push(Value::Int(at as i64 + 1));
                }
            }
            push_all(cx, &rows, row, sink)
        }
        Node::Catalog { call, args, .. } => {
            let mut values = Vec::with_capacity(args.len());
            for arg in args {
                values.push(eval(cx, arg, &Env { row, outer })?);
            }
            let rows = call(cx, &values).map_err(ErrorKind::nowhere)?;
            push_all(cx, &rows, row, sink)
        }
        Node::Join(node) if node.hash.is_empty() && !node.keep_right => {
            join::each(cx, node, outer, row, sink)
        }
        Node::Join(node) => {
            giving_back(cx, &mut |cx, own| join::each_hashed(cx, node, outer, row, own, sink))
        }
        Node::Filter { input, condition } => {
            each(cx, input, outer, row, &mut |cx, row| match eval_condition(
                cx,
                condition,
                &Env { row, outer },
            )? {
                Some(true) => sink(cx, row),
                Some(false) | None => Ok(Flow::Continue),
            })
        }
        Node::Project { input, exprs } => {
            let mut inner = Vec::new();
            each(cx, input, outer, &mut inner, &mut |cx, inner| {
                with_values(cx, exprs, &Env { row: inner, outer }, row, sink)
            })
        }
        Node::Aggregate(node) => {
            giving_back(cx, &mut |cx, own| aggregate::each(cx, node, outer, row, own, sink))
        }
        Node::Window { input, calls } => {
            giving_back(cx, &mut |cx, own| window::each(cx, (input, calls), outer, own, sink))
        }
        Node::Sort { input, keys, width, limit, ties, .. } => {
            let (width, ties) = (*width, *ties);
            let sort = sort::Sort { input, keys, width, limit: limit.as_deref(), ties };
            giving_back(cx, &mut |cx, own| sort::each(cx, &sort, outer, row, own, sink))
        }
        Node::Distinct { input, collations, keys, .. } => giving_back(cx, &mut |cx, own| {
            let mut seen = RowSet::default();
            let base = row.len();
            each(cx, input, outer, row, &mut |cx, row| {
                let key: Vec<Value> = keys.iter().map(|k| row[base + k].clone()).collect();
                if !seen.insert(&key, collations) {
                    return Ok(Flow::Continue);
                }
                *own += keep(cx, seen.rows.len(), &key)?;
                sink(cx, row)
            })
        }),
        Node::Limit { input, limit, offset } => {
            each_limited(cx, input, (limit.as_ref(), offset.as_ref()), outer, row, sink)
        }
        Node::Compound { op, all, left, right, collations, sorted } => {
            let compound =
                Compound { op: *op, all: *all, left, right, collations, sorted: *sorted };
            giving_back(cx, &mut |cx, own| each_compound(cx, &compound, outer, row, own, sink))
        }
    }
}

/// Appends values to the buffer, calls the sink, takes them off.
fn with_values(
    cx: &mut Cx<'_>,
    exprs: &[Expr],
    env: &Env<'_>,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let base = row.len();
    for expr in exprs {
        match eval(cx, expr, env) {
            Ok(value) => row.push(value),
            Err(error) => {
                row.truncate(base);
                return Err(error);
            }
        }
    }
    let flow = sink(cx, row);
    row.truncate(base);
    flow
}

/// Gives rows that lie ready to the sink.
pub(super) fn push_all(
    cx: &mut Cx<'_>,
    rows: &[Vec<Value>],
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let base = row.len();
    for values in rows {
        cx.tick()?;
        row.extend_from_slice(values);
        let flow = sink(cx, row);
        row.truncate(base);
        if flow? == Flow::Stop {
            return Ok(Flow::Stop);
        }
    }
    Ok(Flow::Continue)
}

/// Runs a node that keeps rows while it runs; what it says that they count for is given back after it.
fn giving_back(
    cx: &mut Cx<'_>,
    run: &mut dyn FnMut(&mut Cx<'_>, &mut usize) -> Result<Flow>,
) -> Result<Flow> {
    let mut own = 0;
    let flow = run(cx, &mut own);
    cx.kept -= own;
    flow
}

/// One more row is kept, beside so many others: counts it against the limits. The answer is what it counts
/// for, its bytes, which whoever lets go of it takes off `cx.kept`.
///
/// # Errors
/// The limit of rows or of memory is reached.
pub fn keep(cx: &mut Cx<'_>, count: usize, row: &[Value]) -> Result<usize> {
    let bytes = weight(row);
    cx.kept += bytes;
    let what = match () {
        () if count >= cx.limits.rows => "rows",
        () if cx.kept > cx.limits.memory => "memory",
        () => return Ok(bytes),
    };
    Err(ErrorKind::Limit { what }.nowhere())
}

/// Bytes of a row that is kept in a list.
pub(super) fn weight(row: &[Value]) -> usize {
    let values: usize = row.iter().map(Value::bytes).sum();
    size_of::<Vec<Value>>() + size_of_val(row) + values
}

fn kept(cx: &Cx<'_>, id: usize) -> Option<Rc<Vec<Vec<Value>>>> {
    cx.work.shared.get(id).cloned().flatten()
}

/// Passes rows on while keeping them; they count as kept only when all were asked for.
fn each_kept(
    cx: &mut Cx<'_>,
    id: usize,
    query: &Node,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let mut rows = Vec::new();
    // A write is done once and whole, however many of its rows are wanted.
    if let Node::Write { plan, .. } = query {
        let mut outcome = Outcome::default();
        write::run_write(cx, plan, &mut outcome)?;
        let rows = Rc::new(outcome.rows);
        keep_shared(cx, id, rows.clone());
        return push_all(cx, &rows, row, sink);
    }
    let base = row.len();
    let flow = each(cx, query, outer, row, &mut |cx, row| {
        keep(cx, rows.len(), &row[base..])?;
        rows.push(row[base..].to_vec());
        sink(cx, row)
    })?;
    if flow == Flow::Continue {
        keep_shared(cx, id, Rc::new(rows));
    }
    Ok(flow)
}

fn keep_shared(cx: &mut Cx<'_>, id: usize, rows: Rc<Vec<Vec<Value>>>) {
    if cx.work.shared.len() <= id {
        cx.work.shared.resize(id + 1, None);
    }
    cx.work.shared[id] = Some(rows);
}

/// The value of a kept scalar subquery, when it has run.
pub(super) fn kept_cell(cx: &Cx<'_>, node: &Node, column: usize) -> Option<Value> {
    let Node::Shared { id, .. } = node else { return None };
    let rows = cx.work.shared.get(*id)?.as_ref()?;
    match &rows[..] {
        [] => Some(Value::Null),
        [row] => row.get(column).cloned(),
        _ => None,
    }
}

fn each_limited(
    cx: &mut Cx<'_>,
    input: &Node,
    (limit, offset): (Option<&Expr>, Option<&Expr>),
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let env = Env { row: &[], outer };
    let mut left = limit_of(cx, limit, &env)?;
    let mut skip = match offset {
        Some(_) => limit_of(cx, offset, &env)?.unwrap_or(0),
        None => 0,
    };
    if left == Some(0) {
        return Ok(Flow::Continue);
    }
    let mut stopped = false;
    each(cx, input, outer, row, &mut |cx, row| {
        if skip > 0 {
            skip -= 1;
            return Ok(Flow::Continue);
        }
        let flow = sink(cx, row)?;
        stopped |= flow == Flow::Stop;
        if let Some(left) = &mut left {
            *left -= 1;
            if *left == 0 {
                return Ok(Flow::Stop);
            }
        }
        Ok(flow)
    })?;
    // Reaching the limit ends this node, not what reads it.
    Ok(if stopped { Flow::Stop } else { Flow::Continue })
}

/// The value of a LIMIT; none for all.
pub(super) fn limit_of(cx: &mut Cx<'_>, expr: Option<&Expr>, env: &Env<'_>) -> Result<Option<u64>> {
    let Some(expr) = expr else { return Ok(None) };
    Ok(match eval(cx, expr, env)? {
        Value::Int(n) => u64::try_from(n).ok(),
        _ => None,
    })
}

struct Compound<'n> {
    op: CompoundOp,
    all: bool,
    left: &'n Node,
    right: &'n Node,
    collations: &'n [&'static Collation],
    sorted: bool,
}

fn each_compound(
    cx: &mut Cx<'_>,
    node: &Compound<'_>,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    own: &mut usize,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    if node.op == CompoundOp::Union && node.all {
        return match each(cx, node.left, outer, row, sink)? {
            Flow::Stop => Ok(Flow::Stop),
            Flow::Continue => each(cx, node.right, outer, row, sink),
        };
    }
    let base = row.len();
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut right = RowSet::default();
    let mut counts: Vec<usize> = Vec::new();
    if node.op != CompoundOp::Union {
        each(cx, node.right, outer, row, &mut |cx, row| {
            *own += keep(cx, right.rows.len(), &row[base..])?;
            let at = right.place(&row[base..], node.collations).0;
            counts.resize(right.rows.len(), 0);
            counts[at] += 1;
            Ok(Flow::Continue)
        })?;
    }
    let mut seen = RowSet::default();
    let mut replaced: Vec<bool> = Vec::new();
    let inputs: &[&Node] = match node.op {
        CompoundOp::Union => &[node.left, node.right],
        CompoundOp::Intersect | CompoundOp::Except => &[node.left],
    };
    for (side, input) in inputs.iter().enumerate() {
        each(cx, input, outer, row, &mut |cx, row| {
            *own += keep(cx, rows.len(), &row[base..])?;
            let values = row[base..].to_vec();
            let other = right.find(&values, node.collations);
            // ALL: each row of the right side answers for one row of the left.
            let paired = other.is_some_and(|at| {
                let left = counts[at];
                counts[at] = if node.all { left.saturating_sub(1) } else { left };
                left > 0
            });
            let wanted = match node.op {
                CompoundOp::Union => true,
                CompoundOp::Intersect => paired,
                CompoundOp::Except => !paired,
            };
            if !wanted {
                return Ok(Flow::Continue);
            }
            if node.all {
                rows.push(values);
                return Ok(Flow::Continue);
            }
            match seen.place(&values, node.collations) {
                (_, true) => {
                    rows.push(values);
                    replaced.push(side > 0);
                }
                // Where sorted sides are merged, the first of the right side's equal rows stays.
                (at, false) if node.sorted && side > 0 && !replaced[at] => {
                    rows[at] = values;
                    replaced[at] = true;
                }
                (_, false) => {}
            }
            Ok(Flow::Continue)
        })?;
    }
    if node.sorted {
        sort_by(&mut rows, &mut |a, b| compare_rows(a, b, node.collations));
    }
    push_all(cx, &rows, row, sink)
}

/// `a IN (query)`: no match is unknown when NULLs were in the way.
pub(super) fn eval_in_query(
    cx: &mut Cx<'_>,
    test: &InQuery,
    env: &Env<'_>,
) -> Result<Option<bool>> {
    let (one, several);
    let left: &[Value] = match &test.exprs[..] {
        [expr] => {
            one = [eval(cx, expr, env)?];
            &one
        }
        exprs => {
            let values: Result<Vec<_>> = exprs.iter().map(|e| eval(cx, e, env)).collect();
            several = values?;
            &several
        }
    };
    if let Some(id) = test.kept {
        let set = kept_set(cx, id, test, env)?;
        return Ok(set.contains(left, test).map(|found| found != test.not));
    }
    let mut result = Some(false);
    run(cx, &test.query, Some(env), &mut |_, row| {
        let row = brought(row, test);
        match same(left, &row, test) {
            Some(true) => {
                result = Some(true);
                Ok(Flow::Stop)
            }
            Some(false) => Ok(Flow::Continue),
            None => {
                result = None;
                Ok(Flow::Continue)
            }
        }
    })?;
    Ok(result.map(|found| found != test.not))
}

/// The rows of a kept subquery as a set.
#[derive(Debug)]
pub struct KeptSet {
    set: RowSet,
    /// Some row has a NULL in it.
    nulls: bool,
}

impl KeptSet {
    fn contains(&self, left: &[Value], test: &InQuery) -> Option<bool> {
        if self.set.rows.is_empty() {
            return Some(false);
        }
        let simple = test.adjust.is_none() && !left.iter().any(Value::is_null);
        if simple {
            if self.set.find(left, &test.collations).is_some() {
                return Some(true);
            }
            if !self.nulls {
                return Some(false);
            }
        }
        let mut result = Some(false);
        for row in &self.set.rows {
            match same(left, row, test) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => result = None,
            }
        }
        result
    }
}

/// All values of a query of IN; what is asked for `once` alone is not kept.
pub(super) fn in_values(
    cx: &mut Cx<'_>,
    test: &InQuery,
    env: &Env<'_>,
    once: bool,
) -> Result<Vec<Value>> {
    let Some(id) = test.kept else { return Ok(Vec::new()) };
    if once && !matches!(cx.work.sets.get(id), Some(Some(_))) {
        let mut values = Vec::new();
        let mut own = 0;
        run(cx, &test.query, Some(env), &mut |cx, row| {
            cx.tick()?;
            let affinity = test.affinities.first().copied().flatten();
            let mut value = row.first().cloned().unwrap_or_default();
            if let Some(affinity) = affinity {
                value = affinity.apply(value);
            }
            own += keep(cx, values.len(), std::slice::from_ref(&value))?;
            values.push(value);
            Ok(Flow::Continue)
        })?;
        cx.kept -= own;
        return Ok(values);
    }
    let set = kept_set(cx, id, test, env)?;
    Ok(set.set.rows.iter().filter_map(|row| row.first().cloned()).collect())
}

fn kept_set(cx: &mut Cx<'_>, id: usize, test: &InQuery, env: &Env<'_>) -> Result<Rc<KeptSet>> {
    if let Some(Some(set)) = cx.work.sets.get(id) {
        return Ok(set.clone());
    }
    let mut kept = KeptSet { set: RowSet::default(), nulls: false };
    run(cx, &test.query, Some(env), &mut |cx, row| {
        cx.tick()?;
        let row = brought(row, test);
        keep(cx, kept.set.rows.len(), &row)?;
        kept.nulls |= row.iter().any(Value::is_null);
        kept.set.insert(&row, &test.collations);
        Ok(Flow::Continue)
    })?;
    if cx.work.sets.len() <= id {
        cx.work.sets.resize(id + 1, None);
    }
    let set = Rc::new(kept);
    cx.work.sets[id] = Some(set.clone());
    Ok(set)
}

fn brought(row: &[Value], test: &InQuery) -> Vec<Value> {
    let pairs = row.iter().zip(&test.affinities);
    pairs.map(|(v, a)| a.map_or_else(|| v.clone(), |a| a.apply(v.clone()))).collect()
}

fn same(left: &[Value], right: &[Value], test: &InQuery) -> Option<bool> {
    let mut result = Some(true);
    for ((a, b), collation) in left.iter().zip(right).zip(&test.collations) {
        if a.is_null() || b.is_null() {
            result = None;
            continue;
        }
        let order = match test.adjust {
            None => value::compare(a.borrow(), b.borrow(), collation),
            Some(adjust) => {
                let (a, b) = adjust(a.clone(), b.clone());
                value::compare(a.borrow(), b.borrow(), collation)
            }
        };
        if order != Ordering::Equal {
            return Some(false);
        }
    }
    result
}

/// Rows without repeats, in the order in which they came. NULL is the same as NULL here.
#[derive(Debug, Default)]
pub(super) struct RowSet {
    pub(super) rows: Vec<Vec<Value>>,
    places: HashTable<(u64, u32)>,
}

impl RowSet {
    /// Adds a row; false when it was there.
    pub(super) fn insert(&mut self, row: &[Value], collations: &[&'static Collation]) -> bool {
        self.place(row, collations).1
    }

    /// The place of a row, which is added when it is not there; whether it is new.
    pub(super) fn place(
        &mut self,
        row: &[Value],
        collations: &[&'static Collation],
    ) -> (usize, bool) {
        let hash = hash_row(row, collations);
        if let Some(at) = self.find_hashed(hash, row, collations) {
            return (at, false);
        }
        let at = self.rows.len();
        self.places.insert_unique(hash, (hash, at as u32), |(hash, _)| *hash);
        self.rows.push(row.to_vec());
        (at, true)
    }

    /// The place of a row.
    pub(super) fn find(&self, row: &[Value], collations: &[&'static Collation]) -> Option<usize> {
        self.find_hashed(hash_row(row, collations), row, collations)
    }

    fn find_hashed(
        &self,
        hash: u64,
        row: &[Value],
        collations: &[&'static Collation],
    ) -> Option<usize> {
        let same = |(h, at): &(u64, u32)| {
            *h == hash && compare_rows(&self.rows[*at as usize], row, collations) == Ordering::Equal
        };
        self.places.find(hash, same).map(|(_, at)| *at as usize)
    }
}

/// The hash of values under collations.
pub(super) fn hash_row(row: &[Value], collations: &[&'static Collation]) -> u64 {
    let mut hasher = FxHasher::default();
    for (value, collation) in row.iter().zip(collations) {
        value::hash_value(value.borrow(), collation, &mut hasher);
    }
    hasher.finish()
}

/// The order of rows under collations, NULLs first.
pub(super) fn compare_rows(
    a: &[Value],
    b: &[Value],
    collations: &[&'static Collation],
) -> Ordering {
    let pairs = a.iter().zip(b).zip(collations);
    let mut orders = pairs.map(|((a, b), c)| value::compare(a.borrow(), b.borrow(), c));
    orders.find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
}
