//! PostgreSQL: arithmetic, `||` and the operators of ranges (chapters "Mathematical Functions and
//! Operators", "Date/Time Functions and Operators", "Range/Multirange Functions and Operators").

use std::rc::Rc;

use super::postgresql_cast::{coerce, is_implicit, is_text, rank};
use super::postgresql_expr::{INT, no_operator, result};
use super::postgresql_math::in_range;
use super::postgresql_values::{data_error, int_of, report};
use crate::error::{ErrorKind, Report};
use crate::plan::expr::{Bind, Bound};
use crate::plan::function::{Function, Host};
use crate::plan::node::Expr;
use crate::syntax::ast::{BinaryOp, UnaryOp};
use crate::types::Type;
use crate::types::calendar::days_from_civil;
use crate::types::datetime::{self, DATE, DAY, TIME, TIMESTAMP, TIMESTAMPTZ};
use crate::types::interval::Interval;
use crate::types::range::{Element, Range};
use crate::value::Value;

/// A number with a point, an exponent, or too long for bigint: numeric.
pub(super) fn number(text: &str) -> Bind<Bound> {
    let ty = Type::Decimal { precision: None };
    let value = super::postgresql_values::read(&Rc::from(text), &ty)?;
    Ok(Bound::constant(value, ty))
}

/// `-`, `+`, `~`.
pub(super) fn unary(op: UnaryOp, operand: Bound) -> Bind<Bound> {
    let sign = match op {
        UnaryOp::Minus => "-",
        UnaryOp::Plus => "+",
        UnaryOp::BitNot => "~",
        UnaryOp::Not => return Ok(Bound::new(Expr::Not(Rc::new(operand.expr)), Type::Bool)),
    };
    let operand = match operand.ty {
        // Of an operand without a type double precision is preferred.
        Type::Unknown if op == UnaryOp::Plus => coerce(operand, &Type::Float8)?,
        Type::Unknown => return Err(not_unique(&[sign, " unknown"].concat())),
        _ => operand,
    };
    let ty = operand.ty.clone();
    let whole = matches!(ty, Type::Int { .. });
    let fits = match op {
        UnaryOp::BitNot => whole,
        _ => rank(&ty).is_some() || ty == Type::Interval && op == UnaryOp::Minus,
    };
    if !fits {
        return Err(no_operator(sign, None, &ty));
    }
    let function = match op {
        UnaryOp::Plus => return Ok(Bound { origin: None, ..operand }),
        UnaryOp::BitNot => &BIT_NOT,
        _ => match &operand.expr {
            Expr::Const(Value::Int(n)) if *n != 0 && *n > i64::MIN => {
                return Ok(Bound { span: None, ..Bound::constant(Value::Int(-n), ty) });
            }
            _ => {
                let zero = match ty {
                    Type::Interval => Interval::default().value(),
                    Type::Float4 | Type::Float8 => Value::Real(0.0),
                    _ => Value::Int(0),
                };
                let zero = Bound::constant(zero, ty);
                return binary(BinaryOp::Sub, zero, operand);
            }
        },
    };
    Ok(Bound::new(Expr::Call(function, Rc::from([operand.expr])), ty))
}

static BIT_NOT: Function = Function {
    name: "~",
    strict: true,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Int(n) => Ok(Value::Int(!n)),
        _ => Ok(Value::Null),
    },
};

