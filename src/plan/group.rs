//! Grouping: what the columns of a grouped query become.

use std::cell::{Cell, RefCell};

use super::expr::Bound;
use super::node::{AggregateCall, Expr, GroupOutput};
use super::scope::Scope;
use crate::error::ErrorKind;
use crate::syntax::ast;

/// The groups of a query: its rows are the keys, then the outputs in the order of their first use.
#[derive(Debug, Default)]
pub struct Grouping {
    /// GROUP BY: as written, and bound over the rows.
    pub keys: Vec<(ast::Expr, Bound)>,
    /// Aggregates and single columns of a group.
    pub outputs: RefCell<Vec<GroupOutput>>,
    /// Columns that are not grouped by are an error.
    pub check: Cell<bool>,
    /// Positions of columns that have one value in each group all the same.
    pub known: Vec<usize>,
    /// WITH ROLLUP.
    pub rollup: bool,
}

impl Grouping {
    /// The position in the group's row of a column of the rows.
    ///
    /// # Errors
    /// The column has no single value in a group.
    pub fn column(&self, scope: &Scope<'_>, position: usize) -> Result<u32, ErrorKind> {
        let is =
            |e: &Expr, p: usize| matches!(e, Expr::Column { up: 0, index } if *index as usize == p);
        let is_key = |p: usize| self.keys.iter().any(|(_, key)| is(&key.expr, p));
        if let Some(key) = self.keys.iter().position(|(_, key)| is(&key.expr, position)) {
            return Ok(key as u32);
        }
        let item = scope.item_at(position).map(|i| &scope.items[i]);
        let dependent = item
            .is_some_and(|i| !i.primary_key.is_empty() && i.primary_key.iter().all(|p| is_key(*p)));
        if self.check.get() && !dependent && !self.known.contains(&position) {
            let column = item.and_then(|i| {
                let is = |at: &usize| i.position(Some(*at)) == position;
                Some((i, &i.columns[(0..i.columns.len()).find(is)?]))
            });
            let (table, column) = column
                .map_or_else(Default::default, |(i, c)| (i.name.to_string(), c.name.to_string()));
            let alone = self.keys.is_empty();
            return Err(ErrorKind::NotGrouped { table, column, place: 0, alone });
        }
        let mut outputs = self.outputs.borrow_mut();
        let known = outputs
            .iter()
            .position(|o| matches!(o, GroupOutput::Bare(p) if *p as usize == position));
        let at = known.unwrap_or_else(|| {
            outputs.push(GroupOutput::Bare(position as u32));
            outputs.len() - 1
        });
        Ok((self.keys.len() + at) as u32)
    }

    /// Whether the order of a group's rows can be seen in what is computed of it.
    pub fn shows_order(&self) -> bool {
        self.outputs.borrow().iter().any(|output| match output {
            GroupOutput::Bare(_) => true,
            GroupOutput::Room => false,
            GroupOutput::Call(call) => call.function.name == "group_concat",
        })
    }

    /// A place in the group's row for a value that is computed over the groups.
    pub fn room(&self) -> u32 {
        let mut outputs = self.outputs.borrow_mut();
        outputs.push(GroupOutput::Room);
        (self.keys.len() + outputs.len() - 1) as u32
    }

    /// Adds an aggregate and gives its position in the group's row.
    pub fn aggregate(&self, call: AggregateCall) -> u32 {
        let mut outputs = self.outputs.borrow_mut();
        outputs.push(GroupOutput::Call(call));
        (self.keys.len() + outputs.len() - 1) as u32
    }
}
