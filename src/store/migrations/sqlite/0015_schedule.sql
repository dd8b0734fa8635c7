-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- Operations that a worker begins later: the rest of a list that the account's budget of a day did not allow.
-- `after_case`: the row of the journal whose end created it. `planned_at`: when it was to begin; `due_at`: when it is
-- tried next.
CREATE TABLE schedule (
    id TEXT PRIMARY KEY,
    guild BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    approver BIGINT,
    what TEXT NOT NULL,
    after_case BIGINT UNIQUE,
    planned_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL
);
CREATE INDEX schedule_due ON schedule (due_at);
