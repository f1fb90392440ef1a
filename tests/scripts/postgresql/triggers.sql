-- Triggers, plpgsql, DO, functions; compared with PostgreSQL 18.
-- @dialect postgresql
create table t(id int primary key, v text, n int default 0, updated text);
-- | ok (CREATE TABLE)
create table log(seq serial, msg text);
-- | ok (CREATE TABLE)
create function note() returns trigger language plpgsql as $$
begin
  insert into log(msg) values (tg_when||' '||tg_op||' '||tg_level||' '||tg_table_name||' '||tg_name);
  if tg_level = 'STATEMENT' then return null; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
-- | ok (CREATE FUNCTION)
create trigger b_row before insert or update or delete on t for each row execute function note();
-- | ok (CREATE TRIGGER)
create trigger a_row after insert or update or delete on t for each row execute function note();
-- | ok (CREATE TRIGGER)
create trigger b_st before insert or update or delete on t for each statement execute function note();
-- | ok (CREATE TRIGGER)
create trigger a_st after insert or update or delete on t execute procedure note();
-- | ok (CREATE TRIGGER)
insert into t values (1,'a'),(2,'b');
-- | ok, 2 rows (INSERT 0 2)
select msg from log order by seq;
-- | msg
-- | 'BEFORE INSERT STATEMENT t b_st'
-- | 'BEFORE INSERT ROW t b_row'
-- | 'BEFORE INSERT ROW t b_row'
-- | 'AFTER INSERT ROW t a_row'
-- | 'AFTER INSERT ROW t a_row'
-- | 'AFTER INSERT STATEMENT t a_st'
-- | ok (SELECT 6)
delete from log;
-- | ok, 6 rows (DELETE 6)
insert into t values (1,'z'),(3,'c') on conflict (id) do update set v=excluded.v;
-- | ok, 2 rows (INSERT 0 2)
select msg from log order by seq;
-- | msg
-- | 'BEFORE INSERT STATEMENT t b_st'
-- | 'BEFORE UPDATE STATEMENT t b_st'
-- | 'BEFORE INSERT ROW t b_row'
-- | 'BEFORE UPDATE ROW t b_row'
-- | 'BEFORE INSERT ROW t b_row'
-- | 'AFTER UPDATE ROW t a_row'
-- | 'AFTER INSERT ROW t a_row'
-- | 'AFTER UPDATE STATEMENT t a_st'
-- | 'AFTER INSERT STATEMENT t a_st'
-- | ok (SELECT 9)
delete from log;
-- | ok, 9 rows (DELETE 9)
insert into t values (1,'z') on conflict do nothing;
-- | ok, 0 rows (INSERT 0 0)
select msg from log order by seq;
-- | msg
-- | 'BEFORE INSERT STATEMENT t b_st'
-- | 'BEFORE INSERT ROW t b_row'
-- | 'AFTER INSERT STATEMENT t a_st'
-- | ok (SELECT 3)
delete from log;
-- | ok, 3 rows (DELETE 3)
update t set v='q' where id=99;
-- | ok, 0 rows (UPDATE 0)
update t set v='q' where id=1 returning *;
-- | id | v | n | updated
-- | 1 | 'q' | 0 | NULL
-- | ok, 1 row (UPDATE 1)
delete from t where id=1;
-- | ok, 1 row (DELETE 1)
select msg from log order by seq;
-- | msg
-- | 'BEFORE UPDATE STATEMENT t b_st'
-- | 'AFTER UPDATE STATEMENT t a_st'
-- | 'BEFORE UPDATE STATEMENT t b_st'
-- | 'BEFORE UPDATE ROW t b_row'
-- | 'AFTER UPDATE ROW t a_row'
-- | 'AFTER UPDATE STATEMENT t a_st'
-- | 'BEFORE DELETE STATEMENT t b_st'
-- | 'BEFORE DELETE ROW t b_row'
-- | 'AFTER DELETE ROW t a_row'
-- | 'AFTER DELETE STATEMENT t a_st'
-- | ok (SELECT 10)
delete from log;
-- | ok, 10 rows (DELETE 10)
merge into t using (values (2,'m'),(5,'n')) s(id,v) on t.id=s.id when matched then update set v=s.v when not matched then insert values (s.id,s.v);
-- | ok (MERGE 2)
select msg from log order by seq;
-- | msg
-- | 'BEFORE INSERT STATEMENT t b_st'
-- | 'BEFORE UPDATE STATEMENT t b_st'
-- | 'BEFORE UPDATE ROW t b_row'
-- | 'BEFORE INSERT ROW t b_row'
-- | 'AFTER UPDATE ROW t a_row'
-- | 'AFTER INSERT ROW t a_row'
-- | 'AFTER UPDATE STATEMENT t a_st'
-- | 'AFTER INSERT STATEMENT t a_st'
-- | ok (SELECT 8)
drop function note();
-- | error 2BP01 cannot drop function note() because other objects depend on it
-- |   detail: trigger b_row on table t depends on function note()
-- |     trigger a_row on table t depends on function note()
-- |     trigger b_st on table t depends on function note()
-- |     trigger a_st on table t depends on function note()
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
drop function note() cascade;
-- | NOTICE 00000 drop cascades to 4 other objects
-- | ok (DROP FUNCTION)
create or replace function stamp() returns trigger as $$
begin
  new.updated := 'at '||coalesce(new.v,'?');
  new.n := coalesce(old.n, 0) + 1;
  return new;
