//! The cursor over the tokens of one statement: looking, taking, expecting, and the guard against
//! trees too deep to walk. What the statements are made of is in the files beside this one.

use std::rc::Rc;

use super::lexer::Lexer;
use super::rules::{Grammar, SyntaxRules};
use super::token::{Keyword, Kind, Token};
use crate::error::{Error, ErrorKind, Found, Report, Result};
use crate::span::Span;

/// How deep a tree may be, counting both what nests and the links of a chain such as
/// `a AND b AND c`. SQLite's own limit for expressions (limits.html, item 6); a bound for all
/// dialects here, since whatever walks a tree later walks it on the stack.
pub(super) const MAX_HEIGHT: u32 = 1000;

/// How deep the parser itself nests; some forms count for two levels or more. Bounded by the stack
/// of a test thread, 2 MB, with frames that are not optimized; wasm has 1 MB and small frames.
pub(super) const MAX_DEPTH: u32 = 200;

/// The parameters of a statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params {
    /// The highest number.
    pub count: u32,
    /// Numbers and names, the mark (`:`, `@` or `$`) included, in order of first use.
    pub names: Vec<(u32, Rc<str>)>,
}

/// A parser at a token.
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) rules: &'a SyntaxRules,
    lexer: Lexer<'a>,
    /// The token to be looked at.
    pub(super) token: Token,
    /// Where the last token taken ends.
    last_end: u32,
    pub(super) params: Params,
    /// Names that were longer than names may be, with their places.
    pub(super) long_names: Vec<(u32, Rc<str>)>,
    depth: u32,
    height: u32,
    /// Inside the body of a trigger.
    pub(super) in_trigger: bool,
    /// Whose body that is (MySQL).
    pub(super) body_of: super::routine::BodyOf,
    /// What the plpgsql around is that gives no single value; empty where it gives one.
    pub(super) gives: Option<&'static str>,
    /// Labels around (MySQL).
    pub(super) labels: Vec<Rc<str>>,
    /// A RETURN was read (MySQL).
    pub(super) returned: bool,
    /// The first table with a schema that the body writes.
    pub(super) qualified: Option<Span>,
    /// The terms are those of a conflict target, in which ASC is noted as DESC is.
    pub(super) in_target: bool,
    /// The variables of a query's INTO, and whether it is STRICT.
    /// The table that a SELECT INTO makes.
    pub(super) into_table: Option<Box<super::ast::CreateTable>>,
    /// The variables and STRICT of an INTO in a body.
    pub(super) into: Option<(Vec<super::ast::ColumnName>, bool)>,
    /// The columns of the table that is being read (SQLite).
    pub(super) columns_read: Vec<Rc<str>>,
    /// What was wrong with what has been read, and where the token behind that begins (SQLite).
    noted: Option<(u32, Error)>,
    /// The options of the index whose end was read last (MySQL).
    pub(super) index_options: super::ast::IndexOptions,
}

