-- Which tables of a join UPDATE and DELETE can write. Compared with MariaDB 10.11.
-- @dialect mysql
CREATE TABLE t(id INT PRIMARY KEY, a INT, b INT);
-- | ok
INSERT INTO t VALUES(1,1,1);
-- | ok, 1 row
UPDATE (SELECT a, b FROM t) d SET b = 1;
-- | error ER_NON_UPDATABLE_TABLE The target table d of the UPDATE is not updatable
DELETE d FROM (SELECT a FROM t) d;
-- | error ER_NON_UPDATABLE_TABLE The target table d of the DELETE is not updatable
UPDATE t JOIN (SELECT id, b+1 AS nb FROM t) d ON t.id=d.id SET t.b=d.nb;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
UPDATE t JOIN (SELECT id, b+1 AS nb FROM t) d ON t.id=d.id SET nb=3;
-- | error ER_NON_UPDATABLE_TABLE The target table d of the UPDATE is not updatable
UPDATE t JOIN (SELECT id, b+1 AS nb FROM t) d ON t.id=d.id SET t.b=d.nb, d.nb=4;
-- | error ER_NON_UPDATABLE_TABLE The target table d of the UPDATE is not updatable
UPDATE t JOIN (SELECT id, b+1 AS nb FROM t) d ON t.id=d.id SET id=3;
-- | error ER_NON_UNIQ_ERROR Column 'id' in field list is ambiguous
UPDATE t JOIN (SELECT id, b+1 AS nb FROM t) d ON t.id=d.id SET zz=3;
-- | error ER_BAD_FIELD_ERROR Unknown column 'zz' in 'field list'
DELETE t FROM t JOIN (SELECT MAX(id) m FROM t) d ON t.id=d.m;
-- | ok, 1 row
UPDATE t SET z.a=1;
-- | error ER_BAD_FIELD_ERROR Unknown column 'z.a' in 'field list'
UPDATE t AS q SET t.a=1;
-- | error ER_BAD_FIELD_ERROR Unknown column 't.a' in 'field list'
UPDATE t AS q SET q.a=1;
-- | ok, 0 rows (Rows matched: 0  Changed: 0  Warnings: 0)
