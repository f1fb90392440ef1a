-- SHOW, DESCRIBE, information_schema; from the manual of MySQL 8.4 (SHOW Statements).
-- @dialect mysql
create table p(id int primary key);
-- | ok
create table t(id int unsigned auto_increment primary key, a varchar(10) not null default 'q', b text, c decimal(6,2) default 1.5, d timestamp default current_timestamp on update current_timestamp, e enum('x','y'), f int, g int generated always as (f + 1) stored, unique key (a, f), key (f), constraint pos check (f > 0), foreign key (f) references p(id) on delete cascade);
-- | ok
insert into p values(1),(2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into t(f) values(1),(2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
show tables;
-- | Tables_in_play
-- | 'p'
-- | 't'
-- | ok
show columns from t;
-- | Field | Type | Null | Key | Default | Extra
-- | 'id' | 'int unsigned' | 'NO' | 'PRI' | NULL | 'auto_increment'
-- | 'a' | 'varchar(10)' | 'NO' | 'MUL' | 'q' | ''
-- | 'b' | 'text' | 'YES' | '' | NULL | ''
-- | 'c' | 'decimal(6,2)' | 'YES' | '' | '1.50' | ''
-- | 'd' | 'timestamp' | 'YES' | '' | 'CURRENT_TIMESTAMP' | 'DEFAULT_GENERATED on update CURRENT_TIMESTAMP'
-- | 'e' | 'enum(''x'',''y'')' | 'YES' | '' | NULL | ''
-- | 'f' | 'int' | 'YES' | 'MUL' | NULL | ''
-- | 'g' | 'int' | 'YES' | '' | NULL | 'STORED GENERATED'
-- | ok
show index from t;
-- | Table | Non_unique | Key_name | Seq_in_index | Column_name | Collation | Cardinality | Sub_part | Packed | Null | Index_type | Comment | Index_comment | Visible | Expression
-- | 't' | 0 | 'PRIMARY' | 1 | 'id' | 'A' | NULL | NULL | NULL | '' | 'BTREE' | '' | '' | 'YES' | NULL
-- | 't' | 0 | 'a' | 1 | 'a' | 'A' | NULL | NULL | NULL | '' | 'BTREE' | '' | '' | 'YES' | NULL
-- | 't' | 0 | 'a' | 2 | 'f' | 'A' | NULL | NULL | NULL | 'YES' | 'BTREE' | '' | '' | 'YES' | NULL
-- | 't' | 1 | 'f' | 1 | 'f' | 'A' | NULL | NULL | NULL | 'YES' | 'BTREE' | '' | '' | 'YES' | NULL
-- | ok
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int unsigned NOT NULL AUTO_INCREMENT,\n  `a` varchar(10) NOT NULL DEFAULT ''q'',\n  `b` text,\n  `c` decimal(6,2) DEFAULT ''1.50'',\n  `d` timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,\n  `e` enum(''x'',''y'') DEFAULT NULL,\n  `f` int DEFAULT NULL,\n  `g` int GENERATED ALWAYS AS ((`f` + 1)) STORED,\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `a` (`a`,`f`),\n  KEY `f` (`f`),\n  CONSTRAINT `t_ibfk_1` FOREIGN KEY (`f`) REFERENCES `p` (`id`) ON DELETE CASCADE,\n  CONSTRAINT `pos` CHECK ((`f` > 0))\n) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
describe p;
-- | Field | Type | Null | Key | Default | Extra
-- | 'id' | 'int' | 'NO' | 'PRI' | NULL | ''
-- | ok
select table_name, auto_increment from information_schema.tables where table_schema='play';
-- | table_name | auto_increment
-- | 'p' | NULL
-- | 't' | 3
-- | ok
select column_name, data_type, is_nullable, column_key from information_schema.columns where table_name='t' order by ordinal_position;
-- | column_name | data_type | is_nullable | column_key
-- | 'id' | 'int' | 'NO' | 'PRI'
-- | 'a' | 'varchar' | 'NO' | 'MUL'
-- | 'b' | 'text' | 'YES' | ''
-- | 'c' | 'decimal' | 'YES' | ''
-- | 'd' | 'timestamp' | 'YES' | ''
-- | 'e' | 'enum' | 'YES' | ''
-- | 'f' | 'int' | 'YES' | 'MUL'
-- | 'g' | 'int' | 'YES' | ''
-- | ok
select constraint_name, constraint_type from information_schema.table_constraints where table_name='t' order by 1;
-- | constraint_name | constraint_type
-- | 'a' | 'UNIQUE'
-- | 'pos' | 'CHECK'
-- | 'PRIMARY' | 'PRIMARY KEY'
-- | 't_ibfk_1' | 'FOREIGN KEY'
-- | ok
select constraint_name, column_name, referenced_table_name from information_schema.key_column_usage where table_name='t' order by 1, ordinal_position;
-- | constraint_name | column_name | referenced_table_name
-- | 'a' | 'a' | NULL
-- | 'a' | 'f' | NULL
-- | 'PRIMARY' | 'id' | NULL
-- | 't_ibfk_1' | 'f' | 'p'
-- | ok
insert into t(f) values('abc');
-- | error ER_TRUNCATED_WRONG_VALUE_FOR_FIELD Incorrect integer value: 'abc' for column 'f' at row 1
show warnings;
-- | Level | Code | Message
-- | 'Error' | 1366 | 'Incorrect integer value: ''abc'' for column ''f'' at row 1'
-- | ok
show errors;
-- | Level | Code | Message
-- | 'Error' | 1366 | 'Incorrect integer value: ''abc'' for column ''f'' at row 1'
-- | ok
show variables like 'auto%';
-- | Variable_name | Value
-- | 'auto_increment_increment' | '1'
-- | 'auto_increment_offset' | '1'
-- | 'autocommit' | 'ON'
-- | ok
show create table nope;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
