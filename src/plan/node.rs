//! The shapes of planned queries and expressions. `plan` fills them, `exec` carries them out.
//!
//! Rows are built in one buffer per query level: each scan appends its columns (and last its
//! rowid), a join's right side finds the left side's values before its own. A column is a
//! position in the buffer of its own level or of a level further out.

use std::cmp::Ordering;
use std::rc::Rc;

use super::function::{Aggregate, Function, Host};
use crate::catalog::ObjectId;
use crate::collation::Collation;
pub use crate::syntax::ast::CompoundOp;
use crate::types::{Affinity, Type};
use crate::value::{Value, ValueRef};

/// A planned query: what to run and what its result columns are.
#[derive(Debug)]
pub struct QueryPlan {
    /// What to run; its rows are exactly the result columns.
    pub node: Node,
    /// The result columns.
    pub columns: Vec<ResultColumn>,
}

/// A result column.
#[derive(Clone, Debug)]
pub struct ResultColumn {
    /// Its name.
    pub name: Rc<str>,
    /// The table and column that it is, if it is one.
    pub origin: Option<(Rc<str>, Rc<str>)>,
    /// Its type.
    pub ty: Type,
    /// The declared type of the column that it is, empty otherwise.
    pub declared: Rc<str>,
    /// How its text compares.
    pub collation: &'static Collation,
    /// It names that collation, or is a column that has one, so that a compound's first part decides.
    pub collates: bool,
}

impl ResultColumn {
    /// A column that no table has.
    pub fn computed(name: &str, ty: Type) -> ResultColumn {
        let (name, declared) = (Rc::from(name), Rc::from(""));
        ResultColumn {
            name,
            origin: None,
            ty,
            declared,
            collation: &crate::collation::BINARY,
            collates: false,
        }
    }
}

/// Whether the rows of a query that may be asked for again are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// It is asked for once.
    #[default]
    No,
    /// They are, as they come.
    Rows,
    /// All are before the first is looked at, for they would not be the same again.
    First,
}

