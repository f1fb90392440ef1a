-- A placeholder of a text, which is given no values: SQL syntax for prepared statements alone (MySQL manual, PREPARE).
-- @dialect mysql
CREATE TABLE u(a int, b int);
-- | ok
INSERT INTO u VALUES (?, ?);
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '?, ?)' at line 1
SELECT * FROM u WHERE a = ?;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '?' at line 1
PREPARE s FROM 'INSERT INTO u VALUES (?, ?)';
-- | ok (Statement prepared)
SET @x = 5;
-- | ok
EXECUTE s USING @x, @x;
-- | ok, 1 row
SELECT * FROM u;
-- | a | b
-- | 5 | 5
-- | ok
