//! CREATE, ALTER and DROP: definitions → catalog objects. Numbers are given when they are made.

use std::rc::Rc;

use super::Planner;
use super::column_names::Names;
use super::dml::{ComputedIndex, Target};
use super::node::{Expr, QueryPlan};
use super::rules::{LikeCopies, Place};
use super::table::TableBuilder;
use super::view_names::Renamed;
use crate::catalog::{
    Column, Index, IndexOrigin, NameKey, Object, Sequence, Space, Table, Trigger, View,
};
use crate::collation::Collation;
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::{OnConflict, Resolution};
use crate::syntax::mention::{Mention, mentions_of_query};
use crate::types::Type;

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
    /// A schema of this name.
    CreateSchema(Rc<str>),
    /// A new function.
    CreateFunction(NameKey, Rc<crate::catalog::Function>),
    /// Objects that are others now, each with the key that it had; and values that are, of enums.
    Change(Vec<(NameKey, Object)>, Option<NewLabel>),
    /// A domain and the tables that have it, once their rows are found to satisfy it.
    AlterDomain(Vec<(NameKey, Object)>, Vec<super::alter_domain::DomainVerify>),
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
    /// A new table with keys, and what fills it.
    CreateTableFilled(Box<NewTable>, Box<Filling>),
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

/// An INSERT that is planned once its table is there.
#[derive(Debug)]
pub struct Filling {
    /// The INSERT.
    pub statement: ast::Statement,
    /// It says IGNORE.
    pub ignores: bool,
    /// The text that its spans point into, and where it began in its script.
    pub text: (Rc<str>, u32),
    /// The rules that it is planned by.
    pub rules: &'static super::PlanRules,
}

/// Objects to be removed.
#[derive(Debug)]
pub struct Dropped {
    /// The objects, dependents first.
    pub removed: Vec<(NameKey, Object)>,
    /// Tables to be emptied before, since their rows may have children (SQLite), and whether any key
    /// names them: else they are emptied only if something waits to be judged.
    pub emptied: Vec<(Rc<Target>, bool)>,
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

/// A label of an enum that is called something else: its value before and after, and the tables and
/// columns that may hold it.
pub type NewLabel = ([crate::value::Value; 2], Vec<(crate::catalog::ObjectId, usize)>);

impl Planner<'_> {
    /// ALTER INDEX, SEQUENCE or VIEW … RENAME TO.
    pub(super) fn plan_rename(
        &mut self,
        kind: ast::ObjectKind,
        if_exists: bool,
        name: &ast::ObjectName,
        to: &ast::Ident,
    ) -> Result<Ddl> {
        let Some(object) = self.relation(name) else {
            let kind = ErrorKind::NoSuchTable { name: self.written_name(name) };
            if if_exists {
                return Ok(self.nothing(Some(kind)));
            }
            return Err(kind.nowhere());
        };
        if object.kind() != kind.name() {
            let (name, found) = (name.name.text.to_string(), object.kind());
            return Err(ErrorKind::WrongKind { name, kind: kind.name(), found }.nowhere());
        }
        let mut object = object.clone();
        let new = to.text.clone();
        let schema = match &mut object {
            Object::Index(index) => {
                let index = Rc::make_mut(index);
                let old = std::mem::replace(&mut index.name, new);
                (index.schema.clone(), old)
            }
            Object::Sequence(sequence) => {
                let sequence = Rc::make_mut(sequence);
                let old = std::mem::replace(&mut sequence.name, new);
                (sequence.schema.clone(), old)
            }
            Object::View(view) => {
                let view = Rc::make_mut(view);
                let old = std::mem::replace(&mut view.name, new);
                (view.schema.clone(), old)
            }
            _ => return Err(ErrorKind::unsupported("this RENAME").nowhere()),
        };
        let (schema, old) = schema;
        if let Some(taken) = self.existing(&schema, &to.text) {
            let (kind, name) = (taken.kind(), to.text.to_string());
            return Err(ErrorKind::Exists { kind, name }.nowhere());
        }
        let key = self.catalog.key(&schema, Space::Relation, &old);
        let mut changed = Vec::new();
        if let Object::View(view) = &object {
            let (old, new) = ((&*schema, &*old), (&*schema, &*to.text));
            let renamed = Renamed { id: view.id, old, new, columns: &[] };
            self.views_follow(&renamed, &mut changed)?;
        }
        changed.push((key, object));
        Ok(Ddl::Change(changed, None))
    }

