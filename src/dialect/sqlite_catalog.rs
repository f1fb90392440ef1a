//! SQLite's catalog as rows: sqlite_schema and its other names, and the PRAGMAs that list
//! definitions, which are functions in FROM too (schematab.html, pragma.html). Reads the catalog
//! alone; PRAGMAs that set or look at rows are in `sqlite_command`.

use std::rc::Rc;

use super::sqlite_order::hashed;
use crate::catalog::{Catalog, Index, IndexOrigin, KeyTerm, Object, Space, Table, View};
use crate::collation::BINARY;
use crate::error::ErrorKind;
use crate::order::sort_by_number;
use crate::plan::Settings;
use crate::plan::function::Host;
use crate::plan::node::{CatalogCall, ResultColumn};
use crate::plan::rules::CatalogView;
use crate::syntax::conflict::Resolution;
use crate::types::{Affinity, Type};
use crate::value::Value;

/// A list of definitions: its name, its columns with their types, its rows.
struct Listing {
    name: &'static str,
    columns: &'static [&'static str],
    call: CatalogCall,
}

const JSON_COLUMNS: &[&str] = &["key", "value", "type", "atom", "id", "parent", "fullkey", "path"];

static PRAGMAS: &[Listing] = &[
    Listing {
        name: "table_info",
        columns: &["cid", "name", "type", "notnull", "dflt_value", "pk"],
        call: |host, args| any_info(host, args, false),
    },
    Listing {
        name: "table_xinfo",
        columns: &["cid", "name", "type", "notnull", "dflt_value", "pk", "hidden"],
        call: |host, args| any_info(host, args, true),
    },
    Listing {
        name: "table_list",
        columns: &["schema", "name", "type", "ncol", "wr", "strict"],
        call: |host, args| {
            let settings = host.session().settings.clone();
            let mut rows = table_list(host.catalog(), args, &settings.attached);
            for row in &mut rows {
                let args = [row[1].clone(), row[0].clone()];
                if named_view(host.catalog(), &args).is_some() {
                    let columns = any_info(host, &args, false).unwrap_or_default();
                    row[3] = Value::Int(columns.len() as i64);
                }
            }
            Ok(rows)
        },
    },
    Listing {
        name: "index_list",
        columns: &["seq", "name", "unique", "origin", "partial"],
        call: |host, args| Ok(index_list(host.catalog(), args)),
    },
    Listing {
        name: "index_info",
        columns: &["seqno", "cid", "name"],
        call: |host, args| Ok(index_info(host.catalog(), args, false)),
    },
    Listing {
        name: "index_xinfo",
        columns: &["seqno", "cid", "name", "desc", "coll", "key"],
        call: |host, args| Ok(index_info(host.catalog(), args, true)),
    },
    Listing {
        name: "json_each",
        columns: JSON_COLUMNS,
        call: |_, args| crate::functions::json::rows(args, false),
    },
    Listing {
        name: "json_tree",
        columns: JSON_COLUMNS,
        call: |_, args| crate::functions::json::rows(args, true),
    },
    Listing {
        name: "database_list",
        columns: &["seq", "name", "file"],
        call: |host, _| {
            let state = host.session();
            Ok(database_list(state.temp_opened, &state.settings))
        },
    },
    Listing { name: "collation_list", columns: &["seq", "name"], call: collation_list },
    Listing {
        name: "foreign_key_list",
        columns: &["id", "seq", "table", "from", "to", "on_update", "on_delete", "match"],
        call: |host, args| Ok(foreign_key_list(host.catalog(), args)),
    },
];

/// A table or a function in FROM that shows the catalog.
pub(super) fn view(schema: Option<&str>, name: &str) -> Option<CatalogView> {
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    if is("sqlite_temp_schema") || is("sqlite_temp_master") {
        return Some(schema_table("temp"));
    }
    if is("sqlite_schema") || is("sqlite_master") {
        return Some(schema_table(schema.unwrap_or("main")));
    }
    if is("json_each") || is("json_tree") {
        return listing(name);
    }
    let pragma = name.get(..7).filter(|p| p.eq_ignore_ascii_case("pragma_"))?;
    let name = &name[pragma.len()..];
    listing(name).or_else(|| {
        // A PRAGMA of one value.
        let call: CatalogCall = |host, args| {
            let Some(Value::Text(name)) = args.first() else { return Ok(Vec::new()) };
            let settings = host.session().settings.clone();
            let value = super::sqlite_pragma::value(name, "main", &settings, host.catalog());
            Ok(value.map(|value| vec![value]).into_iter().collect())
        };
        let name = name.to_ascii_lowercase();
        if !super::sqlite_pragma::has_value(&name) {
            return None;
        }
        let column = super::sqlite_pragma::column_of(&name);
        let columns = vec![self::column(column, Type::Unknown, "")];
        Some(CatalogView { columns, args: vec![Value::text(&name)], call })
    })
}

