-- Queries that MySQL refuses, and why. Compared with MariaDB 10.11 where it says the same; numbers and
-- words of 1056, 1066, 1241, 1250, 1630 and 3593 by "MySQL 8.4 Error Message Reference", the parenthesis by
-- "Function Name Parsing and Resolution", WITH by "WITH (Common Table Expressions)".
-- @dialect mysql
create table t(id int primary key, a int, b varchar(10));
-- | ok
insert into t values(1, 1, 'x'), (2, 2, 'y');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
select nope.* from t;
-- | error ER_BAD_TABLE_ERROR Unknown table 'nope'
select a, * from t;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '* from t' at line 1
select count (*) from t;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '*) from t' at line 1
select sum (a) from t;
-- | error ER_FUNC_INEXISTENT_NAME_COLLISION FUNCTION play.sum does not exist. Check the 'Function Name Parsing and Resolution' section in the Reference Manual
select now ();
-- | error ER_FUNC_INEXISTENT_NAME_COLLISION FUNCTION play.now does not exist. Check the 'Function Name Parsing and Resolution' section in the Reference Manual
select a from t group by a order by b;
-- | error ER_WRONG_FIELD_WITH_GROUP Expression #1 of ORDER BY clause is not in GROUP BY clause and contains nonaggregated column 'play.t.b' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
select a, count(*) from t group by 2;
-- | error ER_WRONG_GROUP_FIELD Can't group on 'count(*)'
select a, count(*) as n from t group by n;
-- | error ER_WRONG_GROUP_FIELD Can't group on 'n'
select a from t union select id from t order by id;
-- | error ER_BAD_FIELD_ERROR Unknown column 'id' in 'order clause'
select a from t union select id from t order by t.a;
-- | error ER_TABLENAME_NOT_ALLOWED_HERE Table 't' from one of the SELECTs cannot be used in global ORDER clause
select * from (select a, a from t) d;
-- | error ER_DUP_FIELDNAME Duplicate column name 'a'
select * from t where (a, b) = (1, 'x', 3);
-- | error ER_OPERAND_COLUMNS Operand should contain 2 column(s)
select * from t where (a, b) in ((1, 'x'), (2, 'y', 3));
-- | error ER_OPERAND_COLUMNS Operand should contain 2 column(s)
select a from t where row_number() over () > 1;
-- | error ER_WINDOW_INVALID_WINDOW_FUNC_USE You cannot use the window function 'row_number' in this context.'
with c as (select 1), c as (select 2) select * from c;
-- | error ER_NONUNIQ_TABLE Not unique table/alias: 'c'
with r(n) as (select 1 union all select n + 1 from r where n < 3) select * from r;
-- | error ER_NO_SUCH_TABLE Table 'play.r' doesn't exist
with recursive r(n) as (select 1 union all select n + 1 from r where n < 3) select * from r;
-- | n
-- | 1
-- | 2
-- | 3
-- | ok
select a, b into @v from t limit 1;
-- | error ER_WRONG_NUMBER_OF_COLUMNS_IN_SELECT The used SELECT statements have a different number of columns
drop table nope, t, nope2;
-- | error ER_BAD_TABLE_ERROR Unknown table 'play.nope,play.nope2'
drop table if exists nope, nope2;
-- | Note ER_BAD_TABLE_ERROR Unknown table 'play.nope'
-- | Note ER_BAD_TABLE_ERROR Unknown table 'play.nope2'
-- | ok
select date '2024-02-30';
-- | error ER_WRONG_VALUE Incorrect DATE value: '2024-02-30'
select timestamp '2024-02-03 04:05:06.5', time '25:00:00', cast('2024-02-30' as date);
-- | Warning ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: '2024-02-30'
-- | timestamp '2024-02-03 04:05:06.5' | time '25:00:00' | cast('2024-02-30' as date)
-- | '2024-02-03 04:05:06.5' | '25:00:00' | NULL
-- | ok
select year('abc'), date_add('2024-13-01', interval 1 day), hour('x');
-- | Warning ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: 'abc'
-- | Warning ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: '2024-13-01'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect time value: 'x'
-- | year('abc') | date_add('2024-13-01', interval 1 day) | hour('x')
-- | NULL | NULL | NULL
-- | ok
insert into t values(3, year('abc'), 'z');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: 'abc'
select sin('x'), -1 | 0, 1 << 63, 1 << 64, ~0 & 5, hex(26.6), hex(1e2);
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'x'
-- | sin('x') | -1 | 0 | 1 << 63 | 1 << 64 | ~0 & 5 | hex(26.6) | hex(1e2)
-- | 0.0 | 18446744073709551615 | 9223372036854775808 | 0 | 5 | '1B' | '64'
-- | ok
create table d(n int, dt date, e enum('no', 'yes'), s set('p', 'q'), x double);
-- | ok
insert into d values(20240229, '2024-02-29', 'no', '', 1.5), (7, '2024-03-01', null, 'q', 2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
select n, dt = n, dt > x, dt between n and 20250101 from d;
-- | n | dt = n | dt > x | dt between n and 20250101
-- | 20240229 | 1 | 1 | 1
-- | 7 | 0 | 1 | 1
-- | ok
select n from d where e;
-- | n
-- | 20240229
-- | ok
select n, if(s, 'some', 'none'), not e from d;
-- | n | if(s, 'some', 'none') | not e
-- | 20240229 | 'none' | 0
-- | 7 | 'some' | NULL
-- | ok
create table m(a int, b decimal(20,3), y year, c varchar(30));
-- | ok
insert into m values(date '2024-02-03', timestamp '2024-02-03 04:05:06.789', date '2024-02-03', date '2024-02-03');
-- | ok, 1 row
insert into m(a) values(timestamp '2024-02-03 04:05:06');
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'a' at row 1
select * from m;
-- | a | b | y | c
-- | 20240203 | 20240203040506.789 | '2024' | '2024-02-03'
-- | ok
