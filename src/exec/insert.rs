//! INSERT: each row is built, its BEFORE triggers run, then conflict resolution places it.

use std::rc::Rc;

use super::conflict::{self, NewRow, Placed};
use super::expr::{self, Env};
use super::row::read_row;
use super::trigger::{self, Fired, Rows};
use super::write::{
    Beside, Nulls, Outcome, Run, assign, collect, collect_until, compute_generated, end_statement,
    eval_in_frame,
};
use super::{Cx, direct, foreign, sequence};
use crate::error::{ErrorKind, Result};
use crate::plan::dml::{Cell, ColumnDefault, Insert, Source, Target};
use crate::plan::function::Host;
use crate::plan::node::Expr;
use crate::plan::trigger::Event;
use crate::syntax::ast::TriggerTime;
use crate::trace::{Ended, Frame, FrameKind, StepKind};
use crate::value::{Value, ValueRef};

/// Runs an INSERT or REPLACE.
///
/// # Errors
/// A violation whose action is to stop; what is then undone is the error's scope. `outcome` holds
/// what was done until then, which FAIL keeps.
pub(super) fn run_insert(cx: &mut Cx<'_>, plan: &Insert, outcome: &mut Outcome) -> Result<()> {
    let counting = plan.target.counting;
    let mut run = Run::new(outcome, plan.returning.as_ref(), counting);
    let mut ids = sequence::Ids::new(cx, plan);
    let strict = std::mem::replace(&mut cx.work.strict, plan.mode.strict);
    let result = insert_all(cx, plan, &mut run, &mut ids).map_err(|e| e.of_row(cx.ordinal));
    cx.work.strict = strict;
    let result = result.and_then(|()| fire_for_insert(cx, plan, TriggerTime::After));
    *outcome = run.outcome;
    outcome.changes += std::mem::take(&mut cx.work.uncounted);
    outcome.generated_id = ids.first_generated;
    // Of a query with an upsert or with triggers the row is no longer there to be looked at.
    let gone = plan.triggered || !plan.conflict.arms.is_empty();
    let gone = gone && matches!(plan.source, Source::Query(_));
    outcome.packet_id = ids.last_seen.filter(|_| !gone);
    end_statement(cx, result)
}

fn insert_all(
    cx: &mut Cx<'_>,
    plan: &Insert,
    run: &mut Run<'_>,
    ids: &mut sequence::Ids,
) -> Result<()> {
    // Columns that get no value at all are seen to before any row (MySQL).
    let first = if plan.defaults_first { plan.columns.len() } else { 0 };
    for (source, column) in plan.columns.iter().zip(&plan.target.table.columns).take(first) {
        let missing = || ErrorKind::NoDefault { column: column.name.to_string() };
        match (source.given, &source.default) {
            (None, ColumnDefault::Required) => return Err(missing().nowhere()),
            (None, ColumnDefault::Implicit(_)) => cx.warn("Warning", missing()),
            _ => {}
        }
    }
    fire_for_insert(cx, plan, TriggerTime::Before)?;
    match &plan.source {
        Source::Rows(rows) => {
            ids.expect_rows(rows.len());
            for (number, cells) in rows.iter().enumerate() {
                cx.ordinal = number + 1;
                let fields = plan.fields.get(number).copied().unwrap_or(cells.len());
                doubt_fields(cx, true, cells.len().saturating_sub(fields))?;
                if !insert_directly(cx, plan, cells, run)? {
                    let row = build_from_cells(cx, plan, cells, ids)?;
                    insert_row(cx, plan, row, &[], run, ids)?;
                }
                doubt_fields(cx, false, usize::from(fields > cells.len()))?;
            }
        }
        Source::Query(query) => {
            let (rows, end) = match plan.until_error {
                true => collect_until(cx, &query.node),
                false => (collect(cx, &query.node)?, Ok(())),
            };
            for (number, mut given) in rows.into_iter().enumerate() {
                cx.ordinal = number + 1;
                let beside = given.len() - plan.beside;
                let beside = given.split_off(beside);
                let mut row = build(cx, plan, given, ids)?;
                row.beside = beside;
                insert_row(cx, plan, row, &[], run, ids)?;
            }
            return end;
        }
    }
    Ok(())
}

