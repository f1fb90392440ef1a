//! Places one row: the heart of the project.
//!
//! | constraint | Stop (ABORT, FAIL, ROLLBACK) | Skip (IGNORE, DO NOTHING) | REPLACE | UPDATE |
//! |---|---|---|---|---|
//! | NOT NULL | error | row left out | `UseDefault`: its default, else error | – |
//! | CHECK | error | row left out | error | – |
//! | rowid, PRIMARY KEY, UNIQUE | error | row left out | `DeleteOther`: rows in the way go | `UpdateOther`: the row in the way changes instead |
//!
//! What an error undoes is its scope: nothing (FAIL), the statement (ABORT), the transaction
//! (ROLLBACK). Which action a check has was decided in `plan/conflict.rs`.
//!
//! Worked example: `u(id INTEGER PRIMARY KEY, email UNIQUE)` holds `(1,'ann')` and `(2,'bob')`;
//! `REPLACE INTO u VALUES (1,'bob')` meets row 1 at its first check and row 2 at its second,
//! deletes both and then writes the new row.

use std::rc::Rc;

use super::Cx;
use super::expr::{self, Env};
use super::row;
use super::write;
use super::{counted, foreign, sequence};
use crate::error::{Conflict, Error, ErrorKind, KeyKind, Result, UniqueViolation};
use crate::plan::conflict::{
    Action, Check, CheckKind, ConflictPlan, Origin, Scope, UniqueCheck, When,
};
use crate::plan::dml::Target;
use crate::plan::node::Expr;
use crate::plan::rules::Mode;
use crate::plan::trigger::Event;
use crate::store::{KeyHash, KeyRef, Slot};
use crate::trace::{CheckRef, StepKind};
use crate::value::Value;

/// A row on its way in.
#[derive(Debug)]
pub struct NewRow {
    /// Its values, and its rowid after them.
    pub values: Vec<Value>,
    /// What its query gives beside them, for an upsert.
    pub beside: Vec<Value>,
    /// Its rowid.
    pub rowid: i64,
    /// The rowid was chosen by the engine, so no other row has it.
    pub fresh: bool,
    /// The row that it takes the place of.
    pub replaces: Option<(i64, Slot)>,
    /// What happens to values that do not fit, should it turn into an update.
    pub mode: Mode,
    /// The statement may not update a row that it wrote.
    pub touch_once: bool,
    /// Its parents are looked for before it is written.
    pub parents_first: bool,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// It was written; so many others were deleted for it.
    Written {
        /// Its rowid.
        rowid: i64,
        /// Rows deleted.
        deleted: usize,
        /// How many of them were the same as the new row.
        same: usize,
    },
    /// The row in the way was updated.
    Updated {
        /// The rowid it has now.
        rowid: i64,
        /// Whether any value is different.
        changed: bool,
    },
    /// DO UPDATE's WHERE did not hold: all stays as it was.
    Filtered,
    /// It was left out.
    Skipped,
    /// It was left out by a CHECK; MySQL does not count it among the records.
    Refused,
}

/// What the checks found.
enum Verdict {
    Write { deleted: usize, same: usize },
    Skip,
    Refuse,
    Update { arm: usize, other: i64 },
}

/// Runs the plan's checks in order, acts on each violation, and writes the row if it may be.
///
/// # Errors
/// The violation of a check whose action is to stop; errors of expressions.
pub fn place_row(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    mut row: NewRow,
) -> Result<Placed> {
    let mut hashes = std::mem::take(&mut cx.work.hashes);
    hashes.clear();
    let verdict = run_checks(cx, target, plan, &mut row, &mut hashes);
    let placed = match verdict {
        Ok(Verdict::Write { .. }) if is_gone(cx, target, &mut row) => Ok(Placed::Skipped),
        Ok(Verdict::Write { deleted, same }) => {
            renumber(cx, target, &mut row);
            let old = row.replaces.map(|(_, slot)| slot);
            match foreign::check_now(cx, target, old, Some(&row.values)) {
                Err(error) if plan.skips_foreign => {
                    cx.work.hashes = hashes;
                    cx.work.orphan = true;
                    cx.warn("Warning", error.into_kind());
                    return Ok(Placed::Skipped);
                }
                done => done?,
            }
            count_foreign(cx, target, &row)?;
            write_row(cx, target, &row, &hashes)?;
            Ok(Placed::Written { rowid: row.rowid, deleted, same })
        }
        Ok(Verdict::Skip) => Ok(Placed::Skipped),
        Ok(Verdict::Refuse) => Ok(Placed::Refused),
        Ok(Verdict::Update { arm, other }) => {
            cx.work.hashes = hashes;
            return update_other(cx, target, plan, arm, other, row);
        }
        Err(error) => Err(error),
    };
    cx.work.hashes = hashes;
    placed
}

