-- Constants are computed as a statement is planned, but for those that a constant condition leaves out. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a int, b text, d date, f real);
-- | ok (CREATE TABLE)
SELECT 1/0 FROM t;
-- | error 22012 division by zero
SELECT a/0 FROM t;
-- | ?column?
-- | ok (SELECT 0)
SELECT 1 FROM t WHERE 1/0 = 1;
-- | error 22012 division by zero
SELECT 1 FROM t WHERE false AND 1/0 = 1;
-- | ?column?
-- | ok (SELECT 0)
SELECT 1 FROM t WHERE 1/0 = 1 AND false;
-- | error 22012 division by zero
SELECT 1 FROM t WHERE a = 1 AND 1/0 = 1;
-- | error 22012 division by zero
SELECT 1 FROM t WHERE true OR 1/0 = 1;
-- | ?column?
-- | ok (SELECT 0)
SELECT 1 FROM t WHERE a = 1 OR 1/0 = 1;
-- | error 22012 division by zero
SELECT 1 FROM t WHERE 1 = 2 AND 1/0 = 1;
-- | ?column?
-- | ok (SELECT 0)
SELECT CASE WHEN true THEN 1 ELSE 1/0 END FROM t;
-- | case
-- | ok (SELECT 0)
SELECT CASE WHEN a > 0 THEN 1/0 ELSE 0 END FROM t;
-- | error 22012 division by zero
SELECT CASE WHEN a > 0 THEN 1 ELSE 1/0 END FROM t;
-- | error 22012 division by zero
SELECT CASE WHEN false THEN 1/0 ELSE a END FROM t;
-- | a
-- | ok (SELECT 0)
SELECT CASE 1 WHEN 2 THEN 1/0 ELSE a END FROM t;
-- | a
-- | ok (SELECT 0)
SELECT CASE a WHEN 2 THEN 1/0 END FROM t;
-- | error 22012 division by zero
SELECT CASE WHEN NULL THEN 1/0 END FROM t;
-- | case
-- | ok (SELECT 0)
SELECT coalesce(1, 1/0) FROM t;
-- | coalesce
-- | ok (SELECT 0)
SELECT coalesce(a, 1/0) FROM t;
-- | error 22012 division by zero
SELECT coalesce(NULL, 1, 1/0) FROM t;
-- | coalesce
-- | ok (SELECT 0)
SELECT nullif(1/0, 1) FROM t;
-- | error 22012 division by zero
SELECT greatest(a, 1/0) FROM t;
-- | error 22012 division by zero
SELECT a IN (1, 1/0) FROM t;
-- | error 22012 division by zero
SELECT NULL::int / 0 FROM t;
-- | ?column?
-- | ok (SELECT 0)
SELECT (1/0) IS NULL FROM t;
-- | error 22012 division by zero
SELECT NOT (1/0 = 1) FROM t;
-- | error 22012 division by zero
SELECT 'x'::text::int FROM t;
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT '2020-13-01'::text::date FROM t;
-- | date
-- | ok (SELECT 0)
SELECT sqrt(-1) FROM t;
-- | error 2201F cannot take square root of a negative number
SELECT 2147483647 + 1 FROM t;
-- | error 22003 integer out of range
SELECT 1e308::float8 * 10 FROM t;
-- | error 22003 value out of range: overflow
SELECT substring('abc', 1, -1) FROM t;
-- | error 22011 negative substring length not allowed
SELECT count(*) FROM t HAVING 1/0 = 1;
-- | error 22012 division by zero
SELECT count(1/0) FROM t;
-- | error 22012 division by zero
SELECT sum(1/0) FROM t;
-- | error 22012 division by zero
SELECT * FROM t LIMIT 1/0;
-- | error 22012 division by zero
SELECT EXISTS (SELECT 1/0 FROM t);
-- | exists
-- | false
-- | ok (SELECT 1)
SELECT EXISTS (SELECT 1 FROM t WHERE 1/0 = 1);
-- | error 22012 division by zero
SELECT 1 FROM (SELECT 1/0 AS x FROM t) s;
-- | ?column?
-- | ok (SELECT 0)
WITH c AS (SELECT 1/0 AS x) SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
SELECT 1 UNION ALL SELECT 1/0 FROM t;
-- | error 22012 division by zero
UPDATE t SET a = 1/0;
-- | error 22012 division by zero
UPDATE t SET a = CASE WHEN id = 1 THEN 1/0 ELSE 1 END;
-- | error 22012 division by zero
UPDATE t SET a = 1 WHERE 1/0 = 1;
-- | error 22012 division by zero
DELETE FROM t WHERE 1/0 = 1;
-- | error 22012 division by zero
DELETE FROM t RETURNING 1/0;
-- | error 22012 division by zero
INSERT INTO t(id) SELECT 1/0 FROM t;
-- | error 22012 division by zero
INSERT INTO t(id) SELECT 1 FROM t RETURNING 1/0;
-- | error 22012 division by zero
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 1 WHERE 1/0 = 1;
-- | error 22012 division by zero
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 1/0;
-- | error 22012 division by zero
INSERT INTO t(id) VALUES (CASE WHEN false THEN 1/0 ELSE 5 END);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id, a) VALUES (6, CASE WHEN 1 > 2 THEN 1/0 ELSE 5 END);
-- | ok, 1 row (INSERT 0 1)
MERGE INTO t USING (SELECT 1 AS k WHERE false) s ON t.id = s.k WHEN MATCHED THEN UPDATE SET a = 1/0;
-- | error 22012 division by zero
MERGE INTO t USING (SELECT 1 AS k WHERE false) s ON t.id = s.k AND 1/0 = 1 WHEN MATCHED THEN DELETE;
-- | error 22012 division by zero
CREATE VIEW v AS SELECT 1/0 AS x FROM t WHERE false;
-- | ok (CREATE VIEW)
SELECT 1 FROM v;
-- | ?column?
-- | ok (SELECT 0)
CREATE TABLE dd(a int DEFAULT 1/0, b int);
-- | ok (CREATE TABLE)
INSERT INTO dd(a) VALUES (1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO dd(b) VALUES (1);
-- | error 22012 division by zero
CREATE TABLE ck(a int CHECK (1/0 = a));
-- | ok (CREATE TABLE)
INSERT INTO ck SELECT 1 WHERE false;
-- | ok, 0 rows (INSERT 0 0)
PREPARE p AS SELECT 1/0 FROM t;
-- | ok (PREPARE)
EXECUTE p;
-- | error 22012 division by zero
CREATE FUNCTION ff() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF false THEN PERFORM 1/0; END IF; RETURN 1; END $$;
-- | ok (CREATE FUNCTION)
SELECT ff();
-- | ff
-- | 1
-- | ok (SELECT 1)
SELECT 1 FROM t JOIN t t2 ON 1/0 = 1;
-- | error 22012 division by zero
SELECT 1 FROM t LEFT JOIN t t2 ON t.id = t2.id AND 1/0 = 1;
-- | error 22012 division by zero
SELECT 1/0 WHERE false;
-- | error 22012 division by zero
SELECT random() + 1/0 FROM t;
-- | error 22012 division by zero
SELECT now() + '1x'::text::interval FROM t;
-- | error 22007 invalid input syntax for type interval: "1x"
SELECT a + 1/0 FROM t;
-- | error 22012 division by zero
SELECT b || chr(0) FROM t;
-- | error 54000 null character not permitted
SELECT d + 1/0 FROM t;
-- | error 22012 division by zero
SELECT 'a'::char(1) FROM t;
-- | bpchar
-- | 'a'
-- | 'a'
-- | ok (SELECT 2)
SELECT round(1/0.0) FROM t;
-- | error 22012 division by zero
SELECT 5 % 0 FROM t;
-- | error 22012 division by zero
SELECT -(-2147483648) FROM t;
-- | ?column?
-- | 2147483648
-- | 2147483648
-- | ok (SELECT 2)
SELECT 'abc'::varchar(2)::int FROM t;
-- | error 22P02 invalid input syntax for type integer: "ab"
SELECT power(0, -1) FROM t;
-- | error 2201F zero raised to a negative power is undefined
SELECT ln(0) FROM t;
-- | error 2201E cannot take logarithm of zero
SELECT array[1/0] FROM t;
-- | error 22012 division by zero
SELECT row(1/0) FROM t;
-- | error 22012 division by zero
SELECT jsonb_build_object('a', 1/0) FROM t;
-- | error 22012 division by zero
SELECT 1 = ANY(ARRAY[1/0]) FROM t;
-- | error 22012 division by zero
SELECT a BETWEEN 1/0 AND 5 FROM t;
-- | error 22012 division by zero
SELECT a BETWEEN 5 AND 1/0 FROM t;
-- | error 22012 division by zero
