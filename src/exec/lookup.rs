//! Reads the row that a query finds by the whole key of its one table, where all that it gives are
//! columns of this row: from borrowed parameters, and without a row being built. What is not of this
//! shape takes the ordinary way.

use crate::plan::node::{Access, Expr, Node, Scan};
use crate::store::{KeyRef, Slot, Store};
use crate::types::Affinity;
use crate::value::ValueRef;

/// Parts of the longest key that is looked up so.
const PARTS: usize = 4;

/// Gives the values of the row, and the number of rows: 1 or 0. None when the query has to be run;
/// nothing was then given.
pub fn row(
    store: &Store,
    query: &Node,
    params: &[ValueRef<'_>],
    give: &mut dyn FnMut(ValueRef<'_>),
) -> Option<usize> {
    let (scan, exprs) = shape(query)?;
    let Some(slot) = find(store, scan.table, &scan.access, params)? else { return Some(0) };
    let record = store.record(slot);
    for expr in exprs {
        if let Expr::Column { index, .. } = expr {
            give(match *index as usize {
                column if column == scan.columns => ValueRef::Int(record.rowid()),
                column => record.value(column),
            });
        }
    }
    Some(1)
}

/// The scan and the columns of a query that may be read so.
pub fn shape(query: &Node) -> Option<(&Scan, &[Expr])> {
    let Node::Project { input, exprs } = query else { return None };
    let Node::Scan(scan) = &**input else { return None };
    let is_column = |expr: &Expr| matches!(expr, Expr::Column { up: 0, .. });
    let by_key = matches!(scan.access, Access::Rowid(_) | Access::Unique { .. });
    let plain = by_key && scan.filter.is_none() && !scan.as_before;
    (plain && exprs.iter().all(is_column)).then_some((scan, exprs))
}

fn find(
    store: &Store,
    table: u32,
    access: &Access,
    params: &[ValueRef<'_>],
) -> Option<Option<Slot>> {
    match access {
        Access::Rowid(key) => match given(key, params)? {
            ValueRef::Int(rowid) => Some(store.row(table, rowid)),
            _ => None,
        },
        Access::Unique { index, key } => {
            let mut parts = [ValueRef::Null; PARTS];
            let parts = parts.get_mut(..key.len())?;
            for (part, expr) in parts.iter_mut().zip(key) {
                *part = given(expr, params)?;
            }
            let numbers = [0, 1, 2, 3];
            let key = KeyRef::Borrowed(parts, numbers.get(..key.len())?);
            if key.has_null() {
                return Some(None);
            }
            Some(store.row_of(*index, key))
        }
        _ => None,
    }
}

/// A parameter or a constant that is of the key's type as it is.
fn given<'a>(expr: &'a Expr, params: &[ValueRef<'a>]) -> Option<ValueRef<'a>> {
    match expr {
        Expr::Param(number) => params.get((*number as usize).checked_sub(1)?).copied(),
        Expr::Const(value) => Some(value.borrow()),
        Expr::Affinity(affinity, expr) => match (affinity, given(expr, params)?) {
            (Affinity::Text, value @ ValueRef::Text(_)) => Some(value),
            (Affinity::Integer | Affinity::Numeric, value @ ValueRef::Int(_)) => Some(value),
            _ => None,
        },
        _ => None,
    }
}
