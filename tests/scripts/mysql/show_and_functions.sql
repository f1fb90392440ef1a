-- What SHOW says of triggers and databases, statements of maintenance, digests, bases, STR_TO_DATE.
-- Compared with MariaDB 10.11; INSERT DELAYED and UUID_TO_BIN are as the manual of MySQL 8 has them. When a
-- trigger was made is left open.
-- @dialect mysql
CREATE TABLE y1(y YEAR PRIMARY KEY, c CHAR(3) BINARY UNIQUE, KEY k (c) COMMENT 'c' INVISIBLE);
-- | ok
INSERT INTO y1 VALUES (2024,'a'),(2023,'A');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
INSERT INTO y1 VALUES (2022,'a');
-- | error ER_DUP_ENTRY Duplicate entry 'a' for key 'y1.c'
INSERT DELAYED INTO y1 VALUES (2010,NULL);
-- | Warning ER_WARN_LEGACY_SYNTAX_CONVERTED INSERT DELAYED is no longer supported. The statement was converted to INSERT.
-- | ok, 1 row
REPLACE DELAYED INTO y1 VALUES (2010,NULL);
-- | Warning ER_WARN_LEGACY_SYNTAX_CONVERTED REPLACE DELAYED is no longer supported. The statement was converted to REPLACE.
-- | ok, 2 rows
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Warning' | 3005 | 'REPLACE DELAYED is no longer supported. The statement was converted to REPLACE.'
-- | ok
CREATE DEFINER=`root`@`localhost` TRIGGER trg BEFORE INSERT ON y1 FOR EACH ROW SET @a = NEW.y;
-- | ok
SHOW TRIGGERS;
-- | Trigger | Event | Table | Statement | Timing | Created | sql_mode | Definer | character_set_client | collation_connection | Database Collation
-- | 'trg' | 'INSERT' | 'y1' | 'SET @a = NEW.y' | 'BEFORE' | NULL | 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION' | 'root@localhost' | 'utf8mb4' | 'utf8mb4_0900_ai_ci' | 'utf8mb4_0900_ai_ci'
-- | ok
SHOW TRIGGERS LIKE 'z%';
-- | Trigger | Event | Table | Statement | Timing | Created | sql_mode | Definer | character_set_client | collation_connection | Database Collation
-- | ok
SHOW CREATE TRIGGER trg;
-- | Trigger | sql_mode | SQL Original Statement | character_set_client | collation_connection | Database Collation | Created
-- | 'trg' | 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION' | 'CREATE DEFINER=`root`@`localhost` TRIGGER trg BEFORE INSERT ON y1 FOR EACH ROW SET @a = NEW.y' | 'utf8mb4' | 'utf8mb4_0900_ai_ci' | 'utf8mb4_0900_ai_ci' | NULL
-- | ok
SHOW CREATE TRIGGER nope;
-- | error ER_TRG_DOES_NOT_EXIST Trigger does not exist
SHOW CREATE DATABASE play;
-- | Database | Create Database
-- | 'play' | 'CREATE DATABASE `play` /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci */ /*!80016 DEFAULT ENCRYPTION=''N'' */'
-- | ok
SHOW CREATE DATABASE nope;
-- | error ER_BAD_DB_ERROR Unknown database 'nope'
SHOW TABLES FROM play;
-- | Tables_in_play
-- | 'y1'
-- | ok
SHOW TABLES FROM nope;
-- | error ER_BAD_DB_ERROR Unknown database 'nope'
ANALYZE TABLE y1;
-- | Table | Op | Msg_type | Msg_text
-- | 'play.y1' | 'analyze' | 'status' | 'OK'
-- | ok
OPTIMIZE TABLE y1;
-- | Table | Op | Msg_type | Msg_text
-- | 'play.y1' | 'optimize' | 'note' | 'Table does not support optimize, doing recreate + analyze instead'
-- | 'play.y1' | 'optimize' | 'status' | 'OK'
-- | ok
CHECK TABLE nope;
-- | Table | Op | Msg_type | Msg_text
-- | 'play.nope' | 'check' | 'Error' | 'Table ''play.nope'' doesn''t exist'
-- | 'play.nope' | 'check' | 'status' | 'Operation failed'
-- | ok
SHOW ENGINES;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: SHOW ENGINES
SHOW PROCESSLIST;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: SHOW PROCESSLIST
SHOW STATUS LIKE 'x';
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: SHOW STATUS
SHOW TABLE STATUS;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: SHOW TABLE STATUS
SHOW GRANTS;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: SHOW GRANTS
SHOW FOO;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'FOO' at line 1
DO 1, SLEEP(0);
-- | ok
SELECT BIN(5), CONV('ff',16,10), FORMAT(12345.678,2), FORMAT(0.5,0), FORMAT(-1234.5,1), BIT_COUNT(7), OCT(9), CONV(-1,10,16), CONV('zz',36,10), FORMAT(1234567.891,2), FORMAT(12,0), FORMAT('1234.5',2), FORMAT(1.005,2);
-- | BIN(5) | CONV('ff',16,10) | FORMAT(12345.678,2) | FORMAT(0.5,0) | FORMAT(-1234.5,1) | BIT_COUNT(7) | OCT(9) | CONV(-1,10,16) | CONV('zz',36,10) | FORMAT(1234567.891,2) | FORMAT(12,0) | FORMAT('1234.5',2) | FORMAT(1.005,2)
-- | '101' | '255' | '12,345.68' | '1' | '-1,234.5' | 3 | '11' | 'FFFFFFFFFFFFFFFF' | '1295' | '1,234,567.89' | '12' | '1,234.50' | '1.01'
-- | ok
SELECT MD5('a'), SHA1('abc'), CRC32('MySQL'), TO_BASE64('abcde'), FROM_BASE64('YWJj'), SHA2('abc',256), MD5(NULL), MD5(1), CRC32(''), MD5(''), SHA2('',256), TO_BASE64('');
-- | MD5('a') | SHA1('abc') | CRC32('MySQL') | TO_BASE64('abcde') | FROM_BASE64('YWJj') | SHA2('abc',256) | MD5(NULL) | MD5(1) | CRC32('') | MD5('') | SHA2('',256) | TO_BASE64('')
-- | '0cc175b9c0f1b6a831c399e269772661' | 'a9993e364706816aba3e25717850c26c9cd0d89d' | 3259397556 | 'YWJjZGU=' | x'616263' | 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' | NULL | 'c4ca4238a0b923820dcc509a6f75849b' | 0 | 'd41d8cd98f00b204e9800998ecf8427e' | 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' | ''
-- | ok
SELECT STR_TO_DATE('01,5,2013','%d,%m,%Y'), STR_TO_DATE('2024-01-02 03:04:05','%Y-%m-%d %H:%i:%s'), STR_TO_DATE('x','%Y'), STR_TO_DATE('May 1, 2013','%M %d,%Y'), STR_TO_DATE('10:11','%H:%i'), STR_TO_DATE('09:05:07 PM','%r'), STR_TO_DATE('2024-13-01','%Y-%m-%d'), STR_TO_DATE('Mon Jan 5 2024','%a %b %e %Y');
-- | Warning ER_WRONG_VALUE_FOR_TYPE Incorrect datetime value: 'x' for function str_to_date
-- | Warning ER_WRONG_VALUE_FOR_TYPE Incorrect datetime value: '2024-13-01' for function str_to_date
-- | STR_TO_DATE('01,5,2013','%d,%m,%Y') | STR_TO_DATE('2024-01-02 03:04:05','%Y-%m-%d %H:%i:%s') | STR_TO_DATE('x','%Y') | STR_TO_DATE('May 1, 2013','%M %d,%Y') | STR_TO_DATE('10:11','%H:%i') | STR_TO_DATE('09:05:07 PM','%r') | STR_TO_DATE('2024-13-01','%Y-%m-%d') | STR_TO_DATE('Mon Jan 5 2024','%a %b %e %Y')
-- | '2013-05-01' | '2024-01-02 03:04:05' | NULL | '2013-05-01' | '10:11:00' | '21:05:07' | NULL | '2024-01-05'
-- | ok
SELECT SEC_TO_TIME(3661), TIME_TO_SEC('01:01:01'), MAKEDATE(2024,40), TIMEDIFF('10:00:00','09:30:00'), TIMEDIFF('2024-01-02 00:00:00','2024-01-01 12:00:00'), GET_LOCK('a',1), RELEASE_LOCK('a'), SLEEP(0);
-- | SEC_TO_TIME(3661) | TIME_TO_SEC('01:01:01') | MAKEDATE(2024,40) | TIMEDIFF('10:00:00','09:30:00') | TIMEDIFF('2024-01-02 00:00:00','2024-01-01 12:00:00') | GET_LOCK('a',1) | RELEASE_LOCK('a') | SLEEP(0)
-- | '01:01:01' | 3661 | '2024-02-09' | '00:30:00' | '12:00:00' | 1 | 1 | 0
-- | ok
SELECT JSON_MERGE_PATCH('{"a":1}','{"b":2}'), JSON_MERGE_PATCH('{"a":1,"c":1}','{"a":null,"c":{"d":1}}'), JSON_CONTAINS_PATH('{"a":1}','one','$.a');
-- | JSON_MERGE_PATCH('{"a":1}','{"b":2}') | JSON_MERGE_PATCH('{"a":1,"c":1}','{"a":null,"c":{"d":1}}') | JSON_CONTAINS_PATH('{"a":1}','one','$.a')
-- | '{"a": 1, "b": 2}' | '{"c": {"d": 1}}' | 1
-- | ok
SELECT HEX(UUID_TO_BIN('6ccd780c-baba-1026-9564-5b8c656024db',1)), BIN_TO_UUID(UUID_TO_BIN('6ccd780c-baba-1026-9564-5b8c656024db',1),1);
-- | HEX(UUID_TO_BIN('6ccd780c-baba-1026-9564-5b8c656024db',1)) | BIN_TO_UUID(UUID_TO_BIN('6ccd780c-baba-1026-9564-5b8c656024db',1),1)
-- | '1026BABA6CCD780C95645B8C656024DB' | '6ccd780c-baba-1026-9564-5b8c656024db'
-- | ok
CREATE TABLE imported(d DATE UNIQUE, h CHAR(32) GENERATED ALWAYS AS (MD5(d)) STORED UNIQUE);
-- | ok
INSERT INTO imported(d) VALUES (STR_TO_DATE('01/02/2024','%d/%m/%Y'));
-- | ok, 1 row
INSERT INTO imported(d) VALUES (STR_TO_DATE('01/02/2024','%d/%m/%Y'));
-- | error ER_DUP_ENTRY Duplicate entry '2024-02-01' for key 'imported.d'
INSERT INTO imported(d) VALUES (STR_TO_DATE('foo','%d/%m/%Y'));
-- | error ER_WRONG_VALUE_FOR_TYPE Incorrect datetime value: 'foo' for function str_to_date
INSERT IGNORE INTO imported(d) VALUES (STR_TO_DATE('foo','%d/%m/%Y'));
-- | Warning ER_WRONG_VALUE_FOR_TYPE Incorrect datetime value: 'foo' for function str_to_date
-- | ok, 1 row
