-- The columns of a recursive table of WITH have the types and lengths of its first part. "WITH (Common
-- Table Expressions)", "Recursive Common Table Expressions"; compared with MariaDB 10.11, which counts rows.
-- @dialect mysql
with recursive r as (select 1 as n, 'abc' as str union all select n + 1, concat(str, str) from r where n < 3) select * from r;
-- | error ER_DATA_TOO_LONG Data too long for column 'str' at row 1
with recursive r as (select 1 as n, cast('abc' as char(20)) as str union all select n + 1, concat(str, str) from r where n < 3) select * from r;
-- | n | str
-- | 1 | 'abc'
-- | 2 | 'abcabc'
-- | 3 | 'abcabcabcabc'
-- | ok
with recursive r as (select 1 as n, 0 as i union all select n * 1.5, i + 1 from r where i < 4) select * from r;
-- | n | i
-- | 1 | 0
-- | 2 | 1
-- | 3 | 2
-- | 5 | 3
-- | 8 | 4
-- | ok
with recursive r as (select 1.0 as n, 0 as i union all select n / 3, i + 1 from r where i < 3) select * from r;
-- | n | i
-- | 1.0 | 0
-- | 0.3 | 1
-- | 0.1 | 2
-- | 0.0 | 3
-- | ok
with recursive r as (select 1 as n union all select 'x' from r where n = 1) select * from r;
-- | error ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'x' for column 'n' at row 1
create table e(id int primary key, name varchar(6), boss int);
-- | ok
insert into e values(1, 'ann', null), (2, 'bob', 1);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
with recursive r as (select id, name as path from e where boss is null union all select e.id, concat(path, '>', e.name) from e join r on e.boss = r.id) select * from r;
-- | error ER_DATA_TOO_LONG Data too long for column 'path' at row 1
set sql_mode = '';
-- | ok
with recursive r as (select 1 as n, 'abc' as str union all select n + 1, concat(str, str) from r where n < 3) select * from r;
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'str' at row 1
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'str' at row 1
-- | n | str
-- | 1 | 'abc'
-- | 2 | 'abc'
-- | 3 | 'abc'
-- | ok
update e set name = 'x' order by 2;
-- | error ER_BAD_FIELD_ERROR Unknown column '2' in 'order clause'
show table e;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'e' at line 1
