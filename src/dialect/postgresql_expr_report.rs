//! PostgreSQL: the words for errors in expressions and queries; texts compared with PostgreSQL 18.

use super::postgresql_report::{placed, plain};
use crate::error::{ErrorKind, Report};

/// The words for an error.
pub(super) fn words(kind: &ErrorKind) -> Report {
    match kind {
        ErrorKind::NoSuchOperator { operator, left, right } => Report {
            hint: Some(
                match left {
                    Some(_) => "No operator matches the given name and argument types. You might need to add explicit type casts.",
                    None => "No operator matches the given name and argument type. You might need to add an explicit type cast.",
                }
                .to_string(),
            ),
            ..placed("42883", match left {
                Some(left) => format!("operator does not exist: {left} {operator} {right}"),
                None => format!("operator does not exist: {operator} {right}"),
            })
        },
        ErrorKind::NoSuchQualifier { table, .. } => {
            placed("42P01", format!("missing FROM-clause entry for table \"{table}\""))
        }
        ErrorKind::ArgCount { name } => {
            placed("42883", format!("function {name} does not exist"))
        }
        ErrorKind::AggregateMisuse { clause: "", .. } => {
            placed("42803", "aggregate function calls cannot be nested".to_string())
        }
        ErrorKind::AggregateMisuse { clause, .. } => {
            let clause = match *clause {
                "CHECK" => "check constraints",
                "WHEN" => "MERGE WHEN conditions",
                crate::plan::OUTER => "WHERE",
                clause => clause,
            };
            placed("42803", format!("aggregate functions are not allowed in {clause}"))
        }
        ErrorKind::WindowMisuse { clause, .. } => {
            let place = if clause.is_empty() { "here" } else { clause };
            let preposition = if clause.is_empty() { "" } else { "in " };
            placed("42P20", format!("window functions are not allowed {preposition}{place}"))
        }
        ErrorKind::AggregateClause { clause, name } => placed(
            "42809",
            format!("{clause} specified, but {name} is not an aggregate function"),
        ),
        ErrorKind::NotGrouped { table, column, .. } => placed(
            "42803",
            format!(
                "column \"{table}.{column}\" must appear in the GROUP BY clause or be used in an aggregate function"
            ),
        ),
        ErrorKind::SubqueryColumns { found, expected } if *found > *expected => match expected {
            1 => placed("42601", "subquery must return only one column".to_string()),
            _ => placed("42601", "subquery has too many columns".to_string()),
        },
        ErrorKind::SubqueryColumns { .. } => {
            placed("42601", "subquery has too few columns".to_string())
        }
        ErrorKind::RowMisused | ErrorKind::RowWidths { .. } => {
            placed("42601", "unequal number of entries in row expressions".to_string())
        }
        ErrorKind::PositionRange { clause, written, .. } => {
            let by = if *clause == "DISTINCT ON" { "" } else { " BY" };
            placed("42P10", format!("{clause}{by} position {written} is not in select list"))
        }
        ErrorKind::OrderNotResult { .. } => Report {
            detail: Some(
                "Only result column names can be used, not expressions or functions.".to_string(),
            ),
            hint: Some(
                "Add the expression/function to every SELECT, or move the UNION into a FROM clause."
                    .to_string(),
            ),
            ..placed("0A000", "invalid UNION/INTERSECT/EXCEPT ORDER BY clause".to_string())
        },
        ErrorKind::CompoundColumns { op } => {
            let op = op.trim_end_matches(" ALL");
            placed("42601", format!("each {op} query must have the same number of columns"))
        }
        ErrorKind::ValuesColumns => {
            placed("42601", "VALUES lists must all be the same length".to_string())
        }
        ErrorKind::NamedColumns { table, found, named } => placed(
            "42P10",
            format!("table \"{table}\" has {found} columns available but {named} columns specified"),
        ),
        ErrorKind::NoTables => {
            placed("42601", "SELECT * with no tables specified is not valid".to_string())
        }
        ErrorKind::RecursionMisuse { name } => placed(
            "42P19",
            format!("recursive reference to query \"{name}\" must not appear within its non-recursive term"),
        ),
        ErrorKind::RepeatedName { name } => {
            plain("42712", format!("table name \"{name}\" specified more than once"))
        }
        ErrorKind::UsingColumn { name } => plain(
            "42703",
            format!("column \"{name}\" specified in USING clause does not exist in left table"),
        ),
        ErrorKind::IntegerOverflow => plain("22003", "bigint out of range".to_string()),
        ErrorKind::Raised { message, .. } => plain("P0001", message.clone()),
        _ => plain("XX000", super::FOREIGN_MESSAGE.to_string()),
    }
}