/// Operators that are neither comparisons nor logic.
pub(super) fn binary(op: BinaryOp, left: Bound, right: Bound) -> Bind<Bound> {
    let range = |bound: &Bound| matches!(bound.ty, Type::Range(_));
    let moves = matches!(
        op,
        BinaryOp::ShiftLeft
            | BinaryOp::ShiftRight
            | BinaryOp::Add
            | BinaryOp::Sub
            | BinaryOp::Mul
            | BinaryOp::BitAnd
    );
    if moves && (range(&left) || range(&right)) {
        return Err(ErrorKind::unsupported("this operator of ranges"));
    }
    if let Some(made) = super::postgresql_json::binary(op, &left, &right) {
        return made;
    }
    if let Some(made) = super::postgresql_array::binary(op, &left, &right) {
        return made;
    }
    if !takes(op, &left.ty) || !takes(op, &right.ty) {
        return Err(no_operator(sign(op), Some(&left.ty), &right.ty));
    }
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod => {
            arithmetic(op, left, right)
        }
        BinaryOp::Power => {
            let decimal = |ty: &Type| matches!(ty, Type::Decimal { .. });
            let float = |ty: &Type| matches!(ty, Type::Float4 | Type::Float8);
            let exact =
                (decimal(&left.ty) || decimal(&right.ty)) && !float(&left.ty) && !float(&right.ty);
            let (function, ty): (&'static Function, Type) = match exact {
                true => (&super::postgresql_decimal::POWER, Type::Decimal { precision: None }),
                false => (&super::postgresql_math::POWER, Type::Float8),
            };
            let args = vec![coerce(left, &ty)?, coerce(right, &ty)?];
            let exprs: Vec<Expr> = args.iter().map(|a| a.expr.clone()).collect();
            Ok(result(Expr::Call(function, exprs.into()), ty, &args))
        }
        BinaryOp::BitAnd
        | BinaryOp::BitOr
        | BinaryOp::BitXor
        | BinaryOp::ShiftLeft
        | BinaryOp::ShiftRight => bits(op, left, right),
        BinaryOp::Concat => concat(left, right),
        BinaryOp::Overlaps | BinaryOp::Contains | BinaryOp::ContainedBy => ranges(op, left, right),
        BinaryOp::Arrow | BinaryOp::LongArrow | BinaryOp::HashArrow | BinaryOp::HashLongArrow => {
            Err(no_operator(sign(op), Some(&left.ty), &right.ty))
        }
        other => Err(ErrorKind::unsupported(format!("operator {other:?}"))),
    }
}

/// Whether an operator has forms for a type on one of its sides.
fn takes(op: BinaryOp, ty: &Type) -> bool {
    let whole = matches!(ty, Type::Int { .. } | Type::Unknown);
    let number = whole || rank(ty).is_some();
    let span = *ty == Type::Interval;
    match op {
        BinaryOp::Power => number,
        BinaryOp::Mod => whole || matches!(ty, Type::Decimal { .. }),
        BinaryOp::BitAnd
        | BinaryOp::BitOr
        | BinaryOp::BitXor
        | BinaryOp::ShiftLeft
        | BinaryOp::ShiftRight => whole,
        BinaryOp::Mul | BinaryOp::Div => number || span || *ty == Type::Time,
        BinaryOp::Add | BinaryOp::Sub => {
            number || span || matches!(ty, Type::Date | Type::Time | Type::Timestamp { .. })
        }
        _ => true,
    }
}

/// The sign of an operator.
pub(super) fn sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Mod => "%",
        BinaryOp::Concat => "||",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "#",
        BinaryOp::ShiftLeft => "<<",
        BinaryOp::ShiftRight => ">>",
        BinaryOp::Overlaps => "&&",
        BinaryOp::Contains => "@>",
        BinaryOp::ContainedBy => "<@",
        BinaryOp::Eq => "=",
        BinaryOp::Power => "^",
        BinaryOp::Arrow => "->",
        BinaryOp::LongArrow => "->>",
        BinaryOp::HashArrow => "#>",
        BinaryOp::HashLongArrow => "#>>",
        BinaryOp::HasKey => "?",
        _ => "?",
    }
}

/// Two operands without a type leave open which operator is meant.
fn ambiguous(op: BinaryOp) -> ErrorKind {
    not_unique(&["unknown ", sign(op), " unknown"].concat())
}

/// Several operators fit as well as each other.
fn not_unique(operands: &str) -> ErrorKind {
    let hint =
        "Could not choose a best candidate operator. You might need to add explicit type casts.";
    ErrorKind::Report(Box::new(Report {
        hint: Some(hint.to_string()),
        has_position: true,
        ..report("42725", ["operator is not unique: ", operands].concat())
    }))
}

