//! Errors as fields. A dialect turns them into a [`Report`], the database's own words.

mod refusal;

pub use refusal::Refusal;

use crate::span::Span;
use crate::value::Value;

/// What went wrong and where. One pointer wide, since every value that is computed may be an error
/// instead.
#[derive(Clone, Debug)]
pub struct Error(Box<ErrorParts>);

/// What an [`Error`] says; it is read and written through the error itself.
#[derive(Clone, Debug)]
pub struct ErrorParts {
    /// What went wrong.
    pub kind: Box<ErrorKind>,
    /// The words of SQL that it is about.
    pub span: Option<Span>,
    /// What it undoes.
    pub undo: Undo,
    /// What collided with what, when a constraint stopped the statement.
    pub conflict: Option<Box<Conflict>>,
    /// The clause that it is about: `WHERE`, `ORDER` …; none or empty for the list of columns.
    pub clause: Option<&'static str>,
    /// Number of the row in its statement, from 1; 0 when it is about none.
    pub row: usize,
    /// The schema of the table that it is about.
    pub schema: Option<std::rc::Rc<str>>,
    /// What was noticed before it.
    pub notes: Vec<ErrorKind>,
}

impl std::ops::Deref for Error {
    type Target = ErrorParts;

    fn deref(&self) -> &ErrorParts {
        &self.0
    }
}

impl std::ops::DerefMut for Error {
    fn deref_mut(&mut self) -> &mut ErrorParts {
        &mut self.0
    }
}

/// What an error undoes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undo {
    /// Nothing: rows written so far stay (FAIL).
    Nothing,
    /// The statement (ABORT).
    #[default]
    Statement,
    /// The transaction, which ends (ROLLBACK).
    Transaction,
}

/// What collided with what.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// `unique`, `primary key`, `rowid`, `not null`, `check`, `foreign key`, `exclusion`.
    pub kind: &'static str,
    /// The table.
    pub table: String,
    /// The constraint's name.
    pub constraint: Option<String>,
    /// The index's name.
    pub index: Option<String>,
    /// The columns or expressions of the key.
    pub columns: Vec<String>,
    /// The key of the row that came.
    pub key: Vec<Value>,
    /// Number of that row in its statement, from 1.
    pub ordinal: usize,
    /// That row.
    pub row: Vec<Value>,
    /// The rows in the way: rowid and values.
    pub existing: Vec<(i64, Vec<Value>)>,
    /// Every other collision that the row would have.
    pub also: Vec<Conflict>,
    /// The word that decided: `ABORT`, `FAIL` …
    pub clause: &'static str,
    /// Whose word: `statement`, `constraint`, `default`.
    pub origin: &'static str,
}

/// The engine's results.
pub type Result<T> = std::result::Result<T, Error>;

