//! PostgreSQL: names of conditions (appendix "PostgreSQL Error Codes"), and what plpgsql says.

use super::postgresql_report::report;
use super::postgresql_values::{print, report as words};
use crate::error::{ErrorKind, Report};
use crate::plan::procedure::ProcedureRules;

/// The rules.
pub(super) const PROCEDURE: ProcedureRules = ProcedureRules {
    print,
    variables_hide_columns: false,
    calls_stand_alone: false,
    routines_apart: false,
    own_variables: ["found", "sqlstate", "sqlerrm"],
    cursor: |_| ErrorKind::unsupported("cursors"),
    names_clash: true,
    report,
    raised: |raised: Report| Report { code: raised.sqlstate.clone(), ..raised },
    condition,
    no_row: None,
    no_return,
    recursive: None,
};

fn no_return(trigger: bool, _name: &str) -> ErrorKind {
    let what = if trigger { "trigger procedure" } else { "function" };
    let message = format!("control reached end of {what} without RETURN");
    ErrorKind::Report(Box::new(words("2F005", message)))
}

/// Conditions that scripts name, and their codes.
const CONDITIONS: &[(&str, &str)] = &[
    ("case_not_found", "20000"),
    ("cardinality_violation", "21000"),
    ("check_violation", "23514"),
    ("data_exception", "22000"),
    ("datatype_mismatch", "42804"),
    ("datetime_field_overflow", "22008"),
    ("deadlock_detected", "40P01"),
    ("division_by_zero", "22012"),
    ("duplicate_column", "42701"),
    ("duplicate_function", "42723"),
    ("duplicate_object", "42710"),
    ("duplicate_table", "42P07"),
    ("exclusion_violation", "23P01"),
    ("feature_not_supported", "0A000"),
    ("foreign_key_violation", "23503"),
    ("integrity_constraint_violation", "23000"),
    ("invalid_datetime_format", "22007"),
    ("invalid_parameter_value", "22023"),
    ("invalid_text_representation", "22P02"),
    ("lock_not_available", "55P03"),
    ("no_data_found", "P0002"),
    ("not_null_violation", "23502"),
    ("null_value_not_allowed", "22004"),
    ("numeric_value_out_of_range", "22003"),
    ("object_in_use", "55006"),
    ("object_not_in_prerequisite_state", "55000"),
    ("query_canceled", "57014"),
    ("raise_exception", "P0001"),
    ("restrict_violation", "23001"),
    ("serialization_failure", "40001"),
    ("string_data_right_truncation", "22001"),
    ("syntax_error", "42601"),
    ("too_many_rows", "P0003"),
    ("undefined_column", "42703"),
    ("undefined_function", "42883"),
    ("undefined_object", "42704"),
    ("undefined_table", "42P01"),
    ("unique_violation", "23505"),
];

fn condition(name: &str) -> Option<&'static str> {
    CONDITIONS.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}
