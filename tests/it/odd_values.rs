//! Nothing panics, whatever functions, operators and casts are given: every name of the dialects' tables is
//! called with odd values. `ODD=500000 cargo test --test it -- odd_values` runs so many statements of each
//! dialect, `SEED=7` others.

use std::panic::{AssertUnwindSafe, catch_unwind};

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::limits::Limits;
use onconflict::session::Session;

use crate::random::Random;

const STATEMENTS: u64 = 20_000;

const ANY: &[&str] = &[
    "NULL",
    "0",
    "1",
    "-1",
    "2.5",
    "'abc'",
    "''",
    "'12abc'",
    "'é€'",
    "'%'",
    "1000000000",
    "9223372036854775807",
    "(-9223372036854775807-1)",
    "99999999999999999999.999",
    "'{\"a\":[1,2]}'",
    "'$.a'",
    "'$[0]'",
    "'2020-01-31'",
    "'9999-12-31 23:59:59'",
    "'%s%d%q%*d'",
    "'YYYY-MM-DD HH24'",
];
const SQLITE: &[&str] = &["x'414200'", "1e308", "9e999", "'+1 month'", "'unixepoch'", "'$'"];
const MYSQL: &[&str] = &[
    "x'414200'",
    "18446744073709551615",
    "1e308",
    "'2020-00-00'",
    "'838:59:59'",
    "DATE '2020-01-01'",
    "INTERVAL 1 DAY",
    "INTERVAL 9223372036854775807 MONTH",
];
const POSTGRESQL: &[&str] = &[
    "'\\x4142'::bytea",
    "'NaN'::float8",
    "1e308::float8",
    "'{}'::jsonb",
    "'infinity'::timestamp",
    "'-infinity'::date",
    "now()",
    "'2020-01-31'::date",
    "interval '100000000 years'",
    "ARRAY[1,2,NULL]",
    "'{}'::int[]",
    "'[1,5)'::int4range",
    "2147483647",
    "true",
];
const OPERATORS: &[&str] = &[
    "+", "-", "*", "/", "%", "||", "<<", ">>", "&", "|", "=", "<", "<=>", "IS", "LIKE", "GLOB",
    "REGEXP", "~", "->", "->>", "#>", "@>", "&&", "^", "DIV", "MOD",
];
const TYPES: &[&str] = &[
    "int",
    "smallint",
    "text",
    "varchar(2)",
    "char(3)",
    "date",
    "time",
    "timestamp",
    "datetime",
    "decimal(5,2)",
    "real",
    "float8",
    "json",
    "jsonb",
    "uuid",
    "bytea",
    "boolean",
    "interval",
    "unsigned",
    "signed",
    "blob",
    "int[]",
    "binary(2)",
    "year",
];

pub(crate) fn trials() -> Vec<Trial> {
    let dialects = [
        ("sqlite", Dialect::Sqlite, SQLITE),
        ("postgresql", Dialect::Postgresql, POSTGRESQL),
        ("mysql", Dialect::Mysql, MYSQL),
    ];
    let trial = |(name, dialect, own): (&'static str, Dialect, &'static [&str])| {
        Trial::test(format!("odd_values::{name}"), move || run(name, dialect, own))
    };
    dialects.map(trial).into()
}

fn run(name: &str, dialect: Dialect, own: &[&str]) -> Result<(), Failed> {
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse::<u64>().ok());
    let wanted = number("ODD").unwrap_or(STATEMENTS);
    let mut random = Random(number("SEED").unwrap_or(1));
    let names = names(name)?;
    let values: Vec<&str> = ANY.iter().chain(own).copied().collect();
    let mut session = Session::new(dialect, Limits::default());
    let mut store = session.new_store();
    for _ in 0..wanted {
        let (a, b) = (random.pick(&values), random.pick(&values));
        let expr = match random.below(4) {
            0 => format!("{a} {} {b}", random.pick(OPERATORS)),
            1 => format!("CAST({a} AS {})", random.pick(TYPES)),
            _ => {
                let args: Vec<&str> = (0..random.below(5)).map(|_| random.pick(&values)).collect();
                let at = random.below(names.len() as u64) as usize;
                format!("{}({})", names[at], args.join(", "))
            }
        };
        let sql = format!("SELECT {expr}");
        let asked = || drop(session.run(&mut store, &sql, &[], false, None));
        if catch_unwind(AssertUnwindSafe(asked)).is_err() {
            return Err(format!("it panicked: {sql}").into());
        }
    }
    Ok(())
}

/// What stands between quotes in the dialect's tables of functions, those that are no names among them.
fn names(dialect: &str) -> Result<Vec<String>, Failed> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir("src/dialect")? {
        let path = entry?.path();
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !file.starts_with(dialect) {
            continue;
        }
        let text = std::fs::read_to_string(&path)?;
        let quoted = text.split('"').skip(1).step_by(2);
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        names
            .extend(quoted.filter(|q| !q.is_empty() && q.chars().all(is_name)).map(str::to_string));
    }
    names.sort();
    names.dedup();
    Ok(names)
}
