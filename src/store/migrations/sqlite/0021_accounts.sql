-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- The state of each WhatsApp account as of the last change that Usher saw. `since`: since when it has this condition, if
-- Usher saw it begin. `lost_since`: since when it has not been connected. `told`: the most urgent condition of this loss of
-- which the log channels were notified. `number`: masked. `seen_at`: when the state was asked for. `version`: counts the
-- changes, so that of several instances one makes each.
CREATE TABLE accounts (
    session TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    since BIGINT,
    lost_since BIGINT,
    told TEXT,
    number TEXT,
    name TEXT,
    seen_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
