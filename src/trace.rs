//! What happened, step by step. Decisions are emitted by `exec`; changes record themselves. Holds
//! plain data with copies of rows, since it outlives them.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::catalog::{Object, ObjectId};
use crate::error::Error;
use crate::plan::conflict::{Action, ConflictPlan, Origin, Scope};
use crate::span::Span;
use crate::store::{Change, Store};
use crate::value::Value;

/// A recorded run.
#[derive(Debug, Default)]
pub struct Trace {
    /// The texts that spans point into; 0 is the script.
    pub sources: Vec<Rc<str>>,
    /// The plans that steps refer to.
    pub plans: Vec<PlanEntry>,
    /// Decisions in order.
    pub steps: Vec<Step>,
    /// Changes in order, those of an undo included.
    pub changes: Vec<TracedChange>,
    /// Shapes of the tables that were touched, as they were when first touched.
    pub tables: Vec<TableShape>,
    /// Rows that were touched, as they were before.
    pub base: Vec<BaseRow>,
    /// Steps that were left out because the budget was used up.
    pub omitted: u64,
    /// Statements of which rows have no steps, since nothing happened to them, and how many.
    pub left_out: Vec<(usize, usize)>,
    depth: u16,
    budget: usize,
    /// Bytes of the values of changes, which steps repeat a few times.
    bytes: usize,
    statement: usize,
    /// Where the steps of the statement and those of the row at hand begin.
    from: (usize, usize),
    /// Something has happened to that row that is worth its steps.
    eventful: bool,
    /// Rows seen by table and rowid, so that only the first image goes into the base.
    touched: FxHashSet<(ObjectId, i64)>,
}

/// Bytes of values from which on a trace keeps no more.
const MOST_BYTES: usize = 16 << 20;

/// Changes from which on it keeps no more: two for each of 125,000 rows.
const MOST_CHANGES: usize = 250_000;

/// Steps of a statement from which on its rows are left out to which nothing happens, so that a
/// collision after a large import is still seen.
const MOST_CALM: usize = 4000;

/// A plan of checks and the statement that it belongs to.
#[derive(Debug)]
pub struct PlanEntry {
    /// The plan.
    pub plan: Rc<ConflictPlan>,
    /// Index of the statement.
    pub statement: usize,
    /// For each check the words that decide.
    pub words: Vec<Option<Span>>,
}

/// One decision.
#[derive(Debug)]
pub struct Step {
    /// What was decided.
    pub kind: StepKind,
    /// The words of SQL that decide.
    pub span: Option<Span>,
    /// Nesting.
    pub depth: u16,
    /// Number of changes applied so far.
    pub at: usize,
}

/// A check of a plan: its number in [`Trace::plans`] and its number in the plan.
pub type CheckRef = (usize, usize);

