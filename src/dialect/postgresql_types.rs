//! PostgreSQL: names of types (chapter "Data Types"; names in messages as format_type writes them).
//! How values are brought to them is in `postgresql_values`.

use std::rc::Rc;

use crate::error::{ErrorKind, Report};
use crate::syntax::ast::{TypeArg, TypeName};
use crate::types::Type;

/// `serial` and its like bring a sequence.
pub(super) fn is_serial(name: &str) -> bool {
    matches!(name, "SERIAL" | "SERIAL4" | "BIGSERIAL" | "SERIAL8" | "SMALLSERIAL" | "SERIAL2")
}

/// The type of a column.
pub(super) fn column_type(declared: Option<&TypeName>, _strict: bool) -> Result<Type, ErrorKind> {
    match declared {
        Some(declared) => named(declared),
        None => Err(ErrorKind::unsupported("a column without a type")),
    }
}

/// The type of a name.
pub(super) fn named(declared: &TypeName) -> Result<Type, ErrorKind> {
    let number = |at: usize| match declared.args.get(at) {
        Some(TypeArg::Number(n)) => u32::try_from(*n).ok(),
        _ => None,
    };
    let int = |bits| Type::Int { bits, unsigned: false };
    let told = |code, message: String| {
        let report =
            Report { has_position: true, ..super::postgresql_values::report(code, message) };
        Err(ErrorKind::Report(Box::new(report)))
    };
    let refused = |message: String| told("22023", message);
    match (&*declared.name, number(0)) {
        (name @ ("VARCHAR" | "CHARACTER VARYING" | "CHAR" | "CHARACTER"), Some(0)) => {
            let name = if name.contains("VAR") { "varchar" } else { "char" };
            return refused(format!("length for type {name} must be at least 1"));
        }
        (name @ ("VARCHAR" | "CHARACTER VARYING" | "CHAR" | "CHARACTER"), Some(10_485_761..)) => {
            let name = if name.contains("VAR") { "varchar" } else { "char" };
            return refused(format!("length for type {name} cannot exceed 10485760"));
        }
        ("NUMERIC" | "DECIMAL" | "DEC", _) if declared.args.len() > 2 => {
            return refused("invalid NUMERIC type modifier".to_string());
        }
        ("NUMERIC" | "DECIMAL" | "DEC", Some(n)) if !(1..=1000).contains(&n) => {
            return refused(format!("NUMERIC precision {n} must be between 1 and 1000"));
        }
        _ => {}
    }
    let fraction = number(0).map_or(6, |n| n.min(6) as u8);
    let ty = match &*declared.name {
        "SMALLINT" | "INT2" | "SMALLSERIAL" | "SERIAL2" => int(16),
        "INT" | "INTEGER" | "INT4" | "SERIAL" | "SERIAL4" => int(32),
        "BIGINT" | "INT8" | "BIGSERIAL" | "SERIAL8" => int(64),
        "NUMERIC" | "DECIMAL" | "DEC" => Type::Decimal {
            precision: number(0).map(|p| (p as u16, number(1).unwrap_or(0) as u16)),
        },
        "TEXT" => Type::Text,
        "VARCHAR" | "CHARACTER VARYING" | "CHAR VARYING" => {
            number(0).map_or(Type::Varchar(0), Type::Varchar)
        }
        "BPCHAR" => number(0).map_or(Type::Char(0), Type::Char),
        "CHAR" | "CHARACTER" => Type::Char(number(0).unwrap_or(1)),
        "BOOLEAN" | "BOOL" => Type::Bool,
        "REAL" | "FLOAT4" => Type::Float4,
        "FLOAT" if number(0).is_some_and(|n| n <= 24) => Type::Float4,
        "DOUBLE PRECISION" | "FLOAT8" | "FLOAT" => Type::Float8,
        "BYTEA" => Type::Bytes { limit: None, fixed: false },
        "DATE" => Type::Date,
        "TIME" | "TIME WITHOUT TIME ZONE" => Type::Time,
        "TIMESTAMP" | "TIMESTAMP WITHOUT TIME ZONE" => Type::Timestamp { zone: false, fraction },
        "TIMESTAMPTZ" | "TIMESTAMP WITH TIME ZONE" => Type::Timestamp { zone: true, fraction },
        "INTERVAL" => Type::Interval,
        "UUID" => Type::Uuid,
        "JSON" => Type::Json,
        "JSONB" => Type::Jsonb,
        "INT4RANGE" => Type::Range(Rc::new(int(32))),
        "INT8RANGE" => Type::Range(Rc::new(int(64))),
        "DATERANGE" => Type::Range(Rc::new(Type::Date)),
        "TSRANGE" => Type::Range(Rc::new(Type::Timestamp { zone: false, fraction: 6 })),
        "TSTZRANGE" => Type::Range(Rc::new(Type::Timestamp { zone: true, fraction: 6 })),
        "REGCLASS" => Type::Catalog("regclass"),
        "REGNAMESPACE" => Type::Catalog("regnamespace"),
        "REGTYPE" => Type::Catalog("regtype"),
        "OID" => Type::Catalog("oid"),
        "NAME" => Type::Catalog("name"),
        "\"CHAR\"" => Type::Catalog("char"),
        known if KNOWN.contains(&known) => {
            return Err(ErrorKind::unsupported(format!("type {}", known.to_lowercase())));
        }
        _ => {
            let declared = Some(declared.name.to_lowercase());
            let (table, column) = (String::new(), String::new());
            return Err(ErrorKind::UnknownType { table, column, declared });
        }
    };
    let measured = match ty {
        Type::Decimal { .. } | Type::Varchar(_) | Type::Char(_) | Type::Interval => true,
        Type::Time | Type::Timestamp { .. } => true,
        _ => &*declared.name == "FLOAT",
    };
    if !declared.args.is_empty() && !measured {
        let name = declared.name.to_lowercase();
        let name = if is_serial(&declared.name) { "integer" } else { &name };
        return told("42601", format!("type modifier is not allowed for type \"{name}\""));
    }
    if declared.dimensions > 0 {
        return Ok(Type::Array(Rc::new(ty)));
    }
    Ok(ty)
}

