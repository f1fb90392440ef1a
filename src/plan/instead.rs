//! INSERT, UPDATE and DELETE on a view: nothing is written but by its INSTEAD OF triggers, which
//! see the rows that the view would have had.

use std::rc::Rc;

use super::Planner;
use super::dml::{Returning, Source, Target};
use super::node::{Expr, Node, ResultColumn};
use super::scope::{Scope, ScopeItem};
use super::trigger::Event;
use crate::catalog::{Column, Object, Table, View};
use crate::error::{ErrorKind, Result};
use crate::span::Span;
use crate::syntax::ast::{self, TriggerTime};
use crate::syntax::conflict::{Arm, ArmAction, OrClause, Target as ArmOf};

/// A write to a view.
#[derive(Debug)]
pub struct Instead {
    /// The view as a table, with its triggers.
    pub target: Rc<Target>,
    /// What would happen to the rows.
    pub event: Event,
    /// The rows.
    pub source: InsteadSource,
    /// The columns that an UPDATE sets.
    pub changed: Vec<usize>,
    /// Its rows count as changed (PostgreSQL).
    pub counted: bool,
    /// RETURNING.
    pub returning: Option<Returning>,
}

/// The rows of a write to a view.
#[derive(Debug)]
pub enum InsteadSource {
    /// New rows, and the position of each column's value in them.
    New(Source, Vec<Option<usize>>),
    /// Rows of the view, those of other tables beside, and the new values of columns over them.
    Old(Box<Node>, Vec<(usize, Expr)>),
}

