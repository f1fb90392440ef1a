-- While UPDATE OR REPLACE deletes the row in its way, delete triggers may not write the table.
-- Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA recursive_triggers = ON;
-- | ok
CREATE TABLE log(x);
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE);
-- | ok
CREATE TRIGGER d AFTER DELETE ON t BEGIN INSERT INTO log VALUES(old.id); DELETE FROM t WHERE id = old.id + 1; END;
-- | ok
INSERT INTO t VALUES(1, 1), (2, 2), (3, 3), (4, 4);
-- | ok, 4 rows
UPDATE OR REPLACE t SET a = 2 WHERE id = 1;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
UPDATE OR REPLACE t SET a = 4 WHERE id = 1;
-- | ok, 1 row
UPDATE OR REPLACE t SET id = 2 WHERE id = 1;
-- | ok, 1 row
-- @tables
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 1 | 11
-- | ok
-- | table log
-- |   4
-- |   2
-- |   3
-- | table t
-- |   2 | 4

-- @dialect sqlite
PRAGMA recursive_triggers = ON;
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE, b);
-- | ok
CREATE TRIGGER d AFTER DELETE ON t BEGIN UPDATE t SET b = old.id WHERE id = old.id + 1; END;
-- | ok
INSERT INTO t VALUES(1, 1, 1), (2, 2, 2), (3, 3, 3);
-- | ok, 3 rows
UPDATE OR REPLACE t SET a = 2 WHERE id = 1;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
DROP TRIGGER d;
-- | ok
CREATE TRIGGER d AFTER DELETE ON t BEGIN INSERT INTO t VALUES(9, 9, 9); END;
-- | ok
UPDATE OR REPLACE t SET a = 2 WHERE id = 1;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
-- @tables
SELECT 1;
-- | 1
-- | 1
-- | ok
-- | table t
-- |   1 | 1 | 1
-- |   2 | 2 | 2
-- |   3 | 3 | 3

-- A trigger that fires itself without end. SQLite comes to it at a thousand levels, and counts them.
-- @dialect sqlite
PRAGMA recursive_triggers = ON;
-- | ok
CREATE TABLE t(n);
-- | ok
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO t VALUES(new.n + 1); END;
-- | ok
INSERT INTO t VALUES(1);
-- | error SQLITE_ERROR triggers nested too deep
SELECT count(*), total_changes() FROM t;
-- | count(*) | total_changes()
-- | 0 | 0
-- | ok
PRAGMA recursive_triggers = OFF;
-- | ok
INSERT INTO t VALUES(1);
-- | ok, 1 row
SELECT * FROM t;
-- | n
-- | 1
-- | 2
-- | ok
