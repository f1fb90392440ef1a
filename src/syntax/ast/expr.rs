//! Expressions and the names of types as written.

use std::rc::Rc;

use super::{ColumnName, Ident, ObjectName, OrderTerm, Query};
use crate::span::Span;

/// An expression and where it stands.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

impl PartialEq for Expr {
    /// Two expressions are the same tree wherever they stand; upsert targets are matched so.
    fn eq(&self, other: &Expr) -> bool {
        self.kind == other.kind
    }
}

impl Expr {
    /// Whether this expression or one inside it is wanted; queries inside it are not entered.
    pub fn has(&self, wanted: &dyn Fn(&Expr) -> bool) -> bool {
        wanted(self) || self.children().into_iter().any(|child| child.has(wanted))
    }

    /// The expressions directly inside this one; queries inside it are not entered.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Literal(_)
            | ExprKind::Param(_)
            | ExprKind::Column(_)
            | ExprKind::Exists(_)
            | ExprKind::Subquery(_)
            | ExprKind::Default
            | ExprKind::Variable { .. }
            | ExprKind::Raise(Raise::Ignore) => Vec::new(),
            ExprKind::Unary(_, e)
            | ExprKind::IsNull { expr: e, .. }
            | ExprKind::IsTruth { expr: e, .. }
            | ExprKind::InQuery { expr: e, .. }
            | ExprKind::Cast { expr: e, .. }
            | ExprKind::Collate(e, _)
            | ExprKind::Paren(e)
            | ExprKind::Field(e, _)
            | ExprKind::Raise(Raise::Error(_, e))
            | ExprKind::Interval { value: e, .. } => vec![e],
            ExprKind::Binary(_, a, b)
            | ExprKind::Is { left: a, right: b, .. }
            | ExprKind::Quantified { left: a, right: b, .. }
            | ExprKind::Index { expr: a, index: b } => vec![a, b],
            ExprKind::Between { expr, low, high, .. } => vec![expr, low, high],
            ExprKind::InList { expr, list, .. } => std::iter::once(&**expr).chain(list).collect(),
            ExprKind::Like { expr, pattern, escape, .. } => {
                [Some(expr), Some(pattern), escape.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(|e| &**e)
                    .collect()
            }
            ExprKind::Case { operand, branches, otherwise } => {
                let branches = branches.iter().flat_map(|(when, then)| [when, then]);
                let operand = operand.iter().map(|e| &**e);
                operand.chain(branches).chain(otherwise.iter().map(|e| &**e)).collect()
            }
            ExprKind::Function(call) => {
                let over = call.over.iter();
                let windows = over.flat_map(|w| w.order_by.iter().map(|t| &t.expr));
                let parts = call.over.iter().flat_map(|w| &w.partition_by);
                let sorted = call.order_by.iter().map(|t| &t.expr).chain(parts).chain(windows);
                call.args.iter().chain(sorted).chain(&call.filter).collect()
            }
            ExprKind::Row(list) | ExprKind::Array(list) => list.iter().collect(),
        }
    }
}

