//! A recorded run to plain data.

use std::rc::Rc;

use super::cell::{Cell, cells};
use super::convert;
use super::dto::ErrorData;
use super::dto_trace as dto;
use super::positions::Positions;
use super::sentence::Sentence;
use crate::catalog::ObjectId;
use crate::plan::conflict::{self, CheckKind};
use crate::session::{Session, StatementResult};
use crate::span::Span;
use crate::trace::{Ended, Frame, FrameKind, Step, StepKind, Trace, TracedChange};

/// The trace of a script and the results of its statements.
pub fn trace(session: &Session, trace: &Trace, results: &[StatementResult]) -> dto::Trace {
    let maker = Maker {
        session,
        trace,
        texts: trace.sources.iter().map(|text| Positions::new(text)).collect(),
    };
    let statements = maker.statements(results);
    let mut errors = statements.iter().filter_map(|s| s.error.as_ref());
    let steps = trace.steps.iter().map(|step| maker.step(step, &mut errors)).collect();
    let base = trace.base.iter().map(|row| dto::BaseRow {
        table: row.table.to_string(),
        rowid: Cell::int(row.rowid),
        row: cells(&row.row),
    });
    dto::Trace {
        version: 1,
        dialect: convert::dialect(session.dialect()),
        complete: trace.is_complete(),
        omitted: trace.omitted,
        sources: trace.sources.iter().map(|s| s.to_string()).collect(),
        statements,
        plans: trace.plans.iter().enumerate().map(|(id, entry)| maker.plan(id, entry)).collect(),
        tables: trace.tables.iter().map(shape).collect(),
        base: base.collect(),
        changes: trace.changes.iter().map(|c| change(trace, c)).collect(),
        steps,
    }
}

struct Maker<'a> {
    session: &'a Session,
    trace: &'a Trace,
    texts: Vec<Positions<'a>>,
}

impl Maker<'_> {
    fn span(&self, span: Span) -> Option<super::dto::Span> {
        let source = span.source as usize;
        self.texts.get(source).map(|text| text.span(span, source))
    }

    fn statements(&self, results: &[StatementResult]) -> Vec<dto::TracedStatement> {
        let begins = |step: &Step| matches!(step.kind, StepKind::Begin(Frame::Statement));
        let steps = self.trace.steps.iter().enumerate();
        let mut firsts = steps.filter(|(_, step)| begins(step)).map(|(at, _)| at);
        let mut first = firsts.next().unwrap_or(self.trace.steps.len());
        let dialect = self.session.dialect();
        let mut statements = Vec::with_capacity(results.len());
        let Some(script) = self.texts.first() else { return statements };
        for (index, result) in results.iter().enumerate() {
            let next = firsts.next().unwrap_or(self.trace.steps.len());
            let data = convert::result(dialect, result, script, index);
            let error = data.error.clone();
            let rows = result.rows.iter().map(|row| cells(row)).collect();
            let mut left_out = self.trace.left_out.iter();
            statements.push(dto::TracedStatement {
                left_out: left_out.find(|(of, _)| *of == index).map(|(_, rows)| *rows),
                span: data.span,
                command: result.command,
                first_step: first,
                last_step: next as i64 - 1,
                result: error.is_none().then_some(super::dto::ResultData { rows, ..data }),
                error,
                transaction: convert::transaction(result.transaction),
            });
            first = next;
        }
        statements
    }

    fn plan(&self, id: usize, entry: &crate::trace::PlanEntry) -> dto::Plan {
        let checks = entry.plan.checks.iter().zip(&entry.words).enumerate();
        dto::Plan {
            id,
            table: entry.plan.table.to_string(),
            statement: entry.statement,
            checks: checks.map(|(id, (check, words))| self.check(id, check, *words)).collect(),
        }
    }

    fn check(&self, id: usize, check: &conflict::Check, words: Option<Span>) -> dto::Check {
        let kind = match &check.kind {
            CheckKind::NotNull { .. } => "not null",
            CheckKind::Type { .. } | CheckKind::Check { .. } => "check",
            CheckKind::Rowid { kind } => kind.name(),
            CheckKind::Unique(unique) => unique.kind.name(),
            CheckKind::Unusable => "unique",
            CheckKind::Exclusion { .. } => "exclusion",
        };
        let index = match &check.kind {
            CheckKind::Unique(unique) => Some(unique.name.to_string()),
            CheckKind::NotNull { .. }
            | CheckKind::Type { .. }
            | CheckKind::Check { .. }
            | CheckKind::Rowid { .. }
            | CheckKind::Exclusion { .. }
            | CheckKind::Unusable => None,
        };
        let condition = match &check.kind {
            CheckKind::Check { text, .. } => Some(text.to_string()),
            _ => None,
        };
        dto::Check {
            id,
            kind: convert::conflict_kind(kind),
            condition,
            constraint: check.constraint.as_ref().map(|c| c.to_string()),
            index,
            columns: strings(&check.columns),
            when: match check.when {
                conflict::When::Row => dto::When::Row,
                conflict::When::StatementEnd => dto::When::Statement,
                conflict::When::Commit => dto::When::Commit,
            },
            action: check.word,
            source: convert::origin(check.origin.name()),
            span: words.and_then(|span| self.span(span)),
        }
    }

    /// `errors` are those of the statements that failed, in order.
    fn step<'e>(&self, step: &Step, errors: &mut impl Iterator<Item = &'e ErrorData>) -> dto::Step {
        let error = match &step.kind {
            StepKind::Failed { .. } => errors.next(),
            _ => None,
        };
        let check = match &step.kind {
            StepKind::Check { check, .. }
            | StepKind::Probe { check, .. }
            | StepKind::Skipped { check, .. }
            | StepKind::Decide { check, .. } => Some(*check),
            _ => None,
        };
        let message = error.map(|error| error.message.as_str());
        let text = Sentence { trace: self.trace, step, message }.to_string();
        dto::Step {
            what: kind(&step.kind, error),
            plan: check.map(|(plan, _)| plan),
            check: check.map(|(_, check)| check),
            depth: step.depth,
            at: step.at,
            span: step.span.and_then(|span| self.span(span)),
            text,
        }
    }
}