/// A place to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark<'a> {
    lexer: Lexer<'a>,
    token: Token,
    last_end: u32,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, from: usize, rules: &'a SyntaxRules) -> Parser<'a> {
        let mut lexer = Lexer::new(text, from, rules);
        let token = lexer.next();
        Parser {
            text,
            rules,
            lexer,
            token,
            last_end: token.start,
            params: Params::default(),
            long_names: Vec::new(),
            depth: 0,
            height: 0,
            in_trigger: false,
            gives: None,
            body_of: super::routine::BodyOf::Trigger,
            labels: Vec::new(),
            returned: false,
            qualified: None,
            in_target: false,
            into_table: None,
            into: None,
            columns_read: Vec::new(),
            noted: None,
            index_options: super::ast::IndexOptions::default(),
        }
    }

    /// Goes on at another place of the text.
    pub(super) fn go_on_at(&mut self, place: usize) {
        self.lexer = Lexer::new(self.text, place, self.rules);
        self.token = self.lexer.next();
    }

    /// Parses all of a part of the text, from here to a place, and goes on there.
    pub(super) fn part<T>(
        &mut self,
        end: usize,
        parse: impl FnOnce(&mut Parser<'a>) -> Result<T>,
    ) -> Result<T> {
        let whole = self.text.get(..end).unwrap_or(self.text);
        let mut parser = Parser::new(whole, self.token.start as usize, self.rules);
        (parser.in_trigger, parser.depth) = (self.in_trigger, self.depth);
        let parsed = parse(&mut parser)?;
        parser.expect(Kind::End)?;
        self.noted = self.noted.take().or(parser.noted);
        self.go_on_at(end);
        Ok(parsed)
    }

    // ---- looking -------------------------------------------------------------------------------

    pub(super) fn is(&self, grammar: Grammar) -> bool {
        self.rules.grammar == grammar
    }

    pub(super) fn at(&self, kind: Kind) -> bool {
        self.token.kind == kind
    }

    /// The keyword to be looked at, `NONE` when it is none.
    pub(super) fn word(&self) -> Keyword {
        word_of(self.token)
    }

    pub(super) fn at_word(&self, word: Keyword) -> bool {
        self.token.kind == Kind::Word(word)
    }

    pub(super) fn at_any(&self, words: &[Keyword]) -> bool {
        matches!(self.token.kind, Kind::Word(word) if words.contains(&word))
    }

    pub(super) fn at_words(&self, words: &[Keyword]) -> bool {
        let (mut lexer, mut token) = (self.lexer, self.token);
        words.iter().enumerate().all(|(index, word)| {
            if index > 0 {
                token = lexer.next();
            }
            token.kind == Kind::Word(*word)
        })
    }

    /// The token after the one to be looked at.
    pub(super) fn peek(&self) -> Token {
        let mut lexer = self.lexer;
        lexer.next()
    }

    pub(super) fn peek_word(&self) -> Keyword {
        word_of(self.peek())
    }

    pub(super) fn text_of(&self, token: Token) -> &'a str {
        token.span().of(self.text)
    }

    /// Whether the last token taken ends with this sign.
    pub(super) fn is_after(&self, sign: u8) -> bool {
        let last = (self.last_end as usize).checked_sub(1);
        last.and_then(|at| self.text.as_bytes().get(at)) == Some(&sign)
    }

    /// Whether a line ends between the last token and this one.
    pub(super) fn on_new_line(&self) -> bool {
        let between = self.last_end as usize..self.token.start as usize;
        self.text.get(between).is_some_and(|blanks| blanks.contains('\n'))
    }

    /// From a byte to the end of the last token taken.
    pub(super) fn since(&self, start: u32) -> Span {
        Span { source: 0, start, end: self.last_end.max(start) }
    }

    // ---- taking --------------------------------------------------------------------------------

    pub(super) fn advance(&mut self) -> Token {
        let taken = self.token;
        self.last_end = taken.end;
        self.token = self.lexer.next();
        taken
    }

    pub(super) fn eat(&mut self, kind: Kind) -> bool {
        let found = self.at(kind);
        if found {
            self.advance();
        }
        found
    }

    pub(super) fn eat_word(&mut self, word: Keyword) -> bool {
        self.eat(Kind::Word(word))
    }

    /// Takes one of the words, if it is there.
    pub(super) fn eat_any(&mut self, words: &[Keyword]) -> Option<Keyword> {
        let found = self.word();
        (found != Keyword::NONE && words.contains(&found)).then(|| {
            self.advance();
            found
        })
    }

    /// Takes all the words or none.
    pub(super) fn eat_words(&mut self, words: &[Keyword]) -> bool {
        let found = self.at_words(words);
        if found {
            for _ in words {
                self.advance();
            }
        }
        found
    }

    pub(super) fn expect(&mut self, kind: Kind) -> Result<Token> {
        if self.at(kind) { Ok(self.advance()) } else { Err(self.unexpected()) }
    }

    pub(super) fn expect_word(&mut self, word: Keyword) -> Result<Token> {
        self.expect(Kind::Word(word))
    }

    pub(super) fn expect_words(&mut self, words: &[Keyword]) -> Result<()> {
        words.iter().try_for_each(|word| self.expect_word(*word).map(|_| ()))
    }

    /// `item, item, …`.
    pub(super) fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut items = vec![item(self)?];
        while self.eat(Kind::Comma) {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// `(item, item, …)`.
    pub(super) fn paren_list<T>(
        &mut self,
        item: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.parens(|parser| parser.list(item))
    }

    /// `( … )`.
    pub(super) fn parens<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.expect(Kind::LParen)?;
        let value = inner(self)?;
        self.expect(Kind::RParen)?;
        Ok(value)
    }

    pub(super) fn mark(&self) -> Mark<'a> {
        Mark { lexer: self.lexer, token: self.token, last_end: self.last_end }
    }

    pub(super) fn go_back(&mut self, mark: Mark<'a>) {
        if self.noted.as_ref().is_some_and(|(at, _)| *at > mark.token.start) {
            self.noted = None;
        }
        (self.lexer, self.token, self.last_end) = (mark.lexer, mark.token, mark.last_end);
    }

    // ---- errors --------------------------------------------------------------------------------

    /// The token to be looked at cannot stand here.
    pub(super) fn unexpected(&self) -> Error {
        self.unexpected_at(self.token)
    }

    pub(super) fn unexpected_at(&self, token: Token) -> Error {
        let written = || self.text_of(token).to_owned();
        let found = match token.kind {
            Kind::End => Found::End,
            // Clients of MySQL send statements without their semicolons.
            Kind::Semicolon if self.is(Grammar::Mysql) && !self.in_trigger => Found::End,
            Kind::Bad => Found::BadToken(written()),
            _ => Found::Token(written()),
        };
        ErrorKind::Syntax(found).at(token.span())
    }

    /// A feature that is recognised by the words to be looked at.
    pub(super) fn unsupported(&self, what: &str) -> Error {
        ErrorKind::unsupported(what).at(self.token.span())
    }

    /// A message of SQLite's parser that is no syntax error.
    pub(super) fn sqlite_error(&self, message: String, span: Span) -> Error {
        let report = Report { code: "SQLITE_ERROR".into(), errno: 1, message, ..Report::default() };
        ErrorKind::Report(Box::new(report)).at(span)
    }

    /// Something is wrong with what has been read, which is no error of syntax. SQLite's parser says so
    /// once it has looked at the next token, if that can stand there.
    pub(super) fn note(&mut self, error: Error) {
        self.noted.get_or_insert((self.token.start, error));
    }

    /// The outcome of a statement, with what was noted while it was read.
    pub(super) fn with_noted<T>(&mut self, outcome: Result<T>) -> Result<T> {
        let Some((at, noted)) = self.noted.take() else { return outcome };
        match outcome {
            Err(error) if error.span.is_none_or(|span| span.start <= at) => Err(error),
            _ => Err(noted),
        }
    }

    // ---- depth ---------------------------------------------------------------------------------

    /// Goes one level down. Gives what [`Parser::leave`] wants back.
    pub(super) fn enter(&mut self) -> Result<u32> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.too_deep());
        }
        Ok(std::mem::take(&mut self.height))
    }

    /// Comes back up: the tree made since `enter` hangs one level below its parent.
    pub(super) fn leave(&mut self, outer: u32) {
        self.depth -= 1;
        self.height = outer.max(self.height + 1);
    }

    /// One more link of a chain: all that was made on this level hangs one level lower.
    pub(super) fn grow(&mut self) -> Result<()> {
        self.height += 1;
        if self.height > MAX_HEIGHT { Err(self.too_deep()) } else { Ok(()) }
    }

    fn too_deep(&self) -> Error {
        ErrorKind::Limit { what: "depth" }.at(self.token.span())
    }
}

fn word_of(token: Token) -> Keyword {
    match token.kind {
        Kind::Word(word) => word,
        _ => Keyword::NONE,
    }
}
