//! Definitions and index entries to plain data. Reads the catalog and the store, changes nothing.

use std::rc::Rc;

use super::cell::{Cell, cells};
use super::convert;
use super::dto_schema as dto;
use crate::catalog::{Index, IndexOrigin, NotNull, Object, Table, Term};
use crate::dialect::Dialect;
use crate::order::sort_by_number;
use crate::store::{Cursor, Store};
use crate::syntax::ast::{Deferrable, FkAction};

/// Everything that a database consists of.
pub fn schema(dialect: Dialect, store: &Store) -> dto::Schema {
    let mut schema = dto::Schema {
        version: 1,
        dialect: convert::dialect(dialect),
        tables: Vec::new(),
        indexes: Vec::new(),
        triggers: Vec::new(),
        sequences: Vec::new(),
    };
    let name_of = |id| {
        let table = store.catalog().table_by_id(id);
        table.map_or_else(String::new, |t| t.name.to_string())
    };
    let mut objects: Vec<_> = store.catalog().objects().map(|(_, object)| object).collect();
    sort_by_number(&mut objects, &mut |object| i64::from(number(object)));
    for object in objects {
        match object {
            Object::Table(t) => schema.tables.push(table(dialect, store, t)),
            Object::View(view) => schema.tables.push(dto::Table {
                schema: view.schema.to_string(),
                name: view.name.to_string(),
                kind: "view",
                sql: view.sql.to_string(),
                rows: 0,
                without_rowid: false,
                strict: false,
                columns: view.columns.iter().map(view_column).collect(),
                constraints: Vec::new(),
            }),
            Object::Index(i) => schema.indexes.push(index(store, i, name_of(i.table))),
            Object::Trigger(trigger) => schema.triggers.push(dto::Trigger {
                schema: trigger.schema.to_string(),
                name: trigger.name.to_string(),
                table: name_of(trigger.table),
                sql: trigger.sql.to_string(),
            }),
            Object::Sequence(sequence) => {
                let state = store.sequence(sequence.id);
                schema.sequences.push(dto::Sequence {
                    schema: sequence.schema.to_string(),
                    name: sequence.name.to_string(),
                    value: Cell::int(state.map_or(sequence.start, |s| s.value)),
                    called: state.is_some_and(|s| s.called),
                });
            }
            Object::Function(_) | Object::Type(_) | Object::Schema(..) => {}
        }
    }
    schema
}

/// Objects get rising numbers, so this is the order in which they were made.
fn number(object: &Object) -> u32 {
    match object {
        Object::Table(table) => table.id,
        Object::Index(index) => index.id,
        Object::View(view) => view.id,
        Object::Trigger(trigger) => trigger.id,
        Object::Sequence(sequence) => sequence.id,
        Object::Function(function) => function.id,
        Object::Type(found) => found.id,
        Object::Schema(id, _) => *id,
    }
}

fn view_column(name: &Rc<str>) -> dto::TableColumn {
    dto::TableColumn {
        name: name.to_string(),
        r#type: String::new(),
        not_null: false,
        default: None,
        primary_key: 0,
        generated: None,
        collation: None,
        hidden: false,
    }
}

fn table(dialect: Dialect, store: &Store, table: &Rc<Table>) -> dto::Table {
    let columns = table.columns.iter().enumerate();
    dto::Table {
        schema: table.schema.to_string(),
        name: table.name.to_string(),
        kind: "table",
        sql: table.sql.to_string(),
        rows: store.count(table.id),
        without_rowid: table.without_rowid,
        strict: table.strict,
        columns: columns
            .map(|(at, column)| dto::TableColumn {
                name: column.name.to_string(),
                r#type: column.declared.to_string(),
                not_null: column.not_null.is_some(),
                default: column.default.as_ref().map(|d| d.text.to_string()),
                primary_key: primary_key_place(table, at),
                generated: column
                    .generated
                    .as_ref()
                    .map(|g| if g.stored { "stored" } else { "virtual" }),
                collation: (column.collation.name != "BINARY")
                    .then(|| column.collation.name.to_owned()),
                hidden: false,
            })
            .collect(),
        constraints: constraints(dialect, store, table),
    }
}

fn primary_key_place(table: &Table, column: usize) -> usize {
    if table.rowid_key.is_some_and(|key| key.column == column) {
        return 1;
    }
    table.primary_key.iter().position(|c| *c == column).map_or(0, |at| at + 1)
}

