//! AUTOINCREMENT (autoinc.html): the highest rowid that each table has ever tried, kept in
//! `sqlite_sequence`. It is read when a statement begins and written when it ends well, so that a
//! statement that fails leaves it as it was, whatever rows stay.

use std::rc::Rc;

use super::Cx;
use crate::catalog::{Object, ObjectId, Space, Table};
use crate::store::Change;
use crate::types::number;
use crate::value::{Value, ValueRef};

/// What the statement that runs knows of one table.
#[derive(Debug)]
pub struct Page {
    table: Rc<Table>,
    /// Its row in `sqlite_sequence` and the value there.
    recorded: Option<(i64, i64)>,
    /// The highest rowid tried so far.
    highest: i64,
}

impl Cx<'_> {
    /// Reads what is recorded of the tables that a statement may add rows to.
    pub fn open_book(&mut self, tables: &[Rc<Table>]) {
        for table in tables {
            let recorded = find(self, table);
            let highest = recorded.map_or(0, |(_, value)| value);
            self.work.book.push(Page { table: table.clone(), recorded, highest });
        }
    }

    /// Writes down what was used. A table that was not recorded is now, even with nothing tried.
    pub fn close_book(&mut self) {
        if self.work.book.is_empty() {
            return;
        }
        for page in std::mem::take(&mut self.work.book) {
            let unchanged = page.recorded.is_some_and(|(_, value)| value >= page.highest);
            if !unchanged {
                write(self, &page);
            }
        }
    }

    /// The highest rowid that was ever tried in a table with AUTOINCREMENT.
    pub(super) fn highest_tried(&self, table: ObjectId) -> Option<i64> {
        self.work.book.iter().find(|p| p.table.id == table).map(|p| p.highest)
    }

    /// A row with this rowid is tried.
    pub(super) fn tried(&mut self, table: ObjectId, rowid: i64) {
        if let Some(page) = self.work.book.iter_mut().find(|p| p.table.id == table) {
            page.highest = page.highest.max(rowid);
        }
    }

    /// A dropped table takes its number with it; a renamed one takes it along.
    pub(super) fn move_in_book(&mut self, table: &Table, to: Option<&Rc<str>>) {
        let Some(book) = book_of(self, table) else { return };
        while let Some((rowid, _)) = find(self, table) {
            let before = self.store.row(book, rowid);
            let value = before.map(|slot| self.store.record(slot).value(1).to_value());
            let after = to.map(|name| {
                self.store.place(rowid, &[Value::Text(name.clone()), value.unwrap_or_default()])
            });
            self.write(&Change::Row { table: book, rowid, before, after }, &[]);
        }
    }
}

/// The row of a table in `sqlite_sequence`: its rowid there and its value.
fn find(cx: &Cx<'_>, table: &Table) -> Option<(i64, i64)> {
    let book = book_of(cx, table)?;
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = cx.store.at_or_after(book, from) {
        let record = cx.store.record(slot);
        if matches!(record.value(0), ValueRef::Text(name) if name == &*table.name) {
            let value = match record.value(1).to_value() {
                Value::Int(n) => n,
                Value::Text(text) => number::leading_int(&text),
                Value::Real(x) => x as i64,
                _ => 0,
            };
            return Some((rowid, value));
        }
        from = rowid.checked_add(1)?;
    }
    None
}

fn write(cx: &mut Cx<'_>, page: &Page) {
    let Some(book) = book_of(cx, &page.table) else { return };
    let rowid = match page.recorded {
        Some((rowid, _)) => rowid,
        None => cx.store.last_rowid(book).unwrap_or(0) + 1,
    };
    let before = cx.store.row(book, rowid);
    let values = [Value::Text(page.table.name.clone()), Value::Int(page.highest)];
    let after = Some(cx.store.place(rowid, &values));
    cx.write(&Change::Row { table: book, rowid, before, after }, &[]);
}

fn book_of(cx: &Cx<'_>, table: &Table) -> Option<ObjectId> {
    let catalog = cx.store.catalog();
    match catalog.get(&catalog.key(&table.schema, Space::Relation, "sqlite_sequence"))? {
        Object::Table(table) => Some(table.id),
        _ => None,
    }
}
