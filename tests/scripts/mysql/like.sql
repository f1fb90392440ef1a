-- CREATE TABLE … LIKE, and where a foreign key's own index stands; compared with MariaDB 10.11. Differs
-- there: names of CHECK constraints.
-- @dialect mysql
create table p(id int primary key);
-- | ok
create table t(id int auto_increment primary key, a int default 5, b varchar(10) not null unique, pid int, foreign key (pid) references p(id), key k (a), check (a > 0)) auto_increment=100;
-- | ok
insert into p values (1);
-- | ok, 1 row
insert into t (b,pid) values ('x',1);
-- | ok, 1 row
create table u like t;
-- | ok
show create table u;
-- | Table | Create Table
-- | 'u' | 'CREATE TABLE `u` (\n  `id` int NOT NULL AUTO_INCREMENT,\n  `a` int DEFAULT ''5'',\n  `b` varchar(10) NOT NULL,\n  `pid` int DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `b` (`b`),\n  KEY `pid` (`pid`),\n  KEY `k` (`a`),\n  CONSTRAINT `u_chk_1` CHECK ((`a` > 0))\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
insert into u (b,pid) values ('x',7);
-- | ok, 1 row
select * from u;
-- | id | a | b | pid
-- | 1 | 5 | 'x' | 7
-- | ok
insert into u (a,b) values (0,'y');
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 'u_chk_1' is violated.
insert into u (a,b) values (1,'x');
-- | error ER_DUP_ENTRY Duplicate entry 'x' for key 'u.b'
create table if not exists u like t;
-- | Note ER_TABLE_EXISTS_ERROR Table 'u' already exists
-- | ok
create table u like t;
-- | error ER_TABLE_EXISTS_ERROR Table 'u' already exists
create table w like nope;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
create table w (like t);
-- | ok
select * from w;
-- | id | a | b | pid
-- | ok
create table w like w;
-- | error ER_NONUNIQ_TABLE Not unique table/alias: 'w'
