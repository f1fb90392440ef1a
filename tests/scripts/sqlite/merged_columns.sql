-- What is a column that USING merged, when its table is named? That table's own. Compared with SQLite
-- 3.54.1; PostgreSQL by its manual (queries-table-expressions, 7.2.1.1).
-- @dialect sqlite
CREATE TABLE a(x INT, y INT);
-- | ok
CREATE TABLE b(x INT, z INT);
-- | ok
INSERT INTO a VALUES(1,11),(2,12);
-- | ok, 2 rows
INSERT INTO b VALUES(2,22),(3,23);
-- | ok, 2 rows
SELECT a.x, b.x, x FROM a FULL JOIN b USING(x) ORDER BY x;
-- | x | x | x
-- | 1 | NULL | 1
-- | 2 | 2 | 2
-- | NULL | 3 | 3
-- | ok
SELECT a.*, b.* FROM a FULL JOIN b USING(x) ORDER BY 1, 3;
-- | x | y | x | z
-- | NULL | NULL | 3 | 23
-- | 1 | 11 | NULL | NULL
-- | 2 | 12 | 2 | 22
-- | ok
SELECT * FROM a RIGHT JOIN b USING(x) ORDER BY x;
-- | x | y | z
-- | 2 | 12 | 22
-- | 3 | NULL | 23
-- | ok
SELECT count(a.x), count(b.x), count(x) FROM a FULL JOIN b USING(x);
-- | count(a.x) | count(b.x) | count(x)
-- | 2 | 2 | 3
-- | ok
-- @dialect postgresql
CREATE TABLE a(x INT, y INT);
-- | ok (CREATE TABLE)
CREATE TABLE b(x INT, z INT);
-- | ok (CREATE TABLE)
INSERT INTO a VALUES(1,11),(2,12);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO b VALUES(2,22),(3,23);
-- | ok, 2 rows (INSERT 0 2)
SELECT a.x, b.x, x FROM a FULL JOIN b USING(x) ORDER BY 3;
-- | x | x | x
-- | 1 | NULL | 1
-- | 2 | 2 | 2
-- | NULL | 3 | 3
-- | ok (SELECT 3)
SELECT a.*, b.* FROM a FULL JOIN b USING(x) ORDER BY 1, 3;
-- | x | y | x | z
-- | 1 | 11 | NULL | NULL
-- | 2 | 12 | 2 | 22
-- | NULL | NULL | 3 | 23
-- | ok (SELECT 3)
SELECT * FROM a RIGHT JOIN b USING(x) ORDER BY x;
-- | x | y | z
-- | 2 | 12 | 22
-- | 3 | NULL | 23
-- | ok (SELECT 2)
SELECT count(a.x), count(b.x), count(x) FROM a FULL JOIN b USING(x);
-- | count | count | count
-- | 2 | 2 | 3
-- | ok (SELECT 1)
