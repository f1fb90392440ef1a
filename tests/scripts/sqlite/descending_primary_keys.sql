-- Rows of one key come in the order of the primary key, which may descend and have a collation of its own
-- (build.c, convertToWithoutRowidTable). Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a VARCHAR(5) PRIMARY KEY DESC, b DATE UNIQUE, c REAL, d TEXT) WITHOUT ROWID;
-- | ok
CREATE UNIQUE INDEX i1 ON t(c DESC);
-- | ok
INSERT INTO t(a,b) VALUES(1,2),(2,'x'),('k',3.5);
-- | ok, 3 rows
EXPLAIN QUERY PLAN UPDATE t SET b=a, d='1';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX i1'
-- | ok
SELECT a FROM t;
-- | a
-- | 'k'
-- | '2'
-- | '1'
-- | ok
SELECT a FROM t INDEXED BY i1;
-- | a
-- | 'k'
-- | '2'
-- | '1'
-- | ok
SELECT a, c FROM t ORDER BY c;
-- | a | c
-- | '1' | NULL
-- | '2' | NULL
-- | 'k' | NULL
-- | ok
SELECT a, c FROM t ORDER BY c DESC;
-- | a | c
-- | 'k' | NULL
-- | '2' | NULL
-- | '1' | NULL
-- | ok
SELECT c FROM t;
-- | c
-- | NULL
-- | NULL
-- | NULL
-- | ok
SELECT a,c FROM t;
-- | a | c
-- | 'k' | NULL
-- | '2' | NULL
-- | '1' | NULL
-- | ok
UPDATE t SET d='1' RETURNING a;
-- | a
-- | 'k'
-- | '2'
-- | '1'
-- | ok, 3 rows
UPDATE t SET b=a, d='1';
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: t.b
CREATE TABLE u(a, b, c, d, PRIMARY KEY(a DESC, b)) WITHOUT ROWID;
-- | ok
CREATE INDEX u1 ON u(c);
-- | ok
CREATE INDEX u2 ON u(d DESC);
-- | ok
INSERT INTO u VALUES(1,1,0,0),(1,2,0,0),(2,1,0,0),(2,2,0,0);
-- | ok, 4 rows
SELECT a,b FROM u;
-- | a | b
-- | 2 | 1
-- | 2 | 2
-- | 1 | 1
-- | 1 | 2
-- | ok
SELECT a,b,c FROM u;
-- | a | b | c
-- | 2 | 1 | 0
-- | 2 | 2 | 0
-- | 1 | 1 | 0
-- | 1 | 2 | 0
-- | ok
SELECT a,b,d FROM u;
-- | a | b | d
-- | 2 | 1 | 0
-- | 2 | 2 | 0
-- | 1 | 1 | 0
-- | 1 | 2 | 0
-- | ok
SELECT a,b FROM u WHERE c=0;
-- | a | b
-- | 2 | 1
-- | 2 | 2
-- | 1 | 1
-- | 1 | 2
-- | ok
SELECT a,b FROM u WHERE d=0;
-- | a | b
-- | 2 | 1
-- | 2 | 2
-- | 1 | 1
-- | 1 | 2
-- | ok
SELECT a,b FROM u ORDER BY c DESC;
-- | a | b
-- | 1 | 2
-- | 1 | 1
-- | 2 | 2
-- | 2 | 1
-- | ok
UPDATE u SET c=c RETURNING a,b;
-- | a | b
-- | 2 | 1
-- | 2 | 2
-- | 1 | 1
-- | 1 | 2
-- | ok, 4 rows
UPDATE u SET d=1 WHERE c=0 RETURNING a,b;
-- | a | b
-- | 2 | 1
-- | 2 | 2
-- | 1 | 1
-- | 1 | 2
-- | ok, 4 rows
DELETE FROM u WHERE c=0 RETURNING a,b;
-- | a | b
-- | 2 | 1
-- | 2 | 2
-- | 1 | 1
-- | 1 | 2
-- | ok, 4 rows
CREATE TABLE n(a TEXT, b TEXT, c, d, PRIMARY KEY(a COLLATE NOCASE DESC, b)) WITHOUT ROWID;
-- | ok
INSERT INTO n VALUES('a','1',0,1),('B','1',0,2),('c','1',0,3);
-- | ok, 3 rows
CREATE INDEX n1 ON n(c);
-- | ok
SELECT a FROM n WHERE c=0;
-- | a
-- | 'c'
-- | 'B'
-- | 'a'
-- | ok
ALTER TABLE n DROP COLUMN d;
-- | ok
SELECT a FROM n WHERE c=0;
-- | a
-- | 'c'
-- | 'B'
-- | 'a'
-- | ok
ALTER TABLE n ADD COLUMN e;
-- | ok
ALTER TABLE n RENAME COLUMN c TO z;
-- | ok
SELECT a FROM n WHERE z=0;
-- | a
-- | 'c'
-- | 'B'
-- | 'a'
-- | ok
EXPLAIN QUERY PLAN SELECT a FROM u WHERE c=0 ORDER BY a DESC;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH u USING COVERING INDEX u1 (c=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT a FROM u WHERE c=0 ORDER BY a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH u USING COVERING INDEX u1 (c=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT a FROM n WHERE z=0 ORDER BY a COLLATE NOCASE DESC;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH n USING COVERING INDEX n1 (z=?)'
-- | ok
PRAGMA index_xinfo(u1);
-- | seqno | cid | name | desc | coll | key
-- | 0 | 2 | 'c' | 0 | 'BINARY' | 1
-- | 1 | 0 | 'a' | 1 | 'BINARY' | 0
-- | 2 | 1 | 'b' | 0 | 'BINARY' | 0
-- | ok
PRAGMA index_xinfo(n1);
-- | seqno | cid | name | desc | coll | key
-- | 0 | 2 | 'z' | 0 | 'BINARY' | 1
-- | 1 | 0 | 'a' | 1 | 'NOCASE' | 0
-- | 2 | 1 | 'b' | 0 | 'BINARY' | 0
-- | ok
