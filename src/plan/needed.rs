//! What foreign keys on either side need of a table: indexes and columns that stay as they are
//! (MySQL, "FOREIGN KEY Constraints"). Nothing is needed while they are not checked.

use super::Planner;
use super::conflict::used_columns;
use super::rules::ColumnUse;
use crate::catalog::{Column, ForeignKey, Index, Table, Term};
use crate::error::{ErrorKind, Result};
use crate::syntax::ast;
use crate::types::Type;

impl Planner<'_> {
    /// Refuses to drop an index that a foreign key needs when only these others stay.
    pub(super) fn refuse_needed(
        &self,
        table: &Table,
        kept: &[&Index],
        index: &Index,
    ) -> Result<()> {
        let begins = |i: &Index, c: &[usize]| i.columns().is_some_and(|own| own.starts_with(c));
        let needed = |columns: &[usize]| {
            begins(index, columns) && !kept.iter().any(|other| begins(other, columns))
        };
        let own = table.foreign_keys.iter().any(|key| needed(&key.columns));
        let theirs = || {
            self.children_of(table).into_iter().any(|(_, key)| {
                let place = |name| table.column(name, self.rules.column_names);
                let columns: Option<Vec<usize>> =
                    key.parent_columns.iter().map(|name| place(name)).collect();
                columns.is_some_and(|columns| needed(&columns))
            })
        };
        match self.needs_apply() && (own || theirs()) {
            true => Err(ErrorKind::IndexNeeded { name: index.name.to_string() }.nowhere()),
            false => Ok(()),
        }
    }

    /// Refuses to drop a column of a foreign key, or to give it another type.
    pub(super) fn refuse_needed_column(
        &self,
        (before, after): (&Table, &Table),
        at: usize,
        changed: Option<&Column>,
    ) -> Result<()> {
        let column = &after.columns[at];
        let text = |ty: &Type| matches!(ty, Type::Varchar(_) | Type::Char(_) | Type::Text);
        let fits = |new: &Column| {
            new.ty == column.ty
                || text(&new.ty) && text(&column.ty) && new.collation.name == column.collation.name
        };
        if !self.needs_apply() || changed.is_some_and(fits) {
            return Ok(());
        }
        let refused = |key: &ForeignKey, child: Option<&Table>| {
            let kind = ErrorKind::ColumnNeeded {
                column: column.name.to_string(),
                constraint: key.name.as_deref().unwrap_or_default().to_string(),
                child: child.map(|t| t.name.to_string()),
                dropped: changed.is_none(),
            };
            Err(kind.nowhere())
        };
        if let Some(key) = after.foreign_keys.iter().find(|key| key.columns.contains(&at)) {
            return refused(key, None);
        }
        let same = |name: &std::rc::Rc<str>| self.rules.column_names.same(name, &column.name);
        match self.children_of(before).into_iter().find(|(_, k)| k.parent_columns.iter().any(same))
        {
            Some((child, key)) => refused(key, Some(child)),
            None => Ok(()),
        }
    }

    /// Refuses to drop or to rename a column from which something is computed. A check goes along
    /// with its only column.
    pub(super) fn refuse_used_column(
        &self,
        table: &Table,
        indexes: &[Index],
        at: usize,
        dropped: bool,
    ) -> Result<()> {
        let Some(told) = self.rules.ddl.column_used else { return Ok(()) };
        let used = |expr: &ast::Expr| used_columns(expr, table, self.rules.column_names);
        let uses = |expr: &ast::Expr| used(expr).contains(&at);
        let computed = table.columns.iter().filter_map(|c| c.generated.as_ref());
        let in_index = |i: &Index| {
            i.terms.iter().any(|t| matches!(&t.term, Term::Expr(expr, _) if uses(expr)))
        };
        let check = table.checks.iter().find(|check| {
            uses(&check.expr) && !(dropped && used(&check.expr).iter().all(|c| *c == at))
        });
        let by = match check {
            _ if computed.map(|g| &g.expr).any(uses) => ColumnUse::Generated,
            _ if indexes.iter().any(in_index) => ColumnUse::Key,
            Some(check) => ColumnUse::Check(check.name.as_deref().unwrap_or_default()),
            None => return Ok(()),
        };
        Err(told(&table.columns[at].name, by).nowhere())
    }

    fn needs_apply(&self) -> bool {
        self.rules.ddl.foreign_keys_indexed && self.settings.foreign_keys
    }
}
