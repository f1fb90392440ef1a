-- @dialect sqlite
-- compared with SQLite 3.54.1: what is wrong with a common table is told of once it is read; ORDER BY before UNION.
CREATE TABLE t(a,b); CREATE TABLE u(a,b);
-- | ok
-- | ok
SELECT 1 ORDER BY 1 UNION SELECT 2 ORDER BY 1;
-- | error SQLITE_ERROR ORDER BY clause should come after UNION not before
SELECT 1 LIMIT 1 UNION SELECT 2 LIMIT 1;
-- | error SQLITE_ERROR LIMIT clause should come after UNION not before
SELECT 1 ORDER BY 1 UNION SELECT 2 LIMIT 1;
-- | error SQLITE_ERROR ORDER BY clause should come after UNION not before
SELECT 1 ORDER BY 1 LIMIT 1 UNION SELECT 2 UNION ALL SELECT 4 ORDER BY 1;
-- | error SQLITE_ERROR ORDER BY clause should come after UNION not before
SELECT 1 UNION SELECT 2 ORDER BY 1 UNION ALL SELECT 4 ORDER BY 1;
-- | error SQLITE_ERROR ORDER BY clause should come after UNION ALL not before
WITH t AS (SELECT a FROM t) SELECT * FROM u;
-- | a | b
-- | ok
WITH q AS (SELECT nosuch FROM t) SELECT * FROM u;
-- | a | b
-- | ok
WITH q AS (SELECT * FROM q2), q2 AS (SELECT * FROM q) SELECT * FROM u;
-- | a | b
-- | ok
WITH t AS (SELECT a FROM t) SELECT * FROM t;
-- | error SQLITE_ERROR circular reference: t
CREATE VIEW v AS WITH t AS (SELECT a FROM t) SELECT * FROM u;
-- | ok
SELECT * FROM v;
-- | a | b
-- | ok
ALTER TABLE u RENAME b TO bb;
-- | ok
ALTER TABLE u RENAME TO uu;
-- | ok
WITH q AS (SELECT * FROM q2), q2 AS (SELECT * FROM q) SELECT * FROM q;
-- | error SQLITE_ERROR circular reference: q
WITH q AS (SELECT * FROM q2), q2 AS (SELECT * FROM q) SELECT * FROM q2;
-- | error SQLITE_ERROR circular reference: q2
WITH q AS (SELECT nosuch FROM t), r AS (SELECT * FROM q) SELECT * FROM r;
-- | error SQLITE_ERROR no such column: nosuch
WITH q AS (SELECT nosuch FROM t), r AS (SELECT * FROM q) SELECT * FROM u;
-- | error SQLITE_ERROR no such table: u
WITH q(x,y) AS (SELECT a FROM t) SELECT * FROM u;
-- | error SQLITE_ERROR no such table: u
WITH q(x,y) AS (SELECT a FROM t) SELECT * FROM q;
-- | error SQLITE_ERROR table q has 1 values for 2 columns
WITH q AS (SELECT 1), q AS (SELECT 2) SELECT * FROM u;
-- | error SQLITE_ERROR duplicate WITH table name: q
WITH q AS (SELECT nosuch FROM t) INSERT INTO u SELECT 1,2;
-- | error SQLITE_ERROR no such table: u
WITH q AS (SELECT nosuch FROM t) UPDATE u SET a=(SELECT max(a) FROM t);
-- | error SQLITE_ERROR no such table: u
WITH q AS (SELECT nosuch FROM t) DELETE FROM u WHERE a IN q;
-- | error SQLITE_ERROR no such table: u
SELECT * FROM t WHERE a IN (WITH z AS (SELECT nosuch) SELECT 1);
-- | a | b
-- | ok
WITH RECURSIVE c(n) AS (SELECT nosuch UNION ALL SELECT n+1 FROM c LIMIT 3) SELECT 1;
-- | 1
-- | 1
-- | ok
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c, c) SELECT 1;
-- | 1
-- | 1
-- | ok
WITH q AS (SELECT 1 FROM nosuch) SELECT (SELECT 1 FROM q);
-- | error SQLITE_ERROR no such table: nosuch
