-- What may an exclusion say of plain types once btree_gist is there? Compared with PostgreSQL 18.6 (PGlite
-- with btree_gist).

-- @dialect postgresql
CREATE TABLE rr (room text, during tsrange, EXCLUDE USING GIST (room WITH =, during WITH &&));
-- | error 42704 data type text has no default operator class for access method "gist"
-- |   hint: You must specify an operator class for the index or define a default operator class for the data type.
CREATE EXTENSION IF NOT EXISTS btree_gist;
-- | ok (CREATE EXTENSION)
CREATE TABLE rr (room text, n int, during tsrange, EXCLUDE USING GIST (room WITH =, during WITH &&));
-- | ok (CREATE TABLE)
INSERT INTO rr VALUES ('123A', 1, '[2010-01-01 14:00, 2010-01-01 15:00)');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO rr VALUES ('123A', 1, '[2010-01-01 14:30, 2010-01-01 15:30)');
-- | error 23P01 conflicting key value violates exclusion constraint "rr_room_during_excl"
-- |   detail: Key (room, during)=(123A, ["2010-01-01 14:30:00","2010-01-01 15:30:00")) conflicts with existing key (room, during)=(123A, ["2010-01-01 14:00:00","2010-01-01 15:00:00")).
INSERT INTO rr VALUES ('123B', 1, '[2010-01-01 14:30, 2010-01-01 15:30)');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO rr VALUES (NULL, 2, '[2010-01-01 10:30, 2010-01-01 15:30)');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO rr VALUES ('123A', 1, '[2010-01-01 14:30, 2010-01-01 15:30)') ON CONFLICT DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO rr VALUES ('123A', 1, '[2010-01-01 14:30, 2010-01-01 15:30)') ON CONFLICT ON CONSTRAINT rr_room_during_excl DO NOTHING;
-- | ok, 0 rows (INSERT 0 0)
INSERT INTO rr VALUES ('123A', 1, '[2010-01-01 14:30, 2010-01-01 15:30)') ON CONFLICT ON CONSTRAINT rr_room_during_excl DO UPDATE SET n = 2;
-- | error 42809 ON CONFLICT DO UPDATE not supported with exclusion constraints
UPDATE rr SET room = '123A';
-- | error 23P01 conflicting key value violates exclusion constraint "rr_room_during_excl"
-- |   detail: Key (room, during)=(123A, ["2010-01-01 14:30:00","2010-01-01 15:30:00")) conflicts with existing key (room, during)=(123A, ["2010-01-01 14:00:00","2010-01-01 15:00:00")).
UPDATE rr SET during = '[2011-01-01, 2011-01-02)' WHERE room = '123A' RETURNING *;
-- | room | n | during
-- | '123A' | 1 | ["2011-01-01 00:00:00","2011-01-02 00:00:00")
-- | ok, 1 row (UPDATE 1)
SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'rr' ORDER BY 1;
-- | indexname | indexdef
-- | 'rr_room_during_excl' | 'CREATE INDEX rr_room_during_excl ON public.rr USING gist (room, during)'
-- | ok (SELECT 1)
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'rr'::regclass ORDER BY 1;
-- | conname | pg_get_constraintdef
-- | 'rr_room_during_excl' | 'EXCLUDE USING gist (room WITH =, during WITH &&)'
-- | ok (SELECT 1)
ALTER TABLE rr ADD EXCLUDE USING gist (room WITH =);
-- | ok (ALTER TABLE)
ALTER TABLE rr ADD CONSTRAINT e2 EXCLUDE USING gist (room WITH =) WHERE (n > 5);
-- | ok (ALTER TABLE)
CREATE TABLE zoo (cage integer, animal text, EXCLUDE USING gist (cage WITH =, animal WITH <>));
-- | ok (CREATE TABLE)
INSERT INTO zoo VALUES (123, 'zebra');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO zoo VALUES (123, 'zebra');
-- | ok, 1 row (INSERT 0 1)
INSERT INTO zoo VALUES (123, 'lion');
-- | error 23P01 conflicting key value violates exclusion constraint "zoo_cage_animal_excl"
-- |   detail: Key (cage, animal)=(123, lion) conflicts with existing key (cage, animal)=(123, zebra).
INSERT INTO zoo VALUES (124, 'lion');
-- | ok, 1 row (INSERT 0 1)
