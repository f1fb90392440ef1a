-- Window functions; compared with PostgreSQL 18.
-- @dialect postgresql
create table w(id int primary key, email text, n int);
-- | ok (CREATE TABLE)
insert into w values (1,'a',5),(2,'a',3),(3,'b',5),(4,'c',null),(5,'b',1);
-- | ok, 5 rows (INSERT 0 5)
select id, row_number() over (partition by email order by id) rn from w;
-- | id | rn
-- | 1 | 1
-- | 2 | 2
-- | 3 | 1
-- | 5 | 2
-- | 4 | 1
-- | ok (SELECT 5)
select id, row_number() over (partition by email order by id) rn from w order by id;
-- | id | rn
-- | 1 | 1
-- | 2 | 2
-- | 3 | 1
-- | 4 | 1
-- | 5 | 2
-- | ok (SELECT 5)
select row_number() over (order by id), id, rank() over (order by n desc), dense_rank() over (order by n desc) from w;
-- | row_number | id | rank | dense_rank
-- | 1 | 1 | 2 | 2
-- | 2 | 2 | 4 | 3
-- | 3 | 3 | 2 | 2
-- | 4 | 4 | 1 | 1
-- | 5 | 5 | 5 | 4
-- | ok (SELECT 5)
select sum(n) over (), count(*) over (partition by email), sum(n) over (order by id) from w;
-- | sum | count | sum
-- | 14 | 2 | 5
-- | 14 | 2 | 8
-- | 14 | 2 | 13
-- | 14 | 2 | 14
-- | 14 | 1 | 13
-- | ok (SELECT 5)
select lag(id) over (order by id), lead(id,2,99) over (order by id), first_value(id) over (partition by email order by id desc), last_value(id) over (order by n), nth_value(id,2) over (order by id) from w order by id;
-- | lag | lead | first_value | last_value | nth_value
-- | NULL | 3 | 2 | 3 | NULL
-- | 1 | 4 | 2 | 2 | 2
-- | 2 | 5 | 5 | 3 | 2
-- | 3 | 99 | 4 | 4 | 2
-- | 4 | 99 | 5 | 5 | 2
-- | ok (SELECT 5)
select ntile(2) over (order by id), percent_rank() over (order by n), cume_dist() over (order by n) from w order by id;
-- | ntile | percent_rank | cume_dist
-- | 1 | 0.5 | 0.8
-- | 1 | 0.25 | 0.4
-- | 1 | 0.5 | 0.8
-- | 2 | 1.0 | 1.0
-- | 2 | 0.0 | 0.2
-- | ok (SELECT 5)
delete from w where id in (select id from (select id, row_number() over (partition by email order by id) rn from w) x where rn > 1);
-- | ok, 2 rows (DELETE 2)
select * from w;
-- | id | email | n
-- | 1 | 'a' | 5
-- | 3 | 'b' | 5
-- | 4 | 'c' | NULL
-- | ok (SELECT 3)
select id from w where row_number() over () = 1;
-- | error 42P20 window functions are not allowed in WHERE
with d as (select *, row_number() over (partition by email order by n desc nulls last) as rn from w) select id, rn from d where rn = 1 order by id;
-- | id | rn
-- | 1 | 1
-- | 3 | 1
-- | 4 | 1
-- | ok (SELECT 3)
select avg(n) over (order by id) from w;
-- | avg
-- | 5.0000000000000000
-- | 5.0000000000000000
-- | 5.0000000000000000
-- | ok (SELECT 3)
select max(email) over (), string_agg(email, ',') over (order by id) from w;
-- | max | string_agg
-- | 'c' | 'a'
-- | 'c' | 'a,b'
-- | 'c' | 'a,b,c'
-- | ok (SELECT 3)
select row_number() over (), * from w;
-- | row_number | id | email | n
-- | 1 | 1 | 'a' | 5
-- | 2 | 3 | 'b' | 5
-- | 3 | 4 | 'c' | NULL
-- | ok (SELECT 3)
select distinct on (email) * from w order by email, id desc;
-- | id | email | n
-- | 1 | 'a' | 5
-- | 3 | 'b' | 5
-- | 4 | 'c' | NULL
-- | ok (SELECT 3)

-- Nothing or less is no number of buckets or rows.
SELECT ntile(0) OVER () FROM (VALUES (1)) v;
-- | error 22014 argument of ntile must be greater than zero
SELECT ntile(NULL) OVER () FROM (VALUES (1)) v;
-- | ntile
-- | NULL
-- | ok (SELECT 1)
SELECT nth_value(column1, 0) OVER () FROM (VALUES (1)) v;
-- | error 22016 argument of nth_value must be greater than zero