/// The rows of a PRAGMA that lists definitions.
pub(super) fn listing(name: &str) -> Option<CatalogView> {
    let listing = PRAGMAS.iter().find(|p| p.name.eq_ignore_ascii_case(name))?;
    let columns = listing.columns.iter().map(|name| column(name, Type::Unknown, "")).collect();
    Some(CatalogView { columns, args: Vec::new(), call: listing.call })
}

fn schema_table(schema: &str) -> CatalogView {
    let text = || Type::Affinity(Affinity::Text, None);
    let columns = vec![
        column("type", text(), "TEXT"),
        column("name", text(), "TEXT"),
        column("tbl_name", text(), "TEXT"),
        column("rootpage", Type::Affinity(Affinity::Integer, None), "INT"),
        column("sql", text(), "TEXT"),
    ];
    let call: CatalogCall = |host, args| match args.first() {
        Some(Value::Text(schema)) => {
            // To look at the TEMP database opens it.
            host.session().temp_opened |= schema.eq_ignore_ascii_case("temp");
            Ok(schema_rows(host.catalog(), schema))
        }
        _ => Ok(Vec::new()),
    };
    CatalogView { columns, args: vec![Value::text(schema)], call }
}

pub(super) fn column(name: &str, ty: Type, declared: &str) -> ResultColumn {
    let (name, declared) = (Rc::from(name), Rc::from(declared));
    ResultColumn { name, origin: None, ty, declared, collation: &BINARY, collates: false }
}

/// Under this name stands the greatest number of an object that VACUUM has found.
pub(super) const VACUUMED: &str = "vacuumed";

/// Rows of sqlite_schema in order of creation.
pub(super) fn schema_rows(catalog: &Catalog, schema: &str) -> Vec<Vec<Value>> {
    let name_of = |id| {
        let of = |o: &Object| match o {
            Object::Table(t) if t.id == id => Some(t.name.clone()),
            Object::View(v) if v.id == id => Some(v.name.clone()),
            _ => None,
        };
        catalog.objects().find_map(|(_, o)| of(o)).unwrap_or_else(|| Rc::from(""))
    };
    let mut rows = Vec::new();
    for (_, object) in catalog.objects() {
        let (id, own, kind, name, table, sql) = match object {
            Object::Table(t) => {
                (t.id, &t.schema, "table", &t.name, t.name.clone(), Some(t.sql.clone()))
            }
            Object::Index(i) if is_hidden(catalog, i) => continue,
            Object::Index(i) => {
                (i.made, &i.schema, "index", &i.name, name_of(i.table), i.sql.clone())
            }
            Object::View(v) => {
                (v.id, &v.schema, "view", &v.name, v.name.clone(), Some(v.sql.clone()))
            }
            Object::Trigger(t) => {
                (t.id, &t.schema, "trigger", &t.name, name_of(t.table), Some(t.sql.clone()))
            }
            _ => continue,
        };
        if !own.eq_ignore_ascii_case(schema) {
            continue;
        }
        let row = vec![
            Value::text(kind),
            Value::Text(name.clone()),
            Value::Text(table),
            Value::Int(0),
            sql.map_or(Value::Null, Value::Text),
        ];
        rows.push((id, row));
    }
    // VACUUM has written what was there anew: tables with their own indexes, the other indexes, the rest
    // (vacuum.c, sqlite3RunVacuum).
    let vacuumed = match catalog.get(&catalog.key(schema, Space::Counter, VACUUMED)) {
        Some(Object::Sequence(mark)) => mark.start,
        _ => 0,
    };
    sort_by_number(&mut rows, &mut |(id, row): &(u32, Vec<Value>)| {
        let id = i64::from(*id);
        let class = match (&row[0], &row[4]) {
            _ if id > vacuumed => 3,
            (Value::Text(kind), sql) if &**kind == "index" => i64::from(!sql.is_null()),
            (Value::Text(kind), _) if &**kind == "table" => 0,
            _ => 2,
        };
        (class << 32) + id
    });
    // What holds rows begins on a page of its own, behind the first.
    let mut page = 1;
    let of_row = |(_, mut row): (u32, Vec<Value>)| {
        if matches!(&row[0], Value::Text(kind) if matches!(&**kind, "table" | "index")) {
            page += 1;
            row[3] = Value::Int(page);
        }
        row
    };
    rows.into_iter().map(of_row).collect()
}

