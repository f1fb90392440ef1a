//! MySQL: the types of columns, how values are printed, and the collations. How values are brought
//! to columns is in `mysql_assign`. Sources: chapters "Data Types" and "Character Sets, Collations, Unicode".

use std::rc::Rc;

use crate::collation::{BINARY, Collation, Fold};
use crate::error::ErrorKind;
use crate::plan::node::ResultColumn;
use crate::syntax::ast::{TypeArg, TypeName};
use crate::types::{EnumType, Type};
use crate::value::Value;

/// What `VERSION()` gives.
pub(super) const VERSION: &str = "8.4.0";

/// `utf8mb4_0900_ai_ci`, the default of MySQL 8: neither case nor accents matter, no padding.
pub(super) static DEFAULT_COLLATION: Collation =
    Collation { name: "utf8mb4_0900_ai_ci", fold: Fold::CaseAndAccent, pad: false };
static GENERAL_CI: Collation =
    Collation { name: "utf8mb4_general_ci", fold: Fold::General, pad: true };
static UNICODE_CI: Collation =
    Collation { name: "utf8mb4_unicode_ci", fold: Fold::Unicode4, pad: true };
static BIN: Collation = Collation { name: "utf8mb4_bin", fold: Fold::None, pad: true };
static BIN_0900: Collation = Collation { name: "utf8mb4_0900_bin", fold: Fold::None, pad: false };
static AS_CS: Collation = Collation { name: "utf8mb4_0900_as_cs", fold: Fold::None, pad: false };
static AS_CI: Collation = Collation { name: "utf8mb4_0900_as_ci", fold: Fold::Case, pad: false };
/// MariaDB's name for a collation like MySQL 8's default.
static NOPAD_520: Collation =
    Collation { name: "utf8mb4_unicode_520_nopad_ci", fold: Fold::CaseAndAccent, pad: false };

/// Of letters up to U+FFFF only, deprecated and still met ("The utf8mb3 Character Set").
static GENERAL_3: Collation =
    Collation { name: "utf8mb3_general_ci", fold: Fold::General, pad: true };
static UNICODE_3: Collation =
    Collation { name: "utf8mb3_unicode_ci", fold: Fold::Unicode4, pad: true };
static BIN_3: Collation = Collation { name: "utf8mb3_bin", fold: Fold::None, pad: true };

static COLLATIONS: [&Collation; 11] = [
    &DEFAULT_COLLATION,
    &GENERAL_CI,
    &UNICODE_CI,
    &BIN,
    &BIN_0900,
    &AS_CS,
    &AS_CI,
    &NOPAD_520,
    &GENERAL_3,
    &UNICODE_3,
    &BIN_3,
];

/// The collation of a name.
pub(super) fn collation_named(name: &str) -> Option<&'static Collation> {
    let mut name = name.to_ascii_lowercase();
    if name == "binary" {
        return Some(&BINARY);
    }
    if let Some(rest) = name.strip_prefix("utf8_") {
        name = ["utf8mb3_", rest].concat();
    }
    COLLATIONS.into_iter().find(|c| c.name == name)
}

/// The character set of a collation.
pub(super) fn charset_of(collation: &Collation) -> &'static str {
    collation.name.split('_').next().unwrap_or_default()
}

/// What is told of the name of a character set or collation.
pub(super) fn charset_note(name: &str) -> Option<ErrorKind> {
    let name = name.to_ascii_lowercase();
    let (errno, code, words) = match &*name {
        "utf8" => (
            3719,
            "ER_DEPRECATED_UTF8_ALIAS",
            " is currently an alias for the character set UTF8MB3, but will be an alias for UTF8MB4 in a future release. Please consider using UTF8MB4 in order to be unambiguous.",
        ),
        "utf8mb3" => (
            1287,
            "ER_WARN_DEPRECATED_SYNTAX",
            " is deprecated and will be removed in a future release. Please use utf8mb4 instead",
        ),
        _ if name.starts_with("utf8mb3_") || name.starts_with("utf8_") => (
            3778,
            "ER_WARN_DEPRECATED_UTF8MB3_COLLATION",
            " is a collation of the deprecated character set UTF8MB3. Please consider using UTF8MB4 with an appropriate collation instead.",
        ),
        _ => return None,
    };
    let message = ["'", &name, "'", words].concat();
    Some(ErrorKind::Report(Box::new(super::mysql_report::entry(errno, "HY000", code, message))))
}

/// The collation of a column that names none.
pub(super) fn column_collation(declared: Option<&TypeName>, ty: &Type) -> &'static Collation {
    let charset = declared.and_then(|d| d.charset.as_deref());
    match ty {
        Type::Text | Type::Varchar(_) | Type::Char(_) | Type::Enum(_) | Type::Set(_) => {
            charset.and_then(|name| self::charset(name).ok()).unwrap_or(&DEFAULT_COLLATION)
        }
        _ => &BINARY,
    }
}

/// BIT, whose values are numbers and are shown as bytes ("Bit-Value Type - BIT").
pub(super) const BIT: Type = Type::Catalog("bit");

