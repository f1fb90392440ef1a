//! MySQL: the words for errors in expressions and queries. Source: "MySQL 8.4 Error Message
//! Reference".

use crate::error::{ErrorKind, Report};
use crate::plan::node::ResultColumn;
use crate::syntax::ast::ColumnName;

/// The words for an error.
pub(super) fn words(kind: &ErrorKind) -> Report {
    let unknown = |name: &str, place: &str| {
        entry(1054, "42S22", "ER_BAD_FIELD_ERROR", format!("Unknown column '{name}' in '{place}'"))
    };
    match kind {
        ErrorKind::NoSuchQualifier { column, .. }
        | ErrorKind::UnseenQualifier { column, .. } => unknown(column, "field list"),
        ErrorKind::ArgCount { name } => entry(
            1582,
            "42000",
            "ER_WRONG_PARAMCOUNT_TO_NATIVE_FCT",
            format!("Incorrect parameter count in the call to native function '{name}'"),
        ),
        ErrorKind::AggregateMisuse { clause: "GROUP BY", name } if !name.is_empty() => {
            entry(1056, "42000", "ER_WRONG_GROUP_FIELD", format!("Can't group on '{name}'"))
        }
        ErrorKind::WindowMisuse { name, .. } => {
            let name = name.to_ascii_lowercase();
            let message = format!("You cannot use the window function '{name}' in this context.'");
            entry(3593, "HY000", "ER_WINDOW_INVALID_WINDOW_FUNC_USE", message)
        }
        ErrorKind::AggregateInOrder { .. } => entry(
            3029,
            "HY000",
            "ER_AGGREGATE_ORDER_NON_AGG_QUERY",
            "Expression #1 of ORDER BY contains aggregate function and applies to the result of a non-aggregated query".to_string(),
        ),
        ErrorKind::AggregateMisuse { .. } => entry(
            1111,
            "HY000",
            "ER_INVALID_GROUP_FUNC_USE",
            "Invalid use of group function".to_string(),
        ),
        ErrorKind::NotGrouped { table, column, place, alone: true } => entry(
            1140,
            "42000",
            "ER_MIX_OF_GROUP_FUNC_AND_FIELDS",
            format!(
                "In aggregated query without GROUP BY, expression #{place} of SELECT list contains nonaggregated column 'play.{table}.{column}'; this is incompatible with sql_mode=only_full_group_by"
            ),
        ),
        ErrorKind::NotGrouped { table, column, place, .. } => entry(
            1055,
            "42000",
            "ER_WRONG_FIELD_WITH_GROUP",
            format!(
                "Expression #{} of SELECT list is not in GROUP BY clause and contains nonaggregated column 'play.{table}.{column}' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by",
                (*place).max(1)
            ),
        ),
        ErrorKind::SubqueryColumns { expected, .. } => columns(*expected),
        ErrorKind::RowMisused => columns(1),
        ErrorKind::RowWidths { wanted } => columns(*wanted),
        ErrorKind::PositionRange { clause, written, .. } => {
            let place = if *clause == "ORDER" { "order clause" } else { "group statement" };
            unknown(&written.to_string(), place)
        }
        ErrorKind::OrderNotResult { term } => unknown(&term.to_string(), "order clause"),
        ErrorKind::CompoundColumns { .. } => entry(
            1222,
            "21000",
            "ER_WRONG_NUMBER_OF_COLUMNS_IN_SELECT",
            "The used SELECT statements have a different number of columns".to_string(),
        ),
        ErrorKind::ValuesColumns => entry(
            1136,
            "21S01",
            "ER_WRONG_VALUE_COUNT_ON_ROW",
            "Column count doesn't match value count at row 2".to_string(),
        ),
        ErrorKind::NamedColumns { .. } => entry(
            1353,
            "HY000",
            "ER_VIEW_WRONG_LIST",
            "In definition of view, derived table or common table expression, SELECT list and column names list have different column counts".to_string(),
        ),
        ErrorKind::NoTables => {
            entry(1096, "HY000", "ER_NO_TABLES_USED", "No tables used".to_string())
        }
        ErrorKind::RepeatedName { name } => {
            entry(1066, "42000", "ER_NONUNIQ_TABLE", format!("Not unique table/alias: '{name}'"))
        }
        ErrorKind::UsingColumn { name } => unknown(name, "from clause"),
        ErrorKind::IntegerOverflow => entry(
            1690,
            "22003",
            "ER_DATA_OUT_OF_RANGE",
            "BIGINT value is out of range".to_string(),
        ),
        _ => entry(1105, "HY000", "ER_UNKNOWN_ERROR", super::FOREIGN_MESSAGE.to_string()),
    }
}

/// A scalar subquery with a second row.
pub(super) fn second_row() -> ErrorKind {
    let message = "Subquery returns more than 1 row".to_string();
    ErrorKind::Report(Box::new(entry(1242, "21000", "ER_SUBQUERY_NO_1_ROW", message)))
}

fn columns(count: usize) -> Report {
    let message = format!("Operand should contain {count} column(s)");
    entry(1241, "21000", "ER_OPERAND_COLUMNS", message)
}

fn entry(errno: i32, sqlstate: &str, code: &str, message: String) -> Report {
    let (code, sqlstate) = (code.to_string(), sqlstate.to_string());
    Report { code, errno, sqlstate, message, ..Report::default() }
}

/// A name in ORDER BY of UNION: of no result column, or of a table of one part.
pub(super) fn no_such_result(name: &ColumnName) -> ErrorKind {
    ErrorKind::Report(Box::new(match &name.table {
        Some(table) => entry(
            1250,
            "42000",
            "ER_TABLENAME_NOT_ALLOWED_HERE",
            format!(
                "Table '{}' from one of the SELECTs cannot be used in global ORDER clause",
                table.text
            ),
        ),
        None => {
            let message = format!("Unknown column '{}' in 'order clause'", name.name.text);
            entry(1054, "42S22", "ER_BAD_FIELD_ERROR", message)
        }
    }))
}

/// `t.*` of a table that is not there (sql_base.cc, `insert_fields`).
pub(super) fn no_starred(name: String) -> ErrorKind {
    let message = ["Unknown table '", &name, "'"].concat();
    ErrorKind::Report(Box::new(entry(1051, "42S02", "ER_BAD_TABLE_ERROR", message)))
}

/// Tables in FROM have names, and so have their columns, each its own ("Derived Tables").
pub(super) fn refuse_derived(name: &str, columns: &[ResultColumn]) -> Result<(), ErrorKind> {
    if name.is_empty() {
        let message = "Every derived table must have its own alias".to_string();
        let report =
            super::mysql_report::entry(1248, "42000", "ER_DERIVED_MUST_HAVE_ALIAS", message);
        return Err(ErrorKind::Report(Box::new(report)));
    }
    for (at, column) in columns.iter().enumerate() {
        if columns[..at].iter().any(|c| c.name.eq_ignore_ascii_case(&column.name)) {
            return Err(ErrorKind::DuplicateColumn { name: column.name.to_string() });
        }
    }
    Ok(())
}
