//! MySQL: the numbers, SQLSTATEs, symbols and texts of errors. Source: "MySQL 8.4 Error Message
//! Reference".

use super::mysql_types::{bit_bytes, print};
use crate::error::{Error, ErrorKind, Found, Refusal, Report, UniqueViolation};
use crate::state::Warning;
use crate::value::Value;

/// The words for an error.
pub(super) fn report(error: &Error, text: &str) -> Report {
    if let ErrorKind::Syntax(found) = &*error.kind {
        let at = error.span.map_or(text.len(), |s| s.start as usize);
        return syntax(found, text, at);
    }
    let mut report = words(&error.kind, error.row.max(1));
    let clause = match error.clause {
        Some("WHERE") => "where clause",
        Some("HAVING") => "having clause",
        Some("JOIN/ON") => "on clause",
        Some("GROUP") => "group statement",
        Some("ORDER") => "order clause",
        Some("DROP") if report.errno == 1054 => {
            let name = report.message.split('\'').nth(1).unwrap_or_default().to_string();
            return words(&ErrorKind::NoSuchIndex { name }, 1);
        }
        _ => return report,
    };
    if (report.errno, clause) == (1055, "order clause") {
        report.message = report.message.replacen("SELECT list", "ORDER BY clause", 1);
    }
    if matches!(report.errno, 1052 | 1054) {
        report.message = report.message.replacen("field list", clause, 1);
    }
    report
}

/// The words for a warning.
pub(super) fn warning(level: &'static str, kind: &ErrorKind, row: usize) -> Warning {
    let level = match level {
        "NOTICE" => "Note",
        "WARNING" => "Warning",
        level => level,
    };
    let Report { errno, code, sqlstate, message, .. } = words(kind, row.max(1));
    // IF EXISTS of what is not there.
    let level = if matches!(errno, 1051 | 1305 | 1360) { "Note" } else { level };
    Warning { level, errno, code, sqlstate, message }
}

pub(super) fn entry(errno: i32, sqlstate: &str, code: &str, message: String) -> Report {
    let (code, sqlstate) = (code.to_string(), sqlstate.to_string());
    Report { code, errno, sqlstate, message, ..Report::default() }
}

/// 1064 repeats up to 80 characters from the token on and names the line.
fn syntax(found: &Found, text: &str, at: usize) -> Report {
    let line = text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let near: String = match found {
        Found::End => String::new(),
        Found::Token(_) | Found::BadToken(_) => {
            text.get(at..).unwrap_or("").trim_end().trim_end_matches(';').chars().take(80).collect()
        }
    };
    let message = format!(
        "You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '{near}' at line {line}"
    );
    entry(1064, "42000", "ER_PARSE_ERROR", message)
}

fn words(kind: &ErrorKind, row: usize) -> Report {
    let mut report = plain_words(kind, row);
    // Values in messages are in the system's character set, which is utf8mb3 (ErrConvString).
    if matches!(report.errno, 1062 | 1292 | 1366 | 1525)
        && report.message.contains(|c| c > '\u{ffff}')
    {
        report.message = report.message.replace(|c| c > '\u{ffff}', "?");
    }
    report
}

