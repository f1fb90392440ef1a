//! INSERT, UPDATE and DELETE: the loops over rows, and the one way in which a row is added,
//! changed or removed. What happens to a row that collides is in `conflict`.

use std::rc::Rc;

use super::conflict::{self, Placed};
use super::delete::run_delete;
use super::expr::{self, Env};
use super::insert::run_insert;
use super::trigger;
use super::update::run_update;
use super::{Cx, Flow, deferred, query};
use crate::error::{ErrorKind, Result, Undo};
use crate::plan::conflict::{ConflictPlan, When};
use crate::plan::dml::{Returning, Target};
use crate::plan::node::Node;
use crate::plan::rules::{Counting, Mode};
use crate::plan::trigger::Event;
use crate::plan::{Plan, With};
use crate::store::RowCursor;
use crate::syntax::ast::TriggerTime;
use crate::trace::{Ended, StepKind};
use crate::value::Value;

/// What became of a statement's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows added.
    pub inserted: u64,
    /// Rows changed.
    pub updated: u64,
    /// Rows added after others were deleted for them.
    pub replaced: u64,
    /// Rows deleted, by a DELETE or for others under REPLACE.
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
    /// Rows that an UPDATE met, or that INSTEAD OF triggers took.
    pub matched: u64,
    /// The first value that a sequence gave for this statement.
    pub generated_id: Option<i64>,
    /// The value that MySQL's OK packet names when none was generated.
    pub packet_id: Option<i64>,
    /// Rows of the statement's source.
    pub records: u64,
    /// The columns of the rows of a procedure.
    pub columns: Option<Vec<crate::plan::node::ResultColumn>>,
}

/// A statement's writes so far.
pub(super) struct Run<'a> {
    pub(super) outcome: Outcome,
    pub(super) returning: Option<&'a Returning>,
    pub(super) counting: Counting,
}

/// What RETURNING sees beside a row that was changed.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    /// What stands before it: MERGE's source.
    pub(super) around: &'a [Value],
    /// What stands after it: the other tables of UPDATE and DELETE.
    pub(super) after: &'a [Value],
    /// A row that was there was found in the way and locked to be updated.
    pub(super) locks: bool,
}