/// A step of a query.
#[derive(Debug)]
pub enum Node {
    /// Its rows with the values of window calls behind them.
    Window {
        /// Rows.
        input: Box<Node>,
        /// The calls.
        calls: Vec<super::window::WindowCall>,
    },
    /// One row without columns.
    One,
    /// The rows of a table: its columns, then its rowid.
    Scan(Scan),
    /// Rows of expressions.
    Values(Vec<Vec<Expr>>),
    /// A query as a source: run by itself, its result columns appended.
    Derived {
        /// The query.
        query: Rc<Node>,
        /// Number of its columns.
        width: usize,
        /// It refers to the row so far (LATERAL), so it runs once for every row.
        lateral: bool,
        /// Its name in this query, for EXPLAIN.
        label: Option<Rc<str>>,
    },
    /// The rows of a common table expression or of a subquery that refers to nothing around it.
    Shared {
        /// Its number.
        id: usize,
        /// Its query, run when first asked for.
        query: Rc<Node>,
        /// Number of its columns.
        width: usize,
        /// Whether its rows are kept for the statement, for it is asked for more than once.
        keep: Rc<std::cell::Cell<Keep>>,
        /// Its name in this query, for EXPLAIN.
        label: Option<Rc<str>>,
    },
    /// A recursive common table expression.
    Recursive(Box<Recursive>),
    /// The rows that the recursive step is to work on.
    WorkingTable {
        /// The number of its [`Recursive`].
        id: usize,
        /// Number of its columns.
        width: usize,
        /// Its name in this query, for EXPLAIN.
        label: Option<Rc<str>>,
    },
    /// What a write of WITH returns.
    Write {
        /// The write.
        plan: Rc<super::Plan>,
        /// Number of its columns.
        width: usize,
    },
    /// The rows of a function.
    Function {
        /// Makes the rows.
        call: TableCall,
        /// Its arguments.
        args: Vec<Expr>,
        /// Number of its columns.
        width: usize,
        /// The last is the row's number (WITH ORDINALITY).
        numbered: bool,
    },
    /// The rows of a function that a statement has made.
    Program {
        /// The call.
        call: Rc<ProgramCall>,
        /// Number of its columns.
        width: usize,
        /// The last is the row's number (WITH ORDINALITY).
        numbered: bool,
    },
    /// Rows made of the definitions: SQLite's sqlite_schema and its like.
    Catalog {
        /// Makes the rows.
        call: CatalogCall,
        /// Its arguments.
        args: Vec<Expr>,
        /// Number of its columns.
        width: usize,
    },
    /// Every pair of rows for which the condition holds.
    Join(Box<Join>),
    /// The rows for which the condition holds.
    Filter {
        /// Rows.
        input: Box<Node>,
        /// Condition.
        condition: Expr,
    },
    /// One row of new values per row.
    Project {
        /// Rows.
        input: Box<Node>,
        /// The values.
        exprs: Vec<Expr>,
    },
    /// Groups: keys, then aggregates, then (SQLite's bare columns) one row of the group.
    Aggregate(Box<AggregateNode>),
    /// Sorted rows; ties keep their order.
    Sort {
        /// Rows.
        input: Box<Node>,
        /// Sort keys.
        keys: Vec<SortKey>,
        /// Only this many first columns go on.
        width: usize,
        /// Only this many rows are needed.
        limit: Option<Box<Expr>>,
        /// And those that are like the last of them.
        ties: bool,
        /// Rows come in the order of so many first keys, for EXPLAIN.
        given: usize,
    },
    /// Rows without repeats.
    Distinct {
        /// Rows.
        input: Box<Node>,
        /// How each of the columns that count compares.
        collations: Vec<&'static Collation>,
        /// The columns that count: all of the result, or those of DISTINCT ON.
        keys: Vec<usize>,
        /// Repeats come together, for EXPLAIN.
        given: bool,
    },
    /// LIMIT and OFFSET.
    Limit {
        /// Rows.
        input: Box<Node>,
        /// How many; negative or NULL is all.
        limit: Option<Expr>,
        /// How many to leave out first.
        offset: Option<Expr>,
    },
    /// UNION and its like.
    Compound {
        /// Which.
        op: CompoundOp,
        /// ALL.
        all: bool,
        /// Left side.
        left: Box<Node>,
        /// Right side.
        right: Box<Node>,
        /// How each column compares; the default for those that have none here.
        collations: Vec<&'static Collation>,
        /// Rows come out sorted.
        sorted: bool,
    },
}

/// The rows of a table.
#[derive(Clone, Debug)]
pub struct Scan {
    /// The table.
    pub table: ObjectId,
    /// Its name in this query, for EXPLAIN.
    pub name: Rc<str>,
    /// Number of its columns; the row has one more, the rowid.
    pub columns: usize,
    /// How rows are found.
    pub access: Access,
    /// In descending order of the access path.
    pub reverse: bool,
    /// Rows that an index finds come in the order of the table (PostgreSQL's bitmap scans).
    pub in_table_order: bool,
    /// The table as it was before the statement, which writes it in WITH.
    pub as_before: bool,
    /// Parts of the filter that look at no table: they are checked once, before anything is read (SQLite).
    pub gate: Option<Box<Expr>>,
    /// Checked before the row goes on.
    pub filter: Option<Expr>,
    /// Which columns the statement reads, as the choice of indexes counts them.
    pub read: Vec<Read>,
    /// What is really read before the filter, and what after it: how many values to pass over, then the
    /// column. The others are NULL in the row.
    pub steps: Box<[Vec<(u16, u16)>; 2]>,
    /// INDEXED BY or NOT INDEXED has settled the index, or what SQLite would choose.
    pub fixed: bool,
    /// The key of an index that SQLite would make for it, empty for none, where that is known.
    pub made: Option<Rc<[usize]>>,
    /// Where its columns stand and all its conditions, until it is known what is read.
    pub conditions: Option<Box<(usize, Vec<Expr>)>>,
    /// Partial indexes that may be used (SQLite).
    pub partial: Box<[ObjectId]>,
}

impl Scan {
    /// Settles which columns count as read, and reads them.
    pub fn reads(&mut self, read: Vec<Read>) {
        self.reads_only(&read);
        self.read = read;
    }

