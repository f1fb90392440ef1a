//! The tree that every dialect is parsed into. Holds what was written, not what it means:
//! names are not looked up and types are not checked here.

mod expr;
mod program;
mod query;
mod session;
mod table;
mod write;

use std::rc::Rc;

pub use expr::*;
pub use program::*;
pub use query::*;
pub use session::*;
pub use table::*;
pub use write::*;

use crate::span::Span;

/// A name as written, quotes removed and, where the dialect folds case, folded.
#[derive(Clone, Debug)]
pub struct Ident {
    /// The name.
    pub text: Rc<str>,
    /// The opening quote, if it was quoted: `"`, `` ` ``, `[` or (SQLite) `'`.
    pub quote: Option<char>,
    /// Where it stands, quotes included.
    pub span: Span,
}

impl PartialEq for Ident {
    /// Two identifiers are the same tree when they have the same text.
    fn eq(&self, other: &Ident) -> bool {
        self.text == other.text
    }
}

/// `name` or `schema.name`.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectName {
    /// Schema or database.
    pub schema: Option<Ident>,
    /// The object.
    pub name: Ident,
}

/// One statement of a script.
#[derive(Debug, PartialEq)]
pub struct Statement {
    /// What it is.
    pub kind: StatementKind,
    /// From its first token to its last, without the semicolon.
    pub span: Span,
}

/// The kinds of statement.
#[derive(Debug, PartialEq)]
pub enum StatementKind {
    /// `SELECT`, `VALUES`, with `WITH`.
    Query(Rc<Query>),
    /// `INSERT`, `REPLACE`.
    Insert(Box<Insert>),
    /// `UPDATE`.
    Update(Box<Update>),
    /// `DELETE`.
    Delete(Box<Delete>),
    /// `MERGE`.
    Merge(Box<Merge>),
    /// `TRUNCATE [TABLE] a, b`.
    Truncate {
        /// The tables.
        tables: Vec<ObjectName>,
        /// `RESTART IDENTITY`.
        restart_identity: bool,
        /// `CASCADE`.
        cascade: bool,
    },
    /// `CREATE TABLE`.
    CreateTable(Box<CreateTable>),
    /// `CREATE [UNIQUE] INDEX`.
    CreateIndex(Box<CreateIndex>),
    /// `CREATE VIEW`.
    CreateView(Box<CreateView>),
    /// `CREATE TRIGGER`.
    CreateTrigger(Rc<CreateTrigger>),
    /// PostgreSQL's `COPY … FROM STDIN`.
    Copy(Box<Copy>),
    /// PostgreSQL's `DO $$ … $$`.
    Do(Vec<ProcStatement>),
    /// `CREATE FUNCTION`.
    CreateFunction(Box<CreateFunction>),
    /// `ALTER TYPE name …`.
    AlterType(ObjectName, AlterType),
    /// `ALTER DOMAIN name …`.
    AlterDomain(ObjectName, AlterDomain),
    /// `ALTER kind name RENAME TO name`.
    Rename {
        /// What is renamed.
        kind: ObjectKind,
        /// `IF EXISTS`.
        if_exists: bool,
        /// Its name.
        name: ObjectName,
        /// Its new name.
        to: Ident,
        /// The table of a trigger.
        on: Option<ObjectName>,
    },
    /// PostgreSQL's `SET TRANSACTION`.
    SetTransaction(TransactionModes),
    /// `CALL name (args)`.
    Call(Box<FunctionCall>),
    /// `CREATE SEQUENCE`.
    CreateSequence {
        /// Its name.
        name: ObjectName,
        /// `IF NOT EXISTS`.
        if_not_exists: bool,
        /// Its options.
        options: SequenceOptions,
    },
    /// `ALTER SEQUENCE`.
    AlterSequence {
        /// Its name.
        name: ObjectName,
        /// `IF EXISTS`.
        if_exists: bool,
        /// What changes.
        options: SequenceOptions,
    },
    /// `CREATE TYPE name AS ENUM (…)`.
    CreateEnum {
        /// Its name.
        name: ObjectName,
        /// The labels in order.
        labels: Vec<Rc<str>>,
    },
    /// `CREATE SCHEMA [IF NOT EXISTS]` (PostgreSQL).
    CreateSchema(Ident, bool),
    /// `CREATE DOMAIN`.
    CreateDomain {
        /// Its name.
        name: ObjectName,
        /// The base type.
        base: TypeName,
        /// NOT NULL, DEFAULT and CHECK.
        constraints: Vec<ColumnConstraint>,
    },
    /// `DROP …`.
    Drop(Drop),
    /// `ALTER TABLE`.
    AlterTable {
        /// The table.
        table: ObjectName,
        /// `IF EXISTS`.
        if_exists: bool,
        /// One or more, separated by commas.
        actions: Vec<AlterAction>,
    },
    /// `BEGIN`, `START TRANSACTION`.
    Begin(BeginMode),
    /// `COMMIT`, `END`.
    Commit {
        /// `AND CHAIN`.
        chain: bool,
    },
    /// `ROLLBACK [TO s]`.
    Rollback {
        /// The savepoint.
        to: Option<Ident>,
        /// `AND CHAIN`.
        chain: bool,
    },
    /// `SAVEPOINT s`.
    Savepoint(Ident),
    /// `RELEASE s`.
    Release(Ident),
    /// `SET CONSTRAINTS {ALL | names} {DEFERRED | IMMEDIATE}`.
    SetConstraints {
        /// Names, or all.
        names: Option<Vec<ObjectName>>,
        /// DEFERRED.
        deferred: bool,
    },
    /// `PRAGMA name [= value | (value)]`.
    Pragma {
        /// The schema before the name.
        schema: Option<Ident>,
        /// Its name.
        name: Ident,
        /// The value as an expression; a bare word is a column reference.
        value: Option<Expr>,
    },
    /// PREPARE and what goes with it.
    Named(Named),
    /// `SET name = value` (session, global or user variables), one entry an assignment.
    Set(Vec<SetVariable>),
    /// Which databases there are and which one is used (MySQL).
    Database(Database),
    /// A statement of PostgreSQL that changes nothing here, such as ANALYZE and COMMENT.
    Utility {
        /// Its command tag.
        tag: &'static str,
        /// A relation that must be there.
        relation: Option<ObjectName>,
    },
    /// `RESET name`, `RESET ALL`, `DISCARD ALL`.
    Reset {
        /// Its command tag.
        tag: &'static str,
        /// The setting; none for all.
        name: Option<Rc<str>>,
    },
    /// `SHOW …` of MySQL or PostgreSQL.
    Show(Show),
    /// `DESCRIBE t`.
    Describe(ObjectName),
    /// `EXPLAIN`.
    Explain {
        /// `QUERY PLAN`.
        query_plan: bool,
        /// Words and options between EXPLAIN and the statement, upper case: `ANALYZE`,
        /// `COSTS OFF`.
        options: Vec<Rc<str>>,
        /// What to explain.
        statement: Box<Statement>,
    },
    /// `REINDEX [name]`.
    Reindex(Option<ObjectName>),
    /// `ANALYZE [name]`.
    Analyze(Option<ObjectName>),
    /// `VACUUM [schema]`.
    Vacuum(Option<Ident>),
    /// `ATTACH expr AS name`.
    Attach {
        /// The file.
        file: Expr,
        /// The schema's name.
        name: Expr,
    },
    /// `DETACH name`.
    Detach(Expr),
    /// `LOCK TABLES t AS a WRITE, …`, which of them to write; `UNLOCK TABLES` names none.
    Lock(Vec<(ObjectName, Option<Ident>, bool)>),
}
