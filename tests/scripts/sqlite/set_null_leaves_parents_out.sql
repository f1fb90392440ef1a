-- Whether the parent of a new row is looked for depends on which program SQLite made last for the statement
-- (fkey.c, isSetNullAction): where it is the SET NULL of that key, nobody looks.
-- Source: compared with SQLite 3.54 (rusqlite, bundled).

-- @dialect sqlite
-- The trigger's UPDATE may delete rows of p, whose SET NULL is made last.
PRAGMA foreign_keys=ON;
-- | ok
PRAGMA recursive_triggers=ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY, w UNIQUE);
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, a REFERENCES p(id) ON DELETE SET NULL, u UNIQUE);
-- | ok
CREATE TRIGGER gone AFTER DELETE ON t BEGIN UPDATE p SET w = w + 1 WHERE id = old.a; END;
-- | ok
INSERT OR REPLACE INTO t VALUES (1, 7, 1);
-- | ok, 1 row
INSERT INTO t VALUES (2, 7, 2);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT * FROM t;
-- | id | a | u
-- | 1 | 7 | 1
-- | ok
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | 't' | 1 | 'p' | 0
-- | ok

-- @dialect sqlite
-- Triggers are made before the actions of the row that goes, so that here another program is the last.
PRAGMA foreign_keys=ON;
-- | ok
PRAGMA recursive_triggers=ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY, w UNIQUE);
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, a REFERENCES p(id) ON DELETE SET NULL, u UNIQUE REFERENCES t(u) ON DELETE CASCADE);
-- | ok
CREATE TRIGGER gone AFTER DELETE ON t BEGIN UPDATE p SET w = w + 1 WHERE id = old.a; END;
-- | ok
INSERT OR REPLACE INTO t VALUES (1, 7, 1);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT * FROM t;
-- | id | a | u
-- | ok

-- @dialect sqlite
-- DO UPDATE of a key that refers to its own table.
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, u UNIQUE REFERENCES t(id) ON UPDATE SET NULL, b UNIQUE);
-- | ok
INSERT INTO t VALUES (1, 9, 1) ON CONFLICT(b) DO UPDATE SET id = 2;
-- | ok, 1 row
INSERT INTO t VALUES (2, 8, 2);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT * FROM t;
-- | id | u | b
-- | 1 | 9 | 1
-- | ok

-- @dialect sqlite
-- In a trigger, a statement after one that may delete the parents.
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, a REFERENCES p(id) ON DELETE SET NULL);
-- | ok
CREATE TABLE ask(id);
-- | ok
CREATE TRIGGER asked AFTER INSERT ON ask BEGIN
  DELETE FROM p WHERE id = new.id;
-- | error SQLITE_ERROR incomplete input
  INSERT INTO t VALUES (new.id, 9);
-- | error SQLITE_ERROR no such column: new.id
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
INSERT INTO ask VALUES (1);
-- | ok, 1 row
SELECT * FROM t;
-- | id | a
-- | ok
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | ok
