-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b text, f bool);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX tp ON t(b text_pattern_ops) WHERE f;
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(1,'x','y',true);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'x','y',true) ON CONFLICT(nope) WHERE nope2>1 DO NOTHING;
-- | error 42703 column "nope" does not exist
INSERT INTO t VALUES(1,'x','y',true) ON CONFLICT(id) WHERE id DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(1,'x','y',true) ON CONFLICT(lower(id)) DO NOTHING;
-- | error 42883 function lower(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
INSERT INTO t VALUES(1,'x','y',true) ON CONFLICT((SELECT 1)) DO NOTHING;
-- | error 42601 syntax error at or near "SELECT"
INSERT INTO t VALUES(1,'x','y',true) ON CONFLICT(count(id)) DO NOTHING;
-- | error 42803 aggregate functions are not allowed in index expressions
INSERT INTO t VALUES(1,'x','y',true) ON CONFLICT(id) WHERE now()>'2024-01-01' DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(1,'x','y',true) ON CONFLICT(random()) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b) WHERE f=true DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b) WHERE f IS TRUE DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b) WHERE f<>false DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b) WHERE NOT f DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b) WHERE f AND id>0 DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b text_pattern_ops) WHERE f DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b text_ops) WHERE f DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b varchar_pattern_ops) WHERE f DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'x2','y',true) ON CONFLICT(b COLLATE "default") WHERE f DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'x','y2',true) ON CONFLICT(a varchar_ops) DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
SELECT indexdef FROM pg_indexes WHERE tablename='t' ORDER BY 1;
-- | indexdef
-- | 'CREATE UNIQUE INDEX t_a_key ON public.t USING btree (a)'
-- | 'CREATE UNIQUE INDEX t_pkey ON public.t USING btree (id)'
-- | 'CREATE UNIQUE INDEX tp ON public.t USING btree (b text_pattern_ops) WHERE f'
-- | ok (SELECT 3)
CREATE INDEX ON t(id text_ops);
-- | error 42804 operator class "text_ops" does not accept data type integer
CREATE INDEX ON t(id nope_ops);
-- | error 42704 operator class "nope_ops" does not exist for access method "btree"
CREATE INDEX ON t(lower(a) text_pattern_ops);
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX ti ON t(id) WHERE f IS TRUE;
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(2,'x9','y9',true) ON CONFLICT(id) WHERE f DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(2,'x9','y9',true) ON CONFLICT(id) WHERE f IS TRUE DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)

-- @dialect postgresql
CREATE TABLE t(id int, s text, n int, d date, b text);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX t1 ON t(id) WHERE s IN ('a','b');
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(1,'a',1,null,'q');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s='a' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s='b' OR s='a' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s='c' DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s IN ('a') DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s IN ('b','a') DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s IN ('b','a','c') DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s = ANY(ARRAY['b','a']) DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s LIKE 'a' DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE false DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE NULL DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s='a' AND s='b' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
DROP INDEX t1;
-- | ok (DROP INDEX)
CREATE UNIQUE INDEX t1 ON t(id) WHERE s <> 'z' AND n IS NOT NULL;
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s='a' AND n>0 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s='a' AND n+1>0 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s!='z' AND n=1 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE 'z'<>s AND n BETWEEN 1 AND 5 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE NOT (s='z' OR n IS NULL) DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s<'y' AND n IN (1,2) DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s<>'z' AND coalesce(n,1)>0 DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s NOT IN ('z','y') AND n>0 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
DROP INDEX t1;
-- | ok (DROP INDEX)
CREATE UNIQUE INDEX t1 ON t(id) WHERE s IS NOT NULL;
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s LIKE 'a%' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE lower(s)='a' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE length(s)>0 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s||'x'='ax' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE s IS DISTINCT FROM 'b' DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE (s IS NULL) = false DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',1,null,'q') ON CONFLICT(id) WHERE NOT s IS NULL DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
DROP INDEX t1;
-- | ok (DROP INDEX)
CREATE UNIQUE INDEX t1 ON t(id) WHERE n > 10 OR d > '2024-01-01';
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE n>20 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | 'q'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE d='2024-05-01' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE d>='2024-01-02'::date DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE d>=date '2024-01-02' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE n>20 OR d>'2025-01-01' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE d>'2023-01-01' DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE n>10.5 DO UPDATE SET b='1' RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE n>'20' DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE n>10+5 DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'a',11,null,'q') ON CONFLICT(id) WHERE n>2*10::bigint DO UPDATE SET b='1' RETURNING b;
-- | b
-- | '1'
-- | ok, 1 row (INSERT 0 1)

