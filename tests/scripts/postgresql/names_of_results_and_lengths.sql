-- What ORDER BY and GROUP BY call a result column, lengths behind types, and the order of ALTER TABLE's
-- actions. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE a (x int, y int);
-- | ok (CREATE TABLE)
CREATE TABLE b (x int, z int);
-- | ok (CREATE TABLE)
INSERT INTO a VALUES (1, 2), (2, 2), (3, 1);
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO b VALUES (2, 5), (3, 9);
-- | ok, 2 rows (INSERT 0 2)
SELECT y, count(*) FROM a GROUP BY y ORDER BY count DESC;
-- | y | count
-- | 2 | 2
-- | 1 | 1
-- | ok (SELECT 2)
SELECT lower('x'), sum(y) FROM a GROUP BY x ORDER BY sum, lower;
-- | lower | sum
-- | 'x' | 1
-- | 'x' | 2
-- | 'x' | 2
-- | ok (SELECT 3)
SELECT max(y) OVER (ORDER BY x) FROM a ORDER BY max;
-- | max
-- | 2
-- | 2
-- | 2
-- | ok (SELECT 3)
SELECT coalesce(x, 0) FROM a ORDER BY coalesce DESC;
-- | coalesce
-- | 3
-- | 2
-- | 1
-- | ok (SELECT 3)
SELECT abs(y), count(*) FROM a GROUP BY abs ORDER BY abs;
-- | abs | count
-- | 1 | 1
-- | 2 | 2
-- | ok (SELECT 2)
SELECT x AS y, y AS x FROM a ORDER BY x, y;
-- | y | x
-- | 3 | 1
-- | 1 | 2
-- | 2 | 2
-- | ok (SELECT 3)
SELECT x, x FROM a ORDER BY x DESC;
-- | x | x
-- | 3 | 3
-- | 2 | 2
-- | 1 | 1
-- | ok (SELECT 3)
SELECT a.x, b.x FROM a JOIN b ON a.x = b.x ORDER BY x;
-- | error 42702 ORDER BY "x" is ambiguous
SELECT * FROM a JOIN b ON a.x = b.x ORDER BY x;
-- | error 42702 ORDER BY "x" is ambiguous
SELECT a.x, x FROM a LEFT JOIN b USING (x) ORDER BY x;
-- | x | x
-- | 1 | 1
-- | 2 | 2
-- | 3 | 3
-- | ok (SELECT 3)
SELECT a.x, b.x, x FROM a FULL JOIN b USING (x) ORDER BY x;
-- | error 42702 ORDER BY "x" is ambiguous
SELECT x AS k, y AS k FROM a ORDER BY k;
-- | error 42702 ORDER BY "k" is ambiguous
SELECT s.n FROM (VALUES (1, 2)) AS s(n, n);
-- | error 42702 column reference "n" is ambiguous
-- @dialect postgresql
CREATE TABLE t (id int(11) PRIMARY KEY);
-- | error 42601 syntax error at or near "("
CREATE TABLE t (id bigint(20) UNSIGNED);
-- | error 42601 syntax error at or near "("
CREATE TABLE t (name text(20));
-- | error 42601 type modifier is not allowed for type "text"
CREATE TABLE t (at date(3));
-- | error 42601 type modifier is not allowed for type "date"
CREATE TABLE t (id serial(10));
-- | error 42601 type modifier is not allowed for type "integer"
CREATE TABLE t (price float(10, 2));
-- | error 42601 syntax error at or near ","
CREATE TABLE t (price decimal(10, 2, 3));
-- | error 22023 invalid NUMERIC type modifier
CREATE TABLE t (id "int");
-- | error 42704 type "int" does not exist
CREATE TABLE t (id "serial", n "numeric"(5, 2), v "varchar"(3), at timestamp(3));
-- | ok (CREATE TABLE)
-- @dialect postgresql
CREATE TABLE p (id serial PRIMARY KEY, pos int UNIQUE, b int);
-- | ok (CREATE TABLE)
INSERT INTO p (pos, b) VALUES (1, 1), (2, 2);
-- | ok, 2 rows (INSERT 0 2)
-- What goes leaves its name to what comes.
ALTER TABLE p DROP CONSTRAINT p_pos_key, ADD CONSTRAINT p_pos_key UNIQUE (b);
-- | ok (ALTER TABLE)
ALTER TABLE p ADD CONSTRAINT p_pos_key UNIQUE (pos, b), DROP CONSTRAINT p_pos_key;
-- | ok (ALTER TABLE)
INSERT INTO p (pos, b) VALUES (1, 1);
-- | error 23505 duplicate key value violates unique constraint "p_pos_key"
-- |   detail: Key (pos, b)=(1, 1) already exists.
ALTER TABLE p DROP CONSTRAINT p_pkey, ADD PRIMARY KEY (pos);
-- | ok (ALTER TABLE)
ALTER TABLE p ALTER b SET DEFAULT '5', ADD CHECK (d > 0), ADD d int, ALTER b TYPE text;
-- | ok (ALTER TABLE)
INSERT INTO p (pos) VALUES (3) RETURNING *, p.xmax = 0;
-- | id | pos | b | d | ?column?
-- | 4 | 3 | '5' | NULL | true
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p AS q (pos) VALUES (3), (4) ON CONFLICT (pos) DO UPDATE SET b = 'u' RETURNING q.*, (q.xmax::text::int > 0) AS updated;
-- | id | pos | b | d | updated
-- | 4 | 3 | 'u' | NULL | true
-- | 6 | 4 | '5' | NULL | false
-- | ok, 2 rows (INSERT 0 2)
-- What is missing is told before an error.
CREATE TABLE r (pos int REFERENCES p);
-- | ok (CREATE TABLE)
DROP TABLE IF EXISTS nothing, p;
-- | NOTICE 00000 table "nothing" does not exist, skipping
-- | error 2BP01 cannot drop table p because other objects depend on it
-- |   detail: constraint r_pos_fkey on table r depends on table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP TABLE IF EXISTS nothing, p CASCADE;
-- | NOTICE 00000 table "nothing" does not exist, skipping
-- | NOTICE 00000 drop cascades to constraint r_pos_fkey on table r
-- | ok (DROP TABLE)
-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY, v int, s varchar(5), g int GENERATED ALWAYS AS (v * 2) STORED);
-- | ok (CREATE TABLE)
CREATE VIEW w AS SELECT id, v, s::text FROM t;
-- | ok (CREATE VIEW)
INSERT INTO w (id, v) VALUES (1, 1) RETURNING *, s;
-- | id | v | s | s
-- | 1 | 1 | NULL | NULL
-- | ok, 1 row (INSERT 0 1)
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.v = 100 THEN NEW := OLD; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER keep BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION keep();
-- | ok (CREATE TRIGGER)
UPDATE t SET v = 100, s = 'k' RETURNING *;
-- | id | v | s | g
-- | 1 | 1 | NULL | 2
-- | ok, 1 row (UPDATE 1)
UPDATE t SET v = 101, s = 'k' RETURNING *;
-- | id | v | s | g
-- | 1 | 101 | 'k' | 202
-- | ok, 1 row (UPDATE 1)
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
-- | ok (CREATE DOMAIN)
CREATE TABLE d (p pos);
-- | ok (CREATE TABLE)
INSERT INTO d VALUES (true);
-- | error 42804 column "p" is of type pos but expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
CREATE FUNCTION f() RETURNS nosuch LANGUAGE plpgsq AS 'x';
-- | error 42704 language "plpgsq" does not exist
CREATE TABLE m (id int, app int REFERENCES app.users (id));
-- | error 3F000 schema "app" does not exist
-- @dialect postgresql
CREATE TABLE j (id int PRIMARY KEY, data jsonb, js json, a int[]);
-- | ok (CREATE TABLE)
INSERT INTO j VALUES (1, '{"n": 1, "ext": {"id": 5}}', '{}', '{1,2}');
-- | ok, 1 row (INSERT 0 1)
-- A number is no jsonb.
UPDATE j SET data = jsonb_set(data, '{n}', (data->>'n')::int + 1);
-- | error 42883 function jsonb_set(jsonb, unknown, integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
UPDATE j SET data = jsonb_set(data, '{n}', to_jsonb((data->>'n')::int + 1)) RETURNING data;
-- | data
-- | '{"n": 2, "ext": {"id": 5}}'
-- | ok, 1 row (UPDATE 1)
SELECT DISTINCT js FROM j;
-- | error 42883 could not identify an equality operator for type json
SELECT DISTINCT * FROM j;
-- | error 42883 could not identify an equality operator for type json
SELECT js FROM j GROUP BY js;
-- | error 42883 could not identify an equality operator for type json
SELECT id FROM j ORDER BY js;
-- | error 42883 could not identify an ordering operator for type json
-- |   hint: Use an explicit ordering operator or modify the query.
SELECT js FROM j UNION SELECT js FROM j;
-- | error 42883 could not identify an equality operator for type json
SELECT js FROM j UNION ALL SELECT js FROM j;
-- | js
-- | '{}'
-- | '{}'
-- | ok (SELECT 2)
CREATE UNIQUE INDEX i ON j (((data->'ext'->>'id')::int));
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX k ON j ((a[1]), (id::text));
-- | ok (CREATE INDEX)
INSERT INTO j VALUES (2, '{"ext": {"id": 5}}');
-- | error 23505 duplicate key value violates unique constraint "i"
-- |   detail: Key ((((data -> 'ext'::text) ->> 'id'::text)::integer))=(5) already exists.
DROP INDEX i;
-- | ok (DROP INDEX)
INSERT INTO j VALUES (1, '{}', '{}', '{1}');
-- | error 23505 duplicate key value violates unique constraint "j_pkey"
-- |   detail: Key (id)=(1) already exists.
ALTER TABLE j DROP CONSTRAINT j_pkey;
-- | ok (ALTER TABLE)
INSERT INTO j VALUES (1, '{}', '{}', '{1}');
-- | error 23505 duplicate key value violates unique constraint "k"
-- |   detail: Key ((a[1]), (id::text))=(1, 1) already exists.
SELECT pg_get_indexdef('k'::regclass);
-- | pg_get_indexdef
-- | 'CREATE UNIQUE INDEX k ON public.j USING btree ((a[1]), ((id)::text))'
-- | ok (SELECT 1)
CREATE FUNCTION inc(_id int, _by int DEFAULT 1, OUT a int, OUT b boolean) AS $$ BEGIN a := _id + _by; b := true; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM inc(50);
-- | a | b
-- | 51 | true
-- | ok (SELECT 1)
SELECT int4range(1, 'k1', 3), int4range(1, 2.5);
-- | error 42883 function int4range(integer, unknown, integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE TABLE x (id int, FOREIGN KEY (y) REFERENCES p (id));
-- | error 42P01 relation "p" does not exist
-- @dialect postgresql
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- | ok (CREATE TYPE)
CREATE TABLE t (id int PRIMARY KEY, name varchar(5), price numeric(6, 2), d date, data jsonb, ok boolean, m mood);
-- | ok (CREATE TABLE)
INSERT INTO t SELECT * FROM jsonb_populate_recordset(NULL::t, '[{"id": 1, "name": "a", "price": "2.5", "data": {"x": [1]}, "ok": true, "m": "ok"}, {"id": 2, "d": "2024-01-01", "zz": 1}]') ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING *;
-- | id | name | price | d | data | ok | m
-- | 1 | 'a' | 2.50 | NULL | '{"x": [1]}' | true | ok
-- | 2 | NULL | NULL | 2024-01-01 | NULL | NULL | NULL
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t (id, name) SELECT id, name FROM json_populate_recordset(NULL::t, '[{"id": 1, "name": "b"}, {"id": 3}]') ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id, name;
-- | id | name
-- | 1 | 'b'
-- | 3 | NULL
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t (id, name) SELECT r.id, r.name FROM jsonb_populate_recordset(NULL::t, '[{"id": 1, "name": "toolong"}]') r;
-- | error 22001 value too long for type character varying(5)
SHOW TRANSACTION ISOLATION LEVEL;
-- | transaction_isolation
-- | 'read committed'
-- | ok (SHOW)
-- A default that does not fit is none of a row that does not need it.
CREATE TABLE c (id int PRIMARY KEY, s varchar(3) DEFAULT 'abcd');
-- | ok (CREATE TABLE)
INSERT INTO c VALUES (1, 'a') ON CONFLICT DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES (2, 'a'), (3, DEFAULT);
-- | error 22001 value too long for type character varying(3)
INSERT INTO c (id) VALUES (4);
-- | error 22001 value too long for type character varying(3)
