//! SQLite's PRAGMA as a statement (pragma.html), ATTACH and DETACH. PRAGMAs that list definitions are in
//! `sqlite_catalog`.

use std::cmp::Ordering;
use std::rc::Rc;

use super::CommandRows;
use super::sqlite_catalog;
use crate::catalog::{Catalog, ForeignKey, Object, Sequence, Space, Table, View};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::plan::{PlanState, Planner, Settings};
use crate::session::Session;
use crate::store::Store;
use crate::syntax::ast::{self, ExprKind, Literal, Statement, StatementKind, UnaryOp};
use crate::txn::TxnState;
use crate::types::Type;
use crate::types::number::leading_int;
use crate::value::{Value, ValueRef, compare};

/// PRAGMAs of SQLite that are not here. A name that is in no list is no PRAGMA at all, which
/// SQLite passes over (pragma.c, `pragmaLocate`).
const MISSING: &[&str] = &[
    "cache_spill",
    "compile_options",
    "default_cache_size",
    "freelist_count",
    "function_list",
    "module_list",
    "page_count",
    "pragma_list",
    "schema_version",
    "temp_store_directory",
];

/// What setting a PRAGMA that changes nothing here does.
enum Plain {
    /// It holds a truth value.
    Flag,
    /// It holds a truth value that this engine cannot change.
    Fixed,
    /// It holds a number that is read from the text so; none leaves it as it is.
    Number(Read),
    /// The same, and setting it gives it back.
    Echo(Read),
    /// As a number, while the database is empty.
    Layout(Read),
}

type Read = fn(&str) -> Option<i64>;

/// PRAGMAs that are about files, memory and speed, with their values in a new database in memory, and
/// what they take (pragma.c; compared with SQLite 3.54).
static PLAIN: &[(&str, i64, Plain)] = &[
    ("analysis_limit", 0, Plain::Echo(|text| text.parse().ok().filter(|n| *n >= 0))),
    (
        "auto_vacuum",
        0,
        Plain::Layout(|text| {
            let known = ["none", "full", "incremental"];
            let word = known.iter().position(|word| text.eq_ignore_ascii_case(word));
            let number = leading_int(text);
            Some(word.map_or(if (0..3).contains(&number) { number } else { 0 }, |at| at as i64))
        }),
    ),
    ("automatic_index", 1, Plain::Flag),
    ("busy_timeout", 0, Plain::Echo(not_below_zero)),
    ("cache_size", -2000, Plain::Number(|text| Some(leading_int(text)))),
    ("cell_size_check", 0, Plain::Flag),
    ("checkpoint_fullfsync", 0, Plain::Flag),
    ("count_changes", 0, Plain::Flag),
    ("data_version", 1, Plain::Fixed),
    ("empty_result_callbacks", 0, Plain::Flag),
    ("full_column_names", 0, Plain::Fixed),
    ("fullfsync", 0, Plain::Flag),
    ("hard_heap_limit", 0, Plain::Echo(|text| text.parse().ok().filter(|n| *n >= 0))),
    ("journal_size_limit", -1, Plain::Echo(|text| Some(leading_int(text).max(-1)))),
    ("legacy_alter_table", 0, Plain::Fixed),
    ("max_page_count", 4_294_967_294, Plain::Fixed),
    (
        "page_size",
        4096,
        Plain::Layout(|text| {
            Some(leading_int(text)).filter(|n| (512..=65536).contains(n) && n.count_ones() == 1)
        }),
    ),
    ("query_only", 0, Plain::Flag),
    ("read_uncommitted", 0, Plain::Flag),
    ("reverse_unordered_selects", 0, Plain::Fixed),
    (
        "secure_delete",
        0,
        Plain::Echo(|text| match text.eq_ignore_ascii_case("fast") {
            true => Some(2),
            false => Some(i64::from(is_true_text(text))),
        }),
    ),
    ("short_column_names", 1, Plain::Fixed),
    ("soft_heap_limit", 0, Plain::Echo(|text| text.parse().ok().filter(|n| *n >= 0))),
    ("synchronous", 2, Plain::Number(|text| Some(safety_level(text)))),
    (
        "temp_store",
        0,
        Plain::Number(|text| {
            Some(match text.as_bytes().first() {
                Some(digit @ b'0'..=b'2') => i64::from(digit - b'0'),
                _ if text.eq_ignore_ascii_case("file") => 1,
                _ if text.eq_ignore_ascii_case("memory") => 2,
                _ => 0,
            })
        }),
    ),
    (
        "threads",
        0,
        Plain::Echo(|text| text.parse().ok().filter(|n| *n >= 0).map(|n: i64| n.min(8))),
    ),
    ("trusted_schema", 1, Plain::Flag),
    ("wal_autocheckpoint", 1000, Plain::Echo(not_below_zero)),
    ("writable_schema", 0, Plain::Fixed),
];

