-- What a foreign key's parent may be, when it is looked at, and how long defer_foreign_keys holds. Compared with
-- SQLite 3.54 (rusqlite, bundled).
-- @dialect sqlite
PRAGMA foreign_keys=1;
-- | ok
CREATE TABLE p(a INTEGER PRIMARY KEY);
-- | ok
CREATE TABLE c(x REFERENCES p);
-- | ok

INSERT INTO c VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid();
-- | last_insert_rowid()
-- | 0
-- | ok
PRAGMA defer_foreign_keys=1;
-- | ok
INSERT INTO c VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 0
-- | ok
INSERT INTO c VALUES(NULL);
-- | ok, 1 row
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 1
-- | ok
PRAGMA defer_foreign_keys=1;
-- | ok
INSERT INTO c VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 2 | 0
-- | ok
PRAGMA defer_foreign_keys=1;
-- | ok
INSERT INTO c VALUES(NULL),(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 3 | 0
-- | ok
INSERT OR IGNORE INTO c VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 3 | 0
-- | ok
PRAGMA defer_foreign_keys=1;
-- | ok
INSERT OR IGNORE INTO c VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 2 | 0
-- | ok
CREATE TABLE k(x REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- | ok
INSERT INTO k VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 0
-- | ok
INSERT OR IGNORE INTO k VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 0
-- | ok
INSERT INTO k VALUES(5),(6),(7);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 3 | 0
-- | ok
CREATE TABLE c3(x INTEGER PRIMARY KEY REFERENCES p, y);
-- | ok
PRAGMA defer_foreign_keys=1;
-- | ok
INSERT OR IGNORE INTO c3 VALUES(77,1);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 77 | 0
-- | ok
PRAGMA defer_foreign_keys=1;
-- | ok
INSERT INTO c3 VALUES(78,1);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 78 | 0
-- | ok
INSERT INTO c3 VALUES(79,1);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 78 | 0
-- | ok
PRAGMA defer_foreign_keys=1;
-- | ok
INSERT OR IGNORE INTO c3 VALUES(NULL,1);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 0
-- | ok
INSERT OR IGNORE INTO c3 VALUES(NULL,1);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 0
-- | ok
INSERT OR REPLACE INTO c VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 0
-- | ok
INSERT OR FAIL INTO c VALUES(5);
-- | error SQLITE_CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed
SELECT last_insert_rowid(), changes();
-- | last_insert_rowid() | changes()
-- | 1 | 0
-- | ok
PRAGMA foreign_keys=0;
-- | ok
CREATE TABLE e(x);
-- | ok
INSERT INTO e VALUES(1);
-- | ok, 1 row
ALTER TABLE e ADD COLUMN r REFERENCES p DEFAULT 5;
-- | ok
PRAGMA foreign_keys=1;
-- | ok
ALTER TABLE e ADD COLUMN r2 REFERENCES p DEFAULT 5;
-- | error SQLITE_ERROR Cannot add a REFERENCES column with non-NULL default value
DELETE FROM e;
-- | ok, 1 row
ALTER TABLE e ADD COLUMN r2 REFERENCES p DEFAULT 5;
-- | raise(ABORT,'Cannot add a REFERENCES column with non-NULL default value')
-- | ok
DELETE FROM e;
-- | ok, 0 rows
ALTER TABLE e ADD COLUMN r8 UNIQUE;
-- | error SQLITE_ERROR Cannot add a UNIQUE column

CREATE VIEW v AS SELECT 1 AS a;
-- | ok
CREATE TABLE cv(x REFERENCES V(A));
-- | ok
INSERT INTO cv VALUES(1);
-- | error SQLITE_ERROR foreign key mismatch - "cv" referencing "V"
INSERT INTO cv VALUES(NULL);
-- | error SQLITE_ERROR foreign key mismatch - "cv" referencing "V"
UPDATE cv SET x=1;
-- | error SQLITE_ERROR foreign key mismatch - "cv" referencing "V"
DELETE FROM cv;
-- | error SQLITE_ERROR foreign key mismatch - "cv" referencing "V"
PRAGMA foreign_key_check;
-- | error SQLITE_ERROR foreign key mismatch - "cv" referencing "V"
PRAGMA foreign_key_check(v);
-- | table | rowid | parent | fkid
-- | ok
PRAGMA foreign_key_check(cv);
-- | error SQLITE_ERROR foreign key mismatch - "cv" referencing "V"
DROP TABLE cv;
-- | ok
CREATE TABLE cn(x REFERENCES Nope(A));
-- | ok
INSERT INTO cn VALUES(1);
-- | error SQLITE_ERROR no such table: main.Nope
INSERT INTO cn VALUES(NULL);
-- | error SQLITE_ERROR no such table: main.Nope
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | ok
CREATE TABLE q(u,w);
-- | ok
CREATE UNIQUE INDEX qi ON q(u) WHERE w;
-- | ok
CREATE TABLE cq(x REFERENCES Q(U));
-- | ok
INSERT INTO cq VALUES(1);
-- | error SQLITE_ERROR foreign key mismatch - "cq" referencing "Q"
PRAGMA foreign_key_check;
-- | error SQLITE_ERROR foreign key mismatch - "cq" referencing "Q"
INSERT INTO q VALUES(1,1);
-- | ok, 1 row
DELETE FROM q;
-- | error SQLITE_ERROR foreign key mismatch - "cq" referencing "Q"
UPDATE q SET u=2;
-- | error SQLITE_ERROR foreign key mismatch - "cq" referencing "Q"
DROP TABLE cq;
-- | ok
CREATE TABLE p2(a,b,UNIQUE(a,b));
-- | ok
CREATE TABLE c2(x,y,FOREIGN KEY(x,y) REFERENCES p2(a,a));
-- | ok
INSERT INTO c2 VALUES(1,1);
-- | error SQLITE_ERROR foreign key mismatch - "c2" referencing "p2"
PRAGMA foreign_key_check;
-- | error SQLITE_ERROR foreign key mismatch - "c2" referencing "p2"
DELETE FROM p2;
-- | error SQLITE_ERROR foreign key mismatch - "c2" referencing "p2"
INSERT INTO p2 VALUES(1,1);
-- | ok, 1 row
CREATE UNIQUE INDEX p2i ON p2(a,a);
-- | ok
INSERT INTO c2 VALUES(1,1);
-- | ok, 1 row
PRAGMA foreign_key_check;
-- | table | rowid | parent | fkid
-- | ok

PRAGMA defer_foreign_keys=1;
-- | ok
RELEASE nope;
-- | error SQLITE_ERROR no such savepoint: nope
PRAGMA defer_foreign_keys;
-- | defer_foreign_keys
-- | 0
-- | ok
