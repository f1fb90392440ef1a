//! Tables and what belongs to them.

use std::rc::Rc;

use super::ObjectId;
use crate::collation::Collation;
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::OrClause;
use crate::types::Type;

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its number, which also names its rows in the store.
    pub id: ObjectId,
    /// Its schema: `main`, `temp`, `public` …
    pub schema: Rc<str>,
    /// Its name as created.
    pub name: Rc<str>,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// The column that is the rowid (SQLite's INTEGER PRIMARY KEY).
    pub rowid_key: Option<RowidKey>,
    /// SQLite's AUTOINCREMENT.
    pub autoincrement: bool,
    /// The primary key's columns, in key order; empty when there is none.
    pub primary_key: Vec<usize>,
    /// CHECK constraints in declaration order.
    pub checks: Vec<Check>,
    /// Foreign keys of which this is the child, in declaration order.
    pub foreign_keys: Vec<ForeignKey>,
    /// WITHOUT ROWID.
    pub without_rowid: bool,
    /// STRICT.
    pub strict: bool,
    /// Names of constraints that rows were not tested against: NOT VALID.
    pub unproven: Vec<Rc<str>>,
    /// Its foreign keys and those that refer to it are not looked at: DISABLE TRIGGER ALL.
    pub keys_off: bool,
    /// What COMMIT does to it; none is nothing.
    pub on_commit: Option<ast::OnCommit>,
    /// MySQL's COMMENT.
    pub comment: Option<Rc<str>>,
    /// The collation of its columns that name none, where it is not the dialect's (MySQL).
    pub collation: Option<&'static Collation>,
    /// The statement that made it, in the form the database keeps.
    pub sql: Rc<str>,
    /// The statement as written, which the spans of constraints point into.
    pub text: Rc<str>,
    /// Where that text began in what the spans count from.
    pub base: u32,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: Rc<str>,
    /// Its type.
    pub ty: Type,
    /// Its type as declared, empty when it has none.
    pub declared: Rc<str>,
    /// NOT NULL.
    pub not_null: Option<NotNull>,
    /// DEFAULT.
    pub default: Option<Default>,
    /// How its text compares.
    pub collation: &'static Collation,
    /// Computed from other columns.
    pub generated: Option<Generated>,
    /// Numbered by a sequence: PostgreSQL's serial and identity, MySQL's AUTO_INCREMENT.
    pub identity: Option<Identity>,
    /// MySQL's ON UPDATE CURRENT_TIMESTAMP.
    pub on_update: Option<ast::Expr>,
    /// MySQL's INVISIBLE: only a statement that names it sees it.
    pub invisible: bool,
    /// MySQL's COMMENT.
    pub comment: Option<Rc<str>>,
}

/// The rowid as a column.
#[derive(Clone, Copy, Debug)]
pub struct RowidKey {
    /// Which column.
    pub column: usize,
    /// `PRIMARY KEY ON CONFLICT …`.
    pub on_conflict: Option<OrClause>,
}

/// A NOT NULL constraint.
#[derive(Clone, Debug)]
pub struct NotNull {
    /// Its name, where the dialect gives it one.
    pub name: Option<Rc<str>>,
    /// `NOT NULL ON CONFLICT …`.
    pub on_conflict: Option<OrClause>,
    /// The words.
    pub span: Span,
}

/// A DEFAULT.
#[derive(Clone, Debug)]
pub struct Default {
    /// The expression.
    pub expr: ast::Expr,
    /// Its text.
    pub text: Rc<str>,
}

/// A generated column.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The expression.
    pub expr: ast::Expr,
    /// Its text.
    pub text: Rc<str>,
    /// STORED rather than VIRTUAL.
    pub stored: bool,
}

/// A column that takes its default from a sequence.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The sequence.
    pub sequence: ObjectId,
    /// `GENERATED ALWAYS`.
    pub always: bool,
    /// Declared `serial` or `AUTO_INCREMENT` rather than as an identity.
    pub serial: bool,
}

/// A CHECK constraint.
#[derive(Clone, Debug)]
pub struct Check {
    /// Its name, given or made up by the dialect.
    pub name: Option<Rc<str>>,
    /// The condition.
    pub expr: ast::Expr,
    /// The text of the condition.
    pub text: Rc<str>,
    /// The words of the constraint.
    pub span: Span,
    /// MySQL's NOT ENFORCED is false.
    pub enforced: bool,
    /// The domain that it belongs to (PostgreSQL).
    pub domain: Option<Rc<str>>,
}

