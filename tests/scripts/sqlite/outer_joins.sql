-- Outer joins that WHERE makes inner ones are read in the order of those; rows without a partner come
-- in the order of the right side. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t1(x INT, y TEXT);
-- | ok
CREATE TABLE t3(a INT, b TEXT);
-- | ok
INSERT INTO t1 VALUES(1,'p'),(2,'q');
-- | ok, 2 rows
INSERT INTO t3 VALUES(9,'i'),(2,'j'),(7,'k'),(1,'l'),(NULL,'m'),(3,'n');
-- | ok, 6 rows
SELECT * FROM t1 RIGHT JOIN t3 ON x=a;
-- | x | y | a | b
-- | 1 | 'p' | 1 | 'l'
-- | 2 | 'q' | 2 | 'j'
-- | NULL | NULL | 9 | 'i'
-- | NULL | NULL | 7 | 'k'
-- | NULL | NULL | NULL | 'm'
-- | NULL | NULL | 3 | 'n'
-- | ok
SELECT * FROM t1 FULL JOIN t3 ON x=a;
-- | x | y | a | b
-- | 1 | 'p' | 1 | 'l'
-- | 2 | 'q' | 2 | 'j'
-- | NULL | NULL | 9 | 'i'
-- | NULL | NULL | 7 | 'k'
-- | NULL | NULL | NULL | 'm'
-- | NULL | NULL | 3 | 'n'
-- | ok
SELECT * FROM t1 FULL JOIN t3 ON x=a AND y='p';
-- | x | y | a | b
-- | 1 | 'p' | 1 | 'l'
-- | 2 | 'q' | NULL | NULL
-- | NULL | NULL | 9 | 'i'
-- | NULL | NULL | 2 | 'j'
-- | NULL | NULL | 7 | 'k'
-- | NULL | NULL | NULL | 'm'
-- | NULL | NULL | 3 | 'n'
-- | ok
SELECT b FROM t1 FULL JOIN t3 ON x=a;
-- | b
-- | 'l'
-- | 'j'
-- | 'i'
-- | 'k'
-- | 'm'
-- | 'n'
-- | ok
-- @dialect sqlite
CREATE TABLE a(id INTEGER PRIMARY KEY, n TEXT, k INT);
-- | ok
CREATE TABLE b(id INTEGER PRIMARY KEY, aid INT, v TEXT, w INT);
-- | ok
INSERT INTO a VALUES(1,'one',3),(2,'two',1),(3,'three',2);
-- | ok, 3 rows
INSERT INTO b VALUES(1,3,'x',5),(2,1,'y',5),(3,2,'x',1),(4,1,'x',9);
-- | ok, 4 rows
SELECT a.n, b.v FROM a LEFT JOIN b ON b.aid=a.id WHERE b.v='x';
-- | n | v
-- | 'three' | 'x'
-- | 'two' | 'x'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM a LEFT JOIN b ON b.aid=a.id WHERE b.w>3;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM b LEFT JOIN a ON b.aid=a.id WHERE a.k>1;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM b LEFT JOIN a ON b.aid=a.id WHERE a.id>1;
-- | n | v
-- | 'three' | 'x'
-- | 'two' | 'x'
-- | ok
SELECT a.n, b.v FROM b LEFT JOIN a ON b.aid=a.id WHERE a.id=1;
-- | n | v
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM a LEFT JOIN b ON b.aid=a.id WHERE b.id=4;
-- | n | v
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM a LEFT JOIN b ON b.aid=a.id WHERE b.id IS NOT NULL;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'two' | 'x'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM a LEFT JOIN b USING(id) WHERE b.v='x';
-- | n | v
-- | 'one' | 'x'
-- | 'three' | 'x'
-- | ok
CREATE INDEX ba ON b(aid);
-- | ok
SELECT a.n, b.v FROM a LEFT JOIN b ON b.aid=a.id WHERE b.v='x';
-- | n | v
-- | 'three' | 'x'
-- | 'two' | 'x'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM a LEFT JOIN b ON b.aid=a.id WHERE b.w>3;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM b LEFT JOIN a ON b.aid=a.id WHERE a.k>1;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM b LEFT JOIN a ON b.aid=a.id WHERE a.id>1;
-- | n | v
-- | 'two' | 'x'
-- | 'three' | 'x'
-- | ok
CREATE TABLE c(id INTEGER PRIMARY KEY, bid INT, z INT);
-- | ok
INSERT INTO c VALUES(1,4,1),(2,2,1),(3,1,2),(4,3,1);
-- | ok, 4 rows
SELECT a.n, b.v, c.z FROM a LEFT JOIN b ON b.aid=a.id LEFT JOIN c ON c.bid=b.id WHERE c.z=1;
-- | n | v | z
-- | 'one' | 'y' | 1
-- | 'one' | 'x' | 1
-- | 'two' | 'x' | 1
-- | ok
SELECT a.n, b.v, c.z FROM a LEFT JOIN b ON b.aid=a.id LEFT JOIN c ON c.bid=b.id WHERE b.v='x';
-- | n | v | z
-- | 'three' | 'x' | 2
-- | 'two' | 'x' | 1
-- | 'one' | 'x' | 1
-- | ok
SELECT a.n, b.v, c.z FROM a LEFT JOIN b ON b.aid=a.id JOIN c ON c.bid=b.id;
-- | n | v | z
-- | 'one' | 'x' | 1
-- | 'one' | 'y' | 1
-- | 'three' | 'x' | 2
-- | 'two' | 'x' | 1
-- | ok
SELECT a.n, b.v, c.z FROM a JOIN b ON b.aid=a.id LEFT JOIN c ON c.bid=b.id WHERE c.z<2 ;
-- | n | v | z
-- | 'one' | 'x' | 1
-- | 'one' | 'y' | 1
-- | 'two' | 'x' | 1
-- | ok
SELECT a.n, b.v FROM a RIGHT JOIN b ON b.aid=a.id WHERE a.k>1;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM a FULL JOIN b ON b.aid=a.id WHERE a.k>1;
-- | n | v
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | 'three' | 'x'
-- | ok
SELECT a.n, b.v FROM a FULL JOIN b ON b.aid=a.id WHERE a.k>1 AND b.w>1;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT a.n, b.v FROM a RIGHT JOIN b ON b.aid=a.id WHERE b.w>1;
-- | n | v
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | 'three' | 'x'
-- | ok
EXPLAIN QUERY PLAN SELECT a.n, b.v FROM a LEFT JOIN b ON b.aid=a.id WHERE b.v='x';
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b'
-- | 2 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT a.n, b.v FROM b LEFT JOIN a ON b.aid=a.id WHERE a.k>1;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN b'
-- | 2 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
EXPLAIN QUERY PLAN SELECT a.n, b.v, c.z FROM a LEFT JOIN b ON b.aid=a.id JOIN c ON c.bid=b.id;
-- | id | parent | notused | detail
-- | 1 | 0 | 0 | 'SCAN c'
-- | 2 | 0 | 0 | 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'
-- | 3 | 0 | 0 | 'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)'
-- | ok
SELECT a.n, b.v FROM a JOIN b ON b.w=a.k+2 WHERE a.id=1;
-- | n | v
-- | 'one' | 'x'
-- | 'one' | 'y'
-- | ok
CREATE TABLE e(id INTEGER PRIMARY KEY, name TEXT, boss INT, dept TEXT);
-- | ok
CREATE INDEX ed ON e(dept);
-- | ok
INSERT INTO e VALUES(1,'w',NULL,'d1'),(2,'z',1,'d1'),(3,'q',1,'d2'),(4,'c',2,'d1'),(5,'a',1,'d2'),(6,'b',3,'d3');
-- | ok, 6 rows
CREATE TABLE r(eid INT, what TEXT);
-- | ok
INSERT INTO r VALUES(4,'zz'),(1,'yy'),(4,'aa'),(2,'k'),(2,'j'),(9,'n'),(8,'m');
-- | ok, 7 rows
SELECT e.name, m.name FROM e LEFT JOIN e m ON e.boss=m.id WHERE m.name IS NOT NULL;
-- | name | name
-- | 'z' | 'w'
-- | 'q' | 'w'
-- | 'c' | 'z'
-- | 'a' | 'w'
-- | 'b' | 'q'
-- | ok
SELECT e.name, m.name FROM e LEFT JOIN e m ON e.boss=m.id WHERE m.name IS NULL;
-- | name | name
-- | 'w' | NULL
-- | ok
SELECT e.name, m.name FROM e LEFT JOIN e m ON e.boss=m.id WHERE m.dept='d1';
-- | name | name
-- | 'z' | 'w'
-- | 'q' | 'w'
-- | 'c' | 'z'
-- | 'a' | 'w'
-- | ok
SELECT e.name, r.what FROM e JOIN r ON r.eid=e.id WHERE e.dept='d1';
-- | name | what
-- | 'c' | 'zz'
-- | 'w' | 'yy'
-- | 'c' | 'aa'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | ok
SELECT e.name, r.what FROM e LEFT JOIN r ON r.eid=e.id WHERE e.dept='d1';
-- | name | what
-- | 'w' | 'yy'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | 'c' | 'zz'
-- | 'c' | 'aa'
-- | ok
SELECT e.name, r.what FROM e LEFT JOIN r ON r.eid=e.id;
-- | name | what
-- | 'w' | 'yy'
-- | 'z' | 'j'
-- | 'z' | 'k'
-- | 'q' | NULL
-- | 'c' | 'aa'
-- | 'c' | 'zz'
-- | 'a' | NULL
-- | 'b' | NULL
-- | ok
SELECT e.name, r.what FROM e RIGHT JOIN r ON r.eid=e.id;
-- | name | what
-- | 'w' | 'yy'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | 'c' | 'zz'
-- | 'c' | 'aa'
-- | NULL | 'n'
-- | NULL | 'm'
-- | ok
SELECT e.name, r.what FROM e FULL JOIN r ON r.eid=e.id;
-- | name | what
-- | 'w' | 'yy'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | 'q' | NULL
-- | 'c' | 'zz'
-- | 'c' | 'aa'
-- | 'a' | NULL
-- | 'b' | NULL
-- | NULL | 'n'
-- | NULL | 'm'
-- | ok
SELECT e.name, r.what FROM r FULL JOIN e ON r.eid=e.id;
-- | name | what
-- | 'c' | 'zz'
-- | 'w' | 'yy'
-- | 'c' | 'aa'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | NULL | 'n'
-- | NULL | 'm'
-- | 'q' | NULL
-- | 'a' | NULL
-- | 'b' | NULL
-- | ok
SELECT e.name, r.what FROM r LEFT JOIN e ON r.eid=e.id WHERE e.id>=2;
-- | name | what
-- | 'c' | 'zz'
-- | 'c' | 'aa'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | ok
SELECT e.name, r.what FROM r LEFT JOIN e ON r.eid=e.id WHERE e.id>=2 OR r.what='n';
-- | name | what
-- | 'c' | 'zz'
-- | 'c' | 'aa'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | NULL | 'n'
-- | ok
SELECT e.name, r.what FROM r LEFT JOIN e ON r.eid=e.id WHERE e.name LIKE 'c%';
-- | name | what
-- | 'c' | 'zz'
-- | 'c' | 'aa'
-- | ok
SELECT e.name, r.what FROM e LEFT JOIN r ON r.eid=e.id WHERE r.what LIKE '%';
-- | name | what
-- | 'w' | 'yy'
-- | 'z' | 'j'
-- | 'z' | 'k'
-- | 'c' | 'aa'
-- | 'c' | 'zz'
-- | ok
SELECT e.name, r.what FROM e LEFT JOIN r ON r.eid=e.id WHERE coalesce(r.what,'')<>'';
-- | name | what
-- | 'w' | 'yy'
-- | 'z' | 'j'
-- | 'z' | 'k'
-- | 'c' | 'aa'
-- | 'c' | 'zz'
-- | ok
SELECT e.name, r.what FROM e LEFT JOIN r ON r.eid=e.id WHERE r.what||'x' > 'a';
-- | name | what
-- | 'c' | 'zz'
-- | 'w' | 'yy'
-- | 'c' | 'aa'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | ok
SELECT e.name, r.what FROM e LEFT JOIN r ON r.eid=e.id WHERE r.what IN ('zz','aa','k');
-- | name | what
-- | 'c' | 'zz'
-- | 'c' | 'aa'
-- | 'z' | 'k'
-- | ok
SELECT e.name, r.what FROM e LEFT JOIN r ON r.eid=e.id WHERE NOT r.what='zz';
-- | name | what
-- | 'w' | 'yy'
-- | 'c' | 'aa'
-- | 'z' | 'k'
-- | 'z' | 'j'
-- | ok
SELECT e.name, r.what FROM e NATURAL LEFT JOIN r WHERE r.what='zz';
-- | name | what
-- | 'w' | 'zz'
-- | 'z' | 'zz'
-- | 'q' | 'zz'
-- | 'c' | 'zz'
-- | 'a' | 'zz'
-- | 'b' | 'zz'
-- | ok
SELECT e.name, r.what, m.name FROM e LEFT JOIN r ON r.eid=e.id LEFT JOIN e m ON m.id=e.boss WHERE m.dept='d1' AND r.what > 'a';
-- | name | what | name
-- | 'c' | 'zz' | 'z'
-- | 'c' | 'aa' | 'z'
-- | 'z' | 'k' | 'w'
-- | 'z' | 'j' | 'w'
-- | ok
SELECT count(*), e.dept FROM e LEFT JOIN r ON r.eid=e.id WHERE r.what > 'a' GROUP BY e.dept;
-- | count(*) | dept
-- | 5 | 'd1'
-- | ok
SELECT group_concat(e.name) FROM e LEFT JOIN r ON r.eid=e.id WHERE r.what > 'a';
-- | group_concat(e.name)
-- | 'c,w,c,z,z'
-- | ok
SELECT * FROM e LEFT JOIN r ON r.eid=e.id WHERE r.what > 'a';
-- | id | name | boss | dept | eid | what
-- | 4 | 'c' | 2 | 'd1' | 4 | 'zz'
-- | 1 | 'w' | NULL | 'd1' | 1 | 'yy'
-- | 4 | 'c' | 2 | 'd1' | 4 | 'aa'
-- | 2 | 'z' | 1 | 'd1' | 2 | 'k'
-- | 2 | 'z' | 1 | 'd1' | 2 | 'j'
-- | ok
SELECT *, 1 FROM r LEFT JOIN e ON r.eid=e.id WHERE e.boss > 0 LIMIT 2;
-- | eid | what | id | name | boss | dept | 1
-- | 4 | 'zz' | 4 | 'c' | 2 | 'd1' | 1
-- | 4 | 'aa' | 4 | 'c' | 2 | 'd1' | 1
-- | ok
SELECT r.*, e.* FROM r, e LEFT JOIN r r2 ON r2.eid=e.id WHERE r2.what > 'a' AND r.eid=e.id;
-- | eid | what | id | name | boss | dept
-- | 4 | 'aa' | 4 | 'c' | 2 | 'd1'
-- | 4 | 'zz' | 4 | 'c' | 2 | 'd1'
-- | 1 | 'yy' | 1 | 'w' | NULL | 'd1'
-- | 4 | 'aa' | 4 | 'c' | 2 | 'd1'
-- | 4 | 'zz' | 4 | 'c' | 2 | 'd1'
-- | 2 | 'j' | 2 | 'z' | 1 | 'd1'
-- | 2 | 'k' | 2 | 'z' | 1 | 'd1'
-- | 2 | 'j' | 2 | 'z' | 1 | 'd1'
-- | 2 | 'k' | 2 | 'z' | 1 | 'd1'
-- | ok
-- @dialect sqlite
CREATE TABLE a(id INTEGER PRIMARY KEY, n TEXT, k INT);
-- | ok
CREATE TABLE b(id INTEGER PRIMARY KEY, aid INT, v TEXT, w INT);
-- | ok
CREATE TABLE c(bid INT, z INT, s TEXT);
-- | ok
INSERT INTO a VALUES(1,'one',3),(2,'two',1),(3,'three',2),(4,'four',NULL);
-- | ok, 4 rows
INSERT INTO b VALUES(1,3,'x',5),(2,1,'y',5),(3,2,'x',1),(4,1,'x',9),(5,NULL,'z',2),(6,7,'q',NULL);
-- | ok, 6 rows
INSERT INTO c VALUES(4,1,'p'),(2,1,'o'),(1,2,'n'),(3,1,'m'),(9,4,'l'),(2,5,'k'),(NULL,1,'j');
-- | ok, 7 rows
SELECT * FROM b LEFT JOIN a ON b.aid=a.id JOIN c ON c.bid=b.id LIMIT 2;
-- | id | aid | v | w | id | n | k | bid | z | s
-- | 4 | 1 | 'x' | 9 | 1 | 'one' | 3 | 4 | 1 | 'p'
-- | 2 | 1 | 'y' | 5 | 1 | 'one' | 3 | 2 | 1 | 'o'
-- | ok
SELECT * FROM b LEFT JOIN a ON a.id=b.aid AND a.k>1 JOIN c ON c.bid=b.id;
-- | id | aid | v | w | id | n | k | bid | z | s
-- | 4 | 1 | 'x' | 9 | 1 | 'one' | 3 | 4 | 1 | 'p'
-- | 2 | 1 | 'y' | 5 | 1 | 'one' | 3 | 2 | 1 | 'o'
-- | 1 | 3 | 'x' | 5 | 3 | 'three' | 2 | 1 | 2 | 'n'
-- | 3 | 2 | 'x' | 1 | NULL | NULL | NULL | 3 | 1 | 'm'
-- | 2 | 1 | 'y' | 5 | 1 | 'one' | 3 | 2 | 5 | 'k'
-- | ok
SELECT a.n, b.v FROM b LEFT JOIN a ON b.aid=a.id WHERE a.id IN (1,3);
-- | n | v
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | 'three' | 'x'
-- | ok
SELECT a.n, b.v FROM b JOIN a ON b.aid=a.id WHERE a.id BETWEEN 1 AND 3;
-- | n | v
-- | 'three' | 'x'
-- | 'one' | 'y'
-- | 'two' | 'x'
-- | 'one' | 'x'
-- | ok
SELECT * FROM a JOIN b ON b.aid=a.id AND b.v='x' LEFT JOIN c ON c.bid=b.id WHERE a.id BETWEEN 1 AND 3;
-- | id | n | k | id | aid | v | w | bid | z | s
-- | 3 | 'three' | 2 | 1 | 3 | 'x' | 5 | 1 | 2 | 'n'
-- | 2 | 'two' | 1 | 3 | 2 | 'x' | 1 | 3 | 1 | 'm'
-- | 1 | 'one' | 3 | 4 | 1 | 'x' | 9 | 4 | 1 | 'p'
-- | ok
SELECT a.n, b.v FROM b JOIN a ON b.aid=a.id WHERE a.id IN (1,3) AND b.w>1 LIMIT 2;
-- | n | v
-- | 'one' | 'y'
-- | 'one' | 'x'
-- | ok
SELECT * FROM a RIGHT JOIN b ON b.aid=a.id WHERE a.id IN (1,3);
-- | id | n | k | id | aid | v | w
-- | 1 | 'one' | 3 | 2 | 1 | 'y' | 5
-- | 1 | 'one' | 3 | 4 | 1 | 'x' | 9
-- | 3 | 'three' | 2 | 1 | 3 | 'x' | 5
-- | ok
SELECT b.id, c.s FROM b LEFT JOIN a ON a.id=b.aid JOIN c ON c.bid=b.id WHERE a.id IS NULL;
-- | id | s
-- | ok
SELECT b.id, c.s, a.n FROM b LEFT JOIN a ON a.id=b.aid JOIN c ON c.bid=b.id WHERE a.k IS NULL OR a.k=3;
-- | id | s | n
-- | 4 | 'p' | 'one'
-- | 2 | 'o' | 'one'
-- | 2 | 'k' | 'one'
-- | ok
SELECT b.id, c.s, a.n FROM b LEFT JOIN a ON a.id=b.aid JOIN c ON c.bid=b.id WHERE coalesce(a.k,0)<3;
-- | id | s | n
-- | 1 | 'n' | 'three'
-- | 3 | 'm' | 'two'
-- | ok
SELECT a.n, b.v, c.s FROM a LEFT JOIN b ON b.aid=a.id JOIN c ON c.z=a.k WHERE b.id IS NULL;
-- | n | v | s
-- | ok
SELECT a.n, b.v, c.s FROM a LEFT JOIN b ON b.aid=a.id JOIN c ON c.z=a.k;
-- | n | v | s
-- | 'two' | 'x' | 'j'
-- | 'two' | 'x' | 'm'
-- | 'two' | 'x' | 'o'
-- | 'two' | 'x' | 'p'
-- | 'three' | 'x' | 'n'
-- | ok
