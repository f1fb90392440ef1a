-- AUTO_INCREMENT: when values are taken, which are lost, what LAST_INSERT_ID() and the OK packet say;
-- compared with MariaDB 10.11.
-- @dialect mysql
create table t(id int auto_increment primary key, a varchar(10) unique, n int not null default 0, check (n < 50));
-- | ok
insert into t(a) values('x'),('y');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into t(a) values('x');
-- | error ER_DUP_ENTRY Duplicate entry 'x' for key 't.a'
insert ignore into t(a) values('x'),('z');
-- | Warning ER_DUP_ENTRY Duplicate entry 'x' for key 't.a'
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 1)
insert into t(a,n) values('w',99);
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 't_chk_1' is violated.
insert into t(a,n) values('w',NULL);
-- | error ER_BAD_NULL_ERROR Column 'n' cannot be null
insert into t(a) values('x') on duplicate key update n=n+1;
-- | ok, 2 rows
insert into t(a) values('x') on duplicate key update n=n;
-- | ok, 0 rows
insert into t(a) values('y') on duplicate key update id=last_insert_id(id), n=n+1;
-- | ok, 2 rows
select last_insert_id();
-- | last_insert_id()
-- | 2
-- | ok
replace into t(a) values('z');
-- | ok, 2 rows
insert into t select null, concat(a,'2'), 0 from t;
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
insert into t(id,a) values(0,'p'),(40,'q'),(null,'r');
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
update t set id=90 where a='r';
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
insert into t(a) values('s');
-- | ok, 1 row
select id, a from t order by id;
-- | id | a
-- | 1 | 'x'
-- | 2 | 'y'
-- | 9 | 'z'
-- | 10 | 'x2'
-- | 11 | 'y2'
-- | 12 | 'z2'
-- | 13 | 'p'
-- | 40 | 'q'
-- | 90 | 'r'
-- | 91 | 's'
-- | ok
select auto_increment from information_schema.tables where table_name='t';
-- | auto_increment
-- | 92
-- | ok
start transaction;
-- | ok
insert into t(a) values('lost');
-- | ok, 1 row
rollback;
-- | ok
insert into t(a) values('kept');
-- | ok, 1 row
select last_insert_id(), max(id) from t;
-- | last_insert_id() | max(id)
-- | 93 | 93
-- | ok
delete from t;
-- | ok, 11 rows
insert into t(a) values('after delete');
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
truncate table t;
-- | ok
insert into t(a) values('after truncate');
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
select id from t;
-- | id
-- | ok
