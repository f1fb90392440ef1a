-- Functions that give a row of a table: one row always, of NULLs where there is none; and what they depend
-- on. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE acc (id int PRIMARY KEY, owner text, balance numeric NOT NULL DEFAULT 0);
-- | ok (CREATE TABLE)
CREATE FUNCTION up(_id int, _b numeric) RETURNS acc LANGUAGE sql AS $$ INSERT INTO acc (id, owner, balance) VALUES (_id, 'sql', _b) ON CONFLICT (id) DO UPDATE SET balance = acc.balance + excluded.balance RETURNING *; $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM up(1, 5);
-- | id | owner | balance
-- | 1 | 'sql' | 5
-- | ok (SELECT 1)
SELECT id, balance FROM up(1, 5) AS u;
-- | id | balance
-- | 1 | 10
-- | ok (SELECT 1)
CREATE FUNCTION g(_id int) RETURNS acc LANGUAGE plpgsql AS $$ DECLARE r acc; BEGIN SELECT * INTO r FROM acc WHERE id = _id; IF NOT FOUND THEN RETURN NULL; END IF; RETURN r; END $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM g(1);
-- | id | owner | balance
-- | 1 | 'sql' | 10
-- | ok (SELECT 1)
SELECT * FROM g(99);
-- | id | owner | balance
-- | NULL | NULL | NULL
-- | ok (SELECT 1)
CREATE FUNCTION ins(_id int, _o text) RETURNS acc AS $$ DECLARE r acc%ROWTYPE; BEGIN INSERT INTO acc (id, owner) VALUES (_id, _o) ON CONFLICT (id) DO UPDATE SET owner = EXCLUDED.owner RETURNING * INTO r; RETURN r; END; $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
SELECT * FROM ins(1, 'new');
-- | id | owner | balance
-- | 1 | 'new' | 10
-- | ok (SELECT 1)
SELECT * FROM ins(5, 'five');
-- | id | owner | balance
-- | 5 | 'five' | 0
-- | ok (SELECT 1)
CREATE FUNCTION noret(_id int) RETURNS acc LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM noret(1);
-- | error 2F005 control reached end of function without RETURN
CREATE FUNCTION st(_id int) RETURNS acc LANGUAGE sql STRICT AS $$ SELECT * FROM acc WHERE id = _id $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM st(NULL);
-- | id | owner | balance
-- | NULL | NULL | NULL
-- | ok (SELECT 1)
SELECT * FROM st(77);
-- | id | owner | balance
-- | NULL | NULL | NULL
-- | ok (SELECT 1)
SELECT a.id, s.owner FROM acc a, st(a.id) s ORDER BY 1;
-- | id | owner
-- | 1 | 'new'
-- | 5 | 'five'
-- | ok (SELECT 2)
INSERT INTO acc SELECT id + 100, owner FROM st(1) RETURNING *;
-- | id | owner | balance
-- | 101 | 'new' | 0
-- | ok, 1 row (INSERT 0 1)
DROP TABLE acc;
-- | error 2BP01 cannot drop table acc because other objects depend on it
-- |   detail: function up(integer,numeric) depends on type acc
-- |     function g(integer) depends on type acc
-- |     function ins(integer,text) depends on type acc
-- |     function noret(integer) depends on type acc
-- |     function st(integer) depends on type acc
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP TABLE acc CASCADE;
-- | NOTICE 00000 drop cascades to 5 other objects
-- | ok (DROP TABLE)
SELECT * FROM st(1);
-- | error 42883 function st(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY);
-- | ok (CREATE TABLE)
CREATE FUNCTION fs() RETURNS SETOF t LANGUAGE sql AS $$ SELECT * FROM t ORDER BY id $$;
-- | ok (CREATE FUNCTION)
DROP TABLE t;
-- | error 2BP01 cannot drop table t because other objects depend on it
-- |   detail: function fs() depends on type t
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP TABLE t CASCADE;
-- | NOTICE 00000 drop cascades to function fs()
-- | ok (DROP TABLE)
SELECT * FROM fs();
-- | error 42883 function fs() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
-- Parameters by number.
-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY, v text);
-- | ok (CREATE TABLE)
CREATE FUNCTION up(int, text) RETURNS int LANGUAGE sql AS $$ INSERT INTO t VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET v = $2 || $1 RETURNING id + $1 $$;
-- | ok (CREATE FUNCTION)
SELECT up(1, 'a'), up(1, 'b');
-- | up | up
-- | 2 | 2
-- | ok (SELECT 1)
CREATE FUNCTION up2(int, text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'INSERT INTO t VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET v = $2' USING $1, $2 || 'z'; END $$;
-- | ok (CREATE FUNCTION)
SELECT up2(1, 'c');
-- | up2
-- | ''
-- | ok (SELECT 1)
SELECT * FROM t;
-- | id | v
-- | 1 | 'cz'
-- | ok (SELECT 1)
CREATE FUNCTION bad(int) RETURNS int LANGUAGE sql AS $$ SELECT $1 + $2 $$;
-- | error 42P02 there is no parameter $2
CREATE FUNCTION mixed(a int, text) RETURNS text LANGUAGE sql AS $$ SELECT a || $2 || mixed.a $$;
-- | ok (CREATE FUNCTION)
SELECT mixed(1, 'x');
-- | mixed
-- | '1x1'
-- | ok (SELECT 1)
CREATE FUNCTION atomic(a int) RETURNS int RETURN a + 1;
-- | ok (CREATE FUNCTION)
SELECT atomic(4);
-- | atomic
-- | 5
-- | ok (SELECT 1)
DO $$ BEGIN RAISE NOTICE '%', $1; END $$;
-- | error 42P02 there is no parameter $1
-- A sequence that a column no longer takes its values from.
CREATE SEQUENCE s;
-- | ok (CREATE SEQUENCE)
CREATE TABLE sq (id int DEFAULT nextval('s'));
-- | ok (CREATE TABLE)
ALTER SEQUENCE s OWNED BY sq.id;
-- | ok (ALTER SEQUENCE)
ALTER TABLE sq ALTER id DROP DEFAULT, ALTER id SET NOT NULL, ALTER id ADD GENERATED BY DEFAULT AS IDENTITY;
-- | ok (ALTER TABLE)
DROP SEQUENCE sq_id_seq;
-- | error 2BP01 cannot drop sequence sq_id_seq because column id of table sq requires it
-- |   hint: You can drop column id of table sq instead.
DROP SEQUENCE s;
-- | ok (DROP SEQUENCE)
-- Arguments by name.
-- @dialect postgresql
CREATE FUNCTION multi(a int, b int DEFAULT 2, c int DEFAULT 3) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a * 100 + b * 10 + c';
-- | ok (CREATE FUNCTION)
SELECT multi(1, c => 7), multi(b => 1, a => 2), multi(a := 4), multi(1);
-- | multi | multi | multi | multi
-- | 127 | 213 | 423 | 123
-- | ok (SELECT 1)
SELECT multi(1, 2, c => 9) + multi(c => multi(1), a => 1);
-- | ?column?
-- | 372
-- | ok (SELECT 1)
CREATE TABLE t (id int PRIMARY KEY, v text);
-- | ok (CREATE TABLE)
CREATE FUNCTION up(p_id int, p_v text DEFAULT 'd') RETURNS t LANGUAGE sql AS $$ INSERT INTO t VALUES (p_id, p_v) ON CONFLICT (id) DO UPDATE SET v = excluded.v RETURNING * $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM up(p_id => 1);
-- | id | v
-- | 1 | 'd'
-- | ok (SELECT 1)
SELECT * FROM up(p_v => 'x', p_id => 1) AS u;
-- | id | v
-- | 1 | 'x'
-- | ok (SELECT 1)
CREATE PROCEDURE pr(a int, b text DEFAULT 'q') LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% %', a, b; END $$;
-- | ok (CREATE PROCEDURE)
CALL pr(b => 'z', a => 2);
-- | NOTICE 00000 2 z
-- | ok (CALL)
