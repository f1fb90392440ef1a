//! SQLite 3.54: all rules of the dialect. Sources are pages of sqlite.org/docs.html and files of
//! its source; whatever was compared was compared with 3.54.1.

use std::rc::Rc;

use super::{
    CommandRows, Rules, sqlite_checks, sqlite_command, sqlite_definition, sqlite_report,
    sqlite_syntax,
};
use crate::catalog::{Column, Index, NameRule, Object, Table};
use crate::collation::{self, Collation};
use crate::error::{ErrorKind, Result};
use crate::plan::node::ResultColumn;
use crate::plan::rules::{
    ArbiterUse, AsIs, Assigned, CheckName, Counting, DdlRules, KeyName, LastId, Mode, TriggerOrder,
    WriteRules,
};
use crate::plan::{PlanRules, Settings};
use crate::session::{Session, StatementResult};
use crate::store::Store;
use crate::syntax::ast::{self, ObjectKind};
use crate::syntax::token_spans;
use crate::txn::{Misplaced, SavepointOutside, TxnRules};
use crate::types::{Affinity, Strict, Type};
use crate::value::Value;

/// The rules.
pub static RULES: Rules = Rules {
    syntax: &sqlite_syntax::SYNTAX,
    read_before: super::sqlite_head::read_before,
    plan: PlanRules {
        column_names: NameRule::IgnoreCase,
        table_names: NameRule::IgnoreCase,
        recursion_limit: None,
        search_path: &["temp", "main"],
        default_schema: "main",
        temp_schema: "temp",
        catalog_view: super::sqlite_catalog::view,
        expr: super::sqlite_expr::EXPR,
        ddl: DdlRules {
            column_type,
            collation: collation_named,
            operator_class: |_, _| Ok(None),
            default_collation: &collation::BINARY,
            rowid_keys: true,
            indexes_per_table: false,
            primary_key_not_null: false,
            null_in_primary_key: None,
            sequence_name: |table, column, _| [table, "_", column, "_seq"].concat(),
            key_name,
            check_name: |_: CheckName<'_>| None,
            merge_equal_keys: true,
            check_name_allowed,
            charset_note: |_| None,
            table_collation: |_| Ok(None),
            column_collation: |_, _| &collation::BINARY,
            schemas_are_closed: true,
            existing_name: |name: &ast::ObjectName, object: &Object| match object {
                Object::Index(index) => index.name.to_string(),
                _ => quoted_as_written(&name.name),
            },
            no_key_column: |_, column| ErrorKind::NoSuchColumn { name: column, table: None },
            no_such_dropped: |kind, _: ObjectKind| kind,
            column_used: None,
            no_such_renamed_key: None,
            no_such_renamed: |name, _| ErrorKind::NoSuchColumn { name, table: None },
            is_serial: |_| false,
            sticky_constraint_names: true,
            constraint_names_index: false,
            key_order: |keys| (0..keys.len()).collect(),
            book_name: Some("sqlite_sequence"),
            autoincrement_book,
            dependents_are_kept: false,
            shown_name: |_, name| name.to_string(),
            alter_coerces: false,
            cut_short: |kind| kind,
            like_copies: None,
            foreign_key_name: |_| None,
            accept_foreign_key: None,
            truncated_parent: None,
            dropped_parent: None,
            column_references: true,
            foreign_keys_indexed: false,
            parents_may_come_later: false,
            made_names_follow: false,
            takes_from_sequence: |_, _| false,
            foreign_action: crate::syntax::ast::FkAction::NoAction,
            foreign_key_text: |_, _, _| String::new(),
            truncate_restarts: false,
            by_settings: |_, _| false,
            zoned_functions: &[],
            refuse: sqlite_definition::refuse,
            refuse_foreign_key: sqlite_definition::refuse_foreign_key,
            refuse_new_index: |_, _| Ok(()),
            duplicate_index: None,
            refuse_table: sqlite_definition::refuse_table,
            no_foreign_column: |name| {
                super::sqlite_expr::error(format!(
                    "unknown column \"{name}\" in foreign key definition"
                ))
            },
            protected_table,
            texts_are_edited: true,
            syntax: &super::sqlite_syntax::SYNTAX,
            written_table,
            refuse_index: |_| None,
            not_null_name: |_, _| String::new(),
            expression_text: |_, _, _| None,
            tells_of_nothing: false,
            column_in_default: |error| error,
            of_utility: |error| error,
            alters: false,
            derived_column: None,
            derived_keeps_definitions: false,
            views_are_planned: false,
            may_replace_view: None,
            type_words: |_| String::new(),
            temp_is_a_schema: true,
            trigger_name_first: true,
            own_schemas: &[],
            check_schema_name: |_| Ok(()),
            schemas_are_known: true,
            kinds_share_names: true,
            alter_tells_places: true,
            most_columns: 2000,
            narrow_keys: true,
            key_parentheses_vanish: true,
            key_columns_differ: false,
            generated_has_no_default: true,
            drop_empties_parents: true,
            known_relation: super::sqlite_catalog::is_pragma,
            clashing_constraints: false,
            refuse_sequence: |_, _| Ok(()),
            may_change: |_, _, _| Ok(()),
            stored_sql,
        },
        write: WriteRules {
            assign,
            convert: |_, bound| Ok(bound.expr),
            suits: |_, _| true,
            convert_default: |_, bound| Ok(bound.expr),
            change_type: |_, bound, _| Ok(bound.expr),
            as_is,
            checks: sqlite_checks::checks,
            last_id: LastId::Rowid,
            implicit_default: |_| Value::Null,
            trigger_order: TriggerOrder::Own(super::sqlite_order::triggers),
            triggers_change_rows: false,
            replace_fires: false,
            foreign_keys_when: crate::plan::conflict::When::StatementEnd,
            stop_word: "ABORT",
            foreign_keys_are_counted: true,
            updates_move: false,
            follows_at_end: false,
            refuse_trigger: |_, _| Ok(()),
            table_in_use: None,
            cascades_fire: true,
            may_touch_twice: true,
            sequential_set: false,
            target_as_written: true,
            trigger_warnings_end: false,
            own_table_refused: false,
            target_is_bound: false,
            row_set_wants_row: false,
            schema_names_target: true,
            target_not_in_from: true,
            set_comes_first: true,
            null_takes_sequence: false,
            counting: Counting::Written,
            replaces_in_place: false,
            writes_until_error: true,
            missing_default_is_error: false,
            ignore_is_lenient: false,
            short_rows: false,
            returning_sees_table_alone: true,
            gathers_rows: true,
            equal_rows: true,
            skip_generated: true,
            repeated_column_is_error: false,
            update_names_table: false,
            proposed_row: "excluded",
            lock_column: None,
            system_columns: &[],
            qualified_set: true,
            plain_rows: true,
            views_are_written: false,
            changed_rows: &[],
            bare_names_mean_excluded_too: false,
            implies,
            one_arbiter: true,
            accept_arbiter: |_: &Index, _: &ArbiterUse| Ok(true),
        },
        explain: None,
        procedure: super::plain_procedures(
            sqlite_report::report,
            |report| report,
            |_| String::new(),
        ),
    },
    txn: TxnRules {
        error_fails_transaction: false,
        ddl_commits: false,
        begin_inside: Misplaced::Error,
        commit_outside: Misplaced::Error,
        rollback_outside: Misplaced::Error,
        savepoint_outside: SavepointOutside::Begins,
        failed_commit_rolls_back: false,
        journal_for_checks: true,
        savepoint_replaces: false,
        names: NameRule::IgnoreCase,
    },
    settings: || Settings { strict: true, ..Settings::default() },
    prepare_store: |_: &mut Store| {},
    report: sqlite_report::report,
    warning: sqlite_report::warning,
    name_database: |_, _| {},
    names_replace: false,
    command: |session: &mut Session, store: &mut Store, statement| -> Result<CommandRows> {
        sqlite_command::run(session, store, statement)
    },
    client_line: |_: &StatementResult| None,
    count_row: Some(sqlite_report::count_row),
    type_name: |_| String::new(),
    print: None,
    show: None,
};

