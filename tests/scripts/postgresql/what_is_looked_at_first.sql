-- Which of two errors is told of, and where it is; tables with pending events; triggers of foreign keys switched off. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text, c int, b text);
-- | ok (CREATE TABLE)
INSERT INTO t(id,id,c,b) VALUES(1,'k1',1,'b1');
-- | error 42701 column "id" specified more than once
UPDATE t SET nope = 1;
-- | error 42703 column "nope" of relation "t" does not exist
UPDATE t SET nope = zz;
-- | error 42703 column "zz" does not exist
UPDATE t SET nope = 1 WHERE zz = 1;
-- | error 42703 column "zz" does not exist
UPDATE t SET nope = 1 RETURNING zz;
-- | error 42703 column "zz" does not exist
UPDATE t SET a = 1, b = zz;
-- | error 42703 column "zz" does not exist
UPDATE t SET c = 'x'::text, b = zz;
-- | error 42703 column "zz" does not exist
UPDATE t SET (c, nope) = (zz, 1);
-- | error 42703 column "zz" does not exist
UPDATE t SET t.c = zz;
-- | error 42703 column "zz" does not exist
UPDATE t SET c = DEFAULT, nope = DEFAULT, b = zz;
-- | error 42703 column "zz" does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET nope = excluded.nope;
-- | error 42703 column excluded.nope does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET nope = 1 WHERE zz;
-- | error 42703 column "nope" of relation "t" does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (id) DO UPDATE SET nope = 1 RETURNING zz;
-- | error 42703 column "nope" of relation "t" does not exist
INSERT INTO t(id) VALUES (1) ON CONFLICT (zz) DO UPDATE SET nope = 1 RETURNING zz;
-- | error 42703 column "zz" does not exist
MERGE INTO t USING (SELECT 1 k) s ON s.k = t.id WHEN MATCHED THEN UPDATE SET nope = s.nope;
-- | error 42703 column s.nope does not exist
MERGE INTO nn USING nn s ON true WHEN MATCHED THEN DELETE WHEN MATCHED THEN DELETE;
-- | error 42601 unreachable WHEN clause specified after unconditional WHEN clause
CREATE TABLE u(id int, a text DEFERRABLE);
-- | error 42601 misplaced DEFERRABLE clause
CREATE TABLE u(id int, a text DEFERRABLE UNIQUE);
-- | error 42601 misplaced DEFERRABLE clause
CREATE TABLE u(id int, a text UNIQUE DEFERRABLE DEFERRABLE);
-- | error 42601 multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed
CREATE TABLE u(id int, a text UNIQUE INITIALLY IMMEDIATE INITIALLY DEFERRED);
-- | error 42601 multiple INITIALLY IMMEDIATE/DEFERRED clauses not allowed
CREATE TABLE u(id int, a text UNIQUE DEFERRABLE INITIALLY IMMEDIATE INITIALLY DEFERRED);
-- | error 42601 multiple INITIALLY IMMEDIATE/DEFERRED clauses not allowed
CREATE TABLE u(id int, a text UNIQUE DEFERRABLE INITIALLY IMMEDIATE DEFERRABLE);
-- | error 42601 multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed
CREATE TABLE u(id int, a text UNIQUE DEFERRABLE NOT DEFERRABLE);
-- | error 42601 multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed
CREATE TABLE u(id int, a text INITIALLY DEFERRED);
-- | error 42601 misplaced INITIALLY DEFERRED clause
CREATE TABLE u(id int, a text DEFAULT DEFAULT);
-- | error 42601 syntax error at or near "DEFAULT"
UPDATE t SET a=CASE id WHEN 1 THEN 'n1' WHEN date '2024-01-31' THEN 'k4' ELSE 'n3' END;
-- | error 42883 operator does not exist: integer = date
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
UPDATE t SET a=CASE id WHEN 1 THEN 1 WHEN 2 THEN true ELSE 3 END;
-- | error 42804 CASE types integer and boolean cannot be matched
UPDATE t SET a=CASE id WHEN 1 THEN 'n1' WHEN 2 THEN 3 ELSE 'n3' END;
-- | error 22P02 invalid input syntax for type integer: "n3"
UPDATE t SET a=CASE id WHEN 1 THEN 1 WHEN 2 THEN true ELSE 'x' END;
-- | error 42804 CASE types integer and boolean cannot be matched
SELECT * FROM t WHERE id IN (a, 9);
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT * FROM t WHERE id NOT IN (a, 9);
-- | error 42883 operator does not exist: integer <> text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT * FROM t WHERE id IN (true,9);
-- | error 42883 operator does not exist: integer = boolean
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT * FROM t WHERE id IN (SELECT a FROM t);
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT * FROM t WHERE id = ANY (SELECT a FROM t);
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT * FROM t WHERE id NOT IN (SELECT true);
-- | error 42883 operator does not exist: integer = boolean
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT t || 'x' FROM t;
-- | ?column?
-- | ok (SELECT 0)
SELECT 1+'x'::varchar;
-- | error 42883 operator does not exist: integer + character varying
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT 1::int+'x'::varchar;
-- | error 42883 operator does not exist: integer + character varying
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT id::int+'x'::varchar FROM t;
-- | error 42883 operator does not exist: integer + character varying
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
INSERT INTO t(id) VALUES(date '2024-01-31');
-- | error 42804 column "id" is of type integer but expression is of type date
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t(id) VALUES('2024-01-31'::date);
-- | error 42804 column "id" is of type integer but expression is of type date
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t(id) VALUES(CAST('2024-01-31' AS date));
-- | error 42804 column "id" is of type integer but expression is of type date
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t(id) VALUES(true);
-- | error 42804 column "id" is of type integer but expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t(id) VALUES(a::date);
-- | error 42703 column "a" does not exist
-- |   detail: There is a column named "a" in table "t", but it cannot be referenced from this part of the query.
INSERT INTO t(id) VALUES(now()::date);
-- | error 42804 column "id" is of type integer but expression is of type date
-- |   hint: You will need to rewrite or cast the expression.
UPDATE t SET id = true, b = '1'::date + 1;
-- | error 22007 invalid input syntax for type date: "1"
INSERT INTO t(id,a,b) VALUES(1,'k1' 'b1'),(2,'k2','b2'),(3,'k3','b3');
-- | error 42601 syntax error at or near "'b1'"
INSERT INTO t(id,a,b) VALUES(1,'k1'),(2,'k2','b2');
-- | error 42601 INSERT has more target columns than expressions
INSERT INTO t(id,a,b) VALUES(1,'k1','a'),(2,'k2');
-- | error 42601 VALUES lists must all be the same length
INSERT INTO t(id,a,b) VALUES(1,'k1','a','b'),(2,'k2');
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t(id,a,b) VALUES(1,'k1','a'),(2,'k2'),(zz);
-- | error 42601 VALUES lists must all be the same length
INSERT INTO t(id,a,b) VALUES(1,'k1','a'),(zz);
-- | error 42703 column "zz" does not exist
INSERT INTO t(id,a) VALUES(1,'k1','a'),(zz);
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t(id,a,b) VALUES('x','k1','a'),(2,'b');
-- | error 22P02 invalid input syntax for type integer: "x"
INSERT INTO t(id,a,b) VALUES(zz,'k1');
-- | error 42703 column "zz" does not exist
INSERT INTO t(id) VALUES(1,2,3);
-- | error 42601 INSERT has more expressions than target columns
PREPARE q1(int, text) AS INSERT INTO t(a) VALUES ($1, 1, $2);
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t(id,a,b) VALUES(1 COLLATE "C",'k1','b1');
-- | error 42804 collations are not supported by type integer
SELECT 1 COLLATE "C";
-- | error 42804 collations are not supported by type integer
SELECT id COLLATE "C" FROM t;
-- | error 42804 collations are not supported by type integer
SELECT DISTINCT ON ('t') id FROM t;
-- | error 42601 non-integer constant in DISTINCT ON
SELECT DISTINCT ON (1.5) id FROM t;
-- | error 42601 non-integer constant in DISTINCT ON
SELECT * FROM t ORDER BY 'x';
-- | error 42601 non-integer constant in ORDER BY
SELECT * FROM t ORDER BY 1.5;
-- | error 42601 non-integer constant in ORDER BY
SELECT * FROM t ORDER BY NULL;
-- | error 42601 non-integer constant in ORDER BY
SELECT * FROM t ORDER BY true;
-- | error 42601 non-integer constant in ORDER BY
SELECT * FROM t ORDER BY 9223372036854775808;
-- | error 42601 non-integer constant in ORDER BY
SELECT a FROM t GROUP BY 'x';
-- | error 42601 non-integer constant in GROUP BY
SELECT 1 FROM t UNION SELECT 2 ORDER BY 'x';
-- | error 42601 non-integer constant in ORDER BY
UPDATE t SET id = 1 RETURNING old.zz;
-- | error 42703 column old.zz does not exist
PREPARE ins AS SELECT 1;
-- | ok (PREPARE)
EXECUTE ins(4, 'c@x');
-- | ?column?
-- | 1
-- | ok (SELECT 1)
EXECUTE ins(zz);
-- | ?column?
-- | 1
-- | ok (SELECT 1)
PREPARE ins2 AS SELECT $1::int;
-- | ok (PREPARE)
EXECUTE ins2(1, zz);
-- | error 42601 wrong number of parameters for prepared statement "ins2"
-- |   detail: Expected 1 parameters but got 2.
EXECUTE ins2;
-- | error 42601 wrong number of parameters for prepared statement "ins2"
-- |   detail: Expected 1 parameters but got 0.
DROP TRIGGER IF EXISTS nope ON nope;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (DROP TRIGGER)
DROP TRIGGER nope ON nope;
-- | error 42P01 relation "nope" does not exist
CREATE SEQUENCE sq;
-- | ok (CREATE SEQUENCE)
INSERT INTO sq VALUES (1);
-- | error 42809 cannot change sequence "sq"
UPDATE sq SET last_value = 1;
-- | error 42809 cannot change sequence "sq"
DELETE FROM sq;
-- | error 42809 cannot change sequence "sq"
CREATE INDEX ix ON t(a);
-- | ok (CREATE INDEX)
INSERT INTO ix VALUES (1);
-- | error 42809 cannot open relation "ix"
-- |   detail: This operation is not supported for indexes.
SELECT * FROM ix;
-- | error 42809 cannot open relation "ix"
-- |   detail: This operation is not supported for indexes.
CREATE UNIQUE INDEX ux ON t(qq) WHERE zz = 1;
-- | error 42703 column "zz" does not exist
ALTER TABLE t ADD UNIQUE (a,b) INCLUDE (zz);
-- | error 42703 column "zz" named in key does not exist
SELECT pg_get_serial_sequence('app.users', 'id');
-- | error 3F000 schema "app" does not exist
SELECT pg_get_serial_sequence('users', 'id');
-- | error 42P01 relation "users" does not exist
SELECT * FROM user;
-- | user
-- | 'postgres'
-- | ok (SELECT 1)
SELECT * FROM current_date WHERE false;
-- | current_date
-- | ok (SELECT 0)
SELECT * FROM current_user u;
-- | u
-- | 'postgres'
-- | ok (SELECT 1)
CREATE VIEW app.v AS SELECT 1;
-- | error 3F000 schema "app" does not exist
REINDEX TABLE t;
-- | ok (REINDEX)
DROP INDEX ix;
-- | ok (DROP INDEX)
ALTER TABLE t DROP CONSTRAINT t_pkey;
-- | ok (ALTER TABLE)
REINDEX TABLE t;
-- | ok (REINDEX)
CREATE TABLE q(id int primary key);
-- | ok (CREATE TABLE)
CREATE TABLE r(q int references q(id));
-- | ok (CREATE TABLE)
DROP TABLE q;
-- | error 2BP01 cannot drop table q because other objects depend on it
-- |   detail: constraint r_q_fkey on table r depends on table q
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP TABLE q, r;
-- | ok (DROP TABLE)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b "char");
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 'a', 'xyz');
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
BEGIN READ ONLY;
-- | ok (BEGIN)
TRUNCATE t;
-- | error 25006 cannot execute TRUNCATE TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
DROP TABLE z;
-- | error 25006 cannot execute DROP TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
ALTER TABLE t ALTER a TYPE text;
-- | error 25006 cannot execute ALTER TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
CREATE TABLE p(id int PRIMARY KEY);
-- | ok (CREATE TABLE)
CREATE TABLE t(id int PRIMARY KEY, a int REFERENCES p(id) DEFERRABLE INITIALLY DEFERRED, b text);
-- | ok (CREATE TABLE)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t(id,a,b) VALUES(90,90,'b90');
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t DROP COLUMN a;
-- | error 55006 cannot ALTER TABLE "t" because it has pending trigger events
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t(id,a,b) VALUES(90,90,'b90');
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ADD COLUMN z int;
-- | error 55006 cannot ALTER TABLE "t" because it has pending trigger events
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t(id,a,b) VALUES(90,90,'b90');
-- | ok, 1 row (INSERT 0 1)
TRUNCATE t;
-- | error 55006 cannot TRUNCATE "t" because it has pending trigger events
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t(id,a,b) VALUES(90,90,'b90');
-- | ok, 1 row (INSERT 0 1)
DROP TABLE t;
-- | error 55006 cannot DROP TABLE "t" because it has pending trigger events
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t(id,a,b) VALUES(90,90,'b90');
-- | ok, 1 row (INSERT 0 1)
CREATE INDEX ON t(a);
-- | error 55006 cannot CREATE INDEX "t" because it has pending trigger events
ROLLBACK;
-- | ok (ROLLBACK)
ALTER TABLE t DISABLE TRIGGER ALL;
-- | ok (ALTER TABLE)
INSERT INTO t(id,a,b) VALUES(90,90,'b90');
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ENABLE TRIGGER ALL;
-- | ok (ALTER TABLE)
INSERT INTO t(id,a,b) VALUES(91,90,'b90');
-- | error 23503 insert or update on table "t" violates foreign key constraint "t_a_fkey"
-- |   detail: Key (a)=(90) is not present in table "p".
ALTER TABLE t DISABLE TRIGGER USER;
-- | ok (ALTER TABLE)
INSERT INTO t(id,a,b) VALUES(92,90,'b90');
-- | error 23503 insert or update on table "t" violates foreign key constraint "t_a_fkey"
-- |   detail: Key (a)=(90) is not present in table "p".
ALTER TABLE p DISABLE TRIGGER ALL;
-- | ok (ALTER TABLE)
INSERT INTO p VALUES (5);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (5,5,'z');
-- | ok, 1 row (INSERT 0 1)
DELETE FROM p WHERE id = 5;
-- | ok, 1 row (DELETE 1)
SELECT * FROM t;
-- | id | a | b
-- | 90 | 90 | 'b90'
-- | 5 | 5 | 'z'
-- | ok (SELECT 2)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b text);
-- | ok (CREATE TABLE)
ALTER TABLE t ALTER id TYPE bigint;
-- | ok (ALTER TABLE)
INSERT INTO t(id,a,b) VALUES(1,'k1','b1');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,a,b) VALUES(1,'k1','b1');
-- | error 23505 duplicate key value violates unique constraint "t_a_key"
-- |   detail: Key (a)=(k1) already exists.
SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 't'::regclass;
-- | indexrelid
-- | t_a_key
-- | t_pkey
-- | ok (SELECT 2)
