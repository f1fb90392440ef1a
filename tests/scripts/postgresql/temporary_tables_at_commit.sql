-- What does ON COMMIT do to a temporary table? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
BEGIN;
-- | ok (BEGIN)
CREATE TEMP TABLE tt(a int) ON COMMIT DROP;
-- | ok (CREATE TABLE)
INSERT INTO tt VALUES (1);
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM tt;
-- | a
-- | 1
-- | ok (SELECT 1)
COMMIT;
-- | ok (COMMIT)
SELECT * FROM tt;
-- | error 42P01 relation "tt" does not exist
BEGIN;
-- | ok (BEGIN)
CREATE TEMP TABLE td(a int PRIMARY KEY) ON COMMIT DELETE ROWS;
-- | ok (CREATE TABLE)
INSERT INTO td VALUES (1);
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM td;
-- | a
-- | 1
-- | ok (SELECT 1)
COMMIT;
-- | ok (COMMIT)
SELECT * FROM td;
-- | a
-- | ok (SELECT 0)
INSERT INTO td VALUES (1);
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM td;
-- | a
-- | ok (SELECT 0)
CREATE TEMP TABLE tp(a int) ON COMMIT PRESERVE ROWS;
-- | ok (CREATE TABLE)
INSERT INTO tp VALUES (1);
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM tp;
-- | a
-- | 1
-- | ok (SELECT 1)
CREATE TEMP TABLE ta ON COMMIT DROP AS SELECT 1 AS x;
-- | ok (SELECT 1)
SELECT * FROM ta;
-- | error 42P01 relation "ta" does not exist
CREATE TABLE nt(a int) ON COMMIT DROP;
-- | error 42P16 ON COMMIT can only be used on temporary tables
BEGIN;
-- | ok (BEGIN)
CREATE TEMP TABLE t5 ON COMMIT DROP AS SELECT 1 AS x;
-- | ok (SELECT 1)
SELECT * FROM t5;
-- | x
-- | 1
-- | ok (SELECT 1)
ROLLBACK;
-- | ok (ROLLBACK)
SELECT * FROM t5;
-- | error 42P01 relation "t5" does not exist

-- @dialect postgresql
CREATE TABLE users(id int PRIMARY KEY, email text UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO users VALUES (1, 'a');
-- | ok, 1 row (INSERT 0 1)
BEGIN;
-- | ok (BEGIN)
CREATE TEMP TABLE staging(LIKE users INCLUDING ALL) ON COMMIT DROP;
-- | ok (CREATE TABLE)
INSERT INTO staging VALUES (1, 'z'), (2, 'b');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO users SELECT * FROM staging ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email;
-- | ok, 2 rows (INSERT 0 2)
COMMIT;
-- | ok (COMMIT)
SELECT * FROM users ORDER BY id;
-- | id | email
-- | 1 | 'z'
-- | 2 | 'b'
-- | ok (SELECT 2)
SELECT * FROM staging;
-- | error 42P01 relation "staging" does not exist
CREATE TEMP TABLE gone(a int) ON COMMIT DROP;
-- | ok (CREATE TABLE)
SELECT * FROM gone;
-- | error 42P01 relation "gone" does not exist
SELECT DISTINCT ON (9) id FROM users;
-- | error 42P10 DISTINCT ON position 9 is not in select list
SELECT DISTINCT ON (0) id FROM users;
-- | error 42P10 DISTINCT ON position 0 is not in select list
