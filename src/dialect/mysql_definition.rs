//! MySQL: what a table may not be (CREATE TABLE; "Column Prefix Key Parts", "Data Type Default
//! Values", "InnoDB Limits"; sql_table.cc, mysql_prepare_create_table).

use std::rc::Rc;

use super::mysql_assign::assign;
use super::mysql_report::entry;
use crate::catalog::{Column, Index, IndexOrigin, NameRule, Table, Term};
use crate::error::ErrorKind;
use crate::plan::conflict::used_columns;
use crate::plan::node::ResultColumn;
use crate::plan::rules::{ColumnUse, Mode};
use crate::syntax::ast::{Expr, ExprKind, Literal};
use crate::types::Type;
use crate::value::Value;

fn refused(errno: i32, state: &str, code: &str, message: String) -> Result<(), ErrorKind> {
    Err(ErrorKind::Report(Box::new(entry(errno, state, code, message))))
}

/// Refuses a table that cannot be.
pub(super) fn refuse_table(table: &Table, indexes: &[Index]) -> Result<(), ErrorKind> {
    // The last column dropped (sql_table.cc, prepare_fields_and_keys); a new table has no number.
    if table.columns.is_empty() && table.id != 0 {
        let message = "You can't delete all columns with ALTER TABLE; use DROP TABLE instead";
        return refused(1090, "42000", "ER_CANT_REMOVE_ALL_FIELDS", message.to_string());
    }
    if table.columns.is_empty() {
        let message = "A table must have at least one visible column.".to_string();
        return refused(4028, "HY000", "ER_TABLE_MUST_HAVE_A_VISIBLE_COLUMN", message);
    }
    for column in &table.columns {
        refuse_type(column)?;
        refuse_default(column)?;
    }
    for column in &table.columns {
        if let Some(found) = column.generated.as_ref().and_then(|g| changing(&g.expr)) {
            let of = format!("Expression of generated column '{}' contains", column.name);
            return disallowed(&of, found, 3763, "GENERATED_COLUMN");
        }
    }
    for (at, column) in table.columns.iter().enumerate() {
        let Some(generated) = &column.generated else { continue };
        if column.default.is_some() {
            let message = "Incorrect usage of DEFAULT and generated column".to_string();
            return refused(1221, "HY000", "ER_WRONG_USAGE", message);
        }
        let used = used_columns(&generated.expr, table, NameRule::IgnoreCase);
        if used.iter().any(|c| *c >= at && table.columns[*c].generated.is_some()) {
            let message =
                "Generated column can refer only to generated columns defined prior to it.";
            return refused(3107, "HY000", "ER_GENERATED_COLUMN_NON_PRIOR", message.to_string());
        }
    }
    for (at, check) in table.checks.iter().enumerate() {
        let name = check.name.as_deref().unwrap_or_default();
        if has_variable(&check.expr) {
            let message = format!(
                "An expression of a check constraint '{name}' cannot refer to a user or system variable."
            );
            return refused(3816, "HY000", "ER_CHECK_CONSTRAINT_VARIABLES", message);
        }
        if let Some(found) = changing(&check.expr) {
            let of = format!("An expression of a check constraint '{name}' contains");
            return disallowed(&of, found, 3814, "CHECK_CONSTRAINT");
        }
        let same = |c: &crate::catalog::Check| {
            c.name.as_deref().is_some_and(|other| other.eq_ignore_ascii_case(name))
        };
        if table.checks[..at].iter().any(same) {
            let message = format!("Duplicate check constraint name '{name}'.");
            return refused(3822, "HY000", "ER_CHECK_CONSTRAINT_DUP_NAME", message);
        }
    }
    for (at, index) in indexes.iter().enumerate() {
        let same = |other: &Index| other.name.eq_ignore_ascii_case(&index.name);
        if index.name.eq_ignore_ascii_case("PRIMARY") && index.origin != IndexOrigin::PrimaryKey {
            let message = format!("Incorrect index name '{}'", index.name);
            return refused(1280, "42000", "ER_WRONG_NAME_FOR_INDEX", message);
        }
        refuse_new_index(table, index)?;
        if indexes[..at].iter().any(same) {
            return Err(ErrorKind::Exists { kind: "index", name: index.name.to_string() });
        }
        refuse_key(table, index)?;
    }
    // Of one that is there already; a new one is looked at with its parent.
    for key in table.foreign_keys.iter().filter(|key| key.id != 0) {
        super::mysql_foreign::refuse_strict(table, key)?;
    }
    refuse_numbers(table, indexes)
}

