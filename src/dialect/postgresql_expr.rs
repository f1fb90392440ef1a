//! PostgreSQL: what expressions and queries mean (chapters "Value Expressions", "Functions and
//! Operators", "Type Conversion"; compared with PostgreSQL 18). Types are known when a statement is
//! planned, so that what does not fit is an error before any row is looked at.

use std::rc::Rc;

use super::postgresql_cast::{
    coerce, common, common_type, condition, explicit, is_implicit, is_text, limit, rank, same,
};
use super::postgresql_types::sql_name;
use super::postgresql_values::{convert, data_error};
use super::{postgresql_aggregates, postgresql_functions, postgresql_operators};
use crate::collation::BINARY;
use crate::error::{ErrorKind, Found};
use crate::functions::like;
use crate::plan::expr::{
    Aliases, Bind, Bound, ExprRules, Having, InColumn, LikeUse, ScanOrder, common_collation,
    passed_on,
};
use crate::plan::function::Function;
use crate::plan::node::{Compare, CompareOp, Expr, InList, ResultColumn};
use crate::plan::window::Named;
use crate::syntax::ast::{self, ExprKind, LikeOp, Literal};
use crate::types::Type;
use crate::value::Value;

/// The rules.
pub(super) const EXPR: ExprRules = ExprRules {
    literal,
    row_place: Some((&CTID, || Type::Catalog("tid"))),
    names_as_written: false,
    rowid_names: &["ctid"],
    // ddl-system-columns (PostgreSQL manual, 5.6).
    system_column: |item, name| {
        item.rowid.is_some() && ["tableoid", "xmin", "cmin", "xmax", "cmax"].contains(&name)
    },
    quoted_column: |name| name.to_string(),
    unique_names: true,
    locks_rows: true,
    merged_first: true,
    aliases: Aliases::WholeTerms,
    unary: postgresql_operators::unary,
    binary: postgresql_operators::binary,
    compare,
    in_list,
    in_query,
    like: bind_like,
    condition,
    truth: |condition| Bound::new(condition, Type::Bool),
    common,
    cast: explicit,
    guessed_width: Some(super::postgresql_explain::width),
    window_type: Some(|function| match function {
        Named::PercentRank | Named::CumeDist => Type::Float8,
        Named::Ntile => Type::Int { bits: 32, unsigned: false },
        _ => BIGINT,
    }),
    window_refused: |_| ErrorKind::unsupported("this window"),
    frame_offset: super::frame_offset,
    window_args: |function, args| match (function, args) {
        (Named::Ntile, [Value::Int(..=0)]) => {
            Err(data_error("22014", "argument of ntile must be greater than zero"))
        }
        (Named::NthValue, [_, Value::Int(..=0)]) => {
            Err(data_error("22016", "argument of nth_value must be greater than zero"))
        }
        _ => Ok(()),
    },
    cast_type: super::postgresql_cast::to_named,
    interval: super::postgresql_cast::interval,
    function: postgresql_functions::function,
    is_aggregate: postgresql_aggregates::is_aggregate,
    aggregate: postgresql_aggregates::aggregate,
    sorted_by: |bound| bound,
    nulls_first: false,
    group_check: true,
    having: Having::Groups,
    order_groups: true,
    no_such_result: None,
    recursive_value: None,
    one_row_has_no_order: false,
    no_starred: |name| ErrorKind::NoSuchTable { name },
    refuse_derived: |_, _| Ok(()),
    sorted_groups: false,
    common_tables_meet: false,
    sorted_compounds: false,
    limit,
    column_name,
    values_name: |at| format!("column{}", at + 1),
    table_function: postgresql_functions::table_function,
    takes: super::postgresql_cast::is_implicit,
    names_suggested: true,
    whole_rows: true,
    populating: &["json_populate_recordset", "jsonb_populate_recordset"],
    json_is_text: false,
    window_arguments_counted: false,
    windows_look_back: false,
    range_offsets: false,
    recursion_explained: false,
    order_by_any_part: false,
    common_of_kinds: None,
    results_first: true,
    resolved_in_turn: false,
    takes_any: postgresql_functions::TAKES_ANY,
    any_of_group: "",
    distinct_anywhere: false,
    queries_collate: true,
    widths_first: false,
    most_result_columns: usize::MAX,
    row_takers: &["to_json", "to_jsonb", "row_to_json", "json_agg", "jsonb_agg"],
    composite: super::postgresql_json_text::composite,
    all_params_given: true,
    no_parameter: Some(|written| match written.as_bytes()[0] {
        b'$' => crate::error::Refusal::NoParameter.of(&[written]),
        // It is the absolute value.
        b'@' => ErrorKind::unsupported("operator @"),
        _ => ErrorKind::Syntax(Found::Token(written[..1].to_string())),
    }),
    misplaced_default: || crate::error::Refusal::MisplacedDefault.of(&[]),
    names_relation: &["nextval", "currval", "setval"],
    is_partial: super::postgresql_catalog::is_partial,
    row_value: super::postgresql_json_text::row,
    sorted_distinct: true,
    args_before_misuse: true,
    constants_first: true,
    row_functions: &[
        "generate_series",
        "unnest",
        "jsonb_array_elements",
        "jsonb_array_elements_text",
        "jsonb_object_keys",
        "regexp_matches",
        "regexp_split_to_table",
    ],
    array: super::postgresql_array::made,
    subscript: super::postgresql_array::subscript,
    any_of: super::postgresql_array::any_of,
    system_table: super::postgresql_catalog::system_table,
    variable: |name, _| Err(ErrorKind::unsupported(format!("variable {name}"))),
    one_row: Some(|| {
        data_error("21000", "more than one row returned by a subquery used as an expression")
    }),
    convert: Some(convert),
    scan_order: ScanOrder::Heap,
    default_collation: &BINARY,
    untyped_is_text: true,
};

