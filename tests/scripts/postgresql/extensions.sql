-- Extensions whose functions are here; the words are PostgreSQL's (extension.c).
-- @dialect postgresql
SELECT uuid_generate_v4();
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
CREATE EXTENSION "uuid-ossp";
SELECT length(uuid_generate_v4()::text);
CREATE TABLE t(id uuid PRIMARY KEY DEFAULT uuid_generate_v4(), a int);
INSERT INTO t(a) VALUES(1);
CREATE EXTENSION pgcrypto;
CREATE EXTENSION IF NOT EXISTS citext;
