//! ORDER BY by way of the scan: rows that come in the wanted order need no sorting, and where an
//! index gives the order of the first terms, rows that tie keep the index's order (where.c,
//! wherePathSatisfiesOrderBy).

use std::rc::Rc;

use super::Planner;
use super::expr::ScanOrder;
use super::node::{Access, AggregateNode, Expr, GroupOutput, Node, ResultColumn, Scan, SortKey};
use crate::catalog::{Index, Table, Term};
use crate::types::Type;
use crate::value::Value;

/// A column that rows are to be ordered by.
struct Wanted {
    position: usize,
    descending: bool,
    collation: &'static str,
}

impl Planner<'_> {
    /// Lets a scan give the order of sort keys over the projected `exprs`, as far as it can.
    /// True when nothing is left to sort.
    pub(super) fn order_scan(&self, node: &mut Node, keys: &[SortKey], exprs: &[Expr]) -> bool {
        let Node::Scan(scan) = node else { return false };
        if scan.as_before {
            return false;
        }
        let aside = put_aside(scan);
        let ordered = self.order_by_scan(scan, keys, exprs);
        put_back(scan, aside.filter(|_| !ordered));
        ordered
    }

    fn order_by_scan(&self, scan: &mut Scan, keys: &[SortKey], exprs: &[Expr]) -> bool {
        let Some(table) = self.catalog.table_by_id(scan.table) else { return false };
        let mut wanted = Vec::new();
        for key in keys {
            let Expr::Column { up: 0, index } = key.expr else { break };
            let Some(Expr::Column { up: 0, index }) = exprs.get(index as usize) else { break };
            let position = *index as usize;
            let not_null = table.columns.get(position).is_some_and(|c| c.not_null.is_some());
            if key.nulls_first == key.descending && !not_null && !is_rowid(table, position) {
                break;
            }
            let (descending, collation) = (key.descending, key.collation.name);
            wanted.push(Wanted { position, descending, collation });
        }
        let Some(first) = wanted.first() else { return false };
        if is_rowid(table, first.position) {
            let by_rowid = matches!(scan.access, Access::Full | Access::RowidRange { .. });
            scan.reverse |= by_rowid && first.descending && !table.without_rowid;
            return by_rowid && !table.without_rowid;
        }
        let matched = self.order_by_index(scan, table, &wanted);
        matched == keys.len()
    }

    /// Uses the index that gives the most of the wanted order; how many terms that is.
    fn order_by_index(&self, scan: &mut Scan, table: &Table, wanted: &[Wanted]) -> usize {
        let indexes = self.catalog.indexes_of(table.id);
        if let Access::Index { index, equal, .. } = &scan.access
            && equal.is_empty()
            && let Some(index) = indexes.iter().find(|i| i.id == *index)
        {
            let (count, reverse) = matched(index, table, wanted);
            scan.reverse = reverse;
            scan.in_table_order &= count == 0;
            return count;
        }
        if !matches!(scan.access, Access::Full) || scan.fixed {
            return 0;
        }
        // The one that gives most, in SQLite the narrowest of those, and of these the newest.
        let sqlite = self.rules.expr.scan_order == ScanOrder::Sqlite;
        let mut best: Option<((usize, bool), &Rc<Index>)> = None;
        let usable = |i: &&Rc<Index>| super::partial::usable(i, &scan.partial);
        for index in super::cost::linked(&indexes).filter(usable) {
            let own = matched(index, table, wanted);
            let width = |i: &Index| (i.filter.is_none(), super::cost::index_width(table, i));
            let better = best.is_none_or(|((most, _), other)| {
                own.0 > most || sqlite && own.0 == most && width(index) < width(other)
            });
            if better {
                best = Some((own, index));
            }
        }
        match best {
            Some(((count, reverse), index)) if count > 0 => {
                use_index(scan, index, reverse);
                count
            }
            _ => 0,
        }
    }

    /// GROUP BY asks for the order of its columns, and rows of a group come as the index has them
    /// (SQLite). True when groups come in descending order, which is that of the index.
    pub(super) fn order_groups(
        &self,
        node: &mut Node,
        grouping: &super::group::Grouping,
        order: &[SortKey],
    ) -> bool {
        let Node::Scan(scan) = node else { return false };
        let aside = put_aside(scan);
        let down = self.order_groups_by(scan, grouping, order);
        put_back(scan, aside);
        down
    }

    fn order_groups_by(
        &self,
        scan: &mut Scan,
        grouping: &super::group::Grouping,
        order: &[SortKey],
    ) -> bool {
        let sqlite = self.rules.expr.scan_order == ScanOrder::Sqlite;
        let table = self.catalog.table_by_id(scan.table).filter(|_| sqlite);
        let Some(table) = table.filter(|_| matches!(scan.access, Access::Full)) else {
            return false;
        };
        let same = order.len() == grouping.keys.len();
        let mut wanted = Vec::new();
        for (at, (_, key)) in grouping.keys.iter().enumerate() {
            let Expr::Column { up: 0, index } = key.expr else { return false };
            let collation =
                key.collation.map_or(self.rules.expr.default_collation, |c| c.collation);
            let (position, collation) = (index as usize, collation.name);
            let descending = same && order[at].descending;
            wanted.push(Wanted { position, descending, collation });
        }
        if wanted.first().is_none_or(|first| is_rowid(table, first.position)) {
            return false;
        }
        if self.order_by_index(scan, table, &wanted) < wanted.len() {
            (scan.access, scan.reverse) = (Access::Full, false);
            return false;
        }
        // Whichever way the index goes will do where no other order is asked for.
        !same && std::mem::take(&mut scan.reverse)
    }

    /// DISTINCT asks for the order of its first column too, when an index has it (SQLite).
    pub(super) fn order_distinct(&self, node: &mut Node, exprs: &[Expr], columns: &[ResultColumn]) {
        let Node::Scan(scan) = node else { return };
        let sqlite = self.rules.expr.scan_order == ScanOrder::Sqlite;
        let Some(table) = self.catalog.table_by_id(scan.table).filter(|_| sqlite) else { return };
        let aside = put_aside(scan);
        if !matches!(scan.access, Access::Full) || scan.fixed {
            return;
        }
        let indexes = self.catalog.indexes_of(table.id);
        let mut pairs = exprs.iter().zip(columns);
        let first = pairs.find(|(e, _)| !matches!(e, Expr::Const(_)));
        let Some((Expr::Column { up: 0, index: position }, column)) = first else {
            put_back(scan, aside);
            return;
        };
        let leads = |i: &&Rc<Index>| {
            let leading = i.terms.first().filter(|t| t.collation.name == column.collation.name);
            let term = leading.map(|t| &t.term);
            super::partial::usable(i, &scan.partial)
                && matches!(term, Some(Term::Column(c)) if *c == *position as usize)
        };
        if let Some(index) = super::cost::linked(&indexes).find(leads) {
            use_index(scan, index, false);
        }
        put_back(scan, aside);
    }

    /// Whether rows of one table are distinct by themselves: by their rowid, or by all columns of a
    /// unique index that may not be NULL (where.c, isDistinctRedundant).
    pub(super) fn is_distinct(
        &self,
        node: &Node,
        exprs: &[Expr],
        columns: &[ResultColumn],
    ) -> bool {
        let Node::Scan(scan) = node else { return false };
        let sqlite = self.rules.expr.scan_order == ScanOrder::Sqlite;
        let Some(table) = self.catalog.table_by_id(scan.table).filter(|_| sqlite) else {
            return false;
        };
        let has = |position: usize, collation: Option<&'static str>| {
            exprs.iter().zip(columns).any(|(e, c)| {
                matches!(e, Expr::Column { up: 0, index } if *index as usize == position)
                    && collation.is_none_or(|name| name == c.collation.name)
            })
        };
        let rowid = table.rowid_key.map(|k| k.column);
        let by_index = |index: &Rc<Index>| {
            let shown = |c: usize, name| table.columns[c].not_null.is_some() && has(c, Some(name));
            index.unique
                && index.filter.is_none()
                && index
                    .terms
                    .iter()
                    .all(|t| t.term_column().is_some_and(|column| shown(column, t.collation.name)))
        };
        has(table.columns.len(), None)
            || rowid.is_some_and(|column| has(column, None))
            || self.catalog.indexes_of(table.id).iter().any(by_index)
    }

    /// The greatest or least rowid of a table is its last or first row.
    pub(super) fn only_extreme(&self, node: AggregateNode) -> Node {
        let AggregateNode { mut input, keys, outputs, always, sorted, rollup } = node;
        if let ([GroupOutput::Call(call)], [], Node::Scan(scan)) =
            (&outputs[..], &keys[..], &mut input)
            && let [Expr::Column { up: 0, index }] = &call.args[..]
            && matches!(call.function.name, "min" | "max")
            && matches!(scan.access, Access::Full | Access::RowidRange { .. })
            && let Some(table) = self.catalog.table_by_id(scan.table)
            && is_rowid(table, *index as usize)
            && call.filter.is_none()
        {
            scan.reverse = call.function.name == "max";
            let limit = Some(Expr::Const(Value::Int(1)));
            input = Node::Limit { input: Box::new(input), limit, offset: None };
        }
        Node::Aggregate(Box::new(AggregateNode { input, keys, outputs, always, sorted, rollup }))
    }
}

