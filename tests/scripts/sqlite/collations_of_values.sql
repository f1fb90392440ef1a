-- Does a value compare as the column does that it came from? Not what a scalar subquery, min() or
-- max() gives. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE w(k TEXT COLLATE NOCASE, v);
-- | ok
INSERT INTO w VALUES('a','A'),('B','b');
-- | ok, 2 rows
SELECT max(k) = 'b', min(k) = 'A', max(k COLLATE NOCASE) = 'b', max(k) IN ('b') FROM w;
-- | max(k) = 'b' | min(k) = 'A' | max(k COLLATE NOCASE) = 'b' | max(k) IN ('b')
-- | 0 | 0 | 1 | 0
-- | ok
SELECT (SELECT k FROM w LIMIT 1) = 'A', 'A' IN (SELECT k FROM w), (SELECT v COLLATE NOCASE FROM w LIMIT 1) = 'a';
-- | (SELECT k FROM w LIMIT 1) = 'A' | 'A' IN (SELECT k FROM w) | (SELECT v COLLATE NOCASE FROM w LIMIT 1) = 'a'
-- | 0 | 1 | 0
-- | ok
SELECT max(k) AS m FROM w GROUP BY v ORDER BY m;
-- | m
-- | 'B'
-- | 'a'
-- | ok
SELECT k FROM w GROUP BY k HAVING max(k) = 'b';
-- | k
-- | ok
SELECT (SELECT k FROM w LIMIT 1) UNION SELECT 'A';
-- | (SELECT k FROM w LIMIT 1)
-- | 'A'
-- | 'a'
-- | ok
SELECT k FROM w WHERE (SELECT 'A') = k;
-- | k
-- | 'a'
-- | ok
SELECT k FROM w ORDER BY (SELECT w.k);
-- | k
-- | 'B'
-- | 'a'
-- | ok
UPDATE w SET v = 'x' WHERE 'b' = (SELECT max(k) FROM w);
-- | ok, 0 rows
DELETE FROM w WHERE (SELECT k FROM w LIMIT 1) = 'A';
-- | ok, 0 rows
SELECT * FROM w;
-- | k | v
-- | 'a' | 'A'
-- | 'B' | 'b'
-- | ok
