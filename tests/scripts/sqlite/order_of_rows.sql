-- Rows come in the order of the index that SQLite finds cheapest. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INT UNIQUE);
-- | ok
CREATE INDEX i1 ON t(b DESC);
-- | ok
INSERT INTO t VALUES(1, 'x', 5), (2, 'y', 3), (3, 'x', 9), (4, 'z', NULL), (5, 'x', 1);
-- | ok, 5 rows
SELECT id FROM t WHERE b > 2;
-- | id
-- | 3
-- | 1
-- | 2
-- | ok
SELECT id FROM t WHERE b <= 5;
-- | id
-- | 1
-- | 2
-- | 5
-- | ok
SELECT id FROM t WHERE b > 2 AND b < 9;
-- | id
-- | 1
-- | 2
-- | ok
SELECT id FROM t WHERE b IN (1, 9, 5);
-- | id
-- | 5
-- | 1
-- | 3
-- | ok
DROP INDEX i1;
-- | ok
SELECT id FROM t WHERE b > 2;
-- | id
-- | 2
-- | 1
-- | 3
-- | ok
SELECT id FROM t WHERE b > 2 ORDER BY b DESC;
-- | id
-- | 3
-- | 1
-- | 2
-- | ok
CREATE INDEX i2 ON t(a, b);
-- | ok
SELECT id FROM t WHERE a = 'x';
-- | id
-- | 5
-- | 1
-- | 3
-- | ok
SELECT id FROM t WHERE a = 'x' AND b IN (9, 1);
-- | id
-- | 5
-- | 3
-- | ok
SELECT id FROM t WHERE a > 'w' AND b > 2;
-- | id
-- | 1
-- | 3
-- | 2
-- | ok
SELECT id FROM t WHERE id > 1 AND b > 0;
-- | id
-- | 5
-- | 2
-- | 3
-- | ok
UPDATE OR IGNORE t SET b = 2 WHERE b IN (9, 1);
-- | ok, 1 row
SELECT * FROM t ORDER BY id;
-- | id | a | b
-- | 1 | 'x' | 5
-- | 2 | 'y' | 3
-- | 3 | 'x' | 2
-- | 4 | 'z' | NULL
-- | 5 | 'x' | 1
-- | ok
