-- A column from which a generated column, a functional key or a check is computed is neither dropped nor
-- renamed; a check of this column alone goes along. From sql_table.cc of MySQL 8.0 (MariaDB 10.11
-- renames in expressions and has other numbers). SET TRANSACTION has its time, as in MariaDB.

-- @dialect mysql
CREATE TABLE g(id INT PRIMARY KEY, a INT, b INT AS (a * 2) VIRTUAL);
-- | ok
ALTER TABLE g DROP COLUMN a;
-- | error ER_DEPENDENT_BY_GENERATED_COLUMN Column 'a' has a generated column dependency.
ALTER TABLE g RENAME COLUMN a TO z;
-- | error ER_DEPENDENT_BY_GENERATED_COLUMN Column 'a' has a generated column dependency.
ALTER TABLE g CHANGE a z INT;
-- | error ER_DEPENDENT_BY_GENERATED_COLUMN Column 'a' has a generated column dependency.
ALTER TABLE g DROP COLUMN b, DROP COLUMN a;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
CREATE TABLE f(id INT PRIMARY KEY, a VARCHAR(10), UNIQUE KEY low((LOWER(a))));
-- | ok
ALTER TABLE f DROP COLUMN a;
-- | error ER_DEPENDENT_BY_FUNCTIONAL_INDEX Column 'a' has a functional index dependency and cannot be dropped or renamed.
CREATE TABLE i(id INT PRIMARY KEY, a INT, CONSTRAINT c1 CHECK (a > 0), CONSTRAINT c2 CHECK (a < id));
-- | ok
ALTER TABLE i DROP COLUMN a;
-- | error ER_DEPENDENT_BY_CHECK_CONSTRAINT Check constraint 'c2' uses column 'a', hence column cannot be dropped or renamed.
ALTER TABLE i RENAME COLUMN a TO z;
-- | error ER_DEPENDENT_BY_CHECK_CONSTRAINT Check constraint 'c1' uses column 'a', hence column cannot be dropped or renamed.
ALTER TABLE i DROP CHECK c2, DROP COLUMN a;
-- | ok (Records: 0  Duplicates: 0  Warnings: 0)
SHOW CREATE TABLE i;
-- | Table | Create Table
-- | 'i' | 'CREATE TABLE `i` (\n  `id` int NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci'
-- | ok
CREATE TABLE h(id INT PRIMARY KEY, a INT, d INT DEFAULT (a + 1));
-- | error ER_NOT_SUPPORTED_YET not supported by onconflict: a DEFAULT that reads other columns
START TRANSACTION;
-- | ok
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
-- | ok
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
-- | error ER_CANT_CHANGE_TX_CHARACTERISTICS Transaction characteristics can't be changed while a transaction is in progress
COMMIT;
-- | ok
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
-- | ok
