-- Are all rows found that have one key until a deferred constraint is judged? Compared with
-- PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id bigint PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, a text UNIQUE, n int);
-- | ok (CREATE TABLE)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (3,'k',1),(3,'b',1),(6,'c',1);
-- | ok, 3 rows (INSERT 0 3)
SELECT * FROM t WHERE id = 3;
-- | id | a | n
-- | 3 | 'k' | 1
-- | 3 | 'b' | 1
-- | ok (SELECT 2)
SELECT * FROM t WHERE id IN (3,6);
-- | id | a | n
-- | 3 | 'k' | 1
-- | 3 | 'b' | 1
-- | 6 | 'c' | 1
-- | ok (SELECT 3)
SELECT * FROM t WHERE id BETWEEN 3 AND 3;
-- | id | a | n
-- | 3 | 'k' | 1
-- | 3 | 'b' | 1
-- | ok (SELECT 2)
UPDATE t SET n = n + 1 WHERE id = 3 RETURNING *;
-- | id | a | n
-- | 3 | 'k' | 2
-- | 3 | 'b' | 2
-- | ok, 2 rows (UPDATE 2)
SELECT x.a, y.a FROM t x JOIN t y ON x.id = y.id ORDER BY 1,2;
-- | a | a
-- | 'b' | 'b'
-- | 'b' | 'k'
-- | 'c' | 'c'
-- | 'k' | 'b'
-- | 'k' | 'k'
-- | ok (SELECT 5)
DELETE FROM t WHERE id = 3 RETURNING *;
-- | id | a | n
-- | 3 | 'k' | 2
-- | 3 | 'b' | 2
-- | ok, 2 rows (DELETE 2)
ROLLBACK;
-- | ok (ROLLBACK)
