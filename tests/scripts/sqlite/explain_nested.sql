-- EXPLAIN QUERY PLAN of subqueries in expressions, of queries in FROM, of common table expressions and of writes.
-- Details and nesting are SQLite 3.54.1's; its numbers are those of a program that is not here.
-- @dialect sqlite
CREATE TABLE a(x INTEGER PRIMARY KEY, y, z);
-- | ok
CREATE TABLE b(p INTEGER PRIMARY KEY, q, r);
-- | ok
CREATE TABLE c(k TEXT PRIMARY KEY, n INT);
-- | ok
CREATE INDEX bq ON b(q);
-- | ok
CREATE INDEX ay ON a(y);
-- | ok
CREATE VIEW v1 AS SELECT y, count(*) AS n FROM a GROUP BY y;
-- | ok
CREATE VIEW v2 AS SELECT a.x, b.r FROM a JOIN b ON b.q = a.y;
-- | ok
CREATE VIEW v3 AS SELECT x FROM a UNION ALL SELECT p FROM b;
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE x IN (SELECT q FROM b);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE y IN (SELECT q FROM b WHERE r > 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INDEX ay (y=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE z IN (SELECT r FROM b);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b'
-- | 4 | 2 | 0 | 'CREATE BLOOM FILTER'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE z NOT IN (SELECT r FROM b);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b'
-- | 4 | 2 | 0 | 'CREATE BLOOM FILTER'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE x NOT IN (SELECT q FROM b WHERE q IS NOT NULL);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING COVERING INDEX bq (q>?)'
-- | 4 | 2 | 0 | 'CREATE BLOOM FILTER'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE y IN (SELECT q FROM b WHERE b.r = a.z);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.p = a.y);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SEARCH b EXISTS USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.q = a.x);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN SELECT (SELECT max(r) FROM b), (SELECT q FROM b WHERE p = a.x), (SELECT count(*) FROM c) FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b'
-- | 4 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 2'
-- | 5 | 4 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 6 | 0 | 0 | 'SCALAR SUBQUERY 3'
-- | 7 | 6 | 0 | 'SCAN c USING COVERING INDEX sqlite_autoindex_c_1'
-- | ok
EXPLAIN QUERY PLAN SELECT x, (SELECT q FROM b WHERE p = a.x) AS s FROM a WHERE z = (SELECT max(r) FROM b) ORDER BY (SELECT n FROM c LIMIT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 3 | 2 | 0 | 'SEARCH b'
-- | 4 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 6 | 0 | 0 | 'SCALAR SUBQUERY 3'
-- | 7 | 6 | 0 | 'SCAN c'
-- | 8 | 0 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT y, count(*) AS n FROM a GROUP BY y) t WHERE n > 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN t'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT y, count(*) AS n FROM a GROUP BY y) t JOIN b ON b.q = t.y;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN t'
-- | 4 | 0 | 0 | 'SEARCH b USING INDEX bq (q=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM b JOIN (SELECT y, count(*) AS n FROM a GROUP BY y) t ON b.q = t.y;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN t'
-- | 4 | 0 | 0 | 'SEARCH b USING INDEX bq (q=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM b LEFT JOIN (SELECT y, count(*) AS n FROM a GROUP BY y) t ON b.q = t.y;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MATERIALIZE t'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN b'
-- | 4 | 0 | 0 | 'BLOOM FILTER ON t (y=?)'
-- | 5 | 0 | 0 | 'SEARCH t USING AUTOMATIC COVERING INDEX (y=?) LEFT-JOIN'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT DISTINCT y FROM a) t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN t'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT x FROM a ORDER BY z LIMIT 2) t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT x + 1 AS w FROM a) t WHERE w > 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM v1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE v1'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN v1'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM v2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b'
-- | 2 | 0 | 0 | 'SEARCH a USING COVERING INDEX ay (y=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM v3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'COMPOUND QUERY'
-- | 2 | 1 | 0 | 'LEFT-MOST SUBQUERY'
-- | 3 | 2 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 4 | 1 | 0 | 'UNION ALL'
-- | 5 | 4 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN WITH t AS (SELECT y, count(*) AS n FROM a GROUP BY y) SELECT * FROM t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN t'
-- | ok
EXPLAIN QUERY PLAN WITH t AS (SELECT y, count(*) AS n FROM a GROUP BY y) SELECT * FROM t t1 JOIN t t2 ON t1.n = t2.n;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MATERIALIZE t'
-- | 2 | 1 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 3 | 0 | 0 | 'SCAN t1'
-- | 4 | 0 | 0 | 'BLOOM FILTER ON t2 (n=?)'
-- | 5 | 0 | 0 | 'SEARCH t2 USING AUTOMATIC COVERING INDEX (n=?)'
-- | ok
EXPLAIN QUERY PLAN WITH t AS (SELECT x FROM a) SELECT * FROM t WHERE x > 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid>?)'
-- | ok
EXPLAIN QUERY PLAN WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM t WHERE n < 5) SELECT * FROM t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SETUP'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 1 | 0 | 'RECURSIVE STEP'
-- | 5 | 4 | 0 | 'SCAN t'
-- | 6 | 0 | 0 | 'SCAN t'
-- | ok
EXPLAIN QUERY PLAN WITH RECURSIVE t(n) AS (VALUES(1) UNION SELECT n+1 FROM t WHERE n < 5) SELECT sum(n) FROM t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SETUP'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 1 | 0 | 'RECURSIVE STEP'
-- | 5 | 4 | 0 | 'SCAN t'
-- | 6 | 0 | 0 | 'SCAN t'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a UNION SELECT p FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN a'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a UNION ALL SELECT p FROM b ORDER BY 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION ALL)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN a'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a EXCEPT SELECT p FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (EXCEPT)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN a'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a INTERSECT SELECT p FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (INTERSECT)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN a'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a UNION ALL SELECT p FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'COMPOUND QUERY'
-- | 2 | 1 | 0 | 'LEFT-MOST SUBQUERY'
-- | 3 | 2 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 4 | 1 | 0 | 'UNION ALL'
-- | 5 | 4 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN SELECT y FROM a UNION SELECT q FROM b ORDER BY 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO a SELECT p, q, r FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO a SELECT x + 10, y, z FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO a VALUES(1, (SELECT max(q) FROM b), 3);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 2 | 1 | 0 | 'SEARCH b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO a VALUES(1, 2, 3), (4, 5, 6);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN 2-ROW VALUES CLAUSE'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a WHERE x IN (SELECT p FROM b WHERE r = 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.q = a.x);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.q = a.x);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a;
-- | id | parent | notused | detail
-- | ok
EXPLAIN QUERY PLAN SELECT x IN (1,2,3) FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE z IN (1, 2);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | ok
EXPLAIN QUERY PLAN SELECT y, (SELECT count(*) FROM b WHERE b.q = a.y) FROM a GROUP BY y HAVING count(*) > (SELECT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SEARCH b USING COVERING INDEX bq (q=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE y IN (SELECT q FROM b) AND z IN (SELECT n FROM c);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INDEX ay (y=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | 4 | 0 | 0 | 'LIST SUBQUERY 2'
-- | 5 | 4 | 0 | 'SCAN c'
-- | 6 | 4 | 0 | 'CREATE BLOOM FILTER'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a, (SELECT 1 AS one) s;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE s'
-- | 2 | 1 | 0 | 'SCAN CONSTANT ROW'
-- | 3 | 0 | 0 | 'SCAN s'
-- | 4 | 0 | 0 | 'SCAN a'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a JOIN (VALUES(1),(2)) s ON s.column1 = a.x;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN 2-ROW VALUES CLAUSE'
-- | 2 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN VALUES(1),(2);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN 2-ROW VALUES CLAUSE'
-- | ok
EXPLAIN QUERY PLAN SELECT 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN CONSTANT ROW'
-- | ok
-- @dialect sqlite
CREATE TABLE a(x INTEGER PRIMARY KEY, y, z);
-- | ok
CREATE TABLE b(p INTEGER PRIMARY KEY, q, r);
-- | ok
CREATE TABLE c(k TEXT PRIMARY KEY, n INT);
-- | ok
CREATE VIEW v AS SELECT x, (SELECT max(r) FROM b) AS m FROM a;
-- | ok
EXPLAIN QUERY PLAN SELECT *, (SELECT 1) FROM v;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 4'
-- | 3 | 2 | 0 | 'SEARCH b'
-- | 4 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN WITH t AS (SELECT x, (SELECT max(r) FROM b) AS m FROM a) SELECT m, (SELECT 1) FROM t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b'
-- | 4 | 0 | 0 | 'SCALAR SUBQUERY 3'
-- | 5 | 4 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN WITH t AS (SELECT x, (SELECT max(r) FROM b) AS m FROM a LIMIT 3) SELECT m, (SELECT 1) FROM t WHERE m > 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'SCALAR SUBQUERY 1'
-- | 4 | 3 | 0 | 'SEARCH b'
-- | 5 | 0 | 0 | 'SCAN t'
-- | 6 | 0 | 0 | 'SCALAR SUBQUERY 3'
-- | 7 | 6 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT y, count(*) FROM a GROUP BY y);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE (subquery-1)'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 4 | 0 | 0 | 'SCAN (subquery-1)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT y, count(*) FROM a GROUP BY y), (SELECT q, max(r) FROM b GROUP BY q);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE (subquery-1)'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 4 | 0 | 0 | 'MATERIALIZE (subquery-2)'
-- | 5 | 4 | 0 | 'SCAN b'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 7 | 0 | 0 | 'SCAN (subquery-1)'
-- | 8 | 0 | 0 | 'SCAN (subquery-2)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM b, (SELECT y, count(*) AS n FROM a GROUP BY y) t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 4 | 0 | 0 | 'SCAN b'
-- | 5 | 0 | 0 | 'SCAN t'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM b JOIN (SELECT y, count(*) AS n FROM a GROUP BY y) t ON t.y = b.r;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 4 | 0 | 0 | 'SCAN b'
-- | 5 | 0 | 0 | 'BLOOM FILTER ON t (y=?)'
-- | 6 | 0 | 0 | 'SEARCH t USING AUTOMATIC COVERING INDEX (y=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM b JOIN (SELECT y, count(*) AS n FROM a GROUP BY y) t ON t.n > b.r JOIN c ON c.n = t.n;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 4 | 0 | 0 | 'SCAN b'
-- | 5 | 0 | 0 | 'SCAN t'
-- | 6 | 0 | 0 | 'BLOOM FILTER ON c (n=?)'
-- | 7 | 0 | 0 | 'SEARCH c USING AUTOMATIC COVERING INDEX (n=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT y, count(*) AS n FROM a GROUP BY y) t LEFT JOIN b ON b.r = t.n;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 4 | 0 | 0 | 'SCAN t'
-- | 5 | 0 | 0 | 'BLOOM FILTER ON b (r=?)'
-- | 6 | 0 | 0 | 'SEARCH b USING AUTOMATIC COVERING INDEX (r=?) LEFT-JOIN'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (SELECT y, count(*) AS n FROM a GROUP BY y) t, (SELECT DISTINCT q FROM b) u WHERE u.q = t.y;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'CO-ROUTINE t'
-- | 2 | 1 | 0 | 'SCAN a'
-- | 3 | 1 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 4 | 0 | 0 | 'MATERIALIZE u'
-- | 5 | 4 | 0 | 'SCAN b'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR DISTINCT'
-- | 7 | 0 | 0 | 'SCAN t'
-- | 8 | 0 | 0 | 'BLOOM FILTER ON u (q=?)'
-- | 9 | 0 | 0 | 'SEARCH u USING AUTOMATIC COVERING INDEX (q=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a WHERE y > (SELECT avg(y) FROM a) AND z < (SELECT max(r) FROM b WHERE q = a.y);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN a'
-- | 4 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 2'
-- | 5 | 4 | 0 | 'SEARCH b'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a GROUP BY y HAVING count(*) > (SELECT avg(r) FROM b) ORDER BY (SELECT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'USE TEMP B-TREE FOR GROUP BY'
-- | 3 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 4 | 3 | 0 | 'SCAN b'
-- | 5 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 6 | 5 | 0 | 'SCAN CONSTANT ROW'
-- | 7 | 0 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT (SELECT (SELECT max(r) FROM b WHERE q = a.y)) FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 2'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 2 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SEARCH b'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a WHERE z = (SELECT r FROM b WHERE p = (SELECT max(n) FROM c));
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 4 | 2 | 0 | 'SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SEARCH c'
-- | ok
EXPLAIN QUERY PLAN UPDATE a SET y = (SELECT max(q) FROM b), z = (SELECT min(q) FROM b WHERE r = a.x) WHERE y > (SELECT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 3'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SEARCH b'
-- | 6 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 2'
-- | 7 | 6 | 0 | 'SEARCH b'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a WHERE y = (SELECT max(q) FROM b) OR z = (SELECT 3);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b'
-- | 4 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 5 | 4 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO a(x, y) SELECT p, (SELECT count(*) FROM c) FROM b WHERE q > (SELECT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SCAN c USING COVERING INDEX sqlite_autoindex_c_1'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a UNION ALL SELECT (SELECT 1) FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'COMPOUND QUERY'
-- | 2 | 1 | 0 | 'LEFT-MOST SUBQUERY'
-- | 3 | 2 | 0 | 'SCAN a'
-- | 4 | 1 | 0 | 'UNION ALL'
-- | 5 | 4 | 0 | 'SCAN b'
-- | 6 | 4 | 0 | 'SCALAR SUBQUERY 2'
-- | 7 | 6 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT (SELECT 7) UNION SELECT (SELECT 1) FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 2 | 0 | 'SCALAR SUBQUERY 1'
-- | 5 | 4 | 0 | 'SCAN CONSTANT ROW'
-- | 6 | 1 | 0 | 'RIGHT'
-- | 7 | 6 | 0 | 'SCAN b'
-- | 8 | 6 | 0 | 'SCALAR SUBQUERY 3'
-- | 9 | 8 | 0 | 'SCAN CONSTANT ROW'
-- | 10 | 6 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a LEFT JOIN b ON b.p = (SELECT max(n) FROM c);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN'
-- | 3 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 4 | 3 | 0 | 'SEARCH c'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a JOIN b ON b.q = a.y AND b.r > (SELECT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 0 | 0 | 'BLOOM FILTER ON a (y=?)'
-- | 5 | 0 | 0 | 'SEARCH a USING AUTOMATIC COVERING INDEX (y=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT count(*) FROM a WHERE y = (SELECT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT max((SELECT r FROM b WHERE p = a.x)) FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT DISTINCT (SELECT r FROM b WHERE p = a.x) FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 4 | 0 | 0 | 'USE TEMP B-TREE FOR DISTINCT'
-- | ok
EXPLAIN QUERY PLAN SELECT coalesce((SELECT r FROM b WHERE p = a.x), (SELECT 3)) FROM a ORDER BY 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 4 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 5 | 4 | 0 | 'SCAN CONSTANT ROW'
-- | 6 | 0 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT CASE WHEN EXISTS(SELECT 1 FROM b WHERE p = a.x) THEN (SELECT 1) ELSE (SELECT 2) END FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 4 | 0 | 0 | 'SCALAR SUBQUERY 2'
-- | 5 | 4 | 0 | 'SCAN CONSTANT ROW'
-- | 6 | 0 | 0 | 'SCALAR SUBQUERY 3'
-- | 7 | 6 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT x FROM a WHERE EXISTS(SELECT 1 FROM b WHERE p = a.x) OR y IN (SELECT n FROM c);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 4 | 0 | 0 | 'LIST SUBQUERY 2'
-- | 5 | 4 | 0 | 'SCAN c'
-- | 6 | 4 | 0 | 'CREATE BLOOM FILTER'
-- | ok
CREATE TRIGGER tr AFTER INSERT ON a BEGIN UPDATE b SET q = 1 WHERE r = new.y; END;
-- | ok
EXPLAIN QUERY PLAN INSERT INTO a SELECT * FROM b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b'
-- | ok
CREATE TRIGGER tr2 AFTER UPDATE ON a BEGIN UPDATE b SET q = 1 WHERE r = new.y; END;
-- | ok
CREATE TRIGGER tr3 AFTER DELETE ON a BEGIN UPDATE b SET q = 1 WHERE r = old.y; END;
-- | ok
EXPLAIN QUERY PLAN UPDATE a SET y = 1 WHERE x = 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a WHERE x = 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO a VALUES(1,2,3);
-- | id | parent | notused | detail
-- | ok
EXPLAIN QUERY PLAN REPLACE INTO a VALUES(1,2,3);
-- | id | parent | notused | detail
-- | ok
CREATE TABLE par(id INTEGER PRIMARY KEY, v);
-- | ok
CREATE TABLE ch(id INTEGER PRIMARY KEY, pid REFERENCES par(id), w);
-- | ok
PRAGMA foreign_keys=ON;
-- | ok
EXPLAIN QUERY PLAN UPDATE par SET v = 4 WHERE id = 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH par USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO ch VALUES(1,1,1);
-- | id | parent | notused | detail
-- | ok
EXPLAIN QUERY PLAN INSERT INTO par VALUES(1,1);
-- | id | parent | notused | detail
-- | ok
EXPLAIN QUERY PLAN DELETE FROM ch WHERE id = 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH ch USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN UPDATE ch SET pid = 2 WHERE id = 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH ch USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM ch;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN ch'
-- | ok
