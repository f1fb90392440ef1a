//! Scripts on this engine's MySQL and on a real MariaDB, compared statement by statement: outcome,
//! error, rows, counts, insert id, info, warnings. Where MySQL 8 is known to differ from MariaDB
//! both are brought to one form ([`plain`]).
//!
//! `DIFFERENTIAL=50000 cargo test --release --test it -- differential::mysql` runs so many statements,
//! with `FROM=2000` the scripts from that one on, `SEED=7` one script; a script that differs is
//! shortened before it is shown. `MUTATED=1` takes golden scripts with a few things changed (`mutation.rs`). `SCRIPT=a.sql cargo test --test it -- differential::mysql` runs a file,
//! whose lines that begin with `-- new` begin with empty databases, and shows every difference.

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::dialect::mysql_syntax::SYNTAX;
use onconflict::limits::Limits;
use onconflict::session::Session;
use onconflict::store::Store;
use onconflict::syntax::parse_next;
use onconflict::txn::TxnState;

use crate::generator_mysql::Generator;
use crate::mariadb::{Answer, Connection, Server};
use crate::mutation::Sources;
use crate::random::Random;

/// Statements of an ordinary run.
const STATEMENTS: usize = 1_000;
/// Statements of a script beside its schema.
const LENGTH: usize = 25;

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test("differential::mysql", run)]
}

fn run() -> Result<(), Failed> {
    let Some(server) = Server::start()? else {
        eprintln!("differential: MariaDB is not installed; MySQL was not compared");
        return Ok(());
    };
    if let Ok(path) = std::env::var("SCRIPT") {
        return run_file(&server, &path);
    }
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse::<u64>().ok());
    let wanted = number("DIFFERENTIAL").map_or(STATEMENTS, |n| n as usize);
    let seeds = match number("SEED") {
        Some(seed) => seed..seed + 1,
        None => number("FROM").unwrap_or(1)..u64::MAX,
    };
    // Scripts of people with a few things changed, on demand: MariaDB differs from MySQL in too many.
    let sources = match std::env::var_os("MUTATED") {
        Some(_) => Some(Sources::read(Dialect::Mysql, &SYNTAX, true)?),
        None => None,
    };
    let shown = number("SHOW_DIFFERENCES").unwrap_or(1) as usize;
    let (mut statements, mut differences) = (0, Vec::new());
    let mut pair = Pair::new(&server)?;
    for seed in seeds {
        if statements >= wanted || differences.len() >= shown {
            break;
        }
        let script = match &sources {
            Some(sources) => sources.script(&mut Random::from_seed(seed)),
            None => script(seed),
        };
        pair.restart()?;
        for (number, sql) in script.iter().enumerate() {
            statements += 1;
            if pair.step(sql)?.is_some() {
                let (short, why) = shorten(&mut pair, &script[..=number])?;
                differences.push(format!("seed {seed}: {why}\n{};", short.join(";\n")));
                break;
            }
        }
    }
    eprintln!("differential: {statements} statements of MySQL");
    match differences.is_empty() {
        true => Ok(()),
        false => Err(differences.join("\n\n").into()),
    }
}

fn script(seed: u64) -> Vec<String> {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    random.below(2);
    let mut generator = Generator::new(&mut random);
    let mut all = generator.schema();
    for _ in 0..LENGTH {
        all.push(generator.statement());
    }
    all
}

/// Leaves out every statement without which the last one still differs.
fn shorten(pair: &mut Pair, script: &[String]) -> Result<(Vec<String>, String), Failed> {
    let mut short = script.to_vec();
    let mut why = differs(pair, &short)?.unwrap_or_default();
    let mut at = short.len().saturating_sub(1);
    while at > 0 {
        at -= 1;
        if short[at].starts_with("CREATE TABLE") {
            continue;
        }
        let mut fewer = short.clone();
        fewer.remove(at);
        if let Some(reason) = differs(pair, &fewer)? {
            (short, why) = (fewer, reason);
        }
    }
    Ok((short, why))
}

fn differs(pair: &mut Pair, script: &[String]) -> Result<Option<String>, Failed> {
    pair.restart()?;
    for sql in script {
        if let Some(why) = pair.step(sql)? {
            return Ok(Some(why));
        }
    }
    Ok(None)
}

