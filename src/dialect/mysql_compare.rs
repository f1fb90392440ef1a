//! MySQL: what two sides of a comparison are brought to ("Type Conversion in Expression
//! Evaluation", "Collation Coercibility in Expressions").

use std::rc::Rc;

use super::mysql_date::{NUMBER, TO_DATETIME, TO_TIME, TODAY_AT, YEAR};
use super::mysql_expr::{BIGINT, Class, DECIMAL, call, class};
use super::mysql_types::{DEFAULT_COLLATION, print};
use super::{mysql_json, mysql_time};
use crate::catalog::Column;
use crate::collation::{BINARY, Collation};
use crate::error::{ErrorKind, Report};
use crate::functions::{exact, text};
use crate::plan::expr::{Bind, Bound, InColumn};
use crate::plan::function::Function;
use crate::plan::node::{Adjust, Compare, CompareOp, Expr, InList, ResultColumn};
use crate::types::decimal::Decimal;
use crate::types::number::whole_text_number;
use crate::types::{EnumType, Type};
use crate::value::Value;

/// The collation of a comparison of texts: COLLATE, else a column's, else the connection's
/// ("Collation Coercibility in Expressions").
pub(super) fn collation_of(bounds: &[&Bound]) -> &'static Collation {
    crate::plan::expr::common_collation(bounds.iter().copied(), &DEFAULT_COLLATION)
}

/// Two sides brought together, how they compare, and whether that is known only when they are
/// there.
struct Sides {
    left: Expr,
    right: Expr,
    collation: &'static Collation,
    adjust: Option<Adjust>,
}

fn sides(left: &Bound, right: &Bound) -> Sides {
    let (a, b) = (class(&left.ty), class(&right.ty));
    let (l, r) = (left.expr.clone(), right.expr.clone());
    let numbers = |left, right| Sides { left, right, collation: &BINARY, adjust: None };
    match (a, b) {
        (Class::Text, Class::Text) => {
            Sides { left: l, right: r, collation: collation_of(&[left, right]), adjust: None }
        }
        (Class::Bytes, Class::Bytes) => numbers(l, r),
        (Class::Bytes, Class::Text | Class::Unknown) => numbers(l, via(&exact::TO_BYTES, r)),
        (Class::Text | Class::Unknown, Class::Bytes) => numbers(via(&exact::TO_BYTES, l), r),
        (Class::Decimal, Class::Decimal) => numbers(l, r),
        (Class::Decimal, Class::Int) => numbers(l, via(&exact::TO_DECIMAL, r)),
        (Class::Int, Class::Decimal) => numbers(via(&exact::TO_DECIMAL, l), r),
        (Class::Decimal, Class::Float | Class::Text | Class::Bytes) => {
            numbers(via(&exact::TO_REAL, l), via(&exact::TO_REAL, r))
        }
        (Class::Float | Class::Text | Class::Bytes, Class::Decimal) => {
            numbers(via(&exact::TO_REAL, l), via(&exact::TO_REAL, r))
        }
        // An integer or double column stays as it is, so that its index can be used.
        (Class::Int | Class::Float, _) => numbers(l, via_number(b, r)),
        (_, Class::Int | Class::Float) => numbers(via_number(a, l), r),
        (Class::Unknown, _) | (_, Class::Unknown) => Sides {
            left: l,
            right: r,
            collation: collation_of(&[left, right]),
            adjust: Some(adjust),
        },
    }
}

fn via_number(class: Class, expr: Expr) -> Expr {
    match class {
        Class::Int | Class::Float => expr,
        Class::Text | Class::Bytes | Class::Unknown | Class::Decimal => {
            via(&exact::TO_NUMBER, expr)
        }
    }
}

/// A value for a column: of hexadecimal and bit literals the number, where it takes one.
pub(super) fn convert(column: &Column, bound: Bound) -> Result<Expr, ErrorKind> {
    let moment = matches!(bound.ty, Type::Date | Type::Time | Type::Timestamp { .. });
    Ok(match (class(&column.ty), &column.ty) {
        // A date or time is the number of its digits, and of a YEAR its year.
        (Class::Int | Class::Decimal | Class::Float, _) if moment => {
            call(&NUMBER, vec![bound.expr])
        }
        (_, Type::Catalog("year")) if moment && bound.ty != Type::Time => {
            call(&YEAR, vec![bound.expr])
        }
        (Class::Int | Class::Decimal | Class::Float, _) | (_, Type::Catalog(_)) => {
            literal_number(bound.expr)
        }
        _ => bound.expr,
    })
}

