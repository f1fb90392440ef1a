-- CHAR is the beginning of an option only before SET.
-- Source: compared with MariaDB 10.11.

-- @dialect mysql
CREATE TABLE t(a INT);
-- | ok
ALTER TABLE t CONVERT TO CHAR;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '' at line 1
ALTER TABLE t CONVERT TO CHAR, ADD b INT;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near ', ADD b INT' at line 1
CREATE DATABASE d CHAR x;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'x' at line 1
ALTER TABLE t CONVERT TO CHAR SET utf8mb4;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
