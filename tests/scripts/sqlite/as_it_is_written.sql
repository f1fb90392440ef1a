-- What SQLite shows or keeps as it was written. Compared with SQLite 3.54.1.

-- @dialect sqlite
CREATE /* one */ TABLE /* two */ main . /* three */ T(id INTEGER PRIMARY KEY, a /* four */ text);
-- | ok
CREATE
-- one
UNIQUE INDEX IF NOT EXISTS main.i ON t(a);
-- | ok
CREATE TEMP /* one */ VIEW v AS SELECT a /* two */ FROM t;
-- | ok
SELECT sql FROM sqlite_schema UNION ALL SELECT sql FROM temp.sqlite_schema;
-- | sql
-- | 'CREATE TABLE T(id INTEGER PRIMARY KEY, a /* four */ text)'
-- | 'CREATE UNIQUE INDEX i ON t(a)'
-- | 'CREATE VIEW v AS SELECT a /* two */ FROM t'
-- | ok

-- A column's name ends where the next token begins.
SELECT a + 1 /* sum */, upper(a) -- letters
, id FROM t WHERE id = 9;
-- | a + 1 /* sum */ | upper(a) -- letters | id
-- | ok

-- Errors name tables and databases as the statement does.
INSERT INTO t(nope) VALUES (1);
-- | error SQLITE_ERROR table t has no column named nope
INSERT INTO main.t VALUES (1, 2, 3);
-- | error SQLITE_ERROR table main.t has 2 columns but 3 values were supplied
CREATE TABLE [aux].t(a);
-- | error SQLITE_ERROR unknown database [aux]

-- The parser forgets both sides of AND where one of them is 0 and none calls a function.
SELECT nope = 1 AND 0;
-- | nope = 1 AND 0
-- | 0
-- | ok
SELECT 0 AND (SELECT nope FROM nowhere);
-- | 0 AND (SELECT nope FROM nowhere)
-- | 0
-- | ok
SELECT nope = 1 AND (0) AND abs(1);
-- | nope = 1 AND (0) AND abs(1)
-- | 0
-- | ok
SELECT abs(nope) AND 0;
-- | error SQLITE_ERROR no such column: nope
