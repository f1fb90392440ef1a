//! CREATE, ALTER and DROP: definitions → catalog objects. Numbers are given when they are made.

use std::rc::Rc;

use super::conflict::used_columns;
use super::dml::{ComputedIndex, Target};
use super::node::{Expr, QueryPlan};
use super::rules::{CheckName, ForeignKeyName, KeyName, LikeCopies, Place};
use super::{PlanRules, Planner};
use crate::catalog::{
    Check, Column, Default, ForeignKey, Generated, Index, IndexOrigin, KeyTerm, NameKey, NotNull,
    Object, RowidKey, Sequence, Space, Table, Term, Trigger, View,
};
use crate::error::{Error, ErrorKind, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::OrClause;

/// A change of definitions.
#[derive(Debug)]
pub enum Ddl {
    /// Nothing to do: IF NOT EXISTS, IF EXISTS; and why, where the dialect says so.
    Nothing(Option<Box<ErrorKind>>),
    /// A new table with its indexes and the sequences of its columns.
    CreateTable(Box<NewTable>),
    /// A new index.
    CreateIndex(Box<NewIndex>),
    /// A new view.
    CreateView(Rc<View>),
    /// A new trigger and its name.
    CreateTrigger(Rc<Trigger>, NameKey),
    /// A new type.
    CreateType(Rc<crate::catalog::UserType>),
    /// A new function.
    CreateFunction(Rc<crate::catalog::Function>),
    /// A new sequence.
    CreateSequence(Rc<Sequence>),
    /// ALTER TABLE that edits texts (SQLite).
    AlterText(Box<super::alter_text::AlterText>),
    /// Objects go.
    Drop(Box<Dropped>),
    /// A table becomes another.
    AlterTable(Box<super::alter::Alter>),
    /// A new table with the rows of a query.
    CreateTableAs(Box<NewTable>, Option<Box<QueryPlan>>),
    /// A sequence becomes another, and starts again where asked to.
    AlterSequence(Rc<Sequence>, Option<i64>),
    /// All rows of these tables go; their sequences start again if asked.
    Truncate {
        /// The tables.
        tables: Vec<Rc<Target>>,
        /// Sequences to start again.
        restart: Vec<Rc<Sequence>>,
        /// What is told of it.
        notes: Vec<ErrorKind>,
    },
}

/// Objects to be removed.
#[derive(Debug)]
pub struct Dropped {
    /// The objects, dependents first.
    pub removed: Vec<(NameKey, Object)>,
    /// Tables to be emptied before, since their rows have children (SQLite).
    pub emptied: Vec<Rc<Target>>,
    /// Tables that lose foreign keys.
    pub changed: Vec<(NameKey, Object)>,
    /// What is told of it.
    pub note: Option<ErrorKind>,
}

/// A table to be made.
#[derive(Debug)]
pub struct NewTable {
    /// The table, without its number.
    pub table: Table,
    /// Its indexes, without their numbers, in order of creation.
    pub indexes: Vec<Index>,
    /// Sequences of its columns: column and sequence, without its number.
    pub sequences: Vec<(usize, Sequence)>,
    /// Tables that the dialect makes on first need (SQLite's sqlite_sequence).
    pub helpers: Vec<Table>,
    /// AUTO_INCREMENT's first value, when the statement gives one.
    pub first_value: Option<i64>,
    /// Where its indexes and sequences are named.
    pub spaces: Spaces,
}

/// The name spaces of a dialect's indexes and of the sequences that belong to columns.
#[derive(Clone, Copy, Debug)]
pub struct Spaces {
    /// Of indexes.
    pub index: Space,
    /// Of sequences.
    pub sequence: Space,
}

/// An index to be made.
#[derive(Debug)]
pub struct NewIndex {
    /// The index, without its number.
    pub index: Index,
    /// Its table's name, for errors.
    pub table: Rc<str>,
    /// How its keys are computed, where they are.
    pub computed: Option<ComputedIndex>,
    /// Names of its terms, for errors.
    pub columns: Vec<Rc<str>>,
    /// Where it is named.
    pub space: Space,
    /// The condition of an EXCLUDE constraint that rows must not satisfy with each other.
    pub exclusion: Option<Expr>,
}

impl Planner<'_> {
    /// Plans a change of definitions.
    ///
    /// # Errors
    /// Names that are taken or not there; what the dialect forbids; features that are not there.
    pub fn plan_ddl(&mut self, statement: &ast::Statement) -> Result<Ddl> {
        use ast::StatementKind as Kind;
        match &statement.kind {
            Kind::CreateTable(create) => self.plan_create_table(create, statement.span),
            Kind::CreateIndex(create) => self.plan_create_index(create, statement.span),
            Kind::CreateTrigger(create) => self.plan_create_trigger(create, statement.span),
            Kind::CreateEnum { name, labels } => self.plan_create_enum(name, labels),
            Kind::CreateDomain { name, base, constraints } => {
                self.plan_create_domain(name, base, constraints)
            }
            Kind::CreateView(create) => {
                self.refuse_parameters(statement, "parameters are not allowed in views")?;
                self.plan_create_view(create, statement.span)
            }
            Kind::CreateFunction(create) => self.plan_create_function(create, statement.span),
            Kind::CreateSequence { name, if_not_exists, options } => {
                self.plan_create_sequence(name, *if_not_exists, options)
            }
            Kind::AlterTable { table, if_exists, actions } if self.rules.ddl.alters => {
                self.plan_alter(table, *if_exists, actions)
            }
            Kind::AlterSequence { name, if_exists, options } => {
                self.plan_alter_sequence(name, *if_exists, options)
            }
            Kind::Drop(drop) => self.plan_drop(drop, statement.span),
            Kind::Truncate { tables, restart_identity, cascade } => {
                self.plan_truncate(tables, *restart_identity, *cascade)
            }
            Kind::AlterTable { table, actions, .. } if self.rules.ddl.texts_are_edited => {
                self.plan_alter_text(table, actions, statement.span)
            }
            Kind::Reindex(name) if self.rules.ddl.texts_are_edited => self.plan_reindex(name),
            other => Err(ErrorKind::unsupported(unsupported_name(other)).at(statement.span)),
        }
    }

    /// What rows of one key are ordered by.
    pub(super) fn ties(&self, table: &Table) -> Vec<(usize, &'static crate::collation::Collation)> {
        let primary: &[usize] = match self.rules.expr.scan_order {
            super::expr::ScanOrder::Clustered => &table.primary_key,
            super::expr::ScanOrder::Sqlite if table.without_rowid => &table.primary_key,
            _ => &[],
        };
        primary.iter().map(|c| (*c, table.columns[*c].collation)).collect()
    }

    /// Where indexes and the sequences of columns are named.
    pub(super) fn spaces(&self) -> Spaces {
        match self.rules.ddl.indexes_per_table {
            true => Spaces { index: Space::TableIndex, sequence: Space::Counter },
            false => Spaces { index: Space::Relation, sequence: Space::Relation },
        }
    }

    /// Nothing to do, and why.
    pub(super) fn nothing(&self, why: Option<ErrorKind>) -> Ddl {
        let told = self.rules.ddl.tells_of_nothing;
        Ddl::Nothing(why.filter(|_| told).map(Box::new))
    }

    fn schema_of(&self, name: &ast::ObjectName, temp: bool) -> Rc<str> {
        match &name.schema {
            Some(schema) => schema.text.clone(),
            None if temp => Rc::from(self.rules.temp_schema),
            None => Rc::from(self.rules.default_schema),
        }
    }

    /// The schema of a new object, which must be there (SQLite).
    pub(super) fn must_schema(&self, name: &ast::ObjectName, temp: bool) -> Result<Rc<str>> {
        let schema = self.schema_of(name, temp);
        if temp && self.rules.ddl.texts_are_edited && !schema.eq_ignore_ascii_case("temp") {
            return Err(super::alter_text::message("temporary table name must be unqualified"));
        }
        let known = |s: &&str| s.eq_ignore_ascii_case(&schema);
        let attached = || self.settings.attached.iter().any(|s| s.eq_ignore_ascii_case(&schema));
        let strict = self.rules.ddl.texts_are_edited || self.rules.ddl.known_schemas;
        match !strict || temp || self.rules.search_path.iter().any(known) || attached() {
            true => Ok(schema),
            false => {
                let span = name.schema.as_ref().map_or(name.name.span, |s| s.span);
                Err(ErrorKind::NoSuchDatabase { name: schema.to_string() }.at(span))
            }
        }
    }

    pub(super) fn existing(&self, schema: &str, name: &str) -> Option<&Object> {
        self.catalog.get(&self.catalog.key(schema, Space::Relation, name))
    }

    /// What has the name of a new table or view already: an error, or with IF NOT EXISTS the reason why
    /// nothing is made. An index of that name is in the way all the same (SQLite).
    fn name_in_use(
        &self,
        asked: &ast::ObjectName,
        schema: &str,
        if_not_exists: bool,
    ) -> Result<Option<ErrorKind>> {
        let Some(object) = self.existing(schema, &asked.name.text) else { return Ok(None) };
        let kind = object.kind();
        let name = (self.rules.ddl.existing_name)(asked, object);
        if kind == "index" && self.rules.ddl.texts_are_edited {
            return Err(ErrorKind::NameTaken { kind, name }.at(asked.name.span));
        }
        let exists = ErrorKind::Exists { kind, name };
        if if_not_exists { Ok(Some(exists)) } else { Err(exists.at(asked.name.span)) }
    }

    fn plan_create_table(&mut self, create: &ast::CreateTable, span: Span) -> Result<Ddl> {
        if create.like.is_some() && self.rules.ddl.like_copies.is_none() {
            return Err(ErrorKind::unsupported("CREATE TABLE LIKE").at(span));
        }
        if let Some(like) = &create.like
            && self.rules.ddl.like_copies == Some(LikeCopies::Definition)
            && *like.name.text == *create.name.name.text
        {
            let name = like.name.text.to_string();
            return Err(ErrorKind::RepeatedName { name }.at(like.name.span));
        }
        let schema = self.must_schema(&create.name, create.temp)?;
        let name = create.name.name.text.clone();
        (self.rules.ddl.check_name_allowed)(&name).map_err(|k| k.at(create.name.name.span))?;
        if let Some(exists) = self.name_in_use(&create.name, &schema, create.if_not_exists)? {
            return Ok(self.nothing(Some(exists)));
        }
        if let Some(query) = &create.as_query {
            return match self.rules.ddl.texts_are_edited {
                true => self.plan_create_as(query, schema, name),
                false => self.plan_create_table_as(create, query, schema, name, span),
            };
        }
        Ok(Ddl::CreateTable(Box::new(self.build_table(create, schema, name, span)?)))
    }

    /// A table from its definition.
    pub(super) fn build_table(
        &mut self,
        create: &ast::CreateTable,
        schema: Rc<str>,
        name: Rc<str>,
        span: Span,
    ) -> Result<NewTable> {
        let mut builder = TableBuilder::new(self, create, schema, name, span);
        if let Some(like) = &create.like {
            match builder.rules().ddl.like_copies {
                Some(LikeCopies::Definition) => builder.copy_definition(like)?,
                _ => builder.copy(like, &create.including)?,
            }
        }
        builder.columns(create)?;
        builder.constraints(create)?;
        let mut new = builder.finish(create)?;
        self.check_table(&mut new)?;
        Ok(new)
    }

    /// CREATE TABLE AS: the definition is written from the query's columns and then read like any
    /// other (build.c, `createTableStmt`).
    fn plan_create_as(
        &mut self,
        query: &ast::Query,
        schema: Rc<str>,
        name: Rc<str>,
    ) -> Result<Ddl> {
        let plan = self.plan_query(query, None)?;
        let sql = (self.rules.ddl.written_table)(&name, &plan.columns);
        let statement = self.parse_again(&sql)?;
        let ast::StatementKind::CreateTable(create) = &statement.kind else {
            return Err(ErrorKind::unsupported("CREATE TABLE AS").nowhere());
        };
        let mut inner = Planner {
            catalog: self.catalog,
            rules: self.rules,
            text: &sql,
            base: 0,
            settings: self.settings,
            state: super::PlanState::default(),
        };
        let new = inner.build_table(create, schema, name, statement.span);
        let mut new = new.map_err(Error::elsewhere)?;
        new.table.sql = Rc::from(&*sql);
        Ok(Ddl::CreateTableAs(Box::new(new), Some(Box::new(plan))))
    }

    /// REINDEX: indexes are always in order, so that only the name matters.
    fn plan_reindex(&mut self, name: &Option<ast::ObjectName>) -> Result<Ddl> {
        let Some(name) = name else { return Ok(Ddl::Nothing(None)) };
        let known = name.schema.is_none() && (self.rules.ddl.collation)(&name.name.text).is_some()
            || matches!(self.relation(name), Some(Object::Table(_) | Object::Index(_)));
        match known {
            true => Ok(Ddl::Nothing(None)),
            false => {
                let what = "unable to identify the object to be reindexed";
                Err(super::alter_text::message(what))
            }
        }
    }

    /// CREATE TABLE … AS: the query's columns become the table's.
    fn plan_create_table_as(
        &mut self,
        create: &ast::CreateTable,
        query: &ast::Query,
        schema: Rc<str>,
        name: Rc<str>,
        span: Span,
    ) -> Result<Ddl> {
        let Some(derived) = self.rules.ddl.derived_column else {
            return Err(ErrorKind::unsupported("CREATE TABLE AS").at(span));
        };
        let plan = self.plan_query(query, None)?;
        let keeps = self.rules.ddl.derived_keeps_definitions;
        if keeps && !(create.columns.is_empty() && create.constraints.is_empty()) {
            return Err(ErrorKind::unsupported("columns and keys in CREATE TABLE … AS").at(span));
        }
        let mut columns: Vec<Column> = Vec::with_capacity(plan.columns.len());
        for (at, result) in plan.columns.iter().enumerate() {
            // Names in parentheses after the table's are columns without a type.
            let given = create.columns.get(at).map(|c| c.name.text.clone());
            let mut column = derived(result, given);
            if keeps
                && let Some((table, name)) = &result.origin
                && let Some(of) = self.catalog.tables().find(|t| t.name == *table)
                && let Some(at) = of.column(name, self.rules.column_names)
            {
                let own = &of.columns[at];
                column.declared.clone_from(&own.declared);
                column.not_null.clone_from(&own.not_null);
                column.default.clone_from(&own.default);
            }
            if !keeps && columns.iter().any(|c| c.name == column.name) {
                let name = column.name.to_string();
                return Err(ErrorKind::RepeatedColumn { name }.nowhere());
            }
            columns.push(column);
        }
        if create.columns.len() > plan.columns.len() {
            return Err(ErrorKind::TooManyNames.nowhere());
        }
        let mut builder = TableBuilder::new(self, create, schema, name, span);
        builder.table.columns = columns;
        let new = builder.finish(create)?;
        let rows = (!create.no_data).then(|| Box::new(plan));
        Ok(Ddl::CreateTableAs(Box::new(new), rows))
    }

    fn plan_alter_sequence(
        &mut self,
        name: &ast::ObjectName,
        if_exists: bool,
        options: &ast::SequenceOptions,
    ) -> Result<Ddl> {
        let Some(Object::Sequence(sequence)) = self.relation(name) else {
            if if_exists {
                return Ok(Ddl::Nothing(None));
            }
            let kind = ErrorKind::NoSuchTable { name: self.written_name(name) };
            return Err(kind.at(name.name.span));
        };
        let changed = altered_sequence(sequence, options);
        let restart = options.restart.map(|to| to.unwrap_or(changed.start));
        Ok(Ddl::AlterSequence(Rc::new(changed), restart))
    }

    /// Binds what the table's definition refers to, so that unknown names are found now.
    pub(super) fn check_table(&mut self, new: &mut NewTable) -> Result<()> {
        let checked = self.check_parts(new);
        // PostgreSQL gives no position for what ALTER TABLE adds.
        match new.table.id == 0 || self.rules.ddl.texts_are_edited {
            true => checked,
            false => checked.map_err(Error::elsewhere),
        }
    }

    fn check_parts(&mut self, new: &mut NewTable) -> Result<()> {
        let scope = self.table_scope(&new.table, None);
        let refuse = self.rules.ddl.refuse;
        // A table that is being altered is looked at when all its changes are together.
        if new.table.id == 0 {
            (self.rules.ddl.refuse_table)(&new.table, &new.indexes).map_err(ErrorKind::nowhere)?;
        }
        for check in &new.table.checks {
            refuse(&check.expr, Place::Check).map_err(|kind| kind.at(check.span))?;
            self.bind_condition_of(&check.expr, &scope, "CHECK")?;
        }
        for column in &new.table.columns {
            if let Some(generated) = &column.generated {
                let refused = refuse(&generated.expr, Place::Generated);
                refused.map_err(|kind| kind.at(generated.expr.span))?;
                self.state.clause = "column generation expressions";
                self.bind(&generated.expr, &scope)?;
                self.state.clause = "";
                if self.rules.ddl.clashing_constraints {
                    refuse_generated(&generated.expr, &new.table, self.rules.column_names)?;
                }
            }
            self.check_default(column)?;
        }
        Ok(())
    }

    /// Whether a column's default can be its value.
    pub(super) fn check_default(&mut self, column: &crate::catalog::Column) -> Result<()> {
        let Some(default) = &column.default else { return Ok(()) };
        let refused = (self.rules.ddl.refuse)(&default.expr, Place::Default(&column.name));
        refused.map_err(|kind| kind.at(default.expr.span))?;
        self.state.clause = "DEFAULT expressions";
        let bound = self.bind(&default.expr, &super::scope::Scope::default());
        self.state.clause = "";
        let bound = bound.map_err(|error| match &*error.kind {
            ErrorKind::NoSuchColumn { .. } => (self.rules.ddl.column_in_default)(error),
            _ => error,
        })?;
        let converted = (self.rules.write.convert_default)(column, bound);
        converted.map_err(ErrorKind::nowhere)?;
        Ok(())
    }

    fn plan_create_index(&mut self, create: &ast::CreateIndex, span: Span) -> Result<Ddl> {
        let at = create.table.name.span;
        if let Some(name) = create.name.as_ref().filter(|n| n.schema.is_some()) {
            self.must_schema(name, false)?;
        }
        if self.rules.ddl.texts_are_edited
            && matches!(self.relation(&create.table), Some(Object::View(_)))
        {
            return Err(super::alter_text::message("views may not be indexed"));
        }
        if let Some(system) = self.protected_or_book(&create.table.name.text) {
            return Err(self.protected(system, "indexed").at(at));
        }
        let table = self.must_table(&create.table).map_err(|error| self.of_definition(error));
        if let (Some(name), Ok(table), true) =
            (&create.name, &table, self.rules.ddl.texts_are_edited)
            && name.schema.as_ref().is_some_and(|s| s.text.eq_ignore_ascii_case("temp"))
            && !table.schema.eq_ignore_ascii_case("temp")
        {
            let name = &table.name;
            let what = format!("cannot create a TEMP index on non-TEMP table \"{name}\"");
            return Err(super::alter_text::message(what));
        }
        let table = table.map_err(|error| (self.rules.ddl.of_utility)(error))?;
        let indexes = self.catalog.indexes_of(table.id);
        let terms = self.key_terms(&create.terms, &table);
        let terms = terms.map_err(|error| match &*error.kind {
            ErrorKind::NoKeyColumn { .. } => (self.rules.ddl.of_utility)(error),
            // What an expression has wrong has its place.
            _ if self.rules.ddl.views_are_planned => error,
            _ => (self.rules.ddl.of_utility)(error),
        })?;
        let space =
            if self.rules.ddl.indexes_per_table { Space::TableIndex } else { Space::Relation };
        let catalog = self.catalog;
        let taken = |name: &str| catalog.get(&index_key(catalog, space, &table, name)).is_some();
        let name: Rc<str> = match &create.name {
            Some(name) => name.name.text.clone(),
            None => Rc::from((self.rules.ddl.key_name)(KeyName {
                table: &table.name,
                terms: with_include(term_names(&terms, &table), &create.include),
                primary: false,
                create_index: true,
                exclusion: false,
                number: indexes.len(),
                taken: &taken,
            })),
        };
        if let Some(given) = &create.name {
            let allowed = (self.rules.ddl.check_name_allowed)(&name);
            allowed.map_err(|kind| kind.at(given.name.span))?;
        }
        if taken(&name) {
            if create.if_not_exists {
                let kind = ErrorKind::Exists { kind: "index", name: name.to_string() };
                return Ok(self.nothing(Some(kind)));
            }
            let at = create.name.as_ref().map_or(create.table.name.span, |n| n.name.span);
            let kind = match self.existing(&table.schema, &name) {
                Some(object) => object.kind(),
                None => "index",
            };
            if kind != "index" && self.rules.ddl.texts_are_edited {
                let kind = "table";
                return Err(ErrorKind::NameTaken { kind, name: name.to_string() }.at(at));
            }
            return Err(ErrorKind::Exists { kind, name: name.to_string() }.at(at));
        }
        if let Some(filter) = &create.filter {
            let refused = (self.rules.ddl.refuse)(filter, Place::PartialIndex);
            refused.map_err(|kind| kind.at(filter.span))?;
        }
        let filter = create.filter.as_ref().map(|f| (f.clone(), self.text_of(f.span)));
        let index = Index {
            id: 0,
            made: 0,
            schema: table.schema.clone(),
            name,
            table: table.id,
            terms,
            ties: self.ties(&table),
            unique: create.unique,
            nulls_distinct: !create.nulls_not_distinct,
            filter,
            origin: IndexOrigin::CreateIndex,
            on_conflict: None,
            exclusion: None,
            deferrable: ast::Deferrable::No,
            include: self.column_list(&create.include, &table)?,
            span,
            sql: Some(Rc::from((self.rules.ddl.stored_sql)(&self.text_of(span)))),
        };
        let scope = self.table_scope(&table, None);
        let computed = match index.is_plain() {
            true => None,
            false => Some(self.plan_computed(&index, &scope)?),
        };
        let columns = term_texts(&index.terms, &table);
        let table = table.name.clone();
        Ok(Ddl::CreateIndex(Box::new(NewIndex {
            index,
            table,
            computed,
            columns,
            space,
            exclusion: None,
        })))
    }

    /// The table of a CREATE INDEX or CREATE TRIGGER is named with its schema when it is not there
    /// (SQLite).
    pub(super) fn of_definition(&self, mut error: crate::error::Error) -> crate::error::Error {
        if let ErrorKind::NoSuchTable { name } = &mut *error.kind
            && self.rules.ddl.missing_has_schema
            && !name.contains('.')
        {
            *name = format!("{}.{name}", self.rules.default_schema);
        }
        error
    }

    pub(super) fn column_list(&self, names: &[ast::Ident], table: &Table) -> Result<Vec<usize>> {
        let find = |name: &ast::Ident| {
            table.column(&name.text, self.rules.column_names).ok_or_else(|| {
                let kind = ErrorKind::NoSuchColumn { name: name.text.to_string(), table: None };
                kind.at(name.span)
            })
        };
        names.iter().map(find).collect()
    }

    /// The terms of a key.
    pub(super) fn key_terms(
        &mut self,
        terms: &[ast::IndexTerm],
        table: &Table,
    ) -> Result<Vec<KeyTerm>> {
        let mut keys = Vec::with_capacity(terms.len());
        for term in terms {
            if let Some(first) = term.nulls_first.filter(|_| self.rules.ddl.texts_are_edited) {
                let which = if first { "FIRST" } else { "LAST" };
                let message = format!("unsupported use of NULLS {which}");
                return Err(super::alter_text::message(message));
            }
            let column = match &term.expr.kind {
                ast::ExprKind::Column(name) if name.table.is_none() => {
                    let found = table.column(&name.name.text, self.rules.column_names);
                    if found.is_none() {
                        let name_text = name.name.text.to_string();
                        let kind = (self.rules.ddl.no_key_column)(&table.name, name_text);
                        return Err(kind.at(term.expr.span));
                    }
                    found
                }
                _ => None,
            };
            let collation = match &term.collation {
                Some(name) => self.must_collation(name)?,
                None => match column {
                    Some(column) => table.columns[column].collation,
                    None => self.rules.ddl.default_collation,
                },
            };
            let key = match column {
                Some(column) => Term::Column(column),
                None => {
                    let scope = self.table_scope(table, None);
                    let refused = (self.rules.ddl.refuse)(&term.expr, Place::Index);
                    refused.map_err(|kind| kind.at(term.expr.span))?;
                    let outer = std::mem::replace(&mut self.state.clause, "index expressions");
                    self.bind(&term.expr, &scope)?;
                    self.state.clause = outer;
                    let kept = (self.rules.ddl.expression_text)(self, &term.expr, &scope);
                    let text = kept.map_or_else(|| self.text_of(term.expr.span), Rc::from);
                    Term::Expr(term.expr.clone(), text)
                }
            };
            let (descending, prefix) = (term.descending, term.prefix);
            keys.push(KeyTerm { term: key, collation, descending, prefix });
        }
        Ok(keys)
    }

    fn must_collation(&self, name: &ast::Ident) -> Result<&'static crate::collation::Collation> {
        (self.rules.ddl.collation)(&name.text)
            .ok_or_else(|| ErrorKind::NoSuchCollation { name: name.text.to_string() }.at(name.span))
    }

    fn plan_create_view(&mut self, create: &ast::CreateView, span: Span) -> Result<Ddl> {
        let schema = self.must_schema(&create.name, create.temp)?;
        let name = create.name.name.text.clone();
        (self.rules.ddl.check_name_allowed)(&name).map_err(|k| k.at(create.name.name.span))?;
        if self.rules.ddl.views_are_planned {
            self.check_view(create)?;
        }
        // MySQL lets a view become any other.
        let replaced = match self.relation(&create.name) {
            Some(Object::View(view)) if create.or_replace && self.rules.ddl.indexes_per_table => {
                view.id
            }
            _ => 0,
        };
        if replaced == 0
            && let Some(exists) = self.name_in_use(&create.name, &schema, create.if_not_exists)?
        {
            return Ok(self.nothing(Some(exists)));
        }
        let view = View {
            id: replaced,
            schema,
            name,
            columns: create.columns.iter().map(|c| c.text.clone()).collect(),
            query: create.query.clone(),
            sql: Rc::from((self.rules.ddl.stored_sql)(&self.text_of(span))),
        };
        if self.rules.ddl.texts_are_edited && !create.temp {
            self.refuse_other_schemas(&view)?;
        }
        // Its spans point into the text that is kept.
        let sql = view.sql.clone();
        let view = match self.rules.ddl.texts_are_edited {
            true => self.view_again(&view, &sql)?,
            false => view,
        };
        Ok(Ddl::CreateView(Rc::new(view)))
    }

    /// Names that a view's query uses must be there, and its columns be told apart (view.c,
    /// DefineView).
    fn check_view(&mut self, create: &ast::CreateView) -> Result<()> {
        let plan = self.plan_query(&create.query, None)?;
        let mut names: Vec<Rc<str>> = plan.columns.iter().map(|c| c.name.clone()).collect();
        if create.columns.len() > names.len() {
            return Err(ErrorKind::TooManyViewNames.nowhere());
        }
        for (name, given) in names.iter_mut().zip(&create.columns) {
            *name = given.text.clone();
        }
        match (1..names.len()).find(|at| names[..*at].contains(&names[*at])) {
            Some(at) => Err(ErrorKind::RepeatedColumn { name: names[at].to_string() }.nowhere()),
            None => Ok(()),
        }
    }

    /// A view that is kept reads nothing of another database (attach.c, sqlite3FixSrcList).
    fn refuse_other_schemas(&self, view: &View) -> Result<()> {
        let mut other = None;
        crate::syntax::mention::mentions_of_query(&view.query, &mut |mention| {
            if let crate::syntax::mention::Mention::Table(name, _) = mention
                && let Some(schema) = &name.schema
                && !schema.text.eq_ignore_ascii_case(&view.schema)
            {
                other.get_or_insert_with(|| schema.text.clone());
            }
        });
        let Some(other) = other else { return Ok(()) };
        let own = &view.name;
        let what = format!("view {own} cannot reference objects in database {other}");
        Err(super::alter_text::message(what))
    }

    fn plan_create_sequence(
        &mut self,
        name: &ast::ObjectName,
        if_not_exists: bool,
        options: &ast::SequenceOptions,
    ) -> Result<Ddl> {
        let schema = self.schema_of(name, false);
        if let Some(object) = self.existing(&schema, &name.name.text) {
            if if_not_exists {
                return Ok(Ddl::Nothing(None));
            }
            let (kind, name_text) = (object.kind(), name.name.text.to_string());
            return Err(ErrorKind::Exists { kind, name: name_text }.at(name.name.span));
        }
        let sequence = new_sequence(schema, name.name.text.clone(), options, i64::MAX);
        (self.rules.ddl.refuse_sequence)(&sequence).map_err(ErrorKind::nowhere)?;
        Ok(Ddl::CreateSequence(Rc::new(sequence)))
    }
}

