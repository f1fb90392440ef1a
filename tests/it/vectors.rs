//! The recorded cases of the real databases (`tests/vectors`, see its README): every statement's
//! outcome and every final table compared. Cases that do not pass yet stand in
//! `tests/vectors/known-failures.txt`, which may only shrink: a case in it that passes fails the
//! run until it is taken out (`UPDATE=1 cargo test vectors` takes it out).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::limits::Limits;
use onconflict::session::{Session, StatementResult};
use onconflict::store::Store;
use onconflict::txn::TxnState;
use onconflict::value::Value;
use serde_json::{Value as Json, json};

pub(crate) fn trials() -> Vec<Trial> {
    Dialect::ALL
        .into_iter()
        .map(|(name, dialect)| {
            Trial::test(format!("vectors::{name}"), move || run_file(name, dialect))
        })
        .collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn run_file(name: &str, dialect: Dialect) -> Result<(), Failed> {
    let text = std::fs::read_to_string(folder().join(format!("{name}.json")))?;
    let file: Json = serde_json::from_str(&text)?;
    let list = folder().join("known-failures.txt");
    let known_text = std::fs::read_to_string(&list).unwrap_or_default();
    let known: BTreeSet<&str> = known_text.lines().filter(|l| !l.starts_with('#')).collect();
    let only = std::env::var("CASE").ok();
    let (mut passed, mut fixed, mut broken) = (0, Vec::new(), Vec::new());
    let cases = file["cases"].as_array().ok_or("no cases")?;
    for case in cases {
        let id = case["id"].as_str().ok_or("a case without an id")?;
        if only.as_deref().is_some_and(|only| !id.contains(only)) {
            continue;
        }
        match (run_case(dialect, case), known.contains(id)) {
            (Ok(()), false) => passed += 1,
            (Ok(()), true) => {
                passed += 1;
                fixed.push(id);
            }
            (Err(why), listed) => {
                if only.is_some() || std::env::var_os("SHOW").is_some() {
                    eprintln!("{id}: {why}");
                }
                if !listed {
                    broken.push(format!("{id}: {why}"));
                }
            }
        }
    }
    eprintln!("vectors {name}: {passed}/{} passed", cases.len());
    if std::env::var_os("UPDATE").is_some() {
        if std::env::var_os("CI").is_some() {
            return Err("the list of known failures is not updated in CI".into());
        }
        let kept = known_text.lines().filter(|line| !fixed.contains(line));
        std::fs::write(&list, kept.map(|l| format!("{l}\n")).collect::<String>())?;
    } else if only.is_none() && !fixed.is_empty() {
        let message = "these pass and must be taken out of known-failures.txt (UPDATE=1)";
        return Err(format!("{message}:\n{}", fixed.join("\n")).into());
    }
    if !broken.is_empty() {
        return Err(format!("{} cases fail:\n{}", broken.len(), broken.join("\n")).into());
    }
    Ok(())
}

fn run_case(dialect: Dialect, case: &Json) -> Result<(), String> {
    let mut session = Session::new(dialect, Limits::default());
    let mut store = session.new_store();
    if case["mysql8_unsupported"].as_bool() == Some(true) {
        return Ok(());
    }
    for (number, step) in case["steps"].as_array().into_iter().flatten().enumerate() {
        let sql = step["sql"].as_str().unwrap_or_default();
        let mut results = session.run(&mut store, sql, &[], false, None);
        let [result] = &mut results[..] else {
            return Err(format!("step {number}: {} results of {sql}", results.len()));
        };
        if !step["mysql8"]["note"].is_null() {
            continue;
        }
        compare_step(&session, step, result)
            .map_err(|why| format!("step {number}: {sql}\n    {why}"))?;
    }
    if session.transaction() == TxnState::Failed {
        session.run(&mut store, "ROLLBACK", &[], false, None);
    }
    let finals =
        if case["mysql8_final"].is_null() { &case["final"] } else { &case["mysql8_final"] };
    for (table, wanted) in finals.as_object().into_iter().flatten() {
        let mut wanted = wanted.clone();
        if wanted.is_array() {
            wanted = json!({ "rows": wanted });
            for field in ["query", "columns"] {
                wanted[field] = case["final"][table][field].clone();
            }
        }
        compare_table(&mut session, &mut store, table, &wanted)?;
    }
    Ok(())
}

fn compare_step(session: &Session, step: &Json, result: &StatementResult) -> Result<(), String> {
    let outcome = match &step["mysql8"]["outcome"] {
        Json::Null => step["outcome"].clone(),
        other => other.clone(),
    };
    let mut wanted = outcome;
    if let Some(error) = step["mysql8"].get("error") {
        wanted["error"] = error.clone();
        wanted["ok"] = json!(false);
    }
    if let Some(warnings) = step["mysql8"].get("warnings") {
        wanted["warnings"] = warnings.clone();
    }
    if let Some(warning) = step["mysql8"].get("deprecation_warning") {
        add_deprecation(&mut wanted, warning);
    } else if !step["mysql8"]["outcome"].is_null() && uses_values_function(step) {
        // Outcomes that were put together by hand leave it out (see the README).
        add_deprecation(&mut wanted, &json!(["Warning", 1287, DEPRECATED]));
    }
    let ok = wanted["ok"].as_bool() == Some(true);
    let got = describe(session, step, result, ok);
    compare("ok", &wanted["ok"], &got["ok"])
        .map_err(|why| format!("{why}; {}", got["error"]["message"]))?;
    for (field, value) in wanted.as_object().into_iter().flatten() {
        if field == "error" {
            for (field, value) in value.as_object().into_iter().flatten() {
                compare(field, value, &got["error"][field])?;
            }
            for (field, value) in got["error"].as_object().into_iter().flatten() {
                if wanted["error"].get(field).is_none() {
                    return Err(format!("error field {field} is {value}, wanted none"));
                }
            }
            continue;
        }
        compare(field, value, &got[field])?;
    }
    if ok && wanted.get("warnings").is_none() && !got["warnings"].is_null() {
        return Err(format!("warnings {}, wanted none", got["warnings"]));
    }
    Ok(())
}

/// The warning about `VALUES(col)` in ON DUPLICATE KEY UPDATE.
const DEPRECATED: &str = "'VALUES function' is deprecated and will be removed in a future release. Please use an alias (INSERT INTO ... VALUES (...) AS alias) and replace VALUES(col) in the ON DUPLICATE KEY UPDATE clause with alias.col instead";

fn uses_values_function(step: &Json) -> bool {
    let sql = step["sql"].as_str().unwrap_or_default();
    let update = sql.split("ON DUPLICATE KEY UPDATE").nth(1);
    update.is_some_and(|update| update.contains("VALUES("))
}

fn add_deprecation(wanted: &mut Json, warning: &Json) {
    if wanted["ok"].as_bool() != Some(true) {
        return;
    }
    let mut all = vec![warning.clone()];
    all.extend(wanted["warnings"].as_array().cloned().unwrap_or_default());
    wanted["warnings"] = Json::Array(all);
}

fn compare(field: &str, wanted: &Json, got: &Json) -> Result<(), String> {
    if wanted == got {
        return Ok(());
    }
    Err(format!("{field}: wanted {wanted}, got {got}"))
}

/// A result in the shape of the recorded outcomes.
fn describe(session: &Session, step: &Json, result: &StatementResult, wanted_ok: bool) -> Json {
    let sql = step["sql"].as_str().unwrap_or_default();
    let mut out = json!({ "ok": result.error.is_none() });
    let sqlite = session.dialect() == Dialect::Sqlite;
    let postgresql = session.dialect() == Dialect::Postgresql;
    if let Some(columns) = &result.columns
        && result.error.is_none()
    {
        out["columns"] = columns.iter().map(|c| c.name.to_string()).collect();
        let types = columns.iter().map(|c| (session.rules().type_name)(&c.ty));
        out["types"] = types.collect();
        out["rows"] = rows(session, &result.rows);
    }
    out["in_transaction"] = json!(session.transaction() != TxnState::Idle);
    let state = &session.state;
    if sqlite {
        out["changes"] = int(state.changes);
        out["total_changes"] = int(state.total_changes);
        out["last_insert_rowid"] = int(state.last_insert_id);
    } else if postgresql {
        out["transaction"] = json!(match session.transaction() {
            TxnState::Idle => "idle",
            TxnState::Open => "in_transaction",
            TxnState::Failed => "failed",
        });
        out["tag"] = json!((session.rules().client_line)(result));
        out["changes"] =
            if result.command == "SELECT" { json!(result.rows.len()) } else { int(result.changes) };
    } else {
        out["affected_rows"] = int(result.changes);
        let id = result.insert_id;
        out["last_insert_id"] =
            if id < 0 { json!({ "int": (id as u64).to_string() }) } else { int(id) };
        out["info"] = json!((session.rules().client_line)(result));
        if !result.warnings.is_empty() {
            let all = result.warnings.iter().map(|w| json!([w.level, w.errno, w.message]));
            out["warnings"] = all.collect();
        }
    }
    if let Some(failure) = &result.error {
        let report = &failure.report;
        out["error"] = if sqlite {
            json!({ "message": report.message, "code": report.errno & 0xff,
                    "extended_code": report.errno, "name": report.code })
        } else if postgresql {
            let mut error = json!({ "sqlstate": report.sqlstate, "message": report.message });
            let fields = [
                ("detail", &report.detail),
                ("hint", &report.hint),
                ("schema", &report.schema),
                ("table", &report.table),
                ("column", &report.column),
                ("datatype", &report.data_type),
                ("constraint", &report.constraint),
            ];
            for (name, value) in fields {
                if let Some(value) = value {
                    error[name] = json!(value);
                }
            }
            if report.has_position
                && let Some(span) = failure.error.span
            {
                let before = sql.get(..span.start as usize).unwrap_or_default();
                let position = before.chars().count() + 1;
                error["position"] = json!(position.to_string());
            }
            error
        } else {
            json!({ "errno": report.errno, "sqlstate": report.sqlstate, "message": report.message })
        };
        if wanted_ok {
            out["error"]["unexpected"] = json!(true);
        }
    }
    out
}

fn compare_table(
    session: &mut Session,
    store: &mut Store,
    table: &str,
    wanted: &Json,
) -> Result<(), String> {
    let Some(query) = wanted["query"].as_str() else {
        let exists = store.catalog().tables().any(|t| &*t.name == table);
        return if exists { Err(format!("table {table} is there")) } else { Ok(()) };
    };
    let (state, results) = {
        let state = session.state.clone();
        (state, session.run(store, query, &[], false, None))
    };
    session.state = state;
    let [result] = &results[..] else { return Err(format!("final {query}: no result")) };
    if let Some(failure) = &result.error {
        return Err(format!("final {query}: {}", failure.report.message));
    }
    let names: Json = result.columns.iter().flatten().map(|c| c.name.to_string()).collect();
    compare(&format!("final {table}: columns"), &wanted["columns"], &names)?;
    compare(&format!("final {table}"), &wanted["rows"], &rows(session, &result.rows))
}

fn rows(session: &Session, rows: &[Vec<Value>]) -> Json {
    let cell = |value: &Value| match session.rules().print {
        None => sqlite_cell(value),
        Some(print) => printed_cell(session, value, print),
    };
    rows.iter().map(|row| row.iter().map(cell).collect::<Json>()).collect()
}

fn int(n: i64) -> Json {
    if n.unsigned_abs() < 1 << 53 { json!(n) } else { json!({ "int": n.to_string() }) }
}

fn sqlite_cell(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(n) => int(*n),
        Value::Bool(b) => json!(i64::from(*b)),
        Value::Real(x) => json!({ "real": shortest(*x) }),
        Value::Text(text) => json!(&**text),
        Value::Blob(bytes) => json!({ "blob": hex(bytes) }),
        Value::Other(ops, bytes) => json!((ops.text)(bytes)),
    }
}

fn printed_cell(session: &Session, value: &Value, print: fn(&Value) -> String) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Blob(bytes) if session.dialect() == Dialect::Mysql => json!({ "blob": hex(bytes) }),
        other => json!(print(other)),
    }
}

/// The shortest text that reads back the same, always with a point or an exponent.
fn shortest(x: f64) -> String {
    if x.is_infinite() {
        return if x > 0.0 { "Inf" } else { "-Inf" }.to_string();
    }
    let text = format!("{x:?}");
    match text.split_once('e') {
        Some((digits, power)) => {
            let (sign, power) = match power.strip_prefix('-') {
                Some(power) => ('-', power),
                None => ('+', power),
            };
            format!("{digits}e{sign}{power:0>2}")
        }
        None => text,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
