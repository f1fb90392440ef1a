//! Foreign keys as SQLite judges them (fkey.c): violations are counted, not remembered. What adds
//! one counts up, what mends one counts down, and a statement or transaction may end when its
//! counter is back at zero. Which rows they are is kept beside, for the error alone.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Cx;
use super::deferred::{Judged, Pending};
use super::foreign::{
    as_parent, asked_parent, children_of, has_parent, has_parent_but, key_of, same_key, violation,
};
use crate::collation::BINARY;
use crate::error::{ForeignKeySide, Result};
use crate::plan::conflict::When;
use crate::plan::dml::Target;
use crate::plan::foreign::Key;
use crate::value::{self, Value};

/// A row is about to go, or to change (`by_update`): it may have been a violation, and its children become some.
///
/// # Errors
/// Limits.
pub(super) fn removed(
    cx: &mut Cx<'_>,
    target: &Target,
    old: &[Value],
    by_update: bool,
) -> Result<()> {
    let counts = |key: &Key, updated: bool| key.counted && (updated || !by_update);
    for child in target.children.iter().filter(|c| counts(&c.key, c.by_update)) {
        let key = &child.key;
        let values = key_of(old, &key.child_columns);
        if !is_zero(cx, key) && !values.iter().any(Value::is_null) && !has_parent(cx, key, &values)
        {
            count(cx, key, -1);
        }
    }
    for parent in target.parents.iter().filter(|p| counts(&p.key, p.by_update)) {
        let key = &parent.key;
        let values = key_of(old, &key.parent_columns);
        if values.iter().any(Value::is_null) {
            continue;
        }
        let own = (key.child.id == target.table.id).then(|| old.last()).flatten();
        for child in children_of(cx, key, &values)? {
            if matches!(own, Some(Value::Int(rowid)) if *rowid == child) {
                continue;
            }
            count(cx, key, 1);
            let judged = Judged::Parent { key: key.clone(), values: values.clone() };
            cx.pending.push(Pending { judged, when: key.when });
        }
    }
    Ok(())
}

/// A row is about to come, in the place of the row `old`: it may be a violation, and it may be the
/// parent that others lacked.
///
/// # Errors
/// A violation that a statement of one row does not put off; limits.
pub(super) fn added(
    cx: &mut Cx<'_>,
    target: &Target,
    new: &[Value],
    old: Option<i64>,
    at_once: bool,
) -> Result<()> {
    let gone = old.filter(|_| target.old_goes_first);
    let counts = |key: &Key, updated: bool| key.counted && (updated || old.is_none());
    for child in target.children.iter().filter(|c| counts(&c.key, c.by_update)) {
        let key = &child.key;
        let values = key_of(new, &key.child_columns);
        if child.left_out || values.iter().any(Value::is_null) {
            continue;
        }
        let own_table = key.parent.id == target.table.id;
        let own = own_table && is_own_parent(key, &values, &key_of(new, &key.parent_columns));
        // The old row has left the index of a key that changes before it leaves the table.
        let past = if key.parent_index.is_some() { old } else { gone };
        let found = own || has_parent_but(cx, key, &values, past.filter(|_| own_table));
        asked_parent(cx, key, &values, found);
        if found {
            continue;
        }
        if at_once && key.when != When::Commit {
            return Err(violation(cx, key, values, ForeignKeySide::Child, &[]));
        }
        count(cx, key, 1);
        if let Some(Value::Int(rowid)) = new.last() {
            let judged = Judged::Child { key: key.clone(), rowid: *rowid };
            cx.pending.push(Pending { judged, when: key.when });
        }
    }
    for parent in target.parents.iter().filter(|p| counts(&p.key, p.by_update)) {
        let key = &parent.key;
        let values = key_of(new, &key.parent_columns);
        if is_zero(cx, key) || values.iter().any(Value::is_null) {
            continue;
        }
        let own_table = key.child.id == target.table.id;
        for child in children_of(cx, key, &values)? {
            if !(own_table && gone == Some(child)) {
                count(cx, key, -1);
            }
        }
    }
    Ok(())
}

/// Whether a row refers to itself. A key that is not the rowid is compared as it stands.
fn is_own_parent(key: &Key, values: &[Value], own: &[Value]) -> bool {
    match key.parent_index {
        None => same_key(key, &as_parent(key, values), own),
        Some(_) => values
            .iter()
            .zip(own)
            .all(|(a, b)| value::compare(a.borrow(), b.borrow(), &BINARY) == Ordering::Equal),
    }
}

/// Whether there is nothing that could be mended (vdbe.c, `OP_FkIfZero`).
fn is_zero(cx: &Cx<'_>, key: &Key) -> bool {
    let counts = &cx.state.foreign;
    let own = if key.deferred { counts.deferred } else { counts.statement };
    own == 0 && counts.put_off == 0
}

fn count(cx: &mut Cx<'_>, key: &Rc<Key>, by: i64) {
    let counts = &mut cx.state.foreign;
    if cx.state.settings.defer_foreign_keys {
        counts.put_off += by;
    } else if key.deferred {
        counts.deferred += by;
    } else {
        counts.statement += by;
    }
}
