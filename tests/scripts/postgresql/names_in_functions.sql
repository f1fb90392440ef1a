-- What do names in functions mean, parameters under the function's name among them; upserts from functions,
-- views and expressions. Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE p(id int PRIMARY KEY, name text, n int DEFAULT 0);
-- | ok (CREATE TABLE)
CREATE FUNCTION u1(id int, name text) RETURNS int LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN INSERT INTO p(id, name) VALUES (u1.id, u1.name) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, n = n + 1; RETURN 1; END $$;
-- | ok (CREATE FUNCTION)
SELECT u1(1, 'a');
-- | error 42702 column reference "n" is ambiguous
CREATE FUNCTION u2(id int, name text) RETURNS int LANGUAGE plpgsql AS $$
#variable_conflict error
BEGIN INSERT INTO p(id, name) VALUES (u2.id, u2.name) ON CONFLICT (id) DO NOTHING; RETURN 1; END $$;
-- | ok (CREATE FUNCTION)
SELECT u2(1, 'a');
-- | error 42702 column reference "id" is ambiguous
-- |   detail: It could refer to either a PL/pgSQL variable or a table column.
CREATE FUNCTION u3(id int, name text) RETURNS int LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE r int; BEGIN INSERT INTO p(id, name) VALUES (u3.id, u3.name) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name RETURNING p.id INTO r; RETURN r; END $$;
-- | ok (CREATE FUNCTION)
SELECT u3(1, 'b'), u3(2, 'c');
-- | u3 | u3
-- | 1 | 2
-- | ok (SELECT 1)
CREATE FUNCTION u4(id int) RETURNS text LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE r text; BEGIN SELECT name INTO r FROM p WHERE id = u4.id; r := r || id; RETURN r; END $$;
-- | ok (CREATE FUNCTION)
SELECT u4(1);
-- | u4
-- | 'b1'
-- | ok (SELECT 1)
CREATE FUNCTION u5(id int) RETURNS TABLE (id2 int, name text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN RETURN QUERY SELECT id, name FROM p WHERE id = u5.id; END $$;
-- | ok (CREATE FUNCTION)
SELECT * FROM u5(2);
-- | id2 | name
-- | 2 | 'c'
-- | ok (SELECT 1)
CREATE FUNCTION u6() RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN UPDATE p SET n = 5; END $$;
-- | ok (CREATE FUNCTION)
SELECT u6();
-- | u6
-- | ''
-- | ok (SELECT 1)
SELECT * FROM p ORDER BY id;
-- | id | name | n
-- | 1 | 'b' | 5
-- | 2 | 'c' | 5
-- | ok (SELECT 2)
CREATE FUNCTION u7() RETURNS void LANGUAGE plpgsql AS $$
#nope
BEGIN END $$;
-- | error 42601 syntax error at or near "nope"
CREATE FUNCTION u8(id int, name text) RETURNS int LANGUAGE plpgsql AS $$
BEGIN INSERT INTO p(id, name) VALUES (id, name) ON CONFLICT ON CONSTRAINT p_pkey DO UPDATE SET name = EXCLUDED.name; RETURN 1; END $$;
-- | ok (CREATE FUNCTION)
SELECT u8(3, 'x'), u8(3, 'y');
-- | u8 | u8
-- | 1 | 1
-- | ok (SELECT 1)
CREATE FUNCTION q1(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT q1.a + q1.b * $1';
-- | ok (CREATE FUNCTION)
SELECT q1(2, 3);
-- | q1
-- | 8
-- | ok (SELECT 1)
CREATE FUNCTION q2(id int) RETURNS text LANGUAGE sql AS 'SELECT p.name FROM p WHERE p.id = q2.id';
-- | ok (CREATE FUNCTION)
SELECT q2(1);
-- | q2
-- | 'b'
-- | ok (SELECT 1)
CREATE FUNCTION q4(p int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT p.id FROM p WHERE p.id = q4.p); END $$;
-- | ok (CREATE FUNCTION)
SELECT q4(1);
-- | q4
-- | 1
-- | ok (SELECT 1)
CREATE FUNCTION q5(x int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN q5.x := q5.x + 1; RETURN x; END $$;
-- | ok (CREATE FUNCTION)
SELECT q5(1);
-- | q5
-- | 2
-- | ok (SELECT 1)
CREATE FUNCTION q6(x int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN q6.y; END $$;
-- | ok (CREATE FUNCTION)
CREATE FUNCTION p(id int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN UPDATE p SET n = p.n + 1 WHERE p.id = 1; RETURN 1; END $$;
-- | ok (CREATE FUNCTION)
CREATE FUNCTION q8(id int, OUT nm text) LANGUAGE plpgsql AS $$ BEGIN SELECT p.name INTO q8.nm FROM p WHERE p.id = q8.id; END $$;
-- | ok (CREATE FUNCTION)
SELECT q8(1);
-- | q8
-- | 'b'
-- | ok (SELECT 1)

-- @dialect postgresql
CREATE TABLE p(id int PRIMARY KEY, name text NOT NULL, price numeric(8,2) CHECK (price >= 0), qty int DEFAULT 0, total numeric GENERATED ALWAYS AS (price * qty) STORED, UNIQUE (name));
-- | ok (CREATE TABLE)
INSERT INTO p(id, name, price, qty) VALUES (1, 'a', 1.5, 2), (2, 'b', 2, 3) RETURNING *;
-- | id | name | price | qty | total
-- | 1 | 'a' | 1.50 | 2 | 3.00
-- | 2 | 'b' | 2.00 | 3 | 6.00
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO p(id, name, total) VALUES (3, 'c', 5);
-- | error 428C9 cannot insert a non-DEFAULT value into column "total"
-- |   detail: Column "total" is a generated column.
INSERT INTO p(id, name, total) VALUES (3, 'c', DEFAULT) RETURNING total;
-- | total
-- | NULL
-- | ok, 1 row (INSERT 0 1)
UPDATE p SET total = 5;
-- | error 428C9 column "total" can only be updated to DEFAULT
-- |   detail: Column "total" is a generated column.
UPDATE p SET total = DEFAULT WHERE id = 1 RETURNING total;
-- | total
-- | 3.00
-- | ok, 1 row (UPDATE 1)
INSERT INTO p VALUES (1, 'a', 9, 9) ON CONFLICT (id) DO UPDATE SET price = EXCLUDED.price, qty = p.qty + EXCLUDED.qty RETURNING *, EXCLUDED.qty;
-- | error 42P01 invalid reference to FROM-clause entry for table "excluded"
-- |   detail: There is an entry for table "excluded", but it cannot be referenced from this part of the query.
INSERT INTO p VALUES (1, 'a', 9, 9) ON CONFLICT (id) DO UPDATE SET price = EXCLUDED.price, qty = p.qty + EXCLUDED.qty RETURNING *;
-- | id | name | price | qty | total
-- | 1 | 'a' | 9.00 | 11 | 99.00
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES (1, 'a', 9, 9) ON CONFLICT (id) DO UPDATE SET total = 1;
-- | error 428C9 column "total" can only be updated to DEFAULT
-- |   detail: Column "total" is a generated column.
INSERT INTO p VALUES (1, 'a', 9, 9) ON CONFLICT (id) DO UPDATE SET qty = EXCLUDED.total RETURNING *;
-- | id | name | price | qty | total
-- | 1 | 'a' | 9.00 | 81 | 729.00
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES (9, 'q', 12345678.9);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 8, scale 2 must round to an absolute value less than 10^6.
INSERT INTO p VALUES (9, 'q', 'abc');
-- | error 22P02 invalid input syntax for type numeric: "abc"
INSERT INTO p VALUES (9, 'q', -1) ON CONFLICT (id) DO NOTHING;
-- | error 23514 new row for relation "p" violates check constraint "p_price_check"
-- |   detail: Failing row contains (9, q, -1.00, 0, 0.00).
INSERT INTO p(id, name) SELECT g, 'n' || g FROM generate_series(1, 5) g ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name RETURNING id, name, (xmax = 0) AS inserted;
-- | id | name | inserted
-- | 1 | 'n1' | false
-- | 2 | 'n2' | false
-- | 3 | 'n3' | false
-- | 4 | 'n4' | true
-- | 5 | 'n5' | true
-- | ok, 5 rows (INSERT 0 5)
INSERT INTO p(id, name) VALUES (100, 'n1') ON CONFLICT (id) DO UPDATE SET name = 'x';
-- | error 23505 duplicate key value violates unique constraint "p_name_key"
-- |   detail: Key (name)=(n1) already exists.
CREATE FUNCTION up2(i int, n text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE r p; BEGIN INSERT INTO p(id, name) VALUES (i, n) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name RETURNING * INTO r; RETURN r.id || ':' || r.name; END $$;
-- | ok (CREATE FUNCTION)
SELECT up2(1, 'again'), up2(50, 'fifty');
-- | up2 | up2
-- | '1:again' | '50:fifty'
-- | ok (SELECT 1)
SELECT up2(1, 'fifty');
-- | error 23505 duplicate key value violates unique constraint "p_name_key"
-- |   detail: Key (name)=(fifty) already exists.
CREATE FUNCTION up3(name text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO p(id, name) VALUES (1, name) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name; RETURN 1; END $$;
-- | ok (CREATE FUNCTION)
SELECT up3('amb');
-- | up3
-- | 1
-- | ok (SELECT 1)
CREATE FUNCTION up4(name text) RETURNS int LANGUAGE plpgsql AS $$ #variable_conflict use_column
BEGIN INSERT INTO p(id, name) VALUES (1, up4.name) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name; RETURN 1; END $$;
-- | ok (CREATE FUNCTION)
SELECT up4('amb');
-- | up4
-- | 1
-- | ok (SELECT 1)
CREATE FUNCTION getor(n text) RETURNS int LANGUAGE plpgsql AS $$ DECLARE i int; BEGIN SELECT id INTO i FROM p WHERE name = n; IF NOT FOUND THEN INSERT INTO p(id, name) VALUES ((SELECT max(id) + 1 FROM p), n) RETURNING id INTO STRICT i; END IF; RETURN i; EXCEPTION WHEN unique_violation THEN RETURN -1; END $$;
-- | ok (CREATE FUNCTION)
SELECT getor('amb'), getor('brandnew'), getor('brandnew');
-- | getor | getor | getor
-- | 1 | 51 | 51
-- | ok (SELECT 1)
CREATE VIEW pv AS SELECT id, name FROM p WHERE id < 10 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO pv VALUES (1, 'viaview') ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name RETURNING *;
-- | id | name
-- | 1 | 'viaview'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO pv VALUES (11, 'out');
-- | error 44000 new row violates check option for view "pv"
-- |   detail: Failing row contains (11, out, null, 0, null).
UPDATE pv SET id = 20 WHERE id = 1;
-- | error 44000 new row violates check option for view "pv"
-- |   detail: Failing row contains (20, viaview, 9.00, 81, 729.00).
INSERT INTO pv VALUES (1, 'viaview2') ON CONFLICT (id) DO UPDATE SET id = 30;
-- | error 44000 new row violates check option for view "pv"
-- |   detail: Failing row contains (30, viaview, 9.00, 81, 729.00).
CREATE VIEW agg AS SELECT count(*) FROM p;
-- | ok (CREATE VIEW)
INSERT INTO agg VALUES (1);
-- | error 55000 cannot insert into view "agg"
-- |   detail: Views that return aggregate functions are not automatically updatable.
-- |   hint: To enable inserting into the view, provide an INSTEAD OF INSERT trigger or an unconditional ON INSERT DO INSTEAD rule.
CREATE VIEW ov AS SELECT id, name || '!' AS loud FROM p;
-- | ok (CREATE VIEW)
INSERT INTO ov(id) VALUES (60);
-- | error 23502 null value in column "name" of relation "p" violates not-null constraint
-- |   detail: Failing row contains (60, null, null, 0, null).
INSERT INTO ov(id, loud) VALUES (60, 'x');
-- | error 0A000 cannot insert into column "loud" of view "ov"
-- |   detail: View columns that are not columns of their base relation are not updatable.
WITH ins AS (INSERT INTO p(id, name) VALUES (200, 'w1') ON CONFLICT DO NOTHING RETURNING id) SELECT id FROM ins UNION ALL SELECT id FROM p WHERE name = 'w1' LIMIT 1;
-- | id
-- | 200
-- | ok (SELECT 1)
WITH ins AS (INSERT INTO p(id, name) VALUES (200, 'w1') ON CONFLICT DO NOTHING RETURNING id) SELECT id FROM ins UNION ALL SELECT id FROM p WHERE name = 'w1' LIMIT 1;
-- | id
-- | 200
-- | ok (SELECT 1)
WITH a AS (UPDATE p SET qty = 1 WHERE id = 1 RETURNING id), b AS (UPDATE p SET qty = 2 WHERE id = 1 RETURNING id) SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b);
-- | count | count
-- | 1 | 0
-- | ok (SELECT 1)
WITH up AS (UPDATE p SET qty = 77 WHERE id = 999 RETURNING *) INSERT INTO p(id, name) SELECT 999, 'nine' WHERE NOT EXISTS (SELECT 1 FROM up);
-- | ok, 1 row (INSERT 0 1)
WITH d AS (DELETE FROM p WHERE id = 999 RETURNING id, name) INSERT INTO p(id, name) SELECT id, name || 'back' FROM d RETURNING *;
-- | id | name | price | qty | total
-- | 999 | 'nineback' | NULL | 0 | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p(id, name) SELECT 1, 'q' WHERE NOT EXISTS (SELECT FROM p WHERE id = 1);
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO p(id, name) VALUES (1, 'dd') ON CONFLICT (id) DO UPDATE SET name = (SELECT string_agg(name, ',' ORDER BY id) FROM p WHERE id < 3) RETURNING name;
-- | name
-- | 'viaview,n2'
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE arr(id int PRIMARY KEY, tags text[] DEFAULT '{}', m jsonb DEFAULT '{}');
-- | ok (CREATE TABLE)
INSERT INTO arr VALUES (1, '{a}', '{"x":1}');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO arr VALUES (1, '{b}', '{"y":2}') ON CONFLICT (id) DO UPDATE SET tags = arr.tags || EXCLUDED.tags, m = arr.m || EXCLUDED.m RETURNING *;
-- | id | tags | m
-- | 1 | {a,b} | '{"x": 1, "y": 2}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO arr VALUES (1, '{b,c}') ON CONFLICT (id) DO UPDATE SET tags = ARRAY(SELECT DISTINCT unnest(arr.tags || EXCLUDED.tags) ORDER BY 1) RETURNING *;
-- | id | tags | m
-- | 1 | {a,b,c} | '{"x": 1, "y": 2}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO arr VALUES (1) ON CONFLICT (id) DO UPDATE SET m = jsonb_set(arr.m, '{n}', to_jsonb(coalesce((arr.m->>'n')::int, 0) + 1)) RETURNING m;
-- | m
-- | '{"n": 1, "x": 1, "y": 2}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO arr VALUES (1) ON CONFLICT (id) DO UPDATE SET m = jsonb_set(arr.m, '{n}', to_jsonb(coalesce((arr.m->>'n')::int, 0) + 1)) RETURNING m;
-- | m
-- | '{"n": 2, "x": 1, "y": 2}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO arr VALUES (2, ARRAY['a', NULL]), (3, '{"q\"x", b c}') RETURNING *;
-- | id | tags | m
-- | 2 | {a,NULL} | '{}'
-- | 3 | {"q\"x","b c"} | '{}'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO arr(id, tags) VALUES (4, '{a');
-- | error 22P02 malformed array literal: "{a"
-- |   detail: Unexpected end of input.
INSERT INTO arr(id, m) VALUES (4, '{a}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "a" is invalid.
SELECT id FROM arr WHERE tags @> '{a}' ORDER BY id;
-- | id
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT id, unnest(tags) FROM arr ORDER BY 1, 2;
-- | id | unnest
-- | 1 | 'a'
-- | 1 | 'b'
-- | 1 | 'c'
-- | 2 | 'a'
-- | 2 | NULL
-- | 3 | 'b c'
-- | 3 | 'q"x'
-- | ok (SELECT 7)
SELECT greatest(1, NULL, 3), least(2, 1), nullif(1, 1), coalesce(NULL, 2);
-- | greatest | least | nullif | coalesce
-- | 3 | 1 | NULL | 2
-- | ok (SELECT 1)
