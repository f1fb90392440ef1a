//! SET, SHOW, PRAGMA and their like.

use std::rc::Rc;

use super::ast::{
    ColumnName, Expr, ExprKind, Ident, Literal, SetVariable, Show, ShowFilter, StatementKind,
    UnaryOp,
};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

/// What else MySQL shows, as far as the words are no keywords here ("SHOW Statements").
const SHOWN: &[&str] = &[
    "binlog",
    "engines",
    "events",
    "grants",
    "parse_tree",
    "plugins",
    "privileges",
    "processlist",
    "profile",
    "profiles",
    "relaylog",
    "replicas",
    "status",
    "storage",
];

impl Parser<'_> {
    pub(super) fn set(&mut self) -> Result<StatementKind> {
        let start = self.advance();
        if self.is(Grammar::Postgresql) {
            return self.postgresql_set();
        }
        if self.at_word(K::TRANSACTION)
            || self.at_any(&[K::SESSION, K::LOCAL]) && self.peek_word() == K::TRANSACTION
        {
            let session = self.eat_any(&[K::SESSION, K::LOCAL]).is_some();
            let token = self.advance();
            let name = self.ident(token);
            self.read_write_modes()?;
            // What it sets has no effect here, but it has its time.
            let value = Expr { kind: ExprKind::Literal(Literal::Null), span: name.span };
            let next = SetVariable { scope: None, user: false, name, value };
            let next = if session { Vec::new() } else { vec![next] };
            return Ok(StatementKind::Set(next));
        }
        if self.at_any(&[K::PASSWORD, K::ROLE, K::RESOURCE])
            || self.at_word(K::GLOBAL) && self.peek_word() == K::TRANSACTION
            || self.at_words(&[K::DEFAULT, K::ROLE])
        {
            return Err(self.unsupported_statement(start));
        }
        if self.at_word(K::NAMES) || self.at_words(&[K::CHARACTER, K::SET]) {
            return self.set_names();
        }
        Ok(StatementKind::Set(self.list(Parser::set_variable)?))
    }

    /// `SET NAMES utf8mb4 [COLLATE …]`: a variable called NAMES.
    fn set_names(&mut self) -> Result<StatementKind> {
        let token = self.advance();
        let name = Ident { text: Rc::from("NAMES"), ..self.ident(token) };
        self.eat_word(K::SET);
        let start = self.token.start;
        let text = match self.eat_word(K::DEFAULT) {
            true => Rc::from("default"),
            false => self.charset_name()?,
        };
        let value = Expr { kind: ExprKind::Literal(Literal::Text(text)), span: self.since(start) };
        if self.eat_word(K::COLLATE) {
            self.collation_name()?;
        }
        Ok(StatementKind::Set(vec![SetVariable { scope: None, user: false, name, value }]))
    }

    /// `@a := 1`, `@@session.a = 1`, `GLOBAL a = 1`, `a = 1`.
    pub(super) fn set_variable(&mut self) -> Result<SetVariable> {
        let token = self.token;
        let (mut scope, user, name) = match token.kind {
            Kind::UserVariable | Kind::SystemVariable => {
                let ExprKind::Variable { name, system } = self.variable() else {
                    return Err(self.unexpected_at(token));
                };
                let (scope, text) = match name.split_once('.') {
                    Some((scope, rest)) if system => (Some(scope.to_ascii_uppercase()), rest),
                    _ if system => (Some("SESSION".to_owned()), &*name),
                    _ => (None, &*name),
                };
                let text = Rc::from(text);
                let name = Ident { text, quote: None, span: self.since(token.start) };
                (scope, !system, name)
            }
            _ => {
                let words = [K::SESSION, K::GLOBAL, K::LOCAL, K::PERSIST];
                let scoped = self.at_any(&words) && self.is_name(self.peek());
                let scope = if scoped { self.eat_any(&words) } else { None };
                (scope.map(|word| word.text().to_owned()), false, self.name()?)
            }
        };
        if !self.eat(Kind::ColonEq) {
            self.expect(Kind::Eq)?;
        }
        let value = self.set_value()?;
        if let Some("LOCAL") = scope.as_deref() {
            scope = Some("SESSION".to_owned());
        }
        Ok(SetVariable { scope: scope.map(Rc::from), user, name, value })
    }

    /// A value; words that are no expressions elsewhere are names here.
    fn set_value(&mut self) -> Result<Expr> {
        let ends = matches!(self.peek().kind, Kind::End | Kind::Semicolon | Kind::Comma);
        if ends && self.at_any(&[K::ON, K::ALL, K::BINARY, K::ROW, K::SYSTEM]) {
            return Ok(self.word_as_column());
        }
        self.expr()
    }

    fn word_as_column(&mut self) -> Expr {
        let token = self.advance();
        let name = self.ident(token);
        let kind = ExprKind::Column(ColumnName { schema: None, table: None, name });
        Expr { kind, span: token.span() }
    }

    fn postgresql_set(&mut self) -> Result<StatementKind> {
        if self.eat_word(K::CONSTRAINTS) {
            return self.set_constraints();
        }
        let scope = match self.peek().kind {
            Kind::Word(K::TO) | Kind::Eq => None,
            _ => self.eat_any(&[K::SESSION, K::LOCAL]),
        };
        if scope.is_none() && self.eat_word(K::TRANSACTION) {
            return Ok(StatementKind::SetTransaction(self.transaction_modes()?));
        }
        if self.at_any(&[K::TRANSACTION, K::CHARACTERISTICS, K::ROLE, K::AUTHORIZATION]) {
            return Err(self.unsupported(&format!("SET {}", self.word().text())));
        }
        if self.at_words(&[K::TIME, K::ZONE]) {
            let start = self.advance().start;
            self.advance();
            let name = Ident { text: "timezone".into(), quote: None, span: self.since(start) };
            let value = self.set_value_postgresql()?;
            return Ok(StatementKind::Set(vec![variable(scope, name, value)]));
        }
        let mut name = self.name()?;
        while self.eat(Kind::Dot) {
            let more = self.any_name()?;
            name.text = Rc::from(format!("{}.{}", name.text, more.text));
            name.span = name.span.to(more.span);
        }
        if !self.eat_word(K::TO) {
            self.expect(Kind::Eq)?;
        }
        // The path of schemas is a list of names.
        if &*name.text == "search_path" && !self.at_word(K::DEFAULT) {
            let start = self.token.start;
            let names = self.list(|parser| {
                let (text, span) = match parser.at(Kind::Text) {
                    true => (parser.text()?, parser.since(start)),
                    false => parser.any_name().map(|name| (name.text, name.span))?,
                };
                Ok(Expr { kind: ExprKind::Literal(Literal::Text(text)), span })
            })?;
            let value = Expr { kind: ExprKind::Row(names), span: self.since(start) };
            return Ok(StatementKind::Set(vec![variable(scope, name, value)]));
        }
        let value = self.set_value_postgresql()?;
        if self.at(Kind::Comma) {
            return Err(self.unsupported("lists of values"));
        }
        Ok(StatementKind::Set(vec![variable(scope, name, value)]))
    }

    /// A constant or a word; ON and other reserved words among them.
    fn set_value_postgresql(&mut self) -> Result<Expr> {
        match self.token.kind {
            Kind::Word(K::DEFAULT) => self.primary(),
            Kind::Word(K::ON | K::TRUE | K::FALSE) => Ok(self.word_as_column()),
            _ if self.at_name() => Ok(self.word_as_column()),
            Kind::Minus | Kind::Plus => self.expr(),
            _ => self.primary(),
        }
    }

    fn set_constraints(&mut self) -> Result<StatementKind> {
        let names = match self.eat_word(K::ALL) {
            true => None,
            false => Some(self.list(Parser::object_name)?),
        };
        let deferred = match self.eat_any(&[K::DEFERRED, K::IMMEDIATE]) {
            Some(word) => word == K::DEFERRED,
            None => return Err(self.unexpected()),
        };
        Ok(StatementKind::SetConstraints { names, deferred })
    }

    pub(super) fn show(&mut self) -> Result<StatementKind> {
        let start = self.advance();
        if self.is(Grammar::Postgresql) {
            return self.postgresql_show();
        }
        self.eat_any(&[K::SESSION, K::GLOBAL]);
        let full = self.eat_word(K::FULL);
        let show = match self.word() {
            _ if self.text_of(self.token).eq_ignore_ascii_case("count") => {
                self.advance();
                self.parens(|p| p.expect(Kind::Star))?;
                let errors = self.eat_word(K::ERRORS);
                if !errors {
                    self.expect_word(K::WARNINGS)?;
                }
                Show::Count { errors }
            }
            K::DATABASES if !full => {
                self.advance();
                Show::Databases
            }
            K::WARNINGS if !full => {
                self.advance();
                Show::Warnings
            }
            K::ERRORS if !full => {
                self.advance();
                Show::Errors
            }
            K::TABLES => {
                self.advance();
                let from = self.eat_any(&[K::FROM, K::IN]).is_some();
                let of = if from { Some(self.name()?) } else { None };
                let like = self.eat_word(K::LIKE);
                Show::Tables { full, of, like: if like { Some(self.text()?) } else { None } }
            }
            K::CREATE if self.peek_word() == K::TABLE => {
                self.advance();
                self.advance();
                Show::CreateTable(self.object_name()?)
            }
            K::CREATE if matches!(self.peek_word(), K::DATABASE | K::SCHEMA) => {
                self.advance();
                self.advance();
                self.if_not_exists()?;
                Show::CreateDatabase(self.name()?)
            }
            K::CREATE if self.peek_word() == K::TRIGGER => {
                self.advance();
                self.advance();
                Show::CreateTrigger(self.object_name()?)
            }
            K::NONE if self.text_of(self.token).eq_ignore_ascii_case("triggers") => {
                self.advance();
                Show::Triggers
            }
            K::NONE if SHOWN.iter().any(|w| w.eq_ignore_ascii_case(self.text_of(self.token))) => {
                return Err(self.unsupported_statement(start));
            }
            K::TABLE => {
                self.advance();
                return Err(match self.text_of(self.token).eq_ignore_ascii_case("status") {
                    true => self.unsupported("SHOW TABLE STATUS"),
                    false => self.unexpected(),
                });
            }
            K::INDEX | K::INDEXES | K::KEYS => Show::Index(self.show_table()?),
            K::COLUMNS | K::FIELDS => Show::Columns { table: self.show_table()?, full },
            K::VARIABLES => {
                self.advance();
                match self.eat_word(K::LIKE) {
                    true if self.at(Kind::Text) => Show::Variable(self.text()?),
                    true => return Err(self.unexpected()),
                    false => Show::Variable("%".into()),
                }
            }
            _ => return Err(self.unsupported_or_unexpected(start)),
        };
        Ok(StatementKind::Show(self.show_filter(show)?))
    }

    fn show_table(&mut self) -> Result<super::ast::ObjectName> {
        self.advance();
        if self.eat_any(&[K::FROM, K::IN]).is_none() {
            return Err(self.unexpected());
        }
        let mut table = self.object_name()?;
        if self.eat_any(&[K::FROM, K::IN]).is_some() {
            table.schema = Some(self.name()?);
        }
        Ok(table)
    }

    /// LIKE, `WHERE column = 'text'`, LIMIT behind a SHOW.
    fn show_filter(&mut self, show: Show) -> Result<Show> {
        let filter = match self.word() {
            K::LIKE => {
                self.advance();
                ShowFilter::Like(self.text()?)
            }
            K::WHERE => {
                let start = self.advance();
                let column = self.any_name()?;
                if !self.eat(Kind::Eq) || !self.at(Kind::Text) {
                    return Err(self.unsupported_statement(start));
                }
                ShowFilter::Equals(column, self.text()?)
            }
            K::LIMIT => {
                self.advance();
                let mut number = || -> Result<usize> {
                    let text = self.text_of(self.token);
                    let number = text.parse().map_err(|_| self.unexpected())?;
                    self.advance();
                    Ok(number)
                };
                let first = number()?;
                match self.eat(Kind::Comma) {
                    true => {
                        let count = self.text_of(self.token).parse();
                        let count = count.map_err(|_| self.unexpected())?;
                        self.advance();
                        ShowFilter::Limit(first, count)
                    }
                    false => ShowFilter::Limit(0, first),
                }
            }
            K::FROM | K::IN => return Err(self.unsupported("SHOW … FROM a database")),
            _ => return Ok(show),
        };
        Ok(Show::Filtered(Box::new(show), filter))
    }

    fn postgresql_show(&mut self) -> Result<StatementKind> {
        if self.at_words(&[K::TIME, K::ZONE]) {
            self.advance();
            self.advance();
            return Ok(StatementKind::Show(Show::Variable("timezone".into())));
        }
        if self.eat_words(&[K::TRANSACTION, K::ISOLATION, K::LEVEL]) {
            return Ok(StatementKind::Show(Show::Variable("transaction_isolation".into())));
        }
        if self.at_any(&[K::ALL, K::TRANSACTION]) {
            return Err(self.unsupported(&format!("SHOW {}", self.word().text())));
        }
        let mut name = self.name()?.text;
        while self.eat(Kind::Dot) {
            name = Rc::from(format!("{name}.{}", self.any_name()?.text));
        }
        Ok(StatementKind::Show(Show::Variable(name)))
    }

    /// `DESCRIBE t`, `DESC t`.
    pub(super) fn describe(&mut self) -> Result<StatementKind> {
        self.advance();
        let table = self.object_name()?;
        if !self.at_name() && !self.at(Kind::Text) {
            return Ok(StatementKind::Describe(table));
        }
        let column = if self.at(Kind::Text) { self.text()? } else { self.name()?.text };
        let all = Box::new(Show::Columns { table, full: false });
        Ok(StatementKind::Show(Show::Filtered(all, ShowFilter::Like(column))))
    }

    /// `PRAGMA [schema.]name [= value | (value)]`.
    pub(super) fn pragma(&mut self) -> Result<StatementKind> {
        self.advance();
        let name = self.object_name()?;
        let value = if self.eat(Kind::Eq) || self.eat(Kind::EqEq) {
            Some(self.pragma_value()?)
        } else if self.at(Kind::LParen) {
            Some(self.parens(Parser::pragma_value)?)
        } else {
            None
        };
        Ok(StatementKind::Pragma { schema: name.schema, name: name.name, value })
    }

    /// A number with or without a sign, a name, or one of three words (parse.y, rule `nmnum`).
    fn pragma_value(&mut self) -> Result<Expr> {
        let start = self.token.start;
        match self.token.kind {
            Kind::Minus | Kind::Plus => {
                let op = match self.advance().kind {
                    Kind::Minus => UnaryOp::Minus,
                    _ => UnaryOp::Plus,
                };
                let number = Box::new(self.number()?);
                Ok(Expr { kind: ExprKind::Unary(op, number), span: self.since(start) })
            }
            Kind::Integer | Kind::Decimal | Kind::Radix => self.number(),
            Kind::Text => self.primary(),
            _ if self.at_any(&[K::ON, K::DELETE, K::DEFAULT]) || self.at_name() => {
                Ok(self.word_as_column())
            }
            _ => Err(self.unexpected()),
        }
    }

    fn number(&mut self) -> Result<Expr> {
        match self.token.kind {
            Kind::Integer | Kind::Decimal | Kind::Radix => self.primary(),
            _ => Err(self.unexpected()),
        }
    }
}

fn variable(scope: Option<K>, name: Ident, value: Expr) -> SetVariable {
    SetVariable { scope: scope.map(|word| Rc::from(word.text())), user: false, name, value }
}
