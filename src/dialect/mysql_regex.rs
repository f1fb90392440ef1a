//! MySQL: regular expressions ("Regular Expressions"), read by the same matcher as PostgreSQL's.

use super::mysql_report::entry;
use super::mysql_types::print;
use super::postgresql_regex::find;
use crate::error::ErrorKind;
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::value::Value;

/// `REGEXP` where case matters, and where not.
pub(super) static MATCH: Function =
    Function { name: "regexp", strict: true, pure: true, call: |_, args| matches(args, false) };
/// As [`MATCH`].
pub(super) static MATCH_FOLD: Function =
    Function { name: "regexp", strict: true, pure: true, call: |_, args| matches(args, true) };

fn matches(args: &[Value], fold: bool) -> Bind<Value> {
    // A third argument says how: `c` case matters, `i` it does not.
    let flags = args.get(2).map(print).unwrap_or_default();
    let fold = flags.chars().fold(fold, |fold, flag| match flag {
        'c' => false,
        'i' => true,
        _ => fold,
    });
    Ok(Value::Int(i64::from(first(&print(&args[0]), &args[1], fold)?.is_some())))
}

/// The places of the first match.
fn first(subject: &str, pattern: &Value, fold: bool) -> Bind<Option<(usize, usize)>> {
    // The matcher calls a word's edge `\y`.
    let pattern = print(pattern).replace("\\b", "\\y");
    find(&pattern, subject, fold).map_err(|kind| match kind {
        ErrorKind::Report(report) if report.sqlstate == "2201B" => {
            let message = "Illegal argument to a regular expression.".to_string();
            ErrorKind::Report(Box::new(entry(3685, "HY000", "ER_REGEXP_ILLEGAL_ARGUMENT", message)))
        }
        other => other,
    })
}

fn part(text: &str, from: usize, to: usize) -> String {
    text.chars().skip(from).take(to - from).collect()
}

/// `REGEXP_SUBSTR(text, pattern)`.
pub(super) static SUBSTR: Function = Function {
    name: "regexp_substr",
    strict: true,
    pure: true,
    call: |_, args| {
        let text = print(&args[0]);
        let found = first(&text, &args[1], true)?;
        Ok(found.map_or(Value::Null, |(from, to)| Value::text(&part(&text, from, to))))
    },
};

/// `REGEXP_INSTR(text, pattern)`: from 1, 0 where there is none.
pub(super) static INSTR: Function = Function {
    name: "regexp_instr",
    strict: true,
    pure: true,
    call: |_, args| {
        let found = first(&print(&args[0]), &args[1], true)?;
        Ok(Value::Int(found.map_or(0, |(from, _)| from as i64 + 1)))
    },
};

/// `REGEXP_REPLACE(text, pattern, replacement)`: every match.
pub(super) static REPLACE: Function = Function {
    name: "regexp_replace",
    strict: true,
    pure: true,
    call: |_, args| {
        let (mut rest, with) = (print(&args[0]), print(&args[2]));
        if with.contains('$') {
            return Err(ErrorKind::unsupported("REGEXP_REPLACE with parts of the match"));
        }
        let mut out = String::new();
        while let Some((from, to)) = first(&rest, &args[1], true)? {
            out.push_str(&part(&rest, 0, from));
            out.push_str(&with);
            // An empty match leaves the letter after it.
            let next = to.max(from + 1);
            if to == from {
                out.push_str(&part(&rest, from, next));
            }
            if rest.is_empty() {
                break;
            }
            rest = rest.chars().skip(next).collect();
            if rest.is_empty() {
                break;
            }
        }
        out.push_str(&rest);
        Ok(Value::text(&out))
    },
};
