//! SQLite reads the tables of a join in the order that it finds cheapest by its estimates (where.c,
//! `wherePathSolver`), and rows come in that order, which can be seen. So the FROM of such a query
//! is written anew in that order before it is planned. Outer joins, CROSS JOIN, USING and more than
//! four tables are left as they are written.

use std::rc::Rc;

use super::Planner;
use super::conflict::walk_columns;
use super::cost::{self, Use};
use super::dml::has_subquery;
use super::expr::ScanOrder;
use super::partial::{follows, split};
use crate::catalog::{Object, Table, Term};
use crate::span::Span;
use crate::syntax::ast::{self, BinaryOp, Expr, ExprKind, FromItem, SelectItem};
use crate::types::{Affinity, Type};

/// Most tables whose order is sought.
const MOST: usize = 4;
/// Through how many queries a table is looked for.
const DEEP: usize = 8;
/// What an index made for the join yields for one row, and costs (where.c, "Automatic indexes").
const MADE: (i64, i64) = (43, 53);

/// A table or query of FROM.
struct Part<'q> {
    from: &'q FromItem,
    name: &'q ast::Ident,
    table: Option<Rc<Table>>,
    /// The logarithm of its rows.
    rows: i64,
}

/// A condition, the parts that it looks at, and for a comparison of a column with something else
/// that column and the parts that this looks at.
struct Condition<'q> {
    expr: &'q Expr,
    parts: usize,
    sides: Vec<(usize, Option<usize>, BinaryOp, usize)>,
}

/// How a part would be read: parts that must be there, cost to set up, cost of one run, rows.
struct Loop {
    setup: i64,
    run: i64,
    out: i64,
}

