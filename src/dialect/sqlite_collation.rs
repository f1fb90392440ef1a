//! The names of an index's collations as they were written, which SQLite shows so (`PRAGMA index_xinfo`):
//! in the term, or else in its column's definition. Compared with SQLite 3.54.1.

use std::rc::Rc;

use super::sqlite_syntax::SYNTAX;
use crate::catalog::{Index, Table};
use crate::syntax::ast::{
    ColumnConstraintKind, CreateTable, ExprKind, Ident, IndexTerm, StatementKind,
    TableConstraintKind,
};
use crate::syntax::parse_next;

/// Written names of collations of one table.
pub(super) struct Written {
    table: Option<Box<CreateTable>>,
}

impl Written {
    /// Those of a table's definition.
    pub(super) fn of(table: &Table) -> Written {
        let parsed = parse_next(&table.sql, 0, &SYNTAX).and_then(|p| p.statement.ok());
        let table = parsed.and_then(|statement| match statement.kind {
            StatementKind::CreateTable(create) => Some(create),
            _ => None,
        });
        Written { table }
    }

    /// The name in a column's definition, where it means this collation.
    pub(super) fn of_column(&self, column: usize, collation: &'static str) -> Rc<str> {
        let column = self.table.as_ref().and_then(|table| table.columns.get(column));
        let mut names = column.iter().flat_map(|c| &c.constraints).rev();
        let name = names.find_map(|constraint| match &constraint.kind {
            ColumnConstraintKind::Collate(name) => Some(name),
            _ => None,
        });
        as_written(name, collation).unwrap_or_else(|| collation.into())
    }

    /// The names of the terms of an index; none where the column's is meant.
    pub(super) fn of_terms(&self, index: &Index, table: &Table) -> Vec<Option<Rc<str>>> {
        let own = index.sql.as_ref().and_then(|sql| parse_next(sql, 0, &SYNTAX)?.statement.ok());
        let name = |(at, written): (usize, &IndexTerm)| {
            as_written(written.collation.as_ref(), index.terms.get(at)?.collation.name)
        };
        let names = |terms: &[IndexTerm]| terms.iter().enumerate().map(name).collect::<Vec<_>>();
        match own.map(|statement| statement.kind) {
            Some(StatementKind::CreateIndex(create)) => names(&create.terms),
            _ => {
                let constraints = self.table.iter().flat_map(|table| &table.constraints);
                let mut keys = constraints.filter_map(|constraint| match &constraint.kind {
                    TableConstraintKind::PrimaryKey { terms, .. }
                    | TableConstraintKind::Unique { terms, .. } => Some(terms),
                    _ => None,
                });
                keys.find(|terms| is_key(terms, index, table)).map_or_else(Vec::new, |t| names(t))
            }
        }
    }
}

/// Whether an index is that of a constraint with these terms.
fn is_key(terms: &[IndexTerm], index: &Index, table: &Table) -> bool {
    let same = |(written, term): (&IndexTerm, &crate::catalog::KeyTerm)| {
        let column = term.term_column().and_then(|column| table.columns.get(column));
        let named = match &written.expr.kind {
            ExprKind::Column(name) => &name.name.text,
            _ => return false,
        };
        column.is_some_and(|column| column.name.eq_ignore_ascii_case(named))
    };
    terms.len() == index.terms.len() && terms.iter().zip(&index.terms).all(same)
}

fn as_written(name: Option<&Ident>, collation: &str) -> Option<Rc<str>> {
    name.map(|name| name.text.clone()).filter(|name| name.eq_ignore_ascii_case(collation))
}
