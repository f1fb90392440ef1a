//! Tests of the parser against recorded statements, random damage and hand-written cases.

mod damage;
mod places;
mod shapes;
mod vectors;

use std::path::Path;

use serde_json::Value;

use super::rules::SyntaxRules;
use super::{Parsed, parse_next};
use crate::dialect::mysql_syntax::SYNTAX as MYSQL_SYNTAX;
use crate::dialect::postgresql_syntax::SYNTAX as POSTGRESQL_SYNTAX;
use crate::dialect::sqlite_syntax::SYNTAX as SQLITE_SYNTAX;
use crate::error::{ErrorKind, Found};

/// The three dialects by the names of their files.
const DIALECTS: [(&str, &SyntaxRules); 3] =
    [("sqlite", &SQLITE_SYNTAX), ("postgresql", &POSTGRESQL_SYNTAX), ("mysql", &MYSQL_SYNTAX)];

/// The recorded cases of a dialect.
fn cases(dialect: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/vectors/{dialect}.json"));
    let text = std::fs::read_to_string(path).expect("the vectors are in the repository");
    let file: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    file["cases"].as_array().expect("a file has cases").clone()
}

/// The first statement of a text.
fn first(sql: &str, rules: &SyntaxRules) -> Parsed {
    parse_next(sql, 0, rules).expect("the text has a statement")
}

/// What is wrong with the first statement of a text, in a few words.
fn problem(sql: &str, rules: &SyntaxRules) -> Option<String> {
    let error = first(sql, rules).statement.err()?;
    Some(match error.into_kind() {
        ErrorKind::Syntax(Found::Token(token)) => format!("near {token}"),
        ErrorKind::Syntax(Found::End) => "end".to_owned(),
        ErrorKind::Syntax(Found::BadToken(token)) => format!("bad {token}"),
        ErrorKind::Unsupported { what } => format!("unsupported {what}"),
        ErrorKind::Limit { what } => format!("limit {what}"),
        ErrorKind::Report(report) => report.message,
        other => format!("{other:?}"),
    })
}
