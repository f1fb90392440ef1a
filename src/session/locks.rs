//! LOCK TABLES as the session that holds the locks sees it: what is locked for reading is not
//! written, and what is not locked is not there ("LOCK TABLES and UNLOCK TABLES Statements").

use crate::error::{ErrorKind, Result};
use crate::plan::Planner;
use crate::syntax::ast::{FromItem, ObjectName, Statement, StatementKind};
use crate::syntax::mention::{Mention, mentions};

/// Refuses a statement that needs a lock which is not held.
pub(super) fn refuse_unlocked(planner: &Planner<'_>, statement: &Statement) -> Result<()> {
    let locks = &planner.settings.locks;
    let mut seen: Vec<(&ObjectName, &str)> = Vec::new();
    mentions(statement, &mut |mention| {
        if let Mention::Table(name, alias) = mention {
            seen.push((name, &alias.unwrap_or(&name.name).text));
        }
    });
    let written: Vec<&ObjectName> = match &statement.kind {
        StatementKind::Insert(insert) => vec![&insert.table],
        StatementKind::Update(update) => match &update.table {
            FromItem::Table { name, .. } => vec![name],
            _ => Vec::new(),
        },
        StatementKind::Delete(delete) => delete.targets.iter().collect(),
        StatementKind::Truncate { tables, .. } => tables.iter().collect(),
        StatementKind::AlterTable { table, .. } => vec![table],
        StatementKind::CreateIndex(create) => vec![&create.table],
        StatementKind::Drop(drop) => drop.names.iter().collect(),
        _ => Vec::new(),
    };
    // What defines is not walked through.
    if seen.is_empty() {
        seen.extend(written.iter().map(|name| (*name, &*name.name.text)));
    }
    for (name, label) in seen {
        let writes = written.iter().any(|w| std::ptr::eq(*w, name) || *w.name.text == *label);
        let lock = locks.iter().find(|(locked, _)| **locked == *label);
        let read = match lock {
            Some((_, write)) if *write || !writes => continue,
            Some(_) => true,
            // Names of common table expressions need none, nor do temporary tables.
            None if planner.must_table(name).map_or(true, |t| &*t.schema == "temp") => continue,
            None => false,
        };
        return Err(ErrorKind::Locked { name: label.to_string(), read }.at(name.name.span));
    }
    Ok(())
}
