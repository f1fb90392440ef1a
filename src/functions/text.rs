//! Functions of texts and blobs.

use super::{ends_at_nul, int, numeric, text, text_of};
use crate::error::ErrorKind;
use crate::plan::function::Function;
use crate::types::number;
use crate::value::Value;

/// A pure function that is NULL for a NULL argument.
macro_rules! strict {
    ($(#[$doc:meta])* $id:ident, $name:literal, $call:expr) => {
        $(#[$doc])*
        pub static $id: Function =
            Function { name: $name, strict: true, pure: true, call: |_, args| $call(args) };
    };
}

/// A pure function that sees NULLs.
macro_rules! total {
    ($(#[$doc:meta])* $id:ident, $name:literal, $call:expr) => {
        $(#[$doc])*
        pub static $id: Function =
            Function { name: $name, strict: false, pure: true, call: |_, args| $call(args) };
    };
}

type Args<'a> = &'a [Value];
type Answer = Result<Value, ErrorKind>;

strict!(
    /// `a || b`.
    CONCAT_OPERATOR, "||", |args: Args<'_>| -> Answer {
        let (a, b) = (text(&args[0]), text(&args[1]));
        let mut joined = String::with_capacity(a.len() + b.len());
        joined.push_str(&a);
        joined.push_str(&b);
        Ok(Value::text(&joined))
    }
);
strict!(
    /// `length(X)`: characters up to the first NUL, bytes of a blob.
    LENGTH, "length", |args: Args<'_>| -> Answer {
        Ok(Value::Int(match &args[0] {
            Value::Blob(bytes) => bytes.len() as i64,
            other => text(other).split('\0').next().unwrap_or("").chars().count() as i64,
        }))
    }
);
strict!(
    /// `octet_length(X)`.
    OCTET_LENGTH, "octet_length", |args: Args<'_>| -> Answer {
        Ok(Value::Int(match &args[0] {
            Value::Blob(bytes) => bytes.len() as i64,
            other => text(other).len() as i64,
        }))
    }
);
strict!(
    /// Letters of ASCII in lower case.
    LOWER_ASCII, "lower", |args: Args<'_>| -> Answer {
        Ok(Value::text(&text(&args[0]).to_ascii_lowercase()))
    }
);
strict!(
    /// Letters of ASCII in upper case.
    UPPER_ASCII, "upper", |args: Args<'_>| -> Answer {
        Ok(Value::text(&text(&args[0]).to_ascii_uppercase()))
    }
);
strict!(
    /// All letters in lower case.
    LOWER, "lower", |args: Args<'_>| -> Answer { Ok(Value::text(&text(&args[0]).to_lowercase())) }
);
strict!(
    /// All letters in upper case.
    UPPER, "upper", |args: Args<'_>| -> Answer { Ok(Value::text(&text(&args[0]).to_uppercase())) }
);
strict!(
    /// `trim(X, Y)`.
    TRIM, "trim", |args: Args<'_>| -> Answer { Ok(trimmed(args, true, true)) }
);
strict!(
    /// `ltrim(X, Y)`.
    LTRIM, "ltrim", |args: Args<'_>| -> Answer { Ok(trimmed(args, true, false)) }
);
strict!(
    /// `rtrim(X, Y)`.
    RTRIM, "rtrim", |args: Args<'_>| -> Answer { Ok(trimmed(args, false, true)) }
);
total!(
    /// `replace(X, Y, Z)`; an empty Y changes nothing, whatever Z is.
    REPLACE, "replace", |args: Args<'_>| -> Answer {
        let (subject, from, to) = (text(&args[0]), text(&args[1]), text(&args[2]));
        if args[..2].iter().any(Value::is_null) {
            return Ok(Value::Null);
        }
        if from.is_empty() {
            return Ok(Value::text(&subject));
        }
        if args[2].is_null() {
            return Ok(Value::Null);
        }
        replaced(&subject, &from, &to)
    }
);
strict!(
    /// `substr(X, Y, Z)` of SQLite (func.c, substrFunc).
    SUBSTR, "substr", |args: Args<'_>| -> Answer {
        let start = int(&args[1]);
        let length = args.get(2).map(int);
        Ok(match &args[0] {
            Value::Blob(bytes) if bytes.is_empty() => Value::Null,
            Value::Blob(bytes) => {
                let (from, to) = stretch(bytes.len() as i64, start, length);
                Value::Blob(bytes[from..to].into())
            }
            other => {
                let subject = text(other);
                let subject = ends_at_nul(&subject);
                let (from, to) = stretch(subject.chars().count() as i64, start, length);
                let part: String = subject.chars().skip(from).take(to - from).collect();
                Value::text(&part)
            }
        })
    }
);
strict!(
    /// `instr(X, Y)`, from 1; by bytes when both are blobs.
    INSTR, "instr", |args: Args<'_>| -> Answer {
        if let (Value::Blob(subject), Value::Blob(sought)) = (&args[0], &args[1]) {
            if sought.is_empty() {
                return Ok(Value::Int(1));
            }
            let at = subject.windows(sought.len()).position(|w| w == &sought[..]);
            return Ok(Value::Int(at.map_or(0, |at| at as i64 + 1)));
        }
        let (subject, sought) = (text(&args[0]), text(&args[1]));
        let at = subject.find(&*sought).map(|at| subject[..at].chars().count() as i64 + 1);
        Ok(Value::Int(at.unwrap_or(0)))
    }
);
strict!(
    /// `unicode(X)`.
    UNICODE, "unicode", |args: Args<'_>| -> Answer {
        let first = text(&args[0]).chars().next();
        Ok(first.filter(|c| *c != '\0').map_or(Value::Null, |c| Value::Int(i64::from(c as u32))))
    }
);
total!(
    /// `char(X, …)`.
    CHAR, "char", |args: Args<'_>| -> Answer {
        let letter = |arg: &Value| {
            let code = u32::try_from(int(arg)).unwrap_or(0xfffd);
            char::from_u32(code).unwrap_or('\u{fffd}')
        };
        let letters: String = args.iter().map(letter).collect();
        Ok(Value::text(&letters))
    }
);
total!(
    /// `hex(X)`.
    HEX, "hex", |args: Args<'_>| -> Answer {
        Ok(Value::text(&match &args[0] {
            Value::Blob(bytes) => hex(bytes),
            other => hex(text_of(other).as_bytes()),
        }))
    }
);
strict!(
    /// `unhex(X, Y)`; NULL where X is not hexadecimal.
    UNHEX, "unhex", |args: Args<'_>| -> Answer {
        let skipped = args.get(1).map(text_of).unwrap_or_default();
        Ok(unhex(&text(&args[0]), &skipped).map_or(Value::Null, |b| Value::Blob(b.into())))
    }
);
total!(
    /// `quote(X)`: as it would stand in SQL.
    QUOTE, "quote", |args: Args<'_>| -> Answer { Ok(Value::text(&quoted(&args[0]))) }
);
total!(
    /// `typeof(X)`.
    TYPEOF, "typeof", |args: Args<'_>| -> Answer {
        Ok(Value::text(match &args[0] {
            Value::Null => "null",
            Value::Int(_) | Value::Bool(_) => "integer",
            Value::Real(_) => "real",
            Value::Text(_) => "text",
            Value::Blob(_) => "blob",
            Value::Other(ops, _) => ops.name,
        }))
    }
);
total!(
    /// `zeroblob(N)`.
    ZEROBLOB, "zeroblob", |args: Args<'_>| -> Answer {
        let length = usize::try_from(int(&args[0])).unwrap_or(0);
        within(length)?;
        Ok(Value::Blob(vec![0; length].into()))
    }
);
total!(
    /// `concat(X, …)`: NULLs are left out.
    CONCAT, "concat", |args: Args<'_>| -> Answer {
        let joined: String = args.iter().map(text).collect();
        Ok(Value::text(&joined))
    }
);
strict!(
    /// `concat(X, …)` that is NULL when one of them is.
    CONCAT_STRICT, "concat", |args: Args<'_>| -> Answer {
        let joined: String = args.iter().map(text).collect();
        Ok(Value::text(&joined))
    }
);
total!(
    /// `concat_ws(separator, X, …)`: NULLs are left out.
    CONCAT_WS, "concat_ws", |args: Args<'_>| -> Answer {
        if args[0].is_null() {
            return Ok(Value::Null);
        }
        let parts: Vec<_> = args[1..].iter().filter(|a| !a.is_null()).map(text_of).collect();
        Ok(Value::text(&parts.join(&text(&args[0]))))
    }
);
strict!(
    /// `repeat(X, N)`.
    REPEAT, "repeat", |args: Args<'_>| -> Answer {
        let (subject, times) = (text(&args[0]), int(&args[1]).max(0) as usize);
        within(subject.len().saturating_mul(times))?;
        Ok(Value::text(&subject.repeat(times)))
    }
);
strict!(
    /// `reverse(X)`.
    REVERSE, "reverse", |args: Args<'_>| -> Answer {
        let letters: String = text(&args[0]).chars().rev().collect();
        Ok(Value::text(&letters))
    }
);

