-- IGNORE: a LIMIT counts what is deleted, BEFORE triggers of rows that stay have fired, generated columns
-- are made to fit, and warnings of a trigger's own statements are not the statement's.
-- Compared with MariaDB 10.11.
-- @dialect mysql
create table p(id int primary key, k int);
-- | ok
create table c(pid int, foreign key (pid) references p(id));
-- | ok
create table log(id int primary key auto_increment, m varchar(40));
-- | ok
create trigger bd before delete on p for each row insert into log(m) values (concat('before ', old.id));
-- | ok
create trigger ad after delete on p for each row insert into log(m) values (concat('after ', old.id));
-- | ok
insert into p values (1, 1), (2, 1), (3, 1), (4, 2), (5, 2);
-- | ok, 5 rows (Records: 5  Duplicates: 0  Warnings: 0)
insert into c values (1), (3);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
delete ignore from p limit 2;
-- | Warning ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `c_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
-- | Warning ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `c_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
-- | ok, 2 rows
delete ignore from p order by id desc limit 1;
-- | ok, 1 row
select * from log;
-- | id | m
-- | 1 | 'before 1'
-- | 2 | 'before 2'
-- | 3 | 'after 2'
-- | 4 | 'before 3'
-- | 5 | 'before 4'
-- | 6 | 'after 4'
-- | 7 | 'before 5'
-- | 8 | 'after 5'
-- | ok
select * from p;
-- | id | k
-- | 1 | 1
-- | 3 | 1
-- | ok
-- @dialect mysql
create table g(a int, b int as (a * 2), c varchar(4) as (concat('k', a)) stored unique);
-- | ok
insert into g(a) values (2000000000);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'b' at row 1
insert ignore into g(a) values (2000000000);
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'b' at row 1
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'c' at row 1
-- | ok, 1 row
select * from g;
-- | a | b | c
-- | 2000000000 | 2147483647 | 'k200'
-- | ok
-- @dialect mysql
create table t(id int primary key, a tinyint);
-- | ok
create table u(a tinyint not null, b varchar(2));
-- | ok
create trigger bi before insert on t for each row insert ignore into u values (new.a * 10, 'abc');
-- | ok
insert into t values (1, 100);
-- | ok, 1 row
insert ignore into t values (2, 300), (2, 3);
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'a' at row 1
-- | Warning ER_DUP_ENTRY Duplicate entry '2' for key 't.PRIMARY'
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 2)
select * from u;
-- | a | b
-- | 127 | 'ab'
-- | 127 | 'ab'
-- | 30 | 'ab'
-- | ok
set sql_mode = '';
-- | ok
create trigger bu before update on t for each row set new.a = new.a * 100;
-- | ok
update t set a = 2;
-- | ok, 1 row (Rows matched: 2  Changed: 1  Warnings: 0)
select * from t;
-- | id | a
-- | 1 | 127
-- | 2 | 127
-- | ok
set sql_mode = default;
-- | ok
-- Single precision is what keys compare by; six digits are shown.
-- @dialect mysql
create table f(a float unique, b float(5,2), n int);
-- | ok
insert into f values (1.23456789, 1.005, 1);
-- | ok, 1 row
insert into f values (1.2345679, 1.004, 2);
-- | error ER_DUP_ENTRY Duplicate entry '1.2345678806304932' for key 'f.a'
insert into f values (1.234568, 999.994, 3);
-- | ok, 1 row
insert into f values (16777216, 0.1, 4), (16777218, 2, 5);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into f values (16777217, 2, 6);
-- | error ER_DUP_ENTRY Duplicate entry '16777216' for key 'f.a'
insert into f values (0.1, 1000, 7);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'b' at row 1
insert into f values (1e39, 1, 8);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'a' at row 1
insert ignore into f values (1e39, 1, 8);
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'a' at row 1
-- | ok, 1 row
select a, b, a + 0 from f;
-- | a | b | a + 0
-- | 1.23457 | 1.01 | 1.2345678806304932
-- | 1.23457 | 999.99 | 1.2345679998397827
-- | 16777200.0 | 0.10 | 16777216.0
-- | 16777200.0 | 2.00 | 16777218.0
-- | 3.40282e38 | 1.00 | 3.4028234663852886e38
-- | ok
select n from f where a = 16777216;
-- | n
-- | 4
-- | ok
-- Texts beside numbers.
-- @dialect mysql
create table i(id int primary key, s varchar(10), e enum('a','b'));
-- | ok
insert into i values (1, '1', 'a'), (2, 'x', 'b'), (3, '3x', null);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select id from i where s in (1, 3);
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '3x'
-- | id
-- | 1
-- | 3
-- | ok
select id from i where id in ('1', 'x', '3x');
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'x'
-- | Warning ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: '3x'
-- | id
-- | 1
-- | 3
-- | ok
select id from i where e in ('a', 2);
-- | id
-- | 1
-- | 2
-- | ok
update i set s = 'z' where s in (7, 8);
-- | error ER_TRUNCATED_WRONG_VALUE Truncated incorrect DOUBLE value: 'x'
-- LOAD DATA: missing fields are told of before their row is written, those too many after it
-- (compared with MariaDB 10.11).
-- @dialect mysql
create table l(id int primary key, a varchar(5), b int not null);
-- | ok
load data infile 'x' ignore into table l fields terminated by ',';
1,a,2
2,b
3,c,4,5
1,d,6
4
1,z,9,9
1,y
\.
-- | Warning ER_WARN_TOO_FEW_RECORDS Row 2 doesn't contain data for all columns
-- | Warning ER_WARN_TOO_MANY_RECORDS Row 3 was truncated; it contained more data than there were input columns
-- | Warning ER_DUP_ENTRY Duplicate entry '1' for key 'l.PRIMARY'
-- | Warning ER_WARN_TOO_FEW_RECORDS Row 5 doesn't contain data for all columns
-- | Warning ER_WARN_TOO_FEW_RECORDS Row 5 doesn't contain data for all columns
-- | Warning ER_DUP_ENTRY Duplicate entry '1' for key 'l.PRIMARY'
-- | Warning ER_WARN_TOO_MANY_RECORDS Row 6 was truncated; it contained more data than there were input columns
-- | Warning ER_WARN_TOO_FEW_RECORDS Row 7 doesn't contain data for all columns
-- | Warning ER_DUP_ENTRY Duplicate entry '1' for key 'l.PRIMARY'
-- | ok (Records: 7  Deleted: 0  Skipped: 3  Warnings: 9)
select * from l;
-- | id | a | b
-- | 1 | 'a' | 2
-- | 2 | 'b' | 0
-- | 3 | 'c' | 4
-- | 4 | NULL | 0
-- | ok
load data infile 'x' into table l fields terminated by ',';
7,g
\.
-- | error ER_WARN_TOO_FEW_RECORDS Row 1 doesn't contain data for all columns
load data infile 'x' into table l fields terminated by ',';
7,g,1
1,h,2
8,i
\.
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 'l.PRIMARY'
load data infile 'x' replace into table l fields terminated by ',';
1,h
\.
-- | error ER_WARN_TOO_FEW_RECORDS Row 1 doesn't contain data for all columns
load data infile 'x' into table l fields terminated by ',';
7,g,1
8,h,2,3
\.
-- | error ER_WARN_TOO_MANY_RECORDS Row 2 was truncated; it contained more data than there were input columns
set sql_mode = '';
-- | ok
load data infile 'x' replace into table l fields terminated by ',';
1,k
7,g,1,2
\.
-- | Warning ER_WARN_TOO_FEW_RECORDS Row 1 doesn't contain data for all columns
-- | Warning ER_WARN_TOO_MANY_RECORDS Row 2 was truncated; it contained more data than there were input columns
-- | ok (Records: 2  Deleted: 1  Skipped: 0  Warnings: 2)
select * from l;
-- | id | a | b
-- | 1 | 'k' | 0
-- | 2 | 'b' | 0
-- | 3 | 'c' | 4
-- | 4 | NULL | 0
-- | 7 | 'g' | 1
-- | ok