fn arithmetic(op: BinaryOp, left: Bound, right: Bound) -> Bind<Bound> {
    let wrong = no_operator(sign(op), Some(&left.ty), &right.ty);
    let (left, right) = match (&left.ty, &right.ty) {
        (Type::Unknown, Type::Unknown) => return Err(ambiguous(op)),
        (Type::Unknown, Type::Date) if op == BinaryOp::Add => {
            return Err(not_unique("unknown + date"));
        }
        (Type::Date, Type::Unknown) if op == BinaryOp::Add => {
            return Err(not_unique("date + unknown"));
        }
        // Of two operands the one without a type is taken to have the other's.
        (Type::Unknown, ty) => (coerce(left.clone(), &partner(ty, op))?, right),
        (ty, Type::Unknown) => (left.clone(), coerce(right, &partner(ty, op))?),
        _ => (left, right),
    };
    let (Some(a), Some(b)) = (rank(&left.ty), rank(&right.ty)) else {
        return moments(op, left, right).ok_or(wrong);
    };
    let ty = match (a.max(b), a, b) {
        // real with integers or numeric is double precision.
        (5, a, b) if a != b => Type::Float8,
        (most, a, _) => {
            if most == a {
                left.ty.clone()
            } else {
                right.ty.clone()
            }
        }
    };
    let ty =
        if matches!(ty, Type::Decimal { .. }) { Type::Decimal { precision: None } } else { ty };
    let Some(function) = arithmetic_function(op, &ty) else { return Err(wrong) };
    let args = [coerce(left, &ty)?, coerce(right, &ty)?];
    let exprs: Vec<Expr> = args.iter().map(|a| a.expr.clone()).collect();
    Ok(result(Expr::Call(function, exprs.into()), ty, &args))
}

/// The type of an operand without one, beside one of this type.
fn partner(ty: &Type, op: BinaryOp) -> Type {
    match ty {
        Type::Timestamp { .. } | Type::Time if op == BinaryOp::Add => Type::Interval,
        Type::Interval | Type::Time if matches!(op, BinaryOp::Mul | BinaryOp::Div) => Type::Float8,
        other => other.clone(),
    }
}

fn arithmetic_function(op: BinaryOp, ty: &Type) -> Option<&'static Function> {
    let table = match op {
        BinaryOp::Add => &ADD,
        BinaryOp::Sub => &SUBTRACT,
        BinaryOp::Mul => &MULTIPLY,
        BinaryOp::Div => &DIVIDE,
        _ => &REMAINDER,
    };
    let at = match ty {
        Type::Int { bits: 16, .. } => 0,
        Type::Int { bits: 32, .. } => 1,
        Type::Int { .. } => 2,
        Type::Float4 if op != BinaryOp::Mod => 3,
        Type::Float8 if op != BinaryOp::Mod => 4,
        Type::Decimal { .. } => 5,
        _ => return None,
    };
    Some(&table[at])
}

const fn operator(
    name: &'static str,
    call: fn(&mut dyn Host, &[Value]) -> Bind<Value>,
) -> Function {
    Function { name, strict: true, pure: true, call }
}

/// Each operator for smallint, integer, bigint, real, double precision, numeric.
macro_rules! operators {
    ($table:ident, $sign:literal, $int:ident, $real:ident, $decimal:path) => {
        static $table: [Function; 6] = [
            operator($sign, |_, args| ints(args, 16, $int)),
            operator($sign, |_, args| ints(args, 32, $int)),
            operator($sign, |_, args| ints(args, 64, $int)),
            operator($sign, |_, args| reals(args, true, $real)),
            operator($sign, |_, args| reals(args, false, $real)),
            operator($sign, |_, args| $decimal(args)),
        ];
    };
}

operators!(ADD, "+", add, add_real, super::postgresql_decimal::add);
operators!(SUBTRACT, "-", subtract, subtract_real, super::postgresql_decimal::subtract);
operators!(MULTIPLY, "*", multiply, multiply_real, super::postgresql_decimal::multiply);
operators!(DIVIDE, "/", divide, divide_real, super::postgresql_decimal::divide);
operators!(REMAINDER, "%", remainder, divide_real, super::postgresql_decimal::remainder);

