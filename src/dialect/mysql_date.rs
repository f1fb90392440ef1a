//! MySQL: functions of dates and times ("Date and Time Functions"). What is no date gives NULL.

use std::rc::Rc;

use super::mysql_expr::{BIGINT, call};
use super::mysql_time::{self, DAY, Moment, Wrong};
use crate::error::ErrorKind;
use crate::functions::{int, text};
use crate::plan::expr::{Bind, Bound};
use crate::plan::function::{Function, Host};
use crate::plan::node::Expr;
use crate::types::calendar::{DAYS, MONTHS, days_from_civil, days_of_month, weekday};
use crate::types::{Type, number};
use crate::value::Value;

const fn of(
    name: &'static str,
    call: fn(&mut dyn Host, &[Value]) -> Result<Value, ErrorKind>,
) -> Function {
    Function { name, strict: true, pure: true, call }
}

/// A moment from 0 to 6 digits of a fraction.
pub(super) const fn datetime(fraction: u8) -> Type {
    Type::Timestamp { zone: false, fraction }
}

type Found = Result<Option<Moment>, ErrorKind>;

fn moment(host: &mut dyn Host, value: &Value) -> Found {
    match mysql_time::parse(&mysql_time::written(value)) {
        Ok((moment, _)) => Ok(Some(moment)),
        Err(_) => told(host, "Incorrect datetime", value).map(|()| None),
    }
}

/// The parts of a date, some of which may be zero.
fn date_parts(host: &mut dyn Host, value: &Value) -> Found {
    match mysql_time::parse(&mysql_time::written(value)) {
        Err(Wrong::Part(moment)) => Ok(Some(moment)),
        Err(Wrong::Zero) => Ok(Some(Moment::default())),
        _ => moment(host, value),
    }
}

/// Tells of what is no date or time (sql_time.cc, `make_truncated_value_warning`).
fn told(host: &mut dyn Host, what: &str, value: &Value) -> Result<(), ErrorKind> {
    let message = format!("{what} value: '{}'", super::mysql_types::print(value));
    let code = "ER_TRUNCATED_WRONG_VALUE";
    let report = super::mysql_report::entry(1292, "22007", code, message);
    host.doubt(ErrorKind::Report(Box::new(report)), false)
}

/// Tells of the operand of a CAST to a `datetime` or `time`.
pub(super) fn tell(host: &mut dyn Host, kind: &str, value: &Value) -> Result<(), ErrorKind> {
    match kind {
        "time" => time_of(host, value).map(|_| ()),
        _ => moment(host, value).map(|_| ()),
    }
}

/// `DATE '…'`, `TIME '…'` and `TIMESTAMP '…'` ("Date and Time Literals").
pub(super) fn literal(kind: &str, operand: &Expr) -> Bind<Bound> {
    let Expr::Const(Value::Text(text)) = operand else {
        return Err(ErrorKind::unsupported("this literal"));
    };
    let digits = text.rsplit_once('.').map_or(0, |(_, fraction)| fraction.trim_end().len().min(6));
    let digits = digits as u8;
    let found = match kind {
        "TIME" => mysql_time::parse_time(text).ok().filter(|(_, cut)| !cut).map(|(micros, _)| {
            Bound::constant(Value::text(&mysql_time::clock(micros, digits)), Type::Time)
        }),
        _ => mysql_time::parse(text).ok().filter(|(_, cut)| !cut).map(|(moment, _)| match kind {
            "DATE" => Bound::constant(Value::text(&moment.date()), Type::Date),
            _ => Bound::constant(Value::text(&moment.text(digits)), datetime(digits)),
        }),
    };
    found.ok_or_else(|| {
        let message = format!("Incorrect {kind} value: '{text}'");
        let report = super::mysql_report::entry(1525, "HY000", "ER_WRONG_VALUE", message);
        ErrorKind::Report(Box::new(report))
    })
}

fn or_null<T>(found: Option<T>, make: impl Fn(T) -> Value) -> Result<Value, ErrorKind> {
    Ok(found.map_or(Value::Null, make))
}

/// A number that a part of a moment is, as a static of the given name.
macro_rules! parts {
    ($read:ident; $($id:ident, $name:literal, $show:expr;)*) => {
        $(pub(super) static $id: Function = of($name, |host, args| {
            let show: fn(Moment) -> i64 = $show;
            or_null($read(host, &args[0])?, |m| Value::Int(show(m)))
        });)*
    };
}

