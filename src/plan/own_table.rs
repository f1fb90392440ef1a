//! MySQL writes no table that a subquery of the same statement reads ("You cannot update a table and
//! select directly from the same table in a subquery": UPDATE, DELETE and INSERT in the manual). A
//! derived table is read beforehand, so that what stands in it does not count.

use super::Planner;
use crate::catalog::{Object, Table};
use crate::error::{ErrorKind, Result};
use crate::syntax::ast::{Expr, ExprKind, FromItem, JoinConstraint, Query, SelectItem, SetExpr};

impl Planner<'_> {
    /// Refuses to write a table, under its name in the statement, that subqueries of these expressions
    /// read.
    pub(super) fn refuse_own_table(
        &self,
        table: &Table,
        label: &str,
        exprs: &mut dyn Iterator<Item = &Expr>,
    ) -> Result<()> {
        if !self.rules.write.own_table_refused {
            return Ok(());
        }
        for expr in exprs {
            if self.reads_within(expr, table) {
                return Err(ErrorKind::OwnTable { name: label.to_string() }.nowhere());
            }
        }
        Ok(())
    }

    fn reads_within(&self, expr: &Expr, table: &Table) -> bool {
        let query = match &expr.kind {
            ExprKind::Exists(query) | ExprKind::Subquery(query) => Some(query),
            ExprKind::InQuery { query, .. } => Some(query),
            _ => None,
        };
        query.is_some_and(|query| self.query_reads(query, table))
            || expr.children().into_iter().any(|child| self.reads_within(child, table))
    }

    pub(super) fn query_reads(&self, query: &Query, table: &Table) -> bool {
        // A common table of its name hides it.
        let hidden = query.with.as_ref().is_some_and(|with| {
            with.tables.iter().any(|t| self.rules.table_names.same(&t.name.text, &table.name))
        });
        !hidden
            && (self.set_reads(&query.body, table)
                || query.order_by.iter().any(|term| self.reads_within(&term.expr, table)))
    }

    fn set_reads(&self, set: &SetExpr, table: &Table) -> bool {
        let within = |expr: &Expr| self.reads_within(expr, table);
        match set {
            SetExpr::Select(select) => {
                let item = |item: &SelectItem| match item {
                    SelectItem::Expr { expr, .. } => within(expr),
                    SelectItem::Star(_) | SelectItem::TableStar(..) => false,
                };
                select.from.as_ref().is_some_and(|from| self.reads_of(from, table))
                    || select.items.iter().any(item)
                    || select.filter.iter().chain(&select.group_by).any(within)
                    || select.having.iter().any(within)
            }
            SetExpr::Values(rows) => rows.iter().flatten().any(within),
            SetExpr::Query(query) => self.query_reads(query, table),
            SetExpr::Compound { left, right, .. } => {
                self.set_reads(left, table) || self.set_reads(right, table)
            }
        }
    }

    fn reads_of(&self, from: &FromItem, table: &Table) -> bool {
        match from {
            FromItem::Table { name, .. } => {
                matches!(self.relation(name), Some(Object::Table(read)) if read.id == table.id)
            }
            FromItem::Join(join) => {
                let on = match &join.constraint {
                    JoinConstraint::On(on) => self.reads_within(on, table),
                    JoinConstraint::None | JoinConstraint::Using(_) => false,
                };
                on || self.reads_of(&join.left, table) || self.reads_of(&join.right, table)
            }
            FromItem::Subquery { .. } | FromItem::Function { .. } => false,
        }
    }
}
