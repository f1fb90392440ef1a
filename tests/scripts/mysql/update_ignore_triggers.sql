-- The AFTER trigger of a row that UPDATE IGNORE leaves alone.
-- @dialect mysql
-- MySQL 8.4 fires it for rows without an error only (sql_update.cc, update_single_table); MariaDB 10.11
-- fires it for this row as well.
create table t(id int primary key, a varchar(5) unique);
-- | ok
create table log(n int auto_increment primary key, what varchar(40));
-- | ok
create trigger bu before update on t for each row insert into log(what) values (concat('before ', old.a));
-- | ok
create trigger au after update on t for each row insert into log(what) values (concat('after ', old.a));
-- | ok
insert into t values (1, 'a'), (2, 'b'), (3, 'c');
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
update ignore t set a = if(id = 2, 'c', concat(a, '*')) order by id;
-- | Warning ER_DUP_ENTRY Duplicate entry 'c' for key 't.a'
-- | ok, 2 rows (Rows matched: 3  Changed: 2  Warnings: 1)
select * from log;
-- | n | what
-- | 1 | 'before a'
-- | 2 | 'after a'
-- | 3 | 'before b'
-- | 4 | 'before c'
-- | 5 | 'after c'
-- | ok
select * from t order by id;
-- | id | a
-- | 1 | 'a*'
-- | 2 | 'b'
-- | 3 | 'c*'
-- | ok
