//! Where errors are and what they say. Every line was tried on the database itself: SQLite 3.54.1,
//! PostgreSQL 18.6, MariaDB 10.11 for what MySQL has in common with it; the rest is from MySQL's
//! grammar. What is unsupported here is fine there.

use super::{first, problem};
use crate::dialect::mysql_syntax::SYNTAX as MYSQL_SYNTAX;
use crate::dialect::postgresql_syntax::SYNTAX as POSTGRESQL_SYNTAX;
use crate::dialect::sqlite_syntax::SYNTAX as SQLITE_SYNTAX;
use crate::syntax::rules::SyntaxRules;

fn check(rules: &SyntaxRules, cases: &[(&str, &str)]) {
    for (sql, expected) in cases {
        assert_eq!(problem(sql, rules).as_deref().unwrap_or("fine"), *expected, "{sql}");
    }
}

#[test]
fn sqlite() {
    check(
        &SQLITE_SYNTAX,
        &[
            ("INSERT INTO t SELECT a FROM s ON CONFLICT(a) DO NOTHING", "near DO"),
            ("INSERT INTO t SELECT a FROM s WHERE true ON CONFLICT(a) DO NOTHING", "fine"),
            ("INSERT INTO t VALUES(1) ON CONFLICT DO NOTHING ON CONFLICT(a) DO NOTHING", "near ON"),
            ("INSERT INTO t VALUES(1) ON CONFLICT(a) DO UPDATE SET excluded.b=1", "near ."),
            ("INSERT INTO t VALUES(1) ON CONFLICT(a) DO UPDATE b=1", "near b"),
            ("INSERT INTO t VALUES(DEFAULT)", "near DEFAULT"),
            ("INSERT INTO t x VALUES(1)", "near x"),
            ("INSERT INTO t DEFAULT VALUES ON CONFLICT DO NOTHING", "near ON"),
            ("INSERT OR SKIP INTO t VALUES(1)", "near SKIP"),
            ("CREATE TABLE t(a CHECK(a>0) ON CONFLICT IGNORE)", "near ON"),
            ("CREATE TABLE t(a, CHECK(a>0) ON CONFLICT IGNORE)", "fine"),
            ("CREATE TABLE t(UNIQUE(a), a INT)", "near UNIQUE"),
            ("CREATE TABLE t(a INT, UNIQUE(a) b INT)", "near b"),
            ("CREATE TABLE t(a) WITHOUT ROWID, STRICT", "fine"),
            ("CREATE TABLE t(a) FAST", "unknown table option: FAST"),
            ("CREATE TABLE t(a REFERENCES p ON x)", "near x"),
            ("CREATE TABLE t(a INTEGER, PRIMARY KEY(a AUTOINCREMENT))", "fine"),
            ("CREATE TABLE t(a TEXT GENERATED UNIQUE)", "fine"),
            ("UPDATE t SET a=1 ORDER BY a LIMIT 1", "near ORDER"),
            ("DELETE FROM t LIMIT 1", "near LIMIT"),
            ("SELECT * FROM t ON 1", "a JOIN clause is required before ON"),
            (
                "SELECT 1 ORDER BY 1 UNION SELECT 2",
                "ORDER BY clause should come after UNION not before",
            ),
            ("VALUES(1) ORDER BY 1", "near ORDER"),
            ("SELECT * FROM a LEFT INNER JOIN b", "unknown join type: LEFT INNER"),
            ("SELECT 'abc", "bad 'abc"),
            ("SELECT x'0'", "bad x'0'"),
            ("SELECT 12ab", "bad 12ab"),
            ("SELECT a ^ b", "bad ^"),
            ("SELECT", "end"),
            ("SELECT;", "near ;"),
            ("SELECT 1 /* open", "fine"),
            ("SELECT ?0", "variable number must be between ?1 and ?32766"),
            ("EXPLAIN QUERY SELECT 1", "near SELECT"),
            ("SELECT a AS left, key, value, replace, abort, do FROM conflict", "fine"),
            ("SELECT a left FROM t", "near left"),
            ("SELECT sum(a) OVER (ORDER BY b ROWS 1 FOLLOWING)", "unsupported frame specification"),
            ("CREATE VIRTUAL TABLE t USING fts5(a)", "unsupported CREATE VIRTUAL TABLE"),
        ],
    );
}

