//! SQLite and MySQL read a whole table from an index that has all columns they need; SQLite when the
//! index's rows are narrower (where.c, whereLoopAddBtree). Rows then come in the index's order, which
//! can be seen, so it is done here too.

use std::rc::Rc;

use super::Planner;
use super::expr::ScanOrder;
use super::node::{Access, Node, Read, Scan};
use crate::catalog::{Index, IndexOrigin, Table, Term};
use crate::types::{Affinity, Type};

impl Planner<'_> {
    /// Lets scans of whole tables use covering indexes. What is read must be known.
    pub(super) fn cover(&self, node: &mut Node) {
        let order = self.rules.expr.scan_order;
        match node {
            _ if order == ScanOrder::Heap => {}
            Node::Scan(scan) if order == ScanOrder::Clustered => self.cover_clustered(scan),
            Node::Scan(scan) if matches!(scan.access, Access::Full) => self.cover_scan(scan),
            Node::Join(join) => {
                self.cover(&mut join.left);
                self.cover(&mut join.right);
            }
            Node::Filter { input, .. } => self.cover(input),
            _ => {}
        }
    }

    fn cover_scan(&self, scan: &mut Scan) {
        let Some(table) = self.catalog.table_by_id(scan.table).filter(|t| !t.without_rowid) else {
            return;
        };
        let table_width = table_width(table);
        let narrowest = |best: Option<(u64, Rc<Index>)>, index: &Rc<Index>| {
            let width = index_width(table, index);
            let cost = 15 * width / table_width.max(1);
            let fits = covers(scan, table, index)
                && width < table_width
                && best.as_ref().is_none_or(|(least, _)| cost < *least);
            if fits { Some((cost, index.clone())) } else { best }
        };
        // Newest first, as SQLite keeps them (build.c, sqlite3CreateIndex).
        let indexes = self.catalog.indexes_of(table.id);
        if let Some((_, index)) = indexes.iter().rev().fold(None, narrowest) {
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
            if secondary && shorter && covers(scan, table, &index) {
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

fn covers(scan: &Scan, table: &Table, index: &Index) -> bool {
    let in_key = |column: usize| {
        index.ties.iter().any(|(tie, _)| *tie == column)
            || table.rowid_key.is_some_and(|k| k.column == column)
            || index.terms.iter().any(|t| matches!(t.term, Term::Column(c) if c == column))
    };
    let needed = scan.read.iter().enumerate().filter(|(_, r)| **r != Read::No);
    index.is_plain() && needed.into_iter().all(|(column, _)| in_key(column))
}

/// The estimated width of a row, as a logarithm (build.c, estimateTableWidth).
fn table_width(table: &Table) -> u64 {
    let columns: u64 = table.columns.iter().map(|c| width(&c.ty, &c.declared)).sum();
    logarithm(4 * (columns + u64::from(table.rowid_key.is_none())))
}

/// The same of an index's row, the rowid included (build.c, estimateIndexWidth).
fn index_width(table: &Table, index: &Index) -> u64 {
    let term = |term: &Term| match term {
        Term::Column(c) if table.rowid_key.is_some_and(|k| k.column == *c) => 1,
        Term::Column(c) => width(&table.columns[*c].ty, &table.columns[*c].declared),
        Term::Expr(..) => 1,
    };
    let terms: u64 = index.terms.iter().map(|t| term(&t.term)).sum();
    logarithm(4 * (terms + 1))
}

/// The estimated width of a value, in units of four bytes (build.c, sqlite3AffinityType).
fn width(ty: &Type, declared: &str) -> u64 {
    let text = matches!(ty, Type::Affinity(Affinity::Text | Affinity::Blob, _));
    if declared.is_empty() || !text {
        return 1;
    }
    let upper = declared.to_ascii_uppercase();
    let sized = upper.find("CHAR").or_else(|| upper.find("BLOB("));
    let size = match sized {
        Some(at) => {
            let from = upper[at..].trim_start_matches(|c: char| !c.is_ascii_digit());
            let digits: String = from.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().unwrap_or(0)
        }
        None => 16,
    };
    (size / 4 + 1).min(255)
}

/// Ten times the logarithm to base 2, roughly (util.c, sqlite3LogEst).
fn logarithm(n: u64) -> u64 {
    const FRACTION: [u64; 8] = [0, 2, 3, 5, 6, 7, 8, 9];
    if n < 8 {
        return if n < 2 { 0 } else { 10 * n.ilog2() as u64 };
    }
    let shift = u64::from(n.ilog2()) - 3;
    FRACTION[(n >> shift & 7) as usize] + 40 + shift * 10 - 10
}
