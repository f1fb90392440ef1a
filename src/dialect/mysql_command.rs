//! MySQL's SET, SHOW and DESCRIBE.

use std::rc::Rc;

use super::CommandRows;
use crate::collation::BINARY;
use crate::error::{ErrorKind, Result};
use crate::plan::node::ResultColumn;
use crate::session::Session;
use crate::store::Store;
use crate::syntax::ast::{Show, Statement, StatementKind};
use crate::types::Type;
use crate::value::Value;

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
        StatementKind::Show(Show::Warnings) => Ok(show_warnings(session)),
        StatementKind::Show(Show::Tables) => {
            let names = store.catalog().tables().map(|t| vec![Value::Text(t.name.clone())]);
            Ok((Some(columns(&["Tables_in_play"])), names.collect()))
        }
        StatementKind::Show(_) => Err(ErrorKind::unsupported("this SHOW").at(statement.span)),
        StatementKind::Set(_) => Err(ErrorKind::unsupported("SET").at(statement.span)),
        _ => Err(ErrorKind::unsupported("DESCRIBE").at(statement.span)),
    }
}

fn show_warnings(session: &Session) -> CommandRows {
    let rows = session.last_warnings().iter().map(|w| {
        let errno = Value::Int(i64::from(w.errno));
        vec![Value::text(w.level), errno, Value::text(&w.message)]
    });
    (Some(columns(&["Level", "Code", "Message"])), rows.collect())
}

fn columns(names: &[&str]) -> Vec<ResultColumn> {
    let column = |name: &&str| ResultColumn {
        name: Rc::from(*name),
        origin: None,
        ty: Type::Unknown,
        declared: Rc::from(""),
        collation: &BINARY,
    };
    names.iter().map(column).collect()
}
