//! UPDATE: the rows to change and the new values of their columns.

use std::rc::Rc;

use super::direct;
use super::dml::{ColumnDefault, Target, Update, has_subquery};
use super::first_error::is_of_a_name;
use super::insert::always_generated;
use super::node::{Access, Expr, Node};
use super::scope::Scope;
use super::trigger::Event;
use super::{Late, Planner};
use crate::catalog::{Object, Table, Term};
use crate::error::{ErrorKind, Result};
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::OnConflict;

impl Planner<'_> {
    /// Plans an UPDATE.
    ///
    /// # Errors
    /// Unknown names, a column set twice where that is an error.
    pub fn plan_update(&mut self, update: &ast::Update) -> Result<Update> {
        if let Some(through) = self.update_through(update)? {
            let planned = self.plan_update(&through);
            self.state.view_checks.clear();
            return planned;
        }
        let ast::FromItem::Table { name, .. } = &update.table else {
            return self.plan_joined_update(update);
        };
        let table = self.must_writable(name)?;
        if update.from.is_some() && self.rules.write.set_comes_first {
            self.check_set_columns(update, &table)?;
        }
        if let (Some(from), true) = (&update.from, self.rules.write.target_not_in_from)
            && self.names_again(from, &update.table, &table)
        {
            let from = beside(update.table.clone(), Some(from), name.name.span);
            let planned = self.plan_update_of(update, &update.set, table, (&from, None));
            let words = ["target object/alias may not appear in FROM clause: ", &name.name.text];
            let again = super::alter_text::message(words.concat());
            // Other names are looked for first.
            return Err(planned.err().filter(|e| is_of_a_name(&e.kind)).unwrap_or(again));
        }
        let from = beside(update.table.clone(), update.from.as_ref(), name.name.span);
        if update.from.is_some()
            && let Some((from, filter)) = self.reordered_update(update, &from, &table)
        {
            let label = match &update.table {
                ast::FromItem::Table { alias: Some(alias), .. } => alias.text.clone(),
                _ => name.name.text.clone(),
            };
            let update = ast::Update { filter, ..update.clone() };
            return self.plan_update_of(&update, &update.set, table, (&from, Some(&label)));
        }
        self.plan_update_of(update, &update.set, table, (&from, None))
    }

    /// The columns that are set, where they are looked at before FROM is (SQLite).
    fn check_set_columns(&self, update: &ast::Update, table: &Table) -> Result<()> {
        for name in update.set.iter().flat_map(|assignment| &assignment.columns) {
            let (text, span) = (&name.name.text, name.name.span);
            match table.column(text, self.rules.column_names) {
                Some(column) if table.columns[column].generated.is_some() => {
                    return Err(always_generated(table, column, true).at(span));
                }
                None if table.without_rowid || !self.is_rowid_name(text) => {
                    let kind = ErrorKind::NoSuchColumn { name: text.to_string(), table: None };
                    return Err(kind.at(span));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether FROM has the table that is updated under the same name (SQLite).
    fn names_again(&self, from: &ast::FromItem, own: &ast::FromItem, table: &Table) -> bool {
        match (from, own) {
            (ast::FromItem::Join(join), _) => {
                self.names_again(&join.left, own, table)
                    || self.names_again(&join.right, own, table)
            }
            (
                ast::FromItem::Table { name, alias, .. },
                ast::FromItem::Table { alias: own_alias, .. },
            ) => {
                let same = match (alias, own_alias) {
                    (None, None) => true,
                    (Some(a), Some(b)) => self.rules.table_names.same(&a.text, &b.text),
                    _ => false,
                };
                let known = |t: &Table| t.id == table.id;
                same && matches!(self.relation(name), Some(Object::Table(t)) if known(t))
            }
            _ => false,
        }
    }

    /// An UPDATE of the first table of `from`, or of the one of a name.
    pub(super) fn plan_update_of(
        &mut self,
        update: &ast::Update,
        assignments: &[ast::Assignment],
        table: Rc<Table>,
        (from, label): (&ast::FromItem, Option<&str>),
    ) -> Result<Update> {
        let frame = self.state.frame.clone();
        let joined = label.is_some() || update.from.is_some();
        let alias = match from {
            ast::FromItem::Table { alias: Some(alias), .. } => &alias.text,
            _ => &table.name,
        };
        let mut exprs = update.set.iter().map(|s| &s.value).chain(&update.filter);
        self.refuse_own_table(&table, label.unwrap_or(alias), &mut exprs)?;
        let planned = self.plan_source(from, update.filter.as_ref(), frame.as_deref());
        if planned.is_err() && !joined && self.rules.write.set_comes_first {
            // SQLite looks at SET before it looks at WHERE.
            let (_, scope) = self.plan_source(from, None, frame.as_deref())?;
            for assignment in assignments {
                self.bind_assignment(assignment, &table, &scope)?;
            }
        }
        let (mut source, scope) = planned?;
        let names = self.rules.table_names;
        let own = label.and_then(|l| scope.items.iter().find(|item| names.same(&item.name, l)));
        let offset = own.map_or(0, |item| item.offset);
        // What SET reads does not count where it is read from the one table (update.c).
        if !joined {
            self.settle(&mut source, &scope);
        }
        let mut set = Vec::new();
        let mut set_rowid = None;
        for assignment in assignments {
            let bound =
                self.seeing_before(&table, |p| p.bind_assignment(assignment, &table, &scope));
            let bound = bound.map_err(|error| {
                let returning = update.returning.as_deref();
                self.before_columns(assignments, &scope, Some((returning, &table)), error)
            });
            let bound = bound.map_err(|error| match &*error.kind {
                // With FROM the values are a query's (SQLite; update.c, updateFromSelect).
                ErrorKind::AggregateMisuse { .. } | ErrorKind::WindowMisuse { .. }
                    if update.from.is_some() && self.rules.write.set_comes_first =>
                {
                    ErrorKind::unsupported("aggregates and windows in UPDATE … FROM").nowhere()
                }
                _ => error,
            })?;
            for (name, expr) in bound {
                match name {
                    Some(column) => set.push((column, expr)),
                    None => set_rowid = Some(expr),
                }
            }
        }
        if joined {
            self.settle(&mut source, &scope);
            if update.from.is_some() {
                self.cover(&mut source);
            }
        }
        let source =
            self.plan_limited(source, &update.order_by, &update.limit, &update.offset, &scope)?;
        let lenient = self.is_lenient(update.or);
        self.refuse_assigned_twice(&table, &set);
        let changed = self.changed_columns(&table, &set, set_rowid.is_some());
        let on_conflict = OnConflict { or: update.or, arms: Vec::new() };
        let checked = self.checked_columns(&table, &changed);
        let conflict = self.plan_checks(&table, &on_conflict, Some(&checked), false, false)?;
        let or = self.state.inherited_or.or(update.or);
        let target = match conflict.may_delete() {
            true => {
                let events = [Event::Update, Event::Delete];
                self.plan_target(&table, &events, Some(&checked), or)?
            }
            false => self.plan_target(&table, &[Event::Update], Some(&checked), or)?,
        };
        let rekeys = changed.contains(&table.columns.len())
            || table.without_rowid && table.primary_key.iter().any(|c| changed.contains(c));
        self.note_rows(&source, &target, changed.contains(&table.columns.len()));
        let one_pass = !joined
            && update.returning.is_none()
            && !rekeys
            && !conflict.may_delete()
            && self.may_take_one_pass(&source, &target, update.filter.as_ref(), &changed);
        let own_scope = match self.rules.write.returning_sees_table_alone {
            true => self.table_scope(&table, Some(&table.name)),
            false => Scope::new(scope.items, None),
        };
        let returning = self.plan_changed(update.returning.as_deref(), &table, own_scope)?;
        let mut planned = Update {
            target,
            source,
            offset,
            joined,
            gathered: self.rules.write.gathers_rows && !one_pass,
            also: Vec::new(),
            set,
            set_rowid,
            sequential: self.rules.write.sequential_set,
            changed,
            conflict: Rc::new(conflict),
            mode: self.settings.mode(lenient),
            returning,
            direct: None,
        };
        if !planned.joined {
            find_only(&mut planned.source, planned.gathered);
        }
        planned.direct = direct::of_update(&planned);
        Ok(planned)
    }

    /// Whether nothing can disturb the scan, so that each row is written as it is found
    /// (update.c and delete.c, ONEPASS_MULTI).
    pub(super) fn may_take_one_pass(
        &self,
        source: &Node,
        target: &Target,
        filter: Option<&ast::Expr>,
        changed: &[usize],
    ) -> bool {
        use super::node::Access;
        let scanned = match source {
            Node::Scan(scan) => match &scan.access {
                Access::Index { index, .. } | Access::IndexIn { index, .. } => Some(*index),
                _ => None,
            },
            _ => return false,
        };
        let indexes = self.catalog.indexes_of(target.table.id);
        let names = self.rules.column_names;
        let is_changed = |name: &str| {
            target.table.column(name, names).is_some_and(|column| changed.contains(&column))
        };
        let moves = indexes.iter().filter(|i| Some(i.id) == scanned).any(|index| {
            let filter = index.filter.as_ref();
            filter.is_some_and(|(filter, _)| names_any(filter, &is_changed))
                || index.terms.iter().any(|term| match &term.term {
                    Term::Column(column) => changed.contains(column),
                    Term::Expr(expr, _) => names_any(expr, &is_changed),
                })
        });
        let alone =
            target.triggers.is_empty() && target.children.is_empty() && target.parents.is_empty();
        alone && !moves && !filter.is_some_and(has_subquery)
    }

    /// Notes whether an UPDATE or DELETE may write more than one row.
    pub(super) fn note_rows(&self, source: &Node, target: &Target, rowid: bool) {
        use super::node::Access;
        let one = matches!(source, Node::Scan(scan)
            if matches!(scan.access, Access::Rowid(_) | Access::Unique { .. }));
        let alone =
            target.triggers.is_empty() && target.children.is_empty() && target.parents.is_empty();
        let reach = &self.state.reach;
        reach.many.set(reach.many.get() || !one || !alone);
        reach.abort.set(reach.abort.get() || rowid);
    }

    /// The columns that assignments change: those set, and generated columns that use them. The
    /// number of columns stands for the hidden rowid.
    pub(super) fn changed_columns(
        &self,
        table: &Table,
        set: &[(usize, Expr)],
        rowid: bool,
    ) -> Vec<usize> {
        self.with_generated(table, set.iter().map(|(c, _)| *c).collect(), rowid)
    }

    /// A column that SET names twice (PostgreSQL; in MySQL and SQLite the last one counts).
    pub(super) fn refuse_assigned_twice(&mut self, table: &Table, set: &[(usize, Expr)]) {
        let rules = &self.rules.write;
        if rules.sequential_set || !rules.repeated_column_is_error {
            return;
        }
        let twice = |(at, (column, _)): (usize, &(usize, Expr))| {
            set[..at].iter().any(|(earlier, _)| earlier == column).then_some(*column)
        };
        if let Some(column) = set.iter().enumerate().find_map(twice) {
            let name = table.columns.get(column).map(|c| c.name.to_string()).unwrap_or_default();
            self.late(Late::Column, ErrorKind::AssignedTwice { name }.nowhere());
        }
    }

    /// One assignment as (column, value) pairs; none stands for the hidden rowid.
    pub(super) fn bind_assignment(
        &mut self,
        assignment: &ast::Assignment,
        table: &Table,
        scope: &Scope<'_>,
    ) -> Result<Vec<(Option<usize>, Expr)>> {
        let mut columns = Vec::new();
        for name in &assignment.columns {
            if let Some(qualifier) = name.table.as_ref().filter(|_| !self.rules.write.qualified_set)
            {
                let (column, table) = (qualifier.text.to_string(), table.name.to_string());
                let proposed = &*qualifier.text == self.rules.write.proposed_row;
                let is = |i: &super::scope::ScopeItem| *i.name == *qualifier.text && !proposed;
                let aliased =
                    scope.items.first().is_some_and(is) || scope.items.last().is_some_and(is);
                return Err(ErrorKind::QualifiedSet { column, table, aliased }.at(qualifier.span));
            }
            if let Some(table) = &name.table
                && !scope.items.iter().any(|i| self.rules.table_names.same(&i.name, &table.text))
            {
                let name_text = super::scope::written(name);
                let kind = ErrorKind::NoSuchColumn { name: name_text, table: None };
                return Err(kind.at(name.name.span));
            }
            let mut column = table.column(&name.name.text, self.rules.column_names);
            // The rowid's other names mean the column that it is.
            if column.is_none() && self.is_rowid_name(&name.name.text) {
                column = table.rowid_key.map(|key| key.column);
            }
            if let Some(c) = column
                && (table.columns[c].generated.is_some()
                    || table.columns[c].identity.as_ref().is_some_and(|i| i.always))
                && !matches!(assignment.value.kind, ast::ExprKind::Default)
            {
                let error = always_generated(table, c, true).at(name.name.span);
                if self.rules.write.set_comes_first {
                    self.bind_set(assignment, scope)?;
                    return Err(error);
                }
                self.late(Late::Column, error);
            }
            if column.is_none() && (table.without_rowid || !self.is_rowid_name(&name.name.text)) {
                let written = name.name.text.to_string();
                if self.rules.write.system_columns.contains(&&*written) {
                    return Err(ErrorKind::SystemColumn { name: written }.at(name.name.span));
                }
                // SQLite looks at what a column is set to first (update.c).
                if self.rules.write.set_comes_first {
                    self.bind_set(assignment, scope)?;
                }
                let of = self.rules.write.update_names_table.then(|| table.name.to_string());
                return Err(ErrorKind::NoSuchColumn { name: written, table: of }.at(name.name.span));
            }
            columns.push(column);
        }
        let outer = std::mem::replace(&mut self.state.clause, "UPDATE");
        let values = self.bind_values(assignment, table, &columns, scope)?;
        self.state.clause = outer;
        Ok(columns.into_iter().zip(values).collect())
    }

    /// The error that is told of where an assignment has one: RETURNING and all values are looked at before
    /// the columns are (PostgreSQL; analyze.c, transformUpdateStmt and transformUpdateTargetList).
    pub(super) fn before_columns(
        &mut self,
        assignments: &[ast::Assignment],
        scope: &Scope<'_>,
        returning: Option<(Option<&[ast::SelectItem]>, &Rc<Table>)>,
        error: crate::error::Error,
    ) -> crate::error::Error {
        if !self.rules.write.update_names_table {
            return error;
        }
        if let Some((items, table)) = returning {
            let own = Scope::new(scope.items.clone(), None);
            if let Err(first) = self.plan_changed(items, table, own) {
                return first;
            }
        }
        let outer = std::mem::replace(&mut self.state.clause, "UPDATE");
        let mut values =
            assignments.iter().filter(|a| !matches!(a.value.kind, ast::ExprKind::Default));
        let first = values.find_map(|a| self.bind_set(a, scope).err());
        self.state.clause = outer;
        first.unwrap_or(error)
    }

    /// Looks at the names in what columns are set to.
    fn bind_set(&mut self, assignment: &ast::Assignment, scope: &Scope<'_>) -> Result<()> {
        match &assignment.value.kind {
            ast::ExprKind::Row(exprs) if assignment.row => {
                exprs.iter().try_for_each(|expr| self.bind(expr, scope).map(drop))
            }
            ast::ExprKind::Subquery(_) if assignment.row => Ok(()),
            _ => self.bind(&assignment.value, scope).map(drop),
        }
    }

    fn bind_values(
        &mut self,
        assignment: &ast::Assignment,
        table: &Table,
        columns: &[Option<usize>],
        scope: &Scope<'_>,
    ) -> Result<Vec<Expr>> {
        let exprs = match &assignment.value.kind {
            ast::ExprKind::Row(exprs) if assignment.row => exprs.as_slice(),
            ast::ExprKind::Paren(inner)
                if assignment.row && columns.len() == 1 && !self.rules.write.row_set_wants_row =>
            {
                std::slice::from_ref(&**inner)
            }
            // One value in parentheses is no row (parse_target.c, transformMultiAssignRef).
            kind if assignment.row
                && self.rules.write.row_set_wants_row
                && !matches!(kind, ast::ExprKind::Subquery(_)) =>
            {
                let mut inner = &assignment.value;
                while let ast::ExprKind::Paren(within) = &inner.kind {
                    inner = within;
                }
                return Err(ErrorKind::NoRowSource.at(inner.span));
            }
            ast::ExprKind::Subquery(query) if assignment.row && columns.len() > 1 => {
                let bound = self.bind_row_query(query, columns.len(), scope);
                return bound.map_err(|error| match &*error.kind {
                    ErrorKind::SubqueryColumns { found, .. } => {
                        let (columns, values) = (columns.len(), *found);
                        ErrorKind::AssignmentCount { columns, values }.at(assignment.value.span)
                    }
                    _ => error,
                });
            }
            _ => std::slice::from_ref(&assignment.value),
        };
        if exprs.len() != columns.len() {
            let (columns, values) = (columns.len(), exprs.len());
            return Err(ErrorKind::AssignmentCount { columns, values }.at(assignment.span));
        }
        let mut values = Vec::new();
        for (expr, column) in exprs.iter().zip(columns) {
            values.push(match (&expr.kind, column) {
                (ast::ExprKind::Default, Some(c)) => match self.column_default(table, *c, true)? {
                    ColumnDefault::Expr(expr) => expr,
                    ColumnDefault::Implicit(value) => {
                        let name =
                            Expr::Const(crate::value::Value::Text(table.columns[*c].name.clone()));
                        let args = Rc::from([name, Expr::Const(value)]);
                        Expr::Call(&super::function::NO_DEFAULT, args)
                    }
                    ColumnDefault::Sequence { name, reserved: false, .. } => {
                        let name = Expr::Const(crate::value::Value::Text(name));
                        Expr::Call(&super::function::NEXT_VALUE, Rc::from([name]))
                    }
                    _ => Expr::Const(crate::value::Value::Null),
                },
                (_, column) => self.bind_for(Some(column), table, expr, scope)?,
            });
        }
        Ok(values)
    }
}

/// A table with those of FROM or USING beside it.
pub(super) fn beside(
    table: ast::FromItem,
    others: Option<&ast::FromItem>,
    span: Span,
) -> ast::FromItem {
    let Some(others) = others else { return table };
    ast::FromItem::Join(Box::new(ast::Join {
        left: table,
        right: others.clone(),
        kind: ast::JoinKind::Inner,
        natural: false,
        constraint: ast::JoinConstraint::None,
        span,
    }))
}

/// Of rows that are looked for in one table nothing but the rowid is kept.
pub(super) fn find_only(source: &mut Node, gathered: bool) {
    if gathered {
        forget_order(source);
    }
    source.read_no_more(Vec::new());
}

/// Rows that are gathered before the first is written need not come in an index's order; one that looks
/// up the values of a query is followed for nothing else.
fn forget_order(source: &mut Node) {
    let Node::Scan(scan) = source else { return };
    if let Access::IndexIn { whole: true, sorted, .. } = &mut scan.access {
        *sorted = false;
    }
    let whole = matches!(&scan.access, Access::Index { equal, low, high, .. }
        if equal.is_empty() && low.is_none() && high.is_none());
    let mut looks_up = false;
    if let Some(filter) = &scan.filter {
        filter.visit(&mut |expr| looks_up |= matches!(expr, Expr::InQuery(_)));
    }
    if whole && looks_up && !scan.fixed {
        scan.access = Access::Full;
    }
}

fn names_any(expr: &ast::Expr, is: &dyn Fn(&str) -> bool) -> bool {
    match &expr.kind {
        ast::ExprKind::Column(name) => is(&name.name.text),
        _ => expr.children().into_iter().any(|child| names_any(child, is)),
    }
}
