//! MySQL's LOAD DATA INFILE ("LOAD DATA Statement"). No file is read: the rows stand below the
//! statement in the script, up to a line `\.`, and become those of an INSERT.

use std::rc::Rc;

use super::ast::{Expr, ExprKind, Insert, InsertSource, Literal, Load, StatementKind};
use super::conflict::{OnConflict, OrClause, Resolution};
use super::parser::Parser;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// LOAD DATA from its first word on; the rows are added by [`with_rows`].
    pub(super) fn load(&mut self) -> Result<StatementKind> {
        let start = self.advance().start;
        if &*self.upper_word()? != "DATA" {
            return Err(self.unsupported("LOAD but LOAD DATA"));
        }
        self.eat_word(K::LOW_PRIORITY);
        let local = self.eat_word(K::LOCAL);
        self.expect_word(K::INFILE)?;
        self.text()?;
        let verb = self.token.span();
        let word = self.eat_any(&[K::REPLACE, K::IGNORE]);
        let resolution = match word {
            Some(K::REPLACE) => Some(Resolution::Replace),
            Some(_) => Some(Resolution::Ignore),
            // The server cannot stop the client from sending.
            None if local => Some(Resolution::Ignore),
            None => None,
        };
        let or = resolution.map(|resolution| OrClause { resolution, span: verb });
        self.expect_words(&[K::INTO, K::TABLE])?;
        let table = self.object_name()?;
        let mut load = Load { between: '\t', quote: None, escape: Some('\\'), skip: 0 };
        if self.eat_words(&[K::CHARACTER, K::SET]) {
            self.charset_name()?;
        }
        if self.eat_any(&[K::FIELDS, K::COLUMNS]).is_some() {
            loop {
                self.eat_word(K::OPTIONALLY);
                let word = self.upper_word()?;
                self.expect_word(K::BY)?;
                let text = self.text()?;
                let sign = text.chars().next();
                match &*word {
                    "TERMINATED" => load.between = sign.unwrap_or('\t'),
                    "ENCLOSED" => load.quote = sign,
                    _ => load.escape = sign,
                }
                if !self.at_any(&[K::TERMINATED, K::OPTIONALLY, K::ENCLOSED, K::ESCAPED]) {
                    break;
                }
            }
        }
        if self.eat_word(K::LINES) {
            if self.at_word(K::STARTING) {
                return Err(self.unsupported("LINES STARTING BY"));
            }
            self.expect_words(&[K::TERMINATED, K::BY])?;
            self.text()?;
        }
        if self.eat_word(K::IGNORE) {
            let token = self.advance();
            load.skip = self.text_of(token).parse().unwrap_or(0);
            if self.eat_any(&[K::LINES, K::ROWS]).is_none() {
                return Err(self.unexpected());
            }
        }
        if self.at(Kind::LParen) && self.peek().kind == Kind::UserVariable {
            return Err(self.unsupported("LOAD DATA into variables"));
        }
        let columns = self.optional_name_list()?;
        if self.at_word(K::SET) {
            return Err(self.unsupported("LOAD DATA … SET"));
        }
        let insert = Insert {
            with: None,
            table,
            alias: None,
            columns: Some(columns).filter(|c| !c.is_empty()),
            overriding: None,
            source: InsertSource::Values(Vec::new()),
            row_alias: None,
            on_conflict: OnConflict { or, arms: Vec::new() },
            replace: false,
            delayed: false,
            returning: None,
            verb: self.since(start),
            load: Some(load),
        };
        Ok(StatementKind::Insert(Box::new(insert)))
    }
}

/// Takes the rows of a LOAD DATA from a script, `after` its semicolon; gives where the script goes
/// on, nothing where no rows stand there.
pub(super) fn with_rows(
    insert: &mut Insert,
    load: Load,
    text: &str,
    after: usize,
) -> Option<usize> {
    let rest = text.get(after..)?;
    let start = rest.find('\n')? + 1;
    let (mut rows, mut at) = (Vec::new(), start);
    loop {
        let line = rest.get(at..).filter(|line| !line.is_empty())?;
        let length = line.find('\n').map_or(line.len(), |end| end + 1);
        let line = line[..length].trim_end_matches(['\r', '\n']);
        at += length;
        if line == "\\." {
            break;
        }
        rows.push(fields(line, &load, insert));
    }
    rows.drain(..load.skip.min(rows.len()));
    insert.source = InsertSource::Values(rows);
    Some(after + at)
}

fn fields(line: &str, load: &Load, insert: &Insert) -> Vec<Expr> {
    let mut all = Vec::new();
    let mut rest = line.chars().peekable();
    loop {
        let (mut field, mut null) = (String::new(), false);
        let quoted = load.quote.is_some_and(|quote| rest.next_if_eq(&quote).is_some());
        let mut more = false;
        while let Some(c) = rest.next() {
            if load.escape == Some(c) {
                match rest.next() {
                    Some('N') if field.is_empty() && !quoted => null = true,
                    Some('n') => field.push('\n'),
                    Some('t') => field.push('\t'),
                    Some('r') => field.push('\r'),
                    Some('0') => field.push('\0'),
                    other => field.extend(other),
                }
            } else if quoted && load.quote == Some(c) {
                // A quote written twice is one.
                if rest.next_if_eq(&c).is_none() {
                    more = rest.next_if_eq(&load.between).is_some();
                    break;
                }
                field.push(c);
            } else if !quoted && c == load.between {
                more = true;
                break;
            } else {
                field.push(c);
            }
        }
        // The bare word NULL is NULL where fields are enclosed.
        let null = null || load.quote.is_some() && !quoted && field == "NULL";
        let literal = if null { Literal::Null } else { Literal::Text(Rc::from(field)) };
        all.push(Expr { kind: ExprKind::Literal(literal), span: insert.verb });
        if !more {
            return all;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dialect::mysql_syntax::SYNTAX;
    use crate::syntax::ast::{ExprKind, InsertSource, Literal, StatementKind};
    use crate::syntax::parse_next;

    #[test]
    fn rows_stand_below_the_statement() {
        let script = "LOAD DATA LOCAL INFILE 'a.csv' INTO TABLE t FIELDS TERMINATED BY ',' \
                      ENCLOSED BY '\"' IGNORE 1 LINES (a, b);\na,b\n\"x, \"\"y\"\"\",\\N\n1,NULL\n\\.\nSELECT 1;";
        let parsed = parse_next(script, 0, &SYNTAX).expect("a statement");
        assert_eq!(&script[parsed.next..], "SELECT 1;");
        let Ok(StatementKind::Insert(insert)) = parsed.statement.map(|s| s.kind) else {
            unreachable!("it is an INSERT")
        };
        let InsertSource::Values(rows) = insert.source else { unreachable!("it has rows") };
        let texts = rows.iter().flatten().map(|field| match &field.kind {
            ExprKind::Literal(Literal::Text(text)) => &**text,
            _ => "-",
        });
        assert_eq!(texts.collect::<Vec<_>>(), ["x, \"y\"", "-", "1", "-"]);
    }
}