fn kind(kind: &StepKind, error: Option<&ErrorData>) -> dto::StepKind {
    match kind {
        StepKind::Begin(frame) => begin(frame),
        StepKind::End(frame, how) => dto::StepKind::End { frame: name(*frame), ended: ended(*how) },
        StepKind::Default { column, value } => {
            dto::StepKind::Default { column: column.to_string(), value: value.borrow().into() }
        }
        StepKind::Coerced { column, before, after } => dto::StepKind::Coerced {
            column: column.to_string(),
            before: before.borrow().into(),
            after: after.borrow().into(),
        },
        StepKind::Parent { table, columns, key, found } => dto::StepKind::Parent {
            table: table.to_string(),
            columns: strings(columns),
            key: cells(key),
            found: *found,
        },
        StepKind::Computed { column, value } => {
            dto::StepKind::Computed { column: column.to_string(), value: value.borrow().into() }
        }
        StepKind::Sequence { name, value } => {
            dto::StepKind::Sequence { name: name.to_string(), value: value.borrow().into() }
        }
        StepKind::Check { passed, .. } => dto::StepKind::Check { passed: *passed },
        StepKind::Probe { key, hit, own, .. } => {
            dto::StepKind::Probe { key: cells(key), hit: hit.map(Cell::int), own: *own }
        }
        StepKind::Skipped { reason, .. } => dto::StepKind::Skipped { reason },
        StepKind::Decide { origin, word, other, .. } => dto::StepKind::Decide {
            action: word,
            source: convert::origin(origin.name()),
            other: other.map(Cell::int),
        },
        StepKind::Filter { passed } => dto::StepKind::Filter { passed: *passed },
        StepKind::Place { table, rowid, row } => dto::StepKind::Place {
            table: table.to_string(),
            rowid: Cell::int(*rowid),
            row: cells(row),
        },
        StepKind::Delete { table, rowid } => {
            dto::StepKind::Delete { table: table.to_string(), rowid: Cell::int(*rowid) }
        }
        StepKind::Undid { scope } => dto::StepKind::Undid { scope: convert::undone(*scope) },
        StepKind::Warning { level, code, message } => {
            dto::StepKind::Warning { level, code: code.clone(), message: message.clone() }
        }
        StepKind::Failed { .. } => {
            dto::StepKind::Failed { error: Box::new(error.cloned().unwrap_or_default()) }
        }
    }
}

