-- What counts when a statement fails half-way, and what AUTOINCREMENT records.
-- @dialect sqlite
CREATE TABLE log(x);
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, b INT UNIQUE);
-- | ok
CREATE TRIGGER r AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (new.id); INSERT OR FAIL INTO t(b) VALUES (new.b); END;
-- | ok
INSERT INTO t VALUES (1, 5);
-- | ok, 1 row
UPDATE OR FAIL t SET b = 6;
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: t.b
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 1 | 3
-- | ok

-- @dialect sqlite
-- A statement that may add rows to a table is recorded, rows or not; what RAISE(IGNORE) keeps out
-- was never tried.
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a);
-- | ok
CREATE TRIGGER r BEFORE INSERT ON t WHEN new.a = 'no' BEGIN SELECT RAISE(IGNORE); END;
-- | ok
INSERT INTO t VALUES (7, 'no');
-- | ok, 0 rows
-- @tables
SELECT 1;
-- | 1
-- | 1
-- | ok
-- | table sqlite_sequence
-- |   't' | 0
-- | table t
INSERT INTO t VALUES (3, 'yes');
-- | ok, 1 row
-- @tables
SELECT 1;
-- | 1
-- | 1
-- | ok
-- | table sqlite_sequence
-- |   't' | 3
-- | table t
-- |   3 | 'yes'

-- @dialect sqlite
-- Without a check that could abort it there is no journal: what was written before another error
-- stays, and does not count.
CREATE TABLE t(id INTEGER PRIMARY KEY, a INT) STRICT;
-- | ok
INSERT INTO t VALUES (1, 1), (2, 2), (3, 3);
-- | ok, 3 rows
BEGIN;
-- | ok
UPDATE t SET a = CASE id WHEN 2 THEN 'x' ELSE a + 100 END;
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store TEXT value in INT column t.a
-- @tables
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 3
-- | ok
-- | table t
-- |   1 | 101
-- |   2 | 2
-- |   3 | 3
COMMIT;
-- | ok

-- @dialect sqlite
-- A trigger does not fire itself, under whatever clause its program runs.
CREATE TABLE log(x);
-- | ok
CREATE TABLE t(id INT PRIMARY KEY, a TEXT CHECK (a <> 'k4'));
-- | ok
CREATE TRIGGER r BEFORE INSERT ON t BEGIN INSERT INTO log VALUES (new.id); INSERT OR REPLACE INTO t VALUES (new.id + 1, 'k4'); END;
-- | ok
-- @tables
INSERT INTO t VALUES (1, 'x');
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: a <> 'k4'
-- | table log
-- | table t
SELECT total_changes();
-- | total_changes()
-- | 1
-- | ok

-- @dialect sqlite
-- RETURNING shows the row as it was written, though an AFTER trigger has deleted it.
CREATE TABLE t(id INTEGER PRIMARY KEY, b INT);
-- | ok
CREATE TRIGGER r AFTER UPDATE ON t BEGIN DELETE FROM t WHERE id = new.id; END;
-- | ok
INSERT INTO t VALUES (1, 1), (2, 2);
-- | ok, 2 rows
-- @tables
UPDATE t SET b = b + 1 RETURNING *;
-- | id | b
-- | 1 | 2
-- | 2 | 3
-- | ok, 2 rows
-- | table t

-- @dialect sqlite
-- A function in an index may fail and so brings a journal: what was written before another error
-- goes with it. Compared with SQLite 3.54.1.
CREATE TABLE t(id INT PRIMARY KEY, a TEXT) STRICT, WITHOUT ROWID;
-- | ok
BEGIN;
-- | ok
INSERT OR ROLLBACK INTO t VALUES (1, 'x'), (2.5, 'y');
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store REAL value in INT column t.id
SELECT count(*) FROM t;
-- | count(*)
-- | 1
-- | ok
ROLLBACK;
-- | ok
CREATE INDEX i ON t(lower(a));
-- | ok
BEGIN;
-- | ok
INSERT OR ROLLBACK INTO t VALUES (1, 'x'), (2.5, 'y');
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store REAL value in INT column t.id
SELECT count(*) FROM t;
-- | count(*)
-- | 0
-- | ok
