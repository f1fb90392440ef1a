-- A constant DEFAULT is shown as the column's value; columns of information_schema that people join by,
-- and those that are not here. Compared with MariaDB 10.11, which puts no quotes around numbers.
-- @dialect mysql
create table p(id int primary key, code varchar(5) unique);
-- | ok
create table t(
  id int primary key default 007, a decimal(5,2) default 1.5, b tinyint default true, c date default '2024-1-2',
  d datetime default '2024-01-02', e enum('x', 'y') default 'Y', f float default 1.50, g varchar(5) default 12,
  h int default '5', i int default -3, j double default 1e3, k decimal(4,1) default 2.25, l year default 24,
  m char(4) default 'q ', n datetime(2) default '2024-01-02 03:04:05', pid varchar(5),
  constraint fk foreign key (pid) references p(code), constraint pos check (a > 0) not enforced);
-- | ok
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int NOT NULL DEFAULT ''7'',\n  `a` decimal(5,2) DEFAULT ''1.50'',\n  `b` tinyint DEFAULT ''1'',\n  `c` date DEFAULT ''2024-01-02'',\n  `d` datetime DEFAULT ''2024-01-02 00:00:00'',\n  `e` enum(''x'',''y'') DEFAULT ''y'',\n  `f` float DEFAULT ''1.5'',\n  `g` varchar(5) DEFAULT ''12'',\n  `h` int DEFAULT ''5'',\n  `i` int DEFAULT ''-3'',\n  `j` double DEFAULT ''1000'',\n  `k` decimal(4,1) DEFAULT ''2.3'',\n  `l` year DEFAULT ''2024'',\n  `m` char(4) DEFAULT ''q'',\n  `n` datetime(2) DEFAULT ''2024-01-02 03:04:05.00'',\n  `pid` varchar(5) DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  KEY `fk` (`pid`),\n  CONSTRAINT `fk` FOREIGN KEY (`pid`) REFERENCES `p` (`code`),\n  CONSTRAINT `pos` CHECK ((`a` > 0)) /*!80016 NOT ENFORCED */\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
select column_name, column_default, datetime_precision, character_set_name from information_schema.columns where table_name = 't' order by ordinal_position limit 6;
-- | column_name | column_default | datetime_precision | character_set_name
-- | 'id' | '7' | NULL | NULL
-- | 'a' | '1.50' | NULL | NULL
-- | 'b' | '1' | NULL | NULL
-- | 'c' | '2024-01-02' | NULL | NULL
-- | 'd' | '2024-01-02 00:00:00' | 0 | NULL
-- | 'e' | 'y' | NULL | 'utf8mb4'
-- | ok
select constraint_name, unique_constraint_name, match_option from information_schema.referential_constraints;
-- | constraint_name | unique_constraint_name | match_option
-- | 'fk' | 'code' | 'NONE'
-- | ok
select constraint_name, referenced_table_schema, referenced_column_name from information_schema.key_column_usage where table_name = 't' order by 1;
-- | constraint_name | referenced_table_schema | referenced_column_name
-- | 'fk' | 'play' | 'code'
-- | 'PRIMARY' | NULL | NULL
-- | ok
select constraint_name, enforced from information_schema.table_constraints where table_name = 't' order by 1;
-- | constraint_name | enforced
-- | 'fk' | 'YES'
-- | 'pos' | 'NO'
-- | 'PRIMARY' | 'YES'
-- | ok
create view v as select * from p where id > 0 with local check option;
-- | ok
select table_name, check_option from information_schema.views;
-- | table_name | check_option
-- | 'v' | 'LOCAL'
-- | ok
select avg_row_length from information_schema.tables;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: column avg_row_length of a catalog
select * from information_schema.tables;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: all columns of a catalog
insert into t(id) values(1);
-- | Note WARN_DATA_TRUNCATED Data truncated for column 'k' at row 1
-- | ok, 1 row
select * from t;
-- | id | a | b | c | d | e | f | g | h | i | j | k | l | m | n | pid
-- | 1 | 1.50 | 1 | '2024-01-02' | '2024-01-02 00:00:00' | 'y' | 1.5 | '12' | 5 | -3 | 1000.0 | 2.3 | '2024' | 'q' | '2024-01-02 03:04:05.00' | NULL
-- | ok