parts! {
    date_parts;
    YEAR, "year", |m| m.year;
    QUARTER, "quarter", |m| (m.month + 2) / 3;
    MONTH, "month", |m| m.month;
    DAY_OF_MONTH, "day", |m| m.day;
}

parts! {
    moment;
    DAY_OF_WEEK, "dayofweek", |m| weekday(m.days()) + 1;
    WEEKDAY, "weekday", |m| (weekday(m.days()) + 6) % 7;
    DAY_OF_YEAR, "dayofyear", |m| m.days() - days_from_civil(m.year, 1, 1) + 1;
    TO_DAYS, "to_days", |m| m.days() + 719_528;
    TO_SECONDS, "to_seconds", |m| m.absolute().div_euclid(1_000_000) + 719_528 * 86_400;
    UNIX_TIMESTAMP, "unix_timestamp", |m| m.absolute().div_euclid(1_000_000);
}

/// Year and week by a mode (sql_time.cc, `calc_week`).
fn week(m: Moment, mode: i64) -> (i64, i64) {
    let monday = mode & 1;
    // The week of the year's first Monday or Sunday is its first, or the one of four days.
    let full = (mode >> 2 & 1 == 1) != (monday == 0);
    let mut of_year = mode & 2 != 0;
    let starts = |year| days_from_civil(year, 1, 1);
    let mut year = m.year;
    let mut first = starts(year);
    let mut day = (weekday(first) + 7 - monday) % 7;
    let skips = |day: i64| if full { day != 0 } else { day >= 4 };
    if m.month == 1 && m.day <= 7 - day {
        if !of_year && skips(day) {
            return (year, 0);
        }
        of_year = true;
        year -= 1;
        first = starts(year);
        day = (weekday(first) + 7 - monday) % 7;
    }
    let days = m.days() - if skips(day) { first + 7 - day } else { first - day };
    if of_year && days >= 52 * 7 {
        let next = (weekday(starts(year + 1)) + 7 - monday) % 7;
        if !skips(next) {
            return (year + 1, 1);
        }
    }
    (year, days / 7 + 1)
}

/// `WEEK(X, mode)`.
pub(super) static WEEK: Function = of("week", |host, args| {
    let mode = args.get(1).map_or(0, int);
    or_null(moment(host, &args[0])?, |m| Value::Int(week(m, mode).1))
});
/// `YEARWEEK(X, mode)`.
pub(super) static YEARWEEK: Function = of("yearweek", |host, args| {
    let mode = args.get(1).map_or(0, int) | 2;
    or_null(moment(host, &args[0])?, |m| {
        let (year, week) = week(m, mode);
        Value::Int(year * 100 + week)
    })
});

/// A number that a part of a time of day is.
macro_rules! clock_parts {
    ($($id:ident, $name:literal, $show:expr;)*) => {
        $(pub(super) static $id: Function = of($name, |host, args| {
            let show: fn(i64) -> i64 = $show;
            or_null(time_of(host, &args[0])?, |micros| Value::Int(show(micros.abs())))
        });)*
    };
}

clock_parts! {
    HOUR, "hour", |t| t / 3_600_000_000;
    MINUTE, "minute", |t| t / 60_000_000 % 60;
    SECOND, "second", |t| t / 1_000_000 % 60;
    MICROSECOND, "microsecond", |t| t % 1_000_000;
}

fn time_of(host: &mut dyn Host, value: &Value) -> Result<Option<i64>, ErrorKind> {
    match mysql_time::parse_time(&text(value)) {
        Ok((micros, _)) => Ok(Some(micros)),
        Err(_) => told(host, "Truncated incorrect time", value).map(|()| None),
    }
}

/// `DATE(x)`, and what a date is compared as.
pub(super) static TO_DATE: Function =
    of("date", |host, args| or_null(moment(host, &args[0])?, |m| Value::text(&m.date())));
/// What dates and times of different kinds are compared as.
pub(super) static TO_DATETIME: Function =
    of("datetime", |host, args| or_null(moment(host, &args[0])?, |m| Value::text(&m.text(6))));