/// An index as one before it (sql_table.cc, `check_duplicate_key`).
pub(super) fn duplicate_index(table: &Table, index: &Index) -> ErrorKind {
    let message = format!(
        "Duplicate index '{}' defined on the table '{}.{}'. This is deprecated and will be disallowed in a future release.",
        index.name, table.schema, table.name
    );
    ErrorKind::Report(Box::new(entry(1831, "HY000", "ER_DUP_INDEX", message)))
}

/// A key may not name a column twice.
pub(super) fn refuse_new_index(table: &Table, index: &Index) -> Result<(), ErrorKind> {
    let names = |c: &usize| {
        index.terms[..*c].iter().any(|t| {
            let column = index.terms[*c].term_column();
            column.is_some() && t.term_column() == column
        })
    };
    if let Some(twice) = (1..index.terms.len()).find(names)
        && let Some(column) = index.terms[twice].term_column()
    {
        let name = table.columns[column].name.to_string();
        return Err(ErrorKind::DuplicateColumn { name });
    }
    Ok(())
}

/// AUTO_INCREMENT: one column, an integer, at the start of a key, and nothing may look at it.
fn refuse_numbers(table: &Table, indexes: &[Index]) -> Result<(), ErrorKind> {
    let numbered = |c: &usize| table.columns[*c].identity.is_some();
    let mut all = (0..table.columns.len()).filter(numbered);
    let Some(column) = all.next() else { return Ok(()) };
    let definition = &table.columns[column];
    if !matches!(definition.ty, Type::Int { .. } | Type::Float4 | Type::Float8) {
        let message = format!("Incorrect column specifier for column '{}'", definition.name);
        return refused(1063, "42000", "ER_WRONG_FIELD_SPEC", message);
    }
    let first = |i: &Index| i.terms.first().and_then(|t| t.term_column()) == Some(column);
    if all.next().is_some() || !indexes.iter().any(first) {
        let message = "Incorrect table definition; there can be only one auto column and it must be defined as a key";
        return refused(1075, "42000", "ER_WRONG_AUTO_KEY", message.to_string());
    }
    let uses = |expr: &Expr| used_columns(expr, table, NameRule::IgnoreCase).contains(&column);
    if let Some(check) = table.checks.iter().find(|c| uses(&c.expr)) {
        let name = check.name.as_deref().unwrap_or_default();
        let message =
            format!("Check constraint '{name}' cannot refer to an auto-increment column.");
        return refused(3818, "HY000", "ER_CHECK_CONSTRAINT_REFERS_AUTO_INCREMENT_COLUMN", message);
    }
    let generated =
        table.columns.iter().find(|c| c.generated.as_ref().is_some_and(|g| uses(&g.expr)));
    match generated {
        Some(column) => {
            let message = format!(
                "Generated column '{}' cannot refer to auto-increment column.",
                column.name
            );
            refused(3109, "HY000", "ER_GENERATED_COLUMN_REF_AUTO_INC", message)
        }
        None => Ok(()),
    }
}

