//! Window functions take steps as there are rows, not as their square.

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::limits::Limits;
use onconflict::session::Session;

const ROWS: u64 = 20_000;
const WINDOWS: &[&str] = &[
    "row_number() OVER ()",
    "dense_rank() OVER (ORDER BY x)",
    "cume_dist() OVER (ORDER BY x / 7)",
    "count(*) OVER (ORDER BY 1)",
    "sum(x) OVER (ORDER BY x)",
    "max(x) OVER (ORDER BY x / 7 RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
    "sum(x) OVER (ORDER BY x RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING)",
    "sum(x) OVER (ORDER BY x GROUPS BETWEEN 3 PRECEDING AND 1 FOLLOWING EXCLUDE TIES)",
    "last_value(x) OVER (ORDER BY 1 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE GROUP)",
    "nth_value(x, 9000) OVER (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)",
];

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test("windows::steps_grow_with_rows", steps_grow_with_rows)]
}

fn steps_grow_with_rows() -> Result<(), Failed> {
    for window in WINDOWS {
        let limits = Limits { steps: 30 * ROWS, ..Limits::default() };
        let mut session = Session::new(Dialect::Sqlite, limits);
        let mut store = session.new_store();
        let sql = format!(
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < {ROWS}) \
             SELECT count(*) FROM (SELECT {window} FROM c)"
        );
        let results = session.run(&mut store, &sql, &[], false, None);
        if let Some(failure) = results.iter().find_map(|r| r.error.as_ref()) {
            return Err(format!("{window}: {}", failure.report.message).into());
        }
    }
    Ok(())
}
