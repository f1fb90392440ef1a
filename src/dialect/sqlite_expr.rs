//! SQLite: what expressions and queries mean. Sources: lang_expr.html, datatype3.html, expr.c,
//! resolve.c, select.c; compared with SQLite 3.54.

use std::rc::Rc;

use super::sqlite_functions;
use crate::collation::BINARY;
use crate::error::{ErrorKind, Report};
use crate::functions::{arithmetic, json, like, text};
use crate::plan::expr::{
    Aliases, Bind, Bound, ExprRules, Having, InColumn, LikeUse, ScanOrder, common_collation,
    passed_on,
};
use crate::plan::function::Function;
use crate::plan::node::{Compare, CompareOp, Expr, InList, ResultColumn};
use crate::plan::window::Named;
use crate::syntax::ast::FrameUnit;
use crate::syntax::ast::{self, BinaryOp, ExprKind, LikeOp, Literal, UnaryOp};
use crate::types::{Affinity, Type, number};
use crate::value::Value;

/// The rules.
pub(super) const EXPR: ExprRules = ExprRules {
    literal,
    row_place: None,
    names_as_written: true,
    rowid_names: &["rowid", "_rowid_", "oid"],
    // sqlite_schema has rowids as other tables have.
    system_column: |item, name| {
        let is = |rowid: &&str| rowid.eq_ignore_ascii_case(name);
        item.columns.get(3).is_some_and(|c| *c.name == *"rootpage")
            && ["rowid", "_rowid_", "oid"].iter().any(is)
    },
    quoted_column: |name| format!("\"{name}\" - should this be a string literal in single-quotes?"),
    unique_names: false,
    locks_rows: false,
    merged_first: false,
    aliases: Aliases::Everywhere,
    unary,
    binary,
    compare,
    in_list,
    in_query,
    like: bind_like,
    condition: |bound, _| Ok(condition(bound)),
    truth,
    common: |bounds, what| Ok(common(bounds, what)),
    cast,
    guessed_width: None,
    window_type: Some(|_| Type::Unknown),
    window_args,
    window_refused: |words| error(words),
    frame_offset,
    cast_type: |bound, _| Ok(bound),
    interval: |_, _| Err(ErrorKind::unsupported("INTERVAL")),
    function: sqlite_functions::function,
    is_aggregate: sqlite_functions::is_aggregate,
    aggregate: sqlite_functions::aggregate,
    variable: |name, _| Err(ErrorKind::unsupported(format!("variable {name}"))),
    sorted_by: |bound| bound,
    nulls_first: true,
    group_check: false,
    having: Having::NeedsAggregate,
    order_groups: false,
    no_such_result: None,
    recursive_value: None,
    one_row_has_no_order: false,
    no_starred: |name| ErrorKind::NoSuchTable { name },
    refuse_derived: |_, _| Ok(()),
    sorted_groups: true,
    common_tables_meet: true,
    sorted_compounds: true,
    limit,
    column_name,
    values_name: |at| format!("column{}", at + 1),
    takes: |_, _| true,
    names_suggested: false,
    whole_rows: false,
    populating: &[],
    json_is_text: true,
    window_arguments_counted: true,
    windows_look_back: true,
    range_offsets: true,
    recursion_explained: true,
    order_by_any_part: true,
    common_of_kinds: Some(common_of_kinds),
    results_first: true,
    resolved_in_turn: true,
    takes_any: &[],
    any_of_group: "",
    distinct_anywhere: true,
    queries_collate: false,
    widths_first: true,
    most_result_columns: 2000,
    row_takers: &[],
    composite: |_, _| Err(ErrorKind::RowMisused),
    all_params_given: false,
    no_parameter: None,
    misplaced_default: || ErrorKind::unsupported("DEFAULT in an expression"),
    names_relation: &[],
    is_partial: |_, _| false,
    row_value: |_, _, _| Err(ErrorKind::unsupported("a whole row as a value")),
    sorted_distinct: false,
    args_before_misuse: true,
    constants_first: false,
    row_functions: &[],
    array: |_| Err(ErrorKind::unsupported("ARRAY")),
    subscript: |_, _| Err(ErrorKind::unsupported("array subscripts")),
    any_of: |_, _, _, _| Err(ErrorKind::unsupported("ANY and ALL of arrays")),
    table_function: |name, _| Err(ErrorKind::NoSuchTable { name: name.to_string() }),
    system_table: |_, _, _| None,
    one_row: None,
    convert: None,
    scan_order: ScanOrder::Sqlite,
    default_collation: &BINARY,
    untyped_is_text: false,
};

/// An error in SQLite's words that no other dialect has.
pub(super) fn error(message: impl Into<String>) -> ErrorKind {
    ErrorKind::sqlite(message)
}

