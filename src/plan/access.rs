//! Where each condition is judged and how rows are found: turns FROM and WHERE into nodes.

use std::cell::Cell;
use std::rc::Rc;

use super::Planner;
use super::cost::{self, Use};
use super::expr::ScanOrder;
use super::from::{Source, SourceJoin, as_compare};
use super::join_order::Chosen;
use super::node::{Access, Compare, CompareOp, Expr, Join, Keep, Node, Read, Scan};
use super::partial::usable;
use super::scope::Scope;
use crate::catalog::{Index, IndexOrigin, KeyTerm, ObjectId, Table, Term};
use crate::collation::{self, Collation};
use crate::error::{ErrorKind, Result};
use crate::syntax::ast::{self, BinaryOp, ExprKind, JoinKind};

/// A condition that must hold, and the items of FROM that it looks at.
#[derive(Debug)]
pub(super) struct Conjunct {
    pub(super) expr: Expr,
    pub(super) items: u64,
}

/// How many rows SQLite takes a query after IN to give.
const SOME: usize = 25;

/// Tables of one join, as in SQLite.
const MAX_ITEMS: usize = 64;

impl Planner<'_> {
    /// The rows of FROM for which WHERE holds.
    pub(super) fn plan_from(
        &mut self,
        source: Source<'_>,
        filter: Option<&ast::Expr>,
        scope: &Scope<'_>,
    ) -> Result<Node> {
        if scope.items.len() > MAX_ITEMS {
            return Err(ErrorKind::unsupported("joins of more than 64 tables").nowhere());
        }
        let mut pool = Vec::new();
        if let Some(filter) = filter {
            self.conjuncts(filter, scope, "WHERE", &mut pool)?;
        }
        let mut given = Vec::new();
        super::partial::split(filter, &mut given);
        self.note_partial(&source, &given, scope)?;
        let (node, items) = self.build(source, &mut pool, 0, scope)?;
        let rest = take(&mut pool, items);
        Ok(filtered(node, rest))
    }

    /// The parts of a condition that must all hold.
    fn conjuncts(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        word: &'static str,
        pool: &mut Vec<Conjunct>,
    ) -> Result<()> {
        self.conjuncts_in(expr, scope, (word, word), pool)
    }

    fn conjuncts_in(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        (word, part): (&'static str, &'static str),
        pool: &mut Vec<Conjunct>,
    ) -> Result<()> {
        match &expr.kind {
            ExprKind::Binary(BinaryOp::And, left, right) => {
                self.state.settled &= part == "AND";
                self.conjuncts_in(left, scope, (word, "AND"), pool)?;
                return self.conjuncts_in(right, scope, (word, "AND"), pool);
            }
            ExprKind::Paren(inner) => return self.conjuncts_in(inner, scope, (word, part), pool),
            _ => {}
        }
        let mark = scope.lookups();
        let bound = self.bind_part_of(expr, scope, word, part)?;
        let used = scope.used_since(mark);
        let items = used.iter().filter_map(|p| scope.item_at(*p as usize));
        let items = items.fold(0, |mask, item| mask | 1 << item);
        add_parts(bound, items, pool);
        Ok(())
    }

    /// A source as a node. Conditions of the pool are used as soon as their items are there;
    /// `before` are the items whose values stand further left in the row.
    fn build(
        &mut self,
        source: Source<'_>,
        pool: &mut Vec<Conjunct>,
        before: u64,
        scope: &Scope<'_>,
    ) -> Result<(Node, u64)> {
        match source {
            Source::One => Ok((filtered(Node::One, take(pool, before)), 0)),
            Source::Table(item, table, given) => {
                let mut own = Vec::new();
                given.into_iter().for_each(|expr| add_parts(expr, 1 << item, &mut own));
                own.append(&mut take(pool, before | 1 << item));
                let gate = (before == 0).then(|| self.gate(&own)).flatten();
                let mut node = self.plan_scan(item, &table, own, scope);
                if let Node::Scan(scan) = &mut node {
                    scan.gate = gate;
                }
                Ok((node, 1 << item))
            }
            Source::Query { item, node, .. } => {
                let own = take(pool, before | 1 << item);
                Ok((filtered(node, own), 1 << item))
            }
            Source::Join(join) => self.build_join(*join, pool, before, scope),
        }
    }

    /// The conditions that are checked before the first table is read (where.c, sqlite3WhereBegin). What
    /// cannot fail needs no turn of its own.
    fn gate(&self, conditions: &[Conjunct]) -> Option<Box<Expr>> {
        if self.rules.expr.scan_order != ScanOrder::Sqlite {
            return None;
        }
        let of_no_table = conditions.iter().filter(|c| c.items == 0);
        let mut calls = false;
        let gate = of_no_table.filter_map(|c| {
            calls |= c.expr.calls_purely()?;
            Some(c.expr.clone())
        });
        let gate: Rc<[Expr]> = gate.collect();
        calls.then(|| Box::new(Expr::And(gate)))
    }

    fn build_join(
        &mut self,
        join: SourceJoin<'_>,
        pool: &mut Vec<Conjunct>,
        before: u64,
        scope: &Scope<'_>,
    ) -> Result<(Node, u64)> {
        let mut on: Vec<Conjunct> = Vec::new();
        for (expr, items) in join.using {
            on.push(Conjunct { expr, items });
        }
        if let Some(condition) = join.on {
            self.conjuncts(condition, scope, "JOIN/ON", &mut on)?;
        }
        let keep_left = matches!(join.kind, JoinKind::Left | JoinKind::Full);
        let keep_right = matches!(join.kind, JoinKind::Right | JoinKind::Full);
        if join.kind == JoinKind::Inner {
            pool.append(&mut on);
        }
        let mut none = Vec::new();
        let left_pool = if keep_right { &mut none } else { &mut *pool };
        let (left, left_items) = self.build(join.left, left_pool, before, scope)?;
        let right_pool = if join.kind == JoinKind::Inner { &mut *pool } else { &mut on };
        let seen = before | left_items;
        let (mut node, items) =
            self.build_right(left, left_items, join.right, right_pool, seen, keep_right, scope)?;
        if let Node::Join(built) = &mut node {
            built.keep_left = keep_left;
            built.keep_right = keep_right;
        }
        let rest = take(pool, before | items);
        Ok((filtered(node, rest), items))
    }

    /// The right side of a join: found by key for each row of the left side, or read once and
    /// hashed.
    #[allow(clippy::too_many_arguments, reason = "one join's parts, called from one place")]
    fn build_right(
        &mut self,
        left: Node,
        left_items: u64,
        right: Source<'_>,
        pool: &mut Vec<Conjunct>,
        seen: u64,
        keep_right: bool,
        scope: &Scope<'_>,
    ) -> Result<(Node, u64)> {
        let items = right.items();
        let all = seen | items;
        let (start, end) = span_of(items, scope);
        let mut hash = Vec::new();
        let by_hash = keep_right
            || match &right {
                Source::Table(item, table, _) => {
                    // For one row SQLite makes no index.
                    let once = scope.items[*item].chosen.is_some() && left.is_one_row();
                    !once && !self.has_access(*item, table, pool, all, scope)
                }
                Source::Query { dependent, .. } => !dependent,
                Source::One | Source::Join(_) => false,
            };
        // An index that SQLite makes is looked up by constants too.
        let made = match &right {
            Source::Table(item, ..) => {
                matches!(&scope.items[*item].chosen, Some((Chosen::Made, ..)))
            }
            _ => false,
        };
        if by_hash {
            let mut at = 0;
            while at < pool.len() {
                match hash_pair(&pool[at], all, start, end, made) {
                    Some(pair) => {
                        hash.push(pair);
                        pool.remove(at);
                    }
                    None => at += 1,
                }
            }
        }
        // A right side that is read once must not look at the row to its left.
        let alone = keep_right || !hash.is_empty();
        let mut own = Vec::new();
        if alone && !keep_right {
            let mut at = 0;
            while at < pool.len() {
                match pool[at].items & !items == 0 && pool[at].items != 0 {
                    true => own.push(pool.remove(at)),
                    false => at += 1,
                }
            }
        }
        let right_pool = if alone { &mut own } else { &mut *pool };
        let before = if alone { 0 } else { seen };
        let repeated = !alone && !right.is_dependent();
        let (mut right, _) = self.build(right, right_pool, before, scope)?;
        if repeated {
            right = self.read_once(right);
        }
        let on = conjunction(take(pool, all));
        let (left_start, _) = span_of(left_items, scope);
        let join = Join {
            left,
            right,
            width: end - start,
            left_width: start - left_start,
            keep_left: false,
            keep_right: false,
            on,
            hash,
            sorted: Vec::new(),
        };
        Ok((Node::Join(Box::new(join)), left_items | items))
    }

    /// A query on the right side of a join is run once and its rows are kept.
    fn read_once(&mut self, node: Node) -> Node {
        match node {
            Node::Derived { query, width, lateral: false, label } => {
                let keep = Rc::new(Cell::new(Keep::Rows));
                Node::Shared { id: self.new_shared(), query, width, keep, label }
            }
            Node::Shared { id, query, width, keep, label } => {
                if keep.get() == Keep::No {
                    keep.set(Keep::Rows);
                }
                Node::Shared { id, query, width, keep, label }
            }
            Node::Filter { input, condition } => {
                Node::Filter { input: Box::new(self.read_once(*input)), condition }
            }
            other => other,
        }
    }

    fn has_access(
        &self,
        item: usize,
        table: &Rc<Table>,
        pool: &[Conjunct],
        all: u64,
        scope: &Scope<'_>,
    ) -> bool {
        let usable: Vec<_> =
            pool.iter().filter(|c| c.items & !all == 0).map(|c| c.expr.clone()).collect();
        let (access, used) = self.choose(item, table, &usable, scope);
        !used.is_empty() && !matches!(access, Access::Full)
    }

    /// The rows of a table for which conditions hold.
    fn plan_scan(
        &self,
        item: usize,
        table: &Rc<Table>,
        conditions: Vec<Conjunct>,
        scope: &Scope<'_>,
    ) -> Node {
        let exprs: Vec<_> = conditions.into_iter().map(|c| c.expr).collect();
        let as_before = self.state.written.contains(&table.id);
        if as_before && !self.state.snapshots.borrow().contains(&table.id) {
            self.state.snapshots.borrow_mut().push(table.id);
        }
        let (mut access, mut used) = self.choose(item, table, &exprs, scope);
        // Whether it is read as SQLite would.
        let chosen = scope.items[item].chosen.as_ref().filter(|(way, ..)| match (way, &access) {
            _ if as_before => false,
            (Chosen::Open, _) => false,
            (
                Chosen::Index(id) | Chosen::Search(id),
                Access::Index { index, .. }
                | Access::IndexIn { index, .. }
                | Access::Unique { index, .. },
            ) => id == index,
            (Chosen::Index(_) | Chosen::Search(_), _) => false,
            _ => !matches!(
                access,
                Access::Index { .. } | Access::IndexIn { .. } | Access::Unique { .. }
            ),
        });
        let indexed = matches!(access, Access::Index { .. } | Access::IndexIn { .. });
        if as_before {
            (access, used) = (Access::Full, Vec::new());
        }
        let open = self.rules.expr.scan_order == ScanOrder::Sqlite
            && !exprs.is_empty()
            && chosen.is_none()
            && scope.items[item].indexed.is_none()
            && !matches!(access, Access::Rowid(_) | Access::Unique { .. })
            && !self.catalog.indexes_of(table.id).is_empty();
        let of = &scope.items[item];
        let conditions = open.then(|| Box::new((of.offset, exprs.clone())));
        let mut scan = Scan {
            table: table.id,
            name: of.reads.as_ref().unwrap_or(&of.name).clone(),
            columns: table.columns.len(),
            access,
            reverse: chosen.is_some_and(|(_, reverse, _)| *reverse),
            as_before,
            in_table_order: indexed && self.rules.expr.scan_order == ScanOrder::Heap,
            gate: None,
            filter: unused(exprs, &used),
            read: Vec::new(),
            steps: Default::default(),
            conditions,
            partial: of.partial.borrow()[..].into(),
            fixed: scope.items[item].indexed.is_some() || chosen.is_some(),
            made: chosen.map(|(.., key)| key.clone()),
        };
        scan.reads(vec![Read::Then; table.columns.len()]);
        Node::Scan(scan)
    }

    /// As INDEXED BY says.
    fn by_index(
        &self,
        table: &Rc<Table>,
        id: ObjectId,
        offset: usize,
        terms: &Terms<'_>,
    ) -> (Access, Vec<usize>) {
        let mut indexes = self.catalog.indexes_of(table.id);
        indexes.retain(|i| i.id == id);
        let Some(index) = indexes.first() else { return (Access::Full, Vec::new()) };
        let (equal, used) = self.equal_start(index, offset, terms);
        if is_one(index) && equal.len() == index.terms.len() && !equal.iter().any(Expr::is_nothing)
        {
            return (Access::Unique { index: id, key: equal }, used);
        }
        match index_in(index, offset, terms, &equal, &used) {
            Some((found, _)) => found,
            None => self.index_access(index, equal, used, offset, terms),
        }
    }

    /// Chooses indexes again now that it is known what is read: SQLite likes an index better that
    /// has all of it.
    pub(super) fn choose_again(&self, node: &mut Node) {
        match node {
            Node::Scan(scan) => {
                let Some(table) = self.catalog.table_by_id(scan.table) else { return };
                let Some(conditions) = scan.conditions.take() else { return };
                let (offset, exprs) = *conditions;
                let indexes = self.catalog.indexes_of(table.id);
                let start = offset;
                let end = start + scan.columns + 1;
                let partial = &scan.partial;
                let terms = Terms {
                    conditions: &exprs,
                    start,
                    end,
                    partial,
                    nulls: false,
                    lists: false,
                    queries: true,
                };
                let covers = |index: &Index| super::cover::covers(scan, table, index);
                let found = self.cheapest(table, &indexes, offset, &terms, &covers);
                if let Some((_, (access, used))) = found {
                    scan.access = access;
                    scan.filter = unused(exprs, &used);
                }
            }
            Node::Join(join) => {
                self.choose_again(&mut join.left);
                self.choose_again(&mut join.right);
            }
            Node::Filter { input, .. } => self.choose_again(input),
            _ => {}
        }
    }

    /// Settles how the rows of an UPDATE or DELETE are found, all whose columns are read.
    pub(super) fn settle(&self, node: &mut Node, scope: &Scope<'_>) {
        if self.rules.expr.scan_order != ScanOrder::Sqlite {
            return;
        }
        node.read_only(&scope.used_since(0));
        self.choose_again(node);
        // SQLite takes a table WITHOUT ROWID by its narrowest key.
        if let Node::Scan(scan) = node
            && self.catalog.table_by_id(scan.table).is_some_and(|t| t.without_rowid)
        {
            self.cover_scan(scan);
        }
        if let (Some(explained), Node::Scan(scan)) = (&self.state.explained, &*node) {
            explained.covered.set(self.is_covered(scan));
        }
        let all: Vec<u32> = (0..scope.width() as u32).collect();
        node.read_only(&all);
    }

    /// How rows are found, and which of the conditions that settles.
    fn choose(
        &self,
        item: usize,
        table: &Rc<Table>,
        conditions: &[Expr],
        scope: &Scope<'_>,
    ) -> (Access, Vec<usize>) {
        let columns = &scope.items[item];
        let (start, end) = (columns.offset, columns.offset + columns.width);
        let partial = &columns.partial.borrow();
        let lists = columns.chosen.is_some();
        let queries = self.rules.expr.scan_order == ScanOrder::Sqlite;
        let terms = Terms { conditions, start, end, partial, nulls: false, lists, queries };
        let rowid = |position: usize| {
            columns.rowid == Some(position)
                || table.rowid_key.is_some_and(|k| columns.offset + k.column == position)
        };
        let is_rowid = |c: usize, _: &'static Collation| rowid(c);
        if let Some(Some(id)) = columns.indexed {
            return self.by_index(table, id, columns.offset, &terms);
        }
        if let Some((at, key)) = terms.equal(is_rowid) {
            return (Access::Rowid(key), vec![at]);
        }
        match columns.chosen.as_ref().map(|(way, ..)| *way) {
            Some(way @ (Chosen::Index(id) | Chosen::Search(id))) => {
                let own = self.catalog.indexes_of(table.id).into_iter().find(|i| i.id == id);
                if own.is_some_and(|i| usable(&i, terms.partial)) {
                    let terms = Terms { nulls: true, ..terms };
                    let found = self.by_index(table, id, columns.offset, &terms);
                    if way == Chosen::Index(id) || !found.1.is_empty() {
                        return found;
                    }
                }
            }
            Some(Chosen::Rowid) => {
                let list = terms.in_list(is_rowid).or_else(|| terms.in_query(is_rowid));
                if let Some((at, list)) = list {
                    return (Access::RowidIn(list), vec![at]);
                }
                let (low, high, used) = terms.range(is_rowid);
                if !used.is_empty() {
                    return (Access::RowidRange { low, high }, used);
                }
                return (Access::Full, Vec::new());
            }
            Some(Chosen::Made) => return (Access::Full, Vec::new()),
            _ => {}
        }
        let indexes = self.catalog.indexes_of(table.id);
        if self.rules.expr.scan_order == ScanOrder::Sqlite {
            let terms = Terms { nulls: true, ..terms };
            let usable = if columns.indexed.is_some() { &[] } else { &indexes[..] };
            let found = self.cheapest(table, usable, columns.offset, &terms, &|_| false);
            let whole = || (self.whole_table(table, &indexes), Vec::new());
            return found.map_or_else(whole, |(_, found)| found);
        }
        let usable = |index: &&Rc<Index>| index.is_plain();
        let mut best: Option<(Access, Vec<usize>)> = None;
        for index in indexes.iter().filter(usable) {
            let (equal, used) = self.equal_start(index, columns.offset, &terms);
            if is_one(index) && equal.len() == index.terms.len() {
                return (Access::Unique { index: index.id, key: equal }, used);
            }
            if !equal.is_empty() && best.as_ref().is_none_or(|(_, b)| b.len() < used.len()) {
                best = Some(self.index_access(index, equal, used, columns.offset, &terms));
            }
        }
        if let Some(best) = best {
            return best;
        }
        if let Some((at, list)) = terms.in_list(|c, _| rowid(c)) {
            return (Access::RowidIn(list), vec![at]);
        }
        // InnoDB reads a small table rather than ranges of an index that leads to its rows one by one.
        let clustered = self.rules.expr.scan_order == ScanOrder::Clustered;
        let ranged = |index: &&Rc<Index>| {
            index.is_plain() && (!clustered || index.origin == IndexOrigin::PrimaryKey)
        };
        for index in indexes.iter().filter(ranged) {
            if let Some((found, _)) = index_in(index, columns.offset, &terms, &[], &[]) {
                return found;
            }
        }
        let (low, high, used) = terms.range(is_rowid);
        if low.is_some() || high.is_some() {
            return (Access::RowidRange { low, high }, used);
        }
        for index in indexes.iter().filter(ranged) {
            let found = self.index_access(index, Vec::new(), Vec::new(), columns.offset, &terms);
            if !found.1.is_empty() && (found.1.len() > 1 || !self.reads_all(table)) {
                return found;
            }
        }
        (self.whole_table(table, &indexes), Vec::new())
    }

    /// What SQLite would find cheapest; none to read the whole table.
    fn cheapest(
        &self,
        table: &Rc<Table>,
        indexes: &[Rc<Index>],
        offset: usize,
        terms: &Terms<'_>,
        covers: &dyn Fn(&Index) -> bool,
    ) -> Option<(i64, (Access, Vec<usize>))> {
        let mut best = (cost::FULL, None);
        let mut offer = |cost, found| {
            if cost < best.0 {
                best = (cost, Some(found));
            }
        };
        let is_rowid = |c: usize, _: &'static Collation| {
            table.rowid_key.is_some_and(|k| offset + k.column == c)
                || c == offset + table.columns.len() && !table.without_rowid
        };
        // No rowid is NULL.
        let by_rowid = Terms { nulls: false, ..*terms };
        if let Some((at, list)) = by_rowid.in_list(is_rowid) {
            offer(cost::rowid_cost(list.len(), 0), (Access::RowidIn(list), vec![at]));
        }
        let (low, high, used) = by_rowid.range(is_rowid);
        if !used.is_empty() {
            let cost = cost::rowid_cost(0, used.len());
            offer(cost, (Access::RowidRange { low, high }, used));
        }
        if let Some((at, list)) = by_rowid.in_query(is_rowid) {
            offer(cost::rowid_cost(SOME, 0), (Access::RowidIn(list), vec![at]));
        }
        for index in cost::linked(indexes).filter(|i| usable(i, terms.partial)) {
            if index.filter.is_some() {
                let cost = cost::partial_cost(table, index, covers(index), terms);
                // Of equal costs that of fewer rows is taken.
                let whole = self.index_access(index, Vec::new(), Vec::new(), offset, &terms.none());
                offer(cost.min(cost::FULL - 1), whole);
            }
            // By an expression rows are ordered, not found.
            if index.columns().is_none() {
                continue;
            }
            let of_rowid =
                |t: &KeyTerm| table.rowid_key.is_some_and(|k| t.term_column() == Some(k.column));
            let terms = if index.terms.iter().any(of_rowid) { &by_rowid } else { terms };
            let (equal, used) = self.equal_start(index, offset, terms);
            if is_one(index)
                && equal.len() == index.terms.len()
                && !equal.iter().any(Expr::is_nothing)
            {
                let cost = cost::rowid_cost(1, 0);
                return Some((cost, (Access::Unique { index: index.id, key: equal }, used)));
            }
            let covering = table.without_rowid || covers(index);
            let mut way = Use { equal: equal.len(), list: 0, bounds: 0, covering };
            if let Some((found, list)) = index_in(index, offset, terms, &equal, &used) {
                way.list = list;
                offer(cost::index_cost(table, index, &way), found);
                way.list = 0;
            }
            let found = self.index_access(index, equal, used, offset, terms);
            if !found.1.is_empty() {
                // Few rows are left out where only NULLs are.
                let open = matches!(&found.0,
                    Access::Index { low: Some((low, _)), .. } if low.is_nothing());
                way.bounds = found.1.len() - way.equal - usize::from(open);
                offer(cost::index_cost(table, index, &way), found);
            }
        }
        for condition in terms.conditions {
            if let Expr::Or(parts) = untested(condition)
                && let Some((cost, ways)) = self.several(table, indexes, offset, terms, parts)
                && (cost < best.0 || cost == best.0 && best.1.is_none())
            {
                best = (cost, Some((ways, Vec::new())));
            }
        }
        let (cost, found) = best;
        found.map(|found| (cost, found))
    }

    /// A way for each part of an OR; one for all where they are about one column (whereexpr.c,
    /// `exprAnalyzeOrTerm`).
    fn several(
        &self,
        table: &Rc<Table>,
        indexes: &[Rc<Index>],
        offset: usize,
        terms: &Terms<'_>,
        parts: &[Expr],
    ) -> Option<(i64, Access)> {
        let is_rowid = |c: usize, _: &'static Collation| {
            table.rowid_key.is_some_and(|k| offset + k.column == c)
                || c == offset + table.columns.len() && !table.without_rowid
        };
        let equal = |part: &Expr| {
            let (column, op, value) = terms.sides(as_compare(part)?)?;
            (op == CompareOp::Eq).then(|| (column, value.clone()))
        };
        let values: Option<Vec<_>> = parts.iter().map(equal).collect();
        if let Some(values) = values
            && values.iter().all(|(column, _)| *column == values[0].0)
        {
            let (column, list) = (values[0].0, values.into_iter().map(|(_, v)| v).collect());
            let collation = as_compare(&parts[0])?.collation;
            if is_rowid(column, collation) {
                return Some((cost::rowid_cost(parts.len(), 0), Access::RowidIn(list)));
            }
            let first = |i: &&Rc<Index>| {
                let term = i.terms.first();
                term.is_some_and(|t| {
                    t.term_column() == column.checked_sub(offset)
                        && t.collation.name == collation.name
                })
            };
            let index = cost::linked(indexes).filter(|i| usable(i, terms.partial)).find(first)?;
            let (id, name, equal) = (index.id, index.name.clone(), Vec::new());
            let way = Use { equal: 0, list: parts.len(), bounds: 0, covering: false };
            let cost = cost::index_cost(table, index, &way);
            let whole = is_whole(index, 1);
            let sorted = true;
            let access = Access::IndexIn { whole, sorted, index: id, name, equal, list, collation };
            return Some((cost, access));
        }
        let (mut all, mut ways) = (0, Vec::with_capacity(parts.len()));
        for part in parts {
            let conditions = match untested(part) {
                Expr::And(parts) => parts.to_vec(),
                _ => vec![part.clone()],
            };
            let own = Terms { conditions: &conditions, ..*terms };
            let by_rowid = Terms { nulls: false, ..own };
            let (cost, way) = match by_rowid.equal(is_rowid) {
                Some((_, key)) => (cost::rowid_cost(1, 0), Access::Rowid(key)),
                None => {
                    let found = self.cheapest(table, indexes, offset, &own, &|_| false)?;
                    (found.0, found.1.0)
                }
            };
            all = cost::add(all, cost);
            ways.push(way);
        }
        Some((all + 1, Access::Several(ways)))
    }

    /// Values for the first terms of an index's key, and the conditions that they come from.
    fn equal_start(
        &self,
        index: &Index,
        offset: usize,
        terms: &Terms<'_>,
    ) -> (Vec<Expr>, Vec<usize>) {
        let (mut equal, mut used) = (Vec::new(), Vec::new());
        for term in &index.terms {
            let Term::Column(column) = term.term else { break };
            let fits = |c: usize, by: &'static Collation| {
                c == offset + column && by.name == term.collation.name
            };
            let Some((at, key)) = terms.equal(fits) else { break };
            equal.push(key);
            used.push(at);
        }
        (equal, used)
    }

    /// An equal start and a range on the next term.
    fn index_access(
        &self,
        index: &Rc<Index>,
        equal: Vec<Expr>,
        mut used: Vec<usize>,
        offset: usize,
        terms: &Terms<'_>,
    ) -> (Access, Vec<usize>) {
        let (mut low, mut high) = (None, None);
        if let Some(term) = index.terms.get(equal.len())
            && let Term::Column(column) = term.term
        {
            let fits = |c: usize, by: &'static Collation| {
                c == offset + column && by.name == term.collation.name
            };
            let (l, h, range_used) = terms.range(fits);
            (low, high) = (l, h);
            used.extend(range_used);
        }
        let (id, name) = (index.id, index.name.clone());
        (Access::Index { index: id, name, equal, low, high }, used)
    }

    /// Whether a bound on one side is judged by reading the whole table: where few rows fit on a
    /// page (costsize.c, with the guesses for a table that was never analyzed: ten pages, a third
    /// of their rows).
    fn reads_all(&self, table: &Table) -> bool {
        let Some(width) = self.rules.expr.guessed_width else { return false };
        let width: usize = table.columns.iter().map(|c| width(&c.ty)).sum();
        8168 / (width + 28) < 76
    }

    /// All rows, in the order in which the database has them.
    fn whole_table(&self, table: &Table, indexes: &[Rc<Index>]) -> Access {
        let primary = || indexes.iter().find(|i| i.origin == IndexOrigin::PrimaryKey);
        let index = match self.rules.expr.scan_order {
            ScanOrder::Heap => None,
            ScanOrder::Sqlite => primary().filter(|_| table.without_rowid),
            ScanOrder::Clustered => primary().or_else(|| {
                indexes.iter().find(|i| {
                    let never_null = |t: &crate::catalog::KeyTerm| match t.term {
                        Term::Column(c) => table.columns[c].not_null.is_some(),
                        Term::Expr(..) => false,
                    };
                    i.unique && i.is_plain() && i.terms.iter().all(never_null)
                })
            }),
        };
        match index {
            Some(index) => Access::Index {
                index: index.id,
                name: index.name.clone(),
                equal: Vec::new(),
                low: None,
                high: None,
            },
            None => Access::Full,
        }
    }
}

