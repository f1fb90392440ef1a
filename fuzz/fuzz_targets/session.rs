//! Whole scripts through `Session::run`, in the dialect that the first byte picks, with a trace or
//! without, under small limits. Nothing may panic, hang or leave an index that disagrees with its table.
//!
//! `cargo +nightly fuzz run session -- -max_total_time=600`

#![no_main]

use libfuzzer_sys::fuzz_target;
use onconflict::dialect::Dialect;
use onconflict::limits::Limits;
use onconflict::session::Session;
use onconflict::trace::Trace;

/// Tables for the statements to meet; the fuzzer need not find CREATE TABLE by itself.
const SETUP: &str = "CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(20) UNIQUE, n INT CHECK (n < 9));
    INSERT INTO t VALUES (1, 'x', 1), (2, 'y', 2)";

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let Ok(sql) = std::str::from_utf8(rest) else { return };
    let (_, dialect) = Dialect::ALL[*first as usize % Dialect::ALL.len()];
    let limits = Limits {
        rows: 2_000,
        steps: 50_000,
        trace_steps: 2_000,
        memory: 1 << 22,
        time_ms: 1_000.0,
        ..Limits::default()
    };
    let mut session = Session::new(dialect, limits);
    let mut store = session.new_store();
    session.run(&mut store, SETUP, &[], true, None);
    let mut trace = Trace::new(sql, 2_000);
    let traced = *first as usize / Dialect::ALL.len() % 2 == 0;
    session.run(&mut store, sql, &[], true, traced.then_some(&mut trace));
    if let Err(why) = store.check() {
        panic!("{why}");
    }
});
