//! ALTER TABLE: rows made anew, what they must satisfy, indexes over them.

use std::mem::discriminant;
use std::rc::Rc;

use super::ddl::{create_index, number_foreign_keys, put, start_sequence};
use super::expr::{self, Env};
use super::row;
use super::write::Outcome;
use super::{Cx, foreign, sequence};
use crate::catalog::{Object, Space};
use crate::error::{ErrorKind, Result};
use crate::plan::alter::{Alter, Fill, Verify};
use crate::plan::create_index::index_key;
use crate::plan::node::Expr;
use crate::store::Change;
use crate::types::Type;
use crate::value::Value;

/// Makes a table another.
///
/// # Errors
/// Rows that do not satisfy what is asked of them.
pub(super) fn run(cx: &mut Cx<'_>, alter: &Alter, outcome: &mut Outcome) -> Result<()> {
    for kind in &alter.notes {
        cx.warn("NOTICE", kind.clone());
    }
    for (key, object) in &alter.dropped {
        let (key, before) = (key.clone(), Some(object.clone()));
        cx.write(&Change::Object { key, before, after: None }, &[]);
    }
    let mut table = alter.table.clone();
    for (column, sequence) in &alter.sequences {
        let mut sequence = sequence.clone();
        sequence.id = cx.store.new_id();
        sequence.owner = Some((table.id, *column));
        if let Some(identity) = &mut table.columns[*column].identity {
            identity.sequence = sequence.id;
        }
        start_sequence(cx, sequence.id, sequence.start);
        let key = cx.store.catalog().key(&sequence.schema, alter.sequence_space, &sequence.name);
        put(cx, key, Object::Sequence(Rc::new(sequence)));
    }
    if let Some(fills) = &alter.fills {
        let count = rewrite(cx, alter, fills, &table).map_err(|e| e.of_row(cx.ordinal))?;
        if alter.copies {
            (outcome.records, outcome.changes) = (count, count as i64);
        }
    } else if alter.copies {
        let count = cx.store.count(alter.table.id);
        (outcome.records, outcome.changes) = (count as u64, count as i64);
    }
    let renamed = cx.store.catalog().key(&table.schema, Space::Relation, &table.name);
    if renamed != alter.key {
        let (key, before) = (alter.key.clone(), Some(Object::Table(alter.before.clone())));
        cx.write(&Change::Object { key, before, after: None }, &[]);
    }
    number_foreign_keys(cx, &mut table);
    put(cx, renamed, Object::Table(Rc::new(table)));
    // New rows are looked at while they are made; rows that stay, after the new indexes.
    if alter.fills.is_some() {
        verify(cx, alter)?;
    }
    for (key, object) in &alter.changed {
        change(cx, key, object);
    }
    for index in &alter.indexes {
        create_index(cx, index)?;
    }
    if alter.fills.is_none() {
        verify(cx, alter)?;
    }
    if let Some(value) = alter.numbered {
        sequence::renumber(cx, alter.table.id, value);
    }
    for (id, value) in &alter.restarts {
        start_sequence(cx, *id, *value);
    }
    Ok(())
}

/// An object under its new name.
pub(super) fn change(cx: &mut Cx<'_>, key: &crate::catalog::NameKey, object: &Object) {
    let (schema, name) = match object {
        // Its name is of its table, which keeps its number.
        Object::Trigger(trigger)
            if key.name.split_once('\0').is_some_and(|(_, name)| *name != *trigger.name) =>
        {
            let table = key.name.split('\0').next().unwrap_or_default();
            let name = [table, "\0", &trigger.name].concat();
            let before = cx.store.catalog().get(key).cloned();
            cx.write(&Change::Object { key: key.clone(), before, after: None }, &[]);
            return put(cx, crate::catalog::NameKey { name, ..key.clone() }, object.clone());
        }
        Object::Trigger(_) | Object::Function(_) | Object::Schema(..) => {
            return put(cx, key.clone(), object.clone());
        }
        Object::Type(made) => (&made.schema, &made.name),
        Object::Index(index) => (&index.schema, &index.name),
        Object::Sequence(sequence) => (&sequence.schema, &sequence.name),
        Object::Table(table) => (&table.schema, &table.name),
        Object::View(view) => (&view.schema, &view.name),
    };
    let catalog = cx.store.catalog();
    let new_key = match object {
        Object::Index(index) => match catalog.table_by_id(index.table) {
            Some(table) => index_key(catalog, key.space, table, name),
            None => return,
        },
        _ => catalog.key(schema, key.space, name),
    };
    // The old name goes first: an index that goes takes no more rows in.
    if new_key != *key {
        let before = cx.store.catalog().get(key).cloned();
        cx.write(&Change::Object { key: key.clone(), before, after: None }, &[]);
    }
    put(cx, new_key, object.clone());
}