/// The bits of a BIT column.
pub(super) fn bit_width(declared: &str) -> u32 {
    let digits = declared.split(['(', ')']).nth(1);
    digits.and_then(|digits| digits.trim().parse().ok()).unwrap_or(1)
}

/// The bytes of a BIT.
pub(super) fn bit_bytes(value: &Value, declared: &str) -> Value {
    let Ok(number) = print(value).parse::<u64>() else { return value.clone() };
    let width = bit_width(declared).div_ceil(8).min(8) as usize;
    Value::Blob(number.to_be_bytes()[8 - width..].into())
}

/// The type of a name.
pub(super) fn column_type(declared: Option<&TypeName>, _strict: bool) -> Result<Type, ErrorKind> {
    let Some(declared) = declared else {
        return Err(ErrorKind::unsupported("a column without a type"));
    };
    if let Some(name) = &declared.charset {
        charset(name)?;
    }
    let unsigned = declared.unsigned;
    let int = |bits| Type::Int { bits, unsigned };
    let mut numbers = declared.args.iter().filter_map(|a| match a {
        TypeArg::Number(n) => u32::try_from(*n).ok(),
        TypeArg::Text(_) => None,
    });
    let length = numbers.next();
    let fraction = length.unwrap_or(0) as u8;
    let labels = || {
        let labels = declared.args.iter().filter_map(|a| match a {
            TypeArg::Text(label) => Some(Rc::from(label.trim_end_matches(' '))),
            TypeArg::Number(_) => None,
        });
        Rc::new(EnumType { name: Rc::from(""), labels: labels.collect(), places: Vec::new() })
    };
    Ok(match &*declared.name {
        "TINYINT" | "BOOL" | "BOOLEAN" => int(8),
        "SMALLINT" => int(16),
        "MEDIUMINT" => int(24),
        "INT" | "INTEGER" => int(32),
        "BIGINT" => int(64),
        "DECIMAL" => {
            let scale = numbers.next().unwrap_or(0) as u16;
            Type::Decimal { precision: Some((length.unwrap_or(10) as u16, scale)) }
        }
        "DATE" => Type::Date,
        "DATETIME" => Type::Timestamp { zone: false, fraction },
        "TIMESTAMP" => Type::Timestamp { zone: true, fraction },
        "TIME" if fraction == 0 => Type::Time,
        "YEAR" => Type::Catalog("year"),
        "BIT" => BIT,
        "ENUM" => Type::Enum(labels()),
        "SET" if declared.args.len() < 64 => Type::Set(labels()),
        "VARCHAR" | "CHARACTER VARYING" | "NVARCHAR" => Type::Varchar(length.unwrap_or(1)),
        "CHAR" | "CHARACTER" => Type::Char(length.unwrap_or(1)),
        "TEXT" | "TINYTEXT" | "MEDIUMTEXT" | "LONGTEXT" => Type::Text,
        "VARBINARY" | "BLOB" | "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" => {
            Type::Bytes { limit: length, fixed: false }
        }
        "BINARY" => Type::Bytes { limit: Some(length.unwrap_or(1)), fixed: true },
        // `FLOAT(7,2)` rounds, shows and limits as DECIMAL does ("Floating-Point Types").
        "FLOAT" | "DOUBLE" | "DOUBLE PRECISION" | "REAL" if declared.args.len() == 2 => {
            let scale = numbers.next().unwrap_or(0) as u16;
            Type::Decimal { precision: Some((fraction.into(), scale)) }
        }
        "FLOAT" if length.unwrap_or(0) <= 24 => Type::Float4,
        "FLOAT" => Type::Float8,
        "DOUBLE" | "DOUBLE PRECISION" | "REAL" => Type::Float8,
        "JSON" => Type::Jsonb,
        "SERIAL" => Type::Int { bits: 64, unsigned: true },
        other => {
            let unsigned = if unsigned { " unsigned" } else { "" };
            return Err(ErrorKind::unsupported(format!("type {}{unsigned}", other.to_lowercase())));
        }
    })
}

/// Whether a number's type says UNSIGNED or ZEROFILL, which implies it.
pub(super) fn is_unsigned(declared: &str) -> bool {
    is_zerofill(declared) || declared.to_ascii_uppercase().contains("UNSIGNED")
}

/// Whether a number's type says ZEROFILL ("Numeric Type Attributes").
pub(super) fn is_zerofill(declared: &str) -> bool {
    declared.to_ascii_uppercase().split_ascii_whitespace().any(|word| word == "ZEROFILL")
}

/// The digits that a number is shown with, zeros in front of it.
pub(super) fn display_width(ty: &Type, declared: &str) -> usize {
    let given = declared.split_once('(').and_then(|(_, rest)| rest.split([',', ')']).next());
    let given = given.and_then(|digits| digits.trim().parse::<usize>().ok());
    match ty {
        // The point is counted, the digits before it are at least one.
        Type::Decimal { precision } => {
            let (digits, scale) = precision.unwrap_or((10, 0));
            usize::from(digits) + usize::from(scale > 0)
        }
        Type::Int { bits, .. } => given.unwrap_or(match bits {
            8 => 3,
            16 => 5,
            24 => 8,
            32 => 10,
            _ => 20,
        }),
        Type::Float4 => 12,
        _ => 22,
    }
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
        Type::Timestamp { zone: true, .. } => "timestamp",
        Type::Timestamp { .. } => "datetime",
        Type::Catalog(name) => name,
        Type::Enum(_) | Type::Set(_) => "string",
        _ => "var_string",
    }
    .to_string()
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

