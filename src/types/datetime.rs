//! Dates, times of day and timestamps as values: days and microseconds since 1970, printed in ISO
//! form. [`parse`] reads the common forms of text; a dialect's errors about others are its own.
//! Spans of time are in `interval`.

use std::cmp::Ordering;

use super::calendar::{civil_from_days, days_from_civil, days_of_month};
use crate::value::{TypeOps, Value};

/// Microseconds of a day.
pub const DAY: i64 = 86_400_000_000;

/// date: days since 1970-01-01.
pub static DATE: TypeOps = ops(super::id::DATE, "date", |bytes| date_text(number(bytes)));
/// time: microseconds since midnight.
pub static TIME: TypeOps = ops(super::id::TIME, "time", |bytes| time_text(number(bytes)));
/// timestamp: microseconds since 1970-01-01 00:00:00.
pub static TIMESTAMP: TypeOps =
    ops(super::id::TIMESTAMP, "timestamp", |bytes| timestamp_text(number(bytes)));
/// timestamptz: the same, of UTC.
pub static TIMESTAMPTZ: TypeOps =
    ops(super::id::TIMESTAMPTZ, "timestamptz", |bytes| match number(bytes) {
        i64::MIN | i64::MAX => timestamp_text(number(bytes)),
        micros => format!("{}+00", timestamp_text(micros)),
    });

const fn ops(id: u8, name: &'static str, text: fn(&[u8]) -> String) -> TypeOps {
    TypeOps { id, name, compare, hash_key: |bytes| bytes.to_vec(), text, number: |_| None }
}

fn compare(a: &[u8], b: &[u8]) -> Ordering {
    number(a).cmp(&number(b))
}

/// The number in encoded bytes.
fn number(bytes: &[u8]) -> i64 {
    bytes.try_into().map_or(0, i64::from_le_bytes)
}

/// A value of one of these types.
pub fn value(ops: &'static TypeOps, number: i64) -> Value {
    Value::Other(ops, number.to_le_bytes().into())
}

/// The days or microseconds of a value of one of these types.
pub fn number_of(value: &Value) -> Option<i64> {
    match value {
        Value::Other(ops, bytes)
            if (super::id::DATE..=super::id::TIMESTAMPTZ).contains(&ops.id) =>
        {
            Some(number(bytes))
        }
        _ => None,
    }
}

/// `2024-02-29`; years before Christ as PostgreSQL writes them.
pub fn date_text(days: i64) -> String {
    match days {
        i64::MAX => return "infinity".to_string(),
        i64::MIN => return "-infinity".to_string(),
        _ => {}
    }
    let (year, month, day) = civil_from_days(days);
    match year {
        1.. => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{:04}-{month:02}-{day:02} BC", 1 - year),
    }
}

/// `12:30:00.5`.
pub fn time_text(micros: i64) -> String {
    let seconds = micros / 1_000_000;
    let text = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    match micros % 1_000_000 {
        0 => text,
        fraction => format!("{text}.{fraction:06}").trim_end_matches('0').to_string(),
    }
}

fn timestamp_text(micros: i64) -> String {
    match micros {
        i64::MAX | i64::MIN => date_text(micros),
        _ => {
            let date = date_text(micros.div_euclid(DAY));
            format!("{date} {}", time_text(micros.rem_euclid(DAY)))
        }
    }
}

/// What a text says of date and time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moment {
    /// Days since 1970-01-01; the greatest and least number stand for the infinities.
    pub days: Option<i64>,
    /// Microseconds since midnight.
    pub time: Option<i64>,
    /// Seconds by which the clock is ahead of UTC.
    pub zone: Option<i64>,
}

/// Why a text is no date or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not written like one.
    Syntax,
    /// It is, and there is no such day or time.
    Range,
    /// It is, and there is no such month, or no month with such a day.
    Field,
}

/// Reads a date, a time or both: `2024-02-29`, `20240229`, `12:30[:15.25]`, `T` or a blank
/// between them, `Z` or `+02[:00]` after; `epoch` and the infinities.
///
/// # Errors
/// [`Wrong`].
pub fn parse(text: &str) -> Result<Moment, Wrong> {
    let text = text.trim().to_ascii_lowercase();
    match &*text {
        "epoch" => return Ok(Moment { days: Some(0), time: Some(0), zone: Some(0) }),
        "infinity" | "+infinity" => {
            return Ok(Moment { days: Some(i64::MAX), ..Moment::default() });
        }
        "-infinity" => return Ok(Moment { days: Some(i64::MIN), ..Moment::default() }),
        _ => {}
    }
    let mut moment = Moment::default();
    let text = month_as_number(&text).unwrap_or(text);
    let mut rest = &*text;
    if !rest.split([' ', 't']).next().unwrap_or("").contains(':') {
        let end = rest.find([' ', 't']).unwrap_or(rest.len());
        moment.days = Some(parse_date(&rest[..end])?);
        rest = rest[end..].trim_start_matches(['t', ' ']);
    }
    if rest.is_empty() {
        return if moment.days.is_some() { Ok(moment) } else { Err(Wrong::Syntax) };
    }
    let end = rest.find(['+', '-', 'z', ' ', 'a', 'p']).unwrap_or(rest.len());
    let mut time = parse_time(&rest[..end])?;
    let mut zone = rest[end..].trim();
    if let Some(after) = zone.strip_prefix("am").or_else(|| zone.strip_prefix("pm")) {
        let hour = time / 3_600_000_000;
        if hour > 12 {
            return Err(Wrong::Range);
        }
        time += match (zone.starts_with('p'), hour) {
            (true, 0..12) => DAY / 2,
            (false, 12) => -DAY / 2,
            _ => 0,
        };
        zone = after.trim();
    }
    moment.time = Some(time);
    if !zone.is_empty() {
        moment.zone = Some(parse_zone(zone)?);
    }
    Ok(moment)
}