/// A value brought to its column, which was of the same type before or not.
fn assign(
    cx: &mut Cx<'_>,
    alter: &Alter,
    column: &crate::catalog::Column,
    value: Value,
    same: bool,
) -> Result<Value> {
    // The label that stands for what was none stays (field_conv.cc, do_field_enum).
    if same
        && matches!(column.ty, Type::Enum(_))
        && matches!(&value, Value::Text(t) if t.is_empty())
    {
        return Ok(value);
    }
    let cut = |kind| if same { (alter.cut_short)(kind) } else { kind };
    let assigned = (alter.assign)(column, value, alter.mode).map_err(|kind| cut(kind).nowhere())?;
    if let Some(kind) = assigned.warning {
        cx.warn(assigned.level, *kind);
    }
    Ok(assigned.value)
}

fn rewrite(
    cx: &mut Cx<'_>,
    alter: &Alter,
    fills: &[Fill],
    table: &crate::catalog::Table,
) -> Result<u64> {
    let id = alter.before.id;
    let (mut from, mut count) = (i64::MIN, 0);
    while let Some((rowid, slot)) = cx.store.at_or_after(id, from) {
        cx.tick()?;
        cx.ordinal += 1;
        let old = row::read_row(cx, slot);
        let mut values = Vec::with_capacity(fills.len() + 1);
        for (fill, column) in fills.iter().zip(&table.columns) {
            let value = match fill {
                Fill::Old(old_column) => {
                    values.push(old[*old_column].clone());
                    continue;
                }
                Fill::Expr(expr) => expr::eval(cx, expr, &Env::of(&old))?,
                Fill::Sequence => {
                    let id = column.identity.as_ref().map_or(0, |i| i.sequence);
                    Value::Int(sequence::next_value(cx, id)?)
                }
            };
            let same = match fill {
                Fill::Expr(Expr::Column { index, .. }) => {
                    let before = alter.before.columns.get(*index as usize);
                    before.is_some_and(|b| discriminant(&b.ty) == discriminant(&column.ty))
                }
                _ => false,
            };
            values.push(assign(cx, alter, column, value, same)?);
        }
        values.push(Value::Int(rowid));
        for (column, expr) in &alter.generated {
            let value = expr::eval(cx, expr, &Env::of(&values))?;
            values[*column] = assign(cx, alter, &table.columns[*column], value, false)?;
        }
        let after = Some(cx.store.place(rowid, &values[..fills.len()]));
        cx.write(&Change::Row { table: id, rowid, before: Some(slot), after }, &[]);
        count += 1;
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    Ok(count)
}

fn verify(cx: &mut Cx<'_>, alter: &Alter) -> Result<()> {
    let table = &alter.table;
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = cx.store.at_or_after(table.id, from) {
        if alter.verify.is_empty() {
            break;
        }
        cx.tick()?;
        let row = row::read_row(cx, slot);
        for rule in &alter.verify {
            let (table, schema) = (table.name.to_string(), &table.schema);
            match rule {
                Verify::NotNull(column) if row[*column].is_null() => {
                    let column = alter.table.columns[*column].name.to_string();
                    let kind = ErrorKind::NullsPresent { table, column };
                    return Err(kind.nowhere().in_schema(schema));
                }
                Verify::NotNull(_) => {}
                Verify::Foreign(key) => foreign::judge_child(cx, key, rowid)?,
                Verify::Check(condition, name) => {
                    if expr::eval_condition(cx, condition, &Env::of(&row))? == Some(false) {
                        let constraint = name.to_string();
                        let kind = ErrorKind::CheckBroken { table, constraint };
                        return Err(kind.nowhere().in_schema(schema));
                    }
                }
            }
        }
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    Ok(())
}
