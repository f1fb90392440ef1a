-- @dialect sqlite
-- compared with SQLite 3.54.1: a partial index whose condition an UPDATE changes is not read while it is written.
CREATE TABLE t(id PRIMARY KEY ON CONFLICT IGNORE, a, b, c);
-- | ok
CREATE UNIQUE INDEX p1 ON t(b) WHERE a > 1;
-- | ok
INSERT OR IGNORE INTO t VALUES(1,1,2,3),(2,2,3,4),(3,3,1,'x');
-- | ok, 3 rows
SELECT * FROM t WHERE a>1;
-- | id | a | b | c
-- | 3 | 3 | 1 | 'x'
-- | 2 | 2 | 3 | 4
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a>1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX p1'
-- | ok
EXPLAIN QUERY PLAN UPDATE OR FAIL t SET id=id+1, a=a WHERE a>1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN t USING INDEX p1'
-- | ok
UPDATE OR FAIL t SET id=id+1, a=a WHERE a>1;
-- | error SQLITE_CONSTRAINT_PRIMARYKEY UNIQUE constraint failed: t.id
SELECT * FROM t;
-- | id | a | b | c
-- | 1 | 1 | 2 | 3
-- | 2 | 2 | 3 | 4
-- | 3 | 3 | 1 | 'x'
-- | ok
