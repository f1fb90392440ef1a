-- A missing field of NEW is found when it is set, RETURNING of MERGE before its branches, SET LOCAL outside a transaction. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, n int);
-- | ok (CREATE TABLE)
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.nope := 5; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
UPDATE t SET n = 1;
-- | ok, 0 rows (UPDATE 0)
INSERT INTO t VALUES (1, 1);
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET n = 1;
-- | error 42703 record "new" has no field "nope"
MERGE INTO t USING (VALUES (1, 2)) s(k, w) ON t.id = s.k WHEN MATCHED THEN UPDATE SET q = 1 RETURNING t.zz;
-- | error 42703 column t.zz does not exist
MERGE INTO t USING (VALUES (1, 2)) s(k, w) ON t.id = s.k WHEN MATCHED THEN UPDATE SET q = 1 RETURNING merge_action();
-- | error 42703 column "q" of relation "t" does not exist
MERGE INTO t USING (VALUES (1, 2)) s(k, w) ON t.id = s.k WHEN NOT MATCHED THEN INSERT (id, zz) VALUES (s.k, 1) RETURNING s.qq;
-- | error 42703 column s.qq does not exist
SELECT * FROM t;
-- | id | n
-- | 1 | 1
-- | ok (SELECT 1)

-- @dialect postgresql
CREATE SCHEMA s1;
-- | ok (CREATE SCHEMA)
CREATE TABLE s1.t(a int PRIMARY KEY);
-- | ok (CREATE TABLE)
SET LOCAL search_path = s1;
-- | WARNING 25P01 SET LOCAL can only be used in transaction blocks
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | 'public'
-- | ok (SHOW)
INSERT INTO t VALUES (1);
-- | error 42P01 relation "t" does not exist
SET LOCAL client_min_messages = error;
-- | WARNING 25P01 SET LOCAL can only be used in transaction blocks
-- | ok (SET)
DROP TABLE IF EXISTS zz;
-- | NOTICE 00000 table "zz" does not exist, skipping
-- | ok (DROP TABLE)
SET search_path = s1;
-- | ok (SET)
INSERT INTO t VALUES (1);
-- | ok, 1 row (INSERT 0 1)
BEGIN;
-- | ok (BEGIN)
SET LOCAL search_path = public;
-- | ok (SET)
SHOW search_path;
-- | search_path
-- | 'public'
-- | ok (SHOW)
COMMIT;
-- | ok (COMMIT)
SHOW search_path;
-- | search_path
-- | 's1'
-- | ok (SHOW)
