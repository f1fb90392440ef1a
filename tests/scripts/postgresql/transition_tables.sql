-- What do statement triggers see in their transition tables? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY, v text);
-- | ok (CREATE TABLE)
CREATE TABLE log (k serial, m text);
-- | ok (CREATE TABLE)
CREATE FUNCTION ins() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE n int; BEGIN SELECT count(*) INTO n FROM newtab; RAISE NOTICE 'n %', n; INSERT INTO log(m) SELECT 'i ' || id || v FROM newtab; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER a AFTER INSERT ON t REFERENCING NEW TABLE AS newtab FOR EACH STATEMENT EXECUTE FUNCTION ins();
-- | ok (CREATE TRIGGER)
CREATE FUNCTION upd() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log(m) SELECT 'u ' || o.v || '>' || n.v FROM o JOIN n USING (id); RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER b AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION upd();
-- | ok (CREATE TRIGGER)
CREATE FUNCTION del() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM gone ORDER BY id LOOP RAISE NOTICE 'd % %', r.id, r.v; END LOOP; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER c AFTER DELETE ON t REFERENCING OLD TABLE gone FOR EACH STATEMENT EXECUTE FUNCTION del();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- | NOTICE 00000 n 2
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES (1, 'z'), (3, 'c') ON CONFLICT (id) DO UPDATE SET v = excluded.v;
-- | NOTICE 00000 n 1
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES (1, 'y') ON CONFLICT DO NOTHING;
-- | NOTICE 00000 n 0
-- | ok, 0 rows (INSERT 0 0)
UPDATE t SET v = v || '!' WHERE id > 1;
-- | ok, 2 rows (UPDATE 2)
UPDATE t SET v = 'q' WHERE false;
-- | ok, 0 rows (UPDATE 0)
INSERT INTO t VALUES (9, 'x'), (9, 'x');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(9) already exists.
INSERT INTO t VALUES (8, 'x');
-- | NOTICE 00000 n 1
-- | ok, 1 row (INSERT 0 1)
DELETE FROM t WHERE id IN (2, 3);
-- | NOTICE 00000 d 2 b!
-- | NOTICE 00000 d 3 c!
-- | ok, 2 rows (DELETE 2)
MERGE INTO t USING (VALUES (1, 'm'), (7, 's')) s(id, v) ON t.id = s.id WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.v);
-- | NOTICE 00000 n 1
-- | ok (MERGE 2)
SELECT m FROM log ORDER BY k;
-- | m
-- | 'i 1a'
-- | 'i 2b'
-- | 'u a>z'
-- | 'i 3c'
-- | 'u b>b!'
-- | 'u c>c!'
-- | 'i 8x'
-- | 'u z>m'
-- | 'i 7s'
-- | ok (SELECT 9)
CREATE TRIGGER e1 BEFORE INSERT ON t REFERENCING NEW TABLE AS x FOR EACH STATEMENT EXECUTE FUNCTION ins();
-- | error 42P17 transition table name can only be specified for an AFTER trigger
CREATE TRIGGER e2 AFTER INSERT ON t REFERENCING OLD TABLE AS x FOR EACH STATEMENT EXECUTE FUNCTION ins();
-- | error 42P17 OLD TABLE can only be specified for a DELETE or UPDATE trigger
CREATE TRIGGER e3 AFTER INSERT OR UPDATE ON t REFERENCING NEW TABLE AS x FOR EACH STATEMENT EXECUTE FUNCTION ins();
-- | error 0A000 transition tables cannot be specified for triggers with more than one event
CREATE TRIGGER e4 AFTER UPDATE OF v ON t REFERENCING NEW TABLE AS x FOR EACH STATEMENT EXECUTE FUNCTION ins();
-- | error 0A000 transition tables cannot be specified for triggers with column lists
CREATE TRIGGER e5 AFTER DELETE ON t REFERENCING NEW TABLE AS x FOR EACH STATEMENT EXECUTE FUNCTION ins();
-- | error 42P17 NEW TABLE can only be specified for an INSERT or UPDATE trigger
CREATE TRIGGER e6 AFTER INSERT ON t REFERENCING NEW TABLE AS other FOR EACH STATEMENT EXECUTE FUNCTION ins();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (30, 'c');
-- | NOTICE 00000 n 1
-- | error 42P01 relation "newtab" does not exist
