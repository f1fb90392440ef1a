//! What varies between dialects in planning. Each dialect fills one [`PlanRules`].

use std::rc::Rc;

use super::conflict::{Action, Origin};
use crate::catalog::{Catalog, Column, Index, NameRule, Table, Trigger};
use crate::error::{ErrorKind, Result};
use crate::syntax::ast;
use crate::syntax::conflict::{OnConflict, OrClause};
use crate::types::Type;
use crate::value::{Value, ValueRef};

use super::expr::{Bound, ExprRules};
use super::node::Expr;

/// Judges whether a view with the first columns may become one with the second.
pub type MayReplaceView = fn(
    &[super::node::ResultColumn],
    &[super::node::ResultColumn],
) -> std::result::Result<(), ErrorKind>;

/// The variation points of planning.
pub struct PlanRules {
    /// When two column names are the same.
    pub column_names: NameRule,
    /// When two table names are the same.
    pub table_names: NameRule,
    /// Schemas in which an unqualified name is looked up, in order.
    pub search_path: &'static [&'static str],
    /// Schema in which an unqualified name is created.
    pub default_schema: &'static str,
    /// Schema of TEMP objects.
    pub temp_schema: &'static str,
    /// A table or a function of FROM that shows the definitions, by schema and name.
    pub catalog_view: fn(Option<&str>, &str) -> Option<CatalogView>,
    /// Expressions.
    pub expr: ExprRules,
    /// Definitions.
    pub ddl: DdlRules,
    /// Writes.
    pub write: WriteRules,
    /// Procedures.
    pub procedure: super::procedure::ProcedureRules,
    /// How often a recursive common table expression may go round (MySQL's cte_max_recursion_depth).
    pub recursion_limit: Option<u32>,
    /// EXPLAIN: the lines of a statement's plan, under options in upper case.
    pub explain: Option<Explain>,
}

/// Tells a statement's plan.
pub type Explain =
    fn(&mut super::Planner<'_>, &ast::Statement, &[std::rc::Rc<str>]) -> Result<Vec<String>>;

impl std::fmt::Debug for PlanRules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PlanRules")
    }
}

/// Definitions as rows.
pub struct CatalogView {
    /// Their columns.
    pub columns: Vec<super::node::ResultColumn>,
    /// Arguments of its own.
    pub args: Vec<Value>,
    /// Makes the rows; a function's arguments are given to it.
    pub call: super::node::CatalogCall,
}

/// What a table made like another takes from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LikeCopies {
    /// Its columns, and what the statement asks for (PostgreSQL).
    WhatIsNamed,
    /// All but foreign keys and triggers (MySQL).
    Definition,
}

