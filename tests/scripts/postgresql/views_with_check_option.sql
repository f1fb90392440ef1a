-- Which rows may be written through a view WITH CHECK OPTION, and what may OR REPLACE change? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t(id int primary key, v int, g int GENERATED ALWAYS AS (v + 1) VIRTUAL, n text UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 10), (2, 20);
-- | ok, 2 rows (INSERT 0 2)
CREATE VIEW w AS SELECT * FROM t WHERE v < 100 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO w VALUES (6, 200);
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (6, 200, virtual, null).
INSERT INTO w VALUES (6, 50);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO w VALUES (1, 500);
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO w VALUES (7, NULL);
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (7, null, virtual, null).
UPDATE w SET v = 500 WHERE id = 6;
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (6, 500, virtual, null).
UPDATE w SET id = 1, v = 500 WHERE id = 6;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO w VALUES (6, 60) ON CONFLICT (id) DO UPDATE SET v = 700;
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (6, 700, virtual, null).
INSERT INTO w VALUES (6, 600) ON CONFLICT (id) DO UPDATE SET v = 70;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO w VALUES (6, 60) ON CONFLICT (id) DO UPDATE SET v = excluded.v + w.v RETURNING *;
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (6, 130, virtual, null).
INSERT INTO w VALUES (6, 600) ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO w VALUES (6, 600) ON CONFLICT DO NOTHING RETURNING *;
-- | id | v | g | n
-- | ok, 0 rows (INSERT 0 0)
SELECT * FROM t ORDER BY id;
-- | id | v | g | n
-- | 1 | 10 | 11 | NULL
-- | 2 | 20 | 21 | NULL
-- | 6 | 70 | 71 | NULL
-- | ok (SELECT 3)
CREATE VIEW w2 AS SELECT * FROM w WHERE id > 0 WITH LOCAL CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO w2 VALUES (-1, 5);
-- | error 44000 new row violates check option for view "w2"
-- |   detail: Failing row contains (-1, 5, virtual, null).
INSERT INTO w2 VALUES (7, 500);
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (7, 500, virtual, null).
INSERT INTO w2 VALUES (8, 50) RETURNING *;
-- | id | v | g | n
-- | 8 | 50 | 51 | NULL
-- | ok, 1 row (INSERT 0 1)
UPDATE w2 SET v = v + 1 WHERE id = 8 RETURNING *;
-- | id | v | g | n
-- | 8 | 51 | 52 | NULL
-- | ok, 1 row (UPDATE 1)
UPDATE w2 SET v = 1000 WHERE id = 8;
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (8, 1000, virtual, null).
UPDATE w2 SET v = 1000 WHERE id = 800;
-- | ok, 0 rows (UPDATE 0)
DELETE FROM w2 WHERE id = 8 RETURNING id;
-- | id
-- | 8
-- | ok, 1 row (DELETE 1)
CREATE VIEW w3 AS SELECT * FROM t WHERE id > 0;
-- | ok (CREATE VIEW)
CREATE VIEW w4 AS SELECT * FROM w3 WHERE v > 0 WITH LOCAL CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO w4 VALUES (-9, 5);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO w4 VALUES (8, -5);
-- | error 44000 new row violates check option for view "w4"
-- |   detail: Failing row contains (8, -5, virtual, null).
CREATE VIEW w5 AS SELECT * FROM w3 WHERE v > 0 WITH CASCADED CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO w5 VALUES (-10, 5);
-- | error 44000 new row violates check option for view "w3"
-- |   detail: Failing row contains (-10, 5, virtual, null).
INSERT INTO w3 VALUES (-10, 5);
-- | ok, 1 row (INSERT 0 1)
UPDATE w3 SET id = -11 WHERE id = 1;
-- | ok, 1 row (UPDATE 1)
CREATE VIEW bad AS SELECT DISTINCT v FROM t WITH CHECK OPTION;
-- | error 0A000 WITH CHECK OPTION is supported only on automatically updatable views
-- |   hint: Views containing DISTINCT are not automatically updatable.
CREATE VIEW bad AS SELECT count(*) FROM t WITH CHECK OPTION;
-- | error 0A000 WITH CHECK OPTION is supported only on automatically updatable views
-- |   hint: Views that return aggregate functions are not automatically updatable.
CREATE VIEW bad AS SELECT v FROM t GROUP BY v WITH LOCAL CHECK OPTION;
-- | error 0A000 WITH CHECK OPTION is supported only on automatically updatable views
-- |   hint: Views containing GROUP BY are not automatically updatable.
CREATE VIEW bad AS SELECT a.v FROM t a, t b WITH CHECK OPTION;
-- | error 0A000 WITH CHECK OPTION is supported only on automatically updatable views
-- |   hint: Views that do not select from a single table or view are not automatically updatable.
CREATE VIEW al AS SELECT x.id, x.v FROM t x WHERE x.v BETWEEN 1 AND 30 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO al VALUES (50, 31);
-- | error 44000 new row violates check option for view "al"
-- |   detail: Failing row contains (50, 31, virtual, null).
INSERT INTO al VALUES (50, 30) RETURNING *;
-- | id | v
-- | 50 | 30
-- | ok, 1 row (INSERT 0 1)
UPDATE al SET v = v * 2 WHERE id = 50;
-- | error 44000 new row violates check option for view "al"
-- |   detail: Failing row contains (50, 60, virtual, null).
UPDATE al a SET v = a.v - 1 WHERE a.id = 50 RETURNING a.*;
-- | id | v
-- | 50 | 29
-- | ok, 1 row (UPDATE 1)
INSERT INTO al (id, v) SELECT id + 100, v FROM t WHERE id > 0;
-- | error 44000 new row violates check option for view "al"
-- |   detail: Failing row contains (106, 70, virtual, null).
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.v := 99; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
INSERT INTO al VALUES (60, 5);
-- | error 44000 new row violates check option for view "al"
-- |   detail: Failing row contains (60, 99, virtual, null).
CREATE VIEW pl AS SELECT id, v FROM t WHERE v > 0;
-- | ok (CREATE VIEW)
INSERT INTO pl VALUES (61, 5) RETURNING *;
-- | id | v
-- | 61 | 99
-- | ok, 1 row (INSERT 0 1)
CREATE OR REPLACE VIEW pl AS SELECT id, v FROM t WHERE v > 0 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
UPDATE pl SET v = -1 WHERE id = 61;
-- | error 44000 new row violates check option for view "pl"
-- |   detail: Failing row contains (61, -1, virtual, null).
CREATE OR REPLACE VIEW pl AS SELECT id, v FROM t WHERE v > 0;
-- | ok (CREATE VIEW)
UPDATE pl SET v = -1 WHERE id = 61;
-- | ok, 1 row (UPDATE 1)
DROP VIEW w3;
-- | error 2BP01 cannot drop view w3 because other objects depend on it
-- |   detail: view w4 depends on view w3
-- |     view w5 depends on view w3
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
-- @dialect postgresql
CREATE TABLE t(id int primary key, v int, s varchar(5));
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, 2, 'a');
-- | ok, 1 row (INSERT 0 1)
CREATE VIEW w AS SELECT id, v FROM t;
-- | ok (CREATE VIEW)
CREATE OR REPLACE VIEW w AS SELECT id, v FROM t WHERE v > 0;
-- | ok (CREATE VIEW)
CREATE OR REPLACE VIEW w AS SELECT id, v, s FROM t WHERE v > 0;
-- | ok (CREATE VIEW)
SELECT * FROM w;
-- | id | v | s
-- | 1 | 2 | 'a'
-- | ok (SELECT 1)
CREATE OR REPLACE VIEW w AS SELECT id FROM t;
-- | error 42P16 cannot drop columns from view
CREATE OR REPLACE VIEW w AS SELECT v, id, s FROM t;
-- | error 42P16 cannot change name of view column "id" to "v"
-- |   hint: Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.
CREATE OR REPLACE VIEW w AS SELECT id, v::text, s FROM t;
-- | error 42P16 cannot change data type of view column "v" from integer to text
CREATE OR REPLACE VIEW w AS SELECT id, v, s::text FROM t;
-- | error 42P16 cannot change data type of view column "s" from character varying(5) to text
CREATE OR REPLACE VIEW w(id, v, z) AS SELECT id, v, s FROM t;
-- | error 42P16 cannot change name of view column "s" to "z"
-- |   hint: Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.
CREATE OR REPLACE VIEW t AS SELECT 1;
-- | error 42809 "t" is not a view
CREATE OR REPLACE VIEW new AS SELECT 1 AS one;
-- | ok (CREATE VIEW)
CREATE VIEW new AS SELECT 1 AS one;
-- | error 42P07 relation "new" already exists
UPDATE w SET v = 3 RETURNING old.*, new.*, w.*;
-- | id | v | s | id | v | s | id | v | s
-- | 1 | 2 | 'a' | 1 | 3 | 'a' | 1 | 3 | 'a'
-- | ok, 1 row (UPDATE 1)
CREATE VIEW nw AS SELECT count(*) FROM t;
-- | ok (CREATE VIEW)
CREATE VIEW nn AS SELECT * FROM nw;
-- | ok (CREATE VIEW)
INSERT INTO nn VALUES (1);
-- | error 55000 cannot insert into view "nw"
-- |   detail: Views that return aggregate functions are not automatically updatable.
-- |   hint: To enable inserting into the view, provide an INSTEAD OF INSERT trigger or an unconditional ON INSERT DO INSTEAD rule.
DELETE FROM w RETURNING *;
-- | id | v | s
-- | 1 | 3 | 'a'
-- | ok, 1 row (DELETE 1)
