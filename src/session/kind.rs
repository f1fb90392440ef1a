//! What kind of statement it is, by its tree alone.

use crate::syntax::ast::{self, StatementKind};

/// Statements that a failed transaction still takes.
pub(super) fn ends_failed_transaction(kind: &StatementKind) -> bool {
    matches!(kind, StatementKind::Commit { .. } | StatementKind::Rollback { .. })
}

/// Statements that the session itself carries out.
pub(super) fn is_session_statement(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::Begin(_)
            | StatementKind::Commit { .. }
            | StatementKind::Rollback { .. }
            | StatementKind::Savepoint(_)
            | StatementKind::Release(_)
            | StatementKind::Pragma { .. }
            | StatementKind::Set(_)
            | StatementKind::Named(_)
            | StatementKind::Show(_)
            | StatementKind::Describe(_)
            | StatementKind::SetConstraints { .. }
            | StatementKind::SetTransaction(_)
            | StatementKind::Attach { .. }
            | StatementKind::Vacuum(_)
            | StatementKind::Analyze(_)
            | StatementKind::Utility { .. }
            | StatementKind::Database(_)
            | StatementKind::Reset { .. }
            | StatementKind::Detach(_)
            | StatementKind::Lock(_)
    )
}

/// The name of a statement's command, as PostgreSQL's command tags write it.
pub(super) fn command_of(kind: &StatementKind) -> &'static str {
    use ast::ObjectKind;
    match kind {
        StatementKind::Query(_) => "SELECT",
        StatementKind::Insert(insert) if insert.load.is_some() => "LOAD DATA",
        StatementKind::Insert(_) => "INSERT",
        StatementKind::Update(_) => "UPDATE",
        StatementKind::Delete(_) => "DELETE",
        StatementKind::Merge(_) => "MERGE",
        StatementKind::Truncate { .. } => "TRUNCATE TABLE",
        StatementKind::CreateTable(create) => match create.as_query {
            Some(_) if create.no_data => "CREATE TABLE AS WITH NO DATA",
            Some(_) => "CREATE TABLE AS",
            None => "CREATE TABLE",
        },
        StatementKind::CreateIndex(_) => "CREATE INDEX",
        StatementKind::CreateView(_) => "CREATE VIEW",
        StatementKind::CreateTrigger(_) => "CREATE TRIGGER",
        StatementKind::CreateFunction(create) if create.procedure => "CREATE PROCEDURE",
        StatementKind::CreateFunction(_) => "CREATE FUNCTION",
        StatementKind::Call(_) => "CALL",
        StatementKind::SetTransaction(_) => "SET",
        StatementKind::AlterType(..) => "ALTER TYPE",
        StatementKind::AlterDomain(..) => "ALTER DOMAIN",
        StatementKind::Rename { kind: ObjectKind::Index, .. } => "ALTER INDEX",
        StatementKind::Rename { kind: ObjectKind::Trigger, .. } => "ALTER TRIGGER",
        StatementKind::Rename { kind: ObjectKind::View, .. } => "ALTER VIEW",
        StatementKind::Rename { .. } => "ALTER SEQUENCE",
        StatementKind::CreateSequence { .. } => "CREATE SEQUENCE",
        StatementKind::CreateEnum { .. } => "CREATE TYPE",
        StatementKind::CreateDomain { .. } => "CREATE DOMAIN",
        StatementKind::CreateSchema(..) => "CREATE SCHEMA",
        StatementKind::Drop(drop) => match drop.kind {
            ObjectKind::Table => "DROP TABLE",
            ObjectKind::Index => "DROP INDEX",
            ObjectKind::View => "DROP VIEW",
            ObjectKind::Trigger => "DROP TRIGGER",
            ObjectKind::Sequence => "DROP SEQUENCE",
            ObjectKind::Function => "DROP FUNCTION",
            ObjectKind::Procedure => "DROP PROCEDURE",
            ObjectKind::Type => "DROP TYPE",
            ObjectKind::Domain => "DROP DOMAIN",
            ObjectKind::Schema => "DROP SCHEMA",
        },
        StatementKind::AlterTable { .. } => "ALTER TABLE",
        StatementKind::Named(ast::Named::Prepare(..)) => "PREPARE",
        StatementKind::Named(ast::Named::Drop(None)) => "DEALLOCATE ALL",
        StatementKind::Named(ast::Named::Drop(_)) => "DEALLOCATE",
        StatementKind::Named(_) => "EXECUTE",
        StatementKind::Begin(ast::BeginMode::With(modes)) if modes.start => "START TRANSACTION",
        StatementKind::Begin(_) => "BEGIN",
        StatementKind::Commit { .. } => "COMMIT",
        StatementKind::Rollback { .. } => "ROLLBACK",
        StatementKind::Savepoint(_) => "SAVEPOINT",
        StatementKind::Release(_) => "RELEASE",
        StatementKind::SetConstraints { .. } => "SET CONSTRAINTS",
        StatementKind::Pragma { .. } => "PRAGMA",
        StatementKind::Set(_) => "SET",
        StatementKind::Show(_) => "SHOW",
        StatementKind::Describe(_) => "DESCRIBE",
        StatementKind::Explain { .. } => "EXPLAIN",
        StatementKind::Reindex(_) => "REINDEX",
        StatementKind::Analyze(_) => "ANALYZE",
        StatementKind::Vacuum(_) => "VACUUM",
        StatementKind::Utility { tag, .. } | StatementKind::Reset { tag, .. } => tag,
        StatementKind::Database(database) => database.verb,
        StatementKind::Attach { .. } => "ATTACH",
        StatementKind::Detach(_) => "DETACH",
        StatementKind::Lock(tables) if tables.is_empty() => "UNLOCK TABLES",
        StatementKind::Lock(_) => "LOCK TABLES",
        StatementKind::Do(_) => "DO",
        StatementKind::Copy(_) => "COPY",
        StatementKind::AlterSequence { .. } => "ALTER SEQUENCE",
    }
}

/// Makes or drops something temporary.
pub(super) fn is_temporary(kind: &StatementKind) -> bool {
    match kind {
        StatementKind::CreateTable(create) => create.temp,
        StatementKind::Drop(drop) => drop.temp,
        _ => false,
    }
}
