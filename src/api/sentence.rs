//! A step of a trace in one English sentence, for golden files and for whoever reads a trace as text.
//! The page has sentences of its own in `www/text.ts`.

use std::fmt;

use super::cell;
use crate::plan::conflict::{Action, Check, CheckKind, Origin, Scope};
use crate::trace::{CheckRef, Ended, Frame, FrameKind, Step, StepKind, Trace};
use crate::value::{Value, ValueRef};

/// A step as a sentence.
pub struct Sentence<'a> {
    /// The trace that it is of.
    pub trace: &'a Trace,
    /// The step.
    pub step: &'a Step,
    /// The database's words, when the step is an error.
    pub message: Option<&'a str>,
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.step.kind {
            StepKind::Begin(frame) => self.begin(f, frame),
            StepKind::End(frame, ended) => end(f, *frame, *ended),
            StepKind::Default { column, value } => {
                write!(f, "{column} takes its default {}", Literal(value.borrow()))
            }
            StepKind::Coerced { column, before, after } => {
                let (before, after) = (Literal(before.borrow()), Literal(after.borrow()));
                write!(f, "{column} stores {before} as {after}")
            }
            StepKind::Parent { table, columns, key, found } => {
                let has = if *found { "has" } else { "has no row with" };
                write!(f, "{table} {has} ")?;
                for (at, (column, value)) in columns.iter().zip(key).enumerate() {
                    let and = if at > 0 { " and " } else { "" };
                    write!(f, "{and}{column} {}", Literal(value.borrow()))?;
                }
                Ok(())
            }
            StepKind::Computed { column, value } => {
                write!(f, "{column} is computed: {}", Literal(value.borrow()))
            }
            StepKind::Sequence { name, value } => {
                write!(f, "{name} gives {}", Literal(value.borrow()))
            }
            StepKind::Check { check, passed } => self.check(f, *check, *passed),
            StepKind::Probe { check, key, hit, own } => self.probe(f, *check, key, *hit, *own),
            StepKind::Skipped { check, reason } => self.skipped(f, *check, reason),
            StepKind::Decide { action, origin, word, other, .. } => {
                decide(f, *action, *origin, word, *other)
            }
            StepKind::Filter { passed: true } => f.write_str("the WHERE of the update holds"),
            StepKind::Filter { passed: false } => {
                f.write_str("the WHERE of the update does not hold, so the row stays as it is")
            }
            StepKind::Place { table, rowid, row } => {
                write!(f, "row {rowid} of {table} is written: {}", List(row))
            }
            StepKind::Delete { table, rowid } => write!(f, "row {rowid} of {table} is deleted"),
            StepKind::Undid { scope } => f.write_str(match scope {
                Scope::Nothing => "nothing is undone",
                Scope::Statement => "everything that the statement did is undone",
                Scope::Transaction => "everything since the transaction began is undone",
            }),
            StepKind::Warning { level, message, .. } => write!(f, "{level}: {message}"),
            StepKind::Failed { .. } => {
                write!(f, "the statement fails: {}", self.message.unwrap_or("an error"))
            }
        }
    }
}

impl Sentence<'_> {
    fn get(&self, (plan, check): CheckRef) -> Option<&Check> {
        self.trace.plans.get(plan)?.plan.checks.get(check)
    }

    fn begin(&self, f: &mut fmt::Formatter<'_>, frame: &Frame) -> fmt::Result {
        match frame {
            Frame::Statement => {
                let script = self.trace.sources.first().map_or("", |text| text);
                let words = self.step.span.map_or("", |span| span.of(script));
                write!(f, "{}", Shortened(words))
            }
            Frame::Row { table, ordinal, values, replaces: None } => {
                write!(f, "row {ordinal} for {table}: {}", List(values))
            }
            Frame::Row { table, values, replaces: Some(old), .. } => {
                write!(f, "row {old} of {table} is to become {}", List(values))
            }
            Frame::Trigger { name, table } => write!(f, "trigger {name} of {table} runs"),
            Frame::ForeignKey { name, table, .. } if name.is_empty() => {
                write!(f, "a foreign key acts on {table}")
            }
            Frame::ForeignKey { name, table, .. } => {
                write!(f, "foreign key {name} acts on {table}")
            }
            Frame::Deferred => f.write_str("the checks that were put off are judged"),
        }
    }

    fn check(&self, f: &mut fmt::Formatter<'_>, check: CheckRef, passed: bool) -> fmt::Result {
        let Some(check) = self.get(check) else { return f.write_str("a check") };
        let column = check.columns.first().map_or("the column", |c| c);
        match (&check.kind, passed) {
            (CheckKind::NotNull { .. }, true) => write!(f, "{column} is not NULL, as it must be"),
            (CheckKind::NotNull { .. }, false) => write!(f, "{column} is NULL and may not be"),
            (CheckKind::Type { .. }, true) => write!(f, "{column} has the type that it must have"),
            (CheckKind::Type { .. }, false) => write!(f, "{column} has the wrong type"),
            (CheckKind::Check { text, .. }, true) => write!(f, "CHECK ({text}) is not violated"),
            (CheckKind::Check { text, .. }, false) => write!(f, "CHECK ({text}) is violated"),
            (CheckKind::Unusable, _) => f.write_str("a deferrable constraint cannot be an arbiter"),
            (CheckKind::Rowid { .. } | CheckKind::Unique(_) | CheckKind::Exclusion { .. }, _) => {
                f.write_str(if passed { "the key is free" } else { "the key is taken" })
            }
        }
    }

    fn probe(
        &self,
        f: &mut fmt::Formatter<'_>,
        check: CheckRef,
        key: &[Value],
        hit: Option<i64>,
        own: bool,
    ) -> fmt::Result {
        let Some(check) = self.get(check) else { return f.write_str("a key is looked up") };
        let names = check.columns.join(", ");
        let key = Key(key);
        let index = match &check.kind {
            CheckKind::Unique(unique) => Some(&unique.name),
            _ => None,
        };
        match (hit, index) {
            (Some(row), Some(index)) => {
                write!(f, "{names} {key} is already in {index}, held by row {row}")
            }
            (Some(row), None) => write!(f, "{names} {key} is already taken by row {row}"),
            (None, Some(index)) if own => {
                write!(f, "{names} {key} is in {index} for this row itself")
            }
            (None, None) if own => write!(f, "{names} {key} is the row's own"),
            (None, Some(index)) => write!(f, "{names} {key} is free in {index}"),
            (None, None) => write!(f, "{names} {key} is free"),
        }
    }

    fn skipped(&self, f: &mut fmt::Formatter<'_>, check: CheckRef, reason: &str) -> fmt::Result {
        let name = self.get(check).and_then(|check| match &check.kind {
            CheckKind::Unique(unique) => Some(&*unique.name),
            _ => check.constraint.as_deref(),
        });
        let name = name.unwrap_or("the check");
        match reason {
            "null in key" => write!(f, "{name} is passed over: a key with NULL is like no other"),
            "not in partial index" => {
                write!(f, "{name} is passed over: its WHERE does not hold for the row")
            }
            _ => write!(f, "{name} is passed over: {reason}"),
        }
    }
}

