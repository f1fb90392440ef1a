//! What depends on an object that is to go: views that read it, foreign keys that refer to it. Where
//! the dialect keeps such dependencies (PostgreSQL), DROP refuses or, with CASCADE, takes them along.

use std::rc::Rc;

use super::Planner;
use super::conflict::used_columns;
use crate::catalog::{
    Column, ForeignKey, Index, NameKey, Object, ObjectId, Sequence, Space, Table, View,
};
use crate::error::{Described, ErrorKind, Result};
use crate::order::sort_by_number;
use crate::syntax::ast;
use crate::syntax::mention::{Mention, mentions_of_query};

/// What goes beside the objects that a statement names.
#[derive(Debug, Default)]
pub(super) struct Along {
    /// Views and triggers.
    pub(super) objects: Vec<(NameKey, Object)>,
    /// Foreign keys: number of the child, number of the key.
    pub(super) keys: Vec<ObjectId>,
    /// What depends on what, the last that is told first.
    pub(super) by: Vec<Dependence>,
    /// What has been met.
    seen: Vec<Described>,
}

/// That one thing depends on another.
#[derive(Debug)]
pub(super) struct Dependence {
    what: Described,
    on: Described,
    /// The table that it is a part of.
    pub(super) part: Option<ObjectId>,
}

