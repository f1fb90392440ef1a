-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE p(id int PRIMARY KEY, k text UNIQUE, a int, b int, UNIQUE(a,b));
-- | ok (CREATE TABLE)
INSERT INTO p VALUES(1,'x',1,1),(2,'y',1,2),(3,'z',2,1);
-- | ok, 3 rows (INSERT 0 3)
CREATE TABLE c(id int PRIMARY KEY, pk text REFERENCES p(k) ON UPDATE CASCADE ON DELETE SET NULL, a int, b int, FOREIGN KEY(a,b) REFERENCES p(a,b) MATCH FULL);
-- | ok (CREATE TABLE)
INSERT INTO c VALUES(1,'x',1,1),(2,'y',NULL,NULL);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO c VALUES(3,'x',1,NULL);
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_a_b_fkey"
-- |   detail: MATCH FULL does not allow mixing of null and nonnull key values.
INSERT INTO c VALUES(3,'nope',1,2);
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_pk_fkey"
-- |   detail: Key (pk)=(nope) is not present in table "p".
INSERT INTO c VALUES(3,'x',9,9);
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_a_b_fkey"
-- |   detail: Key (a, b)=(9, 9) is not present in table "p".
UPDATE p SET k='xx' WHERE id=1;
-- | ok, 1 row (UPDATE 1)
DELETE FROM p WHERE id=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_a_b_fkey" on table "c"
-- |   detail: Key (a, b)=(1, 1) is still referenced from table "c".
DELETE FROM p WHERE id=2;
-- | ok, 1 row (DELETE 1)
SELECT * FROM c ORDER BY id;
-- | id | pk | a | b
-- | 1 | 'xx' | 1 | 1
-- | 2 | NULL | NULL | NULL
-- | ok (SELECT 2)
UPDATE p SET a=5 WHERE id=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_a_b_fkey" on table "c"
-- |   detail: Key (a, b)=(1, 1) is still referenced from table "c".
CREATE TABLE d(id int PRIMARY KEY, a int, b int, CONSTRAINT dfk FOREIGN KEY(a,b) REFERENCES p(a,b) ON DELETE SET NULL (b) ON UPDATE NO ACTION);
-- | ok (CREATE TABLE)
INSERT INTO d VALUES(1,2,1),(2,7,NULL);
-- | ok, 2 rows (INSERT 0 2)
DELETE FROM p WHERE id=3;
-- | ok, 1 row (DELETE 1)
SELECT * FROM d;
-- | id | a | b
-- | 2 | 7 | NULL
-- | 1 | 2 | NULL
-- | ok (SELECT 2)
CREATE TABLE e(id int REFERENCES p ON DELETE RESTRICT);
-- | ok (CREATE TABLE)
INSERT INTO e VALUES(1);
-- | ok, 1 row (INSERT 0 1)
DELETE FROM p WHERE id=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_a_b_fkey" on table "c"
-- |   detail: Key (a, b)=(1, 1) is still referenced from table "c".
UPDATE p SET id=11 WHERE id=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "e_id_fkey" on table "e"
-- |   detail: Key (id)=(1) is still referenced from table "e".
INSERT INTO p VALUES(1,'q',8,8) ON CONFLICT(id) DO UPDATE SET id=12;
-- | error 23503 update or delete on table "p" violates foreign key constraint "e_id_fkey" on table "e"
-- |   detail: Key (id)=(1) is still referenced from table "e".
TRUNCATE p;
-- | error 0A000 cannot truncate a table referenced in a foreign key constraint
-- |   detail: Table "c" references "p".
-- |   hint: Truncate table "c" at the same time, or use TRUNCATE ... CASCADE.
TRUNCATE p CASCADE;
-- | NOTICE 00000 truncate cascades to table "c"
-- | NOTICE 00000 truncate cascades to table "d"
-- | NOTICE 00000 truncate cascades to table "e"
-- | ok (TRUNCATE TABLE)
DROP TABLE p;
-- | error 2BP01 cannot drop table p because other objects depend on it
-- |   detail: constraint c_pk_fkey on table c depends on table p
-- |     constraint c_a_b_fkey on table c depends on table p
-- |     constraint dfk on table d depends on table p
-- |     constraint e_id_fkey on table e depends on table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
CREATE TABLE bad1(x int REFERENCES p(a));
-- | error 42830 there is no unique constraint matching given keys for referenced table "p"
CREATE TABLE bad2(x int REFERENCES nope(a));
-- | error 42P01 relation "nope" does not exist
CREATE TABLE bad3(x int REFERENCES p(nope));
-- | error 42703 column "nope" referenced in foreign key constraint does not exist
CREATE TABLE bad4(x text REFERENCES p(id));
-- | error 42804 foreign key constraint "bad4_x_fkey" cannot be implemented
-- |   detail: Key columns "x" of the referencing table and "id" of the referenced table are of incompatible types: text and integer.
CREATE TABLE bad5(x int, FOREIGN KEY(y) REFERENCES p(id));
-- | error 42703 column "y" referenced in foreign key constraint does not exist
CREATE TABLE bad6(x int, FOREIGN KEY(x) REFERENCES p(a,b));
-- | error 42830 number of referencing and referenced columns for foreign key disagree
CREATE TABLE bad7(x int REFERENCES p ON DELETE SET NULL (y));
-- | error 42703 column "y" referenced in foreign key constraint does not exist
CREATE TABLE bad8(x int, FOREIGN KEY(x) REFERENCES p ON DELETE SET NULL (y));
-- | error 42703 column "y" referenced in foreign key constraint does not exist
CREATE TABLE bad9(x int, y int, FOREIGN KEY(x) REFERENCES p ON DELETE SET NULL (y));
-- | error 42P10 column "y" referenced in ON DELETE SET action must be part of foreign key
CREATE TABLE bad10(x int, FOREIGN KEY(x) REFERENCES p ON UPDATE SET NULL (x));
-- | error 0A000 a column list with SET NULL is only supported for ON DELETE actions
CREATE TABLE bad11(x int REFERENCES p MATCH PARTIAL);
-- | error 0A000 MATCH PARTIAL not yet implemented
CREATE TABLE bad12(x int GENERATED ALWAYS AS (1) STORED REFERENCES p ON DELETE SET NULL);
-- | error 42601 invalid ON DELETE action for foreign key constraint containing generated column
CREATE TABLE bad13(x int GENERATED ALWAYS AS (1) STORED REFERENCES p ON UPDATE CASCADE);
-- | error 42601 invalid ON UPDATE action for foreign key constraint containing generated column
CREATE TABLE bad14(x int, x int);
-- | error 42701 column "x" specified more than once
CREATE TABLE bad15(x int PRIMARY KEY, y int PRIMARY KEY);
-- | error 42P16 multiple primary keys for table "bad15" are not allowed
CREATE TABLE bad16(x int, PRIMARY KEY(y));
-- | error 42703 column "y" named in key does not exist
CREATE TABLE bad17(x int, PRIMARY KEY(x,x));
-- | error 42701 column "x" appears twice in primary key constraint
CREATE TABLE bad18(x int NULL NOT NULL);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "x" of table "bad18"
CREATE TABLE bad19(x int NULL PRIMARY KEY);
-- | error 42601 conflicting NULL/NOT NULL declarations for column "x" of table "bad19"
CREATE TABLE bad20(x int DEFAULT 1 DEFAULT 2);
-- | error 42601 multiple default values specified for column "x" of table "bad20"
CREATE TABLE bad21(x int DEFAULT y);
-- | error 0A000 cannot use column reference in DEFAULT expression
CREATE TABLE bad22(x int DEFAULT (SELECT 1));
-- | error 0A000 cannot use subquery in DEFAULT expression
CREATE TABLE bad23(x int CHECK((SELECT 1)>0));
-- | error 0A000 cannot use subquery in check constraint
CREATE TABLE bad24(x int CHECK(count(*)>0));
-- | error 42803 aggregate functions are not allowed in check constraints
CREATE TABLE bad25(x int CHECK(x));
-- | error 42804 argument of CHECK must be type boolean, not type integer
CREATE TABLE bad26(x int CHECK(nope>0));
-- | error 42703 column "nope" does not exist
CREATE TABLE bad27(x nope);
-- | error 42704 type "nope" does not exist
CREATE TABLE bad28(x int COLLATE "C");
-- | error 42804 collations are not supported by type integer
CREATE TABLE bad29(x varchar(0));
-- | error 22023 length for type varchar must be at least 1
CREATE TABLE bad30(x numeric(3,5), y numeric(2000));
-- | error 22023 NUMERIC precision 2000 must be between 1 and 1000
CREATE TABLE bad31(x int GENERATED ALWAYS AS (y) STORED);
-- | error 42703 column "y" does not exist
CREATE TABLE bad32(x int, y int GENERATED ALWAYS AS (x+random()) STORED);
-- | error 42P17 generation expression is not immutable
CREATE TABLE bad33(x int, y int GENERATED ALWAYS AS (x) STORED, z int GENERATED ALWAYS AS (y) STORED);
-- | error 42P17 cannot use generated column "y" in column generation expression
-- |   detail: A generated column cannot reference another generated column.
CREATE TABLE bad34(x int GENERATED ALWAYS AS IDENTITY DEFAULT 1);
-- | error 42601 both default and identity specified for column "x" of table "bad34"
CREATE TABLE bad35(x text GENERATED ALWAYS AS IDENTITY);
-- | error 22023 identity column type must be smallint, integer, or bigint
CREATE TABLE bad36(x int UNIQUE UNIQUE);
-- | ok (CREATE TABLE)
CREATE TABLE bad37(x int CONSTRAINT c1 CHECK(x>0) CONSTRAINT c1 CHECK(x>1));
-- | error 42710 check constraint "c1" already exists
CREATE TABLE bad38(x int CONSTRAINT c1 UNIQUE CONSTRAINT c1 CHECK(x>1));
-- | error 42710 constraint "c1" for relation "bad38" already exists
CREATE TABLE bad39(x int CONSTRAINT p UNIQUE);
-- | error 42P07 relation "p" already exists
CREATE TABLE bad40(x serial DEFAULT 5);
-- | error 42601 multiple default values specified for column "x" of table "bad40"
CREATE TABLE bad43(x int CHECK(x>0) DEFERRABLE);
-- | error 42601 misplaced DEFERRABLE clause
CREATE TABLE bad44(x int NOT NULL DEFERRABLE);
-- | error 42601 misplaced DEFERRABLE clause
CREATE TABLE bad45(x int UNIQUE NOT DEFERRABLE INITIALLY DEFERRED);
-- | error 42601 constraint declared INITIALLY DEFERRED must be DEFERRABLE
CREATE TABLE bad46(x int UNIQUE DEFERRABLE DEFERRABLE);
-- | error 42601 multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed
CREATE TABLE bad48(x int, EXCLUDE USING gist (x WITH =));
-- | error 42704 data type integer has no default operator class for access method "gist"
-- |   hint: You must specify an operator class for the index or define a default operator class for the data type.
CREATE TABLE bad49(x int, EXCLUDE (x WITH =));
-- | ok (CREATE TABLE)
CREATE TABLE p(x int);
-- | error 42P07 relation "p" already exists
CREATE TABLE IF NOT EXISTS p(x int);
-- | NOTICE 42P07 relation "p" already exists, skipping
-- | ok (CREATE TABLE)
CREATE TEMP TABLE p(x int);
-- | ok (CREATE TABLE)
SELECT * FROM p;
-- | x
-- | ok (SELECT 0)
DROP TABLE p;
-- | ok (DROP TABLE)
DROP TABLE IF EXISTS nope, nope2;
-- | NOTICE 00000 table "nope" does not exist, skipping
-- | NOTICE 00000 table "nope2" does not exist, skipping
-- | ok (DROP TABLE)
DROP TABLE nope;
-- | error 42P01 table "nope" does not exist
DROP TABLE p, c;
-- | error 2BP01 cannot drop desired object(s) because other objects depend on them
-- |   detail: constraint dfk on table d depends on table p
-- |     constraint e_id_fkey on table e depends on table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.