fn constraints(dialect: Dialect, store: &Store, table: &Rc<Table>) -> Vec<dto::Constraint> {
    let name = |c: usize| table.columns.get(c).map_or_else(String::new, |c| c.name.to_string());
    let names = |list: &[usize]| list.iter().map(|c| name(*c)).collect::<Vec<_>>();
    let mut found = Vec::new();
    if let Some(key) = table.rowid_key {
        let columns = vec![name(key.column)];
        let word = key.on_conflict.map(|clause| clause.resolution.word());
        let sql = key_words("PRIMARY KEY", &columns, word);
        found.push(constraint(None, "primary key", columns, word, sql));
    }
    for index in store.indexes(table.id) {
        let (kind, words) = match index.origin {
            IndexOrigin::CreateIndex => continue,
            _ if index.exclusion.is_some() => ("exclusion", "EXCLUDE"),
            IndexOrigin::Unique if !index.nulls_distinct => ("unique", "UNIQUE NULLS NOT DISTINCT"),
            IndexOrigin::Unique => ("unique", "UNIQUE"),
            IndexOrigin::PrimaryKey => ("primary key", "PRIMARY KEY"),
        };
        let columns = names(&index.columns().unwrap_or_default());
        let word = index.on_conflict.map(|clause| clause.resolution.word());
        let sql = key_words(words, &columns, word);
        // SQLite's names for automatic indexes are no names of constraints.
        let own = (dialect != Dialect::Sqlite).then_some(&index.name);
        found.push(constraint(own, kind, columns, word, sql));
    }
    for (at, column) in table.columns.iter().enumerate() {
        let Some(NotNull { name: own, on_conflict, .. }) = &column.not_null else { continue };
        let word = on_conflict.map(|clause| clause.resolution.word());
        let sql = format!("NOT NULL{}", on_conflict_words(word));
        found.push(constraint(own.as_ref(), "not null", vec![name(at)], word, sql));
    }
    for check in &table.checks {
        let sql = format!("CHECK ({})", check.text);
        found.push(constraint(check.name.as_ref(), "check", Vec::new(), None, sql));
    }
    for key in &table.foreign_keys {
        let columns = names(&key.columns);
        let mut sql = format!("FOREIGN KEY ({}) REFERENCES {}", columns.join(", "), key.parent);
        if !key.parent_columns.is_empty() {
            sql.push_str(&format!(" ({})", key.parent_columns.join(", ")));
        }
        for (event, action) in [(" ON DELETE ", key.on_delete), (" ON UPDATE ", key.on_update)] {
            if !matches!(action, FkAction::Unsaid | FkAction::NoAction) {
                sql.push_str(event);
                sql.push_str(action.words());
            }
        }
        sql.push_str(match key.deferrable {
            Deferrable::No => "",
            Deferrable::Immediate => " DEFERRABLE",
            Deferrable::Deferred => " DEFERRABLE INITIALLY DEFERRED",
        });
        found.push(constraint(key.name.as_ref(), "foreign key", columns, None, sql));
    }
    found
}

fn constraint(
    name: Option<&Rc<str>>,
    kind: &'static str,
    columns: Vec<String>,
    on_conflict: Option<&'static str>,
    sql: String,
) -> dto::Constraint {
    let name = name.map(|n| n.to_string());
    dto::Constraint { name, kind, columns, on_conflict, sql }
}

fn key_words(words: &str, columns: &[String], word: Option<&str>) -> String {
    format!("{words} ({}){}", columns.join(", "), on_conflict_words(word))
}

fn on_conflict_words(word: Option<&str>) -> String {
    word.map_or_else(String::new, |word| format!(" ON CONFLICT {word}"))
}

fn index(store: &Store, index: &Index, table: String) -> dto::Index {
    let columns = store.catalog().table_by_id(index.table).map(|t| &t.columns);
    let name = |c: usize| Some(columns?.get(c)?.name.to_string());
    dto::Index {
        schema: index.schema.to_string(),
        name: index.name.to_string(),
        table,
        unique: index.unique,
        origin: match index.origin {
            IndexOrigin::CreateIndex => "create index",
            IndexOrigin::Unique => "unique",
            IndexOrigin::PrimaryKey => "primary key",
        },
        terms: index
            .terms
            .iter()
            .map(|term| {
                let (column, expression) = match &term.term {
                    Term::Column(c) => (name(*c), None),
                    Term::Expr(_, text) => (None, Some(text.to_string())),
                };
                let collation = term.collation.name.to_owned();
                dto::IndexTerm { column, expression, collation, descending: term.descending }
            })
            .collect(),
        r#where: index.filter.as_ref().map(|(_, text)| text.to_string()),
        entries: store.entry_count(index.id),
    }
}

/// The entries of an index in key order, from `offset`, at most `limit`.
pub fn index_entries(
    store: &Store,
    index: &Index,
    offset: usize,
    limit: usize,
) -> dto::IndexEntries {
    let mut cursor: Cursor = store.seek(index.id, &[], false);
    let mut entries = Vec::new();
    let mut at = 0;
    while entries.len() < limit
        && let Some(slot) = store.next_entry(index.id, &mut cursor)
    {
        at += 1;
        if at <= offset {
            continue;
        }
        let key = store.key_of(index.id, slot);
        entries.push(dto::IndexEntry {
            distinct: index.nulls_distinct && key.iter().any(|v| v.is_null()),
            key: cells(&key),
            rowid: Cell::int(store.record(slot).rowid()),
        });
    }
    dto::IndexEntries { entries, total: store.entry_count(index.id) }
}
