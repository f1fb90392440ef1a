//! Tables, indexes and views as they are made, changed and dropped.

use std::rc::Rc;

use super::{BinaryOp, ColumnName, Expr, Ident, ObjectName, Query, TypeName};
use crate::span::Span;
use crate::syntax::conflict::OrClause;

/// `CREATE TABLE`.
#[derive(Debug, PartialEq)]
pub struct CreateTable {
    /// `TEMP`.
    pub temp: bool,
    /// `IF NOT EXISTS`.
    pub if_not_exists: bool,
    /// Its name.
    pub name: ObjectName,
    /// Its columns.
    pub columns: Vec<ColumnDef>,
    /// Its table constraints, in order (indexes of MySQL's `KEY (…)` among them).
    pub constraints: Vec<TableConstraint>,
    /// `AS query`.
    pub as_query: Option<Rc<Query>>,
    /// `IGNORE`, `REPLACE` before it (MySQL).
    pub or: Option<super::super::conflict::OrClause>,
    /// `WITH NO DATA` after it.
    pub no_data: bool,
    /// `LIKE other` (MySQL), `(LIKE other …)` (PostgreSQL).
    pub like: Option<ObjectName>,
    /// What INCLUDING names, upper case (PostgreSQL).
    pub including: Vec<Rc<str>>,
    /// `WITHOUT ROWID`.
    pub without_rowid: bool,
    /// `STRICT`.
    pub strict: bool,
    /// `ON COMMIT` (PostgreSQL).
    pub on_commit: Option<OnCommit>,
    /// MySQL's `ENGINE=…`, `AUTO_INCREMENT=…` and so on: upper-case name and value.
    pub options: Vec<(Rc<str>, Rc<str>)>,
}

/// What COMMIT does to a temporary table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnCommit {
    /// Nothing.
    Keep,
    /// Deletes its rows.
    Delete,
    /// Drops it.
    Drop,
}

/// A column of `CREATE TABLE` or `ADD COLUMN`.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnDef {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Option<TypeName>,
    /// Its constraints, in order.
    pub constraints: Vec<ColumnConstraint>,
    /// From its name to its last constraint.
    pub span: Span,
}

/// A constraint of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnConstraint {
    /// `CONSTRAINT name`.
    pub name: Option<Ident>,
    /// What it is.
    pub kind: ColumnConstraintKind,
    /// SQLite's `ON CONFLICT …`.
    pub on_conflict: Option<OrClause>,
    /// `DEFERRABLE`.
    pub deferrable: Deferrable,
    /// From its first word (without `CONSTRAINT name`) to its last.
    pub span: Span,
}

/// The kinds of column constraint.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnConstraintKind {
    /// `PRIMARY KEY`.
    PrimaryKey {
        /// `DESC`.
        descending: bool,
        /// SQLite's `AUTOINCREMENT`.
        autoincrement: bool,
    },
    /// `NOT NULL`.
    NotNull,
    /// `NULL`.
    Null,
    /// `UNIQUE`.
    Unique {
        /// `NULLS NOT DISTINCT`.
        nulls_not_distinct: bool,
    },
    /// `CHECK (expr)`; `text` covers what is between the parentheses.
    Check {
        /// The condition.
        expr: Expr,
        /// Its text.
        text: Span,
        /// MySQL's `[NOT] ENFORCED`.
        enforced: bool,
    },
    /// `DEFAULT expr`; `text` covers the expression as written.
    Default {
        /// The value.
        expr: Expr,
        /// Its text.
        text: Span,
    },
    /// `COLLATE name`.
    Collate(Ident),
    /// `REFERENCES`.
    References(References),
    /// `GENERATED ALWAYS AS (expr)`.
    Generated {
        /// The expression.
        expr: Expr,
        /// `STORED` or not; none when neither word was given.
        stored: Option<bool>,
        /// Its text.
        text: Span,
    },
    /// `GENERATED {ALWAYS | BY DEFAULT} AS IDENTITY`.
    Identity {
        /// `ALWAYS`.
        always: bool,
        /// Options of its sequence.
        options: SequenceOptions,
    },
    /// MySQL's `AUTO_INCREMENT`.
    AutoIncrement,
    /// MySQL's `ON UPDATE CURRENT_TIMESTAMP`.
    OnUpdate(Expr),
    /// MySQL's `COMMENT '…'`.
    Comment(Rc<str>),
    /// MySQL's `INVISIBLE`, or with false `VISIBLE`.
    Invisible(bool),
}

