//! PRIMARY KEY, UNIQUE and EXCLUDE of a table: → the rowid's column or an index with its name.

use std::rc::Rc;

use super::{Key, TableBuilder};
use crate::catalog::{Index, IndexOrigin, KeyTerm, NotNull, RowidKey, Table, Term};
use crate::error::{ErrorKind, Result};
use crate::plan::create_index::{term_names, with_include};
use crate::plan::rules::KeyName;
use crate::syntax::ast;

impl TableBuilder<'_, '_> {
    pub(super) fn key_of_column(
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
            options: ast::IndexOptions::default(),
            span: constraint.span,
            autoincrement: None,
        }
    }

    /// Two constraints of a table may not share a name.
    pub(super) fn check_constraint_name(&self, number: usize) -> Result<()> {
        let Table { foreign_keys, checks, name: table, .. } = &self.table;
        let own = &foreign_keys[number].name;
        let before = foreign_keys[..number].iter().map(|k| &k.name);
        // The names are those of the schema.
        let of_others = self.planner.catalog.tables().filter(|t| t.id != self.table.id);
        let others = of_others.flat_map(|t| &t.foreign_keys).map(|k| &k.name);
        let mut all = before.chain(checks.iter().map(|c| &c.name)).chain(others);
        let of_key =
            |i: &Index| self.rules().ddl.clashing_constraints && own.as_deref() == Some(&*i.name);
        if own.is_some() && (all.any(|name| name == own) || self.indexes.iter().any(of_key)) {
            let constraint = own.as_deref().unwrap_or_default().to_string();
            let kind = ErrorKind::ConstraintExists { constraint, table: table.to_string() };
            return Err(kind.at(foreign_keys[number].span));
        }
        Ok(())
    }

    pub(super) fn add_key(&mut self, key: &Key, create: &ast::CreateTable) -> Result<()> {
        let rules = self.rules();
        let terms = self.planner.key_terms(&key.terms, &self.table);
        let terms = terms.map_err(|error| match &*error.kind {
            ErrorKind::NoKeyColumn { .. } => error.into_kind().at(key.span),
            // One term is looked at after the other.
            _ if rules.ddl.narrow_keys && key.terms.first().is_some_and(is_number) => {
                no_expressions()
            }
            _ => error,
        })?;
        let mut terms = terms;
        if key.primary && create.without_rowid {
            // A column that the key has already adds nothing (build.c, convertToWithoutRowidTable).
            let mut at = 0;
            while at < terms.len() {
                let again = |t: &KeyTerm| {
                    t.term_column() == terms[at].term_column()
                        && t.collation.name == terms[at].collation.name
                };
                match terms[..at].iter().any(again) {
                    true => drop(terms.remove(at)),
                    false => at += 1,
                }
            }
            // Of a key that would be the rowid nothing is left but its column and direction.
            if self.is_integer_key(key)
                && let [term] = &mut terms[..]
                && let Some(column) = term.term_column()
            {
                term.collation = self.table.columns[column].collation;
            }
        }
        let columns: Option<Vec<usize>> = terms
            .iter()
            .map(|t| if let Term::Column(c) = t.term { Some(c) } else { None })
            .collect();
        if columns.is_none() && rules.ddl.narrow_keys {
            return Err(no_expressions());
        }
        if let Some(columns) =
            columns.as_ref().filter(|_| key.unique && rules.ddl.key_columns_differ)
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
        if key.name.is_some() && rules.ddl.clashing_constraints {
            let existing = self.planner.existing(&self.table.schema, &name);
            if existing.is_some() || self.indexes.iter().any(|i| *i.name == *name) {
                let kind = existing.map_or("index", |object| object.kind());
                return Err(ErrorKind::Exists { kind, name }.nowhere());
            }
            if self.table.id == 0 && self.table.constrains_by(&name) {
                let (constraint, table) = (name, self.table.name.to_string());
                return Err(ErrorKind::ConstraintExists { constraint, table }.nowhere());
            }
        }
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
            include: self.planner.column_list(&key.include, &self.table).map_err(|error| {
                match error.into_kind() {
                    ErrorKind::NoSuchColumn { name, .. } => {
                        (self.planner.rules.ddl.no_key_column)(&self.table.name, name).nowhere()
                    }
                    kind => kind.nowhere(),
                }
            })?,
            options: key.options.clone(),
            span: key.span,
            sql: None,
        });
        Ok(())
    }

    fn names_with_include<'n>(&'n self, key: &'n Key, terms: &'n [KeyTerm]) -> Vec<&'n str> {
        with_include(term_names(terms, &self.table), &key.include)
    }

    pub(super) fn key_name(&self, key: &Key, terms: &[KeyTerm]) -> String {
        let rules = self.rules();
        if let Some(name) = &key.name
            && rules.ddl.constraint_names_index
            && !(key.primary && rules.ddl.indexes_per_table)
        {
            return name.to_string();
        }
        let schema = &self.table.schema;
        let taken = |name: &str| {
            let checks = self.table.checks.iter().filter(|_| rules.ddl.clashing_constraints);
            checks.map(|c| c.name.as_deref()).any(|known| known == Some(name))
                || self.indexes.iter().any(|i| i.name.eq_ignore_ascii_case(name))
                || self.others.iter().any(|known| known.eq_ignore_ascii_case(name))
                || !rules.ddl.indexes_per_table && self.planner.existing(schema, name).is_some()
        };
        (rules.ddl.key_name)(KeyName {
            table: &self.table.name,
            terms: self.names_with_include(key, terms),
            computed: terms.iter().any(KeyTerm::is_computed),
            primary: key.primary,
            create_index: false,
            exclusion: key.exclusion.is_some(),
            number: self.automatic,
            taken: &taken,
        })
    }

    pub(super) fn is_integer_key(&self, key: &Key) -> bool {
        let [term] = &key.terms[..] else { return false };
        let mut expr = &term.expr;
        if let ast::ExprKind::Collate(inner, _) = &expr.kind {
            expr = inner;
        }
        let column = key.column.or_else(|| match &expr.kind {
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
    pub(super) fn merge_equal(&mut self, terms: &[KeyTerm], key: &Key) -> Result<bool> {
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

fn no_expressions() -> crate::error::Error {
    let words = "expressions prohibited in PRIMARY KEY and UNIQUE constraints";
    crate::plan::alter_text::message(words)
}

fn is_number(term: &ast::IndexTerm) -> bool {
    let ast::ExprKind::Literal(literal) = &term.expr.kind else { return false };
    !matches!(literal, ast::Literal::Text(_))
}
