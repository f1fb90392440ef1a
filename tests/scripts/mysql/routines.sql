-- Stored procedures and functions: handlers, cursors, labels, diagnostics, transactions inside.
-- Compared with MariaDB 10.11, which counts the rows of all statements of a CALL where MySQL 8 counts those of the last.
-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY, n INT DEFAULT 0, name VARCHAR(20), UNIQUE KEY un (name));
-- | ok
CREATE PROCEDURE add_t(IN p_id INT, IN p_name VARCHAR(20))
BEGIN
  DECLARE EXIT HANDLER FOR 1062
  BEGIN
    SELECT CONCAT('Duplicate key (', p_id, ') occurred') AS message;
  END;
  INSERT INTO t(id, name) VALUES (p_id, p_name);
  SELECT COUNT(*) FROM t;
END;
-- | ok
CALL add_t(1,'a');
-- | COUNT(*)
-- | 1
-- | ok
CALL add_t(1,'b');
-- | message
-- | 'Duplicate key (1) occurred'
-- | ok
CALL add_t(2,'A');
-- | message
-- | 'Duplicate key (2) occurred'
-- | ok
CALL add_t(3,'c');
-- | COUNT(*)
-- | 2
-- | ok
SELECT * FROM t;
-- | id | n | name
-- | 1 | 0 | 'a'
-- | 3 | 0 | 'c'
-- | ok
CALL add_t(1);
-- | error ER_SP_WRONG_NO_OF_ARGS Incorrect number of arguments for PROCEDURE play.add_t; expected 2, got 1
CALL nope();
-- | error ER_SP_DOES_NOT_EXIST PROCEDURE play.nope does not exist
CREATE PROCEDURE add_t() SELECT 1;
-- | error ER_SP_ALREADY_EXISTS PROCEDURE add_t already exists
CREATE PROCEDURE cont(p INT)
BEGIN
  DECLARE dup INT DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR SQLSTATE '23000' SET dup = 1;
  INSERT INTO t(id) VALUES (p);
  IF dup = 1 THEN
    UPDATE t SET n = n + 1 WHERE id = p;
  END IF;
  SELECT dup, ROW_COUNT();
END;
-- | ok
CALL cont(1);
-- | dup | ROW_COUNT()
-- | 1 | 1
-- | ok
CALL cont(9);
-- | dup | ROW_COUNT()
-- | 0 | 1
-- | ok
SELECT * FROM t ORDER BY id;
-- | id | n | name
-- | 1 | 1 | 'a'
-- | 3 | 0 | 'c'
-- | 9 | 0 | NULL
-- | ok
CREATE PROCEDURE outp(IN a INT, OUT b INT, INOUT c INT) BEGIN SET b = a * 2; SET c = c + a; END;
-- | ok
SET @c = 5;
-- | ok
CALL outp(4, @b, @c);
-- | ok
SELECT @b, @c;
-- | @b | @c
-- | 8 | 9
-- | ok
CALL outp(4, 1, @c);
-- | error ER_SP_NOT_VAR_ARG OUT or INOUT argument 2 for routine play.outp is not a variable or NEW pseudo-variable in BEFORE trigger
DROP PROCEDURE outp;
-- | ok
DROP PROCEDURE outp;
-- | error ER_SP_DOES_NOT_EXIST PROCEDURE play.outp does not exist
DROP PROCEDURE IF EXISTS outp;
-- | Note ER_SP_DOES_NOT_EXIST PROCEDURE play.outp does not exist
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Note' | 1305 | 'PROCEDURE play.outp does not exist'
-- | ok
CREATE PROCEDURE IF NOT EXISTS cont(p INT) SELECT 2;
-- | Note ER_SP_ALREADY_EXISTS PROCEDURE cont already exists
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Note' | 1304 | 'PROCEDURE cont already exists'
-- | ok
CREATE PROCEDURE tx(a INT, b INT)
BEGIN
  DECLARE EXIT HANDLER FOR SQLEXCEPTION
  BEGIN
    ROLLBACK;
    RESIGNAL;
  END;
  START TRANSACTION;
  INSERT INTO t(id) VALUES(a);
  INSERT INTO t(id) VALUES(b);
  COMMIT;
END;
-- | ok
CALL tx(20,21);
-- | ok
CALL tx(22,21);
-- | error ER_DUP_ENTRY Duplicate entry '21' for key 't.PRIMARY'
SELECT id FROM t ORDER BY id;
-- | id
-- | 1
-- | 3
-- | 9
-- | 20
-- | 21
-- | ok
CREATE PROCEDURE notx(a INT, b INT)
BEGIN
  INSERT INTO t(id) VALUES(a);
  INSERT INTO t(id) VALUES(b);
