//! Random scripts on this engine and on the real SQLite, compared statement by statement: outcome,
//! message and extended code, rows, counters, transaction, tables and definitions.
//!
//! The same with scripts that are those of people changed a little (`mutation.rs`): recorded cases, and golden
//! scripts too where more is asked for.
//!
//! `DIFFERENTIAL=200000 cargo test --release --test it -- differential` runs so many statements;
//! `SEED=7` one script, `FIRST_SEED=7` those from there on. A script that differs is shortened before it is
//! shown. `SCRIPT=a.sql` runs the statements of a file (a golden script's sections each by itself) and shows
//! every difference (`BOTH=1` all answers). `SHOW_DIFFERENCES=100` goes on to so many scripts that differ.
//! Where a query does not say in which order its
//! rows come, the order counts only with `ORDER=1`: SQLite's is a matter of its estimates.

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::dialect::sqlite_syntax::SYNTAX;
use onconflict::error::ErrorKind;
use onconflict::limits::Limits;
use onconflict::session::Session;
use onconflict::state::SessionState;
use onconflict::store::Store;
use onconflict::syntax::parse_next;
use onconflict::txn::TxnState;
use onconflict::value::Value;
use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use crate::generator::Generator;
use crate::mutation::Sources;
use crate::random::Random;

/// Statements of an ordinary run.
const STATEMENTS: usize = 4_000;
/// Statements of an ordinary run of changed scripts.
const MUTATED_STATEMENTS: usize = 4_000;
/// Statements of a script beside its schema.
const LENGTH: usize = 25;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("differential::sqlite", || deep(|| run(script, STATEMENTS))),
        Trial::test("differential::sqlite_mutated", || deep(run_mutated)),
    ]
}

/// Triggers that fire themselves nest deeper than a test's thread allows in a debug build.
fn deep(run: fn() -> Result<(), Failed>) -> Result<(), Failed> {
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(run)?;
    thread.join().unwrap_or_else(|_| Err("it panicked".into()))
}

fn run_mutated() -> Result<(), Failed> {
    // An ordinary run changes recorded cases alone, so that a new golden script does not change what it runs.
    let golden = std::env::var("DIFFERENTIAL").is_ok() || std::env::var("SEED").is_ok();
    let sources = Sources::read(Dialect::Sqlite, &SYNTAX, golden)?;
    run(|seed| sources.script(&mut Random::from_seed(seed)), MUTATED_STATEMENTS)
}

fn run(script: impl Fn(u64) -> Vec<String>, ordinary: usize) -> Result<(), Failed> {
    if let Ok(path) = std::env::var("SCRIPT") {
        return run_file(&path);
    }
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse::<u64>().ok());
    let wanted = number("DIFFERENTIAL").map_or(ordinary, |n| n as usize);
    let seeds = match number("SEED") {
        Some(seed) => seed..seed + 1,
        None => number("FIRST_SEED").unwrap_or(1)..u64::MAX,
    };
    let shown = number("SHOW_DIFFERENCES").unwrap_or(1) as usize;
    let (mut statements, mut unsupported, mut differences) = (0, 0, Vec::new());
    for seed in seeds {
        if statements >= wanted || differences.len() >= shown {
            break;
        }
        let script = script(seed);
        let mut pair = Pair::new()?;
        for (number, sql) in script.iter().enumerate() {
            statements += 1;
            match pair.step(sql) {
                Step::Same => {}
                Step::Unsupported => {
                    unsupported += 1;
                    if pair.limited {
                        break;
                    }
                }
                Step::Different(_) => {
                    let (short, why) = shorten(&script[..=number])?;
                    differences.push(format!("seed {seed}: {why}\n{};", short.join(";\n")));
                    break;
                }
            }
        }
    }
    eprintln!("differential: {statements} statements, {unsupported} of them not here");
    match differences.is_empty() {
        true => Ok(()),
        false => Err(differences.join("\n\n").into()),
    }
}

fn run_file(path: &str) -> Result<(), Failed> {
    let text = std::fs::read_to_string(path)?;
    let mut differences = Vec::new();
    for section in text.split("-- @dialect sqlite") {
        run_section(section, &mut differences)?;
    }
    match differences.is_empty() {
        true => Ok(()),
        false => Err(differences.join("\n").into()),
    }
}

