-- GET DIAGNOSTICS outside of bodies reads the messages of the statement before, which stay. Compared with
-- MariaDB 10.11, whose SQLSTATE for 1366 is another.

-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY, a INT);
-- | ok
INSERT INTO t VALUES(1, 1);
-- | ok, 1 row
INSERT INTO t VALUES(1, 1);
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 't.PRIMARY'
GET DIAGNOSTICS CONDITION 1 @s = RETURNED_SQLSTATE, @e = MYSQL_ERRNO, @m = MESSAGE_TEXT;
-- | ok
GET DIAGNOSTICS @n = NUMBER, @r = ROW_COUNT;
-- | ok
SELECT @s, @e, @m, @n, @r;
-- | @s | @e | @m | @n | @r
-- | '23000' | 1062 | 'Duplicate entry ''1'' for key ''t.PRIMARY''' | 1 | 0
-- | ok
INSERT IGNORE INTO t VALUES(1, 1), (2, 'x');
-- | Warning ER_DUP_ENTRY Duplicate entry '1' for key 't.PRIMARY'
-- | Warning ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x' for column 'a' at row 2
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 2)
GET DIAGNOSTICS @n = NUMBER, @r = ROW_COUNT;
-- | ok
GET CURRENT DIAGNOSTICS CONDITION @n @s = RETURNED_SQLSTATE, @e = MYSQL_ERRNO;
-- | ok
SELECT @n, @r, @s, @e;
-- | @n | @r | @s | @e
-- | 2 | 1 | 'HY000' | 1366
-- | ok
GET DIAGNOSTICS CONDITION 5 @s = RETURNED_SQLSTATE;
-- | Warning ER_DUP_ENTRY Duplicate entry '1' for key 't.PRIMARY'
-- | Warning ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x' for column 'a' at row 2
-- | Error ER_DA_INVALID_CONDITION_NUMBER Invalid condition number
-- | ok
GET STACKED DIAGNOSTICS @n = NUMBER;
-- | error ER_GET_STACKED_DA_WITHOUT_ACTIVE_HANDLER GET STACKED DIAGNOSTICS when handler not active

-- After an error ROW_COUNT() is -1, whatever the error. Compared with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY);
-- | ok
INSERT INTO t VALUES (1), (2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
SELECT ROW_COUNT();
-- | ROW_COUNT()
-- | 2
-- | ok
INSERT INTO t VALUES (1);
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 't.PRIMARY'
SELECT ROW_COUNT();
-- | ROW_COUNT()
-- | -1
-- | ok
INSERT INTO t VALUES (3);
-- | ok, 1 row
SELECT nope;
-- | error ER_BAD_FIELD_ERROR Unknown column 'nope' in 'field list'
SELECT ROW_COUNT();
-- | ROW_COUNT()
-- | -1
-- | ok
INSERT INTO t VALUES (4);
-- | ok, 1 row
SELEC;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'SELEC' at line 1
SELECT ROW_COUNT();
-- | ROW_COUNT()
-- | -1
-- | ok
