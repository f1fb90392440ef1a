-- Where do errors of constraints stand, which names may they have, and what may be a constraint? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t(id int, v int, tags text[]);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (3, 30, '{a,b}'), (1, 10, '{}'), (2, NULL, NULL);
-- | ok, 3 rows (INSERT 0 3)
SELECT ARRAY(SELECT id FROM t ORDER BY id), ARRAY(SELECT id FROM t WHERE false), ARRAY(SELECT v FROM t ORDER BY v NULLS FIRST);
-- | array | array | array
-- | {1,2,3} | {} | {NULL,10,30}
-- | ok (SELECT 1)
SELECT id, ARRAY(SELECT x.id FROM t x WHERE x.id < t.id ORDER BY x.id DESC) AS less FROM t ORDER BY id;
-- | id | less
-- | 1 | {}
-- | 2 | {1}
-- | 3 | {2,1}
-- | ok (SELECT 3)
UPDATE t SET tags = ARRAY(SELECT DISTINCT e FROM unnest(tags || '{z,a}'::text[]) e ORDER BY e) RETURNING id, tags;
-- | id | tags
-- | 3 | {a,b,z}
-- | 1 | {a,z}
-- | 2 | {a,z}
-- | ok, 3 rows (UPDATE 3)
SELECT array_length(ARRAY(SELECT 1 UNION ALL SELECT 2), 1), 2 = ANY(ARRAY(SELECT id FROM t)), array_to_string(ARRAY(SELECT 'x' || g FROM generate_series(1, 3) g), ',');
-- | array_length | ?column? | array_to_string
-- | 2 | true | 'x1,x2,x3'
-- | ok (SELECT 1)
ALTER TABLE t ADD CONSTRAINT t_pk PRIMARY KEY (id);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CONSTRAINT t_pk2 PRIMARY KEY (v);
-- | error 42P16 multiple primary keys for table "t" are not allowed
ALTER TABLE t ADD   CONSTRAINT t_pk3 UNIQUE (nope);
-- | error 42703 column "nope" named in key does not exist
ALTER TABLE t ADD UNIQUE (nope);
-- | error 42703 column "nope" named in key does not exist
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (nope) REFERENCES t(id);
-- | error 42703 column "nope" referenced in foreign key constraint does not exist
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (v) REFERENCES t(v);
-- | error 42830 there is no unique constraint matching given keys for referenced table "t"
ALTER TABLE t ADD CONSTRAINT ck CHECK (nope > 0);
-- | error 42703 column "nope" does not exist
CREATE UNIQUE INDEX ti ON t(v);
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX te ON t((v + 1));
-- | ok (CREATE INDEX)
CREATE INDEX tn ON t(v);
-- | ok (CREATE INDEX)
ALTER TABLE t ADD CONSTRAINT c1 UNIQUE USING INDEX te;
-- | error 42809 index "te" contains expressions
-- |   detail: Cannot create a primary key or unique constraint using such an index.
ALTER TABLE t ADD CONSTRAINT c1 UNIQUE USING INDEX tn;
-- | error 42809 "tn" is not a unique index
-- |   detail: Cannot create a primary key or unique constraint using such an index.
ALTER TABLE t ADD CONSTRAINT c1 UNIQUE USING INDEX nope;
-- | error 42704 index "nope" does not exist
ALTER TABLE t ADD UNIQUE USING INDEX te;
-- | error 42809 index "te" contains expressions
-- |   detail: Cannot create a primary key or unique constraint using such an index.
ALTER TABLE t ADD CONSTRAINT c1 UNIQUE USING INDEX ti;
-- | NOTICE 00000 ALTER TABLE / ADD CONSTRAINT USING INDEX will rename index "ti" to "c1"
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CONSTRAINT c2 UNIQUE USING INDEX c1;
-- | error 55000 index "c1" is already associated with a constraint
CREATE TABLE u(a int, b int, CONSTRAINT p1 PRIMARY KEY (a), CONSTRAINT p2 PRIMARY KEY (b));
-- | error 42P16 multiple primary keys for table "u" are not allowed
CREATE TABLE u(a int PRIMARY KEY, b int CONSTRAINT p2 PRIMARY KEY);
-- | error 42P16 multiple primary keys for table "u" are not allowed
CREATE TABLE u(a int, CONSTRAINT x UNIQUE (zz));
-- | error 42703 column "zz" named in key does not exist
CREATE TABLE u(a int, CONSTRAINT x UNIQUE (a, a));
-- | error 42701 column "a" appears twice in unique constraint
CREATE TABLE u(a int, CONSTRAINT x CHECK (b > 0));
-- | error 42703 column "b" does not exist
CREATE TABLE u(a int CONSTRAINT n NOT NULL NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "a" of table "u"
CREATE TABLE u(a int DEFAULT 1 DEFAULT 2);
-- | error 42601 multiple default values specified for column "a" of table "u"
CREATE TABLE u(a int, CONSTRAINT x UNIQUE (a), CONSTRAINT x CHECK (a > 0));
-- | error 42710 constraint "x" for relation "u" already exists
CREATE TABLE u(a int, a text);
-- | error 42701 column "a" specified more than once
CREATE TABLE u(a int CHECK (a > 0) DEFERRABLE);
-- | error 42601 misplaced DEFERRABLE clause
CREATE TABLE u(a int NOT NULL DEFERRABLE);
-- | error 42601 misplaced DEFERRABLE clause
CREATE TABLE u(a int NOT NULL INITIALLY DEFERRED);
-- | error 42601 misplaced INITIALLY DEFERRED clause
ALTER TABLE t ADD COLUMN w int NOT NULL;
-- | error 23502 column "w" of relation "t" contains null values
ALTER TABLE t ADD COLUMN w int NOT NULL DEFAULT 5, ADD CONSTRAINT wc CHECK (w > 5);
-- | error 23514 check constraint "wc" of relation "t" is violated by some row
ALTER TABLE t ADD COLUMN w int NOT NULL DEFAULT 5, ADD CONSTRAINT wc CHECK (w > 5) NOT VALID;
-- | ok (ALTER TABLE)
INSERT INTO t(id) VALUES (9);
-- | error 23514 new row for relation "t" violates check constraint "wc"
-- |   detail: Failing row contains (9, null, null, 5).
ALTER TABLE t VALIDATE CONSTRAINT wc;
-- | error 23514 check constraint "wc" of relation "t" is violated by some row
ALTER TABLE t DROP CONSTRAINT nope;
-- | error 42704 constraint "nope" of relation "t" does not exist
ALTER TABLE t DROP CONSTRAINT IF EXISTS nope;
-- | NOTICE 00000 constraint "nope" of relation "t" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE t RENAME CONSTRAINT wc TO wc2;
-- | ok (ALTER TABLE)
ALTER TABLE t RENAME CONSTRAINT nope TO wc2;
-- | error 42704 constraint "nope" for table "t" does not exist
ALTER TABLE t RENAME COLUMN w TO id;
-- | error 42701 column "id" of relation "t" already exists
ALTER TABLE t RENAME COLUMN zz TO id;
-- | error 42703 column "zz" does not exist
ALTER TABLE t ALTER COLUMN v TYPE int;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER COLUMN v SET NOT NULL;
-- | error 23502 column "v" of relation "t" contains null values
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;
-- | error 42P16 column "id" is in a primary key
ALTER TABLE t DROP COLUMN id;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD PRIMARY KEY (v);
-- | error 23502 column "v" of relation "t" contains null values
SELECT * FROM t ORDER BY w, v;
-- | v | tags | w
-- | 10 | {a,z} | 5
-- | 30 | {a,b,z} | 5
-- | NULL | {a,z} | 5
-- | ok (SELECT 3)
ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (w WITH =);
-- | error 42704 data type integer has no default operator class for access method "gist"
-- |   hint: You must specify an operator class for the index or define a default operator class for the data type.
ALTER TABLE t ADD CONSTRAINT ex EXCLUDE (w WITH =);
-- | error 23P01 could not create exclusion constraint "ex"
-- |   detail: Key (w)=(5) conflicts with key (w)=(5).
ALTER TABLE t ALTER CONSTRAINT wc2 DEFERRABLE;
-- | error 42809 constraint "wc2" of relation "t" is not a foreign key constraint
ALTER TABLE nope ADD COLUMN a int;
-- | error 42P01 relation "nope" does not exist
ALTER TABLE IF EXISTS nope ADD COLUMN a int;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE t ADD COLUMN IF NOT EXISTS w int;
-- | NOTICE 42701 column "w" of relation "t" already exists, skipping
-- | ok (ALTER TABLE)
-- @dialect postgresql
CREATE TABLE u(a int, CONSTRAINT x CHECK (a > 0), CONSTRAINT x CHECK (a > 1));
-- | error 42710 check constraint "x" already exists
CREATE TABLE u(a int, CONSTRAINT x CHECK (a > 0), CONSTRAINT x UNIQUE (a));
-- | error 42710 constraint "x" for relation "u" already exists
CREATE TABLE u(a int, CONSTRAINT x PRIMARY KEY (a), CONSTRAINT x UNIQUE (a));
-- | ok (CREATE TABLE)
CREATE TABLE u(a int PRIMARY KEY, b int, CONSTRAINT x CHECK (a > 0), CONSTRAINT x FOREIGN KEY (b) REFERENCES u(a));
-- | error 42P07 relation "u" already exists
CREATE TABLE u(a int, CONSTRAINT u_pkey CHECK (a > 0), PRIMARY KEY (a));
-- | error 42P07 relation "u" already exists
CREATE TABLE u2(a int CONSTRAINT x NOT NULL, b int CONSTRAINT x NOT NULL);
-- | error 42710 constraint "x" for relation "u2" already exists
CREATE TABLE r(id int, during int4range, room int);
-- | ok (CREATE TABLE)
INSERT INTO r VALUES (1, '[1,5)', 1), (2, '[5,9)', 1), (3, '[3,6)', 1), (4, '[3,6)', 2);
-- | ok, 4 rows (INSERT 0 4)
ALTER TABLE r ADD CONSTRAINT nov EXCLUDE USING gist (during WITH &&);
-- | error 23P01 could not create exclusion constraint "nov"
-- |   detail: Key (during)=([1,5)) conflicts with key (during)=([3,6)).
ALTER TABLE r ADD EXCLUDE USING gist (room WITH =, during WITH &&);
-- | error 42704 data type integer has no default operator class for access method "gist"
-- |   hint: You must specify an operator class for the index or define a default operator class for the data type.
DELETE FROM r WHERE id = 3;
-- | ok, 1 row (DELETE 1)
ALTER TABLE r ADD CONSTRAINT nov EXCLUDE USING gist (during WITH &&);
-- | error 23P01 could not create exclusion constraint "nov"
-- |   detail: Key (during)=([1,5)) conflicts with key (during)=([3,6)).
DELETE FROM r WHERE id = 4;
-- | ok, 1 row (DELETE 1)
ALTER TABLE r ADD CONSTRAINT nov EXCLUDE USING gist (during WITH &&);
-- | ok (ALTER TABLE)
INSERT INTO r VALUES (5, '[8,10)', 1);
-- | error 23P01 conflicting key value violates exclusion constraint "nov"
-- |   detail: Key (during)=([8,10)) conflicts with existing key (during)=([5,9)).
INSERT INTO r VALUES (5, '[8,10)', 1) ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO r VALUES (5, '[8,10)', 1) ON CONFLICT ON CONSTRAINT nov DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO r VALUES (5, '[8,10)', 1) ON CONFLICT ON CONSTRAINT nov DO UPDATE SET id = 5;
-- | error 42809 ON CONFLICT DO UPDATE not supported with exclusion constraints
INSERT INTO r VALUES (5, '[8,10)', 1) ON CONFLICT (during) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
