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
CREATE VIEW v AS SELECT a, b AS bb FROM t;
-- | ok
SELECT m.name, p.cid, p.name FROM sqlite_schema m, pragma_table_info(m.name) p ORDER BY 1, 2;
-- | name | cid | name
-- | 't' | 0 | 'a'
-- | 't' | 1 | 'b'
-- | 't' | 2 | 'c'
-- | 'v' | 0 | 'a'
-- | 'v' | 1 | 'bb'
-- | ok
SELECT * FROM pragma_table_info('v');
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'a' | 'INTEGER' | 0 | NULL | 0
-- | 1 | 'bb' | 'TEXT' | 0 | NULL | 0
-- | ok
SELECT name, ncol FROM pragma_table_list('v');
-- | name | ncol
-- | 'v' | 2
-- | ok
CREATE VIEW vx(p, q) AS SELECT 1, 'x';
-- | ok
SELECT * FROM pragma_table_xinfo('vx');
-- | cid | name | type | notnull | dflt_value | pk | hidden
-- | 0 | 'p' | '' | 0 | NULL | 0 | 0
-- | 1 | 'q' | '' | 0 | NULL | 0 | 0
-- | ok
PRAGMA table_xinfo(vx);
-- | cid | name | type | notnull | dflt_value | pk | hidden
-- | 0 | 'p' | '' | 0 | NULL | 0 | 0
-- | 1 | 'q' | '' | 0 | NULL | 0 | 0
-- | ok
CREATE VIEW bad AS SELECT * FROM missing;
-- | ok
PRAGMA table_info(bad);
-- | error SQLITE_ERROR no such table: main.missing
SELECT * FROM pragma_table_info('bad');
-- | error SQLITE_ERROR no such table: main.missing
PRAGMA table_list(bad);
-- | schema | name | type | ncol | wr | strict
-- | 'main' | 'bad' | 'view' | 0 | 0 | 0
-- | ok
