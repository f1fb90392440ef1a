//! `INSERT … SELECT … ON DUPLICATE KEY UPDATE`: the update may use columns of the query's tables
//! (MySQL, "INSERT ... ON DUPLICATE KEY UPDATE Statement"). Those that it names are read beside the
//! query's own columns.

use super::Planner;
use super::conflict::walk_columns;
use super::scope::{Scope, ScopeItem};
use crate::catalog::Table;
use crate::error::Result;
use crate::syntax::ast::{self, Distinct, InsertSource, SelectItem, SetExpr};
use crate::syntax::conflict::ArmAction;

/// A statement whose query gives more columns than it writes, and what those are.
pub(super) struct Beside {
    pub(super) insert: ast::Insert,
    /// Their tables, which stand after the row in the way and the one that was to be inserted.
    pub(super) items: Vec<ScopeItem>,
    /// How many columns they are.
    pub(super) width: usize,
}

impl Planner<'_> {
    /// The columns of its query that an upsert names; none where it names none.
    pub(super) fn columns_beside(
        &mut self,
        insert: &ast::Insert,
        table: &Table,
    ) -> Result<Option<Beside>> {
        let InsertSource::Query(query) = &insert.source else { return Ok(None) };
        let SetExpr::Select(select) = &query.body else { return Ok(None) };
        let Some(from) = &select.from else { return Ok(None) };
        let mut names: Vec<&str> = Vec::new();
        for arm in &insert.on_conflict.arms {
            if let ArmAction::Update { set, .. } = &arm.action {
                let values = set.iter().map(|assignment| &assignment.value);
                values.for_each(|v| walk_columns(v, &mut |name| names.push(&name.name.text)));
            }
        }
        let grouped = self.is_grouped(select, &query.order_by, None)?;
        if names.is_empty() || grouped || query.with.is_some() {
            return Ok(None);
        }
        let mut scope = Scope::default();
        self.add_from(from, &mut scope)?;
        let rule = self.rules.column_names;
        let mut offset = 2 * (table.columns.len() + 1);
        let mut beside = Beside { insert: insert.clone(), items: Vec::new(), width: 0 };
        let mut added = Vec::new();
        let several = scope.items.len() > 1;
        for mut item in scope.items {
            let distinct = select.distinct != Distinct::No;
            item.columns.retain(|column| {
                // Other columns would make more rows distinct.
                names.iter().any(|n| rule.same(n, &column.name))
                    && (!distinct
                        || select.items.iter().any(|result| match result {
                            SelectItem::Star(_) => !several,
                            SelectItem::TableStar(table, _) => {
                                rule.same(&table.name.text, &item.name)
                            }
                            SelectItem::Expr { expr, .. } => match &expr.kind {
                                ast::ExprKind::Column(result) => {
                                    rule.same(&result.name.text, &column.name)
                                        && result.table.as_ref().map_or(!several, |table| {
                                            rule.same(&table.text, &item.name)
                                        })
                                }
                                _ => false,
                            },
                        }))
            });
            for column in &mut item.columns {
                column.also.clear();
                column.place = None;
                let named = |text: &std::rc::Rc<str>| ast::Ident {
                    text: text.clone(),
                    quote: None,
                    span: select.span,
                };
                let table = Some(named(&item.name)).filter(|n| !n.text.is_empty());
                let name = ast::ColumnName { schema: None, table, name: named(&column.name) };
                let expr = ast::Expr { kind: ast::ExprKind::Column(name), span: select.span };
                added.push(SelectItem::Expr { expr, alias: None });
            }
            (item.offset, item.width, item.rowid) = (offset, item.columns.len(), None);
            item.primary_key.clear();
            offset += item.width;
            beside.items.push(item);
        }
        beside.width = added.len();
        if let InsertSource::Query(query) = &mut beside.insert.source
            && let SetExpr::Select(select) = &mut std::rc::Rc::make_mut(query).body
        {
            select.items.extend(added);
        }
        Ok((beside.width > 0).then_some(beside))
    }
}