END;
-- | ok
CALL notx(30,21);
-- | error ER_DUP_ENTRY Duplicate entry '21' for key 't.PRIMARY'
SELECT id FROM t ORDER BY id;
-- | id
-- | 1
-- | 3
-- | 9
-- | 20
-- | 21
-- | 30
-- | ok
SELECT ROW_COUNT();
-- | ROW_COUNT()
-- | -1
-- | ok
CREATE FUNCTION f(x INT) RETURNS INT DETERMINISTIC RETURN x+1;
-- | ok
SELECT f(1), f(NULL), F('3');
-- | f(1) | f(NULL) | F('3')
-- | 2 | NULL | 4
-- | ok
SELECT f();
-- | error ER_SP_WRONG_NO_OF_ARGS Incorrect number of arguments for FUNCTION play.f; expected 1, got 0
SELECT g(1);
-- | error ER_SP_DOES_NOT_EXIST FUNCTION play.g does not exist
CREATE FUNCTION f(x INT) RETURNS INT DETERMINISTIC RETURN x+1;
-- | error ER_SP_ALREADY_EXISTS FUNCTION f already exists
CREATE FUNCTION lvl(c DECIMAL(10,2)) RETURNS VARCHAR(20) DETERMINISTIC
BEGIN
  DECLARE l VARCHAR(20);
  IF c > 50000 THEN SET l = 'PLATINUM';
  ELSEIF c >= 10000 THEN SET l = 'GOLD';
  ELSE SET l = 'SILVER';
  END IF;
  RETURN l;
END;
-- | ok
SELECT lvl(60000), lvl(20000), lvl(1);
-- | lvl(60000) | lvl(20000) | lvl(1)
-- | 'PLATINUM' | 'GOLD' | 'SILVER'
-- | ok
CREATE FUNCTION noret(c INT) RETURNS INT DETERMINISTIC BEGIN SET @z = 1; END;
-- | error ER_SP_NORETURN No RETURN found in FUNCTION play.noret
DROP FUNCTION f;
-- | ok
DROP FUNCTION IF EXISTS f;
-- | Note ER_SP_DOES_NOT_EXIST FUNCTION play.f does not exist
-- | ok
SELECT f(1);
-- | error ER_SP_DOES_NOT_EXIST FUNCTION play.f does not exist
-- @dialect mysql
CREATE TABLE l(id INT PRIMARY KEY);
-- | ok
CREATE PROCEDURE loops()
BEGIN
  DECLARE i INT DEFAULT 0;
  lab: LOOP
    SET i = i + 1;
    IF i = 3 THEN ITERATE lab; END IF;
    IF i > 5 THEN LEAVE lab; END IF;
    INSERT INTO l VALUES (i);
  END LOOP lab;
  WHILE i < 10 DO
    SET i = i + 1;
    INSERT IGNORE INTO l VALUES (i MOD 4);
  END WHILE;
  REPEAT
    SET i = i + 1;
    REPLACE INTO l VALUES (i);
  UNTIL i >= 13 END REPEAT;
END;
-- | ok
CALL loops();
-- | ok
SELECT * FROM l;
-- | id
-- | 0
-- | 1
-- | 2
-- | 3
-- | 4
-- | 5
-- | 11
-- | 12
-- | 13
-- | ok
CREATE PROCEDURE early(p INT)
proc: BEGIN
  IF p IS NULL THEN LEAVE proc; END IF;
  INSERT INTO l VALUES (p);
END;
-- | ok
CALL early(NULL);
-- | ok
CALL early(100);
-- | ok
CALL early(100);
-- | error ER_DUP_ENTRY Duplicate entry '100' for key 'l.PRIMARY'
CREATE PROCEDURE cur()
BEGIN
  DECLARE done INT DEFAULT FALSE;
  DECLARE v INT;
  DECLARE s INT DEFAULT 0;
  DECLARE c CURSOR FOR SELECT id FROM l ORDER BY id;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = TRUE;
  OPEN c;
  read_loop: LOOP
    FETCH c INTO v;
    IF done THEN LEAVE read_loop; END IF;
    SET s = s + v;
  END LOOP;
  CLOSE c;
  SELECT s;
END;
-- | ok
CALL cur();
-- | s
-- | 151
-- | ok
CREATE PROCEDURE diag(p INT)
BEGIN
  DECLARE code CHAR(5) DEFAULT '00000';
  DECLARE msg TEXT;
  DECLARE nrows INT;
  DECLARE result TEXT;
  DECLARE CONTINUE HANDLER FOR SQLEXCEPTION
    BEGIN
      GET DIAGNOSTICS CONDITION 1 code = RETURNED_SQLSTATE, msg = MESSAGE_TEXT;
    END;
  INSERT INTO l VALUES(p);
  IF code = '00000' THEN
    GET DIAGNOSTICS nrows = ROW_COUNT;
    SET result = CONCAT('insert succeeded, row count = ', nrows);
  ELSE
    SET result = CONCAT('insert failed, error = ', code, ', message = ', msg);
  END IF;
  SELECT result;
