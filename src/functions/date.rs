//! Dates and times of SQLite (date.c). An instant is a number of milliseconds of julian days, as
//! there: noon of 24 November 4714 BC is 0.

use super::{real, text};
use crate::plan::function::{Function, Host};
use crate::types::calendar::{civil_from_days, days_from_civil, weekday};
use crate::types::number;
use crate::value::Value;

/// A function of a time value and modifiers, as a static of the given name.
macro_rules! of_time {
    ($($(#[$doc:meta])* $id:ident, $name:literal, $show:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $id: Function = Function {
                name: $name,
                strict: false,
                pure: false,
                call: |host, args| {
                    let show: fn(Instant) -> Value = $show;
                    Ok(instant(host, args).map_or(Value::Null, show))
                },
            };
        )*
    };
}

of_time! {
    /// `CURRENT_DATE`.
    CURRENT_DATE, "current_date", |at| Value::text(&show_date(at));
    /// `CURRENT_TIME`.
    CURRENT_TIME, "current_time", |at| Value::text(&show_time(at));
    /// `CURRENT_TIMESTAMP`.
    CURRENT_TIMESTAMP, "current_timestamp", |at| {
        Value::text(&format!("{} {}", show_date(at), show_time(at)))
    };
    /// `date(…)`.
    DATE, "date", |at| Value::text(&show_date(at));
    /// `time(…)`.
    TIME, "time", |at| Value::text(&show_time(at));
    /// `datetime(…)`.
    DATETIME, "datetime", |at| Value::text(&format!("{} {}", show_date(at), show_time(at)));
    /// `julianday(…)`.
    JULIANDAY, "julianday", |at| Value::Real(at.ms as f64 / DAY as f64);
    /// `unixepoch(…)`.
    UNIXEPOCH, "unixepoch", |at| match at.subsecond {
        false => Value::Int((at.ms - EPOCH).div_euclid(1000)),
        true => Value::Real((at.ms - EPOCH) as f64 / 1000.0),
    };
}

/// `strftime(FORMAT, …)`.
pub static STRFTIME: Function = Function {
    name: "strftime",
    strict: false,
    pure: false,
    call: |host, args| {
        let Some((format, args)) = args.split_first() else { return Ok(Value::Null) };
        if format.is_null() {
            return Ok(Value::Null);
        }
        let Some(at) = instant(host, args) else { return Ok(Value::Null) };
        Ok(strftime(&text(format), at).map_or(Value::Null, |t| Value::text(&t)))
    },
};

/// `timediff(A, B)`: what is to be added to B to reach A.
pub static TIMEDIFF: Function = Function {
    name: "timediff",
    strict: false,
    pure: false,
    call: |host, args| {
        let (Some(a), Some(b)) = (instant(host, &args[..1]), instant(host, &args[1..])) else {
            return Ok(Value::Null);
        };
        Ok(Value::text(&difference(a, b)))
    },
};

/// As date.c, `timediffFunc`: years and months by which B is brought near A, then the rest.
fn difference(a: Instant, mut b: Instant) -> String {
    let step = if a.ms >= b.ms { 1 } else { -1 };
    let (to, mut from) = (a.parts(), b.parts());
    let mut months = step * ((to.year - from.year) * 12 + to.month - from.month);
    (from.year, from.month) = (to.year, to.month);
    b.set(from);
    while step * a.ms < step * b.ms {
        months -= 1;
        let all = from.year * 12 + from.month - 1 - step;
        (from.year, from.month) = (all.div_euclid(12), all.rem_euclid(12) + 1);
        b.set(from);
    }
    let rest = (a.ms - b.ms).abs();
    let sign = if step > 0 { '+' } else { '-' };
    let time = show_time(Instant { ms: EPOCH + rest % DAY, subsecond: true, ..a });
    format!("{sign}{:04}-{:02}-{:02} {time}", months / 12, months % 12, rest / DAY)
}

const DAY: i64 = 86_400_000;
/// 1970-01-01.
const EPOCH: i64 = 210_866_760_000_000;
/// One past 9999-12-31 23:59:59.999.
const END: i64 = 464_269_060_800_000;

/// A point in time.
#[derive(Clone, Copy, Debug)]
struct Instant {
    ms: i64,
    subsecond: bool,
    /// The number that was given, which a first modifier may still read otherwise.
    raw: Option<f64>,
    /// Days by which the last addition of months went past the end of the month.
    overflow: i64,
}

/// Date and time of day.
#[derive(Clone, Copy)]
struct Parts {
    year: i64,
    month: i64,
    day: i64,
    /// Milliseconds since midnight.
    time: i64,
}

impl Instant {
    fn parts(self) -> Parts {
        let since = self.ms.saturating_sub(EPOCH);
        let (year, month, day) = civil_from_days(since.div_euclid(DAY));
        Parts { year, month, day, time: since.rem_euclid(DAY) }
    }

