//! MySQL's SET, SHOW and DESCRIBE ("SET Statements", "SHOW Statements", "Server SQL Modes").

use std::rc::Rc;

use super::mysql_report::entry;
use super::mysql_show::{self, result_column};
use super::{CommandRows, mysql_database, mysql_types};
use crate::catalog::{Object, Table};
use crate::error::{ErrorKind, Result};

use crate::plan::Settings;
use crate::session::Session;
use crate::state::Warning;
use crate::store::Store;
use crate::syntax::ast::{
    ExprKind, ObjectName, SetVariable, Show, ShowFilter, Statement, StatementKind,
};
use crate::txn::TxnState;
use crate::types::Type;
use crate::value::Value;

/// The sql_mode that a server begins with.
const DEFAULT_MODE: &str = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

/// The settings that a session begins with.
pub(super) fn settings() -> Settings {
    let sql_mode = Rc::from(DEFAULT_MODE);
    let play: Rc<str> = Rc::from("play");
    let databases = vec![(play.clone(), Rc::from(""))];
    let database = Some(play);
    let (strict, foreign_keys) = (true, true);
    Settings { strict, foreign_keys, sql_mode, database, databases, ..Settings::default() }
}

/// Carries out such a statement.
///
/// # Errors
/// What is not there.
pub(super) fn run(
    session: &mut Session,
    store: &mut Store,
    statement: &Statement,
) -> Result<CommandRows> {
    match &statement.kind {
        StatementKind::Show(Show::Diagnostics(condition, items)) => {
            let condition = match condition {
                Some(number) => Some(session.evaluate(store, number)?),
                None => None,
            };
            diagnostics(session, condition, items)
        }
        StatementKind::Show(show) => run_show(session, store, show),
        StatementKind::Set(variables) => {
            for variable in variables {
                set(session, store, variable)?;
            }
            Ok((None, Vec::new()))
        }
        StatementKind::Describe(name) => describe(session, store, name),
        StatementKind::Utility { tag, relation: Some(name) } => {
            session.commit_now(store)?;
            let words = tag.split_once(' ').map_or(*tag, |(word, _)| word).to_ascii_lowercase();
            Ok(mysql_show::maintained(store.catalog(), &session.state.settings, &words, name))
        }
        StatementKind::Lock(tables) => lock(session, store, tables),
        StatementKind::Database(database) => mysql_database::run(session, store, database),
        _ => Err(ErrorKind::unsupported("this statement").at(statement.span)),
    }
}

/// An open transaction is committed, by UNLOCK TABLES only if something was locked ("Interaction of
/// Table Locking and Transactions").
fn lock(
    session: &mut Session,
    store: &mut Store,
    tables: &[(ObjectName, Option<crate::syntax::ast::Ident>, bool)],
) -> Result<CommandRows> {
    if !tables.is_empty() || !session.state.settings.locks.is_empty() {
        session.commit_now(store)?;
    }
    let mut locks = Vec::new();
    for (name, alias, write) in tables {
        let planner = session.planner(store, "");
        planner.must_table(name)?;
        locks.push((alias.as_ref().unwrap_or(&name.name).text.clone(), *write));
    }
    Rc::make_mut(&mut session.state.settings).locks = locks;
    Ok((None, Vec::new()))
}

