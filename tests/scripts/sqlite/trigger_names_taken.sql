-- Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b COLLATE nocase);
-- | ok
CREATE VIEW v AS SELECT * FROM t;
-- | ok
CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END;
-- | ok
CREATE TRIGGER tr AFTER INSERT ON v BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger tr already exists
CREATE TRIGGER "tr" AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger "tr" already exists
CREATE TRIGGER main.tr AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger tr already exists
CREATE TRIGGER main."TR" AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger "TR" already exists
CREATE TRIGGER tr INSTEAD OF INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger tr already exists
CREATE TRIGGER IF NOT EXISTS tr INSTEAD OF INSERT ON t BEGIN SELECT 1; END;
-- | ok
CREATE TRIGGER IF NOT EXISTS tr AFTER INSERT ON v BEGIN SELECT nope; END;
-- | ok
CREATE TRIGGER tr2 AFTER INSERT ON v BEGIN SELECT 1; END;
-- | error SQLITE_ERROR cannot create AFTER trigger on view: v
CREATE TRIGGER tr2 INSTEAD OF INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR cannot create INSTEAD OF trigger on table: t
CREATE TRIGGER sqlite_x AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR object name reserved for internal use: sqlite_x
CREATE TRIGGER temp.tr AFTER INSERT ON t BEGIN SELECT 1; END;
-- | ok
CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger tr already exists
CREATE TEMP TRIGGER main.tr9 AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR temporary trigger may not have qualified name