/// The error for a rowid that was chosen and then taken by a trigger.
fn rowid_taken(target: &Target, row: &NewRow) -> ErrorKind {
    let table = &target.table;
    let (key_kind, column) = match table.rowid_key {
        Some(key) => (KeyKind::IntegerPrimaryKey, table.columns[key.column].name.to_string()),
        None => (KeyKind::Rowid, "rowid".to_string()),
    };
    ErrorKind::Unique(Box::new(UniqueViolation {
        table: table.name.to_string(),
        index: String::new(),
        key_kind,
        columns: vec![column],
        expression: false,
        key: vec![Value::Int(row.rowid)],
        existing_key: Vec::new(),
        creating: false,
    }))
}

/// A table that has no rowids has hidden ones all the same, of which a trigger may have taken one.
fn renumber(cx: &Cx<'_>, target: &Target, row: &mut NewRow) {
    let table = &target.table;
    if table.without_rowid
        && row.replaces.is_none()
        && cx.store.row(table.id, row.rowid).is_some()
        && let Some(last) = cx.store.last_rowid(table.id)
    {
        row.rowid = last + 1;
        row.values[table.columns.len()] = Value::Int(row.rowid);
    }
}

/// Whether the row that is updated has gone with one that was deleted for it; one that has changed
/// with it is found again (update.c, after `sqlite3GenerateConstraintChecks`).
fn is_gone(cx: &Cx<'_>, target: &Target, row: &mut NewRow) -> bool {
    let Some((rowid, _)) = row.replaces else { return false };
    match cx.store.row(target.table.id, rowid) {
        Some(now) => row.replaces = Some((rowid, now)),
        None => return true,
    }
    false
}

/// Counts what a row that is about to be written means to foreign keys.
fn count_foreign(cx: &mut Cx<'_>, target: &Rc<Target>, row: &NewRow) -> Result<()> {
    if target.children.is_empty() && target.parents.is_empty() {
        return Ok(());
    }
    let Some((old, slot)) = row.replaces else {
        return counted::added(cx, target, &row.values, None, row.parents_first);
    };
    let before = row::read_row(cx, slot);
    counted::removed(cx, target, &before)?;
    counted::added(cx, target, &row.values, Some(old), false)
}

