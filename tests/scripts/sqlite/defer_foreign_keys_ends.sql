-- Until when PRAGMA defer_foreign_keys holds, and what becomes of what it has put off.
-- Source: compared with SQLite 3.54 (rusqlite, bundled).

-- @dialect sqlite
-- Switched off, it forgets what waits for the commit.
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(id PRIMARY KEY);
-- | ok
CREATE TABLE c(a REFERENCES p, b REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- | ok
BEGIN;
-- | ok
INSERT INTO c(b) VALUES (1);
-- | ok, 1 row
COMMIT;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
PRAGMA defer_foreign_keys=OFF;
-- | ok
COMMIT;
-- | ok
BEGIN;
-- | ok
PRAGMA defer_foreign_keys=ON;
-- | ok
INSERT INTO c(a, b) VALUES (1, 2);
-- | ok, 1 row
PRAGMA defer_foreign_keys=OFF;
-- | ok
COMMIT;
-- | ok
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | 'c' | 1 | 'p' | 0
-- | 'c' | 2 | 'p' | 0
-- | 'c' | 2 | 'p' | 1
-- | ok

-- @dialect sqlite
-- It ends with the next transaction, which a PRAGMA may be that reads the database.
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(id PRIMARY KEY);
-- | ok
CREATE TABLE c(a REFERENCES p);
-- | ok
PRAGMA defer_foreign_keys=ON;
-- | ok
PRAGMA foreign_keys;
-- | foreign_keys
-- | 1
-- | ok
PRAGMA index_info(nope);
-- | seqno | cid | name
-- | ok
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 1
-- | ok
PRAGMA table_info(c);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'a' | '' | 0 | NULL | 0
-- | ok
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 0
-- | ok
PRAGMA defer_foreign_keys=ON;
-- | ok
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | ok
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 0
-- | ok
PRAGMA defer_foreign_keys=ON;
-- | ok
BEGIN;
-- | ok
PRAGMA table_info(c);
-- | cid | name | type | notnull | dflt_value | pk
-- | 0 | 'a' | '' | 0 | NULL | 0
-- | ok
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 1
-- | ok
INSERT INTO c VALUES (1);
-- | ok, 1 row
COMMIT;
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
ROLLBACK;
-- | ok
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 0
-- | ok
