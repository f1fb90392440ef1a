-- real beside other numbers, numbers of objects, columns of views, calls that are not unique. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
SELECT 1.1::real = 1.1;
-- | ?column?
-- | false
-- | ok (SELECT 1)
SELECT 1e30::real = 1e30;
-- | ?column?
-- | false
-- | ok (SELECT 1)
CREATE TABLE t(a real, b float8, n numeric);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1.1, 1.1, 1.1), (1e30, 1e30, 1e30), (1000000, 1000000, 1000000), (1234567.8, 1, 1), (1e6, 1e15, 1), (123456789, 1e16, 1), (0.00001, 0.00001, 1);
-- | ok, 7 rows (INSERT 0 7)
SELECT * FROM t;
-- | a | b | n
-- | 1.1 | 1.1 | 1.1
-- | 1e30 | 1e30 | 1000000000000000000000000000000
-- | 1000000.0 | 1000000.0 | 1000000
-- | 1234567.8 | 1.0 | 1
-- | 1000000.0 | 1000000000000000.0 | 1
-- | 123456790.0 | 1e16 | 1
-- | 1e-5 | 1e-5 | 1
-- | ok (SELECT 7)
SELECT a FROM t WHERE a = 1.1;
-- | a
-- | ok (SELECT 0)
SELECT a FROM t WHERE a = '1.1';
-- | a
-- | 1.1
-- | ok (SELECT 1)
SELECT a FROM t WHERE a = 1e30;
-- | a
-- | ok (SELECT 0)
SELECT a FROM t WHERE a = b;
-- | a
-- | 1000000.0
-- | ok (SELECT 1)
SELECT a FROM t WHERE a = n;
-- | a
-- | 1000000.0
-- | ok (SELECT 1)
SELECT a + 1, a * 2, a / 3, a + b, a + n FROM t;
-- | ?column? | ?column? | ?column? | ?column? | ?column?
-- | 2.100000023841858 | 2.200000047683716 | 0.36666667461395264 | 2.200000023841858 | 2.200000023841858
-- | 1.0000000150474662e30 | 2.0000000300949324e30 | 3.333333383491554e29 | 2.0000000150474662e30 | 2.0000000150474662e30
-- | 1000001.0 | 2000000.0 | 333333.3333333333 | 2000000.0 | 2000000.0
-- | 1234568.75 | 2469135.5 | 411522.5833333333 | 1234568.75 | 1234568.75
-- | 1000001.0 | 2000000.0 | 333333.3333333333 | 1000000001000000.0 | 1000001.0
-- | 123456793.0 | 246913584.0 | 41152264.0 | 1.0000000123456792e16 | 123456793.0
-- | 1.0000099999997474 | 1.9999999494757503e-5 | 3.3333332491262504e-6 | 1.999999974737875e-5 | 1.0000099999997474
-- | ok (SELECT 7)
SELECT a::text, a::numeric, a::float8, b::real FROM t;
-- | a | a | a | b
-- | '1.1' | 1.1 | 1.100000023841858 | 1.1
-- | '1e+30' | 1000000000000000000000000000000 | 1.0000000150474662e30 | 1e30
-- | '1e+06' | 1000000 | 1000000.0 | 1000000.0
-- | '1.2345678e+06' | 1234570 | 1234567.75 | 1.0
-- | '1e+06' | 1000000 | 1000000.0 | 1000000000000000.0
-- | '1.2345679e+08' | 123457000 | 123456792.0 | 1e16
-- | '1e-05' | 0.00001 | 9.999999747378752e-6 | 1e-5
-- | ok (SELECT 7)
SELECT sum(a), avg(a), max(a) FROM t;
-- | sum | avg | max
-- | 1e30 | 1.4285714500678088e29 | 1e30
-- | ok (SELECT 1)
SELECT 1000000::real, 1e6::real, 999999::real, 1234567::real, 16777217::real, 1e5::real, 1e-5::real, 0.1::real, (0.1::real)::float8, 'NaN'::real, '-0'::real;
-- | float4 | float4 | float4 | float4 | float4 | float4 | float4 | float4 | float8 | float4 | float4
-- | 1000000.0 | 1000000.0 | 999999.0 | 1234567.0 | 16777216.0 | 100000.0 | 1e-5 | 0.1 | 0.10000000149011612 | NaN | -0.0
-- | ok (SELECT 1)
SELECT 1e15::float8, 1e16::float8, 123456789012345678::float8, 1e-5::float8, 0.1::float8+0.2::float8;
-- | float8 | float8 | float8 | float8 | ?column?
-- | 1000000000000000.0 | 1e16 | 1.2345678901234568e17 | 1e-5 | 0.30000000000000004
-- | ok (SELECT 1)
SELECT oid FROM pg_class WHERE false;
-- | oid
-- | ok (SELECT 0)
SELECT 't'::regclass::oid::regclass;
-- | regclass
-- | t
-- | ok (SELECT 1)
SELECT ('t'::regclass::oid)::text = 't';
-- | ?column?
-- | false
-- | ok (SELECT 1)
SELECT conrelid FROM pg_constraint WHERE false;
-- | conrelid
-- | ok (SELECT 0)
CREATE TABLE u(id int PRIMARY KEY, e int[]);
-- | ok (CREATE TABLE)
SELECT conrelid::regclass, conname FROM pg_constraint WHERE conrelid = 'u'::regclass ORDER BY 2;
-- | conrelid | conname
-- | u | 'u_id_not_null'
-- | u | 'u_pkey'
-- | ok (SELECT 2)
SELECT 'u'::regclass::oid = 'u'::regclass;
-- | ?column?
-- | true
-- | ok (SELECT 1)
SELECT 'u'::regclass::int > 0;
-- | ?column?
-- | true
-- | ok (SELECT 1)
SELECT relname FROM pg_class WHERE oid = 'u'::regclass;
-- | relname
-- | 'u'
-- | ok (SELECT 1)
SELECT pg_typeof('u'::regclass::oid);
-- | pg_typeof
-- | oid
-- | ok (SELECT 1)
SELECT 'u'::regclass;
-- | regclass
-- | u
-- | ok (SELECT 1)
SELECT column_name, data_type, udt_name FROM information_schema.columns WHERE table_name = 'u' ORDER BY 1;
-- | column_name | data_type | udt_name
-- | 'e' | 'ARRAY' | '_int4'
-- | 'id' | 'integer' | 'int4'
-- | ok (SELECT 2)
CREATE TYPE mood AS ENUM ('a');
-- | ok (CREATE TYPE)
CREATE DOMAIN dd AS varchar(4);
-- | ok (CREATE DOMAIN)
CREATE TABLE w(m mood, d dd, ms mood[], r int4range, j jsonb, u uuid, ts timestamptz, tm time, i interval, by bytea, c char(3), x "char", nm name);
-- | ok (CREATE TABLE)
SELECT column_name, data_type, udt_name, character_maximum_length FROM information_schema.columns WHERE table_name = 'w' ORDER BY ordinal_position;
-- | column_name | data_type | udt_name | character_maximum_length
-- | 'm' | 'USER-DEFINED' | 'mood' | NULL
-- | 'd' | 'character varying' | 'varchar' | 4
-- | 'ms' | 'ARRAY' | '_mood' | NULL
-- | 'r' | 'int4range' | 'int4range' | NULL
-- | 'j' | 'jsonb' | 'jsonb' | NULL
-- | 'u' | 'uuid' | 'uuid' | NULL
-- | 'ts' | 'timestamp with time zone' | 'timestamptz' | NULL
-- | 'tm' | 'time without time zone' | 'time' | NULL
-- | 'i' | 'interval' | 'interval' | NULL
-- | 'by' | 'bytea' | 'bytea' | NULL
-- | 'c' | 'character' | 'bpchar' | 3
-- | 'x' | '"char"' | 'char' | NULL
-- | 'nm' | 'name' | 'name' | NULL
-- | ok (SELECT 13)
CREATE VIEW wv AS SELECT m, d AS dq, j FROM w;
-- | ok (CREATE VIEW)
SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = 'wv' ORDER BY ordinal_position;
-- | column_name | data_type | is_nullable
-- | 'm' | 'USER-DEFINED' | 'YES'
-- | 'dq' | 'character varying' | 'YES'
-- | 'j' | 'jsonb' | 'YES'
-- | ok (SELECT 3)
SELECT abs(NULL);
-- | abs
-- | NULL
-- | ok (SELECT 1)
SELECT round(NULL, 1);
-- | round
-- | NULL
-- | ok (SELECT 1)
SELECT sum(NULL);
-- | error 42725 function sum(unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT max(NULL);
-- | max
-- | NULL
-- | ok (SELECT 1)
SELECT lower(NULL), length(NULL), coalesce(NULL, NULL);
-- | lower | length | coalesce
-- | NULL | NULL | NULL
-- | ok (SELECT 1)
SELECT sqrt(NULL);
-- | sqrt
-- | NULL
-- | ok (SELECT 1)
SELECT mod(NULL, 2), power(NULL, 2), round(NULL);
-- | mod | power | round
-- | NULL | NULL | NULL
-- | ok (SELECT 1)
SELECT ceil(NULL);
-- | ceil
-- | NULL
-- | ok (SELECT 1)
SELECT floor(NULL), sign(NULL), trunc(NULL);
-- | error 42725 function trunc(unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT avg(NULL);
-- | error 42725 function avg(unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT date_trunc('day', NULL);
-- | error 42725 function date_trunc(unknown, unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT extract(year FROM NULL);
-- | error 42725 function pg_catalog.extract(unknown, unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT to_char(NULL, 'x');
-- | error 42725 function to_char(unknown, unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT substring(NULL, 1);
-- | substring
-- | NULL
-- | ok (SELECT 1)
SELECT NULL + NULL;
-- | error 42725 operator is not unique: unknown + unknown
-- |   hint: Could not choose a best candidate operator. You might need to add explicit type casts.
SELECT NULL || NULL;
-- | ?column?
-- | NULL
-- | ok (SELECT 1)
SELECT - NULL;
-- | error 42725 operator is not unique: - unknown
-- |   hint: Could not choose a best candidate operator. You might need to add explicit type casts.
SELECT generate_series(1, NULL);
-- | generate_series
-- | ok (SELECT 0)
SELECT jsonb_array_length(NULL);
-- | jsonb_array_length
-- | NULL
-- | ok (SELECT 1)
SELECT greatest(NULL, NULL), nullif(NULL, NULL);
-- | greatest | nullif
-- | NULL | NULL
-- | ok (SELECT 1)
SELECT E'a\x00b';
-- | error 22021 invalid byte sequence for encoding "UTF8": 0x00
SELECT chr(0);
-- | error 54000 null character not permitted
SELECT 'a' || chr(0);
-- | error 54000 null character not permitted
