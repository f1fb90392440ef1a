//! Numbers for new rows: SQLite's rowids, PostgreSQL's sequences, MySQL's AUTO_INCREMENT. Which of
//! them a column uses is in the plan. What AUTOINCREMENT records is in `book`.

use super::Cx;
use crate::catalog::{ObjectId, SequenceState};
use crate::error::{ErrorKind, Result};
use crate::plan::dml::{ColumnDefault, Insert, Target};
use crate::plan::rules::LastId;
use crate::store::Change;
use crate::trace::StepKind;
use crate::types::Type;
use crate::value::Value;

/// The numbers of one INSERT.
pub(super) struct Ids {
    /// The first value that a sequence gave.
    pub(super) first_generated: Option<i64>,
    /// The AUTO_INCREMENT column of the last row: as it was to be, or as it was updated (MySQL).
    pub(super) last_seen: Option<i64>,
    /// The column of the present row that asks for the next value, and where from.
    pub(super) wanted: Option<(usize, ObjectId)>,
    /// The value that it was given.
    given: i64,
    /// The present row was given one, rather than named it.
    generated: bool,
    /// Values reserved and not used: next and end (MySQL).
    reserved: Option<(i64, i64)>,
    /// Rows of a list of rows, 0 for those of a query.
    rows: i64,
    /// How often values have been reserved.
    reservations: u32,
    last_id: LastId,
}

impl Ids {
    pub(super) fn new(cx: &mut Cx<'_>, plan: &Insert) -> Ids {
        cx.work.numbered_rows = 0;
        let (first_generated, last_seen, wanted, reserved) = (None, None, None, None);
        let last_id = plan.target.last_id;
        Ids {
            first_generated,
            last_seen,
            wanted,
            given: 0,
            generated: false,
            reserved,
            rows: 0,
            reservations: 0,
            last_id,
        }
    }

    /// The statement has this many rows, for which MySQL reserves values at once.
    pub(super) fn expect_rows(&mut self, rows: usize) {
        self.rows = rows as i64;
    }

    /// The next value of a sequence for the present row.
    pub(super) fn next(&mut self, cx: &mut Cx<'_>, id: ObjectId) -> Result<i64> {
        let value = next_value(cx, id)?;
        self.first_generated.get_or_insert(value);
        Ok(value)
    }

    /// Puts the next AUTO_INCREMENT value where the row asks for one; it is not used up yet. Past
    /// the end of the column's type the greatest value is given again (InnoDB).
    pub(super) fn fill(&mut self, cx: &mut Cx<'_>, plan: &Insert, values: &mut [Value]) {
        self.generated = false;
        let Some((column, id)) = self.wanted else { return };
        // A BEFORE trigger may have given one.
        if !matches!(values[column], Value::Null | Value::Int(0)) {
            self.wanted = None;
            return;
        }
        let next = match self.reserved {
            Some((next, end)) if next < end => next,
            _ => cx.store.sequence(id).map_or(1, |s| s.value),
        };
        let greatest = greatest(&plan.target, column);
        self.given = next;
        self.generated = true;
        let value = Value::Int(next.min(greatest));
        cx.emit(None, || {
            let sequence = &plan.columns[column].default;
            let name = match sequence {
                ColumnDefault::Sequence { name, .. } => name.clone(),
                _ => std::rc::Rc::from(""),
            };
            StepKind::Sequence { name, value: value.clone() }
        });
        values[column] = value;
    }

    /// InnoDB with innodb_autoinc_lock_mode=2: a list of rows reserves a value for each that is still
    /// to come, a query 1, 2, 4 and so on, when the keys of a row are looked at; a value is used up
    /// when its row is written (handler.cc, update_auto_increment; ha_innodb.cc,
    /// get_auto_increment).
    pub(super) fn take(&mut self, cx: &mut Cx<'_>, target: &Target) {
        if self.last_id != LastId::FirstGenerated || identity_column(target).is_none() {
            return;
        }
        if let Some((_, id)) = self.wanted.take()
            && self.reserved.is_none_or(|(next, end)| next >= end)
        {
            if cx.work.numbered_rows == 0 {
                cx.work.numbered_rows = match self.reservations {
                    0 if self.rows > 0 => self.rows,
                    count => 1 << count.min(16),
                };
            }
            // The row itself may have moved the counter since it was given its value.
            let end = self.given.saturating_add(cx.work.numbered_rows);
            // Past the end of the type it stays where it is.
            if identity_column(target).is_some_and(|c| self.given <= greatest(target, c)) {
                raise_counter(cx, id, end - 1);
            }
            self.reserved = Some((self.given, end));
            self.reservations += 1;
        }
        cx.work.numbered_rows = (cx.work.numbered_rows - 1).max(0);
    }

