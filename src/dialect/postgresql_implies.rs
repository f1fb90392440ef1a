//! Whether rows that satisfy the predicate of a conflict target satisfy that of an index
//! (predtest.c, `predicate_implied_by`), over the tree as it is written. Constants are compared as
//! numbers, and as texts byte by byte; what is not understood follows from itself alone.

use std::cmp::Ordering;

use crate::catalog::NameRule;
use crate::plan::conflict::same_expr;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind as Kind, Literal, UnaryOp};

/// A condition whose NOT, IN and BETWEEN are dissolved.
enum Part<'e> {
    All(Vec<Part<'e>>),
    Any(Vec<Part<'e>>),
    /// A comparison, its constant on the right.
    Compare(BinaryOp, &'e Expr, &'e Expr),
    /// `IS NULL`, or with true `IS NOT NULL`.
    Null(&'e Expr, bool),
    /// Anything else, and whether it is negated.
    Other(&'e Expr, bool),
}

/// Whether a row that satisfies the one satisfies the other.
pub(super) fn implies(given: Option<&Expr>, index: Option<&Expr>) -> bool {
    match (given, index) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(given), Some(index)) => follows(&part(given, false), &part(index, false)),
    }
}

fn part(expr: &Expr, not: bool) -> Part<'_> {
    match &expr.kind {
        Kind::Paren(inner) => part(inner, not),
        Kind::Unary(UnaryOp::Not, inner) => part(inner, !not),
        Kind::Binary(op @ (BinaryOp::And | BinaryOp::Or), a, b) => {
            joined((*op == BinaryOp::And) != not, vec![part(a, not), part(b, not)])
        }
        // `f = true` is `f`.
        Kind::Binary(op @ (BinaryOp::Eq | BinaryOp::Ne), a, b)
            if let Kind::Literal(Literal::Bool(truth)) = &b.kind =>
        {
            part(a, not != (*truth != (*op == BinaryOp::Eq)))
        }
        Kind::Binary(op, a, b) if is_comparison(*op) => compare(*op, a, b, not),
        Kind::InList { expr, list, not: other } => one_of(expr, BinaryOp::Eq, list, *other != not),
        Kind::Quantified { left, op, all: false, right }
            if is_comparison(*op)
                && let Kind::Array(list) = &right.kind =>
        {
            one_of(left, *op, list, not)
        }
        Kind::Between { expr, low, high, not: other } => {
            let not = *other != not;
            let parts =
                vec![compare(BinaryOp::Ge, expr, low, not), compare(BinaryOp::Le, expr, high, not)];
            joined(!not, parts)
        }
        Kind::IsNull { expr, not: other } => Part::Null(expr, *other != not),
        _ => Part::Other(expr, not),
    }
}

fn joined(all: bool, parts: Vec<Part<'_>>) -> Part<'_> {
    if all { Part::All(parts) } else { Part::Any(parts) }
}

fn one_of<'e>(left: &'e Expr, op: BinaryOp, list: &'e [Expr], not: bool) -> Part<'e> {
    joined(not, list.iter().map(|right| compare(op, left, right, not)).collect())
}

fn is_comparison(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge
    )
}

fn compare<'e>(op: BinaryOp, a: &'e Expr, b: &'e Expr, not: bool) -> Part<'e> {
    use BinaryOp as B;
    let op = match (op, not) {
        (B::Eq, true) => B::Ne,
        (B::Ne, true) => B::Eq,
        (B::Lt, true) => B::Ge,
        (B::Ge, true) => B::Lt,
        (B::Gt, true) => B::Le,
        (B::Le, true) => B::Gt,
        (op, _) => op,
    };
    if constant(a).is_none() || constant(b).is_some() {
        return Part::Compare(op, a, b);
    }
    let op = match op {
        B::Lt => B::Gt,
        B::Gt => B::Lt,
        B::Le => B::Ge,
        B::Ge => B::Le,
        op => op,
    };
    Part::Compare(op, b, a)
}

fn follows(given: &Part<'_>, wanted: &Part<'_>) -> bool {
    match (given, wanted) {
        (given, Part::All(parts)) => parts.iter().all(|wanted| follows(given, wanted)),
        (Part::Any(parts), wanted) => parts.iter().all(|given| follows(given, wanted)),
        (Part::All(parts), Part::Any(ways)) => {
            ways.iter().any(|wanted| follows(given, wanted))
                || parts.iter().any(|given| follows(given, wanted))
        }
        (given, Part::Any(ways)) => ways.iter().any(|wanted| follows(given, wanted)),
        (Part::All(parts), wanted) => parts.iter().any(|given| follows(given, wanted)),
        (Part::Compare(op, a, b), Part::Compare(other, c, d)) => {
            same(a, c) && order(b, d).is_some_and(|order| narrower(*op, *other, order))
        }
        (Part::Null(a, p), Part::Null(b, q)) => p == q && same(a, b),
        // A strict comparison holds only for what is not NULL.
        (Part::Compare(_, a, b), Part::Null(wanted, true)) => {
            is_strict_for(a, wanted) || is_strict_for(b, wanted)
        }
        (Part::Other(given, _), Part::Null(wanted, true)) => is_strict_for(given, wanted),
        (Part::Other(a, p), Part::Other(b, q)) => p == q && same(a, b),
        _ => false,
    }
}

