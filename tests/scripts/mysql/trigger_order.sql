-- FOLLOWS and PRECEDES. Compared with MariaDB 10.11; the number 3011 is MySQL's.
-- @dialect mysql
CREATE TABLE t(a VARCHAR(20));
-- | ok
CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a=CONCAT(NEW.a,'1');
-- | ok
CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW SET NEW.a=CONCAT(NEW.a,'2');
-- | ok
CREATE TRIGGER t3 BEFORE INSERT ON t FOR EACH ROW PRECEDES t2 SET NEW.a=CONCAT(NEW.a,'3');
-- | ok
CREATE TRIGGER t4 BEFORE INSERT ON t FOR EACH ROW FOLLOWS t1 SET NEW.a=CONCAT(NEW.a,'4');
-- | ok
CREATE TRIGGER t5 BEFORE INSERT ON t FOR EACH ROW PRECEDES t1 SET NEW.a=CONCAT(NEW.a,'5');
-- | ok
CREATE TRIGGER t6 BEFORE UPDATE ON t FOR EACH ROW PRECEDES t1 SET NEW.a=CONCAT(NEW.a,'6');
-- | error ER_REFERENCED_TRG_DOES_NOT_EXIST Referenced trigger 't1' for the given action time and event type does not exist.
CREATE TRIGGER t7 AFTER INSERT ON t FOR EACH ROW FOLLOWS nope SET @a=1;
-- | error ER_REFERENCED_TRG_DOES_NOT_EXIST Referenced trigger 'nope' for the given action time and event type does not exist.
INSERT INTO t VALUES('x');
-- | ok, 1 row
SELECT * FROM t;
-- | a
-- | 'x51432'
-- | ok