/// Bytes of the texts and blobs that a function may be given together, and of what it may make: fewer
/// than databases allow, since all of it is memory of a page.
pub const MAX_LENGTH: usize = 100_000_000;

/// Whether so many bytes may be made of a value.
///
/// # Errors
/// They may not.
pub fn within(bytes: usize) -> Result<(), ErrorKind> {
    match bytes > MAX_LENGTH {
        true => Err(ErrorKind::Limit { what: "memory" }),
        false => Ok(()),
    }
}

/// A text with every occurrence of another replaced.
///
/// # Errors
/// It would be too long.
pub fn replaced(subject: &str, from: &str, to: &str) -> Answer {
    let more = to.len().saturating_sub(from.len());
    within(subject.len().saturating_add(subject.matches(from).count().saturating_mul(more)))?;
    Ok(Value::text(&subject.replace(from, to)))
}

/// Bytes as hexadecimal digits in upper case.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        digits.push(DIGITS[usize::from(byte >> 4)] as char);
        digits.push(DIGITS[usize::from(byte & 15)] as char);
    }
    digits
}

fn trimmed(args: &[Value], start: bool, end: bool) -> Value {
    let subject = text(&args[0]);
    let letters = args.get(1).map_or_else(|| " ".to_string(), text_of);
    let cut = |c: char| letters.contains(c);
    let mut part = &*subject;
    if start {
        part = part.trim_start_matches(cut);
    }
    if end {
        part = part.trim_end_matches(cut);
    }
    Value::text(part)
}

