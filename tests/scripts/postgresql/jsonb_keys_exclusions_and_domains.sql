-- How do jsonb values compare, which of several rows does an exclusion name, when is a domain judged?
-- Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
SELECT '{"x":2}'::jsonb = '{"x":2.0}'::jsonb, '2'::jsonb = '2.0'::jsonb, '2'::jsonb < '10'::jsonb, '"b"'::jsonb < '1'::jsonb, '[1]'::jsonb < '{}'::jsonb, 'null'::jsonb < '1'::jsonb, 'true'::jsonb > 'false'::jsonb, '[]'::jsonb < 'null'::jsonb;
-- | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column?
-- | true | true | true | true | true | true | true | true
-- | ok (SELECT 1)
SELECT DISTINCT x FROM (VALUES ('1'::jsonb), ('1.0'), ('"a"'), ('[1,2]'), ('[1.0,2]')) v(x) ORDER BY x;
-- | x
-- | '"a"'
-- | '1'
-- | '[1, 2]'
-- | ok (SELECT 3)
SELECT x, count(*) FROM (VALUES ('1'::jsonb), ('1.0'), ('"a"'), ('[1,2]'), ('[1.0,2]')) v(x) GROUP BY x ORDER BY x;
-- | x | count
-- | '"a"' | 1
-- | '1' | 2
-- | '[1, 2]' | 2
-- | ok (SELECT 3)
SELECT x FROM (VALUES ('1'::jsonb), ('10'), ('9'), ('"a"'), ('"B"'), ('[1,2]'), ('[3]'), ('{}'), ('{"a":1}'), ('{"b":1}'), ('{"a":1,"b":2}'), ('null'), ('true'), ('false'), ('[]'), ('"aa"'), ('-1')) v(x) ORDER BY x;
-- | x
-- | '[]'
-- | 'null'
-- | '"B"'
-- | '"a"'
-- | '"aa"'
-- | '-1'
-- | '1'
-- | '9'
-- | '10'
-- | 'false'
-- | 'true'
-- | '[3]'
-- | '[1, 2]'
-- | '{}'
-- | '{"a": 1}'
-- | '{"b": 1}'
-- | '{"a": 1, "b": 2}'
-- | ok (SELECT 17)
CREATE TABLE t(a jsonb PRIMARY KEY);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES ('1'), ('[1, "a"]'), ('{"k": 1.5}');
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO t VALUES ('1.0');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (a)=(1.0) already exists.
INSERT INTO t VALUES ('{"k": 1.50}');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (a)=({"k": 1.50}) already exists.
INSERT INTO t VALUES ('{"k": 15e-1}') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
SELECT * FROM t WHERE a = '1.00';
-- | a
-- | '1'
-- | ok (SELECT 1)
SELECT '{"a": 1}'::jsonb @> '{"a": 1.0}'::jsonb;
-- | ?column?
-- | true
-- | ok (SELECT 1)
SELECT '1'::jsonb IN ('1.0');
-- | ?column?
-- | true
-- | ok (SELECT 1)
SELECT max(x::text) FROM t, LATERAL (SELECT a AS x) q;
-- | max
-- | '{"k": 1.5}'
-- | ok (SELECT 1)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a int4range, b text, CONSTRAINT no_overlap EXCLUDE USING gist (a WITH &&));
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,'[10,15)','b1'),(2,'[20,25)','b2'),(3,'[30,35)','b3'),(4,'[40,45)','b4');
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO t(id,a,b) VALUES(11,'[12,35)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([12,35)) conflicts with existing key (a)=([10,15)).
INSERT INTO t(id,a,b) VALUES(11,'[22,45)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([22,45)) conflicts with existing key (a)=([20,25)).
UPDATE t SET a = '[1,100)' WHERE id = 3;
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([1,100)) conflicts with existing key (a)=([10,15)).
UPDATE t SET b = 'z' WHERE id = 1;
-- | ok, 1 row (UPDATE 1)
INSERT INTO t(id,a,b) VALUES(11,'[12,35)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([12,35)) conflicts with existing key (a)=([10,15)).
UPDATE t SET a = '[50,55)' WHERE id = 2;
-- | ok, 1 row (UPDATE 1)
INSERT INTO t(id,a,b) VALUES(11,'[1,100)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([1,100)) conflicts with existing key (a)=([10,15)).
UPDATE t SET id = -id;
-- | ok, 4 rows (UPDATE 4)
INSERT INTO t(id,a,b) VALUES(11,'[12,35)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([12,35)) conflicts with existing key (a)=([30,35)).
INSERT INTO t(id,a,b) VALUES(11,'[1,100)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([1,100)) conflicts with existing key (a)=([30,35)).
DELETE FROM t WHERE id = -1;
-- | ok, 1 row (DELETE 1)
INSERT INTO t(id,a,b) VALUES(11,'[12,35)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([12,35)) conflicts with existing key (a)=([30,35)).
INSERT INTO t VALUES (1,'[10,15)','b1');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,a,b) VALUES(11,'[1,100)','bad');
-- | error 23P01 conflicting key value violates exclusion constraint "no_overlap"
-- |   detail: Key (a)=([1,100)) conflicts with existing key (a)=([30,35)).

-- @dialect postgresql
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
-- | ok (CREATE DOMAIN)
CREATE TABLE t(id int PRIMARY KEY, a pos UNIQUE, b text);
-- | ok (CREATE TABLE)
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.b = 'bad' THEN RAISE EXCEPTION 'no % in %', NEW.b, TG_TABLE_NAME; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER tb BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (11, 0, 'bad');
-- | error 23514 value for domain pos violates check constraint "pos_check"
INSERT INTO t SELECT 11, 0, 'bad';
-- | error 23514 value for domain pos violates check constraint "pos_check"
WITH n AS (INSERT INTO t VALUES (11, 0, 'bad') RETURNING *) SELECT * FROM n;
-- | error 23514 value for domain pos violates check constraint "pos_check"
WITH n AS (INSERT INTO t SELECT 11, 0, 'bad' RETURNING *) SELECT * FROM n;
-- | error 23514 value for domain pos violates check constraint "pos_check"
INSERT INTO t VALUES (11, 0, 'bad') ON CONFLICT DO NOTHING;
-- | error 23514 value for domain pos violates check constraint "pos_check"
INSERT INTO t VALUES (11, 0, 'bad') RETURNING *;
-- | error 23514 value for domain pos violates check constraint "pos_check"
INSERT INTO t VALUES (1, 1, 'ok');
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET a = 0, b = 'bad';
-- | error 23514 value for domain pos violates check constraint "pos_check"
UPDATE t SET a = a - 1, b = 'bad';
-- | error 23514 value for domain pos violates check constraint "pos_check"
INSERT INTO t VALUES (1, 1, 'ok') ON CONFLICT (id) DO UPDATE SET a = 0, b = 'bad';
-- | error 23514 value for domain pos violates check constraint "pos_check"
SELECT '2024-010-01'::date;
-- | error 22007 invalid input syntax for type date: "2024-010-01"
SELECT '2024-01-010'::date;
-- | date
-- | 2024-01-10
-- | ok (SELECT 1)
SELECT '2024-1-1'::date;
-- | date
-- | 2024-01-01
-- | ok (SELECT 1)
SELECT '02024-01-01'::date;
-- | date
-- | 2024-01-01
-- | ok (SELECT 1)
SELECT '24-01-01'::date;
-- | error 22008 date/time field value out of range: "24-01-01"
-- |   hint: Perhaps you need a different "DateStyle" setting.
SELECT * FROM (VALUES (DEFAULT, 1)) v;
-- | error 42601 DEFAULT is not allowed in this context
SELECT DEFAULT;
-- | error 42601 DEFAULT is not allowed in this context
SELECT 1 + DEFAULT;
-- | error 42601 DEFAULT is not allowed in this context
INSERT INTO t VALUES (1 + DEFAULT);
-- | error 42601 DEFAULT is not allowed in this context
UPDATE t SET a = DEFAULT + 1;
-- | error 42601 DEFAULT is not allowed in this context
UPDATE t SET a = COALESCE(DEFAULT, 1);
-- | error 42601 DEFAULT is not allowed in this context
INSERT INTO t SELECT DEFAULT;
-- | error 42601 DEFAULT is not allowed in this context
