-- What LOCK TABLES leaves to the session that holds the locks, and which statements commit. Compared
-- with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY, a INT);
-- | ok
CREATE TABLE u(id INT PRIMARY KEY);
-- | ok
LOCK TABLES t READ;
-- | ok
INSERT INTO t VALUES(1,1);
-- | error ER_TABLE_NOT_LOCKED_FOR_WRITE Table 't' was locked with a READ lock and can't be updated
SELECT * FROM t;
-- | id | a
-- | ok
SELECT * FROM u;
-- | error ER_TABLE_NOT_LOCKED Table 'u' was not locked with LOCK TABLES
INSERT INTO u VALUES(1);
-- | error ER_TABLE_NOT_LOCKED Table 'u' was not locked with LOCK TABLES
UPDATE t SET a=1;
-- | error ER_TABLE_NOT_LOCKED_FOR_WRITE Table 't' was locked with a READ lock and can't be updated
DELETE FROM t;
-- | error ER_TABLE_NOT_LOCKED_FOR_WRITE Table 't' was locked with a READ lock and can't be updated
REPLACE INTO t VALUES(1,1);
-- | error ER_TABLE_NOT_LOCKED_FOR_WRITE Table 't' was locked with a READ lock and can't be updated
SELECT * FROM t AS x;
-- | error ER_TABLE_NOT_LOCKED Table 'x' was not locked with LOCK TABLES
TRUNCATE t;
-- | error ER_TABLE_NOT_LOCKED_FOR_WRITE Table 't' was locked with a READ lock and can't be updated
UNLOCK TABLES;
-- | ok
LOCK TABLES t WRITE, u READ;
-- | ok
INSERT INTO t VALUES(1,1);
-- | ok, 1 row
INSERT INTO t SELECT id+10, 1 FROM u;
-- | ok, 0 rows (Records: 0  Duplicates: 0  Warnings: 0)
INSERT INTO u VALUES(1);
-- | error ER_TABLE_NOT_LOCKED_FOR_WRITE Table 'u' was locked with a READ lock and can't be updated
SELECT * FROM t JOIN u;
-- | id | a | id
-- | ok
UNLOCK TABLES;
-- | ok
LOCK TABLES t AS x WRITE;
-- | ok
SELECT * FROM t;
-- | error ER_TABLE_NOT_LOCKED Table 't' was not locked with LOCK TABLES
SELECT * FROM t AS x;
-- | id | a
-- | 1 | 1
-- | ok
UPDATE t AS x SET x.a=2;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
INSERT INTO t VALUES(5,5);
-- | error ER_TABLE_NOT_LOCKED Table 't' was not locked with LOCK TABLES
START TRANSACTION;
-- | ok
INSERT INTO u VALUES(1);
-- | ok, 1 row
LOCK TABLES t WRITE;
-- | ok
ROLLBACK;
-- | ok
UNLOCK TABLES;
-- | ok
SELECT * FROM u;
-- | id
-- | 1
-- | ok
LOCK TABLES nope READ;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
LOCK TABLE t READ LOCAL;
-- | ok
WITH c AS (SELECT 1) SELECT * FROM c;
-- | 1
-- | 1
-- | ok
UNLOCK TABLES;
-- | ok
START TRANSACTION;
-- | ok
INSERT INTO u VALUES(2);
-- | ok, 1 row
UNLOCK TABLES;
-- | ok
ROLLBACK;
-- | ok
