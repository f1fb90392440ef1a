//! Comparisons, of rows too, and tests against lists and queries.

use std::rc::Rc;

use super::Planner;
use super::expr::{Bound, at_operator, comparison};
use super::node::{CompareOp, Expr, InQuery, Node, Quantified};
use super::scope::Scope;
use crate::error::{ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast::{self, BinaryOp, ExprKind};
use crate::types::Type;

impl Planner<'_> {
    /// The values of an expression that may be a row.
    pub(super) fn bind_row(&mut self, expr: &ast::Expr, scope: &Scope<'_>) -> Result<Vec<Bound>> {
        match &expr.kind {
            ExprKind::Row(values) => {
                let mut bound = Vec::with_capacity(values.len());
                for value in values {
                    bound.extend(self.bind_row_or_value(value, scope)?);
                }
                Ok(bound)
            }
            ExprKind::Paren(inner) if is_row(inner) => self.bind_row(inner, scope),
            _ => self.bind_row_or_value(expr, scope),
        }
    }

    /// The columns of a table or of OLD or NEW (`t.*`, `t`), or one value.
    pub(super) fn bind_row_or_value(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<Vec<Bound>> {
        let inner = opened(expr);
        if let ExprKind::Column(name) = &inner.kind
            && self.rules.expr.whole_rows
            && let Some((label, columns)) = scope.whole_row(name, self.rules)
        {
            let mut bound = Vec::with_capacity(columns.len());
            for column in columns {
                let ident = |text| ast::Ident { text, quote: None, span: expr.span };
                let (table, name) = (Some(ident(label.clone())), ident(column));
                let kind = ExprKind::Column(ast::ColumnName { schema: None, table, name });
                bound.push(self.bind(&ast::Expr { kind, span: expr.span }, scope)?);
            }
            return Ok(bound);
        }
        Ok(vec![self.bind(expr, scope)?])
    }

    /// Whether an expression is a row: written as one, or a table's name.
    pub(super) fn is_row(&self, expr: &ast::Expr, scope: &Scope<'_>) -> bool {
        self.rules.expr.whole_rows
            && match &opened(expr).kind {
                ExprKind::Row(_) => true,
                ExprKind::Column(name) => scope.whole_row(name, self.rules).is_some(),
                _ => false,
            }
    }

    /// As [`Planner::bind_row`], where a subquery may give the row.
    fn bind_side(
        &mut self,
        expr: &ast::Expr,
        width: usize,
        scope: &Scope<'_>,
    ) -> Result<Vec<Bound>> {
        match &expr.kind {
            ExprKind::Subquery(query) if width > 1 => self.bind_scalar_query(query, width, scope),
            _ => self.bind_row(expr, scope),
        }
    }

    #[inline(never)]
    pub(super) fn bind_comparison(
        &mut self,
        op: CompareOp,
        left: &ast::Expr,
        right: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<Expr> {
        let mut width = row_width(left).max(row_width(right));
        if self.rules.expr.whole_rows && !is_row(left) && !is_row(right) {
            width = 1;
        }
        let known = self.rules.expr.widths_first;
        let misused = |error: crate::error::Error| match &*error.kind {
            ErrorKind::SubqueryColumns { .. } if known => ErrorKind::RowMisused.nowhere(),
            _ => error,
        };
        let lefts = self.bind_side(left, width, scope);
        let lefts = lefts.map_err(misused)?;
        let rights = self.bind_side(right, width, scope);
        let rights = rights.map_err(misused)?;
        if lefts.len() != rights.len() {
            return Err(ErrorKind::RowWidths { wanted: lefts.len() }.nowhere());
        }
        let sign = self.operator_span(Some(left.span), Some(right.span));
        self.compare_rows(op, &lefts, &rights, sign)
    }

    fn compare_rows(
        &self,
        op: CompareOp,
        lefts: &[Bound],
        rights: &[Bound],
        sign: Option<Span>,
    ) -> Result<Expr> {
        let compare = |op, a: &Bound, b: &Bound| {
            let at = sign.or_else(|| self.operator_span(a.span, b.span));
            let made = (self.rules.expr.compare)(op, a.clone(), b.clone());
            made.map_err(|kind| at_operator(kind, at))
        };
        if let ([left], [right]) = (lefts, rights) {
            return compare(op, left, right);
        }
        let pairs = || lefts.iter().zip(rights);
        match op {
            CompareOp::Eq | CompareOp::Is => {
                let all: Result<Vec<_>> = pairs().map(|(a, b)| compare(op, a, b)).collect();
                Ok(Expr::And(all?.into()))
            }
            CompareOp::Ne | CompareOp::IsNot => {
                let any: Result<Vec<_>> = pairs().map(|(a, b)| compare(op, a, b)).collect();
                Ok(Expr::Or(any?.into()))
            }
            CompareOp::Lt | CompareOp::Le | CompareOp::Gt | CompareOp::Ge => {
                // (a, b) < (c, d) is a < c OR (a = c AND b < d); only the last pair decides
                // whether equality is enough.
                let strict = match op {
                    CompareOp::Le => CompareOp::Lt,
                    CompareOp::Ge => CompareOp::Gt,
                    other => other,
                };
                let (Some((first, lefts)), Some((second, rights))) =
                    (lefts.split_first(), rights.split_first())
                else {
                    return Err(ErrorKind::RowMisused.nowhere());
                };
                let less = compare(strict, first, second)?;
                let equal = compare(CompareOp::Eq, first, second)?;
                let rest = self.compare_rows(op, lefts, rights, sign)?;
                Ok(Expr::Or(Rc::from([less, Expr::And(Rc::from([equal, rest]))])))
            }
        }
    }

    #[inline(never)]
    pub(super) fn bind_is(
        &mut self,
        left: &ast::Expr,
        right: &ast::Expr,
        not: bool,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let op = if not { CompareOp::IsNot } else { CompareOp::Is };
        let condition = self.bind_comparison(op, left, right, scope)?;
        Ok((self.rules.expr.truth)(condition))
    }

    #[inline(never)]
    pub(super) fn bind_between(
        &mut self,
        expr: &ast::Expr,
        low: &ast::Expr,
        high: &ast::Expr,
        not: bool,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        let operands = self.bind_row(expr, scope)?;
        let lows = self.bind_side(low, operands.len(), scope)?;
        let highs = self.bind_side(high, operands.len(), scope)?;
        if lows.len() != operands.len() || highs.len() != operands.len() {
            return Err(ErrorKind::RowMisused.nowhere());
        }
        let (operands, held) = match &operands[..] {
            [one] if !is_simple(&one.expr) => {
                let expr = one.expr.clone();
                (vec![one.with(Expr::Held)], Some(expr))
            }
            _ => (operands, None),
        };
        let at_least = self.compare_rows(CompareOp::Ge, &operands, &lows, None)?;
        let at_most = self.compare_rows(CompareOp::Le, &operands, &highs, None)?;
        let mut condition = Expr::And(Rc::from([at_least, at_most]));
        if not {
            condition = Expr::Not(Rc::new(condition));
        }
        if let Some(value) = held {
            condition = Expr::Hold { value: Box::new(value), body: Box::new(condition) };
        }
        Ok((rules.truth)(condition))
    }

    #[inline(never)]
    pub(super) fn bind_in_list(
        &mut self,
        expr: &ast::Expr,
        list: &[ast::Expr],
        not: bool,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        let mut operands = self.bind_row(expr, scope)?;
        if operands.len() > 1 {
            return self.bind_row_in_list(&operands, list, not, scope);
        }
        let operand = operands.pop().ok_or_else(|| ErrorKind::RowMisused.nowhere())?;
        let mut values = Vec::with_capacity(list.len());
        for value in list {
            values.push(self.bind(value, scope)?);
        }
        let sign = self.operator_span(Some(expr.span), list.first().map(|l| l.span));
        let condition = (rules.in_list)(operand, values, not);
        Ok((rules.truth)(condition.map_err(|kind| at_operator(kind, sign))?))
    }

    /// `(a, b) IN ((1, 2), (3, 4))`.
    fn bind_row_in_list(
        &mut self,
        operands: &[Bound],
        list: &[ast::Expr],
        not: bool,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let mut any = Vec::with_capacity(list.len());
        for row in list {
            let values = self.bind_row(row, scope)?;
            if values.len() != operands.len() {
                if self.rules.expr.widths_first {
                    let (has, s) = (values.len(), if values.len() > 1 { "s" } else { "" });
                    let wanted = operands.len();
                    let words = format!("IN(...) element has {has} term{s} - expected {wanted}");
                    return Err(super::alter_text::message(words));
                }
                return Err(ErrorKind::RowWidths { wanted: operands.len() }.at(row.span));
            }
            any.push(self.compare_rows(CompareOp::Eq, operands, &values, None)?);
        }
        let mut condition = Expr::Or(any.into());
        if not {
            condition = Expr::Not(Rc::new(condition));
        }
        Ok((self.rules.expr.truth)(condition))
    }

    #[inline(never)]
    pub(super) fn bind_in_query(
        &mut self,
        expr: &ast::Expr,
        query: &ast::Query,
        not: bool,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        let operands = self.bind_row(expr, scope)?;
        let (node, columns) = self.plan_subquery(query, scope, None)?;
        if columns.len() != operands.len() {
            let (found, expected) = (columns.len(), operands.len());
            if let Some(error) = self.too_many(expr, query, found > expected) {
                return Err(error);
            }
            return Err(ErrorKind::SubqueryColumns { found, expected }.at(query.span));
        }
        let (mut exprs, mut affinities, mut collations) = (Vec::new(), Vec::new(), Vec::new());
        let (mut casts, mut adjust) = (Vec::new(), None);
        for (operand, column) in operands.into_iter().zip(&columns) {
            let sign = self.operator_span(Some(expr.span), Some(query.span));
            let pair = (rules.in_query)(operand, column).map_err(|k| at_operator(k, sign))?;
            exprs.push(pair.operand);
            affinities.push(pair.affinity);
            collations.push(pair.collation);
            casts.push(pair.cast);
            adjust = adjust.or(pair.adjust);
        }
        let (node, kept) = match &*node {
            Node::Shared { id, query, .. } => (query.clone(), Some(*id)),
            _ => (node, None),
        };
        let query = self.cast_columns(node, &casts);
        let test = InQuery { exprs, query, affinities, collations, adjust, not, kept };
        Ok((rules.truth)(Expr::InQuery(Rc::new(test))))
    }

    /// The error for a query with another number of columns than stand on the left, where that has
    /// words of its own (PostgreSQL).
    fn too_many(
        &self,
        left: &ast::Expr,
        query: &ast::Query,
        many: bool,
    ) -> Option<crate::error::Error> {
        let sign = self.operator_span(Some(left.span), Some(query.span));
        let kind = Refusal::SubqueryWidth.of(&[if many { "many" } else { "few" }]);
        sign.filter(|_| self.rules.expr.whole_rows).map(|sign| kind.at(sign))
    }

    /// Brings columns of a query to types.
    fn cast_columns(&self, node: Rc<Node>, casts: &[Option<Type>]) -> Rc<Node> {
        let Some(convert) = self.rules.expr.convert.filter(|_| casts.iter().any(Option::is_some))
        else {
            return node;
        };
        let column = |(at, cast): (usize, &Option<Type>)| {
            let column = Expr::Column { up: 0, index: at as u32 };
            match cast {
                Some(ty) => Expr::Cast(convert, Rc::new((column, ty.clone()))),
                None => column,
            }
        };
        let exprs = casts.iter().enumerate().map(column).collect();
        let input = Node::Derived { query: node, width: casts.len(), lateral: false, label: None };
        Rc::new(Node::Project { input: Box::new(input), exprs })
    }

    /// `a op ANY (query)`.
    #[inline(never)]
    pub(super) fn bind_quantified(
        &mut self,
        left: &ast::Expr,
        op: BinaryOp,
        all: bool,
        right: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        let Some(op) = comparison(op) else {
            return Err(ErrorKind::unsupported("this operator with ANY or ALL").at(right.span));
        };
        let ExprKind::Subquery(query) = &right.kind else {
            let (left, right) = (self.bind(left, scope)?, self.bind(right, scope)?);
            let sign = self.operator_span(left.span, right.span);
            let made = (rules.any_of)(left, op, all, right);
            return made.map_err(|kind| kind.placed(sign).nowhere());
        };
        let written = left;
        let left = self.bind(left, scope)?;
        let (node, columns) = self.plan_subquery(query, scope, None)?;
        let [column] = &columns[..] else {
            if let Some(error) = self.too_many(written, query, true) {
                return Err(error);
            }
            let kind = ErrorKind::SubqueryColumns { found: columns.len(), expected: 1 };
            return Err(kind.at(query.span));
        };
        let row = Bound::new(Expr::Column { up: 0, index: 0 }, column.ty.clone());
        let sign = self.operator_span(Some(written.span), Some(query.span));
        let compare = (rules.compare)(op, left.with(Expr::Held), row)
            .map_err(|kind| at_operator(kind, sign))?;
        let test = Quantified { left: left.expr, compare, all, query: node };
        Ok((rules.truth)(Expr::Quantified(Rc::new(test))))
    }
}

/// Cheap enough to be computed twice.
fn is_simple(expr: &Expr) -> bool {
    matches!(expr, Expr::Column { .. } | Expr::Const(_) | Expr::Param(_) | Expr::Held)
}

/// An expression without the parentheses around it.
pub(super) fn opened(expr: &ast::Expr) -> &ast::Expr {
    match &expr.kind {
        ExprKind::Paren(inner) => opened(inner),
        _ => expr,
    }
}

fn is_row(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ExprKind::Row(_) => true,
        ExprKind::Paren(inner) => is_row(inner),
        _ => false,
    }
}

fn row_width(expr: &ast::Expr) -> usize {
    match &expr.kind {
        ExprKind::Row(values) => values.len(),
        ExprKind::Paren(inner) => row_width(inner),
        ExprKind::Subquery(query) => match &query.body {
            ast::SetExpr::Select(select) => {
                let items = select.items.iter();
                items.filter(|i| matches!(i, ast::SelectItem::Expr { .. })).count().max(1)
            }
            ast::SetExpr::Values(rows) => rows.first().map_or(1, Vec::len),
            _ => 1,
        },
        _ => 1,
    }
}
