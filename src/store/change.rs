//! A change and its inverse.

use std::rc::Rc;

use super::arena::Slot;
use crate::catalog::{NameKey, Object, ObjectId, SequenceState};
use crate::value::Value;

/// The only way to change a [`super::Store`]. Holds handles, never copies of rows.
#[derive(Clone, Debug)]
pub enum Change {
    /// A row appears, disappears or has new values. Entries of plain indexes follow from it.
    Row {
        /// Its table.
        table: ObjectId,
        /// Its rowid.
        rowid: i64,
        /// Its place before.
        before: Option<Slot>,
        /// Its place after.
        after: Option<Slot>,
    },
    /// An entry of an index whose keys are computed or that is partial.
    Entry {
        /// The index.
        index: ObjectId,
        /// The row's place.
        slot: Slot,
        /// Its key.
        key: Rc<[Value]>,
        /// Added rather than removed.
        added: bool,
    },
    /// A definition.
    Object {
        /// Its name.
        key: NameKey,
        /// What it was.
        before: Option<Object>,
        /// What it is.
        after: Option<Object>,
    },
    /// Where a sequence stands. An ordinary rollback passes over it, as in PostgreSQL (functions
    /// sequence, "nextval … never rolled back") and for InnoDB's AUTO_INCREMENT.
    Sequence {
        /// Which.
        id: ObjectId,
        /// Before.
        before: Option<SequenceState>,
        /// After.
        after: Option<SequenceState>,
        /// It is taken back all the same: the sequence starts again.
        restart: bool,
    },
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Change {
        match self.clone() {
            Change::Row { table, rowid, before, after } => {
                Change::Row { table, rowid, before: after, after: before }
            }
            Change::Entry { index, slot, key, added } => {
                Change::Entry { index, slot, key, added: !added }
            }
            Change::Object { key, before, after } => {
                Change::Object { key, before: after, after: before }
            }
            Change::Sequence { id, before, after, restart } => {
                Change::Sequence { id, before: after, after: before, restart }
            }
        }
    }
}
