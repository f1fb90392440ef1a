//! MySQL's arithmetic: integers overflow with an error, `/` gives a decimal, text counts as the
//! double at its start (manual, "Arithmetic Operators").

use super::{real, text};
use crate::error::{ErrorKind, Report};
use crate::plan::function::{Function, Host};
use crate::types::decimal::Decimal;
use crate::value::Value;

/// A number of one of the three kinds.
enum Number {
    Int(i64),
    Exact(Decimal),
    Real(f64),
}

fn number(value: &Value) -> Number {
    match value {
        Value::Int(n) => Number::Int(*n),
        Value::Bool(b) => Number::Int(i64::from(*b)),
        Value::Other(..) => match Decimal::from_value(value) {
            Some(decimal) => Number::Exact(decimal),
            None => Number::Real(real(value)),
        },
        other => Number::Real(real(other)),
    }
}

type Answer = Result<Value, ErrorKind>;

/// Tells of texts that are no numbers as a whole (1292, "Server SQL Modes").
fn doubt_texts(host: &mut dyn Host, args: &[Value], once: bool) -> Result<(), ErrorKind> {
    for value in args {
        if let Value::Text(text) = value
            && crate::types::number::whole_text_number(text).is_none()
        {
            let kind = report(
                (1292, "22007", "ER_TRUNCATED_WRONG_VALUE"),
                format!("Truncated incorrect DOUBLE value: '{text}'"),
            );
            host.doubt(kind, once)?;
        }
    }
    Ok(())
}

/// Tells of a division by zero, where the mode asks for it; the result is NULL.
fn by_zero(host: &mut dyn Host) -> Answer {
    if host.session().settings.sql_mode.contains("ERROR_FOR_DIVISION_BY_ZERO") {
        let kind = report((1365, "22012", "ER_DIVISION_BY_ZERO"), "Division by 0".to_string());
        host.doubt(kind, false)?;
    }
    Ok(Value::Null)
}

fn report((errno, sqlstate, code): (i32, &str, &str), message: String) -> ErrorKind {
    ErrorKind::Report(Box::new(Report {
        code: code.to_string(),
        errno,
        sqlstate: sqlstate.to_string(),
        message,
        ..Report::default()
    }))
}

fn arithmetic(
    host: &mut dyn Host,
    sign: &str,
    args: &[Value],
    whole: fn(i64, i64) -> Option<i64>,
    exact: fn(&Decimal, &Decimal) -> Decimal,
    other: fn(f64, f64) -> f64,
) -> Answer {
    doubt_texts(host, args, false)?;
    let (a, b) = (&args[0], &args[1]);
    match (number(a), number(b)) {
        (Number::Int(x), Number::Int(y)) => whole(x, y)
            .map(Value::Int)
            .ok_or_else(|| out_of_range("BIGINT", &format!("({x} {sign} {y})"))),
        (Number::Real(_), _) | (_, Number::Real(_)) => {
            let result = other(real(a), real(b));
            match result.is_finite() {
                true => Ok(Value::Real(result)),
                false => Err(out_of_range("DOUBLE", &format!("({} {sign} {})", text(a), text(b)))),
            }
        }
        (x, y) => Ok(exact(&as_exact(x), &as_exact(y)).to_value()),
    }
}

fn as_exact(number: Number) -> Decimal {
    match number {
        Number::Int(n) => Decimal::from_int(n),
        Number::Exact(decimal) => decimal,
        Number::Real(x) => Decimal::from_f64(x).unwrap_or_else(|| Decimal::from_int(0)),
    }
}

fn out_of_range(kind: &str, expression: &str) -> ErrorKind {
    let message = format!("{kind} value is out of range in '{expression}'");
    report((1690, "22003", "ER_DATA_OUT_OF_RANGE"), message)
}

/// An arithmetic result of which one side is unsigned, and the words that it is told in.
fn unsigned(value: Answer, words: &Value) -> Answer {
    let fits = match &value {
        Ok(Value::Int(n)) => *n >= 0,
        Ok(Value::Other(..)) => Decimal::from_value(value.as_ref().unwrap_or(&Value::Null))
            .is_some_and(|d| d.to_string().parse::<u64>().is_ok()),
        other => other.is_ok(),
    };
    if fits { value } else { Err(out_of_range("BIGINT UNSIGNED", &text(words))) }
}

/// `+`, `-` and `*` of integers, with the words of the expression as third argument: unsigned where
/// a side is.
pub static UNSIGNED: [Function; 3] = [
    operator("+", |host, args| unsigned((ADD.call)(host, &args[..2]), &args[2])),
    operator("-", |host, args| unsigned((SUBTRACT.call)(host, &args[..2]), &args[2])),
    operator("*", |host, args| unsigned((MULTIPLY.call)(host, &args[..2]), &args[2])),
];

