-- Attempts: one sitting each. `plan` is JSON: what is left to ask, so that it can be resumed.
CREATE TABLE attempts (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    seed INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    plan TEXT,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_unfinished ON attempts (kind, started_at) WHERE ended_at IS NULL;

-- The log. Rows are only ever added. Times are milliseconds since 1970 in UTC. Ids begin with
-- their time, so that a new row stands at the end, and one page less is written for each answer.
CREATE TABLE answers (
    id TEXT NOT NULL,
    attempt TEXT NOT NULL,
    item TEXT NOT NULL,
    topic TEXT NOT NULL,
    objective TEXT,
    fingerprint TEXT NOT NULL,
    key TEXT NOT NULL,
    response TEXT NOT NULL,
    offered TEXT NOT NULL,
    chosen TEXT NOT NULL,
    score REAL NOT NULL,
    self_assessed INTEGER NOT NULL,
    again INTEGER NOT NULL,
    confidence TEXT,
    cram INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    seconds REAL,
    answered_at INTEGER NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (attempt, id)
) STRICT, WITHOUT ROWID;

-- Answers that were taken back. Rows are only ever added.
CREATE TABLE undone (
    answer TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What follows is kept for speed and can be made again from the log.
CREATE TABLE memories (
    item TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due TEXT NOT NULL,
    learned TEXT NOT NULL,
    seen INTEGER NOT NULL,
    key TEXT NOT NULL,
    right INTEGER NOT NULL,
    confidence TEXT,
    first_right INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE days (
    day TEXT NOT NULL,
    topic TEXT NOT NULL,
    answers INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    right INTEGER NOT NULL,
    sure INTEGER NOT NULL,
    sure_right INTEGER NOT NULL,
    unsure INTEGER NOT NULL,
    unsure_right INTEGER NOT NULL,
    guessing INTEGER NOT NULL,
    guessing_right INTEGER NOT NULL,
    PRIMARY KEY (day, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE temptations (
    day TEXT NOT NULL,
    misconception TEXT NOT NULL,
    topic TEXT NOT NULL,
    offered INTEGER NOT NULL,
    chosen INTEGER NOT NULL,
    PRIMARY KEY (day, misconception, topic)
) STRICT, WITHOUT ROWID;

-- What the learner chose once: the exam's date, whether confidence is asked.
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
