-- What the catalogs say of constraints, their columns and sequences; settings of one's own, advisory locks; compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE p (id int PRIMARY KEY, code text UNIQUE NULLS NOT DISTINCT, a int, b int, UNIQUE (b, a));
-- | ok (CREATE TABLE)
CREATE TABLE c (id serial PRIMARY KEY, pid int NOT NULL REFERENCES p ON DELETE CASCADE, x int, y int, v varchar(10) DEFAULT 'q', n numeric(8,2), g int GENERATED ALWAYS AS (x * 2) STORED, tags text[], CHECK (x > 0), CONSTRAINT xy CHECK (x < y), CONSTRAINT fk2 FOREIGN KEY (x, y) REFERENCES p (a, b) MATCH FULL ON UPDATE SET NULL DEFERRABLE);
-- | ok (CREATE TABLE)
CREATE SEQUENCE s2 AS smallint START 5 INCREMENT 2 MAXVALUE 100 CYCLE;
-- | ok (CREATE SEQUENCE)
CREATE TABLE i (id int GENERATED ALWAYS AS IDENTITY);
-- | ok (CREATE TABLE)
SELECT * FROM information_schema.table_constraints WHERE table_schema='public' ORDER BY table_name, constraint_name;
-- | constraint_catalog | constraint_schema | constraint_name | table_catalog | table_schema | table_name | constraint_type | is_deferrable | initially_deferred | enforced | nulls_distinct
-- | 'postgres' | 'public' | 'c_id_not_null' | 'postgres' | 'public' | 'c' | 'CHECK' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'c_pid_fkey' | 'postgres' | 'public' | 'c' | 'FOREIGN KEY' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'c_pid_not_null' | 'postgres' | 'public' | 'c' | 'CHECK' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'c_pkey' | 'postgres' | 'public' | 'c' | 'PRIMARY KEY' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'c_x_check' | 'postgres' | 'public' | 'c' | 'CHECK' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'fk2' | 'postgres' | 'public' | 'c' | 'FOREIGN KEY' | 'YES' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'xy' | 'postgres' | 'public' | 'c' | 'CHECK' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'i_id_not_null' | 'postgres' | 'public' | 'i' | 'CHECK' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'p_b_a_key' | 'postgres' | 'public' | 'p' | 'UNIQUE' | 'NO' | 'NO' | 'YES' | 'YES'
-- | 'postgres' | 'public' | 'p_code_key' | 'postgres' | 'public' | 'p' | 'UNIQUE' | 'NO' | 'NO' | 'YES' | 'NO'
-- | 'postgres' | 'public' | 'p_id_not_null' | 'postgres' | 'public' | 'p' | 'CHECK' | 'NO' | 'NO' | 'YES' | NULL
-- | 'postgres' | 'public' | 'p_pkey' | 'postgres' | 'public' | 'p' | 'PRIMARY KEY' | 'NO' | 'NO' | 'YES' | NULL
-- | ok (SELECT 12)
SELECT * FROM information_schema.key_column_usage WHERE table_schema='public' ORDER BY table_name, constraint_name, ordinal_position;
-- | constraint_catalog | constraint_schema | constraint_name | table_catalog | table_schema | table_name | column_name | ordinal_position | position_in_unique_constraint
-- | 'postgres' | 'public' | 'c_pid_fkey' | 'postgres' | 'public' | 'c' | 'pid' | 1 | 1
-- | 'postgres' | 'public' | 'c_pkey' | 'postgres' | 'public' | 'c' | 'id' | 1 | NULL
-- | 'postgres' | 'public' | 'fk2' | 'postgres' | 'public' | 'c' | 'x' | 1 | 2
-- | 'postgres' | 'public' | 'fk2' | 'postgres' | 'public' | 'c' | 'y' | 2 | 1
-- | 'postgres' | 'public' | 'p_b_a_key' | 'postgres' | 'public' | 'p' | 'b' | 1 | NULL
-- | 'postgres' | 'public' | 'p_b_a_key' | 'postgres' | 'public' | 'p' | 'a' | 2 | NULL
-- | 'postgres' | 'public' | 'p_code_key' | 'postgres' | 'public' | 'p' | 'code' | 1 | NULL
-- | 'postgres' | 'public' | 'p_pkey' | 'postgres' | 'public' | 'p' | 'id' | 1 | NULL
-- | ok (SELECT 8)
SELECT * FROM information_schema.constraint_column_usage WHERE table_schema='public' ORDER BY table_name, constraint_name, column_name;
-- | table_catalog | table_schema | table_name | column_name | constraint_catalog | constraint_schema | constraint_name
-- | 'postgres' | 'public' | 'c' | 'id' | 'postgres' | 'public' | 'c_id_not_null'
-- | 'postgres' | 'public' | 'c' | 'pid' | 'postgres' | 'public' | 'c_pid_not_null'
-- | 'postgres' | 'public' | 'c' | 'id' | 'postgres' | 'public' | 'c_pkey'
-- | 'postgres' | 'public' | 'c' | 'x' | 'postgres' | 'public' | 'c_x_check'
-- | 'postgres' | 'public' | 'c' | 'x' | 'postgres' | 'public' | 'xy'
-- | 'postgres' | 'public' | 'c' | 'y' | 'postgres' | 'public' | 'xy'
-- | 'postgres' | 'public' | 'i' | 'id' | 'postgres' | 'public' | 'i_id_not_null'
-- | 'postgres' | 'public' | 'p' | 'id' | 'postgres' | 'public' | 'c_pid_fkey'
-- | 'postgres' | 'public' | 'p' | 'a' | 'postgres' | 'public' | 'fk2'
-- | 'postgres' | 'public' | 'p' | 'b' | 'postgres' | 'public' | 'fk2'
-- | 'postgres' | 'public' | 'p' | 'a' | 'postgres' | 'public' | 'p_b_a_key'
-- | 'postgres' | 'public' | 'p' | 'b' | 'postgres' | 'public' | 'p_b_a_key'
-- | 'postgres' | 'public' | 'p' | 'code' | 'postgres' | 'public' | 'p_code_key'
-- | 'postgres' | 'public' | 'p' | 'id' | 'postgres' | 'public' | 'p_id_not_null'
-- | 'postgres' | 'public' | 'p' | 'id' | 'postgres' | 'public' | 'p_pkey'
-- | ok (SELECT 15)
SELECT * FROM information_schema.referential_constraints ORDER BY constraint_name;
-- | constraint_catalog | constraint_schema | constraint_name | unique_constraint_catalog | unique_constraint_schema | unique_constraint_name | match_option | update_rule | delete_rule
-- | 'postgres' | 'public' | 'c_pid_fkey' | 'postgres' | 'public' | 'p_pkey' | 'NONE' | 'NO ACTION' | 'CASCADE'
-- | 'postgres' | 'public' | 'fk2' | 'postgres' | 'public' | 'p_b_a_key' | 'FULL' | 'SET NULL' | 'NO ACTION'
-- | ok (SELECT 2)
SELECT * FROM information_schema.check_constraints WHERE constraint_schema='public' ORDER BY constraint_name;
-- | constraint_catalog | constraint_schema | constraint_name | check_clause
-- | 'postgres' | 'public' | 'c_id_not_null' | 'id IS NOT NULL'
-- | 'postgres' | 'public' | 'c_pid_not_null' | 'pid IS NOT NULL'
-- | 'postgres' | 'public' | 'c_x_check' | '(x > 0)'
-- | 'postgres' | 'public' | 'i_id_not_null' | 'id IS NOT NULL'
-- | 'postgres' | 'public' | 'p_id_not_null' | 'id IS NOT NULL'
-- | 'postgres' | 'public' | 'xy' | '(x < y)'
-- | ok (SELECT 6)
SELECT attname, attnum, format_type(atttypid, atttypmod), attnotnull, atthasdef, attgenerated FROM pg_attribute WHERE attrelid='c'::regclass AND attnum > 0 ORDER BY attnum;
-- | attname | attnum | format_type | attnotnull | atthasdef | attgenerated
-- | 'id' | 1 | 'integer' | true | true | ''
-- | 'pid' | 2 | 'integer' | true | false | ''
-- | 'x' | 3 | 'integer' | false | false | ''
-- | 'y' | 4 | 'integer' | false | false | ''
-- | 'v' | 5 | 'character varying(10)' | false | true | ''
-- | 'n' | 6 | 'numeric(8,2)' | false | false | ''
-- | 'g' | 7 | 'integer' | false | true | 's'
-- | 'tags' | 8 | 'text[]' | false | false | ''
-- | ok (SELECT 8)
SELECT conname, contype, confupdtype, confdeltype, confmatchtype, conkey, confkey FROM pg_constraint WHERE conrelid IN ('c'::regclass, 'p'::regclass) ORDER BY conname;
-- | conname | contype | confupdtype | confdeltype | confmatchtype | conkey | confkey
-- | 'c_id_not_null' | 'n' | ' ' | ' ' | ' ' | {1} | NULL
-- | 'c_pid_fkey' | 'f' | 'a' | 'c' | 's' | {2} | {1}
-- | 'c_pid_not_null' | 'n' | ' ' | ' ' | ' ' | {2} | NULL
-- | 'c_pkey' | 'p' | ' ' | ' ' | ' ' | {1} | NULL
-- | 'c_x_check' | 'c' | ' ' | ' ' | ' ' | {3} | NULL
-- | 'fk2' | 'f' | 'n' | 'a' | 'f' | {3,4} | {3,4}
-- | 'p_b_a_key' | 'u' | ' ' | ' ' | ' ' | {4,3} | NULL
-- | 'p_code_key' | 'u' | ' ' | ' ' | ' ' | {2} | NULL
-- | 'p_id_not_null' | 'n' | ' ' | ' ' | ' ' | {1} | NULL
-- | 'p_pkey' | 'p' | ' ' | ' ' | ' ' | {1} | NULL
-- | 'xy' | 'c' | ' ' | ' ' | ' ' | {3,4} | NULL
-- | ok (SELECT 11)
SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = 'p'::regclass AND i.indisprimary;
-- | attname
-- | 'id'
-- | ok (SELECT 1)
SELECT c.conname, a.attname FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) WHERE c.conrelid = 'c'::regclass ORDER BY 1, 2;
-- | conname | attname
-- | 'c_id_not_null' | 'id'
-- | 'c_pid_fkey' | 'pid'
-- | 'c_pid_not_null' | 'pid'
-- | 'c_pkey' | 'id'
-- | 'c_x_check' | 'x'
-- | 'fk2' | 'x'
-- | 'fk2' | 'y'
-- | 'xy' | 'x'
-- | 'xy' | 'y'
-- | ok (SELECT 9)
SELECT tc.constraint_name, kcu.column_name, ccu.table_name, ccu.column_name FROM information_schema.table_constraints tc JOIN information_schema.key_column_usage kcu USING (constraint_schema, constraint_name) JOIN information_schema.constraint_column_usage ccu USING (constraint_schema, constraint_name) WHERE tc.constraint_type = 'FOREIGN KEY' AND tc.table_name = 'c' ORDER BY 1,2,4;
-- | constraint_name | column_name | table_name | column_name
-- | 'c_pid_fkey' | 'pid' | 'p' | 'id'
-- | 'fk2' | 'x' | 'p' | 'a'
-- | 'fk2' | 'x' | 'p' | 'b'
-- | 'fk2' | 'y' | 'p' | 'a'
-- | 'fk2' | 'y' | 'p' | 'b'
-- | ok (SELECT 5)
SELECT current_setting('app.user', true);
-- | current_setting
-- | NULL
-- | ok (SELECT 1)
SELECT set_config('app.user', 'bob', false);
-- | set_config
-- | 'bob'
-- | ok (SELECT 1)
SELECT current_setting('app.user');
-- | current_setting
-- | 'bob'
-- | ok (SELECT 1)
SELECT current_setting('nope.x');
-- | error 42704 unrecognized configuration parameter "nope.x"
SELECT pg_try_advisory_lock(1), pg_try_advisory_xact_lock(1,2);
-- | pg_try_advisory_lock | pg_try_advisory_xact_lock
-- | true | true
-- | ok (SELECT 1)
SELECT pg_advisory_xact_lock(42);
-- | pg_advisory_xact_lock
-- | ''
-- | ok (SELECT 1)
SELECT substr(uuidv7()::text, 15, 1), substr(uuidv4()::text, 15, 1), length(uuidv7()::text);
-- | substr | substr | length
-- | '7' | '4' | 36
-- | ok (SELECT 1)
SELECT pg_sleep(0);
-- | pg_sleep
-- | ''
-- | ok (SELECT 1)