    /// When each column is read, where the scan's columns start at a position and others use these.
    fn uses(&self, offset: usize, used: &[u32]) -> Vec<Read> {
        // A table without a rowid has a position for it all the same.
        let when = |column: usize| {
            let position = offset + column;
            let used = used.contains(&(position as u32));
            // What a query in the filter asks of the row has been looked up.
            let mut first = false;
            let mut see = |e: &Expr| match e {
                Expr::Column { up: 0, index } => first |= *index as usize == position,
                _ => first |= used && e.is_correlated(),
            };
            self.filter.iter().for_each(|filter| filter.visit(&mut see));
            match (first, used) {
                (true, _) => Read::First,
                (false, true) => Read::Then,
                (false, false) => Read::No,
            }
        };
        (0..self.columns).map(when).collect()
    }

    /// Reads these columns alone, whatever counts as read.
    fn reads_only(&mut self, read: &[Read]) {
        for (when, steps) in [Read::First, Read::Then].into_iter().zip(&mut *self.steps) {
            let mut next = 0;
            steps.clear();
            for (column, _) in read.iter().enumerate().filter(|(_, r)| **r == when) {
                steps.push(((column - next) as u16, column as u16));
                next = column + 1;
            }
        }
    }
}

/// When a scan reads a column of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Never.
    No,
    /// Before the filter.
    First,
    /// Once the filter has let the row through.
    Then,
}

/// How a scan finds rows. Key expressions see the row so far.
#[derive(Clone, Debug)]
pub enum Access {
    /// All rows in rowid order.
    Full,
    /// One rowid.
    Rowid(Expr),
    /// The rowids of a list.
    RowidIn(Vec<Expr>),
    /// Index order: an equal start of the key, then each value of a list.
    IndexIn {
        /// The values make whole keys of a unique index of plain columns, each one row's.
        whole: bool,
        /// Whether rows come in the order of the index; else in the list's, and perhaps twice.
        sorted: bool,
        /// The index.
        index: ObjectId,
        /// Its name, for EXPLAIN.
        name: Rc<str>,
        /// Equal start of the key.
        equal: Vec<Expr>,
        /// The values of the next term.
        list: Vec<Expr>,
        /// How they compare.
        collation: &'static Collation,
    },
    /// A range of rowids: bound and whether it is included.
    RowidRange {
        /// Lower bound.
        low: Option<(Expr, bool)>,
        /// Upper bound.
        high: Option<(Expr, bool)>,
    },
    /// The one row with this whole key of a unique index, by hash.
    Unique {
        /// The index.
        index: ObjectId,
        /// The key, brought to the columns' types.
        key: Vec<Expr>,
    },
    /// Index order: an equal start of the key, then a range on the next term.
    Index {
        /// The index.
        index: ObjectId,
        /// Its name, for EXPLAIN.
        name: Rc<str>,
        /// Equal start of the key.
        equal: Vec<Expr>,
        /// Lower bound of the next term.
        low: Option<(Expr, bool)>,
        /// Upper bound of the next term.
        high: Option<(Expr, bool)>,
    },
    /// One way after the other, each row once (SQLite's MULTI-INDEX OR).
    Several(Vec<Access>),
}

impl Access {
    /// Shows the expressions of its keys.
    pub(super) fn keys<'e>(&'e self, see: &mut dyn FnMut(&'e Expr)) {
        let bounds = |low: &'e Option<(Expr, bool)>, high: &'e Option<(Expr, bool)>| {
            low.iter().chain(high).map(|(bound, _)| bound)
        };
        match self {
            Access::Full => {}
            Access::Rowid(key) => see(key),
            Access::RowidIn(list) | Access::Unique { key: list, .. } => list.iter().for_each(see),
            Access::IndexIn { equal, list, .. } => equal.iter().chain(list).for_each(see),
            Access::RowidRange { low, high } => bounds(low, high).for_each(see),
            Access::Index { equal, low, high, .. } => {
                equal.iter().chain(bounds(low, high)).for_each(see);
            }
            Access::Several(ways) => ways.iter().for_each(|way| way.keys(see)),
        }
    }
}

