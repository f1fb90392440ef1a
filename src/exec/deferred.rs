//! Checks that are put off: to the end of the statement or to the commit.

use std::rc::Rc;

use super::{Cx, conflict, foreign, trigger};
use crate::catalog::ObjectId;
use crate::error::KeyKind;
use crate::error::Result;
use crate::order::sort_by_number;
use crate::plan::conflict::{CheckKind, ConflictPlan, When};
use crate::plan::dml::Target;
use crate::plan::foreign::Key;
use crate::plan::trigger::Event;
use crate::trace::{Ended, Frame, FrameKind, StepKind};
use crate::value::Value;

/// A check to be judged later.
#[derive(Clone, Debug)]
pub struct Pending {
    /// What is judged.
    pub judged: Judged,
    /// When.
    pub when: When,
}

/// What is judged later. It is looked at again then, so what was mended passes.
#[derive(Clone, Debug)]
pub enum Judged {
    /// A uniqueness check of a row.
    Unique {
        /// The table.
        target: Rc<Target>,
        /// The plan.
        plan: Rc<ConflictPlan>,
        /// The number of the check in it.
        check: usize,
        /// The row.
        rowid: i64,
    },
    /// A child that had no parent.
    Child {
        /// The foreign key.
        key: Rc<Key>,
        /// The child.
        rowid: i64,
    },
    /// An AFTER trigger.
    Trigger {
        /// The table.
        target: Rc<Target>,
        /// The number of the trigger among those of the statement.
        number: usize,
        /// OLD and NEW.
        frame: Vec<Value>,
        /// The place of what its statement has done.
        told: Option<usize>,
    },
    /// What has been taken back.
    Nothing,
    /// What a foreign key asks for when its parent is gone or has a new key.
    Action {
        /// The parent.
        target: Rc<Target>,
        /// The number of the key among those that refer to it.
        number: usize,
        /// The key that went.
        old: Vec<Value>,
        /// The new one.
        new: Option<Vec<Value>>,
    },
    /// A parent's key that went while children referred to it.
    Parent {
        /// The foreign key.
        key: Rc<Key>,
        /// The parent's key.
        values: Vec<Value>,
    },
}

impl Pending {
    /// Its place among what one row puts off: PostgreSQL sorts by name, and its own are called
    /// PK_ConstraintTrigger, RI_ConstraintTrigger and Unique_ConstraintTrigger.
    fn rank(&self) -> i64 {
        match &self.judged {
            Judged::Unique { plan, check, .. } => match &plan.checks[*check].kind {
                CheckKind::Unique(unique) if unique.kind == KeyKind::PrimaryKey => 0,
                _ => 2,
            },
            Judged::Action { .. } | Judged::Child { .. } | Judged::Parent { .. } => 1,
            Judged::Trigger { .. } | Judged::Nothing => 3,
        }
    }

    /// Takes back a trigger that was to fire once for an event, if it is one.
    pub(super) fn takes_back(&mut self, table: ObjectId, event: Event) -> bool {
        let is = match &self.judged {
            Judged::Trigger { target, number, .. } => {
                let trigger = &target.triggers[*number];
                target.table.id == table && trigger.event == event && !trigger.each_row
            }
            _ => false,
        };
        if is {
            self.judged = Judged::Nothing;
        }
        is
    }

    /// Whether it waits for a row of this table.
    pub(super) fn is_about(&self, table: ObjectId) -> bool {
        match &self.judged {
            Judged::Unique { target, .. }
            | Judged::Action { target, .. }
            | Judged::Trigger { target, .. } => target.table.id == table,
            Judged::Child { key, .. } => key.child.id == table,
            Judged::Nothing => false,
            Judged::Parent { key, .. } => key.parent.id == table,
        }
    }

    fn constraint(&self) -> Option<&str> {
        match &self.judged {
            Judged::Unique { plan, check, .. } => plan.checks[*check].constraint.as_deref(),
            Judged::Child { key, .. } | Judged::Parent { key, .. } => Some(&key.name),
            Judged::Trigger { target, number, .. } => {
                let trigger = &target.triggers[*number];
                trigger.deferrable.then_some(&*trigger.name)
            }
            Judged::Action { .. } | Judged::Nothing => None,
        }
    }
}

