//! How SQLite's text is read. Sources: tokenize.c and parse.y of SQLite 3.54, lang_keywords.html,
//! lang_expr.html.

use crate::syntax::rules::{Caret, ConflictSpelling, Grammar, KeywordSet, ParamForms, SyntaxRules};

/// Every keyword (lang_keywords.html), reserved or not.
pub(super) const KEYWORDS: &str = "\
    ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE \
    BEGIN BETWEEN BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE \
    CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE \
    DEFERRED DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE \
    EXISTS EXPLAIN FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP \
    GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD \
    INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT \
    NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA \
    PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME \
    REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET TABLE TEMP \
    TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM \
    VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHOUT";

/// SQLite's rules of syntax.
pub static SYNTAX: SyntaxRules = SyntaxRules {
    ident_quotes: &[('"', '"'), ('`', '`'), ('[', ']')],
    string_quotes: &['\''],
    fold_lower: false,
    backslash_escapes: false,
    postgres_forms: false,
    mysql_comments: false,
    nested_comments: false,
    pipes_are_or: false,
    caret: Caret::Nothing,
    params: ParamForms::Sqlite,
    hex_strings: true,
    max_name: usize::MAX,
    reserved: RESERVED,
    functions: KeywordSet::EMPTY,
    not_functions: KeywordSet::EMPTY,
    adjacent: &[],
    not_label: RESERVED.and(JOIN_WORDS),
    not_table_alias: RESERVED.and(JOIN_WORDS),
    conflict: ConflictSpelling {
        or: true,
        ignore: false,
        replace: true,
        on_conflict: true,
        on_constraint: false,
        several_arms: true,
        on_duplicate_key: false,
        on_constraints: true,
    },
    grammar: Grammar::Sqlite,
};

/// The words that parse.y does not let fall back to a name (`%fallback ID`).
const RESERVED: KeywordSet = KeywordSet::of(
    "ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE
     DEFAULT DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM GROUP HAVING
     IN INDEX INSERT INTERSECT INTO IS ISNULL JOIN LIMIT NOT NOTHING NOTNULL NULL ON OR ORDER
     PRIMARY REFERENCES RETURNING SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING
     VALUES WHEN WHERE",
);

/// Names, but no aliases without AS (parse.y: `ids` has no JOIN_KW and no INDEXED).
const JOIN_WORDS: KeywordSet = KeywordSet::of("CROSS FULL INDEXED INNER LEFT NATURAL OUTER RIGHT");
