-- Triggers of the manual's examples, constraint triggers, NEW and OLD of statement triggers, TG_ARGV; compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE emp (empname text, salary integer, last_date timestamp, last_user text);
-- | ok (CREATE TABLE)
CREATE FUNCTION emp_stamp() RETURNS trigger AS $emp_stamp$ BEGIN  IF NEW.empname IS NULL THEN RAISE EXCEPTION 'empname cannot be null'; END IF; IF NEW.salary IS NULL THEN RAISE EXCEPTION '% cannot have null salary', NEW.empname; END IF; IF NEW.salary < 0 THEN RAISE EXCEPTION '% cannot have a negative salary', NEW.empname; END IF; NEW.last_date := NULL; NEW.last_user := current_user; RETURN NEW; END; $emp_stamp$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER emp_stamp BEFORE INSERT OR UPDATE ON emp FOR EACH ROW EXECUTE FUNCTION emp_stamp();
-- | ok (CREATE TRIGGER)
INSERT INTO emp(empname) VALUES ('x');
-- | error P0001 x cannot have null salary
INSERT INTO emp(salary) VALUES (1);
-- | error P0001 empname cannot be null
INSERT INTO emp(empname, salary) VALUES ('x', -1), ('y', 2);
-- | error P0001 x cannot have a negative salary
INSERT INTO emp(empname, salary) VALUES ('x', 1) RETURNING *;
-- | empname | salary | last_date | last_user
-- | 'x' | 1 | NULL | 'postgres'
-- | ok, 1 row (INSERT 0 1)
-- @dialect postgresql
CREATE TABLE emp (empname text PRIMARY KEY, salary integer);
-- | ok (CREATE TABLE)
CREATE TABLE emp_audit (operation char(1) NOT NULL, userid text NOT NULL, empname text NOT NULL, salary integer, stamp timestamp);
-- | ok (CREATE TABLE)
CREATE VIEW emp_view AS SELECT e.empname, e.salary, max(ea.stamp) AS last_updated FROM emp e LEFT JOIN emp_audit ea ON ea.empname = e.empname GROUP BY 1, 2;
-- | ok (CREATE VIEW)
CREATE OR REPLACE FUNCTION update_emp_view() RETURNS TRIGGER AS $$ BEGIN IF (TG_OP = 'DELETE') THEN DELETE FROM emp WHERE empname = OLD.empname; IF NOT FOUND THEN RETURN NULL; END IF; OLD.last_updated = '2024-01-01'; INSERT INTO emp_audit VALUES('D', current_user, OLD.*); RETURN OLD; ELSIF (TG_OP = 'UPDATE') THEN UPDATE emp SET salary = NEW.salary WHERE empname = OLD.empname; IF NOT FOUND THEN RETURN NULL; END IF; NEW.last_updated = '2024-01-02'; INSERT INTO emp_audit VALUES('U', current_user, NEW.*); RETURN NEW; ELSIF (TG_OP = 'INSERT') THEN INSERT INTO emp VALUES(NEW.empname, NEW.salary); NEW.last_updated = '2024-01-03'; INSERT INTO emp_audit VALUES('I', current_user, NEW.*); RETURN NEW; END IF; END; $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER emp_audit INSTEAD OF INSERT OR UPDATE OR DELETE ON emp_view FOR EACH ROW EXECUTE FUNCTION update_emp_view();
-- | ok (CREATE TRIGGER)
INSERT INTO emp_view VALUES ('a', 1), ('b', 2);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO emp_view VALUES ('a', 1);
-- | error 23505 duplicate key value violates unique constraint "emp_pkey"
-- |   detail: Key (empname)=(a) already exists.
UPDATE emp_view SET salary = 10 WHERE empname = 'a' RETURNING *;
-- | empname | salary | last_updated
-- | 'a' | 10 | 2024-01-02 00:00:00
-- | ok, 1 row (UPDATE 1)
DELETE FROM emp_view WHERE empname = 'b';
-- | ok, 1 row (DELETE 1)
SELECT * FROM emp_audit;
-- | operation | userid | empname | salary | stamp
-- | 'I' | 'postgres' | 'a' | 1 | 2024-01-03 00:00:00
-- | 'I' | 'postgres' | 'b' | 2 | 2024-01-03 00:00:00
-- | 'U' | 'postgres' | 'a' | 10 | 2024-01-02 00:00:00
-- | 'D' | 'postgres' | 'b' | 2 | 2024-01-01 00:00:00
-- | ok (SELECT 4)
SELECT * FROM emp_view ORDER BY 1;
-- | empname | salary | last_updated
-- | 'a' | 10 | 2024-01-03 00:00:00
-- | ok (SELECT 1)
-- @dialect postgresql
CREATE TABLE time_dimension (time_key integer NOT NULL, day_of_week integer NOT NULL, day_of_month integer NOT NULL, month integer NOT NULL, quarter integer NOT NULL, year integer NOT NULL);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX time_dimension_key ON time_dimension(time_key);
-- | ok (CREATE INDEX)
CREATE TABLE sales_fact (time_key integer NOT NULL, product_key integer NOT NULL, store_key integer NOT NULL, amount_sold numeric(12,2) NOT NULL, units_sold integer NOT NULL, amount_cost numeric(12,2) NOT NULL);
-- | ok (CREATE TABLE)
CREATE INDEX sales_fact_time ON sales_fact(time_key);
-- | ok (CREATE INDEX)
CREATE TABLE sales_summary_bytime (time_key integer NOT NULL, amount_sold numeric(15,2) NOT NULL, units_sold numeric(12) NOT NULL, amount_cost numeric(15,2) NOT NULL);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX sales_summary_bytime_key ON sales_summary_bytime(time_key);
-- | ok (CREATE INDEX)
CREATE OR REPLACE FUNCTION maint_sales_summary_bytime() RETURNS TRIGGER AS $maint_sales_summary_bytime$ DECLARE delta_time_key          integer; delta_amount_sold       numeric(15,2); delta_units_sold        numeric(12); delta_amount_cost       numeric(15,2); BEGIN   IF (TG_OP = 'DELETE') THEN  delta_time_key = OLD.time_key; delta_amount_sold = -1 * OLD.amount_sold; delta_units_sold = -1 * OLD.units_sold; delta_amount_cost = -1 * OLD.amount_cost;  ELSIF (TG_OP = 'UPDATE') THEN     IF ( OLD.time_key != NEW.time_key) THEN RAISE EXCEPTION 'Update of time_key : % -> % not allowed', OLD.time_key, NEW.time_key; END IF;  delta_time_key = OLD.time_key; delta_amount_sold = NEW.amount_sold - OLD.amount_sold; delta_units_sold = NEW.units_sold - OLD.units_sold; delta_amount_cost = NEW.amount_cost - OLD.amount_cost;  ELSIF (TG_OP = 'INSERT') THEN  delta_time_key = NEW.time_key; delta_amount_sold = NEW.amount_sold; delta_units_sold = NEW.units_sold; delta_amount_cost = NEW.amount_cost;  END IF;    <<insert_update>> LOOP UPDATE sales_summary_bytime SET amount_sold = amount_sold + delta_amount_sold, units_sold = units_sold + delta_units_sold, amount_cost = amount_cost + delta_amount_cost WHERE time_key = delta_time_key;  EXIT insert_update WHEN found;  BEGIN INSERT INTO sales_summary_bytime ( time_key, amount_sold, units_sold, amount_cost) VALUES ( delta_time_key, delta_amount_sold, delta_units_sold, delta_amount_cost );  EXIT insert_update;  EXCEPTION WHEN UNIQUE_VIOLATION THEN  END; END LOOP insert_update;  RETURN NULL;  END; $maint_sales_summary_bytime$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER maint_sales_summary_bytime AFTER INSERT OR UPDATE OR DELETE ON sales_fact FOR EACH ROW EXECUTE FUNCTION maint_sales_summary_bytime();
-- | ok (CREATE TRIGGER)
INSERT INTO sales_fact VALUES(1,1,1,10,3,15);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO sales_fact VALUES(1,2,1,20,5,35);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO sales_fact VALUES(2,2,1,40,15,135);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO sales_fact VALUES(2,3,1,10,1,13);
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM sales_summary_bytime;
-- | time_key | amount_sold | units_sold | amount_cost
-- | 1 | 30.00 | 8 | 50.00
-- | 2 | 50.00 | 16 | 148.00
-- | ok (SELECT 2)
DELETE FROM sales_fact WHERE product_key = 1;
-- | ok, 1 row (DELETE 1)
SELECT * FROM sales_summary_bytime;
-- | time_key | amount_sold | units_sold | amount_cost
-- | 2 | 50.00 | 16 | 148.00
-- | 1 | 20.00 | 5 | 35.00
-- | ok (SELECT 2)
UPDATE sales_fact SET units_sold = units_sold * 2;
-- | ok, 3 rows (UPDATE 3)
SELECT * FROM sales_summary_bytime;
-- | time_key | amount_sold | units_sold | amount_cost
-- | 1 | 20.00 | 10 | 35.00
-- | 2 | 50.00 | 32 | 148.00
-- | ok (SELECT 2)
UPDATE sales_fact SET time_key = 9;
-- | error P0001 Update of time_key : 1 -> 9 not allowed
-- @dialect postgresql
CREATE TABLE emp (empname text NOT NULL, salary integer);
-- | ok (CREATE TABLE)
CREATE TABLE emp_audit (operation char(1) NOT NULL, userid text NOT NULL, empname text NOT NULL, salary integer);
-- | ok (CREATE TABLE)
CREATE OR REPLACE FUNCTION process_emp_audit() RETURNS TRIGGER AS $emp_audit$ BEGIN IF (TG_OP = 'DELETE') THEN INSERT INTO emp_audit SELECT 'D', current_user, o.* FROM old_table o; ELSIF (TG_OP = 'UPDATE') THEN INSERT INTO emp_audit SELECT 'U', current_user, n.* FROM new_table n; ELSIF (TG_OP = 'INSERT') THEN INSERT INTO emp_audit SELECT 'I', current_user, n.* FROM new_table n; END IF; RETURN NULL; END; $emp_audit$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER emp_audit_ins AFTER INSERT ON emp REFERENCING NEW TABLE AS new_table FOR EACH STATEMENT EXECUTE FUNCTION process_emp_audit();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER emp_audit_upd AFTER UPDATE ON emp REFERENCING OLD TABLE AS old_table NEW TABLE AS new_table FOR EACH STATEMENT EXECUTE FUNCTION process_emp_audit();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER emp_audit_del AFTER DELETE ON emp REFERENCING OLD TABLE AS old_table FOR EACH STATEMENT EXECUTE FUNCTION process_emp_audit();
-- | ok (CREATE TRIGGER)
INSERT INTO emp VALUES ('a',1),('b',2);
-- | ok, 2 rows (INSERT 0 2)
UPDATE emp SET salary = salary + 1;
-- | ok, 2 rows (UPDATE 2)
DELETE FROM emp WHERE empname = 'a';
-- | ok, 1 row (DELETE 1)
SELECT * FROM emp_audit;
-- | operation | userid | empname | salary
-- | 'I' | 'postgres' | 'a' | 1
-- | 'I' | 'postgres' | 'b' | 2
-- | 'U' | 'postgres' | 'a' | 2
-- | 'U' | 'postgres' | 'b' | 3
-- | 'D' | 'postgres' | 'a' | 2
-- | ok (SELECT 5)
-- @dialect postgresql
CREATE TABLE cs (id int PRIMARY KEY, total int);
-- | ok (CREATE TABLE)
CREATE TABLE ci (id int PRIMARY KEY, c int REFERENCES cs, amt int);
-- | ok (CREATE TABLE)
CREATE FUNCTION chk() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE s int; BEGIN SELECT coalesce(sum(amt),0) INTO s FROM ci WHERE c = NEW.c; IF s > 100 THEN RAISE EXCEPTION 'total % too high for %', s, NEW.c USING ERRCODE = 'check_violation', CONSTRAINT = 'ci_total'; END IF; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE CONSTRAINT TRIGGER ci_total AFTER INSERT OR UPDATE ON ci DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chk();
-- | ok (CREATE TRIGGER)
INSERT INTO cs VALUES (1,0);
-- | ok, 1 row (INSERT 0 1)
BEGIN;
-- | ok (BEGIN)
INSERT INTO ci VALUES (1,1,150);
-- | ok, 1 row (INSERT 0 1)
UPDATE ci SET amt = 50;
-- | ok, 1 row (UPDATE 1)
COMMIT;
-- | ok (COMMIT)
INSERT INTO ci VALUES (2,1,70);
-- | error 23514 total 120 too high for 1
BEGIN;
-- | ok (BEGIN)
INSERT INTO ci VALUES (2,1,70);
-- | ok, 1 row (INSERT 0 1)
SET CONSTRAINTS ci_total IMMEDIATE;
-- | error 23514 total 120 too high for 1
ROLLBACK;
-- | ok (ROLLBACK)
INSERT INTO ci VALUES (1,1,70) ON CONFLICT (id) DO UPDATE SET amt = 200;
-- | error 23514 total 200 too high for 1
SELECT * FROM ci;
-- | id | c | amt
-- | 1 | 1 | 50
-- | ok (SELECT 1)
CREATE FUNCTION nt() RETURNS trigger AS $$ BEGIN IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF; NEW.total := coalesce(NEW.total, 0) + 1; RETURN NEW; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER nt BEFORE INSERT OR UPDATE OF total ON cs FOR EACH ROW WHEN (NEW.total IS NOT NULL) EXECUTE PROCEDURE nt();
-- | ok (CREATE TRIGGER)
INSERT INTO cs VALUES (2,NULL),(3,5) RETURNING *;
-- | id | total
-- | 2 | NULL
-- | 3 | 6
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO cs VALUES (3,5) ON CONFLICT (id) DO UPDATE SET total = excluded.total * 10 RETURNING *;
-- | id | total
-- | 3 | 61
-- | ok, 1 row (INSERT 0 1)
DROP TRIGGER nt ON cs;
-- | ok (DROP TRIGGER)
DROP TRIGGER IF EXISTS nt ON cs;
-- | NOTICE 00000 trigger "nt" for relation "cs" does not exist, skipping
-- | ok (DROP TRIGGER)
CREATE OR REPLACE TRIGGER nt2 BEFORE INSERT ON cs FOR EACH STATEMENT EXECUTE FUNCTION nt();
-- | ok (CREATE TRIGGER)
INSERT INTO cs VALUES (9,9);
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE cs DISABLE TRIGGER nt2;
-- | ok (ALTER TABLE)
INSERT INTO cs VALUES (9,9);
-- | error 23505 duplicate key value violates unique constraint "cs_pkey"
-- |   detail: Key (id)=(9) already exists.
-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY, v int);
-- | ok (CREATE TABLE)
CREATE FUNCTION n() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% % %', TG_NAME, TG_OP, NEW.id; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE CONSTRAINT TRIGGER b_imm AFTER INSERT ON t DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION n();
-- | ok (CREATE TRIGGER)
CREATE CONSTRAINT TRIGGER a_def AFTER INSERT OR UPDATE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.v > 1) EXECUTE FUNCTION n();
-- | ok (CREATE TRIGGER)
CREATE CONSTRAINT TRIGGER c_no AFTER INSERT ON t NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION n();
-- | ok (CREATE TRIGGER)
CREATE CONSTRAINT TRIGGER bad BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION n();
-- | error 42601 syntax error at or near "BEFORE"
CREATE CONSTRAINT TRIGGER bad AFTER INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION n();
-- | error 42601 syntax error at or near "STATEMENT"
CREATE TRIGGER bad AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION n();
-- | error 42601 syntax error at or near "DEFERRABLE"
INSERT INTO t VALUES (1,1),(2,2);
-- | NOTICE 00000 b_imm INSERT 1
-- | NOTICE 00000 c_no INSERT 1
-- | NOTICE 00000 b_imm INSERT 2
-- | NOTICE 00000 c_no INSERT 2
-- | NOTICE 00000 a_def INSERT 2
-- | ok, 2 rows (INSERT 0 2)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (3,3);
-- | NOTICE 00000 b_imm INSERT 3
-- | NOTICE 00000 c_no INSERT 3
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET v = 0 WHERE id = 3;
-- | ok, 1 row (UPDATE 1)
SET CONSTRAINTS a_def IMMEDIATE;
-- | NOTICE 00000 a_def INSERT 3
-- | ok (SET CONSTRAINTS)
INSERT INTO t VALUES (4,4);
-- | NOTICE 00000 a_def INSERT 4
-- | NOTICE 00000 b_imm INSERT 4
-- | NOTICE 00000 c_no INSERT 4
-- | ok, 1 row (INSERT 0 1)
SET CONSTRAINTS ALL DEFERRED;
-- | ok (SET CONSTRAINTS)
INSERT INTO t VALUES (5,5);
-- | NOTICE 00000 c_no INSERT 5
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | NOTICE 00000 a_def INSERT 5
-- | NOTICE 00000 b_imm INSERT 5
-- | ok (COMMIT)
BEGIN;
-- | ok (BEGIN)
SET CONSTRAINTS c_no DEFERRED;
-- | error 42809 constraint "c_no" is not deferrable
ROLLBACK;
-- | ok (ROLLBACK)
BEGIN;
-- | ok (BEGIN)
INSERT INTO t VALUES (6,6);
-- | NOTICE 00000 b_imm INSERT 6
-- | NOTICE 00000 c_no INSERT 6
-- | ok, 1 row (INSERT 0 1)
SAVEPOINT s;
-- | ok (SAVEPOINT)
INSERT INTO t VALUES (7,7);
-- | NOTICE 00000 b_imm INSERT 7
-- | NOTICE 00000 c_no INSERT 7
-- | ok, 1 row (INSERT 0 1)
ROLLBACK TO s;
-- | ok (ROLLBACK)
COMMIT;
-- | NOTICE 00000 a_def INSERT 6
-- | ok (COMMIT)
INSERT INTO t VALUES (1,9) ON CONFLICT (id) DO UPDATE SET v = excluded.v;
-- | NOTICE 00000 a_def UPDATE 1
-- | ok, 1 row (INSERT 0 1)
DROP TRIGGER a_def ON t;
-- | ok (DROP TRIGGER)
INSERT INTO t VALUES (8,8);
-- | NOTICE 00000 b_imm INSERT 8
-- | NOTICE 00000 c_no INSERT 8
-- | ok, 1 row (INSERT 0 1)
-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY, v int);
-- | ok (CREATE TABLE)
CREATE FUNCTION st() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% % % % %', TG_OP, NEW.id, OLD.v, TG_NARGS, TG_ARGV[0]; NEW.id := 5; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER s1 BEFORE INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION st('x', 2);
-- | ok (CREATE TRIGGER)
CREATE TRIGGER s2 AFTER INSERT ON t EXECUTE FUNCTION st();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES (1,1),(2,2);
-- | NOTICE 00000 INSERT <NULL> <NULL> 2 x
-- | NOTICE 00000 INSERT <NULL> <NULL> 0 <NULL>
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES (1,1) ON CONFLICT DO NOTHING;
-- | NOTICE 00000 INSERT <NULL> <NULL> 2 x
-- | NOTICE 00000 INSERT <NULL> <NULL> 0 <NULL>
-- | ok, 0 rows (INSERT 0 0)
SELECT * FROM t;
-- | id | v
-- | 1 | 1
-- | 2 | 2
-- | ok (SELECT 2)
CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% %', TG_OP, TG_LEVEL; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
