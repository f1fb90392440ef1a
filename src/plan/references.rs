//! What the names in a text that is kept were found to mean when it was planned, so that ALTER TABLE edits
//! those that mean what it renames (SQLite; alter.c, RenameToken).

use std::cell::RefCell;
use std::rc::Rc;

use super::Planner;
use super::scope::{Found, Scope};
use crate::catalog::ObjectId;
use crate::span::Span;
use crate::syntax::ast::{ColumnName, Ident, ObjectName};

/// A name and what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    /// Where the name stands: of a column with its table, the column's.
    span: Span,
    /// The table, or the table of the column; none for a query and its columns.
    pub table: Option<ObjectId>,
    /// What stands before the column is the table's own name rather than an alias.
    pub by_name: bool,
}

/// The names of one text.
#[derive(Debug)]
pub(crate) struct References {
    text: Rc<str>,
    found: RefCell<Vec<Reference>>,
}

impl References {
    pub(super) fn new(text: Rc<str>) -> References {
        References { text, found: RefCell::default() }
    }

    pub(super) fn note(&self, span: Span, table: Option<ObjectId>, by_name: bool) {
        self.found.borrow_mut().push(Reference { span, table, by_name });
    }

    /// What the name that stands here means, if it was come upon.
    pub(super) fn at(&self, span: Span) -> Option<Reference> {
        self.found.borrow().iter().rev().find(|found| found.span == span).copied()
    }
}

impl Planner<'_> {
    /// Where a name is noted: not when it stands in another text, a view's that is read or that of a
    /// table that is written.
    fn noted_in(&self, name: &Ident) -> Option<&References> {
        let references = self.state.references.as_deref()?;
        let here = std::ptr::eq(self.text, &*references.text)
            && self.text_of(name.span).contains(&*name.text);
        here.then_some(references)
    }

    /// Notes what a column of an expression is.
    pub(super) fn note_column(&self, name: &ColumnName, found: Found, scope: &Scope<'_>) {
        if let Some(references) = self.noted_in(&name.name) {
            let item = &scope.level(found.up).items[found.item];
            let table = item.table.filter(|_| found.column.is_some());
            references.note(name.name.span, table, item.schema.is_some());
        }
    }

    /// Notes which table a name in FROM is; none is a query.
    pub(super) fn note_table(&self, name: &ObjectName, table: Option<ObjectId>) {
        if let Some(references) = self.noted_in(&name.name) {
            references.note(name.name.span, table, true);
        }
    }
}
