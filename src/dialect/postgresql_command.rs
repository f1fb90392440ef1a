//! PostgreSQL's SET, SHOW and RESET (chapter "Server Configuration"). What a setting would change
//! and the engine does not is an error; the others are kept and shown.

use std::rc::Rc;

use super::CommandRows;
use super::postgresql_values::report;
use crate::collation::BINARY;
use crate::error::{ErrorKind, Result};
use crate::plan::function::Function;
use crate::plan::node::ResultColumn;
use crate::session::Session;
use crate::state::{SessionState, SetBefore, Warning};
use crate::store::Store;
use crate::syntax::ast::{
    ExprKind, Literal, SetVariable, Show, Statement, StatementKind, TransactionModes,
};
use crate::txn::TxnState;
use crate::types::Type;
use crate::value::Value;

/// Settings, what they begin with, and whether another value would change what statements do.
const SETTINGS: &[(&str, &str, bool)] = &[
    ("application_name", "", false),
    ("bytea_output", "hex", true),
    ("check_function_bodies", "on", false),
    ("client_encoding", "UTF8", true),
    ("client_min_messages", "notice", false),
    ("constraint_exclusion", "partition", false),
    ("datestyle", "ISO, MDY", true),
    ("default_transaction_isolation", "read committed", true),
    ("default_transaction_read_only", "off", true),
    ("enable_bitmapscan", "on", false),
    ("enable_hashjoin", "on", false),
    ("enable_indexscan", "on", false),
    ("enable_seqscan", "on", false),
    ("extra_float_digits", "1", true),
    ("intervalstyle", "postgres", true),
    ("lc_messages", "C", false),
    ("lock_timeout", "0", false),
    ("max_connections", "100", false),
    ("row_security", "on", false),
    ("search_path", "public", false),
    ("server_encoding", "UTF8", true),
    ("server_version", "18.6", true),
    ("server_version_num", "180006", true),
    ("session_replication_role", "origin", true),
    ("standard_conforming_strings", "on", true),
    ("statement_timeout", "0", false),
    ("synchronous_commit", "on", false),
    ("timezone", "UTC", true),
    ("transaction_isolation", "read committed", true),
    ("transaction_read_only", "off", true),
    ("work_mem", "4MB", false),
];

/// Carries out such a statement.
///
/// # Errors
/// Settings that are not there, values that the engine does not have.
pub(super) fn run(
    session: &mut Session,
    store: &mut Store,
    statement: &Statement,
) -> Result<CommandRows> {
    match &statement.kind {
        StatementKind::Show(Show::Variable(name)) => {
            let value = value_of(session, name).ok_or_else(|| unknown(name).nowhere())?;
            let name =
                SETTINGS.iter().find(|s| s.0.eq_ignore_ascii_case(name)).map_or(&**name, |s| s.0);
            let name = match name {
                "timezone" => "TimeZone",
                "datestyle" => "DateStyle",
                "intervalstyle" => "IntervalStyle",
                name => name,
            };
            let column = ResultColumn {
                name: Rc::from(name),
                origin: None,
                ty: Type::Text,
                declared: Rc::from(""),
                collation: &BINARY,
                collates: false,
            };
            Ok((Some(vec![column]), vec![vec![Value::text(&value)]]))
        }
        StatementKind::Set(variables) => {
            for variable in variables {
                let lost = variable.scope.as_deref() == Some("LOCAL") && !in_block(session);
                if lost {
                    warn_outside(session, "SET LOCAL");
                }
                let state = &session.state;
                let before =
                    lost.then(|| (state.variables.clone(), state.settings.clone(), state.quiet));
                set(session, variable)?;
                // It ends with the statement.
                if let Some((variables, settings, quiet)) = before {
                    session.state.variables = variables;
                    session.state.settings = settings;
                    session.state.quiet = quiet;
                }
            }
            Ok((None, Vec::new()))
        }
        StatementKind::SetTransaction(modes) => {
            match in_block(session) {
                true => {
                    may_set(session, modes)?;
                    session.set_modes(*modes);
                }
                false => warn_outside(session, "SET TRANSACTION"),
            }
            Ok((None, Vec::new()))
        }
        StatementKind::Reset { name, .. } => {
            match name {
                None => {
                    session.state.variables.clear();
                    set_path(&mut session.state, "public");
                }
                Some(name) if value_of(session, name).is_none() => {
                    return Err(unknown(name).nowhere());
                }
                Some(name) => {
                    remember(session, name, false);
                    session.state.variables.retain(|(k, _)| !k.eq_ignore_ascii_case(name));
                    if name.eq_ignore_ascii_case("search_path") {
                        set_path(&mut session.state, "public");
                    }
                }
            }
            session.state.quiet = 0;
            Ok((None, Vec::new()))
        }
        StatementKind::Database(extension) => {
            let known = ["\u{1}", &extension.name.text].concat();
            let settings = &session.state.settings;
            let made = &*extension.name.text == "plpgsql"
                || settings.databases.iter().any(|(name, _)| **name == *known);
            if !made {
                let settings = std::rc::Rc::make_mut(&mut session.state.settings);
                settings.databases.push((known.into(), "".into()));
                return Ok((None, Vec::new()));
            }
            let mut message = ["extension \"", &extension.name.text, "\" already exists"].concat();
            if !extension.unless {
                return Err(ErrorKind::Report(Box::new(report("42710", message))).nowhere());
            }
            message.push_str(", skipping");
            session.state.warnings.push(Warning {
                level: "NOTICE",
                errno: 0,
                code: "42710".to_string(),
                sqlstate: String::new(),
                message,
            });
            Ok((None, Vec::new()))
        }
        StatementKind::Utility { tag, relation } => {
            let refused = |code: &str, words: &str| {
                Err(ErrorKind::Report(Box::new(report(code, format!("{tag} {words}")))).nowhere())
            };
            if *tag == "VACUUM" && in_block(session) {
                return refused("25001", "cannot run inside a transaction block");
            }
            if *tag == "LOCK TABLE" && !in_block(session) {
                return refused("25P01", "can only be used in transaction blocks");
            }
            if let Some(relation) = relation {
                let catalog = store.catalog();
                let schema = relation.schema.as_ref().map(|s| &*s.text);
                let settings = &session.state.settings;
                let name = &relation.name.text;
                if super::postgresql_catalog::find(catalog, settings, schema, name).is_none() {
                    let message = format!("relation \"{}\" does not exist", relation.name.text);
                    return Err(ErrorKind::Report(Box::new(report("42P01", message))).nowhere());
                }
            }
            Ok((None, Vec::new()))
        }
        _ => Err(ErrorKind::unsupported("this statement").at(statement.span)),
    }
}