    fn set(&mut self, parts: Parts) {
        let days = days_from_civil(parts.year, parts.month, parts.day);
        self.ms = EPOCH.saturating_add(days.saturating_mul(DAY)).saturating_add(parts.time);
    }
}

/// The instant of a time value and its modifiers; none when something is not understood.
fn instant(host: &mut dyn Host, args: &[Value]) -> Option<Instant> {
    let Some((first, modifiers)) = args.split_first() else { return Some(now(host)) };
    let mut at = match first {
        Value::Null => return None,
        Value::Int(_) | Value::Real(_) => from_number(real(first))?,
        other => parse(&text(other), host)?,
    };
    if at.raw.is_none() && !(0..END).contains(&at.ms) {
        return None;
    }
    for (number, modifier) in modifiers.iter().enumerate() {
        if modifier.is_null() {
            return None;
        }
        apply(&mut at, text(modifier).trim_start(), number == 0)?;
        if !(0..END).contains(&at.ms) {
            return None;
        }
    }
    if at.raw.is_some_and(|raw| !(0.0..5_373_484.5).contains(&raw)) {
        return None;
    }
    Some(at)
}

fn now(host: &mut dyn Host) -> Instant {
    host.session().asked_now = true;
    let ms = EPOCH + host.session().now() as i64;
    Instant { ms, subsecond: false, raw: None, overflow: 0 }
}

fn from_number(number: f64) -> Option<Instant> {
    // Far beyond any date, where `END` refuses it, and near enough to count with.
    let ms = (number * DAY as f64 + 0.5).clamp(-1e16, 1e16) as i64;
    Some(Instant { ms, subsecond: false, raw: Some(number), overflow: 0 })
}

/// Reads one of the forms of lang_datefunc.html, section 2.
fn parse(text: &str, host: &mut dyn Host) -> Option<Instant> {
    if text.eq_ignore_ascii_case("now") {
        return Some(now(host));
    }
    if ["subsec", "subsecond"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return Some(Instant { subsecond: true, ..now(host) });
    }
    if let Some(at) = parse_date(text) {
        return Some(at);
    }
    if let Some((time, zone)) = parse_time(text) {
        let mut at = Instant { ms: 0, subsecond: false, raw: None, overflow: 0 };
        at.set(Parts { year: 2000, month: 1, day: 1, time: time - zone });
        return Some(at);
    }
    match number::whole_text_number(text)? {
        number @ (Value::Int(_) | Value::Real(_)) => from_number(real(&number)),
        _ => None,
    }
}

fn parse_date(text: &str) -> Option<Instant> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let year = digits(rest, 0, 4)?;
    let month = digits(rest.strip_prefix(&rest[..4])?.strip_prefix('-')?, 0, 2)?;
    let day = digits(rest.get(7..)?.strip_prefix('-')?, 0, 2)?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let tail = rest.get(10..)?.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == 'T');
    let (time, zone) = if tail.is_empty() { (0, 0) } else { parse_time(tail)? };
    let year = if negative { -year } else { year };
    let mut at = Instant { ms: 0, subsecond: false, raw: None, overflow: 0 };
    at.overflow = (day - crate::types::calendar::days_of_month(year, month)).max(0);
    at.set(Parts { year, month, day, time: time - zone });
    Some(at)
}

fn digits(text: &str, from: usize, count: usize) -> Option<i64> {
    let part = text.get(from..from + count)?;
    part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
}

/// `HH:MM[:SS[.SSS]][zone]`: milliseconds of the day and of the zone.
fn parse_time(text: &str) -> Option<(i64, i64)> {
    let hours = digits(text, 0, 2)?;
    let minutes = digits(text.get(2..)?.strip_prefix(':')?, 0, 2)?;
    let mut rest = text.get(5..)?;
    let mut ms = 0;
    if let Some(seconds) = rest.strip_prefix(':') {
        ms = digits(seconds, 0, 2)? * 1000;
        if ms >= 60_000 {
            return None;
        }
        rest = &seconds[2..];
        if let Some(fraction) = rest.strip_prefix('.') {
            let end = fraction.bytes().take_while(u8::is_ascii_digit).count();
            if end > 0 {
                let part: f64 = format!("0.{}", &fraction[..end]).parse().unwrap_or(0.0);
                // It is never rounded up to the next second (date.c, parseHhMmSs).
                ms += (part.min(0.999) * 1000.0 + 0.5) as i64;
                rest = &fraction[end..];
            }
        }
    }
    if hours > 24 || minutes > 59 {
        return None;
    }
    Some((hours * 3_600_000 + minutes * 60_000 + ms, parse_zone(rest.trim())?))
}

