-- What a name in a definition means: aliases in triggers' statements, names in index expressions, objects of other
-- databases, and which error comes first. Compared with SQLite 3.54 (rusqlite, bundled).
-- @dialect sqlite
CREATE TABLE t(a,b,d AS (a+1));
-- | ok
CREATE TABLE w(a PRIMARY KEY,b) WITHOUT ROWID;
-- | ok
CREATE VIEW v AS SELECT a,b FROM t;
-- | ok
CREATE TABLE u(x,y);
-- | ok
CREATE INDEX i ON t(new.a);
-- | error SQLITE_ERROR no such column: new.a
CREATE INDEX i ON t(t.a);
-- | error SQLITE_ERROR the "." operator prohibited in index expressions
CREATE INDEX i ON t(w.a);
-- | error SQLITE_ERROR no such column: w.a
CREATE INDEX i ON w(w.a);
-- | error SQLITE_ERROR the "." operator prohibited in index expressions
CREATE INDEX i ON t(main.t.a);
-- | error SQLITE_ERROR the "." operator prohibited in index expressions
CREATE INDEX i ON t(t.nope);
-- | error SQLITE_ERROR no such column: t.nope
CREATE INDEX i ON t(a) WHERE t.a>1;
-- | ok
CREATE INDEX i2 ON t(a) WHERE main.t.a>1;
-- | ok
CREATE INDEX i3 ON t(a) WHERE w.a>1;
-- | error SQLITE_ERROR no such column: w.a
CREATE INDEX i4 ON t(abs(t.a));
-- | error SQLITE_ERROR the "." operator prohibited in index expressions
CREATE INDEX i5 ON t(rowid);
-- | error SQLITE_ERROR no such column: rowid
CREATE INDEX i6 ON t(t.rowid);
-- | error SQLITE_ERROR no such column: t.rowid
CREATE INDEX i7 ON t(_rowid_+1);
-- | error SQLITE_ERROR no such column: _rowid_
CREATE INDEX i8 ON w(rowid);
-- | error SQLITE_ERROR no such column: rowid
CREATE TRIGGER d1 AFTER INSERT ON t BEGIN DELETE FROM u AS q WHERE q.x=1; END;
-- | ok
CREATE TRIGGER d2 AFTER INSERT ON t BEGIN UPDATE u AS q SET x=1 WHERE q.x=2; END;
-- | ok
CREATE TRIGGER d3 AFTER INSERT ON t BEGIN INSERT INTO u AS q VALUES(1,2); END;
-- | ok
CREATE TRIGGER d4 AFTER INSERT ON t BEGIN DELETE FROM main.u WHERE x=1; END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER d5 AFTER INSERT ON t BEGIN UPDATE main.u SET x=1; END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER d6 AFTER INSERT ON t BEGIN INSERT INTO u AS q VALUES(1,2) ON CONFLICT DO NOTHING; END;
-- | ok
CREATE TRIGGER d7 AFTER INSERT ON t BEGIN DELETE FROM u q WHERE q.x=1; END;
-- | error SQLITE_ERROR near "q": syntax error
CREATE TRIGGER d8 AFTER INSERT ON t BEGIN UPDATE u q SET x=1 WHERE q.x=2; END;
-- | error SQLITE_ERROR near "q": syntax error
INSERT INTO t(a,b) VALUES(1,2);
-- | ok, 1 row
SELECT name,sql FROM sqlite_schema WHERE type='trigger';
-- | name | sql
-- | 'd1' | 'CREATE TRIGGER d1 AFTER INSERT ON t BEGIN DELETE FROM u AS q WHERE q.x=1; END'
-- | 'd2' | 'CREATE TRIGGER d2 AFTER INSERT ON t BEGIN UPDATE u AS q SET x=1 WHERE q.x=2; END'
-- | 'd3' | 'CREATE TRIGGER d3 AFTER INSERT ON t BEGIN INSERT INTO u AS q VALUES(1,2); END'
-- | 'd6' | 'CREATE TRIGGER d6 AFTER INSERT ON t BEGIN INSERT INTO u AS q VALUES(1,2) ON CONFLICT DO NOTHING; END'
-- | ok
DELETE FROM u AS q WHERE q.x=1;
-- | ok, 0 rows
UPDATE u AS q SET x=1;
-- | ok, 0 rows
DELETE FROM u q;
-- | error SQLITE_ERROR near "q": syntax error
UPDATE u q SET x=1;
-- | error SQLITE_ERROR near "q": syntax error
CREATE TEMP VIEW main.tv AS SELECT 1;
-- | error SQLITE_ERROR temporary table name must be unqualified
CREATE TEMP VIEW temp.tv AS SELECT 1;
-- | ok
CREATE TEMP TABLE main.tt(a);
-- | error SQLITE_ERROR temporary table name must be unqualified
CREATE TEMP TABLE nodb.tt(a);
-- | error SQLITE_ERROR unknown database nodb
CREATE TEMP TABLE temp.tt(a);
-- | ok
CREATE TEMP TRIGGER main.x AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR temporary trigger may not have qualified name
CREATE TEMP TRIGGER temp.x AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR temporary trigger may not have qualified name
CREATE TEMP TRIGGER nodb.x AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR temporary trigger may not have qualified name
CREATE TRIGGER nodb.x AFTER INSERT ON t BEGIN SELECT 1; END;
-- | error SQLITE_ERROR unknown database nodb
CREATE TEMP TRIGGER x1 AFTER INSERT ON nope BEGIN SELECT 1; END;
-- | error SQLITE_ERROR no such table: nope
CREATE TRIGGER temp.x2 AFTER INSERT ON nope BEGIN SELECT 1; END;
-- | error SQLITE_ERROR no such table: nope
CREATE TRIGGER x3 AFTER INSERT ON temp.nope BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger x3 cannot reference objects in database temp
CREATE TRIGGER main.x4 AFTER INSERT ON nope BEGIN SELECT 1; END;
-- | error SQLITE_ERROR no such table: main.nope
CREATE TRIGGER x5 AFTER INSERT ON nodb.nope BEGIN SELECT 1; END;
-- | error SQLITE_ERROR trigger x5 cannot reference objects in database nodb
CREATE TRIGGER x6 AFTER INSERT ON nope BEGIN SELECT 1; END;
-- | error SQLITE_ERROR no such table: main.nope
