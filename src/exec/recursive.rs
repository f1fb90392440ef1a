//! Recursive common table expressions: rows wait in a queue; each is given out and then the
//! steps run with it alone as their table, adding to the queue (lang_with.html, section 3).

use std::collections::VecDeque;
use std::rc::Rc;

use super::expr::Env;
use super::query::{RowSet, Sink, each as each_of, keep, limit_of, weight};
use super::sort;
use super::{Cx, Flow};
use crate::collation::{BINARY, Collation};
use crate::error::{ErrorKind, Result};
use crate::plan::node::Recursive;
use crate::value::Value;

pub(super) fn each(
    cx: &mut Cx<'_>,
    node: &Recursive,
    outer: Option<&Env<'_>>,
    row: &mut Vec<Value>,
    own: &mut usize,
    sink: &mut Sink<'_>,
) -> Result<Flow> {
    let env = Env { row: &[], outer };
    let mut left = limit_of(cx, node.limit.as_ref(), &env)?;
    let mut skip = match &node.offset {
        Some(offset) => limit_of(cx, Some(offset), &env)?.unwrap_or(0),
        None => 0,
    };
    let mut queue = Queue {
        node,
        rows: VecDeque::new(),
        levels: VecDeque::new(),
        level: 0,
        seen: RowSet::default(),
        collations: vec![&BINARY; node.width],
    };
    let base = row.len();
    each_of(cx, &node.first, outer, &mut Vec::new(), &mut |cx, new| queue.add(cx, own, new))?;
    while left != Some(0) {
        let Some((level, next)) = queue.take() else { break };
        cx.tick()?;
        if !node.distinct {
            let gone = weight(&next[..node.width]);
            cx.kept -= gone;
            *own -= gone;
        }
        queue.level = level + 1;
        if skip > 0 {
            skip -= 1;
        } else {
            row.extend_from_slice(&next[..node.width]);
            let flow = sink(cx, row);
            row.truncate(base);
            if flow? == Flow::Stop {
                return Ok(Flow::Stop);
            }
            left = left.map(|n| n - 1);
            if left == Some(0) {
                break;
            }
        }
        if cx.work.working.len() <= node.id {
            cx.work.working.resize(node.id + 1, None);
        }
        cx.work.working[node.id] = Some(Rc::new(vec![next]));
        if node.most.is_some_and(|most| queue.level > most) {
            return Err(ErrorKind::Recursion { iterations: queue.level }.nowhere());
        }
        for step in &node.step {
            each_of(cx, step, outer, &mut Vec::new(), &mut |cx, new| queue.add(cx, own, new))?;
        }
    }
    Ok(Flow::Continue)
}

struct Queue<'n> {
    node: &'n Recursive,
    rows: VecDeque<Vec<Value>>,
    /// Rounds that made each row, where they are counted.
    levels: VecDeque<u32>,
    /// The round that is going on.
    level: u32,
    seen: RowSet,
    collations: Vec<&'static Collation>,
}

impl Queue<'_> {
    fn add(&mut self, cx: &mut Cx<'_>, own: &mut usize, new: &[Value]) -> Result<Flow> {
        cx.tick()?;
        let mut new = new.to_vec();
        if self.node.distinct && !self.seen.insert(&new, &self.collations) {
            return Ok(Flow::Continue);
        }
        *own += keep(cx, self.rows.len().max(self.seen.rows.len()), &new)?;
        sort::add_keys(cx, &self.node.order_by, &mut new, None)?;
        self.rows.push_back(new);
        if self.node.most.is_some() {
            self.levels.push_back(self.level);
        }
        Ok(Flow::Continue)
    }

    /// The next row, the oldest or with ORDER BY the first by its keys, and the round that made it.
    fn take(&mut self) -> Option<(u32, Vec<Value>)> {
        if !self.node.order_by.is_empty() {
            let mut rows = Vec::from(std::mem::take(&mut self.rows));
            sort::order(&mut rows, &self.node.order_by, self.node.width);
            self.rows = VecDeque::from(rows);
        }
        let level = self.levels.pop_front().unwrap_or(0);
        self.rows.pop_front().map(|row| (level, row))
    }
}
