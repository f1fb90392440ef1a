-- @dialect sqlite
-- compared with SQLite 3.54.1: what ALTER TABLE renames in views and triggers that know columns of one name in
-- several tables, and what belongs to other databases.
CREATE TABLE t(a, b); CREATE TABLE u(a,b); CREATE TABLE log(b);
-- | ok
-- | ok
-- | ok
CREATE TRIGGER r AFTER UPDATE ON t BEGIN UPDATE u SET b=b||new.b WHERE a=new.a; INSERT INTO log(b) VALUES(old.b); INSERT INTO u(b) SELECT b FROM t; DELETE FROM u WHERE b IN (SELECT b FROM log); END;
-- | ok
CREATE VIEW v AS SELECT b, u.b AS ub FROM (SELECT a FROM t) JOIN u USING(a);
-- | ok
CREATE VIEW v2 AS SELECT t.b, u.b, (SELECT max(b) FROM u) FROM t, u;
-- | ok
CREATE VIEW v3 AS SELECT b FROM t UNION SELECT b FROM u;
-- | ok
CREATE VIEW v4 AS WITH t AS (SELECT b FROM u) SELECT b FROM t;
-- | ok
CREATE VIEW v5 AS SELECT x.b FROM u x WHERE EXISTS(SELECT 1 FROM t WHERE x.b = b);
-- | ok
CREATE VIEW v6 AS SELECT t.b FROM u AS t;
-- | ok
ALTER TABLE t RENAME COLUMN b TO bb;
-- | ok
SELECT sql FROM sqlite_schema;
-- | sql
-- | 'CREATE TABLE t(a, bb)'
-- | 'CREATE TABLE u(a,b)'
-- | 'CREATE TABLE log(b)'
-- | 'CREATE TRIGGER r AFTER UPDATE ON t BEGIN UPDATE u SET b=b||new.bb WHERE a=new.a; INSERT INTO log(b) VALUES(old.bb); INSERT INTO u(b) SELECT bb FROM t; DELETE FROM u WHERE b IN (SELECT b FROM log); END'
-- | 'CREATE VIEW v AS SELECT b, u.b AS ub FROM (SELECT a FROM t) JOIN u USING(a)'
-- | 'CREATE VIEW v2 AS SELECT t.bb, u.b, (SELECT max(b) FROM u) FROM t, u'
-- | 'CREATE VIEW v3 AS SELECT bb FROM t UNION SELECT b FROM u'
-- | 'CREATE VIEW v4 AS WITH t AS (SELECT b FROM u) SELECT b FROM t'
-- | 'CREATE VIEW v5 AS SELECT x.b FROM u x WHERE EXISTS(SELECT 1 FROM t WHERE x.b = bb)'
-- | 'CREATE VIEW v6 AS SELECT t.b FROM u AS t'
-- | ok
ALTER TABLE t RENAME TO t9;
-- | ok
SELECT sql FROM sqlite_schema;
-- | sql
-- | 'CREATE TABLE "t9"(a, bb)'
-- | 'CREATE TABLE u(a,b)'
-- | 'CREATE TABLE log(b)'
-- | 'CREATE TRIGGER r AFTER UPDATE ON "t9" BEGIN UPDATE u SET b=b||new.bb WHERE a=new.a; INSERT INTO log(b) VALUES(old.bb); INSERT INTO u(b) SELECT bb FROM "t9"; DELETE FROM u WHERE b IN (SELECT b FROM log); END'
-- | 'CREATE VIEW v AS SELECT b, u.b AS ub FROM (SELECT a FROM "t9") JOIN u USING(a)'
-- | 'CREATE VIEW v2 AS SELECT "t9".bb, u.b, (SELECT max(b) FROM u) FROM "t9", u'
-- | 'CREATE VIEW v3 AS SELECT bb FROM "t9" UNION SELECT b FROM u'
-- | 'CREATE VIEW v4 AS WITH t AS (SELECT b FROM u) SELECT b FROM t'
-- | 'CREATE VIEW v5 AS SELECT x.b FROM u x WHERE EXISTS(SELECT 1 FROM "t9" WHERE x.b = bb)'
-- | 'CREATE VIEW v6 AS SELECT t.b FROM u AS t'
-- | ok
ALTER TABLE u RENAME b TO "u b";
-- | error SQLITE_ERROR error in view v4 after rename: no such column: b
SELECT sql FROM sqlite_schema;
-- | sql
-- | 'CREATE TABLE "t9"(a, bb)'
-- | 'CREATE TABLE u(a,b)'
-- | 'CREATE TABLE log(b)'
-- | 'CREATE TRIGGER r AFTER UPDATE ON "t9" BEGIN UPDATE u SET b=b||new.bb WHERE a=new.a; INSERT INTO log(b) VALUES(old.bb); INSERT INTO u(b) SELECT bb FROM "t9"; DELETE FROM u WHERE b IN (SELECT b FROM log); END'
-- | 'CREATE VIEW v AS SELECT b, u.b AS ub FROM (SELECT a FROM "t9") JOIN u USING(a)'
-- | 'CREATE VIEW v2 AS SELECT "t9".bb, u.b, (SELECT max(b) FROM u) FROM "t9", u'
-- | 'CREATE VIEW v3 AS SELECT bb FROM "t9" UNION SELECT b FROM u'
-- | 'CREATE VIEW v4 AS WITH t AS (SELECT b FROM u) SELECT b FROM t'
-- | 'CREATE VIEW v5 AS SELECT x.b FROM u x WHERE EXISTS(SELECT 1 FROM "t9" WHERE x.b = bb)'
-- | 'CREATE VIEW v6 AS SELECT t.b FROM u AS t'
-- | ok
ALTER TABLE u RENAME TO "u u";
-- | ok
SELECT sql FROM sqlite_schema;
-- | sql
-- | 'CREATE TABLE "t9"(a, bb)'
-- | 'CREATE TABLE "u u"(a,b)'
-- | 'CREATE TABLE log(b)'
-- | 'CREATE TRIGGER r AFTER UPDATE ON "t9" BEGIN UPDATE "u u" SET b=b||new.bb WHERE a=new.a; INSERT INTO log(b) VALUES(old.bb); INSERT INTO "u u"(b) SELECT bb FROM "t9"; DELETE FROM "u u" WHERE b IN (SELECT b FROM log); END'
-- | 'CREATE VIEW v AS SELECT b, "u u".b AS ub FROM (SELECT a FROM "t9") JOIN "u u" USING(a)'
-- | 'CREATE VIEW v2 AS SELECT "t9".bb, "u u".b, (SELECT max(b) FROM "u u") FROM "t9", "u u"'
-- | 'CREATE VIEW v3 AS SELECT bb FROM "t9" UNION SELECT b FROM "u u"'
-- | 'CREATE VIEW v4 AS WITH t AS (SELECT b FROM "u u") SELECT b FROM t'
-- | 'CREATE VIEW v5 AS SELECT x.b FROM "u u" x WHERE EXISTS(SELECT 1 FROM "t9" WHERE x.b = bb)'
-- | 'CREATE VIEW v6 AS SELECT t.b FROM "u u" AS t'
-- | ok
ATTACH ':memory:' AS aux;
-- | ok
CREATE TABLE m(a, b);
-- | ok
CREATE TABLE aux.m(a, b);
-- | ok
CREATE TABLE aux.n(x REFERENCES m(a));
-- | ok
CREATE TEMP TABLE shade(a, b);
-- | ok
CREATE TABLE shade(a, b);
-- | ok
CREATE TEMP VIEW tv AS SELECT b FROM shade;
-- | ok
CREATE TEMP VIEW mv AS SELECT b FROM main.shade;
-- | ok
CREATE TEMP TRIGGER tt AFTER INSERT ON m BEGIN UPDATE shade SET b = new.b; END;
-- | ok
ALTER TABLE m RENAME TO mm;
-- | ok
ALTER TABLE main.shade RENAME COLUMN b TO bb;
-- | ok
SELECT sql FROM aux.sqlite_schema;
-- | sql
-- | 'CREATE TABLE m(a, b)'
-- | 'CREATE TABLE n(x REFERENCES m(a))'
-- | ok
SELECT sql FROM temp.sqlite_schema;
-- | sql
-- | 'CREATE TABLE shade(a, b)'
-- | 'CREATE VIEW tv AS SELECT b FROM shade'
-- | 'CREATE VIEW mv AS SELECT bb FROM main.shade'
-- | 'CREATE TRIGGER tt AFTER INSERT ON "mm" BEGIN UPDATE shade SET b = new.b; END'
-- | ok
ALTER TABLE temp.shade RENAME TO shadow;
-- | ok
SELECT sql FROM temp.sqlite_schema;
-- | sql
-- | 'CREATE TABLE "shadow"(a, b)'
-- | 'CREATE VIEW tv AS SELECT b FROM "shadow"'
-- | 'CREATE VIEW mv AS SELECT bb FROM main.shade'
-- | 'CREATE TRIGGER tt AFTER INSERT ON "mm" BEGIN UPDATE "shadow" SET b = new.b; END'
-- | ok
CREATE INDEX mi ON mm(a);
-- | ok
DROP TABLE mi;
-- | error SQLITE_ERROR no such table: mi
DROP TABLE main.mi;
-- | error SQLITE_ERROR no such table: main.mi
DROP TABLE IF EXISTS mi;
-- | ok
DROP VIEW IF EXISTS mi;
-- | ok
-- The row of an upsert takes the table's new name, as odd as that is; conditions of tables are other texts.
CREATE TABLE up(a, b UNIQUE, c, CHECK(b > c));
-- | ok
CREATE TABLE src(a, b);
-- | ok
CREATE TRIGGER su AFTER UPDATE ON src WHEN new.b > 1 BEGIN INSERT INTO up(a, b) SELECT a, b FROM src WHERE true ON CONFLICT DO UPDATE SET b = excluded.b, a = up.a; END;
-- | ok
ALTER TABLE up RENAME COLUMN b TO bb;
-- | ok
SELECT sql FROM sqlite_schema WHERE name = 'su';
-- | sql
-- | 'CREATE TRIGGER su AFTER UPDATE ON src WHEN new.b > 1 BEGIN INSERT INTO up(a, bb) SELECT a, b FROM src WHERE true ON CONFLICT DO UPDATE SET bb = excluded.bb, a = up.a; END'
-- | ok
ALTER TABLE up RENAME TO upper_one;
-- | ok
SELECT sql FROM sqlite_schema WHERE name = 'su';
-- | sql
-- | 'CREATE TRIGGER su AFTER UPDATE ON src WHEN new.b > 1 BEGIN INSERT INTO "upper_one"(a, bb) SELECT a, b FROM src WHERE true ON CONFLICT DO UPDATE SET bb = "upper_one".bb, a = "upper_one".a; END'
-- | ok
SELECT c FROM src x, src y WHERE b = 1;
-- | error SQLITE_ERROR no such column: c
SELECT a FROM src x, src y WHERE b = 1;
-- | error SQLITE_ERROR ambiguous column name: a