impl Expr {
    /// The expressions directly inside this one, to be changed; queries inside it are not entered.
    pub fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Literal(_)
            | ExprKind::Param(_)
            | ExprKind::Column(_)
            | ExprKind::Exists(_)
            | ExprKind::Subquery(_)
            | ExprKind::Default
            | ExprKind::Variable { .. }
            | ExprKind::Raise(Raise::Ignore) => Vec::new(),
            ExprKind::Unary(_, e)
            | ExprKind::IsNull { expr: e, .. }
            | ExprKind::IsTruth { expr: e, .. }
            | ExprKind::InQuery { expr: e, .. }
            | ExprKind::Cast { expr: e, .. }
            | ExprKind::Collate(e, _)
            | ExprKind::Paren(e)
            | ExprKind::Field(e, _)
            | ExprKind::Raise(Raise::Error(_, e))
            | ExprKind::Interval { value: e, .. } => vec![e],
            ExprKind::Binary(_, a, b)
            | ExprKind::Is { left: a, right: b, .. }
            | ExprKind::Quantified { left: a, right: b, .. }
            | ExprKind::Index { expr: a, index: b } => vec![a, b],
            ExprKind::Between { expr, low, high, .. } => vec![expr, low, high],
            ExprKind::InList { expr, list, .. } => {
                std::iter::once(&mut **expr).chain(list).collect()
            }
            ExprKind::Like { expr, pattern, escape, .. } => {
                let both = [&mut **expr, &mut **pattern].into_iter();
                both.chain(escape.as_deref_mut()).collect()
            }
            ExprKind::Case { operand, branches, otherwise } => {
                let branches = branches.iter_mut().flat_map(|(when, then)| [when, then]);
                let operand = operand.iter_mut().map(|e| &mut **e);
                operand.chain(branches).chain(otherwise.as_deref_mut()).collect()
            }
            ExprKind::Function(call) => {
                let sorted = call.order_by.iter_mut().map(|t| &mut t.expr);
                let mut all: Vec<_> =
                    call.args.iter_mut().chain(sorted).chain(&mut call.filter).collect();
                if let Some(over) = &mut call.over {
                    all.extend(over.partition_by.iter_mut());
                    all.extend(over.order_by.iter_mut().map(|t| &mut t.expr));
                }
                all
            }
            ExprKind::Row(list) | ExprKind::Array(list) => list.iter_mut().collect(),
        }
    }
}

/// The kinds of expression.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A constant.
    Literal(Literal),
    /// A parameter.
    Param(Param),
    /// A column, or (SQLite) a string in double quotes that is no column.
    Column(ColumnName),
    /// `-a`.
    Unary(UnaryOp, Box<Expr>),
    /// `a + b`.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a IS [NOT] NULL`, `ISNULL`, `NOTNULL`.
    IsNull {
        /// The operand.
        expr: Box<Expr>,
        /// `NOT`.
        not: bool,
    },
    /// `a IS [NOT] {TRUE | FALSE | UNKNOWN}`; unknown is none.
    IsTruth {
        /// The operand.
        expr: Box<Expr>,
        /// The truth value.
        value: Option<bool>,
        /// `NOT`.
        not: bool,
    },
    /// `a IS [NOT] b` (SQLite), `IS [NOT] DISTINCT FROM`, `<=>`; `not` means "differs".
    Is {
        /// Left side.
        left: Box<Expr>,
        /// Right side.
        right: Box<Expr>,
        /// Whether it asks for a difference.
        not: bool,
    },
    /// `a [NOT] BETWEEN b AND c`.
    Between {
        /// The operand.
        expr: Box<Expr>,
        /// Lower bound.
        low: Box<Expr>,
        /// Upper bound.
        high: Box<Expr>,
        /// `NOT`.
        not: bool,
    },
    /// `a [NOT] IN (list)`.
    InList {
        /// The operand.
        expr: Box<Expr>,
        /// The list, which SQLite lets be empty.
        list: Vec<Expr>,
        /// `NOT`.
        not: bool,
    },
    /// `a [NOT] IN (query)`; SQLite's `IN table` becomes `SELECT * FROM table`.
    InQuery {
        /// The operand.
        expr: Box<Expr>,
        /// The query.
        query: Rc<Query>,
        /// `NOT`.
        not: bool,
    },
    /// `a [NOT] LIKE b [ESCAPE c]` and its relatives.
    Like {
        /// Which.
        op: LikeOp,
        /// The operand.
        expr: Box<Expr>,
        /// The pattern.
        pattern: Box<Expr>,
        /// `ESCAPE`.
        escape: Option<Box<Expr>>,
        /// `NOT`.
        not: bool,
    },
    /// `CASE`.
    Case {
        /// `CASE operand`.
        operand: Option<Box<Expr>>,
        /// `WHEN … THEN …`.
        branches: Vec<(Expr, Expr)>,
        /// `ELSE`.
        otherwise: Option<Box<Expr>>,
    },
    /// `CAST(a AS type)`, `a::type`, `DATE '…'`.
    Cast {
        /// The operand.
        expr: Box<Expr>,
        /// The type.
        ty: TypeName,
    },
    /// `a COLLATE name`.
    Collate(Box<Expr>, Ident),
    /// A call.
    Function(Box<FunctionCall>),
    /// `[NOT] EXISTS (query)`; NOT is a unary operator around it.
    Exists(Rc<Query>),
    /// `(query)`.
    Subquery(Rc<Query>),
    /// `a op {ANY | ALL} (query or array)`.
    Quantified {
        /// Left side.
        left: Box<Expr>,
        /// The comparison.
        op: BinaryOp,
        /// `ALL` rather than `ANY`.
        all: bool,
        /// A subquery or an array expression.
        right: Box<Expr>,
    },
    /// `(a, b)`, `ROW(a, b)`.
    Row(Vec<Expr>),
    /// `(a)`: kept because a name in parentheses is no longer a bare column for some rules.
    Paren(Box<Expr>),
    /// `DEFAULT` as a value.
    Default,
    /// `RAISE(…)` in a SQLite trigger.
    Raise(Raise),
    /// `ARRAY[…]`.
    Array(Vec<Expr>),
    /// `a[i]`, `a[i:j]`.
    Index {
        /// The array.
        expr: Box<Expr>,
        /// Index or lower bound.
        index: Box<Expr>,
    },
    /// `(row).field`.
    Field(Box<Expr>, Ident),
    /// MySQL's `@name`, `@@name`.
    Variable {
        /// The name without its at signs.
        name: Rc<str>,
        /// `@@`.
        system: bool,
    },
    /// MySQL's and PostgreSQL's `INTERVAL expr unit`.
    Interval {
        /// The amount.
        value: Box<Expr>,
        /// `DAY`, `HOUR` …; none for PostgreSQL's `INTERVAL '…'`.
        unit: Option<Rc<str>>,
    },
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `NULL`.
    Null,
    /// `TRUE`, `FALSE`.
    Bool(bool),
    /// A whole number that fits.
    Integer(i64),
    /// Any other number, as written.
    Number(Rc<str>),
    /// A string.
    Text(Rc<str>),
    /// `x'…'`.
    Blob(Rc<[u8]>),
    /// `CURRENT_TIMESTAMP`, `CURRENT_DATE`, `CURRENT_TIME` and relatives, upper case.
    Current(&'static str),
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    /// `?` (numbered by the parser, from 1), `?3`, `$3`.
    Number(u32),
    /// `:name`, `@name`, `$name`: the mark and the name; numbered by the parser.
    Named(u32, Rc<str>),
}

