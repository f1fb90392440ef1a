-- Views with WITH CHECK OPTION, ALTER VIEW, and what is told of views that cannot be written or read.
-- Compared with MariaDB 10.11; 1347, 1356, 1369 and 1395 in the words of "MySQL 8.4 Error Message
-- Reference" ("The View WITH CHECK OPTION Clause": cascaded looks at the views below too).
-- @dialect mysql
create table t(id int primary key, a int, b varchar(10));
-- | ok
insert into t values(1, 1, 'x'), (2, 5, 'y'), (3, 9, null);
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
create view low as select * from t where a < 8;
-- | ok
create view mid as select * from low where a > 2 with local check option;
-- | ok
create view all_of as select * from low where a > 2 with cascaded check option;
-- | ok
create view own as select id, a from t where a < 8 with check option;
-- | ok
insert into own values(4, 9);
-- | error ER_VIEW_CHECK_FAILED CHECK OPTION failed 'play.own'
insert into own values(4, 7);
-- | ok, 1 row
insert into own values(4, 6) on duplicate key update a = 10;
-- | error ER_VIEW_CHECK_FAILED CHECK OPTION failed 'play.own'
insert into own values(4, 6) on duplicate key update a = values(a);
-- | Warning ER_WARN_DEPRECATED_SYNTAX 'VALUES function' is deprecated and will be removed in a future release. Please use an alias (INSERT INTO ... VALUES (...) AS alias) and replace VALUES(col) in the ON DUPLICATE KEY UPDATE clause with alias.col instead
-- | ok, 2 rows
update own set a = a + 5;
-- | error ER_VIEW_CHECK_FAILED CHECK OPTION failed 'play.own'
update own set a = a where id = 1;
-- | ok, 0 rows (Rows matched: 1  Changed: 0  Warnings: 0)
replace into own values(4, 20);
-- | error ER_VIEW_CHECK_FAILED CHECK OPTION failed 'play.own'
insert into mid values(5, 1, 'm');
-- | error ER_VIEW_CHECK_FAILED CHECK OPTION failed 'play.mid'
insert into mid values(5, 100, 'm');
-- | ok, 1 row
insert into all_of values(6, 100, 'm');
-- | error ER_VIEW_CHECK_FAILED CHECK OPTION failed 'play.all_of'
insert ignore into own values(7, 50);
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: IGNORE through a view WITH CHECK OPTION
select * from t;
-- | id | a | b
-- | 1 | 1 | 'x'
-- | 2 | 5 | 'y'
-- | 3 | 9 | NULL
-- | 4 | 6 | NULL
-- | 5 | 100 | 'm'
-- | ok
create view sums as select a, count(*) as n from t group by a with check option;
-- | error ER_VIEW_NONUPD_CHECK CHECK OPTION on non-updatable view 'play.sums'
create algorithm = merge sql security invoker view sums as select a, count(*) as n from t group by a;
-- | ok
insert into sums values(1, 1);
-- | error ER_NON_INSERTABLE_TABLE The target table sums of the INSERT is not insertable-into
create table u(id int primary key, tid int);
-- | ok
create view pairs as select t.id, u.tid from t join u on u.tid = t.id;
-- | ok
delete from pairs;
-- | error ER_VIEW_DELETE_MERGE_VIEW Can not delete from join view 'play.pairs'
update pairs set tid = 1;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: writes through a view of several tables
alter view pairs as select id from u;
-- | ok
alter view nope as select 1;
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
select * from pairs;
-- | id
-- | ok
alter table pairs add c int;
-- | error ER_WRONG_OBJECT 'play.pairs' is not BASE TABLE
drop table pairs;
-- | error ER_BAD_TABLE_ERROR Unknown table 'play.pairs'
alter table u rename column id to k;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
select * from pairs;
-- | error ER_VIEW_INVALID View 'play.pairs' references invalid table(s) or column(s) or function(s) or definer/invoker of view lack rights to use them
drop table u;
-- | ok
select * from pairs;
-- | error ER_VIEW_INVALID View 'play.pairs' references invalid table(s) or column(s) or function(s) or definer/invoker of view lack rights to use them