fn plain_words(kind: &ErrorKind, row: usize) -> Report {
    match kind {
        ErrorKind::Syntax(_) => syntax(&Found::End, "", 0),
        ErrorKind::NoSuchTable { name } => {
            let message = format!("Table '{}' doesn't exist", with_database(name));
            entry(1146, "42S02", "ER_NO_SUCH_TABLE", message)
        }
        ErrorKind::NoTableOption { name } => {
            let message = ["Table storage engine for '", name, "' doesn't have this option"].concat();
            entry(1031, "HY000", "ER_ILLEGAL_HA", message)
        }
        ErrorKind::NoSuchObject { kind: "check", name } => {
            let message = format!("Check constraint '{name}' is not found in the table.");
            entry(3821, "HY000", "ER_CHECK_CONSTRAINT_NOT_FOUND", message)
        }
        ErrorKind::NoSuchDatabase { name } => super::mysql_database::unknown(name),
        ErrorKind::NoSuchObject { kind: "table", name } => {
            let names: Vec<String> = name.split('\0').map(with_database).collect();
            let message = format!("Unknown table '{}'", names.join(","));
            entry(1051, "42S02", "ER_BAD_TABLE_ERROR", message)
        }
        ErrorKind::NoSuchColumn { name, .. } => {
            entry(1054, "42S22", "ER_BAD_FIELD_ERROR", format!("Unknown column '{name}' in 'field list'"))
        }
        ErrorKind::NoKeyColumn { name } => {
            let message = format!("Key column '{name}' doesn't exist in table");
            entry(1072, "42000", "ER_KEY_COLUMN_DOES_NOT_EXITS", message)
        }
        ErrorKind::AmbiguousColumn { name } => {
            entry(1052, "23000", "ER_NON_UNIQ_ERROR", format!("Column '{name}' in field list is ambiguous"))
        }
        ErrorKind::NoSuchProcedure { name, .. } => missing_routine("PROCEDURE", name),
        ErrorKind::NoFunction { kind, name, .. } => missing_routine(&kind.to_ascii_uppercase(), name),
        ErrorKind::Exists { kind: kind @ ("PROCEDURE" | "FUNCTION"), name } => {
            let message = format!("{kind} {name} already exists");
            entry(1304, "42000", "ER_SP_ALREADY_EXISTS", message)
        }
        ErrorKind::ArgumentCount { name, call, wanted, given } => {
            let kind = if *call { "PROCEDURE" } else { "FUNCTION" };
            let message = format!(
                "Incorrect number of arguments for {kind} play.{name}; expected {wanted}, got {given}"
            );
            entry(1318, "42000", "ER_SP_WRONG_NO_OF_ARGS", message)
        }
        ErrorKind::NoOutVariable { name, number } => {
            let message = format!(
                "OUT or INOUT argument {number} for routine play.{name} is not a variable or NEW pseudo-variable in BEFORE trigger"
            );
            entry(1414, "42000", "ER_SP_NOT_VAR_ARG", message)
        }
        ErrorKind::NoSuchObject { kind: kind @ "Undefined CONDITION", name } => {
            entry(1319, "42000", "ER_SP_COND_MISMATCH", format!("{kind}: {name}"))
        }
        ErrorKind::NoSuchObject { kind: kind @ "Undefined CURSOR", name } => {
            entry(1324, "42000", "ER_SP_CURSOR_MISMATCH", format!("{kind}: {name}"))
        }
        ErrorKind::StoredStatus => entry(
            3106,
            "HY000",
            "ER_UNSUPPORTED_ACTION_ON_GENERATED_COLUMN",
            "'Changing the STORED status' is not supported for generated columns.".to_string(),
        ),
        ErrorKind::EmptyQuery => {
            entry(1065, "42000", "ER_EMPTY_QUERY", "Query was empty".to_string())
        }
        ErrorKind::VariableInView => entry(
            1351,
            "HY000",
            "ER_VIEW_SELECT_VARIABLE",
            "View's SELECT contains a variable or parameter".to_string(),
        ),
        ErrorKind::Apart { name } => {
            let message = format!(
                "FUNCTION play.{name} does not exist. Check the 'Function Name Parsing and Resolution' section in the Reference Manual"
            );
            entry(1630, "42000", "ER_FUNC_INEXISTENT_NAME_COLLISION", message)
        }
        ErrorKind::NoSuchFunction { name, .. } => {
            entry(1305, "42000", "ER_SP_DOES_NOT_EXIST", format!("FUNCTION play.{name} does not exist"))
        }
        ErrorKind::NoSuchCollation { name } => {
            entry(1273, "HY000", "ER_UNKNOWN_COLLATION", format!("Unknown collation: '{name}'"))
        }
        ErrorKind::NoSuchIndex { name } => {
            let message = format!("Can't DROP '{name}'; check that column/key exists");
            entry(1091, "42000", "ER_CANT_DROP_FIELD_OR_KEY", message)
        }
        ErrorKind::NotOneRow { .. } => entry(
            1172,
            "42000",
            "ER_TOO_MANY_ROWS",
            "Result consisted of more than one row".to_string(),
        ),
        ErrorKind::NoSuchStatement { name, by } => {
            let message = format!("Unknown prepared statement handler ({name}) given to {by}");
            entry(1243, "HY000", "ER_UNKNOWN_STMT_HANDLER", message)
        }
        ErrorKind::OwnTable { name } => entry(
            1093,
            "HY000",
            "ER_UPDATE_TABLE_USED",
            format!("You can't specify target table '{name}' for update in FROM clause"),
        ),
        ErrorKind::ExecuteArguments { .. } => {
            entry(1210, "HY000", "ER_WRONG_ARGUMENTS", "Incorrect arguments to EXECUTE".to_string())
        }
        ErrorKind::TooManyViewNames => entry(
            1353,
            "HY000",
            "ER_VIEW_WRONG_LIST",
            "View's SELECT and view's field list have different column counts".to_string(),
        ),
        ErrorKind::ReadOnlyTransaction { .. } => entry(
            1792,
            "25006",
            "ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION",
            "Cannot execute statement in a READ ONLY transaction.".to_string(),
        ),
        ErrorKind::NoDestination => entry(
            1415,
            "0A000",
            "ER_SP_NO_RETSET",
            "Not allowed to return a result set from a trigger".to_string(),
        ),
        ErrorKind::NoSuchVariable { name } => {
            let message = format!("Unknown system variable '{name}'");
            entry(1193, "HY000", "ER_UNKNOWN_SYSTEM_VARIABLE", message)
        }
        ErrorKind::Exists { kind: "trigger", .. } => {
            entry(1359, "HY000", "ER_TRG_ALREADY_EXISTS", "Trigger already exists".to_string())
        }
        ErrorKind::NoSuchObject { kind: "table in MULTI DELETE", name } => {
            let message = format!("Unknown table '{name}' in MULTI DELETE");
            entry(1109, "42S02", "ER_UNKNOWN_TABLE", message)
        }
        ErrorKind::Locked { name, read: true } => {
            let message = format!("Table '{name}' was locked with a READ lock and can't be updated");
            entry(1099, "HY000", "ER_TABLE_NOT_LOCKED_FOR_WRITE", message)
        }
        ErrorKind::Locked { name, .. } => {
            let message = format!("Table '{name}' was not locked with LOCK TABLES");
            entry(1100, "HY000", "ER_TABLE_NOT_LOCKED", message)
        }
        ErrorKind::NoSuchObject { kind: "Referenced trigger", name } => {
            let message = format!("Referenced trigger '{name}' for the given action time and event type does not exist.");
            entry(3011, "HY000", "ER_REFERENCED_TRG_DOES_NOT_EXIST", message)
        }
        ErrorKind::NoSuchObject { kind: "trigger", .. } => {
            entry(1360, "HY000", "ER_TRG_DOES_NOT_EXIST", "Trigger does not exist".to_string())
        }
        ErrorKind::IndexNeeded { name } => {
            let message = format!("Cannot drop index '{name}': needed in a foreign key constraint");
            entry(1553, "HY000", "ER_DROP_INDEX_FK", message)
        }
        ErrorKind::ColumnNeeded { column, constraint, child, dropped } => {
            let (verb, word) = if *dropped { ("drop", "needed") } else { ("change", "used") };
            let (shown, of) = match child {
                Some(table) if *dropped => (0, format!(" of table '{table}'")),
                Some(table) => (0, format!(" of table 'play.{table}'")),
                None => (1, String::new()),
            };
            let (errno, code) = match (dropped, shown) {
                (true, 1) => (1828, "ER_FK_COLUMN_CANNOT_DROP"),
                (true, _) => (1829, "ER_FK_COLUMN_CANNOT_DROP_CHILD"),
                (false, 1) => (1832, "ER_FK_COLUMN_CANNOT_CHANGE"),
                (false, _) => (1833, "ER_FK_COLUMN_CANNOT_CHANGE_CHILD"),
            };
            let message = format!(
                "Cannot {verb} column '{column}': {word} in a foreign key constraint '{constraint}'{of}"
            );
            entry(errno, "HY000", code, message)
        }
        ErrorKind::NoConstraint { constraint, .. } => {
            let message = format!("Can't DROP '{constraint}'; check that column/key exists");
            entry(1091, "42000", "ER_CANT_DROP_FIELD_OR_KEY", message)
        }
        ErrorKind::ConstraintExists { constraint, .. } => {
            let message = format!("Duplicate foreign key constraint name '{constraint}'");
            entry(1826, "HY000", "ER_FK_DUP_NAME", message)
        }
        ErrorKind::NullsPresent { .. } => entry(
            1138,
            "22004",
            "ER_INVALID_USE_OF_NULL",
            "Invalid use of NULL value".to_string(),
        ),
        ErrorKind::CircularView { name } => {
            let message = format!("`play`.`{name}` contains view recursion");
            entry(1462, "HY000", "ER_VIEW_RECURSIVE", message)
        }
        ErrorKind::CheckBroken { constraint, .. } => {
            let message = format!("Check constraint '{constraint}' is violated.");
            entry(3819, "HY000", "ER_CHECK_CONSTRAINT_VIOLATED", message)
        }
        ErrorKind::ColumnExists { name, .. } => {
            entry(1060, "42S21", "ER_DUP_FIELDNAME", format!("Duplicate column name '{name}'"))
        }
        ErrorKind::NoSuchObject { kind, name } => {
            entry(1305, "42000", "ER_SP_DOES_NOT_EXIST", format!("{kind} {name} does not exist"))
        }
        ErrorKind::NoSuchConstraint { constraint, .. } => {
            let message = format!("Constraint '{constraint}' does not exist.");
            entry(3940, "HY000", "ER_CONSTRAINT_NOT_FOUND", message)
        }
        ErrorKind::Exists { kind: "index", name } => {
            entry(1061, "42000", "ER_DUP_KEYNAME", format!("Duplicate key name '{name}'"))
        }
        ErrorKind::Exists { name, .. } => {
            entry(1050, "42S01", "ER_TABLE_EXISTS_ERROR", format!("Table '{name}' already exists"))
        }
        ErrorKind::WrongKind { name, kind, .. } => {
            let message = format!("'{}' is not {}", with_database(name), kind.to_uppercase());
            entry(1347, "HY000", "ER_WRONG_OBJECT", message)
        }
        ErrorKind::DuplicateColumn { name } => {
            entry(1060, "42S21", "ER_DUP_FIELDNAME", format!("Duplicate column name '{name}'"))
        }
        ErrorKind::RepeatedColumn { name } => {
            let message = format!("Column '{name}' specified twice");
            entry(1110, "42000", "ER_FIELD_SPECIFIED_TWICE", message)
        }
        ErrorKind::SecondPrimaryKey { .. } => {
            entry(1068, "42000", "ER_MULTIPLE_PRI_KEY", "Multiple primary key defined".to_string())
        }
        ErrorKind::ValueCount { .. } => {
            let message = format!("Column count doesn't match value count at row {row}");
            entry(1136, "21S01", "ER_WRONG_VALUE_COUNT_ON_ROW", message)
        }
        ErrorKind::Unique(violation) => duplicate(violation),
        ErrorKind::NotNull { column, .. } => {
            entry(1048, "23000", "ER_BAD_NULL_ERROR", format!("Column '{column}' cannot be null"))
        }
        ErrorKind::NoDefault { column } => {
            let message = format!("Field '{column}' doesn't have a default value");
            entry(1364, "HY000", "ER_NO_DEFAULT_FOR_FIELD", message)
        }
        ErrorKind::Check { constraint, .. } => {
            let message = format!("Check constraint '{constraint}' is violated.");
            entry(3819, "HY000", "ER_CHECK_CONSTRAINT_VIOLATED", message)
        }
        ErrorKind::ForeignKey(violation) => super::mysql_foreign::violated(violation),
        ErrorKind::LoadedFields { fewer: true } => entry(
            1261,
            "01000",
            "ER_WARN_TOO_FEW_RECORDS",
            format!("Row {row} doesn't contain data for all columns"),
        ),
        ErrorKind::LoadedFields { .. } => entry(
            1262,
            "01000",
            "ER_WARN_TOO_MANY_RECORDS",
            format!("Row {row} was truncated; it contained more data than there were input columns"),
        ),
        ErrorKind::OutsideView { view, .. } => entry(
            1369,
            "HY000",
            "ER_VIEW_CHECK_FAILED",
            format!("CHECK OPTION failed '{}'", with_database(view)),
        ),
        ErrorKind::CheckOptionOfView { view, .. } => entry(
            1368,
            "HY000",
            "ER_VIEW_NONUPD_CHECK",
            format!("CHECK OPTION on non-updatable view '{}'", with_database(view)),
        ),
        ErrorKind::JoinedView { name } => entry(
            1395,
            "HY000",
            "ER_VIEW_DELETE_MERGE_VIEW",
            format!("Can not delete from join view '{}'", with_database(name)),
        ),
        ErrorKind::BrokenView { name } => entry(
            1356,
            "HY000",
            "ER_VIEW_INVALID",
            format!(
                "View '{}' references invalid table(s) or column(s) or function(s) or definer/invoker of view lack rights to use them",
                with_database(name)
            ),
        ),
        ErrorKind::ViewNotWritable { name, verb: "insert into", .. } => not_insertable(name),
        // A column of a view that is computed.
        ErrorKind::Refused(Refusal::ViewColumn, parts) => match &parts[..] {
            [verb, column, _] if verb == "update" => {
                let message = format!("Column '{column}' is not updatable");
                entry(1348, "HY000", "ER_NONUPDATEABLE_COLUMN", message)
            }
            parts => not_insertable(parts.last().map_or("", |view| view)),
        },
        ErrorKind::ViewNotWritable { name, verb, .. } => {
            let verb = if *verb == "update" { "UPDATE" } else { "DELETE" };
            let message = format!("The target table {name} of the {verb} is not updatable");
            entry(1288, "HY000", "ER_NON_UPDATABLE_TABLE", message)
        }
        ErrorKind::NotWritable { name, kind } => {
            entry(1235, "42000", "ER_NOT_SUPPORTED_YET", super::unsupported_message(&format!("writes to {kind} {name}")))
        }
        ErrorKind::WrongUsage { of, with } => {
            let message = format!("Incorrect usage of {of} and {with}");
            entry(1221, "HY000", "ER_WRONG_USAGE", message)
        }
        ErrorKind::NoSuchSavepoint { name } => {
            entry(1305, "42000", "ER_SP_DOES_NOT_EXIST", format!("SAVEPOINT {name} does not exist"))
        }
        ErrorKind::AlwaysGenerated { table, column, .. } => {
            let message =
                format!("The value specified for generated column '{column}' in table '{table}' is not allowed.");
            entry(3105, "HY000", "ER_NON_DEFAULT_VALUE_FOR_GENERATED_COLUMN", message)
        }
        ErrorKind::Delayed(verb) => entry(
            3005,
            "HY000",
            "ER_WARN_LEGACY_SYNTAX_CONVERTED",
            format!("{verb} DELAYED is no longer supported. The statement was converted to {verb}."),
        ),
        ErrorKind::AssignmentDeprecated => entry(
            1287,
            "HY000",
            "ER_WARN_DEPRECATED_SYNTAX",
            "Setting user variables within expressions is deprecated and will be removed in a future release. Consider alternatives: 'SET variable=expression, ...', or 'SELECT expression(s) INTO variables(s)'.".to_string(),
        ),
        ErrorKind::ValuesDeprecated => entry(
            1287,
            "HY000",
            "ER_WARN_DEPRECATED_SYNTAX",
            "'VALUES function' is deprecated and will be removed in a future release. Please use an alias (INSERT INTO ... VALUES (...) AS alias) and replace VALUES(col) in the ON DUPLICATE KEY UPDATE clause with alias.col instead".to_string(),
        ),
        ErrorKind::Recursion { iterations } => {
            let message = format!(
                "Recursive query aborted after {iterations} iterations. Try increasing @@cte_max_recursion_depth to a larger value."
            );
            entry(3636, "HY000", "ER_CTE_MAX_RECURSION_DEPTH", message)
        }
        ErrorKind::StatementCount { none } => {
            entry(1295, "HY000", "ER_UNSUPPORTED_PS", super::count_message(*none).to_string())
        }
        ErrorKind::Limit { what } => {
            entry(3024, "HY000", "ER_QUERY_TIMEOUT", super::limit_message(what))
        }
        ErrorKind::Unsupported { what } => {
            entry(1235, "42000", "ER_NOT_SUPPORTED_YET", super::unsupported_message(what))
        }
        ErrorKind::Report(report) => {
            let mut report = (**report).clone();
            report.message = report.message.replace("{row}", &row.to_string());
            if report.errno == 0 { signalled(report) } else { report }
        }
        other => super::mysql_expr::words(other),
    }
}

