-- What scripts for the mysql client hold: DELIMITER, loops and CASE in triggers, LOCK TABLES, SET
-- TRANSACTION, window functions; compared with MariaDB 10.11.
-- @dialect mysql
create table t(id int primary key, v int);
-- | ok
create trigger tu before update on t for each row begin declare x int default 3; while x > 0 do set x = x - 1; end while; repeat set x = x + 1; until x > 4 end repeat; set new.v = new.v + x; end;
-- | ok
create trigger td before delete on t for each row begin case old.v when 6 then signal sqlstate '45000' set message_text='no', mysql_errno=5000; when 7 then begin end; end case; end;
-- | ok
lock tables t write;
-- | ok
insert into t values(1,1),(2,2);
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
unlock tables;
-- | ok
update t set v=1 where id=1;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
delete from t where id=1;
-- | error ER_SIGNAL_EXCEPTION no
delete from t where id=2;
-- | error ER_SP_CASE_NOT_FOUND Case not found for CASE statement
set session transaction isolation level serializable;
-- | ok
set unique_checks=0;
-- | ok
use play;
-- | ok
select id, row_number() over (order by v desc) n, sum(v) over () s, lag(v) over (order by id) l from t order by id;
-- | id | n | s | l
-- | 1 | 1 | 8 | NULL
-- | 2 | 2 | 8 | 6
-- | ok
start transaction;
-- | ok
insert into t values(9,9);
-- | ok, 1 row
create unique index i on t(nope);
-- | error ER_KEY_COLUMN_DOES_NOT_EXITS Key column 'nope' doesn't exist in table
rollback;
-- | ok
select count(*) from t;
-- | count(*)
-- | 3
-- | ok
select v into @v from t where id=1;
-- | ok
select count(*), max(v) into @n, @m from t;
-- | ok
select @v, @n, @m;
-- | @v | @n | @m
-- | 6 | 3 | 9
-- | ok
select v into @v from t;
-- | error ER_TOO_MANY_ROWS Result consisted of more than one row
select v into @v from t where id=99;
-- | Warning ER_SP_FETCH_NO_DATA No data - zero rows fetched, selected, or processed
-- | ok
create table empty;
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'empty' at line 1