/// Affinity of the declared type (datatype3.html, 3.1); in a STRICT table one of six types
/// (stricttables.html).
fn column_type(
    declared: Option<&ast::TypeName>,
    strict: bool,
) -> std::result::Result<Type, ErrorKind> {
    let text = declared.map_or("", |t| &t.text);
    if !strict {
        return Ok(Type::Affinity(Affinity::of_declared(text), None));
    }
    let (affinity, enforced) = match text.to_ascii_uppercase().as_str() {
        "INT" | "INTEGER" => (Affinity::Integer, Strict::Int),
        "REAL" => (Affinity::Real, Strict::Real),
        "TEXT" => (Affinity::Text, Strict::Text),
        "BLOB" => (Affinity::Blob, Strict::Blob),
        "ANY" => (Affinity::Blob, Strict::Any),
        _ => {
            let declared = (!text.is_empty()).then(|| text.to_string());
            let (table, column) = (String::new(), String::new());
            return Err(ErrorKind::UnknownType { table, column, declared });
        }
    };
    Ok(Type::Affinity(affinity, Some(enforced)))
}

fn collation_named(name: &str) -> Option<&'static Collation> {
    [&collation::BINARY, &collation::NOCASE, &collation::RTRIM]
        .into_iter()
        .find(|c| c.name.eq_ignore_ascii_case(name))
}

