//! Functions of numbers.

use super::{numeric, real};
use crate::error::ErrorKind;
use crate::plan::function::Function;
use crate::types::number;
use crate::value::Value;

/// A function of one real that gives a real, NULL outside its domain (lang_mathfunc.html).
macro_rules! of_real {
    ($($(#[$doc:meta])* $id:ident, $name:literal, $call:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $id: Function = Function {
                name: $name,
                strict: true,
                pure: true,
                call: |_, args| Ok(as_number(&args[0]).map_or(Value::Null, |x| {
                    let call: fn(f64) -> f64 = $call;
                    Value::real(call(x))
                })),
            };
        )*
    };
}

of_real! {
    /// `acos(X)`.
    ACOS, "acos", f64::acos;
    /// `acosh(X)`.
    ACOSH, "acosh", f64::acosh;
    /// `asin(X)`.
    ASIN, "asin", f64::asin;
    /// `asinh(X)`.
    ASINH, "asinh", f64::asinh;
    /// `atan(X)`.
    ATAN, "atan", f64::atan;
    /// `atanh(X)`.
    ATANH, "atanh", f64::atanh;
    /// `cos(X)`.
    COS, "cos", f64::cos;
    /// `cosh(X)`.
    COSH, "cosh", f64::cosh;
    /// `degrees(X)`.
    DEGREES, "degrees", |x| x * (180.0 / std::f64::consts::PI);
    /// `exp(X)`.
    EXP, "exp", f64::exp;
    /// `ln(X)`.
    LN, "ln", |x| if x <= 0.0 { f64::NAN } else { x.ln() };
    /// `log10(X)`.
    LOG10, "log10", |x| if x <= 0.0 { f64::NAN } else { x.log10() };
    /// `log2(X)`.
    LOG2, "log2", |x| if x <= 0.0 { f64::NAN } else { x.log2() };
    /// `radians(X)`.
    RADIANS, "radians", |x| x * (std::f64::consts::PI / 180.0);
    /// `sin(X)`.
    SIN, "sin", f64::sin;
    /// `sinh(X)`.
    SINH, "sinh", f64::sinh;
    /// `sqrt(X)`.
    SQRT, "sqrt", f64::sqrt;
    /// `tan(X)`.
    TAN, "tan", f64::tan;
    /// `tanh(X)`.
    TANH, "tanh", f64::tanh;
}

/// A function of one number that leaves integers as they are.
macro_rules! rounding {
    ($($(#[$doc:meta])* $id:ident, $name:literal, $call:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $id: Function = Function {
                name: $name,
                strict: true,
                pure: true,
                call: |_, args| Ok(match whole_numeric(&args[0]) {
                    Some(Value::Int(n)) => Value::Int(n),
                    Some(value) => {
                        let call: fn(f64) -> f64 = $call;
                        Value::real(call(real(&value)))
                    }
                    None => Value::Null,
                }),
            };
        )*
    };
}

rounding! {
    /// `ceil(X)`.
    CEIL, "ceil", f64::ceil;
    /// `floor(X)`.
    FLOOR, "floor", f64::floor;
    /// `trunc(X)`.
    TRUNC, "trunc", f64::trunc;
}

/// A function of two reals.
macro_rules! of_two {
    ($($(#[$doc:meta])* $id:ident, $name:literal, $call:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $id: Function = Function {
                name: $name,
                strict: true,
                pure: true,
                call: |_, args| Ok(match (as_number(&args[0]), as_number(&args[1])) {
                    (Some(x), Some(y)) => {
                        let call: fn(f64, f64) -> f64 = $call;
                        Value::real(call(x, y))
                    }
                    _ => Value::Null,
                }),
            };
        )*
    };
}

of_two! {
    /// `atan2(Y, X)`.
    ATAN2, "atan2", f64::atan2;
    /// `mod(X, Y)`.
    MOD, "mod", |x, y| x % y;
    /// `pow(X, Y)`.
    POW, "pow", f64::powf;
    /// `log(B, X)`.
    LOG_BASE, "log", |base, x| {
        if base <= 0.0 || x <= 0.0 || base == 1.0 { f64::NAN } else { x.ln() / base.ln() }
    };
}

/// `pi()`.
pub static PI: Function = Function {
    name: "pi",
    strict: false,
    pure: true,
    call: |_, _| Ok(Value::Real(std::f64::consts::PI)),
};
/// `abs(X)`; text counts as the number at its start.
pub static ABS: Function = Function {
    name: "abs",
    strict: true,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Int(n) => n.checked_abs().map(Value::Int).ok_or_else(overflow),
        other => {
            let x = real(other);
            Ok(Value::real(if x < 0.0 { -x } else { x }))
        }
    },
};
/// `sign(X)`.
pub static SIGN: Function = Function {
    name: "sign",
    strict: true,
    pure: true,
    call: |_, args| {
        Ok(match as_number(&args[0]) {
            Some(x) if x > 0.0 => Value::Int(1),
            Some(x) if x < 0.0 => Value::Int(-1),
            Some(_) => Value::Int(0),
            None => Value::Null,
        })
    },
};
/// `round(X, N)` (func.c, roundFunc).
pub static ROUND: Function = Function {
    name: "round",
    strict: true,
    pure: true,
    call: |_, args| {
        let digits = args.get(1).map_or(0, super::int).clamp(0, 30);
        let x = real(&args[0]);
        if !(-4_503_599_627_370_496.0..=4_503_599_627_370_496.0).contains(&x) {
            return Ok(Value::Real(x));
        }
        if digits == 0 {
            let half = if x < 0.0 { -0.5 } else { 0.5 };
            return Ok(Value::Real((x + half) as i64 as f64));
        }
        let rounded = super::format::fixed(x, digits as usize);
        Ok(Value::real(rounded.parse().unwrap_or(x)))
    },
};

fn overflow() -> ErrorKind {
    ErrorKind::sqlite("integer overflow")
}

/// A number, or text that reads as one whole.
fn whole_numeric(value: &Value) -> Option<Value> {
    match value {
        Value::Text(text) => number::whole_text_number(text),
        Value::Blob(_) | Value::Null => None,
        other => Some(numeric(other)),
    }
}

fn as_number(value: &Value) -> Option<f64> {
    whole_numeric(value).map(|v| real(&v))
}
