//! MySQL 8.4: all rules of the dialect. Sources are sections of its reference manual; behaviour
//! was compared with MariaDB 10.11 and corrected by the manual where MySQL 8 differs.

use super::{
    CommandRows, Rules, mysql_assign, mysql_command, mysql_definition, mysql_foreign, mysql_report,
    mysql_syntax, mysql_trigger, mysql_types,
};
use crate::catalog::{Index, IndexOrigin, NameRule, Object, Table, Term};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::plan::PlanRules;
use crate::plan::conflict::{Action, Origin, Scope, When};
use crate::plan::procedure::ProcedureRules;
use crate::plan::rules::{
    ArbiterUse, AsIs, CheckName, Counting, DdlRules, KeyName, LastId, LikeCopies, PlannedCheck,
    Subject, TriggerOrder, WriteContext, WriteRules,
};
use crate::session::{Session, StatementResult};
use crate::store::Store;
use crate::syntax::ast::{self, ObjectKind, Statement};
use crate::syntax::conflict::Resolution;
use crate::txn::{Misplaced, SavepointOutside, TxnRules};

/// The rules.
pub static RULES: Rules = Rules {
    syntax: &mysql_syntax::SYNTAX,
    read_before: |_, _| None,
    plan: PlanRules {
        column_names: NameRule::IgnoreCase,
        table_names: NameRule::Exact,
        recursion_limit: Some(1000),
        search_path: &["temp", "play"],
        default_schema: "play",
        temp_schema: "temp",
        catalog_view: |_, _| None,
        expr: super::mysql_expr::EXPR,
        ddl: DdlRules {
            column_type: mysql_types::column_type,
            collation: mysql_types::collation_named,
            operator_class: |_, _| Ok(None),
            default_collation: &mysql_types::DEFAULT_COLLATION,
            rowid_keys: false,
            indexes_per_table: true,
            primary_key_not_null: true,
            null_in_primary_key: Some(mysql_definition::null_in_primary_key),
            sequence_name: |table, column, _| [table, "_", column, "_seq"].concat(),
            key_name,
            // `t_chk_1`, `t_chk_2` … (CHECK Constraints)
            check_name: |check: CheckName<'_>| {
                Some(format!("{}_chk_{}", check.table, check.number))
            },
            merge_equal_keys: false,
            check_name_allowed: |_| Ok(()),
            table_collation: mysql_types::table_collation,
            charset_note: mysql_types::charset_note,
            column_collation: mysql_types::column_collation,
            schemas_are_closed: false,
            existing_name: |name: &ast::ObjectName, _: &Object| name.name.text.to_string(),
            no_key_column: |_, name| ErrorKind::NoKeyColumn { name },
            no_such_dropped,
            column_used: Some(mysql_definition::column_used),
            no_such_renamed_key: Some(mysql_definition::no_such_renamed_key),
            no_such_renamed: mysql_definition::no_such_renamed,
            is_serial: |name| name == "SERIAL",
            sticky_constraint_names: false,
            constraint_names_index: true,
            key_order: |keys: Vec<bool>| (0..keys.len()).collect(),
            book_name: None,
            autoincrement_book: |_| None::<Table>,
            dependents_are_kept: false,
            shown_name: |_, name| name.to_string(),
            alter_coerces: true,
            cut_short: mysql_assign::cut_short,
            like_copies: Some(LikeCopies::Definition),
            foreign_key_name: mysql_foreign::name,
            accept_foreign_key: Some(mysql_foreign::accept),
            truncated_parent: Some(mysql_foreign::truncated_parent),
            dropped_parent: Some(mysql_foreign::dropped_parent),
            column_references: false,
            foreign_keys_indexed: true,
            parents_may_come_later: true,
            made_names_follow: true,
            takes_from_sequence: |_, _| false,
            foreign_action: crate::syntax::ast::FkAction::Unsaid,
            foreign_key_text: mysql_foreign::definition,
            truncate_restarts: true,
            by_settings: |_, _| false,
            zoned_functions: &[],
            refuse: |_, _| Ok(()),
            refuse_foreign_key: mysql_foreign::refuse,
            refuse_new_index: mysql_definition::refuse_new_index,
            duplicate_index: Some(mysql_definition::duplicate_index),
            refuse_table: mysql_definition::refuse_table,
            no_foreign_column: |name| ErrorKind::NoKeyColumn { name },
            protected_table: |_| None,
            texts_are_edited: false,
            syntax: &super::mysql_syntax::SYNTAX,
            written_table: |_, _| String::new(),
            refuse_index: |_| None,
            not_null_name: |_, _| String::new(),
            expression_text: |_, _, _| None,
            tells_of_nothing: true,
            // "Data Type Default Values" lets a DEFAULT read columns.
            column_in_default: |_| {
                ErrorKind::unsupported("a DEFAULT that reads other columns").nowhere()
            },
            of_utility: |error| error,
            alters: true,
            derived_column: Some(mysql_definition::derived_column),
            derived_keeps_definitions: true,
            views_are_planned: false,
            may_replace_view: None,
            type_words: |_| String::new(),
            temp_is_a_schema: false,
            trigger_name_first: false,
            own_schemas: &[],
            check_schema_name: |_| Ok(()),
            schemas_are_known: true,
            kinds_share_names: false,
            alter_tells_places: false,
            most_columns: usize::MAX,
            narrow_keys: false,
            key_parentheses_vanish: false,
            key_columns_differ: false,
            generated_has_no_default: false,
            drop_empties_parents: false,
            known_relation: |name| {
                name.schema.as_ref().is_some_and(|s| super::mysql_database::is_system(&s.text))
            },
            clashing_constraints: false,
            refuse_sequence: |_, _| Ok(()),
            may_change: |_, _, _| Ok(()),
            stored_sql: |text: &str| text.to_string(),
        },
        write: WriteRules {
            assign: mysql_assign::assign,
            convert: super::mysql_compare::convert,
            suits: |_, _| true,
            convert_default: super::mysql_compare::convert,
            change_type: |_, bound, _| Ok(bound.expr),
            // TINYTEXT is limited in bytes.
            as_is: |column| {
                let tiny = column.declared.eq_ignore_ascii_case("TINYTEXT");
                match column.ty == crate::types::Type::Text && !tiny {
                    true => AsIs::Text,
                    false => AsIs::Nothing,
                }
            },
            checks,
            last_id: LastId::FirstGenerated,
            implicit_default: mysql_assign::implicit_default,
            trigger_order: TriggerOrder::Oldest,
            triggers_change_rows: true,
            replace_fires: true,
            foreign_keys_when: crate::plan::conflict::When::Row,
            stop_word: "ERROR",
            foreign_keys_are_counted: false,
            updates_move: false,
            follows_at_end: false,
            refuse_trigger: mysql_trigger::refuse,
            table_in_use: Some(mysql_trigger::table_in_use),
            cascades_fire: false,
            may_touch_twice: true,
            sequential_set: true,
            target_as_written: false,
            trigger_warnings_end: true,
            own_table_refused: true,
            target_is_bound: false,
            row_set_wants_row: false,
            schema_names_target: false,
            target_not_in_from: false,
            set_comes_first: false,
            null_takes_sequence: true,
            counting: Counting::Mysql,
            replaces_in_place: true,
            writes_until_error: false,
            missing_default_is_error: true,
            ignore_is_lenient: true,
            short_rows: false,
            returning_sees_table_alone: false,
            gathers_rows: false,
            equal_rows: false,
            skip_generated: false,
            repeated_column_is_error: true,
            update_names_table: false,
            proposed_row: "VALUES()",
            lock_column: None,
            system_columns: &[],
            qualified_set: true,
            plain_rows: false,
            views_are_written: true,
            changed_rows: &[],
            bare_names_mean_excluded_too: false,
            implies: |_: Option<&ast::Expr>, _: Option<&ast::Expr>| true,
            one_arbiter: false,
            accept_arbiter: |_: &Index, _: &ArbiterUse| Ok(true),
        },
        explain: None,
        procedure: ProcedureRules {
            variables_hide_columns: true,
            calls_stand_alone: true,
            routines_apart: true,
            own_variables: [""; 3],
            cursor: mysql_trigger::cursor,
            names_clash: false,
            print: mysql_types::print,
            report: mysql_report::report,
            raised: mysql_report::signalled,
            condition: |_| None,
            no_row: Some(mysql_trigger::no_row),
            no_return: |_, name| mysql_trigger::no_return(name),
            recursive: Some(mysql_trigger::recursive),
        },
    },
    txn: TxnRules {
        error_fails_transaction: false,
        ddl_commits: true,
        begin_inside: Misplaced::Commit,
        commit_outside: Misplaced::Nothing,
        rollback_outside: Misplaced::Nothing,
        savepoint_outside: SavepointOutside::Nothing,
        failed_commit_rolls_back: true,
        journal_for_checks: false,
        savepoint_replaces: true,
        names: NameRule::IgnoreCase,
    },
    settings: mysql_command::settings,
    prepare_store: |_: &mut Store| {},
    report: mysql_report::report,
    warning: mysql_report::warning,
    name_database: super::mysql_database::name_database,
    names_replace: true,
    command: |session: &mut Session,
              store: &mut Store,
              statement: &Statement|
     -> Result<CommandRows> { mysql_command::run(session, store, statement) },
    client_line: info,
    count_row: None,
    type_name: mysql_types::type_name,
    print: Some(mysql_types::print),
    show: Some(mysql_types::show),
};

