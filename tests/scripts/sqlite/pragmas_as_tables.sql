-- PRAGMAs of one value as tables, and lists that know the attached databases. Compared with SQLite
-- 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT UNIQUE, c);
-- | ok
CREATE TEMP TABLE tt(x);
-- | ok
PRAGMA main.table_list;
-- | schema | name | type | ncol | wr | strict
-- | 'main' | 't' | 'table' | 3 | 0 | 0
-- | 'main' | 'sqlite_schema' | 'table' | 5 | 0 | 0
-- | ok
PRAGMA temp.table_list;
-- | schema | name | type | ncol | wr | strict
-- | 'temp' | 'tt' | 'table' | 1 | 0 | 0
-- | 'temp' | 'sqlite_temp_schema' | 'table' | 5 | 0 | 0
-- | ok
ATTACH ':memory:' AS aux;
-- | ok
PRAGMA table_list;
-- | schema | name | type | ncol | wr | strict
-- | 'main' | 't' | 'table' | 3 | 0 | 0
-- | 'main' | 'sqlite_schema' | 'table' | 5 | 0 | 0
-- | 'temp' | 'tt' | 'table' | 1 | 0 | 0
-- | 'temp' | 'sqlite_temp_schema' | 'table' | 5 | 0 | 0
-- | 'aux' | 'sqlite_schema' | 'table' | 5 | 0 | 0
-- | ok
SELECT * FROM pragma_table_list;
-- | schema | name | type | ncol | wr | strict
-- | 'main' | 't' | 'table' | 3 | 0 | 0
-- | 'main' | 'sqlite_schema' | 'table' | 5 | 0 | 0
-- | 'temp' | 'tt' | 'table' | 1 | 0 | 0
-- | 'temp' | 'sqlite_temp_schema' | 'table' | 5 | 0 | 0
-- | 'aux' | 'sqlite_schema' | 'table' | 5 | 0 | 0
-- | ok
SELECT * FROM pragma_database_list;
-- | seq | name | file
-- | 0 | 'main' | ''
-- | 1 | 'temp' | ''
-- | 2 | 'aux' | ''
-- | ok
PRAGMA database_list;
-- | seq | name | file
-- | 0 | 'main' | ''
-- | 1 | 'temp' | ''
-- | 2 | 'aux' | ''
-- | ok
PRAGMA user_version = 7;
-- | ok
SELECT * FROM pragma_user_version;
-- | user_version
-- | 7
-- | ok
SELECT user_version FROM pragma_user_version();
-- | user_version
-- | 7
-- | ok
SELECT * FROM pragma_application_id;
-- | application_id
-- | 0
-- | ok
PRAGMA foreign_keys = ON;
-- | ok
SELECT * FROM pragma_foreign_keys;
-- | foreign_keys
-- | 1
-- | ok
SELECT f.foreign_keys, r.recursive_triggers FROM pragma_foreign_keys f, pragma_recursive_triggers AS r;
-- | foreign_keys | recursive_triggers
-- | 1 | 0
-- | ok
SELECT * FROM pragma_page_size;
-- | page_size
-- | 4096
-- | ok
SELECT * FROM pragma_journal_mode;
-- | journal_mode
-- | 'memory'
-- | ok
SELECT * FROM pragma_encoding;
-- | encoding
-- | 'UTF-8'
-- | ok
PRAGMA max_page_count;
-- | max_page_count
-- | 4294967294
-- | ok
