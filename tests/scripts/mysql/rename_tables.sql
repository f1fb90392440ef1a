-- RENAME TABLE of several tables is one statement that commits before it begins; tables of another
-- database keep their name in messages. Compared with MariaDB 10.11, whose answer for a database that
-- is not there is 1146.

-- @dialect mysql
CREATE TABLE a(id INT PRIMARY KEY);
-- | ok
CREATE TABLE b(id INT PRIMARY KEY, x INT);
-- | ok
INSERT INTO a VALUES(1);
-- | ok, 1 row
START TRANSACTION;
-- | ok
INSERT INTO a VALUES(2);
-- | ok, 1 row
RENAME TABLE a TO c, b TO a, c TO b;
-- | ok
ROLLBACK;
-- | ok
SELECT * FROM a;
-- | id | x
-- | ok
SELECT * FROM b;
-- | id
-- | 1
-- | 2
-- | ok
RENAME TABLE a TO d, nope TO e;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
RENAME TABLE a TO b;
-- | error ER_TABLE_EXISTS_ERROR Table 'b' already exists
RENAME TABLE a TO d, b TO d;
-- | error ER_TABLE_EXISTS_ERROR Table 'd' already exists
SHOW TABLES;
-- | Tables_in_play
-- | 'a'
-- | 'b'
-- | ok
RENAME TABLES a TO e;
-- | ok
RENAME TABLE e TO e;
-- | error ER_TABLE_EXISTS_ERROR Table 'e' already exists
CREATE DATABASE other;
-- | ok
CREATE TABLE other.t2(id INT PRIMARY KEY, a INT);
-- | ok
USE other;
-- | ok
SELECT * FROM play.b;
-- | id
-- | 1
-- | 2
-- | ok
SELECT * FROM play.nope;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
INSERT INTO play.nope VALUES(1);
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
DROP TABLE play.nope;
-- | error ER_BAD_TABLE_ERROR Unknown table 'play.nope'
SELECT * FROM nope;
-- | error ER_NO_SUCH_TABLE Table 'other.nope' doesn't exist
INSERT INTO t2 VALUES(1,1),(1,1);
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 't2.PRIMARY'
SHOW INDEX FROM b FROM play;
-- | Table | Non_unique | Key_name | Seq_in_index | Column_name | Collation | Cardinality | Sub_part | Packed | Null | Index_type | Comment | Index_comment | Visible | Expression
-- | 'b' | 0 | 'PRIMARY' | 1 | 'id' | 'A' | NULL | NULL | NULL | '' | 'BTREE' | '' | '' | 'YES' | NULL
-- | ok
SHOW COLUMNS FROM play.nope;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
RENAME TABLE t2 TO play.t2;
-- | ok
SHOW TABLES;
-- | Tables_in_other
-- | ok
RENAME TABLE other.nope TO other.t3;
-- | error ER_NO_SUCH_TABLE Table 'other.nope' doesn't exist
INSERT INTO play.t2 VALUES(1,1),(1,1);
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 't2.PRIMARY'
SELECT * FROM nodb.nope;
-- | error ER_BAD_DB_ERROR Unknown database 'nodb'
