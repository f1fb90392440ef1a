//! PostgreSQL: how text is read as a value of a type, how values are brought to another type, and
//! how they are printed (chapters "Data Types" and "Value Expressions"; texts of errors compared
//! with PostgreSQL 18). Which conversions there are is in `postgresql_cast`.

use std::rc::Rc;

use super::postgresql_cast::is_text;
use super::postgresql_types::sql_name;
use crate::catalog::Column;
use crate::error::{ErrorKind, Report};
use crate::plan::rules::{Assigned, Mode};
use crate::types::datetime::{self, DATE, DAY, TIME, TIMESTAMP, TIMESTAMPTZ, Wrong};
use crate::types::decimal::Decimal;
use crate::types::interval::Interval;
use crate::types::range::{self, Element, Range};
use crate::types::{Type, enumeration, uuid};
use crate::value::Value;

/// An error about a value.
pub(super) fn data_error(code: &str, message: impl Into<String>) -> ErrorKind {
    ErrorKind::Report(Box::new(report(code, message)))
}

/// The words of such an error.
pub(super) fn report(code: &str, message: impl Into<String>) -> Report {
    let code = code.to_string();
    Report { sqlstate: code.clone(), code, message: message.into(), ..Report::default() }
}

fn invalid(ty: &Type, text: &str) -> ErrorKind {
    let code = match ty {
        Type::Date | Type::Time | Type::Timestamp { .. } | Type::Interval => "22007",
        _ => "22P02",
    };
    let name = match ty {
        // What the input function of each calls itself.
        Type::Time => "time".to_string(),
        Type::Timestamp { zone: false, .. } => "timestamp".to_string(),
        ty => sql_name(ty),
    };
    data_error(code, format!("invalid input syntax for type {name}: \"{text}\""))
}

/// Brings a value to a column.
pub(super) fn assign(column: &Column, value: Value, _mode: Mode) -> Result<Assigned, ErrorKind> {
    let value = to_type(value, &column.ty)?;
    Ok(Assigned { value, level: "", warning: None })
}

/// Brings a value to a type as an assignment does: what is too long is an error.
pub(super) fn to_type(value: Value, ty: &Type) -> Result<Value, ErrorKind> {
    fit(convert(value, ty)?, ty, true)
}

/// Brings a value to a type as CAST does: what is too long is cut.
pub(super) fn cast(value: Value, ty: &Type) -> Result<Value, ErrorKind> {
    fit(convert(value, ty)?, ty, false)
}

/// Brings a value to a type whatever its length.
pub(super) fn convert(value: Value, ty: &Type) -> Result<Value, ErrorKind> {
    if let Value::Text(text) = &value {
        return read(text, ty);
    }
    match ty {
        _ if value.is_null() => Ok(Value::Null),
        Type::Int { bits, .. } => to_int(value, *bits),
        Type::Text | Type::Varchar(_) | Type::Char(_) => Ok(match value {
            Value::Bool(truth) => Value::text(if truth { "true" } else { "false" }),
            other => Value::text(&print(&other)),
        }),
        Type::Bool => match value {
            Value::Int(n) => Ok(Value::Bool(n != 0)),
            other => Ok(other),
        },
        Type::Float4 | Type::Float8 => to_float(value, *ty == Type::Float4),
        Type::Decimal { .. } => Ok(to_decimal(value)),
        Type::Time if let Some(span) = crate::types::interval::Interval::of(&value) => {
            let day = crate::types::datetime::DAY;
            Ok(crate::types::datetime::value(
                &crate::types::datetime::TIME,
                span.micros.rem_euclid(day),
            ))
        }
        Type::Interval if crate::types::interval::Interval::of(&value).is_none() => {
            let micros = crate::types::datetime::number_of(&value).unwrap_or(0);
            Ok(crate::types::interval::Interval { micros, ..Default::default() }.value())
        }
        Type::Date | Type::Time | Type::Timestamp { .. } => Ok(to_moment(value, ty)),
        Type::Array(item) => super::postgresql_array::each(value, item, convert),
        Type::Catalog("regclass" | "oid") | Type::Json | Type::Jsonb => Ok(value),
        _ => Ok(value),
    }
}

