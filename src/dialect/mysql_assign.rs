//! MySQL: how values are brought to their columns: an error in strict mode, a warning and the
//! nearest value otherwise ("Strict SQL Mode", "Data Types"; compared with MariaDB 10.11).

use super::mysql_time::{self, Moment, Wrong};
use super::mysql_types::{bit_width, print};
use crate::catalog::Column;
use crate::error::{ErrorKind, Report};
use crate::plan::rules::{Assigned, Mode};
use crate::types::decimal::Decimal;
use crate::types::{EnumType, Type, number};
use crate::value::Value;

/// What does not fit, and how much it matters.
enum Problem {
    /// An error in strict mode.
    Error(ErrorKind),
    /// An error in strict mode, else another warning.
    Softened(ErrorKind, ErrorKind),
    /// Only noted.
    Note(ErrorKind),
}

type Brought = (Value, Option<Problem>);

/// Brings a value to a column.
pub(super) fn assign(column: &Column, value: Value, mode: Mode) -> Result<Assigned, ErrorKind> {
    // Bytes become numbers as their text does.
    let value = match (&value, &column.ty) {
        (Value::Blob(_), Type::Int { .. } | Type::Decimal { .. } | Type::Float4 | Type::Float8) => {
            Value::text(&print(&value))
        }
        _ => value,
    };
    let (mut value, mut problem) = match &column.ty {
        _ if value.is_null() => (Value::Null, None),
        Type::Int { bits, unsigned } => to_int(column, value, *bits, *unsigned),
        Type::Varchar(length) => limited(column, print(&value), *length as usize),
        Type::Char(length) => {
            let (value, problem) = limited(column, print(&value), *length as usize);
            // CHAR loses its trailing blanks when it is read (CHAR and VARCHAR).
            let value = match value {
                Value::Text(text) => Value::text(text.trim_end_matches(' ')),
                other => other,
            };
            (value, problem)
        }
        Type::Text => to_text(column, print(&value)),
        Type::Bytes { limit, fixed } => to_bytes(column, value, *limit, *fixed),
        Type::Float4 | Type::Float8 => to_float(column, value),
        Type::Decimal { precision } => to_decimal(column, &value, precision.unwrap_or((10, 0))),
        Type::Date => to_moment(column, &value, None, mode),
        Type::Timestamp { zone, fraction } => {
            to_moment(column, &value, Some((*zone, *fraction)), mode)
        }
        Type::Time => to_time(column, &value),
        Type::Catalog("bit") => to_bit(column, &value),
        Type::Catalog(_) => to_year(column, &value),
        Type::Enum(ty) => to_label(column, &value, ty),
        Type::Set(ty) => to_set(column, &value, ty),
        Type::Jsonb => {
            let of = format!(" in value for column '{{table}}.{}'", column.name);
            (Value::text(&to_json(&print(&value), &of)?), None)
        }
        _ => (value, None),
    };
    let number = matches!(column.ty, Type::Decimal { .. } | Type::Float4 | Type::Float8);
    let negative = || Decimal::from_value(&value).is_some_and(|d| d.is_negative());
    if number && !value.is_null() && super::mysql_types::is_unsigned(&column.declared) && negative()
    {
        value = implicit_default(column);
        if !matches!(problem, Some(Problem::Error(_))) {
            problem = Some(Problem::Error(out_of_range(column)));
        }
    }
    // `utf8mb3` has no letters beyond U+FFFF; the first that is not there is shown.
    if let Value::Text(text) = &value
        && column.collation.name.starts_with("utf8mb3")
        && let Some(at) = text.find(|c| c > '\u{ffff}')
    {
        let mut bytes = String::new();
        for (number, byte) in text.as_bytes()[at..].iter().enumerate() {
            match (number, byte) {
                (6, _) => {
                    bytes.push_str("...");
                    break;
                }
                (_, b' '..=b'~') => bytes.push(*byte as char),
                _ => bytes.push_str(&format!("\\x{byte:02X}")),
            }
        }
        problem = Some(Problem::Error(incorrect("string", &bytes, column)));
        value = Value::text(&text.replace(|c| c > '\u{ffff}', "?"));
    }
    let (level, warning) = match (problem, mode.strict) {
        (None, _) => ("", None),
        (Some(Problem::Error(kind) | Problem::Softened(kind, _)), true) => return Err(kind),
        (Some(Problem::Error(kind) | Problem::Softened(_, kind)), false) => ("Warning", Some(kind)),
        (Some(Problem::Note(kind)), _) => ("Note", Some(kind)),
    };
    Ok(Assigned { value, level, warning: warning.map(Box::new) })
}

