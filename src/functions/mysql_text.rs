//! Functions of texts that MySQL has and SQLite has not, or not so ("String Functions and
//! Operators").

use super::{int, text, text_of};
use crate::error::ErrorKind;
use crate::plan::function::{Function, Host};
use crate::types::fold;
use crate::value::Value;

type Answer = Result<Value, ErrorKind>;

const fn function(name: &'static str, call: fn(&mut dyn Host, &[Value]) -> Answer) -> Function {
    Function { name, strict: true, pure: true, call }
}

/// `CHAR_LENGTH(X)`.
pub static CHAR_LENGTH: Function = function("char_length", |_, args| {
    Ok(Value::Int(match &args[0] {
        Value::Blob(bytes) => bytes.len() as i64,
        other => text(other).chars().count() as i64,
    }))
});
/// `TRIM(side letters FROM X)`: the letters as a whole, however often.
pub static TRIM: Function = function("trim", |_, args| {
    let (subject, cut, side) = (text(&args[0]), text_of(&args[1]), text_of(&args[2]));
    let mut part = &*subject;
    while side != "TRAILING"
        && !cut.is_empty()
        && let Some(rest) = part.strip_prefix(&*cut)
    {
        part = rest;
    }
    while side != "LEADING"
        && !cut.is_empty()
        && let Some(rest) = part.strip_suffix(&*cut)
    {
        part = rest;
    }
    Ok(Value::text(part))
});
/// `ASCII(X)`: the first byte.
pub static ASCII: Function =
    function("ascii", |_, args| Ok(Value::Int(text(&args[0]).bytes().next().map_or(0, i64::from))));
/// `HEX(X)`: of a number its digits, of text its bytes.
pub static HEX: Function = function("hex", |_, args| {
    Ok(Value::text(&match &args[0] {
        Value::Int(n) => format!("{n:X}"),
        Value::Blob(bytes) => super::text::hex(bytes),
        Value::Real(x) => format!("{:X}", x.round_ties_even() as i64),
        other @ Value::Other(..) => match crate::types::decimal::Decimal::from_value(other) {
            Some(number) => {
                let whole = number.round(0);
                let bits = whole.to_int().map(|n| n as u64);
                let bits = bits.or_else(|| text_of(&whole.to_value()).parse().ok());
                format!("{:X}", bits.unwrap_or(u64::MAX))
            }
            None => super::text::hex(text_of(other).as_bytes()),
        },
        other => super::text::hex(text_of(other).as_bytes()),
    }))
});
/// `INSTR(X, Y)`, letters in either case being the same.
pub static INSTR: Function =
    function("instr", |_, args| Ok(located(&text(&args[1]), &text(&args[0]), 1)));
/// `LOCATE(Y, X, from)`.
pub static LOCATE: Function = function("locate", |_, args| {
    Ok(located(&text(&args[0]), &text(&args[1]), args.get(2).map_or(1, int)))
});
/// `LPAD(X, N, fill)`.
pub static LPAD: Function = function("lpad", |_, args| padded(args, true));
/// `RPAD(X, N, fill)`.
pub static RPAD: Function = function("rpad", |_, args| padded(args, false));
/// `SPACE(N)`.
pub static SPACE: Function = function("space", |_, args| {
    let count = usize::try_from(int(&args[0])).unwrap_or(0);
    super::text::within(count)?;
    Ok(Value::text(&" ".repeat(count)))
});
/// `STRCMP(X, Y)`.
pub static STRCMP: Function = function("strcmp", |_, args| {
    let (a, b) = (text(&args[0]), text(&args[1]));
    Ok(Value::Int(fold::case_and_accent(&a).cmp(fold::case_and_accent(&b)) as i64))
});
/// `SUBSTRING(X, from, N)` of MySQL: position 0 and lengths up to 0 give nothing.
pub static SUBSTRING: Function = function("substring", |_, args| {
    let subject: Vec<char> = text(&args[0]).chars().collect();
    let all = subject.len() as i64;
    let from = match int(&args[1]) {
        0 => return Ok(Value::text("")),
        from if from < 0 => all + from,
        from => from - 1,
    };
    let length = args.get(2).map_or(all, int);
    if from < 0 || from >= all || length <= 0 {
        return Ok(Value::text(""));
    }
    let part: String =
        subject[from as usize..from.saturating_add(length).min(all) as usize].iter().collect();
    Ok(Value::text(&part))
});
/// `LEFT(X, N)` of MySQL.
pub static LEFT: Function = function("left", |_, args| {
    let count = usize::try_from(int(&args[1])).unwrap_or(0);
    let part: String = text(&args[0]).chars().take(count).collect();
    Ok(Value::text(&part))
});
/// `RIGHT(X, N)` of MySQL.
pub static RIGHT: Function = function("right", |_, args| {
    let subject = text(&args[0]);
    let count = usize::try_from(int(&args[1])).unwrap_or(0);
    let skipped = subject.chars().count().saturating_sub(count);
    let part: String = subject.chars().skip(skipped).collect();
    Ok(Value::text(&part))
});

