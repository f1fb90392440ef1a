//! MySQL: what a trigger may not say of OLD and NEW, found when it is made (sql_yacc.yy, rules of
//! NEW and OLD; table_trigger_dispatcher.cc).

use super::mysql_report::entry;
use crate::catalog::{NameRule, Table};
use crate::error::ErrorKind;
use crate::syntax::ast::{
    ColumnName, CreateTrigger, ProcStatement, TriggerBody, TriggerEvent, TriggerTime,
};
use crate::syntax::mention::{Mention, mentions, mentions_of_expr};

type Checked = Result<(), ErrorKind>;

fn refused(errno: i32, state: &str, code: &str, message: String) -> Checked {
    Err(ErrorKind::Report(Box::new(entry(errno, state, code, message))))
}

/// Refuses a trigger that cannot be.
pub(super) fn refuse(create: &CreateTrigger, table: &Table) -> Checked {
    let TriggerBody::Block(body) = &create.body else { return Ok(()) };
    body.iter().try_for_each(|statement| refuse_statement(create, table, statement))
}

fn refuse_statement(create: &CreateTrigger, table: &Table, statement: &ProcStatement) -> Checked {
    let mut wrong = Ok(());
    let mut see = |mention: Mention<'_>| {
        if let Mention::Column(name) = mention
            && wrong.is_ok()
        {
            wrong = refuse_name(create, table, name);
        }
    };
    match statement {
        ProcStatement::Sql(sql) => mentions(sql, &mut see),
        ProcStatement::Into { statement, .. } => mentions(statement, &mut see),
        ProcStatement::Assign { target, value } => {
            refuse_assigned(create, target)?;
            mentions_of_expr(value, &mut see);
            if wrong.is_ok() {
                wrong = refuse_name(create, table, target);
            }
        }
        ProcStatement::Declare { value, .. } => {
            value.iter().for_each(|e| mentions_of_expr(e, &mut see));
        }
        ProcStatement::Signal { items, .. } => {
            items.iter().for_each(|(_, e)| mentions_of_expr(e, &mut see));
        }
        ProcStatement::If { branches, otherwise } => {
            branches.iter().for_each(|(condition, _)| mentions_of_expr(condition, &mut see));
            let bodies = branches.iter().flat_map(|(_, body)| body).chain(otherwise);
            for statement in bodies {
                refuse_statement(create, table, statement)?;
            }
        }
        ProcStatement::Block { body, .. } | ProcStatement::Loop(_, body, _) => {
            for statement in body {
                refuse_statement(create, table, statement)?;
            }
        }
        _ => {}
    }
    wrong
}

/// A column of OLD or NEW that the event or the table does not have.
fn refuse_name(create: &CreateTrigger, table: &Table, name: &ColumnName) -> Checked {
    let Some(row) = &name.table else { return Ok(()) };
    let (row, event) = match (row.text.to_ascii_uppercase(), create.events.first()) {
        (row, _) if row != "OLD" && row != "NEW" => return Ok(()),
        (row, Some(TriggerEvent::Insert)) if row == "OLD" => (row, "INSERT"),
        (row, Some(TriggerEvent::Delete)) if row == "NEW" => (row, "DELETE"),
        (row, _) => (row, ""),
    };
    if !event.is_empty() {
        let message = format!("There is no {row} row in on {event} trigger");
        return refused(1363, "HY000", "ER_TRG_NO_SUCH_ROW_IN_TRG", message);
    }
    match table.column(&name.name.text, NameRule::IgnoreCase) {
        Some(_) => Ok(()),
        None => {
            let message = format!("Unknown column '{}' in '{row}'", name.name.text);
            refused(1054, "42S22", "ER_BAD_FIELD_ERROR", message)
        }
    }
}

/// OLD cannot be set, and NEW only before its row is written.
fn refuse_assigned(create: &CreateTrigger, target: &ColumnName) -> Checked {
    let Some(row) = &target.table else { return Ok(()) };
    let message = match &*row.text.to_ascii_uppercase() {
        "OLD" => "Updating of OLD row is not allowed in trigger",
        "NEW" if create.time == TriggerTime::After => {
            "Updating of NEW row is not allowed in after trigger"
        }
        _ => return Ok(()),
    };
    refused(1362, "HY000", "ER_TRG_CANT_CHANGE_ROW", message.to_string())
}

/// A table that a trigger writes while the statement that fired it uses it.
pub(super) fn table_in_use(name: &str) -> ErrorKind {
    let message = format!(
        "Can't update table '{name}' in stored function/trigger because it is already used by statement which invoked this stored function/trigger."
    );
    let code = "ER_CANT_UPDATE_USED_TABLE_IN_SF_OR_TRG";
    ErrorKind::Report(Box::new(entry(1442, "HY000", code, message)))
}

/// SELECT … INTO without a row.
pub(super) fn no_row() -> ErrorKind {
    let message = "No data - zero rows fetched, selected, or processed".to_string();
    ErrorKind::Report(Box::new(entry(1329, "02000", "ER_SP_FETCH_NO_DATA", message)))
}

/// What is wrong with a cursor, see [`crate::plan::procedure::ProcedureRules`].
pub(super) fn cursor(wrong: usize) -> ErrorKind {
    let (errno, state, code, message) = match wrong {
        0 => (1325, "24000", "ER_SP_CURSOR_ALREADY_OPEN", "Cursor is already open"),
        1 => (1326, "24000", "ER_SP_CURSOR_NOT_OPEN", "Cursor is not open"),
        2 => (1328, "HY000", "ER_SP_WRONG_NO_OF_FETCH_ARGS", "Incorrect number of FETCH variables"),
        _ => return no_row(),
    };
    ErrorKind::Report(Box::new(entry(errno, state, code, message.to_string())))
}

/// A function came to its end.
pub(super) fn no_return(name: &str) -> ErrorKind {
    let message = ["FUNCTION ", name, " ended without RETURN"].concat();
    ErrorKind::Report(Box::new(entry(1321, "2F005", "ER_SP_NORETURNEND", message)))
}

/// A routine calls itself ("max_sp_recursion_depth").
pub(super) fn recursive(procedure: bool, name: &str) -> ErrorKind {
    let (errno, code, message) = match procedure {
        true => {
            let message = "Recursive limit 0 (as set by the max_sp_recursion_depth variable) was exceeded for routine ";
            (1456, "ER_SP_RECURSION_LIMIT", [message, name].concat())
        }
        false => {
            let message = "Recursive stored functions and triggers are not allowed.".to_string();
            (1424, "ER_SP_NO_RECURSION", message)
        }
    };
    ErrorKind::Report(Box::new(entry(errno, "HY000", code, message)))
}
