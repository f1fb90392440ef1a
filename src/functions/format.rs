//! `format` and `printf` of SQLite (printf.c, sqlite3_str_vappendf with SQL arguments).

use super::{ends_at_nul, int, json5, real, text};
use crate::plan::function::Function;
use crate::types::number;
use crate::value::Value;

/// `format(FORMAT, …)`.
pub static FORMAT: Function = Function {
    name: "format",
    strict: false,
    pure: true,
    call: |_, args| {
        let Some((pattern, args)) = args.split_first() else { return Ok(Value::Null) };
        if pattern.is_null() {
            return Ok(Value::Null);
        }
        Ok(Value::text(&formatted(&text(pattern), args)))
    },
};

/// What stands between `%` and the letter.
#[derive(Default)]
struct Spec {
    left: bool,
    plus: bool,
    blank: bool,
    zero: bool,
    alternate: bool,
    bang: bool,
    comma: bool,
    width: usize,
    precision: Option<usize>,
}

struct Args<'a> {
    values: &'a [Value],
}

impl<'a> Args<'a> {
    fn next(&mut self) -> &'a Value {
        match self.values.split_first() {
            Some((first, rest)) => {
                self.values = rest;
                first
            }
            None => &Value::Null,
        }
    }
}

/// A pattern with its conversions carried out. An unknown conversion ends the text.
pub fn formatted(pattern: &str, args: &[Value]) -> String {
    let mut args = Args { values: args };
    let mut out = String::new();
    let mut letters = ends_at_nul(pattern).chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            out.push(letter);
            continue;
        }
        // A mark at the very end stands for itself, an unfinished conversion for nothing.
        if letters.peek().is_none() {
            out.push('%');
            break;
        }
        let Some(spec) = spec(&mut letters, &mut args) else { break };
        let Some(kind) = letters.next() else { break };
        match converted(kind, &spec, &mut args) {
            // It writes nothing and takes no argument.
            _ if kind == 'n' => {}
            Some(text) => pad(&mut out, &text, &spec),
            None => break,
        }
        // Its length is then an error.
        if out.len() >= WIDEST {
            break;
        }
    }
    out
}

/// From here on a width leads to a text that is too long.
const WIDEST: usize = super::text::MAX_LENGTH + 1;

fn spec(
    letters: &mut std::iter::Peekable<std::str::Chars<'_>>,
    args: &mut Args<'_>,
) -> Option<Spec> {
    let mut spec = Spec::default();
    while let Some(flag) = letters.peek() {
        match flag {
            '-' => spec.left = true,
            '+' => spec.plus = true,
            ' ' => spec.blank = true,
            '0' => spec.zero = true,
            '#' => spec.alternate = true,
            '!' => spec.bang = true,
            ',' => spec.comma = true,
            _ => break,
        }
        letters.next();
    }
    if letters.next_if_eq(&'*').is_some() {
        let width = int(args.next());
        spec.left |= width < 0;
        spec.width = width.unsigned_abs().min(WIDEST as u64) as usize;
    } else {
        spec.width = count(letters);
    }
    if letters.next_if_eq(&'.').is_some() {
        spec.precision = Some(match letters.next_if_eq(&'*') {
            Some(_) => int(args.next()).unsigned_abs().min(WIDEST as u64) as usize,
            None => count(letters),
        });
    }
    while letters.next_if_eq(&'l').is_some() {}
    letters.peek().is_some().then_some(spec)
}

