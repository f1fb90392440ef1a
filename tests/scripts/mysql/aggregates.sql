-- TRIM with its side, WEEK in all modes, deviations, what HAVING sees, JSON of groups. Compared with MariaDB
-- 10.11, which writes JSON without blanks, keeps members twice and refuses columns in HAVING that are not
-- grouped by.
-- @dialect mysql
SELECT TRIM(BOTH 'x' FROM 'xax'), TRIM(LEADING 'xy' FROM 'xyxyaxy'), TRIM(TRAILING 'xy' FROM 'xyaxyxy'), TRIM('a' FROM 'aba'), TRIM(BOTH FROM ' a '), TRIM('  b '), TRIM(NULL FROM 'a');
-- | TRIM(BOTH 'x' FROM 'xax') | TRIM(LEADING 'xy' FROM 'xyxyaxy') | TRIM(TRAILING 'xy' FROM 'xyaxyxy') | TRIM('a' FROM 'aba') | TRIM(BOTH FROM ' a ') | TRIM('  b ') | TRIM(NULL FROM 'a')
-- | 'a' | 'axy' | 'xya' | 'b' | 'a' | 'b' | NULL
-- | ok
SELECT WEEK('2024-01-01'), WEEK('2024-01-01',1), WEEK('2023-01-01',0), WEEK('2023-01-01',1), WEEK('2023-01-01',2), WEEK('2023-01-01',3), WEEK('2023-01-01',4), WEEK('2023-01-01',5), WEEK('2023-01-01',6), WEEK('2023-01-01',7);
-- | WEEK('2024-01-01') | WEEK('2024-01-01',1) | WEEK('2023-01-01',0) | WEEK('2023-01-01',1) | WEEK('2023-01-01',2) | WEEK('2023-01-01',3) | WEEK('2023-01-01',4) | WEEK('2023-01-01',5) | WEEK('2023-01-01',6) | WEEK('2023-01-01',7)
-- | 0 | 1 | 1 | 0 | 1 | 52 | 1 | 0 | 1 | 52
-- | ok
SELECT WEEK('2024-12-31',0), WEEK('2024-12-31',1), WEEK('2024-12-31',2), WEEK('2024-12-31',3), WEEK('2024-12-31',4), WEEK('2024-12-31',5), WEEK('2024-12-31',6), WEEK('2024-12-31',7), WEEKOFYEAR('2021-01-03'), WEEK('2008-02-20',1), WEEK('2008-12-31',1), WEEK(NULL);
-- | WEEK('2024-12-31',0) | WEEK('2024-12-31',1) | WEEK('2024-12-31',2) | WEEK('2024-12-31',3) | WEEK('2024-12-31',4) | WEEK('2024-12-31',5) | WEEK('2024-12-31',6) | WEEK('2024-12-31',7) | WEEKOFYEAR('2021-01-03') | WEEK('2008-02-20',1) | WEEK('2008-12-31',1) | WEEK(NULL)
-- | 52 | 53 | 52 | 1 | 53 | 53 | 1 | 53 | 53 | 8 | 53 | NULL
-- | ok
CREATE TABLE t(g VARCHAR(5), h INT, n INT, d DOUBLE);
-- | ok
INSERT INTO t VALUES('a',1,10,1.5),('a',2,20,2.5),('b',1,30,NULL),(NULL,1,5,3);
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 0)
SELECT STD(d), STDDEV(d), STDDEV_POP(d), STDDEV_SAMP(d), VARIANCE(d), VAR_POP(d), VAR_SAMP(d) FROM t;
-- | STD(d) | STDDEV(d) | STDDEV_POP(d) | STDDEV_SAMP(d) | VARIANCE(d) | VAR_POP(d) | VAR_SAMP(d)
-- | 0.6236095644623235 | 0.6236095644623235 | 0.6236095644623235 | 0.7637626158259733 | 0.38888888888888884 | 0.38888888888888884 | 0.5833333333333333
-- | ok
SELECT g, VAR_SAMP(d), STD(d) FROM t GROUP BY g ORDER BY g;
-- | g | VAR_SAMP(d) | STD(d)
-- | NULL | NULL | 0.0
-- | 'a' | 0.5 | 0.5
-- | 'b' | NULL | NULL
-- | ok
SELECT g FROM t HAVING n>5;
-- | error ER_BAD_FIELD_ERROR Unknown column 'n' in 'having clause'
SELECT g, n FROM t HAVING n>5;
-- | g | n
-- | 'a' | 10
-- | 'a' | 20
-- | 'b' | 30
-- | ok
SELECT g, n AS m FROM t HAVING m>5;
-- | g | m
-- | 'a' | 10
-- | 'a' | 20
-- | 'b' | 30
-- | ok
SELECT n AS m FROM t HAVING n>5;
-- | m
-- | 10
-- | 20
-- | 30
-- | ok
SELECT * FROM t HAVING n>5;
-- | g | h | n | d
-- | 'a' | 1 | 10 | 1.5
-- | 'a' | 2 | 20 | 2.5
-- | 'b' | 1 | 30 | NULL
-- | ok
SELECT g, COUNT(*) AS c FROM t GROUP BY g HAVING c>1;
-- | g | c
-- | 'a' | 2
-- | ok
SELECT g, COUNT(*) AS c FROM t GROUP BY g HAVING n>1;
-- | error ER_BAD_FIELD_ERROR Unknown column 'n' in 'having clause'
SELECT g, COUNT(*) AS c FROM t GROUP BY g HAVING SUM(n)>10 AND g='a';
-- | g | c
-- | 'a' | 2
-- | ok
SELECT COUNT(*) FROM t GROUP BY g HAVING g='a';
-- | COUNT(*)
-- | 2
-- | ok
SELECT t.g, COUNT(*) FROM t GROUP BY t.g HAVING t.g='a';
-- | g | COUNT(*)
-- | 'a' | 2
-- | ok
SELECT MAX(n) FROM t HAVING MAX(n)>1;
-- | MAX(n)
-- | 30
-- | ok
SELECT n+1 AS x FROM t HAVING x>10 ORDER BY x;
-- | x
-- | 11
-- | 21
-- | 31
-- | ok
-- @dialect mysql
CREATE TABLE t(g VARCHAR(5), h INT, n INT);
-- | ok
INSERT INTO t VALUES('a',1,10),('a',2,20),('b',1,30),(NULL,1,NULL);
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 0)
SELECT JSON_ARRAYAGG(n) FROM t;
-- | JSON_ARRAYAGG(n)
-- | '[10, 20, 30, null]'
-- | ok
SELECT g, JSON_ARRAYAGG(g) FROM t GROUP BY g ORDER BY g;
-- | g | JSON_ARRAYAGG(g)
-- | NULL | '[null]'
-- | 'a' | '["a", "a"]'
-- | 'b' | '["b"]'
-- | ok
SELECT JSON_OBJECTAGG(h, n) FROM t WHERE g='a';
-- | JSON_OBJECTAGG(h, n)
-- | '{"1": 10, "2": 20}'
-- | ok
SELECT JSON_OBJECTAGG(h, n) FROM t;
-- | JSON_OBJECTAGG(h, n)
-- | '{"1": null, "2": 20}'
-- | ok
SELECT JSON_OBJECTAGG(g, n) FROM t;
-- | error ER_JSON_DOCUMENT_NULL_KEY JSON documents may not contain NULL member names.
SELECT JSON_ARRAYAGG(n) FROM t WHERE n>100;
-- | JSON_ARRAYAGG(n)
-- | NULL
-- | ok
SELECT JSON_ARRAYAGG(JSON_OBJECT('h',h,'n',n)) FROM t WHERE g='a';
-- | JSON_ARRAYAGG(JSON_OBJECT('h',h,'n',n))
-- | '[{"h": 1, "n": 10}, {"h": 2, "n": 20}]'
-- | ok
