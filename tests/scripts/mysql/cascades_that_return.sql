-- An update that follows from a foreign key never changes a table again that is being updated: "it acts like
-- RESTRICT" (MySQL 8.4, "FOREIGN KEY Constraints"; compared with MariaDB 10.11). Deletes may.
-- @dialect mysql
create table d(id int primary key, up int, foreign key (up) references d(id) on delete cascade on update cascade);
-- | ok
insert into d values (1, null), (2, 1), (3, 2), (4, null);
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 0)
update d set id = 10 where id = 1;
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`up`) REFERENCES `d` (`id`) ON DELETE CASCADE ON UPDATE CASCADE)
update d set id = 40 where id = 4;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update ignore d set id = id + 100 order by id;
-- | Warning ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`up`) REFERENCES `d` (`id`) ON DELETE CASCADE ON UPDATE CASCADE)
-- | Warning ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`up`) REFERENCES `d` (`id`) ON DELETE CASCADE ON UPDATE CASCADE)
-- | ok, 2 rows (Rows matched: 4  Changed: 2  Warnings: 2)
insert into d values (1, null) on duplicate key update id = 11;
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`d`, CONSTRAINT `d_ibfk_1` FOREIGN KEY (`up`) REFERENCES `d` (`id`) ON DELETE CASCADE ON UPDATE CASCADE)
select * from d order by id;
-- | id | up
-- | 1 | NULL
-- | 2 | 1
-- | 103 | 2
-- | 140 | NULL
-- | ok
delete from d where id = 1;
-- | ok, 1 row
select * from d;
-- | id | up
-- | 140 | NULL
-- | ok
create table a(id int primary key, b int unique);
-- | ok
create table b(id int primary key, a int unique, foreign key (a) references a(id) on update cascade);
-- | ok
alter table a add foreign key (b) references b(a) on update cascade;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
insert into a values (1, null), (2, null);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into b values (1, 1), (2, 2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
update a set b = 2 where id = 1;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update a set id = 20 where id = 2;
-- | error ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`a`, CONSTRAINT `a_ibfk_1` FOREIGN KEY (`b`) REFERENCES `b` (`a`) ON UPDATE CASCADE)
update a set id = 10 where id = 1;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
select * from b;
-- | id | a
-- | 2 | 2
-- | 1 | 10
-- | ok
