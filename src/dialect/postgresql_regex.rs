//! PostgreSQL: the functions and operators of regular expressions (functions-matching).

use super::postgresql_values::data_error;
use crate::error::ErrorKind;
use crate::functions::regex::{Prefer, Regex};
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::value::Value;

/// `~`.
pub(super) static MATCH: Function =
    Function { name: "~", strict: true, pure: true, call: |_, args| matches(args, false) };

/// `~*`.
pub(super) static MATCH_FOLD: Function =
    Function { name: "~*", strict: true, pure: true, call: |_, args| matches(args, true) };

/// `regexp_like(text, pattern [, flags])`.
pub(super) static LIKE: Function = Function {
    name: "regexp_like",
    strict: true,
    pure: true,
    call: |_, args| match args.get(2) {
        Some(Value::Text(flags)) if !matches!(&**flags, "" | "c" | "i") => {
            Err(ErrorKind::unsupported(format!("regexp_like with flags {flags}")))
        }
        flags => matches(args, matches!(flags, Some(Value::Text(flags)) if **flags == *"i")),
    },
};

/// `regexp_count(text, pattern)`.
pub(super) static COUNT: Function = Function {
    name: "regexp_count",
    strict: true,
    pure: true,
    call: |_, args| {
        let (Value::Text(subject), Value::Text(pattern)) = (&args[0], &args[1]) else {
            return Ok(Value::Null);
        };
        let mut count = 0;
        let counted = regex(pattern, false)?.replace(subject, true, &mut |_, _| count += 1);
        counted.map_err(|bad| bad.error(invalid))?;
        Ok(Value::Int(count))
    },
};

/// `regexp_substr(text, pattern)`, and `substring(text FROM pattern)`, whose groups count.
pub(super) static SUBSTR: Function = Function {
    name: "regexp_substr",
    strict: true,
    pure: true,
    call: |_, args| {
        let (subject, found) = first(args, false)?;
        Ok(found.map_or(Value::Null, |(start, end)| {
            Value::text(&subject[start..end].iter().collect::<String>())
        }))
    },
};
/// As [`SUBSTR`].
pub(super) static SUBSTRING: Function = Function {
    name: "substring",
    strict: true,
    pure: true,
    call: |host, args| match &args[1] {
        Value::Text(pattern) if pattern.contains('(') => {
            Err(ErrorKind::unsupported("substring with groups in a regular expression"))
        }
        _ => (SUBSTR.call)(host, args),
    },
};

fn matches(args: &[Value], fold: bool) -> Bind<Value> {
    Ok(Value::Bool(first(args, fold)?.1.is_some()))
}

/// A text's characters and the first match of a pattern in them.
#[allow(clippy::type_complexity, reason = "two things that belong together once")]
fn first(args: &[Value], fold: bool) -> Bind<(Vec<char>, Option<(usize, usize)>)> {
    let part = |at: usize| match &args[at] {
        Value::Text(text) => &**text,
        _ => "",
    };
    let subject: Vec<char> = part(0).chars().collect();
    let found = regex(part(1), fold)?.find(&subject, 0).map_err(|bad| bad.error(invalid))?;
    Ok((subject, found))
}

fn regex(pattern: &str, fold: bool) -> Bind<Regex> {
    Regex::new(pattern, fold, Prefer::Length).map_err(|bad| bad.error(invalid))
}

fn invalid(why: &'static str) -> ErrorKind {
    data_error("2201B", format!("invalid regular expression: {why}"))
}

/// `regexp_replace(text, pattern, replacement [, flags])`; groups of the match cannot be put back.
pub(super) static REPLACE: Function = Function {
    name: "regexp_replace",
    strict: true,
    pure: true,
    call: |_, args| {
        let part = |at: usize| match args.get(at) {
            Some(Value::Text(text)) => &**text,
            _ => "",
        };
        let (pattern, with, flags) = (part(1), part(2), part(3));
        if let Some(flag) = flags.chars().find(|c| !matches!(c, 'g' | 'i')) {
            return Err(ErrorKind::unsupported(format!("regexp_replace with flag {flag}")));
        }
        if with.chars().zip(with.chars().skip(1)).any(|(a, b)| a == '\\' && b.is_ascii_digit()) {
            return Err(ErrorKind::unsupported("regexp_replace with groups of the match"));
        }
        let regex = regex(pattern, flags.contains('i'))?;
        let replaced = regex.replace(part(0), flags.contains('g'), &mut |found, out| {
            let mut letters = with.chars();
            while let Some(letter) = letters.next() {
                match (letter, letters.clone().next()) {
                    ('\\', Some('&')) => out.extend(found),
                    ('\\', Some('\\')) => out.push('\\'),
                    (letter, _) => {
                        out.push(letter);
                        continue;
                    }
                }
                letters.next();
            }
        });
        Ok(Value::text(&replaced.map_err(|bad| bad.error(invalid))?))
    },
};
