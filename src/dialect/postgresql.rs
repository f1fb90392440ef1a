//! PostgreSQL 18: all rules of the dialect. Sources are chapters of its documentation; whatever
//! was compared was compared with 18.

use super::{
    CommandRows, Rules, postgresql_cast, postgresql_foreign, postgresql_report, postgresql_syntax,
    postgresql_types, postgresql_values,
};
use std::rc::Rc;

use crate::catalog::{Column, Index, IndexOrigin, NameRule, Object, Table};
use crate::collation::{self, Collation};
use crate::error::{Error, ErrorKind, Report, Result};
use crate::order::sorted_places;
use crate::plan::conflict::{Action, Origin, Scope, When, used_columns};
use crate::plan::node::ResultColumn;
use crate::plan::rules::{
    ArbiterUse, ArmTarget, AsIs, CheckName, Counting, DdlRules, KeyName, LastId, LikeCopies,
    PlannedCheck, Subject, TriggerOrder, WriteContext, WriteRules,
};
use crate::plan::{PlanRules, Settings};
use crate::session::{Session, StatementResult};
use crate::store::Store;
use crate::syntax::ast::{self, Deferrable, ObjectKind, Statement};
use crate::syntax::conflict::{Arm, ArmAction, Target};
use crate::txn::{Misplaced, SavepointOutside, TxnRules};
use crate::types::Type;
use crate::value::Value;

