-- Halves of doubles round to even, of exact numbers away from zero; tables in FROM have names. Compared
-- with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE t(i INT, d DECIMAL(5,1), y YEAR, b BIGINT UNSIGNED);
-- | ok
INSERT INTO t(i) VALUES(2.5e0),(3.5e0),(-2.5e0),(2.5),('2.5'),('2.5e0'),(-2.5);
-- | ok, 7 rows (Records: 7  Duplicates: 0  Warnings: 0)
INSERT INTO t(d) VALUES(2.25e0),(2.35e0),(2.25),('2.25');
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'd' at row 1
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'd' at row 2
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'd' at row 3
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'd' at row 4
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 4)
INSERT INTO t(b) VALUES(2.5e0),(2.5);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
SELECT * FROM t;
-- | i | d | y | b
-- | 2 | NULL | NULL | NULL
-- | 4 | NULL | NULL | NULL
-- | -2 | NULL | NULL | NULL
-- | 3 | NULL | NULL | NULL
-- | 3 | NULL | NULL | NULL
-- | 3 | NULL | NULL | NULL
-- | -3 | NULL | NULL | NULL
-- | NULL | 2.3 | NULL | NULL
-- | NULL | 2.4 | NULL | NULL
-- | NULL | 2.3 | NULL | NULL
-- | NULL | 2.3 | NULL | NULL
-- | NULL | NULL | NULL | 2
-- | NULL | NULL | NULL | 3
-- | ok
SELECT ROUND(2.5e0), ROUND(3.5e0), ROUND(-2.5e0), ROUND(25e-1), ROUND(1.25e0,1), ROUND(1234.5e0,-2), ROUND(2.5), ROUND('2.5'), CAST(2.5e0 AS SIGNED), CAST(2.5 AS SIGNED), 2.5e0 DIV 1, CAST(2.25e0 AS DECIMAL(5,1)), TRUNCATE(2.59e0,1);
-- | ROUND(2.5e0) | ROUND(3.5e0) | ROUND(-2.5e0) | ROUND(25e-1) | ROUND(1.25e0,1) | ROUND(1234.5e0,-2) | ROUND(2.5) | ROUND('2.5') | CAST(2.5e0 AS SIGNED) | CAST(2.5 AS SIGNED) | 2.5e0 DIV 1 | CAST(2.25e0 AS DECIMAL(5,1)) | TRUNCATE(2.59e0,1)
-- | 2.0 | 4.0 | -2.0 | 2.0 | 1.2 | 1200.0 | 3 | 2.0 | 2 | 3 | 2 | 2.3 | 2.5
-- | ok
UPDATE t SET i=2.5e0;
-- | ok, 12 rows (Rows matched: 13  Changed: 12  Warnings: 0)
SELECT DISTINCT i FROM t;
-- | i
-- | 2
-- | ok
CREATE TABLE f(x DOUBLE);
-- | ok
INSERT INTO f VALUES(0.5),(1.5),(2.5);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
SELECT ROUND(x) FROM f;
-- | ROUND(x)
-- | 0.0
-- | 2.0
-- | 2.0
-- | ok
INSERT INTO t(i) SELECT x FROM f;
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
SELECT i FROM t WHERE i<2;
-- | i
-- | 0
-- | ok
SELECT * FROM (SELECT 1);
-- | error ER_DERIVED_MUST_HAVE_ALIAS Every derived table must have its own alias
SELECT a FROM (SELECT 1 a, 2 a) d;
-- | error ER_DUP_FIELDNAME Duplicate column name 'a'
SELECT i FROM t ORDER BY 99;
-- | error ER_BAD_FIELD_ERROR Unknown column '99' in 'order clause'
