-- How is JSON put together as text and as jsonb, whole rows and OLD and NEW of a trigger included? Compared with PostgreSQL 18 (PGlite).

-- @dialect postgresql
CREATE TABLE u(id int PRIMARY KEY, email text UNIQUE, tags text[], meta jsonb, at timestamp, b boolean, n numeric, d date);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES(1,'a"x',ARRAY['p','q'],'{"k": [1, 2]}','2024-01-02 03:04:05',true,1.50,'2024-01-01'),(2,NULL,NULL,NULL,NULL,false,NULL,NULL);
-- | ok, 2 rows (INSERT 0 2)
SELECT json_agg(email ORDER BY id) FROM u;
-- | json_agg
-- | '["a\"x", null]'
-- | ok (SELECT 1)
SELECT json_agg(u ORDER BY id) FROM u;
-- | json_agg
-- | '[{"id":1,"email":"a\"x","tags":["p","q"],"meta":{"k": [1, 2]},"at":"2024-01-02T03:04:05","b":true,"n":1.50,"d":"2024-01-01"}, \n {"id":2,"email":null,"tags":null,"meta":null,"at":null,"b":false,"n":null,"d":null}]'
-- | ok (SELECT 1)
SELECT jsonb_agg(u ORDER BY id) FROM u;
-- | jsonb_agg
-- | '[{"b": true, "d": "2024-01-01", "n": 1.50, "at": "2024-01-02T03:04:05", "id": 1, "meta": {"k": [1, 2]}, "tags": ["p", "q"], "email": "a\"x"}, {"b": false, "d": null, "n": null, "at": null, "id": 2, "meta": null, "tags": null, "email": null}]'
-- | ok (SELECT 1)
SELECT json_agg(tags ORDER BY id) FROM u;
-- | json_agg
-- | '[["p","q"], null]'
-- | ok (SELECT 1)
SELECT row_to_json(u) FROM u ORDER BY id;
-- | row_to_json
-- | '{"id":1,"email":"a\"x","tags":["p","q"],"meta":{"k": [1, 2]},"at":"2024-01-02T03:04:05","b":true,"n":1.50,"d":"2024-01-01"}'
-- | '{"id":2,"email":null,"tags":null,"meta":null,"at":null,"b":false,"n":null,"d":null}'
-- | ok (SELECT 2)
SELECT to_jsonb(u) FROM u ORDER BY id;
-- | to_jsonb
-- | '{"b": true, "d": "2024-01-01", "n": 1.50, "at": "2024-01-02T03:04:05", "id": 1, "meta": {"k": [1, 2]}, "tags": ["p", "q"], "email": "a\"x"}'
-- | '{"b": false, "d": null, "n": null, "at": null, "id": 2, "meta": null, "tags": null, "email": null}'
-- | ok (SELECT 2)
SELECT to_json(u) FROM u ORDER BY id;
-- | to_json
-- | '{"id":1,"email":"a\"x","tags":["p","q"],"meta":{"k": [1, 2]},"at":"2024-01-02T03:04:05","b":true,"n":1.50,"d":"2024-01-01"}'
-- | '{"id":2,"email":null,"tags":null,"meta":null,"at":null,"b":false,"n":null,"d":null}'
-- | ok (SELECT 2)
SELECT to_jsonb(u) - 'meta' FROM u ORDER BY id;
-- | ?column?
-- | '{"b": true, "d": "2024-01-01", "n": 1.50, "at": "2024-01-02T03:04:05", "id": 1, "tags": ["p", "q"], "email": "a\"x"}'
-- | '{"b": false, "d": null, "n": null, "at": null, "id": 2, "tags": null, "email": null}'
-- | ok (SELECT 2)
SELECT row_to_json(x) FROM (SELECT id, email FROM u ORDER BY id) x;
-- | row_to_json
-- | '{"id":1,"email":"a\"x"}'
-- | '{"id":2,"email":null}'
-- | ok (SELECT 2)
SELECT json_build_object('id', id, 'e', email, 't', tags, 'm', meta, 'at', at, 'n', n, 'd', d) FROM u ORDER BY id;
-- | json_build_object
-- | '{"id" : 1, "e" : "a\"x", "t" : ["p","q"], "m" : {"k": [1, 2]}, "at" : "2024-01-02T03:04:05", "n" : 1.50, "d" : "2024-01-01"}'
-- | '{"id" : 2, "e" : null, "t" : null, "m" : null, "at" : null, "n" : null, "d" : null}'
-- | ok (SELECT 2)
SELECT json_build_array(id, email, b, NULL, 'x') FROM u ORDER BY id;
-- | json_build_array
-- | '[1, "a\"x", true, null, "x"]'
-- | '[2, null, false, null, "x"]'
-- | ok (SELECT 2)
SELECT jsonb_build_object('t', tags, 'm', meta) FROM u ORDER BY id;
-- | jsonb_build_object
-- | '{"m": {"k": [1, 2]}, "t": ["p", "q"]}'
-- | '{"m": null, "t": null}'
-- | ok (SELECT 2)
SELECT json_build_object('a');
-- | error 22023 argument list must have even number of elements
-- |   hint: The arguments of json_build_object() must consist of alternating keys and values.
SELECT json_build_object(NULL, 1);
-- | error 22004 null value not allowed for object key
SELECT json_build_object();
-- | json_build_object
-- | '{}'
-- | ok (SELECT 1)
SELECT json_build_array();
-- | json_build_array
-- | '[]'
-- | ok (SELECT 1)
SELECT jsonb_build_object(NULL, 1);
-- | error 22023 argument 1: key must not be null
SELECT json_object_agg(id, email) FROM u;
-- | json_object_agg
-- | '{ "1" : "a\"x", "2" : null }'
-- | ok (SELECT 1)
SELECT jsonb_object_agg(id, email) FROM u;
-- | jsonb_object_agg
-- | '{"1": "a\"x", "2": null}'
-- | ok (SELECT 1)
SELECT jsonb_object_agg(email, id) FROM u;
-- | error 22023 field name must not be null
SELECT json_object_agg(email, id) FROM u;
-- | error 22004 null value not allowed for object key
SELECT json_agg(id) FROM u WHERE false;
-- | json_agg
-- | NULL
-- | ok (SELECT 1)
SELECT to_json('x'::text), to_json(1), to_json(ARRAY[1,2]), to_jsonb(ARRAY['a','b']), to_json('2024-01-02 03:04:05+00'::timestamptz);
-- | to_json | to_json | to_json | to_jsonb | to_json
-- | '"x"' | '1' | '[1,2]' | '["a", "b"]' | '"2024-01-02T03:04:05+00:00"'
-- | ok (SELECT 1)
SELECT to_jsonb('x');
-- | error 42804 could not determine polymorphic type because input has type unknown
SELECT * FROM unnest(ARRAY['a@x','c@x'], ARRAY[1,2]) AS t(e,n);
-- | e | n
-- | 'a@x' | 1
-- | 'c@x' | 2
-- | ok (SELECT 2)
SELECT * FROM unnest(ARRAY[1,2,3], ARRAY['x']);
-- | unnest | unnest
-- | 1 | 'x'
-- | 2 | NULL
-- | 3 | NULL
-- | ok (SELECT 3)
SELECT * FROM unnest('{a,b}'::text[], '{1}'::int[]) WITH ORDINALITY AS t(e,n,o);
-- | e | n | o
-- | 'a' | 1 | 1
-- | 'b' | NULL | 2
-- | ok (SELECT 2)
INSERT INTO u(id,email) SELECT * FROM unnest(ARRAY[3,1], ARRAY['z','a']) ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email RETURNING id, email;
-- | id | email
-- | 3 | 'z'
-- | 1 | 'a'
-- | ok, 2 rows (INSERT 0 2)
CREATE TABLE audit(op text, old jsonb, new jsonb);
-- | ok (CREATE TABLE)
CREATE FUNCTION aud() RETURNS trigger AS $$ BEGIN IF TG_OP = 'INSERT' THEN INSERT INTO audit VALUES(TG_OP, NULL, to_jsonb(NEW)); RETURN NEW; ELSIF TG_OP = 'UPDATE' THEN INSERT INTO audit VALUES(TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NEW; ELSE INSERT INTO audit VALUES(TG_OP, to_jsonb(OLD), NULL); RETURN OLD; END IF; END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER aud AFTER INSERT OR UPDATE OR DELETE ON u FOR EACH ROW EXECUTE FUNCTION aud();
-- | ok (CREATE TRIGGER)
INSERT INTO u(id,email) VALUES(1,'n'),(9,'nine') ON CONFLICT (id) DO UPDATE SET email='up';
-- | ok, 2 rows (INSERT 0 2)
DELETE FROM u WHERE id=9;
-- | ok, 1 row (DELETE 1)
SELECT op, old->>'email', new->>'email' FROM audit;
-- | op | ?column? | ?column?
-- | 'UPDATE' | 'a' | 'up'
-- | 'INSERT' | NULL | 'nine'
-- | 'DELETE' | 'nine' | NULL
-- | ok (SELECT 3)
CREATE FUNCTION aud2() RETURNS trigger AS $$ BEGIN INSERT INTO audit VALUES(TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN COALESCE(NEW, OLD); END $$ LANGUAGE plpgsql;
-- | ok (CREATE FUNCTION)
CREATE TRIGGER aud2 AFTER INSERT OR UPDATE OR DELETE ON u FOR EACH ROW EXECUTE FUNCTION aud2();
-- | ok (CREATE TRIGGER)
INSERT INTO u(id,email) VALUES(10,'ten');
-- | ok, 1 row (INSERT 0 1)
UPDATE u SET email='tenn' WHERE id=10;
-- | ok, 1 row (UPDATE 1)
DELETE FROM u WHERE id=10;
-- | ok, 1 row (DELETE 1)
SELECT op, old->>'email', new->>'email', old IS NULL, new IS NULL FROM audit ORDER BY 1,2,3,4,5;
-- | op | ?column? | ?column? | ?column? | ?column?
-- | 'DELETE' | 'nine' | NULL | false | true
-- | 'DELETE' | 'tenn' | NULL | false | true
-- | 'DELETE' | 'tenn' | NULL | false | true
-- | 'INSERT' | NULL | 'nine' | true | false
-- | 'INSERT' | NULL | 'ten' | true | false
-- | 'INSERT' | NULL | 'ten' | true | false
-- | 'UPDATE' | 'a' | 'up' | false | false
-- | 'UPDATE' | 'ten' | 'tenn' | false | false
-- | 'UPDATE' | 'ten' | 'tenn' | false | false
-- | ok (SELECT 9)
SELECT a.id, row_to_json(uu) FROM u a LEFT JOIN u uu ON uu.id = a.id + 1 ORDER BY 1;
-- | id | row_to_json
-- | 1 | '{"id":2,"email":null,"tags":null,"meta":null,"at":null,"b":false,"n":null,"d":null}'
-- | 2 | '{"id":3,"email":"z","tags":null,"meta":null,"at":null,"b":null,"n":null,"d":null}'
-- | 3 | NULL
-- | ok (SELECT 3)
SELECT json_agg(json_build_object('id', id) ORDER BY id) FROM u;
-- | json_agg
-- | '[{"id" : 1}, {"id" : 2}, {"id" : 3}]'
-- | ok (SELECT 1)
SELECT json_agg(id) FILTER (WHERE id > 1) FROM u;
-- | json_agg
-- | '[2, 3]'
-- | ok (SELECT 1)
SELECT jsonb_agg(DISTINCT b) FROM u;
-- | jsonb_agg
-- | '[false, true, null]'
-- | ok (SELECT 1)
