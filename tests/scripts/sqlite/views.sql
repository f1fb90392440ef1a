-- A view is written through its INSTEAD OF triggers alone.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, b);
-- | ok
CREATE VIEW v AS SELECT a, b FROM t;
-- | ok
INSERT INTO v VALUES (1, 2);
-- | error SQLITE_ERROR cannot modify v because it is a view
CREATE TRIGGER wrong BEFORE INSERT ON v BEGIN SELECT 1; END;
-- | error SQLITE_ERROR cannot create BEFORE trigger on view: v
CREATE TRIGGER wrong INSTEAD OF INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR cannot create INSTEAD OF trigger on table: t
CREATE TRIGGER i INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, new.b) ON CONFLICT (a) DO UPDATE SET b = excluded.b; END;
-- | ok
CREATE TRIGGER u INSTEAD OF UPDATE OF b ON v BEGIN UPDATE t SET b = new.b || '+' WHERE a = old.a; END;
-- | ok
CREATE TRIGGER d INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE a = old.a; END;
-- | ok
INSERT INTO v VALUES (1, 'x'), (2, 'y') RETURNING *;
-- | a | b
-- | 1 | 'x'
-- | 2 | 'y'
-- | ok, 0 rows
INSERT INTO v VALUES (1, 'z');
-- | ok, 0 rows
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 3
-- | ok
-- @tables
UPDATE v SET b = upper(b) WHERE a = 1;
-- | ok, 0 rows
-- | table t
-- |   1 | 'Z+'
-- |   2 | 'y'
-- @tables
DELETE FROM v WHERE a = 2;
-- | ok, 0 rows
-- | table t
-- |   1 | 'Z+'
INSERT INTO v VALUES (1, 'z') ON CONFLICT DO NOTHING;
-- | error SQLITE_ERROR cannot UPSERT a view

-- A view that is part of itself, whose tables are missing, or whose columns do not fit.
-- @dialect sqlite
CREATE VIEW v1 AS SELECT * FROM v2;
-- | ok
CREATE VIEW v2 AS SELECT * FROM v1;
-- | ok
SELECT * FROM v1;
-- | error SQLITE_ERROR view v1 is circularly defined
CREATE VIEW v3 AS SELECT * FROM nosuch;
-- | ok
SELECT * FROM v3;
-- | error SQLITE_ERROR no such table: main.nosuch
CREATE VIEW v4(a) AS SELECT 1, 2;
-- | ok
SELECT * FROM v4;
-- | error SQLITE_ERROR expected 1 columns for 'v4' but got 2
CREATE VIEW v5 AS SELECT ?;
-- | error SQLITE_ERROR parameters are not allowed in views

-- INSTEAD OF UPDATE OF stands in for an UPDATE of its columns alone.
-- @dialect sqlite
CREATE TABLE t(a, b);
-- | ok
INSERT INTO t VALUES(1, 2);
-- | ok, 1 row
CREATE VIEW v AS SELECT a, b FROM t;
-- | ok
CREATE TRIGGER r INSTEAD OF UPDATE OF b ON v BEGIN UPDATE t SET b = new.b WHERE a = old.a; END;
-- | ok
UPDATE v SET a = 3;
-- | error SQLITE_ERROR cannot modify v because it is a view
UPDATE v SET a = 3, b = 4;
-- | ok, 0 rows
SELECT * FROM t;
-- | a | b
-- | 1 | 4
-- | ok

-- Triggers of the schema temp may name other schemas; other triggers may not.
-- @dialect sqlite
CREATE TABLE t(x UNIQUE);
-- | ok
CREATE TEMP TABLE u(n);
-- | ok
CREATE TEMP TRIGGER r AFTER INSERT ON main.t BEGIN INSERT INTO temp.u VALUES(new.x); UPDATE temp.u SET n = n + 1; END;
-- | ok
INSERT INTO main.t(x) VALUES(5), (1000);
-- | ok, 2 rows
SELECT * FROM u;
-- | n
-- | 7
-- | 1001
-- | ok
CREATE TRIGGER main.z AFTER INSERT ON t BEGIN INSERT INTO main.t VALUES(1); END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TEMP TRIGGER main.z AFTER INSERT ON main.t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR temporary trigger may not have qualified name
CREATE TEMP TABLE main.x(a);
-- | error SQLITE_ERROR temporary table name must be unqualified

-- Repeated names of a view's or subquery's columns are counted. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE VIEW v AS SELECT 1 AS q, 2 AS q, 3 AS "q:1";
-- | ok
SELECT * FROM v;
-- | q | q:1 | q:2
-- | 1 | 2 | 3
-- | ok
PRAGMA table_info(v);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'q' | '' | 0 | NULL | 0
-- | 1 | 'q:1' | '' | 0 | NULL | 0
-- | 2 | 'q:2' | '' | 0 | NULL | 0
-- | ok
SELECT a, "a:1" FROM (SELECT 1 AS a, 2 AS A);
-- | a | A:1
-- | 1 | 2
-- | ok
WITH c(p, p) AS (SELECT 1, 2) SELECT * FROM c;
-- | p | p:1
-- | 1 | 2
-- | ok
