//! What the names in a query that is to be arranged mean (`join_order.rs`): tables and columns of FROM, their
//! affinities and collations, and which columns are looked at.

use std::rc::Rc;

use super::Planner;
use super::join_order::{DEEP, Part};
use super::solver::{Mask, ROWID};
use crate::catalog::{Object, Table};
use crate::syntax::ast::{self, Expr, ExprKind, FromItem, JoinConstraint, SelectItem};
use crate::syntax::mention::{Mention, mentions_of_expr};
use crate::types::{Affinity, Type};

impl Planner<'_> {
    /// The number of a column as the solver has it.
    pub(super) fn number(&self, table: &Table, text: &str) -> Option<usize> {
        match table.column(text, self.rules.column_names) {
            Some(c) if table.rowid_key.is_some_and(|k| k.column == c) => Some(ROWID),
            None if self.is_rowid_name(text) && !table.without_rowid => Some(ROWID),
            found => found,
        }
    }

    /// The part and the column that a name means; none of both where it stands further out. An
    /// error where that cannot be told.
    pub(super) fn place(
        &self,
        name: &ast::ColumnName,
        parts: &[Part<'_>],
    ) -> Result<Option<(usize, Option<usize>)>, ()> {
        let text = &name.name.text;
        let column = |part: &Part<'_>| self.number(part.table.as_ref()?, text);
        if let Some(of) = &name.table {
            let at = parts.iter().position(|p| p.name.text.eq_ignore_ascii_case(&of.text));
            let column = |part: &Part<'_>| match part.table {
                Some(_) => column(part),
                None => Some(named(text)),
            };
            return Ok(at.map(|at| (at, column(&parts[at]))));
        }
        let mut found = None;
        for (at, part) in parts.iter().enumerate() {
            match (column(part), found) {
                (Some(_), Some(_)) => return Err(()),
                (Some(column), None) => found = Some((at, Some(column))),
                // It may be a column of a query.
                (None, _) if part.table.is_none() && parts.len() > 1 => return Err(()),
                (None, _) if part.table.is_none() => return Ok(Some((at, None))),
                (None, _) => {}
            }
        }
        Ok(found)
    }

    /// Shows the parts and columns that an expression looks at, queries in it included; false where
    /// that cannot be told.
    pub(super) fn usage(
        &self,
        expr: &Expr,
        parts: &[Part<'_>],
        see: &mut dyn FnMut(usize, Option<usize>),
    ) -> bool {
        // Tables of queries in it hide those around.
        let mut inner: Vec<(&str, Option<&Rc<Table>>)> = Vec::new();
        mentions_of_expr(expr, &mut |mention| {
            if let Mention::Table(name, alias) = mention {
                let table = match self.relation(name) {
                    Some(Object::Table(table)) => Some(table),
                    _ => None,
                };
                inner.push((&alias.unwrap_or(&name.name).text, table));
            }
        });
        let mut clear = true;
        mentions_of_expr(expr, &mut |mention| {
            let Mention::Column(name) = mention else { return };
            let hidden = inner.iter().any(|(label, table)| match &name.table {
                Some(of) => of.text.eq_ignore_ascii_case(label),
                None => table.is_none_or(|t| self.number(t, &name.name.text).is_some()),
            });
            match self.place(name, parts) {
                _ if hidden => {}
                Ok(Some((part, column))) => see(part, column),
                Ok(None) => {}
                Err(()) => clear = false,
            }
        });
        clear
    }

    pub(super) fn mask(&self, expr: &Expr, parts: &[Part<'_>]) -> Option<Mask> {
        let mut mask = 0;
        self.usage(expr, parts, &mut |part, _| mask |= 1 << part).then_some(mask)
    }

    /// The columns of a table that an item of FROM gives, in order; none where that cannot be told.
    pub(super) fn given_by(
        &self,
        from: &FromItem,
        table: &Table,
        deep: usize,
    ) -> Option<Vec<usize>> {
        let query = match from {
            FromItem::Subquery { query, .. } => query,
            FromItem::Table { name, .. } => match self.relation(name) {
                _ if name.schema.is_none() && self.is_common(&name.name) => return None,
                Some(Object::View(view)) => &view.query,
                _ => {
                    let number = |column| match table.rowid_key {
                        Some(key) if key.column == column => ROWID,
                        _ => column,
                    };
                    return Some((0..table.columns.len()).map(number).collect());
                }
            },
            _ => return None,
        };
        let ast::SetExpr::Select(select) = &query.body else { return None };
        let mut given = Vec::new();
        for item in &select.items {
            match item {
                SelectItem::Expr { expr: Expr { kind: ExprKind::Column(name), .. }, .. } => {
                    given.push(self.number(table, &name.name.text)?);
                }
                SelectItem::Star(_) if deep > 0 => {
                    given.extend(self.given_by(select.from.as_ref()?, table, deep - 1)?);
                }
                _ => return None,
            }
        }
        Some(given)
    }

    /// The columns that `*` of a part stands for, a bit each.
    pub(super) fn starred(&self, part: &Part<'_>) -> u64 {
        let given = part.table.as_ref().and_then(|t| self.given_by(part.from, t, DEEP));
        given.map_or(u64::MAX, |given| {
            let known = given.into_iter().filter(|c| *c != ROWID);
            known.fold(0, |bits, c| bits | 1 << c.min(63))
        })
    }

    /// The columns of each part that the query looks at.
    pub(super) fn columns_used(
        &self,
        select: &ast::Select,
        query: Option<&ast::Query>,
        parts: &[Part<'_>],
        used: &mut [u64],
    ) {
        let bit = |column: usize| 1u64 << column.min(63);
        let mut exprs: Vec<&Expr> = Vec::new();
        let mut aliases: Vec<&str> = Vec::new();
        for item in &select.items {
            match item {
                SelectItem::Expr { expr, alias } => {
                    exprs.push(expr);
                    aliases.extend(alias.iter().map(|a| &*a.text));
                }
                SelectItem::Star(_) => {
                    for (part, used) in parts.iter().zip(&mut *used) {
                        *used |= self.starred(part);
                    }
                }
                SelectItem::TableStar(name, _) => {
                    let is = |p: &Part<'_>| p.name.text.eq_ignore_ascii_case(&name.name.text);
                    if let Some(at) = parts.iter().position(is) {
                        used[at] |= self.starred(&parts[at]);
                    }
                }
            }
        }
        exprs.extend(select.filter.iter().chain(&select.group_by).chain(&select.having));
        exprs.extend(select.windows.iter().flat_map(|(_, w)| {
            w.partition_by.iter().chain(w.order_by.iter().map(|term| &term.expr))
        }));
        let is_alias = |e: &&Expr| match &e.kind {
            ExprKind::Column(name) => {
                name.table.is_none()
                    && aliases.iter().any(|a| a.eq_ignore_ascii_case(&name.name.text))
            }
            _ => false,
        };
        let terms = query.into_iter().flat_map(|q| q.order_by.iter().map(|term| &term.expr));
        exprs.extend(terms.filter(|e| !is_alias(e)));
        let mut on: Vec<&FromItem> = select.from.iter().collect();
        while let Some(from) = on.pop() {
            if let FromItem::Join(join) = from {
                on.extend([&join.left, &join.right]);
                match &join.constraint {
                    JoinConstraint::On(on) => exprs.push(on),
                    JoinConstraint::Using(names) => {
                        for (part, used) in parts.iter().zip(&mut *used) {
                            for name in names {
                                let table = part.table.as_ref();
                                let column = table.and_then(|t| self.number(t, &name.text));
                                *used |= column.filter(|c| *c != ROWID).map_or(0, bit);
                            }
                        }
                    }
                    JoinConstraint::None => {}
                }
            }
        }
        for expr in exprs {
            self.usage(expr, parts, &mut |part, column| match column {
                Some(ROWID) | None => {}
                Some(column) => used[part] |= bit(column),
            });
        }
    }

    /// Whether an index of a column can find what an expression gives (expr.c,
    /// `sqlite3IndexAffinityOk`).
    pub(super) fn index_fits(
        &self,
        part: &Part<'_>,
        column: Option<usize>,
        other: &Expr,
        parts: &[Part<'_>],
    ) -> bool {
        let of = |part: &Part<'_>, column: Option<usize>| {
            part.table.as_ref().and_then(|table| affinity_of(table, column?))
        };
        let other = match &other.kind {
            ExprKind::Column(name) => match self.place(name, parts) {
                Ok(Some((at, its))) => of(&parts[at], its),
                _ => None,
            },
            ExprKind::Subquery(query) => self.affinity_of_query(query),
            _ => None,
        };
        let own = of(part, Some(column.unwrap_or(ROWID)));
        let (Some(own), Some(other)) = (own, other) else { return true };
        let number = |a: Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
        match (number(own), number(other)) {
            (false, true) => false,
            (false, false) => true,
            (true, _) => true,
        }
    }

    /// The affinity of a query's first result, if that is a column of its only table.
    pub(super) fn affinity_of_query(&self, query: &ast::Query) -> Option<Affinity> {
        let ast::SetExpr::Select(select) = &query.body else { return None };
        let table = self.table_of_from(select.from.as_ref()?, DEEP)?;
        match select.items.first()? {
            SelectItem::Expr { expr: Expr { kind: ExprKind::Column(name), .. }, .. } => {
                affinity_of(&table, self.number(&table, &name.name.text)?)
            }
            _ => None,
        }
    }

    /// The part and column that an expression is, COLLATE and parentheses aside.
    pub(super) fn column_of(&self, expr: &Expr, parts: &[Part<'_>]) -> Option<(usize, usize)> {
        match &expr.kind {
            ExprKind::Column(name) => {
                let (part, column) = self.place(name, parts).ok()??;
                Some((part, column?))
            }
            ExprKind::Paren(inner) | ExprKind::Collate(inner, _) => self.column_of(inner, parts),
            _ => None,
        }
    }

    /// The collation of an expression and whether it is written.
    pub(super) fn collation_of(
        &self,
        expr: &Expr,
        parts: &[Part<'_>],
    ) -> Option<(&'static str, bool)> {
        match &expr.kind {
            ExprKind::Collate(_, name) => {
                Some(((self.rules.ddl.collation)(&name.text)?.name, true))
            }
            ExprKind::Paren(inner) => self.collation_of(inner, parts),
            ExprKind::Column(_) => {
                let (part, column) = self.column_of(expr, parts)?;
                // A column has a collation even where it names none.
                let Some(table) = &parts[part].table else {
                    return Some((crate::collation::BINARY.name, false));
                };
                Some((table.columns.get(column)?.collation.name, false))
            }
            _ => None,
        }
    }

    pub(super) fn compared_by(
        &self,
        left: &Expr,
        right: Option<&Expr>,
        parts: &[Part<'_>],
    ) -> &'static str {
        let left = self.collation_of(left, parts);
        let right = right.and_then(|right| self.collation_of(right, parts));
        let found = left.filter(|l| l.1).or(right.filter(|r| r.1)).or(left).or(right);
        found.map_or(crate::collation::BINARY.name, |f| f.0)
    }
}

/// The affinity of a column.
pub(super) fn affinity_of(table: &Table, column: usize) -> Option<Affinity> {
    match table.columns.get(column).map(|c| &c.ty) {
        Some(Type::Affinity(affinity, _)) => Some(*affinity),
        Some(_) => None,
        None => Some(Affinity::Integer),
    }
}

/// A number for a column of a query, which is known by its name alone.
fn named(text: &str) -> usize {
    let add = |sum: usize, byte: u8| {
        sum.wrapping_mul(31).wrapping_add(usize::from(byte.to_ascii_lowercase()))
    };
    (text.bytes().fold(7, add) | 1 << 20) & (usize::MAX >> 1)
}