    /// Plans ALTER TRIGGER … RENAME TO.
    fn plan_rename_trigger(
        &mut self,
        on: &ast::ObjectName,
        name: &ast::Ident,
        to: &ast::Ident,
    ) -> Result<Ddl> {
        let table = self.must_table(on)?;
        let key = self.trigger_key(&table.schema, table.id, &name.text);
        let of = || table.name.to_string();
        let Some(Object::Trigger(trigger)) = self.catalog.get(&key) else {
            let kind = ErrorKind::NoTrigger { name: name.text.to_string(), table: of() };
            return Err(kind.nowhere());
        };
        if self.catalog.get(&self.trigger_key(&table.schema, table.id, &to.text)).is_some() {
            let kind = ErrorKind::TriggerExists { name: to.text.to_string(), table: of() };
            return Err(kind.nowhere());
        }
        let mut trigger = (**trigger).clone();
        trigger.name = to.text.clone();
        Ok(Ddl::Change(vec![(key, Object::Trigger(Rc::new(trigger)))], None))
    }

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
            Kind::CreateSchema(name, if_not_exists) => {
                self.plan_create_schema(name, *if_not_exists)
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
            Kind::Rename { kind: ast::ObjectKind::View, on: Some(from), name, to, .. } => {
                match self.relation(name) {
                    Some(Object::View(view)) => {
                        let view = view.clone();
                        self.rename_view_column(&view, &from.name, to)
                    }
                    _ => {
                        let action = ast::AlterAction::RenameColumn(from.name.clone(), to.clone());
                        self.plan_alter(name, false, &[action])
                    }
                }
            }
            Kind::Rename { on: Some(on), name, to, .. } => {
                self.plan_rename_trigger(on, &name.name, to)
            }
            Kind::Rename { kind, if_exists, name, to, .. } => {
                self.plan_rename(*kind, *if_exists, name, to)
            }
            Kind::AlterType(name, change) => self.plan_alter_type(name, change),
            Kind::AlterDomain(name, change) => self.plan_alter_domain(name, change),
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

    /// What rows of one key are ordered by; `key` is the index of the primary key.
    pub(super) fn ties(
        &self,
        table: &Table,
        key: Option<&Index>,
    ) -> Vec<(usize, &'static Collation, bool)> {
        let primary: &[usize] = match self.rules.expr.scan_order {
            super::expr::ScanOrder::Clustered => &table.primary_key,
            super::expr::ScanOrder::Sqlite if table.without_rowid => &table.primary_key,
            _ => &[],
        };
        let tie = |(at, column): (usize, &usize)| {
            let term = key.and_then(|key| key.terms.get(at));
            let collation = term.map_or(table.columns[*column].collation, |term| term.collation);
            (*column, collation, term.is_some_and(|term| term.descending))
        };
        primary.iter().enumerate().map(tie).collect()
    }

    /// The index of a table's primary key.
    pub(super) fn primary_index(&self, table: &Table) -> Option<Rc<Index>> {
        let indexes = self.catalog.indexes_of(table.id);
        indexes.iter().find(|index| index.origin == IndexOrigin::PrimaryKey).cloned()
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
            None => Rc::from(self.database()),
        }
    }

