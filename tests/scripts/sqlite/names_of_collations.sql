-- Collations keep the letters in which they were written. Compared with SQLite 3.54.1.

-- @dialect sqlite
CREATE TABLE y(a TEXT COLLATE nocase UNIQUE, b TEXT, PRIMARY KEY(b COLLATE Rtrim)) WITHOUT ROWID;
-- | ok
CREATE INDEX yi ON y(lower(b) COLLATE NoCase, a, b COLLATE binary);
-- | ok
PRAGMA index_xinfo(yi);
-- | seqno | cid | name | desc | coll | key
-- | 0 | -2 | NULL | 0 | 'NoCase' | 1
-- | 1 | 0 | 'a' | 0 | 'nocase' | 1
-- | 2 | 1 | 'b' | 0 | 'binary' | 1
-- | 3 | 1 | 'b' | 0 | 'Rtrim' | 0
-- | ok
PRAGMA index_xinfo(y);
-- | seqno | cid | name | desc | coll | key
-- | 0 | 1 | 'b' | 0 | 'Rtrim' | 1
-- | 1 | 0 | 'a' | 0 | 'nocase' | 0
-- | ok
PRAGMA index_xinfo(sqlite_autoindex_y_2);
-- | seqno | cid | name | desc | coll | key
-- | 0 | 1 | 'b' | 0 | 'Rtrim' | 1
-- | 1 | 0 | 'a' | 0 | 'nocase' | 0
-- | ok
ALTER TABLE y RENAME COLUMN b TO bb;
-- | ok
PRAGMA index_xinfo(yi);
-- | seqno | cid | name | desc | coll | key
-- | 0 | -2 | NULL | 0 | 'NoCase' | 1
-- | 1 | 0 | 'a' | 0 | 'nocase' | 1
-- | 2 | 1 | 'bb' | 0 | 'binary' | 1
-- | 3 | 1 | 'bb' | 0 | 'Rtrim' | 0
-- | ok

-- The escape of LIKE is looked at before its NULLs; functions of windows count their arguments first.
SELECT NULL LIKE 'a' ESCAPE 'bb';
-- | error SQLITE_ERROR ESCAPE expression must be a single character
SELECT 'a' LIKE 'a' ESCAPE NULL, like('a', NULL, 'b');
-- | 'a' LIKE 'a' ESCAPE NULL | like('a', NULL, 'b')
-- | NULL | NULL
-- | ok
SELECT row_number(1) FROM y;
-- | error SQLITE_ERROR wrong number of arguments to function row_number()
SELECT row_number() FROM y;
-- | error SQLITE_ERROR misuse of window function row_number()
