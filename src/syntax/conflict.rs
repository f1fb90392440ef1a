//! How conflict handling is written: one shape for every spelling of the three dialects.
//!
//! `INSERT OR IGNORE`, `INSERT IGNORE`, `REPLACE INTO`, `ON CONFLICT … DO …` and
//! `ON DUPLICATE KEY UPDATE` all become an [`OnConflict`]. What it means for a table is decided
//! in `plan/conflict/`.

use super::ast::{Assignment, Expr, Ident, IndexTerm};
use super::parser::Parser;
use super::token::{Keyword as K, Kind};
use crate::error::Result;
use crate::span::Span;

/// Everything a statement says about rows that collide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnConflict {
    /// The word for the whole statement: `OR IGNORE`, MySQL's `IGNORE`, `REPLACE INTO`.
    pub or: Option<OrClause>,
    /// The clauses after the rows, in the order written.
    pub arms: Vec<Arm>,
}

/// A resolution named for a whole statement or for one constraint, and the words that name it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrClause {
    /// What was asked.
    pub resolution: Resolution,
    /// The words: `OR IGNORE`, `REPLACE`, `IGNORE`, `ON CONFLICT FAIL`.
    pub span: Span,
}

/// The five algorithms of SQLite's ON CONFLICT clause (lang_conflict.html); MySQL's `IGNORE` and
/// `REPLACE` use the words of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Undo the transaction and end it.
    Rollback,
    /// Undo the statement.
    Abort,
    /// Stop, keeping the rows written so far.
    Fail,
    /// Leave out the row.
    Ignore,
    /// Delete the rows in the way.
    Replace,
}

impl Resolution {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Resolution::Rollback => "ROLLBACK",
            Resolution::Abort => "ABORT",
            Resolution::Fail => "FAIL",
            Resolution::Ignore => "IGNORE",
            Resolution::Replace => "REPLACE",
        }
    }
}

/// One `ON CONFLICT (…) DO …`, or `ON DUPLICATE KEY UPDATE` with [`Target::Any`].
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Which collisions it takes.
    pub target: Target,
    /// What it does with them.
    pub action: ArmAction,
    /// The whole clause.
    pub span: Span,
}

/// Which collisions an [`Arm`] takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Any uniqueness violation.
    Any,
    /// The unique indexes that these terms infer.
    Columns {
        /// Columns or expressions, with collations where given.
        terms: Vec<IndexTerm>,
        /// The `WHERE` of a partial index.
        filter: Option<Expr>,
    },
    /// `ON CONSTRAINT name`.
    Constraint(Ident),
}

/// What an [`Arm`] does.
#[derive(Clone, Debug, PartialEq)]
pub enum ArmAction {
    /// `DO NOTHING`.
    Nothing,
    /// `DO UPDATE SET …`, `ON DUPLICATE KEY UPDATE …`.
    Update {
        /// The assignments.
        set: Vec<Assignment>,
        /// `WHERE` after them.
        filter: Option<Expr>,
    },
}

impl Parser<'_> {
    /// `OR IGNORE` after INSERT or UPDATE.
    pub(super) fn or_clause(&mut self) -> Result<Option<OrClause>> {
        if !self.rules.conflict.or || !self.at_word(K::OR) {
            return Ok(None);
        }
        let start = self.advance().start;
        let resolution = self.resolution()?;
        Ok(Some(OrClause { resolution, span: self.since(start) }))
    }

    /// MySQL's `IGNORE` after INSERT, UPDATE or DELETE.
    pub(super) fn ignore(&mut self) -> Option<OrClause> {
        if !self.rules.conflict.ignore || !self.at_word(K::IGNORE) {
            return None;
        }
        let span = self.advance().span();
        Some(OrClause { resolution: Resolution::Ignore, span })
    }

    /// `ON CONFLICT IGNORE` after a constraint of CREATE TABLE.
    pub(super) fn constraint_clause(&mut self) -> Result<Option<OrClause>> {
        if !self.rules.conflict.on_constraints || !self.at_word(K::ON) {
            return Ok(None);
        }
        let start = self.advance().start;
        self.expect_word(K::CONFLICT)?;
        let resolution = self.resolution()?;
        Ok(Some(OrClause { resolution, span: self.since(start) }))
    }

    fn resolution(&mut self) -> Result<Resolution> {
        let resolution = match self.word() {
            K::ROLLBACK => Resolution::Rollback,
            K::ABORT => Resolution::Abort,
            K::FAIL => Resolution::Fail,
            K::IGNORE => Resolution::Ignore,
            K::REPLACE => Resolution::Replace,
            _ => return Err(self.unexpected()),
        };
        self.advance();
        Ok(resolution)
    }

    /// The clauses after the rows of an INSERT.
    pub(super) fn arms(&mut self) -> Result<Vec<Arm>> {
        let spelling = self.rules.conflict;
        let mut arms = Vec::new();
        while self.at_word(K::ON) {
            let start = self.token.start;
            let arm = if spelling.on_duplicate_key {
                self.on_duplicate_key(start)?
            } else if spelling.on_conflict {
                self.on_conflict(start)?
            } else {
                break;
            };
            // An arm without a target takes every collision, so none may follow it (SQLite's
            // parse.y, rule `upsert`).
            let last = !spelling.several_arms || arm.target == Target::Any;
            arms.push(arm);
            if last {
                break;
            }
        }
        Ok(arms)
    }

    fn on_duplicate_key(&mut self, start: u32) -> Result<Arm> {
        self.expect_words(&[K::ON, K::DUPLICATE, K::KEY, K::UPDATE])?;
        let set = self.list(Parser::assignment)?;
        let action = ArmAction::Update { set, filter: None };
        Ok(Arm { target: Target::Any, action, span: self.since(start) })
    }

    fn on_conflict(&mut self, start: u32) -> Result<Arm> {
        self.advance();
        self.expect_word(K::CONFLICT)?;
        let target = self.target()?;
        self.expect_word(K::DO)?;
        let action = if self.eat_word(K::NOTHING) {
            ArmAction::Nothing
        } else {
            self.expect_words(&[K::UPDATE, K::SET])?;
            let set = self.list(Parser::assignment)?;
            ArmAction::Update { set, filter: self.where_clause()? }
        };
        Ok(Arm { target, action, span: self.since(start) })
    }

    fn target(&mut self) -> Result<Target> {
        if self.at(Kind::LParen) {
            self.in_target = self.is(super::rules::Grammar::Postgresql);
            let terms = self.paren_list(Parser::index_term);
            self.in_target = false;
            let terms = terms?;
            return Ok(Target::Columns { terms, filter: self.where_clause()? });
        }
        if self.rules.conflict.on_constraint && self.eat_word(K::ON) {
            self.expect_word(K::CONSTRAINT)?;
            return Ok(Target::Constraint(self.name()?));
        }
        Ok(Target::Any)
    }
}
