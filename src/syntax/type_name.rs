//! Names of types. Which type a name means is the business of the planner; here only the words and
//! arguments are gathered. MySQL's are in `mysql_type.rs`.

use std::rc::Rc;

use super::ast::{Expr, ExprKind, TypeArg, TypeName};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

/// Types that SQLite keeps by number, and shows in capitals (global.c, sqlite3StdType).
const STANDARD: [&str; 6] = ["ANY", "BLOB", "INT", "INTEGER", "REAL", "TEXT"];

/// PostgreSQL's types that no length may follow, by grammar.
const UNMEASURED: [K; 8] =
    [K::INT, K::INTEGER, K::SMALLINT, K::BIGINT, K::REAL, K::BOOLEAN, K::JSON, K::DOUBLE];

/// PostgreSQL's words for types that are no types' names (gram.y, `Numeric`, `CharacterWithLength`).
const GRAMMATICAL: [&str; 11] = [
    "int",
    "integer",
    "smallint",
    "bigint",
    "real",
    "float",
    "decimal",
    "dec",
    "boolean",
    "character",
    "nchar",
];

impl Parser<'_> {
    /// A type.
    pub(super) fn type_name(&mut self) -> Result<TypeName> {
        match self.rules.grammar {
            Grammar::Sqlite => self.sqlite_type(),
            Grammar::Postgresql => self.postgresql_type(),
            Grammar::Mysql => self.mysql_type(),
        }
    }

    /// The type in `CAST(a AS type)`: SQLite lets it be empty, MySQL has words of its own there.
    pub(super) fn cast_type(&mut self) -> Result<TypeName> {
        match self.rules.grammar {
            // No type at all converts as NUMERIC does (build.c, `sqlite3AffinityType`).
            Grammar::Sqlite if self.at(Kind::RParen) => {
                Ok(TypeName { name: Rc::from("NUMERIC"), ..self.word_type("") })
            }
            Grammar::Sqlite => self.sqlite_type(),
            Grammar::Postgresql => self.postgresql_type(),
            Grammar::Mysql => self.mysql_cast_type(),
        }
    }

    /// A type of one word: the word to be taken, which is written `name`.
    pub(super) fn word_type(&mut self, name: &str) -> TypeName {
        let start = self.token.start;
        if !name.is_empty() {
            self.advance();
        }
        self.finish_type(name.to_owned(), start)
    }

    pub(super) fn finish_type(&self, name: String, start: u32) -> TypeName {
        let span = self.since(start);
        TypeName {
            name: Rc::from(name),
            args: Vec::new(),
            unsigned: false,
            charset: None,
            dimensions: 0,
            schema: None,
            text: Rc::from(span.of(self.text)),
            span,
        }
    }

    /// The type ends where the last token does.
    pub(super) fn close_type(&self, mut ty: TypeName) -> TypeName {
        ty.span = self.since(ty.span.start);
        ty.text = Rc::from(ty.span.of(self.text));
        ty
    }

    /// Any run of names, with one or two numbers after it.
    fn sqlite_type(&mut self) -> Result<TypeName> {
        let start = self.token.start;
        let mut name = String::new();
        let mut quoted = None;
        loop {
            if !name.is_empty() && !self.at_sqlite_type_word() {
                break;
            }
            let word = self.name()?;
            if !name.is_empty() {
                name.push(' ');
            } else if word.quote.is_some() {
                quoted = Some(word.text.clone());
            }
            name.push_str(&word.text.to_ascii_uppercase());
        }
        let mut ty = self.finish_type(name, start);
        if self.eat(Kind::LParen) {
            ty.args.push(self.sqlite_type_number()?);
            if self.eat(Kind::Comma) {
                ty.args.push(self.sqlite_type_number()?);
            }
            self.expect(Kind::RParen)?;
        }
        ty = self.close_type(ty);
        // The text is without the quotes that it begins with, and ends with them (util.c,
        // `sqlite3Dequote`).
        let written = ty.text.len();
        let (text, quotes) = quoted.map_or_else(|| (ty.text.clone(), 0), |text| (text, 2));
        let mut known = STANDARD.iter().filter(|_| text.len() + quotes == written);
        let known = known.find(|known| known.eq_ignore_ascii_case(&text));
        ty.text = known.map_or(text, |known| Rc::from(*known));
        Ok(ty)
    }

    /// Whether a column's type may begin or go on here.
    pub(super) fn at_sqlite_type_word(&self) -> bool {
        let join_words =
            [K::CROSS, K::FULL, K::INNER, K::LEFT, K::NATURAL, K::OUTER, K::RIGHT, K::INDEXED];
        let generated = self.at_words(&[K::GENERATED, K::ALWAYS, K::AS]);
        self.at_name() && !generated && !self.at_any(&join_words)
    }

    fn sqlite_type_number(&mut self) -> Result<TypeArg> {
        let sign = if self.eat(Kind::Minus) { -1.0 } else { 1.0 };
        if sign > 0.0 {
            self.eat(Kind::Plus);
        }
        if !matches!(self.token.kind, Kind::Integer | Kind::Decimal) {
            return Err(self.unexpected());
        }
        let token = self.advance();
        let number = self.text_of(token).replace('_', "").parse::<f64>().unwrap_or(0.0);
        Ok(TypeArg::Number((sign * number) as i64))
    }

    /// `(10, 2)`.
    pub(super) fn type_numbers(&mut self) -> Result<Vec<TypeArg>> {
        self.paren_list(|parser| {
            let negative = parser.is(Grammar::Postgresql) && parser.eat(Kind::Minus);
            let number = parser.integer()?;
            Ok(TypeArg::Number(if negative { -number } else { number }))
        })
    }

    /// `(10)`.
    fn type_number(&mut self) -> Result<Vec<TypeArg>> {
        self.expect(Kind::LParen)?;
        let number = self.integer()?;
        self.expect(Kind::RParen)?;
        Ok(vec![TypeArg::Number(number)])
    }

    /// Digits that fit.
    pub(super) fn integer(&mut self) -> Result<i64> {
        if !self.at(Kind::Integer) {
            return Err(self.unexpected());
        }
        let written = self.text_of(self.token);
        match written.replace('_', "").parse() {
            Ok(number) => {
                self.advance();
                Ok(number)
            }
            Err(_) => Err(self.unsupported("numbers of more than 64 bits here")),
        }
    }

    /// Digits with a sign.
    pub(super) fn signed_integer(&mut self) -> Result<i64> {
        if self.eat(Kind::Minus) {
            return Ok(-self.integer()?);
        }
        self.eat(Kind::Plus);
        self.integer()
    }

    fn postgresql_type(&mut self) -> Result<TypeName> {
        let start = self.token.start;
        if self.at_word(K::SETOF) {
            return Err(self.unsupported("SETOF"));
        }
        let word = self.word();
        let mut schema = None;
        let mut name = match word {
            // These are types by grammar, the others by name.
            K::NATIONAL => {
                self.advance();
                self.upper_word()?.to_string()
            }
            _ => {
                let first = if self.rules.functions.contains(word) {
                    self.any_name()?
                } else {
                    self.name()?
                };
                if self.eat(Kind::Dot) {
                    schema = Some(first.text);
                    self.any_name()?.text.to_ascii_uppercase()
                } else if first.quote.is_some() && &*first.text == "char" {
                    "\"CHAR\"".to_string()
                } else if first.quote.is_some() && GRAMMATICAL.contains(&&*first.text) {
                    first.text.to_string()
                } else {
                    first.text.to_ascii_uppercase()
                }
            }
        };
        let mut more = |parser: &mut Self, words: &[K], text: &str| {
            if parser.eat_words(words) {
                name.push_str(text);
            }
        };
        if word == K::DOUBLE {
            more(self, &[K::PRECISION], " PRECISION");
        }
        if matches!(word, K::CHARACTER | K::CHAR | K::NCHAR | K::NATIONAL | K::BIT) {
            more(self, &[K::VARYING], " VARYING");
        }
        let mut args = Vec::new();
        if self.at(Kind::LParen) && (schema.is_some() || !UNMEASURED.contains(&word)) {
            args = match word {
                K::FLOAT
                | K::CHARACTER
                | K::CHAR
                | K::NCHAR
                | K::NATIONAL
                | K::VARCHAR
                | K::TIME
                | K::TIMESTAMP
                | K::INTERVAL => self.type_number()?,
                _ => self.type_numbers()?,
            };
        }
        // What is left out of an interval by its fields is cut off.
        if word == K::INTERVAL && schema.is_none() {
            let units = [K::YEAR, K::MONTH, K::DAY, K::HOUR, K::MINUTE, K::SECOND];
            if self.at_any(&units) && !self.eat_words(&[K::HOUR, K::TO, K::MINUTE]) {
                return Err(self.unsupported("fields of an interval"));
            }
        }
        if matches!(word, K::TIME | K::TIMESTAMP) {
            let zone = self.peek_word() == K::TIME;
            if zone && let Some(with) = self.eat_any(&[K::WITH, K::WITHOUT]) {
                self.expect_words(&[K::TIME, K::ZONE])?;
                name.push_str(if with == K::WITH { " WITH TIME ZONE" } else { "" });
            }
        }
        let mut ty = self.finish_type(name, start);
        ty.schema = schema;
        ty.args = args;
        ty.dimensions = self.dimensions()?;
        Ok(self.close_type(ty))
    }

    /// `[]`, `[3]`, `ARRAY`.
    fn dimensions(&mut self) -> Result<u8> {
        let mut dimensions = 0u8;
        if self.eat_word(K::ARRAY) {
            dimensions = 1;
        }
        while self.eat(Kind::LBracket) {
            if self.at(Kind::Integer) {
                self.advance();
            }
            self.expect(Kind::RBracket)?;
            dimensions = dimensions.saturating_add(1);
        }
        Ok(dimensions)
    }

    /// `date '2024-01-01'`, `timestamp with time zone '…'`, `int4range '[1,2)'`.
    pub(super) fn typed_text(&mut self) -> Result<Expr> {
        let start = self.token.start;
        let word = self.word();
        if self.is(Grammar::Mysql) {
            if let Some(literal) = self.introduced_text()? {
                return Ok(literal);
            }
            if !matches!(word, K::DATE | K::TIME | K::TIMESTAMP) {
                return self.column_or_call();
            }
        }
        let ty = match self.rules.grammar {
            Grammar::Mysql => {
                let name = match word {
                    K::DATE => "DATE LITERAL",
                    K::TIME => "TIME LITERAL",
                    _ => "DATETIME LITERAL",
                };
                self.word_type(name)
            }
            _ => self.postgresql_type()?,
        };
        let span = self.token.span();
        let text = ExprKind::Literal(super::ast::Literal::Text(self.text()?));
        let expr = Box::new(Expr { kind: text, span });
        Ok(Expr { kind: ExprKind::Cast { expr, ty }, span: self.since(start) })
    }

    /// MySQL's `_utf8mb4'…'` and `_binary'…'`; none for anything else.
    fn introduced_text(&mut self) -> Result<Option<Expr>> {
        let token = self.token;
        let written = self.text_of(token).to_ascii_lowercase();
        if !written.starts_with('_') {
            return Ok(None);
        }
        let binary = match &*written {
            "_utf8mb4" | "_utf8mb3" | "_utf8" | "_ascii" => false,
            "_binary" => true,
            _ => return Err(self.unsupported("character set introducers")),
        };
        self.advance();
        let text = self.text()?;
        let literal = match binary {
            true => super::ast::Literal::Blob(Rc::from(text.as_bytes())),
            false => super::ast::Literal::Text(text),
        };
        Ok(Some(Expr { kind: ExprKind::Literal(literal), span: self.since(token.start) }))
    }
}