/// Everything that can go wrong. Fields, never sentences: those are made by `dialect`.
#[allow(missing_docs, reason = "a variant's comment speaks of its fields")]
#[derive(Clone, Debug)]
pub enum ErrorKind {
    /// A token that cannot stand where it stands.
    Syntax(Found),
    /// A recursive common table expression has gone round too often.
    Recursion { iterations: u32 },
    /// A name that is not there; `name` as written, with its qualifier.
    NoSuchTable { name: String },
    /// A table's engine does not do that (MySQL).
    NoTableOption { name: String },
    /// A column that is not there.
    NoSuchColumn { name: String, table: Option<String> },
    /// A column that more than one table has.
    AmbiguousColumn { name: String },
    /// A function that is not there.
    NoSuchFunction { name: String, args: Vec<String> },
    /// A column becomes virtual or stops being it (MySQL).
    StoredStatus,
    /// A text without a statement (MySQL).
    EmptyQuery,
    /// A variable in a view's query (MySQL).
    VariableInView,
    /// A function's name stands apart from its parenthesis (MySQL).
    Apart { name: String },
    /// INSERT DELAYED is an INSERT, and REPLACE DELAYED a REPLACE (MySQL).
    Delayed(&'static str),
    /// A routine of MySQL is called with so many arguments instead of others; CALL is of a procedure.
    ArgumentCount {
        /// Its name.
        name: String,
        /// It is a procedure.
        call: bool,
        /// Its parameters.
        wanted: usize,
        /// The arguments.
        given: usize,
    },
    /// An argument of an OUT parameter is no variable.
    NoOutVariable {
        /// The routine.
        name: String,
        /// The argument's number, from 1.
        number: usize,
    },
    /// What PostgreSQL alone refuses, and the words that it is about.
    Refused(Refusal, Vec<String>),
    /// A constraint of a table that is of another kind (PostgreSQL).
    NotOfConstraint { name: String, of: String, kind: &'static str },
    /// A branch of MERGE behind one of its kind without a condition.
    UnreachableBranch,
    /// A label that its enum has.
    LabelExists { label: String },
    /// A label that its enum does not have.
    NoLabel { label: String },
    /// CALL of no procedure.
    NoSuchProcedure {
        /// As written.
        name: String,
        /// The types of its arguments.
        args: Vec<String>,
    },
    /// CALL of a function, or a procedure that is called like one.
    WrongCall {
        /// As written.
        name: String,
        /// The types of its arguments.
        args: Vec<String>,
        /// It is a procedure.
        procedure: bool,
    },
    /// A query gives other columns than its function.
    WrongRows { detail: String },
    /// A collation that is not there.
    NoSuchCollation { name: String },
    /// An index that is not there.
    NoSuchIndex { name: String },
    /// Any other object that is not there: its kind in lower case and its name.
    NoSuchObject { kind: &'static str, name: String },
    /// A name that is taken: kind of the object that has it.
    Exists { kind: &'static str, name: String },
    /// A name that an object of another kind has (SQLite).
    NameTaken { kind: &'static str, name: String },
    /// A schema that is not there (SQLite).
    NoSuchDatabase { name: String },
    /// CREATE SCHEMA of one that is there (PostgreSQL).
    SchemaExists { name: String },
    /// DROP VIEW on a table and the like: the kind asked for and the kind that it is.
    WrongKind { name: String, kind: &'static str, found: &'static str },
    /// DROP INDEX of an index that a foreign key needs (MySQL).
    IndexNeeded { name: String },
    /// A column that a foreign key needs, of this table or of a child, is dropped or gets another
    /// type (MySQL).
    ColumnNeeded { column: String, constraint: String, child: Option<String>, dropped: bool },
    /// DROP of what another requires: an index of its constraint, a sequence of its identity column.
    RequiredBy { kind: &'static str, name: String, by: Described },
    /// Two columns of one name.
    DuplicateColumn { name: String },
    /// Two primary keys.
    SecondPrimaryKey { table: String },
    /// WITHOUT ROWID without a primary key (SQLite).
    NoPrimaryKey { table: String },
    /// AUTOINCREMENT where it cannot stand (SQLite).
    AutoincrementNotAllowed { without_rowid: bool },
    /// Keys over the same columns with differing ON CONFLICT clauses (SQLite).
    ConflictingClauses,
    /// A type that is not there, or none where STRICT wants one (SQLite).
    UnknownType { table: String, column: String, declared: Option<String> },
    /// A column whose qualifier names no table of the query.
    NoSuchQualifier { table: String, column: String },
    /// An operator that is not there for these types; both are named as the dialect names them.
    NoSuchOperator { operator: String, left: Option<String>, right: String },
    /// A function that takes another number of arguments.
    ArgCount { name: String },
    /// An aggregate where none may stand.
    AggregateMisuse { name: String, clause: &'static str },
    /// A window function or clause where none may stand.
    WindowMisuse { name: String, clause: &'static str },
    /// An aggregate in ORDER BY of a query without groups (SQLite).
    AggregateInOrder { name: String },
    /// `FILTER`, `DISTINCT` or `ORDER BY` in a call of a function that is no aggregate.
    AggregateClause { clause: &'static str, name: String },
    /// HAVING without groups (SQLite).
    HavingWithoutGroups,
    /// RAISE outside a trigger (SQLite).
    RaiseOutsideTrigger,
    /// A column outside aggregates that is not grouped by.
    NotGrouped { table: String, column: String, place: usize, alone: bool },
    /// A subquery with the wrong number of columns.
    SubqueryColumns { found: usize, expected: usize },
    /// A row where a single value must stand, or rows of different lengths.
    RowMisused,
    /// Rows of different lengths, of which the first has so many values.
    RowWidths { wanted: usize },
    /// A position in ORDER BY or GROUP BY (the word) that is no column: number of the term, columns.
    PositionRange { clause: &'static str, term: usize, columns: usize, written: i64 },
    /// An ORDER BY term of a compound query that is no result column: its number, from 1.
    OrderNotResult { term: usize },
    /// Two sides of UNION and its like with different numbers of columns.
    CompoundColumns { op: &'static str },
    /// Rows of VALUES with different numbers of values.
    ValuesColumns,
    /// A common table expression or view with the wrong number of column names.
    NamedColumns { table: String, found: usize, named: usize },
    /// `*` without tables.
    NoTables,
    /// A common table expression that refers to itself where it may not.
    RecursionMisuse { name: String },
    /// Two items of FROM with one name.
    RepeatedName { name: String },
    /// A column of USING that one side does not have.
    UsingColumn { name: String },
    /// An integer beyond its type's range.
    IntegerOverflow,
    /// SQLite's RAISE: whether it is RAISE(IGNORE), and its message.
    Raised { ignore: bool, message: String },
    /// A row with the wrong number of values.
    ValueCount { table: String, columns: usize, values: usize, listed: bool },
    /// A column listed twice.
    RepeatedColumn { name: String },
    /// CREATE TABLE AS names more columns than its query gives.
    TooManyNames,
    /// RAISE with more or fewer parameters than its format has places.
    RaiseCount {
        /// More.
        many: bool,
    },
    /// A key has a column twice.
    KeyColumnTwice {
        /// The column.
        name: String,
        /// The primary key.
        primary: bool,
    },
    /// A column that is there and is not seen from here.
    UnseenColumn {
        /// Its name.
        name: String,
        /// Its table.
        table: String,
    },
    /// A column whose table the statement has and this part of it does not see.
    UnseenQualifier {
        /// The table.
        table: String,
        /// The column, with its table.
        column: String,
    },
    /// Two constraints of a column that exclude each other.
    ColumnClash {
        /// How.
        what: &'static str,
        /// The column.
        column: String,
        /// Its table.
        table: String,
    },
    /// A generated column looks at a generated column.
    GeneratedFromGenerated {
        /// The latter.
        name: String,
    },
    /// An identity column of a type that is no integer.
    IdentityType,
    /// DROP NOT NULL of a column of the primary key.
    ColumnInKey {
        /// The column.
        name: String,
    },
    /// ADD GENERATED of a column that is an identity column.
    IsIdentity {
        /// The column.
        column: String,
        /// Its table.
        table: String,
    },
    /// A table is known by an alias and not by its name.
    AliasedQualifier {
        /// The name.
        table: String,
        /// The alias.
        alias: String,
    },
    /// There is no such column, but one or two that are almost called so.
    SimilarColumn {
        /// The name.
        name: String,
        /// What may be meant.
        similar: Vec<String>,
    },
    /// CREATE VIEW names more columns than its query gives.
    TooManyViewNames,
    /// SET of several columns to what is no row.
    NoRowSource,
    /// CREATE OR REPLACE FUNCTION with another type of result.
    ReturnTypeChanged {
        /// The function.
        name: String,
        /// Types of its parameters.
        args: Vec<String>,
    },
    /// A type that GiST cannot index.
    NoOperatorClass {
        /// The type.
        ty: String,
    },
    /// SET names a column twice.
    AssignedTwice {
        /// The column.
        name: String,
    },
    /// `(a, b) = (1)`.
    AssignmentCount { columns: usize, values: usize },
    /// A uniqueness constraint.
    Unique(Box<UniqueViolation>),
    /// NOT NULL.
    NotNull { table: String, column: String, row: Vec<Value> },
    /// A value that a STRICT table does not take (SQLite).
    StrictType { table: String, column: String, declared: String, value: Value },
    /// A rowid that is no integer (SQLite).
    RowidType,
    /// There is no rowid left (SQLite).
    RowidsUsedUp,
    /// A sequence has no value left (PostgreSQL).
    SequenceUsedUp { name: String, end: i64, down: bool },
    /// CHECK; `constraint` is its name or, in SQLite, its text.
    Check { table: String, constraint: String, row: Vec<Value> },
    /// A condition of a domain: its name, none for NOT NULL (PostgreSQL).
    Domain { domain: String, constraint: Option<String> },
    /// A row that a domain's new condition, or its NOT NULL, does not take (PostgreSQL).
    DomainBroken { table: String, column: String, null: bool },
    /// A foreign key.
    ForeignKey(Box<ForeignKeyViolation>),
    /// A name that is longer than names may be (PostgreSQL).
    LongName { name: String },
    /// So many parameters were given, and so many are wanted (PostgreSQL).
    ParameterCount { given: usize, wanted: usize },
    /// A text that should be exactly one statement is none, or more.
    StatementCount { none: bool },
    /// A foreign key whose parent columns are no key (SQLite).
    ForeignKeyMismatch { child: String, parent: String },
    /// ON CONSTRAINT that names none.
    NoSuchConstraint { constraint: String, table: String },
    /// SET of a column with its table before it (PostgreSQL).
    QualifiedSet {
        column: String,
        table: String,
        /// It is the target's alias.
        aliased: bool,
    },
    /// SET CONSTRAINTS of one that cannot be deferred.
    NotDeferrable { constraint: String },
    /// A WITH query without RETURNING that is read (PostgreSQL).
    NoReturning { name: String },
    /// An index that takes the name of the constraint that it becomes (PostgreSQL, a notice).
    IndexRenamed { from: String, to: String },
    /// A new column whose name is taken.
    ColumnExists { name: String, table: String },
    /// Options of an identity for a column that is none.
    NotIdentity { column: String, table: String },
    /// SET NOT NULL of a column that has NULLs.
    NullsPresent { table: String, column: String },
    /// A write of a table that an UPDATE is just deleting from (SQLite).
    TablePinned,
    /// A kept text that makes no sense, before (`after` is empty) or after an ALTER TABLE that edits texts.
    InObject { kind: &'static str, name: String, after: &'static str, why: Box<ErrorKind> },
    /// A generated column that cannot be one as it is written.
    GeneratedColumn { name: String },
    /// Generated columns that need each other; the last that cannot be computed.
    GeneratedLoop { name: String },
    /// A view that is part of itself.
    CircularView { name: String },
    /// A new CHECK that rows break.
    CheckBroken { table: String, constraint: String },
    /// A constraint whose name is taken.
    ConstraintExists { constraint: String, table: String },
    /// A constraint of a table that ALTER TABLE does not find.
    NoConstraint { constraint: String, table: String },
    /// ON CONFLICT ON CONSTRAINT of a constraint that has no index.
    ArbiterWithoutIndex,
    /// ON CONFLICT (…) that no unique index matches; its number from 1 where there are several.
    NoArbiter { number: Option<usize> },
    /// A key column that is not there (MySQL).
    NoKeyColumn { name: String },
    /// `VALUES(c)` in ON DUPLICATE KEY UPDATE (MySQL, a warning).
    ValuesDeprecated,
    /// A statement that writes in a transaction that is READ ONLY (MySQL), or under query_only (SQLite).
    ReadOnlyTransaction { command: &'static str },
    /// A prepared statement that is not there.
    NoSuchStatement { name: String, by: &'static str },
    /// EXECUTE with too few or too many values.
    ExecuteArguments { name: String, wanted: u32, given: usize },
    /// A table that is written and read by a subquery (MySQL).
    OwnTable { name: String },
    /// PREPARE under a name in use (PostgreSQL).
    StatementExists { name: String },
    /// `@a := 1` within an expression (MySQL, a warning).
    AssignmentDeprecated,
    /// A deferrable constraint as a conflict target (PostgreSQL).
    DeferrableArbiter { table: String, constraint: String },
    /// A DO UPDATE or MERGE that meets a row which the same statement wrote (PostgreSQL).
    SecondTouch { merge: bool },
    /// A statement after an error in a PostgreSQL transaction.
    TransactionAborted,
    /// BEGIN inside a transaction.
    InTransaction,
    /// COMMIT or ROLLBACK without a transaction; which of the two words.
    NoTransaction { word: &'static str },
    /// A savepoint that is not there.
    NoSuchSavepoint { name: String },
    /// A limit that ended the statement: the name of the limit as in the JavaScript `Limits`.
    Limit { what: &'static str },
    /// A feature that is recognised and not there.
    Unsupported { what: String },
    /// A column without a value and without a default (MySQL).
    NoDefault { column: String },
    /// A row left out or changed by a rule that names the column (PostgreSQL's identity and
    /// A line of LOAD DATA has fewer fields than columns, or more.
    LoadedFields { fewer: bool },
    /// Two clauses that do not go together (MySQL).
    WrongUsage { of: &'static str, with: &'static str },
    /// generated columns): which column and whether it is an identity.
    AlwaysGenerated { table: String, column: String, identity: bool, update: bool },
    /// A table of the system (SQLite): `modified`, `altered`, `dropped`, `indexed`.
    Protected { table: String, verb: &'static str },
    /// A view that is not simple enough to be written: what was tried, and why not (PostgreSQL).
    ViewNotWritable { name: String, verb: &'static str, why: &'static str },
    /// WITH CHECK OPTION of a view that cannot be written.
    CheckOptionOfView { view: String, why: &'static str },
    /// DELETE from a view of several tables (MySQL).
    JoinedView { name: String },
    /// A view whose query makes no sense any more (MySQL).
    BrokenView { name: String },
    /// A row that is written through a view and would not be one of it: the view, the row.
    OutsideView { view: String, row: Vec<Value> },
    /// A trigger of the wrong time: INSTEAD OF belongs to views, the others to tables.
    TriggerTime { name: String, time: &'static str, is_view: bool },
    /// A table or view that cannot be written.
    NotWritable { name: String, kind: &'static str },
    /// An error whose words of SQL are known better than by whoever reports it: those of an operand.
    Placed { span: Span, kind: Box<ErrorKind> },
    /// What others depend on: it, where it is one object, and what depends on what (PostgreSQL).
    Depended { dropped: Option<Described>, by: Vec<(Described, Described)> },
    /// What went with an object that was dropped (PostgreSQL, a notice).
    DropsAlong { gone: Vec<Described> },
    /// A child table that is emptied with its parent (PostgreSQL, a notice).
    TruncatesAlong { table: String },
    /// A function that DROP or CREATE TRIGGER does not find; types of its arguments, where given.
    NoFunction { kind: &'static str, name: String, args: Option<Vec<String>> },
    /// A function or procedure, with its parameters, that is not of that kind.
    NotOfKind { name: String, kind: &'static str },
    /// WHEN of a trigger that names the row which its event does not have (PostgreSQL).
    WhenWithoutRow { row: &'static str },
    /// A function whose name and arguments another has (PostgreSQL).
    FunctionExists { name: String },
    /// A trigger of a table that is not there (PostgreSQL).
    NoTrigger { name: String, table: String },
    /// A constant that does not fit its column, which is found once all names are (PostgreSQL).
    Constant(Box<ErrorKind>),
    /// A change of a table whose rows are still to be judged, and its verb (PostgreSQL).
    PendingEvents { verb: &'static str, table: String },
    /// A type whose name is taken (PostgreSQL).
    TypeExists {
        name: String,
        /// It is in the way of a relation, which has a type of its name.
        of_relation: bool,
    },
    /// An enum with a label twice (PostgreSQL).
    RepeatedLabel { label: String },
    /// A line of COPY with too few fields, the first column without one, or too many (PostgreSQL).
    CopyFields { missing: Option<String> },
    /// A name that is a column's and a variable's of a procedure (PostgreSQL).
    AmbiguousVariable { name: String },
    /// SET of a column that no table declares (PostgreSQL).
    SystemColumn { name: String },
    /// A row that its own BEFORE trigger has changed (PostgreSQL).
    ChangedByTrigger { delete: bool },
    /// A function of a trigger that is none for triggers.
    NotTriggerFunction { name: String },
    /// A table that LOCK TABLES locked for reading alone, or not at all.
    Locked { name: String, read: bool },
    /// A trigger whose name another of its table has (PostgreSQL).
    TriggerExists { name: String, table: String },
    /// A variable that is not there.
    NoSuchVariable { name: String },
    /// A field that a record does not have.
    NoSuchField { record: String, field: String },
    /// A record that has no fields yet.
    RecordUnassigned { record: String },
    /// A query of a procedure whose rows go nowhere.
    NoDestination,
    /// SELECT INTO STRICT that met no row, or several.
    NotOneRow { none: bool },
    /// RAISE without arguments outside a handler.
    NothingCaught,
    /// A trigger's RAISE or SIGNAL and the like, and every rule of one dialect alone: already in
    /// that dialect's words.
    Report(Box<Report>),
}

/// An object or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// Its kind, lower case.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// The table that it is a part of.
    pub of: Option<String>,
}

impl Described {
    /// An object or a part of a table.
    pub fn new(kind: &'static str, name: &str, of: Option<&str>) -> Described {
        Described { kind, name: name.to_string(), of: of.map(str::to_string) }
    }
}

/// What a syntax error found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// This token, as written.
    Token(String),
    /// The end of the statement.
    End,
    /// Something that is no token, as written: an unclosed string, a stray character.
    BadToken(String),
}

/// A row that collides with a uniqueness constraint.
#[derive(Clone, Debug)]
pub struct UniqueViolation {
    /// The table.
    pub table: String,
    /// The constraint's or index's name, as the dialect names it.
    pub index: String,
    /// What kind of key.
    pub key_kind: KeyKind,
    /// The key's terms: column names, or the text of expressions.
    pub columns: Vec<String>,
    /// The declared types of the columns, where they are known.
    pub declared: Vec<std::rc::Rc<str>>,
    /// Whether a term is an expression.
    pub expression: bool,
    /// The key in the way, as the new row has it.
    pub key: Vec<Value>,
    /// The key of the row in the way, where it can differ (exclusion constraints).
    pub existing_key: Vec<Value>,
    /// The violation was found while an index was made.
    pub creating: bool,
}

/// The kinds of uniqueness, which SQLite tells apart by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// SQLite's INTEGER PRIMARY KEY.
    IntegerPrimaryKey,
    /// SQLite's hidden rowid.
    Rowid,
    /// Any other primary key.
    PrimaryKey,
    /// A UNIQUE constraint or unique index.
    Unique,
    /// PostgreSQL's EXCLUDE.
    Exclusion,
}

impl KeyKind {
    /// Its name in a trace.
    pub fn name(self) -> &'static str {
        match self {
            KeyKind::IntegerPrimaryKey | KeyKind::PrimaryKey => "primary key",
            KeyKind::Rowid => "rowid",
            KeyKind::Unique => "unique",
            KeyKind::Exclusion => "exclusion",
        }
    }
}

/// A row that breaks a foreign key.
#[derive(Clone, Debug)]
pub struct ForeignKeyViolation {
    /// The child table.
    pub child: String,
    /// The parent table.
    pub parent: String,
    /// The constraint's name.
    pub constraint: String,
    /// The columns of the side that was written.
    pub columns: Vec<String>,
    /// Their values.
    pub key: Vec<Value>,
    /// Which side was written, and how the constraint was declared.
    pub side: ForeignKeySide,
    /// The constraint's definition in the dialect's words.
    pub definition: String,
}

/// Which side of a foreign key was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignKeySide {
    /// A child without a parent.
    Child,
    /// A parent that still has children.
    Parent,
    /// The same under RESTRICT.
    Restrict,
}

/// An error in the words and codes of a database.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// SQLite: `SQLITE_CONSTRAINT_UNIQUE`; PostgreSQL: the SQLSTATE; MySQL: `ER_DUP_ENTRY`.
    pub code: String,
    /// SQLite: the extended result code; MySQL: the error number.
    pub errno: i32,
    /// The SQLSTATE of PostgreSQL and MySQL.
    pub sqlstate: String,
    /// The message.
    pub message: String,
    /// PostgreSQL's DETAIL.
    pub detail: Option<String>,
    /// PostgreSQL's HINT.
    pub hint: Option<String>,
    /// PostgreSQL's field of that name.
    pub schema: Option<String>,
    /// PostgreSQL's field of that name.
    pub table: Option<String>,
    /// PostgreSQL's field of that name.
    pub column: Option<String>,
    /// PostgreSQL's field of that name.
    pub data_type: Option<String>,
    /// PostgreSQL's field of that name.
    pub constraint: Option<String>,
    /// Whether PostgreSQL gives a position for this error.
    pub has_position: bool,
}

impl ErrorKind {
    /// An error at a place, unless it brings its own.
    pub fn at(self, span: Span) -> Error {
        self.nowhere().or_at(span)
    }

    /// An error without a place, unless it brings its own.
    pub fn nowhere(self) -> Error {
        let (kind, span) = match self {
            ErrorKind::Placed { span, kind } => (kind, Some(span)),
            kind => (Box::new(kind), None),
        };
        let (undo, conflict) = (Undo::Statement, None);
        let (clause, row, schema) = (None, 0, None);
        let notes = Vec::new();
        Error(Box::new(ErrorParts { kind, span, undo, conflict, clause, row, schema, notes }))
    }

    /// The same about these words, whoever reports it.
    pub fn placed(self, span: Option<Span>) -> ErrorKind {
        match (self, span) {
            (placed @ ErrorKind::Placed { .. }, _) => placed,
            (kind, Some(span)) => ErrorKind::Placed { span, kind: Box::new(kind) },
            (kind, None) => kind,
        }
    }

    /// Fills in the column that an error about a type is for.
    pub fn with_column(self, table: &str, column: &str) -> ErrorKind {
        match self {
            ErrorKind::UnknownType { declared, .. } => {
                let (table, column) = (table.to_string(), column.to_string());
                ErrorKind::UnknownType { table, column, declared }
            }
            other => other,
        }
    }

    /// An error that only SQLite has, in its words; its code says no more.
    pub fn sqlite(message: impl Into<String>) -> ErrorKind {
        ErrorKind::Report(Box::new(Report {
            code: "SQLITE_ERROR".to_string(),
            errno: 1,
            message: message.into(),
            ..Report::default()
        }))
    }

    /// A feature that is not there, named as its documentation names it.
    pub fn unsupported(what: impl Into<String>) -> ErrorKind {
        ErrorKind::Unsupported { what: what.into() }
    }
}

impl Error {
    /// What went wrong, without the rest.
    pub fn into_kind(self) -> ErrorKind {
        *self.0.kind
    }

    /// Takes the place from an error that points into another text than the statement's.
    pub fn elsewhere(mut self) -> Error {
        self.span = None;
        self
    }

    /// Gives a row to an error that has none yet.
    pub fn of_row(mut self, row: usize) -> Error {
        if self.row == 0 {
            self.0.row = row;
        }
        self
    }

    /// Names the schema of the table that it is about.
    pub fn in_schema(mut self, schema: &std::rc::Rc<str>) -> Error {
        self.0.schema = Some(schema.clone());
        self
    }

    /// Gives a place to an error that has none yet.
    pub fn or_at(mut self, span: Span) -> Error {
        self.0.span = self.span.or(Some(span));
        self
    }
}
