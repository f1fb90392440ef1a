//! What is said of a row that may not be written: the error, and all that is in its way.

use std::rc::Rc;

use super::NewRow;
use super::probe::{compute_key, probe};
use crate::error::{Conflict, Error, ErrorKind, KeyKind, Result, UniqueViolation};
use crate::exec::expr::{self, Env};
use crate::exec::{Cx, row};
use crate::plan::conflict::{Check, CheckKind, ConflictPlan, Origin, Scope, UniqueCheck};
use crate::plan::dml::Target;
use crate::plan::node::Expr;
use crate::value::Value;

/// The error of a check that stops the statement, with everything that is in the way.
pub(super) fn stop(
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
    error.in_schema(&target.table.schema)
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
            ErrorKind::NotNull { table, column, row: shown_row(target, &row.values, width) }
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
            ErrorKind::Check { table, constraint, row: shown_row(target, &row.values, width) }
        }
        CheckKind::Rowid { kind } => ErrorKind::Unique(Box::new(UniqueViolation {
            table,
            index: String::new(),
            key_kind: *kind,
            columns,
            declared: Vec::new(),
            expression: false,
            key: vec![Value::Int(row.rowid)],
            existing_key: Vec::new(),
            creating: false,
        })),
        CheckKind::Unique(unique) => {
            let key = key_values(cx, unique, row);
            let declared = |name: &Rc<str>| {
                let found = target.table.columns.iter().find(|c| c.name == *name);
                found.map_or_else(|| Rc::from(""), |c| c.declared.clone())
            };
            ErrorKind::Unique(Box::new(UniqueViolation {
                table,
                index: unique.name.to_string(),
                key_kind: unique.kind,
                columns,
                declared: check.columns.iter().map(declared).collect(),
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
                declared: Vec::new(),
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

/// The error for a rowid that was chosen and then taken by a trigger.
pub(super) fn rowid_taken(target: &Target, row: &NewRow) -> ErrorKind {
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
        declared: Vec::new(),
        expression: false,
        key: vec![Value::Int(row.rowid)],
        existing_key: Vec::new(),
        creating: false,
    }))
}

/// The error for NULL in a column, without its row.
pub(in crate::exec) fn null_in(target: &Target, column: usize) -> ErrorKind {
    let table = target.table.name.to_string();
    let column = target.table.columns[column].name.to_string();
    ErrorKind::NotNull { table, column, row: Vec::new() }
}

/// Looks whether a row that was written through a view is one of the view's.
///
/// # Errors
/// It is not.
pub(in crate::exec) fn check_views(
    cx: &mut Cx<'_>,
    target: &Target,
    row: &[Value],
) -> crate::error::Result<()> {
    for (view, condition) in &target.view_checks {
        if expr::eval_condition(cx, condition, &Env::of(row))? != Some(true) {
            let row = shown_row(target, row, target.table.columns.len());
            return Err(ErrorKind::OutsideView { view: view.to_string(), row }.nowhere());
        }
    }
    Ok(())
}

/// The row as errors show it: columns that are not stored have no values.
fn shown_row(target: &Target, row: &[Value], width: usize) -> Vec<Value> {
    let mut shown = row[..width].to_vec();
    for (value, column) in shown.iter_mut().zip(&target.table.columns) {
        if column.generated.as_ref().is_some_and(|g| !g.stored) {
            *value = Value::text("virtual");
        }
    }
    shown
}

/// The values of a row that an exclusion constraint compares.
pub(super) fn exclusion_key(cx: &mut Cx<'_>, terms: &[Expr], row: &[Value]) -> Vec<Value> {
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
