-- What of a view depends on which column, and what are its stars later? Compared with
-- PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE p(id int PRIMARY KEY, code text, z int);
-- | ok (CREATE TABLE)
CREATE TABLE c(id int, pid int, code int);
-- | ok (CREATE TABLE)
CREATE VIEW a AS SELECT c.id, p.code FROM p JOIN c ON c.pid = p.id;
-- | ok (CREATE VIEW)
CREATE VIEW b AS SELECT count(*) FROM p;
-- | ok (CREATE VIEW)
CREATE VIEW d AS SELECT * FROM p WHERE z > 1 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
CREATE VIEW e AS SELECT id FROM p UNION SELECT id FROM c;
-- | ok (CREATE VIEW)
ALTER TABLE c DROP COLUMN code;
-- | ok (ALTER TABLE)
ALTER TABLE c DROP COLUMN id;
-- | error 2BP01 cannot drop column id of table c because other objects depend on it
-- |   detail: view a depends on column id of table c
-- |     view e depends on column id of table c
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE p DROP COLUMN z;
-- | error 2BP01 cannot drop column z of table p because other objects depend on it
-- |   detail: view d depends on column z of table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE p RENAME z TO zz;
-- | ok (ALTER TABLE)
INSERT INTO d VALUES (1,'a',1);
-- | error 44000 new row violates check option for view "d"
-- |   detail: Failing row contains (1, a, 1).
INSERT INTO d VALUES (1,'a',5);
-- | ok, 1 row (INSERT 0 1)
UPDATE d SET z = z + 1 RETURNING *;
-- | id | code | z
-- | 1 | 'a' | 6
-- | ok, 1 row (UPDATE 1)
UPDATE d SET zz = 1;
-- | error 42703 column "zz" of relation "d" does not exist
DELETE FROM d WHERE z = 6 RETURNING z;
-- | z
-- | 6
-- | ok, 1 row (DELETE 1)
ALTER TABLE p DROP COLUMN zz;
-- | error 2BP01 cannot drop column zz of table p because other objects depend on it
-- |   detail: view d depends on column zz of table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE p DROP COLUMN zz CASCADE;
-- | NOTICE 00000 drop cascades to view d
-- | ok (ALTER TABLE)
SELECT * FROM a;
-- | id | code
-- | ok (SELECT 0)
TABLE d;
-- | error 42P01 relation "d" does not exist
CREATE VIEW f AS TABLE p;
-- | ok (CREATE VIEW)
CREATE VIEW g AS SELECT p.* FROM p;
-- | ok (CREATE VIEW)
CREATE VIEW h AS SELECT g.*, 1 AS one FROM g;
-- | ok (CREATE VIEW)
ALTER TABLE p ADD COLUMN w int;
-- | ok (ALTER TABLE)
SELECT * FROM f;
-- | id | code
-- | ok (SELECT 0)
SELECT * FROM g;
-- | id | code
-- | ok (SELECT 0)
SELECT * FROM h;
-- | id | code | one
-- | ok (SELECT 0)
CREATE OR REPLACE VIEW g AS SELECT p.* FROM p;
-- | ok (CREATE VIEW)
SELECT * FROM g;
-- | id | code | w
-- | ok (SELECT 0)
SELECT * FROM h;
-- | id | code | one
-- | ok (SELECT 0)
INSERT INTO g(id, w) VALUES (9, 4) ON CONFLICT (id) DO UPDATE SET w = excluded.w + g.w RETURNING *;
-- | id | code | w
-- | 9 | NULL | 4
-- | ok, 1 row (INSERT 0 1)
INSERT INTO g(id, w) VALUES (9, 4) ON CONFLICT (id) DO UPDATE SET w = excluded.w + g.w RETURNING *;
-- | id | code | w
-- | 9 | NULL | 8
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE p RENAME COLUMN id TO key;
-- | ok (ALTER TABLE)
ALTER TABLE p RENAME TO people;
-- | ok (ALTER TABLE)
INSERT INTO g(id, w) VALUES (9, 4) ON CONFLICT (id) DO UPDATE SET w = excluded.w + g.w RETURNING *;
-- | id | code | w
-- | 9 | NULL | 12
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM e;
-- | id
-- | 9
-- | ok (SELECT 1)
ALTER VIEW h RENAME COLUMN one TO uno;
-- | ok (ALTER VIEW)
SELECT * FROM h;
-- | id | code | uno
-- | 9 | NULL | 1
-- | ok (SELECT 1)
ALTER VIEW h RENAME COLUMN nope TO uno;
-- | error 42703 column "nope" does not exist
ALTER VIEW h RENAME COLUMN code TO uno;
-- | error 42701 column "uno" of relation "h" already exists
ALTER TABLE h RENAME code TO kode;
-- | ok (ALTER TABLE)
SELECT * FROM h;
-- | id | kode | uno
-- | 9 | NULL | 1
-- | ok (SELECT 1)
ALTER VIEW nope RENAME COLUMN code TO uno;
-- | error 42P01 relation "nope" does not exist
ALTER VIEW people RENAME COLUMN code TO uno;
-- | ok (ALTER VIEW)
CREATE VIEW k AS SELECT * FROM people NATURAL JOIN (SELECT key, 1 one FROM people) x;
-- | ok (CREATE VIEW)
SELECT * FROM k;
-- | key | uno | w | one
-- | 9 | NULL | 12 | 1
-- | ok (SELECT 1)
ALTER TABLE people RENAME COLUMN key TO id;
-- | ok (ALTER TABLE)
SELECT * FROM k;
-- | key | uno | w | one
-- | 9 | NULL | 12 | 1
-- | ok (SELECT 1)
CREATE VIEW l AS SELECT x.*, row_number() OVER () FROM people x, LATERAL (SELECT * FROM c WHERE c.pid = x.id) y;
-- | ok (CREATE VIEW)
ALTER TABLE people ADD v int;
-- | ok (ALTER TABLE)
SELECT * FROM l;
-- | id | uno | w | row_number
-- | ok (SELECT 0)
CREATE SCHEMA s;
-- | ok (CREATE SCHEMA)
SELECT * FROM e;
-- | id
-- | 9
-- | ok (SELECT 1)
SELECT * FROM l;
-- | id | uno | w | row_number
-- | ok (SELECT 0)
CREATE VIEW dup AS SELECT * FROM people a, people b;
-- | error 42701 column "id" specified more than once
CREATE VIEW y AS SELECT * FROM (VALUES (1,2)) t(a,b);
-- | ok (CREATE VIEW)
SELECT * FROM y;
-- | a | b
-- | 1 | 2
-- | ok (SELECT 1)
CREATE VIEW y2 AS SELECT * FROM generate_series(1,2);
-- | ok (CREATE VIEW)
SELECT * FROM y2;
-- | generate_series
-- | 1
-- | 2
-- | ok (SELECT 2)
DO $$ BEGIN EXECUTE 'CREATE VIEW dyn AS SELECT * FROM people'; END $$;
-- | ok (DO)
ALTER TABLE people ADD vv int;
-- | ok (ALTER TABLE)
SELECT * FROM dyn;
-- | id | uno | w | v
-- | 9 | NULL | 12 | NULL
-- | ok (SELECT 1)
