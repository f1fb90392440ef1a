//! CREATE TABLE … SELECT of constants and counts, which are never NULL (MySQL, "CREATE TABLE ... SELECT
//! Statement"; compared with MariaDB 10.11).

use std::rc::Rc;

use super::node::{Expr, GroupOutput, Node};
use crate::catalog::{Column, Default, NotNull};
use crate::span::Span;
use crate::syntax::ast;
use crate::types::Type;
use crate::types::decimal::Decimal;
use crate::value::Value;

/// How long a column of constants is that are never NULL; a count has no length.
fn longest(node: &Node, at: usize) -> Option<usize> {
    match node {
        Node::Compound { left, right, .. } => Some(longest(left, at)?.max(longest(right, at)?)),
        Node::Sort { input, .. } | Node::Limit { input, .. } | Node::Distinct { input, .. } => {
            longest(input, at)
        }
        Node::Values(rows) => {
            rows.iter().try_fold(0, |most, row| Some(constant_length(row.get(at)?)?.max(most)))
        }
        Node::Project { input, exprs } => match (exprs.get(at)?, &**input) {
            (Expr::Column { up: 0, index }, Node::Aggregate(groups)) => {
                match groups.outputs.get((*index as usize).checked_sub(groups.keys.len())?)? {
                    GroupOutput::Call(call) if call.function.name == "count" => Some(0),
                    _ => None,
                }
            }
            (expr, _) => constant_length(expr),
        },
        _ => None,
    }
}

/// The digits of a decimal constant.
fn digits(node: &Node, at: usize) -> Option<(u16, u16)> {
    let Node::Project { exprs, .. } = node else { return None };
    let Expr::Const(value) = exprs.get(at)? else { return None };
    let number = Decimal::from_value(value)?;
    let scale = number.scale() as u16;
    Some((number.whole_digits().max(1) as u16 + scale, scale))
}

fn constant_length(expr: &Expr) -> Option<usize> {
    match expr {
        Expr::Const(Value::Null) => None,
        Expr::Const(Value::Text(text)) => Some(text.chars().count()),
        Expr::Const(_) => Some(0),
        _ => None,
    }
}

/// A column of constants is NOT NULL and has the value that stands for none as its default (MySQL).
pub(super) fn never_null(column: &mut Column, node: &Node, at: usize, span: Span) {
    let Some(length) = longest(node, at) else { return };
    let nothing = match &mut column.ty {
        Type::Int { .. } | Type::Float8 => "0",
        Type::Decimal { precision } => {
            *precision = digits(node, at).or(*precision);
            "0"
        }
        Type::Varchar(most) if length > 0 => {
            *most = length as u32;
            ""
        }
        _ => return,
    };
    let kind = ast::ExprKind::Literal(ast::Literal::Text(Rc::from(nothing)));
    let text = Rc::from(["'", nothing, "'"].concat());
    column.default = Some(Default { expr: ast::Expr { kind, span }, text });
    column.not_null = Some(NotNull { name: None, on_conflict: None, span });
}