/// Tells of each field that a row of a file has too few, before it is written, and once of those that
/// are too many, after it (compared with MariaDB 10.11).
fn doubt_fields(cx: &mut Cx<'_>, fewer: bool, times: usize) -> Result<()> {
    let kind = || ErrorKind::LoadedFields { fewer };
    (0..times).try_for_each(|_| cx.doubt(kind(), false).map_err(ErrorKind::nowhere))
}

/// Writes a row of VALUES without building it, if it is one for that. A trace shows how rows are built.
fn insert_directly(
    cx: &mut Cx<'_>,
    plan: &Insert,
    cells: &[Cell],
    run: &mut Run<'_>,
) -> Result<bool> {
    let Some(direct) = plan.direct.as_ref().filter(|_| cx.trace.is_none()) else {
        return Ok(false);
    };
    let params = std::mem::take(&mut cx.state.params);
    let borrowed: Vec<ValueRef<'_>> = params.iter().map(Value::borrow).collect();
    let done = direct::insert(cx, &plan.target, direct, cells, &borrowed);
    cx.state.params = params;
    let Some(tally) = done else { return Ok(false) };
    run.outcome.records += 1;
    run.outcome.tally += tally;
    run.outcome.changes += tally.written() as i64;
    cx.tick()?;
    Ok(true)
}

/// Fires the statement's triggers: those of the update that it may turn into stand inside.
fn fire_for_insert(cx: &mut Cx<'_>, plan: &Insert, time: TriggerTime) -> Result<()> {
    let update = |cx: &mut Cx<'_>| -> Result<()> {
        for arm in &plan.conflict.arms {
            trigger::fire_statement(cx, &arm.target, time, Event::Update, &arm.changed)?;
        }
        Ok(())
    };
    if time == TriggerTime::After {
        update(cx)?;
    }
    trigger::fire_statement(cx, &plan.target, time, Event::Insert, &[])?;
    if time == TriggerTime::Before {
        update(cx)?;
    }
    Ok(())
}

fn build_from_cells(
    cx: &mut Cx<'_>,
    plan: &Insert,
    cells: &[Cell],
    ids: &mut sequence::Ids,
) -> Result<NewRow> {
    let mut values = no_values(plan);
    cx.work.raw.clear();
    let mut nulls = Nulls::of(&plan.target, Event::Insert);
    for (value, initial) in values.iter_mut().zip(&plan.initial) {
        *value = expr::eval(cx, initial, &Env::of(&[]))?;
    }
    for number in plan.order.iter().copied() {
        let cell = plan.columns[number].given.and_then(|position| cells.get(position));
        let value = match cell {
            // Most cells are parameters, which need no frame.
            Some(Cell::Expr(Expr::Param(n))) => Some(expr::param(cx, *n).clone()),
            Some(Cell::Expr(expr)) => Some(eval_in_frame(cx, expr, &values)?),
            Some(Cell::Default) | None => None,
        };
        let value = column_value(cx, plan, number, value, ids);
        values[number] = nulls.settle(cx, &plan.target, &plan.conflict, number, value)?;
    }
    nulls.check(&plan.target, &values)?;
    let rowid = match plan.rowid.and_then(|position| cells.get(position)) {
        Some(Cell::Expr(expr)) => eval_in_frame(cx, expr, &[])?,
        Some(Cell::Default) | None => Value::Null,
    };
    finish_row(cx, plan, values, rowid, ids)
}

pub(super) fn build(
    cx: &mut Cx<'_>,
    plan: &Insert,
    mut given: Vec<Value>,
    ids: &mut sequence::Ids,
) -> Result<NewRow> {
    let mut values = no_values(plan);
    cx.work.raw.clear();
    let mut nulls = Nulls::of(&plan.target, Event::Insert);
    let rowid = match plan.rowid {
        Some(position) => std::mem::take(&mut given[position]),
        None => Value::Null,
    };
    for number in plan.order.iter().copied() {
        let position = plan.columns[number].given;
        let value = position.map(|position| std::mem::take(&mut given[position]));
        let value = column_value(cx, plan, number, value, ids);
        values[number] = nulls.settle(cx, &plan.target, &plan.conflict, number, value)?;
    }
    nulls.check(&plan.target, &values)?;
    finish_row(cx, plan, values, rowid, ids)
}

