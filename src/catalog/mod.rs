//! What a database consists of: tables, indexes, views, triggers, sequences, and their names.
//! Holds definitions only; rows and entries are in `store`.

#[allow(clippy::module_inception, reason = "the folder is named for the type it is about")]
mod catalog;
mod function;
mod index;
mod table;

pub use catalog::{Catalog, NameKey, NameRule, Object, ObjectId, Space};
pub use function::{Body, Domain, Function, Returns, UserType, UserTypeKind};
pub use index::{Index, IndexOrigin, KeyTerm, Term};
pub use table::{
    Check, Column, Default, ForeignKey, Generated, Identity, NotNull, RowidKey, Sequence,
    SequenceState, Table, Trigger, View,
};
