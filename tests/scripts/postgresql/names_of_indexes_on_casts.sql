-- An index on a cast is named by what is cast. Compared with PostgreSQL 18.4 (PGlite).
-- @dialect postgresql
CREATE TABLE t(id int, a int, b text, d date, j jsonb);
-- | ok (CREATE TABLE)
CREATE INDEX ON t ((a::text));
-- | ok (CREATE INDEX)
CREATE INDEX ON t ((lower(b)::text));
-- | ok (CREATE INDEX)
CREATE INDEX ON t ((j->>'x'));
-- | ok (CREATE INDEX)
CREATE INDEX ON t (CAST(a AS bigint));
-- | ok (CREATE INDEX)
CREATE INDEX ON t ((a + 1));
-- | ok (CREATE INDEX)
CREATE INDEX ON t (lower(b));
-- | ok (CREATE INDEX)
CREATE UNIQUE INDEX ON t ((a::text), id);
-- | ok (CREATE INDEX)
SELECT indexname FROM pg_indexes WHERE tablename='t' ORDER BY 1;
-- | indexname
-- | 't_a_id_idx'
-- | 't_a_idx'
-- | 't_a_idx1'
-- | 't_expr_idx'
-- | 't_expr_idx1'
-- | 't_lower_idx'
-- | 't_lower_idx1'
-- | ok (SELECT 7)
