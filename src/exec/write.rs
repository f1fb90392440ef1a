//! INSERT, UPDATE and DELETE: the loops over rows, and the one way in which a row is added,
//! changed or removed. What happens to a row that collides is in `conflict`.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::conflict::{self, NewRow, Placed};
use super::expr::{self, Env};
use super::trigger::{self, Fired, Rows};
use super::{Cx, Flow, counted, deferred, direct, foreign, query, sequence};
use crate::catalog::{IndexOrigin, ObjectId};
use crate::error::{ErrorKind, Result, Undo};
use crate::order::sort_by_number;
use crate::plan::conflict::{ConflictPlan, When};
use crate::plan::dml::{Cell, ColumnDefault, Delete, Insert, Returning, Source, Target, Update};
use crate::plan::node::{Expr, Node};
use crate::plan::rules::{Counting, Mode};
use crate::plan::trigger::Event;
use crate::plan::{Plan, With};
use crate::store::{Change, KeyHash, KeyRef, RowCursor, Slot};
use crate::syntax::ast::TriggerTime;
use crate::trace::{Ended, Frame, FrameKind, StepKind};
use crate::value::{Value, ValueRef};

/// What became of a statement's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows added.
    pub inserted: u64,
    /// Rows changed.
    pub updated: u64,
    /// Rows added after others were deleted for them.
    pub replaced: u64,
    /// Rows deleted, for a REPLACE or by a DELETE.
    pub deleted: u64,
    /// Rows left out.
    pub ignored: u64,
    /// Rows met that stayed as they were.
    pub unchanged: u64,
}

impl Tally {
    /// Rows added or changed.
    pub fn written(&self) -> u64 {
        self.inserted + self.updated + self.replaced
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, more: Tally) {
        self.inserted += more.inserted;
        self.updated += more.updated;
        self.replaced += more.replaced;
        self.deleted += more.deleted;
        self.ignored += more.ignored;
        self.unchanged += more.unchanged;
    }
}

/// What a statement gives back.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Rows of a query or of RETURNING.
    pub rows: Vec<Vec<Value>>,
    /// What became of the rows written.
    pub tally: Tally,
    /// Rows that count as changed, in the dialect's way.
    pub changes: i64,
    /// Rows that an UPDATE met.
    pub matched: u64,
    /// The first value that a sequence gave for this statement.
    pub generated_id: Option<i64>,
    /// The value that MySQL's OK packet names when none was generated.
    pub packet_id: Option<i64>,
    /// Rows of the statement's source.
    pub records: u64,
}

/// A statement's writes so far.
pub(super) struct Run<'a> {
    pub(super) outcome: Outcome,
    returning: Option<&'a Returning>,
    counting: Counting,
}

/// A row that was changed, as RETURNING sees it.
#[derive(Clone, Copy)]
pub(super) struct Changed<'a> {
    /// What stands before it: MERGE's source.
    pub(super) around: &'a [Value],
    /// What stands after it: the other tables of UPDATE and DELETE.
    pub(super) after: &'a [Value],
    /// The row before.
    pub(super) old: Option<&'a [Value]>,
    /// The rowid after.
    pub(super) new: Option<i64>,
    /// It was found in the way and locked to be updated.
    pub(super) locked: bool,
}

impl<'a> Run<'a> {
    /// A statement that begins; what it has done so far is in `outcome`.
    pub(super) fn new(
        outcome: &mut Outcome,
        returning: Option<&'a Returning>,
        counting: Counting,
    ) -> Run<'a> {
        Run { outcome: std::mem::take(outcome), returning, counting }
    }
}

impl Run<'_> {
    fn count(&mut self, placed: Placed) -> Ended {
        let tally = &mut self.outcome.tally;
        let mysql = self.counting == Counting::Mysql;
        match placed {
            Placed::Written { deleted: 0, .. } => {
                tally.inserted += 1;
                self.outcome.changes += 1;
                Ended::Inserted
            }
            Placed::Written { deleted, same, .. } => {
                tally.replaced += 1;
                tally.deleted += (deleted - if mysql { same } else { 0 }) as u64;
                self.outcome.changes += 1 + if mysql { (deleted - same) as i64 } else { 0 };
                Ended::Replaced
            }
            Placed::Updated { changed: false, .. } if mysql => {
                tally.unchanged += 1;
                Ended::Unchanged
            }
            Placed::Updated { .. } => {
                tally.updated += 1;
                self.outcome.changes += if mysql { 2 } else { 1 };
                Ended::Updated
            }
            Placed::Filtered => {
                tally.unchanged += 1;
                Ended::Unchanged
            }
            Placed::Skipped | Placed::Refused => {
                tally.ignored += 1;
                Ended::Ignored
            }
        }
    }

    /// Adds a row of RETURNING: what stands around the row, the row as it is now or, deleted, was,
    /// and where they are asked for the row before and the row after.
    pub(super) fn returned(
        &mut self,
        cx: &mut Cx<'_>,
        target: &Target,
        changed: Changed<'_>,
    ) -> Result<()> {
        let Some(returning) = self.returning else { return Ok(()) };
        // What an UPDATE wrote, whatever its AFTER triggers have done to it since.
        let slot = changed.new.and_then(|rowid| cx.store.row(target.table.id, rowid));
        let new = match (cx.work.updated.take(), slot) {
            (Some(row), _) if changed.new.is_some() => Some(row),
            (_, slot) => slot.map(|slot| read_row(cx, slot)),
        };
        let Some(own) = new.as_deref().or(changed.old) else { return Ok(()) };
        let mut row = [changed.around, own, changed.after].concat();
        if returning.both {
            let nothing = vec![Value::Null; target.table.columns.len() + 1];
            row.extend_from_slice(changed.old.unwrap_or(&nothing));
            row.extend_from_slice(new.as_deref().unwrap_or(&nothing));
            // A row that an upsert updated was locked by this transaction.
            row.push(Value::Int(if changed.locked { 1 } else { 0 }));
        }
        let mut out = Vec::with_capacity(returning.exprs.len());
        for expr in &returning.exprs {
            out.push(eval_in_frame(cx, expr, &row)?);
        }
        query::keep(cx, self.outcome.rows.len(), &out)?;
        self.outcome.rows.push(out);
        Ok(())
    }
}