/// The rules.
pub static RULES: Rules = Rules {
    syntax: &postgresql_syntax::SYNTAX,
    read_before: |_, _| None,
    plan: PlanRules {
        column_names: NameRule::Exact,
        table_names: NameRule::Exact,
        recursion_limit: None,
        search_path: &["pg_temp", "public"],
        default_schema: "public",
        temp_schema: "pg_temp",
        catalog_view: |_, _| None,
        expr: super::postgresql_expr::EXPR,
        ddl: DdlRules {
            column_type: postgresql_types::column_type,
            collation: collation_named,
            operator_class: postgresql_types::operator_class,
            default_collation: &collation::BINARY,
            rowid_keys: false,
            indexes_per_table: false,
            primary_key_not_null: true,
            null_in_primary_key: None,
            sequence_name: |table, column, taken| choose_name(table, column, "seq", taken),
            key_name,
            check_name,
            merge_equal_keys: true,
            check_name_allowed: |_| Ok(()),
            charset_note: |_| None,
            table_collation: |_| Ok(None),
            column_collation: |_, ty| match ty {
                Type::Jsonb => &collation::JSONB,
                _ => &collation::BINARY,
            },
            schemas_are_closed: false,
            existing_name: |name: &ast::ObjectName, _: &Object| name.name.text.to_string(),
            no_key_column: |_, name| ErrorKind::NoKeyColumn { name },
            no_such_dropped: |kind, of: ObjectKind| match kind {
                ErrorKind::NoSuchTable { name } => {
                    ErrorKind::NoSuchObject { kind: of.name(), name }
                }
                ErrorKind::NoSuchObject { kind: "domain", name } => {
                    ErrorKind::NoSuchObject { kind: "type", name }
                }
                kind => kind,
            },
            column_used: None,
            no_such_renamed_key: None,
            no_such_renamed: |name, _| ErrorKind::NoSuchColumn { name, table: None },
            is_serial: postgresql_types::is_serial,
            sticky_constraint_names: false,
            constraint_names_index: true,
            // The primary key's index is made first, wherever it is declared.
            key_order: |keys: Vec<bool>| {
                let all = 0..keys.len();
                let primary = all.clone().filter(|k| keys[*k]);
                primary.chain(all.filter(|k| !keys[*k])).collect()
            },
            book_name: None,
            autoincrement_book: |_| None::<Table>,
            dependents_are_kept: true,
            shown_name: super::postgresql_text::full_name,
            alter_coerces: false,
            cut_short: |kind| kind,
            like_copies: Some(LikeCopies::WhatIsNamed),
            foreign_key_name: postgresql_foreign::name,
            accept_foreign_key: Some(postgresql_foreign::accept),
            truncated_parent: Some(postgresql_foreign::truncated_parent),
            dropped_parent: None,
            column_references: true,
            foreign_keys_indexed: false,
            parents_may_come_later: false,
            made_names_follow: false,
            takes_from_sequence: super::postgresql_sequence::names,
            foreign_action: crate::syntax::ast::FkAction::NoAction,
            foreign_key_text: |_, _, _| String::new(),
            truncate_restarts: false,
            by_settings: super::postgresql_definition::by_settings,
            zoned_functions: &["date_trunc", "date_part", "extract"],
            refuse: super::postgresql_definition::refuse,
            refuse_foreign_key: |_, _, _, _| Ok(()),
            refuse_new_index: |table, index| {
                super::postgresql_definition::refuse_table(table, std::slice::from_ref(index))
            },
            duplicate_index: None,
            refuse_table: super::postgresql_definition::refuse_table,
            no_foreign_column: postgresql_foreign::no_column,
            protected_table: |_| None,
            texts_are_edited: false,
            syntax: &super::postgresql_syntax::SYNTAX,
            written_table: |_, _| String::new(),
            refuse_index,
            not_null_name: |table, column| object_name(table, column, "not_null"),
            expression_text: super::postgresql_deparse::key,
            tells_of_nothing: true,
            column_in_default,
            of_utility,
            alters: true,
            derived_column: Some(derived_column),
            derived_keeps_definitions: false,
            views_are_planned: true,
            may_replace_view: Some(super::postgresql_definition::may_replace_view),
            type_words: postgresql_types::sql_name,
            temp_is_a_schema: false,
            trigger_name_first: false,
            own_schemas: &["pg_catalog", "information_schema"],
            check_schema_name,
            schemas_are_known: true,
            kinds_share_names: false,
            alter_tells_places: false,
            most_columns: usize::MAX,
            narrow_keys: false,
            key_parentheses_vanish: false,
            key_columns_differ: true,
            generated_has_no_default: false,
            drop_empties_parents: false,
            known_relation: super::postgresql_catalog::is_of_catalog,
            clashing_constraints: true,
            refuse_sequence: super::postgresql_sequence::refuse,
            may_change: super::postgresql_definition::may_change,
            stored_sql: |text: &str| text.to_string(),
        },
        write: WriteRules {
            assign: postgresql_values::assign,
            suits: postgresql_cast::suits,
            convert: |column, bound| postgresql_cast::assigned(column, bound, "expression"),
            convert_default: |column, bound| {
                postgresql_cast::assigned(column, bound, "default expression")
            },
            change_type: postgresql_cast::changed_type,
            as_is: |column| {
                if column.ty == Type::Text { AsIs::Text } else { AsIs::Nothing }
            },
            checks,
            last_id: LastId::None,
            implicit_default: |_| Value::Null,
            trigger_order: TriggerOrder::Name,
            triggers_change_rows: true,
            replace_fires: false,
            foreign_keys_when: crate::plan::conflict::When::StatementEnd,
            stop_word: "ERROR",
            foreign_keys_are_counted: false,
            updates_move: true,
            follows_at_end: true,
            refuse_trigger: |_, _| Ok(()),
            table_in_use: None,
            cascades_fire: true,
            may_touch_twice: false,
            sequential_set: false,
            target_as_written: false,
            trigger_warnings_end: false,
            own_table_refused: false,
            target_is_bound: true,
            row_set_wants_row: true,
            schema_names_target: true,
            target_not_in_from: false,
            set_comes_first: false,
            null_takes_sequence: false,
            counting: Counting::Written,
            replaces_in_place: false,
            writes_until_error: true,
            missing_default_is_error: false,
            ignore_is_lenient: false,
            short_rows: true,
            returning_sees_table_alone: false,
            gathers_rows: false,
            equal_rows: false,
            skip_generated: false,
            repeated_column_is_error: true,
            update_names_table: true,
            proposed_row: "excluded",
            lock_column: Some(("xmax", || Type::Catalog("xid"))),
            system_columns: &["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"],
            qualified_set: false,
            plain_rows: false,
            views_are_written: true,
            changed_rows: &["old", "new"],
            bare_names_mean_excluded_too: true,
            implies: super::postgresql_implies::implies,
            one_arbiter: false,
            accept_arbiter,
        },
        procedure: super::postgresql_procedure::PROCEDURE,
        explain: Some(super::postgresql_explain::explain),
    },
    txn: TxnRules {
        error_fails_transaction: true,
        ddl_commits: false,
        begin_inside: Misplaced::Warning,
        commit_outside: Misplaced::Warning,
        rollback_outside: Misplaced::Warning,
        savepoint_outside: SavepointOutside::Error,
        failed_commit_rolls_back: true,
        journal_for_checks: false,
        savepoint_replaces: false,
        names: NameRule::Exact,
    },
    settings: || Settings {
        strict: true,
        foreign_keys: true,
        recursive_triggers: true,
        ..Settings::default()
    },
    prepare_store: |store: &mut Store| super::postgresql_catalog::prepare(store),
    report: postgresql_report::report,
    warning: postgresql_report::warning,
    name_database: |_, _| {},
    names_replace: false,
    command: |session: &mut Session,
              store: &mut Store,
              statement: &Statement|
     -> Result<CommandRows> {
        super::postgresql_command::run(session, store, statement)
    },
    client_line: |result: &StatementResult| Some(command_tag(result)),
    count_row: None,
    type_name: postgresql_types::type_name,
    print: Some(postgresql_values::print),
    show: None,
};

