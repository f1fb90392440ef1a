-- Foreign keys: definition, actions, deferral, TRUNCATE, ALTER TABLE; compared with PostgreSQL 18.
-- @dialect postgresql
create table p(id int primary key, a int unique, b text);
-- | ok (CREATE TABLE)
create table c(id int primary key, pid int references p);
-- | ok (CREATE TABLE)
create table bad(x int references nope);
-- | error 42P01 relation "nope" does not exist
create table bad(x int references p(b));
-- | error 42830 there is no unique constraint matching given keys for referenced table "p"
create table bad(x int references p(zz));
-- | error 42703 column "zz" referenced in foreign key constraint does not exist
create table bad(x int, foreign key (y) references p);
-- | error 42703 column "y" referenced in foreign key constraint does not exist
create table bad(x int, y int, foreign key (x,y) references p);
-- | error 42830 number of referencing and referenced columns for foreign key disagree
create table bad(x text references p);
-- | error 42804 foreign key constraint "bad_x_fkey" cannot be implemented
-- |   detail: Key columns "x" of the referencing table and "id" of the referenced table are of incompatible types: text and integer.
create table bad(x int references p match partial);
-- | error 0A000 MATCH PARTIAL not yet implemented
create table np(a int);
-- | ok (CREATE TABLE)
create table bad(x int references np);
-- | error 42704 there is no primary key for referenced table "np"
create view pv as select * from p;
-- | ok (CREATE VIEW)
create table bad(x int references pv);
-- | error 42809 referenced relation "pv" is not a table
create table bad(x int, y int, foreign key (x) references p on delete set null (y));
-- | error 42P10 column "y" referenced in ON DELETE SET action must be part of foreign key
create table bad(x int, y int, foreign key (x) references p on delete set null (z));
-- | error 42703 column "z" referenced in foreign key constraint does not exist
create table bad(x int, y int, foreign key (x) references p on update set null (x));
-- | error 0A000 a column list with SET NULL is only supported for ON DELETE actions
create table du(id int unique deferrable);
-- | ok (CREATE TABLE)
create table bad(x int references du(id));
-- | error 55000 cannot use a deferrable unique constraint for referenced table "du"
create table bad(x int, foreign key (x,x) references p(id,id));
-- | error 42830 foreign key referenced-columns list must not contain duplicates
create table bad(x bigint references p, y numeric references p, z smallint references p(a));
-- | error 42804 foreign key constraint "bad_y_fkey" cannot be implemented
-- |   detail: Key columns "y" of the referencing table and "id" of the referenced table are of incompatible types: numeric and integer.
insert into bad values(1,1,1);
-- | error 42P01 relation "bad" does not exist
drop table bad;
-- | error 42P01 table "bad" does not exist
insert into c values (1,1);
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_pid_fkey"
-- |   detail: Key (pid)=(1) is not present in table "p".
insert into p values (1,10,'x'),(2,20,'y');
-- | ok, 2 rows (INSERT 0 2)
insert into c values (1,1),(2,null),(3,2);
-- | ok, 3 rows (INSERT 0 3)
insert into c values (4,9);
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_pid_fkey"
-- |   detail: Key (pid)=(9) is not present in table "p".
update c set pid=9 where id=1;
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_pid_fkey"
-- |   detail: Key (pid)=(9) is not present in table "p".
delete from p where id=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_pid_fkey" on table "c"
-- |   detail: Key (id)=(1) is still referenced from table "c".
update p set id=5 where id=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_pid_fkey" on table "c"
-- |   detail: Key (id)=(1) is still referenced from table "c".
delete from p;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_pid_fkey" on table "c"
-- |   detail: Key (id)=(1) is still referenced from table "c".
update p set id=id+0;
-- | ok, 2 rows (UPDATE 2)
update p set a=a+1 where id=1;
-- | ok, 1 row (UPDATE 1)
truncate p;
-- | error 0A000 cannot truncate a table referenced in a foreign key constraint
-- |   detail: Table "c" references "p".
-- |   hint: Truncate table "c" at the same time, or use TRUNCATE ... CASCADE.
truncate p, c;
-- | ok (TRUNCATE TABLE)
insert into p values (1,10,'x'),(2,20,'y');
-- | ok, 2 rows (INSERT 0 2)
insert into c values (1,1),(2,null),(3,2);
-- | ok, 3 rows (INSERT 0 3)
truncate p cascade;
-- | NOTICE 00000 truncate cascades to table "c"
-- | ok (TRUNCATE TABLE)
select * from c;
-- | id | pid
-- | ok (SELECT 0)
insert into p values (1,10,'x'),(2,20,'y');
-- | ok, 2 rows (INSERT 0 2)
insert into c values (1,1),(2,null),(3,2);
-- | ok, 3 rows (INSERT 0 3)
drop table p;
-- | error 2BP01 cannot drop table p because other objects depend on it
-- |   detail: constraint c_pid_fkey on table c depends on table p
-- |     view pv depends on table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
drop table p, c;
-- | error 2BP01 cannot drop desired object(s) because other objects depend on them
-- |   detail: view pv depends on table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
create table p(id int primary key, a int unique, b text);
-- | error 42P07 relation "p" already exists
create table c(id int primary key, pid int references p);
-- | error 42P07 relation "c" already exists
drop table p cascade;
-- | NOTICE 00000 drop cascades to 2 other objects
-- | ok (DROP TABLE)
insert into c values (7,77);
-- | ok, 1 row (INSERT 0 1)
-- @dialect postgresql
create table p(id int primary key);
-- | ok (CREATE TABLE)
create table c(id int primary key, pid int references p on delete restrict on update restrict);
-- | ok (CREATE TABLE)
insert into p values (1),(2),(3);
-- | ok, 3 rows (INSERT 0 3)
insert into c values (1,1),(2,2);
-- | ok, 2 rows (INSERT 0 2)
delete from p where id=1;
-- | error 23001 update or delete on table "p" violates RESTRICT setting of foreign key constraint "c_pid_fkey" on table "c"
-- |   detail: Key (id)=(1) is referenced from table "c".
update p set id=11 where id=1;
-- | error 23001 update or delete on table "p" violates RESTRICT setting of foreign key constraint "c_pid_fkey" on table "c"
-- |   detail: Key (id)=(1) is referenced from table "c".
update p set id=33 where id=3;
-- | ok, 1 row (UPDATE 1)
delete from p where id=33;
-- | ok, 1 row (DELETE 1)
-- @dialect postgresql
create table t(id int primary key, parent int references t on delete restrict);
-- | ok (CREATE TABLE)
insert into t values (1,null),(2,1),(3,2);
-- | ok, 3 rows (INSERT 0 3)
delete from t;
-- | ok, 3 rows (DELETE 3)
select * from t;
-- | id | parent
-- | ok (SELECT 0)
insert into t values (3,2),(2,1),(1,null);
-- | ok, 3 rows (INSERT 0 3)
delete from t where id=1;
-- | error 23001 update or delete on table "t" violates RESTRICT setting of foreign key constraint "t_parent_fkey" on table "t"
-- |   detail: Key (id)=(1) is referenced from table "t".
delete from t where id in (1,2);
-- | error 23001 update or delete on table "t" violates RESTRICT setting of foreign key constraint "t_parent_fkey" on table "t"
-- |   detail: Key (id)=(2) is referenced from table "t".
delete from t;
-- | ok, 3 rows (DELETE 3)
insert into t values (1,1);
-- | ok, 1 row (INSERT 0 1)
delete from t;
-- | ok, 1 row (DELETE 1)
insert into t values (1,2),(2,3);
-- | error 23503 insert or update on table "t" violates foreign key constraint "t_parent_fkey"
-- |   detail: Key (parent)=(3) is not present in table "t".
-- @dialect postgresql
create table t(id int primary key, parent int references t on delete cascade on update cascade);
-- | ok (CREATE TABLE)
insert into t values (1,null),(2,1),(3,2),(4,1),(5,3);
-- | ok, 5 rows (INSERT 0 5)
update t set id=10 where id=1;
-- | ok, 1 row (UPDATE 1)
select * from t;
-- | id | parent
-- | 3 | 2
-- | 5 | 3
-- | 10 | NULL
-- | 2 | 10
-- | 4 | 10
-- | ok (SELECT 5)
delete from t where id=10 returning *;
-- | id | parent
-- | 10 | NULL
-- | ok, 1 row (DELETE 1)
select * from t;
-- | id | parent
-- | ok (SELECT 0)
-- @dialect postgresql
create table p(a int, b int, primary key (a,b));
-- | ok (CREATE TABLE)
create table c(id int, a int, b int, foreign key (a,b) references p match full);
-- | ok (CREATE TABLE)
create table d(id int, a int default 1, b int default 1, foreign key (a,b) references p on delete set default on update cascade);
-- | ok (CREATE TABLE)
create table e(id int, a int, b int, foreign key (a,b) references p on delete set null (b));
-- | ok (CREATE TABLE)
insert into c values (1,1,null);
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_a_b_fkey"
-- |   detail: MATCH FULL does not allow mixing of null and nonnull key values.
insert into c values (1,null,null);
-- | ok, 1 row (INSERT 0 1)
insert into c values (1,1,1);
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_a_b_fkey"
-- |   detail: Key (a, b)=(1, 1) is not present in table "p".
insert into p values (1,1),(2,2),(3,3);
-- | ok, 3 rows (INSERT 0 3)
insert into c values (1,1,1);
-- | ok, 1 row (INSERT 0 1)
insert into d values (1,2,2),(2,3,3),(3,1,null);
-- | ok, 3 rows (INSERT 0 3)
insert into e values (1,2,2),(2,3,3);
-- | ok, 2 rows (INSERT 0 2)
update p set b=22 where a=2;
-- | error 23503 update or delete on table "p" violates foreign key constraint "e_a_b_fkey" on table "e"
-- |   detail: Key (a, b)=(2, 2) is still referenced from table "e".
delete from e;
-- | ok, 2 rows (DELETE 2)
insert into e values (1,2,22),(2,3,3);
-- | error 23503 insert or update on table "e" violates foreign key constraint "e_a_b_fkey"
-- |   detail: Key (a, b)=(2, 22) is not present in table "p".
update p set b=23 where a=2;
-- | ok, 1 row (UPDATE 1)
delete from p where a=2;
-- | ok, 1 row (DELETE 1)
select * from d;
-- | id | a | b
-- | 2 | 3 | 3
-- | 3 | 1 | NULL
-- | 1 | 1 | 1
-- | ok (SELECT 3)
select * from e;
-- | id | a | b
-- | ok (SELECT 0)
delete from p where a=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "c_a_b_fkey" on table "c"
-- |   detail: Key (a, b)=(1, 1) is still referenced from table "c".
delete from c where a=1;
-- | ok, 1 row (DELETE 1)
delete from p where a=1;
-- | error 23503 update or delete on table "p" violates foreign key constraint "d_a_b_fkey" on table "d"
-- |   detail: Key (a, b)=(1, 1) is still referenced from table "d".
update c set a=null where id=1;
-- | ok, 1 row (UPDATE 1)
update c set a=7 where id=1;
-- | error 23503 insert or update on table "c" violates foreign key constraint "c_a_b_fkey"
-- |   detail: MATCH FULL does not allow mixing of null and nonnull key values.
-- @dialect postgresql
create table p(id int primary key);
-- | ok (CREATE TABLE)
create table c(id int primary key, pid int constraint cfk references p deferrable initially deferred);
-- | ok (CREATE TABLE)
begin;
-- | ok (BEGIN)
insert into c values (1,1);
-- | ok, 1 row (INSERT 0 1)
insert into p values (1);
-- | ok, 1 row (INSERT 0 1)
commit;
-- | ok (COMMIT)
begin;
-- | ok (BEGIN)
insert into c values (2,2);
-- | ok, 1 row (INSERT 0 1)
update c set id=3 where id=2;
-- | ok, 1 row (UPDATE 1)
commit;
-- | error 23503 insert or update on table "c" violates foreign key constraint "cfk"
-- |   detail: Key (pid)=(2) is not present in table "p".
insert into c values (2,2);
-- | error 23503 insert or update on table "c" violates foreign key constraint "cfk"
-- |   detail: Key (pid)=(2) is not present in table "p".
begin;
-- | ok (BEGIN)
delete from p;
-- | ok, 1 row (DELETE 1)
insert into p values (1);
-- | ok, 1 row (INSERT 0 1)
commit;
-- | ok (COMMIT)
begin;
-- | ok (BEGIN)
delete from p;
-- | ok, 1 row (DELETE 1)
set constraints cfk immediate;
-- | error 23503 update or delete on table "p" violates foreign key constraint "cfk" on table "c"
-- |   detail: Key (id)=(1) is still referenced from table "c".
rollback;
-- | ok (ROLLBACK)
begin;
-- | ok (BEGIN)
delete from p;
-- | ok, 1 row (DELETE 1)
commit;
-- | error 23503 update or delete on table "p" violates foreign key constraint "cfk" on table "c"
-- |   detail: Key (id)=(1) is still referenced from table "c".
select * from p;
-- | id
-- | 1
-- | ok (SELECT 1)
begin;
-- | ok (BEGIN)
set constraints all immediate;
-- | ok (SET CONSTRAINTS)
insert into c values (9,9);
-- | error 23503 insert or update on table "c" violates foreign key constraint "cfk"
-- |   detail: Key (pid)=(9) is not present in table "p".
rollback;
-- | ok (ROLLBACK)
insert into c values (1,5) on conflict (id) do update set pid=excluded.pid;
-- | error 23503 insert or update on table "c" violates foreign key constraint "cfk"
-- |   detail: Key (pid)=(5) is not present in table "p".
insert into c values (1,5) on conflict do nothing;
-- | ok, 0 rows (INSERT 0 0)
insert into c values (1,1) on conflict (id) do update set pid=excluded.pid returning *;
-- | id | pid
-- | 1 | 1
-- | ok, 1 row (INSERT 0 1)
alter table c drop constraint cfk;
-- | ok (ALTER TABLE)
insert into c values (5,5);
-- | ok, 1 row (INSERT 0 1)
alter table c add constraint cfk2 foreign key (pid) references p(id) on delete cascade;
-- | error 23503 insert or update on table "c" violates foreign key constraint "cfk2"
-- |   detail: Key (pid)=(5) is not present in table "p".
delete from c where id=5;
-- | ok, 1 row (DELETE 1)
alter table c add foreign key (pid) references p(id) on delete cascade;
-- | ok (ALTER TABLE)
alter table c add constraint c_pid_fkey foreign key (pid) references p(id) on delete cascade;
-- | error 42710 constraint "c_pid_fkey" for relation "c" already exists
alter table c add foreign key (pid) references p;
-- | ok (ALTER TABLE)
alter table p drop constraint p_pkey;
-- | error 2BP01 cannot drop constraint p_pkey on table p because other objects depend on it
-- |   detail: constraint c_pid_fkey on table c depends on index p_pkey
-- |     constraint c_pid_fkey1 on table c depends on index p_pkey
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
alter table p drop column id;
-- | error 2BP01 cannot drop column id of table p because other objects depend on it
-- |   detail: constraint c_pid_fkey on table c depends on column id of table p
-- |     constraint c_pid_fkey1 on table c depends on column id of table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
alter table p drop constraint p_pkey cascade;
-- | NOTICE 00000 drop cascades to 2 other objects
-- | ok (ALTER TABLE)
-- @dialect postgresql
create table child(parent_id int not null references parent(id), label text);
-- | error 42P01 relation "parent" does not exist
create table parent(id int generated always as identity primary key, name text unique);
-- | ok (CREATE TABLE)
create table child(parent_id int not null references parent(id) on delete set null, label text, unique(parent_id,label));
-- | ok (CREATE TABLE)
insert into parent(name) values ('a'),('b') returning id;
-- | id
-- | 1
-- | 2
-- | ok, 2 rows (INSERT 0 2)
insert into child values (1,'x'),(1,'y'),(2,'x');
-- | ok, 3 rows (INSERT 0 3)
delete from parent where id=1;
-- | error 23502 null value in column "parent_id" of relation "child" violates not-null constraint
-- |   detail: Failing row contains (null, x).
with x as (insert into parent(name) values ('c') returning id) insert into child select id,'z' from x returning *;
-- | parent_id | label
-- | 3 | 'z'
-- | ok, 1 row (INSERT 0 1)
insert into parent(name) values ('a') on conflict (name) do update set name='A' returning *;
-- | id | name
-- | 1 | 'A'
-- | ok, 1 row (INSERT 0 1)
create table gc(id int primary key, l int references gc(id) on delete set null);
-- | ok (CREATE TABLE)
insert into gc values (1,2),(2,1);
-- | ok, 2 rows (INSERT 0 2)
delete from gc where id=1;
-- | ok, 1 row (DELETE 1)
select * from gc;
-- | id | l
-- | 2 | NULL
-- | ok (SELECT 1)
