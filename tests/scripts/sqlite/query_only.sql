-- PRAGMA query_only, and what DROP TABLE counts where foreign keys stop it. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE m3(aa, d);
-- | ok
INSERT INTO m3 VALUES (1,1);
-- | ok, 1 row
SELECT total_changes();
-- | total_changes()
-- | 1
-- | ok
PRAGMA query_only=ON;
-- | ok
INSERT INTO m3 VALUES (1,1);
-- | error SQLITE_READONLY attempt to write a readonly database
CREATE TABLE nope(x);
-- | error SQLITE_READONLY attempt to write a readonly database
CREATE TEMP TABLE nope2(x);
-- | error SQLITE_READONLY attempt to write a readonly database
DELETE FROM m3;
-- | error SQLITE_READONLY attempt to write a readonly database
SELECT * FROM m3;
-- | aa | d
-- | 1 | 1
-- | ok
UPDATE m3 SET aa=1 WHERE 0;
-- | error SQLITE_READONLY attempt to write a readonly database
DROP TABLE m3;
-- | error SQLITE_READONLY attempt to write a readonly database
PRAGMA user_version=3;
-- | error SQLITE_READONLY attempt to write a readonly database
BEGIN;
-- | ok
INSERT INTO m3 VALUES (1,1) RETURNING aa;
-- | error SQLITE_READONLY attempt to write a readonly database
COMMIT;
-- | ok
PRAGMA query_only;
-- | query_only
-- | 1
-- | ok
ALTER TABLE m3 ADD COLUMN z;
-- | error SQLITE_READONLY attempt to write a readonly database
SELECT * FROM pragma_query_only;
-- | query_only
-- | 1
-- | ok
INSERT INTO nosuch VALUES (1);
-- | error SQLITE_ERROR no such table: nosuch
SAVEPOINT s; RELEASE s;
-- | ok
-- | ok
PRAGMA query_only=OFF;
-- | ok
INSERT INTO m3 VALUES (9,9);
-- | ok, 1 row
SELECT * FROM m3;
-- | aa | d
-- | 1 | 1
-- | 9 | 9
-- | ok

-- @dialect sqlite
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY, k UNIQUE);
-- | ok
CREATE TABLE c(x REFERENCES p(k) ON DELETE SET NULL, y REFERENCES p(id));
-- | ok
INSERT INTO p VALUES (1,1),(2,2),(3,3);
-- | ok, 3 rows
INSERT INTO c VALUES (1,1),(2,2),(3,3);
-- | ok, 3 rows
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 3 | 6
-- | ok
DROP TABLE p;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 9
-- | ok
DELETE FROM p;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 12
-- | ok
UPDATE c SET y=NULL WHERE y<>3;
-- | ok, 2 rows
DROP TABLE p;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 17
-- | ok
UPDATE c SET y=NULL;
-- | ok, 3 rows
DROP TABLE p;
-- | ok
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 3 | 26
-- | ok
SELECT * FROM c;
-- | x | y
-- | NULL | NULL
-- | NULL | NULL
-- | NULL | NULL
-- | ok
CREATE TABLE p2(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c2(y REFERENCES p2(id));
-- | ok
INSERT INTO p2 VALUES (1),(2);
-- | ok, 2 rows
INSERT INTO c2 VALUES (1);
-- | ok, 1 row
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 1 | 29
-- | ok
DROP TABLE p2;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 29
-- | ok
CREATE TABLE c3(y REFERENCES p2(id) DEFERRABLE INITIALLY DEFERRED);
-- | ok
INSERT INTO c3 VALUES (1);
-- | ok, 1 row
DELETE FROM c2;
-- | ok, 1 row
BEGIN; DROP TABLE p2; SELECT changes(), total_changes(); COMMIT; DELETE FROM c3; COMMIT; SELECT changes(), total_changes();
-- | ok
-- | ok
-- | changes() | total_changes()
-- | 2 | 33
-- | ok
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
-- | error SQLITE_ERROR no such table: main.p2
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
-- | changes() | total_changes()
-- | 2 | 33
-- | ok
