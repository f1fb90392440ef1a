-- Types of virtual columns are judged as they are computed, before NOT NULL; those of stored ones after it.
-- Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE v(a INT NOT NULL ON CONFLICT IGNORE, b REAL, c INT AS ('x') VIRTUAL) STRICT;
-- | ok
INSERT INTO v(b) VALUES ('y');
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store TEXT value in REAL column v.b
INSERT INTO v(b) VALUES (1);
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store TEXT value in INT column v.c
INSERT INTO v(a) VALUES (1);
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store TEXT value in INT column v.c
CREATE TABLE s(a INT NOT NULL ON CONFLICT IGNORE, b REAL, c INT AS ('x') STORED) STRICT;
-- | ok
INSERT INTO s(b) VALUES (1);
-- | ok, 0 rows
INSERT INTO s(a) VALUES (1);
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store TEXT value in INT column s.c
CREATE TABLE o(a BLOB AS (b) VIRTUAL, b BLOB AS (printf('%d', c)) VIRTUAL, c INT NOT NULL) STRICT;
-- | ok
INSERT INTO o VALUES (1);
-- | error SQLITE_CONSTRAINT_DATATYPE cannot store TEXT value in BLOB column o.b