fn run_show(session: &Session, store: &Store, show: &Show) -> Result<CommandRows> {
    let catalog = store.catalog();
    match show {
        Show::Warnings => Ok(warnings(session, |_| true)),
        Show::Errors => Ok(warnings(session, |w| w.level == "Error")),
        Show::Count { errors } => {
            let name = if *errors { "error_count" } else { "warning_count" };
            let count = session.state.told[usize::from(*errors)];
            Ok((named(&[&format!("@@session.{name}")]), vec![vec![Value::Int(count)]]))
        }
        Show::Databases => {
            let names = mysql_database::names(&session.state.settings);
            let rows = names.into_iter().map(|name| vec![Value::Text(name)]);
            Ok((named(&["Database"]), rows.collect()))
        }
        Show::Diagnostics(..) => Ok((None, Vec::new())),
        Show::Filtered(show, filter) => filtered(run_show(session, store, show)?, show, filter),
        Show::CreateDatabase(name) => {
            let row = mysql_database::create_database(&session.state.settings, name)?;
            Ok((named(&["Database", "Create Database"]), vec![row]))
        }
        Show::Triggers => {
            let names = "Trigger,Event,Table,Statement,Timing,Created,sql_mode,Definer,character_set_client,collation_connection,Database Collation";
            let database = mysql_database::current(&session.state.settings).to_ascii_lowercase();
            let rows = mysql_show::triggers(catalog, &session.state.settings, &database);
            Ok((named(&names.split(',').collect::<Vec<_>>()), rows))
        }
        Show::CreateTrigger(name) => {
            let names = "Trigger,sql_mode,SQL Original Statement,character_set_client,collation_connection,Database Collation,Created";
            let database = mysql_database::current(&session.state.settings);
            let row = mysql_show::create_trigger(catalog, &session.state.settings, database, name)?;
            Ok((named(&names.split(',').collect::<Vec<_>>()), vec![row]))
        }
        Show::Tables { full, of, like: pattern } => {
            let fits = |name: &Rc<str>| pattern.as_ref().is_none_or(|like| fits(like, name));
            let current = mysql_database::current(&session.state.settings);
            let current = of.as_ref().map_or(current, |of| &*of.text);
            if !mysql_database::names(&session.state.settings).iter().any(|n| **n == *current) {
                return Err(ErrorKind::NoSuchDatabase { name: current.to_string() }.nowhere());
            }
            // They come by name.
            let mut rows: Vec<Vec<Value>> = Vec::new();
            for (key, object) in catalog.objects() {
                let (name, kind) = match object {
                    Object::Table(table) => (&table.name, "BASE TABLE"),
                    Object::View(view) => (&view.name, "VIEW"),
                    _ => continue,
                };
                if key.schema == current.to_ascii_lowercase() && fits(name) {
                    let kind = full.then(|| Value::text(kind));
                    rows.push([Value::Text(name.clone())].into_iter().chain(kind).collect());
                }
            }
            let head = match pattern {
                Some(like) => format!("Tables_in_{current} ({like})"),
                None => ["Tables_in_", current].concat(),
            };
            if !full {
                return Ok((named(&[&head]), rows));
            }
            Ok((named(&[&head, "Table_type"]), rows))
        }
        Show::CreateTable(name) => {
            let table = must_table(session, store, name)?;
            let identity = table.columns.iter().find_map(|c| c.identity.as_ref());
            let next = identity.and_then(|i| store.sequence(i.sequence)).map(|s| s.value);
            let text = mysql_show::create_table(catalog, table, next);
            let row = vec![Value::Text(table.name.clone()), Value::text(&text)];
            Ok((named(&["Table", "Create Table"]), vec![row]))
        }
        Show::Index(name) => {
            let rows = mysql_show::index_rows(catalog, must_table(session, store, name)?);
            Ok((named(&mysql_show::INDEX), rows))
        }
        Show::Columns { table, full: false } => describe(session, store, table),
        Show::Columns { table, .. } => {
            let table = must_table(session, store, table)?;
            let mut rows = mysql_show::columns(catalog, table);
            for (row, column) in rows.iter_mut().zip(&table.columns) {
                let is_text = !std::ptr::eq(column.collation, &crate::collation::BINARY);
                let collation =
                    if is_text { Value::text(column.collation.name) } else { Value::Null };
                row.insert(2, collation);
                row.push(Value::text("select,insert,update,references"));
                row.push(Value::text(column.comment.as_deref().unwrap_or_default()));
            }
            let names = "Field,Type,Collation,Null,Key,Default,Extra,Privileges,Comment";
            Ok((named(&names.split(',').collect::<Vec<_>>()), rows))
        }
        Show::Variable(pattern) => {
            let names: Vec<_> =
                VARIABLES.iter().copied().filter(|name| fits(pattern, name)).collect();
            if names.is_empty() {
                return Err(
                    ErrorKind::unsupported(["SHOW VARIABLES LIKE ", pattern].concat()).nowhere()
                );
            }
            let row =
                |name: &str| vec![Value::text(name), variable_text(&session.state.settings, name)];
            Ok((named(&["Variable_name", "Value"]), names.into_iter().map(row).collect()))
        }
    }
}

