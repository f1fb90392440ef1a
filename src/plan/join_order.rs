//! SQLite reads the tables of a query in the order and by the indexes that it finds cheapest by its
//! estimates (`solver.rs`), and rows come in that order, which can be seen. So the FROM of such a query
//! is written anew in that order before it is planned, and each table is told how it is to be read.
//! RIGHT JOIN and more than eight tables are left as they are written.

use std::rc::Rc;

use super::Planner;
use super::cost;
use super::expr::ScanOrder;
use super::partial::{follows, split};
use super::solver::{
    ANY, Cond, Item, Mask, Op, Path, Place, Purpose, ROWID, Side, Solver, Wanted, Way,
};
use crate::catalog::{Object, ObjectId, Table};
use crate::span::Span;
use crate::syntax::ast::{
    self, BinaryOp, Expr, ExprKind, FromItem, JoinConstraint, JoinKind, Literal, SelectItem,
};
use crate::syntax::mention::{Mention, mentions_of_expr};
use crate::types::{Affinity, Type};

/// Most tables whose order is sought.
const MOST: usize = 8;
/// Through how many queries a table is looked for.
const DEEP: usize = 8;

/// A table or query of FROM.
struct Part<'q> {
    from: &'q FromItem,
    name: &'q ast::Ident,
    table: Option<Rc<Table>>,
    /// The logarithm of its rows.
    rows: i64,
    /// ON of the LEFT JOIN whose right side it is.
    on: Option<&'q Expr>,
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
struct Parts<'q> {
    parts: Vec<Part<'q>>,
    conditions: Vec<(&'q Expr, Option<usize>)>,
    /// The right sides of CROSS JOIN.
    crossed: Mask,
    using: Vec<(usize, &'q ast::Ident)>,
    /// Columns that equal a constant: the condition, the column, the constant.
    constants: Vec<(usize, (usize, usize), &'q Expr)>,
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
        let (wanted, purpose) = self.wanted(select, order_by, parts, &items, &sides)?;
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

    /// The argument of the only aggregate of a query, if that is min or max, and whether it is max.
    fn only_extreme_of<'e>(&self, select: &'e ast::Select) -> Option<(&'e Expr, bool)> {
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
            ast::SetExpr::Select(inner) if self.is_grouped(inner, &[]).unwrap_or(false) => 0,
            _ => cost::ROWS,
        };
        match query.limit.as_ref().map(|limit| &limit.kind) {
            Some(ExprKind::Literal(Literal::Integer(n))) if *n >= 0 => {
                rows.min(cost::logarithm(*n as u64) as i64)
            }
            _ => rows,
        }
    }

    /// The number of a column as the solver has it.
    fn number(&self, table: &Table, text: &str) -> Option<usize> {
        match table.column(text, self.rules.column_names) {
            Some(c) if table.rowid_key.is_some_and(|k| k.column == c) => Some(ROWID),
            None if self.is_rowid_name(text) && !table.without_rowid => Some(ROWID),
            found => found,
        }
    }

    /// The part and the column that a name means; none of both where it stands further out. An
    /// error where that cannot be told.
    fn place(
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
    fn usage(
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

    fn mask(&self, expr: &Expr, parts: &[Part<'_>]) -> Option<Mask> {
        let mut mask = 0;
        self.usage(expr, parts, &mut |part, _| mask |= 1 << part).then_some(mask)
    }

    /// The columns of a table that an item of FROM gives, in order; none where that cannot be told.
    fn given_by(&self, from: &FromItem, table: &Table, deep: usize) -> Option<Vec<usize>> {
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
    fn starred(&self, part: &Part<'_>) -> u64 {
        let given = part.table.as_ref().and_then(|t| self.given_by(part.from, t, DEEP));
        given.map_or(u64::MAX, |given| {
            let known = given.into_iter().filter(|c| *c != ROWID);
            known.fold(0, |bits, c| bits | 1 << c.min(63))
        })
    }

    /// The columns of each part that the query looks at.
    fn columns_used(
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
    fn index_fits(
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
    fn affinity_of_query(&self, query: &ast::Query) -> Option<Affinity> {
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
    fn column_of(&self, expr: &Expr, parts: &[Part<'_>]) -> Option<(usize, usize)> {
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
    fn collation_of(&self, expr: &Expr, parts: &[Part<'_>]) -> Option<(&'static str, bool)> {
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

    fn compared_by(&self, left: &Expr, right: Option<&Expr>, parts: &[Part<'_>]) -> &'static str {
        let left = self.collation_of(left, parts);
        let right = right.and_then(|right| self.collation_of(right, parts));
        let found = left.filter(|l| l.1).or(right.filter(|r| r.1)).or(left).or(right);
        found.map_or(crate::collation::BINARY.name, |f| f.0)
    }

    /// Notes what a condition says. None where that cannot be told.
    fn condition(
        &self,
        expr: &Expr,
        outer: Option<usize>,
        of: &Parts<'_>,
        (conds, sides, same): (&mut Vec<Cond>, &mut Vec<Side>, &mut Vec<(Place, Place)>),
    ) -> Option<()> {
        let parts = &of.parts[..];
        let cond = conds.len();
        // A constant may stand for a column (select.c, `propagateConstants`).
        let constant = |place: Place| {
            let known = |(number, own, _): &(usize, Place, &Expr)| {
                *own == place && !std::ptr::eq(of.conditions[*number].0, expr)
            };
            outer.is_none() && of.constants.iter().any(known)
        };
        let mask = |expr: &Expr| {
            let mut mask = 0;
            let clear = self.usage(expr, parts, &mut |part, column| {
                if !column.is_some_and(|c| constant((part, c))) {
                    mask |= 1 << part;
                }
            });
            clear.then_some(mask)
        };
        let (mut all, mut columns) = (0, Vec::new());
        let clear = self.usage(expr, parts, &mut |part, column| {
            if !column.is_some_and(|c| constant((part, c))) {
                all |= 1 << part;
            }
            columns.extend(column.map(|column| (part, column)));
        });
        if !clear {
            return None;
        }
        let mut extra = 0;
        if let Some(right) = outer {
            all |= 1 << right;
            extra = (1 << right) - 1;
        }
        let (mut reduce, mut spared) = (0, 0);
        let mut open = expr;
        while let ExprKind::Paren(inner) = &open.kind {
            open = inner;
        }
        let mut offer = |column: &Expr, op, needs: Mask, values, collation, made| {
            let Some((part, column)) = self.column_of(column, parts) else { return false };
            let needs = needs | extra;
            sides.push(Side { cond, part, column, op, needs, values, collation, outer, made });
            true
        };
        match &open.kind {
            ExprKind::Binary(
                op @ (BinaryOp::Eq | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge),
                left,
                right,
            ) => {
                let collation = self.compared_by(left, Some(right), parts);
                let (mut made, mut found) = (false, false);
                for (at, (column, other)) in [(left, right), (right, left)].into_iter().enumerate()
                {
                    let is = match op {
                        BinaryOp::Eq => Op::Eq,
                        BinaryOp::Lt | BinaryOp::Le if at == 0 => Op::High,
                        BinaryOp::Gt | BinaryOp::Ge if at == 1 => Op::High,
                        _ => Op::Low,
                    };
                    if let Some((part, number)) = self.column_of(column, parts) {
                        if !found && is == Op::Eq && mask(other)? & 1 << part == 0 {
                            let mut right = &**other;
                            while let ExprKind::Unary(_, inner) | ExprKind::Paren(inner) =
                                &right.kind
                            {
                                right = inner;
                            }
                            let small =
                                matches!(right.kind, ExprKind::Literal(Literal::Integer(-1..=1)));
                            reduce = if small { 10 } else { 20 };
                        }
                        if found {
                            spared = if is == Op::Eq { 20 } else { 1 };
                        }
                        found = true;
                        let number = Some(number).filter(|n| *n != ROWID);
                        if self.index_fits(&parts[part], number, other, parts) {
                            offer(column, is, mask(other)?, 0, collation, made);
                        }
                        made = true;
                    }
                }
                if *op == BinaryOp::Eq
                    && outer.is_none()
                    && let (Some(a), Some(b)) =
                        (self.column_of(left, parts), self.column_of(right, parts))
                    && self.is_alike(a, b, parts)
                {
                    same.push((a, b));
                }
            }
            ExprKind::Is { left, right, not: false } => {
                let collation = self.compared_by(left, Some(right), parts);
                if offer(left, Op::Is, mask(right)?, 0, collation, false) {
                    reduce = 20;
                }
            }
            ExprKind::IsNull { expr, not } => {
                let op = if *not { Op::NotNull } else { Op::Null };
                let never = |(part, column): (usize, usize)| {
                    let of = parts[part].table.as_ref();
                    parts[part].on.is_none()
                        && of.is_some_and(|t| {
                            t.columns.get(column).is_none_or(|c| c.not_null.is_some())
                        })
                };
                let own = self.column_of(expr, parts);
                // Where every row has one, it says nothing (resolve.c, resolveExprStep).
                if own.is_some_and(never) {
                    (all, columns) = (0, Vec::new());
                } else if !(*not && (outer.is_some() || own.is_some_and(|(_, c)| c == ROWID))) {
                    spared = i64::from(*not);
                    offer(expr, op, 0, 0, ANY, *not);
                }
            }
            ExprKind::Between { expr, low, high, not: false } => {
                spared = 2;
                for (op, bound) in [(Op::Low, low), (Op::High, high)] {
                    let collation = self.compared_by(expr, Some(bound), parts);
                    offer(expr, op, mask(bound)?, 0, collation, true);
                }
            }
            ExprKind::InList { expr, list, not: false } => {
                let mut needs = 0;
                for value in list {
                    needs |= mask(value)?;
                }
                let collation = self.compared_by(expr, None, parts);
                // One value is compared.
                let op = if list.len() == 1 { Op::Eq } else { Op::In };
                if op == Op::Eq {
                    reduce = 20;
                }
                let values = cost::logarithm(list.len() as u64) as i64;
                offer(expr, op, needs, values, collation, false);
            }
            ExprKind::InQuery { expr: operand, query, not: false } => {
                let mut needs = 0;
                let number = |a: Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
                let (part, column) = self.column_of(operand, parts)?;
                let own_type =
                    parts[part].table.as_ref().and_then(|table| affinity_of(table, column));
                // A number is not looked for among texts.
                let apart = own_type.is_some_and(|own| !number(own))
                    && self.affinity_of_query(query).is_some_and(number);
                let own = self.column_of(operand, parts)?;
                self.usage(expr, parts, &mut |part, column| {
                    if (part, column) != (own.0, Some(own.1)) {
                        needs |= 1 << part;
                    }
                });
                let collation = self.compared_by(operand, None, parts);
                if !apart {
                    offer(operand, Op::In, needs, 46, collation, false);
                }
            }
            // Values of one column are a list.
            ExprKind::Binary(BinaryOp::Or, ..) => {
                let mut branches = Vec::new();
                branches_of(open, &mut branches);
                let mut column = None;
                let mut needs = 0;
                let mut alike = true;
                for branch in &branches {
                    let ExprKind::Binary(BinaryOp::Eq, left, right) = &branch.kind else {
                        alike = false;
                        break;
                    };
                    let (own, other) = match self.column_of(left, parts) {
                        Some(own) => (Some(own), right),
                        None => (self.column_of(right, parts), left),
                    };
                    alike &= own.is_some() && *column.get_or_insert(own) == own;
                    needs |= mask(other)?;
                }
                if alike
                    && let Some(ExprKind::Binary(_, left, right)) =
                        branches.first().map(|b| &b.kind)
                {
                    let own = if self.column_of(left, parts).is_some() { left } else { right };
                    let collation = self.compared_by(left, Some(right), parts);
                    let values = cost::logarithm(branches.len() as u64) as i64;
                    spared = 1;
                    offer(own, Op::In, needs, values, collation, true);
                }
            }
            _ => {}
        }
        conds.push(Cond { all, columns, reduce, spared, either: Vec::new() });
        Some(())
    }

    /// The columns that equal a constant (select.c, `findConstInWhere`).
    fn constants<'q>(&self, of: &Parts<'q>) -> Vec<(usize, Place, &'q Expr)> {
        let mut found = Vec::new();
        for (number, (expr, outer)) in of.conditions.iter().enumerate() {
            let ExprKind::Binary(BinaryOp::Eq, left, right) = &expr.kind else { continue };
            for (column, value) in [(right, left), (left, right)] {
                let is = matches!(column.kind, ExprKind::Column(_));
                if let Some(place) = self.column_of(column, &of.parts).filter(|_| is)
                    && outer.is_none()
                    && is_constant(value)
                    && self.compared_by(left, Some(right), &of.parts)
                        == crate::collation::BINARY.name
                {
                    found.push((number, place, &**value));
                }
            }
        }
        found
    }

    /// Whether columns that are equal may stand for each other (whereexpr.c, `termIsEquivalence`).
    fn is_alike(&self, a: (usize, usize), b: (usize, usize), parts: &[Part<'_>]) -> bool {
        let of = |(part, column): (usize, usize)| {
            let table = parts[part].table.as_ref()?;
            let Some(column) = table.columns.get(column) else {
                return Some((Affinity::Integer, crate::collation::BINARY.name));
            };
            match &column.ty {
                Type::Affinity(affinity, _) => Some((*affinity, column.collation.name)),
                _ => None,
            }
        };
        let number = |a: Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
        match (of(a), of(b)) {
            (Some((x, p)), Some((y, q))) => (x == y || number(x) && number(y)) && p == q,
            _ => false,
        }
    }

    /// A column of USING.
    fn equal_columns(
        &self,
        right: usize,
        name: &ast::Ident,
        parts: &[Part<'_>],
        conds: &mut Vec<Cond>,
        sides: &mut Vec<Side>,
    ) -> Option<()> {
        let of = |part: usize| self.number(parts[part].table.as_ref()?, &name.text);
        let left = (0..right).find(|at| of(*at).is_some())?;
        let pair = [(left, of(left)?), (right, of(right)?)];
        for ((part, column), (other, _)) in [(pair[0], pair[1]), (pair[1], pair[0])] {
            let table = parts[left].table.as_ref()?;
            let collation = table.columns.get(pair[0].1).map_or("BINARY", |c| c.collation.name);
            let (cond, needs, op) = (conds.len(), 1 << other, Op::Eq);
            let (values, outer, made) = (0, None, part == right);
            sides.push(Side { cond, part, column, op, needs, values, collation, outer, made });
        }
        let all = 1 << left | 1 << right;
        conds.push(Cond {
            all,
            columns: pair.to_vec(),
            reduce: 20,
            spared: 20,
            either: Vec::new(),
        });
        Some(())
    }

    /// Ways to find rows by each part of an OR (where.c, `whereLoopAddOr`).
    fn either(&self, of: &Parts<'_>, items: &[Item], conds: &mut [Cond]) {
        for (number, (expr, outer)) in of.conditions.iter().enumerate() {
            let mut branches = Vec::new();
            branches_of(expr, &mut branches);
            if branches.len() < 2 || outer.is_some() {
                continue;
            }
            for (part, item) in items.iter().enumerate() {
                if item.outer || item.indexes.is_empty() && item.table.is_none() {
                    continue;
                }
                let (mut needs, mut run, mut out) = (0, None, 0);
                for branch in &branches {
                    let Some((more, cost, rows)) = self.branch(branch, part, items, of) else {
                        run = None;
                        break;
                    };
                    needs |= more;
                    (run, out) = match run {
                        None => (Some(cost), rows),
                        Some(run) => (Some(cost::add(run, cost)), cost::add(out, rows)),
                    };
                }
                if let Some(run) = run {
                    conds[number].either.push((part, needs, run, out));
                }
            }
        }
    }

    /// The cheapest way to find the rows of a part of an OR: what it needs, its cost, its rows.
    fn branch(
        &self,
        expr: &Expr,
        part: usize,
        items: &[Item],
        of: &Parts<'_>,
    ) -> Option<(Mask, i64, i64)> {
        let mut own = Vec::new();
        split(Some(expr), &mut own);
        let (mut conds, mut sides) = (Vec::new(), Vec::new());
        for condition in own {
            self.condition(condition, None, of, (&mut conds, &mut sides, &mut Vec::new()))?;
        }
        let solver = Solver {
            items,
            conds: &conds,
            sides: &sides,
            same: &[],
            wanted: &[],
            purpose: Purpose::Order,
            distinct: false,
            limit: None,
            width: 0,
            part_of_or: true,
        };
        let loops = solver.loops(Some(part));
        loops.iter().map(|l| l.costs()).min_by_key(|(_, run, _)| *run)
    }

    /// A term of an order that is wanted.
    fn term(
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
    fn results(&self, select: &ast::Select, parts: &[Part<'_>]) -> Option<Vec<Wanted>> {
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
    fn orders_groups(&self, select: &ast::Select, order_by: &[ast::OrderTerm]) -> bool {
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
    fn wanted(
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
        if self.is_grouped(select, order_by).unwrap_or(true) {
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

/// The affinity of a column.
fn affinity_of(table: &Table, column: usize) -> Option<Affinity> {
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

/// Whether an expression is made of literals and parameters.
fn is_constant(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(_) | ExprKind::Param(_) => true,
        ExprKind::Unary(..) | ExprKind::Binary(..) | ExprKind::Paren(_) => {
            expr.children().into_iter().all(is_constant)
        }
        _ => false,
    }
}

/// The parts of an OR.
fn branches_of<'e>(expr: &'e Expr, branches: &mut Vec<&'e Expr>) {
    match &expr.kind {
        ExprKind::Binary(BinaryOp::Or, left, right) => {
            branches_of(left, branches);
            branches_of(right, branches);
        }
        ExprKind::Paren(inner) => branches_of(inner, branches),
        _ => branches.push(expr),
    }
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
