//! MySQL: dates and times, which are kept as the texts that it prints: they sort, compare and hash
//! as they should. Sources: "Date and Time Literals", "The DATE, DATETIME, and TIMESTAMP Types",
//! "The TIME Type", "2-Digit Years in Dates"; compared with MariaDB 10.11.

use crate::types::calendar::{civil_from_days, days_from_civil, days_of_month};
use crate::value::Value;

/// A point in time, its parts as written. Year 0 with month 0 and day 0 is the zero date.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Moment {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    /// Microseconds of the day.
    pub(super) micros: i64,
}

/// Why a text is no date or time.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Wrong {
    /// It is not written like one.
    Syntax,
    /// There is no such day or time.
    Range,
    /// It is zero, which the default sql_mode does not allow.
    Zero,
    /// Its month or its day is zero, which that does not allow either.
    Part(Moment),
}

/// Microseconds of a day.
pub(super) const DAY: i64 = 86_400_000_000;

/// Reads a date with or without a time; true when something after it was left out.
pub(super) fn parse(text: &str) -> Result<(Moment, bool), Wrong> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let packed = digits >= 5 && !text[digits..].starts_with(['-', '/', ':']);
    let mut rest = text;
    let mut parts = [0i64; 6];
    let mut count = 0;
    let two_digits;
    if packed {
        two_digits = matches!(digits, 5 | 6 | 12);
        let mut widths = [if two_digits { 2 } else { 4 }, 2, 2, 2, 2, 2].into_iter();
        let mut run = &text[..digits];
        while let (Some(width), false) = (widths.next(), run.is_empty()) {
            let (part, more) = run.split_at(width.min(run.len()));
            parts[count] = part.parse().map_err(|_| Wrong::Syntax)?;
            (run, count) = (more, count + 1);
        }
        rest = text[digits..].trim_start_matches(['T', 't', ' ']);
        if count == 3 && !rest.is_empty() {
            rest = fields(rest, &mut parts, &mut count, 6);
        }
    } else {
        rest = fields(rest, &mut parts, &mut count, 6);
        two_digits = digits <= 2;
    }
    if count < 3 {
        return Err(Wrong::Syntax);
    }
    let mut fraction = 0;
    if count == 6
        && let Some(after) = rest.strip_prefix('.')
    {
        let length = after.bytes().take_while(u8::is_ascii_digit).count();
        let six: String = after[..length].chars().chain("000000".chars()).take(6).collect();
        fraction = six.parse().unwrap_or(0);
        rest = &after[length..];
    }
    let [mut year, month, day, hour, minute, second] = parts;
    if two_digits && (year, month, day) != (0, 0, 0) {
        year += if year < 70 { 2000 } else { 1900 };
    }
    let micros = ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction;
    let moment = Moment { year, month, day, micros };
    if (year, month, day, micros) == (0, 0, 0, 0) {
        return Err(Wrong::Zero);
    }
    let sound = (1..=12).contains(&month) && (1..=days_of_month(year, month)).contains(&day);
    let day_fits =
        (0..=if month == 0 { 31 } else { days_of_month(year, month.min(12)) }).contains(&day);
    if (month == 0 || day == 0)
        && day_fits
        && month <= 12
        && year <= 9999
        && micros < DAY
        && rest.trim().is_empty()
    {
        return Err(Wrong::Part(moment));
    }
    if !sound || year > 9999 || hour > 23 || minute > 59 || second > 59 {
        return Err(Wrong::Range);
    }
    // Of a time with its zone the time in the session's ("Date and Time Literals").
    if count == 6
        && let Some(ahead) = offset(rest)
    {
        return Moment::from_absolute(moment.absolute() - ahead)
            .map(|moment| (moment, false))
            .ok_or(Wrong::Range);
    }
    Ok((moment, !rest.trim().is_empty()))
}

/// `+02:00` in microseconds, up to 14 hours; `-00:00` is none.
pub(super) fn offset(text: &str) -> Option<i64> {
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let two = |part: &str| part.parse().ok().filter(|_| part.len() == 2);
    let (hours, minutes): (i64, i64) = (two(hours)?, two(minutes)?);
    let sum = hours * 60 + minutes;
    let sign = match text.as_bytes()[0] {
        b'+' if sum <= 840 => 1,
        b'-' if (1..840).contains(&sum) => -1,
        _ => return None,
    };
    (minutes < 60).then_some(sign * sum * 60_000_000)
}

/// Numbers with any punctuation between them; what is left of the text.
fn fields<'a>(text: &'a str, parts: &mut [i64; 6], count: &mut usize, most: usize) -> &'a str {
    let mut rest = text;
    while *count < most {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(part) = rest[..digits].parse() else { break };
        parts[*count] = part;
        *count += 1;
        rest = &rest[digits..];
        if *count == most {
            break;
        }
        let after = match *count {
            3 => rest.trim_start_matches(['T', 't', ' ']),
            _ => rest.strip_prefix(|c: char| c.is_ascii_punctuation()).unwrap_or(rest),
        };
        if !after.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        rest = after;
    }
    rest
}

