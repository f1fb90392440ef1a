//! MySQL: the types of columns, how values are brought to them, how they are printed, and the
//! collations. Sources: chapters "Data Types" and "Character Sets, Collations, Unicode".

use crate::catalog::Column;
use crate::collation::{BINARY, Collation, Fold};
use crate::error::{ErrorKind, Report};
use crate::plan::rules::{Assigned, Mode};
use crate::syntax::ast::{TypeArg, TypeName};
use crate::types::{Type, number};
use crate::value::Value;

/// `utf8mb4_0900_ai_ci`, the default of MySQL 8: neither case nor accents matter, no padding.
pub(super) static DEFAULT_COLLATION: Collation =
    Collation { name: "utf8mb4_0900_ai_ci", fold: Fold::CaseAndAccent, pad: false };
static GENERAL_CI: Collation =
    Collation { name: "utf8mb4_general_ci", fold: Fold::CaseAndAccent, pad: true };
static UNICODE_CI: Collation =
    Collation { name: "utf8mb4_unicode_ci", fold: Fold::CaseAndAccent, pad: true };
static BIN: Collation = Collation { name: "utf8mb4_bin", fold: Fold::None, pad: true };
static BIN_0900: Collation = Collation { name: "utf8mb4_0900_bin", fold: Fold::None, pad: false };
static AS_CS: Collation = Collation { name: "utf8mb4_0900_as_cs", fold: Fold::None, pad: false };
static AS_CI: Collation = Collation { name: "utf8mb4_0900_as_ci", fold: Fold::Case, pad: false };
/// MariaDB's name for a collation like MySQL 8's default.
static NOPAD_520: Collation =
    Collation { name: "utf8mb4_unicode_520_nopad_ci", fold: Fold::CaseAndAccent, pad: false };

/// The collation of a name.
pub(super) fn collation_named(name: &str) -> Option<&'static Collation> {
    let name = name.to_ascii_lowercase();
    if name == "binary" {
        return Some(&BINARY);
    }
    [&DEFAULT_COLLATION, &GENERAL_CI, &UNICODE_CI, &BIN, &BIN_0900, &AS_CS, &AS_CI, &NOPAD_520]
        .into_iter()
        .find(|c| c.name == name)
}

/// The collation of a column that names none.
pub(super) fn column_collation(_declared: Option<&TypeName>, ty: &Type) -> &'static Collation {
    match ty {
        Type::Text | Type::Varchar(_) | Type::Char(_) | Type::Enum(_) | Type::Set(_) => {
            &DEFAULT_COLLATION
        }
        _ => &BINARY,
    }
}

/// The type of a name.
pub(super) fn column_type(declared: Option<&TypeName>, _strict: bool) -> Result<Type, ErrorKind> {
    let Some(declared) = declared else {
        return Err(ErrorKind::unsupported("a column without a type"));
    };
    let unsigned = declared.unsigned;
    let int = |bits| Type::Int { bits, unsigned };
    let length = declared.args.iter().find_map(|a| match a {
        TypeArg::Number(n) => u32::try_from(*n).ok(),
        TypeArg::Text(_) => None,
    });
    Ok(match &*declared.name {
        "TINYINT" | "BOOL" | "BOOLEAN" => int(8),
        "SMALLINT" => int(16),
        "MEDIUMINT" => int(24),
        "INT" | "INTEGER" => int(32),
        "BIGINT" if !unsigned => int(64),
        "VARCHAR" | "CHARACTER VARYING" | "NVARCHAR" => Type::Varchar(length.unwrap_or(1)),
        "CHAR" | "CHARACTER" => Type::Char(length.unwrap_or(1)),
        "TEXT" | "TINYTEXT" | "MEDIUMTEXT" | "LONGTEXT" => Type::Text,
        "VARBINARY" | "BLOB" | "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" => {
            Type::Bytes { limit: length, fixed: false }
        }
        "BINARY" => Type::Bytes { limit: Some(length.unwrap_or(1)), fixed: true },
        "FLOAT" => Type::Float4,
        "DOUBLE" | "DOUBLE PRECISION" | "REAL" => Type::Float8,
        "SERIAL" => Type::Int { bits: 64, unsigned: false },
        other => {
            let unsigned = if unsigned { " unsigned" } else { "" };
            return Err(ErrorKind::unsupported(format!("type {}{unsigned}", other.to_lowercase())));
        }
    })
}

/// The type's name in the C API's field types.
pub(super) fn type_name(ty: &Type) -> String {
    match ty {
        Type::Int { bits: 8, .. } => "tiny",
        Type::Int { bits: 16, .. } => "short",
        Type::Int { bits: 24, .. } => "int24",
        Type::Int { bits: 64, .. } => "longlong",
        Type::Int { .. } => "long",
        Type::Float4 => "float",
        Type::Float8 => "double",
        Type::Decimal { .. } => "newdecimal",
        Type::Char(_) => "string",
        Type::Text | Type::Bytes { .. } | Type::Jsonb => "blob",
        Type::Date => "date",
        Type::Time => "time",
        Type::Timestamp { .. } => "datetime",
        _ => "var_string",
    }
    .to_string()
}

/// What IGNORE stores in the place of NULL: 0, the empty string.
pub(super) fn implicit_default(column: &Column) -> Value {
    match column.ty {
        Type::Text | Type::Varchar(_) | Type::Char(_) => Value::text(""),
        Type::Bytes { .. } => Value::Blob(std::rc::Rc::from(&[][..])),
        _ => Value::Int(0),
    }
}