/// The error for dividing by zero.
pub(super) fn division_by_zero() -> ErrorKind {
    data_error("22012", "division by zero")
}

fn ints(args: &[Value], bits: u8, op: fn(i64, i64) -> Bind<Option<i64>>) -> Bind<Value> {
    let (Value::Int(a), Value::Int(b)) = (&args[0], &args[1]) else { return Ok(Value::Null) };
    match op(*a, *b)? {
        Some(n) => int_of(n, bits),
        None => Err(data_error("22003", "bigint out of range")),
    }
}

fn add(a: i64, b: i64) -> Bind<Option<i64>> {
    Ok(a.checked_add(b))
}

fn subtract(a: i64, b: i64) -> Bind<Option<i64>> {
    Ok(a.checked_sub(b))
}

fn multiply(a: i64, b: i64) -> Bind<Option<i64>> {
    Ok(a.checked_mul(b))
}

fn divide(a: i64, b: i64) -> Bind<Option<i64>> {
    if b == 0 { Err(division_by_zero()) } else { Ok(a.checked_div(b)) }
}

fn remainder(a: i64, b: i64) -> Bind<Option<i64>> {
    if b == 0 { Err(division_by_zero()) } else { Ok(Some(a.wrapping_rem(b))) }
}

fn reals(args: &[Value], single: bool, op: fn(f64, f64) -> Bind<f64>) -> Bind<Value> {
    let (Value::Real(a), Value::Real(b)) = (&args[0], &args[1]) else { return Ok(Value::Null) };
    let x = op(*a, *b)?;
    let x = if single { f64::from(x as f32) } else { x };
    in_range(x, a.is_finite() && b.is_finite(), false).map(Value::Real)
}

fn add_real(a: f64, b: f64) -> Bind<f64> {
    Ok(a + b)
}

fn subtract_real(a: f64, b: f64) -> Bind<f64> {
    Ok(a - b)
}

fn multiply_real(a: f64, b: f64) -> Bind<f64> {
    in_range(a * b, false, a != 0.0 && b != 0.0)
}

fn divide_real(a: f64, b: f64) -> Bind<f64> {
    if b == 0.0 {
        Err(division_by_zero())
    } else {
        in_range(a / b, false, a != 0.0 && b.is_finite())
    }
}

fn bits(op: BinaryOp, left: Bound, right: Bound) -> Bind<Bound> {
    let wrong = no_operator(sign(op), Some(&left.ty), &right.ty);
    let (left, right) = match (&left.ty, &right.ty) {
        (Type::Unknown, Type::Unknown) => return Err(ambiguous(op)),
        (Type::Unknown, ty) => (coerce(left.clone(), &ty.clone())?, right),
        (ty, Type::Unknown) => {
            let ty = ty.clone();
            (left, coerce(right, &ty)?)
        }
        _ => (left, right),
    };
    let (Type::Int { bits: a, .. }, Type::Int { bits: b, .. }) = (&left.ty, &right.ty) else {
        return Err(wrong);
    };
    let shift = matches!(op, BinaryOp::ShiftLeft | BinaryOp::ShiftRight);
    let bits = if shift { *a } else { *a.max(b) };
    let function = match op {
        BinaryOp::BitAnd => &BITS[0],
        BinaryOp::BitOr => &BITS[1],
        BinaryOp::BitXor => &BITS[2],
        BinaryOp::ShiftLeft => &BITS[3],
        _ => &BITS[4],
    };
    let ty = Type::Int { bits, unsigned: false };
    let cast = Rc::new((Expr::Call(function, Rc::from([left.expr, right.expr])), ty.clone()));
    Ok(Bound::new(Expr::Cast(cut_to_width, cast), ty))
}