/// A row to be filled, with room for its rowid.
fn no_values(plan: &Insert) -> Vec<Value> {
    let mut values = Vec::with_capacity(plan.columns.len() + 1);
    values.resize(plan.columns.len(), Value::Null);
    values
}

/// The value of a column: what was given, brought to its type, or its default.
fn column_value(
    cx: &mut Cx<'_>,
    plan: &Insert,
    number: usize,
    given: Option<Value>,
    ids: &mut sequence::Ids,
) -> Result<Value> {
    let column = &plan.target.table.columns[number];
    let default = &plan.columns[number].default;
    if let ColumnDefault::Sequence { id, name, reserved } = default {
        if *reserved {
            // MySQL: the value is taken when the row's keys are about to be looked at.
            let unnumbered = given.is_none();
            let value = match given {
                Some(value) => assign(cx, &plan.target, number, value, plan.mode)?,
                None => Value::Int(0),
            };
            let asks = match value {
                Value::Null => true,
                Value::Int(0) => unnumbered || !cx.state.settings.zero_is_a_number(),
                _ => false,
            };
            ids.wanted = asks.then_some((number, *id));
            return Ok(value);
        }
        if given.is_none() {
            let next = ids.next(cx, *id)?;
            cx.emit(None, || StepKind::Sequence { name: name.clone(), value: Value::Int(next) });
            return assign(cx, &plan.target, number, Value::Int(next), plan.mode);
        }
    }
    if let Some(value) = given {
        keep_raw(cx, plan, number, &value);
        return assign(cx, &plan.target, number, value, plan.mode);
    }
    match default {
        ColumnDefault::Null | ColumnDefault::Generated | ColumnDefault::Sequence { .. } => {
            Ok(Value::Null)
        }
        ColumnDefault::Expr(expr) => {
            let value = expr::eval(cx, expr, &Env::of(&[]))?;
            cx.emit(None, || StepKind::Default {
                column: column.name.clone(),
                value: value.clone(),
            });
            keep_raw(cx, plan, number, &value);
            assign(cx, &plan.target, number, value, plan.mode)
        }
        ColumnDefault::Implicit(value) => {
            if plan.columns[number].given.is_some() || !plan.defaults_first {
                cx.warn("Warning", ErrorKind::NoDefault { column: column.name.to_string() });
            }
            Ok(value.clone())
        }
        ColumnDefault::Required => {
            Err(ErrorKind::NoDefault { column: column.name.to_string() }.nowhere())
        }
    }
}

/// Notes a value before it is brought to its column's type, where DO UPDATE sees it so.
fn keep_raw(cx: &mut Cx<'_>, plan: &Insert, number: usize, value: &Value) {
    if plan.raw {
        cx.work.raw.resize(plan.columns.len(), Value::Null);
        cx.work.raw[number] = value.clone();
    }
}

/// Chooses the rowid and computes what depends on the other values.
fn finish_row(
    cx: &mut Cx<'_>,
    plan: &Insert,
    mut values: Vec<Value>,
    rowid: Value,
    ids: &mut sequence::Ids,
) -> Result<NewRow> {
    let asked = match plan.target.table.rowid_key {
        Some(key) => match std::mem::take(&mut values[key.column]) {
            Value::Null => rowid,
            value => value,
        },
        None => rowid,
    };
    let asked = rowid_of(asked)?;
    if asked.is_none() && trigger::any(&plan.target, TriggerTime::Before, Event::Insert) {
        // BEFORE triggers see an unassigned rowid as -1 (lang_createtrigger.html).
        set_rowid(plan, &mut values, -1);
        values.push(Value::Int(-1));
        compute_generated(cx, &plan.target, &mut values)?;
        return Ok(new_row(cx, plan, values, -1, true));
    }
    let (rowid, fresh) = match asked {
        Some(rowid) => (rowid, false),
        None => (ids.next_rowid(cx, &plan.target)?, true),
    };
    set_rowid(plan, &mut values, rowid);
    values.push(Value::Int(rowid));
    compute_generated(cx, &plan.target, &mut values)?;
    Ok(new_row(cx, plan, values, rowid, fresh))
}

