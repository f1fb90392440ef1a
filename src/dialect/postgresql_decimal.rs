//! PostgreSQL: arithmetic of numeric (datatype-numeric, numeric.c). NaN and the infinities, which
//! the exact type does not have, are doubles; what is computed with one of them is computed so.

use super::postgresql_operators::division_by_zero;
use crate::error::{ErrorKind, Report};
use crate::functions::real;
use crate::plan::expr::Bind;
use crate::plan::function::{Accumulator, Aggregate, Function};
use crate::types::decimal::Decimal;
use crate::value::Value;

/// Two exact numbers; none when one of them is NaN or infinite.
fn both(args: &[Value]) -> Option<(Decimal, Decimal)> {
    Some((Decimal::from_value(&args[0])?, Decimal::from_value(&args[1])?))
}

/// `+`.
pub(super) fn add(args: &[Value]) -> Bind<Value> {
    Ok(match both(args) {
        Some((a, b)) => a.plus(&b).to_value(),
        None => Value::Real(real(&args[0]) + real(&args[1])),
    })
}

/// `-`.
pub(super) fn subtract(args: &[Value]) -> Bind<Value> {
    Ok(match both(args) {
        Some((a, b)) => a.minus(&b).to_value(),
        None => Value::Real(real(&args[0]) - real(&args[1])),
    })
}

/// `*`.
pub(super) fn multiply(args: &[Value]) -> Bind<Value> {
    Ok(match both(args) {
        Some((a, b)) => a.times(&b).to_value(),
        None => Value::Real(real(&args[0]) * real(&args[1])),
    })
}

/// `/`.
pub(super) fn divide(args: &[Value]) -> Bind<Value> {
    match both(args) {
        Some((a, b)) => Ok(quotient(&a, &b)?.to_value()),
        None => Ok(Value::Real(real(&args[0]) / real(&args[1]))),
    }
}

/// `%`.
pub(super) fn remainder(args: &[Value]) -> Bind<Value> {
    match both(args) {
        Some((a, b)) => Ok(a.remainder(&b).ok_or_else(division_by_zero)?.to_value()),
        None => Ok(Value::Real(f64::NAN)),
    }
}

fn quotient(a: &Decimal, b: &Decimal) -> Bind<Decimal> {
    a.divided(b, division_scale(a, b)).ok_or_else(division_by_zero)
}

/// Digits after the point of a quotient: at least 16 significant ones (select_div_scale).
fn division_scale(a: &Decimal, b: &Decimal) -> usize {
    let ((weight_a, first_a), (weight_b, first_b)) = (leading(a), leading(b));
    let weight = weight_a - weight_b - i64::from(first_a <= first_b);
    let scale = (16 - weight * 4).max(a.scale() as i64).max(b.scale() as i64);
    scale.clamp(0, 1000) as usize
}

/// The place of the first digit to the base 10000, and that digit.
fn leading(number: &Decimal) -> (i64, u32) {
    let text = number.clone().absolute().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.trim_start_matches('0');
    if !whole.is_empty() {
        let weight = (whole.len() - 1) / 4;
        let first = &whole[..whole.len() - weight * 4];
        return (weight as i64, first.parse().unwrap_or(0));
    }
    let zeros = fraction.bytes().take_while(|b| *b == b'0').count();
    if zeros == fraction.len() {
        return (0, 0);
    }
    let group = zeros / 4;
    let padded = format!("{fraction:0<width$}", width = group * 4 + 4);
    (-(group as i64) - 1, padded[group * 4..group * 4 + 4].parse().unwrap_or(0))
}

/// A numeric that must fit its precision and scale.
pub(super) fn fitted(value: Value, precision: u16, scale: u16) -> Bind<Value> {
    let Some(number) = Decimal::from_value(&value) else {
        return match value {
            Value::Real(x) if x.is_infinite() => Err(overflow(precision, scale, true)),
            other => Ok(other),
        };
    };
    let rounded = number.round(usize::from(scale));
    if rounded.whole_digits() > usize::from(precision.saturating_sub(scale)) {
        return Err(overflow(precision, scale, false));
    }
    Ok(rounded.to_value())
}

fn overflow(precision: u16, scale: u16, infinite: bool) -> ErrorKind {
    let what = match infinite {
        true => "cannot hold an infinite value.".to_string(),
        false => {
            let most = match precision - scale.min(precision) {
                0 => "1".to_string(),
                digits => format!("10^{digits}"),
            };
            format!("must round to an absolute value less than {most}.")
        }
    };
    let detail = format!("A field with precision {precision}, scale {scale} {what}");
    let report = super::postgresql_values::report("22003", "numeric field overflow");
    ErrorKind::Report(Box::new(Report { detail: Some(detail), ..report }))
}

/// A function of one numeric and, for some, a number of digits.
macro_rules! decimal_function {
    ($name:ident, $label:literal, $exact:expr, $real:expr) => {
        pub(super) static $name: Function = Function {
            name: $label,
            strict: true,
            pure: true,
            call: |_, args| {
                let exact: fn(Decimal, i64) -> Decimal = $exact;
                let real: fn(f64) -> f64 = $real;
                let digits = match args.get(1) {
                    Some(Value::Int(n)) => *n,
                    _ => 0,
                };
                Ok(match Decimal::from_value(&args[0]) {
                    Some(number) => exact(number, digits).to_value(),
                    None => Value::Real(real(crate::functions::real(&args[0]))),
                })
            },
        };
    };
}

