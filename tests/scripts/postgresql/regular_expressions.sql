-- Matches are the longest unless the first repetition wants to be short; compared with PostgreSQL 18
-- (PGlite).
-- @dialect postgresql
SELECT regexp_replace('aaa', '^a', 'b', 'g') AS a, regexp_replace('abcabc', 'a|ab', 'X', 'g') AS b;
-- | a | b
-- | 'baa' | 'XcXc'
-- | ok (SELECT 1)
SELECT regexp_replace('abcd', 'a(b|bc)(c|cd)?', '-') AS a, regexp_replace('baaac', 'a*', '-', 'g') AS b;
-- | a | b
-- | '-' | '-b--c-'
-- | ok (SELECT 1)
SELECT regexp_replace('xxabcabcyy', '(abc){1,3}?', '-') AS a, regexp_replace('xxaaayy', 'a{1,2}', '-', 'g') AS b;
-- | a | b
-- | 'xx-abcyy' | 'xx--yy'
-- | ok (SELECT 1)
SELECT regexp_replace('abc', 'b', '<\&>') AS a, 'xab' ~ '\mab' AS b, 'ab' ~ '\mab\M' AS c;
-- | a | b | c
-- | 'a<b>c' | false | true
-- | ok (SELECT 1)
SELECT 'a' ~ 'a**';
-- | error 2201B invalid regular expression: quantifier operand invalid
SELECT 'a' ~ '(';
-- | error 2201B invalid regular expression: parentheses () not balanced
SELECT substring('foobar' FROM 'o.b') AS a, regexp_count('aXa', 'a') AS b, regexp_like('Hello', '^h', 'i') AS c;
-- | a | b | c
-- | 'oob' | 2 | true
-- | ok (SELECT 1)
-- However it is written, it ends.
SELECT repeat('a', 5000) ~ '(a*)*b' AS a, repeat('a', 5000) ~ '(a|aa)+b$' AS b;
-- | a | b
-- | false | false
-- | ok (SELECT 1)
CREATE TABLE u(email text CHECK (email ~* '^[^@]+@[^@]+\.[a-z]+$') UNIQUE);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES ('a@b.co'), ('A@B.CO');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO u VALUES ('nope');
-- | error 23514 new row for relation "u" violates check constraint "u_email_check"
-- |   detail: Failing row contains (nope).
INSERT INTO u VALUES ('a@b.co') ON CONFLICT (email) DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