    /// The schema of a new object, which must be there (SQLite).
    pub(super) fn must_schema(&self, name: &ast::ObjectName, temp: bool) -> Result<Rc<str>> {
        let schema = self.schema_of(name, temp);
        let known = |s: &&str| s.eq_ignore_ascii_case(&schema);
        let attached = || self.settings.attached.iter().any(|s| s.eq_ignore_ascii_case(&schema));
        if temp
            && self.rules.ddl.temp_is_a_schema
            && !schema.eq_ignore_ascii_case("temp")
            && (self.rules.search_path.iter().any(known) || attached())
        {
            return Err(super::alter_text::message("temporary table name must be unqualified"));
        }
        if self.rules.ddl.dependents_are_kept {
            return match &name.schema {
                Some(asked) if !self.is_schema(&schema) => {
                    let name = schema.to_string();
                    Err(ErrorKind::NoSuchDatabase { name }.at(asked.span))
                }
                None if schema.is_empty() => {
                    Err(Refusal::NoSchemaSelected.of(&[]).at(name.name.span))
                }
                _ => Ok(schema),
            };
        }
        let made = &self.settings.databases;
        match !self.rules.ddl.schemas_are_known
            || temp && !self.rules.ddl.temp_is_a_schema
            || made.iter().any(|(s, _)| *s == schema)
            || self.settings.database.is_none() && self.rules.search_path.iter().any(known)
            || attached()
        {
            true => Ok(schema),
            false => {
                let span = name.schema.as_ref().map_or(name.name.span, |s| s.span);
                // SQLite tells the token as it is written (build.c, sqlite3TwoPartName).
                let as_token = self.rules.ddl.texts_are_edited && name.schema.is_some();
                let name = if as_token { self.text_of(span) } else { schema };
                Err(ErrorKind::NoSuchDatabase { name: name.to_string() }.at(span))
            }
        }
    }

    fn plan_create_schema(&self, name: &ast::Ident, if_not_exists: bool) -> Result<Ddl> {
        let text = &name.text;
        (self.rules.ddl.check_schema_name)(text).map_err(ErrorKind::nowhere)?;
        if !self.is_schema(text) {
            return Ok(Ddl::CreateSchema(text.clone()));
        }
        let exists = ErrorKind::SchemaExists { name: text.to_string() };
        if if_not_exists { Ok(self.nothing(Some(exists))) } else { Err(exists.nowhere()) }
    }

    /// The schema that a utility statement names must be there, where schemas are objects
    /// (PostgreSQL; namespace.c, LookupExplicitNamespace).
    pub(super) fn check_schema(&self, name: &ast::ObjectName) -> Result<()> {
        match &name.schema {
            Some(schema) if self.rules.ddl.dependents_are_kept && !self.is_schema(&schema.text) => {
                Err(ErrorKind::NoSuchDatabase { name: schema.text.to_string() }.nowhere())
            }
            _ => Ok(()),
        }
    }

    /// Whether there is a schema of this name (PostgreSQL).
    pub(super) fn is_schema(&self, name: &str) -> bool {
        name == self.rules.temp_schema
            || self.rules.ddl.own_schemas.contains(&name)
            || self.catalog.has_schema(name)
    }

    pub(super) fn existing(&self, schema: &str, name: &str) -> Option<&Object> {
        let key = self.catalog.key(schema, Space::Relation, name);
        self.catalog.get(&key).filter(|_| !self.state.leaving.borrow().contains(&key))
    }

    /// What has the name of a new table or view already: an error, or with IF NOT EXISTS the reason why
    /// nothing is made. An index of that name is in the way all the same (SQLite).
    fn name_in_use(
        &self,
        asked: &ast::ObjectName,
        schema: &str,
        if_not_exists: bool,
    ) -> Result<Option<ErrorKind>> {
        let Some(object) = self.existing(schema, &asked.name.text) else {
            return self.free_of_types(schema, &asked.name.text, true).map(|()| None);
        };
        let kind = object.kind();
        let name = (self.rules.ddl.existing_name)(asked, object);
        if kind == "index" && self.rules.ddl.kinds_share_names {
            return Err(ErrorKind::NameTaken { kind, name }.at(asked.name.span));
        }
        let exists = ErrorKind::Exists { kind, name };
        if if_not_exists { Ok(Some(exists)) } else { Err(exists.at(asked.name.span)) }
    }

