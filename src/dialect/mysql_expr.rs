//! MySQL: what expressions and queries mean. Sources: chapters "Functions and Operators" and
//! "Type Conversion in Expression Evaluation".

use std::rc::Rc;

use super::mysql_types::{DEFAULT_COLLATION, print};
use super::{mysql_functions, mysql_types};
use crate::collation::{BINARY, Collation, Fold};
use crate::error::ErrorKind;
use crate::functions::{arithmetic, exact, info, like};
use crate::plan::expr::{
    Aliases, Bind, Bound, Collated, ExprRules, Having, InColumn, LikeUse, ScanOrder,
};
use crate::plan::function::Function;
use crate::plan::node::{Adjust, Compare, CompareOp, Expr, InList, ResultColumn};
use crate::syntax::ast::{self, BinaryOp, ExprKind, LikeOp, Literal, TypeArg, UnaryOp};
use crate::types::decimal::Decimal;
use crate::types::{Type, number};
use crate::value::Value;

pub(super) use super::mysql_expr_report::words;

/// The rules.
pub(super) const EXPR: ExprRules = ExprRules {
    literal,
    rowid_names: &[],
    quoted_column: |name| name.to_string(),
    unique_names: true,
    aliases: Aliases::AfterGrouping,
    unary,
    binary,
    compare,
    in_list,
    in_query,
    like: bind_like,
    condition: |bound, _| Ok(condition(bound)),
    truth,
    common: |bounds, _| Ok(common(bounds)),
    cast,
    interval: |_, _| Err(ErrorKind::unsupported("INTERVAL")),
    function: mysql_functions::function,
    is_aggregate: mysql_functions::is_aggregate,
    aggregate: mysql_functions::aggregate,
    variable,
    system_table: |_, _, _| None,
    nulls_first: true,
    group_check: true,
    having: Having::Filters,
    order_groups: true,
    sorted_groups: false,
    common_tables_meet: false,
    sorted_compounds: false,
    limit: |bound, _| Ok(bound.expr),
    column_name,
    values_name: |at| format!("column_{at}"),
    table_function: |name, _| Err(ErrorKind::unsupported(format!("table function {name}"))),
    one_row: Some(super::mysql_expr_report::second_row),
    convert: None,
    scan_order: ScanOrder::Clustered,
    default_collation: &DEFAULT_COLLATION,
    untyped_is_text: false,
};

/// The type of a whole number.
pub(super) const BIGINT: Type = Type::Int { bits: 64, unsigned: false };
const DECIMAL: Type = Type::Decimal { precision: None };

fn literal(literal: &Literal) -> Bind<Bound> {
    Ok(match literal {
        Literal::Null => Bound::constant(Value::Null, Type::Unknown),
        Literal::Bool(b) => Bound::constant(Value::Int(i64::from(*b)), BIGINT),
        Literal::Integer(n) => Bound::constant(Value::Int(*n), BIGINT),
        Literal::Number(text) => match Decimal::parse(text) {
            Some(decimal) if !text.contains(['e', 'E']) => {
                Bound::constant(decimal.to_value(), DECIMAL)
            }
            _ => Bound::constant(number::literal(text), Type::Float8),
        },
        Literal::Text(text) => Bound::constant(Value::Text(text.clone()), Type::Text),
        Literal::Blob(bytes) => Bound::constant(Value::Blob(bytes.clone()), BYTES),
        Literal::Current(which) => {
            let function = match *which {
                "CURRENT_DATE" => &crate::functions::date::CURRENT_DATE,
                "CURRENT_TIME" => &crate::functions::date::CURRENT_TIME,
                _ => &crate::functions::date::CURRENT_TIMESTAMP,
            };
            Bound::new(call(function, Vec::new()), Type::Text)
        }
    })
}

const BYTES: Type = Type::Bytes { limit: None, fixed: false };

pub(super) fn call(function: &'static Function, args: Vec<Expr>) -> Expr {
    Expr::Call(function, args.into())
}

