-- Columns that change, conflict targets of every form, triggers of every form, savepoints beside
-- definitions. Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t(a int DEFAULT 5, b text DEFAULT '7', c int DEFAULT 1, d serial, e varchar(3) DEFAULT 'abc', f int GENERATED ALWAYS AS IDENTITY, g numeric DEFAULT 1.5, h timestamp DEFAULT now(), i date DEFAULT '2024-01-01');
-- | ok (CREATE TABLE)
INSERT INTO t DEFAULT VALUES;
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ALTER a TYPE boolean;
-- | error 42804 column "a" cannot be cast automatically to type boolean
-- |   hint: You might need to specify "USING a::boolean".
ALTER TABLE t ALTER a TYPE boolean USING a > 1;
-- | error 42804 default for column "a" cannot be cast automatically to type boolean
ALTER TABLE t ALTER b TYPE int;
-- | error 42804 column "b" cannot be cast automatically to type integer
-- |   hint: You might need to specify "USING b::integer".
ALTER TABLE t ALTER b TYPE int USING b::int;
-- | error 42804 default for column "b" cannot be cast automatically to type integer
ALTER TABLE t ALTER c TYPE text;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER c TYPE bigint;
-- | error 42804 column "c" cannot be cast automatically to type bigint
-- |   hint: You might need to specify "USING c::bigint".
ALTER TABLE t ALTER c TYPE int USING 3;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER d TYPE bigint;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER d TYPE text;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER e TYPE varchar(2);
-- | error 22001 value too long for type character varying(2)
ALTER TABLE t ALTER e TYPE text;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER f TYPE bigint;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER f TYPE text;
-- | error 22023 identity column type must be smallint, integer, or bigint
ALTER TABLE t ALTER g TYPE int;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER h TYPE date;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER i TYPE timestamp;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER i TYPE text;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER a TYPE numeric(3,1);
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER a DROP DEFAULT, ALTER a TYPE boolean USING a > 1, ALTER a SET DEFAULT true;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER b DROP DEFAULT, ALTER b TYPE int USING b::int;
-- | ok (ALTER TABLE)
INSERT INTO t DEFAULT VALUES RETURNING a, b, c, d, e, f, g, h = current_date, i;
-- | a | b | c | d | e | f | g | ?column? | i
-- | true | NULL | 1 | '2' | 'abc' | 2 | 2 | true | '2024-01-01'
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b int DEFAULT 5);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,'x',1),(2,'y',2),(3,'z',3);
-- | ok, 3 rows (INSERT 0 3)
ALTER TABLE t ADD COLUMN c int UNIQUE DEFAULT 1;
-- | error 23505 could not create unique index "t_c_key"
-- |   detail: Key (c)=(1) is duplicated.
ALTER TABLE t ADD COLUMN c int NOT NULL;
-- | error 23502 column "c" of relation "t" contains null values
ALTER TABLE t ADD COLUMN c int UNIQUE;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD COLUMN d int CHECK (d > 0) DEFAULT 0;
-- | error 23514 check constraint "t_d_check" of relation "t" is violated by some row
ALTER TABLE t ADD COLUMN d serial UNIQUE;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD COLUMN e text GENERATED ALWAYS AS (a || id) STORED UNIQUE;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD COLUMN IF NOT EXISTS e int;
-- | NOTICE 42701 column "e" of relation "t" already exists, skipping
-- | ok (ALTER TABLE)
SELECT * FROM t ORDER BY id;
-- | id | a | b | c | d | e
-- | 1 | 'x' | 1 | NULL | 1 | 'x1'
-- | 2 | 'y' | 2 | NULL | 2 | 'y2'
-- | 3 | 'z' | 3 | NULL | 3 | 'z3'
-- | ok (SELECT 3)
ALTER TABLE t ALTER b TYPE boolean;
-- | error 42804 column "b" cannot be cast automatically to type boolean
-- |   hint: You might need to specify "USING b::boolean".
ALTER TABLE t ALTER b TYPE boolean USING b > 1;
-- | error 42804 default for column "b" cannot be cast automatically to type boolean
ALTER TABLE t ALTER id TYPE boolean USING id > 1;
-- | error 0A000 cannot alter type of a column used by a generated column
-- |   detail: Column "id" is used by generated column "e".
ALTER TABLE t ALTER a TYPE varchar(3), ALTER a SET DEFAULT 'q';
-- | error 0A000 cannot alter type of a column used by a generated column
-- |   detail: Column "a" is used by generated column "e".
ALTER TABLE t ALTER a TYPE char(1) USING 'k';
-- | error 0A000 cannot alter type of a column used by a generated column
-- |   detail: Column "a" is used by generated column "e".
ALTER TABLE t ADD CONSTRAINT nv CHECK (id > 1) NOT VALID;
-- | ok (ALTER TABLE)
ALTER TABLE t VALIDATE CONSTRAINT nv;
-- | error 23514 check constraint "nv" of relation "t" is violated by some row
INSERT INTO t VALUES (0, 'w');
-- | error 23514 new row for relation "t" violates check constraint "nv"
-- |   detail: Failing row contains (0, w, 5, null, 4, w0).
UPDATE t SET id = 1 WHERE id = 1;
-- | error 23514 new row for relation "t" violates check constraint "nv"
-- |   detail: Failing row contains (1, x, 1, null, 1, x1).
ALTER TABLE t DROP CONSTRAINT nv;
-- | ok (ALTER TABLE)
ALTER TABLE t DROP CONSTRAINT nv;
-- | error 42704 constraint "nv" of relation "t" does not exist
ALTER TABLE t DROP CONSTRAINT IF EXISTS nv;
-- | NOTICE 00000 constraint "nv" of relation "t" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE t DROP CONSTRAINT t_a_key;
-- | ok (ALTER TABLE)
INSERT INTO t VALUES (4, 'x') ON CONFLICT (a) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
ALTER TABLE t ADD CONSTRAINT ua UNIQUE (a) DEFERRABLE INITIALLY DEFERRED;
-- | ok (ALTER TABLE)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (5, 'x');
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET a = 'xx' WHERE id = 5;
-- | ok, 1 row (UPDATE 1)
COMMIT;
-- | ok (COMMIT)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (6, 'x');
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | error 23505 duplicate key value violates unique constraint "ua"
-- |   detail: Key (a)=(x) already exists.
ALTER TABLE t ALTER CONSTRAINT ua NOT DEFERRABLE;
-- | error 42809 constraint "ua" of relation "t" is not a foreign key constraint
ALTER TABLE t ADD EXCLUDE USING btree (id WITH =);
-- | ok (ALTER TABLE)
ALTER TABLE t DROP COLUMN e, DROP COLUMN d;
-- | ok (ALTER TABLE)
ALTER TABLE t DROP COLUMN id;
-- | ok (ALTER TABLE)
INSERT INTO t(a) VALUES ('x');
-- | error 23505 duplicate key value violates unique constraint "ua"
-- |   detail: Key (a)=(x) already exists.
ALTER TABLE t ADD PRIMARY KEY (a);
-- | ok (ALTER TABLE)
ALTER TABLE t RENAME a TO key;
-- | ok (ALTER TABLE)
INSERT INTO t(key) VALUES ('x');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (key)=(x) already exists.
INSERT INTO t(key) VALUES ('x') ON CONFLICT (key) DO UPDATE SET b = true RETURNING key, b;
-- | error 42804 column "b" is of type integer but expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
ALTER TABLE t ALTER COLUMN key DROP NOT NULL;
-- | error 42P16 column "key" is in a primary key
ALTER TABLE t ALTER COLUMN nope SET DEFAULT 1;
-- | error 42703 column "nope" of relation "t" does not exist
ALTER TABLE nope ADD COLUMN a int;
-- | error 42P01 relation "nope" does not exist
ALTER TABLE IF EXISTS nope ADD COLUMN a int;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER TABLE)
CREATE UNIQUE INDEX CONCURRENTLY cu ON t(key);
-- | ok (CREATE INDEX)
BEGIN;
-- | ok (BEGIN)
CREATE UNIQUE INDEX CONCURRENTLY cu2 ON t(key);
-- | error 25001 CREATE INDEX CONCURRENTLY cannot run inside a transaction block
ROLLBACK;
-- | ok (ROLLBACK)
DROP INDEX CONCURRENTLY cu;
-- | ok (DROP INDEX)
DROP INDEX t_pkey;
-- | error 2BP01 cannot drop index t_pkey because constraint t_pkey on table t requires it
-- |   hint: You can drop constraint t_pkey on table t instead.
REINDEX INDEX t_pkey;
-- | ok (REINDEX)
CREATE TABLE like1 (LIKE t INCLUDING ALL);
-- | ok (CREATE TABLE)
INSERT INTO like1(key) VALUES ('x'), ('x');
-- | error 23505 duplicate key value violates unique constraint "like1_pkey"
-- |   detail: Key (key)=(x) already exists.
CREATE TABLE like2 (LIKE t);
-- | ok (CREATE TABLE)
INSERT INTO like2(key) VALUES ('x'), ('x');
-- | ok, 2 rows (INSERT 0 2)
CREATE TABLE ctas AS SELECT * FROM t;
-- | ok (SELECT 4)
INSERT INTO ctas SELECT * FROM t;
-- | ok, 4 rows (INSERT 0 4)
SELECT count(*) FROM ctas;
-- | count
-- | 8
-- | ok (SELECT 1)
CREATE TABLE ctas2(k, n) AS SELECT key, count(*) FROM t GROUP BY key WITH NO DATA;
-- | ok (CREATE TABLE AS)
SELECT * INTO sel FROM t;
-- | ok (SELECT 4)
SELECT count(*) FROM sel;
-- | count
-- | 4
-- | ok (SELECT 1)
BEGIN;
-- | ok (BEGIN)
CREATE TABLE made(x int PRIMARY KEY);
-- | ok (CREATE TABLE)
INSERT INTO made VALUES (1);
-- | ok, 1 row (INSERT 0 1)
SAVEPOINT a;
-- | ok (SAVEPOINT)
DROP TABLE made;
-- | ok (DROP TABLE)
SELECT * FROM made;
-- | error 42P01 relation "made" does not exist
ROLLBACK TO a;
-- | ok (ROLLBACK)
INSERT INTO made VALUES (1);
-- | error 23505 duplicate key value violates unique constraint "made_pkey"
-- |   detail: Key (x)=(1) already exists.
ROLLBACK TO a;
-- | ok (ROLLBACK)
ALTER TABLE made ADD y int DEFAULT 3;
-- | ok (ALTER TABLE)
SELECT * FROM made;
-- | x | y
-- | 1 | 3
-- | ok (SELECT 1)
COMMIT;
-- | ok (COMMIT)
BEGIN;
-- | ok (BEGIN)
ALTER TABLE made DROP CONSTRAINT made_pkey;
-- | ok (ALTER TABLE)
INSERT INTO made VALUES (1, 1);
-- | ok, 1 row (INSERT 0 1)
ROLLBACK;
-- | ok (ROLLBACK)
INSERT INTO made VALUES (1, 1);
-- | error 23505 duplicate key value violates unique constraint "made_pkey"
-- |   detail: Key (x)=(1) already exists.
BEGIN;
-- | ok (BEGIN)
TRUNCATE made;
-- | ok (TRUNCATE TABLE)
ROLLBACK;
-- | ok (ROLLBACK)
SELECT count(*) FROM made;
-- | count
-- | 1
-- | ok (SELECT 1)
COMMIT;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (COMMIT)
BEGIN ISOLATION LEVEL SERIALIZABLE;
-- | ok (BEGIN)
SHOW transaction_isolation;
-- | transaction_isolation
-- | 'serializable'
-- | ok (SHOW)
COMMIT;
-- | ok (COMMIT)
BEGIN READ ONLY;
-- | ok (BEGIN)
INSERT INTO made VALUES (9);
-- | error 25006 cannot execute INSERT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
START TRANSACTION;
-- | ok (START TRANSACTION)
SAVEPOINT s;
-- | ok (SAVEPOINT)
SAVEPOINT s;
-- | ok (SAVEPOINT)
INSERT INTO made VALUES (10);
-- | ok, 1 row (INSERT 0 1)
ROLLBACK TO SAVEPOINT s;
-- | ok (ROLLBACK)
RELEASE SAVEPOINT s;
-- | ok (RELEASE)
RELEASE s;
-- | ok (RELEASE)
RELEASE s;
-- | error 3B001 savepoint "s" does not exist
ROLLBACK;
-- | ok (ROLLBACK)
COMMIT;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (COMMIT)
ROLLBACK;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
BEGIN;
-- | WARNING 25001 there is already a transaction in progress
-- | ok (BEGIN)
ROLLBACK TO nope;
-- | error 3B001 savepoint "nope" does not exist
SELECT 1;
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
ABORT;
-- | ok (ROLLBACK)
END;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (COMMIT)
SAVEPOINT x;
-- | error 25P01 SAVEPOINT can only be used in transaction blocks
BEGIN;
-- | ok (BEGIN)
INSERT INTO made VALUES (1);
-- | error 23505 duplicate key value violates unique constraint "made_pkey"
-- |   detail: Key (x)=(1) already exists.
COMMIT AND CHAIN;
-- | ok (ROLLBACK)
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
INSERT INTO made VALUES (20) RETURNING x;
-- | x
-- | 20
-- | ok, 1 row (INSERT 0 1)
COMMIT AND CHAIN;
-- | ok (COMMIT)
INSERT INTO made VALUES (21);
-- | ok, 1 row (INSERT 0 1)
ROLLBACK AND CHAIN;
-- | ok (ROLLBACK)
INSERT INTO made VALUES (22);
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | ok (COMMIT)
SELECT x FROM made ORDER BY x;
-- | x
-- | 1
-- | 20
-- | 22
-- | ok (SELECT 3)
BEGIN;
-- | ok (BEGIN)
ROLLBACK;
-- | ok (ROLLBACK)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b text);
-- | ok (CREATE TABLE)
CREATE TABLE log(n serial, m text);
-- | ok (CREATE TABLE)
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log(m) VALUES (TG_NAME || ' ' || TG_WHEN || ' ' || TG_LEVEL || ' ' || TG_OP || ' ' || TG_NARGS || ' ' || coalesce(TG_ARGV[0], '-') || ' ' || TG_RELNAME || ' ' || TG_TABLE_SCHEMA); IF TG_LEVEL = 'STATEMENT' THEN RETURN NULL; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER b2 BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION f('x', 'y');
-- | ok (CREATE TRIGGER)
CREATE TRIGGER b1 BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE f();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER a1 AFTER INSERT OR UPDATE OF b OR DELETE ON t FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION f(1);
-- | ok (CREATE TRIGGER)
CREATE TRIGGER s1 BEFORE UPDATE ON t EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER s2 AFTER INSERT OR UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (1, 'x', 'b');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (1, 'x', 'c') ON CONFLICT (id) DO UPDATE SET b = EXCLUDED.b;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (1, 'x', 'c') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES (1, 'x', 'c') ON CONFLICT (id) DO UPDATE SET a = 'q';
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (1, 'x', 'c') ON CONFLICT (id) DO UPDATE SET a = 'q' WHERE false;
-- | ok, 0 rows (INSERT 0 0)
UPDATE t SET a = a;
-- | ok, 1 row (UPDATE 1)
UPDATE t SET b = b WHERE false;
-- | ok, 0 rows (UPDATE 0)
DELETE FROM t;
-- | ok, 1 row (DELETE 1)
SELECT m FROM log ORDER BY n;
-- | m
-- | 'b1 BEFORE ROW INSERT 0 - t public'
-- | 'b2 BEFORE ROW INSERT 2 x t public'
-- | 'a1 AFTER ROW INSERT 1 1 t public'
-- | 's2 AFTER STATEMENT INSERT 0 - t public'
-- | 's1 BEFORE STATEMENT UPDATE 0 - t public'
-- | 'b1 BEFORE ROW INSERT 0 - t public'
-- | 'b2 BEFORE ROW INSERT 2 x t public'
-- | 'b2 BEFORE ROW UPDATE 2 x t public'
-- | 'a1 AFTER ROW UPDATE 1 1 t public'
-- | 's2 AFTER STATEMENT UPDATE 0 - t public'
-- | 's2 AFTER STATEMENT INSERT 0 - t public'
-- | 'b1 BEFORE ROW INSERT 0 - t public'
-- | 'b2 BEFORE ROW INSERT 2 x t public'
-- | 's2 AFTER STATEMENT INSERT 0 - t public'
-- | 's1 BEFORE STATEMENT UPDATE 0 - t public'
-- | 'b1 BEFORE ROW INSERT 0 - t public'
-- | 'b2 BEFORE ROW INSERT 2 x t public'
-- | 'b2 BEFORE ROW UPDATE 2 x t public'
-- | 's2 AFTER STATEMENT UPDATE 0 - t public'
-- | 's2 AFTER STATEMENT INSERT 0 - t public'
-- | 's1 BEFORE STATEMENT UPDATE 0 - t public'
-- | 'b1 BEFORE ROW INSERT 0 - t public'
-- | 'b2 BEFORE ROW INSERT 2 x t public'
-- | 's2 AFTER STATEMENT UPDATE 0 - t public'
-- | 's2 AFTER STATEMENT INSERT 0 - t public'
-- | 's1 BEFORE STATEMENT UPDATE 0 - t public'
-- | 'b2 BEFORE ROW UPDATE 2 x t public'
-- | 's2 AFTER STATEMENT UPDATE 0 - t public'
-- | 's1 BEFORE STATEMENT UPDATE 0 - t public'
-- | 's2 AFTER STATEMENT UPDATE 0 - t public'
-- | 'b2 BEFORE ROW DELETE 2 x t public'
-- | 'a1 AFTER ROW DELETE 1 1 t public'
-- | ok (SELECT 32)
TRUNCATE log;
-- | ok (TRUNCATE TABLE)
ALTER TABLE t DISABLE TRIGGER b2;
-- | ok (ALTER TABLE)
ALTER TABLE t DISABLE TRIGGER nope;
-- | error 42704 trigger "nope" for table "t" does not exist
INSERT INTO t VALUES (2, 'y', 'b');
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ENABLE TRIGGER ALL;
-- | ok (ALTER TABLE)
ALTER TABLE t DISABLE TRIGGER USER;
-- | ok (ALTER TABLE)
INSERT INTO t VALUES (3, 'z', 'b');
-- | ok, 1 row (INSERT 0 1)
SELECT m FROM log ORDER BY n;
-- | m
-- | 'b1 BEFORE ROW INSERT 0 - t public'
-- | 'a1 AFTER ROW INSERT 1 1 t public'
-- | 's2 AFTER STATEMENT INSERT 0 - t public'
-- | ok (SELECT 3)
ALTER TRIGGER b2 ON t RENAME TO b0;
-- | ok (ALTER TRIGGER)
DROP TRIGGER b2 ON t;
-- | error 42704 trigger "b2" for table "t" does not exist
DROP TRIGGER IF EXISTS b2 ON t;
-- | NOTICE 00000 trigger "b2" for relation "t" does not exist, skipping
-- | ok (DROP TRIGGER)
DROP FUNCTION f();
-- | error 2BP01 cannot drop function f() because other objects depend on it
-- |   detail: trigger b0 on table t depends on function f()
-- |     trigger b1 on table t depends on function f()
-- |     trigger a1 on table t depends on function f()
-- |     trigger s1 on table t depends on function f()
-- |     trigger s2 on table t depends on function f()
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP FUNCTION f() CASCADE;
-- | NOTICE 00000 drop cascades to 5 other objects
-- | ok (DROP FUNCTION)
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.a IS DISTINCT FROM OLD.a THEN RAISE EXCEPTION 'a is fixed: % -> %', OLD.a, NEW.a; END IF; NEW.b := upper(NEW.b); RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
-- | ok (CREATE TRIGGER)
UPDATE t SET a = 'new', b = 'q' WHERE id = 2;
-- | error P0001 a is fixed: y -> new
INSERT INTO t VALUES (2, 'y', 'low') ON CONFLICT (id) DO UPDATE SET b = EXCLUDED.b RETURNING *;
-- | id | a | b
-- | 2 | 'y' | 'LOW'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (2, 'yy', 'low') ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a;
-- | error P0001 a is fixed: y -> yy
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM t) > 3 THEN RAISE EXCEPTION 'too many' USING ERRCODE = '23514', CONSTRAINT = 'cap', TABLE = 't'; END IF; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE CONSTRAINT TRIGGER cap AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION c();
-- | ok (CREATE TRIGGER)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (4, 'd', 'd');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (5, 'e', 'e');
-- | ok, 1 row (INSERT 0 1)
DELETE FROM t WHERE id = 4;
-- | ok, 1 row (DELETE 1)
COMMIT;
-- | ok (COMMIT)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (6, 'f', 'f');
-- | ok, 1 row (INSERT 0 1)
SET CONSTRAINTS cap IMMEDIATE;
-- | error 23514 too many
ROLLBACK;
-- | ok (ROLLBACK)
INSERT INTO t VALUES (6, 'f', 'f');
-- | error 23514 too many
SELECT * FROM t ORDER BY id;
-- | id | a | b
-- | 2 | 'y' | 'LOW'
-- | 3 | 'z' | 'b'
-- | 5 | 'e' | 'e'
-- | ok (SELECT 3)
CREATE TABLE audit(op text, old_row jsonb, new_row jsonb);
-- | ok (CREATE TABLE)
CREATE FUNCTION au() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit VALUES (TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN COALESCE(NEW, OLD); END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER au AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION au();
-- | ok (CREATE TRIGGER)
UPDATE t SET b = 'w' WHERE id = 2;
-- | ok, 1 row (UPDATE 1)
DELETE FROM t WHERE id = 3;
-- | ok, 1 row (DELETE 1)
MERGE INTO t USING (VALUES (2, 'm'), (9, 'n')) v(id, b) ON t.id = v.id WHEN MATCHED THEN UPDATE SET b = v.b WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.b, v.b);
-- | ok (MERGE 2)
SELECT * FROM audit;
-- | op | old_row | new_row
-- | 'UPDATE' | '{"a": "y", "b": "LOW", "id": 2}' | '{"a": "y", "b": "W", "id": 2}'
-- | 'DELETE' | '{"a": "z", "b": "b", "id": 3}' | NULL
-- | 'UPDATE' | '{"a": "y", "b": "W", "id": 2}' | '{"a": "y", "b": "M", "id": 2}'
-- | 'INSERT' | NULL | '{"a": "n", "b": "n", "id": 9}'
-- | ok (SELECT 4)
CREATE VIEW v AS SELECT id, b FROM t;
-- | ok (CREATE VIEW)
CREATE FUNCTION iv() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (NEW.id, 'v' || NEW.id, NEW.b) ON CONFLICT (id) DO UPDATE SET b = EXCLUDED.b; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER iv INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION iv();
-- | ok (CREATE TRIGGER)
INSERT INTO v VALUES (2, 'via'), (20, 'view') RETURNING *;
-- | error 23514 too many
INSERT INTO v VALUES (2, 'via') ON CONFLICT (id) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO v VALUES (2, 'via') ON CONFLICT DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM t ORDER BY id;
-- | id | a | b
-- | 2 | 'y' | 'VIA'
-- | 5 | 'e' | 'e'
-- | 9 | 'n' | 'n'
-- | ok (SELECT 3)
CREATE FUNCTION rec() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET b = b || '!' WHERE id = NEW.id AND length(b) < 5; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER rec AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION rec();
-- | ok (CREATE TRIGGER)
UPDATE t SET b = 'a' WHERE id = 2;
-- | ok, 1 row (UPDATE 1)
SELECT b FROM t WHERE id = 2;
-- | b
-- | 'A!!!!'
-- | ok (SELECT 1)
CREATE FUNCTION loopy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN BEGIN INSERT INTO log(m) VALUES ('in'); RAISE unique_violation; EXCEPTION WHEN unique_violation THEN INSERT INTO log(m) VALUES ('caught ' || SQLSTATE); END; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
TRUNCATE log;
-- | ok (TRUNCATE TABLE)
CREATE TRIGGER loopy BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION loopy();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (99, 'zz', 'zz');
-- | error 23514 too many
SELECT m FROM log ORDER BY n;
-- | m
-- | ok (SELECT 0)
CREATE FUNCTION noreturn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER aaa BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION noreturn();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (98, 'zx', 'zz');
-- | error 2F005 control reached end of trigger procedure without RETURN
CREATE TRIGGER bad BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION nope();
-- | error 42883 function nope() does not exist
CREATE TRIGGER bad BEFORE INSERT ON nope FOR EACH ROW EXECUTE FUNCTION f();
-- | error 42P01 relation "nope" does not exist
CREATE TRIGGER bad BEFORE UPDATE OF nope ON t FOR EACH ROW EXECUTE FUNCTION rec();
-- | error 42703 column "nope" of relation "t" does not exist
CREATE TRIGGER bad INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION rec();
-- | error 42809 "t" is a table
-- |   detail: Tables cannot have INSTEAD OF triggers.
CREATE TRIGGER rec AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION rec();
-- | error 42710 trigger "rec" for relation "t" already exists
CREATE OR REPLACE TRIGGER rec AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION rec();
-- | ok (CREATE TRIGGER)
CREATE FUNCTION notrig() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- | ok (CREATE FUNCTION)
CREATE TRIGGER bad BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION notrig();
-- | error 42P17 function notrig must return type trigger
SELECT rec();
-- | error 0A000 trigger functions can only be called as triggers
SELECT trigger_name, event_manipulation, action_timing FROM information_schema.triggers ORDER BY 1, 2;
-- | trigger_name | event_manipulation | action_timing
-- | 'aaa' | 'INSERT' | 'BEFORE'
-- | 'au' | 'DELETE' | 'AFTER'
-- | 'au' | 'INSERT' | 'AFTER'
-- | 'au' | 'UPDATE' | 'AFTER'
-- | 'cap' | 'INSERT' | 'AFTER'
-- | 'g' | 'UPDATE' | 'BEFORE'
-- | 'iv' | 'INSERT' | 'INSTEAD OF'
-- | 'loopy' | 'INSERT' | 'BEFORE'
-- | 'rec' | 'UPDATE' | 'AFTER'
-- | ok (SELECT 9)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text, b int, r int4range, UNIQUE (a), EXCLUDE USING gist (r WITH &&), CHECK (b > 0), CONSTRAINT aa CHECK (b < 100));
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 'x', 1, '[1,5)');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (1, 'x', 1, '[1,5)');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO t VALUES (2, 'x', 1, '[1,5)');
-- | error 23505 duplicate key value violates unique constraint "t_a_key"
-- |   detail: Key (a)=(x) already exists.
INSERT INTO t VALUES (2, 'y', 1, '[4,5)');
-- | error 23P01 conflicting key value violates exclusion constraint "t_r_excl"
-- |   detail: Key (r)=([4,5)) conflicts with existing key (r)=([1,5)).
INSERT INTO t VALUES (2, 'y', 200, '[4,5)');
-- | error 23514 new row for relation "t" violates check constraint "aa"
-- |   detail: Failing row contains (2, y, 200, [4,5)).
INSERT INTO t VALUES (2, 'y', -1, '[4,5)');
-- | error 23514 new row for relation "t" violates check constraint "t_b_check"
-- |   detail: Failing row contains (2, y, -1, [4,5)).
INSERT INTO t VALUES (2, 'y', 1, '[4,5)') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES (2, 'y', 1, '[4,5)') ON CONFLICT ON CONSTRAINT t_r_excl DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES (2, 'y', 1, '[4,5)') ON CONFLICT ON CONSTRAINT t_r_excl DO UPDATE SET b = 2;
-- | error 42809 ON CONFLICT DO UPDATE not supported with exclusion constraints
INSERT INTO t VALUES (2, 'y', 1, '[4,5)') ON CONFLICT (r) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES (2, 'x', 1, '[4,5)') ON CONFLICT ON CONSTRAINT t_r_excl DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES (1, 'q', 1, '[50,55)') ON CONFLICT ON CONSTRAINT t_pkey DO UPDATE SET a = EXCLUDED.a, r = '[0,100)' RETURNING *;
-- | id | a | b | r
-- | 1 | 'q' | 1 | [0,100)
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (1, 'q', 1, '[50,55)') ON CONFLICT (id) DO UPDATE SET id = 2, a = 'q2' RETURNING *;
-- | id | a | b | r
-- | 2 | 'q2' | 1 | [0,100)
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE h(a text, b text);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX ON h (a text_pattern_ops);
-- | ok (CREATE INDEX)
INSERT INTO h VALUES ('x', '1');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO h VALUES ('x', '2') ON CONFLICT (a) DO UPDATE SET b = EXCLUDED.b;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO h VALUES ('x', '2') ON CONFLICT (a text_pattern_ops) DO UPDATE SET b = EXCLUDED.b;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO h VALUES ('x', '2') ON CONFLICT (a text_ops) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
CREATE TABLE n(a int, b int, c text, UNIQUE NULLS NOT DISTINCT (a, b));
-- | ok (CREATE TABLE)
INSERT INTO n VALUES (1, NULL, 'x'), (NULL, NULL, 'y');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO n VALUES (1, NULL, 'z') ON CONFLICT (a, b) DO UPDATE SET c = EXCLUDED.c RETURNING *;
-- | a | b | c
-- | 1 | NULL | 'z'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO n VALUES (NULL, NULL, 'z');
-- | error 23505 duplicate key value violates unique constraint "n_a_b_key"
-- |   detail: Key (a, b)=(null, null) already exists.
INSERT INTO n VALUES (NULL, NULL, 'z') ON CONFLICT (b, a) DO UPDATE SET c = n.c || EXCLUDED.c RETURNING *;
-- | a | b | c
-- | NULL | NULL | 'yz'
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE m(id int PRIMARY KEY, a int, b text);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX m1 ON m (a) WHERE b IS NOT NULL;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX m2 ON m (a) WHERE b = 'x';
-- | ok (CREATE INDEX)
INSERT INTO m VALUES (1, 1, 'x'), (2, 1, NULL);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO m VALUES (3, 1, 'x') ON CONFLICT (a) WHERE b IS NOT NULL DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO m VALUES (3, 1, 'x') ON CONFLICT (a) WHERE b = 'x' DO UPDATE SET id = 33;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE b = 'y' DO UPDATE SET b = 'y';
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE b > 'a' DO UPDATE SET b = 'y';
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE length(b) > 0 DO UPDATE SET b = 'y';
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE b IN ('x', 'y') DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE m.b IS NOT NULL DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE excluded.b IS NOT NULL DO NOTHING;
-- | error 42P01 missing FROM-clause entry for table "excluded"
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE nope DO NOTHING;
-- | error 42703 column "nope" does not exist
INSERT INTO m VALUES (3, 1, 'y') ON CONFLICT (a) WHERE b DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO m AS x VALUES (3, 1, 'y') ON CONFLICT (a) WHERE x.b IS NOT NULL DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO m AS x VALUES (3, 1, 'y') ON CONFLICT (id) DO UPDATE SET b = m.b;
-- | error 42P01 invalid reference to FROM-clause entry for table "m"
-- |   hint: Perhaps you meant to reference the table alias "x".
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET b = excluded.nope;
-- | error 42703 column excluded.nope does not exist
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET nope = 1;
-- | error 42703 column "nope" of relation "m" does not exist
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET m.b = 'x';
-- | error 42703 column "m" of relation "m" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET b = 'a', b = 'b';
-- | error 42601 multiple assignments to same column "b"
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET (a, b) = (7, 'row') RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET (a, b) = ROW(8, excluded.b) RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET (a, b) = (SELECT 9, 'sub' WHERE false) RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = (SELECT count(*) FROM m) RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = count(*);
-- | error 42803 aggregate functions are not allowed in UPDATE
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET b = excluded.*::text RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET b = 5 RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 'x';
-- | error 22P02 invalid input syntax for type integer: "x"
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = b;
-- | error 42702 column reference "b" is ambiguous
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = excluded.b;
-- | error 42804 column "a" is of type integer but expression is of type text
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO DELETE;
-- | error 42601 syntax error at or near "DELETE"
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) UPDATE SET a = 1;
-- | error 42601 syntax error at or near "UPDATE"
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT () DO NOTHING;
-- | error 42601 syntax error at or near ")"
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT id DO NOTHING;
-- | error 42601 syntax error at or near "id"
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 1 WHERE id = 1;
-- | error 42702 column reference "id" is ambiguous
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 1 WHERE m.id = 1 AND excluded.a = 2;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 1 WHERE 'x';
-- | error 22P02 invalid input syntax for type boolean: "x"
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 1 WHERE 1;
-- | error 42804 argument of WHERE must be type boolean, not type integer
INSERT INTO m VALUES (1, 1, 'y'), (1, 2, 'z') ON CONFLICT (id) DO UPDATE SET a = excluded.a;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (50, 1, 'y'), (50, 2, 'z') ON CONFLICT (id) DO NOTHING RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "m1"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id DESC) DO NOTHING;
-- | error 42P10 ASC/DESC is not allowed in ON CONFLICT clause
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id NULLS FIRST) DO NOTHING;
-- | error 42P10 NULLS FIRST/LAST is not allowed in ON CONFLICT clause
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT ON CONSTRAINT m1 DO NOTHING;
-- | error 42704 constraint "m1" for table "m" does not exist
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT ON CONSTRAINT "M_PKEY" DO NOTHING;
-- | error 42704 constraint "M_PKEY" for table "m" does not exist
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT ON CONSTRAINT public.m_pkey DO NOTHING;
-- | error 42601 syntax error at or near "."
INSERT INTO m VALUES (1) ON CONFLICT (id) DO UPDATE SET b = COALESCE(excluded.b, m.b) RETURNING *;
-- | id | a | b
-- | 1 | NULL | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m DEFAULT VALUES ON CONFLICT (id) DO NOTHING;
-- | error 23502 null value in column "id" of relation "m" violates not-null constraint
-- |   detail: Failing row contains (null, null, null).
INSERT INTO m SELECT * FROM m ON CONFLICT (id) DO UPDATE SET a = m.a + 1 RETURNING *;
-- | id | a | b
-- | 2 | 2 | NULL
-- | 33 | 2 | 'y'
-- | 1 | NULL | NULL
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO m SELECT 60, 1, 'q' UNION ALL SELECT 60, 2, 'r' ON CONFLICT (id) DO UPDATE SET a = 1;
-- | error 21000 ON CONFLICT DO UPDATE command cannot affect row a second time
-- |   hint: Ensure that no rows proposed for insertion within the same command have duplicate constrained values.
WITH x AS (SELECT 1 AS id, 99 AS a) INSERT INTO m SELECT id, a FROM x ON CONFLICT (id) DO UPDATE SET a = (SELECT a FROM x) RETURNING *;
-- | id | a | b
-- | 1 | 99 | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = (SELECT x.a FROM m x WHERE x.id = excluded.id) RETURNING m.a, m.*;
-- | a | id | a | b
-- | 99 | 1 | 99 | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 5 RETURNING excluded.a;
-- | error 42P01 invalid reference to FROM-clause entry for table "excluded"
-- |   detail: There is an entry for table "excluded", but it cannot be referenced from this part of the query.
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 5 RETURNING old.*, new.*;
-- | id | a | b | id | a | b
-- | 1 | 99 | NULL | 1 | 5 | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (1, 1, 'y') ON CONFLICT (id) DO UPDATE SET a = 5 RETURNING WITH (OLD AS o, NEW AS n) o.a, n.a, m.a;
-- | a | a | a
-- | 5 | 5 | 5
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m VALUES (70, 1, NULL) RETURNING old.a, new.a, old IS NULL;
-- | a | a | ?column?
-- | NULL | 1 | true
-- | ok, 1 row (INSERT 0 1)
DELETE FROM m WHERE id = 70 RETURNING old.a, new.a;
-- | a | a
-- | 1 | NULL
-- | ok, 1 row (DELETE 1)
UPDATE m SET a = a + 1 WHERE id = 1 RETURNING old.a, new.a, old, new;
-- | a | a | old | new
-- | 5 | 6 | '(1,5,)' | '(1,6,)'
-- | ok, 1 row (UPDATE 1)