/// What varies in definitions.
pub struct DdlRules {
    /// The type that a column is declared with.
    pub column_type:
        fn(Option<&ast::TypeName>, strict: bool) -> std::result::Result<Type, ErrorKind>,
    /// The collation of a name.
    pub collation: fn(&str) -> Option<&'static crate::collation::Collation>,
    /// An operator class of this name for a key's type, where that is known; none when it is the
    /// type's own (PostgreSQL).
    pub operator_class: OperatorClass,
    /// The collation of a column that names none.
    pub default_collation: &'static crate::collation::Collation,
    /// A column whose only key is INTEGER PRIMARY KEY is the rowid (SQLite).
    pub rowid_keys: bool,
    /// Indexes share the name space of tables (SQLite, PostgreSQL) or have one per table (MySQL).
    pub indexes_per_table: bool,
    /// PRIMARY KEY implies NOT NULL.
    pub primary_key_not_null: bool,
    /// The error for a column of the primary key that is declared NULL.
    pub null_in_primary_key: Option<fn() -> ErrorKind>,
    /// The name of the index behind a key constraint without a name: table, columns of the key,
    /// whether it is the primary key, how many automatic indexes came before it, and whether a
    /// name is taken.
    pub key_name: fn(KeyName<'_>) -> String,
    /// The name of a column's sequence: of table, column, and whether a name is taken.
    pub sequence_name: SequenceName,
    /// Names of CHECK constraints without one; none where they have no name.
    pub check_name: fn(CheckName<'_>) -> Option<String>,
    /// Key constraints over the same columns share one index.
    pub merge_equal_keys: bool,
    /// Refuses names such as `sqlite_…`.
    pub check_name_allowed: fn(&str) -> std::result::Result<(), ErrorKind>,
    /// The collation of a column that names none.
    pub column_collation: fn(Option<&ast::TypeName>, &Type) -> &'static crate::collation::Collation,
    /// What belongs to a schema other than `temp` looks tables up there alone, and names one that is
    /// missing with it (SQLite; attach.c).
    pub schemas_are_closed: bool,
    /// How an object that is in the way of a new name is named in the error.
    pub existing_name: fn(&ast::ObjectName, &crate::catalog::Object) -> String,
    /// The error for a key column that is not there: table and column.
    pub no_key_column: fn(&str, String) -> ErrorKind,
    /// The error for a column to be renamed that is not there.
    pub no_such_renamed: fn(String, &Table) -> ErrorKind,
    /// What is told of a column that goes or is renamed while something is computed from it, where
    /// that is refused: the column and what uses it.
    pub column_used: Option<fn(&str, ColumnUse<'_>) -> ErrorKind>,
    /// A key to be renamed that is not there, where only keys can be renamed, no constraints.
    pub no_such_renamed_key: Option<fn(&str, &str) -> ErrorKind>,
    /// The error for a DROP of what is not there.
    pub no_such_dropped: fn(ErrorKind, ast::ObjectKind) -> ErrorKind,
    /// `serial` and its like: a type name that brings a sequence.
    pub is_serial: fn(&str) -> bool,
    /// A constraint's name goes on to the next constraint that has none (SQLite).
    pub sticky_constraint_names: bool,
    /// A key constraint's name is the name of its index (PostgreSQL, MySQL).
    pub constraint_names_index: bool,
    /// The order in which key constraints make their indexes, from whether each is primary.
    pub key_order: fn(Vec<bool>) -> Vec<usize>,
    /// The table that keeps AUTOINCREMENT's numbers.
    pub autoincrement_book: fn(&str) -> Option<Table>,
    /// Its name, under which it may be written but not indexed nor have triggers.
    pub book_name: Option<&'static str>,
    /// What others depend on is dropped with CASCADE only, and they go with it (PostgreSQL).
    pub dependents_are_kept: bool,
    /// How messages about dependencies name an object: its schema where that has to be said.
    pub shown_name: fn(Option<&str>, &str) -> String,
    /// ALTER TABLE makes values fit outside strict mode, with warnings (MySQL).
    pub alter_coerces: bool,
    /// What is told of a value that ALTER TABLE makes too long for a column of its own type.
    pub cut_short: fn(ErrorKind) -> ErrorKind,
    /// What CREATE TABLE … (LIKE other) takes over, where there is such a thing.
    pub like_copies: Option<LikeCopies>,
    /// The name of a foreign key that was given none.
    pub foreign_key_name: fn(ForeignKeyName<'_>) -> Option<String>,
    /// Whether a foreign key fits its parent when it is declared; none where that is looked at when
    /// it is used (SQLite).
    pub accept_foreign_key: Option<AcceptForeignKey>,
    /// The error of TRUNCATE for a table that another refers to: key, child, parent; none where
    /// that does not matter.
    pub truncated_parent: Option<fn(&crate::catalog::ForeignKey, &Table, &Table) -> ErrorKind>,
    /// DROP TABLE of a table that another refers to is this error, unless both go.
    pub dropped_parent: Option<fn(&crate::catalog::ForeignKey, &Table, &Table) -> ErrorKind>,
    /// REFERENCES on a column makes a foreign key (not in MySQL, which reads over it).
    pub column_references: bool,
    /// The columns of a foreign key get an index where none begins with them (MySQL).
    pub foreign_keys_indexed: bool,
    /// A foreign key may refer to a table that is not there yet, and no row has a parent then (MySQL).
    pub parents_may_come_later: bool,
    /// The names that were made of a table's own go with it when it is renamed (MySQL).
    pub made_names_follow: bool,
    /// Whether a default takes its values from the sequence of this name.
    pub takes_from_sequence: fn(&ast::Expr, &str) -> bool,
    /// What ON DELETE and ON UPDATE are when they are left out.
    pub foreign_action: ast::FkAction,
    /// A foreign key's definition as its errors repeat it: key, child, parent.
    pub foreign_key_text: fn(&crate::catalog::ForeignKey, &Table, &Table) -> String,
    /// TRUNCATE starts AUTO_INCREMENT again (MySQL).
    pub truncate_restarts: bool,
    /// Whether what a value of one type is as another depends on settings.
    pub by_settings: fn(&Type, &Type) -> bool,
    /// Functions that depend on settings where their second argument does (PostgreSQL).
    pub zoned_functions: &'static [&'static str],
    /// Refuses an expression that may not stand in a definition.
    pub refuse: fn(&ast::Expr, Place<'_>) -> std::result::Result<(), ErrorKind>,
    /// Refuses a foreign key whose sides do not fit: the column it is written on, if it is on one,
    /// number of columns, parent, number of its columns.
    pub refuse_foreign_key:
        fn(Option<&str>, usize, &str, usize) -> std::result::Result<(), ErrorKind>,
    /// Refuses what CREATE INDEX would make.
    pub refuse_new_index: fn(&Table, &Index) -> std::result::Result<(), ErrorKind>,
    /// What is told of a new index that is as another before it: table, index (MySQL).
    pub duplicate_index: Option<fn(&Table, &Index) -> ErrorKind>,
    /// Refuses a table that cannot be.
    pub refuse_table: fn(&Table, &[Index]) -> std::result::Result<(), ErrorKind>,
    /// The error for a column of a foreign key that is not there.
    pub no_foreign_column: fn(String) -> ErrorKind,
    /// The name of a table of the system that cannot be written or altered.
    pub protected_table: fn(&str) -> Option<&'static str>,
    /// Definitions are kept as texts that ALTER TABLE edits (SQLite).
    pub texts_are_edited: bool,
    /// How such texts are read.
    pub syntax: &'static crate::syntax::rules::SyntaxRules,
    /// The text that CREATE TABLE AS keeps: name, columns of the query.
    pub written_table: fn(&str, &[super::node::ResultColumn]) -> String,
    /// The collation that a table's options give its columns; what is not there is an error (MySQL).
    pub table_collation: TableCollation,
    /// What is told of the name of a character set or collation (MySQL).
    pub charset_note: fn(&str) -> Option<ErrorKind>,
    /// Why an index may not become a constraint (`ADD CONSTRAINT … USING INDEX`).
    pub refuse_index: fn(&Index) -> Option<ErrorKind>,
    /// The name of a NOT NULL constraint that was given none: table, column.
    pub not_null_name: fn(&str, &str) -> String,
    /// The text that the database keeps of an index's expression; none where it keeps the words.
    pub expression_text:
        fn(&mut super::Planner<'_>, &ast::Expr, &super::scope::Scope<'_>) -> Option<String>,
    /// IF EXISTS and IF NOT EXISTS say it when they leave something undone.
    pub tells_of_nothing: bool,
    /// The error for a column in a DEFAULT.
    pub column_in_default: fn(crate::error::Error) -> crate::error::Error,
    /// An error about a name in CREATE INDEX, ALTER TABLE and their like.
    pub of_utility: fn(crate::error::Error) -> crate::error::Error,
    /// ALTER TABLE changes definitions; in SQLite it changes the text of a statement.
    pub alters: bool,
    /// The column that CREATE TABLE AS makes of a query's, and its name when one is given; none
    /// where there is no such statement.
    pub derived_column: Option<DerivedColumn>,
    /// CREATE TABLE … AS keeps what NOT NULL and DEFAULT say of a table's column.
    pub derived_keeps_definitions: bool,
    /// A view's query must make sense when the view is made, and what an index's expression has wrong
    /// has its place (PostgreSQL).
    pub views_are_planned: bool,
    /// Whether a view with these columns may become one with those; any may where there is none.
    pub may_replace_view: Option<MayReplaceView>,
    /// A type's name in messages.
    pub type_words: fn(&crate::types::Type) -> String,
    /// What a sequence may not be.
    pub refuse_sequence:
        fn(&crate::catalog::Sequence, restart: Option<i64>) -> super::expr::Bind<()>,
    /// Whether a column may be changed so.
    pub may_change: fn(&crate::catalog::Table, usize, ColumnChange) -> super::expr::Bind<()>,
    /// Constraints of a column that exclude each other are errors (PostgreSQL); otherwise the last
    /// counts.
    pub clashing_constraints: bool,
    /// Temporary objects live in a schema of their own, `temp`, which nothing else looks into
    /// (SQLite).
    pub temp_is_a_schema: bool,
    /// That a trigger's name is taken is told before what it may not be on, and as it is written
    /// (trigger.c, sqlite3BeginTrigger).
    pub trigger_name_first: bool,
    /// Schemas of the database's own that are not on the path (PostgreSQL).
    pub own_schemas: &'static [&'static str],
    /// Refuses names of schemas such as `pg_…`.
    pub check_schema_name: fn(&str) -> std::result::Result<(), ErrorKind>,
    /// A schema must be there before something is made in it; MySQL has one database.
    pub schemas_are_known: bool,
    /// A name in use is told with the kind of object that has it, and is passed over where another
    /// kind is meant (SQLite).
    pub kinds_share_names: bool,
    /// Errors of what ALTER TABLE adds have a place in its text (SQLite).
    pub alter_tells_places: bool,
    /// Most columns of a table.
    pub most_columns: usize,
    /// UNIQUE and PRIMARY KEY are of columns alone, no key has NULLS FIRST or LAST, and views have
    /// none (SQLite).
    pub narrow_keys: bool,
    /// A column in parentheses is a column all the same in a key (SQLite).
    pub key_parentheses_vanish: bool,
    /// A key may not name a column twice (PostgreSQL).
    pub key_columns_differ: bool,
    /// DEFAULT behind GENERATED is an error at once (SQLite).
    pub generated_has_no_default: bool,
    /// DROP TABLE deletes the rows of a parent first (SQLite).
    pub drop_empties_parents: bool,
    /// A table of the database's own that is not here, and is named as such.
    pub known_relation: fn(&ast::ObjectName) -> bool,
    /// What the dialect keeps of the statement as the object's text.
    pub stored_sql: fn(&str) -> String,
}

/// A table's options by name, and what they mean.
pub type TableCollation =
    fn(&[(std::rc::Rc<str>, std::rc::Rc<str>)]) -> std::result::Result<Collated, ErrorKind>;

type Collated = Option<&'static crate::collation::Collation>;

/// Finds an operator class for a type.
pub type OperatorClass =
    fn(&str, Option<&Type>) -> std::result::Result<Option<std::rc::Rc<str>>, ErrorKind>;

/// Makes the name of a column's sequence.
pub type SequenceName = fn(&str, &str, &dyn Fn(&str) -> bool) -> String;

/// Where in a definition an expression stands.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// DEFAULT of this column.
    Default(&'a str),
    /// CHECK.
    Check,
    /// A term of an index.
    Index,
    /// The WHERE of a partial index.
    PartialIndex,
    /// A term, or the WHERE, of a conflict target.
    Target(&'a str),
    /// A generated column.
    Generated,
}

/// What a key's name is made of.
pub struct KeyName<'a> {
    /// The table.
    pub table: &'a str,
    /// The key's terms: names of columns, or of functions, or `expr`.
    pub terms: Vec<&'a str>,
    /// One of them is an expression.
    pub computed: bool,
    /// The primary key.
    pub primary: bool,
    /// Made by CREATE INDEX without a name.
    pub create_index: bool,
    /// Behind an EXCLUDE constraint.
    pub exclusion: bool,
    /// Number of automatic indexes of the table so far.
    pub number: usize,
    /// Whether a name is taken.
    pub taken: &'a dyn Fn(&str) -> bool,
}

/// What a foreign key's name is made of.
pub struct ForeignKeyName<'a> {
    /// The table.
    pub table: &'a str,
    /// Its columns.
    pub columns: &'a [&'a str],
    /// Whether a name is taken.
    pub taken: &'a dyn Fn(&str) -> bool,
}

/// A foreign key that is being declared, and its parent.
pub struct ForeignKeySides<'a> {
    /// The key.
    pub key: &'a crate::catalog::ForeignKey,
    /// The table.
    pub child: &'a Table,
    /// What the parent's name means.
    pub parent: ForeignParentFound<'a>,
    /// The parent's columns that are named, none for those that are not there.
    pub columns: &'a [Option<usize>],
    /// The parent's indexes.
    pub indexes: &'a [std::rc::Rc<Index>],
}