/// `INSERT 0 2`, `UPDATE 1`, `CREATE TABLE` (protocol-message-formats, CommandComplete).
fn command_tag(result: &StatementResult) -> String {
    match result.command {
        "INSERT" => format!("INSERT 0 {}", result.changes),
        "SELECT" => format!("SELECT {}", result.rows.len()),
        // With IF NOT EXISTS and a notice nothing was made.
        "CREATE TABLE AS" if result.warnings.is_empty() => format!("SELECT {}", result.records),
        "CREATE TABLE AS WITH NO DATA" => "CREATE TABLE AS".to_string(),
        "UPDATE" | "DELETE" | "MERGE" | "COPY" => format!("{} {}", result.command, result.changes),
        other => other.to_string(),
    }
}

/// The collations that compare bytes; to a conflict target they are not the same.
fn collation_named(name: &str) -> Option<&'static Collation> {
    static C: Collation = bytes("C");
    static POSIX: Collation = bytes("POSIX");
    static UCS_BASIC: Collation = bytes("ucs_basic");
    static C_UTF8: Collation = bytes("C.utf8");
    Some(match name {
        "default" => &collation::BINARY,
        "C" => &C,
        "POSIX" => &POSIX,
        "ucs_basic" => &UCS_BASIC,
        "C.utf8" => &C_UTF8,
        _ => return None,
    })
}

const fn bytes(name: &'static str) -> Collation {
    Collation { name, fold: collation::Fold::None, pad: false }
}

/// `t_pkey`, `t_a_b_key`, `t_a_idx`; a number is appended when the name is taken, and names are
/// cut to 63 bytes by shortening the longer part (indexcmds.c, ChooseIndexName).
fn key_name(key: KeyName<'_>) -> String {
    // A name that comes again is numbered (indexcmds.c, ChooseIndexColumnNames).
    let mut terms: Vec<String> = Vec::with_capacity(key.terms.len());
    for term in &key.terms {
        let (mut name, mut number) = ((*term).to_string(), 0);
        while terms.contains(&name) {
            number += 1;
            name = format!("{term}{number}");
        }
        terms.push(name);
    }
    let (columns, label) = match (key.primary, key.create_index) {
        (true, _) => (String::new(), "pkey"),
        (false, true) => (terms.join("_"), "idx"),
        (false, false) if key.exclusion => (terms.join("_"), "excl"),
        (false, false) => (terms.join("_"), "key"),
    };
    choose_name(key.table, &columns, label, key.taken)
}

/// `t_a_check` for a check of one column, `t_check` for one of several (heap.c,
/// ChooseConstraintName).
fn check_name(check: CheckName<'_>) -> Option<String> {
    let column = match check.columns {
        [column] => *column,
        _ => "",
    };
    Some(choose_name(check.table, column, "check", check.taken))
}