    fn plan_create_table(&mut self, create: &ast::CreateTable, span: Span) -> Result<Ddl> {
        if create.on_commit.is_some() && !create.temp {
            return Err(Refusal::OnCommit.of(&[]).nowhere());
        }
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
        let in_use = self.name_in_use(&create.name, &schema, create.if_not_exists);
        if in_use.is_err() && self.rules.ddl.dependents_are_kept {
            // Types and queries are read first (parse_utilcmd.c, transformColumnType).
            for column in &create.columns {
                let Some(ty) = &column.ty else { continue };
                self.column_type(Some(ty), false).map_err(|kind| kind.at(ty.span))?;
            }
            if let Some(query) = &create.as_query {
                self.plan_query(query, None)?;
            }
        }
        if let Some(exists) = in_use? {
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
        let mut plan = self.plan_query(query, None)?;
        self.name_columns(&query.body, &mut plan.columns, Names::Found);
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
        if let Some(schema) = &name.schema {
            let unknown = [&["unknown database ", &*schema.text].concat()];
            self.must_schema(name, false).map_err(|_| super::alter_text::message(unknown[0]))?;
        }
        let known = name.schema.is_none() && (self.rules.ddl.collation)(&name.name.text).is_some()
            || matches!(
                self.relation(name),
                Some(Object::Table(_) | Object::Index(_) | Object::View(_))
            );
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
        query: &Rc<ast::Query>,
        schema: Rc<str>,
        name: Rc<str>,
        span: Span,
    ) -> Result<Ddl> {
        let Some(derived) = self.rules.ddl.derived_column else {
            return Err(ErrorKind::unsupported("CREATE TABLE AS").at(span));
        };
        let plan = self.plan_query(query, None)?;
        let keeps = self.rules.ddl.derived_keeps_definitions;
        let mut columns: Vec<Column> = Vec::with_capacity(plan.columns.len());
        for (at, result) in plan.columns.iter().enumerate() {
            // Names in parentheses after the table's are columns without a type.
            let given = create.columns.get(at).filter(|_| !keeps).map(|c| c.name.text.clone());
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
                if own.identity.is_some() {
                    let kind = ast::ExprKind::Literal(ast::Literal::Text(Rc::from("0")));
                    let expr = ast::Expr { kind, span };
                    column.default = Some(crate::catalog::Default { expr, text: Rc::from("'0'") });
                }
            }
            if keeps && result.origin.is_none() {
                super::derived_constants::never_null(&mut column, &plan.node, at, span);
            }
            if columns.iter().any(|c| self.rules.column_names.same(&c.name, &column.name)) {
                let name = column.name.to_string();
                let kind = match keeps {
                    true => ErrorKind::DuplicateColumn { name },
                    false => ErrorKind::RepeatedColumn { name },
                };
                return Err(kind.nowhere());
            }
            columns.push(column);
        }
        if keeps
            && !(create.columns.is_empty() && create.constraints.is_empty() && create.or.is_none())
        {
            return self.plan_filled_table(create, query, columns, (schema, name, span));
        }
        if create.columns.len() > plan.columns.len() {
            return Err(ErrorKind::TooManyNames.nowhere());
        }
        let mut builder = TableBuilder::new(self, create, schema, name, span);
        builder.set_columns(columns);
        let new = builder.finish(create)?;
        let rows = (!create.no_data).then(|| Box::new(plan));
        Ok(Ddl::CreateTableAs(Box::new(new), rows))
    }

    /// CREATE TABLE … SELECT with columns or keys of its own: columns that the query does not give
    /// come first, and of the others theirs is the definition ("CREATE TABLE ... SELECT Statement").
    fn plan_filled_table(
        &mut self,
        create: &ast::CreateTable,
        query: &Rc<ast::Query>,
        derived: Vec<Column>,
        (schema, name, span): (Rc<str>, Rc<str>, Span),
    ) -> Result<Ddl> {
        let rule = self.rules.column_names;
        let text = (self.text_of(span), span.start);
        let rules = self.rules;
        let mut builder = TableBuilder::new(self, create, schema, name, span);
        let mut part =
            super::alter::definition_of(&builder.table, create.columns.clone(), Vec::new());
        part.options.clone_from(&create.options);
        let own = |c: &ast::ColumnDef| !derived.iter().any(|d| rule.same(&d.name, &c.name.text));
        part.columns.retain(own);
        builder.columns(&part)?;
        let mut names = Vec::with_capacity(derived.len());
        for column in derived {
            let ident = |text: &Rc<str>| ast::Ident { text: text.clone(), quote: None, span };
            names.push(ident(&column.name));
            match create.columns.iter().find(|c| rule.same(&column.name, &c.name.text)) {
                Some(definition) => {
                    part.columns = vec![definition.clone()];
                    builder.columns(&part)?;
                }
                None => builder.add_column(column)?,
            }
        }
        builder.constraints(create)?;
        let mut new = builder.finish(create)?;
        self.check_table(&mut new)?;
        let or = create.or;
        let ignores = or.is_some_and(|o| o.resolution == Resolution::Ignore);
        let insert = ast::Insert {
            with: None,
            table: create.name.clone(),
            alias: None,
            columns: Some(names),
            overriding: None,
            source: ast::InsertSource::Query(query.clone()),
            row_alias: None,
            on_conflict: OnConflict { or, arms: Vec::new() },
            returning: None,
            replace: or.is_some_and(|o| o.resolution == Resolution::Replace),
            delayed: false,
            verb: span,
            load: None,
        };
        let statement = ast::Statement { kind: ast::StatementKind::Insert(Box::new(insert)), span };
        let filling = Filling { statement, ignores, text, rules };
        Ok(Ddl::CreateTableFilled(Box::new(new), Box::new(filling)))
    }