/// The same of signed ones.
pub static SIGNED: [Function; 3] = [
    operator("+", |host, args| signed((ADD.call)(host, &args[..2]), &args[2])),
    operator("-", |host, args| signed((SUBTRACT.call)(host, &args[..2]), &args[2])),
    operator("*", |host, args| signed((MULTIPLY.call)(host, &args[..2]), &args[2])),
];

fn signed(value: Answer, words: &Value) -> Answer {
    value.map_err(|_| out_of_range("BIGINT", &text(words)))
}

const fn operator(name: &'static str, call: fn(&mut dyn Host, &[Value]) -> Answer) -> Function {
    Function { name, strict: true, pure: true, call }
}

/// `+`.
pub static ADD: Function = operator("+", |host, args| {
    arithmetic(host, "+", args, i64::checked_add, Decimal::plus, |x, y| x + y)
});
/// `-`.
pub static SUBTRACT: Function = operator("-", |host, args| {
    arithmetic(host, "-", args, i64::checked_sub, Decimal::minus, |x, y| x - y)
});
/// `*`.
pub static MULTIPLY: Function = operator("*", |host, args| {
    arithmetic(host, "*", args, i64::checked_mul, Decimal::times, |x, y| x * y)
});
/// `/`: a decimal with four more digits than the dividend, NULL by zero.
pub static DIVIDE: Function = operator("/", |host, args| {
    doubt_texts(host, args, false)?;
    match (number(&args[0]), number(&args[1])) {
        (Number::Real(_), _) | (_, Number::Real(_)) => match real(&args[1]) {
            0.0 => by_zero(host),
            divisor => Ok(Value::Real(real(&args[0]) / divisor)),
        },
        (a, b) => {
            let (a, b) = (as_exact(a), as_exact(b));
            let scale = (a.scale() + 4).min(30);
            a.divided(&b, scale).map_or_else(|| by_zero(host), |q| Ok(q.to_value()))
        }
    }
});
/// `DIV`: cut to an integer, NULL by zero.
pub static INT_DIVIDE: Function = operator("div", |host, args| {
    doubt_texts(host, args, false)?;
    let exact = |value: &Value| match number(value) {
        Number::Real(x) => Decimal::from_f64(x),
        other => Some(as_exact(other)),
    };
    let (Some(a), Some(b)) = (exact(&args[0]), exact(&args[1])) else { return Ok(Value::Null) };
    let Some(quotient) = a.quotient(&b, 0) else { return by_zero(host) };
    let expression = format!("({} DIV {})", text(&args[0]), text(&args[1]));
    quotient.to_int().map(Value::Int).ok_or_else(|| out_of_range("BIGINT", &expression))
});
/// `%`, NULL by zero.
pub static REMAINDER: Function = operator("%", |host, args| {
    doubt_texts(host, args, false)?;
    match (number(&args[0]), number(&args[1])) {
        (Number::Int(_), Number::Int(0)) => by_zero(host),
        (Number::Int(x), Number::Int(y)) => Ok(Value::Int(x.checked_rem(y).unwrap_or(0))),
        (Number::Real(_), _) | (_, Number::Real(_)) => match real(&args[1]) {
            0.0 => by_zero(host),
            divisor => Ok(Value::Real(real(&args[0]) % divisor)),
        },
        (a, b) => match as_exact(a).remainder(&as_exact(b)) {
            Some(rest) => Ok(rest.to_value()),
            None => by_zero(host),
        },
    }
});
/// `-a`.
pub static NEGATE: Function = operator("-", |host, args| match negated(host, args)? {
    Number::Int(n) => {
        n.checked_neg().map(Value::Int).ok_or_else(|| out_of_range("BIGINT", &format!("-({n})")))
    }
    Number::Exact(decimal) => Ok(decimal.negated().to_value()),
    Number::Real(x) => Ok(Value::Real(-x)),
});

fn negated(host: &mut dyn Host, args: &[Value]) -> Result<Number, ErrorKind> {
    doubt_texts(host, args, false)?;
    Ok(number(&args[0]))
}

/// `exp(X)`.
pub static EXP: Function =
    operator("exp", |host, args| power(host, "exp", args, f64::exp(real(&args[0]))));
/// `pow(X, Y)`.
pub static POW: Function =
    operator("pow", |host, args| power(host, "pow", args, real(&args[0]).powf(real(&args[1]))));

fn power(host: &mut dyn Host, name: &str, args: &[Value], value: f64) -> Answer {
    doubt_texts(host, args, false)?;
    match value.is_finite() {
        true => Ok(Value::Real(value)),
        false => {
            let texts: Vec<_> = args.iter().map(|a| text(a).to_string()).collect();
            Err(out_of_range("DOUBLE", &[name, "(", &texts.join(","), ")"].concat()))
        }
    }
}

