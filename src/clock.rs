//! The clock: the browser's or Node's in wasm, the system's otherwise.

/// Milliseconds since 1970.
#[cfg(not(target_arch = "wasm32"))]
pub fn now_ms() -> f64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0.0, |d| d.as_secs_f64() * 1000.0)
}

/// Milliseconds since 1970.
#[cfg(target_arch = "wasm32")]
pub use crate::wasm::now_ms;
