-- What subqueries of a write see; compared with PostgreSQL 18.
-- @dialect postgresql
create table t(id int primary key, n int);
-- | ok (CREATE TABLE)
insert into t values (1,1);
-- | ok, 1 row (INSERT 0 1)
insert into t values ((select max(id)+1 from t), 1), ((select max(id)+1 from t), 2);
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(2) already exists.
insert into t values ((select max(id)+1 from t), (select count(*) from t)) returning (select count(*) from t);
-- | count
-- | 1
-- | ok, 1 row (INSERT 0 1)
insert into t values (3,3),(4,4) returning id, (select count(*) from t), (select max(id) from t);
-- | id | count | max
-- | 3 | 2 | 2
-- | 4 | 2 | 2
-- | ok, 2 rows (INSERT 0 2)
update t set n = (select sum(n) from t x where x.id <= t.id);
-- | ok, 4 rows (UPDATE 4)
select * from t order by id;
-- | id | n
-- | 1 | 1
-- | 2 | 2
-- | 3 | 5
-- | 4 | 9
-- | ok (SELECT 4)
update t set n = n + 1 returning id, (select sum(n) from t x where x.id = t.id);
-- | id | sum
-- | 1 | 1
-- | 2 | 2
-- | 3 | 5
-- | 4 | 9
-- | ok, 4 rows (UPDATE 4)
insert into t values (5,1),(1,1),(2,1) on conflict (id) do update set n = (select max(n) from t) + (select count(*) from t);
-- | ok, 3 rows (INSERT 0 3)
select * from t order by id;
-- | id | n
-- | 1 | 14
-- | 2 | 14
-- | 3 | 6
-- | 4 | 10
-- | 5 | 1
-- | ok (SELECT 5)
delete from t where id > 3 returning (select count(*) from t);
-- | count
-- | 5
-- | 5
-- | ok, 2 rows (DELETE 2)
insert into t select g, (select count(*) from t) from generate_series(10,12) g returning *;
-- | id | n
-- | 10 | 3
-- | 11 | 3
-- | 12 | 3
-- | ok, 3 rows (INSERT 0 3)
explain (costs off) insert into t values (1,2),(3,4) on conflict (id) do update set n = (select max(n) from t);
-- | error 0A000 not supported by onconflict: EXPLAIN of subqueries
