-- Mock exams that are over. `record` is JSON: all that their reports are made from. Rows are only ever added.
CREATE TABLE exams (
    id TEXT PRIMARY KEY,
    started_at INTEGER NOT NULL,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
