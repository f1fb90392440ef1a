//! One statement: which one its first words begin.

use std::rc::Rc;

use super::ast::{ObjectName, ProcStatement, Statement, StatementKind, With};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{Error, Result};

impl Parser<'_> {
    /// A statement, without what ends it.
    pub(super) fn statement(&mut self) -> Result<Statement> {
        let outer = self.enter()?;
        let start = self.token.start;
        let kind = match self.rules.grammar {
            _ if self.at_word(K::WITH) => {
                let with = self.with()?;
                self.data_statement(with, start)?
            }
            Grammar::Sqlite => self.sqlite_statement()?,
            Grammar::Postgresql => self.postgresql_statement()?,
            Grammar::Mysql => self.mysql_statement()?,
        };
        self.leave(outer);
        Ok(Statement { kind, span: self.since(start) })
    }

    /// What may follow a WITH.
    fn data_statement(&mut self, with: Option<With>, start: u32) -> Result<StatementKind> {
        let grammar = self.rules.grammar;
        Ok(match self.word() {
            // In MySQL a WITH goes with the query of an INSERT, not with the INSERT.
            K::INSERT if grammar != Grammar::Mysql || with.is_none() => {
                StatementKind::Insert(Box::new(self.insert(with)?))
            }
            K::REPLACE
                if self.rules.conflict.replace
                    && (with.is_none() || grammar == Grammar::Sqlite) =>
            {
                StatementKind::Insert(Box::new(self.insert(with)?))
            }
            K::UPDATE => StatementKind::Update(Box::new(self.update(with)?)),
            K::DELETE => StatementKind::Delete(Box::new(self.delete(with)?)),
            K::MERGE if grammar == Grammar::Postgresql => {
                StatementKind::Merge(Box::new(self.merge(with)?))
            }
            _ => {
                let query = self.query_with(with, start)?;
                match self.into_table.take() {
                    // What CREATE TABLE AS does (sql-selectinto).
                    Some(mut create) => {
                        create.as_query = Some(query);
                        StatementKind::CreateTable(create)
                    }
                    None => StatementKind::Query(query),
                }
            }
        })
    }

    /// A query, or in PostgreSQL a statement that changes rows.
    pub(super) fn common_table_body(&mut self) -> Result<Box<Statement>> {
        let outer = self.enter()?;
        let start = self.token.start;
        let with = self.with()?;
        let kind = match self.is(Grammar::Postgresql) {
            true => self.data_statement(with, start)?,
            false => StatementKind::Query(self.query_with(with, start)?),
        };
        self.leave(outer);
        Ok(Box::new(Statement { kind, span: self.since(start) }))
    }

    fn sqlite_statement(&mut self) -> Result<StatementKind> {
        let start = self.token;
        match self.word() {
            K::SELECT | K::VALUES | K::INSERT | K::REPLACE | K::UPDATE | K::DELETE => {
                self.data_statement(None, start.start)
            }
            K::CREATE => self.create(),
            K::DROP => self.drop_object(),
            K::ALTER => self.alter(),
            K::BEGIN => self.begin(),
            K::COMMIT | K::END => self.commit(),
            K::ROLLBACK => self.rollback(),
            K::SAVEPOINT => self.savepoint(),
            K::RELEASE => self.release(),
            K::PRAGMA => self.pragma(),
            K::EXPLAIN => {
                self.advance();
                let query_plan = self.eat_word(K::QUERY);
                if query_plan {
                    self.expect_word(K::PLAN)?;
                }
                if self.at_word(K::EXPLAIN) {
                    return Err(self.unexpected());
                }
                let statement = Box::new(self.statement()?);
                Ok(StatementKind::Explain { query_plan, options: Vec::new(), statement })
            }
            K::REINDEX => {
                self.advance();
                let name = if self.at_name() { Some(self.object_name()?) } else { None };
                Ok(StatementKind::Reindex(name))
            }
            K::ANALYZE => {
                self.advance();
                let name = if self.at_name() { Some(self.object_name()?) } else { None };
                Ok(StatementKind::Analyze(name))
            }
            K::VACUUM => {
                self.advance();
                let schema = if self.at_name() { Some(self.name()?) } else { None };
                if self.at_word(K::INTO) {
                    return Err(self.unsupported("VACUUM INTO"));
                }
                Ok(StatementKind::Vacuum(schema))
            }
            K::ATTACH => {
                self.advance();
                self.eat_word(K::DATABASE);
                let file = self.expr()?;
                self.expect_word(K::AS)?;
                let name = self.expr()?;
                if self.at_word(K::KEY) {
                    return Err(self.unsupported("ATTACH … KEY"));
                }
                Ok(StatementKind::Attach { file, name })
            }
            K::DETACH => {
                self.advance();
                self.eat_word(K::DATABASE);
                Ok(StatementKind::Detach(self.expr()?))
            }
            _ => Err(self.unexpected()),
        }
    }

    fn postgresql_statement(&mut self) -> Result<StatementKind> {
        let start = self.token;
        match self.word() {
            K::SELECT | K::VALUES | K::TABLE | K::INSERT | K::UPDATE | K::DELETE | K::MERGE => {
                self.data_statement(None, start.start)
            }
            K::NONE if self.at(Kind::LParen) => self.data_statement(None, start.start),
            K::CREATE => self.create(),
            K::DROP => self.drop_object(),
            K::ALTER => self.alter(),
            K::TRUNCATE => self.truncate(),
            K::BEGIN => self.begin(),
            K::START => self.start_transaction(),
            K::COMMIT | K::END => self.commit(),
            K::ROLLBACK | K::ABORT => self.rollback(),
            K::SAVEPOINT => self.savepoint(),
            K::RELEASE => self.release(),
            K::SET => self.set(),
            K::SHOW => self.show(),
            K::COPY => self.copy(),
            K::DO => self.do_block(),
            K::EXPLAIN => self.postgresql_explain(),
            K::ANALYZE | K::COMMENT | K::LOCK | K::REINDEX | K::VACUUM => self.utility(),
            K::DISCARD | K::RESET => self.reset(),
            K::PREPARE if self.peek_word() != K::TRANSACTION => self.named_statement(),
            K::EXECUTE | K::DEALLOCATE => self.named_statement(),
            K::CALL => {
                self.advance();
                let start = self.token;
                match self.expr()?.kind {
                    super::ast::ExprKind::Function(call) => Ok(StatementKind::Call(call)),
                    _ => Err(self.unexpected_at(start)),
                }
            }
            K::CHECKPOINT
            | K::CLOSE
            | K::CLUSTER
            | K::DECLARE
            | K::FETCH
            | K::GRANT
            | K::IMPORT
            | K::LISTEN
            | K::LOAD
            | K::MOVE
            | K::NOTIFY
            | K::PREPARE
            | K::REASSIGN
            | K::REFRESH
            | K::REVOKE
            | K::SECURITY
            | K::UNLISTEN => Err(self.unsupported(self.word().text())),
            _ => Err(self.unexpected()),
        }
    }

    /// What would only be kept beside tables, or make them faster: the relation is looked for, the
    /// rest is read over.
    fn utility(&mut self) -> Result<StatementKind> {
        let word = self.word();
        self.advance();
        let tag = match word {
            K::LOCK => "LOCK TABLE",
            word => word.text(),
        };
        if self.at(Kind::LParen) {
            self.paren_list(|parser| parser.expr().map(drop))?;
        }
        match word {
            K::COMMENT => return self.comment(tag),
            K::LOCK => return self.lock(tag),
            _ => {}
        }
        let named = match word {
            K::ANALYZE | K::VACUUM => {
                let options = [K::FULL, K::FREEZE, K::VERBOSE, K::ANALYZE, K::TABLE];
                while self.eat_any(&options).is_some() {}
                self.at_name()
            }
            _ => self.eat_any(&[K::TABLE, K::INDEX, K::VIEW, K::SEQUENCE]).is_some(),
        };
        let relation = if named { Some(self.object_name()?) } else { None };
        self.rest_of_utility(tag, relation)
    }

    /// `COMMENT ON what name IS 'text'`.
    fn comment(&mut self, tag: &'static str) -> Result<StatementKind> {
        self.expect_word(K::ON)?;
        let mut relation = None;
        if self.eat_any(&[K::COLUMN]).is_some() {
            let mut name = self.object_name()?;
            // The last part is the column; with two parts the first is the relation.
            if let Some(schema) = name.schema.take() {
                name.name = schema;
            }
            relation = Some(name);
        } else if self.eat_any(&[K::TABLE, K::INDEX, K::VIEW, K::SEQUENCE]).is_some() {
            relation = Some(self.object_name()?);
        } else {
            while !self.at_word(K::IS) {
                if matches!(self.token.kind, Kind::End | Kind::Semicolon) {
                    return Err(self.unexpected());
                }
                self.advance();
            }
        }
        self.expect_word(K::IS)?;
        if !self.eat_word(K::NULL) {
            self.text()?;
        }
        self.end_of_utility(tag, relation)
    }

    /// `LOCK [TABLE] [ONLY] names [IN mode MODE] [NOWAIT]`.
    fn lock(&mut self, tag: &'static str) -> Result<StatementKind> {
        self.eat_word(K::TABLE);
        self.eat_word(K::ONLY);
        let names = self.list(Parser::object_name)?;
        if self.eat_word(K::IN) {
            let mut mode = String::new();
            while self.at_name() && !self.at_word(K::MODE) {
                let word = self.advance();
                if !mode.is_empty() {
                    mode.push(' ');
                }
                mode.push_str(&self.text_of(word).to_ascii_uppercase());
                if !MODES.iter().any(|known| known.starts_with(&*mode)) {
                    return Err(self.unexpected_at(word));
                }
            }
            if !MODES.contains(&&*mode) {
                return Err(self.unexpected());
            }
            self.expect_word(K::MODE)?;
        }
        self.eat_word(K::NOWAIT);
        self.end_of_utility(tag, names.into_iter().next())
    }

    fn end_of_utility(
        &mut self,
        tag: &'static str,
        relation: Option<ObjectName>,
    ) -> Result<StatementKind> {
        match self.token.kind {
            Kind::End | Kind::Semicolon => Ok(StatementKind::Utility { tag, relation }),
            _ => Err(self.unexpected()),
        }
    }

    fn rest_of_utility(
        &mut self,
        tag: &'static str,
        relation: Option<ObjectName>,
    ) -> Result<StatementKind> {
        while !matches!(self.token.kind, Kind::End | Kind::Semicolon) {
            self.advance();
        }
        Ok(StatementKind::Utility { tag, relation })
    }

    /// `RESET name`, `RESET ALL`, `DISCARD ALL`.
    fn reset(&mut self) -> Result<StatementKind> {
        let discard = self.at_word(K::DISCARD);
        self.advance();
        let tag = if discard { "DISCARD ALL" } else { "RESET" };
        if self.eat_word(K::ALL) {
            return Ok(StatementKind::Reset { tag, name: None });
        }
        if discard {
            return Err(self.unsupported("DISCARD of a part"));
        }
        let name = match self.eat_words(&[K::TIME, K::ZONE]) {
            true => Rc::from("timezone"),
            false => self.name()?.text,
        };
        Ok(StatementKind::Reset { tag, name: Some(name) })
    }

    /// `EXPLAIN [ANALYZE] [VERBOSE] statement`, `EXPLAIN (option, …) statement`.
    fn postgresql_explain(&mut self) -> Result<StatementKind> {
        self.advance();
        let mut options: Vec<Rc<str>> = Vec::new();
        if self.at(Kind::LParen) && !self.at_paren_query() {
            options = self.paren_list(|parser| {
                let start = parser.token.start;
                if !parser.eat_word(K::ANALYZE) {
                    parser.name()?;
                }
                let constant = matches!(parser.token.kind, Kind::Text | Kind::Integer);
                if parser.at_any(&[K::ON, K::TRUE, K::FALSE]) || parser.at_name() || constant {
                    parser.advance();
                }
                let words = parser.since(start).of(parser.text).to_ascii_uppercase();
                Ok(Rc::from(words))
            })?;
        } else {
            while let Some(word) = self.eat_any(&[K::ANALYZE, K::VERBOSE]) {
                options.push(Rc::from(word.text()));
            }
        }
        let statement = Box::new(self.statement()?);
        Ok(StatementKind::Explain { query_plan: false, options, statement })
    }

    fn mysql_statement(&mut self) -> Result<StatementKind> {
        let start = self.token;
        match self.word() {
            K::SELECT if !self.in_trigger => {
                let kind = self.data_statement(None, start.start)?;
                if self.at_word(K::INTO) {
                    self.select_into()?;
                }
                // SELECT … INTO @a is a block of one statement.
                Ok(match self.into.take() {
                    Some((targets, strict)) => {
                        let statement = Rc::new(Statement { kind, span: self.since(start.start) });
                        StatementKind::Do(vec![ProcStatement::Into { statement, targets, strict }])
                    }
                    None => kind,
                })
            }
            K::SELECT | K::VALUES | K::TABLE | K::INSERT | K::REPLACE | K::UPDATE | K::DELETE => {
                self.data_statement(None, start.start)
            }
            K::NONE if self.at(Kind::LParen) => self.data_statement(None, start.start),
            K::CREATE => self.create(),
            K::PREPARE | K::EXECUTE | K::DEALLOCATE => self.named(),
            K::DROP if self.peek_word() == K::PREPARE => self.named(),
            K::DROP => self.drop_object(),
            K::ALTER => self.alter(),
            K::RENAME if matches!(self.peek_word(), K::TABLE | K::TABLES) => self.rename_tables(),
            K::TRUNCATE => self.truncate(),
            K::BEGIN => self.begin(),
            K::START => self.start_transaction(),
            K::COMMIT => self.commit(),
            K::ROLLBACK => self.rollback(),
            K::SAVEPOINT => self.savepoint(),
            K::RELEASE => self.release(),
            K::SET => self.set(),
            K::SHOW => self.show(),
            K::DESCRIBE | K::DESC | K::EXPLAIN => self.mysql_explain(),
            K::LOCK | K::UNLOCK => self.lock_tables(),
            K::LOAD => self.load(),
            K::GET => self.get_diagnostics(),
            K::CALL => self.mysql_call(),
            K::DO => Ok(StatementKind::Do(vec![self.mysql_do()?])),
            K::USE => self.database("USE"),
            K::ANALYZE => self.maintenance("ANALYZE TABLE"),
            K::CHECK => self.maintenance("CHECK TABLE"),
            K::OPTIMIZE => self.maintenance("OPTIMIZE TABLE"),
            K::REPAIR => self.maintenance("REPAIR TABLE"),
            K::BINLOG
            | K::CACHE
            | K::CHANGE
            | K::CHECKSUM
            | K::CLONE
            | K::FLUSH
            | K::GRANT
            | K::HANDLER
            | K::HELP
            | K::IMPORT
            | K::INSTALL
            | K::KILL
            | K::PURGE
            | K::RESET
            | K::RESIGNAL
            | K::RESTART
            | K::REVOKE
            | K::SHUTDOWN
            | K::SIGNAL
            | K::STOP
            | K::UNINSTALL
            | K::XA => Err(self.unsupported_first_words()),
            _ => Err(self.unexpected()),
        }
    }

    /// `LOCK TABLES t AS a WRITE, u READ LOCAL`, `UNLOCK TABLES`.
    fn lock_tables(&mut self) -> Result<StatementKind> {
        let locks = self.at_word(K::LOCK);
        self.advance();
        if self.eat_any(&[K::TABLES, K::TABLE]).is_none() {
            return Err(self.unexpected());
        }
        let tables = if locks { self.list(Parser::table_lock)? } else { Vec::new() };
        Ok(StatementKind::Lock(tables))
    }

    fn table_lock(&mut self) -> Result<(ObjectName, Option<super::ast::Ident>, bool)> {
        let name = self.object_name()?;
        let alias = self.table_alias()?;
        self.eat_word(K::LOW_PRIORITY);
        let write = match self.eat_any(&[K::READ, K::WRITE]) {
            Some(word) => word == K::WRITE,
            None => return Err(self.unexpected()),
        };
        if !write {
            self.eat_word(K::LOCAL);
        }
        Ok((name, alias, write))
    }

    /// `ANALYZE TABLE t` and its like.
    fn maintenance(&mut self, tag: &'static str) -> Result<StatementKind> {
        let start = self.advance();
        if !self.eat_word(K::TABLE) {
            return Err(self.unsupported_statement(start));
        }
        let relation = Some(self.object_name()?);
        if !matches!(self.token.kind, Kind::End | Kind::Semicolon) {
            return Err(self.unsupported(&[tag, " of several tables or with options"].concat()));
        }
        Ok(StatementKind::Utility { tag, relation })
    }

    /// `LOAD DATA`, `INSTALL PLUGIN`: one word or two.
    fn unsupported_first_words(&self) -> Error {
        self.unsupported(self.word().text())
    }

    fn mysql_explain(&mut self) -> Result<StatementKind> {
        let next = self.peek();
        let table = self.is_name(next) && !matches!(next.kind, Kind::Word(K::FORMAT));
        if table {
            return self.describe();
        }
        self.advance();
        let mut options = Vec::new();
        if self.eat_word(K::ANALYZE) {
            options.push(Rc::from("ANALYZE"));
        }
        if self.at_word(K::FORMAT) {
            return Err(self.unsupported("EXPLAIN FORMAT"));
        }
        let statement = Box::new(self.statement()?);
        Ok(StatementKind::Explain { query_plan: false, options, statement })
    }
}

/// The modes of LOCK.
const MODES: &[&str] = &[
    "ACCESS SHARE",
    "ROW SHARE",
    "ROW EXCLUSIVE",
    "SHARE UPDATE EXCLUSIVE",
    "SHARE",
    "SHARE ROW EXCLUSIVE",
    "EXCLUSIVE",
    "ACCESS EXCLUSIVE",
];
