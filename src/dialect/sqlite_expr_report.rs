//! SQLite: the words for errors in expressions and queries; texts compared with SQLite 3.54.

use crate::error::ErrorKind;

/// The words for an error.
pub(super) fn words(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::NoSuchQualifier { column, .. } | ErrorKind::UnseenQualifier { column, .. } => {
            format!("no such column: {column}")
        }
        ErrorKind::ArgCount { name } => format!("wrong number of arguments to function {name}()"),
        ErrorKind::AggregateMisuse { clause: "GROUP BY", .. } => {
            "aggregate functions are not allowed in the GROUP BY clause".to_string()
        }
        ErrorKind::AggregateMisuse { name, clause: crate::plan::OUTER } => {
            format!("misuse of aggregate: {name}()")
        }
        ErrorKind::AggregateMisuse { name, .. } => format!("misuse of aggregate function {name}()"),
        ErrorKind::AggregateInOrder { name } => format!("misuse of aggregate: {name}()"),
        ErrorKind::AggregateClause { clause: "FILTER", name } => {
            format!("FILTER may not be used with non-aggregate {name}()")
        }
        ErrorKind::AggregateClause { clause, name } => {
            format!("{clause} may not be used with non-aggregate {name}()")
        }
        ErrorKind::HavingWithoutGroups => "HAVING clause on a non-aggregate query".to_string(),
        ErrorKind::RaiseOutsideTrigger => {
            "RAISE() may only be used within a trigger-program".to_string()
        }
        ErrorKind::WindowMisuse { name, .. } => format!("misuse of window function {name}()"),
        ErrorKind::NotGrouped { column, .. } => format!("no such column: {column}"),
        ErrorKind::SubqueryColumns { found, expected } => {
            format!("sub-select returns {found} columns - expected {expected}")
        }
        ErrorKind::RowMisused | ErrorKind::RowWidths { .. } => "row value misused".to_string(),
        ErrorKind::PositionRange { clause, term, columns, .. } => format!(
            "{} {clause} BY term out of range - should be between 1 and {columns}",
            ordinal(*term)
        ),
        ErrorKind::OrderNotResult { term } => {
            format!("{} ORDER BY term does not match any column in the result set", ordinal(*term))
        }
        ErrorKind::CompoundColumns { op } => format!(
            "SELECTs to the left and right of {op} do not have the same number of result columns"
        ),
        ErrorKind::ValuesColumns => "all VALUES must have the same number of terms".to_string(),
        ErrorKind::NamedColumns { table, found, named } => {
            format!("table {table} has {found} values for {named} columns")
        }
        ErrorKind::NoTables => "no tables specified".to_string(),
        ErrorKind::RecursionMisuse { name } => format!("circular reference: {name}"),
        ErrorKind::GeneratedColumn { name } => format!("error in generated column \"{name}\""),
        ErrorKind::GeneratedLoop { name } => format!("generated column loop on \"{name}\""),
        ErrorKind::CircularView { name } => format!("view {name} is circularly defined"),
        ErrorKind::RepeatedName { name } => format!("ambiguous column name: {name}"),
        ErrorKind::UsingColumn { name } => {
            format!("cannot join using column {name} - column not present in both tables")
        }
        ErrorKind::IntegerOverflow => "integer overflow".to_string(),
        ErrorKind::Raised { message, .. } => message.clone(),
        _ => super::FOREIGN_MESSAGE.to_string(),
    }
}

/// `1st`, `2nd`, `3rd`, `4th`, `11th` …
pub(super) fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
