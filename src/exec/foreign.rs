//! Foreign keys while rows are written: is there a parent, are there children, and what happens to
//! them. A violation that is not judged at once waits and is looked at again when its time comes.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Cx;
use super::conflict::Placed;
use super::deferred::{Judged, Pending};
use super::expr::{self, Env};
use super::row::{self, RowUpdate};
use super::{trigger, write};
use crate::catalog::Table;
use crate::error::{Conflict, Error, ErrorKind, ForeignKeySide, ForeignKeyViolation, Result};
use crate::order::sort_by_number;
use crate::plan::conflict::When;
use crate::plan::dml::Target;
use crate::plan::foreign::{Children, ForeignParent, Key};
use crate::plan::rules::Mode;
use crate::plan::trigger::Event;
use crate::store::{KeyRef, Slot};
use crate::syntax::ast::{FkAction, TriggerTime};
use crate::trace::{Ended, Frame, FrameKind, StepKind};
use crate::types::{Affinity, Type};
use crate::value::{self, Value};

/// Checks the parents of a row that was added or changed.
///
/// # Errors
/// A parent that is not there, when that is judged at once.
pub(super) fn row_written(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    old: Option<&[Value]>,
    new: &[Value],
) -> Result<()> {
    let width = target.table.columns.len();
    for child in target.children.iter().filter(|c| !c.key.counted && c.key.when != When::Row) {
        let key = &child.key;
        // What is put off is found again by its rowid.
        let moved = old.is_some_and(|old| !old[width].is_identical(&new[width]));
        let unchanged = !moved
            && old.is_some_and(|old| {
                key.child_columns.iter().all(|c| old[*c].is_identical(&new[*c]))
            });
        if unchanged {
            continue;
        }
        let values = key_of(new, &key.child_columns);
        // What waits for the commit is looked at then, whatever it is now.
        if key.when != When::Commit && !lacks_parent(cx, key, &values) {
            continue;
        }
        let Value::Int(rowid) = new[width] else { continue };
        let judged = Judged::Child { key: key.clone(), rowid };
        put_off_or_fail(cx, key, judged, values)?;
    }
    Ok(())
}

/// Judges the foreign keys that are judged at once for a row that is about to be written in the
/// place of an old one, or that is about to go.
///
/// # Errors
/// A violation.
pub(super) fn check_now(
    cx: &mut Cx<'_>,
    target: &Target,
    old: Option<Slot>,
    new: Option<&[Value]>,
) -> Result<()> {
    let at_once = |key: &Key| !key.counted && key.when == When::Row;
    if !target.children.iter().any(|c| at_once(&c.key))
        && !target.parents.iter().any(|p| at_once(&p.key))
    {
        return Ok(());
    }
    let old = old.map(|slot| row::read_row(cx, slot));
    if let Some(new) = new {
        check_parents(cx, target, old.as_deref(), new, None)?;
    }
    match &old {
        Some(old) => check_kept(cx, target, old, new, None),
        None => Ok(()),
    }
}

/// Looks for children that keep a row from being changed or deleted, where that is done at once: by
/// all keys, or by those of some columns.
///
/// # Errors
/// There are some.
pub(super) fn check_kept(
    cx: &mut Cx<'_>,
    target: &Target,
    old: &[Value],
    new: Option<&[Value]>,
    columns: Option<&[usize]>,
) -> Result<()> {
    for parent in &target.parents {
        let key = &parent.key;
        let meant = columns.is_none_or(|columns| columns == &key.parent_columns[..]);
        if key.counted || key.when != When::Row || !meant {
            continue;
        }
        let action = if new.is_some() { parent.on_update } else { parent.on_delete };
        // What follows from a change never changes the same table again (see `follow`).
        let own = new.is_some() && key.parent.id == key.child.id;
        let keeps = matches!(action, FkAction::Unsaid | FkAction::NoAction | FkAction::Restrict);
        if !keeps && !own {
            continue;
        }
        let values = key_of(old, &key.parent_columns);
        let kept = new.is_some_and(|new| same_key(key, &values, &key_of(new, &key.parent_columns)));
        if kept || values.iter().any(Value::is_null) {
            continue;
        }
        let children = children_of(cx, key, &values)?;
        if !children.is_empty() {
            return Err(violation(cx, key, values, ForeignKeySide::Restrict, &children));
        }
    }
    Ok(())
}