fn not_below_zero(text: &str) -> Option<i64> {
    Some(leading_int(text).max(0))
}

/// What `synchronous` makes of a text (pragma.c, getSafetyLevel).
fn safety_level(text: &str) -> i64 {
    let words = [("off", 0), ("no", 0), ("false", 0), ("on", 1), ("yes", 1), ("true", 1)];
    let more = [("extra", 3), ("full", 2)];
    let known = words.iter().chain(&more).find(|(word, _)| text.eq_ignore_ascii_case(word));
    let level = match (text.as_bytes().first(), known) {
        (Some(b'0'..=b'9'), _) => leading_int(text) & 0xff,
        (_, Some((_, level))) => *level,
        (_, None) => 1,
    };
    // It is kept one higher, in three bits, and never as 0.
    ((level + 1) & 7).max(1) - 1
}

/// PRAGMAs that the database keeps a number of.
const COUNTERS: &[&str] = &["application_id", "user_version"];

/// The value of a PRAGMA that has one.
pub(super) fn value(
    pragma: &str,
    schema: &str,
    settings: &Settings,
    catalog: &Catalog,
) -> Option<Value> {
    if !COUNTERS.contains(&pragma) {
        return setting(pragma, settings);
    }
    let key = catalog.key(schema, Space::Counter, pragma);
    Some(Value::Int(match catalog.get(&key) {
        Some(Object::Sequence(kept)) => kept.start,
        _ => 0,
    }))
}

/// Whether [`value`] knows it.
pub(super) fn has_value(pragma: &str) -> bool {
    COUNTERS.contains(&pragma) || setting(pragma, &Settings::default()).is_some()
}

/// The value of a PRAGMA that the connection keeps.
fn setting(pragma: &str, settings: &Settings) -> Option<Value> {
    let flag = match pragma {
        "foreign_keys" => settings.foreign_keys,
        "defer_foreign_keys" => settings.defer_foreign_keys,
        "recursive_triggers" => settings.recursive_triggers,
        "ignore_check_constraints" => settings.ignore_checks,
        "journal_mode" => return Some(Value::text("memory")),
        "locking_mode" => {
            let mode = if exclusive(settings) == 1 { "exclusive" } else { "normal" };
            return Some(Value::text(mode));
        }
        "encoding" => return Some(Value::text("UTF-8")),
        _ => {
            let set = settings.pragmas.iter().find(|(set, _)| *set == pragma).map(|s| s.1);
            let first = PLAIN.iter().find(|(known, ..)| *known == pragma).map(|p| p.1);
            return set.or(first).map(Value::Int);
        }
    };
    Some(Value::Int(i64::from(flag)))
}

