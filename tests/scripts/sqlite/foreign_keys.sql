-- When foreign keys are looked at, and what a single row does differently.
-- @dialect sqlite
PRAGMA foreign_keys = ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c(id INTEGER PRIMARY KEY, x REFERENCES p);
-- | ok
INSERT INTO p VALUES (1);
-- | ok, 1 row
INSERT INTO c VALUES (1, 1);
-- | ok, 1 row
INSERT INTO c VALUES (5, 9);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid();
-- | last_insert_rowid()
-- | 1
-- | ok
INSERT INTO c VALUES (6, 1), (7, 9);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid();
-- | last_insert_rowid()
-- | 7
-- | ok

-- @dialect sqlite
-- A key that does not fit its parent matters only where it is looked up.
PRAGMA foreign_keys = ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY, k);
-- | ok
CREATE TABLE c(x REFERENCES p(k), y);
-- | ok
INSERT INTO p VALUES (1, 1);
-- | ok, 1 row
INSERT INTO p VALUES (2, 2), (3, 3);
-- | error SQLITE_ERROR foreign key mismatch - "c" referencing "p"
INSERT INTO c VALUES (1, 1);
-- | error SQLITE_ERROR foreign key mismatch - "c" referencing "p"
UPDATE c SET y = 1;
-- | ok, 0 rows
UPDATE c SET x = 1;
-- | error SQLITE_ERROR foreign key mismatch - "c" referencing "p"
DELETE FROM p;
-- | error SQLITE_ERROR foreign key mismatch - "c" referencing "p"
PRAGMA foreign_key_check;
-- | error SQLITE_ERROR foreign key mismatch - "c" referencing "p"

-- @dialect sqlite
-- What FAIL keeps must satisfy its foreign keys too.
PRAGMA foreign_keys = ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c(id INTEGER PRIMARY KEY, x REFERENCES p DEFERRABLE INITIALLY DEFERRED, b NOT NULL);
-- | ok
-- @tables
INSERT OR FAIL INTO c VALUES (1, 5, 1), (2, 5, NULL);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
-- | table c
-- | table p
BEGIN;
-- | ok
INSERT OR FAIL INTO c VALUES (1, 5, 1), (2, 5, NULL);
-- | error SQLITE_CONSTRAINT_NOTNULL NOT NULL constraint failed: c.b
COMMIT;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
UPDATE c SET id = 8;
-- | ok, 1 row
COMMIT;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
INSERT INTO p VALUES (5);
-- | ok, 1 row
COMMIT;
-- | ok

-- @dialect sqlite
-- `defer_foreign_keys` ends with the transaction, the implicit one of a statement too.
PRAGMA foreign_keys = ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c(x REFERENCES p);
-- | ok
PRAGMA defer_foreign_keys = ON;
-- | ok
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 1
-- | ok
SELECT * FROM p;
-- | id
-- | ok
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 0
-- | ok

-- DROP TABLE of a parent looks past keys that do not fit, and of a child mends what it left broken.
-- Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(a PRIMARY KEY, b);
-- | ok
CREATE TABLE c1(x REFERENCES p(b));
-- | ok
CREATE TABLE c2(x REFERENCES p(a));
-- | ok
INSERT INTO p VALUES(1, 2);
-- | ok, 1 row
INSERT INTO c2 VALUES(1);
-- | ok, 1 row
DROP TABLE p;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
CREATE TABLE a(x PRIMARY KEY, y REFERENCES b DEFERRABLE INITIALLY DEFERRED);
-- | ok
CREATE TABLE b(x PRIMARY KEY, y REFERENCES a DEFERRABLE INITIALLY DEFERRED);
-- | ok
BEGIN;
-- | ok
INSERT INTO a VALUES(1, 2);
-- | ok, 1 row
INSERT INTO b VALUES(2, 1);
-- | ok, 1 row
COMMIT;
-- | ok
BEGIN;
-- | ok
DROP TABLE a;
-- | ok
DROP TABLE b;
-- | ok
COMMIT;
-- | ok

-- Violations are counted, and a row that is its own child is counted down though it was never
-- counted up: a count below zero is a violation too. Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA foreign_keys = ON;
-- | ok
CREATE TABLE t(id INT PRIMARY KEY, b INT REFERENCES t);
-- | ok
INSERT INTO t VALUES (3, 3), (2, 3);
-- | ok, 2 rows
INSERT INTO t VALUES (3, 1) ON CONFLICT(id) DO UPDATE SET id = excluded.id;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
UPDATE t SET id = id;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed

-- @dialect sqlite
-- REPLACE or not, an UPDATE of a key to its own table takes the old row away first.
PRAGMA foreign_keys = ON;
-- | ok
CREATE TABLE p(id INT, k TEXT);
-- | ok
INSERT INTO p VALUES (1, 'k1'), (2, 'k2');
-- | ok, 2 rows
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INT REFERENCES t DEFERRABLE INITIALLY DEFERRED);
-- | ok
INSERT INTO t VALUES (1, 'k3', 1), (2, 'k1', 2);
-- | ok, 2 rows
UPDATE OR REPLACE t SET b = p.id + 1, a = k FROM p WHERE p.id = t.b;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed

-- Keys are judged after a write to a view, too. Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA foreign_keys=1;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c(pid REFERENCES p);
-- | ok
CREATE VIEW v AS SELECT id FROM p;
-- | ok
CREATE TRIGGER vd INSTEAD OF DELETE ON v BEGIN DELETE FROM p WHERE id = old.id; END;
-- | ok
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO c VALUES(new.id); END;
-- | ok
INSERT INTO p VALUES(1);
-- | ok, 1 row
INSERT INTO c VALUES(1);
-- | ok, 1 row
DELETE FROM v;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
INSERT INTO v VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT * FROM p;
-- | id
-- | 1
-- | ok
SELECT * FROM c;
-- | pid
-- | 1
-- | ok

-- A parent that goes is compared with its children as columns are: as numbers if one of the two is
-- of numbers, else as they are. Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA foreign_keys=1;
-- | ok
CREATE TABLE p(id TEXT PRIMARY KEY);
-- | ok
CREATE TABLE c(r REFERENCES p);
-- | ok
CREATE TABLE d(r INT REFERENCES p);
-- | ok
INSERT INTO p VALUES('1'),('2');
-- | ok, 2 rows
INSERT INTO c VALUES(1);
-- | ok, 1 row
INSERT INTO d VALUES(2);
-- | ok, 1 row
DELETE FROM p WHERE id = '1';
-- | ok, 1 row
DELETE FROM p WHERE id = '2';
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT * FROM p;
-- | id
-- | '2'
-- | ok
