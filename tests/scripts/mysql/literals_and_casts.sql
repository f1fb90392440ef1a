-- Hexadecimal and bit literals in numeric contexts, CAST and SUM of texts that are no numbers, and what
-- is too great; compared with MariaDB 10.11, whose DECIMAL columns refuse such literals (manual,
-- "Hexadecimal Literals", "Bit-Value Literals") and which notes blanks around a number.
-- @dialect mysql
create table h(a int, b bigint unsigned, c decimal(10,2), d double, s varchar(10), e tinyint default 0x10);
-- | ok
insert into h values(0x1F, b'101', x'1F', 0x1F, 0x4142, 0b11);
-- | ok, 1 row
insert into h(a, c) values(0x1F+1, 0x10*2);
-- | ok, 1 row
insert into h(b) values(0xFFFFFFFFFFFFFFFF);
-- | ok, 1 row
insert into h(e) values(0xFF);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'e' at row 1
select * from h;
-- | a | b | c | d | s | e
-- | 31 | 5 | 31.00 | 31.0 | 'AB' | 3
-- | 32 | NULL | 32.00 | NULL | NULL | 16
-- | NULL | 18446744073709551615 | NULL | NULL | NULL | 16
-- | ok
select 31=0x1F, 0x41='A', 0x1F+0, 0x1F=31.0, 0x10>15, 1 | b'10', -0x1F, sum(0x1F);
-- | 31=0x1F | 0x41='A' | 0x1F+0 | 0x1F=31.0 | 0x10>15 | 1 | b'10' | -0x1F | sum(0x1F)
-- | 1 | 1 | 31 | 1 | 1 | 3 | -31 | 31
-- | ok
select a from h where a=0x1F;
-- | a
-- | 31
-- | ok
select a from h where a in (0x1F, b'11');
-- | a
-- | 31
-- | ok
update h set a=b'1111' where e=3;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update h set a=a+b'1' where e=3;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
select a from h where e=3;
-- | a
-- | 16
-- | ok
create table t(id int primary key, s varchar(10), n int);
-- | ok
insert into t values(1,'1',1),(2,'2x',2),(3,'abc',0),(5,'',5),(6,'1.5',6);
-- | ok, 5 rows (Records: 5  Duplicates: 0  Warnings: 0)
select id, cast(s as signed) from t;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: '2x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: 'abc'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: ''
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: '1.5'
-- | id | cast(s as signed)
-- | 1 | 1
-- | 2 | 2
-- | 3 | 0
-- | 5 | 0
-- | 6 | 1
-- | ok
select cast(s as unsigned) from t where id<3;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: '2x'
-- | cast(s as unsigned)
-- | 1
-- | 2
-- | ok
select id, cast(s as decimal(5,1)) from t;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DECIMAL value: '2x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DECIMAL value: 'abc'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DECIMAL value: ''
-- | id | cast(s as decimal(5,1))
-- | 1 | 1.0
-- | 2 | 2.0
-- | 3 | 0.0
-- | 5 | 0.0
-- | 6 | 1.5
-- | ok
select cast('12abc' as signed), cast('abc' as decimal(4,2)), cast(1.6 as signed), cast('7' as double);
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: '12abc'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DECIMAL value: 'abc'
-- | cast('12abc' as signed) | cast('abc' as decimal(4,2)) | cast(1.6 as signed) | cast('7' as double)
-- | 12 | 0.00 | 2 | 7.0
-- | ok
select sum(s), avg(s), max(s) from t;
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '2x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '2x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'abc'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'abc'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: ''
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: ''
-- | sum(s) | avg(s) | max(s)
-- | 4.5 | 0.9 | 'abc'
-- | ok
select sum('3x');
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '3x'
-- | sum('3x')
-- | 3.0
-- | ok
select cast(1e300 as decimal(65,30));
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'cast(1e300 as decimal(65,30))' at row 1
-- | cast(1e300 as decimal(65,30))
-- | 99999999999999999999999999999999999.999999999999999999999999999999
-- | ok
select cast(12345 as decimal(3,0)), cast('12345' as decimal(4,1)), cast(-99.96 as decimal(3,1));
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'cast(12345 as decimal(3,0))' at row 1
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'cast('12345' as decimal(4,1))' at row 1
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'cast(-99.96 as decimal(3,1))' at row 1
-- | cast(12345 as decimal(3,0)) | cast('12345' as decimal(4,1)) | cast(-99.96 as decimal(3,1))
-- | 999 | 999.9 | -99.9
-- | ok
select pow(10,1000);
-- | error ER_DATA_OUT_OF_RANGE DOUBLE value is out of range in 'pow(10,1000)'
select exp(1000);
-- | error ER_DATA_OUT_OF_RANGE DOUBLE value is out of range in 'exp(1000)'
select pow(0,-1);
-- | error ER_DATA_OUT_OF_RANGE DOUBLE value is out of range in 'pow(0,-1)'
select pow(2,10), exp(0), power('2x',2);
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '2x'
-- | pow(2,10) | exp(0) | power('2x',2)
-- | 1024.0 | 1.0 | 4.0
-- | ok
insert into t values(7,'x',cast('9z' as signed));
-- | error ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: '9z'
insert ignore into t values(7,'x',cast('9z' as signed));
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect INTEGER value: '9z'
-- | ok, 1 row
insert into t values(9,'x',cast(12345 as decimal(3,0)));
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'cast(12345 as decimal(3,0))' at row 1
select * from t;
-- | id | s | n
-- | 1 | '1' | 1
-- | 2 | '2x' | 2
-- | 3 | 'abc' | 0
-- | 5 | '' | 5
-- | 6 | '1.5' | 6
-- | 7 | 'x' | 9
-- | ok
create table k(a int null primary key);
-- | error ER_PRIMARY_CANT_HAVE_NULL All parts of a PRIMARY KEY must be NOT NULL; if you need NULL in a key, use UNIQUE instead
create table k(a int null, b int, primary key(a,b));
-- | error ER_PRIMARY_CANT_HAVE_NULL All parts of a PRIMARY KEY must be NOT NULL; if you need NULL in a key, use UNIQUE instead
create table k(a int primary key, b int null unique);
-- | ok
-- A temporary table ends no transaction, neither when it comes nor when it goes.
start transaction;
-- | ok
insert into k values(1,1);
-- | ok, 1 row
create temporary table w(x int);
-- | ok
insert into w values(1);
-- | ok, 1 row
rollback;
-- | ok
select count(*) from k;
-- | count(*)
-- | 0
-- | ok
select count(*) from w;
-- | count(*)
-- | 0
-- | ok
start transaction;
-- | ok
insert into k values(1,1);
-- | ok, 1 row
drop temporary table w;
-- | ok
create temporary table if not exists k2(x int);
-- | ok
create temporary table k2(x int);
-- | error ER_TABLE_EXISTS_ERROR Table 'k2' already exists
drop temporary table if exists none;
-- | Note ER_BAD_TABLE_ERROR Unknown table 'play.none'
-- | ok
rollback;
-- | ok
select count(*) from k;
-- | count(*)
-- | 0
-- | ok
create table l(id int primary key, a varchar(10) default 'd', b int not null, c int);
-- | ok
select @x := 1;
-- | Warning ER_WARN_DEPRECATED_SYNTAX Setting user variables within expressions is deprecated and will be removed in a future release. Consider alternatives: 'SET variable=expression, ...', or 'SELECT expression(s) INTO variables(s)'.
-- | @x := 1
-- | 1
-- | ok
set @x := 2;
-- | ok
select @x, found_rows();
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: function found_rows
show count(*) warnings;
-- | @@session.warning_count
-- | 1
-- | ok
