-- How do jsonb, its functions and errors, md5 and to_char answer? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
SELECT to_char(1234.5, '9,999.99'), to_char(12, '0000'), to_char(-5.7, '999.9'), to_char(1234567, '9,999,999'), to_char(12345, '999'), to_char(0.5, '0.00'), to_char(0.5, '9.99'), to_char(12.3, 'FM999.00'), to_char(12.30, 'FM999.99');
-- | to_char | to_char | to_char | to_char | to_char | to_char | to_char | to_char | to_char
-- | ' 1,234.50' | ' 0012' | '  -5.7' | ' 1,234,567' | ' ###' | ' 0.50' | '  .50' | '12.30' | '12.3'
-- | ok (SELECT 1)
SELECT to_char(date '2024-03-05', 'Mon DD, YYYY'), to_char(date '2024-03-05', 'Day'), to_char(date '2024-03-05', 'FMMonth D'), to_char(date '2024-03-05', 'DY dd month'), to_char(date '2024-03-05', 'YY Q DDD');
-- | to_char | to_char | to_char | to_char | to_char
-- | 'Mar 05, 2024' | 'Tuesday  ' | 'March 3' | 'TUE 05 march    ' | '24 1 065'
-- | ok (SELECT 1)
SELECT md5('abc'), md5(''), md5(repeat('x', 100)), substring('hello' from 'l+');
-- | md5 | md5 | md5 | substring
-- | '900150983cd24fb0d6963f7d28e17f72' | 'd41d8cd98f00b204e9800998ecf8427e' | 'aed563ecafb4bcc5654c597a421547b2' | 'll'
-- | ok (SELECT 1)
SELECT '{"a": {"b": 5}}'::jsonb #> '{a,b}', '{"a": {"b": 5}}'::jsonb #>> '{a,b}', '{"a": [1, {"c": "x"}]}'::jsonb #>> '{a,1,c}', '{"a":1}'::json #>> '{z}';
-- | ?column? | ?column? | ?column? | ?column?
-- | '5' | '5' | 'x' | NULL
-- | ok (SELECT 1)
SELECT jsonb_set('{"a": 1}', '{a}', '2'), jsonb_set('{"a": 1}', '{b}', '"x"'), jsonb_set('{"a": {"x": 1}}', '{a,y}', 'true'), jsonb_set('{"a": 1}', '{b}', '1', false);
-- | jsonb_set | jsonb_set | jsonb_set | jsonb_set
-- | '{"a": 2}' | '{"a": 1, "b": "x"}' | '{"a": {"x": 1, "y": true}}' | '{"a": 1}'
-- | ok (SELECT 1)
SELECT jsonb_array_length('[1,2]'), jsonb_typeof('[1]'), jsonb_build_array(1, 'x', NULL), to_jsonb(1), to_jsonb('x'::text);
-- | jsonb_array_length | jsonb_typeof | jsonb_build_array | to_jsonb | to_jsonb
-- | 2 | 'array' | '[1, "x", null]' | '1' | '"x"'
-- | ok (SELECT 1)
SELECT * FROM jsonb_each('{"a": 1, "b": "x"}');
-- | key | value
-- | 'a' | '1'
-- | 'b' | '"x"'
-- | ok (SELECT 2)
SELECT * FROM jsonb_each_text('{"a": 1, "b": "x"}');
-- | key | value
-- | 'a' | '1'
-- | 'b' | 'x'
-- | ok (SELECT 2)
SELECT * FROM jsonb_array_elements('[1, 2]');
-- | value
-- | '1'
-- | '2'
-- | ok (SELECT 2)
SELECT jsonb_object_keys('{"a": 1, "b": 2}');
-- | jsonb_object_keys
-- | 'a'
-- | 'b'
-- | ok (SELECT 2)
SELECT jsonb_array_elements('[1, {"a": 2}]');
-- | jsonb_array_elements
-- | '1'
-- | '{"a": 2}'
-- | ok (SELECT 2)
SELECT elem->>'id' FROM jsonb_array_elements('[{"id": 1}, {"id": 2}]') AS elem;
-- | ?column?
-- | '1'
-- | '2'
-- | ok (SELECT 2)
CREATE TABLE t (id int PRIMARY KEY, data jsonb NOT NULL DEFAULT '{}');
-- | ok (CREATE TABLE)
INSERT INTO t VALUES (1, '{"n": 1, "tags": ["a", "b"]}');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES (1, '{"m": 2}') ON CONFLICT (id) DO UPDATE SET data = t.data || excluded.data RETURNING data;
-- | data
-- | '{"m": 2, "n": 1, "tags": ["a", "b"]}'
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET data = jsonb_set(data, '{n}', to_jsonb((data->>'n')::int + 1)) RETURNING data;
-- | data
-- | '{"m": 2, "n": 2, "tags": ["a", "b"]}'
-- | ok, 1 row (UPDATE 1)
SELECT data->'tags'->>0, data->>'n', data @> '{"m": 2}', data ? 'n' FROM t;
-- | ?column? | ?column? | ?column? | ?column?
-- | 'a' | '2' | true | true
-- | ok (SELECT 1)
INSERT INTO t VALUES (2, 'bad');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "bad" is invalid.
INSERT INTO t VALUES (2, '{"a": }');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected JSON value, but found "}".
INSERT INTO t VALUES (2, '[1,2');
-- | error 22P02 invalid input syntax for type json
-- |   detail: The input string ended unexpectedly.
INSERT INTO t VALUES (2, '{"a" 1}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected ":", but found "1".
INSERT INTO t VALUES (2, '{a: 1}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "a" is invalid.
INSERT INTO t VALUES (2, '{''a'': 1}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "'" is invalid.
INSERT INTO t VALUES (2, '[1,]');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected JSON value, but found "]".
INSERT INTO t VALUES (2, '{"a":1,}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected string, but found "}".
INSERT INTO t VALUES (2, '1 2');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected end of input, but found "2".
INSERT INTO t VALUES (2, 'tru');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "tru" is invalid.
INSERT INTO t VALUES (2, '"abc');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token ""abc" is invalid.
INSERT INTO t (id, data) VALUES (3, NULL);
-- | error 23502 null value in column "data" of relation "t" violates not-null constraint
-- |   detail: Failing row contains (3, null).
SELECT foo_bar(1);
-- | error 42883 function foo_bar(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
CREATE FUNCTION sq(n int) RETURNS int LANGUAGE sql AS $$ SELECT n * n $$;
-- | ok (CREATE FUNCTION)
SELECT sq('x'::text);
-- | error 42883 function sq(text) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT sq('x');
-- | error 22P02 invalid input syntax for type integer: "x"
SELECT sq(2.5);
-- | error 42883 function sq(numeric) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT sq(1, 2);
-- | error 42883 function sq(integer, integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT sq('3');
-- | sq
-- | 9
-- | ok (SELECT 1)
INSERT INTO t VALUES (2, '{"a": 1 2}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected "," or "}", but found "2".
INSERT INTO t VALUES (2, '[1 2]');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected "," or "]", but found "2".
INSERT INTO t VALUES (2, '{"a": 1} x');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "x" is invalid.
INSERT INTO t VALUES (2, '{1: 2}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected string or "}", but found "1".
INSERT INTO t VALUES (2, '{"a": 01}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Token "01" is invalid.
INSERT INTO t VALUES (2, '{"a"}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected ":", but found "}".
INSERT INTO t VALUES (2, '{');
-- | error 22P02 invalid input syntax for type json
-- |   detail: The input string ended unexpectedly.
INSERT INTO t VALUES (2, '{,}');
-- | error 22P02 invalid input syntax for type json
-- |   detail: Expected string or "}", but found ",".
INSERT INTO t VALUES (2, 'null');
-- | ok, 1 row (INSERT 0 1)

-- What is built of json, of moments and of nothing; the names of a function's column.
SELECT jsonb_build_object('x', '{"a":1}'::jsonb, 'm', timestamp '2024-01-01 10:00:00', 'n', NULL, 't', jsonb_build_array('a', true, 1.50));
-- | jsonb_build_object
-- | '{"m": "2024-01-01T10:00:00", "n": null, "t": ["a", true, 1.50], "x": {"a": 1}}'
-- | ok (SELECT 1)
SELECT jsonb_build_object('a');
-- | error 22023 argument list must have even number of elements
-- |   hint: The arguments of jsonb_build_object() must consist of alternating keys and values.
SELECT jsonb_build_object(NULL, 1);
-- | error 22023 argument 1: key must not be null
SELECT name, jsonb_agg(jsonb_build_object('id', id) ORDER BY id DESC) FROM (VALUES (1,'a'),(2,'a'),(3,'b')) t(id, name) GROUP BY name ORDER BY name;
-- | name | jsonb_agg
-- | 'a' | '[{"id": 2}, {"id": 1}]'
-- | 'b' | '[{"id": 3}]'
-- | ok (SELECT 2)
SELECT jsonb_agg(x) FROM (VALUES (1),(NULL)) v(x);
-- | jsonb_agg
-- | '[1, null]'
-- | ok (SELECT 1)
SELECT jsonb_build_array(timestamptz '2024-01-01 10:00:00+00', interval '1 day 02:00');
-- | jsonb_build_array
-- | '["2024-01-01T10:00:00+00:00", "1 day 02:00:00"]'
-- | ok (SELECT 1)
SELECT jsonb_agg(x) FROM (VALUES (1)) v(x) WHERE false;
-- | jsonb_agg
-- | NULL
-- | ok (SELECT 1)
SELECT * FROM jsonb_array_elements('[1,2]') AS x;
-- | value
-- | '1'
-- | '2'
-- | ok (SELECT 2)
SELECT x, x.value, x->>'a' FROM jsonb_array_elements('[{"a":1}]') AS x;
-- | x | value | ?column?
-- | '{"a": 1}' | '{"a": 1}' | '1'
-- | ok (SELECT 1)
SELECT e->>'a' FROM (VALUES ('[{"a":1}]'::jsonb)) t(d), jsonb_array_elements(t.d) e;
-- | ?column?
-- | '1'
-- | ok (SELECT 1)
