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
-- @dialect sqlite
CREATE TABLE u(id INTEGER PRIMARY KEY, email TEXT, deleted_at TEXT, active INT DEFAULT 1);
-- | ok
CREATE UNIQUE INDEX ue ON u(email) WHERE deleted_at IS NULL;
-- | ok
CREATE UNIQUE INDEX ua ON u(email) WHERE active = 1;
-- | ok
INSERT INTO u(email,deleted_at,active) VALUES('b','x',0),('b',NULL,0),('a',NULL,1),('c','y',1);
-- | ok, 4 rows
SELECT * FROM u WHERE deleted_at IS NULL;
-- | id | email | deleted_at | active
-- | 3 | 'a' | NULL | 1
-- | 2 | 'b' | NULL | 0
-- | ok
SELECT * FROM u WHERE active = 1;
-- | id | email | deleted_at | active
-- | 3 | 'a' | NULL | 1
-- | 4 | 'c' | 'y' | 1
-- | ok
SELECT * FROM u WHERE active = 1 AND email='a';
-- | id | email | deleted_at | active
-- | 3 | 'a' | NULL | 1
-- | ok
SELECT * FROM u WHERE email='b' AND deleted_at IS NULL;
-- | id | email | deleted_at | active
-- | 2 | 'b' | NULL | 0
-- | ok
SELECT * FROM u WHERE NULL = email AND active=1;
-- | id | email | deleted_at | active
-- | ok
SELECT email FROM u WHERE active=1 AND email IS NULL;
-- | email
-- | ok
UPDATE u SET deleted_at='z' WHERE email='b' AND deleted_at IS NULL;
-- | ok, 1 row
UPDATE u SET email=email||'1' WHERE active=1;
-- | ok, 2 rows
UPDATE u SET active=1-active WHERE active=1;
-- | ok, 2 rows
SELECT * FROM u;
-- | id | email | deleted_at | active
-- | 1 | 'b' | 'x' | 0
-- | 2 | 'b' | 'z' | 0
-- | 3 | 'a1' | NULL | 0
-- | 4 | 'c1' | 'y' | 0
-- | ok
INSERT INTO u(email) VALUES('q'),('p') ON CONFLICT(email) WHERE active=1 DO NOTHING;
-- | ok, 2 rows
SELECT count(*) FROM u WHERE active=1;
-- | count(*)
-- | 2
-- | ok
SELECT id FROM u WHERE active=1 ORDER BY email DESC;
-- | id
-- | 5
-- | 6
-- | ok
DELETE FROM u WHERE active=1 RETURNING email;
-- | email
-- | 'q'
-- | 'p'
-- | ok, 2 rows
INSERT INTO u(email) VALUES('q'),(NULL),('p'),(NULL);
-- | ok, 4 rows
SELECT id,email FROM u WHERE active=1;
-- | id | email
-- | 6 | NULL
-- | 8 | NULL
-- | 7 | 'p'
-- | 5 | 'q'
-- | ok
SELECT id,email FROM u WHERE active=1 AND email > 'a';
-- | id | email
-- | 7 | 'p'
-- | 5 | 'q'
-- | ok
SELECT x.id,y.id FROM u x JOIN u y ON x.email=y.email WHERE x.active=1 AND y.deleted_at IS NULL;
-- | id | id
-- | 7 | 7
-- | 5 | 5
-- | ok
BEGIN; DELETE FROM u WHERE active=1; ROLLBACK;
-- | ok
-- | ok, 4 rows
-- | ok
SELECT id,email FROM u WHERE active=1;
-- | id | email
-- | 6 | NULL
-- | 8 | NULL
-- | 7 | 'p'
-- | 5 | 'q'
-- | ok
SELECT id,email FROM u WHERE active=1.0;
-- | id | email
-- | 5 | 'q'
-- | 6 | NULL
-- | 7 | 'p'
-- | 8 | NULL
-- | ok
SELECT id,email FROM u WHERE active='1';
-- | id | email
-- | 5 | 'q'
-- | 6 | NULL
-- | 7 | 'p'
-- | 8 | NULL
-- | ok
SELECT id,email FROM u WHERE active IN (1);
-- | id | email
-- | 5 | 'q'
-- | 6 | NULL
-- | 7 | 'p'
-- | 8 | NULL
-- | ok
SELECT id,email FROM u WHERE +active=1;
-- | id | email
-- | 5 | 'q'
-- | 6 | NULL
-- | 7 | 'p'
-- | 8 | NULL
-- | ok
SELECT id,email FROM u WHERE 1=active;
-- | id | email
-- | 6 | NULL
-- | 8 | NULL
-- | 7 | 'p'
-- | 5 | 'q'
-- | ok
SELECT id,email FROM u WHERE (active=1);
-- | id | email
-- | 6 | NULL
-- | 8 | NULL
-- | 7 | 'p'
-- | 5 | 'q'
-- | ok
SELECT id,email FROM u WHERE active IS 1;
-- | id | email
-- | 5 | 'q'
-- | 6 | NULL
-- | 7 | 'p'
-- | 8 | NULL
-- | ok
SELECT id,email FROM u WHERE active==1;
-- | id | email
-- | 6 | NULL
-- | 8 | NULL
-- | 7 | 'p'
-- | 5 | 'q'
-- | ok
CREATE TRIGGER tu AFTER INSERT ON u BEGIN UPDATE u SET deleted_at='t' WHERE active=1 AND email=new.email; END;
-- | ok
INSERT INTO u(email) VALUES('zz') RETURNING *;
-- | id | email | deleted_at | active
-- | 9 | 'zz' | NULL | 1
-- | ok, 1 row
SELECT * FROM u INDEXED BY ue;
-- | error SQLITE_ERROR no query solution
SELECT * FROM u INDEXED BY ue WHERE deleted_at IS NULL;
-- | id | email | deleted_at | active
-- | 6 | NULL | NULL | 1
-- | 8 | NULL | NULL | 1
-- | 3 | 'a1' | NULL | 0
-- | 7 | 'p' | NULL | 1
-- | 5 | 'q' | NULL | 1
-- | ok
SELECT * FROM u NOT INDEXED WHERE active=1;
-- | id | email | deleted_at | active
-- | 5 | 'q' | NULL | 1
-- | 6 | NULL | NULL | 1
-- | 7 | 'p' | NULL | 1
-- | 8 | NULL | NULL | 1
-- | 9 | 'zz' | 't' | 1
-- | ok
