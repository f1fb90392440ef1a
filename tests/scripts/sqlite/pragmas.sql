-- Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA application_id = 5;
-- | ok
PRAGMA application_id;
-- | application_id
-- | 5
-- | ok
PRAGMA cache_size = 10;
-- | ok
PRAGMA cache_size;
-- | cache_size
-- | 10
-- | ok
PRAGMA busy_timeout = 7;
-- | timeout
-- | 7
-- | ok
PRAGMA synchronous = OFF;
-- | ok
PRAGMA synchronous;
-- | synchronous
-- | 0
-- | ok
PRAGMA count_changes = 1;
-- | ok
PRAGMA journal_mode = WAL;
-- | journal_mode
-- | 'memory'
-- | ok
PRAGMA x.table_info(t);
-- | error SQLITE_ERROR unknown database x
CREATE TABLE t(a CHECK(a > 0));
-- | ok
PRAGMA ignore_check_constraints = 1;
-- | ok
INSERT INTO t VALUES(0);
-- | rows inserted
-- | 1
-- | ok, 1 row
PRAGMA ignore_check_constraints = 0;
-- | ok
INSERT INTO t VALUES(0);
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: a > 0
CREATE VIEW v(x, y) AS SELECT a, count(*) FROM t;
-- | ok
PRAGMA table_info(v);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'x' | 'BLOB' | 0 | NULL | 0
-- | 1 | 'y' | '' | 0 | NULL | 0
-- | ok
PRAGMA table_info(sqlite_schema);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'type' | 'TEXT' | 0 | NULL | 0
-- | 1 | 'name' | 'TEXT' | 0 | NULL | 0
-- | 2 | 'tbl_name' | 'TEXT' | 0 | NULL | 0
-- | 3 | 'rootpage' | 'INT' | 0 | NULL | 0
-- | 4 | 'sql' | 'TEXT' | 0 | NULL | 0
-- | ok
PRAGMA foreign_key_check(nosuch);
-- | error SQLITE_ERROR no such table: nosuch
SELECT name, rootpage FROM sqlite_schema;
-- | name | rootpage
-- | 't' | 2
-- | 'v' | 0
-- | ok
VACUUM nosuch;
-- | error SQLITE_ERROR unknown database nosuch
BEGIN;
-- | ok
VACUUM;
-- | error SQLITE_ERROR cannot VACUUM from within a transaction

-- ANALYZE, VACUUM and checks that were passed over. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a INT PRIMARY KEY, b, c CHECK(c > 0));
-- | ok
CREATE INDEX tb ON t(b, c);
-- | ok
INSERT INTO t VALUES(1, 1, 1), (2, 1, 2), (3, 2, 1), (4, 2, 2);
-- | ok, 4 rows
ANALYZE;
-- | ok
SELECT * FROM sqlite_stat1;
-- | tbl | idx | stat
-- | 't' | 'tb' | '4 2 1'
-- | 't' | 'sqlite_autoindex_t_1' | '4 1'
-- | ok
DELETE FROM t WHERE a = 2;
-- | ok, 1 row
ANALYZE tb;
-- | ok
SELECT * FROM sqlite_stat1 ORDER BY idx;
-- | tbl | idx | stat
-- | 't' | 'sqlite_autoindex_t_1' | '4 1'
-- | 't' | 'tb' | '3 2 1'
-- | ok
ANALYZE nope;
-- | error SQLITE_ERROR no such table: nope
VACUUM;
-- | ok
SELECT rowid, a FROM t;
-- | rowid | a
-- | 1 | 1
-- | 3 | 3
-- | 4 | 4
-- | ok
PRAGMA ignore_check_constraints = 1;
-- | ok
INSERT INTO t VALUES(9, 9, -1);
-- | ok, 1 row
PRAGMA ignore_check_constraints = 0;
-- | ok
PRAGMA integrity_check;
-- | integrity_check
-- | 'CHECK constraint failed in t'
-- | ok
PRAGMA integrity_check(nope);
-- | error SQLITE_ERROR no such table: nope
EXPLAIN QUERY PLAN DELETE FROM t WHERE a = 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX sqlite_autoindex_t_1 (a=?)'
-- | ok
SELECT changes();
-- | changes()
-- | 0
-- | ok

-- The time may not decide what a CHECK, an index or a generated column says. A check is named by
-- its text, of which a quoted word at its start is all that is left. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a CHECK(a < date('now')), b CHECK(/* why */ b > 0), c CHECK("c" > 0));
-- | ok
INSERT INTO t VALUES('1', 1, 1);
-- | error SQLITE_ERROR non-deterministic use of date() in a CHECK constraint
CREATE TABLE u(b CHECK(/* why */ b > 0), c CHECK("c" > 0));
-- | ok
INSERT INTO u VALUES(0, 1);
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: /* why */ b > 0
INSERT INTO u VALUES(1, 0);
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: c
INSERT INTO main.u(x) VALUES(1);
-- | error SQLITE_ERROR table main.u has no column named x
