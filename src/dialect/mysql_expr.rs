//! MySQL: what expressions and queries mean. Sources: chapters "Functions and Operators" and
//! "Type Conversion in Expression Evaluation".

use std::rc::Rc;

use super::mysql_compare::collation_of;
use super::mysql_types::{BIT, DEFAULT_COLLATION, print};
use super::{
    mysql_command, mysql_compare, mysql_date, mysql_functions, mysql_json, mysql_regex, mysql_time,
    mysql_types,
};
use crate::collation::Fold;
use crate::error::{ErrorKind, Found};
use crate::functions::{exact, info, like};
use crate::plan::expr::{Aliases, Bind, Bound, Collated, ExprRules, Having, LikeUse, ScanOrder};
use crate::plan::function::Function;
use crate::plan::node::Expr;
use crate::plan::window::Named;
use crate::syntax::ast::{self, BinaryOp, ExprKind, LikeOp, Literal, TypeArg, UnaryOp};
use crate::types::decimal::Decimal;
use crate::types::{Type, number};
use crate::value::Value;

pub(super) use super::mysql_expr_report::words;

/// The rules.
pub(super) const EXPR: ExprRules = ExprRules {
    literal,
    row_place: None,
    names_as_written: false,
    rowid_names: &[],
    system_column: |_, _| false,
    quoted_column: |name| name.to_string(),
    unique_names: true,
    locks_rows: false,
    merged_first: true,
    aliases: Aliases::AfterGrouping,
    unary,
    binary,
    compare: mysql_compare::compare,
    in_list: mysql_compare::in_list,
    in_query: mysql_compare::in_query,
    like: bind_like,
    condition: |bound, _| Ok(as_condition(bound)),
    truth,
    common: |bounds, _| Ok(common(bounds)),
    cast,
    guessed_width: None,
    window_type: Some(|function| match function {
        Named::PercentRank | Named::CumeDist => Type::Float8,
        _ => BIGINT,
    }),
    window_refused: |_| ErrorKind::unsupported("this window"),
    frame_offset: super::frame_offset,
    window_args: |_, _| Ok(()),
    cast_type: |bound, _| Ok(bound),
    interval: mysql_date::interval,
    function: mysql_functions::function,
    is_aggregate: mysql_functions::is_aggregate,
    aggregate: mysql_functions::aggregate,
    variable,
    system_table: super::mysql_show::system_table,
    sorted_by: mysql_compare::sorted_by,
    nulls_first: true,
    group_check: true,
    having: Having::Filters,
    order_groups: false,
    no_such_result: Some(super::mysql_expr_report::no_such_result),
    recursive_value: Some(super::mysql_recursive::value),
    one_row_has_no_order: true,
    no_starred: super::mysql_expr_report::no_starred,
    refuse_derived: super::mysql_expr_report::refuse_derived,
    sorted_groups: false,
    common_tables_meet: false,
    sorted_compounds: false,
    limit: |bound, _| Ok(bound.expr),
    column_name,
    values_name: |at| format!("column_{at}"),
    takes: |_, _| true,
    names_suggested: false,
    whole_rows: false,
    populating: &[],
    json_is_text: false,
    window_arguments_counted: false,
    windows_look_back: false,
    range_offsets: false,
    recursion_explained: false,
    order_by_any_part: false,
    common_of_kinds: None,
    results_first: false,
    resolved_in_turn: false,
    takes_any: &[],
    any_of_group: "any_value",
    distinct_anywhere: false,
    queries_collate: true,
    widths_first: false,
    most_result_columns: usize::MAX,
    row_takers: &[],
    composite: |_, _| Err(ErrorKind::RowMisused),
    all_params_given: false,
    no_parameter: Some(|written| ErrorKind::Syntax(Found::Token(written.to_string()))),
    misplaced_default: || ErrorKind::unsupported("DEFAULT in an expression"),
    names_relation: &[],
    is_partial: super::mysql_show::is_partial,
    row_value: |_, _, _| Err(ErrorKind::unsupported("a whole row as a value")),
    sorted_distinct: false,
    args_before_misuse: false,
    constants_first: false,
    row_functions: &[],
    array: |_| Err(ErrorKind::unsupported("ARRAY")),
    subscript: |_, _| Err(ErrorKind::unsupported("array subscripts")),
    any_of: |_, _, _, _| Err(ErrorKind::unsupported("ANY and ALL of arrays")),
    table_function: |name, _| Err(ErrorKind::unsupported(format!("table function {name}"))),
    one_row: Some(super::mysql_expr_report::second_row),
    convert: None,
    scan_order: ScanOrder::Clustered,
    default_collation: &DEFAULT_COLLATION,
    untyped_is_text: false,
};

