-- OLD and NEW have no affinities but for the rowid, and `excluded` has no collations either
-- (resolve.c, lookupName). Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE u(id INTEGER PRIMARY KEY, x TEXT COLLATE NOCASE, y INT UNIQUE);
-- | ok
INSERT INTO u VALUES(1, 'A', 2);
-- | ok, 1 row
INSERT INTO u VALUES(1, 'a', 2) ON CONFLICT(y) DO UPDATE SET x = 'b' WHERE excluded.x = 'A' RETURNING x;
-- | x
-- | ok, 0 rows
INSERT INTO u VALUES(1, 'a', 2) ON CONFLICT(y) DO UPDATE SET x = 'c' WHERE excluded.x = u.x RETURNING x;
-- | x
-- | 'c'
-- | ok, 1 row
INSERT INTO u VALUES(1, 'a', 2) ON CONFLICT(y) DO UPDATE SET x = (excluded.id = '1') || (excluded.y = '2') RETURNING x;
-- | x
-- | '00'
-- | ok, 1 row
CREATE TABLE l(id, x, y, both);
-- | ok
CREATE TRIGGER tu AFTER UPDATE ON u BEGIN INSERT INTO l VALUES(new.id = '1', new.x = 'B', new.y = '2', old.y = new.y); END;
-- | ok
UPDATE u SET x = 'b' RETURNING y = '2';
-- | y = '2'
-- | 1
-- | ok, 1 row
SELECT * FROM l;
-- | id | x | y | both
-- | 1 | 1 | 0 | 1
-- | ok

-- Actions of foreign keys look for children as such a trigger does; the count of violations does not.
-- @dialect sqlite
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(id INT UNIQUE);
-- | ok
CREATE TABLE c(a TEXT REFERENCES p(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED);
-- | ok
INSERT INTO p VALUES(1), (2);
-- | ok, 2 rows
INSERT INTO c VALUES('1.0'), ('2');
-- | ok, 2 rows
DELETE FROM p WHERE id = 2;
-- | ok, 1 row
DELETE FROM p WHERE id = 1;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT * FROM c;
-- | a
-- | '1.0'
-- | NULL
-- | ok

-- A row that was its own parent and gives up the key.
-- @dialect sqlite
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE t(id INT PRIMARY KEY, b INT REFERENCES t);
-- | ok
INSERT INTO t VALUES(1,1),(3,3);
-- | ok, 2 rows
UPDATE t SET id = NULL WHERE id = 3;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
UPDATE t SET id = 5 WHERE id = 3;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
UPDATE t SET id = 5, b = 5 WHERE id = 3;
-- | ok, 1 row
UPDATE t SET id = NULL, b = NULL WHERE id = 5;
-- | ok, 1 row

-- The rowid as a parent's key keeps its affinity there.
-- @dialect sqlite
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c(a TEXT REFERENCES p ON DELETE SET NULL);
-- | ok
INSERT INTO p VALUES(1);
-- | ok, 1 row
INSERT INTO c VALUES('1.0');
-- | ok, 1 row
DELETE FROM p;
-- | ok, 1 row
SELECT * FROM c;
-- | a
-- | NULL
-- | ok