/// A column of CREATE TABLE AS: a bare literal gives text (sql-createtableas).
fn derived_column(result: &ResultColumn, name: Option<Rc<str>>) -> Column {
    let ty = match &result.ty {
        Type::Unknown => Type::Text,
        ty => ty.clone(),
    };
    Column {
        name: name.unwrap_or_else(|| result.name.clone()),
        declared: Rc::from(postgresql_types::sql_name(&ty)),
        ty,
        not_null: None,
        default: None,
        collation: result.collation,
        generated: None,
        identity: None,
        on_update: None,
        invisible: false,
        comment: None,
    }
}

fn column_in_default(error: Error) -> Error {
    let message = "cannot use column reference in DEFAULT expression";
    let report = Report { has_position: true, ..postgresql_values::report("0A000", message) };
    let span = error.span;
    ErrorKind::Report(Box::new(report)).placed(span).nowhere()
}

/// Names in statements other than queries and writes are reported without a position.
/// schemacmds.c, CreateSchemaCommand.
fn check_schema_name(name: &str) -> crate::plan::expr::Bind<()> {
    match name.starts_with("pg_") {
        true => Err(crate::error::Refusal::SchemaName.of(&[name])),
        false => Ok(()),
    }
}

fn of_utility(error: Error) -> Error {
    match error.into_kind() {
        ErrorKind::NoKeyColumn { name } => ErrorKind::NoSuchColumn { name, table: None }.nowhere(),
        kind => kind.nowhere(),
    }
}

/// Only a plain unique index can become a constraint (sql-altertable).
fn refuse_index(index: &Index) -> Option<ErrorKind> {
    let name = &index.name;
    let why = if !index.unique {
        format!("\"{name}\" is not a unique index")
    } else if index.columns().is_none() {
        format!("index \"{name}\" contains expressions")
    } else if index.filter.is_some() {
        format!("\"{name}\" is a partial index")
    } else if index.origin != IndexOrigin::CreateIndex {
        let message = format!("index \"{name}\" is already associated with a constraint");
        let report = Report { has_position: true, ..postgresql_values::report("55000", message) };
        return Some(ErrorKind::Report(Box::new(report)));
    } else {
        return None;
    };
    let detail = "Cannot create a primary key or unique constraint using such an index.";
    let detail = Some(detail.to_string());
    let report = Report { detail, has_position: true, ..postgresql_values::report("42809", why) };
    Some(ErrorKind::Report(Box::new(report)))
}

pub(super) fn choose_name(
    table: &str,
    column: &str,
    label: &str,
    taken: &dyn Fn(&str) -> bool,
) -> String {
    let mut number = 0;
    loop {
        let label = if number == 0 { label.to_string() } else { format!("{label}{number}") };
        let name = object_name(table, column, &label);
        if !taken(&name) {
            return name;
        }
        number += 1;
    }
}

/// Joins the parts so that the name fits into 63 bytes (indexcmds.c, makeObjectName).
pub(super) fn object_name(table: &str, column: &str, label: &str) -> String {
    let parts = if column.is_empty() { 1 } else { 2 };
    let room = 63usize.saturating_sub(label.len() + parts);
    let (mut a, mut b) = (table.len(), column.len());
    while a + b > room {
        if a > b { a -= 1 } else { b -= 1 }
    }
    let (table, column) = (cut(table, a), cut(column, b));
    if column.is_empty() { format!("{table}_{label}") } else { format!("{table}_{column}_{label}") }
}

fn cut(text: &str, mut length: usize) -> &str {
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    &text[..length]
}

