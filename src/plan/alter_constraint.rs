//! SQLite's ALTER TABLE ADD CONSTRAINT, DROP CONSTRAINT and SET / DROP NOT NULL (alter.c): the text
//! of the table is edited by its tokens, and the rows that are there must pass what is new.

use std::rc::Rc;

use super::Planner;
use super::alter_text::{AlterText, message};
use super::node::{Expr, ResultColumn};
use crate::catalog::{Object, Space, Table};
use crate::error::{Error, ErrorKind, Result};
use crate::span::Span;
use crate::syntax::ast::{AlterAction, Ident, TableConstraintKind};
use crate::syntax::rules::SyntaxRules;
use crate::types::Type;

/// A token between a table's parentheses, or a parenthesis with all that it holds.
struct Piece<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl Piece<'_> {
    fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }

    /// A name without its quotes.
    fn is_named(&self, name: &str) -> bool {
        let plain = match self.text.as_bytes()[0] {
            b'"' | b'\'' | b'`' | b'[' => &self.text[1..self.text.len() - 1],
            _ => self.text,
        };
        plain.eq_ignore_ascii_case(name)
    }
}

/// What ends a constraint.
const ENDS: &[&str] = &[
    "CONSTRAINT",
    "PRIMARY",
    "NOT",
    "UNIQUE",
    "CHECK",
    "DEFAULT",
    "COLLATE",
    "REFERENCES",
    "FOREIGN",
    ")",
    ",",
    "AS",
    "GENERATED",
];

fn pieces<'t>(sql: &'t str, rules: &SyntaxRules) -> Vec<Piece<'t>> {
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    let mut depth = 0;
    for span in crate::syntax::token_spans(sql, rules) {
        let text = span.of(sql);
        let (start, end) = (span.start as usize, span.end as usize);
        match (text, depth) {
            ("(", 0) => depth = 1,
            (_, 0) => {}
            ("(", 1) => {
                depth = 2;
                pieces.push(Piece { text, start, end });
            }
            (_, 1) => {
                pieces.push(Piece { text, start, end });
                if text == ")" {
                    break;
                }
            }
            (_, _) => {
                depth += match text {
                    "(" => 1,
                    ")" => -1,
                    _ => 0,
                };
                if let Some(last) = pieces.last_mut() {
                    last.end = end;
                }
            }
        }
    }
    pieces
}