/// `sqlite_autoindex_T_N` (fileformat2.html, 2.6.2).
fn key_name(key: KeyName<'_>) -> String {
    format!("sqlite_autoindex_{}_{}", key.table, key.number)
}

fn check_name_allowed(name: &str) -> std::result::Result<(), ErrorKind> {
    if name.len() >= 7 && name.as_bytes()[..7].eq_ignore_ascii_case(b"sqlite_") {
        let mut report = crate::error::Report {
            code: "SQLITE_ERROR".to_string(),
            errno: 1,
            ..Default::default()
        };
        report.message = format!("object name reserved for internal use: {name}");
        return Err(ErrorKind::Report(Box::new(report)));
    }
    Ok(())
}

/// SQLite repeats the name as it was written, quotes included.
fn quoted_as_written(name: &ast::Ident) -> String {
    match name.quote {
        Some('[') => format!("[{}]", name.text),
        Some(quote) => format!("{quote}{}{quote}", name.text),
        None => name.text.to_string(),
    }
}

fn protected_table(name: &str) -> Option<&'static str> {
    match name.to_ascii_lowercase().as_str() {
        "sqlite_schema" | "sqlite_master" => Some("sqlite_master"),
        "sqlite_temp_schema" | "sqlite_temp_master" => Some("sqlite_temp_master"),
        _ => None,
    }
}

/// The text of CREATE TABLE AS: on one line while it is short (build.c, `createTableStmt`).
fn written_table(name: &str, columns: &[ResultColumn]) -> String {
    let mut names: Vec<String> = Vec::new();
    for column in columns {
        // Repeated names get a number.
        let mut unique = column.name.to_string();
        let mut number = 0;
        while names.iter().any(|n| n.eq_ignore_ascii_case(&unique)) {
            number += 1;
            unique = format!("{}:{number}", column.name);
        }
        names.push(unique);
    }
    let length: usize = names.iter().map(|n| identifier_length(n) + 5).sum();
    let short = length + identifier_length(name) < 50;
    let (first, between, end) = if short { ("", ",", ")") } else { ("\n  ", ",\n  ", "\n)") };
    let column = |(name, column): (&String, &ResultColumn)| {
        let ty = match column.ty {
            Type::Affinity(Affinity::Text, _) => " TEXT",
            Type::Affinity(Affinity::Numeric, _) => " NUM",
            Type::Affinity(Affinity::Integer, _) => " INT",
            Type::Affinity(Affinity::Real, _) => " REAL",
            _ => "",
        };
        format!("{}{ty}", identifier(name))
    };
    let columns: Vec<String> = names.iter().zip(columns).map(column).collect();
    format!("CREATE TABLE {}({first}{}{end}", identifier(name), columns.join(between))
}

fn identifier_length(name: &str) -> usize {
    name.len() + 2 + name.matches('"').count()
}

