-- How a key with a functional part is called that was given no name.
-- Source: MySQL 8.4, sql_table.cc (add_functional_index_to_create_list); MariaDB has no functional keys.

-- @dialect mysql
CREATE TABLE t(a VARCHAR(10), b INT, UNIQUE ((lower(a))), UNIQUE (b, (b + 1)));
-- | ok
INSERT INTO t VALUES ('A', 1);
-- | ok, 1 row
INSERT INTO t VALUES ('a', 2);
-- | error ER_DUP_ENTRY Duplicate entry 'a' for key 't.functional_index'
INSERT INTO t VALUES ('b', 1);
-- | error ER_DUP_ENTRY Duplicate entry '1-2' for key 't.functional_index_2'
