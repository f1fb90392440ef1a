-- A view that is replaced keeps its columns, in name and type, and gets more behind them. Compared with
-- PostgreSQL 18.
-- @dialect postgresql
CREATE TABLE t(a int PRIMARY KEY, b text);
-- | ok (CREATE TABLE)
CREATE VIEW v(x, y) AS SELECT a, b FROM t;
-- | ok (CREATE VIEW)
CREATE VIEW v(x, y) AS SELECT a, b FROM t;
-- | error 42P07 relation "v" already exists
CREATE OR REPLACE VIEW v(x) AS SELECT a FROM t;
-- | error 42P16 cannot drop columns from view
CREATE OR REPLACE VIEW v AS SELECT a, b FROM t;
-- | error 42P16 cannot change name of view column "x" to "a"
-- |   hint: Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.
CREATE OR REPLACE VIEW v(x, y) AS SELECT b, a FROM t;
-- | error 42P16 cannot change data type of view column "x" from integer to text
CREATE OR REPLACE VIEW v(x, y) AS SELECT a, b::varchar(5) FROM t;
-- | error 42P16 cannot change data type of view column "y" from text to character varying(5)
CREATE OR REPLACE VIEW v(x, y, z) AS SELECT a, b, 1.5 FROM t;
-- | ok (CREATE VIEW)
CREATE OR REPLACE VIEW t AS SELECT 1;
-- | error 42809 "t" is not a view
CREATE OR REPLACE VIEW v AS SELECT x, y, z FROM v;
-- | ok (CREATE VIEW)
SELECT * FROM v;
-- | error 42P17 infinite recursion detected in rules for relation "v"