/// A generated column may not look at another, nor at itself.
fn refuse_generated(
    expr: &ast::Expr,
    table: &Table,
    names: crate::catalog::NameRule,
) -> Result<()> {
    if let ast::ExprKind::Column(name) = &expr.kind
        && let Some(column) = table.column(&name.name.text, names)
        && table.columns[column].generated.is_some()
    {
        let name = name.name.text.to_string();
        return Err(ErrorKind::GeneratedFromGenerated { name }.at(expr.span));
    }
    for child in expr.children() {
        refuse_generated(child, table, names)?;
    }
    Ok(())
}

/// The name key of an index.
pub fn index_key(
    catalog: &crate::catalog::Catalog,
    space: Space,
    table: &Table,
    name: &str,
) -> NameKey {
    match space {
        Space::TableIndex => {
            // MySQL's index names ignore case, unlike its table names.
            let name = format!("{}\0{}", table.name, name.to_lowercase());
            catalog.key(&table.schema, space, &name)
        }
        _ => catalog.key(&table.schema, space, name),
    }
}

/// A sequence with other options.
pub(super) fn altered_sequence(sequence: &Sequence, options: &ast::SequenceOptions) -> Sequence {
    let mut changed = sequence.clone();
    changed.start = options.start.unwrap_or(changed.start);
    changed.increment = options.increment.unwrap_or(changed.increment);
    changed.min = options.min.unwrap_or(changed.min);
    changed.max = options.max.unwrap_or(changed.max);
    changed.cycle |= options.cycle;
    changed
}

