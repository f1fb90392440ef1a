//! ALTER TABLE: the table as it will be, what its rows become, what they must satisfy, and which
//! indexes are made anew. All actions of one statement are put together into one change.

use std::rc::Rc;

use super::Planner;
use super::conflict::used_columns;
use super::create_index::{index_key, term_texts};
use super::ddl::{Ddl, NewIndex, altered_sequence, new_sequence};
use super::depend::{Along, On, object_id};
use super::foreign::Key;
use super::node::Expr;
use super::rules::ColumnChange;
use super::scope::Scope;
use super::table::TableBuilder;
use crate::catalog::{
    Column, Default, Identity, Index, IndexOrigin, NameKey, NotNull, Object, ObjectId, Sequence,
    Space, Table, Term,
};
use crate::error::{Described, Error, ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast::{self, AlterAction};
use crate::types::Type;

/// A table that becomes another.
#[derive(Debug)]
pub struct Alter {
    /// The table's name before.
    pub key: NameKey,
    /// The table as it is.
    pub before: Rc<Table>,
    /// The table as it will be.
    pub table: Table,
    /// Objects that go: constraints' indexes, sequences of dropped columns.
    pub dropped: Vec<(NameKey, Object)>,
    /// Objects that change: their names before, themselves after.
    pub changed: Vec<(NameKey, Object)>,
    /// Sequences of new columns, without their numbers.
    pub sequences: Vec<(usize, Sequence)>,
    /// Where those are named.
    pub sequence_space: Space,
    /// The rows are copied, and count as changed (MySQL).
    pub copies: bool,
    /// AUTO_INCREMENT goes on here, or after the greatest value that there is (MySQL).
    pub numbered: Option<i64>,
    /// Sequences that start again, and where.
    pub restarts: Vec<(ObjectId, i64)>,
    /// The values of each column of the new rows; none when rows stay as they are.
    pub fills: Option<Vec<Fill>>,
    /// What all rows must satisfy.
    pub verify: Vec<Verify>,
    /// Indexes to be made, those that are made anew among them, in the order of their age.
    pub indexes: Vec<NewIndex>,
    /// What was left undone, and why; what went along.
    pub notes: Vec<ErrorKind>,
    /// Brings a value to a column.
    pub assign: super::rules::Assign,
    /// What becomes of values that do not fit.
    pub mode: super::rules::Mode,
    /// What is told of a value that is too long for its column as it is now, of the same type.
    pub cut_short: fn(ErrorKind) -> ErrorKind,
    /// Generated columns of the new table, each after those that it uses.
    pub generated: Vec<(usize, Expr)>,
    /// Nothing but names change.
    pub renames: bool,
}

/// Where the value of a column of a rewritten row comes from.
#[derive(Clone, Debug)]
pub enum Fill {
    /// A column of the row as it was.
    Old(usize),
    /// An expression over the row as it was.
    Expr(Expr),
    /// The next value of the column's new sequence.
    Sequence,
}

/// What all rows must satisfy.
#[derive(Debug)]
pub enum Verify {
    /// No NULL in a column.
    NotNull(usize),
    /// A condition; the constraint's name.
    Check(Expr, Rc<str>),
    /// A parent.
    Foreign(Rc<Key>),
}

/// What the actions have come to so far.
struct Work {
    alter: Alter,
    /// The indexes that the table will have: those that are there keep their numbers.
    indexes: Vec<Index>,
    /// Checks that rows must be tested against, by name.
    new_checks: Vec<Rc<str>>,
    /// Foreign keys by name: new ones that rows need not satisfy, old ones that they must now.
    judged: Vec<(Rc<str>, bool)>,
    /// A column list has changed, so rows and indexes are made anew.
    rewritten: bool,
    /// What was left undone, and why.
    skipped: Vec<ErrorKind>,
}

impl Planner<'_> {
    /// Plans ALTER TABLE.
    ///
    /// # Errors
    /// Names that are not there or taken; what an action does not allow.
    pub(super) fn plan_alter(
        &mut self,
        name: &ast::ObjectName,
        if_exists: bool,
        actions: &[AlterAction],
    ) -> Result<Ddl> {
        if let Some(Object::View(view)) = self.relation(name)
            && self.rules.ddl.dependents_are_kept
        {
            let view = view.clone();
            return self.alter_view(name, &view, actions);
        }
        if let Some(Object::View(view)) = self.relation(name)
            && self.rules.ddl.indexes_per_table
        {
            let (name, found) = (view.name.to_string(), "view");
            return Err(ErrorKind::WrongKind { name, kind: "base table", found }.nowhere());
        }
        let table = match self.check_schema(name).and_then(|()| self.must_table(name)) {
            Ok(table) => table,
            Err(error) if if_exists => return Ok(self.nothing(Some(error.into_kind()))),
            Err(error) => return Err((self.rules.ddl.of_utility)(error)),
        };
        let mut work = self.start_alter(&table);
        use AlterAction::{RenameColumn, RenameConstraint, RenameTable};
        let renames =
            |a: &_| matches!(a, RenameTable(..) | RenameColumn(..) | RenameConstraint(..));
        work.alter.renames = actions.iter().all(renames);
        let ordered = match self.rules.ddl.indexes_per_table {
            true => super::alter_order::in_order(actions, self.rules.column_names),
            false => super::alter_order::in_passes(actions),
        };
        let actions = if ordered.is_empty() { actions } else { &ordered };
        for action in actions {
            self.alter(&mut work, action)?;
        }
        // A new primary key in the same statement moves them in place.
        if work.indexes.iter().any(|i| i.origin == IndexOrigin::PrimaryKey)
            && actions.iter().any(|a| matches!(a, AlterAction::DropConstraint { name, .. } if &*name.text == "PRIMARY"))
        {
            work.alter.copies = false;
        }
        self.finish_alter(work).map(|alter| Ddl::AlterTable(Box::new(alter)))
    }

    fn start_alter(&self, table: &Rc<Table>) -> Work {
        let fills = (0..table.columns.len()).map(Fill::Old).collect();
        let alter = Alter {
            key: self.catalog.key(&table.schema, Space::Relation, &table.name),
            before: table.clone(),
            table: (**table).clone(),
            dropped: Vec::new(),
            changed: Vec::new(),
            sequences: Vec::new(),
            sequence_space: self.spaces().sequence,
            copies: false,
            numbered: None,
            restarts: Vec::new(),
            fills: Some(fills),
            verify: Vec::new(),
            indexes: Vec::new(),
            notes: Vec::new(),
            assign: self.rules.write.assign,
            mode: self.settings.mode(self.rules.ddl.alter_coerces && !self.settings.strict),
            cut_short: self.rules.ddl.cut_short,
            generated: Vec::new(),
            renames: false,
        };
        let indexes = self.catalog.indexes_of(table.id);
        let indexes = indexes.iter().map(|i| (**i).clone()).collect();
        let (new_checks, judged, skipped) = (Vec::new(), Vec::new(), Vec::new());
        Work { alter, indexes, new_checks, judged, rewritten: false, skipped }
    }

    fn alter(&mut self, work: &mut Work, action: &AlterAction) -> Result<()> {
        match action {
            AlterAction::Nothing => Ok(()),
            AlterAction::RenameTable(name, schema) => {
                let old = work.alter.table.schema.clone();
                let schema = schema.as_ref().map_or(old.clone(), |s| s.text.clone());
                let moves = schema != old;
                if moves {
                    let name = ast::Ident { text: schema.clone(), ..name.clone() };
                    let named = ast::ObjectName { schema: Some(name.clone()), name };
                    self.must_schema(&named, false)?;
                    self.refuse_move(&work.alter.before)?;
                    work.alter.table.schema = schema.clone();
                }
                let taken = self.existing(&schema, &name.text);
                if let Some(object) = taken {
                    let (kind, name_text) = (object.kind(), name.text.to_string());
                    return Err(ErrorKind::Exists { kind, name: name_text }.at(name.span));
                }
                self.free_of_types(&schema, &name.text, false)?;
                self.change_children(&mut work.alter, &|key| key.parent = name.text.clone());
                self.table_views_follow(work, (&schema, &name.text), false)?;
                if self.rules.ddl.made_names_follow {
                    rename_made(&mut work.alter.table, &name.text);
                }
                work.alter.table.name = name.text.clone();
                if self.spaces().index == Space::TableIndex {
                    for before in work.indexes.clone() {
                        let mut after = before.clone();
                        after.schema = schema.clone();
                        self.change_index(&mut work.alter, &before, after);
                    }
                }
                Ok(())
            }
            AlterAction::RenameColumn(from, to) => self.rename_column(work, from, to),
            AlterAction::RenameConstraint(from, to) => self.rename_constraint(work, from, to),
            AlterAction::AddColumn { column, if_not_exists } => {
                self.add_column(work, column, *if_not_exists)
            }
            AlterAction::DropColumn { name, if_exists, cascade } => {
                self.drop_column(work, name, *if_exists, *cascade)
            }
            AlterAction::AddConstraint(constraint) => self.add_constraint(work, constraint),
            AlterAction::DropConstraint { name, if_exists, cascade } => {
                self.drop_constraint(work, name, *if_exists, *cascade)
            }
            AlterAction::DropForeign { name, alone } => {
                let keys = &mut work.alter.table.foreign_keys;
                let known = keys.len();
                keys.retain(|k| k.name.as_deref() != Some(&*name.text));
                match (keys.len() < known, alone) {
                    (true, _) => Ok(()),
                    (false, true) => Err(no_constraint(name, &work.alter.before)),
                    (false, false) => self.drop_any_constraint(work, name),
                }
            }
            AlterAction::DropCheck(name) => {
                let at = find_check(&work.alter.table, name)?;
                work.alter.table.checks.remove(at);
                Ok(())
            }
            AlterAction::Enforce(name, enforced) => {
                let at = find_check(&work.alter.table, name)?;
                let check = &mut work.alter.table.checks[at];
                if *enforced && !check.enforced {
                    work.new_checks.extend(check.name.clone());
                    work.alter.copies = true;
                    work.rewritten = true;
                }
                check.enforced = *enforced;
                Ok(())
            }
            AlterAction::Placed(action, column, after) => {
                self.alter(work, action)?;
                let from = self.must_column(work, column)?;
                let to = match after {
                    Some(after) => {
                        let after = match self.must_column(work, after) {
                            Ok(after) if after != from => after,
                            Ok(_) => {
                                let missing = self.rules.ddl.no_such_renamed;
                                let name = after.text.to_string();
                                return Err(missing(name, &work.alter.before).nowhere());
                            }
                            Err(error) => return Err(error),
                        };
                        after + usize::from(after < from)
                    }
                    None => 0,
                };
                move_column(work, from, to);
                Ok(())
            }
            AlterAction::SetDefault(name, default) => {
                let column = self.must_column(work, name)?;
                let change = match default {
                    Some(_) => ColumnChange::SetDefault,
                    None => ColumnChange::DropDefault,
                };
                self.may_change(work, column, change)?;
                // A serial's default is as any other.
                if self.rules.ddl.dependents_are_kept {
                    work.alter.table.columns[column].identity = None;
                }
                let default = default
                    .as_ref()
                    .map(|expr| Default { expr: expr.clone(), text: self.text_of(expr.span) });
                work.alter.table.columns[column].default = default;
                if !self.rules.ddl.texts_are_edited {
                    let column = work.alter.table.columns[column].clone();
                    self.check_default(&column).map_err(Error::elsewhere)?;
                }
                Ok(())
            }
            AlterAction::SetNotNull(name, set) => {
                let column = self.must_column(work, name)?;
                let key = &work.alter.table.primary_key;
                if !set && self.rules.ddl.clashing_constraints && key.contains(&column) {
                    let name = name.text.to_string();
                    return Err(ErrorKind::ColumnInKey { name }.nowhere());
                }
                let identity = work.alter.table.columns[column].identity.as_ref();
                if !set && self.rules.ddl.dependents_are_kept && identity.is_some_and(|i| !i.serial)
                {
                    let of = [&*name.text, &*work.alter.table.name];
                    return Err(Refusal::IdentityIsNotNull.of(&of).nowhere());
                }
                set_not_null(work, column, *set, name.span);
                Ok(())
            }
            AlterAction::SetType(name, ty, using) => self.set_type(work, name, ty, using.as_ref()),
            AlterAction::AddIdentity(name, always, options) => {
                let column = self.must_column(work, name)?;
                self.may_change(work, column, ColumnChange::AddIdentity)?;
                self.add_identity(work, column, *always, options);
                Ok(())
            }
            AlterAction::AlterIdentity(name, always, options) => {
                self.alter_identity(work, name, *always, options)
            }
            AlterAction::SetExpression(name, expr, if_exists) => {
                let column = self.must_column(work, name)?;
                let Some(expr) = expr else {
                    return match self.may_change(work, column, ColumnChange::DropExpression) {
                        Err(error)
                            if *if_exists
                                && work.alter.table.columns[column].generated.is_none() =>
                        {
                            work.skipped.push(error.into_kind());
                            Ok(())
                        }
                        Ok(()) => {
                            work.alter.table.columns[column].generated = None;
                            Ok(())
                        }
                        refused => refused,
                    };
                };
                self.may_change(work, column, ColumnChange::SetExpression)?;
                let text = self.text_of(expr.span);
                if let Some(generated) = &mut work.alter.table.columns[column].generated {
                    (generated.expr, generated.text) = (expr.clone(), text);
                }
                let scope = self.table_scope(&work.alter.table, None);
                let table = work.alter.table.clone();
                let checked = self.check_generation(&table.columns[column], &table, &scope);
                checked.map_err(Error::elsewhere)?;
                // All rows are looked at anew.
                let table = &work.alter.table;
                work.new_checks.extend(table.checks.iter().filter_map(|c| c.name.clone()));
                if table.columns[column].not_null.is_some() {
                    work.alter.verify.push(Verify::NotNull(column));
                }
                work.rewritten = true;
                Ok(())
            }
            AlterAction::DropIdentity(name, if_exists) => {
                let column = self.must_column(work, name)?;
                match self.may_change(work, column, ColumnChange::DropIdentity) {
                    Err(error) if *if_exists => {
                        work.skipped.push(error.into_kind());
                        return Ok(());
                    }
                    may => may?,
                }
                self.drop_sequence(work, column);
                work.alter.table.columns[column].identity = None;
                Ok(())
            }
            AlterAction::Validate(name) => {
                work.alter.table.unproven.retain(|known| *known != name.text);
                let table = &work.alter.table;
                let is = |given: &Option<Rc<str>>| given.as_deref() == Some(&*name.text);
                if table.checks.iter().any(|c| is(&c.name) && !c.enforced) {
                    return Err(Refusal::NotEnforced.of(&[]).nowhere());
                }
                if table.checks.iter().any(|c| is(&c.name)) {
                    work.new_checks.push(name.text.clone());
                    return Ok(());
                }
                let not_null = |c: &Column| c.not_null.as_ref().is_some_and(|n| is(&n.name));
                if let Some(column) = table.columns.iter().position(not_null) {
                    work.alter.verify.push(Verify::NotNull(column));
                    return Ok(());
                }
                match table.foreign_keys.iter().any(|k| is(&k.name)) {
                    true => {
                        work.judged.push((name.text.clone(), true));
                        Ok(())
                    }
                    false if work.indexes.iter().any(|i| self.is_constraint(i, &name.text)) => {
                        let of = [&*name.text, &*work.alter.before.name];
                        Err(Refusal::NotValidatable.of(&of).nowhere())
                    }
                    false => Err(no_constraint(name, &work.alter.before)),
                }
            }
            AlterAction::Defer(name, deferrable) => {
                let other = is_other(&work.alter.table, &name.text);
                let keys = &mut work.alter.table.foreign_keys;
                match keys.iter_mut().find(|k| k.name.as_deref() == Some(&*name.text)) {
                    Some(key) => key.deferrable = *deferrable,
                    None if other || work.indexes.iter().any(|i| i.name == name.text) => {
                        let (name, kind) = (name.text.to_string(), "foreign key constraint");
                        let of = work.alter.table.name.to_string();
                        return Err(ErrorKind::NotOfConstraint { name, of, kind }.nowhere());
                    }
                    None => return Err(no_constraint(name, &work.alter.before)),
                }
                Ok(())
            }
            AlterAction::EnableTrigger(name, enabled, keys) => {
                if *keys {
                    work.alter.table.keys_off = !enabled;
                }
                self.enable_triggers(work, name.as_ref(), *enabled)
            }
            AlterAction::HideColumn(name, invisible) => {
                let column = self.must_column(work, name)?;
                work.alter.table.columns[column].invisible = *invisible;
                Ok(())
            }
            AlterAction::HideIndex(name, invisible) => {
                let at = work.indexes.iter().position(|i| i.name.eq_ignore_ascii_case(&name.text));
                let Some(at) = at else {
                    return Err(match self.rules.ddl.no_such_renamed_key {
                        Some(missing) => missing(&name.text, &work.alter.before.name).at(name.span),
                        None => no_constraint(name, &work.alter.before),
                    });
                };
                let before = work.indexes[at].clone();
                work.indexes[at].options.invisible = *invisible;
                self.change_index(&mut work.alter, &before, work.indexes[at].clone());
                Ok(())
            }
            AlterAction::ChangeColumn(name, column) => self.change_column(work, name, column),
            AlterAction::Option(name, value) => match &**name {
                "AUTO_INCREMENT" => {
                    work.alter.numbered = Some(value.parse().unwrap_or(1));
                    Ok(())
                }
                "COMMENT" => {
                    work.alter.table.comment = Some(value.clone()).filter(|text| !text.is_empty());
                    Ok(())
                }
                "CONVERT CHARSET" | "CONVERT COLLATE" => self.convert(work, name, value),
                "ENGINE" | "CHARSET" | "COLLATE" => {
                    let option = [(name.clone(), value.clone())];
                    let found = (self.rules.ddl.table_collation)(&option);
                    // Of later columns.
                    if let Some(found) = found.map_err(ErrorKind::nowhere)? {
                        work.alter.table.collation = Some(found);
                    }
                    Ok(())
                }
                "KEYS" => {
                    let name = work.alter.table.name.to_string();
                    work.alter.notes.push(ErrorKind::NoTableOption { name });
                    Ok(())
                }
                "ALGORITHM" | "ROW_FORMAT" | "KEY_BLOCK_SIZE" => Ok(()),
                _ => Err(ErrorKind::unsupported(format!("ALTER TABLE … {name}")).nowhere()),
            },
        }
    }

    /// `CONVERT TO CHARACTER SET`: all texts get the collation.
    fn convert(&self, work: &mut Work, name: &Rc<str>, value: &Rc<str>) -> Result<()> {
        let option = [(Rc::from(name.trim_start_matches("CONVERT ")), value.clone())];
        let found = (self.rules.ddl.table_collation)(&option).map_err(ErrorKind::nowhere)?;
        let Some(collation) = found else { return Ok(()) };
        work.alter.table.collation = found;
        let old = work.alter.fills.get_or_insert_default();
        for (at, column) in work.alter.table.columns.iter_mut().enumerate() {
            if !matches!(column.ty, Type::Varchar(_) | Type::Char(_) | Type::Text) {
                continue;
            }
            column.collation = collation;
            if let Fill::Old(from) = old[at] {
                old[at] = Fill::Expr(Expr::Column { up: 0, index: from as u32 });
            }
            for term in work.indexes.iter_mut().flat_map(|i| &mut i.terms) {
                if term.term_column() == Some(at) {
                    term.collation = collation;
                }
            }
        }
        (work.alter.copies, work.rewritten) = (true, true);
        Ok(())
    }

    fn must_column(&self, work: &Work, name: &ast::Ident) -> Result<usize> {
        let table = &work.alter.table;
        table.column(&name.text, self.rules.column_names).ok_or_else(|| {
            if self.rules.ddl.indexes_per_table {
                let missing = self.rules.ddl.no_such_renamed;
                return missing(name.text.to_string(), table).nowhere();
            }
            let (name_text, table) = (name.text.to_string(), Some(table.name.to_string()));
            // The database gives no position for it.
            ErrorKind::NoSuchColumn { name: name_text, table }.nowhere()
        })
    }

    fn rename_column(&mut self, work: &mut Work, from: &ast::Ident, to: &ast::Ident) -> Result<()> {
        let column = self.must_column(work, from);
        let column = column.map_err(|_| {
            (self.rules.ddl.no_such_renamed)(from.text.to_string(), &work.alter.table).nowhere()
        })?;
        self.refuse_used_column(&work.alter.table, &work.indexes, column, false)?;
        let table = &mut work.alter.table;
        if table.column(&to.text, self.rules.column_names).is_some() {
            let name = to.text.to_string();
            return Err(ErrorKind::ColumnExists { name, table: table.name.to_string() }.nowhere());
        }
        table.columns[column].name = to.text.clone();
        let names = (work.alter.before.schema.clone(), work.alter.before.name.clone());
        self.table_views_follow(work, (&names.0, &names.1), true)?;
        let same = self.rules.column_names;
        self.change_children(&mut work.alter, &|key| {
            for name in key.parent_columns.iter_mut().filter(|name| same.same(name, &from.text)) {
                *name = to.text.clone();
            }
        });
        let table = &mut work.alter.table;
        let rename = |expr: &mut ast::Expr| rename_in(expr, &from.text, &to.text);
        table.checks.iter_mut().for_each(|c| rename(&mut c.expr));
        for generated in table.columns.iter_mut().filter_map(|c| c.generated.as_mut()) {
            rename(&mut generated.expr);
        }
        for index in &mut work.indexes {
            let before = index.clone();
            for term in &mut index.terms {
                if let Term::Expr(expr, _) = &mut term.term {
                    rename(expr);
                }
            }
            if let Some((filter, _)) = &mut index.filter {
                rename(filter);
            }
            if index.terms.iter().any(|t| matches!(t.term, Term::Expr(..)))
                || index.filter.is_some()
            {
                self.change_index(&mut work.alter, &before, index.clone());
            }
        }
        Ok(())
    }

    /// Changes the views over a table that is renamed, where views keep what they are made of.
    fn table_views_follow(
        &mut self,
        work: &mut Work,
        new: (&str, &str),
        columns: bool,
    ) -> Result<()> {
        if !self.rules.ddl.dependents_are_kept {
            return Ok(());
        }
        let before = work.alter.before.clone();
        let columns = if columns { &before.columns[..] } else { &[] };
        let columns: Vec<Rc<str>> = columns.iter().map(|c| c.name.clone()).collect();
        let old = (&*before.schema, &*before.name);
        let renamed = super::view_names::Renamed { id: before.id, old, new, columns: &columns };
        self.views_follow(&renamed, &mut work.alter.changed)
    }

    /// What is renamed is renamed in the foreign keys that refer to it.
    fn change_children(&self, alter: &mut Alter, change: &dyn Fn(&mut crate::catalog::ForeignKey)) {
        let refers = |k: &crate::catalog::ForeignKey, alter: &Alter| {
            let names = self.rules.table_names;
            names.same(&k.parent, &alter.before.name) || names.same(&k.parent, &alter.table.name)
        };
        let mut done: Vec<u32> = vec![alter.before.id];
        for (child, _) in self.children_of(&alter.before) {
            if done.contains(&child.id) {
                continue;
            }
            done.push(child.id);
            let (key, mut table) = self.being_changed(child, &mut alter.changed);
            table.foreign_keys.iter_mut().filter(|k| refers(k, alter)).for_each(change);
            alter.changed.push((key, Object::Table(Rc::new(table))));
        }
        let mut own = std::mem::take(&mut alter.table.foreign_keys);
        own.iter_mut().filter(|k| refers(k, alter)).for_each(change);
        alter.table.foreign_keys = own;
    }

    /// A table with foreign keys or triggers does not go to another database here.
    fn refuse_move(&self, table: &Rc<Table>) -> Result<()> {
        let related = !table.foreign_keys.is_empty() || !self.children_of(table).is_empty();
        if related || !self.catalog.triggers_of(table.id).is_empty() {
            let what = "moving a table with foreign keys or triggers to another database";
            return Err(ErrorKind::unsupported(what).nowhere());
        }
        Ok(())
    }

    fn change_index(&self, alter: &mut Alter, before: &Index, after: Index) {
        let key = index_key(self.catalog, self.spaces().index, &alter.before, &before.name);
        alter.changed.retain(|(known, _)| *known != key);
        alter.changed.push((key, Object::Index(Rc::new(after))));
    }

    fn rename_constraint(&self, work: &mut Work, from: &ast::Ident, to: &ast::Ident) -> Result<()> {
        let is = |name: &Option<Rc<str>>| name.as_deref() == Some(&*from.text);
        let index = work.indexes.iter().position(|i| self.is_constraint(i, &from.text));
        let apart = self.rules.ddl.dependents_are_kept;
        if let Some(at) = index {
            if apart && self.existing(&work.alter.table.schema, &to.text).is_some() {
                let name = to.text.to_string();
                return Err(ErrorKind::Exists { kind: "index", name }.nowhere());
            }
            if apart {
                self.refuse_taken(work, &to.text)?;
            }
            let before = work.indexes[at].clone();
            work.indexes[at].name = to.text.clone();
            let after = work.indexes[at].clone();
            self.change_index(&mut work.alter, &before, after);
            return Ok(());
        }
        if let Some(missing) = self.rules.ddl.no_such_renamed_key {
            return Err(missing(&from.text, &work.alter.before.name).nowhere());
        }
        let taken = if apart { self.refuse_taken(work, &to.text) } else { Ok(()) };
        let table = &mut work.alter.table;
        let checks = table.checks.iter_mut().map(|c| &mut c.name);
        let keys = table.foreign_keys.iter_mut().map(|k| &mut k.name);
        let not_nulls = table.columns.iter_mut().filter_map(|c| c.not_null.as_mut());
        let mut names = checks.chain(keys).chain(not_nulls.map(|n| &mut n.name));
        match names.find(|name| is(name)) {
            Some(name) => {
                taken?;
                *name = Some(to.text.clone());
                Ok(())
            }
            None => {
                let of = [&*from.text, &*work.alter.before.name];
                Err(Refusal::NoTableConstraint.of(&of).nowhere())
            }
        }
    }

    /// Whether an index goes by a constraint's name; MySQL makes no difference.
    fn is_constraint(&self, index: &Index, name: &str) -> bool {
        match self.rules.ddl.indexes_per_table {
            true => index.name.eq_ignore_ascii_case(name),
            false => *index.name == *name && index.origin != IndexOrigin::CreateIndex,
        }
    }

    /// MODIFY and CHANGE: the column is defined anew and its values are brought to it.
    fn change_column(
        &mut self,
        work: &mut Work,
        name: &ast::Ident,
        definition: &ast::ColumnDef,
    ) -> Result<()> {
        let at = self.must_column(work, name)?;
        if !self.rules.column_names.same(&name.text, &definition.name.text) {
            self.rename_column(work, name, &definition.name)?;
        }
        let (definition, constraints) = super::alter_order::without_constraints(definition);
        let mut probe = work.alter.table.clone();
        probe.columns.clear();
        probe.checks.clear();
        let create = definition_of(&probe, vec![definition], Vec::new());
        let mut builder = TableBuilder::over(self, probe);
        builder.columns(&create)?;
        let keyed = builder.has_keys();
        let (mut table, sequences) = builder.into_parts();
        let Some(mut column) = table.columns.pop().filter(|_| !keyed) else {
            return Err(ErrorKind::unsupported("this MODIFY").at(name.span));
        };
        self.refuse_needed_column((&work.alter.before, &work.alter.table), at, Some(&column))?;
        let before = &work.alter.table.columns[at];
        // "ALTER TABLE and Generated Columns".
        let stored = |c: &Column| c.generated.as_ref().is_none_or(|g| g.stored);
        if stored(before) != stored(&column) {
            return Err(ErrorKind::StoredStatus.nowhere());
        }
        match (&before.identity, &mut column.identity) {
            (Some(kept), Some(identity)) => *identity = kept.clone(),
            (None, Some(_)) => {
                work.alter.sequences.extend(sequences.into_iter().map(|(_, s)| (at, s)));
                work.alter.numbered.get_or_insert(1);
            }
            (Some(_), None) => self.drop_sequence(work, at),
            (None, None) => {}
        }
        // A part of the primary key stays NOT NULL.
        if work.alter.table.primary_key.contains(&at) && column.not_null.is_none() {
            column.not_null.clone_from(&work.alter.table.columns[at].not_null);
        }
        if column.not_null.is_some() {
            work.alter.verify.push(Verify::NotNull(at));
        }
        // Labels may be added behind the others; no value is looked at.
        let appended = match (&work.alter.table.columns[at].ty, &column.ty) {
            (Type::Enum(old), Type::Enum(new)) => new.labels.starts_with(&old.labels),
            _ => false,
        };
        let old = work.alter.fills.get_or_insert_default();
        if let Fill::Old(from) = old[at]
            && !appended
        {
            old[at] = Fill::Expr(Expr::Column { up: 0, index: from as u32 });
        }
        for index in &mut work.indexes {
            for term in &mut index.terms {
                if term.term_column() == Some(at) {
                    term.collation = column.collation;
                }
            }
        }
        let before = &work.alter.table.columns[at];
        // Longer texts within one byte of length, or two, and what is not the type need no copy
        // (Online DDL Operations).
        let grows = match (&before.ty, &column.ty) {
            (Type::Varchar(old), Type::Varchar(new)) => old <= new && (*old < 64) == (*new < 64),
            (old, new) => appended || old == new,
        };
        work.alter.copies |= !grows
            || before.collation.name != column.collation.name
            || before.identity.is_some() != column.identity.is_some();
        work.alter.table.columns[at] = column;
        work.rewritten = true;
        constraints.iter().try_for_each(|constraint| self.add_constraint(work, constraint))
    }

    fn add_column(
        &mut self,
        work: &mut Work,
        column: &ast::ColumnDef,
        if_not_exists: bool,
    ) -> Result<()> {
        let table = &work.alter.table;
        if table.column(&column.name.text, self.rules.column_names).is_some() {
            let (name, table) = (column.name.text.to_string(), table.name.to_string());
            let exists = ErrorKind::ColumnExists { name, table };
            if if_not_exists {
                work.skipped.push(exists);
                return Ok(());
            }
            return Err(exists.nowhere());
        }
        let number = table.columns.len();
        self.build_more(work, vec![column.clone()], Vec::new())?;
        let definition = work.alter.table.columns[number].clone();
        let numbered = work.alter.sequences.iter().any(|(c, _)| *c == number);
        let fill = match &definition.default {
            _ if numbered => Fill::Sequence,
            Some(default) => Fill::Expr(self.bind(&default.expr, &Scope::default())?.expr),
            // MySQL does not leave NULLs where none may be.
            None if definition.not_null.is_some() && self.rules.write.ignore_is_lenient => {
                Fill::Expr(Expr::Const((self.rules.write.implicit_default)(&definition)))
            }
            None => Fill::Expr(Expr::Const(crate::value::Value::Null)),
        };
        if numbered && self.rules.write.null_takes_sequence {
            work.alter.numbered.get_or_insert(1);
        }
        work.alter.fills.get_or_insert_default().push(fill);
        work.rewritten = true;
        if definition.not_null.is_some() {
            work.alter.verify.push(Verify::NotNull(number));
        }
        Ok(())
    }

    fn add_constraint(&mut self, work: &mut Work, constraint: &ast::TableConstraint) -> Result<()> {
        use ast::TableConstraintKind as Kind;
        if let Some(name) = constraint.name.as_ref().filter(|_| self.rules.ddl.clashing_constraints)
        {
            self.refuse_constraint_name(work, &name.text, &constraint.kind)?;
        }
        match &constraint.kind {
            Kind::PrimaryKey { using_index: Some(index), .. } => {
                self.use_index(work, constraint, index, true)
            }
            Kind::Unique { using_index: Some(index), .. } => {
                self.use_index(work, constraint, index, false)
            }
            Kind::PrimaryKey { terms, .. } => {
                for term in terms.iter().filter(|_| self.rules.ddl.clashing_constraints) {
                    if let ast::ExprKind::Column(name) = &term.expr.kind {
                        self.must_column(work, &name.name)?;
                    }
                }
                let before: Vec<bool> = not_nulls(&work.alter.table);
                // Rows are put in its order, and looked at for NULLs meanwhile (InnoDB).
                work.rewritten |= self.rules.ddl.indexes_per_table;
                self.build_more(work, Vec::new(), vec![constraint.clone()])?;
                for (column, not_null) in not_nulls(&work.alter.table).into_iter().enumerate() {
                    if not_null && !before[column] {
                        work.alter.verify.push(Verify::NotNull(column));
                    }
                }
                Ok(())
            }
            Kind::NotNull(name) => {
                let column = self.must_column(work, name)?;
                if let (Some(known), Some(given)) =
                    (&work.alter.table.columns[column].not_null, &constraint.name)
                    && known.name.as_ref() != Some(&given.text)
                {
                    let table = &work.alter.table.name;
                    let made = (self.rules.ddl.not_null_name)(table, &name.text);
                    let known = known.name.as_deref().unwrap_or(&made);
                    let of = [&*given.text, &*name.text, &**table, known];
                    return Err(Refusal::SecondNotNull.of(&of).nowhere());
                }
                set_not_null(work, column, true, name.span);
                if let (Some(not_null), Some(given)) =
                    (&mut work.alter.table.columns[column].not_null, &constraint.name)
                {
                    not_null.name = Some(given.text.clone());
                }
                if constraint.not_valid {
                    work.alter.verify.pop();
                    let not_null = work.alter.table.columns[column].not_null.as_ref();
                    let name = not_null.and_then(|n| n.name.clone());
                    work.alter.table.unproven.extend(name);
                }
                Ok(())
            }
            _ => {
                let known = work.new_checks.len();
                self.build_more(work, Vec::new(), vec![constraint.clone()])?;
                if constraint.not_valid {
                    let made = work.new_checks.get(known..).unwrap_or_default().to_vec();
                    work.alter.table.unproven.extend(made);
                    work.new_checks.truncate(known);
                    let last = work.alter.table.foreign_keys.last();
                    if let (Kind::ForeignKey { .. }, Some(name)) =
                        (&constraint.kind, last.and_then(|k| k.name.clone()))
                    {
                        work.alter.table.unproven.push(name.clone());
                        work.judged.push((name, false));
                    }
                }
                Ok(())
            }
        }
    }

    /// A name that a constraint of the table has, or for an index a relation.
    fn refuse_constraint_name(
        &self,
        work: &Work,
        name: &Rc<str>,
        kind: &ast::TableConstraintKind,
    ) -> Result<()> {
        use ast::TableConstraintKind as Kind;
        let table = &work.alter.table;
        let index = work.indexes.iter().any(|i| self.is_constraint(i, name));
        let makes_index = matches!(
            kind,
            Kind::PrimaryKey { using_index: None, .. }
                | Kind::Unique { using_index: None, .. }
                | Kind::Exclude { .. }
        );
        if makes_index && (index || self.existing(&table.schema, name).is_some()) {
            return Err(ErrorKind::Exists { kind: "index", name: name.to_string() }.nowhere());
        }
        let uses_index = matches!(
            kind,
            Kind::PrimaryKey { using_index: Some(_), .. }
                | Kind::Unique { using_index: Some(_), .. }
        );
        if uses_index { Ok(()) } else { self.refuse_taken(work, name) }
    }

    /// A name that a constraint of the table has already.
    fn refuse_taken(&self, work: &Work, name: &Rc<str>) -> Result<()> {
        let table = &work.alter.table;
        let is = |given: &Option<Rc<str>>| given.as_ref() == Some(name);
        let taken = work.indexes.iter().any(|i| self.is_constraint(i, name))
            || table.checks.iter().any(|c| is(&c.name))
            || table.foreign_keys.iter().any(|k| is(&k.name))
            || table.columns.iter().any(|c| c.not_null.as_ref().is_some_and(|n| is(&n.name)));
        match taken {
            true => {
                let (constraint, table) = (name.to_string(), table.name.to_string());
                Err(ErrorKind::ConstraintExists { constraint, table }.nowhere())
            }
            false => Ok(()),
        }
    }

    /// Adds columns and constraints as CREATE TABLE does.
    fn build_more(
        &mut self,
        work: &mut Work,
        columns: Vec<ast::ColumnDef>,
        constraints: Vec<ast::TableConstraint>,
    ) -> Result<()> {
        let table = work.alter.table.clone();
        let create = definition_of(&table, columns, constraints);
        let (known, parents) = (table.checks.len(), table.foreign_keys.len());
        let width = table.columns.len();
        let own_names = self.rules.ddl.indexes_per_table;
        let mut builder = TableBuilder::over(self, table);
        if own_names {
            builder.others = work.indexes.iter().map(|i| i.name.clone()).collect();
        }
        builder.columns(&create)?;
        builder.constraints(&create)?;
        let mut new = match builder.finish(&create) {
            Err(error) if self.rules.ddl.clashing_constraints => return Err(error.elsewhere()),
            new => new?,
        };
        self.check_table(&mut new)?;
        for check in &new.table.checks[known..] {
            work.new_checks.extend(check.name.clone().filter(|_| check.enforced));
            // All rows are copied past it (MySQL, "Online DDL Operations").
            let copies = check.enforced && self.rules.ddl.indexes_per_table;
            work.alter.copies |= copies;
            work.rewritten |= copies;
        }
        // So they are for a foreign key, as long as those are checked, and for stored values.
        let stored = |c: &Column| c.generated.as_ref().is_some_and(|g| g.stored);
        let keys = new.table.foreign_keys.len() > parents && self.settings.foreign_keys;
        work.alter.copies |= self.rules.ddl.indexes_per_table
            && (keys || new.table.columns.iter().skip(width).any(stored));
        for mut index in new.indexes {
            index.table = new.table.id;
            work.indexes.push(index);
        }
        work.alter.sequences.extend(new.sequences);
        work.alter.table = new.table;
        Ok(())
    }

    /// `ADD CONSTRAINT … USING INDEX`: the index takes the constraint's name.
    fn use_index(
        &mut self,
        work: &mut Work,
        constraint: &ast::TableConstraint,
        name: &ast::Ident,
        primary: bool,
    ) -> Result<()> {
        let Some(at) = work.indexes.iter().position(|i| i.name == name.text) else {
            let index = match self.existing(&work.alter.table.schema, &name.text) {
                Some(Object::Index(index)) => index,
                _ => return Err(Refusal::NoIndex.of(&[&name.text]).at(constraint.span)),
            };
            let refused = match index.origin {
                IndexOrigin::CreateIndex => {
                    Refusal::IndexElsewhere.of(&[&name.text, &work.alter.table.name])
                }
                _ => Refusal::IndexInUse.of(&[&name.text]),
            };
            return Err(refused.at(constraint.span));
        };
        let before = work.indexes[at].clone();
        let refused = (self.rules.ddl.refuse_index)(&before);
        if let Some(kind) = refused {
            return Err(kind.at(constraint.span));
        }
        let index = &mut work.indexes[at];
        index.origin = if primary { IndexOrigin::PrimaryKey } else { IndexOrigin::Unique };
        index.deferrable = constraint.deferrable;
        if let Some(given) = &constraint.name
            && given.text != index.name
        {
            let (from, to) = (index.name.to_string(), given.text.to_string());
            work.skipped.push(ErrorKind::IndexRenamed { from, to });
            index.name = given.text.clone();
        }
        let after = index.clone();
        if primary && !work.alter.table.primary_key.is_empty() {
            let table = work.alter.table.name.to_string();
            return Err(ErrorKind::SecondPrimaryKey { table }.nowhere());
        }
        if primary {
            let columns = after.columns().unwrap_or_default();
            for column in &columns {
                if work.alter.table.columns[*column].not_null.is_none() {
                    set_not_null(work, *column, true, constraint.span);
                }
            }
            work.alter.table.primary_key = columns;
        }
        self.change_index(&mut work.alter, &before, after);
        Ok(())
    }

    fn drop_column(
        &mut self,
        work: &mut Work,
        name: &ast::Ident,
        if_exists: bool,
        cascade: bool,
    ) -> Result<()> {
        let column = match self.within("DROP", |p| p.must_column(work, name)) {
            Ok(column) => column,
            Err(error) if if_exists => {
                work.skipped.push(error.into_kind());
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let before = work.alter.before.clone();
        self.refuse_needed_column((&before, &work.alter.table), column, None)?;
        self.refuse_used_column(&work.alter.table, &work.indexes, column, true)?;
        let described = self.part("column", &name.text, &before);
        if let Some(at) = before.column(&name.text, self.rules.column_names) {
            self.drop_along(work, On::Column(&before, at), described, cascade)?;
        }
        while self.rules.ddl.dependents_are_kept
            && let column = self.must_column(work, name)?
            && let Some(by) = self.made_of(&work.alter.table, column).first()
        {
            self.remove_column(work, *by);
        }
        let column = self.must_column(work, name)?;
        self.remove_column(work, column);
        Ok(())
    }

    /// Takes out the indexes that use a column.
    fn part_indexes(&self, work: &mut Work, column: usize) -> Vec<Index> {
        let (rule, table) = (self.rules.column_names, &work.alter.table);
        let uses = |expr: &ast::Expr| used_columns(expr, table, rule).contains(&column);
        let of_index = |index: &Index| {
            let in_terms = index.terms.iter().any(|t| match &t.term {
                Term::Column(c) => *c == column,
                Term::Expr(expr, _) => uses(expr),
            });
            in_terms
                || index.include.contains(&column)
                || index.filter.as_ref().is_some_and(|(filter, _)| uses(filter))
        };
        let (gone, kept) = std::mem::take(&mut work.indexes).into_iter().partition(of_index);
        work.indexes = kept;
        gone
    }

    fn remove_column(&mut self, work: &mut Work, column: usize) {
        let rule = self.rules.column_names;
        let table = work.alter.table.clone();
        let uses = |expr: &ast::Expr| used_columns(expr, &table, rule).contains(&column);
        let gone = self.part_indexes(work, column);
        for mut index in gone {
            self.drop_index(&mut work.alter, &index);
            // MySQL leaves the other columns of a key.
            index.terms.retain(|term| term.term_column() != Some(column));
            if self.rules.ddl.indexes_per_table && !index.terms.is_empty() {
                index.id = 0;
                work.indexes.push(index);
            }
        }
        self.drop_sequence(work, column);
        let shift = |c: &mut usize| *c -= usize::from(*c > column);
        for index in &mut work.indexes {
            index.include.iter_mut().for_each(shift);
            for term in &mut index.terms {
                if let Term::Column(c) = &mut term.term {
                    shift(c);
                }
            }
        }
        let changed = &mut work.alter.table;
        changed.checks.retain(|c| !uses(&c.expr));
        changed.foreign_keys.retain(|k| !k.columns.contains(&column));
        changed.foreign_keys.iter_mut().for_each(|k| k.columns.iter_mut().for_each(shift));
        if changed.primary_key.contains(&column) {
            changed.primary_key.clear();
        }
        changed.primary_key.iter_mut().for_each(shift);
        changed.columns.remove(column);
        work.alter.fills.get_or_insert_default().remove(column);
        work.rewritten = true;
    }

    /// Takes along what depends on a part that is dropped, or refuses.
    fn drop_along(
        &self,
        work: &mut Work,
        on: On<'_>,
        part: Described,
        cascade: bool,
    ) -> Result<()> {
        if !self.rules.ddl.dependents_are_kept {
            return Ok(());
        }
        let mut along = Along::default();
        self.take_along(on, &[], &mut along);
        work.alter.notes.extend(self.with_dependents(Some(part), &along, cascade)?);
        work.alter.table.foreign_keys.retain(|k| !along.keys.contains(&k.id));
        let own = work.alter.before.id;
        for (key, object) in self.without_keys(&along.keys) {
            if object_id(&object) != Some(own) {
                work.alter.changed.push((key, object));
            }
        }
        work.alter.dropped.extend(along.objects);
        Ok(())
    }

    fn drop_index(&self, alter: &mut Alter, index: &Index) {
        let key = index_key(self.catalog, self.spaces().index, &alter.before, &index.name);
        alter.changed.retain(|(known, _)| *known != key);
        if let Some(object) = self.catalog.get(&key) {
            self.state.leaving.borrow_mut().push(key.clone());
            alter.dropped.push((key, object.clone()));
        }
    }

    fn drop_sequence(&self, work: &mut Work, column: usize) {
        let identity = work.alter.table.columns[column].identity.as_ref();
        let sequence = identity.and_then(|i| self.catalog.sequence_by_id(i.sequence));
        if let Some(sequence) = sequence {
            let space = self.spaces().sequence;
            let key = self.catalog.key(&sequence.schema, space, &sequence.name);
            work.alter.dropped.push((key, Object::Sequence(sequence.clone())));
        }
    }

    /// MySQL's `DROP CONSTRAINT` of what is no foreign key: of a unique key or a check.
    fn drop_any_constraint(&mut self, work: &mut Work, name: &ast::Ident) -> Result<()> {
        let unique = |i: &Index| i.unique && self.is_constraint(i, &name.text);
        if work.indexes.iter().any(unique) || find_check(&work.alter.table, name).is_ok() {
            return self.drop_constraint(work, name, false, false);
        }
        let table = work.alter.before.name.to_string();
        Err(ErrorKind::NoSuchConstraint { constraint: name.text.to_string(), table }.nowhere())
    }

    fn drop_constraint(
        &mut self,
        work: &mut Work,
        name: &ast::Ident,
        if_exists: bool,
        cascade: bool,
    ) -> Result<()> {
        if let Some(at) = work.indexes.iter().position(|i| self.is_constraint(i, &name.text)) {
            let index = work.indexes.remove(at);
            let kept: Vec<&Index> = work.indexes.iter().collect();
            self.refuse_needed(&work.alter.table, &kept, &index)?;
            let described = self.part("constraint", &name.text, &work.alter.table);
            self.drop_along(work, On::Index(&index), described, cascade)?;
            if index.origin == IndexOrigin::PrimaryKey {
                work.alter.table.primary_key.clear();
                // Nothing takes its place, so that all rows move (MySQL).
                work.alter.copies |= self.rules.ddl.indexes_per_table;
                work.rewritten |= self.rules.ddl.indexes_per_table;
            }
            self.drop_index(&mut work.alter, &index);
            return Ok(());
        }
        let is = |given: &Option<Rc<str>>| given.as_deref() == Some(&*name.text);
        let table = &mut work.alter.table;
        let (checks, keys) = (table.checks.len(), table.foreign_keys.len());
        table.checks.retain(|c| !is(&c.name));
        table.foreign_keys.retain(|k| !is(&k.name));
        if table.checks.len() < checks || table.foreign_keys.len() < keys {
            return Ok(());
        }
        let names = self.rules.ddl.not_null_name;
        let keyed: Vec<Rc<str>> =
            table.primary_key.iter().map(|c| table.columns[*c].name.clone()).collect();
        let (table_name, columns) = (table.name.clone(), &mut table.columns);
        let named = |c: &Column| {
            c.not_null.as_ref().is_some_and(|n| match &n.name {
                Some(given) => *given == name.text,
                None => names(&table_name, &c.name) == *name.text,
            })
        };
        match columns.iter_mut().find(|c| named(c)) {
            Some(column) => {
                if self.rules.ddl.dependents_are_kept {
                    let of = [&*column.name, &*table_name];
                    if column.identity.as_ref().is_some_and(|i| !i.serial) {
                        return Err(Refusal::IdentityNotNull.of(&of).nowhere());
                    }
                    if keyed.contains(&column.name) {
                        let name = column.name.to_string();
                        return Err(ErrorKind::ColumnInKey { name }.nowhere());
                    }
                }
                column.not_null = None;
                Ok(())
            }
            None if if_exists => {
                let missing = no_constraint(name, &work.alter.before);
                work.skipped.push(missing.into_kind());
                Ok(())
            }
            None => Err(no_constraint(name, &work.alter.before)),
        }
    }

    fn set_type(
        &mut self,
        work: &mut Work,
        name: &ast::Ident,
        ty: &ast::TypeName,
        using: Option<&ast::Expr>,
    ) -> Result<()> {
        let column = self.must_column(work, name)?;
        if let Some(by) = self.made_of(&work.alter.table, column).first() {
            self.may_change(work, column, ColumnChange::TypeOfSource(*by))?;
        }
        let new = self.column_type(Some(ty), work.alter.table.strict);
        let new = new.map_err(|kind| kind.at(ty.span))?;
        let scope = self.table_scope(&work.alter.before, None);
        let value = match using {
            Some(using) => using.clone(),
            None => column_expr(&work.alter.before.columns[column].name, name.span),
        };
        let bound = self.bind(&value, &scope)?;
        let mut definition = work.alter.table.columns[column].clone();
        definition.ty = new;
        definition.declared = ty.text.clone();
        let changed = (self.rules.write.change_type)(&definition, bound, using.is_some());
        let expr = changed.map_err(|kind| kind.at(value.span))?;
        self.refuse_seen(work, name)?;
        self.retype_default(&work.alter.table.columns[column].ty, &definition)?;
        work.alter.table.columns[column] = definition;
        work.alter.fills.get_or_insert_default()[column] = Fill::Expr(expr);
        work.rewritten = true;
        if self.rules.ddl.dependents_are_kept {
            // Its indexes are made again, after the others (tablecmds.c, ATPostAlterTypeCleanup).
            let moved = self.part_indexes(work, column);
            work.indexes.extend(moved);
        }
        if let Some(accept) = self.rules.ddl.accept_foreign_key
            && self.rules.ddl.dependents_are_kept
        {
            // Its foreign keys are made again, and those that refer to it.
            let table = &work.alter.table;
            for number in 0..table.foreign_keys.len() {
                if table.foreign_keys[number].columns.contains(&column) {
                    let accepted = self.fit_foreign_key(table, &work.indexes, number, accept);
                    accepted.map_err(Error::elsewhere)?;
                }
            }
            let indexes = self.catalog.indexes_of(table.id);
            for (child, key) in self.children_of(&work.alter.before) {
                let rule = self.rules.column_names;
                let named = key.parent_columns.iter();
                let columns: Vec<_> = named.map(|name| table.column(name, rule)).collect();
                if child.id == table.id || !columns.contains(&Some(column)) {
                    continue;
                }
                let parent = super::rules::ForeignParentFound::Table(table);
                let (columns, indexes) = (&columns[..], &indexes[..]);
                let sides = super::rules::ForeignKeySides { key, child, parent, columns, indexes };
                accept(&sides).map_err(ErrorKind::nowhere)?;
            }
        }
        Ok(())
    }

    /// The default of a column whose type changes must become one of the new type by itself
    /// (PostgreSQL; tablecmds.c, ATExecAlterColumnType).
    fn retype_default(&mut self, old: &Type, new: &Column) -> Result<()> {
        if !self.rules.ddl.dependents_are_kept {
            return Ok(());
        }
        if new.identity.as_ref().is_some_and(|i| !i.serial) && !matches!(new.ty, Type::Int { .. }) {
            return Err(ErrorKind::IdentityType.nowhere());
        }
        let Some(default) = &new.default else { return Ok(()) };
        let mut ty = self.bind(&default.expr, &Scope::default())?.ty;
        if ty == Type::Unknown {
            ty = old.clone();
        }
        let given = super::expr::Bound::new(Expr::Held, ty);
        if (self.rules.write.change_type)(new, given, true).is_err() {
            let words = (self.rules.ddl.type_words)(&new.ty);
            return Err(Refusal::DefaultType.of(&[&new.name, &words]).nowhere());
        }
        Ok(())
    }

    /// A column that a view shows keeps its type (tablecmds.c, RememberAllDependentForRebuilding).
    fn refuse_seen(&self, work: &Work, name: &ast::Ident) -> Result<()> {
        let before = &work.alter.before;
        let Some(column) = before.column(&name.text, self.rules.column_names) else {
            return Ok(());
        };
        if !self.rules.ddl.dependents_are_kept {
            return Ok(());
        }
        let mut along = Along::default();
        self.take_along(On::Column(before, column), &[], &mut along);
        let view = along.objects.iter().rev().find_map(|(_, object)| match object {
            Object::View(view) => Some(&view.name),
            _ => None,
        });
        let Some(view) = view else { return Ok(()) };
        Err(Refusal::TypeSeen.of(&[view, &name.text]).nowhere())
    }

    fn may_change(&self, work: &Work, column: usize, change: ColumnChange) -> Result<()> {
        (self.rules.ddl.may_change)(&work.alter.table, column, change).map_err(ErrorKind::nowhere)
    }

    /// The generated columns that are made of a column.
    fn made_of(&self, table: &Table, column: usize) -> Vec<usize> {
        let uses = |c: &Column| {
            let generated = c.generated.as_ref();
            generated.is_some_and(|g| {
                used_columns(&g.expr, table, self.rules.column_names).contains(&column)
            })
        };
        (0..table.columns.len()).filter(|c| uses(&table.columns[*c])).collect()
    }

    fn add_identity(
        &self,
        work: &mut Work,
        column: usize,
        always: bool,
        options: &ast::SequenceOptions,
    ) {
        let table = &mut work.alter.table;
        let definition = &mut table.columns[column];
        let name = format!("{}_{}_seq", table.name, definition.name);
        let greatest = match definition.ty {
            Type::Int { bits: 16, .. } => i64::from(i16::MAX),
            Type::Int { bits: 32, .. } => i64::from(i32::MAX),
            _ => i64::MAX,
        };
        definition.identity = Some(Identity { sequence: 0, always, serial: false });
        let sequence = new_sequence(table.schema.clone(), Rc::from(name), options, greatest);
        work.alter.sequences.push((column, sequence));
    }

    fn alter_identity(
        &self,
        work: &mut Work,
        name: &ast::Ident,
        always: Option<bool>,
        options: &ast::SequenceOptions,
    ) -> Result<()> {
        let column = self.must_column(work, name)?;
        let table = work.alter.table.name.to_string();
        let apart = self.rules.ddl.dependents_are_kept;
        let identity = work.alter.table.columns[column].identity.as_mut();
        let Some(identity) = identity.filter(|i| !(i.serial && apart)) else {
            return Err(ErrorKind::NotIdentity { column: name.text.to_string(), table }.nowhere());
        };
        identity.always = always.unwrap_or(identity.always);
        let Some(sequence) = self.catalog.sequence_by_id(identity.sequence) else { return Ok(()) };
        let changed = altered_sequence(sequence, options);
        let restart = options.restart.map(|to| to.unwrap_or(changed.start));
        let refused = (self.rules.ddl.refuse_sequence)(&changed, restart);
        refused.map_err(ErrorKind::nowhere)?;
        if let Some(restart) = options.restart {
            work.alter.restarts.push((sequence.id, restart.unwrap_or(changed.start)));
        }
        let key = self.catalog.key(&sequence.schema, Space::Relation, &sequence.name);
        work.alter.changed.push((key, Object::Sequence(Rc::new(changed))));
        Ok(())
    }

    fn enable_triggers(
        &self,
        work: &mut Work,
        name: Option<&ast::Ident>,
        enabled: bool,
    ) -> Result<()> {
        let triggers = self.catalog.triggers_of(work.alter.before.id);
        if let Some(name) = name.filter(|n| triggers.iter().all(|t| t.name != n.text)) {
            let (name, table) = (name.text.to_string(), work.alter.before.name.to_string());
            return Err(ErrorKind::NoTrigger { name, table }.nowhere());
        }
        for trigger in triggers {
            if name.is_none_or(|n| n.text == trigger.name) {
                let mut changed = (*trigger).clone();
                changed.enabled = enabled;
                let key = self.trigger_key(&trigger.schema, trigger.table, &trigger.name);
                work.alter.changed.push((key, Object::Trigger(Rc::new(changed))));
            }
        }
        Ok(())
    }

    /// Puts the parts together: rows are made anew only where the columns changed, and then all
    /// indexes with them.
    fn finish_alter(&mut self, work: Work) -> Result<Alter> {
        let Work { mut alter, indexes, new_checks, judged, rewritten, skipped } = work;
        if self.rules.ddl.tells_of_nothing {
            alter.notes.extend(skipped);
        }
        if self.rules.ddl.alters {
            let refused = (self.rules.ddl.refuse_table)(&alter.table, &indexes);
            refused.map_err(ErrorKind::nowhere)?;
        }
        self.note_duplicates(&alter.table, &indexes.iter().collect::<Vec<_>>());
        if rewritten {
            for index in indexes.iter().filter(|i| i.id != 0) {
                self.drop_index(&mut alter, index);
            }
        } else {
            alter.fills = None;
        }
        let table = Rc::new(alter.table.clone());
        let scope = self.table_scope(&table, None);
        if rewritten && self.rules.ddl.clashing_constraints {
            // A column's new type must suit what is checked.
            for check in table.checks.iter().filter(|c| c.domain.is_none()) {
                self.bind_condition(&check.expr, &scope).map_err(Error::elsewhere)?;
            }
        }
        for name in new_checks {
            let check = table.checks.iter().find(|c| c.name.as_deref() == Some(&*name));
            if let Some(check) = check {
                let condition = self.bind_condition(&check.expr, &scope)?;
                alter.verify.push(Verify::Check(condition, name));
            }
        }
        let told = |k: &crate::catalog::ForeignKey| {
            judged.iter().find(|(name, _)| Some(name) == k.name.as_ref()).map(|(_, judge)| *judge)
        };
        // With foreign_key_checks off a key is taken as it is (MySQL).
        let checked = self.settings.foreign_keys || !self.rules.ddl.parents_may_come_later;
        let new = |k: &crate::catalog::ForeignKey| k.id == 0 && checked;
        for key in table.foreign_keys.iter().filter(|k| told(k).unwrap_or(new(k))) {
            let parent = self.parent_of(&table, key)?;
            alter.verify.push(Verify::Foreign(Rc::new(self.plan_key(&table, key, &parent)?)));
        }
        for column in super::dml::generated_order(&table) {
            if let Some(definition) = &table.columns[column].generated {
                let expr = self.bind(&definition.expr, &scope)?.expr;
                alter.generated.push((column, expr));
            }
        }
        let key = indexes.iter().find(|i| i.origin == IndexOrigin::PrimaryKey).cloned();
        let ties = self.ties(&table, key.as_ref());
        for mut index in indexes.into_iter().filter(|i| rewritten || i.id == 0) {
            if index.origin != IndexOrigin::PrimaryKey {
                index.ties.clone_from(&ties);
            }
            let computed = match index.is_plain() {
                true => None,
                false => Some(self.plan_computed(&index, &scope)?),
            };
            let exclusion = self.plan_exclusion(&index, &table)?;
            let columns = term_texts(&index.terms, &table);
            let (name, space) = (table.name.clone(), self.spaces().index);
            alter.indexes.push(NewIndex {
                index,
                table: name,
                computed,
                columns,
                space,
                exclusion,
            });
        }
        Ok(alter)
    }
}

/// The names that MySQL made of the table's own go with it ("RENAME TABLE Statement").
fn rename_made(table: &mut Table, to: &str) {
    let from = table.name.clone();
    let keys = table.foreign_keys.iter_mut().map(|key| &mut key.name);
    for name in keys.chain(table.checks.iter_mut().map(|check| &mut check.name)).flatten() {
        let rest = name.strip_prefix(&*from).unwrap_or_default();
        if rest.starts_with("_ibfk_") || rest.starts_with("_chk_") {
            *name = Rc::from([to, rest].concat());
        }
    }
}

/// Columns and constraints as a statement that makes a table has them.
pub(super) fn definition_of(
    table: &Table,
    columns: Vec<ast::ColumnDef>,
    constraints: Vec<ast::TableConstraint>,
) -> ast::CreateTable {
    let ident = ast::Ident { text: table.name.clone(), quote: None, span: Span::default() };
    ast::CreateTable {
        temp: false,
        if_not_exists: false,
        name: ast::ObjectName { schema: None, name: ident },
        columns,
        constraints,
        as_query: None,
        or: None,
        no_data: false,
        like: None,
        including: Vec::new(),
        without_rowid: table.without_rowid,
        strict: table.strict,
        on_commit: None,
        options: Vec::new(),
    }
}

fn set_not_null(work: &mut Work, column: usize, set: bool, span: Span) {
    let definition = &mut work.alter.table.columns[column];
    if !set {
        definition.not_null = None;
    } else if definition.not_null.is_none() {
        definition.not_null = Some(NotNull { name: None, on_conflict: None, span });
        work.alter.verify.push(Verify::NotNull(column));
    }
}

fn not_nulls(table: &Table) -> Vec<bool> {
    table.columns.iter().map(|c| c.not_null.is_some()).collect()
}

/// Whether a constraint is a CHECK or NOT NULL.
fn is_other(table: &Table, name: &str) -> bool {
    let not_nulls = table.columns.iter().filter_map(|c| c.not_null.as_ref());
    let mut names = table.checks.iter().map(|c| &c.name).chain(not_nulls.map(|n| &n.name));
    names.any(|known| known.as_deref() == Some(name))
}

/// The CHECK of a name.
fn find_check(table: &Table, name: &ast::Ident) -> Result<usize> {
    let is = |n: &Option<Rc<str>>| n.as_ref().is_some_and(|n| n.eq_ignore_ascii_case(&name.text));
    table.checks.iter().position(|c| is(&c.name)).ok_or_else(|| {
        ErrorKind::NoSuchObject { kind: "check", name: name.text.to_string() }.nowhere()
    })
}

fn no_constraint(name: &ast::Ident, table: &Table) -> crate::error::Error {
    let (constraint, table) = (name.text.to_string(), table.name.to_string());
    ErrorKind::NoConstraint { constraint, table }.nowhere()
}

/// A column by its name.
pub(super) fn column_expr(name: &Rc<str>, span: Span) -> ast::Expr {
    let name = ast::Ident { text: name.clone(), quote: None, span };
    let kind = ast::ExprKind::Column(ast::ColumnName { schema: None, table: None, name });
    ast::Expr { kind, span }
}

pub(super) fn rename_in(expr: &mut ast::Expr, from: &str, to: &Rc<str>) {
    if let ast::ExprKind::Column(name) = &mut expr.kind
        && *name.name.text == *from
    {
        name.name.text = to.clone();
    }
    for child in expr.children_mut() {
        rename_in(child, from, to);
    }
}

/// Puts a column into another place.
fn move_column(work: &mut Work, from: usize, to: usize) {
    let moved = |c: &mut usize| {
        *c = match *c {
            c if c == from => to,
            c if (from + 1..=to).contains(&c) => c - 1,
            c if (to..from).contains(&c) => c + 1,
            c => c,
        }
    };
    for index in &mut work.indexes {
        index.include.iter_mut().for_each(moved);
        index.ties.iter_mut().for_each(|(c, ..)| moved(c));
        for term in &mut index.terms {
            if let Term::Column(c) = &mut term.term {
                moved(c);
            }
        }
    }
    let Alter { table, sequences, verify, fills, .. } = &mut work.alter;
    for key in &mut table.foreign_keys {
        key.columns.iter_mut().for_each(moved);
    }
    table.primary_key.iter_mut().for_each(moved);
    sequences.iter_mut().for_each(|(c, _)| moved(c));
    for check in verify {
        if let Verify::NotNull(c) = check {
            moved(c);
        }
    }
    let column = table.columns.remove(from);
    table.columns.insert(to, column);
    if let Some(fills) = fills {
        let fill = fills.remove(from);
        fills.insert(to, fill);
    }
    work.rewritten = true;
}
