-- Which type has what `excluded` shows? Where the row in the way has the same rowid, and nothing but NULLs
-- was checked before, values are as they were given (insert.c, bAffinityDone). Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL, d INT DEFAULT '3', e UNIQUE, n);
-- | ok
INSERT INTO t VALUES(1,'x',1.5,1,1,NULL),(2,'x',1.5,1,2,NULL);
-- | ok, 2 rows
INSERT INTO t VALUES(1,5,'7','8',9,0) ON CONFLICT(a) DO UPDATE SET n = typeof(excluded.b) || typeof(excluded.c) || typeof(excluded.d) RETURNING n;
-- | n
-- | 'integertexttext'
-- | ok, 1 row
INSERT INTO t VALUES(3,5,'7','8',1,0) ON CONFLICT(e) DO UPDATE SET n = typeof(excluded.b) || typeof(excluded.c) || typeof(excluded.d) RETURNING n;
-- | n
-- | 'textrealinteger'
-- | ok, 1 row
INSERT INTO t VALUES(1,5,'7','8',9,0) ON CONFLICT(e) DO NOTHING ON CONFLICT(a) DO UPDATE SET n = typeof(excluded.b) || typeof(excluded.c) RETURNING n;
-- | n
-- | 'textreal'
-- | ok, 1 row
INSERT INTO t(a, c) VALUES(1, 9) ON CONFLICT(a) DO UPDATE SET b = excluded.c || '!', n = typeof(excluded.d) RETURNING b, n;
-- | b | n
-- | '9.0!' | 'text'
-- | ok, 1 row
INSERT INTO t(a, d) VALUES('2', 9.0) ON CONFLICT(a) DO UPDATE SET b = excluded.d, d = excluded.d RETURNING *;
-- | a | b | c | d | e | n
-- | 2 | '9.0' | 1.5 | 9 | 2 | NULL
-- | ok, 1 row
CREATE TABLE ck(a INTEGER PRIMARY KEY, d INT CHECK(d > 0), n);
-- | ok
INSERT INTO ck VALUES(1,1,1);
-- | ok, 1 row
INSERT INTO ck VALUES(1,'5',1) ON CONFLICT(a) DO UPDATE SET n = typeof(excluded.d) RETURNING n;
-- | n
-- | 'integer'
-- | ok, 1 row
CREATE TABLE w(a TEXT PRIMARY KEY, d INT, n) WITHOUT ROWID;
-- | ok
INSERT INTO w VALUES('1',1,1);
-- | ok, 1 row
INSERT INTO w VALUES(1,'8',0) ON CONFLICT(a) DO UPDATE SET n = typeof(excluded.a) || typeof(excluded.d) RETURNING n;
-- | n
-- | 'textinteger'
-- | ok, 1 row
