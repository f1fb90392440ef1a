//! FOREIGN KEY and REFERENCES of a table: → foreign keys, and the index that MySQL gives each.

use std::rc::Rc;

use super::TableBuilder;
use crate::catalog::{ForeignKey, Index, IndexOrigin, KeyTerm, Term};
use crate::error::Result;
use crate::plan::create_index::term_names;
use crate::plan::rules::{ForeignKeyName, KeyName};
use crate::span::Span;
use crate::syntax::ast;

impl TableBuilder<'_, '_> {
    pub(super) fn foreign_key(
        &mut self,
        name: Option<Rc<str>>,
        column: Option<&str>,
        columns: Vec<usize>,
        references: &ast::References,
        deferrable: ast::Deferrable,
        span: Span,
    ) -> Result<()> {
        self.planner.check_schema(&references.table)?;
        let parent = &references.table.name.text;
        let fits = (self.rules().ddl.refuse_foreign_key)(
            column,
            columns.len(),
            parent,
            references.columns.len(),
        );
        fits.map_err(|kind| kind.at(span))?;
        let set_columns = self.foreign_columns(&references.set_columns)?;
        self.table.foreign_keys.push(ForeignKey {
            id: 0,
            name,
            columns,
            parent_schema: self.parent_schema(&references.table),
            parent: references.table.name.text.clone(),
            parent_columns: references.columns.iter().map(|c| c.text.clone()).collect(),
            on_delete: references.on_delete.unwrap_or(self.rules().ddl.foreign_action),
            on_update: references.on_update.unwrap_or(self.rules().ddl.foreign_action),
            set_columns,
            full: references
                .match_name
                .as_ref()
                .is_some_and(|n| n.text.eq_ignore_ascii_case("full")),
            deferrable,
            span,
        });
        Ok(())
    }

    /// The schema of a parent: the one written; where names are looked up once, that of the first
    /// table of the name on the path; none for the child's own.
    fn parent_schema(&self, parent: &ast::ObjectName) -> Option<Rc<str>> {
        if let Some(schema) = &parent.schema {
            return Some(schema.text.clone());
        }
        let (planner, name) = (&self.planner, &*parent.name.text);
        let own = |schema: &str| schema == &*self.table.schema && name == &*self.table.name;
        let is = |schema: &&str| own(schema) || planner.existing(schema, name).is_some();
        let found = planner.search_path().find(is).filter(|s| **s != *self.table.schema)?;
        self.rules().ddl.dependents_are_kept.then(|| Rc::from(found))
    }

    /// Columns of the table in a foreign key.
    pub(super) fn foreign_columns(&self, names: &[ast::Ident]) -> Result<Vec<usize>> {
        let find = |name: &ast::Ident| {
            let found = self.table.column(&name.text, self.rules().column_names);
            let missing = self.rules().ddl.no_foreign_column;
            found.ok_or_else(|| missing(name.text.to_string()).at(name.span))
        };
        names.iter().map(find).collect()
    }

    /// Names the foreign keys that are new and looks whether they fit their parents, where the
    /// dialect does.
    pub(super) fn finish_foreign_keys(&mut self) -> Result<()> {
        let rules = self.rules();
        for number in 0..self.table.foreign_keys.len() {
            let key = &self.table.foreign_keys[number];
            if key.id != 0 {
                continue;
            }
            let given = key.name.clone();
            if key.name.is_none() {
                let columns: Vec<&str> =
                    key.columns.iter().map(|c| &*self.table.columns[*c].name).collect();
                let in_turn = rules.ddl.clashing_constraints;
                let until = if in_turn { number } else { self.table.foreign_keys.len() };
                let taken = |name: &str| {
                    let is = |given: &Option<Rc<str>>| given.as_deref() == Some(name);
                    self.table.foreign_keys[..until].iter().any(|k| is(&k.name))
                        || self.table.checks.iter().any(|c| is(&c.name))
                };
                let parts =
                    ForeignKeyName { table: &self.table.name, columns: &columns, taken: &taken };
                let name = (rules.ddl.foreign_key_name)(parts);
                self.table.foreign_keys[number].name = name.map(Rc::from);
            }
            if let Some(accept) = rules.ddl.accept_foreign_key
                && self.planner.settings.foreign_keys
            {
                self.check_constraint_name(number)?;
                let columns =
                    self.planner.fit_foreign_key(&self.table, &self.indexes, number, accept)?;
                self.table.foreign_keys[number].parent_columns = columns;
            }
            if rules.ddl.foreign_keys_indexed {
                self.index_foreign_key(number, given);
            }
        }
        Ok(())
    }

    /// An index over a foreign key's columns, named like the constraint where that was named.
    pub(super) fn index_foreign_key(&mut self, number: usize, given: Option<Rc<str>>) {
        let key = &self.table.foreign_keys[number];
        let begins = |index: &Index| {
            index.is_plain() && index.columns().is_some_and(|c| c.starts_with(&key.columns))
        };
        let known = self.planner.catalog.indexes_of(self.table.id);
        if self.indexes.iter().any(begins) || known.iter().any(|i| begins(i)) {
            return;
        }
        let term = |column: &usize| KeyTerm {
            term: Term::Column(*column),
            collation: self.table.columns[*column].collation,
            descending: false,
            prefix: None,
            class: None,
            nulls_first: None,
        };
        let terms: Vec<KeyTerm> = key.columns.iter().map(term).collect();
        let taken = |name: &str| {
            self.indexes.iter().any(|i| i.name.eq_ignore_ascii_case(name))
                || known.iter().any(|i| i.name.eq_ignore_ascii_case(name))
        };
        let name = given.unwrap_or_else(|| {
            Rc::from((self.rules().ddl.key_name)(KeyName {
                table: &self.table.name,
                terms: term_names(&terms, &self.table),
                computed: false,
                primary: false,
                create_index: false,
                exclusion: false,
                number: self.automatic,
                taken: &taken,
            }))
        });
        // It takes its place among the keys as if it had been written there.
        let start = key.span.start;
        let later = |(index, key): (&Index, &u32)| !index.unique && *key > start;
        let place = self.indexes.iter().zip(&self.starts).position(later);
        let place = place.unwrap_or(self.indexes.len());
        self.starts.resize(self.indexes.len(), start);
        self.starts.insert(place, start);
        let index = Index {
            id: 0,
            made: 0,
            schema: self.table.schema.clone(),
            name,
            table: self.table.id,
            terms,
            ties: Vec::new(),
            unique: false,
            nulls_distinct: true,
            filter: None,
            origin: IndexOrigin::CreateIndex,
            on_conflict: None,
            exclusion: None,
            deferrable: ast::Deferrable::No,
            include: Vec::new(),
            options: ast::IndexOptions::default(),
            span: key.span,
            sql: None,
        };
        self.indexes.insert(place, index);
    }
}
