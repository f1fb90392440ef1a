-- Triggers: NEW and OLD, variables, IF, SIGNAL, what fires for each statement; compared with MariaDB
-- 10.11. Differs there: 1359 names the trigger, 1442 has no full stop.
-- @dialect mysql
create table t(id int auto_increment primary key, a varchar(5) unique, n int not null default 0);
-- | ok
create table log(n int auto_increment primary key, ev varchar(80));
-- | ok
create trigger bi before insert on t for each row begin if NEW.a = 'bad' then signal sqlstate '45000' set message_text='no bad'; end if; set NEW.n = NEW.n + 1; insert into log(ev) values(concat('bi ',NEW.id,' ',NEW.a)); end;
-- | ok
create trigger ai after insert on t for each row insert into log(ev) values(concat('ai ',NEW.id,' ',NEW.a,' ',NEW.n));
-- | ok
create trigger bu before update on t for each row begin insert into log(ev) values(concat('bu ',OLD.n,'>',NEW.n)); if NEW.n > 100 then set NEW.n = 100; end if; end;
-- | ok
create trigger au after update on t for each row insert into log(ev) values(concat('au ',OLD.n,'>',NEW.n));
-- | ok
create trigger bd before delete on t for each row insert into log(ev) values(concat('bd ',OLD.a));
-- | ok
create trigger ad after delete on t for each row insert into log(ev) values(concat('ad ',OLD.a));
-- | ok
insert into t(a) values('x'),('y');
-- | ok, 2 rows (Records: 2  Duplicates: 0  Warnings: 0)
insert into t(a) values('bad');
-- | error ER_SIGNAL_EXCEPTION no bad
insert ignore into t(a) values('z'),('bad');
-- | error ER_SIGNAL_EXCEPTION no bad
select * from t;
-- | id | a | n
-- | 1 | 'x' | 1
-- | 2 | 'y' | 1
-- | ok
insert into t(a) values('x') on duplicate key update n=n+5;
-- | ok, 2 rows
insert into t(a) values('x') on duplicate key update n=n;
-- | ok, 0 rows
update t set n=n;
-- | ok, 0 rows (Rows matched: 2  Changed: 0  Warnings: 0)
update t set n=500 where a='y';
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update t set n=700 where a='y';
-- | ok, 0 rows (Rows matched: 1  Changed: 0  Warnings: 0)
replace into t(a) values('x');
-- | ok, 2 rows
delete from t where a='y';
-- | ok, 1 row
insert into t(id,a) values(50,'toolong');
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
insert ignore into t(id,a) values(51,'toolong');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'a' at row 1
-- | ok, 1 row
select * from t;
-- | id | a | n
-- | 7 | 'x' | 1
-- | 51 | 'toolo' | 1
-- | ok
select * from log;
-- | n | ev
-- | 1 | 'bi 0 x'
-- | 2 | 'ai 1 x 1'
-- | 3 | 'bi 0 y'
-- | 4 | 'ai 2 y 1'
-- | 7 | 'bi 0 x'
-- | 8 | 'bu 1>6'
-- | 9 | 'au 1>6'
-- | 10 | 'bi 0 x'
-- | 11 | 'bu 6>6'
-- | 12 | 'au 6>6'
-- | 13 | 'bu 6>6'
-- | 14 | 'au 6>6'
-- | 15 | 'bu 1>1'
-- | 16 | 'au 1>1'
-- | 17 | 'bu 1>500'
-- | 18 | 'au 1>100'
-- | 19 | 'bu 100>700'
-- | 20 | 'au 100>100'
-- | 21 | 'bi 0 x'
-- | 22 | 'bd x'
-- | 23 | 'ad x'
-- | 24 | 'ai 7 x 1'
-- | 25 | 'bd y'
-- | 26 | 'ad y'
-- | 27 | 'bi 51 toolo'
-- | 28 | 'ai 51 toolo 1'
-- | ok
select last_insert_id(), row_count();
-- | last_insert_id() | row_count()
-- | 7 | -1
-- | ok
create trigger x1 before insert on t for each row set NEW.zz=1;
-- | error ER_BAD_FIELD_ERROR Unknown column 'zz' in 'NEW'
create trigger x1 before insert on t for each row set OLD.a=1;
-- | error ER_TRG_CANT_CHANGE_ROW Updating of OLD row is not allowed in trigger
create trigger x1 after insert on t for each row set NEW.a='q';
-- | error ER_TRG_CANT_CHANGE_ROW Updating of NEW row is not allowed in after trigger
create trigger x1 before delete on t for each row set @x=NEW.a;
-- | error ER_TRG_NO_SUCH_ROW_IN_TRG There is no NEW row in on DELETE trigger
create trigger x1 before insert on nope for each row set NEW.n=1;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
drop trigger nope;
-- | error ER_TRG_DOES_NOT_EXIST Trigger does not exist
drop trigger if exists nope;
-- | Note ER_TRG_DOES_NOT_EXIST Trigger does not exist
-- | ok
create table s(id int primary key, v int);
-- | ok
create trigger s1 before insert on s for each row update s set v=1;
-- | ok
insert into s values(1,1);
-- | error ER_CANT_UPDATE_USED_TABLE_IN_SF_OR_TRG Can't update table 's' in stored function/trigger because it is already used by statement which invoked this stored function/trigger.
drop trigger s1;
-- | ok
create trigger s2 before insert on s for each row begin declare c int default 0; select count(*) into c from s; set NEW.v = c; set @last = NEW.id; end;
-- | ok
insert into s values(1,1),(2,2),(3,3);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select * from s;
-- | id | v
-- | 1 | 0
-- | 2 | 1
-- | 3 | 2
-- | ok
select @last;
-- | @last
-- | 3
-- | ok
create trigger s3 before update on s for each row begin if NEW.v < OLD.v then signal sqlstate '45000'; elseif NEW.v = 7 then set NEW.v = 8; else set NEW.v = NEW.v*2; end if; end;
-- | ok
update s set v=7 where id=1;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update s set v=10 where id=2;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
update s set v=0 where id=3;
-- | error ER_SIGNAL_EXCEPTION Unhandled user-defined exception condition
select * from s;
-- | id | v
-- | 1 | 8
-- | 2 | 20
-- | 3 | 2
-- | ok
insert into s values(1,0),(4,0) on duplicate key update v=20;
-- | ok, 3 rows (Records: 2  Duplicates: 1  Warnings: 0)
select * from s;
-- | id | v
-- | 1 | 40
-- | 2 | 20
-- | 3 | 2
-- | 4 | 3
-- | ok
create trigger s4 after insert on s for each row select 1;
-- | error ER_SP_NO_RETSET Not allowed to return a result set from a trigger
