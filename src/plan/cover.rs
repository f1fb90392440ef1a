//! SQLite reads a whole table from an index that has all columns it needs when the index's rows
//! are narrower (where.c, whereLoopAddBtree). Rows then come in the index's order, which can be
//! seen, so it is done here too.

use std::rc::Rc;

use super::Planner;
use super::cost::{index_width, table_width};
use super::expr::ScanOrder;
use super::node::{Access, Node, Read, Scan};
use crate::catalog::{Index, Table, Term};

impl Planner<'_> {
    /// Lets scans of whole tables use covering indexes. What is read must be known.
    pub(super) fn cover(&self, node: &mut Node) {
        if self.rules.expr.scan_order != ScanOrder::Sqlite {
            return;
        }
        match node {
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
}

/// Whether an index has all that a scan reads.
pub(super) fn covers(scan: &Scan, table: &Table, index: &Index) -> bool {
    let in_key = |column: usize| {
        table.rowid_key.is_some_and(|k| k.column == column)
            || index.terms.iter().any(|t| matches!(t.term, Term::Column(c) if c == column))
    };
    let needed = scan.read.iter().enumerate().filter(|(_, r)| **r != Read::No);
    index.is_plain() && needed.into_iter().all(|(column, _)| in_key(column))
}
