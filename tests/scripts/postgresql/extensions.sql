-- Extensions whose functions are here; the words are PostgreSQL's (extension.c).
-- @dialect postgresql
SELECT uuid_generate_v4();
-- | error 42883 function uuid_generate_v4() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
-- | ok (CREATE EXTENSION)
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
-- | NOTICE 42710 extension "uuid-ossp" already exists, skipping
-- | ok (CREATE EXTENSION)
CREATE EXTENSION "uuid-ossp";
-- | error 42710 extension "uuid-ossp" already exists
SELECT length(uuid_generate_v4()::text);
-- | length
-- | 36
-- | ok (SELECT 1)
CREATE TABLE t(id uuid PRIMARY KEY DEFAULT uuid_generate_v4(), a int);
-- | ok (CREATE TABLE)
INSERT INTO t(a) VALUES(1);
-- | ok, 1 row (INSERT 0 1)
CREATE EXTENSION pgcrypto;
-- | ok (CREATE EXTENSION)
CREATE EXTENSION IF NOT EXISTS citext;
-- | error 0A000 not supported by onconflict: CREATE EXTENSION
