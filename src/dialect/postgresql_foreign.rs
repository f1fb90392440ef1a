//! PostgreSQL: what a foreign key must be when it is declared, and its name (tablecmds.c,
//! ATAddForeignKeyConstraint; parse_utilcmd.c). Compared with PostgreSQL 18.

use super::postgresql::choose_name;
use super::postgresql_cast::{is_implicit, rank, same};
use super::postgresql_types::sql_name;
use super::postgresql_values::report;
use crate::catalog::{ForeignKey, IndexOrigin, Table};
use crate::error::{ErrorKind, Report};
use crate::plan::rules::{ForeignKeyName, ForeignKeySides, ForeignParentFound};
use crate::syntax::ast::{Deferrable, FkAction};
use crate::types::Type;

type Accepted = Result<(), ErrorKind>;

/// `t_a_b_fkey`.
pub(super) fn name(key: ForeignKeyName<'_>) -> Option<String> {
    Some(choose_name(key.table, &key.columns.join("_"), "fkey", key.taken))
}

/// A column of a foreign key that is not there.
pub(super) fn no_column(name: String) -> ErrorKind {
    let message = format!("column \"{name}\" referenced in foreign key constraint does not exist");
    ErrorKind::Report(Box::new(report("42703", message)))
}

fn refused(code: &str, message: String) -> Accepted {
    Err(ErrorKind::Report(Box::new(report(code, message))))
}

/// Whether a foreign key fits its parent.
pub(super) fn accept(sides: &ForeignKeySides<'_>) -> Accepted {
    let ForeignKeySides { key, child, .. } = sides;
    let parent = match sides.parent {
        ForeignParentFound::Table(parent) => parent,
        ForeignParentFound::Other => {
            let message = format!("referenced relation \"{}\" is not a table", key.parent);
            return refused("42809", message);
        }
        ForeignParentFound::Missing => {
            return refused("42P01", format!("relation \"{}\" does not exist", key.parent));
        }
    };
    if let Some(other) = key.set_columns.iter().find(|c| !key.columns.contains(c)) {
        let column = &child.columns[*other].name;
        let message = format!(
            "column \"{column}\" referenced in ON DELETE SET action must be part of foreign key"
        );
        return refused("42P10", message);
    }
    let columns = parent_columns(sides, parent)?;
    generated(key, child)?;
    if columns.len() != key.columns.len() {
        let message = "number of referencing and referenced columns for foreign key disagree";
        return refused("42830", message.to_string());
    }
    for (own, theirs) in key.columns.iter().zip(&columns) {
        let (own, theirs) = (&child.columns[*own], &parent.columns[*theirs]);
        if !comparable(&own.ty, &theirs.ty) {
            let name = key.name.as_deref().unwrap_or_default();
            let detail = format!(
                "Key columns \"{}\" of the referencing table and \"{}\" of the referenced table are of incompatible types: {} and {}.",
                own.name,
                theirs.name,
                sql_name(&own.ty),
                sql_name(&theirs.ty)
            );
            let message = format!("foreign key constraint \"{name}\" cannot be implemented");
            let report = Report { detail: Some(detail), ..report("42804", message) };
            return Err(ErrorKind::Report(Box::new(report)));
        }
    }
    Ok(())
}

/// The parent's columns: those that are named, which must be a key, or its primary key.
fn parent_columns(sides: &ForeignKeySides<'_>, parent: &Table) -> Result<Vec<usize>, ErrorKind> {
    let name = &parent.name;
    let deferrable = |kind: &str| {
        refused("55000", format!("cannot use a deferrable {kind} for referenced table \"{name}\""))
    };
    if sides.key.parent_columns.is_empty() {
        let primary = sides.indexes.iter().find(|i| i.origin == IndexOrigin::PrimaryKey);
        let Some(primary) = primary else {
            let message = format!("there is no primary key for referenced table \"{name}\"");
            return refused("42704", message).map(|()| Vec::new());
        };
        if primary.deferrable != Deferrable::No {
            deferrable("primary key")?;
        }
        return Ok(parent.primary_key.clone());
    }
    let mut columns = Vec::new();
    for (column, written) in sides.columns.iter().zip(&sides.key.parent_columns) {
        let Some(column) = column else { return Err(no_column(written.to_string())) };
        if columns.contains(column) {
            let message = "foreign key referenced-columns list must not contain duplicates";
            return refused("42830", message.to_string()).map(|()| Vec::new());
        }
        columns.push(*column);
    }
    let is_key = |index: &&std::rc::Rc<crate::catalog::Index>| {
        let of = index.columns().unwrap_or_default();
        index.unique
            && index.filter.is_none()
            && of.len() == columns.len()
            && columns.iter().all(|c| of.contains(c))
    };
    match sides.indexes.iter().find(is_key) {
        Some(index) if index.deferrable != Deferrable::No => deferrable("unique constraint")?,
        Some(_) => {}
        None => refused(
            "42830",
            format!(
                "there is no unique constraint matching given keys for referenced table \"{name}\""
            ),
        )?,
    }
    Ok(columns)
}

/// A generated column cannot be set by an action.
fn generated(key: &ForeignKey, child: &Table) -> Accepted {
    if !key.columns.iter().any(|c| child.columns[*c].generated.is_some()) {
        return Ok(());
    }
    for (event, action) in [("UPDATE", key.on_update), ("DELETE", key.on_delete)] {
        let sets = matches!(action, FkAction::SetNull | FkAction::SetDefault);
        if sets || action == FkAction::Cascade && event == "UPDATE" {
            let message = format!(
                "invalid ON {event} action for foreign key constraint containing generated column"
            );
            return refused("42601", message);
        }
    }
    Ok(())
}

/// Whether the parent's key has an equality for the child's type: within a family of types, or
/// after an implicit conversion.
fn comparable(child: &Type, parent: &Type) -> bool {
    let family = |ty: &Type| match ty {
        Type::Int { .. } => 1,
        Type::Float4 | Type::Float8 => 2,
        Type::Date | Type::Timestamp { .. } => 3,
        Type::Text | Type::Varchar(_) => 4,
        _ => 0,
    };
    same(child, parent)
        || family(child) != 0 && family(child) == family(parent)
        || is_implicit(child, parent) && (rank(child).is_some() == rank(parent).is_some())
}

/// TRUNCATE of a table that another refers to.
pub(super) fn truncated_parent(_: &ForeignKey, child: &Table, parent: &Table) -> ErrorKind {
    let (child, parent) = (&child.name, &parent.name);
    let message = "cannot truncate a table referenced in a foreign key constraint";
    ErrorKind::Report(Box::new(Report {
        detail: Some(format!("Table \"{child}\" references \"{parent}\".")),
        hint: Some(format!(
            "Truncate table \"{child}\" at the same time, or use TRUNCATE ... CASCADE."
        )),
        ..report("0A000", message)
    }))
}
