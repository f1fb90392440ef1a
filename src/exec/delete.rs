//! DELETE: rows are found first, then removed one after another.

use super::expr::Env;
use super::query::limit_of;
use super::row::{delete_row, read_row};
use super::trigger;
use super::update::{FoundRows, found_again, found_rows, keys_of};
use super::write::{Beside, Outcome, Run, end_statement};
use super::{Cx, foreign};
use crate::error::{ErrorKind, Result};
use crate::plan::dml::Delete;
use crate::plan::trigger::Event;
use crate::syntax::ast::TriggerTime;

/// Runs a DELETE.
///
/// # Errors
/// As `insert::run_insert`.
pub(super) fn run_delete(cx: &mut Cx<'_>, plan: &Delete, outcome: &mut Outcome) -> Result<()> {
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
    let limit = limit_of(cx, plan.limit.as_ref(), &Env { row: &[], outer: None })?;
    for (number, (rowid, source)) in rows.into_iter().enumerate() {
        if limit.is_some_and(|limit| run.outcome.tally.deleted >= limit) {
            break;
        }
        cx.tick()?;
        cx.ordinal = number + 1;
        let Some(rowid) = found_again(cx, target, keys.get(number), rowid) else { continue };
        let source = source.filter(|_| plan.joined);
        let beside = source.map(|mut row| row.split_off(width + 1)).unwrap_or_default();
        if plan.ignores {
            let slot = cx.store.row(target.table.id, rowid);
            let mut kept = foreign::check_now(cx, target, slot, None);
            // BEFORE DELETE fires for the attempt ("Trigger Syntax and Examples").
            if kept.is_err()
                && trigger::any(target, TriggerTime::Before, Event::Delete)
                && let Some(slot) = slot
            {
                let row = read_row(cx, slot);
                let rows = trigger::Rows { old: Some(&row), new: None, changed: &[] };
                trigger::fire(cx, target, TriggerTime::Before, Event::Delete, rows)?;
                kept = foreign::check_now(cx, target, Some(slot), None);
            }
            if let Err(error) = kept {
                cx.warn("Warning", error.into_kind());
                run.outcome.tally.ignored += 1;
                continue;
            }
        }
        let mark = cx.undo.mark();
        let beside = Beside { after: &beside, ..Beside::default() };
        let mut gone = false;
        let deleted =
            run.write(target, beside, |then| delete_row(cx, target, rowid, then, &mut gone));
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
        if gone {
            run.outcome.tally.deleted += 1;
            run.outcome.changes += 1;
        }
        deleted?;
    }
    Ok(())
}
