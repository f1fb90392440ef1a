//! What is needed to go back, nothing more: compact records, newest last. Statements, savepoints
//! and transactions are marks in it.

use super::arena::Slot;
use super::change::Change;
use super::store::Store;
use crate::catalog::ObjectId;

/// A point to go back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(usize);

/// Sees each change of an undo, before it is applied (false) and after (true).
pub(super) type Seen<'a> = &'a mut dyn FnMut(&Store, &Change, bool);

/// Rows are by far the most, so they are kept without a box.
#[derive(Debug)]
enum Record {
    /// `back`: taken back inside a sandbox, so it holds no place of its own.
    Row {
        table: ObjectId,
        before: u32,
        after: u32,
        rowid: i64,
        back: bool,
    },
    Other(Box<Change>),
}

const NOWHERE: u32 = u32::MAX;

/// The changes of the open transaction.
#[derive(Debug, Default)]
pub struct UndoLog {
    records: Vec<Record>,
    /// Going back is itself recorded, so that [`UndoLog::undo_all`] can take back everything.
    append_only: bool,
}

impl UndoLog {
    /// The present point.
    pub fn mark(&self) -> Mark {
        Mark(self.records.len())
    }

    /// The point at which the log begins.
    pub fn start(&self) -> Mark {
        Mark(0)
    }

    /// Whether anything was changed since a mark.
    pub fn is_at(&self, mark: Mark) -> bool {
        self.records.len() == mark.0
    }

    /// Notes a change that was applied.
    pub fn record(&mut self, change: &Change) {
        self.push(change, false);
    }

    fn push(&mut self, change: &Change, back: bool) {
        self.records.push(match change {
            Change::Row { table, rowid, before, after } => Record::Row {
                table: *table,
                rowid: *rowid,
                before: before.map_or(NOWHERE, Slot::raw),
                after: after.map_or(NOWHERE, Slot::raw),
                back,
            },
            other => Record::Other(Box::new(other.clone())),
        });
    }

    /// Whether going back adds to the log.
    pub fn is_append_only(&self) -> bool {
        self.append_only
    }

    /// From now on going back adds to the log instead of shortening it, so that
    /// [`UndoLog::undo_all`] can take back everything, rollbacks too.
    pub fn set_append_only(&mut self, append_only: bool) {
        self.append_only = append_only;
    }

    /// Takes back what was changed since a mark, newest first, sequences excepted. Each change
    /// that is applied is also shown to `seen`: before it is applied (false) and after (true).
    pub fn undo_to(&mut self, mark: Mark, store: &mut Store, seen: Seen<'_>) {
        if self.append_only {
            for at in (mark.0..self.records.len()).rev() {
                let change = self.records[at].change();
                if !matches!(change, Change::Sequence { restart: false, .. }) {
                    let inverse = change.inverse();
                    apply_seen(&inverse, store, seen);
                    self.push(&inverse, true);
                }
            }
            return;
        }
        while self.records.len() > mark.0 {
            let Some(record) = self.records.pop() else { break };
            if !matches!(record.change(), Change::Sequence { restart: false, .. }) {
                take_back(&record, store, seen);
            }
        }
    }

    /// Takes back everything, sequences too.
    pub fn undo_all(&mut self, mark: Mark, store: &mut Store) {
        while self.records.len() > mark.0 {
            let Some(record) = self.records.pop() else { break };
            take_back(&record, store, &mut |_, _, _| {});
        }
    }

    /// Forgets what was made since a mark, so that going back leaves it.
    pub fn keep_since(&mut self, mark: Mark) {
        if !self.append_only {
            self.records.truncate(mark.0);
        }
    }

    /// Forgets everything since the start: the transaction is committed.
    pub fn commit(&mut self, store: &mut Store) {
        let mut objects = false;
        for record in self.records.drain(..) {
            match record {
                Record::Row { before, back, .. } => {
                    if before != NOWHERE && !back {
                        store.release(Slot::from_raw(before));
                    }
                }
                Record::Other(change) => objects |= matches!(*change, Change::Object { .. }),
            }
        }
        if objects {
            store.drop_orphans();
        }
    }
}

impl Record {
    fn change(&self) -> Change {
        let slot = |raw: u32| (raw != NOWHERE).then(|| Slot::from_raw(raw));
        match self {
            Record::Row { table, before, after, rowid, .. } => Change::Row {
                table: *table,
                rowid: *rowid,
                before: slot(*before),
                after: slot(*after),
            },
            Record::Other(change) => (**change).clone(),
        }
    }
}

fn apply_seen(change: &Change, store: &mut Store, seen: Seen<'_>) {
    seen(store, change, false);
    store.apply(change, &[]);
    seen(store, change, true);
}

fn take_back(record: &Record, store: &mut Store, seen: Seen<'_>) {
    apply_seen(&record.change().inverse(), store, seen);
    if let Record::Row { after, back: false, .. } = record
        && *after != NOWHERE
    {
        store.release(Slot::from_raw(*after));
    }
}