impl Source<'_> {
    fn items(&self) -> u64 {
        match self {
            Source::One => 0,
            Source::Table(item, ..) | Source::Query { item, .. } => 1 << item,
            Source::Join(join) => join.left.items() | join.right.items(),
        }
    }

    fn is_dependent(&self) -> bool {
        match self {
            Source::One | Source::Table(..) => false,
            Source::Query { dependent, .. } => *dependent,
            Source::Join(join) => join.left.is_dependent() || join.right.is_dependent(),
        }
    }
}

/// The conditions of a table's rows, whose columns stand at `start..end`.
pub(super) struct Terms<'c> {
    pub(super) conditions: &'c [Expr],
    pub(super) start: usize,
    end: usize,
    /// Partial indexes that may be used.
    partial: &'c [ObjectId],
    /// Keys may be NULLs that are looked for, and lists written with OR (SQLite).
    nulls: bool,
    lists: bool,
    /// Lists may be queries (SQLite).
    queries: bool,
}

/// A condition without the test for its truth.
fn untested(condition: &Expr) -> &Expr {
    match condition {
        Expr::Truth(inner) | Expr::TruthOfAll(inner) => inner,
        other => other,
    }
}

type Bound = Option<(Expr, bool)>;

impl Terms<'_> {
    /// No conditions on the same table.
    fn none(&self) -> Terms<'_> {
        Terms { conditions: &[], ..*self }
    }

    /// `column op value`, whichever side the column is on.
    fn sides<'e>(&self, compare: &'e Compare) -> Option<(usize, CompareOp, &'e Expr)> {
        if compare.adjust.is_some() {
            return None;
        }
        let column = |e: &Expr| match e {
            Expr::Column { up: 0, index }
                if (self.start..self.end).contains(&(*index as usize)) =>
            {
                Some(*index as usize)
            }
            _ => None,
        };
        if let Some(c) = column(&compare.left)
            && !looks_at(&compare.right, self.start, self.end)
        {
            return Some((c, compare.op, &compare.right));
        }
        let c = column(&compare.right)?;
        let op = match compare.op {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
            other => other,
        };
        (!looks_at(&compare.left, self.start, self.end)).then_some((c, op, &compare.left))
    }

    /// The column of which a condition says that it is NULL, or that it is not.
    fn null_test(
        &self,
        condition: &Expr,
        negated: bool,
        fits: &dyn Fn(usize, &'static Collation) -> bool,
    ) -> bool {
        match untested(condition) {
            Expr::IsNull { expr, not } if self.nulls && *not == negated => {
                let by = [&collation::BINARY, &collation::NOCASE, &collation::RTRIM];
                matches!(**expr, Expr::Column { up: 0, index }
                    if by.into_iter().any(|by| fits(index as usize, by)))
            }
            _ => false,
        }
    }

    fn equal(&self, fits: impl Fn(usize, &'static Collation) -> bool) -> Option<(usize, Expr)> {
        self.conditions.iter().enumerate().find_map(|(at, condition)| {
            if self.null_test(condition, false, &fits) {
                return Some((at, Expr::nothing()));
            }
            let compare = as_compare(condition)?;
            let (column, op, value) = self.sides(compare)?;
            // IS of what is not NULL is no more than `=`.
            let is = || match (op, value) {
                (CompareOp::Eq, _) => true,
                (CompareOp::Is, Expr::Const(value)) => self.lists && !value.is_null(),
                _ => false,
            };
            (is() && fits(column, compare.collation)).then(|| (at, value.clone()))
        })
    }

    fn range(
        &self,
        fits: impl Fn(usize, &'static Collation) -> bool,
    ) -> (Bound, Bound, Vec<usize>) {
        let (mut low, mut high, mut used) = (None, None, Vec::new());
        for (at, condition) in self.conditions.iter().enumerate() {
            let Some(compare) = as_compare(condition) else { continue };
            let Some((column, op, value)) = self.sides(compare) else { continue };
            if !fits(column, compare.collation) {
                continue;
            }
            let side = match op {
                CompareOp::Gt | CompareOp::Ge => &mut low,
                CompareOp::Lt | CompareOp::Le => &mut high,
                CompareOp::Eq | CompareOp::Ne | CompareOp::Is | CompareOp::IsNot => continue,
            };
            if side.is_none() {
                *side = Some((value.clone(), matches!(op, CompareOp::Ge | CompareOp::Le)));
                used.push(at);
            }
        }
        let not_null = |c: &Expr| self.null_test(c, true, &fits);
        if used.is_empty()
            && let Some(at) = self.conditions.iter().position(not_null)
        {
            (low, used) = (Some((Expr::nothing(), false)), vec![at]);
        }
        (low, high, used)
    }

    /// The query among whose values a column must be, as a list.
    fn in_query(
        &self,
        fits: impl Fn(usize, &'static Collation) -> bool,
    ) -> Option<(usize, Vec<Expr>)> {
        self.conditions.iter().enumerate().find_map(|(at, condition)| {
            let Expr::InQuery(test) = untested(condition) else { return None };
            let [Expr::Column { up: 0, index }] = test.exprs[..] else { return None };
            let usable = !test.not
                && test.adjust.is_none()
                && test.kept.is_some()
                && test.collations.first().is_some_and(|by| fits(index as usize, by));
            usable.then(|| (at, vec![Expr::InQuery(test.clone())]))
        })
    }

    fn in_list(
        &self,
        fits: impl Fn(usize, &'static Collation) -> bool,
    ) -> Option<(usize, Vec<Expr>)> {
        self.conditions.iter().enumerate().find_map(|(at, condition)| {
            // So do values of one column between OR (whereexpr.c, `exprAnalyzeOrTerm`).
            if let (Expr::Or(parts), true) = (untested(condition), self.lists) {
                let value = |part: &Expr| {
                    let compare = as_compare(part)?;
                    let (column, op, value) = self.sides(compare)?;
                    let fits = op == CompareOp::Eq && fits(column, compare.collation);
                    fits.then(|| value.clone())
                };
                return Some((at, parts.iter().map(value).collect::<Option<_>>()?));
            }
            let Expr::InList(list) = untested(condition) else { return None };
            let Expr::Column { up: 0, index } = list.expr else { return None };
            let free = list.list.iter().all(|e| !looks_at(e, self.start, self.end));
            let usable =
                !list.not && list.adjust.is_none() && free && fits(index as usize, list.collation);
            usable.then(|| (at, list.list.clone()))
        })
    }
}

/// A list of values for the term of an index behind an equal start, and its length.
fn index_in(
    index: &Index,
    offset: usize,
    terms: &Terms<'_>,
    equal: &[Expr],
    used: &[usize],
) -> Option<((Access, Vec<usize>), usize)> {
    let term = index.terms.get(equal.len())?;
    let Term::Column(column) = term.term else { return None };
    let fits =
        |c: usize, by: &'static Collation| c == offset + column && by.name == term.collation.name;
    let (length, (at, list)) = match terms.in_list(fits) {
        Some(found) => (found.1.len(), found),
        None if terms.queries => (SOME, terms.in_query(fits)?),
        None => return None,
    };
    let (id, name, collation, equal) =
        (index.id, index.name.clone(), term.collation, equal.to_vec());
    let used = used.iter().copied().chain([at]).collect();
    let (whole, sorted) = (is_whole(index, equal.len() + 1), true);
    let access = Access::IndexIn { whole, sorted, index: id, name, equal, list, collation };
    Some(((access, used), length))
}

/// Whether so many terms are the key of one row, which its hash finds.
fn is_whole(index: &Index, terms: usize) -> bool {
    is_one(index) && index.terms.len() == terms && index.is_plain()
}

/// Whether a key is that of one row at all times: one that is judged later may have several until then.
fn is_one(index: &Index) -> bool {
    index.unique && index.deferrable == crate::syntax::ast::Deferrable::No
}

/// Whether an expression looks at positions of its own level within a range.
fn looks_at(expr: &Expr, start: usize, end: usize) -> bool {
    let mut found = false;
    expr.visit(&mut |e| match e {
        Expr::Column { up: 0, index } => found |= (start..end).contains(&(*index as usize)),
        _ => found |= e.is_correlated(),
    });
    found
}

/// An equality between the left side and the right side of a join.
fn hash_pair(
    conjunct: &Conjunct,
    all: u64,
    start: usize,
    end: usize,
    constants: bool,
) -> Option<(Expr, Expr, &'static Collation)> {
    if conjunct.items & !all != 0 {
        return None;
    }
    let compare = as_compare(&conjunct.expr)?;
    if compare.op != CompareOp::Eq || compare.adjust.is_some() {
        return None;
    }
    let side = |e: &Expr| {
        let (inside, outside) = (looks_at(e, start, end), looks_at(e, 0, start));
        match (inside, outside) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (false, false) if constants => Some(false),
            _ => None,
        }
    };
    match (side(&compare.left)?, side(&compare.right)?) {
        (false, true) => Some((compare.left.clone(), compare.right.clone(), compare.collation)),
        (true, false) => Some((compare.right.clone(), compare.left.clone(), compare.collation)),
        _ => None,
    }
}

/// First position and one past the last position of some items.
fn span_of(items: u64, scope: &Scope<'_>) -> (usize, usize) {
    let own = scope.items.iter().enumerate().filter(|(i, _)| items & (1 << i) != 0);
    own.fold((usize::MAX, 0), |(start, end), (_, item)| {
        (start.min(item.offset), end.max(item.offset + item.width))
    })
}

fn add_parts(expr: Expr, items: u64, pool: &mut Vec<Conjunct>) {
    match expr {
        Expr::And(parts) => {
            parts.iter().for_each(|part| add_parts(part.clone(), items, pool));
        }
        expr => pool.push(Conjunct { expr, items }),
    }
}

/// Takes the conditions that look at nothing but these items.
fn take(pool: &mut Vec<Conjunct>, items: u64) -> Vec<Conjunct> {
    let (taken, left) = std::mem::take(pool).into_iter().partition(|c| c.items & !items == 0);
    *pool = left;
    taken
}

/// The conditions that an access does not settle.
fn unused(exprs: Vec<Expr>, used: &[usize]) -> Option<Expr> {
    let rest = exprs.into_iter().enumerate().filter(|(i, _)| !used.contains(i));
    conjunction(rest.map(|(_, expr)| Conjunct { expr, items: 0 }).collect())
}

fn conjunction(mut conditions: Vec<Conjunct>) -> Option<Expr> {
    match conditions.len() {
        0 => None,
        1 => conditions.pop().map(|c| c.expr),
        _ => Some(Expr::And(conditions.into_iter().map(|c| c.expr).collect())),
    }
}

fn filtered(node: Node, conditions: Vec<Conjunct>) -> Node {
    match conjunction(conditions) {
        Some(condition) => Node::Filter { input: Box::new(node), condition },
        None => node,
    }
}
