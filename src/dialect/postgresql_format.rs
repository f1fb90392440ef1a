//! PostgreSQL's `to_char` with the patterns that are met often (functions-formatting); another
//! pattern is an error that names it.

use super::postgresql_values::print;
use crate::error::ErrorKind;
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::types::calendar::{DAYS, MONTHS, civil_from_days, days_from_civil, weekday};
use crate::types::datetime::{self, DAY};
use crate::types::decimal::Decimal;
use crate::value::Value;

/// `to_char(timestamp, text)`.
pub(super) static MOMENT: Function = Function {
    name: "to_char",
    strict: true,
    pure: true,
    call: |_, args| match datetime::number_of(&args[0]) {
        Some(micros) => moment(micros, &print(&args[1])),
        None => Ok(Value::Null),
    },
};

fn moment(micros: i64, pattern: &str) -> Bind<Value> {
    let (days, time) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
    let (year, month, day) = civil_from_days(days);
    let (hour, minute, second) =
        (time / 3_600_000_000, time / 60_000_000 % 60, time / 1_000_000 % 60);
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    let month_name = MONTHS[(month - 1) as usize % 12];
    let day_name = DAYS[weekday(days) as usize % 7];
    let mut out = String::new();
    let mut rest = pattern;
    'next: while let Some(letter) = rest.chars().next() {
        if let Some(quoted) = rest.strip_prefix('"') {
            let (inside, after) = quoted.split_once('"').unwrap_or((quoted, ""));
            out.push_str(inside);
            rest = after;
            continue;
        }
        let bare = rest.strip_prefix("FM").or_else(|| rest.strip_prefix("fm"));
        let at = bare.unwrap_or(rest);
        let upper = at.to_ascii_uppercase();
        // Longer patterns before those that begin like them.
        let numbers: [(&str, i64, usize); 16] = [
            ("YYYY", year, 4),
            ("YYY", year % 1000, 3),
            ("YY", year % 100, 2),
            ("HH24", hour, 2),
            ("HH12", twelve, 2),
            ("HH", twelve, 2),
            ("MI", minute, 2),
            ("MM", month, 2),
            ("MS", time / 1000 % 1000, 3),
            ("SSSS", time / 1_000_000, 1),
            ("SS", second, 2),
            ("US", time % 1_000_000, 6),
            ("DDD", days - days_from_civil(year, 1, 1) + 1, 3),
            ("DD", day, 2),
            ("Q", (month + 2) / 3, 1),
            ("IW", -1, 2),
        ];
        for (name, number, width) in numbers {
            if upper.starts_with(name) {
                if number < 0 {
                    return Err(ErrorKind::unsupported(format!("to_char with {name}")));
                }
                match bare {
                    Some(_) => out.push_str(&number.to_string()),
                    None => out.push_str(&format!("{number:0width$}")),
                }
                rest = &at[name.len()..];
                continue 'next;
            }
        }
        let words = [
            ("MONTH", month_name, 9),
            ("MON", &month_name[..3], 0),
            ("DAY", day_name, 9),
            ("DY", &day_name[..3], 0),
            ("AM", if hour < 12 { "AM" } else { "PM" }, 0),
            ("PM", if hour < 12 { "AM" } else { "PM" }, 0),
        ];
        for (name, word, width) in words {
            if let (true, Some(written)) = (upper.starts_with(name), at.get(..name.len())) {
                let second = written.as_bytes()[1];
                let cased =
                    match (written.as_bytes()[0].is_ascii_uppercase(), second.is_ascii_uppercase())
                    {
                        (true, true) => word.to_uppercase(),
                        (true, false) => word.to_string(),
                        _ => word.to_lowercase(),
                    };
                let width = if bare.is_some() { 0 } else { width };
                out.push_str(&format!("{cased:width$}"));
                rest = &at[name.len()..];
                continue 'next;
            }
        }
        if upper.starts_with('D') {
            out.push_str(&(weekday(days) + 1).to_string());
            rest = &at[1..];
            continue;
        }
        if letter.is_ascii_alphabetic() && letter != 'T' {
            return Err(ErrorKind::unsupported(format!("to_char with \"{rest}\"")));
        }
        if rest.starts_with("TZ") || rest.starts_with("TH") {
            return Err(ErrorKind::unsupported(format!("to_char with \"{rest}\"")));
        }
        out.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    Ok(Value::text(&out))
}

/// `to_char(number, text)`: 9, 0, a point, commas and FM.
pub(super) static NUMBER: Function = Function {
    name: "to_char",
    strict: true,
    pure: true,
    call: |_, args| number(&args[0], &print(&args[1])),
};

fn number(value: &Value, pattern: &str) -> Bind<Value> {
    let (bare, shape) = match pattern.strip_prefix("FM") {
        Some(shape) => (true, shape),
        None => (false, pattern),
    };
    if !shape.chars().all(|c| matches!(c, '9' | '0' | '.' | ',')) || shape.matches('.').count() > 1
    {
        return Err(ErrorKind::unsupported(format!("to_char with \"{pattern}\"")));
    }
    let (whole, fraction) = shape.split_once('.').unwrap_or((shape, ""));
    let places = fraction.len();
    let number = match value {
        Value::Int(n) => Some(Decimal::from_int(*n)),
        other => Decimal::from_value(other),
    };
    let Some(number) = number else {
        return Err(ErrorKind::unsupported("to_char of what is no number"));
    };
    let text = print(&number.round(places).to_value());
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, &*text),
    };
    let (digits, after) = text.split_once('.').unwrap_or((text, ""));
    let digits = if digits == "0" && places > 0 { "" } else { digits };
    let room = whole.chars().filter(|c| *c != ',').count();
    let mut out = String::new();
    let fits = digits.len() <= room;
    let shown: Vec<char> = if fits {
        let blanks = " ".repeat(room - digits.len());
        blanks.chars().chain(digits.chars()).collect()
    } else {
        "#".repeat(room).chars().collect()
    };
    let (mut begun, mut at) = (false, 0);
    for mark in whole.chars() {
        if mark == ',' {
            out.push(if begun { ',' } else { ' ' });
            continue;
        }
        let digit = shown[at];
        at += 1;
        begun |= digit != ' ' || mark == '0';
        out.push(if digit == ' ' && begun { '0' } else { digit });
    }
    // The sign stands before the first digit.
    let first = out.find(|c| c != ' ').unwrap_or(out.len());
    let sign = if negative { "-" } else { " " };
    out.insert_str(first, sign);
    if shape.contains('.') {
        out.push('.');
        out.push_str(if fits { after } else { "" });
        if !fits {
            out.push_str(&"#".repeat(places));
        }
    }
    if bare {
        out.retain(|c| c != ' ');
        let optional = fraction.chars().rev().take_while(|c| *c == '9').count();
        for _ in 0..optional {
            if out.ends_with('0') {
                out.pop();
            }
        }
    }
    Ok(Value::text(&out))
}
