//! Statements about the session: transactions' modes, SET, SHOW, prepared statements.

use std::rc::Rc;

use super::{ColumnConstraint, Expr, Ident, ObjectName};
use crate::span::Span;

/// What ALTER TYPE changes.
#[derive(Debug, PartialEq)]
pub enum AlterType {
    /// `ADD VALUE [IF NOT EXISTS] label [{BEFORE | AFTER} label]`: whether it may exist, and before
    /// (false) or after which.
    Add(Rc<str>, bool, Option<(bool, Rc<str>)>),
    /// `RENAME VALUE label TO label`.
    Label(Rc<str>, Rc<str>),
    /// `RENAME TO name`.
    Name(Ident),
}

/// What ALTER DOMAIN changes.
#[derive(Debug, PartialEq)]
pub enum AlterDomain {
    /// `ADD constraint`, and whether NOT VALID.
    Add(Box<ColumnConstraint>, bool),
    /// `DROP CONSTRAINT name`, and whether it may be missing.
    Drop(Ident, bool),
    /// `RENAME CONSTRAINT name TO name`.
    Rename(Ident, Ident),
    /// `VALIDATE CONSTRAINT name`.
    Validate(Ident),
    /// `SET NOT NULL` or `DROP NOT NULL`.
    NotNull(bool),
    /// `SET DEFAULT expr` with its words, or `DROP DEFAULT`.
    Default(Option<(Expr, Span)>),
    /// `RENAME TO name`.
    Name(Ident),
}

/// The modes of a transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TransactionModes {
    /// It began with START TRANSACTION, which has a tag of its own.
    pub start: bool,
    /// READ ONLY or READ WRITE, where one of them is said.
    pub read_only: Option<bool>,
    /// ISOLATION LEVEL in lower case, where it is said.
    pub level: Option<&'static str>,
}

/// `BEGIN` in its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeginMode {
    /// Nothing more said.
    Plain,
    /// MySQL's READ ONLY.
    ReadOnly,
    /// PostgreSQL's, with its modes.
    With(TransactionModes),
    /// SQLite's DEFERRED.
    Deferred,
    /// SQLite's IMMEDIATE.
    Immediate,
    /// SQLite's EXCLUSIVE.
    Exclusive,
}

/// One assignment of a `SET` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct SetVariable {
    /// `SESSION`, `GLOBAL`, `LOCAL`, `@@…`; none for a plain name.
    pub scope: Option<Rc<str>>,
    /// `@name` rather than a system variable.
    pub user: bool,
    /// The name.
    pub name: Ident,
    /// The value; a bare word is a column reference.
    pub value: Expr,
}

/// The `SHOW` statements that are read.
#[derive(Debug, PartialEq)]
pub enum Show {
    /// `SHOW WARNINGS`.
    Warnings,
    /// `SHOW ERRORS`.
    Errors,
    /// `SHOW COUNT(*) WARNINGS`, `SHOW COUNT(*) ERRORS`.
    Count {
        /// ERRORS.
        errors: bool,
    },
    /// `SHOW DATABASES`, without its LIKE.
    Databases,
    /// `SHOW [FULL] TABLES [LIKE '…']`.
    Tables {
        /// FULL.
        full: bool,
        /// FROM.
        of: Option<Ident>,
        /// LIKE.
        like: Option<Rc<str>>,
    },
    /// `SHOW CREATE TABLE t`.
    CreateTable(ObjectName),
    /// `SHOW CREATE DATABASE d`.
    CreateDatabase(Ident),
    /// `SHOW CREATE TRIGGER t`.
    CreateTrigger(ObjectName),
    /// `SHOW TRIGGERS`.
    Triggers,
    /// `SHOW INDEX FROM t`.
    Index(ObjectName),
    /// `SHOW [FULL] COLUMNS FROM t`, `DESCRIBE t`.
    Columns {
        /// The table.
        table: ObjectName,
        /// FULL.
        full: bool,
    },
    /// `GET DIAGNOSTICS [CONDITION n] @a = item, …`, which shows nothing but reads what SHOW WARNINGS
    /// shows; items upper case.
    Diagnostics(Option<Expr>, Vec<(Rc<str>, Rc<str>)>),
    /// Some rows of another.
    Filtered(Box<Show>, ShowFilter),
    /// `SHOW VARIABLES LIKE '…'`, PostgreSQL's `SHOW name`.
    Variable(Rc<str>),
}

/// MySQL's CREATE DATABASE, DROP DATABASE and USE.
#[derive(Debug, PartialEq)]
pub struct Database {
    /// `CREATE DATABASE`, `DROP DATABASE`, `USE`.
    pub verb: &'static str,
    /// IF NOT EXISTS, IF EXISTS.
    pub unless: bool,
    /// Its name.
    pub name: Ident,
    /// Options of its tables, such as COLLATE.
    pub options: Vec<(Rc<str>, Rc<str>)>,
}

/// Prepared statements with names.
#[derive(Clone, Debug, PartialEq)]
pub enum Named {
    /// `PREPARE name FROM text`, `PREPARE name (types) AS statement` as a text: how many types, and where in
    /// the text they were put in, with their lengths.
    Prepare(Ident, Expr, Option<u32>, Vec<(u32, u32)>),
    /// `EXECUTE name USING @a, @b`, `EXECUTE name (a, b)`.
    Execute(Ident, Vec<Expr>),
    /// `DEALLOCATE PREPARE name`; none is ALL.
    Drop(Option<Ident>),
}

/// Which rows a SHOW gives.
#[derive(Clone, Debug, PartialEq)]
pub enum ShowFilter {
    /// Those whose first column is like this.
    Like(Rc<str>),
    /// Those where a column is this.
    Equals(Ident, Rc<str>),
    /// So many behind the first few.
    Limit(usize, usize),
}
