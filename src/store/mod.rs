//! Rows, index entries and the catalog, changed by one function. Knows no SQL and checks no
//! constraint: what may be written is decided in `exec`.

mod arena;
mod change;
mod check;
mod entries;
mod record;
mod rows;
#[allow(clippy::module_inception, reason = "the folder is named for the type it is about")]
mod store;
mod undo;

pub use arena::Slot;
pub use change::Change;
pub use entries::Cursor;
pub use record::{Other, Record, Values};
pub use rows::RowCursor;
pub use store::{KeyHash, KeyRef, Store};
pub use undo::{Mark, UndoLog};