/// Runs a write that stands in another statement, with its own WITH.
///
/// # Errors
/// As [`run_insert`].
pub fn run_write(cx: &mut Cx<'_>, plan: &Plan, outcome: &mut Outcome) -> Result<()> {
    match plan {
        Plan::Insert(insert) => run_insert(cx, insert, outcome),
        Plan::Update(update) => run_update(cx, update, outcome),
        Plan::Delete(delete) => run_delete(cx, delete, outcome),
        Plan::Merge(merge) => super::merge::run_merge(cx, merge, outcome),
        Plan::Instead(instead) => super::instead::run_instead(cx, instead, outcome),
        Plan::With(with) => run_with(cx, with, &mut |cx| run_write(cx, &with.main, outcome)),
        Plan::Query(_) | Plan::Do(_) | Plan::Ddl(_) => Ok(()),
    }
}

/// Runs a statement and then the writes of its WITH that nothing has asked for. All of them see
/// tables as they were before, and what follows their rows waits until all are done.
///
/// # Errors
/// As [`run_insert`].
pub fn run_with(
    cx: &mut Cx<'_>,
    with: &With,
    main: &mut dyn FnMut(&mut Cx<'_>) -> Result<()>,
) -> Result<()> {
    let known = cx.work.before.len();
    for table in &with.written {
        let mut cursor = RowCursor::from(i64::MIN);
        let mut rows = Vec::new();
        while let Some(row) = cx.store.next_row(*table, &mut cursor) {
            rows.push(row);
        }
        cx.work.before.push((*table, Rc::new(rows)));
    }
    cx.work.withs += 1;
    let mut done = main(cx);
    for write in &with.writes {
        if done.is_ok() {
            done = query::run(cx, write, None, &mut |_, _| Ok(Flow::Continue)).map(|_| ());
        }
    }
    cx.work.withs -= 1;
    cx.work.before.truncate(known);
    end_statement(cx, done)
}

/// Runs an INSERT or REPLACE.
///
/// # Errors
/// A violation whose action is to stop; what is then undone is the error's scope. `outcome` holds
/// what was done until then, which FAIL keeps.
pub fn run_insert(cx: &mut Cx<'_>, plan: &Insert, outcome: &mut Outcome) -> Result<()> {
    let counting = plan.target.counting;
    let mut run = Run::new(outcome, plan.returning.as_ref(), counting);
    let mut ids = sequence::Ids::new(cx, plan);
    let keeps = plan.returning.as_ref().is_some_and(|r| r.both);
    let outer = std::mem::replace(&mut cx.work.keep_old, keeps);
    let strict = std::mem::replace(&mut cx.work.strict, plan.mode.is_strict());
    let result = insert_all(cx, plan, &mut run, &mut ids).map_err(|e| e.of_row(cx.ordinal));
    cx.work.strict = strict;
    let result = result.and_then(|()| fire_for_insert(cx, plan, TriggerTime::After));
    cx.work.keep_old = outer;
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
                if insert_directly(cx, plan, cells, run)? {
                    continue;
                }
                let row = build_from_cells(cx, plan, cells, ids)?;
                insert_row(cx, plan, row, run, ids)?;
            }
        }
        Source::Query(query) => {
            for (number, mut given) in collect(cx, &query.node)?.into_iter().enumerate() {
                cx.ordinal = number + 1;
                let beside = given.len() - plan.beside;
                let beside = given.split_off(beside);
                let mut row = build(cx, plan, given, ids)?;
                row.beside = beside;
                insert_row(cx, plan, row, run, ids)?;
            }
        }
    }
    Ok(())
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

/// All rows of a node. A write collects its source first, since it may read what it writes.
pub(super) fn collect(cx: &mut Cx<'_>, node: &Node) -> Result<Vec<Vec<Value>>> {
    let mut rows = Vec::new();
    let frame = cx.work.frame.clone();
    let outer = frame.as_deref().map(|f| Env::of(f));
    query::run(cx, node, outer.as_ref(), &mut |cx, row| {
        query::keep(cx, rows.len(), row)?;
        rows.push(row.to_vec());
        Ok(Flow::Continue)
    })?;
    Ok(rows)
}

fn build_from_cells(
    cx: &mut Cx<'_>,
    plan: &Insert,
    cells: &[Cell],
    ids: &mut sequence::Ids,
) -> Result<NewRow> {
    let mut values = no_values(plan);
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
    let rowid = match plan.rowid.and_then(|position| cells.get(position)) {
        Some(Cell::Expr(expr)) => eval_in_frame(cx, expr, &[])?,
        Some(Cell::Default) | None => Value::Null,
    };
    finish_row(cx, plan, values, rowid, ids)
}

fn build(
    cx: &mut Cx<'_>,
    plan: &Insert,
    mut given: Vec<Value>,
    ids: &mut sequence::Ids,
) -> Result<NewRow> {
    let mut values = no_values(plan);
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
    finish_row(cx, plan, values, rowid, ids)
}

/// NULLs in columns that may have none are seen to as the columns are filled (MySQL), unless a
/// BEFORE trigger may still change them.
pub(super) struct Nulls {
    at_once: bool,
    /// The first such column, when its NULL will be an error.
    first: Option<usize>,
}

impl Nulls {
    pub(super) fn of(target: &Target, event: Event) -> Nulls {
        let at_once =
            target.counting == Counting::Mysql && !trigger::any(target, TriggerTime::Before, event);
        Nulls { at_once, first: None }
    }

