-- The tables of skills and sums hold this database's answers up to the one of this `seq`. Later ones are in sittings
-- that are not over; they are taken in when those end.
ALTER TABLE machine ADD COLUMN taken_in INTEGER NOT NULL DEFAULT 0;