/// Runs a file's scripts, which are divided by lines that begin with `-- new`.
fn run_file(server: &Server, path: &str) -> Result<(), Failed> {
    let text = std::fs::read_to_string(path)?;
    let mut pair = Pair::new(server)?;
    let (mut statements, mut differences) = (0, Vec::new());
    for script in text.split("-- new") {
        // What follows on the line says what the script asks.
        let (title, script) = script.split_once('\n').unwrap_or((script, ""));
        pair.restart()?;
        let mut compare = |pair: &mut Pair, sql: &str| -> Result<(), Failed> {
            let (ours, theirs) = (pair.ours(sql), pair.theirs(sql)?);
            statements += 1;
            if !agree(sql, &ours, &theirs) {
                let where_ = format!("[{}] {sql}", title.trim());
                differences.push(format!("{where_}\n  here    {ours}\n  mariadb {theirs}"));
            } else if std::env::var_os("SHOW").is_some() {
                eprintln!("{sql}\n  both    {ours}");
            }
            Ok(())
        };
        let mut from = 0;
        while let Some(parsed) = parse_next(script, from, &SYNTAX) {
            from = parsed.next;
            compare(&mut pair, parsed.span.of(script))?;
        }
        let tables = "SELECT table_name FROM information_schema.tables \
                      WHERE table_schema='play' ORDER BY 1";
        for row in pair.real.query(tables)?.rows {
            let Some(Some(name)) = row.first() else { continue };
            compare(&mut pair, &format!("SELECT * FROM `{name}`"))?;
            let next = "SELECT auto_increment FROM information_schema.tables WHERE table_name=";
            compare(&mut pair, &format!("{next}'{name}' AND table_schema='play'"))?;
        }
    }
    eprintln!("differential: {statements} statements, {} differ", differences.len());
    match differences.is_empty() {
        true => Ok(()),
        false => Err(differences.join("\n").into()),
    }
}

/// The two databases.
struct Pair {
    session: Session,
    store: Store,
    real: Connection,
}

impl Pair {
    fn new(server: &Server) -> Result<Pair, Failed> {
        let mut real = server.connect()?;
        let settings = [
            "SET NAMES utf8mb4 COLLATE utf8mb4_unicode_520_nopad_ci",
            "DROP DATABASE IF EXISTS play",
            "CREATE DATABASE play",
            "USE play",
        ];
        for sql in settings {
            if let Some((_, _, message)) = real.query(sql)?.error {
                return Err(format!("{sql}: {message}").into());
            }
        }
        let session = Session::new(Dialect::Mysql, Limits::default());
        let store = session.new_store();
        Ok(Pair { session, store, real })
    }

    /// Empty databases.
    fn restart(&mut self) -> Result<(), Failed> {
        let fresh = ["ROLLBACK", "DROP DATABASE play", "CREATE DATABASE play", "USE play"];
        for sql in fresh.into_iter().chain([
            "SET sql_mode=DEFAULT, foreign_key_checks=1, autocommit=1",
            "SELECT LAST_INSERT_ID(0)",
            "DO 1",
        ]) {
            self.real.query(sql)?;
        }
        self.session = Session::new(Dialect::Mysql, Limits::default());
        self.store = self.session.new_store();
        Ok(())
    }

    /// Runs a statement in both; the difference between them and between their tables, if any.
    fn step(&mut self, sql: &str) -> Result<Option<String>, Failed> {
        let (ours, theirs) = (self.ours(sql), self.theirs(sql)?);
        if !agree(sql, &ours, &theirs) {
            return Ok(Some(format!("{sql}\n  here    {ours}\n  mariadb {theirs}")));
        }
        let reads = ["SELECT", "CREATE", "SAVEPOINT", "RELEASE", "START"];
        if reads.iter().any(|word| sql.starts_with(word)) {
            return Ok(None);
        }
        for query in ["SELECT * FROM t", "SELECT * FROM c", "SELECT * FROM log"] {
            let state = self.session.state.clone();
            let ours = self.ours(query);
            self.session.state = state;
            let theirs = self.theirs(query)?;
            if ours != theirs {
                let query = format!("{sql}\n {query}");
                return Ok(Some(format!("{query}\n  here    {ours}\n  mariadb {theirs}")));
            }
        }
        Ok(None)
    }

    fn ours(&mut self, sql: &str) -> String {
        let mut results = self.session.run(&mut self.store, sql, &[], false, None);
        let Some(result) = results.pop() else { return String::new() };
        let rules = self.session.rules();
        let mut answer = Answer {
            in_transaction: self.session.transaction() != TxnState::Idle,
            ..Answer::default()
        };
        if let Some(failure) = &result.error {
            let report = &failure.report;
            let message = report.message.clone();
            answer.error = Some((report.errno as u16, report.sqlstate.clone(), message));
            return shown(&answer, &[]);
        }
        answer.affected = result.changes as u64;
        answer.insert_id = result.insert_id as u64;
        answer.info = (rules.client_line)(&result).unwrap_or_default();
        let columns = result.columns.iter().flatten();
        answer.columns = columns.map(|c| c.name.to_string()).collect();
        let print = rules.print.unwrap_or(|_| String::new());
        let cell = |v: &onconflict::value::Value| (!v.is_null()).then(|| print(v));
        answer.rows = result.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let warnings = result.warnings.iter().map(|w| (w.level.to_string(), w.errno, &w.message));
        let warnings: Vec<_> = warnings.map(|(l, n, m)| (l, n, m.clone())).collect();
        shown(&answer, &warnings)
    }

