//! MySQL: what a foreign key must be when it is declared, its name, and the words for its errors
//! ("FOREIGN KEY Constraints", "MySQL 8.4 Error Message Reference"; sql_table.cc, prepare_fk_key;
//! behaviour compared with MariaDB 10.11).

use super::mysql_report::entry;
use crate::catalog::{ForeignKey, Index, Table, Term};
use crate::error::{ErrorKind, ForeignKeySide, ForeignKeyViolation, Report};
use crate::plan::rules::{ForeignKeyName, ForeignKeySides, ForeignParentFound};
use crate::syntax::ast::FkAction;
use crate::types::Type;

/// `t_ibfk_1`, `t_ibfk_2` …
pub(super) fn name(key: ForeignKeyName<'_>) -> Option<String> {
    let named = |number| format!("{}_ibfk_{number}", key.table);
    (1..).map(named).find(|name| !(key.taken)(name))
}

/// The definition as errors repeat it.
pub(super) fn definition(key: &ForeignKey, child: &Table, _parent: &Table) -> String {
    written(key, child, false)
}

/// SHOW CREATE TABLE takes NO ACTION for the default (sql_show.cc, print_foreign_key_info), errors
/// RESTRICT.
pub(super) fn written(key: &ForeignKey, child: &Table, shown: bool) -> String {
    let list = |names: Vec<&str>| {
        let quoted: Vec<_> = names.iter().map(|n| super::mysql_show::quoted(n)).collect();
        quoted.join(", ")
    };
    let own = list(key.columns.iter().map(|c| &*child.columns[*c].name).collect());
    let theirs = list(key.parent_columns.iter().map(|c| &**c).collect());
    let action = |event: &str, action: FkAction| match action {
        FkAction::Unsaid => String::new(),
        FkAction::Restrict if !shown => String::new(),
        FkAction::NoAction if shown => String::new(),
        said => [" ON ", event, " ", said.words()].concat(),
    };
    format!(
        "CONSTRAINT {} FOREIGN KEY ({own}) REFERENCES {} ({theirs}){}{}",
        super::mysql_show::quoted(key.name.as_deref().unwrap_or_default()),
        super::mysql_show::quoted(&key.parent),
        action("DELETE", key.on_delete),
        action("UPDATE", key.on_update)
    )
}

/// 1452 and 1451 repeat the child's definition.
pub(super) fn violated(violation: &ForeignKeyViolation) -> Report {
    let ForeignKeyViolation { child, definition, .. } = violation;
    let (errno, code, what) = match violation.side {
        ForeignKeySide::Child => {
            (1452, "ER_NO_REFERENCED_ROW_2", "Cannot add or update a child row")
        }
        ForeignKeySide::Parent | ForeignKeySide::Restrict => {
            (1451, "ER_ROW_IS_REFERENCED_2", "Cannot delete or update a parent row")
        }
    };
    let message =
        format!("{what}: a foreign key constraint fails (`play`.`{child}`, {definition})");
    entry(errno, "23000", code, message)
}

fn refused(errno: i32, code: &str, message: String) -> Result<(), ErrorKind> {
    Err(ErrorKind::Report(Box::new(entry(errno, "HY000", code, message))))
}

/// A column that a foreign key sets to NULL may not be NOT NULL.
pub(super) fn refuse_strict(child: &Table, key: &ForeignKey) -> Result<(), ErrorKind> {
    let sets_null = key.on_delete == FkAction::SetNull || key.on_update == FkAction::SetNull;
    let strict = |c: &&usize| child.columns[**c].not_null.is_some();
    let Some(column) = key.columns.iter().find(strict).filter(|_| sets_null) else {
        return Ok(());
    };
    let (column, name) = (&child.columns[*column].name, key.name.as_deref().unwrap_or_default());
    let message = format!(
        "Column '{column}' cannot be NOT NULL: needed in a foreign key constraint '{name}' SET NULL"
    );
    refused(1830, "ER_FK_COLUMN_NOT_NULL", message)
}

