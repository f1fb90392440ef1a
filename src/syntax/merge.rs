//! MERGE.

use super::ast::{Merge, MergeAction, MergeBranch, MergeWhen, With};
use super::parser::Parser;
use super::token::Keyword as K;
use crate::error::Result;

impl Parser<'_> {
    /// A MERGE after its WITH.
    pub(super) fn merge(&mut self, with: Option<With>) -> Result<Merge> {
        self.advance();
        self.expect_word(K::INTO)?;
        self.only();
        let table = self.object_name()?;
        let alias = self.table_alias()?;
        self.expect_word(K::USING)?;
        let source = self.join_item()?;
        self.expect_word(K::ON)?;
        let on = self.expr()?;
        let mut branches = Vec::new();
        loop {
            branches.push(self.merge_branch()?);
            if !self.at_word(K::WHEN) {
                break;
            }
        }
        let returning = self.returning()?;
        Ok(Merge { with, table, alias, source, on, branches, returning })
    }

    fn merge_branch(&mut self) -> Result<MergeBranch> {
        let start = self.token.start;
        self.expect_word(K::WHEN)?;
        let not = self.eat_word(K::NOT);
        self.expect_word(K::MATCHED)?;
        let mut when = if not { MergeWhen::NotMatchedByTarget } else { MergeWhen::Matched };
        if not && self.eat_word(K::BY) {
            when = match self.eat_any(&[K::SOURCE, K::TARGET]) {
                Some(K::SOURCE) => MergeWhen::NotMatchedBySource,
                Some(_) => MergeWhen::NotMatchedByTarget,
                None => return Err(self.unexpected()),
            };
        }
        let filter = if self.eat_word(K::AND) { Some(self.expr()?) } else { None };
        self.expect_word(K::THEN)?;
        let action = self.merge_action(when)?;
        Ok(MergeBranch { when, filter, action, span: self.since(start) })
    }

    /// What may be done depends on which rows there are.
    fn merge_action(&mut self, when: MergeWhen) -> Result<MergeAction> {
        let inserts = when == MergeWhen::NotMatchedByTarget;
        match self.word() {
            K::DO => {
                self.expect_words(&[K::DO, K::NOTHING])?;
                Ok(MergeAction::Nothing)
            }
            K::DELETE if !inserts => {
                self.advance();
                Ok(MergeAction::Delete)
            }
            K::UPDATE if !inserts => {
                self.expect_words(&[K::UPDATE, K::SET])?;
                Ok(MergeAction::Update(self.list(Parser::assignment)?))
            }
            K::INSERT if inserts => {
                self.advance();
                let at_columns = self.at(super::token::Kind::LParen);
                let columns = if at_columns { Some(self.name_list()?) } else { None };
                let overriding = self.overriding()?;
                let values = if self.eat_word(K::DEFAULT) {
                    self.expect_word(K::VALUES)?;
                    None
                } else {
                    self.expect_word(K::VALUES)?;
                    Some(self.paren_list(Parser::expr)?)
                };
                Ok(MergeAction::Insert { columns, overriding, values })
            }
            _ => Err(self.unexpected()),
        }
    }
}
