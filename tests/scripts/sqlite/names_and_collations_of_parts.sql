-- @dialect sqlite
-- compared with SQLite 3.54.1: what the columns of queries that are read by others are called, and which
-- collation and affinity they have; what likely() leaves of a column; IS and the truth values.
CREATE TABLE t(a TEXT COLLATE NOCASE, b REAL, c INT);
-- | ok
INSERT INTO t VALUES('x', 2, 3), ('X', 1.5, 7);
-- | ok, 2 rows
SELECT a COLLATE NOCASE FROM t UNION SELECT c FROM t ORDER BY 1;
-- | a COLLATE NOCASE
-- | 3
-- | 7
-- | 'x'
-- | ok
SELECT a COLLATE NOCASE FROM t UNION SELECT c FROM t ORDER BY 1 COLLATE BINARY;
-- | a
-- | 3
-- | 7
-- | 'x'
-- | ok
SELECT a COLLATE NOCASE, a FROM t UNION ALL SELECT c, c FROM t ORDER BY 1 COLLATE BINARY, 2 COLLATE BINARY;
-- | a COLLATE NOCASE | a
-- | 3 | 3
-- | 7 | 7
-- | 'X' | 'X'
-- | 'x' | 'x'
-- | ok
SELECT a, b, a FROM t UNION SELECT b, c, b FROM t ORDER BY 1 COLLATE BINARY;
-- | a | b | a:1
-- | 1.5 | 7.0 | 1.5
-- | 2.0 | 3.0 | 2.0
-- | 'X' | 1.5 | 'X'
-- | 'x' | 2.0 | 'x'
-- | ok
SELECT 5 FROM t UNION SELECT b FROM t ORDER BY 1 COLLATE BINARY;
-- | 5
-- | 1.5
-- | 2.0
-- | 5.0
-- | ok
SELECT CAST(c AS REAL) AS x FROM t UNION SELECT 3 ORDER BY 1 COLLATE BINARY;
-- | x
-- | 3
-- | 7.0
-- | ok
SELECT true UNION SELECT false ORDER BY 1 COLLATE BINARY;
-- | column1
-- | 0
-- | 1
-- | ok
SELECT * FROM (SELECT true, 1 AS false, a COLLATE BINARY, likely(b) FROM t LIMIT 1);
-- | column1 | column2 | a | likely(b)
-- | 1 | 1 | 'x' | 2.0
-- | ok
CREATE VIEW v AS SELECT (a) COLLATE NOCASE, likely((b)), unlikely(t.c COLLATE NOCASE), +a, A FROM t LIMIT 1;
-- | ok
SELECT * FROM v;
-- | a | b | c | +a | a:1
-- | 'x' | 2.0 | 3 | 'x' | 'x'
-- | ok
CREATE TABLE w AS SELECT a COLLATE BINARY, likely(b), true FROM t;
-- | ok
SELECT sql FROM sqlite_schema WHERE name = 'w';
-- | sql
-- | 'CREATE TABLE w(a TEXT,b,column3)'
-- | ok
SELECT a COLLATE BINARY FROM t UNION SELECT a FROM t ORDER BY 1;
-- | a COLLATE BINARY
-- | 'X'
-- | 'x'
-- | ok
SELECT +a FROM t EXCEPT SELECT 'x' COLLATE BINARY;
-- | +a
-- | ok
SELECT likely(c) = '3', unlikely(a) = 'X', likelihood(c, 0.5) = '3' FROM t LIMIT 1;
-- | likely(c) = '3' | unlikely(a) = 'X' | likelihood(c, 0.5) = '3'
-- | 0 | 0 | 0
-- | ok
SELECT nullif('X', a), nullif(c, 'a' COLLATE NOCASE), nullif('X', 'x' COLLATE NOCASE) FROM t LIMIT 1;
-- | nullif('X', a) | nullif(c, 'a' COLLATE NOCASE) | nullif('X', 'x' COLLATE NOCASE)
-- | NULL | 3 | NULL
-- | ok
SELECT c FROM t WHERE b IS NOT DISTINCT FROM true;
-- | c
-- | 3
-- | 7
-- | ok
SELECT c FROM t WHERE b IS DISTINCT FROM (true);
-- | c
-- | ok
SELECT count(*) FROM t WHERE b IS (false) COLLATE NOCASE;
-- | count(*)
-- | 0
-- | ok
-- min(DISTINCT) of a value that was there does not let go of the row.
CREATE TABLE g(a TEXT COLLATE RTRIM, n);
-- | ok
INSERT INTO g VALUES('1', 1), ('1 ', 2), ('2', 3);
-- | ok, 3 rows
SELECT a COLLATE RTRIM, n, min(DISTINCT a) FROM g GROUP BY 1;
-- | a COLLATE RTRIM | n | min(DISTINCT a)
-- | '1 ' | 2 | '1'
-- | '2' | 3 | '2'
-- | ok
-- A bound that is a whole real beyond 2^53.
CREATE TABLE k(id INTEGER PRIMARY KEY, x REAL);
-- | ok
INSERT INTO k VALUES(-9223372036854775807 - 1, -9223372036854775808.0), (9007199254740993, 9007199254740992.0);
-- | ok, 2 rows
SELECT x.id, y.id FROM k x JOIN k y ON y.id > x.x ORDER BY 1, 2;
-- | id | id
-- | -9223372036854775808 | 9007199254740993
-- | 9007199254740993 | 9007199254740993
-- | ok
-- The key of a table WITHOUT ROWID, and what stands behind those of its other indexes.
CREATE TABLE p(a INTEGER COLLATE NOCASE UNIQUE, b, PRIMARY KEY(a COLLATE RTRIM DESC)) WITHOUT ROWID;
-- | ok
INSERT INTO p VALUES(1, 1), (2, 2);
-- | ok, 2 rows
SELECT * FROM p;
-- | a | b
-- | 1 | 1
-- | 2 | 2
-- | ok
PRAGMA index_list(p);
-- | seq | name | unique | origin | partial
-- | 0 | 'sqlite_autoindex_p_1' | 1 | 'pk' | 0
-- | ok
CREATE TABLE q(a INTEGER, b COLLATE NOCASE, c COLLATE RTRIM, PRIMARY KEY(b, a, b COLLATE BINARY DESC), UNIQUE(c, b)) WITHOUT ROWID;
-- | ok
CREATE INDEX q1 ON q(a, b COLLATE RTRIM);
-- | ok
PRAGMA index_xinfo(sqlite_autoindex_q_1);
-- | seqno | cid | name | desc | coll | key
-- | 0 | 1 | 'b' | 0 | 'NOCASE' | 1
-- | 1 | 0 | 'a' | 0 | 'BINARY' | 1
-- | 2 | 1 | 'b' | 1 | 'BINARY' | 1
-- | 3 | 2 | 'c' | 0 | 'RTRIM' | 0
-- | ok
PRAGMA index_xinfo(sqlite_autoindex_q_2);
-- | seqno | cid | name | desc | coll | key
-- | 0 | 2 | 'c' | 0 | 'RTRIM' | 1
-- | 1 | 1 | 'b' | 0 | 'NOCASE' | 1
-- | 2 | 0 | 'a' | 0 | 'BINARY' | 0
-- | 3 | 1 | 'b' | 0 | 'BINARY' | 0
-- | ok
PRAGMA index_xinfo(q1);
-- | seqno | cid | name | desc | coll | key
-- | 0 | 0 | 'a' | 0 | 'BINARY' | 1
-- | 1 | 1 | 'b' | 0 | 'RTRIM' | 1
-- | 2 | 1 | 'b' | 0 | 'NOCASE' | 0
-- | 3 | 1 | 'b' | 1 | 'BINARY' | 0
-- | ok