fn variable(name: &str, system: bool) -> Bind<Bound> {
    if system {
        return Err(ErrorKind::unsupported(format!("system variable {name}")));
    }
    let name = Expr::Const(Value::text(name));
    Ok(Bound::new(call(&info::USER_VARIABLE, vec![name]), Type::Unknown))
}

/// What matters of a type for arithmetic and comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Int,
    Decimal,
    Float,
    Text,
    Bytes,
    /// A parameter or variable, or NULL.
    Unknown,
}

pub(super) fn class(ty: &Type) -> Class {
    match ty {
        Type::Int { .. } | Type::Bool => Class::Int,
        Type::Decimal { .. } => Class::Decimal,
        Type::Float4 | Type::Float8 => Class::Float,
        Type::Bytes { .. } => Class::Bytes,
        Type::Unknown | Type::Affinity(..) => Class::Unknown,
        _ => Class::Text,
    }
}

fn numeric_result(left: Class, right: Class) -> Type {
    match (left, right) {
        (Class::Int, Class::Int) => BIGINT,
        (Class::Int | Class::Decimal, Class::Int | Class::Decimal) => DECIMAL,
        (Class::Unknown, _) | (_, Class::Unknown) => Type::Unknown,
        _ => Type::Float8,
    }
}

fn unary(op: UnaryOp, operand: Bound) -> Bind<Bound> {
    let kind = class(&operand.ty);
    Ok(match op {
        UnaryOp::Plus => operand,
        UnaryOp::Minus => match operand.expr {
            Expr::Const(Value::Int(n)) if n != i64::MIN => Bound::constant(Value::Int(-n), BIGINT),
            expr => {
                let ty = numeric_result(kind, kind);
                Bound::new(call(&exact::NEGATE, vec![expr]), ty)
            }
        },
        UnaryOp::BitNot => Bound::new(call(&arithmetic::BIT_NOT, vec![operand.expr]), BIGINT),
        UnaryOp::Not => truth(Expr::Not(Rc::new(condition(operand)))),
    })
}

fn binary(op: BinaryOp, left: Bound, right: Bound) -> Bind<Bound> {
    let (a, b) = (class(&left.ty), class(&right.ty));
    let common = numeric_result(a, b);
    let (function, ty) = match op {
        BinaryOp::Add => (&exact::ADD, common),
        BinaryOp::Sub => (&exact::SUBTRACT, common),
        BinaryOp::Mul => (&exact::MULTIPLY, common),
        BinaryOp::Div => match common {
            Type::Int { .. } => (&exact::DIVIDE, DECIMAL),
            other => (&exact::DIVIDE, other),
        },
        BinaryOp::IntDiv => (&exact::INT_DIVIDE, BIGINT),
        BinaryOp::Mod => (&exact::REMAINDER, common),
        BinaryOp::BitAnd => (&arithmetic::BIT_AND, BIGINT),
        BinaryOp::BitOr => (&arithmetic::BIT_OR, BIGINT),
        BinaryOp::BitXor => (&BIT_XOR, BIGINT),
        BinaryOp::ShiftLeft => (&arithmetic::SHIFT_LEFT, BIGINT),
        BinaryOp::ShiftRight => (&arithmetic::SHIFT_RIGHT, BIGINT),
        other => return Err(ErrorKind::unsupported(format!("operator {other:?}"))),
    };
    Ok(Bound::new(call(function, vec![left.expr, right.expr]), ty))
}

static BIT_XOR: Function = Function {
    name: "^",
    strict: true,
    pure: true,
    call: |_, args| {
        Ok(Value::Int(crate::functions::int(&args[0]) ^ crate::functions::int(&args[1])))
    },
};

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

