//! The wasm face of the engine under a JavaScript runtime. What SQL does is tested natively, what the
//! library makes of it in `tests/lib`; here only that the calls cross.
#![cfg(target_arch = "wasm32")]

use onconflict::wasm::Engine;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_version_is_the_crates_own() {
    assert_eq!(onconflict::wasm::version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn a_collision_crosses_as_json() {
    let mut engine = Engine::open("sqlite", &[]).expect("there is such a dialect");
    let script = "CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES (1), (1)";
    let results = parsed(&engine.exec(script, 0, 0, true, false));
    let error = &results[1]["error"];
    assert_eq!(error["code"], "SQLITE_CONSTRAINT_UNIQUE");
    assert_eq!(error["conflict"]["table"], "t");
    let trace = parsed(&engine.trace("INSERT OR IGNORE INTO t VALUES (1)", 0, 0, true, true, true));
    assert!(trace["steps"].as_array().is_some_and(|steps| steps.len() > 3));
}

#[wasm_bindgen_test]
fn a_statement_crosses_as_numbers() {
    let mut engine = Engine::open("sqlite", &[]).expect("there is such a dialect");
    let number = engine.prepare("SELECT 1 UNION ALL SELECT 2");
    assert!(number >= 0);
    assert_eq!(engine.query(number as usize, 0, 0, true, false), 2);
    assert_eq!(engine.page(), 0);
    assert_eq!(engine.prepare("SELECT FROM"), -1);
    assert!(Engine::open("oracle", &[]).is_none());
}

#[wasm_bindgen_test]
fn the_clock_is_the_calendars() {
    assert!((onconflict::wasm::now_ms() - js_sys::Date::now()).abs() < 1000.0);
}

fn parsed(json: &str) -> serde_json::Value {
    serde_json::from_str(json).expect("JSON")
}
