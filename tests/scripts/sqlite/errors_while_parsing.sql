-- SQLite judges names as it reads them, before an error of syntax further on. Compared with SQLite
-- 3.54.1.
-- @dialect sqlite
CREATE TABLE ex(a,b);
-- | ok
CREATE TABLE ex AS SELEC;
-- | error SQLITE_ERROR table ex already exists
CREATE TABLE main.ex(,);
-- | error SQLITE_ERROR table ex already exists
CREATE TEMP TABLE ex(,);
-- | error SQLITE_ERROR near ",": syntax error
CREATE TABLE sqlite_x(,);
-- | error SQLITE_ERROR object name reserved for internal use: sqlite_x
CREATE TABLE zz(a, a, b c,,);
-- | error SQLITE_ERROR duplicate column name: a
CREATE TABLE nodb.t(,);
-- | error SQLITE_ERROR unknown database nodb
CREATE TABLE zz(a PRIMARY KEY, b PRIMARY KEY,,);
-- | error SQLITE_ERROR table "zz" has more than one primary key
CREATE TABLE zz(a DEFAULT (b), ,);
-- | error SQLITE_ERROR default value of column [a] is not constant
CREATE TABLE zz(a INTEGER AUTOINCREMENT, ,);
-- | error SQLITE_ERROR near "AUTOINCREMENT": syntax error
CREATE TABLE zz(a TEXT PRIMARY KEY AUTOINCREMENT, ,);
-- | error SQLITE_ERROR AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY
CREATE TRIGGER ta INSERT ON ex BEGIN UPDATE ex SET; END;
-- | error SQLITE_ERROR near ";": syntax error
CREATE TRIGGER ta INSERT ON ex BEGIN DELETE FROM ex WHERE; END;
-- | error SQLITE_ERROR near ";": syntax error
CREATE TRIGGER ta INSTEAD OF INSERT ON ex BEGIN SELEC 1; END;
-- | error SQLITE_ERROR cannot create INSTEAD OF trigger on table: ex
CREATE TRIGGER ta INSERT ON nosuch BEGIN
 INSERT INTO x VALUES (1; END;
-- | error SQLITE_ERROR no such table: main.nosuch
CREATE TRIGGER IF NOT EXISTS ta INSERT ON nosuch BEGIN SELEC 1; END;
-- | error SQLITE_ERROR no such table: main.nosuch
CREATE VIEW ex AS SELECT 1,;
-- | error SQLITE_ERROR near ";": syntax error
CREATE INDEX ex ON ex(a,,b);
-- | error SQLITE_ERROR near ",": syntax error
INSERT INTO nosuch VALUES (1,;
-- | error SQLITE_ERROR near ";": syntax error
ALTER TABLE nosuch RENAME TO;
-- | error SQLITE_ERROR near ";": syntax error
DROP TABLE nosuch x;
-- | error SQLITE_ERROR near "x": syntax error
CREATE VIEW broken AS SELECT * FROM missing;
-- | ok
CREATE TRIGGER tv INSTEAD OF INSERT ON broken BEGIN SELECT 1; END;
-- | ok
INSERT INTO broken VALUES (1);
-- | error SQLITE_ERROR no such table: main.missing
