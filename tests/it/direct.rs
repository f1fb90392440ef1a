//! Rows that are written directly (`exec::direct`) are as rows that take the ordinary way: random rows
//! given as parameters on one side and as text on the other, compared after each: what became of the
//! row, message, counters, transaction, tables and indexes. Now and then everything is taken back.
//! Rows that are looked up directly (`exec::lookup`) are those that the query's text finds.

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::exec::write::Tally;
use onconflict::limits::Limits;
use onconflict::session::{Prepared, Session};
use onconflict::store::Store;
use onconflict::trace::Trace;
use onconflict::value::{Value, ValueRef};

use crate::random::Random;

const SCRIPTS: u64 = 120;
const ROWS: usize = 60;

const TABLES: &[&str] = &[
    "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT UNIQUE, b UNIQUE, n INT)",
    "CREATE TABLE t(id INTEGER PRIMARY KEY ON CONFLICT IGNORE, a TEXT COLLATE NOCASE UNIQUE, b, n INT NOT NULL)",
    "CREATE TABLE t(id INT, a TEXT UNIQUE ON CONFLICT REPLACE, b REAL DEFAULT 1.5, n, UNIQUE(b, n))",
    "CREATE TABLE t(id INT PRIMARY KEY, a, b NUMERIC UNIQUE, n INT UNIQUE ON CONFLICT IGNORE)",
    "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INT CHECK(n < 4)); CREATE UNIQUE INDEX i ON t(a, b)",
    "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b, n); CREATE UNIQUE INDEX i ON t(a) WHERE n > 1; CREATE INDEX j ON t(n)",
    "CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE, b, n) WITHOUT ROWID",
];

/// Each with the columns that its parameters are for.
const INSERTS: &[(&str, &str)] = &[
    ("INSERT INTO t VALUES (?, ?, ?, ?)", "iabn"),
    ("INSERT OR IGNORE INTO t VALUES (?, ?, ?, ?)", "iabn"),
    ("INSERT OR REPLACE INTO t VALUES (?, ?, ?, ?)", "iabn"),
    ("INSERT OR FAIL INTO t(n, b, a, id) VALUES (?, ?, ?, ?)", "nbai"),
    ("INSERT INTO t(a, b, n) VALUES (?, ?, 2 - ?)", "abn"),
    ("INSERT INTO t(a, n) VALUES (?, ?)", "an"),
    ("INSERT INTO t(id, a, n) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", "ian"),
    ("INSERT INTO t VALUES (?, ?, 'k', ?) ON CONFLICT DO UPDATE SET n = excluded.n", "ian"),
    ("INSERT INTO t VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = ?, b = b", "iabnn"),
    ("INSERT INTO t VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET b = n, n = excluded.id", "iabn"),
    (
        "INSERT INTO t VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET a = excluded.a WHERE n > 1",
        "iabn",
    ),
    ("INSERT INTO t VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET id = id + 10", "iabn"),
    (
        "INSERT INTO t VALUES (?, ?, ?, ?) ON CONFLICT(a) DO NOTHING \
         ON CONFLICT(id) DO UPDATE SET n = excluded.n",
        "iabn",
    ),
];

/// Each with the columns that its parameters are for.
const LOOKUPS: &[(&str, &str)] = &[
    ("SELECT n, b, a FROM t WHERE id = ?", "i"),
    ("SELECT * FROM t WHERE a = ?", "a"),
    ("SELECT rowid, n FROM t WHERE b = ?", "b"),
    ("SELECT a FROM t WHERE b = ? AND n = ?", "bn"),
    ("SELECT id FROM t WHERE n = ? AND id = ?", "ni"),
    ("SELECT id FROM t WHERE n = 7 AND a = ?", "a"),
];

