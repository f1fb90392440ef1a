-- Without NO_ZERO_IN_DATE a month or day may be zero; ALTER TABLE makes values fit outside strict
-- mode. Compared with MariaDB 10.11.

-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY AUTO_INCREMENT, d DATE, dt DATETIME, ts TIMESTAMP NULL);
-- | ok
INSERT INTO t(d) VALUES('2024-00-00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '2024-00-00' for column 'd' at row 1
SET sql_mode='STRICT_TRANS_TABLES';
-- | ok
INSERT INTO t(d) VALUES('0000-00-00');
-- | ok, 1 row
INSERT INTO t(d, dt) VALUES('2024-05-00', '2024-00-00 10:00:00');
-- | ok, 1 row
INSERT INTO t(d) VALUES('2024-02-31');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '2024-02-31' for column 'd' at row 1
INSERT INTO t(ts) VALUES('2024-00-01 00:00:00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: '2024-00-01 00:00:00' for column 'ts' at row 1
SELECT id, d, dt, YEAR(d), MONTH(d), DAY(d), d + 0 FROM t;
-- | id | d | dt | YEAR(d) | MONTH(d) | DAY(d) | d + 0
-- | 1 | '0000-00-00' | NULL | 0 | 0 | 0 | 0
-- | 2 | '2024-05-00' | '2024-00-00 10:00:00' | 2024 | 5 | 0 | 20240500
-- | ok
SET sql_mode=DEFAULT;
-- | ok
CREATE TABLE u(a VARCHAR(5), d VARBINARY(5), f ENUM('a', 'b'), g INT, h DECIMAL(5, 2), i DATETIME);
-- | ok
INSERT INTO u VALUES('abcde', 'abcde', 'b', 1000, 123.45, '2024-01-02 03:04:05');
-- | ok, 1 row
ALTER TABLE u MODIFY a VARCHAR(3);
-- | error WARN_DATA_TRUNCATED Data truncated for column 'a' at row 1
ALTER TABLE u MODIFY a CHAR(3);
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
ALTER TABLE u MODIFY d VARBINARY(3);
-- | error WARN_DATA_TRUNCATED Data truncated for column 'd' at row 1
ALTER TABLE u MODIFY h DECIMAL(4, 1);
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'h' at row 1
-- | ok (Records: 1  Duplicates: 0  Warnings: 1)
ALTER TABLE u MODIFY i DATE;
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'i' at row 1
-- | ok (Records: 1  Duplicates: 0  Warnings: 1)
ALTER TABLE u MODIFY g TINYINT;
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'g' at row 1
SET sql_mode='';
-- | ok
ALTER TABLE u MODIFY a VARCHAR(3);
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'a' at row 1
-- | ok (Records: 1  Duplicates: 0  Warnings: 1)
ALTER TABLE u MODIFY d VARBINARY(3);
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'd' at row 1
-- | ok (Records: 1  Duplicates: 0  Warnings: 1)
ALTER TABLE u MODIFY f ENUM('a');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'f' at row 1
-- | ok (Records: 1  Duplicates: 0  Warnings: 1)
ALTER TABLE u MODIFY g TINYINT;
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'g' at row 1
-- | ok (Records: 1  Duplicates: 0  Warnings: 1)
SELECT * FROM u;
-- | a | d | f | g | h | i
-- | 'abc' | x'616263' | '' | 127 | 123.5 | '2024-01-02'
-- | ok
SET sql_mode=DEFAULT;
-- | ok
