//! What stands after a query's selects: ORDER BY, LIMIT in its spellings, locking.

use super::ast::{Expr, ExprKind, Literal, OrderTerm, Query};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{Refusal, Result};

impl Parser<'_> {
    /// `ORDER BY …`.
    pub(super) fn order_by(&mut self) -> Result<Vec<OrderTerm>> {
        self.expect_words(&[K::ORDER, K::BY])?;
        self.list(Parser::order_term)
    }

    fn order_term(&mut self) -> Result<OrderTerm> {
        let expr = self.expr()?;
        if self.at_word(K::USING) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("ORDER BY … USING"));
        }
        let descending = self.direction();
        Ok(OrderTerm { expr, descending, nulls_first: self.nulls_first()? })
    }

    /// `ASC`, `DESC` or nothing; whether it is DESC.
    pub(super) fn direction(&mut self) -> bool {
        self.eat_any(&[K::ASC, K::DESC]) == Some(K::DESC)
    }

    pub(super) fn nulls_first(&mut self) -> Result<Option<bool>> {
        if self.is(Grammar::Mysql) || !self.at_word(K::NULLS) {
            return Ok(None);
        }
        if !matches!(self.peek_word(), K::FIRST | K::LAST) {
            // SQLite stops at what follows, PostgreSQL's lexer looks ahead.
            if self.is(Grammar::Sqlite) {
                self.advance();
                return Err(self.unexpected());
            }
            return Ok(None);
        }
        self.advance();
        Ok(Some(self.advance().kind == Kind::Word(K::FIRST)))
    }

    /// LIMIT, OFFSET and FETCH in the order the dialect has them.
    pub(super) fn limits(&mut self, query: &mut Query) -> Result<()> {
        if self.is(Grammar::Postgresql) {
            return self.postgresql_limits(query);
        }
        let Query { limit, offset, .. } = query;
        if !self.eat_word(K::LIMIT) {
            return Ok(());
        }
        let first = self.limit_value()?;
        if self.eat_word(K::OFFSET) {
            *offset = Some(self.limit_value()?);
        } else if self.eat(Kind::Comma) {
            *offset = Some(first);
            *limit = Some(self.limit_value()?);
            return Ok(());
        }
        *limit = Some(first);
        Ok(())
    }

    /// Any expression, in MySQL a whole number, a parameter or a variable of a procedure.
    pub(super) fn limit_value(&mut self) -> Result<Expr> {
        let simple = matches!(self.token.kind, Kind::Integer | Kind::Radix | Kind::Param);
        match self.rules.grammar {
            Grammar::Mysql if simple || self.at_name() => self.primary(),
            Grammar::Mysql => Err(self.unexpected()),
            _ => self.expr(),
        }
    }

    fn postgresql_limits(&mut self, query: &mut Query) -> Result<()> {
        loop {
            let Query { limit, offset, .. } = query;
            let at = self.token.span();
            if limit.is_none() && self.eat_word(K::LIMIT) {
                if !self.eat_word(K::ALL) {
                    *limit = Some(self.expr()?);
                }
                if self.at(Kind::Comma) {
                    return Err(Refusal::LimitPair.of(&[]).at(at));
                }
            } else if offset.is_none() && self.eat_word(K::OFFSET) {
                *offset = Some(self.expr()?);
                self.eat_any(&[K::ROW, K::ROWS]);
            } else if limit.is_none() && self.eat_word(K::FETCH) {
                *limit = Some(self.fetch()?);
                let with = self.token.span();
                query.ties = self.eat_word(K::WITH);
                if query.ties && query.order_by.is_empty() {
                    return Err(Refusal::TiesUnordered.of(&[]).at(with));
                }
                self.expect_word(if query.ties { K::TIES } else { K::ONLY })?;
            } else {
                return Ok(());
            }
        }
    }

    /// `FETCH {FIRST | NEXT} [n] {ROW | ROWS}`.
    fn fetch(&mut self) -> Result<Expr> {
        if self.eat_any(&[K::FIRST, K::NEXT]).is_none() {
            return Err(self.unexpected());
        }
        let span = self.token.span();
        let one = ExprKind::Literal(Literal::Integer(1));
        let count = match self.at_any(&[K::ROW, K::ROWS]) {
            true => Expr { kind: one, span },
            false => self.primary()?,
        };
        if self.eat_any(&[K::ROW, K::ROWS]).is_none() {
            return Err(self.unexpected());
        }
        Ok(count)
    }

    /// `FOR UPDATE` and its like. There is nothing to choose between with one session.
    pub(super) fn locking(&mut self) -> Result<Option<&'static str>> {
        if self.is(Grammar::Sqlite) {
            return Ok(None);
        }
        if self.is(Grammar::Mysql) && self.eat_words(&[K::LOCK, K::IN, K::SHARE, K::MODE]) {
            return Ok(Some("SHARE"));
        }
        let mut locks = None;
        while self.eat_word(K::FOR) {
            let postgresql = self.is(Grammar::Postgresql);
            let words = if postgresql && self.eat_word(K::NO) {
                self.expect_words(&[K::KEY, K::UPDATE])?;
                "NO KEY UPDATE"
            } else if postgresql && self.eat_word(K::KEY) {
                self.expect_word(K::SHARE)?;
                "KEY SHARE"
            } else {
                match self.eat_any(&[K::UPDATE, K::SHARE]) {
                    Some(word) => word.text(),
                    None => return Err(self.unexpected()),
                }
            };
            locks = locks.or(Some(words));
            if self.eat_word(K::OF) {
                self.list(Parser::object_name)?;
            }
            if self.eat_word(K::SKIP) {
                self.expect_word(K::LOCKED)?;
            } else {
                self.eat_word(K::NOWAIT);
            }
        }
        Ok(locks)
    }
}
