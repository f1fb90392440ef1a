//! An outer join whose rows without a partner would not pass WHERE anyway is no outer join (SQLite:
//! select.c, "Convert LEFT JOIN into JOIN"; expr.c, `sqlite3ExprImpliesNonNullRow`). What comes of it
//! is the same, but tables may then be read in another order (`join_order.rs`), which can be seen.

use std::rc::Rc;

use super::Planner;
use super::expr::ScanOrder;
use super::join_order::label;
use super::partial::split;
use crate::catalog::{Object, Table};
use crate::syntax::ast::{self, BinaryOp, Expr, ExprKind, FromItem, JoinConstraint, JoinKind};

/// A table or query of FROM: its name, and the table that it is.
type Item<'q> = (&'q str, Option<Rc<Table>>);

impl Planner<'_> {
    /// The query with the joins that remain outer ones, where that changes any.
    pub(super) fn without_outer(&self, select: &ast::Select) -> Option<ast::Select> {
        if self.rules.expr.scan_order != ScanOrder::Sqlite {
            return None;
        }
        let mut joins: Vec<&ast::Join> = Vec::new();
        let mut from = select.from.as_ref()?;
        while let FromItem::Join(join) = from {
            joins.push(join);
            from = &join.left;
        }
        joins.reverse();
        let mut kinds: Vec<JoinKind> = joins.iter().map(|j| j.kind).collect();
        let written = kinds.clone();
        if kinds.iter().all(|k| *k == JoinKind::Inner) {
            return None;
        }
        let mut items: Vec<Item<'_>> = Vec::new();
        for from in [from].into_iter().chain(joins.iter().map(|j| &j.right)) {
            let table = match from {
                FromItem::Table { name, .. } => match self.relation(name) {
                    Some(Object::Table(table)) => Some(table.clone()),
                    _ => None,
                },
                _ => None,
            };
            items.push((&label(from)?.text, table));
        }
        for at in 0..items.len() {
            let right = |k: &JoinKind| matches!(k, JoinKind::Right | JoinKind::Full);
            let own = at.checked_sub(1);
            let left = own.is_some_and(|j| matches!(kinds[j], JoinKind::Left | JoinKind::Full));
            let before = kinds[at..].iter().any(right);
            if !left && !before {
                continue;
            }
            let mut given = Vec::new();
            split(select.filter.as_ref(), &mut given);
            for (join, kind) in joins.iter().zip(&kinds) {
                if let (JoinConstraint::On(on), JoinKind::Inner, false) =
                    (&join.constraint, kind, before)
                {
                    split(Some(on), &mut given);
                }
            }
            if !given.iter().any(|c| self.needs_row(c, at, &items, true)) {
                continue;
            }
            if let Some(own) = own.filter(|_| left) {
                let full = kinds[own] == JoinKind::Full;
                kinds[own] = if full { JoinKind::Right } else { JoinKind::Inner };
            }
            for kind in &mut kinds[at..] {
                *kind = match *kind {
                    JoinKind::Full => JoinKind::Left,
                    JoinKind::Right => JoinKind::Inner,
                    kind => kind,
                };
            }
        }
        if kinds == written {
            return None;
        }
        let mut select = select.clone();
        let mut from = select.from.as_mut()?;
        for kind in kinds.iter().rev() {
            let FromItem::Join(join) = from else { return None };
            join.kind = *kind;
            from = &mut join.left;
        }
        Some(select)
    }

    /// Whether a condition holds, or has a value, only for a row of an item that is there.
    fn needs_row(&self, expr: &Expr, at: usize, items: &[Item<'_>], top: bool) -> bool {
        let under = |e: &Expr| self.needs_row(e, at, items, false);
        match &expr.kind {
            ExprKind::Paren(inner) => self.needs_row(inner, at, items, top),
            ExprKind::IsNull { expr, not: true } => top && under(expr),
            ExprKind::Column(name) => self.is_of(name, at, items),
            ExprKind::Binary(BinaryOp::And | BinaryOp::Or, left, right) => {
                under(left) && under(right)
            }
            ExprKind::InList { expr, list, .. } => !list.is_empty() && under(expr),
            ExprKind::Between { expr, low, high, .. } => under(expr) || under(low) && under(high),
            ExprKind::Binary(_, left, right) => under(left) || under(right),
            ExprKind::Unary(_, inner) | ExprKind::Collate(inner, _) => under(inner),
            ExprKind::Cast { expr, .. } => under(expr),
            _ => false,
        }
    }

    fn is_of(&self, name: &ast::ColumnName, at: usize, items: &[Item<'_>]) -> bool {
        if let Some(of) = &name.table {
            return of.text.eq_ignore_ascii_case(items[at].0);
        }
        // A bare name may mean a column of a query.
        let has = |(_, table): &Item<'_>| {
            table.as_ref().map(|t| {
                t.column(&name.name.text, self.rules.column_names).is_some()
                    || self.is_rowid_name(&name.name.text) && !t.without_rowid
            })
        };
        has(&items[at]) == Some(true)
            && items.iter().enumerate().all(|(other, i)| other == at || has(i) == Some(false))
    }
}
