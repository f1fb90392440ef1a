//! What the trace hears of the checks.

use std::rc::Rc;

use crate::exec::Cx;
use crate::plan::conflict::{Check, ConflictPlan};
use crate::trace::{CheckRef, StepKind};
use crate::value::Value;

pub(super) fn passed(cx: &mut Cx<'_>, plan: &Rc<ConflictPlan>, number: usize, passed: bool) {
    note(cx, plan, number, |check| StepKind::Check { check, passed });
}

pub(super) fn probed(
    cx: &mut Cx<'_>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    key: impl FnOnce() -> Vec<Value>,
    hit: Option<i64>,
    own: bool,
) {
    note(cx, plan, number, |check| StepKind::Probe { check, key: key(), hit, own });
}

pub(super) fn skipped(
    cx: &mut Cx<'_>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    reason: &'static str,
) {
    note(cx, plan, number, |check| StepKind::Skipped { check, reason });
}

pub(super) fn decide(cx: &mut Cx<'_>, plan: &Rc<ConflictPlan>, number: usize, other: Option<i64>) {
    let Check { action, origin, word, .. } = plan.checks[number];
    note(cx, plan, number, |check| StepKind::Decide { check, action, origin, word, other });
}

/// Notes what a check found or does, at the words that decide.
fn note(
    cx: &mut Cx<'_>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    kind: impl FnOnce(CheckRef) -> StepKind,
) {
    if let Some(trace) = cx.trace.as_deref_mut() {
        let entry = trace.plan(plan, cx.work.source.as_ref());
        let words = trace.plans[entry].words[number];
        trace.step(words, kind((entry, number)));
    }
}