impl Planner<'_> {
    /// A query with its tables in SQLite's order, where that is another.
    pub(super) fn reordered(&self, select: &ast::Select) -> Option<ast::Select> {
        let Some(FromItem::Join(join)) = &select.from else { return None };
        if self.rules.expr.scan_order != ScanOrder::Sqlite {
            return None;
        }
        let written = self.text_of(join.span).to_ascii_uppercase();
        // What is not the right side of a LEFT JOIN has an order of its own.
        let (mut from, mut rest) = (select.from.as_ref()?, Vec::new());
        let mut outer: Vec<&ast::Join> = Vec::new();
        let mut names = Vec::new();
        // Whether a LEFT JOIN stands before other joins.
        let mut between = false;
        while let FromItem::Join(join) = from
            && matches!(join.right, FromItem::Table { .. } | FromItem::Subquery { .. })
            && matches!(join.kind, ast::JoinKind::Left | ast::JoinKind::Inner)
        {
            let on = matches!(join.constraint, ast::JoinConstraint::On(_));
            match join.kind {
                ast::JoinKind::Left if on => {
                    between |= !rest.is_empty();
                    outer.push(join);
                }
                ast::JoinKind::Left => return None,
                _ => rest.push(join),
            }
            names.push(label(&join.right)?);
            from = &join.left;
        }
        let (mut parts, mut conditions) = (Vec::new(), Vec::new());
        let mut joined = self.flatten(from, &mut parts, &mut conditions);
        names.extend(parts.iter().rev().map(|part| part.name));
        names.reverse();
        for join in rest.iter().rev() {
            let on = match &join.constraint {
                ast::JoinConstraint::None => None,
                ast::JoinConstraint::On(on) => Some(on),
                ast::JoinConstraint::Using(..) => return None,
            };
            joined &= !join.natural && self.flatten(&join.right, &mut parts, &mut conditions);
            split(on, &mut conditions);
        }
        if !joined || written.contains("CROSS") || !(2..=MOST).contains(&parts.len()) {
            return None;
        }
        let mut conditions: Vec<&Expr> = conditions;
        split(select.filter.as_ref(), &mut conditions);
        let mut known = Vec::with_capacity(conditions.len());
        for expr in conditions {
            let mut elsewhere = false;
            walk_columns(expr, &mut |name| {
                elsewhere |= matches!(self.place(name, &parts), Ok(None));
            });
            // What is compared with the right side of such a join comes after it.
            let is_column = |e: &Expr| match &e.kind {
                ExprKind::Column(name) => matches!(self.place(name, &parts), Ok(Some(_))),
                _ => false,
            };
            let compares = matches!(&expr.kind, ExprKind::Binary(_, left, right)
                if is_column(left) || is_column(right));
            if between && elsewhere && compares {
                return None;
            }
            known.push(self.condition(expr, &parts)?);
        }
        let order = self.cheapest_order(&parts, &known);
        if order.windows(2).all(|pair| pair[0] < pair[1]) {
            return None;
        }
        outer.reverse();
        Some(write(select, &parts, &known, &order, (&outer, &names)))
    }

    /// The tables of an UPDATE with FROM and its condition, in the order of the query that looks for its
    /// rows (update.c, updateFromSelect), where that is another.
    pub(super) fn reordered_update(
        &self,
        update: &ast::Update,
        from: &FromItem,
        table: &Table,
    ) -> Option<(FromItem, Option<Expr>)> {
        if let Some(FromItem::Join(join)) = &update.from
            && self.text_of(join.span).to_ascii_uppercase().contains("CROSS")
        {
            return None;
        }
        let own = label(&update.table)?;
        let key: Vec<Rc<str>> = match table.without_rowid {
            true => table.primary_key.iter().map(|c| table.columns[*c].name.clone()).collect(),
            false => vec![Rc::from("rowid")],
        };
        let key = key.into_iter().map(|text| {
            let name = ast::Ident { text, quote: None, span: own.span };
            let column = ast::ColumnName { schema: None, table: Some(own.clone()), name };
            Expr { kind: ExprKind::Column(column), span: own.span }
        });
        let values = update.set.iter().map(|assignment| assignment.value.clone());
        let item = |expr| SelectItem::Expr { expr, alias: None };
        let select = ast::Select {
            distinct: ast::Distinct::No,
            items: key.chain(values).map(item).collect(),
            from: Some(from.clone()),
            filter: update.filter.clone(),
            group_by: Vec::new(),
            rollup: false,
            having: None,
            windows: Vec::new(),
            span: own.span,
        };
        let ast::Select { from, filter, .. } = self.reordered(&select)?;
        Some((from?, filter))
    }

    /// The parts of inner joins and their conditions; false where something else stands.
    fn flatten<'q>(
        &self,
        from: &'q FromItem,
        parts: &mut Vec<Part<'q>>,
        conditions: &mut Vec<&'q Expr>,
    ) -> bool {
        let (name, table) = match from {
            FromItem::Join(join) => {
                let on = match &join.constraint {
                    ast::JoinConstraint::None => None,
                    ast::JoinConstraint::On(on) => Some(on),
                    ast::JoinConstraint::Using(..) => return false,
                };
                let inner = join.kind == ast::JoinKind::Inner && !join.natural;
                let joined = inner
                    && self.flatten(&join.left, parts, conditions)
                    && self.flatten(&join.right, parts, conditions);
                split(on, conditions);
                return joined;
            }
            FromItem::Table { name, alias, columns, indexed: None } if columns.is_empty() => {
                let table = self.table_of_from(from, DEEP);
                (alias.as_ref().unwrap_or(&name.name), table)
            }
            FromItem::Subquery { alias: Some(alias), columns, lateral: false, .. }
                if columns.is_empty() =>
            {
                (alias, self.table_of_from(from, DEEP))
            }
            _ => return false,
        };
        let of = |query: &ast::Query| match &query.body {
            ast::SetExpr::Select(inner) if !inner.group_by.is_empty() => 66,
            _ => cost::ROWS,
        };
        let rows = match from {
            FromItem::Subquery { query, .. } => of(query),
            FromItem::Table { name, .. } => match self.relation(name) {
                Some(Object::View(view)) => of(&view.query),
                _ => cost::ROWS,
            },
            _ => cost::ROWS,
        };
        let same = |part: &Part<'_>| part.name.text.eq_ignore_ascii_case(&name.text);
        let new = !parts.iter().any(same);
        parts.push(Part { from, name, table, rows });
        new
    }

    /// The part and the column that a name means; none of both where it stands further out. An
    /// error where that cannot be told.
    fn place(
        &self,
        name: &ast::ColumnName,
        parts: &[Part<'_>],
    ) -> Result<Option<(usize, Option<usize>)>, ()> {
        let text = &name.name.text;
        let column = |part: &Part<'_>| {
            let table = part.table.as_ref()?;
            let rowid = || self.is_rowid_name(text).then_some(table.columns.len());
            table.column(text, self.rules.column_names).or_else(rowid)
        };
        if let Some(of) = &name.table {
            let at = parts.iter().position(|p| p.name.text.eq_ignore_ascii_case(&of.text));
            return Ok(at.map(|at| (at, column(&parts[at]))));
        }
        let mut found = None;
        for (at, part) in parts.iter().enumerate() {
            match (column(part), found) {
                (Some(_), Some(_)) => return Err(()),
                (Some(column), None) => found = Some((at, Some(column))),
                // It may be a column of a query.
                (None, _) if part.table.is_none() => return Err(()),
                (None, _) => {}
            }
        }
        Ok(found)
    }

    fn mask(&self, expr: &Expr, parts: &[Part<'_>]) -> Option<usize> {
        let (mut mask, mut clear) = (0, true);
        walk_columns(expr, &mut |name| match self.place(name, parts) {
            Ok(Some((part, _))) => mask |= 1 << part,
            Ok(None) => {}
            Err(()) => clear = false,
        });
        clear.then_some(if has_subquery(expr) { usize::MAX } else { mask })
    }

    /// Whether an index of a column can find what an expression gives (expr.c,
    /// `sqlite3IndexAffinityOk`).
    fn index_fits(
        &self,
        part: &Part<'_>,
        column: Option<usize>,
        other: &Expr,
        parts: &[Part<'_>],
    ) -> bool {
        let of = |part: &Part<'_>, column: Option<usize>| {
            let table = part.table.as_ref()?;
            match table.columns.get(column?).map(|c| &c.ty) {
                Some(Type::Affinity(affinity, _)) => Some(*affinity),
                Some(_) => None,
                None => Some(Affinity::Integer),
            }
        };
        let ExprKind::Column(name) = &other.kind else { return true };
        let Ok(Some((at, its))) = self.place(name, parts) else { return true };
        let (Some(own), Some(other)) = (of(part, column), of(&parts[at], its)) else { return true };
        let number = |a: Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
        match (number(own), number(other)) {
            (false, true) => false,
            (false, false) => !(own == Affinity::Blob && other == Affinity::Text),
            (true, _) => true,
        }
    }

    fn condition<'q>(&self, expr: &'q Expr, parts: &[Part<'_>]) -> Option<Condition<'q>> {
        let mask = self.mask(expr, parts)?;
        let mut sides = Vec::new();
        let own = |column: &Expr, others: &[&Expr]| {
            let ExprKind::Column(name) = &column.kind else { return None };
            let (part, column) = self.place(name, parts).ok()??;
            let mut needs = 0;
            for other in others {
                needs |= self.mask(other, parts)?;
            }
            (needs & 1 << part == 0).then_some((part, column, needs))
        };
        match &expr.kind {
            ExprKind::Between { expr, low, high, not: false } => {
                for (op, bound) in [(BinaryOp::Ge, low), (BinaryOp::Le, high)] {
                    let side = own(expr, &[bound]);
                    sides.extend(side.map(|(part, column, needs)| (part, column, op, needs)));
                }
            }
            // OR stands for a list of values.
            ExprKind::InList { expr, list, not: false } => {
                let side = own(expr, &list.iter().collect::<Vec<_>>());
                sides.extend(side.map(|(part, column, needs)| (part, column, BinaryOp::Or, needs)));
            }
            _ => {}
        }
        if let ExprKind::Binary(op, left, right) = &expr.kind
            && mask != usize::MAX
        {
            for (column, other) in [(left, right), (right, left)] {
                if let ExprKind::Column(name) = &column.kind
                    && let Ok(Some((part, column))) = self.place(name, parts)
                    && let Some(needs) = self.mask(other, parts)
                    && needs & 1 << part == 0
                    && self.index_fits(&parts[part], column, other, parts)
                {
                    sides.push((part, column, *op, needs));
                }
            }
        }
        Some(Condition { expr, parts: mask, sides })
    }

    /// The order of least cost; of equal ones the first.
    fn cheapest_order(&self, parts: &[Part<'_>], conditions: &[Condition<'_>]) -> Vec<usize> {
        let mut best: (i64, i64, Vec<usize>) = (i64::MAX, 0, Vec::new());
        let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
        while let Some(order) = orders.pop() {
            if order.len() == parts.len() {
                let (cost, out) = self.cost_of(&order, parts, conditions);
                if cost < best.0 || cost == best.0 && out < best.1 {
                    best = (cost, out, order);
                }
                continue;
            }
            for part in (0..parts.len()).rev().filter(|part| !order.contains(part)) {
                orders.push([&order[..], &[part]].concat());
            }
        }
        best.2
    }

    fn cost_of(&self, order: &[usize], parts: &[Part<'_>], all: &[Condition<'_>]) -> (i64, i64) {
        let (mut cost, mut rows, mut seen) = (0, 0, 0);
        for (at, part) in order.iter().enumerate() {
            let way = self.cheapest_loop(*part, &parts[*part], seen, rows, all);
            let own = cost::add(way.setup, way.run + rows);
            cost = if at == 0 { own } else { cost::add(own, cost) };
            rows += way.out;
            seen |= 1 << part;
        }
        (cost, rows)
    }

    /// The cheapest way to read a part once others have been.
    fn cheapest_loop(
        &self,
        number: usize,
        part: &Part<'_>,
        seen: usize,
        rows: i64,
        all: &[Condition<'_>],
    ) -> Loop {
        let own = 1 << number;
        // What is known of the part's columns: column, operator, what it takes.
        let known = |column: Option<usize>, equal: bool| {
            let sides =
                all.iter().enumerate().flat_map(|(at, c)| c.sides.iter().map(move |s| (at, s)));
            let mut fits = sides.filter(move |(_, (of, which, op, needs))| {
                let ranged =
                    matches!(op, BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge);
                let meant = if equal { *op == BinaryOp::Eq } else { ranged };
                *of == number && *which == column && column.is_some() && meant && needs & !seen == 0
            });
            let first = fits.next().map(|(at, (.., needs))| (at, *needs));
            (first, usize::from(first.is_some()) + fits.count())
        };
        let listed = |column: Option<usize>| {
            all.iter().enumerate().find_map(|(at, c)| {
                let (.., needs) = c.sides.iter().find(|(of, which, op, needs)| {
                    *op == BinaryOp::Or
                        && *of == number
                        && *which == column
                        && column.is_some()
                        && needs & !seen == 0
                })?;
                let ExprKind::InList { list, .. } = &c.expr.kind else { return None };
                Some((at, list.len(), *needs))
            })
        };
        // Conditions that a loop does not settle leave fewer rows.
        let left = |used: &[usize], needs: usize, out: i64| {
            let (mut out, mut most) = (out, part.rows);
            for (at, condition) in all.iter().enumerate() {
                let mask = condition.parts;
                if mask & own == 0 || mask & !(own | needs) != 0 || used.contains(&at) {
                    continue;
                }
                out -= 1;
                if condition.sides.iter().any(|s| s.2 == BinaryOp::Eq) {
                    let small = matches!(&condition.expr.kind, ExprKind::Binary(_, _, right)
                        if matches!(right.kind, ExprKind::Literal(ast::Literal::Integer(-1..=1))));
                    most = most.min(part.rows - if small { 10 } else { 20 });
                }
            }
            out.min(most)
        };
        let mut best = Loop { setup: 0, run: part.rows + 16, out: left(&[], 0, part.rows) };
        let mut offer = |way: Loop| {
            let total = |way: &Loop| cost::add(way.setup, way.run + rows);
            if total(&way) < total(&best) || total(&way) == total(&best) && way.out < best.out {
                best = way;
            }
        };
        // An index that is made for the join.
        let equal = |c: &Condition<'_>| {
            let joins = |s: &(usize, Option<usize>, BinaryOp, usize)| {
                s.0 == number && s.2 == BinaryOp::Eq && s.3 & !seen == 0 && s.3 != 0
            };
            c.sides.iter().any(joins)
        };
        if rows >= 3 && all.iter().any(equal) {
            let more = if part.table.is_some() { 28 } else { -25 };
            offer(Loop { setup: 43 + part.rows + more, run: MADE.1, out: MADE.0 });
        }
        let Some(table) = &part.table else { return best };
        let rowid = [table.rowid_key.map(|k| k.column), Some(table.columns.len())];
        for column in rowid.into_iter().filter(|_| !table.without_rowid) {
            if let (Some((at, needs)), _) = known(column, true) {
                offer(Loop { setup: 0, run: cost::rowid_cost(1, 0), out: left(&[at], needs, 0) });
            } else if let Some((at, list, needs)) = listed(column) {
                let (run, out) = (cost::rowid_cost(list, 0), cost::logarithm(list as u64) as i64);
                offer(Loop { setup: 0, run, out: left(&[at], needs, out) });
            } else if let (Some((at, needs)), bounds) = known(column, false) {
                let out = cost::bounded(cost::ROWS, bounds);
                offer(Loop {
                    setup: 0,
                    run: cost::rowid_cost(0, bounds),
                    out: left(&[at], needs, out),
                });
            }
        }
        for index in cost::linked(&self.catalog.indexes_of(table.id)) {
            let fits = match &index.filter {
                Some((filter, _)) => {
                    let given: Vec<&Expr> = all.iter().map(|c| c.expr).collect();
                    follows(filter, &given, &part.name.text, self.rules.column_names)
                }
                None => index.is_plain(),
            };
            if !fits {
                continue;
            }
            let (mut used, mut needs) = (Vec::new(), 0);
            for term in &index.terms {
                let Term::Column(column) = term.term else { break };
                let (Some((at, more)), _) = known(Some(column), true) else { break };
                used.push(at);
                needs |= more;
            }
            let equal = used.len();
            let next = index.terms.get(equal).and_then(|t| t.term_column());
            let (first, bounds) = known(next, false);
            if let Some((at, more)) = first {
                used.push(at);
                needs |= more;
            }
            let mut list = 0;
            if bounds == 0
                && let Some((at, values, more)) = listed(next)
            {
                used.push(at);
                needs |= more;
                list = values;
            }
            if used.is_empty() {
                continue;
            }
            let covering = table.without_rowid;
            let way = Use { equal, list, bounds, covering };
            let found = cost::rows_of(index, equal + usize::from(list > 0));
            let out = cost::bounded(found, bounds) + cost::logarithm(list as u64) as i64;
            let run = cost::index_cost(table, index, &way);
            offer(Loop { setup: 0, run, out: left(&used, needs, out) });
        }
        best
    }
}

/// The name that a table or query of FROM goes by.
pub(super) fn label(from: &FromItem) -> Option<&ast::Ident> {
    match from {
        FromItem::Table { name, alias, .. } => Some(alias.as_ref().unwrap_or(&name.name)),
        FromItem::Subquery { alias, .. } => alias.as_ref(),
        FromItem::Join(_) | FromItem::Function { .. } => None,
    }
}

/// The query with its parts in this order, joined by commas.
fn write(
    select: &ast::Select,
    parts: &[Part<'_>],
    conditions: &[Condition<'_>],
    order: &[usize],
    (outer, names): (&[&ast::Join], &[&ast::Ident]),
) -> ast::Select {
    let mut select = select.clone();
    let mut from: Option<FromItem> = None;
    for at in order {
        let right = parts[*at].from.clone();
        from = Some(match from {
            None => right,
            Some(left) => FromItem::Join(Box::new(ast::Join {
                left,
                right,
                kind: ast::JoinKind::Inner,
                natural: false,
                constraint: ast::JoinConstraint::None,
                span: Span::default(),
            })),
        });
    }
    for join in outer {
        from = from.map(|left| {
            FromItem::Join(Box::new(ast::Join {
                left,
                right: join.right.clone(),
                kind: join.kind,
                natural: false,
                constraint: join.constraint.clone(),
                span: Span::default(),
            }))
        });
    }
    select.from = from;
    let mut filter: Option<Expr> = None;
    for condition in conditions {
        let right = condition.expr.clone();
        let span = right.span;
        filter = Some(match filter {
            None => right,
            Some(left) => {
                let kind = ExprKind::Binary(BinaryOp::And, Box::new(left), Box::new(right));
                Expr { kind, span }
            }
        });
    }
    select.filter = filter;
    // What `*` gives comes in the order written.
    let mut items = Vec::new();
    for item in select.items {
        match item {
            SelectItem::Star(span) => {
                items.extend(names.iter().map(|name| {
                    let name = ast::ObjectName { schema: None, name: (*name).clone() };
                    SelectItem::TableStar(name, span)
                }));
            }
            item => items.push(item),
        }
    }
    select.items = items;
    select
}