/// The value of a DEFAULT that is a constant.
fn constant(expr: &Expr) -> Option<Value> {
    Some(match &expr.kind {
        ExprKind::Literal(Literal::Null) => Value::Null,
        ExprKind::Literal(Literal::Text(text)) => Value::Text(text.clone()),
        ExprKind::Literal(Literal::Integer(n)) => Value::Int(*n),
        ExprKind::Literal(Literal::Bool(b)) => Value::Int(i64::from(*b)),
        ExprKind::Literal(Literal::Number(text)) => Value::Text(text.clone()),
        _ => return None,
    })
}

/// A function whose value changes by itself, by the name that errors give it; empty for a query.
fn changing(expr: &Expr) -> Option<&'static str> {
    let found = match &expr.kind {
        ExprKind::Subquery(_) | ExprKind::Exists(_) => Some(""),
        ExprKind::Function(call) => {
            let name = call.name.name.text.to_ascii_lowercase();
            CHANGING.iter().find(|(known, _)| *known == name).map(|(_, shown)| *shown)
        }
        _ => None,
    };
    found.or_else(|| expr.children().into_iter().find_map(changing))
}

fn has_variable(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Variable { .. }) || expr.children().into_iter().any(has_variable)
}

const CHANGING: [(&str, &str); 14] = [
    ("now", "now"),
    ("current_timestamp", "now"),
    ("localtime", "now"),
    ("localtimestamp", "now"),
    ("curdate", "curdate"),
    ("current_date", "curdate"),
    ("curtime", "curtime"),
    ("current_time", "curtime"),
    ("sysdate", "sysdate"),
    ("utc_timestamp", "utc_timestamp"),
    ("rand", "rand"),
    ("uuid", "uuid"),
    ("last_insert_id", "last_insert_id"),
    ("connection_id", "connection_id"),
];

fn disallowed(of: &str, found: &str, errno: i32, code: &str) -> Result<(), ErrorKind> {
    // Without a name the next number is that of the error.
    let (errno, message) = match found {
        "" => (errno + 1, format!("{of} disallowed function.")),
        name => (errno, format!("{of} disallowed function: {name}.")),
    };
    let message = if errno > 3800 { message } else { message.replace("contains", "contains a") };
    refused(errno, "HY000", &format!("ER_{code}_FUNCTION_IS_NOT_ALLOWED"), message)
}

/// Lengths that a type does not have ("Data Types").
fn refuse_type(column: &Column) -> Result<(), ErrorKind> {
    let name = &column.name;
    if let Type::Enum(of) | Type::Set(of) = &column.ty {
        let kind = if matches!(column.ty, Type::Set(_)) { "SET" } else { "ENUM" };
        for (at, label) in of.labels.iter().enumerate() {
            if kind == "SET" && label.contains(',') {
                let message = format!("Illegal set '{label}' value found during parsing");
                return refused(1367, "22007", "ER_ILLEGAL_VALUE_FOR_TYPE", message);
            }
            let same = |other: &Rc<str>| column.collation.compare(other, label).is_eq();
            if let Some(first) = of.labels[..at].iter().find(|other| same(other)) {
                let message = format!("Column '{name}' has duplicated value '{first}' in {kind}");
                return refused(1291, "HY000", "ER_DUPLICATED_VALUE_IN_TYPE", message);
            }
        }
    }
    // The number in parentheses, as far as it can be held.
    let given = column.declared.split(['(', ',', ')']).nth(1).map_or("", str::trim);
    let digits = !given.is_empty() && given.bytes().all(|b| b.is_ascii_digit());
    let given = digits.then(|| given.parse().unwrap_or(u64::MAX));
    let beyond = |most: u64| given.is_some_and(|given| given > most);
    let too_wide = |most: u64| {
        let message = format!("Display width out of range for column '{name}' (max = {most})");
        refused(1439, "42000", "ER_TOO_BIG_DISPLAYWIDTH", message)
    };
    let too_long = |most: u64| {
        let message = format!(
            "Column length too big for column '{name}' (max = {most}); use BLOB or TEXT instead"
        );
        refused(1074, "42000", "ER_TOO_BIG_FIELDLENGTH", message)
    };
    match column.ty {
        Type::Enum(_) | Type::Set(_) => Ok(()),
        _ if beyond(u32::MAX.into()) => too_wide(u32::MAX.into()),
        Type::Int { .. } if beyond(255) => too_wide(255),
        Type::Catalog("bit") if beyond(64) => too_wide(64),
        Type::Catalog("bit") if given == Some(0) => {
            let message = format!("Invalid size for column '{name}'.");
            refused(3013, "HY000", "ER_INVALID_FIELD_SIZE", message)
        }
        Type::Float8 if beyond(53) => {
            let message = format!("Incorrect column specifier for column '{name}'");
            refused(1063, "42000", "ER_WRONG_FIELD_SPEC", message)
        }
        Type::Char(_) | Type::Bytes { fixed: true, .. } if beyond(255) => too_long(255),
        Type::Varchar(_) if beyond(16383) => too_long(16383),
        // A BLOB grows to the next kind.
        Type::Bytes { .. } if beyond(65535) && column.declared.starts_with(['v', 'V']) => {
            too_long(65535)
        }
        Type::Decimal { precision: Some((digits, _)) } if digits > 65 => {
            let message =
                format!("Too-big precision {digits} specified for '{name}'. Maximum is 65.");
            refused(1426, "42000", "ER_TOO_BIG_PRECISION", message)
        }
        Type::Decimal { precision: Some((digits, scale)) } if scale > digits => {
            let message = format!(
                "For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column '{name}')."
            );
            refused(1427, "42000", "ER_M_BIGGER_THAN_D", message)
        }
        Type::Timestamp { fraction, .. } if fraction > 6 => {
            let message =
                format!("Too-big precision {fraction} specified for '{name}'. Maximum is 6.");
            refused(1426, "42000", "ER_TOO_BIG_PRECISION", message)
        }
        _ => Ok(()),
    }
}

