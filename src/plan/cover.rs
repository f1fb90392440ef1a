//! SQLite and MySQL read a whole table from an index that has all columns they need; SQLite when the
//! index's rows are narrower (where.c, whereLoopAddBtree). Rows then come in the index's order, which
//! can be seen, so it is done here too.

use std::rc::Rc;

use super::Planner;
use super::cost::{ROWS, index_width, logarithm, rows_of, table_width};
use super::expr::ScanOrder;
use super::node::{Access, Expr, Join, Node, Read, Scan};
use crate::catalog::{Index, IndexOrigin, Table};
use crate::collation::Collation;
use crate::types::Type;

/// For so many rows (a logarithm) SQLite rather makes an index than reads a whole table each time.
const FEW: i64 = 56;

impl Planner<'_> {
    /// Lets scans of whole tables use covering indexes. What is read must be known.
    pub(super) fn cover(&self, node: &mut Node) {
        let order = self.rules.expr.scan_order;
        match node {
            _ if order == ScanOrder::Heap => {}
            Node::Scan(scan) if order == ScanOrder::Clustered => self.cover_clustered(scan),
            Node::Scan(scan) => self.cover_scan(scan),
            Node::Join(join) => {
                self.cover(&mut join.left);
                self.cover(&mut join.right);
                if let (false, Node::Scan(scan)) = (join.hash.is_empty(), &join.right)
                    && order == ScanOrder::Sqlite
                {
                    join.sorted = match self.own_index(scan, join).filter(|_| scan.made.is_none()) {
                        Some(columns) => columns,
                        None if scan.made.as_ref().is_some_and(|key| key.is_empty()) => Vec::new(),
                        None if scan.made.is_some() => self.made_index(scan),
                        // An index is made neither for so few rows nor for RIGHT JOIN.
                        None if join.keep_right || self.rows(&join.left) < FEW => Vec::new(),
                        None => self.made_index(scan),
                    };
                }
            }
            Node::Filter { input, .. } => self.cover(input),
            _ => {}
        }
    }

    /// The columns of an index by which SQLite would find the right side's rows.
    fn own_index(&self, scan: &Scan, join: &Join) -> Option<Vec<usize>> {
        let leads = |index: &Rc<Index>| {
            let first = index.terms.first()?;
            let is_key = |(_, key, by): &(Expr, Expr, &Collation)| match key {
                Expr::Column { up: 0, index } => {
                    (*index as usize).checked_sub(join.left_width) == first.term_column()
                        && by.name == first.collation.name
                }
                _ => false,
            };
            let found = index.is_plain() && join.hash.iter().any(is_key);
            index.columns().filter(|_| found)
        };
        self.catalog.indexes_of(scan.table).iter().find_map(leads)
    }

    /// The logarithm of the rows that SQLite takes a node to give.
    fn rows(&self, node: &Node) -> i64 {
        match node {
            Node::Scan(scan) => match &scan.access {
                Access::Rowid(_) | Access::Unique { .. } => 0,
                Access::RowidIn(list) => logarithm(list.len() as u64) as i64,
                Access::Index { index, equal, .. } if !equal.is_empty() => {
                    let all = self.catalog.indexes_of(scan.table);
                    let own = all.iter().find(|i| i.id == *index);
                    own.map_or(ROWS, |i| rows_of(i, equal.len()))
                }
                _ => ROWS,
            },
            Node::Filter { input, .. } => self.rows(input),
            Node::Join(join) => self.rows(&join.left) + self.rows(&join.right),
            _ => ROWS,
        }
    }

    /// What stands behind the key of an index that SQLite makes for a join: all other columns that
    /// are used, but for the rowid (where.c, constructAutomaticIndex).
    fn made_index(&self, scan: &Scan) -> Vec<usize> {
        let Some(table) = self.catalog.table_by_id(scan.table) else { return Vec::new() };
        let rowid = table.rowid_key.map(|k| k.column);
        let key = scan.made.as_deref().unwrap_or_default();
        let used = |c: &usize| scan.read[*c] != Read::No && Some(*c) != rowid && !key.contains(c);
        (0..scan.columns.min(scan.read.len())).filter(used).collect()
    }

    pub(super) fn cover_scan(&self, scan: &mut Scan) {
        let Some(table) = self.catalog.table_by_id(scan.table) else { return };
        // A table WITHOUT ROWID is one of its own indexes.
        let whole = match &scan.access {
            Access::Full => true,
            Access::Index { equal, low, high, .. } => {
                table.without_rowid && equal.is_empty() && low.is_none() && high.is_none()
            }
            _ => false,
        };
        if !whole || scan.reverse || scan.fixed {
            return;
        }
        let table_width = table_width(table);
        let mut best: Option<(u64, &Rc<Index>)> = None;
        let indexes = self.catalog.indexes_of(table.id);
        for index in super::cost::linked(&indexes) {
            let width = index_width(table, index);
            let cost = 15 * width / table_width.max(1);
            let narrow = width < table_width || table.without_rowid;
            let better = narrow && best.is_none_or(|(least, _)| cost < least);
            // The parts of an index on expressions have no columns, but its rows have the rowid.
            if better && index.filter.is_none() && covers(scan, table, index) {
                best = Some((cost, index));
            }
        }
        if let Some((_, index)) = best {
            scan.access = Access::Index {
                index: index.id,
                name: index.name.clone(),
                equal: Vec::new(),
                low: None,
                high: None,
            };
        }
    }

    /// InnoDB: the shortest index that has all columns (sql_optimizer.cc, find_shortest_key), each of
    /// which has those of the primary key too.
    fn cover_clustered(&self, scan: &mut Scan) {
        let whole = match &scan.access {
            Access::Full => true,
            Access::Index { equal, low, high, .. } => {
                equal.is_empty() && low.is_none() && high.is_none()
            }
            _ => false,
        };
        let Some(table) = self.catalog.table_by_id(scan.table).filter(|_| whole) else { return };
        let mut best: Option<(u32, Rc<Index>)> = None;
        for index in self.catalog.indexes_of(table.id) {
            let bytes = key_bytes(table, &index);
            let shorter = best.as_ref().is_none_or(|(least, _)| bytes < *least);
            let secondary = index.origin != IndexOrigin::PrimaryKey;
            if secondary && shorter && index.is_plain() && covers(scan, table, &index) {
                best = Some((bytes, index));
            }
        }
        if let Some((_, index)) = best {
            let (equal, low, high) = (Vec::new(), None, None);
            scan.access =
                Access::Index { index: index.id, name: index.name.clone(), equal, low, high };
        }
    }
}

