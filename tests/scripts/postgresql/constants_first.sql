-- What is computed of constants is computed before the statement runs, so that no number of a sequence is used
-- up; what depends on rows, on the session or on a branch that is not taken is not. Compared with PostgreSQL 18.
-- @dialect postgresql
CREATE TABLE t(id serial PRIMARY KEY, v varchar(3), n int, d date, x numeric(4,2));
-- | ok (CREATE TABLE)
INSERT INTO t(n) VALUES(1 / 0);
-- | error 22012 division by zero
INSERT INTO t(v) VALUES(repeat('x', 5));
-- | error 22001 value too long for type character varying(3)
INSERT INTO t(v) VALUES('xxxx' || 'y');
-- | error 22001 value too long for type character varying(3)
INSERT INTO t(n) VALUES('abc'::text::int);
-- | error 22P02 invalid input syntax for type integer: "abc"
INSERT INTO t(x) VALUES(100.5 + 1000);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 4, scale 2 must round to an absolute value less than 10^2.
INSERT INTO t(n) VALUES(1), (2147483647 + 1);
-- | error 22003 integer out of range
INSERT INTO t(n) VALUES(COALESCE(1, 1 / 0)) RETURNING id;
-- | id
-- | 1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(n) VALUES(CASE WHEN true THEN 1 ELSE 1 / 0 END) RETURNING id;
-- | id
-- | 2
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(d) VALUES('2020-13-01'::text::date);
-- | error 22008 date/time field value out of range: "2020-13-01"
-- |   hint: Perhaps you need a different "DateStyle" setting.
INSERT INTO t(n) VALUES(1) RETURNING id;
-- | id
-- | 4
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id) VALUES(1) ON CONFLICT (id) DO UPDATE SET n = 1 / 0;
-- | error 22012 division by zero
UPDATE t SET n = 1 / 0 WHERE false;
-- | error 22012 division by zero
