//! SQLite's PRAGMA as a statement (pragma.html), ATTACH and DETACH. PRAGMAs that list definitions are in
//! `sqlite_catalog`.

use std::cmp::Ordering;
use std::rc::Rc;

use super::CommandRows;
use super::sqlite_catalog;
use crate::catalog::{ForeignKey, Object, Sequence, Space, Table};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::session::Session;
use crate::store::Store;
use crate::syntax::ast::{self, ExprKind, Literal, Statement, StatementKind, UnaryOp};
use crate::txn::TxnState;
use crate::types::Type;
use crate::value::{Value, ValueRef, compare};

/// PRAGMAs of SQLite that are not here: pragma.c, `aPragmaName`. A name that is in neither list
/// is no PRAGMA at all, which SQLite passes over.
const MISSING: &[&str] = &[
    "activate_extensions",
    "analysis_limit",
    "application_id",
    "auto_vacuum",
    "automatic_index",
    "busy_timeout",
    "cache_size",
    "cache_spill",
    "cell_size_check",
    "checkpoint_fullfsync",
    "compile_options",
    "count_changes",
    "data_store_directory",
    "data_version",
    "default_cache_size",
    "empty_result_callbacks",
    "freelist_count",
    "full_column_names",
    "fullfsync",
    "function_list",
    "hard_heap_limit",
    "ignore_check_constraints",
    "incremental_vacuum",
    "journal_mode",
    "journal_size_limit",
    "legacy_alter_table",
    "lock_proxy_file",
    "lock_status",
    "locking_mode",
    "max_page_count",
    "mmap_size",
    "module_list",
    "optimize",
    "page_count",
    "page_size",
    "pragma_list",
    "query_only",
    "read_uncommitted",
    "reverse_unordered_selects",
    "schema_version",
    "secure_delete",
    "short_column_names",
    "shrink_memory",
    "soft_heap_limit",
    "stats",
    "synchronous",
    "temp_store",
    "temp_store_directory",
    "threads",
    "trusted_schema",
    "wal_autocheckpoint",
    "wal_checkpoint",
    "writable_schema",
];

/// Carries out a PRAGMA.
///
/// # Errors
/// A PRAGMA that SQLite has and this engine has not must not be passed over.
pub(super) fn run(
    session: &mut Session,
    store: &mut Store,
    statement: &Statement,
) -> Result<CommandRows> {
    let (schema, name, value) = match &statement.kind {
        StatementKind::Pragma { schema, name, value } => (schema, name, value),
        StatementKind::Attach { file, name } => return attach(session, file, name),
        StatementKind::Detach(name) => return detach(session, store, name),
        _ => return Err(ErrorKind::unsupported("this statement").at(statement.span)),
    };
    let pragma = name.text.to_ascii_lowercase();
    if let Some(list) = sqlite_catalog::listing(&pragma) {
        let mut args = vec![value.as_ref().map_or(Value::Null, argument)];
        args.extend(schema.as_ref().map(|s| Value::Text(s.text.clone())));
        let mut rows = (list.call)(store.catalog(), &args);
        if pragma == "database_list" {
            for (at, name) in session.state.settings.attached.iter().enumerate() {
                let seq = Value::Int(at as i64 + 2);
                rows.push(vec![seq, Value::Text(name.clone()), Value::text("")]);
            }
        }
        return Ok((Some(list.columns), rows));
    }
    let idle = session.transaction() == TxnState::Idle;
    let settings = &mut session.state.settings;
    let flag = match pragma.as_str() {
        // Inside a transaction it has no effect (foreignkeys.html, section 2).
        "foreign_keys" if value.is_some() && !idle => return Ok((None, Vec::new())),
        "foreign_keys" => &mut settings.foreign_keys,
        "defer_foreign_keys" => &mut settings.defer_foreign_keys,
        "recursive_triggers" => &mut settings.recursive_triggers,
        "case_sensitive_like" if value.is_none() => return Ok((None, Vec::new())),
        "case_sensitive_like" => &mut settings.case_sensitive_like,
        "user_version" => return user_version(session, store, value.as_ref()),
        "encoding" => return encoding(value.as_ref(), name),
        "integrity_check" | "quick_check" => {
            return Ok(single(&pragma, Value::text("ok")));
        }
        "foreign_key_check" => return foreign_key_check(store, value.as_ref().map(argument)),
        other if MISSING.contains(&other) => {
            return Err(ErrorKind::unsupported(format!("PRAGMA {pragma}")).at(name.span));
        }
        _ => return Ok((None, Vec::new())),
    };
    match value {
        Some(value) => {
            *flag = truth(value);
            Ok((None, Vec::new()))
        }
        None => Ok(single(&pragma, Value::Int(i64::from(*flag)))),
    }
}

