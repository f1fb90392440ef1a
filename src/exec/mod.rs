//! Carries plans out. Knows no dialect and no SQL text: what differs is in the plan.

mod aggregate;
mod alter;
mod alter_text;
pub mod book;
pub mod conflict;
mod counted;
pub mod ddl;
pub mod deferred;
mod delete;
pub mod direct;
pub mod expr;
mod foreign;
mod host;
mod insert;
pub mod instead;
mod join;
pub mod lookup;
pub mod merge;
pub mod procedure;
pub mod query;
mod recursive;
mod row;
mod scan;
mod sequence;
mod sort;
mod transaction;
mod trigger;
mod update;
mod window;
pub mod write;

use std::hash::BuildHasherDefault;
use std::rc::Rc;

use rustc_hash::FxHasher;

use crate::catalog::ObjectId;
use crate::error::{ErrorKind, Result};
use crate::limits::Limits;
use crate::span::Span;
use crate::state::SessionState;
use crate::store::{Change, KeyHash, Store, UndoLog};
use crate::trace::{StepKind, Trace};
use crate::txn::Txn;
use crate::value::Value;

/// Rows of a shared common table expression, once they have been asked for.
pub type SharedRows = Option<Rc<Vec<Vec<Value>>>>;

/// A table and its rows before a statement.
pub type TableBefore = (ObjectId, Rc<Vec<(i64, crate::store::Slot)>>);

/// What running a plan needs.
pub struct Cx<'a> {
    /// The database.
    pub store: &'a mut Store,
    /// The open transaction's changes.
    pub undo: &'a mut UndoLog,
    /// The trace, while one is wanted.
    pub trace: Option<&'a mut Trace>,
    /// The session.
    pub state: &'a mut SessionState,
    /// What may be used.
    pub limits: &'a Limits,
    /// Steps taken by this statement.
    pub steps: u64,
    /// Bytes of rows that the statement keeps.
    pub kept: usize,
    /// Milliseconds at which the statement must have ended, once the clock was read.
    pub deadline_ms: Option<f64>,
    /// Nesting of trigger programs and queries.
    pub depth: usize,
    /// Number of the row that is being written, from 1.
    pub ordinal: usize,
    /// The transaction, for procedures that begin or end it.
    pub txn: &'a mut Txn,
    /// Checks put off.
    pub pending: &'a mut Vec<deferred::Pending>,
    /// What the statement holds while it runs.
    pub work: &'a mut Work,
}

/// What a statement with its foreign keys' actions has done to one table by one kind of event, for
/// triggers that fire once for all of it (trigger.c, AfterTriggersTableData).
pub struct Told {
    table: ObjectId,
    event: crate::plan::trigger::Event,
    /// The BEFORE triggers have fired.
    before: bool,
    /// The place in `pending` of the AFTER triggers that were put off last.
    after: Option<usize>,
    /// The rows that were changed, old and new, where a trigger sees them all.
    rows: [Vec<Vec<Value>>; 2],
    /// A trigger has seen them: what comes now is told of anew.
    closed: bool,
}

