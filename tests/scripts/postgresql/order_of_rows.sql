-- Where changed rows stand, and what WITH that writes sees; compared with PostgreSQL 18.
-- @dialect postgresql
create table t(id int primary key, v text);
-- | ok (CREATE TABLE)
insert into t values (1,'a'),(2,'b'),(3,'c');
-- | ok, 3 rows (INSERT 0 3)
update t set v='x' where id=1;
-- | ok, 1 row (UPDATE 1)
select * from t;
-- | id | v
-- | 2 | 'b'
-- | 3 | 'c'
-- | 1 | 'x'
-- | ok (SELECT 3)
insert into t values (2,'q') on conflict (id) do update set v=excluded.v;
-- | ok, 1 row (INSERT 0 1)
select * from t;
-- | id | v
-- | 3 | 'c'
-- | 1 | 'x'
-- | 2 | 'q'
-- | ok (SELECT 3)
update t set id=id+1;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(2) already exists.
delete from t where id=1;
-- | ok, 1 row (DELETE 1)
update t set id=id-1;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(2) already exists.
select * from t;
-- | id | v
-- | 3 | 'c'
-- | 2 | 'q'
-- | ok (SELECT 2)
insert into t values (9,'n');
-- | ok, 1 row (INSERT 0 1)
delete from t where id=9;
-- | ok, 1 row (DELETE 1)
select * from t where id > 0;
-- | id | v
-- | 2 | 'q'
-- | 3 | 'c'
-- | ok (SELECT 2)
select * from t where id in (1,2);
-- | id | v
-- | 2 | 'q'
-- | ok (SELECT 1)
update t set id = id + 1 where id < 10;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(3) already exists.
select * from t order by id;
-- | id | v
-- | 2 | 'q'
-- | 3 | 'c'
-- | ok (SELECT 2)
select * from t order by id desc;
-- | id | v
-- | 3 | 'c'
-- | 2 | 'q'
-- | ok (SELECT 2)
begin;
-- | ok (BEGIN)
update t set v='zz' where id=2;
-- | ok, 1 row (UPDATE 1)
select * from t;
-- | id | v
-- | 3 | 'c'
-- | 2 | 'zz'
-- | ok (SELECT 2)
rollback;
-- | ok (ROLLBACK)
select * from t;
-- | id | v
-- | 3 | 'c'
-- | 2 | 'q'
-- | ok (SELECT 2)
update t set id=10-id;
-- | ok, 2 rows (UPDATE 2)
with u as (update t set v=v||'!' returning *) select * from t;
-- | id | v
-- | 7 | 'c'
-- | 8 | 'q'
-- | ok (SELECT 2)
with i as (insert into t values (50,'new') returning *) select count(*) from t;
-- | count
-- | 2
-- | ok (SELECT 1)
with i as (insert into t values (51,'new') returning *) select * from i union all select * from t;
-- | id | v
-- | 51 | 'new'
-- | 7 | 'c!'
-- | 8 | 'q!'
-- | 50 | 'new'
-- | ok (SELECT 4)
with d as (delete from t where id=51 returning *) select * from t where id=51;
-- | id | v
-- | 51 | 'new'
-- | ok (SELECT 1)
with d as (delete from t where id=50 returning *) insert into t select id+100, v from d returning *;
-- | id | v
-- | 150 | 'new'
-- | ok, 1 row (INSERT 0 1)
select * from t;
-- | id | v
-- | 7 | 'c!'
-- | 8 | 'q!'
-- | 150 | 'new'
-- | ok (SELECT 3)
with a as (insert into t values (1,'1') returning id), b as (update t set v='b' where id=1 returning id) select * from a, b;
-- | id | id
-- | ok (SELECT 0)
with a as (insert into t values (99,'1') returning id) select (select count(*) from t), (select count(*) from a);
-- | count | count
-- | 4 | 1
-- | ok (SELECT 1)
with a as (select * from t), b as (delete from t returning *) select count(*) from a;
-- | count
-- | 5
-- | ok (SELECT 1)
select count(*) from t;
-- | count
-- | 0
-- | ok (SELECT 1)
