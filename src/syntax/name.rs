//! Names: which words may be one, quotes, folding, and the lists and pairs made of names. Whether
//! something of that name exists is the planner's finding.

use std::borrow::Cow;
use std::rc::Rc;

use super::ast::{ColumnName, Ident, ObjectName};
use super::literal::unquoted;
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind, Token};
use crate::error::Result;

impl Parser<'_> {
    /// Whether the token can be the name of a table or column.
    pub(super) fn is_name(&self, token: Token) -> bool {
        match token.kind {
            Kind::Word(word) => !self.rules.reserved.contains(word),
            Kind::Quoted => true,
            // SQLite takes a string for a name where only a name can stand (lang_keywords.html).
            Kind::Text => self.is(Grammar::Sqlite),
            _ => false,
        }
    }

    pub(super) fn at_name(&self) -> bool {
        self.is_name(self.token) && !self.at_keyword_of_window()
    }

    /// After a parenthesis OVER and FILTER are no names where a window or a condition follows (SQLite;
    /// tokenize.c, analyzeOverKeyword and analyzeFilterKeyword).
    fn at_keyword_of_window(&self) -> bool {
        let word = matches!(self.token.kind, Kind::Word(K::OVER | K::FILTER));
        word && self.is(Grammar::Sqlite) && self.is_after(b')') && {
            let next = self.peek();
            let name = self.at_word(K::OVER) && self.is_name(next);
            next.kind == Kind::LParen || name
        }
    }

    pub(super) fn name(&mut self) -> Result<Ident> {
        if !self.at_name() {
            return Err(self.unexpected());
        }
        let token = self.advance();
        Ok(self.ident(token))
    }

    /// A name that follows a dot or `AS`, where PostgreSQL and MySQL take any word.
    pub(super) fn any_name(&mut self) -> Result<Ident> {
        let any_word = matches!(self.token.kind, Kind::Word(_)) && !self.is(Grammar::Sqlite);
        if !any_word {
            return self.name();
        }
        let token = self.advance();
        Ok(self.ident(token))
    }

    /// The identifier that a token spells.
    pub(super) fn ident(&mut self, token: Token) -> Ident {
        let written = &self.text[token.start as usize..token.end as usize];
        let quoted = !matches!(token.kind, Kind::Word(_));
        let text: Cow<str> = match quoted {
            true => unquoted(written),
            false if self.rules.fold_lower && has_upper(written) => {
                Cow::Owned(written.to_ascii_lowercase())
            }
            false => Cow::Borrowed(written),
        };
        let most = self.rules.max_name;
        // What is read again after a look ahead is told of once.
        if text.len() > most && self.long_names.last().is_none_or(|(at, _)| *at < token.start) {
            self.long_names.push((token.start, Rc::from(&*text)));
        }
        Ident {
            text: Rc::from(cut(&text, most)),
            quote: written.chars().next().filter(|_| quoted),
            span: token.span(),
        }
    }

    /// `name` or `schema.name`.
    pub(super) fn object_name(&mut self) -> Result<ObjectName> {
        let first = self.name()?;
        if !self.eat(Kind::Dot) {
            return Ok(ObjectName { schema: None, name: first });
        }
        Ok(ObjectName { schema: Some(first), name: self.any_name()? })
    }

    /// `c`, `t.c`, `s.t.c`.
    pub(super) fn column_name(&mut self) -> Result<ColumnName> {
        let first = self.name()?;
        self.column_name_rest(first)
    }

    pub(super) fn column_name_rest(&mut self, first: Ident) -> Result<ColumnName> {
        if !self.eat(Kind::Dot) {
            return Ok(ColumnName { schema: None, table: None, name: first });
        }
        if self.at(Kind::Star) && self.is(Grammar::Postgresql) {
            let name = self.advance();
            let name = Ident { text: "*".into(), ..self.ident(name) };
            return Ok(ColumnName { schema: None, table: Some(first), name });
        }
        let second = self.any_name()?;
        if !self.eat(Kind::Dot) {
            return Ok(ColumnName { schema: None, table: Some(first), name: second });
        }
        let name = self.any_name()?;
        if self.at(Kind::Dot) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("names of other databases"));
        }
        Ok(ColumnName { schema: Some(first), table: Some(second), name })
    }

    /// `(a, b)`.
    pub(super) fn name_list(&mut self) -> Result<Vec<Ident>> {
        self.paren_list(Parser::name)
    }

    /// `(a, b)` or nothing.
    pub(super) fn optional_name_list(&mut self) -> Result<Vec<Ident>> {
        if self.at(Kind::LParen) { self.name_list() } else { Ok(Vec::new()) }
    }

    /// The alias of a result column, with or without `AS`.
    pub(super) fn label(&mut self) -> Result<Option<Ident>> {
        if self.eat_word(K::AS) {
            if self.at(Kind::Text) && self.is(Grammar::Mysql) {
                let token = self.advance();
                return Ok(Some(self.ident(token)));
            }
            return match self.is(Grammar::Mysql) {
                true => self.name().map(Some),
                false => self.any_name().map(Some),
            };
        }
        let bare = match self.token.kind {
            Kind::Word(word) => {
                !self.rules.not_label.contains(word) && !self.at_keyword_of_window()
            }
            Kind::Quoted => true,
            Kind::Text => !self.is(Grammar::Postgresql),
            _ => false,
        };
        Ok(bare.then(|| {
            let token = self.advance();
            self.ident(token)
        }))
    }

    /// The alias of a table, with or without `AS`.
    pub(super) fn table_alias(&mut self) -> Result<Option<Ident>> {
        if self.eat_word(K::AS) {
            return self.name().map(Some);
        }
        let bare = match self.token.kind {
            Kind::Word(word) => !self.rules.not_table_alias.contains(word),
            _ => self.at_name(),
        };
        let bare = bare && !self.at_keyword_of_window();
        if bare && !self.at_window_clause() { self.name().map(Some) } else { Ok(None) }
    }

    /// `WINDOW name AS`: SQLite lets WINDOW be a name elsewhere.
    pub(super) fn at_window_clause(&self) -> bool {
        if !self.at_word(K::WINDOW) {
            return false;
        }
        let mut ahead = Parser::new(self.text, self.token.end as usize, self.rules);
        ahead.eat(ahead.token.kind);
        ahead.at_word(K::AS)
    }

    /// `AS alias` or nothing, where a bare alias is not allowed.
    pub(super) fn alias_after_as(&mut self) -> Result<Option<Ident>> {
        if self.eat_word(K::AS) { self.name().map(Some) } else { Ok(None) }
    }

    /// `IF NOT EXISTS`.
    pub(super) fn if_not_exists(&mut self) -> Result<bool> {
        // IF may itself be a name in PostgreSQL.
        let there = match self.is(Grammar::Postgresql) {
            true => self.at_words(&[K::IF, K::NOT]),
            false => self.at_word(K::IF),
        };
        if !there {
            return Ok(false);
        }
        self.expect_words(&[K::IF, K::NOT, K::EXISTS])?;
        Ok(true)
    }

    /// `IF EXISTS`.
    pub(super) fn if_exists(&mut self) -> Result<bool> {
        if self.is(Grammar::Postgresql) {
            return Ok(self.eat_words(&[K::IF, K::EXISTS]));
        }
        let there = self.at_word(K::IF);
        if there {
            self.expect_words(&[K::IF, K::EXISTS])?;
        }
        Ok(there)
    }

    /// A word as written, in upper case: an option's or unit's name.
    pub(super) fn upper_word(&mut self) -> Result<Rc<str>> {
        match self.token.kind {
            Kind::Word(_) => {
                let token = self.advance();
                Ok(Rc::from(self.text_of(token).to_ascii_uppercase()))
            }
            _ => Err(self.unexpected()),
        }
    }
}

fn has_upper(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// At most `most` bytes of a text, whole characters only.
pub fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}
