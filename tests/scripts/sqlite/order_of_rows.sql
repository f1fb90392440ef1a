-- Rows come in the order of the index that SQLite finds cheapest. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INT UNIQUE);
-- | ok
CREATE INDEX i1 ON t(b DESC);
-- | ok
INSERT INTO t VALUES(1, 'x', 5), (2, 'y', 3), (3, 'x', 9), (4, 'z', NULL), (5, 'x', 1);
-- | ok, 5 rows
SELECT id FROM t WHERE b > 2;
-- | id
-- | 3
-- | 1
-- | 2
-- | ok
SELECT id FROM t WHERE b <= 5;
-- | id
-- | 1
-- | 2
-- | 5
-- | ok
SELECT id FROM t WHERE b > 2 AND b < 9;
-- | id
-- | 1
-- | 2
-- | ok
SELECT id FROM t WHERE b IN (1, 9, 5);
-- | id
-- | 5
-- | 1
-- | 3
-- | ok
DROP INDEX i1;
-- | ok
SELECT id FROM t WHERE b > 2;
-- | id
-- | 2
-- | 1
-- | 3
-- | ok
SELECT id FROM t WHERE b > 2 ORDER BY b DESC;
-- | id
-- | 3
-- | 1
-- | 2
-- | ok
CREATE INDEX i2 ON t(a, b);
-- | ok
SELECT id FROM t WHERE a = 'x';
-- | id
-- | 5
-- | 1
-- | 3
-- | ok
SELECT id FROM t WHERE a = 'x' AND b IN (9, 1);
-- | id
-- | 5
-- | 3
-- | ok
SELECT id FROM t WHERE a > 'w' AND b > 2;
-- | id
-- | 1
-- | 3
-- | 2
-- | ok
SELECT id FROM t WHERE id > 1 AND b > 0;
-- | id
-- | 5
-- | 2
-- | 3
-- | ok
UPDATE OR IGNORE t SET b = 2 WHERE b IN (9, 1);
-- | ok, 1 row
SELECT * FROM t ORDER BY id;
-- | id | a | b
-- | 1 | 'x' | 5
-- | 2 | 'y' | 3
-- | 3 | 'x' | 2
-- | 4 | 'z' | NULL
-- | 5 | 'x' | 1
-- | ok

-- INDEXED BY and NOT INDEXED; a table WITHOUT ROWID that another key covers.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a, b UNIQUE, c);
-- | ok
CREATE INDEX ta ON t(a);
-- | ok
CREATE INDEX tc ON t(c);
-- | ok
INSERT INTO t VALUES(1, 3, 9, 1), (2, 1, 8, 2), (3, 2, 7, 1);
-- | ok, 3 rows
SELECT id FROM t INDEXED BY ta;
-- | id
-- | 2
-- | 3
-- | 1
-- | ok
SELECT id FROM t INDEXED BY tc WHERE a > 1;
-- | id
-- | 1
-- | 3
-- | ok
SELECT id FROM t NOT INDEXED WHERE a > 0;
-- | id
-- | 1
-- | 2
-- | 3
-- | ok
DELETE FROM t INDEXED BY ta WHERE a > 2 RETURNING id;
-- | id
-- | 1
-- | ok, 1 row
CREATE TABLE w(k TEXT PRIMARY KEY, n UNIQUE) WITHOUT ROWID;
-- | ok
INSERT INTO w VALUES('a', 3), ('b', 1), ('c', NULL), ('d', NULL);
-- | ok, 4 rows
SELECT * FROM w;
-- | k | n
-- | 'a' | 3
-- | 'b' | 1
-- | 'c' | NULL
-- | 'd' | NULL
-- | ok
UPDATE w SET n = n + 10 RETURNING k;
-- | k
-- | 'a'
-- | 'b'
-- | 'c'
-- | 'd'
-- | ok, 4 rows

