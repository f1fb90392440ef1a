//! UNION, INTERSECT, EXCEPT and VALUES.

use std::rc::Rc;

use super::Planner;
use super::expr::{Bound, Collated};
use super::node::{Expr, Node, QueryPlan, ResultColumn};
use super::query::Item;
use super::scope::{Meaning, Scope};
use crate::error::{ErrorKind, Refusal, Result};
use crate::syntax::ast::{self, CompoundOp, SetExpr};
use crate::types::{Affinity, Type};
use crate::value::Value;

impl Planner<'_> {
    /// A compound query as FROM reads it: what its columns say is real is so, whatever part it comes from
    /// (expr.c, sqlite3ExprCodeGetColumnOfTable).
    pub(super) fn read_as_typed(
        &self,
        query: &ast::Query,
        node: Node,
        columns: &[ResultColumn],
    ) -> Node {
        let real = |c: &ResultColumn| matches!(c.ty, Type::Affinity(Affinity::Real, _));
        let typed = self.rules.expr.common_of_kinds.is_some()
            && matches!(query.body, SetExpr::Compound { .. })
            && columns.iter().any(real);
        if !typed {
            return node;
        }
        let read = |(at, c): (usize, &ResultColumn)| {
            let column = Expr::Column { up: 0, index: at as u32 };
            if real(c) { Expr::Affinity(Affinity::Real, Rc::new(column)) } else { column }
        };
        let exprs = columns.iter().enumerate().map(read).collect();
        Node::Project { input: Box::new(node), exprs }
    }

    pub(super) fn plan_compound(
        &mut self,
        op: CompoundOp,
        all: bool,
        left: &SetExpr,
        right: &SetExpr,
        outer: Option<&Scope<'_>>,
    ) -> Result<QueryPlan> {
        let values = self.rules.expr.widths_first && matches!(right, SetExpr::Values(_));
        let items = match right {
            SetExpr::Select(select) => &select.items[..],
            _ => &[],
        };
        let own = match left {
            SetExpr::Select(select) => &select.items[..],
            _ => &[],
        };
        let left = match self.plan_part(left, outer) {
            Err(error) => return Err(self.last_error(error, right, outer)),
            Ok(left) => left,
        };
        let right = self.plan_part(right, outer)?;
        let word = match (op, all) {
            (CompoundOp::Union, true) => "UNION ALL",
            (CompoundOp::Union, false) => "UNION",
            (CompoundOp::Intersect, _) => "INTERSECT",
            (CompoundOp::Except, _) => "EXCEPT",
        };
        if left.columns.len() != right.columns.len() {
            let of_values = values.then_some(ErrorKind::ValuesColumns);
            let kind = of_values.unwrap_or(ErrorKind::CompoundColumns { op: word });
            return Err(match items.first() {
                Some(ast::SelectItem::Expr { expr, .. }) if self.rules.expr.whole_rows => {
                    kind.at(expr.span)
                }
                _ => kind.nowhere(),
            });
        }
        let (mut columns, mut lefts, mut rights) = (Vec::new(), Vec::new(), Vec::new());
        for (at, (a, b)) in left.columns.iter().zip(&right.columns).enumerate() {
            let mut pair = [as_bound(at, a), as_bound(at, b)];
            // A literal of either side must be one of the common type.
            let mut written = pair.clone();
            for (bound, item) in written.iter_mut().zip([own.get(at), items.get(at)]) {
                if let (Some(ast::SelectItem::Expr { expr, .. }), true) =
                    (item, self.rules.expr.whole_rows)
                    && let ast::ExprKind::Literal(ast::Literal::Text(text)) = &expr.kind
                {
                    bound.expr = Expr::Const(Value::Text(text.clone()));
                    bound.span = Some(expr.span);
                }
            }
            let literals = (self.rules.expr.common)(&mut written, word.trim_end_matches(" ALL"));
            if let Err(kind @ ErrorKind::Placed { .. }) = literals {
                return Err(kind.nowhere());
            }
            let common = (self.rules.expr.common)(&mut pair, word.trim_end_matches(" ALL"));
            let ty = common.map_err(|kind| match items.get(at) {
                Some(ast::SelectItem::Expr { expr, .. }) => kind.at(super::insert::place(expr)),
                _ if self.rules.expr.whole_rows => kind.nowhere().elsewhere(),
                _ => kind.nowhere(),
            })?;
            let ty = match self.rules.expr.common_of_kinds {
                Some(common) => {
                    common(&a.ty, &b.ty, kinds(&left.node, at) | kinds(&right.node, at) & 15)
                }
                None => ty,
            };
            if !all && self.is_uncompared(&ty) {
                let refused = Refusal::NoEquality.of(&[]);
                return Err(match own.get(at) {
                    Some(ast::SelectItem::Expr { expr, .. }) => refused.at(expr.span),
                    _ => refused.nowhere(),
                });
            }
            let collation = if a.collates { a.collation } else { b.collation };
            let collates = a.collates || b.collates;
            columns.push(ResultColumn { ty, origin: None, collation, collates, ..a.clone() });
            let [a, b] = pair;
            lefts.push(a.expr);
            rights.push(b.expr);
        }
        let collations = columns.iter().map(|c| c.collation).collect();
        let node = Node::Compound {
            op,
            all,
            left: Box::new(converted(left.node, lefts)),
            right: Box::new(converted(right.node, rights)),
            collations,
            sorted: self.rules.expr.sorted_compounds && !all,
        };
        Ok(QueryPlan { node, columns })
    }

    /// The result column of any part of a compound, the first before the others, that ORDER BY
    /// means (SQLite; resolve.c, resolveCompoundOrderBy).
    pub(super) fn result_of_part(
        &mut self,
        term: &ast::Expr,
        body: &ast::SetExpr,
        outer: Option<&Scope<'_>>,
    ) -> Option<usize> {
        let select = match body {
            ast::SetExpr::Compound { left, right, .. } => {
                let at = self.result_of_part(term, left, outer);
                return at.or_else(|| self.result_of_part(term, right, outer));
            }
            ast::SetExpr::Select(select) => select,
            _ => return None,
        };
        let mut scope = Scope::new(Vec::new(), outer);
        if let Some(from) = &select.from {
            // What cannot be planned a second time names nothing here.
            let _ = self.add_from(from, &mut scope);
        }
        let items = self.expand(&select.items, &scope).ok()?;
        let rule = self.rules.column_names;
        let column = |expr: &ast::Expr| match &expr.kind {
            ast::ExprKind::Column(name) => match scope.look_up(name, self.rules) {
                Ok(Meaning::Column(f)) => Some((f.up, f.item, f.column)),
                _ => None,
            },
            _ => None,
        };
        let wanted = column(term);
        let alias = |item: &Item<'_>| match (item, &term.kind) {
            (Item::Expr(_, Some(alias)), ast::ExprKind::Column(name)) => {
                name.table.is_none() && rule.same(&alias.text, &name.name.text)
            }
            _ => false,
        };
        let same = |item: &Item<'_>| match (item, wanted) {
            (Item::Column(f), wanted) => wanted == Some((f.up, f.item, f.column)),
            (Item::Expr(expr, _), Some(_)) => column(expr) == wanted,
            (Item::Expr(expr, _), None) => super::conflict::same_expr(term, expr, rule),
        };
        items.iter().position(alias).or_else(|| items.iter().position(same))
    }

    pub(super) fn plan_values(
        &mut self,
        rows: &[Vec<ast::Expr>],
        outer: Option<&Scope<'_>>,
    ) -> Result<QueryPlan> {
        let scope = Scope::new(Vec::new(), outer);
        let width = rows.first().map_or(0, Vec::len);
        let mut columns: Vec<Vec<Bound>> = (0..width).map(|_| Vec::new()).collect();
        for row in rows {
            if row.len() != width {
                let span = row.first().map(|e| e.span).unwrap_or_default();
                return Err(ErrorKind::ValuesColumns.at(span));
            }
            for (column, value) in columns.iter_mut().zip(row) {
                column.push(self.bind(value, &scope)?);
            }
        }
        let mut results = Vec::new();
        for (at, column) in columns.iter_mut().enumerate() {
            let ty = (self.rules.expr.common)(column, "VALUES").map_err(ErrorKind::nowhere)?;
            let name = (self.rules.expr.values_name)(at);
            let first = column.first();
            let carried = first.and_then(|b| b.collation);
            results.push(ResultColumn {
                name: Rc::from(name),
                origin: None,
                ty,
                declared: Rc::from(""),
                collation: carried.map_or(self.rules.expr.default_collation, |c| c.collation),
                collates: carried.is_some(),
            });
        }
        let mut planned: Vec<Vec<Expr>> = rows.iter().map(|_| Vec::new()).collect();
        for column in columns {
            for (row, value) in planned.iter_mut().zip(column) {
                row.push(value.expr);
            }
        }
        Ok(QueryPlan { node: Node::Values(planned), columns: results })
    }
}