/// A time beside a date or moment: that time of today.
pub(super) static TODAY_AT: Function = Function {
    name: "today at",
    strict: true,
    pure: false,
    call: |host, args| {
        let today = (host.session().now() as i64 * 1000).div_euclid(DAY) * DAY;
        let found = time_of(host, &args[0])?.and_then(|t| Moment::from_absolute(today + t));
        or_null(found, |m| Value::text(&m.text(6)))
    },
};
/// `TIMESTAMP(x)`.
pub(super) static TIMESTAMP: Function =
    of("timestamp", |host, args| or_null(moment(host, &args[0])?, |m| Value::text(&m.text(0))));
/// `TIME(x)`.
pub(super) static TO_TIME: Function = of("time", |host, args| {
    or_null(time_of(host, &args[0])?, |micros| Value::text(&mysql_time::clock(micros, 0)))
});
/// A date or time in arithmetic.
pub(super) static NUMBER: Function =
    of("number", |_, args| Ok(mysql_time::as_number(&text(&args[0]))));
/// `LAST_DAY(x)`.
pub(super) static LAST_DAY: Function = of("last_day", |host, args| {
    or_null(moment(host, &args[0])?, |m| {
        Value::text(&Moment { day: days_of_month(m.year, m.month), ..m }.date())
    })
});
/// `DATEDIFF(a, b)`.
pub(super) static DATEDIFF: Function = of("datediff", |host, args| {
    let Some(a) = moment(host, &args[0])? else { return Ok(Value::Null) };
    or_null(moment(host, &args[1])?, |b| Value::Int(a.days() - b.days()))
});
/// `FROM_UNIXTIME(n)`.
pub(super) static FROM_UNIXTIME: Function = of("from_unixtime", |_, args| {
    let found = Moment::from_absolute(int(&args[0]).saturating_mul(1_000_000));
    or_null(found.filter(|_| int(&args[0]) >= 0), |m| Value::text(&m.text(0)))
});
/// `DAYNAME(x)`, `MONTHNAME(x)`.
pub(super) static DAYNAME: Function =
    of("dayname", |host, args| or_null(moment(host, &args[0])?, |m| Value::text(day_name(&m))));
/// As [`DAYNAME`].
pub(super) static MONTHNAME: Function =
    of("monthname", |host, args| or_null(moment(host, &args[0])?, |m| Value::text(month_name(&m))));

fn day_name(m: &Moment) -> &'static str {
    DAYS[weekday(m.days()) as usize]
}

fn month_name(m: &Moment) -> &'static str {
    MONTHS[(m.month - 1) as usize]
}

/// `DATE_FORMAT(x, format)`.
pub(super) static DATE_FORMAT: Function = of("date_format", |host, args| {
    or_null(moment(host, &args[0])?, |m| Value::text(&formatted(&m, &text(&args[1]))))
});

fn formatted(m: &Moment, format: &str) -> String {
    let (seconds, mut out) = (m.micros / 1_000_000, String::new());
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let half = match hour % 12 {
        0 => 12,
        hour => hour,
    };
    let noon = if hour < 12 { "AM" } else { "PM" };
    let mut rest = format.chars();
    while let Some(c) = rest.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        out += &match rest.next() {
            Some('Y') => format!("{:04}", m.year),
            Some('y') => format!("{:02}", m.year % 100),
            Some('m') => format!("{:02}", m.month),
            Some('c') => m.month.to_string(),
            Some('d') => format!("{:02}", m.day),
            Some('e') => m.day.to_string(),
            Some('H') => format!("{hour:02}"),
            Some('k') => hour.to_string(),
            Some('h' | 'I') => format!("{half:02}"),
            Some('l') => half.to_string(),
            Some('i') => format!("{minute:02}"),
            Some('s' | 'S') => format!("{second:02}"),
            Some('f') => format!("{:06}", m.micros % 1_000_000),
            Some('p') => noon.to_string(),
            Some('T') => format!("{hour:02}:{minute:02}:{second:02}"),
            Some('r') => format!("{half:02}:{minute:02}:{second:02} {noon}"),
            Some('W') => day_name(m).to_string(),
            Some('a') => day_name(m)[..3].to_string(),
            Some('M') => month_name(m).to_string(),
            Some('b') => month_name(m)[..3].to_string(),
            Some('w') => weekday(m.days()).to_string(),
            Some('j') => format!("{:03}", m.days() - days_from_civil(m.year, 1, 1) + 1),
            Some(other) => other.to_string(),
            None => String::new(),
        };
    }
    out
}