    fn plan_alter_sequence(
        &mut self,
        name: &ast::ObjectName,
        if_exists: bool,
        options: &ast::SequenceOptions,
    ) -> Result<Ddl> {
        let Some(Object::Sequence(sequence)) = self.relation(name) else {
            let kind = ErrorKind::NoSuchTable { name: self.written_name(name) };
            if if_exists {
                return Ok(self.nothing(Some(kind)));
            }
            return Err(kind.nowhere());
        };
        let mut changed = altered_sequence(sequence, options);
        changed.owner = self.owner(options, changed.owner)?;
        let restart = options.restart.map(|to| to.unwrap_or(changed.start));
        let refused = (self.rules.ddl.refuse_sequence)(&changed, restart);
        refused.map_err(ErrorKind::nowhere)?;
        Ok(Ddl::AlterSequence(Rc::new(changed), restart))
    }

    /// The column that OWNED BY names; without it the one that owns the sequence already.
    fn owner(
        &self,
        options: &ast::SequenceOptions,
        known: Option<(crate::catalog::ObjectId, usize)>,
    ) -> Result<Option<(crate::catalog::ObjectId, usize)>> {
        let Some(owned_by) = &options.owned_by else { return Ok(known) };
        let Some(column) = owned_by else { return Ok(None) };
        let Some(table) = &column.table else { return Ok(known) };
        let named = ast::ObjectName { schema: column.schema.clone(), name: table.clone() };
        let table = self.must_table(&named).map_err(Error::elsewhere)?;
        let name = &column.name.text;
        match table.column(name, self.rules.column_names) {
            Some(at) => Ok(Some((table.id, at))),
            None => {
                let (name, table) = (name.to_string(), Some(table.name.to_string()));
                Err(ErrorKind::NoSuchColumn { name, table }.nowhere())
            }
        }
    }

    /// Binds what the table's definition refers to, so that unknown names are found now.
    pub(super) fn check_table(&mut self, new: &mut NewTable) -> Result<()> {
        let checked = self.check_parts(new);
        // PostgreSQL gives no position for what ALTER TABLE adds.
        match new.table.id == 0 || self.rules.ddl.alter_tells_places {
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
            let indexes: Vec<&Index> = new.indexes.iter().collect();
            self.note_duplicates(&new.table, &indexes);
        }
        for check in &new.table.checks {
            refuse(&check.expr, Place::Check).map_err(|kind| kind.at(check.span))?;
            self.bind_condition_of(&check.expr, &scope, "CHECK")?;
        }
        // A generated column does not know the rowid (resolve.c, lookupName).
        let mut bare = self.table_scope(&new.table, None);
        bare.items[0].rowid = None;
        for column in &new.table.columns {
            self.check_generation(column, &new.table, &bare)?;
            self.check_default(column)?;
        }
        Ok(())
    }

    /// Tells of new indexes, which have no number, that are as others before them.
    pub(super) fn note_duplicates(&mut self, table: &Table, indexes: &[&Index]) {
        let Some(words) = self.rules.ddl.duplicate_index else { return };
        for (at, index) in indexes.iter().enumerate().filter(|(_, i)| i.id == 0) {
            let columns = |i: &Index| -> Option<Vec<_>> {
                let part =
                    |t: &crate::catalog::KeyTerm| Some((t.term_column()?, t.prefix, t.descending));
                i.terms.iter().map(part).collect()
            };
            let same = |other: &&Index| {
                other.unique == index.unique
                    && (other.origin == IndexOrigin::PrimaryKey)
                        == (index.origin == IndexOrigin::PrimaryKey)
                    && columns(other).is_some_and(|c| Some(c) == columns(index))
            };
            if indexes[..at].iter().any(same) {
                self.state.notes.push(words(table, index));
            }
        }
    }

