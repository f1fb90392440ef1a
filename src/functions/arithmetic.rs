//! SQLite's arithmetic: text counts as the number at its start, an integer that grows too large
//! becomes a real, division by zero is NULL (vdbe.c, OP_Add and following).

use super::{int, numeric, real};
use crate::plan::function::Function;
use crate::value::Value;

/// An operator of two operands, NULL when one of them is.
macro_rules! operator {
    ($name:literal, |$a:ident, $b:ident| $body:expr) => {
        Function {
            name: $name,
            strict: true,
            pure: true,
            call: |_, args| {
                let ($a, $b) = (&args[0], &args[1]);
                Ok($body)
            },
        }
    };
}

/// `+`.
pub static ADD: Function = operator!("+", |a, b| arithmetic(a, b, i64::checked_add, |x, y| x + y));
/// `-`.
pub static SUBTRACT: Function =
    operator!("-", |a, b| arithmetic(a, b, i64::checked_sub, |x, y| x - y));
/// `*`.
pub static MULTIPLY: Function =
    operator!("*", |a, b| arithmetic(a, b, i64::checked_mul, |x, y| x * y));
/// `/`.
pub static DIVIDE: Function = operator!("/", |a, b| match (numeric(a), numeric(b)) {
    (Value::Int(_), Value::Int(0)) => Value::Null,
    (Value::Int(x), Value::Int(y)) => match x.checked_div(y) {
        Some(n) => Value::Int(n),
        None => Value::Real(x as f64 / y as f64),
    },
    (_, b) if real(&b) == 0.0 => Value::Null,
    (a, b) => Value::real(real(&a) / real(&b)),
});
/// `%`: both sides cut to integers; the result is real when one of them was.
pub static REMAINDER: Function = operator!("%", |a, b| {
    let both = matches!((numeric(a), numeric(b)), (Value::Int(_), Value::Int(_)));
    let (x, y) = (int(a), int(b));
    match (y, both) {
        (0, _) => Value::Null,
        (y, true) => Value::Int(x.checked_rem(y).unwrap_or(0)),
        (y, false) => Value::Real(x.checked_rem(y).unwrap_or(0) as f64),
    }
});
/// `&`.
pub static BIT_AND: Function = operator!("&", |a, b| Value::Int(int(a) & int(b)));
/// `|`.
pub static BIT_OR: Function = operator!("|", |a, b| Value::Int(int(a) | int(b)));
/// `<<`; by a negative number it shifts the other way.
pub static SHIFT_LEFT: Function = operator!("<<", |a, b| Value::Int(shift(int(a), int(b))));
/// `>>`.
pub static SHIFT_RIGHT: Function =
    operator!(">>", |a, b| Value::Int(shift(int(a), int(b).checked_neg().unwrap_or(i64::MAX))));
/// `-a`.
pub static NEGATE: Function = Function {
    name: "-",
    strict: true,
    pure: true,
    call: |_, args| Ok(arithmetic(&Value::Int(0), &args[0], i64::checked_sub, |x, y| x - y)),
};
/// `~`.
pub static BIT_NOT: Function = Function {
    name: "~",
    strict: true,
    pure: true,
    call: |_, args| Ok(Value::Int(!int(&args[0]))),
};

fn arithmetic(
    a: &Value,
    b: &Value,
    whole: fn(i64, i64) -> Option<i64>,
    other: fn(f64, f64) -> f64,
) -> Value {
    if let (Value::Int(x), Value::Int(y)) = (a, b)
        && let Some(n) = whole(*x, *y)
    {
        return Value::Int(n);
    }
    let (a, b) = (numeric(a), numeric(b));
    if let (Value::Int(x), Value::Int(y)) = (&a, &b)
        && let Some(n) = whole(*x, *y)
    {
        return Value::Int(n);
    }
    Value::real(other(real(&a), real(&b)))
}

/// Shifts left, or right by a negative number; bits that fall out are gone, the sign stays.
fn shift(n: i64, by: i64) -> i64 {
    match by {
        0..=63 => n << by,
        64.. => 0,
        -63..=-1 => n >> -by,
        _ => n >> 63,
    }
}