end;
$$ language plpgsql;
-- | ok (CREATE FUNCTION)
create trigger stamp before insert or update on t for each row execute function stamp();
-- | ok (CREATE TRIGGER)
insert into t(id,v) values (10,'x') returning *;
-- | id | v | n | updated
-- | 10 | 'x' | 1 | 'at x'
-- | ok, 1 row (INSERT 0 1)
insert into t(id,v) values (10,'y') on conflict (id) do update set v=excluded.v||t.v returning *;
-- | id | v | n | updated
-- | 10 | 'yx' | 2 | 'at yx'
-- | ok, 1 row (INSERT 0 1)
update t set v='k' where id=10 returning old.n, new.n, updated;
-- | n | n | updated
-- | 2 | 3 | 'at k'
-- | ok, 1 row (UPDATE 1)
create function guard() returns trigger as $$
begin
  if new.v = 'bad' then
    raise exception 'value % is bad, %%', new.v using errcode='23514', hint='be good', detail='d';
  elsif new.v = 'skip' then
    return null;
  else
    raise notice 'ok % %', new.id, null;
  end if;
  return new;
end $$ language plpgsql;
-- | ok (CREATE FUNCTION)
create trigger a_guard before insert on t for each row execute function guard();
-- | ok (CREATE TRIGGER)
insert into t(id,v) values (20,'bad');
-- | error 23514 value bad is bad, %
-- |   detail: d
-- |   hint: be good
insert into t(id,v) values (20,'skip') returning *;
-- | id | v | n | updated
-- | ok, 0 rows (INSERT 0 0)
insert into t(id,v) values (20,'fine'),(21,'skip'),(22,'f2') returning id;
-- | NOTICE 00000 ok 20 <NULL>
-- | NOTICE 00000 ok 22 <NULL>
-- | id
-- | 20
-- | 22
-- | ok, 2 rows (INSERT 0 2)
insert into t(id,v) values (20,'bad') on conflict do nothing;
-- | error 23514 value bad is bad, %
-- |   detail: d
-- |   hint: be good
create trigger a_guard before insert on t for each row execute function guard();
-- | error 42710 trigger "a_guard" for relation "t" already exists
create or replace trigger a_guard before insert on t for each row when (new.id > 100) execute function guard();
-- | ok (CREATE TRIGGER)
insert into t(id,v) values (23,'bad');
-- | ok, 1 row (INSERT 0 1)
insert into t(id,v) values (123,'bad');
-- | error 23514 value bad is bad, %
-- |   detail: d
-- |   hint: be good
drop trigger nope on t;
-- | error 42704 trigger "nope" for table "t" does not exist
drop trigger if exists nope on t;
-- | NOTICE 00000 trigger "nope" for relation "t" does not exist, skipping
-- | ok (DROP TRIGGER)
drop trigger a_guard on t;
-- | ok (DROP TRIGGER)
create trigger x before insert on t for each row execute function nofn();
-- | error 42883 function nofn() does not exist
create function notrig() returns int language sql as 'select 1';
-- | ok (CREATE FUNCTION)
create trigger x before insert on t for each row execute function notrig();
-- | error 42P17 function notrig must return type trigger
create trigger x before insert on nope for each row execute function guard();
-- | error 42P01 relation "nope" does not exist
create trigger x before update of zzz on t for each row execute function guard();
-- | error 42703 column "zzz" of relation "t" does not exist
create trigger x instead of insert on t for each row execute function guard();
-- | error 42809 "t" is a table
-- |   detail: Tables cannot have INSTEAD OF triggers.
create view tv as select id, v from t;
-- | ok (CREATE VIEW)
create trigger x before insert on tv for each row execute function guard();
-- | error 42809 "tv" is a view
-- |   detail: Views cannot have row-level BEFORE or AFTER triggers.
create function viewins() returns trigger language plpgsql as $$ begin insert into t(id,v) values (new.id, new.v||' via view'); return new; end $$;
-- | ok (CREATE FUNCTION)
create trigger vi instead of insert on tv for each row execute function viewins();
-- | ok (CREATE TRIGGER)
insert into tv values (300,'v') returning *;
-- | id | v
-- | 300 | 'v'
-- | ok, 1 row (INSERT 0 1)
select * from t where id=300;
-- | id | v | n | updated
-- | 300 | 'v via view' | 1 | 'at v via view'
-- | ok (SELECT 1)
update tv set v='upd' where id=300;
-- | ok, 1 row (UPDATE 1)
create trigger w before insert on t for each row when (old.id > 1) execute function guard();
-- | error 42P17 INSERT trigger's WHEN condition cannot reference OLD values
alter table t disable trigger stamp;
-- | ok (ALTER TABLE)
insert into t(id,v) values (400,'nostamp') returning *;
-- | id | v | n | updated
-- | 400 | 'nostamp' | 0 | NULL
-- | ok, 1 row (INSERT 0 1)
alter table t enable trigger all;
-- | ok (ALTER TABLE)
insert into t(id,v) values (401,'stamp') returning *;
-- | id | v | n | updated
-- | 401 | 'stamp' | 1 | 'at stamp'
-- | ok, 1 row (INSERT 0 1)
create function noret() returns trigger language plpgsql as $$ begin perform 1; end $$;
-- | ok (CREATE FUNCTION)
create trigger zz before insert on t for each row execute function noret();
-- | ok (CREATE TRIGGER)
insert into t(id,v) values (500,'x');
-- | error 2F005 control reached end of trigger procedure without RETURN
-- @dialect postgresql
create table accounts(id int primary key, balance int check (balance >= 0));
-- | ok (CREATE TABLE)
create table audit(id serial primary key, acc int, old_b int, new_b int);
-- | ok (CREATE TABLE)
create function f() returns trigger as $$ begin insert into audit(acc, old_b, new_b) values (new.id, old.balance, new.balance); return null; end; $$ language plpgsql;
-- | ok (CREATE FUNCTION)
create trigger tr after update of balance on accounts for each row when (old.balance is distinct from new.balance) execute function f();
-- | ok (CREATE TRIGGER)
insert into accounts values (1,100),(2,200);
-- | ok, 2 rows (INSERT 0 2)
update accounts set balance = balance - 50;
-- | ok, 2 rows (UPDATE 2)
update accounts set balance = balance;
-- | ok, 2 rows (UPDATE 2)
update accounts set id = id + 10;
-- | ok, 2 rows (UPDATE 2)
update accounts set balance = balance - 100 where id = 11;
-- | error 23514 new row for relation "accounts" violates check constraint "accounts_balance_check"
-- |   detail: Failing row contains (11, -50).
insert into accounts values (11, 70) on conflict (id) do update set balance = excluded.balance;
-- | ok, 1 row (INSERT 0 1)
select * from audit;
-- | id | acc | old_b | new_b
-- | 1 | 1 | 100 | 50
-- | 2 | 2 | 200 | 150
-- | 3 | 11 | 50 | 70
-- | ok (SELECT 3)
do $$
declare
  i int; total int := 0; r record; nm text;