/// A parameter, brought to the type that its place gives it. What is not of that kind is read as the text
/// that a driver sends for it (compared with node-postgres and PGlite).
pub(super) fn parameter(value: Value, ty: &Type) -> Result<Value, ErrorKind> {
    let number = matches!(ty, Type::Float4 | Type::Float8 | Type::Decimal { .. });
    let fits = match &value {
        Value::Int(n) => match ty {
            Type::Int { bits, .. } => matches!(n >> (bits - 1), 0 | -1),
            _ => number || matches!(ty, Type::Catalog(_)),
        },
        Value::Real(_) => number,
        Value::Bool(_) => *ty == Type::Bool,
        Value::Blob(_) => matches!(ty, Type::Bytes { .. }),
        Value::Null | Value::Text(_) | Value::Other(..) => true,
    };
    match (fits || is_text(ty), value) {
        (true, value) => convert(value, ty),
        (false, Value::Bool(truth)) => read(&Rc::from(if truth { "true" } else { "false" }), ty),
        (false, value) => read(&Rc::from(&*print(&value)), ty),
    }
}

/// Reads a text as a value of a type, whatever its length.
pub(super) fn read(text: &Rc<str>, ty: &Type) -> Result<Value, ErrorKind> {
    let wrong = || invalid(ty, text);
    match ty {
        Type::Int { bits, .. } => read_int(text, *bits, ty),
        Type::Float4 | Type::Float8 => read_float(text, ty),
        Type::Decimal { .. } => read_decimal(text).ok_or_else(wrong),
        Type::Bool => read_bool(text).map(Value::Bool).ok_or_else(wrong),
        Type::Bytes { .. } => read_bytes(text),
        Type::Date | Type::Time | Type::Timestamp { .. } => read_moment(text, ty),
        Type::Interval => Ok(Interval::parse(text).ok_or_else(wrong)?.value()),
        Type::Json | Type::Jsonb => super::postgresql_json::read(text, *ty == Type::Jsonb),
        Type::Uuid => uuid::parse(text).ok_or_else(wrong),
        Type::Range(item) => read_range(text, item),
        Type::Enum(labels) => enumeration::value(labels, text).ok_or_else(|| {
            data_error("22P02", format!("invalid input value for enum {}: \"{text}\"", labels.name))
        }),
        Type::Array(item) => super::postgresql_array::read(text, item),
        Type::Catalog("oid") => read_int(text, 64, ty),
        Type::Catalog("tid") => {
            let inner = text.trim().strip_prefix("(0,").and_then(|t| t.strip_suffix(')'));
            let number = inner.and_then(|n| n.trim().parse::<u16>().ok());
            number.map(|n| crate::types::tid::value(i64::from(n))).ok_or_else(wrong)
        }
        _ => Ok(Value::Text(text.clone())),
    }
}

fn out_of_range(ty: &Type) -> ErrorKind {
    data_error("22003", format!("{} out of range", sql_name(ty)))
}

fn read_int(text: &str, bits: u8, ty: &Type) -> Result<Value, ErrorKind> {
    let trimmed = text.trim();
    let (negative, digits) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let (radix, digits) = match digits.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits),
    };
    let plain = digits.replace('_', "");
    let sound = !plain.is_empty()
        && plain.chars().all(|c| c.is_digit(radix))
        && !digits.starts_with('_')
        && !digits.ends_with('_');
    if !sound {
        return Err(invalid(ty, text));
    }
    let number = i128::from_str_radix(&plain, radix).map(|n| if negative { -n } else { n });
    match number.ok().and_then(|n| i64::try_from(n).ok()).filter(|n| fits(*n, bits)) {
        Some(n) => Ok(Value::Int(n)),
        None => Err(data_error(
            "22003",
            format!("value \"{text}\" is out of range for type {}", sql_name(ty)),
        )),
    }
}

fn fits(n: i64, bits: u8) -> bool {
    match bits {
        16 => i16::try_from(n).is_ok(),
        32 => i32::try_from(n).is_ok(),
        _ => true,
    }
}

/// An integer that must fit its type.
pub(super) fn int_of(n: i64, bits: u8) -> Result<Value, ErrorKind> {
    match fits(n, bits) {
        true => Ok(Value::Int(n)),
        false => Err(out_of_range(&Type::Int { bits, unsigned: false })),
    }
}

fn to_int(value: Value, bits: u8) -> Result<Value, ErrorKind> {
    let real = match value {
        Value::Int(n) => return int_of(n, bits),
        Value::Bool(truth) => return Ok(Value::Int(i64::from(truth))),
        Value::Real(x) => x.round_ties_even(),
        other @ Value::Other(..) => {
            let whole = Decimal::from_value(&other).and_then(|number| number.to_int());
            let wide = Type::Int { bits, unsigned: false };
            return int_of(whole.ok_or_else(|| out_of_range(&wide))?, bits);
        }
        Value::Null | Value::Text(_) | Value::Blob(_) => return Ok(Value::Null),
    };
    if !(-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&real) {
        return Err(out_of_range(&Type::Int { bits, unsigned: false }));
    }
    int_of(real as i64, bits)
}