/// Whether a foreign key fits its parent.
pub type AcceptForeignKey = fn(&ForeignKeySides<'_>) -> std::result::Result<(), ErrorKind>;

/// What the name of a foreign key's parent means.
#[derive(Clone, Copy)]
pub enum ForeignParentFound<'a> {
    /// Nothing.
    Missing,
    /// Something that is no table.
    Other,
    /// A table.
    Table(&'a Table),
}

/// What a check's name is made of.
pub struct CheckName<'a> {
    /// The table.
    pub table: &'a str,
    /// The columns that the condition uses, each once.
    pub columns: &'a [&'a str],
    /// Number of CHECK constraints without a name so far.
    pub number: usize,
    /// Whether a name is taken.
    pub taken: &'a dyn Fn(&str) -> bool,
}

/// What ALTER COLUMN does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnChange {
    /// SET DEFAULT.
    SetDefault,
    /// DROP DEFAULT.
    DropDefault,
    /// ADD GENERATED … AS IDENTITY.
    AddIdentity,
    /// DROP IDENTITY.
    DropIdentity,
    /// SET EXPRESSION.
    SetExpression,
    /// DROP EXPRESSION.
    DropExpression,
    /// TYPE, of a column that this generated one is made of.
    TypeOfSource(usize),
}

/// What uses a column.
pub enum ColumnUse<'t> {
    /// A generated column.
    Generated,
    /// A functional key.
    Key,
    /// A check of this name.
    Check(&'t str),
}

