-- The types of parameters follow from their first use, and EXECUTE brings values to them. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text, n numeric(5,2), d date, b boolean);
-- | ok (CREATE TABLE)
PREPARE p1 AS SELECT $1;
-- | ok (PREPARE)
EXECUTE p1('x');
-- | ?column?
-- | 'x'
-- | ok (SELECT 1)
EXECUTE p1(1);
-- | ?column?
-- | 1
-- | ok (SELECT 1)
PREPARE p2 AS SELECT $1 + $2;
-- | error 42725 operator is not unique: unknown + unknown
-- |   hint: Could not choose a best candidate operator. You might need to add explicit type casts.
PREPARE p3 AS SELECT $1 + 1;
-- | ok (PREPARE)
EXECUTE p3('5');
-- | ?column?
-- | 6
-- | ok (SELECT 1)
EXECUTE p3(5);
-- | ?column?
-- | 6
-- | ok (SELECT 1)
EXECUTE p3('x');
-- | error 22P02 invalid input syntax for type integer: "x"
EXECUTE p3(5.5);
-- | ?column?
-- | 7
-- | ok (SELECT 1)
PREPARE p4 AS SELECT $1 || 'x';
-- | ok (PREPARE)
EXECUTE p4('5');
-- | ?column?
-- | '5x'
-- | ok (SELECT 1)
EXECUTE p4(5);
-- | ?column?
-- | '5x'
-- | ok (SELECT 1)
PREPARE p5 AS SELECT $1 IS NULL;
-- | error 42P18 could not determine data type of parameter $1
PREPARE p6 AS SELECT * FROM t WHERE id = $1;
-- | ok (PREPARE)
EXECUTE p6('1');
-- | id | a | n | d | b
-- | ok (SELECT 0)
EXECUTE p6('x');
-- | error 22P02 invalid input syntax for type integer: "x"
EXECUTE p6(1.5);
-- | id | a | n | d | b
-- | ok (SELECT 0)
EXECUTE p6(1::bigint);
-- | id | a | n | d | b
-- | ok (SELECT 0)
EXECUTE p6(NULL);
-- | id | a | n | d | b
-- | ok (SELECT 0)
PREPARE p7 AS SELECT * FROM t WHERE $1 IS NULL OR id = $1;
-- | error 42P08 could not determine data type of parameter $1
PREPARE p8 AS SELECT * FROM t WHERE id = $1 OR a = $1;
-- | error 42883 operator does not exist: text = integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
PREPARE p9 AS INSERT INTO t(id, a) VALUES ($1, $1);
-- | error 42P08 inconsistent types deduced for parameter $1
-- |   detail: integer versus text
PREPARE p10 AS INSERT INTO t(id, a) VALUES ($1, $2);
-- | ok (PREPARE)
EXECUTE p10(1, 2);
-- | ok, 1 row (INSERT 0 1)
EXECUTE p10('2', 'b');
-- | ok, 1 row (INSERT 0 1)
EXECUTE p10('x', 'b');
-- | error 22P02 invalid input syntax for type integer: "x"
EXECUTE p10(3.7, 'b');
-- | ok, 1 row (INSERT 0 1)
EXECUTE p10(true, 'b');
-- | error 42804 parameter $1 of type boolean cannot be coerced to the expected type integer
-- |   hint: You will need to rewrite or cast the expression.
SELECT * FROM t ORDER BY id;
-- | id | a | n | d | b
-- | 1 | '2' | NULL | NULL | NULL
-- | 2 | 'b' | NULL | NULL | NULL
-- | 4 | 'b' | NULL | NULL | NULL
-- | ok (SELECT 3)
PREPARE p11 AS INSERT INTO t(id, a) VALUES ($2, 'x');
-- | error 42P18 could not determine data type of parameter $1
PREPARE p12 AS SELECT coalesce($1, $2);
-- | ok (PREPARE)
EXECUTE p12(1, 'b');
-- | coalesce
-- | '1'
-- | ok (SELECT 1)
PREPARE p13 AS SELECT coalesce($1, 1);
-- | ok (PREPARE)
EXECUTE p13('b');
-- | error 22P02 invalid input syntax for type integer: "b"
PREPARE p14 AS SELECT $1::int, $1::text;
-- | ok (PREPARE)
PREPARE p15 AS SELECT $1::int, $1;
-- | ok (PREPARE)
PREPARE p17 AS SELECT lower($1);
-- | ok (PREPARE)
EXECUTE p17(5);
-- | lower
-- | '5'
-- | ok (SELECT 1)
PREPARE p18 AS SELECT abs($1);
-- | ok (PREPARE)
PREPARE p19 AS SELECT count($1);
-- | error 42P18 could not determine data type of parameter $1
PREPARE p20 AS SELECT jsonb_build_object('a', $1);
-- | error 42P18 could not determine data type of parameter $1
PREPARE p21 AS UPDATE t SET a = $1, n = $2 WHERE id = $3;
-- | ok (PREPARE)
EXECUTE p21('z', '1.005', 1);
-- | ok, 1 row (UPDATE 1)
EXECUTE p21('z', 10000, 1);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 5, scale 2 must round to an absolute value less than 10^3.
PREPARE p22 AS SELECT * FROM t WHERE id IN ($1, $2);
-- | ok (PREPARE)
EXECUTE p22('1', 2);
-- | id | a | n | d | b
-- | 1 | 'z' | 1.01 | NULL | NULL
-- | 2 | 'b' | NULL | NULL | NULL
-- | ok (SELECT 2)
PREPARE p23 AS SELECT * FROM t WHERE id = ANY($1);
-- | ok (PREPARE)
PREPARE p24 AS SELECT * FROM t LIMIT $1;
-- | ok (PREPARE)
EXECUTE p24(1);
-- | id | a | n | d | b
-- | 2 | 'b' | NULL | NULL | NULL
-- | ok (SELECT 1)
PREPARE p25 AS SELECT CASE WHEN $1 THEN 1 ELSE 2 END;
-- | ok (PREPARE)
EXECUTE p25('yes');
-- | case
-- | 1
-- | ok (SELECT 1)
PREPARE p26 AS SELECT $1 = $2;
-- | ok (PREPARE)
EXECUTE p26(1, '1');
-- | ?column?
-- | true
-- | ok (SELECT 1)
PREPARE p27 AS SELECT now() - $1;
-- | ok (PREPARE)
PREPARE p28 AS SELECT * FROM t WHERE a LIKE $1;
-- | ok (PREPARE)
EXECUTE p28('z%');
-- | id | a | n | d | b
-- | 1 | 'z' | 1.01 | NULL | NULL
-- | ok (SELECT 1)
PREPARE p29 AS SELECT concat($1, $2);
-- | error 42P18 could not determine data type of parameter $1
PREPARE p30 AS INSERT INTO t(id, a) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET a = $2;
-- | ok (PREPARE)
EXECUTE p30(1, 'q');
-- | ok, 1 row (INSERT 0 1)
PREPARE p31 AS INSERT INTO t(id, a) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET a = $1;
-- | ok (PREPARE)
PREPARE p32 AS INSERT INTO t(id, a) SELECT $1, $2;
-- | ok (PREPARE)
EXECUTE p32(9, 'q');
-- | ok, 1 row (INSERT 0 1)
PREPARE p33(int) AS INSERT INTO t(id, a) SELECT $1, $2;
-- | ok (PREPARE)
EXECUTE p33(10, 'q');
-- | ok, 1 row (INSERT 0 1)
EXECUTE p33('11', 5);
-- | ok, 1 row (INSERT 0 1)
PREPARE p34 AS SELECT * FROM generate_series(1, $1);
-- | ok (PREPARE)
EXECUTE p34('2');
-- | generate_series
-- | 1
-- | 2
-- | ok (SELECT 2)
PREPARE p35 AS SELECT $1 UNION SELECT 1;
-- | ok (PREPARE)
PREPARE p36 AS VALUES ($1), (2);
-- | ok (PREPARE)
EXECUTE p36('7');
-- | column1
-- | 7
-- | 2
-- | ok (SELECT 2)
PREPARE p37 AS INSERT INTO t(id, a) VALUES ($1, $2), (1 + $1, $2);
-- | ok (PREPARE)
PREPARE p38 AS SELECT $1::int + $1;
-- | ok (PREPARE)
EXECUTE p38('3');
-- | ?column?
-- | 6
-- | ok (SELECT 1)
PREPARE p39 AS DELETE FROM t WHERE d < $1 AND b = $2;
-- | ok (PREPARE)
EXECUTE p39('2020-01-01', 'yes');
-- | ok, 0 rows (DELETE 0)
EXECUTE p39('x', true);
-- | error 22007 invalid input syntax for type date: "x"
PREPARE p40 AS MERGE INTO t USING (VALUES ($1, $2)) s(k, v) ON t.id = s.k WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.k, s.v);
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
PREPARE p41 AS MERGE INTO t USING (VALUES ($1::int, $2)) s(k, v) ON t.id = s.k WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.k, s.v);
-- | ok (PREPARE)
PREPARE p42 AS SELECT id FROM t WHERE n BETWEEN $1 AND $2;
-- | ok (PREPARE)
EXECUTE p42(0, '5');
-- | id
-- | 1
-- | ok (SELECT 1)
PREPARE p43 AS SELECT id FROM t WHERE d = $1 + 1;
-- | error 42883 operator does not exist: date = integer
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
PREPARE p44 AS SELECT max($1);
-- | ok (PREPARE)
PREPARE p45 AS SELECT ARRAY[$1, 1];
-- | ok (PREPARE)
PREPARE p46 AS SELECT ROW($1);
-- | error 42P18 could not determine data type of parameter $1
PREPARE p47 AS SELECT $1 LIKE 'x';
-- | ok (PREPARE)
PREPARE p48 AS SELECT substring('abc' from $1);
-- | ok (PREPARE)
PREPARE p49 AS SELECT $1::text::int;
-- | ok (PREPARE)
PREPARE p50 AS SELECT $1 FROM t GROUP BY $1;
-- | ok (PREPARE)
