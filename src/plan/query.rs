//! SELECT → nodes: FROM and WHERE, then grouping, results, DISTINCT, ORDER BY, LIMIT.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Planner;
use super::column_names::Names;
use super::cte::position;
use super::expr::{Aliases, Bound, Collated, Having, ScanOrder};
use super::from::Source;
use super::group::Grouping;
use super::node::{AggregateNode, Expr, Node, QueryPlan, ResultColumn, SortKey};
use super::scope::{Found, Scope, ScopeItem};
use super::solver::Purpose;
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast::{self, Distinct, ExprKind, SelectItem, SetExpr};
use crate::types::Type;
use crate::value::Value;

/// A result column before it is bound.
pub(super) enum Item<'q> {
    Expr(&'q ast::Expr, Option<&'q ast::Ident>),
    Column(Found),
}

impl Planner<'_> {
    /// Plans a query. `outer` is the scope around it.
    ///
    /// # Errors
    /// Names that are not there or not clear, wrong numbers of columns, features that are missing.
    pub fn plan_query(
        &mut self,
        query: &ast::Query,
        outer: Option<&Scope<'_>>,
    ) -> Result<QueryPlan> {
        self.state.depth += 1;
        if self.state.depth > self.settings.depth {
            return Err(ErrorKind::Limit { what: "depth" }.at(query.span));
        }
        let in_sight = self.state.common.len();
        let plan = match &query.with {
            Some(with) => self.define_common(with, outer),
            None => Ok(()),
        }
        .and_then(|()| self.within("", |p| p.plan_body(query, outer)));
        self.state.common.truncate(in_sight);
        self.state.depth -= 1;
        match query.locks.filter(|_| self.rules.expr.locks_rows) {
            Some(locks) if plan.is_ok() => {
                self.state.reach.locks.set(Some(locks));
                self.check_locking(locks, query).and(plan)
            }
            _ => plan,
        }
    }

    /// Rows that are made of several, or of none, cannot be locked (analyze.c, CheckSelectLocking).
    fn check_locking(&self, locks: &'static str, query: &ast::Query) -> Result<()> {
        let SetExpr::Select(select) = &query.body else {
            let what = match &query.body {
                SetExpr::Compound { .. } => "is not allowed with UNION/INTERSECT/EXCEPT",
                SetExpr::Values(_) => "cannot be applied to VALUES",
                _ => return Ok(()),
            };
            return Err(Refusal::LockingCompound.of(&[locks, what]).nowhere());
        };
        let any = |is: &dyn Fn(&ast::Expr) -> bool| {
            select.items.iter().any(|item| match item {
                SelectItem::Expr { expr, .. } => is(expr),
                _ => false,
            })
        };
        let what = if select.distinct != ast::Distinct::No {
            "DISTINCT clause"
        } else if !select.group_by.is_empty() {
            "GROUP BY clause"
        } else if select.having.is_some() {
            "HAVING clause"
        } else if any(&|e| self.has_aggregate(e)) {
            "aggregate functions"
        } else if any(&has_window) {
            "window functions"
        } else if any(&|e| self.has_row_call(e)) {
            "set-returning functions in the target list"
        } else {
            return Ok(());
        };
        Err(Refusal::Locking.of(&[locks, what]).nowhere())
    }

    /// Plans a subquery of an expression. One that looks at nothing around it is kept for the
    /// statement. `rows` is how many of its rows matter.
    #[inline(never)]
    pub(super) fn plan_subquery(
        &mut self,
        query: &ast::Query,
        scope: &Scope<'_>,
        rows: Option<i64>,
    ) -> Result<(Rc<Node>, Vec<ResultColumn>)> {
        let (before, written) = (scope.reached(), query);
        let whether = self.limit_says_whether(query).filter(|_| rows.is_some());
        let query = whether.as_ref().unwrap_or(query);
        let QueryPlan { mut node, columns } = self.plan_query(query, Some(scope))?;
        if let Some(rows) = rows {
            let limit = Some(Expr::Const(Value::Int(rows)));
            node = Node::Limit { input: Box::new(node), limit, offset: None };
        }
        // What RETURNING asks of the table that is written is asked anew for each row (SQLite;
        // trigger.c, sqlite3ReturningSubqueryCorrelated).
        let returning = self.state.returning_of.clone();
        let varies = returning.is_some_and(|table| self.query_reads(query, &table));
        if scope.reached() == before && !varies {
            let (query, keep) = (Rc::new(node), Rc::new(Cell::new(super::node::Keep::Rows)));
            let (id, width) = (self.new_shared(), columns.len());
            self.note_subquery(&query, written);
            node = Node::Shared { id, query, width, keep, label: None };
        }
        let node = Rc::new(node);
        self.note_subquery(&node, written);
        Ok((node, columns))
    }

    /// A query of which one row is wanted: a LIMIT then says only whether there is one (expr.c,
    /// sqlite3CodeSubselect).
    fn limit_says_whether(&self, query: &ast::Query) -> Option<ast::Query> {
        let limit = query.limit.as_ref().filter(|_| self.rules.expr.one_row.is_none())?;
        if matches!(limit.kind, ExprKind::Literal(ast::Literal::Integer(_))) {
            return None;
        }
        let zero = ExprKind::Literal(ast::Literal::Integer(0));
        let zero = Box::new(ast::Expr { kind: zero, span: limit.span });
        let kind = ExprKind::Binary(ast::BinaryOp::Ne, Box::new(limit.clone()), zero);
        let limit = Some(ast::Expr { kind, span: limit.span });
        Some(ast::Query { limit, ..query.clone() })
    }

    /// One side of a compound query.
    pub(super) fn plan_part(
        &mut self,
        part: &SetExpr,
        outer: Option<&Scope<'_>>,
    ) -> Result<QueryPlan> {
        match part {
            SetExpr::Select(select) => self.plan_select(select, None, outer),
            SetExpr::Values(rows) => self.plan_values(rows, outer),
            SetExpr::Query(query) => self.plan_query(query, outer),
            SetExpr::Compound { op, all, left, right, span } => {
                let compound = self.plan_compound(*op, *all, left, right, outer);
                // PostgreSQL gives a place only where the part has an item of its own.
                let placed = self.rules.expr.whole_rows;
                compound.map_err(|e| if placed { e } else { e.or_at(*span) })
            }
        }
    }

    fn plan_body(&mut self, query: &ast::Query, outer: Option<&Scope<'_>>) -> Result<QueryPlan> {
        if let SetExpr::Select(select) = &query.body {
            return self.plan_select(select, Some(query), outer);
        }
        let plan = self.plan_part(&query.body, outer);
        let mut plan = plan.map_err(|error| self.limit_error(query, error))?;
        let nested = self.is_nested(query);
        if nested {
            plan.node = self.read_as_typed(query, plan.node, &plan.columns);
        }
        let mut plan = self.order_and_limit(plan, query, outer)?;
        if nested {
            self.name_columns(&query.body, &mut plan.columns, Names::Written);
            let mut known: Vec<Rc<str>> = Vec::new();
            for column in &mut plan.columns {
                column.name = super::scope::unique(&column.name, &known);
                known.push(column.name.clone());
            }
        }
        Ok(plan)
    }

    /// ORDER BY and LIMIT over result columns alone.
    fn order_and_limit(
        &mut self,
        plan: QueryPlan,
        query: &ast::Query,
        outer: Option<&Scope<'_>>,
    ) -> Result<QueryPlan> {
        let QueryPlan { mut node, columns } = plan;
        if !query.order_by.is_empty() {
            let scope = Scope::new(
                vec![ScopeItem::of_query("", &columns, &[], 0, self.rules.expr.untyped_is_text)],
                None,
            );
            let keys = self.result_order(query, &columns, &scope, outer)?;
            let (input, width) = (Box::new(node), columns.len());
            node = Node::Sort { input, keys, width, limit: None, ties: false, given: 0 };
        }
        Ok(QueryPlan { node: self.limited(node, query)?, columns })
    }

    fn limited(&mut self, mut node: Node, query: &ast::Query) -> Result<Node> {
        let (limit, offset) = self.bind_limit(query)?;
        if limit.is_none() && offset.is_none() {
            return Ok(node);
        }
        if let (Node::Sort { limit: needed, .. }, Some(limit)) = (&mut node, &limit) {
            *needed = match (limit, &offset) {
                (limit, None) => Some(Box::new(limit.clone())),
                (Expr::Const(Value::Int(n)), Some(Expr::Const(Value::Int(m)))) => {
                    let both = n.checked_add(*m).filter(|_| *n >= 0 && *m >= 0);
                    both.map(|n| Box::new(Expr::Const(Value::Int(n))))
                }
                _ => None,
            };
        }
        if query.ties {
            // What is sorted knows which rows are alike.
            let Node::Sort { limit: Some(_), ties, .. } = &mut node else {
                return Err(ErrorKind::unsupported("this WITH TIES").nowhere());
            };
            *ties = true;
            return Ok(Node::Limit { input: Box::new(node), limit: None, offset });
        }
        Ok(Node::Limit { input: Box::new(node), limit, offset })
    }

    fn plan_select(
        &mut self,
        select: &ast::Select,
        query: Option<&ast::Query>,
        outer: Option<&Scope<'_>>,
    ) -> Result<QueryPlan> {
        let wants = Cell::new(false);
        match self.plan_select_with(select, query, outer, &wants) {
            // A query in it turned out to have an aggregate of this one.
            Err(_) if wants.get() => self.plan_select_with(select, query, outer, &wants),
            planned => planned,
        }
        .map_err(|error| self.first_error(select, query, outer, error))
    }

    fn plan_select_with(
        &mut self,
        select: &ast::Select,
        query: Option<&ast::Query>,
        outer: Option<&Scope<'_>>,
        wants: &Cell<bool>,
    ) -> Result<QueryPlan> {
        let moved = self.with_row_items(select)?;
        let select = moved.as_ref().unwrap_or(select);
        let order_by = query.map_or(&[][..], |q| &q.order_by);
        let inner = self.without_outer(select);
        let select = inner.as_ref().unwrap_or(select);
        let arranged = self.arranged(select, query);
        let select = arranged.as_ref().and_then(|a| a.select.as_ref()).unwrap_or(select);
        let mut scope = Scope::new(Vec::new(), outer);
        let grouped =
            wants.get() || self.is_grouped(select, order_by, None).is_ok_and(|grouped| grouped);
        let source = match &select.from {
            Some(from) => self.add_from(from, &mut scope)?,
            None => Source::One,
        };
        if let Some(item) = scope.items.last_mut().filter(|_| moved.is_some()) {
            item.unlisted = true;
        }
        if let Some(arranged) = &arranged {
            for (item, chosen) in scope.items.iter_mut().zip(&arranged.chosen) {
                item.chosen = Some(chosen.clone());
            }
        }
        if self.aliases_everywhere() {
            scope.aliases = &select.items;
        }
        let mut node = match self.plan_from(source, select.filter.as_ref(), &scope) {
            Err(error) if self.rules.expr.results_first => {
                return Err(self.result_error(select, &scope, grouped, error));
            }
            planned => planned?,
        };
        let found = scope.lookups();
        let items = self.expand(&select.items, &scope)?;
        let grouped = wants.get() || self.is_grouped(select, order_by, Some(&scope))?;
        scope.wants_groups = (!grouped).then_some(wants);
        if grouped {
            let groups = self.bind_groups(select, &items, &mut scope);
            scope.grouping = Some(match groups {
                Err(error) if self.rules.expr.results_first && self.rules.expr.whole_rows => {
                    return Err(self.result_error(select, &scope, false, error));
                }
                groups => groups?,
            });
        }
        scope.aliases = &[];
        scope.windows = Some(super::window::Windows::default());
        scope.named_windows = &select.windows;
        let bound = self.bind_items(&items, &scope);
        let (mut exprs, columns) = bound.map_err(|error| {
            let star = select.items.iter().find_map(|item| match item {
                SelectItem::Star(span) | SelectItem::TableStar(_, span) => Some(*span),
                SelectItem::Expr { .. } => None,
            });
            match (&*error.kind, star.filter(|_| self.rules.expr.whole_rows)) {
                (ErrorKind::NotGrouped { .. }, Some(star)) => error.or_at(star),
                _ => error,
            }
        })?;
        if self.rules.expr.aliases != Aliases::WholeTerms {
            scope.aliases = &select.items;
        }
        let having = match &select.having {
            Some(having) => {
                if self.rules.expr.having == Having::Filters && scope.outer.is_none() {
                    self.refuse_unselected(having, select)?;
                }
                let windows = scope.windows.take();
                let having = self.bind_condition_of(having, &scope, "HAVING")?;
                scope.windows = windows;
                Some(having)
            }
            None => None,
        };
        if !self.rules.expr.order_groups {
            scope.wants_groups = None;
        }
        let mut keys = Vec::new();
        // One row needs no order (MySQL).
        let one = grouped && select.group_by.is_empty() && self.rules.expr.one_row_has_no_order;
        for (number, term) in order_by.iter().enumerate().filter(|_| !one) {
            let before = exprs.len();
            keys.push(self.bind_order_term(number, term, &items, &mut exprs, &columns, &scope)?);
            let shown = |item: &Item<'_>| {
                matches!(item, Item::Expr(e, _)
                if super::conflict::same_expr(e, &term.expr, self.rules.column_names))
            };
            if exprs.len() > before
                && select.distinct == Distinct::Yes
                && self.rules.expr.whole_rows
                && !items.iter().any(shown)
            {
                return Err(Refusal::DistinctOrder.of(&[]).at(term.expr.span));
            }
        }
        if select.distinct == Distinct::Yes
            && let Some(at) = columns.iter().position(|c| self.is_uncompared(&c.ty))
        {
            let place = match select.items.get(at).or_else(|| select.items.last()) {
                Some(SelectItem::Expr { expr, .. }) => super::insert::place(expr),
                Some(SelectItem::Star(span) | SelectItem::TableStar(_, span)) => *span,
                None => Span::default(),
            };
            return Err(Refusal::NoEquality.of(&[]).at(place));
        }
        let on = self.distinct_on(select, &mut exprs, columns.len(), &scope)?;
        self.check_distinct_on(select, order_by, &items)?;
        // Rows are sorted by what DISTINCT ON names, behind what ORDER BY names of it.
        for at in on.iter().flatten() {
            let is =
                |e: &Expr| matches!(e, Expr::Column { up: 0, index } if *index as usize == *at);
            if !keys.iter().any(|key| is(&key.expr)) {
                let rules = &self.rules.expr;
                let of = columns.get(*at).map(|column| column.collation);
                keys.push(super::node::SortKey {
                    expr: Expr::Column { up: 0, index: *at as u32 },
                    descending: false,
                    nulls_first: rules.nulls_first,
                    collation: of.unwrap_or(rules.default_collation),
                });
            }
        }
        let windows = scope.windows.take().map(std::cell::RefCell::into_inner).unwrap_or_default();
        let used = scope.used_since(0);
        node.read_only(&used);
        if self.rules.expr.scan_order == ScanOrder::Sqlite {
            self.choose_again(&mut node);
            node.read_only(&used);
        }
        let mut down = false;
        let own = arranged.as_ref().filter(|_| node.as_chosen());
        let (purpose, ordered) = own.map_or((Purpose::Order, 0), |a| (a.purpose, a.ordered));
        let together = own.is_some_and(|a| a.distinct) || purpose != Purpose::Order && ordered > 0;
        let by_group = own.is_some_and(|a| a.by_group);
        // What is said of an order holds for the columns that it was said of.
        let meant = own.is_none_or(|a| {
            keys.iter().zip(&a.keys).all(|(key, column)| {
                let Expr::Column { index, .. } = key.expr else { return false };
                match (exprs.get(index as usize), column) {
                    (Some(Expr::Column { up: 0, index }), Some((item, column))) => scope
                        .items
                        .get(*item)
                        .is_some_and(|of| of.is_column(*index as usize, *column)),
                    (_, column) => column.is_none(),
                }
            })
        });
        // NULLs that stand at the other end than in an index are brought there by sorting.
        let nulls_move = keys.iter().any(|key| key.nulls_first == key.descending);
        let mut given = match purpose {
            _ if !windows.is_empty() || on.is_some() || !meant || nulls_move => 0,
            Purpose::Group if scope.grouping.is_some() || !by_group => 0,
            _ => ordered,
        };
        let distinct = select.distinct == Distinct::Yes
            && !(scope.grouping.is_none()
                && windows.is_empty()
                && self.is_distinct(&node, &exprs[..columns.len()], &columns));
        match &scope.grouping {
            Some(grouping) => {
                down = self.order_groups(&mut node, grouping, &keys);
                // Of most groups the order of their rows cannot be seen.
                if grouping.shows_order() {
                    self.cover(&mut node);
                }
            }
            None if !windows.is_empty() => {}
            None if !keys.is_empty() && given == keys.len() => {
                self.cover(&mut node);
                keys.clear();
                exprs.truncate(columns.len());
                given = 0;
            }
            None if on.is_none() && self.order_scan(&mut node, &keys, &exprs) => {
                keys.clear();
                exprs.truncate(columns.len());
            }
            None => {
                if keys.is_empty() && distinct {
                    self.order_distinct(&mut node, &exprs, &columns);
                }
                self.cover(&mut node);
            }
        }
        node.read_no_more(scope.used_since(found));
        if let Some(grouping) = scope.grouping.take() {
            let come_together = purpose == Purpose::Group && ordered > 0;
            node = self.aggregated(node, grouping, &keys, down, come_together);
            if by_group && windows.is_empty() && on.is_none() {
                keys.clear();
                exprs.truncate(columns.len());
            }
        }
        if let Some(condition) = having {
            node = Node::Filter { input: Box::new(node), condition };
        }
        if !windows.is_empty() {
            node = Node::Window { input: Box::new(node), calls: windows };
        }
        node = Node::Project { input: Box::new(node), exprs };
        let width = columns.len();
        let collations = columns.iter().map(|c| c.collation).collect();
        if distinct {
            let (input, keys) = (Box::new(node), (0..width).collect());
            node = Node::Distinct { input, collations, keys, given: together };
        }
        node = self.sorted(node, keys, width, (on, given));
        let node = match query {
            Some(query) => self.limited(node, query)?,
            None => node,
        };
        Ok(QueryPlan { node, columns })
    }

    /// The error in WHERE or, when there is one, that in the results (resolve.c, resolveSelectStep).
    fn result_error(
        &mut self,
        select: &ast::Select,
        scope: &Scope<'_>,
        grouped: bool,
        mut error: crate::error::Error,
    ) -> crate::error::Error {
        let of_join = error.clause == Some("JOIN/ON") && self.rules.expr.whole_rows;
        match &mut *error.kind {
            // Where the query has groups, an aggregate is found too late for other words.
            ErrorKind::AggregateMisuse { clause, .. } if grouped && *clause == "WHERE" => {
                *clause = super::call::OUTER;
            }
            // A join's condition is looked at before the results (PostgreSQL).
            _ if of_join => {}
            _ if self.rules.expr.whole_rows => {
                let items = self.expand(&select.items, scope);
                let bound = items.and_then(|items| self.bind_items(&items, scope));
                if let Err(first) = bound
                    && is_of_a_column(&first.kind)
                {
                    return first;
                }
            }
            _ => {}
        }
        error
    }

    /// Sorts by keys that stand beside the results, and takes the first row for each value of
    /// DISTINCT ON.
    fn sorted(
        &self,
        node: Node,
        keys: Vec<SortKey>,
        width: usize,
        (on, given): (Option<Vec<usize>>, usize),
    ) -> Node {
        let Some(on) = on else {
            if keys.is_empty() {
                return node;
            }
            let (input, limit) = (Box::new(node), None);
            return Node::Sort { input, keys, width, limit, ties: false, given };
        };
        let all = usize::MAX;
        let input = match keys.is_empty() {
            true => node,
            false => {
                let (input, limit) = (Box::new(node), None);
                Node::Sort { input, keys, width: all, limit, ties: false, given }
            }
        };
        let collations = on.iter().map(|_| self.rules.expr.default_collation).collect();
        let distinct =
            Node::Distinct { input: Box::new(input), collations, keys: on, given: false };
        let exprs = (0..width).map(|i| Expr::Column { up: 0, index: i as u32 }).collect();
        Node::Project { input: Box::new(distinct), exprs }
    }

    /// DISTINCT ON and ORDER BY begin alike (parse_clause.c, `transformDistinctOnClause`).
    fn check_distinct_on(
        &self,
        select: &ast::Select,
        order_by: &[ast::OrderTerm],
        items: &[Item<'_>],
    ) -> Result<()> {
        let Distinct::On(terms) = &select.distinct else { return Ok(()) };
        let names = self.rules.column_names;
        // A position or an alias stands for what it means.
        let meant = |expr: &ast::Expr| -> Option<ast::Expr> {
            let at = match &expr.kind {
                ExprKind::Literal(ast::Literal::Integer(at)) => usize::try_from(at - 1).ok(),
                _ => self.aliased(expr, items),
            };
            match at.map(|at| items.get(at)) {
                Some(Some(Item::Expr(expr, _))) => Some((*expr).clone()),
                Some(_) => None,
                None => Some(expr.clone()),
            }
        };
        let mut on = Vec::with_capacity(terms.len());
        for term in terms {
            let Some(expr) = meant(term) else { return Ok(()) };
            on.push(expr);
        }
        let mut begun: Vec<usize> = Vec::new();
        for term in order_by {
            let Some(expr) = meant(&term.expr) else { return Ok(()) };
            let same = |e: &ast::Expr| super::conflict::same_expr(e, &expr, names);
            if let Some(at) = on.iter().position(same) {
                begun.push(at);
                continue;
            }
            let Some(other) = (0..on.len()).find(|at| !begun.contains(at)) else { return Ok(()) };
            return Err(Refusal::DistinctOnOrder.of(&[]).at(terms[other].span));
        }
        Ok(())
    }

    fn distinct_on(
        &mut self,
        select: &ast::Select,
        exprs: &mut Vec<Expr>,
        columns: usize,
        scope: &Scope<'_>,
    ) -> Result<Option<Vec<usize>>> {
        let Distinct::On(terms) = &select.distinct else { return Ok(None) };
        let mut on = Vec::new();
        for term in terms {
            self.refuse_constant(term, "DISTINCT ON")?;
            if let ExprKind::Literal(ast::Literal::Integer(written)) = term.kind {
                if !(1..=columns as i64).contains(&written) {
                    let clause = "DISTINCT ON";
                    let kind = ErrorKind::PositionRange { clause, term: 0, columns, written };
                    return Err(kind.at(term.span));
                }
                on.push(written as usize - 1);
                continue;
            }
            on.push(exprs.len());
            let bound = self.bind(term, scope)?;
            if self.is_uncompared(&bound.ty) {
                return Err(Refusal::NoEquality.of(&[]).at(term.span));
            }
            exprs.push(bound.expr);
        }
        Ok(Some(on))
    }

    /// `*` and `t.*` written out.
    pub(super) fn expand<'q>(
        &self,
        items: &'q [SelectItem],
        scope: &Scope<'_>,
    ) -> Result<Vec<Item<'q>>> {
        let mut expanded = Vec::new();
        for item in items {
            let before = expanded.len();
            match item {
                SelectItem::Expr { expr, alias } => expanded.push(Item::Expr(expr, alias.as_ref())),
                SelectItem::Star(span) => {
                    if scope.items.is_empty() {
                        return Err(ErrorKind::NoTables.at(*span));
                    }
                    let from = expanded.len();
                    for (number, of) in scope.items.iter().enumerate() {
                        self.check_repeated(number, scope).map_err(|kind| kind.at(*span))?;
                        if self.is_partial(of) {
                            return Err(
                                ErrorKind::unsupported("all columns of a catalog").at(*span)
                            );
                        }
                        if !of.qualified_only && !of.unlisted {
                            push_columns(&mut expanded, number, of);
                        }
                    }
                    sort_by_number(&mut expanded[from..], &mut |item| match *item {
                        Item::Column(Found { item, column: Some(column), .. }) => {
                            -i64::from(scope.items[item].columns[column].first)
                        }
                        _ => 0,
                    });
                }
                SelectItem::TableStar(name, span) => {
                    let same =
                        |of: &ScopeItem| self.rules.table_names.same(&of.name, &name.name.text);
                    // A record of the procedure around.
                    let mut level = scope;
                    let mut up = 0;
                    let found = loop {
                        if let Some(number) = level.items.iter().position(same) {
                            break Some(number);
                        }
                        match level.outer.filter(|_| self.rules.expr.whole_rows) {
                            Some(outer) => (level, up) = (outer, up + 1),
                            None => break None,
                        }
                    };
                    let Some(number) = found else {
                        let table = name.name.text.to_string();
                        if self.rules.expr.names_suggested {
                            if let Some(alias) = scope.alias_of(&table) {
                                let alias = alias.to_string();
                                return Err(ErrorKind::AliasedQualifier { table, alias }.at(*span));
                            }
                            let column = [&table, ".*"].concat();
                            return Err(ErrorKind::NoSuchQualifier { table, column }.at(*span));
                        }
                        return Err((self.rules.expr.no_starred)(table).at(*span));
                    };
                    let of = &level.items[number];
                    // Its row has a type that nobody has registered (typcache.c).
                    if up > 0 && of.unlisted {
                        return Err(Refusal::UnnamedRow.of(&[]).nowhere());
                    }
                    for (column, definition) in of.columns.iter().enumerate() {
                        if definition.invisible {
                            continue;
                        }
                        let column = Some(column);
                        expanded.push(Item::Column(Found { up, item: number, column, own: true }));
                    }
                }
            }
            if let SelectItem::Star(span) | SelectItem::TableStar(_, span) = item {
                self.note_star(*span, &expanded[before..], scope);
            }
        }
        Ok(expanded)
    }

    /// Notes what a star stands for.
    fn note_star(&self, span: crate::span::Span, columns: &[Item<'_>], scope: &Scope<'_>) {
        let Some(stars) = self.state.stars.as_ref().filter(|_| self.state.views.is_empty()) else {
            return;
        };
        let mut words = String::new();
        for item in columns {
            let Item::Column(Found { up: 0, item, column: Some(column), .. }) = item else {
                return;
            };
            let of = &scope.items[*item];
            if of.name.is_empty() || of.name.contains(char::is_control) {
                return;
            }
            if !words.is_empty() {
                words.push_str(", ");
            }
            let column = &of.columns[*column];
            // A column that a join merges has no table.
            if column.first == 0 {
                words.push_str(&super::alter_text::quote(&of.name));
                words.push('.');
            }
            words.push_str(&super::alter_text::quote(&column.name));
        }
        stars.borrow_mut().push((span, words));
    }

    /// `*` over two tables of one name would name columns that no name can tell apart.
    fn check_repeated(&self, number: usize, scope: &Scope<'_>) -> super::expr::Bind<()> {
        let of = &scope.items[number];
        let rule = self.rules.table_names;
        let same = |other: &ScopeItem| {
            !of.name.is_empty() && rule.same(&other.name, &of.name) && other.schema == of.schema
        };
        if of.unlisted || !scope.items[..number].iter().any(same) {
            return Ok(());
        }
        let column = of.columns.first().map_or("", |c| &c.name);
        let schema = of.schema.as_deref().unwrap_or(self.rules.default_schema);
        Err(ErrorKind::AmbiguousColumn { name: format!("{schema}.{}.{column}", of.name) })
    }

    /// Result columns over a scope (RETURNING).
    ///
    /// # Errors
    /// As [`Planner::bind`].
    pub fn plan_items(
        &mut self,
        items: &[SelectItem],
        scope: &Scope<'_>,
    ) -> Result<(Vec<Expr>, Vec<ResultColumn>)> {
        let items = self.expand(items, scope)?;
        self.bind_items(&items, scope)
    }

    pub(super) fn bind_items(
        &mut self,
        items: &[Item<'_>],
        scope: &Scope<'_>,
    ) -> Result<(Vec<Expr>, Vec<ResultColumn>)> {
        // SQLITE_MAX_COLUMN (limits.html).
        if items.len() > self.rules.expr.most_result_columns {
            return Err(super::alter_text::message("too many columns in result set"));
        }
        let (mut exprs, mut columns) = (Vec::new(), Vec::new());
        let mut ungrouped = None;
        for (at, item) in items.iter().enumerate() {
            let bound = self.bind_item(item, scope);
            // That a column is not grouped is found after all else (parse_agg.c, parseCheckAggregates).
            if let Err(error) = &bound
                && matches!(*error.kind, ErrorKind::NotGrouped { .. })
                && self.rules.expr.whole_rows
            {
                ungrouped = ungrouped.or(bound.err());
                continue;
            }
            if let (Ok((bound, _)), true) = (&bound, self.state.folds && self.state.depth <= 1) {
                self.note_folded(&bound.expr);
            }
            let (bound, name) = bound.map_err(|mut error| {
                if let ErrorKind::NotGrouped { place, .. } = &mut *error.kind {
                    *place = at + 1;
                }
                error
            })?;
            columns.push(self.result_column(&bound, &name));
            exprs.push(bound.expr);
        }
        match ungrouped {
            Some(error) => Err(error),
            None => Ok((exprs, columns)),
        }
    }

    fn bind_item(&mut self, item: &Item<'_>, scope: &Scope<'_>) -> Result<(Bound, String)> {
        match item {
            Item::Column(found) => {
                let of = &scope.level(found.up).items[found.item];
                scope.note(found.up, of.position(found.column));
                let bound = self.column(*found, scope).map_err(ErrorKind::nowhere)?;
                let name = found.column.map_or("rowid", |c| &of.columns[c].name);
                Ok((bound, name.to_string()))
            }
            Item::Expr(expr, alias) => {
                let bound = self.bind(expr, scope)?;
                let name = match alias {
                    Some(alias) => alias.text.to_string(),
                    None => {
                        let text = self.text_of(self.named_by(expr.span));
                        (self.rules.expr.column_name)(expr, &bound, &text)
                    }
                };
                Ok((bound, name))
            }
        }
    }

    pub(super) fn result_column(&self, bound: &Bound, name: &str) -> ResultColumn {
        let rules = &self.rules.expr;
        // What SQLite knows to be JSON is a text again outside its query.
        let text = self.rules.expr.json_is_text && bound.ty == Type::Json;
        ResultColumn {
            name: Rc::from(name),
            origin: bound.origin.clone(),
            ty: if text { Type::Unknown } else { bound.ty.clone() },
            declared: bound.declared.clone(),
            collation: bound.collation.map_or(rules.default_collation, |c| c.collation),
            collates: bound.collation.is_some() || bound.origin.is_some(),
        }
    }

    /// HAVING sees what is selected and what is grouped by ("SELECT Statement").
    fn refuse_unselected(&self, expr: &ast::Expr, select: &ast::Select) -> Result<()> {
        let name = match &expr.kind {
            ast::ExprKind::Column(name) => name,
            ast::ExprKind::Function(call) if self.is_aggregate_call(call) => return Ok(()),
            _ => {
                let mut children = expr.children().into_iter();
                return children.try_for_each(|child| self.refuse_unselected(child, select));
            }
        };
        let rule = self.rules.column_names;
        let is = |expr: &ast::Expr| matches!(&expr.kind, ast::ExprKind::Column(c) if rule.same(&c.name.text, &name.name.text));
        let selected = select.items.iter().any(|item| match item {
            SelectItem::Expr { expr, alias } => {
                alias.as_ref().is_some_and(|a| rule.same(&a.text, &name.name.text)) || is(expr)
            }
            _ => true,
        });
        if selected || select.group_by.iter().any(is) {
            return Ok(());
        }
        let kind = ErrorKind::NoSuchColumn { name: super::scope::written(name), table: None };
        let mut error = kind.at(expr.span);
        error.clause = Some("HAVING");
        Err(error)
    }

    pub(super) fn is_grouped(
        &self,
        select: &ast::Select,
        order_by: &[ast::OrderTerm],
        scope: Option<&Scope<'_>>,
    ) -> Result<bool> {
        let rules = &self.rules.expr;
        let first = |expr| self.first_aggregate(expr, scope);
        let in_order = order_by.iter().find_map(|t| Some((first(&t.expr)?, t)));
        let in_having = || select.having.as_ref().is_some_and(|having| first(having).is_some());
        let aggregates = rules.having != Having::NeedsAggregate && in_having()
            || select.items.iter().any(|item| match item {
                SelectItem::Expr { expr, .. } => first(expr).is_some(),
                SelectItem::Star(_) | SelectItem::TableStar(..) => false,
            });
        if !select.group_by.is_empty() || aggregates {
            return Ok(true);
        }
        if let Some((name, term)) = in_order {
            let name = name.to_string();
            return match rules.order_groups {
                true => Ok(true),
                false => Err(ErrorKind::AggregateInOrder { name }.at(term.expr.span)),
            };
        }
        match (&select.having, rules.having) {
            (None, _) | (Some(_), Having::Filters) => Ok(false),
            (Some(_), Having::Groups) => Ok(true),
            (Some(having), Having::NeedsAggregate) => {
                Err(ErrorKind::HavingWithoutGroups.at(having.span))
            }
        }
    }

    pub(super) fn bind_groups<'q>(
        &mut self,
        select: &'q ast::Select,
        items: &[Item<'q>],
        scope: &mut Scope<'q>,
    ) -> Result<Grouping> {
        let mut keys = Vec::new();
        let clause = std::mem::replace(&mut self.state.clause, "GROUP BY");
        for (number, term) in select.group_by.iter().enumerate() {
            let whole = matches!(term.kind, ExprKind::Column(_));
            let visible = whole || self.rules.expr.aliases != Aliases::WholeTerms;
            scope.aliases = if visible { &select.items } else { &[] };
            self.refuse_constant(term, "GROUP BY")?;
            let mut at = position(term, "GROUP", number, items.len())?;
            if at.is_none() && self.rules.expr.aliases == Aliases::WholeTerms {
                at = self.computed_named(term, items, scope);
            }
            let (syntax, bound) = match at.map(|at| &items[at]) {
                Some(Item::Expr(expr, alias)) => {
                    let name = alias.map_or_else(|| self.text_of(expr.span), |a| a.text.clone());
                    let bound = self.bind(expr, scope).map_err(|e| Self::of_group(e, name))?;
                    ((*expr).clone(), bound)
                }
                Some(item @ Item::Column(_)) => (term.clone(), self.bind_item(item, scope)?.0),
                None => {
                    let bound = self.within("GROUP", |p| p.bind(term, scope));
                    let name = match &term.kind {
                        ExprKind::Column(name) => name.name.text.clone(),
                        _ => Rc::from(""),
                    };
                    let bound = bound.map_err(|e| Self::of_group(e, name))?;
                    (self.unaliased(term, select, scope), bound)
                }
            };
            if self.is_uncompared(&bound.ty) {
                return Err(Refusal::NoEquality.of(&[]).at(term.span));
            }
            keys.push((syntax, bound));
        }
        self.state.clause = clause;
        let check = self.rules.expr.group_check && !self.settings.loose_groups;
        let known = match check && !self.rules.expr.whole_rows {
            true => self.dependent_on(&keys, select, scope),
            false => Vec::new(),
        };
        let (check, outputs, rollup) = (Cell::new(check), RefCell::default(), select.rollup);
        Ok(Grouping { keys, outputs, check, known, rollup })
    }

    /// An error of a term of GROUP BY that is, or stands for, what this names.
    fn of_group(mut error: Error, shown: Rc<str>) -> Error {
        if let ErrorKind::AggregateMisuse { name, .. } = &mut *error.kind {
            *name = shown.to_string();
        }
        error
    }

    /// The expression that a term of GROUP BY stands for: what an alias names, else itself.
    fn unaliased(&self, term: &ast::Expr, select: &ast::Select, scope: &Scope<'_>) -> ast::Expr {
        if let ExprKind::Column(name) = &term.kind
            && let Ok(super::scope::Meaning::Alias(_)) = scope.look_up(name, self.rules)
        {
            for item in &select.items {
                if let SelectItem::Expr { expr, alias: Some(alias) } = item
                    && self.rules.column_names.same(&alias.text, &name.name.text)
                {
                    return expr.clone();
                }
            }
        }
        term.clone()
    }

    /// Where rows of a group come together, groups come in the order of their rows.
    fn aggregated(
        &self,
        node: Node,
        grouping: Grouping,
        order: &[SortKey],
        down: bool,
        come_together: bool,
    ) -> Node {
        let rules = &self.rules.expr;
        let always = grouping.keys.is_empty();
        // Where ORDER BY has as many terms, groups are sorted in its directions (select.c).
        let same = order.len() == grouping.keys.len();
        let descending =
            (0..grouping.keys.len()).map(|at| down || same && order[at].descending).collect();
        let keys = grouping.keys.into_iter().map(|(_, key)| {
            let collation = key.collation.map_or(rules.default_collation, |c| c.collation);
            (key.expr, collation)
        });
        self.only_extreme(AggregateNode {
            input: node,
            keys: keys.collect(),
            outputs: grouping.outputs.into_inner(),
            always,
            sorted: (rules.sorted_groups && !come_together).then_some(descending),
            rollup: grouping.rollup,
        })
    }

    /// A sort key over the projected row: a result column, or one more value beside them.
    pub(super) fn bind_order_term(
        &mut self,
        number: usize,
        term: &ast::OrderTerm,
        items: &[Item<'_>],
        exprs: &mut Vec<Expr>,
        columns: &[ResultColumn],
        scope: &Scope<'_>,
    ) -> Result<SortKey> {
        let (stripped, collation) = self.strip_collation(&term.expr)?;
        self.refuse_constant(stripped, "ORDER BY")?;
        let at = match position(stripped, "ORDER", number, items.len())? {
            Some(at) => Some(at),
            None if self.rules.expr.aliases == Aliases::WholeTerms => {
                self.result_named(stripped, items, exprs, columns)?
            }
            None => self.aliased(stripped, items),
        };
        let column = |at: usize| Expr::Column { up: 0, index: at as u32 };
        let mut bound = match at {
            Some(at) => {
                let of = &columns[at];
                let own =
                    Some(Collated { collation: of.collation, explicit: false, passed_on: false });
                Bound { collation: own, ..Bound::new(column(at), of.ty.clone()) }
            }
            None => {
                let bound = self.within("ORDER", |p| p.bind(stripped, scope));
                let bound = bound.map_err(|mut error| {
                    if let ErrorKind::NotGrouped { place, .. } = &mut *error.kind {
                        *place = number + 1;
                    }
                    error
                })?;
                let same = |e: &Expr| match (e, &bound.expr) {
                    (Expr::Column { up: a, index: i }, Expr::Column { up: b, index: j }) => {
                        a == b && i == j
                    }
                    _ => false,
                };
                let at = exprs.iter().position(same).unwrap_or_else(|| {
                    exprs.push(bound.expr.clone());
                    exprs.len() - 1
                });
                bound.with(column(at))
            }
        };
        if self.is_uncompared(&bound.ty) {
            return Err(Refusal::NoOrdering.of(&[]).at(term.expr.span));
        }
        if let Some(collation) = collation {
            bound.collation = Some(Collated { collation, explicit: true, passed_on: true });
        }
        Ok(self.sort_key(bound, term))
    }

    /// Whether values of a type have no order and are not told apart: `json` (PostgreSQL).
    pub(super) fn is_uncompared(&self, ty: &Type) -> bool {
        self.rules.expr.whole_rows && *ty == Type::Json
    }

    /// The result column that a bare name means, however that column got its name; several of the name must
    /// be the same (PostgreSQL; parse_clause.c, findTargetlistEntrySQL92).
    fn result_named(
        &self,
        expr: &ast::Expr,
        items: &[Item<'_>],
        exprs: &[Expr],
        columns: &[ResultColumn],
    ) -> Result<Option<usize>> {
        let ExprKind::Column(ast::ColumnName { table: None, name, .. }) = &expr.kind else {
            return Ok(None);
        };
        let mut named = (0..items.len()).filter(|at| columns[*at].name == name.text);
        let Some(first) = named.next() else { return Ok(None) };
        let same = |at: usize| match (&exprs[first], &exprs[at], &items[first], &items[at]) {
            (Expr::Column { up: a, index: i }, Expr::Column { up: b, index: j }, ..) => {
                a == b && i == j
            }
            (.., Item::Expr(one, _), Item::Expr(other, _)) => {
                super::conflict::same_expr(one, other, self.rules.column_names)
            }
            _ => false,
        };
        match named.all(same) {
            true => Ok(Some(first)),
            false => Err(Refusal::AmbiguousTerm.of(&[&name.text]).at(expr.span)),
        }
    }

    /// The result column that a bare name means which is nothing else: that of a function is called so.
    fn computed_named(
        &mut self,
        expr: &ast::Expr,
        items: &[Item<'_>],
        scope: &Scope<'_>,
    ) -> Option<usize> {
        let ExprKind::Column(name) = &expr.kind else { return None };
        let nothing =
            matches!(scope.look_up(name, self.rules), Ok(super::scope::Meaning::Nothing { .. }));
        if name.table.is_some() || !nothing {
            return None;
        }
        items.iter().position(|item| match item {
            Item::Expr(own, None) => {
                let bound = self.bind(own, scope);
                bound.is_ok_and(|b| (self.rules.expr.column_name)(own, &b, "") == *name.name.text)
            }
            _ => false,
        })
    }

    fn aliased(&self, expr: &ast::Expr, items: &[Item<'_>]) -> Option<usize> {
        let ExprKind::Column(name) = &expr.kind else { return None };
        if name.table.is_some() {
            return None;
        }
        items.iter().position(|item| match item {
            Item::Expr(_, Some(alias)) => {
                self.rules.column_names.same(&alias.text, &name.name.text)
            }
            Item::Expr(_, None) | Item::Column(_) => false,
        })
    }

    /// The rows that an UPDATE or DELETE works on, and the scope of its expressions.
    ///
    /// # Errors
    /// As planning a query.
    pub fn plan_source<'s>(
        &mut self,
        from: &ast::FromItem,
        filter: Option<&ast::Expr>,
        outer: Option<&'s Scope<'s>>,
    ) -> Result<(Node, Scope<'s>)> {
        let mut scope = Scope::new(Vec::new(), outer);
        let source = self.add_from(from, &mut scope)?;
        let mut node = self.plan_from(source, filter, &scope)?;
        let all: Vec<u32> = (0..scope.width() as u32).collect();
        node.read_only(&all);
        Ok((node, scope))
    }
}

fn push_columns(expanded: &mut Vec<Item<'_>>, item: usize, of: &ScopeItem) {
    for (column, definition) in of.columns.iter().enumerate() {
        if !definition.merged && !definition.invisible {
            expanded.push(Item::Column(Found { up: 0, item, column: Some(column), own: false }));
        }
    }
}

pub(super) fn has_window(expr: &ast::Expr) -> bool {
    matches!(&expr.kind, ast::ExprKind::Function(call) if call.over.is_some())
        || expr.children().into_iter().any(has_window)
}

/// Whether a column was looked for and not found, or found twice.
pub(super) fn is_of_a_column(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NoSuchColumn { .. }
            | ErrorKind::NoSuchQualifier { .. }
            | ErrorKind::AmbiguousColumn { .. }
    )
}
