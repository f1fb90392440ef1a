//! PostgreSQL: the functions and operators of regular expressions (functions-matching).

use super::postgresql_values::{data_error, report};
use crate::error::{ErrorKind, Report};
use crate::functions::regex::{Bad, Prefer, Regex};
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::types::array;
use crate::value::Value;

/// `~`.
pub(super) static MATCH: Function =
    Function { name: "~", strict: true, pure: true, call: |_, args| matches(args, false) };

/// `~*`.
pub(super) static MATCH_FOLD: Function =
    Function { name: "~*", strict: true, pure: true, call: |_, args| matches(args, true) };

/// `regexp_like(text, pattern [, flags])`.
pub(super) static LIKE: Function =
    function("regexp_like", |_, args| Ok(Value::Bool(!search(args, "regexp_like")?.1.is_empty())));

/// `regexp_count(text, pattern [, start [, flags]])`.
pub(super) static COUNT: Function = function("regexp_count", |_, args| {
    Ok(Value::Int(search(args, "regexp_count")?.1.len() as i64))
});

/// `regexp_instr(text, pattern [, start [, n [, end [, flags [, group]]]]])`.
pub(super) static INSTR: Function = function("regexp_instr", |_, args| {
    let found = part(args, "regexp_instr", number(args, 6, "subexpr", 0)?)?.1;
    let end = number(args, 4, "endoption", 0)? == 1;
    Ok(Value::Int(found.map_or(0, |(from, to)| if end { to } else { from } as i64 + 1)))
});

/// `regexp_substr(text, pattern [, start [, n [, flags [, group]]]])`.
pub(super) static SUBSTR: Function = function("regexp_substr", |_, args| {
    let (subject, found) = part(args, "regexp_substr", number(args, 5, "subexpr", 0)?)?;
    Ok(cut(&subject, found))
});

/// `substring(text FROM pattern)`: the first group, or the whole.
pub(super) static SUBSTRING: Function = function("substring", |_, args| {
    let (subject, found) = part(args, "substring", 1)?;
    Ok(cut(&subject, found))
});

/// `regexp_match(text, pattern [, flags])`: the groups of the first match.
pub(super) static MATCH_GROUPS: Function = function("regexp_match", |_, args| {
    Ok(groups(args, "regexp_match")?.into_iter().flatten().next().unwrap_or_default())
});

/// `regexp_split_to_array(text, pattern [, flags])`.
pub(super) static SPLIT: Function = function("regexp_split_to_array", |_, args| {
    Ok(array::value(&split(args, "regexp_split_to_array")?))
});

/// `regexp_matches` and `regexp_split_to_table` in FROM.
pub(super) fn rows_of(name: &str) -> Option<crate::plan::node::TableCall> {
    Some(match name {
        "regexp_matches" => |_, args| groups(args, "regexp_matches"),
        "regexp_split_to_table" => |_, args| {
            let parts = split(args, "regexp_split_to_table")?;
            Ok(parts.into_iter().map(|part| vec![part]).collect())
        },
        _ => return None,
    })
}

const fn function(
    name: &'static str,
    call: fn(&mut dyn crate::plan::function::Host, &[Value]) -> Bind<Value>,
) -> Function {
    Function { name, strict: true, pure: true, call }
}

fn matches(args: &[Value], fold: bool) -> Bind<Value> {
    let regex = regex(text(args, 1), fold)?;
    let subject: Vec<char> = text(args, 0).chars().collect();
    let found = regex.find(&subject, 0).map_err(|bad| bad.error(invalid))?;
    Ok(Value::Bool(found.is_some()))
}