END;
-- | ok
CALL diag(200);
-- | result
-- | 'insert succeeded, row count = 1'
-- | ok
CALL diag(200);
-- | result
-- | 'insert failed, error = 23000, message = Duplicate entry ''200'' for key ''l.PRIMARY'''
-- | ok
CREATE PROCEDURE errno(p INT)
BEGIN
  DECLARE EXIT HANDLER FOR SQLEXCEPTION
  BEGIN
    GET DIAGNOSTICS CONDITION 1 @sqlstate = RETURNED_SQLSTATE, @errno = MYSQL_ERRNO, @text = MESSAGE_TEXT;
    SET @full_error = CONCAT('ERROR ', @errno, ' (', @sqlstate, '): ', @text);
    SELECT @full_error;
  END;
  INSERT INTO l VALUES(p);
END;
-- | ok
CALL errno(200);
-- | @full_error
-- | 'ERROR 1062 (23000): Duplicate entry ''200'' for key ''l.PRIMARY'''
-- | ok
CREATE PROCEDURE sig(p INT)
BEGIN
  DECLARE specialty CONDITION FOR SQLSTATE '45000';
  DECLARE dupe CONDITION FOR 1062;
  DECLARE EXIT HANDLER FOR dupe BEGIN SIGNAL specialty SET MESSAGE_TEXT = 'An error occurred', MYSQL_ERRNO = 1001; END;
  IF p = 0 THEN SIGNAL SQLSTATE '01000';
  ELSEIF p = 1 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'one';
  ELSEIF p = 2 THEN SIGNAL specialty;
  ELSE INSERT INTO l VALUES (200);
  END IF;
