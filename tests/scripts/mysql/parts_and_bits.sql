-- EXTRACT of several parts, FROM_UNIXTIME with a format, QUOTE, whole numbers as arguments, bits.
-- Compared with MariaDB 10.11, which tells of an INTEGER twice and of a DOUBLE for bits.
-- @dialect mysql
SELECT EXTRACT(YEAR_MONTH FROM '2024-02-29'), EXTRACT(DAY_HOUR FROM '2024-02-29 12:30:45'), EXTRACT(HOUR_SECOND FROM '-12:30:45'), EXTRACT(SECOND_MICROSECOND FROM '12:30:45.5');
-- | EXTRACT(YEAR_MONTH FROM '2024-02-29') | EXTRACT(DAY_HOUR FROM '2024-02-29 12:30:45') | EXTRACT(HOUR_SECOND FROM '-12:30:45') | EXTRACT(SECOND_MICROSECOND FROM '12:30:45.5')
-- | 202402 | 2912 | -123045 | 45500000
-- | ok
SELECT FROM_UNIXTIME(0, '%Y-%m'), FROM_UNIXTIME(86400);
-- | FROM_UNIXTIME(0, '%Y-%m') | FROM_UNIXTIME(86400)
-- | '1970-01' | '1970-01-02 00:00:00'
-- | ok
SELECT QUOTE(10), QUOTE('it''s'), QUOTE(NULL), QUOTE('a\\b');
-- | QUOTE(10) | QUOTE('it''s') | QUOTE(NULL) | QUOTE('a\\b')
-- | '''10''' | '''it\''s''' | 'NULL' | '''a\\b'''
-- | ok
SELECT SIGN('abc'), SIGN(-2.5), SIGN('-3x'), SIGN(NULL);
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'abc'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '-3x'
-- | SIGN('abc') | SIGN(-2.5) | SIGN('-3x') | SIGN(NULL)
-- | 0 | -1 | -1 | NULL
-- | ok
SELECT LEFT('abcdef', 1.5), SUBSTRING('abcdef', -2.5, 1.6), LPAD('x', 2.5, '-'), ELT(1.5, 'a', 'b'), ROUND(1.2345, 1.6);
-- | LEFT('abcdef', 1.5) | SUBSTRING('abcdef', -2.5, 1.6) | LPAD('x', 2.5, '-') | ELT(1.5, 'a', 'b') | ROUND(1.2345, 1.6)
-- | 'ab' | 'de' | '--x' | 'b' | 1.23
-- | ok
SELECT LEFT('abc', '2x'), REPEAT('a', 'x');
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: '2x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: 'x'
-- | LEFT('abc', '2x') | REPEAT('a', 'x')
-- | 'ab' | ''
-- | ok
SELECT 18446744073709551615 | 0, 18446744073709551615 >> 1, -2.5 & -2.5, ~0 ^ 1, 1 << 64, 'x' | 1;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: 'x'
-- | 18446744073709551615 | 0 | 18446744073709551615 >> 1 | -2.5 & -2.5 | ~0 ^ 1 | 1 << 64 | 'x' | 1
-- | 18446744073709551615 | 9223372036854775807 | 18446744073709551613 | 18446744073709551614 | 0 | 1
-- | ok
CREATE TABLE t(u BIGINT UNSIGNED);
-- | ok
INSERT INTO t VALUES(18446744073709551615), (9223372036854775808);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
SELECT u & 18446744073709551614, u >> 63, u | 1 FROM t;
-- | u & 18446744073709551614 | u >> 63 | u | 1
-- | 18446744073709551614 | 1 | 18446744073709551615
-- | 9223372036854775808 | 1 | 9223372036854775809
-- | ok