fn begin(frame: &Frame) -> dto::StepKind {
    let (mut ordinal, mut values, mut replaces, mut name) = (None, None, None, None);
    let (mut columns, mut action) = (None, None);
    let (frame, table) = match frame {
        Frame::Statement => (dto::Frame::Statement, None),
        Frame::Row { table, ordinal: number, values: proposed, replaces: old } => {
            (ordinal, values) = (Some(*number), Some(cells(proposed)));
            replaces = old.map(Cell::int);
            (dto::Frame::Row, Some(table))
        }
        Frame::Trigger { name: own, table } => {
            name = Some(own.to_string());
            (dto::Frame::Trigger, Some(table))
        }
        Frame::ForeignKey { name: own, table, columns: of, action: words } => {
            name = Some(own.to_string());
            (columns, action) = (Some(strings(of)), Some(words.clone()));
            (dto::Frame::ForeignKey, Some(table))
        }
        Frame::Deferred => (dto::Frame::Deferred, None),
    };
    let table = table.map(|t| t.to_string());
    dto::StepKind::Begin { frame, ordinal, table, values, replaces, name, columns, action }
}

fn name(frame: FrameKind) -> dto::Frame {
    match frame {
        FrameKind::Statement => dto::Frame::Statement,
        FrameKind::Row => dto::Frame::Row,
        FrameKind::Trigger => dto::Frame::Trigger,
        FrameKind::ForeignKey => dto::Frame::ForeignKey,
        FrameKind::Deferred => dto::Frame::Deferred,
    }
}

fn ended(how: Ended) -> dto::Ended {
    match how {
        Ended::Inserted => dto::Ended::Inserted,
        Ended::Updated => dto::Ended::Updated,
        Ended::Replaced => dto::Ended::Replaced,
        Ended::Deleted => dto::Ended::Deleted,
        Ended::Ignored => dto::Ended::Ignored,
        Ended::Unchanged => dto::Ended::Unchanged,
        Ended::Failed => dto::Ended::Failed,
        Ended::Done => dto::Ended::Done,
    }
}

fn shape(table: &crate::trace::TableShape) -> dto::TableShape {
    let indexes = table.indexes.iter();
    dto::TableShape {
        name: table.name.to_string(),
        columns: strings(&table.columns),
        indexes: indexes
            .map(|(name, terms)| dto::IndexShape {
                name: name.to_string(),
                columns: strings(terms),
            })
            .collect(),
    }
}

fn name_of(trace: &Trace, table: ObjectId) -> String {
    trace.tables.iter().find(|t| t.id == table).map_or_else(String::new, |t| t.name.to_string())
}

fn change(trace: &Trace, change: &TracedChange) -> dto::Change {
    match change {
        TracedChange::Row { table, rowid, before, after } => dto::Change::Row {
            table: table.to_string(),
            rowid: Cell::int(*rowid),
            before: before.as_deref().map(cells),
            after: after.as_deref().map(cells),
        },
        TracedChange::Entry { table, index, key, rowid, added, position } => dto::Change::Entry {
            index: index.to_string(),
            table: name_of(trace, *table),
            key: cells(key),
            rowid: Cell::int(*rowid),
            added: *added,
            position: *position,
        },
        TracedChange::Object { name, before, after } => dto::Change::Object {
            name: name.clone(),
            before: before.as_ref().map(|s| s.to_string()),
            after: after.as_ref().map(|s| s.to_string()),
        },
        TracedChange::Sequence { name, before, after } => dto::Change::Sequence {
            name: name.to_string(),
            before: before.borrow().into(),
            after: after.borrow().into(),
        },
    }
}

fn strings(texts: &[Rc<str>]) -> Vec<String> {
    texts.iter().map(|t| t.to_string()).collect()
}