fn run_checks(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    row: &mut NewRow,
    hashes: &mut Vec<KeyHash>,
) -> Result<Verdict> {
    let (mut deleted, mut same, mut recheck) = (0, 0, false);
    // A default that is NULL itself stops the row once all other columns have been seen to.
    let mut missing = None;
    for (number, check) in plan.checks.iter().enumerate() {
        if let Some(missing) = missing
            && !matches!(check.kind, CheckKind::NotNull { .. })
        {
            return Err(stop(cx, target, plan, missing, row, &[], Scope::Statement));
        }
        let found = match &check.kind {
            CheckKind::NotNull { column, default } => {
                let null = row.values[*column].is_null();
                passed(cx, plan, number, !null);
                if !null {
                    continue;
                }
                if matches!(check.action, Action::UseDefault | Action::Coerce) {
                    decide(cx, plan, number, None);
                    if !put_default(cx, target, row, *column, default.as_ref(), check)? {
                        missing.get_or_insert(number);
                    }
                    continue;
                }
                Vec::new()
            }
            CheckKind::Type { column, strict } => {
                let fits = strict.accepts(&row.values[*column]);
                passed(cx, plan, number, fits);
                if fits {
                    continue;
                }
                Vec::new()
            }
            CheckKind::Check { condition, .. } => {
                cx.state.asked_now = false;
                let holds = expr::eval_condition(cx, condition, &Env::of(&row.values))?;
                expr::must_be_pure(cx, condition, "a CHECK constraint")?;
                passed(cx, plan, number, holds != Some(false));
                if holds != Some(false) {
                    continue;
                }
                Vec::new()
            }
            CheckKind::Unusable => {
                passed(cx, plan, number, false);
                return Err(stop(cx, target, plan, number, row, &[], Scope::Statement));
            }
            CheckKind::Rowid { .. } | CheckKind::Unique(_) | CheckKind::Exclusion { .. } => {
                // Children that hold on to a key are looked for before its new value (InnoDB).
                if let (CheckKind::Unique(unique), Some((_, slot))) = (&check.kind, row.replaces)
                    && let (Some(columns), false) = (&unique.plain, target.parents.is_empty())
                {
                    let old = row::read_row(cx, slot);
                    match foreign::check_kept(cx, target, &old, Some(&row.values), Some(columns)) {
                        Err(error) if plan.skips_foreign => {
                            cx.warn("Warning", error.into_kind());
                            return Ok(Verdict::Skip);
                        }
                        done => done?,
                    }
                }
                if let CheckKind::Unique(unique) = &check.kind
                    && !target.children.is_empty()
                {
                    // An index looks for the parent before it takes the key (InnoDB).
                    let old = row.replaces.map(|(_, slot)| row::read_row(cx, slot));
                    let (old, index) = (old.as_deref(), Some(unique.index));
                    match foreign::check_parents(cx, target, old, &row.values, index) {
                        Err(error) if plan.skips_foreign => {
                            cx.work.orphan = true;
                            cx.warn("Warning", error.into_kind());
                            return Ok(Verdict::Skip);
                        }
                        done => done?,
                    }
                }
                let others = probe(cx, target, plan, number, row, Some(hashes))?;
                if others.is_empty() {
                    continue;
                }
                if check.when != When::Row {
                    cx.defer(target, plan, number, row.rowid);
                    continue;
                }
                others
            }
        };
        let other = found.first().copied();
        decide(cx, plan, number, other);
        // Those of a row that is updated instead have been looked at.
        cx.work.before_keys = row.replaces.is_none()
            && matches!(
                check.kind,
                CheckKind::NotNull { .. } | CheckKind::Type { .. } | CheckKind::Check { .. }
            );
        match check.action {
            Action::Stop(scope) => {
                return Err(stop(cx, target, plan, number, row, &found, scope));
            }
            Action::Skip { warn } => {
                if warn {
                    let error = stop(cx, target, plan, number, row, &found, Scope::Nothing);
                    cx.warn("Warning", error.into_kind());
                }
                let refused = matches!(check.kind, CheckKind::Check { .. });
                return Ok(if refused { Verdict::Refuse } else { Verdict::Skip });
            }
            // A default can take the place of NULL only; elsewhere the check stops the statement.
            Action::UseDefault | Action::Coerce => {
                return Err(stop(cx, target, plan, number, row, &found, Scope::Statement));
            }
            Action::DeleteOther => {
                let alone = !plan.checks[number + 1..]
                    .iter()
                    .any(|check| matches!(check.kind, CheckKind::Unique(_)));
                for other in found {
                    same += usize::from(alone && is_same(cx, target, other, row));
                    // RAISE(IGNORE) in a delete trigger keeps the row; it is then found below.
                    // The row that an UPDATE is at may not be moved by delete triggers (insert.c,
                    // OP_CursorLock).
                    let pins = matches!(check.kind, CheckKind::Unique(_)) && row.replaces.is_some();
                    if row::delete_replaced(cx, target, other, pins)? {
                        deleted += 1;
                    }
                    recheck = true;
                }
                // Only now, since triggers insert rows of their own.
                cx.work.collided = true;
            }
            Action::UpdateOther(arm) => {
                let Some(other) = other else { continue };
                return Ok(Verdict::Update { arm, other });
            }
        }
    }
    if let Some(missing) = missing {
        return Err(stop(cx, target, plan, missing, row, &[], Scope::Statement));
    }
    if recheck && !target.triggers.is_empty() {
        check_again(cx, target, plan, row)?;
    }
    Ok(Verdict::Write { deleted, same })
}

