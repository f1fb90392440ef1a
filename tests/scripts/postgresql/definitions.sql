-- Which definitions are refused, and in which words? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t (a int, b text, CHECK (a IN (SELECT 1)));
-- | error 0A000 cannot use subquery in check constraint
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int DEFAULT (SELECT 1));
-- | error 0A000 cannot use subquery in DEFAULT expression
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int DEFAULT b, b int);
-- | error 0A000 cannot use column reference in DEFAULT expression
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int DEFAULT sum(1));
-- | error 42803 aggregate functions are not allowed in DEFAULT expressions
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int DEFAULT 'x');
-- | error 22P02 invalid input syntax for type integer: "x"
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int DEFAULT nope());
-- | error 42883 function nope() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int CHECK (sum(a) > 1));
-- | error 42803 aggregate functions are not allowed in check constraints
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int CHECK (b > 1));
-- | error 42703 column "b" does not exist
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int CHECK (a));
-- | error 42804 argument of CHECK must be type boolean, not type integer
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (SELECT 1) STORED);
-- | error 42601 syntax error at or near "SELECT"
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int, g int GENERATED ALWAYS AS ((SELECT 1)) STORED);
-- | error 0A000 cannot use subquery in column generation expression
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (g + 1) STORED);
-- | error 42P17 cannot use generated column "g" in column generation expression
-- |   detail: A generated column cannot reference another generated column.
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) STORED, h int GENERATED ALWAYS AS (g + 1) STORED);
-- | error 42P17 cannot use generated column "g" in column generation expression
-- |   detail: A generated column cannot reference another generated column.
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int, g int DEFAULT 1 GENERATED ALWAYS AS (a + 1) STORED);
-- | error 42601 both default and generation expression specified for column "g" of table "t"
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (nope) STORED);
-- | error 42703 column "nope" does not exist
DROP TABLE IF EXISTS t;
-- | NOTICE 00000 table "t" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE t (a int, b text, c timestamptz, j jsonb);
-- | ok (CREATE TABLE)
CREATE INDEX ON t ((SELECT 1));
-- | error 42601 syntax error at or near "SELECT"
CREATE INDEX ON t (a) WHERE a IN (SELECT 1);
-- | error 0A000 cannot use subquery in index predicate
CREATE INDEX ON t (nope);
-- | error 42703 column "nope" does not exist
CREATE INDEX ON nope (a);
-- | error 42P01 relation "nope" does not exist
CREATE INDEX ON t (lower(a));
-- | error 42883 function lower(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE INDEX ON t (a) WHERE a;
-- | error 42804 argument of WHERE must be type boolean, not type integer
CREATE INDEX ON t (sum(a));
-- | error 42803 aggregate functions are not allowed in index expressions
CREATE INDEX ON t ((j->>'x'));
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX ux ON t ((j->>'x'));
-- | ok (CREATE INDEX)
INSERT INTO t (j) VALUES ('{"x": "q"}');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t (j) VALUES ('{"x": "q"}');
-- | error 23505 duplicate key value violates unique constraint "ux"
-- |   detail: Key ((j ->> 'x'::text))=(q) already exists.
INSERT INTO t (j) VALUES ('{"x": "q"}') ON CONFLICT ((j->>'x')) DO UPDATE SET a = 5 RETURNING *;
-- | a | b | c | j
-- | 5 | NULL | NULL | '{"x": "q"}'
-- | ok, 1 row (INSERT 0 1)
CREATE UNIQUE INDEX ux2 ON t ((a IS NULL)) WHERE a IS NULL;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX ux4 ON t (coalesce(a, 0), b);
-- | ok (CREATE INDEX)
CREATE INDEX CONCURRENTLY ci ON t (a);
-- | ok (CREATE INDEX)
CREATE INDEX IF NOT EXISTS ci ON t (a);
-- | NOTICE 42P07 relation "ci" already exists, skipping
-- | ok (CREATE INDEX)
DROP INDEX CONCURRENTLY ci;
-- | ok (DROP INDEX)
DROP INDEX nope;
-- | error 42704 index "nope" does not exist
DROP INDEX IF EXISTS nope;
-- | NOTICE 00000 index "nope" does not exist, skipping
-- | ok (DROP INDEX)
UPDATE t SET a = sum(a);
-- | error 42803 aggregate functions are not allowed in UPDATE
UPDATE t SET a = 1 WHERE sum(a) > 1;
-- | error 42803 aggregate functions are not allowed in WHERE
DELETE FROM t WHERE count(*) > 1;
-- | error 42803 aggregate functions are not allowed in WHERE
INSERT INTO t (a) VALUES (sum(1));
-- | error 42803 aggregate functions are not allowed in VALUES
INSERT INTO t (a) VALUES (1) RETURNING sum(a);
-- | error 42803 aggregate functions are not allowed in RETURNING
SELECT a FROM t WHERE sum(a) > 1;
-- | error 42803 aggregate functions are not allowed in WHERE
SELECT sum(sum(a)) FROM t;
-- | error 42803 aggregate function calls cannot be nested
SELECT a FROM t GROUP BY sum(a);
-- | error 42803 aggregate functions are not allowed in GROUP BY
UPDATE t SET a = 1, a = 2;
-- | error 42601 multiple assignments to same column "a"
UPDATE t SET (a, b) = (1, 'x'), a = 2;
-- | error 42601 multiple assignments to same column "a"
CREATE TABLE t (a int);
-- | error 42P07 relation "t" already exists
DROP TABLE IF EXISTS t;
-- | ok (DROP TABLE)
CREATE TABLE IF NOT EXISTS t (a int);
-- | ok (CREATE TABLE)
CREATE TABLE u (a int, a text);
-- | error 42701 column "a" specified more than once
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int PRIMARY KEY, b int PRIMARY KEY);
-- | error 42P16 multiple primary keys for table "u" are not allowed
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int, PRIMARY KEY (nope));
-- | error 42703 column "nope" named in key does not exist
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int, UNIQUE (a, a));
-- | error 42701 column "a" appears twice in unique constraint
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int REFERENCES nope);
-- | error 42P01 relation "nope" does not exist
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int REFERENCES t);
-- | error 42704 there is no primary key for referenced table "t"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int REFERENCES t(a));
-- | error 42830 there is no unique constraint matching given keys for referenced table "t"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a text REFERENCES t(nope));
-- | error 42703 column "nope" referenced in foreign key constraint does not exist
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a foo);
-- | error 42704 type "foo" does not exist
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int NOT NULL NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "u"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int DEFAULT 1 DEFAULT 2);
-- | error 42601 multiple default values specified for column "a" of table "u"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a varchar(0));
-- | error 22023 length for type varchar must be at least 1
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a numeric(2000,1));
-- | error 22023 NUMERIC precision 2000 must be between 1 and 1000
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a serial DEFAULT 1);
-- | error 42601 multiple default values specified for column "a" of table "u"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a text GENERATED ALWAYS AS IDENTITY);
-- | error 22023 identity column type must be smallint, integer, or bigint
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int GENERATED ALWAYS AS IDENTITY DEFAULT 5);
-- | error 42601 both default and identity specified for column "a" of table "u"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int NULL PRIMARY KEY);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "u"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u (a int,);
-- | error 42601 syntax error at or near ")"
DROP TABLE IF EXISTS u;
-- | NOTICE 00000 table "u" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE u ();
-- | ok (CREATE TABLE)
DROP TABLE IF EXISTS u;
-- | ok (DROP TABLE)
INSERT INTO u DEFAULT VALUES;
-- | error 42P01 relation "u" does not exist
SELECT * FROM u;
-- | error 42P01 relation "u" does not exist
CREATE TABLE "select" (a int);
-- | ok (CREATE TABLE)
CREATE TABLE select (a int);
-- | error 42601 syntax error at or near "select"
CREATE TABLE order (a int);
-- | error 42601 syntax error at or near "order"
CREATE TABLE user (a int);
-- | error 42601 syntax error at or near "user"
CREATE TABLE nope.t (a int);
-- | error 3F000 schema "nope" does not exist