fn parse_zone(text: &str) -> Option<i64> {
    if text.is_empty() || text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = match text.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let hours = digits(text, 1, 2)?;
    let minutes = digits(text.get(3..)?.strip_prefix(':')?, 0, 2)?;
    let fits = text.len() == 6 && hours <= 14 && minutes <= 59;
    fits.then_some(sign * (hours * 3_600_000 + minutes * 60_000))
}

/// Applies a modifier; none when it is not understood.
fn apply(at: &mut Instant, modifier: &str, first: bool) -> Option<()> {
    let lower = modifier.to_ascii_lowercase();
    let raw = at.raw.take();
    let parts = at.parts();
    match lower.as_str() {
        "auto" if !first => return None,
        "auto" => {
            if let Some(number) = raw
                && !(0.0..5_373_484.5).contains(&number)
            {
                return from_epoch(at, number);
            }
        }
        "julianday" => {
            raw.filter(|n| first && (0.0..5_373_484.5).contains(n))?;
        }
        "unixepoch" => return from_epoch(at, raw.filter(|_| first)?),
        "localtime" | "utc" | "ceiling" => {}
        "floor" => at.ms -= at.overflow * DAY,
        "subsec" | "subsecond" => {
            at.subsecond = true;
            at.raw = raw;
        }
        "start of day" => at.set(Parts { time: 0, ..parts }),
        "start of month" => at.set(Parts { day: 1, time: 0, ..parts }),
        "start of year" => at.set(Parts { month: 1, day: 1, time: 0, ..parts }),
        "end of day" => at.set(Parts { time: DAY - 1, ..parts }),
        "end of month" => {
            let day = crate::types::calendar::days_of_month(parts.year, parts.month);
            at.set(Parts { day, time: DAY - 1, ..parts });
        }
        "end of year" => at.set(Parts { month: 12, day: 31, time: DAY - 1, ..parts }),
        // From here on the instant itself is asked for, which a number far off is not (date.c, computeJD).
        _ if raw.is_some_and(|raw| !(0.0..5_373_484.5).contains(&raw)) => return None,
        _ => match lower.strip_prefix("weekday ") {
            Some(day) => move_to_weekday(at, day)?,
            None => shift(at, &lower)?,
        },
    }
    Some(())
}

fn from_epoch(at: &mut Instant, seconds: f64) -> Option<()> {
    let ms = seconds * 1000.0 + EPOCH as f64;
    (0.0..END as f64).contains(&ms).then(|| at.ms = (ms + 0.5) as i64)
}

fn move_to_weekday(at: &mut Instant, day: &str) -> Option<()> {
    let wanted = real(&number::whole_text_number(day)?);
    if wanted.fract() != 0.0 || !(-6.0..=6.0).contains(&wanted) {
        return None;
    }
    let own = weekday((at.ms - EPOCH).div_euclid(DAY));
    let ahead = (wanted.abs() as i64 - own).rem_euclid(7);
    let back = if ahead != 0 && day.contains('-') { 7 } else { 0 };
    at.ms += (ahead - back) * DAY;
    Some(())
}

/// `+N days` and its relatives, `+HH:MM:SS`, `+YYYY-MM-DD HH:MM`.
fn shift(at: &mut Instant, modifier: &str) -> Option<()> {
    if !(0..END).contains(&at.ms) {
        return None;
    }
    if let Some(done) = shift_by_date(at, modifier) {
        return done;
    }
    let end = modifier.find([':', ' ', '\t']).unwrap_or(modifier.len());
    if modifier[end..].starts_with(':') {
        let (negative, time) = match modifier.as_bytes()[0] {
            b'-' => (true, &modifier[1..]),
            b'+' => (false, &modifier[1..]),
            _ => (false, modifier),
        };
        let (time, _) = parse_time(time)?;
        at.ms += if negative { -time } else { time };
        return Some(());
    }
    let amount = real(&number::whole_text_number(&modifier[..end])?);
    let unit = modifier[end..].trim_start();
    if !(3..=10).contains(&unit.len()) {
        return None;
    }
    let unit = unit.strip_suffix('s').unwrap_or(unit);
    let (limit, seconds) = match unit {
        "second" => (4.6427e14, 1.0),
        "minute" => (7.7379e12, 60.0),
        "hour" => (1.2897e11, 3600.0),
        "day" => (5_373_485.0, 86_400.0),
        "month" => (176_546.0, 2_592_000.0),
        "year" => (14_713.0, 31_536_000.0),
        _ => return None,
    };
    if amount.abs() >= limit {
        return None;
    }
    let mut rest = amount;
    match unit {
        "month" => add_months(at, amount.trunc() as i64),
        "year" => add_months(at, amount.trunc() as i64 * 12),
        _ => at.overflow = 0,
    }
    if matches!(unit, "month" | "year") {
        rest = amount.fract();
    }
    let round = if amount < 0.0 { -0.5 } else { 0.5 };
    at.ms += (rest * 1000.0 * seconds + round) as i64;
    Some(())
}

