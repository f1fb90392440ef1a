-- Views whose columns stand elsewhere than in the table, RETURNING as a trigger (delete.c, sqlite3IsReadOnly), and affinity: an UPDATE's
-- values take that of the view's columns, an INSERT's do not, and a REAL column gives no integer. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b REAL, c, d, PRIMARY KEY(d,b));
-- | ok
CREATE TABLE log(x,y,z);
-- | ok
CREATE VIEW v(p,q,s) AS SELECT b, d, d FROM t;
-- | ok
CREATE TRIGGER vU INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(old.p||'-'||old.q||'-'||old.s,new.p||'-'||new.q||'-'||new.s,'u'); END;
-- | ok
CREATE TRIGGER vD INSTEAD OF DELETE ON v BEGIN INSERT INTO log VALUES(old.p,old.q,old.s); END;
-- | ok
INSERT INTO t VALUES(1,2,3,4),(5,6,7,8);
-- | ok, 2 rows
UPDATE v SET s=abs(p) RETURNING *;
-- | p | q | s
-- | 2.0 | 4 | 2.0
-- | 6.0 | 8 | 6.0
-- | ok, 0 rows
UPDATE v SET s=abs(p) WHERE q=8 RETURNING p, q, s;
-- | p | q | s
-- | 6.0 | 8 | 6.0
-- | ok, 0 rows
DELETE FROM v WHERE q=8 RETURNING *;
-- | p | q | s
-- | 6.0 | 8 | 8
-- | ok, 0 rows
SELECT * FROM log;
-- | x | y | z
-- | '2.0-4-4' | '2.0-4-2.0' | 'u'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u'
-- | 6.0 | 8 | 8
-- | ok
CREATE VIEW v2(p,q,s) AS SELECT b, d+0, d FROM t;
-- | ok
CREATE TRIGGER v2U INSTEAD OF UPDATE ON v2 BEGIN INSERT INTO log VALUES(old.p||'-'||old.q||'-'||old.s,new.p||'-'||new.q||'-'||new.s,'u2'); END;
-- | ok
UPDATE v2 SET s=abs(p) RETURNING *;
-- | p | q | s
-- | 2.0 | 4 | 2.0
-- | 6.0 | 8 | 6.0
-- | ok, 0 rows
INSERT INTO v2 VALUES(1,2,3) RETURNING *;
-- | p | q | s
-- | 1.0 | 2 | 3
-- | ok, 0 rows
DELETE FROM v2 RETURNING *;
-- | p | q | s
-- | 2.0 | 4 | 4
-- | 6.0 | 8 | 8
-- | ok, 0 rows
SELECT * FROM log;
-- | x | y | z
-- | '2.0-4-4' | '2.0-4-2.0' | 'u'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u'
-- | 6.0 | 8 | 8
-- | '2.0-4-4' | '2.0-4-2.0' | 'u2'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u2'
-- | ok
CREATE VIEW n(i, r) AS SELECT CAST(d AS TEXT), b FROM t;
-- | ok
CREATE TRIGGER nI INSTEAD OF INSERT ON n BEGIN INSERT INTO log VALUES(typeof(new.i), typeof(new.r), 'n'); END;
-- | ok
INSERT INTO n VALUES(1, 2) RETURNING typeof(i), typeof(r);
-- | typeof(i) | typeof(r)
-- | 'integer' | 'integer'
-- | ok, 0 rows
UPDATE n SET i = 1, r = '2' RETURNING typeof(i), typeof(r);
-- | typeof(i) | typeof(r)
-- | 'integer' | 'text'
-- | 'integer' | 'text'
-- | ok, 0 rows
CREATE TRIGGER nU INSTEAD OF UPDATE ON n BEGIN INSERT INTO log VALUES(typeof(new.i), typeof(new.r), 'n'); END;
-- | ok
UPDATE n SET i = 1, r = '2' RETURNING typeof(i), typeof(r);
-- | typeof(i) | typeof(r)
-- | 'text' | 'real'
-- | 'text' | 'real'
-- | ok, 0 rows
UPDATE n SET i = 1 RETURNING rowid;
-- | error SQLITE_ERROR no such column: rowid
INSERT INTO n VALUES(1, 2) ON CONFLICT DO NOTHING RETURNING i;
-- | error SQLITE_ERROR cannot UPSERT a view
CREATE VIEW bare AS SELECT 1 AS a;
-- | ok
INSERT INTO bare VALUES(1) RETURNING a;
-- | error SQLITE_ERROR cannot modify bare because it is a view
SELECT * FROM log;
-- | x | y | z
-- | '2.0-4-4' | '2.0-4-2.0' | 'u'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u'
-- | 6.0 | 8 | 8
-- | '2.0-4-4' | '2.0-4-2.0' | 'u2'
-- | '6.0-8-8' | '6.0-8-6.0' | 'u2'
-- | 'integer' | 'real' | 'n'
-- | 'text' | 'real' | 'n'
-- | 'text' | 'real' | 'n'
-- | ok
