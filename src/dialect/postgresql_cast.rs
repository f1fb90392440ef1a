//! PostgreSQL: which conversions between types there are, and how an expression is brought to a
//! type when a statement is planned (chapter "Type Conversion"; pg_cast). What a conversion does to
//! a value is in `postgresql_values`.

use std::rc::Rc;

use super::postgresql_types::{named, sql_name};
use super::postgresql_values::{cast, convert, data_error, parameter, read, report, to_type};
use crate::catalog::Column;
use crate::collation::{Fold, JSONB};
use crate::error::{ErrorKind, Report};
use crate::plan::expr::{Bind, Bound, Collated};
use crate::plan::function::Function;
use crate::plan::node::Expr;
use crate::syntax::ast::TypeName;
use crate::types::Type;
use crate::value::Value;

/// How freely a conversion is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Freedom {
    /// In any expression.
    Implicit,
    /// To store a value in a column.
    Assignment,
    /// By CAST alone.
    Explicit,
}

/// The place of a numeric type among those that convert to it implicitly.
pub(super) fn rank(ty: &Type) -> Option<u8> {
    Some(match ty {
        Type::Int { bits: 16, .. } => 1,
        Type::Int { bits: 32, .. } => 2,
        Type::Int { .. } => 3,
        Type::Decimal { .. } => 4,
        Type::Float4 => 5,
        Type::Float8 => 6,
        _ => return None,
    })
}

/// Whether a type is one of the string types.
pub(super) fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::Text | Type::Varchar(_) | Type::Char(_) | Type::Catalog("name" | "char"))
}

/// Whether two types are the same, lengths aside.
pub(super) fn same(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::Varchar(_), Type::Varchar(_))
        | (Type::Char(_), Type::Char(_))
        | (Type::Decimal { .. }, Type::Decimal { .. }) => true,
        (Type::Timestamp { zone: a, .. }, Type::Timestamp { zone: b, .. }) => a == b,
        (Type::Array(a), Type::Array(b)) => same(a, b),
        (a, b) => a == b,
    }
}

/// The least freedom with which one type is converted to another; none when it never is.
pub(super) fn freedom(from: &Type, to: &Type) -> Option<Freedom> {
    use Freedom::{Assignment, Explicit, Implicit};
    if same(from, to) || *from == Type::Unknown {
        return Some(Implicit);
    }
    if let (Some(a), Some(b)) = (rank(from), rank(to)) {
        return Some(if a <= b { Implicit } else { Assignment });
    }
    Some(match (from, to) {
        (a, Type::Catalog("name" | "char")) if is_text(a) => Assignment,
        (a, b) if is_text(a) && is_text(b) => Implicit,
        (Type::Date, Type::Timestamp { .. }) => Implicit,
        (Type::Timestamp { zone: false, .. }, Type::Timestamp { zone: true, .. }) => Implicit,
        (Type::Time, Type::Interval) => Implicit,
        (Type::Timestamp { .. }, Type::Date | Type::Time | Type::Timestamp { .. }) => Assignment,
        (Type::Interval, Type::Time) => Assignment,
        (Type::Bool, Type::Int { bits: 32, .. }) | (Type::Int { bits: 32, .. }, Type::Bool) => {
            Explicit
        }
        (Type::Array(a), Type::Array(b)) => return freedom(a, b),
        (Type::Json, Type::Jsonb) | (Type::Jsonb, Type::Json) => Assignment,
        (Type::Jsonb, to) if *to == Type::Bool || rank(to).is_some() => Explicit,
        (Type::Catalog(_), Type::Catalog(_)) => Implicit,
        (Type::Int { .. }, Type::Catalog("oid" | "regclass" | "xid")) => Implicit,
        (Type::Catalog("oid" | "regclass"), Type::Int { bits: 64 | 32, .. }) => Assignment,
        // By way of text: to a string type in an assignment, from one by CAST.
        (_, b) if is_text(b) => Assignment,
        (a, _) if is_text(a) => Explicit,
        _ => return None,
    })
}

/// Whether one type is brought to another in any expression.
pub(super) fn is_implicit(from: &Type, to: &Type) -> bool {
    freedom(from, to) == Some(Freedom::Implicit)
}

/// The text of a char(n) without the blanks that pad it.
static WITHOUT_PADDING: Function = Function {
    name: "rtrim",
    strict: true,
    pure: true,
    call: |_, args| {
        Ok(match &args[0] {
            Value::Text(text) if text.ends_with(' ') => Value::text(text.trim_end_matches(' ')),
            other => other.clone(),
        })
    },
};

