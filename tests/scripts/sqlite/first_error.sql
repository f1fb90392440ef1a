-- Which error of several is told of: names before numbers, columns of SET before FROM, what an aggregate is given
-- before its place. Compared with SQLite 3.54 (rusqlite, bundled).
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY,b TEXT UNIQUE,c DEFAULT 5 CHECK(c<>99));
-- | ok
CREATE TABLE u(x,y);
-- | ok
INSERT INTO t VALUES(1,'x',2),(2,'y',3),(3,NULL,NULL);
-- | ok, 3 rows
INSERT INTO u VALUES(1,'one'),(2,'two');
-- | ok, 2 rows
UPDATE u SET x=max(x);
-- | error SQLITE_ERROR misuse of aggregate function max()
UPDATE u SET x=max(nope);
-- | error SQLITE_ERROR no such column: nope
SELECT x FROM u WHERE max(nope)>1;
-- | error SQLITE_ERROR no such column: nope
SELECT x FROM u WHERE max(x)>1;
-- | error SQLITE_ERROR misuse of aggregate function max()
DELETE FROM u WHERE count(*)>1;
-- | error SQLITE_ERROR misuse of aggregate function count()
DELETE FROM u WHERE count(nope);
-- | error SQLITE_ERROR no such column: nope
INSERT INTO u VALUES(max(1),2);
-- | error SQLITE_ERROR misuse of aggregate function max()
INSERT INTO u VALUES(max(nope),2);
-- | error SQLITE_ERROR no such column: nope
INSERT INTO u VALUES(1,2),(count(*),2);
-- | error SQLITE_ERROR misuse of aggregate: count()
INSERT INTO u VALUES(1,2),(max(x),2);
-- | error SQLITE_ERROR no such column: x
INSERT INTO u VALUES(sum(1),2),(3,4);
-- | error SQLITE_ERROR misuse of aggregate: sum()
INSERT INTO u SELECT sum(1),2;
-- | ok, 1 row
SELECT sum(sum(1));
-- | error SQLITE_ERROR misuse of aggregate function sum()
SELECT sum(sum(nope));
-- | error SQLITE_ERROR no such column: nope
SELECT max(max(x)) FROM u;
-- | error SQLITE_ERROR misuse of aggregate function max()
SELECT x FROM u GROUP BY max(x);
-- | error SQLITE_ERROR aggregate functions are not allowed in the GROUP BY clause
SELECT x FROM u GROUP BY max(nope);
-- | error SQLITE_ERROR no such column: nope
SELECT x FROM u ORDER BY max(x);
-- | error SQLITE_ERROR misuse of aggregate: max()
SELECT x FROM u LIMIT max(x);
-- | error SQLITE_ERROR no such column: x
SELECT x FROM u LIMIT max(1);
-- | error SQLITE_ERROR misuse of aggregate function max()
CREATE TABLE z(a CHECK(max(a)>1));
-- | error SQLITE_ERROR misuse of aggregate function max()
CREATE TABLE z(a CHECK(max(nope)>1));
-- | error SQLITE_ERROR no such column: nope
CREATE INDEX z ON u(max(x));
-- | error SQLITE_ERROR misuse of aggregate function max()
CREATE INDEX z ON u(max(nope));
-- | error SQLITE_ERROR no such column: nope
CREATE INDEX z ON u(x) WHERE max(x)>1;
-- | error SQLITE_ERROR misuse of aggregate function max()
UPDATE t SET c=row_number() OVER ();
-- | error SQLITE_ERROR misuse of window function row_number()
SELECT row_number() FROM u;
-- | error SQLITE_ERROR misuse of window function row_number()
SELECT x FROM u WHERE row_number() OVER ()>1;
-- | error SQLITE_ERROR misuse of window function row_number()
SELECT x FROM u WHERE row_number() OVER (ORDER BY nope)>1;
-- | error SQLITE_ERROR misuse of window function row_number()
INSERT INTO u VALUES(row_number() OVER (),2);
-- | error SQLITE_ERROR misuse of window function row_number()
DELETE FROM u WHERE row_number() OVER ();
-- | error SQLITE_ERROR misuse of window function row_number()
UPDATE u SET x=1 WHERE sum(x) OVER ()>1;
-- | error SQLITE_ERROR misuse of window function sum()
UPDATE t SET a=5 FROM t AS t2 WHERE t.a=t2.a;
-- | error SQLITE_CONSTRAINT_PRIMARYKEY UNIQUE constraint failed: t.a
UPDATE t SET b='q' FROM t;
-- | error SQLITE_ERROR target object/alias may not appear in FROM clause: t
UPDATE t SET b='q' FROM u,t;
-- | error SQLITE_ERROR target object/alias may not appear in FROM clause: t
UPDATE t AS q SET b='q'||q.a FROM t WHERE q.a=t.a;
-- | ok, 3 rows
UPDATE t SET nope=1 FROM nope;
-- | error SQLITE_ERROR no such column: nope
UPDATE t SET b=nope FROM nope;
-- | error SQLITE_ERROR no such table: nope
INSERT INTO t(a,b) VALUES(1,2,3);
-- | error SQLITE_ERROR 3 values for 2 columns
INSERT INTO t(a,b) VALUES(nope,2,3);
-- | error SQLITE_ERROR no such column: nope
INSERT INTO t(a,b) SELECT nope,2,3;
-- | error SQLITE_ERROR no such column: nope
INSERT INTO t(a,b) SELECT 1,2,3;
-- | error SQLITE_ERROR 3 values for 2 columns
INSERT INTO t(a,b) VALUES((SELECT nope),1,2);
-- | error SQLITE_ERROR no such column: nope
INSERT INTO t(a,b) VALUES((1,2),1,2);
-- | error SQLITE_ERROR 3 values for 2 columns
INSERT INTO t(a,b) VALUES((1,2),1);
-- | error SQLITE_ERROR row value misused
INSERT INTO t(a,b) VALUES(abs(),1,2);
-- | error SQLITE_ERROR wrong number of arguments to function abs()
 INSERT INTO t VALUES(1,2),(1);
-- | error SQLITE_ERROR all VALUES must have the same number of terms
INSERT INTO nope VALUES(1,2),(1);
-- | error SQLITE_ERROR all VALUES must have the same number of terms
INSERT INTO nope VALUES(1,a),(1);
-- | error SQLITE_ERROR no such table: nope
INSERT INTO t VALUES(1,2,nope),(1);
-- | error SQLITE_ERROR no such column: nope
CREATE TABLE g(a INT UNIQUE, b AS (a * 2), c AS (a || 's') STORED);
-- | ok
INSERT INTO g(a, b, nope) VALUES(1, 2, 3);
-- | error SQLITE_ERROR cannot INSERT into generated column "b"
INSERT INTO g(b) VALUES(nope) ON CONFLICT(nope) DO NOTHING;
-- | error SQLITE_ERROR cannot INSERT into generated column "b"
UPDATE g SET a = 1, c = 2 WHERE nope;
-- | error SQLITE_ERROR cannot UPDATE generated column "c"
UPDATE g SET b = nope;
-- | error SQLITE_ERROR no such column: nope
UPDATE g SET b = 1 FROM nope;
-- | error SQLITE_ERROR cannot UPDATE generated column "b"
