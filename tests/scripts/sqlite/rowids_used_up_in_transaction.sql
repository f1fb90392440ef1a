-- A statement that runs out of rowids and has no journal of its own takes the transaction back with it (vdbeaux.c,
-- sqlite3VdbeHalt): one row and nothing that could fail later, or no clause that aborts.
-- Source: compared with SQLite 3.54 (rusqlite, bundled).

-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE, b CHECK(b <> 3));
-- | ok
INSERT INTO t VALUES (9223372036854775807, 4, 1);
-- | ok, 1 row
BEGIN;
-- | ok
DELETE FROM t;
-- | ok, 1 row
INSERT INTO t(a) VALUES (5);
-- | error SQLITE_FULL database or disk is full
SELECT count(*) FROM t;
-- | count(*)
-- | 1
-- | ok
BEGIN;
-- | ok
DELETE FROM t;
-- | ok, 1 row
INSERT INTO t(a) VALUES (5), (6);
-- | error SQLITE_FULL database or disk is full
COMMIT;
-- | ok
SELECT count(*) FROM t;
-- | count(*)
-- | 0
-- | ok

-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a, b);
-- | ok
INSERT INTO t VALUES (9223372036854775807, 4, 1);
-- | ok, 1 row
SAVEPOINT s;
-- | ok
INSERT INTO t(a) VALUES (5), (6);
-- | error SQLITE_FULL database or disk is full
ROLLBACK TO s;
-- | error SQLITE_ERROR no such savepoint: s

-- @dialect sqlite
-- sqlite_sequence: what a renamed table takes along; VACUUM drops what no table needs.
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT);
-- | ok
INSERT INTO t DEFAULT VALUES;
-- | ok, 1 row
UPDATE sqlite_sequence SET seq = NULL;
-- | ok, 1 row
ALTER TABLE t RENAME TO u;
-- | ok
SELECT * FROM sqlite_sequence;
-- | name | seq
-- | 'u' | NULL
-- | ok
INSERT INTO sqlite_sequence VALUES ('other', 7);
-- | ok, 1 row
VACUUM;
-- | ok
SELECT * FROM sqlite_sequence;
-- | name | seq
-- | 'u' | NULL
-- | 'other' | 7
-- | ok
DROP TABLE u;
-- | ok
VACUUM;
-- | ok
SELECT * FROM sqlite_sequence;
-- | error SQLITE_ERROR no such table: sqlite_sequence
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 1 | 3
-- | ok
