//! What crosses to JavaScript as plain data: results, errors, conflicts. The TypeScript types are
//! made from these structs. `convert` fills them.

use serde::Serialize;

use super::cell::Cell;

/// A dialect by its name.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgresql,
    /// MySQL.
    Mysql,
}

/// Where words stand: UTF-16 units as JavaScript counts, line and column from 1. `source` is an
/// index into `Trace.sources`; 0 is the script.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Span {
    /// The text.
    pub source: usize,
    /// First unit.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Line of the first.
    pub line: usize,
    /// Column of the first.
    pub column: usize,
}

/// Where a transaction stands; `failed` is PostgreSQL after an error.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "lowercase")]
pub enum TransactionState {
    /// None is open.
    Idle,
    /// Open.
    Open,
    /// Refused until rolled back.
    Failed,
}

/// Whose word an action is.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "lowercase")]
pub enum ClauseOrigin {
    /// The statement's.
    Statement,
    /// The constraint's.
    Constraint,
    /// Nobody's.
    Default,
}

/// How much was taken back.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "lowercase")]
pub enum Undone {
    /// Nothing.
    Nothing,
    /// One row.
    #[allow(dead_code, reason = "part of the contract; no dialect rule undoes a single row so far")]
    Row,
    /// The statement.
    Statement,
    /// The transaction.
    Transaction,
}

/// Kinds of constraint.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum ConflictKind {
    /// UNIQUE.
    #[serde(rename = "unique")]
    Unique,
    /// PRIMARY KEY.
    #[serde(rename = "primary key")]
    PrimaryKey,
    /// SQLite's hidden rowid.
    #[serde(rename = "rowid")]
    Rowid,
    /// NOT NULL.
    #[serde(rename = "not null")]
    NotNull,
    /// CHECK.
    #[serde(rename = "check")]
    Check,
    /// FOREIGN KEY.
    #[serde(rename = "foreign key")]
    ForeignKey,
    /// EXCLUDE.
    #[serde(rename = "exclusion")]
    Exclusion,
}

/// What became of a statement's rows.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Outcome {
    /// Rows added.
    pub inserted: u64,
    /// Rows changed.
    pub updated: u64,
    /// Rows added after others were deleted for them.
    pub replaced: u64,
    /// Rows deleted.
    pub deleted: u64,
    /// Rows left out.
    pub ignored: u64,
    /// Rows met that stayed as they were.
    pub unchanged: u64,
}

/// A MySQL warning or PostgreSQL notice.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Warning {
    /// `Note`, `Warning` or `Error`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"Note\" | \"Warning\" | \"Error\""))]
    pub level: &'static str,
    /// The symbol (MySQL) or SQLSTATE (PostgreSQL).
    pub code: String,
    /// MySQL's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub errno: Option<i32>,
    /// The text.
    pub message: String,
}

/// A result column.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The table that it comes from.
    pub table: Option<String>,
    /// The column that it is.
    pub column: Option<String>,
    /// Its type.
    pub r#type: Option<String>,
}

/// A statement's result as data. In `exec` the rows follow by `wire`, and `rows` is empty.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ResultData {
    /// Names of the result columns.
    pub columns: Vec<String>,
    /// Types of the result columns, where the dialect types columns rather than cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub column_types: Option<Vec<Option<String>>>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// Rows changed by this statement.
    pub changes: i64,
    /// The last rowid given.
    pub last_insert_rowid: Cell,
    /// `INSERT`, `SELECT` …
    pub command: &'static str,
    /// PostgreSQL's command tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub tag: Option<String>,
    /// What became of its rows.
    pub outcome: Outcome,
    /// Warnings and notices.
    pub warnings: Vec<Warning>,
    /// Where it stands in the script.
    pub span: Span,
    /// PostgreSQL's count.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub row_count: Option<u64>,
    /// MySQL's count.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub affected_rows: Option<i64>,
    /// MySQL's insert id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub insert_id: Option<Cell>,
    /// MySQL's message about several rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub info: Option<String>,
    /// Its error.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub error: Option<ErrorData>,
}

/// What collided with what.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// The constraint, the key and the rows in the way.
    #[serde(flatten)]
    pub collision: Collision,
    /// The row that came.
    pub incoming: Incoming,
    /// Every other collision that the row would have.
    pub also: Vec<Collision>,
}

/// One collision.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Collision {
    /// Kind of the constraint.
    pub kind: ConflictKind,
    /// The table.
    pub table: String,
    /// The constraint's name.
    pub constraint: Option<String>,
    /// The index's name.
    pub index: Option<String>,
    /// Columns or expressions of the key.
    pub columns: Vec<String>,
    /// The key of the row that came.
    pub key: Vec<Cell>,
    /// The rows in the way.
    pub existing: Vec<Existing>,
    /// The word that decided.
    pub clause: &'static str,
    /// Whose word it is.
    pub clause_origin: ClauseOrigin,
    /// How much was taken back.
    pub undone: Undone,
}

/// The row that came.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Incoming {
    /// Its number in the statement, from 1.
    pub ordinal: usize,
    /// Its values.
    pub row: Vec<Cell>,
}

/// A row in the way.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Existing {
    /// Its rowid.
    pub rowid: Cell,
    /// Its values.
    pub row: Vec<Cell>,
}

/// An error as data; what a dialect does not have is not set.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ErrorData {
    /// The message.
    pub message: String,
    /// `SQLITE_CONSTRAINT_UNIQUE`, `23505`, `ER_DUP_ENTRY`.
    pub code: String,
    /// SQLite: the extended result code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub errcode: Option<i32>,
    /// SQLite: the words for the primary result code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub errstr: Option<&'static str>,
    /// PostgreSQL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub severity: Option<&'static str>,
    /// PostgreSQL's DETAIL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub detail: Option<String>,
    /// PostgreSQL's HINT.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub hint: Option<String>,
    /// PostgreSQL: the character from 1, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub position: Option<String>,
    /// PostgreSQL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub schema: Option<String>,
    /// PostgreSQL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub table: Option<String>,
    /// PostgreSQL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub column: Option<String>,
    /// PostgreSQL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub data_type: Option<String>,
    /// PostgreSQL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub constraint: Option<String>,
    /// MySQL's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub errno: Option<i32>,
    /// MySQL's SQLSTATE.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub sql_state: Option<String>,
    /// MySQL: the message again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub sql_message: Option<String>,
    /// The feature that onconflict does not have.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub unsupported: Option<String>,
    /// The limit that ended the statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            optional,
            type = "\"rows\" | \"steps\" | \"traceSteps\" | \"depth\" | \"memory\" | \"timeMs\" | \"sqlLength\""
        )
    )]
    pub limit: Option<&'static str>,
    /// What collided with what.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub conflict: Option<Conflict>,
    /// The words of SQL that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub span: Option<Span>,
    /// Number of its statement in the script, from 0.
    pub statement_index: usize,
}
