//! DROP and TRUNCATE.

use super::ast::{Drop, ObjectKind, StatementKind, TypeName};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// DROP and what follows.
    pub(super) fn drop_object(&mut self) -> Result<StatementKind> {
        let start = self.advance();
        let temp = self.is(Grammar::Mysql) && self.at_words(&[K::TEMPORARY, K::TABLE]);
        if temp {
            self.advance();
        }
        if !temp && self.is(Grammar::Mysql) && self.at_any(&[K::DATABASE, K::SCHEMA]) {
            return self.database("DROP DATABASE");
        }
        let Some(kind) = self.object_kind() else {
            return Err(match self.is(Grammar::Sqlite) {
                true => self.unexpected(),
                false => self.unsupported_or_unexpected(start),
            });
        };
        self.advance();
        if kind == ObjectKind::Index && self.is(Grammar::Postgresql) {
            self.eat_word(K::CONCURRENTLY);
        }
        let if_exists = self.if_exists()?;
        let routine = matches!(kind, ObjectKind::Function | ObjectKind::Procedure);
        let single = self.is(Grammar::Sqlite)
            || routine && self.is(Grammar::Mysql)
            || matches!(kind, ObjectKind::Trigger)
            || kind == ObjectKind::Index && self.is(Grammar::Mysql);
        let mut names = vec![self.object_name()?];
        let mut params = Vec::new();
        while !single && {
            params.push(self.function_parameters(kind)?);
            self.eat(Kind::Comma)
        } {
            names.push(self.object_name()?);
        }
        let on = match (self.rules.grammar, kind) {
            (Grammar::Postgresql, ObjectKind::Trigger) | (Grammar::Mysql, ObjectKind::Index) => {
                self.expect_word(K::ON)?;
                Some(self.object_name()?)
            }
            _ => None,
        };
        let cascade = !self.is(Grammar::Sqlite) && self.cascade();
        Ok(StatementKind::Drop(Drop { temp, kind, if_exists, names, params, on, cascade }))
    }

    /// `(int, text)` behind a function's name.
    fn function_parameters(&mut self, kind: ObjectKind) -> Result<Option<Vec<TypeName>>> {
        let routine = matches!(kind, ObjectKind::Function | ObjectKind::Procedure);
        if !routine || !self.eat(Kind::LParen) {
            return Ok(None);
        }
        let mut params = Vec::new();
        if !self.at(Kind::RParen) {
            params = self.list(|parser| Ok(parser.parameter()?.1))?;
        }
        self.expect(Kind::RParen)?;
        Ok(Some(params))
    }

    fn object_kind(&self) -> Option<ObjectKind> {
        let (postgresql, sqlite) = (self.is(Grammar::Postgresql), self.is(Grammar::Sqlite));
        Some(match self.word() {
            K::TABLE => ObjectKind::Table,
            K::TABLES if self.is(Grammar::Mysql) => ObjectKind::Table,
            K::INDEX => ObjectKind::Index,
            K::VIEW => ObjectKind::View,
            K::TRIGGER => ObjectKind::Trigger,
            K::SEQUENCE if postgresql => ObjectKind::Sequence,
            K::FUNCTION if !sqlite => ObjectKind::Function,
            K::PROCEDURE if !sqlite => ObjectKind::Procedure,
            K::TYPE if postgresql => ObjectKind::Type,
            K::DOMAIN if postgresql => ObjectKind::Domain,
            K::SCHEMA if postgresql => ObjectKind::Schema,
            _ => return None,
        })
    }

    /// `TRUNCATE [TABLE] a, b`.
    pub(super) fn truncate(&mut self) -> Result<StatementKind> {
        self.advance();
        self.eat_word(K::TABLE);
        if self.is(Grammar::Mysql) {
            let tables = vec![self.object_name()?];
            return Ok(StatementKind::Truncate { tables, restart_identity: false, cascade: false });
        }
        self.only();
        let tables = self.list(Parser::object_name)?;
        let identity = self.eat_any(&[K::RESTART, K::CONTINUE]);
        if identity.is_some() {
            self.expect_word(K::IDENTITY)?;
        }
        let restart_identity = identity == Some(K::RESTART);
        let cascade = self.cascade();
        Ok(StatementKind::Truncate { tables, restart_identity, cascade })
    }
}