pub(super) fn set_rowid(plan: &Insert, values: &mut [Value], rowid: i64) {
    if let Some(key) = plan.target.table.rowid_key {
        values[key.column] = Value::Int(rowid);
    }
}

fn new_row(cx: &mut Cx<'_>, plan: &Insert, values: Vec<Value>, rowid: i64, fresh: bool) -> NewRow {
    let (mode, touch_once) = (plan.mode, plan.touch_once);
    let parents_first = plan.parents_first;
    let (beside, raw) = (Vec::new(), std::mem::take(&mut cx.work.raw));
    NewRow {
        values,
        beside,
        raw,
        rowid,
        fresh,
        replaces: None,
        before: None,
        mode,
        touch_once,
        parents_first,
    }
}

/// Fires BEFORE INSERT and then chooses the rowid that was left open.
fn before_insert(
    cx: &mut Cx<'_>,
    plan: &Insert,
    row: &mut NewRow,
    ids: &mut sequence::Ids,
) -> Result<Fired> {
    let target = &plan.target;
    if !trigger::any(target, TriggerTime::Before, Event::Insert) {
        cx.tried(target.table.id, row.rowid);
        return Ok(Fired::GoOn);
    }
    conflict::check_types(cx, target, &plan.conflict, row)?;
    let rows = Rows { old: None, new: Some(&row.values), changed: &[] };
    match trigger::fire(cx, target, TriggerTime::Before, Event::Insert, rows)? {
        Fired::Ignore => return Ok(Fired::Ignore),
        Fired::Row(new) => {
            let rowid = std::mem::take(&mut row.values[target.table.columns.len()]);
            row.values = new;
            row.values[target.table.columns.len()] = rowid;
            compute_generated(cx, target, &mut row.values)?;
        }
        Fired::GoOn => {}
    }
    if row.fresh {
        row.rowid = ids.next_rowid(cx, target)?;
        let width = target.table.columns.len();
        set_rowid(plan, &mut row.values, row.rowid);
        row.values[width] = Value::Int(row.rowid);
        compute_generated(cx, target, &mut row.values)?;
    }
    cx.tried(target.table.id, row.rowid);
    Ok(Fired::GoOn)
}

/// A value as a rowid: none for NULL, an error for what is no integer.
pub(super) fn rowid_of(value: Value) -> Result<Option<i64>> {
    match crate::types::Affinity::Integer.apply(value) {
        Value::Null => Ok(None),
        Value::Int(rowid) => Ok(Some(rowid)),
        Value::Real(_) | Value::Text(_) | Value::Blob(_) | Value::Bool(_) | Value::Other(..) => {
            Err(ErrorKind::RowidType.nowhere())
        }
    }
}

