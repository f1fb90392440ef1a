-- EXPLAIN QUERY PLAN of a scalar subquery in an expression. Details and nesting are SQLite 3.54.1's; its
-- numbers are those of a program that is not here.
-- @dialect sqlite
CREATE TABLE a(x INTEGER PRIMARY KEY, y, z);
-- | ok
CREATE TABLE b(p INTEGER PRIMARY KEY, q, r);
-- | ok
CREATE INDEX bq ON b(q);
-- | ok
CREATE INDEX ay ON a(y);
-- | ok
EXPLAIN QUERY PLAN SELECT (SELECT q FROM b WHERE p = a.x) FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a USING COVERING INDEX ay'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.q = a.x);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN b USING COVERING INDEX bq'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE z = (SELECT max(r) FROM b);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM a WHERE x = (SELECT max(r) FROM b);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b'
-- | ok
EXPLAIN QUERY PLAN UPDATE a SET y = (SELECT q FROM b WHERE p = a.x);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.p = a.x);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'CORRELATED SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT EXISTS(SELECT 1 FROM b WHERE p = 5);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN CONSTANT ROW'
-- | 2 | 0 | 0 | 'SCALAR SUBQUERY 1'
-- | 3 | 2 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT count(DISTINCT z) FROM a;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'USE TEMP B-TREE FOR count(DISTINCT)'
-- | 2 | 0 | 0 | 'SCAN a'
-- | ok
