//! What varies between dialects in expressions and queries. Each dialect fills one [`ExprRules`].

use std::rc::Rc;

use super::expr::Bound;
use super::node::{Cast, CompareOp, Expr, ResultColumn};
use crate::catalog::Catalog;
use crate::collation::Collation;
use crate::error::ErrorKind;
use crate::plan::function::Aggregate;
use crate::syntax::ast;
use crate::types::{Affinity, Type};

/// A result of binding.
pub type Bind<T> = Result<T, ErrorKind>;

/// The function that shows a row's number, and its type.
pub(crate) type RowPlace = (&'static super::function::Function, fn() -> Type);

/// The variation points of expressions and queries.
pub struct ExprRules {
    /// A constant and its type.
    pub literal: fn(&ast::Literal) -> Bind<Bound>,
    /// Names of the rowid where no column has them.
    pub rowid_names: &'static [&'static str],
    /// Columns of a query in FROM are called as they are written there, not as their table calls them
    /// (SQLite names them before it looks them up; select.c, sqlite3ExpandSubquery).
    pub names_as_written: bool,
    /// Whether a name is a column that the database has by itself in such a table, and that is not here.
    pub system_column: fn(&super::scope::ScopeItem, &str) -> bool,
    /// What a row's number is shown as, where it can only be looked at (PostgreSQL's ctid).
    pub row_place: Option<RowPlace>,
    /// What the error about an unknown column calls a name in double quotes.
    pub quoted_column: fn(&str) -> String,
    /// Two items of FROM may not have one name (not in SQLite).
    pub unique_names: bool,
    /// FOR UPDATE takes only rows of tables as they are, not what is made of several (PostgreSQL).
    pub locks_rows: bool,
    /// `*` begins with the columns of USING and NATURAL.
    pub merged_first: bool,
    /// Which clauses see the aliases of result columns.
    pub aliases: Aliases,
    /// `-`, `+`, `~`.
    pub unary: fn(ast::UnaryOp, Bound) -> Bind<Bound>,
    /// Operators that are neither comparisons nor logic.
    pub binary: fn(ast::BinaryOp, Bound, Bound) -> Bind<Bound>,
    /// A comparison: brings both sides together and makes the condition.
    pub compare: fn(CompareOp, Bound, Bound) -> Bind<Expr>,
    /// `a IN (list)`: the condition.
    pub in_list: fn(Bound, Vec<Bound>, bool) -> Bind<Expr>,
    /// `a IN (query)`: how one operand and one column of the query are compared.
    pub in_query: fn(Bound, &ResultColumn) -> Bind<InColumn>,
    /// `LIKE` and its relatives: operand, pattern, escape; the condition.
    pub like: fn(LikeUse, Bound, Bound, Option<Bound>) -> Bind<Expr>,
    /// A value used as a condition; the word says where (`WHERE`, `AND` …).
    pub condition: fn(Bound, &'static str) -> Bind<Expr>,
    /// A condition used as a value.
    pub truth: fn(Expr) -> Bound,
    /// Brings alternatives (of CASE, COALESCE, VALUES, UNION) to one type; the word says of what.
    pub common: fn(&mut [Bound], &'static str) -> Bind<Type>,
    /// `CAST`.
    pub cast: fn(Bound, &ast::TypeName) -> Bind<Bound>,
    /// How wide the database guesses values of a type to be, where plans follow from that
    /// (PostgreSQL).
    pub guessed_width: Option<fn(&Type) -> usize>,
    /// The type of a window function that counts; none where there are no window functions.
    pub window_type: Option<fn(super::window::Named) -> Type>,
    /// The words for a window that cannot be, given SQLite's.
    pub window_refused: fn(&str) -> ErrorKind,
    /// Refuses the value of a frame's offset: unit, whether it is the first bound's.
    pub frame_offset: fn(crate::syntax::ast::FrameUnit, bool, &crate::value::Value) -> Bind<()>,
    /// Refuses the arguments of a window function for a row.
    pub window_args: fn(super::window::Named, &[crate::value::Value]) -> Bind<()>,
    /// `CAST` to a type that a statement has made.
    pub cast_type: fn(Bound, Type) -> Bind<Bound>,
    /// `INTERVAL '…'` with its unit, if it has one.
    pub interval: fn(Bound, Option<&str>) -> Bind<Bound>,
    /// A call of a scalar function.
    pub function: fn(Call<'_>) -> Bind<Bound>,
    /// Whether a name with this many arguments is an aggregate; none for `(*)`.
    pub is_aggregate: fn(&str, Option<usize>) -> bool,
    /// A call of an aggregate.
    pub aggregate: fn(Call<'_>) -> Bind<AggregateUse>,
    /// `@name`, or with true `@@name`.
    pub variable: fn(&str, bool) -> Bind<Bound>,
    /// What rows are sorted by instead of a value (MySQL's ENUM).
    pub sorted_by: fn(Bound) -> Bound,
    /// NULLs come first in ascending order.
    pub nulls_first: bool,
    /// Columns that are not grouped by are an error.
    pub group_check: bool,
    /// What HAVING does without GROUP BY.
    pub having: Having,
    /// An aggregate in ORDER BY makes one group of all rows (not in SQLite).
    pub order_groups: bool,
    /// ORDER BY of the one group of a query without GROUP BY is not looked at (MySQL).
    pub one_row_has_no_order: bool,
    /// Groups come out sorted by their keys (SQLite, which sorts to group).
    pub sorted_groups: bool,
    /// The error for a name in ORDER BY of a compound query that is no result column, where it is one
    /// of its own.
    pub no_such_result: Option<fn(&ast::ColumnName) -> ErrorKind>,
    /// A value of a recursive part of WITH as one of the first part's column, of which the expression
    /// may be known (MySQL); values stay as they are where there is none.
    pub recursive_value: Option<RecursiveValue>,
    /// The error for `t.*` of a table that is not there.
    pub no_starred: fn(String) -> ErrorKind,
    /// Why a query may not stand in FROM under this name, empty when it has none, with these columns.
    pub refuse_derived: fn(&str, &[super::node::ResultColumn]) -> Result<(), ErrorKind>,
    /// UNION, INTERSECT and EXCEPT give sorted rows (SQLite).
    pub sorted_compounds: bool,
    /// The tables of a WITH see each other whatever their order, and themselves (SQLite).
    pub common_tables_meet: bool,
    /// LIMIT that is negative means all (SQLite); else it is an error.
    pub limit: fn(Bound, &'static str) -> Bind<Expr>,
    /// The name of a result column without an alias: expression, what it is, its text.
    pub column_name: fn(&ast::Expr, &Bound, &str) -> String,
    /// The name of a column of VALUES, numbered from 0.
    pub values_name: fn(usize) -> String,
    /// A function in FROM.
    pub table_function: fn(&str, Vec<Bound>) -> Bind<TableFunction>,
    /// Whether a value of one type may stand for an argument of another.
    pub takes: fn(&Type, &Type) -> bool,
    /// Errors tell which name may be meant (PostgreSQL).
    pub names_suggested: bool,
    /// The name of a table stands for its row in comparisons (PostgreSQL).
    pub whole_rows: bool,
    /// Functions that give the rows of a table whose NULL is their first argument, from JSON (PostgreSQL).
    pub populating: &'static [&'static str],
    /// A value of JSON is a text for those who read it (SQLite).
    pub json_is_text: bool,
    /// A window function called with too few or too many arguments is known all the same (SQLite).
    pub window_arguments_counted: bool,
    /// A window knows those defined before it, and takes nothing of those behind it (SQLite).
    pub windows_look_back: bool,
    /// RANGE takes offsets; sums of other types than SQLite's are not known here.
    pub range_offsets: bool,
    /// Errors of recursion tell what is wrong with it (SQLite).
    pub recursion_explained: bool,
    /// The type of a compound's column from those of two sides and the kinds of their values, as bits:
    /// 1 numbers, 2 texts, 4 blobs, 8 those of the types (SQLite).
    pub common_of_kinds: Option<fn(&Type, &Type, u8) -> Type>,
    /// ORDER BY of a compound may mean a result of any of its parts (SQLite).
    pub order_by_any_part: bool,
    /// What is wrong with results is found before what is wrong with WHERE.
    pub results_first: bool,
    /// Functions that take arguments of any type, from this one on (PostgreSQL).
    pub takes_any: &'static [(&'static str, usize)],
    /// The function that takes any of a group's values (MySQL).
    pub any_of_group: &'static str,
    /// Clauses are resolved one after the other, and what is wrong is told of the first (SQLite).
    pub resolved_in_turn: bool,
    /// DISTINCT may stand in a call of any function, where it does nothing (SQLite).
    pub distinct_anywhere: bool,
    /// The value of a scalar subquery compares as its column does (not in SQLite).
    pub queries_collate: bool,
    /// Rows' widths are compared before their columns are looked at, and errors tell them (SQLite).
    pub widths_first: bool,
    /// Most columns that a result may have.
    pub most_result_columns: usize,
    /// Functions that take whole rows (PostgreSQL).
    pub row_takers: &'static [&'static str],
    /// A whole row as the argument of one of [`ExprRules::row_takers`].
    pub row_value: RowValue,
    /// Whether a relation with this first and this last column has others that are not here.
    pub is_partial: fn(&str, &str) -> bool,
    /// DEFAULT where an expression must stand.
    pub misplaced_default: fn() -> ErrorKind,
    /// Functions whose first argument names a relation, which must be there (PostgreSQL).
    pub names_relation: &'static [&'static str],
    /// As many parameters are given as the statement has (PostgreSQL).
    pub all_params_given: bool,
    /// What is wrong with a parameter, as it is written, of a text that is given none; none of the
    /// rules is that it is NULL (SQLite).
    pub no_parameter: Option<fn(&str) -> ErrorKind>,
    /// A row as any other value: of its rowid, where it has one, and its fields.
    pub composite: fn(Option<Expr>, Vec<Bound>) -> Bind<Bound>,
    /// DISTINCT in an aggregate sorts what it takes (PostgreSQL).
    pub sorted_distinct: bool,
    /// What an aggregate is given is looked at before whether it may stand where it does.
    pub args_before_misuse: bool,
    /// What is computed of constants is computed before the statement runs (PostgreSQL).
    pub constants_first: bool,
    /// Functions that give rows, which may stand among results (PostgreSQL).
    pub row_functions: &'static [&'static str],
    /// `ARRAY[a, b]`.
    pub array: fn(Vec<Bound>) -> Bind<Bound>,
    /// `a[n]`.
    pub subscript: fn(Bound, Bound) -> Bind<Bound>,
    /// `a op ANY (array)`, `a op ALL (array)`.
    pub any_of: fn(Bound, CompareOp, bool, Bound) -> Bind<Bound>,
    /// A table that the database has of itself (PostgreSQL's `pg_class`), or a sequence read as
    /// one: its schema when it is named, its name.
    pub system_table: fn(&Catalog, Option<&str>, &str) -> Option<TableFunction>,
    /// A second row of a scalar subquery is this error; none takes the first (SQLite).
    pub one_row: Option<fn() -> ErrorKind>,
    /// Brings a column of a query to a type (derived columns of UNION and IN).
    pub convert: Option<Cast>,
    /// The index in whose order rows come when nothing else decides: the primary key where rows
    /// are kept by it.
    pub scan_order: ScanOrder,
    /// A result column without a type is text for those who read it (PostgreSQL).
    pub untyped_is_text: bool,
    /// How text that comes from nowhere in particular compares.
    pub default_collation: &'static Collation,
}

