-- Do views give the same as before when a table, view or column under them is renamed or added? Compared with
-- PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE p(id int PRIMARY KEY, code text);
-- | ok (CREATE TABLE)
CREATE TABLE c(pid int, qty int);
-- | ok (CREATE TABLE)
INSERT INTO p VALUES (1,'a');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO c VALUES (1,5);
-- | ok, 1 row (INSERT 0 1)
CREATE VIEW v AS SELECT id, code FROM p;
-- | ok (CREATE VIEW)
CREATE VIEW w AS SELECT * FROM p;
-- | ok (CREATE VIEW)
CREATE VIEW x AS SELECT p.id, c.qty AS q, c.qty FROM p JOIN c ON c.pid = p.id WHERE qty > 1;
-- | ok (CREATE VIEW)
CREATE VIEW y AS SELECT v.code, (SELECT max(qty) FROM c WHERE c.pid = v.id) m FROM v;
-- | ok (CREATE VIEW)
CREATE VIEW z AS WITH k AS (SELECT code, count(*) n FROM p GROUP BY code) SELECT k.*, u.id FROM k JOIN p u USING (code) ORDER BY u.code;
-- | ok (CREATE VIEW)
ALTER TABLE p RENAME COLUMN code TO kode;
-- | ok (ALTER TABLE)
SELECT * FROM v;
-- | id | code
-- | 1 | 'a'
-- | ok (SELECT 1)
SELECT * FROM w;
-- | id | code
-- | 1 | 'a'
-- | ok (SELECT 1)
SELECT * FROM x;
-- | id | q | qty
-- | 1 | 5 | 5
-- | ok (SELECT 1)
SELECT * FROM y;
-- | code | m
-- | 'a' | 5
-- | ok (SELECT 1)
SELECT * FROM z;
-- | code | n | id
-- | 'a' | 1 | 1
-- | ok (SELECT 1)
ALTER TABLE c RENAME COLUMN qty TO amount;
-- | ok (ALTER TABLE)
SELECT * FROM x;
-- | id | q | qty
-- | 1 | 5 | 5
-- | ok (SELECT 1)
SELECT * FROM y;
-- | code | m
-- | 'a' | 5
-- | ok (SELECT 1)
ALTER TABLE p RENAME TO p2;
-- | ok (ALTER TABLE)
SELECT * FROM v;
-- | id | code
-- | 1 | 'a'
-- | ok (SELECT 1)
SELECT * FROM w;
-- | id | code
-- | 1 | 'a'
-- | ok (SELECT 1)
SELECT * FROM x;
-- | id | q | qty
-- | 1 | 5 | 5
-- | ok (SELECT 1)
SELECT * FROM y;
-- | code | m
-- | 'a' | 5
-- | ok (SELECT 1)
SELECT * FROM z;
-- | code | n | id
-- | 'a' | 1 | 1
-- | ok (SELECT 1)
ALTER VIEW v RENAME TO v2;
-- | ok (ALTER VIEW)
SELECT * FROM y;
-- | code | m
-- | 'a' | 5
-- | ok (SELECT 1)
ALTER VIEW v2 RENAME COLUMN code TO kk;
-- | ok (ALTER VIEW)
SELECT * FROM y;
-- | code | m
-- | 'a' | 5
-- | ok (SELECT 1)
CREATE TABLE p(id int);
-- | ok (CREATE TABLE)
SELECT * FROM w;
-- | id | code
-- | 1 | 'a'
-- | ok (SELECT 1)
DROP TABLE p2;
-- | error 2BP01 cannot drop table p2 because other objects depend on it
-- |   detail: view v2 depends on table p2
-- |     view y depends on view v2
-- |     view w depends on table p2
-- |     view x depends on table p2
-- |     view z depends on table p2
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
ALTER TABLE p2 DROP COLUMN kode;
-- | error 2BP01 cannot drop column kode of table p2 because other objects depend on it
-- |   detail: view v2 depends on column kode of table p2
-- |     view y depends on view v2
-- |     view w depends on column kode of table p2
-- |     view z depends on column kode of table p2
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
INSERT INTO w VALUES (2,'n');
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM w;
-- | id | code
-- | 1 | 'a'
-- | 2 | 'n'
-- | ok (SELECT 2)