fn count(letters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> usize {
    let mut n: usize = 0;
    while let Some(digit) = letters.peek().and_then(|c| c.to_digit(10)) {
        n = n.saturating_mul(10).saturating_add(digit as usize).min(WIDEST);
        letters.next();
    }
    n
}

fn converted(kind: char, spec: &Spec, args: &mut Args<'_>) -> Option<String> {
    Some(match kind {
        '%' => "%".to_string(),
        'd' | 'i' => signed(int(args.next()), spec),
        'u' => whole(&(int(args.next()) as u64).to_string(), "", spec),
        'x' => radix(format!("{:x}", int(args.next())), "0x", spec),
        'X' | 'p' => radix(format!("{:X}", int(args.next())), "0X", spec),
        'o' => radix(format!("{:o}", int(args.next())), "0", spec),
        'f' | 'e' | 'E' | 'g' | 'G' => floating(kind, real(args.next()), spec),
        'c' => {
            // Of an empty text it is the byte that ends it.
            let value = text(args.next()).chars().next().unwrap_or('\0');
            String::from(value).repeat(spec.precision.unwrap_or(1).max(1))
        }
        's' | 'z' => cut(&text(args.next()), spec),
        'q' => match args.next() {
            Value::Null => "(NULL)".to_string(),
            value => cut(&text(value), spec).replace('\'', "''"),
        },
        'Q' => match args.next() {
            Value::Null => "NULL".to_string(),
            value => format!("'{}'", cut(&text(value), spec).replace('\'', "''")),
        },
        'w' => match args.next() {
            Value::Null => "(NULL)".to_string(),
            value => cut(&text(value), spec).replace('"', "\"\""),
        },
        // As inside the quotes of JSON.
        'j' => json5::raw(&cut(&text(args.next()), spec)),
        // 1st, 2nd, 3rd, 4th.
        'r' => {
            let n = int(args.next());
            let ending = match (n.unsigned_abs() % 10, n.unsigned_abs() / 10 % 10) {
                (_, 1) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            signed(n, spec) + ending
        }
        _ => return None,
    })
}

fn cut(text: &str, spec: &Spec) -> String {
    let text = ends_at_nul(text);
    match spec.precision {
        Some(length) => text.chars().take(length).collect(),
        None => text.to_string(),
    }
}

fn signed(n: i64, spec: &Spec) -> String {
    let sign = if n < 0 { "-" } else { positive_sign(spec) };
    whole(&n.unsigned_abs().to_string(), sign, spec)
}

fn positive_sign(spec: &Spec) -> &'static str {
    match (spec.plus, spec.blank) {
        (true, _) => "+",
        (false, true) => " ",
        (false, false) => "",
    }
}

/// Digits with their sign, filled with zeros to the precision or, with `0`, to the width.
fn whole(digits: &str, sign: &str, spec: &Spec) -> String {
    let mut digits = format!("{}{digits}", "0".repeat(missing(spec.precision, digits.len())));
    // SQLite fills whole numbers to the left of their place as well.
    if spec.zero {
        let wanted = spec.width.saturating_sub(sign.len());
        digits = format!("{}{digits}", "0".repeat(wanted.saturating_sub(digits.len())));
    }
    if spec.comma {
        digits = grouped(&digits);
    }
    format!("{sign}{digits}")
}

fn missing(precision: Option<usize>, length: usize) -> usize {
    precision.unwrap_or(0).saturating_sub(length)
}

fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn radix(digits: String, prefix: &str, spec: &Spec) -> String {
    let prefix = if spec.alternate && digits != "0" { prefix } else { "" };
    whole(&digits, prefix, spec)
}

fn floating(kind: char, x: f64, spec: &Spec) -> String {
    let sign = if x < 0.0 { "-" } else { positive_sign(spec) };
    if x.is_infinite() {
        return format!("{sign}{}", if spec.zero { "9.0e+999" } else { "Inf" });
    }
    let precision = spec.precision.unwrap_or(6).min(100_000_000);
    let body = match kind {
        'f' => fixed_with(x.abs(), precision, spec),
        'e' | 'E' => exponential(x.abs(), precision, spec),
        _ => general(x.abs(), precision.max(1), spec),
    };
    let body = if kind.is_uppercase() { body.to_uppercase() } else { body };
    let wanted = if spec.zero && !spec.left { spec.width.saturating_sub(sign.len()) } else { 0 };
    format!("{sign}{}{body}", "0".repeat(wanted.saturating_sub(body.len())))
}

/// Significant digits, of which SQLite shows 16, or 26 with `!`.
fn most(spec: &Spec) -> usize {
    if spec.bang { 20 } else { 16 }
}

fn fixed_with(x: f64, precision: usize, spec: &Spec) -> String {
    let decoded = number::decode(x, -(precision as i32), most(spec));
    let mut text = plain(&decoded, precision);
    if spec.comma {
        let (head, tail) =
            text.split_once('.').map_or((text.as_str(), None), |(h, t)| (h, Some(t)));
        let head = grouped(head);
        text = tail.map_or_else(|| head.clone(), |tail| format!("{head}.{tail}"));
    }
    if precision == 0 && spec.alternate {
        text.push('.');
    }
    if spec.bang { shortest(&text) } else { text }
}

/// Without zeros at the end, but with a digit behind the point.
fn shortest(text: &str) -> String {
    let short = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text,
    };
    if short.contains('.') { short.to_string() } else { format!("{short}.0") }
}

