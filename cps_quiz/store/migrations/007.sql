-- What a learner marks: flags that last, notes of their own, and answers in own words that are not handed in yet.
-- The latest of an item counts; a flag that was taken away and an empty note stay, so that they win over older ones.
CREATE TABLE flags (
    item TEXT PRIMARY KEY,
    flagged INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE notes (
    item TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE drafts (
    item TEXT PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID;
