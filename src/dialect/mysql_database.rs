//! MySQL's databases: CREATE DATABASE, DROP DATABASE, USE ("CREATE DATABASE Statement", "USE
//! Statement"). A database is a schema of the catalog; which there are is a setting of the session.

use std::rc::Rc;

use super::mysql_report::entry;
use super::{CommandRows, mysql_types};
use crate::error::{ErrorKind, Report, Result};
use crate::plan::Settings;
use crate::plan::function::Function;
use crate::session::Session;
use crate::state::Warning;
use crate::store::Store;
use crate::syntax::ast::{Database, Ident};
use crate::value::Value;

/// Those that are always there and hold nothing of the user's.
const SYSTEM: [&str; 4] = ["information_schema", "mysql", "performance_schema", "sys"];

/// Whether a database is the server's own.
pub(super) fn is_system(name: &str) -> bool {
    SYSTEM.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Stands before a name that keeps its database when messages get the one in use.
pub(super) const AS_IS: &str = "\u{1}";

/// The names of all databases in order.
pub(super) fn names(settings: &Settings) -> Vec<Rc<str>> {
    let mut names: Vec<Rc<str>> = settings.databases.iter().map(|(name, _)| name.clone()).collect();
    names.extend(SYSTEM.map(Rc::from));
    crate::order::sort_by(&mut names, &mut |a, b| a.cmp(b));
    names
}

/// The database in use, empty when there is none.
pub(super) fn current(settings: &Settings) -> &str {
    settings.database.as_deref().unwrap_or_default()
}

/// The words for a database that is not there or is already.
fn said(errno: i32, name: &str) -> Report {
    let (state, code, words) = match errno {
        1007 => ("HY000", "ER_DB_CREATE_EXISTS", ["Can't create database '", "'; database exists"]),
        1008 => {
            ("HY000", "ER_DB_DROP_EXISTS", ["Can't drop database '", "'; database doesn't exist"])
        }
        _ => ("42000", "ER_BAD_DB_ERROR", ["Unknown database '", "'"]),
    };
    entry(errno, state, code, [words[0], name, words[1]].concat())
}

/// `Unknown database`; of no name at all, that none is in use.
pub(super) fn unknown(name: &str) -> Report {
    match name {
        "" => entry(1046, "3D000", "ER_NO_DB_ERROR", "No database selected".to_string()),
        name => said(1049, name),
    }
}

/// `DATABASE()`: NULL when none is in use.
pub(super) static DATABASE: Function = Function {
    name: "database",
    strict: false,
    pure: false,
    call: |host, _| match current(&host.session().settings) {
        "" => Ok(Value::Null),
        name => Ok(Value::text(name)),
    },
};

/// Carries such a statement out. What a dropped database held is gone already.
///
/// # Errors
/// It is there already, or is not.
pub(super) fn run(
    session: &mut Session,
    store: &mut Store,
    database: &Database,
) -> Result<CommandRows> {
    let name = &database.name.text;
    let at = session.state.settings.databases.iter().position(|(known, _)| known == name);
    let verb = database.verb;
    if verb != "USE" {
        session.commit_now(store)?;
    }
    if verb == "CREATE DATABASE" {
        session.state.changes = 1;
    }
    let wrong = match (verb, at) {
        ("CREATE DATABASE", Some(_)) => 1007,
        ("CREATE DATABASE", None) => {
            let collation = mysql_types::table_collation(&database.options);
            let collation = collation.map_err(|kind| kind.at(database.name.span))?;
            let collation = Rc::from(collation.map_or("", |c| c.name));
            let settings = Rc::make_mut(&mut session.state.settings);
            settings.databases.push((name.clone(), collation));
            0
        }
        ("DROP DATABASE", None) => 1008,
        ("DROP DATABASE", Some(at)) => {
            let settings = Rc::make_mut(&mut session.state.settings);
            settings.databases.remove(at);
            if settings.database.as_ref() == Some(name) {
                settings.database = Some(Rc::from(""));
            }
            0
        }
        (_, None) if !SYSTEM.contains(&&**name) => 1049,
        _ => {
            Rc::make_mut(&mut session.state.settings).database = Some(name.clone());
            0
        }
    };
    if wrong != 0 {
        let report = said(wrong, name);
        if !database.unless {
            return Err(ErrorKind::Report(Box::new(report)).at(database.name.span));
        }
        let Report { code, sqlstate, message, .. } = report;
        let note = Warning { level: "Note", errno: wrong, code, sqlstate, message };
        session.state.warnings.push(note);
    }
    Ok((None, Vec::new()))
}

/// Messages are made for the first database; puts the one in use in its place.
pub(super) fn name_database(report: &mut Report, settings: &Settings) {
    let current = current(settings);
    let stays = report.message.contains(AS_IS);
    if stays {
        report.message = report.message.replace(AS_IS, "");
    }
    // A table of a database that is not there.
    if let (1146, Some((name, _))) =
        (report.errno, report.message.get(7..).unwrap_or("").split_once('.'))
    {
        let known = settings.databases.iter().any(|(known, _)| **known == *name);
        if !known && !SYSTEM.contains(&name) && !name.is_empty() && name != "play" {
            *report = unknown(name);
            return;
        }
    }
    if stays || current == "play" || !report.message.contains("play") {
        return;
    }
    let quoted = ["'play.", "`play`.", " play."];
    if current.is_empty() && quoted.iter().any(|q| report.message.contains(q)) {
        *report = unknown("");
        return;
    }
    for quote in quoted {
        report.message = report.message.replace(quote, &quote.replace("play", current));
    }
}

/// What SHOW CREATE DATABASE shows.
///
/// # Errors
/// There is none of that name.
pub(super) fn create_database(settings: &Settings, name: &Ident) -> Result<Vec<Value>> {
    let found = settings.databases.iter().find(|(known, _)| *known == name.text);
    let Some((_, collation)) = found else {
        return Err(ErrorKind::NoSuchDatabase { name: name.text.to_string() }.at(name.span));
    };
    let collation = match &**collation {
        "" => mysql_types::DEFAULT_COLLATION.name,
        given => given,
    };
    let text = format!(
        "CREATE DATABASE {} /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE {collation} */ /*!80016 DEFAULT ENCRYPTION='N' */",
        super::mysql_show::quoted(&name.text)
    );
    Ok(vec![Value::Text(name.text.clone()), Value::text(&text)])
}