fn add_months(at: &mut Instant, months: i64) {
    let mut parts = at.parts();
    let all = parts.year * 12 + parts.month - 1 + months;
    (parts.year, parts.month) = (all.div_euclid(12), all.rem_euclid(12) + 1);
    let last = crate::types::calendar::days_of_month(parts.year, parts.month);
    at.overflow = (parts.day - last).max(0);
    at.set(parts);
}

/// `(+|-)YYYY-MM-DD[ HH:MM[:SS]]`; none when the modifier does not have this form.
fn shift_by_date(at: &mut Instant, modifier: &str) -> Option<Option<()>> {
    let negative = match modifier.as_bytes().first() {
        Some(b'+') => false,
        Some(b'-') => true,
        _ => return None,
    };
    let year = digits(modifier, 1, 4)?;
    let rest = modifier.get(5..)?.strip_prefix('-')?;
    Some((|| {
        let month = digits(rest, 0, 2).filter(|m| *m < 12)?;
        let day = digits(rest.get(2..)?.strip_prefix('-')?, 0, 2).filter(|d| *d < 31)?;
        let time = match rest.get(5..)? {
            "" => 0,
            time => parse_time(time.strip_prefix(' ')?)?.0,
        };
        let sign = if negative { -1 } else { 1 };
        add_months(at, sign * (year * 12 + month));
        at.ms += sign * (day * DAY + time);
        Some(())
    })())
}

fn show_date(at: Instant) -> String {
    let Parts { year, month, day, .. } = at.parts();
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}-{month:02}-{day:02}", year.abs())
}

fn show_time(at: Instant) -> String {
    let time = at.parts().time;
    let (hours, minutes) = (time / 3_600_000, time / 60_000 % 60);
    let ms = time % 60_000;
    match at.subsecond {
        false => format!("{hours:02}:{minutes:02}:{:02}", ms / 1000),
        true => format!("{hours:02}:{minutes:02}:{:02}.{:03}", ms / 1000, ms % 1000),
    }
}

fn strftime(format: &str, at: Instant) -> Option<String> {
    let Parts { year, month, day, time } = at.parts();
    let days = (at.ms - EPOCH).div_euclid(DAY);
    let of_year = days - days_from_civil(year, 1, 1);
    let (hour, minute, second) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60);
    let half = |hour: i64| if hour % 12 == 0 { 12 } else { hour % 12 };
    let mut out = String::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            out.push(letter);
            continue;
        }
        // Monday of the week decides for %W, Sunday for %U, Thursday for the ISO forms.
        let monday = (weekday(days) + 6) % 7;
        let thursday = days - monday + 3;
        let (iso_year, _, _) = civil_from_days(thursday);
        let part = match letters.next()? {
            'd' => format!("{day:02}"),
            'e' => format!("{day:2}"),
            'f' => format!("{second:02}.{:03}", time % 1000),
            'F' => show_date(at),
            'G' => format!("{iso_year:04}"),
            'g' => format!("{:02}", iso_year % 100),
            'H' => format!("{hour:02}"),
            'I' => format!("{:02}", half(hour)),
            'j' => format!("{:03}", of_year + 1),
            'J' => super::format::formatted("%.16g", &[Value::Real(at.ms as f64 / DAY as f64)]),
            'k' => format!("{hour:2}"),
            'l' => format!("{:2}", half(hour)),
            'm' => format!("{month:02}"),
            'M' => format!("{minute:02}"),
            'p' => if hour >= 12 { "PM" } else { "AM" }.to_string(),
            'P' => if hour >= 12 { "pm" } else { "am" }.to_string(),
            'R' => format!("{hour:02}:{minute:02}"),
            's' if at.subsecond => format!("{:.3}", (at.ms - EPOCH) as f64 / 1000.0),
            's' => ((at.ms - EPOCH).div_euclid(1000)).to_string(),
            'S' => format!("{second:02}"),
            'T' => format!("{hour:02}:{minute:02}:{second:02}"),
            'u' => (monday + 1).to_string(),
            'U' => format!("{:02}", (of_year + 7 - weekday(days)) / 7),
            'V' => format!("{:02}", (thursday - days_from_civil(iso_year, 1, 1)) / 7 + 1),
            'w' => weekday(days).to_string(),
            'W' => format!("{:02}", (of_year + 7 - monday) / 7),
            'Y' => format!("{year:04}"),
            '%' => "%".to_string(),
            _ => return None,
        };
        out.push_str(&part);
    }
    Some(out)
}
