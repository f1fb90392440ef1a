-- INVISIBLE columns are seen only by statements that name them, in SHOW with a comment of their version;
-- INVISIBLE indexes still make rows collide. Comments are shown. UNSIGNED of decimals and floats is
-- judged; ZEROFILL shows zeros. Columns and comments were compared with MariaDB 10.11; the forms of
-- SHOW are those of MySQL's manual ("Invisible Columns", "Invisible Indexes", "Numeric Type Attributes").

-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY AUTO_INCREMENT COMMENT 'the id', a INT DEFAULT 4 INVISIBLE, b INT NOT NULL COMMENT 'it''s', UNIQUE KEY ub(b) COMMENT 'one each' INVISIBLE) COMMENT='my table';
-- | ok
INSERT INTO t VALUES(1, 2);
-- | ok, 1 row
INSERT INTO t VALUES(1, 2, 3);
-- | error ER_WRONG_VALUE_COUNT_ON_ROW Column count doesn't match value count at row 1
INSERT INTO t(id, a, b) VALUES(2, 5, 6);
-- | ok, 1 row
INSERT INTO t SELECT id + 10, b + 10 FROM t;
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
INSERT INTO t VALUES(3, 6);
-- | error ER_DUP_ENTRY Duplicate entry '6' for key 't.ub'
SELECT * FROM t;
-- | id | b
-- | 1 | 2
-- | 2 | 6
-- | 11 | 12
-- | 12 | 16
-- | ok
SELECT t.*, a FROM t;
-- | id | b | a
-- | 1 | 2 | 4
-- | 2 | 6 | 5
-- | 11 | 12 | 4
-- | 12 | 16 | 4
-- | ok
INSERT INTO t VALUES(1, 9) ON DUPLICATE KEY UPDATE a = 100;
-- | ok, 2 rows
REPLACE INTO t VALUES(2, 8);
-- | ok, 2 rows
SELECT id, a, b FROM t;
-- | id | a | b
-- | 1 | 100 | 2
-- | 2 | 4 | 8
-- | 11 | 4 | 12
-- | 12 | 4 | 16
-- | ok
SHOW CREATE TABLE t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int NOT NULL AUTO_INCREMENT COMMENT ''the id'',\n  `a` int DEFAULT ''4'' /*!80023 INVISIBLE */,\n  `b` int NOT NULL COMMENT ''it''''s'',\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `ub` (`b`) COMMENT ''one each'' /*!80000 INVISIBLE */\n) ENGINE=InnoDB AUTO_INCREMENT=13 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT=''my table'''
-- | ok
SHOW FULL COLUMNS FROM t;
-- | Field | Type | Collation | Null | Key | Default | Extra | Privileges | Comment
-- | 'id' | 'int' | NULL | 'NO' | 'PRI' | NULL | 'auto_increment' | 'select,insert,update,references' | 'the id'
-- | 'a' | 'int' | NULL | 'YES' | '' | '4' | 'INVISIBLE' | 'select,insert,update,references' | ''
-- | 'b' | 'int' | NULL | 'NO' | 'UNI' | NULL | '' | 'select,insert,update,references' | 'it''s'
-- | ok
SHOW INDEX FROM t;
-- | Table | Non_unique | Key_name | Seq_in_index | Column_name | Collation | Cardinality | Sub_part | Packed | Null | Index_type | Comment | Index_comment | Visible | Expression
-- | 't' | 0 | 'PRIMARY' | 1 | 'id' | 'A' | NULL | NULL | NULL | '' | 'BTREE' | '' | '' | 'YES' | NULL
-- | 't' | 0 | 'ub' | 1 | 'b' | 'A' | NULL | NULL | NULL | '' | 'BTREE' | '' | 'one each' | 'NO' | NULL
-- | ok
ALTER TABLE t ALTER INDEX ub VISIBLE;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t ALTER COLUMN a SET VISIBLE;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE t ALTER INDEX nope VISIBLE;
-- | error ER_KEY_DOES_NOT_EXITS Key 'nope' doesn't exist in table 't'
ALTER TABLE t COMMENT = 'other';
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
SELECT * FROM t WHERE id = 1;
-- | id | a | b
-- | 1 | 100 | 2
-- | ok
SHOW CREATE TABLE t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int NOT NULL AUTO_INCREMENT COMMENT ''the id'',\n  `a` int DEFAULT ''4'',\n  `b` int NOT NULL COMMENT ''it''''s'',\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `ub` (`b`) COMMENT ''one each''\n) ENGINE=InnoDB AUTO_INCREMENT=13 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT=''other'''
-- | ok
SELECT table_rows, table_comment FROM information_schema.tables WHERE table_name = 't';
-- | table_rows | table_comment
-- | 4 | 'other'
-- | ok
SELECT column_name, column_comment, numeric_precision FROM information_schema.columns WHERE table_name = 't';
-- | column_name | column_comment | numeric_precision
-- | 'id' | 'the id' | 10
-- | 'a' | '' | 10
-- | 'b' | 'it''s' | 10
-- | ok
CREATE TABLE n(id INT(5) ZEROFILL PRIMARY KEY, p DECIMAL(5, 2) UNSIGNED, f FLOAT UNSIGNED, d DECIMAL(8, 2) ZEROFILL);
-- | ok
INSERT INTO n VALUES(1, -1, 1, 1);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'p' at row 1
INSERT INTO n VALUES(1, 1, -0.5, 1);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'f' at row 1
INSERT IGNORE INTO n VALUES(1, -1, -1, -1), (22, 1, 1, 7.5);
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'p' at row 1
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'f' at row 1
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'd' at row 1
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 3)
UPDATE n SET p = p - 5;
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'p' at row 1
SELECT * FROM n;
-- | id | p | f | d
-- | '00001' | 0.00 | 0.0 | '000000.00'
-- | '00022' | 1.00 | 1.0 | '000007.50'
-- | ok
SHOW CREATE TABLE n;
-- | Table | Create Table
-- | 'n' | 'CREATE TABLE `n` (\n  `id` int(5) unsigned zerofill NOT NULL,\n  `p` decimal(5,2) unsigned DEFAULT NULL,\n  `f` float unsigned DEFAULT NULL,\n  `d` decimal(8,2) unsigned zerofill DEFAULT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
