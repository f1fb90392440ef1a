-- What may be assigned, and what may a read-only transaction do? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int := 5; BEGIN c := 6; RETURN c; END $$;
-- | error 22005 variable "c" is declared CONSTANT
SELECT f1();
-- | error 42883 function f1() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE FUNCTION f2() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int := 5; BEGIN SELECT 1 INTO c; RETURN c; END $$;
-- | error 22005 variable "c" is declared CONSTANT
CREATE FUNCTION f3() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int; BEGIN RETURN c; END $$;
-- | ok (CREATE FUNCTION)
SELECT f3();
-- | f3
-- | NULL
-- | ok (SELECT 1)
CREATE FUNCTION f4() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int NOT NULL; BEGIN RETURN c; END $$;
-- | error 22004 variable "c" must have a default value, since it's declared NOT NULL
CREATE FUNCTION f5() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int NOT NULL := NULL; BEGIN RETURN c; END $$;
-- | ok (CREATE FUNCTION)
SELECT f5();
-- | error 22004 null value cannot be assigned to variable "c" declared NOT NULL
CREATE FUNCTION f6() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT record; BEGIN SELECT 1 INTO c; RETURN 1; END $$;
-- | error 22005 variable "c" is declared CONSTANT
CREATE FUNCTION f7() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int := 1; BEGIN FOR c IN 1..3 LOOP NULL; END LOOP; RETURN c; END $$;
-- | ok (CREATE FUNCTION)
SELECT f7();
-- | f7
-- | 1
-- | ok (SELECT 1)
CREATE FUNCTION f8() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int := 1; BEGIN GET DIAGNOSTICS c = ROW_COUNT; RETURN c; END $$;
-- | error 22005 variable "c" is declared CONSTANT
CREATE FUNCTION f9(a int) RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CONSTANT int := a * 2; d c%TYPE := 4; BEGIN d := d + c; RETURN d; END $$;
-- | ok (CREATE FUNCTION)
SELECT f9(3);
-- | f9
-- | 10
-- | ok (SELECT 1)
DO $$ DECLARE c CONSTANT int := 1; BEGIN IF true THEN c := 2; END IF; END $$;
-- | error 22005 variable "c" is declared CONSTANT
DO $$ DECLARE c CONSTANT int := 1; BEGIN FOR i IN 1..2 LOOP INSERT INTO nope VALUES (1) RETURNING a INTO c; END LOOP; END $$;
-- | error 22005 variable "c" is declared CONSTANT
DO $$ DECLARE a int; c CONSTANT int := 1; BEGIN SELECT 1, 2 INTO a, c; END $$;
-- | error 22005 variable "c" is declared CONSTANT
DO $$ DECLARE c CONSTANT int := 1; BEGIN FOR c IN SELECT 1 LOOP NULL; END LOOP; END $$;
-- | error 22005 variable "c" is declared CONSTANT
DO $$ DECLARE c CONSTANT int := 1; BEGIN DECLARE c int := 2; BEGIN c := 3; RAISE NOTICE '%', c; END; END $$;
-- | NOTICE 00000 3
-- | ok (DO)
DO $$ DECLARE c CONSTANT int := 1; BEGIN EXECUTE 'SELECT 1' INTO c; END $$;
-- | error 22005 variable "c" is declared CONSTANT
DO $$ DECLARE c CONSTANT int := 1; BEGIN FOREACH c IN ARRAY ARRAY[1] LOOP NULL; END LOOP; END $$;
-- | error 22005 variable "c" is declared CONSTANT
DO $$ DECLARE v int NOT NULL := 1; BEGIN v := NULL; END $$;
-- | error 22004 null value cannot be assigned to variable "v" declared NOT NULL
DO $$ DECLARE v int NOT NULL; BEGIN v := 1; END $$;
-- | error 22004 variable "v" must have a default value, since it's declared NOT NULL
DO $$ DECLARE v int NOT NULL := NULL; BEGIN NULL; END $$;
-- | error 22004 null value cannot be assigned to variable "v" declared NOT NULL
CREATE FUNCTION g(c int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN c := c + 1; RETURN c; END $$;
-- | ok (CREATE FUNCTION)
SELECT g(1);
-- | g
-- | 2
-- | ok (SELECT 1)
-- @dialect postgresql
CREATE TABLE t(id serial primary key, v text); CREATE SEQUENCE s;
-- | ok (CREATE TABLE)
-- | ok (CREATE SEQUENCE)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT nextval('s');
-- | error 25006 cannot execute nextval() in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT setval('s', 5);
-- | error 25006 cannot execute setval() in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT currval('s');
-- | error 55000 currval of sequence "s" is not yet defined in this session
ROLLBACK;
-- | ok (ROLLBACK)
SELECT nextval('s');
-- | nextval
-- | 1
-- | ok (SELECT 1)
BEGIN TRANSACTION READ ONLY;
-- | ok (BEGIN)
SELECT currval('s'), lastval();
-- | currval | lastval
-- | 1 | 1
-- | ok (SELECT 1)
SELECT * FROM t FOR UPDATE;
-- | error 25006 cannot execute SELECT FOR UPDATE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT * FROM t FOR SHARE;
-- | error 25006 cannot execute SELECT FOR SHARE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT * FROM t FOR NO KEY UPDATE;
-- | error 25006 cannot execute SELECT FOR NO KEY UPDATE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT * FROM t FOR KEY SHARE SKIP LOCKED;
-- | error 25006 cannot execute SELECT FOR KEY SHARE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT * FROM (SELECT * FROM t FOR UPDATE) x;
-- | error 25006 cannot execute SELECT FOR UPDATE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT 1 WHERE EXISTS (SELECT 1 FROM t FOR UPDATE);
-- | error 25006 cannot execute SELECT FOR UPDATE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
WITH x AS (SELECT * FROM t FOR UPDATE) SELECT * FROM x;
-- | error 25006 cannot execute SELECT FOR UPDATE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
INSERT INTO t(v) VALUES ('a');
-- | error 25006 cannot execute INSERT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
WITH x AS (INSERT INTO t(v) VALUES ('a') RETURNING *) SELECT * FROM x;
-- | error 25006 cannot execute SELECT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
MERGE INTO t USING (SELECT 1 AS id) s ON t.id = s.id WHEN MATCHED THEN DELETE;
-- | error 25006 cannot execute MERGE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
CREATE TABLE u(a int);
-- | error 25006 cannot execute CREATE TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
CREATE TEMP TABLE u(a int);
-- | error 25006 cannot execute CREATE TABLE in a read-only transaction
INSERT INTO u VALUES (1);
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
SELECT * FROM u FOR UPDATE;
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
TRUNCATE t;
-- | error 25006 cannot execute TRUNCATE TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
COPY t FROM STDIN;
-- | error 25006 cannot execute COPY FROM in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
LOCK TABLE t IN ACCESS SHARE MODE;
-- | ok (LOCK TABLE)
LOCK TABLE t;
-- | ok (LOCK TABLE)
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
ANALYZE t;
-- | ok (ANALYZE)
VACUUM;
-- | error 25001 VACUUM cannot run inside a transaction block
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
DO $$ BEGIN INSERT INTO t(v) VALUES ('z'); END $$;
-- | error 25006 cannot execute INSERT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SET TRANSACTION READ WRITE;
-- | ok (SET)
INSERT INTO t(v) VALUES ('z') RETURNING *;
-- | id | v
-- | 1 | 'z'
-- | ok, 1 row (INSERT 0 1)
SET TRANSACTION READ ONLY;
-- | ok (SET)
INSERT INTO t(v) VALUES ('z');
-- | error 25006 cannot execute INSERT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
SET TRANSACTION READ WRITE;
-- | error 25001 transaction read-write mode must be set before any query
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
SAVEPOINT a;
-- | ok (SAVEPOINT)
SET TRANSACTION READ WRITE;
-- | error 25001 cannot set transaction read-write mode inside a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ WRITE;
-- | ok (BEGIN)
COMMIT;
-- | ok (COMMIT)
BEGIN READ ONLY;
-- | ok (BEGIN)
PREPARE p AS INSERT INTO t(v) VALUES ('pp');
-- | ok (PREPARE)
EXECUTE p;
-- | error 25006 cannot execute INSERT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
EXPLAIN INSERT INTO t(v) VALUES ('pp');
-- | QUERY PLAN
-- | 'Insert on t  (cost=0.00..0.01 rows=0 width=0)'
-- | '  ->  Result  (cost=0.00..0.01 rows=1 width=36)'
-- | ok (EXPLAIN)
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
ROLLBACK;
-- | ok (ROLLBACK)
-- @dialect postgresql
CREATE TABLE t(a int);
-- | ok (CREATE TABLE)
BEGIN;
-- | ok (BEGIN)
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
-- | ok (SET)
SHOW transaction_isolation;
-- | transaction_isolation
-- | 'serializable'
-- | ok (SHOW)
SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
-- | ok (SET)
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
-- | error 25001 SET TRANSACTION ISOLATION LEVEL must be called before any query
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (1);
-- | ok, 1 row (INSERT 0 1)
SET TRANSACTION READ ONLY;
-- | ok (SET)
INSERT INTO t VALUES (2);
-- | error 25006 cannot execute INSERT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
SAVEPOINT a;
-- | ok (SAVEPOINT)
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
-- | error 25001 SET TRANSACTION ISOLATION LEVEL must not be called in a subtransaction
ROLLBACK TO a;
-- | ok (ROLLBACK)
SET TRANSACTION READ ONLY;
-- | ok (SET)
SET TRANSACTION READ WRITE;
-- | error 25001 cannot set transaction read-write mode inside a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN ISOLATION LEVEL REPEATABLE READ;
-- | ok (BEGIN)
CREATE TABLE z(a int);
-- | ok (CREATE TABLE)
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
-- | ok (SET)
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
-- | error 25001 SET TRANSACTION ISOLATION LEVEL must be called before any query
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
SHOW transaction_isolation;
-- | transaction_isolation
-- | 'read committed'
-- | ok (SHOW)
SET search_path = public;
-- | ok (SET)
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
-- | ok (SET)
COMMIT;
-- | ok (COMMIT)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
SET TRANSACTION READ WRITE;
-- | error 25001 transaction read-write mode must be set before any query
ROLLBACK;
-- | ok (ROLLBACK)
