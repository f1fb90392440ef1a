-- @dialect sqlite
-- compared with SQLite 3.54.1: the TEMP database and attached ones.
ATTACH ':memory:' AS aux;
-- | ok
CREATE TABLE t(a); CREATE TABLE aux.w(a,b,c); CREATE TEMP TABLE u(a); CREATE TABLE m(a,b,c);
-- | ok
-- | ok
-- | ok
-- | ok
CREATE TRIGGER r1 BEFORE DELETE ON u BEGIN INSERT INTO aux.w VALUES(1,2,3); END;
-- | ok
CREATE TRIGGER r2 BEFORE DELETE ON u BEGIN INSERT INTO main.m VALUES(1,2,3); END;
-- | ok
CREATE TEMP TRIGGER r3 BEFORE DELETE ON t BEGIN INSERT INTO aux.w VALUES(4,2,3); UPDATE main.m SET a=5; DELETE FROM aux.w WHERE a=0; END;
-- | ok
CREATE TRIGGER r4 BEFORE DELETE ON t BEGIN INSERT INTO aux.w VALUES(1,2,3); END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER r5 BEFORE DELETE ON t BEGIN INSERT INTO main.m VALUES(1,2,3); END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER r6 BEFORE DELETE ON t BEGIN UPDATE main.m SET a=1; END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER r7 BEFORE DELETE ON t BEGIN DELETE FROM main.m; END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER r8 BEFORE DELETE ON t BEGIN SELECT * FROM aux.w; END;
-- | error SQLITE_ERROR trigger r8 cannot reference objects in database aux
CREATE TRIGGER temp.r9 BEFORE DELETE ON t BEGIN INSERT INTO nosuch.w VALUES(4,2,3); END;
-- | ok
CREATE TRIGGER main.r10 BEFORE DELETE ON t BEGIN INSERT INTO temp.u VALUES(4,2,3); END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER aux.r11 BEFORE DELETE ON aux.w BEGIN INSERT INTO aux.w VALUES(4,2,3); END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER aux.r12 BEFORE DELETE ON w BEGIN INSERT INTO aux.w VALUES(4,2,3); END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
INSERT INTO u VALUES(1); INSERT INTO t VALUES(1);
-- | ok, 1 row
-- | ok, 1 row
DELETE FROM u;
-- | ok, 1 row
DELETE FROM t;
-- | error SQLITE_ERROR no such table: nosuch.w
SELECT * FROM aux.w; SELECT * FROM m;
-- | a | b | c
-- | 1 | 2 | 3
-- | ok
-- | a | b | c
-- | 1 | 2 | 3
-- | ok
SELECT name, sql FROM temp.sqlite_schema;
-- | name | sql
-- | 'u' | 'CREATE TABLE u(a)'
-- | 'r1' | 'CREATE TRIGGER r1 BEFORE DELETE ON u BEGIN INSERT INTO aux.w VALUES(1,2,3); END'
-- | 'r2' | 'CREATE TRIGGER r2 BEFORE DELETE ON u BEGIN INSERT INTO main.m VALUES(1,2,3); END'
-- | 'r3' | 'CREATE TRIGGER r3 BEFORE DELETE ON t BEGIN INSERT INTO aux.w VALUES(4,2,3); UPDATE main.m SET a=5; DELETE FROM aux.w WHERE a=0; END'
-- | 'r9' | 'CREATE TRIGGER r9 BEFORE DELETE ON t BEGIN INSERT INTO nosuch.w VALUES(4,2,3); END'
-- | ok
DETACH aux;
-- | ok
DELETE FROM u;
-- | error SQLITE_ERROR no such table: aux.w
INSERT INTO u VALUES(1);
-- | ok, 1 row
DELETE FROM u;
-- | error SQLITE_ERROR no such table: aux.w
SELECT * FROM aux.sqlite_schema;
-- | error SQLITE_ERROR no such table: aux.sqlite_schema
SELECT * FROM aux.nosuch;
-- | error SQLITE_ERROR no such table: aux.nosuch
CREATE TEMP VIEW x1 AS SELECT * FROM main.t;
-- | ok
CREATE VIEW temp.x2 AS SELECT * FROM main.t;
-- | ok
CREATE VIEW x3 AS SELECT * FROM temp.u;
-- | error SQLITE_ERROR view x3 cannot reference objects in database temp
CREATE VIEW main.x4 AS SELECT * FROM main.t;
-- | ok
CREATE TABLE u(a, z);
-- | ok
SELECT * FROM u, u;
-- | error SQLITE_ERROR ambiguous column name: temp.u.a
SELECT * FROM t, t;
-- | error SQLITE_ERROR ambiguous column name: main.t.a
SELECT * FROM u, main.u;
-- | a | a | z
-- | ok
SELECT * FROM main.u, u;
-- | a | z | a
-- | ok
SELECT * FROM main.u, temp.u;
-- | a | z | a
-- | ok
SELECT a FROM u, main.u;
-- | error SQLITE_ERROR ambiguous column name: a
SELECT u.a FROM u, main.u;
-- | error SQLITE_ERROR ambiguous column name: u.a
SELECT u.a FROM u, u;
-- | error SQLITE_ERROR ambiguous column name: u.a
CREATE TABLE aux2(x REFERENCES t(a));
-- | ok
DROP TABLE IF EXISTS x9;
-- | ok
