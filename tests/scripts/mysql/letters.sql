-- Letters that utf8mb4_0900_ai_ci takes for the same, and entries of keys in messages; compared with MariaDB
-- 10.11 (unicode_520), whose weights of these letters are the same.
-- @dialect mysql
create table t(a varchar(20) primary key);
-- | ok
insert into t values('resume'),('naïve'),('straße'),('œuvre'),('Ω'),('Й'),('ﬁ'),('pho'),('ł');
-- | ok, 9 rows (Records: 9  Duplicates: 0  Warnings: 0)
insert into t values('RÉSUMÉ');
-- | error ER_DUP_ENTRY Duplicate entry 'RÉSUMÉ' for key 't.PRIMARY'
insert into t values('Naive');
-- | error ER_DUP_ENTRY Duplicate entry 'Naive' for key 't.PRIMARY'
insert into t values('STRASSE');
-- | error ER_DUP_ENTRY Duplicate entry 'STRASSE' for key 't.PRIMARY'
insert into t values('oeuvre');
-- | error ER_DUP_ENTRY Duplicate entry 'oeuvre' for key 't.PRIMARY'
insert into t values('ω');
-- | error ER_DUP_ENTRY Duplicate entry 'ω' for key 't.PRIMARY'
insert into t values('И');
-- | ok, 1 row
insert into t values('fi');
-- | error ER_DUP_ENTRY Duplicate entry 'fi' for key 't.PRIMARY'
insert into t values('phở');
-- | error ER_DUP_ENTRY Duplicate entry 'phở' for key 't.PRIMARY'
insert into t values('L');
-- | error ER_DUP_ENTRY Duplicate entry 'L' for key 't.PRIMARY'
insert into t values('résume');
-- | error ER_DUP_ENTRY Duplicate entry 'résume' for key 't.PRIMARY'
create table k(a varchar(5), b int, c varbinary(4), unique(a,b), unique(c));
-- | ok
insert into k values('',1,x'00ff');
-- | ok, 1 row
insert into k values('',1,x'01');
-- | error ER_DUP_ENTRY Duplicate entry '1' for key 'k.a'
insert into k values('q',1,x'00ff');
-- | error ER_DUP_ENTRY Duplicate entry '\x00\xFF' for key 'k.c'
create table e(e enum('a','b'), s set('x','y'), d date);
-- | ok
insert into e(e,s) values('0','3');
-- | ok, 1 row
insert ignore into e(s) values('9');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 's' at row 1
-- | ok, 1 row
set sql_mode='';
-- | ok
insert into e(d) values('0000-00-00');
-- | ok, 1 row
select * from e;
-- | e | s | d
-- | '' | 'x,y' | NULL
-- | NULL | 'x' | NULL
-- | NULL | NULL | '0000-00-00'
-- | ok
create table g(a varchar(9) collate utf8mb4_general_ci unique, u varchar(9) collate utf8mb4_unicode_ci unique);
-- | ok
insert into g values('straße','straße'),('æ','æ'),('ae','ae'),('ø','ø'),('o','o'),('😀','😀');
-- | ok, 6 rows (Records: 6  Duplicates: 0  Warnings: 0)
insert into g(a) values('strase');
-- | error ER_DUP_ENTRY Duplicate entry 'strase' for key 'g.a'
insert into g(a) values('strasse');
-- | ok, 1 row
insert into g(u) values('strasse');
-- | error ER_DUP_ENTRY Duplicate entry 'strasse' for key 'g.u'
insert into g(u) values('œ'),('oe');
-- | error ER_DUP_ENTRY Duplicate entry 'oe' for key 'g.u'
insert into g(a) values('😁');
-- | error ER_DUP_ENTRY Duplicate entry '?' for key 'g.a'
create table bi(b binary(3) unique, t tinytext);
-- | ok
insert into bi(b) values('a');
-- | ok, 1 row
insert into bi(b) values(x'6100');
-- | error ER_DUP_ENTRY Duplicate entry 'a' for key 'bi.b'
set sql_mode=default;
-- | ok
insert into bi(t) values(repeat('x',256));
-- | error ER_DATA_TOO_LONG Data too long for column 't' at row 1
