//! Constraints of tables: keys, CHECK, FOREIGN KEY, EXCLUDE, and MySQL's plain indexes.

use super::ast::{Deferrable, Ident, IndexTerm, TableConstraint, TableConstraintKind as Kind_};
use super::operator::{Infix, infix};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// Whether a constraint rather than a column begins here.
    pub(super) fn at_table_constraint(&self) -> bool {
        match self.word() {
            K::CONSTRAINT | K::PRIMARY | K::UNIQUE | K::CHECK | K::FOREIGN => true,
            K::EXCLUDE => {
                self.is(Grammar::Postgresql)
                    && (self.peek().kind == Kind::LParen || self.peek_word() == K::USING)
            }
            K::KEY | K::INDEX | K::FULLTEXT | K::SPATIAL => self.is(Grammar::Mysql),
            K::NOT => self.is(Grammar::Postgresql),
            _ => false,
        }
    }

    /// A constraint with its name. `sticky` is SQLite's last constraint name.
    pub(super) fn table_constraint(
        &mut self,
        sticky: &mut Option<Ident>,
    ) -> Result<TableConstraint> {
        let mut name = None;
        // Errors of PostgreSQL stand at the whole.
        let whole = self.is(Grammar::Postgresql).then_some(self.token.start);
        if self.eat_word(K::CONSTRAINT) {
            let unnamed = self.is(Grammar::Mysql)
                && self.at_any(&[K::PRIMARY, K::UNIQUE, K::FOREIGN, K::CHECK]);
            name = if unnamed { None } else { Some(self.name()?) };
            sticky.clone_from(&name);
        }
        let start = whole.unwrap_or(self.token.start);
        let kind = self.table_constraint_kind(&mut name)?;
        if name.is_none() && matches!(kind, Kind_::Check { .. }) && self.is(Grammar::Sqlite) {
            name.clone_from(sticky);
        }
        let on_conflict = match kind {
            Kind_::ForeignKey { .. } => None,
            _ => self.constraint_clause()?,
        };
        let deferrable = match kind {
            Kind_::PrimaryKey { .. } | Kind_::Unique { .. } | Kind_::Check { .. }
                if self.is(Grammar::Sqlite) =>
            {
                Deferrable::No
            }
            _ => self.deferrable()?.unwrap_or_default(),
        };
        let not_valid = self.is(Grammar::Postgresql) && self.eat_word(K::NOT);
        if not_valid {
            let kinds =
                matches!(kind, Kind_::Check { .. } | Kind_::NotNull(_) | Kind_::ForeignKey { .. });
            if !kinds {
                return Err(self.unsupported("NOT VALID of this constraint"));
            }
            self.expect_word(K::VALID)?;
        }
        let span = self.since(start);
        let options = std::mem::take(&mut self.index_options);
        Ok(TableConstraint { name, kind, on_conflict, deferrable, not_valid, options, span })
    }

    fn table_constraint_kind(&mut self, name: &mut Option<Ident>) -> Result<Kind_> {
        match self.word() {
            K::PRIMARY => self.primary_key(name),
            K::UNIQUE => self.unique(name),
            K::CHECK => {
                self.advance();
                let (expr, text) = self.paren_text()?;
                Ok(Kind_::Check { expr, text, enforced: self.enforced()? })
            }
            K::FOREIGN => self.foreign_key(name),
            K::EXCLUDE if self.is(Grammar::Postgresql) => self.exclude(),
            K::KEY | K::INDEX if self.is(Grammar::Mysql) => {
                self.advance();
                self.key_name(name)?;
                let terms = self.key_terms()?;
                Ok(Kind_::Key { terms })
            }
            K::FULLTEXT | K::SPATIAL if self.is(Grammar::Mysql) => {
                Err(self.unsupported(&format!("{} indexes", self.word().text())))
            }
            K::NOT if self.is(Grammar::Postgresql) => {
                self.advance();
                self.expect_word(K::NULL)?;
                Ok(Kind_::NotNull(self.name()?))
            }
            _ => Err(self.unexpected()),
        }
    }

    fn primary_key(&mut self, name: &mut Option<Ident>) -> Result<Kind_> {
        self.advance();
        self.expect_word(K::KEY)?;
        if self.is(Grammar::Mysql) {
            self.key_name(name)?;
        }
        if let Some(index) = self.using_index()? {
            let using_index = Some(index);
            let (terms, include) = (Vec::new(), Vec::new());
            return Ok(Kind_::PrimaryKey { terms, autoincrement: false, include, using_index });
        }
        self.expect(Kind::LParen)?;
        let terms = self.list(Parser::key_term)?;
        let autoincrement = self.is(Grammar::Sqlite) && self.eat_word(K::AUTOINCREMENT);
        self.expect(Kind::RParen)?;
        self.key_options()?;
        let include = self.include()?;
        Ok(Kind_::PrimaryKey { terms, autoincrement, include, using_index: None })
    }

    fn unique(&mut self, name: &mut Option<Ident>) -> Result<Kind_> {
        self.advance();
        if self.is(Grammar::Mysql) {
            self.eat_any(&[K::KEY, K::INDEX]);
            self.key_name(name)?;
        }
        let nulls_not_distinct = self.nulls_not_distinct()?;
        if let Some(index) = self.using_index()? {
            let using_index = Some(index);
            let (terms, include) = (Vec::new(), Vec::new());
            return Ok(Kind_::Unique { terms, nulls_not_distinct, include, using_index });
        }
        let terms = self.key_terms()?;
        let include = self.include()?;
        Ok(Kind_::Unique { terms, nulls_not_distinct, include, using_index: None })
    }

    /// MySQL's name of a key, which wins over the constraint's, and `USING BTREE`.
    fn key_name(&mut self, name: &mut Option<Ident>) -> Result<()> {
        if self.at_name() && !self.at_word(K::USING) {
            *name = Some(self.name()?);
        }
        self.index_method().map(drop)
    }

    fn key_terms(&mut self) -> Result<Vec<IndexTerm>> {
        let terms = self.paren_list(Parser::key_term)?;
        self.key_options()?;
        Ok(terms)
    }

    /// PostgreSQL's keys are made of plain columns, unlike its indexes.
    fn key_term(&mut self) -> Result<IndexTerm> {
        if !self.is(Grammar::Postgresql) {
            return self.index_term();
        }
        let name = self.name()?;
        if self.at_words(&[K::WITHOUT, K::OVERLAPS]) {
            return Err(self.unsupported("WITHOUT OVERLAPS"));
        }
        Ok(super::index::column_term(name))
    }

    fn key_options(&mut self) -> Result<()> {
        if self.is(Grammar::Mysql) {
            self.index_method()?;
        }
        self.index_options()
    }

    /// `USING INDEX name` of ADD CONSTRAINT.
    fn using_index(&mut self) -> Result<Option<Ident>> {
        if !self.is(Grammar::Postgresql) || !self.eat_words(&[K::USING, K::INDEX]) {
            return Ok(None);
        }
        self.name().map(Some)
    }

    fn foreign_key(&mut self, name: &mut Option<Ident>) -> Result<Kind_> {
        self.advance();
        self.expect_word(K::KEY)?;
        if self.is(Grammar::Mysql) && self.at_name() {
            // The name of the index that MySQL adds; the constraint's own name comes first.
            let index = self.name()?;
            name.get_or_insert(index);
        }
        let columns = self.name_list()?;
        let references = self.references()?;
        if !self.is(Grammar::Sqlite) && self.at_words(&[K::NOT, K::ENFORCED]) {
            return Err(self.unsupported("NOT ENFORCED foreign keys"));
        }
        Ok(Kind_::ForeignKey { columns, references })
    }

    /// `EXCLUDE USING gist (a WITH &&, …) WHERE (…)`.
    fn exclude(&mut self) -> Result<Kind_> {
        self.advance();
        let method = if self.eat_word(K::USING) { Some(self.name()?) } else { None };
        let terms = self.paren_list(|parser| {
            let term = parser.index_term()?;
            parser.expect_word(K::WITH)?;
            let Some((_, Infix::Binary(operator))) = infix(parser.token.kind, parser.rules) else {
                if parser.at(Kind::Operator) || parser.at_word(K::OPERATOR) {
                    let what = format!("operator {}", parser.text_of(parser.token));
                    return Err(parser.unsupported(&what));
                }
                return Err(parser.unexpected());
            };
            parser.advance();
            Ok((term, operator))
        })?;
        self.index_options()?;
        let filter = match self.eat_word(K::WHERE) {
            true => Some(self.parens(Parser::expr)?),
            false => None,
        };
        Ok(Kind_::Exclude { method, terms, filter })
    }
}
