-- @dialect sqlite
-- compared with SQLite 3.54.1: TEMP triggers fire before the others and before RETURNING is computed.
CREATE TABLE t(a INTEGER PRIMARY KEY, b); CREATE TABLE log(x);
-- | ok
-- | ok
CREATE TRIGGER m1 AFTER INSERT ON t BEGIN UPDATE t SET b='m1' WHERE a=new.a; END;
-- | ok
CREATE TRIGGER m2 AFTER INSERT ON t BEGIN UPDATE t SET b=b||'m2' WHERE a=new.a; END;
-- | ok
CREATE TEMP TRIGGER t1 AFTER INSERT ON t BEGIN UPDATE t SET b=b||'t1' WHERE a=new.a; END;
-- | ok
CREATE TEMP TRIGGER t2 AFTER INSERT ON t BEGIN UPDATE t SET b=b||'t2' WHERE a=new.a; END;
-- | ok
CREATE TEMP TRIGGER t3 AFTER INSERT ON t BEGIN UPDATE t SET b=b||'t3' WHERE a=new.a; END;
-- | ok
INSERT INTO t VALUES(1,'x') RETURNING *, (SELECT b FROM t WHERE a=1);
-- | a | b | (SELECT b FROM t WHERE a=1)
-- | 1 | 'x' | 'xt1t2t3'
-- | ok, 1 row
SELECT * FROM t;
-- | a | b
-- | 1 | 'm1'
-- | ok
INSERT INTO t VALUES(1,'x') ON CONFLICT DO UPDATE SET b='y' RETURNING *, (SELECT b FROM t WHERE a=1);
-- | a | b | (SELECT b FROM t WHERE a=1)
-- | 1 | 'y' | 'y'
-- | ok, 1 row
CREATE TEMP TRIGGER t4 AFTER UPDATE ON t WHEN old.b='y' BEGIN INSERT INTO log SELECT 't4'; SELECT RAISE(IGNORE); END;
-- | ok
CREATE TRIGGER m4 AFTER UPDATE ON t WHEN old.b='y' BEGIN INSERT INTO log SELECT 'm4'; END;
-- | ok
UPDATE t SET b='z' RETURNING *;
-- | a | b
-- | ok, 1 row
SELECT * FROM t; SELECT * FROM log;
-- | a | b
-- | 1 | 'z'
-- | ok
-- | x
-- | 't4'
-- | ok
CREATE TEMP TRIGGER t5 AFTER DELETE ON t BEGIN INSERT INTO t VALUES(old.a+1, 'again'); END;
-- | ok
DELETE FROM t RETURNING *, (SELECT count(*) FROM t);
-- | a | b | (SELECT count(*) FROM t)
-- | 1 | 'z' | 1
-- | ok, 1 row
SELECT * FROM t;
-- | a | b
-- | 2 | 'm1'
-- | ok
DELETE FROM log; DROP TABLE t; 
-- | ok, 1 row
-- | ok
CREATE TABLE t(a INTEGER PRIMARY KEY, b); CREATE TABLE log(x);
-- | ok
-- | error SQLITE_ERROR table log already exists
CREATE TRIGGER m1 AFTER INSERT ON t BEGIN INSERT INTO log VALUES('m1'); END;
-- | ok
CREATE TEMP TRIGGER t1 AFTER INSERT ON t BEGIN INSERT INTO log VALUES('t1'); END;
-- | ok
CREATE TEMP TRIGGER t2 AFTER INSERT ON t BEGIN INSERT INTO log VALUES('t2'); END;
-- | ok
CREATE TRIGGER m2 AFTER INSERT ON t BEGIN INSERT INTO log VALUES('m2'); END;
-- | ok
CREATE TEMP TRIGGER t3 AFTER INSERT ON t BEGIN INSERT INTO log VALUES('t3'); END;
-- | ok
CREATE TRIGGER m3 AFTER INSERT ON t BEGIN INSERT INTO log VALUES('m3'); END;
-- | ok
INSERT INTO t VALUES(1,'x');
-- | ok, 1 row
SELECT group_concat(x) FROM log; DELETE FROM log;
-- | group_concat(x)
-- | 't1,t2,t3,m3,m2,m1'
-- | ok
-- | ok, 6 rows
CREATE TEMP TRIGGER t4 BEFORE INSERT ON t BEGIN INSERT INTO log VALUES('t4'); END;
-- | ok
CREATE TEMP TRIGGER t5 BEFORE INSERT ON t BEGIN INSERT INTO log VALUES('t5'); END;
-- | ok
CREATE TRIGGER m4 BEFORE INSERT ON t BEGIN INSERT INTO log VALUES('m4'); END;
-- | ok
INSERT INTO t VALUES(2,'x');
-- | ok, 1 row
SELECT group_concat(x) FROM log; DELETE FROM log;
-- | group_concat(x)
-- | 't4,t5,m4,t3,t2,t1,m3,m2,m1'
-- | ok
-- | ok, 9 rows
INSERT INTO t VALUES(3,'x') RETURNING (SELECT group_concat(x) FROM log);
-- | (SELECT group_concat(x) FROM log)
-- | 't4,t5,m4,t3,t2,t1'
-- | ok, 1 row
SELECT group_concat(x) FROM log; DELETE FROM log;
-- | group_concat(x)
-- | 't4,t5,m4,t3,t2,t1,m3,m2,m1'
-- | ok
-- | ok, 9 rows
CREATE TEMP TABLE tt(a);
-- | ok
CREATE TRIGGER u1 AFTER INSERT ON tt BEGIN INSERT INTO log VALUES('u1'); END;
-- | ok
CREATE TEMP TRIGGER u2 AFTER INSERT ON tt BEGIN INSERT INTO log VALUES('u2'); END;
-- | ok
CREATE TRIGGER u3 AFTER INSERT ON tt BEGIN INSERT INTO log VALUES('u3'); END;
-- | ok
INSERT INTO tt VALUES(1);
-- | ok, 1 row
SELECT group_concat(x) FROM log; DELETE FROM log;
-- | group_concat(x)
-- | 'u3,u2,u1'
-- | ok
-- | ok, 3 rows
INSERT INTO tt VALUES(1) RETURNING (SELECT group_concat(x) FROM log);
-- | (SELECT group_concat(x) FROM log)
-- | NULL
-- | ok, 1 row