/// The stretch of `substr` (func.c, substrFunc): a negative start counts from the end, a negative
/// length takes what comes before.
fn stretch(all: i64, start: i64, length: Option<i64>) -> (usize, usize) {
    let (mut start, mut length) = (start, length.unwrap_or(i64::MAX));
    if start < 0 {
        start += all;
        if start < 0 {
            length = if length < 0 { 0 } else { length.saturating_add(start) };
            start = 0;
        }
    } else if start > 0 {
        start -= 1;
    } else if length > 0 {
        length -= 1;
    }
    if length < 0 {
        length = if length < -start { start } else { -length };
        start -= length;
    }
    let from = start.min(all);
    (from as usize, start.saturating_add(length).clamp(from, all.max(from)) as usize)
}

fn unhex(subject: &str, skipped: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut letters = ends_at_nul(subject).chars().peekable();
    loop {
        while letters.peek().is_some_and(|c| skipped.contains(*c) && !c.is_ascii_hexdigit()) {
            letters.next();
        }
        let Some(high) = letters.next() else { return Some(bytes) };
        let low = letters.next()?;
        bytes.push((high.to_digit(16)? * 16 + low.to_digit(16)?) as u8);
    }
}

/// A value as it would stand in SQL.
pub fn quoted(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_string(),
        Value::Real(x) if x.is_infinite() => {
            if *x > 0.0 { "9.0e+999" } else { "-9.0e+999" }.to_string()
        }
        Value::Real(x) => number::real_text(*x),
        Value::Text(text) => ["'", &ends_at_nul(text).replace('\'', "''"), "'"].concat(),
        Value::Blob(bytes) => {
            let digits: String = bytes.iter().map(|b| format!("{b:02X}")).collect();
            format!("X'{digits}'")
        }
        other => text_of(&numeric(other)),
    }
}

strict!(
    /// `unistr(X)`: escapes become the characters that they name.
    UNISTR, "unistr", |args: Args<'_>| -> Answer {
        let bad = || ErrorKind::sqlite("invalid Unicode escape");
        let text = text(&args[0]);
        let (mut out, mut rest) = (String::new(), &*text);
        while let Some(at) = rest.find('\\') {
            out.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let (skip, digits) = match rest.as_bytes().first() {
                Some(b'\\') => {
                    out.push('\\');
                    rest = &rest[1..];
                    continue;
                }
                Some(b'u') => (1, 4),
                Some(b'+') => (1, 6),
                Some(b'U') => (1, 8),
                _ => (0, 4),
            };
            let code = rest.get(skip..skip + digits).ok_or_else(bad)?;
            if !code.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(bad());
            }
            let code = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
            out.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = &rest[skip + digits..];
        }
        out.push_str(rest);
        Ok(Value::text(&out))
    }
);
total!(
    /// `unistr_quote(X)`: as `quote`, with control characters as escapes.
    UNISTR_QUOTE, "unistr_quote", |args: Args<'_>| -> Answer {
        let plain = quoted(&args[0]);
        let control = |c: char| ('\u{1}'..'\u{20}').contains(&c);
        if !matches!(args[0], Value::Text(_)) || !plain.contains(control) {
            return Ok(Value::text(&plain));
        }
        let mut out = "unistr(".to_string();
        for letter in plain.chars() {
            match letter {
                '\\' => out.push_str("\\\\"),
                c if control(c) => out.push_str(&format!("\\u{:04x}", c as u32)),
                c => out.push(c),
            }
        }
        out.push(')');
        Ok(Value::text(&out))
    }
);

total!(
    /// `soundex(X)` (lang_corefunc.html).
    SOUNDEX, "soundex", |args: Args| {
        // The digit of each letter from A on; 0 is none.
        let codes = b"01230120022455012623010202";
        let code = |c: u8| match (c & 0x7f).to_ascii_uppercase().checked_sub(b'A') {
            Some(at) => codes.get(usize::from(at)).copied().unwrap_or(b'0'),
            None => b'0',
        };
        let text = text(&args[0]);
        let mut letters = ends_at_nul(&text).bytes().skip_while(|c| !c.is_ascii_alphabetic());
        let Some(first) = letters.next() else { return Ok(Value::text("?000")) };
        let mut out = String::from(char::from(first.to_ascii_uppercase()));
        let mut last = code(first);
        for letter in letters {
            let own = code(letter);
            if own != b'0' && own != last && out.len() < 4 {
                out.push(char::from(own));
            }
            last = own;
        }
        while out.len() < 4 {
            out.push('0');
        }
        Ok(Value::text(&out))
    }
);
