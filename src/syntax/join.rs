//! Joins: which words make one, what condition it needs, and which items belong together.

use super::ast::{FromItem, Join, JoinConstraint, JoinKind};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

/// The words of a join and what they mean.
struct JoinWords {
    kind: JoinKind,
    natural: bool,
    /// CROSS JOIN takes no condition; a comma neither.
    bare: bool,
}

impl Parser<'_> {
    /// `a, b JOIN c …`.
    pub(super) fn join_list(&mut self) -> Result<FromItem> {
        let outer = self.enter()?;
        let start = self.token.start;
        let item = if self.is(Grammar::Sqlite) {
            self.sqlite_items(start)?
        } else {
            let first = self.join_item()?;
            self.join_list_after(first, start)?
        };
        self.leave(outer);
        Ok(item)
    }

    /// The joins and commas after a first item.
    pub(super) fn join_list_after(&mut self, first: FromItem, start: u32) -> Result<FromItem> {
        let mut left = self.joined(first, start)?;
        while self.eat(Kind::Comma) {
            let right_start = self.token.start;
            let right = self.join_item()?;
            let right = self.joined(right, right_start)?;
            left = self.join(left, right, JoinKind::Inner, JoinConstraint::None, start)?;
        }
        Ok(left)
    }

    fn join(
        &mut self,
        left: FromItem,
        right: FromItem,
        kind: JoinKind,
        constraint: JoinConstraint,
        start: u32,
    ) -> Result<FromItem> {
        self.grow()?;
        let span = self.since(start);
        Ok(FromItem::Join(Box::new(Join { left, right, kind, natural: false, constraint, span })))
    }

    /// SQLite joins from left to right, commas included, and lets a condition follow any item
    /// (parse.y, rule `seltablist`); one after the first is refused only later.
    fn sqlite_items(&mut self, start: u32) -> Result<FromItem> {
        let mut left = self.join_item()?;
        let word = self.token;
        if self.join_constraint()? != JoinConstraint::None {
            let message =
                format!("a JOIN clause is required before {}", self.text_of(word).to_uppercase());
            self.note(self.sqlite_error(message, word.span()));
        }
        loop {
            let words = if self.eat(Kind::Comma) {
                JoinWords { kind: JoinKind::Inner, natural: false, bare: false }
            } else if let Some(words) = self.sqlite_join_words()? {
                words
            } else {
                return Ok(left);
            };
            let right = self.join_item()?;
            let on = self.token.span();
            let constraint = self.join_constraint()?;
            if words.natural && constraint != JoinConstraint::None {
                let message = "a NATURAL join may not have an ON or USING clause".to_owned();
                return Err(self.sqlite_error(message, on));
            }
            left = self.join(left, right, words.kind, constraint, start)?;
            self.set_natural(&mut left, words.natural);
        }
    }

    fn set_natural(&self, item: &mut FromItem, natural: bool) {
        if let FromItem::Join(join) = item {
            join.natural = natural;
        }
    }

    /// SQLite takes its join words in any order and judges them together (select.c,
    /// sqlite3JoinType).
    fn sqlite_join_words(&mut self) -> Result<Option<JoinWords>> {
        let start = self.token;
        let words = [K::NATURAL, K::LEFT, K::RIGHT, K::FULL, K::OUTER, K::INNER, K::CROSS];
        if !self.at_any(&words) && !self.at_word(K::JOIN) {
            return Ok(None);
        }
        // By the grammar the second and third word may be any name.
        let (mut seen, mut odd) = (Vec::new(), false);
        while seen.len() < 3 && (self.at_any(&words) || self.at_name() && !seen.is_empty()) {
            odd |= !self.at_any(&words);
            seen.push(self.word());
            self.advance();
        }
        let all = self.since(start.start);
        self.expect_word(K::JOIN)?;
        let has = |word| seen.contains(&word);
        let kind = match (has(K::LEFT), has(K::RIGHT), has(K::FULL)) {
            (true, true, _) | (_, _, true) => JoinKind::Full,
            (true, ..) => JoinKind::Left,
            (_, true, _) => JoinKind::Right,
            _ => JoinKind::Inner,
        };
        let outer = kind != JoinKind::Inner;
        if odd || outer && (has(K::INNER) || has(K::CROSS)) || !outer && has(K::OUTER) {
            let message = format!("unknown join type: {}", all.of(self.text));
            return Err(self.sqlite_error(message, start.span()));
        }
        Ok(Some(JoinWords { kind, natural: has(K::NATURAL), bare: false }))
    }

    /// `a JOIN b ON … JOIN c …`, tighter than a comma.
    fn joined(&mut self, mut left: FromItem, start: u32) -> Result<FromItem> {
        while let Some(words) = self.join_words()? {
            let right_start = self.token.start;
            let mut right = self.join_item()?;
            let mut constraint = JoinConstraint::None;
            if !words.bare && !words.natural {
                // `a JOIN b JOIN c ON … ON …`: the right side is a join itself.
                if !self.at_join_constraint() && self.must_have_constraint(words.kind) {
                    right = self.nested_join(right, right_start)?;
                }
                constraint = self.join_constraint()?;
                if constraint == JoinConstraint::None && self.must_have_constraint(words.kind) {
                    return Err(self.unexpected());
                }
            }
            left = self.join(left, right, words.kind, constraint, start)?;
            self.set_natural(&mut left, words.natural);
        }
        Ok(left)
    }

    /// Joins that belong to the right side of a join whose condition is still to come.
    fn nested_join(&mut self, mut left: FromItem, start: u32) -> Result<FromItem> {
        let outer = self.enter()?;
        while !self.at_join_constraint() {
            let Some(words) = self.join_words()? else { break };
            let right_start = self.token.start;
            let mut right = self.join_item()?;
            let mut constraint = JoinConstraint::None;
            if !words.bare && !words.natural {
                if !self.at_join_constraint() && self.must_have_constraint(words.kind) {
                    right = self.nested_join(right, right_start)?;
                }
                constraint = self.join_constraint()?;
            }
            left = self.join(left, right, words.kind, constraint, start)?;
            self.set_natural(&mut left, words.natural);
        }
        self.leave(outer);
        Ok(left)
    }

    /// MySQL's inner joins may go without a condition.
    fn must_have_constraint(&self, kind: JoinKind) -> bool {
        self.is(Grammar::Postgresql) || kind != JoinKind::Inner
    }

    fn join_words(&mut self) -> Result<Option<JoinWords>> {
        if self.at_word(K::STRAIGHT_JOIN) && self.is(Grammar::Mysql) {
            // Tables are joined in the order of FROM anyway.
            self.advance();
            return Ok(Some(JoinWords { kind: JoinKind::Inner, bare: false, natural: false }));
        }
        let natural = self.eat_word(K::NATURAL);
        let (kind, bare) = match self.word() {
            K::JOIN => (JoinKind::Inner, false),
            K::INNER => {
                self.advance();
                (JoinKind::Inner, false)
            }
            K::CROSS if !natural => {
                self.advance();
                // In MySQL CROSS JOIN is INNER JOIN.
                (JoinKind::Inner, !self.is(Grammar::Mysql))
            }
            K::LEFT | K::RIGHT | K::FULL => {
                let kind = match self.word() {
                    K::LEFT => JoinKind::Left,
                    K::RIGHT => JoinKind::Right,
                    _ if self.is(Grammar::Mysql) => return Err(self.unexpected()),
                    _ => JoinKind::Full,
                };
                self.advance();
                self.eat_word(K::OUTER);
                (kind, false)
            }
            _ if natural => return Err(self.unexpected()),
            _ => return Ok(None),
        };
        self.expect_word(K::JOIN)?;
        Ok(Some(JoinWords { kind, natural, bare }))
    }

    fn at_join_constraint(&self) -> bool {
        // `INSERT … SELECT … FROM a JOIN b ON DUPLICATE KEY UPDATE`.
        let duplicate = self.is(Grammar::Mysql) && self.at_words(&[K::ON, K::DUPLICATE, K::KEY]);
        self.at_any(&[K::ON, K::USING]) && !duplicate
    }

    fn join_constraint(&mut self) -> Result<JoinConstraint> {
        if !self.at_join_constraint() {
            return Ok(JoinConstraint::None);
        }
        if self.eat_word(K::ON) {
            return self.expr().map(JoinConstraint::On);
        }
        self.advance();
        let columns = self.name_list()?;
        if self.at_word(K::AS) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("USING … AS"));
        }
        Ok(JoinConstraint::Using(columns))
    }
}
