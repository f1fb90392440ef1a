//! Foreign keys as plans: for a child, how its parent is looked up; for a parent, how its children
//! are found and what happens to them.

use std::cell::OnceCell;
use std::rc::Rc;

use super::Planner;
use super::conflict::{ConflictPlan, When};
use super::dml::Target;
use super::link::Link;
use super::node::Expr;
use super::rules::{AcceptForeignKey, Assign, ForeignKeySides, ForeignParentFound};
use super::trigger::Event;
use crate::catalog::{ForeignKey, Index, Object, ObjectId, Space, Table};
use crate::error::{Error, ErrorKind, Result};
use crate::order::sort_by_number;
use crate::syntax::ast::{Deferrable, FkAction};
use crate::syntax::conflict::{OnConflict, OrClause, Resolution};

/// A foreign key, seen from the child that is written.
#[derive(Debug)]
pub struct ForeignChild {
    /// The key.
    pub key: Rc<Key>,
    /// The statement's own UPDATE of a row concerns it, not only rows that are deleted beside.
    pub by_update: bool,
    /// A row that is added is not looked at (`is_left_out`).
    pub left_out: bool,
}

/// A foreign key, seen from the parent that is written.
#[derive(Debug)]
pub struct ForeignParent {
    /// The key.
    pub key: Rc<Key>,
    /// Its number among the child's.
    pub number: usize,
    /// ON DELETE.
    pub on_delete: FkAction,
    /// ON UPDATE.
    pub on_update: FkAction,
    /// As in [`ForeignChild`].
    pub by_update: bool,
    /// How the children are written when the parent goes.
    pub deleted: Link<Children>,
    /// How the children are written when the parent's key changes.
    pub updated: Link<Children>,
}

/// What both sides know of a foreign key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: Rc<str>,
    /// The child table.
    pub child: Rc<Table>,
    /// Its columns.
    pub child_columns: Vec<usize>,
    /// An index whose first terms are those columns, to find children by.
    pub child_index: Option<ObjectId>,
    /// The parent table.
    pub parent: Rc<Table>,
    /// Its columns.
    pub parent_columns: Vec<usize>,
    /// The places of both in the order in which they were declared, as errors tell of them.
    pub declared: Vec<usize>,
    /// The parent's key: none for the rowid.
    pub parent_index: Option<ObjectId>,
    /// When a violation is judged.
    pub when: When,
    /// Violations are counted rather than looked at again (SQLite).
    pub counted: bool,
    /// It is declared so that it is judged at the commit.
    pub deferred: bool,
    /// What a violation does, as the database calls it.
    pub word: &'static str,
    /// MATCH FULL: either all its columns are NULL or none.
    pub full: bool,
    /// Brings a child's value to its parent's column.
    pub assign: Assign,
    /// Its definition as its errors repeat it.
    pub definition: Rc<str>,
}

/// How an action writes the children; empty where none can come about.
#[derive(Debug, Default)]
pub struct Children {
    /// The child table's target.
    pub target: OnceCell<Rc<Target>>,
    /// The checks of an update of the child's columns.
    pub conflict: OnceCell<Rc<ConflictPlan>>,
    /// The columns that SET NULL and SET DEFAULT set, and what SET DEFAULT sets them to.
    pub set: OnceCell<Vec<(usize, Expr)>>,
}

/// Child tables whose actions are being planned: child, key number, action, its writes.
pub type KnownChildren = (ObjectId, usize, Event, Rc<Children>);