fn missing_routine(kind: &str, name: &str) -> Report {
    let message = format!("{kind} {} does not exist", with_database(name));
    entry(1305, "42000", "ER_SP_DOES_NOT_EXIST", message)
}

/// SIGNAL: numbers and words by the class of the SQLSTATE (SIGNAL Statement).
pub(super) fn signalled(mut report: Report) -> Report {
    let (errno, code, what) = match report.sqlstate.get(..2) {
        Some("01") => (1642, "ER_SIGNAL_WARN", "warning"),
        Some("02") => (1643, "ER_SIGNAL_NOT_FOUND", "not found"),
        _ => (1644, "ER_SIGNAL_EXCEPTION", "exception"),
    };
    if report.errno == 0 {
        report.errno = errno;
    }
    let code = if report.errno == 1339 { "ER_SP_CASE_NOT_FOUND" } else { code };
    report.code = code.to_string();
    if report.message == report.sqlstate {
        report.message = format!("Unhandled user-defined {what} condition");
    }
    report
}

/// Names the database of a table as MySQL does.
fn with_database(name: &str) -> String {
    match name.contains('.') {
        true if name.starts_with("play.") => [super::mysql_database::AS_IS, name].concat(),
        true => name.to_string(),
        false => ["play.", name].concat(),
    }
}