/// The type of a whole number.
pub(super) const BIGINT: Type = Type::Int { bits: 64, unsigned: false };
const UNSIGNED_BIGINT: Type = Type::Int { bits: 64, unsigned: true };
pub(super) const DECIMAL: Type = Type::Decimal { precision: None };

fn literal(literal: &Literal) -> Bind<Bound> {
    Ok(match literal {
        Literal::Null => Bound::constant(Value::Null, Type::Unknown),
        Literal::Bool(b) => Bound::constant(Value::Int(i64::from(*b)), BIGINT),
        Literal::Integer(n) => Bound::constant(Value::Int(*n), BIGINT),
        Literal::Number(text) => match Decimal::parse(text) {
            Some(decimal) if !text.contains(['e', 'E']) => {
                Bound::constant(decimal.to_value(), DECIMAL)
            }
            _ => match number::literal(text) {
                Value::Real(x) if x.is_infinite() => {
                    let message = format!("Illegal double '{text}' value found during parsing");
                    let report = super::mysql_report::entry(
                        1367,
                        "22007",
                        "ER_ILLEGAL_VALUE_FOR_TYPE",
                        message,
                    );
                    return Err(ErrorKind::Report(Box::new(report)));
                }
                value => Bound::constant(value, Type::Float8),
            },
        },
        Literal::Text(text) => Bound::constant(Value::Text(text.clone()), Type::Text),
        Literal::Blob(bytes) => Bound::constant(Value::Blob(bytes.clone()), BYTES),
        Literal::Current(which) => {
            let make = match *which {
                "CURRENT_DATE" => mysql_date::today,
                "CURRENT_TIME" => mysql_date::time_of_day,
                _ => mysql_date::now,
            };
            make(Vec::new())?
        }
    })
}

const BYTES: Type = Type::Bytes { limit: None, fixed: false };

pub(super) fn call(function: &'static Function, args: Vec<Expr>) -> Expr {
    Expr::Call(function, args.into())
}

fn variable(name: &str, system: bool) -> Bind<Bound> {
    if system {
        if ["last_insert_id", "identity"].iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return Ok(Bound::new(call(&info::LAST_INSERT_ID, Vec::new()), BIGINT));
        }
        let lower = name.to_ascii_lowercase();
        let plain = lower.strip_prefix("session.").unwrap_or(&lower);
        if let Some(errors) = ["warning_count", "error_count"].iter().position(|n| *n == plain) {
            let which = Expr::Const(Value::Int(errors as i64));
            return Ok(Bound::new(call(&TOLD, vec![which]), BIGINT));
        }
        let Some(value) = mysql_command::variable(&mysql_command::settings(), name) else {
            return Err(ErrorKind::unsupported(format!("system variable {name}")));
        };
        let ty = if matches!(value, Value::Int(_)) { BIGINT } else { Type::Text };
        let name = Expr::Const(Value::text(name));
        return Ok(Bound::new(call(&SYSTEM_VARIABLE, vec![name]), ty));
    }
    let name = Expr::Const(Value::text(name));
    Ok(Bound::new(call(&info::USER_VARIABLE, vec![name]), Type::Unknown))
}

/// How many warnings or errors the statement before gave.
static TOLD: Function = Function {
    name: "told",
    strict: true,
    pure: false,
    call: |host, args| {
        Ok(Value::Int(host.session().told[crate::functions::int(&args[0]) as usize]))
    },
};

static SYSTEM_VARIABLE: Function = Function {
    name: "system variable",
    strict: true,
    pure: false,
    call: |host, args| {
        let name = crate::functions::text(&args[0]);
        Ok(mysql_command::variable(&host.session().settings, &name).unwrap_or_default())
    },
};

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
        Type::Int { .. } | Type::Bool | Type::Catalog("bit") => Class::Int,
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
    let operand = match op {
        UnaryOp::Minus | UnaryOp::BitNot => mysql_compare::number(operand),
        _ => operand,
    };
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
        UnaryOp::BitNot => Bound::new(call(&BIT_NOT, vec![operand.expr]), UNSIGNED_BIGINT),
        UnaryOp::Not => truth(Expr::Not(Rc::new(condition(operand)))),
    })
}

