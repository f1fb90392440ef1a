-- RETURNING sees a row once it is written and its foreign keys are seen to, before AFTER triggers fire. Compared
-- with SQLite 3.54.1, statement by statement.
-- @dialect sqlite
CREATE TABLE t(a, b);
-- | ok
INSERT INTO t VALUES (1, 2), (3, 4), (5, 6);
-- | ok, 3 rows
CREATE TABLE log(x);
-- | ok
CREATE TRIGGER au AFTER UPDATE ON t BEGIN
  INSERT INTO log VALUES ('u' || new.a);
-- | error SQLITE_ERROR incomplete input
  UPDATE t SET b = b + 100 WHERE a = new.a + 2;
-- | error SQLITE_ERROR no such column: new.a
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
CREATE TRIGGER ad AFTER DELETE ON t BEGIN
  INSERT INTO log VALUES ('d' || old.a);
-- | error SQLITE_ERROR incomplete input
  DELETE FROM t WHERE a = old.a + 2;
-- | error SQLITE_ERROR no such column: old.a
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
UPDATE t SET b = b + 1 RETURNING a, b, (SELECT count(*) FROM log), (SELECT sum(b) FROM t), total_changes();
-- | a | b | (SELECT count(*) FROM log) | (SELECT sum(b) FROM t) | total_changes()
-- | 1 | 3 | 0 | 13 | 3
-- | 3 | 5 | 0 | 14 | 3
-- | 5 | 7 | 0 | 15 | 3
-- | ok, 3 rows
DELETE FROM t WHERE a = 1 RETURNING a, (SELECT count(*) FROM t), (SELECT count(*) FROM log);
-- | a | (SELECT count(*) FROM t) | (SELECT count(*) FROM log)
-- | 1 | 2 | 0
-- | ok, 1 row
INSERT INTO t VALUES (7, 8), (9, 10) RETURNING a, (SELECT count(*) FROM t);
-- | a | (SELECT count(*) FROM t)
-- | 7 | 3
-- | 9 | 4
-- | ok, 2 rows
DELETE FROM t RETURNING a, b, (SELECT count(*) FROM t);
-- | a | b | (SELECT count(*) FROM t)
-- | 3 | 5 | 3
-- | 5 | 7 | 2
-- | 7 | 8 | 1
-- | 9 | 10 | 0
-- | ok, 4 rows
-- An upsert's row.
CREATE TABLE u(k PRIMARY KEY, v);
-- | ok
CREATE TRIGGER uu AFTER UPDATE ON u BEGIN
  INSERT INTO u VALUES ('log' || new.v, 0) ON CONFLICT DO NOTHING;
-- | error SQLITE_ERROR incomplete input
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
INSERT INTO u VALUES (1, 1);
-- | ok, 1 row
INSERT INTO u VALUES (1, 6), (2, 7) ON CONFLICT (k) DO UPDATE SET v = excluded.v
  RETURNING k, v, (SELECT group_concat(k) FROM u);
-- | k | v | (SELECT group_concat(k) FROM u)
-- | 1 | 6 | '1'
-- | 2 | 7 | '1,2'
-- | ok, 2 rows
-- Cascades come before it.
PRAGMA foreign_keys = 1;
-- | ok
CREATE TABLE p(id INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c(pid REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE);
-- | ok
INSERT INTO p VALUES (1), (2);
-- | ok, 2 rows
INSERT INTO c VALUES (1), (1), (2);
-- | ok, 3 rows
UPDATE p SET id = id + 10 WHERE id = 1 RETURNING id, (SELECT group_concat(pid) FROM c);
-- | id | (SELECT group_concat(pid) FROM c)
-- | 11 | '11,11,2'
-- | ok, 1 row
DELETE FROM p WHERE id = 2 RETURNING id, (SELECT group_concat(pid) FROM c);
-- | id | (SELECT group_concat(pid) FROM c)
-- | 2 | '11,11'
-- | ok, 1 row
-- What an AFTER trigger does to the row is not shown, and one that fails leaves nothing.
CREATE TABLE w(k PRIMARY KEY, v) WITHOUT ROWID;
-- | ok
INSERT INTO w VALUES (1, 2), (3, 4);
-- | ok, 2 rows
CREATE TRIGGER wu AFTER UPDATE ON w BEGIN DELETE FROM w WHERE k = 3; END;
-- | ok
UPDATE w SET v = v + 1 RETURNING k, v, (SELECT count(*) FROM w);
-- | k | v | (SELECT count(*) FROM w)
-- | 1 | 3 | 2
-- | ok, 1 row
CREATE TRIGGER wd AFTER DELETE ON w BEGIN SELECT raise(abort, 'no'); END;
-- | ok
DELETE FROM w RETURNING k;
-- | error SQLITE_CONSTRAINT_TRIGGER no
SELECT * FROM w;
-- | k | v
-- | 1 | 3
-- | ok
