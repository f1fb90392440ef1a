//! SQLite's PRAGMA as a statement (pragma.html), ATTACH and DETACH. PRAGMAs that list definitions are in
//! `sqlite_catalog`.

use std::rc::Rc;

use super::CommandRows;
use super::sqlite_catalog;
use super::sqlite_foreign_check::{foreign_key_check, in_order};
use super::sqlite_pragma::{
    MISSING, PLAIN, argument, column_of, integer, journal_mode, locking_mode, plain, single, truth,
};
use crate::catalog::{Catalog, Object, Sequence, Space, Table, View};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::plan::{PlanState, Planner, Settings};
use crate::session::Session;
use crate::state::ForeignCounts;
use crate::store::Store;
use crate::syntax::ast::{self, Statement, StatementKind};
use crate::txn::TxnState;
use crate::types::Type;
use crate::value::Value;

/// Carries out a PRAGMA, ATTACH, DETACH, VACUUM or ANALYZE.
///
/// # Errors
/// A PRAGMA that SQLite has and this engine has not must not be passed over.
pub(super) fn run(
    session: &mut Session,
    store: &mut Store,
    statement: &Statement,
) -> Result<CommandRows> {
    let done = carry_out(session, store, statement)?;
    // What reads the database is a transaction of its own (vdbe.c, sqlite3VdbeHalt).
    let reads = match &statement.kind {
        StatementKind::Pragma { name, .. } => READING.iter().any(|(pragma, found)| {
            name.text.eq_ignore_ascii_case(pragma) && !(*found && done.1.is_empty())
        }),
        _ => true,
    };
    if reads && session.transaction() == TxnState::Idle {
        session.end_transaction();
    }
    Ok(done)
}

/// PRAGMAs that read the database; some only when there is what they ask for.
const READING: &[(&str, bool)] = &[
    ("application_id", false),
    ("foreign_key_check", false),
    ("foreign_key_list", false),
    ("index_info", true),
    ("index_list", false),
    ("index_xinfo", true),
    ("integrity_check", false),
    ("journal_mode", false),
    ("quick_check", false),
    ("table_info", false),
    ("table_list", false),
    ("table_xinfo", false),
    ("user_version", false),
];

