-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE t(id int, b text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES(1,'a b'),(2,NULL);
-- | ok, 2 rows (INSERT 0 2)
SELECT ROW(1,'a',NULL);
-- | row
-- | '(1,a,)'
-- | ok (SELECT 1)
SELECT t FROM t;
-- | t
-- | '(1,"a b")'
-- | '(2,)'
-- | ok (SELECT 2)
SELECT (t).id FROM t;
-- | id
-- | 1
-- | 2
-- | ok (SELECT 2)
SELECT t::text FROM t;
-- | t
-- | '(1,"a b")'
-- | '(2,)'
-- | ok (SELECT 2)
SELECT row(1,2)=row(1,2);
-- | ?column?
-- | true
-- | ok (SELECT 1)
SELECT count(t) FROM t;
-- | count
-- | 2
-- | ok (SELECT 1)
SELECT array_agg(t) FROM t;
-- | array_agg
-- | {"(1,\"a b\")","(2,)"}
-- | ok (SELECT 1)
SELECT json_agg(t) FROM t;
-- | json_agg
-- | '[{"id":1,"b":"a b"}, \n {"id":2,"b":null}]'
-- | ok (SELECT 1)
SELECT t IS NULL, t IS NOT NULL, (t) IS NULL FROM t;
-- | ?column? | ?column? | ?column?
-- | false | true | false
-- | false | false | false
-- | ok (SELECT 2)
SELECT to_json(t) FROM t;
-- | to_json
-- | '{"id":1,"b":"a b"}'
-- | '{"id":2,"b":null}'
-- | ok (SELECT 2)
SELECT x FROM (SELECT 1 a, 'z' b) x;
-- | x
-- | '(1,z)'
-- | ok (SELECT 1)
SELECT ROW(t.*) FROM t;
-- | row
-- | '(1,"a b")'
-- | '(2,)'
-- | ok (SELECT 2)
SELECT ROW(t.*,3) FROM t;
-- | row
-- | '(1,"a b",3)'
-- | '(2,,3)'
-- | ok (SELECT 2)
SELECT 'x'||t FROM t;
-- | ?column?
-- | 'x(1,"a b")'
-- | 'x(2,)'
-- | ok (SELECT 2)
SELECT format('%s',t) FROM t;
-- | format
-- | '(1,"a b")'
-- | '(2,)'
-- | ok (SELECT 2)
SELECT md5(t::text) FROM t;
-- | md5
-- | 'c030e74c1c72c0d7842287c0b50a36dd'
-- | '58e78e1b34eb49a68c65b54815d1b158'
-- | ok (SELECT 2)
SELECT DISTINCT t FROM t ORDER BY t;
-- | t
-- | '(1,"a b")'
-- | '(2,)'
-- | ok (SELECT 2)
INSERT INTO t VALUES(3,'c') RETURNING t;
-- | t
-- | '(3,c)'
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET b='q' WHERE id=1 RETURNING old, new;
-- | old | new
-- | '(1,"a b")' | '(1,q)'
-- | ok, 1 row (UPDATE 1)
UPDATE t SET b='q' WHERE id=1 RETURNING (old IS NULL), old IS NOT NULL, (old = new);
-- | ?column? | ?column? | ?column?
-- | false | true | true
-- | ok, 1 row (UPDATE 1)

-- @dialect postgresql
CREATE TABLE t(id int PRIMARY KEY, a text UNIQUE, b text);
-- | ok (CREATE TABLE)
INSERT INTO t VALUES(1,'x','one'),(2,'y','two');
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES(1,'z','n') ON CONFLICT(id) DO UPDATE SET a=excluded.a RETURNING old.*, new.*;
-- | id | a | b | id | a | b
-- | 1 | 'x' | 'one' | 1 | 'z' | 'one'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(1,'q','n'),(7,'r','m') ON CONFLICT(id) DO UPDATE SET a=excluded.a RETURNING old.id AS oid, old.a oa, new.a na, (old IS NULL) ins;
-- | oid | oa | na | ins
-- | 1 | 'z' | 'q' | false
-- | NULL | NULL | 'r' | true
-- | ok, 2 rows (INSERT 0 2)
INSERT INTO t VALUES(1,'q','n'),(8,'r2','m') ON CONFLICT(id) DO UPDATE SET a=excluded.a WHERE t.b='nope' RETURNING WITH (OLD AS o, NEW AS n) o.id, n.id, n.a;
-- | id | id | a
-- | NULL | 8 | 'r2'
-- | ok, 1 row (INSERT 0 1)
UPDATE t SET b=b||'!' RETURNING old.b, new.b, b;
-- | b | b | b
-- | 'two' | 'two!' | 'two!'
-- | 'one' | 'one!' | 'one!'
-- | 'm' | 'm!' | 'm!'
-- | 'm' | 'm!' | 'm!'
-- | ok, 4 rows (UPDATE 4)
DELETE FROM t WHERE id=7 RETURNING old.*, new.*;
-- | id | a | b | id | a | b
-- | 7 | 'r' | 'm!' | NULL | NULL | NULL
-- | ok, 1 row (DELETE 1)
DELETE FROM t WHERE id=8 RETURNING old, new, t;
-- | old | new | t
-- | '(8,r2,m!)' | NULL | '(8,r2,m!)'
-- | ok, 1 row (DELETE 1)
INSERT INTO t VALUES(3,'y','bad') ON CONFLICT(id) DO UPDATE SET a='x';
-- | error 23505 duplicate key value violates unique constraint "t_a_key"
-- |   detail: Key (a)=(y) already exists.
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET a='q';
-- | error 23505 duplicate key value violates unique constraint "t_a_key"
-- |   detail: Key (a)=(q) already exists.
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET id=1;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(1) already exists.
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET a=excluded.a, a='q';
-- | error 42601 multiple assignments to same column "a"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET (a,b)=(SELECT excluded.a, t.b||'/'||excluded.b) RETURNING *;
-- | id | a | b
-- | 2 | 'w' | 'two!/bad'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET (a,b)=ROW('ww','bb') RETURNING *;
-- | id | a | b
-- | 2 | 'ww' | 'bb'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET (a,b)=('ww') RETURNING *;
-- | error 0A000 source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET (a,b)=(SELECT 'x') RETURNING *;
-- | error 42601 number of columns does not match number of values
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET (a)=ROW('x1') RETURNING *;
-- | id | a | b
-- | 2 | 'x1' | 'bb'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=(SELECT max(b) FROM t) RETURNING *;
-- | id | a | b
-- | 2 | 'x1' | 'one!'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=count(*);
-- | error 42803 aggregate functions are not allowed in UPDATE
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=row_number() over ();
-- | error 42P20 window functions are not allowed in UPDATE
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) WHERE id>0 DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) WHERE count(*)>0 DO NOTHING;
-- | error 42803 aggregate functions are not allowed in index predicates
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) WHERE id=(SELECT 1) DO NOTHING;
-- | error 0A000 cannot use subquery in index predicate
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT((id)) DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT((id+0)) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id DESC) DO NOTHING;
-- | error 42P10 ASC/DESC is not allowed in ON CONFLICT clause
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id NULLS FIRST) DO NOTHING;
-- | error 42P10 NULLS FIRST/LAST is not allowed in ON CONFLICT clause
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id int4_ops) DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id nope_ops) DO NOTHING;
-- | error 42704 operator class "nope_ops" does not exist for access method "btree"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(a text_ops) DO NOTHING;
-- | error 23505 duplicate key value violates unique constraint "t_pkey"
-- |   detail: Key (id)=(2) already exists.
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(a text_pattern_ops) DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(a COLLATE nope) DO NOTHING;
-- | error 42704 collation "nope" for encoding "UTF8" does not exist
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id COLLATE "C") DO NOTHING;
-- | error 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT() DO NOTHING;
-- | error 42601 syntax error at or near ")"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(nope) DO NOTHING;
-- | error 42703 column "nope" does not exist
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(t.id) DO NOTHING;
-- | error 42601 syntax error at or near ")"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO DELETE;
-- | error 42601 syntax error at or near "DELETE"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO SELECT;
-- | error 42601 syntax error at or near "SELECT"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE t SET b='x';
-- | error 42601 syntax error at or near "t"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO NOTHING ON CONFLICT(a) DO NOTHING;
-- | error 42601 syntax error at or near "ON"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT DO UPDATE SET b='x';
-- | error 42601 ON CONFLICT DO UPDATE requires inference specification or constraint name
-- |   hint: For example, ON CONFLICT (column_name).
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b='x' WHERE excluded.nope=1;
-- | error 42703 column excluded.nope does not exist
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=nope.b;
-- | error 42P01 missing FROM-clause entry for table "nope"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET nope=1;
-- | error 42703 column "nope" of relation "t" does not exist
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET t.b=1;
-- | error 42703 column "t" of relation "t" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=1 WHERE 'x';
-- | error 22P02 invalid input syntax for type boolean: "x"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=1 WHERE t.b;
-- | error 42804 argument of WHERE must be type boolean, not type text
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET id='abc';
-- | error 22P02 invalid input syntax for type integer: "abc"
INSERT INTO t VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET id=t.b;
-- | error 42804 column "id" is of type integer but expression is of type text
-- |   hint: You will need to rewrite or cast the expression.
INSERT INTO t AS x VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=x.b||t.b;
-- | error 42P01 invalid reference to FROM-clause entry for table "t"
-- |   hint: Perhaps you meant to reference the table alias "x".
INSERT INTO t AS x VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=x.b||'+' RETURNING x.*, excluded.b;
-- | error 42P01 invalid reference to FROM-clause entry for table "excluded"
-- |   detail: There is an entry for table "excluded", but it cannot be referenced from this part of the query.
INSERT INTO t AS x VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=x.b||'+' RETURNING x.*;
-- | id | a | b
-- | 2 | 'x1' | 'one!+'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t AS x VALUES(2,'w','bad') ON CONFLICT(id) DO UPDATE SET b=x.b||'+' RETURNING t.*;
-- | error 42P01 invalid reference to FROM-clause entry for table "t"
-- |   hint: Perhaps you meant to reference the table alias "x".
INSERT INTO t AS x(id,b) VALUES(2,'w') ON CONFLICT(id) DO UPDATE SET a=excluded.a RETURNING *;
-- | id | a | b
-- | 2 | NULL | 'one!+'
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM t ORDER BY id;
-- | id | a | b
-- | 1 | 'q' | 'one!'
-- | 2 | NULL | 'one!+'
-- | ok (SELECT 2)
INSERT INTO t(id) VALUES(2) ON CONFLICT ON CONSTRAINT t_pkey DO UPDATE SET b=DEFAULT, a=DEFAULT RETURNING *;
-- | id | a | b
-- | 2 | NULL | NULL
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t(id,id) VALUES(2,3) ON CONFLICT DO NOTHING;
-- | error 42701 column "id" specified more than once
INSERT INTO t(id) VALUES(2,3) ON CONFLICT DO NOTHING;
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t(id,a) VALUES(2) ON CONFLICT DO NOTHING;
-- | error 42601 INSERT has more target columns than expressions
INSERT INTO t VALUES(2,'a','b','c') ON CONFLICT DO NOTHING;
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t SELECT 2,'a','b','c' ON CONFLICT DO NOTHING;
-- | error 42601 INSERT has more expressions than target columns
INSERT INTO t(id,a) VALUES(2,'a'),(3) ON CONFLICT DO NOTHING;
-- | error 42601 VALUES lists must all be the same length
INSERT INTO t DEFAULT VALUES ON CONFLICT DO NOTHING;
-- | error 23502 null value in column "id" of relation "t" violates not-null constraint
-- |   detail: Failing row contains (null, null, null).
INSERT INTO t DEFAULT VALUES ON CONFLICT(id) DO UPDATE SET id=1;
-- | error 23502 null value in column "id" of relation "t" violates not-null constraint
-- |   detail: Failing row contains (null, null, null).
INSERT INTO t TABLE t ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t (VALUES(2,'c','d')) ON CONFLICT(id) DO UPDATE SET b=excluded.b RETURNING b;
-- | b
-- | 'd'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t (SELECT 2,'c','d2' LIMIT 1) ON CONFLICT(id) DO UPDATE SET b=excluded.b RETURNING b;
-- | b
-- | 'd2'
-- | ok, 1 row (INSERT 0 1)
WITH s AS (SELECT 2 i,'c' c,'d3' d) INSERT INTO t SELECT * FROM s ON CONFLICT(id) DO UPDATE SET b=(SELECT d FROM s)||'w' RETURNING b;
-- | b
-- | 'd3w'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t WITH s AS (SELECT 2 i,'c' c,'d3' d) SELECT * FROM s ON CONFLICT(id) DO UPDATE SET b=excluded.b||'w2' RETURNING b;
-- | b
-- | 'd3w2'
-- | ok, 1 row (INSERT 0 1)
INSERT INTO t SELECT 2,'x','k' UNION ALL SELECT 2,'y','k' ON CONFLICT(id) DO UPDATE SET b=excluded.b;
-- | error 21000 ON CONFLICT DO UPDATE command cannot affect row a second time
-- |   hint: Ensure that no rows proposed for insertion within the same command have duplicate constrained values.
INSERT INTO t SELECT 2,'x','k' UNION ALL SELECT 2,'y','k' ON CONFLICT(id) DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO t SELECT 2,'x','k' UNION ALL SELECT 2,'y','k' ON CONFLICT(id) DO UPDATE SET b=excluded.b WHERE excluded.a='y';
-- | ok, 1 row (INSERT 0 1)
SELECT * FROM t ORDER BY id;
-- | id | a | b
-- | 1 | 'q' | 'one!'
-- | 2 | NULL | 'k'
-- | ok (SELECT 2)

