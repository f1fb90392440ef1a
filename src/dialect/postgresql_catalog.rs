//! PostgreSQL: what the database says of itself: the tables of `pg_catalog` and of
//! `information_schema` that tutorials read, in the columns that they read, and the functions that
//! go with them (chapters "System Catalogs" and "The Information Schema").

use super::postgresql_definition::{constraint_text, constraints_of, index_text, is_enforced};
use super::postgresql_expr::{BIGINT, INT};
use super::postgresql_functions::column;
use super::postgresql_references::{
    foreign_key, index_columns, letter, numbers, parent_columns, position_in_key, schema_checks,
    schema_references, schema_sequences, schema_used_columns,
};
use super::postgresql_stored::stored;
use super::postgresql_text::{full_name, quoted_name};
use super::postgresql_types::{sql_name, type_name};
use super::postgresql_values::{data_error, print};
use crate::catalog::{Catalog, IndexOrigin, Object, ObjectId, Space, Table};
use crate::error::ErrorKind;
use crate::plan::Settings;
use crate::plan::expr::TableFunction;
use crate::plan::function::{Function, Host};
use crate::store::{Change, Store};
use crate::syntax::ast::Deferrable;
use crate::types::{Type, object};
use crate::value::Value;

/// The number of the schema `public` (pg_namespace.dat).
const PUBLIC: ObjectId = 2200;

/// The rows of a system table.
type Rows = fn(&Catalog) -> Vec<Vec<Value>>;

/// A system table, or a sequence read as one.
pub(super) fn system_table(
    catalog: &Catalog,
    schema: Option<&str>,
    name: &str,
) -> Option<TableFunction> {
    if let Some(sequence) = super::postgresql_sequence::as_table(catalog, schema, name) {
        return Some(sequence);
    }
    let (_, _, columns, call) = TABLES.iter().find(|(own, known, ..)| {
        *known == name && schema.map_or(*own == "pg_catalog", |asked| asked == *own)
    })?;
    // The text there is a domain over varchar.
    let columns = columns.iter().map(|(name, ty)| match ty {
        T::Text if schema.is_some_and(|s| s != "pg_catalog") => column(name, Type::Varchar(0)),
        ty => column(name, ty.ty()),
    });
    let columns = columns.collect();
    Some(TableFunction { call: *call, args: Vec::new(), columns })
}

/// A type in the list of tables.
#[derive(Clone, Copy)]
enum T {
    Bool,
    Small,
    Smalls,
    Int,
    Big,
    Text,
    Name,
    Char,
    Oid,
}

impl T {
    fn ty(self) -> Type {
        match self {
            T::Bool => Type::Bool,
            T::Small => SMALL,
            T::Smalls => Type::Array(std::rc::Rc::new(SMALL)),
            T::Int => INT,
            T::Big => BIGINT,
            T::Text => Type::Text,
            T::Name => Type::Catalog("name"),
            T::Char => Type::Catalog("char"),
            T::Oid => Type::Catalog("oid"),
        }
    }
}

type TableCall = crate::plan::node::TableCall;

const SMALL: Type = Type::Int { bits: 16, unsigned: false };

/// Schema, name, columns, rows.
type SystemTable = (&'static str, &'static str, &'static [(&'static str, T)], TableCall);

