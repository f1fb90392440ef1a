-- Which rows does WITH TIES give? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t(a int, b int);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 2), (1, 3), (2, 4), (3, 4), (3, 5);
-- | ok, 5 rows (INSERT 0 5)
SELECT a FROM t ORDER BY a FETCH FIRST 1 ROW WITH TIES;
-- | a
-- | 1
-- | 1
-- | ok (SELECT 2)
SELECT a FROM t ORDER BY a FETCH FIRST 2 ROWS WITH TIES;
-- | a
-- | 1
-- | 1
-- | ok (SELECT 2)
SELECT a FROM t ORDER BY a OFFSET 1 FETCH NEXT 2 ROWS WITH TIES;
-- | a
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT a FROM t FETCH FIRST 2 ROWS WITH TIES;
-- | error 42601 WITH TIES cannot be specified without ORDER BY clause
SELECT a FROM t ORDER BY a FETCH FIRST ROW ONLY;
-- | a
-- | 1
-- | ok (SELECT 1)
SELECT a FROM t ORDER BY a FETCH FIRST ROW WITH TIES;
-- | a
-- | 1
-- | 1
-- | ok (SELECT 2)
SELECT a, b FROM t ORDER BY a DESC, b FETCH FIRST 1 ROWS WITH TIES;
-- | a | b
-- | 3 | 4
-- | ok (SELECT 1)
SELECT a FROM t ORDER BY a FETCH FIRST 0 ROWS WITH TIES;
-- | a
-- | ok (SELECT 0)
SELECT a FROM t ORDER BY a FETCH FIRST 100 ROWS WITH TIES;
-- | a
-- | 1
-- | 1
-- | 2
-- | 3
-- | 3
-- | ok (SELECT 5)
SELECT a FROM t ORDER BY b FETCH FIRST 3 ROWS WITH TIES;
-- | a
-- | 1
-- | 1
-- | 2
-- | 3
-- | ok (SELECT 4)
SELECT DISTINCT a FROM t ORDER BY a FETCH FIRST 2 ROWS WITH TIES;
-- | a
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT a FROM t UNION ALL SELECT a FROM t ORDER BY 1 FETCH FIRST 3 ROWS WITH TIES;
-- | a
-- | 1
-- | 1
-- | 1
-- | 1
-- | ok (SELECT 4)
SELECT * FROM (SELECT a FROM t ORDER BY a FETCH FIRST ROW WITH TIES) q;
-- | a
-- | 1
-- | 1
-- | ok (SELECT 2)
SELECT a FROM t ORDER BY a OFFSET 4 ROWS FETCH FIRST 1 ROW WITH TIES;
-- | a
-- | 3
-- | ok (SELECT 1)
SELECT a FROM t ORDER BY -a FETCH FIRST 1 ROW WITH TIES;
-- | a
-- | 3
-- | 3
-- | ok (SELECT 2)
SELECT a FROM t ORDER BY a LIMIT 1 WITH TIES;
-- | error 42601 syntax error at or near "WITH"
SELECT a FROM t ORDER BY a FETCH FIRST (1 + 1) ROWS ONLY;
-- | a
-- | 1
-- | 1
-- | ok (SELECT 2)
INSERT INTO t SELECT a, 100 FROM t ORDER BY a DESC FETCH FIRST 1 ROW WITH TIES RETURNING *;
-- | a | b
-- | 3 | 100
-- | 3 | 100
-- | ok, 2 rows (INSERT 0 2)
