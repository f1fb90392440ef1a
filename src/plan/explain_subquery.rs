//! EXPLAIN QUERY PLAN of a subquery that stands in an expression (expr.c, sqlite3CodeSubselect). SQLite
//! numbers them as its parser ends them; here is a statement that has one.

use super::Planner;
use super::explain::Lines;
use super::node::{Access, Expr, Node};
use crate::error::Result;
use crate::syntax::ast::{self, ExprKind, FromItem, SelectItem, SetExpr, StatementKind};

impl Planner<'_> {
    /// The lines of the subqueries in expressions.
    pub(super) fn explain_subqueries(
        &self,
        exprs: &mut dyn Iterator<Item = &Expr>,
        parent: usize,
        lines: &mut Lines,
    ) -> Result<()> {
        let mut found = Vec::new();
        for expr in exprs {
            expr.visit(&mut |e| match e {
                Expr::Scalar(scalar) => found.push(scalar.query.clone()),
                Expr::Exists(query) => found.push(query.clone()),
                _ => {}
            });
        }
        for query in found {
            let (words, query) = match &*query {
                Node::Shared { query, .. } => ("SCALAR SUBQUERY 1", query),
                _ => ("CORRELATED SCALAR SUBQUERY 1", &query),
            };
            let own = lines.add(parent, words);
            self.explain_query(query, own, lines)?;
        }
        Ok(())
    }
}

/// The values by which a scan finds its rows.
pub(super) fn keys(access: &Access) -> Vec<&Expr> {
    match access {
        Access::Rowid(key) => vec![key],
        Access::Unique { key, .. } => key.iter().collect(),
        Access::RowidRange { low, high } => low.iter().chain(high).map(|(e, _)| e).collect(),
        Access::Index { equal, low, high, .. } => {
            equal.iter().chain(low.iter().chain(high).map(|(e, _)| e)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the only subquery of a statement is one that is explained here.
pub(super) fn has_one(kind: &StatementKind) -> bool {
    let mut exprs: Vec<&ast::Expr> = Vec::new();
    match kind {
        StatementKind::Query(query) if query.with.is_none() && query.order_by.is_empty() => {
            let SetExpr::Select(select) = &query.body else { return false };
            // EXISTS in WHERE becomes a join (where.c).
            if select.filter.iter().any(has_exists) || !select.group_by.is_empty() {
                return false;
            }
            match in_select(select) {
                Some(own) => exprs = own,
                None => return false,
            }
        }
        StatementKind::Update(update) if update.from.is_none() => {
            exprs.extend(update.set.iter().map(|s| &s.value).chain(&update.filter));
        }
        StatementKind::Delete(delete) => exprs.extend(&delete.filter),
        _ => return false,
    }
    let mut queries = Vec::new();
    while let Some(expr) = exprs.pop() {
        match &expr.kind {
            ExprKind::Subquery(query) | ExprKind::Exists(query) => queries.push(query),
            ExprKind::InQuery { .. } => return false,
            _ => exprs.extend(expr.children()),
        }
    }
    let [query] = queries[..] else { return false };
    let SetExpr::Select(select) = &query.body else { return false };
    let within = super::dml::has_subquery;
    query.with.is_none()
        && query.order_by.is_empty()
        && in_select(select).is_some_and(|own| !own.into_iter().any(within))
}

fn has_exists(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ExprKind::Exists(_) => true,
        ExprKind::Unary(ast::UnaryOp::Not, _) => false,
        _ => expr.children().into_iter().any(has_exists),
    }
}

/// The expressions of a SELECT from nothing or from one table.
fn in_select(select: &ast::Select) -> Option<Vec<&ast::Expr>> {
    if !matches!(select.from, None | Some(FromItem::Table { .. })) {
        return None;
    }
    let mut all: Vec<&ast::Expr> = Vec::new();
    for item in &select.items {
        if let SelectItem::Expr { expr, .. } = item {
            all.push(expr);
        }
    }
    all.extend(select.filter.iter().chain(&select.having).chain(&select.group_by));
    Some(all)
}
