-- UPDATE ... FROM of a view names the rowids of other tables. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(a, b); CREATE TABLE u(x, y, id INTEGER PRIMARY KEY);
-- | ok
-- | ok
INSERT INTO t VALUES(1,2),(3,4); INSERT INTO u VALUES(1,'one',11),(3,'three',33);
-- | ok, 2 rows
-- | ok, 2 rows
CREATE TABLE log(m, n);
-- | ok
CREATE VIEW v(q,p) AS SELECT b, a FROM t;
-- | ok
CREATE TRIGGER tr INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(old.p||'-'||old.q, new.p||'-'||new.q); END;
-- | ok
UPDATE v SET q=u.rowid FROM u WHERE u.x=v.p;
-- | ok, 0 rows
UPDATE v SET q=u.id||u.y FROM u WHERE u.x=v.p RETURNING *;
-- | q | p
-- | '11one' | 1
-- | '33three' | 3
-- | ok, 0 rows
UPDATE v SET q=w.y||w.rowid||z.rowid FROM u w, t z WHERE w.x=v.p AND z.a=w.x;
-- | ok, 0 rows
SELECT * FROM log;
-- | m | n
-- | '1-2' | '1-11'
-- | '3-4' | '3-33'
-- | '1-2' | '1-11one'
-- | '3-4' | '3-33three'
-- | '1-2' | '1-one111'
-- | '3-4' | '3-three332'
-- | ok
