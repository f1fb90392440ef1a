-- SHOW VARIABLES in its forms, compared with MariaDB 10.11; ALTER TABLE … DISABLE KEYS is noted by InnoDB
-- ("ALTER TABLE Statement"); ALTER IGNORE is gone. A view has no SHOW CREATE TABLE here.

-- @dialect mysql
SHOW VARIABLES LIKE 'character_set_client';
-- | Variable_name | Value
-- | 'character_set_client' | 'utf8mb4'
-- | ok
SHOW VARIABLES LIKE 'collation%';
-- | Variable_name | Value
-- | 'collation_connection' | 'utf8mb4_0900_ai_ci'
-- | 'collation_database' | 'utf8mb4_0900_ai_ci'
-- | 'collation_server' | 'utf8mb4_0900_ai_ci'
-- | ok
SHOW VARIABLES WHERE Variable_name = 'auto_increment_offset';
-- | Variable_name | Value
-- | 'auto_increment_offset' | '1'
-- | ok
SHOW VARIABLES LIKE 'nothing_of_that_name';
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: SHOW VARIABLES LIKE nothing_of_that_name
SELECT @@character_set_client, @@innodb_strict_mode;
-- | @@character_set_client | @@innodb_strict_mode
-- | 'utf8mb4' | 1
-- | ok
CREATE TABLE t(id INT PRIMARY KEY, a INT);
-- | ok
ALTER TABLE t DISABLE KEYS;
-- | Note ER_ILLEGAL_HA Table storage engine for 't' doesn't have this option
-- | ok
ALTER IGNORE TABLE t ADD UNIQUE (a);
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'IGNORE TABLE t ADD UNIQUE (a)' at line 1
CREATE VIEW v AS SELECT * FROM t;
-- | ok
DESCRIBE v;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: SHOW and DESCRIBE of a view
