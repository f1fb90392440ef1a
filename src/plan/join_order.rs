//! SQLite reads the tables of a query in the order and by the indexes that it finds cheapest by its
//! estimates (`solver.rs`), and rows come in that order, which can be seen. So the FROM of such a query
//! is written anew in that order before it is planned, and each table is told how it is to be read.
//! RIGHT JOIN and more than eight tables are left as they are written.

use std::cell::Cell;
use std::rc::Rc;

use super::Planner;
use super::cost;
use super::expr::ScanOrder;
use super::partial::{follows, split};
use super::solver::{
    Cond, Item, MOST_WAYS, Mask, Op, Path, Place, Purpose, ROWID, Side, Solver, Wanted, Way,
};
use crate::catalog::{Object, ObjectId, Table};
use crate::span::Span;
use crate::syntax::ast::{
    self, BinaryOp, Expr, ExprKind, FromItem, JoinConstraint, JoinKind, Literal, SelectItem,
};

/// Most tables whose order is sought.
const MOST: usize = 8;
/// Through how many queries a table is looked for.
pub(super) const DEEP: usize = 8;

/// A table or query of FROM.
pub(super) struct Part<'q> {
    pub(super) from: &'q FromItem,
    pub(super) name: &'q ast::Ident,
    pub(super) table: Option<Rc<Table>>,
    /// The logarithm of its rows.
    rows: i64,
    /// ON of the LEFT JOIN whose right side it is.
    pub(super) on: Option<&'q Expr>,
}

/// How a table is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// By its rowids.
    Rowid,
    /// The whole of an index.
    Index(ObjectId),
    /// By keys of an index.
    Search(ObjectId),
    /// By an index that is made for it.
    Made,
    /// As the conditions on it say.
    Open,
}

/// What SQLite would do.
pub(super) struct Arranged {
    /// The query with its tables in SQLite's order, where that is another.
    pub(super) select: Option<ast::Select>,
    /// How each is to be read, whether backwards, and the key of an index that is made.
    pub(super) chosen: Vec<(Chosen, bool, Rc<[usize]>)>,
    /// What an order is wanted for.
    pub(super) purpose: Purpose,
    /// How many terms of ORDER BY rows come in the order of. For groups and DISTINCT only whether
    /// those that belong together come so counts.
    pub(super) ordered: usize,
    /// Rows without repeats come so, or repeats come together.
    pub(super) distinct: bool,
    /// The columns that ORDER BY was taken to mean, by the tables' numbers in that order.
    pub(super) keys: Vec<Option<Place>>,
    /// ORDER BY asks for the order of the groups.
    pub(super) by_group: bool,
}

