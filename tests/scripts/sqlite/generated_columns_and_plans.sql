-- Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a CHECK(c), b VARCHAR(5) DEFAULT '' UNIQUE, c INTEGER CHECK(iif(c>1,d,NULL)), d BLOB AS (b) VIRTUAL, PRIMARY KEY(b)) WITHOUT ROWID;
-- | ok
CREATE INDEX i1 ON t(d DESC);
-- | ok
INSERT INTO t(a,b,c) VALUES(1,2,NULL),(2,'x',NULL),('k',3.5,NULL);
-- | ok, 3 rows
SELECT * FROM t;
-- | a | b | c | d
-- | 1 | '2' | NULL | '2'
-- | 'k' | '3.5' | NULL | '3.5'
-- | 2 | 'x' | NULL | 'x'
-- | ok
UPDATE OR REPLACE t SET c=CAST(a<<1 AS INT);
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: c
SELECT * FROM t;
-- | a | b | c | d
-- | 1 | '2' | NULL | '2'
-- | 'k' | '3.5' | NULL | '3.5'
-- | 2 | 'x' | NULL | 'x'
-- | ok
PRAGMA index_list(t);
-- | seq | name | unique | origin | partial
-- | 0 | 'i1' | 0 | 'c' | 0
-- | 1 | 'sqlite_autoindex_t_1' | 1 | 'pk' | 0
-- | ok
EXPLAIN QUERY PLAN SELECT a,c FROM t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t'
-- | ok
CREATE TABLE d1(a INTEGER PRIMARY KEY DEFAULT 'abc', b);
-- | ok
INSERT INTO d1(b) VALUES(1);
-- | ok, 1 row
INSERT INTO d1 DEFAULT VALUES;
-- | ok, 1 row
CREATE TABLE d2(a INTEGER PRIMARY KEY DEFAULT 7, b);
-- | ok
INSERT INTO d2(b) VALUES(1);
-- | ok, 1 row
INSERT INTO d2 DEFAULT VALUES;
-- | ok, 1 row
INSERT INTO d2 VALUES(NULL,2);
-- | ok, 1 row
SELECT * FROM d2;
-- | a | b
-- | 1 | 1
-- | 2 | NULL
-- | 3 | 2
-- | ok
CREATE TABLE d3(a INTEGER DEFAULT 7, b, PRIMARY KEY(a)) WITHOUT ROWID;
-- | ok
INSERT INTO d3(b) VALUES(1);
-- | ok, 1 row
SELECT * FROM d3;
-- | a | b
-- | 7 | 1
-- | ok
CREATE TABLE g(a,b AS (a+1) STORED UNIQUE, c);
-- | ok
INSERT INTO g(a,c) VALUES(5,1),(3,2),(9,3);
-- | ok, 3 rows
SELECT b FROM g;
-- | b
-- | 6
-- | 4
-- | 10
-- | ok
SELECT b FROM g WHERE b>0;
-- | b
-- | 4
-- | 6
-- | 10
-- | ok
SELECT a,b,c FROM g;
-- | a | b | c
-- | 5 | 6 | 1
-- | 3 | 4 | 2
-- | 9 | 10 | 3
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM g;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN g'
-- | ok
EXPLAIN QUERY PLAN SELECT count(*) FROM g;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN g USING COVERING INDEX sqlite_autoindex_g_1'
-- | ok
CREATE INDEX gc ON g(c);
-- | ok
SELECT c FROM g;
-- | c
-- | 1
-- | 2
-- | 3
-- | ok
CREATE INDEX gabc ON g(c,b,a);
-- | ok
SELECT b FROM g;
-- | b
-- | 6
-- | 4
-- | 10
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM g;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN g'
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM g WHERE b=4;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH g USING INDEX sqlite_autoindex_g_1 (b=?)'
-- | ok
CREATE TABLE t9(a, b TEXT, c INTEGER, d BLOB AS (b) VIRTUAL, PRIMARY KEY(b)) WITHOUT ROWID;
-- | ok
CREATE INDEX i1 ON t9(d DESC);
-- | error SQLITE_ERROR index i1 already exists
EXPLAIN QUERY PLAN UPDATE t9 SET c=CAST(a<<1 AS INT);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t9'
-- | ok
EXPLAIN QUERY PLAN UPDATE t9 SET c=3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t9'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t9 WHERE a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t9'
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM t9;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t9'
-- | ok
EXPLAIN QUERY PLAN SELECT d FROM t9;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t9'
-- | ok
CREATE TABLE t2(a, b TEXT, c INTEGER, d, PRIMARY KEY(b)) WITHOUT ROWID;
-- | ok
CREATE INDEX i2 ON t2(d DESC);
-- | ok
EXPLAIN QUERY PLAN UPDATE t2 SET c=CAST(a<<1 AS INT);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t2 USING INDEX i2'
-- | ok
EXPLAIN QUERY PLAN UPDATE t2 SET c=3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t2 USING INDEX i2'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t2 WHERE a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t2'
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM t2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t2 USING COVERING INDEX i2'
-- | ok
EXPLAIN QUERY PLAN SELECT d FROM t2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t2 USING COVERING INDEX i2'
-- | ok
CREATE TABLE q(a TEXT, b TEXT, c TEXT, d AS (b) VIRTUAL, e AS (b) STORED);
-- | ok
CREATE INDEX q1 ON q(a,d);
-- | ok
EXPLAIN QUERY PLAN SELECT a FROM q;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN q USING COVERING INDEX q1'
-- | ok
DROP INDEX q1;
-- | ok
CREATE INDEX q1 ON q(a,e);
-- | ok
EXPLAIN QUERY PLAN SELECT a FROM q;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN q USING COVERING INDEX q1'
-- | ok
CREATE TABLE w(a TEXT, b TEXT, c TEXT, d AS (a) VIRTUAL, e AS (a) STORED, PRIMARY KEY(b)) WITHOUT ROWID;
-- | ok
CREATE INDEX w1 ON w(e);
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM w;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN w USING COVERING INDEX w1'
-- | ok
DROP INDEX w1;
-- | ok
CREATE INDEX w1 ON w(d);
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM w;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN w USING COVERING INDEX w1'
-- | ok
DROP INDEX w1;
-- | ok
CREATE INDEX w1 ON w(a);
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM w;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN w USING COVERING INDEX w1'
-- | ok
CREATE TABLE x(b TEXT PRIMARY KEY, c TEXT, d BLOB) WITHOUT ROWID;
-- | ok
CREATE INDEX x1 ON x(d);
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM x;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN x USING COVERING INDEX x1'
-- | ok
CREATE TABLE y(a, b TEXT, c INTEGER, d BLOB, PRIMARY KEY(b)) WITHOUT ROWID;
-- | ok
CREATE INDEX y1 ON y(d DESC);
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM y;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN y USING COVERING INDEX y1'
-- | ok
CREATE TABLE z(a, b TEXT, c INTEGER, d BLOB AS (b), PRIMARY KEY(b)) WITHOUT ROWID;
-- | ok
CREATE INDEX z1 ON z(d);
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM z;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN z'
-- | ok
CREATE TABLE z2(a, b TEXT, c INTEGER, d BLOB AS (a), PRIMARY KEY(b)) WITHOUT ROWID;
-- | ok
CREATE INDEX z21 ON z2(d);
-- | ok
EXPLAIN QUERY PLAN SELECT b FROM z2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN z2'
-- | ok
