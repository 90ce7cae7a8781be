-- This database: a random id, how many answers were given in it, and when the last undoubted one was.
CREATE TABLE machine (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    counted_at INTEGER NOT NULL,
    day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO machine
SELECT lower(hex(randomblob(16))), count(*), ifnull(max(answered_at), 0), ifnull(max(day), '') FROM answers;

-- `machine` and `seq` are the order of answering. `counted_at` and `counted_day` can be made again from
-- the log: what the answer counts as where that is not what the clock said.
ALTER TABLE answers ADD COLUMN machine TEXT;
ALTER TABLE answers ADD COLUMN seq INTEGER;
ALTER TABLE answers ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answers ADD COLUMN counted_at INTEGER;
ALTER TABLE answers ADD COLUMN counted_day TEXT;
UPDATE answers SET machine = (SELECT id FROM machine), seq = ranked.place
FROM (SELECT attempt, id, row_number() OVER (ORDER BY answered_at, id) AS place FROM answers) AS ranked
WHERE ranked.attempt = answers.attempt AND ranked.id = answers.id;
UPDATE answers SET seconds = NULL WHERE seconds < 0 OR seconds > 1800;

-- Who keeps a sitting now: the window that holds the lock of that name.
ALTER TABLE attempts ADD COLUMN owner TEXT;

-- A number is given once. What is deleted stays, with the time of it.
ALTER TABLE exams ADD COLUMN number INTEGER;
ALTER TABLE exams ADD COLUMN deleted_at INTEGER;
UPDATE exams SET number = ranked.place
FROM (SELECT id, row_number() OVER (ORDER BY started_at, id) AS place FROM exams) AS ranked
WHERE ranked.id = exams.id;

-- What was asked, as it was asked, as JSON. Rows are only ever added.
CREATE TABLE questions (
    fingerprint TEXT NOT NULL,
    print TEXT NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (fingerprint, print)
) STRICT, WITHOUT ROWID;

-- Items and topics that are not to be asked now; `kind` is `item` or `topic`, `aside` 1 or 0.
CREATE TABLE asides (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    aside INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Lines of an import that only a newer version understands, to be passed on.
CREATE TABLE unknown_lines (
    line TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
