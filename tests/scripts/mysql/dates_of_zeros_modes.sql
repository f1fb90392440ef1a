-- NO_ZERO_DATE and NO_ZERO_IN_DATE, each without the other. Compared with MariaDB 10.11.
-- @dialect mysql
SET sql_mode='NO_ZERO_DATE,STRICT_TRANS_TABLES';
-- | ok
CREATE TABLE t(d DATE, dt DATETIME);
-- | ok
INSERT INTO t(d) VALUES('0000-00-00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '0000-00-00' for column 'd' at row 1
INSERT INTO t(d) VALUES('2024-00-00');
-- | ok, 1 row
INSERT INTO t(d) VALUES('2024-01-00');
-- | ok, 1 row
INSERT INTO t(dt) VALUES('2024-00-01');
-- | ok, 1 row
SET sql_mode='NO_ZERO_IN_DATE,STRICT_TRANS_TABLES';
-- | ok
INSERT INTO t(d) VALUES('0000-00-00');
-- | ok, 1 row
INSERT INTO t(d) VALUES('2024-00-00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '2024-00-00' for column 'd' at row 1
INSERT INTO t(d) VALUES('0000-00-01');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '0000-00-01' for column 'd' at row 1
SET sql_mode='NO_ZERO_IN_DATE';
-- | ok
INSERT INTO t(d) VALUES('0000-00-00');
-- | ok, 1 row
INSERT INTO t(d) VALUES('2024-00-00');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'd' at row 1
-- | ok, 1 row
INSERT INTO t(d) VALUES('2024-02-31');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'd' at row 1
-- | ok, 1 row
SET sql_mode='NO_ZERO_DATE';
-- | ok
INSERT INTO t(d) VALUES('0000-00-00');
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'd' at row 1
-- | ok, 1 row
INSERT INTO t(d) VALUES('2024-00-00');
-- | ok, 1 row
