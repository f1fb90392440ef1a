//! CREATE INDEX, and the terms that indexes, keys and conflict targets are made of.

use super::ast::{CreateIndex, Expr, ExprKind, Ident, IndexTerm, Literal};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// A term of an index, key or conflict target.
    pub(super) fn index_term(&mut self) -> Result<IndexTerm> {
        match self.rules.grammar {
            Grammar::Sqlite => self.sqlite_index_term(),
            Grammar::Postgresql => self.postgresql_index_term(),
            Grammar::Mysql => self.mysql_index_term(),
        }
    }

    /// Any expression; its outermost COLLATE is the term's.
    fn sqlite_index_term(&mut self) -> Result<IndexTerm> {
        let expr = self.expr()?;
        let (expr, collation) = match expr.kind {
            ExprKind::Collate(inner, name) => (*inner, Some(name)),
            kind => (Expr { kind, span: expr.span }, None),
        };
        let mut term = plain_term(self.string_as_column(expr));
        term.collation = collation;
        term.descending = self.direction();
        term.nulls_first = self.nulls_first()?;
        Ok(term)
    }

    /// SQLite takes a string for a column's name here (expr.c, sqlite3StringToId).
    fn string_as_column(&self, expr: Expr) -> Expr {
        let ExprKind::Literal(Literal::Text(text)) = expr.kind else { return expr };
        let name = Ident { text, quote: Some('\''), span: expr.span };
        column(name)
    }

    /// A column, a call, or any expression in parentheses (gram.y, rule `index_elem`).
    fn postgresql_index_term(&mut self) -> Result<IndexTerm> {
        let expr = if self.at(Kind::LParen) {
            self.paren_term()?
        } else if self.at_name() && !matches!(self.peek().kind, Kind::LParen | Kind::Dot) {
            column(self.name()?)
        } else {
            let call = self.column_or_special()?;
            if !matches!(call.kind, ExprKind::Function(_) | ExprKind::Cast { .. }) {
                return Err(self.unexpected());
            }
            call
        };
        let mut term = plain_term(expr);
        if self.eat_word(K::COLLATE) {
            term.collation = Some(self.collation_name()?);
        }
        if self.at_name() && !self.at_any(&[K::NULLS, K::INCLUDE]) {
            term.class = Some(self.object_name()?.name);
            if self.at(Kind::LParen) {
                return Err(self.unsupported("options of an operator class"));
            }
        }
        let ascending = self.at_word(K::ASC) && self.in_target;
        term.descending = self.direction() || ascending;
        term.nulls_first = self.nulls_first()?;
        Ok(term)
    }

    /// A call, among them those with a grammar of their own.
    fn column_or_special(&mut self) -> Result<Expr> {
        if self.at_word(K::CAST) { self.primary() } else { self.column_or_call() }
    }

    /// An expression whose parentheses belong to the term.
    fn paren_term(&mut self) -> Result<Expr> {
        let start = self.token.start;
        let expr = self.parens(Parser::expr)?;
        Ok(Expr { kind: expr.kind, span: self.since(start) })
    }

    /// `a`, `a(10)`, `((lower(a)))`.
    fn mysql_index_term(&mut self) -> Result<IndexTerm> {
        if self.at(Kind::LParen) {
            let mut term = plain_term(self.paren_term()?);
            term.descending = self.direction();
            return Ok(term);
        }
        let mut term = plain_term(column(self.name()?));
        if self.eat(Kind::LParen) {
            let length = self.integer()?;
            term.prefix = Some(u32::try_from(length).unwrap_or(u32::MAX));
            self.expect(Kind::RParen)?;
        }
        term.descending = self.direction();
        Ok(term)
    }

    /// CREATE INDEX from INDEX on.
    pub(super) fn create_index(&mut self, unique: bool) -> Result<CreateIndex> {
        self.expect_word(K::INDEX)?;
        let concurrently = self.is(Grammar::Postgresql) && self.eat_word(K::CONCURRENTLY);
        let if_not_exists = !self.is(Grammar::Mysql) && self.if_not_exists()?;
        let unnamed = self.is(Grammar::Postgresql) && !if_not_exists && self.at_word(K::ON);
        let name = if unnamed { None } else { Some(self.object_name()?) };
        if !self.is(Grammar::Postgresql) {
            self.index_method()?;
        }
        self.expect_word(K::ON)?;
        self.only();
        let table = match self.is(Grammar::Sqlite) {
            true => super::ast::ObjectName { schema: None, name: self.name()? },
            false => self.object_name()?,
        };
        let hash = self.is(Grammar::Postgresql) && self.index_method()?;
        let mut index = CreateIndex {
            unique,
            if_not_exists,
            concurrently,
            name,
            table,
            terms: self.paren_list(Parser::index_term)?,
            include: self.include()?,
            nulls_not_distinct: self.nulls_not_distinct()?,
            options: super::ast::IndexOptions::default(),
            filter: None,
        };
        // indexcmds.c, DefineIndex.
        let refused = match index.terms.len() {
            _ if hash && unique => "unique",
            2.. if hash => "multicolumn",
            _ => "",
        };
        if !refused.is_empty() {
            return Err(crate::error::Refusal::HashIndex.of(&[refused]).nowhere());
        }
        self.index_method()?;
        self.index_options()?;
        index.options = std::mem::take(&mut self.index_options);
        if !self.is(Grammar::Mysql) {
            index.filter = self.where_clause()?;
        }
        Ok(index)
    }

    /// `USING btree`: where an index may be of another kind, that kind is refused. Whether it is a hash
    /// table.
    pub(super) fn index_method(&mut self) -> Result<bool> {
        if self.is(Grammar::Sqlite) || !self.eat_word(K::USING) {
            return Ok(false);
        }
        let method = self.name()?;
        let is = |name: &&&str| method.text.eq_ignore_ascii_case(name);
        if ["btree", "hash"].iter().any(|name| is(&name)) {
            return Ok(is(&&"hash"));
        }
        let what = format!("index method {}", method.text);
        Err(crate::error::ErrorKind::unsupported(what).at(method.span))
    }

    /// MySQL's options behind an index, which change nothing that is seen here but in SHOW.
    pub(super) fn index_options(&mut self) -> Result<()> {
        if self.is(Grammar::Postgresql) && self.at_any(&[K::WITH, K::TABLESPACE]) {
            return Err(self.unsupported("index options"));
        }
        while self.is(Grammar::Mysql) {
            match self.word() {
                K::VISIBLE | K::INVISIBLE => {
                    self.index_options.invisible = self.at_word(K::INVISIBLE);
                    self.advance();
                }
                K::COMMENT => {
                    self.advance();
                    if !self.at(Kind::Text) {
                        return Err(self.unexpected());
                    }
                    self.index_options.comment = Some(self.text()?);
                }
                K::KEY_BLOCK_SIZE | K::ALGORITHM | K::LOCK => {
                    self.advance();
                    self.eat(Kind::Eq);
                    match self.token.kind {
                        Kind::Text => drop(self.text()?),
                        Kind::Integer | Kind::Word(_) => drop(self.advance()),
                        _ => return Err(self.unexpected()),
                    }
                }
                K::USING => drop(self.index_method()?),
                _ => break,
            }
        }
        Ok(())
    }

    /// `INCLUDE (a, b)`.
    pub(super) fn include(&mut self) -> Result<Vec<Ident>> {
        if self.is(Grammar::Postgresql) && self.eat_word(K::INCLUDE) {
            return self.name_list();
        }
        Ok(Vec::new())
    }

    /// `NULLS [NOT] DISTINCT`.
    pub(super) fn nulls_not_distinct(&mut self) -> Result<bool> {
        if !self.is(Grammar::Postgresql) || !self.at_word(K::NULLS) {
            return Ok(false);
        }
        self.advance();
        let not = self.eat_word(K::NOT);
        self.expect_word(K::DISTINCT)?;
        Ok(not)
    }
}

/// A term that is a column and nothing more.
pub(crate) fn column_term(name: Ident) -> IndexTerm {
    plain_term(column(name))
}

fn column(name: Ident) -> Expr {
    let span = name.span;
    let name = super::ast::ColumnName { schema: None, table: None, name };
    Expr { kind: ExprKind::Column(name), span }
}

fn plain_term(expr: Expr) -> IndexTerm {
    IndexTerm {
        expr,
        collation: None,
        descending: false,
        prefix: None,
        class: None,
        nulls_first: None,
    }
}
