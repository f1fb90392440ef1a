//! Indexes: which keys a table's rows have, and whether two rows may share one.

use std::rc::Rc;

use super::ObjectId;
use crate::collation::Collation;
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::OrClause;

/// An index.
#[derive(Clone, Debug)]
pub struct Index {
    /// Its number, which also names its entries in the store; higher is newer.
    pub id: ObjectId,
    /// Its first number: ALTER TABLE may make it again under another.
    pub made: ObjectId,
    /// Its schema.
    pub schema: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
    /// Its table.
    pub table: ObjectId,
    /// What its keys are made of.
    pub terms: Vec<KeyTerm>,
    /// Columns by which rows of one key are ordered, where that is not the order in which they came:
    /// InnoDB's keys end with the primary key, and so do those of tables WITHOUT ROWID. With how their
    /// text compares, and whether they descend.
    pub ties: Vec<(usize, &'static Collation, bool)>,
    /// Two rows may not share a key.
    pub unique: bool,
    /// NULLs differ from each other.
    pub nulls_distinct: bool,
    /// The WHERE of a partial index, and its text.
    pub filter: Option<(ast::Expr, Rc<str>)>,
    /// Where it comes from.
    pub origin: IndexOrigin,
    /// `UNIQUE ON CONFLICT …`.
    pub on_conflict: Option<OrClause>,
    /// The operators of an EXCLUDE constraint, one for each term: no two rows may satisfy all.
    pub exclusion: Option<Vec<ast::BinaryOp>>,
    /// DEFERRABLE.
    pub deferrable: ast::Deferrable,
    /// PostgreSQL's INCLUDE columns.
    pub include: Vec<usize>,
    /// MySQL's options.
    pub options: ast::IndexOptions,
    /// The words of the constraint or statement.
    pub span: Span,
    /// The statement that made it; none when a constraint did.
    pub sql: Option<Rc<str>>,
}

/// Where an index comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexOrigin {
    /// CREATE INDEX.
    CreateIndex,
    /// A UNIQUE constraint.
    Unique,
    /// A PRIMARY KEY.
    PrimaryKey,
}

/// One part of a key.
#[derive(Clone, Debug)]
pub struct KeyTerm {
    /// A column or an expression.
    pub term: Term,
    /// How its text compares.
    pub collation: &'static Collation,
    /// DESC.
    pub descending: bool,
    /// MySQL's prefix length in characters.
    pub prefix: Option<u32>,
    /// PostgreSQL's operator class where it is not the type's own.
    pub class: Option<Rc<str>>,
    /// PostgreSQL's NULLS FIRST or LAST where it is not what the direction brings.
    pub nulls_first: Option<bool>,
}

/// A column or an expression.
#[derive(Clone, Debug)]
pub enum Term {
    /// A column of the table.
    Column(usize),
    /// An expression and its text.
    Expr(ast::Expr, Rc<str>),
}

impl KeyTerm {
    /// The column that it is, if it is one.
    pub fn term_column(&self) -> Option<usize> {
        match self.term {
            Term::Column(column) => Some(column),
            Term::Expr(..) => None,
        }
    }

    /// Whether it is an expression.
    pub fn is_computed(&self) -> bool {
        self.term_column().is_none()
    }
}

impl Index {
    /// Whether every part is a whole column and every row is in it, so that its entries follow
    /// from the rows alone.
    pub fn is_plain(&self) -> bool {
        self.filter.is_none()
            && self.terms.iter().all(|t| matches!(t.term, Term::Column(_)) && t.prefix.is_none())
    }

    /// The columns of the key, when all parts are columns.
    pub fn columns(&self) -> Option<Vec<usize>> {
        self.terms
            .iter()
            .map(|t| match t.term {
                Term::Column(c) => Some(c),
                Term::Expr(..) => None,
            })
            .collect()
    }
}