-- @dialect postgresql
CREATE TABLE t(a int, b text, c int, d text);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX ux ON t(a) WHERE c>5;
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(1,'x',10,'d');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'y',7,'d');
-- | error 23505 duplicate key value violates unique constraint "ux"
-- |   detail: Key (a)=(1) already exists.
INSERT INTO t VALUES(1,'y',6,'d') ON CONFLICT(a) WHERE c>5 DO UPDATE SET b=excluded.b RETURNING *;
-- | a | b | c | d
-- | 1 | 'y' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c>6 DO UPDATE SET b=excluded.b RETURNING *;
-- | a | b | c | d
-- | 1 | 'z' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c>=6 DO UPDATE SET b=excluded.b RETURNING *;
-- | a | b | c | d
-- | 1 | 'z' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c=8 DO UPDATE SET b=excluded.b||'8' RETURNING *;
-- | a | b | c | d
-- | 1 | 'z8' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c>4 DO UPDATE SET b=excluded.b RETURNING *;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c IN (6,7) DO UPDATE SET b=excluded.b||'in' RETURNING *;
-- | a | b | c | d
-- | 1 | 'zin' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c BETWEEN 6 AND 9 DO UPDATE SET b=excluded.b||'bt' RETURNING *;
-- | a | b | c | d
-- | 1 | 'zbt' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c>5 OR c=9 DO UPDATE SET b=excluded.b||'or' RETURNING *;
-- | a | b | c | d
-- | 1 | 'zor' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE c>5 AND d='x' DO UPDATE SET b=excluded.b||'and' RETURNING *;
-- | a | b | c | d
-- | 1 | 'zand' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE 5<c DO UPDATE SET b=excluded.b||'lt' RETURNING *;
-- | a | b | c | d
-- | 1 | 'zlt' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE NOT c<=5 DO UPDATE SET b=excluded.b||'not' RETURNING *;
-- | a | b | c | d
-- | 1 | 'znot' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE true DO UPDATE SET b=excluded.b||'true' RETURNING *;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE false DO UPDATE SET b=excluded.b||'false' RETURNING *;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE t.c>5 DO UPDATE SET b=excluded.b||'q' RETURNING *;
-- | a | b | c | d
-- | 1 | 'zq' | 10 | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'z',6,'d') ON CONFLICT(a) WHERE excluded.c>5 DO UPDATE SET b=excluded.b||'q' RETURNING *;
-- | error 42P01 invalid reference to FROM-clause entry for table "excluded"
-- |   detail: There is an entry for table "excluded", but it cannot be referenced from this part of the query.
INSERT INTO t VALUES(1,'z',2,'d') ON CONFLICT(a) WHERE c>5 DO UPDATE SET b=excluded.b||'q' RETURNING *;
-- | a | b | c | d
-- | 1 | 'z' | 2 | 'd'
-- | ok, 1 row (INSERT 0 1)
DROP INDEX ux;
-- | ok (DROP INDEX)
CREATE UNIQUE INDEX un ON t(a) WHERE d IS NULL;
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(5,'n',1,NULL);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(5,'n2',1,NULL) ON CONFLICT(a) WHERE d IS NULL DO UPDATE SET b=excluded.b RETURNING b;
-- | b
-- | 'n2'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(5,'n3',1,NULL) ON CONFLICT(a) WHERE d IS NULL AND c=1 DO UPDATE SET b=excluded.b RETURNING b;
-- | b
-- | 'n3'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(5,'n3',1,NULL) ON CONFLICT(a) WHERE d IS NOT NULL DO UPDATE SET b=excluded.b RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(5,'n3',1,NULL) ON CONFLICT(a) DO UPDATE SET b=excluded.b RETURNING b;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
CREATE UNIQUE INDEX ue ON t((a+c), lower(b));
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(4,'N2',2,'k') ON CONFLICT((a+c),lower(b)) DO UPDATE SET b=excluded.b RETURNING *;
-- | a | b | c | d
-- | 4 | 'N2' | 2 | 'k'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(4,'N2',2,'k') ON CONFLICT(lower(b),(a + c)) DO UPDATE SET b=excluded.b RETURNING *;
-- | a | b | c | d
-- | 4 | 'N2' | 2 | 'k'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(4,'N2',2,'k') ON CONFLICT(lower(b),(c+a)) DO UPDATE SET b=excluded.b RETURNING *;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(4,'N2',2,'k') ON CONFLICT(lower(b),a+c) DO UPDATE SET b=excluded.b RETURNING *;
-- | error 42601 syntax error at or near "+"
INSERT INTO t VALUES(4,'N2',2,'k');
-- | error 23505 duplicate key value violates unique constraint "ue"
-- |   detail: Key ((a + c), lower(b))=(6, n2) already exists.
CREATE UNIQUE INDEX uc ON t(coalesce(d,'none'), (c::text));
-- | ok (CREATE INDEX)
SELECT count(*) FROM t;
-- | count
-- | 4
-- | ok (SELECT 1)
CREATE UNIQUE INDEX uc ON t(coalesce(d,'none'), (c::text), a) WHERE b<>'z';
-- | error 42P07 relation "uc" already exists
INSERT INTO t VALUES(4,'N9',2,NULL),(4,'N8',2,NULL);
-- | error 23505 duplicate key value violates unique constraint "un"
-- |   detail: Key (a)=(4) already exists.
INSERT INTO t VALUES(40,'N9',2,NULL),(40,'N8',2,'none') ON CONFLICT(coalesce(d,'none'), (c::text), a) WHERE b<>'z' DO NOTHING RETURNING *;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
CREATE TABLE w(email text, tenant int, deleted_at timestamptz, PRIMARY KEY(tenant,email));
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX w_active ON w(lower(email)) WHERE deleted_at IS NULL;
-- | ok (CREATE INDEX)
INSERT INTO w VALUES('A@x',1,NULL),('a@x',2,now());
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO w VALUES('a@X',3,NULL);
-- | error 23505 duplicate key value violates unique constraint "w_active"
-- |   detail: Key (lower(email))=(a@x) already exists.
INSERT INTO w VALUES('a@X',3,NULL) ON CONFLICT(lower(email)) WHERE deleted_at IS NULL DO UPDATE SET tenant=t.tenant;
-- | error 42P01 missing FROM-clause entry for table "t"
INSERT INTO w VALUES('a@X',3,NULL) ON CONFLICT(lower(email)) WHERE deleted_at IS NULL DO UPDATE SET tenant=excluded.tenant RETURNING tenant,email;
-- | tenant | email
-- | 3 | 'A@x'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO w VALUES('A@x',3,NULL) ON CONFLICT(tenant,email) DO UPDATE SET deleted_at=NULL RETURNING tenant,email;
-- | tenant | email
-- | 3 | 'A@x'
-- | ok, 1 row (INSERT 0 1)
CREATE INDEX ON w(nope);
-- | error 42703 column "nope" does not exist
CREATE INDEX ON nope(a);
-- | error 42P01 relation "nope" does not exist
CREATE UNIQUE INDEX ON w((SELECT 1));
-- | error 42601 syntax error at or near "SELECT"
CREATE UNIQUE INDEX ON w(random());
-- | error 42P17 functions in index expression must be marked IMMUTABLE
CREATE UNIQUE INDEX ON w(now());
-- | error 42P17 functions in index expression must be marked IMMUTABLE
CREATE UNIQUE INDEX ON w(tenant) WHERE random()>1;
-- | error 42P17 functions in index predicate must be marked IMMUTABLE
CREATE UNIQUE INDEX ON w(tenant) WHERE tenant;
-- | error 42804 argument of WHERE must be type boolean, not type integer
CREATE UNIQUE INDEX ON w(count(*));
-- | error 42803 aggregate functions are not allowed in index expressions
CREATE UNIQUE INDEX ON w USING hash(tenant);
-- | error 0A000 access method "hash" does not support unique indexes
CREATE INDEX ON w USING hash(tenant,email);
-- | error 0A000 access method "hash" does not support multicolumn indexes
CREATE UNIQUE INDEX w_active ON w(tenant,email);
-- | error 42P07 relation "w_active" already exists
CREATE UNIQUE INDEX IF NOT EXISTS w_active ON w(tenant,email);
-- | NOTICE 42P07 relation "w_active" already exists, skipping
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX CONCURRENTLY wc ON w(tenant,email) NULLS NOT DISTINCT;
-- | ok (CREATE INDEX)
DROP INDEX CONCURRENTLY wc;
-- | ok (DROP INDEX)
DROP INDEX IF EXISTS nope;
-- | NOTICE 00000 index "nope" does not exist, skipping
-- | ok (DROP INDEX)
DROP INDEX w_pkey;
-- | error 2BP01 cannot drop index w_pkey because constraint w_pkey on table w requires it
-- |   hint: You can drop constraint w_pkey on table w instead.
REINDEX TABLE w;
-- | ok (REINDEX)
ALTER INDEX w_active RENAME TO wa2;
-- | ok (ALTER INDEX)
ALTER INDEX nope RENAME TO wa2;
-- | error 42P01 relation "nope" does not exist
INSERT INTO w VALUES('a@X',9,NULL);
-- | error 23505 duplicate key value violates unique constraint "wa2"
-- |   detail: Key (lower(email))=(a@x) already exists.
ALTER TABLE w ADD CONSTRAINT uq UNIQUE USING INDEX wa2;
-- | error 42809 index "wa2" contains expressions
-- |   detail: Cannot create a primary key or unique constraint using such an index.
CREATE UNIQUE INDEX wu ON w(email, tenant);
-- | ok (CREATE INDEX)
ALTER TABLE w ADD CONSTRAINT uq UNIQUE USING INDEX wu;
-- | NOTICE 00000 ALTER TABLE / ADD CONSTRAINT USING INDEX will rename index "wu" to "uq"
-- | ok (ALTER TABLE)
INSERT INTO w VALUES('A@x',3,now()) ON CONFLICT ON CONSTRAINT uq DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
ALTER TABLE w DROP CONSTRAINT w_pkey;
-- | ok (ALTER TABLE)
ALTER TABLE w DROP CONSTRAINT nope;
-- | error 42704 constraint "nope" of relation "w" does not exist
ALTER TABLE w DROP CONSTRAINT IF EXISTS nope;
-- | NOTICE 00000 constraint "nope" of relation "w" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE w RENAME CONSTRAINT uq TO uq2;
-- | ok (ALTER TABLE)
