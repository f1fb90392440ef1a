-- EXPLAIN QUERY PLAN of VALUES, of compounds and of the least and greatest rowid. Details and nesting
-- are SQLite 3.54.1's; its numbers are those of a program that is not here.
-- @dialect sqlite
CREATE TABLE m3(aa, d);
-- | ok
CREATE TABLE log2(x);
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY, k UNIQUE, n);
-- | ok
EXPLAIN QUERY PLAN SELECT max(rowid) FROM m3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH m3'
-- | ok
EXPLAIN QUERY PLAN SELECT max(id) FROM p;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH p'
-- | ok
EXPLAIN QUERY PLAN SELECT min(aa) FROM m3 WHERE aa > 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH m3'
-- | ok
EXPLAIN QUERY PLAN SELECT count(*), max(aa) FROM m3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN m3'
-- | ok
EXPLAIN QUERY PLAN VALUES(1);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN VALUES(1),(2),(3);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN 3-ROW VALUES CLAUSE'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM (VALUES(1),(2));
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN 2-ROW VALUES CLAUSE'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION SELECT x FROM log2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN m3'
-- | 4 | 2 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 5 | 1 | 0 | 'RIGHT'
-- | 6 | 5 | 0 | 'SCAN log2'
-- | 7 | 5 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT 1 UNION SELECT 2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN CONSTANT ROW'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION SELECT x FROM log2 UNION SELECT 5;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'MERGE (UNION)'
-- | 4 | 3 | 0 | 'LEFT'
-- | 5 | 4 | 0 | 'SCAN m3'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 7 | 3 | 0 | 'RIGHT'
-- | 8 | 7 | 0 | 'SCAN log2'
-- | 9 | 7 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 10 | 1 | 0 | 'RIGHT'
-- | 11 | 10 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION SELECT x FROM log2 EXCEPT SELECT 5;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (EXCEPT)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'MERGE (UNION)'
-- | 4 | 3 | 0 | 'LEFT'
-- | 5 | 4 | 0 | 'SCAN m3'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 7 | 3 | 0 | 'RIGHT'
-- | 8 | 7 | 0 | 'SCAN log2'
-- | 9 | 7 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 10 | 1 | 0 | 'RIGHT'
-- | 11 | 10 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT id FROM p UNION SELECT id FROM p ORDER BY id DESC;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN p'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN p'
-- | ok
EXPLAIN QUERY PLAN SELECT k FROM p UNION SELECT id FROM p;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN p USING COVERING INDEX sqlite_autoindex_p_1'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN p'
-- | ok
EXPLAIN QUERY PLAN SELECT id, k FROM p INTERSECT SELECT aa, d FROM m3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (INTERSECT)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN p'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN m3'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT id FROM p WHERE n > 5 EXCEPT SELECT x FROM log2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (EXCEPT)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN p'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN log2'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT n FROM p WHERE k = 5 UNION SELECT x FROM log2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SEARCH p USING INDEX sqlite_autoindex_p_1 (k=?)'
-- | 4 | 1 | 0 | 'RIGHT'
-- | 5 | 4 | 0 | 'SCAN log2'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION ALL SELECT x FROM log2 ORDER BY 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION ALL)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN m3'
-- | 4 | 2 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 5 | 1 | 0 | 'RIGHT'
-- | 6 | 5 | 0 | 'SCAN log2'
-- | 7 | 5 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION ALL SELECT x FROM log2 EXCEPT SELECT 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (EXCEPT)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'MERGE (UNION ALL)'
-- | 4 | 3 | 0 | 'LEFT'
-- | 5 | 4 | 0 | 'SCAN m3'
-- | 6 | 4 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 7 | 3 | 0 | 'RIGHT'
-- | 8 | 7 | 0 | 'SCAN log2'
-- | 9 | 7 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 10 | 1 | 0 | 'RIGHT'
-- | 11 | 10 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION SELECT x FROM log2 LIMIT 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN m3'
-- | 4 | 2 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 5 | 1 | 0 | 'RIGHT'
-- | 6 | 5 | 0 | 'SCAN log2'
-- | 7 | 5 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION SELECT x FROM log2 UNION ALL SELECT 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN m3'
-- | 4 | 2 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 5 | 1 | 0 | 'RIGHT'
-- | 6 | 5 | 0 | 'SCAN log2'
-- | 7 | 5 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 8 | 0 | 0 | 'UNION ALL'
-- | 9 | 8 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN SELECT aa FROM m3 UNION ALL SELECT x FROM log2 UNION ALL SELECT 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'COMPOUND QUERY'
-- | 2 | 1 | 0 | 'LEFT-MOST SUBQUERY'
-- | 3 | 2 | 0 | 'SCAN m3'
-- | 4 | 1 | 0 | 'UNION ALL'
-- | 5 | 4 | 0 | 'SCAN log2'
-- | 6 | 1 | 0 | 'UNION ALL'
-- | 7 | 6 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO m3 VALUES (1,2),(3,4);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN 2-ROW VALUES CLAUSE'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO m3 SELECT x, 1 FROM log2 UNION SELECT 3, 4;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MERGE (UNION)'
-- | 2 | 1 | 0 | 'LEFT'
-- | 3 | 2 | 0 | 'SCAN log2'
-- | 4 | 2 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | 5 | 1 | 0 | 'RIGHT'
-- | 6 | 5 | 0 | 'SCAN CONSTANT ROW'
-- | ok
EXPLAIN QUERY PLAN INSERT INTO m3 VALUES (1,2);
-- | id | parent | notused | detail
-- | ok
CREATE TABLE t(a INTEGER PRIMARY KEY, c);
-- | ok
CREATE INDEX ie ON t(lower(c));
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE lower(c) = 'x';
-- | error SQLITE_ERROR not supported by onconflict: EXPLAIN QUERY PLAN of this statement
EXPLAIN QUERY PLAN SELECT * FROM t;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t'
-- | ok