/// MySQL's options of an index that are seen in SHOW only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IndexOptions {
    /// `INVISIBLE`.
    pub invisible: bool,
    /// `COMMENT '…'`.
    pub comment: Option<Rc<str>>,
}

/// Options of a sequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SequenceOptions {
    /// `AS type`.
    pub ty: Option<TypeName>,
    /// `START WITH`.
    pub start: Option<i64>,
    /// `INCREMENT BY`.
    pub increment: Option<i64>,
    /// `MINVALUE`; none inside is NO MINVALUE.
    pub min: Option<Option<i64>>,
    /// `MAXVALUE`; none inside is NO MAXVALUE.
    pub max: Option<Option<i64>>,
    /// `[NO] CYCLE`.
    pub cycle: Option<bool>,
    /// `CACHE`.
    pub cache: Option<i64>,
    /// `RESTART [WITH n]` of ALTER; none inside means from the start.
    pub restart: Option<Option<i64>>,
    /// `OWNED BY t.c`; none inside means NONE.
    pub owned_by: Option<Option<ColumnName>>,
}

/// `DEFERRABLE` in its forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deferrable {
    /// Not said, or `NOT DEFERRABLE`.
    #[default]
    No,
    /// `DEFERRABLE [INITIALLY IMMEDIATE]`.
    Immediate,
    /// `DEFERRABLE INITIALLY DEFERRED`.
    Deferred,
}

/// A constraint of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableConstraint {
    /// `NOT VALID`: rows that are there are not looked at.
    pub not_valid: bool,
    /// `CONSTRAINT name`; for MySQL's `UNIQUE KEY name (…)` the key's name.
    pub name: Option<Ident>,
    /// What it is.
    pub kind: TableConstraintKind,
    /// SQLite's `ON CONFLICT …`.
    pub on_conflict: Option<OrClause>,
    /// `DEFERRABLE`.
    pub deferrable: Deferrable,
    /// MySQL's options of a key.
    pub options: IndexOptions,
    /// From its first word (without `CONSTRAINT name`) to its last.
    pub span: Span,
}

/// The kinds of table constraint.
#[derive(Clone, Debug, PartialEq)]
pub enum TableConstraintKind {
    /// `PRIMARY KEY (…)`.
    PrimaryKey {
        /// Its columns.
        terms: Vec<IndexTerm>,
        /// SQLite's `AUTOINCREMENT` inside the parentheses.
        autoincrement: bool,
        /// PostgreSQL's `INCLUDE`.
        include: Vec<Ident>,
        /// PostgreSQL's `USING INDEX name` of ADD CONSTRAINT.
        using_index: Option<Ident>,
    },
    /// `UNIQUE (…)`.
    Unique {
        /// Its columns.
        terms: Vec<IndexTerm>,
        /// `NULLS NOT DISTINCT`.
        nulls_not_distinct: bool,
        /// PostgreSQL's `INCLUDE`.
        include: Vec<Ident>,
        /// PostgreSQL's `USING INDEX name` of ADD CONSTRAINT.
        using_index: Option<Ident>,
    },
    /// MySQL's `KEY name (…)`, a non-unique index.
    Key {
        /// Its columns.
        terms: Vec<IndexTerm>,
    },
    /// `CHECK (expr)`.
    Check {
        /// The condition.
        expr: Expr,
        /// Its text.
        text: Span,
        /// MySQL's `[NOT] ENFORCED`.
        enforced: bool,
    },
    /// `FOREIGN KEY (…) REFERENCES …`.
    ForeignKey {
        /// The child's columns.
        columns: Vec<Ident>,
        /// The parent.
        references: References,
    },
    /// PostgreSQL's `EXCLUDE USING method (term WITH op, …) [WHERE (…)]`.
    Exclude {
        /// `gist`, `btree` …
        method: Option<Ident>,
        /// Terms with their operators.
        terms: Vec<(IndexTerm, BinaryOp)>,
        /// `WHERE`.
        filter: Option<Expr>,
    },
    /// PostgreSQL's `NOT NULL column`.
    NotNull(Ident),
}

