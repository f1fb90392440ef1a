//! SQLite: what definitions may not hold. Texts compared with SQLite 3.54; sources: resolve.c
//! (`sqlite3ResolveSelfReference`), build.c.

use super::sqlite_expr::error;
use crate::catalog::{Index, NameRule, Table};
use crate::error::ErrorKind;
use crate::plan::conflict::used_columns;
use crate::plan::rules::Place;
use crate::syntax::ast::{Expr, ExprKind, Literal};

/// Refuses an expression that may not stand in a definition.
pub(super) fn refuse(expr: &Expr, place: Place<'_>) -> Result<(), ErrorKind> {
    let (where_to, pure) = match place {
        Place::Default(column) => {
            let constant = expr.has(&|e| match &e.kind {
                ExprKind::Column(_) | ExprKind::Param(_) => true,
                kind => is_query(kind),
            });
            let message = format!("default value of column [{column}] is not constant");
            return if constant { Err(error(message)) } else { Ok(()) };
        }
        Place::Check => ("CHECK constraints", false),
        Place::Index => ("index expressions", true),
        Place::PartialIndex | Place::Target(_) => ("partial index WHERE clauses", true),
        Place::Generated => ("generated columns", true),
    };
    let qualified = |e: &Expr| matches!(&e.kind, ExprKind::Column(name) if name.table.is_some());
    let what = match () {
        () if matches!(place, Place::Index | Place::Generated) && expr.has(&qualified) => {
            "the \".\" operator"
        }
        () if expr.has(&|e| is_query(&e.kind)) => "subqueries",
        () if expr.has(&|e| matches!(e.kind, ExprKind::Param(_))) => "parameters",
        () if pure && expr.has(&is_volatile) => "non-deterministic functions",
        () => return Ok(()),
    };
    Err(error(format!("{what} prohibited in {where_to}")))
}

fn is_query(kind: &ExprKind) -> bool {
    matches!(kind, ExprKind::Subquery(_) | ExprKind::Exists(_) | ExprKind::InQuery { .. })
}

fn is_volatile(expr: &Expr) -> bool {
    const VOLATILE: [&str; 6] =
        ["random", "randomblob", "changes", "total_changes", "last_insert_rowid", "sqlite_version"];
    match &expr.kind {
        ExprKind::Function(call) => {
            VOLATILE.iter().any(|name| call.name.name.text.eq_ignore_ascii_case(name))
        }
        ExprKind::Literal(Literal::Current(_)) => true,
        _ => false,
    }
}

/// Refuses a foreign key whose sides do not fit: its column if it is a column's, numbers of
/// columns, parent.
pub(super) fn refuse_foreign_key(
    column: Option<&str>,
    columns: usize,
    parent: &str,
    parent_columns: usize,
) -> Result<(), ErrorKind> {
    match (column, parent_columns) {
        (_, 0) => Ok(()),
        (Some(column), 2..) => Err(error(format!(
            "foreign key on {column} should reference only one column of table {parent}"
        ))),
        (None, many) if many != columns => {
            let what = "number of columns in foreign key does not match the number of columns";
            Err(error(format!("{what} in the referenced table")))
        }
        _ => Ok(()),
    }
}

/// Refuses generated columns that cannot be computed.
pub(super) fn refuse_table(table: &Table, _: &[Index]) -> Result<(), ErrorKind> {
    let generated = |c: usize| table.columns[c].generated.as_ref();
    let all = 0..table.columns.len();
    if all.clone().all(|c| generated(c).is_some()) {
        return Err(error("must have at least one non-generated column"));
    }
    for column in all.clone().filter(|c| generated(*c).is_some()) {
        let definition = &table.columns[column];
        if table.primary_key.contains(&column) {
            return Err(error("generated columns cannot be part of the PRIMARY KEY"));
        }
        if definition.default.is_some() {
            return Err(ErrorKind::GeneratedColumn { name: definition.name.to_string() });
        }
    }
    let uses: Vec<Vec<usize>> = (0..table.columns.len())
        .map(|c| match generated(c).filter(|g| !g.stored) {
            Some(virtual_) => used_columns(&virtual_.expr, table, NameRule::IgnoreCase),
            None => Vec::new(),
        })
        .collect();
    let mut walk = Walk { uses: &uses, state: Vec::new(), found: None };
    for column in 0..uses.len() {
        walk.state = vec![Seen::No; uses.len()];
        walk.enter(column);
    }
    match walk.found {
        Some(at) => {
            let name = table.columns[at].name.to_string();
            Err(ErrorKind::GeneratedLoop { name })
        }
        None => Ok(()),
    }
}

/// Where a walk stands with a column.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    No,
    /// It leads to where the walk is.
    Entered,
    Left,
}

/// A walk through the virtual columns that one needs. A loop by way of a stored column is met when a row
/// is written (expr.c, exprCodeGeneratedColumn).
struct Walk<'u> {
    /// What each virtual column is made of.
    uses: &'u [Vec<usize>],
    state: Vec<Seen>,
    /// The last column that is needed for itself.
    found: Option<usize>,
}

impl Walk<'_> {
    fn enter(&mut self, column: usize) {
        match self.state[column] {
            Seen::Entered => self.found = Some(column),
            Seen::Left => {}
            Seen::No if self.uses[column].is_empty() => {}
            Seen::No => {
                self.state[column] = Seen::Entered;
                let uses = self.uses;
                for used in &uses[column] {
                    self.enter(*used);
                }
                self.state[column] = Seen::Left;
            }
        }
    }
}
