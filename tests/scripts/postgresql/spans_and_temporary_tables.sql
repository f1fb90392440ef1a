-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TEMP TABLE tt(a int PRIMARY KEY) ON COMMIT PRESERVE ROWS;
-- | ok (CREATE TABLE)
INSERT INTO tt VALUES(1) ON CONFLICT(a ASC) DO NOTHING;
-- | error 42P10 ASC/DESC is not allowed in ON CONFLICT clause
INSERT INTO tt VALUES(1) ON CONFLICT(a) DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO tt VALUES(1) ON CONFLICT(a NULLS LAST) DO NOTHING;
-- | error 42P10 NULLS FIRST/LAST is not allowed in ON CONFLICT clause
CREATE TEMP TABLE t2 ON COMMIT PRESERVE ROWS AS SELECT 1 AS x;
-- | ok (SELECT 1)
SELECT * FROM t2;
-- | x
-- | 1
-- | ok (SELECT 1)

-- @dialect postgresql
SELECT age('2024-03-01'::timestamp,'2024-01-31'::timestamp), age(timestamp '2020-02-29', timestamp '2019-02-28');
-- | age | age
-- | 1 mon 1 day | 1 year 1 day
-- | ok (SELECT 1)
SELECT age(timestamp '2019-02-28', timestamp '2020-02-29 10:00'), age(timestamp '2024-01-31', timestamp '2024-03-01');
-- | age | age
-- | -1 years -1 days -10:00:00 | -1 mons -1 days
-- | ok (SELECT 1)
SELECT age(timestamptz '2024-03-01 05:00+02', timestamptz '2024-02-29 23:00+00');
-- | age
-- | 04:00:00
-- | ok (SELECT 1)
SELECT age(date '2024-05-01', date '1990-12-25');
-- | age
-- | 33 years 4 mons 7 days
-- | ok (SELECT 1)
SELECT age(timestamp '2001-04-10', timestamp '1957-06-13');
-- | age
-- | 43 years 9 mons 27 days
-- | ok (SELECT 1)
SELECT age(now()::date) = interval '0', age(current_date - 10);
-- | ?column? | age
-- | true | 10 days
-- | ok (SELECT 1)
SELECT age(timestamp '2024-01-01 12:00', timestamp '2024-01-01 13:30');
-- | age
-- | -01:30:00
-- | ok (SELECT 1)