/// The rows that LIKE, WHERE or LIMIT leave.
fn filtered(from: CommandRows, show: &Show, filter: &ShowFilter) -> Result<CommandRows> {
    let (mut columns, mut rows) = from;
    match filter {
        ShowFilter::Like(pattern) => {
            let at = if matches!(show, Show::Triggers) { 2 } else { 0 };
            rows.retain(|row| fits(pattern, &mysql_types::print(&row[at])));
            if let (Show::Databases, Some([first])) = (show, columns.as_deref_mut()) {
                first.name = Rc::from(format!("Database ({pattern})"));
            }
        }
        ShowFilter::Equals(name, wanted) => {
            let same =
                |c: &crate::plan::node::ResultColumn| c.name.eq_ignore_ascii_case(&name.text);
            let Some(at) = columns.iter().flatten().position(same) else {
                let name_text = name.text.to_string();
                return Err(ErrorKind::NoSuchColumn { name: name_text, table: None }.at(name.span));
            };
            rows.retain(|row| mysql_types::print(&row[at]).eq_ignore_ascii_case(wanted));
        }
        ShowFilter::Limit(skip, count) => {
            rows = rows.into_iter().skip(*skip).take(*count).collect();
        }
    }
    Ok((columns, rows))
}

fn fits(pattern: &str, name: &str) -> bool {
    crate::functions::like::matches(pattern, name, Some('\\'), crate::functions::like::Case::Ascii)
}

fn describe(session: &Session, store: &Store, name: &ObjectName) -> Result<CommandRows> {
    let rows = mysql_show::columns(store.catalog(), must_table(session, store, name)?);
    Ok((named(&mysql_show::COLUMNS), rows))
}

fn must_table<'s>(session: &Session, store: &'s Store, name: &ObjectName) -> Result<&'s Rc<Table>> {
    let current = mysql_database::current(&session.state.settings);
    let schema = name.schema.as_ref().map_or(current, |s| &s.text);
    let missing = || {
        let before = name.schema.as_ref().map_or(String::new(), |s| [&*s.text, "."].concat());
        let name_text = before + &name.name.text;
        ErrorKind::NoSuchTable { name: name_text }.at(name.name.span)
    };
    let catalog = store.catalog();
    // A temporary table hides the other of its name.
    if let Some(table) = mysql_show::table_named(catalog, "temp", &name.name.text) {
        return Ok(table);
    }
    let key = catalog.key(schema, crate::catalog::Space::Relation, &name.name.text);
    if let Some(Object::View(_)) = catalog.get(&key) {
        return Err(ErrorKind::unsupported("SHOW and DESCRIBE of a view").at(name.name.span));
    }
    mysql_show::table_named(catalog, schema, &name.name.text).ok_or_else(missing)
}

