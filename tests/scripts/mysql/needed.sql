-- What a foreign key needs stays: indexes, columns, their types; a rename reaches it.
-- Compared with MariaDB 10.11, but for the numbers of dropped columns (1828, 1829) and of a name that is
-- used twice (1826), which are MySQL's ("MySQL 8.4 Error Message Reference").
-- @dialect mysql
create table p(id int primary key, u int unique);
-- | ok
create table c(id int primary key, pid int, qid int, key k (pid), constraint one foreign key (pid) references p(id), foreign key (qid) references p(u));
-- | ok
create table e(pid int, constraint one foreign key (pid) references p(id));
-- | error ER_FK_DUP_NAME Duplicate foreign key constraint name 'one'
drop index k on c;
-- | error ER_DROP_INDEX_FK Cannot drop index 'k': needed in a foreign key constraint
alter table c drop index qid;
-- | error ER_DROP_INDEX_FK Cannot drop index 'qid': needed in a foreign key constraint
drop index u on p;
-- | error ER_DROP_INDEX_FK Cannot drop index 'u': needed in a foreign key constraint
alter table p drop primary key;
-- | error ER_DROP_INDEX_FK Cannot drop index 'PRIMARY': needed in a foreign key constraint
alter table p modify id bigint;
-- | error ER_FK_COLUMN_CANNOT_CHANGE_CHILD Cannot change column 'id': used in a foreign key constraint 'one' of table 'play.c'
alter table c modify pid bigint;
-- | error ER_FK_COLUMN_CANNOT_CHANGE Cannot change column 'pid': used in a foreign key constraint 'one'
alter table c modify pid int not null;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table c drop column pid;
-- | error ER_FK_COLUMN_CANNOT_DROP Cannot drop column 'pid': needed in a foreign key constraint 'one'
alter table p drop column u;
-- | error ER_FK_COLUMN_CANNOT_DROP_CHILD Cannot drop column 'u': needed in a foreign key constraint 'c_ibfk_1' of table 'c'
alter table p change id pk int;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table p rename pp;
-- | ok
insert into c values (1, 1, null);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `one` FOREIGN KEY (`pid`) REFERENCES `pp` (`pk`))
alter table c rename to d;
-- | ok
insert into d values (1, 1, 5);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `one` FOREIGN KEY (`pid`) REFERENCES `pp` (`pk`))
insert into pp values (1, 5);
-- | ok, 1 row
insert into d values (1, 1, 5);
-- | ok, 1 row
delete from pp;
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `one` FOREIGN KEY (`pid`) REFERENCES `pp` (`pk`))
alter table d drop foreign key one, drop index k, drop column pid;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
-- A parent that is not there yet has no rows.
set foreign_key_checks = 0;
-- | ok
create table f(a int, foreign key (a) references later(id) on delete cascade);
-- | ok
set foreign_key_checks = 1;
-- | ok
insert into f values (null);
-- | ok, 1 row
insert into f values (3);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`f`, CONSTRAINT `f_ibfk_1` FOREIGN KEY (`a`) REFERENCES `later` (`id`) ON DELETE CASCADE)
insert ignore into f values (4), (null);
-- | Warning ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`f`, CONSTRAINT `f_ibfk_1` FOREIGN KEY (`a`) REFERENCES `later` (`id`) ON DELETE CASCADE)
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 1)
select * from f;
-- | a
-- | NULL
-- | NULL
-- | ok
-- Keys, generated columns and views that cannot be.
create table x(a int, unique (a, a));
-- | error ER_DUP_FIELDNAME Duplicate column name 'a'
create table x(a int as (b), b int as (a));
-- | error ER_GENERATED_COLUMN_NON_PRIOR Generated column can refer only to generated columns defined prior to it.
create table x(a int as (1) default 5);
-- | error ER_WRONG_USAGE Incorrect usage of DEFAULT and generated column
create view v as select * from nope;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
create view v (x, y) as select id from pp;
-- | error ER_BAD_FIELD_ERROR Unknown column 'id' in 'field list'
create view v as select pk, pk from pp;
-- | error ER_DUP_FIELDNAME Duplicate column name 'pk'
-- @dialect mysql
-- SERIAL has a key of its own.
create table s(id serial, x int);
-- | ok
insert into s(x) values (1), (2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into s values (2, 3);
-- | error ER_DUP_ENTRY Duplicate entry '2' for key 's.id'
show create table s;
-- | Table | Create Table
-- | 's' | 'CREATE TABLE `s` (\n  `id` bigint unsigned NOT NULL AUTO_INCREMENT,\n  `x` int DEFAULT NULL,\n  UNIQUE KEY `id` (`id`)\n) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
