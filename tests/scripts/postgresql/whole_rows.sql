-- How are whole rows compared? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY, v text, n int);
-- | ok (CREATE TABLE)
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'changed %', NEW.id; IF NEW IS DISTINCT FROM OLD THEN RAISE NOTICE 'yes'; END IF; IF OLD.* IS NOT DISTINCT FROM NEW.* THEN RAISE NOTICE 'same'; END IF; IF ROW(NEW.*) IS DISTINCT FROM ROW(OLD.*) THEN RAISE NOTICE 'row'; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER b AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (1, 'a', NULL), (2, 'b', 1);
-- | ok, 2 rows (INSERT 0 2)
UPDATE t SET v = 'a' WHERE id = 1;
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 same
-- | ok, 1 row (UPDATE 1)
UPDATE t SET v = 'z';
-- | NOTICE 00000 changed 2
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | NOTICE 00000 changed 2
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | ok, 2 rows (UPDATE 2)
UPDATE t SET n = NULL WHERE id = 1;
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 same
-- | ok, 1 row (UPDATE 1)
INSERT INTO t VALUES (1, 'q', 1) ON CONFLICT (id) DO UPDATE SET v = excluded.v WHERE (t.*) IS DISTINCT FROM (excluded.*);
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (1, 'q', NULL) ON CONFLICT (id) DO UPDATE SET v = excluded.v WHERE t IS DISTINCT FROM excluded;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES (1, 'q2', NULL) ON CONFLICT (id) DO UPDATE SET v = excluded.v WHERE (t.v, t.n) IS DISTINCT FROM (excluded.v, excluded.n);
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | NOTICE 00000 changed 1
-- | NOTICE 00000 yes
-- | NOTICE 00000 row
-- | ok, 1 row (INSERT 0 1)
SELECT t.* FROM t;
-- | id | v | n
-- | 2 | 'z' | 1
-- | 1 | 'q2' | NULL
-- | ok (SELECT 2)