/// Judges now what was put off for these constraints.
///
/// # Errors
/// The first violation.
pub fn judge_now(cx: &mut Cx<'_>, wanted: &dyn Fn(&str) -> bool) -> Result<()> {
    for pending in cx.pending.iter_mut() {
        if pending.constraint().is_some_and(wanted) {
            pending.when = When::StatementEnd;
        }
    }
    judge(cx, When::StatementEnd)
}

impl Cx<'_> {
    /// Puts what a row has put off since there were so many others into the order in which it is
    /// judged.
    pub(super) fn sort_pending(&mut self, from: usize) {
        if self.pending.len() > from + 1 {
            sort_by_number(&mut self.pending[from..], &mut Pending::rank);
        }
    }

    /// Puts a uniqueness check off.
    pub(super) fn defer(
        &mut self,
        target: &Rc<Target>,
        plan: &Rc<ConflictPlan>,
        check: usize,
        rowid: i64,
    ) {
        let when = plan.checks[check].when;
        let (target, plan) = (target.clone(), plan.clone());
        self.pending.push(Pending { judged: Judged::Unique { target, plan, check, rowid }, when });
    }
}

/// Judges what was put off until now. On a violation everything is still put off, since a
/// dialect may let the transaction mend it.
///
/// # Errors
/// The first violation that is still there.
pub fn judge(cx: &mut Cx<'_>, when: When) -> Result<()> {
    judge_from(cx, when, 0)
}

/// As [`judge`], for what was put off since there were so many others.
///
/// # Errors
/// The first violation that is still there.
pub(super) fn judge_from(cx: &mut Cx<'_>, when: When, from: usize) -> Result<()> {
    let counts = &cx.state.foreign;
    let counted = match when {
        When::Row => 0,
        When::StatementEnd => counts.statement,
        When::Commit => counts.deferred + counts.put_off,
    };
    let is_due = |p: &Pending| p.when == when;
    if counted == 0 && !cx.pending.iter().skip(from).any(is_due) {
        return Ok(());
    }
    cx.emit(None, || StepKind::Begin(Frame::Deferred));
    // What is done now may put more off.
    let mut next = from;
    while let Some(pending) = cx.pending.get(next).cloned() {
        next += 1;
        if pending.when != when {
            continue;
        }
        if let Err(error) = judge_one(cx, pending, counted != 0) {
            cx.emit(None, || StepKind::End(FrameKind::Deferred, Ended::Failed));
            return Err(error);
        }
    }
    if counted != 0 {
        cx.emit(None, || StepKind::End(FrameKind::Deferred, Ended::Failed));
        return Err(foreign::unknown_violation());
    }
    let late = cx.pending.split_off(from.min(cx.pending.len()));
    cx.pending.extend(late.into_iter().filter(|p| p.when != when));
    cx.emit(None, || StepKind::End(FrameKind::Deferred, Ended::Done));
    Ok(())
}

/// Looks at one again. Where violations are counted it is only to find out which one is left.
fn judge_one(cx: &mut Cx<'_>, pending: Pending, counted: bool) -> Result<()> {
    match pending.judged {
        Judged::Unique { target, plan, check, rowid } => {
            conflict::judge_deferred(cx, &target, &plan, check, rowid)
        }
        Judged::Child { key, .. } | Judged::Parent { key, .. } if key.counted && !counted => Ok(()),
        Judged::Child { key, rowid } => foreign::judge_child(cx, &key, rowid),
        Judged::Trigger { target, number, frame, told } => {
            trigger::run(cx, &target.triggers[number], frame, told).map(|_| ())
        }
        Judged::Nothing => Ok(()),
        Judged::Action { target, number, old, new } => {
            foreign::act(cx, &target.parents[number], old, new)
        }
        Judged::Parent { key, values } => foreign::judge_parent(cx, &key, &values),
    }
}
