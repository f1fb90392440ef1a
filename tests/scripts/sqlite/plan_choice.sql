-- In which order and by which indexes the tables of a query are read, and the order of rows that comes of it.
-- Compared with SQLite 3.54.1, whose numbers of lines differ.
-- @dialect sqlite
CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT UNIQUE, country TEXT);
CREATE TABLE book(id INTEGER PRIMARY KEY, author_id INT REFERENCES author(id), title TEXT, year INT, gone TEXT);
CREATE INDEX book_author ON book(author_id);
CREATE INDEX book_gone ON book(gone, year);
INSERT INTO author VALUES(1, 'Woolf', 'UK'), (2, 'Borges', 'AR'), (3, 'Calvino', 'IT');
INSERT INTO book VALUES(1, 2, 'Ficciones', 1944, NULL), (2, 1, 'Orlando', 1928, 'x'), (3, 3, 'Baron', 1957, NULL), (4, 1, 'Waves', 1931, NULL);
-- A narrower index that has all columns is read, and the table whose rows are then cheaper comes later.
SELECT name, b.id FROM author a, book b WHERE year > 1930;
EXPLAIN QUERY PLAN SELECT name, b.id FROM author a, book b WHERE year > 1930;
SELECT a.name, b.title FROM author a JOIN book b ON b.author_id = a.id WHERE a.id = 1;
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM author a JOIN book b ON b.author_id = a.id WHERE a.id = 1;
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM author a JOIN book b ON b.author_id = a.id AND b.author_id = 1;
-- By one rowid or key there is nothing more to group or sort by.
SELECT country, id, count(*) FROM author GROUP BY country, id;
EXPLAIN QUERY PLAN SELECT country, id, count(*) FROM author GROUP BY country, id;
EXPLAIN QUERY PLAN SELECT * FROM author WHERE name = 'Woolf' ORDER BY country;
SELECT a.name, count(*) FROM author a JOIN book b ON b.author_id = a.id GROUP BY a.name, a.id;
SELECT title FROM book ORDER BY gone, title;
EXPLAIN QUERY PLAN SELECT title FROM book ORDER BY gone, title;
-- NULLs are looked up.
SELECT title FROM book WHERE gone IS NULL;
EXPLAIN QUERY PLAN SELECT title FROM book WHERE gone IS NULL;
EXPLAIN QUERY PLAN SELECT gone FROM book WHERE gone IS NOT NULL;
SELECT year FROM book WHERE gone IS NOT NULL;
EXPLAIN QUERY PLAN SELECT title FROM book WHERE gone IS NULL AND year = 1957;
SELECT title FROM book WHERE gone = NULL;
-- ORDER BY through a join.
SELECT a.name, b.title FROM book b JOIN author a ON a.id = b.author_id ORDER BY b.author_id DESC;
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM book b JOIN author a ON a.id = b.author_id ORDER BY b.author_id DESC;
EXPLAIN QUERY PLAN SELECT a.name, b.title FROM author a LEFT JOIN book b ON b.author_id = a.id ORDER BY a.id, b.title;
-- CROSS JOIN keeps what stands before it before.
EXPLAIN QUERY PLAN SELECT * FROM book b CROSS JOIN author a WHERE a.id = b.author_id AND a.id = 2;
EXPLAIN QUERY PLAN SELECT DISTINCT year FROM book WHERE author_id IN (1, 2);
SELECT DISTINCT author_id FROM book WHERE author_id IN (3, 1) ORDER BY author_id DESC;
SELECT id FROM book WHERE author_id = 3 OR author_id = 1;
EXPLAIN QUERY PLAN SELECT id FROM book WHERE author_id = 3 OR author_id = 1;