/// What a statement holds while it runs. Most hold nothing here, and a session lends the same to
/// each, so that a small statement does not pay for what it might need.
#[derive(Default)]
pub struct Work {
    /// Values held by enclosing expressions.
    pub held: Vec<Value>,
    /// Shared common table expressions by number.
    pub shared: Vec<SharedRows>,
    /// Working tables of recursive common table expressions by number.
    pub working: Vec<SharedRows>,
    /// Rows of kept subqueries as sets, by the same numbers as `shared`.
    pub sets: Vec<Option<Rc<query::KeptSet>>>,
    /// Rows that this statement wrote, where it may not touch one twice.
    pub touched: std::collections::HashSet<(ObjectId, i64), BuildHasherDefault<FxHasher>>,
    /// OLD and NEW of the trigger that runs.
    pub frame: Option<Rc<Vec<Value>>>,
    /// Values of the row that is being built, as they were given.
    pub raw: Vec<Value>,
    /// Tables as they were before the statements whose WITH writes them.
    pub before: Vec<TableBefore>,
    /// Statements with writes in their WITH that run.
    pub withs: usize,
    /// The present row failed before its keys were looked at.
    pub before_keys: bool,
    /// The statement writes, and what does not fit is an error.
    pub strict: bool,
    /// The present row has met another that REPLACE deletes.
    pub collided: bool,
    /// The present row was left out for want of a parent.
    pub orphan: bool,
    /// The AUTO_INCREMENT value that an upsert would leave in the row that it updates.
    pub proposed_id: Option<i64>,
    /// Rows for which AUTO_INCREMENT values are still to be reserved (InnoDB counts them for the
    /// transaction, so that a trigger's INSERT begins anew).
    pub numbered_rows: i64,
    /// Rows that were changed before what followed them failed.
    pub uncounted: i64,
    /// Tables whose rows are changed while foreign keys follow from that.
    pub updating: Vec<ObjectId>,
    /// The table that nothing else may write while an UPDATE deletes from it (SQLite).
    pub pinned: Option<crate::catalog::ObjectId>,
    /// What AUTOINCREMENT has used.
    pub book: Vec<book::Page>,
    /// What the statement tells the triggers that fire once for all of it.
    pub told: Vec<Told>,
    /// The old and the new rows that the trigger which runs sees as tables.
    pub transition: [Vec<Vec<Value>>; 2],
    /// The tables of those triggers.
    pub busy: Vec<Rc<str>>,
    /// Triggers that run, outermost first.
    pub running: Vec<ObjectId>,
    /// The text that spans point into while a trigger runs, and where it began in its script.
    pub source: Option<(Rc<str>, u32)>,
    /// Hashes of the present row's keys; kept here so that rows share the allocation.
    pub hashes: Vec<KeyHash>,
    /// Functions and procedures that run, these with true, where they may not call themselves.
    pub calls: Vec<(Rc<str>, bool)>,
    /// The rows that a procedure gives its caller.
    pub shown: Option<(Vec<crate::plan::node::ResultColumn>, Vec<Vec<Value>>)>,
    /// Warnings so far: level, kind, row.
    pub warnings: Vec<(&'static str, ErrorKind, usize)>,
}

impl Work {
    /// Lets go of what a statement before has left, an error in the midst of it above all.
    pub fn begin(&mut self) {
        let lists = [
            self.held.len(),
            self.shared.len(),
            self.working.len(),
            self.sets.len(),
            self.touched.len(),
            self.before.len(),
            self.withs,
            self.book.len(),
            self.running.len(),
            self.calls.len(),
            self.busy.len(),
            self.warnings.len(),
            self.told.len(),
            self.transition[0].len() + self.transition[1].len(),
        ];
        let left = lists.iter().any(|length| *length > 0)
            || self.frame.is_some()
            || self.source.is_some()
            || self.shown.is_some()
            || self.numbered_rows != 0
            || self.uncounted != 0;
        if left {
            *self = Work::default();
        }
    }
}

/// Whether a sink wants more rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// More.
    Continue,
    /// No more.
    Stop,
}

impl Cx<'_> {
    /// Applies a change, notes its undo and, under a trace, keeps it in full.
    pub fn write(&mut self, change: &Change, hashes: &[KeyHash]) {
        if let Some(trace) = self.trace.as_deref_mut() {
            trace.before_change(self.store, change);
        }
        self.store.apply(change, hashes);
        self.undo.record(change);
        if let Some(trace) = self.trace.as_deref_mut() {
            trace.after_change(self.store, change);
        }
    }

    /// Takes back what was changed since a mark.
    pub fn take_back(&mut self, mark: crate::store::Mark, scope: crate::error::Undo) {
        if self.undo.is_at(mark) {
            return;
        }
        let Some(trace) = self.trace.as_deref_mut() else {
            return self.undo.undo_to(mark, self.store, &mut |_, _, _| {});
        };
        trace.step(None, StepKind::Undid { scope });
        self.undo.undo_to(mark, self.store, &mut |store, change, applied| match applied {
            true => trace.after_change(store, change),
            false => trace.before_change(store, change),
        });
    }

    /// Notes a decision. The closure runs only under a trace, and nothing comes back from it.
    pub fn emit(&mut self, span: Option<Span>, kind: impl FnOnce() -> StepKind) {
        if let Some(trace) = self.trace.as_deref_mut() {
            let span = located(trace, span, &self.work.source);
            trace.step(span, kind());
        }
    }

    /// The clock is read now and then only; it starts at the first reading.
    fn check_time(&mut self) -> Result<()> {
        let now = crate::clock::now_ms();
        let deadline = *self.deadline_ms.get_or_insert(now + self.limits.time_ms);
        if now > deadline {
            return Err(ErrorKind::Limit { what: "timeMs" }.nowhere());
        }
        Ok(())
    }

    /// Notes a warning; the dialect's words are made at the end of the statement.
    pub fn warn(&mut self, level: &'static str, kind: ErrorKind) {
        self.work.warnings.push((level, kind, self.ordinal));
    }

    /// Counts a step of work against the limits.
    ///
    /// # Errors
    /// The limit of steps or of time is reached.
    #[inline(always)]
    pub fn tick(&mut self) -> Result<()> {
        self.steps += 1;
        if self.steps > self.limits.steps {
            return Err(ErrorKind::Limit { what: "steps" }.nowhere());
        }
        if self.steps & 0x3fff == 0 {
            self.check_time()?;
        }
        Ok(())
    }
}

/// A span of the text that is running: a trigger's own text where one runs.
fn located(trace: &mut Trace, span: Option<Span>, source: &Option<(Rc<str>, u32)>) -> Option<Span> {
    let (Some(span), Some((text, base))) = (span, source) else { return span };
    Some(trace.locate(span, text, *base))
}