pub(super) fn new_sequence(
    schema: Rc<str>,
    name: Rc<str>,
    options: &ast::SequenceOptions,
    greatest: i64,
) -> Sequence {
    let increment = options.increment.unwrap_or(1);
    let (min, max) = if increment < 0 { (i64::MIN, -1) } else { (1, greatest) };
    let (min, max) = (options.min.unwrap_or(min), options.max.unwrap_or(max));
    let start = options.start.unwrap_or(if increment < 0 { max } else { min });
    let cycle = options.cycle;
    Sequence { id: 0, schema, name, owner: None, start, increment, min, max, cycle }
}

/// The names from which an index's name is made: columns, functions, or `expr`.
fn term_names<'a>(terms: &'a [KeyTerm], table: &'a Table) -> Vec<&'a str> {
    let name = |term: &'a KeyTerm| match &term.term {
        Term::Column(c) => &*table.columns[*c].name,
        Term::Expr(expr, _) => match &expr.kind {
            ast::ExprKind::Function(call) => &*call.name.name.text,
            ast::ExprKind::Index { expr, .. } => match &expr.kind {
                ast::ExprKind::Column(name) => &*name.name.text,
                _ => "expr",
            },
            _ => "expr",
        },
    };
    terms.iter().map(name).collect()
}