static TABLES: &[SystemTable] = &[
    ("pg_catalog", "pg_namespace", &[("oid", T::Oid), ("nspname", T::Name)], |host, _| {
        let rows = schemas(host.catalog()).into_iter();
        Ok(rows.map(|(number, name)| vec![Value::Int(number), Value::Text(name)]).collect())
    }),
    (
        "information_schema",
        "schemata",
        &[("catalog_name", T::Name), ("schema_name", T::Name), ("schema_owner", T::Name)],
        |host, _| {
            let row = |(_, name)| {
                vec![Value::text("postgres"), Value::Text(name), Value::text("postgres")]
            };
            Ok(schemas(host.catalog()).into_iter().map(row).collect())
        },
    ),
    (
        "pg_catalog",
        "pg_class",
        &[
            ("oid", T::Oid),
            ("relname", T::Name),
            ("relnamespace", T::Oid),
            ("relkind", T::Char),
            ("relnatts", T::Small),
        ],
        |host, _| rows(host, classes),
    ),
    (
        "pg_catalog",
        "pg_attribute",
        &[
            ("attrelid", T::Oid),
            ("attname", T::Name),
            ("attnum", T::Small),
            ("atttypid", T::Oid),
            ("atttypmod", T::Int),
            ("atthasdef", T::Bool),
            ("attnotnull", T::Bool),
            ("attidentity", T::Char),
            ("attgenerated", T::Char),
            ("attisdropped", T::Bool),
        ],
        |host, _| rows(host, attributes),
    ),
    (
        "pg_catalog",
        "pg_constraint",
        &[
            ("oid", T::Oid),
            ("conname", T::Name),
            ("connamespace", T::Oid),
            ("contype", T::Char),
            ("condeferrable", T::Bool),
            ("condeferred", T::Bool),
            ("convalidated", T::Bool),
            ("conrelid", T::Oid),
            ("conindid", T::Oid),
            ("confrelid", T::Oid),
            ("confupdtype", T::Char),
            ("confdeltype", T::Char),
            ("confmatchtype", T::Char),
            ("conkey", T::Smalls),
            ("confkey", T::Smalls),
        ],
        |host, _| rows(host, constraints),
    ),
    (
        "pg_catalog",
        "pg_index",
        &[
            ("indexrelid", T::Oid),
            ("indrelid", T::Oid),
            ("indnatts", T::Small),
            ("indnkeyatts", T::Small),
            ("indisunique", T::Bool),
            ("indnullsnotdistinct", T::Bool),
            ("indisprimary", T::Bool),
            ("indisexclusion", T::Bool),
            ("indimmediate", T::Bool),
            ("indisvalid", T::Bool),
            ("indkey", T::Smalls),
        ],
        |host, _| rows(host, indexes),
    ),
    (
        "pg_catalog",
        "pg_indexes",
        &[
            ("schemaname", T::Name),
            ("tablename", T::Name),
            ("indexname", T::Name),
            ("tablespace", T::Name),
            ("indexdef", T::Text),
        ],
        |host, _| rows(host, index_view),
    ),
    (
        "pg_catalog",
        "pg_tables",
        &[("schemaname", T::Name), ("tablename", T::Name), ("tableowner", T::Name)],
        |host, _| rows(host, table_view),
    ),
    (
        "pg_catalog",
        "pg_trigger",
        &[
            ("oid", T::Oid),
            ("tgrelid", T::Oid),
            ("tgname", T::Name),
            ("tgenabled", T::Char),
            ("tgisinternal", T::Bool),
            ("tgdeferrable", T::Bool),
            ("tginitdeferred", T::Bool),
        ],
        |host, _| rows(host, super::postgresql_triggers::triggers),
    ),
    (
        "information_schema",
        "triggers",
        &[
            ("trigger_catalog", T::Name),
            ("trigger_schema", T::Name),
            ("trigger_name", T::Name),
            ("event_manipulation", T::Text),
            ("event_object_catalog", T::Name),
            ("event_object_schema", T::Name),
            ("event_object_table", T::Name),
            ("action_orientation", T::Text),
            ("action_timing", T::Text),
        ],
        |host, _| rows(host, super::postgresql_triggers::schema_triggers),
    ),
    (
        "pg_catalog",
        "pg_sequences",
        &[
            ("schemaname", T::Name),
            ("sequencename", T::Name),
            ("start_value", T::Big),
            ("min_value", T::Big),
            ("max_value", T::Big),
            ("increment_by", T::Big),
            ("cycle", T::Bool),
            ("last_value", T::Big),
        ],
        |host, _| Ok(sequence_view(host)),
    ),
    (
        "information_schema",
        "tables",
        &[
            ("table_catalog", T::Name),
            ("table_schema", T::Name),
            ("table_name", T::Name),
            ("table_type", T::Text),
        ],
        |host, _| rows(host, schema_tables),
    ),
    (
        "information_schema",
        "columns",
        &[
            ("table_catalog", T::Name),
            ("table_schema", T::Name),
            ("table_name", T::Name),
            ("column_name", T::Name),
            ("ordinal_position", T::Int),
            ("column_default", T::Text),
            ("is_nullable", T::Text),
            ("data_type", T::Text),
            ("character_maximum_length", T::Int),
            ("numeric_precision", T::Int),
            ("numeric_scale", T::Int),
            ("udt_name", T::Name),
            ("is_identity", T::Text),
            ("identity_generation", T::Text),
            ("is_generated", T::Text),
        ],
        |host, _| {
            let settings = host.session().settings.clone();
            Ok(schema_columns(host.catalog(), &settings))
        },
    ),
    (
        "information_schema",
        "table_constraints",
        &[
            ("constraint_catalog", T::Name),
            ("constraint_schema", T::Name),
            ("constraint_name", T::Name),
            ("table_catalog", T::Name),
            ("table_schema", T::Name),
            ("table_name", T::Name),
            ("constraint_type", T::Text),
            ("is_deferrable", T::Text),
            ("initially_deferred", T::Text),
            ("enforced", T::Text),
            ("nulls_distinct", T::Text),
        ],
        |host, _| rows(host, schema_constraints),
    ),
    (
        "information_schema",
        "key_column_usage",
        &[
            ("constraint_catalog", T::Name),
            ("constraint_schema", T::Name),
            ("constraint_name", T::Name),
            ("table_catalog", T::Name),
            ("table_schema", T::Name),
            ("table_name", T::Name),
            ("column_name", T::Name),
            ("ordinal_position", T::Int),
            ("position_in_unique_constraint", T::Int),
        ],
        |host, _| rows(host, schema_key_columns),
    ),
    (
        "information_schema",
        "constraint_column_usage",
        &[
            ("table_catalog", T::Name),
            ("table_schema", T::Name),
            ("table_name", T::Name),
            ("column_name", T::Name),
            ("constraint_catalog", T::Name),
            ("constraint_schema", T::Name),
            ("constraint_name", T::Name),
        ],
        |host, _| rows(host, schema_used_columns),
    ),
    (
        "information_schema",
        "referential_constraints",
        &[
            ("constraint_catalog", T::Name),
            ("constraint_schema", T::Name),
            ("constraint_name", T::Name),
            ("unique_constraint_catalog", T::Name),
            ("unique_constraint_schema", T::Name),
            ("unique_constraint_name", T::Name),
            ("match_option", T::Text),
            ("update_rule", T::Text),
            ("delete_rule", T::Text),
        ],
        |host, _| rows(host, schema_references),
    ),
    (
        "information_schema",
        "check_constraints",
        &[
            ("constraint_catalog", T::Name),
            ("constraint_schema", T::Name),
            ("constraint_name", T::Name),
            ("check_clause", T::Text),
        ],
        |host, _| rows(host, schema_checks),
    ),
    (
        "information_schema",
        "sequences",
        &[
            ("sequence_catalog", T::Name),
            ("sequence_schema", T::Name),
            ("sequence_name", T::Name),
            ("data_type", T::Text),
            ("numeric_precision", T::Int),
            ("numeric_precision_radix", T::Int),
            ("numeric_scale", T::Int),
            ("start_value", T::Text),
            ("minimum_value", T::Text),
            ("maximum_value", T::Text),
            ("increment", T::Text),
            ("cycle_option", T::Text),
        ],
        |host, _| rows(host, schema_sequences),
    ),
];

