-- Functions of times and dates, and comparisons of one with the other. Compared with MariaDB 10.11, which has no
-- offsets in literals ("Date and Time Literals" of MySQL 8.4: 8.0.19 and later) and says of MAKETIME what is wrong.
-- @dialect mysql
select addtime('2007-12-31 23:59:59.999999', '1 1:1:1.000002'), addtime('10:00:00', '1:0'), subtime('01:00:00', '02:00:00');
-- | addtime('2007-12-31 23:59:59.999999', '1 1:1:1.000002') | addtime('10:00:00', '1:0') | subtime('01:00:00', '02:00:00')
-- | '2008-01-02 01:01:01.000001' | '11:00:00' | '-01:00:00'
-- | ok
select timediff('2000-01-01 00:00:00', '2000-01-01 00:00:00.000001'), timediff('10:00', '09:30:00');
-- | timediff('2000-01-01 00:00:00', '2000-01-01 00:00:00.000001') | timediff('10:00', '09:30:00')
-- | '-00:00:00.000001' | '00:30:00'
-- | ok
select maketime(12, 15, 30), maketime(12, 61, 0), maketime(-1, 2, 3.5), timestamp('2003-12-31', '12:00:00');
-- | maketime(12, 15, 30) | maketime(12, 61, 0) | maketime(-1, 2, 3.5) | timestamp('2003-12-31', '12:00:00')
-- | '12:15:30' | NULL | '-01:02:03.5' | '2003-12-31 12:00:00'
-- | ok
select makedate(2011, 32), makedate(24, 366), from_days(730669), from_days(1), to_seconds('2009-11-29 13:43:32');
-- | makedate(2011, 32) | makedate(24, 366) | from_days(730669) | from_days(1) | to_seconds('2009-11-29 13:43:32')
-- | '2011-02-01' | '2024-12-31' | '2000-07-03' | '0000-00-00' | 63426721412
-- | ok
select yearweek('1987-01-01'), yearweek('2024-12-31', 1), yearweek('2023-01-01', 3), week('2008-02-20', 0);
-- | yearweek('1987-01-01') | yearweek('2024-12-31', 1) | yearweek('2023-01-01', 3) | week('2008-02-20', 0)
-- | 198652 | 202501 | 202252 | 7
-- | ok
select period_add(200801, 2), period_diff(200802, 200703);
-- | period_add(200801, 2) | period_diff(200802, 200703)
-- | 200803 | 11
-- | ok
select period_add(13, 1);
-- | error ER_WRONG_ARGUMENTS Incorrect arguments to period_add
select convert_tz('2004-01-01 12:00:00', '+00:00', '+10:00'), convert_tz('2004-01-01 12:00:00', '+05:30', '-03:00');
-- | convert_tz('2004-01-01 12:00:00', '+00:00', '+10:00') | convert_tz('2004-01-01 12:00:00', '+05:30', '-03:00')
-- | '2004-01-01 22:00:00' | '2004-01-01 03:30:00'
-- | ok
select char(77, 121, 83, 81, '76'), char(null, 66), hex(char(256)), ord('A'), ord('é'), inet_aton('10.0.5.9'), inet_ntoa(167773449);
-- | char(77, 121, 83, 81, '76') | char(null, 66) | hex(char(256)) | ord('A') | ord('é') | inet_aton('10.0.5.9') | inet_ntoa(167773449)
-- | x'4d7953514c' | x'42' | '0100' | 65 | 50089 | 167773449 | '10.0.5.9'
-- | ok
create table t(id int auto_increment primary key, d date, dt datetime);
-- | ok
insert into t(d) values ('2024-01-05x');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect date value: '2024-01-05x' for column 'd' at row 1
insert into t(dt) values ('2024-01-05 10:00x');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: '2024-01-05 10:00x' for column 'dt' at row 1
insert ignore into t(d) values ('2024-01-05x');
-- | Warning WARN_DATA_TRUNCATED Data truncated for column 'd' at row 1
-- | ok, 1 row
insert into t(d, dt) values ('2024-01-05', '2024-01-05 12:00:00+02:00');
-- | ok, 1 row
insert into t(dt) values ('2024-01-05 12:00:00-00:00');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: '2024-01-05 12:00:00-00:00' for column 'dt' at row 1
insert into t(dt) values ('2024-01-05T12:00:00Z');
-- | error ER_TRUNCATED_WRONG_VALUE Incorrect datetime value: '2024-01-05T12:00:00Z' for column 'dt' at row 1
select * from t;
-- | id | d | dt
-- | 1 | '2024-01-05' | NULL
-- | 2 | '2024-01-05' | '2024-01-05 10:00:00'
-- | ok
select d < time '10:00:00', dt = cast('10:00:00' as time) from t;
-- | d < time '10:00:00' | dt = cast('10:00:00' as time)
-- | 1 | NULL
-- | 1 | 0
-- | ok
select 1e-7, 1e-15, 1e-16, 1e15, 1234567890123456.5e0;
-- | 1e-7 | 1e-15 | 1e-16 | 1e15 | 1234567890123456.5e0
-- | 1e-7 | 1e-15 | 1e-16 | 1000000000000000.0 | 1234567890123456.5
-- | ok
