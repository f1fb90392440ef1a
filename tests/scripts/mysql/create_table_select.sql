-- Columns and keys of CREATE TABLE ... SELECT, IGNORE and REPLACE. Compared with MariaDB 10.11, which looks
-- at the keys of s4 in another order. MySQL: "CREATE TABLE ... SELECT Statement".
-- @dialect mysql
CREATE TABLE t(id INT AUTO_INCREMENT PRIMARY KEY, a INT UNIQUE, b VARCHAR(10) NOT NULL DEFAULT 'x', c DATE NOT NULL);
-- | ok
INSERT INTO t(a,c) VALUES(1,'2024-01-01'),(2,'2024-01-01'),(3,'2024-01-02');
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
CREATE TABLE s1 SELECT * FROM t;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
SHOW COLUMNS FROM s1;
-- | Field | Type | Null | Key | Default | Extra
-- | 'id' | 'int' | 'NO' | '' | '0' | ''
-- | 'a' | 'int' | 'YES' | '' | NULL | ''
-- | 'b' | 'varchar(10)' | 'NO' | '' | 'x' | ''
-- | 'c' | 'date' | 'NO' | '' | NULL | ''
-- | ok
CREATE TABLE s2(PRIMARY KEY(id)) SELECT * FROM t;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
SHOW COLUMNS FROM s2;
-- | Field | Type | Null | Key | Default | Extra
-- | 'id' | 'int' | 'NO' | 'PRI' | '0' | ''
-- | 'a' | 'int' | 'YES' | '' | NULL | ''
-- | 'b' | 'varchar(10)' | 'NO' | '' | 'x' | ''
-- | 'c' | 'date' | 'NO' | '' | NULL | ''
-- | ok
CREATE TABLE s3(n INT AUTO_INCREMENT PRIMARY KEY) SELECT a,b FROM t;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
SELECT LAST_INSERT_ID();
-- | LAST_INSERT_ID()
-- | 1
-- | ok
SHOW COLUMNS FROM s3;
-- | Field | Type | Null | Key | Default | Extra
-- | 'n' | 'int' | 'NO' | 'PRI' | NULL | 'auto_increment'
-- | 'a' | 'int' | 'YES' | '' | NULL | ''
-- | 'b' | 'varchar(10)' | 'NO' | '' | 'x' | ''
-- | ok
CREATE TABLE s4(PRIMARY KEY(c)) SELECT * FROM t;
-- | error ER_DUP_ENTRY Duplicate entry '2024-01-01' for key 's4.PRIMARY'
SELECT * FROM s4;
-- | error ER_NO_SUCH_TABLE Table 'play.s4' doesn't exist
CREATE TABLE s4(PRIMARY KEY(c)) IGNORE SELECT * FROM t;
-- | Warning ER_DUP_ENTRY Duplicate entry '2024-01-01' for key 's4.PRIMARY'
-- | ok (Records: 3  Duplicates: 1  Warnings: 1)
SELECT * FROM s4;
-- | id | a | b | c
-- | 1 | 1 | 'x' | '2024-01-01'
-- | 3 | 3 | 'x' | '2024-01-02'
-- | ok
CREATE TABLE s5(PRIMARY KEY(c)) REPLACE SELECT * FROM t;
-- | ok (Records: 3  Duplicates: 1  Warnings: 0)
SELECT * FROM s5;
-- | id | a | b | c
-- | 2 | 2 | 'x' | '2024-01-01'
-- | 3 | 3 | 'x' | '2024-01-02'
-- | ok
CREATE TABLE s6(a TINYINT NOT NULL, z INT DEFAULT 5, KEY(z)) SELECT id, a FROM t;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
SHOW COLUMNS FROM s6;
-- | Field | Type | Null | Key | Default | Extra
-- | 'z' | 'int' | 'YES' | 'MUL' | '5' | ''
-- | 'id' | 'int' | 'NO' | '' | '0' | ''
-- | 'a' | 'tinyint' | 'NO' | '' | NULL | ''
-- | ok
SELECT * FROM s6;
-- | z | id | a
-- | 5 | 1 | 1
-- | 5 | 2 | 2
-- | 5 | 3 | 3
-- | ok
CREATE TABLE s7(a TINYINT CHECK (a<3)) SELECT a FROM t;
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 's7_chk_1' is violated.
CREATE TABLE s8(a INT) IGNORE SELECT 1 AS a UNION ALL SELECT 2;
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
CREATE TABLE IF NOT EXISTS s8(a INT) SELECT 5 AS a;
-- | Note ER_TABLE_EXISTS_ERROR Table 's8' already exists
-- | ok
CREATE TABLE s9(a INT, b INT) SELECT 1 AS c;
-- | ok (Records: 1  Duplicates: 0  Warnings: 0)
SELECT * FROM s9;
-- | a | b | c
-- | NULL | NULL | 1
-- | ok
CREATE TABLE s10(a INT UNIQUE) SELECT a+1 AS a, COUNT(*) AS n, b FROM t GROUP BY a,b;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
CREATE TABLE s11 SELECT 1, 'a', 2.5, NOW() AS x, NULL AS y;
-- | ok (Records: 1  Duplicates: 0  Warnings: 0)
CREATE TEMPORARY TABLE s12(PRIMARY KEY(id)) SELECT id FROM t;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
SELECT * FROM s12;
-- | id
-- | 1
-- | 2
-- | 3
-- | ok
CREATE TABLE s13(a INT PRIMARY KEY) AS SELECT 1 AS b;
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'a' doesn't have a default value
CREATE TABLE s14 SELECT id, id FROM t;
-- | error ER_DUP_FIELDNAME Duplicate column name 'id'
CREATE TABLE s15(x INT, x INT) SELECT 1 AS y;
-- | error ER_DUP_FIELDNAME Duplicate column name 'x'