/// How values are brought to their column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mode {
    /// A value that does not fit is an error; else it is made to fit, with a warning (MySQL's IGNORE
    /// and non-strict mode).
    pub strict: bool,
    /// The date of zeros is a date (MySQL without NO_ZERO_DATE).
    pub zero: bool,
    /// So are dates whose month or day is zero (MySQL without NO_ZERO_IN_DATE).
    pub zero_parts: bool,
}

impl Mode {
    /// A value that does not fit is an error.
    pub const STRICT: Mode = Mode { strict: true, zero: false, zero_parts: false };
    /// It is made to fit.
    pub const LENIENT: Mode = Mode { strict: false, zero: false, zero_parts: false };
}

/// What bringing a value to its column gives.
pub struct Assigned {
    /// The value to store.
    pub value: Value,
    /// How much the warning matters: `Warning`, `Note`.
    pub level: &'static str,
    /// A warning in the dialect's words: code number and text without the row number.
    pub warning: Option<Box<ErrorKind>>,
}

/// What varies in writes.
pub struct WriteRules {
    /// Brings a value to a column: affinity, cast, coercion.
    pub assign: Assign,
    /// Brings an expression to a column when the statement is planned, where types are static:
    /// one whose type cannot be stored there is an error.
    pub convert: fn(&Column, Bound) -> std::result::Result<Expr, ErrorKind>,
    /// Whether a value of one type may be stored as another.
    pub suits: fn(&Type, &Type) -> bool,
    /// As `convert`, for a DEFAULT.
    pub convert_default: fn(&Column, Bound) -> std::result::Result<Expr, ErrorKind>,
    /// The value of a column whose type changes, over its old row; the flag says that USING gave it.
    pub change_type: fn(&Column, Bound, bool) -> std::result::Result<Expr, ErrorKind>,
    /// The values that need no bringing.
    pub as_is: fn(&Column) -> AsIs,
    /// The checks of a write, in order.
    pub checks: fn(&WriteContext<'_>) -> Result<Vec<PlannedCheck>>,
    /// What the session's last id is.
    pub last_id: LastId,
    /// The value that MySQL's IGNORE stores in the place of NULL.
    pub implicit_default: fn(&Column) -> Value,
    /// The order in which triggers of one time and event run.
    pub trigger_order: TriggerOrder,
    /// BEFORE triggers may change the row (not in SQLite).
    pub triggers_change_rows: bool,
    /// Rows that REPLACE deletes fire their delete triggers without a setting (MySQL).
    pub replace_fires: bool,
    /// When a foreign key that is not deferred is judged.
    pub foreign_keys_when: super::conflict::When,
    /// What stops a statement where no clause says otherwise, as the database calls it.
    pub stop_word: &'static str,
    /// Violations of foreign keys are counted rather than looked at again (SQLite).
    pub foreign_keys_are_counted: bool,
    /// A changed row is a new version after all others (PostgreSQL).
    pub updates_move: bool,
    /// What follows a row, foreign keys' actions and AFTER triggers, waits for the end of the
    /// statement (PostgreSQL).
    pub follows_at_end: bool,
    /// Why a trigger may not be made.
    pub refuse_trigger: fn(&ast::CreateTrigger, &Table) -> std::result::Result<(), ErrorKind>,
    /// The error for a trigger that writes a table which the statement that fired it writes; none
    /// where it may (not in MySQL).
    pub table_in_use: Option<fn(&str) -> ErrorKind>,
    /// What foreign keys do to children fires their triggers (not in MySQL).
    pub cascades_fire: bool,
    /// An upsert may touch a row twice (not in PostgreSQL).
    pub may_touch_twice: bool,
    /// Assignments see earlier ones (MySQL).
    pub sequential_set: bool,
    /// Errors name the table as it was written: alias, or schema and name (SQLite).
    pub target_as_written: bool,
    /// What a trigger's own statements warn of is not the statement's (MySQL; compared with MariaDB
    /// 10.11).
    pub trigger_warnings_end: bool,
    /// A statement may not write the table that a subquery of its own reads (MySQL).
    pub own_table_refused: bool,
    /// What a conflict target says is bound, not only compared (PostgreSQL).
    pub target_is_bound: bool,
    /// SET of several columns wants a row (PostgreSQL).
    pub row_set_wants_row: bool,
    /// In DO UPDATE the table may be named with its schema (SQLite).
    pub schema_names_target: bool,
    /// FROM may not name the table that UPDATE writes (SQLite).
    pub target_not_in_from: bool,
    /// Columns that are written are looked at as they are named, so that a computed one is refused at once:
    /// SET before WHERE and FROM, its values before its columns where there is no FROM. With FROM the
    /// values are those of a query (SQLite).
    pub set_comes_first: bool,
    /// Rows of VALUES whose NULL or DEFAULT in an identity column take a value from its sequence.
    pub null_takes_sequence: bool,
    /// A row that REPLACE would leave exactly as it was counts once (MySQL), and how rows count.
    pub counting: Counting,
    /// A row that REPLACE would delete is changed in its place where nothing wants to know of it (MySQL;
    /// sql_insert.cc, write_record).
    pub replaces_in_place: bool,
    /// Rows of an INSERT's query are written as they come, those before its error too.
    pub writes_until_error: bool,
    /// An unassigned column without a default is an error (MySQL's 1364).
    pub missing_default_is_error: bool,
    /// IGNORE stores values that do not fit, with a warning, and so does non-strict mode (MySQL).
    pub ignore_is_lenient: bool,
    /// Without a column list a row may have fewer values than columns (PostgreSQL).
    pub short_rows: bool,
    /// RETURNING sees the table under its own name and nothing beside it (SQLite).
    pub returning_sees_table_alone: bool,
    /// Rows to be changed are gathered first and then written in the order of their keys, unless
    /// one pass can do it (SQLite).
    pub gathers_rows: bool,
    /// Several rows of VALUES are a query of their own: names in them are looked at first, they must be
    /// equally long, and only then are they compared with the columns (SQLite).
    pub equal_rows: bool,
    /// Without a column list generated columns are left out (SQLite).
    pub skip_generated: bool,
    /// A column listed twice is an error (not in SQLite, where the first counts).
    pub repeated_column_is_error: bool,
    /// Unknown columns of SET are reported with their table.
    pub update_names_table: bool,
    /// The name of the row that was to be inserted: `excluded`; what `VALUES(c)` refers to (MySQL).
    pub proposed_row: &'static str,
    /// The column that tells in RETURNING whether the row was locked to be updated
    /// (PostgreSQL's `xmax`, which is not 0 after DO UPDATE).
    pub lock_column: Option<SystemColumn>,
    /// Names that a conflict target may have though no column has them.
    pub system_columns: &'static [&'static str],
    /// SET may name a column with its table (not in PostgreSQL).
    pub qualified_set: bool,
    /// OLD, NEW and the row that was to be inserted have no affinities (SQLite).
    pub plain_rows: bool,
    /// A view over one table can be written (PostgreSQL).
    pub views_are_written: bool,
    /// The names of the row before and the row after a change in RETURNING (PostgreSQL).
    pub changed_rows: &'static [&'static str],
    /// `excluded` shares bare names with the table, which makes them ambiguous (PostgreSQL).
    pub bare_names_mean_excluded_too: bool,
    /// Whether rows that satisfy a target's predicate satisfy an index's (partial indexes).
    pub implies: fn(given: Option<&ast::Expr>, index: Option<&ast::Expr>) -> bool,
    /// A conflict target means one index, the first that fits as the database links them (SQLite),
    /// not all that fit (PostgreSQL).
    pub one_arbiter: bool,
    /// The conflict target may name these indexes; an error says why not.
    pub accept_arbiter: fn(&Index, &ArbiterUse) -> std::result::Result<bool, ErrorKind>,
}

