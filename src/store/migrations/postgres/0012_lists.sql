-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- Lists of people that wait for their user's answer, as JSON. A preview has the id of its row in `kept`.
CREATE TABLE lists (
    id TEXT PRIMARY KEY,
    guild BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    data TEXT NOT NULL,
    good_until BIGINT NOT NULL
);