begin
  for i in 1..5 loop total := total + i; end loop;
  raise notice 'total %', total;
  for r in select * from accounts order by id loop
    raise notice 'acc % has %', r.id, r.balance;
    continue when r.id = 11;
    total := total + r.balance;
  end loop;
  select balance into i from accounts where id = 11;
  raise notice 'i=% found=%', i, found;
  select balance into i from accounts where id = 999;
  raise notice 'i=% found=%', i, found;
  begin
    insert into accounts values (11, 1);
  exception when unique_violation then
    raise notice 'caught % %', sqlstate, sqlerrm;
  end;
  begin
    update accounts set balance = -1 where id = 11;
  exception
    when not_null_violation then raise notice 'no';
    when others then get stacked diagnostics nm = constraint_name; raise notice 'others % %', sqlerrm, nm;
  end;
  update accounts set balance = 1;
  get diagnostics i = row_count;
  raise notice 'rows %', i;
  while i > 0 loop i := i - 1; exit when i = 1; end loop;
  case i when 1 then raise notice 'one'; else raise notice 'other'; end case;
  if total > 100 then raise warning 'big'; elsif total = 5 then null; else raise notice 'small %', total; end if;
  execute 'insert into accounts values ($1, $2)' using 77, 88;
  execute format('update accounts set balance = %s where id = %L', 99, 77);