/// A join. The right side may use the left side's values.
#[derive(Debug)]
pub struct Join {
    /// Left side.
    pub left: Node,
    /// Right side.
    pub right: Node,
    /// Number of columns that the right side appends.
    pub width: usize,
    /// Number of columns that the left side appends.
    pub left_width: usize,
    /// Rows of the left side without a partner go on with NULLs.
    pub keep_left: bool,
    /// Rows of the right side without a partner go on with NULLs.
    pub keep_right: bool,
    /// The condition.
    pub on: Option<Expr>,
    /// Equal pairs to join by hash: left key, right key (positions as in the joined row),
    /// collation; the right side is then read once.
    pub hash: Vec<(Expr, Expr, &'static Collation)>,
    /// Columns of the right side by which rows of one key are ordered (SQLite).
    pub sorted: Vec<usize>,
}

/// Grouping: its rows are the keys, then the outputs.
#[derive(Debug)]
pub struct AggregateNode {
    /// Rows.
    pub input: Node,
    /// GROUP BY, with the collations under which groups are the same.
    pub keys: Vec<(Expr, &'static Collation)>,
    /// What is computed for each group.
    pub outputs: Vec<GroupOutput>,
    /// Without GROUP BY there is one group even when there is no row.
    pub always: bool,
    /// Groups come out sorted by their keys, each ascending or descending; none for the order of
    /// their first rows.
    pub sorted: Option<Vec<bool>>,
    /// Each group is followed by those of fewer and fewer keys (MySQL's WITH ROLLUP).
    pub rollup: bool,
}

/// One value of a group beside its keys.
#[derive(Debug)]
pub enum GroupOutput {
    /// An aggregate.
    Call(AggregateCall),
    /// A column of one row of the group: the row that the first min or max picked, else the first.
    Bare(u32),
    /// Room for the value of a window function over the groups.
    Room,
}

/// One aggregate of a grouping.
#[derive(Debug)]
pub struct AggregateCall {
    /// Which.
    pub function: &'static Aggregate,
    /// Its arguments.
    pub args: Vec<Expr>,
    /// DISTINCT.
    pub distinct: bool,
    /// How its arguments compare.
    pub collation: &'static Collation,
    /// FILTER (WHERE …).
    pub filter: Option<Expr>,
    /// ORDER BY inside.
    pub order_by: Vec<SortKey>,
    /// It is min or max, so its row gives the bare columns.
    pub picks_row: bool,
}

/// A recursive common table expression.
#[derive(Debug)]
pub struct Recursive {
    /// Its number.
    pub id: usize,
    /// How often it may go round.
    pub most: Option<u32>,
    /// The part that does not refer to itself.
    pub first: Node,
    /// The parts that do, reading the [`Node::WorkingTable`] of this number.
    pub step: Vec<Node>,
    /// UNION rather than UNION ALL.
    pub distinct: bool,
    /// Number of columns.
    pub width: usize,
    /// LIMIT and OFFSET of the whole.
    pub limit: Option<Expr>,
    /// OFFSET of the whole.
    pub offset: Option<Expr>,
    /// ORDER BY of the whole: the queue's order.
    pub order_by: Vec<SortKey>,
}

/// One key of a sort.
#[derive(Clone, Debug)]
pub struct SortKey {
    /// The value.
    pub expr: Expr,
    /// Descending.
    pub descending: bool,
    /// NULLs come first.
    pub nulls_first: bool,
    /// How text compares.
    pub collation: &'static Collation,
}

/// A cast to a domain.
#[derive(Debug)]
pub struct DomainCast {
    /// The value, cast to the domain's base type.
    pub value: Expr,
    /// The domain.
    pub name: Rc<str>,
    /// It is NOT NULL.
    pub not_null: bool,
    /// Its conditions over a row that is the value alone, with their names.
    pub checks: Vec<(Expr, Rc<str>)>,
}

/// A column of a row where it is stored.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The table.
    pub table: ObjectId,
    /// Position of the row's rowid; NULL where an outer join has no such row.
    pub rowid: u32,
    /// Number of the column.
    pub column: u32,
}

/// A bound expression.
#[derive(Clone, Debug)]
pub enum Expr {
    /// A constant.
    Const(Value),
    /// A parameter, from 1.
    Param(u32),
    /// A value of the row of the query `up` levels out.
    Column {
        /// Levels out.
        up: u16,
        /// Position in that level's row.
        index: u32,
    },
    /// A column of a stored row that a scan of the same level has found and nothing else looks at: it
    /// is not copied into the row.
    Stored(Box<Stored>),
    /// The value held by the nearest enclosing [`Expr::Hold`].
    Held,
    /// Evaluates `value` once and makes it [`Expr::Held`] inside `body`.
    Hold {
        /// The value.
        value: Box<Expr>,
        /// What uses it.
        body: Box<Expr>,
    },
    /// A call of a function or operator.
    Call(&'static Function, Rc<[Expr]>),
    /// Brings a value to an affinity.
    Affinity(Affinity, Rc<Expr>),
    /// Brings a value to a type by the dialect's cast.
    Cast(Cast, Rc<(Expr, Type)>),
    /// `AND`, stopping at the first false.
    And(Rc<[Expr]>),
    /// `OR`, stopping at the first true.
    Or(Rc<[Expr]>),
    /// `NOT`.
    Not(Rc<Expr>),
    /// `IS [NOT] NULL`.
    IsNull {
        /// The operand.
        expr: Rc<Expr>,
        /// `NOT`.
        not: bool,
    },
    /// A comparison.
    Compare(Rc<Compare>),
    /// A value that must satisfy a domain's conditions (PostgreSQL).
    Domain(Rc<DomainCast>),
    /// `CASE`; a condition may use [`Expr::Held`].
    Case {
        /// Conditions and results.
        branches: Rc<[(Expr, Expr)]>,
        /// ELSE.
        otherwise: Rc<Expr>,
    },
    /// The first of these that is not NULL.
    Coalesce(Rc<[Expr]>),
    /// The greatest or least of values.
    Extreme(Rc<Extreme>),
    /// `a [NOT] IN (list)`.
    InList(Rc<InList>),
    /// `a [NOT] IN (query)`.
    InQuery(Rc<InQuery>),
    /// `EXISTS (query)`.
    Exists(Rc<Node>),
    /// `(query)` as a value: the first column of its first row.
    Scalar(Rc<ScalarQuery>),
    /// `a op ANY (query)`, `a op ALL (query)`.
    Quantified(Rc<Quantified>),
    /// A function that a statement has made.
    Program(Rc<ProgramCall>),
    /// SQLite's RAISE in a trigger.
    Raise(Rc<Raise>),
    /// 1, 0 or NULL of a condition, where the dialect has no booleans. Conditions themselves
    /// (comparisons, AND, EXISTS …) give booleans.
    Truth(Rc<Expr>),
    /// As [`Expr::Truth`], but of AND and OR inside it every operand is evaluated.
    TruthOfAll(Rc<Expr>),
}

/// Brings two values together before they are compared.
pub type Adjust = fn(Value, Value) -> (Value, Value);

/// Makes the rows of a function in FROM.
pub type TableCall =
    fn(&mut dyn Host, &[Value]) -> Result<Vec<Vec<Value>>, crate::error::ErrorKind>;

/// Makes rows of the definitions.
pub type CatalogCall = TableCall;

/// The dialect's cast: value, target type.
pub type Cast = fn(Value, &Type) -> Result<Value, crate::error::ErrorKind>;

/// A comparison.
#[derive(Clone, Debug)]
pub struct Compare {
    /// Which.
    pub op: CompareOp,
    /// Left side.
    pub left: Expr,
    /// Right side.
    pub right: Expr,
    /// How text compares.
    pub collation: &'static Collation,
    /// Brings the two values together before they are compared (MySQL's dynamic rules).
    pub adjust: Option<Adjust>,
}

impl Compare {
    /// Whether it holds of two values; none where one is NULL.
    pub fn of(&self, left: ValueRef<'_>, right: ValueRef<'_>) -> Option<bool> {
        let null_is_value = matches!(self.op, CompareOp::Is | CompareOp::IsNot);
        if !null_is_value && (left.is_null() || right.is_null()) {
            return None;
        }
        let order = crate::value::compare(left, right, self.collation);
        Some(match self.op {
            CompareOp::Eq | CompareOp::Is => order == Ordering::Equal,
            CompareOp::Ne | CompareOp::IsNot => order != Ordering::Equal,
            CompareOp::Lt => order == Ordering::Less,
            CompareOp::Le => order != Ordering::Greater,
            CompareOp::Gt => order == Ordering::Greater,
            CompareOp::Ge => order != Ordering::Less,
        })
    }
}

/// The comparisons. `Is` and `IsNot` treat NULL as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    /// `=`.
    Eq,
    /// `<>`.
    Ne,
    /// `<`.
    Lt,
    /// `<=`.
    Le,
    /// `>`.
    Gt,
    /// `>=`.
    Ge,
    /// `IS`.
    Is,
    /// `IS NOT`.
    IsNot,
}

/// The greatest or least of values.
#[derive(Debug)]
pub struct Extreme {
    /// The values.
    pub args: Vec<Expr>,
    /// The greatest.
    pub greatest: bool,
    /// NULLs are left out rather than make the result NULL (PostgreSQL).
    pub skip_nulls: bool,
    /// How text compares.
    pub collation: &'static Collation,
    /// As in [`Compare`].
    pub adjust: Option<Adjust>,
}

/// `a [NOT] IN (list)`.
#[derive(Clone, Debug)]
pub struct InList {
    /// The operand, brought to the affinity of the comparison.
    pub expr: Expr,
    /// The list.
    pub list: Vec<Expr>,
    /// How text compares.
    pub collation: &'static Collation,
    /// As in [`Compare`].
    pub adjust: Option<Adjust>,
    /// `NOT`.
    pub not: bool,
}

/// `(a, b) [NOT] IN (query)`.
#[derive(Clone, Debug)]
pub struct InQuery {
    /// The operands, one for each column of the query.
    pub exprs: Vec<Expr>,
    /// The query.
    pub query: Rc<Node>,
    /// What the query's columns are brought to before comparing.
    pub affinities: Vec<Option<Affinity>>,
    /// How text compares, by column.
    pub collations: Vec<&'static Collation>,
    /// As in [`Compare`].
    pub adjust: Option<Adjust>,
    /// `NOT`.
    pub not: bool,
    /// Number under which the statement keeps the query's rows as a set; none when the query
    /// refers to rows further out.
    pub kept: Option<usize>,
}

/// `(query)` as a value.
#[derive(Debug)]
pub struct ScalarQuery {
    /// The query; [`Node::Shared`] when it refers to nothing around it.
    pub query: Rc<Node>,
    /// Which of its columns is the value.
    pub column: usize,
    /// A second row is an error with this kind (PostgreSQL, MySQL), not left out (SQLite).
    pub one_row: Option<fn() -> crate::error::ErrorKind>,
}

/// `a op ANY (query)`, `a op ALL (query)`.
#[derive(Debug)]
pub struct Quantified {
    /// The operand.
    pub left: Expr,
    /// Compares [`Expr::Held`], the operand, with column 0, a row of the query.
    pub compare: Expr,
    /// `ALL`.
    pub all: bool,
    /// The query.
    pub query: Rc<Node>,
}

/// A call of a function that a statement has made.
#[derive(Debug)]
pub struct ProgramCall {
    /// Its name.
    pub name: Rc<str>,
    /// What it does.
    pub program: Rc<super::procedure::Program>,
    /// Its arguments.
    pub args: Vec<Expr>,
    /// What they are brought to.
    pub params: Vec<crate::catalog::Column>,
    /// What its value, or each of its rows, is brought to.
    pub returns: Vec<crate::catalog::Column>,
    /// It has no value.
    pub void: bool,
    /// It is not called where an argument is NULL.
    pub strict: bool,
    /// The variables of the caller that parameters go back to, by the parameters' numbers.
    pub outs: Vec<(usize, OutTarget)>,
}

/// A variable that CALL changes.
#[derive(Debug)]
pub enum OutTarget {
    /// One of the session.
    User(Rc<str>),
    /// One of the procedure that calls: its place in the frame, and its type.
    Frame(usize, Box<crate::catalog::Column>),
}

/// RAISE.
#[derive(Debug)]
pub struct Raise {
    /// What it does; none for RAISE(IGNORE).
    pub scope: Option<super::conflict::Scope>,
    /// The message.
    pub message: Option<Expr>,
}

impl Expr {
    /// Whether it asks a query.
    pub fn has_query(&self) -> bool {
        let mut found = false;
        self.visit(&mut |e| {
            found |= matches!(
                e,
                Expr::Scalar(_) | Expr::Exists(_) | Expr::InQuery(_) | Expr::Quantified(_)
            );
        });
        found
    }

