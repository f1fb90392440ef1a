-- Columns of a query in FROM are called as they are written there; those of a view as their table calls them.
-- INDEXED BY needs a table. Compared with SQLite 3.54.1, statement by statement.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY,b); INSERT INTO t VALUES(1,1),(12,2); CREATE VIEW v AS SELECT A, T.B FROM t;
-- | ok
-- | ok, 2 rows
-- | ok
SELECT B FROM t;
-- | b
-- | 1
-- | 2
-- | ok
SELECT * FROM (SELECT B FROM t);
-- | B
-- | 1
-- | 2
-- | ok
SELECT * FROM (SELECT T.B FROM t);
-- | B
-- | 1
-- | 2
-- | ok
SELECT * FROM (SELECT main.T.B, rowid FROM t);
-- | B | rowid
-- | 1 | 1
-- | 2 | 12
-- | ok
SELECT * FROM (SELECT "B", [a] FROM t);
-- | B | a
-- | 1 | 1
-- | 2 | 12
-- | ok
SELECT b FROM (SELECT B FROM t);
-- | B
-- | 1
-- | 2
-- | ok
SELECT * FROM v; SELECT A FROM v;
-- | a | b
-- | 1 | 1
-- | 12 | 2
-- | ok
-- | a
-- | 1
-- | 12
-- | ok
WITH c AS (SELECT B FROM t) SELECT * FROM c;
-- | B
-- | 1
-- | 2
-- | ok
WITH c AS (SELECT B FROM t) SELECT b FROM c;
-- | B
-- | 1
-- | 2
-- | ok
SELECT * FROM (SELECT B FROM t UNION SELECT A FROM t);
-- | B
-- | 1
-- | 2
-- | 12
-- | ok
SELECT * FROM (SELECT ROWID FROM t UNION SELECT A FROM t);
-- | ROWID
-- | 1
-- | 12
-- | ok
CREATE TABLE c1 AS SELECT B, ROWID FROM t; SELECT sql FROM sqlite_schema WHERE name='c1';
-- | ok
-- | sql
-- | 'CREATE TABLE c1(b,a INT)'
-- | ok
CREATE TABLE c2 AS SELECT * FROM (SELECT B, ROWID FROM t); SELECT sql FROM sqlite_schema WHERE name='c2';
-- | ok
-- | sql
-- | 'CREATE TABLE c2(B,ROWID INT)'
-- | ok
CREATE VIEW w2 AS SELECT * FROM (SELECT B, ROWID FROM t); PRAGMA table_info(w2);
-- | ok
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'B' | 'BLOB' | 0 | NULL | 0
-- | 1 | 'ROWID' | 'INTEGER' | 0 | NULL | 0
-- | ok
SELECT * FROM (SELECT B, b, rowid, a FROM t);
-- | B | b:1 | rowid | a
-- | 1 | 1 | 1 | 1
-- | 2 | 2 | 12 | 12
-- | ok
SELECT * FROM t NATURAL JOIN (SELECT B FROM t);
-- | a | b
-- | 1 | 1
-- | 12 | 2
-- | ok
SELECT * FROM (SELECT (B) FROM t);
-- | B
-- | 1
-- | 2
-- | ok
SELECT * FROM (SELECT +B, B+1, T.rowid FROM t);
-- | +B | B+1 | rowid
-- | 1 | 2 | 1
-- | 2 | 3 | 12
-- | ok
SELECT s.ROWID FROM (SELECT Rowid FROM t) s;
-- | Rowid
-- | 1
-- | 12
-- | ok
SELECT (SELECT ROWID), * FROM (SELECT ROWID FROM t);
-- | (SELECT ROWID) | ROWID
-- | 1 | 1
-- | 12 | 12
-- | ok
INSERT INTO t SELECT Rowid+50, b FROM (SELECT ROWID, b FROM t);
-- | ok, 2 rows
SELECT s.rowid FROM (SELECT rowid FROM t) s;
-- | rowid
-- | 1
-- | 12
-- | 51
-- | 62
-- | ok
SELECT s.a FROM (SELECT rowid FROM t) s;
-- | error SQLITE_ERROR no such column: s.a
SELECT * FROM (SELECT rowid FROM t) s;
-- | rowid
-- | 1
-- | 12
-- | 51
-- | 62
-- | ok
SELECT rowid FROM (SELECT rowid FROM t);
-- | rowid
-- | 1
-- | 12
-- | 51
-- | 62
-- | ok
SELECT rowid FROM (SELECT rowid, b FROM t) WHERE rowid>1;
-- | rowid
-- | 12
-- | 51
-- | 62
-- | ok
SELECT rowid FROM (SELECT oid FROM t);
-- | error SQLITE_ERROR no such column: rowid
SELECT oid FROM (SELECT oid FROM t);
-- | oid
-- | 1
-- | 12
-- | 51
-- | 62
-- | ok
SELECT a FROM (SELECT oid FROM t);
-- | error SQLITE_ERROR no such column: a
CREATE VIEW vt AS SELECT * FROM t;
-- | ok
CREATE VIEW w AS SELECT rowid, b FROM t; SELECT * FROM w; SELECT rowid FROM w; PRAGMA table_info(w);
-- | ok
-- | a | b
-- | 1 | 1
-- | 12 | 2
-- | 51 | 1
-- | 62 | 2
-- | ok
-- | error SQLITE_ERROR no such column: rowid
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'a' | 'INTEGER' | 0 | NULL | 0
-- | 1 | 'b' | 'BLOB' | 0 | NULL | 0
-- | ok
WITH z AS (SELECT rowid FROM t) SELECT rowid FROM z; WITH z AS (SELECT rowid FROM t) SELECT a FROM z;
-- | rowid
-- | 1
-- | 12
-- | 51
-- | 62
-- | ok
-- | error SQLITE_ERROR no such column: a
SELECT rowid FROM (SELECT rowid FROM t LIMIT 5);
-- | rowid
-- | 1
-- | 12
-- | 51
-- | 62
-- | ok
SELECT rowid FROM (SELECT DISTINCT rowid FROM t);
-- | rowid
-- | 1
-- | 12
-- | 51
-- | 62
-- | ok
SELECT rowid FROM (SELECT a FROM t); SELECT rowid FROM (SELECT b FROM t);SELECT rowid FROM v;
-- | error SQLITE_ERROR no such column: rowid
-- | error SQLITE_ERROR no such column: rowid
-- | error SQLITE_ERROR no such column: rowid
CREATE TABLE n(x); INSERT INTO n VALUES(5); SELECT rowid FROM (SELECT rowid FROM n); SELECT rowid FROM (SELECT x FROM n); SELECT a.rowid FROM (SELECT rowid, x FROM n) a;
-- | ok
-- | ok, 1 row
-- | rowid
-- | 1
-- | ok
-- | error SQLITE_ERROR no such column: rowid
-- | rowid
-- | 1
-- | ok
SELECT * FROM v INDEXED BY tb;
-- | error SQLITE_ERROR no such index: tb
SELECT * FROM v NOT INDEXED;
-- | a | b
-- | 1 | 1
-- | 12 | 2
-- | 51 | 1
-- | 62 | 2
-- | ok
WITH z AS (SELECT 1) SELECT * FROM z INDEXED BY q;
-- | error SQLITE_ERROR no such index: "q"
