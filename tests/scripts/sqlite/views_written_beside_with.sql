-- A table of WITH does not stand in for a view that is written. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b); INSERT INTO t VALUES(1,2); CREATE TABLE u(x); INSERT INTO u VALUES(1);
-- | ok
-- | ok, 1 row
-- | ok
-- | ok, 1 row
CREATE VIEW v(q,p) AS SELECT b, a FROM t; CREATE TABLE log(m);
-- | ok
-- | ok
CREATE TRIGGER tr INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(new.q); END;
-- | ok
CREATE TRIGGER td INSTEAD OF DELETE ON v BEGIN INSERT INTO log VALUES(old.q); END;
-- | ok
WITH v AS (SELECT 1 AS q) UPDATE v SET q=5;
-- | ok, 0 rows
WITH v AS (SELECT 1 AS q) DELETE FROM v;
-- | ok, 0 rows
WITH v AS (SELECT 1 AS q, 2 AS w, 3, 4, 5) UPDATE v SET q=7 FROM u;
-- | ok, 0 rows
WITH v AS (SELECT 1 AS q) UPDATE v SET q=7 FROM u;
-- | ok, 0 rows
SELECT * FROM log;
-- | m
-- | 5
-- | 2
-- | 7
-- | 7
-- | ok
