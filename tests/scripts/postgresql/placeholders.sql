-- Compared with PostgreSQL 18 (PGlite).
-- @dialect postgresql
SELECT ?;
-- | error 42601 syntax error at or near ";"
CREATE TABLE u(a int, b int);
-- | ok (CREATE TABLE)
INSERT INTO u VALUES (?, ?);
-- | error 42601 syntax error at or near ","
SELECT * FROM u WHERE a = ?;
-- | error 42601 syntax error at or near ";"
SELECT * FROM u WHERE a = ? AND b=1;
-- | error 42601 syntax error at or near "AND"
SELECT a ?, b FROM u;
-- | error 42601 syntax error at or near ","
UPDATE u SET a=? WHERE b=?;
-- | error 42601 syntax error at or near "=?"
SELECT (?);
-- | error 42601 syntax error at or near ")"
SELECT ?::int;
-- | error 42601 syntax error at or near "::"
SELECT $1;
-- | error 42P02 there is no parameter $1
INSERT INTO u VALUES ($1, 2);
-- | error 42P02 there is no parameter $1
SELECT :a;
-- | error 42601 syntax error at or near ":"
SELECT * FROM u WHERE a = :a;
-- | error 42601 syntax error at or near ":"
SELECT * FROM u WHERE a = @a;
-- | error 0A000 not supported by onconflict: operator @
