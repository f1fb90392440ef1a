-- Functions that give rows, procedures and CALL, loops over arrays and labels; compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE t (id int primary key, v int);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,10),(2,20);
-- | ok, 2 rows (INSERT 0 2)
CREATE FUNCTION bad() RETURNS TABLE (id int, n int) AS $$ BEGIN RETURN QUERY SELECT t.id, count(*) FROM t GROUP BY t.id; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM bad();
-- | error 42804 structure of query does not match function result type
-- |   detail: Returned type bigint does not match expected type integer in column "n" (position 2).
CREATE FUNCTION bad2() RETURNS TABLE (id int, n int) AS $$ BEGIN RETURN QUERY SELECT t.id FROM t; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM bad2();
-- | error 42804 structure of query does not match function result type
-- |   detail: Number of returned columns (1) does not match expected column count (2).
CREATE FUNCTION amb() RETURNS TABLE (id int, n int) AS $$ BEGIN RETURN QUERY SELECT id, v FROM t; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM amb();
-- | error 42702 column reference "id" is ambiguous
-- |   detail: It could refer to either a PL/pgSQL variable or a table column.
CREATE FUNCTION nx() RETURNS TABLE (a int, b text) AS $$ BEGIN a := 1; b := 'x'; RETURN NEXT; a := 2; RETURN NEXT; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM nx();
-- | a | b
-- | 1 | 'x'
-- | 2 | 'x'
-- | ok (SELECT 2)
SELECT a FROM nx() AS q WHERE b = 'x';
-- | a
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT q.b, t.v FROM nx() q JOIN t ON t.id = q.a ORDER BY 2;
-- | b | v
-- | 'x' | 10
-- | 'x' | 20
-- | ok (SELECT 2)
CREATE FUNCTION r() RETURNS SETOF t AS $$ DECLARE x t%ROWTYPE; BEGIN FOR x IN SELECT * FROM t ORDER BY id DESC LOOP x.v := x.v + 1; RETURN NEXT x; END LOOP; RETURN; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM r();
-- | id | v
-- | 2 | 21
-- | 1 | 11
-- | ok (SELECT 2)
SELECT * FROM r() WITH ORDINALITY;
-- | id | v | ordinality
-- | 2 | 21 | 1
-- | 1 | 11 | 2
-- | ok (SELECT 2)
CREATE FUNCTION ins(n int) RETURNS TABLE (nid int, nv int) LANGUAGE sql AS $$ INSERT INTO t VALUES (n, n*10) ON CONFLICT (id) DO UPDATE SET v = t.v + 1 RETURNING id, v $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM ins(1);
-- | nid | nv
-- | 1 | 11
-- | ok (SELECT 1)
SELECT * FROM ins(5);
-- | nid | nv
-- | 5 | 50
-- | ok (SELECT 1)
SELECT nosetof(1);
-- | error 42883 function nosetof(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT * FROM ins('x');
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT * FROM nope(1);
-- | error 42883 function nope(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 42';
-- | ok (CREATE FUNCTION)
SELECT * FROM one();
-- | one
-- | 42
-- | ok (SELECT 1)
SELECT * FROM one() AS x;
-- | x
-- | 42
-- | ok (SELECT 1)
SELECT x + 1 FROM one() x;
-- | ?column?
-- | 43
-- | ok (SELECT 1)
CREATE PROCEDURE p(a int, b text) LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% %', a, b; END $$;
-- | ok (CREATE PROCEDURE)
CALL p(1,'x');
-- | NOTICE 00000 1 x
-- | ok (CALL)
CALL p(1);
-- | error 42883 procedure p(integer) does not exist
-- |   hint: No procedure matches the given name and argument types. You might need to add explicit type casts.
CALL p('a','b');
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT p(1,'x');
-- | error 42809 p(integer, unknown) is a procedure
-- |   hint: To call a procedure, use CALL.
CALL one();
-- | error 42809 one() is not a procedure
-- |   hint: To call a function, use SELECT.
CALL p(1, 2);
-- | error 42883 procedure p(integer, integer) does not exist
-- |   hint: No procedure matches the given name and argument types. You might need to add explicit type casts.
DROP FUNCTION p;
-- | error 42883 could not find a function named "p"
DROP PROCEDURE p;
-- | ok (DROP PROCEDURE)
DROP PROCEDURE p;
-- | error 42883 could not find a procedure named "p"
DROP PROCEDURE IF EXISTS p;
-- | NOTICE 00000 procedure p() does not exist, skipping
-- | ok (DROP PROCEDURE)
DROP FUNCTION IF EXISTS nope(int);
-- | NOTICE 00000 function nope(pg_catalog.int4) does not exist, skipping
-- | ok (DROP FUNCTION)
DO $$ DECLARE n int := 0; BEGIN <<o>> LOOP n := n+1; LOOP EXIT o WHEN n > 2; CONTINUE o; END LOOP; END LOOP o; RAISE NOTICE '%', n; END $$;
-- | NOTICE 00000 3
-- | ok (DO)
DO $$ DECLARE r record; BEGIN FOR r IN DELETE FROM t WHERE id > 2 RETURNING * LOOP RAISE NOTICE '%', r; END LOOP; END $$;
-- | NOTICE 00000 (5,50)
-- | ok (DO)
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% % %', TG_OP, OLD, NEW; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION trg();
-- | ok (CREATE TRIGGER)
CREATE PROCEDURE ups(k int, d int) LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (k,d); EXCEPTION WHEN unique_violation THEN UPDATE t SET v = d WHERE id = k; END; $$;
-- | ok (CREATE PROCEDURE)
CALL ups(7, 77);
-- | ok (CALL)
SELECT * FROM t ORDER BY id;
-- | id | v
-- | 1 | 11
-- | 2 | 20
-- | 7 | 77
-- | ok (SELECT 3)
DO $$ BEGIN CALL ups(8,8); END $$;
-- | ok (DO)
SELECT * FROM t ORDER BY id;
-- | id | v
-- | 1 | 11
-- | 2 | 20
-- | 7 | 77
-- | 8 | 8
-- | ok (SELECT 4)
DO $$ DECLARE x int[] := '{1,2,3}'; i int; s int := 0; BEGIN FOREACH i IN ARRAY x LOOP s := s + i; INSERT INTO t VALUES (i, s) ON CONFLICT DO NOTHING; END LOOP; RAISE NOTICE '%', s; END $$;
-- | NOTICE 00000 6
-- | ok (DO)
DO $$ DECLARE i int; BEGIN FOREACH i IN ARRAY NULL::int[] LOOP END LOOP; END $$;
-- | error 22004 FOREACH expression must not be null
DO $$ BEGIN FOR i IN 1..3 LOOP BEGIN INSERT INTO t VALUES (i, 0); EXCEPTION WHEN unique_violation THEN RAISE NOTICE 'dup %', i; CONTINUE; END; END LOOP; END $$;
-- | NOTICE 00000 dup 1
-- | NOTICE 00000 dup 2
-- | NOTICE 00000 dup 3
-- | ok (DO)
CREATE FUNCTION q(tab text) RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE format('SELECT id FROM %I ORDER BY id', tab); IF NOT FOUND THEN RAISE EXCEPTION 'none'; END IF; END $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM q('t');
-- | q
-- | 1
-- | 2
-- | 3
-- | 7
-- | 8
-- | ok (SELECT 5)
SELECT q('t') AS z LIMIT 2;
-- | z
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT count(*) FROM q('t');
-- | count
-- | 5
-- | ok (SELECT 1)
CREATE OR REPLACE FUNCTION q(tab text) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN END $$;
-- | error 42P13 cannot change return type of existing function
-- |   hint: Use DROP FUNCTION q(text) first.
