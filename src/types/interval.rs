//! PostgreSQL's interval: months, days and microseconds, each counted by itself
//! (datatype-datetime, "Interval Input" and "Interval Output").

use super::calendar::{civil_from_days, days_from_civil, days_of_month};
use super::datetime::DAY;
use crate::value::{TypeOps, Value};

/// interval.
pub static INTERVAL: TypeOps = TypeOps {
    id: super::id::INTERVAL,
    name: "interval",
    compare: |a, b| order(a).cmp(&order(b)),
    hash_key: |bytes| order(bytes).to_le_bytes().to_vec(),
    text: |bytes| Interval::decode(bytes).text(),
    number: |_| None,
};

/// For comparison a month has 30 days and a day 24 hours.
fn order(bytes: &[u8]) -> i128 {
    let Interval { months, days, micros } = Interval::decode(bytes);
    (i128::from(months) * 30 + i128::from(days)) * i128::from(DAY) + i128::from(micros)
}

/// A span of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// Months.
    pub months: i64,
    /// Days.
    pub days: i64,
    /// Microseconds.
    pub micros: i64,
}

impl Interval {
    /// As a value.
    pub fn value(self) -> Value {
        let parts = [self.months, self.days, self.micros];
        let bytes: Vec<u8> = parts.iter().flat_map(|n| n.to_le_bytes()).collect();
        Value::Other(&INTERVAL, bytes.into())
    }

    /// The interval that a value is.
    pub fn of(value: &Value) -> Option<Interval> {
        match value {
            Value::Other(ops, bytes) if ops.id == INTERVAL.id => Some(Interval::decode(bytes)),
            _ => None,
        }
    }

    fn decode(bytes: &[u8]) -> Interval {
        let at = |n: usize| {
            let part = bytes.get(n * 8..n * 8 + 8).and_then(|b| b.try_into().ok());
            part.map_or(0, i64::from_le_bytes)
        };
        Interval { months: at(0), days: at(1), micros: at(2) }
    }

    /// The same backwards.
    pub fn negated(self) -> Interval {
        Interval {
            months: self.months.saturating_neg(),
            days: self.days.saturating_neg(),
            micros: self.micros.saturating_neg(),
        }
    }

    /// The sum of two.
    pub fn plus(self, other: Interval) -> Interval {
        Interval {
            months: self.months.saturating_add(other.months),
            days: self.days.saturating_add(other.days),
            micros: self.micros.saturating_add(other.micros),
        }
    }

    /// So many times as long.
    pub fn times(self, factor: f64) -> Interval {
        let months = self.months as f64 * factor;
        let days = self.days as f64 * factor + (months - months.trunc()) * 30.0;
        let micros = self.micros as f64 * factor + (days - days.trunc()) * DAY as f64;
        Interval { months: months as i64, days: days as i64, micros: micros.round() as i64 }
    }

    /// The moment so much later: months first, the day cut to the month's last, then the rest. None when it
    /// is past what a timestamp holds (datatype-datetime, table 8.9).
    pub fn after(self, micros: i64) -> Option<i64> {
        let (day, time) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
        let (year, month, date) = civil_from_days(day);
        let month = (year * 12 + month - 1).checked_add(self.months)?;
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
        if !(-5_000..=300_000).contains(&year) {
            return None;
        }
        let date = date.min(days_of_month(year, month));
        let days = i128::from(days_from_civil(year, month, date)) + i128::from(self.days);
        let moment = days * i128::from(DAY) + i128::from(time) + i128::from(self.micros);
        // What is left of the last years is more than microseconds since 1970 can count.
        let moment = i64::try_from(moment).ok()?;
        (moment >= days_from_civil(-4713, 11, 24) * DAY).then_some(moment)
    }

    /// `1 year 2 mons 3 days 04:05:06`.
    pub fn text(self) -> String {
        let mut parts = Vec::new();
        // What follows a part below zero says its sign (datatype-interval-output).
        let mut below = false;
        let mut part = |n: i64, one: &str, many: &str| {
            if n != 0 {
                let plus = if below && n > 0 { "+" } else { "" };
                parts.push(format!("{plus}{n} {}", if n == 1 { one } else { many }));
                below = n < 0;
            }
        };
        part(self.months / 12, "year", "years");
        part(self.months % 12, "mon", "mons");
        part(self.days, "day", "days");
        if self.micros != 0 || parts.is_empty() {
            let sign = if self.micros < 0 {
                "-"
            } else if below {
                "+"
            } else {
                ""
            };
            let time = super::datetime::time_text(self.micros.saturating_abs());
            parts.push(format!("{sign}{time}"));
        }
        parts.join(" ")
    }

