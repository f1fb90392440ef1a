//! DO UPDATE and ON DUPLICATE KEY UPDATE: what an arm writes, and what is checked then.

use std::rc::Rc;

use super::UpdateArm;
use crate::catalog::Table;
use crate::error::{ErrorKind, Result};
use crate::plan::Planner;
use crate::plan::scope::{Scope as Names, ScopeItem};
use crate::plan::trigger::Event;
use crate::syntax::ast;
use crate::syntax::conflict::{Arm, OnConflict, OrClause, Resolution};

impl Planner<'_> {
    /// DO UPDATE or ON DUPLICATE KEY UPDATE: its expressions see the row in the way and, after
    /// it, the row that was to be inserted.
    pub(super) fn plan_arm(
        &mut self,
        insert: &ast::Insert,
        table: &Rc<Table>,
        alias: &str,
        (arm, set, filter): (&Arm, &[ast::Assignment], Option<&ast::Expr>),
        beside: &[ScopeItem],
    ) -> Result<UpdateArm> {
        let width = table.columns.len() + 1;
        let frame = self.state.frame.clone();
        let mut scope = Names::new(Vec::new(), frame.as_deref());
        // Under its own name it may be named with its schema.
        let renamed = insert.alias.is_some() || !self.rules.write.schema_names_target;
        scope.items.push(ScopeItem::of_table(table, renamed.then_some(alias), 0));
        let (name, renamed) = match &insert.row_alias {
            Some((alias, columns)) => (alias.text.clone(), columns.clone()),
            None => (Rc::from(self.rules.write.proposed_row), Vec::new()),
        };
        let mut proposed = ScopeItem::of_table(table, Some(&name), width);
        proposed.bare = self.rules.write.plain_rows;
        proposed.qualified_only =
            insert.row_alias.is_none() && !self.rules.write.bare_names_mean_excluded_too;
        if let (false, Some((name, _))) = (renamed.is_empty(), &insert.row_alias) {
            let listed = insert.columns.as_ref().map_or(table.columns.len(), Vec::len);
            if listed != renamed.len() {
                let (table, found, named) = (name.text.to_string(), listed, renamed.len());
                return Err(ErrorKind::NamedColumns { table, found, named }.at(name.span));
            }
        }
        // Under its alias the row has the columns of the list alone (sql_insert.cc,
        // prepare_values_table).
        if let (Some(_), Some(listed)) = (&insert.row_alias, &insert.columns) {
            let is =
                |name: &str| listed.iter().any(|l| self.rules.column_names.same(&l.text, name));
            proposed
                .columns
                .iter_mut()
                .filter(|c| !is(&c.name))
                .for_each(|c| c.name = Rc::from(""));
        }
        for (at, renamed) in renamed.into_iter().enumerate() {
            // They are in the order of the column list.
            let listed = insert.columns.as_ref().map(|names| &names[at].text);
            let at = listed.map_or(Some(at), |n| table.column(n, self.rules.column_names));
            if let Some(column) = at.and_then(|at| proposed.columns.get_mut(at)) {
                column.name = renamed.text;
            }
        }
        if let Some((name, _)) = &insert.row_alias
            && self.rules.table_names.same(&name.text, alias)
        {
            return Err(ErrorKind::RepeatedName { name: name.text.to_string() }.at(name.span));
        }
        scope.items.push(proposed);
        scope.items.extend_from_slice(beside);
        let mut planned = Vec::new();
        for assignment in set {
            let bound = self.bind_assignment(assignment, table, &scope);
            let bound = bound.map_err(|error| self.before_columns(set, &scope, None, error))?;
            for (column, expr) in bound {
                // The hidden rowid stands one past the last column, as in the row itself.
                planned.push((column.unwrap_or(table.columns.len()), expr));
            }
        }
        let filter = match filter {
            Some(filter) => Some(self.bind_condition(filter, &scope)?),
            None => None,
        };
        self.refuse_assigned_twice(table, &planned);
        let only_columns: Vec<_> =
            planned.iter().filter(|(c, _)| *c < table.columns.len()).cloned().collect();
        let rowid = only_columns.len() < planned.len();
        let changed = self.changed_columns(table, &only_columns, rowid);
        // The update part knows only the statement's OR clause, and SQLite not even that.
        let or = OnConflict { or: insert.on_conflict.or, arms: Vec::new() };
        let checked = self.checked_columns(table, &changed);
        let plan = Rc::new(self.plan_checks(table, &or, Some(&checked), false, true)?);
        let sequential = self.rules.write.sequential_set;
        // Triggers that it fires run under ABORT, whatever their own clauses say (SQLite).
        let or = OrClause { resolution: Resolution::Abort, span: arm.span };
        let target = self.plan_target(table, &[Event::Update], Some(&checked), Some(or))?;
        if !(target.triggers.is_empty() && target.children.is_empty() && target.parents.is_empty())
        {
            self.state.reach.many.set(true);
        }
        Ok(UpdateArm { target, set: planned, changed, sequential, filter, plan, span: arm.span })
    }
}
