-- A delete trigger of UPDATE OR REPLACE changes the row that is being updated: it stays the same row and is not in its
-- own way. Compared with SQLite 3.54.1, statement by statement.
-- @dialect sqlite
PRAGMA recursive_triggers=ON;
-- | ok
CREATE TABLE log(n INTEGER PRIMARY KEY, x);
-- | ok
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT UNIQUE, b REAL DEFAULT NULL, c VARCHAR(9) NOT NULL DEFAULT 'z' UNIQUE);
-- | ok
CREATE TRIGGER r1 AFTER DELETE ON t WHEN old.a IS NOT 'k2' BEGIN INSERT INTO log(x) VALUES('1DELETE ' || old.id); UPDATE t SET b = b + 1 WHERE id <> old.id; END;
-- | ok
INSERT INTO t VALUES(5,NULL,0,'k1'),(2,NULL,4,'z');
-- | ok, 2 rows
SELECT total_changes();
-- | total_changes()
-- | 2
-- | ok
UPDATE OR REPLACE t SET a = coalesce(a, 1), id = 3 WHERE b <= 4;
-- | ok, 2 rows
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 2 | 6
-- | ok
SELECT * FROM t; SELECT * FROM log;
-- | id | a | b | c
-- | 3 | '1' | 0.0 | 'k1'
-- | ok
-- | n | x
-- | 1 | '1DELETE 3'
-- | ok
DELETE FROM t; DELETE FROM log; DROP TRIGGER r1;
-- | ok, 1 row
-- | ok, 2 rows
-- | ok
CREATE TRIGGER r1 AFTER DELETE ON t BEGIN UPDATE t SET c = c || '!' WHERE id <> old.id; END;
-- | ok
INSERT INTO t VALUES(1,'a',1,'x'),(2,'b',2,'y'),(3,'c',3,'z');
-- | ok, 3 rows
UPDATE OR REPLACE t SET id=1, a='q' WHERE id=3; SELECT * FROM t;
-- | ok, 1 row
-- | id | a | b | c
-- | 1 | 'q' | 3.0 | 'z'
-- | 2 | 'b' | 2.0 | 'y!'
-- | ok
UPDATE OR REPLACE t SET a='q', b=b WHERE id=2; SELECT * FROM t;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
-- | id | a | b | c
-- | 1 | 'q' | 3.0 | 'z'
-- | 2 | 'b' | 2.0 | 'y!'
-- | ok
INSERT INTO t VALUES(4,'a4',14,'x4'),(5,'b5',25,'y5');
-- | ok, 2 rows
UPDATE OR REPLACE t SET id=2, a='b5' WHERE id=4; SELECT * FROM t;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
-- | id | a | b | c
-- | 1 | 'q' | 3.0 | 'z'
-- | 2 | 'b' | 2.0 | 'y!'
-- | 4 | 'a4' | 14.0 | 'x4'
-- | 5 | 'b5' | 25.0 | 'y5'
-- | ok
UPDATE OR REPLACE t SET id=id-1; SELECT * FROM t;
-- | ok, 4 rows
-- | id | a | b | c
-- | 0 | 'q' | 3.0 | 'z'
-- | 1 | 'b' | 2.0 | 'y!'
-- | 3 | 'a4' | 14.0 | 'x4'
-- | 4 | 'b5' | 25.0 | 'y5'
-- | ok
UPDATE OR REPLACE t SET c='same'; SELECT * FROM t;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
-- | id | a | b | c
-- | 0 | 'q' | 3.0 | 'z'
-- | 1 | 'b' | 2.0 | 'y!'
-- | 3 | 'a4' | 14.0 | 'x4'
-- | 4 | 'b5' | 25.0 | 'y5'
-- | ok
CREATE TABLE w(k PRIMARY KEY, a UNIQUE, b) WITHOUT ROWID;
-- | ok
CREATE TRIGGER w1 AFTER DELETE ON w BEGIN UPDATE w SET b = b || '!'; END;
-- | ok
INSERT INTO w VALUES(1,'a','x'),(2,'b','y'),(3,'c','z');
-- | ok, 3 rows
UPDATE OR REPLACE w SET k=1, a='q' WHERE k=3; SELECT * FROM w;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
-- | k | a | b
-- | 1 | 'a' | 'x'
-- | 2 | 'b' | 'y'
-- | 3 | 'c' | 'z'
-- | ok
UPDATE OR REPLACE w SET k=2, a='q' WHERE k=1; SELECT * FROM w;
-- | error SQLITE_CONSTRAINT_PINNED constraint failed
-- | k | a | b
-- | 1 | 'a' | 'x'
-- | 2 | 'b' | 'y'
-- | 3 | 'c' | 'z'
-- | ok
REPLACE INTO w VALUES(2,'z','n'); SELECT * FROM w;
-- | ok, 1 row
-- | k | a | b
-- | 1 | 'a' | 'x!'
-- | 2 | 'z' | 'n'
-- | 3 | 'c' | 'z!'
-- | ok
