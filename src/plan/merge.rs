//! MERGE: the join of source and target, and what each branch does with a row of it.

use std::rc::Rc;

use super::Planner;
use super::conflict::ConflictPlan;
use super::dml::{Insert, Returning, Target};
use super::node::{Expr, Node};
use super::scope::Scope;
use super::trigger::Event;
use crate::error::{ErrorKind, Refusal, Result};
use crate::syntax::ast::{self, MergeAction, MergeWhen};
use crate::syntax::conflict::OnConflict;

/// A planned MERGE.
#[derive(Debug)]
pub struct Merge {
    /// The table.
    pub target: Rc<Target>,
    /// Rows of the source, each with the row of the target that it matches or NULLs.
    pub source: Node,
    /// Position of the target's first column in those rows; its rowid is after its columns.
    pub offset: usize,
    /// All rows of the target, where there are branches for those that nothing matches.
    pub unmatched: Option<Node>,
    /// The branches, in order.
    pub branches: Vec<Branch>,
    /// RETURNING.
    pub returning: Option<Returning>,
}

/// `WHEN … THEN …`.
#[derive(Debug)]
pub struct Branch {
    /// Which rows.
    pub when: MergeWhen,
    /// `AND …`, over the joined row.
    pub filter: Option<Expr>,
    /// What to do.
    pub act: Act,
}

/// What a branch does.
#[derive(Debug)]
pub enum Act {
    /// `DO NOTHING`.
    Nothing,
    /// `DELETE`.
    Delete,
    /// `UPDATE SET …`.
    Update {
        /// New values by column, over the joined row.
        set: Vec<(usize, Expr)>,
        /// The columns that change.
        changed: Vec<usize>,
        /// What is checked.
        conflict: Rc<ConflictPlan>,
    },
    /// `INSERT …`; its values see the joined row as the row around them.
    Insert(Box<Insert>),
}