    /// Visits this expression and those inside it. Queries inside it are not entered.
    pub fn visit(&self, see: &mut dyn FnMut(&Expr)) {
        see(self);
        match self {
            Expr::Const(_)
            | Expr::Param(_)
            | Expr::Column { .. }
            | Expr::Held
            | Expr::Stored(_)
            | Expr::Exists(_)
            | Expr::Scalar(_) => {}
            Expr::Domain(cast) => cast.value.visit(see),
            Expr::Hold { value, body } => {
                value.visit(see);
                body.visit(see);
            }
            Expr::Call(_, list) | Expr::And(list) | Expr::Or(list) | Expr::Coalesce(list) => {
                list.iter().for_each(|e| e.visit(see));
            }
            Expr::Affinity(_, e)
            | Expr::Not(e)
            | Expr::Truth(e)
            | Expr::TruthOfAll(e)
            | Expr::IsNull { expr: e, .. } => {
                e.visit(see);
            }
            Expr::Cast(_, e) => e.0.visit(see),
            Expr::Compare(compare) => {
                compare.left.visit(see);
                compare.right.visit(see);
            }
            Expr::Case { branches, otherwise } => {
                for (condition, result) in &**branches {
                    condition.visit(see);
                    result.visit(see);
                }
                otherwise.visit(see);
            }
            Expr::Extreme(extreme) => extreme.args.iter().for_each(|e| e.visit(see)),
            Expr::InList(test) => {
                test.expr.visit(see);
                test.list.iter().for_each(|e| e.visit(see));
            }
            Expr::InQuery(test) => test.exprs.iter().for_each(|e| e.visit(see)),
            Expr::Quantified(test) => test.left.visit(see),
            Expr::Program(call) => call.args.iter().for_each(|e| e.visit(see)),
            Expr::Raise(raise) => {
                if let Some(message) = &raise.message {
                    message.visit(see);
                }
            }
        }
    }

