-- BIT columns: numbers that are shown as bytes; a text is the bytes that it is written with ("Bit-Value Type -
-- BIT"; compared with MariaDB 10.11).
-- @dialect mysql
create table t(id int primary key, a bit not null default b'0', b bit(4) unique, c bit(12) default 5, d bit(64));
-- | ok
show create table t;
-- | Table | Create Table
-- | 't' | 'CREATE TABLE `t` (\n  `id` int NOT NULL,\n  `a` bit(1) NOT NULL DEFAULT b''0'',\n  `b` bit(4) DEFAULT NULL,\n  `c` bit(12) DEFAULT b''101'',\n  `d` bit(64) DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `b` (`b`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
show columns from t;
-- | Field | Type | Null | Key | Default | Extra
-- | 'id' | 'int' | 'NO' | 'PRI' | NULL | ''
-- | 'a' | 'bit(1)' | 'NO' | '' | 'b''0''' | ''
-- | 'b' | 'bit(4)' | 'YES' | 'UNI' | NULL | ''
-- | 'c' | 'bit(12)' | 'YES' | '' | 'b''101''' | ''
-- | 'd' | 'bit(64)' | 'YES' | '' | NULL | ''
-- | ok
insert into t values (1, b'1', b'101', 5, 1), (2, 0, 2, b'111111111111', 18446744073709551615), (3, true, null, 0xff, x'41');
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select id, a, b + 0, bin(b), hex(c), d + 0, d - 1 from t;
-- | id | a | b + 0 | bin(b) | hex(c) | d + 0 | d - 1
-- | 1 | x'01' | 5 | '101' | '5' | 1 | 0
-- | 2 | x'00' | 2 | '10' | 'FFF' | 18446744073709551615 | 18446744073709551614
-- | 3 | x'01' | NULL | NULL | 'FF' | 65 | 64
-- | ok
insert into t(id, a) values (4, 2);
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
insert into t(id, a) values (4, '1');
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
insert into t(id, a) values (5, -1);
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
insert into t(id, b) values (8, 5);
-- | error ER_DUP_ENTRY Duplicate entry '\x05' for key 't.b'
insert ignore into t(id, a, b) values (6, null, 99), (7, '1', '5');
-- | Warning ER_BAD_NULL_ERROR Column 'a' cannot be null
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'b' at row 1
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'a' at row 2
-- | Warning ER_WARN_DATA_OUT_OF_RANGE Out of range value for column 'b' at row 2
-- | Warning ER_DUP_ENTRY Duplicate entry '\x0F' for key 't.b'
-- | ok, 1 row (Records: 2  Duplicates: 1  Warnings: 5)
insert into t(id, b) values (9, b'101') on duplicate key update b = b + 1, a = not a;
-- | ok, 2 rows
replace into t(id, b) values (9, 2);
-- | ok, 2 rows
select id, a + 0, b + 0, c + 0 from t order by id;
-- | id | a + 0 | b + 0 | c + 0
-- | 1 | 0 | 6 | 5
-- | 3 | 1 | NULL | 255
-- | 6 | 0 | 15 | 5
-- | 9 | 0 | 2 | 5
-- | ok
select id from t where a order by id;
-- | id
-- | 3
-- | ok
select id from t where a = b'1' and not b in (1, 5) order by id;
-- | id
-- | ok
select id, if(a, 'y', 'n'), case a when 1 then 'one' else 'zero' end, ifnull(b, 0), b & 4, ~a, cast(b as unsigned) from t order by id;
-- | id | if(a, 'y', 'n') | case a when 1 then 'one' else 'zero' end | ifnull(b, 0) | b & 4 | ~a | cast(b as unsigned)
-- | 1 | 'n' | 'zero' | 6 | 4 | 18446744073709551615 | 6
-- | 3 | 'y' | 'one' | 0 | NULL | 18446744073709551614 | NULL
-- | 6 | 'n' | 'zero' | 15 | 4 | 18446744073709551615 | 15
-- | 9 | 'n' | 'zero' | 2 | 0 | 18446744073709551615 | 2
-- | ok
select sum(a), avg(b), max(b), bit_or(b), count(b) from t;
-- | sum(a) | avg(b) | max(b) | bit_or(b) | count(b)
-- | 1 | 7.6667 | 15 | 15 | 3
-- | ok
update t set a = a ^ 1, c = c | 1;
-- | ok, 4 rows (Rows matched: 4  Changed: 4  Warnings: 0)
update t set a = 3 where id = 1;
-- | error ER_DATA_TOO_LONG Data too long for column 'a' at row 1
create table u(x int, y varchar(5), z bit(8));
-- | ok
insert into u select a, a, b from t where id = 6;
-- | ok, 1 row (Records: 1  Duplicates: 0  Warnings: 0)
select * from u;
-- | x | y | z
-- | 1 | '1' | x'0f'
-- | ok
select concat(b) from t;
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: BIT as bytes in concat
alter table t modify a tinyint;
-- | ok (Records: 4  Duplicates: 0  Warnings: 0)
select id, a from t;
-- | id | a
-- | 1 | 1
-- | 3 | 0
-- | 6 | 1
-- | 9 | 1
-- | ok
create table m(u bigint unsigned);
-- | ok
insert into m values (18446744073709551615);
-- | ok, 1 row
select u + 0, u - 1, u * 1 from m;
-- | u + 0 | u - 1 | u * 1
-- | 18446744073709551615 | 18446744073709551614 | 18446744073709551615
-- | ok
create view ex as select id, b + 1 as b1 from t;
-- | ok
update ex set b1 = 5;
-- | error ER_NONUPDATEABLE_COLUMN Column 'b1' is not updatable
insert into ex(b1) values (5);
-- | error ER_NON_INSERTABLE_TABLE The target table ex of the INSERT is not insertable-into
create table w(a bit(65));
-- | error ER_TOO_BIG_DISPLAYWIDTH Display width out of range for column 'a' (max = 64)
create table w(a bit(0));
-- | error ER_INVALID_FIELD_SIZE Invalid size for column 'a'.
create table w(a varchar(99999999999));
-- | error ER_TOO_BIG_DISPLAYWIDTH Display width out of range for column 'a' (max = 4294967295)
create table w(a varchar(16384));
-- | error ER_TOO_BIG_FIELDLENGTH Column length too big for column 'a' (max = 16383); use BLOB or TEXT instead
create table w(a binary(256));
-- | error ER_TOO_BIG_FIELDLENGTH Column length too big for column 'a' (max = 255); use BLOB or TEXT instead
create table w(a varbinary(65536));
-- | error ER_TOO_BIG_FIELDLENGTH Column length too big for column 'a' (max = 65535); use BLOB or TEXT instead
create table w(a int(256));
-- | error ER_TOO_BIG_DISPLAYWIDTH Display width out of range for column 'a' (max = 255)
create table w(a float(54));
-- | error ER_WRONG_FIELD_SPEC Incorrect column specifier for column 'a'
create table w(a float(53), b int(255), c varbinary(65000), d blob(70000), e enum('a'));
-- | ok
select bin(u), oct(u), bit_count(u), ~u, ~0, ~5 from m;
-- | bin(u) | oct(u) | bit_count(u) | ~u | ~0 | ~5
-- | '1111111111111111111111111111111111111111111111111111111111111111' | '1777777777777777777777' | 64 | 0 | 18446744073709551615 | 18446744073709551610
-- | ok