/// The clock, with so many digits of a fraction.
static NOW: Function = Function {
    name: "now",
    strict: true,
    pure: false,
    call: |host, args| {
        let micros = host.session().now() as i64 * 1000;
        let digits = int(&args[0]).clamp(0, 6) as u8;
        // The fraction is cut, not rounded.
        let unit = 10i64.pow(6 - u32::from(digits));
        let now = Moment::from_absolute(micros / unit * unit);
        or_null(now, |m| Value::text(&m.text(digits)))
    },
};

/// `NOW()` and its other names.
pub(super) fn now(args: Vec<Bound>) -> Bind<Bound> {
    let digits = match args.first().map(|a| &a.expr) {
        Some(Expr::Const(Value::Int(n))) => *n as u8,
        _ => 0,
    };
    if digits > 6 {
        return Err(ErrorKind::unsupported("digits beyond six"));
    }
    let expr = call(&NOW, vec![Expr::Const(Value::Int(i64::from(digits)))]);
    Ok(Bound::new(expr, datetime(digits.min(6))))
}

/// `CURDATE()`.
pub(super) fn today(_: Vec<Bound>) -> Bind<Bound> {
    let now = now(Vec::new())?;
    Ok(Bound::new(call(&TO_DATE, vec![now.expr]), Type::Date))
}

/// `CURTIME()`.
pub(super) fn time_of_day(_: Vec<Bound>) -> Bind<Bound> {
    let now = now(Vec::new())?;
    Ok(Bound::new(call(&TO_TIME, vec![now.expr]), Type::Time))
}

/// `UNIX_TIMESTAMP()`.
pub(super) fn unix_now(_: Vec<Bound>) -> Bind<Bound> {
    Ok(Bound::new(call(&UNIX_TIMESTAMP, vec![now(Vec::new())?.expr]), BIGINT))
}

/// `INTERVAL amount unit`, as a text that [`add`] takes apart.
static INTERVAL: Function = of("interval", |_, args| {
    Ok(Value::text(&format!("{} {}", text(&args[1]), super::mysql_types::print(&args[0]))))
});

/// `INTERVAL amount unit`.
pub(super) fn interval(amount: Bound, unit: Option<&str>) -> Bind<Bound> {
    let unit = unit.unwrap_or("DAY").to_ascii_uppercase();
    if !UNITS.iter().any(|(known, _)| *known == unit) {
        return Err(ErrorKind::unsupported(format!("INTERVAL … {unit}")));
    }
    let expr = call(&INTERVAL, vec![amount.expr, Expr::Const(Value::text(&unit))]);
    Ok(Bound::new(expr, Type::Interval))
}

const SECONDS: i64 = 1_000_000;
const MINUTES: i64 = 60 * SECONDS;
const HOURS: i64 = 60 * MINUTES;

/// Units and what each number of their amount is in microseconds; negative ones are months.
static UNITS: &[(&str, &[i64])] = &[
    ("MICROSECOND", &[1]),
    ("SECOND", &[SECONDS]),
    ("MINUTE", &[MINUTES]),
    ("HOUR", &[HOURS]),
    ("DAY", &[DAY]),
    ("WEEK", &[7 * DAY]),
    ("MONTH", &[-1]),
    ("QUARTER", &[-3]),
    ("YEAR", &[-12]),
    ("YEAR_MONTH", &[-12, -1]),
    ("DAY_HOUR", &[DAY, HOURS]),
    ("DAY_MINUTE", &[DAY, HOURS, MINUTES]),
    ("DAY_SECOND", &[DAY, HOURS, MINUTES, SECONDS]),
    ("HOUR_MINUTE", &[HOURS, MINUTES]),
    ("HOUR_SECOND", &[HOURS, MINUTES, SECONDS]),
    ("MINUTE_SECOND", &[MINUTES, SECONDS]),
];

