-- What is refused, and in which words? Compared with SQLite 3.54.1.

-- Definitions.
-- @dialect sqlite
CREATE TABLE a(a, PRIMARY KEY(a+1));
-- | error SQLITE_ERROR expressions prohibited in PRIMARY KEY and UNIQUE constraints
CREATE TABLE a(a, UNIQUE(lower(a)));
-- | error SQLITE_ERROR expressions prohibited in PRIMARY KEY and UNIQUE constraints
CREATE TABLE a(a, UNIQUE((a)));
-- | ok
CREATE TABLE g(a INTEGER PRIMARY KEY, b AS (rowid));
-- | error SQLITE_ERROR no such column: rowid
CREATE TABLE t(a, b, c, UNIQUE(b));
-- | ok
ALTER TABLE t DROP COLUMN b;
-- | error SQLITE_ERROR error in table t after drop column: no such column: b
CREATE TABLE u(a, b UNIQUE);
-- | ok
ALTER TABLE u DROP COLUMN b;
-- | error SQLITE_ERROR cannot drop UNIQUE column: "b"
INSERT INTO t VALUES(1, 2, 3);
-- | ok, 1 row
CREATE INDEX i ON t(a) WHERE date('now') > 1;
-- | error SQLITE_ERROR non-deterministic use of date() in an index
CREATE VIEW v AS SELECT 1;
-- | ok
DROP INDEX t;
-- | error SQLITE_ERROR no such index: t
DROP INDEX v;
-- | error SQLITE_ERROR no such index: v
DROP INDEX IF EXISTS t;
-- | ok
DROP TABLE v;
-- | error SQLITE_ERROR use DROP VIEW to delete view v
CREATE TABLE d(a DEFAULT ( 7 ));
-- | ok
PRAGMA table_info(d);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'a' | '' | 0 | '7' | 0
-- | ok
PRAGMA user_version = 3000000000;
-- | ok
PRAGMA user_version;
-- | user_version
-- | 0
-- | ok

-- Rows, compounds, recursion, FROM.
-- @dialect sqlite
SELECT (1,2) IN (1,2);
-- | error SQLITE_ERROR IN(...) element has 1 term - expected 2
SELECT 1 = (SELECT 1,2);
-- | error SQLITE_ERROR row value misused
SELECT (1,2) = (SELECT 1);
-- | error SQLITE_ERROR row value misused
SELECT (SELECT 1,2) = (SELECT 1,2);
-- | (SELECT 1,2) = (SELECT 1,2)
-- | 1
-- | ok
VALUES(1) UNION VALUES(1,2);
-- | error SQLITE_ERROR all VALUES must have the same number of terms
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT sum(n) FROM c) SELECT * FROM c;
-- | error SQLITE_ERROR recursive aggregate queries not supported
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT a.n FROM c a, c b) SELECT * FROM c;
-- | error SQLITE_ERROR multiple references to recursive table: c
CREATE TABLE a(id INTEGER PRIMARY KEY, v);
-- | ok
CREATE TABLE b(id INTEGER PRIMARY KEY, x);
-- | ok
UPDATE a SET v=1 FROM a;
-- | error SQLITE_ERROR target object/alias may not appear in FROM clause: a
UPDATE a SET v=1 FROM b JOIN a ON 1;
-- | error SQLITE_ERROR target object/alias may not appear in FROM clause: a
UPDATE a SET v=1 FROM a AS z;
-- | ok, 0 rows
UPDATE a SET v=1 FROM b AS a;
-- | ok, 0 rows
UPDATE a AS q SET v=1 FROM a;
-- | ok, 0 rows
SELECT date(9223372036854775807, '+1 day');
-- | date(9223372036854775807, '+1 day')
-- | NULL
-- | ok
SELECT * FROM pragma_user_version;
-- | user_version
-- | 0
-- | ok