/// The bits that a type has room for.
fn cut_to_width(value: Value, ty: &Type) -> Bind<Value> {
    Ok(match (value, ty) {
        (Value::Int(n), Type::Int { bits: 16, .. }) => Value::Int(i64::from(n as i16)),
        (Value::Int(n), Type::Int { bits: 32, .. }) => Value::Int(i64::from(n as i32)),
        (value, _) => value,
    })
}

static BITS: [Function; 5] = [
    operator("&", |_, args| ints(args, 64, |a, b| Ok(Some(a & b)))),
    operator("|", |_, args| ints(args, 64, |a, b| Ok(Some(a | b)))),
    operator("#", |_, args| ints(args, 64, |a, b| Ok(Some(a ^ b)))),
    operator("<<", |_, args| ints(args, 64, |a, b| Ok(Some(a.wrapping_shl(b as u32))))),
    operator(">>", |_, args| ints(args, 64, |a, b| Ok(Some(a.wrapping_shr(b as u32))))),
];

/// One side must be a string; the other may be anything that prints (functions-string).
fn concat(left: Bound, right: Bound) -> Bind<Bound> {
    let text = |ty: &Type| is_text(ty) || *ty == Type::Unknown;
    if matches!(left.ty, Type::Bytes { .. })
        && matches!(right.ty, Type::Bytes { .. } | Type::Unknown)
    {
        let ty = left.ty.clone();
        let args = [left, coerce(right, &ty)?];
        let exprs: Vec<Expr> = args.iter().map(|a| a.expr.clone()).collect();
        return Ok(result(Expr::Call(&JOIN_BYTES, exprs.into()), ty, &args));
    }
    if !text(&left.ty) && !text(&right.ty) {
        return Err(no_operator("||", Some(&left.ty), &right.ty));
    }
    let args = [coerce(left, &Type::Text)?, coerce(right, &Type::Text)?];
    let exprs: Vec<Expr> = args.iter().map(|a| a.expr.clone()).collect();
    Ok(result(Expr::Call(&JOIN, exprs.into()), Type::Text, &args))
}

static JOIN: Function = operator("||", |_, args| match (&args[0], &args[1]) {
    (Value::Text(a), Value::Text(b)) => Ok(Value::text(&format!("{a}{b}"))),
    _ => Ok(Value::Null),
});

static JOIN_BYTES: Function = operator("||", |_, args| match (&args[0], &args[1]) {
    (Value::Blob(a), Value::Blob(b)) => Ok(Value::Blob([&**a, &**b].concat().into())),
    _ => Ok(Value::Null),
});

/// Sums and differences of dates, times and intervals; none when there is none of these types.
fn moments(op: BinaryOp, left: Bound, right: Bound) -> Option<Bound> {
    use Type::{Date, Interval as Span, Time, Timestamp};
    let whole = |ty: &Type| matches!(ty, Type::Int { bits: 16 | 32, .. });
    // A time is an interval beside what takes one alone.
    let (mut left, mut right) = (left, right);
    let scaled = matches!(op, BinaryOp::Mul | BinaryOp::Div);
    if left.ty == Time && scaled {
        left = coerce(left, &Span).ok()?;
    }
    let moment = matches!(left.ty, Timestamp { .. });
    if right.ty == Time && (scaled || moment || left.ty == Date && op == BinaryOp::Sub) {
        right = coerce(right, &Span).ok()?;
    }
    let plain = Timestamp { zone: false, fraction: 6 };
    let ty = match (op, &left.ty, &right.ty) {
        (BinaryOp::Add, Date, n) | (BinaryOp::Sub, Date, n) if whole(n) => Date,
        (BinaryOp::Add, n, Date) if whole(n) => Date,
        (BinaryOp::Sub, Date, Date) => INT,
        (BinaryOp::Add, Date, Time) | (BinaryOp::Add, Time, Date) => plain,
        (BinaryOp::Add | BinaryOp::Sub, Date, Span) | (BinaryOp::Add, Span, Date) => plain,
        (BinaryOp::Add | BinaryOp::Sub, ty @ (Timestamp { .. } | Time | Span), Span) => ty.clone(),
        (BinaryOp::Add, Span, ty @ (Timestamp { .. } | Time)) => ty.clone(),
        (BinaryOp::Sub, Timestamp { .. } | Date, Timestamp { .. } | Date) => Span,
        (BinaryOp::Sub, Time, Time) => Span,
        (BinaryOp::Mul, Span, n) | (BinaryOp::Mul, n, Span) | (BinaryOp::Div, Span, n)
            if rank(n).is_some() =>
        {
            Span
        }
        _ => return None,
    };
    let function = match op {
        BinaryOp::Add => &MOMENT_ADD,
        BinaryOp::Sub => &MOMENT_SUBTRACT,
        BinaryOp::Mul => &INTERVAL_MULTIPLY,
        _ => &INTERVAL_DIVIDE,
    };
    Some(Bound::new(Expr::Call(function, Rc::from([left.expr, right.expr])), ty))
}

