-- NULL for an AUTO_INCREMENT column in ON DUPLICATE KEY UPDATE is 0 (field_conv.cc,
-- set_field_to_null_with_conversions; compared with MariaDB 10.11), in UPDATE an error. A column that a foreign
-- key sets to NULL stays nullable. Names of keys in ALTER TABLE take no name of those that are there. What IGNORE
-- stores for a JSON column is the document null (field.cc, Field_json::val_json; not run).
-- @dialect mysql
create table t(id int auto_increment primary key, a varchar(9) unique);
-- | ok
insert into t(a) values ('x'), ('y');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into t(a) values ('x') on duplicate key update id = null;
-- | ok, 2 rows
insert into t(a) values ('x'), ('q') on duplicate key update id = null;
-- | ok, 1 row (Records: 2  Duplicates: 0  Warnings: 0)
insert ignore into t(a) values ('y') on duplicate key update id = null;
-- | Warning ER_DUP_ENTRY Duplicate entry '0' for key 't.PRIMARY'
-- | ok, 0 rows
update t set id = null where a = 'y';
-- | error ER_BAD_NULL_ERROR Column 'id' cannot be null
select * from t;
-- | id | a
-- | 4 | 'q'
-- | 0 | 'x'
-- | 2 | 'y'
-- | ok
create table p(id int primary key);
-- | ok
create table c(pid int, constraint fkc foreign key (pid) references p(id) on delete set null);
-- | ok
alter table c modify pid int not null;
-- | error ER_FK_COLUMN_NOT_NULL Column 'pid' cannot be NOT NULL: needed in a foreign key constraint 'fkc' SET NULL
alter table c change pid pid bigint not null;
-- | error ER_FK_COLUMN_CANNOT_CHANGE Cannot change column 'pid': used in a foreign key constraint 'fkc'
alter table t add unique (a);
-- | Warning ER_DUP_INDEX Duplicate index 'a_2' defined on the table 'play.t'. This is deprecated and will be disallowed in a future release.
-- | ok (Records: 0  Duplicates: 0  Warnings: 1)
alter table t add unique (a, id), add index (a);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int NOT NULL AUTO_INCREMENT,\n  `a` varchar(9) DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `a` (`a`),\n  UNIQUE KEY `a_2` (`a`),\n  UNIQUE KEY `a_3` (`a`,`id`),\n  KEY `a_4` (`a`)\n) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
create table j(id int primary key, j json not null);
-- | ok
insert ignore into j(id) values (1);
-- | Warning ER_NO_DEFAULT_FOR_FIELD Field 'j' doesn't have a default value
-- | ok, 1 row
select id, j, json_type(j) from j;
-- | id | j | json_type(j)
-- | 1 | 'null' | 'NULL'
-- | ok
