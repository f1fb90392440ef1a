-- AUTO_INCREMENT values of rows that are left out, and ids that upserts tell of; column aliases of the
-- new row (MySQL 8 only, manual "INSERT … ON DUPLICATE KEY UPDATE"); compared with MariaDB 10.11.
-- @dialect mysql
create table p(id int primary key);
-- | ok
insert into p values(1);
-- | ok, 1 row
create table t(id int auto_increment primary key, a int unique, b int, foreign key(b) references p(id), check (a < 90));
-- | ok
insert ignore into t(a,b) values(1,9),(2,1);
-- | Warning ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`t`, CONSTRAINT `t_ibfk_1` FOREIGN KEY (`b`) REFERENCES `p` (`id`))
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 1)
insert ignore into t(a,b) values(3,9),(4,1) on duplicate key update a=a+1;
-- | Warning ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`t`, CONSTRAINT `t_ibfk_1` FOREIGN KEY (`b`) REFERENCES `p` (`id`))
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 1)
select * from t;
-- | id | a | b
-- | 1 | 2 | 1
-- | 4 | 4 | 1
-- | ok
insert ignore into t(a,b) values(4,1) on duplicate key update a=95;
-- | Warning ER_CHECK_CONSTRAINT_VIOLATED Check constraint 't_chk_1' is violated.
-- | ok, 0 rows
insert ignore into t(id,a,b) select 50,50,9;
-- | Warning ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`t`, CONSTRAINT `t_ibfk_1` FOREIGN KEY (`b`) REFERENCES `p` (`id`))
-- | ok, 0 rows (Records: 1  Duplicates: 1  Warnings: 1)
insert into t(a,b) values(5,1);
-- | ok, 1 row
select * from t;
-- | id | a | b
-- | 1 | 2 | 1
-- | 4 | 4 | 1
-- | 6 | 5 | 1
-- | ok
set sql_mode='NO_AUTO_VALUE_ON_ZERO';
-- | ok
insert into t values(0,0,1);
-- | ok, 1 row
insert into t values(null,6,1);
-- | ok, 1 row
select * from t;
-- | id | a | b
-- | 0 | 0 | 1
-- | 1 | 2 | 1
-- | 4 | 4 | 1
-- | 6 | 5 | 1
-- | 7 | 6 | 1
-- | ok
set sql_mode=default;
-- | ok
create table w(id int auto_increment primary key, email varchar(20) unique, n int);
-- | ok
insert into w(email,n) values('a@x',5) as new on duplicate key update n=w.n+new.n;
-- | ok, 1 row
insert into w(email,n) values('a@x',5),('b@x',6) as new(e,m) on duplicate key update n=w.n+m;
-- | ok, 3 rows (Records: 2  Duplicates: 1  Warnings: 0)
insert into w(email,n) values('a@x',5) as new(e) on duplicate key update n=1;
-- | error ER_VIEW_WRONG_LIST In definition of view, derived table or common table expression, SELECT list and column names list have different column counts
insert into w(email,n) values('a@x',5) as w on duplicate key update n=1;
-- | error ER_NONUNIQ_TABLE Not unique table/alias: 'w'
select * from w;
-- | id | email | n
-- | 1 | 'a@x' | 10
-- | 2 | 'b@x' | 6
-- | ok
insert into w values(), ();
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
