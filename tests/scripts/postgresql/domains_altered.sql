-- What does ALTER DOMAIN do to the columns of the domain? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
-- | ok (CREATE DOMAIN)
CREATE TABLE d(a pos);
-- | ok (CREATE TABLE)
INSERT INTO d VALUES (5);
-- | ok, 1 row (INSERT 0 1)
ALTER DOMAIN pos ADD CONSTRAINT big CHECK (VALUE > 10);
-- | error 23514 column "a" of table "d" contains values that violate the new constraint
ALTER DOMAIN pos ADD CONSTRAINT small CHECK (VALUE < 100);
-- | ok (ALTER DOMAIN)
INSERT INTO d VALUES (200);
-- | error 23514 value for domain pos violates check constraint "small"
ALTER DOMAIN pos DROP CONSTRAINT small;
-- | ok (ALTER DOMAIN)
ALTER DOMAIN pos DROP CONSTRAINT small;
-- | error 42704 constraint "small" of domain "pos" does not exist
ALTER DOMAIN pos DROP CONSTRAINT IF EXISTS small;
-- | NOTICE 00000 constraint "small" of domain "pos" does not exist, skipping
-- | ok (ALTER DOMAIN)
INSERT INTO d VALUES (200);
-- | ok, 1 row (INSERT 0 1)
ALTER DOMAIN pos SET NOT NULL;
-- | ok (ALTER DOMAIN)
INSERT INTO d VALUES (NULL);
-- | error 23502 domain pos does not allow null values
ALTER DOMAIN pos DROP NOT NULL;
-- | ok (ALTER DOMAIN)
INSERT INTO d VALUES (NULL);
-- | ok, 1 row (INSERT 0 1)
ALTER DOMAIN pos SET NOT NULL;
-- | error 23502 column "a" of table "d" contains null values
ALTER DOMAIN pos SET DEFAULT 7;
-- | ok (ALTER DOMAIN)
CREATE TABLE d2(a pos, b int);
-- | ok (CREATE TABLE)
INSERT INTO d2(b) VALUES (1) RETURNING *;
-- | a | b
-- | 7 | 1
-- | ok, 1 row (INSERT 0 1)
ALTER DOMAIN pos DROP DEFAULT;
-- | ok (ALTER DOMAIN)
INSERT INTO d2(b) VALUES (1) RETURNING *;
-- | a | b
-- | NULL | 1
-- | ok, 1 row (INSERT 0 1)
ALTER DOMAIN pos RENAME TO positive;
-- | ok (ALTER DOMAIN)
INSERT INTO d2 VALUES (-1, 1) RETURNING *;
-- | error 23514 value for domain positive violates check constraint "pos_check"
ALTER DOMAIN pos ADD CHECK (VALUE < 5);
-- | error 42704 type "pos" does not exist
ALTER DOMAIN positive RENAME CONSTRAINT pos_check TO chk;
-- | ok (ALTER DOMAIN)
INSERT INTO d2 VALUES (-1, 1) RETURNING *;
-- | error 23514 value for domain positive violates check constraint "chk"
ALTER DOMAIN positive ADD CHECK (VALUE < 1000) NOT VALID;
-- | ok (ALTER DOMAIN)
ALTER DOMAIN positive VALIDATE CONSTRAINT positive_check;
-- | ok (ALTER DOMAIN)
DROP DOMAIN positive;
-- | error 2BP01 cannot drop type positive because other objects depend on it
-- |   detail: column a of table d depends on type positive
-- |     column a of table d2 depends on type positive
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.