/// The kinds of step.
#[allow(missing_docs, reason = "a variant's comment speaks of its fields")]
#[derive(Debug)]
pub enum StepKind {
    /// Something that has steps of its own begins.
    Begin(Frame),
    /// It ends.
    End(FrameKind, Ended),
    /// A column takes its default.
    Default { column: Rc<str>, value: Value },
    /// A value is brought to its column's type.
    Coerced { column: Rc<str>, before: Value, after: Value },
    /// The row that a foreign key refers to was looked for.
    Parent {
        /// The table that must have it.
        table: Rc<str>,
        /// Its key's columns.
        columns: Vec<Rc<str>>,
        /// The key.
        key: Vec<Value>,
        /// It is there.
        found: bool,
    },
    /// A generated column is computed.
    Computed { column: Rc<str>, value: Value },
    /// A sequence gives a value.
    Sequence { name: Rc<str>, value: Value },
    /// NOT NULL, CHECK.
    Check { check: CheckRef, passed: bool },
    /// A key is looked up. `hit` is the rowid of another row that has it; `own` says that the row
    /// itself has it already.
    Probe { check: CheckRef, key: Vec<Value>, hit: Option<i64>, own: bool },
    /// A check that does not concern the row.
    Skipped { check: CheckRef, reason: &'static str },
    /// What is done about a violation.
    Decide {
        check: CheckRef,
        action: Action,
        origin: Origin,
        word: &'static str,
        other: Option<i64>,
    },
    /// The WHERE of a DO UPDATE.
    Filter { passed: bool },
    /// The row is written.
    Place { table: Rc<str>, rowid: i64, row: Vec<Value> },
    /// A row is deleted.
    Delete { table: Rc<str>, rowid: i64 },
    /// Changes were taken back.
    Undid { scope: Scope },
    /// A warning.
    Warning { level: &'static str, code: String, message: String },
    /// The statement failed.
    Failed { error: Error },
}

impl StepKind {
    /// Whether it is more than a free gate on the way of a row that is written.
    fn is_event(&self) -> bool {
        matches!(
            self,
            StepKind::Probe { hit: Some(_), own: false, .. }
                | StepKind::Check { passed: false, .. }
                | StepKind::Parent { found: false, .. }
                | StepKind::Decide { .. }
                | StepKind::Undid { .. }
                | StepKind::Warning { .. }
                | StepKind::Failed { .. }
                | StepKind::End(_, Ended::Failed)
        )
    }
}

/// What a frame is about.
#[allow(missing_docs, reason = "a variant's comment speaks of its fields")]
#[derive(Debug)]
pub enum Frame {
    /// A statement.
    Statement,
    /// A candidate row.
    Row {
        /// Its table.
        table: Rc<str>,
        /// Its number in the statement, from 1.
        ordinal: usize,
        /// Its values as proposed.
        values: Vec<Value>,
        /// The row that it takes the place of.
        replaces: Option<i64>,
    },
    /// A trigger's program.
    Trigger { name: Rc<str>, table: Rc<str> },
    /// A foreign key's work.
    ForeignKey {
        name: Rc<str>,
        table: Rc<str>,
        /// The child's columns.
        columns: Vec<Rc<str>>,
        /// The words for it: `ON DELETE CASCADE`.
        action: String,
    },
    /// Deferred checks.
    Deferred,
}

/// The kinds of frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// A statement.
    Statement,
    /// A row.
    Row,
    /// A trigger.
    Trigger,
    /// A foreign key's work.
    ForeignKey,
    /// Deferred checks.
    Deferred,
}

/// How a frame ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// The shape of a table.
#[derive(Debug)]
pub struct TableShape {
    /// Its number.
    pub id: ObjectId,
    /// Its name.
    pub name: Rc<str>,
    /// Its columns.
    pub columns: Vec<Rc<str>>,
    /// Its indexes: name and texts of the key's terms.
    pub indexes: Vec<(Rc<str>, Vec<Rc<str>>)>,
}

/// A row before it was touched.
#[derive(Debug)]
pub struct BaseRow {
    /// Its table.
    pub table: Rc<str>,
    /// Its rowid.
    pub rowid: i64,
    /// Its values.
    pub row: Vec<Value>,
}

/// A change in full.
#[allow(missing_docs, reason = "a variant's comment speaks of its fields")]
#[derive(Debug)]
pub enum TracedChange {
    /// A row.
    Row { table: Rc<str>, rowid: i64, before: Option<Vec<Value>>, after: Option<Vec<Value>> },
    /// An index entry and its position in index order; the table, since MySQL's indexes are named
    /// within theirs.
    Entry {
        table: ObjectId,
        index: Rc<str>,
        key: Vec<Value>,
        rowid: i64,
        added: bool,
        position: usize,
    },
    /// A definition: its SQL text.
    Object { name: String, before: Option<Rc<str>>, after: Option<Rc<str>> },
    /// A sequence.
    Sequence { name: Rc<str>, before: Value, after: Value },
}

impl Trace {
    /// An empty trace of a script that keeps at most `budget` steps.
    pub fn new(script: &str, budget: usize) -> Trace {
        Trace { sources: vec![Rc::from(script)], budget, ..Trace::default() }
    }

    /// Whether nothing was left out.
    pub fn is_complete(&self) -> bool {
        self.omitted == 0
    }

    /// From now on steps and plans belong to this statement.
    pub fn begin_statement(&mut self, statement: usize) {
        self.statement = statement;
        self.depth = 0;
    }