fn insert_row(
    cx: &mut Cx<'_>,
    plan: &Insert,
    mut row: NewRow,
    around: &[Value],
    run: &mut Run<'_>,
    ids: &mut sequence::Ids,
) -> Result<Option<i64>> {
    cx.tick()?;
    run.outcome.records += 1;
    let target = &plan.target;
    let watched = trigger::any(target, TriggerTime::Before, Event::Insert);
    if !watched {
        ids.fill(cx, plan, &mut row.values);
    }
    if cx.trace.is_some() {
        let values = row.values[..target.table.columns.len()].to_vec();
        begin_row(cx, target, values, None);
    }
    (cx.work.before_keys, cx.work.orphan, cx.work.collided) = (true, false, false);
    cx.work.proposed_id = None;
    let pending = cx.pending.len();
    // A row that is found in the way and updated was locked.
    let beside = Beside { around, after: &[], locks: true };
    let placed = before_insert(cx, plan, &mut row, ids).and_then(|fired| match fired {
        Fired::Ignore => Ok(Placed::Skipped),
        Fired::GoOn | Fired::Row(_) => {
            if watched {
                ids.fill(cx, plan, &mut row.values);
            }
            ids.met(target, &row.values);
            cx.work.before_keys = false;
            run.write(target, beside, |then| {
                conflict::place_row(cx, target, &plan.conflict, row, then)
            })
        }
    });
    if cx.work.before_keys {
        ids.refused();
    } else {
        ids.take(cx, target);
        if matches!(plan.source, Source::Query(_)) && !cx.work.orphan {
            ids.tried(cx, target);
        }
        ids.proposed(cx);
    }
    let placed = match placed {
        Ok(placed) => placed,
        Err(error) => {
            // A collision moves the counter even if REPLACE then fails (ha_innodb.cc, write_row).
            if cx.work.collided {
                ids.tried(cx, target);
            }
            cx.emit(None, || StepKind::End(FrameKind::Row, Ended::Failed));
            return Err(error);
        }
    };
    let ended = run.count(placed);
    match placed {
        Placed::Written { rowid, .. } => {
            ids.wrote(cx, target, rowid);
            if plan.touch_once {
                cx.work.touched.insert((target.table.id, rowid));
            }
            after_insert(cx, target, rowid, around, run)?;
            if target.follows_at_end {
                cx.sort_pending(pending);
            }
        }
        Placed::Updated { rowid, .. } => {
            ids.updated(cx, target, rowid);
            if plan.touch_once {
                cx.work.touched.insert((target.table.id, rowid));
            }
        }
        Placed::Refused if cx.work.before_keys => run.outcome.records -= 1,
        // Where a row may be updated instead, the value of one without a parent is lost
        // (sql_insert.cc, write_record).
        Placed::Skipped if cx.work.orphan && !plan.conflict.arms.is_empty() => ids.lose(),
        Placed::Filtered | Placed::Skipped | Placed::Refused => {}
    }
    cx.emit(None, || StepKind::End(FrameKind::Row, ended));
    Ok(match placed {
        Placed::Written { rowid, .. } => Some(rowid),
        _ => None,
    })
}

/// The one row of an INSERT that stands in a MERGE, whose values are computed of the `row` of the
/// source, of which RETURNING sees what is `around` it: its rowid, unless it was left out.
pub(super) fn insert_one(
    cx: &mut Cx<'_>,
    plan: &Insert,
    (row, around): (&[Value], &[Value]),
    run: &mut Run<'_>,
    ids: &mut sequence::Ids,
) -> Result<Option<i64>> {
    let Source::Rows(rows) = &plan.source else { return Ok(None) };
    let Some(cells) = rows.first() else { return Ok(None) };
    let frame = cx.work.frame.replace(Rc::new(row.to_vec()));
    let built = build_from_cells(cx, plan, cells, ids);
    cx.work.frame = frame;
    insert_row(cx, plan, built?, around, run, ids)
}

/// What follows a row that was added: its foreign keys, RETURNING, AFTER INSERT.
fn after_insert(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    rowid: i64,
    around: &[Value],
    run: &mut Run<'_>,
) -> Result<()> {
    let fires = trigger::any(target, TriggerTime::After, Event::Insert);
    let returns = run.returning.is_some();
    if !fires && !returns && target.children.is_empty() && target.view_checks.is_empty() {
        return Ok(());
    }
    let Some(slot) = cx.store.row(target.table.id, rowid) else { return Ok(()) };
    let row = read_row(cx, slot);
    conflict::check_views(cx, target, &row)?;
    foreign::row_written(cx, target, None, &row)?;
    let rows = Rows { old: None, new: Some(&row), changed: &[] };
    let beside = Beside { around, ..Beside::default() };
    run.write(target, beside, |then| trigger::fire_after(cx, target, Event::Insert, rows, then))
}

pub(super) fn begin_row(
    cx: &mut Cx<'_>,
    target: &Target,
    values: Vec<Value>,
    replaces: Option<i64>,
) {
    if let Some(trace) = cx.trace.as_deref_mut() {
        trace.touch(cx.store, target.table.id);
        let (table, ordinal) = (target.table.name.clone(), cx.ordinal);
        trace.step(None, StepKind::Begin(Frame::Row { table, ordinal, values, replaces }));
    }
}
