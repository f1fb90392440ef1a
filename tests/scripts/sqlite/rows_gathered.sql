-- Rows to be changed are gathered and written in the order of their keys, unless one pass can do.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INT UNIQUE);
-- | ok
INSERT INTO t VALUES (7, 'k2', 2), (8, 'k0', 0);
-- | ok, 2 rows
-- @tables
UPDATE OR REPLACE t SET id = 3 WHERE b <= 7;
-- | ok, 2 rows
-- | table t
-- |   3 | 'k0' | 0

-- @dialect sqlite
CREATE TABLE t(id INT PRIMARY KEY, b INT);
-- | ok
CREATE UNIQUE INDEX i ON t(b);
-- | ok
INSERT INTO t VALUES (7, 1), (0, 4), (3, 2);
-- | ok, 3 rows
DELETE FROM t WHERE b <= 4 RETURNING *;
-- | id | b
-- | 7 | 1
-- | 0 | 4
-- | 3 | 2
-- | ok, 3 rows

-- @dialect sqlite
-- UPDATE FROM keeps what it saw, whatever its triggers do to the rows; of several partners the
-- last one counts.
CREATE TABLE p(id INT, k INT);
-- | ok
INSERT INTO p VALUES (1, 10), (1, 11);
-- | ok, 2 rows
CREATE TABLE t(id INTEGER PRIMARY KEY, b INT);
-- | ok
INSERT INTO t VALUES (1, 0), (2, 0);
-- | ok, 2 rows
-- @tables
UPDATE t SET b = k FROM p WHERE p.id = t.id RETURNING *;
-- | id | b
-- | 1 | 11
-- | ok, 1 row
-- | table p
-- |   1 | 10
-- |   1 | 11
-- | table t
-- |   1 | 11
-- |   2 | 0

-- Rows of VALUES that look at tables are all read before the first is written. Of a rowid that is
-- given twice the last counts, of other columns the first. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, b);
-- | ok
INSERT INTO t(a, a, b, b) VALUES(1, 2, 3, 4);
-- | ok, 1 row
SELECT * FROM t;
-- | a | b
-- | 2 | 3
-- | ok
INSERT INTO t(b) VALUES((SELECT count(*) FROM t)), ((SELECT count(*) FROM t));
-- | ok, 2 rows
SELECT * FROM t;
-- | a | b
-- | 2 | 3
-- | 3 | 1
-- | 4 | 1
-- | ok
INSERT INTO t(a) VALUES((SELECT max(a) + 1 FROM t)), ((SELECT max(a) + 1 FROM t));
-- | error SQLITE_CONSTRAINT_PRIMARYKEY UNIQUE constraint failed: t.a
