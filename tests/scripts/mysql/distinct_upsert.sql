-- INSERT … SELECT DISTINCT … ON DUPLICATE KEY UPDATE with columns of the query. Compared with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE s(k INT, v INT, w INT, KEY(k));
-- | ok
CREATE TABLE t(k INT PRIMARY KEY, v INT, w INT DEFAULT 0);
-- | ok
INSERT INTO s VALUES (1, 10, 7), (2, 20, 7), (1, 30, 7), (3, NULL, 7), (1, 10, 8);
-- | ok, 5 rows (Records: 5  Duplicates: 0  Warnings: 0)
INSERT INTO t(k, v) SELECT DISTINCT k, v FROM s ON DUPLICATE KEY UPDATE w = t.w + s.v;
-- | ok, 5 rows (Records: 4  Duplicates: 1  Warnings: 0)
SELECT * FROM t;
-- | k | v | w
-- | 1 | 10 | 30
-- | 2 | 20 | 0
-- | 3 | NULL | 0
-- | ok
INSERT INTO t SELECT DISTINCT * FROM s ON DUPLICATE KEY UPDATE w = s.w + s.v;
-- | ok, 10 rows (Records: 5  Duplicates: 5  Warnings: 0)
SELECT * FROM t;
-- | k | v | w
-- | 1 | 10 | 18
-- | 2 | 20 | 27
-- | 3 | NULL | NULL
-- | ok
