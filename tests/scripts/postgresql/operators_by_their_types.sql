-- Which operators are there for which types, and where is the error? Compared with
-- PostgreSQL 18 (PGlite).
-- @dialect postgresql
SELECT 7::int = 'abc'::text;
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT (7::int)::date;
-- | error 42846 cannot cast type integer to date
SELECT 7 ^ true;
-- | error 42883 operator does not exist: integer ^ boolean
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT 'a'::text ^ 2;
-- | error 42883 operator does not exist: text ^ integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT '{1,2}'::int[] - 1;
-- | error 42883 operator does not exist: integer[] - integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT 1.5 || '{a}'::text[];
-- | error 42883 operator does not exist: numeric || text[]
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT -('a'::text);
-- | error 42883 operator does not exist: - text
-- |   hint: No operator matches the given name and argument type. You might need to add an explicit type cast.
SELECT ~ 2.5;
-- | error 42883 operator does not exist: ~ numeric
-- |   hint: No operator matches the given name and argument type. You might need to add an explicit type cast.
SELECT -NULL;
-- | error 42725 operator is not unique: - unknown
-- |   hint: Could not choose a best candidate operator. You might need to add explicit type casts.
SELECT date '2024-01-01' + NULL;
-- | error 42725 operator is not unique: date + unknown
-- |   hint: Could not choose a best candidate operator. You might need to add explicit type casts.
SELECT '2024-01-01'::date + '1';
-- | error 42725 operator is not unique: date + unknown
-- |   hint: Could not choose a best candidate operator. You might need to add explicit type casts.
SELECT timestamp '2024-01-01 10:00' + time '01:00', time '10:00' * 2, interval '25 hours'::time;
-- | ?column? | ?column? | time
-- | 2024-01-01 11:00:00 | 20:00:00 | 01:00:00
-- | ok (SELECT 1)
SELECT sum(x), avg(x) FROM (VALUES (interval '1 day'), (interval '2 hours'), (NULL)) v(x);
-- | sum | avg
-- | 1 day 02:00:00 | 13:00:00
-- | ok (SELECT 1)
SELECT min(x) FROM (VALUES ('[1,2)'::int4range)) v(x);
-- | error 42883 function min(int4range) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT '{"a":1}'::json || '{"b":2}'::json;
-- | error 42883 operator does not exist: json || json
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT '{"a":1}'::json @> '{"a":1}';
-- | error 42883 operator does not exist: json @> unknown
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT '{"a":1}'::jsonb || '{"b":2}', '{"a":1}'::jsonb - 'a', '["a","b"]'::jsonb - 'a', '[1,2,3]'::jsonb - 1, '[1,2,3]'::jsonb - -1;
-- | ?column? | ?column? | ?column? | ?column? | ?column?
-- | '{"a": 1, "b": 2}' | '{}' | '["b"]' | '[1, 3]' | '[1, 2]'
-- | ok (SELECT 1)
SELECT '{"a":1}'::jsonb - 1;
-- | error 22023 cannot delete from object using integer index
SELECT '1'::jsonb - 'a';
-- | error 22023 cannot delete from scalar
SELECT ('{"a":1.6}'::jsonb -> 'a')::int, ('{"a":true}'::jsonb -> 'a')::bool, ('{"a":null}'::jsonb -> 'a')::int;
-- | int4 | bool | int4
-- | 2 | true | NULL
-- | ok (SELECT 1)
SELECT ('{"a":"1"}'::jsonb -> 'a')::int;
-- | error 22023 cannot cast jsonb string to type integer
SELECT ('{"a":1}'::jsonb)::numeric;
-- | error 22023 cannot cast jsonb object to type numeric
SELECT abs(-1.5::real), abs(-3::smallint), pg_typeof(abs(-3::smallint));
-- | abs | abs | pg_typeof
-- | 1.5 | 3 | smallint
-- | ok (SELECT 1)
SELECT 'int4'::regtype, 'varchar(10)'::regtype, 'int[]'::regtype, 23::regtype;
-- | regtype | regtype | regtype | regtype
-- | integer | character varying | integer[] | integer
-- | ok (SELECT 1)
SELECT 'nope'::regtype;
-- | error 42704 type "nope" does not exist
SELECT pg_typeof(1) = 'integer'::regtype, pg_typeof('a'::text)::text;
-- | ?column? | pg_typeof
-- | true | 'text'
-- | ok (SELECT 1)
CREATE TABLE t(id int PRIMARY KEY, b text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,'a'),(2,'b');
-- | ok, 2 rows (INSERT 0 2)
SELECT x FROM t LEFT JOIN (SELECT id, b FROM t WHERE id > 1) x ON x.id = t.id ORDER BY t.id;
-- | x
-- | NULL
-- | '(2,b)'
-- | ok (SELECT 2)
SELECT count(x), x IS NULL FROM t LEFT JOIN (SELECT id FROM t WHERE id > 1) x ON x.id = t.id GROUP BY x IS NULL ORDER BY 2;
-- | count | ?column?
-- | 1 | false
-- | 0 | true
-- | ok (SELECT 2)
CREATE SEQUENCE s;
-- | ok (CREATE SEQUENCE)
CREATE TABLE d(a int DEFAULT nextval('s'), b int DEFAULT nextval('s'), c int);
-- | ok (CREATE TABLE)
INSERT INTO d(b, a) VALUES (DEFAULT, DEFAULT), (DEFAULT, DEFAULT) RETURNING *;
-- | a | b | c
-- | 2 | 1 | NULL
-- | 4 | 3 | NULL
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO d(c, a) VALUES (nextval('s'), DEFAULT) RETURNING *;
-- | a | b | c
-- | 5 | 6 | 7
-- | ok, 1 row (INSERT 0 1)
INSERT INTO d(c) VALUES (nextval('s')), (nextval('s')) RETURNING *;
-- | a | b | c
-- | 9 | 10 | 8
-- | 12 | 13 | 11
-- | ok, 2 rows (INSERT 0 2)
SELECT extract(second FROM timestamp '2024-05-06 10:20:05'), extract(epoch FROM interval '1 year 1 day'), extract(week FROM date '2023-01-01'), date_part('epoch', interval '1.5 s');
-- | extract | extract | extract | date_part
-- | 5.000000 | 31644000.000000 | 52 | 1.5
-- | ok (SELECT 1)
SELECT extract(hour FROM date '2024-01-01');
-- | error 0A000 unit "hour" not supported for type date
SELECT extract(foo FROM now());
-- | error 22023 unit "foo" not recognized for type timestamp with time zone
SELECT date_trunc('month', date '2024-02-29'), date_trunc('century', timestamp '1999-01-01');
-- | date_trunc | date_trunc
-- | 2024-02-01 00:00:00+00 | 1901-01-01 00:00:00
-- | ok (SELECT 1)
