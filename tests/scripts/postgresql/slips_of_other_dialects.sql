-- What is said to clauses of other databases, and to slips in INSERT, UPDATE and CREATE TABLE? Compared with
-- PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,'x','one'),(2,'y','two'),(3,'z','three');
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO t VALUES (4,'q'), (5,'r','s');
-- | error 42601 VALUES lists must all be the same length
INSERT INTO t(id,a) VALUES (4,'q','r');
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t(id,a,b) VALUES (4,'q');
-- | error 42601 INSERT has more target columns than expressions
INSERT INTO t(id,id) VALUES (4,4);
-- | error 42701 column "id" specified more than once
INSERT INTO t SET id = 4;
-- | error 42601 syntax error at or near "SET"
INSERT INTO t VALUE (4,'q','r');
-- | error 42601 syntax error at or near "VALUE"
INSERT t VALUES (4,'q','r');
-- | error 42601 syntax error at or near "t"
INSERT INTO t VALUES (4,"q",'r');
-- | error 42703 column "q" does not exist
INSERT INTO t VALUES (4,q,'r');
-- | error 42703 column "q" does not exist
INSERT INTO t VALUES 4,'q','r';
-- | error 42601 syntax error at or near "4"
INSERT INTO t VALUES (4,'q','r';
-- | error 42601 syntax error at or near ";"
INSERT INTO t VALUES (4,'it's','r');
-- | error 42601 syntax error at or near "s"
INSERT INTO t VALUES (4,'q','r',);
-- | error 42601 syntax error at or near ")"
INSERT OR IGNORE INTO t VALUES (1,'q','r');
-- | error 42601 syntax error at or near "OR"
INSERT IGNORE INTO t VALUES (1,'q','r');
-- | error 42601 syntax error at or near "IGNORE"
REPLACE INTO t VALUES (1,'q','r');
-- | error 42601 syntax error at or near "REPLACE"
INSERT INTO t VALUES (1,'q','r') ON DUPLICATE KEY UPDATE a = 'x';
-- | error 42601 syntax error at or near "DUPLICATE"
INSERT INTO t VALUES (1,'q','r') ON CONFLICT DO UPDATE SET a = 'x';
-- | error 42601 ON CONFLICT DO UPDATE requires inference specification or constraint name
-- |   hint: For example, ON CONFLICT (column_name).
INSERT INTO t VALUES (1,'q','r') ON CONFLICT (id) DO UPDATE SET a = VALUES(a);
-- | error 42601 syntax error at or near "("
INSERT INTO t VALUES (1,'q','r') ON CONFLICT (id) DO UPDATE SET excluded.a = 'x';
-- | error 42703 column "excluded" of relation "t" does not exist
INSERT INTO t VALUES (1,'q','r') ON CONFLICT (id) DO UPDATE a = 'x';
-- | error 42601 syntax error at or near "a"
INSERT INTO t VALUES (1,'q','r') ON CONFLICT (id) DO NOTHING WHERE id = 1;
-- | error 42601 syntax error at or near "WHERE"
INSERT INTO t VALUES (1,'q','r') ON CONFLICT IGNORE;
-- | error 42601 syntax error at or near "IGNORE"
INSERT INTO t VALUES (1,'q','r') ON CONFLICT (id,) DO NOTHING;
-- | error 42601 syntax error at or near ")"
INSERT INTO t VALUES (1,'q','r') RETURNING;
-- | error 42601 syntax error at or near ";"
INSERT INTO t VALUES (1,'q','r') RETURNING nope;
-- | error 42703 column "nope" does not exist
INSERT INTO t VALUES (10,'n','r') RETURNING t.id, upper(b) AS u, *;
-- | id | u | id | a | b
-- | 10 | 'R' | 10 | 'n' | 'r'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (11,'n2','r') RETURNING count(*);
-- | error 42803 aggregate functions are not allowed in RETURNING
INSERT INTO t VALUES (11,'n2','r') RETURNING (SELECT count(*) FROM t);
-- | count
-- | 4
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t SELECT 12, 'n3';
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t SELECT 12;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(12) already exists.
INSERT INTO t SELECT 13, 'n4', 'x', 'y';
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t (SELECT 13, 'n4', 'x');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t TABLE t;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO t DEFAULT VALUES;
-- | error 23502 null value in column "id" of relation "t" violates not-null constraint
-- |   detail: Failing row contains (null, null, null).
INSERT INTO t VALUES (DEFAULT, DEFAULT, DEFAULT);
-- | error 23502 null value in column "id" of relation "t" violates not-null constraint
-- |   detail: Failing row contains (null, null, null).
INSERT INTO t VALUES ();
-- | error 42601 syntax error at or near ")"
INSERT INTO t(id) VALUES (NULL);
-- | error 23502 null value in column "id" of relation "t" violates not-null constraint
-- |   detail: Failing row contains (null, null, null).
INSERT INTO "T" VALUES (1);
-- | error 42P01 relation "T" does not exist
INSERT INTO T(ID) VALUES (1);
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO t("ID") VALUES (1);
-- | error 42703 column "ID" of relation "t" does not exist
UPDATE t SET id = 1 WHERE id = 2;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
UPDATE t SET a = 'x' WHERE id = 2 OR id = 3;
-- | error 23505 duplicate key value violates unique constraint "t_a_key"
-- |   detail: Key (a)=(x) already exists.
UPDATE t SET id = id + 1;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(2) already exists.
UPDATE t SET id = id + 100;
-- | ok, 7 rows (UPDATE 7)
UPDATE t SET nope = 1;
-- | error 42703 column "nope" of relation "t" does not exist
UPDATE t SET t.a = 'x';
-- | error 42703 column "t" of relation "t" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
UPDATE t AS u SET a = t.a;
-- | error 42P01 invalid reference to FROM-clause entry for table "t"
-- |   hint: Perhaps you meant to reference the table alias "u".
UPDATE t SET a = 1 + 'x';
-- | error 22P02 invalid input syntax for type integer: "x"
UPDATE t SET a = NULL, a = 'x';
-- | error 42601 multiple assignments to same column "a"
UPDATE t SET (a, b) = ('x');
-- | error 0A000 source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression
UPDATE t SET (a, b) = ('q', 'w') WHERE id = 101 RETURNING *;
-- | id | a | b
-- | 101 | 'q' | 'w'
-- | ok, 1 row (UPDATE 1)
UPDATE t SET a = b FROM (VALUES (101, 'f')) v(id, b) WHERE t.id = v.id;
-- | error 42702 column reference "b" is ambiguous
UPDATE t SET a = v.b FROM (VALUES (101, 'f'), (101, 'g')) v(id, b) WHERE t.id = v.id RETURNING a;
-- | a
-- | 'f'
-- | ok, 1 row (UPDATE 1)
UPDATE nope SET a = 1;
-- | error 42P01 relation "nope" does not exist
UPDATE t SET a = 'x' LIMIT 1;
-- | error 42601 syntax error at or near "LIMIT"
UPDATE t SET a = 'x' ORDER BY id;
-- | error 42601 syntax error at or near "ORDER"
UPDATE t WHERE id = 1;
-- | error 42601 syntax error at or near "WHERE"
UPDATE t SET WHERE id = 1;
-- | error 42601 syntax error at or near "WHERE"
DELETE t WHERE id = 1;
-- | error 42601 syntax error at or near "t"
DELETE FROM t WHERE id = 'x';
-- | error 22P02 invalid input syntax for type integer: "x"
DELETE FROM t WHERE nope = 1;
-- | error 42703 column "nope" does not exist
DELETE FROM t LIMIT 1;
-- | error 42601 syntax error at or near "LIMIT"
DELETE * FROM t;
-- | error 42601 syntax error at or near "*"
DELETE FROM t USING t WHERE t.id = 1;
-- | error 42712 table name "t" specified more than once
SELECT * FROM t WHERE a = "x";
-- | error 42703 column "x" does not exist
SELECT * FROM t WHERE id = 'abc';
-- | error 22P02 invalid input syntax for type integer: "abc"
SELECT id, count(*) FROM t;
-- | error 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT * FROM t WHERE count(*) > 1;
-- | error 42803 aggregate functions are not allowed in WHERE
SELECT a, b FROM t GROUP BY a;
-- | error 42803 column "t.b" must appear in the GROUP BY clause or be used in an aggregate function
SELECT nope(1);
-- | error 42883 function nope(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT 1 +;
-- | error 42601 syntax error at or near ";"
SELEC 1;
-- | error 42601 syntax error at or near "SELEC"
CREATE TABLE t(a int);
-- | error 42P07 relation "t" already exists
CREATE TABLE bad(a int,);
-- | error 42601 syntax error at or near ")"
CREATE TABLE bad(a);
-- | error 42601 syntax error at or near ";"
CREATE TABLE bad(a strin);
-- | error 42704 type "strin" does not exist
CREATE TABLE bad(a int PRIMARY KEY AUTO_INCREMENT);
-- | error 42601 syntax error at or near "AUTO_INCREMENT"
CREATE TABLE bad(a INTEGER PRIMARY KEY AUTOINCREMENT);
-- | error 42601 syntax error at or near "AUTOINCREMENT"
CREATE TABLE bad(a datetime);
-- | error 42704 type "datetime" does not exist
CREATE TABLE bad(a tinyint);
-- | error 42704 type "tinyint" does not exist
CREATE TABLE bad(a int unsigned);
-- | error 42601 syntax error at or near "unsigned"
CREATE TABLE bad(a int, KEY (a));
-- | error 42601 syntax error at or near "("
CREATE TABLE bad(a int, UNIQUE KEY u (a));
-- | error 42601 syntax error at or near "KEY"
CREATE TABLE bad(a int) ENGINE=InnoDB;
-- | error 42601 syntax error at or near "ENGINE"
CREATE TABLE bad(a varchar);
-- | ok (CREATE TABLE)
CREATE TABLE bad(a varchar(0));
-- | error 22023 length for type varchar must be at least 1
CREATE TABLE bad(a varchar(10485761));
-- | error 22023 length for type varchar cannot exceed 10485760
CREATE TABLE bad(a numeric(1001));
-- | error 22023 NUMERIC precision 1001 must be between 1 and 1000
CREATE TABLE bad(a numeric(5,-2));
-- | error 42P07 relation "bad" already exists
CREATE TABLE bad2(a int DEFAULT 'x');
-- | error 22P02 invalid input syntax for type integer: "x"
CREATE TABLE bad3(a int DEFAULT b, b int);
-- | error 0A000 cannot use column reference in DEFAULT expression
CREATE TABLE bad4(a int DEFAULT (SELECT 1));
-- | error 0A000 cannot use subquery in DEFAULT expression
CREATE TABLE bad5(a int CHECK (b > 0));
-- | error 42703 column "b" does not exist
CREATE TABLE bad6(a int GENERATED ALWAYS AS (a + 1) STORED);
-- | error 42P17 cannot use generated column "a" in column generation expression
-- |   detail: A generated column cannot reference another generated column.
CREATE TABLE bad7(a int, b int GENERATED ALWAYS AS (random()) STORED);
-- | error 42P17 generation expression is not immutable
CREATE TABLE bad8(a int REFERENCES t(b));
-- | error 42830 there is no unique constraint matching given keys for referenced table "t"
CREATE UNIQUE INDEX ON t(nope);
-- | error 42703 column "nope" does not exist
CREATE UNIQUE INDEX ON t(now());
-- | error 42P17 functions in index expression must be marked IMMUTABLE
CREATE UNIQUE INDEX ON t(a) WHERE random() > 0;
-- | error 42P17 functions in index predicate must be marked IMMUTABLE
CREATE UNIQUE INDEX u USING btree ON t(a);
-- | error 42601 syntax error at or near "USING"
DROP INDEX nope;
-- | error 42704 index "nope" does not exist
DROP TABLE nope;
-- | error 42P01 table "nope" does not exist
SHOW TABLES;
-- | error 42704 unrecognized configuration parameter "tables"
DESCRIBE t;
-- | error 42601 syntax error at or near "DESCRIBE"
USE db;
-- | error 42601 syntax error at or near "USE"
PRAGMA foreign_keys = ON;
-- | error 42601 syntax error at or near "PRAGMA"

-- @dialect postgresql
CREATE TABLE bad(a int);
-- | ok (CREATE TABLE)
CREATE TABLE bad(a varchar(0));
-- | error 22023 length for type varchar must be at least 1
CREATE TABLE bad(a varchar(10485761));
-- | error 22023 length for type varchar cannot exceed 10485760
CREATE TABLE bad(a numeric(1001));
-- | error 22023 NUMERIC precision 1001 must be between 1 and 1000
CREATE TABLE bad(a nope);
-- | error 42704 type "nope" does not exist
CREATE TABLE bad(a serial);
-- | error 42P07 relation "bad" already exists
CREATE TABLE IF NOT EXISTS bad(a nope);
-- | NOTICE 42P07 relation "bad" already exists, skipping
-- | ok (CREATE TABLE)
CREATE TABLE bad(a int CHECK (nope > 1));
-- | error 42P07 relation "bad" already exists
CREATE TABLE bad(a int DEFAULT 'x');
-- | error 42P07 relation "bad" already exists
CREATE TABLE bad(a int REFERENCES nope);
-- | error 42P07 relation "bad" already exists
CREATE VIEW bad AS SELECT nope;
-- | error 42703 column "nope" does not exist
CREATE VIEW bad AS SELECT 1;
-- | error 42P07 relation "bad" already exists
CREATE TABLE bad AS SELECT nope;
-- | error 42703 column "nope" does not exist
CREATE TABLE bad AS SELECT 1;
-- | error 42P07 relation "bad" already exists
CREATE INDEX bad ON bad(nope);
-- | error 42703 column "nope" does not exist
CREATE INDEX bad ON bad(a);
-- | error 42P07 relation "bad" already exists