/// `january 5, 2024 …`, `5 jan 2024 …`, `5-jan-2024`: a date whose month is a word, as `2024-1-5 …`.
fn month_as_number(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let from = text.find(|c: char| c.is_ascii_alphabetic())?;
    let letters = text[from..].find(|c: char| !c.is_ascii_alphabetic());
    let end = letters.map_or(text.len(), |n| from + n);
    let word = &text[from..end];
    let is = |name: &&str| *name == word || word.len() == 3 && name.starts_with(word);
    let month = MONTHS.iter().position(is)? + 1;
    let blank = |c: char| c == ' ' || c == ',' || c == '-' || c == '.';
    let before = text[..from].trim_matches(blank);
    let mut after = text[end..].trim_start_matches(blank).splitn(2, blank);
    let next = after.next()?;
    let mut rest = after.next().unwrap_or("").trim_start_matches(blank);
    let (day, year) = match before {
        "" => {
            let (year, time) = rest.split_once(blank).unwrap_or((rest, ""));
            rest = time;
            (next, year)
        }
        day if day.len() > 2 => (next, day),
        day => (day, next),
    };
    Some(format!("{year}-{month}-{day} {rest}").trim().to_string())
}

fn parse_date(text: &str) -> Result<i64, Wrong> {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let (year, month, day) = match &parts[..] {
        [all] if digits(all) && all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        // The year comes first when it has more than two digits, else month, day, year.
        [year, month, day] if year.len() > 2 && month.len() < 3 => (*year, *month, *day),
        [month, day, year] if month.len() < 3 => (*year, *month, *day),
        _ => return Err(Wrong::Syntax),
    };
    if ![year, month, day].into_iter().all(digits) {
        return Err(Wrong::Syntax);
    }
    let read = |s: &str| s.parse::<i64>().map_err(|_| Wrong::Range);
    let (year, month, day) = (read(year)?, read(month)?, read(day)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return Err(Wrong::Field);
    }
    let sound = (1..=5_874_897).contains(&year);
    if !sound || !(1..=days_of_month(year, month)).contains(&day) {
        return Err(Wrong::Range);
    }
    Ok(days_from_civil(year, month, day))
}

fn parse_time(text: &str) -> Result<i64, Wrong> {
    let parts: Vec<&str> = text.split(':').collect();
    let (hour, minute, second) = match &parts[..] {
        [hour, minute] => (*hour, *minute, "0"),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return Err(Wrong::Syntax),
    };
    let whole = |s: &str| match s.bytes().all(|b| b.is_ascii_digit()) && !s.is_empty() {
        true => s.parse::<i64>().map_err(|_| Wrong::Range),
        false => Err(Wrong::Syntax),
    };
    let (seconds, fraction) = second.split_once('.').unwrap_or((second, ""));
    let micros = match fraction {
        "" => 0,
        // The seventh digit rounds.
        digits => (whole(&format!("{digits:0<7}")[..7])? + 5) / 10,
    };
    let (hour, minute, second) = (whole(hour)?, whole(minute)?, whole(seconds)?);
    let sum = ((hour * 60 + minute) * 60 + second) * 1_000_000 + micros;
    if minute > 59 || second > 60 || sum > DAY {
        return Err(Wrong::Range);
    }
    Ok(sum)
}

fn parse_zone(text: &str) -> Result<i64, Wrong> {
    if matches!(text, "z" | "utc" | "gmt") {
        return Ok(0);
    }
    let (sign, rest) = match text.split_at_checked(1) {
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        _ => return Err(Wrong::Syntax),
    };
    let rest = rest.replace(':', "");
    if rest.is_empty() || rest.len() > 4 || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Wrong::Syntax);
    }
    let number: i64 = rest.parse().map_err(|_| Wrong::Range)?;
    let (hours, minutes) = if rest.len() > 2 { (number / 100, number % 100) } else { (number, 0) };
    if hours > 15 || minutes > 59 {
        return Err(Wrong::Range);
    }
    Ok(sign * (hours * 3600 + minutes * 60))
}

impl Moment {
    /// Microseconds since 1970-01-01 00:00, without a look at the zone.
    pub fn micros(&self) -> i64 {
        match self.days {
            Some(days @ (i64::MIN | i64::MAX)) => days,
            days => days.unwrap_or(0).saturating_mul(DAY).saturating_add(self.time.unwrap_or(0)),
        }
    }

    /// The same in UTC, the zone being UTC where none is given.
    pub fn utc_micros(&self) -> i64 {
        match self.micros() {
            infinite @ (i64::MIN | i64::MAX) => infinite,
            micros => micros - self.zone.unwrap_or(0) * 1_000_000,
        }
    }
}
