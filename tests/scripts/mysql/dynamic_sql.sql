-- PREPARE, EXECUTE and DEALLOCATE PREPARE in procedures work with the session's statements; functions and
-- triggers have none. Compared with MariaDB 10.11.

-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY, a INT);
-- | ok
INSERT INTO t VALUES(1,1),(2,2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
CREATE PROCEDURE s(IN tab VARCHAR(20)) BEGIN SET @sql=CONCAT('SELECT COUNT(*) FROM ',tab); PREPARE st FROM @sql; EXECUTE st; DEALLOCATE PREPARE st; END;
-- | ok
CALL s('t');
-- | COUNT(*)
-- | 2
-- | ok
CALL s('nope');
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
CALL s('1 +');
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '1 +' at line 1
EXECUTE st;
-- | error ER_UNKNOWN_STMT_HANDLER Unknown prepared statement handler (st) given to EXECUTE
CREATE PROCEDURE ins(IN i INT, IN v INT) BEGIN SET @i=i, @v=v; PREPARE st FROM 'INSERT INTO t VALUES(?,?) ON DUPLICATE KEY UPDATE a=a+?'; EXECUTE st USING @i,@v,@v; DEALLOCATE PREPARE st; END;
-- | ok
CALL ins(1,10);
-- | ok
CALL ins(3,10);
-- | ok
SELECT ROW_COUNT();
-- | ROW_COUNT()
-- | 1
-- | ok
SELECT * FROM t;
-- | id | a
-- | 1 | 11
-- | 2 | 2
-- | 3 | 10
-- | ok
CREATE PROCEDURE bad() BEGIN PREPARE st FROM 'SELECT ?'; EXECUTE st; END;
-- | ok
CALL bad();
-- | error ER_WRONG_ARGUMENTS Incorrect arguments to EXECUTE
CREATE PROCEDURE dd() BEGIN EXECUTE nope; END;
-- | ok
CALL dd();
-- | error ER_UNKNOWN_STMT_HANDLER Unknown prepared statement handler (nope) given to EXECUTE
CREATE PROCEDURE mk(IN n VARCHAR(10)) BEGIN SET @s=CONCAT('CREATE TABLE ',n,'(id INT PRIMARY KEY)'); PREPARE st FROM @s; EXECUTE st; SET @s=CONCAT('INSERT INTO ',n,' VALUES(1),(1)'); PREPARE st FROM @s; EXECUTE st; END;
-- | ok
CALL mk('q');
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 'q.PRIMARY'
SELECT * FROM q;
-- | id
-- | ok
CREATE FUNCTION ff() RETURNS INT DETERMINISTIC BEGIN PREPARE st FROM 'select 1'; RETURN 1; END;
-- | error ER_STMT_NOT_ALLOWED_IN_SF_OR_TRG Dynamic SQL is not allowed in stored function or trigger
CREATE TRIGGER tt BEFORE INSERT ON t FOR EACH ROW BEGIN EXECUTE st; END;
-- | error ER_STMT_NOT_ALLOWED_IN_SF_OR_TRG Dynamic SQL is not allowed in stored function or trigger
CREATE PROCEDURE h() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION SELECT 'bad'; PREPARE st FROM 'INSERT INTO t VALUES(1,1)'; EXECUTE st; END;
-- | ok
CALL h();
-- | bad
-- | 'bad'
-- | ok