-- @dialect postgresql
CREATE TABLE t (a int, b text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 'x');
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ADD c int DEFAULT 'x';
-- | error 22P02 invalid input syntax for type integer: "x"
ALTER TABLE t ADD c int DEFAULT nope;
-- | error 0A000 cannot use column reference in DEFAULT expression
ALTER TABLE t ADD c int CHECK (c > nope);
-- | error 42703 column "nope" does not exist
ALTER TABLE t ADD c int GENERATED ALWAYS AS (nope) STORED;
-- | error 42703 column "nope" does not exist
ALTER TABLE t ADD c int NOT NULL;
-- | error 23502 column "c" of relation "t" contains null values
ALTER TABLE t ADD c foo;
-- | error 42704 type "foo" does not exist
ALTER TABLE t ADD a int;
-- | error 42701 column "a" of relation "t" already exists
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;
-- | NOTICE 42701 column "a" of relation "t" already exists, skipping
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER a SET DEFAULT 'x';
-- | error 22P02 invalid input syntax for type integer: "x"
ALTER TABLE t ALTER nope SET DEFAULT 1;
-- | error 42703 column "nope" of relation "t" does not exist
ALTER TABLE t ALTER b TYPE int;
-- | error 42804 column "b" cannot be cast automatically to type integer
-- |   hint: You might need to specify "USING b::integer".
ALTER TABLE t ALTER b TYPE int USING b::int;
-- | error 22P02 invalid input syntax for type integer: "x"
ALTER TABLE t ALTER b TYPE int USING length(b);
-- | ok (ALTER TABLE)
ALTER TABLE t DROP nope;
-- | error 42703 column "nope" of relation "t" does not exist
ALTER TABLE t DROP IF EXISTS nope;
-- | NOTICE 00000 column "nope" of relation "t" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE t RENAME nope TO x;
-- | error 42703 column "nope" does not exist
ALTER TABLE t RENAME a TO b;
-- | error 42701 column "b" of relation "t" already exists
ALTER TABLE nope ADD c int;
-- | error 42P01 relation "nope" does not exist
ALTER TABLE IF EXISTS nope ADD c int;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE t ADD PRIMARY KEY (nope);
-- | error 42703 column "nope" of relation "t" does not exist
ALTER TABLE t ADD UNIQUE (a, nope);
-- | error 42703 column "nope" named in key does not exist
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES nope;
-- | error 42P01 relation "nope" does not exist
ALTER TABLE t ADD FOREIGN KEY (nope) REFERENCES t(a);
-- | error 42703 column "nope" referenced in foreign key constraint does not exist
ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a), ADD CONSTRAINT u UNIQUE (b);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD PRIMARY KEY (b);
-- | error 42P16 multiple primary keys for table "t" are not allowed
ALTER TABLE t ADD CONSTRAINT u CHECK (a > 0);
-- | error 42710 constraint "u" for relation "t" already exists
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);
-- | error 42P07 relation "u" already exists
ALTER TABLE t RENAME CONSTRAINT u TO uu;
-- | ok (ALTER TABLE)
ALTER TABLE t DROP CONSTRAINT uu;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER a DROP NOT NULL;
-- | error 42P16 column "a" is in a primary key
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER a DROP IDENTITY;
-- | ok (ALTER TABLE)
ALTER TABLE t RENAME TO t9;
-- | ok (ALTER TABLE)
ALTER TABLE t9 RENAME COLUMN a TO aa;
-- | ok (ALTER TABLE)
SELECT * FROM t9;
-- | aa | b
-- | 1 | 1
-- | ok (SELECT 1)
DROP TABLE nope;
-- | error 42P01 table "nope" does not exist
DROP TABLE t9, nope;
-- | error 42P01 table "nope" does not exist
DROP TABLE IF EXISTS t9, nope;
-- | NOTICE 00000 table "nope" does not exist, skipping
-- | ok (DROP TABLE)
CREATE SEQUENCE s START 10 INCREMENT 5;
-- | ok (CREATE SEQUENCE)
SELECT nextval('s'), nextval('s'), currval('s');
-- | nextval | nextval | currval
-- | 10 | 15 | 15
-- | ok (SELECT 1)
CREATE TABLE q (id int DEFAULT nextval('s') PRIMARY KEY, v text);
-- | ok (CREATE TABLE)
INSERT INTO q (v) VALUES ('a') RETURNING id;
-- | id
-- | 20
-- | ok, 1 row (INSERT 0 1)
SELECT setval('s', 3), setval('s', 100, false), nextval('s');
-- | setval | setval | nextval
-- | 3 | 100 | 100
-- | ok (SELECT 1)
ALTER SEQUENCE s RESTART;
-- | ok (ALTER SEQUENCE)
ALTER SEQUENCE s OWNED BY q.id;
-- | ok (ALTER SEQUENCE)
ALTER SEQUENCE s MAXVALUE 12;
-- | ok (ALTER SEQUENCE)
SELECT nextval('s');
-- | nextval
-- | 10
-- | ok (SELECT 1)
SELECT nextval('s');
-- | error 2200H nextval: reached maximum value of sequence "s" (12)
DROP TABLE q;
-- | ok (DROP TABLE)
CREATE SEQUENCE IF NOT EXISTS s2;
-- | ok (CREATE SEQUENCE)
CREATE SEQUENCE s2;
-- | error 42P07 relation "s2" already exists
CREATE SEQUENCE s3 MINVALUE 5 MAXVALUE 3;
-- | error 22023 MINVALUE (5) must be less than MAXVALUE (3)
CREATE SEQUENCE s4 INCREMENT 0;
-- | error 22023 INCREMENT must not be zero
SELECT last_value, is_called FROM s2;
-- | last_value | is_called
-- | 1 | false
-- | ok (SELECT 1)
SELECT currval('s2');
-- | error 55000 currval of sequence "s2" is not yet defined in this session
SELECT pg_get_serial_sequence('q', 'id');
-- | error 42P01 relation "q" does not exist
CREATE TABLE sr (id bigserial, v smallserial);
-- | ok (CREATE TABLE)
SELECT pg_get_serial_sequence('sr', 'id'), pg_get_serial_sequence('sr', 'v');
-- | pg_get_serial_sequence | pg_get_serial_sequence
-- | 'public.sr_id_seq' | 'public.sr_v_seq'
-- | ok (SELECT 1)
INSERT INTO sr VALUES (NULL, 1);
-- | error 23502 null value in column "id" of relation "sr" violates not-null constraint
-- |   detail: Failing row contains (null, 1).
INSERT INTO sr VALUES (DEFAULT, DEFAULT) RETURNING *;
-- | id | v
-- | 1 | 1
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
CREATE TABLE ca (customer_id int PRIMARY KEY, balance numeric NOT NULL);
-- | ok (CREATE TABLE)
CREATE TABLE rt (customer_id int, value numeric);
-- | ok (CREATE TABLE)
INSERT INTO ca VALUES (1, 10), (2, 20);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO rt VALUES (1, 5), (3, 7);
-- | ok, 2 rows (INSERT 0 2)
MERGE INTO ca USING rt t ON t.customer_id = ca.customer_id WHEN MATCHED THEN UPDATE SET balance = balance + value WHEN NOT MATCHED THEN INSERT (customer_id, balance) VALUES (t.customer_id, t.value);
-- | ok (MERGE 2)
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN MATCHED AND c.balance > 10 THEN DELETE WHEN MATCHED THEN DO NOTHING RETURNING merge_action(), c.*;
-- | merge_action | customer_id | balance
-- | 'DELETE' | 1 | 15
-- | ok (MERGE 1)
MERGE INTO ca USING rt ON true WHEN MATCHED THEN UPDATE SET balance = 1;
-- | error 21000 MERGE command cannot affect row a second time
-- |   hint: Ensure that not more than one source row matches any one target row.
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN MATCHED THEN UPDATE SET c.balance = 1;
-- | error 42703 column "c" of relation "ca" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN NOT MATCHED THEN INSERT VALUES (t.customer_id);
-- | error 23502 null value in column "balance" of relation "ca" violates not-null constraint
-- |   detail: Failing row contains (1, null).
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN NOT MATCHED THEN INSERT DEFAULT VALUES;
-- | error 23502 null value in column "customer_id" of relation "ca" violates not-null constraint
-- |   detail: Failing row contains (null, null).
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN MATCHED THEN UPDATE SET balance = NULL;
-- | error 23502 null value in column "balance" of relation "ca" violates not-null constraint
-- |   detail: Failing row contains (3, null).
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN NOT MATCHED BY SOURCE THEN UPDATE SET balance = 0 WHEN MATCHED THEN DO NOTHING;
-- | ok (MERGE 1)
MERGE INTO ca c USING rt t ON t.nope = c.customer_id WHEN MATCHED THEN DELETE;
-- | error 42703 column t.nope does not exist
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN MATCHED THEN INSERT VALUES (1,2);
-- | error 42601 syntax error at or near "INSERT"
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN NOT MATCHED THEN UPDATE SET balance = 1;
-- | error 42601 syntax error at or near "UPDATE"
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id WHEN NOT MATCHED THEN INSERT (customer_id, balance) VALUES (c.customer_id, 1);
-- | error 42P01 invalid reference to FROM-clause entry for table "c"
-- |   detail: There is an entry for table "c", but it cannot be referenced from this part of the query.
MERGE INTO ca c USING rt t ON t.customer_id = c.customer_id;
-- | error 42601 syntax error at or near ";"
MERGE INTO nope c USING rt t ON true WHEN MATCHED THEN DELETE;
-- | error 42P01 relation "nope" does not exist
MERGE INTO ca c USING nope t ON true WHEN MATCHED THEN DELETE;
-- | error 42P01 relation "nope" does not exist
MERGE INTO ca c USING (SELECT 1 AS id) t ON t.id = c.customer_id WHEN MATCHED THEN UPDATE SET balance = c.balance + 1, balance = 2;
-- | error 42601 multiple assignments to same column "balance"
MERGE INTO ca c USING (VALUES (5, 50), (5, 51)) t(id, b) ON t.id = c.customer_id WHEN NOT MATCHED THEN INSERT VALUES (t.id, t.b);
-- | error 23505 duplicate key value violates unique constraint "ca_pkey"
-- |   detail: Key (customer_id)=(5) already exists.
WITH s AS (SELECT 6 AS id) MERGE INTO ca c USING s ON s.id = c.customer_id WHEN NOT MATCHED THEN INSERT VALUES (s.id, 0) RETURNING *, old.balance, new.balance;
-- | id | customer_id | balance | balance | balance
-- | 6 | 6 | 0 | NULL | 0
-- | ok (MERGE 1)
SELECT * FROM ca ORDER BY 1;
-- | customer_id | balance
-- | 2 | 0
-- | 3 | 7
-- | 6 | 0
-- | ok (SELECT 3)

