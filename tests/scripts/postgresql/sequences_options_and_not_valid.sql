-- Options of sequences, names of sequences in capitals, NOT VALID in the catalogs. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id serial, n int, s text);
-- | ok (CREATE TABLE)
SELECT setval('t', 1);
-- | error 42809 cannot open relation "t"
-- |   detail: This operation is not supported for tables.
SELECT nextval('t');
-- | error 42809 cannot open relation "t"
-- |   detail: This operation is not supported for tables.
SELECT currval('S');
-- | error 42P01 relation "s" does not exist
SELECT currval('Public.Nope');
-- | error 42P01 relation "public.nope" does not exist
CREATE SEQUENCE s AS text;
-- | error 22023 sequence type must be smallint, integer, or bigint
CREATE SEQUENCE s CACHE 0;
-- | error 22023 CACHE (0) must be greater than zero
CREATE SEQUENCE s MAXVALUE 5 MAXVALUE 6;
-- | error 42601 conflicting or redundant options
CREATE SEQUENCE s MAXVALUE 5 NO MAXVALUE;
-- | error 42601 conflicting or redundant options
CREATE SEQUENCE s CYCLE NO CYCLE;
-- | error 42601 conflicting or redundant options
CREATE SEQUENCE s MAXVALUE 3 CYCLE CACHE 1 AS smallint;
-- | ok (CREATE SEQUENCE)
SELECT nextval('s'), nextval('S'), nextval('s'), nextval('s');
-- | nextval | nextval | nextval | nextval
-- | 1 | 2 | 3 | 1
-- | ok (SELECT 1)
ALTER SEQUENCE s NO CYCLE;
-- | ok (ALTER SEQUENCE)
SELECT nextval('s');
-- | nextval
-- | 2
-- | ok (SELECT 1)
SELECT nextval('s');
-- | nextval
-- | 3
-- | ok (SELECT 1)
SELECT nextval('s');
-- | error 2200H nextval: reached maximum value of sequence "s" (3)
ALTER SEQUENCE s NO MAXVALUE;
-- | ok (ALTER SEQUENCE)
SELECT nextval('s');
-- | nextval
-- | 4
-- | ok (SELECT 1)
ALTER SEQUENCE s RESTART WITH 50 MAXVALUE 10;
-- | error 22023 RESTART value (50) cannot be greater than MAXVALUE (10)
CREATE SEQUENCE s;
-- | error 42P07 relation "s" already exists
CREATE SEQUENCE s MINVALUE 10 MAXVALUE 5;
-- | error 22023 MINVALUE (10) must be less than MAXVALUE (5)
CREATE SEQUENCE IF NOT EXISTS s MINVALUE 10 MAXVALUE 5;
-- | NOTICE 42P07 relation "s" already exists, skipping
-- | ok (CREATE SEQUENCE)
CREATE TABLE i(id smallint GENERATED ALWAYS AS IDENTITY (MAXVALUE 3), v int);
-- | ok (CREATE TABLE)
ALTER TABLE i ALTER id RESTART WITH 100;
-- | error 22023 RESTART value (100) cannot be greater than MAXVALUE (3)
ALTER TABLE i ALTER id SET MAXVALUE 200 RESTART WITH 100;
-- | ok (ALTER TABLE)
INSERT INTO i(v) VALUES (1) RETURNING id;
-- | id
-- | 100
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ALTER n SET DEFAULT nextval('s');
-- | ok (ALTER TABLE)
CREATE TABLE u(a int DEFAULT nextval('s'), b int DEFAULT currval('s'));
-- | ok (CREATE TABLE)
SELECT column_name, column_default FROM information_schema.columns WHERE table_name IN ('t','u') ORDER BY 1;
-- | column_name | column_default
-- | 'a' | 'nextval(''s''::regclass)'
-- | 'b' | 'currval(''s''::regclass)'
-- | 'id' | 'nextval(''t_id_seq''::regclass)'
-- | 'n' | 'nextval(''s''::regclass)'
-- | 's' | NULL
-- | ok (SELECT 5)
ALTER TABLE t ADD CONSTRAINT ck CHECK (n > 0) NOT VALID;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CONSTRAINT nn NOT NULL s NOT VALID;
-- | ok (ALTER TABLE)
CREATE TABLE p(id int PRIMARY KEY);
-- | ok (CREATE TABLE)
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (n) REFERENCES p NOT VALID;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CONSTRAINT ne CHECK (n > 1) NOT ENFORCED;
-- | ok (ALTER TABLE)
SELECT conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass ORDER BY 1;
-- | conname | convalidated | pg_get_constraintdef
-- | 'ck' | false | 'CHECK ((n > 0)) NOT VALID'
-- | 'fk' | false | 'FOREIGN KEY (n) REFERENCES p(id) NOT VALID'
-- | 'ne' | false | 'CHECK ((n > 1)) NOT ENFORCED'
-- | 'nn' | false | 'NOT NULL s NOT VALID'
-- | 't_id_not_null' | true | 'NOT NULL id'
-- | ok (SELECT 5)
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- | ok (ALTER TABLE)
ALTER TABLE t VALIDATE CONSTRAINT nn;
-- | ok (ALTER TABLE)
ALTER TABLE t VALIDATE CONSTRAINT fk;
-- | ok (ALTER TABLE)
ALTER TABLE t VALIDATE CONSTRAINT ne;
-- | error 55000 cannot validate NOT ENFORCED constraint
SELECT conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass ORDER BY 1;
-- | conname | convalidated | pg_get_constraintdef
-- | 'ck' | true | 'CHECK ((n > 0))'
-- | 'fk' | true | 'FOREIGN KEY (n) REFERENCES p(id)'
-- | 'ne' | false | 'CHECK ((n > 1)) NOT ENFORCED'
-- | 'nn' | true | 'NOT NULL s'
-- | 't_id_not_null' | true | 'NOT NULL id'
-- | ok (SELECT 5)

-- @dialect postgresql
CREATE SEQUENCE s;
-- | ok (CREATE SEQUENCE)
SELECT * FROM s;
-- | last_value | log_cnt | is_called
-- | 1 | 0 | false
-- | ok (SELECT 1)
SELECT nextval('s');
-- | nextval
-- | 1
-- | ok (SELECT 1)
SELECT * FROM s;
-- | last_value | log_cnt | is_called
-- | 1 | 32 | true
-- | ok (SELECT 1)
SELECT nextval('s') FROM generate_series(1, 33);
-- | nextval
-- | 2
-- | 3
-- | 4
-- | 5
-- | 6
-- | 7
-- | 8
-- | 9
-- | 10
-- | 11
-- | 12
-- | 13
-- | 14
-- | 15
-- | 16
-- | 17
-- | 18
-- | 19
-- | 20
-- | 21
-- | 22
-- | 23
-- | 24
-- | 25
-- | 26
-- | 27
-- | 28
-- | 29
-- | 30
-- | 31
-- | 32
-- | 33
-- | 34
-- | ok (SELECT 33)
SELECT * FROM s;
-- | last_value | log_cnt | is_called
-- | 34 | 32 | true
-- | ok (SELECT 1)
SELECT setval('s', 5);
-- | setval
-- | 5
-- | ok (SELECT 1)
SELECT * FROM s;
-- | last_value | log_cnt | is_called
-- | 5 | 0 | true
-- | ok (SELECT 1)