static SCHEMAS: &[(i64, &str)] = &[(11, "pg_catalog"), (13_000, "information_schema")];

/// Makes the schema that is there from the beginning.
pub(super) fn prepare(store: &mut Store) {
    let key = store.catalog().key("", Space::Schema, "public");
    let after = Some(Object::Schema(PUBLIC, "public".into()));
    store.apply(&Change::Object { key, before: None, after }, &[]);
}

/// All schemas: number and name.
fn schemas(catalog: &Catalog) -> Vec<(i64, std::rc::Rc<str>)> {
    let own = SCHEMAS.iter().map(|(number, name)| (*number, std::rc::Rc::from(*name)));
    let made = catalog.objects().filter_map(|(_, object)| match object {
        Object::Schema(id, name) => Some((i64::from(*id), name.clone())),
        _ => None,
    });
    own.chain(made).collect()
}

/// The number of a schema that is there.
fn namespace(catalog: &Catalog, schema: &str) -> Value {
    let known = schemas(catalog).into_iter().find(|(_, name)| **name == *schema);
    Value::Int(known.map_or(i64::from(PUBLIC), |(number, _)| number))
}

fn rows(host: &mut dyn Host, make: Rows) -> Result<Vec<Vec<Value>>, ErrorKind> {
    Ok(make(host.catalog()))
}

fn id(id: ObjectId) -> Value {
    Value::Int(i64::from(id))
}

pub(super) fn int(n: usize) -> Value {
    Value::Int(n as i64)
}

pub(super) fn yes(truth: bool) -> Value {
    Value::text(if truth { "YES" } else { "NO" })
}

/// Numbers of types (pg_type.dat): name, number, number of its array.
const TYPE_NUMBERS: [(&str, i64, i64); 24] = [
    ("bool", 16, 1000),
    ("bytea", 17, 1001),
    ("char", 18, 1002),
    ("name", 19, 1003),
    ("int8", 20, 1016),
    ("int2", 21, 1005),
    ("int4", 23, 1007),
    ("text", 25, 1009),
    ("oid", 26, 1028),
    ("json", 114, 199),
    ("float4", 700, 1021),
    ("float8", 701, 1022),
    ("bpchar", 1042, 1014),
    ("varchar", 1043, 1015),
    ("date", 1082, 1182),
    ("time", 1083, 1183),
    ("timestamp", 1114, 1115),
    ("timestamptz", 1184, 1185),
    ("interval", 1186, 1187),
    ("numeric", 1700, 1231),
    ("uuid", 2950, 2951),
    ("jsonb", 3802, 3807),
    ("int4range", 3904, 3905),
    ("daterange", 3912, 3913),
];

/// A type's number; 0 of one that is not in the list.
fn number_of(catalog: &Catalog, ty: &Type) -> i64 {
    number_named(catalog, &type_name(ty))
}

fn number_named(catalog: &Catalog, name: &str) -> i64 {
    let plain = name.strip_prefix('_');
    let named = |n: &&(&str, i64, i64)| n.0 == plain.unwrap_or(name);
    if let Some((_, number, array)) = TYPE_NUMBERS.iter().find(named) {
        return if plain.is_some() { *array } else { *number };
    }
    let made = catalog.objects().find_map(|(_, object)| match object {
        Object::Type(made) if *made.name == *name => Some(i64::from(made.id)),
        _ => None,
    });
    made.unwrap_or(0)
}

/// A type's length or precision, as pg_attribute keeps it.
fn modifier(ty: &Type) -> i64 {
    match ty {
        Type::Varchar(n @ 1..) | Type::Char(n @ 1..) => i64::from(*n) + 4,
        Type::Decimal { precision: Some((all, scale)) } => {
            (i64::from(*all) << 16 | i64::from(*scale)) + 4
        }
        _ => -1,
    }
}

