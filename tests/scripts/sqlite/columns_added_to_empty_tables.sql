-- @dialect sqlite
-- compared with SQLite 3.54.1: what a column needs an empty table for is asked by a query, whose columns show.
PRAGMA foreign_keys=1;
-- | ok
CREATE TABLE p(a PRIMARY KEY);
-- | ok
CREATE TABLE c(x);
-- | ok
ALTER TABLE c ADD COLUMN w DEFAULT 5 REFERENCES p(a);
-- | raise(ABORT,'Cannot add a REFERENCES column with non-NULL default value')
-- | ok
ALTER TABLE c ADD COLUMN w2 NOT NULL;
-- | raise(ABORT,'Cannot add a NOT NULL column with default value NULL')
-- | ok
ALTER TABLE c ADD COLUMN w3 DEFAULT (random());
-- | raise(ABORT,'Cannot add a column with non-constant default')
-- | ok
ALTER TABLE c ADD COLUMN w4 DEFAULT CURRENT_TIMESTAMP;
-- | raise(ABORT,'Cannot add a column with non-constant default')
-- | ok
ALTER TABLE c ADD COLUMN w5 CHECK(w5>1);
-- | ok
ALTER TABLE c ADD COLUMN w6 AS (x) STORED;
-- | raise(ABORT,'cannot add a STORED column')
-- | ok
ALTER TABLE c ADD COLUMN w7 NOT NULL DEFAULT 5 REFERENCES p(a) CHECK(w7 > 1);
-- | raise(ABORT,'Cannot add a REFERENCES column with non-NULL default value')
-- | ok
ALTER TABLE c ADD COLUMN w8 NOT NULL AS (5);
-- | ok
PRAGMA foreign_keys=0;
-- | ok
ALTER TABLE c ADD COLUMN w9 DEFAULT 5 REFERENCES p(a);
-- | ok
INSERT INTO p VALUES(1);
-- | ok, 1 row
ALTER TABLE p ADD COLUMN w1 DEFAULT 5 REFERENCES p(a);
-- | ok
ALTER TABLE p ADD COLUMN w2 NOT NULL;
-- | error SQLITE_ERROR Cannot add a NOT NULL column with default value NULL
ALTER TABLE p ADD COLUMN w3 DEFAULT (random());
-- | error SQLITE_ERROR Cannot add a column with non-constant default
ALTER TABLE p ADD COLUMN w5 CHECK(w5>1);
-- | ok
ALTER TABLE p ADD COLUMN w6 AS (a) STORED;
-- | error SQLITE_ERROR cannot add a STORED column
PRAGMA foreign_keys=1;
-- | ok
ALTER TABLE p ADD COLUMN w10 DEFAULT 5 REFERENCES p(a);
-- | error SQLITE_ERROR Cannot add a REFERENCES column with non-NULL default value
