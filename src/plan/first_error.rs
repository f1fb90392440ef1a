//! Which of several errors of a query is told. SQLite finds all tables first, of a compound query's parts
//! from the last to the first; then it resolves the names of LIMIT, the results, HAVING, WHERE with the
//! conditions of joins, ORDER BY and GROUP BY, in this order (resolve.c, resolveSelectStep). The planner goes
//! its own way, and comes here once it has failed.

use super::Planner;
use super::group::Grouping;
use super::query::is_of_a_column;
use super::scope::Scope;
use super::window::Windows;
use crate::error::{Error, ErrorKind, Result};
use crate::syntax::ast;

/// How deep queries that fail inside each other are looked through again: each level costs a turn of all
/// that is below it.
const DEEPEST: usize = 2;

impl Planner<'_> {
    /// The error of a query that cannot be planned, given the one that was met.
    #[inline(never)]
    pub(super) fn first_error(
        &mut self,
        select: &ast::Select,
        query: Option<&ast::Query>,
        outer: Option<&Scope<'_>>,
        met: Error,
    ) -> Error {
        if !self.rules.expr.resolved_in_turn || !is_of_a_name(&met.kind) {
            return met;
        }
        if self.state.errors_deep >= DEEPEST {
            return met;
        }
        self.state.errors_deep += 1;
        let (clause, nested) = (self.state.clause, self.state.nested);
        let first = self.resolve(select, query, outer);
        (self.state.clause, self.state.nested) = (clause, nested);
        self.state.errors_deep -= 1;
        match first {
            // Its words depend on what the planner knew.
            Err(first) if is_misuse(&first) && is_misuse(&met) => met,
            Err(first) if is_of_a_name(&first.kind) => first,
            _ => met,
        }
    }

    fn resolve(
        &mut self,
        select: &ast::Select,
        query: Option<&ast::Query>,
        outer: Option<&Scope<'_>>,
    ) -> Result<()> {
        let mut scope = Scope::new(Vec::new(), outer);
        let source = match &select.from {
            Some(from) => self.add_from(from, &mut scope)?,
            None => super::from::Source::One,
        };
        if let Some(query) = query {
            self.bind_limit(query)?;
        }
        if self.aliases_everywhere() {
            scope.aliases = &select.items;
        }
        let items = self.expand(&select.items, &scope)?;
        let order_by = query.map_or(&[][..], |q| &q.order_by);
        if self.is_grouped(select, order_by, Some(&scope))? {
            scope.grouping = Some(Grouping::default());
        }
        scope.windows = Some(Windows::default());
        scope.named_windows = &select.windows;
        let (mut exprs, columns) = self.bind_items(&items, &scope)?;
        scope.aliases = &select.items;
        if let Some(having) = &select.having {
            self.bind_condition_of(having, &scope, "HAVING")?;
        }
        let (grouping, windows) = (scope.grouping.take(), scope.windows.take());
        let planned = self.plan_from(source, select.filter.as_ref(), &scope);
        // An aggregate in WHERE is found last where there are groups.
        if planned.is_err() && (grouping.is_none() || !planned.as_ref().is_err_and(is_misuse)) {
            return planned.map(drop);
        }
        (scope.grouping, scope.windows) = (grouping, windows);
        for (number, term) in order_by.iter().enumerate() {
            self.bind_order_term(number, term, &items, &mut exprs, &columns, &scope)?;
        }
        self.bind_groups(select, &items, &mut scope)?;
        planned.map(drop)
    }

    /// The error of a compound query, the LIMIT of which belongs to its last part.
    pub(super) fn limit_error(&mut self, query: &ast::Query, met: Error) -> Error {
        let own = self.rules.expr.resolved_in_turn && is_of_a_name(&met.kind);
        match own && !matches!(*met.kind, ErrorKind::NoSuchTable { .. }) {
            true => self.bind_limit(query).err().unwrap_or(met),
            false => met,
        }
    }

    /// The error of a compound query of which the left part cannot be planned.
    pub(super) fn last_error(
        &mut self,
        met: Error,
        right: &ast::SetExpr,
        outer: Option<&Scope<'_>>,
    ) -> Error {
        if !self.rules.expr.resolved_in_turn || !is_of_a_name(&met.kind) {
            return met;
        }
        let table = |error: &Error| matches!(*error.kind, ErrorKind::NoSuchTable { .. });
        match self.plan_part(right, outer) {
            Err(last) if is_of_a_name(&last.kind) && (table(&last) || !table(&met)) => last,
            _ => met,
        }
    }
}

fn is_misuse(error: &Error) -> bool {
    matches!(*error.kind, ErrorKind::AggregateMisuse { .. })
}

/// Whether a name was looked for and not found, found twice, or found where it may not stand.
pub(super) fn is_of_a_name(kind: &ErrorKind) -> bool {
    let other = matches!(
        kind,
        ErrorKind::NoSuchTable { .. }
            | ErrorKind::NoSuchFunction { .. }
            | ErrorKind::ArgCount { .. }
            | ErrorKind::AggregateMisuse { .. }
            | ErrorKind::WindowMisuse { .. }
    );
    other || is_of_a_column(kind)
}
