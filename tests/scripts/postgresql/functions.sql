-- Functions around an upsert, names that are a variable's and a column's; compared with PostgreSQL 18.
-- @dialect postgresql
create table kv(id int primary key, v text);
-- | ok (CREATE TABLE)
create function up1(id int, v text) returns void language plpgsql as $$ begin insert into kv(id, v) values (id, v) on conflict (id) do update set v = excluded.v; end $$;
-- | ok (CREATE FUNCTION)
select up1(1,'a');
-- | error 42702 column reference "id" is ambiguous
-- |   detail: It could refer to either a PL/pgSQL variable or a table column.
create function up2(p_id int, p_v text) returns void language plpgsql as $$ begin insert into kv(id, v) values (p_id, p_v) on conflict (id) do update set v = excluded.v; end $$;
-- | ok (CREATE FUNCTION)
select up2(1,'a');
-- | up2
-- | ''
-- | ok (SELECT 1)
select up2(1,'b');
-- | up2
-- | ''
-- | ok (SELECT 1)
select * from kv;
-- | id | v
-- | 1 | 'b'
-- | ok (SELECT 1)
create function up3(id int, v text) returns void language plpgsql as $$ begin insert into kv values ($1, $2) on conflict on constraint kv_pkey do update set v = excluded.v; end $$;
-- | ok (CREATE FUNCTION)
select up3(1,'c');
-- | up3
-- | ''
-- | ok (SELECT 1)
create function up4(id int) returns text language plpgsql as $$ declare r text; begin select v into r from kv where kv.id = id; return r; end $$;
-- | ok (CREATE FUNCTION)
select up4(1);
-- | error 42702 column reference "id" is ambiguous
-- |   detail: It could refer to either a PL/pgSQL variable or a table column.
create function up5(id int) returns text language sql as $$ select v from kv where id = 1 $$;
-- | ok (CREATE FUNCTION)
select up5(7);
-- | up5
-- | 'c'
-- | ok (SELECT 1)
create function up6(id int, v text) returns int language sql as $$ insert into kv values (up6.id, $2) on conflict (id) do update set v = excluded.v returning id $$;
-- | ok (CREATE FUNCTION)
create function up7(a int, b text) returns int language sql as $$ insert into kv values (a, b) on conflict (id) do update set v = excluded.v returning id $$;
-- | ok (CREATE FUNCTION)
select up7(5,'five');
-- | up7
-- | 5
-- | ok (SELECT 1)
select up7(5,'5');
-- | up7
-- | 5
-- | ok (SELECT 1)
select * from kv order by 1;
-- | id | v
-- | 1 | 'c'
-- | 5 | '5'
-- | ok (SELECT 2)
create function up8(p int) returns int language plpgsql as $$ declare n int; begin update kv set v = v || '!' where id = p returning id into n; if not found then raise exception 'no row %', p using errcode = 'no_data_found'; end if; return n; end $$;
-- | ok (CREATE FUNCTION)
select up8(5);
-- | up8
-- | 5
-- | ok (SELECT 1)
select up8(99);
-- | error P0002 no row 99
