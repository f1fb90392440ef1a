//! PostgreSQL: code and words of everything that it alone refuses. In the words, `{}` stands for
//! what the refusal is about, in turn; a second line is the DETAIL, a third the HINT. Texts
//! compared with PostgreSQL 18.

use super::postgresql_report::placed;
use crate::error::{Refusal, Report};

/// The report of a refusal.
pub(super) fn words(why: Refusal, of: &[String]) -> Report {
    let (code, template) = template(why);
    let mut of = of.iter();
    let mut text = String::new();
    for (number, part) in template.split("{}").enumerate() {
        if number > 0 {
            text.push_str(of.next().map_or("", |word| word));
        }
        text.push_str(part);
    }
    let mut lines = text.split('\n').map(str::to_string);
    let message = lines.next().unwrap_or_default();
    let detail = lines.next().filter(|line| !line.is_empty());
    // A call that is wrong only when it runs has no place.
    let has_position = !matches!(why, Refusal::TriggerCalled);
    Report { detail, hint: lines.next(), has_position, ..placed(code, message) }
}

fn template(why: Refusal) -> (&'static str, &'static str) {
    use Refusal as R;
    match why {
        R::NoSchemaSelected => ("3F000", "no schema has been selected to create in"),
        R::SchemaName => (
            "42939",
            "unacceptable schema name \"{}\"\nThe prefix \"pg_\" is reserved for system schemas.",
        ),
        R::OnCommit => ("42P16", "ON COMMIT can only be used on temporary tables"),
        R::MisplacedDefault => ("42601", "DEFAULT is not allowed in this context"),
        R::DefaultType => {
            ("42804", "default for column \"{}\" cannot be cast automatically to type {}")
        }
        R::InBlock => ("25001", "{} cannot run inside a transaction block"),
        R::NoDomainConstraint => ("42704", "constraint \"{}\" of domain \"{}\" does not exist"),
        R::DomainConstraintExists => {
            ("42710", "constraint \"{}\" for domain \"{}\" already exists")
        }
        R::TiesUnordered => ("42601", "WITH TIES cannot be specified without ORDER BY clause"),
        R::LimitPair => {
            ("42601", "LIMIT #,# syntax is not supported\n\nUse separate LIMIT and OFFSET clauses.")
        }
        R::NoParameter => ("42P02", "there is no parameter {}"),
        R::MatchPartial => ("0A000", "MATCH PARTIAL not yet implemented"),
        R::NotOfViews => (
            "42809",
            "ALTER action {} cannot be performed on relation \"{}\"\nThis operation is not supported for views.",
        ),
        R::NoCondition => ("42704", "unrecognized exception condition \"{}\""),
        R::BadSqlstate => ("42601", "invalid SQLSTATE code at or near \"{}\""),
        R::NoLoop => ("42601", "{} cannot be used outside a loop{}"),
        R::NoLabel => (
            "42601",
            "there is no label \"{}\" attached to any block or loop enclosing this statement",
        ),
        R::NullOption => ("22004", "RAISE statement option cannot be null"),
        R::NoSetGiven => ("42804", "cannot use RETURN {} in a non-SETOF function"),
        R::MissingExpression => ("42601", "missing expression at or near \"{}\""),
        R::ReturnOfProcedure => ("42601", "RETURN cannot have a parameter in {}"),
        R::ReturnOfSet => {
            ("42804", "RETURN cannot have a parameter in {}\n\nUse RETURN NEXT or RETURN QUERY.")
        }
        R::ReturnGiven => ("42804", "RETURN cannot have a parameter in {}"),
        R::AmbiguousTerm => ("42702", "ORDER BY \"{}\" is ambiguous"),
        R::NoEquality => ("42883", "could not identify an equality operator for type json"),
        R::NoOrdering => (
            "42883",
            "could not identify an ordering operator for type json\n\nUse an explicit ordering operator or modify the query.",
        ),
        R::WithTwice => ("42712", "WITH query name \"{}\" specified more than once"),
        R::RecursiveForm => (
            "42P19",
            "recursive query \"{}\" does not have the form non-recursive-term UNION [ALL] recursive-term",
        ),
        R::RecursiveReference => {
            ("42P19", "recursive reference to query \"{}\" must not appear {}")
        }
        R::RecursiveClause => ("0A000", "{} in a recursive query is not implemented"),
        R::RecursiveAggregate => {
            ("42P19", "aggregate functions are not allowed in a recursive query's recursive term")
        }
        R::RecursiveType => (
            "42804",
            "recursive query \"{}\" column {} has type {} in non-recursive term but type {} overall\n\nCast the output of the non-recursive term to the correct type.",
        ),
        R::NotInSight => (
            "42P01",
            "relation \"{}\" does not exist\nThere is a WITH item named \"{}\", but it cannot be referenced from this part of the query.\nUse WITH RECURSIVE, or re-order the WITH items to remove forward references.",
        ),
        R::WithColumns => {
            ("42P10", "WITH query \"{}\" has {} columns available but {} columns specified")
        }
        R::ColumnOfPart => (
            "42703",
            "column \"{}\" does not exist\nThere is a column named \"{}\" in table \"*SELECT* {}\", but it cannot be referenced from this part of the query.",
        ),
        R::ManyRows => ("P0003", "query returned more than one row"),
        R::IdentityIsNotNull => ("42601", "column \"{}\" of relation \"{}\" is an identity column"),
        R::NotDropped => ("42809", "\"{}\" is not {}\n\nUse DROP {} to remove {}."),
        R::NotValidatable => (
            "42809",
            "cannot validate constraint \"{}\" of relation \"{}\"\nThis operation is not supported for this type of constraint.",
        ),
        R::IdentityNotNull => ("55000", "column \"{}\" of relation \"{}\" is an identity column"),
        R::NoIndex => ("42704", "index \"{}\" does not exist"),
        R::IndexElsewhere => ("55000", "index \"{}\" does not belong to table \"{}\""),
        R::IndexInUse => ("55000", "index \"{}\" is already associated with a constraint"),
        R::SetNullColumns => {
            ("0A000", "a column list with SET NULL is only supported for ON DELETE actions")
        }
        R::Misplaced => ("42601", "misplaced {} clause"),
        R::DeferrableTwice => ("42601", "multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed"),
        R::ParameterTypes => {
            ("42P08", "inconsistent types deduced for parameter ${}\n{} versus {}")
        }
        R::ParameterUnclear => ("42P08", "could not determine data type of parameter ${}"),
        R::ParameterUntyped => ("42P18", "could not determine data type of parameter ${}"),
        R::ParameterValue => (
            "42804",
            "parameter ${} of type {} cannot be coerced to the expected type {}\n\nYou will need to rewrite or cast the expression.",
        ),
        R::WhenGenerated => (
            "42P17",
            "BEFORE trigger's WHEN condition cannot reference NEW generated columns\nColumn \"{}\" is a generated column.",
        ),
        R::OptionTwice => ("42601", "conflicting or redundant options"),
        R::SequenceType => ("22023", "sequence type must be smallint, integer, or bigint"),
        R::SequenceCache => ("22023", "CACHE ({}) must be greater than zero"),
        R::ZeroByte => ("22021", "invalid byte sequence for encoding \"UTF8\": 0x00"),
        R::SequenceChanged => ("42809", "cannot change sequence \"{}\""),
        R::IndexOpened => {
            ("42809", "cannot open relation \"{}\"\nThis operation is not supported for indexes.")
        }
        R::InitiallyTwice => ("42601", "multiple INITIALLY IMMEDIATE/DEFERRED clauses not allowed"),
        R::ConstantKey => ("42601", "non-integer constant in {}"),
        R::DeferredNotDeferrable => {
            ("42601", "constraint declared INITIALLY DEFERRED must be DEFERRABLE")
        }
        R::HashIndex => ("0A000", "access method \"hash\" does not support {} indexes"),
        R::EventTwice => ("42601", "duplicate trigger events specified at or near \"{}\""),
        R::DefaultMissing => {
            ("42P13", "input parameters after one with a default value must also have defaults")
        }
        R::FunctionPart => ("42P13", "no {} specified"),
        R::NoResultType => ("42P13", "function result type must be specified"),
        R::ReturnMismatch => (
            "42P13",
            "return type mismatch in function declared to return {}\nActual return type is {}.",
        ),
        R::ReturnNothing => (
            "42P13",
            "return type mismatch in function declared to return {}\nFunction's final statement must be SELECT or INSERT/UPDATE/DELETE/MERGE RETURNING.",
        ),
        R::ReturnColumns => (
            "42P13",
            "return type mismatch in function declared to return {}\nFinal statement must return exactly one column.",
        ),
        R::TriggerCalled => ("0A000", "trigger functions can only be called as triggers"),
        R::ReturnNotRow => {
            ("42804", "cannot return non-composite value from function returning composite type")
        }
        R::NullVariable => {
            ("22004", "null value cannot be assigned to variable \"{}\" declared NOT NULL")
        }
        R::VariableWithoutValue => {
            ("22004", "variable \"{}\" must have a default value, since it's declared NOT NULL")
        }
        R::ConstantAssigned => ("22005", "variable \"{}\" is declared CONSTANT"),
        R::NullLoop => ("22004", "FOREACH expression must not be null"),
        R::UnnamedRow => ("42809", "record type has not been registered"),
        R::CopyFormat => ("22023", "COPY format \"{}\" not recognized"),
        R::CopyDelimiter => ("0A000", "COPY delimiter must be a single one-byte character"),
        R::CopyOption => ("42601", "option \"{}\" not recognized"),
        R::CopyQuote => ("22P04", "unterminated CSV quoted field"),
        R::CopyHeaderCount => {
            ("22P04", "wrong number of fields in header line: got {}, expected {}")
        }
        R::CopyHeaderName => {
            ("22P04", "column name mismatch in header line field {}: got \"{}\", expected \"{}\"")
        }
        R::Locking => ("0A000", "FOR {} is not allowed with {}"),
        R::LockingCompound => ("0A000", "FOR {} {}"),
        R::MergeActionMisused => {
            ("42601", "MERGE_ACTION() can only be used in the RETURNING list of a MERGE command")
        }
        R::MergeName => (
            "42712",
            "name \"{}\" specified more than once\nThe name is used both as MERGE target table and data source.",
        ),
        R::SubqueryWidth => ("42601", "subquery has too {} columns"),
        R::DistinctOrder => {
            ("42P10", "for SELECT DISTINCT, ORDER BY expressions must appear in select list")
        }
        R::DistinctOnOrder => {
            ("42P10", "SELECT DISTINCT ON expressions must match initial ORDER BY expressions")
        }
        R::TargetOrder => ("42P10", "{} is not allowed in ON CONFLICT clause"),
        R::SequenceBound => ("22023", "{} ({}) is out of range for sequence data type {}"),
        R::TruncateEachRow => ("0A000", "TRUNCATE FOR EACH ROW triggers are not supported"),
        R::StatementWhen => {
            ("42P17", "statement trigger's WHEN condition cannot reference column values")
        }
        R::TransitionTime => {
            ("42P17", "transition table name can only be specified for an AFTER trigger")
        }
        R::TransitionTruncate => {
            ("0A000", "TRUNCATE triggers with transition tables are not supported")
        }
        R::TransitionOld => {
            ("42P17", "OLD TABLE can only be specified for a DELETE or UPDATE trigger")
        }
        R::TransitionNew => {
            ("42P17", "NEW TABLE can only be specified for an INSERT or UPDATE trigger")
        }
        R::TransitionColumns => {
            ("0A000", "transition tables cannot be specified for triggers with column lists")
        }
        R::TransitionEvents => {
            ("0A000", "transition tables cannot be specified for triggers with more than one event")
        }
        R::TransitionNames => ("42P17", "OLD TABLE name and NEW TABLE name cannot be the same"),
        R::SystemColumnName => ("42701", "column name \"{}\" conflicts with a system column name"),
        R::NotCollatable => ("42804", "collations are not supported by type {}"),
        R::NoTableConstraint => ("42704", "constraint \"{}\" for table \"{}\" does not exist"),
        R::NotEnforced => ("55000", "cannot validate NOT ENFORCED constraint"),
        R::SecondNotNull => (
            "55000",
            "cannot create not-null constraint \"{}\" on column \"{}\" of table \"{}\"\nA not-null constraint named \"{}\" already exists for this column.",
        ),
        R::TypeSeen => (
            "0A000",
            "cannot alter type of a column used by a view or rule\nrule _RETURN on view {} depends on column \"{}\"",
        ),
        R::ViewColumn => (
            "0A000",
            "cannot {} column \"{}\" of view \"{}\"\nView columns that are not columns of their base relation are not updatable.",
        ),
    }
}
