//! BEGIN, COMMIT, ROLLBACK, savepoints.

use super::ast::{BeginMode, StatementKind, TransactionModes};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    pub(super) fn begin(&mut self) -> Result<StatementKind> {
        self.advance();
        match self.rules.grammar {
            Grammar::Sqlite => {
                let mode = match self.eat_any(&[K::DEFERRED, K::IMMEDIATE, K::EXCLUSIVE]) {
                    Some(K::DEFERRED) => BeginMode::Deferred,
                    Some(K::IMMEDIATE) => BeginMode::Immediate,
                    Some(_) => BeginMode::Exclusive,
                    None => BeginMode::Plain,
                };
                self.transaction_name()?;
                Ok(StatementKind::Begin(mode))
            }
            Grammar::Postgresql => {
                self.work();
                Ok(StatementKind::Begin(BeginMode::With(self.transaction_modes()?)))
            }
            Grammar::Mysql => {
                self.eat_word(K::WORK);
                Ok(StatementKind::Begin(BeginMode::Plain))
            }
        }
    }

    /// `START TRANSACTION`.
    pub(super) fn start_transaction(&mut self) -> Result<StatementKind> {
        let start = self.advance();
        if !self.at_word(K::TRANSACTION) {
            return Err(self.unsupported_or_unexpected(start));
        }
        self.advance();
        if self.is(Grammar::Postgresql) {
            let modes = TransactionModes { start: true, ..self.transaction_modes()? };
            return Ok(StatementKind::Begin(BeginMode::With(modes)));
        }
        let read_only = self.transaction_modes()?.read_only == Some(true);
        Ok(StatementKind::Begin(if read_only { BeginMode::ReadOnly } else { BeginMode::Plain }))
    }

    /// SQLite: `TRANSACTION [name]`.
    fn transaction_name(&mut self) -> Result<()> {
        if self.eat_word(K::TRANSACTION) && self.at_name() {
            self.name()?;
        }
        Ok(())
    }

    fn work(&mut self) {
        self.eat_any(&[K::WORK, K::TRANSACTION]);
    }

    /// Modes without `READ ONLY`.
    pub(super) fn read_write_modes(&mut self) -> Result<()> {
        match self.transaction_modes()?.read_only {
            Some(true) => Err(self.unsupported("read-only transactions")),
            _ => Ok(()),
        }
    }

    /// `ISOLATION LEVEL …`, `READ ONLY` and their like.
    pub(super) fn transaction_modes(&mut self) -> Result<TransactionModes> {
        let mut modes = TransactionModes::default();
        loop {
            // To one session alone levels are the same.
            if self.eat_word(K::ISOLATION) {
                self.expect_word(K::LEVEL)?;
                modes.level = Some(if self.eat_words(&[K::REPEATABLE, K::READ]) {
                    "repeatable read"
                } else if self.eat_words(&[K::READ, K::COMMITTED]) {
                    "read committed"
                } else if self.eat_words(&[K::READ, K::UNCOMMITTED]) {
                    "read uncommitted"
                } else {
                    self.expect_word(K::SERIALIZABLE)?;
                    "serializable"
                });
                self.eat(Kind::Comma);
                continue;
            }
            if self.eat_words(&[K::NOT, K::DEFERRABLE]) || self.eat_word(K::DEFERRABLE) {
                self.eat(Kind::Comma);
                continue;
            }
            let snapshot = [K::WITH, K::CONSISTENT, K::SNAPSHOT];
            if self.eat_word(K::READ) {
                let read_only = self.eat_word(K::ONLY);
                modes.read_only = Some(read_only);
                if !read_only {
                    self.expect_word(K::WRITE)?;
                }
            } else if !self.is(Grammar::Mysql) || !self.eat_words(&snapshot) {
                return Ok(modes);
            }
            self.eat(Kind::Comma);
        }
    }

    pub(super) fn commit(&mut self) -> Result<StatementKind> {
        self.advance();
        if self.at_word(K::PREPARED) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("COMMIT PREPARED"));
        }
        if self.is(Grammar::Sqlite) {
            self.transaction_name()?;
            return Ok(StatementKind::Commit { chain: false });
        }
        match self.is(Grammar::Postgresql) {
            true => self.work(),
            false => _ = self.eat_word(K::WORK),
        }
        Ok(StatementKind::Commit { chain: self.chain()? })
    }

    /// `AND [NO] CHAIN`, MySQL's `[NO] RELEASE` after it.
    fn chain(&mut self) -> Result<bool> {
        let mut chain = false;
        if self.eat_word(K::AND) {
            chain = !self.eat_word(K::NO);
            self.expect_word(K::CHAIN)?;
        }
        if self.is(Grammar::Mysql) {
            if self.at_word(K::RELEASE) {
                return Err(self.unsupported("RELEASE"));
            }
            self.eat_words(&[K::NO, K::RELEASE]);
        }
        Ok(chain)
    }

    pub(super) fn rollback(&mut self) -> Result<StatementKind> {
        self.advance();
        if self.at_word(K::PREPARED) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("ROLLBACK PREPARED"));
        }
        match self.rules.grammar {
            Grammar::Sqlite => self.transaction_name()?,
            Grammar::Postgresql => self.work(),
            Grammar::Mysql => _ = self.eat_word(K::WORK),
        }
        if self.eat_word(K::TO) {
            self.savepoint_word();
            return Ok(StatementKind::Rollback { to: Some(self.name()?), chain: false });
        }
        let chain = if self.is(Grammar::Sqlite) { false } else { self.chain()? };
        Ok(StatementKind::Rollback { to: None, chain })
    }

    /// The word SAVEPOINT, which in PostgreSQL may itself be the savepoint's name.
    fn savepoint_word(&mut self) {
        if !self.is(Grammar::Postgresql) || self.is_name(self.peek()) {
            self.eat_word(K::SAVEPOINT);
        }
    }

    pub(super) fn savepoint(&mut self) -> Result<StatementKind> {
        self.advance();
        Ok(StatementKind::Savepoint(self.name()?))
    }

    /// `RELEASE [SAVEPOINT] s`; in MySQL the word is needed.
    pub(super) fn release(&mut self) -> Result<StatementKind> {
        self.advance();
        if self.is(Grammar::Mysql) {
            self.expect_word(K::SAVEPOINT)?;
        } else {
            self.savepoint_word();
        }
        Ok(StatementKind::Release(self.name()?))
    }
}