/// Delete triggers may have put a row back into the way; that is an error whatever clause there is
/// (insert.c, "recheck").
fn check_again(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    row: &NewRow,
) -> Result<()> {
    if row.fresh
        && !target.table.without_rowid
        && cx.store.row(target.table.id, row.rowid).is_some()
    {
        return Err(rowid_taken(target, row).nowhere());
    }
    for number in 0..plan.checks.len() {
        let others = probe(cx, target, plan, number, row, None)?;
        if !others.is_empty() {
            return Err(stop(cx, target, plan, number, row, &others, Scope::Statement));
        }
    }
    Ok(())
}

/// STRICT types are judged before a BEFORE trigger runs (semantics of insert.c, compared with
/// SQLite 3.54).
pub(super) fn check_types(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    row: &NewRow,
) -> Result<()> {
    for (number, check) in plan.checks.iter().enumerate() {
        if let CheckKind::Type { column, strict } = &check.kind
            && !strict.accepts(&row.values[*column])
        {
            return Err(stop(cx, target, plan, number, row, &[], Scope::Statement));
        }
    }
    Ok(())
}

/// Whether a row is as the one that REPLACE deletes, which MySQL then updates in place, unless
/// children or triggers want to know of the deletion (sql_insert.cc, write_record).
fn is_same(cx: &Cx<'_>, target: &Rc<Target>, other: i64, row: &NewRow) -> bool {
    if !target.parents.is_empty() || target.triggers.iter().any(|t| t.event == Event::Delete) {
        return false;
    }
    let Some(slot) = cx.store.row(target.table.id, other) else { return false };
    cx.store.record(slot).values().zip(&row.values).all(|(a, b)| a.is_identical(b.borrow()))
}

/// The rows that have the row's key already, under one check.
fn probe(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    row: &NewRow,
    hashes: Option<&mut Vec<KeyHash>>,
) -> Result<Vec<i64>> {
    match &plan.checks[number].kind {
        CheckKind::NotNull { .. }
        | CheckKind::Type { .. }
        | CheckKind::Check { .. }
        | CheckKind::Unusable => Ok(Vec::new()),
        CheckKind::Rowid { .. } => {
            let taken = !row.fresh
                && row.replaces.is_none_or(|(old, _)| old != row.rowid)
                && cx.store.row(target.table.id, row.rowid).is_some();
            let own = row.replaces.is_some_and(|(old, _)| old == row.rowid);
            let hit = taken.then_some(row.rowid);
            probed(cx, plan, number, || vec![Value::Int(row.rowid)], hit, own);
            Ok(others(hit))
        }
        CheckKind::Unique(unique) => probe_unique(cx, plan, number, unique, row, hashes),
        CheckKind::Exclusion { condition, .. } => {
            let mut others = Vec::new();
            let mut from = i64::MIN;
            while let Some((rowid, slot)) = cx.store.at_or_after(target.table.id, from) {
                cx.tick()?;
                if row.replaces.is_none_or(|(old, _)| old != rowid) {
                    let mut both = row::read_row(cx, slot);
                    both.extend(row.values.iter().cloned());
                    if expr::eval_condition(cx, condition, &Env::of(&both))? == Some(true) {
                        others.push(rowid);
                    }
                }
                let Some(next) = rowid.checked_add(1) else { break };
                from = next;
            }
            probed(cx, plan, number, Vec::new, others.first().copied(), false);
            Ok(others)
        }
    }
}