fn carry_out(
    session: &mut Session,
    store: &mut Store,
    statement: &Statement,
) -> Result<CommandRows> {
    let (schema, name, value) = match &statement.kind {
        StatementKind::Pragma { schema, name, value } => (schema, name, value),
        StatementKind::Attach { file, name } => return attach(session, file, name),
        StatementKind::Detach(name) => return detach(session, store, name),
        StatementKind::Vacuum(schema) => return vacuum(session, store, schema.as_ref()),
        StatementKind::Analyze(name) => {
            super::sqlite_analyze::analyze(session, store, name.as_ref())?;
            return Ok((None, Vec::new()));
        }
        _ => return Err(ErrorKind::unsupported("this statement").at(statement.span)),
    };
    let pragma = name.text.to_ascii_lowercase();
    if let Some(schema) = schema {
        must_database(session, schema)?;
    }
    if let Some(list) = sqlite_catalog::listing(&pragma).filter(|_| !pragma.starts_with("json_")) {
        let mut args = vec![value.as_ref().map_or(Value::Null, argument)];
        args.extend(schema.as_ref().map(|s| Value::Text(s.text.clone())));
        let listed = (list.call)(&mut session.cx(store, None), &args);
        let rows = listed.map_err(|kind| kind.at(name.span))?;
        return Ok((Some(list.columns), rows));
    }
    let idle = session.transaction() == TxnState::Idle;
    let is_own = |(own, _): &(Rc<str>, _)| {
        schema.as_ref().is_some_and(|s| own.eq_ignore_ascii_case(&s.text))
    };
    let of_file = session.state.settings.files.iter().any(is_own);
    let asked_of_pager = matches!(&*pragma, "locking_mode" | "journal_mode") && schema.is_some();
    if value.is_none() && !asked_of_pager {
        let schema = schema.as_ref().map_or("main", |s| &s.text);
        if let Some(value) =
            super::sqlite_pragma::value(&pragma, schema, &session.state.settings, store.catalog())
        {
            return Ok(single(column_of(&pragma), value));
        }
    }
    let settings = Rc::make_mut(&mut session.state.settings);
    let flag = match pragma.as_str() {
        // Inside a transaction it has no effect (foreignkeys.html, section 2).
        "foreign_keys" if value.is_some() && !idle => return Ok((None, Vec::new())),
        "foreign_keys" => &mut settings.foreign_keys,
        "defer_foreign_keys" => {
            // What waits for the commit is forgotten (pragma.c, flagPragma; compared with SQLite 3.54).
            if value.as_ref().is_some_and(|value| !truth(value)) {
                session.state.foreign = ForeignCounts::default();
            }
            &mut settings.defer_foreign_keys
        }
        "recursive_triggers" => &mut settings.recursive_triggers,
        "case_sensitive_like" if value.is_none() => return Ok((None, Vec::new())),
        "case_sensitive_like" => &mut settings.case_sensitive_like,
        "ignore_check_constraints" => &mut settings.ignore_checks,
        "user_version" => {
            return header_number(session, store, (schema, "user_version"), value.as_ref());
        }
        "application_id" => {
            return header_number(session, store, (schema, "application_id"), value.as_ref());
        }
        "locking_mode" | "journal_mode" if of_file => {
            return Err(
                ErrorKind::unsupported(["PRAGMA ", &pragma, " of a file"].concat()).at(name.span)
            );
        }
        "locking_mode" => return Ok(locking_mode(settings, value.as_ref(), schema.is_some())),
        // There is no file to map.
        "mmap_size" => return Ok((single(&pragma, Value::Null).0, Vec::new())),
        "journal_mode" => return journal_mode(value.as_ref(), name),
        "shrink_memory" | "incremental_vacuum" => return Ok((None, Vec::new())),
        "optimize" => {
            let (columns, _) = single(&pragma, Value::Null);
            return Ok((columns, Vec::new()));
        }
        "wal_checkpoint" => {
            let column = |name| sqlite_catalog::column(name, Type::Unknown, "");
            let columns = ["busy", "log", "checkpointed"].map(column);
            return Ok((Some(columns.into()), vec![[0, -1, -1].map(Value::Int).into()]));
        }
        // It can be chosen for an empty database only.
        "encoding" if !is_empty(store, "main") => return Ok((None, Vec::new())),
        "encoding" => return encoding(value.as_ref(), name),
        "data_version" => return Ok(single("data_version", Value::Int(1))),
        "integrity_check" | "quick_check" => {
            if let Some(Value::Text(name)) = value.as_ref().map(argument)
                && name.parse::<i64>().is_err()
                && !store.catalog().tables().any(|t| t.name.eq_ignore_ascii_case(&name))
            {
                return Err(ErrorKind::NoSuchTable { name: name.to_string() }.nowhere());
            }
            return Ok(integrity(session, store, &pragma));
        }
        "foreign_key_check" => {
            let schema = schema.as_ref().map(|s| &*s.text);
            return foreign_key_check(store, schema, value.as_ref().map(argument));
        }
        other if PLAIN.iter().any(|(known, ..)| *known == other) => {
            let empty = is_empty(store, schema.as_ref().map_or("main", |s| &s.text));
            return plain(session, &pragma, value.as_ref(), name, empty);
        }
        other if MISSING.contains(&other) => {
            return Err(ErrorKind::unsupported(format!("PRAGMA {pragma}")).at(name.span));
        }
        _ => return Ok((None, Vec::new())),
    };
    if let Some(value) = value {
        *flag = truth(value);
    }
    Ok((None, Vec::new()))
}

/// `integrity_check`: what is wrong. Rows that no CHECK would let in now are all that can be.
fn integrity(session: &mut Session, store: &mut Store, pragma: &str) -> CommandRows {
    let mut queries = Vec::new();
    let ignored = session.state.settings.ignore_checks;
    let tables = in_order(store.catalog(), None);
    for table in tables.into_iter().filter(|t| !ignored && !t.checks.is_empty()) {
        let (schema, name) = (&table.schema, &table.name);
        let checks: Vec<&str> = table.checks.iter().map(|c| &*c.text).collect();
        let sql = format!(
            "SELECT 1 FROM \"{schema}\".\"{name}\" WHERE NOT ({})",
            checks.join(") OR NOT (")
        );
        queries.push((["CHECK constraint failed in ", name].concat(), sql));
    }
    let mut rows = Vec::new();
    for (message, sql) in queries {
        let found = session.run(store, &sql, &[], false, None);
        let count = found.first().map_or(0, |result| result.rows.len());
        rows.resize(rows.len() + count, vec![Value::text(&message)]);
    }
    if rows.is_empty() {
        rows.push(vec![Value::text("ok")]);
    }
    (single(pragma, Value::Null).0, rows)
}

