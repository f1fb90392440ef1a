-- Generated columns that need each other: a loop of virtual ones is met when the table is made, one by way of a
-- stored one when a row is written. Any word may stand behind AS (…), and ON INSERT means nothing. Compared with
-- SQLite 3.54 (rusqlite, bundled).
-- @dialect sqlite
CREATE TABLE a2(x, b AS (c) STORED, c AS (b));
-- | ok
SELECT * FROM a2;
-- | x | b | c
-- | ok
INSERT INTO a2 VALUES(1);
-- | error SQLITE_ERROR generated column loop on "c"
CREATE TABLE a3(x, b AS (c), c AS (b) STORED);
-- | ok
SELECT * FROM a3;
-- | x | b | c
-- | ok
INSERT INTO a3 VALUES(1);
-- | error SQLITE_ERROR generated column loop on "c"
CREATE TABLE a4(x, b AS (b) STORED, c AS (c));
-- | error SQLITE_ERROR generated column loop on "c"
CREATE TABLE a5(x, b AS (b), c AS (c) STORED);
-- | error SQLITE_ERROR generated column loop on "b"
CREATE TABLE a6(x, b AS (b), c AS (c));
-- | error SQLITE_ERROR generated column loop on "c"
CREATE TABLE a7(x, b AS (b), c AS (b), d AS (c));
-- | error SQLITE_ERROR generated column loop on "b"
CREATE TABLE a11(x, b AS (x), c AS (d), d AS (c), e AS (b));
-- | error SQLITE_ERROR generated column loop on "d"
CREATE TABLE a12(x, b AS (b) STORED, PRIMARY KEY(x)) WITHOUT ROWID;
-- | ok
INSERT INTO a12 VALUES(1);
-- | error SQLITE_ERROR generated column loop on "b"
SELECT * FROM a12;
-- | x | b
-- | ok
CREATE TABLE a13(x, b AS (c) STORED, c AS (d) STORED, d AS (b) STORED, e AS (e) STORED);
-- | ok
INSERT INTO a13 VALUES(1);
-- | error SQLITE_ERROR generated column loop on "e"
CREATE TABLE a1(x, b AS (c) STORED, c AS (b) STORED);
-- | ok
INSERT INTO a1 VALUES(1);
-- | error SQLITE_ERROR generated column loop on "c"
UPDATE a1 SET x = 1;
-- | error SQLITE_ERROR generated column loop on "c"
DELETE FROM a1;
-- | ok, 0 rows
CREATE TABLE s1(a, b AS (1) foo);
-- | error SQLITE_ERROR error in generated column "b"
CREATE TABLE fk(a REFERENCES t ON INSERT CASCADE ON DELETE SET NULL);
-- | ok
PRAGMA foreign_key_list(fk);
-- | id | seq | table | from | to | on_update | on_delete | match
-- | 0 | 0 | 't' | 'a' | NULL | 'NO ACTION' | 'SET NULL' | 'NONE'
-- | ok