/// Looks for the parents of a row that is about to be written, where that is done at once: of all its
/// foreign keys, or of those that go by one index.
///
/// # Errors
/// There is none.
pub(super) fn check_parents(
    cx: &mut Cx<'_>,
    target: &Target,
    old: Option<&[Value]>,
    new: &[Value],
    index: Option<u32>,
) -> Result<()> {
    for key in target.children.iter().map(|c| &c.key) {
        let meant = index.is_none() || key.child_index == index;
        if key.counted || key.when != When::Row || !meant {
            continue;
        }
        let same = |columns: &[usize]| {
            old.is_some_and(|old| columns.iter().all(|c| old[*c].is_identical(&new[*c])))
        };
        if same(&key.child_columns) && same(&target.table.primary_key) {
            continue;
        }
        let values = key_of(new, &key.child_columns);
        // A row may be its own parent.
        let own = !key.parent_columns.is_empty()
            && key.parent.id == target.table.id
            && same_key(key, &as_parent(key, &values), &key_of(new, &key.parent_columns));
        let found = own || !lacks_parent(cx, key, &values);
        asked_parent(cx, key, &values, found);
        if !found {
            return Err(violation(cx, key, values, ForeignKeySide::Child, &[]));
        }
    }
    Ok(())
}

/// Looks after the children of a row that was deleted, or that has a new key.
///
/// # Errors
/// Children that may not be left alone; what actions on them raise.
pub(super) fn row_gone(
    cx: &mut Cx<'_>,
    target: &Rc<Target>,
    old: &[Value],
    new: Option<&[Value]>,
) -> Result<()> {
    for (number, parent) in target.parents.iter().enumerate() {
        let key = &parent.key;
        let values = key_of(old, &key.parent_columns);
        if values.iter().any(Value::is_null) {
            continue;
        }
        let new_values = new.map(|new| key_of(new, &key.parent_columns));
        if let Some(new_values) = &new_values
            && same_key(key, &values, new_values)
        {
            continue;
        }
        if target.follows_at_end {
            let target = target.clone();
            let judged = Judged::Action { target, number, old: values, new: new_values };
            cx.pending.push(Pending { judged, when: When::StatementEnd });
            continue;
        }
        act(cx, parent, values, new_values)?;
    }
    Ok(())
}

/// Does what a foreign key asks for when its parent is gone or has a new key.
///
/// # Errors
/// Children that may not be left alone; what actions on them raise.
pub(super) fn act(
    cx: &mut Cx<'_>,
    parent: &ForeignParent,
    old: Vec<Value>,
    new: Option<Vec<Value>>,
) -> Result<()> {
    let depth = cx.work.updating.len();
    let done = follow(cx, parent, old, new);
    cx.work.updating.truncate(depth);
    done
}

