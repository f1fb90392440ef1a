-- Which databases there are, which one is used, and what they hold.
-- Compared with MariaDB 10.11; MySQL 8 counts a row for CREATE DATABASE IF NOT EXISTS of one that is there, and
-- names the database, not the table, when a table of a database that is not there is asked for.
-- @dialect mysql
CREATE DATABASE d1;
-- | ok
CREATE DATABASE d1;
-- | error ER_DB_CREATE_EXISTS Can't create database 'd1'; database exists
CREATE DATABASE IF NOT EXISTS d1;
-- | Note ER_DB_CREATE_EXISTS Can't create database 'd1'; database exists
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Note' | 1007 | 'Can''t create database ''d1''; database exists'
-- | ok
USE d1;
-- | ok
SELECT DATABASE();
-- | DATABASE()
-- | 'd1'
-- | ok
CREATE TABLE t(id INT PRIMARY KEY AUTO_INCREMENT, a INT UNIQUE, b VARCHAR(5));
-- | ok
INSERT INTO t(a,b) VALUES(1,'x'),(2,'y');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
INSERT INTO t(a,b) VALUES(1,'x');
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 't.a'
SHOW TABLES;
-- | Tables_in_d1
-- | 't'
-- | ok
SHOW TABLES LIKE 't%';
-- | Tables_in_d1 (t%)
-- | 't'
-- | ok
SELECT * FROM nope;
-- | error ER_NO_SUCH_TABLE Table 'd1.nope' doesn't exist
INSERT INTO d1.t(a) VALUES(3) ON DUPLICATE KEY UPDATE b='z';
-- | ok, 1 row
CREATE TABLE c(id INT PRIMARY KEY, pid INT, CONSTRAINT fkc FOREIGN KEY(pid) REFERENCES t(id) ON DELETE CASCADE);
-- | ok
INSERT INTO c VALUES(1,99);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`d1`.`c`, CONSTRAINT `fkc` FOREIGN KEY (`pid`) REFERENCES `t` (`id`) ON DELETE CASCADE)
INSERT INTO c VALUES(1,1);
-- | ok, 1 row
CREATE VIEW v AS SELECT * FROM t;
-- | ok
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.b='tr';
-- | ok
CREATE TABLE IF NOT EXISTS t(a INT);
-- | Note ER_TABLE_EXISTS_ERROR Table 't' already exists
-- | ok
DROP TABLE IF EXISTS nope;
-- | Note ER_BAD_TABLE_ERROR Unknown table 'd1.nope'
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Note' | 1051 | 'Unknown table ''d1.nope'''
-- | ok
DROP TABLE nope;
-- | error ER_BAD_TABLE_ERROR Unknown table 'd1.nope'
CREATE SCHEMA d2 CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- | ok
CREATE TABLE d2.t(a VARCHAR(5) PRIMARY KEY);
-- | ok
INSERT INTO d2.t VALUES('a'),('A');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
INSERT INTO d2.t VALUES('a');
-- | error ER_DUP_ENTRY Duplicate entry 'a' for key 't.PRIMARY'
USE d2;
-- | ok
SELECT * FROM v;
-- | error ER_NO_SUCH_TABLE Table 'd2.v' doesn't exist
SELECT * FROM d1.v;
-- | id | a | b
-- | 1 | 1 | 'x'
-- | 2 | 2 | 'y'
-- | 4 | 3 | NULL
-- | ok
INSERT INTO d1.t(a) VALUES (9);
-- | ok, 1 row
SELECT * FROM d1.t;
-- | id | a | b
-- | 1 | 1 | 'x'
-- | 2 | 2 | 'y'
-- | 4 | 3 | NULL
-- | 5 | 9 | 'tr'
-- | ok
SELECT d1.t.a, x.a FROM d1.t, d2.t AS x ORDER BY 1,2;
-- | a | a
-- | 1 | 'A'
-- | 1 | 'a'
-- | 2 | 'A'
-- | 2 | 'a'
-- | 3 | 'A'
-- | 3 | 'a'
-- | 9 | 'A'
-- | 9 | 'a'
-- | ok
DELETE FROM d1.t WHERE a=1;
-- | ok, 1 row
SELECT * FROM d1.c;
-- | id | pid
-- | ok
UPDATE d1.t SET a=2 WHERE a=9;
-- | error ER_DUP_ENTRY Duplicate entry '2' for key 't.a'
REPLACE INTO d1.t(a) VALUES(2);
-- | ok, 2 rows
ALTER TABLE d1.t ADD COLUMN z INT DEFAULT 5;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
TRUNCATE TABLE d2.t;
-- | ok
SELECT COUNT(*) FROM t;
-- | COUNT(*)
-- | 0
-- | ok
SELECT nofunc(1);
-- | error ER_SP_DOES_NOT_EXIST FUNCTION d2.nofunc does not exist
DROP TABLE d1.c;
-- | ok
SHOW TABLES;
-- | Tables_in_d2
-- | 't'
-- | ok
SHOW DATABASES LIKE 'd%';
-- | Database (d%)
-- | 'd1'
-- | 'd2'
-- | ok
USE nodb;
-- | error ER_BAD_DB_ERROR Unknown database 'nodb'
CREATE TABLE nodb.t(a INT);
-- | error ER_BAD_DB_ERROR Unknown database 'nodb'
DROP DATABASE nodb;
-- | error ER_DB_DROP_EXISTS Can't drop database 'nodb'; database doesn't exist
DROP DATABASE IF EXISTS nodb;
-- | Note ER_DB_DROP_EXISTS Can't drop database 'nodb'; database doesn't exist
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Note' | 1008 | 'Can''t drop database ''nodb''; database doesn''t exist'
-- | ok
START TRANSACTION;
-- | ok
INSERT INTO t VALUES('q');
-- | ok, 1 row
DROP DATABASE d1;
-- | ok
ROLLBACK;
-- | ok
SELECT * FROM t;
-- | a
-- | 'q'
-- | ok
DROP DATABASE d2;
-- | ok
SELECT DATABASE();
-- | DATABASE()
-- | NULL
-- | ok
SELECT * FROM t;
-- | error ER_NO_DB_ERROR No database selected
CREATE TABLE t(a INT);
-- | error ER_NO_DB_ERROR No database selected
INSERT INTO t VALUES(1);
-- | error ER_NO_DB_ERROR No database selected
UPDATE t SET a=1;
-- | error ER_NO_DB_ERROR No database selected
DELETE FROM t;
-- | error ER_NO_DB_ERROR No database selected
DROP TABLE t;
-- | error ER_NO_DB_ERROR No database selected
SHOW TABLES;
-- | error ER_NO_DB_ERROR No database selected
USE play;
-- | ok
CREATE TABLE t(a INT);
-- | ok
CREATE DATABASE test;
-- | ok
CREATE TABLE test.users(id INT PRIMARY KEY);
-- | ok
INSERT INTO test.users SELECT 1;
-- | ok, 1 row (Records: 1  Duplicates: 0  Warnings: 0)
INSERT INTO test.users SELECT 1;
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 'users.PRIMARY'
SELECT COUNT(*) FROM nodb.x;
-- | error ER_BAD_DB_ERROR Unknown database 'nodb'
DROP DATABASE test;
-- | ok
