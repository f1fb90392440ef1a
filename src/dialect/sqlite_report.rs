//! SQLite: the words and codes of errors. Source: rescode.html; texts compared with SQLite 3.54.

use crate::error::{Error, ErrorKind, Found, KeyKind, Report, UniqueViolation};
use crate::plan::Settings;
use crate::session::StatementResult;
use crate::state::Warning;
use crate::value::Value;

/// The words for an error.
pub(super) fn report(error: &Error, _text: &str) -> Report {
    let (errno, message) = words(&error.kind);
    if let ErrorKind::Report(report) = &*error.kind {
        return (**report).clone();
    }
    Report { code: code(errno).to_string(), errno, message, ..Report::default() }
}

/// SQLite has no warnings.
pub(super) fn warning(level: &'static str, kind: &ErrorKind, _row: usize) -> Warning {
    let (errno, message) = words(kind);
    Warning { level, errno, code: code(errno).to_string(), sqlstate: String::new(), message }
}

const ERROR: i32 = 1;
const MISSING_COLLATION: i32 = 257;
const READ_ONLY: i32 = 8;
const FULL: i32 = 13;
const CONSTRAINT: i32 = 19;
const TOO_BIG: i32 = 18;
const MISMATCH: i32 = 20;
const MISUSE: i32 = 21;
const CHECK: i32 = 275;
const FOREIGN_KEY: i32 = 787;
const NOT_NULL: i32 = 1299;
const PRIMARY_KEY: i32 = 1555;
const TRIGGER: i32 = 1811;
const UNIQUE: i32 = 2067;
const ROWID: i32 = 2579;
const PINNED: i32 = 2835;
const DATATYPE: i32 = 3091;

/// The name of an extended result code.
pub(super) fn code(errno: i32) -> &'static str {
    match errno {
        MISSING_COLLATION => "SQLITE_ERROR_MISSING_COLLSEQ",
        READ_ONLY => "SQLITE_READONLY",
        FULL => "SQLITE_FULL",
        TOO_BIG => "SQLITE_TOOBIG",
        CONSTRAINT => "SQLITE_CONSTRAINT",
        PINNED => "SQLITE_CONSTRAINT_PINNED",
        MISMATCH => "SQLITE_MISMATCH",
        MISUSE => "SQLITE_MISUSE",
        CHECK => "SQLITE_CONSTRAINT_CHECK",
        FOREIGN_KEY => "SQLITE_CONSTRAINT_FOREIGNKEY",
        NOT_NULL => "SQLITE_CONSTRAINT_NOTNULL",
        PRIMARY_KEY => "SQLITE_CONSTRAINT_PRIMARYKEY",
        TRIGGER => "SQLITE_CONSTRAINT_TRIGGER",
        UNIQUE => "SQLITE_CONSTRAINT_UNIQUE",
        ROWID => "SQLITE_CONSTRAINT_ROWID",
        DATATYPE => "SQLITE_CONSTRAINT_DATATYPE",
        _ => "SQLITE_ERROR",
    }
}