/// FROM and its conditions taken apart.
#[derive(Default)]
pub(super) struct Parts<'q> {
    pub(super) parts: Vec<Part<'q>>,
    pub(super) conditions: Vec<(&'q Expr, Option<usize>)>,
    /// The right sides of CROSS JOIN.
    crossed: Mask,
    using: Vec<(usize, &'q ast::Ident)>,
    /// Columns that equal a constant: the condition, the column, the constant.
    pub(super) constants: Vec<(usize, (usize, usize), &'q Expr)>,
}

impl Planner<'_> {
    /// The order in which SQLite would read the tables of a query, and how.
    pub(super) fn arranged(
        &self,
        select: &ast::Select,
        query: Option<&ast::Query>,
    ) -> Option<Arranged> {
        let from = select.from.as_ref()?;
        if self.rules.expr.scan_order != ScanOrder::Sqlite {
            return None;
        }
        let order_by = query.map_or(&[][..], |q| &q.order_by);
        // Where there is nothing to choose from.
        if let FromItem::Table { name, .. } = from
            && let Some(Object::Table(table)) = self.relation(name)
            && order_by.is_empty()
            && select.group_by.is_empty()
            && select.distinct == ast::Distinct::No
            && self.catalog.indexes_of(table.id).is_empty()
        {
            return None;
        }
        let mut of = Parts::default();
        let mut own = Vec::new();
        split(select.filter.as_ref(), &mut own);
        of.conditions.extend(own.into_iter().map(|c| (c, None)));
        if !self.flatten(from, None, &mut of) || of.parts.len() > MOST {
            return None;
        }
        of.constants = self.constants(&of);
        let parts = &of.parts;
        let (mut conds, mut sides, mut same) = (Vec::new(), Vec::new(), Vec::new());
        for (expr, outer) in &of.conditions {
            self.condition(expr, *outer, &of, (&mut conds, &mut sides, &mut same))?;
        }
        for (part, name) in &of.using {
            self.equal_columns(*part, name, parts, &mut conds, &mut sides)?;
        }
        // What is made of a condition stands behind the others, the last first.
        sides.sort_by_key(|s: &Side| (s.made, if s.made { usize::MAX - s.cond } else { 0 }));
        let mut used = vec![0u64; parts.len()];
        self.columns_used(select, query, parts, &mut used);
        let mut items = Vec::with_capacity(parts.len());
        let mut barrier: Mask = 0;
        for (at, part) in parts.iter().enumerate() {
            let outer = part.on.is_some();
            // What stands before CROSS JOIN is read before all that stands behind it.
            if of.crossed >> at & 1 != 0 {
                barrier = (1 << at) - 1;
            }
            let before = if outer { (1 << at) - 1 } else { barrier };
            let mut item = Item {
                table: part.table.clone(),
                indexes: Vec::new(),
                leading: Vec::new(),
                used: used[at],
                rows: part.rows,
                outer,
                before,
            };
            if let Some(table) = &part.table {
                let mut given = Vec::new();
                for (condition, on) in &of.conditions {
                    if if outer { *on == Some(at) } else { on.is_none() } {
                        given.push(*condition);
                    }
                }
                let rule = self.rules.column_names;
                for index in cost::linked(&self.catalog.indexes_of(table.id)) {
                    item.leading.extend(index.terms.first().and_then(|t| t.term_column()));
                    if match &index.filter {
                        Some((filter, _)) => {
                            index.columns().is_some()
                                && follows(filter, &given, &part.name.text, rule)
                        }
                        None => index.is_plain(),
                    } {
                        item.indexes.push(index.clone());
                    }
                }
            }
            items.push(item);
        }
        self.either(&of, &items, &mut conds);
        // Columns that USING merges are not counted twice.
        let star = |item: &SelectItem| !matches!(item, SelectItem::Expr { .. });
        if !of.using.is_empty() && select.items.iter().any(star) {
            return None;
        }
        let (mut wanted, purpose) = self.wanted(select, order_by, parts, &items, &sides)?;
        // Of so many terms no order is sought (BMS).
        if wanted.len() > 63 {
            wanted.clear();
        }
        let limit = match query.and_then(|q| q.limit.as_ref()).map(|e| &e.kind) {
            Some(ExprKind::Literal(Literal::Integer(n))) if *n >= 0 => {
                Some(cost::logarithm(*n as u64) as i64)
            }
            _ => None,
        };
        let mut solver = Solver {
            items: &items,
            conds: &conds,
            sides: &sides,
            same: &same,
            wanted: &wanted,
            purpose,
            distinct: select.distinct == ast::Distinct::Yes,
            limit,
            width: select.items.len(),
            part_of_or: false,
            left: Cell::new(MOST_WAYS),
        };
        let mut path = solver.solve()?;
        if purpose == Purpose::Distinct {
            path.reverse = 0;
        }
        let all = path.ordered == Some(wanted.len());
        let (last, before) = path.loops.split_last()?;
        let mut by_group = purpose == Purpose::Group
            && (select.group_by.is_empty() || self.orders_groups(select, order_by));
        if by_group && all {
            let (sorted, reverse) = solver.satisfies(before, last, Purpose::Order);
            by_group = sorted == Some(wanted.len()) && !path.short;
            if by_group {
                path.reverse = reverse;
            }
        }
        let ordered = match purpose {
            Purpose::Order => path.ordered.unwrap_or(0),
            _ => wanted.len() * usize::from(all),
        };
        let mut distinct = purpose == Purpose::Distinct && all;
        if purpose == Purpose::Order
            && solver.distinct
            && let Some(results) = self.results(select, parts)
        {
            solver.wanted = &results;
            let (last, before) = path.loops.split_last()?;
            distinct = solver.satisfies(before, last, Purpose::Distinct).0 == Some(results.len());
        }
        let at = |part: usize| path.loops.iter().position(|own| own.part == part);
        let key = |w: &Wanted| w.column.and_then(|(part, column)| Some((at(part)?, column)));
        let keys = wanted.iter().map(key).collect();
        let known = (&sides[..], &same[..], &conds[..]);
        let arranged = self.answer(select, &of, known, path)?;
        Some(Arranged { purpose, ordered, distinct, by_group, keys, ..arranged })
    }

    /// Puts another column in the place of one.
    fn put_column(
        &self,
        expr: &mut Expr,
        place: Place,
        name: &ast::ColumnName,
        parts: &[Part<'_>],
    ) {
        if matches!(expr.kind, ExprKind::Column(_)) {
            if self.column_of(expr, parts) == Some(place) {
                expr.kind = ExprKind::Column(name.clone());
            }
            return;
        }
        for child in expr.children_mut() {
            self.put_column(child, place, name, parts);
        }
    }

    /// Whether a table has an index on expressions, which is not thought of here.
    fn has_expressions(&self, table: &Table) -> bool {
        self.catalog.indexes_of(table.id).iter().any(|i| i.columns().is_none())
    }

    /// The query written anew, and how each table is read.
    fn answer(
        &self,
        select: &ast::Select,
        of: &Parts<'_>,
        (sides, same, conds): (&[Side], &[(Place, Place)], &[Cond]),
        path: Path,
    ) -> Option<Arranged> {
        let mut order = Vec::with_capacity(path.loops.len());
        let mut chosen = Vec::with_capacity(path.loops.len());
        for (at, own) in path.loops.iter().enumerate() {
            let way = match own.way {
                _ if of.parts[own.part].table.as_ref().is_none_or(|t| self.has_expressions(t)) => {
                    Chosen::Open
                }
                Way::Rowid => Chosen::Rowid,
                Way::Index(index) if own.is_keyed() => Chosen::Search(index),
                Way::Index(index) => Chosen::Index(index),
                Way::Made => Chosen::Made,
                Way::Either(_) => Chosen::Open,
            };
            let mut key = Vec::new();
            for side in sides.iter().filter(|_| way == Chosen::Made) {
                let seen = order.iter().any(|part| side.needs >> part & 1 != 0);
                let mut open = side.needs;
                order.iter().for_each(|part: &usize| open &= !(1 << part));
                let part = &of.parts[own.part];
                if side.part == own.part
                    && matches!(side.op, Op::Eq | Op::Is)
                    && (open == 0 && (seen || side.needs == 0))
                    && (part.on.is_none() || side.outer == Some(own.part))
                    && side.column != ROWID
                    && !key.contains(&side.column)
                {
                    key.push(side.column);
                }
            }
            // Where conditions on the table alone spare rows, the key ends with the rowid (PARTIAL).
            let outer = of.parts[own.part].on.is_some().then_some(own.part);
            let spares = |(cond, c): (&Cond, &(&Expr, Option<usize>))| {
                cond.all == 1 << own.part && c.1 == outer
            };
            if way == Chosen::Made && conds.iter().zip(&of.conditions).any(spares) {
                key.push(ROWID);
            }
            chosen.push((way, path.reverse >> at & 1 != 0, Rc::from(key)));
            order.push(own.part);
        }
        let moved = !order.windows(2).all(|pair| pair[0] < pair[1]);
        if moved && !of.using.is_empty() {
            return None;
        }
        // What follows for a column that equals one which equals a constant.
        let mut implied: Vec<(Place, &Expr)> =
            of.constants.iter().map(|(_, place, value)| (*place, *value)).collect();
        let (mut at, given) = (0, implied.len());
        while let Some((place, value)) = implied.get(at).copied() {
            for (a, b) in same {
                for (a, b) in [(a, b), (b, a)] {
                    let known = |i: &(Place, &Expr)| i.0 == *b;
                    if *a == place && !implied.iter().any(known) {
                        implied.push((*b, value));
                    }
                }
            }
            at += 1;
        }
        implied.drain(..given);
        implied.retain(|((part, _), _)| {
            path.loops.iter().any(|own| own.part == *part && own.is_keyed())
        });
        // And of other conditions on a column that equals another.
        let mut copies = Vec::new();
        for own in path.loops.iter().filter(|own| own.is_keyed()) {
            for side in own.sides.iter().map(|s| &sides[*s]) {
                let copied = of.conditions.get(side.cond).map(|c| &c.0.kind);
                if side.part == own.part
                    || side.needs != 0
                    || !of.using.is_empty()
                    || matches!(copied, Some(ExprKind::InQuery { .. }))
                {
                    continue;
                }
                let mut known = vec![(side.part, side.column)];
                let mut at = 0;
                while let Some(place) = known.get(at).copied() {
                    for (a, b) in same {
                        for (a, b) in [(a, b), (b, a)] {
                            if *a == place && !known.contains(b) {
                                known.push(*b);
                            }
                        }
                    }
                    at += 1;
                }
                let mut copy = of.conditions.get(side.cond)?.0.clone();
                if let Some(to) = known.into_iter().find(|(part, _)| *part == own.part)
                    && let Some(name) = name_of(&of.parts, to)
                {
                    self.put_column(&mut copy, (side.part, side.column), &name, &of.parts);
                    copies.push(copy);
                }
            }
        }
        implied.retain(|(place, _)| {
            !copies.iter().any(|copy| match &copy.kind {
                ExprKind::Binary(_, left, right) => [left, right]
                    .into_iter()
                    .any(|side| self.column_of(side, &of.parts) == Some(*place)),
                _ => false,
            })
        });
        for (place, value) in &implied {
            if let Some(name) = name_of(&of.parts, *place) {
                let kind = ExprKind::Column(name);
                let column = Box::new(Expr { kind, span: value.span });
                let kind = ExprKind::Binary(BinaryOp::Eq, column, Box::new((*value).clone()));
                copies.push(Expr { kind, span: value.span });
            }
        }
        let implied = copies;
        let changed = moved || !implied.is_empty() && of.using.is_empty();
        let select = changed.then(|| write(select, of, &order, implied));
        let (purpose, ordered) = (Purpose::Order, 0);
        let (keys, distinct, by_group) = (Vec::new(), false, false);
        Some(Arranged { select, chosen, purpose, ordered, distinct, keys, by_group })
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
        let ast::Select { from, filter, .. } = self.arranged(&select, None)?.select?;
        Some((from?, filter))
    }

    /// Takes FROM apart; false where that cannot be done.
    fn flatten<'q>(&self, from: &'q FromItem, on: Option<&'q Expr>, of: &mut Parts<'q>) -> bool {
        let (name, table) = match from {
            FromItem::Join(join) => {
                let inner = join.kind == JoinKind::Inner;
                let left = join.kind == JoinKind::Left
                    && matches!(join.right, FromItem::Table { .. } | FromItem::Subquery { .. });
                if !inner && !left || join.natural || on.is_some() {
                    return false;
                }
                if !self.flatten(&join.left, None, of) {
                    return false;
                }
                let first = of.parts.len();
                if self.is_cross(join) {
                    of.crossed |= 1 << first;
                }
                let condition = match &join.constraint {
                    JoinConstraint::On(on) => Some(on),
                    JoinConstraint::Using(names) if inner && join.right.is_one() => {
                        of.using.extend(names.iter().map(|name| (first, name)));
                        None
                    }
                    JoinConstraint::Using(_) => return false,
                    JoinConstraint::None => None,
                };
                if left && condition.is_none() {
                    return false;
                }
                if !self.flatten(&join.right, condition.filter(|_| left), of) {
                    return false;
                }
                let mut own = Vec::new();
                split(condition, &mut own);
                of.conditions.extend(own.into_iter().map(|c| (c, left.then_some(first))));
                return true;
            }
            FromItem::Table { name, alias, columns, indexed: None } if columns.is_empty() => {
                (alias.as_ref().unwrap_or(&name.name), self.table_of_from(from, DEEP))
            }
            FromItem::Subquery { alias: Some(alias), columns, lateral: false, .. }
                if columns.is_empty() =>
            {
                (alias, self.table_of_from(from, DEEP))
            }
            _ => return false,
        };
        let rows = match from {
            FromItem::Subquery { query, .. } => self.rows_of_query(query),
            FromItem::Table { name, .. } => match self.relation(name) {
                Some(Object::View(view)) => self.rows_of_query(&view.query),
                _ => cost::ROWS,
            },
            _ => cost::ROWS,
        };
        let same = |part: &Part<'_>| part.name.text.eq_ignore_ascii_case(&name.text);
        let new = !of.parts.iter().any(same);
        of.parts.push(Part { from, name, table, rows, on });
        new
    }

    /// Whether CROSS JOIN stands before the right side.
    fn is_cross(&self, join: &ast::Join) -> bool {
        let start = match &join.right {
            FromItem::Table { name, .. } => name.schema.as_ref().unwrap_or(&name.name).span.start,
            FromItem::Subquery { span, .. } => span.start,
            _ => return self.text_of(join.span).to_ascii_uppercase().contains("CROSS"),
        };
        let before = Span { start: join.span.start.min(start), end: start, ..join.span };
        let text = self.text_of(before);
        let mut words = text.rsplit(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.next().is_some_and(|w| w.eq_ignore_ascii_case("JOIN"))
            && words.next().is_some_and(|w| w.eq_ignore_ascii_case("CROSS"))
    }

    /// The logarithm of the rows that SQLite takes a query to give.
    fn rows_of_query(&self, query: &ast::Query) -> i64 {
        let rows = match &query.body {
            ast::SetExpr::Select(inner) if inner.from.is_none() => 0,
            ast::SetExpr::Select(inner) if !inner.group_by.is_empty() => 66,
            ast::SetExpr::Select(inner) if self.is_grouped(inner, &[], None).unwrap_or(false) => 0,
            _ => cost::ROWS,
        };
        match query.limit.as_ref().map(|limit| &limit.kind) {
            Some(ExprKind::Literal(Literal::Integer(n))) if *n >= 0 => {
                rows.min(cost::logarithm(*n as u64) as i64)
            }
            _ => rows,
        }
    }
}

/// The name of a part's column.
fn name_of(parts: &[Part<'_>], (part, column): Place) -> Option<ast::ColumnName> {
    let own = &parts[part];
    let table = own.table.as_ref()?;
    let text = match (table.columns.get(column), table.rowid_key) {
        (Some(column), _) => column.name.clone(),
        (None, Some(key)) => table.columns[key.column].name.clone(),
        (None, None) => Rc::from("rowid"),
    };
    let name = ast::Ident { text, ..own.name.clone() };
    Some(ast::ColumnName { schema: None, table: Some(own.name.clone()), name })
}

impl FromItem {
    /// Whether it is one table or query.
    fn is_one(&self) -> bool {
        matches!(self, FromItem::Table { .. } | FromItem::Subquery { .. })
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

/// The query with its parts in this order.
fn write(select: &ast::Select, of: &Parts<'_>, order: &[usize], implied: Vec<Expr>) -> ast::Select {
    let mut select = select.clone();
    let mut from: Option<FromItem> = None;
    for at in order {
        let part = &of.parts[*at];
        let right = part.from.clone();
        from = Some(match from {
            None => right,
            Some(left) => FromItem::Join(Box::new(ast::Join {
                left,
                right,
                kind: if part.on.is_some() { JoinKind::Left } else { JoinKind::Inner },
                natural: false,
                constraint: match part.on {
                    Some(on) => JoinConstraint::On(on.clone()),
                    None => JoinConstraint::None,
                },
                span: Span::default(),
            })),
        });
    }
    select.from = from;
    let mut filter: Option<Expr> = None;
    let mut conditions: Vec<Expr> = Vec::with_capacity(of.conditions.len());
    for (condition, outer) in &of.conditions {
        if outer.is_none() {
            conditions.push((*condition).clone());
        }
    }
    conditions.extend(implied);
    for right in conditions {
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
                items.extend(of.parts.iter().map(|part| {
                    let name = ast::ObjectName { schema: None, name: part.name.clone() };
                    SelectItem::TableStar(name, span)
                }));
            }
            item => items.push(item),
        }
    }
    select.items = items;
    select
}