/// Whether a foreign key fits its parent.
pub(super) fn accept(sides: &ForeignKeySides<'_>) -> Result<(), ErrorKind> {
    let ForeignKeySides { key, child, .. } = sides;
    let name = key.name.as_deref().unwrap_or_default();
    if key.on_delete == FkAction::SetDefault || key.on_update == FkAction::SetDefault {
        let message = "Cannot add foreign key constraint".to_string();
        return refused(1215, "ER_CANNOT_ADD_FOREIGN", message);
    }
    let ForeignParentFound::Table(parent) = sides.parent else {
        let message = format!("Failed to open the referenced table '{}'", key.parent);
        return refused(1824, "ER_FK_CANNOT_OPEN_PARENT", message);
    };
    refuse_strict(child, key)?;
    let mut columns = Vec::new();
    for (number, found) in sides.columns.iter().enumerate() {
        let Some(column) = found else {
            let missing = &key.parent_columns[number];
            let message = format!(
                "Failed to add the foreign key constraint. Missing column '{missing}' for constraint '{name}' in the referenced table '{}'",
                parent.name
            );
            return refused(3734, "ER_FK_NO_COLUMN_PARENT", message);
        };
        columns.push(*column);
    }
    for (own, theirs) in key.columns.iter().zip(&columns) {
        let (own, theirs) = (&child.columns[*own], &parent.columns[*theirs]);
        let alike =
            is_text(&own.ty) && is_text(&theirs.ty) && own.collation.name == theirs.collation.name
                || own.ty == theirs.ty;
        if !alike {
            let message = format!(
                "Referencing column '{}' and referenced column '{}' in foreign key constraint '{name}' are incompatible.",
                own.name, theirs.name
            );
            return refused(3780, "ER_FK_INCOMPATIBLE_COLUMNS", message);
        }
    }
    let begins = |index: &Index| {
        index.terms.len() >= columns.len()
            && index
                .terms
                .iter()
                .zip(&columns)
                .all(|(term, column)| matches!(term.term, Term::Column(c) if c == *column))
    };
    let fits = |i: &&std::rc::Rc<Index>| begins(i);
    // restrict_fk_on_non_standard_key, on by default from 8.4 on, wants a whole unique key.
    let whole = |i: &std::rc::Rc<Index>| i.unique && i.terms.len() == columns.len();
    if sides.indexes.iter().filter(fits).any(whole) {
        return Ok(());
    }
    let (errno, code, what) = match sides.indexes.iter().any(|i| begins(i)) {
        false => (1822, "ER_FK_NO_INDEX_PARENT", "index"),
        true => (6125, "ER_FK_NO_UNIQUE_INDEX_PARENT", "unique key"),
    };
    let message = format!(
        "Failed to add the foreign key constraint. Missing {what} for constraint '{name}' in the referenced table '{}'",
        parent.name
    );
    refused(errno, code, message)
}

fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::Varchar(_) | Type::Char(_) | Type::Text)
}

/// 1239: so many columns on each side.
pub(super) fn refuse(
    _column: Option<&str>,
    own: usize,
    _parent: &str,
    theirs: usize,
) -> Result<(), ErrorKind> {
    if own == theirs {
        return Ok(());
    }
    let message = "Incorrect foreign key definition for 'foreign key without name': Key reference and table reference don't match";
    Err(ErrorKind::Report(Box::new(entry(1239, "42000", "ER_WRONG_FK_DEF", message.to_string()))))
}

/// TRUNCATE of a table that another refers to.
pub(super) fn truncated_parent(key: &ForeignKey, child: &Table, _parent: &Table) -> ErrorKind {
    let name = key.name.as_deref().unwrap_or_default();
    let message = format!(
        "Cannot truncate a table referenced in a foreign key constraint (`play`.`{}`, CONSTRAINT `{name}`)",
        child.name
    );
    ErrorKind::Report(Box::new(entry(1701, "42000", "ER_TRUNCATE_ILLEGAL_FK", message)))
}

/// DROP TABLE of a table that another refers to.
pub(super) fn dropped_parent(key: &ForeignKey, child: &Table, parent: &Table) -> ErrorKind {
    let message = format!(
        "Cannot drop table '{}' referenced by a foreign key constraint '{}' on table '{}'.",
        parent.name,
        key.name.as_deref().unwrap_or_default(),
        child.name
    );
    ErrorKind::Report(Box::new(entry(3730, "HY000", "ER_FK_CANNOT_DROP_PARENT", message)))
}
