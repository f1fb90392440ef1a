-- What texts, blobs and kept rows may take is limited; a failed statement changes nothing.
-- @dialect sqlite
CREATE TABLE t(a);
-- | ok
INSERT INTO t VALUES ('kept');
-- | ok, 1 row
INSERT INTO t VALUES (zeroblob(2000000000));
-- | error SQLITE_ERROR statement ended: rows and values take more memory than the limit allows (memory)
INSERT INTO t VALUES (randomblob(2000000000));
-- | error SQLITE_ERROR statement ended: rows and values take more memory than the limit allows (memory)
INSERT INTO t VALUES (printf('%2000000000d', 1));
-- | error SQLITE_ERROR statement ended: rows and values take more memory than the limit allows (memory)
INSERT INTO t VALUES (printf('%.*c', 2000000000, 'x'));
-- | error SQLITE_ERROR statement ended: rows and values take more memory than the limit allows (memory)
INSERT INTO t VALUES (replace(hex(zeroblob(1000000)), '0', printf('%.*c', 1000, 'y')));
-- | error SQLITE_ERROR statement ended: rows and values take more memory than the limit allows (memory)
WITH RECURSIVE c(x) AS (SELECT 'ab' UNION ALL SELECT x || x FROM c) INSERT INTO t SELECT x FROM c;
-- | error SQLITE_ERROR statement ended: rows and values take more memory than the limit allows (memory)
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 4000)
INSERT INTO t SELECT zeroblob(10000000 + n) FROM c;
-- | error SQLITE_ERROR statement ended: rows and values take more memory than the limit allows (memory)
SELECT length(printf('%.*c', 5000000, 'x'));
-- | length(printf('%.*c', 5000000, 'x'))
-- | 5000000
-- | ok
SELECT * FROM t;
-- | a
-- | 'kept'
-- | ok

-- @dialect postgresql
SELECT length(repeat('x', 5000000));
-- | length
-- | 5000000
-- | ok (SELECT 1)
SELECT length(repeat('xyz', 100000000));
-- | error 54000 statement ended: rows and values take more memory than the limit allows (memory)
SELECT length(lpad('x', 2000000000, 'y'));
-- | error 54000 statement ended: rows and values take more memory than the limit allows (memory)
SELECT length(string_agg(repeat('x', 1000000), ',')) FROM generate_series(1, 1000);
-- | error 54000 statement ended: rows and values take more memory than the limit allows (memory)

-- @dialect mysql
SELECT LENGTH(SPACE(2000000000));
-- | error ER_QUERY_TIMEOUT statement ended: rows and values take more memory than the limit allows (memory)
SELECT LENGTH(REPEAT('xyz', 100000000));
-- | error ER_QUERY_TIMEOUT statement ended: rows and values take more memory than the limit allows (memory)
