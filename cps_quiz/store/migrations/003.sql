-- What the chosen options show, the approaches that were to be named, and a print of what was asked.
-- All are NULL in answers from before.
ALTER TABLE answers ADD COLUMN labels TEXT;
ALTER TABLE answers ADD COLUMN offered_names TEXT;
ALTER TABLE answers ADD COLUMN print TEXT;

-- Which approach is taken for which. It can be made again from the log.
CREATE TABLE confusions (
    day TEXT NOT NULL,
    meant TEXT NOT NULL,
    taken TEXT NOT NULL,
    offered INTEGER NOT NULL,
    chosen INTEGER NOT NULL,
    PRIMARY KEY (day, meant, taken)
) STRICT, WITHOUT ROWID;
