//! FROM: which tables, queries and joins there are, and where their columns stand. Conditions
//! are placed and rows found in `access`.

use std::rc::Rc;

use super::Planner;
use super::column_names::Names;
use super::cte::Reference;
use super::expr::TableFunction;
use super::node::{Compare, CompareOp, Expr, Node, ResultColumn, TableCall};
use super::scope::{Scope, ScopeItem};
use crate::catalog::{Object, Space, Table, View};
use crate::collation::Collation;
use crate::error::{ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast::{self, FromItem, JoinConstraint, JoinKind};
use crate::types::Type;

/// What FROM is made of, each item by its number in the scope.
#[allow(clippy::large_enum_variant, reason = "a handful per query, taken apart at once")]
#[derive(Debug)]
pub(super) enum Source<'q> {
    /// No FROM: one row without columns.
    One,
    /// A table, with the conditions of a query that stands for it.
    Table(usize, Rc<Table>, Vec<Expr>),
    /// A query, or the like.
    Query {
        /// Its number.
        item: usize,
        /// Its rows.
        node: Node,
        /// It refers to rows around it or beside it, so that it must run again for each.
        dependent: bool,
    },
    /// A join.
    Join(Box<SourceJoin<'q>>),
}

/// A join of two sources.
#[derive(Debug)]
pub(super) struct SourceJoin<'q> {
    pub(super) left: Source<'q>,
    pub(super) right: Source<'q>,
    pub(super) kind: JoinKind,
    /// ON, to be bound when the scope is whole.
    pub(super) on: Option<&'q ast::Expr>,
    /// Equal pairs of USING and NATURAL, already bound: condition and the items in it.
    pub(super) using: Vec<(Expr, u64)>,
}

