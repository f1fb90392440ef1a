-- A partial index on an expression is read where WHERE implies its condition, and rows come in its order. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INT, c);
-- | ok
CREATE INDEX i0 ON t(b % 3, c) WHERE b > 2;
-- | ok
CREATE INDEX i1 ON t(lower(a)) WHERE a IS NOT NULL;
-- | ok
INSERT INTO t VALUES(0,'Z',5,'k4'),(1,'b',4,'k3'),(2,'A',1,'k1'),(3,NULL,9,'x'),(4,'c',7,'y');
-- | ok, 5 rows
SELECT * FROM t WHERE b > 2;
-- | id | a | b | c
-- | 3 | NULL | 9 | 'x'
-- | 1 | 'b' | 4 | 'k3'
-- | 4 | 'c' | 7 | 'y'
-- | 0 | 'Z' | 5 | 'k4'
-- | ok
SELECT * FROM t WHERE b > 2 AND a='c';
-- | id | a | b | c
-- | 4 | 'c' | 7 | 'y'
-- | ok
SELECT * FROM t WHERE b > 2 AND id=4;
-- | id | a | b | c
-- | 4 | 'c' | 7 | 'y'
-- | ok
SELECT * FROM t WHERE b > 2 AND id>1;
-- | id | a | b | c
-- | 3 | NULL | 9 | 'x'
-- | 4 | 'c' | 7 | 'y'
-- | ok
SELECT * FROM t WHERE a IS NOT NULL;
-- | id | a | b | c
-- | 2 | 'A' | 1 | 'k1'
-- | 1 | 'b' | 4 | 'k3'
-- | 4 | 'c' | 7 | 'y'
-- | 0 | 'Z' | 5 | 'k4'
-- | ok
SELECT * FROM t WHERE a IS NOT NULL AND b>2;
-- | id | a | b | c
-- | 1 | 'b' | 4 | 'k3'
-- | 4 | 'c' | 7 | 'y'
-- | 0 | 'Z' | 5 | 'k4'
-- | ok
SELECT * FROM t WHERE b>2 ORDER BY id;
-- | id | a | b | c
-- | 0 | 'Z' | 5 | 'k4'
-- | 1 | 'b' | 4 | 'k3'
-- | 3 | NULL | 9 | 'x'
-- | 4 | 'c' | 7 | 'y'
-- | ok
SELECT * FROM t WHERE b>2 ORDER BY b%3;
-- | id | a | b | c
-- | 3 | NULL | 9 | 'x'
-- | 1 | 'b' | 4 | 'k3'
-- | 4 | 'c' | 7 | 'y'
-- | 0 | 'Z' | 5 | 'k4'
-- | ok
SELECT count(*), max(c) FROM t WHERE b>2;
-- | count(*) | max(c)
-- | 4 | 'y'
-- | ok
SELECT x.id, y.id FROM t x, t y WHERE x.b>2 AND y.a IS NOT NULL;
-- | id | id
-- | 3 | 2
-- | 3 | 1
-- | 3 | 4
-- | 3 | 0
-- | 1 | 2
-- | 1 | 1
-- | 1 | 4
-- | 1 | 0
-- | 4 | 2
-- | 4 | 1
-- | 4 | 4
-- | 4 | 0
-- | 0 | 2
-- | 0 | 1
-- | 0 | 4
-- | 0 | 0
-- | ok
SELECT x.id, y.id FROM t x JOIN t y ON x.id=y.b WHERE x.b>2;
-- | id | id
-- | 4 | 1
-- | 1 | 2
-- | ok
UPDATE t SET c=c||'!' WHERE b>2 RETURNING *;
-- | id | a | b | c
-- | 0 | 'Z' | 5 | 'k4!'
-- | 1 | 'b' | 4 | 'k3!'
-- | 3 | NULL | 9 | 'x!'
-- | 4 | 'c' | 7 | 'y!'
-- | ok, 4 rows
UPDATE t SET b=b+1 WHERE b>2 RETURNING *;
-- | id | a | b | c
-- | 0 | 'Z' | 6 | 'k4!'
-- | 1 | 'b' | 5 | 'k3!'
-- | 3 | NULL | 10 | 'x!'
-- | 4 | 'c' | 8 | 'y!'
-- | ok, 4 rows
UPDATE t SET b=1 WHERE b>2 RETURNING *;
-- | id | a | b | c
-- | 0 | 'Z' | 1 | 'k4!'
-- | 1 | 'b' | 1 | 'k3!'
-- | 3 | NULL | 1 | 'x!'
-- | 4 | 'c' | 1 | 'y!'
-- | ok, 4 rows
SELECT * FROM t;
-- | id | a | b | c
-- | 0 | 'Z' | 1 | 'k4!'
-- | 1 | 'b' | 1 | 'k3!'
-- | 2 | 'A' | 1 | 'k1'
-- | 3 | NULL | 1 | 'x!'
-- | 4 | 'c' | 1 | 'y!'
-- | ok
DELETE FROM t WHERE a IS NOT NULL RETURNING *;
-- | id | a | b | c
-- | 0 | 'Z' | 1 | 'k4!'
-- | 1 | 'b' | 1 | 'k3!'
-- | 2 | 'A' | 1 | 'k1'
-- | 4 | 'c' | 1 | 'y!'
-- | ok, 4 rows
SELECT * FROM t WHERE b>2;
-- | id | a | b | c
-- | ok
SELECT * FROM t WHERE b=7 OR b>8;
-- | id | a | b | c
-- | ok
SELECT * FROM t WHERE b IN (3,9);
-- | id | a | b | c
-- | ok
SELECT lower(a) FROM t WHERE a IS NOT NULL;
-- | lower(a)
-- | ok
UPDATE OR IGNORE t SET c = 'k', a = a || 'z' WHERE b > 2 AND b < 9 RETURNING *;
-- | id | a | b | c
-- | ok, 0 rows
UPDATE t SET a = a || 'z' WHERE a IS NOT NULL RETURNING *;
-- | id | a | b | c
-- | ok, 0 rows
INSERT INTO t VALUES(5,'q',8,'y'),(6,'p',7,'z'),(7,'o',5,'w');
-- | ok, 3 rows
UPDATE t SET a = a || 'z' WHERE b > 2 RETURNING *;
-- | id | a | b | c
-- | 5 | 'qz' | 8 | 'y'
-- | 6 | 'pz' | 7 | 'z'
-- | 7 | 'oz' | 5 | 'w'
-- | ok, 3 rows
UPDATE t SET b = b + 1 WHERE b > 2 RETURNING *;
-- | id | a | b | c
-- | 5 | 'qz' | 9 | 'y'
-- | 6 | 'pz' | 8 | 'z'
-- | 7 | 'oz' | 6 | 'w'
-- | ok, 3 rows