/// A hexadecimal or bit literal as the number that it is in a numeric context ("Hexadecimal
/// Literals", "Bit-Value Literals").
pub(super) fn literal_number(expr: Expr) -> Expr {
    match &expr {
        Expr::Const(Value::Blob(bytes)) if bytes.len() <= 8 => {
            let number = bytes.iter().fold(0, |n: u64, byte| n << 8 | u64::from(*byte));
            Expr::Const(super::mysql_expr::as_unsigned(Value::Int(number as i64)))
        }
        _ => expr,
    }
}

/// The same with its type.
pub(super) fn literal(bound: Bound) -> Bound {
    if !matches!(bound.expr, Expr::Const(Value::Blob(_))) {
        return bound;
    }
    match literal_number(bound.expr) {
        Expr::Const(value @ Value::Int(_)) => Bound::constant(value, BIGINT),
        Expr::Const(value @ Value::Other(..)) => Bound::constant(value, DECIMAL),
        expr => Bound::new(expr, bound.ty),
    }
}

/// A conversion, done at once where the value is known.
pub(super) fn via(function: &'static Function, expr: Expr) -> Expr {
    let expr = if function.name == "to bytes" { expr } else { literal_number(expr) };
    match (&expr, function.name) {
        (Expr::Const(Value::Text(text)), "to number" | "to real")
            if whole_text_number(text).is_none() =>
        {
            call(&exact::CONSTANT_TO_NUMBER, vec![expr])
        }
        (Expr::Const(value), "to number") if !value.is_null() => {
            Expr::Const(exact::to_number(value))
        }
        (Expr::Const(value), "to decimal") => {
            Decimal::from_value(value).map_or(expr, |d| Expr::Const(d.to_value()))
        }
        _ => call(function, vec![expr]),
    }
}

/// Two values of types known only now ("Type Conversion in Expression Evaluation").
pub(super) fn adjust(left: Value, right: Value) -> (Value, Value) {
    let exact = |v: &Value| matches!(v, Value::Other(..));
    let text = |v: &Value| matches!(v, Value::Text(_));
    let bytes = |v: &Value| matches!(v, Value::Blob(_));
    match (&left, &right) {
        (Value::Null, _) | (_, Value::Null) => (left, right),
        (a, b) if text(a) && text(b) || bytes(a) && bytes(b) => (left, right),
        (a, b) if (text(a) || bytes(a)) && (text(b) || bytes(b)) => {
            let raw = |v: Value| Value::Blob(print(&v).into_bytes().into());
            (raw(left), raw(right))
        }
        (Value::Real(_), _) | (_, Value::Real(_)) => (as_real(left), as_real(right)),
        (a, b) if text(a) || text(b) || bytes(a) || bytes(b) => (as_real(left), as_real(right)),
        (a, b) if exact(a) != exact(b) => {
            let decimal = |v: Value| Decimal::from_value(&v).map_or(v, |d| d.to_value());
            (decimal(left), decimal(right))
        }
        _ => (left, right),
    }
}

fn as_real(value: Value) -> Value {
    match value {
        Value::Int(_) => value,
        other => Value::Real(crate::functions::real(&other)),
    }
}

pub(super) fn compare(op: CompareOp, left: Bound, right: Bound) -> Bind<Expr> {
    let (left, right) = special(left, right)?;
    let Sides { left, right, collation, adjust } = sides(&left, &right);
    Ok(Expr::Compare(Rc::new(Compare { op, left, right, collation, adjust })))
}

