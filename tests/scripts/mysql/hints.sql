-- Index hints: their names are looked up, and they change no answer ("Index Hints"; compared with MariaDB
-- 10.11). STRAIGHT_JOIN joins in the order in which tables stand, which is done anyway.
-- @dialect mysql
create table t(id int primary key, a int, b int, unique key ua(a), key kb(b));
-- | ok
insert into t values (1, 1, 1), (2, 2, 2), (3, 3, 1);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select * from t use index (ua) where a = 2;
-- | id | a | b
-- | 2 | 2 | 2
-- | ok
select * from t force index for order by (kb) ignore key (primary, ua) order by b, id;
-- | id | a | b
-- | 1 | 1 | 1
-- | 3 | 3 | 1
-- | 2 | 2 | 2
-- | ok
select * from t as x use key (nope) where a = 2;
-- | error ER_KEY_DOES_NOT_EXITS Key 'nope' doesn't exist in table 'x'
select straight_join x.id, y.id from t x use index () straight_join t y force index (kb) on x.id = y.b;
-- | id | id
-- | 1 | 1
-- | 1 | 3
-- | 2 | 2
-- | ok
update t force index (kb) set b = 9 where b = 2;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update t use index (nope) set b = 9;
-- | error ER_KEY_DOES_NOT_EXITS Key 'nope' doesn't exist in table 't'
delete x from t x force index (kb) where b = 9;
-- | ok, 1 row
select * from t;
-- | id | a | b
-- | 1 | 1 | 1
-- | 3 | 3 | 1
-- | ok
