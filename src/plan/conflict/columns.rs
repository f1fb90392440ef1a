//! The columns that an expression of a constraint or an index uses.

use crate::catalog::{NameRule, Table};
use crate::syntax::ast;

/// Whether an expression uses one of these columns.
pub(in crate::plan) fn uses_any(
    expr: &ast::Expr,
    table: &Table,
    columns: &[usize],
    rule: NameRule,
) -> bool {
    used_columns(expr, table, rule).iter().any(|c| columns.contains(c))
}

/// The columns that an expression uses, each once, in order of appearance.
pub fn used_columns(expr: &ast::Expr, table: &Table, rule: NameRule) -> Vec<usize> {
    let mut used = Vec::new();
    walk_columns(expr, &mut |name| {
        if let Some(column) = table.column(&name.name.text, rule)
            && !used.contains(&column)
        {
            used.push(column);
        }
    });
    used
}

/// Visits the column names of an expression that stands in a constraint or an index.
pub(in crate::plan) fn walk_columns<'a>(
    expr: &'a ast::Expr,
    see: &mut dyn FnMut(&'a ast::ColumnName),
) {
    if let ast::ExprKind::Column(name) = &expr.kind {
        see(name);
    }
    for child in expr.children() {
        walk_columns(child, see);
    }
}

/// Whether two expressions are the same, names compared by the dialect's rule, parentheses and
/// the case of function names aside.
pub fn same_expr(a: &ast::Expr, b: &ast::Expr, rule: NameRule) -> bool {
    use ast::ExprKind as Kind;
    match (&a.kind, &b.kind) {
        (Kind::Paren(a), _) => same_expr(a, b, rule),
        (_, Kind::Paren(b)) => same_expr(a, b, rule),
        (Kind::Column(a), Kind::Column(b)) => rule.same(&a.name.text, &b.name.text),
        (Kind::Function(f), Kind::Function(g)) => {
            f.name.name.text.eq_ignore_ascii_case(&g.name.name.text)
                && f.args.len() == g.args.len()
                && f.args.iter().zip(&g.args).all(|(a, b)| same_expr(a, b, rule))
        }
        (Kind::Binary(p, a, b), Kind::Binary(q, c, d)) => {
            p == q && same_expr(a, c, rule) && same_expr(b, d, rule)
        }
        (Kind::Unary(p, a), Kind::Unary(q, b)) => p == q && same_expr(a, b, rule),
        (Kind::Collate(a, p), Kind::Collate(b, q)) => {
            p.text.eq_ignore_ascii_case(&q.text) && same_expr(a, b, rule)
        }
        (Kind::Cast { expr: a, ty: t }, Kind::Cast { expr: b, ty: u }) => {
            t.name == u.name && t.args == u.args && same_expr(a, b, rule)
        }
        (Kind::IsNull { expr: a, not: p }, Kind::IsNull { expr: b, not: q }) => {
            p == q && same_expr(a, b, rule)
        }
        (Kind::InList { expr: a, list: l, not: p }, Kind::InList { expr: b, list: m, not: q }) => {
            p == q && l == m && same_expr(a, b, rule)
        }
        (a, b) => a == b,
    }
}
