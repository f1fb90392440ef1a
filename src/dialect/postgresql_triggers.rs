//! PostgreSQL: what `pg_trigger` and `information_schema.triggers` say of the triggers that
//! statements have made; those behind foreign keys are left out.

use std::rc::Rc;

use super::postgresql_catalog::int;
use crate::catalog::{Catalog, Object, Trigger};
use crate::syntax::ast::{Deferrable, TriggerEvent, TriggerTime};
use crate::value::Value;

fn each(catalog: &Catalog) -> impl Iterator<Item = &Rc<Trigger>> {
    catalog.objects().filter_map(|(_, object)| match object {
        Object::Trigger(trigger) => Some(trigger),
        _ => None,
    })
}

/// The rows of `pg_trigger`.
pub(super) fn triggers(catalog: &Catalog) -> Vec<Vec<Value>> {
    let row = |trigger: &Rc<Trigger>| {
        let deferrable = trigger.definition.constraint.unwrap_or_default();
        vec![
            int(trigger.id as usize),
            int(trigger.table as usize),
            Value::Text(trigger.name.clone()),
            Value::text(if trigger.enabled { "O" } else { "D" }),
            Value::Bool(false),
            Value::Bool(deferrable != Deferrable::No),
            Value::Bool(deferrable == Deferrable::Deferred),
        ]
    };
    each(catalog).map(row).collect()
}

/// The rows of `information_schema.triggers`: one for each event.
pub(super) fn schema_triggers(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for trigger in each(catalog) {
        let of = catalog.objects().find_map(|(_, object)| match object {
            Object::Table(t) if t.id == trigger.table => Some((t.schema.clone(), t.name.clone())),
            Object::View(v) if v.id == trigger.table => Some((v.schema.clone(), v.name.clone())),
            _ => None,
        });
        let Some((schema, table)) = of else { continue };
        let definition = &trigger.definition;
        for event in &definition.events {
            let event = match event {
                TriggerEvent::Insert => "INSERT",
                TriggerEvent::Delete => "DELETE",
                TriggerEvent::Update(_) => "UPDATE",
                TriggerEvent::Truncate => continue,
            };
            rows.push(vec![
                Value::text("postgres"),
                Value::Text(schema.clone()),
                Value::Text(trigger.name.clone()),
                Value::text(event),
                Value::text("postgres"),
                Value::Text(schema.clone()),
                Value::Text(table.clone()),
                Value::text(if definition.each_row { "ROW" } else { "STATEMENT" }),
                Value::text(match definition.time {
                    TriggerTime::Before => "BEFORE",
                    TriggerTime::After => "AFTER",
                    TriggerTime::InsteadOf => "INSTEAD OF",
                }),
            ]);
        }
    }
    rows
}
