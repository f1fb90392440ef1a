-- How do keys without distinct NULLs, exclusion, JSON, foreign keys and savepoints answer? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a int, b text, UNIQUE NULLS NOT DISTINCT (a, b));
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, NULL, 'x'), (2, NULL, 'y');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES (3, NULL, 'x');
-- | error 23505 duplicate key value violates unique constraint "t_a_b_key"
-- |   detail: Key (a, b)=(null, x) already exists.
INSERT INTO t VALUES (3, NULL, 'x') ON CONFLICT (a, b) DO UPDATE SET b = 'z' RETURNING *;
-- | id | a | b
-- | 1 | NULL | 'z'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (3, NULL, NULL), (4, NULL, NULL);
-- | error 23505 duplicate key value violates unique constraint "t_a_b_key"
-- |   detail: Key (a, b)=(null, null) already exists.
CREATE TABLE res(id int, room int, during tsrange, EXCLUDE USING gist (during WITH &&));
-- | ok (CREATE TABLE)
INSERT INTO res VALUES (1, 1, '[2024-01-01 10:00,2024-01-01 11:00)');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO res VALUES (2, 1, '[2024-01-01 10:30,2024-01-01 12:00)');
-- | error 23P01 conflicting key value violates exclusion constraint "res_during_excl"
-- |   detail: Key (during)=(["2024-01-01 10:30:00","2024-01-01 12:00:00")) conflicts with existing key (during)=(["2024-01-01 10:00:00","2024-01-01 11:00:00")).
INSERT INTO res VALUES (2, 1, '[2024-01-01 11:00,2024-01-01 12:00)');
-- | ok, 1 row (INSERT 0 1)
UPDATE res SET during = '[2024-01-01 10:00,2024-01-01 11:30)' WHERE id = 1;
-- | error 23P01 conflicting key value violates exclusion constraint "res_during_excl"
-- |   detail: Key (during)=(["2024-01-01 10:00:00","2024-01-01 11:30:00")) conflicts with existing key (during)=(["2024-01-01 11:00:00","2024-01-01 12:00:00")).
INSERT INTO res VALUES (3, 1, '[2024-01-01 11:00,2024-01-01 12:00)') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
CREATE TABLE book(room int, during daterange, EXCLUDE USING gist (room WITH =, during WITH &&));
-- | error 42704 data type integer has no default operator class for access method "gist"
-- |   hint: You must specify an operator class for the index or define a default operator class for the data type.
CREATE TABLE ch(id int PRIMARY KEY, j jsonb, CHECK (j ? 'k'), CHECK (jsonb_typeof(j->'k') = 'number'));
-- | ok (CREATE TABLE)
INSERT INTO ch VALUES (1, '{"k": 1}');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ch VALUES (2, '{"z": 1}');
-- | error 23514 new row for relation "ch" violates check constraint "ch_j_check"
-- |   detail: Failing row contains (2, {"z": 1}).
INSERT INTO ch VALUES (3, '{"k": "s"}');
-- | error 23514 new row for relation "ch" violates check constraint "ch_j_check1"
-- |   detail: Failing row contains (3, {"k": "s"}).
INSERT INTO ch VALUES (1, '{"k": 5}') ON CONFLICT (id) DO UPDATE SET j = jsonb_set(ch.j, '{k}', ((ch.j->>'k')::int + (excluded.j->>'k')::int)::text::jsonb) RETURNING *;
-- | id | j
-- | 1 | '{"k": 6}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ch VALUES (1, '{"m": [1, 2]}') ON CONFLICT (id) DO NOTHING;
-- | error 23514 new row for relation "ch" violates check constraint "ch_j_check"
-- |   detail: Failing row contains (1, {"m": [1, 2]}).
UPDATE ch SET j = j - 'k' WHERE id = 1;
-- | error 23514 new row for relation "ch" violates check constraint "ch_j_check"
-- |   detail: Failing row contains (1, {}).
UPDATE ch SET j = j || '{"n": null}' WHERE j @> '{"k": 6}' RETURNING j;
-- | j
-- | '{"k": 6, "n": null}'
-- | ok, 1 row (UPDATE 1)
CREATE UNIQUE INDEX ON ch ((j->>'k'));
-- | ok (CREATE INDEX)
INSERT INTO ch VALUES (4, '{"k": 6}');
-- | error 23505 duplicate key value violates unique constraint "ch_expr_idx"
-- |   detail: Key ((j ->> 'k'::text))=(6) already exists.
INSERT INTO ch VALUES (4, '{"k": 6}') ON CONFLICT ((j->>'k')) DO UPDATE SET id = 40 RETURNING *;
-- | id | j
-- | 40 | '{"k": 6, "n": null}'
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE par(a int, b int, PRIMARY KEY (a, b));
-- | ok (CREATE TABLE)
CREATE TABLE chi(id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES par MATCH FULL ON DELETE SET NULL ON UPDATE CASCADE);
-- | ok (CREATE TABLE)
INSERT INTO par VALUES (1, 1), (1, 2), (2, 2);
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO chi VALUES (1, 1, NULL);
-- | error 23503 insert or update on table "chi" violates foreign key constraint "chi_a_b_fkey"
-- |   detail: MATCH FULL does not allow mixing of null and nonnull key values.
INSERT INTO chi VALUES (1, NULL, NULL), (2, 1, 1), (3, 2, 2);
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO chi VALUES (4, 9, 9);
-- | error 23503 insert or update on table "chi" violates foreign key constraint "chi_a_b_fkey"
-- |   detail: Key (a, b)=(9, 9) is not present in table "par".
UPDATE par SET a = 5 WHERE a = 1;
-- | ok, 2 rows (UPDATE 2)
SELECT * FROM chi ORDER BY 1;
-- | id | a | b
-- | 1 | NULL | NULL
-- | 2 | 5 | 1
-- | 3 | 2 | 2
-- | ok (SELECT 3)
DELETE FROM par WHERE b = 2;
-- | ok, 2 rows (DELETE 2)
SELECT * FROM chi ORDER BY 1;
-- | id | a | b
-- | 1 | NULL | NULL
-- | 2 | 5 | 1
-- | 3 | NULL | NULL
-- | ok (SELECT 3)
ALTER TABLE chi ADD FOREIGN KEY (id) REFERENCES par (a);
-- | error 42830 there is no unique constraint matching given keys for referenced table "par"
ALTER TABLE chi ADD FOREIGN KEY (a) REFERENCES par;
-- | error 42830 number of referencing and referenced columns for foreign key disagree
ALTER TABLE chi ADD FOREIGN KEY (a, b) REFERENCES par (b, a);
-- | error 23503 insert or update on table "chi" violates foreign key constraint "chi_a_b_fkey1"
-- |   detail: Key (a, b)=(5, 1) is not present in table "par".
CREATE TABLE rs(id int PRIMARY KEY, p int REFERENCES rs ON DELETE RESTRICT);
-- | ok (CREATE TABLE)
INSERT INTO rs VALUES (1, NULL), (2, 1), (3, 3);
-- | ok, 3 rows (INSERT 0 3)
DELETE FROM rs WHERE id = 1;
-- | error 23001 update or delete on table "rs" violates RESTRICT setting of foreign key constraint "rs_p_fkey" on table "rs"
-- |   detail: Key (id)=(1) is referenced from table "rs".
DELETE FROM rs WHERE id = 3;
-- | ok, 1 row (DELETE 1)
DELETE FROM rs;
-- | ok, 2 rows (DELETE 2)
UPDATE rs SET id = 10 WHERE id = 1;
-- | ok, 0 rows (UPDATE 0)
CREATE TABLE sd(id int PRIMARY KEY DEFAULT 0, p int DEFAULT 7 REFERENCES sd ON DELETE SET DEFAULT);
-- | ok (CREATE TABLE)
INSERT INTO sd VALUES (1, NULL), (2, 1);
-- | ok, 2 rows (INSERT 0 2)
DELETE FROM sd WHERE id = 1;
-- | error 23503 insert or update on table "sd" violates foreign key constraint "sd_p_fkey"
-- |   detail: Key (p)=(7) is not present in table "sd".
INSERT INTO sd VALUES (7, NULL);
-- | ok, 1 row (INSERT 0 1)
DELETE FROM sd WHERE id = 1;
-- | ok, 1 row (DELETE 1)
SELECT * FROM sd ORDER BY 1;
-- | id | p
-- | 2 | 7
-- | 7 | NULL
-- | ok (SELECT 2)
CREATE TABLE big(a int, b int, c int);
-- | ok (CREATE TABLE)
CREATE TABLE a_table_with_a_rather_long_name_indeed (a_column_with_a_rather_long_name_too int UNIQUE, CHECK (a_column_with_a_rather_long_name_too > 0));
-- | ok (CREATE TABLE)
INSERT INTO a_table_with_a_rather_long_name_indeed VALUES (1), (1);
-- | error 23505 duplicate key value violates unique constraint "a_table_with_a_rather_long_na_a_column_with_a_rather_long_n_key"
-- |   detail: Key (a_column_with_a_rather_long_name_too)=(1) already exists.
INSERT INTO a_table_with_a_rather_long_name_indeed VALUES (-1);
-- | error 23514 new row for relation "a_table_with_a_rather_long_name_indeed" violates check constraint "a_table_with_a_rather_long_n_a_column_with_a_rather_long__check"
-- |   detail: Failing row contains (-1).
PREPARE ups(int, text) AS INSERT INTO t VALUES ($1, 1, $2) ON CONFLICT (id) DO UPDATE SET b = excluded.b RETURNING *;
-- | ok (PREPARE)
EXECUTE ups(1, 'p');
-- | id | a | b
-- | 1 | NULL | 'p'
-- | ok, 1 row (INSERT 0 1)
EXECUTE ups(1, 'q');
-- | id | a | b
-- | 1 | NULL | 'q'
-- | ok, 1 row (INSERT 0 1)
EXECUTE ups(50, 'q');
-- | id | a | b
-- | 50 | 1 | 'q'
-- | ok, 1 row (INSERT 0 1)
EXPLAIN (COSTS OFF) INSERT INTO t VALUES (1) ON CONFLICT (id) DO NOTHING;
-- | QUERY PLAN
-- | 'Insert on t'
-- | '  Conflict Resolution: NOTHING'
-- | '  Conflict Arbiter Indexes: t_pkey'
-- | '  ->  Result'
-- | ok (EXPLAIN)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (100, 5, 'a');
-- | ok, 1 row (INSERT 0 1)
SAVEPOINT s;
-- | ok (SAVEPOINT)
INSERT INTO t VALUES (100, 6, 'b');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(100) already exists.
SELECT 1;
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
ROLLBACK TO SAVEPOINT s;
-- | ok (ROLLBACK)
INSERT INTO t VALUES (101, 6, 'b');
-- | ok, 1 row (INSERT 0 1)
RELEASE s;
-- | ok (RELEASE)
RELEASE s;
-- | error 3B001 savepoint "s" does not exist
COMMIT;
-- | ok (ROLLBACK)
SELECT id FROM t WHERE id >= 100;
-- | id
-- | ok (SELECT 0)
COMMIT;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (COMMIT)
ROLLBACK;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
BEGIN;
-- | WARNING 25001 there is already a transaction in progress
-- | ok (BEGIN)
COMMIT AND CHAIN;
-- | ok (COMMIT)
SAVEPOINT x;
-- | ok (SAVEPOINT)
ROLLBACK TO nope;
-- | error 3B001 savepoint "nope" does not exist
ROLLBACK;
-- | ok (ROLLBACK)
SAVEPOINT x;
-- | error 25P01 SAVEPOINT can only be used in transaction blocks
ROLLBACK TO x;
-- | error 25P01 ROLLBACK TO SAVEPOINT can only be used in transaction blocks
LOCK TABLE t;
-- | error 25P01 LOCK TABLE can only be used in transaction blocks
CREATE TABLE copy_t (LIKE t INCLUDING ALL);
-- | ok (CREATE TABLE)
INSERT INTO copy_t SELECT * FROM t;
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO copy_t SELECT * FROM t;
-- | error 23505 duplicate key value violates unique constraint "copy_t_pkey"
-- |   detail: Key (id)=(2) already exists.
SELECT conname FROM pg_constraint WHERE conrelid = 'copy_t'::regclass ORDER BY 1;
-- | conname
-- | 'copy_t_a_b_key'
-- | 'copy_t_pkey'
-- | 't_id_not_null'
-- | ok (SELECT 3)
CREATE TABLE ctas AS SELECT * FROM t WITH NO DATA;
-- | ok (CREATE TABLE AS)
SELECT * INTO into_t FROM t;
-- | ok (SELECT 3)
CREATE UNLOGGED TABLE ul (a int);
-- | ok (CREATE TABLE)
COMMENT ON TABLE ul IS 'hello';
-- | ok (COMMENT)
