//! The rows that stand in the way of a row: what each check of a key looks for.

use std::rc::Rc;

use super::NewRow;
use super::note::{probed, skipped};
use super::violation::exclusion_key;
use crate::error::Result;
use crate::exec::expr::{self, Env};
use crate::exec::{Cx, row};
use crate::order::sort_by_number;
use crate::plan::conflict::{CheckKind, ConflictPlan, UniqueCheck};
use crate::plan::dml::Target;
use crate::plan::node::Expr;
use crate::store::{KeyHash, KeyRef};
use crate::value::Value;

/// The rows that have the row's key already, under one check.
pub(super) fn probe(
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
        CheckKind::Exclusion { condition, key, .. } => {
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
            // Its index has the rows as they were first put there.
            let table = target.table.id;
            sort_by_number(&mut others, &mut |rowid| cx.store.first_version(table, *rowid));
            if cx.trace.is_some() {
                let values = exclusion_key(cx, key, &row.values);
                probed(cx, plan, number, || values, others.first().copied(), false);
            }
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
pub(in crate::exec) fn compute_key(
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