fn follow(
    cx: &mut Cx<'_>,
    parent: &ForeignParent,
    old: Vec<Value>,
    new: Option<Vec<Value>>,
) -> Result<()> {
    let key = &parent.key;
    let action = if new.is_some() { parent.on_update } else { parent.on_delete };
    if key.counted && action == FkAction::NoAction {
        return Ok(());
    }
    // What waits until now need wait no longer unless the constraint itself is deferred.
    if action == FkAction::NoAction && key.when == When::StatementEnd {
        return judge_parent(cx, key, &old);
    }
    // SQLite's actions look for children by a trigger's `OLD.key = child`, which knows the affinity
    // of the child alone, unless the key is the rowid (fkey.c, fkActionTrigger).
    let brought = !key.counted || key.parent_index.is_none();
    let by = match brought {
        true => old.clone(),
        false => as_held(&key.child, &key.child_columns, &old),
    };
    // The action is a statement of its own to triggers that fire once for it.
    let link = if new.is_some() { &parent.updated } else { &parent.deleted };
    let children_of = link.get();
    let target = children_of.as_ref().and_then(|c| c.target.get().cloned());
    let event = match (action, &new) {
        (FkAction::Cascade, None) => Event::Delete,
        _ => Event::Update,
    };
    let fires = |time| target.as_ref().filter(|t| trigger::has_any(t, time, event)).cloned();
    let (before, after) = (fires(TriggerTime::Before), fires(TriggerTime::After));
    let mut begun = false;
    if before.is_some() {
        begin(cx, key, action, new.is_some());
        begun = true;
    }
    let columns = match children_of.as_ref().and_then(|c| c.set.get()) {
        Some(set) => set.iter().map(|(column, _)| *column).collect(),
        None => Vec::new(),
    };
    if let Some(target) = before {
        trigger::fire_statement(cx, &target, TriggerTime::Before, event, &columns)?;
    }
    let children = children_where(cx, key, &by, brought)?;
    if children.is_empty() && !begun && after.is_none() {
        return Ok(());
    }
    match action {
        // A setting that defers all keys defers what RESTRICT would have refused (fkey.c).
        FkAction::Restrict if cx.state.settings.defer_foreign_keys => return Ok(()),
        FkAction::Restrict | FkAction::Unsaid => {
            return Err(violation(cx, key, old, ForeignKeySide::Restrict, &children));
        }
        FkAction::NoAction => {
            let judged = Judged::Parent { key: key.clone(), values: old.clone() };
            return put_off_or_fail(cx, key, judged, old);
        }
        FkAction::Cascade | FkAction::SetNull | FkAction::SetDefault => {}
    }
    // Where keys are judged at once, a table whose rows are being updated is not updated again by what
    // follows from that (MySQL, "FOREIGN KEY Constraints": such an action "acts like RESTRICT").
    if new.is_some() && !key.counted && key.when == When::Row {
        cx.work.updating.push(key.parent.id);
        if cx.work.updating.contains(&key.child.id) {
            return Err(violation(cx, key, old, ForeignKeySide::Restrict, &children));
        }
    }
    if !begun {
        begin(cx, key, action, new.is_some());
    }
    let (Some(children_of), Some(target)) = (children_of, target) else { return Ok(()) };
    // An action's rows count among total_changes() once it is done, not among changes().
    let mut changes = 0;
    for child in children {
        cx.tick()?;
        let done = match (action, &new) {
            (FkAction::Cascade, None) => row::delete_row(cx, &target, child, None, &mut false)?,
            (FkAction::Cascade, Some(new)) => {
                let columns = key.child_columns.iter().copied();
                let set = columns.zip(new.iter().cloned()).collect();
                update_child(cx, &children_of, &target, child, set)?
            }
            _ => {
                let mut set = Vec::new();
                for (column, expr) in children_of.set.get().into_iter().flatten() {
                    set.push((*column, expr::eval(cx, expr, &Env::of(&[]))?));
                }
                update_child(cx, &children_of, &target, child, set)?
            }
        };
        changes += i64::from(done);
    }
    cx.state.total_changes += changes;
    if let Some(target) = after {
        trigger::fire_statement(cx, &target, TriggerTime::After, event, &columns)?;
    }
    // The default may be the very key that has gone.
    if action == FkAction::SetDefault && !key.counted {
        judge_parent(cx, key, &old)?;
    }
    cx.emit(None, || StepKind::End(FrameKind::ForeignKey, Ended::Done));
    Ok(())
}

fn begin(cx: &mut Cx<'_>, key: &Key, action: FkAction, updates: bool) {
    cx.emit(None, || {
        let (name, table) = (key.name.clone(), key.child.name.clone());
        let columns = key.child_columns.iter().map(|c| key.child.columns[*c].name.clone());
        let event = if updates { "ON UPDATE" } else { "ON DELETE" };
        let action = [event, action.words()].join(" ");
        StepKind::Begin(Frame::ForeignKey { name, table, columns: columns.collect(), action })
    });
}

fn update_child(
    cx: &mut Cx<'_>,
    children: &Children,
    target: &Rc<Target>,
    child: i64,
    set: Vec<(usize, Value)>,
) -> Result<bool> {
    let Some(slot) = cx.store.row(target.table.id, child) else { return Ok(false) };
    let Some(plan) = children.conflict.get().cloned() else { return Ok(false) };
    let old = row::read_row(cx, slot);
    let mut new = old.clone();
    let changed: Vec<usize> = set.iter().map(|(column, _)| *column).collect();
    for (column, value) in set {
        new[column] = write::assign(cx, target, column, value, Mode::STRICT)?;
    }
    let changed = &changed;
    let update = RowUpdate { rowid: child, slot, old: &old, new, mode: Mode::STRICT, changed };
    let done = row::update_row(cx, target, &plan, update, None);
    cx.work.uncounted = 0;
    Ok(matches!(done?, Placed::Updated { .. } | Placed::Written { .. }))
}

pub(super) fn key_of(row: &[Value], columns: &[usize]) -> Vec<Value> {
    columns.iter().map(|c| row[*c].clone()).collect()
}

pub(super) fn same_key(key: &Key, a: &[Value], b: &[Value]) -> bool {
    key.parent_columns.iter().zip(a.iter().zip(b)).all(|(column, (a, b))| {
        let collation = key.parent.columns[*column].collation;
        value::compare(a.borrow(), b.borrow(), collation) == Ordering::Equal
    })
}