-- EXPLAIN QUERY PLAN names the plan that is run. Compared with SQLite 3.54.1, whose numbers differ.
-- @dialect sqlite
CREATE TABLE emp(id INTEGER PRIMARY KEY, name TEXT, dept INT, sal REAL);
-- | ok
CREATE TABLE dept(id INTEGER PRIMARY KEY, name TEXT UNIQUE);
-- | ok
CREATE INDEX emp_dept ON emp(dept, sal);
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM emp WHERE dept = 1 AND sal > 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH emp USING INDEX emp_dept (dept=? AND sal>?)'
-- | ok
EXPLAIN QUERY PLAN SELECT dept FROM emp;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN emp USING COVERING INDEX emp_dept'
-- | ok
EXPLAIN QUERY PLAN SELECT e.name, d.name FROM emp e LEFT JOIN dept d ON e.dept = d.id ORDER BY 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN e'
-- | 2 | 0 | 0 | 'SEARCH d USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN'
-- | 3 | 0 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT id FROM emp WHERE id > 3 UNION ALL SELECT id FROM dept;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'COMPOUND QUERY'
-- | 2 | 1 | 0 | 'LEFT-MOST SUBQUERY'
-- | 3 | 2 | 0 | 'SEARCH emp USING INTEGER PRIMARY KEY (rowid>?)'
-- | 4 | 1 | 0 | 'UNION ALL'
-- | 5 | 4 | 0 | 'SCAN dept'
-- | ok
EXPLAIN QUERY PLAN UPDATE emp SET sal = 0 WHERE id IN (1, 2);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH emp USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT (SELECT 1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN CONSTANT ROW'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | ok

-- An UPDATE of all rows of a table WITHOUT ROWID goes by the narrowest key, whatever it sets.
-- Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INT PRIMARY KEY, a TEXT, b INT UNIQUE, c TEXT) WITHOUT ROWID;
-- | ok
INSERT INTO t VALUES (1, 'x', 9, 'p'), (2, 'y', 3, 'q'), (3, 'z', 6, 'r');
-- | ok, 3 rows
EXPLAIN QUERY PLAN UPDATE t SET c = c || a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX sqlite_autoindex_t_2'
-- | ok
CREATE UNIQUE INDEX tc ON t(c);
-- | ok
-- @trace
UPDATE OR FAIL t SET c = 's';
-- | step 1  UPDATE OR FAIL t SET c = 's'
-- | step 2    row 2 of t is to become (2, 'y', 3, 's')
-- | step 3      c 's' is free in tc
-- | step 4      row 2 of t is written: (2, 'y', 3, 's')
-- | step 5    the row is updated
-- | step 6    row 3 of t is to become (3, 'z', 6, 's')
-- | step 7      c 's' is already in tc, held by row 2
-- | step 8      FAIL ends the statement; rows written before stay
-- | step 9    the row ends with an error
-- | step 10   the statement fails: UNIQUE constraint failed: t.c
-- | step 11 the statement ends with an error
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: t.c
-- @tables
SELECT 1;
-- | 1
-- | 1
-- | ok
-- | table t
-- |   1 | 'x' | 9 | 'p'
-- |   2 | 'y' | 3 | 's'
-- |   3 | 'z' | 6 | 'r'

-- Tables of a join are read in the order that is cheapest, and one without an index by one that is
-- made for the join. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE c(id INT PRIMARY KEY, name TEXT, city TEXT);
-- | ok
CREATE TABLE o(id INTEGER PRIMARY KEY, cid INT, amt INT);
-- | ok
INSERT INTO c VALUES(3, 'n3', 'x'), (1, 'n1', 'y'), (2, 'n2', 'x');
-- | ok, 3 rows
INSERT INTO o VALUES(1, 2, 50), (2, 3, 40), (3, 2, 10), (4, 9, 5), (5, 1, 50);
-- | ok, 5 rows
SELECT c.name, o.id FROM c JOIN o ON o.cid = c.id;
-- | name | id
-- | 'n2' | 1
-- | 'n3' | 2
-- | 'n2' | 3
-- | 'n1' | 5
-- | ok
SELECT * FROM c, o WHERE c.id = o.cid AND o.amt > 10;
-- | id | name | city | id | cid | amt
-- | 2 | 'n2' | 'x' | 1 | 2 | 50
-- | 3 | 'n3' | 'x' | 2 | 3 | 40
-- | 1 | 'n1' | 'y' | 5 | 1 | 50
-- | ok
SELECT c.name, o.amt FROM c LEFT JOIN o ON o.cid = c.id;
-- | name | amt
-- | 'n3' | 40
-- | 'n1' | 50
-- | 'n2' | 10
-- | 'n2' | 50
-- | ok
SELECT a.name, b.name FROM c a, c b WHERE a.city = b.city;
-- | name | name
-- | 'n3' | 'n2'
-- | 'n3' | 'n3'
-- | 'n1' | 'n1'
-- | 'n2' | 'n2'
-- | 'n2' | 'n3'
-- | ok
SELECT c.name, o.id FROM c CROSS JOIN o WHERE o.cid = c.id;
-- | name | id
-- | 'n3' | 2
-- | 'n1' | 5
-- | 'n2' | 1
-- | 'n2' | 3
-- | ok
SELECT name FROM c WHERE id IN (SELECT cid FROM o);
-- | name
-- | 'n1'
-- | 'n2'
-- | 'n3'
-- | ok
SELECT c.name, count(*) FROM c JOIN o ON o.cid = c.id GROUP BY c.id;
-- | name | count(*)
-- | 'n1' | 1
-- | 'n2' | 2
-- | 'n3' | 1
-- | ok
SELECT nope FROM c JOIN o ON o.cid = c.id;
-- | error SQLITE_ERROR no such column: nope
SELECT id FROM c JOIN o ON o.cid = c.id;
-- | error SQLITE_ERROR ambiguous column name: id

