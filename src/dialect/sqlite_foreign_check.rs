//! `PRAGMA foreign_key_check`: rows without a parent (pragma.html, foreign_key_check).

use std::cmp::Ordering;
use std::rc::Rc;

use super::CommandRows;
use super::sqlite_catalog;
use crate::catalog::{Catalog, ForeignKey, Object, Space, Table};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::store::Store;
use crate::types::Type;
use crate::value::{Value, ValueRef, compare};

/// The rows whose foreign keys have no parent.
pub(super) fn foreign_key_check(
    store: &Store,
    schema: Option<&str>,
    only: Option<Value>,
) -> Result<CommandRows> {
    let catalog = store.catalog();
    let is_relation = |name: &str| {
        catalog.objects().any(|(_, object)| match object {
            Object::Table(table) => table.name.eq_ignore_ascii_case(name),
            Object::View(view) => view.name.eq_ignore_ascii_case(name),
            _ => false,
        })
    };
    if let Some(Value::Text(name)) = &only
        && !is_relation(name)
    {
        return Err(ErrorKind::NoSuchTable { name: name.to_string() }.nowhere());
    }
    let mut rows = Vec::new();
    for table in in_order(catalog, schema) {
        let named =
            |name: &Value| matches!(name, Value::Text(n) if n.eq_ignore_ascii_case(&table.name));
        if !only.as_ref().is_none_or(named) {
            continue;
        }
        let mut keys = Vec::new();
        for key in table.foreign_keys.iter().rev() {
            let found = catalog.get(&catalog.key(&table.schema, Space::Relation, &key.parent));
            let parent = catalog.table(&table.schema, &key.parent).cloned();
            if parent.as_ref().is_some_and(|parent| !is_key(store, key, parent))
                || matches!(found, Some(Object::View(_)))
            {
                let (child, parent) = (table.name.to_string(), key.parent.to_string());
                return Err(ErrorKind::ForeignKeyMismatch { child, parent }.nowhere());
            }
            keys.push((key, parent));
        }
        let mut from = i64::MIN;
        while let Some((rowid, slot)) = store.at_or_after(table.id, from) {
            let record = store.record(slot);
            for (id, (key, parent)) in keys.iter().enumerate() {
                let values: Vec<ValueRef<'_>> =
                    key.columns.iter().map(|c| record.value(*c)).collect();
                let orphan = !values.iter().any(|v| v.is_null())
                    && !parent.as_ref().is_some_and(|p| has_row(store, key, p, &values));
                if orphan {
                    let rowid = if table.without_rowid { Value::Null } else { Value::Int(rowid) };
                    let (child, parent) = (table.name.clone(), key.parent.clone());
                    let id = Value::Int(id as i64);
                    rows.push(vec![Value::Text(child), rowid, Value::Text(parent), id]);
                }
            }
            let Some(next) = rowid.checked_add(1) else { break };
            from = next;
        }
    }
    let columns = ["table", "rowid", "parent", "fkid"];
    let columns = columns.map(|name| sqlite_catalog::column(name, Type::Unknown, ""));
    Ok((Some(columns.into()), rows))
}

/// The tables of a database in the order in which SQLite comes upon them.
pub(super) fn in_order<'c>(catalog: &'c Catalog, schema: Option<&str>) -> Vec<&'c Rc<Table>> {
    let mut all: Vec<&str> = vec!["main", "temp"];
    for table in catalog.tables() {
        if !all.iter().any(|s| table.schema.eq_ignore_ascii_case(s)) {
            all.push(&table.schema);
        }
    }
    let mut tables = Vec::new();
    for database in all {
        if schema.is_some_and(|s| !s.eq_ignore_ascii_case(database)) {
            continue;
        }
        let mut made = vec![(0, Rc::from("sqlite_master"), None)];
        for (_, object) in catalog.objects() {
            let (id, own, name, table) = match object {
                Object::Table(t) => (t.id, &t.schema, &t.name, Some(t)),
                Object::View(v) => (v.id, &v.schema, &v.name, None),
                _ => continue,
            };
            if own.eq_ignore_ascii_case(database) {
                made.push((sqlite_catalog::made(id, name), name.clone(), table));
            }
        }
        sort_by_number(&mut made, &mut |m| m.0);
        let made = made.into_iter().map(|(_, name, table)| (name, table)).collect();
        let found = super::sqlite_order::hashed(made);
        tables.extend(found.into_iter().filter_map(|(_, table)| table));
    }
    tables
}

fn parent_columns(key: &ForeignKey, parent: &Table) -> Vec<usize> {
    let names = crate::catalog::NameRule::IgnoreCase;
    match key.parent_columns.is_empty() {
        true => parent.primary_key.clone(),
        false => key.parent_columns.iter().filter_map(|n| parent.column(n, names)).collect(),
    }
}

/// Whether the parent's columns are one of its keys.
fn is_key(store: &Store, key: &ForeignKey, parent: &Table) -> bool {
    let columns = parent_columns(key, parent);
    let rowid = parent.rowid_key.is_some_and(|k| columns == [k.column]);
    let mut indexes = store.indexes(parent.id).filter(|i| i.unique && i.is_plain());
    columns.len() == key.columns.len()
        && (rowid
            || indexes.any(|index| {
                let own = index.columns().unwrap_or_default();
                own.len() == columns.len()
                    && own.iter().all(|c| columns.contains(c))
                    && index.terms.iter().zip(&own).all(|(term, column)| {
                        term.collation.name == parent.columns[*column].collation.name
                    })
            }))
}

/// Whether a parent has a row with this key.
fn has_row(store: &Store, key: &ForeignKey, parent: &Table, values: &[ValueRef<'_>]) -> bool {
    let columns = parent_columns(key, parent);
    let matches = |slot| {
        let record = store.record(slot);
        columns.len() == values.len()
            && columns.iter().zip(values).all(|(c, value)| {
                let column = &parent.columns[*c];
                let value = match column.ty {
                    Type::Affinity(affinity, _) => affinity.apply(value.to_value()),
                    _ => value.to_value(),
                };
                let stored = record.value(*c);
                compare(value.borrow(), stored, column.collation) == Ordering::Equal
            })
    };
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = store.at_or_after(parent.id, from) {
        if matches(slot) {
            return true;
        }
        let Some(next) = rowid.checked_add(1) else { return false };
        from = next;
    }
    false
}
