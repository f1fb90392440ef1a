-- Columns that the databases have by themselves and that are not here end in an error that says so.
-- @dialect postgresql
CREATE TABLE t(a int);
-- | ok (CREATE TABLE)
SELECT xmax FROM t;
-- | error 0A000 not supported by onconflict: the system column xmax
SELECT t.tableoid FROM t;
-- | error 0A000 not supported by onconflict: the system column tableoid
SELECT a FROM t WHERE EXISTS (SELECT 1 WHERE xmin IS NOT NULL);
-- | error 0A000 not supported by onconflict: the system column xmin
SELECT xmax FROM (SELECT a FROM t) AS s;
-- | error 42703 column "xmax" does not exist
SELECT ctid FROM t;
-- | ctid
-- | ok (SELECT 0)
INSERT INTO t VALUES (1) RETURNING xmax = 0 AS inserted;
-- | inserted
-- | true
-- | ok, 1 row (INSERT 0 1)
-- @dialect sqlite
CREATE TABLE t(a);
-- | ok
SELECT name FROM sqlite_schema ORDER BY rowid;
-- | error SQLITE_ERROR not supported by onconflict: the system column rowid
SELECT oid FROM sqlite_master;
-- | error SQLITE_ERROR not supported by onconflict: the system column oid
CREATE VIEW v AS SELECT * FROM t;
-- | ok
SELECT rowid FROM v;
-- | error SQLITE_ERROR no such column: rowid
