-- In which order and by which indexes the tables of a query are read, and the order of rows that comes of it.
-- Compared with SQLite 3.54.1, whose numbers of lines differ.
-- @dialect sqlite
CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT UNIQUE, country TEXT);
-- | ok
CREATE TABLE book(id INTEGER PRIMARY KEY, author_id INT REFERENCES author(id), title TEXT, year INT, gone TEXT);
-- | ok
CREATE INDEX book_author ON book(author_id);
-- | ok
CREATE INDEX book_gone ON book(gone, year);
-- | ok
INSERT INTO author VALUES(1, 'Woolf', 'UK'), (2, 'Borges', 'AR'), (3, 'Calvino', 'IT');
-- | ok, 3 rows
INSERT INTO book VALUES(1, 2, 'Ficciones', 1944, NULL), (2, 1, 'Orlando', 1928, 'x'), (3, 3, 'Baron', 1957, NULL), (4, 1, 'Waves', 1931, NULL);
-- | ok, 4 rows
-- A narrower index that has all columns is read, and the table whose rows are then cheaper comes later.
SELECT name, b.id FROM author a, book b WHERE year > 1930;
-- | name | id
-- | 'Borges' | 4
-- | 'Calvino' | 4
-- | 'Woolf' | 4
-- | 'Borges' | 1
-- | 'Calvino' | 1
-- | 'Woolf' | 1
-- | 'Borges' | 3
-- | 'Calvino' | 3
-- | 'Woolf' | 3
-- | ok
EXPLAIN QUERY PLAN SELECT name, b.id FROM author a, book b WHERE year > 1930;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b USING COVERING INDEX book_gone'
-- | 2 | 0 | 0 | 'SCAN a USING COVERING INDEX sqlite_autoindex_author_1'
-- | ok
SELECT a.name, b.title FROM author a JOIN book b ON b.author_id = a.id WHERE a.id = 1;
-- | name | title
-- | 'Woolf' | 'Orlando'
-- | 'Woolf' | 'Waves'
-- | ok
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM author a JOIN book b ON b.author_id = a.id WHERE a.id = 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | 2 | 0 | 0 | 'SEARCH b USING INDEX book_author (author_id=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM author a JOIN book b ON b.author_id = a.id AND b.author_id = 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | 2 | 0 | 0 | 'SEARCH b USING INDEX book_author (author_id=?)'
-- | ok
-- By one rowid or key there is nothing more to group or sort by.
SELECT country, id, count(*) FROM author GROUP BY country, id;
-- | country | id | count(*)
-- | 'UK' | 1 | 1
-- | 'AR' | 2 | 1
-- | 'IT' | 3 | 1
-- | ok
EXPLAIN QUERY PLAN SELECT country, id, count(*) FROM author GROUP BY country, id;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN author'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM author WHERE name = 'Woolf' ORDER BY country;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH author USING INDEX sqlite_autoindex_author_1 (name=?)'
-- | ok
SELECT a.name, count(*) FROM author a JOIN book b ON b.author_id = a.id GROUP BY a.name, a.id;
-- | name | count(*)
-- | 'Borges' | 1
-- | 'Calvino' | 1
-- | 'Woolf' | 2
-- | ok
SELECT title FROM book ORDER BY gone, title;
-- | title
-- | 'Baron'
-- | 'Ficciones'
-- | 'Waves'
-- | 'Orlando'
-- | ok
EXPLAIN QUERY PLAN SELECT title FROM book ORDER BY gone, title;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN book USING INDEX book_gone'
-- | 2 | 0 | 0 | 'USE TEMP B-TREE FOR LAST TERM OF ORDER BY'
-- | ok
-- NULLs are looked up.
SELECT title FROM book WHERE gone IS NULL;
-- | title
-- | 'Waves'
-- | 'Ficciones'
-- | 'Baron'
-- | ok
EXPLAIN QUERY PLAN SELECT title FROM book WHERE gone IS NULL;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH book USING INDEX book_gone (gone=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT gone FROM book WHERE gone IS NOT NULL;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH book USING COVERING INDEX book_gone (gone>?)'
-- | ok
SELECT year FROM book WHERE gone IS NOT NULL;
-- | year
-- | 1928
-- | ok
EXPLAIN QUERY PLAN SELECT title FROM book WHERE gone IS NULL AND year = 1957;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH book USING INDEX book_gone (gone=? AND year=?)'
-- | ok
SELECT title FROM book WHERE gone = NULL;
-- | title
-- | ok
-- ORDER BY through a join.
SELECT a.name, b.title FROM book b JOIN author a ON a.id = b.author_id ORDER BY b.author_id DESC;
-- | name | title
-- | 'Calvino' | 'Baron'
-- | 'Borges' | 'Ficciones'
-- | 'Woolf' | 'Waves'
-- | 'Woolf' | 'Orlando'
-- | ok
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM book b JOIN author a ON a.id = b.author_id ORDER BY b.author_id DESC;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b USING INDEX book_author'
-- | 2 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM author a LEFT JOIN book b ON b.author_id = a.id ORDER BY a.id, b.title;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN a'
-- | 2 | 0 | 0 | 'SEARCH b USING INDEX book_author (author_id=?) LEFT-JOIN'
-- | 3 | 0 | 0 | 'USE TEMP B-TREE FOR LAST TERM OF ORDER BY'
-- | ok
-- CROSS JOIN keeps what stands before it before.
EXPLAIN QUERY PLAN SELECT * FROM book b CROSS JOIN author a WHERE a.id = b.author_id AND a.id = 2;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH b USING INDEX book_author (author_id=?)'
-- | 2 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT DISTINCT year FROM book WHERE author_id IN (1, 2);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH book USING INDEX book_author (author_id=?)'
-- | 2 | 0 | 0 | 'USE TEMP B-TREE FOR DISTINCT'
-- | ok
SELECT DISTINCT author_id FROM book WHERE author_id IN (3, 1) ORDER BY author_id DESC;
-- | author_id
-- | 3
-- | 1
-- | ok
SELECT id FROM book WHERE author_id = 3 OR author_id = 1;
-- | id
-- | 2
-- | 4
-- | 3
-- | ok
EXPLAIN QUERY PLAN SELECT id FROM book WHERE author_id = 3 OR author_id = 1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH book USING COVERING INDEX book_author (author_id=?)'
-- | ok

-- Partial indexes, lists, queries after IN, numbers of ORDER BY through a view. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INT, c INT);
-- | ok
CREATE INDEX t_b ON t(b, c DESC);
-- | ok
CREATE INDEX t_a ON t(a) WHERE a IS NOT NULL;
-- | ok
CREATE TABLE u(k TEXT, n INT);
-- | ok
INSERT INTO t VALUES(1, 'x', 3, 1), (2, NULL, 3, 2), (3, 'y', 5, 1), (4, NULL, 4, 3), (5, 'x', NULL, 4);
-- | ok, 5 rows
INSERT INTO u VALUES('x', 5), ('y', 3), (NULL, 9);
-- | ok, 3 rows
CREATE VIEW v AS SELECT c, a FROM t;
-- | ok
-- NOT IN of no values holds for NULL, so that the partial index has not all rows.
SELECT id FROM t WHERE a NOT IN (SELECT k FROM u WHERE n > 100);
-- | id
-- | 1
-- | 2
-- | 3
-- | 4
-- | 5
-- | ok
SELECT t.id, u.n FROM u JOIN t ON t.a = u.k;
-- | id | n
-- | 1 | 5
-- | 5 | 5
-- | 3 | 3
-- | ok
EXPLAIN QUERY PLAN SELECT t.id, u.n FROM u JOIN t ON t.a = u.k;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN u'
-- | 2 | 0 | 0 | 'SEARCH t USING COVERING INDEX t_a (a=?)'
-- | ok
SELECT * FROM t WHERE b IN (SELECT n FROM u);
-- | id | a | b | c
-- | 2 | NULL | 3 | 2
-- | 1 | 'x' | 3 | 1
-- | 3 | 'y' | 5 | 1
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b IN (SELECT n FROM u);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX t_b (b=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN u'
-- | ok
EXPLAIN QUERY PLAN SELECT * FROM t WHERE id IN (SELECT n FROM u) ORDER BY c;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN u'
-- | 4 | 0 | 0 | 'USE TEMP B-TREE FOR ORDER BY'
-- | ok
SELECT id FROM t WHERE b IN (5, 3) ORDER BY c DESC;
-- | id
-- | 2
-- | 1
-- | 3
-- | ok
SELECT id FROM t WHERE b IS 3;
-- | id
-- | 2
-- | 1
-- | ok
EXPLAIN QUERY PLAN SELECT id FROM t WHERE b IS 3;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING COVERING INDEX t_b (b=?)'
-- | ok
SELECT id FROM t WHERE b = 5 OR b = 3;
-- | id
-- | 2
-- | 1
-- | 3
-- | ok
SELECT * FROM v ORDER BY 1 LIMIT 2;
-- | c | a
-- | 1 | 'x'
-- | 1 | 'y'
-- | ok
SELECT * FROM v ORDER BY 2, 1 DESC;
-- | c | a
-- | 3 | NULL
-- | 2 | NULL
-- | 4 | 'x'
-- | 1 | 'x'
-- | 1 | 'y'
-- | ok
SELECT DISTINCT * FROM (SELECT c, b FROM t);
-- | c | b
-- | 4 | NULL
-- | 2 | 3
-- | 1 | 3
-- | 3 | 4
-- | 1 | 5
-- | ok
UPDATE t SET c = 0 WHERE b IN (SELECT n FROM u) RETURNING id;
-- | id
-- | 1
-- | 2
-- | 3
-- | ok, 3 rows
DELETE FROM t WHERE id IN (SELECT b FROM t) RETURNING id;
-- | id
-- | 3
-- | 4
-- | 5
-- | ok, 3 rows

-- How writes find their rows. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INT, done TEXT);
-- | ok
CREATE INDEX t_b ON t(b);
-- | ok
CREATE INDEX t_done ON t(done, a);
-- | ok
CREATE TABLE u(n INT);
-- | ok
INSERT INTO t VALUES(1, 'z', 4, NULL), (2, 'y', 4, 'd'), (3, 'x', 6, NULL), (4, 'w', 1, 'd');
-- | ok, 4 rows
INSERT INTO u VALUES(4), (6);
-- | ok, 2 rows
EXPLAIN QUERY PLAN UPDATE t SET done = 'e' WHERE done IS NULL;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX t_done (done=?)'
-- | ok
UPDATE t SET b = b + 1 WHERE done IS NULL RETURNING id, b;
-- | id | b
-- | 1 | 5
-- | 3 | 7
-- | ok, 2 rows
EXPLAIN QUERY PLAN UPDATE t SET a = b WHERE b = 4;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX t_b (b=?)'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t WHERE b = 4;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INDEX t_b (b=?)'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t WHERE b IN (SELECT n FROM u);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING COVERING INDEX t_b (b=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN u'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t WHERE id IN (SELECT n FROM u WHERE n > 3);
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'
-- | 2 | 0 | 0 | 'LIST SUBQUERY 1'
-- | 3 | 2 | 0 | 'SCAN u'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t WHERE b <= 3 OR done < 'e';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MULTI-INDEX OR'
-- | 2 | 1 | 0 | 'INDEX 1'
-- | 3 | 2 | 0 | 'SEARCH t USING INDEX t_b (b<?)'
-- | 4 | 1 | 0 | 'INDEX 2'
-- | 5 | 4 | 0 | 'SEARCH t USING INDEX t_done (done<?)'
-- | ok
EXPLAIN QUERY PLAN DELETE FROM t;
-- | id | parent | notused | detail
-- | ok
DELETE FROM t WHERE b <= 4 OR done IS NULL RETURNING id;
-- | id
-- | 1
-- | 2
-- | 3
-- | 4
-- | ok, 4 rows
EXPLAIN QUERY PLAN SELECT id FROM t WHERE b <= 4 OR done < 'e';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'MULTI-INDEX OR'
-- | 2 | 1 | 0 | 'INDEX 1'
-- | 3 | 2 | 0 | 'SEARCH t USING INDEX t_b (b<?)'
-- | 4 | 1 | 0 | 'INDEX 2'
-- | 5 | 4 | 0 | 'SEARCH t USING INDEX t_done (done<?)'
-- | ok