/// The child's values as the parent's columns would hold them.
pub(super) fn as_parent(key: &Key, values: &[Value]) -> Vec<Value> {
    let sides = key.child_columns.iter().zip(&key.parent_columns);
    sides.zip(values).map(|(sides, value)| converted(key, sides, value.clone())).collect()
}

/// A child's value as its parent's column would hold it; NULL where it could not.
fn converted(key: &Key, (child, parent): (&usize, &usize), value: Value) -> Value {
    let (child, parent) = (&key.child.columns[*child], &key.parent.columns[*parent]);
    match parent.ty {
        crate::types::Type::Affinity(affinity, _) => affinity.apply(value),
        _ if child.ty == parent.ty => value,
        _ => (key.assign)(parent, value, Mode::STRICT).map_or(Value::Null, |a| a.value),
    }
}

/// Whether a child's key needs a parent that is not there. Under MATCH FULL a key that is NULL in
/// part has none.
fn lacks_parent(cx: &Cx<'_>, key: &Key, values: &[Value]) -> bool {
    match values.iter().filter(|v| v.is_null()).count() {
        0 => !has_parent(cx, key, values),
        nulls => key.full && nulls < values.len(),
    }
}

/// Values as columns of a table of SQLite would hold them.
fn as_held(table: &Table, columns: &[usize], values: &[Value]) -> Vec<Value> {
    let convert = |(column, value): (&usize, &Value)| match table.columns[*column].ty {
        Type::Affinity(affinity, _) => affinity.apply(value.clone()),
        _ => value.clone(),
    };
    columns.iter().zip(values).map(convert).collect()
}

pub(super) fn has_parent(cx: &Cx<'_>, key: &Key, values: &[Value]) -> bool {
    has_parent_but(cx, key, values, None)
}

/// Whether there is a parent other than this row.
pub(super) fn has_parent_but(
    cx: &Cx<'_>,
    key: &Key,
    values: &[Value],
    except: Option<i64>,
) -> bool {
    // The table is not there.
    if key.parent_columns.is_empty() {
        return false;
    }
    let values = as_parent(key, values);
    match key.parent_index {
        None => match values[..] {
            [Value::Int(rowid)] => {
                except != Some(rowid) && cx.store.row(key.parent.id, rowid).is_some()
            }
            _ => false,
        },
        Some(index) => {
            let hash = cx.store.hash_key(index, KeyRef::Values(&values));
            let except = except.and_then(|rowid| cx.store.row(key.parent.id, rowid));
            cx.store.find(index, hash, KeyRef::Values(&values), except).is_some()
        }
    }
}

/// The rows that refer to a key.
pub(super) fn children_of(cx: &mut Cx<'_>, key: &Key, values: &[Value]) -> Result<Vec<i64>> {
    children_where(cx, key, values, true)
}

