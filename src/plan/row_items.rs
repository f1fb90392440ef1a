//! Functions that give rows among the results of a SELECT (PostgreSQL, "SQL Functions Returning
//! Sets"): such a call moves behind FROM, as if it were written `CROSS JOIN LATERAL`, which gives the
//! same rows when there is one of them.

use super::Planner;
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
                count_calls(expr, names, &mut count);
            }
        }
        if count == 0 {
            return Ok(None);
        }
        if count > 1 {
            let what = "several functions that give rows in one SELECT";
            return Err(ErrorKind::unsupported(what).at(select.span));
        }
        let mut select = select.clone();
        let mut call = None;
        for item in &mut select.items {
            if let SelectItem::Expr { expr, .. } = item {
                take_call(expr, names, &mut call);
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

fn is_call(expr: &Expr, names: &[&str]) -> bool {
    matches!(&expr.kind, ExprKind::Function(call)
        if call.over.is_none() && names.contains(&&*call.name.name.text))
}

fn count_calls(expr: &Expr, names: &[&str], count: &mut usize) {
    *count += usize::from(is_call(expr, names));
    expr.children().into_iter().for_each(|child| count_calls(child, names, count));
}

/// Puts a column in the place of the call.
fn take_call(expr: &mut Expr, names: &[&str], found: &mut Option<Expr>) {
    if is_call(expr, names)
        && let ExprKind::Function(call) = &expr.kind
    {
        let span = expr.span;
        let (table, name) = (Some(ident(LABEL, span)), call.name.name.clone());
        let column =
            Expr { kind: ExprKind::Column(ColumnName { schema: None, table, name }), span };
        *found = Some(std::mem::replace(expr, column));
        return;
    }
    expr.children_mut().into_iter().for_each(|child| take_call(child, names, found));
}
