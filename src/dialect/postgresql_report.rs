//! PostgreSQL: the words and codes of errors. Sources: appendix "PostgreSQL Error Codes"; texts
//! compared with PostgreSQL 18.

use super::postgresql_values::print;
use crate::error::{
    Described, Error, ErrorKind, ForeignKeySide, ForeignKeyViolation, Found, KeyKind, Report,
    UniqueViolation,
};
use crate::state::Warning;
use crate::value::Value;

/// The words for an error.
pub(super) fn report(error: &Error, _text: &str) -> Report {
    let mut report = words(&error.kind);
    if let (Some(_), Some(schema)) = (&report.schema, &error.schema) {
        report.schema = Some(schema.to_string());
    }
    report
}

/// The words for a notice or warning.
pub(super) fn warning(level: &'static str, kind: &ErrorKind, _row: usize) -> Warning {
    let report = match kind {
        ErrorKind::InTransaction => {
            plain("25001", "there is already a transaction in progress".to_string())
        }
        ErrorKind::NoTransaction { word: "SET CONSTRAINTS" } => {
            let message = "SET CONSTRAINTS can only be used in transaction blocks";
            plain("25P01", message.to_string())
        }
        ErrorKind::NoTransaction { .. } => {
            plain("25P01", "there is no transaction in progress".to_string())
        }
        ErrorKind::NoTrigger { name, table } => {
            let message =
                format!("trigger \"{name}\" for relation \"{table}\" does not exist, skipping");
            plain("00000", message)
        }
        // Types as the grammar makes them: its own words are names of pg_catalog (gram.y).
        ErrorKind::NoFunction { kind, name, args: Some(args) } => {
            let of = |ty: &String| match OWN_TYPES.iter().find(|(word, _)| word == ty) {
                Some((_, name)) => ["pg_catalog.", name].concat(),
                None => ty.to_ascii_lowercase(),
            };
            let args = args.iter().map(of).collect::<Vec<_>>().join(",");
            plain("00000", format!("{kind} {name}({args}) does not exist, skipping"))
        }
        // What was left undone because there was nothing to do.
        ErrorKind::Exists { .. }
        | ErrorKind::ColumnExists { .. }
        | ErrorKind::SchemaExists { .. }
        | ErrorKind::LabelExists { .. } => {
            let report = words(kind);
            Report { message: format!("{}, skipping", report.message), ..report }
        }
        ErrorKind::Report(given) if given.sqlstate == "55000" => {
            plain("00000", format!("{}, skipping", given.message))
        }
        ErrorKind::NoSuchObject { .. }
        | ErrorKind::NoSuchIndex { .. }
        | ErrorKind::NoSuchTable { .. }
        | ErrorKind::NoSuchColumn { .. }
        | ErrorKind::NoSuchDatabase { .. }
        | ErrorKind::Refused(..)
        | ErrorKind::NoConstraint { .. } => {
            plain("00000", format!("{}, skipping", words(kind).message))
        }
        other => words(other),
    };
    // What is told of before the statement runs is a notice too.
    let told = level == "Warning" && matches!(&*report.code, "00000" | "42622");
    let level = if told { "NOTICE" } else { level };
    Warning { level, errno: 0, code: report.code, sqlstate: String::new(), message: report.message }
}

/// An error without a position.
pub(super) fn plain(code: &str, message: String) -> Report {
    Report { code: code.to_string(), sqlstate: code.to_string(), message, ..Report::default() }
}

/// An error whose position in the statement is given.
pub(super) fn placed(code: &str, message: String) -> Report {
    Report { has_position: true, ..plain(code, message) }
}

