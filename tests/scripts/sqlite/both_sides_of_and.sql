-- As values AND and OR compute both sides, unless one asks a query (expr.c, exprCodeTargetAndOr): such a
-- trigger refuses every row. As conditions they stop at the first side that decides. Compared with SQLite 3.54.1.
-- @dialect sqlite
CREATE TABLE t(x);
-- | ok
CREATE TRIGGER tr BEFORE INSERT ON t BEGIN SELECT new.x < 0 AND RAISE(ABORT, 'negative'); END;
-- | ok
INSERT INTO t VALUES (1);
-- | error SQLITE_CONSTRAINT_TRIGGER negative
DROP TRIGGER tr;
-- | ok
CREATE TRIGGER tr BEFORE INSERT ON t BEGIN SELECT new.x >= 0 OR RAISE(ABORT, 'negative'); END;
-- | ok
INSERT INTO t VALUES (1);
-- | error SQLITE_CONSTRAINT_TRIGGER negative
DROP TRIGGER tr;
-- | ok
CREATE TRIGGER tr BEFORE INSERT ON t BEGIN
  SELECT CASE WHEN new.x < 0 AND abs(-9223372036854775808) THEN 1 END;
-- | error SQLITE_ERROR incomplete input
  SELECT RAISE(ABORT, 'negative') WHERE new.x < 0;
-- | error SQLITE_ERROR no such column: new.x
END;
-- | error SQLITE_ERROR cannot commit - no transaction is active
INSERT INTO t VALUES (1);
-- | ok, 1 row
INSERT INTO t VALUES (-1);
-- | ok, 1 row
SELECT x > 1 AND abs(-9223372036854775808) FROM t;
-- | error SQLITE_ERROR integer overflow
SELECT x > 1 AND (SELECT abs(-9223372036854775808)) FROM t;
-- | x > 1 AND (SELECT abs(-9223372036854775808))
-- | 0
-- | 0
-- | ok
SELECT 0 AND abs(-9223372036854775808), 1 OR abs(-9223372036854775808);
-- | 0 AND abs(-9223372036854775808) | 1 OR abs(-9223372036854775808)
-- | 0 | 1
-- | ok
SELECT count(*) FILTER (WHERE x > 1 AND abs(-9223372036854775808)) FROM t;
-- | count(*) FILTER (WHERE x > 1 AND abs(-9223372036854775808))
-- | 0
-- | ok
CREATE TABLE c(x CHECK (x > 1 OR abs(-9223372036854775808)));
-- | ok
INSERT INTO c VALUES (2);
-- | ok, 1 row
CREATE INDEX i ON c(x > 1 OR abs(-9223372036854775808));
-- | error SQLITE_ERROR integer overflow