fn run_section(text: &str, differences: &mut Vec<String>) -> Result<(), Failed> {
    let mut pair = Pair::new()?;
    let mut from = 0;
    while let Some(parsed) = parse_next(text, from, &SYNTAX) {
        from = parsed.next;
        let sql = parsed.span.of(text);
        // Counters that have once gone apart are not told of again.
        let (own, real) = (pair.session.state.total_changes, pair.real.total_changes() as i64);
        let apart = |answer: String| match own == real {
            true => answer,
            false => answer.split("; changes").next().unwrap_or("").to_string(),
        };
        if std::env::var("BOTH").is_ok() {
            let (ours, theirs) = (pair.ours(sql), pair.theirs(sql));
            eprintln!("{sql}\n  here   {}\n  sqlite {theirs}", ours.unwrap_or_default());
            continue;
        }
        match (pair.ours(sql).map(apart), apart(pair.theirs(sql))) {
            (None, theirs) => differences.push(format!("{sql}\n  not here\n  sqlite {theirs}")),
            (Some(ours), theirs) if ours != theirs => {
                differences.push(format!("{sql}\n  here   {ours}\n  sqlite {theirs}"));
            }
            _ => {}
        }
    }
    Ok(())
}

pub(crate) fn script(seed: u64) -> Vec<String> {
    let mut random = Random::from_seed(seed);
    let mut generator = Generator::new(&mut random);
    let mut all = generator.schema();
    for _ in 0..LENGTH {
        all.push(generator.statement());
    }
    all
}

/// Leaves out every statement without which the last one still differs.
fn shorten(script: &[String]) -> Result<(Vec<String>, String), Failed> {
    let mut short = script.to_vec();
    let mut why = differs(&short)?.unwrap_or_default();
    let mut at = short.len();
    while at > 0 {
        at -= 1;
        if short[at].starts_with("CREATE TABLE") {
            continue;
        }
        let mut fewer = short.clone();
        fewer.remove(at);
        if let Some(reason) = differs(&fewer)? {
            (short, why) = (fewer, reason);
        }
    }
    Ok((short, why))
}

fn differs(script: &[String]) -> Result<Option<String>, Failed> {
    let mut pair = Pair::new()?;
    for sql in script {
        match pair.step(sql) {
            Step::Unsupported if pair.limited => return Ok(None),
            Step::Same | Step::Unsupported => {}
            Step::Different(why) => return Ok(Some(why)),
        }
    }
    Ok(None)
}

enum Step {
    Same,
    Unsupported,
    Different(String),
}

/// The two databases.
struct Pair {
    session: Session,
    store: Store,
    real: Connection,
    /// A statement met a limit that SQLite does not have, so that from there on counters may differ; or SQLite
    /// has broken its database.
    limited: bool,
}

/// The real SQLite with an empty database. What a script attaches lies in memory as well.
pub(crate) fn open() -> Result<Connection, Failed> {
    let real = Connection::open_in_memory_with_flags_and_vfs(OpenFlags::default(), c"memdb")?;
    // The bundled build turns these on; the command line and the wasm of sqlite.org do not.
    for quoted in [DbConfig::SQLITE_DBCONFIG_DQS_DML, DbConfig::SQLITE_DBCONFIG_DQS_DDL] {
        real.set_db_config(quoted, false)?;
    }
    real.execute_batch("PRAGMA foreign_keys=OFF; PRAGMA recursive_triggers=OFF")?;
    Ok(real)
}

impl Pair {
    fn new() -> Result<Pair, Failed> {
        let real = open()?;
        let session = Session::new(Dialect::Sqlite, Limits::default());
        let store = session.new_store();
        Ok(Pair { session, store, real, limited: false })
    }

    fn step(&mut self, sql: &str) -> Step {
        let Some(ours) = self.ours(sql) else { return Step::Unsupported };
        let theirs = self.theirs(sql);
        if self.is_broken(&theirs) {
            return Step::Unsupported;
        }
        // Of several keys that do not fit SQLite names the last one that it came upon.
        let sorted = sql.starts_with("SELECT") && std::env::var("ORDER").is_err();
        if sorted && !sql.contains(" ORDER BY") && in_order(&ours) == in_order(&theirs) {
            return Step::Same;
        }
        let mismatch = |text: &str| text.starts_with("error 1 foreign key mismatch");
        if ours != theirs && !(mismatch(&ours) && mismatch(&theirs)) {
            return Step::Different(format!("{sql}\n  here   {ours}\n  sqlite {theirs}"));
        }
        let tables = ["t", "p", "log", "sqlite_sequence"];
        for query in tables.map(|t| format!("SELECT * FROM {t} ORDER BY 1, 2")) {
            let saved = self.session.state.clone();
            let ours = self.ours(&query);
            let settings = std::mem::take(&mut self.session.state.settings);
            self.session.state = SessionState { settings, ..saved };
            let theirs = self.theirs(&query);
            if self.is_broken(&theirs) {
                return Step::Unsupported;
            }
            let rows = |text: &str| text.split("; changes").next().unwrap_or("").to_string();
            if ours.as_deref().map(rows) != Some(rows(&theirs)) {
                let ours = ours.unwrap_or_default();
                return Step::Different(format!(
                    "{sql}\n {query}\n  here   {ours}\n  sqlite {theirs}"
                ));
            }
        }
        Step::Same
    }