fn words(kind: &ErrorKind) -> (i32, String) {
    let message = match kind {
        ErrorKind::Syntax(Found::Token(token)) => format!("near \"{token}\": syntax error"),
        ErrorKind::Syntax(Found::End) => "incomplete input".to_string(),
        ErrorKind::Syntax(Found::BadToken(token)) => format!("unrecognized token: \"{token}\""),
        ErrorKind::NoSuchTable { name } => format!("no such table: {name}"),
        ErrorKind::NoSuchColumn { name, table: None } => format!("no such column: {name}"),
        ErrorKind::NoSuchColumn { name, table: Some(table) } => {
            format!("table {table} has no column named {name}")
        }
        ErrorKind::AmbiguousColumn { name } => format!("ambiguous column name: {name}"),
        ErrorKind::NoSuchFunction { name, .. } => format!("no such function: {name}"),
        ErrorKind::NoSuchCollation { name } => {
            return (MISSING_COLLATION, format!("no such collation sequence: {name}"));
        }
        ErrorKind::NoSuchIndex { name } => format!("no such index: {name}"),
        ErrorKind::NoSuchObject { kind, name } => format!("no such {kind}: {name}"),
        ErrorKind::NoSuchConstraint { constraint, .. } => {
            format!("no such constraint: {constraint}")
        }
        ErrorKind::Exists { kind: "index", name } => format!("index {name} already exists"),
        ErrorKind::Exists { kind: "trigger", name } => format!("trigger {name} already exists"),
        ErrorKind::Exists { kind, name } => format!("{kind} {name} already exists"),
        ErrorKind::WrongKind { name, kind: "index", .. } => format!("no such index: {name}"),
        ErrorKind::WrongKind { name, found: "view", .. } => {
            format!("use DROP VIEW to delete view {name}")
        }
        ErrorKind::WrongKind { name, found: "table", .. } => {
            format!("use DROP TABLE to delete table {name}")
        }
        ErrorKind::WrongKind { name, kind, .. } => format!("no such {kind}: {name}"),
        ErrorKind::RequiredBy { .. } => {
            "index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped".to_string()
        }
        ErrorKind::NameTaken { kind, name } => {
            let article = if *kind == "index" { "an" } else { "a" };
            format!("there is already {article} {kind} named {name}")
        }
        ErrorKind::NoSuchDatabase { name } => format!("unknown database {name}"),
        ErrorKind::DuplicateColumn { name } => format!("duplicate column name: {name}"),
        ErrorKind::SecondPrimaryKey { table } => {
            format!("table \"{table}\" has more than one primary key")
        }
        ErrorKind::NoPrimaryKey { table } => format!("PRIMARY KEY missing on table {table}"),
        ErrorKind::AutoincrementNotAllowed { without_rowid: false } => {
            "AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY".to_string()
        }
        ErrorKind::AutoincrementNotAllowed { without_rowid: true } => {
            "AUTOINCREMENT not allowed on WITHOUT ROWID tables".to_string()
        }
        ErrorKind::ConflictingClauses => "conflicting ON CONFLICT clauses specified".to_string(),
        ErrorKind::UnknownType { table, column, declared: None } => {
            format!("missing datatype for {table}.{column}")
        }
        ErrorKind::UnknownType { table, column, declared: Some(declared) } => {
            format!("unknown datatype for {table}.{column}: \"{declared}\"")
        }
        ErrorKind::ValueCount { columns, values, listed: true, .. } => {
            format!("{values} values for {columns} columns")
        }
        ErrorKind::ValueCount { table, columns, values, listed: false } => {
            format!("table {table} has {columns} columns but {values} values were supplied")
        }
        ErrorKind::RepeatedColumn { name } => format!("duplicate column name: {name}"),
        ErrorKind::AssignmentCount { columns, values } => {
            format!("{columns} columns assigned {values} values")
        }
        ErrorKind::Unique(violation) => return unique(violation),
        ErrorKind::NotNull { table, column, .. } => {
            return (NOT_NULL, format!("NOT NULL constraint failed: {table}.{column}"));
        }
        ErrorKind::InObject { kind, name, after, why } => {
            let after = if after.is_empty() { String::new() } else { [" after ", after].concat() };
            format!("error in {kind} {name}{after}: {}", words(why).1)
        }
        ErrorKind::CheckBroken { .. } => return (CONSTRAINT, "constraint failed".to_string()),
        ErrorKind::TablePinned => return (PINNED, "constraint failed".to_string()),
        ErrorKind::Check { constraint, .. } => {
            return (CHECK, format!("CHECK constraint failed: {constraint}"));
        }
        ErrorKind::StrictType { table, column, declared, value } => {
            let class = storage_class(value);
            let message =
                format!("cannot store {class} value in {declared} column {table}.{column}");
            return (DATATYPE, message);
        }
        ErrorKind::RowidType => return (MISMATCH, "datatype mismatch".to_string()),
        ErrorKind::ReadOnlyTransaction { .. } => {
            return (READ_ONLY, "attempt to write a readonly database".to_string());
        }
        ErrorKind::RowidsUsedUp => return (FULL, "database or disk is full".to_string()),
        ErrorKind::ForeignKey(violation) => {
            // RESTRICT acts through an internal trigger, and has its code.
            let restrict = violation.side == crate::error::ForeignKeySide::Restrict;
            let errno = if restrict { TRIGGER } else { FOREIGN_KEY };
            return (errno, "FOREIGN KEY constraint failed".to_string());
        }
        ErrorKind::ForeignKeyMismatch { child, parent } => {
            format!("foreign key mismatch - \"{child}\" referencing \"{parent}\"")
        }
        ErrorKind::Raised { message, .. } => return (TRIGGER, message.clone()),
        ErrorKind::NoArbiter { number } => {
            let which = number.map(|n| format!("{} ", super::sqlite_expr_report::ordinal(n)));
            let which = which.unwrap_or_default();
            let constraint = "PRIMARY KEY or UNIQUE constraint";
            format!("{which}ON CONFLICT clause does not match any {constraint}")
        }
        ErrorKind::InTransaction => "cannot start a transaction within a transaction".to_string(),
        ErrorKind::NoTransaction { word } => {
            let verb = if *word == "COMMIT" { "commit" } else { "rollback" };
            format!("cannot {verb} - no transaction is active")
        }
        ErrorKind::NoSuchSavepoint { name } => format!("no such savepoint: {name}"),
        ErrorKind::StatementCount { none } => super::count_message(*none).to_string(),
        ErrorKind::AlwaysGenerated { column, update: false, .. } => {
            format!("cannot INSERT into generated column \"{column}\"")
        }
        ErrorKind::AlwaysGenerated { column, update: true, .. } => {
            format!("cannot UPDATE generated column \"{column}\"")
        }
        ErrorKind::Protected { table, verb } => format!("table {table} may not be {verb}"),
        ErrorKind::TriggerTime { name, time, is_view } => {
            let kind = if *is_view { "view" } else { "table" };
            format!("cannot create {time} trigger on {kind}: {name}")
        }
        ErrorKind::NotWritable { kind: "view in an upsert", .. } => {
            "cannot UPSERT a view".to_string()
        }
        ErrorKind::NotWritable { name, kind: "view" } => {
            format!("cannot modify {name} because it is a view")
        }
        ErrorKind::NotWritable { name, .. } => format!("table {name} may not be modified"),
        // SQLite gets there later (vdbe.c), but gets there.
        ErrorKind::Limit { what: "triggers" } => "triggers nested too deep".to_string(),
        ErrorKind::Limit { what } => super::limit_message(what),
        ErrorKind::Unsupported { what } => super::unsupported_message(what),
        ErrorKind::Report(report) => return (report.errno, report.message.clone()),
        // What only the other dialects raise.
        ErrorKind::SecondTouch { .. }
        | ErrorKind::TransactionAborted
        | ErrorKind::NoDefault { .. }
        | ErrorKind::SequenceUsedUp { .. } => super::FOREIGN_MESSAGE.to_string(),
        #[allow(unreachable_patterns, reason = "kinds raised while expressions are bound")]
        other => super::sqlite_expr_report::words(other),
    };
    (ERROR, message)
}

