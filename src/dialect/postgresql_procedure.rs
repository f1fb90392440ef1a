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
    ("active_sql_transaction", "25001"),
    ("ambiguous_column", "42702"),
    ("ambiguous_function", "42725"),
    ("array_subscript_error", "2202E"),
    ("assert_failure", "P0004"),
    ("cannot_coerce", "42846"),
    ("cardinality_violation", "21000"),
    ("case_not_found", "20000"),
    ("check_violation", "23514"),
    ("collation_mismatch", "42P21"),
    ("data_exception", "22000"),
    ("datatype_mismatch", "42804"),
    ("datetime_field_overflow", "22008"),
    ("deadlock_detected", "40P01"),
    ("dependent_objects_still_exist", "2BP01"),
    ("division_by_zero", "22012"),
    ("duplicate_alias", "42712"),
    ("duplicate_column", "42701"),
    ("duplicate_function", "42723"),
    ("duplicate_object", "42710"),
    ("duplicate_prepared_statement", "42P05"),
    ("duplicate_schema", "42P06"),
    ("duplicate_table", "42P07"),
    ("exclusion_violation", "23P01"),
    ("feature_not_supported", "0A000"),
    ("foreign_key_violation", "23503"),
    ("generated_always", "428C9"),
    ("grouping_error", "42803"),
    ("in_failed_sql_transaction", "25P02"),
    ("indeterminate_datatype", "42P18"),
    ("insufficient_privilege", "42501"),
    ("integrity_constraint_violation", "23000"),
    ("internal_error", "XX000"),
    ("invalid_argument_for_logarithm", "2201E"),
    ("invalid_column_reference", "42P10"),
    ("invalid_datetime_format", "22007"),
    ("invalid_foreign_key", "42830"),
    ("invalid_function_definition", "42P13"),
    ("invalid_name", "42602"),
    ("invalid_object_definition", "42P17"),
    ("invalid_parameter_value", "22023"),
    ("invalid_regular_expression", "2201B"),
    ("invalid_schema_name", "3F000"),
    ("invalid_sql_statement_name", "26000"),
    ("invalid_table_definition", "42P16"),
    ("invalid_text_representation", "22P02"),
    ("invalid_transaction_state", "25000"),
    ("lock_not_available", "55P03"),
    ("name_too_long", "42622"),
    ("no_data_found", "P0002"),
    ("not_null_violation", "23502"),
    ("null_value_not_allowed", "22004"),
    ("numeric_value_out_of_range", "22003"),
    ("object_in_use", "55006"),
    ("object_not_in_prerequisite_state", "55000"),
    ("plpgsql_error", "P0000"),
    ("program_limit_exceeded", "54000"),
    ("query_canceled", "57014"),
    ("raise_exception", "P0001"),
    ("read_only_sql_transaction", "25006"),
    ("reserved_name", "42939"),
    ("restrict_violation", "23001"),
    ("sequence_generator_limit_exceeded", "2200H"),
    ("serialization_failure", "40001"),
    ("string_data_length_mismatch", "22026"),
    ("string_data_right_truncation", "22001"),
    ("substring_error", "22011"),
    ("syntax_error", "42601"),
    ("syntax_error_or_access_rule_violation", "42000"),
    ("too_many_rows", "P0003"),
    ("transaction_rollback", "40000"),
    ("triggered_data_change_violation", "27000"),
    ("undefined_column", "42703"),
    ("undefined_function", "42883"),
    ("undefined_object", "42704"),
    ("undefined_parameter", "42P02"),
    ("undefined_table", "42P01"),
    ("unique_violation", "23505"),
    ("with_check_option_violation", "44000"),
    ("wrong_object_type", "42809"),
];

fn condition(name: &str) -> Option<&'static str> {
    CONDITIONS.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}
