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
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, j TEXT);
-- | ok
CREATE VIEW v AS SELECT a FROM t;
-- | ok
CREATE TABLE IF NOT EXISTS t(a b c d,,);
-- | error SQLITE_ERROR near ",": syntax error
CREATE TEMP TABLE t(a,,);
-- | error SQLITE_ERROR near ",": syntax error
CREATE TABLE temp.t(a,,);
-- | error SQLITE_ERROR near ",": syntax error
CREATE TABLE v(a,,);
-- | error SQLITE_ERROR view v already exists
CREATE TABLE z2(a INT, b INT, PRIMARY KEY (a), PRIMARY KEY (b), CHECK ();
-- | error SQLITE_ERROR table "z2" has more than one primary key
CREATE TABLE z2(a INT PRIMARY KEY AUTOINCREMENT,,);
-- | error SQLITE_ERROR AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY
CREATE TABLE z2(a INT CHECK (b > 1),,);
-- | error SQLITE_ERROR near ",": syntax error
CREATE TABLE z2(a INT REFERENCES nosuch(x),,);
-- | error SQLITE_ERROR near ",": syntax error
CREATE TABLE z2(a INT, UNIQUE (zz),,);
-- | error SQLITE_ERROR no such column: zz
CREATE TABLE z2(a AS (b), ,);
-- | error SQLITE_ERROR near ",": syntax error
CREATE TABLE z2(a FOO, FOREIGN KEY (q) REFERENCES t, ,);
-- | error SQLITE_ERROR unknown column "q" in foreign key definition
CREATE TABLE z2(a INT COLLATE nosuch, ,);
-- | error SQLITE_ERROR_MISSING_COLLSEQ no such collation sequence: nosuch
CREATE TABLE z2(a INT DEFAULT (SELECT 1), ,);
-- | error SQLITE_ERROR near "SELECT": syntax error
CREATE TABLE z2(a INT NOT NULL, b INT) WITHOUT ROWIDD;
-- | error SQLITE_ERROR unknown table option: ROWIDD
CREATE TABLE z2(a, b) STRICTT;
-- | error SQLITE_ERROR unknown table option: STRICTT
CREATE TABLE z2(a, b), c);
-- | error SQLITE_ERROR near ")": syntax error
CREATE TABLE t(a, b) STRICTT;
-- | error SQLITE_ERROR table t already exists
CREATE TABLE t(a, b) WITHOUT;
-- | error SQLITE_ERROR table t already exists
CREATE TRIGGER z3 AFTER INSERT ON t BEGIN INSERT INTO nosuch VALUES (1) END;
-- | error SQLITE_ERROR near "END": syntax error
CREATE TRIGGER z3 AFTER INSERT ON t BEGIN SELECT 1; SELECT 2 END;
-- | error SQLITE_ERROR incomplete input
CREATE TRIGGER z3 AFTER INSERT ON v BEGIN SELEC 1; END;
-- | error SQLITE_ERROR cannot create AFTER trigger on view: v
CREATE TRIGGER z3 AFTER INSERT ON t WHEN BEGIN SELECT 1; END;
-- | error SQLITE_ERROR near "SELECT": syntax error
CREATE TRIGGER z3 AFTER INSERT ON t WHEN NEW.a > BEGIN SELECT 1; END;
-- | error SQLITE_ERROR near "SELECT": syntax error
CREATE TRIGGER z3 AFTER INSERT ON t FOR EACH ROW BEGIN UPDATE; END;
-- | error SQLITE_ERROR near ";": syntax error