    /// The rowid for a row that names none: one past the greatest (SQLite, autoinc.html).
    pub(super) fn next_rowid(&mut self, cx: &mut Cx<'_>, target: &Target) -> Result<i64> {
        let table = target.table.id;
        if target.updates_move {
            return Ok(cx.store.next_place(table));
        }
        let last = cx.store.last_rowid(table);
        let tried = cx.highest_tried(table);
        let base = match tried {
            Some(tried) => Some(last.unwrap_or(0).max(tried)),
            None => last,
        };
        let rowid = match base {
            None => 1,
            Some(i64::MAX) if tried.is_none() => random_rowid(cx, target)?,
            Some(i64::MAX) => return Err(ErrorKind::RowidsUsedUp.nowhere()),
            Some(base) => base + 1,
        };
        cx.tried(table, rowid);
        Ok(rowid)
    }

    /// A row was written.
    pub(super) fn wrote(&mut self, cx: &mut Cx<'_>, target: &Target, rowid: i64) {
        match self.last_id {
            LastId::Rowid => {
                if !target.table.without_rowid {
                    cx.state.last_insert_id = rowid;
                }
            }
            LastId::FirstGenerated => self.used_reserved(cx, target, rowid),
            LastId::None => {}
        }
    }

    /// MySQL: a written row uses up its generated value; a higher explicit one moves the counter.
    fn used_reserved(&mut self, cx: &mut Cx<'_>, target: &Target, rowid: i64) {
        let table = &target.table;
        let Some(column) = identity_column(target) else { return };
        let Some(identity) = &table.columns[column].identity else { return };
        let Some(value) = stored(cx, target, rowid, column) else { return };
        match &mut self.reserved {
            Some((next, _)) if *next == value => {
                *next += 1;
                if self.generated {
                    self.first_generated.get_or_insert(value);
                }
            }
            Some((next, _)) if *next < value => {
                *next = value + 1;
            }
            _ => {}
        }
        raise_counter(cx, identity.sequence, value);
    }

    /// The keys of a row of a query have been looked at: its AUTO_INCREMENT value moves the counter
    /// even if it is not written (ha_innodb.cc, write_row, SQLCOM_INSERT_SELECT).
    pub(super) fn tried(&self, cx: &mut Cx<'_>, target: &Target) {
        if let (LastId::FirstGenerated, Some(value)) = (self.last_id, self.last_seen)
            && let Some(column) = identity_column(target)
            && let Some(identity) = &target.table.columns[column].identity
        {
            raise_counter(cx, identity.sequence, value);
        }
    }

    /// The row was left out and takes the value with it that it was given.
    pub(super) fn lose(&mut self) {
        if let Some((next, _)) = &mut self.reserved
            && self.last_seen == Some(*next)
        {
            *next += 1;
        }
    }

    /// The row was left out before its keys were looked at: a value that it asked for was not given.
    pub(super) fn refused(&mut self) {
        if self.wanted.take().is_some() {
            self.last_seen = None;
        }
    }

    /// A row is to be written.
    pub(super) fn met(&mut self, target: &Target, values: &[Value]) {
        self.last_seen = id_in(target, values).or(self.last_seen);
    }

    /// An upsert that comes to nothing tells of the value that it would have left in the row
    /// (compared with MariaDB 10.11).
    pub(super) fn proposed(&mut self, cx: &mut Cx<'_>) {
        if let Some(id) = cx.work.proposed_id.take() {
            self.last_seen = Some(id);
        }
    }

    /// The row in the way was updated.
    pub(super) fn updated(&mut self, cx: &mut Cx<'_>, target: &Target, rowid: i64) {
        if self.last_id == LastId::FirstGenerated
            && let Some(column) = identity_column(target)
        {
            self.last_seen = stored(cx, target, rowid, column);
            // What is reserved goes on after it (handler.cc,
            // adjust_next_insert_id_after_explicit_value).
            if let (Some((next, _)), Some(value)) = (&mut self.reserved, self.last_seen)
                && value >= *next
            {
                *next = value.saturating_add(1);
            }
        }
    }
}

/// A row was updated: a higher AUTO_INCREMENT value moves the counter (MySQL 8, "InnoDB
/// AUTO_INCREMENT Counter Initialization").
pub(super) fn updated(cx: &mut Cx<'_>, target: &Target, rowid: i64, changed: &[usize]) {
    if target.last_id == LastId::FirstGenerated
        && let Some(column) = identity_column(target).filter(|c| changed.contains(c))
        && let Some(value) = stored(cx, target, rowid, column)
        && let Some(identity) = &target.table.columns[column].identity
    {
        raise_counter(cx, identity.sequence, value);
    }
}