/// The unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-`.
    Minus,
    /// `+`.
    Plus,
    /// `NOT`, MySQL's `!`.
    Not,
    /// `~`.
    BitNot,
}

/// The binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `OR`.
    Or,
    /// `XOR`.
    Xor,
    /// `AND`.
    And,
    /// `=`, `==`.
    Eq,
    /// `<>`, `!=`.
    Ne,
    /// `<`.
    Lt,
    /// `<=`.
    Le,
    /// `>`.
    Gt,
    /// `>=`.
    Ge,
    /// `+`.
    Add,
    /// `-`.
    Sub,
    /// `*`.
    Mul,
    /// `/`.
    Div,
    /// MySQL's `DIV`.
    IntDiv,
    /// `%`, `MOD`.
    Mod,
    /// PostgreSQL's `^`.
    Power,
    /// `||`.
    Concat,
    /// `&`.
    BitAnd,
    /// `|`.
    BitOr,
    /// MySQL's `^`, PostgreSQL's `#`.
    BitXor,
    /// `<<`.
    ShiftLeft,
    /// `>>`.
    ShiftRight,
    /// `->`.
    Arrow,
    /// `->>`.
    LongArrow,
    /// `#>`.
    HashArrow,
    /// `#>>`.
    HashLongArrow,
    /// `@>`.
    Contains,
    /// `<@`.
    ContainedBy,
    /// `&&` of arrays and ranges.
    Overlaps,
    /// `?` of jsonb.
    HasKey,
}

/// The relatives of `LIKE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LikeOp {
    /// `LIKE`.
    Like,
    /// `ILIKE`.
    ILike,
    /// `GLOB`.
    Glob,
    /// `MATCH`.
    Match,
    /// `REGEXP`, `RLIKE`, `~`.
    Regexp,
    /// `~*`.
    IRegexp,
    /// `SIMILAR TO`.
    Similar,
}