fn refuse_default(column: &Column) -> Result<(), ErrorKind> {
    let Some(default) = &column.default else { return Ok(()) };
    let Some(value) = constant(&default.expr) else { return Ok(()) };
    let lob = matches!(column.ty, Type::Text | Type::Jsonb | Type::Bytes { limit: None, .. });
    if lob && !value.is_null() {
        let message = format!(
            "BLOB, TEXT, GEOMETRY or JSON column '{}' can't have a default value",
            column.name
        );
        return refused(1101, "42000", "ER_BLOB_CANT_HAVE_DEFAULT", message);
    }
    let null = value.is_null() && column.not_null.is_some();
    if null || column.identity.is_some() || assign(column, value, Mode::STRICT).is_err() {
        let message = format!("Invalid default value for '{}'", column.name);
        return refused(1067, "42000", "ER_INVALID_DEFAULT", message);
    }
    Ok(())
}

/// A key part of TEXT needs a length, and a key may not be longer than 3072 bytes.
fn refuse_key(table: &Table, index: &Index) -> Result<(), ErrorKind> {
    let mut bytes = 0;
    for term in &index.terms {
        let Term::Column(column) = term.term else { continue };
        let column = &table.columns[column];
        if column.ty == Type::Jsonb {
            let message = format!(
                "JSON column '{}' supports indexing only via generated columns on a specified JSON path.",
                column.name
            );
            return refused(3152, "42000", "ER_JSON_USED_AS_KEY", message);
        }
        let lob = matches!(column.ty, Type::Text | Type::Bytes { limit: None, .. });
        if lob && term.prefix.is_none() {
            let message = format!(
                "BLOB/TEXT column '{}' used in key specification without a key length",
                column.name
            );
            return refused(1170, "42000", "ER_BLOB_KEY_WITHOUT_LENGTH", message);
        }
        // A prefix is of a string and no longer than it ("Column Prefix Key Parts").
        let longest = match column.ty {
            Type::Varchar(n) | Type::Char(n) | Type::Bytes { limit: Some(n), .. } => n,
            _ if lob => u32::MAX,
            _ => 0,
        };
        if term.prefix.is_some_and(|n| n > longest) {
            let message = "Incorrect prefix key; the used key part isn't a string, the used length is longer than the key part, or the storage engine doesn't support unique prefix keys";
            return refused(1089, "HY000", "ER_WRONG_SUB_KEY", message.to_string());
        }
        bytes += match (&column.ty, term.prefix) {
            (Type::Bytes { .. }, Some(length)) => length,
            (_, Some(length)) => length * 4,
            (Type::Varchar(length) | Type::Char(length), None) => length * 4,
            (Type::Bytes { limit, .. }, None) => limit.unwrap_or(0),
            _ => 8,
        };
    }
    match bytes > 3072 {
        true => {
            let message = "Specified key was too long; max key length is 3072 bytes";
            refused(1071, "42000", "ER_TOO_LONG_KEY", message.to_string())
        }
        false => Ok(()),
    }
}