impl Planner<'_> {
    /// Plans a MERGE.
    ///
    /// # Errors
    /// Unknown names, values that do not fit their columns.
    pub(super) fn plan_merge(&mut self, merge: &ast::Merge) -> Result<Merge> {
        // parse_merge.c, transformMergeStmt.
        for (at, branch) in merge.branches.iter().enumerate() {
            let ends = |b: &ast::MergeBranch| b.when == branch.when && b.filter.is_none();
            if merge.branches[..at].iter().any(ends) {
                return Err(crate::error::ErrorKind::UnreachableBranch.nowhere());
            }
        }
        if let Some(through) = self.merge_through(merge)? {
            return self.plan_merge(&through);
        }
        let table = self.must_writable(&merge.table)?;
        let own = ast::FromItem::Table {
            name: merge.table.clone(),
            alias: merge.alias.clone(),
            columns: Vec::new(),
            indexed: None,
        };
        let wants = |when: MergeWhen| merge.branches.iter().any(|b| b.when == when);
        let inserts = wants(MergeWhen::NotMatchedByTarget);
        let join = ast::FromItem::Join(Box::new(ast::Join {
            left: merge.source.clone(),
            right: own.clone(),
            kind: if inserts { ast::JoinKind::Left } else { ast::JoinKind::Inner },
            natural: false,
            constraint: ast::JoinConstraint::On(merge.on.clone()),
            span: merge.on.span,
        }));
        let frame = self.state.frame.clone();
        let planned = self.plan_source(&join, None, frame.as_deref());
        let (source, scope) = planned.map_err(|error| match &*error.kind {
            ErrorKind::RepeatedName { name } => Refusal::MergeName.of(&[name]).nowhere(),
            _ => error,
        })?;
        let scope = Scope::new(scope.items, None);
        let offset = scope.items.last().map_or(0, |item| item.offset);
        let unmatched = match wants(MergeWhen::NotMatchedBySource) {
            true => Some(self.plan_source(&own, None, frame.as_deref())?.0),
            false => None,
        };
        let events = [Event::Insert, Event::Update, Event::Delete];
        let target = self.plan_target(&table, &events, None, None)?;
        let mut branches = Vec::with_capacity(merge.branches.len());
        for branch in &merge.branches {
            let planned = self.plan_branch(merge, branch, &table, &scope);
            // RETURNING is looked at before the branches (parse_merge.c, transformMergeStmt).
            branches.push(planned.map_err(|error| {
                self.state.unseen = None;
                self.state.merges = true;
                let returning = self.plan_changed(
                    merge.returning.as_deref(),
                    &table,
                    Scope::new(scope.items.clone(), None),
                );
                self.state.merges = false;
                returning.err().unwrap_or(error)
            })?);
        }
        // UPDATE OF looks at what any branch sets.
        let mut set: Vec<usize> = Vec::new();
        for branch in &branches {
            if let Act::Update { changed, .. } = &branch.act {
                set.extend(changed);
            }
        }
        for branch in &mut branches {
            if let Act::Update { changed, .. } = &mut branch.act {
                changed.clone_from(&set);
            }
        }
        self.state.merges = true;
        let returning = self.plan_changed(merge.returning.as_deref(), &table, scope)?;
        self.state.merges = false;
        Ok(Merge { target, source, offset, unmatched, branches, returning })
    }

    /// The joined row without the side that has no row, whose columns are not to be seen
    /// (parse_merge.c).
    fn hidden(&mut self, scope: &Scope<'static>, target: bool) -> Scope<'static> {
        let mut items = scope.items.clone();
        let last = items.len().saturating_sub(1);
        let hidden = if target { &mut items[last..] } else { &mut items[..last] };
        for item in hidden {
            self.state.unseen = Some(item.name.clone());
            item.columns.clear();
            item.name = Rc::from("\0");
        }
        Scope::new(items, None)
    }

    fn plan_branch(
        &mut self,
        merge: &ast::Merge,
        branch: &ast::MergeBranch,
        table: &Rc<crate::catalog::Table>,
        scope: &Scope<'static>,
    ) -> Result<Branch> {
        let hidden = match branch.when {
            MergeWhen::Matched => None,
            MergeWhen::NotMatchedByTarget => Some(self.hidden(scope, true)),
            MergeWhen::NotMatchedBySource => Some(self.hidden(scope, false)),
        };
        let seen = hidden.as_ref().unwrap_or(scope);
        let filter = match &branch.filter {
            Some(filter) => Some(self.bind_condition_of(filter, seen, "WHEN")?),
            None => None,
        };
        let act = match &branch.action {
            MergeAction::Nothing => Act::Nothing,
            MergeAction::Delete => Act::Delete,
            MergeAction::Update(assignments) => {
                let mut set = Vec::new();
                for assignment in assignments {
                    let bound = self.bind_assignment(assignment, table, seen);
                    let bound = bound
                        .map_err(|error| self.before_columns(assignments, seen, None, error))?;
                    for (column, expr) in bound {
                        set.extend(column.map(|column| (column, expr)));
                    }
                }
                self.refuse_assigned_twice(table, &set);
                let changed = self.changed_columns(table, &set, false);
                let checked = self.checked_columns(table, &changed);
                let none = OnConflict { or: None, arms: Vec::new() };
                let conflict =
                    Rc::new(self.plan_checks(table, &none, Some(&checked), false, false)?);
                Act::Update { set, changed, conflict }
            }
            MergeAction::Insert { columns, overriding, values } => {
                let insert = ast::Insert {
                    with: None,
                    table: merge.table.clone(),
                    alias: None,
                    columns: columns.clone(),
                    overriding: *overriding,
                    source: match values {
                        Some(values) => ast::InsertSource::Values(vec![values.clone()]),
                        None => ast::InsertSource::DefaultValues,
                    },
                    row_alias: None,
                    load: None,
                    on_conflict: OnConflict { or: None, arms: Vec::new() },
                    replace: false,
                    delayed: false,
                    returning: None,
                    verb: branch.span,
                };
                // Its values see the joined row as a trigger's program sees OLD and NEW.
                let around = Rc::new(self.hidden(scope, true));
                let outer = self.state.frame.replace(around);
                let planned = self.plan_insert(&insert);
                self.state.frame = outer;
                Act::Insert(Box::new(planned?))
            }
        };
        self.state.unseen = None;
        Ok(Branch { when: branch.when, filter, act })
    }
}
