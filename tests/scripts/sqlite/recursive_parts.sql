-- Where the recursive parts of a common table expression may stand; functions of texts. Compared with
-- SQLite 3.54.1.
-- @dialect sqlite
SELECT hex(printf('%c','')), length(printf('%c','')), printf('a%cb','')='a', hex(printf('a%cb','')), hex(printf('%3c','x')), hex(printf('%-3c','x')), hex(printf('%.3c','xy')), hex(printf('%c',NULL)), hex(printf('%c',65)), hex(printf('%.2c',''));
-- | hex(printf('%c','')) | length(printf('%c','')) | printf('a%cb','')='a' | hex(printf('a%cb','')) | hex(printf('%3c','x')) | hex(printf('%-3c','x')) | hex(printf('%.3c','xy')) | hex(printf('%c',NULL)) | hex(printf('%c',65)) | hex(printf('%.2c',''))
-- | '00' | 0 | 0 | '610062' | '202078' | '782020' | '787878' | '00' | '36' | '0000'
-- | ok
WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r WHERE x<3 UNION ALL SELECT 5) SELECT * FROM r;
-- | error SQLITE_ERROR circular reference: r
WITH RECURSIVE r(x) AS (SELECT 1 UNION SELECT 1 UNION ALL SELECT x+1 FROM r WHERE x<3) SELECT * FROM r;
-- | x
-- | 1
-- | 2
-- | 3
-- | ok
WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT 1 UNION SELECT x+1 FROM r WHERE x<3) SELECT * FROM r;
-- | x
-- | 1
-- | 2
-- | 3
-- | ok
WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT x+1 FROM r WHERE x<3) SELECT * FROM r;
-- | x
-- | 1
-- | 1
-- | 2
-- | 2
-- | 3
-- | 3
-- | ok
WITH RECURSIVE r(x) AS (SELECT 1 EXCEPT SELECT 2 UNION ALL SELECT x+1 FROM r WHERE x<3) SELECT * FROM r;
-- | x
-- | 1
-- | 2
-- | 3
-- | ok
WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r WHERE x<3 UNION ALL SELECT x+10 FROM r WHERE x<3) SELECT * FROM r;
-- | x
-- | 1
-- | 2
-- | 11
-- | 3
-- | 12
-- | ok
WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r WHERE x<3 INTERSECT SELECT 2) SELECT * FROM r;
-- | error SQLITE_ERROR circular reference: r
WITH RECURSIVE r(x) AS (SELECT x FROM r UNION ALL SELECT 1) SELECT * FROM r;
-- | error SQLITE_ERROR circular reference: r
WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r EXCEPT SELECT 3) SELECT * FROM r;
-- | error SQLITE_ERROR circular reference: r
SELECT soundex('Robert'), soundex('Rupert'), soundex('Ashcraft'), soundex('Honeyman'), soundex('Pfister'), soundex('  Lee'), soundex('12ab');
-- | soundex('Robert') | soundex('Rupert') | soundex('Ashcraft') | soundex('Honeyman') | soundex('Pfister') | soundex('  Lee') | soundex('12ab')
-- | 'R163' | 'R163' | 'A226' | 'H555' | 'P236' | 'L000' | 'A100'
-- | ok
