-- When an item was answered first, whether it was missed with confidence when it was asked last, and how
-- answers on later days went beside the recall that was foretold.
ALTER TABLE memories ADD COLUMN first_at INTEGER;
ALTER TABLE memories ADD COLUMN sure_miss INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memories ADD COLUMN reviews INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memories ADD COLUMN reviews_right INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memories ADD COLUMN recalled REAL NOT NULL DEFAULT 0;

-- What is understood: one memory for each objective, each topic without one, and each misconception.
-- `learned` is the learner's day, `seen` milliseconds, `machine` the database of the last answer. It can be made again from the log.
CREATE TABLE skills (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    learned TEXT NOT NULL,
    seen INTEGER NOT NULL,
    machine TEXT,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
