-- Foreign keys: definition, actions, REPLACE, IGNORE, the order of checks; texts of 1451 and 1452
-- compared with MariaDB 10.11, those of definitions with the MySQL 8.4 Error Message Reference.
-- @dialect mysql
create table p(id int primary key, v varchar(5));
-- | ok
create table c(n int primary key, pid int, constraint fk_c foreign key (pid) references p(id) on delete cascade on update cascade);
-- | ok
create table d(n int primary key, pid int, foreign key (pid) references p(id));
-- | ok
insert into p values(1,'a'),(2,'b'),(3,'c');
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
insert into c values(1,1),(2,2),(3,null);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
insert into c values(4,9);
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `fk_c` FOREIGN KEY (`pid`) REFERENCES `p` (`id`) ON DELETE CASCADE ON UPDATE CASCADE)
insert ignore into c values(4,9),(5,3);
-- | Warning ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`c`, CONSTRAINT `fk_c` FOREIGN KEY (`pid`) REFERENCES `p` (`id`) ON DELETE CASCADE ON UPDATE CASCADE)
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 1)
insert into d values(1,3);
-- | ok, 1 row
replace into p values(1,'new');
-- | ok, 2 rows
replace into p values(3,'new');
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
insert into p values(3,'x') on duplicate key update v='upd';
-- | ok, 2 rows
update p set id=20 where id=2;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update p set id=30 where id=3;
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
update ignore p set id=id+100;
-- | Warning ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
-- | ok, 2 rows (Rows matched: 3  Changed: 2  Warnings: 1)
delete from p where id=3;
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
delete ignore from p;
-- | Warning ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
-- | ok, 2 rows
select * from p;
-- | id | v
-- | 3 | 'upd'
-- | ok
select * from c;
-- | n | pid
-- | 3 | NULL
-- | 5 | 3
-- | ok
truncate table p;
-- | error ER_TRUNCATE_ILLEGAL_FK Cannot truncate a table referenced in a foreign key constraint (`play`.`c`, CONSTRAINT `fk_c`)
set foreign_key_checks=0;
-- | ok
insert into d values(7,70);
-- | ok, 1 row
set foreign_key_checks=1;
-- | ok
update d set n=8 where n=7;
-- | error ER_NO_REFERENCED_ROW_2 Cannot add or update a child row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`pid`) REFERENCES `p` (`id`))
create table e(a int not null, foreign key (a) references p(id) on delete set null);
-- | error ER_FK_COLUMN_NOT_NULL Column 'a' cannot be NOT NULL: needed in a foreign key constraint 'e_ibfk_1' SET NULL
create table e(a int, foreign key (a) references nope(id));
-- | error ER_FK_CANNOT_OPEN_PARENT Failed to open the referenced table 'nope'
create table e(a int, foreign key (a) references p(zz));
-- | error ER_FK_NO_COLUMN_PARENT Failed to add the foreign key constraint. Missing column 'zz' for constraint 'e_ibfk_1' in the referenced table 'p'
create table e(a int, foreign key (a) references c(pid));
-- | error ER_FK_NO_UNIQUE_INDEX_PARENT Failed to add the foreign key constraint. Missing unique key for constraint 'e_ibfk_1' in the referenced table 'c'
create table e(a varchar(5), foreign key (a) references p(id));
-- | error ER_FK_INCOMPATIBLE_COLUMNS Referencing column 'a' and referenced column 'id' in foreign key constraint 'e_ibfk_1' are incompatible.
create table e(a int, foreign key (a,b) references p(id));
-- | error ER_KEY_COLUMN_DOES_NOT_EXITS Key column 'b' doesn't exist in table
create table s(id int primary key, up int, foreign key (up) references s(id));
-- | ok
insert into s values(1,1),(2,1);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
delete from s where id=2;
-- | ok, 1 row
delete from s;
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`s`, CONSTRAINT `s_ibfk_1` FOREIGN KEY (`up`) REFERENCES `s` (`id`))