-- @dialect postgresql
CREATE TABLE i1 (id int GENERATED BY DEFAULT AS IDENTITY (START WITH 10 INCREMENT BY 10) PRIMARY KEY, v text UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO i1 (v) VALUES ('a'), ('b') RETURNING *;
-- | id | v
-- | 10 | 'a'
-- | 20 | 'b'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO i1 VALUES (30, 'c');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO i1 (v) VALUES ('d');
-- | error 23505 duplicate key value violates unique constraint "i1_pkey"
-- |   detail: Key (id)=(30) already exists.
INSERT INTO i1 (v) VALUES ('d') RETURNING id;
-- | id
-- | 40
-- | ok, 1 row (INSERT 0 1)
INSERT INTO i1 (id, v) VALUES (NULL, 'e');
-- | error 23502 null value in column "id" of relation "i1" violates not-null constraint
-- |   detail: Failing row contains (null, e).
INSERT INTO i1 (id, v) OVERRIDING USER VALUE VALUES (1, 'e') RETURNING *;
-- | id | v
-- | 50 | 'e'
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE i2 (id smallint GENERATED ALWAYS AS IDENTITY (MAXVALUE 2));
-- | ok (CREATE TABLE)
INSERT INTO i2 DEFAULT VALUES;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO i2 DEFAULT VALUES;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO i2 DEFAULT VALUES;
-- | error 2200H nextval: reached maximum value of sequence "i2_id_seq" (2)
INSERT INTO i2 VALUES (5);
-- | error 428C9 cannot insert a non-DEFAULT value into column "id"
-- |   detail: Column "id" is an identity column defined as GENERATED ALWAYS.
-- |   hint: Use OVERRIDING SYSTEM VALUE to override.
INSERT INTO i2 (id) SELECT 7;
-- | error 428C9 cannot insert a non-DEFAULT value into column "id"
-- |   detail: Column "id" is an identity column defined as GENERATED ALWAYS.
-- |   hint: Use OVERRIDING SYSTEM VALUE to override.
INSERT INTO i2 (id) VALUES (DEFAULT), (9);
-- | error 428C9 cannot insert a non-DEFAULT value into column "id"
-- |   detail: Column "id" is an identity column defined as GENERATED ALWAYS.
-- |   hint: Use OVERRIDING SYSTEM VALUE to override.
UPDATE i2 SET id = DEFAULT WHERE id = 1;
-- | error 2200H nextval: reached maximum value of sequence "i2_id_seq" (2)
UPDATE i2 SET id = 5;
-- | error 428C9 column "id" can only be updated to DEFAULT
-- |   detail: Column "id" is an identity column defined as GENERATED ALWAYS.
ALTER TABLE i2 ALTER id SET GENERATED BY DEFAULT;
-- | ok (ALTER TABLE)
INSERT INTO i2 VALUES (5);
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE i2 ALTER id ADD GENERATED ALWAYS AS IDENTITY;
-- | error 55000 column "id" of relation "i2" is already an identity column
CREATE TABLE i3 (id serial PRIMARY KEY GENERATED ALWAYS AS IDENTITY);
-- | error 42601 both default and identity specified for column "id" of table "i3"
SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints WHERE table_name = 'i1' ORDER BY 2;
-- | table_name | constraint_name | constraint_type
-- | 'i1' | 'i1_id_not_null' | 'CHECK'
-- | 'i1' | 'i1_pkey' | 'PRIMARY KEY'
-- | 'i1' | 'i1_v_key' | 'UNIQUE'
-- | ok (SELECT 3)
SELECT constraint_name, column_name FROM information_schema.key_column_usage WHERE table_name = 'i1' ORDER BY 1;
-- | constraint_name | column_name
-- | 'i1_pkey' | 'id'
-- | 'i1_v_key' | 'v'
-- | ok (SELECT 2)
SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'i1' ORDER BY 1;
-- | indexname | indexdef
-- | 'i1_pkey' | 'CREATE UNIQUE INDEX i1_pkey ON public.i1 USING btree (id)'
-- | 'i1_v_key' | 'CREATE UNIQUE INDEX i1_v_key ON public.i1 USING btree (v)'
-- | ok (SELECT 2)
SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1;
-- | table_name | table_type
-- | 'i1' | 'BASE TABLE'
-- | 'i2' | 'BASE TABLE'
-- | ok (SELECT 2)
SELECT relname, relkind FROM pg_class WHERE relname LIKE 'i1%' ORDER BY 1;
-- | relname | relkind
-- | 'i1' | 'r'
-- | 'i1_id_seq' | 'S'
-- | 'i1_pkey' | 'i'
-- | 'i1_v_key' | 'i'
-- | ok (SELECT 4)
SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1;
-- | tablename
-- | 'i1'
-- | 'i2'
-- | ok (SELECT 2)
SELECT conname, conrelid::regclass, contype, condeferrable, condeferred FROM pg_constraint WHERE conrelid = 'i1'::regclass ORDER BY 1;
-- | conname | conrelid | contype | condeferrable | condeferred
-- | 'i1_id_not_null' | i1 | 'n' | false | false
-- | 'i1_pkey' | i1 | 'p' | false | false
-- | 'i1_v_key' | i1 | 'u' | false | false
-- | ok (SELECT 3)
SELECT conname, pg_get_constraintdef(oid, true) FROM pg_constraint WHERE conrelid = 'i1'::regclass ORDER BY 1;
-- | conname | pg_get_constraintdef
-- | 'i1_id_not_null' | 'NOT NULL id'
-- | 'i1_pkey' | 'PRIMARY KEY (id)'
-- | 'i1_v_key' | 'UNIQUE (v)'
-- | ok (SELECT 3)
SELECT i.relname, ix.indisunique, ix.indisprimary FROM pg_index ix JOIN pg_class i ON i.oid = ix.indexrelid WHERE ix.indrelid = 'i1'::regclass ORDER BY 1;
-- | relname | indisunique | indisprimary
-- | 'i1_pkey' | true | true
-- | 'i1_v_key' | true | false
-- | ok (SELECT 2)
SELECT nspname FROM pg_namespace WHERE nspname = 'public';
-- | nspname
-- | 'public'
-- | ok (SELECT 1)

-- What do the information schema's columns say? Compared with PostgreSQL 18 (PGlite).

-- @dialect postgresql
CREATE TABLE cc (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n varchar(20) NOT NULL DEFAULT 'x', p numeric(10,2) DEFAULT 0, a int[], d date DEFAULT CURRENT_DATE, c char(3) DEFAULT 'ab', i int DEFAULT '5', t text DEFAULT 'it''s');
-- | ok (CREATE TABLE)
SELECT column_name, data_type, udt_name, column_default, identity_generation, character_maximum_length, numeric_precision, numeric_scale FROM information_schema.columns WHERE table_name = 'cc' ORDER BY ordinal_position;
-- | column_name | data_type | udt_name | column_default | identity_generation | character_maximum_length | numeric_precision | numeric_scale
-- | 'id' | 'integer' | 'int4' | NULL | 'ALWAYS' | NULL | 32 | 0
-- | 'n' | 'character varying' | 'varchar' | '''x''::character varying' | NULL | 20 | NULL | NULL
-- | 'p' | 'numeric' | 'numeric' | '0' | NULL | NULL | 10 | 2
-- | 'a' | 'ARRAY' | '_int4' | NULL | NULL | NULL | NULL | NULL
-- | 'd' | 'date' | 'date' | 'CURRENT_DATE' | NULL | NULL | NULL | NULL
-- | 'c' | 'character' | 'bpchar' | '''ab''::bpchar' | NULL | 3 | NULL | NULL
-- | 'i' | 'integer' | 'int4' | '5' | NULL | NULL | 32 | 0
-- | 't' | 'text' | 'text' | '''it''''s''::text' | NULL | NULL | NULL | NULL
-- | ok (SELECT 8)
