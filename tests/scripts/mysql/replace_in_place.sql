-- REPLACE whose only or last collision is with the last unique key updates the row in its place, which
-- tables without a primary key show; letters beyond U+FFFF in messages. Compared with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE r(a INT UNIQUE, b INT);
-- | ok
INSERT INTO r VALUES(1,1),(2,2),(3,3);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
REPLACE INTO r VALUES(1,10);
-- | ok, 2 rows
SELECT * FROM r;
-- | a | b
-- | 1 | 10
-- | 2 | 2
-- | 3 | 3
-- | ok
INSERT INTO r VALUES(4,4);
-- | ok, 1 row
REPLACE INTO r VALUES(2,20),(1,11);
-- | ok, 4 rows (Records: 2  Duplicates: 2  Warnings: 0)
SELECT * FROM r;
-- | a | b
-- | 1 | 11
-- | 2 | 20
-- | 3 | 3
-- | 4 | 4
-- | ok
-- @dialect mysql
CREATE TABLE r(a INT UNIQUE, b INT UNIQUE, c INT);
-- | ok
INSERT INTO r VALUES(1,1,1),(2,2,2),(3,3,3);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
REPLACE INTO r VALUES(1,10,5);
-- | ok, 2 rows
SELECT * FROM r;
-- | a | b | c
-- | 2 | 2 | 2
-- | 3 | 3 | 3
-- | 1 | 10 | 5
-- | ok
REPLACE INTO r VALUES(9,2,6);
-- | ok, 2 rows
SELECT * FROM r;
-- | a | b | c
-- | 9 | 2 | 6
-- | 3 | 3 | 3
-- | 1 | 10 | 5
-- | ok
REPLACE INTO r VALUES(3,2,7);
-- | ok, 3 rows
SELECT * FROM r;
-- | a | b | c
-- | 3 | 2 | 7
-- | 1 | 10 | 5
-- | ok
-- @dialect mysql
CREATE TABLE l(name VARCHAR(20), lname VARCHAR(20) AS (LOWER(name)) STORED UNIQUE);
-- | ok
INSERT INTO l(name) VALUES('Bob'),('Al');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
REPLACE INTO l(name) VALUES('bOB');
-- | ok, 2 rows
SELECT * FROM l;
-- | name | lname
-- | 'bOB' | 'bob'
-- | 'Al' | 'al'
-- | ok
-- @dialect mysql
CREATE TABLE e(a VARCHAR(10) UNIQUE, n INT);
-- | ok
INSERT INTO e(a) VALUES('x😀y');
-- | ok, 1 row
INSERT INTO e(a) VALUES('x😀y');
-- | error ER_DUP_ENTRY Duplicate entry 'x?y' for key 'e.a'
INSERT IGNORE INTO e(a) VALUES('x😀y');
-- | Warning ER_DUP_ENTRY Duplicate entry 'x?y' for key 'e.a'
-- | ok, 0 rows
INSERT INTO e(n) VALUES('x😀y');
-- | error ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x?y' for column 'n' at row 1
SELECT 1+'😀';
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '?'
-- | 1+'😀'
-- | 1.0
-- | ok
INSERT INTO e(a) VALUES('x😀ylong long');
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