-- @dialect postgresql
CREATE TABLE t(a int, b int, c text, CONSTRAINT t_a_key CHECK(a>0));
-- | ok (CREATE TABLE)
ALTER TABLE t ADD UNIQUE(a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD UNIQUE(a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD UNIQUE(a,b) INCLUDE(c);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CHECK(a>b);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CHECK(a>0);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CHECK(a>0 AND c<>'');
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CHECK(1>0);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES t(a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD FOREIGN KEY(b) REFERENCES t(a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD FOREIGN KEY(b) REFERENCES t(a);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD FOREIGN KEY(b,a) REFERENCES t(a,b);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD EXCLUDE(c WITH =);
-- | ok (ALTER TABLE)
ALTER TABLE t ADD PRIMARY KEY(a,b);
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER c SET NOT NULL;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CONSTRAINT nn NOT NULL c;
-- | error 55000 cannot create not-null constraint "nn" on column "c" of table "t"
-- |   detail: A not-null constraint named "t_c_not_null" already exists for this column.
ALTER TABLE t ALTER c DROP NOT NULL;
-- | ok (ALTER TABLE)
ALTER TABLE t ALTER a DROP NOT NULL;
-- | error 42P16 column "a" is in a primary key
ALTER TABLE t ADD CONSTRAINT nn NOT NULL c;
-- | ok (ALTER TABLE)
ALTER TABLE t ADD CONSTRAINT nn2 NOT NULL c;
-- | error 55000 cannot create not-null constraint "nn2" on column "c" of table "t"
-- |   detail: A not-null constraint named "nn" already exists for this column.
CREATE INDEX ON t(a);
-- | ok (CREATE INDEX)
CREATE INDEX ON t(a);
-- | ok (CREATE INDEX)
CREATE INDEX ON t(a,b) INCLUDE (c);
-- | ok (CREATE INDEX)
CREATE INDEX ON t((a*2));
-- | ok (CREATE INDEX)
CREATE INDEX ON t((a*2),(b*2));
-- | ok (CREATE INDEX)
CREATE INDEX ON t(lower(c),upper(c));
-- | ok (CREATE INDEX)
CREATE INDEX ON t(substr(c,1,2));
-- | ok (CREATE INDEX)
CREATE INDEX ON t(coalesce(c,''));
-- | ok (CREATE INDEX)
CREATE INDEX ON t((c||'x'));
-- | ok (CREATE INDEX)
CREATE INDEX ON t((a::text));
-- | ok (CREATE INDEX)
CREATE INDEX ON t((CASE WHEN a>0 THEN 1 END));
-- | ok (CREATE INDEX)
CREATE INDEX ON t((a IS NULL));
-- | ok (CREATE INDEX)
CREATE INDEX ON t(a DESC NULLS LAST, b) WHERE c IS NOT NULL AND a>0 OR b=1;
-- | ok (CREATE INDEX)
SELECT conname,contype,pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='t'::regclass ORDER BY conname;
-- | conname | contype | pg_get_constraintdef
-- | 'nn' | 'n' | 'NOT NULL c'
-- | 't_a_b_c_key' | 'u' | 'UNIQUE (a, b) INCLUDE (c)'
-- | 't_a_check' | 'c' | 'CHECK ((a > 0))'
-- | 't_a_fkey' | 'f' | 'FOREIGN KEY (a) REFERENCES t(a)'
-- | 't_a_key' | 'c' | 'CHECK ((a > 0))'
-- | 't_a_key1' | 'u' | 'UNIQUE (a)'
-- | 't_a_key2' | 'u' | 'UNIQUE (a)'
-- | 't_a_not_null' | 'n' | 'NOT NULL a'
-- | 't_b_a_fkey' | 'f' | 'FOREIGN KEY (b, a) REFERENCES t(a, b)'
-- | 't_b_fkey' | 'f' | 'FOREIGN KEY (b) REFERENCES t(a)'
-- | 't_b_fkey1' | 'f' | 'FOREIGN KEY (b) REFERENCES t(a)'
-- | 't_b_not_null' | 'n' | 'NOT NULL b'
-- | 't_c_excl' | 'x' | 'EXCLUDE USING btree (c WITH =)'
-- | 't_check' | 'c' | 'CHECK ((a > b))'
-- | 't_check1' | 'c' | 'CHECK (((a > 0) AND (c <> ''''::text)))'
-- | 't_check2' | 'c' | 'CHECK ((1 > 0))'
-- | 't_pkey' | 'p' | 'PRIMARY KEY (a, b)'
-- | ok (SELECT 17)
CREATE TABLE "Weird Name"("Col A" int UNIQUE, "select" text PRIMARY KEY, CHECK("Col A">0));
-- | ok (CREATE TABLE)
INSERT INTO "Weird Name" VALUES(1,'x');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO "Weird Name" VALUES(1,'y');
-- | error 23505 duplicate key value violates unique constraint "Weird Name_Col A_key"
-- |   detail: Key ("Col A")=(1) already exists.
INSERT INTO "Weird Name" VALUES(2,'x');
-- | error 23505 duplicate key value violates unique constraint "Weird Name_pkey"
-- |   detail: Key ("select")=(x) already exists.
INSERT INTO "Weird Name" VALUES(-2,'z');
-- | error 23514 new row for relation "Weird Name" violates check constraint "Weird Name_Col A_check"
-- |   detail: Failing row contains (-2, z).
INSERT INTO "Weird Name" VALUES(5,NULL);
-- | error 23502 null value in column "select" of relation "Weird Name" violates not-null constraint
-- |   detail: Failing row contains (5, null).
SELECT conname,pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='"Weird Name"'::regclass ORDER BY conname;
-- | conname | pg_get_constraintdef
-- | 'Weird Name_Col A_check' | 'CHECK (("Col A" > 0))'
-- | 'Weird Name_Col A_key' | 'UNIQUE ("Col A")'
-- | 'Weird Name_pkey' | 'PRIMARY KEY ("select")'
-- | 'Weird Name_select_not_null' | 'NOT NULL "select"'
-- | ok (SELECT 4)
CREATE TABLE aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg(x int);
-- | NOTICE 42622 identifier "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg" will be truncated to "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg"
-- | ok (CREATE TABLE)
SELECT relname FROM pg_class WHERE relname LIKE 'aaaaaaaaaa%';
-- | relname
-- | 'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg'
-- | ok (SELECT 1)
CREATE TABLE a23456789012345678901234567890(b23456789012345678901234567890123456789 int UNIQUE CHECK(b23456789012345678901234567890123456789>0), c23456789012345678901234567890123456789 serial, UNIQUE(b23456789012345678901234567890123456789,c23456789012345678901234567890123456789));
-- | ok (CREATE TABLE)
SELECT conname,contype FROM pg_constraint WHERE conrelid='a23456789012345678901234567890'::regclass ORDER BY 1;
-- | conname | contype
-- | 'a2345678901234567890123456789_b2345678901234567890123456789_key' | 'u'
-- | 'a2345678901234567890123456789_b234567890123456789012345678_key1' | 'u'
-- | 'a234567890123456789012345678_b234567890123456789012345678_check' | 'c'
-- | 'a23456789012345678901234567_c2345678901234567890123456_not_null' | 'n'
-- | ok (SELECT 4)
SELECT relname,relkind FROM pg_class WHERE relname LIKE 'a2345%' ORDER BY 1;
-- | relname | relkind
-- | 'a23456789012345678901234567890' | 'r'
-- | 'a2345678901234567890123456789_b2345678901234567890123456789_key' | 'i'
-- | 'a2345678901234567890123456789_b234567890123456789012345678_key1' | 'i'
-- | 'a2345678901234567890123456789_c2345678901234567890123456789_seq' | 'S'
-- | ok (SELECT 4)
CREATE INDEX ON a23456789012345678901234567890(lower(b23456789012345678901234567890123456789::text));
-- | ok (CREATE INDEX)
CREATE INDEX ON a23456789012345678901234567890(b23456789012345678901234567890123456789);
-- | ok (CREATE INDEX)
CREATE INDEX ON a23456789012345678901234567890(b23456789012345678901234567890123456789);
-- | ok (CREATE INDEX)
SELECT relname,relkind FROM pg_class WHERE relname LIKE 'a2345%' ORDER BY 1;
-- | relname | relkind
-- | 'a23456789012345678901234567890' | 'r'
-- | 'a23456789012345678901234567890_lower_idx' | 'i'
-- | 'a2345678901234567890123456789_b2345678901234567890123456789_idx' | 'i'
-- | 'a2345678901234567890123456789_b2345678901234567890123456789_key' | 'i'
-- | 'a2345678901234567890123456789_b234567890123456789012345678_idx1' | 'i'
-- | 'a2345678901234567890123456789_b234567890123456789012345678_key1' | 'i'
-- | 'a2345678901234567890123456789_c2345678901234567890123456789_seq' | 'S'
-- | ok (SELECT 7)
CREATE TABLE éàü(ñ int UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO éàü VALUES(1),(1);
-- | error 23505 duplicate key value violates unique constraint "éàü_ñ_key"
-- |   detail: Key ("ñ")=(1) already exists.
CREATE TABLE cn(a int CONSTRAINT pos CHECK(a>0), b int CONSTRAINT pos2 CHECK(b>0) CONSTRAINT nn NOT NULL CONSTRAINT uq UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO cn VALUES(0,0);
-- | error 23514 new row for relation "cn" violates check constraint "pos"
-- |   detail: Failing row contains (0, 0).
INSERT INTO cn VALUES(1,NULL);
-- | error 23502 null value in column "b" of relation "cn" violates not-null constraint
-- |   detail: Failing row contains (1, null).
ALTER TABLE cn RENAME CONSTRAINT pos TO zpos;
-- | ok (ALTER TABLE)
INSERT INTO cn VALUES(0,0);
-- | error 23514 new row for relation "cn" violates check constraint "pos2"
-- |   detail: Failing row contains (0, 0).
ALTER TABLE cn RENAME CONSTRAINT nope TO zpos;
-- | error 42704 constraint "nope" for table "cn" does not exist
ALTER TABLE cn RENAME CONSTRAINT uq TO zpos;
-- | error 42710 constraint "zpos" for relation "cn" already exists
ALTER TABLE cn RENAME COLUMN a TO aa;
-- | ok (ALTER TABLE)
ALTER TABLE cn RENAME TO cn2;
-- | ok (ALTER TABLE)
INSERT INTO cn2 VALUES(0,5);
-- | error 23514 new row for relation "cn2" violates check constraint "zpos"
-- |   detail: Failing row contains (0, 5).
ALTER TABLE cn2 DROP COLUMN b;
-- | ok (ALTER TABLE)
SELECT conname FROM pg_constraint WHERE conrelid='cn2'::regclass ORDER BY conname;
-- | conname
-- | 'zpos'
-- | ok (SELECT 1)
ALTER TABLE cn2 ADD COLUMN IF NOT EXISTS c int;
-- | ok (ALTER TABLE)
ALTER TABLE cn2 DROP COLUMN zz;
-- | error 42703 column "zz" of relation "cn2" does not exist
ALTER TABLE cn2 DROP COLUMN IF EXISTS zz;
-- | NOTICE 00000 column "zz" of relation "cn2" does not exist, skipping
-- | ok (ALTER TABLE)
ALTER TABLE cn2 ALTER COLUMN zz TYPE text;
-- | error 42703 column "zz" of relation "cn2" does not exist
ALTER TABLE nope ADD COLUMN c int;
-- | error 42P01 relation "nope" does not exist
ALTER TABLE IF EXISTS nope ADD COLUMN c int;
-- | NOTICE 00000 relation "nope" does not exist, skipping
-- | ok (ALTER TABLE)
