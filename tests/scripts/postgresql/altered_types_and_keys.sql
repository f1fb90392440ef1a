-- ALTER TYPE, RENAME of indexes and sequences, NOT VALID and VALIDATE, ALTER CONSTRAINT; compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TYPE mood AS ENUM ('sad','ok');
-- | ok (CREATE TYPE)
CREATE TABLE p (id int primary key, m mood UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO p VALUES (1,'sad'),(2,'ok');
-- | ok, 2 rows (INSERT 0 2)
ALTER TYPE mood ADD VALUE 'happy';
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE 'meh' BEFORE 'ok';
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE 'zero' BEFORE 'sad';
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE 'sad2' AFTER 'sad';
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE 'x' AFTER 'nope';
-- | error 22023 "nope" is not an existing enum label
INSERT INTO p VALUES (3,'happy'),(4,'meh'),(5,'zero'),(6,'sad2');
-- | ok, 4 rows (INSERT 0 4)
SELECT * FROM p ORDER BY m;
-- | id | m
-- | 5 | zero
-- | 1 | sad
-- | 6 | sad2
-- | 4 | meh
-- | 2 | ok
-- | 3 | happy
-- | ok (SELECT 6)
SELECT * FROM p WHERE m > 'sad2' ORDER BY m;
-- | id | m
-- | 4 | meh
-- | 2 | ok
-- | 3 | happy
-- | ok (SELECT 3)
ALTER TYPE mood RENAME VALUE 'meh' TO 'so-so';
-- | ok (ALTER TYPE)
ALTER TYPE mood RENAME VALUE 'meh' TO 'q';
-- | error 22023 "meh" is not an existing enum label
ALTER TYPE mood RENAME VALUE 'ok' TO 'sad';
-- | error 42710 enum label "sad" already exists
SELECT * FROM p ORDER BY m;
-- | id | m
-- | 5 | zero
-- | 1 | sad
-- | 6 | sad2
-- | 4 | so-so
-- | 2 | ok
-- | 3 | happy
-- | ok (SELECT 6)
INSERT INTO p VALUES (7,'so-so') ON CONFLICT (m) DO UPDATE SET id = 70 RETURNING *;
-- | id | m
-- | 70 | so-so
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES (7,'meh');
-- | error 22P02 invalid input value for enum mood: "meh"
ALTER TYPE mood RENAME TO feeling;
-- | ok (ALTER TYPE)
INSERT INTO p VALUES (7,'bad');
-- | error 22P02 invalid input value for enum feeling: "bad"
CREATE TABLE q (m feeling PRIMARY KEY);
-- | ok (CREATE TABLE)
INSERT INTO q VALUES ('ok') ON CONFLICT DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM p JOIN q USING (m);
-- | m | id
-- | ok | 2
-- | ok (SELECT 1)
CREATE TYPE feeling AS ENUM ();
-- | error 42710 type "feeling" already exists
ALTER TYPE nope ADD VALUE 'a';
-- | error 42704 type "nope" does not exist
BEGIN;
-- | ok (BEGIN)
ALTER TYPE feeling ADD VALUE 'late';
-- | ok (ALTER TYPE)
ROLLBACK;
-- | ok (ROLLBACK)
INSERT INTO q VALUES ('late');
-- | error 22P02 invalid input value for enum feeling: "late"
ALTER INDEX p_pkey RENAME TO p_pk;
-- | ok (ALTER INDEX)
INSERT INTO p VALUES (1,'ok');
-- | error 23505 duplicate key value violates unique constraint "p_pk"
-- |   detail: Key (id)=(1) already exists.
ALTER INDEX nope RENAME TO x;
-- | error 42P01 relation "nope" does not exist
ALTER INDEX IF EXISTS nope RENAME TO x;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER INDEX)
ALTER INDEX p_m_key RENAME TO p_pk;
-- | error 42P07 relation "p_pk" already exists
CREATE SEQUENCE s;
-- | ok (CREATE SEQUENCE)
ALTER SEQUENCE s RENAME TO s2;
-- | ok (ALTER SEQUENCE)
SELECT nextval('s2');
-- | nextval
-- | 1
-- | ok (SELECT 1)
-- @dialect postgresql
CREATE TABLE p (id int primary key);
-- | ok (CREATE TABLE)
CREATE TABLE c (id int primary key, p int, n int);
-- | ok (CREATE TABLE)
INSERT INTO p VALUES (1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES (1, 1, NULL), (2, 9, 3);
-- | ok, 2 rows (INSERT 0 2)
ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (p) REFERENCES p;
-- | error 23503 insert or update on table "c" violates foreign key constraint "fk"
-- |   detail: Key (p)=(9) is not present in table "p".
ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (p) REFERENCES p NOT VALID;
-- | ok (ALTER TABLE)
INSERT INTO c VALUES (3, 8, 3);
-- | error 23503 insert or update on table "c" violates foreign key constraint "fk"
-- |   detail: Key (p)=(8) is not present in table "p".
INSERT INTO c VALUES (3, 1, 3);
-- | ok, 1 row (INSERT 0 1)
UPDATE c SET n = 5 WHERE id = 2;
-- | ok, 1 row (UPDATE 1)
UPDATE c SET p = 7 WHERE id = 2;
-- | error 23503 insert or update on table "c" violates foreign key constraint "fk"
-- |   detail: Key (p)=(7) is not present in table "p".
ALTER TABLE c VALIDATE CONSTRAINT fk;
-- | error 23503 insert or update on table "c" violates foreign key constraint "fk"
-- |   detail: Key (p)=(9) is not present in table "p".
DELETE FROM p WHERE id = 1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "fk" on table "c"
-- |   detail: Key (id)=(1) is still referenced from table "c".
UPDATE c SET p = 1 WHERE id = 2;
-- | ok, 1 row (UPDATE 1)
ALTER TABLE c VALIDATE CONSTRAINT fk;
-- | ok (ALTER TABLE)
ALTER TABLE c VALIDATE CONSTRAINT zz;
-- | error 42704 constraint "zz" of relation "c" does not exist
ALTER TABLE c ADD CONSTRAINT nn NOT NULL n NOT VALID;
-- | ok (ALTER TABLE)
INSERT INTO c VALUES (4, 1, NULL);
-- | error 23502 null value in column "n" of relation "c" violates not-null constraint
-- |   detail: Failing row contains (4, 1, null).
UPDATE c SET p = 1 WHERE id = 1;
-- | error 23502 null value in column "n" of relation "c" violates not-null constraint
-- |   detail: Failing row contains (1, 1, null).
ALTER TABLE c VALIDATE CONSTRAINT nn;
-- | error 23502 column "n" of relation "c" contains null values
UPDATE c SET n = 1 WHERE id = 1;
-- | ok, 1 row (UPDATE 1)
ALTER TABLE c VALIDATE CONSTRAINT nn;
-- | ok (ALTER TABLE)
ALTER TABLE c ADD CONSTRAINT ck CHECK (n > 2) NOT VALID;
-- | ok (ALTER TABLE)
ALTER TABLE c VALIDATE CONSTRAINT ck;
-- | error 23514 check constraint "ck" of relation "c" is violated by some row
INSERT INTO c VALUES (5, 1, 1) ON CONFLICT DO NOTHING;
-- | error 23514 new row for relation "c" violates check constraint "ck"
-- |   detail: Failing row contains (5, 1, 1).
ALTER TABLE c ALTER CONSTRAINT fk DEFERRABLE INITIALLY DEFERRED;
-- | ok (ALTER TABLE)
BEGIN;
-- | ok (BEGIN)
INSERT INTO c VALUES (6, 66, 3);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES (66);
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | ok (COMMIT)
INSERT INTO c VALUES (7, 77, 3);
-- | error 23503 insert or update on table "c" violates foreign key constraint "fk"
-- |   detail: Key (p)=(77) is not present in table "p".
ALTER TABLE c ALTER CONSTRAINT fk NOT DEFERRABLE;
-- | ok (ALTER TABLE)
BEGIN;
-- | ok (BEGIN)
INSERT INTO c VALUES (8, 88, 3);
-- | error 23503 insert or update on table "c" violates foreign key constraint "fk"
-- |   detail: Key (p)=(88) is not present in table "p".
ROLLBACK;
-- | ok (ROLLBACK)
ALTER TABLE c ALTER CONSTRAINT c_pkey DEFERRABLE;
-- | error 42809 constraint "c_pkey" of relation "c" is not a foreign key constraint
ALTER TABLE c ALTER CONSTRAINT zz DEFERRABLE;
-- | error 42704 constraint "zz" of relation "c" does not exist
ALTER TABLE c ALTER CONSTRAINT fk INITIALLY DEFERRED;
-- | ok (ALTER TABLE)
SET CONSTRAINTS fk DEFERRED;
-- | WARNING 25P01 SET CONSTRAINTS can only be used in transaction blocks
-- | ok (SET CONSTRAINTS)
SELECT conname, condeferrable, condeferred, contype FROM pg_constraint WHERE conrelid = 'c'::regclass ORDER BY 1;
-- | conname | condeferrable | condeferred | contype
-- | 'c_id_not_null' | false | false | 'n'
-- | 'c_pkey' | false | false | 'p'
-- | 'ck' | false | false | 'c'
-- | 'fk' | true | true | 'f'
-- | 'nn' | false | false | 'n'
-- | ok (SELECT 5)
CREATE FUNCTION sd() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
-- | ok (CREATE FUNCTION)
SELECT sd();
-- | sd
-- | 1
-- | ok (SELECT 1)
