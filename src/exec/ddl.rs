//! Carries out changes of definitions.

use std::rc::Rc;

use super::conflict::compute_key;
use super::expr::{self, Env};
use super::row;
use super::write::Outcome;
use super::{Cx, Flow, deferred, query};
use crate::catalog::{Catalog, Index, NameKey, Object, ObjectId, SequenceState, Space, Table};
use crate::error::{ErrorKind, KeyKind, Result, UniqueViolation};
use crate::plan::alter_domain::DomainVerify;
use crate::plan::conflict::When;
use crate::plan::create_index::index_key;
use crate::plan::ddl::{Ddl, NewIndex, NewTable};
use crate::plan::dml::{ComputedIndex, Target};
use crate::plan::node::{Expr, QueryPlan};
use crate::plan::{PlanState, Planner};
use crate::store::{Change, KeyRef};
use crate::types::Type;
use crate::value::Value;

/// Runs a change of definitions.
///
/// # Errors
/// Duplicates under a new unique index.
pub fn run_ddl(cx: &mut Cx<'_>, plan: &Ddl, outcome: &mut Outcome) -> Result<()> {
    match plan {
        Ddl::Nothing(why) => {
            if let Some(kind) = why {
                cx.warn("NOTICE", (**kind).clone());
            }
            Ok(())
        }
        Ddl::CreateTable(new) => create_table(cx, new).map(|_| ()),
        Ddl::AlterText(plan) => super::alter_text::run(cx, plan),
        Ddl::CreateIndex(new) => create_index(cx, new),
        Ddl::AlterTable(alter) => super::alter::run(cx, alter, outcome),
        Ddl::CreateTableAs(new, rows) => {
            let table = create_table(cx, new)?;
            match rows {
                Some(query) => fill_table(cx, &table, query, outcome),
                None => Ok(()),
            }
        }
        Ddl::CreateTableFilled(new, filling) => {
            create_table(cx, new)?;
            let plan = Planner {
                catalog: cx.store.catalog(),
                rules: filling.rules,
                text: &filling.text.0,
                base: filling.text.1,
                settings: &cx.state.settings,
                state: PlanState::default(),
            }
            .plan(&filling.statement)?;
            super::write::run_write(cx, &plan, outcome)
        }
        Ddl::AlterSequence(sequence, restart) => {
            let key = cx.store.catalog().key(&sequence.schema, Space::Relation, &sequence.name);
            put(cx, key, Object::Sequence(sequence.clone()));
            if let Some(value) = restart {
                start_sequence(cx, sequence.id, *value);
            }
            Ok(())
        }
        Ddl::CreateTrigger(trigger, key) => {
            let mut trigger = (**trigger).clone();
            trigger.id = cx.store.new_id();
            put(cx, key.clone(), Object::Trigger(Rc::new(trigger)));
            Ok(())
        }
        Ddl::CreateType(made) => {
            let mut made = (**made).clone();
            made.id = cx.store.new_id();
            let key = cx.store.catalog().key(&made.schema, Space::Type, &made.name);
            put(cx, key, Object::Type(Rc::new(made)));
            Ok(())
        }
        Ddl::CreateSchema(name) => {
            let id = cx.store.new_id();
            let key = cx.store.catalog().key("", Space::Schema, name);
            put(cx, key, Object::Schema(id, name.clone()));
            Ok(())
        }
        Ddl::CreateFunction(key, function) => {
            let mut function = (**function).clone();
            function.id = cx.store.new_id();
            put(cx, key.clone(), Object::Function(Rc::new(function)));
            Ok(())
        }
        Ddl::Change(objects, label) => {
            for (key, object) in objects {
                super::alter::change(cx, key, object);
            }
            match label {
                Some((values, places)) => relabel(cx, values, places),
                None => Ok(()),
            }
        }
        Ddl::AlterDomain(objects, verify) => {
            for rule in verify {
                verify_domain(cx, rule)?;
            }
            for (key, object) in objects {
                super::alter::change(cx, key, object);
            }
            Ok(())
        }
        Ddl::CreateView(view) => {
            let mut view = (**view).clone();
            if view.id == 0 {
                view.id = cx.store.new_id();
            }
            let key = cx.store.catalog().key(&view.schema, Space::Relation, &view.name);
            put(cx, key, Object::View(Rc::new(view)));
            Ok(())
        }
        Ddl::CreateSequence(sequence) => {
            let mut sequence = (**sequence).clone();
            sequence.id = cx.store.new_id();
            let key = cx.store.catalog().key(&sequence.schema, Space::Relation, &sequence.name);
            start_sequence(cx, sequence.id, sequence.start);
            put(cx, key, Object::Sequence(Rc::new(sequence)));
            Ok(())
        }
        Ddl::Drop(dropped) => {
            for (target, referred) in &dropped.emptied {
                empty(cx, target, *referred)?;
            }
            if let Some(note) = &dropped.note {
                cx.warn("NOTICE", note.clone());
            }
            for (key, table) in &dropped.changed {
                put(cx, key.clone(), table.clone());
            }
            for (key, object) in &dropped.removed {
                let (key, before) = (key.clone(), Some(object.clone()));
                cx.write(&Change::Object { key, before, after: None }, &[]);
                if let Object::Table(table) = object
                    && table.autoincrement
                {
                    cx.move_in_book(table, None);
                }
            }
            Ok(())
        }
        Ddl::Truncate { tables, restart, notes } => {
            for note in notes {
                cx.warn("NOTICE", note.clone());
            }
            for target in tables {
                while let Some(rowid) = cx.store.last_rowid(target.table.id) {
                    cx.tick()?;
                    row::delete_row(cx, target, rowid, None, &mut false)?;
                }
            }
            for sequence in restart {
                start_sequence(cx, sequence.id, sequence.start);
            }
            Ok(())
        }
    }
}