/// The primary key of a WITHOUT ROWID table is the table itself.
fn is_hidden(catalog: &Catalog, index: &Index) -> bool {
    index.origin == IndexOrigin::PrimaryKey
        && catalog.table_by_id(index.table).is_some_and(|t| t.without_rowid)
}

/// The view that the first argument names.
fn named_view<'c>(catalog: &'c Catalog, args: &[Value]) -> Option<&'c Rc<View>> {
    match named(catalog, args)? {
        Object::View(view) => Some(view),
        _ => None,
    }
}

/// The databases: those that are always there, and the others that anything is in.
fn schemas(catalog: &Catalog) -> Vec<&str> {
    let mut all = vec!["main", "temp"];
    for (key, _) in catalog.objects() {
        if !all.iter().any(|known| **known == *key.schema) {
            all.push(&key.schema);
        }
    }
    all
}

/// The object that the first argument names, in the schema that the second does.
fn named<'c>(catalog: &'c Catalog, args: &[Value]) -> Option<&'c Object> {
    let Some(Value::Text(name)) = args.first() else { return None };
    let schemas: Vec<&str> = match args.get(1) {
        Some(Value::Text(schema)) => vec![schema],
        _ => {
            let mut all = schemas(catalog);
            all.swap(0, 1);
            all
        }
    };
    schemas
        .into_iter()
        .find_map(|schema| catalog.get(&catalog.key(schema, crate::catalog::Space::Relation, name)))
}

fn named_table<'c>(catalog: &'c Catalog, args: &[Value]) -> Option<&'c Rc<Table>> {
    match named(catalog, args)? {
        Object::Table(table) => Some(table),
        _ => None,
    }
}

/// The columns of a table or a view.
fn any_info(host: &mut dyn Host, args: &[Value], all: bool) -> Result<Vec<Vec<Value>>, ErrorKind> {
    let settings = host.session().settings.clone();
    let catalog = host.catalog();
    match named_view(catalog, args) {
        Some(view) => super::sqlite_command::view_info(catalog, &settings, view, all)
            .map_err(crate::error::Error::into_kind),
        None => Ok(table_info(catalog, args, all)),
    }
}

fn table_info(catalog: &Catalog, args: &[Value], all: bool) -> Vec<Vec<Value>> {
    if let Some(Value::Text(name)) = args.first()
        && let Some(view) = view(None, name)
        && !view.args.is_empty()
    {
        return columns_info(&view.columns, all);
    }
    let Some(table) = named_table(catalog, args) else { return Vec::new() };
    let mut rows = Vec::new();
    let mut cid = 0;
    for (number, definition) in table.columns.iter().enumerate() {
        let hidden = match &definition.generated {
            None => 0,
            Some(generated) => {
                if generated.stored {
                    3
                } else {
                    2
                }
            }
        };
        if hidden > 0 && !all {
            continue;
        }
        let key = table.primary_key.iter().position(|c| *c == number);
        let default = definition.default.as_ref().map(|d| Value::text(d.text.trim()));
        let mut row = vec![
            Value::Int(cid),
            Value::Text(definition.name.clone()),
            Value::Text(definition.declared.clone()),
            Value::Int(i64::from(definition.not_null.is_some())),
            default.unwrap_or(Value::Null),
            Value::Int(key.map_or(0, |at| at as i64 + 1)),
        ];
        if all {
            row.push(Value::Int(hidden));
        }
        rows.push(row);
        cid += 1;
    }
    rows
}

/// As [`table_info`], of columns that no table declares.
pub(super) fn columns_info(columns: &[ResultColumn], all: bool) -> Vec<Vec<Value>> {
    let row = |(cid, column): (i64, &ResultColumn)| {
        // A column that declares none has the type of its affinity (select.c, sqlite3StdType).
        let declared = match column.ty {
            Type::Affinity(affinity, _) if column.declared.is_empty() => match affinity {
                Affinity::Blob => "BLOB",
                Affinity::Text => "TEXT",
                Affinity::Numeric => "NUM",
                Affinity::Integer => "INT",
                Affinity::Real => "REAL",
            },
            _ => &column.declared,
        };
        let declared = Value::text(declared);
        let zero = || Value::Int(0);
        let name = Value::Text(column.name.clone());
        let mut row = vec![Value::Int(cid), name, declared, zero(), Value::Null, zero()];
        if all {
            row.push(zero());
        }
        row
    };
    (0..).zip(columns).map(row).collect()
}

