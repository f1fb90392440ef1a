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
-- | error SQLITE_ERROR not supported by onconflict: PRAGMA count_changes=1
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