/// What HAVING does without GROUP BY.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Having {
    /// It is an error unless there is an aggregate (SQLite).
    NeedsAggregate,
    /// It makes one group of all rows (PostgreSQL).
    Groups,
    /// It filters rows unless there is an aggregate (MySQL).
    Filters,
}

/// In which order rows of a table come when nothing else decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanOrder {
    /// Rowid; in a WITHOUT ROWID table its primary key; a covering index where it is narrower.
    Sqlite,
    /// As stored.
    Heap,
    /// Primary key, else the first unique key without NULLs, else as stored (InnoDB).
    Clustered,
}

/// Which clauses see the aliases of result columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aliases {
    /// Everywhere, where no column has the name (SQLite).
    Everywhere,
    /// GROUP BY, HAVING and ORDER BY (MySQL).
    AfterGrouping,
    /// Whole terms of GROUP BY and ORDER BY (PostgreSQL).
    WholeTerms,
}

/// `a IN (query)` for one column.
pub struct InColumn {
    /// The operand.
    pub operand: Expr,
    /// What the query's column is brought to.
    pub affinity: Option<Affinity>,
    /// A cast of the query's column.
    pub cast: Option<Type>,
    /// How text compares.
    pub collation: &'static Collation,
    /// Brings the two values together before they are compared.
    pub adjust: Option<super::node::Adjust>,
}

