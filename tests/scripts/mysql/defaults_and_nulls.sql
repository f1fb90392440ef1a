-- When NULL and missing defaults are errors, warnings, or another value; compared with MariaDB 10.11.
-- Differs there: a single row that IGNORE would leave out for a CHECK is an error.
-- @dialect mysql
create table t(a int not null, b int not null, c int);
-- | ok
insert ignore into t(c) values(1),(2);
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'a' doesn't have a default value
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 2)
insert into t(c,a) values(1,NULL),(2,1);
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
insert into t(c,a) values('x',1);
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
insert into t(b,a) values(NULL,'x');
-- | error ER_BAD_NULL_ERROR Column 'b' cannot be null
insert into t(a,b) values('x',NULL);
-- | error ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x' for column 'a' at row 1
insert ignore into t(c,a) values(1,NULL),(2,1);
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
-- | Warning ER_BAD_NULL_ERROR Column 'a' cannot be null
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 2)
replace into t(c) values(1);
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'a' doesn't have a default value
update t set a=NULL, b='x';
-- | error ER_BAD_NULL_ERROR Column 'a' cannot be null
update t set b='x', a=NULL;
-- | error ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x' for column 'b' at row 1
update ignore t set b='x', a=NULL limit 1;
-- | Warning ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x' for column 'b' at row 1
-- | Warning ER_BAD_NULL_ERROR Column 'a' cannot be null
-- | ok, 0 rows (Rows matched: 1  Changed: 0  Warnings: 2)
insert into t(c) select 1 from t where 1=0;
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'a' doesn't have a default value
insert into t values(1,2,3),(1,2);
-- | error ER_WRONG_VALUE_COUNT_ON_ROW Column count doesn't match value count at row 2
insert into t values(1,default,3);
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
insert ignore into t() values(),();
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'a' doesn't have a default value
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'b' doesn't have a default value
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 2)
select * from t;
-- | a | b | c
-- | 0 | 0 | 1
-- | 0 | 0 | 2
-- | 0 | 0 | 1
-- | 1 | 0 | 2
-- | 0 | 0 | NULL
-- | 0 | 0 | NULL
-- | ok
set sql_mode='';
-- | ok
insert into t values(NULL,1,1);
-- | error ER_BAD_NULL_ERROR Column 'a' cannot be null
insert into t values(NULL,1,1),(2,'x',NULL);
-- | Warning ER_BAD_NULL_ERROR Column 'a' cannot be null
-- | Warning ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x' for column 'b' at row 2
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 2)
select @@sql_mode = '';
-- | @@sql_mode = ''
-- | 1
-- | ok
-- Of several NULLs the one that was assigned first is told of (compared with MariaDB 10.11).
-- @dialect mysql
create table n(id int primary key, c int not null, d int not null);
-- | ok
insert into n(d, c, id) values (null, null, null);
-- | error ER_BAD_NULL_ERROR Column 'd' cannot be null
insert into n(id, d, c) select 2, null, null;
-- | error ER_BAD_NULL_ERROR Column 'd' cannot be null
insert into n set d = null, c = null, id = 1;
-- | error ER_BAD_NULL_ERROR Column 'd' cannot be null
insert into n values (1, 1, 1);
-- | ok, 1 row
replace into n(id, d, c) values (1, null, null);
-- | error ER_BAD_NULL_ERROR Column 'd' cannot be null
insert into n values (1, 1, 1) on duplicate key update d = null, c = null;
-- | error ER_BAD_NULL_ERROR Column 'd' cannot be null
update n set d = null, c = null;
-- | error ER_BAD_NULL_ERROR Column 'd' cannot be null
update n set c = null, d = null;
-- | error ER_BAD_NULL_ERROR Column 'c' cannot be null
select * from n;
-- | id | c | d
-- | 1 | 1 | 1
-- | ok