fn words(kind: &ErrorKind) -> Report {
    match kind {
        ErrorKind::Syntax(Found::Token(token)) => {
            placed("42601", format!("syntax error at or near \"{token}\""))
        }
        ErrorKind::Syntax(Found::End) => {
            placed("42601", "syntax error at end of input".to_string())
        }
        ErrorKind::Syntax(Found::BadToken(token)) => {
            if token.starts_with('\\') || token == "$" {
                return placed("42601", format!("syntax error at or near \"{token}\""));
            }
            if token.starts_with("/*") {
                return placed("42601", format!("unterminated /* comment at or near \"{token}\""));
            }
            if let Some(digits) = token.strip_prefix('$')
                && digits.starts_with(|c: char| c.is_ascii_digit())
            {
                let message = format!("trailing junk after parameter at or near \"{token}\"");
                return placed("42601", message);
            }
            if token.starts_with('$') {
                let message = format!("unterminated dollar-quoted string at or near \"{token}\"");
                return placed("42601", message);
            }
            if token.starts_with(|c: char| c.is_ascii_digit()) {
                let message = format!("trailing junk after numeric literal at or near \"{token}\"");
                return placed("42601", message);
            }
            let what = if token.starts_with('\'') { "string" } else { "identifier" };
            placed("42601", format!("unterminated quoted {what} at or near \"{token}\""))
        }
        ErrorKind::NoSuchTable { name } => {
            placed("42P01", format!("relation \"{name}\" does not exist"))
        }
        ErrorKind::NoSuchColumn { name, table: None } => {
            placed("42703", format!("column {} does not exist", quoted_name(name)))
        }
        ErrorKind::NoSuchColumn { name, table: Some(table) } => {
            placed("42703", format!("column \"{name}\" of relation \"{table}\" does not exist"))
        }
        ErrorKind::AmbiguousColumn { name } => {
            placed("42702", format!("column reference \"{name}\" is ambiguous"))
        }
        ErrorKind::ReadOnlyTransaction { command } => {
            let of = if *command == "COPY" { " FROM" } else { "" };
            plain("25006", format!("cannot execute {command}{of} in a read-only transaction"))
        }
        ErrorKind::NotOfConstraint { name, of, kind } => plain(
            "42809",
            format!("constraint \"{name}\" of relation \"{of}\" is not a {kind}"),
        ),
        ErrorKind::UnreachableBranch => plain(
            "42601",
            "unreachable WHEN clause specified after unconditional WHEN clause".to_string(),
        ),
        ErrorKind::Refused(why, of) => super::postgresql_refusal::words(*why, of),
        ErrorKind::LabelExists { label } => {
            plain("42710", format!("enum label \"{label}\" already exists"))
        }
        ErrorKind::NoLabel { label } => {
            plain("22023", format!("\"{label}\" is not an existing enum label"))
        }
        ErrorKind::NoSuchProcedure { name, args } => {
            let hint = "No procedure matches the given name and argument types. You might need to add explicit type casts.";
            let message = format!("procedure {name}({}) does not exist", args.join(", "));
            Report { hint: Some(hint.to_string()), ..placed("42883", message) }
        }
        ErrorKind::WrongCall { name, args, procedure } => {
            let (what, hint) = match procedure {
                true => ("a procedure", "To call a procedure, use CALL."),
                false => ("not a procedure", "To call a function, use SELECT."),
            };
            let message = format!("{name}({}) is {what}", args.join(", "));
            Report { hint: Some(hint.to_string()), ..placed("42809", message) }
        }
        ErrorKind::WrongRows { detail } => {
            let message = "structure of query does not match function result type".to_string();
            Report { detail: Some(detail.clone()), ..plain("42804", message) }
        }
        ErrorKind::NoSuchFunction { name, args } => Report {
            hint: Some(
                "No function matches the given name and argument types. You might need to add explicit type casts."
                    .to_string(),
            ),
            ..placed("42883", format!("function {name}({}) does not exist", args.join(", ")))
        },
        ErrorKind::NoSuchCollation { name } => {
            placed("42704", format!("collation \"{name}\" for encoding \"UTF8\" does not exist"))
        }
        ErrorKind::NoSuchIndex { name } => plain("42704", format!("index \"{name}\" does not exist")),
        ErrorKind::NoSuchObject { kind, name } => {
            let relation = matches!(*kind, "sequence" | "table" | "view");
            let code = if relation { "42P01" } else { "42704" };
            plain(code, format!("{kind} \"{name}\" does not exist"))
        }
        ErrorKind::NoSuchConstraint { constraint, table } => {
            let message = format!("constraint \"{constraint}\" for table \"{table}\" does not exist");
            plain("42704", message)
        }
        ErrorKind::Exists { name, .. } => plain("42P07", format!("relation \"{name}\" already exists")),
        ErrorKind::WrongKind { name, kind, .. } => plain("42809", format!("\"{name}\" is not a {kind}")),
        ErrorKind::RequiredBy { kind, name, by } => {
            let by = described(by);
            Report {
                hint: Some(format!("You can drop {by} instead.")),
                ..plain("2BP01", format!("cannot drop {kind} {name} because {by} requires it"))
            }
        }
        ErrorKind::DuplicateColumn { name } => {
            plain("42701", format!("column \"{name}\" specified more than once"))
        }
        ErrorKind::SecondPrimaryKey { table } => {
            placed("42P16", format!("multiple primary keys for table \"{table}\" are not allowed"))
        }
        ErrorKind::UnknownType { declared, .. } => {
            let declared = declared.as_deref().unwrap_or_default();
            placed("42704", format!("type \"{declared}\" does not exist"))
        }
        ErrorKind::ValueCount { columns, values, .. } if values > columns => {
            placed("42601", "INSERT has more expressions than target columns".to_string())
        }
        ErrorKind::ValueCount { .. } => {
            placed("42601", "INSERT has more target columns than expressions".to_string())
        }
        ErrorKind::RepeatedColumn { name } => {
            placed("42701", format!("column \"{name}\" specified more than once"))
        }
        ErrorKind::RaiseCount { many } => {
            let few = if *many { "many" } else { "few" };
            plain("42601", format!("too {few} parameters specified for RAISE"))
        }
        ErrorKind::KeyColumnTwice { name, primary } => {
            let kind = if *primary { "primary key" } else { "unique" };
            placed("42701", format!("column \"{name}\" appears twice in {kind} constraint"))
        }
        ErrorKind::UnseenColumn { name, table } => Report {
            detail: Some(format!(
                "There is a column named \"{name}\" in table \"{table}\", but it cannot be referenced from this part of the query."
            )),
            ..placed("42703", format!("column \"{name}\" does not exist"))
        },
        ErrorKind::UnseenQualifier { table, .. } => Report {
            detail: Some(format!(
                "There is an entry for table \"{table}\", but it cannot be referenced from this part of the query."
            )),
            ..placed("42P01", format!("invalid reference to FROM-clause entry for table \"{table}\""))
        },
        ErrorKind::SchemaExists { name } => {
            plain("42P06", format!("schema \"{name}\" already exists"))
        }
        ErrorKind::NoSuchDatabase { name } => {
            placed("3F000", format!("schema \"{name}\" does not exist"))
        }
        ErrorKind::ColumnClash { what, column, table } => placed(
            "42601",
            format!("{what} for column \"{column}\" of table \"{table}\""),
        ),
        ErrorKind::GeneratedFromGenerated { name } => Report {
            detail: Some("A generated column cannot reference another generated column.".to_string()),
            ..placed(
                "42P17",
                format!("cannot use generated column \"{name}\" in column generation expression"),
            )
        },
        ErrorKind::IdentityType => {
            plain("22023", "identity column type must be smallint, integer, or bigint".to_string())
        }
        ErrorKind::ColumnInKey { name } => {
            plain("42P16", format!("column \"{name}\" is in a primary key"))
        }
        ErrorKind::IsIdentity { column, table } => plain(
            "55000",
            format!("column \"{column}\" of relation \"{table}\" is already an identity column"),
        ),
        ErrorKind::AliasedQualifier { table, alias } => Report {
            hint: Some(format!("Perhaps you meant to reference the table alias \"{alias}\".")),
            ..placed("42P01", format!("invalid reference to FROM-clause entry for table \"{table}\""))
        },
        ErrorKind::SimilarColumn { name, similar } => Report {
            hint: Some(format!(
                "Perhaps you meant to reference the column \"{}\".",
                similar.join("\" or the column \"")
            )),
            ..placed("42703", format!("column {} does not exist", quoted_name(name)))
        },
        ErrorKind::TooManyViewNames => plain(
            "42601",
            "CREATE VIEW specifies more column names than columns".to_string(),
        ),
        ErrorKind::NoRowSource => placed(
            "0A000",
            "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression"
                .to_string(),
        ),
        ErrorKind::ReturnTypeChanged { name, args } => {
            Report {
                hint: Some(format!("Use DROP FUNCTION {name}({}) first.", args.join(","))),
                ..plain("42P13", "cannot change return type of existing function".to_string())
            }
        }
        ErrorKind::NoOperatorClass { ty } => {
            let hint = "You must specify an operator class for the index or define a default operator class for the data type.";
            Report {
                hint: Some(hint.to_string()),
                ..plain(
                    "42704",
                    format!("data type {ty} has no default operator class for access method \"gist\""),
                )
            }
        }
        ErrorKind::TooManyNames => {
            plain("42601", "too many column names were specified".to_string())
        }
        ErrorKind::AssignedTwice { name } => {
            plain("42601", format!("multiple assignments to same column \"{name}\""))
        }
        ErrorKind::AssignmentCount { .. } => {
            placed("42601", "number of columns does not match number of values".to_string())
        }
        ErrorKind::Unique(violation) => unique(violation),
        ErrorKind::ForeignKey(violation) => foreign_key(violation),
        ErrorKind::NotNull { table, column, row } => Report {
            detail: Some(failing_row(row)),
            schema: Some("public".to_string()),
            table: Some(table.clone()),
            column: Some(column.clone()),
            ..plain(
                "23502",
                format!("null value in column \"{column}\" of relation \"{table}\" violates not-null constraint"),
            )
        },
        ErrorKind::Check { table, constraint, row } => Report {
            detail: Some(failing_row(row)),
            schema: Some("public".to_string()),
            table: Some(table.clone()),
            constraint: Some(constraint.clone()),
            ..plain(
                "23514",
                format!("new row for relation \"{table}\" violates check constraint \"{constraint}\""),
            )
        },
        ErrorKind::SequenceUsedUp { name, end, down } => {
            let most = if *down { "minimum" } else { "maximum" };
            let message = format!("nextval: reached {most} value of sequence \"{name}\" ({end})");
            plain("2200H", message)
        }
        ErrorKind::QualifiedSet { column, table, aliased } => Report {
            hint: (column == table || *aliased).then(|| {
                "SET target columns cannot be qualified with the relation name.".to_string()
            }),
            ..placed("42703", format!("column \"{column}\" of relation \"{table}\" does not exist"))
        },
        ErrorKind::NoKeyColumn { name } => {
            placed("42703", format!("column \"{name}\" named in key does not exist"))
        }
        ErrorKind::NotDeferrable { constraint } => {
            plain("42809", format!("constraint \"{constraint}\" is not deferrable"))
        }
        ErrorKind::NoReturning { name } => {
            placed("0A000", format!("WITH query \"{name}\" does not have a RETURNING clause"))
        }
        ErrorKind::IndexRenamed { from, to } => plain(
            "00000",
            format!("ALTER TABLE / ADD CONSTRAINT USING INDEX will rename index \"{from}\" to \"{to}\""),
        ),
        ErrorKind::ColumnExists { name, table } => plain(
            "42701",
            format!("column \"{name}\" of relation \"{table}\" already exists"),
        ),
        ErrorKind::NotIdentity { column, table } => plain(
            "55000",
            format!("column \"{column}\" of relation \"{table}\" is not an identity column"),
        ),
        ErrorKind::NullsPresent { table, column } => Report {
            schema: Some("public".to_string()),
            table: Some(table.clone()),
            column: Some(column.clone()),
            ..plain("23502", format!("column \"{column}\" of relation \"{table}\" contains null values"))
        },
        ErrorKind::CheckBroken { table, constraint } => Report {
            schema: Some("public".to_string()),
            table: Some(table.clone()),
            constraint: Some(constraint.clone()),
            ..plain(
                "23514",
                format!("check constraint \"{constraint}\" of relation \"{table}\" is violated by some row"),
            )
        },
        ErrorKind::NoConstraint { constraint, table } => plain(
            "42704",
            format!("constraint \"{constraint}\" of relation \"{table}\" does not exist"),
        ),
        ErrorKind::ConstraintExists { constraint, table } => plain(
            "42710",
            format!("constraint \"{constraint}\" for relation \"{table}\" already exists"),
        ),
        ErrorKind::StatementExists { name } => {
            plain("42P05", format!("prepared statement \"{name}\" already exists"))
        }
        ErrorKind::NoSuchStatement { name, .. } => {
            plain("26000", format!("prepared statement \"{name}\" does not exist"))
        }
        ErrorKind::ExecuteArguments { name, wanted, given } => Report {
            detail: Some(format!("Expected {wanted} parameters but got {given}.")),
            ..plain(
                "42601",
                format!("wrong number of parameters for prepared statement \"{name}\""),
            )
        },
        ErrorKind::ArbiterWithoutIndex => plain(
            "42809",
            "constraint in ON CONFLICT clause has no associated index".to_string(),
        ),
        ErrorKind::NoArbiter { .. } => plain(
            "42P10",
            "there is no unique or exclusion constraint matching the ON CONFLICT specification"
                .to_string(),
        ),
        ErrorKind::DeferrableArbiter { table, constraint } => Report {
            table: Some(table.clone()),
            schema: Some("public".to_string()),
            constraint: Some(constraint.clone()),
            ..plain(
                "55000",
                "ON CONFLICT does not support deferrable unique constraints/exclusion constraints as arbiters"
                    .to_string(),
            )
        },
        ErrorKind::SecondTouch { merge: true } => Report {
            hint: Some(
                "Ensure that not more than one source row matches any one target row.".to_string(),
            ),
            ..plain("21000", "MERGE command cannot affect row a second time".to_string())
        },
        ErrorKind::SecondTouch { merge: false } => Report {
            hint: Some(
                "Ensure that no rows proposed for insertion within the same command have duplicate constrained values."
                    .to_string(),
            ),
            ..plain(
                "21000",
                "ON CONFLICT DO UPDATE command cannot affect row a second time".to_string(),
            )
        },
        ErrorKind::Depended { dropped, by } => {
            let what = match dropped {
                Some(dropped) => format!("{} because other objects depend on it", described(dropped)),
                None => "desired object(s) because other objects depend on them".to_string(),
            };
            let lines: Vec<String> = by
                .iter()
                .map(|(what, on)| format!("{} depends on {}", described(what), described(on)))
                .collect();
            Report {
                detail: Some(lines.join("\n")),
                hint: Some("Use DROP ... CASCADE to drop the dependent objects too.".to_string()),
                ..plain("2BP01", format!("cannot drop {what}"))
            }
        }
        ErrorKind::DropsAlong { gone } => {
            let what = match &gone[..] {
                [one] => described(one),
                all => format!("{} other objects", all.len()),
            };
            plain("00000", format!("drop cascades to {what}"))
        }
        ErrorKind::TruncatesAlong { table } => {
            plain("00000", format!("truncate cascades to table \"{table}\""))
        }
        ErrorKind::NotOfKind { name, kind } => plain("42809", format!("{name} is not a {kind}")),
        ErrorKind::NoFunction { kind, name, args: None } => {
            plain("42883", format!("could not find a {kind} named \"{name}\""))
        }
        ErrorKind::NoFunction { kind, name, args: Some(args) } => {
            plain("42883", format!("{kind} {name}({}) does not exist", args.join(", ")))
        }
        ErrorKind::WhenWithoutRow { row } => {
            let event = if *row == "OLD" { "INSERT" } else { "DELETE" };
            placed("42P17", format!("{event} trigger's WHEN condition cannot reference {row} values"))
        }
        ErrorKind::PendingEvents { verb, table } => {
            let why = "because it has pending trigger events";
            plain("55006", format!("cannot {verb} \"{table}\" {why}"))
        }
        ErrorKind::TypeExists { name, of_relation } => Report {
            hint: of_relation.then(|| TYPES_OF_RELATIONS.to_string()),
            ..plain("42710", format!("type \"{name}\" already exists"))
        },
        ErrorKind::RepeatedLabel { label } => {
            plain("22023", format!("enum label \"{label}\" used more than once"))
        }
        ErrorKind::Domain { domain, constraint } => {
            let (code, message) = match constraint {
                Some(constraint) => (
                    "23514",
                    format!("value for domain {domain} violates check constraint \"{constraint}\""),
                ),
                None => ("23502", format!("domain {domain} does not allow null values")),
            };
            let (schema, name) = domain.split_once('.').unwrap_or(("public", domain));
            Report {
                schema: Some(schema.to_string()),
                data_type: Some(name.to_string()),
                constraint: constraint.clone(),
                ..plain(code, message)
            }
        }
        ErrorKind::DomainBroken { table, column, null } => {
            let (code, words) = match null {
                true => ("23502", "null values"),
                false => ("23514", "values that violate the new constraint"),
            };
            Report {
                schema: Some("public".to_string()),
                table: Some(table.clone()),
                column: Some(column.clone()),
                ..plain(code, format!("column \"{column}\" of table \"{table}\" contains {words}"))
            }
        }
        ErrorKind::CopyFields { missing: Some(column) } => {
            plain("22P04", format!("missing data for column \"{column}\""))
        }
        ErrorKind::CopyFields { missing: None } => {
            plain("22P04", "extra data after last expected column".to_string())
        }
        ErrorKind::AmbiguousVariable { name } => Report {
            detail: Some(
                "It could refer to either a PL/pgSQL variable or a table column.".to_string(),
            ),
            ..plain("42702", format!("column reference \"{name}\" is ambiguous"))
        },
        ErrorKind::SystemColumn { name } => {
            placed("0A000", format!("cannot assign to system column \"{name}\""))
        }
        ErrorKind::FunctionExists { name } => {
            plain("42723", format!("function \"{name}\" already exists with same argument types"))
        }
        ErrorKind::NoTrigger { name, table } => {
            plain("42704", format!("trigger \"{name}\" for table \"{table}\" does not exist"))
        }
        ErrorKind::ChangedByTrigger { delete } => {
            let what = if *delete { "deleted" } else { "updated" };
            let hint = "Consider using an AFTER trigger instead of a BEFORE trigger to propagate changes to other rows.";
            let message = format!("tuple to be {what} was already modified by an operation triggered by the current command");
            Report { hint: Some(hint.to_string()), ..plain("27000", message) }
        }
        ErrorKind::CircularView { name } => plain(
            "42P17",
            format!("infinite recursion detected in rules for relation \"{name}\""),
        ),
        ErrorKind::NotTriggerFunction { name } => {
            plain("42P17", format!("function {name} must return type trigger"))
        }
        ErrorKind::TriggerExists { name, table } => {
            plain("42710", format!("trigger \"{name}\" for relation \"{table}\" already exists"))
        }
        ErrorKind::TriggerTime { name, time, is_view } => {
            let (what, detail) = match (is_view, *time) {
                (false, _) => ("table", "Tables cannot have INSTEAD OF triggers."),
                (true, _) => ("view", "Views cannot have row-level BEFORE or AFTER triggers."),
            };
            let detail = Some(detail.to_string());
            Report { detail, ..plain("42809", format!("\"{name}\" is a {what}")) }
        }
        ErrorKind::NoSuchVariable { name } => {
            placed("42601", format!("\"{name}\" is not a known variable"))
        }
        ErrorKind::NoSuchField { record, field } => {
            plain("42703", format!("record \"{record}\" has no field \"{field}\""))
        }
        ErrorKind::RecordUnassigned { record } => Report {
            detail: Some("The tuple structure of a not-yet-assigned record is indeterminate.".to_string()),
            ..plain("55000", format!("record \"{record}\" is not assigned yet"))
        },
        ErrorKind::NoDestination => Report {
            hint: Some(
                "If you want to discard the results of a SELECT, use PERFORM instead.".to_string(),
            ),
            ..plain("42601", "query has no destination for result data".to_string())
        },
        ErrorKind::NotOneRow { none: true } => plain("P0002", "query returned no rows".to_string()),
        ErrorKind::NotOneRow { none: false } => Report {
            hint: Some("Make sure the query returns a single row, or use LIMIT 1.".to_string()),
            ..plain("P0003", "query returned more than one row".to_string())
        },
        ErrorKind::NothingCaught => plain(
            "0Z002",
            "RAISE without parameters cannot be used outside an exception handler".to_string(),
        ),
        ErrorKind::TransactionAborted => plain(
            "25P02",
            "current transaction is aborted, commands ignored until end of transaction block"
                .to_string(),
        ),
        ErrorKind::NoTransaction { word } => {
            plain("25P01", format!("{word} can only be used in transaction blocks"))
        }
        ErrorKind::NoSuchSavepoint { name } => {
            plain("3B001", format!("savepoint \"{name}\" does not exist"))
        }
        ErrorKind::LongName { name } => {
            // scansup.c, truncate_identifier.
            let kept = crate::syntax::cut(name, super::postgresql_syntax::SYNTAX.max_name);
            let words = ["identifier \"", name, "\" will be truncated to \"", kept, "\""];
            plain("42622", words.concat())
        }
        ErrorKind::ParameterCount { given, wanted } => plain(
            "08P01",
            format!("bind message supplies {given} parameters, but prepared statement \"\" requires {wanted}"),
        ),
        ErrorKind::StatementCount { none: true } => {
            plain("42601", super::count_message(true).to_string())
        }
        ErrorKind::StatementCount { none: false } => plain(
            "42601",
            "cannot insert multiple commands into a prepared statement".to_string(),
        ),
        ErrorKind::AlwaysGenerated { column, identity, update, .. } => {
            always_generated(column, *identity, *update)
        }
        ErrorKind::CheckOptionOfView { why, .. } => Report {
            hint: Some(why.to_string()),
            ..plain(
                "0A000",
                "WITH CHECK OPTION is supported only on automatically updatable views".to_string(),
            )
        },
        ErrorKind::OutsideView { view, row } => Report {
            detail: Some(failing_row(row)),
            ..plain("44000", format!("new row violates check option for view \"{view}\""))
        },
        ErrorKind::ViewNotWritable { name, verb, why } => {
            let (doing, event) = match *verb {
                "insert into" => ("inserting into", "INSERT"),
                "update" => ("updating", "UPDATE"),
                _ => ("deleting from", "DELETE"),
            };
            Report {
                detail: Some(why.to_string()),
                hint: Some(format!(
                    "To enable {doing} the view, provide an INSTEAD OF {event} trigger or an unconditional ON {event} DO INSTEAD rule."
                )),
                ..plain("55000", format!("cannot {verb} view \"{name}\""))
            }
        }
        ErrorKind::NotWritable { name, .. } => plain("42809", format!("cannot change \"{name}\"")),
        ErrorKind::Limit { what } => plain("54000", super::limit_message(what)),
        ErrorKind::Unsupported { what } => placed("0A000", super::unsupported_message(what)),
        ErrorKind::Constant(kind) => words(kind),
        ErrorKind::Report(report) => (**report).clone(),
        other => super::postgresql_expr_report::words(other),
    }
}

