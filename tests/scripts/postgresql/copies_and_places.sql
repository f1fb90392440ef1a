-- CREATE TABLE (LIKE …), ctid, format, regexp_replace; compared with PostgreSQL 18.
-- @dialect postgresql
create table dm(id serial primary key, q int not null default 5 check (q > 0), e text unique, g int generated always as (q * 2) stored);
-- | ok (CREATE TABLE)
insert into dm(q,e) values (1,'a'),(2,'b'),(1,'c');
-- | ok, 3 rows (INSERT 0 3)
create table l1 (like dm);
-- | ok (CREATE TABLE)
create table l2 (like dm including all);
-- | ok (CREATE TABLE)
create temp table l3 (like dm including defaults including indexes, extra int);
-- | ok (CREATE TABLE)
insert into l1(id,q) values (1,-1);
-- | ok, 1 row (INSERT 0 1)
insert into l2(q,e) values (-1,'x');
-- | error 23514 new row for relation "l2" violates check constraint "dm_q_check"
-- |   detail: Failing row contains (4, -1, x, -2).
insert into l2(q,e) values (3,'x') returning *;
-- | id | q | e | g
-- | 5 | 3 | 'x' | 6
-- | ok, 1 row (INSERT 0 1)
insert into l2(id,q,e) values (4,3,'x');
-- | error 23505 duplicate key value violates unique constraint "l2_e_key"
-- |   detail: Key (e)=(x) already exists.
insert into l3(e) values ('p'),('p') on conflict (e) do nothing returning id, q, e, extra;
-- | id | q | e | extra
-- | 6 | 5 | 'p' | NULL
-- | ok, 1 row (INSERT 0 1)
insert into l3(e) values ('p');
-- | error 23505 duplicate key value violates unique constraint "l3_e_key"
-- |   detail: Key (e)=(p) already exists.
select indexname from pg_indexes where tablename in ('l2') order by 1;
-- | indexname
-- | 'l2_e_key'
-- | 'l2_pkey'
-- | ok (SELECT 2)
select ctid, id from dm order by ctid desc;
-- | ctid | id
-- | (0,3) | 3
-- | (0,2) | 2
-- | (0,1) | 1
-- | ok (SELECT 3)
select min(ctid) from dm;
-- | min
-- | (0,1)
-- | ok (SELECT 1)
update dm set q = q where id = 1;
-- | ok, 1 row (UPDATE 1)
select ctid, id from dm;
-- | ctid | id
-- | (0,2) | 2
-- | (0,3) | 3
-- | (0,4) | 1
-- | ok (SELECT 3)
delete from dm a using dm b where a.ctid < b.ctid and a.q = b.q;
-- | ok, 1 row (DELETE 1)
select id from dm order by id;
-- | id
-- | 1
-- | 2
-- | ok (SELECT 2)
delete from dm where ctid not in (select min(ctid) from dm group by e);
-- | ok, 0 rows (DELETE 0)
update dm set ctid = '(0,1)';
-- | error 0A000 cannot assign to system column "ctid"
insert into dm(ctid) values ('(0,1)');
-- | error 42703 column "ctid" of relation "dm" does not exist
select format('%s-%I-%L-%%', 'a', 'b c', 'it''s'), format('%2$s %1$s', 'a', 'b'), format('%L', null);
-- | format | format | format
-- | 'a-"b c"-''it''''s''-%' | 'b a' | 'NULL'
-- | ok (SELECT 1)
select regexp_replace('a1b2','[0-9]','','g'), regexp_replace('Hello','L','x','gi'), regexp_replace('abc','b','X');
-- | regexp_replace | regexp_replace | regexp_replace
-- | 'ab' | 'Hexxo' | 'aXc'
-- | ok (SELECT 1)
select sign(-2), ceil(2), round(5), round(2.5), floor(-1.5), trunc(7);
-- | sign | ceil | round | round | floor | trunc
-- | -1.0 | 2.0 | 5.0 | 3 | -2 | 7.0
-- | ok (SELECT 1)
select * from dm where ctid = '(0,4)';
-- | id | q | e | g
-- | 1 | 1 | 'a' | 2
-- | ok (SELECT 1)
