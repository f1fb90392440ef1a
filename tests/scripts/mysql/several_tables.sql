-- UPDATE and DELETE that write several tables of a join, REPLACE of a chain of children, DELETE IGNORE
-- over a cascade; compared with MariaDB 10.11. UPDATE with LIMIT is an error of MySQL's own (manual).
-- @dialect mysql
create table a(id int primary key, v int, unique(v));
-- | ok
create table b(id int primary key, aid int, w int);
-- | ok
insert into a values(1,10),(2,20),(3,30);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
insert into b values(1,1,100),(2,2,200),(3,2,201);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
update a, b set a.v=a.v+1, b.w=b.w+1 where a.id=b.aid;
-- | ok, 5 rows (Rows matched: 5  Changed: 5  Warnings: 0)
select * from a;
-- | id | v
-- | 1 | 11
-- | 2 | 21
-- | 3 | 30
-- | ok
select * from b;
-- | id | aid | w
-- | 1 | 1 | 101
-- | 2 | 2 | 201
-- | 3 | 2 | 202
-- | ok
update a left join b on a.id=b.aid set a.v=a.id, b.w=0;
-- | ok, 6 rows (Rows matched: 6  Changed: 6  Warnings: 0)
update b left join a on a.id=b.aid set a.v=b.w+10 where b.id=1;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update a join b on a.id=b.aid set a.v=5;
-- | error ER_DUP_ENTRY Duplicate entry '5' for key 'a.v'
update a join b on a.id=b.aid set id=3;
-- | error ER_NON_UNIQ_ERROR Column 'id' in field list is ambiguous
update a join b on a.id=b.aid set a.v=1 limit 1;
-- | error ER_WRONG_USAGE Incorrect usage of UPDATE and LIMIT
delete a, b from a join b on a.id=b.aid;
-- | ok, 5 rows
select * from a;
-- | id | v
-- | 3 | 3
-- | ok
select * from b;
-- | id | aid | w
-- | ok
create table p(id int primary key);
-- | ok
create table q(id int primary key, pid int, foreign key(pid) references p(id) on delete cascade);
-- | ok
create table r(id int primary key, qid int, foreign key(qid) references q(id));
-- | ok
insert into p values(1),(2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into q values(1,1),(2,2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into r values(1,1);
-- | ok, 1 row
delete ignore from p;
-- | Warning ER_ROW_IS_REFERENCED_2 Cannot delete or update a parent row: a foreign key constraint fails (`play`.`r`, CONSTRAINT `r_ibfk_1` FOREIGN KEY (`qid`) REFERENCES `q` (`id`))
-- | ok, 1 row
select * from p;
-- | id
-- | 1
-- | ok
drop table q;
-- | error ER_FK_CANNOT_DROP_PARENT Cannot drop table 'q' referenced by a foreign key constraint 'r_ibfk_1' on table 'r'.
drop table r, q, p;
-- | ok