const TYPES_OF_RELATIONS: &str = "A relation has an associated type of the same name, so you must use a name that doesn't conflict with any existing type.";

fn always_generated(column: &str, identity: bool, update: bool) -> Report {
    let message = match update {
        true => format!("column \"{column}\" can only be updated to DEFAULT"),
        false => format!("cannot insert a non-DEFAULT value into column \"{column}\""),
    };
    let what = if identity { "an identity" } else { "a generated" };
    let rest = if identity { " defined as GENERATED ALWAYS" } else { "" };
    Report {
        detail: Some(format!("Column \"{column}\" is {what} column{rest}.")),
        hint: (identity && !update).then(|| "Use OVERRIDING SYSTEM VALUE to override.".to_string()),
        ..plain("428C9", message)
    }
}

fn quoted_name(name: &str) -> String {
    if name.contains('.') { name.to_string() } else { format!("\"{name}\"") }
}

fn unique(violation: &UniqueViolation) -> Report {
    let UniqueViolation { table, index, columns, key, creating, .. } = violation;
    let list = |values: &[Value]| {
        let values: Vec<String> = values.iter().map(print_or_null).collect();
        // Names are quoted where they must be; expressions are not names.
        let name = |c: &String| {
            if c.contains("::") && !c.contains('(') {
                ["(", c, ")"].concat()
            } else if c.contains('(') {
                c.clone()
            } else {
                super::postgresql_text::quoted_name(c)
            }
        };
        let names: Vec<String> = columns.iter().map(name).collect();
        format!("({})=({})", names.join(", "), values.join(", "))
    };
    let base = |code: &str, message: String, detail: String| Report {
        detail: Some(detail),
        schema: Some("public".to_string()),
        table: Some(table.clone()),
        constraint: Some(index.clone()),
        ..plain(code, message)
    };
    if violation.key_kind == KeyKind::Exclusion {
        let (message, word) = match creating {
            true => ("could not create exclusion constraint", ""),
            false => ("conflicting key value violates exclusion constraint", "existing "),
        };
        let existing = list(&violation.existing_key);
        let detail = format!("Key {} conflicts with {word}key {existing}.", list(key));
        return base("23P01", format!("{message} \"{index}\""), detail);
    }
    if *creating {
        let detail = format!("Key {} is duplicated.", list(key));
        return base("23505", format!("could not create unique index \"{index}\""), detail);
    }
    let detail = format!("Key {} already exists.", list(key));
    base("23505", format!("duplicate key value violates unique constraint \"{index}\""), detail)
}

