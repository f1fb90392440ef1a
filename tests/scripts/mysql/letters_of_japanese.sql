-- Kana, full-width and half-width forms, the Turkish i: which collide in a unique key. Compared with
-- MariaDB 10.11 (unicode_520_nopad_ci for utf8mb4_0900_ai_ci).
-- @dialect mysql
create table t(n int auto_increment primary key, s varchar(20) unique);
-- | ok
insert into t(s) values('はは'), ('Ａ１'), ('İz'), ('ｶﾞ');
-- | ok, 4 rows (Records: 4  Duplicates: 0  Warnings: 0)
insert into t(s) values('パパ');
-- | error ER_DUP_ENTRY Duplicate entry 'パパ' for key 't.s'
insert into t(s) values('a1');
-- | error ER_DUP_ENTRY Duplicate entry 'a1' for key 't.s'
insert into t(s) values('IZ');
-- | error ER_DUP_ENTRY Duplicate entry 'IZ' for key 't.s'
insert into t(s) values('か');
-- | error ER_DUP_ENTRY Duplicate entry 'か' for key 't.s'
insert into t(s) values('ハﾊ') on duplicate key update s = 'はは!';
-- | ok, 2 rows
insert ignore into t(s) values('ı'), ('i'), ('I');
-- | Warning ER_DUP_ENTRY Duplicate entry 'I' for key 't.s'
-- | ok, 2 rows (Records: 3  Duplicates: 1  Warnings: 1)
select * from t order by n;
-- | n | s
-- | 1 | 'はは!'
-- | 2 | 'Ａ１'
-- | 3 | 'İz'
-- | 4 | 'ｶﾞ'
-- | 10 | 'ı'
-- | 11 | 'i'
-- | ok
alter table t convert to character set utf8mb4 collate utf8mb4_general_ci;
-- | error ER_DUP_ENTRY Duplicate entry 'ı' for key 't.s'
insert ignore into t(s) values('カ'), ('ı'), ('İ');
-- | Warning ER_DUP_ENTRY Duplicate entry 'カ' for key 't.s'
-- | Warning ER_DUP_ENTRY Duplicate entry 'ı' for key 't.s'
-- | Warning ER_DUP_ENTRY Duplicate entry 'İ' for key 't.s'
-- | ok, 0 rows (Records: 3  Duplicates: 3  Warnings: 3)
select * from t order by n;
-- | n | s
-- | 1 | 'はは!'
-- | 2 | 'Ａ１'
-- | 3 | 'İz'
-- | 4 | 'ｶﾞ'
-- | 10 | 'ı'
-- | 11 | 'i'
-- | ok
create table b(s varchar(20) collate utf8mb4_bin unique);
-- | ok
insert into b values('は'), ('ハ'), ('ば');
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
