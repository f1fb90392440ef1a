-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE p(id int PRIMARY KEY, v text);
-- | ok (CREATE TABLE)
CREATE TABLE c(id int PRIMARY KEY, pid int REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE, n int);
-- | ok (CREATE TABLE)
INSERT INTO p VALUES(1,'a'),(2,'b'),(3,'c');
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO c VALUES(10,1,1),(20,2,2),(30,NULL,3);
-- | ok, 3 rows (INSERT 0 3)
WITH d AS (DELETE FROM p WHERE id=1 RETURNING *) SELECT * FROM d;
-- | id | v
-- | 1 | 'a'
-- | ok (SELECT 1)
SELECT * FROM c ORDER BY 1;
-- | id | pid | n
-- | 20 | 2 | 2
-- | 30 | NULL | 3
-- | ok (SELECT 2)
WITH up AS (UPDATE p SET v=v||'!' RETURNING id,v), ins AS (INSERT INTO p SELECT id+100, v FROM up RETURNING id) SELECT * FROM up FULL JOIN ins ON false ORDER BY 1,3;
-- | id | v | id
-- | 2 | 'b!' | NULL
-- | 3 | 'c!' | NULL
-- | NULL | NULL | 102
-- | NULL | NULL | 103
-- | ok (SELECT 4)
WITH x AS (INSERT INTO p VALUES(2,'zz') ON CONFLICT(id) DO UPDATE SET v=excluded.v RETURNING (xmax=0) AS inserted, *) SELECT inserted, id, v FROM x;
-- | inserted | id | v
-- | false | 2 | 'zz'
-- | ok (SELECT 1)
INSERT INTO p SELECT * FROM generate_series(200,203) g, LATERAL (SELECT 'g'||g) s ON CONFLICT DO NOTHING;
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO p(id) VALUES((SELECT max(id)+1 FROM p)) RETURNING id;
-- | id
-- | 204
-- | ok, 1 row (INSERT 0 1)
UPDATE p SET v=q.v FROM (VALUES(2,'from')) q(id,v) WHERE p.id=q.id RETURNING p.*, q.v;
-- | id | v | v
-- | 2 | 'from' | 'from'
-- | ok, 1 row (UPDATE 1)
UPDATE p AS t SET v='al' WHERE t.id=3 RETURNING t.v;
-- | v
-- | 'al'
-- | ok, 1 row (UPDATE 1)
UPDATE p SET v='x' FROM c WHERE c.pid=p.id RETURNING p.id, c.id;
-- | id | id
-- | 2 | 20
-- | ok, 1 row (UPDATE 1)
DELETE FROM p USING c WHERE p.id=c.pid AND c.n=2 RETURNING p.*, c.*;
-- | id | v | id | pid | n
-- | 2 | 'x' | 20 | 2 | 2
-- | ok, 1 row (DELETE 1)
SELECT * FROM c ORDER BY 1;
-- | id | pid | n
-- | 30 | NULL | 3
-- | ok (SELECT 1)
UPDATE p SET (id,v)=(id+1000,'m') WHERE id=3 RETURNING *;
-- | id | v
-- | 1003 | 'm'
-- | ok, 1 row (UPDATE 1)
UPDATE p SET (id,v)=(SELECT 77,'sub') WHERE id=1003 RETURNING *;
-- | id | v
-- | 77 | 'sub'
-- | ok, 1 row (UPDATE 1)
UPDATE p SET id=id, id=2;
-- | error 42601 multiple assignments to same column "id"
UPDATE p SET nope=1;
-- | error 42703 column "nope" of relation "p" does not exist
UPDATE p SET p.v=1;
-- | error 42703 column "p" of relation "p" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
UPDATE nope SET v=1;
-- | error 42P01 relation "nope" does not exist
UPDATE p SET v=DEFAULT WHERE id=77 RETURNING v;
-- | v
-- | NULL
-- | ok, 1 row (UPDATE 1)
UPDATE p SET v=v WHERE nope=1;
-- | error 42703 column "nope" does not exist
UPDATE p SET v=(SELECT 1,2);
-- | error 42601 subquery must return only one column
UPDATE p SET v=(SELECT v FROM p);
-- | error 21000 more than one row returned by a subquery used as an expression
UPDATE p SET id='abc' WHERE id=77;
-- | error 22P02 invalid input syntax for type integer: "abc"
UPDATE p SET id=NULL WHERE id=77;
-- | error 23502 null value in column "id" of relation "p" violates not-null constraint
-- |   detail: Failing row contains (null, null).
UPDATE p SET id=200 WHERE id=77;
-- | error 23505 duplicate key value violates unique constraint "p_pkey"
-- |   detail: Key (id)=(200) already exists.
DELETE FROM nope;
-- | error 42P01 relation "nope" does not exist
DELETE FROM p WHERE id=(SELECT id FROM p);
-- | error 21000 more than one row returned by a subquery used as an expression
DELETE FROM p WHERE count(*)>1;
-- | error 42803 aggregate functions are not allowed in WHERE
DELETE FROM p LIMIT 1;
-- | error 42601 syntax error at or near "LIMIT"
DELETE p;
-- | error 42601 syntax error at or near "p"
DELETE FROM p ORDER BY id;
-- | error 42601 syntax error at or near "ORDER"
INSERT p VALUES(1);
-- | error 42601 syntax error at or near "p"
INSERT INTO p VALUES();
-- | error 42601 syntax error at or near ")"
INSERT INTO p(id) VALUES;
-- | error 42601 syntax error at or near ";"
INSERT INTO p(id,nope) VALUES(1,2);
-- | error 42703 column "nope" of relation "p" does not exist
INSERT INTO p SET id=1;
-- | error 42601 syntax error at or near "SET"
INSERT OR IGNORE INTO p VALUES(1);
-- | error 42601 syntax error at or near "OR"
INSERT IGNORE INTO p VALUES(1);
-- | error 42601 syntax error at or near "IGNORE"
REPLACE INTO p VALUES(1);
-- | error 42601 syntax error at or near "REPLACE"
INSERT INTO p VALUES(1) ON DUPLICATE KEY UPDATE v=1;
-- | error 42601 syntax error at or near "DUPLICATE"
INSERT INTO p VALUES("a");
-- | error 42703 column "a" does not exist
INSERT INTO p VALUES('a','b');
-- | error 22P02 invalid input syntax for type integer: "a"
INSERT INTO p VALUES(1,'b',);
-- | error 42601 syntax error at or near ")"
INSERT INTO p VALUES(1 'b');
-- | error 42601 syntax error at or near "'b'"
INSERT INTO p VALUES(nope);
-- | error 42703 column "nope" does not exist
INSERT INTO p VALUES(id);
-- | error 42703 column "id" does not exist
-- |   detail: There is a column named "id" in table "p", but it cannot be referenced from this part of the query.
INSERT INTO p VALUES(p.id);
-- | error 42P01 invalid reference to FROM-clause entry for table "p"
-- |   detail: There is an entry for table "p", but it cannot be referenced from this part of the query.
INSERT INTO p VALUES(1+);
-- | error 42601 syntax error at or near ")"
INSERT INTO p VALUES(1,'a'); INSERT INTO p VALUES(1,'b'); INSERT INTO p VALUES(5,'c');
-- | ok, 1 row (INSERT 0 1)
-- | error 23505 duplicate key value violates unique constraint "p_pkey"
-- |   detail: Key (id)=(1) already exists.
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(1e10);
-- | error 22003 integer out of range
INSERT INTO p VALUES(2147483648);
-- | error 22003 integer out of range
INSERT INTO p VALUES(-2147483649);
-- | error 22003 integer out of range
INSERT INTO p VALUES(1.5) RETURNING id;
-- | id
-- | 2
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES('1.5');
-- | error 22P02 invalid input syntax for type integer: "1.5"
INSERT INTO p VALUES(' 42 ') RETURNING id;
-- | id
-- | 42
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES('0x1F') RETURNING id;
-- | id
-- | 31
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(0x2F) RETURNING id;
-- | id
-- | 47
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(1_000) RETURNING id;
-- | id
-- | 1000
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(now());
-- | error 42804 column "id" is of type integer but expression is of type timestamp with time zone
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO p VALUES(true);
-- | error 42804 column "id" is of type integer but expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO p VALUES(5000, 5) RETURNING v;
-- | v
-- | '5'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(5001, true) RETURNING v;
-- | v
-- | 'true'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(5002, now()::date - now()::date) RETURNING v;
-- | v
-- | '0'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(5003, ARRAY[1,2]) RETURNING v;
-- | v
-- | '{1,2}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(5004, '{"a":1}'::jsonb) RETURNING v;
-- | v
-- | '{"a": 1}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(5005, ROW(1,2)) RETURNING v;
-- | v
-- | '(1,2)'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(5006, E'a\nb\'c\\') RETURNING v;
-- | v
-- | 'a\nb''c\'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO p VALUES(5010, 'a' 'b');
-- | error 42601 syntax error at or near "'b'"
INSERT INTO p VALUES(5011, 'a'
'b') RETURNING v;
-- | v
-- | 'ab'
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, tags text[] DEFAULT '{}', doc jsonb DEFAULT '{}', cnt int DEFAULT 0, upd timestamptz, price numeric(10,2), tot numeric GENERATED ALWAYS AS (price*cnt) STORED);
-- | ok (CREATE TABLE)
INSERT INTO t(id,tags,doc,cnt,price) VALUES(1,ARRAY['a'],'{"k":1}',2,1.5) RETURNING *;
-- | id | tags | doc | cnt | upd | price | tot
-- | 1 | {a} | '{"k": 1}' | 2 | NULL | 1.50 | 3.00
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,tags,doc) VALUES(1,ARRAY['b'],'{"z":[1]}') ON CONFLICT(id) DO UPDATE SET tags=t.tags||excluded.tags, doc=t.doc||excluded.doc, cnt=t.cnt+1 RETURNING id,tags,doc,cnt,tot;
-- | id | tags | doc | cnt | tot
-- | 1 | {a,b} | '{"k": 1, "z": [1]}' | 3 | 4.50
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id) VALUES(1) ON CONFLICT(id) DO UPDATE SET tot=5;
-- | error 428C9 column "tot" can only be updated to DEFAULT
-- |   detail: Column "tot" is a generated column.
INSERT INTO t(id) VALUES(1) ON CONFLICT(id) DO UPDATE SET tot=DEFAULT RETURNING tot;
-- | tot
-- | 4.50
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,tot) VALUES(1,DEFAULT) ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t(id,tot) VALUES(2,7) ON CONFLICT DO NOTHING;
-- | error 428C9 cannot insert a non-DEFAULT value into column "tot"
-- |   detail: Column "tot" is a generated column.
INSERT INTO t(id,tot) SELECT 2,7;
-- | error 428C9 cannot insert a non-DEFAULT value into column "tot"
-- |   detail: Column "tot" is a generated column.
INSERT INTO t(id,tot) SELECT 2,NULL;
-- | error 428C9 cannot insert a non-DEFAULT value into column "tot"
-- |   detail: Column "tot" is a generated column.
INSERT INTO t(id,price) VALUES(3,99999999999);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 10, scale 2 must round to an absolute value less than 10^8.
INSERT INTO t(id,price) VALUES(3,1.005),(4,'NaN') RETURNING price;
-- | price
-- | 1.01
-- | NaN
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t(id,cnt) VALUES(1,2147483647) ON CONFLICT(id) DO UPDATE SET cnt=t.cnt+excluded.cnt;
-- | error 22003 integer out of range
UPDATE t SET cnt=cnt+2147483647 WHERE id=1;
-- | error 22003 integer out of range
INSERT INTO t(id,upd) VALUES(1,'2024-01-02 03:04:05+02') ON CONFLICT(id) DO UPDATE SET upd=greatest(t.upd,excluded.upd) RETURNING upd;
-- | upd
-- | 2024-01-02 01:04:05+00
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,upd) VALUES(1,'2023-01-02') ON CONFLICT(id) DO UPDATE SET upd=excluded.upd WHERE excluded.upd>t.upd RETURNING upd;
-- | upd
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t(id,upd) VALUES(1,'2023-01-02') ON CONFLICT(id) DO UPDATE SET upd=excluded.upd WHERE (t.cnt,t.upd) IS DISTINCT FROM (excluded.cnt,excluded.upd) RETURNING upd;
-- | upd
-- | 2023-01-02 00:00:00+00
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,upd) VALUES(1,'2023-01-02') ON CONFLICT(id) DO UPDATE SET upd=excluded.upd WHERE t.* IS DISTINCT FROM excluded.* RETURNING cnt;
-- | cnt
-- | 3
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,upd) VALUES(1,'2023-01-02') ON CONFLICT(id) DO UPDATE SET upd=excluded.upd WHERE t IS DISTINCT FROM excluded RETURNING cnt;
-- | cnt
-- | 3
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE s(k text, v int);
-- | ok (CREATE TABLE)
INSERT INTO s VALUES('a',1),('b',2),('a',3),('c',NULL);
-- | ok, 4 rows (INSERT 0 4)
CREATE TABLE agg(k text PRIMARY KEY, total int NOT NULL, c int);
-- | ok (CREATE TABLE)
INSERT INTO agg SELECT k,sum(v),count(*) FROM s GROUP BY k HAVING sum(v) IS NOT NULL ORDER BY k ON CONFLICT(k) DO UPDATE SET total=agg.total+excluded.total RETURNING *;
-- | k | total | c
-- | 'a' | 4 | 2
-- | 'b' | 2 | 1
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO agg SELECT k,sum(v),count(*) FROM s GROUP BY k ORDER BY k ON CONFLICT(k) DO UPDATE SET total=agg.total+excluded.total RETURNING *;
-- | error 23502 null value in column "total" of relation "agg" violates not-null constraint
-- |   detail: Failing row contains (c, null, 1).
INSERT INTO agg SELECT k,v,1 FROM s WHERE v IS NOT NULL ON CONFLICT(k) DO UPDATE SET total=agg.total+excluded.total;
-- | error 21000 ON CONFLICT DO UPDATE command cannot affect row a second time
-- |   hint: Ensure that no rows proposed for insertion within the same command have duplicate constrained values.
INSERT INTO agg SELECT DISTINCT ON (k) k,v,1 FROM s WHERE v IS NOT NULL ORDER BY k,v DESC ON CONFLICT(k) DO UPDATE SET total=excluded.total RETURNING *;
-- | k | total | c
-- | 'a' | 3 | 2
-- | 'b' | 2 | 1
-- | ok, 2 rows (INSERT 0 2)
WITH src(k,v) AS (VALUES('x',10),('a',20)), up AS (INSERT INTO agg SELECT k,v,0 FROM src ON CONFLICT(k) DO UPDATE SET total=excluded.total RETURNING k, (xmax<>0) AS updated) SELECT * FROM up ORDER BY k;
-- | k | updated
-- | 'a' | true
-- | 'x' | false
-- | ok (SELECT 2)
WITH ins AS (INSERT INTO agg VALUES('new',1,1) ON CONFLICT DO NOTHING RETURNING *) SELECT * FROM ins UNION ALL SELECT * FROM agg WHERE k='new';
-- | k | total | c
-- | 'new' | 1 | 1
-- | ok (SELECT 1)
WITH ins AS (INSERT INTO agg VALUES('new',1,1) ON CONFLICT DO NOTHING RETURNING *) SELECT * FROM ins UNION ALL SELECT * FROM agg WHERE k='new';
-- | k | total | c
-- | 'new' | 1 | 1
-- | ok (SELECT 1)
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r WHERE n<3) INSERT INTO agg SELECT 'r'||n, n, n FROM r ON CONFLICT(k) DO NOTHING RETURNING k;
-- | k
-- | 'r1'
-- | 'r2'
-- | 'r3'
-- | ok, 3 rows (INSERT 0 3)
WITH d AS (DELETE FROM agg WHERE k LIKE 'r%' RETURNING *) INSERT INTO agg SELECT k||'x', total, c FROM d RETURNING k;
-- | k
-- | 'r1x'
-- | 'r2x'
-- | 'r3x'
-- | ok, 3 rows (INSERT 0 3)
WITH a AS (INSERT INTO agg VALUES('q',1,1)), b AS (INSERT INTO agg VALUES('q',2,2)) SELECT 1;
-- | error 23505 duplicate key value violates unique constraint "agg_pkey"
-- |   detail: Key (k)=(q) already exists.
WITH a AS (UPDATE agg SET total=5 WHERE k='a'), b AS (UPDATE agg SET total=6 WHERE k='a') SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
SELECT total FROM agg WHERE k='a';
-- | total
-- | 6
-- | ok (SELECT 1)
WITH a AS (INSERT INTO agg VALUES('w',1,1) RETURNING k) UPDATE agg SET total=9 WHERE k IN (SELECT k FROM a);
-- | ok, 0 rows (UPDATE 0)
INSERT INTO agg(k,total) VALUES('m',1),('m',2) ON CONFLICT(k) DO UPDATE SET total=excluded.total;
-- | error 21000 ON CONFLICT DO UPDATE command cannot affect row a second time
-- |   hint: Ensure that no rows proposed for insertion within the same command have duplicate constrained values.
INSERT INTO agg(k,total) VALUES('m',1),('m',2) ON CONFLICT(k) DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO agg(k,total) VALUES('m',1),('m',2) ON CONFLICT(k) DO UPDATE SET total=excluded.total WHERE false;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO agg(k,total) VALUES('m',1),('zz',NULL) ON CONFLICT(k) DO NOTHING;
-- | error 23502 null value in column "total" of relation "agg" violates not-null constraint
-- |   detail: Failing row contains (zz, null, null).
INSERT INTO agg(k,total) VALUES('m',NULL) ON CONFLICT(k) DO UPDATE SET total=0;
-- | error 23502 null value in column "total" of relation "agg" violates not-null constraint
-- |   detail: Failing row contains (m, null, null).
INSERT INTO agg VALUES('a',1,1) ON CONFLICT(k) DO UPDATE SET k='b';
-- | error 23505 duplicate key value violates unique constraint "agg_pkey"
-- |   detail: Key (k)=(b) already exists.
INSERT INTO agg VALUES('a',1,1) ON CONFLICT(k) DO UPDATE SET total=NULL;
-- | error 23502 null value in column "total" of relation "agg" violates not-null constraint
-- |   detail: Failing row contains (a, null, 2).
INSERT INTO agg VALUES('a',1,1) ON CONFLICT(total) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO agg VALUES('a',1,1) ON CONFLICT(k,total) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO agg VALUES('a',1,1) ON CONFLICT(k) DO UPDATE SET total=total+1;
-- | error 42702 column reference "total" is ambiguous
INSERT INTO agg VALUES('a',1,1) ON CONFLICT(k) DO UPDATE SET total=(SELECT total FROM agg x WHERE x.k=excluded.k)+100 RETURNING total;
-- | total
-- | 106
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM agg ORDER BY k;
-- | k | total | c
-- | 'a' | 106 | 2
-- | 'b' | 2 | 1
-- | 'm' | 1 | NULL
-- | 'new' | 1 | 1
-- | 'r1x' | 1 | 1
-- | 'r2x' | 2 | 2
-- | 'r3x' | 3 | 3
-- | 'w' | 1 | 1
-- | 'x' | 10 | 0
-- | ok (SELECT 9)
CREATE UNIQUE INDEX agg_total ON agg(total) INCLUDE (c) WHERE total>50;
-- | ok (CREATE INDEX)
INSERT INTO agg VALUES('t1',200,1),('t2',200,2);
-- | error 23505 duplicate key value violates unique constraint "agg_total"
-- |   detail: Key (total)=(200) already exists.
INSERT INTO agg VALUES('t1',200,1),('t2',200,2) ON CONFLICT DO NOTHING RETURNING k;
-- | k
-- | 't1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO agg VALUES('t1',300,1) ON CONFLICT(total) WHERE total>50 DO UPDATE SET c=99;
-- | error 23505 duplicate key value violates unique constraint "agg_pkey"
-- |   detail: Key (k)=(t1) already exists.
INSERT INTO agg VALUES('t9',200,1) ON CONFLICT(total) WHERE total>50 DO UPDATE SET c=99 RETURNING *;
-- | k | total | c
-- | 't1' | 200 | 99
-- | ok, 1 row (INSERT 0 1)
INSERT INTO agg VALUES('t9',200,1) ON CONFLICT(total) WHERE total>60 DO UPDATE SET c=98 RETURNING *;
-- | k | total | c
-- | 't1' | 200 | 98
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
CREATE TABLE n(a int, b int, UNIQUE NULLS NOT DISTINCT(a,b));
-- | ok (CREATE TABLE)
INSERT INTO n VALUES(1,NULL),(NULL,NULL),(NULL,1);
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO n VALUES(1,NULL);
-- | error 23505 duplicate key value violates unique constraint "n_a_b_key"
-- |   detail: Key (a, b)=(1, null) already exists.
INSERT INTO n VALUES(NULL,NULL) ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO n VALUES(NULL,NULL) ON CONFLICT(a,b) DO UPDATE SET a=5 RETURNING *;
-- | a | b
-- | 5 | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO n VALUES(NULL,NULL),(NULL,NULL);
-- | error 23505 duplicate key value violates unique constraint "n_a_b_key"
-- |   detail: Key (a, b)=(null, null) already exists.
CREATE UNIQUE INDEX ni ON n(a) NULLS NOT DISTINCT WHERE b IS NULL;
-- | ok (CREATE INDEX)
INSERT INTO n VALUES(1,NULL) ON CONFLICT(a) WHERE b IS NULL DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='n'::regclass;
-- | pg_get_constraintdef
-- | 'UNIQUE NULLS NOT DISTINCT (a, b)'
-- | ok (SELECT 1)
SELECT indexdef FROM pg_indexes WHERE tablename='n' ORDER BY 1;
-- | indexdef
-- | 'CREATE UNIQUE INDEX n_a_b_key ON public.n USING btree (a, b) NULLS NOT DISTINCT'
-- | 'CREATE UNIQUE INDEX ni ON public.n USING btree (a) NULLS NOT DISTINCT WHERE (b IS NULL)'
-- | ok (SELECT 2)
ALTER TABLE n ADD UNIQUE(b);
-- | ok (ALTER TABLE)
ALTER TABLE n ADD UNIQUE NULLS NOT DISTINCT (b);
-- | error 23505 could not create unique index "n_b_key1"
-- |   detail: Key (b)=(null) is duplicated.
CREATE TABLE c(t char(3) UNIQUE, v varchar(3) UNIQUE, x text COLLATE "C" UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO c VALUES('a','a','a');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES('a ','b','b');
-- | error 23505 duplicate key value violates unique constraint "c_t_key"
-- |   detail: Key (t)=(a  ) already exists.
INSERT INTO c VALUES('b','a ','b');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES('c','a   ','c');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES('d','abcd','c');
-- | error 22001 value too long for type character varying(3)
INSERT INTO c VALUES('d','abc  ','A');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES('abcd','e','e');
-- | error 22001 value too long for type character(3)
INSERT INTO c VALUES('abc   ','e','e');
-- | ok, 1 row (INSERT 0 1)
SELECT '['||t||']','['||v||']', length(t), t='a' FROM c ORDER BY x;
-- | ?column? | ?column? | length | ?column?
-- | '[d]' | '[abc]' | 1 | false
-- | '[a]' | '[a]' | 1 | true
-- | '[b]' | '[a ]' | 1 | false
-- | '[c]' | '[a  ]' | 1 | false
-- | '[abc]' | '[e]' | 3 | false
-- | ok (SELECT 5)
CREATE TABLE g(a int, b int GENERATED ALWAYS AS (a*2) STORED UNIQUE, c int GENERATED ALWAYS AS (a+1) VIRTUAL, CHECK(c<10));
-- | ok (CREATE TABLE)
INSERT INTO g VALUES(1);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO g VALUES(1);
-- | error 23505 duplicate key value violates unique constraint "g_b_key"
-- |   detail: Key (b)=(2) already exists.
INSERT INTO g(a) VALUES(1) ON CONFLICT(b) DO UPDATE SET a=g.a+excluded.a RETURNING *, old.b, new.c;
-- | a | b | c | b | c
-- | 2 | 4 | 3 | 2 | 3
-- | ok, 1 row (INSERT 0 1)
INSERT INTO g VALUES(20);
-- | error 23514 new row for relation "g" violates check constraint "g_c_check"
-- |   detail: Failing row contains (20, 40, virtual).
INSERT INTO g(a,b) VALUES(3,6);
-- | error 428C9 cannot insert a non-DEFAULT value into column "b"
-- |   detail: Column "b" is a generated column.
INSERT INTO g(a,b) VALUES(3,DEFAULT) RETURNING *;
-- | a | b | c
-- | 3 | 6 | 4
-- | ok, 1 row (INSERT 0 1)
UPDATE g SET b=5;
-- | error 428C9 column "b" can only be updated to DEFAULT
-- |   detail: Column "b" is a generated column.
UPDATE g SET c=DEFAULT, a=4 WHERE a=3 RETURNING *;
-- | a | b | c
-- | 4 | 8 | 5
-- | ok, 1 row (UPDATE 1)
UPDATE g SET a=4;
-- | error 23505 duplicate key value violates unique constraint "g_b_key"
-- |   detail: Key (b)=(8) already exists.
CREATE UNIQUE INDEX ON g(c);
-- | error 0A000 indexes on virtual generated columns are not supported
CREATE TABLE g2(a int PRIMARY KEY, b int GENERATED ALWAYS AS (c) STORED);
-- | error 42703 column "c" does not exist
CREATE TABLE g3(a int, b int GENERATED ALWAYS AS (a) VIRTUAL PRIMARY KEY);
-- | error 0A000 primary keys on virtual generated columns are not supported
CREATE TABLE g4(a int, b int GENERATED ALWAYS AS (a) VIRTUAL NOT NULL);
-- | ok (CREATE TABLE)
INSERT INTO g4 VALUES(NULL);
-- | error 23502 null value in column "b" of relation "g4" violates not-null constraint
-- |   detail: Failing row contains (null, virtual).
ALTER TABLE g4 ALTER b SET EXPRESSION AS (a+1);
-- | ok (ALTER TABLE)
ALTER TABLE g ALTER b DROP EXPRESSION;
-- | ok (ALTER TABLE)
INSERT INTO g(a,b) VALUES(7,77) RETURNING a,b;
-- | a | b
-- | 7 | 77
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE o(id int PRIMARY KEY, a int UNIQUE, b int CHECK(b>0) CHECK(b<100), c int NOT NULL, d int REFERENCES o(id));
-- | ok (CREATE TABLE)
INSERT INTO o VALUES(1,1,1,1,NULL);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO o VALUES(1,1,-1,NULL,9);
-- | error 23502 null value in column "c" of relation "o" violates not-null constraint
-- |   detail: Failing row contains (1, 1, -1, null, 9).
INSERT INTO o VALUES(1,1,-1,1,9);
-- | error 23514 new row for relation "o" violates check constraint "o_b_check"
-- |   detail: Failing row contains (1, 1, -1, 1, 9).
INSERT INTO o VALUES(1,1,1,1,9);
-- | error 23505 duplicate key value violates unique constraint "o_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO o VALUES(2,1,1,1,9);
-- | error 23505 duplicate key value violates unique constraint "o_a_key"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO o VALUES(2,2,1,1,9);
-- | error 23503 insert or update on table "o" violates foreign key constraint "o_d_fkey"
-- |   detail: Key (d)=(9) is not present in table "o".
INSERT INTO o VALUES(2,2,1,1,2),(3,3,1,1,2),(4,4,1,1,5),(5,5,1,1,4);
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO o VALUES(2,2,1,1,9) ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO o VALUES(6,6,1,1,9) ON CONFLICT DO NOTHING;
-- | error 23503 insert or update on table "o" violates foreign key constraint "o_d_fkey"
-- |   detail: Key (d)=(9) is not present in table "o".
INSERT INTO o VALUES(2,7,100,1,1) ON CONFLICT(id) DO UPDATE SET b=5;
-- | error 23514 new row for relation "o" violates check constraint "o_b_check1"
-- |   detail: Failing row contains (2, 7, 100, 1, 1).
INSERT INTO o VALUES(2,7,10,1,1) ON CONFLICT(id) DO UPDATE SET b=excluded.b*10;
-- | error 23514 new row for relation "o" violates check constraint "o_b_check1"
-- |   detail: Failing row contains (2, 2, 100, 1, 2).
INSERT INTO o VALUES(2,7,10,1,1) ON CONFLICT(id) DO UPDATE SET d=99;
-- | error 23503 insert or update on table "o" violates foreign key constraint "o_d_fkey"
-- |   detail: Key (d)=(99) is not present in table "o".
DELETE FROM o WHERE id=2;
-- | error 23503 update or delete on table "o" violates foreign key constraint "o_d_fkey" on table "o"
-- |   detail: Key (id)=(2) is still referenced from table "o".
DELETE FROM o WHERE id IN (2,3);
-- | ok, 2 rows (DELETE 2)
UPDATE o SET id=id+10;
-- | error 23503 update or delete on table "o" violates foreign key constraint "o_d_fkey" on table "o"
-- |   detail: Key (id)=(4) is still referenced from table "o".
UPDATE o SET id=40, d=NULL WHERE id=4;
-- | error 23503 update or delete on table "o" violates foreign key constraint "o_d_fkey" on table "o"
-- |   detail: Key (id)=(4) is still referenced from table "o".
TRUNCATE o;
-- | ok (TRUNCATE TABLE)
INSERT INTO o SELECT g,g,g,g,NULL FROM generate_series(1,5) g;
-- | ok, 5 rows (INSERT 0 5)
UPDATE o SET a=a+1 WHERE id<3;
-- | error 23505 duplicate key value violates unique constraint "o_a_key"
-- |   detail: Key (a)=(2) already exists.
UPDATE o SET a=CASE a WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE a END;
-- | error 23505 duplicate key value violates unique constraint "o_a_key"
-- |   detail: Key (a)=(2) already exists.
UPDATE o SET id=-id;
-- | ok, 5 rows (UPDATE 5)
UPDATE o SET id=-id WHERE id=-5 RETURNING id;
-- | id
-- | 5
-- | ok, 1 row (UPDATE 1)
SELECT id,a FROM o ORDER BY id;
-- | id | a
-- | -4 | 4
-- | -3 | 3
-- | -2 | 2
-- | -1 | 1
-- | 5 | 5
-- | ok (SELECT 5)
CREATE TABLE bigk2(a bigint PRIMARY KEY, r real UNIQUE, s smallint UNIQUE, m numeric(5,2) UNIQUE, i interval UNIQUE, tm time UNIQUE, ts timestamp(0) UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO bigk2 VALUES(9223372036854775807,1.1,32767,1.005,'1 day 2:03:04','12:00','2024-01-01 00:00:00.6') RETURNING *;
-- | a | r | s | m | i | tm | ts
-- | 9223372036854775807 | 1.1 | 32767 | 1.01 | 1 day 02:03:04 | 12:00:00 | 2024-01-01 00:00:01
-- | ok, 1 row (INSERT 0 1)
INSERT INTO bigk2(a) VALUES(9223372036854775808);
-- | error 22003 bigint out of range
INSERT INTO bigk2(a) VALUES(9223372036854775807);
-- | error 23505 duplicate key value violates unique constraint "bigk2_pkey"
-- |   detail: Key (a)=(9223372036854775807) already exists.
INSERT INTO bigk2(a,r) VALUES(1,1.1000000001);
-- | error 23505 duplicate key value violates unique constraint "bigk2_r_key"
-- |   detail: Key (r)=(1.1) already exists.
INSERT INTO bigk2(a,s) VALUES(1,32768);
-- | error 22003 smallint out of range
INSERT INTO bigk2(a,m) VALUES(1,1.0149);
-- | error 23505 duplicate key value violates unique constraint "bigk2_m_key"
-- |   detail: Key (m)=(1.01) already exists.
INSERT INTO bigk2(a,m) VALUES(1,1000);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 5, scale 2 must round to an absolute value less than 10^3.
INSERT INTO bigk2(a,m) VALUES(1,999.999);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 5, scale 2 must round to an absolute value less than 10^3.
INSERT INTO bigk2(a,i) VALUES(1,'26:03:04');
-- | error 23505 duplicate key value violates unique constraint "bigk2_i_key"
-- |   detail: Key (i)=(26:03:04) already exists.
INSERT INTO bigk2(a,tm) VALUES(1,'25:00');
-- | error 22008 date/time field value out of range: "25:00"
INSERT INTO bigk2(a,tm) VALUES(1,'12:00:00.0');
-- | error 23505 duplicate key value violates unique constraint "bigk2_tm_key"
-- |   detail: Key (tm)=(12:00:00) already exists.
INSERT INTO bigk2(a,ts) VALUES(1,'2024-01-01 00:00:01.2');
-- | error 23505 duplicate key value violates unique constraint "bigk2_ts_key"
-- |   detail: Key (ts)=(2024-01-01 00:00:01) already exists.
INSERT INTO bigk2(a,ts) VALUES(1,'infinity'),(2,'infinity');
-- | error 23505 duplicate key value violates unique constraint "bigk2_ts_key"
-- |   detail: Key (ts)=(infinity) already exists.
INSERT INTO bigk2(a,r) VALUES(1,'1e39');
-- | error 22003 "1e39" is out of range for type real
INSERT INTO bigk2(a,r) VALUES(1,'NaN'),(2,'nan');
-- | error 23505 duplicate key value violates unique constraint "bigk2_r_key"
-- |   detail: Key (r)=(NaN) already exists.
