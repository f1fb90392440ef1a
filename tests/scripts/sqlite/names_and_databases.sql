-- In which database does a bare name of a view, trigger or index lie? Compared with SQLite 3.54.1.

-- What belongs to a database looks for names there alone; what is temporary looks everywhere.
-- @dialect sqlite
CREATE TABLE t(a); INSERT INTO t VALUES('main');
-- | ok
-- | ok, 1 row
CREATE VIEW v AS SELECT * FROM t;
-- | ok
CREATE TABLE l(m);
-- | ok
CREATE TRIGGER tr AFTER INSERT ON l BEGIN INSERT INTO t VALUES(new.m); UPDATE t SET a = a || '!'; END;
-- | ok
CREATE TEMP VIEW t AS SELECT 'temp' AS a;
-- | ok
SELECT * FROM v;
-- | a
-- | 'main'
-- | ok
INSERT INTO l VALUES('x');
-- | ok, 1 row
SELECT * FROM main.t;
-- | a
-- | 'main!'
-- | 'x!'
-- | ok
SELECT * FROM t;
-- | a
-- | 'temp'
-- | ok
CREATE TEMP VIEW tv AS SELECT * FROM t;
-- | ok
SELECT * FROM tv;
-- | a
-- | 'temp'
-- | ok
CREATE TEMP TABLE l2(z);
-- | ok
CREATE VIEW v2 AS SELECT * FROM l2;
-- | ok
SELECT * FROM v2;
-- | error SQLITE_ERROR no such table: main.l2
CREATE TRIGGER tr2 AFTER INSERT ON l BEGIN INSERT INTO l2 VALUES(1); END;
-- | ok
INSERT INTO l VALUES('z');
-- | error SQLITE_ERROR no such table: main.l2
DROP TRIGGER tr2;
-- | ok
CREATE TEMP TRIGGER tr3 AFTER INSERT ON l BEGIN INSERT INTO l2 VALUES(3); END;
-- | ok
INSERT INTO l VALUES('z');
-- | ok, 1 row
SELECT * FROM l2;
-- | z
-- | 3
-- | ok

-- CREATE INDEX and CREATE TRIGGER look for their table in the database that they name.
-- @dialect sqlite
CREATE TABLE t(a); CREATE TEMP TABLE t(a);
-- | ok
-- | ok
CREATE INDEX main.i ON t(a);
-- | ok
CREATE INDEX i ON t(a);
-- | ok
SELECT name, tbl_name FROM sqlite_master;
-- | name | tbl_name
-- | 't' | 't'
-- | 'i' | 't'
-- | ok
SELECT name, tbl_name FROM sqlite_temp_master;
-- | name | tbl_name
-- | 't' | 't'
-- | 'i' | 't'
-- | ok
ATTACH ':memory:' AS aux;
-- | ok
CREATE VIEW w AS SELECT 1;
-- | ok
CREATE TABLE aux.only(x);
-- | ok
CREATE TABLE aux.w(a, b);
-- | ok
CREATE TRIGGER aux.tr AFTER INSERT ON only BEGIN INSERT INTO w VALUES(new.x, 'tr'); END;
-- | ok
INSERT INTO only VALUES(6);
-- | ok, 1 row
SELECT * FROM aux.w;
-- | a | b
-- | 6 | 'tr'
-- | ok
CREATE TRIGGER main.mtr AFTER INSERT ON aux.only BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger mtr cannot reference objects in database aux
CREATE TRIGGER mtr AFTER INSERT ON only BEGIN SELECT 1; END;
-- | error SQLITE_ERROR no such table: main.only
CREATE INDEX oi ON only(x);
-- | error SQLITE_ERROR no such table: main.only
CREATE INDEX aux.oi ON only(x);
-- | ok
CREATE INDEX aux.oi2 ON nope(x);
-- | error SQLITE_ERROR no such table: aux.nope
PRAGMA aux.index_list(only);
-- | seq | name | unique | origin | partial
-- | 0 | 'oi' | 0 | 'c' | 0
-- | ok
CREATE TABLE main . "q"(a);
-- | ok
SELECT sql FROM main.sqlite_master WHERE name = 'q';
-- | sql
-- | 'CREATE TABLE "q"(a)'
-- | ok
PRAGMA aux.user_version = 9;
-- | ok
PRAGMA user_version;
-- | user_version
-- | 0
-- | ok
PRAGMA aux.user_version;
-- | user_version
-- | 9
-- | ok
