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
