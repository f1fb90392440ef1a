//! Operands: literals, parameters, columns, CASE, CAST, parentheses and the words that stand for a
//! value. Calls are in `function.rs`, operators in `expr.rs`.

use std::rc::Rc;

use super::ast::{ColumnName, Expr, ExprKind, Ident, Literal, ObjectName, Param, Raise};
use super::conflict::Resolution;
use super::expr::{made_name, plain_call};
use super::literal;
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind, Token};
use crate::error::{ErrorKind, Found, Refusal, Result};
use crate::span::Span;

impl Parser<'_> {
    pub(super) fn primary(&mut self) -> Result<Expr> {
        match self.token.kind {
            Kind::Word(K::NONE) => self.plain_word(),
            Kind::Word(word) => self.word_primary(word),
            Kind::LParen => self.paren(),
            Kind::Text if self.is(Grammar::Sqlite) && self.dot_follows() => self.plain_word(),
            Kind::Quoted => self.plain_word(),
            _ => self.constant_primary(),
        }
    }

    /// Whether the next token is a dot. What stands right behind a text mostly tells.
    fn dot_follows(&self) -> bool {
        match self.text.as_bytes().get(self.token.end as usize) {
            Some(b',' | b')') | None => false,
            Some(_) => self.peek().kind == Kind::Dot,
        }
    }

    /// Literals, parameters and variables.
    pub(super) fn constant_primary(&mut self) -> Result<Expr> {
        let token = self.token;
        let kind = match token.kind {
            Kind::Integer | Kind::Decimal => {
                self.advance();
                ExprKind::Literal(literal::number(self.text_of(token)))
            }
            Kind::Text | Kind::EscapeText | Kind::DollarText | Kind::NationalText => {
                ExprKind::Literal(Literal::Text(self.text()?))
            }
            Kind::UnicodeText => return Err(self.unsupported("U& strings and names")),
            Kind::Param => ExprKind::Param(self.param()?),
            Kind::Radix | Kind::HexText | Kind::BitText => self.bytes_or_radix()?,
            Kind::UserVariable => self.user_variable()?,
            Kind::SystemVariable => self.variable(),
            _ => return Err(self.unexpected()),
        };
        Ok(Expr { kind, span: self.since(token.start) })
    }

    /// A string in any of its forms, with those that continue it.
    pub(super) fn text(&mut self) -> Result<Rc<str>> {
        let first = self.one_text()?;
        if !self.continues_text() {
            return Ok(first);
        }
        let mut whole = String::from(&*first);
        while self.continues_text() {
            whole.push_str(&self.one_text()?);
        }
        Ok(Rc::from(whole))
    }

    /// Strings side by side are one in MySQL, and in PostgreSQL on different lines.
    fn continues_text(&self) -> bool {
        self.token.kind == Kind::Text
            && match self.rules.grammar {
                Grammar::Sqlite => false,
                Grammar::Mysql => true,
                Grammar::Postgresql => self.on_new_line(),
            }
    }

    fn one_text(&mut self) -> Result<Rc<str>> {
        let token = self.token;
        let written = self.text_of(token);
        let text = match token.kind {
            Kind::Text if self.rules.backslash_escapes => literal::mysql_text(written),
            Kind::Text => literal::unquoted(written),
            Kind::NationalText => {
                let written = written.get(1..).unwrap_or("");
                match self.rules.backslash_escapes {
                    true => literal::mysql_text(written),
                    false => literal::unquoted(written),
                }
            }
            Kind::EscapeText => match literal::escape_text(written) {
                Some(text) if text.contains('\0') => {
                    return Err(Refusal::ZeroByte.of(&[]).nowhere());
                }
                Some(text) => text.into(),
                None => {
                    return Err(ErrorKind::Syntax(Found::BadToken(written.into())).at(token.span()));
                }
            },
            Kind::DollarText => literal::dollar_text(written).0.into(),
            _ => return Err(self.unexpected()),
        };
        self.advance();
        Ok(Rc::from(text))
    }

    fn bytes_or_radix(&mut self) -> Result<ExprKind> {
        let token = self.token;
        let written = self.text_of(token);
        let digits = written.get(2..).unwrap_or("");
        let value = match (token.kind, self.rules.grammar) {
            (Kind::HexText, _) if self.rules.hex_strings => {
                Literal::Blob(literal::hex_bytes(literal::inside(digits_with_quotes(written))))
            }
            (Kind::BitText, Grammar::Mysql) => {
                Literal::Blob(literal::bit_bytes(literal::inside(digits_with_quotes(written))))
            }
            (Kind::HexText | Kind::BitText, _) => return Err(self.unsupported("bit strings")),
            (_, Grammar::Mysql) if written.starts_with("0b") => {
                Literal::Blob(literal::bit_bytes(digits))
            }
            (_, Grammar::Mysql) => Literal::Blob(literal::hex_bytes(digits)),
            (_, grammar) => match literal::radix_number(written, grammar == Grammar::Sqlite) {
                Some(number) => number,
                None if grammar == Grammar::Sqlite => {
                    let message = format!("hex literal too big: {written}");
                    return Err(self.sqlite_error(message, token.span()));
                }
                None => return Err(self.unsupported("numbers of more than 128 bits")),
            },
        };
        self.advance();
        Ok(ExprKind::Literal(value))
    }

    /// `@a`, or `@a := 1`, a call of the function `:=` (MySQL, "Assignment Operators").
    fn user_variable(&mut self) -> Result<ExprKind> {
        let start = self.token.start;
        let variable = self.variable();
        let ExprKind::Variable { name, .. } = &variable else { return Ok(variable) };
        if !self.is(Grammar::Mysql) || !self.eat(Kind::ColonEq) {
            return Ok(variable);
        }
        let span = self.since(start);
        let kind = ExprKind::Literal(Literal::Text(name.clone()));
        let args = vec![Expr { kind, span }, self.expr()?];
        Ok(ExprKind::Function(Box::new(plain_call(made_name(":=", span), args))))
    }

    pub(super) fn variable(&mut self) -> ExprKind {
        let token = self.advance();
        let written = self.text_of(token);
        let system = token.kind == Kind::SystemVariable;
        let name = written.trim_start_matches('@');
        let name =
            if name.starts_with(['\'', '"', '`']) { literal::unquoted(name) } else { name.into() };
        let mut name = String::from(name);
        // `@@session.name`: the lexer ends a name at the dot.
        while system && self.eat(Kind::Dot) {
            let part = self.advance();
            name.push('.');
            name.push_str(self.text_of(part));
        }
        ExprKind::Variable { name: Rc::from(name), system }
    }

    fn param(&mut self) -> Result<Param> {
        let token = self.advance();
        let written = self.text_of(token);
        let digits = written.get(1..).unwrap_or("");
        if written == "?" {
            self.params.count += 1;
            return Ok(Param::Number(self.params.count));
        }
        if digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let number = digits.parse::<u32>().unwrap_or(u32::MAX);
            self.check_param_number(number, token)?;
            self.params.count = self.params.count.max(number);
            return Ok(Param::Number(number));
        }
        if let Some((number, name)) = self.params.names.iter().find(|(_, name)| &**name == written)
        {
            return Ok(Param::Named(*number, name.clone()));
        }
        let name: Rc<str> = Rc::from(written);
        self.params.count += 1;
        self.params.names.push((self.params.count, name.clone()));
        Ok(Param::Named(self.params.count, name))
    }

    /// SQLite's bound is SQLITE_MAX_VARIABLE_NUMBER (limits.html), PostgreSQL's the protocol's.
    fn check_param_number(&self, number: u32, token: Token) -> Result<()> {
        if self.is(Grammar::Sqlite) {
            if (1..=32766).contains(&number) {
                return Ok(());
            }
            let message = "variable number must be between ?1 and ?32766".to_owned();
            return Err(self.sqlite_error(message, token.span()));
        }
        if (1..=65535).contains(&number) {
            return Ok(());
        }
        Err(Refusal::NoParameter.of(&[self.text_of(token)]).at(token.span()))
    }

    /// Words that are a value, begin one, or name a column or function.
    fn word_primary(&mut self, word: K) -> Result<Expr> {
        let sqlite = self.is(Grammar::Sqlite);
        match word {
            K::NULL => self.literal(Literal::Null),
            K::TRUE => self.literal(Literal::Bool(true)),
            K::FALSE => self.literal(Literal::Bool(false)),
            K::CASE => self.spanned(Parser::case),
            K::CAST => self.spanned(Parser::cast),
            K::EXISTS => self.spanned(Parser::exists),
            K::RAISE if sqlite => self.spanned(Parser::raise),
            K::DEFAULT if !sqlite => self.spanned(Parser::default_word),
            K::ROW if self.is(Grammar::Mysql) => self.spanned(Parser::row),
            K::ROW if !sqlite && self.peek().kind == Kind::LParen => self.spanned(Parser::row),
            K::ARRAY if self.is(Grammar::Postgresql) => self.spanned(Parser::array),
            K::INTERVAL if !sqlite => self.interval(),
            K::BINARY if self.is(Grammar::Mysql) => self.binary_prefix(),
            _ if self.is_value_word(word) => self.literal(Literal::Current(word.text())),
            _ => self.plain_word(),
        }
    }

    /// Gives what was parsed the place it was parsed at.
    fn spanned(&mut self, parse: fn(&mut Self) -> Result<ExprKind>) -> Result<Expr> {
        let start = self.token.start;
        let kind = parse(self)?;
        Ok(Expr { kind, span: self.since(start) })
    }

    /// Words that stand for a value without parentheses.
    pub(super) fn is_value_word(&self, word: K) -> bool {
        let known = match word {
            K::CURRENT_TIMESTAMP | K::CURRENT_DATE | K::CURRENT_TIME => true,
            K::LOCALTIME | K::LOCALTIMESTAMP => !self.is(Grammar::Sqlite),
            K::UTC_DATE | K::UTC_TIME | K::UTC_TIMESTAMP => self.is(Grammar::Mysql),
            K::CURRENT_USER => !self.is(Grammar::Sqlite),
            K::SESSION_USER
            | K::CURRENT_ROLE
            | K::CURRENT_CATALOG
            | K::CURRENT_SCHEMA
            | K::USER => self.is(Grammar::Postgresql),
            _ => false,
        };
        known && self.peek().kind != Kind::LParen
    }

    fn plain_word(&mut self) -> Result<Expr> {
        let typed = match self.peek().kind {
            Kind::Text | Kind::EscapeText | Kind::DollarText => !self.is(Grammar::Sqlite),
            Kind::Word(with @ (K::WITH | K::WITHOUT)) if self.is(Grammar::Postgresql) => {
                self.at_words(&[K::TIMESTAMP, with, K::TIME])
                    || self.at_words(&[K::TIME, with, K::TIME])
            }
            Kind::Word(K::PRECISION) => self.is(Grammar::Postgresql) && self.at_word(K::DOUBLE),
            _ => false,
        };
        if typed { self.typed_text() } else { self.column_or_call() }
    }

    fn literal(&mut self, value: Literal) -> Result<Expr> {
        let span = self.advance().span();
        Ok(Expr { kind: ExprKind::Literal(value), span })
    }

    fn exists(&mut self) -> Result<ExprKind> {
        self.advance();
        self.parens(Parser::query).map(ExprKind::Exists)
    }

    fn default_word(&mut self) -> Result<ExprKind> {
        if self.peek().kind != Kind::LParen {
            self.advance();
            return Ok(ExprKind::Default);
        }
        if !self.is(Grammar::Mysql) {
            return Err(self.unsupported("DEFAULT(column)"));
        }
        let span = self.advance().span();
        let args = vec![self.parens(Parser::primary)?];
        Ok(ExprKind::Function(Box::new(plain_call(made_name("DEFAULT()", span), args))))
    }

    fn row(&mut self) -> Result<ExprKind> {
        self.advance();
        self.call_arguments().map(ExprKind::Row)
    }

    fn case(&mut self) -> Result<ExprKind> {
        self.advance();
        let operand = if self.at_word(K::WHEN) { None } else { Some(self.boxed_expr()?) };
        let mut branches = Vec::new();
        loop {
            self.expect_word(K::WHEN)?;
            let when = self.expr()?;
            self.expect_word(K::THEN)?;
            branches.push((when, self.expr()?));
            if !self.at_word(K::WHEN) {
                break;
            }
        }
        let otherwise = if self.eat_word(K::ELSE) { Some(self.boxed_expr()?) } else { None };
        self.expect_word(K::END)?;
        Ok(ExprKind::Case { operand, branches, otherwise })
    }

    fn cast(&mut self) -> Result<ExprKind> {
        self.advance();
        self.expect(Kind::LParen)?;
        let expr = self.boxed_expr()?;
        self.expect_word(K::AS)?;
        let ty = self.cast_type()?;
        if self.at_word(K::ARRAY) && self.is(Grammar::Mysql) {
            return Err(self.unsupported("multi-valued indexes"));
        }
        self.expect(Kind::RParen)?;
        Ok(ExprKind::Cast { expr, ty })
    }

    fn array(&mut self) -> Result<ExprKind> {
        let start = self.token.start;
        self.advance();
        if self.eat(Kind::LParen) {
            let query = self.query()?;
            self.expect(Kind::RParen)?;
            return Ok(array_of(query, self.since(start)));
        }
        self.expect(Kind::LBracket)?;
        self.array_items()
    }

    /// Items and the closing bracket; an item in brackets is an array of its own.
    fn array_items(&mut self) -> Result<ExprKind> {
        let outer = self.enter()?;
        let items = if self.at(Kind::RBracket) { Vec::new() } else { self.list(Parser::item)? };
        self.expect(Kind::RBracket)?;
        self.leave(outer);
        Ok(ExprKind::Array(items))
    }

    fn item(&mut self) -> Result<Expr> {
        let start = self.token.start;
        if !self.eat(Kind::LBracket) {
            return self.expr();
        }
        Ok(Expr { kind: self.array_items()?, span: self.since(start) })
    }

    fn raise(&mut self) -> Result<ExprKind> {
        self.advance();
        self.expect(Kind::LParen)?;
        let raise = if self.eat_word(K::IGNORE) {
            Raise::Ignore
        } else {
            let resolution = match self.word() {
                K::ROLLBACK => Resolution::Rollback,
                K::ABORT => Resolution::Abort,
                K::FAIL => Resolution::Fail,
                _ => return Err(self.unexpected()),
            };
            self.advance();
            self.expect(Kind::Comma)?;
            Raise::Error(resolution, self.boxed_expr()?)
        };
        self.expect(Kind::RParen)?;
        Ok(ExprKind::Raise(raise))
    }

    /// MySQL's `BINARY a` is a cast, with or without parentheses.
    fn binary_prefix(&mut self) -> Result<Expr> {
        let start = self.token.start;
        let ty = self.word_type("BINARY");
        let expr = Box::new(self.expr_from(super::operator::levels(self.rules.grammar).sign)?);
        Ok(Expr { kind: ExprKind::Cast { expr, ty }, span: self.since(start) })
    }

    /// `( … )`: an expression, a row or a query. Little is kept on the stack while the inside is
    /// read, since this is what nests most.
    fn paren(&mut self) -> Result<Expr> {
        let start = self.advance().start;
        if self.at_query() {
            return self.paren_query_expr(start);
        }
        let first = Box::new(self.expr()?);
        if matches!(first.kind, ExprKind::Subquery(_)) && self.continues_query() {
            return self.paren_query_rest(*first, start);
        }
        self.paren_rest(first, start)
    }

    fn paren_query_expr(&mut self, start: u32) -> Result<Expr> {
        let query = self.query()?;
        self.expect(Kind::RParen)?;
        Ok(Expr { kind: ExprKind::Subquery(query), span: self.since(start) })
    }

    fn paren_rest(&mut self, first: Box<Expr>, start: u32) -> Result<Expr> {
        let kind = if self.at(Kind::Comma) {
            let mut items = vec![*first];
            while self.eat(Kind::Comma) {
                items.push(self.expr()?);
            }
            ExprKind::Row(items)
        } else {
            ExprKind::Paren(first)
        };
        self.expect(Kind::RParen)?;
        let expr = Expr { kind, span: self.since(start) };
        if self.at(Kind::Dot) && self.is(Grammar::Postgresql) {
            return self.field(expr);
        }
        Ok(expr)
    }

    /// `((SELECT …) UNION …)`: the first parenthesis turned out to hold a query.
    fn paren_query_rest(&mut self, first: Expr, start: u32) -> Result<Expr> {
        let ExprKind::Subquery(query) = first.kind else {
            return Err(self.unexpected());
        };
        let query = self.query_after(query, first.span)?;
        self.expect(Kind::RParen)?;
        Ok(Expr { kind: ExprKind::Subquery(query), span: self.since(start) })
    }

    fn field(&mut self, expr: Expr) -> Result<Expr> {
        let start = expr.span.start;
        self.advance();
        if self.at(Kind::Star) {
            return Err(self.unsupported("(row).*"));
        }
        let name: Ident = self.any_name()?;
        Ok(Expr { kind: ExprKind::Field(Box::new(expr), name), span: self.since(start) })
    }
}

