-- What do plpgsql's assignments, conditions, RETURN, EXIT and RAISE refuse? Compared with
-- PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a int, b text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,10,'x'),(2,20,'y');
-- | ok, 2 rows (INSERT 0 2)
DO $$ DECLARE arr int[] := '{1,2,3}'; BEGIN arr[2] := 5; arr[5] := 9; RAISE NOTICE '%', arr; END $$;
-- | NOTICE 00000 {1,5,3,NULL,9}
-- | ok (DO)
DO $$ DECLARE arr text[]; BEGIN arr[1] := 'a'; arr[2] := 7; RAISE NOTICE '% %', arr, arr[2]; END $$;
-- | NOTICE 00000 {a,7} 7
-- | ok (DO)
DO $$ DECLARE i int; BEGIN EXECUTE 'SELECT a FROM t WHERE false' INTO STRICT i; EXCEPTION WHEN no_data_found THEN RAISE NOTICE 'none'; END $$;
-- | NOTICE 00000 none
-- | ok (DO)
DO $$ DECLARE r record; BEGIN RAISE NOTICE '%', r.a; END $$;
-- | error 55000 record "r" is not assigned yet
-- |   detail: The tuple structure of a not-yet-assigned record is indeterminate.
DO $$ DECLARE r record; BEGIN IF r.a > 1 THEN NULL; END IF; END $$;
-- | error 55000 record "r" is not assigned yet
-- |   detail: The tuple structure of a not-yet-assigned record is indeterminate.
DO $$ BEGIN IF 1 THEN RAISE NOTICE 'one'; END IF; WHILE 'f' LOOP NULL; END LOOP; IF 'maybe'::text THEN NULL; END IF; END $$;
-- | NOTICE 00000 one
-- | error 22P02 invalid input syntax for type boolean: "maybe"
DO $$ BEGIN RAISE EXCEPTION 'x' USING DETAIL = NULL; END $$;
-- | error 22004 RAISE statement option cannot be null
DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'nope'; END $$;
-- | error 42704 unrecognized exception condition "nope"
DO $$ BEGIN RAISE nope; END $$;
-- | error 42704 unrecognized exception condition "nope"
DO $$ BEGIN NULL; EXCEPTION WHEN nope THEN NULL; END $$;
-- | error 42704 unrecognized exception condition "nope"
DO $$ BEGIN NULL; EXCEPTION WHEN SQLSTATE 'AB' THEN NULL; END $$;
-- | error 42601 invalid SQLSTATE code at or near "'AB'"
DO $$ BEGIN ASSERT 1 > 2, 'no'; EXCEPTION WHEN assert_failure THEN RAISE NOTICE '% %', SQLSTATE, SQLERRM; END $$;
-- | NOTICE 00000 P0004 no
-- | ok (DO)
DO $$ BEGIN EXIT; END $$;
-- | error 42601 EXIT cannot be used outside a loop, unless it has a label
DO $$ BEGIN CONTINUE WHEN true; END $$;
-- | error 42601 CONTINUE cannot be used outside a loop
DO $$ BEGIN LOOP EXIT nope; END LOOP; END $$;
-- | error 42601 there is no label "nope" attached to any block or loop enclosing this statement
DO $$ BEGIN <<a>> FOR i IN 1..3 LOOP FOR j IN 1..3 LOOP CONTINUE a WHEN j = 2; RAISE NOTICE '% %', i, j; END LOOP; END LOOP a; END $$;
-- | NOTICE 00000 1 1
-- | NOTICE 00000 2 1
-- | NOTICE 00000 3 1
-- | ok (DO)
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
-- | error 42601 missing expression at or near ";"
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
-- | error 42601 missing expression at or near ";"
CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- | error 42804 RETURN cannot have a parameter in function returning void
CREATE FUNCTION g2() RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- | error 42804 RETURN cannot have a parameter in function returning set
-- |   hint: Use RETURN NEXT or RETURN QUERY.
CREATE FUNCTION g3(OUT a int) LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- | error 42804 RETURN cannot have a parameter in function with OUT parameters
CREATE FUNCTION g4(OUT a int) LANGUAGE plpgsql AS $$ BEGIN a := 4; RETURN; END $$;
-- | ok (CREATE FUNCTION)
CREATE FUNCTION g5() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN NEXT 1; END $$;
-- | error 42804 cannot use RETURN NEXT in a non-SETOF function
CREATE FUNCTION g6() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT 1; END $$;
-- | error 42804 cannot use RETURN QUERY in a non-SETOF function
DO $$ BEGIN RETURN 1; END $$;
-- | error 42804 RETURN cannot have a parameter in function returning void
CREATE PROCEDURE g7() LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- | error 42601 RETURN cannot have a parameter in a procedure
CREATE FUNCTION g8() RETURNS TABLE(x int) LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- | error 42804 RETURN cannot have a parameter in function returning set
-- |   hint: Use RETURN NEXT or RETURN QUERY.
