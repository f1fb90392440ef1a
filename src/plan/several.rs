//! UPDATE and DELETE over a join of which one table is written (MySQL, "UPDATE Statement",
//! "DELETE Statement", multiple-table syntax). Writing several tables at once is not there.

use std::rc::Rc;

use super::Planner;
use super::dml::{Delete, Update};
use super::trigger::Event;
use crate::catalog::Table;
use crate::error::{ErrorKind, Result};
use crate::syntax::ast::{self, FromItem, JoinKind};

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
        FromItem::Table { alias: Some(alias), .. } => Some(&alias.text),
        FromItem::Table { name, .. } => Some(&name.name.text),
        _ => None,
    }
}

impl Planner<'_> {
    /// UPDATE of a join: the table whose columns are set comes first, the others stand beside it.
    pub(super) fn plan_joined_update(&mut self, update: &ast::Update) -> Result<Update> {
        let FromItem::Join(join) = &update.table else {
            return Err(ErrorKind::unsupported("UPDATE of what is no table").nowhere());
        };
        let mut items = Vec::new();
        leaves(&update.table, &mut items);
        let mut target: Option<usize> = None;
        for assignment in &update.set {
            let Some(column) = assignment.columns.first() else { continue };
            let mut owns = items.iter().position(|item| self.owns(item, column));
            if owns.is_none() {
                let (name, table) = (super::scope::written(column), None);
                return Err(ErrorKind::NoSuchColumn { name, table }.at(column.name.span));
            }
            if target.is_some_and(|known| owns != Some(known)) {
                owns = None;
            }
            let several = || ErrorKind::unsupported("UPDATE of several tables at once").nowhere();
            target = Some(owns.ok_or_else(several)?);
        }
        let mut joined = update.clone();
        match (target, join.kind, &join.left) {
            (None | Some(0), ..) => {}
            (Some(1), JoinKind::Inner, FromItem::Table { .. }) if items.len() == 2 => {
                let mut swapped = (**join).clone();
                std::mem::swap(&mut swapped.left, &mut swapped.right);
                joined.table = FromItem::Join(Box::new(swapped));
            }
            _ => {
                let what = "UPDATE of a table that is not the first of its join";
                return Err(ErrorKind::unsupported(what).nowhere());
            }
        }
        let mut items = Vec::new();
        leaves(&joined.table, &mut items);
        let Some(FromItem::Table { name, .. }) = items.first() else {
            return Err(ErrorKind::unsupported("UPDATE of what is no table").nowhere());
        };
        let table = self.must_writable(name)?;
        self.plan_update_of(&joined, table, joined.table.clone(), true)
    }

    /// Whether a column of SET is this table's.
    fn owns(&self, item: &FromItem, column: &ast::ColumnName) -> bool {
        let FromItem::Table { name, .. } = item else { return false };
        let named = match (&column.table, label(item)) {
            (Some(table), Some(label)) => self.rules.table_names.same(&table.text, label),
            _ => true,
        };
        named
            && self.must_table(name).is_ok_and(|table: Rc<Table>| {
                table.column(&column.name.text, self.rules.column_names).is_some()
            })
    }

    /// DELETE from one table of a join.
    pub(super) fn plan_joined_delete(
        &mut self,
        delete: &ast::Delete,
        target: &ast::ObjectName,
        from: &FromItem,
    ) -> Result<Delete> {
        let mut items = Vec::new();
        leaves(from, &mut items);
        let named = |item: &&&FromItem| {
            label(item).is_some_and(|l| self.rules.table_names.same(l, &target.name.text))
        };
        let Some(FromItem::Table { name, .. }) = items.iter().find(named) else {
            let name = target.name.text.to_string();
            let kind = ErrorKind::NoSuchObject { kind: "table in MULTI DELETE", name };
            return Err(kind.at(target.name.span));
        };
        let table = self.must_writable(name)?;
        let written = self.plan_target(&table, &[Event::Delete], None, None)?;
        let frame = self.state.frame.clone();
        let (source, scope) = self.plan_source(from, delete.filter.as_ref(), frame.as_deref())?;
        let names = self.rules.table_names;
        let item = scope.items.iter().find(|item| names.same(&item.name, &target.name.text));
        let offset = item.map_or(0, |item| item.offset);
        self.state.reach.many.set(true);
        Ok(Delete {
            target: written,
            source,
            offset,
            joined: true,
            gathered: false,
            ignores: delete.ignore.is_some(),
            returning: None,
        })
    }
}
