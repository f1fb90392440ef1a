-- GROUP BY ... WITH ROLLUP. Compared with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE t(g VARCHAR(5), h INT, n INT);
-- | ok
INSERT INTO t VALUES('b',1,30),('a',1,10),('a',2,20),(NULL,1,5),('a',NULL,7);
-- | ok, 5 rows (Records: 5  Duplicates: 0  Warnings: 0)
SELECT g, SUM(n) FROM t GROUP BY g WITH ROLLUP;
-- | g | SUM(n)
-- | NULL | 5
-- | 'a' | 37
-- | 'b' | 30
-- | NULL | 72
-- | ok
SELECT g, h, SUM(n), COUNT(*), AVG(n) FROM t GROUP BY g, h WITH ROLLUP;
-- | g | h | SUM(n) | COUNT(*) | AVG(n)
-- | NULL | 1 | 5 | 1 | 5.0000
-- | NULL | NULL | 5 | 1 | 5.0000
-- | 'a' | NULL | 7 | 1 | 7.0000
-- | 'a' | 1 | 10 | 1 | 10.0000
-- | 'a' | 2 | 20 | 1 | 20.0000
-- | 'a' | NULL | 37 | 3 | 12.3333
-- | 'b' | 1 | 30 | 1 | 30.0000
-- | 'b' | NULL | 30 | 1 | 30.0000
-- | NULL | NULL | 72 | 5 | 14.4000
-- | ok
SELECT h, g, MAX(n) FROM t GROUP BY h, g WITH ROLLUP HAVING MAX(n)>6;
-- | h | g | MAX(n)
-- | NULL | 'a' | 7
-- | NULL | NULL | 7
-- | 1 | 'a' | 10
-- | 1 | 'b' | 30
-- | 1 | NULL | 30
-- | 2 | 'a' | 20
-- | 2 | NULL | 20
-- | NULL | NULL | 30
-- | ok
SELECT IFNULL(g,'Total') AS x, SUM(n) FROM t WHERE g IS NOT NULL GROUP BY g WITH ROLLUP;
-- | x | SUM(n)
-- | 'a' | 37
-- | 'b' | 30
-- | 'Total' | 67
-- | ok
SELECT g, COUNT(DISTINCT h) FROM t GROUP BY g WITH ROLLUP LIMIT 2;
-- | g | COUNT(DISTINCT h)
-- | NULL | 1
-- | 'a' | 2
-- | ok
SELECT g, SUM(n) FROM t WHERE n>100 GROUP BY g WITH ROLLUP;
-- | g | SUM(n)
-- | ok
SELECT COALESCE(g,'all') k, GROUP_CONCAT(n ORDER BY n) FROM t GROUP BY g WITH ROLLUP;
-- | k | GROUP_CONCAT(n ORDER BY n)
-- | 'all' | '5'
-- | 'a' | '7,10,20'
-- | 'b' | '30'
-- | 'all' | '5,7,10,20,30'
-- | ok
CREATE TABLE s AS SELECT g, SUM(n) AS n FROM t GROUP BY g WITH ROLLUP;
-- | ok (Records: 4  Duplicates: 0  Warnings: 0)
SELECT * FROM s;
-- | g | n
-- | NULL | 5
-- | 'a' | 37
-- | 'b' | 30
-- | NULL | 72
-- | ok
SELECT * FROM (SELECT g, SUM(n) AS n FROM t GROUP BY g WITH ROLLUP) d ORDER BY n DESC;
-- | g | n
-- | NULL | 72
-- | 'a' | 37
-- | 'b' | 30
-- | NULL | 5
-- | ok
