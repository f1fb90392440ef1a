-- An aggregate whose columns are those of the query around belongs to that query; the one in which it
-- stands has no groups for it. Compared with SQLite 3.54.1, PostgreSQL 18.4 (PGlite) and MariaDB 10.11.

-- @dialect sqlite
CREATE TABLE t(a INT, b INT);
-- | ok
CREATE TABLE u(x INT, y INT);
-- | ok
INSERT INTO t VALUES (1, 1), (2, 1), (3, 2);
-- | ok, 3 rows
SELECT b, (SELECT count(t.a) FROM u) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | NULL
-- | 2 | NULL
-- | ok
SELECT (SELECT count(t.a)) AS n FROM t;
-- | n
-- | 3
-- | ok
SELECT b FROM t GROUP BY b HAVING EXISTS (SELECT count(t.a) FROM u);
-- | b
-- | ok
INSERT INTO u VALUES (5, 6), (7, 8);
-- | ok, 2 rows
SELECT b, (SELECT count(t.a) FROM u WHERE x = 5) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | 2
-- | 2 | 1
-- | ok
SELECT b, (SELECT count(t.a) + x FROM u WHERE x = 7) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | 9
-- | 2 | 8
-- | ok
SELECT (SELECT count(t.a) FROM u WHERE x = 0) AS n FROM t;
-- | n
-- | NULL
-- | ok
SELECT (SELECT count(t.a) + count(x) FROM u) AS n FROM t;
-- | n
-- | 5
-- | ok

-- @dialect postgresql
CREATE TABLE t(a INT, b INT);
-- | ok (CREATE TABLE)
CREATE TABLE u(x INT, y INT);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 1), (2, 1), (3, 2);
-- | ok, 3 rows (INSERT 0 3)
SELECT b, (SELECT count(t.a) FROM u) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | NULL
-- | 2 | NULL
-- | ok (SELECT 2)
SELECT (SELECT count(t.a)) AS n FROM t;
-- | n
-- | 3
-- | ok (SELECT 1)
SELECT b FROM t GROUP BY b HAVING EXISTS (SELECT count(t.a) FROM u);
-- | b
-- | ok (SELECT 0)
INSERT INTO u VALUES (5, 6), (7, 8);
-- | ok, 2 rows (INSERT 0 2)
SELECT b, (SELECT count(t.a) FROM u WHERE x = 5) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | 2
-- | 2 | 1
-- | ok (SELECT 2)
SELECT b, (SELECT count(t.a) + x FROM u WHERE x = 7) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | 9
-- | 2 | 8
-- | ok (SELECT 2)
SELECT (SELECT count(t.a) FROM u WHERE x = 0) AS n FROM t;
-- | n
-- | NULL
-- | ok (SELECT 1)
SELECT (SELECT count(t.a) + count(x) FROM u) AS n FROM t;
-- | n
-- | 5
-- | ok (SELECT 1)

-- @dialect mysql
CREATE TABLE t(a INT, b INT);
-- | ok
CREATE TABLE u(x INT, y INT);
-- | ok
INSERT INTO t VALUES (1, 1), (2, 1), (3, 2);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
SELECT b, (SELECT count(t.a) FROM u) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | NULL
-- | 2 | NULL
-- | ok
SELECT (SELECT count(t.a)) AS n FROM t;
-- | n
-- | 3
-- | ok
SELECT b FROM t GROUP BY b HAVING EXISTS (SELECT count(t.a) FROM u);
-- | b
-- | ok
INSERT INTO u VALUES (5, 6), (7, 8);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
SELECT b, (SELECT count(t.a) FROM u WHERE x = 5) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | 2
-- | 2 | 1
-- | ok
SELECT b, (SELECT count(t.a) + x FROM u WHERE x = 7) AS n FROM t GROUP BY b ORDER BY b;
-- | b | n
-- | 1 | 9
-- | 2 | 8
-- | ok
SELECT (SELECT count(t.a) FROM u WHERE x = 0) AS n FROM t;
-- | n
-- | NULL
-- | ok
SELECT (SELECT count(t.a) + count(x) FROM u) AS n FROM t;
-- | n
-- | 5
-- | ok