impl Planner<'_> {
    /// The foreign keys of a table as a child; of an UPDATE those whose columns change.
    pub(super) fn plan_children(
        &mut self,
        table: &Rc<Table>,
        changed: Option<&[usize]>,
        set: Option<&[usize]>,
    ) -> Result<Vec<ForeignChild>> {
        if !self.settings.foreign_keys {
            return Ok(Vec::new());
        }
        let mut found = Vec::with_capacity(table.foreign_keys.len());
        for foreign in self.keys_in_order(table) {
            let own = foreign.refers(table, table, self.rules.table_names);
            let concerned = |c: &[usize]| {
                foreign.columns.iter().any(|at| c.contains(at)) || self.is_moved(table, c)
            };
            // A violation that waits is looked for at the row's new place.
            let waits = self.rules.write.updates_move && foreign.deferrable != Deferrable::No;
            if !own && !waits && !changed.is_none_or(concerned) {
                continue;
            }
            let key = match self.parent_of(table, foreign) {
                Ok(parent) => self.plan_key(table, foreign, &parent),
                Err(_) if self.state.dropping => Ok(self.orphan_key(table, foreign)),
                Err(_) if self.rules.ddl.parents_may_come_later => Ok(Key {
                    counted: false,
                    definition: (self.rules.ddl.foreign_key_text)(foreign, table, table).into(),
                    ..self.orphan_key(table, foreign)
                }),
                Err(missing) => Err(missing),
            };
            match key {
                Err(_) if self.state.dropping => continue,
                key => {
                    // Of its own table's keys one is looked at with the others (fkey.c).
                    let by_update = set
                        .is_none_or(|c| concerned(c) || own && self.needs_foreign_keys(table, c));
                    let left_out = self.is_left_out(table, foreign);
                    found.push(ForeignChild { key: Rc::new(key?), by_update, left_out });
                }
            }
            // A key that is judged at the commit lets the statement be (fkey.c, fkLookupParent).
            if foreign.deferrable != Deferrable::Deferred {
                self.state.reach.abort.set(true);
            }
        }
        Ok(found)
    }

    /// SQLite does not look for the parent of a row that is added while the last program that it has
    /// made for the statement is the SET NULL of that very key, which it takes for the one that is
    /// running (fkey.c, isSetNullAction; compared with SQLite 3.54).
    fn is_left_out(&self, table: &Table, foreign: &ForeignKey) -> bool {
        let made = self.state.last_action.get();
        self.rules.write.foreign_keys_are_counted
            && made.is_some_and(|(child, number)| {
                child == table.id && std::ptr::eq(&table.foreign_keys[number], foreign)
            })
    }

    /// The foreign keys that refer to a table; of an UPDATE those whose parent's columns change.
    /// `set` are the columns of an UPDATE that may delete rows beside.
    pub(super) fn plan_parents(
        &mut self,
        table: &Rc<Table>,
        events: &[Event],
        changed: Option<&[usize]>,
        set: Option<&[usize]>,
    ) -> Result<Vec<ForeignParent>> {
        if !self.settings.foreign_keys {
            return Ok(Vec::new());
        }
        let mut misfit = None;
        let mut found = Vec::new();
        let newest_first = self.rules.write.foreign_keys_are_counted;
        // A parent that is new breaks nothing; what is counted may be mended by it.
        if !newest_first && !events.iter().any(|e| *e != Event::Insert) {
            return Ok(found);
        }
        let mut children: Vec<Rc<Table>> = self.catalog.tables().cloned().collect();
        sort_by_number(&mut children, &mut |t| match newest_first {
            true => -i64::from(t.id),
            false => i64::from(t.id),
        });
        for child in children {
            let mut numbers: Vec<usize> = (0..child.foreign_keys.len()).collect();
            if newest_first {
                numbers.reverse();
            }
            for number in numbers {
                let foreign = &child.foreign_keys[number];
                if !foreign.refers(&child, table, self.rules.table_names) {
                    continue;
                }
                // Adding one row to a parent neither breaks nor mends a key that is judged at once
                // (fkey.c, sqlite3FkCheck).
                let adds_one = events == [Event::Insert]
                    && !self.state.reach.many.get()
                    && self.state.frame.is_none();
                if adds_one && self.when_judged(foreign) != When::Commit {
                    continue;
                }
                let key = match self.plan_key(&child, foreign, table) {
                    Ok(key) => key,
                    Err(_) if self.state.dropping => continue,
                    // Rows that change are looked at by all keys first, and the last that does
                    // not fit is told of (fkey.c, sqlite3FkOldmask).
                    Err(error) if events.contains(&Event::Update) => {
                        misfit = Some(error);
                        continue;
                    }
                    Err(error) => return Err(error),
                };
                if changed.is_some_and(|c| !self.changes_parent(table, foreign, c)) {
                    continue;
                }
                let acts = |a| matches!(a, FkAction::Cascade | FkAction::SetNull);
                if !acts(foreign.on_delete) || !acts(foreign.on_update) {
                    self.state.reach.abort.set(true);
                }
                let key = Rc::new(key);
                let by_update = set.is_none_or(|c| self.changes_parent(table, foreign, c));
                let (deleted, updated) = (Link::Down(Rc::default()), Link::Down(Rc::default()));
                let (on_delete, on_update) = (foreign.on_delete, foreign.on_update);
                found.push(ForeignParent {
                    key,
                    number,
                    on_delete,
                    on_update,
                    by_update,
                    deleted,
                    updated,
                });
            }
        }
        match misfit {
            Some(error) => Err(error),
            None => Ok(found),
        }
    }

    /// What happens to the children of rows that go, or whose key changes.
    pub(super) fn plan_actions(
        &mut self,
        parents: &mut [ForeignParent],
        event: Event,
    ) -> Result<()> {
        let silent = self.state.silent;
        self.state.silent |= !self.rules.write.cascades_fire;
        let mut done = Ok(());
        for parent in parents.iter_mut().filter(|p| event != Event::Update || p.by_update) {
            match self.plan_action(&parent.key, parent.number, event) {
                Ok(link) if event == Event::Delete => parent.deleted = link,
                Ok(link) => parent.updated = link,
                Err(error) => {
                    done = Err(error);
                    break;
                }
            }
        }
        self.state.silent = silent;
        done
    }

    /// The foreign keys of a child in the order in which they are looked at: SQLite begins with the
    /// last that was declared (build.c).
    fn keys_in_order<'t>(&self, table: &'t Table) -> Vec<&'t ForeignKey> {
        let mut keys: Vec<&ForeignKey> = table.foreign_keys.iter().collect();
        if self.rules.write.foreign_keys_are_counted {
            keys.reverse();
        }
        keys
    }

    /// Whether an UPDATE of these columns takes the old row away first: its key changes, or a
    /// foreign key of its own table or with an action is concerned (update.c, `hasFK>1`).
    pub(super) fn old_goes_first(&self, table: &Table, changed: &[usize]) -> bool {
        let rowid = table.rowid_key.map(|k| k.column);
        let own_key = match table.without_rowid {
            true => table.primary_key.iter().any(|c| changed.contains(c)),
            false => {
                changed.contains(&table.columns.len())
                    || rowid.is_some_and(|c| changed.contains(&c))
            }
        };
        let names = self.rules.table_names;
        let own = |k: &ForeignKey| {
            k.refers(table, table, names) && k.columns.iter().any(|c| changed.contains(c))
        };
        let acts = |child: &Rc<Table>| {
            child.foreign_keys.iter().any(|k| {
                k.refers(child, table, names)
                    && k.on_update != FkAction::NoAction
                    && self.changes_parent(table, k, changed)
            })
        };
        own_key || table.foreign_keys.iter().any(own) || self.catalog.tables().any(acts)
    }

    /// A row whose primary key changes is put into all indexes anew, which looks for its parents
    /// again (InnoDB; compared with MariaDB).
    fn is_moved(&self, table: &Table, changed: &[usize]) -> bool {
        self.rules.write.foreign_keys_when == When::Row
            && table.primary_key.iter().any(|c| changed.contains(c))
    }

    fn when_judged(&self, foreign: &ForeignKey) -> When {
        let name = foreign.name.as_deref().unwrap_or_default();
        let now = self.settings.deferred(name, foreign.deferrable);
        match (self.settings.defer_foreign_keys, now) {
            (true, _) | (_, Deferrable::Deferred) => When::Commit,
            (false, _) => self.rules.write.foreign_keys_when,
        }
    }

    /// Whether an UPDATE of these columns changes a key on either side (fkey.c,
    /// `sqlite3FkRequired`).
    pub(super) fn needs_foreign_keys(&self, table: &Table, changed: &[usize]) -> bool {
        let moved = self.is_moved(table, changed);
        let own = |k: &ForeignKey| moved || k.columns.iter().any(|c| changed.contains(c));
        let names = self.rules.table_names;
        let refers = |child: &Rc<Table>| {
            child
                .foreign_keys
                .iter()
                .any(|k| k.refers(child, table, names) && self.changes_parent(table, k, changed))
        };
        let waits = |k: &ForeignKey| k.deferrable != Deferrable::No;
        table.foreign_keys.iter().any(own)
            || self.rules.write.updates_move && table.foreign_keys.iter().any(waits)
            || self.catalog.tables().any(refers)
    }

    /// Whether an UPDATE of these columns changes the key that a foreign key refers to
    /// (fkey.c, `fkParentIsModified`).
    fn changes_parent(&self, parent: &Table, foreign: &ForeignKey, changed: &[usize]) -> bool {
        if foreign.parent_columns.is_empty() {
            let rowid = parent.rowid_key.map(|k| k.column);
            let mut key = parent.primary_key.iter().chain(rowid.iter());
            return key.any(|c| changed.contains(c));
        }
        let names = self.rules.column_names;
        let mut columns = foreign.parent_columns.iter().filter_map(|n| parent.column(n, names));
        columns.any(|c| changed.contains(&c))
    }

    pub(super) fn parent_of(&self, child: &Table, foreign: &ForeignKey) -> Result<Rc<Table>> {
        let schema = foreign.parent_schema.as_ref().unwrap_or(&child.schema);
        let key = self.catalog.key(schema, Space::Relation, &foreign.parent);
        match self.catalog.get(&key) {
            Some(Object::Table(table)) => Ok(table.clone()),
            Some(Object::View(_)) => Err(mismatch(child, foreign)),
            _ => {
                let name = format!("{schema}.{}", foreign.parent);
                Err(ErrorKind::NoSuchTable { name }.nowhere())
            }
        }
    }

    pub(super) fn plan_key(
        &self,
        child: &Rc<Table>,
        foreign: &ForeignKey,
        parent: &Rc<Table>,
    ) -> Result<Key> {
        let mismatch = || mismatch(child, foreign);
        let rule = self.rules.column_names;
        let named: Option<Vec<usize>> =
            foreign.parent_columns.iter().map(|name| parent.column(name, rule)).collect();
        let parent_columns = match named {
            Some(columns) if !columns.is_empty() => columns,
            Some(_) => match parent.rowid_key {
                Some(key) => vec![key.column],
                None => parent.primary_key.clone(),
            },
            None => return Err(mismatch()),
        };
        if parent_columns.len() != foreign.columns.len() || parent_columns.is_empty() {
            return Err(mismatch());
        }
        let is_rowid = parent.rowid_key.is_some_and(|k| parent_columns[..] == [k.column]);
        let indexes = self.catalog.indexes_of(parent.id);
        let parent_index = indexes.iter().find(|index| {
            index.unique
                && index.is_plain()
                && index.columns().is_some_and(|c| {
                    c.len() == parent_columns.len()
                        && c.iter().all(|own| parent_columns.contains(own))
                })
                && index.terms.iter().all(|t| match t.term {
                    crate::catalog::Term::Column(c) => {
                        t.collation.name == parent.columns[c].collation.name
                    }
                    crate::catalog::Term::Expr(..) => false,
                })
        });
        if !is_rowid && parent_index.is_none() {
            return Err(mismatch());
        }
        // The parts of the key in the order of the index that it is looked up in.
        let order: Vec<usize> = match parent_index.and_then(|i| i.columns()) {
            Some(columns) if !is_rowid => {
                columns.iter().filter_map(|c| parent_columns.iter().position(|p| p == c)).collect()
            }
            _ => (0..parent_columns.len()).collect(),
        };
        let place = |of| order.iter().position(|at| *at == of);
        let declared = (0..order.len()).filter_map(place).collect();
        let child_columns: Vec<usize> = order.iter().map(|at| foreign.columns[*at]).collect();
        let parent_columns: Vec<usize> = order.iter().map(|at| parent_columns[*at]).collect();
        let when = self.when_judged(foreign);
        let child_index = self.catalog.indexes_of(child.id).iter().find_map(|index| {
            let columns = index.is_plain().then(|| index.columns()).flatten()?;
            // Its order must be that in which the parent's values compare.
            let alike = child_columns.iter().zip(&parent_columns).zip(&index.terms);
            let alike = alike.clone().all(|((c, p), term)| {
                let (child, parent) = (&child.columns[*c], &parent.columns[*p]);
                child.ty == parent.ty && term.collation.name == parent.collation.name
            });
            (alike && columns.starts_with(&child_columns)).then_some(index.id)
        });
        Ok(Key {
            name: foreign.name.clone().unwrap_or_else(|| Rc::from("")),
            child: child.clone(),
            child_columns,
            child_index,
            parent: parent.clone(),
            parent_columns,
            declared,
            parent_index: if is_rowid { None } else { parent_index.map(|i| i.id) },
            when,
            counted: self.rules.write.foreign_keys_are_counted,
            deferred: foreign.deferrable == Deferrable::Deferred,
            word: self.rules.write.stop_word,
            full: foreign.full,
            assign: self.rules.write.assign,
            definition: Rc::from((self.rules.ddl.foreign_key_text)(foreign, child, parent)),
        })
    }

    /// A foreign key whose parent has gone: no row has one.
    fn orphan_key(&self, child: &Rc<Table>, foreign: &ForeignKey) -> Key {
        Key {
            name: Rc::from(""),
            child: child.clone(),
            child_columns: foreign.columns.clone(),
            child_index: None,
            parent: child.clone(),
            parent_columns: Vec::new(),
            declared: (0..foreign.columns.len()).collect(),
            parent_index: None,
            when: self.when_judged(foreign),
            counted: true,
            deferred: foreign.deferrable == Deferrable::Deferred,
            word: self.rules.write.stop_word,
            full: false,
            assign: self.rules.write.assign,
            definition: Rc::from(""),
        }
    }

    /// Whether a foreign key that is being declared fits its parent; gives the names of the parent's
    /// columns. `own` are indexes that the statement makes for its own table.
    pub(super) fn fit_foreign_key(
        &self,
        table: &Table,
        own: &[Index],
        number: usize,
        accept: AcceptForeignKey,
    ) -> Result<Vec<Rc<str>>> {
        let key = &table.foreign_keys[number];
        let schema = key.parent_schema.as_deref().unwrap_or(&table.schema);
        let to_itself = key.refers(table, table, self.rules.table_names);
        let parent = match self.existing(schema, &key.parent) {
            _ if to_itself => ForeignParentFound::Table(table),
            Some(Object::Table(parent)) => ForeignParentFound::Table(parent),
            Some(_) => ForeignParentFound::Other,
            None => ForeignParentFound::Missing,
        };
        let (mut columns, mut indexes) = (Vec::new(), Vec::new());
        if let ForeignParentFound::Table(parent) = parent {
            let rule = self.rules.column_names;
            columns.extend(key.parent_columns.iter().map(|name| parent.column(name, rule)));
            indexes = self.catalog.indexes_of(parent.id);
            if to_itself {
                indexes.extend(own.iter().map(|index| Rc::new(index.clone())));
            }
        }
        let sides =
            ForeignKeySides { key, child: table, parent, columns: &columns, indexes: &indexes };
        accept(&sides).map_err(|kind| kind.at(key.span))?;
        Ok(match parent {
            ForeignParentFound::Table(parent) if key.parent_columns.is_empty() => {
                parent.primary_key.iter().map(|c| parent.columns[*c].name.clone()).collect()
            }
            _ => key.parent_columns.clone(),
        })
    }

    /// How an action writes the children; planned once, since keys may form a circle.
    fn plan_action(&mut self, key: &Key, number: usize, event: Event) -> Result<Link<Children>> {
        let child = &key.child;
        let foreign = &child.foreign_keys[number];
        let known = self.state.children.borrow().iter().find_map(|(table, at, on, children)| {
            (*table == child.id && *at == number && *on == event).then(|| children.clone())
        });
        if let Some(children) = known {
            return Ok(Link::to(&children, children.target.get().is_some()));
        }
        let children = Rc::<Children>::default();
        self.state.children.borrow_mut().push((child.id, number, event, children.clone()));
        let action = if event == Event::Delete { foreign.on_delete } else { foreign.on_update };
        // What does nothing, or is put off with all keys, is no program (fkey.c, fkActionTrigger).
        let is_program = match action {
            FkAction::Unsaid | FkAction::NoAction => false,
            FkAction::Restrict => !self.settings.defer_foreign_keys,
            FkAction::Cascade | FkAction::SetNull | FkAction::SetDefault => true,
        };
        if is_program {
            let made = (action == FkAction::SetNull).then_some((child.id, number));
            self.state.last_action.set(made);
        }
        let checks = std::mem::take(&mut self.state.view_checks);
        let done = self.fill_children(key, foreign, event, &children);
        self.state.view_checks = checks;
        done?;
        Ok(Link::Down(children))
    }

    fn fill_children(
        &mut self,
        key: &Key,
        foreign: &ForeignKey,
        event: Event,
        children: &Children,
    ) -> Result<()> {
        let (child, columns) = (&key.child, &key.child_columns[..]);
        let action = if event == Event::Delete { foreign.on_delete } else { foreign.on_update };
        match (action, event) {
            (FkAction::Unsaid | FkAction::NoAction | FkAction::Restrict, _) => return Ok(()),
            (FkAction::Cascade, Event::Delete) => {
                // Each cell is filled here and nowhere else.
                let _ = children.target.set(self.plan_target(child, &[event], None, None)?);
                return Ok(());
            }
            (FkAction::Cascade | FkAction::SetNull | FkAction::SetDefault, _) => {}
        }
        let set = match (action, event) {
            (FkAction::SetNull | FkAction::SetDefault, Event::Delete)
                if !foreign.set_columns.is_empty() =>
            {
                &foreign.set_columns[..]
            }
            _ => columns,
        };
        let changed = self.with_generated(child, set.to_vec(), false);
        // What an action updates runs under ABORT, and so do the triggers that it fires.
        let (resolution, span) = (Resolution::Abort, foreign.span);
        let or = Some(OrClause { resolution, span });
        let changed = self.checked_columns(child, &changed);
        let target = self.plan_target(child, &[Event::Update], Some(&changed), or)?;
        let nothing = OnConflict::default();
        let conflict = self.plan_checks(child, &nothing, Some(&changed), false, true)?;
        let mut values = Vec::new();
        for column in set {
            let value = match &child.columns[*column].default {
                Some(default) if action == FkAction::SetDefault => {
                    self.bind(&default.expr, &super::scope::Scope::default())?.expr
                }
                _ => Expr::Const(crate::value::Value::Null),
            };
            values.push((*column, value));
        }
        let _ = children.target.set(target);
        let _ = children.conflict.set(Rc::new(conflict));
        let _ = children.set.set(values);
        Ok(())
    }
}

/// A key that no key of its parent is like; the parent's name is as it was written.
fn mismatch(child: &Table, foreign: &ForeignKey) -> Error {
    let (child, parent) = (child.name.to_string(), foreign.parent.to_string());
    ErrorKind::ForeignKeyMismatch { child, parent }.nowhere()
}
