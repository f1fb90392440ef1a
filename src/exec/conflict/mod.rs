//! Places one row: the heart of the project.
//!
//! | constraint | Stop (ABORT, FAIL, ROLLBACK) | Skip (IGNORE, DO NOTHING) | REPLACE | UPDATE |
//! |---|---|---|---|---|
//! | NOT NULL | error | row left out | `UseDefault`: its default, else error | – |
//! | CHECK | error | row left out | error | – |
//! | rowid, PRIMARY KEY, UNIQUE | error | row left out | `DeleteOther`: rows in the way go | `UpdateOther`: the row in the way changes instead |
//!
//! What an error undoes is its scope: nothing (FAIL), the statement (ABORT), the transaction
//! (ROLLBACK). Which action a check has was decided in `plan/conflict/`.
//!
//! Worked example: `u(id INTEGER PRIMARY KEY, email UNIQUE)` holds `(1,'ann')` and `(2,'bob')`;
//! `REPLACE INTO u VALUES (1,'bob')` meets row 1 at its first check and row 2 at its second,
//! deletes both and then writes the new row.

mod note;
mod null;
mod probe;
mod update;
mod violation;

use std::rc::Rc;

pub(super) use null::coerce_null;
pub(super) use probe::compute_key;
pub(super) use violation::{check_views, null_in};

use note::{decide, passed};
use null::put_default;
use probe::probe;
use update::update_other;
use violation::{rowid_taken, stop};

use super::Cx;
use super::expr::{self, Env};
use super::row;
use super::write::OnWritten;
use super::{counted, foreign};
use crate::error::{ErrorKind, Result};
use crate::plan::conflict::{Action, CheckKind, ConflictPlan, Scope, UniqueCheck, When};
use crate::plan::dml::Target;
use crate::plan::rules::Mode;
use crate::store::{KeyHash, Slot};
use crate::trace::StepKind;
use crate::value::Value;

/// A row on its way in.
#[derive(Debug)]
pub struct NewRow {
    /// Its values, and its rowid after them.
    pub values: Vec<Value>,
    /// What its query gives beside them, for an upsert.
    pub beside: Vec<Value>,
    /// Its values as they were given, where they are seen so.
    pub raw: Vec<Value>,
    /// Its rowid.
    pub rowid: i64,
    /// The rowid was chosen by the engine, so no other row has it.
    pub fresh: bool,
    /// The row that it takes the place of.
    pub replaces: Option<(i64, Slot)>,
    /// That row as it was before the triggers of its UPDATE ran, which is what its foreign keys go by
    /// (update.c, `regOld`).
    pub before: Option<Vec<Value>>,
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
        /// Other rows deleted for it.
        deleted: usize,
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

/// Runs the plan's checks in order, acts on each violation, and writes the row if it may be. What
/// is to be done with a row that is updated instead is in `then`.
///
/// # Errors
/// The violation of a check whose action is to stop; errors of expressions.
pub fn place_row(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    mut row: NewRow,
    then: Option<OnWritten<'_>>,
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
            return update_other(cx, target, plan, (arm, other), row, then);
        }
        Err(error) => Err(error),
    };
    cx.work.hashes = hashes;
    placed
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
    let present;
    let before = match &row.before {
        Some(before) => before,
        None => {
            present = row::read_row(cx, slot);
            &present
        }
    };
    counted::removed(cx, target, before, true)?;
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
                if let CheckKind::Unique(unique) = &check.kind
                    && let Err(error) = foreign_first(cx, target, unique, row)
                {
                    if !plan.skips_foreign {
                        return Err(error);
                    }
                    cx.warn("Warning", error.into_kind());
                    return Ok(Verdict::Skip);
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
                recheck = true;
                let last = plan.checks[number + 1..].iter().all(|c| !c.is_unique());
                let pins = check.is_unique() && row.replaces.is_some();
                let stays = last && target.replaces_in_place;
                for other in found {
                    same += usize::from(stays && is_same(cx, target, other, row));
                    // RAISE(IGNORE) in a delete trigger keeps the row; it is then found below.
                    // The row that an UPDATE is at may not be moved by delete triggers (insert.c,
                    // OP_CursorLock).
                    let gone = row::delete_replaced(cx, target, other, pins)?;
                    deleted += usize::from(gone);
                    if stays && gone && row.replaces.is_none() {
                        row.rowid = other;
                        row.values[target.table.columns.len()] = Value::Int(other);
                    }
                }
                // Only now, since triggers insert rows of their own.
                cx.work.collided = true;
                // They may have changed the row that is being updated, which stays no other row.
                if let Some((own, _)) = row.replaces
                    && let Some(now) = cx.store.row(target.table.id, own)
                {
                    row.replaces = Some((own, now));
                }
            }
            Action::UpdateOther(arm) => {
                let Some(other) = other else { continue };
                if !matches!(check.kind, CheckKind::Rowid { .. }) {
                    row.raw.clear();
                }
                return Ok(Verdict::Update { arm, other });
            }
        }
    }
    if let Some(missing) = missing {
        return Err(stop(cx, target, plan, missing, row, &[], Scope::Statement));
    }
    // What deleting does may bring rows of its own (insert.c, `nReplaceTrig`).
    let acts =
        !target.triggers.is_empty() || !target.children.is_empty() || !target.parents.is_empty();
    if recheck && acts {
        check_again(cx, target, plan, row)?;
    }
    Ok(Verdict::Write { deleted, same })
}

/// Foreign keys that InnoDB looks at before it takes a key of an index: children that hold on to the key
/// that was, and the parent of the new one.
fn foreign_first(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    unique: &UniqueCheck,
    row: &NewRow,
) -> Result<()> {
    let held = unique.plain.as_ref().filter(|_| !target.parents.is_empty());
    if held.is_none() && target.children.is_empty() {
        return Ok(());
    }
    let old = row.replaces.map(|(_, slot)| row::read_row(cx, slot));
    if let (Some(columns), Some(old)) = (held, &old) {
        foreign::check_kept(cx, target, old, Some(&row.values), Some(columns))?;
    }
    if target.children.is_empty() {
        return Ok(());
    }
    let found = foreign::check_parents(cx, target, old.as_deref(), &row.values, Some(unique.index));
    cx.work.orphan |= found.is_err();
    found
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

/// STRICT types and domains are judged before a BEFORE trigger runs (semantics of insert.c, compared
/// with SQLite 3.54; PostgreSQL 18).
pub(super) fn check_types(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    plan: &Rc<ConflictPlan>,
    row: &NewRow,
) -> Result<()> {
    for (number, check) in plan.checks.iter().enumerate() {
        let fits = match &check.kind {
            CheckKind::Type { column, strict } => strict.accepts(&row.values[*column]),
            CheckKind::Check { condition, domain: Some(_), .. } => {
                expr::eval_condition(cx, condition, &Env::of(&row.values))? != Some(false)
            }
            _ => true,
        };
        if !fits {
            return Err(stop(cx, target, plan, number, row, &[], Scope::Statement));
        }
    }
    Ok(())
}

/// Whether a row is as the one that is in its way.
fn is_same(cx: &Cx<'_>, target: &Target, other: i64, row: &NewRow) -> bool {
    let Some(slot) = cx.store.row(target.table.id, other) else { return false };
    cx.store.record(slot).values().zip(&row.values).all(|(a, b)| a.is_identical(b.borrow()))
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
        raw: Vec::new(),
        rowid,
        fresh: false,
        replaces: Some((rowid, slot)),
        before: None,
        mode: Mode::STRICT,
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