/// The kinds of values that a result may have, as bits: 1 numbers, 2 texts, 4 blobs, 8 those of its
/// type, and 16 for a cast in the first part (expr.c, sqlite3ExprDataType).
fn kinds(node: &Node, at: usize) -> u8 {
    match node {
        Node::Compound { left, right, .. } => kinds(left, at) | kinds(right, at) & 15,
        Node::Sort { input, .. }
        | Node::Limit { input, .. }
        | Node::Distinct { input, .. }
        | Node::Filter { input, .. } => kinds(input, at),
        Node::Project { exprs, .. } => exprs.get(at).map_or(7, kinds_of),
        Node::Values(rows) => {
            rows.iter().filter_map(|row| row.get(at)).map(kinds_of).fold(0, |all, one| all | one)
        }
        _ => 7,
    }
}

/// As [`kinds`], of an expression. What only its type tells is not known here.
fn kinds_of(expr: &Expr) -> u8 {
    match expr {
        Expr::Const(Value::Null) => 0,
        Expr::Const(Value::Int(_) | Value::Real(_))
        | Expr::Compare(_)
        | Expr::Truth(_)
        | Expr::TruthOfAll(_)
        | Expr::And(_)
        | Expr::Or(_)
        | Expr::Not(_)
        | Expr::IsNull { .. }
        | Expr::InList(_)
        | Expr::InQuery(_)
        | Expr::Exists(_) => 1,
        Expr::Call(function, _) => match function.name {
            "||" => 6,
            name if name.starts_with(char::is_alphabetic) || name.starts_with("->") => 7,
            _ => 1,
        },
        Expr::Case { branches, otherwise } => {
            branches.iter().fold(kinds_of(otherwise), |all, (_, value)| all | kinds_of(value))
        }
        Expr::Const(Value::Text(_)) => 2,
        Expr::Const(Value::Blob(_)) => 4,
        Expr::Column { .. } | Expr::Scalar(_) => 8,
        Expr::Cast(..) => 24,
        _ => 7,
    }
}

pub(super) fn as_bound(at: usize, column: &ResultColumn) -> Bound {
    let expr = Expr::Column { up: 0, index: at as u32 };
    let collation =
        Some(Collated { collation: column.collation, explicit: false, passed_on: false });
    Bound { collation, ..Bound::new(expr, column.ty.clone()) }
}

/// A query whose columns are brought to other types.
pub(super) fn converted(node: Node, exprs: Vec<Expr>) -> Node {
    let same = |(at, e): (usize, &Expr)| match e {
        Expr::Column { up: 0, index } => *index as usize == at,
        _ => false,
    };
    if exprs.iter().enumerate().all(same) {
        return node;
    }
    Node::Project { input: Box::new(node), exprs }
}