fn binary(op: BinaryOp, left: Bound, right: Bound) -> Bind<Bound> {
    match (op, &left.ty, &right.ty) {
        (BinaryOp::Arrow | BinaryOp::LongArrow, ..) => {
            return Ok(mysql_json::arrow(left, right, op == BinaryOp::LongArrow));
        }
        (BinaryOp::Add, _, Type::Interval) => return mysql_date::add(vec![left, right], 1),
        (BinaryOp::Add, Type::Interval, _) => return mysql_date::add(vec![right, left], 1),
        (BinaryOp::Sub, _, Type::Interval) => return mysql_date::add(vec![left, right], -1),
        _ => {}
    }
    let (left, right) = (mysql_compare::number(left), mysql_compare::number(right));
    let (a, b) = (class(&left.ty), class(&right.ty));
    let common = numeric_result(a, b);
    let (mut left, mut right) = (left, right);
    if matches!(
        op,
        BinaryOp::BitAnd
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::ShiftLeft
            | BinaryOp::ShiftRight
    ) {
        (left, right) = (whole(left), whole(right));
        (left.expr, right.expr) = (bits_of(left.expr), bits_of(right.expr));
    }
    if (a, b) == (Class::Int, Class::Int)
        && let Some(checked) = checked(op, &left, &right)
    {
        return Ok(checked);
    }
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
        BinaryOp::BitAnd => (&BIT_AND, UNSIGNED_BIGINT),
        BinaryOp::BitOr => (&BIT_OR, UNSIGNED_BIGINT),
        BinaryOp::BitXor => (&BIT_XOR, UNSIGNED_BIGINT),
        BinaryOp::ShiftLeft => (&SHIFT_LEFT, UNSIGNED_BIGINT),
        BinaryOp::ShiftRight => (&SHIFT_RIGHT, UNSIGNED_BIGINT),
        other => return Err(ErrorKind::unsupported(format!("operator {other:?}"))),
    };
    let made = call(function, vec![left.expr, right.expr]);
    // Bits are a number without sign ("Bit Functions and Operators").
    let unsigned = matches!(ty, Type::Int { unsigned: true, .. });
    Ok(Bound::new(if unsigned { call(&UNSIGNED, vec![made]) } else { made }, ty))
}

/// Integers of which one is unsigned, so that the result is, or that may leave their type; the error
/// names the expression (Arithmetic Operators; Out-of-Range and Overflow Handling).
fn checked(op: BinaryOp, left: &Bound, right: &Bound) -> Option<Bound> {
    let (at, sign) = match op {
        BinaryOp::Add => (0, "+"),
        BinaryOp::Sub => (1, "-"),
        BinaryOp::Mul => (2, "*"),
        _ => return None,
    };
    let is_unsigned = |b: &Bound| matches!(b.ty, Type::Int { unsigned: true, .. });
    let wide = |b: &Bound| b.origin.is_some() && matches!(b.ty, Type::Int { bits: 64, .. });
    let (function, ty) = match is_unsigned(left) || is_unsigned(right) {
        true => (&exact::UNSIGNED[at], UNSIGNED_BIGINT),
        false if wide(left) || wide(right) => (&exact::SIGNED[at], BIGINT),
        false => return None,
    };
    let words = format!("({} {sign} {})", shown(left), shown(right));
    let args = vec![left.expr.clone(), right.expr.clone(), Expr::Const(Value::text(&words))];
    Some(Bound::new(call(function, args), ty))
}

