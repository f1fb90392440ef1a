-- What do audit triggers, deferred constraints, sequences, domains and enums do in the manner of tutorials? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE acc (id int PRIMARY KEY, bal numeric(10,2) NOT NULL CHECK (bal >= 0), note text);
-- | ok (CREATE TABLE)
CREATE TABLE hist (n serial, id int, op text, old numeric, new numeric, who text DEFAULT current_user);
-- | ok (CREATE TABLE)
CREATE FUNCTION log_acc() RETURNS trigger AS $$ BEGIN   IF (TG_OP = 'DELETE') THEN     INSERT INTO hist(id, op, old) SELECT OLD.id, 'D', OLD.bal;     RETURN OLD;   ELSIF (TG_OP = 'UPDATE') THEN     INSERT INTO hist(id, op, old, new) VALUES (NEW.id, 'U', OLD.bal, NEW.bal);     RETURN NEW;   ELSIF (TG_OP = 'INSERT') THEN     INSERT INTO hist(id, op, new) SELECT NEW.id, 'I', NEW.bal;     RETURN NEW;   END IF;   RETURN NULL; END; $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER acc_audit AFTER INSERT OR UPDATE OR DELETE ON acc FOR EACH ROW EXECUTE FUNCTION log_acc();
-- | ok (CREATE TRIGGER)
INSERT INTO acc VALUES (1, 10), (2, 20) ON CONFLICT (id) DO UPDATE SET bal = acc.bal + excluded.bal;
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO acc VALUES (1, 5), (3, 30) ON CONFLICT (id) DO UPDATE SET bal = acc.bal + excluded.bal RETURNING *;
-- | id | bal | note
-- | 1 | 15.00 | NULL
-- | 3 | 30.00 | NULL
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO acc VALUES (1, -50) ON CONFLICT (id) DO UPDATE SET bal = acc.bal + excluded.bal;
-- | error 23514 new row for relation "acc" violates check constraint "acc_bal_check"
-- |   detail: Failing row contains (1, -50.00, null).
INSERT INTO acc VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET bal = acc.bal - 100;
-- | error 23514 new row for relation "acc" violates check constraint "acc_bal_check"
-- |   detail: Failing row contains (1, -85.00, null).
MERGE INTO acc USING (VALUES (1, 1), (9, 9)) s(id, b) ON acc.id = s.id WHEN MATCHED AND s.b > 5 THEN DELETE WHEN MATCHED THEN UPDATE SET bal = bal + s.b WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.b);
-- | ok (MERGE 2)
DELETE FROM acc WHERE id = 9;
-- | ok, 1 row (DELETE 1)
SELECT n, id, op, old, new FROM hist ORDER BY n;
-- | n | id | op | old | new
-- | 1 | 1 | 'I' | NULL | 10.00
-- | 2 | 2 | 'I' | NULL | 20.00
-- | 3 | 1 | 'U' | 10.00 | 15.00
-- | 4 | 3 | 'I' | NULL | 30.00
-- | 5 | 1 | 'U' | 15.00 | 16.00
-- | 6 | 9 | 'I' | NULL | 9.00
-- | 7 | 9 | 'D' | 9.00 | NULL
-- | ok (SELECT 7)
CREATE FUNCTION guard() RETURNS trigger AS $$ BEGIN IF NEW.bal > 1000 THEN RAISE EXCEPTION 'too rich: %', NEW.bal USING HINT = 'spend', ERRCODE = 'P0099'; END IF; IF NEW.note = 'skip' THEN RETURN NULL; END IF; NEW.note := upper(NEW.note); RETURN NEW; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER acc_guard BEFORE INSERT OR UPDATE OF bal, note ON acc FOR EACH ROW WHEN (NEW.bal IS NOT NULL) EXECUTE FUNCTION guard();
-- | ok (CREATE TRIGGER)
INSERT INTO acc VALUES (5, 5000);
-- | error P0099 too rich: 5000.00
-- |   hint: spend
INSERT INTO acc VALUES (5, 5, 'skip'), (6, 6, 'keep') RETURNING *;
-- | id | bal | note
-- | 6 | 6.00 | 'KEEP'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO acc VALUES (6, 6, 'skip') ON CONFLICT (id) DO UPDATE SET note = 'x' RETURNING *;
-- | id | bal | note
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO acc VALUES (6, 6, 'aa') ON CONFLICT (id) DO UPDATE SET note = 'skip' RETURNING *;
-- | id | bal | note
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO acc VALUES (6, 6, 'aa') ON CONFLICT (id) DO UPDATE SET note = excluded.note || acc.note RETURNING *;
-- | id | bal | note
-- | 6 | 6.00 | 'AAKEEP'
-- | ok, 1 row (INSERT 0 1)
UPDATE acc SET bal = 2000 WHERE id = 6;
-- | error P0099 too rich: 2000.00
-- |   hint: spend
ALTER TABLE acc DISABLE TRIGGER acc_guard;
-- | ok (ALTER TABLE)
UPDATE acc SET bal = 2000 WHERE id = 6;
-- | ok, 1 row (UPDATE 1)
ALTER TABLE acc ENABLE TRIGGER acc_guard;
-- | ok (ALTER TABLE)
ALTER TABLE acc DISABLE TRIGGER nope;
-- | error 42704 trigger "nope" for table "acc" does not exist
DROP TRIGGER nope ON acc;
-- | error 42704 trigger "nope" for table "acc" does not exist
DROP TRIGGER IF EXISTS nope ON acc;
-- | NOTICE 00000 trigger "nope" for relation "acc" does not exist, skipping
-- | ok (DROP TRIGGER)
DROP FUNCTION guard();
-- | error 2BP01 cannot drop function guard() because other objects depend on it
-- |   detail: trigger acc_guard on table acc depends on function guard()
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP FUNCTION guard() CASCADE;
-- | NOTICE 00000 drop cascades to trigger acc_guard on table acc
-- | ok (DROP FUNCTION)
CREATE TRIGGER x BEFORE INSERT ON acc FOR EACH ROW EXECUTE FUNCTION nope();
-- | error 42883 function nope() does not exist
CREATE TRIGGER x BEFORE INSERT ON nope FOR EACH ROW EXECUTE FUNCTION log_acc();
-- | error 42P01 relation "nope" does not exist
CREATE TRIGGER acc_audit AFTER INSERT ON acc FOR EACH ROW EXECUTE FUNCTION log_acc();
-- | error 42710 trigger "acc_audit" for relation "acc" already exists
CREATE OR REPLACE TRIGGER acc_audit AFTER INSERT ON acc FOR EACH ROW EXECUTE FUNCTION log_acc();
-- | ok (CREATE TRIGGER)
CREATE FUNCTION notrig() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- | ok (CREATE FUNCTION)
CREATE TRIGGER y BEFORE INSERT ON acc FOR EACH ROW EXECUTE FUNCTION notrig();
-- | error 42P17 function notrig must return type trigger
CREATE TRIGGER y BEFORE INSERT ON acc FOR EACH ROW WHEN (OLD.id > 0) EXECUTE FUNCTION log_acc();
-- | error 42P17 INSERT trigger's WHEN condition cannot reference OLD values
CREATE TRIGGER y BEFORE INSERT ON acc FOR EACH STATEMENT WHEN (NEW.id > 0) EXECUTE FUNCTION log_acc();
-- | error 42P17 statement trigger's WHEN condition cannot reference column values
CREATE TABLE p(id int PRIMARY KEY);
-- | ok (CREATE TABLE)
CREATE TABLE c(id int, pid int REFERENCES p ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, UNIQUE (pid) DEFERRABLE);
-- | ok (CREATE TABLE)
BEGIN;
-- | ok (BEGIN)
INSERT INTO c VALUES (1, 1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES (1);
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | ok (COMMIT)
BEGIN;
-- | ok (BEGIN)
INSERT INTO c VALUES (2, 2);
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_pid_fkey"
-- |   detail: Key (pid)=(2) is not present in table "p".
BEGIN;
-- | ok (BEGIN)
SET CONSTRAINTS ALL DEFERRED;
-- | ok (SET CONSTRAINTS)
INSERT INTO c VALUES (3, 1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES (4, 7);
-- | ok, 1 row (INSERT 0 1)
SAVEPOINT a;
-- | ok (SAVEPOINT)
SET CONSTRAINTS ALL IMMEDIATE;
-- | error 23505 duplicate key value violates unique constraint "c_pid_key"
-- |   detail: Key (pid)=(1) already exists.
ROLLBACK TO a;
-- | ok (ROLLBACK)
SET CONSTRAINTS c_pid_key IMMEDIATE;
-- | error 23505 duplicate key value violates unique constraint "c_pid_key"
-- |   detail: Key (pid)=(1) already exists.
ROLLBACK TO a;
-- | ok (ROLLBACK)
DELETE FROM c WHERE id IN (3, 4);
-- | ok, 2 rows (DELETE 2)
COMMIT;
-- | ok (COMMIT)
SET CONSTRAINTS nope DEFERRED;
-- | WARNING 25P01 SET CONSTRAINTS can only be used in transaction blocks
-- | error 42704 constraint "nope" does not exist
BEGIN;
-- | ok (BEGIN)
SET CONSTRAINTS nope DEFERRED;
-- | error 42704 constraint "nope" does not exist
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
SET CONSTRAINTS acc_pkey DEFERRED;
-- | error 42809 constraint "acc_pkey" is not deferrable
ROLLBACK;
-- | ok (ROLLBACK)
UPDATE p SET id = 5;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_pid_fkey" on table "c"
-- |   detail: Key (id)=(1) is still referenced from table "c".
TRUNCATE p;
-- | error 0A000 cannot truncate a table referenced in a foreign key constraint
-- |   detail: Table "c" references "p".
-- |   hint: Truncate table "c" at the same time, or use TRUNCATE ... CASCADE.
TRUNCATE p, c;
-- | ok (TRUNCATE TABLE)
TRUNCATE p CASCADE;
-- | NOTICE 00000 truncate cascades to table "c"
-- | ok (TRUNCATE TABLE)
DROP TABLE p;
-- | error 2BP01 cannot drop table p because other objects depend on it
-- |   detail: constraint c_pid_fkey on table c depends on table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP TABLE p CASCADE;
-- | NOTICE 00000 drop cascades to constraint c_pid_fkey on table c
-- | ok (DROP TABLE)
CREATE SEQUENCE sq START 5 INCREMENT -2 MINVALUE 1 MAXVALUE 9;
-- | ok (CREATE SEQUENCE)
SELECT nextval('sq'), nextval('sq'), nextval('sq');
-- | nextval | nextval | nextval
-- | 5 | 3 | 1
-- | ok (SELECT 1)
ALTER SEQUENCE sq RESTART WITH 20;
-- | error 22023 RESTART value (20) cannot be greater than MAXVALUE (9)
ALTER SEQUENCE sq CYCLE;
-- | ok (ALTER SEQUENCE)
SELECT last_value, is_called FROM sq;
-- | last_value | is_called
-- | 1 | true
-- | ok (SELECT 1)
SELECT currval('sq');
-- | currval
-- | 1
-- | ok (SELECT 1)
SELECT setval('sq', 100);
-- | error 22003 setval: value 100 is out of bounds for sequence "sq" (1..9)
DROP SEQUENCE sq;
-- | ok (DROP SEQUENCE)
CREATE DOMAIN pos AS int CHECK (VALUE > 0) NOT NULL;
-- | ok (CREATE DOMAIN)
CREATE DOMAIN em AS text CONSTRAINT em_at CHECK (VALUE LIKE '%@%');
-- | ok (CREATE DOMAIN)
CREATE TABLE d(a pos, e em DEFAULT 'x@y');
-- | ok (CREATE TABLE)
INSERT INTO d VALUES (0, 'a@b');
-- | error 23514 value for domain pos violates check constraint "pos_check"
INSERT INTO d VALUES (1, 'ab');
-- | error 23514 value for domain em violates check constraint "em_at"
INSERT INTO d VALUES (NULL, 'a@b');
-- | error 23502 domain pos does not allow null values
INSERT INTO d(a) VALUES (3) RETURNING *;
-- | a | e
-- | 3 | 'x@y'
-- | ok, 1 row (INSERT 0 1)
UPDATE d SET e = 'q';
-- | error 23514 value for domain em violates check constraint "em_at"
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- | ok (CREATE TYPE)
CREATE TABLE m(id int PRIMARY KEY, m mood DEFAULT 'ok');
-- | ok (CREATE TABLE)
INSERT INTO m VALUES (1, 'bad');
-- | error 22P02 invalid input value for enum mood: "bad"
INSERT INTO m VALUES (1), (2, 'happy') RETURNING *;
-- | error 42601 VALUES lists must all be the same length
ALTER TYPE mood ADD VALUE 'great' AFTER 'happy';
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'great';
-- | NOTICE 42710 enum label "great" already exists, skipping
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE 'great';
-- | error 42710 enum label "great" already exists
UPDATE m SET m = 'great' WHERE id = 1;
-- | ok, 0 rows (UPDATE 0)
DROP TYPE mood;
-- | error 2BP01 cannot drop type mood because other objects depend on it
-- |   detail: column m of table m depends on type mood
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
