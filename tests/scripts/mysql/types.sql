-- How values are brought to columns, strictly and under IGNORE, and what they compare with; compared
-- with MariaDB 10.11. Differs there: a constant that is no date is a warning (1292), not 1525.
-- @dialect mysql
create table t(id int primary key, d date not null, dt datetime, ts timestamp null, tm time, y year, n decimal(5,2), f float, db double, bu bigint unsigned, e enum('a','B') , s set('x','y','z'));
-- | ok
insert ignore into t(id) values(1);
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'd' doesn't have a default value
-- | ok, 1 row
insert into t(id,d) values(2,'0000-00-00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '0000-00-00' for column 'd' at row 1
insert into t(id,d) values(2,'2024-02-30');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '2024-02-30' for column 'd' at row 1
insert into t(id,d) values(2,'abc');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: 'abc' for column 'd' at row 1
insert ignore into t(id,d) values(3,'0000-00-00');
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'd' at row 1
-- | ok, 1 row
insert ignore into t(id,d,dt) values(4,'2024-02-30','abc');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'd' at row 1
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'dt' at row 1
-- | ok, 1 row
insert into t values(6,'2024-1-5','2024-01-05','20240105101112','10:11',24,123.456,1.1,1e20,18446744073709551615,'b','z,x');
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'n' at row 1
-- | ok, 1 row
insert ignore into t values(7,20240105,20240105101112,'2024-01-05T10:11:12','1 10:11:12','1999','1e2','5','3.5',-1,1,3);
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'bu' at row 1
-- | ok, 1 row
insert into t(id,d,n) values(8,'24-01-05',1234.5);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'n' at row 1
insert ignore into t(id,d,n,tm) values(8,'24-01-05',1234.5,'abc');
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'n' at row 1
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'tm' at row 1
-- | ok, 1 row
insert into t(id,d,y) values(10,'2024-01-05',1800);
-- | error ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'y' at row 1
insert into t(id,d,ts) values(10,'2024-01-05','1960-02-03 10:00:00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: '1960-02-03 10:00:00' for column 'ts' at row 1
insert into t(id,d,tm) values(10,'2024-01-05','900:00:00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect time value: '900:00:00' for column 'tm' at row 1
insert into t(id,d,bu) values(10,'2024-01-05','1x');
-- | error WARN_DATA_TRUNCATED Data truncated for column 'bu' at row 1
insert into t(id,d,n) values(10,'2024-01-05','x');
-- | error ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect decimal value: 'x' for column 'n' at row 1
insert into t(id,d,e) values(10,'2024-01-05',5);
-- | error WARN_DATA_TRUNCATED Data truncated for column 'e' at row 1
insert into t(id,d,s) values(10,'2024-01-05','x,q');
-- | error WARN_DATA_TRUNCATED Data truncated for column 's' at row 1
insert into t(id,d,s,f) values(11,'2024-01-05','x,x,Y',1.23456789);
-- | ok, 1 row
select e+0,s+0,d+0,dt+0,tm+0,y+1 from t where id in (6,7);
-- | e+0 | s+0 | d+0 | dt+0 | tm+0 | y+1
-- | 2 | 5 | 20240105 | 20240105000000 | 101100 | 2025
-- | 1 | 3 | 20240105 | 20240105101112 | 341112 | 2000
-- | ok
select id from t where d='2024-1-5' and id>6;
-- | id
-- | 7
-- | 8
-- | 11
-- | ok
select id from t where d>20240101;
-- | id
-- | 6
-- | 7
-- | 8
-- | 11
-- | ok
select id from t where e='A';
-- | id
-- | 7
-- | ok
select id,e from t order by e,id;
-- | id | e
-- | 1 | NULL
-- | 3 | NULL
-- | 4 | NULL
-- | 8 | NULL
-- | 11 | NULL
-- | 7 | 'a'
-- | 6 | 'B'
-- | ok
select date_add('2024-01-31', interval 1 month), datediff('2024-03-01','2024-02-01'), date_format('2024-01-05 14:05:09','%W %e %M %Y %h:%i %p'), timestampdiff(day,'2024-01-01','2024-02-01'), last_day('2024-02-10'), year('2024-01-05')+1;
-- | date_add('2024-01-31', interval 1 month) | datediff('2024-03-01','2024-02-01') | date_format('2024-01-05 14:05:09','%W %e %M %Y %h:%i %p') | timestampdiff(day,'2024-01-01','2024-02-01') | last_day('2024-02-10') | year('2024-01-05')+1
-- | '2024-02-29' | 29 | 'Friday 5 January 2024 02:05 PM' | 31 | '2024-02-29' | 2025
-- | ok
