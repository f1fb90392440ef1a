-- UPDATE OR REPLACE may delete rows, which every foreign key looks at; the row that is updated concerns only the
-- keys whose columns it changes, also where it is its own parent. Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA foreign_keys = ON;
-- | ok
CREATE TABLE t(id INT PRIMARY KEY, a TEXT UNIQUE, b INT REFERENCES t DEFERRABLE INITIALLY DEFERRED);
-- | ok
BEGIN;
-- | ok
INSERT INTO t VALUES (4, 'k4', 3), (5, 'k5', 5);
-- | ok, 2 rows
UPDATE OR REPLACE t SET a = 'q' WHERE id = 5;
-- | ok, 1 row
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | 't' | 1 | 't' | 0
-- | ok
COMMIT;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
UPDATE OR REPLACE t SET b = 4 WHERE id = 4;
-- | ok, 1 row
COMMIT;
-- | ok
SELECT * FROM t;
-- | id | a | b
-- | 4 | 'k4' | 4
-- | 5 | 'q' | 5
-- | ok
-- What it deletes is looked at: its children lose their parent.
INSERT INTO t VALUES (6, 'k6', 4);
-- | ok, 1 row
UPDATE OR REPLACE t SET a = 'k4' WHERE id = 5;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
-- A trigger's UPDATE runs under the outer statement's REPLACE.
DELETE FROM t;
-- | ok, 3 rows
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE OR FAIL t SET a = 'k3' WHERE id = new.id; END;
-- | ok
INSERT OR REPLACE INTO t VALUES (4, 'k4', 3), (5, 'k5', 5);
-- | ok, 2 rows
SELECT * FROM t;
-- | id | a | b
-- | 5 | 'k3' | 5
-- | ok
