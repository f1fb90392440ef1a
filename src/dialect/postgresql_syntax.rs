//! How PostgreSQL's text is read. Sources: scan.l, gram.y and kwlist.h of PostgreSQL 18,
//! sql-syntax-lexical.html, sql-keywords-appendix.html.

use crate::syntax::rules::{Caret, ConflictSpelling, Grammar, KeywordSet, ParamForms, SyntaxRules};

/// PostgreSQL's rules of syntax.
pub static SYNTAX: SyntaxRules = SyntaxRules {
    ident_quotes: &[('"', '"')],
    string_quotes: &['\''],
    fold_lower: true,
    backslash_escapes: false,
    postgres_forms: true,
    mysql_comments: false,
    nested_comments: true,
    pipes_are_or: false,
    caret: Caret::Power,
    params: ParamForms::Dollar,
    hex_strings: false,
    // NAMEDATALEN less one (sql-syntax-lexical.html, 4.1.1).
    max_name: 63,
    reserved: RESERVED.and(FUNCTION_OR_TYPE),
    functions: FUNCTION_OR_TYPE,
    not_functions: COLUMN_NAME,
    adjacent: &[],
    not_label: NOT_LABEL,
    not_table_alias: RESERVED.and(FUNCTION_OR_TYPE),
    conflict: ConflictSpelling {
        or: false,
        ignore: false,
        replace: false,
        on_conflict: true,
        on_constraint: true,
        several_arms: false,
        on_duplicate_key: false,
        on_constraints: false,
    },
    grammar: Grammar::Postgresql,
};

/// RESERVED_KEYWORD of kwlist.h.
const RESERVED: KeywordSet = KeywordSet::of(
    "ALL ANALYSE ANALYZE AND ANY ARRAY AS ASC ASYMMETRIC BOTH CASE CAST CHECK COLLATE COLUMN
     CONSTRAINT CREATE CURRENT_CATALOG CURRENT_DATE CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP
     CURRENT_USER DEFAULT DEFERRABLE DESC DISTINCT DO ELSE END EXCEPT FALSE FETCH FOR FOREIGN FROM
     GRANT GROUP HAVING IN INITIALLY INTERSECT INTO LATERAL LEADING LIMIT LOCALTIME LOCALTIMESTAMP
     NOT NULL OFFSET ON ONLY OR ORDER PLACING PRIMARY REFERENCES RETURNING SELECT SESSION_USER SOME
     SYMMETRIC SYSTEM_USER TABLE THEN TO TRAILING TRUE UNION UNIQUE USER USING VARIADIC WHEN WHERE
     WINDOW WITH",
);

/// TYPE_FUNC_NAME_KEYWORD of kwlist.h.
const FUNCTION_OR_TYPE: KeywordSet = KeywordSet::of(
    "AUTHORIZATION BINARY COLLATION CONCURRENTLY CROSS CURRENT_SCHEMA FREEZE FULL ILIKE INNER IS
     ISNULL JOIN LEFT LIKE NATURAL NOTNULL OUTER OVERLAPS RIGHT SIMILAR TABLESAMPLE VERBOSE",
);

/// COL_NAME_KEYWORD of kwlist.h, without those that have a call of their own in gram.y.
const COLUMN_NAME: KeywordSet = KeywordSet::of(
    "BETWEEN BIGINT BIT BOOLEAN CHAR CHARACTER DEC DECIMAL FLOAT INOUT INT INTEGER INTERVAL NATIONAL
     NCHAR NUMERIC OUT PRECISION REAL SETOF SMALLINT TIME TIMESTAMP VALUES VARCHAR",
);

/// AS_LABEL of kwlist.h.
const NOT_LABEL: KeywordSet = KeywordSet::of(
    "ARRAY AS CHAR CHARACTER CREATE DAY EXCEPT FETCH FILTER FOR FROM GRANT GROUP HAVING HOUR
     INTERSECT INTO ISNULL LIMIT MINUTE MONTH NOTNULL OFFSET ON ORDER OVER OVERLAPS PRECISION
     RETURNING SECOND TO UNION VARYING WHERE WINDOW WITH WITHIN WITHOUT YEAR",
);

/// Whether a word is quoted where it is a name (ruleutils.c, quote_identifier).
pub(super) fn is_quoted(name: &str) -> bool {
    SYNTAX.reserved.has(name) || SYNTAX.not_functions.has(name)
}
