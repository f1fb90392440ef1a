-- What do groups of regular expressions match, and what do the functions make of them? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
SELECT regexp_match('foobarbequebaz', '(bar)(beque)'), regexp_match('foobarbequebaz', 'bar.*que'), regexp_match('abc','x'), regexp_match(null, 'a');
-- | regexp_match | regexp_match | regexp_match | regexp_match
-- | {bar,beque} | {barbeque} | NULL | NULL
-- | ok (SELECT 1)
SELECT regexp_match('abc', 'B', 'i'), (regexp_match('key=val', '(\w+)=(\w+)'))[2];
-- | regexp_match | regexp_match
-- | {b} | 'val'
-- | ok (SELECT 1)
SELECT regexp_matches('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)', 'g');
-- | regexp_matches
-- | {bar,beque}
-- | {bazil,barf}
-- | ok (SELECT 2)
SELECT regexp_matches('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)');
-- | regexp_matches
-- | {bar,beque}
-- | ok (SELECT 1)
SELECT m[1] FROM regexp_matches('a1b22c333', '([0-9]+)', 'g') AS m;
-- | m
-- | '1'
-- | '22'
-- | '333'
-- | ok (SELECT 3)
SELECT * FROM regexp_matches('a1b22c333', '[0-9]+', 'g') WITH ORDINALITY;
-- | regexp_matches | ordinality
-- | {1} | 1
-- | {22} | 2
-- | {333} | 3
-- | ok (SELECT 3)
SELECT foo FROM regexp_split_to_table('the quick brown fox jumps over the lazy dog', '\s+') AS foo;
-- | foo
-- | 'the'
-- | 'quick'
-- | 'brown'
-- | 'fox'
-- | 'jumps'
-- | 'over'
-- | 'the'
-- | 'lazy'
-- | 'dog'
-- | ok (SELECT 9)
SELECT regexp_split_to_array('the quick brown fox', '\s+'), regexp_split_to_array('the quick', '\s*'), regexp_split_to_array('abc', ''), regexp_split_to_array(',a,,b,', ','), regexp_split_to_array('', ',');
-- | regexp_split_to_array | regexp_split_to_array | regexp_split_to_array | regexp_split_to_array | regexp_split_to_array
-- | {the,quick,brown,fox} | {t,h,e,q,u,i,c,k} | {a,b,c} | {"",a,"",b,""} | {""}
-- | ok (SELECT 1)
SELECT foo FROM regexp_split_to_table('the quick', '\s*') AS foo;
-- | foo
-- | 't'
-- | 'h'
-- | 'e'
-- | 'q'
-- | 'u'
-- | 'i'
-- | 'c'
-- | 'k'
-- | ok (SELECT 8)
SELECT regexp_split_to_table('aXbxc', 'x', 'i');
-- | regexp_split_to_table
-- | 'a'
-- | 'b'
-- | 'c'
-- | ok (SELECT 3)
SELECT regexp_replace('foobarbaz', 'b..', 'X'), regexp_replace('foobarbaz', 'b..', 'X', 'g'), regexp_replace('foobarbaz', 'b(..)', 'X\1Y', 'g'), regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 0, 'i'), regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 3, 'i');
-- | regexp_replace | regexp_replace | regexp_replace | regexp_replace | regexp_replace
-- | 'fooXbaz' | 'fooXX' | 'fooXarYXazY' | 'X PXstgrXSQL fXnctXXn' | 'A PostgrXSQL function'
-- | ok (SELECT 1)
SELECT regexp_replace('2024-03-05', '(\d+)-(\d+)-(\d+)', '\3/\2/\1'), regexp_replace('abc', '(b)?(x)?c', '[\1|\2]'), regexp_replace('abc', 'b', '\\&\&\0\q');
-- | regexp_replace | regexp_replace | regexp_replace
-- | '05/03/2024' | 'a[b|]' | 'a\&b\0\qc'
-- | ok (SELECT 1)
SELECT regexp_replace('foobarbaz', 'b..', 'X', 5), regexp_replace('foobarbaz', 'b..', 'X', 5, 0), regexp_replace('foobarbaz', 'b..', 'X', 1, 2, 'g'), regexp_replace('abc','x*','-','g'), regexp_replace('aab','a*','-','g');
-- | regexp_replace | regexp_replace | regexp_replace | regexp_replace | regexp_replace
-- | 'foobarX' | 'foobarX' | 'foobarX' | '-a-b-c-' | '--b-'
-- | ok (SELECT 1)
SELECT regexp_replace('abc', 'b', 'x', 0);
-- | error 22023 invalid value for parameter "start": 0
SELECT regexp_replace('abc', 'b', 'x', 1, -1);
-- | error 22023 invalid value for parameter "n": -1
SELECT regexp_replace('abc', 'b', 'x', 'z');
-- | error 22023 invalid regular expression option: "z"
SELECT regexp_replace('abc', '(', 'x');
-- | error 2201B invalid regular expression: parentheses () not balanced
SELECT regexp_match('abc', 'b', 'g');
-- | error 22023 regexp_match() does not support the "global" option
-- |   hint: Use the regexp_matches function instead.
SELECT regexp_split_to_array('abc', 'b', 'g');
-- | error 22023 regexp_split_to_array() does not support the "global" option
SELECT regexp_like('abc', 'b', 'g');
-- | error 22023 regexp_like() does not support the "global" option
SELECT regexp_like('Hello World', 'world$', 'i'), regexp_like('abc', '^b');
-- | regexp_like | regexp_like
-- | true | false
-- | ok (SELECT 1)
SELECT regexp_count('ABCABCAXYaxy', 'A.'), regexp_count('ABCABCAXYaxy', 'A.', 1, 'i'), regexp_count('123123123123', '\d{3}', 4), regexp_count('abc', '');
-- | regexp_count | regexp_count | regexp_count | regexp_count
-- | 3 | 4 | 3 | 4
-- | ok (SELECT 1)
SELECT regexp_count('abc', 'b', 0);
-- | error 22023 invalid value for parameter "start": 0
SELECT regexp_instr('number of your street, town zip, FR', '[^,]+', 1, 2), regexp_instr('ABCDEFGHI', '(c..)(...)', 1, 1, 0, 'i', 2), regexp_instr('abcabc', 'b', 1, 2, 1), regexp_instr('abc', 'x'), regexp_instr('abcabc','b',3);
-- | regexp_instr | regexp_instr | regexp_instr | regexp_instr | regexp_instr
-- | 23 | 6 | 6 | 0 | 5
-- | ok (SELECT 1)
SELECT regexp_instr('abc', 'b', 1, 1, 2);
-- | error 22023 invalid value for parameter "endoption": 2
SELECT regexp_instr('abc', 'b', 1, 0);
-- | error 22023 invalid value for parameter "n": 0
SELECT regexp_substr('number of your street, town zip, FR', '[^,]+', 1, 2), regexp_substr('ABCDEFGHI', '(c..)(...)', 1, 1, 'i', 2), regexp_substr('abc', 'x'), regexp_substr('abc', 'b', 1, 2);
-- | regexp_substr | regexp_substr | regexp_substr | regexp_substr
-- | ' town zip' | 'FGH' | NULL | NULL
-- | ok (SELECT 1)
SELECT substring('Thomas' from '...$'), substring('foobar' from 'o(.)b'), substring('foobar' from 'o.b'), substring('foobar', 'z(x)'), substring('foobar' from 'o(x)?b'), substring('abc' from '(b)(c)');
-- | substring | substring | substring | substring | substring | substring
-- | 'mas' | 'o' | 'oob' | NULL | NULL | 'b'
-- | ok (SELECT 1)
SELECT regexp_match('XY1234Z', 'Y*([0-9]{1,3})'), regexp_match('XY1234Z', 'Y*?([0-9]{1,3})'), substring('XY1234Z', 'Y*([0-9]{1,3})'), substring('XY1234Z', 'Y*?([0-9]{1,3})');
-- | regexp_match | regexp_match | substring | substring
-- | {123} | {1} | '123' | '1'
-- | ok (SELECT 1)
SELECT regexp_match('abc01234xyz', '(.*)(\d+)(.*)'), regexp_match('abc01234xyz', '(.*?)(\d+)(.*)'), regexp_match('abc01234xyz', '(?:(.*?)(\d+)(.*)){1,1}');
-- | regexp_match | regexp_match | regexp_match
-- | {abc0123,4,xyz} | {abc,0,""} | {abc,01234,xyz}
-- | ok (SELECT 1)
SELECT regexp_match('aaa', '(a)*'), regexp_match('aaa', '(a*)*'), regexp_match('aaa', '(a*?)(a*)'), regexp_match('abab', '(ab|a)(b?)'), regexp_match('ab', '(a|ab)(b?)'), regexp_match('foobar', '(x)?foo(bar)');
-- | regexp_match | regexp_match | regexp_match | regexp_match | regexp_match | regexp_match
-- | {a} | {aaa} | {"",""} | {ab,""} | {ab,""} | {NULL,bar}
-- | ok (SELECT 1)
SELECT regexp_match('john@example.com', '^([^@]+)@(.+)$'), regexp_match('a,b;c', '([,;])'), regexp_match('12:34:56', '(\d+):(\d+)(?::(\d+))?'), regexp_match('12:34', '(\d+):(\d+)(?::(\d+))?');
-- | regexp_match | regexp_match | regexp_match | regexp_match
-- | {john,example.com} | {","} | {12,34,56} | {12,34,NULL}
-- | ok (SELECT 1)
SELECT 'Passw0rd' ~ '^(?=.*[A-Z])(?=.*\d).{8,}$', 'password' ~ '^(?=.*[A-Z])(?=.*\d).{8,}$', 'foobar' ~ 'foo(?!bar)', 'foobaz' ~ 'foo(?!bar)', 'price: 100' ~ '(?<=: )\d+', 'x100' ~ '(?<!x)100', regexp_replace('1234567', '(?<=\d)(?=(\d{3})+$)', ',', 'g');
-- | ?column? | ?column? | ?column? | ?column? | ?column? | ?column? | regexp_replace
-- | true | false | false | true | true | false | '1,234,567'
-- | ok (SELECT 1)
SELECT 'ABC' ~ '(?i)abc', regexp_replace('ABC', '(?i)b', '-'), 'abc' ~ '(?c)ABC';
-- | ?column? | regexp_replace | ?column?
-- | true | 'A-C' | false
-- | ok (SELECT 1)
SELECT regexp_replace('  trim  me ', '^\s+|\s+$', '', 'g'), regexp_replace('a  b   c', '\s+', ' ', 'g'), regexp_replace('CamelCaseString', '([a-z])([A-Z])', '\1_\2', 'g'), initcap(regexp_replace('snake_case', '_', ' ')), regexp_replace('(555) 123-4567', '[^0-9]', '', 'g'), regexp_replace('5551234567', '(\d{3})(\d{3})(\d{4})', '(\1) \2-\3');
-- | regexp_replace | regexp_replace | regexp_replace | initcap | regexp_replace | regexp_replace
-- | 'trim  me' | 'a b c' | 'Camel_Case_String' | 'Snake Case' | '5551234567' | '(555) 123-4567'
-- | ok (SELECT 1)
CREATE TABLE u(id int, email text CHECK (email ~* '^[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}$'), slug text GENERATED ALWAYS AS (lower(regexp_replace(email, '[^a-zA-Z0-9]+', '-', 'g'))) STORED);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES (1, 'John.Doe@Example.com') RETURNING *;
-- | id | email | slug
-- | 1 | 'John.Doe@Example.com' | 'john-doe-example-com'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO u VALUES (2, 'nope');
-- | error 23514 new row for relation "u" violates check constraint "u_email_check"
-- |   detail: Failing row contains (2, nope, nope).
SELECT id, regexp_matches(email, '([A-Z])', 'g') FROM u;
-- | id | regexp_matches
-- | 1 | {J}
-- | 1 | {D}
-- | 1 | {E}
-- | ok (SELECT 3)
SELECT id, (regexp_match(email, '@(.+)$'))[1] AS domain FROM u;
-- | id | domain
-- | 1 | 'Example.com'
-- | ok (SELECT 1)
CREATE UNIQUE INDEX ON u (regexp_replace(email, '\+[^@]*@', '@'));
-- | ok (CREATE INDEX)
INSERT INTO u VALUES (3, 'John.Doe+x@Example.com');
-- | error 23505 duplicate key value violates unique constraint "u_regexp_replace_idx"
-- |   detail: Key (regexp_replace(email, '\+[^@]*@'::text, '@'::text))=(John.Doe@Example.com) already exists.
SELECT string_to_array('a,b,c', ','), array_length(regexp_split_to_array('a1b2c', '\d'), 1);
-- | string_to_array | array_length
-- | {a,b,c} | 3
-- | ok (SELECT 1)
SELECT regexp_match('aXbX', '(.*?)X'), regexp_match('aXbX', '(.*)X'), regexp_match('abcd', '(a|ab)(c|bcd)(d*)'), regexp_match('xyz', '(x(y(z)))'), regexp_match('aab', '(a|b)+'), regexp_match('abcabc', '(a(b)?c?)+'), regexp_match('', '(a*)');
-- | regexp_match | regexp_match | regexp_match | regexp_match | regexp_match | regexp_match | regexp_match
-- | {a} | {aXb} | {ab,c,d} | {xyz,yz,z} | {b} | {abc,b} | {""}
-- | ok (SELECT 1)
SELECT regexp_replace('abc', '$', 'x'), 'a b' ~ '\Mx?', regexp_match('ab', '$'), regexp_replace('foo bar', '\M', '!', 'g'), regexp_replace('foo bar', '\m', '!', 'g'), 'abc' ~ 'c$', 'ab' ~ 'a$|b$';
-- | regexp_replace | ?column? | regexp_match | regexp_replace | regexp_replace | ?column? | ?column?
-- | 'abcx' | true | {""} | 'foo! bar!' | '!foo !bar' | true | true
-- | ok (SELECT 1)
SELECT regexp_match('xaaa', '(?:a{2}?)(a*)'), regexp_match('xaaa', 'a{1,1}?(a*)'), regexp_match('xaaa', 'a{1,2}?(a*)');
-- | regexp_match | regexp_match | regexp_match
-- | {a} | {""} | {""}
-- | ok (SELECT 1)