    /// What stands for NULL in the keys of an access path that looks for NULLs: no comparison.
    pub fn nothing() -> Expr {
        Expr::Coalesce(Rc::new([]))
    }

    /// Whether it is [`Expr::nothing`].
    pub fn is_nothing(&self) -> bool {
        matches!(self, Expr::Coalesce(list) if list.is_empty())
    }

    /// Whether it is a query that may look at rows around it.
    pub fn is_correlated(&self) -> bool {
        match self {
            Expr::Exists(query) => !matches!(**query, Node::Shared { .. }),
            Expr::Scalar(scalar) => !matches!(*scalar.query, Node::Shared { .. }),
            Expr::InQuery(test) => test.kept.is_none(),
            Expr::Quantified(test) => !matches!(*test.query, Node::Shared { .. }),
            _ => false,
        }
    }

    /// Whether it calls functions; nothing where something in it may give another value each time.
    pub fn calls_purely(&self) -> Option<bool> {
        let (mut calls, mut pure) = (false, true);
        self.visit(&mut |e| match e {
            Expr::Call(function, _) => {
                calls = true;
                pure &= function.pure;
            }
            Expr::Exists(_) | Expr::Scalar(_) | Expr::InQuery(_) | Expr::Quantified(_) => {
                pure = false
            }
            Expr::Program(_) | Expr::Raise(_) => pure = false,
            _ => {}
        });
        pure.then_some(calls)
    }

