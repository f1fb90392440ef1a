//! Results and errors of the engine to plain data. Traces are in `convert_trace`, definitions in
//! `convert_schema`.

use super::cell::{Cell, cells};
use super::dto;
use super::positions::Positions;
use crate::dialect::Dialect;
use crate::error::{Conflict, ErrorKind, Undo};
use crate::plan::node::ResultColumn;
use crate::session::{Failure, StatementResult};
use crate::span::Span;
use crate::txn::TxnState;

/// The dialect.
pub fn dialect(dialect: Dialect) -> dto::Dialect {
    match dialect {
        Dialect::Sqlite => dto::Dialect::Sqlite,
        Dialect::Postgresql => dto::Dialect::Postgresql,
        Dialect::Mysql => dto::Dialect::Mysql,
    }
}

/// Where the transaction stands.
pub fn transaction(state: TxnState) -> dto::TransactionState {
    match state {
        TxnState::Idle => dto::TransactionState::Idle,
        TxnState::Open => dto::TransactionState::Open,
        TxnState::Failed => dto::TransactionState::Failed,
    }
}

/// How much was taken back.
pub fn undone(undo: Undo) -> dto::Undone {
    match undo {
        Undo::Nothing => dto::Undone::Nothing,
        Undo::Statement => dto::Undone::Statement,
        Undo::Transaction => dto::Undone::Transaction,
    }
}

/// Whose word it is, from its name in the engine.
pub fn origin(name: &str) -> dto::ClauseOrigin {
    match name {
        "statement" => dto::ClauseOrigin::Statement,
        "constraint" => dto::ClauseOrigin::Constraint,
        _ => dto::ClauseOrigin::Default,
    }
}

/// A kind of constraint, from its name in the engine.
pub fn conflict_kind(name: &str) -> dto::ConflictKind {
    match name {
        "unique" => dto::ConflictKind::Unique,
        "primary key" => dto::ConflictKind::PrimaryKey,
        "rowid" => dto::ConflictKind::Rowid,
        "not null" => dto::ConflictKind::NotNull,
        "foreign key" => dto::ConflictKind::ForeignKey,
        "exclusion" => dto::ConflictKind::Exclusion,
        _ => dto::ConflictKind::Check,
    }
}

/// An error about the statement that stands at `place` of a script, number `index` in it.
pub fn error(
    dialect: Dialect,
    failure: &Failure,
    script: &Positions<'_>,
    place: Span,
    index: usize,
) -> dto::ErrorData {
    let Failure { error, report } = failure;
    let mut data = dto::ErrorData {
        message: report.message.clone(),
        code: report.code.clone(),
        conflict: error.conflict.as_ref().map(|c| conflict(c, error.undo)),
        span: Some(script.span(error.span.unwrap_or(place), 0)),
        statement_index: index,
        ..dto::ErrorData::default()
    };
    match &*error.kind {
        ErrorKind::Unsupported { what } => data.unsupported = Some(what.clone()),
        // How deep triggers may go is the limit of depth; databases have words of their own for it.
        ErrorKind::Limit { what: "triggers" } => data.limit = Some("depth"),
        ErrorKind::Limit { what } => data.limit = Some(what),
        _ => {}
    }
    match dialect {
        Dialect::Sqlite => {
            data.errcode = Some(report.errno);
            data.errstr = Some(sqlite_errstr(report.errno & 0xff));
        }
        Dialect::Postgresql => {
            data.severity = Some("ERROR");
            data.detail = report.detail.clone();
            data.hint = report.hint.clone();
            data.schema = report.schema.clone();
            data.table = report.table.clone();
            data.column = report.column.clone();
            data.data_type = report.data_type.clone();
            data.constraint = report.constraint.clone();
            let span = error.span.filter(|_| report.has_position);
            data.position = span.map(|s| script.character(s.start as usize).to_string());
        }
        Dialect::Mysql => {
            data.errno = Some(report.errno);
            data.sql_state = Some(report.sqlstate.clone());
            data.sql_message = Some(report.message.clone());
        }
    }
    data
}

/// SQLite's words for a primary result code (main.c, sqlite3ErrStr; compared with 3.54).
fn sqlite_errstr(code: i32) -> &'static str {
    match code {
        13 => "database or disk is full",
        18 => "string or blob too big",
        19 => "constraint failed",
        20 => "datatype mismatch",
        21 => "bad parameter or other API misuse",
        _ => "SQL logic error",
    }
}

