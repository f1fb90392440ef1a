//! DELETE: the rows to remove, and the LIMIT that UPDATE and DELETE may have.

use super::Planner;
use super::dml::Delete;
use super::node::Node;
use super::scope::Scope;
use super::trigger::Event;
use super::update::{beside, find_only};
use crate::error::{ErrorKind, Result};
use crate::syntax::ast;

impl Planner<'_> {
    /// Plans a DELETE.
    ///
    /// # Errors
    /// Unknown names.
    pub fn plan_delete(&mut self, delete: &ast::Delete) -> Result<Delete> {
        if let Some(through) = self.delete_through(delete)? {
            return self.plan_delete(&through);
        }
        if let (true, Some(from)) = (self.rules.write.sequential_set, &delete.using) {
            return self.plan_joined_delete(delete, from);
        }
        let [name] = &delete.targets[..] else {
            return Err(ErrorKind::unsupported("DELETE from several tables").nowhere());
        };
        let table = self.must_writable(name)?;
        let alias = delete.alias.as_ref().map_or(&table.name, |alias| &alias.text);
        self.refuse_own_table(&table, alias, &mut delete.filter.iter())?;
        let target = self.plan_target(&table, &[Event::Delete], None, None);
        let frame = self.state.frame.clone();
        // What empties a table looks for no rows (SQLite; delete.c, "truncate").
        let empties = delete.filter.is_none()
            && delete.returning.is_none()
            && target.as_ref().is_ok_and(|t| {
                t.triggers.is_empty() && t.children.is_empty() && t.parents.is_empty()
            });
        let own = ast::FromItem::Table {
            name: name.clone(),
            alias: delete.alias.clone(),
            columns: Vec::new(),
            indexed: delete.indexed.clone().filter(|_| !empties),
        };
        let from = beside(own, delete.using.as_ref(), name.name.span);
        let (mut source, scope) =
            self.plan_source(&from, delete.filter.as_ref(), frame.as_deref())?;
        // What follows from the rows that go is asked for once they can be found (delete.c).
        let target = target?;
        self.settle(&mut source, &scope);
        let ignores = delete.ignore.is_some();
        let (late, early) = match &delete.limit {
            Some(limit) if ignores => (Some(self.bind(limit, &Scope::default())?.expr), &None),
            limit => (None, limit),
        };
        let mut source =
            self.plan_limited(source, &delete.order_by, early, &delete.offset, &scope)?;
        self.note_rows(&source, &target, false);
        let one_pass = delete.returning.is_none()
            && self.may_take_one_pass(&source, &target, delete.filter.as_ref(), &[]);
        let gathered = self.rules.write.gathers_rows && !one_pass;
        let own_scope = match self.rules.write.returning_sees_table_alone {
            true => self.table_scope(&table, Some(&table.name)),
            false => Scope::new(scope.items, None),
        };
        let returning = self.plan_changed(delete.returning.as_deref(), &table, own_scope)?;
        let joined = delete.using.is_some();
        if !joined {
            find_only(&mut source, gathered);
        }
        let also = Vec::new();
        Ok(Delete {
            target,
            source,
            offset: 0,
            joined,
            gathered,
            also,
            ignores,
            limit: late,
            returning,
        })
    }

    /// ORDER BY and LIMIT around the rows of an UPDATE or DELETE.
    pub(super) fn plan_limited(
        &mut self,
        source: Node,
        order_by: &[ast::OrderTerm],
        limit: &Option<ast::Expr>,
        offset: &Option<ast::Expr>,
        scope: &Scope<'_>,
    ) -> Result<Node> {
        let mut node = source;
        if !order_by.is_empty() {
            // There are no result columns to be counted (MySQL).
            if self.rules.ddl.indexes_per_table {
                for (number, term) in order_by.iter().enumerate() {
                    super::cte::position(&term.expr, "ORDER", number, 0)?;
                }
            }
            let keys = self.bind_order(order_by, scope)?;
            let (input, width) = (Box::new(node), scope.width());
            node = Node::Sort { input, keys, width, limit: None, ties: false, given: 0 };
        }
        if limit.is_none() && offset.is_none() {
            return Ok(node);
        }
        let empty = Scope::default();
        let mut bind = |e: &Option<ast::Expr>| match e {
            Some(e) => self.bind(e, &empty).map(|b| Some(b.expr)),
            None => Ok(None),
        };
        let (limit, offset) = (bind(limit)?, bind(offset)?);
        Ok(Node::Limit { input: Box::new(node), limit, offset })
    }
}
