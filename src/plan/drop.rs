//! DROP and TRUNCATE: which objects go, and what goes with them.

use std::rc::Rc;

use super::Planner;
use super::create_index::index_key;
use super::ddl::{Ddl, Dropped};
use super::depend::{Along, On, object_id};
use super::dml::Target;
use crate::catalog::{ForeignKey, IndexOrigin, NameKey, Object, ObjectId, Space, Table};
use crate::error::{Described, ErrorKind, Refusal, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast;

impl Planner<'_> {
    /// Whether a function of that name has these parameters, where they are given.
    fn routine_fits(
        &self,
        kind: ast::ObjectKind,
        name: &ast::ObjectName,
        params: Option<&[ast::TypeName]>,
    ) -> Result<bool> {
        let procedure = match kind {
            ast::ObjectKind::Function => false,
            ast::ObjectKind::Procedure => true,
            _ => return Ok(true),
        };
        if self.rules.procedure.routines_apart {
            return Ok(true);
        }
        let Some(known) = self.function(name) else { return Ok(false) };
        let Some(params) = params else { return Ok(known.procedure == procedure) };
        if known.params.len() != params.len() {
            return Ok(false);
        }
        for (ty, (_, of)) in params.iter().zip(&known.params) {
            if self.type_of(ty)? != *of {
                return Ok(false);
            }
        }
        if known.procedure != procedure {
            let args = known.params.iter().map(|(_, ty)| (self.rules.ddl.type_words)(ty));
            let name = format!("{}({})", name.name.text, args.collect::<Vec<_>>().join(", "));
            return Err(ErrorKind::NotOfKind { name, kind: kind.name() }.nowhere());
        }
        Ok(true)
    }

    pub(super) fn plan_drop(&mut self, drop: &ast::Drop, span: Span) -> Result<Ddl> {
        let (mut removed, mut skipped, mut found) = (Vec::new(), None, 0);
        // MySQL tells of all that are missing.
        let mut missing: Vec<String> = Vec::new();
        for (at, name) in drop.names.iter().enumerate() {
            let no_schema = match drop.kind {
                ast::ObjectKind::Schema => None,
                _ => self.check_schema(name).err(),
            };
            let params = drop.params.get(at).and_then(Option::as_deref);
            let text = &name.name.text;
            if let Some(system) = self.protected_or_book(text)
                && drop.kind == ast::ObjectKind::Table
            {
                return Err(self.protected(system, "dropped").at(name.name.span));
            }
            let known = match self.routine_fits(drop.kind, name, params)? {
                true => self.find_dropped(drop, name)?,
                false => None,
            };
            match known {
                Some((key, object)) => {
                    found += 1;
                    self.drop_with_dependents(key, object, &mut removed);
                }
                None => {
                    let written = match drop.kind {
                        ast::ObjectKind::Table
                        | ast::ObjectKind::View
                        | ast::ObjectKind::Index
                        | ast::ObjectKind::Sequence
                            if self.rules.ddl.dependents_are_kept =>
                        {
                            text.to_string()
                        }
                        _ => self.written_name(name),
                    };
                    let kind = match drop.kind {
                        _ if no_schema.is_some() || drop.kind == ast::ObjectKind::Schema => {
                            let schema = name.schema.as_ref().unwrap_or(&name.name);
                            ErrorKind::NoSuchDatabase { name: schema.text.to_string() }
                        }
                        ast::ObjectKind::Table => ErrorKind::NoSuchTable { name: written },
                        ast::ObjectKind::Index => ErrorKind::NoSuchIndex { name: written },
                        ast::ObjectKind::Trigger
                            if drop.if_exists
                                && let Some(on) = &drop.on
                                && self.relation(on).is_none() =>
                        {
                            let name = on.name.text.to_string();
                            ErrorKind::NoSuchObject { kind: "relation", name }
                        }
                        ast::ObjectKind::Trigger if drop.on.is_some() => ErrorKind::NoTrigger {
                            name: written,
                            table: drop
                                .on
                                .as_ref()
                                .map_or_else(String::new, |t| t.name.text.to_string()),
                        },
                        ast::ObjectKind::Function | ast::ObjectKind::Procedure => {
                            let kind = drop.kind.name();
                            let mut args = None;
                            if drop.if_exists {
                                let params = params.unwrap_or_default().iter();
                                args = Some(params.map(|p| p.name.to_string()).collect());
                            } else if let Some(params) = params {
                                let mut words = Vec::with_capacity(params.len());
                                for ty in params {
                                    words.push((self.rules.ddl.type_words)(&self.type_of(ty)?));
                                }
                                args = Some(words);
                            }
                            ErrorKind::NoFunction { kind, name: written, args }
                        }
                        kind => ErrorKind::NoSuchObject { kind: kind.name(), name: written },
                    };
                    let kind = (self.rules.ddl.no_such_dropped)(kind, drop.kind);
                    if !drop.if_exists
                        && self.rules.ddl.indexes_per_table
                        && let ErrorKind::NoSuchObject { kind: "table", name } = kind
                    {
                        missing.push(name);
                        continue;
                    }
                    if !drop.if_exists {
                        return Err(match kind {
                            ErrorKind::NoSuchDatabase { .. } => kind.nowhere(),
                            kind => kind.at(name.name.span),
                        });
                    }
                    // All but the last are told of first.
                    let told = self.rules.ddl.tells_of_nothing;
                    self.state.notes.extend(skipped.replace(kind).filter(|_| told));
                }
            }
        }
        if !missing.is_empty() {
            let (kind, name) = ("table", missing.join("\0"));
            return Err(ErrorKind::NoSuchObject { kind, name }.at(span));
        }
        if removed.is_empty() && drop.names.is_empty() {
            return Err(ErrorKind::unsupported("this DROP").at(span));
        }
        if let Some(refused) = self.rules.ddl.dropped_parent.filter(|_| self.settings.foreign_keys)
        {
            let goes =
                |id| removed.iter().any(|(_, o)| matches!(o, Object::Table(t) if t.id == id));
            for (_, object) in &removed {
                let Object::Table(table) = object else { continue };
                for (child, key) in self.children_of(table) {
                    if !goes(child.id) {
                        return Err(refused(key, child, table).nowhere());
                    }
                }
            }
        }
        let mut emptied = Vec::new();
        if self.settings.foreign_keys && self.rules.ddl.drop_empties_parents {
            for (_, object) in &removed {
                if let Object::Table(table) = object {
                    emptied.extend(self.plan_emptied(table));
                }
            }
        }
        if removed.is_empty() {
            return Ok(self.nothing(skipped));
        }
        let (mut changed, mut note) = (Vec::new(), skipped);
        if self.rules.ddl.dependents_are_kept {
            self.state.notes.extend(note.take().filter(|_| self.rules.ddl.tells_of_nothing));
            let along = self.along_with(&removed);
            let types = removed.iter().any(|(_, o)| matches!(o, Object::Type(_)));
            if types && drop.cascade && along.by.iter().any(|b| b.part.is_some()) {
                return Err(ErrorKind::unsupported("columns that go with their type").at(span));
            }
            let alone = (found == 1).then(|| removed.last()).flatten();
            let alone = alone.map(|(_, object)| self.described_object(object));
            note = self.with_dependents(alone, &along, drop.cascade)?.or(note);
            for (key, object) in along.objects {
                self.drop_with_dependents(key, object, &mut removed);
            }
            changed = self.without_keys(&along.keys);
            self.without_defaults(&removed, &mut changed);
        }
        let gone: Vec<ObjectId> = removed.iter().filter_map(|(_, o)| object_id(o)).collect();
        changed.retain(|(_, table)| object_id(table).is_none_or(|id| !gone.contains(&id)));
        Ok(Ddl::Drop(Box::new(Dropped { removed, emptied, changed, note })))
    }

    /// What depends on objects that go and on nothing else that goes.
    fn along_with(&self, removed: &[(NameKey, Object)]) -> Along {
        let mut gone: Vec<ObjectId> = Vec::new();
        for (_, object) in removed {
            gone.extend(object_id(object));
            if let Object::Table(table) = object {
                gone.extend(table.foreign_keys.iter().map(|k| k.id));
            }
        }
        let mut along = Along::default();
        for (_, object) in removed {
            if object_id(object).is_some()
                || matches!(
                    object,
                    Object::Sequence(_)
                        | Object::Function(_)
                        | Object::Type(_)
                        | Object::Schema(..)
                )
            {
                self.take_along(On::Relation(object), &gone, &mut along);
            }
        }
        for (_, object) in removed {
            if let Object::Index(index) = object {
                self.take_along(On::Index(index), &gone, &mut along);
            }
        }
        self.without_parts(&gone, &mut along);
        along
    }

    /// DROP TABLE deletes the rows of a parent first, without triggers (fkey.c,
    /// `sqlite3FkDropTable`). A key that does not fit does not matter here.
    fn plan_emptied(&mut self, table: &Rc<Table>) -> Option<(Rc<Target>, bool)> {
        let names = self.rules.table_names;
        let refers = |t: &Rc<Table>| t.foreign_keys.iter().any(|k| k.refers(t, table, names));
        let all = self.settings.defer_foreign_keys;
        let deferred = |k: &ForeignKey| all || k.deferrable == ast::Deferrable::Deferred;
        let referred = self.catalog.tables().any(refers);
        if !referred && !table.foreign_keys.iter().any(deferred) {
            return None;
        }
        self.state.dropping = true;
        let target = self.plan_target(table, &[super::trigger::Event::Delete], None, None);
        self.state.dropping = false;
        let target = target.ok()?;
        let mut target = Rc::try_unwrap(target).ok()?;
        target.triggers.clear();
        Some((Rc::new(target), referred))
    }

    pub(super) fn written_name(&self, name: &ast::ObjectName) -> String {
        match &name.schema {
            Some(schema) => format!("{}.{}", schema.text, name.name.text),
            None => name.name.text.to_string(),
        }
    }

    fn find_dropped(
        &self,
        drop: &ast::Drop,
        name: &ast::ObjectName,
    ) -> Result<Option<(NameKey, Object)>> {
        let schemas: Vec<&str> = match &name.schema {
            _ if drop.temp => vec![self.rules.temp_schema],
            Some(schema) => vec![&schema.text],
            None => self.search_path().collect(),
        };
        for schema in schemas {
            let key = match (drop.kind, &drop.on) {
                (ast::ObjectKind::Index, Some(table)) => {
                    let table = self.must_table(table)?;
                    let space = Space::TableIndex;
                    index_key(self.catalog, space, &table, &name.name.text)
                }
                (ast::ObjectKind::Trigger, Some(table)) => {
                    let (schema, id) = match self.relation(table) {
                        Some(Object::Table(table)) => (&*table.schema, table.id),
                        Some(Object::View(view)) => (&*view.schema, view.id),
                        Some(_) => (schema, 0),
                        None => return self.no_relation(table, drop.if_exists),
                    };
                    self.trigger_key(schema, id, &name.name.text)
                }
                (ast::ObjectKind::Schema, _) => {
                    self.catalog.key("", Space::Schema, &name.name.text)
                }
                (ast::ObjectKind::Type | ast::ObjectKind::Domain, _) => {
                    self.catalog.key(schema, Space::Type, &name.name.text)
                }
                (ast::ObjectKind::Function | ast::ObjectKind::Procedure, _) => {
                    let procedure = drop.kind == ast::ObjectKind::Procedure;
                    self.routine_key(schema, &name.name.text, procedure)
                }
                (ast::ObjectKind::Trigger, None) => {
                    self.catalog.key(schema, Space::Trigger, &name.name.text)
                }
                _ => self.catalog.key(schema, Space::Relation, &name.name.text),
            };
            let Some(object) = self.catalog.get(&key) else { continue };
            if object.kind() != drop.kind.name() {
                // MySQL's DROP TABLE sees no views.
                if self.rules.ddl.indexes_per_table && drop.kind == ast::ObjectKind::Table {
                    continue;
                }
                // Indexes are not looked for among tables and views, nor these among indexes.
                let kinds = [drop.kind.name(), object.kind()];
                if self.rules.ddl.kinds_share_names && kinds.contains(&"index") {
                    continue;
                }
                let (kind, found) = (drop.kind.name(), object.kind());
                let name = name.name.text.to_string();
                if self.rules.ddl.dependents_are_kept {
                    let with_article =
                        |kind: &str| [if kind == "index" { "an " } else { "a " }, kind].concat();
                    let (kind, one) = (with_article(kind), with_article(found));
                    let of = [&*name, &kind, &found.to_uppercase(), &one];
                    return Err(Refusal::NotDropped.of(&of).nowhere());
                }
                return Err(ErrorKind::WrongKind { name, kind, found }.at(drop.names[0].name.span));
            }
            if let Object::Index(index) = object
                && index.origin != IndexOrigin::CreateIndex
                && !self.rules.ddl.indexes_per_table
            {
                let name = index.name.to_string();
                let table = self.catalog.table_by_id(index.table);
                let table = table.map_or_else(String::new, |t| t.name.to_string());
                let by = Described::new("constraint", &name, Some(&table));
                let kind = ErrorKind::RequiredBy { kind: "index", name, by };
                return Err(kind.at(drop.names[0].name.span));
            }
            if let Object::Sequence(sequence) = object
                && let Some((table, column)) = sequence.owner
                && let Some(table) = self.catalog.table_by_id(table)
                && let Some(column) = table.columns.get(column)
                && column.identity.as_ref().is_some_and(|i| !i.serial && i.sequence == sequence.id)
            {
                let by = Described::new("column", &column.name, Some(&table.name));
                let name = sequence.name.to_string();
                return Err(ErrorKind::RequiredBy { kind: "sequence", name, by }.nowhere());
            }
            if let Object::Index(index) = object
                && let Some(table) = self.catalog.table_by_id(index.table)
            {
                let indexes = self.catalog.indexes_of(table.id);
                let others = indexes.iter().filter(|i| i.id != index.id);
                self.refuse_needed(table, &others.map(|i| &**i).collect::<Vec<_>>(), index)?;
            }
            return Ok(Some((key, object.clone())));
        }
        Ok(None)
    }

    /// DROP TRIGGER of a table that is not there.
    fn no_relation(
        &self,
        table: &ast::ObjectName,
        if_exists: bool,
    ) -> Result<Option<(NameKey, Object)>> {
        match if_exists {
            true => Ok(None),
            false => Err(ErrorKind::NoSuchTable { name: self.written_name(table) }.nowhere()),
        }
    }

    fn drop_with_dependents(
        &self,
        key: NameKey,
        object: Object,
        removed: &mut Vec<(NameKey, Object)>,
    ) {
        let owner = match &object {
            Object::Table(table) => Some(table.id),
            Object::View(view) => Some(view.id),
            _ => None,
        };
        for (other_key, other) in self.catalog.objects() {
            let belongs = match other {
                Object::Index(index) => Some(index.table) == owner,
                Object::Trigger(trigger) => Some(trigger.table) == owner,
                Object::Sequence(sequence) => {
                    sequence.owner.is_some_and(|(table, _)| Some(table) == owner)
                }
                Object::Table(_)
                | Object::View(_)
                | Object::Function(_)
                | Object::Type(_)
                | Object::Schema(..) => false,
            };
            if belongs {
                removed.push((other_key.clone(), other.clone()));
            }
        }
        removed.push((key, object));
    }

    pub(super) fn plan_truncate(
        &mut self,
        names: &[ast::ObjectName],
        restart_identity: bool,
        cascade: bool,
    ) -> Result<Ddl> {
        let (mut tables, mut restart, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        let mut truncated: Vec<Rc<Table>> = Vec::new();
        for name in names {
            self.check_schema(name)?;
            if let Some(other @ (Object::View(_) | Object::Sequence(_))) = self.relation(name)
                && self.rules.ddl.dependents_are_kept
            {
                let (name, found) = (name.name.text.to_string(), other.kind());
                return Err(ErrorKind::WrongKind { name, kind: "table", found }.nowhere());
            }
            let table =
                self.must_table(name).map_err(|error| (self.rules.ddl.of_utility)(error))?;
            if !truncated.iter().any(|t| t.id == table.id) {
                truncated.push(table);
            }
        }
        if let Some(refused) = self.rules.ddl.truncated_parent {
            let mut at = 0;
            while let Some(table) = truncated.get(at).cloned() {
                at += 1;
                for (child, key) in self.children_of(&table) {
                    if truncated.iter().any(|t| t.id == child.id) {
                        continue;
                    }
                    if !cascade {
                        return Err(refused(key, child, &table).nowhere());
                    }
                    notes.push(ErrorKind::TruncatesAlong { table: child.name.to_string() });
                    truncated.push(child.clone());
                }
            }
        }
        for table in truncated {
            if restart_identity || self.rules.ddl.truncate_restarts {
                for column in &table.columns {
                    let sequence = column.identity.as_ref().map(|i| i.sequence);
                    restart
                        .extend(sequence.and_then(|id| self.catalog.sequence_by_id(id)).cloned());
                }
            }
            tables.push(self.plan_target(&table, &[], None, None)?);
        }
        Ok(Ddl::Truncate { tables, restart, notes })
    }

    /// The foreign keys that refer to a table, and their tables.
    pub(super) fn children_of<'c>(
        &'c self,
        parent: &Table,
    ) -> Vec<(&'c Rc<Table>, &'c ForeignKey)> {
        let names = self.rules.table_names;
        let mut found = Vec::new();
        for child in self.catalog.tables() {
            for key in &child.foreign_keys {
                if key.refers(child, parent, names) {
                    found.push((child, key));
                }
            }
        }
        sort_by_number(&mut found, &mut |(_, key)| i64::from(key.id));
        found
    }
}
