-- TRIGGERS, ROUTINES and VIEWS; what the server has beside them is not here. Compared with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY, n INT);
-- | ok
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.id=NEW.id+1;
-- | ok
CREATE TRIGGER ta BEFORE INSERT ON t FOR EACH ROW PRECEDES tr SET NEW.id=NEW.id*2;
-- | ok
CREATE PROCEDURE p(IN a INT, OUT b INT) SET b=a;
-- | ok
CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN a;
-- | ok
CREATE VIEW v AS SELECT id FROM t;
-- | ok
SELECT trigger_name, event_manipulation, event_object_table, action_statement, action_timing FROM information_schema.triggers WHERE trigger_schema=DATABASE() ORDER BY trigger_name;
-- | trigger_name | event_manipulation | event_object_table | action_statement | action_timing
-- | 'ta' | 'INSERT' | 't' | 'SET NEW.id=NEW.id*2' | 'BEFORE'
-- | 'tr' | 'INSERT' | 't' | 'SET NEW.id=NEW.id+1' | 'BEFORE'
-- | ok
SELECT routine_name, routine_type FROM information_schema.routines WHERE routine_schema=DATABASE() ORDER BY 1;
-- | routine_name | routine_type
-- | 'f' | 'FUNCTION'
-- | 'p' | 'PROCEDURE'
-- | ok
SELECT table_name, check_option FROM information_schema.views WHERE table_schema=DATABASE();
-- | table_name | check_option
-- | 'v' | 'NONE'
-- | ok
SELECT COUNT(*) FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_TABLE='t' AND trigger_schema='play';
-- | COUNT(*)
-- | 2
-- | ok
SELECT * FROM information_schema.processlist;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: relation processlist