/// An operand as errors show it.
fn shown(bound: &Bound) -> String {
    match (&bound.origin, &bound.expr) {
        (Some((table, column)), _) => format!("`play`.`{table}`.`{column}`"),
        (None, Expr::Const(value)) => print(value),
        (None, Expr::Cast(_, cast)) if cast.1 == UNSIGNED_BIGINT => {
            ["cast(", &*shown(&Bound::new(cast.0.clone(), BIGINT)), " as unsigned)"].concat()
        }
        (None, Expr::Call(of, args)) if of.name == TELL.name => {
            shown(&Bound::new(args[0].clone(), BIGINT))
        }
        (None, Expr::Call(of, args)) if of.name == exact::NEGATE.name && args.len() == 1 => {
            ["-", &*shown(&Bound::new(args[0].clone(), BIGINT))].concat()
        }
        (None, Expr::Call(_, args)) => match args.get(2) {
            Some(Expr::Const(words)) => print(words),
            _ => "...".to_string(),
        },
        _ => "...".to_string(),
    }
}

/// The bits of a negative number as an unsigned one.
static UNSIGNED: Function = Function {
    name: "unsigned",
    strict: true,
    pure: true,
    call: |_, args| Ok(as_unsigned(args[0].clone())),
};

static BIT_NOT: Function = Function {
    name: "~",
    strict: true,
    pure: true,
    call: |_, args| Ok(as_unsigned(Value::Int(!bits(&args[0]) as i64))),
};

/// The bits themselves, where another operator takes them.
fn bits_of(expr: Expr) -> Expr {
    match &expr {
        Expr::Call(function, args) if function.name == UNSIGNED.name => args[0].clone(),
        _ => expr,
    }
}

pub(super) fn as_unsigned(value: Value) -> Value {
    match value {
        Value::Int(n) if n < 0 => {
            Decimal::parse(&(n as u64).to_string()).map_or(value, |d| d.to_value())
        }
        other => other,
    }
}

/// A number as 64 bits.
pub(super) fn bits(value: &Value) -> u64 {
    match value {
        Value::Other(..) => {
            let number = Decimal::from_value(value).map(|d| d.round(0).to_string());
            let number = number.unwrap_or_default();
            number.parse().unwrap_or_else(|_| match number.starts_with('-') {
                true => number.parse::<i64>().unwrap_or(i64::MIN) as u64,
                false => u64::MAX,
            })
        }
        other => crate::functions::int(other) as u64,
    }
}

/// Operators of 64 bits; what is moved beyond them is gone.
macro_rules! of_bits {
    ($($id:ident, $name:literal, $calc:expr;)*) => {
        $(static $id: Function = Function {
            name: $name,
            strict: true,
            pure: true,
            call: |_, args| {
                let calc: fn(u64, u64) -> u64 = $calc;
                Ok(Value::Int(calc(bits(&args[0]), bits(&args[1])) as i64))
            },
        };)*
    };
}

of_bits! {
    BIT_AND, "&", |a, b| a & b;
    BIT_OR, "|", |a, b| a | b;
    BIT_XOR, "^", |a, b| a ^ b;
    SHIFT_LEFT, "<<", |a, b| u32::try_from(b).ok().and_then(|b| a.checked_shl(b)).unwrap_or(0);
    SHIFT_RIGHT, ">>", |a, b| u32::try_from(b).ok().and_then(|b| a.checked_shr(b)).unwrap_or(0);
}

fn bind_like(like: LikeUse, operand: Bound, pattern: Bound, escape: Option<Bound>) -> Bind<Expr> {
    let collation = collation_of(&[&operand, &pattern]);
    let bytes = [&operand, &pattern].iter().any(|b| class(&b.ty) == Class::Bytes);
    let function = match (like.op, collation.fold) {
        (LikeOp::Like, Fold::None) => &like::LIKE_CASE,
        (LikeOp::Like, _) if bytes => &like::LIKE_CASE,
        (LikeOp::Like, Fold::CaseAndAccent | Fold::Unicode4 | Fold::General) => &like::LIKE_ACCENT,
        (LikeOp::Like, Fold::Ascii | Fold::Case | Fold::Json) => &like::LIKE_FOLD,
        (LikeOp::Regexp | LikeOp::IRegexp, fold) => {
            let function = match fold == Fold::None || bytes {
                true => &mysql_regex::MATCH,
                false => &mysql_regex::MATCH_FOLD,
            };
            let expr = call(function, vec![operand.expr, pattern.expr]);
            return Ok(if like.not { Expr::Not(Rc::new(expr)) } else { expr });
        }
        (LikeOp::Glob | LikeOp::Match | LikeOp::ILike | LikeOp::Similar, _) => {
            return Err(ErrorKind::unsupported("this kind of LIKE"));
        }
    };
    let backslash = || Expr::Const(Value::text("\\"));
    let escape = escape.map_or_else(backslash, |e| e.expr);
    let expr = call(function, vec![pattern.expr, operand.expr, escape]);
    Ok(if like.not { Expr::Not(Rc::new(expr)) } else { expr })
}