/// A FLOAT with the six digits that it shows.
pub(super) fn six_digits(x: f64) -> f64 {
    format!("{x:.5e}").parse().unwrap_or(x)
}

/// What is shown of the values of a result column where that is less, or more.
pub(super) fn show(column: &ResultColumn) -> Option<fn(&ResultColumn, &mut Value)> {
    if is_zerofill(&column.declared) {
        return Some(|column, value| {
            if !value.is_null() {
                let width = display_width(&column.ty, &column.declared);
                let shown = print(value);
                let zeros = "0".repeat(width.min(255).saturating_sub(shown.len()));
                *value = Value::text(&(zeros + &shown));
            }
        });
    }
    if column.ty == BIT && !column.declared.is_empty() {
        return Some(|column, value| *value = bit_bytes(value, &column.declared));
    }
    (column.ty == Type::Float4).then_some(|_, value| {
        if let Value::Real(x) = value {
            *x = six_digits(*x);
        }
    })
}

/// The shortest text that reads back the same; with an exponent below 1e-15, and from 1e15 on where
/// zeros would have to be added (dtoa.cc, `my_gcvt`).
fn real_text(x: f64) -> String {
    let scientific = format!("{x:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = digits.bytes().filter(u8::is_ascii_digit).count() as i32;
    match exponent.parse::<i32>() {
        Ok(exponent) if exponent < -15 || exponent >= 15 && digits <= exponent + 1 => scientific,
        _ => format!("{x}"),
    }
}

/// The collation that CHARSET and COLLATE of a table mean ("Table Character Set and Collation").
pub(super) fn table_collation(
    options: &[(Rc<str>, Rc<str>)],
) -> Result<Option<&'static Collation>, ErrorKind> {
    let mut found: Option<&Collation> = None;
    let mut set = None;
    for (name, value) in options {
        let named = match &**name {
            "CHARSET" => {
                let named = charset(value)?;
                set = Some(charset_of(named));
                named
            }
            "COLLATE" => {
                let name = value.to_string();
                let named = collation_named(value).ok_or(ErrorKind::NoSuchCollation { name })?;
                if let Some(set) = set.filter(|set| *set != charset_of(named)) {
                    let of = ["' is not valid for CHARACTER SET '", set, "'"].concat();
                    let message = ["COLLATION '", named.name, &of].concat();
                    let code = "ER_COLLATION_CHARSET_MISMATCH";
                    let report = super::mysql_report::entry(1253, "42000", code, message);
                    return Err(ErrorKind::Report(Box::new(report)));
                }
                named
            }
            "ENGINE" if !value.eq_ignore_ascii_case("InnoDB") => {
                return Err(other_engine(value));
            }
            _ => continue,
        };
        found = Some(named);
    }
    Ok(found)
}

/// Another engine than InnoDB: one that MySQL has, or none ("Alternative Storage Engines").
fn other_engine(name: &str) -> ErrorKind {
    let known = "ARCHIVE BLACKHOLE CSV EXAMPLE FEDERATED HEAP MEMORY MERGE MRG_MYISAM MYISAM NDB NDBCLUSTER \
        PERFORMANCE_SCHEMA";
    if known.split_whitespace().any(|known| known.eq_ignore_ascii_case(name)) {
        return ErrorKind::unsupported(format!("ENGINE {name}"));
    }
    let message = format!("Unknown storage engine '{name}'");
    let report = super::mysql_report::entry(1286, "42000", "ER_UNKNOWN_STORAGE_ENGINE", message);
    ErrorKind::Report(Box::new(report))
}

/// Character sets that MySQL has and this has not.
const CHARSETS: &str = "armscii8 ascii big5 cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 \
    eucjpms euckr gb18030 gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 \
    latin7 macce macroman sjis swe7 tis620 ucs2 ujis utf16 utf16le utf32";

/// The default collation of a character set.
pub(super) fn charset(name: &str) -> Result<&'static Collation, ErrorKind> {
    match &*name.to_ascii_lowercase() {
        "utf8mb4" | "default" => Ok(&DEFAULT_COLLATION),
        "binary" => Ok(&BINARY),
        // The BINARY attribute.
        "utf8mb4_bin" => Ok(&BIN),
        "utf8" | "utf8mb3" => Ok(&GENERAL_3),
        other if CHARSETS.split(' ').any(|known| known == other) => {
            Err(ErrorKind::unsupported(format!("character set {other}")))
        }
        _ => {
            let message = ["Unknown character set: '", name, "'"].concat();
            let code = "ER_UNKNOWN_CHARACTER_SET";
            let report = super::mysql_report::entry(1115, "42000", code, message);
            Err(ErrorKind::Report(Box::new(report)))
        }
    }
}
