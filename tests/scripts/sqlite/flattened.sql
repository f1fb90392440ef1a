-- A query in FROM that chooses rows and columns of one table is read as that table: its rows are found by the
-- table's indexes. Details of plans and the order of rows are SQLite 3.54.1's.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
-- | ok
CREATE INDEX tb ON t(b);
-- | ok
CREATE TABLE u(x PRIMARY KEY, y);
-- | ok
INSERT INTO t VALUES (1, 9, 3), (2, 8, 3), (3, 9, 4), (4, 7, 3);
-- | ok, 4 rows
INSERT INTO u VALUES (9, 'nine'), (8, 'eight'), (1, 'one');
-- | ok, 3 rows
CREATE VIEW v AS SELECT a, b FROM t;
-- | ok
CREATE VIEW w(p, q) AS SELECT c, a FROM t WHERE b > 7;
-- | ok
CREATE VIEW vv AS SELECT * FROM v WHERE a > 1;
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM v WHERE a = 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM vv WHERE b = 9;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING COVERING INDEX tb (b=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM v ORDER BY b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING COVERING INDEX tb'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT * FROM t WHERE c = 3) s WHERE s.b = 9;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX tb (b=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM v, u WHERE a = x;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN u'
-- | 2 | 0 | 0 | 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM u LEFT JOIN (SELECT * FROM t) s ON s.b = u.x;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN u'
-- | 2 | 0 | 0 | 'SEARCH t USING INDEX tb (b=?) LEFT-JOIN'
-- | ok
EXPLAIN QUERY PLAN WITH c AS (SELECT * FROM t WHERE c > 1) SELECT * FROM c, c AS d WHERE c.b = d.a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t'
-- | 2 | 0 | 0 | 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
SELECT * FROM vv;
-- | a | b
-- | 2 | 8
-- | 3 | 9
-- | 4 | 7
-- | ok
SELECT * FROM vv WHERE b > 7;
-- | a | b
-- | 2 | 8
-- | 3 | 9
-- | ok
SELECT p, count(*), max(q) FROM w GROUP BY p;
-- | p | count(*) | max(q)
-- | 3 | 2 | 2
-- | 4 | 1 | 3
-- | ok
SELECT q, p FROM w ORDER BY q DESC;
-- | q | p
-- | 3 | 4
-- | 2 | 3
-- | 1 | 3
-- | ok
SELECT v.a, u.y FROM v JOIN u ON u.x = v.b;
-- | a | y
-- | 2 | 'eight'
-- | 1 | 'nine'
-- | 3 | 'nine'
-- | ok
SELECT u.x, s.a FROM u LEFT JOIN (SELECT * FROM t WHERE c = 3) s ON s.b = u.x;
-- | x | a
-- | 1 | NULL
-- | 8 | 2
-- | 9 | 1
-- | ok
SELECT (SELECT count(*) FROM v WHERE v.b = u.x) FROM u;
-- | (SELECT count(*) FROM v WHERE v.b = u.x)
-- | 0
-- | 1
-- | 2
-- | ok
SELECT * FROM v WHERE EXISTS (SELECT 1 FROM w WHERE w.q = v.a);
-- | a | b
-- | 2 | 8
-- | 1 | 9
-- | 3 | 9
-- | ok
WITH c(k, l) AS (SELECT b, a FROM t WHERE a < 4) SELECT c.*, d.l FROM c JOIN c AS d ON d.k = c.k AND d.l > c.l;
-- | k | l | l
-- | 9 | 1 | 3
-- | ok
-- Names are the query's own.
SELECT c FROM v;
-- | error SQLITE_ERROR no such column: c
SELECT rowid FROM v;
-- | error SQLITE_ERROR no such column: rowid
SELECT t.a FROM v;
-- | error SQLITE_ERROR no such column: t.a
SELECT w.c FROM w;
-- | error SQLITE_ERROR no such column: w.c
SELECT * FROM (SELECT a FROM t) AS s(a, b);
-- | error SQLITE_ERROR near "(": syntax error
CREATE VIEW bad AS SELECT nosuch FROM t;
-- | ok
SELECT * FROM bad;
-- | error SQLITE_ERROR no such column: nosuch
CREATE VIEW loop1 AS SELECT * FROM loop2;
-- | ok
CREATE VIEW loop2 AS SELECT * FROM loop1;
-- | ok
SELECT * FROM loop1;
-- | error SQLITE_ERROR view loop1 is circularly defined
-- @dialect postgresql
CREATE TABLE t(a int PRIMARY KEY, b int, c int);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 9, 3), (2, 8, 3), (3, 9, 4);
-- | ok, 3 rows (INSERT 0 3)
CREATE VIEW v AS SELECT a, b FROM t;
-- | ok (CREATE VIEW)
SELECT * FROM v WHERE a = 2;
-- | a | b
-- | 2 | 8
-- | ok (SELECT 1)
SELECT v FROM v WHERE a = 2;
-- | v
-- | '(2,8)'
-- | ok (SELECT 1)
SELECT b FROM v GROUP BY a;
-- | error 42803 column "v.b" must appear in the GROUP BY clause or be used in an aggregate function
SELECT s.b, count(*) FROM (SELECT b, c FROM t WHERE a < 9) s GROUP BY s.b ORDER BY 1;
-- | b | count
-- | 8 | 1
-- | 9 | 2
-- | ok (SELECT 2)
SELECT ctid FROM v;
-- | error 42703 column "ctid" does not exist
-- @dialect mysql
CREATE TABLE t(a int PRIMARY KEY, b int, c int);
-- | ok
INSERT INTO t VALUES (1, 9, 3), (2, 8, 3), (3, 9, 4);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
CREATE VIEW v AS SELECT a, b FROM t;
-- | ok
SELECT * FROM v WHERE a = 2;
-- | a | b
-- | 2 | 8
-- | ok
SELECT d.b FROM (SELECT * FROM t) d WHERE d.a > 1;
-- | b
-- | 8
-- | 9
-- | ok
UPDATE v JOIN t ON t.a = v.a SET t.c = 0;
-- | ok, 3 rows (Rows matched: 3  Changed: 3  Warnings: 0)
UPDATE (SELECT a, b FROM t) d SET b = 1;
-- | error ER_NON_UPDATABLE_TABLE The target table d of the UPDATE is not updatable
DELETE d FROM (SELECT a FROM t) d;
-- | error ER_NON_UPDATABLE_TABLE The target table d of the DELETE is not updatable
