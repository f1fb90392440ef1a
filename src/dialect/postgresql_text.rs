//! PostgreSQL: string functions (functions-string). Lengths and positions count characters.

use super::postgresql_values::{data_error, print};
use crate::error::ErrorKind;
use crate::functions::text::{replaced, within};
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::value::Value;

/// A function whose arguments are not NULL.
macro_rules! text_function {
    ($name:ident, $label:literal, $body:expr) => {
        pub(super) static $name: Function = Function {
            name: $label,
            strict: true,
            pure: true,
            call: |_, args| {
                let body: fn(&[Value]) -> Bind<Value> = $body;
                body(args)
            },
        };
    };
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

fn int(value: &Value) -> i64 {
    match value {
        Value::Int(n) => *n,
        _ => 0,
    }
}

fn made(text: &str) -> Bind<Value> {
    Ok(Value::text(text))
}

text_function!(LOWER, "lower", |args| made(&text(&args[0]).to_lowercase()));
text_function!(UPPER, "upper", |args| made(&text(&args[0]).to_uppercase()));
text_function!(INITCAP, "initcap", |args| made(&initcap(text(&args[0]))));
text_function!(LENGTH, "length", |args| Ok(Value::Int(match &args[0] {
    Value::Blob(bytes) => bytes.len() as i64,
    other => text(other).chars().count() as i64,
})));
text_function!(OCTET_LENGTH, "octet_length", |args| Ok(Value::Int(match &args[0] {
    Value::Blob(bytes) => bytes.len() as i64,
    other => text(other).len() as i64,
})));
text_function!(SUBSTR, "substr", |args| substr(args));
text_function!(BTRIM, "btrim", |args| made(trimmed(args, true, true)));
text_function!(LTRIM, "ltrim", |args| made(trimmed(args, true, false)));
text_function!(RTRIM, "rtrim", |args| made(trimmed(args, false, true)));
text_function!(REPLACE, "replace", |args| match text(&args[1]) {
    "" => made(text(&args[0])),
    from => replaced(text(&args[0]), from, text(&args[2])),
});
text_function!(LEFT, "left", |args| {
    let all: Vec<char> = text(&args[0]).chars().collect();
    made(&all[..clamp(int(&args[1]), all.len())].iter().collect::<String>())
});
text_function!(RIGHT, "right", |args| {
    let all: Vec<char> = text(&args[0]).chars().collect();
    made(&all[all.len() - clamp(int(&args[1]), all.len())..].iter().collect::<String>())
});
text_function!(LPAD, "lpad", |args| padded(args, true));
text_function!(RPAD, "rpad", |args| padded(args, false));
text_function!(REPEAT, "repeat", |args| {
    let (subject, times) = (text(&args[0]), int(&args[1]).max(0) as usize);
    within(subject.len().saturating_mul(times))?;
    made(&subject.repeat(times))
});
text_function!(REVERSE, "reverse", |args| made(&text(&args[0]).chars().rev().collect::<String>()));
text_function!(STRPOS, "strpos", |args| place(&args[0], &args[1]));
text_function!(POSITION, "position", |args| place(&args[1], &args[0]));
text_function!(SPLIT_PART, "split_part", |args| split_part(args));
text_function!(CHR, "chr", |args| {
    let letter = u32::try_from(int(&args[0])).ok().and_then(char::from_u32);
    match letter {
        Some('\0') => Err(data_error("54000", "null character not permitted")),
        Some(letter) => made(&letter.to_string()),
        None => Err(data_error("54000", "requested character not valid for encoding")),
    }
});
text_function!(ASCII, "ascii", |args| {
    Ok(Value::Int(text(&args[0]).chars().next().map_or(0, |c| i64::from(c as u32))))
});
text_function!(STARTS_WITH, "starts_with", |args| {
    Ok(Value::Bool(text(&args[0]).starts_with(text(&args[1]))))
});
text_function!(QUOTE_LITERAL, "quote_literal", |args| {
    made(&format!("'{}'", text(&args[0]).replace('\'', "''")))
});
text_function!(QUOTE_IDENT, "quote_ident", |args| made(&quoted_name(text(&args[0]))));
text_function!(TRANSLATE, "translate", |args| {
    let (from, to): (Vec<char>, Vec<char>) =
        (text(&args[1]).chars().collect(), text(&args[2]).chars().collect());
    let change = |c: char| match from.iter().position(|f| *f == c) {
        Some(at) => to.get(at).copied(),
        None => Some(c),
    };
    made(&text(&args[0]).chars().filter_map(change).collect::<String>())
});

/// `concat`: NULL counts as nothing.
pub(super) static CONCAT: Function = Function {
    name: "concat",
    strict: false,
    pure: true,
    call: |_, args| Ok(Value::text(&args.iter().map(print).collect::<String>())),
};

/// `concat_ws`: NULLs are left out; a NULL separator makes it NULL.
pub(super) static CONCAT_WS: Function = Function {
    name: "concat_ws",
    strict: false,
    pure: true,
    call: |_, args| {
        let Some((separator, rest)) = args.split_first() else { return Ok(Value::Null) };
        if separator.is_null() {
            return Ok(Value::Null);
        }
        let parts: Vec<String> = rest.iter().filter(|v| !v.is_null()).map(print).collect();
        Ok(Value::text(&parts.join(text(separator))))
    },
};

/// `format`: %s, %I and %L take the next argument, or with `n$` the nth (functions-string).
pub(super) static FORMAT: Function = Function {
    name: "format",
    strict: false,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Text(format) => formatted(format, &args[1..]),
        _ => Ok(Value::Null),
    },
};