    /// A NULL that a later assignment has covered is an error all the same.
    pub(super) fn check(&self, target: &Target, row: &[Value]) -> Result<()> {
        match self.first.filter(|column| !row[*column].is_null()) {
            Some(column) => Err(conflict::null_in(target, column).nowhere()),
            None => Ok(()),
        }
    }

    /// The value that a column gets. An error comes after the NULL before it.
    pub(super) fn settle(
        &mut self,
        cx: &mut Cx<'_>,
        target: &Rc<Target>,
        plan: &Rc<ConflictPlan>,
        column: usize,
        value: Result<Value>,
    ) -> Result<Value> {
        if !self.at_once {
            return value;
        }
        let definition = &target.table.columns[column];
        match (value, self.first) {
            (Err(_), Some(null)) => Err(conflict::null_in(target, null).nowhere()),
            (Ok(Value::Null), _)
                if definition.not_null.is_some()
                    && definition.generated.is_none()
                    && definition.identity.is_none() =>
            {
                let coerced = conflict::coerce_null(cx, target, plan, column)?;
                if coerced.is_none() {
                    self.first.get_or_insert(column);
                }
                Ok(coerced.unwrap_or_default())
            }
            (value, _) => value,
        }
    }
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
        return Ok(new_row(plan, values, -1, true));
    }
    let (rowid, fresh) = match asked {
        Some(rowid) => (rowid, false),
        None => (ids.next_rowid(cx, &plan.target)?, true),
    };
    set_rowid(plan, &mut values, rowid);
    values.push(Value::Int(rowid));
    compute_generated(cx, &plan.target, &mut values)?;
    Ok(new_row(plan, values, rowid, fresh))
}

fn set_rowid(plan: &Insert, values: &mut [Value], rowid: i64) {
    if let Some(key) = plan.target.table.rowid_key {
        values[key.column] = Value::Int(rowid);
    }
}

