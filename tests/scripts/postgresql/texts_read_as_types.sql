-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE ty(i2 smallint, i4 int, i8 bigint, n numeric(6,2), f4 real, f8 float8, b bool, t text, v varchar(5), c char(5), d date, tm time, ts timestamp, tz timestamptz, iv interval, u uuid, by bytea, j json, jb jsonb, ar int[], ta text[], r int4range);
-- | ok (CREATE TABLE)
INSERT INTO ty(i2) VALUES(40000);
-- | error 22003 smallint out of range
INSERT INTO ty(i2) VALUES('x');
-- | error 22P02 invalid input syntax for type smallint: "x"
INSERT INTO ty(i2) VALUES(1.5),(2.5),(-1.5) RETURNING i2;
-- | i2
-- | 2
-- | 3
-- | -2
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO ty(i4) VALUES('');
-- | error 22P02 invalid input syntax for type integer: ""
INSERT INTO ty(i4) VALUES(' 7 ') RETURNING i4;
-- | i4
-- | 7
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(i4) VALUES('7.0');
-- | error 22P02 invalid input syntax for type integer: "7.0"
INSERT INTO ty(i4) VALUES('1e3');
-- | error 22P02 invalid input syntax for type integer: "1e3"
INSERT INTO ty(i4) VALUES(1e3) RETURNING i4;
-- | i4
-- | 1000
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(i8) VALUES('9223372036854775808');
-- | error 22003 value "9223372036854775808" is out of range for type bigint
INSERT INTO ty(i8) VALUES(9223372036854775807.4);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(n) VALUES(99999);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 6, scale 2 must round to an absolute value less than 10^4.
INSERT INTO ty(n) VALUES(9999.994),(9999.995);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 6, scale 2 must round to an absolute value less than 10^4.
INSERT INTO ty(n) VALUES('1,5');
-- | error 22P02 invalid input syntax for type numeric: "1,5"
INSERT INTO ty(n) VALUES('1e2'),('-.5'),('+3.'),(' 4 ') RETURNING n;
-- | n
-- | 100.00
-- | -0.50
-- | 3.00
-- | 4.00
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO ty(n) VALUES('NaN'),('Infinity');
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 6, scale 2 cannot hold an infinite value.
INSERT INTO ty(f4) VALUES(1e-50);
-- | error 22003 "0.00000000000000000000000000000000000000000000000001" is out of range for type real
INSERT INTO ty(f4) VALUES('1e-50');
-- | error 22003 "1e-50" is out of range for type real
INSERT INTO ty(f8) VALUES('1e-400');
-- | error 22003 "1e-400" is out of range for type double precision
INSERT INTO ty(f8) VALUES(1e308*10);
-- | error 22003 "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000" is out of range for type double precision
INSERT INTO ty(f8) VALUES(1e308::float8*10);
-- | error 22003 value out of range: overflow
INSERT INTO ty(f8) VALUES('inf'),('-Infinity'),('nan'),(0.1),(1e15),(1e16),(123456789012345678) RETURNING f8;
-- | f8
-- | inf
-- | -inf
-- | NaN
-- | 0.1
-- | 1000000000000000.0
-- | 1e16
-- | 1.2345678901234568e17
-- | ok, 7 rows (INSERT 0 7)
INSERT INTO ty(b) VALUES(1);
-- | error 42804 column "b" is of type boolean but expression is of type integer
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO ty(b) VALUES('t'),('off'),('1'),('y'),(' TRUE ') RETURNING b;
-- | b
-- | true
-- | false
-- | true
-- | true
-- | true
-- | ok, 5 rows (INSERT 0 5)
INSERT INTO ty(b) VALUES('2');
-- | error 22P02 invalid input syntax for type boolean: "2"
INSERT INTO ty(b) VALUES(NULL),('n'::bool) RETURNING b;
-- | b
-- | NULL
-- | false
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO ty(t) VALUES(1),(1.50),(true),(date '2024-01-01'),(ARRAY[1]),('{"a":1}'::jsonb);
-- | ok, 6 rows (INSERT 0 6)
INSERT INTO ty(t) SELECT 1 UNION ALL SELECT 2 RETURNING t;
-- | t
-- | '1'
-- | '2'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO ty(v) VALUES('abcdef');
-- | error 22001 value too long for type character varying(5)
INSERT INTO ty(v) VALUES('abc   '),('abcde   '),('ééééé') RETURNING v, length(v);
-- | v | length
-- | 'abc  ' | 5
-- | 'abcde' | 5
-- | 'ééééé' | 5
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO ty(v) VALUES('ééééééé');
-- | error 22001 value too long for type character varying(5)
INSERT INTO ty(v) VALUES('abcdef'::varchar(3)) RETURNING v;
-- | v
-- | 'abc'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(c) VALUES('ab'),('abcde  ') RETURNING c, length(c), c||'|';
-- | c | length | ?column?
-- | 'ab   ' | 2 | 'ab|'
-- | 'abcde' | 5 | 'abcde|'
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO ty(c) VALUES('abcdef');
-- | error 22001 value too long for type character(5)
INSERT INTO ty(d) VALUES('2023-02-29');
-- | error 22008 date/time field value out of range: "2023-02-29"
INSERT INTO ty(d) VALUES('2024-13-01');
-- | error 22008 date/time field value out of range: "2024-13-01"
-- |   hint: Perhaps you need a different "DateStyle" setting.
INSERT INTO ty(d) VALUES('13/13/2024');
-- | error 22008 date/time field value out of range: "13/13/2024"
-- |   hint: Perhaps you need a different "DateStyle" setting.
INSERT INTO ty(d) VALUES('hello');
-- | error 22007 invalid input syntax for type date: "hello"
INSERT INTO ty(d) VALUES('');
-- | error 22007 invalid input syntax for type date: ""
INSERT INTO ty(d) VALUES(20240101);
-- | error 42804 column "d" is of type date but expression is of type integer
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO ty(d) VALUES(timestamp '2024-05-05 23:59:59') RETURNING d;
-- | d
-- | 2024-05-05
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(d) VALUES('0000-01-01');
-- | error 22008 date/time field value out of range: "0000-01-01"
INSERT INTO ty(tm) VALUES('24:01');
-- | error 22008 date/time field value out of range: "24:01"
INSERT INTO ty(tm) VALUES('12:60');
-- | error 22008 date/time field value out of range: "12:60"
INSERT INTO ty(ts) VALUES('2024-01-01'),('2024-01-01T10:20:30'),('2024-01-01 10:20:30.123456789'),('2024-01-01 10:20+05'),('2024-01-01 24:00') RETURNING ts;
-- | ts
-- | 2024-01-01 00:00:00
-- | 2024-01-01 10:20:30
-- | 2024-01-01 10:20:30.123457
-- | 2024-01-01 10:20:00
-- | 2024-01-02 00:00:00
-- | ok, 5 rows (INSERT 0 5)
INSERT INTO ty(ts) VALUES('2024-01-01 25:00');
-- | error 22008 date/time field value out of range: "2024-01-01 25:00"
INSERT INTO ty(tz) VALUES('2024-01-01 10:00+02'),('2024-01-01 10:00 UTC'),('2024-01-01T10:00:00Z'),('2024-01-01 10:00-03:30') RETURNING tz;
-- | tz
-- | 2024-01-01 08:00:00+00
-- | 2024-01-01 10:00:00+00
-- | 2024-01-01 10:00:00+00
-- | 2024-01-01 13:30:00+00
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO ty(tz) VALUES('2024-01-01 10:00 Mars');
-- | error 22007 invalid input syntax for type timestamp with time zone: "2024-01-01 10:00 Mars"
INSERT INTO ty(iv) VALUES('1 day'),('2 hours 30 min'),('1-2'),('P1Y2M3DT4H'),('-1 day +02:03'),('1 week 2 days ago'),('0.5 day'),('90 minutes'),('1 year 13 months') RETURNING iv;
-- | iv
-- | 1 day
-- | 02:30:00
-- | 1 year 2 mons
-- | 1 year 2 mons 3 days 04:00:00
-- | -1 days +02:03:00
-- | -9 days
-- | 12:00:00
-- | 01:30:00
-- | 2 years 1 mon
-- | ok, 9 rows (INSERT 0 9)
INSERT INTO ty(iv) VALUES('1 foo');
-- | error 22007 invalid input syntax for type interval: "1 foo"
INSERT INTO ty(iv) VALUES(5);
-- | error 42804 column "iv" is of type interval but expression is of type integer
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO ty(u) VALUES('A0EEBC999C0B4EF8BB6D6BB9BD380A11'),('{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}') RETURNING u;
-- | u
-- | a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11
-- | a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO ty(u) VALUES('a0eebc99');
-- | error 22P02 invalid input syntax for type uuid: "a0eebc99"
INSERT INTO ty(by) VALUES('abc'),('\x6162'),('a\\b\001') RETURNING by;
-- | by
-- | x'616263'
-- | x'6162'
-- | x'615c6201'
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO ty(by) VALUES('\xabc');
-- | error 22023 invalid hexadecimal data: odd number of digits
INSERT INTO ty(by) VALUES('a\9');
-- | error 22P02 invalid input syntax for type bytea
INSERT INTO ty(j) VALUES(' {"b":1, "a" : 2,"a":3} ') RETURNING j;
-- | j
-- | ' {"b":1, "a" : 2,"a":3} '
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(j) VALUES('{a:1}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "a" is invalid.
INSERT INTO ty(j) VALUES('[1,2');
-- | error 22P02 invalid input syntax for type json
-- |   detail: The input string ended unexpectedly.
INSERT INTO ty(j) VALUES('');
-- | error 22P02 invalid input syntax for type json
-- |   detail: The input string ended unexpectedly.
INSERT INTO ty(jb) VALUES(' {"b":1, "a" : 2,"a":3.10} '),('"s"'),('null'),('12e2'),('[1, {"x":null}]') RETURNING jb;
-- | jb
-- | '{"a": 3.10, "b": 1}'
-- | '"s"'
-- | 'null'
-- | '1200'
-- | '[1, {"x": null}]'
-- | ok, 5 rows (INSERT 0 5)
INSERT INTO ty(jb) VALUES('{"a":tru}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "tru" is invalid.
INSERT INTO ty(jb) VALUES('{"a":1}}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected end of input, but found "}".
INSERT INTO ty(jb) VALUES('"\u0000"');
-- | error 22P05 unsupported Unicode escape sequence
-- |   detail: \u0000 cannot be converted to text.
INSERT INTO ty(jb) VALUES('"\u00e9\n"') RETURNING jb;
-- | jb
-- | '"é\n"'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(ar) VALUES('{1,2,NULL}'),(ARRAY[3,4]),('{}') RETURNING ar;
-- | ar
-- | {1,2,NULL}
-- | {3,4}
-- | {}
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO ty(ar) VALUES('1,2');
-- | error 22P02 malformed array literal: "1,2"
-- |   detail: Array value must start with "{" or dimension information.
INSERT INTO ty(ar) VALUES('{1,x}');
-- | error 22P02 invalid input syntax for type integer: "x"
INSERT INTO ty(ar) VALUES(ARRAY['a']);
-- | error 42804 column "ar" is of type integer[] but expression is of type text[]
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO ty(ta) VALUES('{a,"b c","d\"e",NULL,"NULL",""}'),(ARRAY['x,y','z']) RETURNING ta;
-- | ta
-- | {a,"b c","d\"e",NULL,"NULL",""}
-- | {"x,y",z}
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO ty(r) VALUES('[1,5]'),('(1,5)'),('[,3)'),('[3,3)') RETURNING r;
-- | r
-- | [1,6)
-- | [2,5)
-- | (,3)
-- | empty
-- | ok, 4 rows (INSERT 0 4)
INSERT INTO ty(r) VALUES('1,5');
-- | error 22P02 malformed range literal: "1,5"
-- |   detail: Missing left parenthesis or bracket.
INSERT INTO ty(r) VALUES('[5,1]');
-- | error 22000 range lower bound must be less than or equal to range upper bound
INSERT INTO ty(i4) SELECT t FROM ty LIMIT 1;
-- | error 42804 column "i4" is of type integer but expression is of type text
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO ty(t) SELECT i4 FROM ty WHERE i4=7 RETURNING t;
-- | t
-- | '7'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(i4) SELECT '5' RETURNING i4;
-- | i4
-- | 5
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(i4) SELECT '5'::text;
-- | error 42804 column "i4" is of type integer but expression is of type text
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO ty(jb) SELECT '{"a":1}' RETURNING jb;
-- | jb
-- | '{"a": 1}'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO ty(i4) VALUES((SELECT 1)),('2'),(3.7) RETURNING i4;
-- | i4
-- | 1
-- | 2
-- | 4
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO ty(n) VALUES(1),('x');
-- | error 22P02 invalid input syntax for type numeric: "x"
INSERT INTO ty(t) VALUES('a'||1||NULL),(concat('a',1,NULL)) RETURNING t;
-- | t
-- | NULL
-- | 'a1'
-- | ok, 2 rows (INSERT 0 2)

-- @dialect postgresql
SELECT '12e2'::jsonb, '1.5e-3'::jsonb, '1E400'::json, '{"a":1e2}'::jsonb, '[1.0e1]'::jsonb;
-- | jsonb | jsonb | json | jsonb | jsonb
-- | '1200' | '0.0015' | '1E400' | '{"a": 100}' | '[10]'
-- | ok (SELECT 1)
SELECT '0e10'::float8, '0.0'::real, '1e-45'::real, '1e-300'::float8;
-- | float8 | float4 | float4 | float8
-- | 0.0 | 0.0 | 1e-45 | 1e-300
-- | ok (SELECT 1)
SELECT interval '1-2', interval '-1-2', interval '1-2 3 04:05:06', interval '1 day -2 hours', interval '26:03:04', interval '3:04.5';
-- | interval | interval | interval | interval | interval | interval
-- | 1 year 2 mons | -1 years -2 mons | 1 year 2 mons 3 days 04:05:06 | 1 day -02:00:00 | 26:03:04 | 00:03:04.5
-- | ok (SELECT 1)
SELECT '"a\\u0000"'::jsonb;
-- | jsonb
-- | '"a\\u0000"'
-- | ok (SELECT 1)
SELECT 1e-60::real;
-- | error 22003 "0.000000000000000000000000000000000000000000000000000000000001" is out of range for type real
SELECT 0::numeric::real;
-- | float4
-- | 0.0
-- | ok (SELECT 1)
