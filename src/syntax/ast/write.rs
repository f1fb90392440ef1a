//! INSERT, UPDATE, DELETE, MERGE and COPY as written.

use std::rc::Rc;

use super::{Expr, FromItem, Ident, Indexed, ObjectName, OrderTerm, Query, SelectItem, With};
use crate::span::Span;
use crate::syntax::conflict::{OnConflict, OrClause};

/// `INSERT` and `REPLACE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Insert {
    /// `WITH`.
    pub with: Option<With>,
    /// Where to.
    pub table: ObjectName,
    /// `AS alias`.
    pub alias: Option<Ident>,
    /// The column list.
    pub columns: Option<Vec<Ident>>,
    /// PostgreSQL's `OVERRIDING … VALUE`.
    pub overriding: Option<Overriding>,
    /// The rows.
    pub source: InsertSource,
    /// MySQL's `AS new(a, b)` after the rows.
    pub row_alias: Option<(Ident, Vec<Ident>)>,
    /// What is said about collisions.
    pub on_conflict: OnConflict,
    /// `RETURNING`.
    pub returning: Option<Vec<SelectItem>>,
    /// `REPLACE`.
    pub replace: bool,
    /// `DELAYED` (MySQL).
    pub delayed: bool,
    /// The words from `INSERT` or `REPLACE` to `INTO`.
    pub verb: Span,
    /// MySQL's LOAD DATA, and how its rows are written.
    pub load: Option<Load>,
}

/// How the rows of a LOAD DATA are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// `FIELDS TERMINATED BY`.
    pub between: char,
    /// `ENCLOSED BY`.
    pub quote: Option<char>,
    /// `ESCAPED BY`.
    pub escape: Option<char>,
    /// `IGNORE n LINES`.
    pub skip: usize,
}

/// `OVERRIDING {SYSTEM | USER} VALUE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overriding {
    /// Given values win over an identity.
    System,
    /// The identity wins.
    User,
}

/// Where an `INSERT` takes its rows from.
#[derive(Clone, Debug, PartialEq)]
pub enum InsertSource {
    /// `DEFAULT VALUES`.
    DefaultValues,
    /// `VALUES (…), (…)`.
    Values(Vec<Vec<Expr>>),
    /// A query.
    Query(Rc<Query>),
}

/// `a = expr` or `(a, b) = expr`.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    /// The columns, one unless written as a row. A qualifier is kept for the error or for MySQL.
    pub columns: Vec<ColumnName>,
    /// Was written in parentheses.
    pub row: bool,
    /// The value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// `c`, `t.c`, `s.t.c`.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnName {
    /// Schema.
    pub schema: Option<Ident>,
    /// Table.
    pub table: Option<Ident>,
    /// Column.
    pub name: Ident,
}

/// `UPDATE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// `WITH`.
    pub with: Option<With>,
    /// `OR …`, MySQL's `IGNORE`.
    pub or: Option<OrClause>,
    /// The table or, in MySQL, a join.
    pub table: FromItem,
    /// The assignments.
    pub set: Vec<Assignment>,
    /// `FROM`.
    pub from: Option<FromItem>,
    /// `WHERE`.
    pub filter: Option<Expr>,
    /// `ORDER BY`.
    pub order_by: Vec<OrderTerm>,
    /// `LIMIT`.
    pub limit: Option<Expr>,
    /// `OFFSET`.
    pub offset: Option<Expr>,
    /// `RETURNING`.
    pub returning: Option<Vec<SelectItem>>,
}

/// `DELETE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Delete {
    /// `WITH`.
    pub with: Option<With>,
    /// MySQL's `IGNORE`.
    pub ignore: Option<Span>,
    /// The tables to delete from: one, or several in MySQL's multi-table form.
    pub targets: Vec<ObjectName>,
    /// The alias of a single target.
    pub alias: Option<Ident>,
    /// As in [`FromItem::Table`].
    pub indexed: Option<Indexed>,
    /// `USING`, or the `FROM` of MySQL's multi-table form.
    pub using: Option<FromItem>,
    /// `WHERE`.
    pub filter: Option<Expr>,
    /// `ORDER BY`.
    pub order_by: Vec<OrderTerm>,
    /// `LIMIT`.
    pub limit: Option<Expr>,
    /// `OFFSET`.
    pub offset: Option<Expr>,
    /// `RETURNING`.
    pub returning: Option<Vec<SelectItem>>,
}

/// `MERGE INTO t USING s ON … WHEN …`.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// `WITH`.
    pub with: Option<With>,
    /// The target.
    pub table: ObjectName,
    /// Its alias.
    pub alias: Option<Ident>,
    /// The source.
    pub source: FromItem,
    /// The condition.
    pub on: Expr,
    /// The branches in order.
    pub branches: Vec<MergeBranch>,
    /// `RETURNING`.
    pub returning: Option<Vec<SelectItem>>,
}

/// `WHEN [NOT] MATCHED [BY …] [AND …] THEN …`.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeBranch {
    /// Which rows.
    pub when: MergeWhen,
    /// `AND …`.
    pub filter: Option<Expr>,
    /// What to do.
    pub action: MergeAction,
    /// The whole branch.
    pub span: Span,
}

/// Which rows a [`MergeBranch`] is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeWhen {
    /// `MATCHED`.
    Matched,
    /// `NOT MATCHED [BY TARGET]`.
    NotMatchedByTarget,
    /// `NOT MATCHED BY SOURCE`.
    NotMatchedBySource,
}

/// What a [`MergeBranch`] does.
#[derive(Clone, Debug, PartialEq)]
pub enum MergeAction {
    /// `DO NOTHING`.
    Nothing,
    /// `DELETE`.
    Delete,
    /// `UPDATE SET …`.
    Update(Vec<Assignment>),
    /// `INSERT [(columns)] [OVERRIDING …] {VALUES (…) | DEFAULT VALUES}`.
    Insert {
        /// The column list.
        columns: Option<Vec<Ident>>,
        /// `OVERRIDING`.
        overriding: Option<Overriding>,
        /// The row; none for DEFAULT VALUES.
        values: Option<Vec<Expr>>,
    },
}

/// `COPY table (columns) FROM STDIN` and its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// The table.
    pub table: ObjectName,
    /// The columns; empty for all.
    pub columns: Vec<Ident>,
    /// CSV rather than text.
    pub csv: bool,
    /// The first line names the columns.
    pub header: bool,
    /// What stands between fields.
    pub delimiter: Option<char>,
    /// What stands for NULL.
    pub null: Option<Rc<str>>,
    /// The first line where it must name the columns (`HEADER MATCH`).
    pub names: Option<Vec<Option<Rc<str>>>>,
    /// What is wrong with the lines.
    pub fault: Option<crate::error::Refusal>,
    /// The fields of each line, none for NULL.
    pub lines: Vec<Vec<Option<Rc<str>>>>,
}
