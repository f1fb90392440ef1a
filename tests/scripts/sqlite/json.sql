-- JSON functions, their operators, and rows out of JSON. Compared with SQLite 3.54.1.
-- @dialect sqlite
SELECT json(' {"a": 1, "b": [1, 2]} '), json_valid('{a'), json_type('[1]', '$[0]');
-- | json(' {"a": 1, "b": [1, 2]} ') | json_valid('{a') | json_type('[1]', '$[0]')
-- | '{"a":1,"b":[1,2]}' | 0 | 'integer'
-- | ok
SELECT json_extract('{"a":{"b":[10,20]}}', '$.a.b[#-1]'), json_extract('{"a":[1]}', '$.a', '$.z');
-- | json_extract('{"a":{"b":[10,20]}}', '$.a.b[#-1]') | json_extract('{"a":[1]}', '$.a', '$.z')
-- | 20 | '[[1],null]'
-- | ok
SELECT '{"a":"x"}' -> 'a', '{"a":"x"}' ->> 'a', '[5,6]' ->> -1, '{"a":1}' -> 'z';
-- | '{"a":"x"}' -> 'a' | '{"a":"x"}' ->> 'a' | '[5,6]' ->> -1 | '{"a":1}' -> 'z'
-- | '"x"' | 'x' | 6 | NULL
-- | ok
SELECT json_array(1, 'a', NULL, json('[1]'), '[1]'), json_object('k', json_object('n', 2.5));
-- | json_array(1, 'a', NULL, json('[1]'), '[1]') | json_object('k', json_object('n', 2.5))
-- | '[1,"a",null,[1],"[1]"]' | '{"k":{"n":2.5}}'
-- | ok
SELECT json_set('{"a":1}', '$.a', 2, '$.b.c', 'x'), json_insert('[1]', '$[#]', 2), json_remove('{"a":1,"b":2}', '$.a');
-- | json_set('{"a":1}', '$.a', 2, '$.b.c', 'x') | json_insert('[1]', '$[#]', 2) | json_remove('{"a":1,"b":2}', '$.a')
-- | '{"a":2,"b":{"c":"x"}}' | '[1,2]' | '{"b":2}'
-- | ok
SELECT json('x');
-- | error SQLITE_ERROR malformed JSON
SELECT json_extract('{}', 'a');
-- | error SQLITE_ERROR bad JSON path: 'a'
SELECT json_object('a');
-- | error SQLITE_ERROR json_object() requires an even number of arguments
CREATE TABLE t(k PRIMARY KEY, v CHECK(json_valid(v)));
-- | ok
INSERT INTO t SELECT value ->> 'k', json_extract(value, '$.v') FROM json_each('[{"k":1,"v":[1]},{"k":2,"v":{}},{"k":1,"v":[2]}]') WHERE true ON CONFLICT(k) DO UPDATE SET v = excluded.v;
-- | ok, 3 rows
SELECT * FROM t;
-- | k | v
-- | 1 | '[2]'
-- | 2 | '{}'
-- | ok
INSERT OR IGNORE INTO t VALUES(3, 'no json');
-- | ok, 0 rows
INSERT INTO t VALUES(3, 'no json');
-- | error SQLITE_CONSTRAINT_CHECK CHECK constraint failed: json_valid(v)
SELECT json_group_object(k, json(v)), json_group_array(k) FROM t;
-- | json_group_object(k, json(v)) | json_group_array(k)
-- | '{"1":[2],"2":{}}' | '[1,2]'
-- | ok
SELECT key, atom, fullkey, id, parent FROM json_tree('{"a":[7,{"b":null}]}');
-- | key | atom | fullkey | id | parent
-- | NULL | NULL | '$' | 0 | NULL
-- | 'a' | NULL | '$.a' | 1 | 0
-- | 0 | 7 | '$.a[0]' | 4 | 1
-- | 1 | NULL | '$.a[1]' | 6 | 1
-- | 'b' | NULL | '$.a[1].b' | 7 | 6
-- | ok
SELECT t.k, j.value FROM t, json_each(t.v) AS j;
-- | k | value
-- | 1 | 2
-- | ok
SELECT json_object('q', (SELECT json_group_array(k) FROM t));
-- | json_object('q', (SELECT json_group_array(k) FROM t))
-- | '{"q":"[1,2]"}'
-- | ok