/// The AUTO_INCREMENT value of a row on its way.
pub(super) fn id_in(target: &Target, values: &[Value]) -> Option<i64> {
    match target.last_id == LastId::FirstGenerated {
        true => identity_column(target).and_then(|column| match values[column] {
            Value::Int(value) => Some(value),
            _ => None,
        }),
        false => None,
    }
}

fn identity_column(target: &Target) -> Option<usize> {
    target.table.columns.iter().position(|c| c.identity.is_some())
}

/// The greatest number of a column's type.
fn greatest(target: &Target, column: usize) -> i64 {
    match target.table.columns[column].ty {
        Type::Int { bits, unsigned } if bits < 64 => (1i64 << (bits - u8::from(!unsigned))) - 1,
        _ => i64::MAX,
    }
}

fn stored(cx: &Cx<'_>, target: &Target, rowid: i64, column: usize) -> Option<i64> {
    let slot = cx.store.row(target.table.id, rowid)?;
    match cx.store.record(slot).value(column) {
        crate::value::ValueRef::Int(value) => Some(value),
        _ => None,
    }
}

/// The next value of a PostgreSQL sequence.
///
/// # Errors
/// The sequence is used up.
pub(super) fn next_value(cx: &mut Cx<'_>, id: ObjectId) -> Result<i64> {
    let Some(definition) = cx.store.catalog().sequence_by_id(id).cloned() else {
        return Err(ErrorKind::NoSuchObject { kind: "sequence", name: id.to_string() }.nowhere());
    };
    let before = cx.store.sequence(id);
    let value = match before {
        None => definition.start,
        Some(state) if !state.called => state.value,
        Some(state) => match state.value.checked_add(definition.increment) {
            Some(next) if (definition.min..=definition.max).contains(&next) => next,
            _ if definition.cycle && definition.increment < 0 => definition.max,
            _ if definition.cycle => definition.min,
            _ => {
                let name = definition.name.to_string();
                let down = definition.increment < 0;
                let end = if down { definition.min } else { definition.max };
                return Err(ErrorKind::SequenceUsedUp { name, end, down }.nowhere());
            }
        },
    };
    // 32 values are written down ahead (sequence.c, nextval_internal).
    let logged = before.filter(|state| state.called).map_or(0, |state| state.logged);
    let logged = logged.checked_sub(1).unwrap_or(32);
    let after = Some(SequenceState { value, called: true, logged });
    cx.write(&Change::Sequence { id, before, after, restart: false }, &[]);
    cx.state.current_values.retain(|(known, _)| *known != id);
    cx.state.current_values.push((id, value));
    cx.state.last_sequence = Some(id);
    Ok(value)
}

/// Moves an AUTO_INCREMENT counter past a value, if it is not there yet.
fn raise_counter(cx: &mut Cx<'_>, id: ObjectId, used: i64) {
    let counter = cx.store.sequence(id).map_or(1, |s| s.value);
    if used >= counter {
        set_counter(cx, id, used.saturating_add(1));
    }
}

/// ALTER TABLE … AUTO_INCREMENT: the counter goes on at a value, or after the greatest that there is.
pub(super) fn renumber(cx: &mut Cx<'_>, table: ObjectId, value: i64) {
    let Some(definition) = cx.store.catalog().table_by_id(table).cloned() else { return };
    let mut columns = definition.columns.iter().enumerate();
    let Some((column, id)) =
        columns.find_map(|(at, c)| c.identity.as_ref().map(|i| (at, i.sequence)))
    else {
        return;
    };
    let mut next = value.max(1);
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = cx.store.at_or_after(table, from) {
        if let crate::value::ValueRef::Int(n) = cx.store.record(slot).value(column) {
            next = next.max(n.saturating_add(1));
        }
        let Some(after) = rowid.checked_add(1) else { break };
        from = after;
    }
    set_counter(cx, id, next);
}

fn set_counter(cx: &mut Cx<'_>, id: ObjectId, value: i64) {
    let before = cx.store.sequence(id);
    let after = Some(SequenceState { value, called: false, logged: 0 });
    cx.write(&Change::Sequence { id, before, after, restart: false }, &[]);
}

/// A free rowid when the greatest is in use (insert.c, OP_NewRowid tries at random).
fn random_rowid(cx: &mut Cx<'_>, target: &Target) -> Result<i64> {
    for _ in 0..100 {
        let rowid = (cx.state.next_random() >> 2) as i64 + 1;
        if cx.store.row(target.table.id, rowid).is_none() {
            return Ok(rowid);
        }
    }
    Err(ErrorKind::RowidsUsedUp.nowhere())
}