fn same(a: &Expr, b: &Expr) -> bool {
    same_expr(a, b, NameRule::Exact)
}

/// Whether `x op a` says that `x other b`, given how `a` compares with `b` (predtest.c,
/// `BT_implies_table`).
fn narrower(op: BinaryOp, other: BinaryOp, order: Ordering) -> bool {
    use BinaryOp as B;
    use Ordering::{Equal, Greater, Less};
    match (op, other) {
        (B::Eq, B::Eq) | (B::Ne, B::Ne) => order == Equal,
        (B::Eq, B::Ne) => order != Equal,
        (B::Lt, B::Lt | B::Le | B::Ne) | (B::Le | B::Eq, B::Le) => order != Greater,
        (B::Gt, B::Gt | B::Ge | B::Ne) | (B::Ge | B::Eq, B::Ge) => order != Less,
        (B::Le | B::Eq, B::Lt) | (B::Le, B::Ne) => order == Less,
        (B::Ge | B::Eq, B::Gt) | (B::Ge, B::Ne) => order == Greater,
        _ => false,
    }
}

/// A constant: a whole number or a text. Other numbers compare with a column by operators of
/// another type, and nothing follows from those.
enum Constant<'e> {
    Whole(i64),
    Text(&'e str),
}

fn constant(expr: &Expr) -> Option<Constant<'_>> {
    match &expr.kind {
        Kind::Literal(Literal::Integer(n)) => Some(Constant::Whole(*n)),
        Kind::Literal(Literal::Text(text)) => Some(Constant::Text(text)),
        Kind::Paren(inner) | Kind::Cast { expr: inner, .. } => constant(inner),
        Kind::Unary(UnaryOp::Minus, inner) => match constant(inner)? {
            Constant::Whole(n) => n.checked_neg().map(Constant::Whole),
            Constant::Text(_) => None,
        },
        Kind::Binary(op, a, b) => {
            let (Constant::Whole(a), Constant::Whole(b)) = (constant(a)?, constant(b)?) else {
                return None;
            };
            match op {
                BinaryOp::Add => a.checked_add(b),
                BinaryOp::Sub => a.checked_sub(b),
                BinaryOp::Mul => a.checked_mul(b),
                _ => None,
            }
            .map(Constant::Whole)
        }
        _ => None,
    }
}

fn order(a: &Expr, b: &Expr) -> Option<Ordering> {
    use Constant::{Text, Whole};
    let numbers = |n: i64, text: &str| text.trim().parse().ok().map(|m: i64| n.cmp(&m));
    match (constant(a), constant(b)) {
        (Some(Whole(a)), Some(Whole(b))) => Some(a.cmp(&b)),
        (Some(Text(a)), Some(Text(b))) => match (a.parse::<f64>(), b.parse::<f64>()) {
            (Ok(a), Ok(b)) => a.partial_cmp(&b),
            _ => Some(a.cmp(b)),
        },
        (Some(Whole(a)), Some(Text(b))) => numbers(a, b),
        (Some(Text(a)), Some(Whole(b))) => numbers(b, a).map(Ordering::reverse),
        _ => same(a, b).then_some(Ordering::Equal),
    }
}

/// Functions that may answer when an argument is NULL.
const LAX: [&str; 7] =
    ["coalesce", "concat", "concat_ws", "greatest", "least", "nullif", "num_nulls"];

/// Whether an expression is NULL whenever an operand of it is.
fn is_strict_for(expr: &Expr, operand: &Expr) -> bool {
    if same(expr, operand) {
        return true;
    }
    let strict = match &expr.kind {
        Kind::Paren(_) | Kind::Cast { .. } | Kind::Like { .. } => true,
        Kind::Unary(..) | Kind::Collate(..) => true,
        Kind::Binary(op, ..) => !matches!(op, BinaryOp::And | BinaryOp::Or),
        Kind::Function(call) => !LAX.contains(&&*call.name.name.text),
        _ => false,
    };
    strict && expr.children().into_iter().any(|child| is_strict_for(child, operand))
}
