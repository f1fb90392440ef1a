-- Arguments at the edge: no argument at all, NULL beside a text that is no JSON, NUL in texts, moments beyond all
-- calendars. Compared with SQLite 3.54 (rusqlite, bundled).
-- @dialect sqlite
SELECT date(-9223372036854775808,'+1 day'), date(-9223372036854775808,1), julianday(-9223372036854775808,'+1 day'), date(9223372036854775807,'+1 day'), date(1e300,'+1 day'), date(-1e300,'+1 day'), datetime(-9223372036854775808,'unixepoch'), datetime(9223372036854775807,'unixepoch','+1 day'), date(-9223372036854775808,'auto','+1 month');
-- | date(-9223372036854775808,'+1 day') | date(-9223372036854775808,1) | julianday(-9223372036854775808,'+1 day') | date(9223372036854775807,'+1 day') | date(1e300,'+1 day') | date(-1e300,'+1 day') | datetime(-9223372036854775808,'unixepoch') | datetime(9223372036854775807,'unixepoch','+1 day') | date(-9223372036854775808,'auto','+1 month')
-- | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL
-- | ok
SELECT * FROM (SELECT 1 a) ORDER BY a NULLS;
-- | error SQLITE_ERROR near ";": syntax error
SELECT * FROM (SELECT 1 a ORDER BY a NULLS);
-- | error SQLITE_ERROR near ")": syntax error
SELECT 1 ORDER BY 1 NULLS 123;
-- | error SQLITE_ERROR near "123": syntax error
SELECT 1 ORDER BY 1 NULLS SELECT;
-- | error SQLITE_ERROR near "SELECT": syntax error
SELECT 1 ORDER BY 1 NULLS $;
-- | error SQLITE_ERROR unrecognized token: "$"
SELECT 1 ORDER BY 1 NULLS FIRST x;
-- | error SQLITE_ERROR near "x": syntax error
SELECT 1 ORDER BY 1 NULLS x;
-- | error SQLITE_ERROR near "x": syntax error
SELECT json_extract('abc',NULL);
-- | error SQLITE_ERROR malformed JSON
SELECT 'abc'->NULL;
-- | error SQLITE_ERROR malformed JSON
SELECT 'abc'->>NULL;
-- | error SQLITE_ERROR malformed JSON
SELECT json_remove('abc',NULL);
-- | error SQLITE_ERROR malformed JSON
SELECT json_patch('abc',NULL);
-- | error SQLITE_ERROR malformed JSON
SELECT json_set('abc',NULL,1);
-- | error SQLITE_ERROR malformed JSON
SELECT json_type('abc',NULL);
-- | error SQLITE_ERROR malformed JSON
SELECT json_array_length('abc',NULL);
-- | error SQLITE_ERROR malformed JSON
SELECT json_patch(NULL,'abc');
-- | json_patch(NULL,'abc')
-- | NULL
-- | ok
SELECT json_insert('abc',NULL,1);
-- | error SQLITE_ERROR malformed JSON
SELECT json_extract('abc','$.a',NULL);
-- | error SQLITE_ERROR malformed JSON
SELECT json_extract('{}',NULL,'$');
-- | json_extract('{}',NULL,'$')
-- | NULL
-- | ok
SELECT json_extract('abc',NULL,NULL);
-- | error SQLITE_ERROR malformed JSON
SELECT json_replace('[1]',NULL,2);
-- | json_replace('[1]',NULL,2)
-- | '[1]'
-- | ok
SELECT '['||printf('%10s',x'414200')||']', '['||printf('%-10s',x'414200')||']', hex(printf('%s',x'414200')), hex(printf('%s',x'41420043')), hex(printf('%q',x'41270041')), hex(printf('%.2s',x'410042')), length(printf('%5s',x'410042'));
-- | '['||printf('%10s',x'414200')||']' | '['||printf('%-10s',x'414200')||']' | hex(printf('%s',x'414200')) | hex(printf('%s',x'41420043')) | hex(printf('%q',x'41270041')) | hex(printf('%.2s',x'410042')) | length(printf('%5s',x'410042'))
-- | '[        AB]' | '[AB        ]' | '4142' | '4142' | '412727' | '41' | 5
-- | ok
SELECT json_set('{}',x'414200',1);
-- | error SQLITE_ERROR bad JSON path: 'AB'
SELECT json_extract('{}',x'2400');
-- | json_extract('{}',x'2400')
-- | '{}'
-- | ok
SELECT json_quote(9e999), json_quote(-9e999), json_array(9e999), json('9e999'), json_object('a',-9e999), json_extract('[9e999]','$[0]');
-- | json_quote(9e999) | json_quote(-9e999) | json_array(9e999) | json('9e999') | json_object('a',-9e999) | json_extract('[9e999]','$[0]')
-- | '9.0e+999' | '-9.0e+999' | '[9.0e+999]' | '9e999' | '{"a":-9.0e+999}' | inf
-- | ok
SELECT json_remove();
-- | json_remove()
-- | NULL
-- | ok
SELECT json_extract();
-- | json_extract()
-- | NULL
-- | ok
SELECT json_patch();
-- | error SQLITE_ERROR wrong number of arguments to function json_patch()
SELECT json_type();
-- | error SQLITE_ERROR wrong number of arguments to function json_type()
SELECT json_set();
-- | json_set()
-- | NULL
-- | ok
SELECT json_remove('{"a":1}');
-- | json_remove('{"a":1}')
-- | '{"a":1}'
-- | ok
SELECT json_extract('{}');
-- | json_extract('{}')
-- | NULL
-- | ok
SELECT json_object();
-- | json_object()
-- | '{}'
-- | ok
SELECT json_array();
-- | json_array()
-- | '[]'
-- | ok
SELECT printf('%s|%s','a'||char(0)||'b',1);
-- | printf('%s|%s','a'||char(0)||'b',1)
-- | 'a|1'
-- | ok
SELECT format('%q %Q %w','a'||char(0)||'b','c'||char(0),'d');
-- | format('%q %Q %w','a'||char(0)||'b','c'||char(0),'d')
-- | 'a ''c'' d'
-- | ok