/// Values that a column stores as they are, so that nothing need be asked of the dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsIs {
    /// None but NULL.
    Nothing,
    /// Integers.
    Int,
    /// Reals.
    Real,
    /// Texts.
    Text,
    /// All.
    Everything,
}

impl AsIs {
    /// Whether a value is stored as it is.
    pub fn holds(self, value: ValueRef<'_>) -> bool {
        match (self, value) {
            (AsIs::Everything, _) | (_, ValueRef::Null) => true,
            (AsIs::Int, ValueRef::Int(_)) | (AsIs::Text, ValueRef::Text(_)) => true,
            // A negative zero is not kept by all (SQLite).
            (AsIs::Real, ValueRef::Real(x)) => x != 0.0,
            (AsIs::Nothing | AsIs::Int | AsIs::Real | AsIs::Text, _) => false,
        }
    }
}

/// A column that no table declares: its name and type.
pub type SystemColumn = (&'static str, fn() -> Type);

/// The function that brings values to columns.
pub type Assign = fn(&Column, Value, Mode) -> std::result::Result<Assigned, ErrorKind>;

/// What `last_insert_rowid()` and `LAST_INSERT_ID()` are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastId {
    /// The rowid of each row written (SQLite).
    Rowid,
    /// The first value that AUTO_INCREMENT gave in a statement (MySQL).
    FirstGenerated,
    /// Nothing (PostgreSQL).
    None,
}

