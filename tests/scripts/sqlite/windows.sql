-- Window functions. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, n INT);
-- | ok
INSERT INTO t(g, n) VALUES('x', 10), ('x', 20), ('y', 15), ('y', 15), (NULL, 7);
-- | ok, 5 rows
SELECT id, row_number() OVER (PARTITION BY g ORDER BY n DESC, id) AS r, rank() OVER (ORDER BY n) FROM t;
-- | id | r | rank() OVER (ORDER BY n)
-- | 5 | 1 | 1
-- | 2 | 1 | 5
-- | 1 | 2 | 2
-- | 3 | 1 | 3
-- | 4 | 2 | 3
-- | ok
SELECT id, sum(n) OVER (ORDER BY id), lag(n, 1, 0) OVER (ORDER BY id), count(*) OVER () FROM t;
-- | id | sum(n) OVER (ORDER BY id) | lag(n, 1, 0) OVER (ORDER BY id) | count(*) OVER ()
-- | 1 | 10 | 0 | 5
-- | 2 | 30 | 10 | 5
-- | 3 | 45 | 20 | 5
-- | 4 | 60 | 15 | 5
-- | 5 | 67 | 15 | 5
-- | ok
DELETE FROM t WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY g ORDER BY id) AS k FROM t) WHERE k > 1);
-- | ok, 2 rows
SELECT * FROM t;
-- | id | g | n
-- | 1 | 'x' | 10
-- | 3 | 'y' | 15
-- | 5 | NULL | 7
-- | ok
SELECT rank() FROM t;
-- | error SQLITE_ERROR misuse of window function rank()
SELECT abs(n) OVER () FROM t;
-- | error SQLITE_ERROR abs() may not be used as a window function
SELECT row_number(1) OVER () FROM t;
-- | error SQLITE_ERROR wrong number of arguments to function row_number()
SELECT id FROM t WHERE row_number() OVER () > 1;
-- | error SQLITE_ERROR misuse of window function row_number()

-- Nothing or less is no number of buckets or rows. Compared with SQLite 3.54.

-- @dialect sqlite
SELECT ntile(0) OVER () FROM (VALUES (1)) v;
-- | error SQLITE_ERROR argument of ntile must be a positive integer
SELECT ntile(NULL) OVER () FROM (VALUES (1)) v;
-- | error SQLITE_ERROR argument of ntile must be a positive integer
SELECT nth_value(column1, 0) OVER () FROM (VALUES (1)) v;
-- | error SQLITE_ERROR second argument to nth_value must be a positive integer
SELECT nth_value(column1, 1.0) OVER () FROM (VALUES (1)) v;
-- | nth_value(column1, 1.0) OVER ()
-- | 1
-- | ok
SELECT nth_value(column1, 1.5) OVER () FROM (VALUES (1)) v;
-- | error SQLITE_ERROR second argument to nth_value must be a positive integer