/// "GET DIAGNOSTICS Statement": items of the statement before, or of one of its messages.
fn diagnostics(
    session: &mut Session,
    condition: Option<Value>,
    items: &[(Rc<str>, Rc<str>)],
) -> Result<CommandRows> {
    let told = session.last_warnings();
    let about = match &condition {
        None => None,
        Some(number) => {
            let at = usize::try_from(crate::functions::int(number).saturating_sub(1)).ok();
            let Some(found) = at.and_then(|at| told.get(at)) else {
                // It joins the messages, and the statement is no failure.
                let (code, message) =
                    ("ER_DA_INVALID_CONDITION_NUMBER", "Invalid condition number");
                let (code, message) = (code.to_string(), message.to_string());
                let sqlstate = "35000".to_string();
                let wrong = Warning { level: "Error", errno: 1758, code, sqlstate, message };
                let all = told.iter().cloned().chain([wrong]).collect();
                session.state.warnings = all;
                return Ok((None, Vec::new()));
            };
            Some(found)
        }
    };
    let mut values = Vec::with_capacity(items.len());
    for (_, item) in items {
        values.push(match (&**item, about) {
            ("NUMBER", None) => Value::Int(told.len() as i64),
            ("ROW_COUNT", None) => Value::Int(session.state.changes),
            ("RETURNED_SQLSTATE", Some(w)) => Value::text(&w.sqlstate),
            ("MYSQL_ERRNO", Some(w)) => Value::Int(i64::from(w.errno)),
            ("MESSAGE_TEXT", Some(w)) => Value::text(&w.message),
            ("CLASS_ORIGIN" | "SUBCLASS_ORIGIN", Some(w)) => {
                Value::text(if w.errno == 1644 { "" } else { "ISO 9075" })
            }
            (
                "CATALOG_NAME" | "CURSOR_NAME" | "CONSTRAINT_CATALOG" | "CONSTRAINT_SCHEMA"
                | "CONSTRAINT_NAME" | "SCHEMA_NAME" | "TABLE_NAME" | "COLUMN_NAME",
                Some(_),
            ) => Value::text(""),
            _ => {
                let what = format!("diagnostics item {item}");
                return Err(ErrorKind::unsupported(what).nowhere());
            }
        });
    }
    for ((name, _), value) in items.iter().zip(values) {
        session.state.set_variable(&name.to_ascii_lowercase(), value);
    }
    Ok((None, Vec::new()))
}

fn warnings(session: &Session, shown: fn(&Warning) -> bool) -> CommandRows {
    let rows = session.last_warnings().iter().filter(|w| shown(w)).map(|w| {
        let errno = Value::Int(i64::from(w.errno));
        vec![Value::text(w.level), errno, Value::text(&w.message)]
    });
    (named(&["Level", "Code", "Message"]), rows.collect())
}

fn named(names: &[&str]) -> Option<Vec<crate::plan::node::ResultColumn>> {
    Some(names.iter().map(|name| result_column(name, Type::Unknown)).collect())
}

/// The variables that can be read.
const VARIABLES: [&str; 21] = [
    "auto_increment_increment",
    "auto_increment_offset",
    "autocommit",
    "character_set_client",
    "character_set_connection",
    "character_set_database",
    "character_set_results",
    "character_set_server",
    "collation_connection",
    "collation_database",
    "collation_server",
    "default_storage_engine",
    "foreign_key_checks",
    "innodb_autoinc_lock_mode",
    "innodb_strict_mode",
    "max_error_count",
    "sql_mode",
    "time_zone",
    "transaction_isolation",
    "unique_checks",
    "version",
];

/// A system variable as SHOW VARIABLES shows it.
fn variable_text(settings: &Settings, name: &str) -> Value {
    let switch = |on: bool| Value::text(if on { "ON" } else { "OFF" });
    match name {
        "autocommit" => switch(!settings.manual_commit),
        "foreign_key_checks" => switch(settings.foreign_keys),
        "innodb_autoinc_lock_mode" => Value::text("2"),
        "auto_increment_increment" | "auto_increment_offset" => Value::text("1"),
        "max_error_count" => Value::text("1024"),
        "unique_checks" => Value::text("ON"),
        "sql_mode" => Value::Text(settings.sql_mode.clone()),
        "time_zone" => Value::text("SYSTEM"),
        "transaction_isolation" => Value::text("REPEATABLE-READ"),
        "version" => Value::text(mysql_types::VERSION),
        "default_storage_engine" => Value::text("InnoDB"),
        "innodb_strict_mode" => Value::text("ON"),
        _ if name.starts_with("character_set_") && VARIABLES.contains(&name) => {
            Value::text("utf8mb4")
        }
        _ if name.starts_with("collation_") && VARIABLES.contains(&name) => {
            Value::text(mysql_types::DEFAULT_COLLATION.name)
        }
        _ => Value::Null,
    }
}

