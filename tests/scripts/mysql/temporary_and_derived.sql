-- A temporary table hides the other of its name from SHOW too, and DROP TEMPORARY drops no other;
-- CREATE TABLE … SELECT of constants; columns that would become virtual. Compared with MariaDB 10.11; 3106
-- by "ALTER TABLE and Generated Columns".
-- @dialect mysql
create table t(a int);
-- | ok
insert into t values(1);
-- | ok, 1 row
drop temporary table if exists t;
-- | Note ER_BAD_TABLE_ERROR Unknown table 'play.t'
-- | ok
drop temporary table t;
-- | error ER_BAD_TABLE_ERROR Unknown table 'play.t'
create temporary table t(b int, key (b));
-- | ok
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TEMPORARY TABLE `t` (\n  `b` int DEFAULT NULL,\n  KEY `b` (`b`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
show columns from t;
-- | Field | Type | Null | Key | Default | Extra
-- | 'b' | 'int' | 'YES' | 'MUL' | NULL | ''
-- | ok
insert into t values(5);
-- | ok, 1 row
select * from t;
-- | b
-- | 5
-- | ok
drop temporary table t;
-- | ok
select * from t;
-- | a
-- | 1
-- | ok
create table n select a, 'abc' as s, 5 as i, 1.5 as d, null as x from t;
-- | ok (Records: 1  Duplicates: 0  Warnings: 0)
show create table n;
-- | Table | Create Table
-- | 'n' | 'CREATE TABLE `n` (\n  `a` int DEFAULT NULL,\n  `s` varchar(3) NOT NULL DEFAULT '''',\n  `i` bigint NOT NULL DEFAULT ''0'',\n  `d` decimal(2,1) NOT NULL DEFAULT ''0.0'',\n  `x` varchar(255) DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
create table m select a, count(*) as n, max(a) as top from t group by a;
-- | ok (Records: 1  Duplicates: 0  Warnings: 0)
show create table m;
-- | Table | Create Table
-- | 'm' | 'CREATE TABLE `m` (\n  `a` int DEFAULT NULL,\n  `n` bigint NOT NULL DEFAULT ''0'',\n  `top` int DEFAULT NULL\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
create table u select 1 as b union select 22;
-- | ok (Records: 2  Duplicates: 0  Warnings: 0)
insert into u values();
-- | ok, 1 row
select * from u;
-- | b
-- | 1
-- | 22
-- | 0
-- | ok
create table g(a int, b int as (a + 1) stored, c int as (a + 2), d int);
-- | ok
alter table g modify c int as (a + 3) stored;
-- | error ER_UNSUPPORTED_ACTION_ON_GENERATED_COLUMN 'Changing the STORED status' is not supported for generated columns.
alter table g modify b int as (a + 1);
-- | error ER_UNSUPPORTED_ACTION_ON_GENERATED_COLUMN 'Changing the STORED status' is not supported for generated columns.
alter table g modify d int as (a + 4);
-- | error ER_UNSUPPORTED_ACTION_ON_GENERATED_COLUMN 'Changing the STORED status' is not supported for generated columns.
alter table g modify d int as (a + 4) stored;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table g modify b int;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
show create table g;
-- | Table | Create Table
-- | 'g' | 'CREATE TABLE `g` (\n  `a` int DEFAULT NULL,\n  `b` int DEFAULT NULL,\n  `c` int GENERATED ALWAYS AS ((`a` + 2)) VIRTUAL,\n  `d` int GENERATED ALWAYS AS ((`a` + 4)) STORED\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