pub(super) fn in_list(operand: Bound, list: Vec<Bound>, not: bool) -> Bind<Expr> {
    let is_number = |b: &Bound| matches!(class(&b.ty), Class::Int | Class::Decimal | Class::Float);
    let (numbers, texts) = (list.iter().any(is_number), list.iter().any(|b| !is_number(b)));
    // A label is compared as a text and as a number.
    if matches!(operand.ty, Type::Enum(_) | Type::Set(_)) && numbers && texts {
        let mut any = Vec::with_capacity(list.len());
        for value in list {
            any.push(compare(CompareOp::Eq, operand.clone(), value)?);
        }
        let any = Expr::Or(any.into());
        return Ok(if not { Expr::Not(Rc::new(any)) } else { any });
    }
    let mut together = Vec::with_capacity(list.len());
    let mut operand = operand;
    for value in list {
        let value = match class(&operand.ty) {
            Class::Int | Class::Decimal | Class::Float => literal(value),
            _ => value,
        };
        let (changed, value) = special(operand, value)?;
        operand = changed;
        together.push(value);
    }
    let mut list = together;
    // Texts beside numbers are doubles, of which is told what is no number.
    let as_number = |b: Bound| match class(&b.ty) {
        Class::Text if !b.is_null() => Bound::new(via(&exact::TO_REAL, b.expr), Type::Float8),
        _ => b,
    };
    if is_number(&operand) {
        list = list.into_iter().map(as_number).collect();
    } else if list.iter().all(|b| is_number(b) || b.is_null()) && numbers {
        operand = as_number(operand);
    }
    let kind = class(&operand.ty);
    let simple = list.iter().all(|b| class(&b.ty) == kind || b.is_null());
    let together = std::iter::once(&operand).chain(&list).collect::<Vec<_>>();
    let collation = if kind == Class::Text || !simple { collation_of(&together) } else { &BINARY };
    let list = list.into_iter().map(|b| b.expr).collect();
    let adjust = (!simple || kind == Class::Unknown).then_some(adjust as _);
    Ok(Expr::InList(Rc::new(InList { expr: operand.expr, list, collation, adjust, not })))
}

pub(super) fn in_query(operand: Bound, column: &ResultColumn) -> Bind<InColumn> {
    let (a, b) = (class(&operand.ty), class(&column.ty));
    let adjust = (a != b || a == Class::Unknown).then_some(adjust as _);
    let collation = operand.collation.map_or(column.collation, |c| c.collation);
    Ok(InColumn { operand: operand.expr, affinity: None, cast: None, collation, adjust })
}

static LABEL_NUMBER: Function = Function {
    name: "label number",
    strict: true,
    pure: true,
    call: |_, args| {
        let own = text(&args[0]);
        let at = args[1..].iter().position(|label| text(label) == own);
        Ok(Value::Int(at.map_or(0, |at| at as i64 + 1)))
    },
};

static LABEL_BITS: Function = Function {
    name: "label bits",
    strict: true,
    pure: true,
    call: |_, args| {
        let own = text(&args[0]);
        let has = |label: &Value| own.split(',').any(|part| part == text(label));
        let bits = args[1..].iter().enumerate().filter(|(_, label)| has(label));
        Ok(Value::Int(bits.fold(0, |sum, (at, _)| sum | 1 << at)))
    },
};

static SINGLE: Function = Function {
    name: "single",
    strict: true,
    pure: true,
    call: |_, args| Ok(Value::Real(f64::from(crate::functions::real(&args[0]) as f32))),
};

fn labels(function: &'static Function, expr: Expr, ty: &EnumType) -> Expr {
    let labels = ty.labels.iter().map(|label| Expr::Const(Value::Text(label.clone())));
    call(function, std::iter::once(expr).chain(labels).collect())
}

/// A value as arithmetic takes it: of an ENUM the number of its label, of a SET its bits, of a date
/// its digits, of a FLOAT all that single precision makes of it.
pub(super) fn number(bound: Bound) -> Bound {
    let expr = match &bound.ty {
        Type::Enum(ty) => labels(&LABEL_NUMBER, bound.expr, ty),
        Type::Set(ty) => labels(&LABEL_BITS, bound.expr, ty),
        Type::Date | Type::Time | Type::Timestamp { .. } => call(&NUMBER, vec![bound.expr]),
        Type::Jsonb => return mysql_json::compared(bound),
        Type::Catalog(name) => {
            let ty = Type::Int { bits: 64, unsigned: true };
            let expr = match *name {
                "bit" => bound.expr,
                _ => call(&NUMBER, vec![bound.expr]),
            };
            return Bound { origin: bound.origin, ..Bound::new(expr, ty) };
        }
        Type::Float4 => return Bound::new(call(&SINGLE, vec![bound.expr]), Type::Float8),
        _ => return literal(bound),
    };
    Bound::new(expr, BIGINT)
}

/// What rows are sorted by: an ENUM by its number, a SET by its bits.
pub(super) fn sorted_by(bound: Bound) -> Bound {
    match bound.ty {
        Type::Enum(_) | Type::Set(_) => number(bound),
        _ => bound,
    }
}

