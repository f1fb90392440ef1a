-- Which subqueries may read the table that their statement writes? From the manual ("UPDATE", "DELETE", "INSERT"); MariaDB allows more.

-- @dialect mysql
create table t(id int primary key, n int);
-- | ok
insert into t values (1,1),(2,2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into t values (3,(select max(n) from t));
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
insert into t values (1,1) on duplicate key update n = (select max(n) from t);
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
insert into t set id=5, n=(select count(*) from t);
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
replace into t values (1,(select max(n) from t));
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
insert into t values (1,1) on duplicate key update n = (select max(n) from (select n from t) x);
-- | ok, 2 rows
insert into t select 7, 1 from dual where not exists (select 1 from t where id = 7);
-- | ok, 1 row (Records: 1  Duplicates: 0  Warnings: 0)
insert into t select id+100, (select max(n) from t) from t;
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
update t set n = (select max(n) from t);
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
update t a set n = 5 where exists (select 1 from t b where b.id > a.id);
-- | error ER_UPDATE_TABLE_USED You can't specify target table 'a' for update in FROM clause
update t set n = 5 where id = (select max(id) from (select id from t) x);
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
delete from t where id in (select id from t where n = 1);
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
delete from t where id in (select id from (select id from t where n = 1) x);
-- | ok, 1 row
create table u(id int primary key);
-- | ok
insert into u values (1);
-- | ok, 1 row
delete from t where id in (select id from u join t using (id));
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
update t join u on t.id = u.id set t.n = (select count(*) from u);
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update t join u on t.id = u.id set t.n = (select count(*) from t);
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
delete t from t join u on t.id = u.id where t.n < (select max(n) from t);
-- | error ER_UPDATE_TABLE_USED You can't specify target table 't' for update in FROM clause
select * from t order by id;
-- | id | n
-- | 1 | 1
-- | 2 | 2
-- | 101 | 2
-- | 102 | 2
-- | 107 | 5
-- | ok