/// When SQLite came to know a table; `sqlite_sequence` is there before the table that needs it first.
pub(super) fn made(id: u32, name: &str) -> i64 {
    2 * i64::from(id) - 3 * i64::from(name == "sqlite_sequence")
}

/// In the order of SQLite's hash of tables.
fn table_list(catalog: &Catalog, args: &[Value], attached: &[Rc<str>]) -> Vec<Vec<Value>> {
    let wanted = match args.first() {
        Some(Value::Text(name)) => Some(name),
        _ => None,
    };
    let mut rows = Vec::new();
    let known = ["main", "temp"].into_iter().chain(attached.iter().map(|s| &**s));
    for schema in known {
        if matches!(args.get(1), Some(Value::Text(only)) if !only.eq_ignore_ascii_case(schema)) {
            continue;
        }
        let own = if schema == "temp" { "sqlite_temp_schema" } else { "sqlite_schema" };
        let mut found = Vec::new();
        for (_, object) in catalog.objects() {
            let (id, at, name, kind, columns, wr, strict) = match object {
                Object::Table(t) => {
                    let columns = t.columns.len();
                    (t.id, &t.schema, &t.name, "table", columns, t.without_rowid, t.strict)
                }
                Object::View(v) => {
                    (v.id, &v.schema, &v.name, "view", v.columns.len(), false, false)
                }
                _ => continue,
            };
            if at.eq_ignore_ascii_case(schema) {
                found.push((id, name.clone(), kind, columns, wr, strict));
            }
        }
        found.push((0, Rc::from("sqlite_master"), "table", 5, false, false));
        sort_by_number(&mut found, &mut |f| made(f.0, &f.1));
        let found = found.into_iter().map(|f| (f.1, (f.2, f.3, f.4, f.5))).collect();
        for (name, (kind, columns, wr, strict)) in hashed(found) {
            // The table of definitions is there by its older name.
            let name = if &*name == "sqlite_master" { Rc::from(own) } else { name };
            if wanted.is_some_and(|w| !w.eq_ignore_ascii_case(&name)) {
                continue;
            }
            rows.push(vec![
                Value::text(schema),
                Value::Text(name),
                Value::text(kind),
                Value::Int(columns as i64),
                Value::Int(i64::from(wr)),
                Value::Int(i64::from(strict)),
            ]);
        }
    }
    rows
}

/// The indexes of a table as SQLite links them: newest first, those that REPLACE last.
fn linked(catalog: &Catalog, table: &Table) -> Vec<Rc<Index>> {
    let mut indexes = catalog.indexes_of(table.id);
    indexes.reverse();
    sort_by_number(&mut indexes, &mut |i| {
        i64::from(i.on_conflict.is_some_and(|c| c.resolution == Resolution::Replace))
    });
    indexes
}

fn index_list(catalog: &Catalog, args: &[Value]) -> Vec<Vec<Value>> {
    let Some(table) = named_table(catalog, args) else { return Vec::new() };
    let row = |(seq, index): (usize, Rc<Index>)| {
        let origin = match index.origin {
            IndexOrigin::CreateIndex => "c",
            IndexOrigin::Unique => "u",
            IndexOrigin::PrimaryKey => "pk",
        };
        vec![
            Value::Int(seq as i64),
            Value::Text(index.name.clone()),
            Value::Int(i64::from(index.unique)),
            Value::text(origin),
            Value::Int(i64::from(index.filter.is_some())),
        ]
    };
    linked(catalog, table).into_iter().enumerate().map(row).collect()
}