/// A type as a regtype: by its two names, or by its number.
pub(super) static REGTYPE: Function = Function {
    name: "regtype",
    strict: true,
    pure: false,
    call: |host, args| match args {
        [Value::Text(name), Value::Text(words)] => {
            Ok(object::value(number_named(host.catalog(), name) as u32, words))
        }
        [Value::Int(number)] => {
            let words = (FORMAT_TYPE.call)(host, &[Value::Int(*number), Value::Null])?;
            let words = if print(&words) == "???" { number.to_string() } else { print(&words) };
            Ok(object::value(*number as u32, &words))
        }
        [of @ Value::Other(..)] => Ok(of.clone()),
        _ => Err(ErrorKind::unsupported("the name of a type that is computed")),
    },
};

/// `format_type(oid, typmod)`.
pub(super) static FORMAT_TYPE: Function = Function {
    name: "format_type",
    strict: false,
    pure: false,
    call: |host, args| {
        let Value::Int(number) = args[0] else { return Ok(Value::Null) };
        let found = TYPE_NUMBERS.iter().find(|n| n.1 == number || n.2 == number);
        let Some((name, plain, _)) = found else {
            let name = host.catalog().objects().find_map(|(_, object)| match object {
                Object::Type(made) if i64::from(made.id) == number => Some(made.name.clone()),
                _ => None,
            });
            return Ok(name.map_or(Value::text("???"), Value::Text));
        };
        let words = match *name {
            "bool" => "boolean",
            "int8" => "bigint",
            "int2" => "smallint",
            "int4" => "integer",
            "float4" => "real",
            "float8" => "double precision",
            "bpchar" => "character",
            "varchar" => "character varying",
            "time" => "time without time zone",
            "timestamp" => "timestamp without time zone",
            "timestamptz" => "timestamp with time zone",
            "char" => "\"char\"",
            name => name,
        };
        let mut text = words.to_string();
        if let Value::Int(modifier @ 4..) = args[1] {
            let n = modifier - 4;
            match *name {
                "varchar" | "bpchar" => text.push_str(&format!("({n})")),
                "numeric" => text.push_str(&format!("({},{})", n >> 16, n & 0xffff)),
                _ => {}
            }
        }
        if number != *plain {
            text.push_str("[]");
        }
        Ok(Value::text(&text))
    },
};

/// Its number, name and kind for pg_class.
fn relation(object: &Object) -> Option<(ObjectId, &str, &'static str, usize)> {
    Some(match object {
        Object::Table(t) => (t.id, &t.name, "r", t.columns.len()),
        Object::Index(i) => (i.id, &i.name, "i", i.terms.len() + i.include.len()),
        Object::View(v) => (v.id, &v.name, "v", v.columns.len()),
        Object::Sequence(s) => (s.id, &s.name, "S", 3),
        Object::Trigger(_) | Object::Function(_) | Object::Type(_) | Object::Schema(..) => {
            return None;
        }
    })
}

fn classes(catalog: &Catalog) -> Vec<Vec<Value>> {
    let row = |(key, object): (&crate::catalog::NameKey, &Object)| {
        let (id_of, name, kind, width) = relation(object)?;
        let schema = namespace(catalog, &key.schema);
        Some(vec![id(id_of), Value::text(name), schema, Value::text(kind), int(width)])
    };
    catalog.objects().filter_map(row).collect()
}

fn attributes(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for (at, column) in table.columns.iter().enumerate() {
            let identity = match &column.identity {
                Some(i) if i.serial => "",
                Some(i) if i.always => "a",
                Some(_) => "d",
                None => "",
            };
            let generated = match &column.generated {
                Some(g) if g.stored => "s",
                Some(_) => "v",
                None => "",
            };
            rows.push(vec![
                id(table.id),
                Value::Text(column.name.clone()),
                int(at + 1),
                Value::Int(number_of(catalog, &column.ty)),
                Value::Int(modifier(&column.ty)),
                Value::Bool(
                    column.default.is_some()
                        || column.generated.is_some()
                        || column.identity.as_ref().is_some_and(|i| i.serial),
                ),
                Value::Bool(column.not_null.is_some()),
                Value::text(identity),
                Value::text(generated),
                Value::Bool(false),
            ]);
        }
    }
    rows
}

fn constraints(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for constraint in constraints_of(catalog, table) {
            let key = foreign_key(table, &constraint);
            rows.push(vec![
                Value::Int(constraint.oid),
                Value::text(&constraint.name),
                namespace(catalog, &table.schema),
                Value::text(constraint.kind),
                Value::Bool(constraint.deferrable != Deferrable::No),
                Value::Bool(constraint.deferrable == Deferrable::Deferred),
                Value::Bool(
                    is_enforced(table, &constraint)
                        && !table.unproven.iter().any(|name| **name == *constraint.name),
                ),
                id(table.id),
                Value::Int(constraint.index.map_or(0, i64::from)),
                Value::Int(constraint.parent.map_or(0, i64::from)),
                Value::text(key.map_or(" ", |k| letter(k.on_update))),
                Value::text(key.map_or(" ", |k| letter(k.on_delete))),
                Value::text(match key {
                    Some(key) if key.full => "f",
                    Some(_) => "s",
                    None => " ",
                }),
                numbers(&constraint.columns),
                match key {
                    Some(key) => numbers(&parent_columns(catalog, table, key).1),
                    None => Value::Null,
                },
            ]);
        }
    }
    rows
}

