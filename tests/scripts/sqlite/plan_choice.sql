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
