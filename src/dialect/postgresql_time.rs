//! PostgreSQL: functions of dates and times (functions-datetime). The session's time zone is UTC.

use super::postgresql_values::{data_error, print};
use crate::error::ErrorKind;
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::types::calendar::{civil_from_days, days_from_civil, weekday};
use crate::types::datetime::{self, DATE, DAY, TIME, TIMESTAMP, TIMESTAMPTZ};
use crate::types::interval::Interval;
use crate::value::{TypeOps, Value};

/// A function of the time at which the statement began.
macro_rules! clock {
    ($name:ident, $label:literal, $ops:expr, $of:expr) => {
        pub(super) static $name: Function = Function {
            name: $label,
            strict: false,
            pure: false,
            call: |host, _| {
                let micros = (host.session().now() * 1000.0) as i64;
                let of: fn(i64) -> i64 = $of;
                Ok(datetime::value($ops, of(micros)))
            },
        };
    };
}

clock!(NOW, "now", &TIMESTAMPTZ, |micros| micros);
clock!(LOCAL_TIMESTAMP, "localtimestamp", &TIMESTAMP, |micros| micros);
clock!(LOCAL_TIME, "localtime", &TIME, |micros| micros.rem_euclid(DAY));
clock!(CURRENT_DATE, "current_date", &DATE, |micros| micros.div_euclid(DAY));

/// `age(later, earlier)`; of one moment until this day's midnight.
pub(super) static AGE: Function = Function {
    name: "age",
    strict: true,
    pure: false,
    call: |host, args| {
        let today = (host.session().now() * 1000.0) as i64;
        let today = today - today.rem_euclid(DAY);
        let (later, earlier) = match args {
            [later, earlier] => (micros_of(later), micros_of(earlier)),
            _ => (Some(today), micros_of(&args[0])),
        };
        let (Some(later), Some(earlier)) = (later, earlier) else { return Ok(Value::Null) };
        if [later, earlier].iter().any(|n| matches!(*n, i64::MIN | i64::MAX)) {
            return Err(match later == earlier {
                true => data_error("22008", "interval out of range"),
                false => ErrorKind::unsupported("infinite intervals"),
            });
        }
        Ok(age(later, earlier).value())
    },
};

/// Years, months and days as a calendar counts them (timestamp.c, `timestamp_age`).
fn age(later: i64, earlier: i64) -> Interval {
    if later < earlier {
        let Interval { months, days, micros } = age_between(earlier, later, later);
        return Interval { months: -months, days: -days, micros: -micros };
    }
    age_between(later, earlier, earlier)
}

/// The days that a month borrows are those of the month of `lent`.
fn age_between(later: i64, earlier: i64, lent: i64) -> Interval {
    let (a, b) = (later.div_euclid(DAY), earlier.div_euclid(DAY));
    let mut micros = later.rem_euclid(DAY) - earlier.rem_euclid(DAY);
    let (year, month, day) = civil_from_days(a);
    let (from_year, from_month, from_day) = civil_from_days(b);
    let (mut months, mut days) = ((year - from_year) * 12 + month - from_month, day - from_day);
    if micros < 0 {
        micros += DAY;
        days -= 1;
    }
    if days < 0 {
        let (year, month, _) = civil_from_days(lent.div_euclid(DAY));
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        days += days_from_civil(next.0, next.1, 1) - days_from_civil(year, month, 1);
        months -= 1;
    }
    Interval { months, days, micros }
}

/// `date_part`.
pub(super) static PART: Function = Function {
    name: "date_part",
    strict: true,
    pure: true,
    call: |_, args| {
        let (number, digits) = part(&args[0], &args[1])?;
        Ok(Value::Real(number as f64 / 10_f64.powi(digits)))
    },
};

/// `extract`, which is exact.
pub(super) static EXTRACT: Function = Function {
    name: "extract",
    strict: true,
    pure: true,
    call: |_, args| {
        let unit = print(&args[0]).to_lowercase();
        let date = matches!(&args[1], Value::Other(ops, _) if ops.id == DATE.id);
        if date
            && (["hour", "minute"].contains(&&*unit)
                || unit.ends_with("second")
                || unit.ends_with("seconds"))
        {
            let message = ["unit \"", &unit, "\" not supported for type date"];
            return Err(data_error("0A000", message.concat()));
        }
        let (number, digits) = part(&args[0], &args[1])?;
        if date || digits == 0 {
            return Ok(Value::Int(number / 10_i64.pow(digits as u32)));
        }
        let power = 10_u64.pow(digits as u32);
        let (sign, number) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
        let (whole, rest) = (number / power, number % power);
        let text = format!("{sign}{whole}.{rest:0width$}", width = digits as usize);
        super::postgresql_values::read(
            &text.into(),
            &crate::types::Type::Decimal { precision: None },
        )
    },
};

/// A part of a moment or interval, in units of a power of ten.
fn part(unit: &Value, of: &Value) -> Bind<(i64, i32)> {
    let unit = print(unit).to_lowercase();
    let part = match Interval::of(of) {
        Some(span) => part_of_interval(&unit, span),
        None => part_of_moment(&unit, of),
    };
    part.ok_or_else(|| unknown_unit(&unit, of))
}

