//! PostgreSQL's COPY … FROM STDIN, with the lines that follow it in a script up to `\.`.

use std::rc::Rc;

use super::ast::{Copy, StatementKind};
use super::parser::Parser;
use super::token::{Keyword as K, Kind};
use crate::error::{Refusal, Result};

/// Options that are there and not here (sql-copy).
const KNOWN: &[&str] = &[
    "DEFAULT",
    "ENCODING",
    "ESCAPE",
    "FORCE",
    "FORCE_NOT_NULL",
    "FORCE_NULL",
    "FORCE_QUOTE",
    "FREEZE",
    "LOG_VERBOSITY",
    "ON_ERROR",
    "QUOTE",
    "REJECT_LIMIT",
    "WHERE",
];

impl Parser<'_> {
    /// COPY from its first word on; the lines are added by [`with_lines`].
    pub(super) fn copy(&mut self) -> Result<StatementKind> {
        self.advance();
        if self.at(Kind::LParen) {
            return Err(self.unsupported("COPY of a query"));
        }
        let table = self.object_name()?;
        let columns = self.optional_name_list()?;
        if !self.eat_word(K::FROM) || !self.at_name() || &*self.upper_word()? != "STDIN" {
            return Err(self.unsupported("COPY but FROM STDIN"));
        }
        let mut copy = Copy {
            table,
            columns,
            csv: false,
            header: false,
            delimiter: None,
            null: None,
            names: None,
            fault: None,
            lines: Vec::new(),
        };
        self.eat_word(K::WITH);
        if self.eat(Kind::LParen) {
            loop {
                self.copy_option(&mut copy)?;
                if !self.eat(Kind::Comma) {
                    break;
                }
            }
            self.expect(Kind::RParen)?;
        } else {
            while !matches!(self.token.kind, Kind::End | Kind::Semicolon) {
                self.copy_option(&mut copy)?;
            }
        }
        Ok(StatementKind::Copy(Box::new(copy)))
    }

    fn copy_option(&mut self, copy: &mut Copy) -> Result<()> {
        let at = self.token.span();
        let name = self.upper_word()?;
        match &*name {
            "CSV" => copy.csv = true,
            "FORMAT" => match &*self.upper_word()? {
                "CSV" => copy.csv = true,
                "TEXT" => {}
                "BINARY" => return Err(self.unsupported("COPY in the format BINARY")),
                other => {
                    let format = other.to_ascii_lowercase();
                    return Err(Refusal::CopyFormat.of(&[&format]).at(at));
                }
            },
            "HEADER" => {
                copy.header = !self.eat_word(K::FALSE);
                if self.eat_any(&[K::TRUE, K::ON]).is_none() && self.eat_word(K::MATCH) {
                    copy.names = Some(Vec::new());
                }
            }
            "DELIMITER" => {
                self.eat_word(K::AS);
                let text = self.text()?;
                if text.len() != 1 {
                    return Err(Refusal::CopyDelimiter.of(&[]).nowhere());
                }
                copy.delimiter = text.chars().next();
            }
            "NULL" => {
                self.eat_word(K::AS);
                copy.null = Some(self.text()?);
            }
            other if KNOWN.contains(&other) => {
                return Err(self.unsupported(&format!("COPY with {other}")));
            }
            other => {
                let option = other.to_ascii_lowercase();
                return Err(Refusal::CopyOption.of(&[&option]).at(at));
            }
        }
        Ok(())
    }
}

/// Takes the lines of a COPY from a script, `after` its semicolon; gives where the script goes on.
pub(super) fn with_lines(copy: &mut Copy, text: &str, after: usize) -> usize {
    let rest = text.get(after..).unwrap_or_default();
    let Some(start) = rest.find('\n').map(|at| at + 1) else { return after };
    let body = rest.get(start..).unwrap_or_default();
    let ends = body.match_indices("\\.").find(|(at, _)| {
        let alone = body[at + 2..].starts_with(['\n', '\r']) || body.len() == at + 2;
        alone && (*at == 0 || body[..*at].ends_with('\n'))
    });
    let (data, next) = match ends {
        Some((at, _)) => (&body[..at], after + start + at + 2),
        None => (body, text.len()),
    };
    copy.lines = match copy.csv {
        true => csv_lines(data, copy),
        false => data.lines().map(|line| text_fields(line, copy)).collect(),
    };
    if copy.header && !copy.lines.is_empty() {
        let first = copy.lines.remove(0);
        if let Some(names) = &mut copy.names {
            *names = first;
        }
    }
    next
}

