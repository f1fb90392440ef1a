//! CREATE TRIGGER. MySQL's bodies are procedural and read by `procedure.rs`.

use std::rc::Rc;

use super::ast::{
    CreateTrigger, Expr, ExprKind, Ident, Literal, Statement, StatementKind, TriggerBody,
    TriggerEvent, TriggerTime,
};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// CREATE TRIGGER from TRIGGER on.
    pub(super) fn create_trigger(&mut self, temp: bool, or_replace: bool) -> Result<StatementKind> {
        let constraint = self.eat_word(K::CONSTRAINT);
        self.advance();
        let if_not_exists = !self.is(Grammar::Postgresql) && self.if_not_exists()?;
        let name = self.object_name()?;
        if constraint && !self.at_word(K::AFTER) {
            return Err(self.unexpected());
        }
        let time = self.trigger_time()?;
        let events = self.trigger_events()?;
        self.expect_word(K::ON)?;
        let table = self.object_name()?;
        if self.at_word(K::FROM) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("FROM"));
        }
        let mut transitions = [None, None];
        if self.is(Grammar::Postgresql) && self.eat_word(K::REFERENCING) {
            while matches!(&*self.text_of(self.token).to_ascii_lowercase(), "old" | "new") {
                let new = self.name()?.text.eq_ignore_ascii_case("new");
                if !self.eat_word(K::TABLE) {
                    return Err(self.unsupported("REFERENCING … ROW"));
                }
                self.eat_word(K::AS);
                transitions[usize::from(new)] = Some(self.name()?);
            }
        }
        let constraint = match constraint {
            true => Some(self.deferrable()?.unwrap_or_default()),
            false => None,
        };
        self.qualified = None;
        let row = self.at_words(&[K::FOR, K::EACH, K::ROW]) || self.at_words(&[K::FOR, K::ROW]);
        if constraint.is_some() && !row {
            self.eat_word(K::FOR);
            self.eat_word(K::EACH);
            return Err(self.unexpected());
        }
        let each_row = self.for_each()?;
        let place = match self.is(Grammar::Mysql) {
            true => self.eat_any(&[K::FOLLOWS, K::PRECEDES]),
            false => None,
        };
        let place = match place {
            Some(word) => Some((word == K::FOLLOWS, self.name()?)),
            None => None,
        };
        let when = self.trigger_when()?;
        let body = match self.rules.grammar {
            Grammar::Sqlite => TriggerBody::Statements(self.sqlite_body()?),
            Grammar::Mysql => TriggerBody::Block(self.mysql_body()?),
            Grammar::Postgresql => self.postgresql_body()?,
        };
        Ok(StatementKind::CreateTrigger(Rc::new(CreateTrigger {
            temp,
            or_replace,
            if_not_exists,
            name,
            time,
            events,
            table,
            transitions,
            constraint,
            each_row,
            place,
            when,
            body,
            qualified: self.qualified,
        })))
    }

    fn trigger_time(&mut self) -> Result<TriggerTime> {
        match self.word() {
            K::BEFORE => {
                self.advance();
                Ok(TriggerTime::Before)
            }
            K::AFTER => {
                self.advance();
                Ok(TriggerTime::After)
            }
            K::INSTEAD if !self.is(Grammar::Mysql) => {
                self.advance();
                self.expect_word(K::OF)?;
                Ok(TriggerTime::InsteadOf)
            }
            _ if self.is(Grammar::Sqlite) => Ok(TriggerTime::Before),
            _ => Err(self.unexpected()),
        }
    }

    /// Several events are joined by OR in PostgreSQL.
    fn trigger_events(&mut self) -> Result<Vec<TriggerEvent>> {
        let mut events = vec![self.trigger_event()?];
        while self.is(Grammar::Postgresql) && self.eat_word(K::OR) {
            let token = self.token;
            let event = self.trigger_event()?;
            let same =
                |e: &TriggerEvent| std::mem::discriminant(e) == std::mem::discriminant(&event);
            if events.iter().any(same) {
                let near = self.text_of(token);
                return Err(crate::error::Refusal::EventTwice.of(&[near]).at(token.span()));
            }
            events.push(event);
        }
        Ok(events)
    }

    fn trigger_event(&mut self) -> Result<TriggerEvent> {
        let event = match self.word() {
            K::INSERT => TriggerEvent::Insert,
            K::DELETE => TriggerEvent::Delete,
            K::TRUNCATE if self.is(Grammar::Postgresql) => TriggerEvent::Truncate,
            K::UPDATE => {
                self.advance();
                let of = !self.is(Grammar::Mysql) && self.eat_word(K::OF);
                let columns: Vec<Ident> = if of { self.list(Parser::name)? } else { Vec::new() };
                return Ok(TriggerEvent::Update(columns));
            }
            _ => return Err(self.unexpected()),
        };
        self.advance();
        Ok(event)
    }

    /// `FOR EACH ROW`: SQLite may leave it out, PostgreSQL has statement triggers too.
    fn for_each(&mut self) -> Result<bool> {
        if self.is(Grammar::Mysql) {
            self.expect_words(&[K::FOR, K::EACH, K::ROW])?;
            return Ok(true);
        }
        if !self.eat_word(K::FOR) {
            return Ok(self.is(Grammar::Sqlite));
        }
        if self.is(Grammar::Sqlite) {
            self.expect_words(&[K::EACH, K::ROW])?;
            return Ok(true);
        }
        self.eat_word(K::EACH);
        match self.eat_any(&[K::ROW, K::STATEMENT]) {
            Some(word) => Ok(word == K::ROW),
            None => Err(self.unexpected()),
        }
    }

    fn trigger_when(&mut self) -> Result<Option<Expr>> {
        if self.is(Grammar::Mysql) || !self.eat_word(K::WHEN) {
            return Ok(None);
        }
        match self.is(Grammar::Sqlite) {
            true => self.expr().map(Some),
            false => self.parens(Parser::expr).map(Some),
        }
    }

    /// `BEGIN statement; … END`.
    fn sqlite_body(&mut self) -> Result<Vec<Rc<Statement>>> {
        self.expect_word(K::BEGIN)?;
        self.in_trigger = true;
        let mut statements = Vec::new();
        loop {
            statements.push(Rc::new(self.trigger_statement()?));
            self.expect(Kind::Semicolon)?;
            if self.eat_word(K::END) {
                break;
            }
        }
        self.in_trigger = false;
        Ok(statements)
    }

    /// INSERT, UPDATE, DELETE or a query; WITH belongs to queries only (parse.y, rule
    /// `trigger_cmd`).
    fn trigger_statement(&mut self) -> Result<Statement> {
        let start = self.token.start;
        let kind = match self.word() {
            K::INSERT | K::REPLACE => {
                let insert = self.insert(None)?;
                if let Some(returning) = &insert.returning
                    && !returning.is_empty()
                {
                    let message = "cannot use RETURNING in a trigger".to_owned();
                    self.note(self.sqlite_error(message, self.since(start)));
                }
                StatementKind::Insert(Box::new(insert))
            }
            K::UPDATE => StatementKind::Update(Box::new(self.update(None)?)),
            K::DELETE => StatementKind::Delete(Box::new(self.delete(None)?)),
            K::SELECT | K::VALUES | K::WITH => StatementKind::Query(self.query()?),
            _ => return Err(self.unexpected()),
        };
        Ok(Statement { kind, span: self.since(start) })
    }

    /// `EXECUTE {FUNCTION | PROCEDURE} name (arguments)`.
    fn postgresql_body(&mut self) -> Result<TriggerBody> {
        self.expect_word(K::EXECUTE)?;
        if self.eat_any(&[K::FUNCTION, K::PROCEDURE]).is_none() {
            return Err(self.unexpected());
        }
        let name = self.object_name()?;
        self.expect(Kind::LParen)?;
        let mut args = Vec::new();
        if !self.at(Kind::RParen) {
            args = self.list(Parser::trigger_argument)?;
        }
        self.expect(Kind::RParen)?;
        Ok(TriggerBody::Function(name, args))
    }

    /// A constant; a word stands for its own text (gram.y, rule `TriggerFuncArg`).
    fn trigger_argument(&mut self) -> Result<Expr> {
        match self.token.kind {
            Kind::Word(_) => {
                let name = self.any_name()?;
                Ok(Expr { kind: ExprKind::Literal(Literal::Text(name.text)), span: name.span })
            }
            Kind::Integer | Kind::Decimal | Kind::Text | Kind::EscapeText | Kind::DollarText => {
                self.primary()
            }
            _ => Err(self.unexpected()),
        }
    }
}