/// Months and microseconds of an interval, and whether it has a time of day.
fn parse_interval(interval: &str) -> Option<(i64, i64, bool)> {
    let (unit, amount) = interval.split_once(' ')?;
    let (_, each) = UNITS.iter().find(|(known, _)| *known == unit)?;
    let has_time = each.iter().any(|n| *n > 0 && n % DAY != 0);
    if let [single] = each {
        let scaled = |n: i64| n.saturating_mul(single.abs());
        return Some(match (*single, unit) {
            (..0, _) => (scaled(whole(amount)), 0, false),
            (_, "SECOND") => (0, (number::leading_real(amount) * 1e6).round() as i64, true),
            _ => (0, scaled(whole(amount)), has_time),
        });
    }
    let sign = if amount.trim_start().starts_with('-') { -1 } else { 1 };
    let runs = amount.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let runs: Vec<i64> = runs.filter_map(|run| run.parse().ok()).collect();
    let (mut months, mut micros) = (0i64, 0i64);
    // Of too few numbers those on the left are missing.
    for (n, of) in runs.iter().rev().zip(each.iter().rev()) {
        let sum = if *of < 0 { &mut months } else { &mut micros };
        *sum = sum.saturating_add(sign * n.saturating_mul(of.abs()));
    }
    Some((months, micros, has_time))
}

/// An amount as a whole number: rounded where it is a number, by its start where it is text.
fn whole(amount: &str) -> i64 {
    number::leading_real(amount).round() as i64
}

fn shifted(host: &mut dyn Host, args: &[Value], sign: i64) -> Result<Value, ErrorKind> {
    let Some(start) = moment(host, &args[0])? else { return Ok(Value::Null) };
    Ok(moved(args, start, sign).unwrap_or_default())
}

fn moved(args: &[Value], start: Moment, sign: i64) -> Option<Value> {
    let (months, micros, has_time) = parse_interval(&text(&args[1]))?;
    let written = mysql_time::written(&args[0]);
    let month = (start.year * 12 + start.month - 1).checked_add(months.checked_mul(sign)?)?;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    if !(0..=9999).contains(&year) {
        return None;
    }
    let day = start.day.min(days_of_month(year, month));
    let moved = Moment { year, month, day, micros: start.micros };
    let moved = Moment::from_absolute(moved.absolute().checked_add(micros.checked_mul(sign)?)?)?;
    let digits = match written.split_once('.') {
        Some((_, fraction)) => fraction.len().min(6) as u8,
        None if moved.micros % SECONDS != 0 => 6,
        None => 0,
    };
    let timed = has_time || written.len() > 10 || start.micros != 0;
    Some(Value::text(&if timed { moved.text(digits) } else { moved.date() }))
}

static DATE_ADD: Function = of("date_add", |host, args| shifted(host, args, 1));
static DATE_SUB: Function = of("date_sub", |host, args| shifted(host, args, -1));

/// `DATE_ADD(x, INTERVAL …)`, `DATE_SUB`, and with a number of days `ADDDATE`, `SUBDATE`.
pub(super) fn add(args: Vec<Bound>, sign: i64) -> Bind<Bound> {
    let mut args = args.into_iter();
    let (Some(start), Some(by)) = (args.next(), args.next()) else {
        return Err(ErrorKind::RowMisused);
    };
    let by = if by.ty == Type::Interval { by } else { interval(by, None)? };
    let ty = match (&start.ty, &by.expr) {
        (Type::Timestamp { fraction, .. }, _) => datetime(*fraction),
        (Type::Date, Expr::Call(_, args)) => match &args[1] {
            Expr::Const(Value::Text(unit))
                if ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "YEAR_MONTH"].contains(&&**unit) =>
            {
                Type::Date
            }
            _ => datetime(0),
        },
        _ => Type::Text,
    };
    let function = if sign < 0 { &DATE_SUB } else { &DATE_ADD };
    Ok(Bound::new(Expr::Call(function, Rc::from([start.expr, by.expr])), ty))
}

/// `TIMESTAMPDIFF(unit, a, b)`.
pub(super) static TIMESTAMPDIFF: Function = of("timestampdiff", |host, args| {
    let Some(a) = moment(host, &args[1])? else { return Ok(Value::Null) };
    let Some(b) = moment(host, &args[2])? else { return Ok(Value::Null) };
    let unit = text(&args[0]).to_ascii_uppercase();
    let Some((_, [each])) = UNITS.iter().find(|(known, _)| *known == unit) else {
        return Ok(Value::Null);
    };
    if *each > 0 {
        return Ok(Value::Int((b.absolute() - a.absolute()) / each));
    }
    let (low, high, sign) = if a.absolute() <= b.absolute() { (a, b, 1) } else { (b, a, -1) };
    let mut months = (high.year - low.year) * 12 + high.month - low.month;
    if (high.day, high.micros) < (low.day, low.micros) {
        months -= 1;
    }
    Ok(Value::Int(sign * months / -each))
});