impl Planner<'_> {
    /// The view of a name that its triggers write, with its columns as those of a table.
    pub(super) fn view_as_table(
        &mut self,
        name: &ast::ObjectName,
        event: Event,
    ) -> Result<Option<Rc<Table>>> {
        let Some(Object::View(view)) = self.relation(name) else { return Ok(None) };
        if self.rules.write.views_are_written && !self.has_triggers(view.id, event) {
            return Ok(None);
        }
        self.any_view_as_table(name)
    }

    /// The view of a name, with its columns as those of a table.
    pub(super) fn any_view_as_table(
        &mut self,
        name: &ast::ObjectName,
    ) -> Result<Option<Rc<Table>>> {
        let Some(Object::View(view)) = self.relation(name) else { return Ok(None) };
        let view = view.clone();
        let columns = self.plan_view(&view)?.columns;
        Ok(Some(Rc::new(as_table(&view, columns))))
    }

    /// The view of an id, with its columns as those of a table.
    pub(super) fn view_of_id(&mut self, id: crate::catalog::ObjectId) -> Result<Option<Rc<Table>>> {
        let found = self.catalog.objects().find_map(|(_, object)| match object {
            Object::View(view) if view.id == id => Some(view.clone()),
            _ => None,
        });
        let Some(view) = found else { return Ok(None) };
        let columns = self.plan_view(&view)?.columns;
        Ok(Some(Rc::new(as_table(&view, columns))))
    }

    /// The view that a trigger is made for. Where a view is written by triggers alone, its query is
    /// not looked at for that.
    pub(super) fn triggered_view(&mut self, name: &ast::ObjectName) -> Result<Option<Rc<Table>>> {
        match self.relation(name) {
            Some(Object::View(view)) if !self.rules.write.views_are_written => {
                Ok(Some(Rc::new(as_table(view, Vec::new()))))
            }
            _ => self.any_view_as_table(name),
        }
    }

    /// The view as a target, if its triggers can stand in for the event.
    fn instead_target(
        &mut self,
        view: &Rc<Table>,
        event: Event,
        changed: Option<&[usize]>,
        or: Option<OrClause>,
        returns: bool,
    ) -> Result<Rc<Target>> {
        let write = &self.rules.write;
        self.state.reach.many.set(true);
        let or = self.state.inherited_or.or(or);
        const ALL: &[TriggerTime] =
            &[TriggerTime::Before, TriggerTime::InsteadOf, TriggerTime::After];
        let triggers = self.plan_triggers(view, (event, ALL), changed, or)?;
        // To SQLite RETURNING is a trigger; with one, any other of the view will do (delete.c,
        // vtabIsReadOnly and sqlite3IsReadOnly).
        let passes =
            returns && !write.views_are_written && !self.catalog.triggers_of(view.id).is_empty();
        if !passes && !triggers.iter().any(|t| t.time == TriggerTime::InsteadOf) {
            let name = view.name.to_string();
            return Err(ErrorKind::NotWritable { name, kind: "view" }.nowhere());
        }
        Ok(Rc::new(Target {
            view_checks: Vec::new(),
            table: view.clone(),
            assign: write.assign,
            as_is: view.columns.iter().map(write.as_is).collect(),
            generated: Vec::new(),
            stamped: Vec::new(),
            computed: Vec::new(),
            counting: write.counting,
            last_id: write.last_id,
            triggers,
            updates_move: false,
            keyed: Vec::new(),
            follows_at_end: false,
            replace_fires: false,
            children: Vec::new(),
            parents: Vec::new(),
            old_goes_first: false,
            replaces_in_place: false,
        }))
    }

    pub(super) fn instead_of_insert(
        &mut self,
        insert: &ast::Insert,
        view: &Rc<Table>,
    ) -> Result<Instead> {
        let span = insert.table.name.span;
        let or = insert.on_conflict.or;
        let target = self.instead_target(view, Event::Insert, None, or, insert.returning.is_some());
        let target = target.map_err(|e| e.or_at(span))?;
        // What the trigger does decides; a view has no keys (PostgreSQL).
        let any = |arm: &Arm| arm.target == ArmOf::Any && arm.action == ArmAction::Nothing;
        let passes = self.rules.ddl.dependents_are_kept;
        if passes && insert.on_conflict.arms.iter().any(|arm| !any(arm)) {
            return Err(ErrorKind::NoArbiter { number: None }.nowhere());
        }
        if !passes && !insert.on_conflict.arms.is_empty() {
            let name = view.name.to_string();
            return Err(ErrorKind::NotWritable { name, kind: "view in an upsert" }.at(span));
        }
        let (given, _) = self.insert_columns(insert, view)?;
        let (source, width) = self.plan_source_rows(insert, view, &given)?;
        let position =
            |column| given.iter().position(|g| *g == Some(column)).filter(|p| *p < width);
        let columns = (0..view.columns.len()).map(position).collect();
        let alias = insert.alias.as_ref().map(|alias| &*alias.text);
        let items = self.table_scope(view, alias).items;
        let returning = self.instead_returning(insert.returning.as_deref(), view, items)?;
        let source = InsteadSource::New(source, columns);
        let counted = self.rules.write.views_are_written;
        let (event, changed) = (Event::Insert, Vec::new());
        Ok(Instead { target, event, source, changed, counted, returning })
    }

    pub(super) fn instead_of_update(
        &mut self,
        update: &ast::Update,
        name: &ast::ObjectName,
        view: &Rc<Table>,
    ) -> Result<Instead> {
        let span = name.name.span;
        let names = update.set.iter().flat_map(|s| &s.columns);
        let named = names.filter_map(|n| view.column(&n.name.text, self.rules.column_names));
        let named: Vec<usize> = named.collect();
        let returns = update.returning.is_some();
        let target = self.instead_target(view, Event::Update, Some(&named), update.or, returns);
        let target = later(target.map_err(|e| e.or_at(span)))?;
        // What is set is looked at before WHERE (update.c), with the view's columns alone if there is no FROM.
        let early = match (&update.table, &update.from) {
            (ast::FromItem::Table { alias, .. }, None) => {
                let own = self.table_scope(view, alias.as_ref().map(|alias| &*alias.text));
                Some(self.bind_view_set(update, view, own.items)?)
            }
            _ => None,
        };
        let rows =
            self.rows_to_change(view, &update.table, update.from.as_ref(), &update.filter)?;
        let frame = self.state.frame.clone();
        let scope = Scope::new(rows.scope.items, frame.as_deref());
        let set = match early {
            Some(set) => set,
            None => self.bind_view_set(update, view, scope.items.clone())?,
        };
        let target = target?;
        let changed = set.iter().map(|(column, _)| *column).collect();
        let returning = self.instead_returning(update.returning.as_deref(), view, scope.items)?;
        let source = InsteadSource::Old(Box::new(rows.node), set);
        let counted = self.rules.write.views_are_written;
        Ok(Instead { target, event: Event::Update, source, changed, counted, returning })
    }

    pub(super) fn instead_of_delete(
        &mut self,
        delete: &ast::Delete,
        name: &ast::ObjectName,
        view: &Rc<Table>,
    ) -> Result<Instead> {
        let returns = delete.returning.is_some();
        let target = self.instead_target(view, Event::Delete, None, None, returns);
        let target = later(target.map_err(|e| e.or_at(name.name.span)))?;
        let from = ast::FromItem::Table {
            name: name.clone(),
            alias: delete.alias.clone(),
            columns: Vec::new(),
            indexed: None,
        };
        let rows = self.rows_to_change(view, &from, delete.using.as_ref(), &delete.filter)?;
        let target = target?;
        let returning =
            self.instead_returning(delete.returning.as_deref(), view, rows.scope.items)?;
        let source = InsteadSource::Old(Box::new(rows.node), Vec::new());
        let counted = self.rules.write.views_are_written;
        let (event, changed) = (Event::Delete, Vec::new());
        Ok(Instead { target, event, source, changed, counted, returning })
    }

    fn bind_view_set(
        &mut self,
        update: &ast::Update,
        view: &Rc<Table>,
        items: Vec<ScopeItem>,
    ) -> Result<Vec<(usize, Expr)>> {
        let frame = self.state.frame.clone();
        let scope = Scope::new(items, frame.as_deref());
        let mut set = Vec::new();
        for assignment in &update.set {
            for (column, expr) in self.bind_assignment(assignment, view, &scope)? {
                set.extend(column.map(|column| (column, expr)));
            }
        }
        Ok(set)
    }

    /// The rows of a view for which a condition holds, with the rows of other tables beside.
    fn rows_to_change(
        &mut self,
        view: &Table,
        from: &ast::FromItem,
        others: Option<&ast::FromItem>,
        filter: &Option<ast::Expr>,
    ) -> Result<ViewRows> {
        let (span, alias) = match from {
            ast::FromItem::Table { name, alias, .. } => (name.name.span, alias.as_ref()),
            _ => return Err(ErrorKind::unsupported("an UPDATE of what is no view").nowhere()),
        };
        let mut scope = self.table_scope(view, alias.map(|alias| &*alias.text));
        // No table of WITH stands in for it (delete.c, sqlite3MaterializeView, names its database too).
        let mut from = from.clone();
        if let ast::FromItem::Table { name, .. } = &mut from {
            name.schema = Some(ast::Ident { text: view.schema.clone(), quote: None, span });
        }
        if others.is_none() {
            let node = self.rows_of_view(from, filter.as_ref(), span)?;
            return Ok(ViewRows { node, scope });
        }
        let frame = self.state.frame.clone();
        let from = super::update::beside(from, others, span);
        // As a query the view's columns stand in its own order.
        let flat = std::mem::replace(&mut self.state.unflattened, true);
        let planned = self.plan_source(&from, filter.as_ref(), frame.as_deref());
        self.state.unflattened = flat;
        let (node, beside) = planned?;
        let more = scope.width() - beside.items[0].width;
        scope.items.extend(beside.items.into_iter().skip(1).map(|mut item| {
            item.shift(more);
            item
        }));
        Ok(ViewRows { node, scope })
    }

    /// The rows of a view for which a condition holds, as SELECT gives them (delete.c,
    /// sqlite3MaterializeView).
    fn rows_of_view(
        &mut self,
        from: ast::FromItem,
        filter: Option<&ast::Expr>,
        span: Span,
    ) -> Result<Node> {
        let select = ast::Select {
            distinct: ast::Distinct::No,
            items: vec![ast::SelectItem::Star(span)],
            from: Some(from),
            filter: filter.cloned(),
            group_by: Vec::new(),
            rollup: false,
            having: None,
            windows: Vec::new(),
            span,
        };
        let query = ast::Query {
            with: None,
            body: ast::SetExpr::Select(Box::new(select)),
            order_by: Vec::new(),
            limit: None,
            offset: None,
            ties: false,
            locks: None,
            span,
        };
        let frame = self.state.frame.clone();
        Ok(self.plan_query(&query, frame.as_deref())?.node)
    }

    fn instead_returning(
        &mut self,
        items: Option<&[ast::SelectItem]>,
        view: &Table,
        mut beside: Vec<ScopeItem>,
    ) -> Result<Option<Returning>> {
        if self.rules.write.returning_sees_table_alone {
            beside = self.table_scope(view, None).items;
        }
        self.plan_changed(items, view, Scope::new(beside, None))
    }
}

