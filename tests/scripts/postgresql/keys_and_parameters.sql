-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE t(id int PRIMARY KEY, a int, b int, c text, UNIQUE(a,b), UNIQUE(b,c));
-- | ok (CREATE TABLE)
INSERT INTO t VALUES(1,1,1,'x'),(2,1,2,'y'),(3,2,1,'z');
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO t VALUES(4,1,1,'x') ON CONFLICT(a,b) DO UPDATE SET c='new' RETURNING *;
-- | id | a | b | c
-- | 1 | 1 | 1 | 'new'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(4,1,1,'x') ON CONFLICT(b,c) DO UPDATE SET c='new' RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "t_a_b_key"
-- |   detail: Key (a, b)=(1, 1) already exists.
INSERT INTO t VALUES(4,9,2,'y') ON CONFLICT(a,b) DO UPDATE SET c='new' RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "t_b_c_key"
-- |   detail: Key (b, c)=(2, y) already exists.
INSERT INTO t VALUES(4,9,2,'y') ON CONFLICT DO NOTHING RETURNING *;
-- | id | a | b | c
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(4,2,2,'q') ON CONFLICT(a,b) DO UPDATE SET b=1 RETURNING *;
-- | id | a | b | c
-- | 4 | 2 | 2 | 'q'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(5,2,2,'r') ON CONFLICT(a,b) DO UPDATE SET b=1, a=1 RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "t_a_b_key"
-- |   detail: Key (a, b)=(1, 1) already exists.
UPDATE t SET a=b, b=a WHERE id=2 RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "t_a_b_key"
-- |   detail: Key (a, b)=(2, 1) already exists.
UPDATE t SET (a,b)=(b,a) RETURNING id,a,b;
-- | error 23505 duplicate key value violates unique constraint "t_a_b_key"
-- |   detail: Key (a, b)=(2, 1) already exists.
UPDATE t SET c=c||'!' WHERE (a,b)=(1,1) OR (a,b) IN (SELECT 2,1) RETURNING id;
-- | id
-- | 3
-- | 1
-- | ok, 2 rows (UPDATE 2)
INSERT INTO t(id,a,b) VALUES(10,NULL,1),(11,NULL,1),(12,1,NULL) RETURNING id;
-- | id
-- | 10
-- | 11
-- | 12
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO t(id,a,b) VALUES(13,NULL,1) ON CONFLICT(a,b) DO UPDATE SET c='no' RETURNING id, c;
-- | id | c
-- | 13 | NULL
-- | ok, 1 row (INSERT 0 1)
CREATE TABLE s(id int PRIMARY KEY, v int);
-- | ok (CREATE TABLE)
INSERT INTO s SELECT g, g*10 FROM generate_series(1,5) g;
-- | ok, 5 rows (INSERT 0 5)
UPDATE s SET id=id+1 WHERE id>=3;
-- | error 23505 duplicate key value violates unique constraint "s_pkey"
-- |   detail: Key (id)=(4) already exists.
UPDATE s SET id=id+100;
-- | ok, 5 rows (UPDATE 5)
UPDATE s SET id=id-99 WHERE id>100;
-- | ok, 5 rows (UPDATE 5)
SELECT * FROM s ORDER BY id;
-- | id | v
-- | 2 | 10
-- | 3 | 20
-- | 4 | 30
-- | 5 | 40
-- | 6 | 50
-- | ok (SELECT 5)
DELETE FROM s WHERE v IN (SELECT v FROM s ORDER BY v LIMIT 2) RETURNING v;
-- | v
-- | 10
-- | 20
-- | ok, 2 rows (DELETE 2)
WITH x AS (SELECT id FROM s WHERE v>30) DELETE FROM s WHERE id IN (TABLE x) RETURNING *;
-- | id | v
-- | 5 | 40
-- | 6 | 50
-- | ok, 2 rows (DELETE 2)
INSERT INTO s VALUES(1,1) RETURNING id AS "new id", v*2 AS dbl, 'k';
-- | new id | dbl | ?column?
-- | 1 | 2 | 'k'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s VALUES(2,2) RETURNING (SELECT count(*) FROM s);
-- | count
-- | 2
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s AS q VALUES(2,5) ON CONFLICT(id) DO UPDATE SET v=q.v+excluded.v RETURNING q.v, q.*;
-- | v | id | v
-- | 7 | 2 | 7
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s VALUES(2,5) ON CONFLICT(id) DO UPDATE SET v=v+1;
-- | error 42702 column reference "v" is ambiguous
INSERT INTO s VALUES(2,5) ON CONFLICT(id) DO UPDATE SET v=s.v WHERE v>1;
-- | error 42702 column reference "v" is ambiguous
INSERT INTO s VALUES(2,5) ON CONFLICT(id) DO UPDATE SET v=s.v WHERE s.v>1 AND EXISTS(SELECT 1 FROM t WHERE t.id=excluded.id) RETURNING v;
-- | v
-- | 7
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s VALUES(2,5) ON CONFLICT(id) DO UPDATE SET v=(SELECT sum(a) FROM t WHERE t.id<=excluded.id) RETURNING v;
-- | v
-- | 2
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s VALUES(7,NULL) ON CONFLICT(id) DO UPDATE SET v=0 RETURNING coalesce(v,-1);
-- | coalesce
-- | -1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s(v) VALUES(1);
-- | error 23502 null value in column "id" of relation "s" violates not-null constraint
-- |   detail: Failing row contains (null, 1).
INSERT INTO s(id,v) SELECT id, v FROM s ON CONFLICT(id) DO UPDATE SET v=excluded.v+1000 RETURNING id, v;
-- | id | v
-- | 4 | 1030
-- | 1 | 1001
-- | 2 | 1002
-- | 7 | NULL
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO s(id,v) SELECT id+1, v FROM s ORDER BY id ON CONFLICT(id) DO NOTHING RETURNING id;
-- | id
-- | 3
-- | 5
-- | 8
-- | ok, 3 rows (INSERT 0 3)
SELECT * FROM s ORDER BY id;
-- | id | v
-- | 1 | 1001
-- | 2 | 1002
-- | 3 | 1002
-- | 4 | 1030
-- | 5 | 1030
-- | 7 | NULL
-- | 8 | NULL
-- | ok (SELECT 7)
PREPARE ins(int,int) AS INSERT INTO s VALUES($1,$2) ON CONFLICT(id) DO UPDATE SET v=excluded.v RETURNING v;
-- | ok (PREPARE)
EXECUTE ins(1,111);
-- | v
-- | 111
-- | ok, 1 row (INSERT 0 1)
EXECUTE ins(99,NULL);
-- | v
-- | NULL
-- | ok, 1 row (INSERT 0 1)
EXPLAIN (COSTS OFF) INSERT INTO s VALUES(1,2) ON CONFLICT DO NOTHING;
-- | QUERY PLAN
-- | 'Insert on s'
-- | '  Conflict Resolution: NOTHING'
-- | '  ->  Result'
-- | ok (EXPLAIN)
BEGIN;
-- | ok (BEGIN)
INSERT INTO s VALUES(1,1) ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO s VALUES(1,1);
-- | error 23505 duplicate key value violates unique constraint "s_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO s VALUES(500,1);
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
ROLLBACK;
-- | ok (ROLLBACK)
CREATE UNIQUE INDEX sv ON s(v) WHERE v IS NOT NULL;
-- | error 23505 could not create unique index "sv"
-- |   detail: Key (v)=(1002) is duplicated.
INSERT INTO s VALUES(600,111) ON CONFLICT(v) WHERE v IS NOT NULL DO UPDATE SET id=601 RETURNING *;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO s VALUES(600,111) ON CONFLICT(v) WHERE v>0 DO UPDATE SET id=602 RETURNING *;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO s VALUES(600,111) ON CONFLICT(v) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
CREATE UNIQUE INDEX sl ON s((v%10)) WHERE v%2=0;
-- | error 23505 could not create unique index "sl"
-- |   detail: Key ((v % 10))=(2) is duplicated.
CREATE UNIQUE INDEX sl ON s((v/100)) WHERE v>100 AND v<200;
-- | ok (CREATE INDEX)
INSERT INTO s VALUES(700,112) ON CONFLICT((v/100)) WHERE v BETWEEN 101 AND 150 DO NOTHING RETURNING *;
-- | id | v
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO s VALUES(700,150) ON CONFLICT((v/100)) WHERE v>100 AND v<200 DO UPDATE SET v=excluded.v RETURNING *;
-- | id | v
-- | 1 | 150
-- | ok, 1 row (INSERT 0 1)
INSERT INTO s VALUES(701,151) ON CONFLICT((v / 100)) WHERE v>100 DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text, n numeric, ts timestamptz);
-- | ok (CREATE TABLE)
SELECT $1;
-- | error 42P02 there is no parameter $1
INSERT INTO t VALUES($1);
-- | error 42P02 there is no parameter $1
PREPARE q AS INSERT INTO t(id,a) VALUES($1,$2);
-- | ok (PREPARE)
EXECUTE q(3,'c');
-- | ok, 1 row (INSERT 0 1)
EXECUTE q(3,'c');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(3) already exists.
EXECUTE q(3);
-- | error 42601 wrong number of parameters for prepared statement "q"
-- |   detail: Expected 2 parameters but got 1.
EXECUTE q(3,'c',4);
-- | error 42601 wrong number of parameters for prepared statement "q"
-- |   detail: Expected 2 parameters but got 3.
PREPARE q AS SELECT 1;
-- | error 42P05 prepared statement "q" already exists
PREPARE q2 AS SELECT $1;
-- | ok (PREPARE)
PREPARE q4(int,int) AS SELECT $1;
-- | ok (PREPARE)
PREPARE q6(text) AS SELECT $1::int+1;
-- | ok (PREPARE)
EXECUTE q6('41');
-- | ?column?
-- | 42
-- | ok (SELECT 1)
EXECUTE q6(41);
-- | ?column?
-- | 42
-- | ok (SELECT 1)
DEALLOCATE ALL;
-- | ok (DEALLOCATE ALL)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text);
-- | ok (CREATE TABLE)
SELECT * FROM pg_indexes WHERE tablename='t';
-- | schemaname | tablename | indexname | tablespace | indexdef
-- | 'public' | 't' | 't_pkey' | NULL | 'CREATE UNIQUE INDEX t_pkey ON public.t USING btree (id)'
-- | ok (SELECT 1)
SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid=c.oid WHERE c.relname='t' AND a.attnum>0 ORDER BY 2;
-- | relname | attname
-- | 't' | 'a'
-- | 't' | 'id'
-- | ok (SELECT 2)
SELECT relname FROM pg_class WHERE relname='t' AND relkind='r';
-- | relname
-- | 't'
-- | ok (SELECT 1)
SELECT * FROM (SELECT oid, relname FROM pg_class WHERE relname='zz') x;
-- | oid | relname
-- | ok (SELECT 0)