/// A real as double precision, with the digits that it lacks (it is kept as it is written).
static WIDENED: Function = Function {
    name: "float8",
    strict: true,
    pure: true,
    call: |_, args| {
        Ok(match &args[0] {
            Value::Real(x) => Value::Real(f64::from(*x as f32)),
            other => other.clone(),
        })
    },
};

/// Brings an expression to a type to which it converts.
pub(super) fn coerce(bound: Bound, ty: &Type) -> Bind<Bound> {
    let expr = match (&bound.expr, &bound.ty) {
        (Expr::Const(Value::Null), _) => Expr::Const(Value::Null),
        (Expr::Const(Value::Text(text)), Type::Unknown) => {
            Expr::Const(read(text, ty).map_err(|kind| at_literal(kind, &bound))?)
        }
        (expr, Type::Char(_)) if is_text(ty) && !matches!(ty, Type::Char(_)) => {
            Expr::Call(&WITHOUT_PADDING, Rc::from([expr.clone()]))
        }
        (expr, from) if needs_nothing(from, ty) => expr.clone(),
        (expr, Type::Float4) if *ty == Type::Float8 => {
            Expr::Call(&WIDENED, Rc::from([expr.clone()]))
        }
        (expr, Type::Jsonb) if *ty == Type::Bool || rank(ty).is_some() => {
            Expr::Cast(super::postgresql_json::plain, Rc::new((expr.clone(), ty.clone())))
        }
        (expr, Type::Float4) if is_text(ty) => {
            Expr::Call(&super::postgresql_float::TEXT, Rc::from([expr.clone()]))
        }
        (expr, Type::Float4) if matches!(ty, Type::Decimal { .. }) => {
            Expr::Call(&super::postgresql_float::NUMERIC, Rc::from([expr.clone()]))
        }
        (Expr::Param(_), _) => Expr::Cast(parameter, Rc::new((bound.expr.clone(), ty.clone()))),
        (expr, _) => Expr::Cast(convert, Rc::new((expr.clone(), ty.clone()))),
    };
    let collation = match ty {
        Type::Jsonb => Some(Collated { collation: &JSONB, explicit: false, passed_on: false }),
        _ => bound.collation.filter(|c| is_text(ty) && c.collation.fold != Fold::Json),
    };
    Ok(Bound { collation, span: bound.span, ..Bound::new(expr, ty.clone()) })
}

fn needs_nothing(from: &Type, to: &Type) -> bool {
    same(from, to)
        || is_text(from) && is_text(to)
        || matches!((from, to), (Type::Int { bits: a, .. }, Type::Int { bits: b, .. }) if a <= b)
}

/// An error about a literal stands at the literal.
fn at_literal(kind: ErrorKind, bound: &Bound) -> ErrorKind {
    let kind = match kind {
        ErrorKind::Report(report) => {
            ErrorKind::Report(Box::new(Report { has_position: true, ..*report }))
        }
        kind => kind,
    };
    kind.placed(bound.span)
}

/// Whether a value of one type may be stored as another.
pub(super) fn suits(from: &Type, to: &Type) -> bool {
    freedom(from, to).is_some_and(|f| f <= Freedom::Assignment)
}

/// The name of a column's type, which may be a domain.
fn type_shown(column: &Column) -> String {
    let own = sql_name(&column.ty);
    let name = Rc::from(column.declared.to_ascii_uppercase());
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | ' ' | '.');
    if !column.declared.chars().all(word) || matches!(column.ty, Type::Enum(_)) {
        return own;
    }
    let (args, text, span) = (Vec::new(), column.declared.clone(), Default::default());
    let (unsigned, charset, dimensions, schema) = (false, None, 0, None);
    let of = TypeName { name, args, unsigned, charset, dimensions, schema, text, span };
    match named(&of) {
        Err(ErrorKind::UnknownType { .. }) => column.declared.to_lowercase(),
        _ => own,
    }
}