/// integer.
pub(super) const INT: Type = Type::Int { bits: 32, unsigned: false };
/// bigint.
pub(super) const BIGINT: Type = Type::Int { bits: 64, unsigned: false };

/// A number without a point is the smallest of integer, bigint and numeric that holds it; a string
/// has no type of its own (sql-syntax-lexical, 4.1.2).
fn literal(literal: &Literal) -> Bind<Bound> {
    Ok(match literal {
        Literal::Null => Bound::constant(Value::Null, Type::Unknown),
        Literal::Bool(truth) => Bound::constant(Value::Bool(*truth), Type::Bool),
        Literal::Integer(n) => {
            let ty = if i32::try_from(*n).is_ok() { INT } else { BIGINT };
            Bound::constant(Value::Int(*n), ty)
        }
        Literal::Number(text) => postgresql_operators::number(text)?,
        Literal::Text(text) => Bound::constant(Value::Text(text.clone()), Type::Unknown),
        Literal::Blob(_) => return Err(ErrorKind::unsupported("bit strings")),
        Literal::Current(word) => return postgresql_functions::current(word),
    })
}

/// The error for operands that an operator does not take.
pub(super) fn no_operator(operator: &str, left: Option<&Type>, right: &Type) -> ErrorKind {
    ErrorKind::NoSuchOperator {
        operator: operator.to_string(),
        left: left.map(sql_name),
        right: sql_name(right),
    }
}

/// The sign of a comparison.
fn sign(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq | CompareOp::Is | CompareOp::IsNot => "=",
        CompareOp::Ne => "<>",
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
    }
}

/// Where a row stands.
static CTID: Function = Function {
    name: "ctid",
    strict: true,
    pure: true,
    call: |_, args| match &args[0] {
        Value::Int(number) => Ok(crate::types::tid::value(*number)),
        other => Ok(other.clone()),
    },
};

/// The type in which two operands are compared; none when they cannot be.
fn comparison_type(left: &Type, right: &Type) -> Option<Type> {
    let ty = match (left, right) {
        (Type::Unknown, Type::Unknown) => Type::Text,
        (Type::Unknown, ty) | (ty, Type::Unknown) => ty.clone(),
        // Blanks at the end count unless both are char(n).
        (Type::Char(_), Type::Char(_)) => Type::Char(0),
        (a, b) if is_text(a) && is_text(b) => Type::Text,
        (a, b) if same(a, b) => a.clone(),
        (Type::Float4, b) if rank(b).is_some() => Type::Float8,
        (a, Type::Float4) if rank(a).is_some() => Type::Float8,
        (a, b) if rank(a).is_some() && rank(b).is_some() => {
            if rank(a) < rank(b) {
                b.clone()
            } else {
                a.clone()
            }
        }
        (a, b) if is_implicit(a, b) => b.clone(),
        (a, b) if is_implicit(b, a) => a.clone(),
        _ => return None,
    };
    // json has no equality (datatype-json).
    (ty != Type::Json).then_some(ty)
}

