-- Types, operators and functions; every answer compared with PostgreSQL 18.
-- @dialect postgresql
select 1, 1.5, 'a', null, true, 2147483648, 1e3, -5, 9999999999999999999999;
-- | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column?
-- | 1 | 1.5 | 'a' | NULL | true | 2147483648 | 1000 | -5 | 9999999999999999999999
-- | ok (SELECT 1)
select 1+1, 1/2, 7%3, 1.0/3, 10/4.0, 2^3, -7/2, 5.5%2, 1+1.5, 'a'||1, 1||'b', null||'x';
-- | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column?
-- | 2 | 0 | 1 | 0.33333333333333333333 | 2.5000000000000000 | 8.0 | -3 | 1.5 | 2.5 | 'a1' | '1b' | NULL
-- | ok (SELECT 1)
select 1+'a';
-- | error 22P02 invalid input syntax for type integer: "a"
select 1 + true;
-- | error 42883 operator does not exist: integer + boolean
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
select 'a' = 1;
-- | error 22P02 invalid input syntax for type integer: "a"
select 1 = 'x'::text;
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
select 1/0;
-- | error 22012 division by zero
select 2147483647 + 1;
-- | error 22003 integer out of range
select 9223372036854775807 + 1;
-- | error 22003 bigint out of range
select (-32768)::smallint, 32768::smallint;
-- | error 22003 smallint out of range
select 'abc'::int;
-- | error 22P02 invalid input syntax for type integer: "abc"
select ' 12 '::int, '0x1F'::int, '1_000'::int, '12.5'::int;
-- | error 22P02 invalid input syntax for type integer: "12.5"
select cast('1.50' as numeric), 1.005::numeric(5,2), '123456'::numeric(5,2);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 5, scale 2 must round to an absolute value less than 10^3.
select 'NaN'::numeric, 'Infinity'::float8, 'NaN'::float8 = 'NaN'::float8;
-- | numeric | float8 | ?column?
-- | NaN | inf | true
-- | ok (SELECT 1)
select 1.5::int, 2.5::int, -0.5::int, 2.5::float8::int, 3.5::float8::int;
-- | int4 | int4 | ?column? | int4 | int4
-- | 2 | 3 | -1 | 2 | 4
-- | ok (SELECT 1)
select true::int, 0::bool, 't'::bool, 'maybe'::bool;
-- | error 22P02 invalid input syntax for type boolean: "maybe"
select true::text, 1::text, 1.50::text, 1e20::float8::text, 0.1::float8::text, 1e-5::float8::text;
-- | text | text | text | text | text | text
-- | 'true' | '1' | '1.50' | '1e+20' | '0.1' | '1e-05'
-- | ok (SELECT 1)
select 'abc'::varchar(2), 'abc'::char(5)||'x', 'abc  '::char(5) = 'abc', length('abc  '::char(5));
-- | varchar | ?column? | ?column? | length
-- | 'ab' | 'abcx' | true | 3
-- | ok (SELECT 1)
select upper('aé'), lower('AÉ'), length('aé'), substr('hello',2,3), substring('hello' from 2 for 2), trim('  x '), trim(both 'x' from 'xxaxx'), position('l' in 'hello'), replace('aXbX','X','-');
-- | upper | lower | length | substr | substring | btrim | btrim | position | replace
-- | 'AÉ' | 'aé' | 2 | 'ell' | 'el' | 'x' | 'a' | 3 | 'a-b-'
-- | ok (SELECT 1)
select left('hello',2), right('hello',-2), lpad('5',3,'0'), rpad('5',3,'ab'), repeat('ab',2), reverse('abc'), initcap('hello wORLD'), split_part('a,b,c',',',2), strpos('hello','l'), concat('a',null,1), concat_ws('-','a',null,'b'), ascii('a'), chr(65);
-- | left | right | lpad | rpad | repeat | reverse | initcap | split_part | strpos | concat | concat_ws | ascii | chr
-- | 'he' | 'llo' | '005' | '5ab' | 'abab' | 'cba' | 'Hello World' | 'b' | 3 | 'a1' | 'a-b' | 97 | 'A'
-- | ok (SELECT 1)
select coalesce(null,1,2), coalesce(null,'a'), nullif(1,1), nullif('a','b'), greatest(1,2,null), least('a','b');
-- | coalesce | coalesce | nullif | nullif | greatest | least
-- | 1 | 'a' | NULL | 'a' | 2 | 'a'
-- | ok (SELECT 1)
select coalesce(1,'x');
-- | error 22P02 invalid input syntax for type integer: "x"
select case when true then 1 else 'x' end;
-- | error 22P02 invalid input syntax for type integer: "x"
select case when 1 then 2 end;
-- | error 42804 argument of CASE/WHEN must be type boolean, not type integer
select case 1 when 1 then 'a' else 'b' end, case when false then 1 end;
-- | case | case
-- | 'a' | NULL
-- | ok (SELECT 1)
select 1 in (1,2), 1 in (2,null), 'a' in ('b','c'), 1 in ('1','2');
-- | ?column? | ?column? | ?column? | ?column?
-- | true | NULL | false | true
-- | ok (SELECT 1)
select 1 in ('a');
-- | error 22P02 invalid input syntax for type integer: "a"
select 1 between 0 and 2, null is null, 1 is distinct from null, true and null, not null;
-- | ?column? | ?column? | ?column? | ?column? | ?column?
-- | true | true | true | NULL | NULL
-- | ok (SELECT 1)
select not 1;
-- | error 42804 argument of NOT must be type boolean, not type integer
select 1 and 2;
-- | error 42804 argument of AND must be type boolean, not type integer
select 'abc' like 'a%', 'abc' ilike 'A_C', 'a%c' like 'a\%c', 'abc' not like 'b%', 'abc' ~ '^a.c$', 'abc' ~* 'B', 'abc' !~ 'z';
-- | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | ?column?
-- | true | true | true | true | true | true | true
-- | ok (SELECT 1)
select 1 like 'a';
-- | error 42883 operator does not exist: integer ~~ unknown
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
select date '2024-02-29' + 1, date '2024-03-01' - date '2024-02-01', '2024-01-31'::date + interval '1 month', timestamp '2024-01-01 10:00' + interval '90 minutes', interval '1 day 2 hours';
-- | ?column? | ?column? | ?column? | ?column? | interval
-- | 2024-03-01 | 29 | 2024-02-29 00:00:00 | 2024-01-01 11:30:00 | 1 day 02:00:00
-- | ok (SELECT 1)
select '2024-13-01'::date;
-- | error 22008 date/time field value out of range: "2024-13-01"
-- |   hint: Perhaps you need a different "DateStyle" setting.
select 'x'::date;
-- | error 22007 invalid input syntax for type date: "x"
select '2024-01-01 25:00'::timestamp;
-- | error 22008 date/time field value out of range: "2024-01-01 25:00"
select extract(year from date '2024-02-29'), date_part('month', timestamp '2024-05-06 07:08:09'), date_trunc('month', timestamp '2024-05-06 07:08:09');
-- | extract | date_part | date_trunc
-- | 2024 | 5.0 | 2024-05-01 00:00:00
-- | ok (SELECT 1)
select 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid, 'x'::uuid;
-- | error 22P02 invalid input syntax for type uuid: "x"
select '{"a":1}'::json, '{"b":2,"a":1}'::jsonb;
-- | json | jsonb
-- | '{"a":1}' | '{"a": 1, "b": 2}'
-- | ok (SELECT 1)
select int4range(1,5), '[1,5]'::int4range, int4range(1,5) && int4range(4,6), int4range(1,5) @> 3, 'empty'::int4range, int4range(5,1);
-- | error 22000 range lower bound must be less than or equal to range upper bound
select '[a,b)'::int4range;
-- | error 22P02 invalid input syntax for type integer: "a"
select 1 as a, 2 as a;
-- | a | a
-- | 1 | 2
-- | ok (SELECT 1)
select nope;
-- | error 42703 column "nope" does not exist
select nope(1,'a');
-- | error 42883 function nope(integer, unknown) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
select lower(1);
-- | error 42883 function lower(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
select count(*), sum(x), avg(x), min(x), max(x) from (values (1),(2),(null)) v(x);
-- | count | sum | avg | min | max
-- | 3 | 3 | 1.5000000000000000 | 1 | 2
-- | ok (SELECT 1)
select sum(x), avg(x) from (values (1.5),(2.25)) v(x);
-- | sum | avg
-- | 3.75 | 1.8750000000000000
-- | ok (SELECT 1)
select string_agg(x, ',' order by x desc), bool_and(x='a'), count(distinct x) from (values ('a'),('b'),('a')) v(x);
-- | string_agg | bool_and | count
-- | 'b,a,a' | false | 2
-- | ok (SELECT 1)
select x, count(*) from (values (1),(2),(1)) v(x) group by x order by x;
-- | x | count
-- | 1 | 2
-- | 2 | 1
-- | ok (SELECT 2)
select x, y from (values (1,2)) v(x,y) group by x;
-- | error 42803 column "v.y" must appear in the GROUP BY clause or be used in an aggregate function
select count(*) from (values (1)) v(x) where count(*) > 1;
-- | error 42803 aggregate functions are not allowed in WHERE
select * from generate_series(1,3);
-- | generate_series
-- | 1
-- | 2
-- | 3
-- | ok (SELECT 3)
select * from generate_series(1,3) g where g > 1;
-- | g
-- | 2
-- | 3
-- | ok (SELECT 2)
values (1,'a'),(2,'b');
-- | column1 | column2
-- | 1 | 'a'
-- | 2 | 'b'
-- | ok (SELECT 2)
values (1),('a');
-- | error 22P02 invalid input syntax for type integer: "a"
select 1 union select 2.5 order by 1;
-- | ?column?
-- | 1
-- | 2.5
-- | ok (SELECT 2)
select 1 limit -1;
-- | error 2201W LIMIT must not be negative
select (select 1 union select 2);
-- | error 21000 more than one row returned by a subquery used as an expression
select 1 where 'x';
-- | error 22P02 invalid input syntax for type boolean: "x"
select current_user, current_database(), current_schema;
-- | current_user | current_database | current_schema
-- | 'postgres' | 'postgres' | 'public'
-- | ok (SELECT 1)
select pg_typeof(1), pg_typeof('a'), pg_typeof(1.5), pg_typeof(null::int);
-- | pg_typeof | pg_typeof | pg_typeof | pg_typeof
-- | integer | unknown | numeric | integer
-- | ok (SELECT 1)
select 'a'::text collate "C" < 'B', 'x' collate "nope";
-- | error 42704 collation "nope" for encoding "UTF8" does not exist
select 1::nope;
-- | error 42704 type "nope" does not exist
select 1::text::int + 1, '5'::int * 2;
-- | ?column? | ?column?
-- | 2 | 10
-- | ok (SELECT 1)
select 3 & 5, 3 | 5, 3 # 5, ~3, 1 << 4, -16 >> 2;
-- | ?column? | ?column? | ?column? | ?column? | ?column? | ?column?
-- | 1 | 7 | 6 | -4 | 16 | -4
-- | ok (SELECT 1)
select 5 % 0;
-- | error 22012 division by zero
select 1.5 % 0;
-- | error 22012 division by zero
select 'Infinity'::float8 - 'Infinity'::float8;
-- | ?column?
-- | NaN
-- | ok (SELECT 1)
select 1e400::float8;
-- | error 22003 "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000" is out of range for type double precision
select 0.1 + 0.2, 0.1::float8 + 0.2::float8, 1::float4/3, 1.0::float8;
-- | ?column? | ?column? | ?column? | float8
-- | 0.3 | 0.30000000000000004 | 0.3333333333333333 | 1.0
-- | ok (SELECT 1)

-- Doubles out of range are errors, and powers and roots of numeric are numeric.
SELECT exp(1000.0::float8);
-- | error 22003 value out of range: overflow
SELECT power(10::float8, 400);
-- | error 22003 value out of range: overflow
SELECT 10::float8 ^ -400;
-- | error 22003 value out of range: underflow
SELECT 1e-308::float8 / 1e300;
-- | error 22003 value out of range: underflow
SELECT 1e308::float8 * 0, 0::float8 / 5, power(0::float8, 3), 5 / 'Infinity'::float8;
-- | ?column? | ?column? | power | ?column?
-- | 0.0 | 0.0 | 0.0 | 0.0
-- | ok (SELECT 1)
SELECT 2.0 ^ 3, 2 ^ 3, power(1.05, 10), power(2.0, -2), power(12345.678, 3), 1000 * 1.05 ^ 3;
-- | ?column? | ?column? | power | power | power | ?column?
-- | 8.0000000000000000 | 8.0 | 1.6288946267774414 | 0.2500000000000000 | 1881675960266.5586 | 1157.6250000000000000
-- | ok (SELECT 1)
SELECT power(2.0, 0.5);
-- | error 0A000 not supported by onconflict: numeric raised to this power
SELECT power(0.0, -1);
-- | error 2201F zero raised to a negative power is undefined
SELECT sqrt(2.0), sqrt(0.0), sqrt(12345.678), sqrt(0.0001), sqrt(1000000::numeric);
-- | sqrt | sqrt | sqrt | sqrt | sqrt
-- | 1.414213562373095 | 0.000000000000000 | 111.1111065555555 | 0.01000000000000000 | 1000.0000000000000
-- | ok (SELECT 1)
SELECT sqrt(-1.0);
-- | error 2201F cannot take square root of a negative number
