//! A recorded run as plain data. The TypeScript types are made from these structs.

use serde::Serialize;

use super::cell::Cell;
use super::dto::{ClauseOrigin, ConflictKind, Dialect, ErrorData, ResultData, Span};
use super::dto::{TransactionState, Undone};

/// A recorded run.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Trace {
    /// Version of this form.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "1"))]
    pub version: u8,
    /// The dialect.
    pub dialect: Dialect,
    /// The budget was not used up.
    pub complete: bool,
    /// Steps left out since it was.
    pub omitted: u64,
    /// The texts that spans point into; 0 is the script.
    pub sources: Vec<String>,
    /// The statements of the script.
    pub statements: Vec<TracedStatement>,
    /// The checks that rows went through.
    pub plans: Vec<Plan>,
    /// Shapes of the tables that were touched.
    pub tables: Vec<TableShape>,
    /// Rows that were touched, as they were before.
    pub base: Vec<BaseRow>,
    /// Changes in order, those of an undo included.
    pub changes: Vec<Change>,
    /// Decisions in order.
    pub steps: Vec<Step>,
}

/// A statement of a recorded script. `firstStep` is past `lastStep` when none of its steps was kept.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TracedStatement {
    /// Where it stands.
    pub span: Span,
    /// `INSERT`, `SELECT` …
    pub command: &'static str,
    /// Its first step.
    pub first_step: usize,
    /// Its last step.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub last_step: i64,
    /// Its result.
    pub result: Option<ResultData>,
    /// Its error.
    pub error: Option<ErrorData>,
    /// The transaction after it.
    pub transaction: TransactionState,
    /// Rows to which nothing happened, and which have no steps, since there are thousands of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub left_out: Option<usize>,
}

/// The checks of one kind of write to one table, in the order in which they run.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Plan {
    /// Its number.
    pub id: usize,
    /// The table.
    pub table: String,
    /// Number of the statement.
    pub statement: usize,
    /// The checks.
    pub checks: Vec<Check>,
}

/// One check.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Check {
    /// Its number in the plan.
    pub id: usize,
    /// What is looked at.
    pub kind: ConflictKind,
    /// The constraint's name.
    pub constraint: Option<String>,
    /// The condition of a CHECK.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub condition: Option<String>,
    /// The index.
    pub index: Option<String>,
    /// The columns or expressions.
    pub columns: Vec<String>,
    /// When it is judged.
    pub when: When,
    /// The word for what a violation does.
    pub action: &'static str,
    /// Whose word that is.
    pub source: ClauseOrigin,
    /// Where the word stands.
    pub span: Option<Span>,
}

/// When a check is judged.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// Before the row is written.
    Row,
    /// At the end of the statement.
    Statement,
    /// At commit.
    Commit,
}

/// The shape of a table.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct TableShape {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Its indexes.
    pub indexes: Vec<IndexShape>,
}

/// The shape of an index.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct IndexShape {
    /// Its name.
    pub name: String,
    /// Columns or expressions of its key.
    pub columns: Vec<String>,
}

/// A row before it was touched.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct BaseRow {
    /// Its table.
    pub table: String,
    /// Its rowid.
    pub rowid: Cell,
    /// Its values.
    pub row: Vec<Cell>,
}

/// A change in full.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Change {
    /// A row appears, disappears or has new values.
    Row {
        /// Its table.
        table: String,
        /// Its rowid.
        rowid: Cell,
        /// Before.
        before: Option<Vec<Cell>>,
        /// After.
        after: Option<Vec<Cell>>,
    },
    /// An index entry appears or disappears.
    Entry {
        /// The index.
        index: String,
        /// Its table: in MySQL indexes of several tables may share a name.
        table: String,
        /// The key.
        key: Vec<Cell>,
        /// The row that it points to.
        rowid: Cell,
        /// Added rather than removed.
        added: bool,
        /// Its place in index order.
        position: usize,
    },
    /// A definition.
    Object {
        /// Its name.
        name: String,
        /// Its SQL text before.
        before: Option<String>,
        /// Its SQL text after.
        after: Option<String>,
    },
    /// A sequence.
    Sequence {
        /// Its name.
        name: String,
        /// Before.
        before: Cell,
        /// After.
        after: Cell,
    },
}