/// A value for a column: its type must convert to the column's (typeconv-query). Lengths are
/// looked at when the row is written.
pub(super) fn assigned(column: &Column, bound: Bound, what: &'static str) -> Bind<Expr> {
    let allowed = freedom(&bound.ty, &column.ty);
    if allowed.is_none_or(|f| f > Freedom::Assignment) {
        let message = format!(
            "column \"{}\" is of type {} but {what} is of type {}",
            column.name,
            type_shown(column),
            sql_name(&bound.ty)
        );
        let hint = Some("You will need to rewrite or cast the expression.".to_string());
        let has_position = what == "expression";
        let report = Report { hint, has_position, ..report("42804", message) };
        return Err(ErrorKind::Report(Box::new(report)).placed(bound.span));
    }
    match &bound.expr {
        Expr::Param(_) => Ok(Expr::Cast(parameter, Rc::new((bound.expr, column.ty.clone())))),
        // A literal that is none of the type is an error before any row is made.
        Expr::Const(Value::Text(text)) if bound.ty == Type::Unknown => {
            let value = read(text, &column.ty).map_err(|kind| at_literal(kind, &bound))?;
            to_type(value, &column.ty).map_err(|kind| ErrorKind::Constant(Box::new(kind)))?;
            Ok(bound.expr)
        }
        // So are constants that do not fit, for constants are computed before rows are.
        Expr::Const(value) => {
            let value = to_type(value.clone(), &column.ty);
            value.map_err(|kind| ErrorKind::Constant(Box::new(kind)))?;
            Ok(bound.expr)
        }
        _ => match bound.ty {
            Type::Char(_) if !matches!(column.ty, Type::Char(_)) => {
                Ok(coerce(bound, &Type::Text)?.expr)
            }
            _ => Ok(bound.expr),
        },
    }
}

/// The value of a column whose type changes: without USING the old type must convert to the new in
/// an assignment (sql-altertable).
pub(super) fn changed_type(column: &Column, bound: Bound, using: bool) -> Bind<Expr> {
    let allowed = freedom(&bound.ty, &column.ty);
    if allowed.is_some_and(|f| f <= Freedom::Assignment) {
        return Ok(coerce(bound, &column.ty)?.expr);
    }
    let (name, ty) = (&column.name, sql_name(&column.ty));
    let report = match using {
        true => Report {
            hint: Some("You might need to add an explicit cast.".to_string()),
            ..report(
                "42804",
                format!(
                    "result of USING clause for column \"{name}\" cannot be cast automatically to type {ty}"
                ),
            )
        },
        false => Report {
            hint: Some(format!("You might need to specify \"USING {name}::{ty}\".")),
            ..report(
                "42804",
                format!("column \"{name}\" cannot be cast automatically to type {ty}"),
            )
        },
    };
    Err(ErrorKind::Report(Box::new(report)))
}

/// `CAST(a AS type)`.
pub(super) fn explicit(bound: Bound, name: &TypeName) -> Bind<Bound> {
    let ty = named(name)?;
    to_named(bound, ty)
}

pub(super) fn to_named(bound: Bound, ty: Type) -> Bind<Bound> {
    if ty == Type::Catalog("regclass") {
        let expr = Expr::Call(&super::postgresql_catalog::REGCLASS, Rc::from([bound.expr]));
        return Ok(Bound { span: bound.span, ..Bound::new(expr, ty) });
    }
    if let Type::Catalog("regnamespace" | "regtype") = ty {
        let function = match ty {
            Type::Catalog("regtype") => &super::postgresql_catalog::REGTYPE,
            _ => &super::postgresql_catalog::REGNAMESPACE,
        };
        let expr = Expr::Call(function, Rc::from([bound.expr]));
        return Ok(Bound { span: bound.span, ..Bound::new(expr, ty) });
    }
    if freedom(&bound.ty, &ty).is_none() {
        let message = format!("cannot cast type {} to {}", sql_name(&bound.ty), sql_name(&ty));
        let report = Report { has_position: true, ..report("42846", message) };
        return Err(ErrorKind::Report(Box::new(report)));
    }
    let span = bound.span;
    // What prints as a name is a number as such.
    let bound = match (&bound.ty, &ty) {
        (
            Type::Catalog("regclass" | "regtype" | "regnamespace"),
            Type::Catalog("oid") | Type::Int { .. },
        ) => {
            let number = Expr::Call(&super::postgresql_catalog::NUMBER, Rc::from([bound.expr]));
            Bound { span, ..Bound::new(number, crate::dialect::postgresql_expr::BIGINT) }
        }
        _ => bound,
    };
    let plain = coerce(bound, &ty)?;
    let expr = match (&ty, plain.expr) {
        (
            Type::Varchar(1..)
            | Type::Char(1..)
            | Type::Decimal { .. }
            | Type::Timestamp { .. }
            | Type::Array(_),
            expr,
        ) => match expr {
            Expr::Const(value) => Expr::Const(cast(value, &ty)?),
            expr => Expr::Cast(cast, Rc::new((expr, ty.clone()))),
        },
        (_, expr) => expr,
    };
    Ok(Bound { span, collation: plain.collation, ..Bound::new(expr, ty) })
}