/// ATTACH of another database in memory (lang_attach.html). A file is a database in memory of that
/// name, new and empty as in SQLite in a browser, and is not kept.
fn attach(session: &mut Session, file: &ast::Expr, name: &ast::Expr) -> Result<CommandRows> {
    let (Value::Text(path), Value::Text(schema)) = (argument(file), argument(name)) else {
        return Err(ErrorKind::unsupported("ATTACH of what is not named by a text").at(file.span));
    };
    let settings = Rc::make_mut(&mut session.state.settings);
    let attached = &mut settings.attached;
    let known = ["main", "temp"].into_iter().chain(attached.iter().map(|s| &**s));
    if known.into_iter().any(|s| s.eq_ignore_ascii_case(&schema)) {
        let message = format!("database {schema} is already in use");
        return Err(super::sqlite_expr::error(message).at(name.span));
    }
    if attached.len() >= 10 {
        let message = "too many attached databases - max 10";
        return Err(super::sqlite_expr::error(message).at(name.span));
    }
    attached.push(schema.clone());
    if !matches!(&*path, "" | ":memory:") {
        let files = &mut settings.files;
        let refused = match files.iter().find(|(_, known)| *known == path) {
            _ if path.contains(['/', '?', ':']) => "ATTACH of a file in a directory",
            Some((own, _)) if own.is_empty() => "ATTACH of a file that was detached with tables",
            Some(_) => "ATTACH of one file under two names",
            None => {
                files.push((schema, path));
                return Ok((None, Vec::new()));
            }
        };
        settings.attached.pop();
        return Err(ErrorKind::unsupported(refused).at(file.span));
    }
    Ok((None, Vec::new()))
}

fn is_empty(store: &Store, schema: &str) -> bool {
    !store.catalog().objects().any(|(key, _)| key.schema.eq_ignore_ascii_case(schema))
}

/// DETACH: the database and all that is in it go.
fn detach(session: &mut Session, store: &mut Store, name: &ast::Expr) -> Result<CommandRows> {
    let Value::Text(schema) = argument(name) else {
        return Err(ErrorKind::unsupported("DETACH of what is not named by a text").at(name.span));
    };
    let attached = &session.state.settings.attached;
    let found = attached.iter().position(|s| s.eq_ignore_ascii_case(&schema));
    let is = |known: &str| schema.eq_ignore_ascii_case(known);
    let message = match found {
        _ if is("main") || is("temp") && session.state.temp_opened => {
            format!("cannot detach database {schema}")
        }
        None => format!("no such database: {schema}"),
        // What this transaction has touched cannot go.
        Some(_) if session.transaction() != TxnState::Idle && !is_empty(store, &schema) => {
            format!("database {schema} is locked")
        }
        Some(at) => {
            let (folded, schema) = (schema.to_ascii_lowercase(), attached[at].clone());
            let empty = is_empty(store, &schema);
            let mut gone: Vec<_> = store
                .catalog()
                .objects()
                .filter(|(key, _)| key.schema == folded)
                .map(|(key, object)| (key.clone(), object.kind()))
                .collect();
            // Indexes and triggers go before what they belong to.
            sort_by_number(&mut gone, &mut |(_, kind)| {
                i64::from(matches!(*kind, "table" | "view"))
            });
            let gone = gone.into_iter().map(|(key, _)| (key, None)).collect();
            session.define(store, gone)?;
            let settings = Rc::make_mut(&mut session.state.settings);
            settings.attached.remove(at);
            if let Some(at) = settings.files.iter().position(|(own, _)| *own == schema) {
                match empty {
                    true => drop(settings.files.remove(at)),
                    false => settings.files[at].0 = Rc::from(""),
                }
            }
            return Ok((None, Vec::new()));
        }
    };
    Err(super::sqlite_expr::error(message).at(name.span))
}

/// The columns of a view are those of its query.
pub(super) fn view_info(
    catalog: &Catalog,
    settings: &Rc<Settings>,
    view: &Rc<View>,
    all: bool,
) -> Result<Vec<Vec<Value>>> {
    let mut planner = Planner {
        catalog,
        rules: &super::sqlite::RULES.plan,
        text: "",
        base: 0,
        settings,
        state: PlanState::default(),
    };
    let mut columns = planner.plan_view(view)?.columns;
    let mut known: Vec<Rc<str>> = Vec::new();
    for (at, column) in columns.iter_mut().enumerate() {
        let name = view.columns.get(at).unwrap_or(&column.name);
        column.name = crate::plan::scope::unique(name, &known);
        known.push(column.name.clone());
    }
    Ok(sqlite_catalog::columns_info(&columns, all))
}

