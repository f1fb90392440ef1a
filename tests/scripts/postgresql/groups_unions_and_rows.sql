-- Columns that are not grouped, DISTINCT ON without ORDER BY, literals of UNION, rows compared. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text, n int, d date);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1,'x',10,'2024-01-01'),(2,'y',20,NULL),(3,'x',NULL,NULL),(4,NULL,10,NULL);
-- | ok, 4 rows (INSERT 0 4)
SELECT * FROM t GROUP BY a;
-- | error 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT t.* FROM t GROUP BY a;
-- | error 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT a, t.* FROM t GROUP BY a;
-- | error 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT n, avg(zz) FROM t GROUP BY a;
-- | error 42703 column "zz" does not exist
SELECT n, count(*) FROM t;
-- | error 42803 column "t.n" must appear in the GROUP BY clause or be used in an aggregate function
SELECT n, sum(a) FROM t GROUP BY a;
-- | error 42883 function sum(text) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT *, count(*) FROM t;
-- | error 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT a, n FROM t GROUP BY a HAVING n > 1;
-- | error 42803 column "t.n" must appear in the GROUP BY clause or be used in an aggregate function
SELECT DISTINCT ON (a, n) id, a, n FROM t;
-- | id | a | n
-- | 1 | 'x' | 10
-- | 3 | 'x' | NULL
-- | 2 | 'y' | 20
-- | 4 | NULL | 10
-- | ok (SELECT 4)
SELECT DISTINCT ON (a) id, a FROM t;
-- | id | a
-- | 1 | 'x'
-- | 2 | 'y'
-- | 4 | NULL
-- | ok (SELECT 3)
SELECT DISTINCT ON (n) n, id FROM t;
-- | n | id
-- | 10 | 1
-- | 20 | 2
-- | NULL | 3
-- | ok (SELECT 3)
SELECT DISTINCT ON (n) n, id FROM t ORDER BY n DESC;
-- | n | id
-- | NULL | 3
-- | 20 | 2
-- | 10 | 1
-- | ok (SELECT 3)
SELECT DISTINCT ON (a, n) a, n, id FROM t ORDER BY a;
-- | a | n | id
-- | 'x' | 10 | 1
-- | 'x' | NULL | 3
-- | 'y' | 20 | 2
-- | NULL | 10 | 4
-- | ok (SELECT 4)
SELECT DISTINCT ON (a, n) a, n, id FROM t ORDER BY n DESC, a;
-- | a | n | id
-- | 'x' | NULL | 3
-- | 'y' | 20 | 2
-- | 'x' | 10 | 1
-- | NULL | 10 | 4
-- | ok (SELECT 4)
SELECT DISTINCT ON (lower(a)) id FROM t;
-- | id
-- | 1
-- | 2
-- | 4
-- | ok (SELECT 3)
SELECT DISTINCT ON (a) a, id FROM t ORDER BY a, id DESC;
-- | a | id
-- | 'x' | 3
-- | 'y' | 2
-- | NULL | 4
-- | ok (SELECT 3)
SELECT 1 UNION SELECT 'x';
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT 'x' UNION SELECT 1;
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT id FROM t UNION ALL SELECT 'zz';
-- | error 22P02 invalid input syntax for type integer: "zz"
SELECT 1, interval '1 day' UNION SELECT 2, 3;
-- | error 42804 UNION types interval and integer cannot be matched
SELECT 1, 3 UNION SELECT 2, interval '1 day';
-- | error 42804 UNION types integer and interval cannot be matched
SELECT 1 UNION SELECT date '2024-01-01';
-- | error 42804 UNION types integer and date cannot be matched
SELECT 'x' UNION SELECT 'y' ORDER BY 1;
-- | ?column?
-- | 'x'
-- | 'y'
-- | ok (SELECT 2)
SELECT NULL UNION SELECT 'x' UNION SELECT 1;
-- | error 42804 UNION types text and integer cannot be matched
SELECT date '2024-01-01' UNION SELECT 'today-x';
-- | error 22007 invalid input syntax for type date: "today-x"
SELECT (1, 'a') = (date '2024-01-01', 'b');
-- | error 42883 operator does not exist: integer = date
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT (1, 2) < ('x'::text, 3);
-- | error 42883 operator does not exist: integer < text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT ROW(1, 2) = ROW(1, 2), (1, 2) < (1, 3), (1, NULL) = (1, 2);
-- | ?column? | ?column? | ?column?
-- | true | true | NULL
-- | ok (SELECT 1)
SELECT * FROM t WHERE (id, a) = (a, id);
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT * FROM t WHERE (id, a) IN ((1, 'x'), (2, 'y'));
-- | id | a | n | d
-- | 1 | 'x' | 10 | 2024-01-01
-- | 2 | 'y' | 20 | NULL
-- | ok (SELECT 2)
SELECT min(*) FROM t;
-- | error 42883 function min() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT nope(*) FROM t;
-- | error 42883 function nope() does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
INSERT INTO t(id) SELECT date '2024-01-31';
-- | error 42804 column "id" is of type integer but expression is of type date
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t(id, a) SELECT 1, DATE '2024-01-31' UNION SELECT 'x', NULL;
-- | error 22P02 invalid input syntax for type integer: "x"
CREATE VIEW vw AS SELECT * FROM t GROUP BY a;
-- | error 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function
