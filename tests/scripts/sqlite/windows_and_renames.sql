-- Are the names in windows renamed, and where may windows stand? Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b, c);
-- | ok
INSERT INTO t VALUES(1,2,3),(2,1,4);
-- | ok, 2 rows
CREATE VIEW v1 AS SELECT a, sum(b) OVER w AS s FROM t WINDOW w AS (PARTITION BY a ORDER BY b, c DESC);
-- | ok
CREATE VIEW v2 AS SELECT a, sum(b) OVER (PARTITION BY c ORDER BY b ROWS 1 PRECEDING) AS s FROM t;
-- | ok
CREATE VIEW v4 AS WITH x AS (SELECT b AS q FROM t) SELECT q, (SELECT max(c) FROM t WHERE t.b = q) FROM x ORDER BY q;
-- | ok
CREATE VIEW v5 AS SELECT group_concat(b, ',' ORDER BY c, b) AS g FROM t GROUP BY a HAVING sum(b) > 0;
-- | ok
ALTER TABLE t RENAME COLUMN b TO bb;
-- | ok
ALTER TABLE t RENAME COLUMN c TO "c c";
-- | ok
SELECT sql FROM sqlite_master;
-- | sql
-- | 'CREATE TABLE t(a, bb, "c c")'
-- | 'CREATE VIEW v1 AS SELECT a, sum(bb) OVER w AS s FROM t WINDOW w AS (PARTITION BY a ORDER BY bb, "c c" DESC)'
-- | 'CREATE VIEW v2 AS SELECT a, sum(bb) OVER (PARTITION BY "c c" ORDER BY bb ROWS 1 PRECEDING) AS s FROM t'
-- | 'CREATE VIEW v4 AS WITH x AS (SELECT bb AS q FROM t) SELECT q, (SELECT max("c c") FROM t WHERE t.bb = q) FROM x ORDER BY q'
-- | 'CREATE VIEW v5 AS SELECT group_concat(bb, '','' ORDER BY "c c", bb) AS g FROM t GROUP BY a HAVING sum(bb) > 0'
-- | ok
SELECT * FROM v1 ORDER BY a;
-- | a | s
-- | 1 | 2
-- | 2 | 1
-- | ok
SELECT * FROM v2 ORDER BY a;
-- | a | s
-- | 1 | 2
-- | 2 | 1
-- | ok
SELECT * FROM v4;
-- | q | (SELECT max("c c") FROM t WHERE t.bb = q)
-- | 1 | 4
-- | 2 | 3
-- | ok
SELECT * FROM v5 ORDER BY 1;
-- | g
-- | '1'
-- | '2'
-- | ok
ALTER TABLE t RENAME TO tt;
-- | ok
SELECT sql FROM sqlite_master;
-- | sql
-- | 'CREATE TABLE "tt"(a, bb, "c c")'
-- | 'CREATE VIEW v1 AS SELECT a, sum(bb) OVER w AS s FROM "tt" WINDOW w AS (PARTITION BY a ORDER BY bb, "c c" DESC)'
-- | 'CREATE VIEW v2 AS SELECT a, sum(bb) OVER (PARTITION BY "c c" ORDER BY bb ROWS 1 PRECEDING) AS s FROM "tt"'
-- | 'CREATE VIEW v4 AS WITH x AS (SELECT bb AS q FROM "tt") SELECT q, (SELECT max("c c") FROM "tt" WHERE "tt".bb = q) FROM x ORDER BY q'
-- | 'CREATE VIEW v5 AS SELECT group_concat(bb, '','' ORDER BY "c c", bb) AS g FROM "tt" GROUP BY a HAVING sum(bb) > 0'
-- | ok
SELECT * FROM v1 ORDER BY a;
-- | a | s
-- | 1 | 2
-- | 2 | 1
-- | ok
CREATE TRIGGER tr AFTER INSERT ON tt BEGIN INSERT INTO tt SELECT a, sum(bb) OVER w, 1 FROM tt WHERE new.bb IS NULL WINDOW w AS (ORDER BY bb); END;
-- | ok
ALTER TABLE tt RENAME COLUMN bb TO b3;
-- | ok
SELECT sql FROM sqlite_master WHERE name = 'tr';
-- | sql
-- | 'CREATE TRIGGER tr AFTER INSERT ON tt BEGIN INSERT INTO tt SELECT a, sum(b3) OVER w, 1 FROM tt WHERE new.b3 IS NULL WINDOW w AS (ORDER BY b3); END'
-- | ok
INSERT INTO tt VALUES(9,NULL,9);
-- | ok, 1 row
SELECT count(*) FROM tt;
-- | count(*)
-- | 6
-- | ok
-- @dialect sqlite
CREATE TABLE s(id INTEGER PRIMARY KEY, v);
-- | ok
INSERT INTO s(v) VALUES('a'),('b'),('c');
-- | ok, 3 rows
SELECT v, lag(v) OVER (ORDER BY id) AS p, lead(v,1,'-') OVER (ORDER BY id DESC) FROM s ORDER BY id DESC LIMIT 2;
-- | v | p | lead(v,1,'-') OVER (ORDER BY id DESC)
-- | 'c' | 'b' | 'b'
-- | 'b' | 'a' | 'a'
-- | ok
INSERT INTO s(v) SELECT v || row_number() OVER (ORDER BY id) FROM s RETURNING *;
-- | id | v
-- | 4 | 'a1'
-- | 5 | 'b2'
-- | 6 | 'c3'
-- | ok, 3 rows
DELETE FROM s WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY substr(v,1,1) ORDER BY id) AS r FROM s) WHERE r > 1);
-- | ok, 3 rows
SELECT * FROM s;
-- | id | v
-- | 1 | 'a'
-- | 2 | 'b'
-- | 3 | 'c'
-- | ok
UPDATE s SET v = r FROM (SELECT id AS i, row_number() OVER (ORDER BY v DESC) AS r FROM s) WHERE i = id;
-- | ok, 3 rows
SELECT * FROM s;
-- | id | v
-- | 1 | 3
-- | 2 | 2
-- | 3 | 1
-- | ok
CREATE TABLE r AS SELECT id, rank() OVER (ORDER BY v) AS rk FROM s;
-- | ok
SELECT sql FROM sqlite_master WHERE name = 'r';
-- | sql
-- | 'CREATE TABLE r(id INT,rk)'
-- | ok
SELECT * FROM r ORDER BY id;
-- | id | rk
-- | 1 | 3
-- | 2 | 2
-- | 3 | 1
-- | ok
SELECT count(*), sum(rk) OVER () FROM r;
-- | count(*) | sum(rk) OVER ()
-- | 3 | 1
-- | ok
SELECT max(rk) FROM r GROUP BY id HAVING max(rk) > 1 ORDER BY sum(rk) OVER ();
-- | max(rk)
-- | 3
-- | 2
-- | ok
SELECT id FROM r WHERE rk = (SELECT max(rk) OVER () FROM r LIMIT 1);
-- | id
-- | 1
-- | ok
SELECT EXISTS(SELECT row_number() OVER () FROM r);
-- | EXISTS(SELECT row_number() OVER () FROM r)
-- | 1
-- | ok
SELECT id, (SELECT count(*) OVER () FROM s WHERE s.id <= r.id LIMIT 1) FROM r ORDER BY id;
-- | id | (SELECT count(*) OVER () FROM s WHERE s.id <= r.id LIMIT 1)
-- | 1 | 1
-- | 2 | 2
-- | 3 | 3
-- | ok
SELECT r.id, sum(r.rk) OVER (PARTITION BY s.v) FROM r JOIN s ON s.id = r.id ORDER BY r.id;
-- | id | sum(r.rk) OVER (PARTITION BY s.v)
-- | 1 | 3
-- | 2 | 2
-- | 3 | 1
-- | ok
SELECT row_number() OVER (ORDER BY (SELECT v FROM s WHERE s.id = r.id)) FROM r ORDER BY id;
-- | row_number() OVER (ORDER BY (SELECT v FROM s WHERE s.id = r.id))
-- | 3
-- | 2
-- | 1
-- | ok
SELECT DISTINCT count(*) OVER (PARTITION BY rk % 2) FROM r ORDER BY 1;
-- | count(*) OVER (PARTITION BY rk % 2)
-- | 1
-- | 2
-- | ok
SELECT id, ntile(2) OVER (ORDER BY id) FROM r UNION SELECT 100, 100 ORDER BY 1;
-- | id | ntile(2) OVER (ORDER BY id)
-- | 1 | 1
-- | 2 | 1
-- | 3 | 2
-- | 100 | 100
-- | ok
SELECT sum(id) OVER (ORDER BY id) AS running FROM r WHERE id > 1 ORDER BY running DESC;
-- | running
-- | 5
-- | 2
-- | ok
SELECT id, running FROM (SELECT id, sum(id) OVER (ORDER BY id) AS running FROM r) WHERE running > 1;
-- | id | running
-- | 2 | 3
-- | 3 | 6
-- | ok
SELECT total(id) OVER (), avg(id) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) FROM r;
-- | total(id) OVER () | avg(id) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
-- | 6.0 | NULL
-- | 6.0 | 1.0
-- | 6.0 | 1.5
-- | ok
SELECT id FROM r LIMIT (SELECT count(*) OVER () FROM r LIMIT 1) - 2;
-- | id
-- | 3
-- | ok
SELECT first_value(id) OVER (ORDER BY rk DESC), last_value(id) OVER (ORDER BY rk ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM r;
-- | first_value(id) OVER (ORDER BY rk DESC) | last_value(id) OVER (ORDER BY rk ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
-- | 1 | 1
-- | 1 | 1
-- | 1 | 1
-- | ok
