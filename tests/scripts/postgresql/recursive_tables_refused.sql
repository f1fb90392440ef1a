-- Which recursive queries and compounds are refused, and with which words? Compared with
-- PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, p int);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,NULL),(2,1);
-- | ok, 2 rows (INSERT 0 2)
WITH a(x) AS (SELECT 1, 2) SELECT * FROM a;
-- | x | ?column?
-- | 1 | 2
-- | ok (SELECT 1)
WITH a(x,y,z) AS (SELECT 1, 2) SELECT * FROM a;
-- | error 42P10 WITH query "a" has 2 columns available but 3 columns specified
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT 1;
-- | error 42712 WITH query name "a" specified more than once
WITH r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r WHERE n < 3) SELECT * FROM r;
-- | error 42P01 relation "r" does not exist
-- |   detail: There is a WITH item named "r", but it cannot be referenced from this part of the query.
-- |   hint: Use WITH RECURSIVE, or re-order the WITH items to remove forward references.
WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a;
-- | error 42P01 relation "b" does not exist
-- |   detail: There is a WITH item named "b", but it cannot be referenced from this part of the query.
-- |   hint: Use WITH RECURSIVE, or re-order the WITH items to remove forward references.
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
WITH t AS (SELECT id FROM t) SELECT * FROM t;
-- | id
-- | 1
-- | 2
-- | ok (SELECT 2)
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r WHERE n < 3) SELECT * FROM r;
-- | n
-- | 1
-- | 2
-- | 3
-- | ok (SELECT 3)
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r WHERE n < 3 LIMIT 2) SELECT * FROM r;
-- | error 0A000 LIMIT in a recursive query is not implemented
WITH RECURSIVE r AS (SELECT * FROM r) SELECT 1;
-- | error 42P19 recursive query "r" does not have the form non-recursive-term UNION [ALL] recursive-term
WITH RECURSIVE r(n) AS (SELECT n FROM r UNION SELECT 1) SELECT 1;
-- | error 42P19 recursive reference to query "r" must not appear within its non-recursive term
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT max(n) FROM r) SELECT 1;
-- | error 42P19 aggregate functions are not allowed in a recursive query's recursive term
WITH RECURSIVE r(n) AS (SELECT 1 INTERSECT SELECT n FROM r) SELECT 1;
-- | error 42P19 recursive query "r" does not have the form non-recursive-term UNION [ALL] recursive-term
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1.5 FROM r WHERE n < 4) SELECT * FROM r;
-- | error 42804 recursive query "r" column 1 has type integer in non-recursive term but type numeric overall
-- |   hint: Cast the output of the non-recursive term to the correct type.
WITH RECURSIVE r(n) AS (SELECT 'a' UNION ALL SELECT n||'b' FROM r WHERE length(n) < 4) SELECT * FROM r;
-- | n
-- | 'a'
-- | 'ab'
-- | 'abb'
-- | 'abbb'
-- | ok (SELECT 4)
WITH RECURSIVE r(n) AS (SELECT 'a'::varchar UNION ALL SELECT n||'b' FROM r WHERE length(n) < 4) SELECT * FROM r;
-- | n
-- | 'a'
-- | 'ab'
-- | 'abb'
-- | 'abbb'
-- | ok (SELECT 4)
WITH RECURSIVE r(n) AS (SELECT NULL UNION ALL SELECT 'b' FROM r WHERE n IS NULL) SELECT * FROM r;
-- | n
-- | NULL
-- | 'b'
-- | ok (SELECT 2)
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT a.n+1 FROM r a, r b) SELECT 1;
-- | error 42P19 recursive reference to query "r" must not appear more than once
WITH RECURSIVE x AS (SELECT id, p, 1 AS d FROM t WHERE p IS NULL UNION ALL SELECT t.id, t.p, x.d+1 FROM t JOIN x ON t.p=x.id) SELECT * FROM x ORDER BY id;
-- | id | p | d
-- | 1 | NULL | 1
-- | 2 | 1 | 2
-- | ok (SELECT 2)
WITH RECURSIVE x AS (VALUES (1) UNION ALL SELECT column1+1 FROM x WHERE column1 < 3) SELECT * FROM x;
-- | column1
-- | 1
-- | 2
-- | 3
-- | ok (SELECT 3)
SELECT id FROM t UNION SELECT p FROM t ORDER BY p;
-- | error 42703 column "p" does not exist
-- |   detail: There is a column named "p" in table "*SELECT* 2", but it cannot be referenced from this part of the query.
SELECT id FROM t UNION SELECT p FROM t ORDER BY id + 1;
-- | error 0A000 invalid UNION/INTERSECT/EXCEPT ORDER BY clause
-- |   detail: Only result column names can be used, not expressions or functions.
-- |   hint: Add the expression/function to every SELECT, or move the UNION into a FROM clause.
SELECT rollup(1);
-- | error 42883 function rollup(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT 1 UNION ALL SELECT 'a'::text;
-- | error 42804 UNION types integer and text cannot be matched
WITH x AS (INSERT INTO t VALUES (7,7) RETURNING *) SELECT * FROM x;
-- | id | p
-- | 7 | 7
-- | ok (SELECT 1)
WITH x(k) AS (INSERT INTO t VALUES (8,7) RETURNING *) SELECT * FROM x;
-- | k | p
-- | 8 | 7
-- | ok (SELECT 1)
