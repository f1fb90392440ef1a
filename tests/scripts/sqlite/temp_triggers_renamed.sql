-- ALTER TABLE where a TEMP trigger names schemas in its body; a key's double-quoted name. Compared
-- with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE m(a, b);
-- | ok
CREATE TABLE log(x);
-- | ok
CREATE TEMP TRIGGER tmt AFTER INSERT ON m BEGIN INSERT INTO main.log SELECT a FROM main.m; END;
-- | ok
ALTER TABLE m RENAME TO m2;
-- | ok
ALTER TABLE log RENAME TO log2;
-- | ok
ALTER TABLE m2 RENAME COLUMN a TO aa;
-- | ok
SELECT sql FROM sqlite_temp_schema;
-- | sql
-- | 'CREATE TRIGGER tmt AFTER INSERT ON "m2" BEGIN INSERT INTO main."log2" SELECT aa FROM main."m2"; END'
-- | ok
INSERT INTO m2 VALUES (3, 4);
-- | ok, 1 row
SELECT * FROM log2;
-- | x
-- | 3
-- | ok
ALTER TABLE m2 DROP COLUMN b;
-- | ok
ALTER TABLE m2 ADD COLUMN d DEFAULT 5;
-- | ok
CREATE TRIGGER named AFTER INSERT ON m2 BEGIN INSERT INTO main.log2 VALUES (1); END;
-- | error SQLITE_ERROR qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TABLE q(a, UNIQUE("b"));
-- | error SQLITE_ERROR no such column: "b" - should this be a string literal in single-quotes?
CREATE TABLE q(a, PRIMARY KEY("b"));
-- | error SQLITE_ERROR no such column: "b" - should this be a string literal in single-quotes?
CREATE TABLE q(a, UNIQUE(b));
-- | error SQLITE_ERROR no such column: b
CREATE INDEX qi ON log2("c");
-- | error SQLITE_ERROR no such column: "c" - should this be a string literal in single-quotes?
CREATE INDEX qi ON log2([c]);
-- | error SQLITE_ERROR no such column: c
SELECT strftime('%f', '12:00:00.9995'), datetime('2024-01-01 00:00:59.9999', 'subsec');
-- | strftime('%f', '12:00:00.9995') | datetime('2024-01-01 00:00:59.9999', 'subsec')
-- | '00.999' | '2024-01-01 00:00:59.999'
-- | ok