fn indexes(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for index in catalog.indexes_of(table.id) {
            rows.push(vec![
                id(index.id),
                id(table.id),
                int(index.terms.len() + index.include.len()),
                int(index.terms.len()),
                Value::Bool(index.unique),
                Value::Bool(!index.nulls_distinct),
                Value::Bool(index.origin == IndexOrigin::PrimaryKey),
                Value::Bool(index.exclusion.is_some()),
                Value::Bool(index.deferrable == Deferrable::No),
                Value::Bool(true),
                index_columns(&index),
            ]);
        }
    }
    rows
}

fn index_view(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for index in catalog.indexes_of(table.id) {
            let (schema, table_name) = (table.schema.clone(), table.name.clone());
            rows.push(vec![
                Value::Text(schema),
                Value::Text(table_name),
                Value::Text(index.name.clone()),
                Value::Null,
                Value::text(&index_text(catalog, &index, table)),
            ]);
        }
    }
    rows
}

fn table_view(catalog: &Catalog) -> Vec<Vec<Value>> {
    let row = |t: &std::rc::Rc<Table>| {
        vec![Value::Text(t.schema.clone()), Value::Text(t.name.clone()), Value::text("postgres")]
    };
    catalog.tables().map(row).collect()
}

fn sequence_view(host: &mut dyn Host) -> Vec<Vec<Value>> {
    let sequences: Vec<_> = host
        .catalog()
        .objects()
        .filter_map(|(_, object)| match object {
            Object::Sequence(s) => Some(s.clone()),
            _ => None,
        })
        .collect();
    let row = |s: std::rc::Rc<crate::catalog::Sequence>| {
        let last = host.sequence(s.id).filter(|state| state.called);
        vec![
            Value::Text(s.schema.clone()),
            Value::Text(s.name.clone()),
            Value::Int(s.start),
            Value::Int(s.min),
            Value::Int(s.max),
            Value::Int(s.increment),
            Value::Bool(s.cycle),
            last.map_or(Value::Null, |state| Value::Int(state.value)),
        ]
    };
    sequences.into_iter().map(row).collect()
}

fn schema_tables(catalog: &Catalog) -> Vec<Vec<Value>> {
    let row = |object: &Object| {
        let (schema, name, kind) = match object {
            Object::Table(t) => (&t.schema, &t.name, "BASE TABLE"),
            Object::View(v) => (&v.schema, &v.name, "VIEW"),
            _ => return None,
        };
        Some(vec![
            Value::text("postgres"),
            Value::Text(schema.clone()),
            Value::Text(name.clone()),
            Value::text(kind),
        ])
    };
    catalog.objects().filter_map(|(_, object)| row(object)).collect()
}

/// Whether an expression is one constant in quotes.
fn is_lone_text(text: &str) -> bool {
    let inner = text.strip_prefix('\'').and_then(|t| t.strip_suffix('\''));
    inner.is_some_and(|t| !t.replace("''", "").contains('\''))
}

fn schema_columns(catalog: &Catalog, settings: &Settings) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for (at, column) in table.columns.iter().enumerate() {
            let serial = column.identity.as_ref().filter(|i| i.serial);
            let sequence = serial.and_then(|i| catalog.sequence_by_id(i.sequence));
            let default = match (&column.default, sequence) {
                (Some(default), _)
                    if default.expr.kind
                        == crate::syntax::ast::ExprKind::Literal(
                            crate::syntax::ast::Literal::Null,
                        ) =>
                {
                    Value::Null
                }
                // A text names the type that it is read as (ruleutils.c, `get_const_expr`).
                (Some(default), _) if is_lone_text(&default.text) => {
                    let ty = match column.ty {
                        Type::Char(_) => "bpchar".to_string(),
                        _ => sql_name(&column.ty),
                    };
                    match column.ty {
                        Type::Int { .. } => Value::text(default.text.trim_matches('\'')),
                        _ => Value::text(&[&*default.text, "::", &ty].concat()),
                    }
                }
                (Some(default), _) => match stored(catalog, table, &default.expr) {
                    Some(text) => Value::text(&text),
                    None => Value::Text(default.text.clone()),
                },
                (None, Some(s)) => {
                    let name = shown(settings, &s.schema, &s.name);
                    Value::text(&["nextval('", &name, "'::regclass)"].concat())
                }
                (None, None) => Value::Null,
            };
            let identity = column.identity.as_ref().filter(|i| !i.serial);
            let mut row = column_row([&table.schema, &table.name, &column.name], at, &column.ty);
            (row[5], row[6]) = (default, yes(column.not_null.is_none()));
            row.extend([
                yes(identity.is_some()),
                identity.map_or(Value::Null, |i| {
                    Value::text(if i.always { "ALWAYS" } else { "BY DEFAULT" })
                }),
                Value::text(if column.generated.is_some() { "ALWAYS" } else { "NEVER" }),
            ]);
            rows.push(row);
        }
    }
    for (_, object) in catalog.objects() {
        let Object::View(view) = object else { continue };
        for (at, (name, ty)) in view.made.iter().enumerate() {
            let name = view.columns.get(at).unwrap_or(name);
            let mut row = column_row([&view.schema, &view.name, name], at, ty);
            row.extend([yes(false), Value::Null, Value::text("NEVER")]);
            rows.push(row);
        }
    }
    rows
}

