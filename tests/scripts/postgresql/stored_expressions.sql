-- How does the catalog write the expressions of indexes, CHECK and DEFAULT? Compared with PostgreSQL 18 (PGlite).

-- @dialect postgresql
CREATE TABLE c(id int, a varchar(10), b text, n numeric, d date, e boolean, f int[], g char(3), h double precision, i bigint, s smallint, t timestamptz);
-- | ok (CREATE TABLE)
CREATE UNIQUE INDEX i1 ON c(a) WHERE a IN ('x','y');
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i2 ON c(b) WHERE b <> '' AND n IS NOT NULL AND id > 0;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i3 ON c(id) WHERE n BETWEEN 0 AND 1;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i4 ON c(id) WHERE d > '2020-01-01';
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i5 ON c(id) WHERE e;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i6 ON c(id) WHERE NOT e;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i7 ON c(id) WHERE e IS TRUE;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i8 ON c(id) WHERE b LIKE 'x%' OR b ~ '^a' OR b NOT LIKE 'z';
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i9 ON c(id) WHERE id > -1;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i10 ON c(id) WHERE a = 'active';
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i11 ON c(id) WHERE id IN (1,2,3);
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i12 ON c(id) WHERE n = 1;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i13 ON c(id) WHERE n = 1.5;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i14 ON c(id) WHERE h > 1;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i15 ON c(id) WHERE i > 1;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i16 ON c(id) WHERE length(a) > 3;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i17 ON c(id) WHERE coalesce(n, 0) > 0;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i18 ON c(id) WHERE id = 1 OR (id = 2 AND b = 'q');
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i19 ON c(id) WHERE id NOT IN (1,2);
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i20 ON c(id) WHERE g = 'abc';
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i21 ON c(id) WHERE b IN ('a','b');
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i22 ON c(id) WHERE id + 1 > 2 * id;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i23 ON c(id) WHERE e = true;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i24 ON c(id) WHERE s > 1;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i25 ON c(id) WHERE b IS DISTINCT FROM 'x';
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i26 ON c(id) WHERE id % 2 = 0 AND lower(b) = 'x';
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i27 ON c(id) WHERE id NOT BETWEEN 1 AND 2;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i28 ON c(id) WHERE a IS NULL;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i29 ON c((b || a), lower(a), (id + 1), coalesce(n,0));
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i30 ON c((a::text), (id::bigint), (n > 1));
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i31 ON c(id) WHERE t > '2024-01-01 00:00:00+00';
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i32 ON c(id) WHERE a IN ('x');
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i33 ON c(id) WHERE i IN (1,2) AND n IN (1,2) AND d IN ('2020-01-01');
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i34 ON c(id) WHERE f[1] > 0;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i35 ON c(id) WHERE id > 1.5;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i36 ON c(id) WHERE a <> b;
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX i37 ON c(id) WHERE i = id;
-- | ok (CREATE INDEX)
SELECT indexname, indexdef FROM pg_indexes WHERE tablename='c' ORDER BY length(indexname), indexname;
-- | indexname | indexdef
-- | 'i1' | 'CREATE UNIQUE INDEX i1 ON public.c USING btree (a) WHERE ((a)::text = ANY ((ARRAY[''x''::character varying, ''y''::character varying])::text[]))'
-- | 'i2' | 'CREATE UNIQUE INDEX i2 ON public.c USING btree (b) WHERE ((b <> ''''::text) AND (n IS NOT NULL) AND (id > 0))'
-- | 'i3' | 'CREATE UNIQUE INDEX i3 ON public.c USING btree (id) WHERE ((n >= (0)::numeric) AND (n <= (1)::numeric))'
-- | 'i4' | 'CREATE UNIQUE INDEX i4 ON public.c USING btree (id) WHERE (d > ''2020-01-01''::date)'
-- | 'i5' | 'CREATE UNIQUE INDEX i5 ON public.c USING btree (id) WHERE e'
-- | 'i6' | 'CREATE UNIQUE INDEX i6 ON public.c USING btree (id) WHERE (NOT e)'
-- | 'i7' | 'CREATE UNIQUE INDEX i7 ON public.c USING btree (id) WHERE (e IS TRUE)'
-- | 'i8' | 'CREATE UNIQUE INDEX i8 ON public.c USING btree (id) WHERE ((b ~~ ''x%''::text) OR (b ~ ''^a''::text) OR (b !~~ ''z''::text))'
-- | 'i9' | 'CREATE UNIQUE INDEX i9 ON public.c USING btree (id) WHERE (id > ''-1''::integer)'
-- | 'i10' | 'CREATE UNIQUE INDEX i10 ON public.c USING btree (id) WHERE ((a)::text = ''active''::text)'
-- | 'i11' | 'CREATE UNIQUE INDEX i11 ON public.c USING btree (id) WHERE (id = ANY (ARRAY[1, 2, 3]))'
-- | 'i12' | 'CREATE UNIQUE INDEX i12 ON public.c USING btree (id) WHERE (n = (1)::numeric)'
-- | 'i13' | 'CREATE UNIQUE INDEX i13 ON public.c USING btree (id) WHERE (n = 1.5)'
-- | 'i14' | 'CREATE UNIQUE INDEX i14 ON public.c USING btree (id) WHERE (h > (1)::double precision)'
-- | 'i15' | 'CREATE UNIQUE INDEX i15 ON public.c USING btree (id) WHERE (i > 1)'
-- | 'i16' | 'CREATE UNIQUE INDEX i16 ON public.c USING btree (id) WHERE (length((a)::text) > 3)'
-- | 'i17' | 'CREATE UNIQUE INDEX i17 ON public.c USING btree (id) WHERE (COALESCE(n, (0)::numeric) > (0)::numeric)'
-- | 'i18' | 'CREATE UNIQUE INDEX i18 ON public.c USING btree (id) WHERE ((id = 1) OR ((id = 2) AND (b = ''q''::text)))'
-- | 'i19' | 'CREATE UNIQUE INDEX i19 ON public.c USING btree (id) WHERE (id <> ALL (ARRAY[1, 2]))'
-- | 'i20' | 'CREATE UNIQUE INDEX i20 ON public.c USING btree (id) WHERE (g = ''abc''::bpchar)'
-- | 'i21' | 'CREATE UNIQUE INDEX i21 ON public.c USING btree (id) WHERE (b = ANY (ARRAY[''a''::text, ''b''::text]))'
-- | 'i22' | 'CREATE UNIQUE INDEX i22 ON public.c USING btree (id) WHERE ((id + 1) > (2 * id))'
-- | 'i23' | 'CREATE UNIQUE INDEX i23 ON public.c USING btree (id) WHERE (e = true)'
-- | 'i24' | 'CREATE UNIQUE INDEX i24 ON public.c USING btree (id) WHERE (s > 1)'
-- | 'i25' | 'CREATE UNIQUE INDEX i25 ON public.c USING btree (id) WHERE (b IS DISTINCT FROM ''x''::text)'
-- | 'i26' | 'CREATE UNIQUE INDEX i26 ON public.c USING btree (id) WHERE (((id % 2) = 0) AND (lower(b) = ''x''::text))'
-- | 'i27' | 'CREATE UNIQUE INDEX i27 ON public.c USING btree (id) WHERE ((id < 1) OR (id > 2))'
-- | 'i28' | 'CREATE UNIQUE INDEX i28 ON public.c USING btree (id) WHERE (a IS NULL)'
-- | 'i29' | 'CREATE UNIQUE INDEX i29 ON public.c USING btree (((b || (a)::text)), lower((a)::text), ((id + 1)), COALESCE(n, (0)::numeric))'
-- | 'i30' | 'CREATE UNIQUE INDEX i30 ON public.c USING btree (((a)::text), ((id)::bigint), ((n > (1)::numeric)))'
-- | 'i31' | 'CREATE UNIQUE INDEX i31 ON public.c USING btree (id) WHERE (t > ''2024-01-01 00:00:00+00''::timestamp with time zone)'
-- | 'i32' | 'CREATE UNIQUE INDEX i32 ON public.c USING btree (id) WHERE ((a)::text = ''x''::text)'
-- | 'i33' | 'CREATE UNIQUE INDEX i33 ON public.c USING btree (id) WHERE ((i = ANY (ARRAY[(1)::bigint, (2)::bigint])) AND (n = ANY (ARRAY[(1)::numeric, (2)::numeric])) AND (d = ''2020-01-01''::date))'
-- | 'i34' | 'CREATE UNIQUE INDEX i34 ON public.c USING btree (id) WHERE (f[1] > 0)'
-- | 'i35' | 'CREATE UNIQUE INDEX i35 ON public.c USING btree (id) WHERE ((id)::numeric > 1.5)'
-- | 'i36' | 'CREATE UNIQUE INDEX i36 ON public.c USING btree (id) WHERE ((a)::text <> b)'
-- | 'i37' | 'CREATE UNIQUE INDEX i37 ON public.c USING btree (id) WHERE (i = id)'
-- | ok (SELECT 37)
CREATE TABLE k(a varchar(10) CHECK (a IN ('x','y')), b text CHECK (b <> ''), n numeric CHECK (n BETWEEN 0 AND 1), id int CHECK (id > 0), CHECK (id > 0 AND n > 0 AND b <> 'x'), CHECK (length(a) > 2 OR b IS NULL));
-- | ok (CREATE TABLE)
SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='k'::regclass ORDER BY conname;
-- | pg_get_constraintdef
-- | 'CHECK (((a)::text = ANY ((ARRAY[''x''::character varying, ''y''::character varying])::text[])))'
-- | 'CHECK ((b <> ''''::text))'
-- | 'CHECK (((id > 0) AND (n > (0)::numeric) AND (b <> ''x''::text)))'
-- | 'CHECK (((length((a)::text) > 2) OR (b IS NULL)))'
-- | 'CHECK ((id > 0))'
-- | 'CHECK (((n >= (0)::numeric) AND (n <= (1)::numeric)))'
-- | ok (SELECT 6)
SELECT column_default FROM information_schema.columns WHERE table_name='k';
-- | column_default
-- | NULL
-- | NULL
-- | NULL
-- | NULL
-- | ok (SELECT 4)
CREATE TABLE df(a text DEFAULT 'x', b varchar(3) DEFAULT 'abc', c int DEFAULT 1, d numeric DEFAULT 0, e boolean DEFAULT true, f timestamptz DEFAULT now(), g date DEFAULT CURRENT_DATE, h int DEFAULT -1, i jsonb DEFAULT '{}', j text[] DEFAULT '{}', k uuid DEFAULT gen_random_uuid(), l int DEFAULT 1+1, m serial);
-- | ok (CREATE TABLE)
SELECT column_name, column_default FROM information_schema.columns WHERE table_name='df' ORDER BY ordinal_position;
-- | column_name | column_default
-- | 'a' | '''x''::text'
-- | 'b' | '''abc''::character varying'
-- | 'c' | '1'
-- | 'd' | '0'
-- | 'e' | 'true'
-- | 'f' | 'now()'
-- | 'g' | 'CURRENT_DATE'
-- | 'h' | '''-1''::integer'
-- | 'i' | '''{}''::jsonb'
-- | 'j' | '''{}''::text[]'
-- | 'k' | 'gen_random_uuid()'
-- | 'l' | '(1 + 1)'
-- | 'm' | 'nextval(''df_m_seq''::regclass)'
-- | ok (SELECT 13)
CREATE TABLE q(id int, a varchar(5) CHECK (a IS NOT NULL AND length(a) > 1), CONSTRAINT z CHECK (id > 0));
-- | ok (CREATE TABLE)
ALTER TABLE q RENAME a TO bb;
-- | ok (ALTER TABLE)
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid='q'::regclass ORDER BY conname;
-- | conname | pg_get_constraintdef
-- | 'q_a_check' | 'CHECK (((bb IS NOT NULL) AND (length((bb)::text) > 1)))'
-- | 'z' | 'CHECK ((id > 0))'
-- | ok (SELECT 2)
CREATE UNIQUE INDEX qi ON q(lower(bb)) WHERE id > 0;
-- | ok (CREATE INDEX)
ALTER TABLE q RENAME id TO ident;
-- | ok (ALTER TABLE)
SELECT indexdef FROM pg_indexes WHERE tablename='q';
-- | indexdef
-- | 'CREATE UNIQUE INDEX qi ON public.q USING btree (lower((bb)::text)) WHERE (ident > 0)'
-- | ok (SELECT 1)
INSERT INTO q VALUES(1,'ab'),(1,'AB');
-- | error 23505 duplicate key value violates unique constraint "qi"
-- |   detail: Key (lower(bb::text))=(ab) already exists.

-- @dialect postgresql
CREATE TABLE c(id int, a varchar(10), b text, n numeric, d date);
-- | ok (CREATE TABLE)
CREATE INDEX i1 ON c(lower(b || 'x'));
-- | ok (CREATE INDEX)
CREATE INDEX i2 ON c(abs(id + 1), (lower(b) || 'q'), (-id), (n * 2), (id * 2.5), (d + 1));
-- | ok (CREATE INDEX)
CREATE INDEX i3 ON c(substr(a, 1, 2), round(n, 2), length(b), (b || id), (CASE WHEN id > 0 THEN 1 ELSE 2 END));
-- | ok (CREATE INDEX)
CREATE INDEX i4 ON c(id) WHERE id > 0 AND (n > 0 AND id < 5) AND NOT (id = 3 OR id = 4);
-- | ok (CREATE INDEX)
CREATE INDEX i5 ON c(id) WHERE (id > 0 OR n > 0) OR id < 5;
-- | ok (CREATE INDEX)
CREATE INDEX i6 ON c(id) WHERE lower(a) = 'x' AND a = 'y' AND 'z' = b AND a LIKE 'q%' AND a ILIKE 'r' AND a ~* 's';
-- | ok (CREATE INDEX)
SELECT indexname, indexdef FROM pg_indexes WHERE tablename='c' ORDER BY 1;
-- | indexname | indexdef
-- | 'i1' | 'CREATE INDEX i1 ON public.c USING btree (lower((b || ''x''::text)))'
-- | 'i2' | 'CREATE INDEX i2 ON public.c USING btree (abs((id + 1)), ((lower(b) || ''q''::text)), ((- id)), ((n * (2)::numeric)), (((id)::numeric * 2.5)), ((d + 1)))'
-- | 'i3' | 'CREATE INDEX i3 ON public.c USING btree (substr((a)::text, 1, 2), round(n, 2), length(b), ((b || id)), (\nCASE\n    WHEN (id > 0) THEN 1\n    ELSE 2\nEND))'
-- | 'i4' | 'CREATE INDEX i4 ON public.c USING btree (id) WHERE ((id > 0) AND ((n > (0)::numeric) AND (id < 5)) AND (NOT ((id = 3) OR (id = 4))))'
-- | 'i5' | 'CREATE INDEX i5 ON public.c USING btree (id) WHERE ((id > 0) OR (n > (0)::numeric) OR (id < 5))'
-- | 'i6' | 'CREATE INDEX i6 ON public.c USING btree (id) WHERE ((lower((a)::text) = ''x''::text) AND ((a)::text = ''y''::text) AND (''z''::text = b) AND ((a)::text ~~ ''q%''::text) AND ((a)::text ~~* ''r''::text) AND ((a)::text ~* ''s''::text))'
-- | ok (SELECT 6)
