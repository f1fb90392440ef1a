-- What PRAGMAs that change nothing here make of what they are set to. Compared with SQLite 3.54.1.
-- @dialect sqlite
PRAGMA page_size = 1024;
-- | ok
PRAGMA page_size;
-- | page_size
-- | 1024
-- | ok
PRAGMA auto_vacuum = full;
-- | ok
PRAGMA auto_vacuum;
-- | auto_vacuum
-- | 1
-- | ok
CREATE TABLE t(a);
-- | ok
PRAGMA page_size = 512;
-- | ok
PRAGMA page_size;
-- | page_size
-- | 1024
-- | ok
PRAGMA auto_vacuum = 2;
-- | ok
PRAGMA auto_vacuum;
-- | auto_vacuum
-- | 2
-- | ok
PRAGMA cache_size;
-- | cache_size
-- | -2000
-- | ok
PRAGMA cache_size = yes;
-- | ok
PRAGMA cache_size;
-- | cache_size
-- | 0
-- | ok
PRAGMA synchronous = off;
-- | ok
PRAGMA synchronous;
-- | synchronous
-- | 0
-- | ok
PRAGMA synchronous = -100;
-- | ok
PRAGMA synchronous;
-- | synchronous
-- | 1
-- | ok
PRAGMA synchronous = extra;
-- | ok
PRAGMA synchronous;
-- | synchronous
-- | 3
-- | ok
PRAGMA temp_store = memory;
-- | ok
PRAGMA temp_store;
-- | temp_store
-- | 2
-- | ok
PRAGMA threads = 100;
-- | threads
-- | 8
-- | ok
PRAGMA threads = on;
-- | threads
-- | 8
-- | ok
PRAGMA analysis_limit = -1;
-- | analysis_limit
-- | 0
-- | ok
PRAGMA busy_timeout = -5;
-- | timeout
-- | 0
-- | ok
PRAGMA secure_delete = fast;
-- | secure_delete
-- | 2
-- | ok
PRAGMA secure_delete = 7;
-- | secure_delete
-- | 1
-- | ok
PRAGMA journal_size_limit = -7;
-- | journal_size_limit
-- | -1
-- | ok
PRAGMA wal_autocheckpoint = -1;
-- | wal_autocheckpoint
-- | 0
-- | ok
PRAGMA locking_mode;
-- | locking_mode
-- | 'normal'
-- | ok
PRAGMA locking_mode = exclusive;
-- | locking_mode
-- | 'exclusive'
-- | ok
PRAGMA locking_mode;
-- | locking_mode
-- | 'exclusive'
-- | ok
PRAGMA locking_mode = normal;
-- | locking_mode
-- | 'exclusive'
-- | ok
PRAGMA main.locking_mode;
-- | locking_mode
-- | 'exclusive'
-- | ok
PRAGMA mmap_size;
-- | mmap_size
-- | ok
PRAGMA foreign_key_check(-100);
-- | error SQLITE_ERROR no such table: -100