/// The one row in the way, or none, without an allocation where there is none.
fn others(hit: Option<i64>) -> Vec<i64> {
    match hit {
        Some(rowid) => vec![rowid],
        None => Vec::new(),
    }
}

fn probe_unique(
    cx: &mut Cx<'_>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    unique: &UniqueCheck,
    row: &NewRow,
    hashes: Option<&mut Vec<KeyHash>>,
) -> Result<Vec<i64>> {
    if let Some(filter) = &unique.filter
        && expr::eval_condition(cx, filter, &Env::of(&row.values))? != Some(true)
    {
        skipped(cx, plan, number, "not in partial index");
        return Ok(Vec::new());
    }
    let computed;
    let key = match &unique.plain {
        Some(columns) => KeyRef::Columns(&row.values, columns),
        None => {
            computed = compute_key(cx, &unique.key, &unique.prefixes, &row.values)?;
            KeyRef::Values(&computed)
        }
    };
    if unique.nulls_distinct && key.has_null() {
        skipped(cx, plan, number, "null in key");
        return Ok(Vec::new());
    }
    let hash = cx.store.hash_key(unique.index, key);
    if let Some(hashes) = hashes {
        hashes.push(KeyHash { index: unique.index, hash });
    }
    let except = row.replaces.map(|(_, slot)| slot);
    let hit = cx.store.find(unique.index, hash, key, except);
    let rowid = hit.map(|slot| cx.store.record(slot).rowid());
    if cx.trace.is_some() {
        let own = rowid.is_none()
            && except.is_some()
            && cx.store.find(unique.index, hash, key, None) == except;
        let values = key.to_values();
        probed(cx, plan, number, || values, rowid, own);
    }
    Ok(others(rowid))
}

/// The key of a row in an index whose terms are computed.
pub(super) fn compute_key(
    cx: &mut Cx<'_>,
    terms: &[Expr],
    prefixes: &[Option<u32>],
    row: &[Value],
) -> Result<Vec<Value>> {
    let mut key = Vec::with_capacity(terms.len());
    for (term, prefix) in terms.iter().zip(prefixes) {
        cx.state.asked_now = false;
        let value = expr::eval(cx, term, &Env::of(row))?;
        expr::must_be_pure(cx, term, "an index")?;
        key.push(match (prefix, value) {
            (Some(length), Value::Blob(bytes)) => {
                let end = bytes.len().min(*length as usize);
                Value::Blob(bytes[..end].into())
            }
            (Some(length), Value::Text(text)) => {
                let end =
                    text.char_indices().nth(*length as usize).map_or(text.len(), |(at, _)| at);
                Value::text(&text[..end])
            }
            (_, value) => value,
        });
    }
    Ok(key)
}

/// What is stored in the place of a NULL that is coerced, for a column whose turn it is (MySQL).
pub(super) fn coerce_null(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    column: usize,
) -> Result<Option<Value>> {
    let of_column = |check: &Check| {
        check.action == Action::Coerce
            && matches!(&check.kind, CheckKind::NotNull { column: c, .. } if *c == column)
    };
    let Some(number) = plan.checks.iter().position(of_column) else { return Ok(None) };
    let CheckKind::NotNull { default: Some(default), .. } = &plan.checks[number].kind else {
        return Ok(None);
    };
    passed(cx, plan, number, false);
    decide(cx, plan, number, None);
    let value = expr::eval(cx, default, &Env::of(&[]))?;
    cx.warn("Warning", null_in(target, column));
    let name = target.table.columns[column].name.clone();
    cx.emit(None, || StepKind::Default { column: name, value: value.clone() });
    Ok(Some(value))
}

/// The error for NULL in a column, without its row.
pub(super) fn null_in(target: &Target, column: usize) -> ErrorKind {
    let table = target.table.name.to_string();
    let column = target.table.columns[column].name.to_string();
    ErrorKind::NotNull { table, column, row: Vec::new() }
}