/// `REFERENCES parent (columns) …`.
#[derive(Clone, Debug, PartialEq)]
pub struct References {
    /// The parent.
    pub table: ObjectName,
    /// Its columns; none means its primary key.
    pub columns: Vec<Ident>,
    /// `ON DELETE`.
    pub on_delete: Option<FkAction>,
    /// `ON UPDATE`.
    pub on_update: Option<FkAction>,
    /// PostgreSQL's `ON DELETE SET NULL (columns)`.
    pub set_columns: Vec<Ident>,
    /// `MATCH name`.
    pub match_name: Option<Ident>,
}

/// What a foreign key does with the children of a changed parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FkAction {
    /// Nothing is said, where that is told apart (MySQL).
    Unsaid,
    /// `NO ACTION`.
    NoAction,
    /// `RESTRICT`.
    Restrict,
    /// `CASCADE`.
    Cascade,
    /// `SET NULL`.
    SetNull,
    /// `SET DEFAULT`.
    SetDefault,
}

impl FkAction {
    /// Its words; unsaid it is NO ACTION.
    pub fn words(self) -> &'static str {
        match self {
            FkAction::Unsaid | FkAction::NoAction => "NO ACTION",
            FkAction::Restrict => "RESTRICT",
            FkAction::Cascade => "CASCADE",
            FkAction::SetNull => "SET NULL",
            FkAction::SetDefault => "SET DEFAULT",
        }
    }
}

/// A column or expression of an index or of a conflict target.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexTerm {
    /// A column is `ExprKind::Column`; a COLLATE is taken off into `collation`.
    pub expr: Expr,
    /// `COLLATE name`.
    pub collation: Option<Ident>,
    /// `DESC`.
    pub descending: bool,
    /// MySQL's prefix length: `a(10)`.
    pub prefix: Option<u32>,
    /// PostgreSQL's operator class.
    pub class: Option<Ident>,
    /// `NULLS FIRST` or `NULLS LAST`.
    pub nulls_first: Option<bool>,
}

/// `CREATE [UNIQUE] INDEX`.
#[derive(Debug, PartialEq)]
pub struct CreateIndex {
    /// `UNIQUE`.
    pub unique: bool,
    /// `IF NOT EXISTS`.
    pub if_not_exists: bool,
    /// `CONCURRENTLY` (PostgreSQL).
    pub concurrently: bool,
    /// Its name; PostgreSQL makes one up.
    pub name: Option<ObjectName>,
    /// Its table.
    pub table: ObjectName,
    /// Its terms.
    pub terms: Vec<IndexTerm>,
    /// PostgreSQL's `INCLUDE`.
    pub include: Vec<Ident>,
    /// `NULLS NOT DISTINCT`.
    pub nulls_not_distinct: bool,
    /// MySQL's options.
    pub options: IndexOptions,
    /// `WHERE`, with the text it covers.
    pub filter: Option<Expr>,
}

/// `CREATE VIEW`.
#[derive(Debug, PartialEq)]
pub struct CreateView {
    /// `TEMP`.
    pub temp: bool,
    /// `OR REPLACE`.
    pub or_replace: bool,
    /// `IF NOT EXISTS`.
    pub if_not_exists: bool,
    /// Its name.
    pub name: ObjectName,
    /// Its column names.
    pub columns: Vec<Ident>,
    /// Its query.
    pub query: Rc<Query>,
    /// MySQL's ALTER VIEW: there is one of the name.
    pub alters: bool,
    /// `WITH CHECK OPTION`, and whether it is CASCADED.
    pub check: Option<bool>,
}

/// `DROP kind [IF EXISTS] names [CASCADE]`.
#[derive(Debug, PartialEq)]
pub struct Drop {
    /// `TEMPORARY`.
    pub temp: bool,
    /// What.
    pub kind: ObjectKind,
    /// `IF EXISTS`.
    pub if_exists: bool,
    /// Which.
    pub names: Vec<ObjectName>,
    /// The types of functions' parameters, where they are given: one for each name.
    pub params: Vec<Option<Vec<TypeName>>>,
    /// `ON table`: MySQL's indexes, PostgreSQL's triggers.
    pub on: Option<ObjectName>,
    /// `CASCADE`.
    pub cascade: bool,
}

/// The kinds of object that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// A table.
    Table,
    /// An index.
    Index,
    /// A view.
    View,
    /// A trigger.
    Trigger,
    /// A sequence.
    Sequence,
    /// A function.
    Function,
    /// A type.
    Type,
    /// A domain.
    Domain,
    /// A procedure.
    Procedure,
    /// A schema.
    Schema,
}

