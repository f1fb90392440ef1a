-- What does ORDER BY of a compound mean? A result column of any of its parts, the first before the
-- others. Which affinity has a compound's column? That of the first part that has one, unless there
-- are values of another kind. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b);
-- | ok
CREATE TABLE u(x, y);
-- | ok
INSERT INTO t VALUES(1,1),(2,1),(3,2);
-- | ok, 3 rows
INSERT INTO u VALUES(1,1),(5,0);
-- | ok, 2 rows
SELECT b FROM t UNION ALL SELECT y FROM u ORDER BY y;
-- | b
-- | 0
-- | 1
-- | 1
-- | 1
-- | 2
-- | ok
SELECT b FROM t UNION ALL SELECT y AS z FROM u ORDER BY z DESC;
-- | b
-- | 2
-- | 1
-- | 1
-- | 1
-- | 0
-- | ok
SELECT b FROM t UNION ALL SELECT y+1 FROM u ORDER BY y+1;
-- | b
-- | 1
-- | 1
-- | 1
-- | 2
-- | 2
-- | ok
SELECT b FROM t UNION ALL SELECT x FROM u UNION ALL SELECT y FROM u ORDER BY u.y;
-- | b
-- | 0
-- | 1
-- | 1
-- | 1
-- | 1
-- | 2
-- | 5
-- | ok
SELECT a, b FROM t UNION ALL SELECT y, x FROM u ORDER BY x, 1;
-- | a | b
-- | 1 | 1
-- | 1 | 1
-- | 2 | 1
-- | 3 | 2
-- | 0 | 5
-- | ok
SELECT a, b FROM t UNION ALL SELECT y, x FROM u ORDER BY y, z;
-- | error SQLITE_ERROR 2nd ORDER BY term does not match any column in the result set
WITH r(n,d) AS (SELECT 1,0 UNION ALL SELECT n*2,d+1 FROM r WHERE d<2 ORDER BY d+1) SELECT * FROM r;
-- | n | d
-- | 1 | 0
-- | 2 | 1
-- | 4 | 2
-- | ok
WITH r(n,d) AS (SELECT 1,0 UNION ALL SELECT n*2,d+1 FROM r WHERE d<2 ORDER BY d) SELECT * FROM r;
-- | error SQLITE_ERROR 1st ORDER BY term does not match any column in the result set
CREATE TABLE p(r REAL, s TEXT, i INT);
-- | ok
INSERT INTO p VALUES(2, '7', 7);
-- | ok, 1 row
SELECT s = 7 FROM (SELECT NULL AS s UNION ALL SELECT s FROM p);
-- | s = 7
-- | NULL
-- | 1
-- | ok
SELECT i = '7' FROM (SELECT NULL AS i UNION ALL SELECT i FROM p);
-- | i = '7'
-- | NULL
-- | 1
-- | ok
SELECT i = '7' FROM (SELECT 7 AS i UNION ALL SELECT i FROM p);
-- | i = '7'
-- | 1
-- | 1
-- | ok
SELECT i = '7' FROM (SELECT 'q' AS i UNION ALL SELECT i FROM p);
-- | i = '7'
-- | 0
-- | 0
-- | ok
SELECT s = 7 FROM (SELECT 1 AS s UNION ALL SELECT s FROM p);
-- | s = 7
-- | 0
-- | 0
-- | ok
