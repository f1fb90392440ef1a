-- Which of several errors SQLite tells. Compared with SQLite 3.54.1.

-- @dialect sqlite
CREATE TABLE a(x);
-- | ok

-- Names are resolved in LIMIT, the results, HAVING, WHERE with ON, ORDER BY, GROUP BY.
SELECT nofn(1) FROM a WHERE nocol;
-- | error SQLITE_ERROR no such function: nofn
SELECT nocol1 FROM a WHERE nofn(1) GROUP BY nocol ORDER BY nocol3 LIMIT nocol4;
-- | error SQLITE_ERROR no such column: nocol4
SELECT 1 FROM a GROUP BY nocol HAVING nocol2 ORDER BY nocol3;
-- | error SQLITE_ERROR no such column: nocol2
SELECT 1 FROM a GROUP BY nocol ORDER BY nocol3;
-- | error SQLITE_ERROR no such column: nocol3
SELECT nofn(1) FROM a JOIN a b ON nocol;
-- | error SQLITE_ERROR no such function: nofn
SELECT count(1, 2) FROM a WHERE nocol;
-- | error SQLITE_ERROR wrong number of arguments to function count()
SELECT nocol FROM a WHERE max(x) > 1;
-- | error SQLITE_ERROR no such column: nocol
SELECT 1 FROM a WHERE max(x) > 1 GROUP BY nocol;
-- | error SQLITE_ERROR no such column: nocol

-- Tables before names, in the order of FROM, and the parts of a compound from the last on.
SELECT nocol FROM a JOIN b ON b.aid = a.id LEFT JOIN c ON c.bid = b.id WHERE c.z < 2;
-- | error SQLITE_ERROR no such table: b
SELECT 1 FROM n1 UNION SELECT 1 FROM n2;
-- | error SQLITE_ERROR no such table: n2
SELECT nocol UNION SELECT nofn();
-- | error SQLITE_ERROR no such function: nofn
SELECT nocol FROM a UNION SELECT 1 FROM n2;
-- | error SQLITE_ERROR no such table: n2
SELECT noc1 UNION ALL SELECT nocol ORDER BY noc3 LIMIT noc4;
-- | error SQLITE_ERROR no such column: noc4

-- What is no function is told before its arguments.
SELECT * FROM nofn(q);
-- | error SQLITE_ERROR no such table: nofn
SELECT * FROM a(q);
-- | error SQLITE_ERROR 'a' is not a function
UPDATE a SET x = nocol FROM a;
-- | error SQLITE_ERROR no such column: nocol
ALTER TABLE a ADD COLUMN x UNIQUE;
-- | error SQLITE_ERROR duplicate column name: x

-- The parser tells what it found wrong before an error further on, but not before one in the next token.
INSERT INTO a VALUES (1, 2), (1, 2, 3), (4;
-- | error SQLITE_ERROR all VALUES must have the same number of terms
INSERT INTO a VALUES (1, 2), (1, 2, 3) END;
-- | error SQLITE_ERROR near "END": syntax error
INSERT INTO nosuch VALUES (nocol, 2), (1, 2, 3);
-- | error SQLITE_ERROR no such table: nosuch
SELECT sum(DISTINCT x) OVER () FROM nosuch;
-- | error SQLITE_ERROR DISTINCT is not supported for window functions
SELECT sum(DISTINCT x) OVER () FROM a LIMIT );
-- | error SQLITE_ERROR DISTINCT is not supported for window functions
CREATE TABLE v(a) 'T1';
-- | error SQLITE_ERROR unknown table option: 'T1'

-- A function is looked for before its arguments, but for the first one where that is a name or a call.
SELECT nofn(nocol);
-- | error SQLITE_ERROR no such column: nocol
SELECT nofn(nocol + 1);
-- | error SQLITE_ERROR no such function: nofn
SELECT nofn(1, nocol);
-- | error SQLITE_ERROR no such function: nofn
SELECT abs(nocol, 2);
-- | error SQLITE_ERROR no such column: nocol
SELECT abs(1, nocol);
-- | error SQLITE_ERROR wrong number of arguments to function abs()
SELECT nofn(nofn2(1));
-- | error SQLITE_ERROR no such function: nofn2
SELECT nofn('a' || nofn2(1));
-- | error SQLITE_ERROR no such function: nofn
SELECT nofn() OVER (ORDER BY nocol);
-- | error SQLITE_ERROR no such function: nofn
UPDATE a SET x = nofn() OVER ();
-- | error SQLITE_ERROR no such function: nofn

-- The missing semicolon is the next token.
CREATE TRIGGER tr AFTER INSERT ON a BEGIN UPDATE a SET (x, y) = (1, 2, 3) END;
-- | error SQLITE_ERROR near "END": syntax error
