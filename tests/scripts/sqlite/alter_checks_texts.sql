-- ALTER TABLE that edits texts looks at every view and trigger first: names that are not there are told of
-- with the text that has them, and what is found only later (functions, numbers of values) is not looked
-- for. Compared with SQLite 3.54 (rusqlite, bundled).
-- @dialect sqlite
CREATE TABLE t1(a, b);
-- | ok
CREATE TABLE t2(p, q);
-- | ok
CREATE VIEW v AS SELECT a FROM t1, t1 AS x;
-- | ok
ALTER TABLE t2 RENAME TO t3;
-- | error SQLITE_ERROR error in view v: ambiguous column name: a
ALTER TABLE t1 RENAME b TO a;
-- | error SQLITE_ERROR error in view v: ambiguous column name: a
DROP VIEW v;
-- | ok
CREATE VIEW v AS SELECT a FROM t1 JOIN t2 USING(zz);
-- | ok
ALTER TABLE t2 DROP COLUMN q;
-- | error SQLITE_ERROR error in view v: cannot join using column zz - column not present in both tables
DROP VIEW v;
-- | ok
CREATE VIEW v AS SELECT * FROM v;
-- | ok
ALTER TABLE t2 RENAME q TO r;
-- | error SQLITE_ERROR error in view v: view v is circularly defined
DROP VIEW v;
-- | ok
CREATE VIEW v(x) AS SELECT f(a), b FROM t1;
-- | ok
ALTER TABLE t1 RENAME TO one;
-- | ok
SELECT sql FROM sqlite_schema WHERE name = 'v';
-- | sql
-- | 'CREATE VIEW v(x) AS SELECT f(a), b FROM "one"'
-- | ok
DROP VIEW v;
-- | ok
CREATE VIEW v AS SELECT a FROM one;
-- | ok
CREATE TRIGGER tr INSTEAD OF INSERT ON v BEGIN SELECT new.nope; END;
-- | ok
ALTER TABLE t2 RENAME q TO r;
-- | error SQLITE_ERROR error in trigger tr: no such column: new.nope
DROP TRIGGER tr;
-- | ok
CREATE TRIGGER tr AFTER INSERT ON one BEGIN UPDATE t2 SET (p, q) = (1, 2, 3); END;
-- | error SQLITE_ERROR 2 columns assigned 3 values
ALTER TABLE one ADD COLUMN e COLLATE nope;
-- | error SQLITE_ERROR_MISSING_COLLSEQ no such collation sequence: nope
