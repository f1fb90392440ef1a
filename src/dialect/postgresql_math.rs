//! PostgreSQL: mathematical functions of integers and doubles (functions-math). Those of numeric
//! are in `postgresql_decimal`.

use super::postgresql_operators::division_by_zero;
use super::postgresql_values::data_error;
use crate::functions::real;
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::value::Value;

/// A function of doubles.
macro_rules! real_function {
    ($name:ident, $label:literal, $body:expr) => {
        pub(super) static $name: Function = Function {
            name: $label,
            strict: true,
            pure: true,
            call: |_, args| {
                let body: fn(&[Value]) -> Bind<f64> = $body;
                Ok(Value::Real(body(args)?))
            },
        };
    };
}

real_function!(POWER, "power", |args| power(real(&args[0]), real(&args[1])));
real_function!(SQRT, "sqrt", |args| match real(&args[0]) {
    x if x < 0.0 => Err(data_error("2201F", "cannot take square root of a negative number")),
    x => Ok(x.sqrt()),
});
real_function!(EXP, "exp", |args| {
    let x = real(&args[0]);
    in_range(x.exp(), x.is_finite(), x.is_finite())
});
real_function!(LN, "ln", |args| logarithm(real(&args[0])).map(f64::ln));
real_function!(LOG, "log", |args| logarithm(real(&args[0])).map(f64::log10));
real_function!(CEIL, "ceil", |args| Ok(real(&args[0]).ceil()));
real_function!(FLOOR, "floor", |args| Ok(real(&args[0]).floor()));
real_function!(ROUND, "round", |args| Ok(real(&args[0]).round_ties_even()));
real_function!(TRUNC, "trunc", |args| Ok(real(&args[0]).trunc()));
real_function!(PI, "pi", |_| Ok(std::f64::consts::PI));
real_function!(SIGN, "sign", |args| match real(&args[0]) {
    0.0 => Ok(0.0),
    x => Ok(x.signum()),
});

fn power(base: f64, exponent: f64) -> Bind<f64> {
    if base == 0.0 && exponent < 0.0 {
        return Err(data_error("2201F", "zero raised to a negative power is undefined"));
    }
    let finite = base.is_finite() && exponent.is_finite();
    in_range(base.powf(exponent), finite, finite && base != 0.0)
}

/// A result that is infinite or zero although its operands give no reason (float.h,
/// `float_overflow_error`).
pub(super) fn in_range(x: f64, finite: bool, nonzero: bool) -> Bind<f64> {
    match x {
        x if x.is_infinite() && finite => Err(data_error("22003", "value out of range: overflow")),
        0.0 if nonzero => Err(data_error("22003", "value out of range: underflow")),
        x => Ok(x),
    }
}

fn logarithm(x: f64) -> Bind<f64> {
    match x {
        0.0 => Err(data_error("2201E", "cannot take logarithm of zero")),
        x if x < 0.0 => Err(data_error("2201E", "cannot take logarithm of a negative number")),
        x => Ok(x),
    }
}

/// The magnitude of a number of any type.
pub(super) static ABS: Function = Function {
    name: "abs",
    strict: true,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Int(n) => match n.checked_abs() {
            Some(n) => Ok(Value::Int(n)),
            None => Err(data_error("22003", "bigint out of range")),
        },
        Value::Real(x) => Ok(Value::Real(x.abs())),
        other => Ok(other.clone()),
    },
};

/// The remainder of integers.
pub(super) static MOD: Function = Function {
    name: "mod",
    strict: true,
    pure: true,
    call: |_, args| match (&args[0], &args[1]) {
        (Value::Int(_), Value::Int(0)) => Err(division_by_zero()),
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(a.wrapping_rem(*b))),
        _ => super::postgresql_decimal::remainder(args),
    },
};

/// A random number from 0 up to 1.
pub(super) static RANDOM: Function = Function {
    name: "random",
    strict: false,
    pure: false,
    call: |host, _| Ok(Value::Real((host.session().next_random() >> 11) as f64 / 2_f64.powi(53))),
};
