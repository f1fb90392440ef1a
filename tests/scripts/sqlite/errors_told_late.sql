-- Errors that are told after others: foreign keys that do not fit, names that are reserved.
-- Source: compared with SQLite 3.54 (rusqlite, bundled).

-- @dialect sqlite
-- DELETE: once its rows can be found.
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(a);
-- | ok
CREATE TABLE c(x INTEGER PRIMARY KEY, a REFERENCES p(a));
-- | ok
DELETE FROM p WHERE q;
-- | error SQLITE_ERROR no such column: q
DELETE FROM c WHERE q;
-- | error SQLITE_ERROR no such column: q
DELETE FROM p;
-- | error SQLITE_ERROR foreign key mismatch - "c" referencing "p"
DELETE FROM c;
-- | error SQLITE_ERROR foreign key mismatch - "c" referencing "p"

-- @dialect sqlite
-- ALTER TABLE: never; names are looked up in triggers, and no further.
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE c(x INTEGER PRIMARY KEY, a REFERENCES p(a), b);
-- | ok
CREATE TRIGGER tr BEFORE INSERT ON c BEGIN UPDATE c SET a = 2 WHERE x = 2; END;
-- | ok
ALTER TABLE c RENAME COLUMN a TO aa;
-- | ok
ALTER TABLE c RENAME TO d;
-- | ok
ALTER TABLE d DROP COLUMN b;
-- | ok
SELECT sql FROM sqlite_schema;
-- | sql
-- | 'CREATE TABLE "d"(x INTEGER PRIMARY KEY, aa REFERENCES p(a))'
-- | 'CREATE TRIGGER tr BEFORE INSERT ON "d" BEGIN UPDATE "d" SET aa = 2 WHERE x = 2; END'
-- | ok
INSERT INTO d VALUES (1, 1);
-- | error SQLITE_ERROR no such table: main.p

-- @dialect sqlite
-- A trigger's name is looked at once its table is found (trigger.c, sqlite3BeginTrigger).
CREATE TABLE t(a);
-- | ok
CREATE TRIGGER sqlite_x AFTER INSERT ON nope BEGIN SELECT 1; END;
-- | error SQLITE_ERROR no such table: main.nope
CREATE TRIGGER sqlite_x AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR object name reserved for internal use: sqlite_x
CREATE TRIGGER sqlite_x AFTER INSERT ON sqlite_master BEGIN SELECT 1; END;
-- | error SQLITE_ERROR object name reserved for internal use: sqlite_x

-- @dialect sqlite
-- Writes to a view: what its triggers have wrong is told after the names of the statement, what is set before WHERE.
CREATE TABLE t(id INTEGER PRIMARY KEY, a);
-- | ok
CREATE VIEW v(p, q) AS SELECT id, a FROM t;
-- | ok
CREATE TRIGGER u INSTEAD OF UPDATE ON v BEGIN SELECT new.x; END;
-- | ok
CREATE TRIGGER d INSTEAD OF DELETE ON v BEGIN SELECT old.x; END;
-- | ok
UPDATE v SET y = 1 WHERE z;
-- | error SQLITE_ERROR no such column: y
UPDATE v SET q = y WHERE z;
-- | error SQLITE_ERROR no such column: y
UPDATE v SET q = 1 WHERE z;
-- | error SQLITE_ERROR no such column: z
UPDATE v SET q = 1;
-- | error SQLITE_ERROR no such column: new.x
DELETE FROM v WHERE z;
-- | error SQLITE_ERROR no such column: z
DELETE FROM v;
-- | error SQLITE_ERROR no such column: old.x
ALTER TABLE t RENAME COLUMN a TO b;
-- | error SQLITE_ERROR error in trigger u: no such column: new.x
