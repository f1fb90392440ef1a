-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE DOMAIN posint AS int CHECK(VALUE>0);
-- | ok (CREATE DOMAIN)
CREATE DOMAIN email AS text CONSTRAINT has_at CHECK(VALUE LIKE '%@%') NOT NULL;
-- | ok (CREATE DOMAIN)
CREATE TABLE x(a posint, b posint, c email UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO x VALUES(1,0,'a@');
-- | error 23514 value for domain posint violates check constraint "posint_check"
INSERT INTO x VALUES(0,1,'a@');
-- | error 23514 value for domain posint violates check constraint "posint_check"
INSERT INTO x VALUES(0,0,'a');
-- | error 23514 value for domain posint violates check constraint "posint_check"
INSERT INTO x VALUES(1,1,'a');
-- | error 23514 value for domain email violates check constraint "has_at"
INSERT INTO x VALUES(1,1,NULL);
-- | error 23502 domain email does not allow null values
INSERT INTO x VALUES(1,1,'a@') ON CONFLICT DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO x VALUES(1,1,'a@') ON CONFLICT(c) DO UPDATE SET a=x.a-1;
-- | error 23514 value for domain posint violates check constraint "posint_check"
INSERT INTO x SELECT 5, -1, 'q@';
-- | error 23514 value for domain posint violates check constraint "posint_check"
UPDATE x SET b=b-5;
-- | error 23514 value for domain posint violates check constraint "posint_check"
UPDATE x SET c=NULL;
-- | error 23502 domain email does not allow null values
SELECT 'x'::posint;
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT 0::posint;
-- | error 23514 value for domain posint violates check constraint "posint_check"
SELECT NULL::email;
-- | error 23502 domain email does not allow null values
SELECT NULL::posint;
-- | posint
-- | NULL
-- | ok (SELECT 1)
SELECT 'a'::email;
-- | error 23514 value for domain email violates check constraint "has_at"
SELECT 'a@b'::email, CAST(5 AS posint)+1;
-- | email | ?column?
-- | 'a@b' | 6
-- | ok (SELECT 1)
SELECT a::posint FROM (VALUES(3),(-3)) v(a);
-- | error 23514 value for domain posint violates check constraint "posint_check"
CREATE DOMAIN d2 AS posint CHECK(VALUE<100);
-- | ok (CREATE DOMAIN)
CREATE TABLE u(a d2, b d2);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES(500,1);
-- | error 23514 value for domain d2 violates check constraint "d2_check"
INSERT INTO u VALUES(-5,1);
-- | error 23514 value for domain d2 violates check constraint "posint_check"
INSERT INTO u VALUES(5,-1);
-- | error 23514 value for domain d2 violates check constraint "posint_check"
INSERT INTO u VALUES(5,5);
-- | ok, 1 row (INSERT 0 1)
CREATE DOMAIN dd AS int DEFAULT 7 NOT NULL;
-- | ok (CREATE DOMAIN)
CREATE TABLE v(a dd, b dd DEFAULT 8, c int);
-- | ok (CREATE TABLE)
INSERT INTO v(c) VALUES(1) RETURNING *;
-- | a | b | c
-- | 7 | 8 | 1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO v(a) VALUES(NULL);
-- | error 23502 domain dd does not allow null values
ALTER TABLE v ADD COLUMN d posint;
-- | ok (ALTER TABLE)
UPDATE v SET d=-1;
-- | error 23514 value for domain posint violates check constraint "posint_check"
DROP DOMAIN IF EXISTS nope;
-- | NOTICE 00000 type "nope" does not exist, skipping
-- | ok (DROP DOMAIN)
DROP DOMAIN nope;
-- | error 42704 type "nope" does not exist
CREATE TYPE mood AS ENUM();
-- | ok (CREATE TYPE)
CREATE TABLE em(m mood);
-- | ok (CREATE TABLE)
INSERT INTO em VALUES('x');
-- | error 22P02 invalid input value for enum mood: "x"

-- @dialect postgresql
CREATE TYPE mood AS ENUM('sad','ok','happy');
-- | ok (CREATE TYPE)
CREATE DOMAIN posint AS int CHECK(VALUE>0);
-- | ok (CREATE DOMAIN)
CREATE DOMAIN email AS text CONSTRAINT has_at CHECK(VALUE LIKE '%@%') NOT NULL;
-- | ok (CREATE DOMAIN)
CREATE TABLE t(m mood PRIMARY KEY, n posint UNIQUE, e email, j jsonb UNIQUE, ar int[] UNIQUE, r int4range UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES('ok',1,'a@b','{"a":1}','{1,2}','[1,5)');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES('ok',2,'a@b','{"a":2}','{1,3}','[1,6)');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (m)=(ok) already exists.
INSERT INTO t VALUES('sad',1,'a@b','{"a":2}','{1,3}','[1,6)');
-- | error 23505 duplicate key value violates unique constraint "t_n_key"
-- |   detail: Key (n)=(1) already exists.
INSERT INTO t VALUES('sad',2,'a@b','{"a" : 1}','{1,3}','[1,6)');
-- | error 23505 duplicate key value violates unique constraint "t_j_key"
-- |   detail: Key (j)=({"a": 1}) already exists.
INSERT INTO t VALUES('sad',-2,'a@b','{}','{}','empty');
-- | error 23514 value for domain posint violates check constraint "posint_check"
INSERT INTO t VALUES('sad',2,'ab','{}','{}','empty');
-- | error 23514 value for domain email violates check constraint "has_at"
INSERT INTO t VALUES('sad',2,NULL,'{}','{}','empty');
-- | error 23502 domain email does not allow null values
INSERT INTO t VALUES('sad',2);
-- | error 23502 domain email does not allow null values
INSERT INTO t VALUES('grumpy',2,'a@b','{}','{}','empty');
-- | error 22P02 invalid input value for enum mood: "grumpy"
INSERT INTO t VALUES('sad',2,'a@b','{x}','{}','empty');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "x" is invalid.
INSERT INTO t VALUES('sad',2,'a@b','{}','{1,','empty');
-- | error 22P02 malformed array literal: "{1,"
-- |   detail: Unexpected end of input.
INSERT INTO t VALUES('sad',2,'a@b','{}','{a}','empty');
-- | error 22P02 invalid input syntax for type integer: "a"
INSERT INTO t VALUES('sad',2,'a@b','{}','{}','[5,1)');
-- | error 22000 range lower bound must be less than or equal to range upper bound
INSERT INTO t VALUES('sad',2,'a@b','{}','{}','[1,');
-- | error 22P02 malformed range literal: "[1,"
-- |   detail: Unexpected end of input.
INSERT INTO t VALUES('ok',3,'c@d','[]','{9}','[9,9]') ON CONFLICT(m) DO UPDATE SET n=excluded.n, e=excluded.e, j=t.j||excluded.j, ar=t.ar||excluded.ar RETURNING *;
-- | m | n | e | j | ar | r
-- | ok | 3 | 'c@d' | '[{"a": 1}]' | {1,2,9} | [1,5)
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES('ok',3,'c@d','[]','{9}','[9,9]') ON CONFLICT(m) DO UPDATE SET n=0;
-- | error 23514 value for domain posint violates check constraint "posint_check"
INSERT INTO t VALUES('ok',3,'c@d','[]','{9}','[9,9]') ON CONFLICT(m) DO UPDATE SET e='zz';
-- | error 23514 value for domain email violates check constraint "has_at"
INSERT INTO t VALUES('happy',3,'c@d','[]','{9}','[10,11)') ON CONFLICT(ar) DO UPDATE SET n=10;
-- | error 23505 duplicate key value violates unique constraint "t_n_key"
-- |   detail: Key (n)=(3) already exists.
SELECT m, n, m>'sad' AS gt FROM t ORDER BY m;
-- | m | n | gt
-- | ok | 3 | true
-- | ok (SELECT 1)
SELECT 'x'::posint;
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT 0::posint;
-- | error 23514 value for domain posint violates check constraint "posint_check"
SELECT NULL::email;
-- | error 23502 domain email does not allow null values
SELECT 'a'::email;
-- | error 23514 value for domain email violates check constraint "has_at"
SELECT 'zz'::mood;
-- | error 22P02 invalid input value for enum mood: "zz"
SELECT 'sad'::mood < 'ok' AS lt, enum_range(NULL::mood), enum_first(NULL::mood), enum_last('sad'::mood);
-- | lt | enum_range | enum_first | enum_last
-- | true | {sad,ok,happy} | sad | happy
-- | ok (SELECT 1)
ALTER TYPE mood ADD VALUE 'meh' BEFORE 'ok';
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE 'meh';
-- | error 42710 enum label "meh" already exists
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'meh';
-- | NOTICE 42710 enum label "meh" already exists, skipping
-- | ok (ALTER TYPE)
ALTER TYPE mood ADD VALUE 'x' AFTER 'nope';
-- | error 22023 "nope" is not an existing enum label
ALTER TYPE mood RENAME VALUE 'meh' TO 'soso';
-- | ok (ALTER TYPE)
ALTER TYPE mood RENAME VALUE 'meh' TO 'soso';
-- | error 22023 "meh" is not an existing enum label
SELECT enum_range(NULL::mood);
-- | enum_range
-- | {sad,soso,ok,happy}
-- | ok (SELECT 1)
DROP TYPE mood;
-- | error 2BP01 cannot drop type mood because other objects depend on it
-- |   detail: column m of table t depends on type mood
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP DOMAIN posint;
-- | error 2BP01 cannot drop type posint because other objects depend on it
-- |   detail: column n of table t depends on type posint
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
CREATE TYPE mood AS ENUM('a');
-- | error 42710 type "mood" already exists
CREATE DOMAIN posint AS int;
-- | error 42710 type "posint" already exists
CREATE DOMAIN d2 AS posint CHECK(VALUE<100);
-- | ok (CREATE DOMAIN)
CREATE TABLE k(id int PRIMARY KEY, ts timestamptz UNIQUE, u uuid UNIQUE, by bytea UNIQUE, f float8 UNIQUE, iv interval UNIQUE, bo bool UNIQUE, ch char(3) UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO k VALUES(1,'2024-01-01 00:00+00','a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11','\x00ff',0,'1 day',true,'a');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO k(id,ts) VALUES(2,'2024-01-01 01:00+01');
-- | error 23505 duplicate key value violates unique constraint "k_ts_key"
-- |   detail: Key (ts)=(2024-01-01 00:00:00+00) already exists.
INSERT INTO k(id,u) VALUES(2,'{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}');
-- | error 23505 duplicate key value violates unique constraint "k_u_key"
-- |   detail: Key (u)=(a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11) already exists.
INSERT INTO k(id,by) VALUES(2,'\000\377');
-- | error 23505 duplicate key value violates unique constraint "k_by_key"
-- |   detail: Key (by)=(\x00ff) already exists.
INSERT INTO k(id,f) VALUES(2,'-0');
-- | error 23505 duplicate key value violates unique constraint "k_f_key"
-- |   detail: Key (f)=(-0) already exists.
INSERT INTO k(id,iv) VALUES(2,'24:00:00');
-- | error 23505 duplicate key value violates unique constraint "k_iv_key"
-- |   detail: Key (iv)=(24:00:00) already exists.
INSERT INTO k(id,iv) VALUES(2,'1 mon'),(3,'30 days');
-- | error 23505 duplicate key value violates unique constraint "k_iv_key"
-- |   detail: Key (iv)=(30 days) already exists.
INSERT INTO k(id,bo) VALUES(2,'yes');
-- | error 23505 duplicate key value violates unique constraint "k_bo_key"
-- |   detail: Key (bo)=(t) already exists.
INSERT INTO k(id,ch) VALUES(2,'a  ');
-- | error 23505 duplicate key value violates unique constraint "k_ch_key"
-- |   detail: Key (ch)=(a  ) already exists.
INSERT INTO k(id,ch) VALUES(2,'abcd');
-- | error 22001 value too long for type character(3)
INSERT INTO k(id,u) VALUES(2,'zz');
-- | error 22P02 invalid input syntax for type uuid: "zz"
INSERT INTO k(id,by) VALUES(2,'\xzz');
-- | error 22023 invalid hexadecimal digit: "z"
INSERT INTO k(id,by) VALUES(2,'\x0');
-- | error 22023 invalid hexadecimal data: odd number of digits
INSERT INTO k(id,bo) VALUES(2,'maybe');
-- | error 22P02 invalid input syntax for type boolean: "maybe"
INSERT INTO k(id,f) VALUES(2,'1e400');
-- | error 22003 "1e400" is out of range for type double precision
INSERT INTO k(id,ts) VALUES(2,'2024-13-01');
-- | error 22008 date/time field value out of range: "2024-13-01"
-- |   hint: Perhaps you need a different "DateStyle" setting.
INSERT INTO k(id,ts) VALUES(2,'garbage');
-- | error 22007 invalid input syntax for type timestamp with time zone: "garbage"
INSERT INTO k(id,iv) VALUES(2,'garbage');
-- | error 22007 invalid input syntax for type interval: "garbage"
INSERT INTO k(id) VALUES(99999999999);
-- | error 22003 integer out of range
INSERT INTO k(id) VALUES('12x');
-- | error 22P02 invalid input syntax for type integer: "12x"
INSERT INTO k(id) VALUES(1.5),(2.5);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO k(id) VALUES(true);
-- | error 42804 column "id" is of type integer but expression is of type boolean
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO k(id) VALUES('a'||'b');
-- | error 42804 column "id" is of type integer but expression is of type text
-- |   hint: You will need to rewrite or cast the expression.
SELECT id,ts,f,ch FROM k ORDER BY id;
-- | id | ts | f | ch
-- | 1 | 2024-01-01 00:00:00+00 | 0.0 | 'a  '
-- | 2 | NULL | NULL | NULL
-- | 3 | NULL | NULL | NULL
-- | ok (SELECT 3)