/// What information_schema.columns says of any column, by its schema, its table and its name.
fn column_row(names: [&std::rc::Rc<str>; 3], at: usize, ty: &Type) -> Vec<Value> {
    let length = match ty {
        Type::Varchar(n @ 1..) | Type::Char(n @ 1..) => Value::Int(i64::from(*n)),
        _ => Value::Null,
    };
    let (precision, scale) = match ty {
        Type::Int { bits, .. } => (Some(u16::from(*bits)), Some(0)),
        Type::Decimal { precision: Some((all, scale)) } => (Some(*all), Some(*scale)),
        Type::Float4 => (Some(24), None),
        Type::Float8 => (Some(53), None),
        _ => (None, None),
    };
    let number = |n: Option<u16>| n.map_or(Value::Null, |n| Value::Int(n.into()));
    let mut row = vec![Value::text("postgres")];
    row.extend(names.map(|name| Value::Text(name.clone())));
    row.extend([
        int(at + 1),
        Value::Null,
        yes(true),
        Value::text(&match ty {
            Type::Array(_) => "ARRAY".to_string(),
            Type::Enum(_) => "USER-DEFINED".to_string(),
            _ => sql_name(ty),
        }),
        length,
        number(precision),
        number(scale),
        Value::text(&type_name(ty)),
    ]);
    row
}

fn schema_constraints(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for constraint in constraints_of(catalog, table) {
            let kind = match constraint.kind {
                "p" => "PRIMARY KEY",
                "u" => "UNIQUE",
                "f" => "FOREIGN KEY",
                "c" | "n" => "CHECK",
                _ => continue,
            };
            let index = constraint.index.and_then(|id| {
                catalog.indexes_of(table.id).iter().find(|i| i.id == id).map(|i| i.nulls_distinct)
            });
            let check = (constraint.kind == "c").then(|| table.checks.get(constraint.number));
            rows.push(vec![
                Value::text("postgres"),
                Value::Text(table.schema.clone()),
                Value::text(&constraint.name),
                Value::text("postgres"),
                Value::Text(table.schema.clone()),
                Value::Text(table.name.clone()),
                Value::text(kind),
                yes(constraint.deferrable != Deferrable::No),
                yes(constraint.deferrable == Deferrable::Deferred),
                yes(check.flatten().is_none_or(|c| c.enforced)),
                match index.filter(|_| constraint.kind == "u") {
                    Some(distinct) => yes(distinct),
                    None => Value::Null,
                },
            ]);
        }
    }
    rows
}

fn schema_key_columns(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for constraint in constraints_of(catalog, table) {
            if !matches!(constraint.kind, "p" | "u" | "f") {
                continue;
            }
            for (at, column) in constraint.columns.iter().enumerate() {
                rows.push(vec![
                    Value::text("postgres"),
                    Value::Text(table.schema.clone()),
                    Value::text(&constraint.name),
                    Value::text("postgres"),
                    Value::Text(table.schema.clone()),
                    Value::Text(table.name.clone()),
                    Value::Text(table.columns[*column].name.clone()),
                    int(at + 1),
                    match foreign_key(table, &constraint) {
                        Some(key) => position_in_key(catalog, table, key, at),
                        None => Value::Null,
                    },
                ]);
            }
        }
    }
    rows
}

/// A name as SQL reads it: folded unless it is quoted.
pub(super) fn folded(name: &str) -> String {
    match name.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\""),
        None => name.trim().to_lowercase(),
    }
}

/// The schemas in which a bare name is looked up, in order.
fn path(settings: &Settings) -> impl Iterator<Item = &str> {
    let first = settings.database.as_deref().unwrap_or("public");
    ["pg_temp", first].into_iter().chain(settings.attached.iter().map(|s| &**s))
}

/// The relation of a name in a schema, or of a bare one.
pub(super) fn find<'c>(
    catalog: &'c Catalog,
    settings: &Settings,
    schema: Option<&str>,
    name: &str,
) -> Option<&'c Object> {
    let look = |schema: &str| catalog.get(&catalog.key(schema, Space::Relation, name));
    match schema {
        Some(schema) => look(schema),
        None => path(settings).find_map(look),
    }
}

/// A sequence's name, with its schema where that is not on the path.
fn shown(settings: &Settings, schema: &str, name: &str) -> String {
    let near = path(settings).any(|s| s == schema);
    full_name(Some(schema).filter(|_| !near), name)
}

/// The relation of a name, as a regclass.
fn look_up(catalog: &Catalog, settings: &Settings, name: &str) -> Option<Value> {
    let (schema, name) = match name.split_once('.') {
        Some((schema, name)) => (Some(folded(schema)), folded(name)),
        None => (None, folded(name)),
    };
    as_class(catalog, settings, find(catalog, settings, schema.as_deref(), &name)?)
}