/// The name of the column that a PRAGMA gives its value in.
pub(super) fn column_of(pragma: &str) -> &str {
    if pragma == "busy_timeout" { "timeout" } else { pragma }
}

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
        if let Some(value) = self::value(&pragma, schema, &session.state.settings, store.catalog())
        {
            return Ok(single(column_of(&pragma), value));
        }
    }
    let settings = Rc::make_mut(&mut session.state.settings);
    let flag = match pragma.as_str() {
        // Inside a transaction it has no effect (foreignkeys.html, section 2).
        "foreign_keys" if value.is_some() && !idle => return Ok((None, Vec::new())),
        "foreign_keys" => &mut settings.foreign_keys,
        "defer_foreign_keys" => &mut settings.defer_foreign_keys,
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

/// The value of a PRAGMA as text, whatever it is written as.
fn argument(value: &ast::Expr) -> Value {
    match &value.kind {
        ExprKind::Literal(Literal::Integer(n)) => Value::text(&n.to_string()),
        ExprKind::Literal(Literal::Number(text) | Literal::Text(text)) => Value::Text(text.clone()),
        ExprKind::Column(name) => Value::Text(name.name.text.clone()),
        ExprKind::Literal(Literal::Bool(word)) => Value::text(if *word { "true" } else { "false" }),
        ExprKind::Unary(UnaryOp::Minus, inner) => {
            Value::text(&["-", &crate::functions::text(&argument(inner))].concat())
        }
        ExprKind::Unary(UnaryOp::Plus, inner) | ExprKind::Paren(inner) => argument(inner),
        _ => Value::Null,
    }
}

fn integer(value: &ast::Expr) -> i64 {
    match &value.kind {
        ExprKind::Literal(Literal::Integer(n)) => *n,
        ExprKind::Unary(UnaryOp::Minus, inner) => integer(inner).wrapping_neg(),
        ExprKind::Unary(UnaryOp::Plus, inner) | ExprKind::Paren(inner) => integer(inner),
        ExprKind::Literal(Literal::Text(text)) => leading_int(text),
        _ => 0,
    }
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

/// A setting that is kept and changes nothing.
fn plain(
    session: &mut Session,
    pragma: &str,
    value: Option<&ast::Expr>,
    name: &ast::Ident,
    empty: bool,
) -> Result<CommandRows> {
    let (idle, temp) = (session.transaction() == TxnState::Idle, session.state.temp_opened);
    let Some((known, first, kind)) = PLAIN.iter().find(|(known, ..)| *known == pragma) else {
        return Ok((None, Vec::new()));
    };
    let pragmas = &mut Rc::make_mut(&mut session.state.settings).pragmas;
    let at = pragmas.iter().position(|(set, _)| set == known);
    let Some(value) = value else { return Ok((None, Vec::new())) };
    let written = argument(value);
    let written = crate::functions::text(&written);
    let new = match kind {
        Plain::Flag | Plain::Fixed => Some(i64::from(truth(value))),
        // Of a database with tables only how it is vacuumed, when it is.
        Plain::Layout(read) if !empty => {
            let old = at.filter(|at| pragma == "auto_vacuum" && pragmas[*at].1 != 0);
            old.and_then(|_| read(&written)).filter(|new| *new != 0)
        }
        Plain::Number(read) | Plain::Echo(read) | Plain::Layout(read) => read(&written),
    };
    let new = new.unwrap_or_else(|| at.map_or(*first, |at| pragmas[at].1));
    if matches!(kind, Plain::Fixed) && new != *first && pragma != "data_version" {
        return Err(ErrorKind::unsupported(format!("PRAGMA {pragma}={new}")).at(name.span));
    }
    // It would begin TEMP anew.
    if pragma == "temp_store" && temp && new != at.map_or(*first, |at| pragmas[at].1) {
        let message = "temporary storage cannot be changed from within a transaction";
        return Err(match idle {
            true => ErrorKind::unsupported("PRAGMA temp_store once there are TEMP tables"),
            false => ErrorKind::sqlite(message),
        }
        .at(name.span));
    }
    if pragma == "synchronous" && !idle {
        let message = "Safety level may not be changed inside a transaction";
        return Err(ErrorKind::sqlite(message).at(name.span));
    }
    match at {
        Some(at) => pragmas[at].1 = new,
        None => pragmas.push((known, new)),
    }
    match kind {
        Plain::Echo(_) => Ok(single(column_of(pragma), Value::Int(new))),
        _ => Ok((None, Vec::new())),
    }
}

/// A database in memory is always locked. What is asked of no database is the mode of new ones.
fn locking_mode(settings: &mut Settings, value: Option<&ast::Expr>, asked: bool) -> CommandRows {
    const NAME: &str = "locking_mode";
    let known = [("normal", 0), ("exclusive", 1)];
    let written = value.map(argument).unwrap_or_default();
    let written = crate::functions::text(&written);
    let mode = known.iter().find(|(word, _)| written.eq_ignore_ascii_case(word));
    if let Some((_, mode)) = mode {
        settings.pragmas.retain(|(pragma, _)| *pragma != NAME);
        settings.pragmas.push((NAME, *mode));
    } else if !asked && exclusive(settings) == 0 {
        return single(NAME, Value::text("normal"));
    }
    single(NAME, Value::text("exclusive"))
}

/// The locking mode of new databases: 1 is exclusive.
fn exclusive(settings: &Settings) -> i64 {
    settings.pragmas.iter().find(|(pragma, _)| *pragma == "locking_mode").map_or(0, |p| p.1)
}

/// A database in memory keeps its journal there (pragma.html, journal_mode).
fn journal_mode(value: Option<&ast::Expr>, name: &ast::Ident) -> Result<CommandRows> {
    match value.map(argument) {
        Some(Value::Text(mode)) if mode.eq_ignore_ascii_case("off") => {
            Err(ErrorKind::unsupported("PRAGMA journal_mode=OFF").at(name.span))
        }
        _ => Ok(single("journal_mode", Value::text("memory"))),
    }
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

/// The rows whose foreign keys have no parent.
fn foreign_key_check(
    store: &Store,
    schema: Option<&str>,
    only: Option<Value>,
) -> Result<CommandRows> {
    let catalog = store.catalog();
    let is_relation = |name: &str| {
        catalog.objects().any(|(_, object)| match object {
            Object::Table(table) => table.name.eq_ignore_ascii_case(name),
            Object::View(view) => view.name.eq_ignore_ascii_case(name),
            _ => false,
        })
    };
    if let Some(Value::Text(name)) = &only
        && !is_relation(name)
    {
        return Err(ErrorKind::NoSuchTable { name: name.to_string() }.nowhere());
    }
    let mut rows = Vec::new();
    for table in in_order(catalog, schema) {
        let named =
            |name: &Value| matches!(name, Value::Text(n) if n.eq_ignore_ascii_case(&table.name));
        if !only.as_ref().is_none_or(named) {
            continue;
        }
        let mut keys = Vec::new();
        for key in table.foreign_keys.iter().rev() {
            let found = catalog.get(&catalog.key(&table.schema, Space::Relation, &key.parent));
            let parent = catalog.table(&table.schema, &key.parent).cloned();
            if parent.as_ref().is_some_and(|parent| !is_key(store, key, parent))
                || matches!(found, Some(Object::View(_)))
            {
                let (child, parent) = (table.name.to_string(), key.parent.to_string());
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

/// The tables of a database in the order in which SQLite comes upon them.
fn in_order<'c>(catalog: &'c Catalog, schema: Option<&str>) -> Vec<&'c Rc<Table>> {
    let mut all: Vec<&str> = vec!["main", "temp"];
    for table in catalog.tables() {
        if !all.iter().any(|s| table.schema.eq_ignore_ascii_case(s)) {
            all.push(&table.schema);
        }
    }
    let mut tables = Vec::new();
    for database in all {
        if schema.is_some_and(|s| !s.eq_ignore_ascii_case(database)) {
            continue;
        }
        let mut made = vec![(0, Rc::from("sqlite_master"), None)];
        for (_, object) in catalog.objects() {
            let (id, own, name, table) = match object {
                Object::Table(t) => (t.id, &t.schema, &t.name, Some(t)),
                Object::View(v) => (v.id, &v.schema, &v.name, None),
                _ => continue,
            };
            if own.eq_ignore_ascii_case(database) {
                made.push((sqlite_catalog::made(id, name), name.clone(), table));
            }
        }
        sort_by_number(&mut made, &mut |m| m.0);
        let made = made.into_iter().map(|(_, name, table)| (name, table)).collect();
        let found = super::sqlite_order::hashed(made);
        tables.extend(found.into_iter().filter_map(|(_, table)| table));
    }
    tables
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
                    && own.iter().all(|c| columns.contains(c))
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

/// As [`truth`], of a text.
fn is_true_text(text: &str) -> bool {
    is_true_word(text) || leading_int(text) != 0 && text.starts_with(|c: char| c.is_ascii_digit())
}

fn single(name: &str, value: Value) -> CommandRows {
    let column = sqlite_catalog::column(name, Type::Unknown, "");
    (Some(vec![column]), vec![vec![value]])
}
