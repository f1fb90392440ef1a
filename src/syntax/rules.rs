//! What varies between dialects in lexing and parsing. Each dialect fills one [`SyntaxRules`];
//! the lexer and the parser read it and know no dialect.

pub use super::keyword::KeywordSet;

/// The variation points of lexing and parsing.
#[derive(Debug)]
pub struct SyntaxRules {
    /// Quotes of identifiers as (open, close).
    pub ident_quotes: &'static [(char, char)],
    /// Quotes of strings.
    pub string_quotes: &'static [char],
    /// Unquoted identifiers are folded to lower case (PostgreSQL).
    pub fold_lower: bool,
    /// `\` escapes inside strings (MySQL).
    pub backslash_escapes: bool,
    /// `$tag$ … $tag$` strings, `E'…'` strings, `::` casts, `:=`, arrays (PostgreSQL).
    pub postgres_forms: bool,
    /// `#` comments, and `--` comments only before a blank (MySQL).
    pub mysql_comments: bool,
    /// `/* */` comments nest (PostgreSQL).
    pub nested_comments: bool,
    /// `||` is OR and `&&` is AND (MySQL).
    pub pipes_are_or: bool,
    /// `^` is bitwise exclusive or (MySQL), power (PostgreSQL), or nothing (SQLite).
    pub caret: Caret,
    /// Parameter forms.
    pub params: ParamForms,
    /// `x'…'` and `X'…'` are blobs.
    pub hex_strings: bool,
    /// Longer names are cut to so many bytes (PostgreSQL).
    pub max_name: usize,
    /// Words that cannot name a table or column without quotes.
    pub reserved: KeywordSet,
    /// Reserved words that can name a function when `(` follows.
    pub functions: KeywordSet,
    /// Names of functions that are such only where the parenthesis follows at once (MySQL).
    pub adjacent: &'static [&'static str],
    /// Names that cannot name a function without quotes.
    pub not_functions: KeywordSet,
    /// Words that cannot be a result column's alias without `AS`.
    pub not_label: KeywordSet,
    /// Words that cannot be a table's alias without `AS`.
    pub not_table_alias: KeywordSet,
    /// Which spellings of conflict handling are accepted.
    pub conflict: ConflictSpelling,
    /// Which statements and clauses exist.
    pub grammar: Grammar,
}

/// What `^` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caret {
    /// No operator.
    Nothing,
    /// Exclusive or.
    BitXor,
    /// Power.
    Power,
}

/// Which parameters may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamForms {
    /// `?`, `?1`, `:name`, `@name`, `$name`.
    Sqlite,
    /// `$1`; `:name` and `@name` are taken from the JavaScript interface.
    Dollar,
    /// `?`; `:name` is taken from the JavaScript interface.
    Question,
}

/// Which spellings of conflict handling a dialect has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConflictSpelling {
    /// `INSERT OR …`, `UPDATE OR …`.
    pub or: bool,
    /// `INSERT IGNORE`, `UPDATE IGNORE`, `DELETE IGNORE`.
    pub ignore: bool,
    /// `REPLACE INTO`.
    pub replace: bool,
    /// `ON CONFLICT … DO …`.
    pub on_conflict: bool,
    /// `ON CONFLICT ON CONSTRAINT name`.
    pub on_constraint: bool,
    /// More than one `ON CONFLICT` clause.
    pub several_arms: bool,
    /// `ON DUPLICATE KEY UPDATE`.
    pub on_duplicate_key: bool,
    /// `ON CONFLICT …` after a constraint in CREATE TABLE.
    pub on_constraints: bool,
}

/// The statements and clauses that only one dialect has. What is not accepted is a syntax error
/// at the token where the database itself reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgresql,
    /// MySQL.
    Mysql,
}