fn read_float(text: &str, ty: &Type) -> Result<Value, ErrorKind> {
    let trimmed = text.trim();
    let letters = trimmed.trim_start_matches(['+', '-']).to_ascii_lowercase();
    let word = matches!(&*letters, "nan" | "inf" | "infinity");
    let number: f64 = match trimmed.parse() {
        Ok(x) if word || letters.starts_with(|c: char| c.is_ascii_digit() || c == '.') => x,
        _ => return Err(invalid(ty, text)),
    };
    // A digit that is not 0 stands before the exponent.
    let digits = letters.split('e').next().unwrap_or_default();
    let nothing = !digits.contains(|c: char| ('1'..='9').contains(&c));
    if !word && (number.is_infinite() || number == 0.0 && !nothing) {
        let message = format!("\"{trimmed}\" is out of range for type {}", sql_name(ty));
        return Err(data_error("22003", message));
    }
    if *ty == Type::Float4 && number.is_finite() {
        // Read once, from the text, so that nothing is rounded twice.
        let single: f32 = trimmed.parse().unwrap_or(number as f32);
        if single.is_infinite() || single == 0.0 && !nothing {
            let message = format!("\"{trimmed}\" is out of range for type real");
            return Err(data_error("22003", message));
        }
        return Ok(Value::Real(shortest(single)));
    }
    Ok(Value::Real(number))
}

fn to_float(value: Value, single: bool) -> Result<Value, ErrorKind> {
    let exact = matches!(value, Value::Other(..));
    let written = if exact { print(&value) } else { String::new() };
    let x = match value {
        Value::Int(n) => n as f64,
        Value::Real(x) => x,
        Value::Other(ops, bytes) => (ops.number)(&bytes).unwrap_or(0.0),
        other => return Ok(other),
    };
    let nothing = x == 0.0;
    let x = if single { shortest(x as f32) } else { x };
    if (x.is_infinite() || x == 0.0 && !nothing) && exact {
        let name = if single { "real" } else { "double precision" };
        let message = format!("\"{written}\" is out of range for type {name}");
        return Err(data_error("22003", message));
    }
    Ok(Value::Real(x))
}

/// A real as the double that is written like it, so that it prints as short as it is.
fn shortest(x: f32) -> f64 {
    x.to_string().parse().unwrap_or(f64::from(x))
}

/// NaN and the infinities are kept as doubles.
fn read_decimal(text: &str) -> Option<Value> {
    let trimmed = text.trim();
    match &*trimmed.to_ascii_lowercase() {
        "nan" => return Some(Value::Real(f64::NAN)),
        "inf" | "infinity" | "+inf" | "+infinity" => return Some(Value::Real(f64::INFINITY)),
        "-inf" | "-infinity" => return Some(Value::Real(f64::NEG_INFINITY)),
        _ => {}
    }
    let plain = trimmed.replace('_', "");
    Decimal::parse(&plain).map(|number| number.to_value())
}

/// A double becomes the number of 15 digits that is nearest.
fn to_decimal(value: Value) -> Value {
    match &value {
        Value::Real(x) if x.is_finite() => {
            let text = format!("{x:.14e}");
            Decimal::parse(&text).map_or(value, |number| number.normalized().to_value())
        }
        Value::Int(n) => Decimal::from_int(*n).to_value(),
        _ => value,
    }
}

/// The words for true and false, any prefix that is not ambiguous (datatype-boolean).
fn read_bool(text: &str) -> Option<bool> {
    let word = text.trim().to_ascii_lowercase();
    let starts = |full: &str| !word.is_empty() && full.starts_with(&word);
    if starts("true") || starts("yes") || word == "on" || word == "1" {
        return Some(true);
    }
    let no = starts("false") || starts("no") || word == "off" || word == "of" || word == "0";
    no.then_some(false)
}