/// Makes a column of a query's result column and the name it is to have.
pub type DerivedColumn = fn(&super::node::ResultColumn, Option<std::rc::Rc<str>>) -> Column;

/// The order in which triggers of one time and event run.
#[derive(Clone, Copy, Debug)]
pub enum TriggerOrder {
    /// As the dialect puts those into order that come oldest first (SQLite).
    Own(fn(&Catalog, &mut [Rc<Trigger>])),
    /// Oldest first (MySQL).
    Oldest,
    /// By name (PostgreSQL).
    Name,
}

/// How changed rows are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Every row written counts 1.
    Written,
    /// Insert 1, upsert that changes 2, upsert or update that changes nothing 0, REPLACE 1 and 1
    /// for each row it deletes (MySQL).
    Mysql,
}

/// What decides a write's checks.
pub struct WriteContext<'a> {
    /// The table.
    pub table: &'a Table,
    /// The session's settings.
    pub settings: &'a super::Settings,
    /// Its indexes, oldest first.
    pub indexes: &'a [std::rc::Rc<Index>],
    /// What the statement says.
    pub on_conflict: &'a OnConflict,
    /// Indexes that each arm takes: none for all of them.
    pub arms: &'a [ArmTarget],
    /// The OR clause of the statement that fired the trigger in which this write stands.
    pub inherited_or: Option<OrClause>,
    /// The columns that an UPDATE changes; none for an INSERT.
    pub changed: Option<&'a [usize]>,
    /// It may write several rows.
    pub many: bool,
    /// An INSERT gives the rowid or the column that is it.
    pub rowid_given: bool,
    /// The write is the update of an upsert.
    pub upsert_update: bool,
    /// An UPDATE takes the old row out of all indexes, for the sake of foreign keys.
    pub all_indexes: bool,
}

