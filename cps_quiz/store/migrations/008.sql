-- The memories of skills hold the answers of this database up to this one; later ones are in sittings that are not
-- over, and are taken in when those end.
ALTER TABLE machine ADD COLUMN understood INTEGER NOT NULL DEFAULT 0;
