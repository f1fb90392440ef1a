-- A condition of WHERE that looks at no table is checked once, before anything is read (where.c,
-- sqlite3WhereBegin), so that what fails in it fails over no rows as well. Compared with SQLite 3.54.1.

-- @dialect sqlite
CREATE TABLE t(a);
-- | ok
CREATE TABLE u(x);
-- | ok
SELECT 1 FROM t WHERE abs(-9223372036854775808);
-- | error SQLITE_ERROR integer overflow
SELECT 1 FROM t, u WHERE a = 1 AND json('{');
-- | error SQLITE_ERROR malformed JSON
SELECT 1 FROM t JOIN u ON json('{');
-- | error SQLITE_ERROR malformed JSON
DELETE FROM t WHERE abs(-9223372036854775808);
-- | error SQLITE_ERROR integer overflow
SELECT EXISTS (SELECT 1 FROM t WHERE json('{'));
-- | error SQLITE_ERROR malformed JSON

-- The first that does not hold ends it.
SELECT 1 FROM t, u WHERE a = 1 AND 0 AND json('{');
-- | 1
-- | ok
SELECT 1 FROM t WHERE length('a') = 2 AND abs(-9223372036854775808);
-- | 1
-- | ok

-- The condition of an outer join waits for a row.
SELECT 1 FROM t LEFT JOIN u ON abs(-9223372036854775808);
-- | 1
-- | ok
SELECT abs(-9223372036854775808) FROM t;
-- | abs(-9223372036854775808)
-- | ok
SELECT 1 FROM t WHERE json('{') OR a = 1;
-- | 1
-- | ok
SELECT 1 FROM t WHERE a = abs(-9223372036854775808);
-- | 1
-- | ok
