-- Labels added behind the others need no copy, and the empty label stays. Compared with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE e(id INT PRIMARY KEY, s ENUM('small','medium','large') NOT NULL);
-- | ok
INSERT IGNORE INTO e VALUES(1,'small'),(2,'large'),(3,'bad');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 's' at row 3
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 1)
ALTER TABLE e MODIFY s ENUM('small','medium','large','huge') NOT NULL;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
INSERT INTO e VALUES(4,'huge');
-- | ok, 1 row
SELECT s, s+0 FROM e;
-- | s | s+0
-- | 'small' | 1
-- | 'large' | 3
-- | '' | 0
-- | 'huge' | 4
-- | ok
ALTER TABLE e MODIFY s ENUM('small','large','huge') NOT NULL;
-- | ok (Records: 4  Duplicates: 0  Warnings: 0)
UPDATE e SET s='small' WHERE s='';
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
ALTER TABLE e MODIFY s ENUM('tiny','small','large','huge') NOT NULL;
-- | ok (Records: 4  Duplicates: 0  Warnings: 0)
SELECT s, s+0 FROM e;
-- | s | s+0
-- | 'small' | 2
-- | 'large' | 3
-- | 'small' | 2
-- | 'huge' | 4
-- | ok
ALTER TABLE e MODIFY s ENUM('tiny','small') NOT NULL;
-- | error WARN_DATA_TRUNCATED Data truncated for column 's' at row 2