fn end(f: &mut fmt::Formatter<'_>, frame: FrameKind, ended: Ended) -> fmt::Result {
    let what = match frame {
        FrameKind::Statement => "the statement",
        FrameKind::Row => "the row",
        FrameKind::Trigger => "the trigger",
        FrameKind::ForeignKey => "the foreign key's work",
        FrameKind::Deferred => "the judging",
    };
    let how = match ended {
        Ended::Inserted => "is inserted",
        Ended::Updated => "is updated",
        Ended::Replaced => "is inserted in the place of others",
        Ended::Deleted => "is deleted",
        Ended::Ignored => "is left out",
        Ended::Unchanged => "stays as it was",
        Ended::Failed => "ends with an error",
        Ended::Done => "is done",
    };
    write!(f, "{what} {how}")
}

fn decide(
    f: &mut fmt::Formatter<'_>,
    action: Action,
    origin: Origin,
    word: &str,
    other: Option<i64>,
) -> fmt::Result {
    match origin {
        Origin::Statement(_) => write!(f, "{word}")?,
        Origin::Constraint(_) => write!(f, "{word}, the constraint's own clause,")?,
        Origin::Default => write!(f, "{word}, the default,")?,
    }
    let row = match other {
        Some(other) => format!("row {other}"),
        None => "the row in the way".to_owned(),
    };
    match action {
        Action::Stop(Scope::Nothing) => {
            f.write_str(" ends the statement; rows written before stay")
        }
        Action::Stop(Scope::Statement) => f.write_str(" ends the statement and undoes it"),
        Action::Stop(Scope::Transaction) => {
            f.write_str(" ends the statement and undoes the whole transaction")
        }
        Action::Skip { .. } => f.write_str(" leaves the row out"),
        Action::UseDefault => f.write_str(" puts the default in the place of NULL"),
        Action::Coerce => f.write_str(" stores a value that fits, with a warning"),
        Action::DeleteOther => write!(f, " deletes {row}"),
        Action::UpdateOther(_) => write!(f, " updates {row} instead"),
    }
}

/// A value as SQL writes it.
struct Literal<'a>(ValueRef<'a>);

impl fmt::Display for Literal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ValueRef::Null => f.write_str("NULL"),
            ValueRef::Int(n) => write!(f, "{n}"),
            ValueRef::Real(x) => f.write_str(&cell::real(x)),
            ValueRef::Text(s) => write!(f, "'{}'", s.replace('\'', "''")),
            ValueRef::Blob(bytes) => write!(f, "x'{}'", cell::hex(bytes)),
            ValueRef::Bool(b) => write!(f, "{b}"),
            ValueRef::Other(ops, bytes) => write!(f, "'{}'", (ops.text)(bytes).replace('\'', "''")),
        }
    }
}

/// Values in brackets.
struct List<'a>(&'a [Value]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(")?;
        for (at, value) in self.0.iter().enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            write!(f, "{comma}{}", Literal(value.borrow()))?;
        }
        f.write_str(")")
    }
}

/// A key: its value, or its values in brackets.
struct Key<'a>(&'a [Value]);

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [value] => write!(f, "{}", Literal(value.borrow())),
            values => write!(f, "{}", List(values)),
        }
    }
}

/// The beginning of a statement on one line.
struct Shortened<'a>(&'a str);

impl fmt::Display for Shortened<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LETTERS: usize = 80;
        let mut letters = 0;
        for (at, word) in self.0.split_whitespace().enumerate() {
            letters += word.chars().count() + 1;
            if letters > LETTERS {
                return f.write_str(if at == 0 { "a statement" } else { " …" });
            }
            write!(f, "{}{word}", if at == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}
