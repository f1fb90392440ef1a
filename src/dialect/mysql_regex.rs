//! MySQL: regular expressions ("Regular Expressions"), read by the same matcher as PostgreSQL's.

use super::mysql_report::entry;
use super::mysql_types::print;
use crate::error::ErrorKind;
use crate::functions::regex::{Prefer, Regex};
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
    Ok(Value::Int(i64::from(first(&letters(&args[0]), &args[1], fold)?.is_some())))
}

fn letters(value: &Value) -> Vec<char> {
    print(value).chars().collect()
}

fn regex(pattern: &Value, fold: bool) -> Bind<Regex> {
    // The matcher calls a word's edge `\y`.
    let pattern = print(pattern).replace("\\b", "\\y");
    Regex::new(&pattern, fold, Prefer::First).map_err(|bad| bad.error(illegal))
}

fn illegal(_: &'static str) -> ErrorKind {
    let message = "Illegal argument to a regular expression.".to_string();
    ErrorKind::Report(Box::new(entry(3685, "HY000", "ER_REGEXP_ILLEGAL_ARGUMENT", message)))
}

/// The places of the first match.
fn first(subject: &[char], pattern: &Value, fold: bool) -> Bind<Option<(usize, usize)>> {
    regex(pattern, fold)?.find(subject, 0).map_err(|bad| bad.error(illegal))
}

/// `REGEXP_SUBSTR(text, pattern)`.
pub(super) static SUBSTR: Function = Function {
    name: "regexp_substr",
    strict: true,
    pure: true,
    call: |_, args| {
        let text = letters(&args[0]);
        Ok(match first(&text, &args[1], true)? {
            Some((from, to)) => Value::text(&text[from..to].iter().collect::<String>()),
            None => Value::Null,
        })
    },
};

/// `REGEXP_INSTR(text, pattern)`: from 1, 0 where there is none.
pub(super) static INSTR: Function = Function {
    name: "regexp_instr",
    strict: true,
    pure: true,
    call: |_, args| {
        let found = first(&letters(&args[0]), &args[1], true)?;
        Ok(Value::Int(found.map_or(0, |(from, _)| from as i64 + 1)))
    },
};

/// `REGEXP_REPLACE(text, pattern, replacement)`: every match.
pub(super) static REPLACE: Function = Function {
    name: "regexp_replace",
    strict: true,
    pure: true,
    call: |_, args| {
        let with = print(&args[2]);
        if with.contains(['$', '\\']) {
            return Err(ErrorKind::unsupported("REGEXP_REPLACE with parts of the match"));
        }
        let regex = regex(&args[1], true)?;
        let replaced = regex.replace(&print(&args[0]), true, &mut |_, out| out.push_str(&with));
        Ok(Value::text(&replaced.map_err(|bad| bad.error(illegal))?))
    },
};
