-- Procedures and functions as tutorials about duplicate keys write them: upserts, retries, counters of duplicates.
-- Compared with MariaDB 10.11, which counts the rows of all statements of a CALL.
-- @dialect mysql
CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, username VARCHAR(50) NOT NULL UNIQUE, email VARCHAR(100), logins INT DEFAULT 0);
-- | ok
CREATE PROCEDURE register_user(IN p_username VARCHAR(50), IN p_email VARCHAR(100), OUT p_status VARCHAR(20), OUT p_id INT)
COMMENT 'registers'
SQL SECURITY INVOKER
BEGIN
    -- a comment; with a semicolon
    DECLARE v_exists INT DEFAULT 0;
    DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
    SELECT COUNT(*) INTO v_exists FROM users WHERE username = p_username;
    IF v_exists > 0 THEN
        SET p_status = 'DUPLICATE', p_id = NULL;
    ELSE
        INSERT INTO users (username, email) VALUES (p_username, p_email);
        SET p_status = 'OK';
        SET p_id = LAST_INSERT_ID();
    END IF;
END;
-- | ok
CALL register_user('bob', 'b@x', @s, @i);
-- | ok
SELECT @s, @i;
-- | @s | @i
-- | 'OK' | 1
-- | ok
CALL register_user('BOB', 'b@x', @s, @i);
-- | ok
SELECT @s, @i;
-- | @s | @i
-- | 'DUPLICATE' | NULL
-- | ok
CREATE PROCEDURE upsert_user(p_username VARCHAR(50))
BEGIN
  IF EXISTS (SELECT 1 FROM users WHERE username = p_username) THEN
    UPDATE users SET logins = logins + 1 WHERE username = p_username;
  ELSE
    INSERT INTO users (username) VALUES (p_username);
  END IF;
END;
-- | ok
CREATE PROCEDURE safe_insert(p_username VARCHAR(50))
BEGIN
  DECLARE EXIT HANDLER FOR 1062 SELECT 'duplicate' AS result;
  DECLARE EXIT HANDLER FOR SQLSTATE '23000' SELECT 'integrity' AS result;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION SELECT 'error' AS result;
  INSERT INTO users (username) VALUES (p_username);
  SELECT 'inserted' AS result;
END;
-- | ok
CREATE PROCEDURE retry(p_username VARCHAR(50))
BEGIN
  DECLARE tries INT DEFAULT 0;
  DECLARE done BOOLEAN DEFAULT FALSE;
  DECLARE suffix VARCHAR(10) DEFAULT '';
  WHILE NOT done AND tries < 5 DO
    BEGIN
      DECLARE CONTINUE HANDLER FOR 1062 BEGIN SET done = FALSE; SET suffix = CONCAT('_', tries); END;
      SET done = TRUE;
      INSERT INTO users (username) VALUES (CONCAT(p_username, suffix));
    END;
    SET tries = tries + 1;
  END WHILE;
  SELECT tries, suffix;
END;
-- | ok
CREATE PROCEDURE batch()
BEGIN
  DECLARE i INT DEFAULT 1;
  DECLARE dups INT DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR 1062 SET dups = dups + 1;
  START TRANSACTION;
  WHILE i <= 5 DO
    INSERT INTO users (id, username) VALUES (i, CONCAT('u', i));
    SET i = i + 1;
  END WHILE;
  COMMIT;
  SELECT dups;
END;
-- | ok
CREATE PROCEDURE tx_all(a VARCHAR(50), b VARCHAR(50))
BEGIN
  DECLARE EXIT HANDLER FOR SQLEXCEPTION
  BEGIN
    GET DIAGNOSTICS CONDITION 1 @c = MYSQL_ERRNO, @m = MESSAGE_TEXT;
    ROLLBACK;
    SELECT @c;
  END;
  START TRANSACTION;
  INSERT INTO users (username) VALUES (a);
  SAVEPOINT sp1;
  INSERT INTO users (username) VALUES (b);
  ROLLBACK TO SAVEPOINT sp1;
  INSERT INTO users (username) VALUES (b), (b);
  COMMIT;
