//! The order that is wanted of the rows of a query: by ORDER BY, GROUP BY, DISTINCT, or the only min or
//! max (select.c).

use std::rc::Rc;

use super::Planner;
use super::join_order::{DEEP, Part};
use super::solver::{ANY, Item, Op, Place, Purpose, ROWID, Side, Wanted};
use crate::syntax::ast::{self, Expr, ExprKind, Literal, SelectItem};

impl Planner<'_> {
    /// The argument of the only aggregate of a query, if that is min or max, and whether it is max.
    pub(super) fn only_extreme_of<'e>(&self, select: &'e ast::Select) -> Option<(&'e Expr, bool)> {
        let mut found = None;
        let mut exprs: Vec<&Expr> = Vec::new();
        if select.having.is_some() {
            return None;
        }
        for item in &select.items {
            if let SelectItem::Expr { expr, .. } = item {
                exprs.push(expr);
            }
        }
        while let Some(expr) = exprs.pop() {
            match &expr.kind {
                ExprKind::Function(call) if self.is_aggregate_call(call) => {
                    let [arg] = &call.args[..] else { return None };
                    let name = &call.name.name.text;
                    let max = name.eq_ignore_ascii_case("max");
                    if !max && !name.eq_ignore_ascii_case("min") || found.is_some() {
                        return None;
                    }
                    found = Some((arg, max));
                }
                _ => exprs.extend(expr.children()),
            }
        }
        found
    }

    /// A term of an order that is wanted.
    pub(super) fn term(
        &self,
        expr: &Expr,
        parts: &[Part<'_>],
        descending: bool,
        nulls: bool,
    ) -> Option<Wanted> {
        let all = self.mask(expr, parts)?;
        let (column, collation) =
            (self.column_of(expr, parts), self.compared_by(expr, None, parts));
        Some(Wanted { column, all, constant: all == 0, collation, descending, nulls })
    }

    /// The results as an order.
    pub(super) fn results(&self, select: &ast::Select, parts: &[Part<'_>]) -> Option<Vec<Wanted>> {
        let mut wanted = Vec::new();
        for item in &select.items {
            match item {
                SelectItem::Expr { expr, .. } => wanted.push(self.term(expr, parts, false, false)?),
                _ => {
                    for (at, part) in parts.iter().enumerate() {
                        if let SelectItem::TableStar(name, _) = item
                            && !name.name.text.eq_ignore_ascii_case(&part.name.text)
                        {
                            continue;
                        }
                        let mut own = Wanted {
                            column: None,
                            all: 1 << at,
                            constant: false,
                            collation: ANY,
                            descending: false,
                            nulls: false,
                        };
                        let Some(table) = &part.table else {
                            wanted.push(own);
                            continue;
                        };
                        for column in self.given_by(part.from, table, DEEP)? {
                            own.column = Some((at, column));
                            own.collation =
                                table.columns.get(column).map_or(ANY, |c| c.collation.name);
                            wanted.push(own.clone());
                        }
                    }
                }
            }
        }
        Some(wanted)
    }

    /// Whether ORDER BY has the terms of GROUP BY.
    pub(super) fn orders_groups(&self, select: &ast::Select, order_by: &[ast::OrderTerm]) -> bool {
        let names = self.rules.column_names;
        order_by.len() == select.group_by.len()
            && order_by.iter().zip(&select.group_by).all(|(term, key)| {
                let pair = (meant(select, &term.expr, true), meant(select, key, false));
                term.nulls_first.is_none()
                    && matches!(pair, (Some(a), Some(b))
                        if super::conflict::same_expr(&a, &b, names)
                            && table_of(&a) == table_of(&b))
            })
    }

    /// The order that is wanted of the rows, and for what.
    pub(super) fn wanted(
        &self,
        select: &ast::Select,
        order_by: &[ast::OrderTerm],
        parts: &[Part<'_>],
        items: &[Item],
        sides: &[Side],
    ) -> Option<(Vec<Wanted>, Purpose)> {
        let none = (Vec::new(), Purpose::Order);
        let term = |expr: &Expr, descending, nulls| self.term(expr, parts, descending, nulls);
        let mut wanted = Vec::new();
        if !select.group_by.is_empty() {
            let same = order_by.len() == select.group_by.len();
            for (at, key) in select.group_by.iter().enumerate() {
                let key = meant(select, key, false)?;
                wanted.push(term(&key, same && order_by[at].descending, false)?);
            }
            return Some((wanted, Purpose::Group));
        }
        let window = |item: &SelectItem| match item {
            SelectItem::Expr { expr, .. } => super::query::has_window(expr),
            _ => false,
        };
        if select.items.iter().any(window) {
            return Some(none);
        }
        if self.is_grouped(select, order_by, None).unwrap_or(true) {
            // The least or greatest value alone is looked up (select.c, `minMaxQuery`).
            if let Some((arg, max)) = self.only_extreme_of(select) {
                let null = |(part, column): Place| {
                    let of = parts[part].table.as_ref().and_then(|t| t.columns.get(column));
                    parts[part].on.is_some() || of.is_some_and(|c| c.not_null.is_none())
                };
                let nulls = !max && self.column_of(arg, parts).is_none_or(null);
                wanted.push(term(arg, max, nulls)?);
            }
            return Some((wanted, Purpose::Order));
        }
        // DISTINCT with its own order is GROUP BY (select.c).
        let mut alike =
            select.distinct == ast::Distinct::Yes && order_by.len() == select.items.len();
        for (own, item) in order_by.iter().zip(&select.items) {
            let Some(term) = meant(select, &own.expr, true) else {
                alike = false;
                break;
            };
            alike &= !own.descending
                && own.nulls_first.is_none()
                && matches!(item, SelectItem::Expr { expr, .. }
                    if super::conflict::same_expr(expr, &term, self.rules.column_names)
                        && table_of(expr) == table_of(&term));
        }
        for own in order_by {
            let nulls = own.nulls_first.is_some_and(|first| first == own.descending);
            let Some(expr) = meant(select, &own.expr, true) else {
                // A number of what `*` gives.
                let ExprKind::Literal(Literal::Integer(n)) = own.expr.kind else { return None };
                if parts.iter().any(|part| part.table.is_none()) {
                    return None;
                }
                let results = self.results(select, parts)?;
                let result = results.get(usize::try_from(n - 1).ok()?)?.clone();
                wanted.push(Wanted { descending: own.descending, nulls, ..result });
                continue;
            };
            wanted.push(term(&expr, own.descending, nulls)?);
        }
        if alike {
            return Some((wanted, Purpose::Group));
        }
        if select.distinct != ast::Distinct::Yes || !wanted.is_empty() {
            return Some((wanted, Purpose::Order));
        }
        let wanted = self.results(select, parts)?;
        // Rows that differ by themselves need no order (where.c, isDistinctRedundant).
        if let [Item { table: Some(table), indexes, .. }] = items {
            let shown = |column: usize, collation: &str| {
                wanted.iter().any(|w| {
                    w.column == Some((0, column)) && (collation == ANY || w.collation == collation)
                })
            };
            let tells = |index: &&Rc<crate::catalog::Index>| {
                index.unique
                    && index.filter.is_none()
                    && index.terms.iter().all(|t| {
                        t.term_column().is_some_and(|c| {
                            table.columns[c].not_null.is_some() && shown(c, t.collation.name)
                                || sides
                                    .iter()
                                    .any(|s| s.column == c && s.op == Op::Eq && s.needs == 0)
                        })
                    })
            };
            if shown(ROWID, ANY) || indexes.iter().any(|i| tells(&i)) {
                return Some(none);
            }
        }
        Some((wanted, Purpose::Distinct))
    }
}

/// The table that a column's name names.
fn table_of(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Column(name) => name.table.as_ref().map(|t| t.text.to_ascii_lowercase()),
        ExprKind::Paren(inner) => table_of(inner),
        _ => None,
    }
}

/// What a term means: a number or an alias stands for a result.
fn meant(select: &ast::Select, expr: &Expr, aliases: bool) -> Option<Expr> {
    let mut bare = expr;
    while let ExprKind::Paren(inner) | ExprKind::Collate(inner, _) = &bare.kind {
        bare = inner;
    }
    let at = match &bare.kind {
        ExprKind::Literal(Literal::Integer(n)) => {
            let star = |i: &SelectItem| !matches!(i, SelectItem::Expr { .. });
            if select.items.iter().any(star) {
                return None;
            }
            Some(usize::try_from(*n - 1).ok()?)
        }
        ExprKind::Column(name) if name.table.is_none() && aliases => {
            select.items.iter().position(|item| {
                matches!(item, SelectItem::Expr { alias: Some(alias), .. }
                    if alias.text.eq_ignore_ascii_case(&name.name.text))
            })
        }
        _ => None,
    };
    let mut meant = match at.map(|at| select.items.get(at)) {
        Some(Some(SelectItem::Expr { expr, .. })) => expr.clone(),
        Some(_) => return None,
        None => return Some(expr.clone()),
    };
    // COLLATE stays around it.
    if let ExprKind::Collate(_, name) = &expr.kind {
        let span = meant.span;
        meant = Expr { kind: ExprKind::Collate(Box::new(meant), name.clone()), span };
    }
    Some(meant)
}