    /// Whether a column can be generated so.
    pub(super) fn check_generation(
        &mut self,
        column: &crate::catalog::Column,
        table: &Table,
        scope: &super::scope::Scope<'_>,
    ) -> Result<()> {
        let Some(generated) = &column.generated else { return Ok(()) };
        let refused = (self.rules.ddl.refuse)(&generated.expr, Place::Generated);
        refused.map_err(|kind| kind.at(generated.expr.span))?;
        self.state.clause = "column generation expressions";
        let bound = self.bind(&generated.expr, scope);
        self.state.clause = "";
        let bound = bound?;
        if !self.rules.ddl.clashing_constraints {
            return Ok(());
        }
        self.refuse_settings(&generated.expr, scope, Place::Generated)?;
        refuse_generated(&generated.expr, table, self.rules.column_names)?;
        match (self.rules.write.convert_default)(column, bound) {
            Ok(_) | Err(ErrorKind::Constant(_)) => Ok(()),
            Err(kind) => Err(kind.nowhere()),
        }
    }

    /// Refuses casts that depend on settings where what is computed is kept.
    pub(super) fn refuse_settings(
        &mut self,
        expr: &ast::Expr,
        scope: &super::scope::Scope<'_>,
        place: Place<'_>,
    ) -> Result<()> {
        if !self.rules.expr.whole_rows || !self.by_settings(expr, scope) {
            return Ok(());
        }
        // The words are those for a function that is not immutable.
        let now = ast::ExprKind::Literal(ast::Literal::Current("CURRENT_DATE"));
        let now = ast::Expr { kind: now, span: expr.span };
        (self.rules.ddl.refuse)(&now, place).map_err(ErrorKind::nowhere)
    }

    fn by_settings(&mut self, expr: &ast::Expr, scope: &super::scope::Scope<'_>) -> bool {
        let (by_settings, zoned_functions) =
            (self.rules.ddl.by_settings, self.rules.ddl.zoned_functions);
        let mut type_of = |e: &ast::Expr| self.bind(e, scope).map_or(Type::Unknown, |b| b.ty);
        let own = match &expr.kind {
            ast::ExprKind::Cast { expr: inner, ty } => {
                let from = type_of(inner);
                self.type_of(ty).is_ok_and(|to| by_settings(&from, &to))
            }
            ast::ExprKind::Binary(ast::BinaryOp::Concat, left, right) => {
                let types = [type_of(left), type_of(right)];
                let text = |ty: &Type| by_settings(ty, &Type::Text);
                types.iter().any(text) && !types.iter().all(text)
            }
            ast::ExprKind::Function(call) => {
                let zoned = |ty| by_settings(&ty, &Type::Date);
                zoned_functions.contains(&&*call.name.name.text)
                    && call.args.get(1).is_some_and(|moment| zoned(type_of(moment)))
            }
            _ => false,
        };
        own || expr.children().into_iter().any(|child| self.by_settings(child, scope))
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
        match (self.rules.write.convert_default)(column, bound) {
            // A length or range is the row's that takes the default (PostgreSQL).
            Ok(_) | Err(ErrorKind::Constant(_)) => Ok(()),
            Err(kind) => Err(kind.nowhere()),
        }
    }

