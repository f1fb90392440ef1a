-- The row that RETURNING of a MERGE's insert sees is not the source's: variables are those of the function around.
-- Compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
CREATE TABLE n(x int);
-- | ok (CREATE TABLE)
CREATE TABLE m(id int, w int);
-- | ok (CREATE TABLE)
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$
DECLARE k int := 100; r int;
BEGIN
  MERGE INTO m USING (SELECT 7 AS s) AS q ON m.id = q.s
    WHEN MATCHED THEN UPDATE SET w = m.w + 1
    WHEN NOT MATCHED THEN INSERT VALUES (q.s, 1)
    RETURNING m.w + k INTO r;
  RETURN r;
END $$;
-- | ok (CREATE FUNCTION)
SELECT f();
-- | f
-- | 101
-- | ok (SELECT 1)
SELECT f();
-- | f
-- | 102
-- | ok (SELECT 1)
-- What is not there is refused rather than read of the wrong row.
CREATE VIEW v AS SELECT id AS w, w AS id FROM m;
-- | ok (CREATE VIEW)
UPDATE v SET id = (SELECT v.w) WHERE w = 7;
-- | error 0A000 not supported by onconflict: queries in a write through a view that renames columns
DELETE FROM v WHERE EXISTS (SELECT 1 FROM n WHERE n.x = v.id);
-- | error 0A000 not supported by onconflict: queries in a write through a view that renames columns