/// The rows that have these values, which are brought to the parent's columns first or not.
fn children_where(cx: &mut Cx<'_>, key: &Key, values: &[Value], brought: bool) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    let refers = |cx: &Cx<'_>, slot| {
        let record = cx.store.record(slot);
        key.child_columns.iter().zip(&key.parent_columns).zip(values).all(|((child, parent), v)| {
            let column = &key.parent.columns[*parent];
            let mut stored = record.value(*child).to_value();
            // Both sides are columns to SQLite: they are compared as numbers if one of them is of
            // numbers, else as they are (fkey.c, fkScanChildren).
            let numeric = |a: &Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
            let number = match (&column.ty, &key.child.columns[*child].ty) {
                (Type::Affinity(parent, _), Type::Affinity(child, _)) => {
                    brought && (numeric(parent) || numeric(child))
                }
                _ => {
                    if brought {
                        stored = converted(key, (child, parent), stored);
                    }
                    false
                }
            };
            let compare = |stored: &Value, v: &Value| {
                value::compare(stored.borrow(), v.borrow(), column.collation) == Ordering::Equal
            };
            !stored.is_null()
                && match number {
                    true => {
                        let number = |v: &Value| Affinity::Numeric.apply(v.clone());
                        compare(&number(&stored), &number(v))
                    }
                    false => compare(&stored, v),
                }
        })
    };
    if let Some(index) = key.child_index {
        let mut cursor = cx.store.seek(index, values, false);
        while let Some(slot) = cx.store.next_entry(index, &mut cursor) {
            cx.tick()?;
            if cx.store.compare_key(index, slot, values) != Ordering::Equal {
                break;
            }
            found.push(cx.store.record(slot).rowid());
        }
        sort_by_number(&mut found, &mut |rowid| *rowid);
        return Ok(found);
    }
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = cx.store.at_or_after(key.child.id, from) {
        cx.tick()?;
        if refers(cx, slot) {
            found.push(rowid);
        }
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    Ok(found)
}

fn put_off_or_fail(
    cx: &mut Cx<'_>,
    key: &Rc<Key>,
    judged: Judged,
    values: Vec<Value>,
) -> Result<()> {
    if key.when == When::Row {
        let side = match judged {
            Judged::Parent { .. } => ForeignKeySide::Parent,
            _ => ForeignKeySide::Child,
        };
        return Err(violation(cx, key, values, side, &[]));
    }
    cx.pending.push(Pending { judged, when: key.when });
    Ok(())
}

/// Judges a child that had no parent.
///
/// # Errors
/// It has none still.
pub(super) fn judge_child(cx: &mut Cx<'_>, key: &Rc<Key>, rowid: i64) -> Result<()> {
    let Some(slot) = cx.store.row(key.child.id, rowid) else { return Ok(()) };
    let row = row::read_row(cx, slot);
    let values = key_of(&row, &key.child_columns);
    let found = !lacks_parent(cx, key, &values);
    asked_parent(cx, key, &values, found);
    if found {
        return Ok(());
    }
    Err(violation(cx, key, values, ForeignKeySide::Child, &[rowid]))
}

/// Judges a parent's key that went while children referred to it.
///
/// # Errors
/// They do still, and it is not back.
pub(super) fn judge_parent(cx: &mut Cx<'_>, key: &Rc<Key>, values: &[Value]) -> Result<()> {
    if has_parent(cx, key, values) {
        return Ok(());
    }
    let children = children_of(cx, key, values)?;
    if children.is_empty() {
        return Ok(());
    }
    Err(violation(cx, key, values.to_vec(), ForeignKeySide::Parent, &children))
}

/// Notes that a row's parent was looked for.
pub(super) fn asked_parent(cx: &mut Cx<'_>, key: &Key, values: &[Value], found: bool) {
    cx.emit(None, || StepKind::Parent {
        table: key.parent.name.clone(),
        columns: key.parent_columns.iter().map(|c| key.parent.columns[*c].name.clone()).collect(),
        key: values.to_vec(),
        found,
    });
}

/// The error for violations of which none can be shown any more.
pub(super) fn unknown_violation() -> Error {
    let kind = ErrorKind::ForeignKey(Box::new(ForeignKeyViolation {
        child: String::new(),
        parent: String::new(),
        constraint: String::new(),
        columns: Vec::new(),
        key: Vec::new(),
        side: ForeignKeySide::Child,
        definition: String::new(),
    }));
    kind.nowhere()
}

pub(super) fn violation(
    cx: &Cx<'_>,
    key: &Key,
    values: Vec<Value>,
    side: ForeignKeySide,
    children: &[i64],
) -> Error {
    let (columns, table) = match side {
        ForeignKeySide::Child => (&key.child_columns, &key.child),
        ForeignKeySide::Parent | ForeignKeySide::Restrict => (&key.parent_columns, &key.parent),
    };
    let named = |at: &usize| table.columns[columns[*at]].name.to_string();
    let columns: Vec<String> = key.declared.iter().map(named).collect();
    let values: Vec<Value> = key.declared.iter().map(|at| values[*at].clone()).collect();
    let existing = children.iter().filter_map(|rowid| {
        let slot = cx.store.row(key.child.id, *rowid)?;
        let mut row = row::read_row(cx, slot);
        row.truncate(key.child.columns.len());
        Some((*rowid, row))
    });
    // A child that is judged later is the row that came in; nothing is in its way.
    let mut existing: Vec<_> = existing.collect();
    let row = match side {
        ForeignKeySide::Child => existing.pop().map(|(_, row)| row).unwrap_or_default(),
        ForeignKeySide::Parent | ForeignKeySide::Restrict => Vec::new(),
    };
    let conflict = Conflict {
        kind: "foreign key",
        table: table.name.to_string(),
        constraint: (!key.name.is_empty()).then(|| key.name.to_string()),
        index: None,
        columns: columns.clone(),
        key: values.clone(),
        ordinal: cx.ordinal,
        row,
        existing,
        also: Vec::new(),
        clause: key.word,
        origin: "default",
    };
    let kind = ErrorKind::ForeignKey(Box::new(ForeignKeyViolation {
        child: key.child.name.to_string(),
        parent: key.parent.name.to_string(),
        constraint: key.name.to_string(),
        columns,
        key: values,
        side,
        definition: key.definition.to_string(),
    }));
    let mut error = kind.nowhere();
    error.conflict = Some(Box::new(conflict));
    error.in_schema(&key.child.schema)
}
