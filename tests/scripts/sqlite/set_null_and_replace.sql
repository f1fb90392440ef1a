-- A table that refers to itself with ON DELETE SET NULL: where REPLACE may delete rows, SQLite does not look for the
-- parent of the row that is written, and orphans come in. Compared with SQLite 3.54.1, statement by statement.
-- @dialect sqlite
PRAGMA foreign_keys = 1;
-- | ok
CREATE TABLE c(id INTEGER PRIMARY KEY, r UNIQUE, q REFERENCES c ON DELETE SET NULL);
-- | ok
INSERT INTO c VALUES (1, 1, NULL), (2, 2, 1);
-- | ok, 2 rows
INSERT INTO c VALUES (12, 5, 77);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
INSERT OR REPLACE INTO c VALUES (12, 5, 77);
-- | ok, 1 row
UPDATE c SET q = 78 WHERE id = 2;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
UPDATE OR REPLACE c SET q = 78 WHERE id = 2;
-- | ok, 1 row
INSERT OR REPLACE INTO c VALUES (11, 1, NULL);
-- | ok, 1 row
SELECT * FROM c;
-- | id | r | q
-- | 2 | 2 | 78
-- | 11 | 1 | NULL
-- | 12 | 5 | 77
-- | ok
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | 'c' | 2 | 'c' | 0
-- | 'c' | 12 | 'c' | 0
-- | ok
-- The action of another key comes after it, and all are looked for.
-- @dialect sqlite
PRAGMA foreign_keys = 1;
-- | ok
CREATE TABLE d(x REFERENCES c ON DELETE CASCADE);
-- | ok
CREATE TABLE c(id INTEGER PRIMARY KEY, q REFERENCES c ON DELETE SET NULL);
-- | ok
INSERT OR REPLACE INTO c VALUES (12, 77);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
-- A REPLACE that brings other rows in: the row's own keys are looked at again.
-- @dialect sqlite
PRAGMA foreign_keys = 1;
-- | ok
PRAGMA recursive_triggers = 1;
-- | ok
CREATE TABLE p(id INT PRIMARY KEY, k UNIQUE) WITHOUT ROWID;
-- | ok
CREATE TABLE c(id INTEGER PRIMARY KEY, r REFERENCES p(id) ON DELETE SET NULL);
-- | ok
CREATE TRIGGER r0 BEFORE UPDATE ON c BEGIN INSERT OR IGNORE INTO p VALUES (old.id, 'x'); END;
-- | ok
INSERT INTO p VALUES (1, 1), (3, 3);
-- | ok, 2 rows
INSERT INTO c VALUES (4, 3);
-- | ok, 1 row
REPLACE INTO p VALUES (3, 'x');
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: p.k
SELECT * FROM p;
-- | id | k
-- | 1 | 1
-- | 3 | 3
-- | ok
SELECT * FROM c;
-- | id | r
-- | 4 | 3
-- | ok
