-- The last AUTO_INCREMENT value of a type is given again, and the counter stays behind it. Compared with
-- MariaDB 10.11, which raises 167 instead; MySQL: ha_innodb.cc, innobase_next_autoinc.
-- @dialect mysql
CREATE TABLE t(id TINYINT AUTO_INCREMENT PRIMARY KEY, a INT UNIQUE);
-- | ok
INSERT INTO t VALUES(126,1);
-- | ok, 1 row
INSERT INTO t(a) VALUES(2);
-- | ok, 1 row
SELECT auto_increment FROM information_schema.tables WHERE table_name='t' AND table_schema='play';
-- | auto_increment
-- | 128
-- | ok
INSERT INTO t(a) VALUES(3);
-- | error ER_DUP_ENTRY Duplicate entry '127' for key 't.PRIMARY'
SELECT auto_increment FROM information_schema.tables WHERE table_name='t' AND table_schema='play';
-- | auto_increment
-- | 128
-- | ok
INSERT INTO t(a) VALUES(4),(5);
-- | error ER_DUP_ENTRY Duplicate entry '127' for key 't.PRIMARY'
SELECT auto_increment FROM information_schema.tables WHERE table_name='t' AND table_schema='play';
-- | auto_increment
-- | 128
-- | ok
DELETE FROM t WHERE id=127;
-- | ok, 1 row
INSERT INTO t(a) VALUES(6);
-- | ok, 1 row
-- @dialect mysql
CREATE TABLE t(id SMALLINT AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=32767;
-- | ok
INSERT INTO t VALUES();
-- | ok, 1 row
INSERT INTO t VALUES();
-- | error ER_DUP_ENTRY Duplicate entry '32767' for key 't.PRIMARY'
