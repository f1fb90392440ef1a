-- A COLLATE behind an alias counts where the alias stands alone; the parser has not seen it in anything larger (parse.y). Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE y(a TEXT); INSERT INTO y VALUES('b'),('A'),('c'),('B');
-- | ok
-- | ok, 4 rows
SELECT a COLLATE nocase AS z FROM y ORDER BY lower(z), z;
-- | z
-- | 'A'
-- | 'b'
-- | 'B'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y ORDER BY z||'';
-- | z
-- | 'A'
-- | 'B'
-- | 'b'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y ORDER BY coalesce(z,'');
-- | z
-- | 'A'
-- | 'B'
-- | 'b'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y ORDER BY +z;
-- | z
-- | 'A'
-- | 'b'
-- | 'B'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y ORDER BY (z);
-- | z
-- | 'A'
-- | 'b'
-- | 'B'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y ORDER BY max(z,'');
-- | z
-- | 'A'
-- | 'B'
-- | 'b'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y ORDER BY CASE WHEN z>'a' THEN 1 ELSE 0 END, z;
-- | z
-- | 'A'
-- | 'b'
-- | 'B'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y WHERE z='b';
-- | z
-- | 'b'
-- | 'B'
-- | ok
SELECT a COLLATE nocase AS z FROM y GROUP BY z||'' ORDER BY 1;
-- | z
-- | 'A'
-- | 'B'
-- | 'b'
-- | 'c'
-- | ok
SELECT a COLLATE nocase AS z FROM y WHERE z||''='b';
-- | z
-- | 'b'
-- | ok
SELECT a COLLATE nocase AS z FROM y GROUP BY 1 HAVING z='b';
-- | z
-- | 'b'
-- | ok