fn conflict(conflict: &Conflict, undo: Undo) -> dto::Conflict {
    dto::Conflict {
        collision: collision(conflict, undo),
        incoming: dto::Incoming { ordinal: conflict.ordinal, row: cells(&conflict.row) },
        also: conflict.also.iter().map(|other| collision(other, undo)).collect(),
    }
}

fn collision(conflict: &Conflict, undo: Undo) -> dto::Collision {
    let existing = conflict.existing.iter();
    dto::Collision {
        kind: conflict_kind(conflict.kind),
        table: conflict.table.clone(),
        constraint: conflict.constraint.clone(),
        index: conflict.index.clone(),
        columns: conflict.columns.clone(),
        key: cells(&conflict.key),
        existing: existing
            .map(|(rowid, row)| dto::Existing { rowid: Cell::int(*rowid), row: cells(row) })
            .collect(),
        clause: conflict.clause,
        clause_origin: origin(conflict.origin),
        undone: undone(undo),
    }
}

/// A statement's result without its rows. `index` is its number in the script.
pub fn result(
    dialect: Dialect,
    result: &StatementResult,
    script: &Positions<'_>,
    index: usize,
) -> dto::ResultData {
    let columns = result.columns.as_deref().unwrap_or_default();
    let mut data = dto::ResultData {
        columns: columns.iter().map(|c| c.name.to_string()).collect(),
        column_types: None,
        rows: Vec::new(),
        changes: result.changes,
        last_insert_rowid: Cell::int(result.last_insert_id),
        command: result.command,
        tag: None,
        outcome: outcome(result),
        warnings: result.warnings.iter().map(warning).collect(),
        span: script.span(result.span, 0),
        row_count: None,
        affected_rows: None,
        insert_id: None,
        info: None,
        error: result.error.as_ref().map(|f| error(dialect, f, script, result.span, index)),
    };
    match dialect {
        Dialect::Sqlite => {}
        Dialect::Postgresql => {
            data.column_types = Some(column_types(dialect, columns));
            data.row_count = row_count(result);
            data.tag = (dialect.rules().client_line)(result);
            data.last_insert_rowid = Cell::int(0);
        }
        Dialect::Mysql => {
            data.column_types = Some(column_types(dialect, columns));
            data.affected_rows = Some(result.changes);
            data.insert_id = Some(match u64::try_from(result.insert_id) {
                Ok(_) => Cell::int(result.insert_id),
                // The protocol's number has no sign.
                Err(_) => Cell::Int { int: (result.insert_id as u64).to_string() },
            });
            data.info = (dialect.rules().client_line)(result);
        }
    }
    data
}

fn outcome(result: &StatementResult) -> dto::Outcome {
    let tally = result.tally;
    dto::Outcome {
        inserted: tally.inserted,
        updated: tally.updated,
        replaced: tally.replaced,
        deleted: tally.deleted,
        ignored: tally.ignored,
        unchanged: tally.unchanged,
    }
}

fn warning(warning: &crate::state::Warning) -> dto::Warning {
    dto::Warning {
        level: match warning.level {
            "Note" | "NOTICE" => "Note",
            "Error" => "Error",
            _ => "Warning",
        },
        code: warning.code.clone(),
        errno: (warning.errno != 0).then_some(warning.errno),
        message: warning.message.clone(),
    }
}

/// The number in PostgreSQL's command tag (protocol-message-formats, CommandComplete).
pub fn row_count(result: &StatementResult) -> Option<u64> {
    match result.command {
        "SELECT" => Some(result.rows.len() as u64),
        "INSERT" | "UPDATE" | "DELETE" | "MERGE" => Some(result.changes.unsigned_abs()),
        _ => None,
    }
}

/// Result columns.
pub fn columns(dialect: Dialect, columns: &[ResultColumn]) -> Vec<dto::Column> {
    let types = column_types(dialect, columns);
    let both = columns.iter().zip(types);
    both.map(|(column, r#type)| dto::Column {
        name: column.name.to_string(),
        table: column.origin.as_ref().map(|(table, _)| table.to_string()),
        column: column.origin.as_ref().map(|(_, column)| column.to_string()),
        r#type,
    })
    .collect()
}

fn column_types(dialect: Dialect, columns: &[ResultColumn]) -> Vec<Option<String>> {
    let name = |c: &ResultColumn| match (c.declared.is_empty(), dialect) {
        (false, _) => Some(c.declared.to_string()),
        // SQLite gives expressions no type.
        (true, Dialect::Sqlite) => None,
        (true, Dialect::Postgresql | Dialect::Mysql) => Some((dialect.rules().type_name)(&c.ty)),
    };
    columns.iter().map(name).collect()
}