/// Reads a time of day or a length of time as microseconds; true when something was left out.
pub(super) fn parse_time(text: &str) -> Result<(i64, bool), Wrong> {
    let text = text.trim();
    let (sign, body) = match text.strip_prefix('-') {
        Some(body) => (-1, body),
        None => (1, text),
    };
    if body.len() > 9
        && body.as_bytes()[4..].starts_with(b"-")
        && let Ok((moment, _)) = parse(body)
    {
        return Ok((moment.micros, true));
    }
    let (days, clock) = match body.split_once(' ') {
        Some((days, clock)) => (days.parse::<i64>().map_err(|_| Wrong::Syntax)?, clock),
        None => (0, body),
    };
    let end = clock.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.');
    let (clock, left) = clock.split_at(end.unwrap_or(clock.len()));
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let parts: Vec<i64> = whole.split(':').map_while(|p| p.parse().ok()).collect();
    let (hour, minute, second) = match parts[..] {
        [hour, minute, second, ..] => (hour, minute, second),
        [hour, minute] => (hour, minute, 0),
        // Without colons the last two digits are seconds; after a day they are hours.
        [hour] if body.contains(' ') => (hour, 0, 0),
        [packed] => (packed / 10_000, packed / 100 % 100, packed % 100),
        [] => return Err(Wrong::Syntax),
    };
    let six: String = fraction.chars().chain("000000".chars()).take(6).collect();
    let fraction: i64 = six.parse().unwrap_or(0);
    let hours = days.saturating_mul(24).saturating_add(hour);
    if minute > 59 || second > 59 || hours > 838 {
        return Err(Wrong::Range);
    }
    Ok((sign * (((hours * 60 + minute) * 60 + second) * 1_000_000 + fraction), !left.is_empty()))
}

impl Moment {
    /// Microseconds since 1970.
    pub(super) fn absolute(&self) -> i64 {
        days_from_civil(self.year, self.month, self.day) * DAY + self.micros
    }

    /// The moment so many microseconds after 1970 began; none beyond the years 0 to 9999.
    pub(super) fn from_absolute(micros: i64) -> Option<Moment> {
        let (year, month, day) = civil_from_days(micros.div_euclid(DAY));
        let micros = micros.rem_euclid(DAY);
        (0..=9999).contains(&year).then_some(Moment { year, month, day, micros })
    }

    /// Days since 1970.
    pub(super) fn days(&self) -> i64 {
        days_from_civil(self.year, self.month, self.day)
    }

    /// `2024-02-29`.
    pub(super) fn date(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `2024-02-29 12:30:00` with so many digits of a fraction, to which it is rounded.
    pub(super) fn text(&self, digits: u8) -> String {
        let unit = 10i64.pow(6 - u32::from(digits.min(6)));
        let rounded = (self.micros + unit / 2) / unit * unit;
        let moment = match rounded < DAY {
            true => Moment { micros: rounded, ..*self },
            false => Moment::from_absolute(self.absolute() - self.micros + DAY).unwrap_or(*self),
        };
        format!("{} {}", moment.date(), clock(moment.micros, digits))
    }
}

/// `12:30:00.5` with so many digits of a fraction.
pub(super) fn clock(micros: i64, digits: u8) -> String {
    let (sign, micros) = (if micros < 0 { "-" } else { "" }, micros.unsigned_abs());
    let seconds = micros / 1_000_000;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let text = format!("{sign}{hour:02}:{minute:02}:{second:02}");
    if digits == 0 {
        return text;
    }
    let fraction = format!("{:06}", micros % 1_000_000);
    format!("{text}.{}", &fraction[..usize::from(digits.min(6))])
}

/// A value as the text that is read for a date or time.
pub(super) fn written(value: &Value) -> String {
    match value {
        // There are no dates that small (my_time.cc, `number_to_datetime`).
        Value::Int(n) if *n < 0 || (1..101).contains(n) => String::from("-"),
        // Numbers have no zeros in front: 70102 is 2007-01-02.
        Value::Int(n) if (100_000..1_000_000).contains(n) || *n < 100_000 && *n > 0 => {
            format!("{n:06}")
        }
        Value::Int(0) => String::from("0000-00-00"),
        other => super::mysql_types::print(other),
    }
}

/// A date or time as the number that its digits make.
pub(super) fn as_number(text: &str) -> Value {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let number = sign * digits.parse::<i64>().unwrap_or(0);
    match fraction {
        "" => Value::Int(number),
        _ => crate::types::decimal::Decimal::parse(&format!("{number}.{fraction}"))
            .map_or(Value::Int(number), |d| d.to_value()),
    }
}