#[test]
fn postgresql() {
    check(
        &POSTGRESQL_SYNTAX,
        &[
            ("INSERT INTO t VALUES(1) ON CONFLICT(t.a) DO NOTHING", "near )"),
            (
                "INSERT INTO t VALUES(1) ON CONFLICT(a) DO NOTHING ON CONFLICT(b) DO NOTHING",
                "near ON",
            ),
            ("INSERT INTO t VALUES(1) ON CONFLICT(a+1) DO NOTHING", "near +"),
            ("INSERT INTO t VALUES(1) ON CONFLICT((a+1)) DO NOTHING", "fine"),
            ("INSERT OR IGNORE INTO t VALUES(1)", "near OR"),
            ("REPLACE INTO t VALUES(1)", "near REPLACE"),
            ("INSERT IGNORE INTO t VALUES(1)", "near IGNORE"),
            ("INSERT INTO t VALUES(1) ON DUPLICATE KEY UPDATE a=1", "near DUPLICATE"),
            ("INSERT INTO t x VALUES(1)", "near x"),
            ("SELECT 1 < 2 < 3", "near <"),
            ("SELECT a = b = c", "near ="),
            ("SELECT a IS NULL IS NULL", "fine"),
            ("SELECT a NOT NULL FROM t", "near NULL"),
            ("SELECT ARRAY[1,2][1]", "near ["),
            ("SELECT 123abc", "bad 123abc"),
            ("SELECT 'abc", "bad 'abc"),
            ("SELECT 1 /* open", "bad /* open"),
            ("SELECT 1 /* a /* b */ c */ + 1", "fine"),
            ("SELECT", "fine"),
            ("SELECT * FROM", "end"),
            ("SELECT * FROM;", "near ;"),
            ("SELECT 1 AS select, 2 AS from, key, value, name FROM t", "fine"),
            ("SELECT a year FROM t", "near year"),
            ("SELECT a AS year FROM t", "fine"),
            ("SELECT user_id, user FROM t", "fine"),
            ("CREATE TABLE t(user int)", "near user"),
            ("CREATE TABLE t(a int, UNIQUE(lower(a)))", "near ("),
            ("CREATE TABLE t(a int DEFAULT 1 NOT NULL UNIQUE)", "fine"),
            ("CREATE TABLE t(a int REFERENCES p ON UNIQUE)", "near UNIQUE"),
            (
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql",
                "Refused(FunctionPart, [\"function body\"])",
            ),
            (
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN OPEN c; END $$",
                "unsupported OPEN in a procedure",
            ),
            ("GRANT ALL ON t TO x", "unsupported GRANT"),
            ("SELECT a @@ b", "unsupported operator @@"),
            ("SELECT U&'\\0041'", "unsupported U& strings and names"),
            ("UPDATE t SET a=1 LIMIT 1", "near LIMIT"),
            ("TRUNCATE t RESTART x", "near x"),
        ],
    );
}

#[test]
fn mysql() {
    check(
        &MYSQL_SYNTAX,
        &[
            ("INSERT INTO t VALUES(1) ON CONFLICT(a) DO NOTHING", "near CONFLICT"),
            ("INSERT OR IGNORE INTO t VALUES(1)", "near OR"),
            ("INSERT INTO t VALUES(1) ON DUPLICATE KEY UPDATE a=1 WHERE b=1", "near WHERE"),
            ("REPLACE INTO t VALUES(1) ON DUPLICATE KEY UPDATE a=1", "near ON"),
            ("INSERT INTO t VALUES(1) RETURNING a", "near RETURNING"),
            ("INSERT INTO t(a) VALUES(1) AS new ON DUPLICATE KEY UPDATE a=new.a", "fine"),
            ("SELECT 'abc", "bad 'abc"),
            ("SELECT 1 LIMIT 'x'", "near 'x'"),
            ("SELECT * FROM", "end"),
            ("SELECT * FROM;", "end"),
            ("SELECT a, FROM t", "near FROM"),
            ("SELECT 1 + NOT 2", "near NOT"),
            ("CREATE TABLE t(key INT)", "near INT"),
            (
                "CREATE TABLE t(`key` INT, value INT, name INT, count INT, date DATE, user INT)",
                "fine",
            ),
            ("CREATE TABLE t(a VARCHAR)", "near )"),
            ("CREATE TABLE t(a INT DEFAULT uuid())", "near uuid"),
            ("CREATE TABLE t(a INT, UNIQUE KEY u ((lower(a))))", "fine"),
            ("DROP TABLE IF t", "near t"),
            ("DROP INDEX i", "end"),
            ("SELECT MATCH(a) AGAINST('x') FROM t", "unsupported full-text search"),
            (
                "LOAD DATA INFILE 'x' INTO TABLE t",
                "unsupported LOAD DATA without its rows, pasted below it up to a line \\.",
            ),
            ("CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = ; END", "near ;"),
        ],
    );
}

#[test]
fn an_error_leaves_the_next_statement_alone() {
    let sql = "SELECT FROM; SELECT 2; CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT !; \
               SELECT CASE a WHEN 1 THEN 2 END; END; SELECT 3";
    let mut starts = Vec::new();
    let mut from = 0;
    while let Some(parsed) = crate::syntax::parse_next(sql, from, &SQLITE_SYNTAX) {
        starts.push((
            parsed.span.of(sql).get(..8).unwrap_or("").to_owned(),
            parsed.statement.is_ok(),
        ));
        from = parsed.next;
    }
    let expected =
        [("SELECT F", false), ("SELECT 2", true), ("CREATE T", false), ("SELECT 3", true)];
    assert_eq!(starts, expected.map(|(text, fine)| (text.to_owned(), fine)));

    let sql = "SELECT 1;\nDELIMITER //\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN \
               SET NEW.a = 1; END//\nSELECT FROM //\nSELECT 4;\ndelimiter ;\nSELECT 5;";
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(parsed) = crate::syntax::parse_next(sql, from, &MYSQL_SYNTAX) {
        found.push((parsed.span.of(sql).get(..8).unwrap_or(""), parsed.statement.is_ok()));
        from = parsed.next;
    }
    let expected = [("SELECT 1", true), ("CREATE T", true), ("SELECT F", false)];
    assert_eq!(found[..3], expected);
    assert_eq!(found[3..], [("SELECT 4", true), ("SELECT 5", true)]);

    let sql = "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN IF 1 THEN SET NEW.a = ; \
               END IF; END; SELECT 1";
    let parsed = first(sql, &MYSQL_SYNTAX);
    assert!(parsed.statement.is_err());
    assert_eq!(&sql[parsed.next..], " SELECT 1");
}