/// INCLUDE columns count among those from which a name is made.
fn with_include<'n>(mut names: Vec<&'n str>, include: &'n [ast::Ident]) -> Vec<&'n str> {
    names.extend(include.iter().map(|c| &*c.text));
    names
}

pub(super) fn term_texts(terms: &[KeyTerm], table: &Table) -> Vec<Rc<str>> {
    let text = |term: &KeyTerm| match &term.term {
        Term::Column(c) => table.columns[*c].name.clone(),
        Term::Expr(_, text) => text.clone(),
    };
    terms.iter().map(text).collect()
}

/// Puts a CREATE TABLE together.
pub(super) struct TableBuilder<'p, 'c> {
    planner: &'p mut Planner<'c>,
    table: Table,
    indexes: Vec<Index>,
    /// Where each of them begins in the statement.
    starts: Vec<u32>,
    sequences: Vec<(usize, Sequence)>,
    /// Keys in order of declaration, of the columns first.
    keys: Vec<Key>,
    /// SQLite: a constraint's name goes on to the next constraint that has none.
    sticky: Option<Rc<str>>,
    automatic: usize,
    unnamed_checks: usize,
}

/// A key constraint.
struct Key {
    name: Option<Rc<str>>,
    terms: Vec<ast::IndexTerm>,
    /// The column of a column constraint.
    column: Option<usize>,
    primary: bool,
    unique: bool,
    nulls_distinct: bool,
    include: Vec<ast::Ident>,
    exclusion: Option<Vec<ast::BinaryOp>>,
    /// The WHERE of an EXCLUDE constraint.
    filter: Option<ast::Expr>,
    on_conflict: Option<OrClause>,
    deferrable: ast::Deferrable,
    span: Span,
    autoincrement: Option<Span>,
}

