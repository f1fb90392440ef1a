-- @dialect sqlite
-- compared with SQLite 3.54.1: NULLS FIRST and NULLS LAST where an index gives the rest of the order.
CREATE TABLE t(a TEXT, b UNIQUE, c);
-- | ok
CREATE INDEX i0 ON t(a);
-- | ok
INSERT INTO t VALUES(NULL,NULL,1),('x',2,2),('a',1,NULL);
-- | ok, 3 rows
SELECT DISTINCT b AS x FROM t ORDER BY x NULLS LAST;
-- | x
-- | 1
-- | 2
-- | NULL
-- | ok
SELECT DISTINCT b AS x FROM t ORDER BY x DESC NULLS FIRST;
-- | x
-- | NULL
-- | 2
-- | 1
-- | ok
SELECT DISTINCT b FROM t ORDER BY b NULLS LAST;
-- | b
-- | 1
-- | 2
-- | NULL
-- | ok
SELECT DISTINCT a AS x FROM t ORDER BY x COLLATE BINARY NULLS LAST;
-- | x
-- | 'a'
-- | 'x'
-- | NULL
-- | ok
SELECT b FROM t ORDER BY b NULLS LAST;
-- | b
-- | 1
-- | 2
-- | NULL
-- | ok
SELECT a FROM t GROUP BY a ORDER BY a NULLS LAST;
-- | a
-- | 'a'
-- | 'x'
-- | NULL
-- | ok
SELECT a FROM t GROUP BY a ORDER BY a DESC NULLS FIRST;
-- | a
-- | NULL
-- | 'x'
-- | 'a'
-- | ok
SELECT a, b FROM t GROUP BY a, b ORDER BY a DESC, b NULLS LAST;
-- | a | b
-- | 'x' | 2
-- | 'a' | 1
-- | NULL | NULL
-- | ok
SELECT x.b FROM t x JOIN t y ON x.b=y.b ORDER BY x.b NULLS LAST;
-- | b
-- | 1
-- | 2
-- | ok
SELECT x.a FROM t x LEFT JOIN t y ON x.b=y.b ORDER BY x.a DESC NULLS FIRST;
-- | a
-- | NULL
-- | 'x'
-- | 'a'
-- | ok
SELECT b FROM t UNION SELECT c FROM t ORDER BY 1 NULLS LAST;
-- | b
-- | 1
-- | 2
-- | NULL
-- | ok
SELECT b FROM t ORDER BY b NULLS LAST LIMIT 1;
-- | b
-- | 1
-- | ok
SELECT DISTINCT b, a FROM t ORDER BY b NULLS LAST, a;
-- | b | a
-- | 1 | 'a'
-- | 2 | 'x'
-- | NULL | NULL
-- | ok
SELECT * FROM (SELECT DISTINCT b FROM t) ORDER BY b NULLS LAST;
-- | b
-- | 1
-- | 2
-- | NULL
-- | ok
SELECT c FROM t WHERE b IN (1,2) ORDER BY b NULLS LAST;
-- | c
-- | NULL
-- | 2
-- | ok