fn text(args: &[Value], at: usize) -> &str {
    match args.get(at) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

/// A number among the arguments, which must be at least so large.
fn number(args: &[Value], at: usize, name: &str, default: i64) -> Bind<i64> {
    let Some(Value::Int(n)) = args.get(at) else { return Ok(default) };
    let most = if name == "endoption" { 1 } else { i64::MAX };
    match (default.min(1)..=most).contains(n) {
        true => Ok(*n),
        false => Err(data_error("22023", format!("invalid value for parameter \"{name}\": {n}"))),
    }
}

/// Whether letters in either case are the same, and whether all matches are meant.
fn flags(flags: &str, name: &str) -> Bind<(bool, bool)> {
    let (mut fold, mut all) = (false, false);
    for flag in flags.chars() {
        match flag {
            'i' => fold = true,
            'c' => fold = false,
            's' | 't' => {}
            'g' if matches!(name, "regexp_matches" | "regexp_replace") => all = true,
            'g' => {
                let message = format!("{name}() does not support the \"global\" option");
                let hint = (name == "regexp_match")
                    .then(|| "Use the regexp_matches function instead.".to_string());
                let report = Report { hint, ..report("22023", message) };
                return Err(ErrorKind::Report(Box::new(report)));
            }
            'b' | 'e' | 'm' | 'n' | 'p' | 'q' | 'w' | 'x' => {
                return Err(ErrorKind::unsupported(format!("{name} with flag {flag}")));
            }
            flag => {
                let message = format!("invalid regular expression option: \"{flag}\"");
                return Err(data_error("22023", message));
            }
        }
    }
    Ok((fold, all))
}

/// A text's characters, the matches of a pattern in them, and the pattern: one match, or as many as the
/// function looks for. Where its start and its flags stand is the function's.
#[allow(clippy::type_complexity, reason = "three things that belong together once")]
fn search(args: &[Value], name: &str) -> Bind<(Vec<char>, Vec<(usize, usize)>, Regex)> {
    let at = match name {
        "regexp_count" => 3,
        "regexp_instr" => 5,
        "regexp_substr" => 4,
        _ => 2,
    };
    let (fold, all) = flags(text(args, at), name)?;
    let from = number(args, if at == 2 { usize::MAX } else { 2 }, "start", 1)? as usize - 1;
    let regex = regex(text(args, 1), fold)?;
    let subject: Vec<char> = text(args, 0).chars().collect();
    let one = matches!(name, "regexp_like" | "substring" | "regexp_match");
    let all = all || !one && name != "regexp_matches";
    let found = regex.matches(&subject, from, all).map_err(|bad| bad.error(invalid))?;
    Ok((subject, found, regex))
}

/// A text's characters, and where a group of the wanted match stands in them; of `substring` the whole
/// where there are no groups.
#[allow(clippy::type_complexity, reason = "two things that belong together once")]
fn part(args: &[Value], name: &str, group: i64) -> Bind<(Vec<char>, Option<(usize, usize)>)> {
    let wanted = if name == "substring" { 1 } else { number(args, 3, "n", 1)? };
    let (subject, found, regex) = search(args, name)?;
    let group = if name == "substring" && regex.groups == 0 { 0 } else { group as usize };
    let found = match found.get(wanted as usize - 1) {
        Some(found) if group == 0 => Some(*found),
        Some(found) => {
            let groups = regex.groups_of(&subject, *found).map_err(|bad| bad.error(invalid))?;
            groups.get(group).copied().flatten()
        }
        None => None,
    };
    Ok((subject, found))
}

fn cut(subject: &[char], part: Option<(usize, usize)>) -> Value {
    part.map_or(Value::Null, |(from, to)| {
        Value::text(&subject[from..to].iter().collect::<String>())
    })
}

/// The groups of each match as an array; the whole where there are none.
fn groups(args: &[Value], name: &str) -> Bind<Vec<Vec<Value>>> {
    let (subject, found, regex) = search(args, name)?;
    let mut rows = Vec::with_capacity(found.len());
    for found in found {
        let all = regex.groups_of(&subject, found).map_err(|bad| bad.error(invalid))?;
        let from = usize::from(all.len() > 1);
        let parts: Vec<Value> = all[from..].iter().map(|part| cut(&subject, *part)).collect();
        rows.push(vec![array::value(&parts)]);
    }
    Ok(rows)
}

/// What stands between matches. Empty ones at either end or behind another do not count.
fn split(args: &[Value], name: &str) -> Bind<Vec<Value>> {
    let (subject, found, _) = search(args, name)?;
    let (mut parts, mut from, mut before) = (Vec::new(), 0, 0);
    for (start, end) in found {
        if start < subject.len() && end > before {
            parts.push(cut(&subject, Some((from, start))));
            from = end;
        }
        before = end;
    }
    parts.push(cut(&subject, Some((from, subject.len()))));
    Ok(parts)
}

fn regex(pattern: &str, fold: bool) -> Bind<Regex> {
    Regex::new(pattern, fold, Prefer::Length).map_err(|bad| bad.error(invalid))
}

fn invalid(why: &'static str) -> ErrorKind {
    data_error("2201B", format!("invalid regular expression: {why}"))
}

/// `regexp_replace(text, pattern, replacement [, flags])`, and with a start, the number of the match and
/// flags after the replacement.
pub(super) static REPLACE: Function = function("regexp_replace", |_, args| {
    let numbered = matches!(args.get(3), Some(Value::Int(_)));
    let (fold, all) = flags(text(args, if numbered { 5 } else { 3 }), "regexp_replace")?;
    let from = number(args, 3, "start", 1)? as usize - 1;
    // Where N says which are replaced the flag g says nothing.
    let nth = if args.len() > 4 { number(args, 4, "n", 0)? } else { i64::from(!all) };
    let regex = regex(text(args, 1), fold)?;
    let subject: Vec<char> = text(args, 0).chars().collect();
    let wrong = |bad: Bad| bad.error(invalid);
    let found = regex.matches(&subject, from, nth != 1).map_err(wrong)?;
    let (mut out, mut from) = (String::new(), 0);
    for (number, (start, end)) in found.into_iter().enumerate() {
        if nth > 0 && number as i64 + 1 != nth {
            continue;
        }
        let groups = regex.groups_of(&subject, (start, end)).map_err(wrong)?;
        out.extend(&subject[from..start]);
        let mut letters = text(args, 2).chars();
        while let Some(letter) = letters.next() {
            let group = match (letter, letters.clone().next()) {
                ('\\', Some('&')) => 0,
                ('\\', Some(digit @ '1'..='9')) => digit as usize - '0' as usize,
                ('\\', Some('\\')) => {
                    out.push('\\');
                    letters.next();
                    continue;
                }
                (letter, _) => {
                    out.push(letter);
                    continue;
                }
            };
            letters.next();
            if let Some((from, to)) = groups.get(group).copied().flatten() {
                out.extend(&subject[from..to]);
            }
        }
        from = end;
        crate::functions::text::within(out.len())?;
    }
    out.extend(subject.get(from..).unwrap_or_default());
    Ok(Value::text(&out))
});