/// The value of a PRAGMA as text, whatever it is written as.
fn argument(value: &ast::Expr) -> Value {
    match &value.kind {
        ExprKind::Literal(Literal::Integer(n)) => Value::text(&n.to_string()),
        ExprKind::Literal(Literal::Number(text) | Literal::Text(text)) => Value::Text(text.clone()),
        ExprKind::Column(name) => Value::Text(name.name.text.clone()),
        ExprKind::Paren(inner) => argument(inner),
        _ => Value::Null,
    }
}

fn integer(value: &ast::Expr) -> i64 {
    match &value.kind {
        ExprKind::Literal(Literal::Integer(n)) => *n,
        ExprKind::Unary(UnaryOp::Minus, inner) => integer(inner).wrapping_neg(),
        ExprKind::Unary(UnaryOp::Plus, inner) | ExprKind::Paren(inner) => integer(inner),
        ExprKind::Literal(Literal::Text(text)) => crate::types::number::leading_int(text),
        _ => 0,
    }
}

/// ATTACH of another database in memory (lang_attach.html).
fn attach(session: &mut Session, file: &ast::Expr, name: &ast::Expr) -> Result<CommandRows> {
    let (Value::Text(path), Value::Text(schema)) = (argument(file), argument(name)) else {
        return Err(ErrorKind::unsupported("ATTACH of what is not named by a text").at(file.span));
    };
    let attached = &mut session.state.settings.attached;
    let known = ["main", "temp"].into_iter().chain(attached.iter().map(|s| &**s));
    if known.into_iter().any(|s| s.eq_ignore_ascii_case(&schema)) {
        let message = format!("database {schema} is already in use");
        return Err(super::sqlite_expr::error(message).at(name.span));
    }
    if attached.len() >= 10 {
        let message = "too many attached databases - max 10";
        return Err(super::sqlite_expr::error(message).at(name.span));
    }
    if !matches!(&*path, "" | ":memory:") {
        return Err(ErrorKind::unsupported("ATTACH of a file").at(file.span));
    }
    attached.push(schema);
    Ok((None, Vec::new()))
}

/// DETACH: the database and all that is in it go.
fn detach(session: &mut Session, store: &mut Store, name: &ast::Expr) -> Result<CommandRows> {
    let Value::Text(schema) = argument(name) else {
        return Err(ErrorKind::unsupported("DETACH of what is not named by a text").at(name.span));
    };
    let attached = &session.state.settings.attached;
    let found = attached.iter().position(|s| s.eq_ignore_ascii_case(&schema));
    let message = match found {
        _ if ["main", "temp"].iter().any(|s| s.eq_ignore_ascii_case(&schema)) => {
            format!("cannot detach database {schema}")
        }
        None => format!("no such database: {schema}"),
        Some(_) if session.transaction() != TxnState::Idle => {
            format!("database {schema} is locked")
        }
        Some(at) => {
            let folded = schema.to_ascii_lowercase();
            let mut gone: Vec<_> = store
                .catalog()
                .objects()
                .filter(|(key, _)| key.schema == folded)
                .map(|(key, object)| (key.clone(), object.kind()))
                .collect();
            // Indexes and triggers go before what they belong to.
            gone.sort_by_key(|(_, kind)| matches!(*kind, "table" | "view"));
            let gone = gone.into_iter().map(|(key, _)| (key, None)).collect();
            session.define(store, gone)?;
            session.state.settings.attached.remove(at);
            return Ok((None, Vec::new()));
        }
    };
    Err(super::sqlite_expr::error(message).at(name.span))
}

/// A number of the database, kept as a definition so that a rollback takes it back.
fn user_version(
    session: &mut Session,
    store: &mut Store,
    value: Option<&ast::Expr>,
) -> Result<CommandRows> {
    let key = store.catalog().key("main", Space::Counter, "user_version");
    let present = match store.catalog().get(&key) {
        Some(Object::Sequence(kept)) => kept.start,
        _ => 0,
    };
    let Some(value) = value else { return Ok(single("user_version", Value::Int(present))) };
    let kept = Sequence {
        id: 0,
        schema: Rc::from("main"),
        name: Rc::from("user_version"),
        owner: None,
        start: i64::from(integer(value) as i32),
        increment: 0,
        min: i64::MIN,
        max: i64::MAX,
        cycle: false,
    };
    session.define(store, vec![(key, Some(Object::Sequence(Rc::new(kept))))])?;
    Ok((None, Vec::new()))
}

fn encoding(value: Option<&ast::Expr>, name: &ast::Ident) -> Result<CommandRows> {
    let Some(value) = value else { return Ok(single("encoding", Value::text("UTF-8"))) };
    let Value::Text(wanted) = argument(value) else { return Ok((None, Vec::new())) };
    match wanted.to_ascii_lowercase().as_str() {
        "utf8" | "utf-8" => Ok((None, Vec::new())),
        "utf16" | "utf-16" | "utf16le" | "utf-16le" | "utf16be" | "utf-16be" => {
            Err(ErrorKind::unsupported("UTF-16 databases").at(name.span))
        }
        _ => {
            Err(super::sqlite_expr::error(format!("unsupported encoding: {wanted}")).at(name.span))
        }
    }
}