/// Types that PostgreSQL has and the engine does not.
const KNOWN: &[&str] = &[
    "ANYARRAY",
    "ANYELEMENT",
    "BIT",
    "BIT VARYING",
    "BOX",
    "CIDR",
    "CIRCLE",
    "CITEXT",
    "DATEMULTIRANGE",
    "HSTORE",
    "INET",
    "INT4MULTIRANGE",
    "INT8MULTIRANGE",
    "LINE",
    "LSEG",
    "MACADDR",
    "MACADDR8",
    "MONEY",
    "NUMRANGE",
    "PATH",
    "POINT",
    "POLYGON",
    "TIME WITH TIME ZONE",
    "TIMETZ",
    "TSQUERY",
    "TSVECTOR",
    "VARBIT",
    "XML",
];

/// The type's name in `pg_type`.
pub(super) fn type_name(ty: &Type) -> String {
    match ty {
        Type::Int { bits: 16, .. } => "int2",
        Type::Int { bits: 64, .. } => "int8",
        Type::Int { .. } => "int4",
        Type::Varchar(_) => "varchar",
        Type::Char(_) => "bpchar",
        Type::Bool => "bool",
        Type::Float4 => "float4",
        Type::Float8 => "float8",
        Type::Decimal { .. } => "numeric",
        Type::Bytes { .. } => "bytea",
        Type::Date => "date",
        Type::Time => "time",
        Type::Timestamp { zone: false, .. } => "timestamp",
        Type::Timestamp { zone: true, .. } => "timestamptz",
        Type::Interval => "interval",
        Type::Uuid => "uuid",
        Type::Json => "json",
        Type::Jsonb => "jsonb",
        Type::Array(item) => return format!("_{}", type_name(item)),
        Type::Range(item) => range_name(item),
        Type::Enum(labels) => return labels.name.to_string(),
        Type::Catalog(name) => name,
        Type::Affinity(..) | Type::Text | Type::Set(_) | Type::Unknown => "text",
    }
    .to_string()
}

fn range_name(item: &Type) -> &'static str {
    match item {
        Type::Int { bits: 64, .. } => "int8range",
        Type::Date => "daterange",
        Type::Timestamp { zone: false, .. } => "tsrange",
        Type::Timestamp { zone: true, .. } => "tstzrange",
        _ => "int4range",
    }
}

/// The type's name with its length (format_type.c, format_type_with_typemod).
pub(super) fn full_name(ty: &Type) -> String {
    let name = sql_name(ty);
    match ty {
        Type::Varchar(length) | Type::Char(length) if *length != u32::MAX => {
            format!("{name}({length})")
        }
        Type::Decimal { precision: Some((digits, scale)) } => format!("{name}({digits},{scale})"),
        _ => name,
    }
}

/// The type's name in messages, without its length.
pub(super) fn sql_name(ty: &Type) -> String {
    match ty {
        Type::Int { bits: 16, .. } => "smallint",
        Type::Int { bits: 64, .. } => "bigint",
        Type::Int { .. } => "integer",
        Type::Varchar(_) => "character varying",
        Type::Char(_) => "character",
        Type::Bool => "boolean",
        Type::Float4 => "real",
        Type::Float8 => "double precision",
        Type::Time => "time without time zone",
        Type::Timestamp { zone: false, .. } => "timestamp without time zone",
        Type::Timestamp { zone: true, .. } => "timestamp with time zone",
        Type::Array(item) => return format!("{}[]", sql_name(item)),
        Type::Catalog("char") => "\"char\"",
        Type::Unknown => "unknown",
        other => return type_name(other),
    }
    .to_string()
}

/// The names of B-tree operator classes without `_ops`; those that are not the type's own last.
const CLASSES: &str = " bool bpchar bytea date float4 float8 int2 int4 int8 interval jsonb name \
    numeric oid text varchar time timestamp timestamptz uuid array range enum text_pattern \
    varchar_pattern bpchar_pattern ";

/// An operator class, which must exist and take the type; none when it is the type's own.
pub(super) fn operator_class(name: &str, ty: Option<&Type>) -> Result<Option<Rc<str>>, ErrorKind> {
    let short = name.strip_suffix("_ops").unwrap_or_default();
    if short.is_empty() || !CLASSES.contains(&[" ", short, " "].concat()) {
        let message = ["operator class \"", name, "\" does not exist for access method \"btree\""];
        return Err(super::postgresql_values::data_error("42704", message.concat()));
    }
    let plain = short.strip_suffix("_pattern").unwrap_or(short);
    if let Some(ty) = ty {
        let of = type_name(ty);
        let takes = match ty {
            Type::Text | Type::Varchar(_) | Type::Char(_) => {
                plain == of || plain == "text" || of == "text" && plain == "varchar"
            }
            Type::Array(_) => plain == "array",
            Type::Range(_) => plain == "range",
            Type::Enum(_) => plain == "enum",
            _ => plain == of,
        };
        if !takes && (of != "text" || plain == "text") {
            let message =
                ["operator class \"", name, "\" does not accept data type ", &sql_name(ty)];
            return Err(super::postgresql_values::data_error("42804", message.concat()));
        }
    }
    Ok((plain != short).then(|| Rc::from(name)))
}