fn located(sought: &str, subject: &str, from: i64) -> Value {
    let letters = |text: &str| -> Vec<String> {
        text.chars().map(|c| fold::case_and_accent(&c.to_string()).collect()).collect()
    };
    let (sought, subject) = (letters(sought), letters(subject));
    let Some(start) = usize::try_from(from).ok().and_then(|n| n.checked_sub(1)) else {
        return Value::Int(0);
    };
    let last = subject.len().saturating_sub(sought.len());
    let fits = |at: &usize| subject.get(*at..at + sought.len()) == Some(&sought[..]);
    let found = (start..=last).find(fits).filter(|at| at + sought.len() <= subject.len());
    Value::Int(found.map_or(0, |at| at as i64 + 1))
}

fn padded(args: &[Value], left: bool) -> Answer {
    let Ok(length) = usize::try_from(int(&args[1])) else { return Ok(Value::Null) };
    super::text::within(length)?;
    let subject: Vec<char> = text(&args[0]).chars().collect();
    let fill = args.get(2).map_or_else(|| " ".to_string(), text_of);
    if subject.len() >= length {
        return Ok(Value::text(&subject[..length].iter().collect::<String>()));
    }
    let fill: String = fill.chars().cycle().take(length - subject.len()).collect();
    let subject: String = subject.into_iter().collect();
    Ok(Value::text(&if left { format!("{fill}{subject}") } else { format!("{subject}{fill}") }))
}

/// Whether two values are the same to FIELD and FIND_IN_SET: as texts, without case and accents.
fn alike(a: &str, b: &str) -> bool {
    fold::case_and_accent(a).eq(fold::case_and_accent(b))
}

/// `FIELD(X, A, B, …)`: which of them X is, from 1; 0 for none.
pub static FIELD: Function = Function {
    strict: false,
    ..function("field", |_, args| {
        let own = text_of(&args[0]);
        let is = |value: &Value| !value.is_null() && alike(&own, &text_of(value));
        let at = args[1..].iter().position(is).filter(|_| !args[0].is_null());
        Ok(Value::Int(at.map_or(0, |at| at as i64 + 1)))
    })
};
/// `ELT(N, A, B, …)`: the Nth of them.
pub static ELT: Function = Function {
    strict: false,
    ..function("elt", |_, args| {
        let at = usize::try_from(int(&args[0])).unwrap_or(0);
        Ok(if at == 0 { Value::Null } else { args.get(at).cloned().unwrap_or_default() })
    })
};
/// `FIND_IN_SET(X, 'a,b')`: its place among them, from 1.
pub static FIND_IN_SET: Function = function("find_in_set", |_, args| {
    let (own, all) = (text_of(&args[0]), text_of(&args[1]));
    let at = all.split(',').position(|part| alike(part, &own)).filter(|_| !all.is_empty());
    Ok(Value::Int(at.map_or(0, |at| at as i64 + 1)))
});
/// `SUBSTRING_INDEX(X, sign, N)`: what stands before the Nth sign, or with -N after it from the end.
pub static SUBSTRING_INDEX: Function = function("substring_index", |_, args| {
    let (own, sign, count) = (text_of(&args[0]), text_of(&args[1]), int(&args[2]));
    if sign.is_empty() || count == 0 {
        return Ok(Value::text(""));
    }
    let parts: Vec<&str> = own.split(&*sign).collect();
    let kept = (count.unsigned_abs() as usize).min(parts.len());
    let kept = if count > 0 { &parts[..kept] } else { &parts[parts.len() - kept..] };
    Ok(Value::text(&kept.join(&sign)))
});
/// `INSERT(X, from, N, new)`.
pub static INSERT: Function = function("insert", |_, args| {
    let (own, from, count) = (text_of(&args[0]), int(&args[1]), int(&args[2]));
    let letters = own.chars().count() as i64;
    if !(1..=letters).contains(&from) {
        return Ok(Value::text(&own));
    }
    let from = from as usize - 1;
    let count = usize::try_from(count).unwrap_or(letters as usize);
    let start: String = own.chars().take(from).collect();
    let end: String = own.chars().skip(from.saturating_add(count)).collect();
    Ok(Value::text(&[&*start, &*text_of(&args[3]), &*end].concat()))
});
