//! Statements that are prepared under a name, run and forgotten in SQL.

use super::ast::{Expr, ExprKind, Literal, Named, StatementKind, TypeName};
use super::parser::Parser;
use super::token::{Keyword as K, Kind};
use crate::error::Result;
use crate::span::Span;

impl Parser<'_> {
    /// `PREPARE s FROM 'text'`, `EXECUTE s USING @a`, `DEALLOCATE PREPARE s`, `DROP PREPARE s`.
    pub(super) fn named(&mut self) -> Result<StatementKind> {
        let verb = self.word();
        self.advance();
        Ok(StatementKind::Named(match verb {
            K::PREPARE => {
                let name = self.name()?;
                self.expect_word(K::FROM)?;
                Named::Prepare(name, self.primary()?, None, Vec::new())
            }
            K::EXECUTE if self.at_word(K::IMMEDIATE) => {
                return Err(self.unsupported("EXECUTE IMMEDIATE"));
            }
            K::EXECUTE => {
                let name = self.name()?;
                let using = self.eat_word(K::USING);
                let values = if using { self.list(Parser::primary)? } else { Vec::new() };
                Named::Execute(name, values)
            }
            _ => {
                self.expect_word(K::PREPARE)?;
                Named::Drop(Some(self.name()?))
            }
        }))
    }

    /// The words of a statement, each parameter of a type that was given cast to it.
    /// And where what was put in begins, with how long it is.
    fn typed_parameters(&self, span: Span, types: &[TypeName]) -> (String, Vec<(u32, u32)>) {
        let (mut text, mut added) = (String::new(), Vec::new());
        let mut at = span.start as usize;
        let mut ahead = Parser::new(self.text, at, self.rules);
        while ahead.token.start < span.end {
            let number = ahead.text_of(ahead.token).strip_prefix('$').and_then(|n| n.parse().ok());
            if let (true, Some(number)) = (ahead.at(Kind::Param), number)
                && let Some(ty) = types.get(usize::wrapping_sub(number, 1))
            {
                let end = ahead.token.end as usize;
                text.push_str(&self.text[at..end]);
                let begin = text.len();
                text.push_str(&["::", ty.span.of(self.text)].concat());
                added.push((begin as u32, (text.len() - begin) as u32));
                at = end;
            }
            ahead.advance();
        }
        text.push_str(&self.text[at..span.end as usize]);
        (text, added)
    }

    /// `PREPARE s (type, …) AS statement`, `EXECUTE s (a, b)`, `DEALLOCATE [PREPARE] {s | ALL}`.
    pub(super) fn named_statement(&mut self) -> Result<StatementKind> {
        let verb = self.word();
        self.advance();
        Ok(StatementKind::Named(match verb {
            K::PREPARE => {
                let name = self.name()?;
                let types = match self.at(Kind::LParen) {
                    true => Some(self.parens(|parser| parser.list(Parser::type_name))?),
                    false => None,
                };
                self.expect_word(K::AS)?;
                let start = self.token.start;
                let data = [K::SELECT, K::INSERT, K::UPDATE, K::DELETE, K::MERGE, K::VALUES];
                if !self.at_any(&data) && !self.at_any(&[K::WITH, K::TABLE]) {
                    return Err(self.unexpected());
                }
                self.statement()?;
                let span = self.since(start);
                let (text, added) =
                    self.typed_parameters(span, types.as_deref().unwrap_or_default());
                let kind = ExprKind::Literal(Literal::Text(text.into()));
                let count = types.map(|types| types.len() as u32);
                Named::Prepare(name, Expr { kind, span }, count, added)
            }
            K::EXECUTE => {
                let name = self.name()?;
                let values = match self.at(Kind::LParen) {
                    true => self.parens(|parser| parser.list(Parser::bare_expr))?,
                    false => Vec::new(),
                };
                Named::Execute(name, values)
            }
            _ => {
                self.eat_word(K::PREPARE);
                Named::Drop(if self.eat_word(K::ALL) { None } else { Some(self.name()?) })
            }
        }))
    }
}
