-- Which columns the row has under its alias: those of the list, so that others are the table's alone.
-- After sql_insert.cc of MySQL 8 (prepare_values_table); MariaDB has no such alias. Adding a foreign key copies
-- the rows while foreign keys are checked ("Online DDL Operations").
-- @dialect mysql
CREATE TABLE t (id INT PRIMARY KEY, v INT, n INT DEFAULT 0, s VARCHAR(10));
-- | ok
INSERT INTO t (id, v) VALUES (1, 2) AS new ON DUPLICATE KEY UPDATE n = n + 1;
-- | ok, 1 row
INSERT INTO t (id, v) VALUES (1, 2) AS new ON DUPLICATE KEY UPDATE n = n + 1;
-- | ok, 2 rows
INSERT INTO t (id, v) VALUES (1, 5) AS new ON DUPLICATE KEY UPDATE v = new.v, n = t.n + 1;
-- | ok, 2 rows
INSERT INTO t (id, v) VALUES (1, 5) AS new ON DUPLICATE KEY UPDATE v = v + 1;
-- | error ER_NON_UNIQ_ERROR Column 'v' in field list is ambiguous
INSERT INTO t (id, v) VALUES (1, 5) AS new ON DUPLICATE KEY UPDATE n = new.n;
-- | error ER_BAD_FIELD_ERROR Unknown column 'new.n' in 'field list'
INSERT INTO t (id, v) VALUES (1, 5) AS new(a, b) ON DUPLICATE KEY UPDATE v = b, n = n + a;
-- | ok, 2 rows
INSERT INTO t (id, v) VALUES (1, 5) AS new(a, b) ON DUPLICATE KEY UPDATE v = new.v;
-- | error ER_BAD_FIELD_ERROR Unknown column 'new.v' in 'field list'
INSERT INTO t (id, v) VALUES (1, 5) AS new(a) ON DUPLICATE KEY UPDATE v = a;
-- | error ER_VIEW_WRONG_LIST In definition of view, derived table or common table expression, SELECT list and column names list have different column counts
INSERT INTO t VALUES (1, 5, 6, 'x') AS new ON DUPLICATE KEY UPDATE s = new.s, n = new.n;
-- | ok, 2 rows
INSERT INTO t VALUES (1, 5, 6, 'x') AS new ON DUPLICATE KEY UPDATE n = n;
-- | error ER_NON_UNIQ_ERROR Column 'n' in field list is ambiguous
INSERT INTO t SET id = 1, v = 9 AS new ON DUPLICATE KEY UPDATE v = new.v, n = n + 1;
-- | ok, 2 rows
INSERT INTO t (id, v) VALUES (1, 5) AS t ON DUPLICATE KEY UPDATE v = 1;
-- | error ER_NONUNIQ_TABLE Not unique table/alias: 't'
INSERT INTO t (id, v) VALUES (1, 5), (1, 6) AS new ON DUPLICATE KEY UPDATE v = t.v + new.v;
-- | ok, 4 rows (Records: 2  Duplicates: 2  Warnings: 0)
INSERT INTO t (id, v) SELECT * FROM (SELECT 1 AS i, 7 AS w) AS d ON DUPLICATE KEY UPDATE v = d.w, n = n + 1;
-- | ok, 2 rows (Records: 1  Duplicates: 1  Warnings: 0)
SELECT * FROM t;
-- | id | v | n | s
-- | 1 | 7 | 8 | 'x'
-- | ok
CREATE TABLE p (id INT PRIMARY KEY);
-- | ok
INSERT INTO p VALUES (1);
-- | ok, 1 row
CREATE TABLE c (id INT PRIMARY KEY, pid INT);
-- | ok
INSERT INTO c VALUES (1,1),(2,1);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (pid) REFERENCES p(id);
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
SET foreign_key_checks = 0;
-- | ok
ALTER TABLE c ADD CONSTRAINT fk2 FOREIGN KEY (id) REFERENCES p(id);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