/// A name, in quotes where it needs them.
fn identifier(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !name.is_empty()
        && !sqlite_syntax::KEYWORDS.split(' ').any(|word| word.eq_ignore_ascii_case(name));
    if plain { name.to_string() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// `sqlite_sequence(name, seq)`, made when the first AUTOINCREMENT table is (autoinc.html).
fn autoincrement_book(schema: &str) -> Option<Table> {
    let sql = "CREATE TABLE sqlite_sequence(name,seq)";
    Some(plain_table(schema, "sqlite_sequence", &["name", "seq"], sql))
}

/// A table of SQLite's own, whose columns take any value.
pub(super) fn plain_table(schema: &str, name: &str, columns: &[&str], sql: &str) -> Table {
    let column = |name: &str| Column {
        name: Rc::from(name),
        ty: Type::Affinity(Affinity::Blob, None),
        declared: Rc::from(""),
        not_null: None,
        default: None,
        collation: &collation::BINARY,
        generated: None,
        identity: None,
        on_update: None,
        invisible: false,
        comment: None,
    };
    Table {
        id: 0,
        schema: Rc::from(schema),
        name: Rc::from(name),
        columns: columns.iter().map(|name| column(name)).collect(),
        comment: None,
        rowid_key: None,
        autoincrement: false,
        on_commit: None,
        primary_key: Vec::new(),
        checks: Vec::new(),
        foreign_keys: Vec::new(),
        without_rowid: false,
        strict: false,
        keys_off: false,
        unproven: Vec::new(),
        collation: None,
        sql: Rc::from(sql),
        text: Rc::from(""),
        base: 0,
    }
}

/// What sqlite_schema keeps: `CREATE` and the kind in upper case, then the text as written from
/// the name on (build.c, sqlite3EndTable and sqlite3CreateIndex).
fn stored_sql(text: &str) -> String {
    let spans = token_spans(text, &super::sqlite_syntax::SYNTAX);
    let is = |at: usize, word: &str| {
        spans.get(at).is_some_and(|span| span.of(text).eq_ignore_ascii_case(word))
    };
    let unique = ["", " UNIQUE"][usize::from(is(1, "UNIQUE"))];
    let before = ["TEMP", "TEMPORARY", "UNIQUE"].iter().any(|word| is(1, word));
    let at = if before { 2 } else { 1 };
    let kinds = ["TABLE", "INDEX", "VIEW", "TRIGGER"];
    let Some(kind) = kinds.into_iter().find(|kind| is(at, kind)) else { return text.to_string() };
    let named = at + if is(at + 1, "IF") && is(at + 2, "NOT") { 4 } else { 1 };
    // A schema before the name is not kept.
    let named = if is(named + 1, ".") { named + 2 } else { named };
    let Some(name) = spans.get(named) else { return text.to_string() };
    ["CREATE", unique, " ", kind, " ", &text[name.start as usize..]].concat()
}

/// Values that the affinity leaves alone.
fn as_is(column: &Column) -> AsIs {
    match column.ty {
        Type::Affinity(Affinity::Blob, _) => AsIs::Everything,
        Type::Affinity(Affinity::Text, _) => AsIs::Text,
        Type::Affinity(Affinity::Integer | Affinity::Numeric, _) => AsIs::Int,
        Type::Affinity(Affinity::Real, _) => AsIs::Real,
        _ => AsIs::Nothing,
    }
}

/// Affinity; what a STRICT type does not take is found by its check, after NOT NULL.
fn assign(column: &Column, value: Value, _mode: Mode) -> std::result::Result<Assigned, ErrorKind> {
    let value = match column.ty {
        Type::Affinity(affinity, _) => affinity.apply(value),
        _ => value,
    };
    // Reals without a fraction are stored as integers, which have no negative zero
    // (fileformat2.html, 2.1).
    let value = match (&column.ty, value) {
        (Type::Affinity(Affinity::Real, _), Value::Real(x)) => Value::Real(x + 0.0),
        (_, value) => value,
    };
    Ok(Assigned { value, level: "", warning: None })
}

/// The target's WHERE must be the index's, as written (upsert.c, sqlite3UpsertAnalyzeTarget).
fn implies(given: Option<&ast::Expr>, index: Option<&ast::Expr>) -> bool {
    match (given, index) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(given), Some(index)) => {
            crate::plan::conflict::same_expr(given, index, NameRule::IgnoreCase)
        }
    }
}