/// Brings together what classes alone do not: dates, labels, single precision.
fn special(left: Bound, right: Bound) -> Bind<(Bound, Bound)> {
    let is_time = |b: &Bound| matches!(b.ty, Type::Date | Type::Time | Type::Timestamp { .. });
    let by_number = |b: &Bound| matches!(class(&b.ty), Class::Int | Class::Decimal | Class::Float);
    if left.ty == right.ty || left.is_null() || right.is_null() {
        return Ok((left, right));
    }
    let (left, right) = (mysql_json::compared(left), mysql_json::compared(right));
    match (is_time(&left), is_time(&right)) {
        (true, true) => return Ok((in_full(left), in_full(right))),
        (true, false) => return with_time(left, right),
        (false, true) => return with_time(right, left).map(|(right, left)| (left, right)),
        (false, false) => {}
    }
    let left = as_year(&right, left);
    let right = as_year(&left, right);
    if left.ty == right.ty {
        return Ok((left, right));
    }
    let labelled = |b: &Bound| matches!(b.ty, Type::Enum(_) | Type::Set(_));
    let changes = |b: &Bound, other: &Bound| {
        b.ty == Type::Catalog("year")
            || labelled(b) && by_number(other)
            || b.ty == Type::Float4 && class(&other.ty) != Class::Text
    };
    let left_changes = changes(&left, &right);
    let right_changes = changes(&right, &left);
    let of = |b: Bound, changes: bool| if changes { number(b) } else { b };
    Ok((of(left, left_changes), of(right, right_changes)))
}

/// A constant beside a YEAR as the year that it would be stored as, if any (item_cmpfunc.cc,
/// `convert_constant_item`).
fn as_year(other: &Bound, bound: Bound) -> Bound {
    let (Type::Catalog("year"), Expr::Const(value)) = (&other.ty, &bound.expr) else {
        return bound;
    };
    let text = print(value);
    let short = matches!(value, Value::Text(_)) && text.len() < 4;
    let number = Decimal::parse(text.trim()).and_then(|d| d.round(0).to_int());
    match number.and_then(|n| super::mysql_assign::year_of(n, short)) {
        Some(year) => Bound::constant(year, other.ty.clone()),
        None => bound,
    }
}

/// A date or time as a moment with all digits, a time as one of today.
fn in_full(bound: Bound) -> Bound {
    let to = if bound.ty == Type::Time { &TODAY_AT } else { &TO_DATETIME };
    Bound::new(call(to, vec![bound.expr]), super::mysql_date::datetime(6))
}

/// A date or time and another value, which is read as one ("a string constant is converted to a
/// timestamp before the comparison").
fn with_time(time: Bound, other: Bound) -> Bind<(Bound, Bound)> {
    let same = |text: String| Bound::constant(Value::text(&text), time.ty.clone());
    let Expr::Const(value) = &other.expr else {
        if matches!(class(&other.ty), Class::Int | Class::Decimal | Class::Float) {
            return Ok((number(time), other));
        }
        return Ok(match time.ty {
            Type::Time => {
                let expr = call(&TO_TIME, vec![other.expr]);
                let other = Bound::new(expr, Type::Time);
                (time, other)
            }
            _ => (in_full(time), in_full(other)),
        });
    };
    let written = mysql_time::written(value);
    if time.ty == Type::Time {
        let read = mysql_time::parse_time(&written).map_err(|_| wrong("TIME", value))?;
        let other = same(mysql_time::clock(read.0, 0));
        return Ok((time, other));
    }
    let moment = match mysql_time::parse(&written) {
        Ok((moment, _)) => moment,
        Err(mysql_time::Wrong::Zero) => mysql_time::Moment::default(),
        Err(_) if time.ty == Type::Date => return Err(wrong("DATE", value)),
        Err(_) => return Err(wrong("DATETIME", value)),
    };
    let digits = match time.ty {
        Type::Date if moment.micros == 0 => {
            let other = same(moment.date());
            return Ok((time, other));
        }
        Type::Timestamp { fraction, .. } => fraction,
        _ => 6,
    };
    let unit = 10i64.pow(6 - u32::from(digits));
    if time.ty != Type::Date && moment.micros % unit == 0 {
        let other = same(moment.text(digits));
        return Ok((time, other));
    }
    let other = Bound::constant(Value::text(&moment.text(6)), super::mysql_date::datetime(6));
    Ok((in_full(time), other))
}

fn wrong(kind: &str, value: &Value) -> ErrorKind {
    ErrorKind::Report(Box::new(Report {
        code: "ER_WRONG_VALUE".to_string(),
        errno: 1525,
        sqlstate: "HY000".to_string(),
        message: format!("Incorrect {kind} value: '{}'", print(value)),
        ..Report::default()
    }))
}
