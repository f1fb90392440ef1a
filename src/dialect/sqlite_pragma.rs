//! SQLite's PRAGMAs that hold a value and change nothing here, and how PRAGMAs read theirs.

use std::rc::Rc;

use super::CommandRows;
use super::sqlite_catalog;
use crate::catalog::{Catalog, Object, Space};
use crate::error::{ErrorKind, Result};
use crate::plan::Settings;
use crate::session::Session;
use crate::syntax::ast::{self, ExprKind, Literal, UnaryOp};
use crate::txn::TxnState;
use crate::types::Type;
use crate::types::number::leading_int;
use crate::value::Value;

/// PRAGMAs of SQLite that are not here. A name that is in no list is no PRAGMA at all, which
/// SQLite passes over (pragma.c, `pragmaLocate`).
pub(super) const MISSING: &[&str] = &[
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
pub(super) enum Plain {
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

pub(super) type Read = fn(&str) -> Option<i64>;

/// PRAGMAs that are about files, memory and speed, with their values in a new database in memory, and
/// what they take (pragma.c; compared with SQLite 3.54).
pub(super) static PLAIN: &[(&str, i64, Plain)] = &[
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

/// A setting that is kept and changes nothing.
pub(super) fn plain(
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
pub(super) fn locking_mode(
    settings: &mut Settings,
    value: Option<&ast::Expr>,
    asked: bool,
) -> CommandRows {
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
pub(super) fn journal_mode(value: Option<&ast::Expr>, name: &ast::Ident) -> Result<CommandRows> {
    match value.map(argument) {
        Some(Value::Text(mode)) if mode.eq_ignore_ascii_case("off") => {
            Err(ErrorKind::unsupported("PRAGMA journal_mode=OFF").at(name.span))
        }
        _ => Ok(single("journal_mode", Value::text("memory"))),
    }
}

/// The value of a PRAGMA as text, whatever it is written as.
pub(super) fn argument(value: &ast::Expr) -> Value {
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

pub(super) fn integer(value: &ast::Expr) -> i64 {
    match &value.kind {
        ExprKind::Literal(Literal::Integer(n)) => *n,
        ExprKind::Unary(UnaryOp::Minus, inner) => integer(inner).wrapping_neg(),
        ExprKind::Unary(UnaryOp::Plus, inner) | ExprKind::Paren(inner) => integer(inner),
        ExprKind::Literal(Literal::Text(text)) => leading_int(text),
        _ => 0,
    }
}

/// `1`, `yes`, `true`, `on` are true (pragma.c, sqlite3GetBoolean).
pub(super) fn truth(value: &ast::Expr) -> bool {
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

pub(super) fn single(name: &str, value: Value) -> CommandRows {
    let column = sqlite_catalog::column(name, Type::Unknown, "");
    (Some(vec![column]), vec![vec![value]])
}
