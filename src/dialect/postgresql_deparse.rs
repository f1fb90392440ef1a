//! PostgreSQL: an expression of an index as messages and EXPLAIN write it back (ruleutils.c, pretty):
//! conversions that were left unsaid are said. As the catalog shows it: `postgresql_stored`.

use super::postgresql_cast::is_text;
use super::postgresql_operators::sign;
use super::postgresql_text::quoted_name;
use super::postgresql_types::sql_name;
use crate::error::Result;
use crate::plan::Planner;
use crate::plan::scope::Scope;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, Literal};
use crate::types::Type;

/// The text of an index's expression. What is no function's call stands in parentheses.
pub(super) fn key(planner: &mut Planner<'_>, expr: &Expr, scope: &Scope<'_>) -> Option<String> {
    let written = text(planner, expr, scope)?;
    let mut inner = expr;
    while let ExprKind::Paren(within) = &inner.kind {
        inner = within;
    }
    let cast = matches!(&inner.kind, ExprKind::Cast { ty, .. }
        if super::postgresql_types::named(ty).is_ok_and(|ty| written.ends_with(&["::", &sql_name(&ty)].concat())));
    let bare = cast || matches!(inner.kind, ExprKind::Index { .. });
    Some(if bare { ["(", &written, ")"].concat() } else { written })
}

/// The text of an expression; none when it has a part that is not written back here.
pub(super) fn text(planner: &mut Planner<'_>, expr: &Expr, scope: &Scope<'_>) -> Option<String> {
    let text = match &expr.kind {
        ExprKind::Paren(inner) => return text(planner, inner, scope),
        ExprKind::Column(name) => quoted_name(&name.name.text),
        ExprKind::Literal(literal) => constant(literal)?,
        ExprKind::Function(call) => {
            let coalesce = call.name.name.text.eq_ignore_ascii_case("coalesce");
            let mut args = Vec::with_capacity(call.args.len());
            for arg in &call.args {
                let arg = argument(planner, arg, scope)?;
                // An operator that is an argument needs no parentheses.
                args.push(match arg.strip_prefix('(').and_then(|a| a.strip_suffix(')')) {
                    Some(inner) if !inner.contains(['(', ')']) => inner.to_string(),
                    _ => arg,
                });
            }
            let name = match coalesce {
                true => "COALESCE".to_string(),
                false => quoted_name(&call.name.name.text.to_lowercase()),
            };
            format!("{name}({})", args.join(", "))
        }
        ExprKind::Binary(op, left, right) => {
            let joins = *op == BinaryOp::Concat;
            let mut side = |e: &Expr| match joins {
                true => argument(planner, e, scope),
                false => self::text(planner, e, scope),
            };
            let (left, right) = (side(left)?, side(right)?);
            format!("({left} {} {right})", operator(*op)?)
        }
        ExprKind::Cast { expr, ty } => {
            let ty = super::postgresql_types::named(ty).ok()?;
            let inner: Result<_> = planner.bind(expr, scope);
            // A conversion that does nothing is not kept.
            if inner.ok()?.ty == ty {
                return text(planner, expr, scope);
            }
            format!("{}::{}", text(planner, expr, scope)?, sql_name(&ty))
        }
        ExprKind::Index { expr: array, index } => {
            format!(
                "{}[{}]",
                self::text(planner, array, scope)?,
                self::text(planner, index, scope)?
            )
        }
        _ => return None,
    };
    Some(text)
}

pub(super) fn operator(op: BinaryOp) -> Option<&'static str> {
    Some(match op {
        BinaryOp::Eq => "=",
        BinaryOp::Ne => "<>",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
        BinaryOp::And => "AND",
        BinaryOp::Or => "OR",
        BinaryOp::Xor => return None,
        other => sign(other),
    })
}

fn constant(literal: &Literal) -> Option<String> {
    Some(match literal {
        Literal::Null => "NULL".to_string(),
        Literal::Bool(truth) => truth.to_string(),
        Literal::Integer(n) => n.to_string(),
        Literal::Number(text) => text.to_string(),
        Literal::Text(text) => format!("'{}'::text", text.replace('\'', "''")),
        Literal::Blob(_) | Literal::Current(_) => return None,
    })
}

/// An argument that is taken as text says so when it is a string of another type.
fn argument(planner: &mut Planner<'_>, expr: &Expr, scope: &Scope<'_>) -> Option<String> {
    let written = text(planner, expr, scope)?;
    let bound: Result<_> = planner.bind(expr, scope);
    let ty = bound.ok()?.ty;
    Some(match ty {
        Type::Text | Type::Unknown => written,
        ty if is_text(&ty) => format!("{written}::text"),
        _ => written,
    })
}
