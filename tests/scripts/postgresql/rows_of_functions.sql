-- Which rows do functions in FROM give, numbered, typed and side by side, and which keys may a virtual generated column not be in? Compared with PostgreSQL 18 (PGlite).

-- @dialect postgresql
SELECT * FROM unnest('{a,b}'::text[], '{1}'::int[]) WITH ORDINALITY AS t(e,n,o);
-- | e | n | o
-- | 'a' | 1 | 1
-- | 'b' | NULL | 2
-- | ok (SELECT 2)
SELECT * FROM unnest(ARRAY['x','y']) WITH ORDINALITY;
-- | unnest | ordinality
-- | 'x' | 1
-- | 'y' | 2
-- | ok (SELECT 2)
SELECT * FROM unnest(ARRAY['x','y']) WITH ORDINALITY AS t;
-- | t | ordinality
-- | 'x' | 1
-- | 'y' | 2
-- | ok (SELECT 2)
SELECT v, n FROM unnest(ARRAY['x','y']) WITH ORDINALITY AS t(v, n) ORDER BY n DESC;
-- | v | n
-- | 'y' | 2
-- | 'x' | 1
-- | ok (SELECT 2)
SELECT * FROM generate_series(5,6) WITH ORDINALITY;
-- | generate_series | ordinality
-- | 5 | 1
-- | 6 | 2
-- | ok (SELECT 2)
SELECT * FROM jsonb_each_text('{"a":1,"b":"x"}') WITH ORDINALITY;
-- | key | value | ordinality
-- | 'a' | '1' | 1
-- | 'b' | 'x' | 2
-- | ok (SELECT 2)
SELECT * FROM unnest(ARRAY[1,2]) WITH ORDINALITY AS t(a,b,c);
-- | error 42P10 table "t" has 2 columns available but 3 columns specified
SELECT * FROM jsonb_to_recordset('[{"a":1,"b":"x"},{"a":2,"b":"y","c":[1]},{"b":null}]') AS t(a int, b text, c jsonb);
-- | a | b | c
-- | 1 | 'x' | NULL
-- | 2 | 'y' | '[1]'
-- | NULL | NULL | NULL
-- | ok (SELECT 3)
CREATE TABLE u(id int PRIMARY KEY, email text UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO u SELECT * FROM jsonb_to_recordset('[{"id":1,"email":"x"},{"id":1,"email":"y"}]'::jsonb) AS t(id int, email text) ON CONFLICT (id) DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO u SELECT DISTINCT ON (id) id, email FROM jsonb_to_recordset('[{"id":1,"email":"x"},{"id":1,"email":"y"},{"id":2,"email":"q"}]'::jsonb) AS t(id int, email text) ORDER BY id ON CONFLICT (id) DO UPDATE SET email=excluded.email RETURNING *;
-- | id | email
-- | 1 | 'x'
-- | 2 | 'q'
-- | ok, 2 rows (INSERT 0 2)
SELECT * FROM jsonb_to_recordset('[{"a":"x"}]') AS t(a int);
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT * FROM jsonb_to_recordset('[{"a":1}]') AS t(a int, b);
-- | error 42601 syntax error at or near ")"
SELECT t.a + 1 FROM jsonb_to_recordset('[{"a":1}]') AS t(a int);
-- | ?column?
-- | 2
-- | ok (SELECT 1)
SELECT x.v FROM (VALUES ('[{"v":1},{"v":2}]'::jsonb)) j(d), jsonb_to_recordset(j.d) AS x(v int);
-- | v
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT * FROM u AS t(a int);
-- | error 42601 syntax error at or near "int"
CREATE TABLE g(a int, b int GENERATED ALWAYS AS (a*2) VIRTUAL UNIQUE);
-- | error 0A000 unique constraints on virtual generated columns are not supported
CREATE TABLE g(a int, b int GENERATED ALWAYS AS (a*2) VIRTUAL PRIMARY KEY);
-- | error 0A000 primary keys on virtual generated columns are not supported
CREATE TABLE g(a int, b int GENERATED ALWAYS AS (a*2) VIRTUAL, UNIQUE(a,b));
-- | error 0A000 unique constraints on virtual generated columns are not supported
CREATE TABLE g(a int, b int GENERATED ALWAYS AS (a*2) VIRTUAL, PRIMARY KEY(b));
-- | error 0A000 primary keys on virtual generated columns are not supported
CREATE TABLE g(a int, b int GENERATED ALWAYS AS (a*2) VIRTUAL);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX gi ON g(b);
-- | error 0A000 indexes on virtual generated columns are not supported
CREATE INDEX gi ON g((b+1));
-- | error 0A000 indexes on virtual generated columns are not supported
CREATE INDEX gi ON g(a) WHERE b > 0;
-- | error 0A000 indexes on virtual generated columns are not supported
ALTER TABLE g ADD CONSTRAINT gu UNIQUE (b);
-- | error 0A000 unique constraints on virtual generated columns are not supported
ALTER TABLE g ADD PRIMARY KEY (b);
-- | error 0A000 primary keys on virtual generated columns are not supported
ALTER TABLE g ADD COLUMN c int GENERATED ALWAYS AS (a+1) VIRTUAL UNIQUE;
-- | error 0A000 unique constraints on virtual generated columns are not supported
ALTER TABLE g ALTER b SET NOT NULL;
-- | ok (ALTER TABLE)
INSERT INTO g VALUES(NULL);
-- | error 23502 null value in column "b" of relation "g" violates not-null constraint
-- |   detail: Failing row contains (null, virtual).
INSERT INTO g VALUES(1) RETURNING *;
-- | a | b
-- | 1 | 2
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE h(a int, b int GENERATED ALWAYS AS (a*2) VIRTUAL REFERENCES u);
-- | error 0A000 foreign key constraints on virtual generated columns are not supported
CREATE TABLE h(a int, b int GENERATED ALWAYS AS (a*2));
-- | ok (CREATE TABLE)
INSERT INTO h(a) VALUES(4) RETURNING b;
-- | b
-- | 8
-- | ok, 1 row (INSERT 0 1)