/// The row as errors show it: columns that are not stored have no values.
fn shown_row(target: &Target, row: &NewRow, width: usize) -> Vec<Value> {
    let mut shown = row.values[..width].to_vec();
    for (value, column) in shown.iter_mut().zip(&target.table.columns) {
        if column.generated.as_ref().is_some_and(|g| !g.stored) {
            *value = Value::text("virtual");
        }
    }
    shown
}

/// Puts the default in the place of NULL. False when there is none, or it is NULL itself.
fn put_default(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    row: &mut NewRow,
    column: usize,
    default: Option<&Expr>,
    check: &Check,
) -> Result<bool> {
    let Some(default) = default else { return Ok(false) };
    let value = expr::eval(cx, default, &Env::of(&row.values))?;
    let definition = &target.table.columns[column];
    let value = write::assign(cx, target, column, value, row.mode)?;
    if value.is_null() {
        return Ok(false);
    }
    if check.action == Action::Coerce {
        let kind = ErrorKind::NotNull {
            table: target.table.name.to_string(),
            column: definition.name.to_string(),
            row: Vec::new(),
        };
        cx.warn("Warning", kind);
    }
    cx.emit(None, || StepKind::Default { column: definition.name.clone(), value: value.clone() });
    row.values[column] = value;
    write::compute_generated(cx, target, &mut row.values)?;
    Ok(true)
}

/// Writes a row that passed all checks.
fn write_row(cx: &mut Cx<'_>, target: &Rc<Target>, row: &NewRow, hashes: &[KeyHash]) -> Result<()> {
    if cx.store.bytes() > cx.limits.memory {
        return Err(ErrorKind::Limit { what: "memory" }.nowhere());
    }
    let width = target.table.columns.len();
    cx.emit(None, || StepKind::Place {
        table: target.table.name.clone(),
        rowid: row.rowid,
        row: row.values[..width].to_vec(),
    });
    row::store_row(cx, target, row.rowid, &row.values, row.replaces, hashes)
}

/// DO UPDATE, ON DUPLICATE KEY UPDATE: changes the row in the way instead.
fn update_other(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    arm: usize,
    other: i64,
    proposed: NewRow,
) -> Result<Placed> {
    let arm = &plan.arms[arm];
    let Some(slot) = cx.store.row(target.table.id, other) else { return Ok(Placed::Skipped) };
    if proposed.touch_once && cx.work.touched.contains(&(target.table.id, other)) {
        return Err(ErrorKind::SecondTouch { merge: false }.at(arm.span));
    }
    let width = target.table.columns.len();
    let mode = proposed.mode;
    let mut both = row::read_row(cx, slot);
    both.extend(proposed.values);
    both.extend(proposed.beside);
    if let Some(filter) = &arm.filter {
        let holds = write::holds_in_frame(cx, filter, &both)?;
        cx.emit(Some(arm.span), || StepKind::Filter { passed: holds });
        if !holds {
            return Ok(Placed::Filtered);
        }
    }
    // Where each assignment sees those before it, the row before them is kept apart.
    let kept = arm.sequential.then(|| both[..=width].to_vec());
    let mut new = both[..=width].to_vec();
    let mut nulls = write::Nulls::of(&arm.target, Event::Update);
    for (column, expr) in &arm.set {
        let value = write::eval_in_frame(cx, expr, &both)?;
        if *column < width {
            // What the same column of either row holds fits, but for zero dates.
            use crate::types::Type;
            let dated =
                matches!(target.table.columns[*column].ty, Type::Date | Type::Timestamp { .. });
            let own = |index: u32| !dated && index as usize % (width + 1) == *column;
            let value = match expr {
                Expr::Column { up: 0, index } if arm.sequential && own(*index) => Ok(value),
                _ => write::assign(cx, target, *column, value, mode),
            };
            new[*column] = nulls.settle(cx, target, &arm.plan, *column, value)?;
        } else {
            new[width] = value;
        }
        if arm.sequential {
            both[*column] = new[*column].clone();
        }
    }
    nulls.check(&arm.target, &new)?;
    let proposed = sequence::id_in(target, &new);
    let old = kept.as_deref().unwrap_or(&both[..=width]);
    let update = row::RowUpdate { rowid: other, slot, old, new, mode, changed: &arm.changed };
    let placed = row::update_row(cx, &arm.target, &arm.plan, update)?;
    cx.work.proposed_id = proposed;
    if cx.work.keep_old {
        cx.work.old = Some(old.to_vec());
    }
    Ok(placed)
}