static MOMENT_ADD: Function = operator("+", |_, args| sum(&args[0], &args[1]));
static MOMENT_SUBTRACT: Function = operator("-", |_, args| difference(&args[0], &args[1]));
static INTERVAL_MULTIPLY: Function = operator("*", |_, args| {
    let (span, factor) = match Interval::of(&args[0]) {
        Some(span) => (span, crate::functions::real(&args[1])),
        None => (Interval::of(&args[1]).unwrap_or_default(), crate::functions::real(&args[0])),
    };
    Ok(span.times(factor).value())
});
static INTERVAL_DIVIDE: Function = operator("/", |_, args| {
    let divisor = crate::functions::real(&args[1]);
    if divisor == 0.0 {
        return Err(division_by_zero());
    }
    Ok(Interval::of(&args[0]).unwrap_or_default().times(1.0 / divisor).value())
});

fn sum(left: &Value, right: &Value) -> Result<Value, ErrorKind> {
    Ok(match (left, right) {
        (Value::Other(ops, _), Value::Int(n)) | (Value::Int(n), Value::Other(ops, _)) => {
            let moment = datetime::number_of(left).or_else(|| datetime::number_of(right));
            return moved(ops, moment.unwrap_or(0), *n);
        }
        _ => match (Interval::of(left), Interval::of(right)) {
            (Some(a), Some(b)) => a.plus(b).value(),
            (Some(span), None) => later(right, span)?,
            (None, Some(span)) => later(left, span)?,
            (None, None) => date_and_time(left, right),
        },
    })
}

fn date_and_time(left: &Value, right: &Value) -> Value {
    let (date, time) = match left {
        Value::Other(ops, _) if ops.id == TIME.id => (right, left),
        _ => (left, right),
    };
    let (date, time) = (datetime::number_of(date), datetime::number_of(time));
    datetime::value(&TIMESTAMP, date.unwrap_or(0) * DAY + time.unwrap_or(0))
}

/// A moment moved by an interval; a date becomes a timestamp.
fn later(moment: &Value, span: Interval) -> Result<Value, ErrorKind> {
    let (Value::Other(ops, _), Some(number)) = (moment, datetime::number_of(moment)) else {
        return Ok(Value::Null);
    };
    let after = |micros: i64| {
        span.after(micros).ok_or_else(|| data_error("22008", "timestamp out of range"))
    };
    Ok(match ops.id {
        _ if matches!(number, i64::MIN | i64::MAX) => moment.clone(),
        id if id == TIME.id => {
            let time = number.saturating_add(span.micros).rem_euclid(DAY);
            datetime::value(&TIME, time)
        }
        id if id == DATE.id => datetime::value(&TIMESTAMP, after(number.saturating_mul(DAY))?),
        id if id == TIMESTAMPTZ.id => datetime::value(&TIMESTAMPTZ, after(number)?),
        _ => datetime::value(&TIMESTAMP, after(number)?),
    })
}

