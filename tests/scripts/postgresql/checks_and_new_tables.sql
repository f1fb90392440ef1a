-- Which rows do checks look at, and what makes a table of a query? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE r (a int, CONSTRAINT ab2 CHECK (a <> 3) NOT ENFORCED, CONSTRAINT ab CHECK (a < 9) NO INHERIT);
-- | ok (CREATE TABLE)
INSERT INTO r VALUES (3);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO r VALUES (9);
-- | error 23514 new row for relation "r" violates check constraint "ab"
-- |   detail: Failing row contains (9).
ALTER TABLE r ADD CONSTRAINT c3 CHECK (a > 5) NOT ENFORCED;
-- | ok (ALTER TABLE)
ALTER TABLE r ADD CONSTRAINT c4 CHECK (a > 5);
-- | error 23514 check constraint "c4" of relation "r" is violated by some row
UPDATE r SET a = 3;
-- | ok, 1 row (UPDATE 1)
ALTER TABLE r ADD CONSTRAINT c5 CHECK (a > 5) NOT VALID;
-- | ok (ALTER TABLE)
INSERT INTO r VALUES (1);
-- | error 23514 new row for relation "r" violates check constraint "c5"
-- |   detail: Failing row contains (1).
UPDATE r SET a = a;
-- | error 23514 new row for relation "r" violates check constraint "c5"
-- |   detail: Failing row contains (3).
ALTER TABLE r VALIDATE CONSTRAINT c5;
-- | error 23514 check constraint "c5" of relation "r" is violated by some row
UPDATE r SET a = 7;
-- | ok, 1 row (UPDATE 1)
ALTER TABLE r VALIDATE CONSTRAINT c5;
-- | ok (ALTER TABLE)
ALTER TABLE r VALIDATE CONSTRAINT nope;
-- | error 42704 constraint "nope" of relation "r" does not exist
CREATE TABLE room (id int, room text, during tsrange, EXCLUDE USING gist (room WITH =, during WITH &&));
-- | error 42704 data type text has no default operator class for access method "gist"
-- |   hint: You must specify an operator class for the index or define a default operator class for the data type.
CREATE TABLE room (id int, room text, during tsrange, EXCLUDE USING gist (during WITH &&));
-- | ok (CREATE TABLE)
SELECT * INTO TEMP tmp FROM r;
-- | ok (SELECT 1)
SELECT * FROM tmp;
-- | a
-- | 7
-- | ok (SELECT 1)
SELECT a INTO r2 FROM r WHERE false;
-- | ok (SELECT 0)
SELECT * FROM r2;
-- | a
-- | ok (SELECT 0)
CREATE TABLE r3 AS SELECT * FROM r WHERE false;
-- | ok (SELECT 0)
CREATE TABLE r4 AS SELECT * FROM r WITH NO DATA;
-- | ok (CREATE TABLE AS)