end $$;
-- | NOTICE 00000 total 15
-- | NOTICE 00000 acc 11 has 70
-- | NOTICE 00000 acc 12 has 150
-- | NOTICE 00000 i=70 found=t
-- | NOTICE 00000 i=<NULL> found=f
-- | NOTICE 00000 caught 23505 duplicate key value violates unique constraint "accounts_pkey"
-- | NOTICE 00000 others new row for relation "accounts" violates check constraint "accounts_balance_check" accounts_balance_check
-- | NOTICE 00000 rows 2
-- | NOTICE 00000 one
-- | WARNING 01000 big
-- | ok (DO)
select * from accounts order by id;
-- | id | balance
-- | 11 | 1
-- | 12 | 1
-- | 77 | 99
-- | ok (SELECT 3)
do $$ begin insert into accounts values (1,1); raise exception 'undo'; end $$;
-- | error P0001 undo
select count(*) from accounts;
-- | count
-- | 3
-- | ok (SELECT 1)
do $$ begin raise unique_violation using message = 'mine'; end $$;
-- | error 23505 mine
do $$ begin raise sqlstate '22012'; end $$;
-- | error 22012 22012
do $$ declare x int := 'abc'; begin end $$;
-- | error 22P02 invalid input syntax for type integer: "abc"
do $$ declare x int; begin x := 1/0; end $$;
-- | error 22012 division by zero
do $$ begin select 1; end $$;
-- | error 42601 query has no destination for result data
-- |   hint: If you want to discard the results of a SELECT, use PERFORM instead.
do $$ begin y := 1; end $$;
-- | error 42601 "y" is not a known variable
do $$ begin insert into nope values (1); end $$;
-- | error 42P01 relation "nope" does not exist
do $$ begin raise info 'hi'; raise log 'no'; raise debug 'no'; end $$;
-- | INFO 00000 hi
-- | ok (DO)
create function addone(a int) returns int language sql as $$ select a + 1 $$;
-- | ok (CREATE FUNCTION)
select addone(41);
-- | addone
-- | 42
-- | ok (SELECT 1)
select id, addone(id) from accounts order by id;
-- | id | addone
-- | 11 | 12
-- | 12 | 13
-- | 77 | 78
-- | ok (SELECT 3)
create function ups(k int, b int) returns text language plpgsql as $$
begin
  loop
    update accounts set balance = b where id = k;
    if found then return 'updated'; end if;
    begin
      insert into accounts(id, balance) values (k, b);
      return 'inserted';
    exception when unique_violation then
    end;
  end loop;
end $$;
-- | ok (CREATE FUNCTION)
select ups(500, 5);
-- | ups
-- | 'inserted'
-- | ok (SELECT 1)
select ups(500, 6);
-- | ups
-- | 'updated'
-- | ok (SELECT 1)
select * from accounts where id = 500;
-- | id | balance
-- | 500 | 6
-- | ok (SELECT 1)
create function fact(n int) returns int language plpgsql as $$ begin if n <= 1 then return 1; end if; return n * fact(n-1); end $$;
-- | ok (CREATE FUNCTION)
select fact(5);
-- | fact
-- | 120
-- | ok (SELECT 1)
select nofn(1);
-- | error 42883 function nofn(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
drop function fact;
-- | ok (DROP FUNCTION)
drop function fact;
-- | error 42883 could not find a function named "fact"
drop function if exists fact(int);
-- | NOTICE 00000 function fact(pg_catalog.int4) does not exist, skipping
-- | ok (DROP FUNCTION)