/// The value of `@@name`; none where there is no such variable here.
pub(super) fn variable(settings: &Settings, name: &str) -> Option<Value> {
    let name = name.to_ascii_lowercase();
    let name = name.strip_prefix("session.").or(name.strip_prefix("global.")).unwrap_or(&name);
    let shown = variable_text(settings, name);
    match (name, shown) {
        (_, Value::Null) => None,
        (
            "autocommit"
            | "foreign_key_checks"
            | "innodb_autoinc_lock_mode"
            | "innodb_strict_mode"
            | "unique_checks"
            | "auto_increment_increment"
            | "auto_increment_offset"
            | "max_error_count",
            Value::Text(text),
        ) => Some(Value::Int(match &*text {
            "ON" => 1,
            "OFF" => 0,
            number => number.parse().unwrap_or(0),
        })),
        (_, value) => Some(value),
    }
}

fn set(session: &mut Session, store: &mut Store, variable: &SetVariable) -> Result<()> {
    let name = variable.name.text.to_ascii_lowercase();
    let span = variable.name.span;
    if variable.user {
        let value = session.evaluate(store, &variable.value)?;
        session.state.set_variable(&name, value);
        return Ok(());
    }
    if variable.scope.as_deref().is_some_and(|scope| scope != "SESSION") {
        return Err(ErrorKind::unsupported("SET GLOBAL").at(span));
    }
    // A bare word is a value here.
    let value = match &variable.value.kind {
        ExprKind::Column(column) if column.table.is_none() => Value::Text(column.name.text.clone()),
        ExprKind::Default => Value::text("DEFAULT"),
        _ => session.evaluate(store, &variable.value)?,
    };
    let text = mysql_types::print(&value).to_ascii_uppercase();
    let on = match &*text {
        "1" | "ON" | "TRUE" | "DEFAULT" => Some(true),
        "0" | "OFF" | "FALSE" => Some(false),
        _ => None,
    };
    let wrong = || {
        let message = format!("Variable '{name}' can't be set to the value of '{text}'");
        let report = entry(1231, "42000", "ER_WRONG_VALUE_FOR_VAR", message);
        ErrorKind::Report(Box::new(report)).at(span)
    };
    let settings = Rc::make_mut(&mut session.state.settings);
    match &*name {
        "sql_mode" => {
            let mode = if text == "DEFAULT" { DEFAULT_MODE } else { &text };
            set_mode(settings, mode).map_err(|kind| kind.at(span))
        }
        "foreign_key_checks" => {
            settings.foreign_keys = on.ok_or_else(wrong)?;
            Ok(())
        }
        "autocommit" => {
            let on = on.ok_or_else(wrong)?;
            let commits = on && settings.manual_commit;
            settings.manual_commit = !on;
            match commits && session.transaction() == TxnState::Open {
                true => session.commit_now(store),
                false => Ok(()),
            }
        }
        // "SET TRANSACTION Statement", the scope of the next transaction.
        "transaction" if session.transaction() == TxnState::Open => {
            let message =
                "Transaction characteristics can't be changed while a transaction is in progress";
            let code = "ER_CANT_CHANGE_TX_CHARACTERISTICS";
            let report = entry(1568, "25001", code, message.to_string());
            Err(ErrorKind::Report(Box::new(report)).at(span))
        }
        "transaction" => Ok(()),
        // Text is always UTF-8 here.
        "names" | "character_set_client" | "character_set_results" | "character_set_connection"
            if matches!(&*text, "UTF8MB4" | "UTF8" | "UTF8MB3" | "DEFAULT") =>
        {
            if let Some(note) = mysql_types::charset_note(&text) {
                session.warn(note);
            }
            Ok(())
        }
        // Keys are checked all the same (unique_checks, "the storage engine may").
        "unique_checks" if on.is_some() => Ok(()),
        "time_zone" if matches!(&*text, "+00:00" | "UTC" | "SYSTEM" | "DEFAULT") => Ok(()),
        "sql_safe_updates" if on == Some(false) => Ok(()),
        // Nobody is waited for.
        "innodb_lock_wait_timeout" | "lock_wait_timeout" | "wait_timeout" => Ok(()),
        _ => {
            if OTHER_VARIABLES.split(' ').any(|known| known == &*name)
                || VARIABLES.contains(&&*name)
            {
                return Err(ErrorKind::unsupported(format!("SET {name}")).at(span));
            }
            let message = format!("Unknown system variable '{}'", variable.name.text);
            let report = entry(1193, "HY000", "ER_UNKNOWN_SYSTEM_VARIABLE", message);
            Err(ErrorKind::Report(Box::new(report)).at(span))
        }
    }
}

