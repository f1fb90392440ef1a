-- utf8mb3 with its warnings, the collation of a table, prefixes of keys. Compared with MariaDB 10.11, which
-- has no such warnings; SHOW CREATE TABLE leaves out what MySQL leaves out (sql_show.cc,
-- store_create_info).
-- @dialect mysql
CREATE TABLE u(a VARCHAR(5) CHARACTER SET utf8 UNIQUE, e ENUM('x'));
-- | Warning ER_DEPRECATED_UTF8_ALIAS 'utf8' is currently an alias for the character set UTF8MB3, but will be an alias for UTF8MB4 in a future release. Please consider using UTF8MB4 in order to be unambiguous.
-- | ok
SHOW CREATE TABLE u;
-- | Table | Create Table
-- | 'u' | 'CREATE TABLE `u` (\n  `a` varchar(5) CHARACTER SET utf8mb3 DEFAULT NULL,\n  `e` enum(''x'') DEFAULT NULL,\n  UNIQUE KEY `a` (`a`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
INSERT INTO u(a) VALUES('ab😀c');
-- | error ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect string value: '\xF0\x9F\x98\x80c' for column 'a' at row 1
INSERT INTO u(a) VALUES('é'),('E');
-- | error ER_DUP_ENTRY Duplicate entry 'E' for key 'u.a'
INSERT IGNORE INTO u(a) VALUES('a😀');
-- | Warning ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect string value: '\xF0\x9F\x98\x80' for column 'a' at row 1
-- | ok, 1 row
SELECT a FROM u;
-- | a
-- | 'a?'
-- | ok
CREATE TABLE v(a VARCHAR(5) CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci);
-- | Warning ER_WARN_DEPRECATED_SYNTAX 'utf8mb3' is deprecated and will be removed in a future release. Please use utf8mb4 instead
-- | ok
CREATE TABLE w(a VARCHAR(5), b INT) DEFAULT CHARSET=utf8;
-- | Warning ER_DEPRECATED_UTF8_ALIAS 'utf8' is currently an alias for the character set UTF8MB3, but will be an alias for UTF8MB4 in a future release. Please consider using UTF8MB4 in order to be unambiguous.
-- | ok
SHOW CREATE TABLE w;
-- | Table | Create Table
-- | 'w' | 'CREATE TABLE `w` (\n  `a` varchar(5) DEFAULT NULL,\n  `b` int DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3'
-- | ok
CREATE TABLE x(a VARCHAR(5), b VARCHAR(5) COLLATE utf8mb4_0900_ai_ci) COLLATE=utf8mb4_bin;
-- | ok
SHOW CREATE TABLE x;
-- | Table | Create Table
-- | 'x' | 'CREATE TABLE `x` (\n  `a` varchar(5) COLLATE utf8mb4_bin DEFAULT NULL,\n  `b` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin'
-- | ok
ALTER TABLE x ADD c VARCHAR(10);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE x ADD d VARCHAR(10) CHARACTER SET utf8mb4;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
SHOW CREATE TABLE x;
-- | Table | Create Table
-- | 'x' | 'CREATE TABLE `x` (\n  `a` varchar(5) COLLATE utf8mb4_bin DEFAULT NULL,\n  `b` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL,\n  `c` varchar(10) COLLATE utf8mb4_bin DEFAULT NULL,\n  `d` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin'
-- | ok
ALTER TABLE x COLLATE utf8mb4_general_ci;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
ALTER TABLE x ADD e VARCHAR(10);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
SHOW CREATE TABLE x;
-- | Table | Create Table
-- | 'x' | 'CREATE TABLE `x` (\n  `a` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,\n  `b` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL,\n  `c` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,\n  `d` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL,\n  `e` varchar(10) COLLATE utf8mb4_general_ci DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci'
-- | ok
CREATE TABLE x2 LIKE x;
-- | ok
SHOW CREATE TABLE x2;
-- | Table | Create Table
-- | 'x2' | 'CREATE TABLE `x2` (\n  `a` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,\n  `b` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL,\n  `c` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,\n  `d` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL,\n  `e` varchar(10) COLLATE utf8mb4_general_ci DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci'
-- | ok
CREATE TABLE y(a VARCHAR(5)) CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- | ok
SHOW CREATE TABLE y;
-- | Table | Create Table
-- | 'y' | 'CREATE TABLE `y` (\n  `a` varchar(5) COLLATE utf8mb4_general_ci DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci'
-- | ok
INSERT INTO y VALUES('a');
-- | ok, 1 row
CREATE TABLE z(a INT) CHARSET=utf8mb4 COLLATE=utf8mb3_bin;
-- | error ER_COLLATION_CHARSET_MISMATCH COLLATION 'utf8mb3_bin' is not valid for CHARACTER SET 'utf8mb4'
CREATE TABLE z(a INT) CHARSET=nope;
-- | error ER_UNKNOWN_CHARACTER_SET Unknown character set: 'nope'
CREATE TABLE z(a VARCHAR(5) CHARACTER SET nope);
-- | error ER_UNKNOWN_CHARACTER_SET Unknown character set: 'nope'
CREATE TABLE u2(a VARCHAR(5), UNIQUE(a(5)), KEY(a(3)));
-- | ok
SHOW CREATE TABLE u2;
-- | Table | Create Table
-- | 'u2' | 'CREATE TABLE `u2` (\n  `a` varchar(5) DEFAULT NULL,\n  UNIQUE KEY `a` (`a`),\n  KEY `a_2` (`a`(3))\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
CREATE TABLE u3(a INT, UNIQUE(a(3)));
-- | error ER_WRONG_SUB_KEY Incorrect prefix key; the used key part isn't a string, the used length is longer than the key part, or the storage engine doesn't support unique prefix keys
CREATE TABLE u3(a VARCHAR(5), UNIQUE(a(10)));
-- | error ER_WRONG_SUB_KEY Incorrect prefix key; the used key part isn't a string, the used length is longer than the key part, or the storage engine doesn't support unique prefix keys
CREATE TABLE u3(a TIMESTAMP(7));
-- | error ER_TOO_BIG_PRECISION Too-big precision 7 specified for 'a'. Maximum is 6.
ALTER TABLE y CONVERT TO CHARACTER SET utf8mb4;
-- | ok (Records: 1  Duplicates: 0  Warnings: 0)
SHOW CREATE TABLE y;
-- | Table | Create Table
-- | 'y' | 'CREATE TABLE `y` (\n  `a` varchar(5) DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
SET NAMES utf8;
-- | Warning ER_DEPRECATED_UTF8_ALIAS 'utf8' is currently an alias for the character set UTF8MB3, but will be an alias for UTF8MB4 in a future release. Please consider using UTF8MB4 in order to be unambiguous.
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Warning' | 3719 | '''utf8'' is currently an alias for the character set UTF8MB3, but will be an alias for UTF8MB4 in a future release. Please consider using UTF8MB4 in order to be unambiguous.'
-- | ok
SELECT table_name, table_collation FROM information_schema.tables WHERE table_schema='play';
-- | table_name | table_collation
-- | 'u' | 'utf8mb4_0900_ai_ci'
-- | 'u2' | 'utf8mb4_0900_ai_ci'
-- | 'v' | 'utf8mb4_0900_ai_ci'
-- | 'w' | 'utf8mb3_general_ci'
-- | 'x' | 'utf8mb4_general_ci'
-- | 'x2' | 'utf8mb4_general_ci'
-- | 'y' | 'utf8mb4_0900_ai_ci'
-- | ok