/// `PRIMARY`; else the first column's name, with `_2`, `_3` … when it is taken (CREATE TABLE,
/// "Indexes, Foreign Keys, and CHECK Constraints").
fn key_name(key: KeyName<'_>) -> String {
    if key.primary {
        return "PRIMARY".to_string();
    }
    // A key with a functional part is not named after a column (sql_table.cc,
    // add_functional_index_to_create_list).
    let first = match key.computed {
        true => "functional_index",
        false => key.terms.first().copied().unwrap_or("key"),
    };
    let mut name = first.to_string();
    let mut number = 2;
    while (key.taken)(&name) {
        name = format!("{first}_{number}");
        number += 1;
    }
    name
}

/// `Records: 3  Duplicates: 1  Warnings: 0` of an INSERT of several rows or of a query, `Rows
/// matched: 3  Changed: 2  Warnings: 0` of an UPDATE (C API, mysql_info()).
fn info(result: &StatementResult) -> Option<String> {
    // The deprecation of VALUES() is not among them.
    let warnings = result.warnings.iter().filter(|w| w.errno != 1287).count();
    let tally = &result.tally;
    match result.command {
        "INSERT" | "REPLACE" | "CREATE TABLE AS" if result.bulk => {
            let records = result.records;
            let duplicates = match result.ignores {
                true => records - (tally.inserted + tally.updated),
                false => tally.updated + tally.deleted,
            };
            Some(format!("Records: {records}  Duplicates: {duplicates}  Warnings: {warnings}"))
        }
        "PREPARE" => Some("Statement prepared".to_string()),
        "LOAD DATA" => {
            let (records, deleted) = (result.records, tally.deleted);
            let skipped = tally.ignored;
            Some(format!(
                "Records: {records}  Deleted: {deleted}  Skipped: {skipped}  Warnings: {warnings}"
            ))
        }
        // Tables and indexes are changed in place.
        "CREATE TABLE AS" if result.warnings.iter().any(|w| w.errno == 1050) => None,
        "CREATE TABLE AS" | "CREATE INDEX" | "DROP INDEX" | "ALTER TABLE"
            if result.bulk || result.command != "ALTER TABLE" =>
        {
            Some(format!("Records: {}  Duplicates: 0  Warnings: {warnings}", result.records))
        }
        "UPDATE" => {
            let (matched, changed) = (result.matched, tally.updated);
            Some(format!("Rows matched: {matched}  Changed: {changed}  Warnings: {warnings}"))
        }
        _ => None,
    }
}