    fn theirs(&mut self, sql: &str) -> Result<String, Failed> {
        let answer = self.real.query(sql)?;
        let mut warnings = Vec::new();
        if answer.warnings > 0 && answer.error.is_none() {
            for row in self.real.query("SHOW WARNINGS")?.rows {
                if let [Some(level), Some(errno), Some(message)] = &row[..] {
                    warnings.push((level.clone(), errno.parse()?, message.clone()));
                }
            }
        }
        Ok(shown(&answer, &warnings))
    }
}

/// Whether two answers are the same but for what is known to differ.
fn agree(sql: &str, ours: &str, theirs: &str) -> bool {
    // MariaDB does not warn of rows that UPDATE IGNORE leaves alone.
    let counted = |text: &str| text.split("  Warnings:").next().unwrap_or_default().to_string();
    // Nor does it count among the matched those that a CHECK refuses.
    let matched = |text: &str| {
        let (start, rest) = text.split_once("matched: ").unwrap_or((text, ""));
        start.to_string() + rest.split_once("  ").unwrap_or_default().1
    };
    let counted = |text: &str| match ours.contains("Warning check") {
        true => matched(&counted(text)),
        false => counted(text),
    };
    let quiet = sql.starts_with("UPDATE IGNORE") && counted(ours) == counted(theirs);
    // INSERT IGNORE of one row that a CHECK refuses is an error there.
    let refused = theirs.starts_with("error check") && ours.contains("Warning check");
    // Why a foreign key cannot be has one number there.
    let made = sql.starts_with("CREATE") && theirs.starts_with("error 1005");
    // NULL put over NULL counts as a change there where the column's default is another value.
    let uncounted = |text: &str| {
        let (_, rest) = text.split_once(", id ").unwrap_or(("", text));
        let (start, rest) = rest.split_once("Duplicates: ").unwrap_or((rest, ""));
        start.to_string() + rest.split_once("  ").unwrap_or_default().1
    };
    // CONCAT of NULL is such a NULL.
    let null = sql.contains("NULL") || sql.contains("CONCAT(b");
    let upsert = sql.contains("ON DUPLICATE") && null;
    let counted_null = upsert && uncounted(ours) == uncounted(theirs);
    ours == theirs || counted_null || quiet || refused || made && ours.starts_with("error")
}

fn shown(answer: &Answer, warnings: &[(String, i32, String)]) -> String {
    let open = if answer.in_transaction { "; open" } else { "" };
    if let Some((errno, state, message)) = &answer.error {
        return format!("error {}", plain(i32::from(*errno), state, message));
    }
    let mut out = String::new();
    if answer.columns.is_empty() {
        out += &format!("affected {}, id {}", answer.affected, answer.insert_id);
        if !answer.info.is_empty() {
            out += &format!(", {}", answer.info);
        }
    } else {
        out += &format!("[{}]", answer.columns.join(", "));
        for row in &answer.rows {
            let cells: Vec<_> = row.iter().map(|c| c.as_deref().unwrap_or("NULL")).collect();
            out += &format!(" ({})", cells.join(", "));
        }
    }
    for (level, errno, message) in warnings {
        // The deprecation of VALUES() is MySQL's alone.
        if *errno != 1287 {
            out += &format!("; {level} {}", plain(*errno, "", message));
        }
    }
    out + open
}

/// An error or warning in the form that both agree on.
fn plain(errno: i32, state: &str, message: &str) -> String {
    // MySQL reads a text as a double beside any number.
    let message = &message.replace("incorrect DECIMAL value", "incorrect DOUBLE value");
    match errno {
        // MySQL's ends with a dot.
        1792 => "1792".to_string(),
        // The exact words after `near` differ; `NEAR=1` compares them all the same.
        1064 if std::env::var_os("NEAR").is_some() => {
            format!("1064 {}", message.split("to use ").nth(1).unwrap_or_default())
        }
        1064 => "1064".to_string(),
        // MySQL names the table of the key.
        1062 => {
            let (start, key) = message.rsplit_once(" for key ").unwrap_or((message, ""));
            let key = key.trim_matches('\'');
            format!("1062 {state} {start} {}", key.rsplit('.').next().unwrap_or(key))
        }
        3819 | 4025 => {
            let name = message.split(['`', '\'']).nth(1).unwrap_or_default();
            // MySQL calls a check without a name `t_chk_1`.
            let made = name.starts_with("CONSTRAINT_") || name.contains('.');
            let named = !made && !name.contains("_chk_");
            format!("check {}", if named { name } else { "" })
        }
        // The clause is called otherwise.
        1052 | 1054 => {
            let name = message.split('\'').nth(1).unwrap_or_default();
            format!("{errno} {name}")
        }
        1366 | 1292 => {
            let message = message.replace("`play`.", "");
            let (start, rest) = message.split_once("for column ").unwrap_or((&message, ""));
            let column = rest.split(" at row").next().unwrap_or_default();
            let bare = column.rsplit('.').next().unwrap_or_default().trim_matches(['`', '\'']);
            let row = rest.split(" at row").nth(1).unwrap_or_default();
            format!("{errno} {start}{bare}{row}")
        }
        _ => format!("{errno} {state} {message}"),
    }
}