impl<'p, 'c> TableBuilder<'p, 'c> {
    fn new(
        planner: &'p mut Planner<'c>,
        create: &ast::CreateTable,
        schema: Rc<str>,
        name: Rc<str>,
        span: Span,
    ) -> TableBuilder<'p, 'c> {
        let sql = Rc::from((planner.rules.ddl.stored_sql)(&planner.text_of(span)));
        let table = Table {
            id: 0,
            schema,
            name,
            columns: Vec::new(),
            rowid_key: None,
            autoincrement: false,
            primary_key: Vec::new(),
            checks: Vec::new(),
            foreign_keys: Vec::new(),
            without_rowid: create.without_rowid,
            strict: create.strict,
            sql,
            text: planner.text_of(span),
            base: span.start,
        };
        TableBuilder::over(planner, table)
    }

    /// Goes on with a table that is there.
    pub(super) fn over(planner: &'p mut Planner<'c>, table: Table) -> TableBuilder<'p, 'c> {
        TableBuilder {
            planner,
            table,
            indexes: Vec::new(),
            starts: Vec::new(),
            sequences: Vec::new(),
            keys: Vec::new(),
            sticky: None,
            automatic: 0,
            unnamed_checks: 0,
        }
    }

    fn rules(&self) -> &'static PlanRules {
        self.planner.rules
    }

    pub(super) fn columns(&mut self, create: &ast::CreateTable) -> Result<()> {
        let given = (self.rules().ddl.table_collation)(&create.options);
        let given = given.map_err(ErrorKind::nowhere)?;
        for definition in &create.columns {
            let names = self.rules().column_names;
            if self.table.column(&definition.name.text, names).is_some() {
                let name = definition.name.text.to_string();
                return Err(ErrorKind::DuplicateColumn { name }.at(definition.name.span));
            }
            let ty = self.planner.column_type(definition.ty.as_ref(), create.strict);
            let at = definition.ty.as_ref().map_or(definition.span, |t| t.span);
            let ty = ty
                .map_err(|kind| kind.with_column(&self.table.name, &definition.name.text).at(at))?;
            let declared = definition.ty.as_ref().map_or_else(|| Rc::from(""), |t| t.text.clone());
            self.table.columns.push(Column {
                name: definition.name.text.clone(),
                ty: ty.clone(),
                declared,
                not_null: None,
                default: None,
                collation: (self.rules().ddl.column_collation)(definition.ty.as_ref(), &ty),
                generated: None,
                identity: None,
                on_update: None,
            });
            if let Some(name) = &definition.ty {
                let (checks, default) = self.planner.of_domain(name, &definition.name.text);
                self.table.checks.extend(checks);
                self.column().default = default;
            }
            let charset = definition.ty.as_ref().is_some_and(|t| t.charset.is_some());
            if let (Some(given), false) = (given, charset)
                && self.column().collation.name == self.rules().ddl.default_collation.name
            {
                self.column().collation = given;
            }
            self.sticky = None;
            let serial =
                definition.ty.as_ref().is_some_and(|t| (self.rules().ddl.is_serial)(&t.name));
            if serial {
                self.add_sequence(&ast::SequenceOptions::default());
                let not_null = NotNull { name: None, on_conflict: None, span: definition.span };
                self.column().not_null = Some(not_null);
            }
            for (at, constraint) in definition.constraints.iter().enumerate() {
                if self.rules().ddl.clashing_constraints {
                    self.refuse_clash(&definition.constraints[..at], constraint, serial)?;
                }
                self.column_constraint(constraint)?;
            }
        }
        Ok(())
    }

    /// A constraint that an earlier one of the column excludes (parse_utilcmd.c,
    /// transformColumnDefinition).
    fn refuse_clash(
        &self,
        before: &[ast::ColumnConstraint],
        constraint: &ast::ColumnConstraint,
        serial: bool,
    ) -> Result<()> {
        use ast::ColumnConstraintKind as Kind;
        const NULLS: &str = "conflicting NULL/NOT NULL declarations";
        let has = |wanted: fn(&Kind) -> bool| before.iter().any(|c| wanted(&c.kind));
        let null = has(|k| matches!(k, Kind::Null));
        let default = has(|k| matches!(k, Kind::Default { .. }));
        let identity = has(|k| matches!(k, Kind::Identity { .. }));
        let generated = has(|k| matches!(k, Kind::Generated { .. }));
        let what = match &constraint.kind {
            Kind::Null
                if serial || has(|k| matches!(k, Kind::NotNull | Kind::PrimaryKey { .. })) =>
            {
                NULLS
            }
            Kind::NotNull | Kind::PrimaryKey { .. } if null => NULLS,
            Kind::Default { .. } if default || serial => "multiple default values specified",
            Kind::Default { .. } | Kind::Identity { .. } if default || identity || serial => {
                "both default and identity specified"
            }
            Kind::Default { .. } | Kind::Generated { .. } if default || generated || serial => {
                "both default and generation expression specified"
            }
            Kind::Identity { .. } | Kind::Generated { .. } if identity || generated => {
                "both identity and generation expression specified"
            }
            _ => return Ok(()),
        };
        let column = self.table.columns.last().map(|c| c.name.to_string()).unwrap_or_default();
        let table = self.table.name.to_string();
        let kind = ErrorKind::ColumnClash { what, column, table };
        Err(if serial { kind.nowhere() } else { kind.at(constraint.span) })
    }

    fn column(&mut self) -> &mut Column {
        self.table.columns.last_mut().expect("a column is being built")
    }

    fn name_of(&mut self, given: &Option<ast::Ident>) -> Option<Rc<str>> {
        let given = given.as_ref().map(|n| n.text.clone());
        if self.rules().ddl.sticky_constraint_names {
            if given.is_some() {
                self.sticky = given;
            }
            return self.sticky.clone();
        }
        given
    }

    fn column_constraint(&mut self, constraint: &ast::ColumnConstraint) -> Result<()> {
        use ast::ColumnConstraintKind as Kind;
        let number = self.table.columns.len() - 1;
        let name = self.name_of(&constraint.name);
        let span = constraint.span;
        match &constraint.kind {
            Kind::NotNull => {
                let not_null = NotNull { name, on_conflict: constraint.on_conflict, span };
                self.column().not_null = Some(not_null);
            }
            Kind::Null | Kind::Comment(_) => {}
            Kind::Default { expr, text } => {
                if self.rules().ddl.texts_are_edited && self.column().generated.is_some() {
                    let what = "cannot use DEFAULT on a generated column";
                    return Err(super::alter_text::message(what));
                }
                let text = self.planner.text_of(*text);
                self.column().default = Some(Default { expr: expr.clone(), text });
            }
            Kind::Collate(collation) => {
                self.column().collation = self.planner.must_collation(collation)?;
            }
            Kind::PrimaryKey { descending, autoincrement } => {
                let mut key = self.key_of_column(number, constraint, name, true, true);
                key.terms[0].descending = *descending;
                key.autoincrement = autoincrement.then_some(span);
                self.keys.push(key);
            }
            Kind::Unique { nulls_not_distinct } => {
                let distinct = !nulls_not_distinct;
                let key = self.key_of_column(number, constraint, name, false, distinct);
                self.keys.push(key);
            }
            Kind::Check { expr, text, enforced } => {
                self.add_check(name, expr, *text, span, *enforced);
            }
            Kind::References(_) if !self.rules().ddl.column_references => {}
            Kind::References(references) => {
                let column = self.table.columns[number].name.clone();
                let deferrable = constraint.deferrable;
                self.foreign_key(name, Some(&column), vec![number], references, deferrable, span)?;
            }
            Kind::Generated { expr, stored, text } => {
                let text = self.planner.text_of(*text);
                let stored = stored.unwrap_or(false);
                self.column().generated = Some(Generated { expr: expr.clone(), text, stored });
            }
            Kind::Identity { always, options } => {
                if self.rules().ddl.clashing_constraints
                    && !matches!(self.table.columns[number].ty, crate::types::Type::Int { .. })
                {
                    return Err(ErrorKind::IdentityType.nowhere());
                }
                self.add_sequence(options);
                if let Some(identity) = &mut self.column().identity {
                    identity.always = *always;
                    identity.serial = false;
                }
                self.column().not_null = Some(NotNull { name: None, on_conflict: None, span });
            }
            Kind::AutoIncrement => {
                self.add_sequence(&ast::SequenceOptions::default());
                let not_null = NotNull { name: None, on_conflict: None, span };
                self.column().not_null.get_or_insert(not_null);
            }
            Kind::OnUpdate(expr) => self.column().on_update = Some(expr.clone()),
        }
        Ok(())
    }

    fn add_sequence(&mut self, options: &ast::SequenceOptions) {
        let number = self.table.columns.len() - 1;
        let name = format!("{}_{}_seq", self.table.name, self.table.columns[number].name);
        let greatest = match self.table.columns[number].ty {
            crate::types::Type::Int { bits: 16, .. } => i64::from(i16::MAX),
            crate::types::Type::Int { bits: 32, .. } => i64::from(i32::MAX),
            _ => i64::MAX,
        };
        let sequence = new_sequence(self.table.schema.clone(), Rc::from(name), options, greatest);
        self.sequences.push((number, sequence));
        // The number of the sequence is filled in when it is made.
        let identity = crate::catalog::Identity { sequence: 0, always: false, serial: true };
        self.column().identity = Some(identity);
    }

    fn key_of_column(
        &self,
        number: usize,
        constraint: &ast::ColumnConstraint,
        name: Option<Rc<str>>,
        primary: bool,
        nulls_distinct: bool,
    ) -> Key {
        let column = &self.table.columns[number];
        let ident = ast::Ident { text: column.name.clone(), quote: None, span: constraint.span };
        let column_name = ast::ColumnName { schema: None, table: None, name: ident };
        let kind = ast::ExprKind::Column(column_name);
        let term = ast::IndexTerm {
            expr: ast::Expr { kind, span: constraint.span },
            collation: None,
            descending: false,
            prefix: None,
            class: None,
            nulls_first: None,
        };
        Key {
            name,
            terms: vec![term],
            column: Some(number),
            primary,
            unique: true,
            nulls_distinct,
            include: Vec::new(),
            exclusion: None,
            filter: None,
            on_conflict: constraint.on_conflict,
            deferrable: constraint.deferrable,
            span: constraint.span,
            autoincrement: None,
        }
    }

    fn add_check(
        &mut self,
        name: Option<Rc<str>>,
        expr: &ast::Expr,
        text: Span,
        span: Span,
        enforced: bool,
    ) {
        let text = self.planner.text_of(text);
        let text = text.trim();
        // SQLite names a check by its text, of which a quoted word at its start is all that is left
        // (build.c, sqlite3AddCheckConstraint).
        let closing = match text.as_bytes().first() {
            Some(b'[') => ']',
            Some(quote @ (b'"' | b'\'' | b'`')) => char::from(*quote),
            _ => '\0',
        };
        let text = match text.get(1..).and_then(|rest| rest.find(closing)) {
            Some(end) if self.rules().ddl.texts_are_edited => &text[1..=end],
            _ => text,
        };
        let text = Rc::from(text);
        let (expr, domain) = (expr.clone(), None);
        self.table.checks.push(Check { name, expr, text, span, enforced, domain });
    }

    fn foreign_key(
        &mut self,
        name: Option<Rc<str>>,
        column: Option<&str>,
        columns: Vec<usize>,
        references: &ast::References,
        deferrable: ast::Deferrable,
        span: Span,
    ) -> Result<()> {
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
            parent_schema: references.table.schema.as_ref().map(|s| s.text.clone()),
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

    /// MySQL's `LIKE other`: all of it but the foreign keys; its checks are named anew.
    fn copy_definition(&mut self, like: &ast::ObjectName) -> Result<()> {
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
    fn copy(&mut self, like: &ast::ObjectName, including: &[Rc<str>]) -> Result<()> {
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

    /// Columns of the table in a foreign key.
    fn foreign_columns(&self, names: &[ast::Ident]) -> Result<Vec<usize>> {
        let find = |name: &ast::Ident| {
            let found = self.table.column(&name.text, self.rules().column_names);
            let missing = self.rules().ddl.no_foreign_column;
            found.ok_or_else(|| missing(name.text.to_string()).at(name.span))
        };
        names.iter().map(find).collect()
    }

    pub(super) fn constraints(&mut self, create: &ast::CreateTable) -> Result<()> {
        use ast::TableConstraintKind as Kind;
        for (position, constraint) in create.constraints.iter().enumerate() {
            if position > 0 {
                self.sticky = None;
            }
            let name = self.name_of(&constraint.name);
            let span = constraint.span;
            let key = |terms: &[ast::IndexTerm], primary: bool, unique: bool| Key {
                name: name.clone(),
                terms: terms.to_vec(),
                column: None,
                primary,
                unique,
                nulls_distinct: true,
                include: Vec::new(),
                exclusion: None,
                filter: None,
                on_conflict: constraint.on_conflict,
                deferrable: constraint.deferrable,
                span,
                autoincrement: None,
            };
            match &constraint.kind {
                Kind::PrimaryKey { terms, autoincrement, include, .. } => {
                    let mut key = key(terms, true, true);
                    key.include = include.clone();
                    key.autoincrement = autoincrement.then_some(span);
                    self.keys.push(key);
                }
                Kind::Unique { terms, nulls_not_distinct, include, .. } => {
                    let mut key = key(terms, false, true);
                    key.include = include.clone();
                    key.nulls_distinct = !nulls_not_distinct;
                    self.keys.push(key);
                }
                Kind::Key { terms } => self.keys.push(key(terms, false, false)),
                Kind::Check { expr, text, enforced } => {
                    self.add_check(name.clone(), expr, *text, span, *enforced);
                }
                Kind::ForeignKey { columns, references } => {
                    let columns = self.foreign_columns(columns)?;
                    self.foreign_key(
                        name.clone(),
                        None,
                        columns,
                        references,
                        constraint.deferrable,
                        span,
                    )?;
                }
                Kind::Exclude { method, terms, filter } => {
                    if method.as_ref().is_some_and(|m| &*m.text == "gist") {
                        self.refuse_class(terms)?;
                    }
                    let (terms, operators): (Vec<_>, Vec<_>) = terms.iter().cloned().unzip();
                    let mut key = key(&terms, false, false);
                    key.exclusion = Some(operators);
                    key.filter.clone_from(filter);
                    self.keys.push(key);
                }
                Kind::NotNull(column) => {
                    let columns =
                        self.planner.column_list(std::slice::from_ref(column), &self.table)?;
                    let not_null = NotNull { name: name.clone(), on_conflict: None, span };
                    self.table.columns[columns[0]].not_null = Some(not_null);
                }
            }
        }
        Ok(())
    }

    /// GiST takes ranges; for other types it wants an extension (indexcmds.c, ResolveOpClass).
    fn refuse_class(&self, terms: &[(ast::IndexTerm, ast::BinaryOp)]) -> Result<()> {
        let names = self.planner.rules.column_names;
        for (term, _) in terms.iter().filter(|(term, _)| term.class.is_none()) {
            let ast::ExprKind::Column(name) = &term.expr.kind else { continue };
            let Some(column) = self.table.column(&name.name.text, names) else { continue };
            let ty = &self.table.columns[column].ty;
            if !matches!(ty, crate::types::Type::Range(_)) {
                return Err(ErrorKind::NoOperatorClass {
                    ty: (self.planner.rules.ddl.type_words)(ty),
                }
                .nowhere());
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self, create: &ast::CreateTable) -> Result<NewTable> {
        let rules = self.rules();
        let keys = std::mem::take(&mut self.keys);
        let known = usize::from(self.table.primary_key.is_empty());
        if let Some(second) = keys.iter().filter(|k| k.primary).nth(known) {
            let table = self.table.name.to_string();
            return Err(ErrorKind::SecondPrimaryKey { table }.at(second.span));
        }
        if create.without_rowid && !keys.iter().any(|k| k.primary) {
            let table = self.table.name.to_string();
            return Err(ErrorKind::NoPrimaryKey { table }.at(create.name.name.span));
        }
        self.name_checks();
        let names = rules.ddl.not_null_name;
        for column in &mut self.table.columns {
            if let Some(not_null) = &mut column.not_null
                && not_null.name.is_none()
            {
                let name = names(&self.table.name, &column.name);
                not_null.name = Some(Rc::from(name)).filter(|n: &Rc<str>| !n.is_empty());
            }
        }
        let mut ordered = (rules.ddl.key_order)(keys.iter().map(|k| k.primary).collect());
        // An INTEGER PRIMARY KEY WITHOUT ROWID gets its index when all others have theirs (build.c,
        // convertToWithoutRowidTable).
        sort_by_number(&mut ordered, &mut |at| {
            let key = &keys[*at];
            let last = create.without_rowid && key.primary && self.is_integer_key(key);
            i64::from(last)
        });
        for position in ordered {
            self.add_key(&keys[position], create)?;
            self.starts.resize(self.indexes.len(), keys[position].span.start);
        }
        self.finish_foreign_keys()?;
        let mut helpers = Vec::new();
        if self.table.autoincrement {
            helpers.extend((rules.ddl.autoincrement_book)(&self.table.schema));
        }
        let first_value = create.options.iter().find(|(name, _)| &**name == "AUTO_INCREMENT");
        let first_value = first_value.and_then(|(_, value)| value.parse().ok());
        let ties = self.planner.ties(&self.table);
        for index in self.indexes.iter_mut().filter(|i| i.origin != IndexOrigin::PrimaryKey) {
            index.ties.clone_from(&ties);
        }
        let spaces = self.planner.spaces();
        let TableBuilder { table, indexes, sequences, .. } = self;
        Ok(NewTable { table, indexes, sequences, helpers, first_value, spaces })
    }

    /// Whether a key has been declared.
    pub(super) fn has_keys(&self) -> bool {
        !self.keys.is_empty()
    }

    /// The table and the sequences of its columns.
    pub(super) fn into_parts(self) -> (Table, Vec<(usize, Sequence)>) {
        (self.table, self.sequences)
    }

    /// Names the foreign keys that are new and looks whether they fit their parents, where the
    /// dialect does.
    fn finish_foreign_keys(&mut self) -> Result<()> {
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
                let taken = |name: &str| {
                    let is = |given: &Option<Rc<str>>| given.as_deref() == Some(name);
                    self.table.foreign_keys.iter().any(|k| is(&k.name))
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
    fn index_foreign_key(&mut self, number: usize, given: Option<Rc<str>>) {
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
            span: key.span,
            sql: None,
        };
        self.indexes.insert(place, index);
    }

    /// Two constraints of a table may not share a name.
    fn check_constraint_name(&self, number: usize) -> Result<()> {
        let Table { foreign_keys, checks, name: table, .. } = &self.table;
        let own = &foreign_keys[number].name;
        let before = foreign_keys[..number].iter().map(|k| &k.name);
        if own.is_some() && before.chain(checks.iter().map(|c| &c.name)).any(|name| name == own) {
            let constraint = own.as_deref().unwrap_or_default().to_string();
            let kind = ErrorKind::ConstraintExists { constraint, table: table.to_string() };
            return Err(kind.at(foreign_keys[number].span));
        }
        Ok(())
    }

    /// Gives names to checks that have none, where the dialect does.
    fn name_checks(&mut self) {
        let rules = self.rules();
        for number in 0..self.table.checks.len() {
            let check = &self.table.checks[number];
            if check.name.is_some() || check.domain.is_some() {
                continue;
            }
            self.unnamed_checks += 1;
            let used =
                used_columns(&self.table.checks[number].expr, &self.table, rules.column_names);
            let columns: Vec<&str> = used.iter().map(|c| &*self.table.columns[*c].name).collect();
            let taken =
                |name: &str| self.table.checks.iter().any(|c| c.name.as_deref() == Some(name));
            let name = (rules.ddl.check_name)(CheckName {
                table: &self.table.name,
                columns: &columns,
                number: self.unnamed_checks,
                taken: &taken,
            });
            self.table.checks[number].name = name.map(Rc::from);
        }
    }

    fn add_key(&mut self, key: &Key, create: &ast::CreateTable) -> Result<()> {
        let rules = self.rules();
        let terms = self.planner.key_terms(&key.terms, &self.table);
        let terms = terms.map_err(|error| match &*error.kind {
            ErrorKind::NoKeyColumn { .. } => error.into_kind().at(key.span),
            _ => error,
        })?;
        let columns: Option<Vec<usize>> = terms
            .iter()
            .map(|t| if let Term::Column(c) = t.term { Some(c) } else { None })
            .collect();
        if let Some(columns) = columns.as_ref().filter(|_| key.unique && rules.ddl.known_schemas)
            && let Some(at) = (1..columns.len()).find(|at| columns[..*at].contains(&columns[*at]))
        {
            let name = self.table.columns[columns[at]].name.to_string();
            return Err(ErrorKind::KeyColumnTwice { name, primary: key.primary }.at(key.span));
        }
        if key.primary
            && let Some(columns) = &columns
        {
            self.table.primary_key.clone_from(columns);
            if self.is_rowid_key(key, columns, create) {
                self.table.rowid_key =
                    Some(RowidKey { column: columns[0], on_conflict: key.on_conflict });
                self.table.autoincrement = key.autoincrement.is_some();
                return Ok(());
            }
            if let Some(span) = key.autoincrement {
                let integer = columns.len() == 1
                    && self.table.columns[columns[0]].declared.eq_ignore_ascii_case("INTEGER");
                let without_rowid = create.without_rowid && integer;
                return Err(ErrorKind::AutoincrementNotAllowed { without_rowid }.at(span));
            }
            let strict_key =
                rules.ddl.primary_key_not_null || create.without_rowid || create.strict;
            for column in columns.iter().filter(|_| strict_key) {
                let null = |c: &ast::ColumnConstraint| c.kind == ast::ColumnConstraintKind::Null;
                if let Some(refuse) = rules.ddl.null_in_primary_key
                    && create.columns.get(*column).is_some_and(|c| c.constraints.iter().any(null))
                {
                    return Err(refuse().at(key.span));
                }
                let name =
                    (rules.ddl.not_null_name)(&self.table.name, &self.table.columns[*column].name);
                let name = Some(Rc::from(name)).filter(|n: &Rc<str>| !n.is_empty());
                let not_null = NotNull { name, on_conflict: None, span: key.span };
                self.table.columns[*column].not_null.get_or_insert(not_null);
            }
        }
        if key.unique && rules.ddl.merge_equal_keys && self.merge_equal(&terms, key)? {
            return Ok(());
        }
        self.automatic += 1;
        let name = self.key_name(key, &terms);
        self.indexes.push(Index {
            id: 0,
            made: 0,
            schema: self.table.schema.clone(),
            name: Rc::from(name),
            table: 0,
            terms,
            ties: Vec::new(),
            unique: key.unique,
            nulls_distinct: key.nulls_distinct,
            filter: key.filter.as_ref().map(|f| (f.clone(), self.planner.text_of(f.span))),
            origin: match (key.primary, key.unique || key.exclusion.is_some()) {
                (true, _) => IndexOrigin::PrimaryKey,
                (false, true) => IndexOrigin::Unique,
                (false, false) => IndexOrigin::CreateIndex,
            },
            on_conflict: key.on_conflict,
            exclusion: key.exclusion.clone(),
            deferrable: key.deferrable,
            include: self.planner.column_list(&key.include, &self.table)?,
            span: key.span,
            sql: None,
        });
        Ok(())
    }

    fn names_with_include<'n>(&'n self, key: &'n Key, terms: &'n [KeyTerm]) -> Vec<&'n str> {
        with_include(term_names(terms, &self.table), &key.include)
    }

    fn key_name(&self, key: &Key, terms: &[KeyTerm]) -> String {
        let rules = self.rules();
        if let Some(name) = &key.name
            && rules.ddl.constraint_names_index
            && !(key.primary && rules.ddl.indexes_per_table)
        {
            return name.to_string();
        }
        let catalog = self.planner.catalog;
        let schema = &self.table.schema;
        let taken = |name: &str| {
            self.indexes.iter().any(|i| i.name.eq_ignore_ascii_case(name))
                || !rules.ddl.indexes_per_table
                    && catalog.get(&catalog.key(schema, Space::Relation, name)).is_some()
        };
        (rules.ddl.key_name)(KeyName {
            table: &self.table.name,
            terms: self.names_with_include(key, terms),
            primary: key.primary,
            create_index: false,
            exclusion: key.exclusion.is_some(),
            number: self.automatic,
            taken: &taken,
        })
    }

    fn is_integer_key(&self, key: &Key) -> bool {
        let [term] = &key.terms[..] else { return false };
        let column = key.column.or_else(|| match &term.expr.kind {
            ast::ExprKind::Column(name) => {
                self.table.column(&name.name.text, self.planner.rules.column_names)
            }
            _ => None,
        });
        column.is_some_and(|column| {
            self.rules().ddl.rowid_keys
                && self.table.columns[column].declared.eq_ignore_ascii_case("INTEGER")
                && !(key.column.is_some() && term.descending)
        })
    }

    /// SQLite: a single column of the type INTEGER, not declared `INTEGER PRIMARY KEY DESC`
    /// (lang_createtable.html, "ROWIDs and the INTEGER PRIMARY KEY").
    fn is_rowid_key(&self, key: &Key, columns: &[usize], create: &ast::CreateTable) -> bool {
        let [column] = columns else { return false };
        self.rules().ddl.rowid_keys
            && !create.without_rowid
            && self.table.columns[*column].declared.eq_ignore_ascii_case("INTEGER")
            && !(key.column.is_some() && key.terms[0].descending)
    }

    /// A key over the same columns as an earlier one makes no second index.
    fn merge_equal(&mut self, terms: &[KeyTerm], key: &Key) -> Result<bool> {
        let same = |index: &&mut Index| {
            index.unique
                && index.terms.len() == terms.len()
                && index.terms.iter().zip(terms).all(|(a, b)| {
                    matches!((&a.term, &b.term), (Term::Column(a), Term::Column(b)) if a == b)
                        && a.collation.name == b.collation.name
                })
        };
        let Some(index) = self.indexes.iter_mut().find(same) else { return Ok(false) };
        match (index.on_conflict, key.on_conflict) {
            (Some(a), Some(b)) if a.resolution != b.resolution => {
                return Err(ErrorKind::ConflictingClauses.at(key.span));
            }
            (None, clause) => index.on_conflict = clause,
            (Some(_), _) => {}
        }
        if key.primary {
            index.origin = IndexOrigin::PrimaryKey;
        }
        Ok(true)
    }
}

fn unsupported_name(kind: &ast::StatementKind) -> &'static str {
    use ast::StatementKind as Kind;
    match kind {
        Kind::Merge(_) => "MERGE",
        Kind::AlterTable { .. } => "ALTER TABLE",
        Kind::SetConstraints { .. } => "SET CONSTRAINTS",
        Kind::Show(_) => "SHOW",
        Kind::Describe(_) => "DESCRIBE",
        Kind::Explain { .. } => "EXPLAIN",
        Kind::Reindex(_) => "REINDEX",
        Kind::Analyze(_) => "ANALYZE",
        Kind::Vacuum(_) => "VACUUM",
        Kind::Attach { .. } => "ATTACH",
        Kind::Detach(_) => "DETACH",
        _ => "this statement",
    }
}