/// How long MySQL takes a key to be, columns that may be NULL being a byte longer.
fn key_bytes(table: &Table, index: &Index) -> u32 {
    let bytes = |c: usize| {
        let column = &table.columns[c];
        let own = match &column.ty {
            Type::Int { bits, .. } => u32::from(*bits) / 8,
            Type::Varchar(length) => length * 4 + 2,
            Type::Char(length) => length * 4,
            Type::Bytes { limit, fixed } => limit.unwrap_or(0) + if *fixed { 0 } else { 2 },
            Type::Date | Type::Time => 3,
            Type::Timestamp { zone: true, .. } | Type::Float4 => 4,
            Type::Timestamp { .. } => 5,
            Type::Catalog(_) | Type::Enum(_) | Type::Set(_) => 1,
            _ => 8,
        };
        own + u32::from(column.not_null.is_none())
    };
    index.terms.iter().filter_map(|t| t.term_column()).map(bytes).sum()
}

/// Whether an index has all that a scan reads.
pub(super) fn covers(scan: &Scan, table: &Table, index: &Index) -> bool {
    let is_table = table.without_rowid && index.origin == IndexOrigin::PrimaryKey;
    is_table || has_columns(scan, table, index)
}

/// Whether the columns of an index are all that a scan reads.
fn has_columns(scan: &Scan, table: &Table, index: &Index) -> bool {
    let in_key = |column: usize| {
        let tied = || index.ties.iter().any(|(tie, ..)| *tie == column);
        // SQLite forgets what UNIQUE's index of a table WITHOUT ROWID has beside its key (build.c,
        // convertToWithoutRowidTable).
        (!table.without_rowid || index.origin == IndexOrigin::CreateIndex) && tied()
            || table.rowid_key.is_some_and(|k| k.column == column)
            || index.terms.iter().any(|t| t.prefix.is_none() && t.term_column() == Some(column))
            || index.filter.is_some() && super::partial::settles(table, index, column)
    };
    let reads = |column: usize| scan.read.get(column).is_some_and(|read| *read != Read::No);
    holds(table, &reads, &in_key)
}

/// Whether an index with some columns has all that are used. A generated column counts as all of the
/// table, and a virtual one is in no index (resolve.c, sqlite3ExprColUsed; build.c,
/// recomputeColumnsNotIndexed).
pub(super) fn holds(
    table: &Table,
    used: &dyn Fn(usize) -> bool,
    has: &dyn Fn(usize) -> bool,
) -> bool {
    let columns = || table.columns.iter().enumerate();
    let all = columns().any(|(at, column)| column.generated.is_some() && used(at));
    columns().all(|(at, column)| {
        let virtual_ = column.generated.as_ref().is_some_and(|g| !g.stored);
        !(all || used(at)) || !virtual_ && has(at)
    })
}