fn no_such_dropped(kind: ErrorKind, what: ObjectKind) -> ErrorKind {
    match (kind, what) {
        (ErrorKind::NoSuchTable { name }, ObjectKind::Table) => {
            ErrorKind::NoSuchObject { kind: "table", name }
        }
        (ErrorKind::NoSuchObject { name, .. }, ObjectKind::View) => {
            ErrorKind::NoSuchObject { kind: "table", name }
        }
        (kind, _) => kind,
    }
}

/// NOT NULL and CHECK, then the keys: PRIMARY, then UNIQUE keys without nullable columns, then
/// the rest, each group in order of creation (sql_table.cc, sort_keys). IGNORE turns errors into
/// warnings (INSERT, "the effect of IGNORE"; sql-mode, "Comparison of the IGNORE Keyword").
fn checks(context: &WriteContext<'_>) -> Result<Vec<PlannedCheck>> {
    let table = context.table;
    let or = context.on_conflict.or;
    let resolution = or.map(|or| or.resolution);
    let ignore = resolution == Some(Resolution::Ignore);
    let error = (Action::Stop(Scope::Statement), Origin::Default, "ERROR");
    let said = |action, word| match or {
        Some(or) => (action, Origin::Statement(or.span), word),
        None => (action, Origin::Default, word),
    };
    let make = |subject, (action, origin, word)| PlannedCheck {
        subject,
        action,
        origin,
        word,
        when: When::Row,
    };
    let mut checks = Vec::new();
    // Without strict mode NULL is an error only for an INSERT of one row and its update.
    let update = context.changed.is_some() && !context.upsert_update;
    let coerces = ignore || !context.settings.strict && (context.many || update);
    for (column, definition) in table.columns.iter().enumerate() {
        if definition.not_null.is_some() {
            let answer = if coerces { said(Action::Coerce, "IGNORE") } else { error };
            checks.push(make(Subject::NotNull(column), answer));
        }
    }
    let skip = if ignore { said(Action::Skip { warn: true }, "IGNORE") } else { error };
    for (number, check) in table.checks.iter().enumerate() {
        if check.enforced {
            checks.push(make(Subject::Check(number), skip));
        }
    }
    let mut keys: Vec<(usize, &Index)> = Vec::new();
    keys.extend(
        context.indexes.iter().enumerate().filter(|(_, i)| i.unique).map(|(n, i)| (n, &**i)),
    );
    // Ties stay in the order of their numbers.
    sort_by_number(&mut keys, &mut |(_, index)| key_rank(index, table));
    for (number, index) in keys {
        let concerned = context.changed.is_none_or(|changed| {
            index.terms.iter().any(|t| match t.term {
                Term::Column(column) => changed.contains(&column),
                Term::Expr(..) => true,
            })
        });
        if !concerned {
            continue;
        }
        let answer = match context.on_conflict.arms.first() {
            Some(arm) if !context.upsert_update => {
                let origin = Origin::Statement(arm.span);
                (Action::UpdateOther(0), origin, "ON DUPLICATE KEY UPDATE")
            }
            _ if resolution == Some(Resolution::Replace) && !context.upsert_update => {
                said(Action::DeleteOther, "REPLACE")
            }
            _ => skip,
        };
        checks.push(make(Subject::Index(number), answer));
    }
    Ok(checks)
}

pub(super) fn key_rank(index: &Index, table: &Table) -> i64 {
    if index.origin == IndexOrigin::PrimaryKey {
        return 0;
    }
    let nullable = index.terms.iter().any(|t| match t.term {
        Term::Column(column) => table.columns[column].not_null.is_none(),
        Term::Expr(..) => true,
    });
    if nullable { 2 } else { 1 }
}