/// The error of a check that stops the statement, with everything that is in the way.
fn stop(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    row: &NewRow,
    others: &[i64],
    scope: Scope,
) -> Error {
    let check = &plan.checks[number];
    let kind = violation(cx, target, check, row, others);
    let mut conflict = describe(cx, target, check, row, others);
    for later in number + 1..plan.checks.len() {
        // Probing what comes after must not show in the trace as if it had happened.
        let trace = cx.trace.take();
        let others = probe(cx, target, plan, later, row, None).unwrap_or_default();
        cx.trace = trace;
        if !others.is_empty() {
            conflict.also.push(describe(cx, target, &plan.checks[later], row, &others));
        }
    }
    let span = match check.origin {
        Origin::Statement(span) => Some(span),
        Origin::Constraint(_) | Origin::Default => None,
    };
    let mut error = kind.nowhere();
    (error.span, error.undo, error.conflict) = (span, scope, Some(Box::new(conflict)));
    error
}

fn violation(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    check: &Check,
    row: &NewRow,
    others: &[i64],
) -> ErrorKind {
    let table = target.table.name.to_string();
    let columns: Vec<String> = check.columns.iter().map(|c| c.to_string()).collect();
    let width = target.table.columns.len();
    match &check.kind {
        CheckKind::NotNull { column, .. } => {
            let column = target.table.columns[*column].name.to_string();
            ErrorKind::NotNull { table, column, row: shown_row(target, row, width) }
        }
        CheckKind::Type { column, .. } => {
            let definition = &target.table.columns[*column];
            ErrorKind::StrictType {
                table,
                column: definition.name.to_string(),
                declared: definition.declared.to_string(),
                value: row.values[*column].clone(),
            }
        }
        CheckKind::Check { domain: Some(domain), .. } => {
            let constraint = check.constraint.as_ref().map(|c| c.to_string());
            ErrorKind::Domain { domain: domain.to_string(), constraint }
        }
        CheckKind::Check { text, .. } => {
            let constraint = check.constraint.as_ref().unwrap_or(text).to_string();
            ErrorKind::Check { table, constraint, row: shown_row(target, row, width) }
        }
        CheckKind::Rowid { kind } => ErrorKind::Unique(Box::new(UniqueViolation {
            table,
            index: String::new(),
            key_kind: *kind,
            columns,
            expression: false,
            key: vec![Value::Int(row.rowid)],
            existing_key: Vec::new(),
            creating: false,
        })),
        CheckKind::Unique(unique) => {
            let key = key_values(cx, unique, row);
            ErrorKind::Unique(Box::new(UniqueViolation {
                table,
                index: unique.name.to_string(),
                key_kind: unique.kind,
                columns,
                expression: unique.expression,
                key,
                existing_key: Vec::new(),
                creating: false,
            }))
        }
        CheckKind::Exclusion { key, .. } => {
            let mine = exclusion_key(cx, key, &row.values);
            let other = others.first().and_then(|other| cx.store.row(target.table.id, *other));
            let theirs = other.map(|slot| row::read_row(cx, slot)).unwrap_or_default();
            ErrorKind::Unique(Box::new(UniqueViolation {
                table,
                index: check.constraint.as_ref().map_or_else(String::new, |c| c.to_string()),
                key_kind: KeyKind::Exclusion,
                columns,
                expression: false,
                key: mine,
                existing_key: exclusion_key(cx, key, &theirs),
                creating: false,
            }))
        }
        CheckKind::Unusable => {
            let constraint = check.constraint.as_ref().map_or_else(String::new, |c| c.to_string());
            ErrorKind::DeferrableArbiter { table, constraint }
        }
    }
}

