-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE users(id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, name text, created_at timestamptz DEFAULT now(), CONSTRAINT email_ok CHECK(email ~* '^[^@]+@[^@]+$'));
-- | ok (CREATE TABLE)
INSERT INTO users(email) VALUES('a@b.c') RETURNING id, email, name;
-- | id | email | name
-- | 1 | 'a@b.c' | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO users(email) VALUES('a@b.c') ON CONFLICT(email) DO UPDATE SET name='dup', created_at=now() RETURNING id, name;
-- | id | name
-- | 1 | 'dup'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO users(email,name) SELECT 'u'||g||'@x.y', 'n'||g FROM generate_series(1,3) g RETURNING id,email;
-- | id | email
-- | 3 | 'u1@x.y'
-- | 4 | 'u2@x.y'
-- | 5 | 'u3@x.y'
-- | ok, 3 rows (INSERT 0 3)
CREATE TABLE orders(id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users(id) ON DELETE RESTRICT, total numeric(10,2) CHECK(total>=0), status text DEFAULT 'new' CHECK(status IN ('new','paid','void')));
-- | ok (CREATE TABLE)
INSERT INTO orders(user_id,total) VALUES(1,10.5),(99,1);
-- | error 23503 insert or update on table "orders" violates foreign key constraint "orders_user_id_fkey"
-- |   detail: Key (user_id)=(99) is not present in table "users".
INSERT INTO orders(user_id,total) VALUES(1,-1);
-- | error 23514 new row for relation "orders" violates check constraint "orders_total_check"
-- |   detail: Failing row contains (3, 1, -1.00, new).
INSERT INTO orders(user_id,total,status) VALUES(1,1,'lost');
-- | error 23514 new row for relation "orders" violates check constraint "orders_status_check"
-- |   detail: Failing row contains (4, 1, 1.00, lost).
INSERT INTO orders(user_id,total) VALUES(1,10.555) RETURNING *;
-- | id | user_id | total | status
-- | 5 | 1 | 10.56 | 'new'
-- | ok, 1 row (INSERT 0 1)
DELETE FROM users WHERE id=1;
-- | error 23001 update or delete on table "users" violates RESTRICT setting of foreign key constraint "orders_user_id_fkey" on table "orders"
-- |   detail: Key (id)=(1) is referenced from table "orders".
SELECT conname,pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='orders'::regclass ORDER BY 1;
-- | conname | pg_get_constraintdef
-- | 'orders_id_not_null' | 'NOT NULL id'
-- | 'orders_pkey' | 'PRIMARY KEY (id)'
-- | 'orders_status_check' | 'CHECK ((status = ANY (ARRAY[''new''::text, ''paid''::text, ''void''::text])))'
-- | 'orders_total_check' | 'CHECK ((total >= (0)::numeric))'
-- | 'orders_user_id_fkey' | 'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT'
-- | 'orders_user_id_not_null' | 'NOT NULL user_id'
-- | ok (SELECT 6)
SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid='users'::regclass ORDER BY 1;
-- | pg_get_indexdef
-- | 'CREATE UNIQUE INDEX users_email_key ON public.users USING btree (email)'
-- | 'CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)'
-- | ok (SELECT 2)
CREATE TABLE kv(k text PRIMARY KEY, v jsonb NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1, updated timestamptz);
-- | ok (CREATE TABLE)
INSERT INTO kv(k,v) VALUES('a','{"x":1}') ON CONFLICT(k) DO UPDATE SET v=kv.v||excluded.v, version=kv.version+1 WHERE kv.v IS DISTINCT FROM excluded.v RETURNING k,v,version;
-- | k | v | version
-- | 'a' | '{"x": 1}' | 1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO kv(k,v) VALUES('a','{"y":2}') ON CONFLICT(k) DO UPDATE SET v=kv.v||excluded.v, version=kv.version+1 WHERE kv.v IS DISTINCT FROM excluded.v RETURNING k,v,version;
-- | k | v | version
-- | 'a' | '{"x": 1, "y": 2}' | 2
-- | ok, 1 row (INSERT 0 1)
INSERT INTO kv(k,v) VALUES('a','{"y":2,"x":1}') ON CONFLICT(k) DO UPDATE SET v=kv.v||excluded.v, version=kv.version+1 WHERE kv.v IS DISTINCT FROM excluded.v RETURNING k,v,version;
-- | k | v | version
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO kv(k,v) SELECT x->>'k', x->'v' FROM jsonb_array_elements('[{"k":"q","v":[1]},{"k":"q2","v":{"w":1}}]') x ON CONFLICT DO NOTHING RETURNING k,v;
-- | k | v
-- | 'q' | '[1]'
-- | 'q2' | '{"w": 1}'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO kv(k,v) SELECT * FROM jsonb_each('{"e1":1,"e2":"s"}') RETURNING k,v;
-- | k | v
-- | 'e1' | '1'
-- | 'e2' | '"s"'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO kv(k,v) SELECT key, value FROM jsonb_each('{"e1":5}') ON CONFLICT(k) DO UPDATE SET v=excluded.v RETURNING k,v;
-- | k | v
-- | 'e1' | '5'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO kv(k) SELECT unnest(ARRAY['u1','u2','u1']) ON CONFLICT DO NOTHING RETURNING k;
-- | k
-- | 'u1'
-- | 'u2'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO kv(k) SELECT DISTINCT unnest(ARRAY['u1','u3']) ON CONFLICT DO NOTHING RETURNING k;
-- | k
-- | 'u3'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO kv(k,v) SELECT * FROM unnest(ARRAY['z1','z2'],ARRAY['1','2']::jsonb[]) AS q(k,v) RETURNING k,v;
-- | k | v
-- | 'z1' | '1'
-- | 'z2' | '2'
-- | ok, 2 rows (INSERT 0 2)
CREATE TABLE inv(sku text PRIMARY KEY, qty int NOT NULL CHECK(qty>=0));
-- | ok (CREATE TABLE)
INSERT INTO inv VALUES('a',5),('b',0);
-- | ok, 2 rows (INSERT 0 2)
UPDATE inv SET qty=qty-1;
-- | error 23514 new row for relation "inv" violates check constraint "inv_qty_check"
-- |   detail: Failing row contains (b, -1).
UPDATE inv SET qty=qty-1 WHERE qty>0 RETURNING sku, qty;
-- | sku | qty
-- | 'a' | 4
-- | ok, 1 row (UPDATE 1)
WITH s(sku,n) AS (VALUES('a',3),('c',2)) INSERT INTO inv SELECT * FROM s ON CONFLICT(sku) DO UPDATE SET qty=inv.qty-excluded.qty RETURNING sku,qty;
-- | sku | qty
-- | 'a' | 1
-- | 'c' | 2
-- | ok, 2 rows (INSERT 0 2)
WITH s(sku,n) AS (VALUES('a',3),('c',2)) INSERT INTO inv SELECT * FROM s ON CONFLICT(sku) DO UPDATE SET qty=inv.qty-excluded.qty RETURNING sku,qty;
-- | error 23514 new row for relation "inv" violates check constraint "inv_qty_check"
-- |   detail: Failing row contains (a, -2).
SELECT * FROM inv ORDER BY sku;
-- | sku | qty
-- | 'a' | 1
-- | 'b' | 0
-- | 'c' | 2
-- | ok (SELECT 3)
CREATE TABLE ev(id uuid PRIMARY KEY DEFAULT gen_random_uuid(), at date NOT NULL, u int, UNIQUE(u,at));
-- | ok (CREATE TABLE)
INSERT INTO ev(at,u) VALUES('2024-01-01',1),('2024-01-02',1);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO ev(at,u) VALUES('2024-01-01',1);
-- | error 23505 duplicate key value violates unique constraint "ev_u_at_key"
-- |   detail: Key (u, at)=(1, 2024-01-01) already exists.
INSERT INTO ev(at,u) VALUES(date '2024-01-01'+1,1) ON CONFLICT(u,at) DO NOTHING RETURNING u;
-- | u
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO ev(at,u) SELECT d::date, 2 FROM generate_series(timestamp '2024-01-01','2024-01-03','1 day') d RETURNING at;
-- | at
-- | 2024-01-01
-- | 2024-01-02
-- | 2024-01-03
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO ev(id,at,u) VALUES('123','2024-01-01',5);
-- | error 22P02 invalid input syntax for type uuid: "123"
INSERT INTO ev(at,u) VALUES('31/12/2024',5);
-- | error 22008 date/time field value out of range: "31/12/2024"
-- |   hint: Perhaps you need a different "DateStyle" setting.
INSERT INTO ev(at,u) VALUES('Jan 5 2024',5),('20240106',5),('2024.01.07',5),('5-Feb-2024',5) RETURNING at;
-- | at
-- | 2024-01-05
-- | 2024-01-06
-- | 2024-01-07
-- | 2024-02-05
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO ev(at,u) VALUES('epoch',6),('infinity',6),('-infinity',6) RETURNING at;
-- | at
-- | 1970-01-01
-- | infinity
-- | -infinity
-- | ok, 3 rows (INSERT 0 3)
SELECT count(*), min(at), max(at) FROM ev WHERE u=6;
-- | count | min | max
-- | 3 | -infinity | infinity
-- | ok (SELECT 1)
CREATE TABLE hier(id int PRIMARY KEY, parent int REFERENCES hier ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, name text, UNIQUE NULLS NOT DISTINCT (parent,name));
-- | ok (CREATE TABLE)
INSERT INTO hier VALUES(2,1,'c'),(1,NULL,'r');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO hier VALUES(3,NULL,'r');
-- | error 23505 duplicate key value violates unique constraint "hier_parent_name_key"
-- |   detail: Key (parent, name)=(null, r) already exists.
INSERT INTO hier VALUES(4,77,'x');
-- | error 23503 insert or update on table "hier" violates foreign key constraint "hier_parent_fkey"
-- |   detail: Key (parent)=(77) is not present in table "hier".
BEGIN;
-- | ok (BEGIN)
INSERT INTO hier VALUES(4,77,'x');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO hier VALUES(77,1,'y');
-- | ok, 1 row (INSERT 0 1)
COMMIT;
-- | ok (COMMIT)
DELETE FROM hier WHERE id=1 RETURNING id;
-- | id
-- | 1
-- | ok, 1 row (DELETE 1)
SELECT * FROM hier;
-- | id | parent | name
-- | ok (SELECT 0)
CREATE TABLE m2m(a int, b int, PRIMARY KEY(a,b));
-- | ok (CREATE TABLE)
INSERT INTO m2m VALUES(1,1),(1,2),(1,1) ON CONFLICT DO NOTHING RETURNING *;
-- | a | b
-- | 1 | 1
-- | 1 | 2
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO m2m VALUES(1,2) ON CONFLICT(a) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO m2m VALUES(1,2) ON CONFLICT(b,a) DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO m2m VALUES(1,2) ON CONFLICT ON CONSTRAINT m2m_pkey DO UPDATE SET b=3 RETURNING *;
-- | a | b
-- | 1 | 3
-- | ok, 1 row (INSERT 0 1)
INSERT INTO m2m VALUES(1,NULL);
-- | error 23502 null value in column "b" of relation "m2m" violates not-null constraint
-- |   detail: Failing row contains (1, null).
INSERT INTO m2m VALUES(NULL,NULL);
-- | error 23502 null value in column "a" of relation "m2m" violates not-null constraint
-- |   detail: Failing row contains (null, null).
ALTER TABLE m2m ADD COLUMN c int NOT NULL;
-- | error 23502 column "c" of relation "m2m" contains null values
ALTER TABLE m2m ADD COLUMN c int NOT NULL DEFAULT 7;
-- | ok (ALTER TABLE)
ALTER TABLE m2m ADD CONSTRAINT cc CHECK(c<>7);
-- | error 23514 check constraint "cc" of relation "m2m" is violated by some row
ALTER TABLE m2m ADD CONSTRAINT cc CHECK(c<>7) NOT VALID;
-- | ok (ALTER TABLE)
INSERT INTO m2m VALUES(9,9,7);
-- | error 23514 new row for relation "m2m" violates check constraint "cc"
-- |   detail: Failing row contains (9, 9, 7).
UPDATE m2m SET b=b WHERE a=1 AND b=1;
-- | error 23514 new row for relation "m2m" violates check constraint "cc"
-- |   detail: Failing row contains (1, 1, 7).
ALTER TABLE m2m ALTER c TYPE text USING 'x'||c;
-- | error 42883 operator does not exist: text <> integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
ALTER TABLE m2m DROP CONSTRAINT cc, ALTER c TYPE text USING 'x'||c;
-- | ok (ALTER TABLE)
SELECT * FROM m2m ORDER BY a,b;
-- | a | b | c
-- | 1 | 1 | 'x7'
-- | 1 | 3 | 'x7'
-- | ok (SELECT 2)
ALTER TABLE m2m ALTER c SET DEFAULT 'd', ALTER c DROP NOT NULL;
-- | ok (ALTER TABLE)
INSERT INTO m2m(a,b) VALUES(5,5) RETURNING c;
-- | c
-- | 'd'
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE m2m DROP COLUMN b;
-- | ok (ALTER TABLE)
INSERT INTO m2m VALUES(1,'z'),(1,'z');
-- | ok, 2 rows (INSERT 0 2)
SELECT conname FROM pg_constraint WHERE conrelid='m2m'::regclass ORDER BY 1;
-- | conname
-- | 'm2m_a_not_null'
-- | ok (SELECT 1)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a int, b text);
-- | ok (CREATE TABLE)
ALTER TABLE t ADD CONSTRAINT x CHECK(a>0);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CONSTRAINT x UNIQUE(a);
-- | error 42710 constraint "x" for relation "t" already exists
ALTER TABLE t ADD CONSTRAINT t_pkey2 PRIMARY KEY(a);
-- | error 42P16 multiple primary keys for table "t" are not allowed
ALTER TABLE t ALTER a SET DEFAULT 'abc';
-- | error 22P02 invalid input syntax for type integer: "abc"
ALTER TABLE t ALTER a SET DEFAULT 5;
-- | ok (ALTER TABLE)
INSERT INTO t(id) VALUES(1) RETURNING *;
-- | id | a | b
-- | 1 | 5 | NULL
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ALTER a SET NOT NULL, ALTER a DROP DEFAULT;
-- | ok (ALTER TABLE)
INSERT INTO t(id) VALUES(2);
-- | error 23502 null value in column "a" of relation "t" violates not-null constraint
-- |   detail: Failing row contains (2, null, null).
ALTER TABLE t ALTER a TYPE text;
-- | error 42883 operator does not exist: text > integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
ALTER TABLE t DROP CONSTRAINT x, ALTER a TYPE text;
-- | ok (ALTER TABLE)
INSERT INTO t VALUES(2,'zz','q');
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE t ALTER a TYPE int;
-- | error 42804 column "a" cannot be cast automatically to type integer
-- |   hint: You might need to specify "USING a::integer".
ALTER TABLE t ALTER a TYPE int USING length(a);
-- | ok (ALTER TABLE)
SELECT * FROM t ORDER BY id;
-- | id | a | b
-- | 1 | 1 | NULL
-- | 2 | 2 | 'q'
-- | ok (SELECT 2)
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a*2) STORED;
-- | ok (ALTER TABLE)
ALTER TABLE t DROP COLUMN a;
-- | error 2BP01 cannot drop column a of table t because other objects depend on it
-- |   detail: column c of table t depends on column a of table t
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE t DROP COLUMN a CASCADE;
-- | NOTICE 00000 drop cascades to column c of table t
-- | ok (ALTER TABLE)
SELECT * FROM t ORDER BY id;
-- | id | b
-- | 1 | NULL
-- | 2 | 'q'
-- | ok (SELECT 2)
ALTER TABLE t RENAME b TO bb;
-- | ok (ALTER TABLE)
ALTER TABLE t RENAME nope TO x;
-- | error 42703 column "nope" does not exist
ALTER TABLE t RENAME bb TO id;
-- | error 42701 column "id" of relation "t" already exists
CREATE TABLE u(tid int REFERENCES t, k int UNIQUE);
-- | ok (CREATE TABLE)
ALTER TABLE t DROP CONSTRAINT t_pkey;
-- | error 2BP01 cannot drop constraint t_pkey on table t because other objects depend on it
-- |   detail: constraint u_tid_fkey on table u depends on index t_pkey
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
-- | NOTICE 00000 drop cascades to constraint u_tid_fkey on table u
-- | ok (ALTER TABLE)
INSERT INTO u VALUES(99,1);
-- | ok, 1 row (INSERT 0 1)
ALTER TABLE u ADD FOREIGN KEY(tid) REFERENCES t(id);
-- | error 42830 there is no unique constraint matching given keys for referenced table "t"
ALTER TABLE t ADD PRIMARY KEY(id);
-- | ok (ALTER TABLE)
ALTER TABLE u ADD FOREIGN KEY(tid) REFERENCES t(id);
-- | error 23503 insert or update on table "u" violates foreign key constraint "u_tid_fkey"
-- |   detail: Key (tid)=(99) is not present in table "t".
DELETE FROM u;
-- | ok, 1 row (DELETE 1)
ALTER TABLE u ADD FOREIGN KEY(tid) REFERENCES t(id) ON DELETE SET NULL;
-- | ok (ALTER TABLE)
INSERT INTO u VALUES(1,1),(2,2);
-- | ok, 2 rows (INSERT 0 2)
DELETE FROM t WHERE id=1;
-- | ok, 1 row (DELETE 1)
SELECT * FROM u ORDER BY k;
-- | tid | k
-- | NULL | 1
-- | 2 | 2
-- | ok (SELECT 2)
CREATE VIEW vu AS SELECT k FROM u;
-- | ok (CREATE VIEW)
DROP TABLE u;
-- | error 2BP01 cannot drop table u because other objects depend on it
-- |   detail: view vu depends on table u
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE u DROP COLUMN k;
-- | error 2BP01 cannot drop column k of table u because other objects depend on it
-- |   detail: view vu depends on column k of table u
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE u ALTER k TYPE bigint;
-- | error 0A000 cannot alter type of a column used by a view or rule
-- |   detail: rule _RETURN on view vu depends on column "k"
DROP TABLE u CASCADE;
-- | NOTICE 00000 drop cascades to view vu
-- | ok (DROP TABLE)
SELECT * FROM vu;
-- | error 42P01 relation "vu" does not exist
CREATE TABLE w(a int);
-- | ok (CREATE TABLE)
ALTER TABLE w ADD UNIQUE(a), ADD CHECK(a>0), ADD COLUMN b int DEFAULT 3;
-- | ok (ALTER TABLE)
INSERT INTO w VALUES(1),(1);
-- | error 23505 duplicate key value violates unique constraint "w_a_key"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO w VALUES(0);
-- | error 23514 new row for relation "w" violates check constraint "w_a_check"
-- |   detail: Failing row contains (0, 3).
ALTER TABLE w OWNER TO postgres;
-- | ok (ALTER TABLE)
ALTER TABLE w SET (fillfactor=70);
-- | ok (ALTER TABLE)
ALTER TABLE w CLUSTER ON w_a_key;
-- | ok (ALTER TABLE)
ALTER TABLE w REPLICA IDENTITY FULL;
-- | ok (ALTER TABLE)
ALTER TABLE w ALTER a SET STATISTICS 100;
-- | ok (ALTER TABLE)
ALTER TABLE w ALTER a SET STORAGE PLAIN;
-- | ok (ALTER TABLE)
CREATE TABLE lk(LIKE w INCLUDING ALL);
-- | ok (CREATE TABLE)
INSERT INTO lk VALUES(5),(5);
-- | error 23505 duplicate key value violates unique constraint "lk_a_key"
-- |   detail: Key (a)=(5) already exists.
CREATE TABLE lk2(LIKE w);
-- | ok (CREATE TABLE)
INSERT INTO lk2 VALUES(-5),(-5) RETURNING *;
-- | a | b
-- | -5 | NULL
-- | -5 | NULL
-- | ok, 2 rows (INSERT 0 2)
CREATE TABLE cs AS SELECT 1 AS id, 'x' AS t, now() AS n WITH NO DATA;
-- | ok (CREATE TABLE AS)
INSERT INTO cs VALUES(1,'a');
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE cs2(p,q) AS VALUES(1,'a'),(2,'b');
-- | ok (SELECT 2)
SELECT * FROM cs2;
-- | p | q
-- | 1 | 'a'
-- | 2 | 'b'
-- | ok (SELECT 2)
CREATE TABLE cs2 AS SELECT 1;
-- | error 42P07 relation "cs2" already exists
CREATE TABLE IF NOT EXISTS cs2 AS SELECT 1;
-- | NOTICE 42P07 relation "cs2" already exists, skipping
-- | ok (CREATE TABLE AS)
SELECT 1 INTO cs3;
-- | ok (SELECT 1)
SELECT id INTO TEMP cs4 FROM t;
-- | ok (SELECT 1)
SELECT * FROM cs4;
-- | id
-- | 2
-- | ok (SELECT 1)
CREATE UNLOGGED TABLE ul(a int PRIMARY KEY);
-- | ok (CREATE TABLE)
CREATE TABLE dflt(a int DEFAULT 1+1, b text DEFAULT upper('x'), c date DEFAULT CURRENT_DATE, d int[] DEFAULT '{1}', e text DEFAULT NULL, f int DEFAULT nextval('nope'));
-- | error 42P01 relation "nope" does not exist
CREATE TABLE dflt(a int DEFAULT 1+1, b text DEFAULT upper('x'), d int[] DEFAULT '{1}', e text DEFAULT NULL, g timestamptz DEFAULT now());
-- | ok (CREATE TABLE)
INSERT INTO dflt DEFAULT VALUES RETURNING a,b,d,e;
-- | a | b | d | e
-- | 2 | 'X' | {1} | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO dflt(a,b) VALUES(DEFAULT,DEFAULT),(1,'q') RETURNING a,b;
-- | a | b
-- | 2 | 'X'
-- | 1 | 'q'
-- | ok, 2 rows (INSERT 0 2)
SELECT column_name, column_default FROM information_schema.columns WHERE table_name='dflt' ORDER BY ordinal_position;
-- | column_name | column_default
-- | 'a' | '(1 + 1)'
-- | 'b' | 'upper(''x''::text)'
-- | 'd' | '''{1}''::integer[]'
-- | 'e' | NULL
-- | 'g' | 'now()'
-- | ok (SELECT 5)
CREATE TABLE bad(a int DEFAULT 'x');
-- | error 22P02 invalid input syntax for type integer: "x"
CREATE TABLE bad(a int DEFAULT 'x'::text);
-- | error 42804 column "a" is of type integer but default expression is of type text
-- |   hint: You will need to rewrite or cast the expression.
CREATE TABLE bad(a int CHECK(a>'x'));
-- | error 22P02 invalid input syntax for type integer: "x"
CREATE TABLE bad(a int DEFAULT count(*));
-- | error 42803 aggregate functions are not allowed in DEFAULT expressions
CREATE TABLE bad(a int CHECK(a = ANY('{1,2}')));
-- | ok (CREATE TABLE)
INSERT INTO bad VALUES(3);
-- | error 23514 new row for relation "bad" violates check constraint "bad_a_check"
-- |   detail: Failing row contains (3).
CREATE TABLE sys(xmin int);
-- | error 42701 column name "xmin" conflicts with a system column name
CREATE TABLE sys(ctid int);
-- | error 42701 column name "ctid" conflicts with a system column name
CREATE TABLE "select"(a int);
-- | ok (CREATE TABLE)
CREATE TABLE select(a int);
-- | error 42601 syntax error at or near "select"
CREATE TABLE user(a int);
-- | error 42601 syntax error at or near "user"
CREATE TABLE order(a int);
-- | error 42601 syntax error at or near "order"
CREATE TABLE x(user int);
-- | error 42601 syntax error at or near "user"
CREATE TABLE x(order int);
-- | error 42601 syntax error at or near "order"
CREATE TABLE x(a);
-- | error 42601 syntax error at or near ";"
CREATE TABLE x(a int b);
-- | error 42601 syntax error at or near "b"
CREATE TABLE x(a int,);
-- | error 42601 syntax error at or near ")"
CREATE TABLE x();
-- | ok (CREATE TABLE)
INSERT INTO x DEFAULT VALUES;
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM x;
-- | 
-- | 
-- | ok (SELECT 1)
CREATE TABLE x(a varchar);
-- | error 42P07 relation "x" already exists

-- @dialect postgresql
CREATE TABLE r(id int PRIMARY KEY, d daterange, t tsrange);
-- | ok (CREATE TABLE)
INSERT INTO r VALUES(1,'[2024-01-01,2024-02-01)','[2024-01-01,2024-01-02)');
-- | ok, 1 row (INSERT 0 1)
SELECT lower(d), upper(d), isempty(d), lower_inc(d), upper_inc(d), lower_inf(d), upper_inf(d) FROM r;
-- | lower | upper | isempty | lower_inc | upper_inc | lower_inf | upper_inf
-- | 2024-01-01 | 2024-02-01 | false | true | false | false | false
-- | ok (SELECT 1)
SELECT d @> date '2024-01-05', d @> '[2024-01-02,2024-01-03]', d && daterange('2024-01-31','2024-03-01'), d <@ daterange(NULL,NULL) FROM r;
-- | ?column? | ?column? | ?column? | ?column?
-- | true | true | true | true
-- | ok (SELECT 1)
SELECT daterange('2024-01-01','2024-01-05','[]'), int4range(1,NULL), int8range(NULL,5,'(]'), tsrange('2024-01-01','2024-01-02','()');
-- | daterange | int4range | int8range | tsrange
-- | [2024-01-01,2024-01-06) | [1,) | (,6) | ("2024-01-01 00:00:00","2024-01-02 00:00:00")
-- | ok (SELECT 1)
SELECT d = '[2024-01-01,2024-01-31]', d < daterange('2024-01-02','2024-01-05') FROM r;
-- | ?column? | ?column?
-- | true | true
-- | ok (SELECT 1)
INSERT INTO r VALUES(2,'[2024-02-01,2024-01-01)',NULL);
-- | error 22000 range lower bound must be less than or equal to range upper bound
INSERT INTO r VALUES(2,'[a,b)',NULL);
-- | error 22007 invalid input syntax for type date: "a"
INSERT INTO r VALUES(2,'(,)',NULL),(3,'empty','[,2024-01-01]') RETURNING *;
-- | id | d | t
-- | 2 | (,) | NULL
-- | 3 | empty | (,"2024-01-01 00:00:00"]
-- | ok, 2 rows (INSERT 0 2)
BEGIN;
-- | ok (BEGIN)
ROLLBACK;
-- | ok (ROLLBACK)
SELECT * FROM r WHERE nope;
-- | error 42703 column "nope" does not exist
SELECT id FROM r WHERE id;
-- | error 42804 argument of WHERE must be type boolean, not type integer
SELECT id+'x' FROM r;
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT id||1 FROM r;
-- | error 42883 operator does not exist: integer || integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT sum(id) FROM r WHERE sum(id)>1;
-- | error 42803 aggregate functions are not allowed in WHERE
SELECT id, count(*) FROM r;
-- | error 42803 column "r.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT r.id FROM r x;
-- | error 42P01 invalid reference to FROM-clause entry for table "r"
-- |   hint: Perhaps you meant to reference the table alias "x".
SELECT max(id) OVER () m FROM r ORDER BY m;
-- | m
-- | 3
-- | 3
-- | 3
-- | ok (SELECT 3)
SELECT * FROM r, r;
-- | error 42712 table name "r" specified more than once
SELECT * FROM r JOIN r s USING(nope);
-- | error 42703 column "nope" specified in USING clause does not exist in left table
SELECT * FROM r ORDER BY 9;
-- | error 42P10 ORDER BY position 9 is not in select list
SELECT DISTINCT id FROM r ORDER BY d;
-- | error 42P10 for SELECT DISTINCT, ORDER BY expressions must appear in select list
SELECT id FROM r LIMIT -1;
-- | error 2201W LIMIT must not be negative
SELECT id FROM r LIMIT 'x';
-- | error 22P02 invalid input syntax for type bigint: "x"
SELECT CASE WHEN id=1 THEN 'a' ELSE 2 END FROM r;
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT coalesce(1,'x');
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT 1/0;
-- | error 22012 division by zero
SELECT sqrt(-1);
-- | error 2201F cannot take square root of a negative number
SELECT 'a'::int;
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT 10::smallint*10000::smallint;
-- | error 22003 smallint out of range
SELECT substring('abc' from -1 for -2);
-- | error 22011 negative substring length not allowed
SELECT now()::nope;
-- | error 42704 type "nope" does not exist
SELECT nofunc(1);
-- | error 42883 function nofunc(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT length(1);
-- | error 42883 function length(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT count(1,2);
-- | error 42883 function count(integer, integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT (SELECT id FROM r);
-- | error 21000 more than one row returned by a subquery used as an expression
SELECT array[1,'x'];
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT '{1,2'::int[];
-- | error 22P02 malformed array literal: "{1,2"
-- |   detail: Unexpected end of input.
SELECT '{"a":}'::jsonb;
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected JSON value, but found "}".
SELECT 'x' LIKE 5;
-- | error 42883 operator does not exist: unknown ~~ integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT interval '1 fortnight';
-- | error 22007 invalid input syntax for type interval: "1 fortnight"
SELECT date '2024-02-30';
-- | error 22008 date/time field value out of range: "2024-02-30"
SELECT timestamp '2024-01-01 25:00';
-- | error 22008 date/time field value out of range: "2024-01-01 25:00"
SELECT 'abc' ~ '(';
-- | error 2201B invalid regular expression: parentheses () not balanced
SELECT generate_series(1,3,0);
-- | error 22023 step size cannot equal zero
SELECT 9223372036854775807+1;
-- | error 22003 bigint out of range
SELECT 2147483647+1;
-- | error 22003 integer out of range
SELECT 1=1=1;
-- | error 42601 syntax error at or near "="
SELECT 1 = 'a';
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT NOT 1;
-- | error 42804 argument of NOT must be type boolean, not type integer
SELECT 1 AND true;
-- | error 42804 argument of AND must be type boolean, not type integer
SELECT *;
-- | error 42601 SELECT * with no tables specified is not valid
SELECT;
-- | 
-- | 
-- | ok (SELECT 1)
SELECT 1 FROM;
-- | error 42601 syntax error at or near ";"
SELECT 1 WHERE;
-- | error 42601 syntax error at or near ";"
SELECT 1,, 2;
-- | error 42601 syntax error at or near ","

-- @dialect postgresql
CREATE TABLE t(id int, n int, s text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES(1,5,'a'),(2,5,'b'),(3,7,'c');
-- | ok, 3 rows (INSERT 0 3)
SELECT DISTINCT n FROM t ORDER BY n+1;
-- | error 42P10 for SELECT DISTINCT, ORDER BY expressions must appear in select list
SELECT DISTINCT n+1 FROM t ORDER BY n+1;
-- | ?column?
-- | 6
-- | 8
-- | ok (SELECT 2)
SELECT DISTINCT n AS q FROM t ORDER BY q DESC;
-- | q
-- | 7
-- | 5
-- | ok (SELECT 2)
SELECT DISTINCT n, s FROM t ORDER BY t.n DESC, s;
-- | n | s
-- | 7 | 'c'
-- | 5 | 'a'
-- | 5 | 'b'
-- | ok (SELECT 3)
SELECT DISTINCT n FROM t ORDER BY s;
-- | error 42P10 for SELECT DISTINCT, ORDER BY expressions must appear in select list
SELECT DISTINCT lower(s) FROM t ORDER BY lower(s) DESC;
-- | lower
-- | 'c'
-- | 'b'
-- | 'a'
-- | ok (SELECT 3)
SELECT DISTINCT t.n FROM t ORDER BY n;
-- | n
-- | 5
-- | 7
-- | ok (SELECT 2)
SELECT DISTINCT n FROM t ORDER BY 1 DESC;
-- | n
-- | 7
-- | 5
-- | ok (SELECT 2)
SELECT DISTINCT * FROM t ORDER BY id;
-- | id | n | s
-- | 1 | 5 | 'a'
-- | 2 | 5 | 'b'
-- | 3 | 7 | 'c'
-- | ok (SELECT 3)
SELECT DISTINCT ON (n) n, id FROM t ORDER BY id;
-- | error 42P10 SELECT DISTINCT ON expressions must match initial ORDER BY expressions
SELECT DISTINCT ON (n, s) n, id FROM t ORDER BY n, id;
-- | error 42P10 SELECT DISTINCT ON expressions must match initial ORDER BY expressions
SELECT DISTINCT ON (n, s) n, id FROM t ORDER BY s, n, id;
-- | n | id
-- | 5 | 1
-- | 5 | 2
-- | 7 | 3
-- | ok (SELECT 3)
SELECT DISTINCT ON (n) n, id FROM t ORDER BY n DESC, id DESC;
-- | n | id
-- | 7 | 3
-- | 5 | 2
-- | ok (SELECT 2)
SELECT DISTINCT ON (n%2) n FROM t ORDER BY n%2, n DESC;
-- | n
-- | 7
-- | ok (SELECT 1)
SELECT DISTINCT ON (1) n FROM t ORDER BY 1;
-- | n
-- | 5
-- | 7
-- | ok (SELECT 2)
SELECT DISTINCT count(*) FROM t GROUP BY n ORDER BY count(*);
-- | count
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT DISTINCT n FROM t GROUP BY n ORDER BY count(*);
-- | error 42P10 for SELECT DISTINCT, ORDER BY expressions must appear in select list
SELECT n FROM t GROUP BY n ORDER BY count(*), n;
-- | n
-- | 7
-- | 5
-- | ok (SELECT 2)