/// Brings a value of a recursive part to a column of the first, of which the expression may be known.
pub(super) type RecursiveValue = fn(Expr, &ResultColumn, Option<&Expr>) -> Expr;

/// A whole row as a value: of the names of its columns, its rowid if it has one (NULL where there is no
/// such row) and its columns' values.
pub type RowValue = fn(&[Rc<str>], Option<Expr>, Vec<Bound>) -> Bind<Bound>;

/// A function in FROM.
pub struct TableFunction {
    /// Makes its rows.
    pub call: super::node::TableCall,
    /// Its arguments, brought to its types.
    pub args: Vec<Expr>,
    /// Its columns.
    pub columns: Vec<ResultColumn>,
}

/// Which relative of LIKE, and how.
#[derive(Clone, Copy, Debug)]
pub struct LikeUse {
    /// Which.
    pub op: ast::LikeOp,
    /// NOT before it.
    pub not: bool,
    /// `PRAGMA case_sensitive_like`.
    pub case_sensitive: bool,
}

/// A call that is being bound.
pub struct Call<'a> {
    /// Its name as written.
    pub name: &'a str,
    /// Its arguments.
    pub args: Vec<Bound>,
    /// `(*)`.
    pub star: bool,
    /// The arguments as written.
    pub syntax: &'a ast::FunctionCall,
    /// `PRAGMA case_sensitive_like`.
    pub case_sensitive_like: bool,
}

/// An aggregate that was found.
pub struct AggregateUse {
    /// Which.
    pub function: &'static Aggregate,
    /// Its arguments, brought to its types.
    pub args: Vec<Expr>,
    /// How they compare (DISTINCT, min, max).
    pub collation: &'static Collation,
    /// The type of its result.
    pub ty: Type,
    /// It is min or max, whose row gives the bare columns (SQLite).
    pub picks_row: bool,
}