/// What triggers have wrong is told after the names of the statement, but that there are none at once
/// (update.c, delete.c).
fn later(target: Result<Rc<Target>>) -> Result<Result<Rc<Target>>> {
    match target {
        Err(error) if matches!(*error.kind, ErrorKind::NotWritable { .. }) => Err(error),
        target => Ok(target),
    }
}

/// Rows of a view, and what names mean over them with a place for its rowid, which they do not have.
struct ViewRows {
    node: Node,
    scope: Scope<'static>,
}

fn as_table(view: &View, columns: Vec<ResultColumn>) -> Table {
    let column = |(at, c): (usize, ResultColumn)| Column {
        name: view.columns.get(at).unwrap_or(&c.name).clone(),
        ty: c.ty,
        declared: c.declared,
        not_null: None,
        default: None,
        collation: c.collation,
        generated: None,
        identity: None,
        on_update: None,
        invisible: false,
        comment: None,
    };
    Table {
        id: view.id,
        schema: view.schema.clone(),
        name: view.name.clone(),
        columns: columns.into_iter().enumerate().map(column).collect(),
        comment: None,
        rowid_key: None,
        autoincrement: false,
        on_commit: None,
        primary_key: Vec::new(),
        checks: Vec::new(),
        foreign_keys: Vec::new(),
        without_rowid: true,
        strict: false,
        keys_off: false,
        unproven: Vec::new(),
        collation: None,
        sql: view.sql.clone(),
        text: view.sql.clone(),
        base: 0,
    }
}