/// An error about a value; the number of the row is put in by the report.
fn data_error(errno: i32, sqlstate: &str, code: &str, what: &str, column: &Column) -> ErrorKind {
    ErrorKind::Report(Box::new(Report {
        code: code.to_string(),
        errno,
        sqlstate: sqlstate.to_string(),
        message: format!("{what} for column '{}' at row {{row}}", column.name),
        ..Report::default()
    }))
}

fn out_of_range(column: &Column) -> ErrorKind {
    data_error(1264, "22003", "ER_WARN_DATA_OUT_OF_RANGE", "Out of range value", column)
}

fn incorrect(kind: &str, text: &str, column: &Column) -> ErrorKind {
    let what = format!("Incorrect {kind} value: '{text}'");
    data_error(1366, "HY000", "ER_TRUNCATED_WRONG_VALUE_FOR_FIELD", &what, column)
}

fn incorrect_time(kind: &str, text: &str, column: &Column) -> ErrorKind {
    let what = format!("Incorrect {kind} value: '{text}'");
    data_error(1292, "22007", "ER_TRUNCATED_WRONG_VALUE", &what, column)
}

fn truncated(column: &Column) -> ErrorKind {
    data_error(1265, "01000", "WARN_DATA_TRUNCATED", "Data truncated", column)
}

fn too_long(column: &Column) -> Problem {
    let error = data_error(1406, "22001", "ER_DATA_TOO_LONG", "Data too long", column);
    Problem::Softened(error, truncated(column))
}

/// A column with less room than before says so of what it held (field_conv.cc, do_varstring).
pub(super) fn cut_short(kind: ErrorKind) -> ErrorKind {
    match kind {
        ErrorKind::Report(mut report) if report.errno == 1406 => {
            report.errno = 1265;
            "01000".clone_into(&mut report.sqlstate);
            "WARN_DATA_TRUNCATED".clone_into(&mut report.code);
            report.message = report.message.replace("Data too long", "Data truncated");
            ErrorKind::Report(report)
        }
        other => other,
    }
}

/// What is wrong with a text that should be a number: its start is one, or nothing is.
fn no_number(column: &Column, kind: &str, text: &str) -> Problem {
    let start = text.trim_start();
    let start = start.strip_prefix(['-', '+']).unwrap_or(start);
    let start = start.strip_prefix('.').unwrap_or(start).bytes().next();
    if !start.is_some_and(|b| b.is_ascii_digit()) {
        return Problem::Error(incorrect(kind, text, column));
    }
    Problem::Error(truncated(column))
}

fn to_int(column: &Column, value: Value, bits: u8, unsigned: bool) -> Brought {
    let (low, high) = match (bits, unsigned) {
        (64, true) => (0, i64::MAX),
        (64, false) => (i64::MIN, i64::MAX),
        (bits, true) => (0, (1i64 << bits) - 1),
        (bits, false) => (-(1i64 << (bits - 1)), (1i64 << (bits - 1)) - 1),
    };
    let (number, problem) = match &value {
        Value::Int(n) if (low..=high).contains(n) => return (value, None),
        Value::Text(text) => match Decimal::parse(text.trim()) {
            Some(decimal) => (decimal, None),
            None => {
                let start = super::mysql_expr::decimal_prefix(text);
                (start, Some(no_number(column, "integer", text)))
            }
        },
        // Doubles round halves to even (field.cc, `rint`).
        Value::Real(x) => {
            let even = Decimal::from_f64(x.round_ties_even());
            (even.unwrap_or_else(|| Decimal::from_int(0)), None)
        }
        other => (Decimal::from_value(other).unwrap_or_else(|| Decimal::from_int(0)), None),
    };
    let rounded = number.round(0);
    match rounded.to_int() {
        Some(n) if (low..=high).contains(&n) => (Value::Int(n), problem),
        // Beyond the greatest signed number a decimal is kept.
        None if (bits, unsigned) == (64, true) && !rounded.is_negative() => {
            match Decimal::from_int(i64::MAX).plus(&Decimal::from_int(i64::MAX)) {
                most if rounded.cmp_value(&most.plus(&Decimal::from_int(1))).is_le() => {
                    (rounded.to_value(), problem)
                }
                most => {
                    let most = most.plus(&Decimal::from_int(1)).to_value();
                    (most, Some(Problem::Error(out_of_range(column))))
                }
            }
        }
        _ => {
            let nearest = if rounded.is_negative() { low } else { high };
            (Value::Int(nearest), Some(Problem::Error(out_of_range(column))))
        }
    }
}