/// An object as messages about dependencies name it (objectaddress.c).
fn described(object: &Described) -> String {
    let Described { kind, name, of } = object;
    match of {
        None => format!("{kind} {name}"),
        Some(table) if kind.ends_with("column") => format!("{kind} {name} of table {table}"),
        Some(table) => format!("{kind} {name} on table {table}"),
    }
}

/// A key without a parent, or a parent with children (ri_triggers.c, ri_ReportViolation).
fn foreign_key(violation: &ForeignKeyViolation) -> Report {
    let ForeignKeyViolation { child, parent, constraint, columns, key, side, .. } = violation;
    let values: Vec<String> = key.iter().map(print_or_null).collect();
    let key_text = format!("Key ({})=({})", columns.join(", "), values.join(", "));
    let (code, message, detail) = match side {
        ForeignKeySide::Child => {
            let mixed = key.iter().any(Value::is_null);
            let detail = match mixed {
                true => {
                    "MATCH FULL does not allow mixing of null and nonnull key values.".to_string()
                }
                false => format!("{key_text} is not present in table \"{parent}\"."),
            };
            let message = format!(
                "insert or update on table \"{child}\" violates foreign key constraint \"{constraint}\""
            );
            ("23503", message, detail)
        }
        ForeignKeySide::Parent => (
            "23503",
            format!(
                "update or delete on table \"{parent}\" violates foreign key constraint \"{constraint}\" on table \"{child}\""
            ),
            format!("{key_text} is still referenced from table \"{child}\"."),
        ),
        ForeignKeySide::Restrict => (
            "23001",
            format!(
                "update or delete on table \"{parent}\" violates RESTRICT setting of foreign key constraint \"{constraint}\" on table \"{child}\""
            ),
            format!("{key_text} is referenced from table \"{child}\"."),
        ),
    };
    Report {
        detail: Some(detail),
        schema: Some("public".to_string()),
        table: Some(child.clone()),
        constraint: Some(constraint.clone()),
        ..plain(code, message)
    }
}

