-- Triggers of a statement that change the very row that it is at. Compared with SQLite 3.54.1, statement by statement.
-- @dialect sqlite
-- Without rowids the row is found again by its key, be it another row by now.
CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE, b, c) WITHOUT ROWID;
-- | ok
CREATE TRIGGER r0 BEFORE UPDATE ON t WHEN new.b > 1 BEGIN
  INSERT OR IGNORE INTO t VALUES (old.id, 2, NULL, 4);
-- | error SQLITE_ERROR incomplete input
  INSERT INTO t VALUES (old.id, NULL, 'y', 5);
-- | error SQLITE_ERROR no such column: old.id
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
INSERT INTO t VALUES (1, 1, 2, 3), (3, 3, 1, 'x');
-- | ok, 2 rows
UPDATE OR REPLACE t SET b = b WHERE b = 2;
-- | ok, 1 row
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 1 | 3
-- | ok
SELECT * FROM t;
-- | id | a | b | c
-- | 1 | 1 | 2 | 3
-- | 3 | 3 | 1 | 'x'
-- | ok
DROP TRIGGER r0;
-- | error SQLITE_ERROR no such trigger: r0
CREATE TRIGGER r1 BEFORE DELETE ON t WHEN old.c IS NOT 'moved' BEGIN
  UPDATE OR REPLACE t SET id = id + 1, c = 'moved' WHERE id <> old.id;
-- | error SQLITE_ERROR incomplete input
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
DELETE FROM t;
-- | ok, 2 rows
INSERT INTO t VALUES (1, 1, 2, 3), (2, 2, 3, 4), (3, 3, 1, 'x');
-- | ok, 3 rows
DELETE FROM t WHERE id = 2;
-- | ok, 1 row
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 1 | 9
-- | ok
SELECT * FROM t;
-- | id | a | b | c
-- | 1 | 1 | 2 | 3
-- | 3 | 3 | 1 | 'x'
-- | ok
-- A foreign key goes by the row as it was before its triggers ran.
-- @dialect sqlite
PRAGMA foreign_keys = 1;
-- | ok
CREATE TABLE t(id PRIMARY KEY, a UNIQUE, b REFERENCES t, c);
-- | ok
CREATE TRIGGER r1 BEFORE UPDATE ON t WHEN new.c IS NOT 'z' BEGIN
  UPDATE t SET id = id + 1, c = 'z' WHERE a = old.a;
-- | error SQLITE_ERROR incomplete input
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
INSERT OR IGNORE INTO t VALUES (1, 1, 2, 3), (2, 2, 3, 4), (3, 3, 1, 'x');
-- | ok, 3 rows
UPDATE OR REPLACE t SET id = id WHERE id = 2;
-- | ok, 1 row
UPDATE OR REPLACE t SET id = coalesce(a, 1);
-- | ok, 3 rows
SELECT * FROM t;
-- | id | a | b | c
-- | 1 | 1 | 2 | 3
-- | 2 | 2 | 3 | 4
-- | 3 | 3 | 1 | 'x'
-- | ok
-- A row that its own BEFORE DELETE trigger has deleted is not counted for the statement that fails.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE);
-- | ok
INSERT INTO t VALUES (1, 1), (2, 2), (3, 3);
-- | ok, 3 rows
CREATE TRIGGER r1 BEFORE DELETE ON t WHEN old.id > 2 BEGIN
  DELETE FROM t WHERE id = old.id - 2;
-- | error SQLITE_ERROR incomplete input
  UPDATE OR FAIL t SET a = 5;
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: t.a
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
DELETE FROM t WHERE a > 1;
-- | ok, 3 rows
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 3 | 7
-- | ok
SELECT * FROM t;
-- | id | a
-- | ok
