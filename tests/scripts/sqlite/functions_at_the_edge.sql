-- Texts with NUL, formats, and which error of several. Compared with SQLite 3.54.1.
-- @dialect sqlite
SELECT quote(char(65,0,66)), hex(substr(char(65,0,66),1,3)), soundex(char(65,0,66)), soundex('héllo');
-- | quote(char(65,0,66)) | hex(substr(char(65,0,66),1,3)) | soundex(char(65,0,66)) | soundex('héllo')
-- | '''A''' | '41' | 'A000' | 'H240'
-- | ok
SELECT char(65,0,66) LIKE 'A', char(65,0,66) GLOB 'A?B', hex(unhex('41' || char(0) || '42'));
-- | char(65,0,66) LIKE 'A' | char(65,0,66) GLOB 'A?B' | hex(unhex('41' || char(0) || '42'))
-- | 1 | 0 | '41'
-- | ok
SELECT printf('%j', 'a"b\' || char(10)), printf('%10j|', 'a'), printf('a%nb%d', 1, 2), printf('%5n|');
-- | printf('%j', 'a"b\' || char(10)) | printf('%10j|', 'a') | printf('a%nb%d', 1, 2) | printf('%5n|')
-- | 'a\"b\\\n' | '         a|' | 'ab1' | '|'
-- | ok
SELECT printf('%!.20g', 0.1), printf('%!.20g', 1.0 / 3), printf('%!.25e', 11.1), printf('%!.25e', 1111.1);
-- | printf('%!.20g', 0.1) | printf('%!.20g', 1.0 / 3) | printf('%!.25e', 11.1) | printf('%!.25e', 1111.1)
-- | '0.1000000000000000056' | '0.333333333333333315' | '1.109999999999999964e+01' | '1.11109999999999991e+03'
-- | ok
SELECT json_valid('1', 1e300);
-- | error SQLITE_ERROR FLAGS parameter to json_valid() must be between 1 and 15
SELECT json_object('a', x'00', 1);
-- | error SQLITE_ERROR json_object() requires an even number of arguments
SELECT json_array(x'00ff', json('{'));
-- | error SQLITE_ERROR malformed JSON
SELECT json_insert('{}', 'x', x'00');
-- | error SQLITE_ERROR bad JSON path: 'x'
SELECT json_insert('{}', NULL, x'00');
-- | json_insert('{}', NULL, x'00')
-- | '{}'
-- | ok
SELECT json_extract(2, 'x', NULL);
-- | error SQLITE_ERROR bad JSON path: 'x'
SELECT json_extract(CAST('[1,2]' AS BLOB), '$[1]');
-- | json_extract(CAST('[1,2]' AS BLOB), '$[1]')
-- | 2
-- | ok
SELECT '1' -> '';
-- | error SQLITE_ERROR bad JSON path: ''
SELECT '[1]' -> '[x]';
-- | error SQLITE_ERROR bad JSON path: '[x]'
SELECT datetime(-2.5, 'weekday 3'), datetime(-2.5, 'auto'), strftime('%s', '2024-02-29', 'subsec');
-- | datetime(-2.5, 'weekday 3') | datetime(-2.5, 'auto') | strftime('%s', '2024-02-29', 'subsec')
-- | NULL | '1969-12-31 23:59:57' | '1709164800.000'
-- | ok
SELECT datetime(1e300, 'floor'), datetime(-1e308 * 10, 'weekday 0');
-- | datetime(1e300, 'floor') | datetime(-1e308 * 10, 'weekday 0')
-- | NULL | NULL
-- | ok
