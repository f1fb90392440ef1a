-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b text, n int DEFAULT 0);
-- | ok (CREATE TABLE)
CREATE TABLE log(n serial, m text);
-- | ok (CREATE TABLE)
CREATE FUNCTION l() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log(m) VALUES(TG_NAME||' '||TG_WHEN||' '||TG_OP||' '||TG_LEVEL||' '||coalesce(TG_ARGV[0],'-')||' '||TG_NARGS||' '||coalesce(OLD.id::text,'_')||' '||coalesce(NEW.id::text,'_')); RETURN COALESCE(NEW,OLD); END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER s1 BEFORE INSERT OR UPDATE OR DELETE ON t EXECUTE FUNCTION l('S');
-- | ok (CREATE TRIGGER)
CREATE TRIGGER s2 AFTER INSERT OR UPDATE OR DELETE ON t EXECUTE FUNCTION l('S2');
-- | ok (CREATE TRIGGER)
CREATE TRIGGER r1 BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION l('R');
-- | ok (CREATE TRIGGER)
CREATE TRIGGER r2 AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION l('R2');
-- | ok (CREATE TRIGGER)
CREATE TRIGGER u1 AFTER UPDATE OF b ON t FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION l('UB');
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES(1,'x','b1'),(2,'y','b2');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES(3,'x','b3') ON CONFLICT(a) DO UPDATE SET b=excluded.b;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(4,'y','b2') ON CONFLICT(a) DO UPDATE SET b=excluded.b;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(5,'y','b2') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(6,'y','b2') ON CONFLICT(a) DO UPDATE SET b='z' WHERE false;
-- | ok, 0 rows (INSERT 0 0)
UPDATE t SET n=n+1 WHERE id=2;
-- | ok, 1 row (UPDATE 1)
UPDATE t SET b='w', n=1 WHERE id>0;
-- | ok, 2 rows (UPDATE 2)
DELETE FROM t WHERE id=2;
-- | ok, 1 row (DELETE 1)
MERGE INTO t USING (VALUES(1,'x'),(9,'q')) s(i,a) ON t.id=s.i WHEN MATCHED THEN UPDATE SET b='m' WHEN NOT MATCHED THEN INSERT VALUES(s.i,s.a);
-- | ok (MERGE 2)
INSERT INTO t VALUES(1,'dup','b');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
SELECT m FROM log ORDER BY n;
-- | m
-- | 's1 BEFORE INSERT STATEMENT S 1 _ _'
-- | 'r1 BEFORE INSERT ROW R 1 _ 1'
-- | 'r1 BEFORE INSERT ROW R 1 _ 2'
-- | 'r2 AFTER INSERT ROW R2 1 _ 1'
-- | 'r2 AFTER INSERT ROW R2 1 _ 2'
-- | 's2 AFTER INSERT STATEMENT S2 1 _ _'
-- | 's1 BEFORE INSERT STATEMENT S 1 _ _'
-- | 's1 BEFORE UPDATE STATEMENT S 1 _ _'
-- | 'r1 BEFORE INSERT ROW R 1 _ 3'
-- | 'r1 BEFORE UPDATE ROW R 1 1 1'
-- | 'r2 AFTER UPDATE ROW R2 1 1 1'
-- | 'u1 AFTER UPDATE ROW UB 1 1 1'
-- | 's2 AFTER UPDATE STATEMENT S2 1 _ _'
-- | 's2 AFTER INSERT STATEMENT S2 1 _ _'
-- | 's1 BEFORE INSERT STATEMENT S 1 _ _'
-- | 's1 BEFORE UPDATE STATEMENT S 1 _ _'
-- | 'r1 BEFORE INSERT ROW R 1 _ 4'
-- | 'r1 BEFORE UPDATE ROW R 1 2 2'
-- | 'r2 AFTER UPDATE ROW R2 1 2 2'
-- | 's2 AFTER UPDATE STATEMENT S2 1 _ _'
-- | 's2 AFTER INSERT STATEMENT S2 1 _ _'
-- | 's1 BEFORE INSERT STATEMENT S 1 _ _'
-- | 'r1 BEFORE INSERT ROW R 1 _ 5'
-- | 's2 AFTER INSERT STATEMENT S2 1 _ _'
-- | 's1 BEFORE INSERT STATEMENT S 1 _ _'
-- | 's1 BEFORE UPDATE STATEMENT S 1 _ _'
-- | 'r1 BEFORE INSERT ROW R 1 _ 6'
-- | 's2 AFTER UPDATE STATEMENT S2 1 _ _'
-- | 's2 AFTER INSERT STATEMENT S2 1 _ _'
-- | 's1 BEFORE UPDATE STATEMENT S 1 _ _'
-- | 'r1 BEFORE UPDATE ROW R 1 2 2'
-- | 'r2 AFTER UPDATE ROW R2 1 2 2'
-- | 's2 AFTER UPDATE STATEMENT S2 1 _ _'
-- | 's1 BEFORE UPDATE STATEMENT S 1 _ _'
-- | 'r1 BEFORE UPDATE ROW R 1 1 1'
-- | 'r1 BEFORE UPDATE ROW R 1 2 2'
-- | 'r2 AFTER UPDATE ROW R2 1 1 1'
-- | 'u1 AFTER UPDATE ROW UB 1 1 1'
-- | 'r2 AFTER UPDATE ROW R2 1 2 2'
-- | 'u1 AFTER UPDATE ROW UB 1 2 2'
-- | 's2 AFTER UPDATE STATEMENT S2 1 _ _'
-- | 's1 BEFORE DELETE STATEMENT S 1 _ _'
-- | 'r1 BEFORE DELETE ROW R 1 2 _'
-- | 'r2 AFTER DELETE ROW R2 1 2 _'
-- | 's2 AFTER DELETE STATEMENT S2 1 _ _'
-- | 's1 BEFORE INSERT STATEMENT S 1 _ _'
-- | 's1 BEFORE UPDATE STATEMENT S 1 _ _'
-- | 'r1 BEFORE UPDATE ROW R 1 1 1'
-- | 'r1 BEFORE INSERT ROW R 1 _ 9'
-- | 'r2 AFTER UPDATE ROW R2 1 1 1'
-- | 'u1 AFTER UPDATE ROW UB 1 1 1'
-- | 'r2 AFTER INSERT ROW R2 1 _ 9'
-- | 's2 AFTER UPDATE STATEMENT S2 1 _ _'
-- | 's2 AFTER INSERT STATEMENT S2 1 _ _'
-- | ok (SELECT 54)
DROP TRIGGER s1 ON t;
-- | ok (DROP TRIGGER)
DROP TRIGGER s2 ON t;
-- | ok (DROP TRIGGER)
DROP TRIGGER r1 ON t;
-- | ok (DROP TRIGGER)
DROP TRIGGER r2 ON t;
-- | ok (DROP TRIGGER)
DROP TRIGGER u1 ON t;
-- | ok (DROP TRIGGER)
CREATE FUNCTION norm() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := lower(trim(NEW.a)); IF NEW.n IS NULL THEN NEW.n := 42; END IF; IF NEW.b = 'stop' THEN RETURN NULL; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER norm BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION norm();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES(20,'  X ','c',NULL) ON CONFLICT(a) DO UPDATE SET b=excluded.a||excluded.n RETURNING *;
-- | id | a | b | n
-- | 1 | 'x' | 'x42' | 1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(21,'NEW','stop') RETURNING *;
-- | id | a | b | n
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(1,'other','stop') ON CONFLICT(id) DO UPDATE SET b='never' RETURNING *;
-- | id | a | b | n
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(1,'other','go') ON CONFLICT(id) DO UPDATE SET b='stop' RETURNING *;
-- | id | a | b | n
-- | ok, 0 rows (INSERT 0 0)
UPDATE t SET a='  SHOUT ' WHERE id=1 RETURNING a, old.a;
-- | a | a
-- | 'shout' | 'x'
-- | ok, 1 row (UPDATE 1)
UPDATE t SET b='stop' RETURNING id;
-- | id
-- | ok, 0 rows (UPDATE 0)
CREATE FUNCTION mir() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF pg_trigger_depth()<2 THEN INSERT INTO t(id,a) VALUES(NEW.id+1000,NEW.a||'!') ON CONFLICT DO NOTHING; END IF; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER zz AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION mir();
-- | ok (CREATE TRIGGER)
INSERT INTO t(id,a) VALUES(30,'p'),(31,'q') RETURNING id;
-- | error 23505 duplicate key value violates unique constraint "t_a_key"
-- |   detail: Key (a)=(q) already exists.
SELECT id,a,b,n FROM t ORDER BY id;
-- | id | a | b | n
-- | 1 | 'shout' | 'x42' | 1
-- | 9 | 'q' | NULL | 0
-- | ok (SELECT 2)
CREATE FUNCTION cnt() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE c int; BEGIN SELECT count(*) INTO c FROM nt; RAISE NOTICE 'rows=% op=%', c, TG_OP; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER tc AFTER INSERT ON t REFERENCING NEW TABLE AS nt FOR EACH STATEMENT EXECUTE FUNCTION cnt();
-- | ok (CREATE TRIGGER)
INSERT INTO t(id,a) VALUES(40,'s1'),(41,'s2');
-- | NOTICE 00000 rows=1 op=INSERT
-- | NOTICE 00000 rows=1 op=INSERT
-- | NOTICE 00000 rows=2 op=INSERT
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t(id,a) VALUES(42,'s1') ON CONFLICT(a) DO NOTHING;
-- | NOTICE 00000 rows=0 op=INSERT
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t(id,a) VALUES(42,'s1'),(43,'s3') ON CONFLICT(a) DO UPDATE SET n=9;
-- | NOTICE 00000 rows=1 op=INSERT
-- | NOTICE 00000 rows=1 op=INSERT
-- | ok, 2 rows (INSERT 0 2)
CREATE VIEW v AS SELECT id, a FROM t WHERE id<100;
-- | ok (CREATE VIEW)
CREATE FUNCTION iov() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP='INSERT' THEN INSERT INTO t(id,a,b) VALUES(NEW.id,NEW.a,'via'); RETURN NEW; ELSIF TG_OP='UPDATE' THEN UPDATE t SET b='upd '||NEW.a WHERE id=OLD.id; RETURN NEW; ELSE DELETE FROM t WHERE id=OLD.id; RETURN OLD; END IF; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER io INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION iov();
-- | ok (CREATE TRIGGER)
INSERT INTO v VALUES(50,'vv') RETURNING *;
-- | NOTICE 00000 rows=1 op=INSERT
-- | id | a
-- | 50 | 'vv'
-- | ok, 1 row (INSERT 0 1)
UPDATE v SET a='ww' WHERE id=50 RETURNING *;
-- | id | a
-- | 50 | 'ww'
-- | ok, 1 row (UPDATE 1)
DELETE FROM v WHERE id=50 RETURNING id;
-- | id
-- | 50
-- | ok, 1 row (DELETE 1)
SELECT id,a,b FROM t WHERE id=50;
-- | id | a | b
-- | ok (SELECT 0)
CREATE TABLE acc(id int PRIMARY KEY, bal int);
-- | ok (CREATE TABLE)
CREATE FUNCTION nobal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.bal<0 THEN RAISE EXCEPTION 'no funds for %', NEW.id USING ERRCODE='check_violation', HINT='top up'; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE CONSTRAINT TRIGGER cb AFTER INSERT OR UPDATE ON acc DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION nobal();
-- | ok (CREATE TRIGGER)
INSERT INTO acc VALUES(1,-5);
-- | error 23514 no funds for 1
-- |   hint: top up
BEGIN;
-- | ok (BEGIN)
INSERT INTO acc VALUES(1,-5);
-- | ok, 1 row (INSERT 0 1)
UPDATE acc SET bal=5 WHERE id=1;
-- | ok, 1 row (UPDATE 1)
COMMIT;
-- | error 23514 no funds for 1
-- |   hint: top up
SELECT * FROM acc;
-- | id | bal
-- | ok (SELECT 0)
BEGIN;
-- | ok (BEGIN)
INSERT INTO acc VALUES(2,-5);
-- | ok, 1 row (INSERT 0 1)
DELETE FROM acc WHERE id=2;
-- | ok, 1 row (DELETE 1)
COMMIT;
-- | error 23514 no funds for 2
-- |   hint: top up
BEGIN;
-- | ok (BEGIN)
INSERT INTO acc VALUES(3,3);
-- | ok, 1 row (INSERT 0 1)
SET CONSTRAINTS cb IMMEDIATE;
-- | ok (SET CONSTRAINTS)
UPDATE acc SET bal=-1 WHERE id=3;
-- | error 23514 no funds for 3
-- |   hint: top up
ROLLBACK;
-- | ok (ROLLBACK)
DO $$ BEGIN INSERT INTO acc VALUES(1,1); EXCEPTION WHEN unique_violation THEN UPDATE acc SET bal=bal+1 WHERE id=1; END $$;
-- | ok (DO)
SELECT * FROM acc;
-- | id | bal
-- | 1 | 1
-- | ok (SELECT 1)
DO $$ DECLARE v_state text; v_msg text; v_con text; v_tab text; v_col text; v_sch text; BEGIN INSERT INTO acc VALUES(NULL,1); EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS v_state=RETURNED_SQLSTATE, v_msg=MESSAGE_TEXT, v_con=CONSTRAINT_NAME, v_tab=TABLE_NAME, v_col=COLUMN_NAME, v_sch=SCHEMA_NAME; RAISE NOTICE '%|%|%|%|%|%', v_state,v_msg,v_con,v_tab,v_col,v_sch; END $$;
-- | NOTICE 00000 23502|null value in column "id" of relation "acc" violates not-null constraint||acc|id|public
-- | ok (DO)
CREATE FUNCTION try_ins(i int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN INSERT INTO acc VALUES(i,1); RETURN 'ok'; EXCEPTION WHEN unique_violation THEN RETURN 'dup'; WHEN not_null_violation THEN RETURN 'null'; END $$;
-- | ok (CREATE FUNCTION)
SELECT try_ins(1), try_ins(NULL), try_ins(8);
-- | try_ins | try_ins | try_ins
-- | 'dup' | 'null' | 'ok'
-- | ok (SELECT 1)
SELECT count(*) FROM acc;
-- | count
-- | 2
-- | ok (SELECT 1)