/// Brings a value to a column: an error in strict mode, a warning and the nearest value otherwise
/// (sql-mode, "Strict SQL Mode").
pub(super) fn assign(column: &Column, value: Value, mode: Mode) -> Result<Assigned, ErrorKind> {
    let (value, problem) = match &column.ty {
        _ if value.is_null() => (Value::Null, None),
        Type::Int { bits, unsigned } => to_int(column, value, *bits, *unsigned),
        Type::Varchar(length) => limited(column, print(&value), *length as usize),
        Type::Char(length) => {
            let (value, problem) = limited(column, print(&value), *length as usize);
            // CHAR loses its trailing blanks when it is read (CHAR and VARCHAR).
            let value = match value {
                Value::Text(text) => Value::text(text.trim_end_matches(' ')),
                other => other,
            };
            (value, problem)
        }
        Type::Text => (Value::text(&print(&value)), None),
        Type::Bytes { .. } => (to_bytes(value), None),
        Type::Float4 | Type::Float8 => to_float(column, value),
        _ => (value, None),
    };
    match (problem, mode) {
        (Some(problem), Mode::Strict) => Err(problem),
        (warning, _) => Ok(Assigned { value, warning: warning.map(Box::new) }),
    }
}

/// An error about a value; the number of the row is put in by the report.
fn data_error(errno: i32, sqlstate: &str, code: &str, message: String) -> ErrorKind {
    ErrorKind::Report(Box::new(Report {
        code: code.to_string(),
        errno,
        sqlstate: sqlstate.to_string(),
        message,
        ..Report::default()
    }))
}

fn out_of_range(column: &Column) -> ErrorKind {
    let message = format!("Out of range value for column '{}' at row {{row}}", column.name);
    data_error(1264, "22003", "ER_WARN_DATA_OUT_OF_RANGE", message)
}

fn incorrect(kind: &str, text: &str, column: &Column) -> ErrorKind {
    let message =
        format!("Incorrect {kind} value: '{text}' for column '{}' at row {{row}}", column.name);
    data_error(1366, "HY000", "ER_TRUNCATED_WRONG_VALUE_FOR_FIELD", message)
}

fn truncated(column: &Column) -> ErrorKind {
    let message = format!("Data truncated for column '{}' at row {{row}}", column.name);
    data_error(1265, "01000", "WARN_DATA_TRUNCATED", message)
}

fn to_int(column: &Column, value: Value, bits: u8, unsigned: bool) -> (Value, Option<ErrorKind>) {
    let (n, problem) = match value {
        Value::Int(n) => (n, None),
        Value::Bool(b) => (i64::from(b), None),
        Value::Real(x) => (x.round() as i64, None),
        Value::Text(text) => match number::whole_text_number(&text) {
            Some(Value::Int(n)) => (n, None),
            Some(Value::Real(x)) => (x.round() as i64, None),
            _ => {
                let leading = text.trim_start().bytes().next();
                let starts_as_number = leading.is_some_and(|b| b.is_ascii_digit());
                let problem = if starts_as_number {
                    truncated(column)
                } else {
                    incorrect("integer", &text, column)
                };
                (number::leading_int(&text), Some(problem))
            }
        },
        Value::Other(ops, bytes) => ((ops.number)(&bytes).unwrap_or(0.0).round() as i64, None),
        Value::Null | Value::Blob(_) => (0, None),
    };
    let (low, high) = match (bits, unsigned) {
        (64, _) => (i64::MIN, i64::MAX),
        (bits, true) => (0, (1i64 << bits) - 1),
        (bits, false) => (-(1i64 << (bits - 1)), (1i64 << (bits - 1)) - 1),
    };
    if n < low || n > high {
        return (Value::Int(n.clamp(low, high)), Some(out_of_range(column)));
    }
    (Value::Int(n), problem)
}

fn limited(column: &Column, text: String, length: usize) -> (Value, Option<ErrorKind>) {
    match text.char_indices().nth(length) {
        None => (Value::text(&text), None),
        Some((at, _)) => {
            let only_blanks = text[at..].bytes().all(|b| b == b' ');
            let message = format!("Data too long for column '{}' at row {{row}}", column.name);
            let problem = data_error(1406, "22001", "ER_DATA_TOO_LONG", message);
            (Value::text(&text[..at]), (!only_blanks).then_some(problem))
        }
    }
}

fn to_bytes(value: Value) -> Value {
    match value {
        Value::Blob(_) => value,
        other => Value::Blob(std::rc::Rc::from(print(&other).into_bytes())),
    }
}

fn to_float(column: &Column, value: Value) -> (Value, Option<ErrorKind>) {
    match value {
        Value::Int(n) => (Value::Real(n as f64), None),
        Value::Text(text) => match number::whole_text_number(&text) {
            Some(Value::Int(n)) => (Value::Real(n as f64), None),
            Some(real) => (real, None),
            None => {
                let real = match number::leading_number(&text) {
                    Value::Int(n) => Value::Real(n as f64),
                    other => other,
                };
                (real, Some(truncated(column)))
            }
        },
        Value::Other(ops, bytes) => (Value::Real((ops.number)(&bytes).unwrap_or(0.0)), None),
        other => (other, None),
    }
}

/// A value as MySQL prints it.
pub(super) fn print(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Int(n) => n.to_string(),
        Value::Bool(b) => i64::from(*b).to_string(),
        Value::Real(x) => real_text(*x),
        Value::Text(text) => text.to_string(),
        Value::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Value::Other(ops, bytes) => (ops.text)(bytes),
    }
}

/// The shortest text that reads back the same; an exponent from 1e15 on.
fn real_text(x: f64) -> String {
    let magnitude = x.abs();
    if magnitude != 0.0 && !(1e-5..1e15).contains(&magnitude) {
        return format!("{x:e}");
    }
    format!("{x}")
}
