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