/// A condition, of which a text counts as the number at its start.
pub(super) fn as_condition(bound: Bound) -> Expr {
    match bound.ty {
        Type::Text | Type::Varchar(_) | Type::Char(_) => {
            mysql_compare::via(&exact::TO_NUMBER, bound.expr)
        }
        _ => condition(bound),
    }
}

fn condition(bound: Bound) -> Expr {
    // A label is true by its number.
    let bound = match bound.ty {
        Type::Enum(_) | Type::Set(_) => mysql_compare::number(bound),
        _ => bound,
    };
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
    if let Some(kind) = ty.name.strip_suffix(" LITERAL") {
        return mysql_date::literal(kind, &operand.expr);
    }
    let mut lengths = ty.args.iter().filter_map(|a| match a {
        TypeArg::Number(n) => u32::try_from(*n).ok(),
        TypeArg::Text(_) => None,
    });
    let target = match &*ty.name {
        _ if ty.unsigned => UNSIGNED_BIGINT,
        "SIGNED" | "SIGNED INTEGER" | "INTEGER" => BIGINT,
        "BINARY" | "CHAR" if operand.ty == BIT => {
            return Err(ErrorKind::unsupported("BIT as bytes in CAST"));
        }
        "CHAR" | "NCHAR" | "CHARACTER" => lengths.next().map_or(Type::Text, Type::Varchar),
        "BINARY" => Type::Bytes { limit: lengths.next(), fixed: false },
        "DECIMAL" | "DEC" | "NUMERIC" => {
            let precision = lengths.next().unwrap_or(10) as u16;
            Type::Decimal { precision: Some((precision, lengths.next().unwrap_or(0) as u16)) }
        }
        "DOUBLE" | "REAL" | "DOUBLE PRECISION" | "FLOAT" => Type::Float8,
        "DATE" => Type::Date,
        "DATETIME" => mysql_date::datetime(lengths.next().unwrap_or(0) as u8),
        "TIME" => Type::Time,
        "YEAR" => Type::Catalog("year"),
        "JSON" => Type::Jsonb,
        other => {
            return Err(ErrorKind::unsupported(format!("CAST to {}", other.to_lowercase())));
        }
    };
    let collation = matches!(target, Type::Text | Type::Varchar(_)).then_some(Collated {
        collation: &DEFAULT_COLLATION,
        explicit: false,
        passed_on: false,
    });
    let expr = Expr::Cast(cast_value, Rc::new((told(operand, &target), target.clone())));
    Ok(Bound { collation, ..Bound::new(expr, target) })
}

/// An argument that is a whole number.
pub(super) fn whole(bound: Bound) -> Bound {
    let bound = mysql_compare::number(bound);
    match class(&bound.ty) {
        Class::Decimal | Class::Float | Class::Text => {
            let expr = Expr::Cast(cast_value, Rc::new((told(bound, &BIGINT), BIGINT)));
            Bound::new(expr, BIGINT)
        }
        _ => bound,
    }
}

/// The operand of a CAST to a number; it tells of what is lost.
fn told(operand: Bound, target: &Type) -> Expr {
    let words = match (&operand.origin, &operand.expr) {
        (Some((_, column)), _) => column.to_string(),
        (None, Expr::Const(Value::Text(text))) => ["'", &**text, "'"].concat(),
        _ => shown(&operand),
    };
    let kind = match target {
        Type::Int { .. } => "INTEGER",
        Type::Decimal { .. } => "DECIMAL",
        Type::Float8 => "DOUBLE",
        Type::Date | Type::Timestamp { .. } => "datetime",
        Type::Time => "time",
        _ => return operand.expr,
    };
    if kind.starts_with(char::is_lowercase) {
        return call(&TELL, vec![operand.expr, Expr::Const(Value::text(kind))]);
    }
    let expr = mysql_compare::literal_number(operand.expr);
    let mut args = vec![expr, Expr::Const(Value::text(kind))];
    if let Type::Decimal { precision: Some((digits, scale)) } = target {
        let words = format!("cast({words} as decimal({digits},{scale}))");
        args.extend([*digits, *scale].map(|n| Expr::Const(Value::Int(i64::from(n)))));
        args.push(Expr::Const(Value::text(&words)));
    }
    call(&TELL, args)
}

