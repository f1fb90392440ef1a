-- What JSON5 input becomes, where a text stops to be JSON, ids below a path. Compared with SQLite
-- 3.54.1, statement by statement.
-- @dialect sqlite
SELECT * FROM json_each('x');
-- | error SQLITE_ERROR malformed JSON
SELECT * FROM json_each('[1', '$');
-- | error SQLITE_ERROR malformed JSON
SELECT * FROM json_each('[1]', 'x');
-- | error SQLITE_ERROR bad JSON path: 'x'
SELECT * FROM json_tree('{a:1}');
-- | key | value | type | atom | id | parent | fullkey | path
-- | NULL | '{"a":1}' | 'object' | NULL | 0 | NULL | '$' | '$'
-- | 'a' | 1 | 'integer' | 1 | 1 | 0 | '$.a' | '$'
-- | ok
SELECT * FROM json_each('{"a":"x\u0041"}');
-- | key | value | type | atom | id | parent | fullkey | path
-- | 'a' | 'xA' | 'text' | 'xA' | 1 | NULL | '$.a' | '$'
-- | ok
SELECT json_valid('{}', 0);
-- | error SQLITE_ERROR FLAGS parameter to json_valid() must be between 1 and 15
SELECT json_valid('[1,]', 3), json_valid('[1,]', 1), json_valid(NULL), json_valid('[1]', NULL), json_valid(x'5b315d'), json_valid(1), json_valid('"abc"');
-- | error SQLITE_ERROR FLAGS parameter to json_valid() must be between 1 and 15
SELECT json_error_position(NULL), json_error_position('[1,2'), json_error_position('[1 2]'), json_error_position('{"a" 1}'), json_error_position('x'), json_error_position('[1]x'), json_error_position('"abc'), json_error_position('{"a":"b\q"}'), json_error_position('[01]'), json_error_position(' [ 1 , 2 ');
-- | json_error_position(NULL) | json_error_position('[1,2') | json_error_position('[1 2]') | json_error_position('{"a" 1}') | json_error_position('x') | json_error_position('[1]x') | json_error_position('"abc') | json_error_position('{"a":"b\q"}') | json_error_position('[01]') | json_error_position(' [ 1 , 2 ')
-- | NULL | 5 | 4 | 6 | 1 | 1 | 5 | 9 | 3 | 10
-- | ok
SELECT json('''it\''s "q"'''), json('"\v\0\x41"'), json('"a\'||char(10)||'b"');
-- | json('''it\''s "q"''') | json('"\v\0\x41"') | json('"a\'||char(10)||'b"')
-- | '"it''s \"q\""' | '"\u000b\u0000\u0041"' | '"ab"'
-- | ok
SELECT json('[0x, 1]');
-- | error SQLITE_ERROR malformed JSON
SELECT json('[0xFFFFFFFFFFFFFFFF, -0x10, -.5, 1.e3, +.5e+3, -5.]');
-- | json('[0xFFFFFFFFFFFFFFFF, -0x10, -.5, 1.e3, +.5e+3, -5.]')
-- | '[18446744073709551615,-16,-0.5,1.0e3,0.5e+3,-5.0]'
-- | ok
SELECT json('{$a_b:1, _:2, ünï:3}');
-- | json('{$a_b:1, _:2, ünï:3}')
-- | '{"$a_b":1,"_":2,"ünï":3}'
-- | ok
SELECT json_extract('[0x10, .5, 5., Infinity, NaN, +7]', '$[0]','$[1]','$[2]'), json_extract('[Infinity]','$[0]'), json_extract('[NaN]','$[0]'), json_extract('[0x10]','$[0]'), json_extract('[+7]','$[0]'), json_extract('[.5]','$[0]');
-- | json_extract('[0x10, .5, 5., Infinity, NaN, +7]', '$[0]','$[1]','$[2]') | json_extract('[Infinity]','$[0]') | json_extract('[NaN]','$[0]') | json_extract('[0x10]','$[0]') | json_extract('[+7]','$[0]') | json_extract('[.5]','$[0]')
-- | '[16,0.5,5.0]' | inf | NULL | 16 | 7 | 0.5
-- | ok
SELECT json_type('[0x10]','$[0]'), json_type('[NaN]','$[0]'), json_type('[Infinity]','$[0]'), json_type('[5.]','$[0]'), json_type('[''a'']','$[0]');
-- | json_type('[0x10]','$[0]') | json_type('[NaN]','$[0]') | json_type('[Infinity]','$[0]') | json_type('[5.]','$[0]') | json_type('[''a'']','$[0]')
-- | 'integer' | 'null' | 'real' | 'real' | 'text'
-- | ok
SELECT json('// hello' || char(10) || '[1, /* x */ 2] // end') AS commented;
-- | commented
-- | '[1,2]'
-- | ok
SELECT json('[1,2,]'), json('{a:1,}'), json_valid('[,]'), json_error_position('[,]'), json_error_position('{,}');
-- | json('[1,2,]') | json('{a:1,}') | json_valid('[,]') | json_error_position('[,]') | json_error_position('{,}')
-- | '[1,2]' | '{"a":1}' | 0 | 2 | 2
-- | ok
SELECT json('[true,False]');
-- | error SQLITE_ERROR malformed JSON
SELECT json('[inf, +Infinity, -infinity, qNaN]');
-- | json('[inf, +Infinity, -infinity, qNaN]')
-- | '[9e999,9e999,-9e999,null]'
-- | ok
SELECT json('nan');
-- | json('nan')
-- | 'null'
-- | ok
SELECT json('{"a":1,"a":2}'), json_set('{"a":1,"a":2}','$.a',9), json_remove('{"a":1,"a":2}','$.a');
-- | json('{"a":1,"a":2}') | json_set('{"a":1,"a":2}','$.a',9) | json_remove('{"a":1,"a":2}','$.a')
-- | '{"a":1,"a":2}' | '{"a":9,"a":2}' | '{"a":2}'
-- | ok
SELECT json_set('{"x":"\u0041"}', '$.y', 'z'), json_array('a\u0041', json('"\u0041"')), json_object('k', json('"\u0041"'));
-- | json_set('{"x":"\u0041"}', '$.y', 'z') | json_array('a\u0041', json('"\u0041"')) | json_object('k', json('"\u0041"'))
-- | '{"x":"\u0041","y":"z"}' | '["a\\u0041","\u0041"]' | '{"k":"\u0041"}'
-- | ok
SELECT json_group_array(json('"\u0041"'));
-- | json_group_array(json('"\u0041"'))
-- | '["\u0041"]'
-- | ok
SELECT json_extract('{"a":"\u0041"}', '$.a'), json_extract('{"a":"\u0041"}', '$'), json_extract('{"a":["\u0041"]}', '$.a');
-- | json_extract('{"a":"\u0041"}', '$.a') | json_extract('{"a":"\u0041"}', '$') | json_extract('{"a":["\u0041"]}', '$.a')
-- | 'A' | '{"a":"\u0041"}' | '["\u0041"]'
-- | ok
SELECT json_quote('a"b\c'||char(9)||char(1));
-- | json_quote('a"b\c'||char(9)||char(1))
-- | '"a\"b\\c\t\u0001"'
-- | ok
SELECT json_patch('{"a":"\u0041"}', '{"b":"\u0042"}');
-- | json_patch('{"a":"\u0041"}', '{"b":"\u0042"}')
-- | '{"a":"\u0041","b":"\u0042"}'
-- | ok
SELECT json('{"a\u0041":1}'), json_extract('{"a\u0041":{"b":1}}','$.aA.b');
-- | json('{"a\u0041":1}') | json_extract('{"a\u0041":{"b":1}}','$.aA.b')
-- | '{"a\u0041":1}' | 1
-- | ok
SELECT json_pretty('1'), json_pretty('{}'), json_pretty('[]'), json_pretty(NULL), json_pretty('"a"');
-- | json_pretty('1') | json_pretty('{}') | json_pretty('[]') | json_pretty(NULL) | json_pretty('"a"')
-- | '1' | '{}' | '[]' | NULL | '"a"'
-- | ok
SELECT json_pretty('{"a":{"b":[1,{"c":null}]}}', char(9));
-- | json_pretty('{"a":{"b":[1,{"c":null}]}}', char(9))
-- | '{\n	"a": {\n		"b": [\n			1,\n			{\n				"c": null\n			}\n		]\n	}\n}'
-- | ok
SELECT json_pretty('{"a":1}', NULL), json_pretty('{"a":1}', 1);
-- | json_pretty('{"a":1}', NULL) | json_pretty('{"a":1}', 1)
-- | '{\n    "a": 1\n}' | '{\n1"a": 1\n}'
-- | ok
SELECT json_pretty('{a:1');
-- | error SQLITE_ERROR malformed JSON
SELECT typeof(json_pretty('{"a":1}')), json_array(json_pretty('[1]'));
-- | typeof(json_pretty('{"a":1}')) | json_array(json_pretty('[1]'))
-- | 'text' | '["[\n    1\n]"]'
-- | ok
SELECT json_insert('[1]','$[#]',json('[0x1]')), json_replace('{a:"x"}','$.a',2);
-- | json_insert('[1]','$[#]',json('[0x1]')) | json_replace('{a:"x"}','$.a',2)
-- | '[1,[1]]' | '{"a":2}'
-- | ok
SELECT json_array_length('[1,2,]'), json_array_length('{a:[1,2]}','$.a');
-- | json_array_length('[1,2,]') | json_array_length('{a:[1,2]}','$.a')
-- | 2 | 2
-- | ok
SELECT * FROM json_each('{"a":[1,2,{"b":3}]}', '$.a');
-- | key | value | type | atom | id | parent | fullkey | path
-- | 0 | 1 | 'integer' | 1 | 5 | NULL | '$.a[0]' | '$.a'
-- | 1 | 2 | 'integer' | 2 | 7 | NULL | '$.a[1]' | '$.a'
-- | 2 | '{"b":3}' | 'object' | NULL | 9 | NULL | '$.a[2]' | '$.a'
-- | ok
SELECT * FROM json_tree('{"a":[1,2,{"b":3}]}', '$.a');
-- | key | value | type | atom | id | parent | fullkey | path
-- | 'a' | '[1,2,{"b":3}]' | 'array' | NULL | 2 | NULL | '$.a' | '$'
-- | 0 | 1 | 'integer' | 1 | 5 | 2 | '$.a[0]' | '$.a'
-- | 1 | 2 | 'integer' | 2 | 7 | 2 | '$.a[1]' | '$.a'
-- | 2 | '{"b":3}' | 'object' | NULL | 9 | 2 | '$.a[2]' | '$.a'
-- | 'b' | 3 | 'integer' | 3 | 10 | 9 | '$.a[2].b' | '$.a[2]'
-- | ok