/// `Duplicate entry 'x' for key 't.a'` (from 8.0.19 on with the table); the entry is cut to 64
/// characters.
fn duplicate(violation: &UniqueViolation) -> Report {
    let mut all = String::new();
    // Of rows that tie when an index is made the first is told of.
    let first = violation.creating && !violation.existing_key.is_empty();
    let key = if first { &violation.existing_key } else { &violation.key };
    for (at, value) in key.iter().enumerate() {
        let declared = violation.declared.get(at).map_or("", |declared| declared);
        let bits = declared.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("bit"));
        let value = if bits { &bit_bytes(value, declared) } else { value };
        // What is empty so far gets no dash (key.cc, key_unpack).
        if !all.is_empty() {
            all.push('-');
        }
        match value {
            Value::Null => all.push_str("NULL"),
            // What BINARY fills up with is left out, but for the first byte.
            Value::Blob(bytes) => {
                let kept = bytes.iter().rposition(|b| *b != 0).map_or(1, |at| at + 1);
                bytes.iter().take(kept).for_each(|b| match b {
                    b' '..=b'~' => all.push(char::from(*b)),
                    other => all.push_str(&format!("\\x{other:02X}")),
                });
            }
            other => all.push_str(&print(other)),
        }
    }
    let entry_text: String = all.chars().take(64).collect();
    let UniqueViolation { table, index, .. } = violation;
    let message = format!("Duplicate entry '{entry_text}' for key '{table}.{index}'");
    entry(1062, "23000", "ER_DUP_ENTRY", message)
}

fn not_insertable(name: &str) -> Report {
    let message = format!("The target table {name} of the INSERT is not insertable-into");
    entry(1471, "HY000", "ER_NON_INSERTABLE_TABLE", message)
}