    /// A span of a text that began at `base` of the script that brought it. Where that is the script
    /// at hand the span is right as it is; else the text becomes a source of its own.
    pub fn locate(&mut self, span: Span, text: &Rc<str>, base: u32) -> Span {
        let at = base as usize;
        let script = self.sources.first().and_then(|s| s.get(at..at + text.len()));
        if script == Some(text) {
            return span;
        }
        let known = self.sources.iter().position(|s| s == text);
        let source = known.unwrap_or_else(|| {
            self.sources.push(text.clone());
            self.sources.len() - 1
        });
        let (start, end) = (span.start.saturating_sub(base), span.end.saturating_sub(base));
        Span { source: source as u32, start, end }
    }

    /// The number of a plan; it is added when it is new. `running` is the trigger's text where one
    /// runs, which the words of statements then stand in.
    pub fn plan(&mut self, plan: &Rc<ConflictPlan>, running: Option<&(Rc<str>, u32)>) -> usize {
        let statement = self.statement;
        let same = |e: &PlanEntry| e.statement == statement && Rc::ptr_eq(&e.plan, plan);
        if let Some(known) = self.plans.iter().rposition(same) {
            return known;
        }
        let mut words = Vec::with_capacity(plan.checks.len());
        for check in &plan.checks {
            words.push(match (check.origin, running) {
                (Origin::Statement(span), Some((text, base))) => {
                    Some(self.locate(span, text, *base))
                }
                (Origin::Statement(span), None) => Some(span),
                (Origin::Constraint(span), _) => {
                    let (text, base) = &plan.definition;
                    Some(self.locate(span, text, *base))
                }
                (Origin::Default, _) => None,
            });
        }
        self.plans.push(PlanEntry { plan: plan.clone(), statement, words });
        self.plans.len() - 1
    }

    /// Adds a step.
    pub fn step(&mut self, span: Option<Span>, kind: StepKind) {
        if matches!(kind, StepKind::End(..)) {
            self.depth = self.depth.saturating_sub(1);
        }
        let begins = matches!(kind, StepKind::Begin(_));
        let ends = match kind {
            StepKind::End(kind, _) if self.depth == 1 => Some(kind),
            _ => None,
        };
        let starts = matches!(kind, StepKind::Begin(Frame::Statement));
        self.eventful |= kind.is_event();
        if let StepKind::Begin(Frame::Row { values, .. }) = &kind {
            self.weigh(values);
        }
        if !self.full() {
            let at = self.changes.len();
            self.steps.push(Step { kind, span, depth: self.depth, at });
        } else {
            self.omitted += 1;
        }
        if begins {
            self.depth += 1;
        }
        if starts {
            self.from.0 = self.steps.len();
        } else if let Some(frame) = ends {
            self.leave_out(frame);
        }
        if starts || ends.is_some() {
            self.from.1 = self.steps.len();
            self.eventful = false;
        }
    }

    /// Leaves out the steps of a row to which nothing has happened, once there are many of them. Its
    /// changes stay.
    fn leave_out(&mut self, frame: FrameKind) {
        if self.eventful || self.steps.len() <= self.from.0 + MOST_CALM {
            return;
        }
        self.steps.truncate(self.from.1);
        if frame != FrameKind::Row {
            return;
        }
        match self.left_out.last_mut() {
            Some((statement, rows)) if *statement == self.statement => *rows += 1,
            _ => self.left_out.push((self.statement, 1)),
        }
    }

    fn full(&self) -> bool {
        self.steps.len() >= self.budget
            || self.bytes > MOST_BYTES
            || self.changes.len() >= MOST_CHANGES
    }

    fn weigh(&mut self, values: &[Value]) {
        self.bytes += values.iter().map(Value::bytes).sum::<usize>();
    }

    /// Notes what a change will remove, while it is still there.
    pub fn before_change(&mut self, store: &Store, change: &Change) {
        if self.full() {
            return;
        }
        match change {
            Change::Row { table, rowid, before, .. } => {
                let Some(name) = self.touch(store, *table) else { return };
                if self.touched.insert((*table, *rowid))
                    && let Some(slot) = before
                {
                    let row = values(store, *slot);
                    self.base.push(BaseRow { table: name, rowid: *rowid, row });
                }
                let Some(slot) = before else { return };
                for index in plain_indexes(store, *table) {
                    self.entry(store, index, *slot, *rowid, false);
                }
            }
            Change::Entry { index, slot, added: false, .. } => {
                let rowid = store.record(*slot).rowid();
                self.entry(store, *index, *slot, rowid, false);
            }
            Change::Entry { .. } | Change::Object { .. } | Change::Sequence { .. } => {}
        }
    }

