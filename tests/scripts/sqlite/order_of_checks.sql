-- Which check speaks first, and which index a conflict target means.
-- @dialect sqlite

-- Types are enforced before the first CHECK or, without one, after the rowid.
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT) STRICT;
-- | ok
INSERT INTO t VALUES (1, 'x');
-- | ok, 1 row
INSERT INTO t VALUES (1, x'6b');
-- | error SQLITE_CONSTRAINT_PRIMARYKEY UNIQUE constraint failed: t.id
CREATE TABLE c(id INTEGER PRIMARY KEY, a TEXT CHECK (a <> 'z')) STRICT;
-- | ok
INSERT INTO c VALUES (1, 'x');
-- | ok, 1 row
INSERT INTO c VALUES (1, x'6b');
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store BLOB value in TEXT column c.a

-- @dialect sqlite
-- A target means the newest index that fits it; a second clause with the same target the next.
CREATE TABLE t(id INTEGER PRIMARY KEY, b INT UNIQUE);
-- | ok
CREATE UNIQUE INDEX i ON t(b) WHERE id < 4;
-- | ok
INSERT INTO t VALUES (1, 1), (9, 9);
-- | ok, 2 rows
-- @tables
INSERT INTO t VALUES (7, 9) ON CONFLICT(b) WHERE id < 4 DO UPDATE SET b = 50;
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: t.b
-- | table t
-- |   1 | 1
-- |   9 | 9
-- @tables
INSERT INTO t VALUES (2, 1) ON CONFLICT(b) WHERE id < 4 DO UPDATE SET b = 50;
-- | ok, 1 row
-- | table t
-- |   1 | 50
-- |   9 | 9
INSERT INTO t VALUES (3, 3) ON CONFLICT(id) DO NOTHING ON CONFLICT(nope) DO NOTHING;
-- | error SQLITE_ERROR no such column: nope
INSERT INTO t VALUES (3, 3) ON CONFLICT(id) DO NOTHING ON CONFLICT(id, b) DO NOTHING;
-- | error SQLITE_ERROR 2nd ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

-- @dialect sqlite
-- An INTEGER PRIMARY KEY WITHOUT ROWID gets its index last and so is looked at first. Of two names
-- that are not there, the one that a column is set to speaks first, and SET before WHERE. Compared
-- with SQLite 3.54.1.
CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE) WITHOUT ROWID;
-- | ok
INSERT INTO t VALUES (1, 1);
-- | ok, 1 row
INSERT INTO t VALUES (1, 1);
-- | error SQLITE_CONSTRAINT_PRIMARYKEY UNIQUE constraint failed: t.id
PRAGMA index_list(t);
-- | seq | name | unique | origin | partial
-- | 0 | 'sqlite_autoindex_t_2' | 1 | 'pk' | 0
-- | 1 | 'sqlite_autoindex_t_1' | 1 | 'u' | 0
-- | ok
CREATE TABLE u(id INT PRIMARY KEY, a UNIQUE) WITHOUT ROWID;
-- | ok
INSERT INTO u VALUES (1, 1);
-- | ok, 1 row
INSERT INTO u VALUES (1, 1);
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: u.a
UPDATE t SET x = y;
-- | error SQLITE_ERROR no such column: y
UPDATE t SET x = 1 WHERE z;
-- | error SQLITE_ERROR no such column: x
INSERT INTO t VALUES (1, 1) ON CONFLICT DO UPDATE SET x = excluded.y;
-- | error SQLITE_ERROR no such column: excluded.y
INSERT INTO t VALUES (1, 1) ON CONFLICT(a, a) DO NOTHING;
-- | error SQLITE_ERROR ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
UPDATE t SET (id, a) = (SELECT 1);
-- | error SQLITE_ERROR 2 columns assigned 1 values
