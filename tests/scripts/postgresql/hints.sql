-- What does the error say when a name is almost right? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE users (id int PRIMARY KEY, name text, email text UNIQUE, nam text);
-- | ok (CREATE TABLE)
CREATE TABLE orders (id int, user_id int, total numeric);
-- | ok (CREATE TABLE)
SELECT nme FROM users;
-- | error 42703 column "nme" does not exist
-- |   hint: Perhaps you meant to reference the column "users.name".
SELECT nome FROM users;
-- | error 42703 column "nome" does not exist
-- |   hint: Perhaps you meant to reference the column "users.name".
SELECT emial FROM users;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
SELECT u.emial FROM users u;
-- | error 42703 column u.emial does not exist
-- |   hint: Perhaps you meant to reference the column "u.email".
SELECT usr_id FROM users, orders;
-- | error 42703 column "usr_id" does not exist
-- |   hint: Perhaps you meant to reference the column "orders.user_id".
SELECT idd FROM users, orders;
-- | error 42703 column "idd" does not exist
-- |   hint: Perhaps you meant to reference the column "users.id" or the column "orders.id".
SELECT users.id FROM users u;
-- | error 42P01 invalid reference to FROM-clause entry for table "users"
-- |   hint: Perhaps you meant to reference the table alias "u".
SELECT user.id FROM users;
-- | error 42601 syntax error at or near "."
SELECT u.id FROM users;
-- | error 42P01 missing FROM-clause entry for table "u"
SELECT x FROM users;
-- | error 42703 column "x" does not exist
SELECT totl FROM orders o JOIN users u ON u.id = o.user_id;
-- | error 42703 column "totl" does not exist
-- |   hint: Perhaps you meant to reference the column "o.total".
SELECT * FROM users WHERE emal = 'x';
-- | error 42703 column "emal" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
SELECT * FROM users ORDER BY emal;
-- | error 42703 column "emal" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
SELECT * FROM users GROUP BY emal;
-- | error 42703 column "emal" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
SELECT * FROM orders WHERE user_id IN (SELECT idd FROM users);
-- | error 42703 column "idd" does not exist
-- |   hint: Perhaps you meant to reference the column "users.id" or the column "orders.id".
SELECT * FROM orders WHERE EXISTS (SELECT 1 FROM users WHERE users.id = ordrs.id);
-- | error 42P01 missing FROM-clause entry for table "ordrs"
INSERT INTO users VALUES (1, nme);
-- | error 42703 column "nme" does not exist
-- |   hint: Perhaps you meant to reference the column "users.name".
INSERT INTO users (id, nme) VALUES (1, 'x');
-- | error 42703 column "nme" of relation "users" does not exist
INSERT INTO users (id, name) VALUES (1, "emial");
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
INSERT INTO users (id, name) SELECT id, totl FROM orders;
-- | error 42703 column "totl" does not exist
-- |   hint: Perhaps you meant to reference the column "orders.total".
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = emial;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email" or the column "excluded.email".
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.emial;
-- | error 42703 column excluded.emial does not exist
-- |   hint: Perhaps you meant to reference the column "excluded.email".
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.zzz;
-- | error 42703 column excluded.zzz does not exist
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = users.emial;
-- | error 42703 column users.emial does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET nme = 1;
-- | error 42703 column "nme" of relation "users" does not exist
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (emial) DO NOTHING;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (lower(emial)) DO NOTHING;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) WHERE emial = 'x' DO NOTHING;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
INSERT INTO users (id, email) VALUES (1, 'x') RETURNING emial;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
INSERT INTO users (id, email) VALUES (2, 'y') ON CONFLICT (id) DO UPDATE SET name = 'x' RETURNING emial;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email" or the column "excluded.email".
INSERT INTO users (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = 'x' WHERE emial = 'x';
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email" or the column "excluded.email".
UPDATE users SET name = emial;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
UPDATE users SET nme = 'x';
-- | error 42703 column "nme" of relation "users" does not exist
UPDATE users u SET u.name = 'x';
-- | error 42703 column "u" of relation "users" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
UPDATE users SET users.name = 'x';
-- | error 42703 column "users" of relation "users" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
UPDATE users u SET name = users.email;
-- | error 42P01 invalid reference to FROM-clause entry for table "users"
-- |   hint: Perhaps you meant to reference the table alias "u".
UPDATE users SET name = 'x' RETURNING emial;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
DELETE FROM users WHERE emial = 'x';
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
DELETE FROM users u WHERE users.id = 1;
-- | error 42P01 invalid reference to FROM-clause entry for table "users"
-- |   hint: Perhaps you meant to reference the table alias "u".
DELETE FROM users u WHERE x.id = 1;
-- | error 42P01 missing FROM-clause entry for table "x"
MERGE INTO users u USING orders o ON u.id = o.usr_id WHEN MATCHED THEN DELETE;
-- | error 42703 column o.usr_id does not exist
-- |   hint: Perhaps you meant to reference the column "o.user_id".
MERGE INTO users u USING orders o ON u.id = o.id WHEN NOT MATCHED THEN INSERT (id) VALUES (o.idd);
-- | error 42703 column o.idd does not exist
-- |   hint: Perhaps you meant to reference the column "o.id".
CREATE INDEX ON users (emial);
-- | error 42703 column "emial" does not exist
CREATE INDEX ON users (lower(emial));
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
CREATE UNIQUE INDEX ON users (id) WHERE emial = 'x';
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
CREATE TABLE k (name text, CHECK (nme <> ''));
-- | error 42703 column "nme" does not exist
-- |   hint: Perhaps you meant to reference the column "k.name".
CREATE TABLE k (name text, g text GENERATED ALWAYS AS (nme) STORED);
-- | error 42703 column "nme" does not exist
-- |   hint: Perhaps you meant to reference the column "k.name".
ALTER TABLE users ADD CHECK (emial <> '');
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
CREATE VIEW v AS SELECT emial FROM users;
-- | error 42703 column "emial" does not exist
-- |   hint: Perhaps you meant to reference the column "users.email".
SELECT (SELECT idd) FROM users;
-- | error 42703 column "idd" does not exist
-- |   hint: Perhaps you meant to reference the column "users.id".
SELECT lower(nme) FROM users;
-- | error 42703 column "nme" does not exist
-- |   hint: Perhaps you meant to reference the column "users.name".
WITH c AS (SELECT id AS cid FROM users) SELECT cdi FROM c;
-- | error 42703 column "cdi" does not exist
SELECT s.idd FROM (SELECT id FROM users) s;
-- | error 42703 column s.idd does not exist
-- |   hint: Perhaps you meant to reference the column "s.id".
SELECT "Name" FROM users;
-- | error 42703 column "Name" does not exist
-- |   hint: Perhaps you meant to reference the column "users.name".
SELECT Name FROM users;
-- | name
-- | ok (SELECT 0)
CREATE TABLE "Mixed" ("Id" int PRIMARY KEY, "userName" text);
-- | ok (CREATE TABLE)
SELECT userName FROM "Mixed";
-- | error 42703 column "username" does not exist
-- |   hint: Perhaps you meant to reference the column "Mixed.userName".
SELECT id FROM "Mixed";
-- | error 42703 column "id" does not exist
-- |   hint: Perhaps you meant to reference the column "Mixed.Id".
SELECT * FROM Mixed;
-- | error 42P01 relation "mixed" does not exist
INSERT INTO "Mixed" (Id) VALUES (1);
-- | error 42703 column "id" of relation "Mixed" does not exist
INSERT INTO "Mixed" VALUES (1, 'x');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO "Mixed" VALUES (1, 'y');
-- | error 23505 duplicate key value violates unique constraint "Mixed_pkey"
-- |   detail: Key ("Id")=(1) already exists.
INSERT INTO "Mixed" VALUES (1, 'y') ON CONFLICT ("Id") DO UPDATE SET "userName" = EXCLUDED."userName" RETURNING "Id";
-- | Id
-- | 1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO "Mixed" VALUES (NULL, 'y');
-- | error 23502 null value in column "Id" of relation "Mixed" violates not-null constraint
-- |   detail: Failing row contains (null, y).
INSERT INTO orders VALUES (1, 1, 1) RETURNING WITH (OLD AS o, NEW AS n) o.id, n.id;
-- | id | id
-- | NULL | 1
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM orders ORDER BY 9;
-- | error 42P10 ORDER BY position 9 is not in select list
DO $$ BEGIN PERFORM nme FROM users; END $$;
-- | error 42703 column "nme" does not exist
-- |   hint: Perhaps you meant to reference the column "users.name".
