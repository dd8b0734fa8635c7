-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- When the requests to join the groups of a session are read next.
CREATE TABLE join_looks (
    session TEXT PRIMARY KEY,
    due_at BIGINT NOT NULL
);
-- The last notice of the requests to join a group, in an approvals channel. `people`: digests of those whom it has
-- announced and who still ask, as JSON. `tried_at`: when an instance began to post it last.
CREATE TABLE join_notices (
    id BIGINT PRIMARY KEY,
    guild BIGINT NOT NULL,
    session TEXT NOT NULL,
    group_id TEXT NOT NULL,
    name TEXT NOT NULL,
    people TEXT NOT NULL,
    waiting BIGINT NOT NULL,
    read_at BIGINT NOT NULL,
    tried_at BIGINT NOT NULL,
    channel BIGINT,
    message BIGINT,
    UNIQUE (guild, session, group_id)
);
