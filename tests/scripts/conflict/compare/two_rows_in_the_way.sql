-- The new row collides with row 1 by id and with row 2 by email.
-- @dialect sqlite
CREATE TABLE u (id INTEGER PRIMARY KEY, email TEXT UNIQUE, n INT);
-- | ok
INSERT INTO u VALUES (1, 'ann@x', 10), (2, 'bob@x', 20);
-- | ok, 2 rows

-- REPLACE removes both rows, then places the new one.
-- @trace @changes @tables @indexes
INSERT OR REPLACE INTO u VALUES (1, 'bob@x', 99);
-- | step 1  INSERT OR REPLACE INTO u VALUES (1, 'bob@x', 99)
-- | step 2    row 1 for u: (1, 'bob@x', 99)
-- | step 3      id 1 is already taken by row 1
-- | step 4      REPLACE deletes row 1
-- | step 5      row 1 of u is deleted
-- |          - sqlite_autoindex_u_1[0] ('ann@x') → 1
-- |          - u 1 (1, 'ann@x', 10)
-- | step 6      email 'bob@x' is already in sqlite_autoindex_u_1, held by row 2
-- | step 7      REPLACE deletes row 2
-- | step 8      row 2 of u is deleted
-- |          - sqlite_autoindex_u_1[0] ('bob@x') → 2
-- |          - u 2 (2, 'bob@x', 20)
-- | step 9      row 1 of u is written: (1, 'bob@x', 99)
-- |          + u 1 (1, 'bob@x', 99)
-- |          + sqlite_autoindex_u_1[0] ('bob@x') → 1
-- | step 10   the row is inserted in the place of others
-- | step 11 the statement is done
-- | ok, 1 row
-- | table u
-- |   1 | 'bob@x' | 99
-- | index sqlite_autoindex_u_1
-- |   ('bob@x') → 1

-- @dialect postgresql
CREATE TABLE u (id INTEGER PRIMARY KEY, email TEXT UNIQUE, n INT);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES (1, 'ann@x', 10), (2, 'bob@x', 20);
-- | ok, 2 rows (INSERT 0 2)

-- The arm names id only, so the collision by email is an error and the statement is undone.
-- @trace @tables
INSERT INTO u VALUES (1, 'bob@x', 99) ON CONFLICT (id) DO UPDATE SET email = excluded.email;
-- | step 1  INSERT INTO u VALUES (1, 'bob@x', 99) ON CONFLICT (id) DO UPDATE SET email = …
-- | step 2    row 1 for u: (1, 'bob@x', 99)
-- | step 3      id is not NULL, as it must be
-- | step 4      id 1 is already in u_pkey, held by row 1
-- | step 5      DO UPDATE updates row 1 instead
-- | step 6      row 1 of u is to become (1, 'bob@x', 10)
-- | step 7        id is not NULL, as it must be
-- | step 8        email 'bob@x' is already in u_email_key, held by row 2
-- | step 9        ERROR, the default, ends the statement and undoes it
-- | step 10     the row ends with an error
-- | step 11   the row ends with an error
-- | step 12   the statement fails: duplicate key value violates unique constraint "u_email_key"
-- | step 13 the statement ends with an error
-- | error 23505 duplicate key value violates unique constraint "u_email_key"
-- |   detail: Key (email)=(bob@x) already exists.
-- | table u
-- |   1 | 'ann@x' | 10
-- |   2 | 'bob@x' | 20

-- @dialect mysql
CREATE TABLE u (id INTEGER PRIMARY KEY, email VARCHAR(20) UNIQUE, n INT);
-- | ok
INSERT INTO u VALUES (1, 'ann@x', 10), (2, 'bob@x', 20);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)

-- PRIMARY decides which row is updated; the one in the way by email is never looked at.
-- @trace @tables
INSERT INTO u VALUES (1, 'bob@x', 99) ON DUPLICATE KEY UPDATE n = n + 1;
-- | step 1  INSERT INTO u VALUES (1, 'bob@x', 99) ON DUPLICATE KEY UPDATE n = n + 1
-- | step 2    row 1 for u: (1, 'bob@x', 99)
-- | step 3      id is not NULL, as it must be
-- | step 4      id 1 is already in PRIMARY, held by row 1
-- | step 5      ON DUPLICATE KEY UPDATE updates row 1 instead
-- | step 6      row 1 of u is to become (1, 'ann@x', 11)
-- | step 7        id is not NULL, as it must be
-- | step 8        row 1 of u is written: (1, 'ann@x', 11)
-- | step 9      the row is updated
-- | step 10   the row is updated
-- | step 11 the statement is done
-- | ok, 2 rows
-- | table u
-- |   1 | 'ann@x' | 11
-- |   2 | 'bob@x' | 20

-- @tables
REPLACE INTO u VALUES (1, 'bob@x', 99);
-- | ok, 3 rows
-- | table u
-- |   1 | 'bob@x' | 99