-- @dialect postgresql
CREATE DOMAIN email AS text;
-- | ok (CREATE DOMAIN)
CREATE TABLE u(id int PRIMARY KEY, e email UNIQUE, f email);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES (1, 'a@b', 'x');
-- | ok, 1 row (INSERT 0 1)
ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%');
-- | error 23514 column "f" of table "u" contains values that violate the new constraint
UPDATE u SET f = 'x@y';
-- | ok, 1 row (UPDATE 1)
ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%');
-- | ok (ALTER DOMAIN)
ALTER DOMAIN email ADD CONSTRAINT short CHECK (length(VALUE) < 10);
-- | ok (ALTER DOMAIN)
ALTER DOMAIN email ADD CONSTRAINT short CHECK (length(VALUE) < 10);
-- | error 42710 constraint "short" for domain "email" already exists
INSERT INTO u VALUES (2, 'nope', 'x@y');
-- | error 23514 value for domain email violates check constraint "email_check"
INSERT INTO u VALUES (1, 'nope', 'x@y') ON CONFLICT (id) DO UPDATE SET e = EXCLUDED.e;
-- | error 23514 value for domain email violates check constraint "email_check"
INSERT INTO u VALUES (2, 'a@b', 'long@looooooong');
-- | error 23514 value for domain email violates check constraint "short"
INSERT INTO u VALUES (2, 'a@b', 'y@z');
-- | error 23505 duplicate key value violates unique constraint "u_e_key"
-- |   detail: Key (e)=(a@b) already exists.
UPDATE u SET e = 'bad';
-- | error 23514 value for domain email violates check constraint "email_check"
SELECT 'bad'::email;
-- | error 23514 value for domain email violates check constraint "email_check"
SELECT 'good@x'::email;
-- | email
-- | 'good@x'
-- | ok (SELECT 1)
ALTER DOMAIN email ADD CONSTRAINT later CHECK (VALUE <> 'a@b') NOT VALID;
-- | ok (ALTER DOMAIN)
UPDATE u SET e = 'a@b';
-- | error 23514 value for domain email violates check constraint "later"
ALTER DOMAIN email VALIDATE CONSTRAINT later;
-- | error 23514 column "e" of table "u" contains values that violate the new constraint
ALTER DOMAIN email VALIDATE CONSTRAINT nope;
-- | error 42704 constraint "nope" of domain "email" does not exist
ALTER DOMAIN email DROP CONSTRAINT later;
-- | ok (ALTER DOMAIN)
ALTER DOMAIN email ADD CHECK (nope > 1);
-- | error 42703 column "nope" does not exist
ALTER DOMAIN email ADD CHECK (VALUE);
-- | error 42804 argument of CHECK must be type boolean, not type text
ALTER DOMAIN nope SET NOT NULL;
-- | error 42704 type "nope" does not exist
CREATE TYPE mood AS ENUM ('a');
-- | ok (CREATE TYPE)
ALTER DOMAIN mood SET NOT NULL;
-- | error 42809 mood is not a domain
BEGIN;
-- | ok (BEGIN)
ALTER DOMAIN email SET NOT NULL;
-- | ok (ALTER DOMAIN)
INSERT INTO u VALUES (3, NULL, 'x@y');
-- | error 23502 domain email does not allow null values
ROLLBACK;
-- | ok (ROLLBACK)
INSERT INTO u VALUES (3, NULL, 'x@y') RETURNING *;
-- | id | e | f
-- | 3 | NULL | 'x@y'
-- | ok, 1 row (INSERT 0 1)
ALTER DOMAIN email SET DEFAULT 'd@d';
-- | ok (ALTER DOMAIN)
INSERT INTO u(id) VALUES (4) RETURNING *;
-- | id | e | f
-- | 4 | 'd@d' | 'd@d'
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE u ALTER f SET DEFAULT 'own@x';
-- | ok (ALTER TABLE)
ALTER DOMAIN email SET DEFAULT 'n@n';
-- | ok (ALTER DOMAIN)
INSERT INTO u(id) VALUES (5) RETURNING *;
-- | id | e | f
-- | 5 | 'n@n' | 'own@x'
-- | ok, 1 row (INSERT 0 1)
CREATE DOMAIN dbad AS int CHECK (nope > 1);
-- | error 42703 column "nope" does not exist
CREATE DOMAIN dbad AS int CHECK (VALUE + 1);
-- | error 42804 argument of CHECK must be type boolean, not type integer
CREATE DOMAIN dbad AS int CHECK (VALUE > 'x');
-- | error 22P02 invalid input syntax for type integer: "x"
CREATE DOMAIN dbad AS int CHECK ((SELECT 1) = 1);
-- | error 0A000 cannot use subquery in check constraint
CREATE DOMAIN dbad AS int CHECK (count(*) > 1);
-- | error 42803 aggregate functions are not allowed in check constraints
CREATE DOMAIN dok AS int CONSTRAINT pos CHECK (VALUE > 0) CHECK (VALUE < 10) DEFAULT 3 NOT NULL;
-- | ok (CREATE DOMAIN)
SELECT 11::dok;
-- | error 23514 value for domain dok violates check constraint "dok_check"
SELECT 0::dok;
-- | error 23514 value for domain dok violates check constraint "pos"
SELECT NULL::dok;
-- | error 23502 domain dok does not allow null values
