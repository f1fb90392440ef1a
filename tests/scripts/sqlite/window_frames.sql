-- Which rows does a window call see: frames, EXCLUDE, FILTER, named windows, windows over groups?
-- Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, n INT, x REAL);
-- | ok
INSERT INTO t(g, n, x) VALUES('x', 10, 1.5), ('x', 20, 2.5), ('y', 15, 1.0), ('y', 15, 9), (NULL, 7, NULL), ('z', NULL, 3), ('x', 20, 4), ('z', 30, 5);
-- | ok, 8 rows
SELECT id, sum(n) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t ORDER BY id;
-- | id | sum(n) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)
-- | 1 | 30
-- | 2 | 45
-- | 3 | 50
-- | 4 | 37
-- | 5 | 22
-- | 6 | 27
-- | 7 | 50
-- | 8 | 50
-- | ok
SELECT id, sum(n) OVER (ORDER BY id ROWS 2 PRECEDING) FROM t ORDER BY id;
-- | id | sum(n) OVER (ORDER BY id ROWS 2 PRECEDING)
-- | 1 | 10
-- | 2 | 30
-- | 3 | 45
-- | 4 | 50
-- | 5 | 37
-- | 6 | 22
-- | 7 | 27
-- | 8 | 50
-- | ok
SELECT id, sum(n) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) FROM t ORDER BY id;
-- | id | sum(n) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING)
-- | 1 | 10
-- | 2 | 30
-- | 3 | 45
-- | 4 | 60
-- | 5 | 67
-- | 6 | 67
-- | 7 | 87
-- | 8 | 117
-- | ok
SELECT id, sum(n) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM t ORDER BY id;
-- | id | sum(n) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
-- | 1 | 117
-- | 2 | 107
-- | 3 | 87
-- | 4 | 72
-- | 5 | 57
-- | 6 | 50
-- | 7 | 50
-- | 8 | 30
-- | ok
SELECT id, count(*) OVER (ORDER BY n RANGE BETWEEN 5 PRECEDING AND 5 FOLLOWING) FROM t ORDER BY id;
-- | id | count(*) OVER (ORDER BY n RANGE BETWEEN 5 PRECEDING AND 5 FOLLOWING)
-- | 1 | 4
-- | 2 | 4
-- | 3 | 5
-- | 4 | 5
-- | 5 | 2
-- | 6 | 1
-- | 7 | 4
-- | 8 | 1
-- | ok
SELECT id, count(*) OVER (ORDER BY n DESC RANGE BETWEEN 5 PRECEDING AND 5 FOLLOWING) FROM t ORDER BY id;
-- | id | count(*) OVER (ORDER BY n DESC RANGE BETWEEN 5 PRECEDING AND 5 FOLLOWING)
-- | 1 | 4
-- | 2 | 4
-- | 3 | 5
-- | 4 | 5
-- | 5 | 2
-- | 6 | 1
-- | 7 | 4
-- | 8 | 1
-- | ok
SELECT id, count(*) OVER (ORDER BY n DESC RANGE BETWEEN 5 FOLLOWING AND 10 FOLLOWING) FROM t ORDER BY id;
-- | id | count(*) OVER (ORDER BY n DESC RANGE BETWEEN 5 FOLLOWING AND 10 FOLLOWING)
-- | 1 | 0
-- | 2 | 3
-- | 3 | 2
-- | 4 | 2
-- | 5 | 0
-- | 6 | 1
-- | 7 | 3
-- | 8 | 2
-- | ok
SELECT id, count(*) OVER (ORDER BY n RANGE BETWEEN 10 PRECEDING AND 5 PRECEDING) FROM t ORDER BY id;
-- | id | count(*) OVER (ORDER BY n RANGE BETWEEN 10 PRECEDING AND 5 PRECEDING)
-- | 1 | 0
-- | 2 | 3
-- | 3 | 2
-- | 4 | 2
-- | 5 | 0
-- | 6 | 1
-- | 7 | 3
-- | 8 | 2
-- | ok
SELECT id, count(*) OVER (ORDER BY g RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t ORDER BY id;
-- | id | count(*) OVER (ORDER BY g RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING)
-- | 1 | 3
-- | 2 | 3
-- | 3 | 2
-- | 4 | 2
-- | 5 | 1
-- | 6 | 2
-- | 7 | 3
-- | 8 | 2
-- | ok
SELECT id, count(*) OVER (ORDER BY x RANGE BETWEEN 1.5 PRECEDING AND 0.5 FOLLOWING) FROM t ORDER BY id;
-- | id | count(*) OVER (ORDER BY x RANGE BETWEEN 1.5 PRECEDING AND 0.5 FOLLOWING)
-- | 1 | 2
-- | 2 | 4
-- | 3 | 2
-- | 4 | 1
-- | 5 | 1
-- | 6 | 3
-- | 7 | 3
-- | 8 | 2
-- | ok
SELECT id, count(*) OVER (ORDER BY n NULLS LAST RANGE BETWEEN 5 PRECEDING AND UNBOUNDED FOLLOWING) FROM t ORDER BY id;
-- | id | count(*) OVER (ORDER BY n NULLS LAST RANGE BETWEEN 5 PRECEDING AND UNBOUNDED FOLLOWING)
-- | 1 | 8
-- | 2 | 6
-- | 3 | 7
-- | 4 | 7
-- | 5 | 8
-- | 6 | 1
-- | 7 | 6
-- | 8 | 2
-- | ok
SELECT id, group_concat(id) OVER (ORDER BY n GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t ORDER BY id;
-- | id | group_concat(id) OVER (ORDER BY n GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING)
-- | 1 | '5,1,3,4'
-- | 2 | '3,4,2,7,8'
-- | 3 | '1,3,4,2,7'
-- | 4 | '1,3,4,2,7'
-- | 5 | '6,5,1'
-- | 6 | '6,5'
-- | 7 | '3,4,2,7,8'
-- | 8 | '2,7,8'
-- | ok
SELECT id, group_concat(id) OVER (ORDER BY n GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM t ORDER BY id;
-- | id | group_concat(id) OVER (ORDER BY n GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING EXCLUDE CURRENT ROW)
-- | 1 | '3,4'
-- | 2 | '7,8'
-- | 3 | '4,2,7'
-- | 4 | '3,2,7'
-- | 5 | '1'
-- | 6 | '5'
-- | 7 | '2,8'
-- | 8 | NULL
-- | ok
SELECT id, group_concat(id) OVER (ORDER BY n GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE GROUP) FROM t ORDER BY id;
-- | id | group_concat(id) OVER (ORDER BY n GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE GROUP)
-- | 1 | '6,5,3,4,2,7,8'
-- | 2 | '6,5,1,3,4,8'
-- | 3 | '6,5,1,2,7,8'
-- | 4 | '6,5,1,2,7,8'
-- | 5 | '6,1,3,4,2,7,8'
-- | 6 | '5,1,3,4,2,7,8'
-- | 7 | '6,5,1,3,4,8'
-- | 8 | '6,5,1,3,4,2,7'
-- | ok
SELECT id, group_concat(id) OVER (ORDER BY n GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE TIES) FROM t ORDER BY id;
-- | id | group_concat(id) OVER (ORDER BY n GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE TIES)
-- | 1 | '6,5,1,3,4,2,7,8'
-- | 2 | '6,5,1,3,4,2,8'
-- | 3 | '6,5,1,3,2,7,8'
-- | 4 | '6,5,1,4,2,7,8'
-- | 5 | '6,5,1,3,4,2,7,8'
-- | 6 | '6,5,1,3,4,2,7,8'
-- | 7 | '6,5,1,3,4,7,8'
-- | 8 | '6,5,1,3,4,2,7,8'
-- | ok
SELECT id, group_concat(id) OVER (ORDER BY n GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE NO OTHERS) FROM t ORDER BY id;
-- | id | group_concat(id) OVER (ORDER BY n GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE NO OTHERS)
-- | 1 | '6,5,1,3,4,2,7,8'
-- | 2 | '6,5,1,3,4,2,7,8'
-- | 3 | '6,5,1,3,4,2,7,8'
-- | 4 | '6,5,1,3,4,2,7,8'
-- | 5 | '6,5,1,3,4,2,7,8'
-- | 6 | '6,5,1,3,4,2,7,8'
-- | 7 | '6,5,1,3,4,2,7,8'
-- | 8 | '6,5,1,3,4,2,7,8'
-- | ok
SELECT id, first_value(id) OVER w, last_value(id) OVER w, nth_value(id, 2) OVER w FROM t WINDOW w AS (PARTITION BY g ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) ORDER BY id;
-- | id | first_value(id) OVER w | last_value(id) OVER w | nth_value(id, 2) OVER w
-- | 1 | 1 | 2 | 2
-- | 2 | 1 | 7 | 2
-- | 3 | 3 | 4 | 4
-- | 4 | 3 | 4 | 4
-- | 5 | 5 | 5 | NULL
-- | 6 | 6 | 8 | 8
-- | 7 | 2 | 7 | 7
-- | 8 | 6 | 8 | 8
-- | ok
SELECT id, first_value(id) OVER w, last_value(id) OVER w FROM t WINDOW w AS (PARTITION BY g ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) ORDER BY id;
-- | id | first_value(id) OVER w | last_value(id) OVER w
-- | 1 | 2 | 2
-- | 2 | 1 | 7
-- | 3 | 4 | 4
-- | 4 | 3 | 3
-- | 5 | NULL | NULL
-- | 6 | 8 | 8
-- | 7 | 2 | 2
-- | 8 | 6 | 6
-- | ok
SELECT id, row_number() OVER w, rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w, ntile(3) OVER w FROM t WINDOW w AS (ORDER BY n) ORDER BY id;
-- | id | row_number() OVER w | rank() OVER w | dense_rank() OVER w | percent_rank() OVER w | cume_dist() OVER w | ntile(3) OVER w
-- | 1 | 3 | 3 | 3 | 0.2857142857142857 | 0.375 | 1
-- | 2 | 6 | 6 | 5 | 0.7142857142857143 | 0.875 | 2
-- | 3 | 4 | 4 | 4 | 0.42857142857142855 | 0.625 | 2
-- | 4 | 5 | 4 | 4 | 0.42857142857142855 | 0.625 | 2
-- | 5 | 2 | 2 | 2 | 0.14285714285714285 | 0.25 | 1
-- | 6 | 1 | 1 | 1 | 0.0 | 0.125 | 1
-- | 7 | 7 | 6 | 5 | 0.7142857142857143 | 0.875 | 3
-- | 8 | 8 | 8 | 6 | 1.0 | 1.0 | 3
-- | ok
SELECT id, row_number() OVER (w ORDER BY n DESC) FROM t WINDOW w AS (PARTITION BY g) ORDER BY id;
-- | id | row_number() OVER (w ORDER BY n DESC)
-- | 1 | 3
-- | 2 | 1
-- | 3 | 1
-- | 4 | 2
-- | 5 | 1
-- | 6 | 2
-- | 7 | 2
-- | 8 | 1
-- | ok
SELECT id, row_number() OVER (w PARTITION BY g) FROM t WINDOW w AS (PARTITION BY g) ORDER BY id;
-- | error SQLITE_ERROR cannot override PARTITION clause of window: w
SELECT id, row_number() OVER (w ORDER BY g) FROM t WINDOW w AS (ORDER BY g) ORDER BY id;
-- | error SQLITE_ERROR cannot override ORDER BY clause of window: w
SELECT id, row_number() OVER (w ROWS 1 PRECEDING) FROM t WINDOW w AS (ORDER BY g ROWS 2 PRECEDING) ORDER BY id;
-- | error SQLITE_ERROR cannot override frame specification of window: w
SELECT id, sum(n) OVER (w ROWS 1 PRECEDING) FROM t WINDOW w AS (ORDER BY id) ORDER BY id;
-- | id | sum(n) OVER (w ROWS 1 PRECEDING)
-- | 1 | 10
-- | 2 | 30
-- | 3 | 35
-- | 4 | 30
-- | 5 | 22
-- | 6 | 7
-- | 7 | 20
-- | 8 | 50
-- | ok
SELECT id, sum(n) OVER v FROM t WINDOW w AS (PARTITION BY g), v AS (w ORDER BY id) ORDER BY id;
-- | id | sum(n) OVER v
-- | 1 | 10
-- | 2 | 30
-- | 3 | 15
-- | 4 | 30
-- | 5 | 7
-- | 6 | NULL
-- | 7 | 50
-- | 8 | 30
-- | ok
SELECT id, sum(n) OVER v FROM t WINDOW v AS (w ORDER BY id), w AS (PARTITION BY g) ORDER BY id;
-- | id | sum(n) OVER v
-- | 1 | 10
-- | 2 | 30
-- | 3 | 45
-- | 4 | 60
-- | 5 | 67
-- | 6 | 67
-- | 7 | 87
-- | 8 | 117
-- | ok
SELECT id, sum(n) OVER nope FROM t;
-- | error SQLITE_ERROR no such window: nope
SELECT id, sum(n) OVER (nope) FROM t;
-- | error SQLITE_ERROR no such window: nope
SELECT id, sum(n) OVER W FROM t WINDOW w AS (ORDER BY id);
-- | id | sum(n) OVER W
-- | 1 | 10
-- | 2 | 30
-- | 3 | 45
-- | 4 | 60
-- | 5 | 67
-- | 6 | 67
-- | 7 | 87
-- | 8 | 117
-- | ok
SELECT id, count(*) FILTER (WHERE n > 10) OVER (ORDER BY id) FROM t ORDER BY id;
-- | id | count(*) FILTER (WHERE n > 10) OVER (ORDER BY id)
-- | 1 | 0
-- | 2 | 1
-- | 3 | 2
-- | 4 | 3
-- | 5 | 3
-- | 6 | 3
-- | 7 | 4
-- | 8 | 5
-- | ok
SELECT id, sum(n) FILTER (WHERE g = 'x') OVER (PARTITION BY g) FROM t ORDER BY id;
-- | id | sum(n) FILTER (WHERE g = 'x') OVER (PARTITION BY g)
-- | 1 | 50
-- | 2 | 50
-- | 3 | NULL
-- | 4 | NULL
-- | 5 | NULL
-- | 6 | NULL
-- | 7 | 50
-- | 8 | NULL
-- | ok
SELECT id, row_number() FILTER (WHERE g = 'x') OVER (PARTITION BY g) FROM t ORDER BY id;
-- | error SQLITE_ERROR FILTER clause may only be used with aggregate window functions
SELECT g, count(*) FILTER (WHERE n > 10), sum(n) FILTER (WHERE n < 20) FROM t GROUP BY g ORDER BY g;
-- | g | count(*) FILTER (WHERE n > 10) | sum(n) FILTER (WHERE n < 20)
-- | NULL | 0 | 7
-- | 'x' | 2 | 10
-- | 'y' | 2 | 30
-- | 'z' | 1 | NULL
-- | ok
SELECT abs(n) FILTER (WHERE n > 1) FROM t;
-- | error SQLITE_ERROR FILTER may not be used with non-aggregate abs()
SELECT g, sum(n), sum(sum(n)) OVER (ORDER BY g), rank() OVER (ORDER BY sum(n) DESC) FROM t GROUP BY g ORDER BY g;
-- | g | sum(n) | sum(sum(n)) OVER (ORDER BY g) | rank() OVER (ORDER BY sum(n) DESC)
-- | NULL | 7 | 7 | 4
-- | 'x' | 50 | 57 | 1
-- | 'y' | 30 | 87 | 2
-- | 'z' | 30 | 117 | 2
-- | ok
SELECT g, count(*), row_number() OVER (ORDER BY count(*) DESC, g) FROM t GROUP BY g HAVING count(*) > 1 ORDER BY g;
-- | g | count(*) | row_number() OVER (ORDER BY count(*) DESC, g)
-- | 'x' | 3 | 1
-- | 'y' | 2 | 2
-- | 'z' | 2 | 3
-- | ok
SELECT sum(count(*)) OVER () FROM t;
-- | sum(count(*)) OVER ()
-- | 8
-- | ok
SELECT sum(n), sum(n) OVER () FROM t;
-- | sum(n) | sum(n) OVER ()
-- | 117 | 10
-- | ok
SELECT id, lag(n) OVER w, lag(n, 2) OVER w, lag(n, 2, 'd') OVER w, lead(n) OVER w, lead(n, 0) OVER w, lead(n, 100, id) OVER w FROM t WINDOW w AS (ORDER BY id) ORDER BY id;
-- | id | lag(n) OVER w | lag(n, 2) OVER w | lag(n, 2, 'd') OVER w | lead(n) OVER w | lead(n, 0) OVER w | lead(n, 100, id) OVER w
-- | 1 | NULL | NULL | 'd' | 20 | 10 | 1
-- | 2 | 10 | NULL | 'd' | 15 | 20 | 2
-- | 3 | 20 | 10 | 10 | 15 | 15 | 3
-- | 4 | 15 | 20 | 20 | 7 | 15 | 4
-- | 5 | 15 | 15 | 15 | NULL | 7 | 5
-- | 6 | 7 | 15 | 15 | 20 | NULL | 6
-- | 7 | NULL | 7 | 7 | 30 | 20 | 7
-- | 8 | 20 | NULL | NULL | NULL | 30 | 8
-- | ok
SELECT lag(n, -1) OVER (ORDER BY id) FROM t;
-- | lag(n, -1) OVER (ORDER BY id)
-- | 20
-- | 15
-- | 15
-- | 7
-- | NULL
-- | 20
-- | 30
-- | NULL
-- | ok
SELECT sum(DISTINCT n) OVER () FROM t;
-- | error SQLITE_ERROR DISTINCT is not supported for window functions
SELECT group_concat(n ORDER BY id DESC) OVER () FROM t;
-- | error SQLITE_ERROR ORDER BY may not be used with non-aggregate group_concat()
SELECT group_concat(n ORDER BY id DESC) FROM t;
-- | group_concat(n ORDER BY id DESC)
-- | '30,20,7,15,15,20,10'
-- | ok
SELECT g, group_concat(n, '-' ORDER BY n DESC, id) FROM t GROUP BY g ORDER BY g;
-- | g | group_concat(n, '-' ORDER BY n DESC, id)
-- | NULL | '7'
-- | 'x' | '20-20-10'
-- | 'y' | '15-15'
-- | 'z' | '30'
-- | ok
SELECT string_agg(n, '-' ORDER BY n DESC, id) FROM t;
-- | string_agg(n, '-' ORDER BY n DESC, id)
-- | '30-20-20-15-15-10-7'
-- | ok
SELECT string_agg(g, ',' ORDER BY g COLLATE NOCASE DESC NULLS FIRST) FROM t;
-- | string_agg(g, ',' ORDER BY g COLLATE NOCASE DESC NULLS FIRST)
-- | 'z,z,y,y,x,x,x'
-- | ok
SELECT group_concat(DISTINCT g ORDER BY g DESC) FROM t;
-- | group_concat(DISTINCT g ORDER BY g DESC)
-- | 'z,y,x'
-- | ok
SELECT group_concat(DISTINCT g) FROM t;
-- | group_concat(DISTINCT g)
-- | 'x,y,z'
-- | ok
SELECT group_concat(DISTINCT g, '-') FROM t;
-- | error SQLITE_ERROR DISTINCT aggregates must have exactly one argument
SELECT count(n ORDER BY id) FROM t;
-- | count(n ORDER BY id)
-- | 7
-- | ok
SELECT abs(n ORDER BY id) FROM t;
-- | error SQLITE_ERROR ORDER BY may not be used with non-aggregate abs()
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN -1 PRECEDING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR frame starting offset must be a non-negative integer
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN 'a' PRECEDING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR frame starting offset must be a non-negative integer
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN 1.0 PRECEDING AND 1.5 FOLLOWING) FROM t;
-- | error SQLITE_ERROR frame ending offset must be a non-negative integer
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN n PRECEDING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR frame starting offset must be a non-negative integer
SELECT sum(n) OVER (ORDER BY id RANGE BETWEEN 'a' PRECEDING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR frame starting offset must be a non-negative number
SELECT sum(n) OVER (ORDER BY id, n RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression
SELECT sum(n) OVER (RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM t;
-- | error SQLITE_ERROR unsupported frame specification
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR unsupported frame specification
SELECT sum(n) OVER (ORDER BY id ROWS 1 FOLLOWING) FROM t;
-- | error SQLITE_ERROR unsupported frame specification
SELECT sum(n) OVER (ORDER BY id ROWS UNBOUNDED FOLLOWING) FROM t;
-- | error SQLITE_ERROR near "FOLLOWING": syntax error
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) FROM t;
-- | error SQLITE_ERROR near "FOLLOWING": syntax error
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED PRECEDING) FROM t;
-- | error SQLITE_ERROR near "PRECEDING": syntax error
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 3 PRECEDING) FROM t;
-- | sum(n) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 3 PRECEDING)
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | ok
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN 3 FOLLOWING AND 2 FOLLOWING) FROM t;
-- | sum(n) OVER (ORDER BY id ROWS BETWEEN 3 FOLLOWING AND 2 FOLLOWING)
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | ok
SELECT sum(n) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING) FROM t;
-- | sum(n) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING)
-- | NULL
-- | NULL
-- | 10
-- | 30
-- | 35
-- | 30
-- | 22
-- | 7
-- | ok
SELECT sum(n) OVER (GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t;
-- | sum(n) OVER (GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW)
-- | 117
-- | 117
-- | 117
-- | 117
-- | 117
-- | 117
-- | 117
-- | 117
-- | ok
SELECT sum(row_number() OVER ()) FROM t;
-- | error SQLITE_ERROR misuse of window function row_number()
SELECT sum(row_number() OVER ()) OVER () FROM t;
-- | error SQLITE_ERROR misuse of window function row_number()
SELECT id FROM t GROUP BY row_number() OVER ();
-- | error SQLITE_ERROR misuse of window function row_number()
SELECT g FROM t GROUP BY g HAVING row_number() OVER () > 1;
-- | error SQLITE_ERROR misuse of window function row_number()
SELECT id FROM t ORDER BY row_number() OVER (ORDER BY n DESC, id);
-- | id
-- | 8
-- | 2
-- | 7
-- | 3
-- | 4
-- | 1
-- | 5
-- | 6
-- | ok
SELECT DISTINCT rank() OVER (ORDER BY n) FROM t ORDER BY 1;
-- | rank() OVER (ORDER BY n)
-- | 1
-- | 2
-- | 3
-- | 4
-- | 6
-- | 8
-- | ok
SELECT id, min(n) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) AS m, max(n) OVER (ORDER BY id DESC ROWS 3 PRECEDING) FROM t ORDER BY id;
-- | id | m | max(n) OVER (ORDER BY id DESC ROWS 3 PRECEDING)
-- | 1 | NULL | 20
-- | 2 | 10 | 20
-- | 3 | 10 | 15
-- | 4 | 15 | 20
-- | 5 | 15 | 30
-- | 6 | 7 | 30
-- | 7 | 7 | 30
-- | 8 | 20 | 30
-- | ok
SELECT id, avg(n) OVER (PARTITION BY g) AS a, total(n) OVER (PARTITION BY g), count(n) OVER (PARTITION BY g ORDER BY id) FROM t ORDER BY a, id;
-- | id | a | total(n) OVER (PARTITION BY g) | count(n) OVER (PARTITION BY g ORDER BY id)
-- | 5 | 7.0 | 7.0 | 1
-- | 3 | 15.0 | 30.0 | 1
-- | 4 | 15.0 | 30.0 | 2
-- | 1 | 16.666666666666668 | 50.0 | 1
-- | 2 | 16.666666666666668 | 50.0 | 2
-- | 7 | 16.666666666666668 | 50.0 | 3
-- | 6 | 30.0 | 30.0 | 0
-- | 8 | 30.0 | 30.0 | 1
-- | ok
WITH w AS (SELECT id, row_number() OVER (ORDER BY n, id) AS k FROM t) SELECT * FROM w WHERE k BETWEEN 2 AND 4 ORDER BY k;
-- | id | k
-- | 5 | 2
-- | 1 | 3
-- | 3 | 4
-- | ok
UPDATE t SET n = (SELECT k FROM (SELECT id, row_number() OVER (ORDER BY id) AS k FROM t) s WHERE s.id = t.id);
-- | ok, 8 rows
SELECT * FROM t ORDER BY id;
-- | id | g | n | x
-- | 1 | 'x' | 1 | 1.5
-- | 2 | 'x' | 2 | 2.5
-- | 3 | 'y' | 3 | 1.0
-- | 4 | 'y' | 4 | 9.0
-- | 5 | NULL | 5 | NULL
-- | 6 | 'z' | 6 | 3.0
-- | 7 | 'x' | 7 | 4.0
-- | 8 | 'z' | 8 | 5.0
-- | ok
UPDATE t SET n = row_number() OVER ();
-- | error SQLITE_ERROR misuse of window function row_number()
INSERT INTO t(n) VALUES (row_number() OVER ());
-- | error SQLITE_ERROR misuse of window function row_number()
CREATE VIEW v AS SELECT id, sum(n) OVER (ORDER BY id ROWS 1 PRECEDING) AS s FROM t;
-- | ok
SELECT * FROM v ORDER BY id;
-- | id | s
-- | 1 | 1
-- | 2 | 3
-- | 3 | 5
-- | 4 | 7
-- | 5 | 9
-- | 6 | 11
-- | 7 | 13
-- | 8 | 15
-- | ok
SELECT json_group_array(id) OVER (ORDER BY id ROWS 1 PRECEDING) FROM t;
-- | json_group_array(id) OVER (ORDER BY id ROWS 1 PRECEDING)
-- | '[1]'
-- | '[1,2]'
-- | '[2,3]'
-- | '[3,4]'
-- | '[4,5]'
-- | '[5,6]'
-- | '[6,7]'
-- | '[7,8]'
-- | ok
SELECT nth_value(id, 3) OVER (ORDER BY id) FROM t;
-- | nth_value(id, 3) OVER (ORDER BY id)
-- | NULL
-- | NULL
-- | 3
-- | 3
-- | 3
-- | 3
-- | 3
-- | 3
-- | ok
SELECT ntile(3) OVER (ORDER BY id), ntile(100) OVER (ORDER BY id) FROM t;
-- | ntile(3) OVER (ORDER BY id) | ntile(100) OVER (ORDER BY id)
-- | 1 | 1
-- | 1 | 2
-- | 1 | 3
-- | 2 | 4
-- | 2 | 5
-- | 2 | 6
-- | 3 | 7
-- | 3 | 8
-- | ok
SELECT count() OVER (), count() FROM t;
-- | count() OVER () | count()
-- | 1 | 8
-- | ok
SELECT sum(n) OVER () + 1, sum(n) OVER () * 2.0 FROM t LIMIT 1;
-- | sum(n) OVER () + 1 | sum(n) OVER () * 2.0
-- | 37 | 72.0
-- | ok
SELECT CASE WHEN row_number() OVER (ORDER BY id) % 2 THEN 'odd' ELSE 'even' END FROM t;
-- | CASE WHEN row_number() OVER (ORDER BY id) % 2 THEN 'odd' ELSE 'even' END
-- | 'odd'
-- | 'even'
-- | 'odd'
-- | 'even'
-- | 'odd'
-- | 'even'
-- | 'odd'
-- | 'even'
-- | ok
SELECT id, sum(n) OVER (PARTITION BY g ORDER BY id), sum(n) OVER (ORDER BY id) FROM t WHERE id > 2 ORDER BY id LIMIT 3;
-- | id | sum(n) OVER (PARTITION BY g ORDER BY id) | sum(n) OVER (ORDER BY id)
-- | 3 | 3 | 3
-- | 4 | 7 | 7
-- | 5 | 5 | 12
-- | ok
SELECT a.id, count(*) OVER (PARTITION BY a.g) FROM t a JOIN t b ON a.g = b.g ORDER BY a.id, b.id;
-- | id | count(*) OVER (PARTITION BY a.g)
-- | 1 | 9
-- | 1 | 9
-- | 1 | 9
-- | 2 | 9
-- | 2 | 9
-- | 2 | 9
-- | 3 | 4
-- | 3 | 4
-- | 4 | 4
-- | 4 | 4
-- | 6 | 4
-- | 6 | 4
-- | 7 | 9
-- | 7 | 9
-- | 7 | 9
-- | 8 | 4
-- | 8 | 4
-- | ok
SELECT window FROM (SELECT 1 AS window);
-- | window
-- | 1
-- | ok
SELECT 1 over;
-- | over
-- | 1
-- | ok
SELECT count(*) over FROM t;
-- | over
-- | 8
-- | ok
SELECT count(*) filter FROM t;
-- | filter
-- | 8
-- | ok
SELECT row_number() OVER (ORDER BY id) FROM t UNION ALL SELECT 5 ORDER BY 1;
-- | row_number() OVER (ORDER BY id)
-- | 1
-- | 2
-- | 3
-- | 4
-- | 5
-- | 5
-- | 6
-- | 7
-- | 8
-- | ok
CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET x = (SELECT sum(n) OVER (ORDER BY id ROWS 1 PRECEDING) FROM t LIMIT 1); END;
-- | ok
INSERT INTO t(n) VALUES(5);
-- | ok, 1 row
SELECT * FROM t ORDER BY id;
-- | id | g | n | x
-- | 1 | 'x' | 1 | 1.0
-- | 2 | 'x' | 2 | 1.0
-- | 3 | 'y' | 3 | 1.0
-- | 4 | 'y' | 4 | 1.0
-- | 5 | NULL | 5 | 1.0
-- | 6 | 'z' | 6 | 1.0
-- | 7 | 'x' | 7 | 1.0
-- | 8 | 'z' | 8 | 1.0
-- | 9 | NULL | 5 | 1.0
-- | ok
DELETE FROM t WHERE id IN (SELECT id FROM (SELECT id, rank() OVER (PARTITION BY g ORDER BY id) r FROM t) WHERE r > 1) RETURNING id;
-- | id
-- | 2
-- | 4
-- | 7
-- | 8
-- | 9
-- | ok, 5 rows
