-- ALTER TABLE, RENAME TABLE, keys made later; compared with MariaDB 10.11. Differs there: the words of
-- 1091 and 1054, and NULL in a column that may have none any more is 1265.
-- @dialect mysql
create table t(id int, a varchar(10), b int);
-- | ok
insert into t values(1,'x',1),(2,'y',2),(3,'x',3);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
alter table t add unique(a);
-- | error ER_DUP_ENTRY Duplicate entry 'x' for key 't.a'
alter table t add unique key u(b);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t add primary key(id);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t add primary key(id);
-- | error ER_MULTIPLE_PRI_KEY Multiple primary key defined
alter table t modify id int auto_increment;
-- | ok (Records: 3  Duplicates: 0  Warnings: 0)
insert into t(a) values('n');
-- | ok, 1 row
alter table t auto_increment=100;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
insert into t(a) values('n2');
-- | ok, 1 row
alter table t auto_increment=1;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
insert into t(a) values('n3');
-- | ok, 1 row
alter table t add column c int not null;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t add column d varchar(5) default 'dd';
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
select * from t;
-- | id | a | b | c | d
-- | 1 | 'x' | 1 | 0 | 'dd'
-- | 2 | 'y' | 2 | 0 | 'dd'
-- | 3 | 'x' | 3 | 0 | 'dd'
-- | 4 | 'n' | NULL | 0 | 'dd'
-- | 100 | 'n2' | NULL | 0 | 'dd'
-- | 101 | 'n3' | NULL | 0 | 'dd'
-- | ok
alter table t drop column nope;
-- | error ER_CANT_DROP_FIELD_OR_KEY Can't DROP 'nope'; check that column/key exists
alter table t drop index nope;
-- | error ER_CANT_DROP_FIELD_OR_KEY Can't DROP 'nope'; check that column/key exists
alter table t add c int;
-- | error ER_DUP_FIELDNAME Duplicate column name 'c'
alter table t modify c varchar(10);
-- | ok (Records: 6  Duplicates: 0  Warnings: 0)
alter table t change c cc bigint;
-- | ok (Records: 6  Duplicates: 0  Warnings: 0)
alter table t modify b int not null;
-- | error ER_INVALID_USE_OF_NULL Invalid use of NULL value
update t set b=9 where b is null;
-- | error ER_DUP_ENTRY Duplicate entry '9' for key 't.u'
alter table t add constraint ck check (b>5);
-- | error ER_CHECK_CONSTRAINT_VIOLATED Check constraint 'ck' is violated.
alter table t drop primary key;
-- | error ER_WRONG_AUTO_KEY Incorrect table definition; there can be only one auto column and it must be defined as a key
alter table t drop index u;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t rename column d to e;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t rename column zz to e;
-- | error ER_BAD_FIELD_ERROR Unknown column 'zz' in 't'
alter table t rename to t2;
-- | ok
select * from t2;
-- | id | a | b | cc | e
-- | 1 | 'x' | 1 | 0 | 'dd'
-- | 2 | 'y' | 2 | 0 | 'dd'
-- | 3 | 'x' | 3 | 0 | 'dd'
-- | 4 | 'n' | NULL | 0 | 'dd'
-- | 100 | 'n2' | NULL | 0 | 'dd'
-- | 101 | 'n3' | NULL | 0 | 'dd'
-- | ok
alter table t2 add index k(a,b);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
create index k2 on t2(b);
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
create unique index k3 on t2(a);
-- | error ER_DUP_ENTRY Duplicate entry 'x' for key 't2.k3'
drop index k2 on t2;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t2 drop column b;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table t2 alter a set default 'q';
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
alter table nope add x int;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
rename table t2 to t3;
-- | ok
alter table t3 rename index k to kk;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
select * from t2;
-- | error ER_NO_SUCH_TABLE Table 'play.t2' doesn't exist
select count(*) from t3;
-- | count(*)
-- | 6
-- | ok
alter table t3 rename index nope to k;
-- | error ER_KEY_DOES_NOT_EXITS Key 'nope' doesn't exist in table 't3'
create table one(a int);
-- | ok
alter table one drop column a;
-- | error ER_CANT_REMOVE_ALL_FIELDS You can't delete all columns with ALTER TABLE; use DROP TABLE instead
