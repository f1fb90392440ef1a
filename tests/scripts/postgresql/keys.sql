-- Deferrable keys, sequences, EXCLUDE, MERGE, ALTER TABLE, WITH; compared with PostgreSQL 18.
-- @dialect postgresql
CREATE TABLE d(id int PRIMARY KEY, a int UNIQUE DEFERRABLE, b int UNIQUE DEFERRABLE INITIALLY DEFERRED);
-- | ok (CREATE TABLE)
INSERT INTO d VALUES(1,1,1),(2,2,2),(3,3,3);
-- | ok, 3 rows (INSERT 0 3)
UPDATE d SET a=a+1;
-- | ok, 3 rows (UPDATE 3)
UPDATE d SET b=b+1;
-- | ok, 3 rows (UPDATE 3)
UPDATE d SET id=id+1 WHERE id=3;
-- | ok, 1 row (UPDATE 1)
INSERT INTO d VALUES(9,2,9);
-- | error 23505 duplicate key value violates unique constraint "d_a_key"
-- |   detail: Key (a)=(2) already exists.
INSERT INTO d VALUES(9,9,2);
-- | error 23505 duplicate key value violates unique constraint "d_b_key"
-- |   detail: Key (b)=(2) already exists.
BEGIN;
-- | ok (BEGIN)
INSERT INTO d VALUES(9,9,2);
-- | ok, 1 row (INSERT 0 1)
SELECT count(*) FROM d;
-- | count
-- | 4
-- | ok (SELECT 1)
SET CONSTRAINTS d_b_key IMMEDIATE;
-- | error 23505 duplicate key value violates unique constraint "d_b_key"
-- |   detail: Key (b)=(2) already exists.
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
SET CONSTRAINTS ALL DEFERRED;
-- | ok (SET CONSTRAINTS)
INSERT INTO d VALUES(9,2,9);
-- | ok, 1 row (INSERT 0 1)
DELETE FROM d WHERE id=9;
-- | ok, 1 row (DELETE 1)
COMMIT;
-- | ok (COMMIT)
BEGIN;
-- | ok (BEGIN)
INSERT INTO d VALUES(9,9,2);
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | error 23505 duplicate key value violates unique constraint "d_b_key"
-- |   detail: Key (b)=(2) already exists.
SELECT count(*) FROM d;
-- | count
-- | 3
-- | ok (SELECT 1)
SET CONSTRAINTS d_pkey DEFERRED;
-- | WARNING 25P01 SET CONSTRAINTS can only be used in transaction blocks
-- | error 42809 constraint "d_pkey" is not deferrable
SET CONSTRAINTS nope DEFERRED;
-- | WARNING 25P01 SET CONSTRAINTS can only be used in transaction blocks
-- | error 42704 constraint "nope" does not exist
SET CONSTRAINTS ALL IMMEDIATE;
-- | WARNING 25P01 SET CONSTRAINTS can only be used in transaction blocks
-- | ok (SET CONSTRAINTS)
CREATE TABLE s(id serial PRIMARY KEY, i int GENERATED ALWAYS AS IDENTITY, g int GENERATED ALWAYS AS (id*2) STORED, t text DEFAULT 'def');
-- | ok (CREATE TABLE)
INSERT INTO s DEFAULT VALUES RETURNING *;
-- | id | i | g | t
-- | 1 | 1 | 2 | 'def'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s(t) VALUES(DEFAULT),('x') RETURNING *;
-- | id | i | g | t
-- | 2 | 2 | 4 | 'def'
-- | 3 | 3 | 6 | 'x'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO s(g) VALUES(1);
-- | error 428C9 cannot insert a non-DEFAULT value into column "g"
-- |   detail: Column "g" is a generated column.
INSERT INTO s(g) VALUES(DEFAULT) RETURNING id;
-- | id
-- | 4
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s(i) VALUES(1);
-- | error 428C9 cannot insert a non-DEFAULT value into column "i"
-- |   detail: Column "i" is an identity column defined as GENERATED ALWAYS.
-- |   hint: Use OVERRIDING SYSTEM VALUE to override.
INSERT INTO s(i) OVERRIDING SYSTEM VALUE VALUES(100) RETURNING i;
-- | i
-- | 100
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s(i) OVERRIDING USER VALUE VALUES(100) RETURNING i;
-- | i
-- | 5
-- | ok, 1 row (INSERT 0 1)
UPDATE s SET g=1;
-- | error 428C9 column "g" can only be updated to DEFAULT
-- |   detail: Column "g" is a generated column.
UPDATE s SET i=1;
-- | error 428C9 column "i" can only be updated to DEFAULT
-- |   detail: Column "i" is an identity column defined as GENERATED ALWAYS.
UPDATE s SET i=DEFAULT WHERE id=1 RETURNING i;
-- | i
-- | 6
-- | ok, 1 row (UPDATE 1)
UPDATE s SET id=50 WHERE id=1 RETURNING g;
-- | g
-- | 100
-- | ok, 1 row (UPDATE 1)
UPDATE s SET g=DEFAULT WHERE id=50 RETURNING g;
-- | g
-- | 100
-- | ok, 1 row (UPDATE 1)
SELECT nextval('s_id_seq'), currval('s_id_seq'), lastval(), setval('s_id_seq', 100), nextval('s_id_seq');
-- | nextval | currval | lastval | setval | nextval
-- | 7 | 7 | 7 | 100 | 101
-- | ok (SELECT 1)
SELECT setval('s_id_seq', 10, false), nextval('s_id_seq');
-- | setval | nextval
-- | 10 | 10
-- | ok (SELECT 1)
SELECT last_value, is_called FROM s_id_seq;
-- | last_value | is_called
-- | 10 | true
-- | ok (SELECT 1)
SELECT pg_get_serial_sequence('s','id');
-- | pg_get_serial_sequence
-- | 'public.s_id_seq'
-- | ok (SELECT 1)
CREATE SEQUENCE q START 5 INCREMENT 5 MAXVALUE 12;
-- | ok (CREATE SEQUENCE)
SELECT nextval('q'), nextval('q');
-- | nextval | nextval
-- | 5 | 10
-- | ok (SELECT 1)
SELECT nextval('q');
-- | error 2200H nextval: reached maximum value of sequence "q" (12)
ALTER SEQUENCE q RESTART;
-- | ok (ALTER SEQUENCE)
SELECT nextval('q');
-- | nextval
-- | 5
-- | ok (SELECT 1)
CREATE SEQUENCE q;
-- | error 42P07 relation "q" already exists
DROP SEQUENCE q;
-- | ok (DROP SEQUENCE)
CREATE TABLE e(r int4range, k int, EXCLUDE USING gist (r WITH &&));
-- | ok (CREATE TABLE)
INSERT INTO e VALUES('[1,5)',1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO e VALUES('[4,9)',1);
-- | error 23P01 conflicting key value violates exclusion constraint "e_r_excl"
-- |   detail: Key (r)=([4,9)) conflicts with existing key (r)=([1,5)).
INSERT INTO e VALUES('[4,9)',1) ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO e VALUES('[4,9)',1) ON CONFLICT (r) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO e VALUES('[4,9)',1) ON CONFLICT (r) DO UPDATE SET k=2;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO e VALUES('[4,9)',1) ON CONFLICT ON CONSTRAINT e_r_excl DO UPDATE SET k=2;
-- | error 42809 ON CONFLICT DO UPDATE not supported with exclusion constraints
INSERT INTO e VALUES('[5,9)',2),('empty',3) RETURNING *;
-- | r | k
-- | [5,9) | 2
-- | empty | 3
-- | ok, 2 rows (INSERT 0 2)
UPDATE e SET r='[1,20)' WHERE k=2;
-- | error 23P01 conflicting key value violates exclusion constraint "e_r_excl"
-- |   detail: Key (r)=([1,20)) conflicts with existing key (r)=([1,5)).
CREATE TABLE m(id int PRIMARY KEY, v text, n int DEFAULT 7);
-- | ok (CREATE TABLE)
INSERT INTO m VALUES(1,'a',1),(2,'b',2),(3,'c',3);
-- | ok, 3 rows (INSERT 0 3)
MERGE INTO m USING (SELECT 2 AS id) s ON m.id=s.id WHEN MATCHED THEN DO NOTHING;
-- | ok (MERGE 0)
MERGE INTO m USING (VALUES(1)) s(id) ON m.id=s.id WHEN MATCHED THEN UPDATE SET id='x';
-- | error 22P02 invalid input syntax for type integer: "x"
MERGE INTO m USING (VALUES(1)) s(id) ON m.id=s.id WHEN MATCHED THEN DELETE RETURNING old.*, new.*;
-- | id | v | n | id | v | n
-- | 1 | 'a' | 1 | NULL | NULL | NULL
-- | ok (MERGE 1)
MERGE INTO nope USING (VALUES(1)) s(id) ON true WHEN MATCHED THEN DELETE;
-- | error 42P01 relation "nope" does not exist
SELECT * FROM m ORDER BY id;
-- | id | v | n
-- | 2 | 'b' | 2
-- | 3 | 'c' | 3
-- | ok (SELECT 2)
ALTER TABLE m ADD COLUMN x int DEFAULT 5, ADD COLUMN y text;
-- | ok (ALTER TABLE)
ALTER TABLE m ADD COLUMN x int;
-- | error 42701 column "x" of relation "m" already exists
ALTER TABLE m ADD COLUMN IF NOT EXISTS x int;
-- | NOTICE 42701 column "x" of relation "m" already exists, skipping
-- | ok (ALTER TABLE)
ALTER TABLE m ADD COLUMN z int NOT NULL;
-- | error 23502 column "z" of relation "m" contains null values
ALTER TABLE m DROP COLUMN nope;
-- | error 42703 column "nope" of relation "m" does not exist
ALTER TABLE m DROP COLUMN IF EXISTS nope;
-- | NOTICE 00000 column "nope" of relation "m" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE m RENAME COLUMN x TO xx;
-- | ok (ALTER TABLE)
ALTER TABLE m RENAME COLUMN nope TO y2;
-- | error 42703 column "nope" does not exist
ALTER TABLE m ALTER COLUMN xx TYPE text;
-- | ok (ALTER TABLE)
ALTER TABLE m ALTER COLUMN xx TYPE int;
-- | error 42804 column "xx" cannot be cast automatically to type integer
-- |   hint: You might need to specify "USING xx::integer".
ALTER TABLE m ALTER COLUMN xx TYPE int USING xx::int;
-- | ok (ALTER TABLE)
ALTER TABLE m ADD CONSTRAINT pos CHECK (n > 100);
-- | error 23514 check constraint "pos" of relation "m" is violated by some row
ALTER TABLE m ADD CONSTRAINT pos CHECK (n > 0);
-- | ok (ALTER TABLE)
INSERT INTO m(id,n) VALUES(77,-1);
-- | error 23514 new row for relation "m" violates check constraint "pos"
-- |   detail: Failing row contains (77, null, -1, 5, null).
ALTER TABLE m DROP CONSTRAINT nope;
-- | error 42704 constraint "nope" of relation "m" does not exist
ALTER TABLE m DROP CONSTRAINT IF EXISTS nope;
-- | NOTICE 00000 constraint "nope" of relation "m" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE m DROP CONSTRAINT pos;
-- | ok (ALTER TABLE)
ALTER TABLE m ADD UNIQUE(v);
-- | ok (ALTER TABLE)
CREATE UNIQUE INDEX mux ON m(n);
-- | ok (CREATE INDEX)
DELETE FROM m WHERE id > 100;
-- | ok, 0 rows (DELETE 0)
CREATE UNIQUE INDEX mux ON m(n);
-- | error 42P07 relation "mux" already exists
ALTER TABLE m ADD CONSTRAINT mun UNIQUE USING INDEX mux;
-- | NOTICE 00000 ALTER TABLE / ADD CONSTRAINT USING INDEX will rename index "mux" to "mun"
-- | ok (ALTER TABLE)
INSERT INTO m(id,n) VALUES(78,2) ON CONFLICT ON CONSTRAINT mun DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
ALTER TABLE m RENAME CONSTRAINT mun TO mun2;
-- | ok (ALTER TABLE)
ALTER TABLE m RENAME TO mm;
-- | ok (ALTER TABLE)
SELECT conname, contype, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='mm'::regclass ORDER BY 1;
-- | conname | contype | pg_get_constraintdef
-- | 'm_id_not_null' | 'n' | 'NOT NULL id'
-- | 'm_pkey' | 'p' | 'PRIMARY KEY (id)'
-- | 'm_v_key' | 'u' | 'UNIQUE (v)'
-- | 'mun2' | 'u' | 'UNIQUE (n)'
-- | ok (SELECT 4)
SELECT column_name, data_type, is_nullable, column_default FROM information_schema.columns WHERE table_name='mm' ORDER BY ordinal_position;
-- | column_name | data_type | is_nullable | column_default
-- | 'id' | 'integer' | 'NO' | NULL
-- | 'v' | 'text' | 'YES' | NULL
-- | 'n' | 'integer' | 'YES' | '7'
-- | 'xx' | 'integer' | 'YES' | '5'
-- | 'y' | 'text' | 'YES' | NULL
-- | ok (SELECT 5)
ALTER TABLE mm ALTER COLUMN v SET NOT NULL;
-- | ok (ALTER TABLE)
UPDATE mm SET v=NULL;
-- | error 23502 null value in column "v" of relation "mm" violates not-null constraint
-- |   detail: Failing row contains (2, null, 2, 5, null).
ALTER TABLE mm ALTER COLUMN v DROP NOT NULL, ALTER COLUMN v SET DEFAULT 'dd';
-- | ok (ALTER TABLE)
INSERT INTO mm(id) VALUES(200) RETURNING v;
-- | v
-- | 'dd'
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE mm ALTER COLUMN n TYPE bigint;
-- | ok (ALTER TABLE)
ALTER TABLE nope ADD COLUMN a int;
-- | error 42P01 relation "nope" does not exist
ALTER TABLE IF EXISTS nope ADD COLUMN a int;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER TABLE)
DROP INDEX mun2;
-- | error 2BP01 cannot drop index mun2 because constraint mun2 on table mm requires it
-- |   hint: You can drop constraint mun2 on table mm instead.
CREATE TABLE ctas AS SELECT id, v, 1.5 AS num, 'lit' AS lit FROM mm;
-- | ok (SELECT 3)
SELECT * FROM ctas ORDER BY id;
-- | id | v | num | lit
-- | 2 | 'b' | 1.5 | 'lit'
-- | 3 | 'c' | 1.5 | 'lit'
-- | 200 | 'dd' | 1.5 | 'lit'
-- | ok (SELECT 3)
WITH ins AS (INSERT INTO ctas(id) VALUES(999) RETURNING id) SELECT * FROM ins;
-- | id
-- | 999
-- | ok (SELECT 1)
WITH src AS (SELECT 1000 AS id) INSERT INTO ctas(id) SELECT id FROM src RETURNING id;
-- | id
-- | 1000
-- | ok, 1 row (INSERT 0 1)
WITH del AS (DELETE FROM ctas WHERE id=1000 RETURNING *) INSERT INTO ctas(id,v) SELECT id+1, 'moved' FROM del RETURNING id, v;
-- | id | v
-- | 1001 | 'moved'
-- | ok, 1 row (INSERT 0 1)
WITH x AS (INSERT INTO ctas(id) VALUES(5555)) SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
WITH x AS (INSERT INTO ctas(id) VALUES(5555)) SELECT * FROM x;
-- | error 0A000 WITH query "x" does not have a RETURNING clause
SELECT count(*) FROM ctas WHERE id=5555;
-- | count
-- | 1
-- | ok (SELECT 1)
CREATE TABLE nn(a int UNIQUE NULLS NOT DISTINCT, b varchar(3), c char(3), n numeric(4,2));
-- | ok (CREATE TABLE)
INSERT INTO nn VALUES(NULL,'abc','a',1.005) RETURNING *;
-- | a | b | c | n
-- | NULL | 'abc' | 'a  ' | 1.01
-- | ok, 1 row (INSERT 0 1)
INSERT INTO nn VALUES(NULL,'abc','a',1);
-- | error 23505 duplicate key value violates unique constraint "nn_a_key"
-- |   detail: Key (a)=(null) already exists.
INSERT INTO nn VALUES(1,'abcd');
-- | error 22001 value too long for type character varying(3)
INSERT INTO nn(c) VALUES('abcd');
-- | error 22001 value too long for type character(3)
INSERT INTO nn(n) VALUES(123.4);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 4, scale 2 must round to an absolute value less than 10^2.
INSERT INTO nn(a,n) VALUES(5,'abc');
-- | error 22P02 invalid input syntax for type numeric: "abc"
INSERT INTO nn(a) VALUES('99999999999');
-- | error 22003 value "99999999999" is out of range for type integer
INSERT INTO nn(a) VALUES(99999999999);
-- | error 22003 integer out of range
CREATE TABLE vv(email varchar(20));
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX ON vv(lower(email));
-- | ok (CREATE INDEX)
INSERT INTO vv VALUES('A@x'),('a@X');
-- | error 23505 duplicate key value violates unique constraint "vv_lower_idx"
-- |   detail: Key (lower(email::text))=(a@x) already exists.
INSERT INTO vv VALUES('A@x') ON CONFLICT (lower(email)) DO UPDATE SET email=excluded.email RETURNING xmax::text::int > 0;
-- | ?column?
-- | false
-- | ok, 1 row (INSERT 0 1)
-- @dialect postgresql
CREATE TABLE p (id int PRIMARY KEY, qty int CHECK (qty >= 0), of int REFERENCES p);
-- | ok (CREATE TABLE)
INSERT INTO p VALUES (1, 1, 1) ON CONFLICT ON CONSTRAINT p_qty_check DO NOTHING;
-- | error 42809 constraint in ON CONFLICT clause has no associated index
INSERT INTO p VALUES (1, 1, 1) ON CONFLICT ON CONSTRAINT p_of_fkey DO NOTHING;
-- | error 42809 constraint in ON CONFLICT clause has no associated index
INSERT INTO p VALUES (1, 1, 1) ON CONFLICT ON CONSTRAINT p_id_not_null DO NOTHING;
-- | error 42809 constraint in ON CONFLICT clause has no associated index
INSERT INTO p VALUES (1, 1, 1) ON CONFLICT ON CONSTRAINT p_nope DO NOTHING;
-- | error 42704 constraint "p_nope" for table "p" does not exist
