-- ALTER TABLE in its forms, RENAME TABLE of several tables, foreign keys added while they are not checked.
-- Compared with MariaDB 10.11; how many rows are copied is as "Online DDL Operations" of MySQL 8 has it.
-- @dialect mysql
CREATE TABLE p (id INT PRIMARY KEY);
-- | ok
CREATE TABLE c (id INT PRIMARY KEY, pid INT);
-- | ok
INSERT INTO c VALUES (1,1),(2,1);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
SET foreign_key_checks = 0;
-- | ok
ALTER TABLE c ADD CONSTRAINT fk2 FOREIGN KEY (id) REFERENCES p(id);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
SHOW WARNINGS;
-- | Level | Code | Message
-- | ok
CREATE TABLE d (id INT, FOREIGN KEY (id) REFERENCES nonexist(id));
-- | ok
INSERT INTO d VALUES (1);
-- | ok, 1 row
DROP TABLE p;
-- | ok
SET foreign_key_checks = 1;
-- | ok
INSERT INTO d VALUES (2);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`id`) REFERENCES `nonexist` (`id`))
INSERT INTO c VALUES (3,3);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `fk2` FOREIGN KEY (`id`) REFERENCES `p` (`id`))
CREATE TABLE p (id INT PRIMARY KEY);
-- | ok
INSERT INTO c VALUES (3,3);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `fk2` FOREIGN KEY (`id`) REFERENCES `p` (`id`))
DELETE FROM c;
-- | ok, 2 rows
-- @dialect mysql
CREATE TABLE t (id INT, a VARCHAR(10), b INT);
-- | ok
INSERT INTO t VALUES (1,'x',1),(2,'y',1),(2,'z',NULL),(NULL,'w',3);
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD PRIMARY KEY (id);
-- | error ER_INVALID_USE_OF_NULL Invalid use of NULL value
ALTER TABLE t MODIFY id INT NOT NULL;
-- | error ER_INVALID_USE_OF_NULL Invalid use of NULL value
UPDATE t SET id = 4 WHERE id IS NULL;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
ALTER TABLE t ADD PRIMARY KEY (id);
-- | error ER_DUP_ENTRY Duplicate entry '2' for key 't.PRIMARY'
DELETE FROM t WHERE a = 'z';
-- | ok, 1 row
ALTER TABLE t ADD PRIMARY KEY (id), ADD UNIQUE KEY ub (b);
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 't.ub'
UPDATE t SET b = id;
-- | ok, 2 rows (Rows matched: 3  Changed: 2  Warnings: 0)
ALTER TABLE t ADD PRIMARY KEY (id), ADD UNIQUE KEY ub (b);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD PRIMARY KEY (a);
-- | error ER_MULTIPLE_PRI_KEY Multiple primary key defined
ALTER TABLE t ADD UNIQUE KEY ub (a);
-- | error ER_DUP_KEYNAME Duplicate key name 'ub'
ALTER TABLE t ADD COLUMN c INT NOT NULL DEFAULT 5 AFTER id, ADD COLUMN d DATE FIRST;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
SELECT * FROM t;
-- | d | id | c | a | b
-- | NULL | 1 | 5 | 'x' | 1
-- | NULL | 2 | 5 | 'y' | 2
-- | NULL | 4 | 5 | 'w' | 4
-- | ok
ALTER TABLE t ADD COLUMN c INT;
-- | error ER_DUP_FIELDNAME Duplicate column name 'c'
ALTER TABLE t DROP COLUMN nope;
-- | error ER_CANT_DROP_FIELD_OR_KEY Can't DROP 'nope'; check that column/key exists
ALTER TABLE t DROP COLUMN d, DROP COLUMN c;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t CHANGE a aa VARCHAR(1) NOT NULL;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
ALTER TABLE t CHANGE aa aaa TEXT;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD UNIQUE (aaa);
-- | error ER_BLOB_KEY_WITHOUT_LENGTH BLOB/TEXT column 'aaa' used in key specification without a key length
ALTER TABLE t ADD UNIQUE (aaa(5));
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t RENAME COLUMN aaa TO a;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t ALTER COLUMN b SET DEFAULT 7;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
INSERT INTO t (id, a) VALUES (10, 'q');
-- | ok, 1 row
INSERT INTO t (id, a) VALUES (11, 'r');
-- | error ER_DUP_ENTRY Duplicate entry '7' for key 't.ub'
ALTER TABLE t ALTER b DROP DEFAULT;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
INSERT INTO t (id, a) VALUES (12, 's');
-- | ok, 1 row
ALTER TABLE t MODIFY id INT AUTO_INCREMENT;
-- | ok (Records: 5  Duplicates: 0  Warnings: 0)
INSERT INTO t (a, b) VALUES ('t', 100);
-- | ok, 1 row
SELECT * FROM t;
-- | id | a | b
-- | 1 | 'x' | 1
-- | 2 | 'y' | 2
-- | 4 | 'w' | 4
-- | 10 | 'q' | 7
-- | 12 | 's' | NULL
-- | 13 | 't' | 100
-- | ok
ALTER TABLE t AUTO_INCREMENT = 5;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
INSERT INTO t (a, b) VALUES ('u', 101);
-- | ok, 1 row
SELECT MAX(id) FROM t;
-- | MAX(id)
-- | 14
-- | ok
ALTER TABLE t DROP PRIMARY KEY;
-- | error ER_WRONG_AUTO_KEY Incorrect table definition; there can be only one auto column and it must be defined as a key
ALTER TABLE t MODIFY id INT NOT NULL, DROP PRIMARY KEY;
-- | ok (Records: 7  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD PRIMARY KEY (id, b);
-- | error ER_INVALID_USE_OF_NULL Invalid use of NULL value
ALTER TABLE t RENAME INDEX ub TO ub2;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t RENAME KEY nope TO ub3;
-- | error ER_KEY_DOES_NOT_EXITS Key 'nope' doesn't exist in table 't'
INSERT INTO t VALUES (99,'zz',101);
-- | error ER_DUP_ENTRY Duplicate entry '101' for key 't.ub2'
ALTER TABLE t DROP KEY ub2, ADD UNIQUE KEY ub3 (b, id);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD CONSTRAINT chk CHECK (b > 0);
-- | ok (Records: 7  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD CONSTRAINT chk2 CHECK (b > 10);
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 'chk2' is violated.
ALTER TABLE t DROP CHECK chk;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t DROP CONSTRAINT chk;
-- | error ER_CONSTRAINT_NOT_FOUND Constraint 'chk' does not exist.
ALTER TABLE t ADD CHECK (id < 1000);
-- | ok (Records: 7  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD COLUMN g INT GENERATED ALWAYS AS (id * 2) STORED, ADD UNIQUE (g);
-- | ok (Records: 7  Duplicates: 0  Warnings: 0)
INSERT INTO t (id, a, b) VALUES (99, 'n', 5);
-- | ok, 1 row
SELECT id, g FROM t ORDER BY id;
-- | id | g
-- | 1 | 2
-- | 2 | 4
-- | 4 | 8
-- | 10 | 20
-- | 12 | 24
-- | 13 | 26
-- | 14 | 28
-- | 99 | 198
-- | ok
ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- | ok (Records: 8  Duplicates: 0  Warnings: 0)
ALTER TABLE t ENGINE=InnoDB;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t COMMENT 'x';
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t RENAME TO t2;
-- | ok
RENAME TABLE t2 TO t3, t3 TO t;
-- | ok
ALTER TABLE nope ADD x INT;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
ALTER TABLE t ADD INDEX ib (b), ADD INDEX ib (a(2));
-- | error ER_DUP_KEYNAME Duplicate key name 'ib'
ALTER TABLE t DROP INDEX ub3, DROP INDEX ub3;
-- | error ER_CANT_DROP_FIELD_OR_KEY Can't DROP 'ub3'; check that column/key exists
ALTER TABLE t ADD COLUMN (x INT, y INT);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t ADD x2 INT UNIQUE, ADD y2 INT REFERENCES nope(a);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t MODIFY b TINYINT;
-- | ok (Records: 8  Duplicates: 0  Warnings: 0)
UPDATE t SET b = 300 WHERE id = 99;
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'b' at row 8
ALTER TABLE t MODIFY b BIGINT;
-- | ok (Records: 8  Duplicates: 0  Warnings: 0)
UPDATE t SET b = 300 WHERE id = 99;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
ALTER TABLE t MODIFY b TINYINT;
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'b' at row 8
SELECT COLUMN_NAME, DATA_TYPE, COLUMN_KEY FROM information_schema.COLUMNS WHERE TABLE_NAME = 't' AND TABLE_SCHEMA='play' ORDER BY ORDINAL_POSITION;
-- | COLUMN_NAME | DATA_TYPE | COLUMN_KEY
-- | 'id' | 'int' | ''
-- | 'a' | 'text' | 'UNI'
-- | 'b' | 'bigint' | 'MUL'
-- | 'g' | 'int' | 'UNI'
-- | 'x' | 'int' | ''
-- | 'y' | 'int' | ''
-- | 'x2' | 'int' | 'UNI'
-- | 'y2' | 'int' | ''
-- | ok
CREATE TABLE cp AS SELECT * FROM t;
-- | ok (Records: 8  Duplicates: 0  Warnings: 0)
-- @dialect mysql
CREATE TABLE a (id INT PRIMARY KEY AUTO_INCREMENT, e VARCHAR(10));
-- | ok
INSERT INTO a (e) VALUES ('x'),('x'),('X'),('y');
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 0)
CREATE TABLE a_new LIKE a;
-- | ok
ALTER TABLE a_new ADD UNIQUE (e);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
INSERT IGNORE INTO a_new SELECT * FROM a;
-- | Warning ER_DUP_ENTRY Duplicate entry 'x' for key 'a_new.e'
-- | Warning ER_DUP_ENTRY Duplicate entry 'X' for key 'a_new.e'
-- | ok, 2 rows (Records: 4  Duplicates: 2  Warnings: 2)
RENAME TABLE a TO a_old, a_new TO a;
-- | ok
SELECT * FROM a;
-- | id | e
-- | 1 | 'x'
-- | 4 | 'y'
-- | ok
INSERT INTO a (e) VALUES ('y');
-- | error ER_DUP_ENTRY Duplicate entry 'y' for key 'a.e'
RENAME TABLE a TO a_old, a_old TO b;
-- | error ER_TABLE_EXISTS_ERROR Table 'a_old' already exists
RENAME TABLE a TO b, nope TO c;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
SELECT COUNT(*) FROM a;
-- | COUNT(*)
-- | 2
-- | ok
ALTER TABLE a_old CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- | ok (Records: 4  Duplicates: 0  Warnings: 0)
ALTER TABLE a_old ADD UNIQUE (e);
-- | error ER_DUP_ENTRY Duplicate entry 'x' for key 'a_old.e'
DELETE FROM a_old WHERE id = 2;
-- | ok, 1 row
ALTER TABLE a_old ADD UNIQUE (e);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE a_old CONVERT TO CHARACTER SET utf8mb4;
-- | error ER_DUP_ENTRY Duplicate entry 'x' for key 'a_old.e'
ALTER TABLE a_old ADD (x INT, y INT DEFAULT 2), ADD z INT;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
SELECT * FROM a_old;
-- | id | e | x | y | z
-- | 1 | 'x' | NULL | 2 | NULL
-- | 3 | 'X' | NULL | 2 | NULL
-- | 4 | 'y' | NULL | 2 | NULL
-- | ok
ALTER TABLE a_old ENGINE = InnoDB, COMMENT = 'c';
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE a_old DEFAULT CHARACTER SET utf8mb4;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE a_old FORCE;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
-- @dialect mysql
-- Checks without a name are numbered on (sql_table.cc, prepare_check_constraints_for_alter).
CREATE TABLE t(a INT CHECK (a > 0), b INT, CHECK (b > a), CONSTRAINT named CHECK (b < 100));
-- | ok
ALTER TABLE t ADD CHECK (a < 50);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
INSERT INTO t VALUES(60, 70);
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 't_chk_3' is violated.
-- @dialect mysql
-- What is said of RESTRICT and NO ACTION (sql_show.cc, print_foreign_key_info; errors as recorded).
CREATE TABLE p(id INT PRIMARY KEY);
-- | ok
CREATE TABLE c(a INT, b INT, d INT, FOREIGN KEY (a) REFERENCES p(id), FOREIGN KEY (b) REFERENCES p(id) ON DELETE RESTRICT ON UPDATE CASCADE, FOREIGN KEY (d) REFERENCES p(id) ON DELETE NO ACTION ON UPDATE SET NULL);
-- | ok
SHOW CREATE TABLE c;
-- | Table | Create Table
-- | 'c' | 'CREATE TABLE `c` (\n  `a` int DEFAULT NULL,\n  `b` int DEFAULT NULL,\n  `d` int DEFAULT NULL,\n  KEY `a` (`a`),\n  KEY `b` (`b`),\n  KEY `d` (`d`),\n  CONSTRAINT `c_ibfk_1` FOREIGN KEY (`a`) REFERENCES `p` (`id`),\n  CONSTRAINT `c_ibfk_2` FOREIGN KEY (`b`) REFERENCES `p` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE,\n  CONSTRAINT `c_ibfk_3` FOREIGN KEY (`d`) REFERENCES `p` (`id`) ON UPDATE SET NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
SELECT constraint_name, update_rule, delete_rule FROM information_schema.referential_constraints;
-- | constraint_name | update_rule | delete_rule
-- | 'c_ibfk_1' | 'NO ACTION' | 'NO ACTION'
-- | 'c_ibfk_2' | 'CASCADE' | 'RESTRICT'
-- | 'c_ibfk_3' | 'SET NULL' | 'NO ACTION'
-- | ok
INSERT INTO c(a) VALUES(1);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `c_ibfk_1` FOREIGN KEY (`a`) REFERENCES `p` (`id`))
INSERT INTO c(b) VALUES(1);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `c_ibfk_2` FOREIGN KEY (`b`) REFERENCES `p` (`id`) ON UPDATE CASCADE)
INSERT INTO c(d) VALUES(1);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `c_ibfk_3` FOREIGN KEY (`d`) REFERENCES `p` (`id`) ON DELETE NO ACTION ON UPDATE SET NULL)
