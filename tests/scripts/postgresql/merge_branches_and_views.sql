-- Compared statement by statement with PostgreSQL 18 (PGlite).
-- @dialect postgresql

CREATE TABLE acc(id int PRIMARY KEY, bal numeric(8,2) NOT NULL DEFAULT 0 CHECK(bal>=0), note text);
-- | ok (CREATE TABLE)
INSERT INTO acc VALUES(1,100),(2,50.5,'x'),(3,DEFAULT,'y');
-- | error 42601 VALUES lists must all be the same length
INSERT INTO acc VALUES(1,100,null),(2,50.5,'x'),(3,DEFAULT,'y');
-- | ok, 3 rows (INSERT 0 3)
MERGE INTO acc a USING (VALUES(1,-30),(2,10),(4,5)) s(id,d) ON a.id=s.id WHEN MATCHED AND a.bal+s.d<80 THEN UPDATE SET bal=a.bal+s.d WHEN MATCHED THEN DO NOTHING WHEN NOT MATCHED AND s.d>0 THEN INSERT VALUES(s.id,s.d,'new') RETURNING merge_action(), a.*, old.bal, new.bal;
-- | merge_action | id | bal | note | bal | bal
-- | 'UPDATE' | 1 | 70.00 | NULL | 100.00 | 70.00
-- | 'UPDATE' | 2 | 60.50 | 'x' | 50.50 | 60.50
-- | 'INSERT' | 4 | 5.00 | 'new' | NULL | 5.00
-- | ok (MERGE 3)
MERGE INTO acc a USING (VALUES(1,-300)) s(id,d) ON a.id=s.id WHEN MATCHED THEN UPDATE SET bal=a.bal+s.d;
-- | error 23514 new row for relation "acc" violates check constraint "acc_bal_check"
-- |   detail: Failing row contains (1, -230.00, null).
MERGE INTO acc a USING (VALUES(1,-300)) s(id,d) ON a.id=s.id WHEN MATCHED AND a.bal+s.d<0 THEN DELETE WHEN MATCHED THEN UPDATE SET bal=a.bal+s.d RETURNING merge_action(), old.id, new.id, s.d;
-- | merge_action | id | id | d
-- | 'DELETE' | 1 | NULL | -300
-- | ok (MERGE 1)
MERGE INTO acc a USING (VALUES(9,1),(9,2)) s(id,d) ON a.id=s.id WHEN NOT MATCHED THEN INSERT (id,bal) VALUES(s.id,s.d);
-- | error 23505 duplicate key value violates unique constraint "acc_pkey"
-- |   detail: Key (id)=(9) already exists.
MERGE INTO acc a USING (VALUES(2,1),(2,2)) s(id,d) ON a.id=s.id WHEN MATCHED THEN UPDATE SET bal=s.d;
-- | error 21000 MERGE command cannot affect row a second time
-- |   hint: Ensure that not more than one source row matches any one target row.
MERGE INTO acc a USING (VALUES(2,1),(2,2)) s(id,d) ON a.id=s.id WHEN MATCHED THEN DELETE;
-- | error 21000 MERGE command cannot affect row a second time
-- |   hint: Ensure that not more than one source row matches any one target row.
MERGE INTO acc a USING (VALUES(2,1),(2,2)) s(id,d) ON a.id=s.id WHEN MATCHED AND d=1 THEN DELETE;
-- | ok (MERGE 1)
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN NOT MATCHED BY SOURCE THEN UPDATE SET note='gone' WHEN MATCHED THEN UPDATE SET note='here' RETURNING merge_action(), acc.*;
-- | merge_action | id | bal | note
-- | 'UPDATE' | 3 | 0.00 | 'here'
-- | 'UPDATE' | 4 | 5.00 | 'gone'
-- | ok (MERGE 2)
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN NOT MATCHED BY SOURCE AND bal>4 THEN DELETE;
-- | ok (MERGE 1)
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN NOT MATCHED BY SOURCE AND s.id>4 THEN DELETE;
-- | error 42P01 invalid reference to FROM-clause entry for table "s"
-- |   detail: There is an entry for table "s", but it cannot be referenced from this part of the query.
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN NOT MATCHED BY TARGET AND acc.bal>4 THEN INSERT VALUES(1);
-- | error 42P01 invalid reference to FROM-clause entry for table "acc"
-- |   detail: There is an entry for table "acc", but it cannot be referenced from this part of the query.
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN NOT MATCHED THEN UPDATE SET bal=1;
-- | error 42601 syntax error at or near "UPDATE"
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN MATCHED THEN INSERT VALUES(1);
-- | error 42601 syntax error at or near "INSERT"
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN MATCHED THEN UPDATE SET nope=1;
-- | error 42703 column "nope" of relation "acc" does not exist
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN MATCHED THEN UPDATE SET acc.bal=1;
-- | error 42703 column "acc" of relation "acc" does not exist
-- |   hint: SET target columns cannot be qualified with the relation name.
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN NOT MATCHED THEN INSERT (id,nope) VALUES(1,2);
-- | error 42703 column "nope" of relation "acc" does not exist
MERGE INTO acc USING (SELECT 3 AS id) s ON acc.id=s.id WHEN NOT MATCHED THEN INSERT (id,bal) VALUES(1);
-- | error 42601 INSERT has more target columns than expressions
MERGE INTO acc USING (SELECT 33 AS id) s ON acc.id=s.id WHEN NOT MATCHED THEN INSERT (id,bal) VALUES(1,2),(3,4);
-- | error 42601 syntax error at or near ","
MERGE INTO acc USING (SELECT 33 AS id) s ON acc.id=s.id WHEN NOT MATCHED THEN INSERT DEFAULT VALUES;
-- | error 23502 null value in column "id" of relation "acc" violates not-null constraint
-- |   detail: Failing row contains (null, 0.00, null).
MERGE INTO acc USING (SELECT 33 AS id) s ON acc.id=s.id WHEN NOT MATCHED THEN INSERT VALUES(s.id, DEFAULT, DEFAULT) RETURNING *;
-- | id | id | bal | note
-- | 33 | 33 | 0.00 | NULL
-- | ok (MERGE 1)
MERGE INTO acc USING (SELECT 33 AS id) s ON acc.id=s.id;
-- | error 42601 syntax error at or near ";"
MERGE INTO acc USING nope s ON acc.id=s.id WHEN MATCHED THEN DELETE;
-- | error 42P01 relation "nope" does not exist
MERGE INTO nope USING acc s ON acc.id=s.id WHEN MATCHED THEN DELETE;
-- | error 42P01 relation "nope" does not exist
MERGE INTO acc USING acc ON acc.id=acc.id WHEN MATCHED THEN DELETE;
-- | error 42712 name "acc" specified more than once
-- |   detail: The name is used both as MERGE target table and data source.
MERGE INTO acc USING acc s ON acc.id=s.id WHEN MATCHED THEN DELETE WHEN MATCHED THEN DO NOTHING;
-- | error 42601 unreachable WHEN clause specified after unconditional WHEN clause
MERGE INTO acc USING acc s ON acc.id=s.id WHEN MATCHED THEN DO NOTHING WHEN NOT MATCHED THEN DO NOTHING WHEN NOT MATCHED THEN INSERT VALUES(1);
-- | error 42601 unreachable WHEN clause specified after unconditional WHEN clause
MERGE INTO acc USING acc s ON true WHEN MATCHED AND acc.id=33 AND s.id=33 THEN UPDATE SET note='t' RETURNING acc.id, s.id, merge_action();
-- | id | id | merge_action
-- | 33 | 33 | 'UPDATE'
-- | ok (MERGE 1)
MERGE INTO acc USING acc s ON false WHEN NOT MATCHED THEN INSERT VALUES(s.id+100, s.bal, 'copy') RETURNING id;
-- | error 42702 column reference "id" is ambiguous
MERGE INTO acc USING acc s ON acc.id=s.id WHEN MATCHED THEN UPDATE SET (bal,note)=(SELECT s.bal+1,'sub') RETURNING *;
-- | id | bal | note | id | bal | note
-- | 3 | 0.00 | 'here' | 3 | 1.00 | 'sub'
-- | 33 | 0.00 | 't' | 33 | 1.00 | 'sub'
-- | ok (MERGE 2)
SELECT merge_action();
-- | error 42601 MERGE_ACTION() can only be used in the RETURNING list of a MERGE command
UPDATE acc SET bal=1 RETURNING merge_action();
-- | error 42601 MERGE_ACTION() can only be used in the RETURNING list of a MERGE command
WITH m AS (MERGE INTO acc USING (VALUES(1),(500)) s(id) ON acc.id=s.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES(s.id,7,'cte') RETURNING merge_action() AS act, acc.id) SELECT act, count(*) FROM m GROUP BY 1 ORDER BY 1;
-- | act | count
-- | 'INSERT' | 2
-- | ok (SELECT 1)
SELECT * FROM acc ORDER BY id;
-- | id | bal | note
-- | 1 | 7.00 | 'cte'
-- | 3 | 1.00 | 'sub'
-- | 33 | 1.00 | 'sub'
-- | 500 | 7.00 | 'cte'
-- | ok (SELECT 4)
MERGE INTO acc USING (VALUES(3)) s(id) ON acc.id=s.id WHEN MATCHED THEN UPDATE SET id=33;
-- | error 23505 duplicate key value violates unique constraint "acc_pkey"
-- |   detail: Key (id)=(33) already exists.
MERGE INTO acc USING (VALUES(3,'abc')) s(id,b) ON acc.id=s.id WHEN MATCHED THEN UPDATE SET bal=s.b;
-- | error 42804 column "bal" is of type numeric but expression is of type text
-- |   hint: You will need to rewrite or cast the expression.
MERGE INTO acc USING (VALUES(3,1234567.891)) s(id,b) ON acc.id=s.id WHEN MATCHED THEN UPDATE SET bal=s.b;
-- | error 22003 numeric field overflow
-- |   detail: A field with precision 8, scale 2 must round to an absolute value less than 10^6.
MERGE INTO acc USING (VALUES(3,NULL::int)) s(id,b) ON acc.id=s.id WHEN MATCHED THEN UPDATE SET bal=s.b;
-- | error 23502 null value in column "bal" of relation "acc" violates not-null constraint
-- |   detail: Failing row contains (3, null, sub).
MERGE INTO acc USING (VALUES(3,1)) s(id,b) ON acc.id=s.id WHEN MATCHED AND count(*)>1 THEN UPDATE SET bal=s.b;
-- | error 42803 aggregate functions are not allowed in MERGE WHEN conditions
MERGE INTO acc USING (VALUES(3,1)) s(id,b) ON acc.id=s.id WHEN MATCHED THEN UPDATE SET bal=s.b RETURNING count(*);
-- | error 42803 aggregate functions are not allowed in RETURNING
MERGE INTO ONLY acc AS z USING (VALUES(3,1)) s(id,b) ON z.id=s.id WHEN MATCHED THEN UPDATE SET bal=s.b RETURNING z.bal;
-- | bal
-- | 1.00
-- | ok (MERGE 1)
MERGE INTO acc USING (VALUES(3,1)) s(id,b) ON id=s.id WHEN MATCHED THEN UPDATE SET bal=s.b;
-- | error 42702 column reference "id" is ambiguous
MERGE INTO acc USING (VALUES(3,1)) s(i,b) ON id=i WHEN MATCHED THEN UPDATE SET bal=b RETURNING acc;
-- | acc
-- | '(3,1.00,sub)'
-- | ok (MERGE 1)
CREATE VIEW va AS SELECT id, bal FROM acc WHERE bal>0 WITH CHECK OPTION;
-- | ok (CREATE VIEW)
MERGE INTO va USING (VALUES(3,0)) s(i,b) ON id=i WHEN MATCHED THEN UPDATE SET bal=b;
-- | error 44000 new row violates check option for view "va"
-- |   detail: Failing row contains (3, 0.00, sub).
MERGE INTO va USING (VALUES(77,0)) s(i,b) ON id=i WHEN NOT MATCHED THEN INSERT VALUES(i,b);
-- | error 44000 new row violates check option for view "va"
-- |   detail: Failing row contains (77, 0.00, null).
MERGE INTO va USING (VALUES(78,5)) s(i,b) ON id=i WHEN NOT MATCHED THEN INSERT VALUES(i,b) RETURNING merge_action(), va.*;
-- | merge_action | id | bal
-- | 'INSERT' | 78 | 5.00
-- | ok (MERGE 1)
MERGE INTO va USING (VALUES(3,4)) s(i,b) ON id=i WHEN MATCHED THEN DELETE;
-- | ok (MERGE 1)
SELECT * FROM acc ORDER BY id;
-- | id | bal | note
-- | 1 | 7.00 | 'cte'
-- | 33 | 1.00 | 'sub'
-- | 78 | 5.00 | NULL
-- | 500 | 7.00 | 'cte'
-- | ok (SELECT 4)
