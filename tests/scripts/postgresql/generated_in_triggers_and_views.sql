-- Generated columns in triggers, DEFAULT and old rows through views, keys of casts. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id serial PRIMARY KEY, a text, n int DEFAULT 3, g int GENERATED ALWAYS AS (n * 2), s int GENERATED ALWAYS AS (n + 1) STORED);
-- | ok (CREATE TABLE)
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN RAISE NOTICE 'del % %', OLD.g, OLD; RETURN OLD; END IF; RAISE NOTICE '% % % % %', TG_WHEN, TG_OP, NEW.g, NEW.s, NEW; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER b BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER a AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- | ok (CREATE TRIGGER)
INSERT INTO t(a) VALUES ('x') RETURNING *;
-- | NOTICE 00000 BEFORE INSERT <NULL> <NULL> (1,x,3,,)
-- | NOTICE 00000 AFTER INSERT <NULL> 4 (1,x,3,,4)
-- | id | a | n | g | s
-- | 1 | 'x' | 3 | 6 | 4
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET n = 5 RETURNING *, old.g, new.g;
-- | NOTICE 00000 BEFORE UPDATE <NULL> <NULL> (1,x,5,,)
-- | NOTICE 00000 AFTER UPDATE <NULL> 6 (1,x,5,,6)
-- | id | a | n | g | s | g | g
-- | 1 | 'x' | 5 | 10 | 6 | 6 | 10
-- | ok, 1 row (UPDATE 1)
INSERT INTO t(id, a) VALUES (1, 'y') ON CONFLICT (id) DO UPDATE SET n = t.n + 1 RETURNING *, xmax = 0;
-- | NOTICE 00000 BEFORE INSERT <NULL> <NULL> (1,y,3,,)
-- | NOTICE 00000 BEFORE UPDATE <NULL> <NULL> (1,x,6,,)
-- | NOTICE 00000 AFTER UPDATE <NULL> 7 (1,x,6,,7)
-- | id | a | n | g | s | ?column?
-- | 1 | 'x' | 6 | 12 | 7 | false
-- | ok, 1 row (INSERT 0 1)
CREATE TRIGGER w AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.g > OLD.g) EXECUTE FUNCTION tf();
-- | ok (CREATE TRIGGER)
UPDATE t SET n = 7 RETURNING *;
-- | NOTICE 00000 BEFORE UPDATE <NULL> <NULL> (1,x,7,,)
-- | NOTICE 00000 AFTER UPDATE <NULL> 8 (1,x,7,,8)
-- | NOTICE 00000 AFTER UPDATE <NULL> 8 (1,x,7,,8)
-- | id | a | n | g | s
-- | 1 | 'x' | 7 | 14 | 8
-- | ok, 1 row (UPDATE 1)
DELETE FROM t RETURNING *, xmax = 0;
-- | NOTICE 00000 del <NULL> (1,x,7,,8)
-- | NOTICE 00000 del <NULL> (1,x,7,,8)
-- | id | a | n | g | s | ?column?
-- | 1 | 'x' | 7 | 14 | 8 | false
-- | ok, 1 row (DELETE 1)
CREATE TRIGGER x1 BEFORE INSERT OR DELETE ON t FOR EACH ROW WHEN (NEW.n > 1) EXECUTE FUNCTION tf();
-- | error 42P17 DELETE trigger's WHEN condition cannot reference NEW values
CREATE TRIGGER x2 BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (OLD.n > 1) EXECUTE FUNCTION tf();
-- | error 42P17 INSERT trigger's WHEN condition cannot reference OLD values
CREATE TRIGGER x3 BEFORE UPDATE OR DELETE ON t FOR EACH ROW WHEN (OLD.n > 100) EXECUTE FUNCTION tf();
-- | ok (CREATE TRIGGER)
CREATE TRIGGER x4 BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.g > 1) EXECUTE FUNCTION tf();
-- | error 42P17 BEFORE trigger's WHEN condition cannot reference NEW generated columns
-- |   detail: Column "g" is a generated column.

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, n int DEFAULT 3, i int GENERATED ALWAYS AS IDENTITY);
-- | ok (CREATE TABLE)
CREATE VIEW v AS SELECT id, a AS b, n, i FROM t WHERE n < 10 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO v(id, b) VALUES (1, 'x') ON CONFLICT ON CONSTRAINT t_pkey DO NOTHING;
-- | error 42704 constraint "t_pkey" for table "v" does not exist
INSERT INTO v(id, b, n) VALUES (1, 'x', DEFAULT) RETURNING *;
-- | id | b | n | i
-- | 1 | 'x' | 3 | 1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO v(id, b, n) VALUES (2, 'y', DEFAULT), (3, 'z', 4) RETURNING old IS NULL, new IS NULL, new.b;
-- | ?column? | ?column? | b
-- | true | false | 'y'
-- | true | false | 'z'
-- | ok, 2 rows (INSERT 0 2)
UPDATE v SET n = DEFAULT WHERE id = 1 RETURNING old.n, new.n, old IS NULL;
-- | error 44000 new row violates check option for view "v"
-- |   detail: Failing row contains (1, x, null, 1).
UPDATE v SET (n, b) = (DEFAULT, 'q') WHERE id = 2 RETURNING *;
-- | error 44000 new row violates check option for view "v"
-- |   detail: Failing row contains (2, q, null, 2).
UPDATE v SET i = DEFAULT;
-- | error 428C9 column "i" can only be updated to DEFAULT
-- |   detail: Column "i" is an identity column defined as GENERATED ALWAYS.
UPDATE v SET n = 20 WHERE id = 3;
-- | error 44000 new row violates check option for view "v"
-- |   detail: Failing row contains (3, z, 20, 3).
INSERT INTO v(id, b, n) VALUES (3, 'new', 5) ON CONFLICT (id) DO UPDATE SET b = excluded.b, n = DEFAULT RETURNING *, old.n;
-- | error 44000 new row violates check option for view "v"
-- |   detail: Failing row contains (3, new, null, 3).
INSERT INTO v(id, b, n) VALUES (3, 'new', 5) ON CONFLICT (b) DO UPDATE SET n = excluded.n RETURNING *;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(3) already exists.
INSERT INTO v(id, b, n) VALUES (4, 'new', 50) ON CONFLICT (b) DO UPDATE SET n = excluded.n RETURNING *;
-- | error 44000 new row violates check option for view "v"
-- |   detail: Failing row contains (4, new, 50, 6).
SELECT v FROM v WHERE id = 3;
-- | v
-- | '(3,z,4,3)'
-- | ok (SELECT 1)
DELETE FROM v WHERE id = 3 RETURNING old.b, old, new IS NULL;
-- | b | old | ?column?
-- | 'z' | '(3,z,4,3)' | true
-- | ok, 1 row (DELETE 1)
UPDATE v SET n = 1 RETURNING xmax;
-- | error 42703 column "xmax" does not exist
SELECT * FROM t ORDER BY id;
-- | id | a | n | i
-- | 1 | 'x' | 3 | 1
-- | 2 | 'y' | 3 | 2
-- | ok (SELECT 2)
SELECT column_name, data_type, column_default, is_identity FROM information_schema.columns WHERE table_name = 'v' ORDER BY ordinal_position;
-- | column_name | data_type | column_default | is_identity
-- | 'id' | 'integer' | NULL | 'NO'
-- | 'b' | 'text' | NULL | 'NO'
-- | 'n' | 'integer' | NULL | 'NO'
-- | 'i' | 'integer' | NULL | 'NO'
-- | ok (SELECT 4)
ALTER VIEW v RENAME COLUMN b TO c;
-- | ok (ALTER VIEW)
SELECT column_name FROM information_schema.columns WHERE table_name = 'v' ORDER BY ordinal_position;
-- | column_name
-- | 'id'
-- | 'c'
-- | 'n'
-- | 'i'
-- | ok (SELECT 4)
CREATE UNIQUE INDEX ux ON t ((n::text));
-- | error 23505 could not create unique index "ux"
-- |   detail: Key ((n::text))=(3) is duplicated.
INSERT INTO t(id, n) VALUES (90, 8);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id, n) VALUES (91, 8);
-- | ok, 1 row (INSERT 0 1)
SELECT indexdef FROM pg_indexes WHERE indexname = 'ux';
-- | indexdef
-- | ok (SELECT 0)
SELECT E'\x00';
-- | error 22021 invalid byte sequence for encoding "UTF8": 0x00
SELECT E'a\000b';
-- | error 22021 invalid byte sequence for encoding "UTF8": 0x00
SELECT 't'::regclass::oid = 't'::regclass;
-- | ?column?
-- | true
-- | ok (SELECT 1)
SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass::oid ORDER BY 1;
-- | conname
-- | 't_a_key'
-- | 't_i_not_null'
-- | 't_id_not_null'
-- | 't_pkey'
-- | ok (SELECT 4)
SELECT 't'::regclass::oid::regclass, 't'::regclass::text;
-- | regclass | text
-- | t | 't'
-- | ok (SELECT 1)
SELECT count(*) FROM pg_class WHERE oid = 't'::regclass::oid;
-- | count
-- | 1
-- | ok (SELECT 1)
SELECT date_trunc('day', '2024-01-01');
-- | error 42725 function date_trunc(unknown, unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT extract(year FROM '2024-01-01');
-- | error 42725 function pg_catalog.extract(unknown, unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT extract(year FROM date '2024-01-01');
-- | extract
-- | 2024
-- | ok (SELECT 1)
SELECT to_char('5', '9');
-- | error 42725 function to_char(unknown, unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
SELECT to_char(5, '9'), to_char(timestamp '2024-01-01', 'YYYY');
-- | to_char | to_char
-- | ' 5' | '2024'
-- | ok (SELECT 1)
SELECT trunc('5.5'), trunc(5.5);
-- | error 42725 function trunc(unknown) is not unique
-- |   hint: Could not choose a best candidate function. You might need to add explicit type casts.