/// A relation, named with its schema where its bare name does not mean it.
fn as_class(catalog: &Catalog, settings: &Settings, object: &Object) -> Option<Value> {
    let (id, name, ..) = relation(object)?;
    let near = find(catalog, settings, None, name).and_then(relation);
    if near.is_some_and(|(found, ..)| found == id) {
        return Some(object::value(id, &quoted_name(name)));
    }
    let schema = match object {
        Object::Table(t) => &t.schema,
        Object::Index(i) => &i.schema,
        Object::View(v) => &v.schema,
        Object::Sequence(s) => &s.schema,
        _ => return None,
    };
    Some(object::value(id, &full_name(Some(schema), name)))
}

/// `'t'::regclass`.
pub(super) static REGCLASS: Function = Function {
    name: "regclass",
    strict: true,
    pure: false,
    call: |host, args| match &args[0] {
        Value::Text(name) => match name.parse::<i64>() {
            Ok(number) => Ok(by_number(host, number)),
            Err(_) => {
                let settings = host.session().settings.clone();
                look_up(host.catalog(), &settings, name).ok_or_else(|| {
                    data_error("42P01", format!("relation \"{}\" does not exist", folded(name)))
                })
            }
        },
        Value::Int(number) => Ok(by_number(host, *number)),
        other => Ok(other.clone()),
    },
};

/// The number of an object.
pub(super) static NUMBER: Function = Function {
    name: "oid",
    strict: true,
    pure: true,
    call: |_, args| Ok(number(&args[0]).map_or_else(|| args[0].clone(), Value::Int)),
};

fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Other(ops, bytes) => (ops.number)(bytes).map(|n| n as i64),
        _ => None,
    }
}

fn by_number(host: &mut dyn Host, number: i64) -> Value {
    let settings = host.session().settings.clone();
    let is = |o: &&Object| relation(o).is_some_and(|(id, ..)| i64::from(id) == number);
    let known = host.catalog().objects().map(|(_, object)| object).find(is);
    let known = known.and_then(|object| as_class(host.catalog(), &settings, object));
    known.unwrap_or_else(|| object::value(number as u32, &number.to_string()))
}

/// `to_regclass`: NULL for what is not there.
pub(super) static TO_REGCLASS: Function = Function {
    name: "to_regclass",
    strict: true,
    pure: false,
    call: |host, args| {
        let settings = host.session().settings.clone();
        Ok(look_up(host.catalog(), &settings, &print(&args[0])).unwrap_or_default())
    },
};

/// `'s'::regnamespace`: the number of a schema by its name.
pub(super) static REGNAMESPACE: Function = Function {
    name: "regnamespace",
    strict: true,
    pure: false,
    call: |host, args| {
        let number = crate::functions::int(&args[0]);
        let name = if let Value::Text(text) = &args[0] { Some(folded(text)) } else { None };
        let is = |(id, known): &(i64, std::rc::Rc<str>)| match &name {
            Some(name) => **known == **name,
            None => *id == number,
        };
        match (schemas(host.catalog()).into_iter().find(is), name) {
            (Some((id, name)), _) => Ok(object::value(id as u32, &quoted_name(&name))),
            (None, None) => Ok(object::value(number as u32, &number.to_string())),
            (None, Some(name)) => {
                Err(data_error("3F000", format!("schema \"{name}\" does not exist")))
            }
        }
    },
};

/// `pg_get_serial_sequence(table, column)`.
pub(super) static SERIAL_SEQUENCE: Function = Function {
    name: "pg_get_serial_sequence",
    strict: true,
    pure: false,
    call: |host, args| {
        let (table_name, column_name) = (print(&args[0]), print(&args[1]));
        let settings = host.session().settings.clone();
        let catalog = host.catalog();
        let (schema, name) = match table_name.split_once('.') {
            Some((schema, name)) => (Some(folded(schema)), folded(name)),
            None => (None, folded(&table_name)),
        };
        let found = find(catalog, &settings, schema.as_deref(), &name);
        if let Some(schema) = &schema
            && catalog.get(&catalog.key("", Space::Schema, schema)).is_none()
            && !matches!(&**schema, "public" | "pg_catalog" | "information_schema")
        {
            return Err(data_error("3F000", format!("schema \"{schema}\" does not exist")));
        }
        let Some(Object::Table(table)) = found else {
            return Err(data_error("42P01", format!("relation \"{name}\" does not exist")));
        };
        let Some(at) = table.columns.iter().position(|c| *c.name == *column_name) else {
            let message =
                format!("column \"{column_name}\" of relation \"{}\" does not exist", table.name);
            return Err(data_error("42703", message));
        };
        let own = |o: &Object| match o {
            Object::Sequence(s) if s.owner == Some((table.id, at)) => Some(s.clone()),
            _ => None,
        };
        let sequence = catalog.objects().find_map(|(_, o)| own(o));
        Ok(sequence.map_or(Value::Null, |s| {
            Value::text(&format!("{}.{}", s.schema, quoted_name(&s.name)))
        }))
    },
};