fn warn_outside(session: &mut Session, what: &str) {
    let message = format!("{what} can only be used in transaction blocks");
    let (level, code) = ("WARNING", "25P01".to_string());
    session.state.warnings.push(Warning {
        level,
        errno: 0,
        code,
        sqlstate: String::new(),
        message,
    });
}

/// Whether a transaction block is open.
fn in_block(session: &Session) -> bool {
    session.transaction() != TxnState::Idle
}

/// The value of a setting now.
fn value_of(session: &Session, name: &str) -> Option<String> {
    let (read_only, level) = session.modes();
    match (name, level) {
        ("transaction_read_only", _) if read_only => return Some("on".to_string()),
        ("transaction_isolation", Some(level)) => return Some(level.to_string()),
        _ => {}
    }
    let given = session.state.variables.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    if let Some((_, Value::Text(value))) = given {
        return Some(value.to_string());
    }
    let known = SETTINGS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name));
    known.map(|(_, value, _)| (*value).to_string())
}

/// What is said of a transaction must be said before its first query (variable.c,
/// check_transaction_read_only and check_transaction_isolation).
fn may_set(session: &Session, modes: &TransactionModes) -> Result<()> {
    let ((read_only, level), (queried, nested)) = (session.modes(), session.is_under_way());
    let level_changes = modes.level.is_some_and(|l| l != level.unwrap_or("read committed"));
    let message = match () {
        () if level_changes && queried => {
            "SET TRANSACTION ISOLATION LEVEL must be called before any query"
        }
        () if level_changes && nested => {
            "SET TRANSACTION ISOLATION LEVEL must not be called in a subtransaction"
        }
        () if modes.read_only != Some(false) || !read_only => return Ok(()),
        () if nested => "cannot set transaction read-write mode inside a read-only transaction",
        () if queried => "transaction read-write mode must be set before any query",
        () => return Ok(()),
    };
    Err(ErrorKind::Report(Box::new(super::postgresql_report::plain("25001", message.to_string())))
        .nowhere())
}

fn unknown(name: &str) -> ErrorKind {
    let message = format!("unrecognized configuration parameter \"{name}\"");
    ErrorKind::Report(Box::new(report("42704", message)))
}

