-- @dialect sqlite
-- compared with SQLite 3.54.1: VACUUM writes tables, then indexes, then views and triggers, and numbers rows anew
-- that no key of theirs numbers and no index finds.
CREATE TABLE t(a); INSERT INTO t VALUES(1),(2),(3); DELETE FROM t WHERE a=2; 
-- | ok
-- | ok, 3 rows
-- | ok, 1 row
CREATE TABLE u(a UNIQUE); INSERT INTO u VALUES(1),(2),(3); DELETE FROM u WHERE a=2; 
-- | ok
-- | ok, 3 rows
-- | ok, 1 row
CREATE TABLE w(a INTEGER PRIMARY KEY, b); INSERT INTO w VALUES(1,1),(7,7);
-- | ok
-- | ok, 2 rows
CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END;
-- | ok
CREATE VIEW v AS SELECT 1;
-- | ok
CREATE INDEX ti ON w(b);
-- | ok
CREATE TABLE z(a, b PRIMARY KEY) WITHOUT ROWID;
-- | ok
CREATE VIEW v2 AS SELECT 2;
-- | ok
CREATE TABLE au(a INTEGER PRIMARY KEY AUTOINCREMENT);
-- | ok
CREATE INDEX zi ON z(a);
-- | ok
CREATE TABLE last(x UNIQUE);
-- | ok
SELECT name FROM sqlite_schema;
-- | name
-- | 't'
-- | 'u'
-- | 'sqlite_autoindex_u_1'
-- | 'w'
-- | 'tr'
-- | 'v'
-- | 'ti'
-- | 'z'
-- | 'v2'
-- | 'au'
-- | 'sqlite_sequence'
-- | 'zi'
-- | 'last'
-- | 'sqlite_autoindex_last_1'
-- | ok
VACUUM;
-- | ok
SELECT name, type FROM sqlite_schema;
-- | name | type
-- | 't' | 'table'
-- | 'u' | 'table'
-- | 'sqlite_autoindex_u_1' | 'index'
-- | 'w' | 'table'
-- | 'z' | 'table'
-- | 'au' | 'table'
-- | 'sqlite_sequence' | 'table'
-- | 'last' | 'table'
-- | 'sqlite_autoindex_last_1' | 'index'
-- | 'ti' | 'index'
-- | 'zi' | 'index'
-- | 'tr' | 'trigger'
-- | 'v' | 'view'
-- | 'v2' | 'view'
-- | ok
SELECT rowid, a FROM t; SELECT rowid,a FROM u; SELECT rowid FROM w;
-- | rowid | a
-- | 1 | 1
-- | 2 | 3
-- | ok
-- | rowid | a
-- | 1 | 1
-- | 3 | 3
-- | ok
-- | a
-- | 1
-- | 7
-- | ok
CREATE TABLE n1(a);
-- | ok
DROP TABLE u;
-- | ok
CREATE TABLE n2(a);
-- | ok
SELECT name, type FROM sqlite_schema;
-- | name | type
-- | 't' | 'table'
-- | 'w' | 'table'
-- | 'z' | 'table'
-- | 'au' | 'table'
-- | 'sqlite_sequence' | 'table'
-- | 'last' | 'table'
-- | 'sqlite_autoindex_last_1' | 'index'
-- | 'ti' | 'index'
-- | 'zi' | 'index'
-- | 'tr' | 'trigger'
-- | 'v' | 'view'
-- | 'v2' | 'view'
-- | 'n1' | 'table'
-- | 'n2' | 'table'
-- | ok
VACUUM;
-- | ok
SELECT name, type FROM sqlite_schema;
-- | name | type
-- | 't' | 'table'
-- | 'w' | 'table'
-- | 'z' | 'table'
-- | 'au' | 'table'
-- | 'sqlite_sequence' | 'table'
-- | 'last' | 'table'
-- | 'sqlite_autoindex_last_1' | 'index'
-- | 'n1' | 'table'
-- | 'n2' | 'table'
-- | 'ti' | 'index'
-- | 'zi' | 'index'
-- | 'tr' | 'trigger'
-- | 'v' | 'view'
-- | 'v2' | 'view'
-- | ok
ALTER TABLE n2 RENAME TO n3;
-- | ok
CREATE INDEX late ON w(a,b);
-- | ok
SELECT name, type FROM sqlite_schema;
-- | name | type
-- | 't' | 'table'
-- | 'w' | 'table'
-- | 'z' | 'table'
-- | 'au' | 'table'
-- | 'sqlite_sequence' | 'table'
-- | 'last' | 'table'
-- | 'sqlite_autoindex_last_1' | 'index'
-- | 'n1' | 'table'
-- | 'n3' | 'table'
-- | 'ti' | 'index'
-- | 'zi' | 'index'
-- | 'tr' | 'trigger'
-- | 'v' | 'view'
-- | 'v2' | 'view'
-- | 'late' | 'index'
-- | ok
CREATE TEMP TABLE tt(a); CREATE TEMP TRIGGER ttr AFTER INSERT ON tt BEGIN SELECT 1; END; CREATE TEMP TABLE t2(a);
-- | ok
-- | ok
-- | ok
VACUUM temp;
-- | ok
SELECT name FROM sqlite_temp_schema;
-- | name
-- | 'tt'
-- | 'ttr'
-- | 't2'
-- | ok
VACUUM main;
-- | ok
SELECT name FROM sqlite_temp_schema;
-- | name
-- | 'tt'
-- | 'ttr'
-- | 't2'
-- | ok
