//! Text to tree: rules, tokens, lexer, parser. Knows no tables.

pub mod ast;
pub mod conflict;
pub mod mention;
pub mod rules;

mod keyword;
mod token;

mod lexer;
mod literal;
mod load;
mod operator_sign;

mod parser;

mod mysql_type;
mod name;
mod named;
mod type_name;

mod operator;

mod expr;
mod function;
mod primary;

mod from;
mod join;
mod query;
mod query_tail;

mod change;
mod insert;
mod merge;

mod alter;
mod constraint;
mod copy;
mod create;
mod create_function;
mod drop;
mod index;
mod table;
mod table_constraint;

mod procedure;
mod routine;
mod trigger;

mod setting;
mod statement;
mod transaction;

mod script;
mod split;

pub(crate) use from::record_set;
pub(crate) use function::NAMED;
pub(crate) use index::column_term;
pub use name::cut;
pub use parser::Params;
pub use primary::ARRAY_ITEM;
pub use routine::{INOUT, OUT};
pub use script::{Parsed, parse_expr, parse_next};

use crate::span::Span;

/// Where the tokens of a text stand, blanks and comments left out. A token that is none ends the list.
pub fn token_spans(text: &str, rules: &rules::SyntaxRules) -> Vec<Span> {
    let mut lexer = lexer::Lexer::new(text, 0, rules);
    let tokens = std::iter::from_fn(|| Some(lexer.next()));
    let ends = |kind| matches!(kind, token::Kind::End | token::Kind::Bad);
    tokens.take_while(|token| !ends(token.kind)).map(token::Token::span).collect()
}

/// Where the first token of a text begins, behind blanks and comments; its end where there is none.
pub fn first_token(text: &str, rules: &rules::SyntaxRules) -> usize {
    lexer::Lexer::new(text, 0, rules).next().start as usize
}

#[cfg(test)]
mod tests;
