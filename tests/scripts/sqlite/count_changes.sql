-- Under count_changes each write answers with a row that counts; rows that an upsert changed are no rows
-- that were inserted, and RETURNING's rows stand alone. Compared with SQLite 3.54 (rusqlite, bundled).
-- @dialect sqlite
PRAGMA count_changes=ON;
-- | ok
CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE, c DEFAULT 5);
-- | ok
INSERT INTO t VALUES(1,2,3);
-- | rows inserted
-- | 1
-- | ok, 1 row
INSERT OR IGNORE INTO t VALUES(2,2,3),(3,4,4),(10,10,10);
-- | rows inserted
-- | 2
-- | ok, 2 rows
INSERT OR REPLACE INTO t VALUES(2,4,3),(9,10,4);
-- | rows inserted
-- | 2
-- | ok, 2 rows
INSERT INTO t VALUES(2,4,3),(77,77,77) ON CONFLICT(a) DO UPDATE SET c=c+1 ON CONFLICT DO NOTHING;
-- | rows inserted
-- | 1
-- | ok, 2 rows
UPDATE OR IGNORE t SET b=4;
-- | rows updated
-- | 1
-- | ok, 1 row
UPDATE t SET c=2 RETURNING a;
-- | a
-- | 1
-- | 2
-- | 9
-- | 77
-- | ok, 4 rows
DELETE FROM t WHERE a=1;
-- | rows deleted
-- | 1
-- | ok, 1 row
CREATE VIEW v AS SELECT * FROM t;
-- | ok
CREATE TRIGGER vi INSTEAD OF INSERT ON v WHEN new.a<>8 BEGIN SELECT RAISE(IGNORE) WHERE new.a=7; INSERT INTO t(a) VALUES(new.a), (new.a+100); END;
-- | ok
INSERT INTO v VALUES(7,7,7),(8,8,8),(5,5,5);
-- | rows inserted
-- | 2
-- | ok, 0 rows
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 15
-- | ok
PRAGMA count_changes=OFF;
-- | ok
DELETE FROM t;
-- | ok, 5 rows

-- @dialect sqlite
-- VACUUM writes views and triggers last, and the last of their rows is the last inserted.
CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE);
-- | ok
INSERT INTO t VALUES(7,1),(5,2);
-- | ok, 2 rows
VACUUM;
-- | ok
SELECT last_insert_rowid();
-- | last_insert_rowid()
-- | 5
-- | ok
CREATE VIEW v AS SELECT 1;
-- | ok
VACUUM;
-- | ok
SELECT last_insert_rowid();
-- | last_insert_rowid()
-- | 3
-- | ok