impl Planner<'_> {
    /// Adds an item of FROM to a scope.
    pub(super) fn add_from<'q>(
        &mut self,
        item: &'q FromItem,
        scope: &mut Scope<'_>,
    ) -> Result<Source<'q>> {
        let before = scope.items.len();
        let source = self.add_item(item, scope)?;
        let rule = self.rules.table_names;
        for (number, added) in scope.items.iter().enumerate().skip(before) {
            let repeated = scope.items[..number].iter().any(|i| {
                !i.name.is_empty() && i.schema == added.schema && rule.same(&i.name, &added.name)
            });
            if repeated && self.rules.expr.unique_names {
                return Err(ErrorKind::RepeatedName { name: added.name.to_string() }.nowhere());
            }
        }
        Ok(source)
    }

    fn add_item<'q>(&mut self, item: &'q FromItem, scope: &mut Scope<'_>) -> Result<Source<'q>> {
        match item {
            FromItem::Table { name, alias, columns, indexed } => {
                let mut wanted = None;
                if let (Some(how), Some(Object::Table(table))) = (indexed, self.relation(name)) {
                    let own = self.catalog.indexes_of(table.id);
                    let find = |index: &ast::Ident| {
                        let mut own = own.iter();
                        own.find(|i| i.name.eq_ignore_ascii_case(&index.text))
                    };
                    match how {
                        ast::Indexed::Not => wanted = Some(None),
                        ast::Indexed::By(index) => {
                            let name = index.text.to_string();
                            let missing = || ErrorKind::NoSuchIndex { name }.at(index.span);
                            wanted = Some(Some(find(index).ok_or_else(missing)?.id));
                        }
                        // What they ask for changes no answer.
                        ast::Indexed::Hints(keys) => {
                            let unknown = keys.iter().find(|key| find(key).is_none());
                            if let (Some(key), Some(error)) =
                                (unknown, self.rules.ddl.no_such_renamed_key)
                            {
                                let shown = alias.as_ref().unwrap_or(&name.name);
                                return Err(error(&key.text, &shown.text).at(key.span));
                            }
                        }
                    }
                }
                let source = self.add_table(name, alias.as_ref(), columns, scope)?;
                // What is no table has no indexes (build.c, sqlite3IndexedByLookup).
                if let (Some(ast::Indexed::By(index)), None) = (indexed, &wanted) {
                    let common = name.schema.is_none() && self.is_common(&name.name);
                    let name = match common {
                        true => ["\"", &index.text, "\""].concat(),
                        false => index.text.to_string(),
                    };
                    return Err(ErrorKind::NoSuchIndex { name }.at(index.span));
                }
                if let (Some(item), true) = (scope.items.last_mut(), wanted.is_some()) {
                    item.indexed = wanted;
                }
                Ok(source)
            }
            FromItem::Subquery { query, alias, columns, lateral, span } => {
                let names: Vec<_> = columns.iter().map(|c| c.text.clone()).collect();
                let name = alias.as_ref().map_or("", |a| &a.text);
                let refuse = self.rules.expr.refuse_derived;
                refuse(name, &[]).map_err(|kind| kind.at(*span))?;
                if !lateral
                    && let Some(source) = self.flattened(query, (name, &names), false, scope)
                {
                    return Ok(source);
                }
                let before = scope.outer.map_or(0, Scope::reached);
                let mut plan = match lateral {
                    true => self.plan_query(query, Some(&*scope))?,
                    false => self.plan_query(query, scope.outer)?,
                };
                self.name_columns(&query.body, &mut plan.columns, Names::Written);
                let outside = scope.outer.is_some_and(|o| o.reached() != before);
                self.check_names(name, &plan.columns, columns).map_err(|e| e.or_at(*span))?;
                if names.is_empty() {
                    refuse(name, &plan.columns).map_err(|kind| kind.at(*span))?;
                }
                let width = plan.columns.len();
                let rows = Rc::new(self.read_as_typed(query, plan.node, &plan.columns));
                let label = alias.as_ref().map(|a| a.text.clone());
                self.note_source(&rows, label.as_ref(), &plan.columns, Some(query));
                let derived = Node::Derived { query: rows, width, lateral: *lateral, label };
                let item = scope.items.len();
                let offset = scope.width();
                scope.items.push(ScopeItem::of_query(
                    name,
                    &plan.columns,
                    &names,
                    offset,
                    self.rules.expr.untyped_is_text,
                ));
                Ok(Source::Query { item, node: derived, dependent: *lateral || outside })
            }
            FromItem::Function { name, args, alias, columns, numbered, span } => {
                let schema = name.schema.as_ref().map(|s| &*s.text);
                let view = (self.rules.catalog_view)(schema, &name.name.text);
                if view.is_none() && self.rules.ddl.texts_are_edited {
                    return Err(self.no_function(name, *span));
                }
                if let Some(populated) = self.populated(name, args, alias.as_ref(), *span)? {
                    return match self.add_from(&populated, scope)? {
                        Source::Query { item, node, dependent } => {
                            Ok(Source::Query { item, node, dependent })
                        }
                        _ => Err(ErrorKind::unsupported("this record").at(*span)),
                    };
                }
                let mut bound = Vec::new();
                let named = args.iter().any(super::routine::is_named);
                for arg in args.iter().filter(|_| !named) {
                    bound.push(self.bind(arg, scope)?);
                }
                if let Some(view) = view {
                    let label = alias.as_ref().map_or(&name.name.text, |a| &a.text);
                    let (item, offset) = (scope.items.len(), scope.width());
                    scope.items.push(ScopeItem::of_query(
                        label,
                        &view.columns,
                        &[],
                        offset,
                        self.rules.expr.untyped_is_text,
                    ));
                    let width = view.columns.len();
                    let mut args: Vec<_> = bound.into_iter().map(|b| b.expr).collect();
                    if args.is_empty() {
                        args.extend(view.args.into_iter().map(Expr::Const));
                    }
                    let node = Node::Catalog { call: view.call, args, width };
                    return Ok(Source::Query { item, node, dependent: true });
                }
                let rules = &self.rules.expr;
                let made = self.bind_rows(name, args, scope)?;
                let (mut function, program) = match made {
                    Some((call, columns)) => {
                        let (call, none): (_, TableCall) = (call, |_, _| Ok(Vec::new()));
                        (TableFunction { call: none, args: Vec::new(), columns }, Some(call))
                    }
                    None if named => {
                        return Err(ErrorKind::unsupported("named arguments").at(*span));
                    }
                    None => {
                        let found = (rules.table_function)(&name.name.text, bound);
                        (found.map_err(|kind| kind.at(*span))?, None)
                    }
                };
                let label = alias.as_ref().map_or(&name.name.text, |a| &a.text);
                let mut names: Vec<_> = columns.iter().map(|c| c.text.clone()).collect();
                // A function's only column goes by the function's alias, unless it has a name.
                let own = function.columns.first().is_some_and(|c| *c.name != *name.name.text);
                if let (Some(alias), [], [_], false) =
                    (alias, &names[..], &function.columns[..], own)
                {
                    names.push(alias.text.clone());
                }
                let scalar = own && rules.whole_rows && function.columns.len() == 1;
                if *numbered {
                    names.extend(function.columns.iter().skip(names.len()).map(|c| c.name.clone()));
                    function.columns.push(ordinality());
                }
                self.check_names(label, &function.columns, columns)?;
                let (item, offset) = (scope.items.len(), scope.width());
                let columns = &function.columns;
                let text = self.rules.expr.untyped_is_text;
                let of_query = ScopeItem::of_query(label, columns, &names, offset, text);
                scope.items.push(ScopeItem { scalar, ..of_query });
                let (call, args) = (function.call, function.args);
                let (width, numbered) = (function.columns.len(), *numbered);
                let node = match program {
                    Some(call) => Node::Program { call, width, numbered },
                    None => Node::Function { call, args, width, numbered },
                };
                Ok(Source::Query { item, node, dependent: true })
            }
            FromItem::Join(join) => self.add_join(join, scope),
        }
    }

    /// `jsonb_populate_recordset(NULL::t, …)` as a query of the members that are columns of the table.
    fn populated(
        &self,
        name: &ast::ObjectName,
        args: &[ast::Expr],
        alias: Option<&ast::Ident>,
        span: Span,
    ) -> Result<Option<FromItem>> {
        use ast::{ExprKind, Literal};
        if !self.rules.expr.populating.contains(&&*name.name.text) {
            return Ok(None);
        }
        let [ast::Expr { kind: ExprKind::Cast { expr, ty }, .. }, rows] = args else {
            return Ok(None);
        };
        let Some(Object::Table(table)) = self.relation(&super::procedure::relation_of_type(ty))
        else {
            return Ok(None);
        };
        if !matches!(expr.kind, ExprKind::Literal(Literal::Null)) {
            return Ok(None);
        }
        let mut columns = Vec::with_capacity(table.columns.len());
        for column in &table.columns {
            if matches!(column.ty, Type::Array(_)) {
                return Err(ErrorKind::unsupported("arrays in a record of JSON").at(span));
            }
            let words = (self.rules.ddl.type_words)(&column.ty).to_ascii_uppercase();
            let of = ast::TypeName { name: words.into(), args: Vec::new(), ..ty.clone() };
            let ident = ast::Ident { text: column.name.clone(), quote: None, span };
            columns.push((ident, of));
        }
        let alias = alias.unwrap_or(&name.name).clone();
        let (name, dimensions) = ("JSONB".into(), 0);
        let jsonb = ast::TypeName { name, args: Vec::new(), dimensions, ..ty.clone() };
        let kind = ExprKind::Cast { expr: Box::new(rows.clone()), ty: jsonb };
        let args = vec![ast::Expr { kind, span: rows.span }];
        let rows =
            crate::syntax::record_set("jsonb_array_elements", args, columns, Some(alias), span);
        Ok(Some(rows))
    }

    fn add_table<'q>(
        &mut self,
        name: &ast::ObjectName,
        alias: Option<&ast::Ident>,
        columns: &[ast::Ident],
        scope: &mut Scope<'_>,
    ) -> Result<Source<'q>> {
        let item = scope.items.len();
        let offset = scope.width();
        let label = alias.map(|a| &*a.text);
        let names: Vec<_> = columns.iter().map(|c| c.text.clone()).collect();
        self.note_table(name, None);
        if name.schema.is_none()
            && let Some(source) = self.flattened_common(&name.name, label, &names, scope)
        {
            return Ok(source);
        }
        if name.schema.is_none()
            && let Some(Reference { mut node, columns: results, dependent }) =
                self.common_table(&name.name, scope)?
        {
            let label = label.unwrap_or(&name.name.text);
            if let Node::Shared { label: own, .. }
            | Node::Derived { label: own, .. }
            | Node::WorkingTable { label: own, .. } = &mut node
            {
                *own = Some(Rc::from(label));
            }
            scope.items.push(ScopeItem::of_query(
                label,
                &results,
                &names,
                offset,
                self.rules.expr.untyped_is_text,
            ));
            return Ok(Source::Query { item, node, dependent });
        }
        match self.relation(name) {
            Some(Object::Table(table)) => {
                let table = table.clone();
                self.note_table(name, Some(table.id));
                let mut added = ScopeItem::of_table(&table, label, offset);
                for (column, name) in added.columns.iter_mut().zip(names) {
                    column.name = name;
                }
                scope.items.push(added);
                Ok(Source::Table(item, table, Vec::new()))
            }
            Some(Object::View(view)) => {
                let view = view.clone();
                self.note_table(name, Some(view.id));
                let label = label.unwrap_or(&view.name);
                if let Some(source) = self.flattened_view(&view, label, &names, scope) {
                    return Ok(source);
                }
                let plan = self.plan_view(&view)?;
                let names = if names.is_empty() { view.columns.clone() } else { names };
                scope.items.push(ScopeItem::of_query(
                    label,
                    &plan.columns,
                    &names,
                    offset,
                    self.rules.expr.untyped_is_text,
                ));
                let width = plan.columns.len();
                let rows = Rc::new(self.read_as_typed(&view.query, plan.node, &plan.columns));
                self.note_source(&rows, Some(&view.name), &plan.columns, None);
                let label = Some(Rc::from(label));
                let node = Node::Derived { query: rows, width, lateral: false, label };
                Ok(Source::Query { item, node, dependent: false })
            }
            _ => {
                let schema = name.schema.as_ref().map(|s| &*s.text);
                let is_here = |s: &str| self.search_path().any(|own| own.eq_ignore_ascii_case(s));
                let here = !self.rules.ddl.temp_is_a_schema || schema.is_none_or(is_here);
                if let Some(view) =
                    (self.rules.catalog_view)(schema, &name.name.text).filter(|_| here)
                {
                    let label = label.unwrap_or(&name.name.text);
                    scope.items.push(ScopeItem::of_query(
                        label,
                        &view.columns,
                        &names,
                        offset,
                        self.rules.expr.untyped_is_text,
                    ));
                    let width = view.columns.len();
                    let args = view.args.into_iter().map(Expr::Const).collect();
                    let node = Node::Catalog { call: view.call, args, width };
                    return Ok(Source::Query { item, node, dependent: false });
                }
                let system = self.rules.expr.system_table;
                let schema = match self.relation(name) {
                    Some(Object::Sequence(sequence)) => Some(&*sequence.schema),
                    _ => schema,
                };
                let transition = self.transition_table(name);
                let found = transition.or_else(|| system(self.catalog, schema, &name.name.text));
                let Some(table) = found else {
                    if (self.rules.ddl.known_relation)(name) {
                        let what = format!("relation {}", name.name.text);
                        return Err(ErrorKind::unsupported(what).at(name.name.span));
                    }
                    return Err(self.no_such_table(name));
                };
                let label = label.unwrap_or(&name.name.text);
                scope.items.push(ScopeItem::of_query(
                    label,
                    &table.columns,
                    &names,
                    offset,
                    self.rules.expr.untyped_is_text,
                ));
                let (call, args, width) = (table.call, table.args, table.columns.len());
                let node = Node::Function { call, args, width, numbered: false };
                Ok(Source::Query { item, node, dependent: false })
            }
        }
    }

    /// A table of the rows that the statement changed which fired the trigger.
    /// What is wrong with a call in FROM of what is no function that gives rows (SQLite).
    fn no_function(&self, name: &ast::ObjectName, span: Span) -> crate::error::Error {
        let text = &*name.name.text;
        if self.relation(name).is_some() {
            return super::alter_text::message(["'", text, "' is not a function"].concat());
        }
        match (self.rules.ddl.known_relation)(name) {
            true => ErrorKind::unsupported(["PRAGMA as the function ", text].concat()).at(span),
            false => no_such_table(name),
        }
    }

    fn transition_table(&self, name: &ast::ObjectName) -> Option<super::expr_rules::TableFunction> {
        let is = |t: &&super::procedure::TransitionTable| *t.0 == *name.name.text;
        let (_, new, table) = self.state.transitions.iter().find(is)?;
        let column = |c: &crate::catalog::Column| super::node::ResultColumn {
            name: c.name.clone(),
            origin: None,
            ty: c.ty.clone(),
            declared: c.declared.clone(),
            collation: c.collation,
            collates: true,
        };
        Some(super::expr_rules::TableFunction {
            call: |host, args| {
                Ok(host.transition(matches!(args[0], crate::value::Value::Bool(true))))
            },
            args: vec![Expr::Const(crate::value::Value::Bool(*new))],
            columns: table.columns.iter().map(column).collect(),
        })
    }

    /// A view's query, which sees nothing of the query that uses it.
    ///
    /// # Errors
    /// As [`Planner::plan_query`]; a view that is part of itself.
    pub fn plan_view(&mut self, view: &View) -> Result<super::node::QueryPlan> {
        let plan = self.in_view(view, |planner| planner.plan_query(&view.query, None));
        let mut plan = plan.map_err(|error| match &*error.kind {
            ErrorKind::NoSuchTable { .. }
            | ErrorKind::NoSuchColumn { .. }
            | ErrorKind::NoSuchQualifier { .. }
            | ErrorKind::NoSuchFunction { .. }
            | ErrorKind::NoFunction { .. }
                if self.rules.ddl.indexes_per_table =>
            {
                ErrorKind::BrokenView { name: view.name.to_string() }.nowhere()
            }
            _ => error,
        })?;
        self.name_columns(&view.query.body, &mut plan.columns, Names::Found);
        let (named, found) = (view.columns.len(), plan.columns.len());
        if named > 0 && named != found {
            let message = format!("expected {named} columns for '{}' but got {found}", view.name);
            return Err(super::alter_text::message(&message));
        }
        Ok(plan)
    }

    /// Does what is to be done with a view's query where its names are looked up.
    pub(super) fn in_view<T>(
        &mut self,
        view: &View,
        plan: impl FnOnce(&mut Planner<'_>) -> Result<T>,
    ) -> Result<T> {
        if self.state.views.contains(&view.id) {
            return Err(ErrorKind::CircularView { name: view.name.to_string() }.nowhere());
        }
        if self.state.depth >= self.settings.depth {
            return Err(ErrorKind::Limit { what: "depth" }.nowhere());
        }
        self.state.depth += 1;
        self.state.views.push(view.id);
        if let Some(explained) = &mut self.state.explained {
            explained.number_view(&view.query);
        }
        let mut inner = Planner {
            catalog: self.catalog,
            rules: self.rules,
            text: &view.sql,
            base: 0,
            settings: self.settings,
            state: std::mem::take(&mut self.state),
        };
        let hidden = std::mem::take(&mut inner.state.common);
        let home = std::mem::replace(&mut inner.state.home, self.home_of(&view.schema));
        let plan = plan(&mut inner);
        self.state = inner.state;
        self.state.home = home;
        self.state.common = hidden;
        self.state.views.pop();
        self.state.depth -= 1;
        // Spans of a view point into another text than the statement's. SQLite's views look for
        // tables in their own schema (attach.c, sqlite3FixSelect).
        let own_schema =
            self.home_of(&view.schema).is_some() && !self.rules.ddl.dependents_are_kept;
        plan.map_err(|e| {
            let kind = match e.into_kind() {
                ErrorKind::NoSuchTable { name } if own_schema && !name.contains('.') => {
                    ErrorKind::NoSuchTable { name: format!("{}.{name}", view.schema) }
                }
                kind => kind,
            };
            kind.nowhere()
        })
    }

    fn check_names(
        &self,
        table: &str,
        columns: &[ResultColumn],
        named: &[ast::Ident],
    ) -> Result<()> {
        if let [only] = named
            && *only.text == *crate::syntax::ARRAY_ITEM
            && columns.len() > 1
        {
            let kind = ErrorKind::SubqueryColumns { found: columns.len(), expected: 1 };
            return Err(kind.at(only.span));
        }
        if named.len() > columns.len() {
            let (found, named) = (columns.len(), named.len());
            let table = table.to_string();
            return Err(ErrorKind::NamedColumns { table, found, named }.nowhere());
        }
        Ok(())
    }

    /// The schemas in which a bare name is looked up, in order.
    pub(super) fn search_path(&self) -> impl Iterator<Item = &str> {
        let attached = self.settings.attached.iter().map(|s| &**s);
        let default = self.rules.default_schema;
        let own = move |s: &&'static str| if *s == default { self.database() } else { *s };
        self.rules.search_path.iter().map(own).chain(attached)
    }

    /// The schema of bare names of what is made.
    pub(super) fn database(&self) -> &str {
        let Some(first) = self.settings.database.as_deref() else {
            return self.rules.default_schema;
        };
        // The first on the path that is there (namespace.c, recomputeNamespacePath).
        if !self.rules.ddl.dependents_are_kept || self.is_schema(first) {
            return first;
        }
        let mut rest = self.settings.attached.iter();
        rest.find(|s| self.is_schema(s)).map_or("", |s| s)
    }

    /// The table, view, index or sequence of a name.
    pub(super) fn relation(&self, name: &ast::ObjectName) -> Option<&Object> {
        let schema = name.schema.as_ref().map(|s| &*s.text);
        self.object(schema, Space::Relation, &name.name.text)
    }

    /// The object of a name in a schema, or of a bare one where that is looked up.
    pub(super) fn object(&self, schema: Option<&str>, space: Space, name: &str) -> Option<&Object> {
        let look = |schema: &str| self.catalog.get(&self.catalog.key(schema, space, name));
        let closed = !self.rules.ddl.dependents_are_kept;
        match (schema, &self.state.home) {
            (Some(schema), _) => look(schema),
            (None, Some(home)) if closed => look(home),
            (None, Some(home)) => look(home).or_else(|| self.search_path().find_map(look)),
            (None, None) => self.search_path().find_map(look),
        }
    }

    /// The collation that tables of a database have, where one was given (MySQL).
    pub(super) fn database_collation(&self, schema: &str) -> Option<&'static Collation> {
        let (_, name) = self.settings.databases.iter().find(|(s, _)| **s == *schema)?;
        (self.rules.ddl.collation)(name)
    }

    /// The schema in which alone what belongs to a schema looks names up: its own (attach.c).
    pub(super) fn home_of(&self, schema: &Rc<str>) -> Option<Rc<str>> {
        let closed = match &self.settings.database {
            _ if self.rules.ddl.dependents_are_kept => true,
            Some(database) => database != schema,
            None => self.rules.ddl.schemas_are_closed,
        };
        let own = closed && !schema.eq_ignore_ascii_case("temp");
        own.then(|| schema.clone())
    }

    /// The table's name of a CREATE INDEX or CREATE TRIGGER with the schema of the object that is
    /// made: the one written, else that of a temporary table, else the first (SQLite).
    pub(super) fn with_home(
        &self,
        made: Option<&ast::ObjectName>,
        table: &ast::ObjectName,
        kind: &str,
    ) -> Result<ast::ObjectName> {
        let mut named = table.clone();
        let Some(made) = made.filter(|_| self.rules.ddl.schemas_are_closed) else {
            return Ok(named);
        };
        let temporary = self.catalog.key("temp", Space::Relation, &table.name.text);
        let there = self.catalog.get(&temporary).is_some();
        let temporary = match &table.schema {
            Some(schema) => there && schema.text.eq_ignore_ascii_case("temp"),
            None => there,
        };
        let schema = match &made.schema {
            Some(schema) => schema.text.clone(),
            None if temporary => return Ok(named),
            None => Rc::from(self.rules.default_schema),
        };
        if schema.eq_ignore_ascii_case("temp") {
            return Ok(named);
        }
        match &table.schema {
            Some(other) if !other.text.eq_ignore_ascii_case(&schema) => {
                Err(refers_elsewhere(kind, &self.text_of(made.name.span), &other.text))
            }
            _ => {
                named.schema = Some(ast::Ident { text: schema, ..table.name.clone() });
                Ok(named)
            }
        }
    }

    /// The table of a name.
    ///
    /// # Errors
    /// There is none.
    pub fn must_table(&self, name: &ast::ObjectName) -> Result<Rc<Table>> {
        match self.relation(name) {
            Some(Object::Table(table)) => {
                self.note_table(name, Some(table.id));
                Ok(table.clone())
            }
            _ => match (self.rules.ddl.protected_table)(&name.name.text) {
                Some(table) => Err(self.protected(table, "modified").at(name.name.span)),
                None => Err(self.no_such_table(name)),
            },
        }
    }

    /// There is no table of a name, but an index perhaps (PostgreSQL).
    fn no_such_table(&self, name: &ast::ObjectName) -> crate::error::Error {
        match self.relation(name) {
            Some(Object::Index(index)) if self.rules.expr.whole_rows => {
                Refusal::IndexOpened.of(&[&index.name]).at(name.name.span)
            }
            _ => no_such_table(name),
        }
    }

    /// A table of the database's own, AUTOINCREMENT's book included, which may be written all the same.
    pub(super) fn protected_or_book(&self, name: &str) -> Option<&'static str> {
        let book = self.rules.ddl.book_name.filter(|book| name.eq_ignore_ascii_case(book));
        (self.rules.ddl.protected_table)(name).or(book)
    }

    /// The error for a table of the system and what cannot be done to it.
    pub(super) fn protected(&self, table: &str, verb: &'static str) -> ErrorKind {
        ErrorKind::Protected { table: table.to_string(), verb }
    }

    fn add_join<'q>(&mut self, join: &'q ast::Join, scope: &mut Scope<'_>) -> Result<Source<'q>> {
        let start = scope.items.len();
        let left = self.add_from(&join.left, scope)?;
        let middle = scope.items.len();
        let right = self.add_from(&join.right, scope)?;
        let mut names: Vec<(Rc<str>, crate::span::Span)> = Vec::new();
        let mut on = None;
        match &join.constraint {
            JoinConstraint::None => {}
            JoinConstraint::On(condition) => on = Some(condition),
            JoinConstraint::Using(columns) => {
                names.extend(columns.iter().map(|c| (c.text.clone(), c.span)));
            }
        }
        if join.natural {
            let rule = self.rules.column_names;
            for item in &scope.items[start..middle] {
                for column in item.columns.iter().filter(|c| !c.merged) {
                    let shared = scope.items[middle..]
                        .iter()
                        .any(|i| i.columns.iter().any(|c| rule.same(&c.name, &column.name)));
                    if shared {
                        names.push((column.name.clone(), join.span));
                    }
                }
            }
        }
        let mut using = Vec::new();
        let highest = scope.items[start..].iter().flat_map(|i| &i.columns).map(|c| c.first).max();
        for (at, (name, span)) in names.iter().enumerate() {
            let (span, rank) = (*span, highest.unwrap_or(0) + (names.len() - at) as u32);
            self.put_first(name, rank, &mut scope.items[start..middle]);
            let pair = self.merge_columns(name, start, middle, join.kind, scope);
            using.push(pair.map_err(|kind| kind.at(span))?);
        }
        Ok(Source::Join(Box::new(SourceJoin { left, right, kind: join.kind, on, using })))
    }

    /// A column of USING comes before others in `*`, where the dialect has it so.
    fn put_first(&self, name: &str, rank: u32, items: &mut [ScopeItem]) {
        let rule = self.rules.column_names;
        let mut columns = items.iter_mut().flat_map(|i| &mut i.columns);
        if self.rules.expr.merged_first
            && let Some(column) = columns.find(|c| !c.merged && rule.same(&c.name, name))
        {
            column.first = rank;
        }
    }

    /// USING: the condition that the two columns of a name are equal; one name means both.
    fn merge_columns(
        &self,
        name: &str,
        start: usize,
        middle: usize,
        kind: JoinKind,
        scope: &mut Scope<'_>,
    ) -> super::expr::Bind<(Expr, u64)> {
        let rule = self.rules.column_names;
        let find = |items: std::ops::Range<usize>| {
            let mut items = items;
            items.find_map(|i| {
                let columns = &scope.items[i].columns;
                let at = columns.iter().position(|c| !c.merged && rule.same(&c.name, name))?;
                Some((i, at))
            })
        };
        let missing = || ErrorKind::UsingColumn { name: name.to_string() };
        let (left_item, left_column) = find(start..middle).ok_or_else(missing)?;
        let right = find(middle..scope.items.len()).ok_or_else(missing)?;
        let (right_item, right_column) = right;
        let found = |item, column| {
            let column = Some(column);
            super::scope::Found { up: 0, item, column, own: false }
        };
        let left = self.column(found(left_item, left_column), scope)?;
        let right = self.column(found(right_item, right_column), scope)?;
        let at = |item: usize, column: usize| scope.items[item].position(Some(column));
        let (left_at, right_at) = (at(left_item, left_column), at(right_item, right_column));
        scope.mark(left_at);
        scope.mark(right_at);
        let condition = (self.rules.expr.compare)(CompareOp::Eq, left, right)?;
        scope.items[right_item].columns[right_column].merged = true;
        if matches!(kind, JoinKind::Right | JoinKind::Full) {
            scope.items[left_item].columns[left_column].also.push(right_at);
        }
        Ok((condition, 1 << left_item | 1 << right_item))
    }
}

fn no_such_table(name: &ast::ObjectName) -> crate::error::Error {
    let qualifier = name.schema.as_ref().map(|s| format!("{}.", s.text)).unwrap_or_default();
    let span = name.schema.as_ref().map_or(name.name.span, |s| s.span.to(name.name.span));
    ErrorKind::NoSuchTable { name: format!("{qualifier}{}", name.name.text) }.at(span)
}

/// A comparison, when an expression is one.
pub(super) fn as_compare(expr: &Expr) -> Option<&Compare> {
    match expr {
        Expr::Compare(compare) => Some(compare),
        Expr::Truth(inner) | Expr::TruthOfAll(inner) => as_compare(inner),
        _ => None,
    }
}

/// What belongs to one database cannot use another (attach.c).
pub(super) fn refers_elsewhere(kind: &str, own: &str, other: &str) -> crate::error::Error {
    let words = [kind, " ", own, " cannot reference objects in database ", other];
    super::alter_text::message(words.concat())
}

/// The column of WITH ORDINALITY (queries-table-expressions, 7.2.1.4).
fn ordinality() -> super::node::ResultColumn {
    let ty = crate::types::Type::Int { bits: 64, unsigned: false };
    super::node::ResultColumn::computed("ordinality", ty)
}
