-- Which names are taken, and by what: constraints, indexes, types, relations that are named in texts?
-- Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TYPE mood AS ENUM ('a');
-- | ok (CREATE TYPE)
CREATE TABLE mood(a int);
-- | error 42710 type "mood" already exists
-- |   hint: A relation has an associated type of the same name, so you must use a name that doesn't conflict with any existing type.
CREATE VIEW mood AS SELECT 1;
-- | error 42710 type "mood" already exists
-- |   hint: A relation has an associated type of the same name, so you must use a name that doesn't conflict with any existing type.
CREATE SEQUENCE mood;
-- | error 42710 type "mood" already exists
-- |   hint: A relation has an associated type of the same name, so you must use a name that doesn't conflict with any existing type.
CREATE DOMAIN dd AS int;
-- | ok (CREATE DOMAIN)
CREATE TABLE dd(a int);
-- | error 42710 type "dd" already exists
-- |   hint: A relation has an associated type of the same name, so you must use a name that doesn't conflict with any existing type.
CREATE TABLE tt(a int);
-- | ok (CREATE TABLE)
CREATE DOMAIN tt AS int;
-- | error 42710 type "tt" already exists
CREATE TYPE tt AS ENUM ('x');
-- | error 42710 type "tt" already exists
ALTER TYPE mood RENAME TO tt;
-- | error 42710 type "tt" already exists
ALTER TABLE tt RENAME TO mood;
-- | error 42710 type "mood" already exists
CREATE UNIQUE INDEX mood ON tt(a);
-- | ok (CREATE INDEX)
CREATE TABLE q5(a int CONSTRAINT c1 UNIQUE, b int CONSTRAINT c1 UNIQUE);
-- | error 42P07 relation "c1" already exists
CREATE TABLE q5(a int CONSTRAINT c1 UNIQUE, b int, CONSTRAINT c1 PRIMARY KEY (b));
-- | error 42P07 relation "c1" already exists
CREATE TABLE q5(a int CONSTRAINT c1 UNIQUE, b int, CONSTRAINT c1 CHECK (b > 0));
-- | error 42710 constraint "c1" for relation "q5" already exists
CREATE TABLE pk(id int PRIMARY KEY);
-- | ok (CREATE TABLE)
CREATE TABLE q5(a int CONSTRAINT c1 REFERENCES pk, b int CONSTRAINT c1 REFERENCES pk);
-- | error 42710 constraint "c1" for relation "q5" already exists
CREATE TABLE q5(a int CONSTRAINT c1 REFERENCES pk, b int CONSTRAINT c1 UNIQUE);
-- | error 42710 constraint "c1" for relation "q5" already exists
CREATE TABLE q6(a int CONSTRAINT c2 REFERENCES pk, b int CONSTRAINT c2 CHECK (b > 0));
-- | error 42710 constraint "c2" for relation "q6" already exists
CREATE TABLE q7(a int REFERENCES pk, b int CONSTRAINT q7_a_fkey REFERENCES pk);
-- | error 42710 constraint "q7_a_fkey" for relation "q7" already exists
CREATE TABLE q8(a int CONSTRAINT q8_b_fkey REFERENCES pk, b int REFERENCES pk);
-- | ok (CREATE TABLE)
SELECT conname FROM pg_constraint WHERE conrelid = 'q8'::regclass ORDER BY 1;
-- | conname
-- | 'q8_b_fkey'
-- | 'q8_b_fkey1'
-- | ok (SELECT 2)
CREATE TABLE q9(a int UNIQUE, b int CONSTRAINT q9_a_key UNIQUE);
-- | error 42P07 relation "q9_a_key" already exists
CREATE TABLE q10(a int CONSTRAINT q10_b_key UNIQUE, b int UNIQUE);
-- | ok (CREATE TABLE)
SELECT conname FROM pg_constraint WHERE conrelid = 'q10'::regclass ORDER BY 1;
-- | conname
-- | 'q10_b_key'
-- | 'q10_b_key1'
-- | ok (SELECT 2)
CREATE TABLE q11(a int CHECK (a > 0), b int CONSTRAINT q11_a_check CHECK (b > 0));
-- | error 42710 check constraint "q11_a_check" already exists
SELECT conname FROM pg_constraint WHERE conrelid = 'q11'::regclass ORDER BY 1;
-- | error 42P01 relation "q11" does not exist
CREATE TABLE q12(a int CONSTRAINT q12_pkey UNIQUE, b int PRIMARY KEY);
-- | error 42P07 relation "q12_pkey" already exists
SELECT conname FROM pg_constraint WHERE conrelid = 'q12'::regclass ORDER BY 1;
-- | error 42P01 relation "q12" does not exist
CREATE TABLE q13(a int EXCLUDE USING btree (a WITH =));
-- | error 42601 syntax error at or near "EXCLUDE"
CREATE TABLE q13(a int, EXCLUDE USING btree (a WITH =), EXCLUDE (a WITH =));
-- | ok (CREATE TABLE)
CREATE TABLE sn(a serial NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "sn"
CREATE TABLE sn(a int NULL NOT NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "sn"
CREATE TABLE sn(a int NOT NULL NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "sn"
CREATE TABLE sn(a int PRIMARY KEY NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "sn"
CREATE TABLE sn(a int NULL PRIMARY KEY);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "sn"
CREATE TABLE sn(a int GENERATED ALWAYS AS IDENTITY NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "sn"
CREATE TABLE sn2(a bigserial NOT NULL);
-- | ok (CREATE TABLE)
CREATE TABLE o(a int);
-- | ok (CREATE TABLE)
CREATE SEQUENCE own OWNED BY o.a;
-- | ok (CREATE SEQUENCE)
CREATE SEQUENCE own2 OWNED BY o.nope;
-- | error 42703 column "nope" of relation "o" does not exist
CREATE SEQUENCE own3 OWNED BY nope.a;
-- | error 42P01 relation "nope" does not exist
CREATE SEQUENCE own4 OWNED BY NONE;
-- | ok (CREATE SEQUENCE)
ALTER SEQUENCE own4 OWNED BY o.a;
-- | ok (ALTER SEQUENCE)
SELECT pg_get_serial_sequence('o', 'a');
-- | pg_get_serial_sequence
-- | 'public.own'
-- | ok (SELECT 1)
DROP TABLE o;
-- | ok (DROP TABLE)
SELECT nextval('own');
-- | error 42P01 relation "own" does not exist
SELECT nextval('own4');
-- | error 42P01 relation "own4" does not exist
CREATE UNIQUE INDEX IF NOT EXISTS ON pk(id);
-- | error 42601 syntax error at or near "ON"

-- @dialect postgresql
SELECT 'q11'::regclass;
-- | error 42P01 relation "q11" does not exist
SELECT CAST('q11' AS regclass);
-- | error 42P01 relation "q11" does not exist
SELECT regclass 'q11';
-- | error 42P01 relation "q11" does not exist
SELECT 'public.q11'::regclass;
-- | error 42P01 relation "public.q11" does not exist
SELECT 'Q11'::regclass;
-- | error 42P01 relation "q11" does not exist
SELECT '"Q11"'::regclass;
-- | error 42P01 relation "Q11" does not exist
SELECT 'nos.q11'::regclass;
-- | error 42P01 relation "nos.q11" does not exist
SELECT ('q' || '11')::regclass;
-- | error 42P01 relation "q11" does not exist
SELECT to_regclass('q11');
-- | to_regclass
-- | NULL
-- | ok (SELECT 1)
SELECT count(*) FROM pg_constraint WHERE conrelid = 'q11'::regclass;
-- | error 42P01 relation "q11" does not exist
SELECT '123'::regclass;
-- | regclass
-- | 123
-- | ok (SELECT 1)
SELECT 'nos'::regnamespace;
-- | error 3F000 schema "nos" does not exist

-- @dialect postgresql
CREATE TABLE t(a int, b int, UNIQUE(a), UNIQUE(b), UNIQUE(a,b), CHECK(a>0), CHECK(b>0), CHECK(a<>b), CONSTRAINT t_a_key1 CHECK (a < 1000));
-- | ok (CREATE TABLE)
SELECT conname, contype, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='t'::regclass ORDER BY 1;
-- | conname | contype | pg_get_constraintdef
-- | 't_a_b_key' | 'u' | 'UNIQUE (a, b)'
-- | 't_a_check' | 'c' | 'CHECK ((a > 0))'
-- | 't_a_key' | 'u' | 'UNIQUE (a)'
-- | 't_a_key1' | 'c' | 'CHECK ((a < 1000))'
-- | 't_b_check' | 'c' | 'CHECK ((b > 0))'
-- | 't_b_key' | 'u' | 'UNIQUE (b)'
-- | 't_check' | 'c' | 'CHECK ((a <> b))'
-- | ok (SELECT 7)
ALTER TABLE t ADD UNIQUE(a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CHECK (a + b < 100);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CHECK (true);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES t (a, b);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (b);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD PRIMARY KEY (a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD PRIMARY KEY (b);
-- | error 42P16 multiple primary keys for table "t" are not allowed
SELECT conname, contype FROM pg_constraint WHERE conrelid='t'::regclass ORDER BY 1;
-- | conname | contype
-- | 't_a_b_fkey' | 'f'
-- | 't_a_b_key' | 'u'
-- | 't_a_check' | 'c'
-- | 't_a_fkey' | 'f'
-- | 't_a_fkey1' | 'f'
-- | 't_a_key' | 'u'
-- | 't_a_key1' | 'c'
-- | 't_a_key2' | 'u'
-- | 't_a_not_null' | 'n'
-- | 't_b_check' | 'c'
-- | 't_b_key' | 'u'
-- | 't_check' | 'c'
-- | 't_check1' | 'c'
-- | 't_check2' | 'c'
-- | 't_pkey' | 'p'
-- | ok (SELECT 15)
CREATE TABLE "My Table"("Some Col" serial UNIQUE, "CHECK" int CHECK ("CHECK" > 0), "select" text REFERENCES "My Table"("select"));
-- | error 42830 there is no unique constraint matching given keys for referenced table "My Table"
CREATE TABLE "My Table"("Some Col" serial UNIQUE, "CHECK" int CHECK ("CHECK" > 0), "select" text UNIQUE);
-- | ok (CREATE TABLE)
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='"My Table"'::regclass ORDER BY 1;
-- | conname | pg_get_constraintdef
-- | 'My Table_CHECK_check' | 'CHECK (("CHECK" > 0))'
-- | 'My Table_Some Col_key' | 'UNIQUE ("Some Col")'
-- | 'My Table_Some Col_not_null' | 'NOT NULL "Some Col"'
-- | 'My Table_select_key' | 'UNIQUE ("select")'
-- | ok (SELECT 4)
INSERT INTO "My Table"("CHECK") VALUES (-1);
-- | error 23514 new row for relation "My Table" violates check constraint "My Table_CHECK_check"
-- |   detail: Failing row contains (1, -1, null).
INSERT INTO "My Table"("Some Col", "select") VALUES (1, 'x'), (1, 'y');
-- | error 23505 duplicate key value violates unique constraint "My Table_Some Col_key"
-- |   detail: Key ("Some Col")=(1) already exists.
INSERT INTO "My Table"("select") VALUES ('it''s'), ('it''s');
-- | error 23505 duplicate key value violates unique constraint "My Table_select_key"
-- |   detail: Key ("select")=(it's) already exists.
INSERT INTO My Table VALUES (1);
-- | error 42601 syntax error at or near "("
INSERT INTO "my table" VALUES (1);
-- | error 42P01 relation "my table" does not exist
SELECT pg_get_serial_sequence('"My Table"', 'Some Col');
-- | pg_get_serial_sequence
-- | 'public."My Table_Some Col_seq"'
-- | ok (SELECT 1)
CREATE TABLE abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnop(id serial PRIMARY KEY, x int CHECK (x > 0) UNIQUE);
-- | NOTICE 42622 identifier "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnop" will be truncated to "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk"
-- | ok (CREATE TABLE)
SELECT conname FROM pg_constraint WHERE conrelid = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk'::regclass ORDER BY 1;
-- | conname
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy_id_not_null'
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabc_x_check'
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcde_x_key'
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdef_pkey'
-- | ok (SELECT 4)
SELECT relname FROM pg_class WHERE relname LIKE 'abcdef%' ORDER BY 1;
-- | relname
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcd_id_seq'
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcde_x_key'
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdef_pkey'
-- | 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk'
-- | ok (SELECT 4)
CREATE TABLE ttt(äöü_äöü_äöü_äöü_äöü_äöü_äöü int UNIQUE, b int);
-- | ok (CREATE TABLE)
ALTER TABLE ttt RENAME COLUMN b TO a_column_name_that_is_really_very_long_for_a_column_1234567890;
-- | ok (ALTER TABLE)
CREATE UNIQUE INDEX ON ttt(a_column_name_that_is_really_very_long_for_a_column_1234567890);
-- | ok (CREATE INDEX)
SELECT indexname FROM pg_indexes WHERE tablename = 'ttt' ORDER BY 1;
-- | indexname
-- | 'ttt_a_column_name_that_is_really_very_long_for_a_column_123_idx'
-- | 'ttt_äöü_äöü_äöü_äöü_äöü_äöü_äöü_key'
-- | ok (SELECT 2)
ALTER TABLE ttt RENAME TO ttt2;
-- | ok (ALTER TABLE)
SELECT indexname FROM pg_indexes WHERE tablename = 'ttt2' ORDER BY 1;
-- | indexname
-- | 'ttt_a_column_name_that_is_really_very_long_for_a_column_123_idx'
-- | 'ttt_äöü_äöü_äöü_äöü_äöü_äöü_äöü_key'
-- | ok (SELECT 2)
CREATE TABLE r(a int PRIMARY KEY, b int CONSTRAINT bu UNIQUE CONSTRAINT bc CHECK (b > 0) CONSTRAINT bn NOT NULL);
-- | ok (CREATE TABLE)
ALTER TABLE r RENAME COLUMN b TO bb;
-- | ok (ALTER TABLE)
INSERT INTO r VALUES (1, NULL);
-- | error 23502 null value in column "bb" of relation "r" violates not-null constraint
-- |   detail: Failing row contains (1, null).
INSERT INTO r VALUES (1, -1);
-- | error 23514 new row for relation "r" violates check constraint "bc"
-- |   detail: Failing row contains (1, -1).
INSERT INTO r VALUES (1, 1), (2, 1);
-- | error 23505 duplicate key value violates unique constraint "bu"
-- |   detail: Key (bb)=(1) already exists.
ALTER TABLE r RENAME CONSTRAINT bu TO renamed_u;
-- | ok (ALTER TABLE)
INSERT INTO r VALUES (1, 1), (2, 1);
-- | error 23505 duplicate key value violates unique constraint "renamed_u"
-- |   detail: Key (bb)=(1) already exists.
ALTER INDEX renamed_u RENAME TO again;
-- | ok (ALTER INDEX)
INSERT INTO r VALUES (1, 1), (2, 1);
-- | error 23505 duplicate key value violates unique constraint "again"
-- |   detail: Key (bb)=(1) already exists.
ALTER TABLE r RENAME TO s;
-- | ok (ALTER TABLE)
INSERT INTO s VALUES (1, -1);
-- | error 23514 new row for relation "s" violates check constraint "bc"
-- |   detail: Failing row contains (1, -1).
INSERT INTO s VALUES (1, 1), (1, 2);
-- | error 23505 duplicate key value violates unique constraint "r_pkey"
-- |   detail: Key (a)=(1) already exists.
ALTER TABLE s RENAME CONSTRAINT nope TO x;
-- | error 42704 constraint "nope" for table "s" does not exist
ALTER TABLE s RENAME CONSTRAINT again TO bc;
-- | error 42710 constraint "bc" for relation "s" already exists
ALTER TABLE s DROP CONSTRAINT r_pkey;
-- | ok (ALTER TABLE)
ALTER TABLE s ADD CONSTRAINT again PRIMARY KEY (a);
-- | error 42P07 relation "again" already exists
ALTER TABLE s ADD CONSTRAINT bc PRIMARY KEY (a);
-- | error 42710 constraint "bc" for relation "s" already exists
CREATE TABLE q1(a int, CONSTRAINT same UNIQUE (a));
-- | ok (CREATE TABLE)
CREATE TABLE q2(a int, CONSTRAINT same UNIQUE (a));
-- | error 42P07 relation "same" already exists
CREATE TABLE q3(a int, CONSTRAINT same CHECK (a > 0));
-- | ok (CREATE TABLE)
CREATE TABLE q4(a int CONSTRAINT c1 CHECK (a > 0), b int CONSTRAINT c1 CHECK (b > 0));
-- | error 42710 check constraint "c1" already exists
CREATE TABLE q5(a int CONSTRAINT c1 UNIQUE, b int CONSTRAINT c1 UNIQUE);
-- | error 42P07 relation "c1" already exists
CREATE TABLE q6(a int PRIMARY KEY, b int PRIMARY KEY);
-- | error 42P16 multiple primary keys for table "q6" are not allowed
CREATE TABLE q7(a int, PRIMARY KEY (a), PRIMARY KEY (a));
-- | error 42P16 multiple primary keys for table "q7" are not allowed
CREATE TABLE q8(a int, UNIQUE (a, a));
-- | error 42701 column "a" appears twice in unique constraint
CREATE TABLE q9(a int, UNIQUE (b));
-- | error 42703 column "b" named in key does not exist
CREATE TABLE q10(a int, a text);
-- | error 42701 column "a" specified more than once
CREATE TABLE q11(a int UNIQUE UNIQUE);
-- | ok (CREATE TABLE)
SELECT conname FROM pg_constraint WHERE conrelid = 'q11'::regclass;
-- | conname
-- | 'q11_a_key'
-- | ok (SELECT 1)
CREATE TABLE q12(a int REFERENCES nope);
-- | error 42P01 relation "nope" does not exist
CREATE TABLE q13(a int REFERENCES q3);
-- | error 42704 there is no primary key for referenced table "q3"
CREATE TABLE q14(a text REFERENCES q7);
-- | error 42P01 relation "q7" does not exist
CREATE TABLE pk(id int PRIMARY KEY);
-- | ok (CREATE TABLE)
CREATE TABLE q15(a text REFERENCES pk);
-- | error 42804 foreign key constraint "q15_a_fkey" cannot be implemented
-- |   detail: Key columns "a" of the referencing table and "id" of the referenced table are of incompatible types: text and integer.
CREATE TABLE q16(a int REFERENCES pk(nope));
-- | error 42703 column "nope" referenced in foreign key constraint does not exist
CREATE TABLE q17(a int, FOREIGN KEY (a, a) REFERENCES pk);
-- | error 42830 number of referencing and referenced columns for foreign key disagree
CREATE TABLE q18(a bigint REFERENCES pk, b int REFERENCES pk, c int CONSTRAINT q18_b_fkey REFERENCES pk);
-- | error 42710 constraint "q18_b_fkey" for relation "q18" already exists
CREATE TABLE q19(a bigint REFERENCES pk, b int REFERENCES pk, c int, CONSTRAINT q19_c FOREIGN KEY (c) REFERENCES pk ON DELETE RESTRICT ON UPDATE SET DEFAULT);
-- | ok (CREATE TABLE)
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'q19'::regclass ORDER BY 1;
-- | conname | pg_get_constraintdef
-- | 'q19_a_fkey' | 'FOREIGN KEY (a) REFERENCES pk(id)'
-- | 'q19_b_fkey' | 'FOREIGN KEY (b) REFERENCES pk(id)'
-- | 'q19_c' | 'FOREIGN KEY (c) REFERENCES pk(id) ON UPDATE SET DEFAULT ON DELETE RESTRICT'
-- | ok (SELECT 3)
CREATE INDEX ON pk(id);
-- | ok (CREATE INDEX)
CREATE INDEX ON pk(id);
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX pk_id_idx ON pk(id);
-- | error 42P07 relation "pk_id_idx" already exists
CREATE UNIQUE INDEX IF NOT EXISTS pk_id_idx ON pk(id);
-- | NOTICE 42P07 relation "pk_id_idx" already exists, skipping
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX IF NOT EXISTS ON pk(id);
-- | error 42601 syntax error at or near "ON"
SELECT indexname FROM pg_indexes WHERE tablename = 'pk' ORDER BY 1;
-- | indexname
-- | 'pk_id_idx'
-- | 'pk_id_idx1'
-- | 'pk_pkey'
-- | ok (SELECT 3)
CREATE TABLE pk_pkey(a int);
-- | error 42P07 relation "pk_pkey" already exists
CREATE SEQUENCE pk;
-- | error 42P07 relation "pk" already exists
CREATE VIEW pk AS SELECT 1;
-- | error 42P07 relation "pk" already exists
CREATE TYPE pk AS ENUM ('a');
-- | error 42710 type "pk" already exists
CREATE TABLE IF NOT EXISTS pk(b int);
-- | NOTICE 42P07 relation "pk" already exists, skipping
-- | ok (CREATE TABLE)
CREATE TABLE x_id_seq(a int);
-- | ok (CREATE TABLE)
CREATE TABLE x(id serial);
-- | ok (CREATE TABLE)
SELECT pg_get_serial_sequence('x', 'id');
-- | pg_get_serial_sequence
-- | 'public.x_id_seq1'
-- | ok (SELECT 1)
CREATE TABLE y_pkey(a int);
-- | ok (CREATE TABLE)
CREATE TABLE y(id int PRIMARY KEY);
-- | ok (CREATE TABLE)
SELECT conname FROM pg_constraint WHERE conrelid = 'y'::regclass AND contype = 'p';
-- | conname
-- | 'y_pkey1'
-- | ok (SELECT 1)
CREATE TABLE z(id int, CONSTRAINT y_pkey PRIMARY KEY (id));
-- | error 42P07 relation "y_pkey" already exists
CREATE UNIQUE INDEX iz ON z(id);
-- | error 42P01 relation "z" does not exist
ALTER TABLE z ADD CONSTRAINT zpk PRIMARY KEY USING INDEX iz;
-- | error 42P01 relation "z" does not exist
ALTER TABLE z ADD PRIMARY KEY USING INDEX iz;
-- | error 42P01 relation "z" does not exist
ALTER TABLE z ADD UNIQUE USING INDEX nope;
-- | error 42P01 relation "z" does not exist
CREATE UNIQUE INDEX iz2 ON z(id) WHERE id > 0;
-- | error 42P01 relation "z" does not exist
ALTER TABLE z ADD UNIQUE USING INDEX iz2;
-- | error 42P01 relation "z" does not exist
CREATE UNIQUE INDEX iz3 ON z((id+1));
-- | error 42P01 relation "z" does not exist
ALTER TABLE z ADD CONSTRAINT u3 UNIQUE USING INDEX iz3;
-- | error 42P01 relation "z" does not exist
CREATE INDEX iz4 ON z(id);
-- | error 42P01 relation "z" does not exist
ALTER TABLE z ADD CONSTRAINT u4 UNIQUE USING INDEX iz4;
-- | error 42P01 relation "z" does not exist
CREATE UNIQUE INDEX iz5 ON z(id DESC);
-- | error 42P01 relation "z" does not exist
ALTER TABLE z ADD CONSTRAINT u5 UNIQUE USING INDEX iz5;
-- | error 42P01 relation "z" does not exist
