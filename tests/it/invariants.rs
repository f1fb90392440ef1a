//! Random schemas and statements of every conflict kind, from seeds: after each statement every
//! index equals its table, replaying the trace gives the store, tracing changes nothing, and
//! taking everything back gives the start.

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::limits::Limits;
use onconflict::session::{Session, StatementResult};
use onconflict::store::Store;
use onconflict::trace::Trace;

use crate::random::Random;
use crate::replay;

/// Scripts of each dialect.
const SCRIPTS: u64 = 150;
const STATEMENTS: usize = 25;

pub(crate) fn trials() -> Vec<Trial> {
    Dialect::ALL
        .into_iter()
        .map(|(name, dialect)| Trial::test(format!("random::{name}"), move || run(dialect)))
        .collect()
}

fn run(dialect: Dialect) -> Result<(), Failed> {
    for seed in 1..=SCRIPTS {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut log = Vec::new();
        if let Err(why) = script(dialect, &mut random, &mut log) {
            let sql = log.join(";\n");
            return Err(
                format!("seed {seed}: {why}\n-- @dialect {}\n{sql};", dialect.name()).into()
            );
        }
    }
    Ok(())
}

fn script(dialect: Dialect, random: &mut Random, log: &mut Vec<String>) -> Result<(), String> {
    let mut session = Session::new(dialect, Limits::default());
    let mut store = session.new_store();
    for sql in schema(dialect, random) {
        log.push(sql.clone());
        let results = session.run(&mut store, &sql, &[], false, None);
        if let Some(failure) = results.iter().find_map(|r| r.error.as_ref()) {
            return Err(failure.report.message.clone());
        }
    }
    let before = dump(&mut session, &mut store)?;
    let mut inside = Ok(());
    let mut at_end = String::new();
    session.in_sandbox(&mut store, |session, store| {
        for _ in 0..STATEMENTS {
            let sql = statement(dialect, random);
            log.push(sql.clone());
            inside = step(session, store, &sql);
            if inside.is_err() {
                return;
            }
        }
        at_end = dump(session, store).unwrap_or_default();
    });
    inside?;
    store.check()?;
    let after = dump(&mut session, &mut store)?;
    if before != after {
        return Err(format!("taking everything back gives\n{after}\nnot\n{before}"));
    }
    // The same statements once more, for good, arrive where they arrived inside the sandbox.
    let statements = log.len() - STATEMENTS;
    for sql in &log[statements..] {
        session.run(&mut store, sql, &[], true, None);
        store.check()?;
    }
    let again = dump(&mut session, &mut store)?;
    if again != at_end {
        return Err(format!("outside a sandbox it ends with\n{again}\nnot\n{at_end}"));
    }
    Ok(())
}

fn step(session: &mut Session, store: &mut Store, sql: &str) -> Result<(), String> {
    let untraced = session.in_sandbox(store, |session, store| {
        let results = session.run(store, sql, &[], true, None);
        format!("{}{}", outcome(&results), dump(session, store).unwrap_or_default())
    });
    store.check()?;
    let start = replay::Start::of(store);
    let mut trace = Trace::new(sql, 100_000);
    let results = session.run(store, sql, &[], true, Some(&mut trace));
    store.check()?;
    replay::agrees(&trace, &start, store)?;
    let traced = format!("{}{}", outcome(&results), dump(session, store)?);
    if traced != untraced {
        return Err(format!("with a trace {traced}, without {untraced}"));
    }
    Ok(())
}

fn outcome(results: &[StatementResult]) -> String {
    let one = |r: &StatementResult| match &r.error {
        Some(failure) => failure.report.message.clone(),
        None => format!("{:?} {}", r.tally, r.changes),
    };
    results.iter().map(one).collect()
}

fn dump(session: &mut Session, store: &mut Store) -> Result<String, String> {
    let mut out = String::new();
    for table in store.catalog().tables() {
        let mut from = i64::MIN;
        while let Some((rowid, slot)) = store.at_or_after(table.id, from) {
            let row: Vec<String> = store.record(slot).values().map(|v| format!("{v:?}")).collect();
            out.push_str(&format!("{} {rowid} {}\n", table.name, row.join(" ")));
            let Some(next) = rowid.checked_add(1) else { break };
            from = next;
        }
    }
    let state = &session.state;
    out.push_str(&format!(
        "{:?} {} {} {}\n",
        session.transaction(),
        state.changes,
        state.total_changes,
        state.last_insert_id
    ));
    Ok(out)
}

