-- Dates and timestamps end somewhere, and infinite ones have no distance. Compared with PostgreSQL 18.
-- @dialect postgresql
SELECT 'infinity'::date - '2020-01-01'::date;
-- | error 22008 cannot subtract infinite dates
SELECT 'infinity'::date + 1, 'infinity'::timestamp + interval '1 day', '-infinity'::date - interval '1 day';
-- | ?column? | ?column? | ?column?
-- | infinity | infinity | -infinity
-- | ok (SELECT 1)
SELECT '2020-01-31'::date + interval '100000000 years';
-- | error 22008 timestamp out of range
SELECT '2020-01-31'::date + 2147483647;
-- | error 22008 date out of range
SELECT '5874897-12-31'::date + 1;
-- | error 22008 date out of range
