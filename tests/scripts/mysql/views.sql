-- Writes through views, OR REPLACE, views that cannot be written; compared with MariaDB 10.11.
-- @dialect mysql
create table s(id int primary key, g char(1) not null default 'q', v int unique);
-- | ok
insert into s values(1,'a',10),(2,'a',20);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
create view vs as select id, v from s;
-- | ok
create or replace view vs as select id, v from s where v>5;
-- | ok
insert into vs values(50,60);
-- | ok, 1 row
insert into vs values(51,60);
-- | error ER_DUP_ENTRY Duplicate entry '60' for key 's.v'
insert ignore into vs values(51,60),(52,61);
-- | Warning ER_DUP_ENTRY Duplicate entry '60' for key 's.v'
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 1)
insert into vs values(52,61) on duplicate key update v=values(v)+1;
-- | Warning ER_WARN_DEPRECATED_SYNTAX 'VALUES function' is deprecated and will be removed in a future release. Please use an alias (INSERT INTO ... VALUES (...) AS alias) and replace VALUES(col) in the ON DUPLICATE KEY UPDATE clause with alias.col instead
-- | ok, 2 rows
replace into vs values(52,70);
-- | ok, 2 rows
update vs set v=v+1;
-- | ok, 4 rows (Rows matched: 4  Changed: 4  Warnings: 0)
update vs set id=1 where id=2;
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 's.PRIMARY'
delete from vs where id=50;
-- | ok, 1 row
select * from s;
-- | id | g | v
-- | 1 | 'a' | 11
-- | 2 | 'a' | 21
-- | 52 | 'q' | 71
-- | ok
create view vg as select g, count(*) n from s group by g;
-- | ok
insert into vg values('z',1);
-- | error ER_NON_INSERTABLE_TABLE The target table vg of the INSERT is not insertable-into
update vg set n=1;
-- | error ER_NON_UPDATABLE_TABLE The target table vg of the UPDATE is not updatable
delete from vg;
-- | error ER_NON_UPDATABLE_TABLE The target table vg of the DELETE is not updatable