/// Something that others may depend on.
#[derive(Clone, Copy)]
pub(super) enum On<'a> {
    /// A table or view.
    Relation(&'a Object),
    /// A unique index.
    Index(&'a Index),
    /// A column.
    Column(&'a Table, usize),
}

/// A dependent: its number says how old it is.
struct Dependent {
    id: ObjectId,
    what: Described,
    object: Option<(NameKey, Object)>,
    /// The table that it is a part of.
    part: Option<ObjectId>,
}

impl Planner<'_> {
    /// Adds what depends on something, and what depends on that.
    pub(super) fn take_along(&self, on: On<'_>, gone: &[ObjectId], along: &mut Along) {
        // The newest is found first and told of last (dependency.c, findDependentObjects).
        for dependent in self.dependents(on).into_iter().rev() {
            if along.seen.contains(&dependent.what) || gone.contains(&dependent.id) {
                continue;
            }
            along.seen.push(dependent.what.clone());
            match dependent.object {
                Some((key, object)) => {
                    self.take_along(On::Relation(&object), gone, along);
                    along.objects.push((key, object));
                }
                None => along.keys.push(dependent.id),
            }
            let (what, part) = (dependent.what, dependent.part);
            let on = match (on, what.kind) {
                // A function depends on the type of the rows that it gives.
                (On::Relation(Object::Table(table)), "function") => {
                    Described::new("type", &self.shown_name(&table.schema, &table.name), None)
                }
                _ => self.described(on),
            };
            along.by.push(Dependence { what, on, part });
        }
    }

    /// Forgets the parts of tables that go as a whole.
    pub(super) fn without_parts(&self, gone: &[ObjectId], along: &mut Along) {
        let objects = &along.objects;
        let goes = |id| gone.contains(&id) || objects.iter().any(|(_, o)| number(o) == id);
        along.by.retain(|b| !b.part.is_some_and(goes));
    }

    /// Refuses to drop what others depend on, or tells what goes with it.
    pub(super) fn with_dependents(
        &self,
        dropped: Option<Described>,
        along: &Along,
        cascade: bool,
    ) -> Result<Option<ErrorKind>> {
        if along.by.is_empty() {
            return Ok(None);
        }
        match cascade {
            true => {
                let gone = along.by.iter().rev().map(|b| b.what.clone()).collect();
                Ok(Some(ErrorKind::DropsAlong { gone }))
            }
            false => {
                let by = along.by.iter().rev().map(|b| (b.what.clone(), b.on.clone())).collect();
                Err(ErrorKind::Depended { dropped, by }.nowhere())
            }
        }
    }

    /// Tables that lose foreign keys, as they will be.
    pub(super) fn without_keys(&self, keys: &[ObjectId]) -> Vec<(NameKey, Object)> {
        let mut changed = Vec::new();
        for table in self.catalog.tables() {
            if table.foreign_keys.iter().any(|k| keys.contains(&k.id)) {
                let mut table = (**table).clone();
                table.foreign_keys.retain(|k| !keys.contains(&k.id));
                let key = self.catalog.key(&table.schema, Space::Relation, &table.name);
                changed.push((key, Object::Table(Rc::new(table))));
            }
        }
        changed
    }

    /// Adds the tables whose columns lose their defaults with the sequences that go.
    pub(super) fn without_defaults(
        &self,
        removed: &[(NameKey, Object)],
        changed: &mut Vec<(NameKey, Object)>,
    ) {
        for (_, object) in removed {
            let Object::Sequence(sequence) = object else { continue };
            for table in self.catalog.tables() {
                if !table.columns.iter().any(|c| self.takes_from(c, sequence)) {
                    continue;
                }
                let (key, mut table) = self.being_changed(table, changed);
                for column in table.columns.iter_mut().filter(|c| self.takes_from(c, sequence)) {
                    (column.default, column.identity) = (None, None);
                }
                changed.push((key, Object::Table(Rc::new(table))));
            }
        }
    }

    /// Whether a column has its default from a sequence: its own, or one that the default names.
    fn takes_from(&self, column: &Column, sequence: &Sequence) -> bool {
        let names = self.rules.ddl.takes_from_sequence;
        column.identity.as_ref().is_some_and(|i| i.sequence == sequence.id)
            || column.default.as_ref().is_some_and(|d| names(&d.expr, &sequence.name))
    }

    /// The columns that take their defaults from a sequence.
    fn defaults_of(&self, table: &Table, on: On<'_>) -> Vec<Dependent> {
        let On::Relation(Object::Sequence(sequence)) = on else { return Vec::new() };
        let dependent = |c: &Column| Dependent {
            id: table.id,
            what: self.part("default value for column", &c.name, table),
            object: None,
            part: Some(table.id),
        };
        table.columns.iter().filter(|c| self.takes_from(c, sequence)).map(dependent).collect()
    }

    /// A table that is to be changed, as far as it is changed by now.
    pub(super) fn being_changed(
        &self,
        table: &Rc<Table>,
        changed: &mut Vec<(NameKey, Object)>,
    ) -> (NameKey, Table) {
        let key = self.catalog.key(&table.schema, Space::Relation, &table.name);
        let known = changed.iter().position(|(known, _)| *known == key);
        match known.map(|at| changed.swap_remove(at).1) {
            Some(Object::Table(table)) => (key, (*table).clone()),
            _ => (key, (**table).clone()),
        }
    }

    fn described(&self, on: On<'_>) -> Described {
        match on {
            On::Relation(object) => self.described_object(object),
            On::Index(index) => {
                Described::new("index", &self.shown_name(&index.schema, &index.name), None)
            }
            On::Column(table, column) => self.part("column", &table.columns[column].name, table),
        }
    }

    /// What depends on something, oldest first.
    fn dependents(&self, on: On<'_>) -> Vec<Dependent> {
        let mut found = Vec::new();
        let names = self.rules.table_names;
        for (key, object) in self.catalog.objects() {
            match object {
                Object::View(view) if self.reads(view, on) => found.push(Dependent {
                    id: view.id,
                    what: self.described_object(object),
                    object: Some((key.clone(), object.clone())),
                    part: None,
                }),
                _ if holds(on, key, object) || gives(object, on) => found.push(Dependent {
                    id: number(object),
                    what: self.described_object(object),
                    object: Some((key.clone(), object.clone())),
                    part: None,
                }),
                Object::Trigger(trigger) if calls(trigger, on) => {
                    let table = self.catalog.table_by_id(trigger.table);
                    let of = table.map(|t| self.shown_name(&t.schema, &t.name));
                    let what = Described::new("trigger", &trigger.name, of.as_deref());
                    let key = key.clone();
                    found.push(Dependent {
                        id: trigger.id,
                        what,
                        object: Some((key, object.clone())),
                        part: Some(trigger.table),
                    });
                }
                Object::Table(child) => {
                    found.extend(self.defaults_of(child, on));
                    found.extend(self.typed_by(child, on));
                    found.extend(self.generated_from(child, on));
                    for foreign in &child.foreign_keys {
                        let refers = |parent: &Table| foreign.refers(child, parent, names);
                        let uses = |parent: &Table, column: usize| {
                            refers(parent)
                                && foreign.parent_columns.contains(&parent.columns[column].name)
                        };
                        let depends = match on {
                            On::Relation(Object::Table(table)) => {
                                refers(table) && table.id != child.id
                            }
                            On::Relation(_) => false,
                            On::Column(table, column) => {
                                uses(table, column)
                                    && !(table.id == child.id && foreign.columns.contains(&column))
                            }
                            On::Index(index) => self.is_behind(index, child, foreign),
                        };
                        if depends {
                            let name = foreign.name.as_deref().unwrap_or_default();
                            let what = self.part("constraint", name, child);
                            let part = Some(child.id);
                            found.push(Dependent { id: foreign.id, what, object: None, part });
                        }
                    }
                }
                _ => {}
            }
        }
        sort_by_number(&mut found, &mut |d| i64::from(d.id));
        found
    }

    /// The generated columns that are made of a column.
    fn generated_from(&self, table: &Table, on: On<'_>) -> Vec<Dependent> {
        let On::Column(of, column) = on else { return Vec::new() };
        let mut found = Vec::new();
        for c in table.columns.iter().filter(|_| of.id == table.id) {
            let Some(generated) = &c.generated else { continue };
            if used_columns(&generated.expr, table, self.rules.column_names).contains(&column) {
                let what = self.part("column", &c.name, table);
                let part = Some(table.id);
                found.push(Dependent { id: table.id, what, object: None, part });
            }
        }
        found
    }

    /// Whether a foreign key refers to an index: to the oldest one that fits.
    fn is_behind(&self, index: &Index, child: &Table, foreign: &ForeignKey) -> bool {
        let Some(parent) = self.catalog.table_by_id(index.table) else { return false };
        let fits = |index: &&Rc<Index>| {
            let columns = index.columns().unwrap_or_default();
            let named = |c: &usize| foreign.parent_columns.contains(&parent.columns[*c].name);
            index.unique
                && index.filter.is_none()
                && columns.len() == foreign.parent_columns.len()
                && columns.iter().all(named)
        };
        foreign.refers(child, parent, self.rules.table_names)
            && self
                .catalog
                .indexes_of(parent.id)
                .iter()
                .find(fits)
                .is_some_and(|i| i.id == index.id)
    }

    /// The columns that have a type.
    fn typed_by(&self, table: &Table, on: On<'_>) -> Vec<Dependent> {
        let On::Relation(Object::Type(found)) = on else { return Vec::new() };
        let has = |c: &&Column| {
            let name = c.declared.rsplit('.').next().unwrap_or_default();
            name.trim_end_matches("[]").eq_ignore_ascii_case(&found.name)
        };
        let dependent = |c: &Column| Dependent {
            id: table.id,
            what: self.part("column", &c.name, table),
            object: None,
            part: Some(table.id),
        };
        table.columns.iter().filter(has).map(dependent).collect()
    }

    /// A part of a table.
    pub(super) fn part(&self, kind: &'static str, name: &str, table: &Table) -> Described {
        Described::new(kind, name, Some(&self.shown_name(&table.schema, &table.name)))
    }

    /// How an object is named: with its schema where that is not on the path (objectaddress.c).
    pub(super) fn shown_name(&self, schema: &str, name: &str) -> String {
        let near = self.search_path().any(|s| s == schema);
        (self.rules.ddl.shown_name)(Some(schema).filter(|_| !near), name)
    }

    /// An object by kind and name.
    pub(super) fn described_object(&self, object: &Object) -> Described {
        let (schema, name) = match object {
            Object::Table(table) => (&table.schema, &table.name),
            Object::View(view) => (&view.schema, &view.name),
            Object::Index(index) => (&index.schema, &index.name),
            Object::Sequence(sequence) => (&sequence.schema, &sequence.name),
            Object::Trigger(trigger) => return Described::new("trigger", &trigger.name, None),
            Object::Schema(_, name) => return Described::new("schema", name, None),
            Object::Type(found) => {
                return Described::new("type", &self.shown_name(&found.schema, &found.name), None);
            }
            Object::Function(function) => {
                let mut name = self.shown_name(&function.schema, &function.name);
                name.push('(');
                for (at, (_, ty)) in function.params.iter().enumerate() {
                    name.push_str(if at > 0 { "," } else { "" });
                    name.push_str(&(self.rules.ddl.type_words)(ty));
                }
                name.push(')');
                return Described::new(object.kind(), &name, None);
            }
        };
        Described::new(object.kind(), &self.shown_name(schema, name), None)
    }

    /// Whether a view reads a table, view or column. A column counts when its name, or the name that FROM
    /// gives it, stands in the view's query and means it as far as is known.
    fn reads(&self, view: &View, on: On<'_>) -> bool {
        let (target, column) = match on {
            On::Relation(object) => (object_id(object), None),
            On::Column(table, column) => {
                (Some(table.id), Some((column, &table.columns[column].name)))
            }
            On::Index(_) => return false,
        };
        let (mut reads, mut names) = (false, column.is_none());
        let mut given: Vec<Rc<str>> = Vec::new();
        mentions_of_query(&view.query, &mut |mention| {
            if let Mention::Table(name, alias) = mention
                && self.relation(name).and_then(object_id) == target
                && target.is_some()
            {
                reads = true;
                given.extend(column.and_then(|(at, _)| {
                    let list = view.sql.get(alias?.span.end as usize..)?.trim_start();
                    let list = list.strip_prefix('(')?.split_once(')')?.0;
                    Some(Rc::from(list.split(',').nth(at)?.trim().trim_matches('"')))
                }));
            }
        });
        let Some((_, own)) = column.filter(|_| reads) else { return reads && names };
        let references = self.references_of_view(&Rc::new(view.clone())).ok();
        mentions_of_query(&view.query, &mut |mention| {
            if let Mention::Column(name) = mention {
                let found = references.as_ref().and_then(|r| r.at(name.name.span));
                let text = &name.name.text;
                names |= (text == own || given.contains(text))
                    && found.is_none_or(|found| found.table == target);
            }
        });
        names
    }
}

/// Whether a schema holds an object that belongs to no other.
fn holds(on: On<'_>, key: &NameKey, object: &Object) -> bool {
    let On::Relation(Object::Schema(_, schema)) = on else { return false };
    let owned = match object {
        Object::Sequence(sequence) => sequence.owner.is_some(),
        object => matches!(object, Object::Index(_) | Object::Trigger(_)),
    };
    key.schema.eq_ignore_ascii_case(schema) && !owned
}

/// Whether a trigger runs a function.
fn calls(trigger: &crate::catalog::Trigger, on: On<'_>) -> bool {
    match (&trigger.definition.body, on) {
        (ast::TriggerBody::Function(name, _), On::Relation(Object::Function(function))) => {
            name.name.text == function.name
        }
        _ => false,
    }
}

/// Whether a function gives rows of a table.
fn gives(object: &Object, on: On<'_>) -> bool {
    match (object, on) {
        (Object::Function(function), On::Relation(Object::Table(table))) => {
            function.of == Some(table.id)
        }
        _ => false,
    }
}

fn number(object: &Object) -> ObjectId {
    match object {
        Object::Sequence(sequence) => sequence.id,
        Object::Function(function) => function.id,
        Object::Type(found) => found.id,
        object => object_id(object).unwrap_or_default(),
    }
}

pub(super) fn object_id(object: &Object) -> Option<ObjectId> {
    match object {
        Object::Table(table) => Some(table.id),
        Object::View(view) => Some(view.id),
        _ => None,
    }
}