/// Offsets are checked once a partition (window.c, windowCheckValue).
fn frame_offset(unit: FrameUnit, first: bool, offset: &Value) -> Bind<()> {
    let range = unit == FrameUnit::Range;
    let good = match offset {
        Value::Int(n) => *n >= 0,
        Value::Real(x) => *x >= 0.0 && (range || x.fract() == 0.0),
        _ => false,
    };
    let bound = if first { "starting" } else { "ending" };
    let what = if range { "number" } else { "integer" };
    match good {
        true => Ok(()),
        false => Err(error(["frame ", bound, " offset must be a non-negative ", what].concat())),
    }
}

/// What counts rows or buckets must be positive (window.c).
fn window_args(function: Named, args: &[Value]) -> Bind<()> {
    Err(error(match (function, args) {
        (Named::Ntile, [Value::Int(..=0) | Value::Null | Value::Text(_)]) => {
            "argument of ntile must be a positive integer"
        }
        (Named::NthValue, [_, Value::Int(1..)]) => return Ok(()),
        (Named::NthValue, [_, Value::Real(x)]) if *x >= 1.0 && x.fract() == 0.0 => return Ok(()),
        (Named::NthValue, _) => "second argument to nth_value must be a positive integer",
        _ => return Ok(()),
    }))
}

fn literal(literal: &Literal) -> Bind<Bound> {
    let value = match literal {
        Literal::Null => Value::Null,
        Literal::Bool(b) => Value::Int(i64::from(*b)),
        Literal::Integer(n) => Value::Int(*n),
        Literal::Number(text) => number::literal(text),
        Literal::Text(text) => Value::Text(text.clone()),
        Literal::Blob(bytes) => Value::Blob(bytes.clone()),
        Literal::Current(which) => {
            let function = match *which {
                "CURRENT_DATE" => &crate::functions::date::CURRENT_DATE,
                "CURRENT_TIME" => &crate::functions::date::CURRENT_TIME,
                _ => &crate::functions::date::CURRENT_TIMESTAMP,
            };
            return Ok(Bound::new(call(function, Vec::new()), Type::Unknown));
        }
    };
    Ok(Bound::constant(value, Type::Unknown))
}

fn call(function: &'static Function, args: Vec<Expr>) -> Expr {
    Expr::Call(function, args.into())
}

fn affinity(bound: &Bound) -> Option<Affinity> {
    match bound.ty {
        Type::Affinity(affinity, _) => Some(affinity),
        _ => None,
    }
}

/// An operator's result has no affinity but carries an explicit collation on.
fn result(expr: Expr, operands: &[&Bound]) -> Bound {
    Bound { collation: passed_on(operands.iter().copied()), ..Bound::new(expr, Type::Unknown) }
}

fn unary(op: UnaryOp, operand: Bound) -> Bind<Bound> {
    Ok(match op {
        // Unary plus changes nothing but drops the affinity; the collation stays (expr.c,
        // sqlite3ExprCollSeq).
        UnaryOp::Plus => {
            // It also keeps indexes from being used (optoverview.html, section 2).
            let expr = match operand.expr {
                expr @ (Expr::Column { .. } | Expr::Truth(_) | Expr::TruthOfAll(_)) => {
                    Expr::Affinity(Affinity::Blob, Rc::new(expr))
                }
                expr => expr,
            };
            Bound { collation: operand.collation, ..Bound::new(expr, Type::Unknown) }
        }
        UnaryOp::Minus => {
            let expr = match operand.expr {
                Expr::Const(Value::Int(n)) if n != i64::MIN => Expr::Const(Value::Int(-n)),
                Expr::Const(Value::Real(x)) => Expr::Const(Value::Real(-x)),
                ref expr => call(&arithmetic::NEGATE, vec![expr.clone()]),
            };
            result(expr, &[&operand])
        }
        UnaryOp::BitNot => {
            result(call(&arithmetic::BIT_NOT, vec![operand.expr.clone()]), &[&operand])
        }
        UnaryOp::Not => truth(Expr::Not(Rc::new(condition(operand)))),
    })
}

