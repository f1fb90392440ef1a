//! Definitions that stand on one another without end: each ends with the limit of depth, and the session
//! goes on. A browser's stack is small, so none of them may be followed further than the limit.

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::error::ErrorKind;
use onconflict::limits::Limits;
use onconflict::session::Session;

pub(crate) fn trials() -> Vec<Trial> {
    // In a debug build even what the limit allows is much for a test's thread.
    let deep = || {
        let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(run)?;
        thread.join().unwrap_or_else(|_| Err("it panicked".into()))
    };
    vec![Trial::test("towers::end_at_the_limit_of_depth", deep)]
}

fn run() -> Result<(), Failed> {
    for (name, dialect) in Dialect::ALL {
        for (what, script) in towers(dialect) {
            let mut session = Session::new(dialect, Limits::default());
            let mut store = session.new_store();
            let results = session.run(&mut store, &script, &[], false, None);
            let error = results.iter().find_map(|r| r.error.as_ref()).map(|e| &*e.error.kind);
            if !matches!(error, Some(ErrorKind::Limit { what: "depth" | "triggers" })) {
                return Err(format!("{name}, {what}: {error:?}").into());
            }
            let after = session.run(&mut store, "SELECT 1", &[], false, None);
            if after.iter().any(|r| r.error.is_some()) {
                return Err(format!("{name}, {what}: the session does not go on").into());
            }
        }
    }
    Ok(())
}

fn towers(dialect: Dialect) -> Vec<(&'static str, String)> {
    let each = |count: usize, part: &dyn Fn(usize) -> String| {
        (0..count).map(part).collect::<Vec<_>>().join(";")
    };
    let common = |i: usize| match i {
        0 => "c0 AS (SELECT 1 AS a)".to_string(),
        _ => format!("c{i} AS (SELECT a FROM c{})", i - 1),
    };
    let commons: Vec<String> = (0..1000).map(common).collect();
    let views = each(400, &|i| match i {
        0 => "CREATE VIEW v0 AS SELECT 1 AS a".to_string(),
        _ => format!("CREATE VIEW v{i} AS SELECT a FROM v{}", i - 1),
    });
    let families = each(400, &|i| match i {
        0 => "CREATE TABLE t0(id INT PRIMARY KEY)".to_string(),
        _ => format!(
            "CREATE TABLE t{i}(id INT PRIMARY KEY, p INT, \
             FOREIGN KEY (p) REFERENCES t{}(id) ON DELETE CASCADE)",
            i - 1
        ),
    });
    let keys = if dialect == Dialect::Sqlite { "PRAGMA foreign_keys = ON;" } else { "" };
    let mut towers = vec![
        ("common tables", format!("WITH {} SELECT a FROM c999", commons.join(","))),
        ("views", format!("{views}; SELECT a FROM v399")),
        ("foreign keys", format!("{keys}{families}; DELETE FROM t0")),
    ];
    if dialect == Dialect::Sqlite {
        let tables = each(400, &|i| format!("CREATE TABLE t{i}(a)"));
        let triggers = each(399, &|i| {
            let next = i + 1;
            format!(
                "CREATE TRIGGER r{i} AFTER INSERT ON t{i} BEGIN \
                 INSERT INTO t{next} VALUES (new.a); END"
            )
        });
        towers.push(("triggers", format!("{tables};{triggers}; INSERT INTO t0 VALUES (1)")));
    }
    towers
}
