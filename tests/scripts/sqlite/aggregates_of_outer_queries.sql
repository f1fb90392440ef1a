-- To which query does an aggregate belong? To the innermost one whose columns it names. And of which
-- row are the keys of a group beside min() or max()? Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b);
-- | ok
CREATE TABLE u(x, y);
-- | ok
INSERT INTO t VALUES(1,1),(2,1),(3,2);
-- | ok, 3 rows
INSERT INTO u VALUES(1,1),(5,2);
-- | ok, 2 rows
SELECT (SELECT count(t.a)) FROM t;
-- | (SELECT count(t.a))
-- | 3
-- | ok
SELECT b, (SELECT sum(t.a) FROM u LIMIT 1) FROM t GROUP BY b;
-- | b | (SELECT sum(t.a) FROM u LIMIT 1)
-- | 1 | 3
-- | 2 | 3
-- | ok
SELECT b, (SELECT sum(t.a)+sum(x) FROM u) FROM t GROUP BY b;
-- | b | (SELECT sum(t.a)+sum(x) FROM u)
-- | 1 | 9
-- | 2 | 9
-- | ok
SELECT b FROM t GROUP BY b HAVING (SELECT sum(t.a)) > 2;
-- | b
-- | 1
-- | 2
-- | ok
SELECT (SELECT (SELECT sum(t.a)) FROM u) FROM t;
-- | (SELECT (SELECT sum(t.a)) FROM u)
-- | 6
-- | ok
SELECT (SELECT sum(1) FROM u) FROM t;
-- | (SELECT sum(1) FROM u)
-- | 2
-- | 2
-- | 2
-- | ok
SELECT a FROM t WHERE (SELECT count(t.a)) > 0;
-- | error SQLITE_ERROR misuse of aggregate: count()
SELECT b FROM t ORDER BY (SELECT sum(t.a)) DESC;
-- | error SQLITE_ERROR misuse of aggregate: sum()
UPDATE t SET b = (SELECT count(t.a));
-- | error SQLITE_ERROR misuse of aggregate: count()
DELETE FROM t WHERE (SELECT sum(t.a) FROM u) > 100;
-- | error SQLITE_ERROR misuse of aggregate: sum()
SELECT sum(a) AS s FROM t WHERE s > 0;
-- | error SQLITE_ERROR misuse of aggregate: sum()
CREATE TABLE n(b TEXT COLLATE NOCASE, c INT);
-- | ok
INSERT INTO n VALUES('a',1),('A',3),('B',5),('b',2);
-- | ok, 4 rows
SELECT b, max(c) FROM n GROUP BY b;
-- | b | max(c)
-- | 'A' | 3
-- | 'B' | 5
-- | ok
SELECT b, min(c) FROM n GROUP BY b;
-- | b | min(c)
-- | 'a' | 1
-- | 'b' | 2
-- | ok
SELECT b||'', max(c) FROM n GROUP BY b;
-- | b||'' | max(c)
-- | 'A' | 3
-- | 'B' | 5
-- | ok
SELECT b, count(c) FROM n GROUP BY b;
-- | b | count(c)
-- | 'a' | 2
-- | 'B' | 2
-- | ok