/// `TIMESTAMPADD(unit, n, x)`.
pub(super) fn timestamp_add(args: Vec<Bound>) -> Bind<Bound> {
    let Ok([unit, amount, start]) = <[Bound; 3]>::try_from(args) else {
        return Err(ErrorKind::RowMisused);
    };
    let Expr::Const(unit) = unit.expr else { return Err(ErrorKind::RowMisused) };
    let by = interval(amount, Some(&text(&unit)))?;
    add(vec![start, by], 1)
}

/// Units of several parts, and the parts: years to microseconds.
static SEVERAL: &[(&str, std::ops::Range<usize>)] = &[
    ("year_month", 0..2),
    ("day_hour", 2..4),
    ("day_minute", 2..5),
    ("day_second", 2..6),
    ("day_microsecond", 2..7),
    ("hour_minute", 3..5),
    ("hour_second", 3..6),
    ("hour_microsecond", 3..7),
    ("minute_second", 4..6),
    ("minute_microsecond", 4..7),
    ("second_microsecond", 5..7),
];

/// `EXTRACT(DAY_HOUR FROM x)` and its like: the parts side by side, two digits each.
static EXTRACT_SEVERAL: Function = of("extract", |host, args| {
    let unit = text(&args[0]);
    let Some((_, range)) = SEVERAL.iter().find(|(known, _)| **known == *unit) else {
        return Ok(Value::Null);
    };
    let written = mysql_time::written(&args[1]);
    let found = match mysql_time::parse(&written) {
        Ok((moment, _)) => Some(moment),
        _ if range.start == 0 => date_parts(host, &args[1])?,
        // A length of time has no days of its own.
        _ => time_of(host, &args[1])?.map(|micros| Moment { micros, ..Moment::default() }),
    };
    let Some(m) = found else { return Ok(Value::Null) };
    let (sign, micros) = (m.micros.signum().min(0) * 2 + 1, m.micros.abs());
    let seconds = micros / SECONDS;
    let parts =
        [m.year, m.month, m.day, seconds / 3600, seconds / 60 % 60, seconds % 60, micros % SECONDS];
    let joined =
        range.clone().fold(0, |sum, at| sum * if at == 6 { 1_000_000 } else { 100 } + parts[at]);
    Ok(Value::Int(sign * joined))
});

/// `FROM_UNIXTIME(n, format)`.
pub(super) fn from_unixtime(args: Vec<Bound>) -> Bind<Bound> {
    let mut args = args.into_iter().map(|a| a.expr);
    let seconds = args.next().into_iter().collect();
    let moment = call(&FROM_UNIXTIME, seconds);
    Ok(match args.next() {
        Some(format) => Bound::new(call(&DATE_FORMAT, vec![moment, format]), Type::Text),
        None => Bound::new(moment, datetime(0)),
    })
}

/// `EXTRACT(unit FROM x)`.
pub(super) fn extract(args: Vec<Bound>) -> Bind<Bound> {
    let mut args = args.into_iter();
    let (Some(unit), Some(of)) = (args.next(), args.next()) else {
        return Err(ErrorKind::RowMisused);
    };
    let Expr::Const(unit) = unit.expr else { return Err(ErrorKind::RowMisused) };
    let function = match &*text(&unit) {
        "year" => &YEAR,
        "quarter" => &QUARTER,
        "month" => &MONTH,
        "day" => &DAY_OF_MONTH,
        "hour" => &HOUR,
        "minute" => &MINUTE,
        "second" => &SECOND,
        "microsecond" => &MICROSECOND,
        "week" => &WEEK,
        other if SEVERAL.iter().any(|(known, _)| *known == other) => {
            let unit = Expr::Const(Value::text(other));
            return Ok(Bound::new(call(&EXTRACT_SEVERAL, vec![unit, of.expr]), BIGINT));
        }
        other => return Err(ErrorKind::unsupported(format!("EXTRACT({other})"))),
    };
    Ok(Bound::new(call(function, vec![of.expr]), BIGINT))
}
