//! UPDATE and DELETE over a join of which one table is written or several (MySQL, "UPDATE Statement",
//! "DELETE Statement", multiple-table syntax). All rows are found before the first is written.

use std::rc::Rc;

use super::Planner;
use super::dml::{Delete, Update};
use super::trigger::Event;
use crate::catalog::Table;
use crate::error::{Error, ErrorKind, Result};
use crate::syntax::ast::{self, FromItem};

/// The tables of a join from left to right.
fn leaves<'a>(item: &'a FromItem, found: &mut Vec<&'a FromItem>) {
    match item {
        FromItem::Join(join) => {
            leaves(&join.left, found);
            leaves(&join.right, found);
        }
        other => found.push(other),
    }
}

/// The name that a table goes by in a join.
fn label(item: &FromItem) -> Option<&Rc<str>> {
    match item {
        FromItem::Table { alias: Some(alias), .. }
        | FromItem::Subquery { alias: Some(alias), .. } => Some(&alias.text),
        FromItem::Table { name, .. } => Some(&name.name.text),
        _ => None,
    }
}

/// The rows of a subquery are not written.
fn derived(item: &FromItem, verb: &'static str) -> Error {
    let name = label(item).map(|l| l.to_string()).unwrap_or_default();
    ErrorKind::ViewNotWritable { name, verb, why: "" }.nowhere()
}

impl Planner<'_> {
    /// UPDATE of a join: one plan for each table whose columns are set, over the same rows.
    pub(super) fn plan_joined_update(&mut self, update: &ast::Update) -> Result<Update> {
        let refused = match (&update.order_by[..], &update.limit) {
            ([_, ..], _) => "ORDER BY",
            (_, Some(_)) => "LIMIT",
            _ => "",
        };
        if !refused.is_empty() {
            return Err(ErrorKind::WrongUsage { of: "UPDATE", with: refused }.nowhere());
        }
        let mut items = Vec::new();
        leaves(&update.table, &mut items);
        let mut sets: Vec<Vec<ast::Assignment>> = vec![Vec::new(); items.len()];
        for assignment in &update.set {
            let Some(column) = assignment.columns.first() else { continue };
            let (mut owner, mut second) = (None, None);
            for at in (0..items.len()).rev() {
                if self.owns(items[at], column) {
                    (owner, second) = (Some(at), owner);
                }
            }
            let name = super::scope::written(column);
            match (owner, second) {
                (Some(owner), None) => sets[owner].push(assignment.clone()),
                (Some(_), Some(_)) => {
                    return Err(ErrorKind::AmbiguousColumn { name }.at(column.name.span));
                }
                (None, _) => {
                    let kind = ErrorKind::NoSuchColumn { name, table: None };
                    return Err(kind.at(column.name.span));
                }
            }
        }
        let mut plans = Vec::new();
        for (item, set) in items.iter().zip(&sets).filter(|(_, set)| !set.is_empty()) {
            let (FromItem::Table { name, .. }, Some(label)) = (item, label(item)) else {
                return Err(derived(item, "update"));
            };
            let table = self.must_writable(name)?;
            plans.push(self.plan_update_of(update, set, table, (&update.table, Some(label)))?);
        }
        let mut plans = plans.into_iter();
        let Some(mut first) = plans.next() else {
            return Err(ErrorKind::unsupported("UPDATE of what is no table").nowhere());
        };
        first.also = plans.collect();
        Ok(first)
    }

    /// Whether a column of SET is this table's.
    fn owns(&mut self, item: &FromItem, column: &ast::ColumnName) -> bool {
        let named = match (&column.table, label(item)) {
            (Some(table), Some(label)) => self.rules.table_names.same(&table.text, label),
            _ => true,
        };
        let rule = self.rules.column_names;
        named
            && match item {
                FromItem::Table { name, .. } => self
                    .must_table(name)
                    .is_ok_and(|t: Rc<Table>| t.column(&column.name.text, rule).is_some()),
                _ => self.plan_source(item, None, None).is_ok_and(|(_, scope)| {
                    let mut columns = scope.items.iter().flat_map(|i| &i.columns);
                    columns.any(|c| rule.same(&c.name, &column.name.text))
                }),
            }
    }

    /// DELETE from tables of a join.
    pub(super) fn plan_joined_delete(
        &mut self,
        delete: &ast::Delete,
        from: &FromItem,
    ) -> Result<Delete> {
        let mut items = Vec::new();
        leaves(from, &mut items);
        let names = self.rules.table_names;
        let named = |item: &FromItem, target: &ast::ObjectName| {
            label(item).is_some_and(|l| names.same(l, &target.name.text))
        };
        if let Some(lost) = delete.targets.iter().find(|t| !items.iter().any(|i| named(i, t))) {
            let name = lost.name.text.to_string();
            let kind = ErrorKind::NoSuchObject { kind: "table in MULTI DELETE", name };
            return Err(kind.at(lost.name.span));
        }
        let mut first: Option<Delete> = None;
        for item in items {
            let Some(target) = delete.targets.iter().find(|t| named(item, t)) else { continue };
            let FromItem::Table { name, .. } = item else { return Err(derived(item, "delete")) };
            let table = self.must_writable(name)?;
            self.refuse_own_table(&table, &target.name.text, &mut delete.filter.iter())?;
            let written = self.plan_target(&table, &[Event::Delete], None, None)?;
            let frame = self.state.frame.clone();
            let (source, scope) =
                self.plan_source(from, delete.filter.as_ref(), frame.as_deref())?;
            let item = scope.items.iter().find(|item| names.same(&item.name, &target.name.text));
            let plan = Delete {
                limit: None,
                target: written,
                source,
                offset: item.map_or(0, |item| item.offset),
                joined: true,
                gathered: false,
                also: Vec::new(),
                ignores: delete.ignore.is_some(),
                returning: None,
            };
            match &mut first {
                Some(first) => first.also.push(plan),
                None => first = Some(plan),
            }
        }
        self.state.reach.many.set(true);
        first.ok_or_else(|| ErrorKind::unsupported("DELETE from what is no table").nowhere())
    }
}