fn unique(violation: &UniqueViolation) -> (i32, String) {
    let errno = match violation.key_kind {
        KeyKind::IntegerPrimaryKey | KeyKind::PrimaryKey => PRIMARY_KEY,
        KeyKind::Rowid => ROWID,
        KeyKind::Unique | KeyKind::Exclusion => UNIQUE,
    };
    if violation.expression {
        return (errno, format!("UNIQUE constraint failed: index '{}'", violation.index));
    }
    let columns: Vec<String> =
        violation.columns.iter().map(|c| format!("{}.{c}", violation.table)).collect();
    (errno, format!("UNIQUE constraint failed: {}", columns.join(", ")))
}

fn storage_class(value: &Value) -> &'static str {
    match value {
        Value::Null => "NULL",
        Value::Int(_) | Value::Bool(_) => "INT",
        Value::Real(_) => "REAL",
        Value::Text(_) | Value::Other(..) => "TEXT",
        Value::Blob(_) => "BLOB",
    }
}

/// The row with which a write answers under SQLite's `PRAGMA count_changes` (pragma.html). Rows that an
/// upsert changed are no rows that were inserted.
pub(super) fn count_row(
    settings: &Settings,
    result: &StatementResult,
) -> Option<(&'static str, u64)> {
    let tally = &result.tally;
    let (name, count) = match result.command {
        "INSERT" => ("rows inserted", tally.inserted + tally.replaced),
        "UPDATE" => ("rows updated", tally.updated + tally.unchanged),
        "DELETE" => ("rows deleted", tally.deleted),
        _ => return None,
    };
    // Rows of a view go to its triggers alone.
    let own = *tally != Default::default();
    settings.counts_changes().then_some((name, if own { count } else { result.matched }))
}
