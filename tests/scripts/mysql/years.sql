-- YEAR: constants beside one are years as they would be stored (item_cmpfunc.cc, convert_constant_item), in
-- arithmetic it is a number without sign. Compared with MariaDB 10.11, whose error has no parentheses.
-- @dialect mysql
create table t(y year, y2 year);
-- | ok
insert into t values (2024, 2001), (1999, null);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
select y = 24, y = '24', y > 98, y in (99, 24), y = 124, y between 98 and 5 from t;
-- | y = 24 | y = '24' | y > 98 | y in (99, 24) | y = 124 | y between 98 and 5
-- | 1 | 1 | 1 | 1 | 0 | 0
-- | 0 | 0 | 1 | 1 | 0 | 1
-- | ok
select y + 1, -y, y / 2, y % 7 from t;
-- | y + 1 | -y | y / 2 | y % 7
-- | 2025 | -2024 | 1012.0000 | 1
-- | 2000 | -1999 | 999.5000 | 4
-- | ok
select y - 2025 from t;
-- | error ER_DATA_OUT_OF_RANGE BIGINT UNSIGNED value is out of range in '(`play`.`t`.`y` - 2025)'
select y2 - y from t;
-- | error ER_DATA_OUT_OF_RANGE BIGINT UNSIGNED value is out of range in '(`play`.`t`.`y2` - `play`.`t`.`y`)'
select sum(y), avg(y), max(y) from t;
-- | sum(y) | avg(y) | max(y)
-- | 4023 | 2011.5000 | '2024'
-- | ok
