-- Columns that are not grouped by and have one value in each group all the same, and ORDER BY of
-- aggregates. Sources: "MySQL Handling of GROUP BY", "Detection of Functional Dependence"; 3029 by "MySQL 8.4
-- Error Message Reference". MariaDB has none of it.
-- @dialect mysql
create table t(id int primary key, a int, b int, u int not null unique, n int unique);
-- | ok
create table s(id int primary key, tid int, x int);
-- | ok
insert into t values(1, 1, 1, 1, 1), (2, 1, 2, 2, 2), (3, 2, 2, 3, null);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
insert into s values(1, 1, 5), (2, 1, 6), (3, 2, 7);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select u, a from t group by u;
-- | u | a
-- | 1 | 1
-- | 2 | 1
-- | 3 | 2
-- | ok
select n, a from t group by n;
-- | error ER_WRONG_FIELD_WITH_GROUP Expression #2 of SELECT list is not in GROUP BY clause and contains nonaggregated column 'play.t.a' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
select a, b from t where b = 2 group by a;
-- | a | b
-- | 1 | 2
-- | 2 | 2
-- | ok
select a, b from t where a = b group by a;
-- | a | b
-- | 1 | 1
-- | 2 | 2
-- | ok
select s.tid, t.a, count(*) from t join s on s.tid = t.id group by s.tid;
-- | tid | a | count(*)
-- | 1 | 1 | 2
-- | 2 | 1 | 1
-- | ok
select s.tid, t.a from t left join s on s.tid = t.id group by s.tid;
-- | error ER_WRONG_FIELD_WITH_GROUP Expression #2 of SELECT list is not in GROUP BY clause and contains nonaggregated column 'play.t.a' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
select t.id, t.a, s.x from t join s on s.tid = t.id group by t.id;
-- | error ER_WRONG_FIELD_WITH_GROUP Expression #3 of SELECT list is not in GROUP BY clause and contains nonaggregated column 'play.s.x' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
select a, any_value(b) from t group by a;
-- | a | any_value(b)
-- | 1 | 1
-- | 2 | 2
-- | ok
select any_value(b), max(a) from t;
-- | any_value(b) | max(a)
-- | 1 | 2
-- | ok
select any_value(b), b from t group by a;
-- | error ER_WRONG_FIELD_WITH_GROUP Expression #2 of SELECT list is not in GROUP BY clause and contains nonaggregated column 'play.t.b' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
select max(a), id from t where id = 2;
-- | max(a) | id
-- | 1 | 2
-- | ok
select count(*) from t order by a;
-- | count(*)
-- | 3
-- | ok
select a from t order by count(*);
-- | error ER_AGGREGATE_ORDER_NON_AGG_QUERY Expression #1 of ORDER BY contains aggregate function and applies to the result of a non-aggregated query
select a from t group by a order by count(*) desc;
-- | a
-- | 1
-- | 2
-- | ok
set sql_mode = '';
-- | ok
select a, b from t group by a;
-- | a | b
-- | 1 | 1
-- | 2 | 2
-- | ok
select a from t order by count(*);
-- | error ER_AGGREGATE_ORDER_NON_AGG_QUERY Expression #1 of ORDER BY contains aggregate function and applies to the result of a non-aggregated query
