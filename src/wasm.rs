//! The engine as JavaScript sees it. Turns calls into calls of [`crate::api`] and results into
//! JavaScript values; decides nothing. The package in `www/lib` gives it its public shape.
//!
//! What is called often passes numbers only: addresses of buffers in, a status out (`api::wire`).
//! What is called seldom passes plain data as JSON.

use std::cell::Cell;

use serde::Serialize;
use wasm_bindgen::prelude::{JsCast, wasm_bindgen};

use crate::api::{self, wire::Filled};
use crate::dialect::Dialect;
use crate::limits::{Limits, MOST_DEPTH};

/// The version of the engine, as in `Cargo.toml`.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Runs once when the wasm is loaded: a panic is then told in the console with its place.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

thread_local! {
    /// The monotonic clock, and what to add to it; none where there is no such clock.
    static CLOCK: Option<(web_sys::Performance, Cell<f64>)> = performance();
}

/// Milliseconds since 1970, in a window, a worker or Node.
pub fn now_ms() -> f64 {
    CLOCK.with(|clock| match clock {
        Some((performance, offset)) => performance.now() + offset.get(),
        None => js_sys::Date::now(),
    })
}

fn performance() -> Option<(web_sys::Performance, Cell<f64>)> {
    let found = js_sys::Reflect::get(&js_sys::global(), &"performance".into()).ok()?;
    let performance = found.dyn_into::<web_sys::Performance>().ok()?;
    let offset = js_sys::Date::now() - performance.now();
    Some((performance, Cell::new(offset)))
}

/// Sets [`now_ms`] by the calendar again; the monotonic clock stands still while a machine sleeps.
fn set_clock() {
    CLOCK.with(|clock| {
        if let Some((performance, offset)) = clock {
            offset.set(js_sys::Date::now() - performance.now());
        }
    });
}

/// Plain data as JSON: absent values are null, maps are objects, integers are numbers. A text rather than
/// an object, since V8 ends the process when code that it has inlined a call into is to be made anew and
/// that call returns a reference (Node 20 and 22).
fn json(data: &impl Serialize) -> String {
    // Every type that is serialized here is our own and holds nothing that can fail.
    serde_json::to_string(data).unwrap_or_default()
}

/// One database. `count`, `text` and `bytes` say how much of the input is filled.
#[wasm_bindgen]
pub struct Engine(api::Engine);

#[wasm_bindgen]
impl Engine {
    /// An empty database, or none for a dialect that is not known. Limits stand in the order of
    /// `Limits`; NaN leaves one as it is.
    pub fn open(dialect: &str, limits: &[f64]) -> Option<Engine> {
        set_clock();
        let dialect = Dialect::from_name(dialect)?;
        Some(Engine(api::Engine::new(dialect, limits_from(limits))))
    }

    /// Where the report of the last call stands: 64-bit places as in `api::engine::place`.
    pub fn report(&self) -> usize {
        self.0.report.as_ptr() as usize
    }

    /// Makes room for parameters.
    pub fn reserve(&mut self, numbers: usize, bytes: usize) {
        self.0.reserve(numbers, bytes);
    }

    /// The error of the call that failed last.
    #[wasm_bindgen(js_name = takeFailure)]
    pub fn take_failure(&mut self) -> Option<String> {
        self.0.take_failure().map(|data| json(&data))
    }

    /// Runs a script. The rows of its results are fetched by `rowsOf`.
    pub fn exec(
        &mut self,
        sql: &str,
        count: usize,
        text: usize,
        bytes: bool,
        go_on: bool,
    ) -> String {
        set_clock();
        json(&self.0.exec(sql, Filled { count, text, bytes }, go_on))
    }

    /// The first page of a result's rows, as the number of rows on it.
    #[wasm_bindgen(js_name = rowsOf)]
    pub fn rows_of(&mut self, result: usize) -> usize {
        self.0.rows_of(result)
    }

    /// The next page of rows, as the number of rows on it.
    pub fn page(&mut self) -> usize {
        self.0.page()
    }

    /// Prepares a statement; its number, or -1 and an error.
    pub fn prepare(&mut self, sql: &str) -> i32 {
        set_clock();
        self.0.prepare(sql).map_or(-1, |number| number as i32)
    }

    /// Forgets a prepared statement.
    pub fn release(&mut self, number: usize) {
        self.0.release(number);
    }

