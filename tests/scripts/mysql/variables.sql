-- User variables within expressions and after INTO, DEFAULT(column), READ ONLY transactions, and what
-- SHOW tells of the statement before.
-- Compared with MariaDB 10.11; the 1287 of `:=` and the dot of 1792 are MySQL 8.4's.
-- @dialect mysql
create table t(id int primary key auto_increment, a int default 7, b varchar(10) not null default 'x', c int not null);
-- | ok
set @x = 5, @y := @x + 1;
-- | ok
insert into t(a, c) values (@x, 1), (@x := @x + 1, 2), (@x := @x + 1, 3);
-- | Warning ER_WARN_DEPRECATED_SYNTAX Setting user variables within expressions is deprecated and will be removed in a future release. Consider alternatives: 'SET variable=expression, ...', or 'SELECT expression(s) INTO variables(s)'.
-- | Warning ER_WARN_DEPRECATED_SYNTAX Setting user variables within expressions is deprecated and will be removed in a future release. Consider alternatives: 'SET variable=expression, ...', or 'SELECT expression(s) INTO variables(s)'.
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select * from t;
-- | id | a | b | c
-- | 1 | 5 | 'x' | 1
-- | 2 | 6 | 'x' | 2
-- | 3 | 7 | 'x' | 3
-- | ok
update t set a = (@n := ifnull(@n, 0) + 10) order by id desc;
-- | Warning ER_WARN_DEPRECATED_SYNTAX Setting user variables within expressions is deprecated and will be removed in a future release. Consider alternatives: 'SET variable=expression, ...', or 'SELECT expression(s) INTO variables(s)'.
-- | ok, 3 rows (Rows matched: 3  Changed: 3  Warnings: 0)
insert into t(id, a, c) values (1, 5, 1) on duplicate key update a = (@old := a) + 1;
-- | Warning ER_WARN_DEPRECATED_SYNTAX Setting user variables within expressions is deprecated and will be removed in a future release. Consider alternatives: 'SET variable=expression, ...', or 'SELECT expression(s) INTO variables(s)'.
-- | ok, 2 rows
select @x, @y, @n, @old, @nope;
-- | @x | @y | @n | @old | @nope
-- | 7 | 6 | 30 | 30 | NULL
-- | ok
-- Several rows are an error; the variable has the first by then.
select a into @v from t order by id;
-- | error ER_TOO_MANY_ROWS Result consisted of more than one row
select @v;
-- | @v
-- | 31
-- | ok
select a, b into @v, @w from t where id = 2;
-- | ok
select a into @v from t where id = 99;
-- | Warning ER_SP_FETCH_NO_DATA No data - zero rows fetched, selected, or processed
-- | ok
select @v, @w;
-- | @v | @w
-- | 20 | 'x'
-- | ok
-- @dialect mysql
create table d(id int primary key auto_increment, a int default 7, b varchar(10) not null default 'x', c int not null, n int);
-- | ok
insert into d(a, b, c, n) values (default(a) + 1, concat(default(b), 'y'), 1, default(n));
-- | ok, 1 row
insert into d(id, c) values (1, 2) on duplicate key update a = default(a), b = default(b), c = c + 1;
-- | ok, 2 rows
update d set a = default(a) * 2;
-- | ok, 1 row (Rows matched: 1  Changed: 1  Warnings: 0)
select a, b, c, n, default(a), default(id) from d;
-- | a | b | c | n | default(a) | default(id)
-- | 14 | 'x' | 2 | NULL | 7 | 0
-- | ok
insert into d(c) values (default(c));
-- | error ER_NO_DEFAULT_FOR_FIELD Field 'c' doesn't have a default value
select default(zz) from d;
-- | error ER_BAD_FIELD_ERROR Unknown column 'zz' in 'field list'
-- @dialect mysql
create table r(id int primary key);
-- | ok
start transaction read only;
-- | ok
insert into r values (1);
-- | error ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION Cannot execute statement in a READ ONLY transaction.
delete from r;
-- | error ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION Cannot execute statement in a READ ONLY transaction.
create table s(id int);
-- | error ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION Cannot execute statement in a READ ONLY transaction.
select * from r;
-- | id
-- | ok
commit;
-- | ok
start transaction with consistent snapshot;
-- | ok
insert into r values (1);
-- | ok, 1 row
rollback;
-- | ok
-- A temporary table that is dropped stays dropped.
create temporary table x(a int primary key);
-- | ok
start transaction;
-- | ok
insert into x values (1);
-- | ok, 1 row
insert into r values (2);
-- | ok, 1 row
drop temporary table x;
-- | ok
rollback;
-- | ok
select * from x;
-- | error ER_NO_SUCH_TABLE Table 'play.x' doesn't exist
select * from r;
-- | id
-- | ok
-- @dialect mysql
create table w(id int primary key, a varchar(3), b int not null);
-- | ok
insert ignore into w values (1, 'long', null), (1, 'a', 1);
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'a' at row 1
-- | Warning ER_BAD_NULL_ERROR Column 'b' cannot be null
-- | Warning ER_DUP_ENTRY Duplicate entry '1' for key 'w.PRIMARY'
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 3)
select @@warning_count, @@error_count;
-- | @@warning_count | @@error_count
-- | 3 | 0
-- | ok
show count(*) warnings;
-- | @@session.warning_count
-- | 3
-- | ok
show warnings limit 1, 1;
-- | Level | Code | Message
-- | 'Warning' | 1048 | 'Column ''b'' cannot be null'
-- | ok
set @a = 1;
-- | ok
begin;
-- | ok
commit;
-- | ok
show warnings limit 2;
-- | Level | Code | Message
-- | 'Warning' | 1265 | 'Data truncated for column ''a'' at row 1'
-- | 'Warning' | 1048 | 'Column ''b'' cannot be null'
-- | ok
insert into w values (1, 'a', 1);
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 'w.PRIMARY'
show count(*) errors;
-- | @@session.error_count
-- | 1
-- | ok
select * from w;
-- | id | a | b
-- | 1 | 'lon' | 0
-- | ok
show count(*) errors;
-- | @@session.error_count
-- | 0
-- | ok
show columns from w like 'b%';
-- | Field | Type | Null | Key | Default | Extra
-- | 'b' | 'int' | 'NO' | '' | NULL | ''
-- | ok
show full tables;
-- | Tables_in_play | Table_type
-- | 'w' | 'BASE TABLE'
-- | ok
show keys from w where key_name = 'PRIMARY';
-- | Table | Non_unique | Key_name | Seq_in_index | Column_name | Collation | Cardinality | Sub_part | Packed | Null | Index_type | Comment | Index_comment | Visible | Expression
-- | 'w' | 0 | 'PRIMARY' | 1 | 'id' | 'A' | NULL | NULL | NULL | '' | 'BTREE' | '' | '' | 'YES' | NULL
-- | ok
describe w a;
-- | Field | Type | Null | Key | Default | Extra
-- | 'a' | 'varchar(3)' | 'YES' | '' | NULL | ''
-- | ok
-- Statements with names. NULL equals nothing, whatever it is compared with.
-- @dialect mysql
create table q(id int primary key auto_increment, a varchar(5), n int default 1, unique (a));
-- | ok
prepare s from 'insert into q(a) values (?) on duplicate key update n = n + ?';
-- | ok (Statement prepared)
set @a = 'x', @b = 5, @long = 'toolong';
-- | ok
execute s using @a, @b;
-- | ok, 1 row
execute s using @a, @b;
-- | ok, 2 rows
select row_count(), last_insert_id();
-- | row_count() | last_insert_id()
-- | 2 | 1
-- | ok
execute s using @a;
-- | error ER_WRONG_ARGUMENTS Incorrect arguments to EXECUTE
execute s using @long, @b;
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
prepare i from 'insert ignore into q(a) values (?), (?)';
-- | ok (Statement prepared)
execute i using @long, @long;
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'a' at row 1
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'a' at row 2
-- | Warning ER_DUP_ENTRY Duplicate entry 'toolo' for key 'q.a'
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 3)
select @@warning_count;
-- | @@warning_count
-- | 3
-- | ok
deallocate prepare s;
-- | ok
execute s using @a, @b;
-- | error ER_UNKNOWN_STMT_HANDLER Unknown prepared statement handler (s) given to EXECUTE
drop prepare s;
-- | error ER_UNKNOWN_STMT_HANDLER Unknown prepared statement handler (s) given to DEALLOCATE PREPARE
set @sql = concat('select * from ', 'q where n > ?');
-- | ok
prepare s from @sql;
-- | ok (Statement prepared)
execute s using @b;
-- | id | a | n
-- | 1 | 'x' | 6
-- | ok
execute s using @nothing;
-- | id | a | n
-- | ok
prepare s from 'selec 1';
-- | error ER_PARSE_ERROR You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'selec 1' at line 1
prepare s from 'select * from nope';
-- | error ER_NO_SUCH_TABLE Table 'play.nope' doesn't exist
prepare s from 'update q set n = ? where a = ?';
-- | ok (Statement prepared)
execute s using @b, @nothing;
-- | ok, 0 rows (Rows matched: 0  Changed: 0  Warnings: 0)
update q set n = 6 where a = null;
-- | ok, 0 rows (Rows matched: 0  Changed: 0  Warnings: 0)
select a = null, a <=> null, n = @nothing, a in (null), a > @nothing from q;
-- | a = null | a <=> null | n = @nothing | a in (null) | a > @nothing
-- | NULL | 0 | NULL | NULL | NULL
-- | NULL | 0 | NULL | NULL | NULL
-- | ok
start transaction;
-- | ok
prepare d from 'delete from q where id = ?';
-- | ok (Statement prepared)
set @id = 1;
-- | ok
execute d using @id;
-- | ok, 1 row
rollback;
-- | ok
select * from q;
-- | id | a | n
-- | 1 | 'x' | 6
-- | 3 | 'toolo' | 1
-- | ok