/// `abs(X)`.
pub static ABS: Function = operator("abs", |_, args| match number(&args[0]) {
    Number::Int(n) => {
        n.checked_abs().map(Value::Int).ok_or_else(|| out_of_range("BIGINT", &format!("abs({n})")))
    }
    Number::Exact(decimal) => Ok(decimal.absolute().to_value()),
    Number::Real(x) => Ok(Value::Real(x.abs())),
});
/// `ceil(X)`.
pub static CEIL: Function = operator("ceil", |_, args| Ok(rounded_to_whole(&args[0], true)));
/// `floor(X)`.
pub static FLOOR: Function = operator("floor", |_, args| Ok(rounded_to_whole(&args[0], false)));

fn rounded_to_whole(value: &Value, up: bool) -> Value {
    match number(value) {
        Number::Int(n) => Value::Int(n),
        Number::Real(x) => Value::Real(if up { x.ceil() } else { x.floor() }),
        Number::Exact(decimal) => {
            let cut = decimal.cut(0);
            let exact = cut.cmp_value(&decimal).is_eq();
            let away = !exact && decimal.is_negative() != up;
            let step = Decimal::from_int(if up { 1 } else { -1 });
            let whole = if away { cut.plus(&step) } else { cut };
            whole.to_int().map_or_else(|| whole.to_value(), Value::Int)
        }
    }
}

/// `round(X, D)`: halves of exact numbers away from zero; D may be negative.
pub static ROUND: Function = operator("round", |_, args| Ok(rounded(args, false)));
/// `truncate(X, D)`.
pub static TRUNCATE: Function = operator("truncate", |_, args| Ok(rounded(args, true)));

/// Doubles round halves to even (item_func.cc, my_double_round).
pub fn rounded_real(x: f64, digits: i32) -> f64 {
    let unit = 10f64.powi(digits.abs());
    let scaled = if digits < 0 { x / unit } else { x * unit };
    match (scaled.is_finite(), digits < 0) {
        (false, _) => x,
        (_, true) => scaled.round_ties_even() * unit,
        (_, false) => scaled.round_ties_even() / unit,
    }
}

fn rounded(args: &[Value], cut: bool) -> Value {
    let digits = args.get(1).map_or(0, super::int).clamp(-30, 30);
    let exact = |decimal: Decimal| match digits {
        0.. if cut => decimal.cut((digits as usize).min(decimal.scale())),
        0.. => decimal.round((digits as usize).min(decimal.scale())),
        _ => {
            let unit =
                Decimal::parse(&format!("1e{}", -digits)).unwrap_or_else(|| Decimal::from_int(1));
            let quotient = match cut {
                true => decimal.quotient(&unit, 0),
                false => decimal.divided(&unit, 0),
            };
            quotient.map_or(Decimal::from_int(0), |q| q.times(&unit))
        }
    };
    match number(&args[0]) {
        Number::Int(n) if digits >= 0 => Value::Int(n),
        Number::Int(n) => exact(Decimal::from_int(n)).to_int().map_or(Value::Null, Value::Int),
        Number::Exact(decimal) => exact(decimal).to_value(),
        Number::Real(x) if !cut => Value::Real(rounded_real(x, digits as i32)),
        Number::Real(x) => match Decimal::from_f64(x) {
            Some(decimal) => Value::Real(exact(decimal).to_f64()),
            None => Value::Real(x),
        },
    }
}

/// Brings text to the double at its start; numbers stay.
pub static TO_NUMBER: Function = operator("to number", |host, args| {
    doubt_texts(host, args, false)?;
    Ok(to_number(&args[0]))
});
/// The same of a constant, which is told of once.
pub static CONSTANT_TO_NUMBER: Function = operator("to number", |host, args| {
    doubt_texts(host, args, true)?;
    Ok(to_number(&args[0]))
});

/// As [`TO_NUMBER`].
pub fn to_number(value: &Value) -> Value {
    match value {
        Value::Text(_) | Value::Blob(_) => Value::Real(real(value)),
        other => other.clone(),
    }
}

/// Brings integers to decimals, so that they hash like them.
pub static TO_DECIMAL: Function = operator("to decimal", |_, args| {
    Ok(Decimal::from_value(&args[0]).map_or_else(|| args[0].clone(), |d| d.to_value()))
});
/// Brings any number to a double.
pub static TO_REAL: Function = operator("to real", |host, args| {
    doubt_texts(host, args, false)?;
    Ok(Value::Real(real(&args[0])))
});
/// Brings text to bytes.
pub static TO_BYTES: Function = operator("to bytes", |_, args| {
    Ok(match &args[0] {
        Value::Blob(_) => args[0].clone(),
        other => Value::Blob(text(other).as_bytes().into()),
    })
});
