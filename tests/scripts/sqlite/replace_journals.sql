-- What REPLACE deletes for a row may bring back what is in its way, which is an error: SQLite then keeps a
-- journal for the statement, so that an error of a STRICT type undoes all of it. Without foreign keys to look
-- at, rows before the error stay in an open transaction.
-- @dialect sqlite
-- compared with SQLite 3.54.1
PRAGMA foreign_keys=ON;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE e(id INT UNIQUE, b INT REFERENCES p(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
-- | ok
CREATE TABLE f(id INT UNIQUE, b INT) STRICT;
-- | ok
BEGIN;
-- | ok
REPLACE INTO e VALUES (2, NULL), (3, 2.5);
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store REAL value in INT column e.b
SELECT * FROM e;
-- | id | b
-- | ok
REPLACE INTO f VALUES (2, NULL), (3, 2.5);
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store REAL value in INT column f.b
SELECT * FROM f;
-- | id | b
-- | 2 | NULL
-- | ok
ROLLBACK;
-- | ok
