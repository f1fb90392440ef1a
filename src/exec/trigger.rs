//! Fires triggers: runs their programs with OLD and NEW in sight.

use std::rc::Rc;

use super::expr::{self, Env};
use super::write::{self, Outcome};
use super::{Cx, Flow, ddl, query};
use crate::error::{ErrorKind, Result};
use crate::plan::Plan;
use crate::plan::dml::Target;
use crate::plan::trigger::{Event, TriggerUse};
use crate::syntax::ast::TriggerTime;
use crate::trace::{Ended, Frame, FrameKind, StepKind};
use crate::value::Value;

/// Whether the row goes on after its triggers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fired {
    /// It does.
    GoOn,
    /// A trigger said RAISE(IGNORE).
    Ignore,
}

/// The row that a trigger is for: OLD and NEW, columns and rowid each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a> {
    /// OLD.
    pub(super) old: Option<&'a [Value]>,
    /// NEW.
    pub(super) new: Option<&'a [Value]>,
    /// The columns that an UPDATE sets.
    pub(super) changed: &'a [usize],
}

/// Whether any trigger of this time and event is there.
pub(super) fn any(target: &Target, time: TriggerTime, event: Event) -> bool {
    target.triggers.iter().any(|t| t.time == time && t.event == event)
}

/// Fires the triggers of this time and event in order.
///
/// # Errors
/// What their programs raise.
pub(super) fn fire(
    cx: &mut Cx<'_>,
    target: &Target,
    time: TriggerTime,
    event: Event,
    rows: Rows<'_>,
) -> Result<Fired> {
    for trigger in &target.triggers {
        if trigger.time != time || trigger.event != event {
            continue;
        }
        if let Some(columns) = &trigger.columns
            && !columns.iter().any(|c| rows.changed.contains(c))
        {
            continue;
        }
        // Without recursive triggers a trigger does not fire while its own program runs
        // (pragma.html, recursive_triggers).
        if !cx.state.settings.recursive_triggers && cx.work.running.contains(&trigger.id) {
            continue;
        }
        if fire_one(cx, target, trigger, rows)? == Fired::Ignore {
            return Ok(Fired::Ignore);
        }
    }
    Ok(Fired::GoOn)
}

fn fire_one(
    cx: &mut Cx<'_>,
    target: &Target,
    trigger: &TriggerUse,
    rows: Rows<'_>,
) -> Result<Fired> {
    let width = target.table.columns.len() + 1;
    let mut frame = Vec::with_capacity(2 * width);
    for row in [rows.old, rows.new] {
        match row {
            Some(row) => frame.extend_from_slice(&row[..width]),
            None => frame.resize(frame.len() + width, Value::Null),
        }
    }
    if let Some(when) = &trigger.when {
        let outer = Env::of(&frame);
        let env = Env { row: &[], outer: Some(&outer) };
        if expr::eval_condition(cx, when, &env)? != Some(true) {
            return Ok(Fired::GoOn);
        }
    }
    if cx.depth >= cx.limits.depth {
        return Err(ErrorKind::Limit { what: "depth" }.nowhere());
    }
    cx.emit(None, || {
        let (name, table) = (trigger.name.clone(), trigger.table.clone());
        StepKind::Begin(Frame::Trigger { name, table })
    });
    let saved = enter(cx, trigger, frame);
    let program = trigger.program.get();
    let steps = program.as_ref().and_then(|p| p.get()).map_or(&[][..], Vec::as_slice);
    let done = run_program(cx, steps);
    leave(cx, saved);
    let ended = if done.is_err() { Ended::Failed } else { Ended::Done };
    cx.emit(None, || StepKind::End(FrameKind::Trigger, ended));
    match done {
        Err(error) if matches!(*error.kind, ErrorKind::Raised { ignore: true, .. }) => {
            Ok(Fired::Ignore)
        }
        Err(error) => Err(error),
        Ok(()) => Ok(Fired::GoOn),
    }
}

/// What a program must not disturb.
struct Saved {
    frame: Option<Rc<Vec<Value>>>,
    changes: i64,
    last_insert_id: i64,
    ordinal: usize,
    source: Option<(Rc<str>, u32)>,
}

fn enter(cx: &mut Cx<'_>, trigger: &TriggerUse, frame: Vec<Value>) -> Saved {
    cx.depth += 1;
    cx.work.running.push(trigger.id);
    Saved {
        frame: cx.work.frame.replace(Rc::new(frame)),
        changes: cx.state.changes,
        last_insert_id: cx.state.last_insert_id,
        ordinal: cx.ordinal,
        source: cx.work.source.replace(trigger.text.clone()),
    }
}

fn leave(cx: &mut Cx<'_>, saved: Saved) {
    cx.depth -= 1;
    cx.work.running.pop();
    cx.work.frame = saved.frame;
    cx.state.changes = saved.changes;
    cx.state.last_insert_id = saved.last_insert_id;
    cx.ordinal = saved.ordinal;
    cx.work.source = saved.source;
}

fn run_program(cx: &mut Cx<'_>, program: &[Plan]) -> Result<()> {
    for plan in program {
        let shared = std::mem::take(&mut cx.work.shared);
        let sets = std::mem::take(&mut cx.work.sets);
        let working = std::mem::take(&mut cx.work.working);
        let done = run_step(cx, plan);
        (cx.work.shared, cx.work.sets, cx.work.working) = (shared, sets, working);
        done?;
    }
    Ok(())
}

fn run_step(cx: &mut Cx<'_>, plan: &Plan) -> Result<()> {
    let mut outcome = Outcome::default();
    let done = match plan {
        Plan::Query(query) => {
            let frame = cx.work.frame.clone();
            let outer = frame.as_deref().map(|f| Env::of(f));
            return query::run(cx, &query.node, outer.as_ref(), &mut |_, _| Ok(Flow::Continue))
                .map(|_| ());
        }
        Plan::Insert(_)
        | Plan::Update(_)
        | Plan::Delete(_)
        | Plan::Merge(_)
        | Plan::Instead(_)
        | Plan::With(..) => write::run_write(cx, plan, &mut outcome),
        Plan::Ddl(plan) => ddl::run_ddl(cx, plan, &mut outcome),
    };
    // A statement of a trigger that fails half-way does not count (vdbeaux.c, nChange).
    done?;
    cx.state.changes = outcome.changes;
    cx.state.total_changes += outcome.changes;
    Ok(())
}