    /// Reads `1 day 2 hours`, `1-2`, `04:05:06`, `3 days ago` and the like; none when it is
    /// written otherwise.
    pub fn parse(text: &str) -> Option<Interval> {
        let mut result = Interval::default();
        let lower = text.trim().trim_start_matches('@').to_ascii_lowercase();
        if let Some(rest) = lower.strip_prefix('p') {
            return iso(rest);
        }
        let mut words = lower.split_ascii_whitespace().peekable();
        let mut any = false;
        while let Some(word) = words.next() {
            if word == "ago" && any && words.peek().is_none() {
                return Some(result.negated());
            }
            any = true;
            if word.contains(':') {
                let (sign, clock) = match word.strip_prefix('-') {
                    Some(rest) => (-1, rest),
                    None => (1, word.trim_start_matches('+')),
                };
                result.micros = result.micros.checked_add(sign * clock_micros(clock)?)?;
                continue;
            }
            // Years and months.
            let (sign, plain) = match word.strip_prefix('-') {
                Some(rest) => (-1, rest),
                None => (1, word.trim_start_matches('+')),
            };
            if let Some((years, months)) = plain.split_once('-') {
                let (years, months): (i64, i64) = (years.parse().ok()?, months.parse().ok()?);
                if !(0..12).contains(&months) {
                    return None;
                }
                let all = years.checked_mul(12)?.checked_add(months)?;
                result.months = result.months.checked_add(sign * all)?;
                continue;
            }
            let split = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
            let amount: f64 = word[..split].parse().ok()?;
            let unit = match &word[split..] {
                // A bare number before a time is of days.
                "" if words.peek().is_some_and(|w| w.contains(':')) => "day",
                "" => words
                    .next_if(|w| w.starts_with(|c: char| c.is_ascii_alphabetic()))
                    .unwrap_or("second"),
                unit => unit,
            };
            result = result.plus(of_unit(unit)?.times(amount));
        }
        any.then_some(result)
    }
}

/// `26:03:04.5`: hours as many as are written, and where there is a fraction in `3:04.5` minutes.
fn clock_micros(clock: &str) -> Option<i64> {
    let mut parts = [0.0; 3];
    let mut count = 0;
    for part in clock.split(':') {
        let number: f64 = part.parse().ok()?;
        *parts.get_mut(count)? = number;
        count += 1;
    }
    if count == 2 && clock.contains('.') {
        parts = [0.0, parts[0], parts[1]];
    }
    let [hours, minutes, seconds] = parts;
    if !(0.0..1e9).contains(&hours)
        || !(0.0..60.0).contains(&minutes)
        || !(0.0..=60.0).contains(&seconds)
    {
        return None;
    }
    let whole = (hours * 3600.0 + minutes * 60.0) as i64 * 1_000_000;
    Some(whole + (seconds * 1e6).round() as i64)
}

/// ISO 8601 with designators, after the `p`: `1y2m3dt4h5m6s`.
fn iso(text: &str) -> Option<Interval> {
    let (mut result, mut rest, mut time) = (Interval::default(), text, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('t').filter(|_| !time) {
            (rest, time) = (after, true);
            continue;
        }
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let amount: f64 = rest[..end].parse().ok()?;
        let unit = match (&rest[end..=end], time) {
            ("y", false) => "year",
            ("m", false) => "month",
            ("w", false) => "week",
            ("d", false) => "day",
            ("h", true) => "hour",
            ("m", true) => "minute",
            ("s", true) => "second",
            _ => return None,
        };
        result = result.plus(of_unit(unit)?.times(amount));
        rest = &rest[end + 1..];
    }
    (!text.is_empty()).then_some(result)
}

/// One of a unit.
pub fn of_unit(unit: &str) -> Option<Interval> {
    let months = |months| Interval { months, ..Interval::default() };
    let days = |days| Interval { days, ..Interval::default() };
    let micros = |micros| Interval { micros, ..Interval::default() };
    Some(match unit.strip_suffix('s').unwrap_or(unit) {
        "millennium" | "millennia" => months(12_000),
        "century" | "centurie" => months(1200),
        "decade" => months(120),
        "year" | "yr" | "y" => months(12),
        "month" | "mon" => months(1),
        "week" | "w" => days(7),
        "day" | "d" => days(1),
        "hour" | "hr" | "h" => micros(3_600_000_000),
        "minute" | "min" | "m" => micros(60_000_000),
        "second" | "sec" | "" => micros(1_000_000),
        "millisecond" | "msec" => micros(1000),
        "microsecond" | "usec" | "u" => micros(1),
        _ => return None,
    })
}
