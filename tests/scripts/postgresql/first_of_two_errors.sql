-- Of two errors in one statement, which is told of? Compared with
-- PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a int, b text);
-- | ok (CREATE TABLE)
CREATE TABLE u(id int PRIMARY KEY, a int, b text);
-- | ok (CREATE TABLE)
SELECT 1 FROM t WHERE id=1 AND a;
-- | error 42804 argument of AND must be type boolean, not type integer
SELECT 1 FROM t WHERE a AND id=1;
-- | error 42804 argument of AND must be type boolean, not type integer
SELECT 1 FROM t WHERE a OR id=1;
-- | error 42804 argument of OR must be type boolean, not type integer
SELECT 1 FROM t JOIN u ON t.id=u.id AND u.a;
-- | error 42804 argument of AND must be type boolean, not type integer
SELECT 1 FROM t JOIN u ON t.a;
-- | error 42804 argument of JOIN/ON must be type boolean, not type integer
SELECT 1 FROM t, u WHERE t.id=u.id AND u.a;
-- | error 42804 argument of AND must be type boolean, not type integer
UPDATE t SET a=1 FROM u WHERE t.id=u.id AND u.a;
-- | error 42804 argument of AND must be type boolean, not type integer
UPDATE t SET a=1 WHERE id=1 AND a;
-- | error 42804 argument of AND must be type boolean, not type integer
DELETE FROM t USING u WHERE t.id=u.id AND u.a;
-- | error 42804 argument of AND must be type boolean, not type integer
DELETE FROM t WHERE id=1 AND a;
-- | error 42804 argument of AND must be type boolean, not type integer
SELECT nope, b FROM t WHERE nope2 > 1;
-- | error 42703 column "nope" does not exist
SELECT nope, b WHERE nope2 > 1;
-- | error 42703 column "nope" does not exist
SELECT a WHERE b > 1;
-- | error 42703 column "a" does not exist
SELECT x FROM t GROUP BY y HAVING z ORDER BY w;
-- | error 42703 column "x" does not exist
SELECT a FROM t GROUP BY a HAVING z ORDER BY w;
-- | error 42703 column "z" does not exist
SELECT a FROM t WHERE q ORDER BY w;
-- | error 42703 column "q" does not exist
SELECT a FROM t LIMIT z;
-- | error 42703 column "z" does not exist
INSERT INTO t SELECT nope FROM t WHERE nope2;
-- | error 42703 column "nope" does not exist
UPDATE t SET a=nope WHERE nope2;
-- | error 42703 column "nope2" does not exist
UPDATE t SET nope=1 WHERE nope2;
-- | error 42703 column "nope2" does not exist
DELETE FROM t WHERE nope RETURNING nope2;
-- | error 42703 column "nope" does not exist
INSERT INTO t(id,nope) VALUES (1,nope2);
-- | error 42703 column "nope" of relation "t" does not exist
INSERT INTO t(id) VALUES (nope) ON CONFLICT (nope3) DO UPDATE SET nope=1 WHERE nope2;
-- | error 42703 column "nope" does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (nope3) DO UPDATE SET nope=1 WHERE nope2;
-- | error 42703 column "nope3" does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET nope=1 WHERE nope2 RETURNING nope5;
-- | error 42703 column "nope" of relation "t" does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a=nope WHERE nope2 RETURNING nope5;
-- | error 42703 column "nope" does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a=1 WHERE nope2 RETURNING nope5;
-- | error 42703 column "nope2" does not exist
SELECT extract(year FROM 5), extract(foo FROM now()), extract(year from 'x'::text);
-- | error 42883 function pg_catalog.extract(unknown, integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT extract(foo FROM now());
-- | error 22023 unit "foo" not recognized for type timestamp with time zone
SELECT CASE WHEN a THEN 1 END FROM t;
-- | error 42804 argument of CASE/WHEN must be type boolean, not type integer
SELECT NOT a FROM t;
-- | error 42804 argument of NOT must be type boolean, not type integer
CREATE TABLE w(a int CHECK (a));
-- | error 42804 argument of CHECK must be type boolean, not type integer
SELECT count(*) FILTER (WHERE a) FROM t;
-- | error 42804 argument of FILTER must be type boolean, not type integer
