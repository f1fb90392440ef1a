//! The three dialects: one set of rules each. Nothing below asks which dialect it runs.

pub mod mysql;
mod mysql_assign;
mod mysql_command;
mod mysql_compare;
mod mysql_database;
mod mysql_date;
mod mysql_definition;
mod mysql_deparse;
mod mysql_expr;
mod mysql_expr_report;
mod mysql_foreign;
mod mysql_functions;
mod mysql_json;
mod mysql_json_error;
mod mysql_more;
mod mysql_recursive;
mod mysql_regex;
mod mysql_report;
mod mysql_show;
pub mod mysql_syntax;
mod mysql_time;
mod mysql_trigger;
mod mysql_types;
pub mod postgresql;
mod postgresql_aggregates;
mod postgresql_array;
mod postgresql_cast;
mod postgresql_catalog;
mod postgresql_command;
mod postgresql_decimal;
mod postgresql_definition;
mod postgresql_deparse;
mod postgresql_explain;
mod postgresql_expr;
mod postgresql_expr_report;
mod postgresql_float;
mod postgresql_foreign;
mod postgresql_format;
mod postgresql_functions;
mod postgresql_implies;
mod postgresql_json;
mod postgresql_json_text;
mod postgresql_math;
mod postgresql_operators;
mod postgresql_procedure;
mod postgresql_references;
mod postgresql_refusal;
mod postgresql_regex;
mod postgresql_report;
mod postgresql_sequence;
mod postgresql_stored;
pub mod postgresql_syntax;
mod postgresql_text;
mod postgresql_time;
mod postgresql_triggers;
mod postgresql_types;
mod postgresql_values;
pub mod sqlite;
mod sqlite_analyze;
mod sqlite_catalog;
mod sqlite_checks;
mod sqlite_collation;
mod sqlite_command;
mod sqlite_definition;
mod sqlite_expr;
mod sqlite_expr_report;
mod sqlite_foreign_check;
mod sqlite_functions;
mod sqlite_head;
mod sqlite_order;
mod sqlite_pragma;
mod sqlite_report;
pub mod sqlite_syntax;

use crate::error::{Error, ErrorKind, Report, Result};
use crate::plan::node::ResultColumn;
use crate::plan::{PlanRules, Settings};
use crate::session::{Session, StatementResult};
use crate::state::Warning;
use crate::store::Store;
use crate::syntax::ast::Statement;
use crate::syntax::rules::SyntaxRules;
use crate::txn::TxnRules;
use crate::types::Type;
use crate::value::Value;

/// A database whose behaviour is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite 3.54.
    Sqlite,
    /// PostgreSQL 18.
    Postgresql,
    /// MySQL 8.4.
    Mysql,
}