fn is_rowid(table: &Table, position: usize) -> bool {
    let hidden = position == table.columns.len() && !table.without_rowid;
    hidden || table.rowid_key.is_some_and(|k| k.column == position)
}

/// Forgets that the whole of a partial index is to be read: another that gives an order is better.
fn put_aside(scan: &mut Scan) -> Option<Access> {
    match &scan.access {
        Access::Index { index, equal, low: None, high: None, .. }
            if equal.is_empty() && !scan.fixed && scan.partial.contains(index) =>
        {
            Some(std::mem::replace(&mut scan.access, Access::Full))
        }
        _ => None,
    }
}

fn put_back(scan: &mut Scan, aside: Option<Access>) {
    if let (Some(access), Access::Full, false) = (aside, &scan.access, scan.reverse) {
        scan.access = access;
    }
}

fn use_index(scan: &mut Scan, index: &Index, reverse: bool) {
    scan.reverse = reverse;
    scan.in_table_order = false;
    scan.access = Access::Index {
        index: index.id,
        name: index.name.clone(),
        equal: Vec::new(),
        low: None,
        high: None,
    };
}

/// How many wanted columns an index gives the order of, and whether it is read backwards.
fn matched(index: &Index, table: &Table, wanted: &[Wanted]) -> (usize, bool) {
    let mut backwards = None;
    let mut count = 0;
    for want in wanted {
        let reversed = match index.terms.get(count) {
            Some(term) => {
                let Term::Column(column) = term.term else { break };
                let text = !matches!(table.columns[column].ty, Type::Int { .. } | Type::Bool);
                if column != want.position || text && term.collation.name != want.collation {
                    break;
                }
                term.descending != want.descending
            }
            // Behind the key comes the rowid.
            None if is_rowid(table, want.position) => want.descending,
            None => break,
        };
        if *backwards.get_or_insert(reversed) != reversed {
            break;
        }
        count += 1;
    }
    (count, backwards.unwrap_or(false))
}