-- @dialect postgresql
CREATE TABLE p(id int, v text);
-- | ok (CREATE TABLE)
SELECT (SELECT 1,2);
-- | error 42601 subquery must return only one column
SELECT 1 WHERE 1=(SELECT 1,2);
-- | error 42601 subquery must return only one column
SELECT 1 WHERE 1 IN (SELECT 1,2);
-- | error 42601 subquery has too many columns
UPDATE p SET v=(SELECT 1,2);
-- | error 42601 subquery must return only one column
UPDATE p SET v=((SELECT 1,2));
-- | error 42601 subquery must return only one column
UPDATE p SET v='a'||(SELECT 1,2);
-- | error 42601 subquery must return only one column
INSERT INTO p VALUES((SELECT 1,2));
-- | error 42601 subquery must return only one column
INSERT INTO p VALUES(1,(SELECT 1,2)) ON CONFLICT DO NOTHING;
-- | error 42601 subquery must return only one column
SELECT ARRAY(SELECT 1,2);
-- | error 42601 subquery must return only one column
SELECT EXISTS(SELECT 1,2);
-- | exists
-- | true
-- | ok (SELECT 1)
INSERT INTO p AS x VALUES(x.id);
-- | error 42P01 invalid reference to FROM-clause entry for table "x"
-- |   detail: There is an entry for table "x", but it cannot be referenced from this part of the query.
INSERT INTO p SELECT nope;
-- | error 42703 column "nope" does not exist
INSERT INTO p SELECT id;
-- | error 42703 column "id" does not exist
-- |   detail: There is a column named "id" in table "p", but it cannot be referenced from this part of the query.
INSERT INTO p SELECT i FROM (SELECT 1 i) q WHERE id=1;
-- | error 42703 column "id" does not exist
-- |   detail: There is a column named "id" in table "p", but it cannot be referenced from this part of the query.
INSERT INTO p SELECT p.id FROM (SELECT 1 i) q;
-- | error 42P01 invalid reference to FROM-clause entry for table "p"
-- |   detail: There is an entry for table "p", but it cannot be referenced from this part of the query.
INSERT INTO p(v) VALUES(old.id);
-- | error 42P01 missing FROM-clause entry for table "old"
INSERT INTO p(v) VALUES(excluded.id) ON CONFLICT DO NOTHING;
-- | error 42P01 missing FROM-clause entry for table "excluded"
