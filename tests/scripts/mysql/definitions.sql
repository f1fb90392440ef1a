-- FIRST and AFTER, CREATE TABLE … AS, what definitions may not hold, DROP of what others refer to;
-- compared with MariaDB 10.11, words of errors from MySQL's "Error Message Reference".
-- @dialect mysql
create table t(id int primary key, a int, b int, unique key ua(a));
-- | ok
insert into t values(1,1,1),(2,2,1);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
alter table t add column c int not null default 5 after id, add index ic(c);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t add column d varchar(10) first;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
select * from t;
-- | d | id | c | a | b
-- | NULL | 1 | 5 | 1 | 1
-- | NULL | 2 | 5 | 2 | 1
-- | ok
insert into t(id,a) values(3,1);
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 't.ua'
alter table t modify b int first, algorithm=inplace;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t change d dd varchar(20) after a;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
select * from t;
-- | b | id | c | a | dd
-- | 1 | 1 | 5 | 1 | NULL
-- | 1 | 2 | 5 | 2 | NULL
-- | ok
alter table t add constraint pos check (id > 0);
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
alter table t drop constraint pos;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t drop primary key;
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
create table c1 as select * from t;
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
insert into c1(a) values(9);
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'id' doesn't have a default value
create table x(a date check (a < curdate()));
-- | error ER_CHECK_CONSTRAINT_FUNCTION_IS_NOT_ALLOWED An expression of a check constraint 'x_chk_1' contains disallowed function: curdate.
create table x(a int check (a > (select 1)));
-- | error ER_CHECK_CONSTRAINT_FUNCTION_IS_NOT_ALLOWED An expression of a check constraint 'x_chk_1' contains disallowed function.
create table x(a int, b datetime as (now()));
-- | error ER_GENERATED_COLUMN_FUNCTION_IS_NOT_ALLOWED Expression of generated column 'b' contains a disallowed function: now.
create table x(a char(300));
-- | error ER_TOO_BIG_FIELDLENGTH Column length too big for column 'a' (max = 255); use BLOB or TEXT instead
create table x(a decimal(5,7));
-- | error ER_M_BIGGER_THAN_D For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column 'a').
create table x(a int, key `PRIMARY`(a));
-- | error ER_WRONG_NAME_FOR_INDEX Incorrect index name 'PRIMARY'
create table x(a int, constraint c check (a>0), constraint c check (a<9));
-- | error ER_CHECK_CONSTRAINT_DUP_NAME Duplicate check constraint name 'c'.
create table p(id int primary key);
-- | ok
create table q(id int primary key, pid int, constraint fk foreign key (pid) references p(id));
-- | ok
drop table p;
-- | error ER_FK_CANNOT_DROP_PARENT Cannot drop table 'p' referenced by a foreign key constraint 'fk' on table 'q'.
alter table q drop foreign key fk;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
drop table p;
-- | ok
create table g(a int, b int as (a*2), check (a > 0 and b in (2,4) or a is null), s varchar(9) default (concat('x','y')), unique key f ((lower(s))));
-- | ok
show create table g;
-- | Table | Create Table
-- | 'g' | 'CREATE TABLE `g` (\n  `a` int DEFAULT NULL,\n  `b` int GENERATED ALWAYS AS ((`a` * 2)) VIRTUAL,\n  `s` varchar(9) DEFAULT (concat(_utf8mb4''x'',_utf8mb4''y'')),\n  UNIQUE KEY `f` ((lower(`s`))),\n  CONSTRAINT `g_chk_1` CHECK ((((`a` > 0) and (`b` in (2,4))) or (`a` is null)))\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
insert into g(a,b) values(1,2);
-- | error ER_NON_DEFAULT_VALUE_FOR_GENERATED_COLUMN The value specified for generated column 'b' in table 'g' is not allowed.
drop view nope;
-- | error ER_BAD_TABLE_ERROR Unknown table 'play.nope'
show tables like 'c%';
-- | Tables_in_play (c%)
-- | 'c1'
-- | ok