/// The values of a row that an exclusion constraint compares.
fn exclusion_key(cx: &mut Cx<'_>, terms: &[Expr], row: &[Value]) -> Vec<Value> {
    let values = terms.iter().map(|term| expr::eval(cx, term, &Env::of(row)));
    values.map(Result::unwrap_or_default).collect()
}

fn key_values(cx: &mut Cx<'_>, unique: &UniqueCheck, row: &NewRow) -> Vec<Value> {
    match &unique.plain {
        Some(columns) => columns.iter().map(|c| row.values[*c].clone()).collect(),
        None => {
            let key = compute_key(cx, &unique.key, &unique.prefixes, &row.values);
            key.unwrap_or_default()
        }
    }
}

fn describe(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    check: &Check,
    row: &NewRow,
    others: &[i64],
) -> Conflict {
    let width = target.table.columns.len();
    let (kind, index, key) = match &check.kind {
        CheckKind::NotNull { column, .. } => ("not null", None, vec![row.values[*column].clone()]),
        CheckKind::Type { column, .. } => ("check", None, vec![row.values[*column].clone()]),
        CheckKind::Check { .. } => ("check", None, Vec::new()),
        CheckKind::Rowid { kind } => (kind.name(), None, vec![Value::Int(row.rowid)]),
        CheckKind::Unique(unique) => {
            (unique.kind.name(), Some(unique.name.to_string()), key_values(cx, unique, row))
        }
        CheckKind::Exclusion { key, .. } => {
            ("exclusion", None, exclusion_key(cx, key, &row.values))
        }
        CheckKind::Unusable => ("unique", None, Vec::new()),
    };
    let mut existing = Vec::new();
    for other in others {
        if let Some(slot) = cx.store.row(target.table.id, *other) {
            let mut values = row::read_row(cx, slot);
            values.truncate(width);
            existing.push((*other, values));
        }
    }
    Conflict {
        kind,
        table: target.table.name.to_string(),
        constraint: check.constraint.as_ref().map(|c| c.to_string()),
        index,
        columns: check.columns.iter().map(|c| c.to_string()).collect(),
        key,
        ordinal: cx.ordinal,
        row: row.values[..width].to_vec(),
        existing,
        also: Vec::new(),
        clause: check.word,
        origin: check.origin.name(),
    }
}

/// Judges a check that was put off, for the row as it is now.
///
/// # Errors
/// The violation, if it is still there.
pub(super) fn judge_deferred(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    rowid: i64,
) -> Result<()> {
    let Some(slot) = cx.store.row(target.table.id, rowid) else { return Ok(()) };
    let row = NewRow {
        values: row::read_row(cx, slot),
        beside: Vec::new(),
        rowid,
        fresh: false,
        replaces: Some((rowid, slot)),
        mode: Mode::Strict,
        touch_once: false,
        parents_first: false,
    };
    let others = probe(cx, target, plan, number, &row, None)?;
    if others.is_empty() {
        return Ok(());
    }
    decide(cx, plan, number, others.first().copied());
    Err(stop(cx, target, plan, number, &row, &others, Scope::Statement))
}

fn passed(cx: &mut Cx<'_>, plan: &Rc<ConflictPlan>, number: usize, passed: bool) {
    note(cx, plan, number, |check| StepKind::Check { check, passed });
}

fn probed(
    cx: &mut Cx<'_>,
    plan: &Rc<ConflictPlan>,
    number: usize,
    key: impl FnOnce() -> Vec<Value>,
    hit: Option<i64>,
    own: bool,
) {
    note(cx, plan, number, |check| StepKind::Probe { check, key: key(), hit, own });
}

fn skipped(cx: &mut Cx<'_>, plan: &Rc<ConflictPlan>, number: usize, reason: &'static str) {
    note(cx, plan, number, |check| StepKind::Skipped { check, reason });
}

fn decide(cx: &mut Cx<'_>, plan: &Rc<ConflictPlan>, number: usize, other: Option<i64>) {
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