/// `\xDEADBEEF`, or bytes with `\\` and octal escapes (datatype-binary).
fn read_bytes(text: &str) -> Result<Value, ErrorKind> {
    let Some(digits) = text.strip_prefix("\\x") else { return read_escaped_bytes(text) };
    let digits: Vec<char> = digits.chars().filter(|c| !c.is_whitespace()).collect();
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    for pair in digits.chunks(2) {
        let [high, low] = pair else {
            return Err(data_error("22023", "invalid hexadecimal data: odd number of digits"));
        };
        let digit = |c: &char| {
            c.to_digit(16)
                .ok_or_else(|| data_error("22023", format!("invalid hexadecimal digit: \"{c}\"")))
        };
        bytes.push((digit(high)? << 4 | digit(low)?) as u8);
    }
    Ok(Value::Blob(bytes.into()))
}

fn read_escaped_bytes(text: &str) -> Result<Value, ErrorKind> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'\\' {
            bytes.push(first);
        } else if let [b'\\', after @ ..] = rest {
            bytes.push(b'\\');
            rest = after;
        } else if let [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', after @ ..] = rest {
            bytes.push((a - b'0') << 6 | (b - b'0') << 3 | (c - b'0'));
            rest = after;
        } else {
            return Err(data_error("22P02", "invalid input syntax for type bytea"));
        }
    }
    Ok(Value::Blob(bytes.into()))
}

fn read_moment(text: &str, ty: &Type) -> Result<Value, ErrorKind> {
    let now = |word: &str| matches!(word, "now" | "today" | "tomorrow" | "yesterday");
    if now(&text.trim().to_ascii_lowercase()) {
        return Err(ErrorKind::unsupported(format!("the input \"{text}\" for dates and times")));
    }
    // Years before Christ, days of the year, times without colons.
    let plain = text.trim();
    let digits = plain.chars().all(|c| c.is_ascii_digit() || c == '-');
    let odd = plain.to_ascii_lowercase().ends_with(" bc")
        || digits
            && plain.len() == 8
            && plain.find('-') == Some(4)
            && plain.matches('-').count() == 1
        || digits && matches!(plain.len(), 4 | 6) && *ty == Type::Time;
    let moment = datetime::parse(text).map_err(|wrong| match wrong {
        Wrong::Syntax if odd => {
            ErrorKind::unsupported(format!("the input \"{text}\" for dates and times"))
        }
        Wrong::Syntax => invalid(ty, text),
        Wrong::Range => data_error("22008", out_of_calendar(text)),
        Wrong::Field => ErrorKind::Report(Box::new(Report {
            hint: Some("Perhaps you need a different \"DateStyle\" setting.".to_string()),
            ..report("22008", out_of_calendar(text))
        })),
    })?;
    match ty {
        Type::Date => match moment.days {
            Some(days) => Ok(datetime::value(&DATE, days)),
            None => Err(invalid(ty, text)),
        },
        Type::Time => match moment.time {
            Some(time) => Ok(datetime::value(&TIME, time)),
            None => Err(invalid(ty, text)),
        },
        _ if moment.days.is_none() => Err(invalid(ty, text)),
        Type::Timestamp { zone: true, .. } => {
            Ok(datetime::value(&TIMESTAMPTZ, moment.utc_micros()))
        }
        _ => Ok(datetime::value(&TIMESTAMP, moment.micros())),
    }
}

fn out_of_calendar(text: &str) -> String {
    format!("date/time field value out of range: \"{text}\"")
}

/// Between date, time and timestamps; the session's time zone is UTC.
fn to_moment(value: Value, ty: &Type) -> Value {
    let Value::Other(ops, _) = &value else { return value };
    let Some(number) = datetime::number_of(&value) else { return value };
    let micros = match () {
        () if ops.id == DATE.id && !matches!(number, i64::MIN | i64::MAX) => number * DAY,
        () => number,
    };
    let infinite = matches!(number, i64::MIN | i64::MAX);
    match ty {
        Type::Date if infinite => datetime::value(&DATE, number),
        Type::Date => datetime::value(&DATE, micros.div_euclid(DAY)),
        Type::Time if ops.id == TIME.id => value,
        Type::Time => datetime::value(&TIME, micros.rem_euclid(DAY)),
        Type::Timestamp { zone: true, .. } => datetime::value(&TIMESTAMPTZ, micros),
        _ => datetime::value(&TIMESTAMP, micros),
    }
}