/// Which collisions an arm takes, by what they are of.
#[derive(Clone, Debug, PartialEq)]
pub enum ArmTarget {
    /// Any.
    Any,
    /// The rowid.
    Rowid,
    /// These indexes.
    Indexes(Vec<crate::catalog::ObjectId>),
}

/// How an arm would use an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArbiterUse {
    /// Named by ON CONSTRAINT, to update the row in the way or not.
    ByName {
        /// DO UPDATE.
        updates: bool,
    },
    /// Inferred from columns.
    Inferred,
}

/// A check as a dialect lists it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedCheck {
    /// What is looked at.
    pub subject: Subject,
    /// What a violation does.
    pub action: Action,
    /// Whose word it is.
    pub origin: Origin,
    /// The word for it.
    pub word: &'static str,
    /// When it is judged.
    pub when: super::conflict::When,
}

/// What a [`PlannedCheck`] looks at, by position in the table's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// NOT NULL of a column.
    NotNull(usize),
    /// The type that a STRICT table enforces on a column.
    Type(usize),
    /// A CHECK of the table.
    Check(usize),
    /// The rowid.
    Rowid,
    /// An index, by position among the table's indexes.
    Index(usize),
    /// An index that the statement takes for an arbiter and may not.
    Unusable(usize),
}
