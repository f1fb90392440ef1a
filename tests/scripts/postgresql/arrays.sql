-- How are arrays read, shown, taken apart and searched, and what gives rows among results? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE t (id int PRIMARY KEY, tags text[], nums int[] DEFAULT '{}', v varchar(3)[], UNIQUE (tags));
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, '{a,b}', '{1,2,3}', '{abc}') RETURNING *;
-- | id | tags | nums | v
-- | 1 | {a,b} | {1,2,3} | {abc}
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (2, ARRAY['x','y z', NULL, 'NULL', '', 'q"u'], ARRAY[1,NULL,3]) RETURNING *;
-- | id | tags | nums | v
-- | 2 | {x,"y z",NULL,"NULL","","q\"u"} | {1,NULL,3} | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (3, '{a,b}');
-- | error 23505 duplicate key value violates unique constraint "t_tags_key"
-- |   detail: Key (tags)=({a,b}) already exists.
INSERT INTO t VALUES (3, '{a,b}') ON CONFLICT (tags) DO UPDATE SET tags = t.tags || 'c'::text RETURNING *;
-- | id | tags | nums | v
-- | 1 | {a,b,c} | {1,2,3} | {abc}
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (4, '{a');
-- | error 22P02 malformed array literal: "{a"
-- |   detail: Unexpected end of input.
INSERT INTO t VALUES (4, 'a');
-- | error 22P02 malformed array literal: "a"
-- |   detail: Array value must start with "{" or dimension information.
INSERT INTO t VALUES (4, '{a}x');
-- | error 22P02 malformed array literal: "{a}x"
-- |   detail: Junk after closing right brace.
INSERT INTO t VALUES (4, '{a,}');
-- | error 22P02 malformed array literal: "{a,}"
-- |   detail: Unexpected "}" character.
INSERT INTO t VALUES (4, NULL, '{1,x}');
-- | error 22P02 invalid input syntax for type integer: "x"
INSERT INTO t VALUES (4, NULL, NULL, '{abcd}');
-- | error 22001 value too long for type character varying(3)
INSERT INTO t VALUES (4, NULL, ARRAY['a']);
-- | error 42804 column "nums" is of type integer[] but expression is of type text[]
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t VALUES (4, ARRAY[1,2]);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (4, 5);
-- | error 42804 column "tags" is of type text[] but expression is of type integer
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t (id, nums) VALUES (4, ARRAY[1.5, 2]) RETURNING nums;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(4) already exists.
INSERT INTO t (id) VALUES (5) RETURNING nums, nums IS NULL, array_length(nums, 1), cardinality(nums);
-- | nums | ?column? | array_length | cardinality
-- | {} | false | NULL | 0
-- | ok, 1 row (INSERT 0 1)
SELECT tags[1], nums[2], nums[9] FROM t WHERE id = 1;
-- | tags | nums | nums
-- | 'a' | 2 | NULL
-- | ok (SELECT 1)
SELECT * FROM t WHERE 'a' = ANY(tags);
-- | id | tags | nums | v
-- | 1 | {a,b,c} | {1,2,3} | {abc}
-- | ok (SELECT 1)
SELECT * FROM t WHERE 2 = ANY(nums);
-- | id | tags | nums | v
-- | 1 | {a,b,c} | {1,2,3} | {abc}
-- | ok (SELECT 1)
SELECT id FROM t WHERE id = ANY('{1,2}') ORDER BY id;
-- | id
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT id FROM t WHERE id = ANY(ARRAY[1,3]) ORDER BY id;
-- | id
-- | 1
-- | ok (SELECT 1)
SELECT id FROM t WHERE id <> ALL(ARRAY[1,3]) ORDER BY id;
-- | id
-- | 2
-- | 4
-- | 5
-- | ok (SELECT 3)
SELECT id FROM t WHERE id = ANY(5);
-- | error 42809 op ANY/ALL (array) requires array on right side
SELECT id FROM t WHERE id = ANY(ARRAY['a']);
-- | error 42883 operator does not exist: integer = text
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT 1 = ANY(NULL::int[]), 1 = ANY('{}'), 1 = ALL('{}'), 1 = ANY('{NULL}');
-- | ?column? | ?column? | ?column? | ?column?
-- | NULL | false | true | NULL
-- | ok (SELECT 1)
SELECT unnest(ARRAY[1,2,3]);
-- | unnest
-- | 1
-- | 2
-- | 3
-- | ok (SELECT 3)
SELECT * FROM unnest(ARRAY['a','b']);
-- | unnest
-- | 'a'
-- | 'b'
-- | ok (SELECT 2)
SELECT * FROM unnest(ARRAY['a','b']) AS x;
-- | x
-- | 'a'
-- | 'b'
-- | ok (SELECT 2)
SELECT x.y FROM unnest(ARRAY['a','b']) AS x(y);
-- | y
-- | 'a'
-- | 'b'
-- | ok (SELECT 2)
SELECT id, tag FROM t, unnest(tags) AS tag ORDER BY id, tag;
-- | id | tag
-- | 1 | 'a'
-- | 1 | 'b'
-- | 1 | 'c'
-- | 2 | ''
-- | 2 | 'NULL'
-- | 2 | 'q"u'
-- | 2 | 'x'
-- | 2 | 'y z'
-- | 2 | NULL
-- | 4 | '1'
-- | 4 | '2'
-- | ok (SELECT 11)
SELECT id, unnest(tags) FROM t WHERE id = 1;
-- | id | unnest
-- | 1 | 'a'
-- | 1 | 'b'
-- | 1 | 'c'
-- | ok (SELECT 3)
SELECT array_agg(id ORDER BY id) FROM t;
-- | array_agg
-- | {1,2,4,5}
-- | ok (SELECT 1)
SELECT array_agg(id) FROM t WHERE false;
-- | array_agg
-- | NULL
-- | ok (SELECT 1)
SELECT array_agg(DISTINCT id) FROM t;
-- | array_agg
-- | {1,2,4,5}
-- | ok (SELECT 1)
SELECT ARRAY[1,2] || ARRAY[3], ARRAY[1,2] || 3, 0 || ARRAY[1,2], ARRAY[1] || '{5,6}';
-- | ?column? | ?column? | ?column? | ?column?
-- | {1,2,3} | {1,2,3} | {0,1,2} | {1,5,6}
-- | ok (SELECT 1)
SELECT ARRAY[1,2] = ARRAY[1,2], ARRAY[1,2] < ARRAY[1,3], ARRAY[1] <> '{2}';
-- | ?column? | ?column? | ?column?
-- | true | true | true
-- | ok (SELECT 1)
SELECT ARRAY[1,2] @> ARRAY[1], ARRAY[1] <@ ARRAY[1,2], ARRAY[1,2] && ARRAY[2,3];
-- | ?column? | ?column? | ?column?
-- | true | true | true
-- | ok (SELECT 1)
SELECT array_append(ARRAY[1], 2), array_prepend(0, ARRAY[1]), array_cat(ARRAY[1], ARRAY[2]), array_remove(ARRAY[1,2,1], 1), array_position(ARRAY['a','b'], 'b');
-- | array_append | array_prepend | array_cat | array_remove | array_position
-- | {1,2} | {0,1} | {1,2} | {2} | 2
-- | ok (SELECT 1)
SELECT array_to_string(ARRAY[1,NULL,3], ','), array_to_string(ARRAY[1,NULL,3], ',', '*'), string_to_array('a,b,c', ',');
-- | array_to_string | array_to_string | string_to_array
-- | '1,3' | '1,*,3' | {a,b,c}
-- | ok (SELECT 1)
SELECT array_length(ARRAY[1,2], 1), array_upper(ARRAY[1,2], 1), array_lower(ARRAY[1], 1), cardinality(ARRAY[1,2]);
-- | array_length | array_upper | array_lower | cardinality
-- | 2 | 2 | 1 | 2
-- | ok (SELECT 1)
SELECT ARRAY[];
-- | error 42P18 cannot determine type of empty array
-- |   hint: Explicitly cast to the desired type, for example ARRAY[]::integer[].
SELECT ARRAY[]::int[];
-- | array
-- | {}
-- | ok (SELECT 1)
SELECT ARRAY[1,'a'];
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT ARRAY[1,'2'];
-- | array
-- | {1,2}
-- | ok (SELECT 1)
SELECT ARRAY[1, 2.5], ARRAY[true], ARRAY['2024-01-01'::date], ARRAY[1.5::float8];
-- | array | array | array | array
-- | {1,2.5} | {t} | {2024-01-01} | {1.5}
-- | ok (SELECT 1)
SELECT '{1,2}'::int[], ARRAY[1,2]::text[], '{t,f}'::bool[], ARRAY['1','2']::int[];
-- | int4 | array | bool | array
-- | {1,2} | {1,2} | {t,f} | {1,2}
-- | ok (SELECT 1)
SELECT ('{1,2,3}'::int[])[2];
-- | int4
-- | 2
-- | ok (SELECT 1)
SELECT (ARRAY[1,2])[1];
-- | array
-- | 1
-- | ok (SELECT 1)
SELECT 'a'[1];
-- | error 42601 syntax error at or near "["
SELECT 5[1];
-- | error 42601 syntax error at or near "["
UPDATE t SET tags = array_append(tags, 'z') WHERE id = 1 RETURNING tags;
-- | tags
-- | {a,b,c,z}
-- | ok, 1 row (UPDATE 1)
SELECT pg_typeof(ARRAY[1]), pg_typeof(tags) FROM t WHERE id = 1;
-- | pg_typeof | pg_typeof
-- | integer[] | text[]
-- | ok (SELECT 1)
CREATE TABLE m (a int[][]);
-- | ok (CREATE TABLE)
CREATE TABLE u (a int[] CHECK (cardinality(a) < 3), b text[] NOT NULL);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES ('{1,2,3}', '{}');
-- | error 23514 new row for relation "u" violates check constraint "u_a_check"
-- |   detail: Failing row contains ({1,2,3}, {}).
INSERT INTO u VALUES ('{1,2}', NULL);
-- | error 23502 null value in column "b" of relation "u" violates not-null constraint
-- |   detail: Failing row contains ({1,2}, null).
CREATE UNIQUE INDEX ON u ((a[1]));
-- | ok (CREATE INDEX)
INSERT INTO u VALUES ('{1,2}', '{}'), ('{1}', '{}');
-- | error 23505 duplicate key value violates unique constraint "u_a_idx"
-- |   detail: Key ((a[1]))=(1) already exists.
SELECT generate_series(1,3);
-- | generate_series
-- | 1
-- | 2
-- | 3
-- | ok (SELECT 3)
SELECT generate_series(1,3) AS n, 'x' AS s;
-- | n | s
-- | 1 | 'x'
-- | 2 | 'x'
-- | 3 | 'x'
-- | ok (SELECT 3)
SELECT generate_series(1,3) * 2;
-- | ?column?
-- | 2
-- | 4
-- | 6
-- | ok (SELECT 3)
INSERT INTO t (id) SELECT generate_series(10, 12);
-- | ok, 3 rows (INSERT 0 3)
INSERT INTO t (id, tags) SELECT g, ARRAY[g::text] FROM generate_series(10, 13) g ON CONFLICT DO NOTHING;
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t (id, tags) SELECT i, ARRAY['n' || i] FROM generate_series(10, 13) AS i ON CONFLICT (id) DO UPDATE SET tags = excluded.tags;
-- | ok, 4 rows (INSERT 0 4)
SELECT * FROM generate_series(1, 10, 3);
-- | generate_series
-- | 1
-- | 4
-- | 7
-- | 10
-- | ok (SELECT 4)
SELECT * FROM generate_series(3, 1, -1);
-- | generate_series
-- | 3
-- | 2
-- | 1
-- | ok (SELECT 3)
SELECT * FROM generate_series('2024-01-01'::date, '2024-01-03', '1 day');
-- | generate_series
-- | 2024-01-01 00:00:00+00
-- | 2024-01-02 00:00:00+00
-- | 2024-01-03 00:00:00+00
-- | ok (SELECT 3)
SELECT * FROM generate_series('2024-01-01'::timestamp, '2024-01-03', '12 hours') AS g;
-- | g
-- | 2024-01-01 00:00:00
-- | 2024-01-01 12:00:00
-- | 2024-01-02 00:00:00
-- | 2024-01-02 12:00:00
-- | 2024-01-03 00:00:00
-- | ok (SELECT 5)
SELECT d::date FROM generate_series('2024-01-30'::date, '2024-03-30'::date, interval '1 month') d;
-- | d
-- | 2024-01-30
-- | 2024-02-29
-- | 2024-03-29
-- | ok (SELECT 3)
SELECT * FROM generate_series(1, 3, 0);
-- | error 22023 step size cannot equal zero
SELECT * FROM generate_series(1::bigint, 2);
-- | generate_series
-- | 1
-- | 2
-- | ok (SELECT 2)