    /// Names of a prepared statement's parameters.
    pub fn parameters(&self, number: usize) -> String {
        json(&self.0.parameters(number))
    }

    /// Names of the parameters of a text that is one statement.
    #[wasm_bindgen(js_name = parametersOf)]
    pub fn parameters_of(&mut self, sql: &str) -> Option<String> {
        self.0.parameters_of(sql).map(|data| json(&data))
    }

    /// Result columns of a prepared statement.
    pub fn columns(&self, number: usize) -> String {
        json(&self.0.columns(number))
    }

    /// Runs a prepared statement for what it writes; false is an error.
    pub fn run(&mut self, number: usize, count: usize, text: usize, bytes: bool) -> bool {
        self.0.run(number, Filled { count, text, bytes })
    }

    /// Runs a prepared statement for its rows; the number of rows on the first page, or -1 and an
    /// error.
    pub fn query(
        &mut self,
        number: usize,
        count: usize,
        text: usize,
        bytes: bool,
        first: bool,
    ) -> i32 {
        let filled = Filled { count, text, bytes };
        self.0.query(number, filled, first).map_or(-1, |rows| rows as i32)
    }

    /// Begins a batch; false is an error.
    #[wasm_bindgen(js_name = beginBatch)]
    pub fn begin_batch(&mut self) -> bool {
        self.0.begin_batch()
    }

    /// Runs a statement for so many rows; false is an error, and the batch is undone.
    #[wasm_bindgen(js_name = runBatch)]
    pub fn run_batch(
        &mut self,
        number: usize,
        rows: usize,
        width: usize,
        text: usize,
        bytes: bool,
    ) -> bool {
        self.0.run_batch(number, rows, width, Filled { count: rows * width, text, bytes })
    }

    /// Ends a batch; false is an error, and the batch is undone.
    #[wasm_bindgen(js_name = endBatch)]
    pub fn end_batch(&mut self) -> bool {
        self.0.end_batch()
    }

    /// Undoes a batch.
    #[wasm_bindgen(js_name = undoBatch)]
    pub fn undo_batch(&mut self) {
        self.0.undo_batch();
    }

    /// Runs a script and records how.
    pub fn trace(
        &mut self,
        sql: &str,
        count: usize,
        text: usize,
        bytes: bool,
        go_on: bool,
        undo: bool,
    ) -> String {
        set_clock();
        json(&self.0.trace(sql, Filled { count, text, bytes }, go_on, undo))
    }

    /// Where the tokens of a text begin and end, in UTF-16 units.
    pub fn tokens(&self, sql: &str) -> Vec<u32> {
        self.0.tokens(sql)
    }

    /// The definitions.
    pub fn schema(&self) -> String {
        json(&self.0.schema())
    }

    /// Names of a table's columns and the number of its rows, whose pages follow.
    #[wasm_bindgen(js_name = tableRows)]
    pub fn table_rows(&mut self, name: &str, offset: usize, limit: usize) -> Option<String> {
        self.0.table_rows(name, offset, limit).map(|data| json(&data))
    }

    /// All rows of a table as plain data.
    #[wasm_bindgen(js_name = tableCells)]
    pub fn table_cells(&mut self, name: &str) -> Option<String> {
        self.0.table_cells(name).map(|data| json(&data))
    }

    /// Entries of an index.
    #[wasm_bindgen(js_name = indexEntries)]
    pub fn index_entries(&mut self, name: &str, offset: usize, limit: usize) -> Option<String> {
        self.0.index_entries(name, offset, limit).map(|data| json(&data))
    }
}

fn limits_from(given: &[f64]) -> Limits {
    let usual = Limits::default();
    let limit = |at: usize, usual: f64| match given.get(at) {
        Some(limit) if !limit.is_nan() => *limit,
        _ => usual,
    };
    Limits {
        rows: limit(0, usual.rows as f64) as usize,
        steps: limit(1, usual.steps as f64) as u64,
        trace_steps: limit(2, usual.trace_steps as f64) as usize,
        depth: (limit(3, usual.depth as f64) as usize).min(MOST_DEPTH),
        memory: limit(4, usual.memory as f64) as usize,
        time_ms: limit(5, usual.time_ms),
        sql_length: limit(6, usual.sql_length as f64) as usize,
    }
}