/// A conversion, done at once where the value is known.
fn via(function: &'static Function, expr: Expr) -> Expr {
    match (&expr, function.name) {
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

fn compare(op: CompareOp, left: Bound, right: Bound) -> Bind<Expr> {
    let Sides { left, right, collation, adjust } = sides(&left, &right);
    Ok(Expr::Compare(Rc::new(Compare { op, left, right, collation, adjust })))
}

fn in_list(operand: Bound, list: Vec<Bound>, not: bool) -> Bind<Expr> {
    let kind = class(&operand.ty);
    let simple = list.iter().all(|b| class(&b.ty) == kind || b.is_null());
    let together = std::iter::once(&operand).chain(&list).collect::<Vec<_>>();
    let collation = if kind == Class::Text || !simple { collation_of(&together) } else { &BINARY };
    let list = list.into_iter().map(|b| b.expr).collect();
    let adjust = (!simple || kind == Class::Unknown).then_some(adjust as _);
    Ok(Expr::InList(Rc::new(InList { expr: operand.expr, list, collation, adjust, not })))
}

fn in_query(operand: Bound, column: &ResultColumn) -> Bind<InColumn> {
    let (a, b) = (class(&operand.ty), class(&column.ty));
    let adjust = (a != b || a == Class::Unknown).then_some(adjust as _);
    let collation = operand.collation.map_or(column.collation, |c| c.collation);
    Ok(InColumn { operand: operand.expr, affinity: None, cast: None, collation, adjust })
}

fn bind_like(like: LikeUse, operand: Bound, pattern: Bound, escape: Option<Bound>) -> Bind<Expr> {
    let collation = collation_of(&[&operand, &pattern]);
    let bytes = [&operand, &pattern].iter().any(|b| class(&b.ty) == Class::Bytes);
    let function = match (like.op, collation.fold) {
        (LikeOp::Like, Fold::None) => &like::LIKE_CASE,
        (LikeOp::Like, _) if bytes => &like::LIKE_CASE,
        (LikeOp::Like, Fold::CaseAndAccent) => &like::LIKE_ACCENT,
        (LikeOp::Like, Fold::Ascii | Fold::Case) => &like::LIKE_FOLD,
        (LikeOp::Regexp | LikeOp::IRegexp, _) => return Err(ErrorKind::unsupported("REGEXP")),
        (LikeOp::Glob | LikeOp::Match | LikeOp::ILike | LikeOp::Similar, _) => {
            return Err(ErrorKind::unsupported("this kind of LIKE"));
        }
    };
    let backslash = || Expr::Const(Value::text("\\"));
    let escape = escape.map_or_else(backslash, |e| e.expr);
    let expr = call(function, vec![pattern.expr, operand.expr, escape]);
    Ok(if like.not { Expr::Not(Rc::new(expr)) } else { expr })
}

fn condition(bound: Bound) -> Expr {
    match bound.expr {
        Expr::Truth(condition) => {
            Rc::try_unwrap(condition).unwrap_or_else(|shared| (*shared).clone())
        }
        expr => expr,
    }
}

fn truth(condition: Expr) -> Bound {
    Bound::new(Expr::Truth(Rc::new(condition)), BIGINT)
}

/// The type of alternatives: the wider of numbers, else text.
pub(super) fn common(bounds: &[Bound]) -> Type {
    let known: Vec<_> = bounds.iter().filter(|b| !b.is_null()).collect();
    let Some(first) = known.first() else { return Type::Unknown };
    if known.iter().all(|b| b.ty == first.ty) {
        return first.ty.clone();
    }
    let classes = known.iter().map(|b| class(&b.ty));
    classes
        .reduce(|a, b| match (a, b) {
            (a, b) if a == b => a,
            (Class::Unknown, _) | (_, Class::Unknown) => Class::Unknown,
            (Class::Bytes, _) | (_, Class::Bytes) => Class::Bytes,
            (Class::Text, _) | (_, Class::Text) => Class::Text,
            (Class::Float, _) | (_, Class::Float) => Class::Float,
            _ => Class::Decimal,
        })
        .map_or(Type::Unknown, |class| match class {
            Class::Int => BIGINT,
            Class::Decimal => DECIMAL,
            Class::Float => Type::Float8,
            Class::Text => Type::Text,
            Class::Bytes => BYTES,
            Class::Unknown => Type::Unknown,
        })
}

/// CAST and CONVERT ("Cast Functions and Operators").
fn cast(operand: Bound, ty: &ast::TypeName) -> Bind<Bound> {
    let mut lengths = ty.args.iter().filter_map(|a| match a {
        TypeArg::Number(n) => u32::try_from(*n).ok(),
        TypeArg::Text(_) => None,
    });
    let target = match &*ty.name {
        "SIGNED" | "SIGNED INTEGER" | "UNSIGNED" | "UNSIGNED INTEGER" | "INTEGER" => BIGINT,
        "CHAR" | "NCHAR" | "CHARACTER" => lengths.next().map_or(Type::Text, Type::Varchar),
        "BINARY" => Type::Bytes { limit: lengths.next(), fixed: false },
        "DECIMAL" | "DEC" | "NUMERIC" => {
            let precision = lengths.next().unwrap_or(10) as u16;
            Type::Decimal { precision: Some((precision, lengths.next().unwrap_or(0) as u16)) }
        }
        "DOUBLE" | "REAL" | "DOUBLE PRECISION" | "FLOAT" => Type::Float8,
        other => {
            return Err(ErrorKind::unsupported(format!("CAST to {}", other.to_lowercase())));
        }
    };
    let collation = matches!(target, Type::Text | Type::Varchar(_))
        .then_some(Collated { collation: &DEFAULT_COLLATION, explicit: false });
    let expr = Expr::Cast(cast_value, Rc::new((operand.expr, target.clone())));
    Ok(Bound { collation, ..Bound::new(expr, target) })
}

fn cast_value(value: Value, ty: &Type) -> Bind<Value> {
    if value.is_null() {
        return Ok(Value::Null);
    }
    Ok(match ty {
        Type::Int { .. } => match &value {
            Value::Real(x) => Value::Int(x.round() as i64),
            Value::Other(..) => match Decimal::from_value(&value).and_then(|d| d.to_int()) {
                Some(n) => Value::Int(n),
                None => value,
            },
            other => Value::Int(crate::functions::int(other)),
        },
        Type::Varchar(length) => {
            let text: String = print(&value).chars().take(*length as usize).collect();
            Value::text(&text)
        }
        Type::Text => Value::text(&print(&value)),
        Type::Bytes { limit, .. } => {
            let mut bytes = match value {
                Value::Blob(bytes) => bytes.to_vec(),
                other => print(&other).into_bytes(),
            };
            bytes.truncate(limit.map_or(usize::MAX, |l| l as usize));
            Value::Blob(bytes.into())
        }
        Type::Decimal { precision } => {
            let decimal = match &value {
                Value::Text(text) => decimal_prefix(text),
                other => Decimal::from_value(other).unwrap_or_else(|| Decimal::from_int(0)),
            };
            let scale = precision.map_or(decimal.scale(), |(_, scale)| usize::from(scale));
            decimal.round(scale).to_value()
        }
        Type::Float4 | Type::Float8 => Value::Real(crate::functions::real(&value)),
        _ => value,
    })
}

/// The number at the start of a text.
fn decimal_prefix(text: &str) -> Decimal {
    let text = text.trim();
    let longest = (1..=text.len()).rev().filter_map(|end| text.get(..end));
    longest.filter_map(Decimal::parse).next().unwrap_or_else(|| Decimal::from_int(0))
}

/// A column's name as written, a string's value, else the text as written.
fn column_name(expr: &ast::Expr, _bound: &Bound, text: &str) -> String {
    match &expr.kind {
        ExprKind::Column(name) => name.name.text.to_string(),
        ExprKind::Literal(Literal::Text(text)) => text.to_string(),
        _ => text.to_string(),
    }
}

/// Text of a value, as MySQL prints it.
pub(super) static TO_TEXT: Function = Function {
    name: "to text",
    strict: true,
    pure: true,
    call: |_, args| Ok(Value::text(&mysql_types::print(&args[0]))),
};