/// A column to be renamed that is not there.
pub(super) fn no_such_renamed(name: String, table: &Table) -> ErrorKind {
    let message = format!("Unknown column '{name}' in '{}'", table.name);
    ErrorKind::Report(Box::new(entry(1054, "42S22", "ER_BAD_FIELD_ERROR", message)))
}

/// A key that is renamed or named in a hint and is not there; the symbol is spelt so.
pub(super) fn no_such_renamed_key(name: &str, table: &str) -> ErrorKind {
    let message = format!("Key '{name}' doesn't exist in table '{table}'");
    ErrorKind::Report(Box::new(entry(1176, "42000", "ER_KEY_DOES_NOT_EXITS", message)))
}

/// A column of the primary key that is declared NULL.
pub(super) fn null_in_primary_key() -> ErrorKind {
    let message = "All parts of a PRIMARY KEY must be NOT NULL; if you need NULL in a key, use UNIQUE instead";
    let report = entry(1171, "42000", "ER_PRIMARY_CANT_HAVE_NULL", message.to_string());
    ErrorKind::Report(Box::new(report))
}

/// sql_table.cc, `check_if_field_used_by_generated_column_or_default`,
/// `prepare_check_constraints_for_alter`.
pub(super) fn column_used(column: &str, by: ColumnUse<'_>) -> ErrorKind {
    let (errno, code, message) = match by {
        ColumnUse::Generated => (
            3108,
            "ER_DEPENDENT_BY_GENERATED_COLUMN",
            ["Column '", column, "' has a generated column dependency."].concat(),
        ),
        ColumnUse::Key => (
            3837,
            "ER_DEPENDENT_BY_FUNCTIONAL_INDEX",
            [
                "Column '",
                column,
                "' has a functional index dependency and cannot be dropped or renamed.",
            ]
            .concat(),
        ),
        ColumnUse::Check(name) => (
            3959,
            "ER_DEPENDENT_BY_CHECK_CONSTRAINT",
            [
                "Check constraint '",
                name,
                "' uses column '",
                column,
                "', hence column cannot be dropped or renamed.",
            ]
            .concat(),
        ),
    };
    ErrorKind::Report(Box::new(super::mysql_report::entry(errno, "HY000", code, message)))
}

/// A column of CREATE TABLE … AS.
pub(super) fn derived_column(result: &ResultColumn, name: Option<Rc<str>>) -> Column {
    let ty = match &result.ty {
        Type::Unknown => Type::Varchar(255),
        Type::Text if result.declared.is_empty() => Type::Varchar(255),
        Type::Decimal { precision: None } => Type::Decimal { precision: Some((65, 4)) },
        ty => ty.clone(),
    };
    Column {
        name: name.unwrap_or_else(|| result.name.clone()),
        declared: result.declared.clone(),
        collation: super::mysql_types::column_collation(None, &ty),
        ty,
        not_null: None,
        default: None,
        generated: None,
        identity: None,
        on_update: None,
        invisible: false,
        comment: None,
    }
}
