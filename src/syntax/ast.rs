//! The tree that every dialect is parsed into. Holds what was written, not what it means:
//! names are not looked up and types are not checked here.

use std::rc::Rc;

use super::conflict::{OnConflict, OrClause};
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
}

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
        /// LIKE.
        like: Option<Rc<str>>,
    },
    /// `SHOW CREATE TABLE t`.
    CreateTable(ObjectName),
    /// `SHOW INDEX FROM t`.
    Index(ObjectName),
    /// `SHOW [FULL] COLUMNS FROM t`, `DESCRIBE t`.
    Columns {
        /// The table.
        table: ObjectName,
        /// FULL.
        full: bool,
    },
    /// Some rows of another.
    Filtered(Box<Show>, ShowFilter),
    /// `SHOW VARIABLES LIKE '…'`, PostgreSQL's `SHOW name`.
    Variable(Rc<str>),
}

/// Prepared statements with names.
#[derive(Clone, Debug, PartialEq)]
pub enum Named {
    /// `PREPARE name FROM text`, `PREPARE name (types) AS statement` as a text: and how many types.
    Prepare(Ident, Expr, Option<u32>),
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
    /// `INDEXED BY`, `NOT INDEXED`: as in [`FromItem::Table`].
    pub indexed: Option<Option<Ident>>,
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
#[derive(Debug, PartialEq)]
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
        /// `INDEXED BY name` (some of some), `NOT INDEXED` (some of none).
        indexed: Option<Option<Ident>>,
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
    Error(super::conflict::Resolution, Box<Expr>),
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
    /// MySQL's `ENGINE=…`, `AUTO_INCREMENT=…` and so on: upper-case name and value.
    pub options: Vec<(Rc<str>, Rc<str>)>,
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
    /// `MINVALUE`.
    pub min: Option<i64>,
    /// `MAXVALUE`.
    pub max: Option<i64>,
    /// `CYCLE`.
    pub cycle: bool,
    /// `RESTART [WITH n]` of ALTER; none inside means from the start.
    pub restart: Option<Option<i64>>,
    /// `OWNED BY t.c`.
    pub owned_by: Option<ColumnName>,
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
}

/// `CREATE TRIGGER`.
#[derive(Debug, PartialEq)]
pub struct CreateTrigger {
    /// `TEMP`.
    pub temp: bool,
    /// `OR REPLACE`.
    pub or_replace: bool,
    /// `IF NOT EXISTS`.
    pub if_not_exists: bool,
    /// Its name.
    pub name: ObjectName,
    /// When.
    pub time: TriggerTime,
    /// On what, one or several joined by OR.
    pub events: Vec<TriggerEvent>,
    /// Its table.
    pub table: ObjectName,
    /// `REFERENCING OLD TABLE AS a NEW TABLE AS b`: names of the old and the new rows.
    pub transitions: [Option<Ident>; 2],
    /// `CREATE CONSTRAINT TRIGGER`, and whether it may be put off.
    pub constraint: Option<Deferrable>,
    /// `FOR EACH ROW` (the only form of SQLite and MySQL) or `FOR EACH STATEMENT`.
    pub each_row: bool,
    /// `WHEN`.
    pub when: Option<Expr>,
    /// What it does.
    pub body: TriggerBody,
}

/// When a trigger runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriggerTime {
    /// `BEFORE`.
    Before,
    /// `AFTER`.
    After,
    /// `INSTEAD OF`.
    InsteadOf,
}

impl TriggerTime {
    /// Its words.
    pub fn name(self) -> &'static str {
        match self {
            TriggerTime::Before => "BEFORE",
            TriggerTime::After => "AFTER",
            TriggerTime::InsteadOf => "INSTEAD OF",
        }
    }
}

/// What a trigger waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum TriggerEvent {
    /// `INSERT`.
    Insert,
    /// `DELETE`.
    Delete,
    /// `UPDATE [OF columns]`.
    Update(Vec<Ident>),
    /// `TRUNCATE`.
    Truncate,
}

/// What a trigger does.
#[derive(Debug, PartialEq)]
pub enum TriggerBody {
    /// SQLite: statements between BEGIN and END.
    Statements(Vec<Rc<Statement>>),
    /// MySQL: one statement or a block.
    Block(Vec<ProcStatement>),
    /// PostgreSQL: `EXECUTE FUNCTION name(args)`.
    Function(ObjectName, Vec<Expr>),
}

/// `CREATE FUNCTION`; the body is parsed when its language is known.
#[derive(Debug, PartialEq)]
pub struct CreateFunction {
    /// `OR REPLACE`.
    pub or_replace: bool,
    /// Its name.
    pub name: ObjectName,
    /// Its parameters: name (if any) and type.
    pub params: Vec<(Option<Ident>, TypeName)>,
    /// `RETURNS type`; `TRIGGER` for trigger functions.
    pub returns: Option<TypeName>,
    /// `RETURNS SETOF type`.
    pub rows: bool,
    /// `RETURNS TABLE (name type, …)`.
    pub table: Vec<(Option<Ident>, TypeName)>,
    /// `CREATE PROCEDURE`.
    pub procedure: bool,
    /// `LANGUAGE name`, lower case.
    pub language: Rc<str>,
    /// The body's text.
    pub body: Rc<str>,
    /// A plpgsql body, parsed; none for other languages.
    pub block: Option<Rc<Vec<ProcStatement>>>,
}

