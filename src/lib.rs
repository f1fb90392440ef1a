//! onconflict: the engine of a playground that shows how SQLite, PostgreSQL and MySQL resolve a
//! row that collides with a constraint.

pub mod api;
pub mod catalog;
pub mod clock;
pub mod collation;
pub mod dialect;
pub mod error;
pub mod exec;
pub mod functions;
pub mod limits;
pub mod order;
pub mod plan;
pub mod session;
pub mod span;
pub mod state;
pub mod store;
pub mod syntax;
pub mod trace;
pub mod txn;
pub mod types;
pub mod value;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