/// Where a constraint ends whose first word, if it matters, is `word`.
fn constraint_end(pieces: &[Piece<'_>], mut at: usize, word: &str) -> usize {
    let is = |at: usize, words: &[&str]| pieces.get(at).is_none_or(|p| p.is(words));
    let mut refers = word.eq_ignore_ascii_case("REFERENCES");
    if word.eq_ignore_ascii_case("FOREIGN") {
        at = constraint_end(pieces, at, "") + 1;
        refers = true;
    }
    at += usize::from(refers);
    while !is(at, ENDS) {
        at += 1;
    }
    at
}

/// The text without a constraint of that name, or without a column's NOT NULL.
fn without(sql: &str, rules: &SyntaxRules, name: Option<&str>, column: usize) -> Result<String> {
    let pieces = pieces(sql, rules);
    let (mut at, mut number) = (0, 0);
    while let Some(piece) = pieces.get(at) {
        let own = name.is_none() && number == column;
        let (first, mut end) = (at, at + 1);
        let mut hit = false;
        if piece.is(&["CONSTRAINT"]) && (name.is_some() || own) {
            let named = name.is_some_and(|n| pieces.get(at + 1).is_some_and(|p| p.is_named(n)));
            end = at + 2;
            let empty =
                ["CONSTRAINT", "DEFAULT", "COLLATE", ",", ")", "GENERATED", "AS"].as_slice();
            let kind = pieces.get(end).filter(|p| !p.is(empty)).map_or("CHECK", |p| {
                end = constraint_end(&pieces, end + 1, p.text);
                p.text
            });
            hit = named || own && kind.eq_ignore_ascii_case("NOT");
            let droppable = ["NOT", "CHECK", "REFERENCES", "FOREIGN"];
            if hit && !droppable.iter().any(|word| kind.eq_ignore_ascii_case(word)) {
                let name = name.unwrap_or_default();
                return Err(message(format!("constraint may not be dropped: {name}")));
            }
        } else if piece.is(&["NOT"]) && own {
            end = constraint_end(&pieces, at + 1, "");
            hit = true;
        }
        if hit {
            let mut start = sql[..pieces[first].start].trim_end().len();
            if let Some(before) = first.checked_sub(1) {
                start = pieces[before].end;
            }
            let Some(next) = pieces.get(end) else { break };
            let mut space = " ";
            if next.is(&[")", ","]) {
                space = "";
                start -= usize::from(sql[..start].ends_with(','));
            }
            return Ok([&sql[..start], space, &sql[next.start..]].concat());
        }
        number += usize::from(piece.is(&[","]));
        at = end;
    }
    match name {
        Some(name) => Err(message(format!("no such constraint: {name}"))),
        None => Ok(sql.to_string()),
    }
}

/// The text with a constraint more: behind a column's, or behind all.
fn with(sql: &str, rules: &SyntaxRules, constraint: &str, column: Option<usize>) -> String {
    let mut commas = 0;
    for piece in pieces(sql, rules) {
        let here = piece.is(&[")"]) || piece.is(&[","]) && column == Some(commas);
        if here {
            let (before, after) = sql.split_at(piece.start);
            let comma = if column.is_none() { "," } else { "" };
            return [before, comma, " ", constraint, after].concat();
        }
        commas += usize::from(piece.is(&[","]));
    }
    sql.to_string()
}

impl Planner<'_> {
    /// ADD and DROP CONSTRAINT, SET and DROP NOT NULL.
    pub(super) fn text_constraint(
        &mut self,
        table: &Rc<Table>,
        action: &AlterAction,
        span: Span,
    ) -> Result<AlterText> {
        let rules = self.rules.ddl.syntax;
        let mut change = self.unchanged(table);
        let number = |planner: &Self, name: &Ident| {
            let found = table.column(&name.text, planner.rules.column_names);
            found.ok_or_else(|| message(["no such column: ", &name.text].concat()))
        };
        let mut shown = "sqlite_fail('constraint failed', 19)".to_string();
        let sql = match action {
            AlterAction::AddConstraint(constraint) => {
                if let Some(name) = &constraint.name {
                    let all = pieces(&table.sql, rules);
                    let named =
                        |p: &[Piece<'_>]| p[0].is(&["CONSTRAINT"]) && p[1].is_named(&name.text);
                    let what = ["constraint ", &name.text, " already exists"].concat();
                    if all.windows(2).any(named) {
                        return Err(message(what));
                    }
                    shown = ["sqlite_fail('", &what.replace('\'', "''"), "', 1)"].concat();
                }
                let TableConstraintKind::Check { expr, .. } = &constraint.kind else {
                    return Err(ErrorKind::unsupported("ALTER TABLE").at(span));
                };
                let scope = self.table_scope(table, None);
                change.checks.push(self.bind_condition(expr, &scope)?);
                with(&table.sql, rules, &self.text_of(constraint.span), None)
            }
            AlterAction::SetNotNull(name, true) => {
                let column = number(self, name)?;
                let text = self.text_of(Span { start: name.span.end, ..span });
                let text = text.trim_start().get(3..).unwrap_or_default().trim_start();
                let expr = Rc::new(Expr::Column { up: 0, index: column as u32 });
                change.checks.push(Expr::IsNull { expr, not: true });
                with(&without(&table.sql, rules, None, column)?, rules, text, Some(column))
            }
            AlterAction::SetNotNull(name, false) => {
                shown.clear();
                without(&table.sql, rules, None, number(self, name)?)?
            }
            AlterAction::DropConstraint { name, .. } => {
                shown.clear();
                without(&table.sql, rules, Some(&name.text), 0)?
            }
            _ => return Err(ErrorKind::unsupported("ALTER TABLE").at(span)),
        };
        let new = self.table_again(table, &sql).map_err(Error::elsewhere)?;
        let key = self.catalog.key(&table.schema, Space::Relation, &table.name);
        change.removed.push((key.clone(), Object::Table(table.clone())));
        change.added.push((key, Object::Table(new.clone())));
        change.new = new;
        // What looks for rows that do not pass gives a result, which has no rows.
        change.shown = (!shown.is_empty()).then(|| ResultColumn::computed(&shown, Type::Unknown));
        Ok(change)
    }
}