fn formatted(format: &str, args: &[Value]) -> Bind<Value> {
    let mut out = String::with_capacity(format.len());
    let mut rest = format;
    let mut next = 0;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            out.push('%');
            rest = after;
            continue;
        }
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if let Some(after) = rest[digits..].strip_prefix('$') {
            next = rest[..digits].parse::<usize>().unwrap_or(0).saturating_sub(1);
            rest = after;
        }
        let Some(kind) = rest.chars().next() else {
            return Err(data_error("22023", "unterminated format() type specifier"));
        };
        if !matches!(kind, 's' | 'I' | 'L') {
            return Err(ErrorKind::unsupported(format!("format() with %{kind}")));
        }
        let Some(value) = args.get(next) else {
            return Err(data_error("22023", "too few arguments for format()"));
        };
        next += 1;
        rest = &rest[kind.len_utf8()..];
        match (kind, value) {
            ('I', Value::Null) => {
                let message = "null values cannot be formatted as an SQL identifier";
                return Err(data_error("22004", message));
            }
            ('L', Value::Null) => out.push_str("NULL"),
            (_, Value::Null) => {}
            ('I', value) => out.push_str(&quoted_name(&print(value))),
            ('L', value) => {
                out.push('\'');
                out.push_str(&print(value).replace('\'', "''"));
                out.push('\'');
            }
            (_, value) => out.push_str(&print(value)),
        }
    }
    out.push_str(rest);
    Ok(Value::text(&out))
}

/// A name as it must be written in SQL.
pub(super) fn quoted_name(name: &str) -> String {
    let plain = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !super::postgresql_syntax::is_quoted(name);
    if plain { name.to_string() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// A name and, where it is said, its schema, as they must be written in SQL.
pub(super) fn full_name(schema: Option<&str>, name: &str) -> String {
    match schema {
        Some(schema) => [quoted_name(schema), quoted_name(name)].join("."),
        None => quoted_name(name),
    }
}

/// Where a text stands in another, counted from 1.
fn place(all: &Value, part: &Value) -> Bind<Value> {
    let at = text(all).find(text(part));
    Ok(Value::Int(at.map_or(0, |at| text(all)[..at].chars().count() as i64 + 1)))
}

fn initcap(text: &str) -> String {
    let mut inside = false;
    let mut result = String::with_capacity(text.len());
    for letter in text.chars() {
        match inside {
            true => result.extend(letter.to_lowercase()),
            false => result.extend(letter.to_uppercase()),
        }
        inside = letter.is_alphanumeric();
    }
    result
}

fn substr(args: &[Value]) -> Bind<Value> {
    let start = int(&args[1]);
    let end = match args.get(2) {
        Some(length) if int(length) < 0 => {
            return Err(data_error("22011", "negative substring length not allowed"));
        }
        Some(length) => start.saturating_add(int(length)),
        None => i64::MAX,
    };
    let places = 1_i64..;
    let kept = text(&args[0]).chars().zip(places).filter(|(_, at)| (start..end).contains(at));
    made(&kept.map(|(c, _)| c).collect::<String>())
}

fn trimmed(args: &[Value], left: bool, right: bool) -> &str {
    let letters: Vec<char> = args.get(1).map_or(" ", text).chars().collect();
    let mut result = text(&args[0]);
    if left {
        result = result.trim_start_matches(&letters[..]);
    }
    if right {
        result = result.trim_end_matches(&letters[..]);
    }
    result
}

/// The first so many, or all but the last so many when negative.
fn clamp(count: i64, length: usize) -> usize {
    let length = length as i64;
    let count = if count < 0 { length + count } else { count };
    count.clamp(0, length) as usize
}

fn padded(args: &[Value], left: bool) -> Bind<Value> {
    let own: Vec<char> = text(&args[0]).chars().collect();
    let wanted = int(&args[1]).max(0) as usize;
    within(wanted)?;
    if own.len() >= wanted {
        return made(&own[..wanted].iter().collect::<String>());
    }
    let filler = args.get(2).map_or(" ", text);
    let padding: String = filler.chars().cycle().take(wanted - own.len()).collect();
    let own: String = own.into_iter().collect();
    made(&if left { format!("{padding}{own}") } else { format!("{own}{padding}") })
}

fn split_part(args: &[Value]) -> Bind<Value> {
    let (all, separator, wanted) = (text(&args[0]), text(&args[1]), int(&args[2]));
    if wanted == 0 {
        return Err(data_error("22023", "field position must not be zero"));
    }
    let parts: Vec<&str> = match separator {
        "" => vec![all],
        separator => all.split(separator).collect(),
    };
    let at = if wanted < 0 { parts.len() as i64 + wanted } else { wanted - 1 };
    let part = usize::try_from(at).ok().and_then(|at| parts.get(at));
    made(part.copied().unwrap_or(""))
}