/// The parts that are less than a minute.
fn part_of_minute(unit: &str, micros: i64) -> Option<(i64, i32)> {
    match unit {
        "second" | "seconds" => Some((micros, 6)),
        "milliseconds" | "millisecond" => Some((micros, 3)),
        "microseconds" | "microsecond" => Some((micros, 0)),
        _ => None,
    }
}

fn micros_of(value: &Value) -> Option<i64> {
    let number = datetime::number_of(value)?;
    match value {
        Value::Other(ops, _) if ops.id == DATE.id => Some(number.saturating_mul(DAY)),
        _ => Some(number),
    }
}

fn part_of_moment(unit: &str, value: &Value) -> Option<(i64, i32)> {
    let micros = micros_of(value)?;
    let (days, time) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
    let (year, month, day) = civil_from_days(days);
    // The week is that of its Thursday.
    let thursday = days - (weekday(days) + 6) % 7 + 3;
    let (week_year, ..) = civil_from_days(thursday);
    let whole = match unit {
        "year" => year,
        "month" => month,
        "day" => day,
        "hour" => time / 3_600_000_000,
        "minute" => time / 60_000_000 % 60,
        "quarter" => (month - 1) / 3 + 1,
        "dow" => weekday(days),
        "isodow" => (weekday(days) + 6) % 7 + 1,
        "doy" => days - days_from_civil(year, 1, 1) + 1,
        "week" => (thursday - days_from_civil(week_year, 1, 1)) / 7 + 1,
        "isoyear" => week_year,
        "epoch" => return Some((micros, 6)),
        "decade" => year.div_euclid(10),
        "century" => (year + 99).div_euclid(100),
        "millennium" => (year + 999).div_euclid(1000),
        _ => return part_of_minute(unit, time % 60_000_000),
    };
    Some((whole, 0))
}

fn part_of_interval(unit: &str, span: Interval) -> Option<(i64, i32)> {
    let whole = match unit {
        "year" => span.months / 12,
        "month" => span.months % 12,
        "quarter" => span.months % 12 / 3 + 1,
        "decade" => span.months / 120,
        "century" => span.months / 1200,
        "millennium" => span.months / 12_000,
        "week" => span.days / 7,
        "day" => span.days,
        "hour" => span.micros / 3_600_000_000,
        "minute" => span.micros / 60_000_000 % 60,
        // A year has 365.25 days.
        "epoch" => {
            let days = span.months % 12 * 30 + span.days;
            let seconds = span.months / 12 * 31_557_600 + days * 86_400;
            return Some((seconds.saturating_mul(1_000_000).saturating_add(span.micros), 6));
        }
        _ => return part_of_minute(unit, span.micros % 60_000_000),
    };
    Some((whole, 0))
}

fn unknown_unit(unit: &str, value: &Value) -> ErrorKind {
    if unit == "julian" || unit.starts_with("timezone") {
        return ErrorKind::unsupported(["the part ", unit, " of a moment"].concat());
    }
    let ty = match value {
        Value::Other(ops, _) => match ops.name {
            "timestamp" => "timestamp without time zone",
            "timestamptz" => "timestamp with time zone",
            "time" => "time without time zone",
            name => name,
        },
        _ => "",
    };
    data_error("22023", ["unit \"", unit, "\" not recognized for type ", ty].concat())
}

/// `date_trunc`.
pub(super) static TRUNC: Function = Function {
    name: "date_trunc",
    strict: true,
    pure: true,
    call: |_, args| {
        let unit = print(&args[0]).to_lowercase();
        let (Value::Other(ops, _), Some(micros)) = (&args[1], datetime::number_of(&args[1])) else {
            return Ok(Value::Null);
        };
        truncated(&unit, micros, ops)
    },
};

fn truncated(unit: &str, micros: i64, ops: &'static TypeOps) -> Bind<Value> {
    let days = micros.div_euclid(DAY);
    let (year, month, _) = civil_from_days(days);
    let to_unit = |unit: i64| micros.div_euclid(unit) * unit;
    let to_day = |day: i64| day * DAY;
    let start = match unit {
        "microseconds" => micros,
        "milliseconds" => to_unit(1000),
        "second" => to_unit(1_000_000),
        "minute" => to_unit(60_000_000),
        "hour" => to_unit(3_600_000_000),
        "day" => to_day(days),
        "week" => to_day(days - (weekday(days) + 6) % 7),
        "month" => to_day(days_from_civil(year, month, 1)),
        "quarter" => to_day(days_from_civil(year, (month - 1) / 3 * 3 + 1, 1)),
        "year" => to_day(days_from_civil(year, 1, 1)),
        "decade" => to_day(days_from_civil(year.div_euclid(10) * 10, 1, 1)),
        "century" => to_day(days_from_civil((year - 1).div_euclid(100) * 100 + 1, 1, 1)),
        "millennium" => to_day(days_from_civil((year - 1).div_euclid(1000) * 1000 + 1, 1, 1)),
        _ => {
            return Err(unknown_unit(unit, &datetime::value(ops, 0)));
        }
    };
    Ok(datetime::value(ops, start))
}