/// Gives its argument; tells of a text that is no number as a whole (1292) and of a number that is
/// too great (1264).
pub(super) static TELL: Function = Function {
    name: "cast",
    strict: true,
    pure: true,
    call: |host, args| {
        let kind = crate::functions::text(&args[1]);
        if kind.starts_with(char::is_lowercase) {
            mysql_date::tell(host, &kind, &args[0])?;
            return Ok(args[0].clone());
        }
        if let Value::Text(text) = &args[0] {
            let trimmed = text.trim();
            let whole = match &*kind {
                "INTEGER" => trimmed.parse::<i64>().is_ok() || trimmed.parse::<u64>().is_ok(),
                "DECIMAL" => Decimal::parse(trimmed).is_some(),
                _ => number::whole_text_number(trimmed).is_some(),
            };
            if !whole {
                let message = format!("Truncated incorrect {kind} value: '{text}'");
                let code = "ER_TRUNCATED_WRONG_VALUE";
                let report = super::mysql_report::entry(1292, "22007", code, message);
                host.doubt(ErrorKind::Report(Box::new(report)), false)?;
            }
        }
        if let [value, _, Value::Int(digits), Value::Int(scale), words] = args
            && super::mysql_assign::limit(&as_decimal(value), (*digits as u16, *scale as u16)).1
        {
            let message =
                ["Out of range value for column '", &*print(words), "' at row 1"].concat();
            let code = "ER_WARN_DATA_OUT_OF_RANGE";
            let report = super::mysql_report::entry(1264, "22003", code, message);
            host.doubt(ErrorKind::Report(Box::new(report)), false)?;
        }
        Ok(args[0].clone())
    },
};

fn as_decimal(value: &Value) -> Decimal {
    match value {
        Value::Text(text) => decimal_prefix(text),
        other => Decimal::from_value(other).unwrap_or_else(|| Decimal::from_int(0)),
    }
}

fn cast_value(value: Value, ty: &Type) -> Bind<Value> {
    if value.is_null() {
        return Ok(Value::Null);
    }
    if let Type::Int { unsigned: true, .. } = ty {
        return cast_value(value, &BIGINT).map(as_unsigned);
    }
    Ok(match ty {
        Type::Int { .. } => match &value {
            Value::Real(x) => Value::Int(x.round_ties_even() as i64),
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
        Type::Jsonb => {
            let of = " in argument 1 to function cast_as_json";
            Value::text(&super::mysql_json::read(&print(&value), of)?.to_string())
        }
        Type::Bytes { limit, .. } => {
            let mut bytes = match value {
                Value::Blob(bytes) => bytes.to_vec(),
                other => print(&other).into_bytes(),
            };
            bytes.truncate(limit.map_or(usize::MAX, |l| l as usize));
            Value::Blob(bytes.into())
        }
        Type::Decimal { precision } => {
            let decimal = as_decimal(&value);
            match precision {
                Some(precision) => super::mysql_assign::limit(&decimal, *precision).0.to_value(),
                None => decimal.to_value(),
            }
        }
        Type::Float4 | Type::Float8 => Value::Real(crate::functions::real(&value)),
        Type::Date | Type::Timestamp { .. } => {
            match mysql_time::parse(&mysql_time::written(&value)) {
                Err(_) => Value::Null,
                Ok((moment, _)) if *ty == Type::Date => Value::text(&moment.date()),
                Ok((moment, _)) => {
                    let digits =
                        if let Type::Timestamp { fraction, .. } = ty { *fraction } else { 0 };
                    Value::text(&moment.text(digits))
                }
            }
        }
        Type::Time => match mysql_time::parse_time(&print(&value)) {
            Ok((micros, _)) => Value::text(&mysql_time::clock(micros, 0)),
            Err(_) => Value::Null,
        },
        Type::Catalog(_) => Value::text(&format!("{:04}", crate::functions::int(&value))),
        _ => value,
    })
}

/// The number at the start of a text.
pub(super) fn decimal_prefix(text: &str) -> Decimal {
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