-- Each part of an OR by its own index, one after the other; of one column, a list. Compared with
-- SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INT);
-- | ok
CREATE INDEX tb ON t(b);
-- | ok
INSERT INTO t VALUES(1, 'e', 1), (2, 'c', 2), (3, 'd', 1), (4, 'a', 3), (5, 'b', 2);
-- | ok, 5 rows
SELECT id FROM t WHERE a = 'b' OR id = 1;
-- | id
-- | 5
-- | 1
-- | ok
SELECT id FROM t WHERE id = 5 OR id = 2;
-- | id
-- | 2
-- | 5
-- | ok
SELECT id FROM t WHERE b = 2 OR a = 'c' OR id = 1;
-- | id
-- | 2
-- | 5
-- | 1
-- | ok
SELECT id FROM t WHERE a = 'b' OR b + 0 = 1;
-- | id
-- | 1
-- | 3
-- | 5
-- | ok
DELETE FROM t WHERE a = 'b' OR id = 1 RETURNING id;
-- | id
-- | 1
-- | 5
-- | ok, 2 rows

-- What EXPLAIN QUERY PLAN says of them. Compared with SQLite 3.54.1, whose numbers differ.
-- @dialect sqlite
CREATE TABLE c(id INTEGER PRIMARY KEY, name TEXT UNIQUE, city TEXT);
-- | ok
CREATE TABLE o(id INTEGER PRIMARY KEY, cid INT);
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM c JOIN o ON o.cid = c.id;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN o'
-- | 2 | 0 | 0 | 'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT a.name, b.name FROM c a, c b WHERE a.city = b.city;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'BLOOM FILTER ON b (city=?)'
-- | 3 | 0 | 0 | 'SEARCH b USING AUTOMATIC COVERING INDEX (city=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM c WHERE id = 1 OR name = 'x';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MULTI-INDEX OR'
-- | 2 | 1 | 0 | 'INDEX 1'
-- | 3 | 2 | 0 | 'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)'
-- | 4 | 1 | 0 | 'INDEX 2'
-- | 5 | 4 | 0 | 'SEARCH c USING INDEX sqlite_autoindex_c_1 (name=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT max(city) FROM c;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH c'
-- | ok

-- The rows of a group come in the order of the index that groups them.
CREATE TABLE k(pid INT, tag TEXT, z INT, UNIQUE(tag, pid));
-- | ok
CREATE INDEX kz ON k(z DESC);
-- | ok
INSERT INTO k VALUES (9,'a',1),(3,'a',2),(5,'b',1),(1,'b',3);
-- | ok, 4 rows
SELECT tag, group_concat(pid) FROM k GROUP BY tag;
-- | tag | group_concat(pid)
-- | 'a' | '3,9'
-- | 'b' | '1,5'
-- | ok
SELECT z, count(*) FROM k GROUP BY z;
-- | z | count(*)
-- | 3 | 1
-- | 2 | 1
-- | 1 | 2
-- | ok