fn index_info(catalog: &Catalog, args: &[Value], all: bool) -> Vec<Vec<Value>> {
    let index = match named(catalog, args) {
        Some(Object::Index(index)) => index.clone(),
        // A WITHOUT ROWID table is its own primary key.
        Some(Object::Table(table)) if table.without_rowid => {
            let mut own = catalog.indexes_of(table.id).into_iter();
            match own.find(|i| i.origin == IndexOrigin::PrimaryKey) {
                Some(index) => index,
                None => return Vec::new(),
            }
        }
        _ => return Vec::new(),
    };
    let Some(table) = catalog.table_by_id(index.table) else { return Vec::new() };
    let mut rows = Vec::new();
    let mut add = |column: Option<Option<usize>>, desc: bool, collation: &str, key: bool| {
        let (cid, name) = match column {
            Some(Some(c)) => (c as i64, Value::Text(table.columns[c].name.clone())),
            Some(None) => (-1, Value::Null),
            None => (-2, Value::Null),
        };
        let mut row = vec![Value::Int(rows.len() as i64), Value::Int(cid), name];
        if all {
            let (desc, key) = (i64::from(desc), i64::from(key));
            row.extend([Value::Int(desc), Value::text(collation), Value::Int(key)]);
        }
        rows.push(row);
    };
    let written = super::sqlite_collation::Written::of(table);
    let own_names = written.of_terms(&index, table);
    let name_of = |term: &KeyTerm| match term.term_column() {
        Some(column) => written.of_column(column, term.collation.name),
        None => term.collation.name.into(),
    };
    for (at, term) in index.terms.iter().enumerate() {
        let own = own_names.get(at).cloned().flatten();
        let name = own.unwrap_or_else(|| name_of(term));
        add(term.term_column().map(Some), term.descending, &name, true);
    }
    if !all {
        return rows;
    }
    if !table.without_rowid {
        add(Some(None), false, "BINARY", false);
        return rows;
    }
    if index.origin == IndexOrigin::PrimaryKey {
        for (number, column) in table.columns.iter().enumerate() {
            let known = index.terms.iter().any(|t| t.term_column() == Some(number));
            if !known && column.generated.as_ref().is_none_or(|g| g.stored) {
                let name = written.of_column(number, column.collation.name);
                add(Some(Some(number)), false, &name, false);
            }
        }
        return rows;
    }
    // Behind its own terms stand those of the table's key that are not among them, in constraints'
    // indexes without their direction (build.c, convertToWithoutRowidTable).
    let directed = index.origin == IndexOrigin::CreateIndex;
    let own =
        catalog.indexes_of(table.id).into_iter().find(|i| i.origin == IndexOrigin::PrimaryKey);
    let key_names = own.as_ref().map_or_else(Vec::new, |own| written.of_terms(own, table));
    for (at, term) in own.iter().flat_map(|own| own.terms.iter().enumerate()) {
        let same = |t: &KeyTerm| {
            t.term_column() == term.term_column() && t.collation.name == term.collation.name
        };
        if !index.terms.iter().any(same) {
            let descending = term.descending && directed;
            let name = key_names.get(at).cloned().flatten().unwrap_or_else(|| name_of(term));
            add(term.term_column().map(Some), descending, &name, false);
        }
    }
    rows
}

fn database_list(temp: bool, settings: &Settings) -> Vec<Vec<Value>> {
    let row = |seq, name: &str| {
        let file = settings.files.iter().find(|(own, _)| **own == *name);
        let file = file.map_or(String::new(), |(_, file)| ["/", file].concat());
        vec![Value::Int(seq), Value::text(name), Value::text(&file)]
    };
    let mut rows = vec![row(0, "main")];
    if temp {
        rows.push(row(1, "temp"));
    }
    for (at, name) in settings.attached.iter().enumerate() {
        rows.push(row(at as i64 + 2, name));
    }
    rows
}

fn collation_list(_: &mut dyn Host, _: &[Value]) -> Result<Vec<Vec<Value>>, ErrorKind> {
    let names = ["RTRIM", "NOCASE", "BINARY"];
    let row = |(seq, name)| vec![Value::Int(seq), Value::text(name)];
    Ok((0..).zip(names).map(row).collect())
}

/// The newest key is the first.
fn foreign_key_list(catalog: &Catalog, args: &[Value]) -> Vec<Vec<Value>> {
    let Some(table) = named_table(catalog, args) else { return Vec::new() };
    let mut rows = Vec::new();
    for (id, key) in table.foreign_keys.iter().rev().enumerate() {
        for (seq, column) in key.columns.iter().enumerate() {
            let to = key.parent_columns.get(seq).map_or(Value::Null, |c| Value::Text(c.clone()));
            rows.push(vec![
                Value::Int(id as i64),
                Value::Int(seq as i64),
                Value::Text(key.parent.clone()),
                Value::Text(table.columns[*column].name.clone()),
                to,
                Value::text(key.on_update.words()),
                Value::text(key.on_delete.words()),
                Value::text("NONE"),
            ]);
        }
    }
    rows
}

/// A PRAGMA as a table, of those that are not lists of definitions.
pub(super) fn is_pragma(name: &crate::syntax::ast::ObjectName) -> bool {
    name.name.text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("pragma_"))
}
