-- Compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE t(a int, b text, c int, d int, PRIMARY KEY(d));
-- | ok (CREATE TABLE)
INSERT INTO t VALUES(1,'x',3,4),(5,'y',7,8);
-- | ok, 2 rows (INSERT 0 2)
CREATE VIEW v(p,q,s) AS SELECT b, d, d FROM t;
-- | ok (CREATE VIEW)
CREATE TABLE log(m text);
-- | ok (CREATE TABLE)
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP='DELETE' THEN INSERT INTO log VALUES(TG_OP||' '||OLD::text); RETURN OLD; END IF; IF TG_OP='UPDATE' THEN INSERT INTO log VALUES(TG_OP||' '||OLD::text||' '||NEW::text); RETURN NEW; END IF; INSERT INTO log VALUES(TG_OP||' '||NEW::text); RETURN NEW; END $$;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER tr INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
-- | ok (CREATE TRIGGER)
UPDATE v SET s=q+1 RETURNING *;
-- | p | q | s
-- | 'x' | 4 | 5
-- | 'y' | 8 | 9
-- | ok, 2 rows (UPDATE 2)
UPDATE v AS w SET p=w.p||'!' WHERE w.q=8 RETURNING w.p, q, s, old.p, new.p;
-- | p | q | s | p | p
-- | 'y!' | 8 | 8 | 'y' | 'y!'
-- | ok, 1 row (UPDATE 1)
DELETE FROM v WHERE q=8 RETURNING *;
-- | p | q | s
-- | 'y' | 8 | 8
-- | ok, 1 row (DELETE 1)
INSERT INTO v VALUES('z',1,2) RETURNING *;
-- | p | q | s
-- | 'z' | 1 | 2
-- | ok, 1 row (INSERT 0 1)
UPDATE v SET p=u.b FROM t u WHERE u.d=v.q RETURNING v.*, u.a;
-- | p | q | s | a
-- | 'x' | 4 | 4 | 1
-- | 'y' | 8 | 8 | 5
-- | ok, 2 rows (UPDATE 2)
DELETE FROM v USING t u WHERE u.d=v.q RETURNING v.*, u.a;
-- | p | q | s | a
-- | 'x' | 4 | 4 | 1
-- | 'y' | 8 | 8 | 5
-- | ok, 2 rows (DELETE 2)
SELECT * FROM log;
-- | m
-- | 'UPDATE (x,4,4) (x,4,5)'
-- | 'UPDATE (y,8,8) (y,8,9)'
-- | 'UPDATE (y,8,8) (y!,8,8)'
-- | 'DELETE (y,8,8)'
-- | 'INSERT (z,1,2)'
-- | 'UPDATE (x,4,4) (x,4,4)'
-- | 'UPDATE (y,8,8) (y,8,8)'
-- | 'DELETE (x,4,4)'
-- | 'DELETE (y,8,8)'
-- | ok (SELECT 9)
CREATE VIEW v2 AS SELECT d, a, c FROM t;
-- | ok (CREATE VIEW)
UPDATE v2 SET c=c+1 WHERE a=5 RETURNING *;
-- | d | a | c
-- | 8 | 5 | 8
-- | ok, 1 row (UPDATE 1)
DELETE FROM v2 WHERE d=4 RETURNING *;
-- | d | a | c
-- | 4 | 1 | 3
-- | ok, 1 row (DELETE 1)
INSERT INTO v2 VALUES(9,8,7) RETURNING *;
-- | d | a | c
-- | 9 | 8 | 7
-- | ok, 1 row (INSERT 0 1)
INSERT INTO v2 VALUES(9,8,70) ON CONFLICT (d) DO UPDATE SET c=excluded.c RETURNING *;
-- | d | a | c
-- | 9 | 8 | 70
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM t;
-- | a | b | c | d
-- | 5 | 'y' | 8 | 8
-- | 8 | NULL | 70 | 9
-- | ok (SELECT 2)
UPDATE v SET p='k' WHERE q=8 RETURNING old.p, new.p, old.q, p;
-- | p | p | q | p
-- | 'y' | 'k' | 8 | 'k'
-- | ok, 1 row (UPDATE 1)
DELETE FROM v WHERE q=8 RETURNING old.p, new.p, p;
-- | p | p | p
-- | 'y' | NULL | 'y'
-- | ok, 1 row (DELETE 1)
INSERT INTO v VALUES('z',1,2) RETURNING old.p, new.p, p;
-- | p | p | p
-- | NULL | 'z' | 'z'
-- | ok, 1 row (INSERT 0 1)
