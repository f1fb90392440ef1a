//! What a statement may use before it ends with an error of the limit's name.

/// Limits of one session. Names as in the JavaScript `Limits`.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// Rows of one result or of one intermediate list.
    pub rows: usize,
    /// Steps of evaluation in one statement: rows read, values computed.
    pub steps: u64,
    /// Steps kept of one trace; past it the trace is incomplete and the statement goes on.
    pub trace_steps: usize,
    /// Nesting of expressions, queries, views and trigger programs; at most [`MOST_DEPTH`].
    pub depth: usize,
    /// Bytes of stored rows, and of those that a statement keeps.
    pub memory: usize,
    /// Milliseconds of one statement.
    pub time_ms: f64,
    /// Bytes of one script.
    pub sql_length: usize,
}

/// What goes deeper would not fit the stack that a browser gives, some 900 kB.
pub const MOST_DEPTH: usize = 150;

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            rows: 10_000_000,
            steps: 2_000_000_000,
            trace_steps: 20_000,
            depth: MOST_DEPTH,
            memory: 1 << 29,
            time_ms: 60_000.0,
            sql_length: 64 << 20,
        }
    }
}
