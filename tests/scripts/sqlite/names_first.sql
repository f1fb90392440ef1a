-- What is found first when more than one thing is wrong, and what is nothing at all? Compared with
-- SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b, c DEFAULT 3);
-- | ok
CREATE INDEX i ON t(a);
-- | ok
CREATE INDEX i ON t(nosuch);
-- | error SQLITE_ERROR index i already exists
CREATE INDEX IF NOT EXISTS i ON t(nosuch);
-- | ok
CREATE INDEX t ON t(nosuch);
-- | error SQLITE_ERROR there is already a table named t
CREATE INDEX IF NOT EXISTS t ON t(a);
-- | error SQLITE_ERROR there is already a table named t
SELECT q1 FROM t WHERE q2;
-- | error SQLITE_ERROR no such column: q1
INSERT INTO t(a) DEFAULT VALUES;
-- | error SQLITE_ERROR 0 values for 1 columns
INSERT INTO t(a,b) DEFAULT VALUES RETURNING *;
-- | error SQLITE_ERROR 0 values for 2 columns
CREATE TABLE g(a, b GENERATED ALWAYS (a));
-- | error SQLITE_ERROR near "a": syntax error
CREATE TABLE g(a, b GENERATED ALWAYS);
-- | ok
CREATE TRIGGER tr INSERT ON t WHEN ? BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger cannot use variables
ALTER TABLE t ADD COLUMN s AS (a) STORED;
-- | raise(ABORT,'cannot add a STORED column')
-- | ok
INSERT INTO t(a) VALUES(1);
-- | ok, 1 row
ALTER TABLE t ADD COLUMN s2 AS (a) STORED;
-- | error SQLITE_ERROR cannot add a STORED column
SELECT * FROM t(1);
-- | error SQLITE_ERROR 't' is not a function
REINDEX nodb.t;
-- | error SQLITE_ERROR unknown database nodb
ANALYZE nodb.t;
-- | error SQLITE_ERROR unknown database nodb
ANALYZE main.nosuch;
-- | error SQLITE_ERROR no such table: main.nosuch
SELECT 'a' GLOB 'a' ESCAPE 'b';
-- | error SQLITE_ERROR wrong number of arguments to function GLOB()
SELECT abs(DISTINCT -1), printf('%-05d|', 5), format();
-- | abs(DISTINCT -1) | printf('%-05d|', 5) | format()
-- | 1 | '00005|' | NULL
-- | ok
CREATE TABLE w1(a, b, PRIMARY KEY(a,a,b)) WITHOUT ROWID;
-- | ok
PRAGMA table_info(w1);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'a' | '' | 1 | NULL | 1
-- | 1 | 'b' | '' | 1 | NULL | 2
-- | ok
CREATE TABLE r(a INTEGER PRIMARY KEY, b);
-- | ok
INSERT INTO r(a, rowid, b) VALUES(11,12,13);
-- | ok, 1 row
INSERT INTO r(rowid, a, b) VALUES(21,22,23);
-- | ok, 1 row
SELECT * FROM r;
-- | a | b
-- | 12 | 13
-- | 22 | 23
-- | ok
CREATE TEMP TRIGGER tt AFTER INSERT ON r BEGIN INSERT INTO q VALUES(NEW.a); END;
-- | ok
INSERT INTO r VALUES(7, 7);
-- | error SQLITE_ERROR no such table: q
-- @dialect sqlite
-- The order of SQLite's hash of tables.
CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT);
-- | ok
CREATE TABLE abc(x);
-- | ok
CREATE TABLE orders(x REFERENCES nosuch);
-- | ok
CREATE TABLE users(x REFERENCES nosuch);
-- | ok
INSERT INTO orders VALUES(1);
-- | ok, 1 row
INSERT INTO users VALUES(2);
-- | ok, 1 row
PRAGMA table_list;
-- | schema | name | type | ncol | wr | strict
-- | 'main' | 'orders' | 'table' | 1 | 0 | 0
-- | 'main' | 'users' | 'table' | 1 | 0 | 0
-- | 'main' | 'sqlite_sequence' | 'table' | 2 | 0 | 0
-- | 'main' | 't' | 'table' | 1 | 0 | 0
-- | 'main' | 'sqlite_schema' | 'table' | 5 | 0 | 0
-- | 'main' | 'abc' | 'table' | 1 | 0 | 0
-- | 'temp' | 'sqlite_temp_schema' | 'table' | 5 | 0 | 0
-- | ok
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | 'orders' | 1 | 'nosuch' | 0
-- | 'users' | 1 | 'nosuch' | 0
-- | ok
PRAGMA temp.foreign_key_check;
-- | table | rowid | parent | fkid
-- | ok
-- @dialect sqlite
-- What DROP TABLE deletes counts, also where no key fits; nothing was changed where nothing waits.
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE m1(a, b);
-- | ok
CREATE TABLE m5(x REFERENCES m1(nosuch));
-- | ok
INSERT INTO m1 VALUES(1,1),(2,2),(3,3);
-- | error SQLITE_ERROR foreign key mismatch - "m5" referencing "m1"
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 0
-- | ok
DROP TABLE m1;
-- | ok
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 0
-- | ok
CREATE TABLE fa(a UNIQUE, b REFERENCES fb(a) DEFERRABLE INITIALLY DEFERRED);
-- | ok
INSERT INTO fa VALUES(3,NULL);
-- | error SQLITE_ERROR no such table: main.fb
DROP TABLE fa;
-- | ok
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 0
-- | ok
-- @dialect sqlite
-- A scan that needs the rowid alone reads the narrowest index, of expressions too.
CREATE TABLE sc(a TEXT, b INT);
-- | ok
CREATE INDEX i2 ON sc(lower(a));
-- | ok
INSERT INTO sc VALUES('b',3),('A',2),('c',1);
-- | ok, 3 rows
SELECT rowid FROM sc;
-- | rowid
-- | 2
-- | 1
-- | 3
-- | ok
SELECT count(*) FROM sc;
-- | count(*)
-- | 3
-- | ok
SELECT a FROM sc;
-- | a
-- | 'b'
-- | 'A'
-- | 'c'
-- | ok