/// The rows whose foreign keys have no parent.
fn foreign_key_check(store: &Store, only: Option<Value>) -> Result<CommandRows> {
    let catalog = store.catalog();
    let mut tables: Vec<&Rc<Table>> = catalog.tables().collect();
    sort_by_number(&mut tables, &mut |t| -i64::from(t.id));
    let mut rows = Vec::new();
    for table in tables {
        let named =
            |name: &Value| matches!(name, Value::Text(n) if n.eq_ignore_ascii_case(&table.name));
        if !only.as_ref().is_none_or(named) {
            continue;
        }
        let mut keys = Vec::new();
        for key in table.foreign_keys.iter().rev() {
            let parent = catalog.table(&table.schema, &key.parent).cloned();
            if let Some(parent) = &parent
                && !is_key(store, key, parent)
            {
                let (child, parent) = (table.name.to_string(), parent.name.to_string());
                return Err(ErrorKind::ForeignKeyMismatch { child, parent }.nowhere());
            }
            keys.push((key, parent));
        }
        let mut from = i64::MIN;
        while let Some((rowid, slot)) = store.at_or_after(table.id, from) {
            let record = store.record(slot);
            for (id, (key, parent)) in keys.iter().enumerate() {
                let values: Vec<ValueRef<'_>> =
                    key.columns.iter().map(|c| record.value(*c)).collect();
                let orphan = !values.iter().any(|v| v.is_null())
                    && !parent.as_ref().is_some_and(|p| has_row(store, key, p, &values));
                if orphan {
                    let rowid = if table.without_rowid { Value::Null } else { Value::Int(rowid) };
                    let (child, parent) = (table.name.clone(), key.parent.clone());
                    let id = Value::Int(id as i64);
                    rows.push(vec![Value::Text(child), rowid, Value::Text(parent), id]);
                }
            }
            let Some(next) = rowid.checked_add(1) else { break };
            from = next;
        }
    }
    let columns = ["table", "rowid", "parent", "fkid"];
    let columns = columns.map(|name| sqlite_catalog::column(name, Type::Unknown, ""));
    Ok((Some(columns.into()), rows))
}

fn parent_columns(key: &ForeignKey, parent: &Table) -> Vec<usize> {
    let names = crate::catalog::NameRule::IgnoreCase;
    match key.parent_columns.is_empty() {
        true => parent.primary_key.clone(),
        false => key.parent_columns.iter().filter_map(|n| parent.column(n, names)).collect(),
    }
}

/// Whether the parent's columns are one of its keys.
fn is_key(store: &Store, key: &ForeignKey, parent: &Table) -> bool {
    let columns = parent_columns(key, parent);
    let rowid = parent.rowid_key.is_some_and(|k| columns == [k.column]);
    let mut indexes = store.indexes(parent.id).filter(|i| i.unique && i.is_plain());
    columns.len() == key.columns.len()
        && (rowid
            || indexes.any(|index| {
                let own = index.columns().unwrap_or_default();
                own.len() == columns.len()
                    && columns.iter().all(|c| own.contains(c))
                    && index.terms.iter().zip(&own).all(|(term, column)| {
                        term.collation.name == parent.columns[*column].collation.name
                    })
            }))
}

/// Whether a parent has a row with this key.
fn has_row(store: &Store, key: &ForeignKey, parent: &Table, values: &[ValueRef<'_>]) -> bool {
    let columns = parent_columns(key, parent);
    let matches = |slot| {
        let record = store.record(slot);
        columns.len() == values.len()
            && columns.iter().zip(values).all(|(c, value)| {
                let column = &parent.columns[*c];
                let value = match column.ty {
                    Type::Affinity(affinity, _) => affinity.apply(value.to_value()),
                    _ => value.to_value(),
                };
                let stored = record.value(*c);
                compare(value.borrow(), stored, column.collation) == Ordering::Equal
            })
    };
    let mut from = i64::MIN;
    while let Some((rowid, slot)) = store.at_or_after(parent.id, from) {
        if matches(slot) {
            return true;
        }
        let Some(next) = rowid.checked_add(1) else { return false };
        from = next;
    }
    false
}

/// `1`, `yes`, `true`, `on` are true (pragma.c, sqlite3GetBoolean).
fn truth(value: &ast::Expr) -> bool {
    match &value.kind {
        ExprKind::Literal(Literal::Integer(n)) => *n != 0,
        ExprKind::Literal(Literal::Bool(b)) => *b,
        ExprKind::Literal(Literal::Text(text)) => is_true_word(text),
        ExprKind::Column(name) => is_true_word(&name.name.text),
        _ => false,
    }
}

fn is_true_word(word: &str) -> bool {
    ["on", "yes", "true", "1"].iter().any(|w| word.eq_ignore_ascii_case(w))
}

fn single(name: &str, value: Value) -> CommandRows {
    let column = sqlite_catalog::column(name, Type::Unknown, "");
    (Some(vec![column]), vec![vec![value]])
}
