//! The PostgreSQL dialect as a server of lines, for tests that compare it with the real one: each
//! line in is a script as a JSON string, a list of one and its parameters, or `null` for an empty
//! database; each line out a JSON list of what became of its statements. `{"changed": 7, "golden": true}` is
//! answered by a script to run, one of people's changed a little (`tests/it/mutation.rs`).

use std::io::{BufRead, Write};

use onconflict::dialect::Dialect;
use onconflict::dialect::postgresql_syntax::SYNTAX;
use onconflict::limits::Limits;
use onconflict::session::{Session, StatementResult};
use onconflict::value::Value;
use serde_json::{Value as Json, json};

use mutation::Sources;
use random::Random;

#[path = "../tests/it/mutation.rs"]
mod mutation;
#[path = "../tests/it/random.rs"]
mod random;
#[path = "../tests/it/sections.rs"]
mod sections;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Programs that call themselves nest deep in a debug build.
    let thread = std::thread::Builder::new().stack_size(256 << 20);
    let served = thread.spawn(|| serve().map_err(|error| error.to_string()))?;
    served.join().unwrap_or_else(|_| Err("it panicked".to_string()))?;
    Ok(())
}

fn serve() -> Result<(), Box<dyn std::error::Error>> {
    let fresh = || {
        let session = Session::new(Dialect::Postgresql, Limits::default());
        let store = session.new_store();
        (session, store)
    };
    let (mut session, mut store) = fresh();
    let mut sources: [Option<Sources>; 2] = [None, None];
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let (sql, params) = match serde_json::from_str::<Json>(&line?)? {
            Json::String(sql) => (sql, Vec::new()),
            Json::Array(mut list) if !list.is_empty() => {
                let sql = list.remove(0);
                (sql.as_str().unwrap_or_default().to_string(), list)
            }
            Json::Object(wanted) => {
                let golden = wanted.get("golden") == Some(&Json::Bool(true));
                let all = match &mut sources[usize::from(golden)] {
                    Some(all) => all,
                    none => none.insert(read(golden)?),
                };
                let seed = wanted.get("changed").and_then(Json::as_u64).unwrap_or_default();
                writeln!(out, "{}", json!(all.script(&mut Random::from_seed(seed))))?;
                out.flush()?;
                continue;
            }
            _ => {
                (session, store) = fresh();
                writeln!(out, "null")?;
                out.flush()?;
                continue;
            }
        };
        let params: Vec<Value> = params.iter().map(parameter).collect();
        let results = session.run(&mut store, &sql, &params, false, None);
        let answer: Json = results.iter().map(|r| described(&session, r, &sql)).collect();
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn read(golden: bool) -> Result<Sources, &'static str> {
    Sources::read(Dialect::Postgresql, &SYNTAX, golden).map_err(|_| "the scripts cannot be read")
}

fn parameter(value: &Json) -> Value {
    match value {
        Json::Bool(b) => Value::Bool(*b),
        Json::Number(n) => match n.as_i64() {
            Some(n) => Value::Int(n),
            None => Value::Real(n.as_f64().unwrap_or_default()),
        },
        Json::String(text) => Value::text(text),
        _ => Value::Null,
    }
}

fn described(session: &Session, result: &StatementResult, sql: &str) -> Json {
    let rules = session.rules();
    let notices = result.warnings.iter().map(|w| json!([w.level, w.code, w.message]));
    let mut out = json!({ "notices": notices.collect::<Json>() });
    if let Some(failure) = &result.error {
        let report = &failure.report;
        let position = failure.error.span.filter(|_| report.has_position).map(|span| {
            let before = sql.get(..span.start as usize).unwrap_or_default();
            before.chars().count() + 1
        });
        out["error"] = json!({
            "code": report.sqlstate, "message": report.message, "detail": report.detail,
            "hint": report.hint, "position": position, "schema": report.schema,
            "table": report.table, "column": report.column, "datatype": report.data_type,
            "constraint": report.constraint,
        });
        return out;
    }
    if let Some(columns) = &result.columns {
        let column = |c: &onconflict::plan::node::ResultColumn| {
            json!([c.name.to_string(), (rules.type_name)(&c.ty)])
        };
        out["columns"] = columns.iter().map(column).collect();
        let cell = |value: &Value| match (value, rules.print) {
            (Value::Null, _) | (_, None) => Json::Null,
            (value, Some(print)) => json!(print(value)),
        };
        out["rows"] =
            result.rows.iter().map(|row| row.iter().map(cell).collect::<Json>()).collect();
    }
    out["tag"] = json!((rules.client_line)(result));
    out
}
