-- What depends on dropped objects; compared with PostgreSQL 18.
-- @dialect postgresql
create table p(id int primary key, a int, b text);
-- | ok (CREATE TABLE)
create view v1 as select id, a from p;
-- | ok (CREATE VIEW)
create view v2 as select * from v1;
-- | ok (CREATE VIEW)
create table c(id int references p, x int);
-- | ok (CREATE TABLE)
drop table p;
-- | error 2BP01 cannot drop table p because other objects depend on it
-- |   detail: view v1 depends on table p
-- |     view v2 depends on view v1
-- |     constraint c_id_fkey on table c depends on table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
drop view v1;
-- | error 2BP01 cannot drop view v1 because other objects depend on it
-- |   detail: view v2 depends on view v1
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
drop view v1 cascade;
-- | NOTICE 00000 drop cascades to view v2
-- | ok (DROP VIEW)
drop table p cascade;
-- | NOTICE 00000 drop cascades to constraint c_id_fkey on table c
-- | ok (DROP TABLE)
insert into c values (9,9);
-- | ok, 1 row (INSERT 0 1)
create table p(id int primary key, a int, b text);
-- | ok (CREATE TABLE)
create view v1 as select id from p;
-- | ok (CREATE VIEW)
alter table p drop column a;
-- | ok (ALTER TABLE)
alter table p drop column id;
-- | error 2BP01 cannot drop column id of table p because other objects depend on it
-- |   detail: view v1 depends on column id of table p
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
alter table p drop column id cascade;
-- | NOTICE 00000 drop cascades to view v1
-- | ok (ALTER TABLE)
select * from v1;
-- | error 42P01 relation "v1" does not exist
create table q(id int primary key);
-- | ok (CREATE TABLE)
create unique index ux on q(id);
-- | ok (CREATE INDEX)
create table r(q int references q(id));
-- | ok (CREATE TABLE)
drop index ux;
-- | ok (DROP INDEX)
drop table r, q;
-- | ok (DROP TABLE)
drop table if exists q, c;
-- | NOTICE 00000 table "q" does not exist, skipping
-- | ok (DROP TABLE)
create table s(id serial primary key);
-- | ok (CREATE TABLE)
drop sequence s_id_seq;
-- | error 2BP01 cannot drop sequence s_id_seq because other objects depend on it
-- |   detail: default value for column id of table s depends on sequence s_id_seq
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
create table t1(id int primary key);
-- | ok (CREATE TABLE)
create table t2(id int references t1);
-- | ok (CREATE TABLE)
create table t3(id int references t1);
-- | ok (CREATE TABLE)
truncate t1;
-- | error 0A000 cannot truncate a table referenced in a foreign key constraint
-- |   detail: Table "t2" references "t1".
-- |   hint: Truncate table "t2" at the same time, or use TRUNCATE ... CASCADE.
truncate t1,t2;
-- | error 0A000 cannot truncate a table referenced in a foreign key constraint
-- |   detail: Table "t3" references "t1".
-- |   hint: Truncate table "t3" at the same time, or use TRUNCATE ... CASCADE.
truncate t1,t2,t3;
-- | ok (TRUNCATE TABLE)
truncate t1 cascade;
-- | NOTICE 00000 truncate cascades to table "t2"
-- | NOTICE 00000 truncate cascades to table "t3"
-- | ok (TRUNCATE TABLE)
drop table t1,t2;
-- | error 2BP01 cannot drop desired object(s) because other objects depend on them
-- |   detail: constraint t3_id_fkey on table t3 depends on table t1
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
drop table t1 cascade;
-- | NOTICE 00000 drop cascades to 2 other objects
-- | ok (DROP TABLE)

-- @dialect postgresql
CREATE SEQUENCE sq;
-- | ok (CREATE SEQUENCE)
CREATE TABLE s(id int PRIMARY KEY DEFAULT nextval('sq'), b int DEFAULT nextval('sq'::regclass) + 1, c serial);
-- | ok (CREATE TABLE)
DROP SEQUENCE sq;
-- | error 2BP01 cannot drop sequence sq because other objects depend on it
-- |   detail: default value for column id of table s depends on sequence sq
-- |     default value for column b of table s depends on sequence sq
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
DROP SEQUENCE s_c_seq;
-- | error 2BP01 cannot drop sequence s_c_seq because other objects depend on it
-- |   detail: default value for column c of table s depends on sequence s_c_seq
-- |   hint: Use DROP ... CASCADE to drop the dependent objects too.
INSERT INTO s DEFAULT VALUES RETURNING *;
-- | id | b | c
-- | 1 | 3 | 1
-- | ok, 1 row (INSERT 0 1)
DROP SEQUENCE sq CASCADE;
-- | NOTICE 00000 drop cascades to 2 other objects
-- | ok (DROP SEQUENCE)
INSERT INTO s DEFAULT VALUES;
-- | error 23502 null value in column "id" of relation "s" violates not-null constraint
-- |   detail: Failing row contains (null, null, 2).
INSERT INTO s(id) VALUES(7) RETURNING *;
-- | id | b | c
-- | 7 | NULL | 3
-- | ok, 1 row (INSERT 0 1)
DROP SEQUENCE s_c_seq CASCADE;
-- | NOTICE 00000 drop cascades to default value for column c of table s
-- | ok (DROP SEQUENCE)
INSERT INTO s(id) VALUES(8) RETURNING *;
-- | error 23502 null value in column "c" of relation "s" violates not-null constraint
-- |   detail: Failing row contains (8, null, null).
INSERT INTO s(id,c) VALUES(8,1) RETURNING *;
-- | id | b | c
-- | 8 | NULL | 1
-- | ok, 1 row (INSERT 0 1)
BEGIN;
-- | ok (BEGIN)
CREATE SEQUENCE q2;
-- | ok (CREATE SEQUENCE)
CREATE TABLE z(a int DEFAULT nextval('q2'));
-- | ok (CREATE TABLE)
DROP SEQUENCE q2 CASCADE;
-- | NOTICE 00000 drop cascades to default value for column a of table z
-- | ok (DROP SEQUENCE)
ROLLBACK;
-- | ok (ROLLBACK)
DROP TABLE s;
-- | ok (DROP TABLE)
CREATE TABLE s(id int GENERATED ALWAYS AS IDENTITY);
-- | ok (CREATE TABLE)
DROP SEQUENCE s_id_seq;
-- | error 2BP01 cannot drop sequence s_id_seq because column id of table s requires it
-- |   hint: You can drop column id of table s instead.
DROP SEQUENCE s_id_seq CASCADE;
-- | error 2BP01 cannot drop sequence s_id_seq because column id of table s requires it
-- |   hint: You can drop column id of table s instead.
