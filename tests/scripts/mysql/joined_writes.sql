-- UPDATE and DELETE over joins; compared with MariaDB 10.11.
-- @dialect mysql
create table o(id int primary key, cid int, total int, st varchar(9));
-- | ok
create table cu(id int primary key, name varchar(9), n int);
-- | ok
insert into o values(1,1,10,'a'),(2,1,20,'b'),(3,2,30,'a'),(4,9,1,'z');
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 0)
insert into cu values(1,'x',0),(2,'y',0),(3,'z',0);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
update o join cu on o.cid=cu.id set o.st=cu.name where o.total>10;
-- | ok, 2 rows (Rows matched: 2  Changed: 2  Warnings: 0)
update o, cu set cu.n=cu.n+1 where o.cid=cu.id;
-- | ok, 2 rows (Rows matched: 2  Changed: 2  Warnings: 0)
update o left join cu on o.cid=cu.id set st='none' where cu.id is null;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update cu c join (select cid, sum(total) s from o group by cid) q on c.id=q.cid set c.n=q.s;
-- | ok, 2 rows (Rows matched: 2  Changed: 2  Warnings: 0)
update o join cu on o.cid=cu.id set nope=1;
-- | error ER_BAD_FIELD_ERROR Unknown column 'nope' in 'field list'
select * from o; select * from cu;
-- | id | cid | total | st
-- | 1 | 1 | 10 | 'a'
-- | 2 | 1 | 20 | 'x'
-- | 3 | 2 | 30 | 'y'
-- | 4 | 9 | 1 | 'none'
-- | ok
-- | id | name | n
-- | 1 | 'x' | 30
-- | 2 | 'y' | 30
-- | 3 | 'z' | 0
-- | ok
delete o from o join cu on o.cid=cu.id where cu.name='y';
-- | ok, 1 row
delete from o using o join cu on o.cid=cu.id where cu.name='x' and o.total=10;
-- | ok, 1 row
delete a from o as a left join cu b on a.cid=b.id where b.id is null;
-- | ok, 1 row
delete zz from o join cu on o.cid=cu.id;
-- | error ER_UNKNOWN_TABLE Unknown table 'zz' in MULTI DELETE
select * from o; select * from cu;
-- | id | cid | total | st
-- | 2 | 1 | 20 | 'x'
-- | ok
-- | id | name | n
-- | 1 | 'x' | 30
-- | 2 | 'y' | 30
-- | 3 | 'z' | 0
-- | ok
delete t1 from cu t1 join cu t2 where t1.id<t2.id;
-- | ok, 2 rows
select * from cu;
-- | id | name | n
-- | 3 | 'z' | 0
-- | ok
