-- Partial indexes give rows, and their order, where WHERE implies theirs. Compared with SQLite 3.54.1
-- (the words of EXPLAIN QUERY PLAN, not its numbers).
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a INT, b TEXT, c INT, d REAL);
-- | ok
INSERT INTO t VALUES(1,5,'x',1,1.5),(2,3,'y',NULL,2.5),(3,9,'x',3,NULL),(4,1,'z',1,4.5),(5,NULL,'x',0,2),(6,2,'x',1,7);
-- | ok, 6 rows
CREATE INDEX pa ON t(a) WHERE c = 1;
-- | ok
CREATE INDEX pn ON t(b) WHERE c IS NOT NULL;
-- | ok
CREATE UNIQUE INDEX pu ON t(d) WHERE b='x';
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pa'
-- | ok
SELECT * FROM t WHERE c=1;
-- | id | a | b | c | d
-- | 4 | 1 | 'z' | 1 | 4.5
-- | 6 | 2 | 'x' | 1 | 7.0
-- | 1 | 5 | 'x' | 1 | 1.5
-- | ok
EXPLAIN QUERY PLAN SELECT a FROM t WHERE c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING COVERING INDEX pa'
-- | ok
SELECT a FROM t WHERE c=1;
-- | a
-- | 1
-- | 2
-- | 5
-- | ok
EXPLAIN QUERY PLAN SELECT a,c FROM t WHERE c=1 AND a>2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING COVERING INDEX pa (a>?)'
-- | ok
SELECT a,c FROM t WHERE c=1 AND a>2;
-- | a | c
-- | 5 | 1
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c>0;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pn'
-- | ok
SELECT * FROM t WHERE c>0;
-- | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 1.5
-- | 3 | 9 | 'x' | 3 | NULL
-- | 6 | 2 | 'x' | 1 | 7.0
-- | 4 | 1 | 'z' | 1 | 4.5
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c>0 AND b='x';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX pn (b=?)'
-- | ok
SELECT * FROM t WHERE c>0 AND b='x';
-- | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 1.5
-- | 3 | 9 | 'x' | 3 | NULL
-- | 6 | 2 | 'x' | 1 | 7.0
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b='x';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pu'
-- | ok
SELECT * FROM t WHERE b='x';
-- | id | a | b | c | d
-- | 3 | 9 | 'x' | 3 | NULL
-- | 1 | 5 | 'x' | 1 | 1.5
-- | 5 | NULL | 'x' | 0 | 2.0
-- | 6 | 2 | 'x' | 1 | 7.0
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b='x' AND d=2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX pu (d=?)'
-- | ok
SELECT * FROM t WHERE b='x' AND d=2;
-- | id | a | b | c | d
-- | 5 | NULL | 'x' | 0 | 2.0
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b='x' ORDER BY d DESC;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pu'
-- | ok
SELECT * FROM t WHERE b='x' ORDER BY d DESC;
-- | id | a | b | c | d
-- | 6 | 2 | 'x' | 1 | 7.0
-- | 5 | NULL | 'x' | 0 | 2.0
-- | 1 | 5 | 'x' | 1 | 1.5
-- | 3 | 9 | 'x' | 3 | NULL
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c=1 ORDER BY a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pa'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c=1 ORDER BY b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pn'
-- | ok
SELECT * FROM t WHERE c=1 ORDER BY b;
-- | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 1.5
-- | 6 | 2 | 'x' | 1 | 7.0
-- | 4 | 1 | 'z' | 1 | 4.5
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c=1 ORDER BY id;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t'
-- | ok
SELECT * FROM t WHERE c=1 ORDER BY id;
-- | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 1.5
-- | 4 | 1 | 'z' | 1 | 4.5
-- | 6 | 2 | 'x' | 1 | 7.0
-- | ok
EXPLAIN QUERY PLAN SELECT count(*) FROM t WHERE c IS NOT NULL;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pn'
-- | ok
EXPLAIN QUERY PLAN SELECT b, count(*) FROM t WHERE c IS NOT NULL GROUP BY b;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pn'
-- | ok
SELECT b, count(*) FROM t WHERE c IS NOT NULL GROUP BY b;
-- | b | count(*)
-- | 'x' | 4
-- | 'z' | 1
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t AS u WHERE u.c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN u USING INDEX pa'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t AS u WHERE C=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN u USING INDEX pa'
-- | ok
SELECT * FROM t INDEXED BY pa;
-- | error SQLITE_ERROR no query solution
SELECT * FROM t INDEXED BY pa WHERE c=1;
-- | id | a | b | c | d
-- | 4 | 1 | 'z' | 1 | 4.5
-- | 6 | 2 | 'x' | 1 | 7.0
-- | 1 | 5 | 'x' | 1 | 1.5
-- | ok
SELECT * FROM t INDEXED BY pa WHERE c=1 AND a=5;
-- | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 1.5
-- | ok
UPDATE t INDEXED BY pa SET d=d+1 WHERE c=1;
-- | ok, 3 rows
UPDATE t INDEXED BY pa SET d=d+1 WHERE c=2;
-- | error SQLITE_ERROR no query solution
DELETE FROM t INDEXED BY pa WHERE c=2;
-- | error SQLITE_ERROR no query solution
DELETE FROM t INDEXED BY pu WHERE b='z';
-- | error SQLITE_ERROR no query solution
DELETE FROM t INDEXED BY nosuch WHERE b='z';
-- | error SQLITE_ERROR no such index: nosuch
SELECT * FROM t INDEXED BY pn WHERE c BETWEEN 0 AND 2;
-- | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 2.5
-- | 5 | NULL | 'x' | 0 | 2.0
-- | 6 | 2 | 'x' | 1 | 8.0
-- | 4 | 1 | 'z' | 1 | 5.5
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c IN (1,2);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pn'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c=1 OR c=3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pn'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c=1 AND a IN (5,1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX pa (a=?)'
-- | ok
SELECT * FROM t WHERE c=1 AND a IN (5,1);
-- | id | a | b | c | d
-- | 4 | 1 | 'z' | 1 | 5.5
-- | 1 | 5 | 'x' | 1 | 2.5
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c=1 AND id>2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INTEGER PRIMARY KEY (rowid>?)'
-- | ok
SELECT * FROM t WHERE c=1 AND id>2;
-- | id | a | b | c | d
-- | 4 | 1 | 'z' | 1 | 5.5
-- | 6 | 2 | 'x' | 1 | 8.0
-- | ok
EXPLAIN QUERY PLAN SELECT id FROM t WHERE c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING COVERING INDEX pa'
-- | ok
EXPLAIN QUERY PLAN SELECT max(a) FROM t WHERE c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING COVERING INDEX pa'
-- | ok
EXPLAIN QUERY PLAN SELECT DISTINCT a FROM t WHERE c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING COVERING INDEX pa'
-- | ok
EXPLAIN QUERY PLAN UPDATE t SET b='q' WHERE c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pa'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t WHERE c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX pa'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t x LEFT JOIN t y ON y.c=1 AND y.a=x.a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN x'
-- | 2 | 0 | 0 | 'SEARCH y USING INDEX pa (a=?) LEFT-JOIN'
-- | ok
SELECT * FROM t x LEFT JOIN t y ON y.c=1 AND y.a=x.a;
-- | id | a | b | c | d | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 2.5 | 1 | 5 | 'x' | 1 | 2.5
-- | 2 | 3 | 'y' | NULL | 2.5 | NULL | NULL | NULL | NULL | NULL
-- | 3 | 9 | 'x' | 3 | NULL | NULL | NULL | NULL | NULL | NULL
-- | 4 | 1 | 'z' | 1 | 5.5 | 4 | 1 | 'z' | 1 | 5.5
-- | 5 | NULL | 'x' | 0 | 2.0 | NULL | NULL | NULL | NULL | NULL
-- | 6 | 2 | 'x' | 1 | 8.0 | 6 | 2 | 'x' | 1 | 8.0
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t x JOIN t y ON y.c=1 AND y.a=x.a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN x'
-- | 2 | 0 | 0 | 'SEARCH y USING INDEX pa (a=?)'
-- | ok
SELECT * FROM t x JOIN t y ON y.c=1 AND y.a=x.a;
-- | id | a | b | c | d | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 2.5 | 1 | 5 | 'x' | 1 | 2.5
-- | 4 | 1 | 'z' | 1 | 5.5 | 4 | 1 | 'z' | 1 | 5.5
-- | 6 | 2 | 'x' | 1 | 8.0 | 6 | 2 | 'x' | 1 | 8.0
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t x LEFT JOIN t y ON y.a=x.a WHERE y.c=1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN x'
-- | 2 | 0 | 0 | 'SEARCH y USING INDEX pa (a=?)'
-- | ok
SELECT * FROM t x LEFT JOIN t y ON y.a=x.a WHERE y.c=1;
-- | id | a | b | c | d | id | a | b | c | d
-- | 1 | 5 | 'x' | 1 | 2.5 | 1 | 5 | 'x' | 1 | 2.5
-- | 4 | 1 | 'z' | 1 | 5.5 | 4 | 1 | 'z' | 1 | 5.5
-- | 6 | 2 | 'x' | 1 | 8.0 | 6 | 2 | 'x' | 1 | 8.0
-- | ok
EXPLAIN QUERY PLAN SELECT (SELECT max(a) FROM t y WHERE y.c=1 AND y.a<x.a) FROM t x;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN x'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH y USING COVERING INDEX pa (a<?)'
-- | ok
UPDATE t SET a=a+10 WHERE c=1 RETURNING id,a;
-- | id | a
-- | 1 | 15
-- | 4 | 11
-- | 6 | 12
-- | ok, 3 rows
DELETE FROM t WHERE c=1 RETURNING id,a;
-- | id | a
-- | 1 | 15
-- | 4 | 11
-- | 6 | 12
-- | ok, 3 rows
-- @dialect sqlite
CREATE TABLE o(id INTEGER PRIMARY KEY, customer TEXT, status TEXT, total INT);
-- | ok
CREATE INDEX oo ON o(customer) WHERE status='open';
-- | ok
CREATE INDEX o2 ON o(total) WHERE total > 100;
-- | ok
CREATE INDEX o3 ON o(lower(customer));
-- | ok
INSERT INTO o VALUES(1,'z','open',500),(2,'b','open',10),(3,'a','closed',300),(4,'a','open',200);
-- | ok, 4 rows
SELECT * FROM o WHERE status='open';
-- | id | customer | status | total
-- | 4 | 'a' | 'open' | 200
-- | 2 | 'b' | 'open' | 10
-- | 1 | 'z' | 'open' | 500
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM o WHERE status='open';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN o USING INDEX oo'
-- | ok
SELECT * FROM o WHERE total > 100;
-- | id | customer | status | total
-- | 4 | 'a' | 'open' | 200
-- | 3 | 'a' | 'closed' | 300
-- | 1 | 'z' | 'open' | 500
-- | ok
SELECT * FROM o WHERE total > 200;
-- | id | customer | status | total
-- | 1 | 'z' | 'open' | 500
-- | 3 | 'a' | 'closed' | 300
-- | ok
SELECT * FROM o WHERE total > 100 AND total < 400;
-- | id | customer | status | total
-- | 4 | 'a' | 'open' | 200
-- | 3 | 'a' | 'closed' | 300
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM o WHERE total > 100 AND total < 400;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH o USING INDEX o2 (total>? AND total<?)'
-- | ok
SELECT * FROM o INDEXED BY o3;
-- | id | customer | status | total
-- | 3 | 'a' | 'closed' | 300
-- | 4 | 'a' | 'open' | 200
-- | 2 | 'b' | 'open' | 10
-- | 1 | 'z' | 'open' | 500
-- | ok
SELECT * FROM o INDEXED BY o3 WHERE lower(customer)='a';
-- | id | customer | status | total
-- | 3 | 'a' | 'closed' | 300
-- | 4 | 'a' | 'open' | 200
-- | ok
SELECT * FROM o INDEXED BY o2 WHERE total>200;
-- | error SQLITE_ERROR no query solution
SELECT * FROM o INDEXED BY oo WHERE status='open' AND customer>'a' ORDER BY id;
-- | id | customer | status | total
-- | 1 | 'z' | 'open' | 500
-- | 2 | 'b' | 'open' | 10
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM o INDEXED BY oo WHERE status='open' AND customer>'a' ORDER BY id;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH o USING INDEX oo (customer>?)'
-- | 2 | 0 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
