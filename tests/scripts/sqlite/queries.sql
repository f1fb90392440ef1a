-- Compared with SQLite 3.54.1.
-- @dialect sqlite
WITH x AS (SELECT * FROM y), y AS (SELECT 1) SELECT * FROM x;
-- | 1
-- | 1
-- | ok
WITH x AS (SELECT * FROM x) SELECT * FROM x;
-- | error SQLITE_ERROR circular reference: x
WITH x AS (SELECT 1), x AS (SELECT 2) SELECT * FROM x;
-- | error SQLITE_ERROR duplicate WITH table name: x
VALUES(1) UNION ALL VALUES(2) ORDER BY 1;
-- | error SQLITE_ERROR near "ORDER": syntax error
CREATE TABLE t(id INTEGER PRIMARY KEY, a, b);
-- | ok
INSERT INTO t VALUES(1, 2, 3);
-- | ok, 1 row
SELECT a FROM t GROUP BY sum(b);
-- | error SQLITE_ERROR aggregate functions are not allowed in the GROUP BY clause
SELECT a FROM t HAVING count(*) > 1;
-- | error SQLITE_ERROR HAVING clause on a non-aggregate query
INSERT INTO t VALUES(2, 2, 3) RETURNING t.*;
-- | error SQLITE_ERROR RETURNING may not use "TABLE.*" wildcards
UPDATE t SET rowid = 9;
-- | ok, 1 row
INSERT INTO t VALUES(9, 0, 0) ON CONFLICT(oid) DO UPDATE SET _rowid_ = id + 1 RETURNING id;
-- | id
-- | 10
-- | ok, 1 row
SELECT timediff('2024-03-01','2023-01-15'), timediff('2023-01-15','2024-03-01 12:30:45.5');
-- | timediff('2024-03-01','2023-01-15') | timediff('2023-01-15','2024-03-01 12:30:45.5')
-- | '+0001-01-15 00:00:00.000' | '-0001-01-17 12:30:45.500'
-- | ok
SELECT unistr('a\u0041b'), unistr_quote('a' || char(10)), printf('%!.3f %p', 1.5, 255);
-- | unistr('a\u0041b') | unistr_quote('a' || char(10)) | printf('%!.3f %p', 1.5, 255)
-- | 'aAb' | 'unistr(''a\u000a'')' | '1.5 FF'
-- | ok
SELECT unistr('\u00');
-- | error SQLITE_ERROR invalid Unicode escape
SELECT likelihood(1, 2);
-- | error SQLITE_ERROR second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT datetime('2024-01-01 23:59:59.9999'), datetime('2024-01-01 12:00', 'auto'), strftime();
-- | datetime('2024-01-01 23:59:59.9999') | datetime('2024-01-01 12:00', 'auto') | strftime()
-- | '2024-01-01 23:59:59' | '2024-01-01 12:00:00' | NULL
-- | ok

-- Terms of keys and the collations of compound queries.
-- @dialect sqlite
CREATE TABLE c1(a COLLATE NOCASE, c);
-- | ok
INSERT INTO c1 VALUES('a', 'A'), ('B', 'b');
-- | ok, 2 rows
SELECT c FROM c1 UNION SELECT a FROM c1;
-- | c
-- | 'A'
-- | 'B'
-- | 'a'
-- | 'b'
-- | ok
SELECT a FROM c1 UNION SELECT c FROM c1;
-- | a
-- | 'A'
-- | 'b'
-- | ok
CREATE INDEX i ON c1(c1.a);
-- | error SQLITE_ERROR the "." operator prohibited in index expressions
CREATE INDEX i ON c1(a NULLS FIRST);
-- | error SQLITE_ERROR unsupported use of NULLS FIRST
CREATE TABLE g(a, b AS (g.a));
-- | error SQLITE_ERROR the "." operator prohibited in generated columns

-- A result column has the name that the query knows it by. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE b(Xx, y);
-- | ok
CREATE VIEW v(p, q) AS SELECT xx, y FROM b;
-- | ok
INSERT INTO b VALUES(1, 2) RETURNING XX, (y);
-- | Xx | y
-- | 1 | 2
-- | ok, 1 row
SELECT P, v.Q, (p) FROM v;
-- | p | q | p
-- | 1 | 2 | 1
-- | ok
SELECT m FROM (SELECT xx AS m FROM b);
-- | m
-- | 1
-- | ok
WITH c(m) AS (SELECT xx FROM b) SELECT M FROM c;
-- | m
-- | 1
-- | ok
SELECT xX, b.XX, (XX), +xx FROM b;
-- | Xx | Xx | Xx | +xx
-- | 1 | 1 | 1 | 1
-- | ok
PRAGMA table_info(v);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'p' | 'BLOB' | 0 | NULL | 0
-- | 1 | 'q' | 'BLOB' | 0 | NULL | 0
-- | ok

-- Groups are sorted in the directions of an ORDER BY of as many terms, which decides between ties.
-- @dialect sqlite
CREATE TABLE t(x, y);
-- | ok
INSERT INTO t VALUES(1, 'a'), (1, 'b'), (2, 'c');
-- | ok, 3 rows
SELECT y, max(x) FROM t GROUP BY y ORDER BY 2 DESC;
-- | y | max(x)
-- | 'c' | 2
-- | 'b' | 1
-- | 'a' | 1
-- | ok
SELECT y, max(x) FROM t GROUP BY y ORDER BY 2 DESC, 1;
-- | y | max(x)
-- | 'c' | 2
-- | 'a' | 1
-- | 'b' | 1
-- | ok

-- Types in quotes and types of nothing. Compared with SQLite 3.54.

-- @dialect sqlite
CREATE TABLE tq (id "INTEGER" PRIMARY KEY, v [text]);
-- | ok
INSERT INTO tq (v) VALUES (5);
-- | ok, 1 row
SELECT id, v, typeof(v) FROM tq;
-- | id | v | typeof(v)
-- | 1 | '5' | 'text'
-- | ok
SELECT name, type FROM pragma_table_info('tq');
-- | name | type
-- | 'id' | 'INTEGER'
-- | 'v' | 'TEXT'
-- | ok
SELECT CAST('12' AS), typeof(CAST('12abc' AS));
-- | CAST('12' AS) | typeof(CAST('12abc' AS))
-- | 12 | 'integer'
-- | ok
