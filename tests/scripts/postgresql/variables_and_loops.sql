-- Variables of nested blocks and of loops, FOR over EXECUTE, conditions by name; the manual's examples of INSERT, MERGE and plpgsql; compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
DO $$ BEGIN FOR i IN 1..2 LOOP RAISE NOTICE 'a%', i; END LOOP; FOR i IN 5..6 LOOP RAISE NOTICE 'b%', i; END LOOP; END $$;
-- | NOTICE 00000 a1
-- | NOTICE 00000 a2
-- | NOTICE 00000 b5
-- | NOTICE 00000 b6
-- | ok (DO)
DO $$ DECLARE i int := 9; BEGIN RAISE NOTICE '%', i; FOR i IN 1..2 LOOP RAISE NOTICE '%', i; END LOOP; RAISE NOTICE '%', i; END $$;
-- | NOTICE 00000 9
-- | NOTICE 00000 1
-- | NOTICE 00000 2
-- | NOTICE 00000 9
-- | ok (DO)
DO $$ BEGIN DECLARE v int := 1; BEGIN RAISE NOTICE '%', v; END; DECLARE v text := 'x'; BEGIN RAISE NOTICE '%', v; END; END $$;
-- | NOTICE 00000 1
-- | NOTICE 00000 x
-- | ok (DO)
DO $$ DECLARE a int := 1; BEGIN DECLARE a int := a + 1; BEGIN a := a * 10; RAISE NOTICE '%', a; END; RAISE NOTICE '%', a; END $$;
-- | NOTICE 00000 20
-- | NOTICE 00000 1
-- | ok (DO)
DO $$ DECLARE r record; BEGIN FOR r IN SELECT 1 AS x LOOP RAISE NOTICE '%', r.x; END LOOP; FOR r IN SELECT 'q' AS y LOOP RAISE NOTICE '%', r.y; END LOOP; END $$;
-- | NOTICE 00000 1
-- | NOTICE 00000 q
-- | ok (DO)
DO $$ DECLARE x int := 1; BEGIN BEGIN RAISE NOTICE '%', x; x := x / 0; EXCEPTION WHEN division_by_zero THEN RAISE NOTICE 'div %', x; END; DECLARE x text := 'in'; BEGIN RAISE EXCEPTION '%', x; EXCEPTION WHEN OTHERS THEN RAISE NOTICE '% %', x, SQLERRM; END; RAISE NOTICE '%', x; END $$;
-- | NOTICE 00000 1
-- | NOTICE 00000 div 1
-- | NOTICE 00000 in in
-- | NOTICE 00000 1
-- | ok (DO)
DO $$ BEGIN FOR i IN 1..2 LOOP FOR i IN 7..8 LOOP RAISE NOTICE '%', i; END LOOP; RAISE NOTICE 'o%', i; END LOOP; END $$;
-- | NOTICE 00000 7
-- | NOTICE 00000 8
-- | NOTICE 00000 o1
-- | NOTICE 00000 7
-- | NOTICE 00000 8
-- | NOTICE 00000 o2
-- | ok (DO)
DO $$ BEGIN FOR i IN 1..2 LOOP NULL; END LOOP; RAISE NOTICE '%', i; END $$;
-- | error 42703 column "i" does not exist
DO $$ BEGIN DECLARE z int := 1; BEGIN NULL; END; z := 2; END $$;
-- | error 42601 "z" is not a known variable
CREATE FUNCTION f(n int) RETURNS int LANGUAGE plpgsql AS $$ DECLARE n int := 7; BEGIN RETURN n; END $$;
-- | ok (CREATE FUNCTION)
SELECT f(1);
-- | f
-- | 7
-- | ok (SELECT 1)
DO $$ BEGIN RAISE division_by_zero; END $$;
-- | error 22012 division_by_zero
DO $$ BEGIN RAISE SQLSTATE '22012'; END $$;
-- | error 22012 22012
DO $$ BEGIN RAISE unique_violation USING MESSAGE = 'x', CONSTRAINT = 'c'; END $$;
-- | error 23505 x
DO $$ BEGIN RAISE NOTICE SQLSTATE '22012'; END $$;
-- | NOTICE 22012 22012
-- | ok (DO)
CREATE TABLE w (a int primary key, b int);
-- | ok (CREATE TABLE)
MERGE INTO w USING (VALUES (1)) s(a) ON w.a = s.a WHEN MATCHED THEN DELETE WHEN MATCHED THEN DO NOTHING;
-- | error 42601 unreachable WHEN clause specified after unconditional WHEN clause
MERGE INTO w USING (VALUES (1)) s(a) ON w.a = s.a WHEN MATCHED AND w.b > 1 THEN DELETE WHEN MATCHED THEN DO NOTHING WHEN NOT MATCHED THEN INSERT VALUES (1, 2);
-- | ok (MERGE 1)
MERGE INTO w USING (VALUES (1)) s(a) ON w.a = s.a WHEN NOT MATCHED BY TARGET THEN INSERT VALUES (1, 2) WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED THEN DO NOTHING;
-- | error 42601 unreachable WHEN clause specified after unconditional WHEN clause
-- @dialect postgresql
CREATE TABLE foo (id int primary key, n text);
-- | ok (CREATE TABLE)
INSERT INTO foo VALUES (1,'a'),(2,'b');
-- | ok, 2 rows (INSERT 0 2)
DO $$ DECLARE r record; BEGIN FOR r IN EXECUTE 'SELECT * FROM foo ORDER BY id' LOOP RAISE NOTICE '% %', r.id, r.n; END LOOP; END $$;
-- | NOTICE 00000 1 a
-- | NOTICE 00000 2 b
-- | ok (DO)
DO $$ DECLARE x int; y text; BEGIN FOR x, y IN EXECUTE format('SELECT id, n FROM %I WHERE id > $1', 'foo') USING 1 LOOP RAISE NOTICE '% %', x, y; END LOOP; END $$;
-- | NOTICE 00000 2 b
-- | ok (DO)
DO $$ DECLARE r foo; BEGIN FOR r IN EXECUTE 'DELETE FROM foo WHERE id = 1 RETURNING *' LOOP RAISE NOTICE '%', r.n; END LOOP; IF FOUND THEN RAISE NOTICE 'found'; END IF; END $$;
-- | NOTICE 00000 a
-- | NOTICE 00000 found
-- | ok (DO)
DO $$ DECLARE t text; BEGIN EXECUTE 'SELECT n FROM foo WHERE id = $1' INTO t USING 2; RAISE NOTICE '%', t; EXECUTE 'INSERT INTO foo VALUES (2, ''x'')'; EXCEPTION WHEN unique_violation THEN RAISE NOTICE 'dup'; END $$;
-- | NOTICE 00000 b
-- | NOTICE 00000 dup
-- | ok (DO)
-- @dialect postgresql
CREATE TABLE distributors (did integer PRIMARY KEY, dname varchar(40) NOT NULL CHECK (dname <> ''), zipcode text, is_active bool DEFAULT true);
-- | ok (CREATE TABLE)
INSERT INTO distributors (did, dname) VALUES (5, 'Gizmo Transglobal'), (6, 'Associated Computing, Inc') ON CONFLICT (did) DO UPDATE SET dname = EXCLUDED.dname;
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO distributors (did, dname) VALUES (5, 'Gizmo Transglobal'), (6, 'Associated Computing, Inc') ON CONFLICT (did) DO UPDATE SET dname = EXCLUDED.dname RETURNING old.did AS old_did, old.dname AS old_dname, new.did AS new_did, new.dname AS new_dname;
-- | old_did | old_dname | new_did | new_dname
-- | 5 | 'Gizmo Transglobal' | 5 | 'Gizmo Transglobal'
-- | 6 | 'Associated Computing, Inc' | 6 | 'Associated Computing, Inc'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO distributors (did, dname) VALUES (7, 'Redline GmbH') ON CONFLICT (did) DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO distributors AS d (did, dname) VALUES (8, 'Anvil Distribution') ON CONFLICT (did) DO UPDATE SET dname = EXCLUDED.dname || ' (formerly ' || d.dname || ')' WHERE d.zipcode <> '21201';
-- | ok, 1 row (INSERT 0 1)
INSERT INTO distributors (did, dname) VALUES (9, 'Antwerp Design') ON CONFLICT ON CONSTRAINT distributors_pkey DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO distributors (did, dname) VALUES (10, 'Conrad International') ON CONFLICT (did) WHERE is_active DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO distributors VALUES (11, ''), (12, NULL);
-- | error 23514 new row for relation "distributors" violates check constraint "distributors_dname_check"
-- |   detail: Failing row contains (11, , null, t).
INSERT INTO distributors VALUES (13, repeat('x', 41));
-- | error 22001 value too long for type character varying(40)
-- @dialect postgresql
CREATE TABLE customer_account (customer_id int PRIMARY KEY, balance numeric DEFAULT 0);
-- | ok (CREATE TABLE)
CREATE TABLE recent_transactions (customer_id int, transaction_value numeric);
-- | ok (CREATE TABLE)
INSERT INTO recent_transactions VALUES (1, 10), (2, 20);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO customer_account VALUES (1, 5);
-- | ok, 1 row (INSERT 0 1)
MERGE INTO customer_account ca USING recent_transactions t ON t.customer_id = ca.customer_id WHEN MATCHED THEN UPDATE SET balance = balance + transaction_value WHEN NOT MATCHED THEN INSERT (customer_id, balance) VALUES (t.customer_id, t.transaction_value);
-- | ok (MERGE 2)
SELECT * FROM customer_account ORDER BY 1;
-- | customer_id | balance
-- | 1 | 15
-- | 2 | 20
-- | ok (SELECT 2)
CREATE TABLE wines (winename text PRIMARY KEY, stock int);
-- | ok (CREATE TABLE)
CREATE TABLE wine_stock_changes (winename text, stock_delta int);
-- | ok (CREATE TABLE)
INSERT INTO wines VALUES ('a', 10), ('b', 5), ('d', 1);
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO wine_stock_changes VALUES ('a', -10), ('b', 3), ('c', 7), ('e', -1);
-- | ok, 4 rows (INSERT 0 4)
MERGE INTO wines w USING wine_stock_changes s ON s.winename = w.winename WHEN NOT MATCHED AND s.stock_delta > 0 THEN INSERT VALUES(s.winename, s.stock_delta) WHEN MATCHED AND w.stock + s.stock_delta > 0 THEN UPDATE SET stock = w.stock + s.stock_delta WHEN MATCHED THEN DELETE RETURNING merge_action(), w.winename, old.stock AS old_stock, new.stock AS new_stock;
-- | merge_action | winename | old_stock | new_stock
-- | 'DELETE' | 'a' | 10 | NULL
-- | 'UPDATE' | 'b' | 5 | 8
-- | 'INSERT' | 'c' | NULL | 7
-- | ok (MERGE 3)
SELECT * FROM wines ORDER BY 1;
-- | winename | stock
-- | 'b' | 8
-- | 'c' | 7
-- | 'd' | 1
-- | ok (SELECT 3)
MERGE INTO wines w USING (VALUES ('b', 1), ('q', 2)) AS s(winename, stock) ON s.winename = w.winename WHEN MATCHED AND w.stock != s.stock THEN UPDATE SET stock = s.stock WHEN NOT MATCHED BY TARGET THEN INSERT VALUES(s.winename, s.stock) WHEN NOT MATCHED BY SOURCE THEN DELETE;
-- | ok (MERGE 4)
SELECT * FROM wines ORDER BY 1;
-- | winename | stock
-- | 'b' | 1
-- | 'q' | 2
-- | ok (SELECT 2)
MERGE INTO wines USING wine_stock_changes s ON true WHEN MATCHED THEN DO NOTHING;
-- | ok (MERGE 0)
MERGE INTO wines w USING wine_stock_changes s ON s.winename = w.winename WHEN NOT MATCHED THEN INSERT DEFAULT VALUES;
-- | error 23502 null value in column "winename" of relation "wines" violates not-null constraint
-- |   detail: Failing row contains (null, null).
MERGE INTO wines w USING wine_stock_changes s ON s.winename = w.winename WHEN MATCHED THEN INSERT VALUES ('x', 1);
-- | error 42601 syntax error at or near "INSERT"
MERGE INTO wines w USING wine_stock_changes s ON s.winename = w.winename WHEN NOT MATCHED THEN UPDATE SET stock = 1;
-- | error 42601 syntax error at or near "UPDATE"
MERGE INTO wines w USING wine_stock_changes s ON s.winename = w.winename WHEN MATCHED THEN DELETE WHEN MATCHED THEN DO NOTHING;
-- | error 42601 unreachable WHEN clause specified after unconditional WHEN clause
-- @dialect postgresql
CREATE FUNCTION sales_tax(subtotal real) RETURNS real AS $$ BEGIN RETURN subtotal * 0.06; END; $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT sales_tax(100);
-- | sales_tax
-- | 6.0
-- | ok (SELECT 1)
CREATE TABLE cs_jobs (job_id int, start_stamp timestamp, end_stamp timestamp);
-- | ok (CREATE TABLE)
BEGIN;
-- | ok (BEGIN)
ROLLBACK;
-- | ok (ROLLBACK)
CREATE TABLE foo (fooid INT, foosubid INT, fooname TEXT);
-- | ok (CREATE TABLE)
INSERT INTO foo VALUES (1, 2, 'three'), (4, 5, 'six');
-- | ok, 2 rows (INSERT 0 2)
CREATE OR REPLACE FUNCTION get_all_foo() RETURNS SETOF foo AS $BODY$ DECLARE r foo%rowtype; BEGIN FOR r IN SELECT * FROM foo WHERE fooid > 0 LOOP RETURN NEXT r; END LOOP; RETURN; END; $BODY$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM get_all_foo();
-- | fooid | foosubid | fooname
-- | 1 | 2 | 'three'
-- | 4 | 5 | 'six'
-- | ok (SELECT 2)
CREATE FUNCTION get_foo(i int) RETURNS SETOF foo AS $$ BEGIN RETURN QUERY SELECT * FROM foo WHERE fooid = i; IF NOT FOUND THEN RAISE EXCEPTION 'No foo at %.', $1; END IF; RETURN; END; $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM get_foo(1);
-- | fooid | foosubid | fooname
-- | 1 | 2 | 'three'
-- | ok (SELECT 1)
SELECT * FROM get_foo(9);
-- | error P0001 No foo at 9.
DO $$ DECLARE x int := 1; y int; BEGIN x := x + 1; y := x / 0; EXCEPTION WHEN division_by_zero THEN RAISE NOTICE 'caught division_by_zero'; RAISE NOTICE '%', x; END $$;
-- | NOTICE 00000 caught division_by_zero
-- | NOTICE 00000 2
-- | ok (DO)
DO $$ DECLARE text_var1 text; text_var2 text; text_var3 text; BEGIN INSERT INTO nope VALUES (1); EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS text_var1 = MESSAGE_TEXT, text_var2 = PG_EXCEPTION_DETAIL, text_var3 = PG_EXCEPTION_HINT; RAISE NOTICE '% % %', text_var1, text_var2, text_var3; END $$;
-- | NOTICE 00000 relation "nope" does not exist  
-- | ok (DO)
DO $$ DECLARE s text; BEGIN RAISE EXCEPTION 'Nonexistent ID: %', 7 USING HINT = 'Please check your user ID'; END $$;
-- | error P0001 Nonexistent ID: 7
-- |   hint: Please check your user ID
DO $$ BEGIN RAISE 'Duplicate user ID: %', 1 USING ERRCODE = 'unique_violation'; END $$;
-- | error 23505 Duplicate user ID: 1
DO $$ BEGIN RAISE division_by_zero; END $$;
-- | error 22012 division_by_zero
DO $$ BEGIN RAISE SQLSTATE '22012'; END $$;
-- | error 22012 22012
DO $$ BEGIN RAISE unique_violation USING MESSAGE = 'Duplicate user ID: ' || 1; END $$;
-- | error 23505 Duplicate user ID: 1
DO $$ DECLARE a int; b text; BEGIN SELECT fooid, fooname INTO STRICT a, b FROM foo WHERE fooid = 77; EXCEPTION WHEN NO_DATA_FOUND THEN RAISE NOTICE 'none %', SQLERRM; WHEN TOO_MANY_ROWS THEN RAISE NOTICE 'many'; END $$;
-- | NOTICE 00000 none query returned no rows
-- | ok (DO)
DO $$ DECLARE a int; BEGIN SELECT fooid INTO STRICT a FROM foo; EXCEPTION WHEN NO_DATA_FOUND THEN RAISE NOTICE 'none'; WHEN TOO_MANY_ROWS THEN RAISE NOTICE 'many % %', SQLERRM, SQLSTATE; END $$;
-- | NOTICE 00000 many query returned more than one row P0003
-- | ok (DO)
DO $$ DECLARE a int := 1; BEGIN DECLARE a int := 2; BEGIN RAISE NOTICE '%', a; END; RAISE NOTICE '%', a; END $$;
-- | NOTICE 00000 2
-- | NOTICE 00000 1
-- | ok (DO)
DO $$ BEGIN IF EXISTS (SELECT 1 FROM foo WHERE fooid = 1) THEN UPDATE foo SET fooname = 'x' WHERE fooid = 1; ELSE INSERT INTO foo VALUES (1); END IF; END $$;
-- | ok (DO)
DO $$ BEGIN UPDATE foo SET fooname = 'y' WHERE fooid = 99; IF NOT FOUND THEN INSERT INTO foo VALUES (99, 1, 'y'); END IF; END $$;
-- | ok (DO)
SELECT * FROM foo ORDER BY 1;
-- | fooid | foosubid | fooname
-- | 1 | 2 | 'x'
-- | 4 | 5 | 'six'
-- | 99 | 1 | 'y'
-- | ok (SELECT 3)
