-- @dialect postgresql
-- What is a schema's: making, dropping, names of every kind of object in it, the field `schema` of
-- errors, and what the catalogs say. Compared with PostgreSQL 18 (PGlite).
CREATE SCHEMA app;
-- | ok (CREATE SCHEMA)
CREATE SCHEMA app;
-- | error 42P06 schema "app" already exists
CREATE SCHEMA IF NOT EXISTS app;
-- | NOTICE 42P06 schema "app" already exists, skipping
-- | ok (CREATE SCHEMA)
CREATE SCHEMA public;
-- | error 42P06 schema "public" already exists
CREATE TABLE app.users(id serial PRIMARY KEY, email text UNIQUE, age int CHECK (age > 0), name text NOT NULL DEFAULT 'x');
-- | ok (CREATE TABLE)
INSERT INTO app.users(email, age) VALUES ('a@x', 1), ('b@x', 2) RETURNING *;
-- | id | email | age | name
-- | 1 | 'a@x' | 1 | 'x'
-- | 2 | 'b@x' | 2 | 'x'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO app.users(email, age) VALUES ('a@x', 3);
-- | error 23505 duplicate key value violates unique constraint "users_email_key"
-- |   detail: Key (email)=(a@x) already exists.
INSERT INTO app.users(email, age) VALUES ('c@x', -3);
-- | error 23514 new row for relation "users" violates check constraint "users_age_check"
-- |   detail: Failing row contains (4, c@x, -3, x).
INSERT INTO app.users(email, name) VALUES ('d@x', NULL);
-- | error 23502 null value in column "name" of relation "users" violates not-null constraint
-- |   detail: Failing row contains (5, d@x, null, null).
INSERT INTO app.users(email, age) VALUES ('a@x', 9) ON CONFLICT (email) DO UPDATE SET age = EXCLUDED.age RETURNING *;
-- | id | email | age | name
-- | 1 | 'a@x' | 9 | 'x'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO app.users AS u (email, age) VALUES ('a@x', 9) ON CONFLICT (email) DO UPDATE SET age = u.age + 1 RETURNING u.*;
-- | id | email | age | name
-- | 1 | 'a@x' | 10 | 'x'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO app.users(email, age) VALUES ('a@x', 9) ON CONFLICT (email) DO UPDATE SET age = users.age + 1 RETURNING app.users.age;
-- | age
-- | 11
-- | ok, 1 row (INSERT 0 1)
INSERT INTO app.users(email, age) VALUES ('a@x', 9) ON CONFLICT ON CONSTRAINT users_email_key DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
SELECT app.users.email, users.age FROM app.users ORDER BY id;
-- | email | age
-- | 'a@x' | 11
-- | 'b@x' | 2
-- | ok (SELECT 2)
SELECT * FROM users;
-- | error 42P01 relation "users" does not exist
SELECT * FROM nos.users;
-- | error 42P01 relation "nos.users" does not exist
CREATE TABLE nos.t(a int);
-- | error 3F000 schema "nos" does not exist
CREATE TABLE IF NOT EXISTS nos.t(a int);
-- | error 3F000 schema "nos" does not exist
INSERT INTO nos.t VALUES (1);
-- | error 42P01 relation "nos.t" does not exist
UPDATE nos.t SET a = 1;
-- | error 42P01 relation "nos.t" does not exist
DELETE FROM nos.t;
-- | error 42P01 relation "nos.t" does not exist
DROP TABLE nos.t;
-- | error 3F000 schema "nos" does not exist
DROP TABLE IF EXISTS nos.t;
-- | NOTICE 00000 schema "nos" does not exist, skipping
-- | ok (DROP TABLE)
TRUNCATE nos.t;
-- | error 3F000 schema "nos" does not exist
ALTER TABLE nos.t ADD COLUMN b int;
-- | error 3F000 schema "nos" does not exist
CREATE INDEX ON nos.t (a);
-- | error 3F000 schema "nos" does not exist
CREATE VIEW nos.v AS SELECT 1;
-- | error 3F000 schema "nos" does not exist
CREATE SEQUENCE nos.s;
-- | error 3F000 schema "nos" does not exist
CREATE TYPE nos.e AS ENUM ('a');
-- | error 3F000 schema "nos" does not exist
CREATE FUNCTION nos.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- | error 3F000 schema "nos" does not exist
DROP TABLE app.nope;
-- | error 42P01 table "nope" does not exist
DROP TABLE IF EXISTS app.nope;
-- | NOTICE 00000 table "nope" does not exist, skipping
-- | ok (DROP TABLE)
DROP SCHEMA nos;
-- | error 3F000 schema "nos" does not exist
DROP SCHEMA IF EXISTS nos;
-- | NOTICE 00000 schema "nos" does not exist, skipping
-- | ok (DROP SCHEMA)
DROP SCHEMA app;
-- | error 2BP01 cannot drop schema app because other objects depend on it
-- |   detail: table app.users depends on schema app
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
CREATE TABLE public.members(id int PRIMARY KEY, app_id int REFERENCES app.users(id) ON DELETE CASCADE);
-- | ok (CREATE TABLE)
INSERT INTO members VALUES (1, 1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO members VALUES (2, 77);
-- | error 23503 insert or update on table "members" violates foreign key constraint "members_app_id_fkey"
-- |   detail: Key (app_id)=(77) is not present in table "users".
DELETE FROM app.users WHERE id = 1;
-- | ok, 1 row (DELETE 1)
SELECT * FROM public.members;
-- | id | app_id
-- | ok (SELECT 0)
INSERT INTO members VALUES (1, 2);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO public.members VALUES (1, 2);
-- | error 23505 duplicate key value violates unique constraint "members_pkey"
-- |   detail: Key (id)=(1) already exists.
SHOW search_path;
-- | search_path
-- | 'public'
-- | ok (SHOW)
SELECT current_schema(), current_schema;
-- | current_schema | current_schema
-- | 'public' | 'public'
-- | ok (SELECT 1)
SET search_path TO app, public;
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | 'app, public'
-- | ok (SHOW)
SELECT current_schema();
-- | current_schema
-- | 'app'
-- | ok (SELECT 1)
SELECT email FROM users ORDER BY 1;
-- | email
-- | 'b@x'
-- | ok (SELECT 1)
CREATE TABLE orders(id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id int NOT NULL REFERENCES users, note text);
-- | ok (CREATE TABLE)
INSERT INTO orders(user_id, note) VALUES (2, 'x') RETURNING *;
-- | id | user_id | note
-- | 1 | 2 | 'x'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO orders(user_id, note) VALUES (99, 'x') RETURNING *;
-- | error 23503 insert or update on table "orders" violates foreign key constraint "orders_user_id_fkey"
-- |   detail: Key (user_id)=(99) is not present in table "users".
DELETE FROM users WHERE id = 2;
-- | error 23503 update or delete on table "users" violates foreign key constraint "orders_user_id_fkey" on table "orders"
-- |   detail: Key (id)=(2) is still referenced from table "orders".
SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema IN ('app', 'public') ORDER BY 1, 2;
-- | table_schema | table_name
-- | 'app' | 'orders'
-- | 'app' | 'users'
-- | 'public' | 'members'
-- | ok (SELECT 3)
SELECT schemaname, tablename, indexname, indexdef FROM pg_indexes WHERE schemaname IN ('app', 'public') ORDER BY 1, 2, 3;
-- | schemaname | tablename | indexname | indexdef
-- | 'app' | 'orders' | 'orders_pkey' | 'CREATE UNIQUE INDEX orders_pkey ON app.orders USING btree (id)'
-- | 'app' | 'users' | 'users_email_key' | 'CREATE UNIQUE INDEX users_email_key ON app.users USING btree (email)'
-- | 'app' | 'users' | 'users_pkey' | 'CREATE UNIQUE INDEX users_pkey ON app.users USING btree (id)'
-- | 'public' | 'members' | 'members_pkey' | 'CREATE UNIQUE INDEX members_pkey ON public.members USING btree (id)'
-- | ok (SELECT 4)
SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('app', 'public') ORDER BY 1, 2;
-- | schemaname | tablename
-- | 'app' | 'orders'
-- | 'app' | 'users'
-- | 'public' | 'members'
-- | ok (SELECT 3)
SELECT n.nspname, c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('app', 'public') ORDER BY 1, 2;
-- | nspname | relname | relkind
-- | 'app' | 'orders' | 'r'
-- | 'app' | 'orders_id_seq' | 'S'
-- | 'app' | 'orders_pkey' | 'i'
-- | 'app' | 'users' | 'r'
-- | 'app' | 'users_email_key' | 'i'
-- | 'app' | 'users_id_seq' | 'S'
-- | 'app' | 'users_pkey' | 'i'
-- | 'public' | 'members' | 'r'
-- | 'public' | 'members_pkey' | 'i'
-- | ok (SELECT 9)
SELECT conname, contype, conrelid::regclass, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'app'::regnamespace AND contype <> 'n' ORDER BY 1;
-- | conname | contype | conrelid | pg_get_constraintdef
-- | 'orders_pkey' | 'p' | orders | 'PRIMARY KEY (id)'
-- | 'orders_user_id_fkey' | 'f' | orders | 'FOREIGN KEY (user_id) REFERENCES users(id)'
-- | 'users_age_check' | 'c' | users | 'CHECK ((age > 0))'
-- | 'users_email_key' | 'u' | users | 'UNIQUE (email)'
-- | 'users_pkey' | 'p' | users | 'PRIMARY KEY (id)'
-- | ok (SELECT 5)
SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1;
-- | nspname
-- | 'app'
-- | 'information_schema'
-- | 'public'
-- | ok (SELECT 3)
SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT LIKE 'pg\_%' ORDER BY 1;
-- | schema_name
-- | 'app'
-- | 'information_schema'
-- | 'public'
-- | ok (SELECT 3)
SELECT constraint_schema, constraint_name, table_name, constraint_type FROM information_schema.table_constraints WHERE table_schema = 'app' AND constraint_type <> 'CHECK' ORDER BY 2;
-- | constraint_schema | constraint_name | table_name | constraint_type
-- | 'app' | 'orders_pkey' | 'orders' | 'PRIMARY KEY'
-- | 'app' | 'orders_user_id_fkey' | 'orders' | 'FOREIGN KEY'
-- | 'app' | 'users_email_key' | 'users' | 'UNIQUE'
-- | 'app' | 'users_pkey' | 'users' | 'PRIMARY KEY'
-- | ok (SELECT 4)
SELECT column_name, column_default FROM information_schema.columns WHERE table_schema = 'app' AND table_name = 'users' ORDER BY ordinal_position;
-- | column_name | column_default
-- | 'id' | 'nextval(''users_id_seq''::regclass)'
-- | 'email' | NULL
-- | 'age' | NULL
-- | 'name' | '''x''::text'
-- | ok (SELECT 4)
SELECT nextval('app.users_id_seq'), currval('users_id_seq');
-- | nextval | currval
-- | 10 | 10
-- | ok (SELECT 1)
SELECT pg_get_serial_sequence('app.users', 'id');
-- | pg_get_serial_sequence
-- | 'app.users_id_seq'
-- | ok (SELECT 1)
SELECT setval('app.users_id_seq', 50);
-- | setval
-- | 50
-- | ok (SELECT 1)
SELECT 'app.users'::regclass, 'public.members'::regclass;
-- | regclass | regclass
-- | users | members
-- | ok (SELECT 1)
RESET search_path;
-- | ok (RESET)
SHOW search_path;
-- | search_path
-- | 'public'
-- | ok (SHOW)
SELECT 'app.users'::regclass, 'public.members'::regclass;
-- | regclass | regclass
-- | app.users | members
-- | ok (SELECT 1)
SELECT column_name, column_default FROM information_schema.columns WHERE table_schema = 'app' AND table_name = 'users' ORDER BY ordinal_position;
-- | column_name | column_default
-- | 'id' | 'nextval(''app.users_id_seq''::regclass)'
-- | 'email' | NULL
-- | 'age' | NULL
-- | 'name' | '''x''::text'
-- | ok (SELECT 4)
SELECT nextval('users_id_seq');
-- | error 42P01 relation "users_id_seq" does not exist
INSERT INTO app.users(email) VALUES ('z') RETURNING id;
-- | id
-- | 51
-- | ok, 1 row (INSERT 0 1)
CREATE INDEX users_age ON app.users (age);
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX ON app.users (lower(email));
-- | ok (CREATE INDEX)
DROP INDEX users_age;
-- | error 42704 index "users_age" does not exist
DROP INDEX app.users_age;
-- | ok (DROP INDEX)
CREATE VIEW app.v AS SELECT id, email FROM app.users WHERE id > 1;
-- | ok (CREATE VIEW)
SELECT * FROM app.v ORDER BY id;
-- | id | email
-- | 2 | 'b@x'
-- | 51 | 'z'
-- | ok (SELECT 2)
CREATE TYPE app.mood AS ENUM ('ok', 'bad');
-- | ok (CREATE TYPE)
CREATE TABLE app.m(a app.mood, b app.mood[]);
-- | ok (CREATE TABLE)
INSERT INTO app.m VALUES ('ok', '{bad}');
-- | ok, 1 row (INSERT 0 1)
SELECT a::text, 'bad'::app.mood FROM app.m;
-- | a | mood
-- | 'ok' | bad
-- | ok (SELECT 1)
SELECT 'bad'::mood;
-- | error 42704 type "mood" does not exist
CREATE TABLE m2(a mood);
-- | error 42704 type "mood" does not exist
CREATE DOMAIN app.pos AS int CHECK (VALUE > 0);
-- | ok (CREATE DOMAIN)
CREATE TABLE app.d(a app.pos);
-- | ok (CREATE TABLE)
INSERT INTO app.d VALUES (0);
-- | error 23514 value for domain app.pos violates check constraint "pos_check"
CREATE FUNCTION app.f(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 1';
-- | ok (CREATE FUNCTION)
SELECT app.f(1);
-- | f
-- | 2
-- | ok (SELECT 1)
SELECT f(1);
-- | error 42883 function f(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT nos.f(1);
-- | error 3F000 schema "nos" does not exist
CREATE FUNCTION app.trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME || ' ' || coalesce(NEW.note, ''); RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER t BEFORE INSERT ON app.orders FOR EACH ROW EXECUTE FUNCTION app.trg();
-- | ok (CREATE TRIGGER)
INSERT INTO app.orders(user_id, note) VALUES (2, 'y') RETURNING *;
-- | id | user_id | note
-- | 3 | 2 | 'app.orders y'
-- | ok, 1 row (INSERT 0 1)
CREATE TRIGGER t2 BEFORE INSERT ON app.orders FOR EACH ROW EXECUTE FUNCTION trg();
-- | error 42883 function trg() does not exist
DROP TRIGGER t ON app.orders;
-- | ok (DROP TRIGGER)
ALTER TABLE app.orders ADD CONSTRAINT note_ck CHECK (note <> '');
-- | ok (ALTER TABLE)
INSERT INTO app.orders(user_id, note) VALUES (2, '');
-- | error 23514 new row for relation "orders" violates check constraint "note_ck"
-- |   detail: Failing row contains (4, 2, ).
ALTER TABLE app.orders ALTER COLUMN note SET NOT NULL;
-- | ok (ALTER TABLE)
ALTER TABLE app.orders RENAME TO purchases;
-- | ok (ALTER TABLE)
INSERT INTO app.purchases(user_id, note) VALUES (2, NULL);
-- | error 23502 null value in column "note" of relation "purchases" violates not-null constraint
-- |   detail: Failing row contains (5, 2, null).
ALTER TABLE app.purchases ADD UNIQUE (user_id);
-- | error 23505 could not create unique index "purchases_user_id_key"
-- |   detail: Key (user_id)=(2) is duplicated.
TRUNCATE app.purchases;
-- | ok (TRUNCATE TABLE)
DROP SCHEMA app;
-- | error 2BP01 cannot drop schema app because other objects depend on it
-- |   detail: table app.users depends on schema app
-- |     constraint members_app_id_fkey on table members depends on table app.users
-- |     table app.purchases depends on schema app
-- |     view app.v depends on schema app
-- |     type app.mood depends on schema app
-- |     table app.m depends on schema app
-- |     type app.pos depends on schema app
-- |     table app.d depends on schema app
-- |     function app.f(integer) depends on schema app
-- |     function app.trg() depends on schema app
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP SCHEMA app CASCADE;
-- | NOTICE 00000 drop cascades to 10 other objects
-- | ok (DROP SCHEMA)
SELECT * FROM public.members;
-- | id | app_id
-- | 1 | 2
-- | ok (SELECT 1)
SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema IN ('app', 'public') ORDER BY 1, 2;
-- | table_schema | table_name
-- | 'public' | 'members'
-- | ok (SELECT 1)
-- @dialect postgresql
-- The path on which bare names are looked up, inside transactions too. Compared with PostgreSQL 18 (PGlite).
SET search_path = nope;
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | 'nope'
-- | ok (SHOW)
SELECT current_schema();
-- | current_schema
-- | NULL
-- | ok (SELECT 1)
CREATE TABLE t(a int);
-- | error 3F000 no schema has been selected to create in
SET search_path = nope, public;
-- | ok (SET)
CREATE TABLE t(a int);
-- | ok (CREATE TABLE)
SET search_path TO "$user", public;
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | '"$user", public'
-- | ok (SHOW)
SET search_path TO DEFAULT;
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | 'public'
-- | ok (SHOW)
SET search_path = 'a, b';
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | '"a, b"'
-- | ok (SHOW)
SET search_path = '';
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | '""'
-- | ok (SHOW)
CREATE TABLE t9(a int);
-- | error 3F000 no schema has been selected to create in
SELECT * FROM t;
-- | error 42P01 relation "t" does not exist
SELECT * FROM public.t;
-- | a
-- | ok (SELECT 0)
RESET search_path;
-- | ok (RESET)
BEGIN;
-- | ok (BEGIN)
CREATE SCHEMA s1;
-- | ok (CREATE SCHEMA)
CREATE TABLE s1.t(a int PRIMARY KEY);
-- | ok (CREATE TABLE)
SET LOCAL search_path = s1;
-- | ok (SET)
INSERT INTO t VALUES (1);
-- | ok, 1 row (INSERT 0 1)
SELECT current_schema();
-- | current_schema
-- | 's1'
-- | ok (SELECT 1)
COMMIT;
-- | ok (COMMIT)
SELECT current_schema();
-- | current_schema
-- | 'public'
-- | ok (SELECT 1)
SELECT * FROM s1.t;
-- | a
-- | 1
-- | ok (SELECT 1)
SELECT * FROM t;
-- | a
-- | ok (SELECT 0)
BEGIN;
-- | ok (BEGIN)
DROP SCHEMA s1 CASCADE;
-- | NOTICE 00000 drop cascades to table s1.t
-- | ok (DROP SCHEMA)
ROLLBACK;
-- | ok (ROLLBACK)
SELECT * FROM s1.t;
-- | a
-- | 1
-- | ok (SELECT 1)
BEGIN;
-- | ok (BEGIN)
CREATE SCHEMA s2;
-- | ok (CREATE SCHEMA)
SET search_path = s2;
-- | ok (SET)
ROLLBACK;
-- | ok (ROLLBACK)
SELECT current_schema();
-- | current_schema
-- | 'public'
-- | ok (SELECT 1)
CREATE TABLE s2.t(a int);
-- | error 3F000 schema "s2" does not exist
DROP SCHEMA s1;
-- | error 2BP01 cannot drop schema s1 because other objects depend on it
-- |   detail: table s1.t depends on schema s1
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP SCHEMA s1, public CASCADE;
-- | NOTICE 00000 drop cascades to 2 other objects
-- | ok (DROP SCHEMA)
SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
-- @dialect postgresql
-- Foreign keys across schemas. Compared with PostgreSQL 18 (PGlite).
CREATE SCHEMA a;
-- | ok (CREATE SCHEMA)
CREATE SCHEMA b AUTHORIZATION postgres;
-- | ok (CREATE SCHEMA)
CREATE SCHEMA AUTHORIZATION postgres;
-- | ok (CREATE SCHEMA)
CREATE TABLE a.p(id int PRIMARY KEY);
-- | ok (CREATE TABLE)
CREATE TABLE b.c(id int PRIMARY KEY, p int REFERENCES a.p ON UPDATE CASCADE);
-- | ok (CREATE TABLE)
INSERT INTO a.p VALUES (1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO b.c VALUES (1, 1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO b.c VALUES (1, 2);
-- | error 23505 duplicate key value violates unique constraint "c_pkey"
-- |   detail: Key (id)=(1) already exists.
UPDATE a.p SET id = 5;
-- | ok, 1 row (UPDATE 1)
SELECT * FROM b.c;
-- | id | p
-- | 1 | 5
-- | ok (SELECT 1)
DELETE FROM a.p;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_p_fkey" on table "c"
-- |   detail: Key (id)=(5) is still referenced from table "c".
DROP TABLE a.p;
-- | error 2BP01 cannot drop table a.p because other objects depend on it
-- |   detail: constraint c_p_fkey on table b.c depends on table a.p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP SCHEMA a;
-- | error 2BP01 cannot drop schema a because other objects depend on it
-- |   detail: table a.p depends on schema a
-- |     constraint c_p_fkey on table b.c depends on table a.p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP SCHEMA a CASCADE;
-- | NOTICE 00000 drop cascades to 2 other objects
-- | ok (DROP SCHEMA)
INSERT INTO b.c VALUES (7, 7);
-- | ok, 1 row (INSERT 0 1)