decimal_function!(ROUND, "round", |n, digits| to_digits(&n, digits, Decimal::round), |x| x);
decimal_function!(TRUNC, "trunc", |n, digits| to_digits(&n, digits, Decimal::cut), |x| x);
decimal_function!(ABS, "abs", |n, _| n.absolute(), f64::abs);
decimal_function!(CEIL, "ceil", |n, _| whole(&n, true), |x| x);
decimal_function!(FLOOR, "floor", |n, _| whole(&n, false), |x| x);
decimal_function!(
    SIGN,
    "sign",
    |n, _| Decimal::from_int(match (n.is_zero(), n.is_negative()) {
        (true, _) => 0,
        (false, true) => -1,
        (false, false) => 1,
    }),
    f64::signum
);

/// `power` of numeric, for whole exponents (numeric.c, `power_var_int`).
pub(super) static POWER: Function = Function {
    name: "power",
    strict: true,
    pure: true,
    call: |_, args| {
        let missing = || ErrorKind::unsupported("numeric raised to this power");
        let (base, exponent) = both(args).ok_or_else(missing)?;
        let whole = exponent.cut(0);
        let times = whole.to_int().filter(|n| n.unsigned_abs() <= 4000).ok_or_else(missing)?;
        if !whole.cmp_value(&exponent).is_eq() {
            return Err(missing());
        }
        if base.is_zero() && times < 0 {
            let message = "zero raised to a negative power is undefined";
            return Err(super::postgresql_values::data_error("2201F", message));
        }
        let digits = base.whole_digits().max(1) + base.scale();
        if digits as u64 * times.unsigned_abs() > 20_000 {
            return Err(missing());
        }
        let weight = match base.is_zero() {
            true => 0,
            false => (times as f64 * base.clone().absolute().to_f64().log10()) as i64,
        };
        let least = base.scale().max(exponent.scale()) as i64;
        let scale = (16 - weight).max(least).clamp(0, 1000) as usize;
        let mut power = Decimal::from_int(1);
        for _ in 0..times.unsigned_abs() {
            power = power.times(&base);
        }
        if times < 0 {
            power = Decimal::from_int(1).divided(&power, scale).ok_or_else(division_by_zero)?;
        }
        Ok(power.round(scale).to_value())
    },
};

/// `sqrt` of numeric, by Newton's method from the root as a double.
pub(super) static SQRT: Function = Function {
    name: "sqrt",
    strict: true,
    pure: true,
    call: |_, args| {
        let Some(number) = Decimal::from_value(&args[0]) else {
            return Ok(Value::Real(real(&args[0]).sqrt()));
        };
        if number.is_negative() {
            let message = "cannot take square root of a negative number";
            return Err(super::postgresql_values::data_error("2201F", message));
        }
        // At least 16 significant digits (numeric_sqrt).
        let weight = leading(&number).0;
        let before = if weight >= 0 { weight * 2 + 1 } else { 1 - (1 - weight * 4) / 2 };
        let scale = (16 - before).max(number.scale() as i64).clamp(0, 1000) as usize;
        let missing = || ErrorKind::unsupported("square root of this numeric");
        let mut root = Decimal::from_f64(number.to_f64().sqrt()).ok_or_else(missing)?;
        if !number.is_zero() {
            let half = Decimal::parse("0.5").ok_or_else(missing)?;
            for _ in 0..8 {
                let other = number.divided(&root, scale + 8).ok_or_else(missing)?;
                root = root.plus(&other).times(&half).round(scale + 8);
            }
        }
        Ok(root.round(scale).to_value())
    },
};

/// Negative digits are places before the point.
fn to_digits(number: &Decimal, digits: i64, to: fn(&Decimal, usize) -> Decimal) -> Decimal {
    if digits >= 0 {
        return to(number, digits.min(1000) as usize);
    }
    let unit = Decimal::parse(&format!("1e{}", -digits.max(-1000)))
        .unwrap_or_else(|| Decimal::from_int(1));
    let scale = number.scale() + (-digits.max(-1000)) as usize;
    let parts = number.divided(&unit, scale).unwrap_or_else(|| Decimal::from_int(0));
    to(&parts, 0).times(&unit)
}

fn whole(number: &Decimal, up: bool) -> Decimal {
    let cut = number.cut(0);
    let away = !cut.cmp_value(number).is_eq() && number.is_negative() != up;
    let one = Decimal::from_int(1);
    match (away, up) {
        (false, _) => cut,
        (true, true) => cut.plus(&one),
        (true, false) => cut.minus(&one),
    }
}

/// `sum` of bigint and numeric.
pub(super) static SUM: Aggregate =
    Aggregate { name: "sum", start: |_| Box::new(Sum { average: false, ..Sum::default() }) };
/// `avg` of integers and numeric.
pub(super) static AVG: Aggregate =
    Aggregate { name: "avg", start: |_| Box::new(Sum { average: true, ..Sum::default() }) };

#[derive(Default)]
struct Sum {
    average: bool,
    count: i64,
    sum: Option<Value>,
}

impl Accumulator for Sum {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        let Some(value) = args.first().filter(|v| !v.is_null()) else { return Ok(false) };
        let before = self.sum.take().unwrap_or_else(|| Decimal::from_int(0).to_value());
        self.sum = Some(add(&[before, value.clone()])?);
        self.count += 1;
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        let Some(sum) = self.sum.clone() else { return Ok(Value::Null) };
        if self.average {
            return divide(&[sum, Value::Int(self.count)]);
        }
        Ok(sum)
    }
}