/// Brings both sides of a comparison together.
fn matched(sign: &str, left: Bound, right: Bound) -> Bind<(Bound, Bound)> {
    let Some(ty) = comparison_type(&left.ty, &right.ty) else {
        return Err(no_operator(sign, Some(&left.ty), &right.ty));
    };
    Ok((comparable(left, &ty)?, comparable(right, &ty)?))
}

/// A side of a comparison: integers compare whatever their widths, char(n) without its blanks.
fn comparable(side: Bound, ty: &Type) -> Bind<Bound> {
    if matches!(ty, Type::Char(_)) {
        return coerce(side, &Type::Text);
    }
    let integer = |ty: &Type| matches!(ty, Type::Int { .. });
    if integer(&side.ty) && integer(ty) {
        return Ok(side);
    }
    coerce(side, ty)
}

fn compare(op: CompareOp, left: Bound, right: Bound) -> Bind<Expr> {
    let collation = common_collation([&left, &right].into_iter(), &BINARY);
    let (left, right) = matched(sign(op), left, right)?;
    let (left, right) = (left.expr, right.expr);
    Ok(Expr::Compare(Rc::new(Compare { op, left, right, collation, adjust: None })))
}

/// The operand and the list have one type in common (typeconv-union-case).
fn in_list(operand: Bound, list: Vec<Bound>, not: bool) -> Bind<Expr> {
    let mut all = vec![operand];
    all.extend(list);
    let ty = match common_type(&all, "IN") {
        Ok(ty) => ty,
        Err(kind) => {
            let clash = all.iter().skip(1).find(|b| comparison_type(&all[0].ty, &b.ty).is_none());
            let sign = if not { "<>" } else { "=" };
            return Err(clash.map_or(kind, |b| no_operator(sign, Some(&all[0].ty), &b.ty)));
        }
    };
    let collation = common_collation(all.iter(), &BINARY);
    let mut exprs = Vec::with_capacity(all.len());
    for bound in all {
        exprs.push(comparable(bound, &ty)?.expr);
    }
    let list = exprs.split_off(1);
    let expr = exprs.pop().unwrap_or(Expr::Const(Value::Null));
    Ok(Expr::InList(Rc::new(InList { expr, list, collation, adjust: None, not })))
}

fn in_query(operand: Bound, column: &ResultColumn) -> Bind<InColumn> {
    let Some(ty) = comparison_type(&operand.ty, &column.ty) else {
        return Err(no_operator("=", Some(&operand.ty), &column.ty));
    };
    let collation = operand.collation.map_or(column.collation, |c| c.collation);
    let integer = |ty: &Type| matches!(ty, Type::Int { .. });
    let integers = integer(&ty) && integer(&column.ty);
    let cast = (!integers && !same(&column.ty, &ty)).then(|| ty.clone());
    let operand = comparable(operand, &ty)?.expr;
    Ok(InColumn { operand, affinity: None, cast, collation, adjust: None })
}

/// LIKE, ILIKE (functions-matching). A backslash escapes unless ESCAPE says otherwise.
fn bind_like(like: LikeUse, operand: Bound, pattern: Bound, escape: Option<Bound>) -> Bind<Expr> {
    let (function, sign): (&'static Function, _) = match (like.op, like.not) {
        (LikeOp::Like, false) => (&LIKE, "~~"),
        (LikeOp::Like, true) => (&LIKE, "!~~"),
        (LikeOp::ILike, false) => (&ILIKE, "~~*"),
        (LikeOp::ILike, true) => (&ILIKE, "!~~*"),
        (LikeOp::Similar, _) => return Err(ErrorKind::unsupported("SIMILAR TO")),
        (LikeOp::Regexp, not) => (&super::postgresql_regex::MATCH, if not { "!~" } else { "~" }),
        (LikeOp::IRegexp, not) => {
            (&super::postgresql_regex::MATCH_FOLD, if not { "!~*" } else { "~*" })
        }
        (LikeOp::Glob | LikeOp::Match, _) => return Err(ErrorKind::unsupported("GLOB and MATCH")),
    };
    let text = |ty: &Type| is_text(ty) || *ty == Type::Unknown;
    if !text(&operand.ty) || !text(&pattern.ty) {
        return Err(no_operator(sign, Some(&operand.ty), &pattern.ty));
    }
    let mut args = vec![coerce(operand, &Type::Text)?.expr, coerce(pattern, &Type::Text)?.expr];
    if let Some(escape) = escape {
        args.push(coerce(escape, &Type::Text)?.expr);
    }
    let expr = Expr::Call(function, args.into());
    Ok(if like.not { Expr::Not(Rc::new(expr)) } else { expr })
}