/// Everything in which a dialect differs.
pub struct Rules {
    /// Lexing and parsing.
    pub syntax: &'static SyntaxRules,
    /// What of a statement is judged before an error of syntax at a place of it, as a statement.
    pub read_before: fn(&str, usize) -> Option<String>,
    /// Planning.
    pub plan: PlanRules,
    /// Transactions.
    pub txn: TxnRules,
    /// The settings that a session begins with.
    pub settings: fn() -> Settings,
    /// What an empty database has.
    pub prepare_store: fn(&mut Store),
    /// The words for an error, given the text that it is about.
    pub report: fn(&Error, &str) -> Report,
    /// The words for a warning: level, kind, number of the row.
    pub warning: fn(&'static str, &ErrorKind, usize) -> Warning,
    /// Puts the name of the database in use into words.
    pub name_database: fn(&mut Report, &Settings),
    /// PREPARE under a name in use takes the name (MySQL); else it is an error.
    pub names_replace: bool,
    /// PRAGMA, SET, SHOW, DESCRIBE.
    pub command: Command,
    /// The line that the database's client shows of a statement that succeeded: PostgreSQL's
    /// command tag, MySQL's info string.
    pub client_line: fn(&StatementResult) -> Option<String>,
    /// The row with which a statement that writes answers, name and number, where it does.
    pub count_row: Option<CountRow>,
    /// The name of a type as the database's protocol gives it.
    pub type_name: fn(&Type) -> String,
    /// Integers, texts and all others as the database prints them; none where values go to
    /// JavaScript as they are.
    pub print: Option<fn(&Value) -> String>,
    /// What makes a value of this result column what is shown of it (MySQL's FLOAT, ZEROFILL).
    pub show: Option<Show>,
}

/// Chooses by a result column how its values are made what is shown of them.
pub type Show = fn(&ResultColumn) -> Option<fn(&ResultColumn, &mut Value)>;

/// What a write answers with, by the settings and by what it did.
pub type CountRow = fn(&Settings, &StatementResult) -> Option<(&'static str, u64)>;

/// Carries out a statement about the session.
pub type Command = fn(&mut Session, &mut Store, &Statement) -> Result<CommandRows>;

/// The rows of such a statement, when it gives any.
pub type CommandRows = (Option<Vec<ResultColumn>>, Vec<Vec<Value>>);

impl Dialect {
    /// The dialects by their names in JavaScript.
    pub const ALL: [(&'static str, Dialect); 3] = [
        ("sqlite", Dialect::Sqlite),
        ("postgresql", Dialect::Postgresql),
        ("mysql", Dialect::Mysql),
    ];

    /// The dialect of a name.
    pub fn from_name(name: &str) -> Option<Dialect> {
        Dialect::ALL.iter().find(|(known, _)| *known == name).map(|(_, dialect)| *dialect)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::Sqlite => "sqlite",
            Dialect::Postgresql => "postgresql",
            Dialect::Mysql => "mysql",
        }
    }

    /// Its rules.
    pub fn rules(self) -> &'static Rules {
        match self {
            Dialect::Sqlite => &sqlite::RULES,
            Dialect::Postgresql => &postgresql::RULES,
            Dialect::Mysql => &mysql::RULES,
        }
    }
}

/// The message of an error by a limit, the same in every dialect since no database has it.
/// The error for a text that should be one statement.
fn count_message(none: bool) -> &'static str {
    match none {
        true => "the text holds no statement",
        false => {
            "the text holds more than one statement: only one can be prepared or given parameters"
        }
    }
}

fn limit_message(what: &str) -> String {
    let meaning = match what {
        "rows" => "more rows than the limit of rows allows",
        "steps" => "more work than the limit of steps allows",
        "depth" | "triggers" => "nesting is deeper than the limit of depth allows",
        "memory" => "rows and values take more memory than the limit allows",
        "timeMs" => "it ran longer than the limit of time allows",
        "sqlLength" => "the SQL text is longer than the limit allows",
        _ => "a limit was reached",
    };
    format!("statement ended: {meaning} ({what})")
}

/// What a dialect says of an error that only another dialect raises. In words, since a derived `Debug`
/// of all errors would be in the download.
const FOREIGN_MESSAGE: &str = "an error that this dialect does not have";

/// The rules of a dialect whose procedures have neither conditions nor messages of their own.
const fn plain_procedures(
    report: fn(&Error, &str) -> Report,
    raised: fn(Report) -> Report,
    print: fn(&Value) -> String,
) -> crate::plan::procedure::ProcedureRules {
    crate::plan::procedure::ProcedureRules {
        print,
        variables_hide_columns: false,
        calls_stand_alone: false,
        routines_apart: false,
        own_variables: [""; 3],
        cursor: |_| ErrorKind::unsupported("cursors"),
        names_clash: false,
        report,
        raised,
        condition: |_| None,
        no_row: None,
        no_return: |_, _| ErrorKind::unsupported("procedures"),
        recursive: None,
    }
}

/// The message of an error for a feature that is not there.
fn unsupported_message(what: &str) -> String {
    format!("not supported by onconflict: {what}")
}

/// Only numbers from 0 on are offsets of frames; the words for others are not known.
fn frame_offset(
    _unit: crate::syntax::ast::FrameUnit,
    _first: bool,
    offset: &crate::value::Value,
) -> crate::plan::expr::Bind<()> {
    match offset {
        crate::value::Value::Int(0..) => Ok(()),
        _ => Err(crate::error::ErrorKind::unsupported("this frame offset")),
    }
}
