-- JSON columns and functions, unique keys over them; values as MariaDB 10.11 gives them, the order of keys,
-- errors, `->` and functional keys as the manual has them ("The JSON Data Type", "JSON Functions").
-- @dialect mysql
create table t(id int primary key, j json, name varchar(20) as (j->>'$.name') stored unique);
-- | ok
insert into t(id,j) values(1,'{"name": "ann", "age": 30, "tags": ["a","b"]}');
-- | ok, 1 row
insert into t(id,j) values(2,'{"age":5,"name":"ann"}');
-- | error ER_DUP_ENTRY Duplicate entry 'ann' for key 't.name'
insert into t(id,j) values(2,'{"name":"ann"}') on duplicate key update j=json_set(t.j,'$.age',31,'$.new','v');
-- | ok, 2 rows
insert into t(id,j) values(3,'not json');
-- | error ER_INVALID_JSON_TEXT Invalid JSON text: "Invalid value." at position 1 in value for column 't.j'.
insert into t(id,j) values(3,null),(4,'[1,2,3]'),(5,'"str"');
-- | ok, 3 rows (Records: 3  Duplicates: 0  Warnings: 0)
select * from t;
-- | id | j | name
-- | 1 | '{"age": 31, "new": "v", "name": "ann", "tags": ["a", "b"]}' | 'ann'
-- | 3 | NULL | NULL
-- | 4 | '[1, 2, 3]' | NULL
-- | 5 | '"str"' | NULL
-- | ok
select id, json_type(j), json_length(j), json_keys(j), j->'$[1]', j->>'$.tags[last]' from t;
-- | id | json_type(j) | json_length(j) | json_keys(j) | j->'$[1]' | j->>'$.tags[last]'
-- | 1 | 'OBJECT' | 4 | '["age", "new", "name", "tags"]' | NULL | 'b'
-- | 3 | NULL | NULL | NULL | NULL | NULL
-- | 4 | 'ARRAY' | 3 | NULL | '2' | NULL
-- | 5 | 'STRING' | 1 | NULL | NULL | NULL
-- | ok
select json_object('a',1,'b','x','c',null,'d',json_array(1,'2',null)), json_array(), json_quote('a"b');
-- | json_object('a',1,'b','x','c',null,'d',json_array(1,'2',null)) | json_array() | json_quote('a"b')
-- | '{"a": 1, "b": "x", "c": null, "d": [1, "2", null]}' | '[]' | '"a\"b"'
-- | ok
select json_set('{"a":1}','$.b',2), json_insert('{"a":1}','$.a',5), json_replace('{"a":1}','$.a',5), json_remove('{"a":1,"b":2}','$.a'), json_array_append('[1]','$',2);
-- | json_set('{"a":1}','$.b',2) | json_insert('{"a":1}','$.a',5) | json_replace('{"a":1}','$.a',5) | json_remove('{"a":1,"b":2}','$.a') | json_array_append('[1]','$',2)
-- | '{"a": 1, "b": 2}' | '{"a": 1}' | '{"a": 5}' | '{"b": 2}' | '[1, 2]'
-- | ok
select json_contains('[1,2,3]','2'), json_valid('x'), json_extract('{"a":1}','$.b');
-- | json_contains('[1,2,3]','2') | json_valid('x') | json_extract('{"a":1}','$.b')
-- | 1 | 0 | NULL
-- | ok
select id from t where j->'$.name'='ann' and j->'$.age'>30;
-- | id
-- | 1
-- | ok
select json_extract('{"a":1}','a');
-- | error ER_INVALID_JSON_PATH Invalid JSON path expression. The error is around character position 0.
create table u(id int primary key, j json, unique key f ((cast(j->>'$.k' as char(10)))));
-- | ok
insert into u values(1,'{"k":"a"}');
-- | ok, 1 row
insert into u values(2,'{"k":"a"}');
-- | error ER_DUP_ENTRY Duplicate entry 'a' for key 'u.f'
show create table u;
-- | Table | Create Table
-- | 'u' | 'CREATE TABLE `u` (\n  `id` int NOT NULL,\n  `j` json DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  UNIQUE KEY `f` ((cast(json_unquote(json_extract(`j`,_utf8mb4''$.k'')) as char(10) charset utf8mb4)))\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
create table v(j json unique);
-- | error ER_JSON_USED_AS_KEY JSON column 'j' supports indexing only via generated columns on a specified JSON path.