static LIKE: Function = Function {
    name: "like",
    strict: true,
    pure: true,
    call: |_, args| matches(args, like::Case::Exact),
};

static ILIKE: Function = Function {
    name: "ilike",
    strict: true,
    pure: true,
    call: |_, args| matches(args, like::Case::Fold),
};

fn matches(args: &[Value], case: like::Case) -> Bind<Value> {
    let text = |at: usize| match &args[at] {
        Value::Text(text) => text.clone(),
        _ => Rc::from(""),
    };
    let escape = match args.len() {
        3 => text(2),
        _ => Rc::from("\\"),
    };
    let mut letters = escape.chars();
    let (escape, more) = (letters.next(), letters.next());
    if more.is_some() {
        let hint = Some("Escape string must be empty or one character.".to_string());
        let report = super::postgresql_values::report("22025", "invalid escape string");
        return Err(ErrorKind::Report(Box::new(crate::error::Report { hint, ..report })));
    }
    let pattern = text(1);
    if escape.is_some_and(|escape| ends_with_escape(&pattern, escape)) {
        return Err(data_error("22025", "LIKE pattern must not end with escape character"));
    }
    Ok(Value::Bool(like::matches(&pattern, &text(0), escape, case)))
}

fn ends_with_escape(pattern: &str, escape: char) -> bool {
    pattern.chars().rev().take_while(|c| *c == escape).count() % 2 == 1
}

/// The name of a result column (parse_target.c, FigureColname).
fn column_name(expr: &ast::Expr, _bound: &Bound, _text: &str) -> String {
    name_of(expr).map_or_else(|| "?column?".to_string(), |(name, _)| name)
}

/// The name that an expression gives its column, and whether it is a good one, which a cast keeps.
fn name_of(expr: &ast::Expr) -> Option<(String, bool)> {
    let good = |name: &str| Some((name.to_string(), true));
    let weak = |name: &str| Some((name.to_string(), false));
    match &expr.kind {
        ExprKind::Column(name) => good(&name.name.text),
        ExprKind::Function(call) => good(&call.name.name.text.to_lowercase()),
        ExprKind::Literal(Literal::Current(word)) => good(&word.to_lowercase()),
        ExprKind::Cast { expr, ty } => match name_of(expr) {
            Some((name, true)) => good(&name),
            _ => {
                let known = super::postgresql_types::named(ty);
                weak(&known.map_or_else(
                    |_| ty.name.to_lowercase(),
                    |known| match &known {
                        // An array is named as its elements are.
                        Type::Array(item) => super::postgresql_types::type_name(item),
                        known => super::postgresql_types::type_name(known),
                    },
                ))
            }
        },
        ExprKind::Case { otherwise, .. } => match otherwise.as_deref().and_then(name_of) {
            Some((name, true)) => good(&name),
            _ => weak("case"),
        },
        ExprKind::Paren(inner) | ExprKind::Collate(inner, _) => name_of(inner),
        ExprKind::Index { expr, .. } => name_of(expr),
        ExprKind::Field(_, name) => good(&name.text),
        ExprKind::Array(_) => good("array"),
        ExprKind::Row(_) => good("row"),
        ExprKind::Exists(_) => good("exists"),
        ExprKind::Interval { .. } => weak("interval"),
        ExprKind::Subquery(query) => match &query.body {
            ast::SetExpr::Select(select) => match select.items.first()? {
                ast::SelectItem::Expr { alias: Some(alias), .. } => good(&alias.text),
                ast::SelectItem::Expr { expr, .. } => name_of(expr),
                ast::SelectItem::Star(_) | ast::SelectItem::TableStar(..) => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// A result of these operands: text carries a collation on.
pub(super) fn result(expr: Expr, ty: Type, operands: &[Bound]) -> Bound {
    let collation = passed_on(operands.iter()).filter(|_| is_text(&ty));
    Bound { collation, ..Bound::new(expr, ty) }
}
