-- Definitions that MySQL refuses or tells of, and ALTER TABLE whose actions are about the table as it was.
-- Compared with MariaDB 10.11; numbers and words of 1367, 1351, 3816, 3821, 3940 by "MySQL 8.4 Error
-- Message Reference", columns that exchange their names by "ALTER TABLE Statement" (both exchange them).
-- @dialect mysql
create table t(a enum('x', 'y', 'X'));
-- | error ER_DUPLICATED_VALUE_IN_TYPE Column 'a' has duplicated value 'x' in ENUM
create table t(a set('x,y'));
-- | error ER_ILLEGAL_VALUE_FOR_TYPE Illegal set 'x,y' value found during parsing
create table t(a int check (a > @low));
-- | error ER_CHECK_CONSTRAINT_VARIABLES An expression of a check constraint 't_chk_1' cannot refer to a user or system variable.
create table t(a int, b int, key (a), key other (a), unique (a), unique (a, b));
-- | Warning ER_DUP_INDEX Duplicate index 'other' defined on the table 'play.t'. This is deprecated and will be disallowed in a future release.
-- | ok
create index k on t(a);
-- | Warning ER_DUP_INDEX Duplicate index 'k' defined on the table 'play.t'. This is deprecated and will be disallowed in a future release.
-- | ok (Records: 0  Duplicates: 0  Warnings: 1)
create index k on t(b, b);
-- | error ER_DUP_KEYNAME Duplicate key name 'k'
alter table t add unique (a);
-- | Warning ER_DUP_INDEX Duplicate index 'a_4' defined on the table 'play.t'. This is deprecated and will be disallowed in a future release.
-- | ok (Records: 0  Duplicates: 0  Warnings: 1)
create view v as select * from t where a = @x;
-- | error ER_VIEW_SELECT_VARIABLE View's SELECT contains a variable or parameter
alter table t add c int after nope;
-- | error ER_BAD_FIELD_ERROR Unknown column 'nope' in 't'
alter table t modify a int after a;
-- | error ER_BAD_FIELD_ERROR Unknown column 'a' in 't'
alter table t change nope c int;
-- | error ER_BAD_FIELD_ERROR Unknown column 'nope' in 't'
alter table t alter nope set default 1;
-- | error ER_BAD_FIELD_ERROR Unknown column 'nope' in 't'
alter table t drop constraint k;
-- | error ER_CONSTRAINT_NOT_FOUND Constraint 'k' does not exist.
alter table t drop constraint nope;
-- | error ER_CONSTRAINT_NOT_FOUND Constraint 'nope' does not exist.
alter table t drop check nope;
-- | error ER_CHECK_CONSTRAINT_NOT_FOUND Check constraint 'nope' is not found in the table.
drop table t;
-- | ok
create table t(id int, a int, b varchar(5));
-- | ok
insert into t values(1, 10, 'x'), (2, 20, 'y');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
alter table t rename column id to a, rename column a to id;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
select * from t;
-- | a | id | b
-- | 1 | 10 | 'x'
-- | 2 | 20 | 'y'
-- | ok
alter table t change a id bigint, change id a int;
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` bigint DEFAULT NULL,\n  `a` int DEFAULT NULL,\n  `b` varchar(5) DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
alter table t modify id int auto_increment primary key, modify b varchar(9) unique;
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
alter table t modify a int check (a > 15);
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 't_chk_1' is violated.
alter table t modify a int constraint low check (a > 5);
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int NOT NULL AUTO_INCREMENT,\n  `a` int DEFAULT NULL,\n  `b` varchar(9) DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `b` (`b`),\n  CONSTRAINT `low` CHECK ((`a` > 5))\n) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
insert into t values(3, 1, 'z');
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 'low' is violated.
alter table t alter check low not enforced;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
insert into t values(3, 1, 'z');
-- | ok, 1 row
alter table t alter constraint low enforced;
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 'low' is violated.
alter table t rename t;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t modify id int, drop primary key;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int DEFAULT NULL,\n  `a` int DEFAULT NULL,\n  `b` varchar(9) DEFAULT NULL,\n  UNIQUE KEY `b` (`b`),\n  CONSTRAINT `low` CHECK ((`a` > 5)) /*!80016 NOT ENFORCED */\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
create table p(id int primary key);
-- | ok
create table c(pid int, constraint fk foreign key (pid) references p(id));
-- | ok
alter table c drop key fk, drop foreign key fk;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
show create table c;
-- | Table | Create Table
-- | 'c' | 'CREATE TABLE `c` (\n  `pid` int DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
