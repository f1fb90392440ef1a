-- A file is a database in memory of its name, new and empty as in SQLite's own build for browsers (which
-- this was compared with, 3.54.1); what would have to be kept is said not to be.
-- @dialect sqlite
ATTACH 'two.db' AS aux;
-- | ok
PRAGMA database_list;
-- | seq | name | file
-- | 0 | 'main' | ''
-- | 2 | 'aux' | '/two.db'
-- | ok
CREATE TABLE aux.t(a UNIQUE);
-- | ok
INSERT INTO aux.t VALUES (1);
-- | ok, 1 row
INSERT INTO t VALUES (1);
-- | error SQLITE_CONSTRAINT_UNIQUE UNIQUE constraint failed: t.a
ATTACH 'two.db' AS other;
-- | error SQLITE_ERROR not supported by onconflict: ATTACH of one file under two names
DETACH aux;
-- | ok
ATTACH 'two.db' AS aux;
-- | error SQLITE_ERROR not supported by onconflict: ATTACH of a file that was detached with tables
ATTACH 'three.db' AS aux;
-- | ok
DETACH aux;
-- | ok
ATTACH 'three.db' AS aux;
-- | ok
SELECT count(*) FROM aux.sqlite_schema;
-- | count(*)
-- | 0
-- | ok
ATTACH 'dir/four.db' AS four;
-- | error SQLITE_ERROR not supported by onconflict: ATTACH of a file in a directory
PRAGMA aux.journal_mode;
-- | error SQLITE_ERROR not supported by onconflict: PRAGMA journal_mode of a file