fn binary(op: BinaryOp, left: Bound, right: Bound) -> Bind<Bound> {
    let function = match op {
        BinaryOp::Add => &arithmetic::ADD,
        BinaryOp::Sub => &arithmetic::SUBTRACT,
        BinaryOp::Mul => &arithmetic::MULTIPLY,
        BinaryOp::Div => &arithmetic::DIVIDE,
        BinaryOp::Mod => &arithmetic::REMAINDER,
        BinaryOp::BitAnd => &arithmetic::BIT_AND,
        BinaryOp::BitOr => &arithmetic::BIT_OR,
        BinaryOp::ShiftLeft => &arithmetic::SHIFT_LEFT,
        BinaryOp::ShiftRight => &arithmetic::SHIFT_RIGHT,
        BinaryOp::Concat => &text::CONCAT_OPERATOR,
        BinaryOp::Arrow => &json::ARROW,
        BinaryOp::LongArrow => &json::LONG_ARROW,
        other => return Err(ErrorKind::unsupported(format!("operator {other:?}"))),
    };
    let carried = passed_on([&left, &right].into_iter());
    let expr = call(function, vec![left.expr, right.expr]);
    let ty = if op == BinaryOp::Arrow { Type::Json } else { Type::Unknown };
    Ok(Bound { collation: carried, ..Bound::new(expr, ty) })
}

/// What both sides of a comparison are brought to (expr.c, sqlite3CompareAffinity).
fn compare_affinity(left: Option<Affinity>, right: Option<Affinity>) -> Option<Affinity> {
    match (left, right) {
        (Some(a), Some(b)) => {
            let numeric = a.is_numeric() || b.is_numeric();
            numeric.then_some(Affinity::Numeric)
        }
        (one, None) | (None, one) => match one {
            Some(a) if a.is_numeric() => Some(Affinity::Numeric),
            Some(Affinity::Text) => Some(Affinity::Text),
            _ => None,
        },
    }
}

/// Brings a side to an affinity, unless its own makes that needless.
fn apply(affinity: Option<Affinity>, own: Option<Affinity>, expr: Expr) -> Expr {
    let Some(affinity) = affinity else { return expr };
    let settled = match own {
        Some(own) => own.is_numeric() && affinity.is_numeric() || own == affinity,
        None => false,
    };
    match expr {
        expr if settled => expr,
        Expr::Const(value) => Expr::Const(affinity.apply(value)),
        expr => Expr::Affinity(affinity, Rc::new(expr)),
    }
}

fn compare(op: CompareOp, left: Bound, right: Bound) -> Bind<Expr> {
    let (a, b) = (affinity(&left), affinity(&right));
    let common = compare_affinity(a, b);
    let collation = common_collation([&left, &right].into_iter(), &BINARY);
    Ok(Expr::Compare(Rc::new(Compare {
        op,
        left: apply(common, a, left.expr),
        right: apply(common, b, right.expr),
        collation,
        adjust: None,
    })))
}

/// The affinity of the left side is what the list is brought to (expr.c, sqlite3CodeRhsOfIN).
fn in_list(operand: Bound, list: Vec<Bound>, not: bool) -> Bind<Expr> {
    let own = affinity(&operand);
    let wanted = compare_affinity(own, None);
    let list: Vec<_> = list.into_iter().map(|b| apply(wanted, None, b.expr)).collect();
    let collation = operand.collation.map_or(&BINARY, |c| c.collation);
    Ok(Expr::InList(Rc::new(InList { expr: operand.expr, list, collation, adjust: None, not })))
}

fn in_query(operand: Bound, column: &ResultColumn) -> Bind<InColumn> {
    let own = affinity(&operand);
    let other = match column.ty {
        Type::Affinity(affinity, _) => Some(affinity),
        _ => None,
    };
    let common = compare_affinity(own, other);
    let collation = operand.collation.map_or(column.collation, |c| c.collation);
    let operand = apply(common, own, operand.expr);
    Ok(InColumn { operand, affinity: common, cast: None, collation, adjust: None })
}

/// An operator whose function has no third argument.
fn like_name(op: LikeOp) -> Option<&'static str> {
    match op {
        LikeOp::Glob => Some("GLOB"),
        LikeOp::Match => Some("MATCH"),
        _ => None,
    }
}

fn bind_like(like: LikeUse, operand: Bound, pattern: Bound, escape: Option<Bound>) -> Bind<Expr> {
    if let (Some(name), Some(_)) = (like_name(like.op), &escape) {
        return Err(ErrorKind::ArgCount { name: name.into() });
    }
    let function = match like.op {
        LikeOp::Like if like.case_sensitive => &like::LIKE_CASE,
        LikeOp::Like => &like::LIKE,
        LikeOp::Glob => &like::GLOB,
        LikeOp::Match => {
            return Err(error("unable to use function MATCH in the requested context"));
        }
        LikeOp::Regexp | LikeOp::IRegexp => {
            return Err(ErrorKind::NoSuchFunction { name: "REGEXP".into(), args: Vec::new() });
        }
        LikeOp::ILike | LikeOp::Similar => return Err(ErrorKind::unsupported("ILIKE")),
    };
    let mut args = vec![pattern.expr, operand.expr];
    args.extend(escape.map(|e| e.expr));
    let expr = call(function, args);
    Ok(if like.not { Expr::Not(Rc::new(expr)) } else { expr })
}