const BETWEEN: &[&str] = &[
    "BEGIN",
    "COMMIT",
    "ROLLBACK",
    "SAVEPOINT s",
    "ROLLBACK TO s",
    "RELEASE s",
    "UPDATE t SET n = n + 1 WHERE id % 2 = 0",
    "UPDATE t SET n = id, b = a WHERE n IN (SELECT n FROM t WHERE id < 30)",
    "UPDATE t SET b = NULL, b = n, n = b WHERE n > 3",
    "UPDATE OR IGNORE t SET a = a || '!', n = rowid WHERE id > 20",
    "UPDATE t SET n = (SELECT max(n) FROM t) + n WHERE b IS NOT NULL",
    "INSERT INTO t VALUES (61, 'many', 61, 61), (62, 'more', 60 + 2, 62), (NULL, 'most', 63, NULL)",
    "INSERT OR IGNORE INTO t(n, a) VALUES (7, 't1'), (8, 't2'), (9, 't3')",
];

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test("direct::as_the_ordinary_way", run)]
}

fn run() -> Result<(), Failed> {
    let mut direct = [0; 2];
    for seed in 1..=SCRIPTS {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut log = Vec::new();
        match script(&mut random, &mut log) {
            Ok([written, found]) => direct = [direct[0] + written, direct[1] + found],
            Err(why) => return Err(format!("seed {seed}: {why}\n{}", log.join(";\n")).into()),
        }
    }
    // Otherwise the test would say nothing.
    if direct.iter().any(|rows| *rows < SCRIPTS as usize * ROWS / 10) {
        return Err(format!("only {direct:?} rows were written and looked up directly").into());
    }
    Ok(())
}

/// A database.
struct Side {
    session: Session,
    store: Store,
}

impl Side {
    fn new() -> Side {
        let session = Session::new(Dialect::Sqlite, Limits::default());
        let store = session.new_store();
        Side { session, store }
    }

    /// Runs a text; under a trace rows take the ordinary way.
    fn run(&mut self, sql: &str, traced: bool) -> (Option<String>, Tally) {
        let mut trace = Trace::new(sql, 1000);
        let trace = traced.then_some(&mut trace);
        let results = self.session.run(&mut self.store, sql, &[], false, trace);
        let error = results.iter().find_map(|r| r.error.as_ref());
        let tally = results.last().map(|r| r.tally).unwrap_or_default();
        (error.map(|e| e.report.message.clone()), tally)
    }

    /// Runs a row directly if that is possible, and says whether it was.
    fn insert(&mut self, prepared: &mut Prepared, row: &[Value]) -> (Option<String>, Tally, bool) {
        let borrowed: Vec<ValueRef<'_>> = row.iter().map(Value::borrow).collect();
        if let Some(tally) = self.session.execute_direct(&mut self.store, prepared, &borrowed) {
            return (None, tally, true);
        }
        let result = self.session.execute(&mut self.store, prepared, &mut row.to_vec());
        (result.error.map(|e| e.report.message), result.tally, false)
    }

    /// Looks a row up directly if that is possible, and says whether it was.
    fn look_up(&mut self, prepared: &mut Prepared, key: &[Value]) -> (Option<Vec<Value>>, bool) {
        let borrowed: Vec<ValueRef<'_>> = key.iter().map(Value::borrow).collect();
        let mut row = Vec::new();
        let mut give = |value: ValueRef<'_>| row.push(value.to_value());
        match self.session.look_up(&self.store, prepared, &borrowed, &mut give) {
            Some(rows) => ((rows == 1).then_some(row), true),
            None => {
                let result = self.session.execute(&mut self.store, prepared, &mut key.to_vec());
                (result.rows.into_iter().next(), false)
            }
        }
    }

    fn state(&mut self) -> Result<String, String> {
        self.store.check()?;
        let state = &self.session.state;
        let counters = (state.changes, state.total_changes, state.last_insert_id);
        let transaction = self.session.transaction();
        let lists = [
            "SELECT * FROM t",
            "SELECT a FROM t ORDER BY a, id, n",
            "SELECT id FROM t WHERE a = 'x'",
        ];
        let mut all = format!("{counters:?} {transaction:?}");
        for sql in lists {
            let rows = self.session.run(&mut self.store, sql, &[], false, None);
            all += &format!("\n{:?}", rows.first().map(|r| &r.rows));
        }
        Ok(all)
    }
}