/// A date so many days later (datatype-datetime, table 8.9).
fn moved(ops: &'static crate::value::TypeOps, date: i64, days: i64) -> Result<Value, ErrorKind> {
    if matches!(date, i64::MIN | i64::MAX) {
        return Ok(datetime::value(ops, date));
    }
    let days = date.saturating_add(days);
    let first = days_from_civil(-4713, 11, 24);
    match (first..days_from_civil(5_874_898, 1, 1)).contains(&days) {
        true => Ok(datetime::value(ops, days)),
        false => Err(data_error("22008", "date out of range")),
    }
}

fn difference(left: &Value, right: &Value) -> Result<Value, ErrorKind> {
    if let Some(span) = Interval::of(right) {
        return match Interval::of(left) {
            Some(first) => Ok(first.plus(span.negated()).value()),
            None => later(left, span.negated()),
        };
    }
    let (Value::Other(ops, _), Some(number)) = (left, datetime::number_of(left)) else {
        return Ok(Value::Null);
    };
    if let Value::Int(n) = right {
        return moved(ops, number, n.saturating_neg());
    }
    let Value::Other(other_ops, _) = right else { return Ok(Value::Null) };
    let other = datetime::number_of(right).unwrap_or(0);
    let infinite = |n: i64| matches!(n, i64::MIN | i64::MAX);
    let is_date = |id: u8| id == DATE.id;
    if is_date(ops.id) && is_date(other_ops.id) {
        return match infinite(number) || infinite(other) {
            true => Err(data_error("22008", "cannot subtract infinite dates")),
            false => Ok(Value::Int(number - other)),
        };
    }
    if infinite(number) || infinite(other) {
        return Err(ErrorKind::unsupported("infinite intervals"));
    }
    let micros = |id: u8, n: i64| if is_date(id) { n.saturating_mul(DAY) } else { n };
    let apart = micros(ops.id, number).saturating_sub(micros(other_ops.id, other));
    if ops.id == TIME.id {
        return Ok(Interval { micros: apart, ..Interval::default() }.value());
    }
    Ok(Interval { months: 0, days: apart / DAY, micros: apart % DAY }.value())
}

/// `&&`, `@>`, `<@` of ranges.
fn ranges(op: BinaryOp, left: Bound, right: Bound) -> Bind<Bound> {
    let wrong = no_operator(sign(op), Some(&left.ty), &right.ty);
    let (whole, part) = match op {
        BinaryOp::ContainedBy => (right, left),
        _ => (left, right),
    };
    let (whole, part) = match (&whole.ty, &part.ty) {
        (Type::Range(_), Type::Unknown) => {
            let ty = whole.ty.clone();
            (whole, coerce(part, &ty)?)
        }
        (Type::Unknown, Type::Range(_)) => {
            let ty = part.ty.clone();
            (coerce(whole, &ty)?, part)
        }
        _ => (whole, part),
    };
    let (function, part) = match (op, &whole.ty, &part.ty) {
        (BinaryOp::Overlaps, a @ Type::Range(_), b) if a == b => (&OVERLAPS, part),
        (BinaryOp::Contains | BinaryOp::ContainedBy, a @ Type::Range(_), b) if a == b => {
            (&CONTAINS, part)
        }
        (BinaryOp::Contains | BinaryOp::ContainedBy, Type::Range(item), ty)
            if is_implicit(ty, item) =>
        {
            (&CONTAINS, coerce(part, &item.clone())?)
        }
        _ => return Err(wrong),
    };
    Ok(Bound::new(Expr::Call(function, Rc::from([whole.expr, part.expr])), Type::Bool))
}

static OVERLAPS: Function = operator("&&", |_, args| {
    Ok(match (Range::from_value(&args[0]), Range::from_value(&args[1])) {
        (Some(a), Some(b)) => Value::Bool(a.overlaps(&b)),
        _ => Value::Null,
    })
});

static CONTAINS: Function = operator("@>", |_, args| {
    Ok(match (Range::from_value(&args[0]), Range::from_value(&args[1])) {
        (Some(a), Some(b)) => Value::Bool(a.contains_range(&b)),
        (Some(a), None) => {
            Element::bound(&args[1]).map_or(Value::Null, |n| Value::Bool(a.contains(n)))
        }
        _ => Value::Null,
    })
});
