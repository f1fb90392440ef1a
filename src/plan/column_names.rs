//! What the columns of a query are called where another reads them, in a dialect that has it so (SQLite;
//! select.c, sqlite3ColumnsFromExprList).

use std::rc::Rc;

use super::Planner;
use super::node::ResultColumn;
use crate::span::Span;
use crate::syntax::ast::{self, CompoundOp, ExprKind, Literal, SelectItem, SetExpr};

/// When a query's columns are named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// Before it is known what they are (queries in FROM): a column as it is written.
    Written,
    /// Thereafter (views, CREATE TABLE AS): a column as its table calls it.
    Found,
}

/// Functions that give what they are given, which are known by their names alone.
const HINTS: [&str; 3] = ["likely", "unlikely", "likelihood"];

impl Planner<'_> {
    /// Names the columns of a query.
    pub(super) fn name_columns(&self, body: &SetExpr, columns: &mut [ResultColumn], names: Names) {
        let select = match body {
            SetExpr::Select(select) => select,
            SetExpr::Compound { left, .. } => return self.name_columns(left, columns, names),
            SetExpr::Query(query) => return self.name_columns(&query.body, columns, names),
            SetExpr::Values(_) => return,
        };
        if !self.rules.expr.names_as_written {
            return;
        }
        // Past a star columns are counted from the end.
        let is_star = |item: &&SelectItem| !matches!(item, SelectItem::Expr { .. });
        let rename = |(item, column): (&SelectItem, &mut ResultColumn)| {
            let SelectItem::Expr { expr, alias: None } = item else { return };
            match &bare(expr, names).kind {
                // What is a column by itself has that column's name by now.
                ExprKind::Column(written) if names == Names::Written || !is_column(expr) => {
                    column.name = written.name.text.clone();
                }
                ExprKind::Literal(Literal::Bool(_)) => column.name = Rc::from("true"),
                _ => {}
            }
        };
        let first = select.items.iter().take_while(|item| !is_star(item));
        first.zip(columns.iter_mut()).for_each(rename);
        let last = select.items.iter().rev().take_while(|item| !is_star(item));
        last.zip(columns.iter_mut().rev()).for_each(rename);
        // A truth value is no name.
        for (at, column) in columns.iter_mut().enumerate() {
            if ["true", "false"].iter().any(|word| column.name.eq_ignore_ascii_case(word)) {
                column.name = Rc::from(["column", &(at + 1).to_string()].concat());
            }
        }
    }

    /// The words that name a column without an alias: comments up to the next token are among them
    /// (SQLite; build.c, sqlite3ExprListSetSpan).
    pub(super) fn named_by(&self, span: Span) -> Span {
        let after = span.end.saturating_sub(self.base) as usize;
        match self.text.get(after..) {
            Some(rest) if self.rules.expr.names_as_written => {
                let next = crate::syntax::first_token(rest, self.rules.ddl.syntax);
                let between = rest.get(..next).unwrap_or_default().trim_end().len();
                Span { end: span.end + between as u32, ..span }
            }
            _ => span,
        }
    }

    /// Whether a query is read as one in FROM, since its ORDER BY names a collation (SQLite; select.c,
    /// convertCompoundSelectToSubquery).
    pub(super) fn is_nested(&self, query: &ast::Query) -> bool {
        let collates = |term: &ast::OrderTerm| matches!(term.expr.kind, ExprKind::Collate(..));
        self.rules.expr.names_as_written
            && has_sets(&query.body)
            && query.order_by.iter().any(collates)
    }
}

/// Whether rows are compared to put the parts together.
fn has_sets(body: &SetExpr) -> bool {
    match body {
        SetExpr::Compound { op, all, left, .. } => {
            !(*op == CompoundOp::Union && *all) || has_sets(left)
        }
        SetExpr::Select(_) | SetExpr::Values(_) | SetExpr::Query(_) => false,
    }
}

fn is_column(expr: &ast::Expr) -> bool {
    matches!(expr.kind, ExprKind::Column(_))
}

/// What a column is named by.
fn bare(expr: &ast::Expr, names: Names) -> &ast::Expr {
    match &expr.kind {
        ExprKind::Paren(inner) | ExprKind::Collate(inner, _) => bare(inner, names),
        ExprKind::Function(call)
            if names == Names::Found
                && HINTS.iter().any(|hint| call.name.name.text.eq_ignore_ascii_case(hint)) =>
        {
            call.args.first().map_or(expr, |value| bare(value, names))
        }
        _ => expr,
    }
}