    fn plan_create_view(&mut self, create: &ast::CreateView, span: Span) -> Result<Ddl> {
        self.check_schema(&create.name)?;
        let schema = self.must_schema(&create.name, create.temp)?;
        let name = create.name.name.text.clone();
        (self.rules.ddl.check_name_allowed)(&name).map_err(|k| k.at(create.name.name.span))?;
        if create.alters && !matches!(self.relation(&create.name), Some(Object::View(_))) {
            let name = self.written_name(&create.name);
            return Err(match self.relation(&create.name) {
                Some(other) => {
                    let found = other.kind();
                    ErrorKind::WrongKind { name, kind: "view", found }
                }
                None => ErrorKind::NoSuchTable { name },
            }
            .nowhere());
        }
        let kept = self.rules.ddl.dependents_are_kept;
        self.state.stars = kept.then(Default::default);
        if self.rules.ddl.views_are_planned || self.rules.ddl.indexes_per_table {
            self.state.making_view = true;
            let checked = self.check_view(create);
            self.state.making_view = false;
            checked?;
        }
        let stars = self.state.stars.take();
        let replaced = self.replaced_view(create)?;
        if replaced == 0
            && let Some(exists) = self.name_in_use(&create.name, &schema, create.if_not_exists)?
        {
            return Ok(self.nothing(Some(exists)));
        }
        let mut view = View {
            made: Vec::new(),
            id: replaced,
            schema,
            name,
            columns: create.columns.iter().map(|c| c.text.clone()).collect(),
            query: create.query.clone(),
            check: create.check,
            sql: Rc::from((self.rules.ddl.stored_sql)(&self.text_of(span))),
        };
        if let (true, Ok(plan)) = (kept, self.plan_view(&view)) {
            view.made = plan.columns.into_iter().map(|column| (column.name, column.ty)).collect();
        }
        self.check_option(&view)?;
        if self.rules.ddl.temp_is_a_schema && !view.schema.eq_ignore_ascii_case("temp") {
            let own = self.text_of(create.name.name.span);
            let mut elsewhere = Elsewhere { own: &view.schema, found: None };
            mentions_of_query(&view.query, &mut |mention| elsewhere.see(mention));
            elsewhere.refused("view", &own)?;
        }
        // Its spans point into the text that is kept.
        let sql = view.sql.clone();
        let view = match self.rules.ddl.texts_are_edited {
            true => self.view_again(&view, &sql)?,
            false if let Some(stars) = stars => self.without_stars(&view, span.start, stars)?,
            false => view,
        };
        Ok(Ddl::CreateView(Rc::new(view)))
    }

    /// The id of the view whose place OR REPLACE takes; 0 when there is none.
    fn replaced_view(&mut self, create: &ast::CreateView) -> Result<u32> {
        let old = match self.relation(&create.name).filter(|_| create.or_replace) {
            Some(Object::View(view)) => view.clone(),
            Some(other) => {
                let (name, found) = (create.name.name.text.to_string(), other.kind());
                return Err(ErrorKind::WrongKind { name, kind: "view", found }.nowhere());
            }
            None => return Ok(0),
        };
        let Some(may_replace) = self.rules.ddl.may_replace_view else { return Ok(old.id) };
        let mut new = self.plan_query(&create.query, None)?.columns;
        let mut before = self.plan_view(&old)?.columns;
        for (column, given) in new.iter_mut().zip(&create.columns) {
            column.name = given.text.clone();
        }
        for (column, given) in before.iter_mut().zip(&old.columns) {
            column.name = given.clone();
        }
        may_replace(&before, &new).map_err(ErrorKind::nowhere)?;
        Ok(old.id)
    }

    /// Names that a view's query uses must be there, and its columns be told apart (view.c,
    /// DefineView).
    fn check_view(&mut self, create: &ast::CreateView) -> Result<()> {
        let plan = self.plan_query(&create.query, None)?;
        let mut names: Vec<Rc<str>> = plan.columns.iter().map(|c| c.name.clone()).collect();
        let own_words = self.rules.ddl.indexes_per_table;
        let given = create.columns.len();
        if given > names.len() || own_words && given > 0 && given < names.len() {
            return Err(ErrorKind::TooManyViewNames.nowhere());
        }
        for (name, given) in names.iter_mut().zip(&create.columns) {
            *name = given.text.clone();
        }
        match (1..names.len()).find(|at| names[..*at].contains(&names[*at])) {
            Some(at) if own_words => {
                Err(ErrorKind::DuplicateColumn { name: names[at].to_string() }.nowhere())
            }
            Some(at) => Err(ErrorKind::RepeatedColumn { name: names[at].to_string() }.nowhere()),
            None => Ok(()),
        }
    }

