-- Compared with SQLite 3.54.1.

-- @dialect sqlite
CREATE TABLE t(a int, b any);
-- | ok
CREATE TABLE u(x [text], y "Int");
-- | ok
INSERT INTO t VALUES (1, 1), (2, 1), (3, 2);
-- | ok, 3 rows

-- Types of the six standard names are shown in capitals.
SELECT name, type FROM pragma_table_info('t') UNION ALL SELECT name, type FROM pragma_table_info('u');
-- | name | type
-- | 'a' | 'INT'
-- | 'b' | 'ANY'
-- | 'x' | 'TEXT'
-- | 'y' | 'INT'
-- | ok

-- f(*) is a call without arguments.
SELECT changes(*), total_changes(*), last_insert_rowid(*);
-- | changes(*) | total_changes(*) | last_insert_rowid(*)
-- | 3 | 3 | 3
-- | ok
SELECT length(*);
-- | error SQLITE_ERROR wrong number of arguments to function length()

-- The LIMIT of a scalar query or of EXISTS says only whether there is a row.
SELECT (SELECT a FROM t LIMIT 'x'), (SELECT a FROM t LIMIT 1.5), EXISTS (SELECT 1 FROM t LIMIT 'y');
-- | (SELECT a FROM t LIMIT 'x') | (SELECT a FROM t LIMIT 1.5) | EXISTS (SELECT 1 FROM t LIMIT 'y')
-- | 1 | 1 | 1
-- | ok
SELECT EXISTS (SELECT 1 LIMIT 0), (SELECT 3 LIMIT -1), (SELECT 3 LIMIT 0.0);
-- | EXISTS (SELECT 1 LIMIT 0) | (SELECT 3 LIMIT -1) | (SELECT 3 LIMIT 0.0)
-- | 0 | 3 | NULL
-- | ok
SELECT (SELECT a FROM t LIMIT NULL);
-- | error SQLITE_MISMATCH datatype mismatch
SELECT 1 IN (SELECT a FROM t LIMIT 'x');
-- | error SQLITE_MISMATCH datatype mismatch
