-- Texts that are no numbers, divisions by zero, unsigned results below zero: warnings of a SELECT, errors
-- of a strict write; compared with MariaDB 10.11. MySQL says DOUBLE of comparisons too, puts the
-- expression of 1690 in parentheses, and is strict in DELETE (manual, "Server SQL Modes").
-- @dialect mysql
create table t(id int primary key, s varchar(10), n int, u int unsigned, b bigint);
-- | ok
insert into t values(1,'1',1,5,9223372036854775807),(2,'2x',2,6,1),(3,'abc',0,7,1);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select id from t where s=2;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '2x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'abc'
-- | id
-- | 2
-- | ok
select id from t where n='1abc';
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '1abc'
-- | id
-- | 1
-- | ok
select s+0, 'x'+1, 1/0 from t where id<3;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'x'
-- | Warning ER_DIVISION_BY_ZERO Division by 0
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '2x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'x'
-- | Warning ER_DIVISION_BY_ZERO Division by 0
-- | s+0 | 'x'+1 | 1/0
-- | 1.0 | 1.0 | NULL
-- | 2.0 | 1.0 | NULL
-- | ok
select 'a' and 1, not 'x';
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'a'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'x'
-- | 'a' and 1 | not 'x'
-- | 0 | 1
-- | ok
update t set n=5 where s=1;
-- | error ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '2x'
update t set n=s+1 where id=3;
-- | error ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'abc'
update ignore t set n=s+1 where id=3;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'abc'
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 1)
delete from t where s=99;
-- | error ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '2x'
update t set n=1/0 where id=1;
-- | error ER_DIVISION_BY_ZERO Division by 0
insert into t(id,n) values(9,5 mod 0);
-- | error ER_DIVISION_BY_ZERO Division by 0
insert ignore into t(id,n) values(9,5 mod 0);
-- | Warning ER_DIVISION_BY_ZERO Division by 0
-- | ok, 1 row
select u-10 from t where id=1;
-- | error ER_DATA_OUT_OF_RANGE BIGINT UNSIGNED value is out of range in '(`play`.`t`.`u` - 10)'
update t set u=u-10 where id=1;
-- | error ER_DATA_OUT_OF_RANGE BIGINT UNSIGNED value is out of range in '(`play`.`t`.`u` - 10)'
select b+1 from t where id=1;
-- | error ER_DATA_OUT_OF_RANGE BIGINT value is out of range in '(`play`.`t`.`b` + 1)'
select 5-u, u*2 from t where id=1;
-- | 5-u | u*2
-- | 0 | 10
-- | ok
set sql_mode='';
-- | ok
select 1/0, 'a'+1;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'a'
-- | 1/0 | 'a'+1
-- | NULL | 1.0
-- | ok
update t set n=s+1 where id=3;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'abc'
-- | ok, 0 rows (Rows matched: 1  Changed: 0  Warnings: 1)
select s regexp '^[0-9]', s rlike 'C$', s not regexp 'x' from t;
-- | s regexp '^[0-9]' | s rlike 'C$' | s not regexp 'x'
-- | 1 | 0 | 1
-- | 1 | 0 | 0
-- | 0 | 1 | 1
-- | NULL | NULL | NULL
-- | ok
select 'a' regexp '(';
-- | error ER_REGEXP_ILLEGAL_ARGUMENT Illegal argument to a regular expression.
select regexp_like('abc','B'), regexp_replace('a1b2','[0-9]','#'), regexp_substr('ab12','[0-9]+'), regexp_instr('ab12','[0-9]');
-- | regexp_like('abc','B') | regexp_replace('a1b2','[0-9]','#') | regexp_substr('ab12','[0-9]+') | regexp_instr('ab12','[0-9]')
-- | 1 | 'a#b#' | '12' | 3
-- | ok
set sql_mode=default;
-- | ok
select ~0, 5 & ~1, cast(-1 as unsigned), cast(5 as unsigned)-3;
-- | ~0 | 5 & ~1 | cast(-1 as unsigned) | cast(5 as unsigned)-3
-- | 18446744073709551615 | 4 | 18446744073709551615 | 2
-- | ok
select cast(3 as unsigned)-5;
-- | error ER_DATA_OUT_OF_RANGE BIGINT UNSIGNED value is out of range in '(cast(3 as unsigned) - 5)'
select 1e400;
-- | error ER_ILLEGAL_VALUE_FOR_TYPE Illegal double '1e400' value found during parsing