/// A step: what happened, and how many changes were applied by then. Its type is spelled out since an
/// interface, which is what would be made of it, cannot extend a union.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    target_arch = "wasm32",
    derive(tsify::Tsify),
    tsify(type = "StepKind & { plan?: number; check?: number; depth: number; at: number; \
                  span: Span | null; text: string }")
)]
pub struct Step {
    /// What happened.
    #[serde(flatten)]
    pub what: StepKind,
    /// The plan of the check that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub plan: Option<usize>,
    /// The check that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub check: Option<usize>,
    /// Nesting.
    pub depth: u16,
    /// Changes applied so far.
    pub at: usize,
    /// The words of SQL that decide.
    pub span: Option<Span>,
    /// It in one English sentence.
    pub text: String,
}

/// What happened at a step.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum StepKind {
    /// Something that has steps of its own begins.
    Begin {
        /// What.
        frame: Frame,
        /// Number of the candidate row, from 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        ordinal: Option<usize>,
        /// The table.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        table: Option<String>,
        /// The candidate row as proposed.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        values: Option<Vec<Cell>>,
        /// The row that it takes the place of.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        replaces: Option<Cell>,
        /// The trigger's or foreign key's name.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        name: Option<String>,
        /// The foreign key's columns.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        columns: Option<Vec<String>>,
        /// What it does: `ON DELETE CASCADE`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        action: Option<String>,
    },
    /// It ends.
    End {
        /// What.
        frame: Frame,
        /// How.
        ended: Ended,
    },
    /// A column takes its default.
    Default {
        /// The column.
        column: String,
        /// The default.
        value: Cell,
    },
    /// A value is brought to its column's type.
    Coerced {
        /// The column.
        column: String,
        /// Before.
        before: Cell,
        /// After.
        after: Cell,
    },
    /// The row that a foreign key refers to was looked for.
    Parent {
        /// The table that must have it.
        table: String,
        /// Its key's columns.
        columns: Vec<String>,
        /// The key.
        key: Vec<Cell>,
        /// It is there.
        found: bool,
    },
    /// A generated column is computed.
    Computed {
        /// The column.
        column: String,
        /// Its value.
        value: Cell,
    },
    /// A sequence gives a value.
    Sequence {
        /// Its name.
        name: String,
        /// The value.
        value: Cell,
    },
    /// NOT NULL or CHECK.
    Check {
        /// Whether the row passes.
        passed: bool,
    },
    /// A key is looked up.
    Probe {
        /// The key.
        key: Vec<Cell>,
        /// The row in the way.
        hit: Option<Cell>,
        /// The entry found is the row's own.
        own: bool,
    },
    /// A check that does not concern the row.
    Skipped {
        /// Why.
        #[cfg_attr(
            target_arch = "wasm32",
            tsify(type = "\"null in key\" | \"not in partial index\" | \"columns unchanged\"")
        )]
        reason: &'static str,
    },
    /// What is done about a violation.
    Decide {
        /// The word for it.
        action: &'static str,
        /// Whose word it is.
        source: ClauseOrigin,
        /// The row in the way.
        other: Option<Cell>,
    },
    /// The WHERE of a DO UPDATE.
    Filter {
        /// Whether it holds.
        passed: bool,
    },
    /// The row is written.
    Place {
        /// The table.
        table: String,
        /// Its rowid.
        rowid: Cell,
        /// Its values.
        row: Vec<Cell>,
    },
    /// A row is deleted.
    Delete {
        /// The table.
        table: String,
        /// Its rowid.
        rowid: Cell,
    },
    /// Changes were taken back.
    Undid {
        /// Which.
        scope: Undone,
    },
    /// A warning.
    Warning {
        /// `Note`, `Warning` or `Error`.
        level: &'static str,
        /// Its code.
        code: String,
        /// Its text.
        message: String,
    },
    /// The statement failed.
    Failed {
        /// The error.
        error: Box<ErrorData>,
    },
}

/// What has steps of its own.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Frame {
    /// A statement.
    #[serde(rename = "statement")]
    Statement,
    /// A candidate row.
    #[serde(rename = "row")]
    Row,
    /// A trigger's program.
    #[serde(rename = "trigger")]
    Trigger,
    /// A foreign key's work.
    #[serde(rename = "fk action")]
    ForeignKey,
    /// Checks that were put off.
    #[serde(rename = "deferred")]
    Deferred,
}

/// How a frame ended.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "lowercase")]
pub enum Ended {
    /// A row was added.
    Inserted,
    /// A row was changed.
    Updated,
    /// A row was added after others were deleted.
    Replaced,
    /// A row was deleted.
    Deleted,
    /// A row was left out.
    Ignored,
    /// A row stayed as it was.
    Unchanged,
    /// An error.
    Failed,
    /// Nothing special.
    Done,
}