fn read_range(text: &str, item: &Type) -> Result<Value, ErrorKind> {
    let Some(of) = Element::of(item) else { return Err(ErrorKind::unsupported("this range type")) };
    let written = range::parse(text).map_err(|detail| {
        let message = format!("malformed range literal: \"{text}\"");
        let detail = Some(detail.to_string());
        ErrorKind::Report(Box::new(Report { detail, ..report("22P02", message) }))
    })?;
    let Some(written) = written else {
        return Ok(Range { of, empty: true, low: None, high: None }.value());
    };
    let bound = |text: Option<&str>, included: bool| match text {
        None => Ok(None),
        Some(text) => {
            let value = read(&Rc::from(text), item)?;
            Ok(Element::bound(&value).map(|n| (n, included)))
        }
    };
    let low = bound(written.low, written.low_included)?;
    let high = bound(written.high, written.high_included)?;
    new_range(of, low, high)
}

/// A range of these bounds.
pub(super) fn new_range(
    of: Element,
    low: Option<(i64, bool)>,
    high: Option<(i64, bool)>,
) -> Result<Value, ErrorKind> {
    Range::new(of, low, high).map(|range| range.value()).ok_or_else(|| {
        data_error("22000", "range lower bound must be less than or equal to range upper bound")
    })
}

/// Cuts or pads to the length of a type. In an assignment only blanks may be cut
/// (datatype-character).
fn fit(value: Value, ty: &Type, assignment: bool) -> Result<Value, ErrorKind> {
    let (length, padded) = match ty {
        Type::Varchar(length) => (*length as usize, false),
        Type::Char(length) => (*length as usize, true),
        Type::Decimal { precision: Some((precision, scale)) } if !value.is_null() => {
            return super::postgresql_decimal::fitted(value, *precision, *scale);
        }
        Type::Timestamp { fraction, .. } if *fraction < 6 => return Ok(rounded(value, *fraction)),
        Type::Array(item) => {
            let fitted: fn(Value, &Type) -> Result<Value, ErrorKind> = match assignment {
                true => |value, ty| fit(value, ty, true),
                false => |value, ty| fit(value, ty, false),
            };
            return super::postgresql_array::each(value, item, fitted);
        }
        _ => return Ok(value),
    };
    let Value::Text(text) = &value else { return Ok(value) };
    if length == 0 {
        return Ok(value);
    }
    let fitting = match text.char_indices().nth(length) {
        None => &**text,
        Some((at, _)) if !assignment || text[at..].bytes().all(|b| b == b' ') => &text[..at],
        Some(_) => {
            let message = format!("value too long for type {}({length})", sql_name(ty));
            return Err(data_error("22001", message));
        }
    };
    let missing = if padded { length.saturating_sub(fitting.chars().count()) } else { 0 };
    if missing == 0 && fitting.len() == text.len() {
        return Ok(value);
    }
    Ok(Value::text(&format!("{fitting}{}", " ".repeat(missing))))
}

/// A timestamp with fewer digits of its second.
fn rounded(value: Value, digits: u8) -> Value {
    let Value::Other(ops, _) = &value else { return value };
    let Some(micros) = datetime::number_of(&value) else { return value };
    if matches!(micros, i64::MAX | i64::MIN) {
        return value;
    }
    let unit = 10_i64.pow(u32::from(6 - digits.min(6)));
    let rounded = micros.saturating_add(unit / 2).div_euclid(unit).saturating_mul(unit);
    datetime::value(ops, rounded)
}

/// A value as PostgreSQL prints it.
pub(super) fn print(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Int(n) => n.to_string(),
        Value::Real(x) => float_text(*x),
        Value::Text(text) => text.to_string(),
        Value::Bool(b) => if *b { "t" } else { "f" }.to_string(),
        Value::Blob(bytes) => {
            let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            format!("\\x{hex}")
        }
        Value::Other(ops, bytes) => match crate::types::array::items_of(value) {
            Some(items) => crate::types::array::text(&items, print),
            None => (ops.text)(bytes),
        },
    }
}

/// The shortest text that reads back the same (datatype-float).
fn float_text(x: f64) -> String {
    if x.is_nan() {
        return "NaN".to_string();
    }
    if x.is_infinite() {
        return if x > 0.0 { "Infinity" } else { "-Infinity" }.to_string();
    }
    let magnitude = x.abs();
    if magnitude != 0.0 && !(1e-4..1e15).contains(&magnitude) {
        let text = format!("{x:e}");
        let Some((mantissa, exponent)) = text.split_once('e') else { return text };
        let (sign, digits) = match exponent.strip_prefix('-') {
            Some(digits) => ('-', digits),
            None => ('+', exponent),
        };
        return format!("{mantissa}e{sign}{digits:0>2}");
    }
    format!("{x}")
}