/// Digits with so many places after the point.
fn plain(decoded: &number::Digits, precision: usize) -> String {
    let digit = |at: i32| {
        let known = usize::try_from(at).ok().and_then(|at| decoded.digits.as_bytes().get(at));
        known.map_or('0', |b| char::from(*b))
    };
    let mut text = String::new();
    match decoded.point {
        point if point <= 0 => text.push('0'),
        point => text.extend((0..point).map(digit)),
    }
    if precision > 0 {
        text.push('.');
        let start = decoded.point;
        text.extend((0..precision as i32).map(|at| digit(start + at)));
    }
    text
}

/// A real rounded to so many places, as `round` does it.
pub fn fixed(x: f64, precision: usize) -> String {
    let decoded = number::decode(x, -(precision as i32), 20);
    let sign = if decoded.negative { "-" } else { "" };
    format!("{sign}{}", plain(&decoded, precision))
}

fn exponential(x: f64, precision: usize, spec: &Spec) -> String {
    let decoded = number::decode(x, precision as i32 + 1, most(spec));
    let exponent = if x == 0.0 { 0 } else { decoded.point - 1 };
    let (head, tail) = decoded.digits.split_at(1);
    let mut text = head.to_string();
    if precision > 0 {
        text.push('.');
        text.push_str(tail);
        text.push_str(&"0".repeat(precision.saturating_sub(tail.len())));
    }
    if spec.bang {
        text = shortest(&text);
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{text}e{sign}{:02}", exponent.abs())
}

fn general(x: f64, precision: usize, spec: &Spec) -> String {
    let decoded = number::decode(x, precision as i32, most(spec));
    let exponent = decoded.point - 1;
    let text = if exponent < -4 || exponent >= precision as i32 {
        exponential(x, precision - 1, spec)
    } else {
        plain(&decoded, (precision as i32 - 1 - exponent).max(0) as usize)
    };
    if spec.alternate {
        return text;
    }
    let (mantissa, tail) =
        text.split_once('e').map_or((text.as_str(), None), |(m, e)| (m, Some(e)));
    let mut mantissa = match mantissa.contains('.') {
        true => mantissa.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => mantissa.to_string(),
    };
    if spec.bang && !mantissa.contains('.') {
        mantissa.push_str(".0");
    }
    tail.map_or_else(|| mantissa.clone(), |exponent| format!("{mantissa}e{exponent}"))
}

fn pad(out: &mut String, text: &str, spec: &Spec) {
    // SQLite counts bytes, unless it is told not to.
    let length = if spec.bang { text.chars().count() } else { text.len() };
    let fill = spec.width.saturating_sub(length);
    if !spec.left {
        out.extend(std::iter::repeat_n(' ', fill));
    }
    out.push_str(text);
    if spec.left {
        out.extend(std::iter::repeat_n(' ', fill));
    }
}