    /// Notes a change that was applied.
    pub fn after_change(&mut self, store: &Store, change: &Change) {
        if self.full() {
            return;
        }
        match change {
            Change::Row { table, rowid, before, after } => {
                let Some(name) = self.touch(store, *table) else { return };
                let was = before.map(|slot| values(store, slot));
                let is = after.map(|slot| values(store, slot));
                self.weigh(was.as_deref().unwrap_or_default());
                self.weigh(is.as_deref().unwrap_or_default());
                let rowid = *rowid;
                let change = TracedChange::Row { table: name, rowid, before: was, after: is };
                self.changes.push(change);
                let Some(slot) = after else { return };
                for index in plain_indexes(store, *table) {
                    self.entry(store, index, *slot, rowid, true);
                }
            }
            Change::Entry { index, slot, added: true, .. } => {
                let rowid = store.record(*slot).rowid();
                self.entry(store, *index, *slot, rowid, true);
            }
            Change::Entry { .. } => {}
            Change::Object { key, before, after } => self.changes.push(TracedChange::Object {
                name: key.name.clone(),
                before: before.as_ref().and_then(sql_of),
                after: after.as_ref().and_then(sql_of),
            }),
            Change::Sequence { id, before, after, .. } => {
                let Some(sequence) = store.catalog().sequence_by_id(*id) else { return };
                let value = |s: &Option<crate::catalog::SequenceState>| match s {
                    Some(state) => Value::Int(state.value),
                    None => Value::Null,
                };
                self.changes.push(TracedChange::Sequence {
                    name: sequence.name.clone(),
                    before: value(before),
                    after: value(after),
                });
            }
        }
    }

    fn entry(
        &mut self,
        store: &Store,
        index: ObjectId,
        slot: crate::store::Slot,
        rowid: i64,
        added: bool,
    ) {
        let Some((table, name)) = index_by_id(store, index) else { return };
        let position = store.position(index, slot);
        let key = store.key_of(index, slot);
        self.changes.push(TracedChange::Entry { table, index: name, key, rowid, added, position });
    }

    /// Notes the shape of a table when it is touched for the first time; gives its name.
    pub fn touch(&mut self, store: &Store, table: ObjectId) -> Option<Rc<str>> {
        if let Some(shape) = self.tables.iter().find(|t| t.id == table) {
            return Some(shape.name.clone());
        }
        let definition = store.catalog().table_by_id(table)?.clone();
        let column = |c: usize| definition.columns.get(c).map(|c| c.name.clone());
        let indexes = store.indexes(table).map(|index| {
            let terms = index.terms.iter().filter_map(|t| match &t.term {
                crate::catalog::Term::Column(c) => column(*c),
                crate::catalog::Term::Expr(_, text) => Some(text.clone()),
            });
            (index.name.clone(), terms.collect())
        });
        self.tables.push(TableShape {
            id: table,
            name: definition.name.clone(),
            columns: definition.columns.iter().map(|c| c.name.clone()).collect(),
            indexes: indexes.collect(),
        });
        Some(definition.name.clone())
    }
}

fn plain_indexes(store: &Store, table: ObjectId) -> Vec<ObjectId> {
    store.indexes(table).filter(|i| i.is_plain()).map(|i| i.id).collect()
}

fn index_by_id(store: &Store, id: ObjectId) -> Option<(ObjectId, Rc<str>)> {
    store.index(id).map(|i| (i.table, i.name.clone()))
}

fn values(store: &Store, slot: crate::store::Slot) -> Vec<Value> {
    store.record(slot).values().map(crate::value::ValueRef::to_value).collect()
}

fn sql_of(object: &Object) -> Option<Rc<str>> {
    match object {
        Object::Table(table) => Some(table.sql.clone()),
        Object::Index(index) => Some(index.sql.clone().unwrap_or_else(|| index.name.clone())),
        Object::View(view) => Some(view.sql.clone()),
        Object::Trigger(trigger) => Some(trigger.sql.clone()),
        Object::Sequence(sequence) => Some(sequence.name.clone()),
        Object::Function(function) => Some(function.text.clone()),
        Object::Type(found) => Some(found.name.clone()),
        Object::Schema(_, name) => Some(name.clone()),
    }
}