impl ObjectKind {
    /// Its name, lower case.
    pub fn name(self) -> &'static str {
        match self {
            ObjectKind::Table => "table",
            ObjectKind::Index => "index",
            ObjectKind::View => "view",
            ObjectKind::Trigger => "trigger",
            ObjectKind::Sequence => "sequence",
            ObjectKind::Function => "function",
            ObjectKind::Procedure => "procedure",
            ObjectKind::Type => "type",
            ObjectKind::Domain => "domain",
            ObjectKind::Schema => "schema",
        }
    }
}

/// One action of `ALTER TABLE`.
#[derive(Clone, Debug, PartialEq)]
pub enum AlterAction {
    /// What changes nothing that the engine has: storage, owners.
    Nothing,
    /// `ALTER CONSTRAINT name DEFERRABLE`.
    Defer(Ident, Deferrable),
    /// `VALIDATE CONSTRAINT`.
    Validate(Ident),
    /// `RENAME TO name`.
    RenameTable(Ident, Option<Ident>),
    /// `RENAME [COLUMN] a TO b`.
    RenameColumn(Ident, Ident),
    /// `RENAME CONSTRAINT a TO b`.
    RenameConstraint(Ident, Ident),
    /// MySQL: an action about a column that is then put first or after another.
    Placed(Box<AlterAction>, Ident, Option<Ident>),
    /// MySQL: a foreign key goes, or whatever constraint has the name.
    DropForeign {
        /// Its name.
        name: Ident,
        /// It must be a foreign key.
        alone: bool,
    },
    /// MySQL's `DROP CHECK name`.
    DropCheck(Ident),
    /// MySQL's `ALTER {CHECK | CONSTRAINT} name [NOT] ENFORCED`.
    Enforce(Ident, bool),
    /// `ADD [COLUMN] definition`.
    AddColumn {
        /// The column.
        column: ColumnDef,
        /// `IF NOT EXISTS`.
        if_not_exists: bool,
    },
    /// `DROP [COLUMN] name`.
    DropColumn {
        /// The column.
        name: Ident,
        /// `IF EXISTS`.
        if_exists: bool,
        /// `CASCADE`.
        cascade: bool,
    },
    /// `ADD constraint`.
    AddConstraint(TableConstraint),
    /// `DROP CONSTRAINT name`; MySQL's `DROP INDEX`, `DROP PRIMARY KEY` (named PRIMARY).
    DropConstraint {
        /// The constraint.
        name: Ident,
        /// `IF EXISTS`.
        if_exists: bool,
        /// `CASCADE`.
        cascade: bool,
    },
    /// `ALTER [COLUMN] name SET DEFAULT expr`, or `DROP DEFAULT` with none.
    SetDefault(Ident, Option<Expr>),
    /// `ALTER [COLUMN] name {SET | DROP} NOT NULL`.
    SetNotNull(Ident, bool),
    /// `ALTER [COLUMN] name TYPE type [USING expr]`.
    SetType(Ident, TypeName, Option<Expr>),
    /// MySQL's `MODIFY` (same name) and `CHANGE`.
    ChangeColumn(Ident, ColumnDef),
    /// MySQL's `AUTO_INCREMENT = n` and other options.
    Option(Rc<str>, Rc<str>),
    /// MySQL's `ALTER INDEX name INVISIBLE`, or with false `VISIBLE`.
    HideIndex(Ident, bool),
    /// MySQL's `ALTER COLUMN name SET INVISIBLE`, or with false `SET VISIBLE`.
    HideColumn(Ident, bool),
    /// `ALTER COLUMN name ADD GENERATED … AS IDENTITY (options)`.
    AddIdentity(Ident, bool, SequenceOptions),
    /// `ALTER COLUMN name [SET GENERATED …] [SET option] [RESTART …]`; the flag is ALWAYS.
    AlterIdentity(Ident, Option<bool>, SequenceOptions),
    /// `ALTER COLUMN name DROP IDENTITY`.
    DropIdentity(Ident, bool),
    /// `ALTER COLUMN name SET EXPRESSION AS (expr)`, or `DROP EXPRESSION [IF EXISTS]`.
    SetExpression(Ident, Option<Expr>, bool),
    /// `{ENABLE | DISABLE} TRIGGER name`; none means all, with those of foreign keys if so.
    EnableTrigger(Option<Ident>, bool, bool),
}