/// NOT NULL left to right, CHECK in the order of names, then the arbiters, then the other unique
/// indexes, oldest first (execMain.c, ExecConstraints; execIndexing.c).
fn checks(context: &WriteContext<'_>) -> Result<Vec<PlannedCheck>> {
    let table = context.table;
    let error = Action::Stop(Scope::Statement);
    let plain = |subject, when| PlannedCheck {
        subject,
        action: error,
        origin: Origin::Default,
        word: "ERROR",
        when,
    };
    let changed = |column: &usize| context.changed.is_none_or(|c| c.contains(column));
    let needs_target =
        |arm: &Arm| arm.target == Target::Any && matches!(arm.action, ArmAction::Update { .. });
    if let Some(arm) = context.on_conflict.arms.iter().find(|arm| needs_target(arm)) {
        return Err(no_target().at(arm.span));
    }
    let mut checks = Vec::new();
    // A value is brought to its domain before anything else.
    let of_domain = |c: &usize| table.checks[*c].domain.is_some();
    let all = 0..table.checks.len();
    let first = all.filter(of_domain).map(|c| plain(Subject::Check(c), When::Row));
    checks.extend(first);
    for (column, definition) in table.columns.iter().enumerate() {
        if definition.not_null.is_some() {
            checks.push(plain(Subject::NotNull(column), When::Row));
        }
    }
    let by_name = sorted_places(table.checks.len(), &mut |a, b| {
        table.checks[a].name.cmp(&table.checks[b].name)
    });
    let by_name = by_name.into_iter().filter(|c| !of_domain(c) && table.checks[*c].enforced);
    checks.extend(by_name.map(|c| plain(Subject::Check(c), When::Row)));
    let mut arbiters = Vec::new();
    let mut others = Vec::new();
    let constrains = |index: &Index| index.unique || index.exclusion.is_some();
    for (number, index) in context.indexes.iter().enumerate().filter(|(_, i)| constrains(i)) {
        let subject = match index.deferrable {
            Deferrable::No => Subject::Index(number),
            Deferrable::Immediate | Deferrable::Deferred => Subject::Unusable(number),
        };
        let arm = context.arms.iter().position(|arm| match arm {
            ArmTarget::Any => true,
            ArmTarget::Indexes(ids) => ids.contains(&index.id),
            ArmTarget::Rowid => false,
        });
        if let Some(arm) = arm {
            let clause = &context.on_conflict.arms[arm];
            let (action, word) = match clause.action {
                ArmAction::Nothing => (Action::Skip { warn: false }, "DO NOTHING"),
                ArmAction::Update { .. } => (Action::UpdateOther(0), "DO UPDATE"),
            };
            let origin = Origin::Statement(clause.span);
            arbiters.push(PlannedCheck { subject, action, origin, word, when: When::Row });
            continue;
        }
        let used = index_columns(index, table);
        // A violation that waits is looked for at the row's new place.
        let waits = index.deferrable != Deferrable::No;
        if context.changed.is_some() && !waits && !used.iter().any(changed) {
            continue;
        }
        let when = match context.settings.deferred(&index.name, index.deferrable) {
            Deferrable::No => When::Row,
            Deferrable::Immediate => When::StatementEnd,
            Deferrable::Deferred => When::Commit,
        };
        others.push(plain(Subject::Index(number), when));
    }
    checks.extend(arbiters);
    checks.extend(others);
    Ok(checks)
}

/// DO UPDATE needs a target (sql-insert, "ON CONFLICT Clause").
fn no_target() -> ErrorKind {
    let message = "ON CONFLICT DO UPDATE requires inference specification or constraint name";
    ErrorKind::Report(Box::new(Report {
        hint: Some("For example, ON CONFLICT (column_name).".to_string()),
        has_position: true,
        ..postgresql_values::report("42601", message)
    }))
}

fn index_columns(index: &Index, table: &Table) -> Vec<usize> {
    use crate::catalog::Term;
    let mut used = Vec::new();
    for term in &index.terms {
        match &term.term {
            Term::Column(column) => used.push(*column),
            Term::Expr(expr, _) => used.extend(used_columns(expr, table, NameRule::Exact)),
        }
    }
    if let Some((filter, _)) = &index.filter {
        used.extend(used_columns(filter, table, NameRule::Exact));
    }
    used
}

/// ON CONSTRAINT names constraints, not mere unique indexes (sql-insert, "ON CONFLICT Clause").
/// Deferrable ones cannot be arbiters, which a row finds out that comes to one.
fn accept_arbiter(index: &Index, by: &ArbiterUse) -> std::result::Result<bool, ErrorKind> {
    match by {
        ArbiterUse::ByName { .. } if index.origin == IndexOrigin::CreateIndex => Ok(false),
        ArbiterUse::ByName { updates: true } if index.exclusion.is_some() => {
            let message = "ON CONFLICT DO UPDATE not supported with exclusion constraints";
            Err(postgresql_values::data_error("42809", message))
        }
        ArbiterUse::ByName { .. } | ArbiterUse::Inferred => Ok(true),
    }
}