/// Variables that scripts set and that are not here.
const OTHER_VARIABLES: &str = "names time_zone timestamp insert_id last_insert_id sql_safe_updates \
    sql_select_limit sql_notes sql_warnings sql_log_bin sql_big_selects max_error_count \
    group_concat_max_len max_execution_time cte_max_recursion_depth div_precision_increment profiling \
    event_scheduler local_infile default_storage_engine character_set_server collation_server \
    collation_connection collation_database transaction_read_only innodb_autoinc_lock_mode \
    sql_generate_invisible_primary_key";

/// The flags that do not change how a text is read.
const MODES: [&str; 9] = [
    "ONLY_FULL_GROUP_BY",
    "NO_AUTO_VALUE_ON_ZERO",
    "STRICT_TRANS_TABLES",
    "STRICT_ALL_TABLES",
    "NO_ZERO_IN_DATE",
    "NO_ZERO_DATE",
    "ERROR_FOR_DIVISION_BY_ZERO",
    "TRADITIONAL",
    "NO_ENGINE_SUBSTITUTION",
];

/// Those that are not here.
const OTHER_MODES: [&str; 10] = [
    "ALLOW_INVALID_DATES",
    "ANSI",
    "ANSI_QUOTES",
    "HIGH_NOT_PRECEDENCE",
    "IGNORE_SPACE",
    "NO_BACKSLASH_ESCAPES",
    "NO_DIR_IN_CREATE",
    "NO_UNSIGNED_SUBTRACTION",
    "PAD_CHAR_TO_FULL_LENGTH",
    "PIPES_AS_CONCAT",
];

fn set_mode(settings: &mut Settings, text: &str) -> std::result::Result<(), ErrorKind> {
    let text = match text {
        "TRADITIONAL" => {
            "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,TRADITIONAL,NO_ENGINE_SUBSTITUTION"
        }
        other => other,
    };
    let given: Vec<&str> = text.split(',').map(str::trim).filter(|m| !m.is_empty()).collect();
    for mode in &given {
        if OTHER_MODES.contains(mode) {
            return Err(ErrorKind::unsupported(format!("sql_mode {mode}")));
        }
        if !MODES.contains(mode) {
            let message = format!("Variable 'sql_mode' can't be set to the value of '{mode}'");
            let report = entry(1231, "42000", "ER_WRONG_VALUE_FOR_VAR", message);
            return Err(ErrorKind::Report(Box::new(report)));
        }
    }
    let has = |mode: &str| given.contains(&mode);
    settings.strict = has("STRICT_TRANS_TABLES") || has("STRICT_ALL_TABLES");
    settings.loose_groups = !has("ONLY_FULL_GROUP_BY");
    // The server lists them in an order of its own.
    let known = MODES.iter().copied().filter(|mode| has(mode));
    settings.sql_mode = Rc::from(known.collect::<Vec<_>>().join(","));
    Ok(())
}
