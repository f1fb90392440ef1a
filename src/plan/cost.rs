//! Which index SQLite reads a table by: the cheapest by its own estimates, which know nothing of the
//! rows (where.c, `whereLoopAddBtreeIndex`, without sqlite_stat1). Rows come in that index's order,
//! which can be seen. Estimates are ten times a logarithm to base 2 (util.c, `sqlite3LogEst`).

use std::rc::Rc;

use super::access::Terms;
use super::from::as_compare;
use super::node::{CompareOp, Expr};
use crate::catalog::{Index, IndexOrigin, Table, Term};
use crate::syntax::conflict::Resolution;
use crate::types::{Affinity, Type};

/// Rows of a table of which nothing is known.
pub(super) const ROWS: i64 = 200;
/// Finding a place in an index of so many rows.
const SEEK: i64 = 43;
/// Reading a whole table.
pub(super) const FULL: i64 = ROWS + 16;

/// How an index would be used.
pub(super) struct Use {
    /// Terms of its key that have one value each.
    pub(super) equal: usize,
    /// Values in the list that the next term may have, none without a list.
    pub(super) list: usize,
    /// Bounds of the next term.
    pub(super) bounds: usize,
    /// It has all that is read.
    pub(super) covering: bool,
}

/// Indexes as SQLite links them: newest first, those that REPLACE last.
pub(super) fn linked(indexes: &[Rc<Index>]) -> impl Iterator<Item = &Rc<Index>> {
    let replaces =
        |i: &&Rc<Index>| i.on_conflict.is_some_and(|c| c.resolution == Resolution::Replace);
    let all = || indexes.iter().rev();
    all().filter(move |i| !replaces(i)).chain(all().filter(replaces))
}

/// The cost of reading an index so, and then the table.
pub(super) fn index_cost(table: &Table, index: &Index, way: &Use) -> i64 {
    let known = way.equal + usize::from(way.list > 0);
    let rows = bounded(rows_of(index, known), way.bounds);
    let width = 15 * index_width(table, index) / table_width(table).max(1);
    let entries = add(SEEK, rows + 1 + width as i64);
    let found = if way.covering { entries } else { add(entries, rows + 16) };
    found + logarithm(way.list as u64) as i64
}

/// The cost of reading the whole of a partial index; conditions that it can judge spare rows of the
/// table.
pub(super) fn partial_cost(table: &Table, index: &Index, covering: bool, terms: &Terms<'_>) -> i64 {
    let rows = rows_of(index, 0);
    let width = 15 * index_width(table, index) / table_width(table).max(1);
    let entries = rows + 1 + width as i64;
    let mut looked_up = rows + 16;
    for condition in terms.conditions {
        let mut judged = true;
        condition.visit(&mut |e| {
            if let Expr::Column { up: 0, index: at } = e
                && let Some(column) = (*at as usize).checked_sub(terms.start)
            {
                let rowid = table.rowid_key.is_some_and(|k| k.column == column);
                judged &= column >= table.columns.len()
                    || rowid
                    || index.terms.iter().any(|t| t.term_column() == Some(column));
            }
        });
        if !judged {
            break;
        }
        looked_up -= match as_compare(condition).map(|c| c.op) {
            Some(CompareOp::Eq | CompareOp::Is) => 20,
            _ => 1,
        };
    }
    if covering { entries } else { add(entries, looked_up) }
}

/// The cost of reading rows by their rowids.
pub(super) fn rowid_cost(list: usize, bounds: usize) -> i64 {
    let rows = if list > 0 { 0 } else { bounded(ROWS, bounds) };
    add(SEEK, rows + 16) + logarithm(list as u64) as i64
}

/// Rows that have the same first terms (analyze.c, `sqlite3DefaultRowEst`).
pub(super) fn rows_of(index: &Index, terms: usize) -> i64 {
    match terms {
        // Half of the rows are taken to be in a partial index.
        0 => ROWS - if index.filter.is_some() { 10 } else { 0 },
        n if n == index.terms.len() && index.unique => 0,
        n => [33, 32, 30, 28, 27].get(n - 1).copied().unwrap_or(23),
    }
}

/// Rows that are left by bounds.
pub(super) fn bounded(rows: i64, bounds: usize) -> i64 {
    match bounds {
        0 => rows,
        n => rows.min((rows - if n == 1 { 20 } else { 60 }).max(10)),
    }
}

/// The logarithm of a sum (util.c, `sqlite3LogEstAdd`).
pub(super) fn add(a: i64, b: i64) -> i64 {
    const MORE: [u8; 32] = [
        10, 10, 9, 9, 8, 8, 7, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2,
        2, 2,
    ];
    let more = match a.abs_diff(b) {
        apart @ 0..=31 => i64::from(MORE[apart as usize]),
        32..=49 => 1,
        _ => 0,
    };
    a.max(b) + more
}

/// The estimated width of a row, as a logarithm (build.c, estimateTableWidth).
pub(super) fn table_width(table: &Table) -> u64 {
    let columns: u64 = table.columns.iter().map(|c| width(&c.ty, &c.declared)).sum();
    logarithm(4 * (columns + u64::from(table.rowid_key.is_none())))
}

/// The same of an index's row, the rowid included (build.c, estimateIndexWidth).
pub(super) fn index_width(table: &Table, index: &Index) -> u64 {
    let term = |term: &Term| match term {
        Term::Column(c) if table.rowid_key.is_some_and(|k| k.column == *c) => 1,
        Term::Column(c) => width(&table.columns[*c].ty, &table.columns[*c].declared),
        Term::Expr(..) => 1,
    };
    let terms: u64 = index.terms.iter().map(|t| term(&t.term)).sum();
    if !table.without_rowid {
        return logarithm(4 * (terms + 1));
    }
    // A table WITHOUT ROWID is its own primary key, and its other keys end with that.
    let all = |c: &usize| width(&table.columns[*c].ty, &table.columns[*c].declared);
    // What has another collation stands there twice.
    let own = |c: &usize| {
        let by = table.columns[*c].collation.name;
        index.terms.iter().any(|t| t.term_column() == Some(*c) && t.collation.name == by)
    };
    logarithm(
        4 * match index.origin {
            IndexOrigin::PrimaryKey => {
                let stored =
                    |c: &usize| table.columns[*c].generated.as_ref().is_none_or(|g| g.stored);
                (0..table.columns.len()).filter(stored).map(|c| all(&c)).sum::<u64>()
            }
            _ => terms + table.primary_key.iter().filter(|c| !own(c)).map(all).sum::<u64>(),
        },
    )
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
pub(super) fn logarithm(mut n: u64) -> u64 {
    const FRACTION: [u64; 8] = [0, 2, 3, 5, 6, 7, 8, 9];
    let mut whole = 40;
    while (2..8).contains(&n) {
        (n, whole) = (n << 1, whole - 10);
    }
    while n > 15 {
        (n, whole) = (n >> 1, whole + 10);
    }
    if n < 2 { 0 } else { FRACTION[(n & 7) as usize] + whole - 10 }
}
