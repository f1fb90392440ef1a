//! Constraints of columns: NOT NULL, UNIQUE, CHECK, DEFAULT, REFERENCES and the rest. Those of
//! tables are in `table_constraint.rs`.

use super::ast::{
    ColumnConstraint, ColumnConstraintKind as Kind_, Deferrable, Expr, ExprKind, FkAction, Ident,
    Literal, References,
};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{ErrorKind, Refusal, Result};
use crate::span::Span;

impl Parser<'_> {
    /// The constraints after a column's type. `sticky` is SQLite's last constraint name, which
    /// also names the unnamed CHECKs after it.
    pub(super) fn column_constraints(
        &mut self,
        sticky: &mut Option<Ident>,
    ) -> Result<Vec<ColumnConstraint>> {
        let mut constraints: Vec<ColumnConstraint> = Vec::new();
        // How many there were when the last one got its DEFERRABLE and its INITIALLY.
        let mut told = [0; 2];
        loop {
            let mut name = None;
            let whole = self.is(Grammar::Postgresql).then_some(self.token.start);
            if self.eat_word(K::CONSTRAINT) {
                // MySQL's may go without a name.
                let unnamed = self.is(Grammar::Mysql) && self.at_word(K::CHECK);
                name = if unnamed { None } else { Some(self.name()?) };
                if self.is(Grammar::Mysql) && !self.at_word(K::CHECK) {
                    return Err(self.unexpected());
                }
                sticky.clone_from(&name);
            }
            let at = self.token.span();
            if let Some(deferrable) = self.deferrable()? {
                let takes = |c: &ColumnConstraint| {
                    let kinds = matches!(
                        c.kind,
                        Kind_::PrimaryKey { .. } | Kind_::Unique { .. } | Kind_::References { .. }
                    );
                    kinds || !self.is(Grammar::Postgresql)
                };
                let first = constraints.is_empty() && self.is(Grammar::Postgresql);
                if first || constraints.last().is_some_and(|c| !takes(c)) {
                    let text = self.since(at.start).of(self.text).to_ascii_uppercase();
                    let words = match &*text {
                        t if t.starts_with("NOT") => "NOT DEFERRABLE",
                        t if t.starts_with("DEF") => "DEFERRABLE",
                        t if t.contains("IMMEDIATE") => "INITIALLY IMMEDIATE",
                        _ => "INITIALLY DEFERRED",
                    };
                    return Err(Refusal::Misplaced.of(&[words]).at(at));
                }
                let text = self.since(at.start).of(self.text).to_ascii_uppercase();
                let parts = ["DEFERRABLE", "INITIALLY"].map(|word| text.contains(word));
                for (part, refusal) in [Refusal::DeferrableTwice, Refusal::InitiallyTwice]
                    .into_iter()
                    .enumerate()
                    .filter(|(part, _)| parts[*part] && self.is(Grammar::Postgresql))
                {
                    if std::mem::replace(&mut told[part], constraints.len()) == constraints.len() {
                        return Err(refusal.of(&[]).at(at));
                    }
                }
                if let Some(last) = constraints.last_mut() {
                    last.deferrable = deferrable;
                    last.span = self.since(last.span.start);
                } else if !self.is(Grammar::Sqlite) {
                    return Err(self.unexpected());
                }
                continue;
            }
            let start = whole.unwrap_or(self.token.start);
            let Some(kind) = self.column_constraint_kind()? else {
                // SQLite takes `CONSTRAINT name` alone.
                if name.is_some() && !self.is(Grammar::Sqlite) {
                    return Err(self.unexpected());
                }
                if name.is_some() {
                    continue;
                }
                return Ok(constraints);
            };
            if name.is_none() && matches!(kind, Kind_::Check { .. }) && self.is(Grammar::Sqlite) {
                name.clone_from(sticky);
            }
            constraints.push(self.finish_column_constraint(name, kind, start)?);
        }
    }

    fn finish_column_constraint(
        &mut self,
        name: Option<Ident>,
        mut kind: Kind_,
        start: u32,
    ) -> Result<ColumnConstraint> {
        let takes_clause = matches!(
            kind,
            Kind_::PrimaryKey { .. } | Kind_::NotNull | Kind_::Null | Kind_::Unique { .. }
        );
        let on_conflict = if takes_clause { self.constraint_clause()? } else { None };
        if let Kind_::PrimaryKey { autoincrement, .. } = &mut kind {
            *autoincrement = self.is(Grammar::Sqlite) && self.eat_word(K::AUTOINCREMENT);
        }
        let deferrable = Deferrable::No;
        Ok(ColumnConstraint { name, kind, on_conflict, deferrable, span: self.since(start) })
    }

    fn column_constraint_kind(&mut self) -> Result<Option<Kind_>> {
        let sqlite = self.is(Grammar::Sqlite);
        let kind = match self.word() {
            // The end of ALTER DOMAIN … ADD.
            K::NOT if self.peek_word() == K::VALID => return Ok(None),
            K::NOT => {
                self.advance();
                self.expect_word(K::NULL)?;
                self.no_inherit();
                Kind_::NotNull
            }
            K::NULL => {
                self.advance();
                Kind_::Null
            }
            K::PRIMARY => {
                self.advance();
                self.expect_word(K::KEY)?;
                let descending = sqlite && self.direction();
                Kind_::PrimaryKey { descending, autoincrement: false }
            }
            K::UNIQUE => {
                self.advance();
                if self.is(Grammar::Mysql) {
                    self.eat_word(K::KEY);
                }
                Kind_::Unique { nulls_not_distinct: self.nulls_not_distinct()? }
            }
            K::CHECK => {
                self.advance();
                let (expr, text) = self.paren_text()?;
                Kind_::Check { expr, text, enforced: self.enforced()? }
            }
            K::DEFAULT => {
                self.advance();
                let (expr, text) = self.default_value()?;
                Kind_::Default { expr, text }
            }
            K::COLLATE => {
                self.advance();
                Kind_::Collate(self.collation_name()?)
            }
            K::REFERENCES => Kind_::References(self.references()?),
            K::GENERATED => self.generated()?,
            K::AS if !self.is(Grammar::Postgresql) => {
                self.advance();
                self.generated_expr()?
            }
            _ => return self.mysql_column_attribute(),
        };
        Ok(Some(kind))
    }

    fn mysql_column_attribute(&mut self) -> Result<Option<Kind_>> {
        if self.is(Grammar::Postgresql) && self.at_any(&[K::STORAGE, K::COMPRESSION]) {
            return Err(self.unsupported(self.word().text()));
        }
        if !self.is(Grammar::Mysql) {
            return Ok(None);
        }
        let kind = match self.word() {
            K::AUTO_INCREMENT => {
                self.advance();
                Kind_::AutoIncrement
            }
            // `KEY` alone makes a primary key.
            K::KEY => {
                self.advance();
                Kind_::PrimaryKey { descending: false, autoincrement: false }
            }
            K::COMMENT => {
                self.advance();
                if !self.at(Kind::Text) {
                    return Err(self.unexpected());
                }
                Kind_::Comment(self.text()?)
            }
            K::ON => {
                self.advance();
                self.expect_word(K::UPDATE)?;
                Kind_::OnUpdate(self.primary()?)
            }
            K::VISIBLE | K::INVISIBLE if self.is(Grammar::Mysql) => {
                Kind_::Invisible(self.advance().kind == Kind::Word(K::INVISIBLE))
            }
            K::COLUMN_FORMAT | K::STORAGE | K::SRID => {
                return Err(self.unsupported(self.word().text()));
            }
            _ => return Ok(None),
        };
        Ok(Some(kind))
    }

    /// `(expr)` and where the expression stands.
    pub(super) fn paren_text(&mut self) -> Result<(Expr, Span)> {
        let open = self.token.end;
        self.expect(Kind::LParen)?;
        let start = self.token.start;
        let expr = self.expr()?;
        let mut text = self.since(start);
        if self.is(Grammar::Sqlite) {
            // Comments belong to it.
            (text.start, text.end) = (open, self.token.start);
        }
        self.expect(Kind::RParen)?;
        Ok((expr, text))
    }

    /// MySQL's and PostgreSQL's `[NOT] ENFORCED` after a CHECK.
    pub(super) fn enforced(&mut self) -> Result<bool> {
        self.no_inherit();
        if self.is(Grammar::Sqlite) {
            return Ok(true);
        }
        if self.eat_words(&[K::NOT, K::ENFORCED]) {
            return Ok(false);
        }
        self.eat_word(K::ENFORCED);
        Ok(true)
    }

    /// `NO INHERIT`, which means nothing to tables that have no children.
    fn no_inherit(&mut self) {
        if self.is(Grammar::Postgresql) {
            self.eat_words(&[K::NO, K::INHERIT]);
        }
    }

    fn default_value(&mut self) -> Result<(Expr, Span)> {
        if self.is(Grammar::Sqlite) {
            return self.sqlite_default();
        }
        let expr = match self.is(Grammar::Mysql) {
            true => self.mysql_default()?,
            false if self.at_word(K::DEFAULT) => return Err(self.unexpected()),
            false => self.bare_expr()?,
        };
        let span = expr.span;
        Ok((expr, span))
    }

    /// A constant with or without a sign, a name that stands for itself, or `(expr)` (parse.y,
    /// rule `ccons`).
    fn sqlite_default(&mut self) -> Result<(Expr, Span)> {
        if self.at(Kind::LParen) {
            return self.paren_text();
        }
        let start = self.token.start;
        let signed = matches!(self.token.kind, Kind::Minus | Kind::Plus);
        let constant = matches!(
            self.token.kind,
            Kind::Integer | Kind::Decimal | Kind::Radix | Kind::Text | Kind::HexText
        ) || self.at_any(&[
            K::NULL,
            K::CURRENT_DATE,
            K::CURRENT_TIME,
            K::CURRENT_TIMESTAMP,
            K::TRUE,
            K::FALSE,
        ]);
        let expr = if signed {
            let op = match self.advance().kind {
                Kind::Minus => super::ast::UnaryOp::Minus,
                _ => super::ast::UnaryOp::Plus,
            };
            let operand = Box::new(self.constant()?);
            Expr { kind: ExprKind::Unary(op, operand), span: self.since(start) }
        } else if constant {
            self.constant()?
        } else {
            let name = self.name()?;
            Expr { kind: ExprKind::Literal(Literal::Text(name.text)), span: name.span }
        };
        let span = expr.span;
        Ok((expr, span))
    }

    /// A literal, the current time or an expression in parentheses (sql_yacc.yy, rule
    /// `column_attribute`).
    fn mysql_default(&mut self) -> Result<Expr> {
        let signed = matches!(self.token.kind, Kind::Minus | Kind::Plus);
        let next = self.peek().kind;
        let number = matches!(next, Kind::Integer | Kind::Decimal);
        let words = [
            K::NULL,
            K::TRUE,
            K::FALSE,
            K::NOW,
            K::CURRENT_TIMESTAMP,
            K::LOCALTIME,
            K::LOCALTIMESTAMP,
        ];
        let word = matches!(self.token.kind, Kind::Word(_));
        let literal = self.at_any(&words) || matches!(next, Kind::Text | Kind::HexText);
        if signed && !number {
            self.advance();
            return Err(self.unexpected());
        }
        if word && !literal { Err(self.unexpected()) } else { self.bare_expr() }
    }

    fn constant(&mut self) -> Result<Expr> {
        let name = matches!(self.token.kind, Kind::Quoted | Kind::LParen | Kind::Param)
            || self.at_word(K::NONE) && matches!(self.token.kind, Kind::Word(_));
        if name { Err(self.unexpected()) } else { self.primary() }
    }

    /// `GENERATED …` of a column.
    fn generated(&mut self) -> Result<Kind_> {
        self.advance();
        let identity = self.is(Grammar::Postgresql);
        let always = if identity && self.eat_words(&[K::BY, K::DEFAULT]) {
            false
        } else {
            self.expect_word(K::ALWAYS)?;
            true
        };
        self.expect_word(K::AS)?;
        if identity && self.eat_word(K::IDENTITY) {
            return Ok(Kind_::Identity { always, options: self.paren_sequence_options()? });
        }
        if !always {
            return Err(self.unexpected());
        }
        self.generated_expr()
    }

    fn generated_expr(&mut self) -> Result<Kind_> {
        let (expr, text) = self.paren_text()?;
        let stored = match self.word() {
            K::STORED => Some(true),
            K::VIRTUAL => Some(false),
            _ => None,
        };
        if stored.is_some() {
            self.advance();
        } else if self.is(Grammar::Sqlite) && self.at_name() && !self.at(Kind::Text) {
            // Any word may stand there by the grammar (parse.y, rule `generated`).
            return Err(ErrorKind::GeneratedColumn { name: String::new() }.at(self.token.span()));
        }
        Ok(Kind_::Generated { expr, stored, text })
    }

    /// `REFERENCES parent (a) ON DELETE …`.
    pub(super) fn references(&mut self) -> Result<References> {
        self.expect_word(K::REFERENCES)?;
        let table = match self.is(Grammar::Sqlite) {
            true => super::ast::ObjectName { schema: None, name: self.name()? },
            false => self.object_name()?,
        };
        let mut references = References {
            table,
            columns: self.optional_name_list()?,
            on_delete: None,
            on_update: None,
            set_columns: Vec::new(),
            match_name: None,
        };
        loop {
            let start = self.token.start;
            if self.eat_word(K::MATCH) {
                references.match_name = Some(self.any_name()?);
                let name = references.match_name.as_ref();
                if self.is(Grammar::Postgresql) && name.is_some_and(|n| &*n.text == "partial") {
                    return Err(Refusal::MatchPartial.of(&[]).at(self.since(start)));
                }
            } else if self.eat_word(K::ON) {
                // It is read and means nothing (parse.y, rule `refarg`).
                if self.is(Grammar::Sqlite) && self.eat_word(K::INSERT) {
                    self.fk_action()?;
                    continue;
                }
                let Some(event) = self.eat_any(&[K::DELETE, K::UPDATE]) else {
                    return Err(self.unexpected());
                };
                let action = self.fk_action()?;
                let sets = matches!(action, FkAction::SetNull | FkAction::SetDefault);
                let listed = sets && self.is(Grammar::Postgresql) && self.at(Kind::LParen);
                if listed && event != K::DELETE {
                    self.name_list()?;
                    return Err(Refusal::SetNullColumns.of(&[]).at(self.since(start)));
                }
                if listed {
                    references.set_columns = self.name_list()?;
                }
                match event {
                    K::DELETE => references.on_delete = Some(action),
                    _ => references.on_update = Some(action),
                }
            } else {
                return Ok(references);
            }
        }
    }

    fn fk_action(&mut self) -> Result<FkAction> {
        let word = self.word();
        let action = match word {
            K::NO => FkAction::NoAction,
            K::RESTRICT => FkAction::Restrict,
            K::CASCADE => FkAction::Cascade,
            K::SET => {
                self.advance();
                let action = match self.word() {
                    K::NULL => FkAction::SetNull,
                    K::DEFAULT => FkAction::SetDefault,
                    _ => return Err(self.unexpected()),
                };
                self.advance();
                return Ok(action);
            }
            _ => return Err(self.unexpected()),
        };
        self.advance();
        if word == K::NO {
            self.expect_word(K::ACTION)?;
        }
        Ok(action)
    }

    /// `[NOT] DEFERRABLE [INITIALLY {DEFERRED | IMMEDIATE}]`; none when nothing of it is there.
    pub(super) fn deferrable(&mut self) -> Result<Option<Deferrable>> {
        if self.is(Grammar::Mysql) {
            return Ok(None);
        }
        let not = self.at_words(&[K::NOT, K::DEFERRABLE]);
        if not {
            self.advance();
        }
        let deferrable = self.eat_word(K::DEFERRABLE);
        let initially = deferrable || self.is(Grammar::Postgresql);
        let mut deferred = None;
        let at = self.token.span();
        if deferrable && self.is(Grammar::Postgresql) && self.at_word(K::DEFERRABLE) {
            return Err(Refusal::DeferrableTwice.of(&[]).at(at));
        }
        if initially && self.eat_word(K::INITIALLY) {
            deferred = match self.eat_any(&[K::DEFERRED, K::IMMEDIATE]) {
                Some(word) => Some(word == K::DEFERRED),
                None => return Err(self.unexpected()),
            };
        }
        if !deferrable && deferred.is_none() {
            return Ok(None);
        }
        if not && deferred == Some(true) && self.is(Grammar::Postgresql) {
            return Err(Refusal::DeferredNotDeferrable.of(&[]).at(at));
        }
        if !deferrable && self.is(Grammar::Postgresql) {
            self.eat_word(K::DEFERRABLE);
        }
        Ok(Some(match deferred {
            _ if not => Deferrable::No,
            Some(true) => Deferrable::Deferred,
            Some(false) if !deferrable => Deferrable::No,
            _ => Deferrable::Immediate,
        }))
    }
}