END;
-- | ok
CALL sig(0);
-- | Warning ER_SIGNAL_WARN Unhandled user-defined warning condition
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Warning' | 1642 | 'Unhandled user-defined warning condition'
-- | ok
CALL sig(1);
-- | error ER_SIGNAL_EXCEPTION one
CALL sig(2);
-- | error ER_SIGNAL_EXCEPTION Unhandled user-defined exception condition
CALL sig(3);
-- | error ER_SIGNAL_EXCEPTION An error occurred
CREATE PROCEDURE resig() BEGIN DECLARE EXIT HANDLER FOR 1062 RESIGNAL SET MESSAGE_TEXT='again'; INSERT INTO l VALUES(200); END;
-- | ok
CALL resig();
-- | error ER_DUP_ENTRY again
CREATE PROCEDURE resig2() BEGIN DECLARE EXIT HANDLER FOR 1062 RESIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='again'; INSERT INTO l VALUES(200); END;
-- | ok
CALL resig2();
-- | error ER_SIGNAL_EXCEPTION again
CREATE PROCEDURE warn() BEGIN DECLARE w INT DEFAULT 0; DECLARE CONTINUE HANDLER FOR SQLWARNING SET w = w + 1; INSERT IGNORE INTO l VALUES(200); SELECT w; END;
-- | ok
CALL warn();
-- | w
-- | 1
-- | ok
CREATE PROCEDURE warn2() BEGIN DECLARE w INT DEFAULT 0; DECLARE CONTINUE HANDLER FOR 1062 SET w = w + 1; INSERT IGNORE INTO l VALUES(200),(201),(200); SELECT w; END;
-- | ok
CALL warn2();
-- | w
-- | 1
-- | ok
CREATE PROCEDURE nf() BEGIN DECLARE v INT DEFAULT 7; SELECT id INTO v FROM l WHERE id = -1; SELECT v; END;
-- | ok
CALL nf();
-- | Warning ER_SP_FETCH_NO_DATA No data - zero rows fetched, selected, or processed
-- | v
-- | 7
-- | ok
SHOW WARNINGS;
-- | Level | Code | Message
-- | 'Warning' | 1329 | 'No data - zero rows fetched, selected, or processed'
-- | ok
CREATE PROCEDURE lid() BEGIN INSERT INTO ai(x) VALUES(1); SELECT LAST_INSERT_ID(); END;
-- | ok
CALL lid();
-- | error ER_NO_SUCH_TABLE Table 'play.ai' doesn't exist
CREATE TABLE ai(id INT AUTO_INCREMENT PRIMARY KEY, x INT UNIQUE);
-- | ok
CALL lid();
-- | LAST_INSERT_ID()
-- | 1
-- | ok
CALL lid();
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 'ai.x'
SELECT LAST_INSERT_ID();
-- | LAST_INSERT_ID()
-- | 1
-- | ok
CREATE PROCEDURE upd() BEGIN UPDATE ai SET x = x+1; END;
-- | ok
CALL upd();
-- | ok
SELECT ROW_COUNT();
-- | ROW_COUNT()
-- | 1
-- | ok
CREATE PROCEDURE nest(p INT) BEGIN CALL upd(); CALL early(p); END;
-- | ok
CALL nest(300);
-- | ok
CALL nest(300);
-- | error ER_DUP_ENTRY Duplicate entry '300' for key 'l.PRIMARY'
SELECT * FROM ai;
-- | id | x
-- | 1 | 4
-- | ok
CREATE PROCEDURE outer_(p INT) BEGIN DECLARE EXIT HANDLER FOR 1062 SET @caught = 1; CALL nest(p); SET @caught = 0; END;
-- | ok
SET @caught=NULL;
-- | ok
CALL outer_(300);
-- | ok
SELECT @caught;
-- | @caught
-- | 1
-- | ok
CREATE PROCEDURE shadow(id INT) BEGIN SELECT COUNT(*) FROM l WHERE id = id; UPDATE ai SET x = 50 WHERE id = 99; END;
-- | ok
CALL shadow(1);
-- | COUNT(*)
-- | 13
-- | ok
CREATE PROCEDURE outvar(OUT total INT) SELECT COUNT(*) INTO total FROM l;
-- | ok
CALL outvar(@tot);
-- | ok
SELECT @tot;
-- | @tot
-- | 13
-- | ok
CREATE PROCEDURE caller() BEGIN DECLARE z INT; CALL outvar(z); SELECT z; END;
-- | ok
CALL caller();
-- | z
-- | 13
-- | ok
START TRANSACTION;
-- | ok
INSERT INTO l VALUES(400);
-- | ok, 1 row
CALL early(401);
-- | ok
ROLLBACK;
-- | ok
SELECT id FROM l WHERE id >= 400;
-- | id
-- | ok
SET autocommit=0;
-- | ok
CALL early(402);
-- | ok
ROLLBACK;
-- | ok
SELECT id FROM l WHERE id >= 400;
-- | id
-- | ok
SET autocommit=1;
-- | ok
CREATE FUNCTION ins(p INT) RETURNS INT DETERMINISTIC BEGIN INSERT INTO l VALUES(p); RETURN p; END;
-- | ok
SELECT ins(500);
-- | ins(500)
-- | 500
-- | ok
SELECT ins(500);
-- | error ER_DUP_ENTRY Duplicate entry '500' for key 'l.PRIMARY'
SELECT id FROM l WHERE id=500;
-- | id
-- | 500
-- | ok
CREATE FUNCTION cnt() RETURNS INT READS SQL DATA BEGIN DECLARE c INT; SELECT COUNT(*) INTO c FROM l; RETURN c; END;
-- | ok
SELECT cnt();
-- | cnt()
-- | 14
-- | ok
CREATE TRIGGER tr BEFORE INSERT ON ai FOR EACH ROW BEGIN DECLARE CONTINUE HANDLER FOR 1062 SET @trdup = NEW.x; INSERT INTO l VALUES(NEW.x); END;
-- | ok
INSERT INTO ai(x) VALUES(500);
-- | ok, 1 row
SELECT @trdup;
-- | @trdup
-- | 500
-- | ok
DO 1;
-- | ok
CREATE PROCEDURE casep(p INT) BEGIN CASE p WHEN 1 THEN SELECT 'one'; WHEN 2 THEN SELECT 'two'; ELSE BEGIN END; END CASE; END;
-- | ok
CALL casep(1);
-- | one
-- | 'one'
-- | ok
CALL casep(3);
-- | ok
CREATE PROCEDURE casen(p INT) BEGIN CASE p WHEN 1 THEN SELECT 'one'; END CASE; END;
-- | ok
CALL casen(3);
-- | error ER_SP_CASE_NOT_FOUND Case not found for CASE statement
CREATE PROCEDURE bad() BEGIN LEAVE x; END;
-- | error ER_SP_LILABEL_MISMATCH LEAVE with no matching label: x
CREATE PROCEDURE bad() BEGIN DECLARE CONTINUE HANDLER FOR nocond SET @a=1; END;
-- | error ER_SP_COND_MISMATCH Undefined CONDITION: nocond
CREATE PROCEDURE bad() BEGIN OPEN nocur; END;
-- | error ER_SP_CURSOR_MISMATCH Undefined CURSOR: nocur
CREATE PROCEDURE bad() RETURN 1;
-- | error ER_SP_BADRETURN RETURN is only allowed in a FUNCTION
CREATE FUNCTION bad() RETURNS INT DETERMINISTIC BEGIN SELECT 1; RETURN 1; END;
-- | error ER_SP_NO_RETSET Not allowed to return a result set from a function
CREATE PROCEDURE bad() BEGIN SET undeclared = 1; END;
-- | error ER_UNKNOWN_SYSTEM_VARIABLE Unknown system variable 'undeclared'