END;
-- | ok
CALL upsert_user('bob');
-- | ok
CALL upsert_user('new');
-- | ok
CALL safe_insert('bob');
-- | result
-- | 'duplicate'
-- | ok
CALL safe_insert('fresh');
-- | result
-- | 'inserted'
-- | ok
CALL safe_insert(NULL);
-- | result
-- | 'integrity'
-- | ok
CALL safe_insert(REPEAT('x', 60));
-- | error ER_DATA_TOO_LONG Data too long for column 'p_username' at row 1
CALL retry('bob');
-- | tries | suffix
-- | 2 | '_0'
-- | ok
CALL retry('bob');
-- | tries | suffix
-- | 3 | '_1'
-- | ok
CALL batch();
-- | dups
-- | 3
-- | ok
CALL tx_all('t1','t2');
-- | @c
-- | 1062
-- | ok
SELECT * FROM users ORDER BY id;
-- | id | username | email | logins
-- | 1 | 'bob' | 'b@x' | 1
-- | 2 | 'new' | NULL | 0
-- | 3 | 'u3' | NULL | 0
-- | 4 | 'fresh' | NULL | 0
-- | 5 | 'u5' | NULL | 0
-- | 6 | 'bob_0' | NULL | 0
-- | 9 | 'bob_1' | NULL | 0
-- | ok
CREATE PROCEDURE del_dups() DELETE u1 FROM users u1 JOIN users u2 ON u1.email = u2.email AND u1.id > u2.id;
-- | ok
CALL del_dups();
-- | ok
CREATE PROCEDURE counts(OUT n INT, OUT m INT) BEGIN SELECT COUNT(*), MAX(id) INTO n, m FROM users; END;
-- | ok
CALL counts(@n, @m);
-- | ok
SELECT @n, @m;
-- | @n | @m
-- | 7 | 9
-- | ok
CREATE PROCEDURE gd() BEGIN DECLARE n INT; DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN GET DIAGNOSTICS n = NUMBER; GET DIAGNOSTICS CONDITION n @st = RETURNED_SQLSTATE; END; INSERT INTO users (id) VALUES (1); SELECT n, @st; END;
-- | ok
CALL gd();
-- | n | @st
-- | 1 | 'HY000'
-- | ok
CREATE FUNCTION username_taken(p VARCHAR(50)) RETURNS BOOLEAN READS SQL DATA BEGIN DECLARE c INT; SELECT COUNT(*) INTO c FROM users WHERE username = p; RETURN c > 0; END;
-- | ok
SELECT username_taken('bob'), username_taken('zzz');
-- | username_taken('bob') | username_taken('zzz')
-- | 1 | 0
-- | ok
INSERT INTO users (username) SELECT 'zzz' FROM DUAL WHERE NOT username_taken('zzz');
-- | ok, 1 row (Records: 1  Duplicates: 0  Warnings: 0)
INSERT INTO users (username) SELECT 'zzz' FROM DUAL WHERE NOT username_taken('zzz');
-- | ok, 0 rows (Records: 0  Duplicates: 0  Warnings: 0)
CREATE FUNCTION slug(s VARCHAR(100)) RETURNS VARCHAR(100) DETERMINISTIC RETURN LOWER(REPLACE(s, ' ', '-'));
-- | ok
CREATE TABLE posts (title VARCHAR(100), slug VARCHAR(100) UNIQUE);
-- | ok
INSERT INTO posts VALUES ('Hello World', slug('Hello World'));
-- | ok, 1 row
INSERT INTO posts VALUES ('hello world', slug('hello world'));
-- | error ER_DUP_ENTRY Duplicate entry 'hello-world' for key 'posts.slug'
CREATE TRIGGER posts_bi BEFORE INSERT ON posts FOR EACH ROW SET NEW.slug = IFNULL(NEW.slug, slug(NEW.title));
-- | ok
INSERT INTO posts (title) VALUES ('Hello World');
-- | error ER_DUP_ENTRY Duplicate entry 'hello-world' for key 'posts.slug'
INSERT INTO posts (title) VALUES ('Hello Moon');
-- | ok, 1 row
SELECT * FROM posts;
-- | title | slug
-- | 'Hello World' | 'hello-world'
-- | 'Hello Moon' | 'hello-moon'
-- | ok
CREATE TRIGGER posts_au AFTER UPDATE ON posts FOR EACH ROW CALL upsert_user('trig');
-- | ok
UPDATE posts SET title = 'x' WHERE slug = 'hello-moon';
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
UPDATE posts SET title = 'y' WHERE slug = 'hello-moon';
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
SELECT username, logins FROM users WHERE username = 'trig';
-- | username | logins
-- | 'trig' | 1
-- | ok
CREATE FUNCTION fact(n INT) RETURNS INT DETERMINISTIC BEGIN DECLARE r INT DEFAULT 1; WHILE n > 1 DO SET r = r * n; SET n = n - 1; END WHILE; RETURN r; END;
-- | ok
SELECT fact(5);
-- | fact(5)
-- | 120
-- | ok
CREATE FUNCTION noreturn(n INT) RETURNS INT DETERMINISTIC BEGIN IF n > 0 THEN RETURN 1; END IF; END;
-- | ok
SELECT noreturn(1);
-- | noreturn(1)
-- | 1
-- | ok
SELECT noreturn(0);
-- | error ER_SP_NORETURNEND FUNCTION noreturn ended without RETURN
CREATE FUNCTION unsafe(n INT) RETURNS INT RETURN 1;
-- | error ER_BINLOG_UNSAFE_ROUTINE This function has none of DETERMINISTIC, NO SQL, or READS SQL DATA in its declaration and binary logging is enabled (you *might* want to use the less safe log_bin_trust_function_creators variable)
CREATE PROCEDURE dyn() BEGIN SET @s = 'SELECT 1'; PREPARE st FROM @s; EXECUTE st; DEALLOCATE PREPARE st; END;
-- | ok
CREATE PROCEDURE recur(n INT) BEGIN IF n > 0 THEN CALL recur(n - 1); END IF; END;
-- | ok
CALL recur(3);
-- | error ER_SP_RECURSION_LIMIT Recursive limit 0 (as set by the max_sp_recursion_depth variable) was exceeded for routine recur
DROP PROCEDURE register_user;
-- | ok
DROP FUNCTION slug;
-- | ok
INSERT INTO posts (title) VALUES ('After');
-- | error ER_SP_DOES_NOT_EXIST FUNCTION play.slug does not exist
