-- The same tables as in ../postgres; only the way to number cases differs. Times are milliseconds since 1970, ids of
-- Discord are its snowflakes, and what is structured is JSON.

-- Every change, refusal and guarded read, by one interaction each.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interaction BIGINT NOT NULL UNIQUE,
    guild BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    operation TEXT NOT NULL,
    session TEXT,
    group_id TEXT,
    group_name TEXT,
    -- The operation as data, so that another copy or a later run can go on with it. Absent for a refusal.
    data TEXT,
    begun_at BIGINT NOT NULL,
    -- How often somebody took it up: 1, and one more for each restart or copy that went on with it.
    tries BIGINT NOT NULL,
    -- The copy that works on it. Absent once it has ended.
    owner TEXT,
    -- What was found before anything was sent, and what was answered so far. Absent once it has ended.
    progress TEXT,
    ended_at BIGINT,
    -- done, refused, failed, unknown. Absent while it is open.
    result TEXT,
    detail TEXT,
    -- 1 once the server's log channel has it, or need not have it.
    posted BIGINT NOT NULL,
    -- 1 once its phone numbers are masked.
    masked BIGINT NOT NULL
);
CREATE INDEX journal_open ON journal (owner) WHERE ended_at IS NULL;
CREATE INDEX journal_unposted ON journal (id) WHERE posted = 0;
CREATE INDEX journal_by_guild ON journal (guild, id);
CREATE INDEX journal_by_time ON journal (begun_at);

-- Interactions that were acknowledged, until a while after they were answered.
CREATE TABLE visits (
    interaction BIGINT PRIMARY KEY,
    application BIGINT NOT NULL,
    token TEXT NOT NULL,
    guild BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    arrived_at BIGINT NOT NULL,
    -- The copy that is to answer it. Absent where its acknowledgement failed.
    owner TEXT,
    answered_at BIGINT
);
CREATE INDEX visits_unanswered ON visits (owner) WHERE answered_at IS NULL;
CREATE INDEX visits_by_time ON visits (arrived_at);

-- What waits for somebody's press.
CREATE TABLE kept (
    id TEXT PRIMARY KEY,
    guild BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    what TEXT NOT NULL,
    good_until BIGINT NOT NULL,
    -- How to reach the message that bears the buttons.
    interaction BIGINT NOT NULL,
    application BIGINT NOT NULL,
    token TEXT NOT NULL
);
CREATE INDEX kept_by_time ON kept (good_until);

-- The copies of the bot that share this store. A beat that stands still is a copy that is gone.
CREATE TABLE copies (
    id TEXT PRIMARY KEY,
    beat BIGINT NOT NULL
);
