//! The engine as programs use it: results become plain data ([`dto`]), values travel as flat numbers
//! and bytes ([`wire`]). Runs nothing itself; `session` does. Knows no JavaScript; `wasm` does.

pub mod cell;
pub mod convert;
pub mod convert_schema;
pub mod convert_trace;
pub mod dto;
pub mod dto_schema;
pub mod dto_trace;
pub mod engine;
pub mod positions;
pub mod sentence;
pub mod wire;

pub use engine::Engine;
