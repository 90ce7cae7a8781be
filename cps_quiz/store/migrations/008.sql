-- An older program that has this database open finds the table no more, and what it is told waits for a newer one.
ALTER TABLE machine RENAME TO this_machine;

-- The tables of skills and sums hold this database's answers up to the one of this `seq`. Later ones are in sittings
-- that are not over; they are taken in when those end.
ALTER TABLE this_machine ADD COLUMN taken_in INTEGER NOT NULL DEFAULT 0;
