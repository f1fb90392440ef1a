-- NEW.*, OLD.* and r.* in INSERT (the manual's audit trigger), labels; compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE t (id int primary key, v int);
-- | ok (CREATE TABLE)
CREATE TABLE l (id int, v int);
-- | ok (CREATE TABLE)
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO l VALUES (NEW.*); INSERT INTO l SELECT NEW.*; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (1,2);
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM l;
-- | id | v
-- | 1 | 2
-- | 1 | 2
-- | ok (SELECT 2)
SELECT * FROM l;
-- | id | v
-- | 1 | 2
-- | 1 | 2
-- | ok (SELECT 2)
DO $$ DECLARE n int := 0; BEGIN <<outer>> LOOP LOOP n := n + 1; EXIT outer WHEN n > 3; CONTINUE outer WHEN n > 1; END LOOP; END LOOP; RAISE NOTICE '%', n; END $$;
-- | NOTICE 00000 4
-- | ok (DO)
DO $$ DECLARE r t%ROWTYPE; BEGIN SELECT * INTO r FROM t WHERE id = 1; r.v := 99; UPDATE t SET v = r.v WHERE id = r.id; INSERT INTO t SELECT r.*; EXCEPTION WHEN unique_violation THEN RAISE NOTICE '% %', SQLERRM, r; END $$;
-- | NOTICE 00000 duplicate key value violates unique constraint "t_pkey" (1,99)
-- | ok (DO)
SELECT * FROM t ORDER BY id;
-- | id | v
-- | 1 | 2
-- | ok (SELECT 1)
-- @dialect postgresql
CREATE TABLE emp (empname text NOT NULL, salary integer);
-- | ok (CREATE TABLE)
CREATE TABLE emp_audit (operation char(1) NOT NULL, stamp timestamp, userid text NOT NULL, empname text NOT NULL, salary integer);
-- | ok (CREATE TABLE)
CREATE OR REPLACE FUNCTION process_emp_audit() RETURNS TRIGGER AS $emp_audit$ BEGIN IF (TG_OP = 'DELETE') THEN INSERT INTO emp_audit SELECT 'D', NULL, current_user, OLD.*; ELSIF (TG_OP = 'UPDATE') THEN INSERT INTO emp_audit SELECT 'U', NULL, current_user, NEW.*; ELSIF (TG_OP = 'INSERT') THEN INSERT INTO emp_audit VALUES ('I', NULL, current_user, NEW.*); END IF; RETURN NULL; END; $emp_audit$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER emp_audit AFTER INSERT OR UPDATE OR DELETE ON emp FOR EACH ROW EXECUTE FUNCTION process_emp_audit();
-- | ok (CREATE TRIGGER)
INSERT INTO emp VALUES ('a', 1), ('b', 2);
-- | ok, 2 rows (INSERT 0 2)
UPDATE emp SET salary = 5 WHERE empname = 'a';
-- | ok, 1 row (UPDATE 1)
DELETE FROM emp WHERE empname = 'b';
-- | ok, 1 row (DELETE 1)
SELECT operation, empname, salary FROM emp_audit;
-- | operation | empname | salary
-- | 'I' | 'a' | 1
-- | 'I' | 'b' | 2
-- | 'U' | 'a' | 5
-- | 'D' | 'b' | 2
-- | ok (SELECT 4)
CREATE FUNCTION chk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.* IS DISTINCT FROM OLD.* THEN RAISE NOTICE 'changed'; END IF; IF ROW(NEW.*) IS DISTINCT FROM ROW(OLD.*) THEN RAISE NOTICE 'c2'; END IF; IF NEW IS DISTINCT FROM OLD THEN RAISE NOTICE 'c3'; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER c BEFORE UPDATE ON emp FOR EACH ROW EXECUTE FUNCTION chk();
-- | ok (CREATE TRIGGER)
UPDATE emp SET salary = 5;
-- | ok, 1 row (UPDATE 1)
UPDATE emp SET salary = 6;
-- | NOTICE 00000 changed
-- | NOTICE 00000 c2
-- | NOTICE 00000 c3
-- | ok, 1 row (UPDATE 1)
CREATE TRIGGER c2 BEFORE UPDATE ON emp FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION chk();
-- | ok (CREATE TRIGGER)
UPDATE emp SET salary = 7;
-- | NOTICE 00000 changed
-- | NOTICE 00000 c2
-- | NOTICE 00000 c3
-- | NOTICE 00000 changed
-- | NOTICE 00000 c2
-- | NOTICE 00000 c3
-- | ok, 1 row (UPDATE 1)
INSERT INTO emp_audit VALUES ('X', NULL, 'u', emp.*);
-- | error 42P01 missing FROM-clause entry for table "emp"
SELECT x.* FROM emp;
-- | error 42P01 missing FROM-clause entry for table "x"
SELECT (SELECT count(*) FROM (SELECT emp.*) q) FROM emp;
-- | count
-- | 1
-- | ok (SELECT 1)
