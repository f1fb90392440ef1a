-- ALTER TABLE edits the texts of definitions and reads them again.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT UNIQUE, c INT DEFAULT 5, CHECK(c > 0));
-- | ok
CREATE INDEX i ON t(c, b);
-- | ok
CREATE INDEX i2 ON t(c + 1) WHERE c > 2;
-- | ok
CREATE VIEW v AS SELECT a, b AS x, c + 1 FROM t WHERE t.c > 1;
-- | ok
CREATE TRIGGER r AFTER UPDATE OF c ON t BEGIN UPDATE t SET b = 'z' || new.c WHERE a = new.a; END;
-- | ok
INSERT INTO t VALUES (1, 'x', 3), (2, 'y', 1);
-- | ok, 2 rows
ALTER TABLE t ADD COLUMN d TEXT NOT NULL DEFAULT 'dd';
-- | ok
ALTER TABLE t RENAME COLUMN c TO cc;
-- | ok
ALTER TABLE t RENAME TO "u v";
-- | ok
SELECT type, name, tbl_name, sql FROM sqlite_schema;
-- | type | name | tbl_name | sql
-- | 'table' | 'u v' | 'u v' | 'CREATE TABLE "u v"(a INTEGER PRIMARY KEY, b TEXT UNIQUE, cc INT DEFAULT 5, d TEXT NOT NULL DEFAULT ''dd'', CHECK(cc > 0))'
-- | 'index' | 'sqlite_autoindex_u v_1' | 'u v' | NULL
-- | 'index' | 'i' | 'u v' | 'CREATE INDEX i ON "u v"(cc, b)'
-- | 'index' | 'i2' | 'u v' | 'CREATE INDEX i2 ON "u v"(cc + 1) WHERE cc > 2'
-- | 'view' | 'v' | 'v' | 'CREATE VIEW v AS SELECT a, b AS x, cc + 1 FROM "u v" WHERE "u v".cc > 1'
-- | 'trigger' | 'r' | 'u v' | 'CREATE TRIGGER r AFTER UPDATE OF cc ON "u v" BEGIN UPDATE "u v" SET b = ''z'' || new.cc WHERE a = new.a; END'
-- | ok
SELECT * FROM v;
-- | a | x | cc + 1
-- | 1 | 'x' | 4
-- | ok
-- @tables
UPDATE "u v" SET cc = 9 WHERE a = 1;
-- | ok, 1 row
-- | table u v
-- |   1 | 'z9' | 9 | 'dd'
-- |   2 | 'y' | 1 | 'dd'
ALTER TABLE "u v" DROP COLUMN cc;
-- | error SQLITE_ERROR error in table u v after drop column: no such column: cc
ALTER TABLE "u v" DROP COLUMN b;
-- | error SQLITE_ERROR cannot drop UNIQUE column: "b"
ALTER TABLE "u v" DROP COLUMN a;
-- | error SQLITE_ERROR cannot drop PRIMARY KEY column: "a"
-- @tables
ALTER TABLE "u v" DROP COLUMN d;
-- | ok
-- | table u v
-- |   1 | 'z9' | 9
-- |   2 | 'y' | 1

-- @dialect sqlite
-- Rows of another shape, and back again.
CREATE TABLE w(p, q, r);
-- | ok
INSERT INTO w VALUES (1, 2, 3), (4, 5, 6);
-- | ok, 2 rows
CREATE UNIQUE INDEX wi ON w(r, p);
-- | ok
-- @tables @indexes
ALTER TABLE w DROP COLUMN q;
-- | ok
-- | table w
-- |   1 | 3
-- |   4 | 6
-- | index wi
-- |   (3, 1) → 1
-- |   (6, 4) → 2
INSERT INTO w VALUES (1, 3);
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: w.r, w.p
BEGIN;
-- | ok
-- @tables
ALTER TABLE w ADD COLUMN z DEFAULT 7;
-- | ok
-- | table w
-- |   1 | 3 | 7
-- |   4 | 6 | 7
ALTER TABLE w DROP COLUMN z;
-- | ok
-- @tables @indexes
ROLLBACK;
-- | ok
-- | table w
-- |   1 | 3
-- |   4 | 6
-- | index wi
-- |   (3, 1) → 1
-- |   (6, 4) → 2
INSERT INTO w VALUES (4, 6);
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: w.r, w.p
ALTER TABLE w ADD COLUMN k NOT NULL;
-- | error SQLITE_ERROR Cannot add a NOT NULL column with default value NULL
ALTER TABLE w ADD COLUMN k UNIQUE;
-- | error SQLITE_ERROR Cannot add a UNIQUE column
ALTER TABLE w ADD COLUMN k CHECK (k IS NOT NULL);
-- | error SQLITE_ERROR CHECK constraint failed
ALTER TABLE w RENAME p TO r;
-- | error SQLITE_ERROR error in table w after rename: duplicate column name: r
ALTER TABLE w RENAME TO wi;
-- | error SQLITE_ERROR there is already another table or index with this name: wi
ALTER TABLE sqlite_master RENAME TO x;
-- | error SQLITE_ERROR table sqlite_master may not be altered

