-- Read-only transactions, isolation levels, CHAIN; FOR UPDATE of what cannot be locked; columns of USING; defaults that do not fit; compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE z (a int primary key, b serial);
-- | ok (CREATE TABLE)
CREATE SEQUENCE s;
-- | ok (CREATE SEQUENCE)
BEGIN READ ONLY;
-- | ok (BEGIN)
SELECT * FROM z;
-- | a | b
-- | ok (SELECT 0)
INSERT INTO z VALUES (1);
-- | error 25006 cannot execute INSERT in a read-only transaction
SELECT 1;
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
COMMIT;
-- | ok (ROLLBACK)
BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
-- | ok (BEGIN)
SHOW transaction_isolation;
-- | transaction_isolation
-- | 'repeatable read'
-- | ok (SHOW)
SHOW transaction_read_only;
-- | transaction_read_only
-- | 'on'
-- | ok (SHOW)
UPDATE z SET a = 1;
-- | error 25006 cannot execute UPDATE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
SHOW transaction_isolation;
-- | transaction_isolation
-- | 'read committed'
-- | ok (SHOW)
START TRANSACTION READ ONLY;
-- | ok (START TRANSACTION)
CREATE TABLE y (a int);
-- | error 25006 cannot execute CREATE TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN ISOLATION LEVEL SERIALIZABLE;
-- | ok (BEGIN)
SHOW transaction_isolation;
-- | transaction_isolation
-- | 'serializable'
-- | ok (SHOW)
SET TRANSACTION READ ONLY;
-- | ok (SET)
DELETE FROM z;
-- | error 25006 cannot execute DELETE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED, READ ONLY;
-- | ok (SET)
SHOW transaction_isolation;
-- | transaction_isolation
-- | 'read uncommitted'
-- | ok (SHOW)
TRUNCATE z;
-- | error 25006 cannot execute TRUNCATE TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
START TRANSACTION READ WRITE;
-- | ok (START TRANSACTION)
INSERT INTO z VALUES (1);
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | ok (COMMIT)
SET TRANSACTION READ ONLY;
-- | WARNING 25P01 SET TRANSACTION can only be used in transaction blocks
-- | ok (SET)
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
-- | WARNING 25P01 SET TRANSACTION can only be used in transaction blocks
-- | ok (SET)
INSERT INTO z VALUES (2);
-- | ok, 1 row (INSERT 0 1)
BEGIN READ ONLY;
-- | ok (BEGIN)
MERGE INTO z USING (VALUES (1)) v(a) ON z.a = v.a WHEN MATCHED THEN DELETE;
-- | error 25006 cannot execute MERGE in a read-only transaction
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
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
WITH d AS (DELETE FROM z RETURNING *) SELECT * FROM d;
-- | error 25006 cannot execute SELECT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
CREATE TEMP TABLE tt (a int);
-- | error 25006 cannot execute CREATE TABLE in a read-only transaction
INSERT INTO tt VALUES (1);
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
INSERT INTO z VALUES (1) ON CONFLICT DO NOTHING;
-- | error 25006 cannot execute INSERT in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
ALTER TABLE z ADD c int;
-- | error 25006 cannot execute ALTER TABLE in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
CREATE INDEX ON z (b);
-- | error 25006 cannot execute CREATE INDEX in a read-only transaction
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN READ ONLY;
-- | ok (BEGIN)
LOCK TABLE z;
-- | ok (LOCK TABLE)
ROLLBACK;
-- | ok (ROLLBACK)
COMMIT AND CHAIN;
-- | error 25P01 COMMIT AND CHAIN can only be used in transaction blocks
ROLLBACK AND CHAIN;
-- | error 25P01 ROLLBACK AND CHAIN can only be used in transaction blocks
BEGIN;
-- | ok (BEGIN)
COMMIT AND CHAIN;
-- | ok (COMMIT)
INSERT INTO z VALUES (3);
-- | ok, 1 row (INSERT 0 1)
ROLLBACK AND CHAIN;
-- | ok (ROLLBACK)
INSERT INTO z VALUES (4);
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | ok (COMMIT)
SELECT a FROM z ORDER BY a;
-- | a
-- | 1
-- | 2
-- | 4
-- | ok (SELECT 3)
-- @dialect postgresql
CREATE TABLE p (id int, m int, n int);
-- | ok (CREATE TABLE)
CREATE TABLE q (z int, m int, id int);
-- | ok (CREATE TABLE)
INSERT INTO p VALUES (1,2,3);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO q VALUES (4,2,1);
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM p JOIN q USING (m);
-- | m | id | n | z | id
-- | 2 | 1 | 3 | 4 | 1
-- | ok (SELECT 1)
SELECT * FROM p NATURAL JOIN q;
-- | id | m | n | z
-- | 1 | 2 | 3 | 4
-- | ok (SELECT 1)
SELECT * FROM p LEFT JOIN q USING (m, id);
-- | m | id | n | z
-- | 2 | 1 | 3 | 4
-- | ok (SELECT 1)
SELECT p.* FROM p JOIN q USING (m);
-- | id | m | n
-- | 1 | 2 | 3
-- | ok (SELECT 1)
SELECT * FROM p RIGHT JOIN q USING (id) JOIN q q2 USING (z);
-- | z | id | m | n | m | m | id
-- | 4 | 1 | 2 | 3 | 2 | 2 | 1
-- | ok (SELECT 1)
SELECT * FROM p FULL JOIN q USING (m);
-- | m | id | n | z | id
-- | 2 | 1 | 3 | 4 | 1
-- | ok (SELECT 1)
SELECT q.* FROM p JOIN q USING (m);
-- | z | m | id
-- | 4 | 2 | 1
-- | ok (SELECT 1)
SELECT * FROM p JOIN q USING (m) JOIN p p3 USING (n);
-- | n | m | id | z | id | id | m
-- | 3 | 2 | 1 | 4 | 1 | 1 | 2
-- | ok (SELECT 1)
-- @dialect postgresql
CREATE TABLE cc (a int, c varchar(3) DEFAULT 'abcd', d char(2) DEFAULT 'abc', n numeric(3,1) DEFAULT 100, m numeric(3,1) DEFAULT '100', s smallint DEFAULT 40000, e varchar(3) DEFAULT 'abc   ', v varchar(2) DEFAULT upper('abc'));
-- | ok (CREATE TABLE)
CREATE TABLE c1 (c varchar(3) DEFAULT 'abcd');
-- | ok (CREATE TABLE)
CREATE TABLE c2 (c char(3) DEFAULT 'abcd');
-- | ok (CREATE TABLE)
CREATE TABLE c3 (c numeric(3,1) DEFAULT 100);
-- | ok (CREATE TABLE)
CREATE TABLE c4 (c numeric(3,1) DEFAULT '100');
-- | ok (CREATE TABLE)
CREATE TABLE c5 (c smallint DEFAULT 40000);
-- | ok (CREATE TABLE)
CREATE TABLE c6 (c varchar(3) DEFAULT 'abcd'::varchar(3));
-- | ok (CREATE TABLE)
CREATE TABLE c7 (c int DEFAULT 'x');
-- | error 22P02 invalid input syntax for type integer: "x"
CREATE TABLE c8 (c timestamp(0) DEFAULT '2024-01-01 10:00:00.7');
-- | ok (CREATE TABLE)
CREATE TABLE c9 (c varchar(3)[] DEFAULT '{abcd}');
-- | ok (CREATE TABLE)
INSERT INTO c1 DEFAULT VALUES;
-- | error 22001 value too long for type character varying(3)
INSERT INTO c2 DEFAULT VALUES;
-- | error 22001 value too long for type character(3)
INSERT INTO c3 DEFAULT VALUES;
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 3, scale 1 must round to an absolute value less than 10^2.
INSERT INTO c4 DEFAULT VALUES;
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 3, scale 1 must round to an absolute value less than 10^2.
INSERT INTO c5 DEFAULT VALUES;
-- | error 22003 smallint out of range
INSERT INTO c6 DEFAULT VALUES;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c8 DEFAULT VALUES RETURNING *;
-- | c
-- | 2024-01-01 10:00:01
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE c1 ALTER c SET DEFAULT 'vwxyz';
-- | ok (ALTER TABLE)
INSERT INTO c1 VALUES ('abcdef') ON CONFLICT DO NOTHING;
-- | error 22001 value too long for type character varying(3)
CREATE TABLE c10 (id int primary key, v varchar(2));
-- | ok (CREATE TABLE)
INSERT INTO c10 VALUES (1, 'abc'), (2,'b');
-- | error 22001 value too long for type character varying(2)
INSERT INTO c10 VALUES (1, 'ab') ON CONFLICT (id) DO UPDATE SET v = 'abc';
-- | error 22001 value too long for type character varying(2)
INSERT INTO c10 VALUES (1, 'ab') ON CONFLICT (id) DO UPDATE SET v = 'abc';
-- | error 22001 value too long for type character varying(2)
UPDATE c10 SET v = 'abcd' WHERE false;
-- | error 22001 value too long for type character varying(2)
INSERT INTO c10 SELECT 1, 'abc' WHERE false;
-- | error 22001 value too long for type character varying(2)
UPDATE c10 SET v = 'abc' WHERE id = 99;
-- | error 22001 value too long for type character varying(2)
CREATE TABLE c11 (id int, v varchar(2) GENERATED ALWAYS AS ('abc') STORED);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX hu ON c10 USING hash (id);
-- | error 0A000 access method "hash" does not support unique indexes
CREATE INDEX hm ON c10 USING hash (id, v);
-- | error 0A000 access method "hash" does not support multicolumn indexes
SELECT count(*) FROM c10 FOR UPDATE;
-- | error 0A000 FOR UPDATE is not allowed with aggregate functions
SELECT DISTINCT id FROM c10 FOR UPDATE;
-- | error 0A000 FOR UPDATE is not allowed with DISTINCT clause
SELECT id FROM c10 GROUP BY id FOR UPDATE;
-- | error 0A000 FOR UPDATE is not allowed with GROUP BY clause
SELECT id FROM c10 UNION SELECT 1 FOR UPDATE;
-- | error 0A000 FOR UPDATE is not allowed with UNION/INTERSECT/EXCEPT
SELECT id, row_number() OVER () FROM c10 FOR SHARE;
-- | error 0A000 FOR SHARE is not allowed with window functions
SELECT max(id) FROM c10 FOR KEY SHARE;
-- | error 0A000 FOR KEY SHARE is not allowed with aggregate functions
SELECT generate_series(1,2) FROM c10 FOR UPDATE;
-- | error 0A000 FOR UPDATE is not allowed with set-returning functions in the target list
SELECT 1 FOR UPDATE;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
COMMENT ON TABLE nope IS 'x';
-- | error 42P01 relation "nope" does not exist
COMMENT ON COLUMN nope.a IS 'x';
-- | error 42P01 relation "nope" does not exist
COMMENT ON INDEX nope IS 'x';
-- | error 42P01 relation "nope" does not exist
COMMENT ON INDEX c10_pkey IS 'x';
-- | ok (COMMENT)
COMMENT ON CONSTRAINT c10_pkey ON c10 IS 'x';
-- | ok (COMMENT)
COMMENT ON SCHEMA public IS 'x';
-- | ok (COMMENT)
COMMENT ON DATABASE postgres IS 'x';
-- | ok (COMMENT)
\d c10;
-- | error 42601 syntax error at or near "\"
ALTER SEQUENCE nope RESTART;
-- | error 42P01 relation "nope" does not exist
ALTER SEQUENCE IF EXISTS nope RESTART;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER SEQUENCE)
ALTER SEQUENCE IF EXISTS nope RENAME TO x;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER SEQUENCE)