/// Rows that were there before must satisfy what a domain asks now.
fn verify_domain(cx: &mut Cx<'_>, rule: &DomainVerify) -> Result<()> {
    let table = &rule.table;
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = cx.store.at_or_after(table.id, from) {
        cx.tick()?;
        let row = row::read_row(cx, slot);
        let broken = match &rule.condition {
            None => row[rule.column].is_null(),
            Some(condition) => expr::eval_condition(cx, condition, &Env::of(&row))? == Some(false),
        };
        if broken {
            let column = table.columns[rule.column].name.to_string();
            let (table_name, null) = (table.name.to_string(), rule.condition.is_none());
            let kind = ErrorKind::DomainBroken { table: table_name, column, null };
            return Err(kind.nowhere().in_schema(&table.schema));
        }
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    Ok(())
}

/// Rows get a label's new value in place of its old one.
fn relabel(cx: &mut Cx<'_>, [old, new]: &[Value; 2], places: &[(ObjectId, usize)]) -> Result<()> {
    for (id, column) in places {
        let mut from = i64::MIN;
        while let Some((rowid, slot)) = cx.store.at_or_after(*id, from) {
            cx.tick()?;
            let mut row = row::read_row(cx, slot);
            let same = |a: &Value, b: &Value| match (a, b) {
                (Value::Other(_, a), Value::Other(_, b)) => a == b,
                _ => false,
            };
            if same(&row[*column], old) {
                row[*column] = new.clone();
                row.pop();
                let after = Some(cx.store.place(rowid, &row));
                cx.write(&Change::Row { table: *id, rowid, before: Some(slot), after }, &[]);
            }
            let Some(next) = rowid.checked_add(1) else { break };
            from = next;
        }
    }
    Ok(())
}

/// A table whose rows are still to be judged stays as it is (PostgreSQL; heap.c, CheckTableNotInUse).
///
/// # Errors
/// Something is put off for a table that is changed.
pub fn refuse_pending(plan: &Ddl, pending: &[deferred::Pending], catalog: &Catalog) -> Result<()> {
    let refuse = |verb, id: ObjectId| match catalog.table_by_id(id) {
        Some(table) if pending.iter().any(|p| p.is_about(id)) => {
            Err(ErrorKind::PendingEvents { verb, table: table.name.to_string() }.nowhere())
        }
        _ => Ok(()),
    };
    match plan {
        Ddl::AlterTable(alter) if !alter.renames => refuse("ALTER TABLE", alter.before.id),
        Ddl::CreateIndex(new) => refuse("CREATE INDEX", new.index.table),
        Ddl::Truncate { tables, .. } => {
            tables.iter().try_for_each(|target| refuse("TRUNCATE", target.table.id))
        }
        Ddl::Drop(dropped) => {
            dropped.removed.iter().rev().try_for_each(|(_, object)| match object {
                Object::Table(table) => refuse("DROP TABLE", table.id),
                Object::Index(index) => refuse("DROP INDEX", index.table),
                _ => Ok(()),
            })
        }
        _ => Ok(()),
    }
}

/// Deletes all rows of a table that is about to go; they count like those of any DELETE.
fn empty(cx: &mut Cx<'_>, target: &Rc<Target>, referred: bool) -> Result<()> {
    let counts = &cx.state.foreign;
    let waits = counts.deferred != 0 || counts.put_off != 0;
    cx.state.changes = 0;
    if !referred && !waits {
        return Ok(());
    }
    let emptied = delete_all(cx, target);
    let judged = emptied.and_then(|()| deferred::judge(cx, When::StatementEnd));
    if judged.is_err() {
        // What foreign keys did to other rows counts all the same (SQLite).
        cx.state.total_changes -= cx.state.changes;
        cx.state.changes = 0;
    }
    judged
}

fn delete_all(cx: &mut Cx<'_>, target: &Rc<Target>) -> Result<()> {
    let mut from = i64::MIN;
    while let Some((rowid, _)) = cx.store.at_or_after(target.table.id, from) {
        cx.tick()?;
        if row::delete_row(cx, target, rowid, None, &mut false)? {
            cx.state.changes += 1;
            cx.state.total_changes += 1;
        }
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    Ok(())
}

pub(super) fn put(cx: &mut Cx<'_>, key: NameKey, object: Object) {
    cx.state.temp_opened |= key.schema == "temp";
    let before = cx.store.catalog().get(&key).cloned();
    cx.write(&Change::Object { key, before, after: Some(object) }, &[]);
}

pub(super) fn start_sequence(cx: &mut Cx<'_>, id: ObjectId, value: i64) {
    let before = cx.store.sequence(id);
    let after = Some(SequenceState { value, called: false, logged: 0 });
    cx.write(&Change::Sequence { id, before, after, restart: true }, &[]);
}

fn create_table(cx: &mut Cx<'_>, new: &NewTable) -> Result<Rc<Table>> {
    let mut table = new.table.clone();
    table.id = cx.store.new_id();
    cx.state.on_commit |= table.on_commit.is_some();
    for (column, sequence) in &new.sequences {
        let mut sequence = sequence.clone();
        sequence.id = cx.store.new_id();
        sequence.owner = Some((table.id, *column));
        if let Some(identity) = &mut table.columns[*column].identity {
            identity.sequence = sequence.id;
        }
        let first = new.first_value.unwrap_or(sequence.start);
        start_sequence(cx, sequence.id, first);
        let key = cx.store.catalog().key(&sequence.schema, new.spaces.sequence, &sequence.name);
        put(cx, key, Object::Sequence(Rc::new(sequence)));
    }
    number_foreign_keys(cx, &mut table);
    let key = cx.store.catalog().key(&table.schema, Space::Relation, &table.name);
    let table = Rc::new(table);
    put(cx, key, Object::Table(table.clone()));
    for index in &new.indexes {
        let mut index = index.clone();
        index.id = cx.store.new_id();
        index.table = table.id;
        put_index(cx, &table, index, new.spaces.index);
    }
    for helper in &new.helpers {
        let key = cx.store.catalog().key(&helper.schema, Space::Relation, &helper.name);
        if cx.store.catalog().get(&key).is_none() {
            let mut helper = helper.clone();
            helper.id = cx.store.new_id();
            put(cx, key, Object::Table(Rc::new(helper)));
        }
    }
    Ok(table)
}

/// Gives numbers to the foreign keys that are new.
pub(super) fn number_foreign_keys(cx: &mut Cx<'_>, table: &mut Table) {
    for key in table.foreign_keys.iter_mut().filter(|k| k.id == 0) {
        key.id = cx.store.new_id();
    }
}

/// The rows of CREATE TABLE AS.
fn fill_table(
    cx: &mut Cx<'_>,
    table: &Table,
    query: &QueryPlan,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut rows = Vec::new();
    query::run(cx, &query.node, None, &mut |_, row| {
        rows.push(row.to_vec());
        Ok(Flow::Continue)
    })?;
    for (rowid, mut row) in (1..).zip(rows) {
        cx.tick()?;
        for (value, column) in row.iter_mut().zip(&table.columns) {
            if let Type::Affinity(affinity, _) = column.ty {
                *value = affinity.apply(std::mem::take(value));
            }
        }
        let after = Some(cx.store.place(rowid, &row));
        cx.write(&Change::Row { table: table.id, rowid, before: None, after }, &[]);
        outcome.records += 1;
    }
    Ok(())
}

fn put_index(cx: &mut Cx<'_>, table: &Table, index: Index, space: Space) {
    let made = if index.made == 0 { index.id } else { index.made };
    let index = Index { made, ..index };
    let key = index_key(cx.store.catalog(), space, table, &index.name);
    put(cx, key, Object::Index(Rc::new(index)));
}

pub(super) fn create_index(cx: &mut Cx<'_>, new: &NewIndex) -> Result<()> {
    let Some(table) = cx.store.catalog().table_by_id(new.index.table).cloned() else {
        return Err(ErrorKind::NoSuchTable { name: new.table.to_string() }.nowhere());
    };
    let mut index = new.index.clone();
    index.id = cx.store.new_id();
    let id = index.id;
    put_index(cx, &table, index, new.space);
    let computed = new.computed.as_ref();
    let columns = new.index.columns().unwrap_or_default();
    let mut from = i64::MIN;
    if let Some(condition) = &new.exclusion {
        check_exclusion(cx, new, condition)?;
    }
    if computed.is_none() && !new.index.unique {
        cx.store.fill_index(id);
        return Ok(());
    }
    // Row by row, since a duplicate must be found before its entry is there.
    if computed.is_none() {
        let filled = cx.store.fill_index_checked(id, &columns);
        filled.map_err(|(key, other)| {
            duplicate(new, key, other).nowhere().in_schema(&new.index.schema)
        })?;
        return Ok(());
    }
    while let Some((rowid, slot)) = cx.store.at_or_after(table.id, from) {
        cx.tick()?;
        if let Some(computed) = computed {
            add_entry(cx, new, computed, id, slot)?;
        }
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    Ok(())
}

/// No two rows that are there may exclude each other.
fn check_exclusion(cx: &mut Cx<'_>, new: &NewIndex, condition: &Expr) -> Result<()> {
    let table = new.index.table;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = cx.store.at_or_after(table, from) {
        rows.push(row::read_row(cx, slot));
        let Some(next) = rowid.checked_add(1) else { break };
        from = next;
    }
    for (at, row) in rows.iter().enumerate() {
        for other in &rows[at + 1..] {
            cx.tick()?;
            let both: Vec<Value> = row.iter().chain(other).cloned().collect();
            if expr::eval_condition(cx, condition, &Env::of(&both))? == Some(true) {
                let mut keys = [Vec::new(), Vec::new()];
                for (key, row) in keys.iter_mut().zip([row, other]) {
                    *key = match (&new.computed, new.index.columns()) {
                        (Some(computed), _) => compute_key(cx, &computed.key, &[], row)?,
                        (None, columns) => {
                            columns.into_iter().flatten().map(|c| row[c].clone()).collect()
                        }
                    };
                }
                let [key, existing] = keys;
                let kind = match duplicate(new, key, existing) {
                    ErrorKind::Unique(violation) => ErrorKind::Unique(Box::new(UniqueViolation {
                        key_kind: KeyKind::Exclusion,
                        ..*violation
                    })),
                    other => other,
                };
                return Err(kind.nowhere());
            }
        }
    }
    Ok(())
}

fn add_entry(
    cx: &mut Cx<'_>,
    new: &NewIndex,
    computed: &ComputedIndex,
    id: ObjectId,
    slot: crate::store::Slot,
) -> Result<()> {
    let row = row::read_row(cx, slot);
    cx.state.asked_now = false;
    let holds = match &computed.filter {
        Some(filter) => {
            let holds = expr::eval_condition(cx, filter, &Env::of(&row))?;
            expr::must_be_pure(cx, filter, "an index")?;
            holds == Some(true)
        }
        None => true,
    };
    if !holds {
        return Ok(());
    }
    let key = compute_key(cx, &computed.key, &computed.prefixes, &row)?;
    let distinct = new.index.nulls_distinct && key.iter().any(Value::is_null);
    if new.index.unique && !distinct {
        let hash = cx.store.hash_key(id, KeyRef::Values(&key));
        if cx.store.find(id, hash, KeyRef::Values(&key), None).is_some() {
            return Err(duplicate(new, key, Vec::new()).nowhere().in_schema(&new.index.schema));
        }
    }
    let change = Change::Entry { index: id, slot, key: Rc::from(key), added: true };
    cx.write(&change, &[]);
    Ok(())
}

fn duplicate(new: &NewIndex, key: Vec<Value>, existing_key: Vec<Value>) -> ErrorKind {
    let expression =
        new.index.terms.iter().any(|t| matches!(t.term, crate::catalog::Term::Expr(..)));
    ErrorKind::Unique(Box::new(UniqueViolation {
        table: new.table.to_string(),
        index: new.index.name.to_string(),
        key_kind: KeyKind::Unique,
        columns: new.columns.iter().map(|c| c.to_string()).collect(),
        declared: Vec::new(),
        expression,
        key,
        existing_key,
        creating: true,
    }))
}
