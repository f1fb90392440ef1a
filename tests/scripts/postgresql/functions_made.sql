-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TEMP TABLE tt(id int PRIMARY KEY, p int CHECK(p>0) NOT NULL);
-- | ok (CREATE TABLE)
CREATE TEMP TABLE t2(x int REFERENCES tt);
-- | ok (CREATE TABLE)
SELECT schemaname LIKE 'pg_temp%' FROM pg_tables WHERE tablename='tt';
-- | ?column?
-- | true
-- | ok (SELECT 1)
DROP TABLE tt;
-- | error 2BP01 cannot drop table tt because other objects depend on it
-- |   detail: constraint t2_x_fkey on table t2 depends on table tt
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, v text);
-- | ok (CREATE TABLE)
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% % %', TG_WHEN, TG_OP, TG_LEVEL; RETURN NULL; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER c AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION tf();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES(1,'a') ON CONFLICT(id) DO UPDATE SET v='b';
-- | NOTICE 00000 AFTER UPDATE STATEMENT
-- | NOTICE 00000 AFTER INSERT STATEMENT
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a') ON CONFLICT DO NOTHING;
-- | NOTICE 00000 AFTER INSERT STATEMENT
-- | ok, 0 rows (INSERT 0 0)
UPDATE t SET v='q' WHERE false;
-- | NOTICE 00000 AFTER UPDATE STATEMENT
-- | ok, 0 rows (UPDATE 0)
DELETE FROM t WHERE false;
-- | NOTICE 00000 AFTER DELETE STATEMENT
-- | ok, 0 rows (DELETE 0)
MERGE INTO t USING (VALUES(1,'m')) s(i,v) ON t.id=s.i WHEN MATCHED THEN UPDATE SET v=s.v WHEN NOT MATCHED THEN INSERT VALUES(i,s.v);
-- | NOTICE 00000 AFTER UPDATE STATEMENT
-- | NOTICE 00000 AFTER INSERT STATEMENT
-- | ok (MERGE 1)
ALTER TRIGGER nope ON t RENAME TO z;
-- | error 42704 trigger "nope" for table "t" does not exist
DO $$ BEGIN ASSERT 1=1; ASSERT 1=2; END $$;
-- | error P0004 assertion failed
DO $$ BEGIN ASSERT NULL, 'msg '||1; END $$;
-- | error P0004 msg 1
DO $$ BEGIN ASSERT false, 'x'; EXCEPTION WHEN OTHERS THEN RAISE NOTICE 'not caught'; END $$;
-- | error P0004 x
CREATE FUNCTION d(x int, y int DEFAULT 3, z text = 'q') RETURNS text LANGUAGE sql AS $$ SELECT x||'/'||y||'/'||z $$;
-- | ok (CREATE FUNCTION)
SELECT d(1), d(1,2), d(1,2,'w');
-- | d | d | d
-- | '1/3/q' | '1/2/q' | '1/2/w'
-- | ok (SELECT 1)
SELECT d();
-- | error 42883 function d() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE FUNCTION dd(x int DEFAULT 1, y int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- | error 42P13 input parameters after one with a default value must also have defaults
CREATE FUNCTION o1(a int, OUT b int) LANGUAGE plpgsql AS $$ BEGIN b := a*2; END $$;
-- | ok (CREATE FUNCTION)
SELECT o1(4), (SELECT b FROM o1(5));
-- | o1 | b
-- | 8 | 10
-- | ok (SELECT 1)
CREATE FUNCTION o2(INOUT a int) AS $$ BEGIN a := a+1; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT o2(4);
-- | o2
-- | 5
-- | ok (SELECT 1)
CREATE FUNCTION o3(a int, OUT b int, OUT c text) LANGUAGE plpgsql AS $$ BEGIN b := a*2; c := 'x'||a; END $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM o3(3);
-- | b | c
-- | 6 | 'x3'
-- | ok (SELECT 1)
CREATE FUNCTION s1(x int) RETURNS int LANGUAGE sql RETURN x+1;
-- | ok (CREATE FUNCTION)
SELECT s1(1);
-- | s1
-- | 2
-- | ok (SELECT 1)
CREATE FUNCTION st(x int) RETURNS int STRICT LANGUAGE sql AS 'SELECT 5';
-- | ok (CREATE FUNCTION)
SELECT st(NULL);
-- | st
-- | NULL
-- | ok (SELECT 1)
CREATE FUNCTION vv() RETURNS void LANGUAGE sql AS 'INSERT INTO t VALUES(50,''v'')';
-- | ok (CREATE FUNCTION)
SELECT vv();
-- | NOTICE 00000 AFTER INSERT STATEMENT
-- | vv
-- | NULL
-- | ok (SELECT 1)
CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS $$ SELECT nope $$;
-- | error 42703 column "nope" does not exist
CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS $$ SELECT 'x' $$;
-- | error 42P13 return type mismatch in function declared to return integer
-- |   detail: Actual return type is text.
CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS $$ INSERT INTO nope VALUES(1) $$;
-- | error 42P01 relation "nope" does not exist
CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS $$ SELEC 1 $$;
-- | error 42601 syntax error at or near "SELEC"
CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS $$ INSERT INTO t VALUES(1) $$;
-- | error 42P13 return type mismatch in function declared to return integer
-- |   detail: Function's final statement must be SELECT or INSERT/UPDATE/DELETE/MERGE RETURNING.
CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS '';
-- | error 42P13 return type mismatch in function declared to return integer
-- |   detail: Function's final statement must be SELECT or INSERT/UPDATE/DELETE/MERGE RETURNING.
CREATE FUNCTION bad() LANGUAGE sql AS 'SELECT 1';
-- | error 42P13 function result type must be specified
CREATE FUNCTION bad() RETURNS nope LANGUAGE sql AS 'SELECT 1';
-- | error 42704 type "nope" does not exist
CREATE FUNCTION bad() RETURNS int LANGUAGE nope AS 'SELECT 1';
-- | error 42704 language "nope" does not exist
CREATE FUNCTION bad() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETRN 1; END $$;
-- | error 42601 syntax error at or near "RETRN"
CREATE FUNCTION bad() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF true THEN RETURN 1; END $$;
-- | error 42601 syntax error at end of input
CREATE FUNCTION badt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.nope := 1; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER bt BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION badt();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES(70,'x');
-- | error 42703 record "new" has no field "nope"
CREATE OR REPLACE FUNCTION badt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.nope = 1 THEN RETURN NULL; END IF; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
INSERT INTO t VALUES(70,'x');
-- | error 42703 record "new" has no field "nope"
CREATE OR REPLACE FUNCTION badt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := 'abc'; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
INSERT INTO t VALUES(70,'x');
-- | error 22P02 invalid input syntax for type integer: "abc"
CREATE OR REPLACE FUNCTION badt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
-- | ok (CREATE FUNCTION)
INSERT INTO t VALUES(70,'x');
-- | error 2F005 control reached end of trigger procedure without RETURN
CREATE OR REPLACE FUNCTION badt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN 5; END $$;
-- | ok (CREATE FUNCTION)
INSERT INTO t VALUES(70,'x');
-- | error 42804 cannot return non-composite value from function returning composite type
CREATE OR REPLACE FUNCTION badt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES(NEW.id+1,'rec'); RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE OR REPLACE FUNCTION badt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.v := coalesce(OLD.v,'none'); RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
INSERT INTO t VALUES(70,'x') RETURNING v;
-- | NOTICE 00000 AFTER INSERT STATEMENT
-- | v
-- | 'none'
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text);
-- | ok (CREATE TABLE)
CREATE FUNCTION o1(a int, OUT b int) LANGUAGE plpgsql AS $$ BEGIN b := a*2; END $$;
-- | ok (CREATE FUNCTION)
SELECT o1(4), (SELECT b FROM o1(5));
-- | o1 | b
-- | 8 | 10
-- | ok (SELECT 1)
CREATE FUNCTION o2(INOUT a int) AS $$ BEGIN a := a+1; IF a>100 THEN a := 0; RETURN; END IF; a := a+1; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT o2(4), o2(100);
-- | o2 | o2
-- | 6 | 0
-- | ok (SELECT 1)
CREATE FUNCTION o3(a int, OUT b int, OUT c text) LANGUAGE plpgsql AS $$ BEGIN b := a*2; IF a=0 THEN RETURN; END IF; c := 'x'||a; END $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM o3(3);
-- | b | c
-- | 6 | 'x3'
-- | ok (SELECT 1)
SELECT b FROM o3(0);
-- | b
-- | 0
-- | ok (SELECT 1)
CREATE FUNCTION o4(OUT x int, OUT y int) LANGUAGE sql AS 'SELECT 1, 2';
-- | ok (CREATE FUNCTION)
SELECT * FROM o4();
-- | x | y
-- | 1 | 2
-- | ok (SELECT 1)
CREATE FUNCTION ups(k int, v text, OUT inserted bool) LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES(k,v) ON CONFLICT(id) DO UPDATE SET a=excluded.a RETURNING (xmax=0) INTO inserted; END $$;
-- | ok (CREATE FUNCTION)
SELECT ups(1,'a'), ups(1,'b');
-- | ups | ups
-- | true | false
-- | ok (SELECT 1)
CREATE FUNCTION o5(n int, OUT i int) RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..n LOOP RETURN NEXT; END LOOP; END $$;
-- | ok (CREATE FUNCTION)
CREATE FUNCTION o6(n int, OUT z int) RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN FOR k IN 1..n LOOP z := k*k; RETURN NEXT; END LOOP; END $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM o6(3);
-- | z
-- | 1
-- | 4
-- | 9
-- | ok (SELECT 3)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, v text);
-- | ok (CREATE TABLE)
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% %', TG_NAME, TG_OP; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- | ok (CREATE TRIGGER)
INSERT INTO t VALUES(1,'x');
-- | NOTICE 00000 a INSERT
-- | NOTICE 00000 b INSERT
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(2,'x');
-- | NOTICE 00000 a INSERT
-- | NOTICE 00000 b INSERT
-- | ok, 1 row (INSERT 0 1)
ALTER TRIGGER a ON t RENAME TO q;
-- | ok (ALTER TRIGGER)
DROP TRIGGER a ON t;
-- | error 42704 trigger "a" for table "t" does not exist
ALTER TABLE t DISABLE TRIGGER z;
-- | error 42704 trigger "z" for table "t" does not exist
INSERT INTO t VALUES(3,'x');
-- | NOTICE 00000 b INSERT
-- | NOTICE 00000 q INSERT
-- | ok, 1 row (INSERT 0 1)
DROP TRIGGER z ON t;
-- | error 42704 trigger "z" for table "t" does not exist
INSERT INTO t VALUES(4,'x');
-- | NOTICE 00000 b INSERT
-- | NOTICE 00000 q INSERT
-- | ok, 1 row (INSERT 0 1)
CREATE FUNCTION st(x int) RETURNS int STRICT LANGUAGE sql AS 'SELECT 5';
-- | ok (CREATE FUNCTION)
SELECT st(NULL), st(1);
-- | st | st
-- | NULL | 5
-- | ok (SELECT 1)
CREATE FUNCTION st2(x int) RETURNS int LANGUAGE plpgsql RETURNS NULL ON NULL INPUT AS $$ BEGIN RETURN 7; END $$;
-- | ok (CREATE FUNCTION)
SELECT st2(NULL), st2(1);
-- | st2 | st2
-- | NULL | 7
-- | ok (SELECT 1)
CREATE FUNCTION vv() RETURNS void LANGUAGE sql AS 'INSERT INTO t VALUES(50,''v'')';
-- | ok (CREATE FUNCTION)
SELECT vv();
-- | NOTICE 00000 b INSERT
-- | NOTICE 00000 q INSERT
-- | vv
-- | NULL
-- | ok (SELECT 1)
BEGIN;
-- | ok (BEGIN)
ALTER TRIGGER b ON t RENAME TO bb;
-- | ok (ALTER TRIGGER)
ROLLBACK;
-- | ok (ROLLBACK)
INSERT INTO t VALUES(5,'x');
-- | NOTICE 00000 b INSERT
-- | NOTICE 00000 q INSERT
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, n int);
-- | ok (CREATE TABLE)
CREATE FUNCTION up(k int, v text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    UPDATE t SET a=v WHERE id=k;
    IF found THEN RETURN 'updated'; END IF;
    BEGIN
      INSERT INTO t(id,a) VALUES(k,v);
      RETURN 'inserted';
    EXCEPTION WHEN unique_violation THEN
      RETURN 'dup: '||SQLERRM||' / '||SQLSTATE;
    END;
  END LOOP;
END $$;
-- | ok (CREATE FUNCTION)
SELECT up(1,'x'), up(1,'y'), up(2,'y');
-- | up | up | up
-- | 'inserted' | 'updated' | 'dup: duplicate key value violates unique constraint "t_a_key" / 23505'
-- | ok (SELECT 1)
SELECT * FROM t;
-- | id | a | n
-- | 1 | 'y' | NULL
-- | ok (SELECT 1)
DO $$ DECLARE c text; d text; m text; h text; tt text; BEGIN INSERT INTO t VALUES(1,'q'); EXCEPTION WHEN unique_violation THEN GET STACKED DIAGNOSTICS c=CONSTRAINT_NAME, d=PG_EXCEPTION_DETAIL, m=MESSAGE_TEXT, h=PG_EXCEPTION_HINT, tt=TABLE_NAME; RAISE NOTICE '% | % | % | % | %', c,d,m,h,tt; END $$;
-- | NOTICE 00000 t_pkey | Key (id)=(1) already exists. | duplicate key value violates unique constraint "t_pkey" |  | t
-- | ok (DO)
DO $$ BEGIN INSERT INTO t VALUES(9,NULL,'x'); EXCEPTION WHEN OTHERS THEN RAISE NOTICE '% %', SQLSTATE, SQLERRM; END $$;
-- | NOTICE 00000 22P02 invalid input syntax for type integer: "x"
-- | ok (DO)
DO $$ BEGIN INSERT INTO t VALUES(NULL); EXCEPTION WHEN not_null_violation THEN RAISE NOTICE 'nn %', SQLERRM; WHEN check_violation OR foreign_key_violation THEN RAISE NOTICE 'other'; END $$;
-- | NOTICE 00000 nn null value in column "id" of relation "t" violates not-null constraint
-- | ok (DO)
DO $$ BEGIN PERFORM 1/0; EXCEPTION WHEN division_by_zero THEN RAISE NOTICE 'div'; RAISE; END $$;
-- | NOTICE 00000 div
-- | error 22012 division by zero
DO $$ BEGIN RAISE EXCEPTION 'boom'; END $$;
-- | error P0001 boom
DO $$ BEGIN RAISE EXCEPTION 'boom %', 5 USING ERRCODE='P0002'; END $$;
-- | error P0002 boom 5
DO $$ BEGIN RAISE unique_violation USING MESSAGE='mine', DETAIL='dd', CONSTRAINT='cc'; END $$;
-- | error 23505 mine
-- |   detail: dd
DO $$ BEGIN RAISE SQLSTATE '23505'; END $$;
-- | error 23505 23505
DO $$ BEGIN RAISE EXCEPTION USING MESSAGE='m', HINT='h'; END $$;
-- | error P0001 m
-- |   hint: h
DO $$ BEGIN RAISE WARNING 'w'; RAISE INFO 'i'; RAISE LOG 'l'; RAISE DEBUG 'd'; RAISE NOTICE 'n'; END $$;
-- | WARNING 01000 w
-- | INFO 00000 i
-- | NOTICE 00000 n
-- | ok (DO)
DO $$ BEGIN RAISE; END $$;
-- | error 0Z002 RAISE without parameters cannot be used outside an exception handler
DO $$ DECLARE n int; BEGIN INSERT INTO t VALUES(50,'f') ON CONFLICT DO NOTHING; GET DIAGNOSTICS n = ROW_COUNT; RAISE NOTICE 'n=% found=%', n, FOUND; INSERT INTO t VALUES(50,'f') ON CONFLICT DO NOTHING; GET DIAGNOSTICS n = ROW_COUNT; RAISE NOTICE 'n=% found=%', n, FOUND; END $$;
-- | NOTICE 00000 n=1 found=t
-- | NOTICE 00000 n=0 found=f
-- | ok (DO)
DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM t ORDER BY id LOOP RAISE NOTICE '%', r; RAISE NOTICE '% %', r.id, r.a; END LOOP; END $$;
-- | NOTICE 00000 (1,y,)
-- | NOTICE 00000 1 y
-- | NOTICE 00000 (50,f,)
-- | NOTICE 00000 50 f
-- | ok (DO)
DO $$ DECLARE r t%ROWTYPE; x t.id%TYPE; BEGIN SELECT * INTO r FROM t WHERE id=1; x := r.id+1; RAISE NOTICE '% %', r.a, x; END $$;
-- | NOTICE 00000 y 2
-- | ok (DO)
DO $$ DECLARE r t; BEGIN INSERT INTO t VALUES(60,'z') RETURNING * INTO r; RAISE NOTICE '%', r; UPDATE t SET n=5 WHERE id=60 RETURNING n INTO STRICT r.n; RAISE NOTICE '%', r.n; END $$;
-- | NOTICE 00000 (60,z,)
-- | NOTICE 00000 5
-- | ok (DO)
DO $$ DECLARE x int; BEGIN SELECT id INTO STRICT x FROM t WHERE id=999; END $$;
-- | error P0002 query returned no rows
DO $$ DECLARE x int; BEGIN SELECT id INTO STRICT x FROM t; END $$;
-- | error P0003 query returned more than one row
-- |   hint: Make sure the query returns a single row, or use LIMIT 1.
DO $$ DECLARE x int := 'abc'; BEGIN NULL; END $$;
-- | error 22P02 invalid input syntax for type integer: "abc"
DO $$ DECLARE x int NOT NULL := NULL; BEGIN NULL; END $$;
-- | error 22004 null value cannot be assigned to variable "x" declared NOT NULL
DO $$ DECLARE x CONSTANT int := 1; BEGIN x := 2; END $$;
-- | error 22005 variable "x" is declared CONSTANT
DO $$ BEGIN FOR i IN 1..3 LOOP CONTINUE WHEN i=2; INSERT INTO t VALUES(100+i,'l'||i); END LOOP; FOR i IN REVERSE 3..1 LOOP EXIT WHEN i=2; RAISE NOTICE '%', i; END LOOP; END $$;
-- | NOTICE 00000 3
-- | ok (DO)
DO $$ DECLARE i int := 0; BEGIN WHILE i<2 LOOP i := i+1; RAISE NOTICE 'i=%', i; END LOOP; END $$;
-- | NOTICE 00000 i=1
-- | NOTICE 00000 i=2
-- | ok (DO)
DO $$ BEGIN CASE 5 WHEN 1 THEN NULL; END CASE; END $$;
-- | error 20000 case not found
-- |   hint: CASE statement is missing ELSE part.
DO $$ BEGIN EXECUTE 'INSERT INTO t VALUES($1,$2)' USING 200,'dyn'; EXECUTE format('UPDATE %I SET a=%L WHERE id=%s','t','it''s',200); END $$;
-- | ok (DO)
DO $$ DECLARE e int; BEGIN FOREACH e IN ARRAY ARRAY[1,2] LOOP RAISE NOTICE '%', e; END LOOP; END $$;
-- | NOTICE 00000 1
-- | NOTICE 00000 2
-- | ok (DO)
DO $$ BEGIN ASSERT 1=2, 'no'; END $$;
-- | error P0004 no
DO $$ BEGIN nope(); END $$;
-- | error 42601 syntax error at or near "nope"
DO $$ BEGIN PERFORM nope(); END $$;
-- | error 42883 function nope() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
DO $$ BEGIN SELECT 1; END $$;
-- | error 42601 query has no destination for result data
-- |   hint: If you want to discard the results of a SELECT, use PERFORM instead.
DO $$ BEGIN x := 1; END $$;
-- | error 42601 "x" is not a known variable
DO $$ BEGIN INSERT INTO nope VALUES(1); END $$;
-- | error 42P01 relation "nope" does not exist
DO LANGUAGE plpgsql $$ BEGIN NULL; END $$;
-- | ok (DO)
DO $$ BEGIN BEGIN INSERT INTO t VALUES(300,'sub'); RAISE EXCEPTION 'x'; EXCEPTION WHEN raise_exception THEN INSERT INTO t VALUES(301,'caught'); END; END $$;
-- | ok (DO)
SELECT * FROM t ORDER BY id;
-- | id | a | n
-- | 1 | 'y' | NULL
-- | 50 | 'f' | NULL
-- | 60 | 'z' | 5
-- | 101 | 'l1' | NULL
-- | 103 | 'l3' | NULL
-- | 200 | 'it''s' | NULL
-- | 301 | 'caught' | NULL
-- | ok (SELECT 7)
CALL nope();
-- | error 42883 procedure nope() does not exist
-- |   hint: No procedure matches the given name and argument types. You might need to add explicit type casts.
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1+1';
-- | ok (CREATE FUNCTION)
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1+2';
-- | error 42723 function "f" already exists with same argument types
CREATE OR REPLACE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
-- | error 42P13 cannot change return type of existing function
-- |   hint: Use DROP FUNCTION f(integer) first.
CREATE FUNCTION g(x int, y int DEFAULT 3) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT x*y $$;
-- | ok (CREATE FUNCTION)
SELECT f('a');
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT f(1,2);
-- | error 42883 function f(integer, integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE FUNCTION h(int) RETURNS int LANGUAGE sql RETURN $1*2;
-- | ok (CREATE FUNCTION)
SELECT h(4);
-- | h
-- | 8
-- | ok (SELECT 1)
CREATE FUNCTION ins(k int) RETURNS SETOF t LANGUAGE sql AS $$ INSERT INTO t VALUES(k,'s'||k) ON CONFLICT(id) DO UPDATE SET n=coalesce(t.n,0)+1 RETURNING * $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM ins(700);
-- | id | a | n
-- | 700 | 's700' | NULL
-- | ok (SELECT 1)
SELECT * FROM ins(700);
-- | id | a | n
-- | 700 | 's700' | 1
-- | ok (SELECT 1)
CREATE FUNCTION bad() RETURNS int LANGUAGE sql AS $$ SELECT nope $$;
-- | error 42703 column "nope" does not exist
CREATE FUNCTION bad() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETRN 1; END $$;
-- | error 42601 syntax error at or near "RETRN"