fn script(random: &mut Random, log: &mut Vec<String>) -> Result<[usize; 2], String> {
    let (mut ours, mut theirs) = (Side::new(), Side::new());
    let table = random.pick(TABLES);
    log.push(table.to_string());
    for side in [&mut ours, &mut theirs] {
        if let (Some(error), _) = side.run(table, true) {
            return Err(error);
        }
    }
    let mut statements: Vec<Option<Prepared>> = Vec::new();
    for (sql, _) in INSERTS {
        statements.push(ours.session.prepare(&ours.store, sql).ok());
    }
    let mut lookups: Vec<Option<Prepared>> = Vec::new();
    for (sql, _) in LOOKUPS {
        lookups.push(ours.session.prepare(&ours.store, sql).ok());
    }
    let mut direct = [0; 2];
    for _ in 0..ROWS {
        if random.below(5) == 0 {
            let sql = random.pick(BETWEEN);
            log.push(sql.to_string());
            if ours.run(sql, false) != theirs.run(sql, true) {
                return Err("what became of the statement differs".into());
            }
        }
        let at = random.below(INSERTS.len() as u64) as usize;
        let (Some((sql, columns)), Some(prepared)) = (INSERTS.get(at), statements[at].as_mut())
        else {
            continue;
        };
        let row: Vec<Value> = columns.chars().map(|column| value(random, column)).collect();
        let text =
            row.iter().fold(sql.to_string(), |sql, value| sql.replacen('?', &literal(value), 1));
        log.push(text.clone());
        let (error, tally, was_direct) = ours.insert(prepared, &row);
        direct[0] += usize::from(was_direct);
        if (error, tally) != theirs.run(&text, true) {
            return Err("what became of the row differs".into());
        }
        let (a, b) = (ours.state()?, theirs.state()?);
        if a != b {
            return Err(format!("the state differs:\n{a}\n{b}"));
        }
        for ((sql, columns), prepared) in LOOKUPS.iter().zip(&mut lookups) {
            let Some(prepared) = prepared else { continue };
            let key: Vec<Value> = columns.chars().map(|column| value(random, column)).collect();
            let text = key.iter().fold(sql.to_string(), |sql, v| sql.replacen('?', &literal(v), 1));
            let (found, was_direct) = ours.look_up(prepared, &key);
            direct[1] += usize::from(was_direct);
            let rows = theirs.session.run(&mut theirs.store, &text, &[], false, None);
            let wanted = rows.into_iter().next().and_then(|r| r.rows.into_iter().next());
            if format!("{found:?}") != format!("{wanted:?}") {
                return Err(format!("{text} finds {found:?}, not {wanted:?}"));
            }
        }
    }
    Ok(direct)
}

/// Mostly what fits the column.
fn value(random: &mut Random, column: char) -> Value {
    match (random.below(16), column) {
        (0, _) => Value::Null,
        (1, _) => Value::Real(2.5),
        (2, _) => Value::Real(3.0),
        (3, _) => Value::text("3"),
        (4, _) => Value::Blob([1, 2].into()),
        (5, 'i') => Value::Int(i64::MAX),
        (5..=8, 'a' | 'b') => {
            Value::text(random.pick(&["x", "X", "y", "ä", "a text of more letters"]))
        }
        (_, 'a' | 'b') => Value::text(&format!("t{}", random.below(40))),
        _ => Value::Int(random.below(60) as i64),
    }
}

fn literal(value: &Value) -> String {
    match value {
        Value::Int(n) => n.to_string(),
        Value::Real(x) => format!("{x:?}"),
        Value::Text(text) => format!("'{text}'"),
        Value::Blob(_) => "x'0102'".to_string(),
        _ => "NULL".to_string(),
    }
}