/// A foreign key, seen from the child.
#[derive(Clone, Debug)]
pub struct ForeignKey {
    /// Its number among all objects; 0 until it is made.
    pub id: ObjectId,
    /// Its name, where it has one.
    pub name: Option<Rc<str>>,
    /// The child's columns.
    pub columns: Vec<usize>,
    /// The parent table's schema, none for the child's own.
    pub parent_schema: Option<Rc<str>>,
    /// The parent table's name; it need not exist in SQLite.
    pub parent: Rc<str>,
    /// The parent's columns by name; empty means its primary key.
    pub parent_columns: Vec<Rc<str>>,
    /// ON DELETE.
    pub on_delete: ast::FkAction,
    /// ON UPDATE.
    pub on_update: ast::FkAction,
    /// The columns that ON DELETE SET NULL and SET DEFAULT set; empty for all.
    pub set_columns: Vec<usize>,
    /// MATCH FULL: either all columns are NULL or none.
    pub full: bool,
    /// DEFERRABLE.
    pub deferrable: ast::Deferrable,
    /// The words.
    pub span: Span,
}

/// A view.
#[derive(Clone, Debug)]
pub struct View {
    /// Its number.
    pub id: ObjectId,
    /// Its schema.
    pub schema: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
    /// Its column names, when given.
    pub columns: Vec<Rc<str>>,
    /// Its query.
    pub query: Rc<ast::Query>,
    /// What its columns were when it was made, where that is shown (PostgreSQL).
    pub made: Vec<(Rc<str>, Type)>,
    /// WITH CHECK OPTION, and whether it is CASCADED.
    pub check: Option<bool>,
    /// The statement that made it.
    pub sql: Rc<str>,
}

/// A trigger.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Its number; higher is newer.
    pub id: ObjectId,
    /// Its schema.
    pub schema: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
    /// The table or view that it belongs to.
    pub table: ObjectId,
    /// The statement as parsed.
    pub definition: Rc<ast::CreateTrigger>,
    /// Whether it is enabled.
    pub enabled: bool,
    /// The statement that made it, in the form the database keeps.
    pub sql: Rc<str>,
    /// The statement as it was written, which its spans point into.
    pub text: Rc<str>,
    /// Where that began in its script.
    pub base: u32,
}

/// A sequence: PostgreSQL's, or the counter behind MySQL's AUTO_INCREMENT.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// Its number, which also names its state in the store.
    pub id: ObjectId,
    /// Its schema.
    pub schema: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
    /// The column that owns it, dropped with it.
    pub owner: Option<(ObjectId, usize)>,
    /// First value.
    pub start: i64,
    /// Step.
    pub increment: i64,
    /// Least value.
    pub min: i64,
    /// Greatest value.
    pub max: i64,
    /// Starts again after the last.
    pub cycle: bool,
}

/// Where a sequence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SequenceState {
    /// PostgreSQL's `last_value`.
    pub value: i64,
    /// PostgreSQL's `is_called`: the next value is one step further.
    pub called: bool,
    /// PostgreSQL's `log_cnt`: how many values more are written down already.
    pub logged: u8,
}

impl ForeignKey {
    /// Whether it refers to a table, declared in that child.
    pub fn refers(&self, child: &Table, parent: &Table, rule: super::NameRule) -> bool {
        let schema = self.parent_schema.as_ref().unwrap_or(&child.schema);
        rule.same(&self.parent, &parent.name) && *schema == parent.schema
    }
}

impl Table {
    /// Whether a CHECK, NOT NULL or foreign key has this name.
    pub fn constrains_by(&self, name: &str) -> bool {
        let checks = self.checks.iter().map(|check| &check.name);
        let not_null = self.columns.iter().filter_map(|c| c.not_null.as_ref()).map(|n| &n.name);
        let mut names = checks.chain(not_null).chain(self.foreign_keys.iter().map(|key| &key.name));
        names.any(|known| known.as_deref() == Some(name))
    }

    /// The position of a column by name; SQLite and MySQL ignore case, PostgreSQL has folded it.
    pub fn column(&self, name: &str, rule: super::NameRule) -> Option<usize> {
        self.columns.iter().position(|c| rule.same(&c.name, name))
    }
}