/// Any value can be a condition: a number that is not zero is true.
fn condition(bound: Bound) -> Expr {
    match bound.expr {
        Expr::Truth(condition) | Expr::TruthOfAll(condition) => {
            Rc::try_unwrap(condition).unwrap_or_else(|shared| (*shared).clone())
        }
        expr => expr,
    }
}

/// As a value, AND and OR evaluate both sides unless one asks a query (expr.c,
/// exprCodeTargetAndOr), so that `SELECT new.x < 0 AND RAISE(ABORT, '')` always raises.
fn truth(condition: Expr) -> Bound {
    let all = match &condition {
        // A constant is done away with before.
        Expr::And(parts) | Expr::Or(parts) => {
            !parts.iter().any(|e| matches!(e, Expr::Const(Value::Int(_))))
        }
        Expr::Not(_) => true,
        _ => false,
    };
    let condition = Rc::new(condition);
    let expr = match all && !condition.has_query() {
        true => Expr::TruthOfAll(condition),
        false => Expr::Truth(condition),
    };
    Bound::new(expr, Type::Unknown)
}

/// Alternatives keep their own types. Of a compound the left side's affinity counts
/// (datatype3.html, 3.4.1).
fn common(bounds: &[Bound], what: &str) -> Type {
    match bounds {
        [first, _] if what != "CASE" && what != "VALUES" => first.ty.clone(),
        _ => Type::Unknown,
    }
}

/// The affinity of a compound's column: the first that a part has, unless there may be values of
/// another kind (select.c, sqlite3SubqueryColumnTypes).
fn common_of_kinds(left: &Type, right: &Type, mut kinds: u8) -> Type {
    let typed: &[&Type] = if kinds & 8 != 0 { &[left, right] } else { &[] };
    for ty in typed {
        kinds |= match ty {
            Type::Affinity(Affinity::Text, _) => 6,
            Type::Affinity(Affinity::Blob, _) => 7,
            Type::Affinity(..) => 5,
            _ => 0,
        };
    }
    let first = if matches!(left, Type::Affinity(..)) { left } else { right };
    match first {
        Type::Affinity(Affinity::Text, _) if kinds & 1 != 0 => Type::Affinity(Affinity::Blob, None),
        Type::Affinity(Affinity::Blob | Affinity::Text, _) => first.clone(),
        Type::Affinity(..) if kinds & 2 != 0 => Type::Affinity(Affinity::Blob, None),
        Type::Affinity(..) if kinds & 16 != 0 => Type::Affinity(Affinity::Numeric, None),
        _ => first.clone(),
    }
}

fn cast(operand: Bound, ty: &ast::TypeName) -> Bind<Bound> {
    let affinity = Affinity::of_declared(&ty.name);
    let target = Type::Affinity(affinity, None);
    let collation = operand.collation;
    let expr = match operand.expr {
        Expr::Const(value) => Expr::Const(affinity.cast(value)),
        expr => Expr::Cast(cast_value, Rc::new((expr, target.clone()))),
    };
    Ok(Bound { collation, ..Bound::new(expr, target) })
}

fn cast_value(value: Value, ty: &Type) -> Bind<Value> {
    Ok(match ty {
        Type::Affinity(affinity, _) => affinity.cast(value),
        _ => value,
    })
}

/// A limit must be a whole number, or text that reads as one (vdbe.c, OP_MustBeInt).
fn limit(bound: Bound, _word: &'static str) -> Bind<Expr> {
    match bound.expr {
        Expr::Const(Value::Int(n)) => Ok(Expr::Const(Value::Int(n))),
        expr => Ok(call(&LIMIT, vec![expr])),
    }
}

static LIMIT: Function = Function {
    name: "limit",
    strict: false,
    pure: true,
    call: |_, args| match Affinity::Integer.apply(args[0].clone()) {
        Value::Int(n) => Ok(Value::Int(n)),
        _ => Err(ErrorKind::Report(Box::new(Report {
            code: "SQLITE_MISMATCH".to_string(),
            errno: 20,
            message: "datatype mismatch".to_string(),
            ..Report::default()
        }))),
    },
};

/// A column's name, else the text as written (select.c, sqlite3GenerateColumnNames).
fn column_name(expr: &ast::Expr, bound: &Bound, text: &str) -> String {
    match (&expr.kind, &bound.label) {
        (ExprKind::Paren(inner), Some(_)) => column_name(inner, bound, text),
        (ExprKind::Column(_), Some(label)) => label.to_string(),
        (ExprKind::Column(name), None) if matches!(bound.expr, Expr::Column { .. }) => {
            name.name.text.to_string()
        }
        _ => text.to_string(),
    }
}