/// A statement of a procedural body: MySQL's trigger blocks and PostgreSQL's plpgsql.
#[derive(Debug, PartialEq)]
pub enum ProcStatement {
    /// A plain SQL statement.
    Sql(Rc<Statement>),
    /// `SET NEW.a = expr`, `NEW.a := expr`, `var := expr`.
    Assign {
        /// `NEW.a` or a variable.
        target: ColumnName,
        /// The value.
        value: Expr,
    },
    /// `DECLARE name type [DEFAULT expr]`.
    Declare {
        /// The variable.
        name: Ident,
        /// Its type.
        ty: DeclaredType,
        /// Its first value.
        value: Option<Expr>,
    },
    /// `IF … THEN … ELSEIF … ELSE … END IF`.
    If {
        /// Conditions and what they lead to.
        branches: Vec<(Expr, Vec<ProcStatement>)>,
        /// `ELSE`.
        otherwise: Vec<ProcStatement>,
    },
    /// `RETURN [expr]`.
    Return(Option<Expr>),
    /// `RETURN QUERY query`: its rows are added to what the function gives.
    ReturnQuery(Rc<Statement>),
    /// `RETURN NEXT [expr]`: one row is.
    ReturnNext(Option<Expr>),
    /// A statement whose first row is put into variables.
    Into {
        /// The statement.
        statement: Rc<Statement>,
        /// The variables.
        targets: Vec<ColumnName>,
        /// PostgreSQL's STRICT: there must be exactly one row.
        strict: bool,
    },
    /// A loop, and its label.
    Loop(LoopKind, Vec<ProcStatement>, Option<Rc<str>>),
    /// `EXIT [label] [WHEN …]`, or with the flag `CONTINUE [label] [WHEN …]`.
    Exit(bool, Option<Rc<str>>, Option<Expr>),
    /// `GET [STACKED] DIAGNOSTICS target = item, …`; items upper case.
    Diagnostics(Vec<(ColumnName, Rc<str>)>),
    /// PostgreSQL's `EXECUTE command [INTO targets] [USING values]`.
    Execute {
        /// The statement's text.
        command: Expr,
        /// INTO.
        targets: Vec<ColumnName>,
        /// USING.
        using: Vec<Expr>,
        /// `RETURN QUERY EXECUTE`.
        gives: bool,
    },
    /// PostgreSQL's `RAISE level 'format', args USING …`; `RAISE` alone has neither level nor
    /// format nor condition.
    Raise {
        /// `EXCEPTION`, `NOTICE` …, upper case.
        level: Rc<str>,
        /// The format.
        format: Option<Rc<str>>,
        /// A condition's name or SQLSTATE in the place of the format.
        condition: Option<Rc<str>>,
        /// Its arguments.
        args: Vec<Expr>,
        /// `USING name = value`, names upper case.
        using: Vec<(Rc<str>, Expr)>,
    },
    /// MySQL's `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = …`.
    Signal {
        /// The SQLSTATE.
        sqlstate: Rc<str>,
        /// `SET` items, names upper case.
        items: Vec<(Rc<str>, Expr)>,
    },
    /// `BEGIN … EXCEPTION WHEN name THEN … END`.
    Block {
        /// The body.
        body: Vec<ProcStatement>,
        /// Handlers: condition names, lower case, and what they do.
        handlers: Vec<(Vec<Rc<str>>, Vec<ProcStatement>)>,
    },
    /// `PERFORM query`.
    Perform(Rc<Query>),
    /// `NULL;`.
    Nothing,
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
    /// The fields of each line, none for NULL.
    pub lines: Vec<Vec<Option<Rc<str>>>>,
}

/// The type of a variable.
#[derive(Clone, Debug, PartialEq)]
pub enum DeclaredType {
    /// A type by name.
    Named(TypeName),
    /// `column%TYPE`.
    OfColumn(ColumnName),
    /// `table%ROWTYPE`.
    RowOf(ObjectName),
    /// `RECORD`.
    Record,
}

/// What a loop runs over.
#[derive(Debug, PartialEq)]
pub enum LoopKind {
    /// `LOOP`.
    Forever,
    /// `WHILE condition LOOP`.
    While(Expr),
    /// `FOR name IN [REVERSE] from .. to [BY step] LOOP`.
    Range {
        /// The variable.
        name: Ident,
        /// First and last value.
        bounds: Box<(Expr, Expr)>,
        /// BY.
        step: Option<Expr>,
        /// REVERSE.
        reverse: bool,
    },
    /// `FOR targets IN query LOOP`.
    Rows(Vec<ColumnName>, Rc<Statement>),
    /// `FOREACH target IN ARRAY value LOOP`.
    Items(Vec<ColumnName>, Expr),
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
    RenameTable(Ident),
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
    /// `ALTER COLUMN name ADD GENERATED … AS IDENTITY (options)`.
    AddIdentity(Ident, bool, SequenceOptions),
    /// `ALTER COLUMN name [SET GENERATED …] [SET option] [RESTART …]`; the flag is ALWAYS.
    AlterIdentity(Ident, Option<bool>, SequenceOptions),
    /// `ALTER COLUMN name DROP IDENTITY`.
    DropIdentity(Ident),
    /// `{ENABLE | DISABLE} TRIGGER name`; none means all.
    EnableTrigger(Option<Ident>, bool),
}
