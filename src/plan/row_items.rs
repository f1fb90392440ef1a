//! Functions that give rows among the results of a SELECT (PostgreSQL, "SQL Functions Returning
//! Sets"): such a call moves behind FROM, as if it were written `CROSS JOIN LATERAL`, which gives the
//! same rows when there is one of them.

use super::Planner;
use crate::catalog::Returns;
use crate::error::{ErrorKind, Result};
use crate::span::Span;
use crate::syntax::ast::{
    ColumnName, Expr, ExprKind, FromItem, Ident, Join, JoinConstraint, JoinKind, Select, SelectItem,
};

/// What such a call goes by; no name that a statement can write.
pub(super) const LABEL: &str = "\u{1}rows";

impl Planner<'_> {
    /// The SELECT with its call moved; none when it has none.
    ///
    /// # Errors
    /// There are several.
    pub(super) fn with_row_items(&self, select: &Select) -> Result<Option<Select>> {
        let names = self.rules.expr.row_functions;
        let mut count = 0;
        for item in select.items.iter().filter(|_| !names.is_empty()) {
            if let SelectItem::Expr { expr, .. } = item {
                self.count_calls(expr, &mut count);
            }
        }
        if count == 0 {
            return Ok(None);
        }
        if let Some(Expr { kind: ExprKind::Function(call), span }) =
            select.items.iter().find_map(|item| match item {
                SelectItem::Expr { expr, .. } if self.is_call(expr) => Some(expr),
                _ => None,
            })
            && let Some(function) = self.function(&call.name)
            && matches!(&function.returns, Returns::Rows(columns, _) if columns.len() > 1)
        {
            return Err(ErrorKind::unsupported("whole rows as values").at(*span));
        }
        if count > 1 {
            let what = "several functions that give rows in one SELECT";
            return Err(ErrorKind::unsupported(what).at(select.span));
        }
        let mut select = select.clone();
        let mut call = None;
        for item in &mut select.items {
            if let SelectItem::Expr { expr, .. } = item {
                self.take_call(expr, &mut call);
            }
        }
        let Some(Expr { kind: ExprKind::Function(call), span }) = call else { return Ok(None) };
        let alias = Some(ident(LABEL, span));
        let columns = vec![call.name.name.clone()];
        let rows = FromItem::Function {
            name: call.name,
            args: call.args,
            alias,
            columns,
            numbered: false,
            span,
        };
        select.from = Some(match select.from.take() {
            None => rows,
            Some(left) => FromItem::Join(Box::new(Join {
                left,
                right: rows,
                kind: JoinKind::Inner,
                natural: false,
                constraint: JoinConstraint::None,
                span,
            })),
        });
        Ok(Some(select))
    }
}

fn ident(text: &str, span: Span) -> Ident {
    Ident { text: text.into(), quote: None, span }
}

impl Planner<'_> {
    fn is_call(&self, expr: &Expr) -> bool {
        matches!(&expr.kind, ExprKind::Function(call)
            if call.over.is_none()
                && (self.rules.expr.row_functions.contains(&&*call.name.name.text)
                    || self.gives_rows(&call.name)))
    }

    pub(super) fn has_row_call(&self, expr: &Expr) -> bool {
        let mut count = 0;
        self.count_calls(expr, &mut count);
        count > 0
    }

    fn count_calls(&self, expr: &Expr, count: &mut usize) {
        *count += usize::from(self.is_call(expr));
        expr.children().into_iter().for_each(|child| self.count_calls(child, count));
    }

    /// Puts a column in the place of the call.
    fn take_call(&self, expr: &mut Expr, found: &mut Option<Expr>) {
        if self.is_call(expr)
            && let ExprKind::Function(call) = &expr.kind
        {
            let span = expr.span;
            let (table, name) = (Some(ident(LABEL, span)), call.name.name.clone());
            let column =
                Expr { kind: ExprKind::Column(ColumnName { schema: None, table, name }), span };
            *found = Some(std::mem::replace(expr, column));
            return;
        }
        expr.children_mut().into_iter().for_each(|child| self.take_call(child, found));
    }
}