/// What is done with a row once it is written and its foreign keys are seen to, before its AFTER
/// triggers fire: it is given the row before and the row after. This is when RETURNING is computed
/// (trigger.c, codeReturningTrigger; compared with SQLite 3.54).
pub(super) type OnWritten<'a> =
    &'a mut dyn FnMut(&mut Cx<'_>, Option<&[Value]>, Option<&[Value]>) -> Result<()>;

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
    pub(super) fn count(&mut self, placed: Placed) -> Ended {
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
            Placed::Updated { deleted, .. } => {
                tally.updated += 1;
                tally.deleted += deleted as u64;
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

    /// Writes a row, which RETURNING looks at once it is written.
    pub(super) fn write<T>(
        &mut self,
        target: &Target,
        beside: Beside<'_>,
        write: impl FnOnce(Option<OnWritten<'_>>) -> T,
    ) -> T {
        match self.returning {
            None => write(None),
            Some(_) => write(Some(&mut |cx, old, new| self.returned(cx, target, beside, old, new))),
        }
    }

    /// Adds a row of RETURNING: what stands around the row, the row as it was written or, deleted,
    /// was, and where they are asked for the row before and the row after.
    pub(super) fn returned(
        &mut self,
        cx: &mut Cx<'_>,
        target: &Target,
        beside: Beside<'_>,
        old: Option<&[Value]>,
        new: Option<&[Value]>,
    ) -> Result<()> {
        let Some(returning) = self.returning else { return Ok(()) };
        let Some(own) = new.or(old) else { return Ok(()) };
        let mut row = [beside.around, own, beside.after].concat();
        if returning.both {
            let nothing = vec![Value::Null; target.table.columns.len() + 1];
            row.extend_from_slice(old.unwrap_or(&nothing));
            row.extend_from_slice(new.unwrap_or(&nothing));
            // A row that an upsert updated was locked by this transaction, and so is one that is gone.
            row.push(Value::Int(i64::from(beside.locks && old.is_some() || new.is_none())));
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
/// As `insert::run_insert`.
pub fn run_write(cx: &mut Cx<'_>, plan: &Plan, outcome: &mut Outcome) -> Result<()> {
    match plan {
        Plan::Insert(insert) => run_insert(cx, insert, outcome),
        Plan::Update(update) => run_update(cx, update, outcome),
        Plan::Delete(delete) => run_delete(cx, delete, outcome),
        Plan::Merge(merge) => super::merge::run_merge(cx, merge, outcome),
        Plan::Instead(instead) => {
            let done = super::instead::run_instead(cx, instead, outcome);
            end_statement(cx, done)
        }
        Plan::With(with) => run_with(cx, with, &mut |cx| run_write(cx, &with.main, outcome)),
        Plan::Query(_) | Plan::Do(_) | Plan::Call(_) | Plan::Ddl(_) => Ok(()),
    }
}

/// Runs a statement and then the writes of its WITH that nothing has asked for. All of them see
/// tables as they were before, and what follows their rows waits until all are done.
///
/// # Errors
/// As `insert::run_insert`.
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
    // The last first, each after those whose rows it reads (execMain.c, es_auxmodifytables).
    for write in with.writes.iter().rev() {
        if done.is_ok() {
            done = query::run(cx, write, None, &mut |_, _| Ok(Flow::Continue)).map(|_| ());
        }
    }
    cx.work.withs -= 1;
    cx.work.before.truncate(known);
    end_statement(cx, done)
}

/// All rows of a node. A write collects its source first, since it may read what it writes.
pub(super) fn collect(cx: &mut Cx<'_>, node: &Node) -> Result<Vec<Vec<Value>>> {
    let (rows, end) = collect_until(cx, node);
    end.map(|()| rows)
}

/// The rows before an error, and that.
pub(super) fn collect_until(cx: &mut Cx<'_>, node: &Node) -> (Vec<Vec<Value>>, Result<()>) {
    let mut rows = Vec::new();
    let frame = cx.work.frame.clone();
    let outer = frame.as_deref().map(|f| Env::of(f));
    let end = query::run(cx, node, outer.as_ref(), &mut |cx, row| {
        query::keep(cx, rows.len(), row)?;
        rows.push(row.to_vec());
        Ok(Flow::Continue)
    });
    (rows, end.map(drop))
}

/// NULLs in columns that may have none are seen to as the columns are filled (MySQL), unless a
/// BEFORE trigger may still change them.
pub(super) struct Nulls {
    at_once: bool,
    /// The first such column, when its NULL will be an error.
    first: Option<usize>,
    /// One that stands before it in the table has got a NULL after it.
    overtaken: bool,
}

impl Nulls {
    pub(super) fn of(target: &Target, event: Event) -> Nulls {
        let at_once =
            target.counting == Counting::Mysql && !trigger::any(target, TriggerTime::Before, event);
        Nulls { at_once, first: None, overtaken: false }
    }

    /// A NULL that a later assignment has covered is an error all the same, and of several the first one
    /// that was assigned.
    pub(super) fn check(&self, target: &Target, row: &[Value]) -> Result<()> {
        match self.first.filter(|column| self.overtaken || !row[*column].is_null()) {
            Some(column) => {
                Err(conflict::null_in(target, column).nowhere().in_schema(&target.table.schema))
            }
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
            (Err(_), Some(null)) => {
                Err(conflict::null_in(target, null).nowhere().in_schema(&target.table.schema))
            }
            (Ok(Value::Null), _)
                if definition.not_null.is_some()
                    && definition.generated.is_none()
                    && definition.identity.is_none() =>
            {
                let coerced = conflict::coerce_null(cx, target, plan, column)?;
                if coerced.is_none() {
                    self.overtaken |= column < *self.first.get_or_insert(column);
                }
                Ok(coerced.unwrap_or_default())
            }
            (value, _) => value,
        }
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
        // Under IGNORE they are made to fit like any other (MySQL).
        let value = match target.counting == Counting::Mysql && !cx.work.strict {
            true => assign(cx, target, *column, value, Mode::LENIENT)?,
            false => {
                let kept = (target.assign)(definition, value, Mode::STRICT);
                kept.map_err(ErrorKind::nowhere)?.value
            }
        };
        cx.emit(None, || StepKind::Computed {
            column: definition.name.clone(),
            value: value.clone(),
        });
        values[*column] = value;
    }
    Ok(())
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