    /// Whether one of these columns of its own level is looked at; a query that may look at rows
    /// around it is taken to look at all of them.
    pub fn looks_at(&self, column: usize) -> bool {
        let mut found = false;
        self.visit(&mut |e| match e {
            Expr::Column { up: 0, index } => found |= *index as usize == column,
            _ => found |= e.is_correlated(),
        });
        found
    }
}

impl Node {
    /// Adds the positions of the level's row that scans and joins themselves look at. False when that
    /// cannot be told. A condition that an access path settles looks at nothing any more.
    fn looked_at(&self, positions: &mut Vec<u32>) -> bool {
        let mut known = true;
        let mut see = |expr: &Expr| {
            expr.visit(&mut |e| match e {
                Expr::Column { up: 0, index } => positions.push(*index),
                _ => known &= !e.is_correlated(),
            });
        };
        match self {
            Node::Scan(scan) => {
                scan.access.keys(&mut see);
                scan.filter.iter().for_each(see);
                known
            }
            Node::Join(join) => {
                for (left, right, _) in &join.hash {
                    see(left);
                    see(right);
                }
                join.on.iter().for_each(see);
                // Rows of a hash join that have an order are put into it by all their columns.
                let plain = join.sorted.is_empty();
                known && plain && join.left.looked_at(positions) && join.right.looked_at(positions)
            }
            Node::Filter { input, condition } => {
                see(condition);
                known && input.looked_at(positions)
            }
            _ => false,
        }
    }