/// `INTERVAL '…' [unit]`.
pub(super) fn interval(bound: Bound, unit: Option<&str>) -> Bind<Bound> {
    if let (Some(unit), Expr::Const(Value::Text(text))) = (unit, &bound.expr) {
        let plain = text.trim().parse::<f64>().is_ok();
        let text = if plain { format!("{text} {}", unit.to_lowercase()) } else { text.to_string() };
        return coerce(bound.with(Expr::Const(Value::text(&text))), &Type::Interval);
    }
    coerce(bound, &Type::Interval)
}

/// The type that several expressions have in common (typeconv-union-case): the first that is not
/// a bare literal, or a later one to which it converts.
pub(super) fn common_type(bounds: &[Bound], what: &str) -> Bind<Type> {
    let mut typed = bounds.iter().filter(|b| b.ty != Type::Unknown);
    let Some(first) = typed.next() else { return Ok(Type::Text) };
    let mut common = first.ty.clone();
    for bound in typed {
        if same(&common, &bound.ty) {
            continue;
        }
        if is_implicit(&common, &bound.ty) && !is_implicit(&bound.ty, &common) {
            common = bound.ty.clone();
        } else if !is_implicit(&bound.ty, &common) {
            let (a, b) = (sql_name(&common), sql_name(&bound.ty));
            let message = format!("{what} types {a} and {b} cannot be matched");
            let report = Report { has_position: true, ..report("42804", message) };
            return Err(ErrorKind::Report(Box::new(report)).placed(bound.span));
        }
    }
    // Alternatives of different lengths have none.
    let alike = bounds.iter().all(|b| b.ty == common || b.ty == Type::Unknown);
    Ok(match common {
        Type::Varchar(_) if !alike => Type::Varchar(0),
        Type::Char(_) if !alike => Type::Char(0),
        common => common,
    })
}

/// Brings expressions to the type that they have in common.
pub(super) fn common(bounds: &mut [Bound], what: &'static str) -> Bind<Type> {
    let ty = common_type(bounds, what)?;
    for bound in bounds {
        *bound = coerce(bound.clone(), &ty)?;
    }
    Ok(ty)
}

/// Brings an expression to boolean for a clause.
pub(super) fn condition(bound: Bound, word: &'static str) -> Bind<Expr> {
    match bound.ty {
        Type::Bool => Ok(bound.expr),
        Type::Unknown => Ok(coerce(bound, &Type::Bool)?.expr),
        ref other => {
            let message =
                format!("argument of {word} must be type boolean, not type {}", sql_name(other));
            let report = Report { has_position: true, ..report("42804", message) };
            Err(ErrorKind::Report(Box::new(report)).placed(bound.span))
        }
    }
}

/// LIMIT and OFFSET.
pub(super) fn limit(bound: Bound, word: &'static str) -> Bind<Expr> {
    if !is_implicit(&bound.ty, &Type::Int { bits: 64, unsigned: false })
        && rank(&bound.ty).is_none()
    {
        let message =
            format!("argument of {word} must be type bigint, not type {}", sql_name(&bound.ty));
        let report = Report { has_position: true, ..report("42804", message) };
        return Err(ErrorKind::Report(Box::new(report)).placed(bound.span));
    }
    let bound = coerce(bound, &Type::Int { bits: 64, unsigned: false })?;
    let function = if word == "LIMIT" { &LIMIT } else { &OFFSET };
    Ok(match bound.expr {
        Expr::Const(Value::Int(n)) if n >= 0 => Expr::Const(Value::Int(n)),
        expr => Expr::Call(function, Rc::from([expr])),
    })
}

static LIMIT: Function = Function {
    name: "limit",
    strict: false,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Int(n) if *n < 0 => Err(data_error("2201W", "LIMIT must not be negative")),
        // NULL is no limit.
        Value::Null => Ok(Value::Int(-1)),
        other => Ok(other.clone()),
    },
};

static OFFSET: Function = Function {
    name: "offset",
    strict: false,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Int(n) if *n < 0 => Err(data_error("2201X", "OFFSET must not be negative")),
        Value::Null => Ok(Value::Int(0)),
        other => Ok(other.clone()),
    },
};