type Fields = Vec<Option<Rc<str>>>;

/// A line of the text format: fields between tabs, `\N` for NULL, backslash escapes.
fn text_fields(line: &str, copy: &Copy) -> Fields {
    let delimiter = copy.delimiter.unwrap_or('\t');
    let null = copy.null.as_deref().unwrap_or("\\N");
    let field = |field: &str| {
        if field == null {
            return None;
        }
        let mut out = String::with_capacity(field.len());
        let mut rest = field.chars();
        while let Some(c) = rest.next() {
            match (c, if c == '\\' { rest.next() } else { None }) {
                ('\\', Some('t')) => out.push('\t'),
                ('\\', Some('n')) => out.push('\n'),
                ('\\', Some('r')) => out.push('\r'),
                ('\\', Some(other)) => out.push(other),
                (c, _) => out.push(c),
            }
        }
        Some(Rc::from(out))
    };
    let (mut fields, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, c) in line.char_indices() {
        if c == delimiter && !escaped {
            fields.push(field(&line[start..at]));
            start = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    fields.push(field(&line[start..]));
    fields
}

/// The lines of the CSV format; quoted fields may hold anything, an empty one without quotes is NULL.
fn csv_lines(data: &str, copy: &mut Copy) -> Vec<Fields> {
    let delimiter = copy.delimiter.unwrap_or(',');
    let null = copy.null.clone().unwrap_or_default();
    let (mut lines, mut fields): (Vec<Fields>, Fields) = (Vec::new(), Vec::new());
    let (mut field, mut was_quoted, mut quoted) = (String::new(), false, false);
    let mut rest = data.chars().peekable();
    let end = |field: &mut String, was_quoted: &mut bool| {
        let is_null = !std::mem::take(was_quoted) && **field == *null;
        let text = std::mem::take(field);
        (!is_null).then(|| Rc::from(text))
    };
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => {
                quoted = !quoted;
                was_quoted = true;
            }
            c if c == delimiter && !quoted => fields.push(end(&mut field, &mut was_quoted)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                fields.push(end(&mut field, &mut was_quoted));
                lines.push(std::mem::take(&mut fields));
            }
            c => field.push(c),
        }
    }
    if quoted {
        copy.fault = Some(Refusal::CopyQuote);
    }
    if !field.is_empty() || !fields.is_empty() {
        fields.push(end(&mut field, &mut was_quoted));
        lines.push(fields);
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::dialect::postgresql_syntax::SYNTAX;
    use crate::syntax::ast::StatementKind;
    use crate::syntax::parse_next;

    #[test]
    fn lines_end_at_a_backslash_and_a_point() {
        let script = "COPY t FROM STDIN;\n1\t\\N\na\\tb\tc\n\\.\nSELECT 1;";
        let parsed = parse_next(script, 0, &SYNTAX).expect("a statement");
        assert!(script[parsed.next..].trim_start().starts_with("SELECT"));
        let Ok(StatementKind::Copy(copy)) = parsed.statement.map(|s| s.kind) else {
            unreachable!("it is a COPY")
        };
        let fields =
            |line: usize| copy.lines[line].iter().map(Option::as_deref).collect::<Vec<_>>();
        assert_eq!(fields(0), [Some("1"), None]);
        assert_eq!(fields(1), [Some("a\tb"), Some("c")]);
        assert_eq!(copy.lines.len(), 2);
    }

    #[test]
    fn quotes_of_csv_hold_anything() {
        let script = "COPY t FROM STDIN (FORMAT csv, HEADER);\na,b\n\"x, \"\"y\"\"\",\n";
        let parsed = parse_next(script, 0, &SYNTAX).expect("a statement");
        let Ok(StatementKind::Copy(copy)) = parsed.statement.map(|s| s.kind) else {
            unreachable!("it is a COPY")
        };
        assert_eq!(copy.lines.len(), 1);
        assert_eq!(copy.lines[0][0].as_deref(), Some("x, \"y\""));
        assert_eq!(copy.lines[0][1], None);
    }
}