/// `pg_get_constraintdef(oid)`.
pub(super) static CONSTRAINT_DEFINITION: Function = Function {
    name: "pg_get_constraintdef",
    strict: true,
    pure: false,
    call: |host, args| {
        let catalog = host.catalog();
        for table in catalog.tables() {
            for constraint in constraints_of(catalog, table) {
                if matches!(args[0], Value::Int(n) if n == constraint.oid) {
                    let pretty = matches!(args.get(1), Some(Value::Bool(true)));
                    if pretty && constraint.kind == "c" {
                        let what = "pg_get_constraintdef of a CHECK without parentheses";
                        return Err(ErrorKind::unsupported(what));
                    }
                    return Ok(Value::text(&constraint_text(catalog, table, &constraint)));
                }
            }
        }
        Ok(Value::Null)
    },
};

/// `pg_get_indexdef(oid)`.
pub(super) static INDEX_DEFINITION: Function = Function {
    name: "pg_get_indexdef",
    strict: true,
    pure: false,
    call: |host, args| {
        let wanted = number(&args[0]).unwrap_or_else(|| crate::functions::int(&args[0]));
        let catalog = host.catalog();
        for table in catalog.tables() {
            for index in catalog.indexes_of(table.id) {
                if i64::from(index.id) == wanted {
                    return Ok(Value::text(&index_text(catalog, &index, table)));
                }
            }
        }
        Ok(Value::Null)
    },
};

/// A function that always gives the same name.
macro_rules! constant {
    ($name:ident, $label:literal, $text:literal) => {
        pub(super) static $name: Function = Function {
            name: $label,
            strict: false,
            pure: true,
            call: |_, _| Ok(Value::text($text)),
        };
    };
}

constant!(CURRENT_DATABASE, "current_database", "postgres");

/// `current_schema()`: where a bare name is made.
pub(super) static CURRENT_SCHEMA: Function = Function {
    name: "current_schema",
    strict: false,
    pure: false,
    call: |host, _| {
        let settings = host.session().settings.clone();
        let known = schemas(host.catalog());
        let is = |s: &&str| known.iter().any(|(_, name)| **name == **s);
        Ok(path(&settings).find(is).map_or(Value::Null, Value::text))
    },
};

constant!(CURRENT_USER, "current_user", "postgres");
constant!(VERSION, "version", "PostgreSQL 18 (onconflict)");

/// What MERGE did with the row that RETURNING shows.
pub(super) static MERGE_ACTION: Function = Function {
    name: "merge_action",
    strict: false,
    pure: false,
    call: |host, _| Ok(Value::text(host.session().merge_action)),
};

/// A uuid of version 4.
pub(super) static RANDOM_UUID: Function = Function {
    name: "gen_random_uuid",
    strict: false,
    pure: false,
    call: |host, _| {
        let mut bits = u128::from(host.session().next_random()) << 64
            | u128::from(host.session().next_random());
        bits = bits & !(0xf << 76) | 4 << 76;
        bits = bits & !(3 << 62) | 2 << 62;
        Ok(Value::Other(&crate::types::uuid::UUID, bits.to_be_bytes().as_slice().into()))
    },
};

/// A name that the database's own catalogs have, or may have.
pub(super) fn is_of_catalog(name: &crate::syntax::ast::ObjectName) -> bool {
    let schema = name.schema.as_ref().map_or("", |s| &*s.text);
    matches!(schema, "information_schema" | "pg_catalog") || name.name.text.starts_with("pg_")
}

/// What there is nothing to wait for: locks with one session, and time.
pub(super) static NOTHING: Function = Function {
    name: "pg_advisory_lock",
    strict: true,
    pure: false,
    call: |_, _| Ok(Value::text("")),
};

/// A lock that nobody else has.
pub(super) static ALWAYS: Function = Function {
    name: "pg_try_advisory_lock",
    strict: true,
    pure: false,
    call: |_, _| Ok(Value::Bool(true)),
};

/// `uuidv7()`: milliseconds, then random bits (RFC 9562).
pub(super) static UUID_V7: Function = Function {
    name: "uuidv7",
    strict: false,
    pure: false,
    call: |host, _| {
        let session = host.session();
        let now = session.now() as u128;
        let random = u128::from(session.next_random()) << 64 | u128::from(session.next_random());
        let mut bits = now << 80 | random >> 48;
        bits = bits & !(0xf << 76) | 7 << 76;
        bits = bits & !(3 << 62) | 2 << 62;
        Ok(Value::Other(&crate::types::uuid::UUID, bits.to_be_bytes().as_slice().into()))
    },
};

/// `pg_trigger_depth()`.
pub(super) static TRIGGER_DEPTH: Function = Function {
    name: "pg_trigger_depth",
    strict: false,
    pure: false,
    call: |host, _| Ok(Value::Int(host.session().triggers)),
};

/// Whether a catalog with this first and this last column has more of them in PostgreSQL.
pub(super) fn is_partial(first: &str, last: &str) -> bool {
    matches!(
        (first, last),
        ("trigger_catalog", "action_timing")
            | ("catalog_name", "schema_owner")
            | (
                "oid",
                "tginitdeferred"
                    | "relnatts"
                    | "confkey"
                    | "nspname"
                    | "typname"
                    | "typtype"
                    | "enumlabel"
            )
            | ("attrelid", "attisdropped")
            | ("indexrelid", "indkey")
            | ("schemaname", "tableowner" | "last_value")
            | ("table_catalog", "table_type" | "is_generated")
    )
}
