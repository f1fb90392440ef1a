//! The schema and index entries as plain data. The TypeScript types are made from these structs.

use serde::Serialize;

use super::cell::Cell;
use super::dto::Dialect;

/// Everything that a database consists of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Schema {
    /// Version of this form.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "1"))]
    pub version: u8,
    /// The dialect.
    pub dialect: Dialect,
    /// Tables and views.
    pub tables: Vec<Table>,
    /// Indexes.
    pub indexes: Vec<Index>,
    /// Triggers.
    pub triggers: Vec<Trigger>,
    /// Sequences.
    pub sequences: Vec<Sequence>,
}

/// A table or view.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// Its schema.
    pub schema: String,
    /// Its name.
    pub name: String,
    /// Which of the two.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"table\" | \"view\""))]
    pub kind: &'static str,
    /// The statement that made it.
    pub sql: String,
    /// Number of rows; 0 for a view.
    pub rows: usize,
    /// WITHOUT ROWID.
    pub without_rowid: bool,
    /// STRICT.
    pub strict: bool,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its constraints.
    pub constraints: Vec<Constraint>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TableColumn {
    /// Its name.
    pub name: String,
    /// Its declared type.
    pub r#type: String,
    /// NOT NULL.
    pub not_null: bool,
    /// The text of its DEFAULT.
    pub default: Option<String>,
    /// Its place in the primary key, from 1; 0 outside.
    pub primary_key: usize,
    /// Whether and how it is computed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"stored\" | \"virtual\" | null"))]
    pub generated: Option<&'static str>,
    /// How its text compares, where that is not the default.
    pub collation: Option<String>,
    /// Not shown by `SELECT *`.
    pub hidden: bool,
}

/// A constraint of a table.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Constraint {
    /// Its name.
    pub name: Option<String>,
    /// `primary key`, `unique`, `exclusion`, `not null`, `check`, `foreign key`.
    pub kind: &'static str,
    /// The columns that it is about.
    pub columns: Vec<String>,
    /// SQLite's ON CONFLICT.
    pub on_conflict: Option<&'static str>,
    /// It in words of SQL.
    pub sql: String,
}

/// An index.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Index {
    /// Its schema.
    pub schema: String,
    /// Its name.
    pub name: String,
    /// Its table.
    pub table: String,
    /// Two rows may not share a key.
    pub unique: bool,
    /// Where it comes from.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"create index\" | \"unique\" | \"primary key\"")
    )]
    pub origin: &'static str,
    /// What its keys are made of.
    pub terms: Vec<IndexTerm>,
    /// The condition of a partial index.
    pub r#where: Option<String>,
    /// Number of entries.
    pub entries: usize,
}

/// A part of an index's key: a column or an expression.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct IndexTerm {
    /// The column.
    pub column: Option<String>,
    /// The expression's text.
    pub expression: Option<String>,
    /// How its text compares.
    pub collation: String,
    /// DESC.
    pub descending: bool,
}

/// A trigger.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Trigger {
    /// Its schema.
    pub schema: String,
    /// Its name.
    pub name: String,
    /// Its table.
    pub table: String,
    /// The statement that made it.
    pub sql: String,
}

/// A sequence.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Sequence {
    /// Its schema.
    pub schema: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub value: Cell,
    /// The next value is one step further.
    pub called: bool,
}

/// An entry of an index.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct IndexEntry {
    /// Its key.
    pub key: Vec<Cell>,
    /// The row that it points to.
    pub rowid: Cell,
    /// A NULL in it makes it differ from every other.
    pub distinct: bool,
}

/// Some entries of an index in key order, and how many there are in all.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct IndexEntries {
    /// The entries asked for.
    pub entries: Vec<IndexEntry>,
    /// How many there are.
    pub total: usize,
}
