//! A script as a row of statements: the next one from a place, parsed when its turn comes, so that
//! an error in the third does not stop the first two.

use std::rc::Rc;

use super::ast::{Expr, Statement, StatementKind};
use super::parser::{Params, Parser};
use super::rules::{Grammar, SyntaxRules};
use super::split::statement_end;
use super::token::Kind;
use crate::error::{ErrorKind, Result};
use crate::span::Span;

/// A statement of a script, or what is wrong with it.
#[derive(Debug)]
pub struct Parsed {
    /// The tree.
    pub statement: Result<Statement>,
    /// The statement without its semicolon.
    pub span: Span,
    /// Where the next one begins.
    pub next: usize,
    /// Its parameters.
    pub params: Params,
    /// Its names that are longer than names may be, in full.
    pub long_names: Vec<Rc<str>>,
}

/// Splits off and parses the next statement of `text` from byte `from`; none at the end. After an
/// error `next` is where the statement that failed would have ended.
pub fn parse_next(text: &str, from: usize, rules: &SyntaxRules) -> Option<Parsed> {
    let parsed = parse_once(text, from, rules)?;
    if rules.grammar != Grammar::Mysql || parsed.statement.is_ok() {
        return Some(parsed);
    }
    // Words of the mysql client: `DELIMITER //` on a line of its own, after which statements end so.
    let start = parsed.span.start as usize;
    if let Some(line) = delimiter_line(&text[start..]) {
        return parse_next(text, start + line, rules);
    }
    let Some(sign) = delimiter_before(&text[..start]).filter(|sign| *sign != ";") else {
        return Some(parsed);
    };
    let rest = &text[start..];
    if let Some(after) = rest.strip_prefix(sign) {
        return parse_next(text, text.len() - after.len(), rules);
    }
    let end = start + rest.find(sign).unwrap_or(rest.len());
    let mut parsed = parse_once(&text[..end], start, rules)?;
    parsed.next = (end + sign.len()).min(text.len());
    Some(parsed)
}

/// The length of a line that begins with the word DELIMITER.
fn delimiter_line(text: &str) -> Option<usize> {
    let word = text.get(..9).filter(|word| word.eq_ignore_ascii_case("DELIMITER"))?;
    let end = text.find('\n').unwrap_or(text.len());
    text[word.len()..].starts_with([' ', '\t']).then_some(end)
}

/// The sign that the last such line of a text names.
fn delimiter_before(text: &str) -> Option<&str> {
    let line = text.lines().rev().find(|line| delimiter_line(line.trim_start()).is_some())?;
    Some(line.trim_start()[9..].trim())
}

fn parse_once(text: &str, from: usize, rules: &SyntaxRules) -> Option<Parsed> {
    let mut parser = Parser::new(text, from, rules);
    while parser.eat(Kind::Semicolon) {}
    if parser.at(Kind::End) {
        return None;
    }
    let start = parser.token.start;
    let statement = parser.statement().and_then(|statement| match parser.token.kind {
        Kind::End | Kind::Semicolon => Ok(statement),
        _ => Err(parser.unexpected()),
    });
    let statement = parser.with_noted(statement);
    let (span, next) = match &statement {
        Ok(statement) => (statement.span, parser.token.end as usize),
        Err(_) => {
            let (end, next) = statement_end(text, start as usize, rules);
            (Span::new(start as usize, end), next)
        }
    };
    let (mut statement, mut next) = (statement, next);
    if let Ok(found) = &mut statement
        && let StatementKind::Copy(copy) = &mut found.kind
    {
        next = super::copy::with_lines(copy, text, next);
    }
    let load = match &mut statement {
        Ok(Statement { kind: StatementKind::Insert(insert), .. }) => {
            insert.load.clone().map(|load| super::load::with_rows(insert, load, text, next))
        }
        _ => None,
    };
    match load {
        Some(Some(after)) => next = after,
        Some(None) => {
            let what = "LOAD DATA without its rows, pasted below it up to a line \\.";
            statement = Err(ErrorKind::unsupported(what).at(span));
        }
        None => {}
    }
    let params = std::mem::take(&mut parser.params);
    let long_names = parser.long_names.into_iter().map(|(_, name)| name).collect();
    Some(Parsed { statement, span, next, params, long_names })
}

/// Parses an expression that is the whole of `text`, such as the stored text of a CHECK.
pub fn parse_expr(text: &str, rules: &SyntaxRules) -> Result<Expr> {
    let mut parser = Parser::new(text, 0, rules);
    let expr = parser.expr()?;
    match parser.token.kind {
        Kind::End => Ok(expr),
        _ => Err(parser.unexpected()),
    }
}
