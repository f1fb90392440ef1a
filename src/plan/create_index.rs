//! CREATE INDEX and the terms of a key: names and expressions → positions, collations and texts.

use std::rc::Rc;

use super::Planner;
use super::ddl::{Ddl, NewIndex};
use super::rules::{KeyName, Place};
use crate::catalog::{Index, IndexOrigin, KeyTerm, NameKey, Object, Space, Table, Term};
use crate::error::{ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast;
use crate::types::Type;

impl Planner<'_> {
    /// What is wrong with the name of an index, or why none is made.
    fn index_name_taken(
        &self,
        create: &ast::CreateIndex,
        given: &ast::ObjectName,
        table: &Table,
        taken: &dyn Fn(&str) -> bool,
    ) -> Result<Option<Ddl>> {
        let (name, at) = (&given.name.text, given.name.span);
        (self.rules.ddl.check_name_allowed)(name).map_err(|kind| kind.at(at))?;
        let existing = self.existing(&table.schema, name).map_or("index", Object::kind);
        let shared = existing != "index" && self.rules.ddl.kinds_share_names;
        let known = taken(name);
        if known && create.if_not_exists && !(shared && self.rules.ddl.texts_are_edited) {
            let kind = ErrorKind::Exists { kind: "index", name: name.to_string() };
            return Ok(Some(self.nothing(Some(kind))));
        }
        let name = name.to_string();
        match known {
            false => Ok(None),
            true if shared => Err(ErrorKind::NameTaken { kind: "table", name }.at(at)),
            true => Err(ErrorKind::Exists { kind: existing, name }.at(at)),
        }
    }

    pub(super) fn plan_create_index(
        &mut self,
        create: &ast::CreateIndex,
        span: Span,
    ) -> Result<Ddl> {
        let at = create.table.name.span;
        self.refuse_null_order(&create.terms)?;
        if let Some(name) = create.name.as_ref().filter(|n| n.schema.is_some()) {
            self.must_schema(name, false)?;
        }
        let named = self.with_home(create.name.as_ref(), &create.table, "index")?;
        self.refuse_temp_index(create, &named)?;
        if self.rules.ddl.narrow_keys && matches!(self.relation(&named), Some(Object::View(_))) {
            return Err(super::alter_text::message("views may not be indexed"));
        }
        if let Some(system) = self.protected_or_book(&create.table.name.text) {
            return Err(self.protected(system, "indexed").at(at));
        }
        let table = self.check_schema(&named).and_then(|()| self.must_table(&named));
        let table = table.map_err(|error| self.of_definition(error, create.name.as_ref()));
        let table = table.map_err(|error| (self.rules.ddl.of_utility)(error))?;
        let indexes = self.catalog.indexes_of(table.id);
        let space =
            if self.rules.ddl.indexes_per_table { Space::TableIndex } else { Space::Relation };
        let catalog = self.catalog;
        let taken = |name: &str| catalog.get(&index_key(catalog, space, &table, name)).is_some();
        // SQLite looks at the name first (build.c, sqlite3CreateIndex).
        let early = self.rules.ddl.texts_are_edited;
        if let (Some(given), true) = (&create.name, early)
            && let Some(nothing) = self.index_name_taken(create, given, &table, &taken)?
        {
            return Ok(nothing);
        }
        // PostgreSQL looks at the condition first (parse_utilcmd.c, transformIndexStmt).
        if let (Some(filter), true) = (&create.filter, self.rules.ddl.dependents_are_kept) {
            let scope = self.table_scope(&table, None);
            self.bind_condition(filter, &scope)?;
            self.refuse_settings(filter, &scope, Place::PartialIndex)?;
        }
        let terms = self.key_terms(&create.terms, &table);
        let terms = terms.map_err(|error| match &*error.kind {
            ErrorKind::NoKeyColumn { .. } => (self.rules.ddl.of_utility)(error),
            // What an expression has wrong has its place.
            _ if self.rules.ddl.views_are_planned => error,
            _ => (self.rules.ddl.of_utility)(error),
        })?;
        let name: Rc<str> = match &create.name {
            Some(name) => name.name.text.clone(),
            None => Rc::from((self.rules.ddl.key_name)(KeyName {
                table: &table.name,
                terms: with_include(term_names(&terms, &table), &create.include),
                computed: terms.iter().any(KeyTerm::is_computed),
                primary: false,
                create_index: true,
                exclusion: false,
                number: indexes.len(),
                taken: &taken,
            })),
        };
        if let (Some(given), false) = (&create.name, early)
            && let Some(nothing) = self.index_name_taken(create, given, &table, &taken)?
        {
            return Ok(nothing);
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
            ties: self.ties(&table, self.primary_index(&table).as_deref()),
            unique: create.unique,
            nulls_distinct: !create.nulls_not_distinct,
            filter,
            origin: IndexOrigin::CreateIndex,
            on_conflict: None,
            exclusion: None,
            deferrable: ast::Deferrable::No,
            include: self.column_list(&create.include, &table)?,
            options: create.options.clone(),
            span,
            sql: Some(Rc::from((self.rules.ddl.stored_sql)(&self.text_of(span)))),
        };
        let refused = (self.rules.ddl.refuse_new_index)(&table, &index);
        refused.map_err(ErrorKind::nowhere)?;
        let known = self.catalog.indexes_of(table.id);
        let known: Vec<&Index> = known.iter().map(|i| &**i).chain([&index]).collect();
        self.note_duplicates(&table, &known);
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

    fn refuse_null_order(&self, terms: &[ast::IndexTerm]) -> Result<()> {
        let given = terms.iter().find_map(|term| term.nulls_first);
        let Some(first) = given.filter(|_| self.rules.ddl.narrow_keys) else { return Ok(()) };
        let which = if first { "FIRST" } else { "LAST" };
        Err(super::alter_text::message(format!("unsupported use of NULLS {which}")))
    }

    /// An index in SQLite's `temp` needs a table there.
    fn refuse_temp_index(&self, create: &ast::CreateIndex, named: &ast::ObjectName) -> Result<()> {
        let of_temp = |schema: &str| schema.eq_ignore_ascii_case("temp");
        let given = create.name.as_ref().and_then(|name| name.schema.as_ref());
        if !self.rules.ddl.temp_is_a_schema || !given.is_some_and(|s| of_temp(&s.text)) {
            return Ok(());
        }
        let name = match self.relation(named) {
            Some(Object::Table(table)) if !of_temp(&table.schema) => table.name.clone(),
            Some(Object::View(view)) if !of_temp(&view.schema) => view.name.clone(),
            None if self.protected_or_book(&named.name.text).is_some() => named.name.text.clone(),
            _ => return Ok(()),
        };
        let what = format!("cannot create a TEMP index on non-TEMP table \"{name}\"");
        Err(super::alter_text::message(what))
    }

    /// The table of a CREATE INDEX or CREATE TRIGGER is named with its schema when it is not there
    /// (SQLite), unless what is made is temporary.
    pub(super) fn of_definition(
        &self,
        mut error: crate::error::Error,
        made: Option<&ast::ObjectName>,
    ) -> crate::error::Error {
        let schema = made.and_then(|name| name.schema.as_ref());
        if schema.is_some_and(|schema| schema.text.eq_ignore_ascii_case("temp")) {
            return error;
        }
        if let ErrorKind::NoSuchTable { name } = &mut *error.kind
            && self.rules.ddl.schemas_are_closed
            && !name.contains('.')
        {
            let home = self.state.home.as_deref().unwrap_or(self.rules.default_schema);
            *name = format!("{home}.{name}");
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
        self.refuse_null_order(terms)?;
        let mut keys = Vec::with_capacity(terms.len());
        for term in terms {
            let mut written = &term.expr;
            while let (ast::ExprKind::Paren(inner), true) =
                (&written.kind, self.rules.ddl.key_parentheses_vanish)
            {
                written = inner;
            }
            let column = match &written.kind {
                ast::ExprKind::Column(name) if name.table.is_none() => {
                    let found = table.column(&name.name.text, self.rules.column_names);
                    if found.is_none() {
                        let quoted = name.name.quote == Some('"');
                        let name_text = match quoted && !self.rules.expr.names_suggested {
                            true => (self.rules.expr.quoted_column)(&name.name.text),
                            false => name.name.text.to_string(),
                        };
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
                    let mut scope = self.table_scope(table, None);
                    scope.items[0].rowid = None;
                    let outer = std::mem::replace(&mut self.state.clause, "index expressions");
                    let bound = self.bind(&term.expr, &scope);
                    self.state.clause = outer;
                    // A name that is not there is told of before what may not stand here.
                    let refused = (self.rules.ddl.refuse)(&term.expr, Place::Index);
                    let of_names = matches!(&bound, Err(e) if matches!(*e.kind, ErrorKind::NoSuchColumn { .. } | ErrorKind::NoSuchQualifier { .. }));
                    if !of_names {
                        refused.map_err(|kind| kind.at(term.expr.span))?;
                    }
                    bound?;
                    self.refuse_settings(&term.expr, &scope, Place::Index)?;
                    let kept = (self.rules.ddl.expression_text)(self, &term.expr, &scope);
                    let text = kept.map_or_else(|| self.text_of(term.expr.span), Rc::from);
                    Term::Expr(term.expr.clone(), text)
                }
            };
            if let (Some(_), Some(column), true) =
                (&term.collation, column, self.rules.expr.whole_rows)
                && !super::table::is_collated(&table.columns[column].ty)
            {
                let words = (self.rules.ddl.type_words)(&table.columns[column].ty);
                return Err(Refusal::NotCollatable.of(&[&words]).nowhere());
            }
            let class = match &term.class {
                Some(class) => {
                    let ty = column.map(|c| &table.columns[c].ty);
                    let class = (self.rules.ddl.operator_class)(&class.text, ty);
                    class.map_err(ErrorKind::nowhere)?
                }
                None => None,
            };
            let (descending, mut prefix) = (term.descending, term.prefix);
            // The prefix that is the whole is none.
            if let Term::Column(column) = &key
                && let Type::Varchar(n) | Type::Char(n) = table.columns[*column].ty
                && prefix == Some(n)
            {
                prefix = None;
            }
            let nulls_first = term.nulls_first.filter(|first| *first != descending);
            keys.push(KeyTerm { term: key, collation, descending, prefix, class, nulls_first });
        }
        Ok(keys)
    }

    pub(super) fn must_collation(
        &self,
        name: &ast::Ident,
    ) -> Result<&'static crate::collation::Collation> {
        (self.rules.ddl.collation)(&name.text)
            .ok_or_else(|| ErrorKind::NoSuchCollation { name: name.text.to_string() }.at(name.span))
    }
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

/// The names from which an index's name is made: columns, functions, or `expr`.
pub(super) fn term_names<'a>(terms: &'a [KeyTerm], table: &'a Table) -> Vec<&'a str> {
    let name = |term: &'a KeyTerm| match &term.term {
        Term::Column(c) => &*table.columns[*c].name,
        Term::Expr(expr, _) => match &uncast(expr).kind {
            ast::ExprKind::Column(name) => &*name.name.text,
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

/// A column or call without the casts around it (parse_target.c, FigureColnameInternal).
fn uncast(expr: &ast::Expr) -> &ast::Expr {
    match &expr.kind {
        ast::ExprKind::Cast { expr, .. } | ast::ExprKind::Paren(expr) => uncast(expr),
        _ => expr,
    }
}

/// INCLUDE columns count among those from which a name is made.
pub(super) fn with_include<'n>(mut names: Vec<&'n str>, include: &'n [ast::Ident]) -> Vec<&'n str> {
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