    fn plan_create_sequence(
        &mut self,
        name: &ast::ObjectName,
        if_not_exists: bool,
        options: &ast::SequenceOptions,
    ) -> Result<Ddl> {
        let schema = self.must_schema(name, false).map_err(Error::elsewhere)?;
        let exists = self.existing(&schema, &name.name.text).map(|object| ErrorKind::Exists {
            kind: object.kind(),
            name: name.name.text.to_string(),
        });
        if exists.is_some() && if_not_exists {
            return Ok(self.nothing(exists));
        }
        let ty = options.ty.as_ref().map(|ty| self.type_of(ty)).transpose()?;
        if ty.as_ref().is_some_and(|ty| !matches!(ty, Type::Int { .. })) {
            return Err(Refusal::SequenceType.of(&[]).nowhere());
        }
        let greatest = ty.as_ref().map_or(i64::MAX, greatest);
        let mut sequence = new_sequence(schema.clone(), name.name.text.clone(), options, greatest);
        let least = -greatest - 1;
        for (word, value) in [("MAXVALUE", sequence.max), ("MINVALUE", sequence.min)] {
            if value > greatest || value < least {
                let words = (self.rules.ddl.type_words)(ty.as_ref().unwrap_or(&Type::Unknown));
                let of = [word, &value.to_string(), &words];
                return Err(Refusal::SequenceBound.of(&of).nowhere());
            }
        }
        (self.rules.ddl.refuse_sequence)(&sequence, None).map_err(ErrorKind::nowhere)?;
        if let Some(cache) = options.cache.filter(|cache| *cache < 1) {
            return Err(Refusal::SequenceCache.of(&[&cache.to_string()]).nowhere());
        }
        if let Some(exists) = exists {
            return Err(exists.at(name.name.span));
        }
        self.free_of_types(&schema, &name.name.text, true)?;
        sequence.owner = self.owner(options, sequence.owner)?;
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

/// The greatest value of a sequence for a type.
pub(super) fn greatest(ty: &Type) -> i64 {
    match ty {
        Type::Int { bits: 16, .. } => i64::from(i16::MAX),
        Type::Int { bits: 32, .. } => i64::from(i32::MAX),
        _ => i64::MAX,
    }
}

/// A sequence with other options.
pub(super) fn altered_sequence(sequence: &Sequence, options: &ast::SequenceOptions) -> Sequence {
    let mut changed = sequence.clone();
    changed.start = options.start.unwrap_or(changed.start);
    changed.increment = options.increment.unwrap_or(changed.increment);
    // A sequence of another type than bigint goes on within it.
    let greatest = [i64::from(i16::MAX), i64::from(i32::MAX)];
    let greatest = greatest.into_iter().find(|n| *n == sequence.max).unwrap_or(i64::MAX);
    let (min, max) = bounds(changed.increment, greatest);
    changed.min = options.min.map_or(changed.min, |given| given.unwrap_or(min));
    changed.max = options.max.map_or(changed.max, |given| given.unwrap_or(max));
    changed.cycle = options.cycle.unwrap_or(changed.cycle);
    changed
}

/// The least and the greatest value where none is given.
fn bounds(increment: i64, greatest: i64) -> (i64, i64) {
    if increment < 0 { (-greatest - 1, -1) } else { (1, greatest) }
}

pub(super) fn new_sequence(
    schema: Rc<str>,
    name: Rc<str>,
    options: &ast::SequenceOptions,
    greatest: i64,
) -> Sequence {
    let increment = options.increment.unwrap_or(1);
    let (min, max) = bounds(increment, greatest);
    let (min, max) = (options.min.flatten().unwrap_or(min), options.max.flatten().unwrap_or(max));
    let start = options.start.unwrap_or(if increment < 0 { max } else { min });
    let cycle = options.cycle.unwrap_or(false);
    Sequence { id: 0, schema, name, owner: None, start, increment, min, max, cycle }
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

/// The first other database that a text which is kept speaks of (attach.c, sqlite3FixSrcList).
pub(super) struct Elsewhere<'s> {
    /// The database that it belongs to.
    pub own: &'s str,
    /// The other one.
    pub found: Option<Rc<str>>,
}

impl Elsewhere<'_> {
    pub(super) fn see(&mut self, mention: Mention<'_>) {
        if let Mention::Table(name, _) = mention
            && let Some(schema) = &name.schema
            && !schema.text.eq_ignore_ascii_case(self.own)
        {
            self.found.get_or_insert_with(|| schema.text.clone());
        }
    }

    /// # Errors
    /// There is one.
    pub(super) fn refused(self, kind: &str, name: &str) -> Result<()> {
        match self.found {
            Some(other) => Err(super::from::refers_elsewhere(kind, name, &other)),
            None => Ok(()),
        }
    }
}