    /// Whether all its tables are read as SQLite would, so that rows come in SQLite's order.
    pub fn as_chosen(&self) -> bool {
        match self {
            Node::Scan(scan) => scan.made.is_some(),
            Node::Join(join) => !join.keep_right && join.left.as_chosen() && join.right.as_chosen(),
            Node::Filter { input, .. } => input.as_chosen(),
            _ => false,
        }
    }

    /// Whether it is the row of a key.
    pub fn is_one_row(&self) -> bool {
        match self {
            Node::Scan(scan) => matches!(scan.access, Access::Rowid(_) | Access::Unique { .. }),
            Node::Join(join) => {
                !join.keep_right && join.left.is_one_row() && join.right.is_one_row()
            }
            Node::Filter { input, .. } => input.is_one_row(),
            _ => false,
        }
    }

    /// Tells the scans of a query level which positions of its row anything looks at.
    pub fn read_only(&mut self, used: &[u32]) {
        self.each_scan(0, &mut |scan, offset| scan.reads(scan.uses(offset, used)));
    }

    /// Once paths are chosen: what they have settled need not be read for it. `used` is what the rest of
    /// the statement looks at.
    pub fn read_no_more(&mut self, mut used: Vec<u32>) {
        if !self.looked_at(&mut used) {
            return;
        }
        let mut tables = Vec::new();
        self.each_scan(0, &mut |scan, offset| {
            if !scan.as_before {
                tables.push((offset as u32, scan.columns as u32, scan.table));
            }
        });
        // A key that is a column further left need not be copied to be looked for.
        self.each_scan(0, &mut |scan, offset| {
            let Access::Unique { key, .. } = &mut scan.access else { return };
            let [expr] = &mut key[..] else { return };
            let Expr::Column { up: 0, index } = *expr else { return };
            let of = tables
                .iter()
                .find(|(start, columns, _)| (*start..start + columns).contains(&index));
            if let Some(&(start, columns, table)) = of
                && (index as usize) < offset
                && used.iter().filter(|p| **p == index).count() == 1
            {
                used.retain(|p| *p != index);
                let (rowid, column) = (start + columns, index - start);
                *expr = Expr::Stored(Box::new(Stored { table, rowid, column }));
            }
        });
        self.each_scan(0, &mut |scan, offset| scan.reads_only(&scan.uses(offset, &used)));
    }

    /// The scans with the position of their first column; gives back the position after the last.
    fn each_scan(&mut self, offset: usize, see: &mut dyn FnMut(&mut Scan, usize)) -> usize {
        match self {
            Node::Scan(scan) => {
                see(scan, offset);
                offset + scan.columns + 1
            }
            Node::Join(join) => {
                let middle = join.left.each_scan(offset, see);
                join.right.each_scan(middle.max(offset + join.left_width), see)
            }
            Node::Filter { input, .. } => input.each_scan(offset, see),
            Node::Derived { width, .. }
            | Node::Shared { width, .. }
            | Node::WorkingTable { width, .. }
            | Node::Write { width, .. }
            | Node::Catalog { width, .. }
            | Node::Program { width, .. }
            | Node::Function { width, .. } => offset + *width,
            Node::One
            | Node::Values(_)
            | Node::Recursive(_)
            | Node::Project { .. }
            | Node::Aggregate(_)
            | Node::Window { .. }
            | Node::Sort { .. }
            | Node::Distinct { .. }
            | Node::Limit { .. }
            | Node::Compound { .. } => offset,
        }
    }
}