fn new_row(plan: &Insert, values: Vec<Value>, rowid: i64, fresh: bool) -> NewRow {
    let (mode, touch_once) = (plan.mode, plan.touch_once);
    let parents_first = plan.parents_first;
    let beside = Vec::new();
    NewRow { values, beside, rowid, fresh, replaces: None, mode, touch_once, parents_first }
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
fn rowid_of(value: Value) -> Result<Option<i64>> {
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
    let placed = before_insert(cx, plan, &mut row, ids).and_then(|fired| match fired {
        Fired::Ignore => Ok(Placed::Skipped),
        Fired::GoOn | Fired::Row(_) => {
            if watched {
                ids.fill(cx, plan, &mut row.values);
            }
            ids.met(target, &row.values);
            cx.work.before_keys = false;
            conflict::place_row(cx, target, &plan.conflict, row)
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
            cx.work.updated = None;
            let changed =
                Changed { around: &[], after: &[], old: None, new: Some(rowid), locked: false };
            run.returned(cx, target, changed)?;
            after_insert(cx, target, rowid)?;
            if target.follows_at_end {
                cx.sort_pending(pending);
            }
        }
        Placed::Updated { rowid, .. } => {
            ids.updated(cx, target, rowid);
            if plan.touch_once {
                cx.work.touched.insert((target.table.id, rowid));
            }
            let old = cx.work.old.take();
            let old = old.as_deref();
            let changed = Changed { around: &[], after: &[], old, new: Some(rowid), locked: true };
            run.returned(cx, target, changed)?;
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

/// The one row of an INSERT that stands in a MERGE, which does the returning itself: its rowid,
/// unless it was left out.
pub(super) fn insert_one(
    cx: &mut Cx<'_>,
    plan: &Insert,
    run: &mut Run<'_>,
    ids: &mut sequence::Ids,
) -> Result<Option<i64>> {
    let Source::Rows(rows) = &plan.source else { return Ok(None) };
    let Some(cells) = rows.first() else { return Ok(None) };
    let row = build_from_cells(cx, plan, cells, ids)?;
    let returning = run.returning.take();
    let rowid = insert_row(cx, plan, row, run, ids);
    run.returning = returning;
    rowid
}

/// What follows a row that was added: its foreign keys, AFTER INSERT.
fn after_insert(cx: &mut Cx<'_>, target: &Rc<Target>, rowid: i64) -> Result<()> {
    let fires = trigger::any(target, TriggerTime::After, Event::Insert);
    if !fires && target.children.is_empty() {
        return Ok(());
    }
    let Some(slot) = cx.store.row(target.table.id, rowid) else { return Ok(()) };
    let row = read_row(cx, slot);
    foreign::row_written(cx, target, None, &row)?;
    let rows = Rows { old: None, new: Some(&row), changed: &[] };
    trigger::fire(cx, target, TriggerTime::After, Event::Insert, rows)?;
    Ok(())
}

fn begin_row(cx: &mut Cx<'_>, target: &Target, values: Vec<Value>, replaces: Option<i64>) {
    if let Some(trace) = cx.trace.as_deref_mut() {
        trace.touch(cx.store, target.table.id);
        let (table, ordinal) = (target.table.name.clone(), cx.ordinal);
        trace.step(None, StepKind::Begin(Frame::Row { table, ordinal, values, replaces }));
    }
}

/// Evaluates an expression over a row, with OLD and NEW in sight where a trigger runs.
pub(super) fn eval_in_frame(
    cx: &mut Cx<'_>,
    expr: &crate::plan::node::Expr,
    row: &[Value],
) -> Result<Value> {
    let frame = cx.work.frame.clone();
    let outer = frame.as_deref().map(|f| Env::of(f));
    expr::eval(cx, expr, &Env { row, outer: outer.as_ref() })
}

/// As [`eval_in_frame`], for a condition.
pub(super) fn holds_in_frame(
    cx: &mut Cx<'_>,
    expr: &crate::plan::node::Expr,
    row: &[Value],
) -> Result<bool> {
    let frame = cx.work.frame.clone();
    let outer = frame.as_deref().map(|f| Env::of(f));
    Ok(expr::eval_condition(cx, expr, &Env { row, outer: outer.as_ref() })? == Some(true))
}

/// Brings a value to its column's type and notes in the trace when that changes it.
pub(super) fn assign(
    cx: &mut Cx<'_>,
    target: &Target,
    number: usize,
    value: Value,
    mode: Mode,
) -> Result<Value> {
    if target.as_is[number].holds(value.borrow()) {
        return Ok(value);
    }
    let column = &target.table.columns[number];
    let before = cx.trace.is_some().then(|| value.clone());
    let assigned = (target.assign)(column, value, mode).map_err(|kind| match kind {
        ErrorKind::Report(mut report) if report.message.contains("{table}") => {
            report.message = report.message.replace("{table}", &target.table.name);
            ErrorKind::Report(report).nowhere()
        }
        kind => kind.nowhere(),
    })?;
    if let Some(warning) = assigned.warning {
        cx.warn(assigned.level, *warning);
    }
    if let Some(before) = before
        && !before.is_identical(&assigned.value)
    {
        let after = assigned.value.clone();
        cx.emit(None, || StepKind::Coerced { column: column.name.clone(), before, after });
    }
    Ok(assigned.value)
}

/// Computes the generated columns of a row.
pub(super) fn compute_generated(
    cx: &mut Cx<'_>,
    target: &Target,
    values: &mut [Value],
) -> Result<()> {
    for (column, expr) in &target.generated {
        let definition = &target.table.columns[*column];
        cx.state.asked_now = false;
        let value = expr::eval(cx, expr, &Env::of(values))?;
        expr::must_be_pure(cx, expr, "a generated column")?;
        let assigned =
            (target.assign)(definition, value, Mode::Strict).map_err(ErrorKind::nowhere)?;
        let value = assigned.value;
        cx.emit(None, || StepKind::Computed {
            column: definition.name.clone(),
            value: value.clone(),
        });
        values[*column] = value;
    }
    Ok(())
}

/// A stored row: its values, then its rowid.
pub(super) fn read_row(cx: &Cx<'_>, slot: Slot) -> Vec<Value> {
    let record = cx.store.record(slot);
    let mut values: Vec<Value> = record.values().map(ValueRef::to_value).collect();
    values.push(Value::Int(record.rowid()));
    values
}

/// Stores a row and its computed index entries, in the place of another if it replaces one.
pub(super) fn store_row(
    cx: &mut Cx<'_>,
    target: &Target,
    rowid: i64,
    values: &[Value],
    replaces: Option<(i64, Slot)>,
    hashes: &[KeyHash],
) -> Result<()> {
    let table = target.table.id;
    refuse_pinned(cx, table)?;
    let keys = computed_keys(cx, target, values)?;
    if let Some((_, old)) = replaces {
        remove_entries(cx, target, old);
    }
    let slot = cx.store.place(rowid, &values[..target.table.columns.len()]);
    let before = match replaces {
        Some((old, before)) if old != rowid => {
            cx.write(&Change::Row { table, rowid: old, before: Some(before), after: None }, &[]);
            None
        }
        Some((_, before)) => Some(before),
        None => None,
    };
    cx.write(&Change::Row { table, rowid, before, after: Some(slot) }, hashes);
    for (index, key) in keys {
        cx.write(&Change::Entry { index, slot, key, added: true }, hashes);
    }
    Ok(())
}

/// The keys of a row in the indexes whose entries do not follow from it, where it is in them.
fn computed_keys(
    cx: &mut Cx<'_>,
    target: &Target,
    values: &[Value],
) -> Result<Vec<(u32, Rc<[Value]>)>> {
    let mut keys = Vec::new();
    for index in &target.computed {
        if let Some(filter) = &index.filter {
            cx.state.asked_now = false;
            let holds = expr::eval_condition(cx, filter, &Env::of(values))?;
            expr::must_be_pure(cx, filter, "an index")?;
            if holds != Some(true) {
                continue;
            }
        }
        let key = conflict::compute_key(cx, &index.key, &index.prefixes, values)?;
        keys.push((index.index, Rc::from(key)));
    }
    Ok(keys)
}

fn remove_entries(cx: &mut Cx<'_>, target: &Target, slot: Slot) {
    for index in &target.computed {
        if cx.store.has_entry(index.index, slot) {
            let key = Rc::from(cx.store.key_of(index.index, slot));
            cx.write(&Change::Entry { index: index.index, slot, key, added: false }, &[]);
        }
    }
}

/// Deletes a row with its triggers and what its foreign keys ask for. False when it stays.
///
/// # Errors
/// Children that may not be left alone; what triggers raise.
pub(super) fn delete_row(cx: &mut Cx<'_>, target: &Rc<Target>, rowid: i64) -> Result<bool> {
    delete_with(cx, target, rowid, true, false)
}

/// Deletes a row that REPLACE has in its way; whether its triggers fire is in the plan.
pub(super) fn delete_replaced(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    rowid: i64,
    pins: bool,
) -> Result<bool> {
    let pins = pins
        && target.counting == Counting::Written
        && target.triggers.iter().any(|t| t.event == Event::Delete);
    delete_with(cx, target, rowid, target.replace_fires, pins)
}

/// The error for a table that is pinned.
fn refuse_pinned(cx: &Cx<'_>, table: ObjectId) -> Result<()> {
    match cx.work.pinned == Some(table) {
        true => Err(ErrorKind::TablePinned.nowhere()),
        false => Ok(()),
    }
}

fn delete_with(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    rowid: i64,
    fires: bool,
    pins: bool,
) -> Result<bool> {
    let table = target.table.id;
    let Some(slot) = cx.store.row(table, rowid) else { return Ok(false) };
    let watched =
        !target.triggers.is_empty() || !target.parents.is_empty() || !target.children.is_empty();
    let old = watched.then(|| read_row(cx, slot));
    let rows = Rows { old: old.as_deref(), new: None, changed: &[] };
    let outer = cx.work.pinned;
    if fires {
        cx.work.pinned = if pins { Some(table) } else { outer };
        let fired = trigger::fire(cx, target, TriggerTime::Before, Event::Delete, rows);
        cx.work.pinned = outer;
        if matches!(fired?, Fired::Ignore) {
            return Ok(false);
        }
    }
    // A trigger may have deleted or changed the row.
    let Some(slot) = cx.store.row(table, rowid) else {
        return match target.updates_move {
            true => Err(ErrorKind::ChangedByTrigger { delete: true }.nowhere()),
            false => Ok(false),
        };
    };
    refuse_pinned(cx, table)?;
    foreign::check_now(cx, target, Some(slot), None)?;
    if let Some(old) = &old {
        counted::removed(cx, target, old)?;
    }
    cx.emit(None, || StepKind::Delete { table: target.table.name.clone(), rowid });
    remove_entries(cx, target, slot);
    cx.write(&Change::Row { table, rowid, before: Some(slot), after: None }, &[]);
    if pins && cx.store.count(table) > 0 {
        cx.work.pinned = Some(table);
    }
    let mut done = match &old {
        Some(old) => foreign::row_gone(cx, target, old, None),
        None => Ok(()),
    };
    if fires && done.is_ok() {
        let fired = trigger::fire(cx, target, TriggerTime::After, Event::Delete, rows);
        done = fired.map(|_| ());
    }
    cx.work.pinned = outer;
    done.map(|()| true)
}

/// New values for a row.
pub(super) struct RowUpdate<'a> {
    /// The row's rowid.
    pub(super) rowid: i64,
    /// Its place.
    pub(super) slot: Slot,
    /// Its values and rowid.
    pub(super) old: &'a [Value],
    /// The new values and rowid.
    pub(super) new: Vec<Value>,
    /// What happens to values that do not fit.
    pub(super) mode: Mode,
    /// The columns that change.
    pub(super) changed: &'a [usize],
}

/// Changes a row.
///
/// # Errors
/// A violation whose action is to stop.
pub(super) fn update_row(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    update: RowUpdate<'_>,
) -> Result<Placed> {
    let RowUpdate { rowid, slot, old, mut new, mode, changed: columns } = update;
    let width = target.table.columns.len();
    if let Some(key) = target.table.rowid_key {
        new[width] = new[key.column].clone();
    }
    let Some(new_rowid) = rowid_of(new[width].clone())? else {
        return Err(ErrorKind::RowidType.nowhere());
    };
    new[width] = Value::Int(new_rowid);
    if let Some(key) = target.table.rowid_key {
        new[key.column] = Value::Int(new_rowid);
    }
    compute_generated(cx, target, &mut new)?;
    let changed = !old.iter().zip(&new).all(|(a, b)| a.is_identical(b));
    if changed && !target.stamped.is_empty() {
        for (column, expr) in &target.stamped {
            let value = eval_in_frame(cx, expr, &[])?;
            new[*column] = assign(cx, target, *column, value, mode)?;
        }
        compute_generated(cx, target, &mut new)?;
    }
    if cx.trace.is_some() {
        begin_row(cx, target, new[..width].to_vec(), Some(rowid));
    }
    // MySQL leaves an equal row alone, once BEFORE triggers have had it.
    if !changed && target.counting == Counting::Mysql && target.triggers.is_empty() {
        cx.emit(None, || StepKind::End(FrameKind::Row, Ended::Unchanged));
        return Ok(Placed::Updated { rowid, changed });
    }
    let update = RowUpdate { rowid, slot, old, new, mode, changed: columns };
    let placed = place_update(cx, target, plan, update, new_rowid);
    let ended = match &placed {
        Ok(Placed::Skipped | Placed::Refused) => Ended::Ignored,
        Ok(Placed::Updated { changed: false, .. }) => Ended::Unchanged,
        Ok(_) => Ended::Updated,
        Err(_) => Ended::Failed,
    };
    cx.emit(None, || StepKind::End(FrameKind::Row, ended));
    let changed = changed || target.counting == Counting::Mysql;
    Ok(match placed? {
        Placed::Written { rowid, .. } => Placed::Updated { rowid, changed },
        other => other,
    })
}

/// BEFORE UPDATE, the checks and the write, the foreign keys, AFTER UPDATE.
fn place_update(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    update: RowUpdate<'_>,
    new_rowid: i64,
) -> Result<Placed> {
    let RowUpdate { rowid, mut slot, old, mut new, mode, changed } = update;
    let mut new_rowid = new_rowid;
    if trigger::any(target, TriggerTime::Before, Event::Update) {
        conflict::check_types(cx, target, plan, &as_new_row(new.clone(), new_rowid))?;
        let rows = Rows { old: Some(old), new: Some(&new), changed };
        match trigger::fire(cx, target, TriggerTime::Before, Event::Update, rows)? {
            Fired::Ignore => return Ok(Placed::Skipped),
            Fired::Row(row) => {
                let rowid = std::mem::take(&mut new[target.table.columns.len()]);
                new = row;
                new[target.table.columns.len()] = rowid;
                compute_generated(cx, target, &mut new)?;
            }
            Fired::GoOn => {}
        }
        // The trigger may have changed the row: columns that the UPDATE does not set are read
        // again, and a row that is gone is left alone (update.c).
        let Some(now) = cx.store.row(target.table.id, rowid) else {
            return match target.updates_move {
                true => Err(ErrorKind::ChangedByTrigger { delete: false }.nowhere()),
                false => Ok(Placed::Skipped),
            };
        };
        if now != slot {
            slot = now;
            let present = read_row(cx, slot);
            for column in (0..target.table.columns.len()).filter(|c| !changed.contains(c)) {
                new[column] = present[column].clone();
            }
            compute_generated(cx, target, &mut new)?;
        }
    }
    if target.counting == Counting::Mysql && old.iter().zip(&new).all(|(a, b)| a.is_identical(b)) {
        after_update(cx, target, old, &new, changed)?;
        return Ok(Placed::Updated { rowid, changed: false });
    }
    if target.updates_move {
        new_rowid = cx.store.next_place(target.table.id);
        new[target.table.columns.len()] = Value::Int(new_rowid);
    }
    // A version with the same keys is found by way of the first (heap-only tuples).
    let same_keys =
        target.updates_move && target.keyed.iter().all(|c| old[*c].is_identical(&new[*c]));
    let replaces = Some((rowid, slot));
    let row = NewRow { replaces, mode, ..as_new_row(new, new_rowid) };
    let pending = cx.pending.len();
    let placed = conflict::place_row(cx, target, plan, row)?;
    if let Placed::Written { rowid, .. } = placed {
        sequence::updated(cx, target, rowid, changed);
    }
    if same_keys {
        cx.store.note_version(target.table.id, rowid, new_rowid);
    }
    cx.work.updated = None;
    let alone =
        target.triggers.is_empty() && target.children.is_empty() && target.parents.is_empty();
    if let Placed::Written { rowid, .. } = placed
        && !alone
        && let Some(slot) = cx.store.row(target.table.id, rowid)
    {
        let written = read_row(cx, slot);
        let done = after_update(cx, target, old, &written, changed);
        // FAIL keeps the row, which then counts.
        cx.work.uncounted += i64::from(done.is_err());
        done?;
        if target.follows_at_end {
            cx.sort_pending(pending);
        }
        cx.work.updated = Some(written);
    }
    Ok(placed)
}

/// New values of a row that is there.
fn as_new_row(values: Vec<Value>, rowid: i64) -> NewRow {
    NewRow {
        values,
        beside: Vec::new(),
        rowid,
        fresh: false,
        replaces: None,
        mode: Mode::Strict,
        touch_once: false,
        parents_first: false,
    }
}

/// What follows a row that was changed: its foreign keys, AFTER UPDATE.
fn after_update(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    old: &[Value],
    new: &[Value],
    changed: &[usize],
) -> Result<()> {
    foreign::row_gone(cx, target, old, Some(new))?;
    foreign::row_written(cx, target, Some(old), new)?;
    let rows = Rows { old: Some(old), new: Some(new), changed };
    trigger::fire(cx, target, TriggerTime::After, Event::Update, rows)?;
    Ok(())
}

/// Runs an UPDATE.
///
/// # Errors
/// As [`run_insert`].
pub fn run_update(cx: &mut Cx<'_>, plan: &Update, outcome: &mut Outcome) -> Result<()> {
    let target = &plan.target;
    let counting = target.counting;
    let mut run = Run::new(outcome, plan.returning.as_ref(), counting);
    let strict = std::mem::replace(&mut cx.work.strict, plan.mode.is_strict());
    let result = update_all(cx, plan, &mut run).map_err(|e| e.of_row(cx.ordinal));
    cx.work.strict = strict;
    let result = result.and_then(|()| {
        trigger::fire_statement(cx, target, TriggerTime::After, Event::Update, &plan.changed)
    });
    *outcome = run.outcome;
    outcome.changes += std::mem::take(&mut cx.work.uncounted);
    end_statement(cx, result)
}

/// Judges what was put off until now. What FAIL keeps is judged too.
pub(super) fn end_statement(cx: &mut Cx<'_>, result: Result<()>) -> Result<()> {
    match result {
        // A statement of a trigger ends with the one that fired it.
        result if !cx.work.running.is_empty() || cx.work.withs > 0 => result,
        Err(error) if error.undo != Undo::Nothing => Err(error),
        result => deferred::judge(cx, When::StatementEnd).and(result),
    }
}

fn update_all(cx: &mut Cx<'_>, plan: &Update, run: &mut Run<'_>) -> Result<()> {
    let target = &plan.target;
    trigger::fire_statement(cx, target, TriggerTime::Before, Event::Update, &plan.changed)?;
    let rows = rows_to_update(cx, plan)?;
    let mut more = Vec::with_capacity(plan.also.len());
    for other in &plan.also {
        more.push(rows_to_update(cx, other)?);
    }
    update_rows(cx, plan, rows, run)?;
    for (other, rows) in plan.also.iter().zip(more) {
        update_rows(cx, other, rows, run)?;
    }
    Ok(())
}

type FoundRows = Vec<(i64, Option<Vec<Value>>)>;

fn rows_to_update(cx: &mut Cx<'_>, plan: &Update) -> Result<FoundRows> {
    let gathered = plan.gathered.then_some(&*plan.target);
    let rowid_at = plan.offset + plan.target.table.columns.len();
    found_rows(cx, &plan.source, rowid_at, plan.joined, gathered)
}

fn update_rows(cx: &mut Cx<'_>, plan: &Update, rows: FoundRows, run: &mut Run<'_>) -> Result<()> {
    let target = &plan.target;
    let (width, offset) = (target.table.columns.len(), plan.offset);
    let keys = if plan.gathered { keys_of(cx, target, &rows) } else { Vec::new() };
    for (number, (rowid, source)) in rows.into_iter().enumerate() {
        cx.tick()?;
        cx.ordinal = number + 1;
        let Some(rowid) = found_again(cx, target, keys.get(number), rowid) else { continue };
        // A row that an earlier one of this statement has replaced is no longer there.
        let Some(slot) = cx.store.row(target.table.id, rowid) else { continue };
        run.outcome.matched += 1;
        let reads = plan.direct.as_ref().filter(|_| cx.trace.is_none());
        if let Some(reads) = reads
            && direct::update_row(cx, plan, reads, (rowid, slot))?
        {
            let changed = true;
            count_update(run, Placed::Updated { rowid, changed });
            continue;
        }
        let mut old = read_row(cx, slot);
        let mut new = old.clone();
        let own = old.len();
        match source {
            // What was gathered is not looked at again, whatever has happened to the row since.
            Some(source) if plan.gathered => old = source,
            // The other tables' columns stand around its own.
            Some(source) => {
                old.extend_from_slice(source.get(offset + own..).unwrap_or(&[]));
                old.splice(..0, source.into_iter().take(offset));
            }
            None => {}
        }
        let mut nulls = Nulls::of(target, Event::Update);
        let warned = cx.work.warnings.len();
        for (column, expr) in &plan.set {
            let value = eval_in_frame(cx, expr, &old)?;
            let value = assign(cx, target, *column, value, plan.mode);
            let value = nulls.settle(cx, target, &plan.conflict, *column, value);
            if value.is_err() {
                number_warnings(cx, plan, rowid, warned);
            }
            new[*column] = value?;
            if plan.sequential {
                old[offset + *column] = new[*column].clone();
            }
        }
        nulls.check(target, &new)?;
        if let Some(expr) = &plan.set_rowid {
            new[width] = eval_in_frame(cx, expr, &old)?;
        }
        let beside = old.split_off(offset + own);
        let before;
        let old = if plan.sequential || plan.joined && plan.gathered {
            before = read_row(cx, slot);
            &before[..]
        } else {
            &old[..]
        };
        let update = RowUpdate { rowid, slot, old, new, mode: plan.mode, changed: &plan.changed };
        let placed = update_row(cx, target, &plan.conflict, update);
        if placed.is_err() || cx.work.warnings.len() > warned {
            number_warnings(cx, plan, rowid, warned);
        }
        let placed = placed?;
        count_update(run, placed);
        if let Placed::Updated { rowid, .. } = placed {
            let changed = Changed {
                around: &[],
                after: &beside,
                old: Some(old),
                new: Some(rowid),
                locked: false,
            };
            run.returned(cx, target, changed)?;
        }
    }
    Ok(())
}

/// Warnings and errors of an UPDATE in MySQL tell the number of the row among those that were looked
/// at, whether WHERE held for them or not (sql_update.cc, inc_current_row_for_condition).
fn number_warnings(cx: &mut Cx<'_>, plan: &Update, rowid: i64, from: usize) {
    let Node::Scan(scan) = &plan.source else { return };
    let target = &plan.target;
    if target.counting != Counting::Mysql || scan.filter.is_none() {
        return;
    }
    // Where the key may change the rows that match are gathered first (`used_key_is_modified`; a
    // BEFORE trigger counts as changing what it names).
    let is_key = |i: &&Rc<crate::catalog::Index>| i.origin == IndexOrigin::PrimaryKey;
    let key = cx.store.indexes(target.table.id).find(is_key).and_then(|i| i.columns());
    if key.is_some_and(|key| key.iter().any(|c| plan.changed.contains(c)))
        || trigger::any(target, TriggerTime::Before, Event::Update)
    {
        return;
    }
    let all = crate::plan::node::Scan { filter: None, ..scan.clone() };
    let (at, trace) = (plan.offset + plan.target.table.columns.len(), cx.trace.take());
    let (mut count, mut found) = (0, false);
    let done = query::run(cx, &Node::Scan(all), None, &mut |_, row| {
        count += 1;
        found = matches!(row.get(at), Some(Value::Int(own)) if *own == rowid);
        Ok(if found { Flow::Stop } else { Flow::Continue })
    });
    cx.trace = trace;
    if done.is_ok() && found {
        cx.ordinal = count;
        cx.work.warnings[from..].iter_mut().for_each(|warning| warning.2 = count);
    }
}

/// An UPDATE counts a changed row once in every dialect.
pub(super) fn count_update(run: &mut Run<'_>, placed: Placed) {
    let tally = &mut run.outcome.tally;
    match placed {
        Placed::Updated { changed: false, .. } if run.counting == Counting::Mysql => {
            tally.unchanged += 1;
        }
        Placed::Updated { .. } | Placed::Written { .. } => {
            tally.updated += 1;
            run.outcome.changes += 1;
        }
        Placed::Skipped | Placed::Refused | Placed::Filtered => tally.ignored += 1,
    }
}

/// The rowids that a source gives, each once, with the source's whole row when it is joined. Of
/// several rows for one rowid the last counts where they are gathered, else the first.
fn found_rows(
    cx: &mut Cx<'_>,
    source: &Node,
    rowid_at: usize,
    joined: bool,
    gathered: Option<&Target>,
) -> Result<Vec<(i64, Option<Vec<Value>>)>> {
    let mut rows: Vec<(i64, Option<Vec<Value>>)> = Vec::new();
    let mut seen: FxHashMap<i64, usize> = FxHashMap::default();
    let frame = cx.work.frame.clone();
    let outer = frame.as_deref().map(|f| Env::of(f));
    query::run(cx, source, outer.as_ref(), &mut |cx, row| {
        let Some(&Value::Int(rowid)) = row.get(rowid_at) else { return Ok(Flow::Continue) };
        if !joined {
            rows.push((rowid, None));
        } else {
            let next = rows.len();
            let at = *seen.entry(rowid).or_insert(next);
            if at == next {
                rows.push((rowid, Some(row.to_vec())));
            } else if gathered.is_some() {
                rows[at].1 = Some(row.to_vec());
            }
        }
        if rows.len() > cx.limits.rows {
            return Err(ErrorKind::Limit { what: "rows" }.nowhere());
        }
        Ok(Flow::Continue)
    })?;
    if let Some(target) = gathered {
        in_key_order(cx, target, &mut rows);
    }
    Ok(rows)
}

/// Sorts rows by rowid, or by the primary key where that is what rows are kept by.
fn in_key_order<T>(cx: &Cx<'_>, target: &Target, rows: &mut [(i64, T)]) {
    let table = &target.table;
    match primary_index(cx, target) {
        None => sort_by_number(rows, &mut |(rowid, _)| *rowid),
        Some(key) => sort_by_number(rows, &mut |(rowid, _)| {
            let slot = cx.store.row(table.id, *rowid);
            slot.map_or(-1, |slot| cx.store.position(key, slot) as i64)
        }),
    }
}

/// The primary keys of rows that are kept by them and may be others by the time they are written:
/// it is the key that is then looked for (update.c and delete.c, WITHOUT ROWID).
fn keys_of<T>(cx: &Cx<'_>, target: &Target, rows: &[(i64, T)]) -> Vec<Vec<Value>> {
    let table = &target.table;
    let Some(index) = primary_index(cx, target) else { return Vec::new() };
    let key = |(rowid, _): &(i64, T)| match cx.store.row(table.id, *rowid) {
        Some(slot) => cx.store.key_of(index, slot),
        None => Vec::new(),
    };
    rows.iter().map(key).collect()
}

/// The rowid that a row has now, when it is looked for by its key.
fn found_again(cx: &Cx<'_>, target: &Target, key: Option<&Vec<Value>>, rowid: i64) -> Option<i64> {
    let Some(key) = key else { return Some(rowid) };
    let index = primary_index(cx, target)?;
    let hash = cx.store.hash_key(index, KeyRef::Values(key));
    let slot = cx.store.find(index, hash, KeyRef::Values(key), None)?;
    Some(cx.store.record(slot).rowid())
}

/// The index of the primary key where rows are kept by it.
fn primary_index(cx: &Cx<'_>, target: &Target) -> Option<ObjectId> {
    let table = &target.table;
    let mut indexes = cx.store.indexes(table.id);
    let key = indexes.find(|i| i.origin == IndexOrigin::PrimaryKey);
    key.filter(|_| table.without_rowid).map(|i| i.id)
}

/// Runs a DELETE.
///
/// # Errors
/// As [`run_insert`].
pub fn run_delete(cx: &mut Cx<'_>, plan: &Delete, outcome: &mut Outcome) -> Result<()> {
    let counting = plan.target.counting;
    let mut run = Run::new(outcome, plan.returning.as_ref(), counting);
    let strict = cx.state.settings.strict && !plan.ignores;
    let strict = std::mem::replace(&mut cx.work.strict, strict);
    let result = delete_all(cx, plan, &mut run);
    cx.work.strict = strict;
    let result = result.and_then(|()| {
        trigger::fire_statement(cx, &plan.target, TriggerTime::After, Event::Delete, &[])
    });
    *outcome = run.outcome;
    end_statement(cx, result)
}

fn delete_all(cx: &mut Cx<'_>, plan: &Delete, run: &mut Run<'_>) -> Result<()> {
    trigger::fire_statement(cx, &plan.target, TriggerTime::Before, Event::Delete, &[])?;
    let rows = rows_to_delete(cx, plan)?;
    let mut more = Vec::with_capacity(plan.also.len());
    for other in &plan.also {
        more.push(rows_to_delete(cx, other)?);
    }
    delete_rows(cx, plan, rows, run)?;
    for (other, rows) in plan.also.iter().zip(more) {
        delete_rows(cx, other, rows, run)?;
    }
    Ok(())
}

fn rows_to_delete(cx: &mut Cx<'_>, plan: &Delete) -> Result<FoundRows> {
    let gathered = plan.gathered.then_some(&*plan.target);
    let rowid_at = plan.offset + plan.target.table.columns.len();
    found_rows(cx, &plan.source, rowid_at, plan.joined, gathered)
}

fn delete_rows(cx: &mut Cx<'_>, plan: &Delete, rows: FoundRows, run: &mut Run<'_>) -> Result<()> {
    let target = &plan.target;
    let width = target.table.columns.len();
    let keys = if plan.gathered { keys_of(cx, target, &rows) } else { Vec::new() };
    for (number, (rowid, source)) in rows.into_iter().enumerate() {
        cx.tick()?;
        cx.ordinal = number + 1;
        let Some(rowid) = found_again(cx, target, keys.get(number), rowid) else { continue };
        let source = source.filter(|_| plan.joined);
        let beside = source.map(|mut row| row.split_off(width + 1)).unwrap_or_default();
        let slot = cx.store.row(target.table.id, rowid).filter(|_| run.returning.is_some());
        let old = slot.map(|slot| read_row(cx, slot));
        if plan.ignores {
            let slot = cx.store.row(target.table.id, rowid);
            if let Err(error) = foreign::check_now(cx, target, slot, None) {
                cx.warn("Warning", error.into_kind());
                run.outcome.tally.ignored += 1;
                continue;
            }
        }
        let mark = cx.undo.mark();
        let deleted = delete_row(cx, target, rowid);
        // What refers to a row that a cascade deletes keeps the whole chain (InnoDB).
        if plan.ignores
            && let Err(error) = deleted
        {
            if !matches!(*error.kind, ErrorKind::ForeignKey(_)) {
                return Err(error);
            }
            cx.take_back(mark, crate::error::Undo::Statement);
            cx.warn("Warning", error.into_kind());
            run.outcome.tally.ignored += 1;
            continue;
        }
        // FAIL in what follows a row that is gone keeps it gone, and it counts.
        let gone = match &deleted {
            Ok(deleted) => *deleted,
            Err(_) => cx.store.row(target.table.id, rowid).is_none(),
        };
        if gone {
            run.outcome.tally.deleted += 1;
            run.outcome.changes += 1;
        }
        // What RETURNING shows has gone.
        if deleted? && let Some(old) = old {
            let changed =
                Changed { around: &[], after: &beside, old: Some(&old), new: None, locked: false };
            run.returned(cx, target, changed)?;
        }
    }
    Ok(())
}
