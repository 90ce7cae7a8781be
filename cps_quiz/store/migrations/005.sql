-- The learner's secret, from which pseudonyms are made. One row at most.
CREATE TABLE secret (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    value TEXT NOT NULL
) STRICT;