    /// Whether SQLite has broken its own database, as it does where a trigger deletes the row that its
    /// statement is at; nothing after that can be compared.
    fn is_broken(&mut self, theirs: &str) -> bool {
        let broken = theirs.contains("database disk image is malformed");
        self.limited |= broken;
        broken
    }

    /// What this engine says; none when it does not have what is asked for.
    fn ours(&mut self, sql: &str) -> Option<String> {
        let results = self.session.run(&mut self.store, sql, &[], false, None);
        let mut out = String::new();
        for result in &results {
            match &result.error {
                Some(failure) => {
                    let kind = &*failure.error.kind;
                    let triggers = matches!(kind, ErrorKind::Limit { what: "triggers" });
                    if matches!(kind, ErrorKind::Unsupported { .. } | ErrorKind::Limit { .. })
                        && !triggers
                    {
                        self.limited |= matches!(kind, ErrorKind::Limit { .. });
                        return None;
                    }
                    out += &format!("error {} {}", failure.report.errno, failure.report.message);
                }
                None => {
                    if let Some(columns) = result.columns.as_ref().filter(|c| !c.is_empty()) {
                        let names: Vec<&str> = columns.iter().map(|c| &*c.name).collect();
                        out += &format!("[{}]", names.join(", "));
                    }
                    for row in &result.rows {
                        let cells: Vec<String> = row.iter().map(cell).collect();
                        out += &format!(" ({})", cells.join(", "));
                    }
                }
            }
        }
        let state = &self.session.state;
        let idle = self.session.transaction() == TxnState::Idle;
        Some(ending(out, state.changes, state.total_changes, state.last_insert_id, idle))
    }

    fn theirs(&self, sql: &str) -> String {
        let out = match self.rows(sql) {
            Ok(rows) => rows,
            Err(error) => {
                let (code, message) = match &error {
                    rusqlite::Error::SqliteFailure(code, message) => {
                        (code.extended_code, message.clone().unwrap_or_default())
                    }
                    rusqlite::Error::SqlInputError { error, msg, .. } => {
                        (error.extended_code, msg.clone())
                    }
                    other => (0, other.to_string()),
                };
                format!("error {code} {message}")
            }
        };
        let real = &self.real;
        let (changes, total) = (real.changes() as i64, real.total_changes() as i64);
        ending(out, changes, total, real.last_insert_rowid(), real.is_autocommit())
    }

    fn rows(&self, sql: &str) -> rusqlite::Result<String> {
        let mut statement = self.real.prepare(sql)?;
        let names: Vec<String> = statement.column_names().map(String::from).collect();
        let mut out = String::new();
        if !names.is_empty() {
            out += &format!("[{}]", names.join(", "));
        }
        let mut rows = statement.raw_query();
        // The numbers of EXPLAIN QUERY PLAN are addresses in a program; here they are those of lines.
        let plan = names[..] == ["id", "parent", "notused", "detail"];
        let mut lines = vec![0];
        while let Some(row) = rows.next()? {
            let mut cells = Vec::new();
            if plan {
                let (id, parent): (i64, i64) = (row.get(0)?, row.get(1)?);
                let parent = lines.iter().rposition(|line| *line == parent).unwrap_or_default();
                out += &format!(" ({}, {parent}, 0, '{}')", lines.len(), row.get::<_, String>(3)?);
                lines.push(id);
                continue;
            }
            for at in 0..names.len() {
                cells.push(match row.get_ref(at)? {
                    ValueRef::Null => cell(&Value::Null),
                    ValueRef::Integer(n) => cell(&Value::Int(n)),
                    ValueRef::Real(x) => cell(&Value::Real(x)),
                    ValueRef::Text(text) => cell(&Value::text(&String::from_utf8_lossy(text))),
                    ValueRef::Blob(bytes) => cell(&Value::Blob(bytes.into())),
                });
            }
            out += &format!(" ({})", cells.join(", "));
        }
        Ok(out)
    }
}

/// The rows of an answer in an order of their own.
fn in_order(answer: &str) -> Vec<&str> {
    let (rows, ending) = answer.split_once("; changes").unwrap_or((answer, ""));
    let mut rows: Vec<&str> = rows.split(" (").chain([ending]).collect();
    rows.sort_unstable();
    rows
}

fn ending(out: String, changes: i64, total: i64, rowid: i64, idle: bool) -> String {
    format!("{out}; changes {changes}, total {total}, rowid {rowid}, autocommit {idle}")
}

fn cell(value: &Value) -> String {
    match value {
        Value::Bool(b) => i64::from(*b).to_string(),
        Value::Int(n) => n.to_string(),
        Value::Text(text) => format!("'{text}'"),
        other => format!("{other:?}"),
    }
}
