//! Queries as written.

use std::rc::Rc;

use super::{Expr, Ident, ObjectName, Statement, Window};
use crate::span::Span;

/// `WITH [RECURSIVE] …`.
#[derive(Clone, Debug, PartialEq)]
pub struct With {
    /// `RECURSIVE`.
    pub recursive: bool,
    /// The common table expressions.
    pub tables: Vec<CommonTable>,
}

/// `name (columns) AS [NOT] MATERIALIZED (body)`.
#[derive(Clone, Debug, PartialEq)]
pub struct CommonTable {
    /// Its name.
    pub name: Ident,
    /// Its column names.
    pub columns: Vec<Ident>,
    /// A query, or in PostgreSQL a statement with RETURNING.
    pub body: Rc<Statement>,
}

/// A query with everything around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// `WITH`.
    pub with: Option<With>,
    /// The selects.
    pub body: SetExpr,
    /// `ORDER BY`.
    pub order_by: Vec<OrderTerm>,
    /// `LIMIT`.
    pub limit: Option<Expr>,
    /// `OFFSET`.
    pub offset: Option<Expr>,
    /// `WITH TIES`: rows that are sorted like the last one come too.
    pub ties: bool,
    /// `FOR UPDATE`, `FOR SHARE` and their like: the words after FOR.
    pub locks: Option<&'static str>,
    /// The whole.
    pub span: Span,
}

/// A select or several put together.
#[derive(Clone, Debug, PartialEq)]
pub enum SetExpr {
    /// `SELECT …`.
    Select(Box<Select>),
    /// `VALUES …`.
    Values(Vec<Vec<Expr>>),
    /// A query in parentheses.
    Query(Rc<Query>),
    /// `left UNION right` and its like.
    Compound {
        /// Which.
        op: CompoundOp,
        /// `ALL`.
        all: bool,
        /// Left side.
        left: Box<SetExpr>,
        /// Right side.
        right: Box<SetExpr>,
        /// The operator's words.
        span: Span,
    },
}

/// The compound operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompoundOp {
    /// `UNION`.
    Union,
    /// `INTERSECT`.
    Intersect,
    /// `EXCEPT`.
    Except,
}

/// One `SELECT`.
#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    /// `DISTINCT`.
    pub distinct: Distinct,
    /// The result columns.
    pub items: Vec<SelectItem>,
    /// `FROM`.
    pub from: Option<FromItem>,
    /// `WHERE`.
    pub filter: Option<Expr>,
    /// `GROUP BY`.
    pub group_by: Vec<Expr>,
    /// `WITH ROLLUP` (MySQL).
    pub rollup: bool,
    /// `HAVING`.
    pub having: Option<Expr>,
    /// `WINDOW name AS (…)`.
    pub windows: Vec<(Ident, Window)>,
    /// The whole.
    pub span: Span,
}

/// `DISTINCT` in its forms.
#[derive(Clone, Debug, PartialEq)]
pub enum Distinct {
    /// All rows.
    No,
    /// `DISTINCT`.
    Yes,
    /// `DISTINCT ON (…)`.
    On(Vec<Expr>),
}

/// A result column.
#[derive(Clone, Debug, PartialEq)]
pub enum SelectItem {
    /// `*`.
    Star(Span),
    /// `t.*`.
    TableStar(ObjectName, Span),
    /// `expr [AS alias]`.
    Expr {
        /// The expression.
        expr: Expr,
        /// Its name.
        alias: Option<Ident>,
    },
}

/// By which index a table is to be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Indexed {
    /// `INDEXED BY name`.
    By(Ident),
    /// `NOT INDEXED`.
    Not,
    /// The keys that MySQL's hints name.
    Hints(Vec<Ident>),
}

/// What stands in `FROM`.
#[derive(Clone, Debug, PartialEq)]
pub enum FromItem {
    /// A table or view.
    Table {
        /// Its name.
        name: ObjectName,
        /// `AS alias`.
        alias: Option<Ident>,
        /// `AS alias(a, b)`.
        columns: Vec<Ident>,
        /// By which index it is to be read.
        indexed: Option<Indexed>,
    },
    /// A query in parentheses.
    Subquery {
        /// The query.
        query: Rc<Query>,
        /// `AS alias`.
        alias: Option<Ident>,
        /// `AS alias(a, b)`.
        columns: Vec<Ident>,
        /// `LATERAL`.
        lateral: bool,
        /// The whole.
        span: Span,
    },
    /// A table-valued function.
    Function {
        /// Its name.
        name: ObjectName,
        /// Its arguments.
        args: Vec<Expr>,
        /// `AS alias`.
        alias: Option<Ident>,
        /// `AS alias(a, b)`.
        columns: Vec<Ident>,
        /// `WITH ORDINALITY`.
        numbered: bool,
        /// The whole.
        span: Span,
    },
    /// A join.
    Join(Box<Join>),
}

/// A join of two items.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// Left side.
    pub left: FromItem,
    /// Right side.
    pub right: FromItem,
    /// Which.
    pub kind: JoinKind,
    /// `NATURAL`.
    pub natural: bool,
    /// `ON`, `USING`.
    pub constraint: JoinConstraint,
    /// The whole.
    pub span: Span,
}

/// The kinds of join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinKind {
    /// A comma, `JOIN`, `INNER JOIN`, `CROSS JOIN`.
    Inner,
    /// `LEFT JOIN`.
    Left,
    /// `RIGHT JOIN`.
    Right,
    /// `FULL JOIN`.
    Full,
}

/// The condition of a join.
#[derive(Clone, Debug, PartialEq)]
pub enum JoinConstraint {
    /// None.
    None,
    /// `ON expr`.
    On(Expr),
    /// `USING (columns)`.
    Using(Vec<Ident>),
}

/// `expr [ASC | DESC] [NULLS …]`.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderTerm {
    /// The expression, its COLLATE inside it.
    pub expr: Expr,
    /// `DESC`.
    pub descending: bool,
    /// `NULLS FIRST` or `NULLS LAST`.
    pub nulls_first: Option<bool>,
}
