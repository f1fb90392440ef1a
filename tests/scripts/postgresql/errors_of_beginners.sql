-- Which errors do common mistakes around upserts get? Compared with PostgreSQL 18.6 (PGlite).

-- @dialect postgresql
CREATE TABLE items(id int PRIMARY KEY, sku text UNIQUE, qty int DEFAULT 0, price numeric(8,2), upd timestamptz);
-- | ok (CREATE TABLE)
INSERT INTO items VALUES (1, 'a', 5, 9.999, NULL), (2, 'b', NULL, 1e3, NULL);
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO items VALUES (3, 'c', 1, 1234567.89, NULL);
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 8, scale 2 must round to an absolute value less than 10^6.
SELECT * FROM items;
-- | id | sku | qty | price | upd
-- | 1 | 'a' | 5 | 10.00 | NULL
-- | 2 | 'b' | NULL | 1000.00 | NULL
-- | ok (SELECT 2)
INSERT INTO items (id, sku) VALUES (1, 'a') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO items (id, sku) VALUES (1, 'zz') ON CONFLICT (sku) DO NOTHING;
-- | error 23505 duplicate key value violates unique constraint "items_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO items (id, sku) VALUES (9, 'a') ON CONFLICT (id) DO NOTHING;
-- | error 23505 duplicate key value violates unique constraint "items_sku_key"
-- |   detail: Key (sku)=(a) already exists.
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (id) DO UPDATE SET (qty, price) = (excluded.qty, DEFAULT) RETURNING *;
-- | id | sku | qty | price | upd
-- | 1 | 'a' | 7 | NULL | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (id) DO UPDATE SET (qty, price) = ROW(excluded.qty + items.qty, 3) RETURNING *;
-- | id | sku | qty | price | upd
-- | 1 | 'a' | 14 | 3.00 | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (id) DO UPDATE SET (qty, price) = (SELECT max(i.qty), 5 FROM items i) RETURNING *;
-- | id | sku | qty | price | upd
-- | 1 | 'a' | 14 | 5.00 | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (id) DO UPDATE SET qty = qty + 1;
-- | error 42702 column reference "qty" is ambiguous
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (id) DO UPDATE SET items.qty = 1;
-- | error 42703 column "items" of relation "items" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (id) DO UPDATE SET nope = 1;
-- | error 42703 column "nope" of relation "items" does not exist
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (nope) DO NOTHING;
-- | error 42703 column "nope" does not exist
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (qty) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT DO UPDATE SET qty = 1;
-- | error 42601 ON CONFLICT DO UPDATE requires inference specification or constraint name
-- |   hint: For example, ON CONFLICT (column_name).
INSERT INTO items (id, sku, qty) VALUES (1, 'a', 7) ON CONFLICT (id, sku) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO items (id, sku) VALUES (1, 'a', 7);
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO items (id, sku, qty) VALUES (1, 'a');
-- | error 42601 INSERT has more target columns than expressions
INSERT INTO items (id, id) VALUES (1, 2);
-- | error 42701 column "id" specified more than once
INSERT INTO items VALUES ('x', 'a');
-- | error 22P02 invalid input syntax for type integer: "x"
INSERT INTO items VALUES (1.5, 'q');
-- | error 23505 duplicate key value violates unique constraint "items_pkey"
-- |   detail: Key (id)=(2) already exists.
INSERT INTO items VALUES (99999999999, 'q');
-- | error 22003 integer out of range
INSERT INTO items VALUES (10, 5);
-- | ok, 1 row (INSERT 0 1)
INSERT INTO items VALUES (11, 'n', 'abc');
-- | error 22P02 invalid input syntax for type integer: "abc"
INSERT INTO items VALUES (11, 'n', '12');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO items (id, upd) VALUES (12, 'yesterday-ish');
-- | error 22007 invalid input syntax for type timestamp with time zone: "yesterday-ish"
INSERT INTO items (id, upd) VALUES (12, '2024-13-01');
-- | error 22008 date/time field value out of range: "2024-13-01"
-- |   hint: Perhaps you need a different "DateStyle" setting.
INSERT INTO items SELECT 1, 'a' UNION ALL SELECT 2, 'b' ON CONFLICT (id) DO UPDATE SET qty = items.qty RETURNING id, old.qty, new.qty;
-- | id | qty | qty
-- | 1 | 14 | 14
-- | 2 | NULL | NULL
-- | ok, 2 rows (INSERT 0 2)
UPDATE items SET id = 1 WHERE id = 2;
-- | error 23505 duplicate key value violates unique constraint "items_pkey"
-- |   detail: Key (id)=(1) already exists.
UPDATE items SET id = id + 1;
-- | error 23505 duplicate key value violates unique constraint "items_pkey"
-- |   detail: Key (id)=(11) already exists.
UPDATE items SET sku = 'a' WHERE sku <> 'a';
-- | error 23505 duplicate key value violates unique constraint "items_sku_key"
-- |   detail: Key (sku)=(a) already exists.
UPDATE items SET qty = 'x';
-- | error 22P02 invalid input syntax for type integer: "x"
UPDATE items SET nope = 1;
-- | error 42703 column "nope" of relation "items" does not exist
UPDATE nope SET a = 1;
-- | error 42P01 relation "nope" does not exist
UPDATE items SET qty = 1 FROM items;
-- | error 42712 table name "items" specified more than once
UPDATE items SET qty = o.qty FROM items o WHERE o.id = items.id + 1 RETURNING items.id, items.qty, o.id;
-- | id | qty | id
-- | 10 | 12 | 11
-- | 1 | NULL | 2
-- | ok, 2 rows (UPDATE 2)
DELETE FROM items WHERE nope = 1;
-- | error 42703 column "nope" does not exist
DELETE FROM items USING items o WHERE o.id = items.id AND o.qty > 5 RETURNING items.*;
-- | id | sku | qty | price | upd
-- | 11 | 'n' | 12 | NULL | NULL
-- | 10 | '5' | 12 | NULL | NULL
-- | ok, 2 rows (DELETE 2)
SELECT id, count(*) FROM items;
-- | error 42803 column "items.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT * FROM items WHERE count(*) > 1;
-- | error 42803 aggregate functions are not allowed in WHERE
SELECT sku FROM items GROUP BY qty;
-- | error 42803 column "items.sku" must appear in the GROUP BY clause or be used in an aggregate function
SELECT nope FROM items;
-- | error 42703 column "nope" does not exist
SELECT items.nope FROM items i;
-- | error 42P01 invalid reference to FROM-clause entry for table "items"
-- |   hint: Perhaps you meant to reference the table alias "i".
SELECT * FROM items i JOIN items j USING (nope);
-- | error 42703 column "nope" specified in USING clause does not exist in left table
SELECT id FROM items a, items b;
-- | error 42702 column reference "id" is ambiguous
SELECT * FROM items ORDER BY 9;
-- | error 42P10 ORDER BY position 9 is not in select list
SELECT 'a' + 1;
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT 1 + true;
-- | error 42883 operator does not exist: integer + boolean
-- |   hint: No operator matches the given name and argument types. You might need to add explicit type casts.
SELECT 1 = 'a';
-- | error 22P02 invalid input syntax for type integer: "a"
SELECT nofunc(1);
-- | error 42883 function nofunc(integer) does not exist
-- |   hint: No function matches the given name and argument types. You might need to add explicit type casts.
SELECT 1/0;
-- | error 22012 division by zero
SELECT CAST('abc' AS int);
-- | error 22P02 invalid input syntax for type integer: "abc"
SELECT '5'::int + '6';
-- | ?column?
-- | 11
-- | ok (SELECT 1)
SELEC 1;
-- | error 42601 syntax error at or near "SELEC"
SELECT * FORM items;
-- | error 42601 syntax error at or near "FORM"
INSERT INTO items VALUES (1, 'a';
-- | error 42601 syntax error at or near ";"
INSERT INTO items VALUE (1);
-- | error 42601 syntax error at or near "VALUE"
INSERT items VALUES (1);
-- | error 42601 syntax error at or near "items"
UPDATE items WHERE id = 1;
-- | error 42601 syntax error at or near "WHERE"
DELETE items;
-- | error 42601 syntax error at or near "items"
CREATE TABLE x (id int primary key auto_increment);
-- | error 42601 syntax error at or near "auto_increment"
CREATE TABLE x (id int, PRIMARY KEY id);
-- | error 42601 syntax error at or near "id"
INSERT OR IGNORE INTO items VALUES (1);
-- | error 42601 syntax error at or near "OR"
REPLACE INTO items VALUES (1, 'a');
-- | error 42601 syntax error at or near "REPLACE"
INSERT INTO items VALUES (1, 'a') ON DUPLICATE KEY UPDATE qty = 1;
-- | error 42601 syntax error at or near "DUPLICATE"
INSERT IGNORE INTO items VALUES (1, 'a');
-- | error 42601 syntax error at or near "IGNORE"
SELECT "a" FROM items;
-- | error 42703 column "a" does not exist
SELECT * FROM items LIMIT 1, 2;
-- | error 42601 LIMIT #,# syntax is not supported
-- |   hint: Use separate LIMIT and OFFSET clauses.
CREATE TABLE items (id int);
-- | error 42P07 relation "items" already exists
CREATE TABLE IF NOT EXISTS items (id int);
-- | NOTICE 42P07 relation "items" already exists, skipping
-- | ok (CREATE TABLE)
DROP TABLE nope;
-- | error 42P01 table "nope" does not exist
DROP TABLE IF EXISTS nope;
-- | NOTICE 00000 table "nope" does not exist, skipping
-- | ok (DROP TABLE)
CREATE INDEX items_sku_key ON items(qty);
-- | error 42P07 relation "items_sku_key" already exists
CREATE INDEX IF NOT EXISTS items_sku_key ON items(qty);
-- | NOTICE 42P07 relation "items_sku_key" already exists, skipping
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX dup ON items((qty IS NULL));
-- | error 23505 could not create unique index "dup"
-- |   detail: Key ((qty IS NULL))=(t) is duplicated.
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- | ok (CREATE TYPE)
SELECT enum_range(NULL::mood)::text, enum_first(NULL::mood)::text, enum_last('ok'::mood)::text;
-- | enum_range | enum_first | enum_last
-- | '{sad,ok,happy}' | 'sad' | 'happy'
-- | ok (SELECT 1)
SELECT unnest(enum_range(NULL::mood))::text;
-- | unnest
-- | 'sad'
-- | 'ok'
-- | 'happy'
-- | ok (SELECT 3)
