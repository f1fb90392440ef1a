//! Text to tree: rules, tokens, lexer, parser. Knows no tables.

pub mod ast;
pub mod conflict;
pub mod mention;
pub mod rules;

mod keyword;
mod token;

mod lexer;
mod literal;
mod operator_sign;

mod parser;

mod mysql_type;
mod name;
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
mod create;
mod create_function;
mod drop;
mod index;
mod table;
mod table_constraint;

mod procedure;
mod trigger;

mod setting;
mod statement;
mod transaction;

mod script;
mod split;

pub use parser::Params;
pub use script::{Parsed, parse_expr, parse_next};

#[cfg(test)]
mod tests;