/// The database of a name.
fn must_database(session: &Session, schema: &ast::Ident) -> Result<()> {
    let attached = session.state.settings.attached.iter().map(|s| &**s);
    let known =
        ["main", "temp"].into_iter().chain(attached).any(|s| s.eq_ignore_ascii_case(&schema.text));
    match known {
        true => Ok(()),
        false => Err(ErrorKind::NoSuchDatabase { name: schema.text.to_string() }.at(schema.span)),
    }
}

/// VACUUM has little to tidy up, and may be refused (vacuum.c).
fn vacuum(
    session: &mut Session,
    store: &mut Store,
    schema: Option<&ast::Ident>,
) -> Result<CommandRows> {
    if let Some(schema) = schema {
        must_database(session, schema)?;
    }
    match session.transaction() {
        TxnState::Idle => {
            let schema = schema.map_or_else(|| Rc::from("main"), |s| s.text.clone());
            if schema.eq_ignore_ascii_case("temp") {
                return Ok((None, Vec::new()));
            }
            super::sqlite_analyze::renumber(session, store, &schema);
            drop_unused_book(session, store, &schema)?;
            let mark = i64::from(store.new_id());
            keep_number(session, store, (schema.clone(), sqlite_catalog::VACUUMED), mark)?;
            // The last rows that it writes are those of views and triggers, in sqlite_schema.
            let rows = sqlite_catalog::schema_rows(store.catalog(), &schema);
            let last = |row: &Vec<Value>| matches!(&row[0], Value::Text(k) if matches!(&**k, "view" | "trigger"));
            if rows.iter().any(last) {
                session.state.last_insert_id = rows.len() as i64;
            }
            Ok((None, Vec::new()))
        }
        _ => Err(ErrorKind::sqlite("cannot VACUUM from within a transaction").nowhere()),
    }
}

/// VACUUM makes `sqlite_sequence` anew only for a table that needs it (vacuum.c).
fn drop_unused_book(session: &mut Session, store: &mut Store, schema: &str) -> Result<()> {
    let key = store.catalog().key(schema, Space::Relation, "sqlite_sequence");
    let in_schema = |t: &&Rc<Table>| t.schema.eq_ignore_ascii_case(schema);
    let needed = store.catalog().tables().filter(in_schema).any(|t| t.autoincrement);
    if needed || store.catalog().get(&key).is_none() {
        return Ok(());
    }
    let sql = ["DELETE FROM \"", &schema.replace('"', "\"\""), "\".sqlite_sequence"].concat();
    let (changes, total) = (session.state.changes, session.state.total_changes);
    session.run(store, &sql, &[], false, None);
    (session.state.changes, session.state.total_changes) = (changes, total);
    session.define(store, vec![(key, None)])
}

/// A number of the database, kept as a definition so that a rollback takes it back.
fn header_number(
    session: &mut Session,
    store: &mut Store,
    (schema, name): (&Option<ast::Ident>, &str),
    value: Option<&ast::Expr>,
) -> Result<CommandRows> {
    let schema = schema.as_ref().map_or_else(|| Rc::from("main"), |s| s.text.clone());
    let Some(value) = value else { return Ok((None, Vec::new())) };
    if session.state.settings.query_only() {
        return Err(ErrorKind::ReadOnlyTransaction { command: "" }.nowhere());
    }
    let number = i64::from(i32::try_from(integer(value)).unwrap_or(0));
    keep_number(session, store, (schema, name), number)?;
    Ok((None, Vec::new()))
}

fn keep_number(
    session: &mut Session,
    store: &mut Store,
    (schema, name): (Rc<str>, &str),
    number: i64,
) -> Result<()> {
    let key = store.catalog().key(&schema, Space::Counter, name);
    let kept = Sequence {
        id: 0,
        schema,
        name: Rc::from(name),
        owner: None,
        start: number,
        increment: 0,
        min: i64::MIN,
        max: i64::MAX,
        cycle: false,
    };
    session.define(store, vec![(key, Some(Object::Sequence(Rc::new(kept))))])
}

fn encoding(value: Option<&ast::Expr>, name: &ast::Ident) -> Result<CommandRows> {
    let Some(value) = value else { return Ok((None, Vec::new())) };
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
