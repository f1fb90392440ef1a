-- How often is a common table expression computed that gives other values each time? Compared with
-- PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE SEQUENCE s;
-- | ok (CREATE SEQUENCE)
WITH a AS (SELECT nextval('s') n) SELECT x.n, y.n FROM a x, a y;
-- | n | n
-- | 1 | 1
-- | ok (SELECT 1)
WITH a AS (SELECT nextval('s') n) SELECT x.n, y.n FROM a x JOIN a y ON x.n = y.n;
-- | n | n
-- | 2 | 2
-- | ok (SELECT 1)
WITH a AS (SELECT nextval('s') n FROM generate_series(1,3)) SELECT (SELECT max(n) FROM a), (SELECT min(n) FROM a);
-- | max | min
-- | 5 | 3
-- | ok (SELECT 1)
WITH a AS MATERIALIZED (SELECT nextval('s') n) SELECT x.n, y.n FROM a x, a y;
-- | n | n
-- | 6 | 6
-- | ok (SELECT 1)
WITH a AS NOT MATERIALIZED (SELECT nextval('s') n) SELECT x.n, y.n FROM a x, a y;
-- | n | n
-- | 7 | 7
-- | ok (SELECT 1)
WITH a AS (SELECT nextval('s') n) SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
WITH a AS (SELECT random() r) SELECT x.r = y.r FROM a x, a y;
-- | ?column?
-- | true
-- | ok (SELECT 1)
CREATE TABLE t(a int PRIMARY KEY, b int);
-- | ok (CREATE TABLE)
WITH i AS (INSERT INTO t VALUES (1, 1), (2, 2) RETURNING *) SELECT x.a, y.b FROM i x, i y ORDER BY 1, 2;
-- | a | b
-- | 1 | 1
-- | 1 | 2
-- | 2 | 1
-- | 2 | 2
-- | ok (SELECT 4)
SELECT * FROM t ORDER BY 1;
-- | a | b
-- | 1 | 1
-- | 2 | 2
-- | ok (SELECT 2)
WITH i AS (INSERT INTO t VALUES (3, 1) RETURNING *) SELECT (SELECT count(*) FROM i), (SELECT sum(a) FROM i);
-- | count | sum
-- | 1 | 3
-- | ok (SELECT 1)
WITH a AS (SELECT nextval('s') n), b AS (SELECT n + 100 AS m FROM a) SELECT a.n, b.m FROM a, b;
-- | n | m
-- | 8 | 108
-- | ok (SELECT 1)
WITH a AS (SELECT nextval('s') n), b AS (SELECT n AS m FROM a), c AS (SELECT n AS m FROM a) SELECT b.m, c.m FROM b, c;
-- | m | m
-- | 9 | 9
-- | ok (SELECT 1)
WITH a AS (SELECT nextval('s') n FROM generate_series(1, 2)) SELECT x.n, y.n FROM a x LEFT JOIN a y ON x.n = y.n ORDER BY 1;
-- | n | n
-- | 10 | 10
-- | 11 | 11
-- | ok (SELECT 2)
WITH a AS (SELECT nextval('s') n FROM generate_series(1, 2)) SELECT n FROM a WHERE n = (SELECT max(n) FROM a);
-- | n
-- | 13
-- | ok (SELECT 1)
WITH a AS (SELECT nextval('s') n FROM generate_series(1, 2)) SELECT n FROM a UNION ALL SELECT n FROM a ORDER BY 1;
-- | n
-- | 14
-- | 14
-- | 15
-- | 15
-- | ok (SELECT 4)
WITH a AS (SELECT nextval('s') n FROM generate_series(1, 2)) SELECT n FROM a WHERE n IN (SELECT n FROM a) ORDER BY 1;
-- | n
-- | 16
-- | 17
-- | ok (SELECT 2)
WITH a AS (SELECT nextval('s') n FROM generate_series(1, 20)) SELECT n FROM a LIMIT 2;
-- | n
-- | 18
-- | 19
-- | ok (SELECT 2)
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5), v AS (SELECT n, nextval('s') q FROM r) SELECT x.q - y.q FROM v x JOIN v y USING (n) ORDER BY 1;
-- | ?column?
-- | 0
-- | 0
-- | 0
-- | 0
-- | 0
-- | ok (SELECT 5)
CREATE TABLE src(a int, b int);
-- | ok (CREATE TABLE)
INSERT INTO src VALUES (1, 10), (2, 20), (2, 30);
-- | ok, 3 rows (INSERT 0 3)
WITH d AS (DELETE FROM src RETURNING *) INSERT INTO t SELECT a + 10, b FROM d ORDER BY b ON CONFLICT (a) DO UPDATE SET b = EXCLUDED.b;
-- | error 21000 ON CONFLICT DO UPDATE command cannot affect row a second time
-- |   hint: Ensure that no rows proposed for insertion within the same command have duplicate constrained values.
WITH d AS (DELETE FROM src RETURNING *), x AS (SELECT DISTINCT ON (a) * FROM d ORDER BY a, b DESC) INSERT INTO t SELECT a + 10, b FROM x ON CONFLICT (a) DO UPDATE SET b = EXCLUDED.b RETURNING *;
-- | a | b
-- | 11 | 10
-- | 12 | 30
-- | ok, 2 rows (INSERT 0 2)
WITH a AS (SELECT nextval('s') n) UPDATE t SET b = (SELECT n FROM a) WHERE a IN (1, 2) RETURNING a, b = (SELECT n FROM a);
-- | a | ?column?
-- | 1 | true
-- | 2 | true
-- | ok, 2 rows (UPDATE 2)
WITH a AS (SELECT nextval('s') n) INSERT INTO t SELECT 100, n FROM a UNION ALL SELECT 101, n FROM a RETURNING a, b - (SELECT n FROM a);
-- | a | ?column?
-- | 100 | 0
-- | 101 | 0
-- | ok, 2 rows (INSERT 0 2)
SELECT q.n - q.n FROM (SELECT nextval('s') n) q;
-- | ?column?
-- | 0
-- | ok (SELECT 1)
CREATE VIEW v AS SELECT nextval('s') n;
-- | ok (CREATE VIEW)
SELECT n - n FROM v;
-- | ?column?
-- | 0
-- | ok (SELECT 1)
WITH a AS (SELECT gen_random_uuid() u) SELECT x.u = y.u, x.u = x.u FROM a x, a y;
-- | ?column? | ?column?
-- | true | true
-- | ok (SELECT 1)
SELECT u = u FROM (SELECT gen_random_uuid() u) q;
-- | ?column?
-- | true
-- | ok (SELECT 1)
SELECT u = u FROM (SELECT gen_random_uuid() u FROM t) q LIMIT 1;
-- | ?column?
-- | true
-- | ok (SELECT 1)
