-- INSERT, UPDATE, DELETE, definitions and transactions; every answer compared with PostgreSQL 18.
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b text);
-- | ok (CREATE TABLE)
CREATE TABLE t(id int);
-- | error 42P07 relation "t" already exists
CREATE TABLE IF NOT EXISTS t(id int);
-- | NOTICE 42P07 relation "t" already exists, skipping
-- | ok (CREATE TABLE)
INSERT INTO t VALUES(1,'x','one'),(2,'y','two') RETURNING *;
-- | id | a | b
-- | 1 | 'x' | 'one'
-- | 2 | 'y' | 'two'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES(1,'x');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO t(id) VALUES(1,2);
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t(id,a) VALUES(1);
-- | error 42601 INSERT has more target columns than expressions
INSERT INTO t(id,id) VALUES(1,2);
-- | error 42701 column "id" specified more than once
INSERT INTO t VALUES(3,true,1.5);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(true);
-- | error 42804 column "id" is of type integer but expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t VALUES(3.7,'z','r') RETURNING id;
-- | id
-- | 4
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t SELECT 10, 'q';
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t SELECT 'abc', 'q';
-- | error 22P02 invalid input syntax for type integer: "abc"
INSERT INTO t SELECT true, 'q';
-- | error 42804 column "id" is of type integer but expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t SELECT 1,2,3,4;
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET b=excluded.b||'!' RETURNING old.*, new.*;
-- | id | a | b | id | a | b
-- | 1 | 'x' | 'one' | 1 | 'x' | 'b!'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(50,'w','b') ON CONFLICT (id) DO UPDATE SET b=excluded.b RETURNING old.id, new.id, (old.id is null) as inserted;
-- | id | id | inserted
-- | NULL | 50 | true
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t AS tt VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET b=tt.b||'2' RETURNING tt.b;
-- | b
-- | 'b!2'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET t.b='u';
-- | error 42703 column "t" of relation "t" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET nope='u';
-- | error 42703 column "nope" of relation "t" does not exist
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET b=nope;
-- | error 42703 column "nope" does not exist
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET b=a;
-- | error 42702 column reference "a" is ambiguous
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET b=5;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET id='z';
-- | error 22P02 invalid input syntax for type integer: "z"
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET (a,b)=(excluded.a,'zz') RETURNING *;
-- | id | a | b
-- | 1 | 'x' | 'zz'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET (a,b)=(SELECT 'm','n') RETURNING *;
-- | id | a | b
-- | 1 | 'm' | 'n'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET b=DEFAULT RETURNING *;
-- | id | a | b
-- | 1 | 'm' | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO UPDATE SET b='k' WHERE 1;
-- | error 42804 argument of WHERE must be type boolean, not type integer
INSERT INTO t VALUES(1,'x','b') ON CONFLICT (id) DO NOTHING RETURNING *;
-- | id | a | b
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(1,'x','b'),(1,'y','c') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT OR IGNORE INTO t VALUES(1,'x','b');
-- | error 42601 syntax error at or near "OR"
INSERT IGNORE INTO t VALUES(1,'x','b');
-- | error 42601 syntax error at or near "IGNORE"
REPLACE INTO t VALUES(1,'x','b');
-- | error 42601 syntax error at or near "REPLACE"
INSERT INTO t VALUES(1,'x','b') ON DUPLICATE KEY UPDATE b='x';
-- | error 42601 syntax error at or near "DUPLICATE"
UPDATE t SET nope=1;
-- | error 42703 column "nope" of relation "t" does not exist
UPDATE t SET b='u' WHERE id='zz';
-- | error 22P02 invalid input syntax for type integer: "zz"
UPDATE t SET b=true WHERE id=2;
-- | ok, 1 row (UPDATE 1)
UPDATE t SET b='u' WHERE id=2 RETURNING old.b, new.b, b;
-- | b | b | b
-- | 'true' | 'u' | 'u'
-- | ok, 1 row (UPDATE 1)
UPDATE t SET b=s.y FROM (VALUES(2,'fromv')) s(x,y) WHERE t.id=s.x RETURNING t.*, s.*;
-- | id | a | b | x | y
-- | 2 | 'y' | 'fromv' | 2 | 'fromv'
-- | ok, 1 row (UPDATE 1)
DELETE FROM t USING (VALUES(2)) s(x) WHERE t.id=s.x RETURNING t.id, s.x, old.b, new.b;
-- | id | x | b | b
-- | 2 | 2 | 'fromv' | NULL
-- | ok, 1 row (DELETE 1)
DELETE FROM nope;
-- | error 42P01 relation "nope" does not exist
UPDATE nope SET a=1;
-- | error 42P01 relation "nope" does not exist
SELECT * FROM nope;
-- | error 42P01 relation "nope" does not exist
SELECT t.nope FROM t;
-- | error 42703 column t.nope does not exist
SELECT x.id FROM t;
-- | error 42P01 missing FROM-clause entry for table "x"
SELECT id FROM t, t t2;
-- | error 42702 column reference "id" is ambiguous
SELECT * FROM t JOIN t ON true;
-- | error 42712 table name "t" specified more than once
DROP TABLE nope;
-- | error 42P01 table "nope" does not exist
DROP TABLE IF EXISTS nope;
-- | NOTICE 00000 table "nope" does not exist, skipping
-- | ok (DROP TABLE)
CREATE TABLE bad(a int, a text);
-- | error 42701 column "a" specified more than once
CREATE TABLE bad(a nope);
-- | error 42704 type "nope" does not exist
CREATE TABLE bad(a int PRIMARY KEY, b int PRIMARY KEY);
-- | error 42P16 multiple primary keys for table "bad" are not allowed
CREATE TABLE bad(a int, UNIQUE(nope));
-- | error 42703 column "nope" named in key does not exist
CREATE TABLE bad(a int CHECK (nope > 0));
-- | error 42703 column "nope" does not exist
CREATE TABLE bad(a int CHECK (a));
-- | error 42804 argument of CHECK must be type boolean, not type integer
CREATE TABLE bad(a int DEFAULT 'x');
-- | error 22P02 invalid input syntax for type integer: "x"
CREATE TABLE bad(a int DEFAULT true);
-- | error 42804 column "a" is of type integer but default expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
CREATE TABLE bad(a int DEFAULT b);
-- | error 0A000 cannot use column reference in DEFAULT expression
CREATE INDEX ON nope(a);
-- | error 42P01 relation "nope" does not exist
CREATE INDEX ON t(nope);
-- | error 42703 column "nope" does not exist
CREATE UNIQUE INDEX ux ON t((a||b)) WHERE b IS NOT NULL;
-- | ok (CREATE INDEX)
INSERT INTO t VALUES(60,'p','q'),(61,'p2','q2');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES(62,'pq','');
-- | error 23505 duplicate key value violates unique constraint "ux"
-- |   detail: Key ((a || b))=(pq) already exists.
SELECT indexname, indexdef FROM pg_indexes WHERE tablename='t' ORDER BY 1;
-- | indexname | indexdef
-- | 't_a_key' | 'CREATE UNIQUE INDEX t_a_key ON public.t USING btree (a)'
-- | 't_pkey' | 'CREATE UNIQUE INDEX t_pkey ON public.t USING btree (id)'
-- | 'ux' | 'CREATE UNIQUE INDEX ux ON public.t USING btree (((a || b))) WHERE (b IS NOT NULL)'
-- | ok (SELECT 3)
BEGIN;
-- | ok (BEGIN)
BEGIN;
-- | WARNING 25001 there is already a transaction in progress
-- | ok (BEGIN)
SAVEPOINT a;
-- | ok (SAVEPOINT)
SELECT 1/0;
-- | error 22012 division by zero
SELECT 1;
-- | error 25P02 current transaction is aborted, commands ignored until end of transaction block
ROLLBACK TO nope;
-- | error 3B001 savepoint "nope" does not exist
ROLLBACK TO a;
-- | ok (ROLLBACK)
SELECT 1;
-- | ?column?
-- | 1
-- | ok (SELECT 1)
COMMIT;
-- | ok (COMMIT)
COMMIT;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (COMMIT)
ROLLBACK;
-- | WARNING 25P01 there is no transaction in progress
-- | ok (ROLLBACK)
SAVEPOINT x;
-- | error 25P01 SAVEPOINT can only be used in transaction blocks
TRUNCATE t;
-- | ok (TRUNCATE TABLE)
SELECT count(*) FROM t;
-- | count
-- | 0
-- | ok (SELECT 1)
CREATE VIEW v AS SELECT id, b FROM t WHERE b <> 'hidden';
-- | ok (CREATE VIEW)
INSERT INTO v VALUES(1,'a') RETURNING *;
-- | id | b
-- | 1 | 'a'
-- | ok, 1 row (INSERT 0 1)
UPDATE v SET b='hidden';
-- | ok, 1 row (UPDATE 1)
UPDATE v SET b='q';
-- | ok, 0 rows (UPDATE 0)
DELETE FROM v;
-- | ok, 0 rows (DELETE 0)
CREATE VIEW g AS SELECT b, count(*) FROM t GROUP BY b;
-- | ok (CREATE VIEW)
INSERT INTO g VALUES('a',1);
-- | error 55000 cannot insert into view "g"
-- |   detail: Views containing GROUP BY are not automatically updatable.
-- |   hint: To enable inserting into the view, provide an INSTEAD OF INSERT trigger or an unconditional ON INSERT DO INSTEAD rule.
UPDATE g SET b='x';
-- | error 55000 cannot update view "g"
-- |   detail: Views containing GROUP BY are not automatically updatable.
-- |   hint: To enable updating the view, provide an INSTEAD OF UPDATE trigger or an unconditional ON UPDATE DO INSTEAD rule.
DROP VIEW v;
-- | ok (DROP VIEW)