-- @dialect sqlite
CREATE TABLE x AS SELECT 1 AS a, 2.5 AS "b c", 'q' AS a;
-- | ok
SELECT sql FROM sqlite_schema;
-- | sql
-- | 'CREATE TABLE x(a,"b c","a:1")'
-- | ok
-- @tables
SELECT changes(), total_changes();
-- | changes() | total_changes()
-- | 0 | 0
-- | ok
-- | table x
-- |   1 | 2.5 | 'q'

-- Every view and trigger must make sense before and after. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE a1(x, y, z);
-- | ok
CREATE VIEW bad AS SELECT nosuch FROM a1;
-- | ok
ALTER TABLE a1 RENAME TO a2;
-- | error SQLITE_ERROR error in view bad: no such column: nosuch
ALTER TABLE a1 DROP COLUMN x;
-- | error SQLITE_ERROR error in view bad: no such column: nosuch
ALTER TABLE a1 RENAME COLUMN nosuch TO q;
-- | error SQLITE_ERROR no such column: "nosuch"
DROP VIEW bad;
-- | ok
CREATE VIEW good AS SELECT x, y FROM a1;
-- | ok
ALTER TABLE a1 DROP COLUMN x;
-- | error SQLITE_ERROR error in view good after drop column: no such column: x
ALTER TABLE a1 RENAME COLUMN x TO xx;
-- | ok
CREATE TRIGGER tr AFTER UPDATE ON a1 BEGIN INSERT INTO a1(xx) VALUES(old.z); END;
-- | ok
ALTER TABLE a1 DROP COLUMN z;
-- | error SQLITE_ERROR error in trigger tr after drop column: no such column: old.z
CREATE TRIGGER tr2 AFTER UPDATE ON a1 BEGIN INSERT INTO nosuch VALUES(1); END;
-- | ok
ALTER TABLE a1 RENAME COLUMN z TO zz;
-- | error SQLITE_ERROR error in trigger tr2: no such table: main.nosuch

-- Constraints that come and go (3.53 and later). Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a INT, b INT CONSTRAINT bb CHECK(b > 0), c TEXT NOT NULL, CONSTRAINT ab CHECK(a < b), CONSTRAINT u UNIQUE(a));
-- | ok
INSERT INTO t VALUES(1, 2, 'x'), (3, 4, 'y');
-- | ok, 2 rows
ALTER TABLE t DROP CONSTRAINT ab;
-- | ok
ALTER TABLE t DROP CONSTRAINT bb;
-- | ok
ALTER TABLE t DROP CONSTRAINT u;
-- | error SQLITE_ERROR constraint may not be dropped: u
ALTER TABLE t DROP CONSTRAINT nope;
-- | error SQLITE_ERROR no such constraint: nope
ALTER TABLE t ADD CONSTRAINT pos CHECK(a > 0);
-- | sqlite_fail('constraint pos already exists', 1)
-- | ok
ALTER TABLE t ADD CONSTRAINT pos CHECK(a > 1);
-- | error SQLITE_ERROR constraint pos already exists
ALTER TABLE t ADD CHECK(a > 2);
-- | error SQLITE_CONSTRAINT constraint failed
ALTER TABLE t ADD UNIQUE(b);
-- | error SQLITE_ERROR near "UNIQUE": syntax error
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;
-- | ok
INSERT INTO t VALUES(9, 9, NULL);
-- | ok, 1 row
ALTER TABLE t ALTER c SET NOT NULL;
-- | error SQLITE_CONSTRAINT constraint failed
DELETE FROM t WHERE c IS NULL;
-- | ok, 1 row
ALTER TABLE t ALTER c SET NOT NULL ON CONFLICT IGNORE;
-- | sqlite_fail('constraint failed', 19)
-- | ok
SELECT sql FROM sqlite_schema WHERE name = 't';
-- | sql
-- | 'CREATE TABLE t(a INT, b INT, c TEXT NOT NULL ON CONFLICT IGNORE, CONSTRAINT u UNIQUE(a), CONSTRAINT pos CHECK(a > 0))'
-- | ok
INSERT INTO t VALUES(8, 8, NULL), (0, 8, 'z');
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: pos
-- @tables
SELECT 1;
-- | 1
-- | 1
-- | ok
-- | table t
-- |   1 | 2 | 'x'
-- |   3 | 4 | 'y'

-- A table's own conditions speak of it by its new name; what a new column cannot read is told so.
-- @dialect sqlite
CREATE TABLE g(a INT, CHECK(g.a > 0));
-- | ok
ALTER TABLE g RENAME TO h;
-- | ok
SELECT sql FROM sqlite_schema;
-- | sql
-- | 'CREATE TABLE "h"(a INT, CHECK("h".a > 0))'
-- | ok
INSERT INTO h VALUES(0);
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: h
ALTER TABLE h ADD b AS (nope);
-- | error SQLITE_ERROR error in table h after add column: no such column: nope
