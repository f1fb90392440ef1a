//! The query flattener: a query in FROM that does no more than choose rows and columns of one table
//! is read as that table, so that what the query around asks of it finds rows by the table's indexes
//! (select.c, `flattenSubquery`; prepjointree.c, `pull_up_subqueries`; MySQL's `derived_merge`).

use std::rc::Rc;

use super::Planner;
use super::column_names::Names;
use super::from::Source;
use super::node::{Expr, ResultColumn};
use super::scope::{Scope, ScopeItem};
use crate::catalog::{Object, Table, View};
use crate::syntax::ast::{self, Distinct, ExprKind, FromItem, SelectItem, SetExpr};

impl Planner<'_> {
    /// Adds a query to a scope as the table that it reads, if it is such a query; else, and where it
    /// has an error, the scope is left as it was.
    pub(super) fn flattened<'q>(
        &mut self,
        query: &ast::Query,
        (name, names): (&str, &[Rc<str>]),
        is_view: bool,
        scope: &mut Scope<'_>,
    ) -> Option<Source<'q>> {
        let (select, from) = plain_select(query).filter(|_| !self.state.unflattened)?;
        // What stands further left in the row around.
        let offset = scope.width();
        let left = ScopeItem { width: offset, ..ScopeItem::system(&[], 0) };
        let mut own = Scope::new(vec![left], scope.outer);
        self.state.depth += 1;
        let below = match self.state.depth > self.settings.depth {
            true => None,
            false => self.table_below(from, &mut own),
        };
        self.state.depth -= 1;
        let (table, mut given) = below?;
        let Some((mut columns, places, marks)) = self.chosen(select, &own, &mut given) else {
            // It is not tried again further in, over and over.
            self.state.unflattened = true;
            return None;
        };
        if names.len() > columns.len() {
            return None;
        }
        let when = if is_view { Names::Found } else { Names::Written };
        self.name_columns(&query.body, &mut columns, when);
        // What is wrong with them is told where it is planned as it stands.
        if names.is_empty() && !is_view && (self.rules.expr.refuse_derived)(name, &columns).is_err()
        {
            return None;
        }
        let text = self.rules.expr.untyped_is_text;
        let mut item = ScopeItem::of_query(name, &columns, names, offset, text);
        for (column, place) in item.columns.iter_mut().zip(places) {
            column.place = Some(place);
        }
        let read = own.items.pop()?;
        item.width = read.width;
        item.indexed = read.indexed;
        item.reads = Some(read.reads.unwrap_or(read.name));
        for position in own.used_since(0).into_iter().take(marks) {
            scope.mark(position as usize);
        }
        let number = scope.items.len();
        scope.items.push(item);
        Some(Source::Table(number, table, given))
    }

    /// The table whose columns an item of FROM gives under their own names and all of whose rows it
    /// gives, looking through at most `deep` queries.
    pub(super) fn table_of_from(&self, from: &FromItem, deep: usize) -> Option<Rc<Table>> {
        let below = |query: &ast::Query| {
            let (select, from) = plain_select(query).filter(|_| deep > 0)?;
            let renamed =
                |item: &SelectItem| matches!(item, SelectItem::Expr { alias: Some(_), .. });
            let whole = select.filter.is_none() && !select.items.iter().any(renamed);
            self.table_of_from(from, deep - 1).filter(|_| whole)
        };
        match from {
            FromItem::Subquery { query, columns, .. } if columns.is_empty() => below(query),
            FromItem::Table { name, columns, .. } if columns.is_empty() => {
                match self.relation(name) {
                    _ if name.schema.is_none() && self.is_common(&name.name) => None,
                    Some(Object::Table(table)) => Some(table.clone()),
                    Some(Object::View(view)) if view.columns.is_empty() => below(&view.query),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The result columns of such a query, their positions, and how many lookups its WHERE made, which
    /// is added to `given`.
    fn chosen(
        &mut self,
        select: &ast::Select,
        own: &Scope<'_>,
        given: &mut Vec<Expr>,
    ) -> Option<(Vec<ResultColumn>, Vec<usize>, usize)> {
        if let Some(filter) = &select.filter {
            given.push(self.bind_condition_of(filter, own, "WHERE").ok()?);
        }
        let marks = own.lookups();
        let (exprs, columns) = self.plan_items(&select.items, own).ok()?;
        let mut places = Vec::with_capacity(exprs.len());
        for expr in &exprs {
            let Expr::Column { up: 0, index } = expr else { return None };
            places.push(*index as usize);
        }
        Some((columns, places, marks))
    }

    /// Adds what a query to be flattened reads: a table, or what is flattened itself.
    fn table_below(
        &mut self,
        from: &FromItem,
        scope: &mut Scope<'_>,
    ) -> Option<(Rc<Table>, Vec<Expr>)> {
        let source = match from {
            FromItem::Subquery { query, alias, columns, lateral: false, .. } => {
                let names: Vec<_> = columns.iter().map(|c| c.text.clone()).collect();
                let name = alias.as_ref().map_or("", |a| &a.text);
                self.flattened(query, (name, &names), false, scope)?
            }
            FromItem::Table { name, alias, columns, .. } => {
                let label = alias.as_ref().map(|a| &*a.text);
                let names: Vec<_> = columns.iter().map(|c| c.text.clone()).collect();
                if name.schema.is_none() && self.is_common(&name.name) {
                    self.flattened_common(&name.name, label, &names, scope)?
                } else {
                    match self.relation(name).cloned() {
                        Some(Object::View(view)) => {
                            let label = label.unwrap_or(&view.name);
                            self.flattened_view(&view, label, &names, scope)?
                        }
                        Some(Object::Table(_)) => self.add_from(from, scope).ok()?,
                        _ => return None,
                    }
                }
            }
            _ => return None,
        };
        match source {
            Source::Table(_, table, given) => Some((table, given)),
            _ => None,
        }
    }

    /// As [`Planner::flattened`] for a view.
    pub(super) fn flattened_view<'q>(
        &mut self,
        view: &View,
        name: &str,
        names: &[Rc<str>],
        scope: &mut Scope<'_>,
    ) -> Option<Source<'q>> {
        let named = if names.is_empty() { &view.columns } else { names };
        let (select, _) = plain_select(&view.query)?;
        let counted = select.items.iter().all(|item| matches!(item, SelectItem::Expr { .. }));
        if !view.columns.is_empty() && (!counted || view.columns.len() != select.items.len()) {
            return None;
        }
        let mut inside = Scope::new(std::mem::take(&mut scope.items), None);
        let planned = self.in_view(view, |planner| {
            Ok(planner.flattened(&view.query, (name, named), true, &mut inside))
        });
        inside.used_since(0).iter().for_each(|position| scope.mark(*position as usize));
        scope.items = inside.items;
        planned.ok()?
    }
}

/// Whether a query chooses rows by columns and constants alone.
pub(super) fn is_simple(query: &ast::Query) -> bool {
    fn simple(expr: &ast::Expr) -> bool {
        match &expr.kind {
            ExprKind::Column(_) | ExprKind::Literal(_) => true,
            ExprKind::Binary(..)
            | ExprKind::Unary(..)
            | ExprKind::Paren(_)
            | ExprKind::Between { .. }
            | ExprKind::InList { .. } => expr.children().into_iter().all(simple),
            _ => false,
        }
    }
    plain_select(query).is_some_and(|(select, from)| {
        matches!(from, FromItem::Table { .. }) && select.filter.as_ref().is_none_or(simple)
    })
}

/// The select and the FROM of a query that may be flattened as far as its words show.
fn plain_select(query: &ast::Query) -> Option<(&ast::Select, &FromItem)> {
    let SetExpr::Select(select) = &query.body else { return None };
    let is_column = |item: &SelectItem| match item {
        SelectItem::Expr { expr, .. } => matches!(expr.kind, ExprKind::Column(_)),
        SelectItem::Star(_) | SelectItem::TableStar(..) => true,
    };
    let plain = query.with.is_none()
        && query.order_by.is_empty()
        && query.limit.is_none()
        && query.offset.is_none()
        && query.locks.is_none()
        && select.distinct == Distinct::No
        && select.group_by.is_empty()
        && select.having.is_none()
        && select.windows.is_empty()
        && select.items.iter().all(is_column);
    let from = select.from.as_ref().filter(|from| {
        matches!(from, FromItem::Table { .. } | FromItem::Subquery { lateral: false, .. })
    });
    Some((select, from.filter(|_| plain)?))
}