/// The part of `x'…'` that begins at its quote.
fn digits_with_quotes(written: &str) -> &str {
    written.get(1..).unwrap_or("")
}

/// The name of the one column that the query of `ARRAY(query)` has.
pub const ARRAY_ITEM: &str = "\u{1}item";

/// `ARRAY(query)` as `(SELECT array_agg(item) FROM (query) rows (item))`, with an empty array where that is
/// NULL.
fn array_of(query: Rc<super::ast::Query>, span: Span) -> ExprKind {
    let ident = |text: &str| Ident { text: Rc::from(text), quote: None, span };
    let expr = |kind| Expr { kind, span };
    let call = |name: &str, args| {
        let name = ObjectName { schema: None, name: ident(name) };
        expr(ExprKind::Function(Box::new(super::expr::plain_call(name, args))))
    };
    let item = ColumnName { schema: None, table: None, name: ident(ARRAY_ITEM) };
    let all = call("array_agg", vec![expr(ExprKind::Column(item))]);
    let from = super::ast::FromItem::Subquery {
        query,
        alias: Some(ident("rows")),
        columns: vec![ident(ARRAY_ITEM)],
        lateral: false,
        span,
    };
    let items = vec![super::ast::SelectItem::Expr { expr: all, alias: None }];
    let select = Rc::new(super::expr::select_from(items, from, span));
    let empty = expr(ExprKind::Literal(Literal::Text(Rc::from("{}"))));
    call("array", vec![expr(ExprKind::Subquery(select)), empty]).kind
}