/// `Failing row contains (1, x, null).`; a value of more than 64 bytes is cut (execMain.c,
/// ExecBuildSlotValueDescription).
fn failing_row(row: &[Value]) -> String {
    let values: Vec<String> = row.iter().map(|v| shortened(&print_or_null(v))).collect();
    format!("Failing row contains ({}).", values.join(", "))
}

fn shortened(text: &str) -> String {
    if text.len() <= 64 {
        return text.to_string();
    }
    let mut end = 64;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}...", &text[..end])
}

fn print_or_null(value: &Value) -> String {
    if value.is_null() { "null".to_string() } else { print(value) }
}

/// Types that the grammar knows by words of its own.
const OWN_TYPES: [(&str, &str); 18] = [
    ("BIGINT", "int8"),
    ("BIT", "bit"),
    ("BOOLEAN", "bool"),
    ("CHAR", "bpchar"),
    ("CHARACTER", "bpchar"),
    ("CHARACTER VARYING", "varchar"),
    ("DECIMAL", "numeric"),
    ("DOUBLE PRECISION", "float8"),
    ("FLOAT", "float8"),
    ("INT", "int4"),
    ("INTEGER", "int4"),
    ("INTERVAL", "interval"),
    ("NUMERIC", "numeric"),
    ("REAL", "float4"),
    ("SMALLINT", "int2"),
    ("TIMESTAMP", "timestamp"),
    ("TIMESTAMP WITH TIME ZONE", "timestamptz"),
    ("VARCHAR", "varchar"),
];