fn limited(column: &Column, text: String, length: usize) -> Brought {
    match text.char_indices().nth(length) {
        None => (Value::text(&text), None),
        Some((at, _)) => {
            // Blanks that are cut off are noted only.
            let problem = match text[at..].bytes().all(|b| b == b' ') {
                true => Problem::Note(truncated(column)),
                false => too_long(column),
            };
            let value = Value::text(&text[..at]);
            let silent = matches!(column.ty, Type::Char(_)) && matches!(problem, Problem::Note(_));
            (value, (!silent).then_some(problem))
        }
    }
}

/// Text that is no JSON is an error in every mode.
fn to_json(text: &str, of: &str) -> Result<String, ErrorKind> {
    super::mysql_json::read(text, "").map(|json| json.to_string()).map_err(|kind| match kind {
        ErrorKind::Report(mut report) => {
            report.errno = 3140;
            report.code = "ER_INVALID_JSON_TEXT".to_string();
            report.message = report.message.trim_end_matches('.').to_string() + of + ".";
            ErrorKind::Report(report)
        }
        other => other,
    })
}

/// TINYTEXT is limited in bytes; so are the others, beyond what is written here.
fn to_text(column: &Column, mut text: String) -> Brought {
    let tiny = column.declared.eq_ignore_ascii_case("TINYTEXT");
    let limit = if tiny { 255 } else { usize::MAX };
    if text.len() <= limit {
        return (Value::text(&text), None);
    }
    text.truncate((0..=limit).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0));
    (Value::text(&text), Some(too_long(column)))
}

fn to_bytes(column: &Column, value: Value, limit: Option<u32>, fixed: bool) -> Brought {
    let mut bytes = match value {
        Value::Blob(bytes) => bytes.to_vec(),
        other => print(&other).into_bytes(),
    };
    let limit = limit.map_or(usize::MAX, |l| l as usize);
    let problem = (bytes.len() > limit).then(|| too_long(column));
    bytes.truncate(limit);
    if fixed {
        bytes.resize(limit, 0);
    }
    (Value::Blob(bytes.into()), problem)
}

fn to_float(column: &Column, value: Value) -> Brought {
    let single = column.ty == Type::Float4;
    let (x, problem) = match &value {
        Value::Text(text) => match number::whole_text_number(text) {
            Some(number) => (crate::functions::real(&number), None),
            None => (number::leading_real(text), Some(Problem::Error(truncated(column)))),
        },
        other => (crate::functions::real(other), None),
    };
    let most = if single { f64::from(f32::MAX) } else { f64::MAX };
    if !single && x.is_finite() {
        return (Value::Real(x), problem);
    }
    if x.abs() > most && (x as f32).is_infinite() {
        return (Value::Real(most.copysign(x)), Some(Problem::Error(out_of_range(column))));
    }
    // FLOAT shows six digits. They stand for the number where they mean it alone, else it is kept
    // in full, so that values compare by single precision.
    let (shown, whole) = (super::mysql_types::six_digits(x), f64::from(x as f32));
    (Value::Real(if shown as f32 == x as f32 { shown } else { whole }), problem)
}

/// A number rounded to a scale, or the nearest of so many digits, and whether it lies beyond.
pub(super) fn limit(number: &Decimal, (digits, scale): (u16, u16)) -> (Decimal, bool) {
    let rounded = number.round(usize::from(scale));
    let whole = digits.saturating_sub(scale);
    if rounded.whole_digits() <= usize::from(whole) {
        return (rounded, false);
    }
    let sign = if rounded.is_negative() { "-" } else { "" };
    let nines = |count: u16| "9".repeat(usize::from(count));
    let most = [sign, &*nines(whole), ".", &*nines(scale)].concat();
    (Decimal::parse(most.trim_end_matches('.')).unwrap_or(rounded), true)
}

