-- Which statements does PREPARE keep under a name, and what do EXECUTE and DEALLOCATE do with them? Compared with PostgreSQL 18 (PGlite).

-- @dialect postgresql
CREATE TABLE u(id int PRIMARY KEY, email text UNIQUE, n numeric(4,1));
-- | ok (CREATE TABLE)
PREPARE ins(int, text) AS INSERT INTO u(id,email) VALUES($1,$2) ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email RETURNING *;
-- | ok (PREPARE)
EXECUTE ins(1, 'a@x');
-- | id | email | n
-- | 1 | 'a@x' | NULL
-- | ok, 1 row (INSERT 0 1)
EXECUTE ins(1, 'b@x');
-- | id | email | n
-- | 1 | 'b@x' | NULL
-- | ok, 1 row (INSERT 0 1)
EXECUTE ins('2', 'c@x');
-- | id | email | n
-- | 2 | 'c@x' | NULL
-- | ok, 1 row (INSERT 0 1)
EXECUTE ins(3, 'b@x');
-- | error 23505 duplicate key value violates unique constraint "u_email_key"
-- |   detail: Key (email)=(b@x) already exists.
EXECUTE ins(1);
-- | error 42601 wrong number of parameters for prepared statement "ins"
-- |   detail: Expected 2 parameters but got 1.
EXECUTE ins(1, 'x', 3);
-- | error 42601 wrong number of parameters for prepared statement "ins"
-- |   detail: Expected 2 parameters but got 3.
EXECUTE ins;
-- | error 42601 wrong number of parameters for prepared statement "ins"
-- |   detail: Expected 2 parameters but got 0.
EXECUTE nope(1);
-- | error 26000 prepared statement "nope" does not exist
PREPARE ins AS SELECT 1;
-- | error 42P05 prepared statement "ins" already exists
PREPARE q AS SELECT * FROM u WHERE id = $1 AND email <> $2;
-- | ok (PREPARE)
EXECUTE q(1, 'zz');
-- | id | email | n
-- | 1 | 'b@x' | NULL
-- | ok (SELECT 1)
EXECUTE q(1+1, lower('ZZ'));
-- | id | email | n
-- | 2 | 'c@x' | NULL
-- | ok (SELECT 1)
PREPARE bad AS SELECT nope FROM u;
-- | error 42703 column "nope" does not exist
PREPARE bad AS SELECT * FROM missing WHERE a = $1;
-- | error 42P01 relation "missing" does not exist
PREPARE bad AS SELEC 1;
-- | error 42601 syntax error at or near "SELEC"
PREPARE bad AS CREATE TABLE x(a int);
-- | error 42601 syntax error at or near "CREATE"
PREPARE up (numeric, int) AS UPDATE u SET n = $1 WHERE id = $2;
-- | ok (PREPARE)
EXECUTE up(1.25, 1);
-- | ok, 1 row (UPDATE 1)
EXECUTE up(99999, 1);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 4, scale 1 must round to an absolute value less than 10^3.
SELECT * FROM u ORDER BY id;
-- | id | email | n
-- | 1 | 'b@x' | 1.3
-- | 2 | 'c@x' | NULL
-- | ok (SELECT 2)
DEALLOCATE q;
-- | ok (DEALLOCATE)
EXECUTE q(1,'a');
-- | error 26000 prepared statement "q" does not exist
DEALLOCATE PREPARE q;
-- | error 26000 prepared statement "q" does not exist
BEGIN;
-- | ok (BEGIN)
PREPARE t AS SELECT 1 AS one;
-- | ok (PREPARE)
EXECUTE ins(4, 'c@x');
-- | error 23505 duplicate key value violates unique constraint "u_email_key"
-- |   detail: Key (email)=(c@x) already exists.
EXECUTE t;
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
ROLLBACK;
-- | ok (ROLLBACK)
EXECUTE t;
-- | one
-- | 1
-- | ok (SELECT 1)
DEALLOCATE ALL;
-- | ok (DEALLOCATE ALL)
EXECUTE t;
-- | error 26000 prepared statement "t" does not exist
PREPARE d AS DELETE FROM u WHERE id = $1 RETURNING email;
-- | ok (PREPARE)
EXECUTE d(1);
-- | email
-- | 'b@x'
-- | ok, 1 row (DELETE 1)
PREPARE m(int) AS MERGE INTO u USING (SELECT $1 AS id) s ON u.id = s.id WHEN MATCHED THEN DELETE;
-- | ok (PREPARE)
EXECUTE m(2);
-- | ok (MERGE 1)
PREPARE v AS VALUES ($1::int), ($2::int);
-- | ok (PREPARE)
EXECUTE v(5, 6);
-- | column1
-- | 5
-- | 6
-- | ok (SELECT 2)
PREPARE TRANSACTION 'x';
-- | error 0A000 not supported by onconflict: PREPARE
