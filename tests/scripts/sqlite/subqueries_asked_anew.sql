-- How often is a subquery asked? Those of RETURNING that read the table which is written, and those of
-- a trigger's WHEN, for each row; others once for the statement. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, b);
-- | ok
INSERT INTO t VALUES(1,1),(2,2),(3,3) RETURNING (SELECT count(*) FROM t);
-- | (SELECT count(*) FROM t)
-- | 1
-- | 2
-- | 3
-- | ok, 3 rows
UPDATE t SET b = b * 2 RETURNING (SELECT sum(b) FROM t);
-- | (SELECT sum(b) FROM t)
-- | 7
-- | 9
-- | 12
-- | ok, 3 rows
INSERT INTO t VALUES(1,1),(4,2) ON CONFLICT DO UPDATE SET b = 10 RETURNING (SELECT sum(b) FROM t), EXISTS(SELECT 1 FROM t WHERE a = 4), 4 IN (SELECT a FROM t);
-- | (SELECT sum(b) FROM t) | EXISTS(SELECT 1 FROM t WHERE a = 4) | 4 IN (SELECT a FROM t)
-- | 20 | 0 | 0
-- | 22 | 1 | 1
-- | ok, 2 rows
INSERT INTO t VALUES(5,(SELECT count(*) FROM t)),(6,(SELECT count(*) FROM t));
-- | ok, 2 rows
SELECT * FROM t;
-- | a | b
-- | 1 | 10
-- | 2 | 4
-- | 3 | 6
-- | 4 | 2
-- | 5 | 4
-- | 6 | 4
-- | ok
DELETE FROM t WHERE a > 1 RETURNING (SELECT count(*) FROM t), (SELECT max(a) FROM t);
-- | (SELECT count(*) FROM t) | (SELECT max(a) FROM t)
-- | 5 | 6
-- | 4 | 6
-- | 3 | 6
-- | 2 | 6
-- | 1 | 1
-- | ok, 5 rows
CREATE TABLE l(n);
-- | ok
CREATE TRIGGER tr AFTER INSERT ON t WHEN (SELECT count(*) FROM t) < 4 BEGIN INSERT INTO l VALUES(NEW.a || ' ' || (SELECT count(*) FROM t)); END;
-- | ok
INSERT INTO t VALUES((SELECT max(a) + 100 FROM t), 1),(102,2),(103,3),(104,4);
-- | ok, 4 rows
SELECT * FROM l;
-- | n
-- | '101 2'
-- | '102 3'
-- | ok
-- @dialect sqlite
-- A temporary table in WHEN, of a trigger that is not one.
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE q(x);
-- | ok
CREATE TEMP TABLE q(x);
-- | ok
INSERT INTO temp.q VALUES(1);
-- | ok, 1 row
CREATE TABLE l(m);
-- | ok
CREATE TRIGGER tt AFTER INSERT ON p WHEN EXISTS(SELECT 1 FROM q) BEGIN INSERT INTO l VALUES(NEW.id); END;
-- | ok
INSERT INTO p VALUES(1);
-- | ok, 1 row
SELECT * FROM l;
-- | m
-- | ok
INSERT INTO main.q VALUES(1);
-- | ok, 1 row
INSERT INTO p VALUES(2);
-- | ok, 1 row
SELECT * FROM l;
-- | m
-- | 2
-- | ok
DROP TABLE main.q;
-- | ok
INSERT INTO p VALUES(3);
-- | error SQLITE_ERROR no such table: main.q
-- @dialect sqlite
-- EXISTS is asked once, too.
CREATE TABLE u(x INTEGER PRIMARY KEY, y);
-- | ok
INSERT INTO u VALUES(1,'one'),(2,2),(4,5);
-- | ok, 3 rows
UPDATE u SET y = NOT EXISTS(SELECT 1 FROM u WHERE x = y);
-- | ok, 3 rows
SELECT * FROM u;
-- | x | y
-- | 1 | 0
-- | 2 | 0
-- | 4 | 0
-- | ok