/// A function call.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionCall {
    /// Its name; keyword-like forms (`SUBSTRING(a FROM 1)`, `EXTRACT`, `TRIM`, `POSITION`) are
    /// brought into the plain form, `VALUES(c)` is a function named `VALUES`.
    pub name: ObjectName,
    /// The arguments.
    pub args: Vec<Expr>,
    /// `(*)`.
    pub star: bool,
    /// `DISTINCT` before the arguments.
    pub distinct: bool,
    /// `ORDER BY` inside the parentheses.
    pub order_by: Vec<OrderTerm>,
    /// MySQL's `SEPARATOR '…'` in GROUP_CONCAT.
    pub separator: Option<Rc<str>>,
    /// `FILTER (WHERE …)`.
    pub filter: Option<Expr>,
    /// `OVER (…)`.
    pub over: Option<Window>,
}

/// `OVER name`, `OVER (name PARTITION BY … ORDER BY … frame)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// The window of the WINDOW clause that it is, or adds to.
    pub base: Option<Ident>,
    /// `OVER name`: it adds nothing.
    pub whole: bool,
    /// `PARTITION BY`.
    pub partition_by: Vec<Expr>,
    /// `ORDER BY`.
    pub order_by: Vec<OrderTerm>,
    /// `ROWS …`, `RANGE …`, `GROUPS …`.
    pub frame: Option<Box<Frame>>,
}

/// `ROWS BETWEEN … AND … EXCLUDE …`.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// What its bounds count.
    pub unit: FrameUnit,
    /// The first row.
    pub start: (FrameBound, Option<Expr>),
    /// The last row.
    pub end: (FrameBound, Option<Expr>),
    /// `EXCLUDE`.
    pub exclude: Exclude,
}

/// What the bounds of a frame count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameUnit {
    /// `ROWS`.
    Rows,
    /// `RANGE`: values of the sort key.
    Range,
    /// `GROUPS`: rows that tie.
    Groups,
}

/// A bound of a frame, in the order in which a frame may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FrameBound {
    /// `UNBOUNDED PRECEDING`.
    First,
    /// `n PRECEDING`.
    Preceding,
    /// `CURRENT ROW`.
    Current,
    /// `n FOLLOWING`.
    Following,
    /// `UNBOUNDED FOLLOWING`.
    Last,
}

/// Rows that a frame leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclude {
    /// `NO OTHERS`.
    Nothing,
    /// `CURRENT ROW`.
    Row,
    /// `GROUP`: those that tie with the present one, and it.
    Group,
    /// `TIES`: those that tie, but not the present one.
    Ties,
}

/// `RAISE(IGNORE)`, `RAISE(ABORT, message)`.
#[derive(Clone, Debug, PartialEq)]
pub enum Raise {
    /// `IGNORE`.
    Ignore,
    /// One of the others with its message.
    Error(crate::syntax::conflict::Resolution, Box<Expr>),
}

/// A type as written.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeName {
    /// The words, upper case and separated by one blank, without the arguments and without
    /// `UNSIGNED`, `ZEROFILL`, `CHARACTER SET …`: `DOUBLE PRECISION`, `TIMESTAMP WITH TIME ZONE`.
    pub name: Rc<str>,
    /// The arguments: `(10, 2)`, or the labels of MySQL's ENUM and SET.
    pub args: Vec<TypeArg>,
    /// `UNSIGNED`.
    pub unsigned: bool,
    /// `CHARACTER SET name`.
    pub charset: Option<Rc<str>>,
    /// Number of `[]` after it.
    pub dimensions: u8,
    /// The schema, if it was qualified.
    pub schema: Option<Rc<str>>,
    /// The type as SQLite keeps it: the words and arguments as written, joined by one blank.
    pub text: Rc<str>,
    /// Where it stands.
    pub span: Span,
}

/// An argument of a type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeArg {
    /// A number.
    Number(i64),
    /// A label.
    Text(Rc<str>),
}
