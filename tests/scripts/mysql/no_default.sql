-- What stands behind SELECT, engines that are none, DEFAULT of a column that has none in changed rows.
-- Compared with MariaDB 10.11, which refuses DEFAULT in UPDATE IGNORE before it looks at a row.
-- @dialect mysql
CREATE TABLE t(id INT AUTO_INCREMENT PRIMARY KEY, a INT UNIQUE, b VARCHAR(5) NOT NULL);
-- | ok
INSERT INTO t(a, b) VALUES (1, 'x') ON DUPLICATE KEY UPDATE b = DEFAULT;
-- | ok, 1 row
INSERT INTO t(a, b) VALUES (1, 'q') ON DUPLICATE KEY UPDATE b = DEFAULT;
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
INSERT IGNORE INTO t(a, b) VALUES (1, 'q') ON DUPLICATE KEY UPDATE b = DEFAULT;
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
-- | ok, 2 rows
SELECT * FROM t;
-- | id | a | b
-- | 1 | 1 | ''
-- | ok
UPDATE t SET b = DEFAULT WHERE a = 7;
-- | ok, 0 rows (Rows matched: 0  Changed: 0  Warnings: 0)
UPDATE t SET b = DEFAULT;
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
INSERT INTO t(a, b) VALUES (2, 'y');
-- | ok, 1 row
SELECT HIGH_PRIORITY DISTINCT id, b FROM t ORDER BY id;
-- | id | b
-- | 1 | ''
-- | 4 | 'y'
-- | ok
SELECT SQL_SMALL_RESULT SQL_BUFFER_RESULT b, COUNT(*) FROM t GROUP BY b ORDER BY b;
-- | b | COUNT(*)
-- | '' | 1
-- | 'y' | 1
-- | ok
CREATE TABLE q(id INT PRIMARY KEY) ENGINE = InnoDBB;
-- | error ER_UNKNOWN_STORAGE_ENGINE Unknown storage engine 'InnoDBB'