/// Not `FLOAT(7,2)`, which is rounded without a note.
fn is_exact(column: &Column) -> bool {
    !["FLOAT", "DOUBLE", "REAL"].iter().any(|name| starts_with(&column.declared, name))
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

fn to_decimal(column: &Column, value: &Value, precision: (u16, u16)) -> Brought {
    let (number, mut problem) = match value {
        Value::Text(text) => match Decimal::parse(text.trim()) {
            Some(decimal) => (decimal, None),
            None => {
                let start = super::mysql_expr::decimal_prefix(text);
                (start, Some(no_number(column, "decimal", text)))
            }
        },
        other => (Decimal::from_value(other).unwrap_or_else(|| Decimal::from_int(0)), None),
    };
    let (rounded, beyond) = limit(&number, precision);
    if beyond {
        return (rounded.to_value(), Some(Problem::Error(out_of_range(column))));
    }
    if problem.is_none() && rounded.cmp_value(&number).is_ne() && is_exact(column) {
        problem = Some(Problem::Note(truncated(column)));
    }
    (rounded.to_value(), problem)
}

/// A DATE, or with whether it is a TIMESTAMP and its digits a DATETIME or TIMESTAMP.
fn to_moment(column: &Column, value: &Value, time: Option<(bool, u8)>, mode: Mode) -> Brought {
    let text = mysql_time::written(value);
    let kind = if time.is_none() { "date" } else { "datetime" };
    let zero = || match time {
        None => Value::text("0000-00-00"),
        Some((_, digits)) => Value::text(&format!("0000-00-00 {}", mysql_time::clock(0, digits))),
    };
    let wrong = |soft| Problem::Softened(incorrect_time(kind, &print(value), column), soft);
    let (moment, cut) = match mysql_time::parse(&text) {
        Ok(found) => found,
        Err(Wrong::Zero) if mode.zero => return (zero(), None),
        Err(Wrong::Part(moment)) if mode.zero_parts && !matches!(time, Some((true, _))) => {
            let text = time.map_or_else(|| moment.date(), |(_, digits)| moment.text(digits));
            return (Value::text(&text), None);
        }
        Err(Wrong::Zero) => return (zero(), Some(wrong(out_of_range(column)))),
        Err(_) => return (zero(), Some(wrong(truncated(column)))),
    };
    let Some((zone, digits)) = time else {
        let problem = match (cut, moment.micros) {
            (true, _) => Some(wrong(truncated(column))),
            (false, 0) => None,
            (false, _) => Some(Problem::Note(truncated(column))),
        };
        return (Value::text(&moment.date()), problem);
    };
    if zone && !(1..=2_147_483_647).contains(&moment.absolute().div_euclid(1_000_000)) {
        return (zero(), Some(wrong(out_of_range(column))));
    }
    let problem = cut.then(|| wrong(truncated(column)));
    (Value::text(&moment.text(digits)), problem)
}

/// Whether a part after the hours is 60 or more.
fn past_sixty(time: &str) -> bool {
    time.split(':').skip(1).any(|part| part.trim().parse::<f64>().is_ok_and(|n| n >= 60.0))
}

fn to_time(column: &Column, value: &Value) -> Brought {
    let text = print(value);
    let wrong = |soft| Problem::Softened(incorrect_time("time", &text, column), soft);
    match mysql_time::parse_time(&text) {
        Ok((micros, cut)) => {
            let half = if micros < 0 { -500_000 } else { 500_000 };
            let problem = cut.then(|| Problem::Note(truncated(column)));
            (Value::text(&mysql_time::clock(micros + half, 0)), problem)
        }
        // Minutes or seconds beyond 59 are no time at all.
        Err(Wrong::Range) if past_sixty(&text) => {
            (Value::text("00:00:00"), Some(wrong(truncated(column))))
        }
        Err(Wrong::Range) => {
            let most = if text.trim().starts_with('-') { "-838:59:59" } else { "838:59:59" };
            (Value::text(most), Some(wrong(out_of_range(column))))
        }
        Err(_) => (Value::text("00:00:00"), Some(wrong(truncated(column)))),
    }
}

/// A BIT: the number, or of a text the bytes that it is written with (field.cc, `Field_bit::store`).
fn to_bit(column: &Column, value: &Value) -> Brought {
    let width = bit_width(&column.declared);
    let bytes = match value {
        Value::Blob(bytes) => bytes.to_vec(),
        Value::Text(text) => text.as_bytes().to_vec(),
        other => Decimal::from_value(other)
            .and_then(|d| d.round(0).to_string().parse::<u64>().ok())
            .unwrap_or(u64::MAX)
            .to_be_bytes()
            .to_vec(),
    };
    let start = bytes.iter().position(|b| *b != 0).unwrap_or(bytes.len());
    let all = u64::MAX >> (64 - width.clamp(1, 64));
    let number = bytes[start..].iter().fold(0, |n: u64, byte| n << 8 | u64::from(*byte));
    let fits = bytes.len() - start <= 8 && number <= all;
    let stored = if fits { number } else { all };
    let error = data_error(1406, "22001", "ER_DATA_TOO_LONG", "Data too long", column);
    let problem = (!fits).then(|| Problem::Softened(error, out_of_range(column)));
    (super::mysql_expr::as_unsigned(Value::Int(stored as i64)), problem)
}

/// The YEAR type: 1 to 69 are 2001 to 2069, 70 to 99 are 1970 to 1999.
fn to_year(column: &Column, value: &Value) -> Brought {
    let text = print(value);
    let Some(n) = Decimal::parse(text.trim()).and_then(|d| d.round(0).to_int()) else {
        return (Value::text("0000"), Some(no_number(column, "integer", &text)));
    };
    match year_of(n, matches!(value, Value::Text(_)) && text.len() < 4) {
        Some(year) => (year, None),
        None => (Value::text("0000"), Some(Problem::Error(out_of_range(column)))),
    }
}

/// The year that a number means; none that YEAR does not hold.
pub(super) fn year_of(n: i64, short_text: bool) -> Option<Value> {
    let year = match n {
        0 if short_text => 2000,
        1..=69 => 2000 + n,
        70..=99 => 1900 + n,
        n => n,
    };
    let holds = year == 0 || (1901..=2155).contains(&year);
    holds.then(|| Value::text(&format!("{year:04}")))
}

/// An ENUM: a label in any case, or its number from 1.
fn to_label(column: &Column, value: &Value, ty: &EnumType) -> Brought {
    let text = print(value);
    let numbered = |n: &str| n.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let found = match value {
        Value::Text(_) | Value::Blob(_) => position(column, ty, text.trim_end_matches(' '))
            .or_else(|| numbered(&text).filter(|n| *n < ty.labels.len())),
        // A fraction is cut off.
        other => usize::try_from(crate::functions::int(other)).ok().and_then(|n| n.checked_sub(1)),
    };
    // The number 0 written as text is the empty label of an invalid value.
    if matches!(value, Value::Text(_)) && &*text == "0" {
        return (Value::text(""), None);
    }
    match found.and_then(|at| ty.labels.get(at)) {
        Some(label) => (Value::Text(label.clone()), None),
        None => (Value::text(""), Some(Problem::Error(truncated(column)))),
    }
}

fn position(column: &Column, ty: &EnumType, label: &str) -> Option<usize> {
    ty.labels.iter().position(|known| column.collation.compare(known, label).is_eq())
}

/// A SET: labels between commas, each once and in the order of the definition, or the number that
/// their bits make.
fn to_set(column: &Column, value: &Value, ty: &EnumType) -> Brought {
    let mut bits = 0u64;
    let mut unknown = false;
    let bytes = matches!(value, Value::Blob(_)).then(|| Value::text(&print(value)));
    match bytes.as_ref().unwrap_or(value) {
        Value::Text(text) => {
            for label in text.split(',').filter(|l| !l.is_empty()) {
                match position(column, ty, label) {
                    Some(at) => bits |= 1 << at,
                    None => unknown = true,
                }
            }
            // What names no label may be the number of its bits.
            let given = text.parse::<u64>().ok().filter(|_| bits == 0);
            if let Some(given) = given {
                let all = (1u64 << ty.labels.len()) - 1;
                (bits, unknown) = (given & all, given & !all != 0);
            }
        }
        other => {
            let all = (1u64 << ty.labels.len()) - 1;
            let given = crate::functions::int(other) as u64;
            (bits, unknown) = (given & all, given & !all != 0);
        }
    }
    let chosen = ty.labels.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
    let labels: Vec<&str> = chosen.map(|(_, label)| &**label).collect();
    let problem = unknown.then(|| Problem::Error(truncated(column)));
    (Value::text(&labels.join(",")), problem)
}

/// What IGNORE and non-strict mode store in the place of NULL ("Data Type Default Values").
pub(super) fn implicit_default(column: &Column) -> Value {
    match &column.ty {
        Type::Int { .. } | Type::Bool | Type::Catalog("bit") => Value::Int(0),
        Type::Float4 | Type::Float8 => Value::Real(0.0),
        Type::Decimal { precision } => {
            let scale = precision.map_or(0, |(_, scale)| usize::from(scale));
            Decimal::from_int(0).round(scale).to_value()
        }
        Type::Bytes { limit, fixed } => {
            let length = if *fixed { limit.unwrap_or(0) } else { 0 };
            Value::Blob(vec![0; length as usize].into())
        }
        Type::Date => Value::text("0000-00-00"),
        Type::Timestamp { fraction, .. } => Value::text(&format!(
            "{} {}",
            Moment::default().date(),
            mysql_time::clock(0, *fraction)
        )),
        Type::Time => Value::text("00:00:00"),
        Type::Catalog(_) => Value::text("0000"),
        // The empty document reads as this (field.cc, `Field_json::val_json`).
        Type::Jsonb => Value::text("null"),
        Type::Enum(ty) => ty.labels.first().map_or(Value::text(""), |l| Value::Text(l.clone())),
        _ => Value::text(""),
    }
}