fn set(session: &mut Session, variable: &SetVariable) -> Result<()> {
    let name = variable.name.text.to_ascii_lowercase();
    let known = SETTINGS.iter().find(|(known, ..)| *known == name);
    if known.is_none() && !name.contains('.') {
        return Err(unknown(&name).nowhere());
    }
    remember(session, &name, variable.scope.as_deref() == Some("LOCAL"));
    session.state.variables.retain(|(other, _)| *other != name);
    let value = match &variable.value.kind {
        ExprKind::Row(names) => {
            let mut text = String::new();
            for name in names {
                if let ExprKind::Literal(Literal::Text(name)) = &name.kind {
                    text.push_str(if text.is_empty() { "" } else { ", " });
                    text.push_str(&super::postgresql_text::quoted_name(name));
                }
            }
            Some(text)
        }
        ExprKind::Default => None,
        ExprKind::Column(word) => Some(word.name.text.to_string()),
        ExprKind::Literal(Literal::Text(text)) => Some(text.to_string()),
        ExprKind::Literal(Literal::Integer(n)) => Some(n.to_string()),
        ExprKind::Literal(Literal::Bool(on)) => Some(if *on { "on" } else { "off" }.to_string()),
        _ => return Err(ErrorKind::unsupported(format!("this value of {name}")).nowhere()),
    };
    let first = known.map_or("", |(_, first, _)| first);
    let value = value.unwrap_or_else(|| first.to_string());
    if let Some((_, first, true)) = known
        && !same(&name, first, &value)
    {
        return Err(ErrorKind::unsupported(format!("{name} = {value}")).nowhere());
    }
    if name == "client_min_messages" {
        session.state.quiet = match &*value.to_ascii_lowercase() {
            "warning" => 1,
            "error" => 2,
            _ => 0,
        };
    }
    if name == "search_path" {
        set_path(&mut session.state, &value);
    }
    session.state.variables.push((name, Value::text(&value)));
    Ok(())
}

/// Notes what a setting was before the open transaction sets it.
fn remember(session: &mut Session, name: &str, local: bool) {
    if !in_block(session) {
        return;
    }
    let state = &mut session.state;
    let known = state.variables.iter().find(|(known, _)| *known == name);
    let path = (state.settings.database.clone(), state.settings.attached.clone());
    let before =
        SetBefore { name: name.to_string(), value: known.map(|k| k.1.clone()), local, path };
    state.set.push(before);
}

/// Where bare names are looked up and made from now on: in the schemas of this list. That of the
/// user's name is never there.
fn set_path(state: &mut SessionState, list: &str) {
    let mut names = Vec::new();
    for name in list.split(',') {
        let name = super::postgresql_catalog::folded(name);
        if name != "$user" {
            names.push(Rc::from(name));
        }
    }
    let settings = Rc::make_mut(&mut state.settings);
    settings.database = None;
    if names.first().is_none_or(|first| **first != *"public") {
        settings.database = Some(if names.is_empty() { Rc::from("") } else { names.remove(0) });
    }
    settings.attached = names;
}

/// Whether a value means what the engine does anyhow.
fn same(name: &str, first: &str, value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    match name {
        "timezone" => matches!(&*value, "utc" | "gmt" | "etc/utc" | "zulu" | "z"),
        "client_encoding" => matches!(&*value, "utf8" | "utf-8" | "unicode"),
        "datestyle" => value.starts_with("iso"),
        _ => value == first.to_ascii_lowercase(),
    }
}

/// `current_setting(name [, missing_ok])`.
pub(super) static SETTING: Function = Function {
    name: "current_setting",
    strict: true,
    pure: false,
    call: |host, args| {
        let name = super::postgresql_values::print(&args[0]);
        let given = &host.session().variables;
        let given = given.iter().find(|(known, _)| known.eq_ignore_ascii_case(&name));
        if let Some((_, value)) = given {
            return Ok(value.clone());
        }
        if matches!(&*name, "transaction_isolation" | "transaction_read_only") {
            return Err(ErrorKind::unsupported("this current_setting"));
        }
        match SETTINGS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(&name)) {
            Some((_, value, _)) => Ok(Value::text(value)),
            None if matches!(args.get(1), Some(Value::Bool(true))) => Ok(Value::Null),
            None => Err(unknown(&name)),
        }
    },
};

/// `set_config(name, value, is_local)` of a setting that the engine does not know.
pub(super) static SET: Function = Function {
    name: "set_config",
    strict: true,
    pure: false,
    call: |host, args| {
        let name = super::postgresql_values::print(&args[0]).to_ascii_lowercase();
        if name == "search_path" && matches!(args.get(2), Some(Value::Bool(false))) {
            set_path(host.session(), &super::postgresql_values::print(&args[1]));
        } else if !name.contains('.') {
            return Err(ErrorKind::unsupported("set_config of this setting"));
        }
        host.session().set_variable(&name, args[1].clone());
        Ok(args[1].clone())
    },
};
