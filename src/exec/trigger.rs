//! Fires triggers: runs their programs with OLD and NEW in sight.

use std::rc::Rc;

use super::deferred::{Judged, Pending};
use super::expr::{self, Env};
use super::procedure::{self, Given};
use super::write::{self, OnWritten, Outcome};
use super::{Cx, Flow, Told, ddl, query};
use crate::error::{ErrorKind, Refusal, Result};
use crate::plan::Plan;
use crate::plan::conflict::When;
use crate::plan::dml::Target;
use crate::plan::procedure::Program;
use crate::plan::trigger::{Body, Event, TriggerUse};
use crate::syntax::ast::TriggerTime;
use crate::trace::{Ended, Frame, FrameKind, StepKind};
use crate::value::Value;

/// Whether the row goes on after its triggers.
#[derive(Debug)]
pub(super) enum Fired {
    /// It does.
    GoOn,
    /// It does as this row.
    Row(Vec<Value>),
    /// A trigger said RAISE(IGNORE) or RETURN NULL.
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

/// Whether any trigger of this time and event is there for each row.
pub(super) fn any(target: &Target, time: TriggerTime, event: Event) -> bool {
    target
        .triggers
        .iter()
        .any(|t| (t.each_row || t.transitions) && t.time == time && t.event == event)
}

/// Whether a trigger sees all rows that an event of the statement changed.
fn collects(target: &Target, event: Event) -> bool {
    target.triggers.iter().any(|t| t.transitions && t.event == event)
}

/// Fires the triggers of this time and event in order for a row. Those that wait for the end of the
/// statement are put off.
///
/// # Errors
/// What their programs raise.
pub(super) fn fire(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    time: TriggerTime,
    event: Event,
    rows: Rows<'_>,
) -> Result<Fired> {
    fire_around(cx, target, (time, event), rows, None)
}

/// Fires the AFTER triggers of a row that was written, and does in its place among them what is to be
/// done with that row.
///
/// # Errors
/// What their programs raise.
pub(super) fn fire_after(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    event: Event,
    rows: Rows<'_>,
    then: Option<OnWritten<'_>>,
) -> Result<()> {
    fire_around(cx, target, (TriggerTime::After, event), rows, then).map(|_| ())
}

fn fire_around(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    (time, event): (TriggerTime, Event),
    rows: Rows<'_>,
    mut then: Option<OnWritten<'_>>,
) -> Result<Fired> {
    let mut place = None;
    if time == TriggerTime::After && collects(target, event) {
        let width = target.table.columns.len();
        let at = told(cx, target, event);
        for (list, row) in cx.work.told[at].rows.iter_mut().zip([rows.old, rows.new]) {
            list.extend(row.map(|row| row[..width].to_vec()));
        }
        place = Some(at);
    }
    let mut row: Option<Vec<Value>> = None;
    for (number, trigger) in target.triggers.iter().enumerate() {
        if !trigger.each_row || trigger.time != time || trigger.event != event {
            continue;
        }
        if !trigger.before_returning
            && let Some(then) = then.take()
        {
            then(cx, rows.old, rows.new)?;
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
        let rows = Rows { new: row.as_deref().or(rows.new), ..rows };
        let mut frame = frame_of(target, rows);
        if !is_meant(cx, trigger, &frame)? {
            continue;
        }
        if target.follows_at_end {
            forget_generated(target, time, &mut frame);
        }
        if target.follows_at_end && time == TriggerTime::After {
            let judged = Judged::Trigger { target: target.clone(), number, frame, told: place };
            cx.pending.push(Pending { judged, when: trigger.waits });
            continue;
        }
        match run(cx, trigger, frame, place)? {
            Fired::Ignore => return Ok(Fired::Ignore),
            Fired::Row(new) => row = Some(new),
            Fired::GoOn => {}
        }
    }
    if let Some(then) = then {
        then(cx, rows.old, rows.new)?;
    }
    Ok(row.map_or(Fired::GoOn, Fired::Row))
}

/// Fires the triggers of a statement, or puts them off to its end. `changed` are the columns that
/// an UPDATE sets.
///
/// # Errors
/// What their programs raise.
pub(super) fn fire_statement(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    time: TriggerTime,
    event: Event,
    changed: &[usize],
) -> Result<()> {
    if !has_any(target, time, event) {
        return Ok(());
    }
    let at = told(cx, target, event);
    let now = cx.pending.len();
    let told = &mut cx.work.told[at];
    if time == TriggerTime::Before {
        if std::mem::replace(&mut told.before, true) {
            return Ok(());
        }
    } else if let Some(from) = told.after.replace(now) {
        // An action has come to the table once more: its triggers fire after that.
        for put_off in cx.pending.iter_mut().skip(from) {
            if !put_off.takes_back(target.table.id, event) {
                break;
            }
        }
    }
    for (number, trigger) in target.triggers.iter().enumerate() {
        let meant =
            trigger.columns.as_ref().is_none_or(|of| of.iter().any(|c| changed.contains(c)));
        if trigger.each_row
            || trigger.time != time
            || trigger.event != event
            || !meant
            || !is_meant(cx, trigger, &[])?
        {
            continue;
        }
        if time == TriggerTime::After {
            let (target, frame) = (target.clone(), Vec::new());
            let judged = Judged::Trigger { target, number, frame, told: Some(at) };
            cx.pending.push(Pending { judged, when: When::StatementEnd });
        } else {
            run(cx, trigger, Vec::new(), None)?;
        }
    }
    Ok(())
}

/// Whether any trigger of this time and event is there that fires once for the statement.
pub(super) fn has_any(target: &Target, time: TriggerTime, event: Event) -> bool {
    target.triggers.iter().any(|t| !t.each_row && t.time == time && t.event == event)
}

/// The place of what the statement tells of an event.
fn told(cx: &mut Cx<'_>, target: &Target, event: Event) -> usize {
    let (table, list) = (target.table.id, &mut cx.work.told);
    let known = list.iter().position(|t| t.table == table && t.event == event && !t.closed);
    known.unwrap_or_else(|| {
        let rows = Default::default();
        list.push(Told { table, event, before: false, after: None, rows, closed: false });
        list.len() - 1
    })
}

/// OLD and NEW, NULLs for the one that is not there.
fn frame_of(target: &Target, rows: Rows<'_>) -> Vec<Value> {
    let width = target.table.columns.len() + 1;
    let mut frame = Vec::with_capacity(2 * width);
    for row in [rows.old, rows.new] {
        match row {
            Some(row) => frame.extend_from_slice(&row[..width]),
            None => frame.resize(frame.len() + width, Value::Null),
        }
    }
    frame
}

/// A trigger's function does not see columns that are not stored, nor before the row is written what is
/// computed of it (PostgreSQL; ddl-generated-columns).
fn forget_generated(target: &Target, time: TriggerTime, frame: &mut [Value]) {
    let width = target.table.columns.len() + 1;
    for (at, column) in target.table.columns.iter().enumerate() {
        let Some(generated) = &column.generated else { continue };
        if !generated.stored {
            frame[at] = Value::Null;
        }
        if !generated.stored || time == TriggerTime::Before {
            frame[width + at] = Value::Null;
        }
    }
}

/// Whether a trigger's WHEN holds.
fn is_meant(cx: &mut Cx<'_>, trigger: &TriggerUse, frame: &[Value]) -> Result<bool> {
    let Some(when) = &trigger.when else { return Ok(true) };
    let outer = Env::of(frame);
    let env = Env { row: &[], outer: Some(&outer) };
    let mut holds = false;
    // Its subqueries have numbers of their own, and are asked anew for each row.
    apart(cx, &mut |cx| {
        holds = expr::eval_condition(cx, when, &env)? == Some(true);
        Ok(())
    })?;
    Ok(holds)
}

/// Runs a trigger over OLD and NEW; `told` is the place of what its statement has done.
///
/// # Errors
/// What its program raises.
pub(super) fn run(
    cx: &mut Cx<'_>,
    trigger: &TriggerUse,
    frame: Vec<Value>,
    told: Option<usize>,
) -> Result<Fired> {
    if cx.depth >= cx.limits.depth {
        return Err(ErrorKind::Limit { what: "triggers" }.nowhere());
    }
    cx.emit(None, || {
        let (name, table) = (trigger.name.clone(), trigger.table.clone());
        StepKind::Begin(Frame::Trigger { name, table })
    });
    let mut seen = Default::default();
    if trigger.transitions
        && let Some(told) = told.and_then(|at| cx.work.told.get_mut(at))
    {
        told.closed = true;
        seen = std::mem::take(&mut told.rows);
    }
    let outer = std::mem::replace(&mut cx.work.transition, seen);
    let width = frame.len() / 2;
    let saved = enter(cx, trigger);
    let warned = cx.work.warnings.len();
    cx.state.triggers += 1;
    let done = match &trigger.body {
        Body::Plans(program) => {
            cx.work.frame = Some(Rc::new(frame));
            cx.work.source = Some(trigger.text.clone());
            let program = program.get();
            let steps = program.as_ref().and_then(|p| p.get()).map_or(&[][..], Vec::as_slice);
            run_program(cx, steps).map(|()| Fired::GoOn)
        }
        Body::Procedure(program, given) => procedure::run(cx, program, frame, given)
            .and_then(|given| answer(trigger, program, given)),
    };
    cx.state.triggers -= 1;
    leave(cx, saved);
    if let Body::Procedure(program, _) = &trigger.body
        && program.rules.write.trigger_warnings_end
    {
        cx.work.warnings.truncate(warned);
    }
    let seen = std::mem::replace(&mut cx.work.transition, outer);
    if trigger.transitions
        && let Some(told) = told.and_then(|at| cx.work.told.get_mut(at))
    {
        told.rows = seen;
    }
    let ended = if done.is_err() { Ended::Failed } else { Ended::Done };
    cx.emit(None, || StepKind::End(FrameKind::Trigger, ended));
    match done {
        Err(error) if matches!(*error.kind, ErrorKind::Raised { ignore: true, .. }) => {
            Ok(Fired::Ignore)
        }
        Ok(Fired::Row(row)) if row.len() != width => Err(ErrorKind::RowMisused.nowhere()),
        done => done,
    }
}

/// What a procedure's RETURN means for the row.
fn answer(trigger: &TriggerUse, program: &Program, given: Given) -> Result<Fired> {
    let decides = trigger.each_row && trigger.time != TriggerTime::After;
    Ok(match given {
        Given::End if program.must_return => {
            return Err((program.rules.procedure.no_return)(true, "").nowhere());
        }
        Given::Value(value) if program.must_return && !value.is_null() => {
            return Err(Refusal::ReturnNotRow.of(&[]).nowhere().elsewhere());
        }
        Given::Nothing if decides => Fired::Ignore,
        Given::Row(row) if decides && trigger.event != Event::Delete => Fired::Row(row),
        _ => Fired::GoOn,
    })
}

/// What a program must not disturb.
struct Saved {
    frame: Option<Rc<Vec<Value>>>,
    changes: i64,
    last_insert_id: i64,
    ordinal: usize,
    source: Option<(Rc<str>, u32)>,
}

fn enter(cx: &mut Cx<'_>, trigger: &TriggerUse) -> Saved {
    cx.depth += 1;
    cx.work.running.push(trigger.id);
    cx.work.busy.push(trigger.table.clone());
    Saved {
        frame: cx.work.frame.clone(),
        changes: cx.state.changes,
        last_insert_id: cx.state.last_insert_id,
        ordinal: cx.ordinal,
        source: cx.work.source.clone(),
    }
}

fn leave(cx: &mut Cx<'_>, saved: Saved) {
    cx.depth -= 1;
    cx.work.running.pop();
    cx.work.busy.pop();
    cx.work.frame = saved.frame;
    cx.state.changes = saved.changes;
    cx.state.last_insert_id = saved.last_insert_id;
    cx.ordinal = saved.ordinal;
    cx.work.source = saved.source;
}

fn run_program(cx: &mut Cx<'_>, program: &[Plan]) -> Result<()> {
    for plan in program {
        apart(cx, &mut |cx| run_step(cx, plan))?;
    }
    Ok(())
}

/// Does something of a plan of its own, whose kept rows are not those of the statement.
fn apart(cx: &mut Cx<'_>, run: &mut dyn FnMut(&mut Cx<'_>) -> Result<()>) -> Result<()> {
    let shared = std::mem::take(&mut cx.work.shared);
    let sets = std::mem::take(&mut cx.work.sets);
    let working = std::mem::take(&mut cx.work.working);
    let done = run(cx);
    (cx.work.shared, cx.work.sets, cx.work.working) = (shared, sets, working);
    done
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
        Plan::Do(program) => procedure::run_block(cx, program),
        Plan::Call(call) => procedure::run_call(cx, call, &mut write::Outcome::default()),
        Plan::Ddl(plan) => ddl::run_ddl(cx, plan, &mut outcome),
    };
    // A statement of a trigger that fails half-way does not count (vdbeaux.c, nChange).
    done?;
    cx.state.changes = outcome.changes;
    cx.state.total_changes += outcome.changes;
    Ok(())
}