fn schema(dialect: Dialect, random: &mut Random) -> Vec<String> {
    let text = if dialect == Dialect::Mysql { "VARCHAR(20)" } else { "TEXT" };
    let clause = |random: &mut Random| match dialect {
        Dialect::Sqlite if random.below(3) == 0 => {
            let word = random.pick(&["ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"]);
            format!(" ON CONFLICT {word}")
        }
        _ => String::new(),
    };
    let key = match dialect {
        Dialect::Sqlite => {
            random.pick(&["INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT", "INT"])
        }
        Dialect::Postgresql => random.pick(&["serial PRIMARY KEY", "int PRIMARY KEY"]),
        Dialect::Mysql => random.pick(&["INT AUTO_INCREMENT PRIMARY KEY", "INT PRIMARY KEY"]),
    };
    let a = match random.below(3) {
        0 => String::new(),
        1 => format!(" UNIQUE{}", clause(random)),
        _ => format!(" NOT NULL{} UNIQUE{}", clause(random), clause(random)),
    };
    let n = random.pick(&["", " NOT NULL DEFAULT 7", " CHECK (n < 8)"]);
    let together = match random.below(3) {
        0 => format!(", UNIQUE (a, n){}", clause(random)),
        1 => format!(", UNIQUE (n){}", clause(random)),
        _ => String::new(),
    };
    let mut all =
        vec![format!("CREATE TABLE t (id {key}, a {text}{a}, n INT{n}, b {text}{together})")];
    match (dialect, random.below(3)) {
        (Dialect::Sqlite | Dialect::Postgresql, 0) => {
            all.push("CREATE UNIQUE INDEX ux ON t (b) WHERE n > 3".to_string());
        }
        (_, 1) => all.push("CREATE UNIQUE INDEX ub ON t (b)".to_string()),
        _ => {}
    }
    all
}

fn value(random: &mut Random) -> String {
    match random.below(8) {
        0 => "NULL".to_string(),
        n => format!("'k{}'", n % 5),
    }
}

fn row(random: &mut Random, dialect: Dialect) -> String {
    let id = match (random.below(4), dialect) {
        (0, Dialect::Sqlite | Dialect::Mysql) => "NULL".to_string(),
        (n, _) => (n + random.below(4)).to_string(),
    };
    let n = match random.below(6) {
        0 => "NULL".to_string(),
        n => (n * 2 - 1).to_string(),
    };
    format!("({id}, {}, {n}, {})", value(random), value(random))
}

fn statement(dialect: Dialect, random: &mut Random) -> String {
    match random.below(12) {
        0 => random
            .pick(&["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "ROLLBACK TO s"])
            .to_string(),
        1 => match dialect {
            Dialect::Postgresql | Dialect::Sqlite => "RELEASE s".to_string(),
            Dialect::Mysql => "RELEASE SAVEPOINT s".to_string(),
        },
        2 => format!("DELETE FROM t WHERE id = {}", random.below(6)),
        3 | 4 => update(dialect, random),
        _ => insert(dialect, random),
    }
}

fn update(dialect: Dialect, random: &mut Random) -> String {
    let or = match dialect {
        Dialect::Sqlite => {
            random.pick(&["", "OR ROLLBACK ", "OR ABORT ", "OR FAIL ", "OR IGNORE ", "OR REPLACE "])
        }
        Dialect::Mysql => random.pick(&["", "IGNORE "]),
        Dialect::Postgresql => "",
    };
    let set = match random.below(4) {
        0 => format!("a = {}", value(random)),
        1 => "n = n + 1".to_string(),
        2 => format!("b = {}, n = {}", value(random), random.below(9)),
        _ => format!("id = id + {}", random.below(3)),
    };
    let filter = match random.below(3) {
        0 => String::new(),
        _ => format!(" WHERE id > {}", random.below(5)),
    };
    format!("UPDATE {or}t SET {set}{filter}")
}

fn insert(dialect: Dialect, random: &mut Random) -> String {
    let rows: Vec<String> = (0..=random.below(3)).map(|_| row(random, dialect)).collect();
    let rows = rows.join(", ");
    match dialect {
        Dialect::Sqlite => {
            let or = random.pick(&[
                "INSERT",
                "INSERT OR ROLLBACK",
                "INSERT OR ABORT",
                "INSERT OR FAIL",
                "INSERT OR IGNORE",
                "INSERT OR REPLACE",
                "REPLACE",
            ]);
            let arm = random.pick(&[
                "",
                "",
                " ON CONFLICT DO NOTHING",
                " ON CONFLICT DO UPDATE SET n = excluded.n",
                " ON CONFLICT DO UPDATE SET b = excluded.b || '+' WHERE t.n > 2",
            ]);
            format!("{or} INTO t VALUES {rows}{arm}")
        }
        Dialect::Postgresql => {
            let arm = random.pick(&[
                "",
                "",
                " ON CONFLICT DO NOTHING",
                " ON CONFLICT (id) DO UPDATE SET n = excluded.n",
                " ON CONFLICT (id) DO UPDATE SET a = excluded.a WHERE t.n > 2",
            ]);
            format!("INSERT INTO t VALUES {rows}{arm}")
        }
        Dialect::Mysql => {
            let verb = random.pick(&["INSERT", "INSERT", "INSERT IGNORE", "REPLACE"]);
            let arm = match verb {
                "REPLACE" => "",
                _ => random.pick(&["", " ON DUPLICATE KEY UPDATE n = n + 1"]),
            };
            format!("{verb} INTO t VALUES {rows}{arm}")
        }
    }
}
