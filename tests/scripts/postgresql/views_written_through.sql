-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE t(id int PRIMARY KEY, full_name text UNIQUE, n int DEFAULT 4, hidden text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES(1,'ann',5),(2,'bob',5),(3,'cy',7),(4,'di',9);
-- | ok, 4 rows (INSERT 0 4)
CREATE VIEW v AS SELECT id, full_name AS name, n*2 AS dbl FROM t;
-- | ok (CREATE VIEW)
INSERT INTO v(id,name) VALUES(5,'ed') RETURNING *;
-- | id | name | dbl
-- | 5 | 'ed' | 8
-- | ok, 1 row (INSERT 0 1)
INSERT INTO v(id,name) VALUES(5,'ed');
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(5) already exists.
INSERT INTO v(id,name) VALUES(5,'ed') ON CONFLICT(id) DO UPDATE SET name=excluded.name||'!' RETURNING *;
-- | id | name | dbl
-- | 5 | 'ed!' | 8
-- | ok, 1 row (INSERT 0 1)
INSERT INTO v(id,name) VALUES(6,'ann') ON CONFLICT(name) DO UPDATE SET name=v.name||excluded.dbl||excluded.id WHERE v.dbl>1 RETURNING name, v.dbl, id;
-- | name | dbl | id
-- | 'ann86' | 10 | 1
-- | ok, 1 row (INSERT 0 1)
INSERT INTO v(id,full_name) VALUES(7,'x');
-- | error 42703 column "full_name" of relation "v" does not exist
INSERT INTO v(id,name,dbl) VALUES(7,'x',1);
-- | error 0A000 cannot insert into column "dbl" of view "v"
-- |   detail: View columns that are not columns of their base relation are not updatable.
UPDATE v SET name='x' WHERE id=1 RETURNING old.name, new.name, dbl;
-- | name | name | dbl
-- | 'ann86' | 'x' | 10
-- | ok, 1 row (UPDATE 1)
UPDATE v SET dbl=1;
-- | error 0A000 cannot update column "dbl" of view "v"
-- |   detail: View columns that are not columns of their base relation are not updatable.
UPDATE v SET hidden='x';
-- | error 42703 column "hidden" of relation "v" does not exist
UPDATE v SET name='q' WHERE hidden IS NULL;
-- | error 42703 column "hidden" does not exist
UPDATE v SET name='q' WHERE n=5;
-- | error 42703 column "n" does not exist
UPDATE v SET name=upper(name) WHERE dbl=10 RETURNING v.*;
-- | id | name | dbl
-- | 2 | 'BOB' | 10
-- | 1 | 'X' | 10
-- | ok, 2 rows (UPDATE 2)
UPDATE v AS z SET name=z.name||z.dbl WHERE z.id=2 RETURNING z.name;
-- | name
-- | 'BOB10'
-- | ok, 1 row (UPDATE 1)
INSERT INTO v VALUES(6,'f',1);
-- | error 0A000 cannot insert into column "dbl" of view "v"
-- |   detail: View columns that are not columns of their base relation are not updatable.
INSERT INTO v VALUES(6,'f') RETURNING id, name AS nm, dbl+1;
-- | id | nm | ?column?
-- | 6 | 'f' | 9
-- | ok, 1 row (INSERT 0 1)
DELETE FROM v WHERE name='f' RETURNING v.name;
-- | name
-- | 'f'
-- | ok, 1 row (DELETE 1)
DELETE FROM v WHERE hidden='f';
-- | error 42703 column "hidden" does not exist
DELETE FROM v USING (VALUES(3)) q(x) WHERE v.id=q.x RETURNING v.name, q.x;
-- | name | x
-- | 'cy' | 3
-- | ok, 1 row (DELETE 1)
SELECT * FROM v ORDER BY id;
-- | id | name | dbl
-- | 1 | 'X' | 10
-- | 2 | 'BOB10' | 10
-- | 4 | 'di' | 18
-- | 5 | 'ed!' | 8
-- | ok (SELECT 4)
CREATE VIEW w(a,b) AS SELECT id,n FROM t WHERE n>1 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
INSERT INTO w VALUES(7,8) RETURNING a,b;
-- | a | b
-- | 7 | 8
-- | ok, 1 row (INSERT 0 1)
INSERT INTO w VALUES(8,0) RETURNING a,b;
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (8, null, 0, null).
UPDATE w SET b=b+1 WHERE a=7 RETURNING *;
-- | a | b
-- | 7 | 9
-- | ok, 1 row (UPDATE 1)
UPDATE w SET b=0 WHERE a=7;
-- | error 44000 new row violates check option for view "w"
-- |   detail: Failing row contains (7, null, 0, null).
MERGE INTO w USING (VALUES(7,1),(20,30)) s(x,y) ON a=s.x WHEN MATCHED THEN UPDATE SET b=w.b+s.y WHEN NOT MATCHED THEN INSERT VALUES(s.x,s.y) RETURNING merge_action(), w.*;
-- | merge_action | a | b
-- | 'UPDATE' | 7 | 10
-- | 'INSERT' | 20 | 30
-- | ok (MERGE 2)
CREATE VIEW vv AS SELECT a AS k, b FROM w WHERE b<100;
-- | ok (CREATE VIEW)
INSERT INTO vv VALUES(50,60) RETURNING *;
-- | k | b
-- | 50 | 60
-- | ok, 1 row (INSERT 0 1)
UPDATE vv SET b=61 WHERE k=50 RETURNING k;
-- | k
-- | 50
-- | ok, 1 row (UPDATE 1)
DELETE FROM vv WHERE k=50;
-- | ok, 1 row (DELETE 1)
INSERT INTO vv(k) VALUES(51) RETURNING *;
-- | k | b
-- | 51 | 4
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM t ORDER BY id;
-- | id | full_name | n | hidden
-- | 1 | 'X' | 5 | NULL
-- | 2 | 'BOB10' | 5 | NULL
-- | 4 | 'di' | 9 | NULL
-- | 5 | 'ed!' | 4 | NULL
-- | 7 | NULL | 10 | NULL
-- | 20 | NULL | 30 | NULL
-- | 51 | NULL | 4 | NULL
-- | ok (SELECT 7)
CREATE VIEW u AS SELECT id, upper(full_name) FROM t;
-- | ok (CREATE VIEW)
INSERT INTO u(id) VALUES(60) RETURNING *;
-- | id | upper
-- | 60 | NULL
-- | ok, 1 row (INSERT 0 1)
UPDATE u SET upper='x';
-- | error 0A000 cannot update column "upper" of view "u"
-- |   detail: View columns that are not columns of their base relation are not updatable.
CREATE VIEW j AS SELECT t.id, s.id AS sid FROM t, t s;
-- | ok (CREATE VIEW)
INSERT INTO j VALUES(1,2);
-- | error 55000 cannot insert into view "j"
-- |   detail: Views that do not select from a single table or view are not automatically updatable.
-- |   hint: To enable inserting into the view, provide an INSTEAD OF INSERT trigger or an unconditional ON INSERT DO INSTEAD rule.
CREATE VIEW g AS SELECT n, count(*) FROM t GROUP BY n;
-- | ok (CREATE VIEW)
DELETE FROM g;
-- | error 55000 cannot delete from view "g"
-- |   detail: Views containing GROUP BY are not automatically updatable.
-- |   hint: To enable deleting from the view, provide an INSTEAD OF DELETE trigger or an unconditional ON DELETE DO INSTEAD rule.
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := 100; RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ft();
-- | ok (CREATE TRIGGER)
INSERT INTO v(id,name) VALUES(70,'trig') RETURNING *;
-- | id | name | dbl
-- | 70 | 'trig' | 200
-- | ok, 1 row (INSERT 0 1)
DO $$ DECLARE zz int := 70; BEGIN UPDATE v SET name='via' WHERE id=zz; END $$;
-- | ok (DO)
SELECT name FROM v WHERE id=70;
-- | name
-- | 'via'
-- | ok (SELECT 1)
