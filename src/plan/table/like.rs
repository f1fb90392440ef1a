//! CREATE TABLE … LIKE: what a new table takes from another's definition.

use std::rc::Rc;

use super::TableBuilder;
use crate::catalog::{Index, IndexOrigin, KeyTerm, Space, Table};
use crate::error::Result;
use crate::plan::create_index::term_names;
use crate::plan::rules::KeyName;
use crate::syntax::ast;

impl TableBuilder<'_, '_> {
    /// MySQL's `LIKE other`: all of it but the foreign keys; its checks are named anew.
    pub(in crate::plan) fn copy_definition(&mut self, like: &ast::ObjectName) -> Result<()> {
        let other = self.planner.must_table(like)?;
        let columns = other.columns.clone();
        let (schema, name) = (self.table.schema.clone(), self.table.name.clone());
        self.table = Table {
            id: 0,
            schema: schema.clone(),
            name,
            columns: Vec::new(),
            foreign_keys: Vec::new(),
            ..Table::clone(&other)
        };
        for column in columns {
            let numbered = column.identity.is_some();
            self.table.columns.push(column);
            if numbered {
                self.add_sequence(&ast::SequenceOptions::default());
            }
        }
        for check in &mut self.table.checks {
            check.name = None;
        }
        for index in self.planner.catalog.indexes_of(other.id) {
            let schema = schema.clone();
            self.indexes.push(Index { id: 0, made: 0, table: 0, schema, ..(*index).clone() });
        }
        Ok(())
    }

    /// `LIKE other`: its columns with NOT NULL, and what INCLUDING names beside (sql-createtable).
    pub(in crate::plan) fn copy(
        &mut self,
        like: &ast::ObjectName,
        including: &[Rc<str>],
    ) -> Result<()> {
        let other = self.planner.must_table(like)?;
        let with = |what: &str| including.iter().any(|w| **w == *what || **w == *"ALL");
        for column in &other.columns {
            let mut column = column.clone();
            // A copied serial takes from the sequence of the other.
            let identity = column.identity.take();
            let (serial, identity) = match identity {
                Some(identity) if identity.serial => (Some(identity), None),
                identity => (None, identity.filter(|_| with("IDENTITY"))),
            };
            column.identity = serial.filter(|_| with("DEFAULTS"));
            if !with("DEFAULTS") {
                column.default = None;
            }
            if !with("GENERATED") {
                column.generated = None;
            }
            self.table.columns.push(column);
            if let Some(identity) = identity {
                self.add_sequence(&ast::SequenceOptions::default());
                if let Some(own) = &mut self.column().identity {
                    (own.always, own.serial) = (identity.always, false);
                }
            }
        }
        if with("CONSTRAINTS") {
            self.table.checks.extend(other.checks.iter().cloned());
        }
        if with("INDEXES") {
            for index in self.planner.catalog.indexes_of(other.id) {
                self.copy_index(&index)?;
            }
        }
        Ok(())
    }

    /// An index of another table under a name of this one.
    fn copy_index(&mut self, index: &Index) -> Result<()> {
        let primary = index.origin == IndexOrigin::PrimaryKey;
        if primary {
            self.table.primary_key = index.columns().unwrap_or_default();
        }
        let (catalog, schema) = (self.planner.catalog, self.table.schema.clone());
        let taken = |name: &str| {
            self.indexes.iter().any(|i| *i.name == *name)
                || catalog.get(&catalog.key(&schema, Space::Relation, name)).is_some()
        };
        let include: Vec<&str> =
            index.include.iter().map(|c| &*self.table.columns[*c].name).collect();
        let mut terms = term_names(&index.terms, &self.table);
        terms.extend(include);
        let name = (self.rules().ddl.key_name)(KeyName {
            table: &self.table.name,
            terms,
            computed: index.terms.iter().any(KeyTerm::is_computed),
            primary,
            create_index: index.origin == IndexOrigin::CreateIndex,
            exclusion: index.exclusion.is_some(),
            number: self.automatic,
            taken: &taken,
        });
        let (name, schema) = (Rc::from(name), self.table.schema.clone());
        self.indexes.push(Index { id: 0, made: 0, table: 0, name, schema, ..index.clone() });
        Ok(())
    }
}
